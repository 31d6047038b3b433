//! Changes of the published plan: meetings that come, move or go, with the mails about them in one transaction.
//!
//! A change of any size is made in three steps, so that a large one can take the first two outside the transaction: what must
//! be known is read ([`Known`]), mails and rows are made ([`Prepared`]), and these are written ([`Prepared::write`]).

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::documents::calendar::ScheduledMeeting;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::event::{CalendarMode, Event};
use crate::domain::ids::{MeetingId, ParticipantId};
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::meeting_report::CancelWord;
use crate::domain::participant::Participant;
use crate::mail::messages::{self, MeetingReader, ScheduleNews};
use crate::services::Fault;
use crate::services::calendars;
use crate::services::letters::Letters;
use crate::services::proposals::ending::{self, Ended, end_all_of};
use crate::services::tx::Tx;
use crate::store::{self, Db, StoreError, calendar_origins, participants};
use crate::words::Words;

/// What changes in the published plan of an event.
#[derive(Debug, Clone, Default)]
pub struct PlanChange {
    /// New meetings.
    pub added: Vec<Meeting>,
    /// Meetings as they were, and at their new slot or table with a higher sequence.
    pub moved: Vec<(Meeting, Meeting)>,
    /// Meetings as they were.
    pub cancelled: Vec<Meeting>,
    /// Why those are cancelled, where one of the two lets the other know.
    pub word: Option<CancelWord>,
}

impl PlanChange {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.moved.is_empty() && self.cancelled.is_empty()
    }

    /// Everyone whose plan changes.
    pub fn people(&self) -> BTreeSet<ParticipantId> {
        let moved = self.moved.iter().map(|(before, _)| before);
        let meetings = self.added.iter().chain(&self.cancelled).chain(moved);
        meetings.flat_map(|meeting| [meeting.a.clone(), meeting.b.clone()]).collect()
    }
}

/// One participant's part of a change.
#[derive(Default)]
struct Share {
    added: Vec<Meeting>,
    moved: Vec<Meeting>,
    cancelled: Vec<Meeting>,
    /// Why the partner cancelled.
    word: Option<CancelWord>,
    /// Everything that is planned for them now.
    schedule: Vec<Meeting>,
    /// Whether it is the first that they hear of a plan.
    is_first: bool,
}

/// What must be known of an event to change its plan.
#[derive(PartialEq)]
pub(in crate::services) struct Known {
    /// The plan before the change.
    planned: Vec<Meeting>,
    cast: Cast,
    /// Proposals that end because the change takes their slot.
    ended: Vec<Ended>,
    /// By what calendars know the meetings, where that is stored.
    origin: Option<CalendarOrigin>,
}

impl Known {
    /// Reads it, beside the plan and the people that are read already.
    pub(in crate::services) fn load(
        db: &mut Db,
        event: &Event,
        (planned, people): (Vec<Meeting>, &[Participant]),
        change: &PlanChange,
    ) -> Result<Known, StoreError> {
        let arriving = change.added.iter().chain(change.moved.iter().map(|(_, after)| after));
        let ended = ending::beside(db, event, &arriving.collect::<Vec<_>>())?;
        let origin = calendar_origins::find(db, &event.id)?;
        Ok(Known { cast: Cast::load(db, change, &planned, people)?, planned, ended, origin })
    }
}

/// A change of the plan with its mails, ready to be written.
pub(in crate::services) struct Prepared<'a> {
    change: PlanChange,
    /// Those of the change that are cancelled, as they then are.
    cancelled: Vec<Meeting>,
    ended: Vec<Ended>,
    letters: Letters<'a>,
    /// How many people are mailed.
    pub mailed: usize,
}

/// Makes a change ready, with a letter to everyone whose plan changes, except those in `silent`, who hear of it otherwise.
pub(in crate::services) fn prepare<'a>(
    mut letters: Letters<'a>,
    event: &Event,
    known: &Known,
    change: PlanChange,
    silent: &[&ParticipantId],
) -> Result<Prepared<'a>, Fault> {
    let now = letters.now();
    for ended in &known.ended {
        ending::tell(&mut letters, event, ended)?;
    }
    let cancelled: Vec<Meeting> =
        change.cancelled.iter().cloned().map(|meeting| cancelled(meeting, now)).collect();
    let shares = shares(known, &change, &cancelled);
    let origin = known.origin.clone().unwrap_or_else(|| calendars::present(letters.app()));
    let mut mailed = 0;
    for (who, share) in shares.iter().filter(|(who, _)| !silent.contains(who)) {
        let Some(participant) = known.cast.reachable(who) else { continue };
        mail_change(&mut letters, (event, &origin), participant, &known.cast, share)?;
        mailed += 1;
    }
    Ok(Prepared { change, cancelled, ended: known.ended.clone(), letters, mailed })
}

/// Everyone's part of a change.
fn shares(known: &Known, change: &PlanChange, cancelled: &[Meeting]) -> BTreeMap<ParticipantId, Share> {
    let had_meetings: BTreeSet<&ParticipantId> =
        known.planned.iter().flat_map(|meeting| [&meeting.a, &meeting.b]).collect();
    let mut shares: BTreeMap<ParticipantId, Share> = BTreeMap::new();
    let moved: Vec<Meeting> = change.moved.iter().map(|(_, after)| after.clone()).collect();
    share_out(&mut shares, &change.added, |share| &mut share.added);
    share_out(&mut shares, &moved, |share| &mut share.moved);
    share_out(&mut shares, cancelled, |share| &mut share.cancelled);
    for (who, share) in &mut shares {
        share.word = change.word.clone().filter(|word| word.by != *who);
        share.is_first = !had_meetings.contains(who) && share.cancelled.is_empty() && share.moved.is_empty();
    }
    for meeting in plan_after(&known.planned, change) {
        for who in [&meeting.a, &meeting.b] {
            if let Some(share) = shares.get_mut(who) {
                share.schedule.push(meeting.clone());
            }
        }
    }
    shares
}

/// The plan after a change, by start and table.
fn plan_after(planned: &[Meeting], change: &PlanChange) -> Vec<Meeting> {
    let leaving = change.moved.iter().map(|(before, _)| before).chain(&change.cancelled);
    let leaving: HashSet<&MeetingId> = leaving.map(|meeting| &meeting.id).collect();
    let staying = planned.iter().filter(|meeting| !leaving.contains(&meeting.id));
    let arriving = change.added.iter().chain(change.moved.iter().map(|(_, after)| after));
    let mut plan: Vec<Meeting> = staying.chain(arriving).cloned().collect();
    plan.sort_by(|one, other| {
        let key = |meeting: &Meeting| (meeting.starts_at, meeting.table);
        key(one).cmp(&key(other)).then_with(|| one.id.cmp(&other.id))
    });
    plan
}

impl Prepared<'_> {
    /// Writes the change and puts its mails into the outbox. The event's row is locked, and what was known is so still.
    pub(in crate::services) fn write(&self, tx: &mut Tx<'_>) -> Result<(), Fault> {
        // Two meetings can change places: first everyone stands up, then they sit down again.
        let leaving = self.change.cancelled.iter().chain(self.change.moved.iter().map(|(before, _)| before));
        store::meetings::unseat_all(tx.db, &leaving.map(|meeting| &meeting.id).collect::<Vec<_>>())?;
        for meeting in &self.cancelled {
            store::meetings::update_cancelled(tx.db, meeting)?;
        }
        for (_, after) in &self.change.moved {
            store::meetings::update_moved(tx.db, after)?;
        }
        store::meetings::insert_all(tx.db, &self.change.added)?;
        for ended in &self.ended {
            ending::close(tx, ended)?;
        }
        Ok(self.letters.post(tx.db)?)
    }
}

/// Writes a small change of the plan and mails everyone whose plan changed, except those in `silent`, who hear of it
/// otherwise. Gives how many people were mailed. The event's row is locked.
pub(in crate::services) fn change_plan(
    tx: &mut Tx<'_>,
    event: &Event,
    change: PlanChange,
    silent: &[&ParticipantId],
) -> Result<usize, Fault> {
    let planned = store::meetings::list_planned(tx.db, &event.id)?;
    let known = Known::load(tx.db, event, (planned, &[]), &change)?;
    let prepared = prepare(Letters::few(tx.app, tx.now), event, &known, change, silent)?;
    prepared.write(tx)?;
    Ok(prepared.mailed)
}

fn cancelled(meeting: Meeting, now: DateTime<Utc>) -> Meeting {
    let sequence = meeting.sequence + 1;
    Meeting { state: MeetingState::Cancelled, sequence, updated_at: now, ..meeting }
}

fn share_out(
    shares: &mut BTreeMap<ParticipantId, Share>,
    meetings: &[Meeting],
    list: impl Fn(&mut Share) -> &mut Vec<Meeting>,
) {
    for meeting in meetings {
        for who in [&meeting.a, &meeting.b] {
            list(shares.entry(who.clone()).or_default()).push(meeting.clone());
        }
    }
}

/// Everyone who is named in the mails.
#[derive(PartialEq)]
struct Cast(HashMap<ParticipantId, Participant>);

impl Cast {
    /// Those whose plan changes and everyone they meet, before or after; of them those in `people` are read already.
    fn load(
        db: &mut Db,
        change: &PlanChange,
        planned: &[Meeting],
        people: &[Participant],
    ) -> Result<Cast, StoreError> {
        let changing = change.people();
        let both = |meeting: &Meeting| [meeting.a.clone(), meeting.b.clone()];
        let met = planned.iter().map(both).filter(|both| both.iter().any(|who| changing.contains(who)));
        let mut needed: BTreeSet<ParticipantId> = met.flatten().collect();
        needed.extend(changing);
        let mut cast: HashMap<ParticipantId, Participant> = people
            .iter()
            .filter(|person| needed.contains(&person.id))
            .map(|person| (person.id.clone(), person.clone()))
            .collect();
        let others: Vec<&ParticipantId> = needed.iter().filter(|id| !cast.contains_key(*id)).collect();
        let others = participants::list_by_ids(db, &others)?;
        cast.extend(others.into_iter().map(|person| (person.id.clone(), person)));
        Ok(Cast(cast))
    }

    fn reachable(&self, who: &ParticipantId) -> Option<&Participant> {
        self.0.get(who).filter(|participant| participant.profile.person.email.is_some())
    }

    fn seen_by<'a>(&'a self, who: &ParticipantId, meetings: &'a [Meeting]) -> Vec<ScheduledMeeting<'a>> {
        let with_partner = |meeting: &'a Meeting| {
            let partner = self.0.get(meeting.partner_of(who))?;
            Some(ScheduledMeeting { meeting, partner })
        };
        meetings.iter().filter_map(with_partner).collect()
    }
}

fn mail_change(
    letters: &mut Letters<'_>,
    (event, origin): (&Event, &CalendarOrigin),
    participant: &Participant,
    cast: &Cast,
    share: &Share,
) -> Result<(), Fault> {
    let who = &participant.id;
    let link = letters.personal_link(event, who);
    let reader = MeetingReader { event, participant, origin, link: &link };
    let words = Words::of(participant.profile.lang);
    let say = |meetings: &[Meeting]| {
        let seen = cast.seen_by(who, meetings);
        seen.iter().map(|scheduled| messages::describe(words, event, scheduled)).collect::<Vec<_>>()
    };
    let mut cancelled = say(&share.cancelled);
    if let Some(word) = &share.word {
        let why = messages::cancel_reason(words, word);
        cancelled = cancelled.into_iter().map(|line| format!("{line}. {why}")).collect();
    }
    let news = if share.is_first {
        ScheduleNews::First
    } else {
        ScheduleNews::Changed { added: say(&share.added), moved: say(&share.moved), cancelled }
    };
    let mut listed = share.schedule.clone();
    if event.calendar_mode == CalendarMode::File {
        // A calendar that has taken the file in once learns from the next one what fell away.
        listed.extend(share.cancelled.iter().cloned());
    }
    letters.write(|context| messages::schedule(context, &news, &reader, &cast.seen_by(who, &listed)))?;
    if event.calendar_mode == CalendarMode::Invitation {
        for scheduled in cast.seen_by(who, &share.added).iter().chain(&cast.seen_by(who, &share.moved)) {
            letters.write(|context| messages::invitation(context, &reader, scheduled))?;
        }
        for scheduled in &cast.seen_by(who, &share.cancelled) {
            letters.write(|context| {
                let why = share.word.as_ref();
                messages::meeting_cancelled_because(context, &reader, scheduled, why)
            })?;
        }
    }
    Ok(())
}

/// Tells everyone with a meeting to come that the event has moved to another place: invitations name it. The event's row
/// is locked.
pub(in crate::services) fn tell_new_place(tx: &mut Tx<'_>, event: &Event) -> Result<(), Fault> {
    let planned = store::meetings::list_planned(tx.db, &event.id)?;
    let to_come = planned.into_iter().filter(|meeting| meeting.starts_at > tx.now);
    let moved = to_come.map(|before| {
        let after = Meeting { sequence: before.sequence + 1, updated_at: tx.now, ..before.clone() };
        (before, after)
    });
    let change = PlanChange { moved: moved.collect(), ..PlanChange::default() };
    if !change.is_empty() {
        change_plan(tx, event, change, &[])?;
    }
    Ok(())
}

/// Cancels every meeting of a participant who leaves, and every proposal of and to them, and mails the partners; the
/// participant's own mail says it.
pub(in crate::services) fn cancel_all_of(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
) -> Result<usize, Fault> {
    end_all_of(tx, event, &participant.id)?;
    let meetings = store::meetings::list_planned_of(tx.db, &participant.id)?;
    if meetings.is_empty() {
        return Ok(0);
    }
    let n = meetings.len();
    if participant.profile.person.email.is_some() {
        clear_calendar(tx, event, participant, &meetings)?;
    }
    cancel_silently(tx, event, participant)?;
    Ok(n)
}

/// Cancels every meeting of a participant and mails the partners alone.
pub(in crate::services) fn cancel_silently(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
) -> Result<(), Fault> {
    let cancelled = store::meetings::list_planned_of(tx.db, &participant.id)?;
    let change = PlanChange { cancelled, ..PlanChange::default() };
    change_plan(tx, event, change, &[&participant.id])?;
    Ok(())
}

/// Takes meetings that are about to be cancelled out of the calendar of who leaves: each invitation by a mail of its own,
/// a calendar file by one that says what fell away.
fn clear_calendar(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    meetings: &[Meeting],
) -> Result<(), Fault> {
    let mut letters = Letters::few(tx.app, tx.now);
    let link = letters.personal_link(event, &participant.id);
    let origin = calendars::origin(tx.app, tx.db, &event.id)?;
    let reader = MeetingReader { event, participant, origin: &origin, link: &link };
    let ended: Vec<Meeting> = meetings.iter().cloned().map(|meeting| cancelled(meeting, tx.now)).collect();
    let partners: BTreeSet<&ParticipantId> =
        ended.iter().map(|meeting| meeting.partner_of(&participant.id)).collect();
    let people = participants::list_by_ids(tx.db, &partners.into_iter().collect::<Vec<_>>())?;
    let cast = Cast(people.into_iter().map(|person| (person.id.clone(), person)).collect());
    let seen = cast.seen_by(&participant.id, &ended);
    match event.calendar_mode {
        CalendarMode::Invitation => seen.iter().try_for_each(|scheduled| {
            letters.write(|context| messages::meeting_cancelled(context, &reader, scheduled))
        }),
        CalendarMode::File => {
            let words = Words::of(participant.profile.lang);
            let said = seen.iter().map(|scheduled| messages::describe(words, event, scheduled)).collect();
            let news = ScheduleNews::Changed { added: Vec::new(), moved: Vec::new(), cancelled: said };
            letters.write(|context| messages::schedule(context, &news, &reader, &seen))
        }
    }?;
    Ok(letters.post(tx.db)?)
}
