//! Changes of the published plan: meetings that come, move or go, with the mails about them in one transaction.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use crate::documents::calendar::ScheduledMeeting;
use crate::domain::event::{CalendarMode, Event};
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::meeting_report::CancelWord;
use crate::domain::participant::Participant;
use crate::mail::messages::{self, ScheduleNews};
use crate::services::post::post;
use crate::services::proposals::ending::{end_all_of, end_beside};
use crate::services::tx::Tx;
use crate::services::{Fault, links};
use crate::store::{self, Db, StoreError, participants};
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

/// Writes a change of the plan and mails everyone whose plan changed, except those in `silent`, who hear of it
/// otherwise. Gives how many people were mailed. The event's row is locked.
pub(in crate::services) fn change_plan(
    tx: &mut Tx<'_>,
    event: &Event,
    change: PlanChange,
    silent: &[&ParticipantId],
) -> Result<usize, Fault> {
    let had_meetings = people_with_meetings(tx.db, event)?;
    // Two meetings can change places: first everyone stands up, then they sit down again.
    for meeting in change.cancelled.iter().chain(change.moved.iter().map(|(before, _)| before)) {
        store::meetings::unseat(tx.db, meeting)?;
    }
    let cancelled: Vec<Meeting> =
        change.cancelled.into_iter().map(|meeting| cancelled(meeting, tx.now)).collect();
    for meeting in &cancelled {
        store::meetings::update_cancelled(tx.db, meeting)?;
    }
    for (_, after) in &change.moved {
        store::meetings::update_moved(tx.db, after)?;
    }
    for meeting in &change.added {
        store::meetings::insert(tx.db, meeting)?;
    }
    for meeting in change.added.iter().chain(change.moved.iter().map(|(_, after)| after)) {
        end_beside(tx, event, meeting)?;
    }
    let mut shares: BTreeMap<ParticipantId, Share> = BTreeMap::new();
    share_out(&mut shares, &change.added, |share| &mut share.added);
    let moved: Vec<Meeting> = change.moved.into_iter().map(|(_, after)| after).collect();
    share_out(&mut shares, &moved, |share| &mut share.moved);
    share_out(&mut shares, &cancelled, |share| &mut share.cancelled);
    for (who, share) in &mut shares {
        share.word = change.word.clone().filter(|word| word.by != *who);
        share.is_first = !had_meetings.contains(who) && share.cancelled.is_empty() && share.moved.is_empty();
    }
    for meeting in store::meetings::list_planned(tx.db, &event.id)? {
        for who in [&meeting.a, &meeting.b] {
            if let Some(share) = shares.get_mut(who) {
                share.schedule.push(meeting.clone());
            }
        }
    }
    let cast = Cast::load(tx.db, &shares)?;
    let mut mailed = 0;
    for (who, share) in shares.iter().filter(|(who, _)| !silent.contains(who)) {
        let Some(participant) = cast.reachable(who) else { continue };
        mail_change(tx, event, participant, &cast, share)?;
        mailed += 1;
    }
    Ok(mailed)
}

fn people_with_meetings(db: &mut Db, event: &Event) -> Result<BTreeSet<ParticipantId>, StoreError> {
    let planned = store::meetings::list_planned(db, &event.id)?;
    Ok(planned.into_iter().flat_map(|meeting| [meeting.a, meeting.b]).collect())
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
struct Cast(HashMap<ParticipantId, Participant>);

impl Cast {
    fn load(db: &mut Db, shares: &BTreeMap<ParticipantId, Share>) -> Result<Cast, StoreError> {
        let meetings = shares.values().flat_map(|share| {
            share.added.iter().chain(&share.moved).chain(&share.cancelled).chain(&share.schedule)
        });
        let ids: BTreeSet<&ParticipantId> = meetings.flat_map(|meeting| [&meeting.a, &meeting.b]).collect();
        let people = participants::list_by_ids(db, &ids.into_iter().collect::<Vec<_>>())?;
        Ok(Cast(people.into_iter().map(|person| (person.id.clone(), person)).collect()))
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
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    cast: &Cast,
    share: &Share,
) -> Result<(), Fault> {
    let who = &participant.id;
    let link = links::new_personal_link(tx, event, who)?;
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
    post(tx, |context| {
        messages::schedule(context, &news, event, participant, &link, &cast.seen_by(who, &listed))
    })?;
    if event.calendar_mode == CalendarMode::Invitation {
        for scheduled in cast.seen_by(who, &share.added).iter().chain(&cast.seen_by(who, &share.moved)) {
            post(tx, |context| messages::invitation(context, event, participant, &link, scheduled))?;
        }
        for scheduled in &cast.seen_by(who, &share.cancelled) {
            post(tx, |context| {
                let why = share.word.as_ref();
                messages::meeting_cancelled_because(context, event, participant, &link, scheduled, why)
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
    let link = links::new_personal_link(tx, event, &participant.id)?;
    let ended: Vec<Meeting> = meetings.iter().cloned().map(|meeting| cancelled(meeting, tx.now)).collect();
    let partners: BTreeSet<&ParticipantId> =
        ended.iter().map(|meeting| meeting.partner_of(&participant.id)).collect();
    let people = participants::list_by_ids(tx.db, &partners.into_iter().collect::<Vec<_>>())?;
    let cast = Cast(people.into_iter().map(|person| (person.id.clone(), person)).collect());
    let seen = cast.seen_by(&participant.id, &ended);
    match event.calendar_mode {
        CalendarMode::Invitation => seen.iter().try_for_each(|scheduled| {
            post(tx, |context| messages::meeting_cancelled(context, event, participant, &link, scheduled))
        }),
        CalendarMode::File => {
            let words = Words::of(participant.profile.lang);
            let said = seen.iter().map(|scheduled| messages::describe(words, event, scheduled)).collect();
            let news = ScheduleNews::Changed { added: Vec::new(), moved: Vec::new(), cancelled: said };
            post(tx, |context| messages::schedule(context, &news, event, participant, &link, &seen))
        }
    }
}
