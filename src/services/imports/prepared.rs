//! An import made ready before anything is locked: who is new, with id, number, link and mail, and who changes. What takes
//! its time is done here; what is left for the transaction is to look whether it still fits, and to write.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::ahead::Ahead;
use super::choices::Remembered;
use super::entries::Identity;
use super::known::{Facts, IMPORTED, facts, identity_of};
use super::options::{Coming, ImportMail, ImportOptions};
use super::outcome::{Extent, ImportError, ImportOutcome};
use super::plan;
use super::planned::{Counts, Target};
use crate::app::App;
use crate::documents::calendar::CalendarOwner;
use crate::documents::participant_list::Sheet;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::change::{self, Change};
use crate::domain::event::{Event, Programme, Topic};
use crate::domain::ids::{MailId, ParticipantId, TopicId};
use crate::domain::invitation::{self, Invitation};
use crate::domain::mail::MailKind;
use crate::domain::participant::{Participant, Profile, Source};
use crate::domain::registration::{Registration, RegistrationState};
use crate::mail::messages::{self, Standing};
use crate::services::access::ChangeAccess;
use crate::services::letters::Letters;
use crate::services::registrations::{change_state, free_seats_for_new, invitations, mail_standing};
use crate::services::tx::{Tx, write_at};
use crate::services::{Fault, invitation_letters};
use crate::store::invitations as invitations_stored;
use crate::store::log::LogEntry;
use crate::store::{
    self, Db, StoreError, events, participant_changes, participants, programme, registrations,
};

/// An import that only has to be stored.
pub(super) struct Prepared<'a> {
    now: DateTime<Utc>,
    event: Event,
    programme: Programme,
    /// Who was known, and when each was changed last.
    known: HashMap<ParticipantId, DateTime<Utc>>,
    /// Whom the file is about, as far as it brings anything.
    identities: HashSet<Identity>,
    counts: Counts,
    topics: Vec<(Topic, u32)>,
    new: Vec<NewParticipant>,
    changed: Vec<Participant>,
    /// Those who are known and become registered, with the state from which.
    raised: Vec<(ParticipantId, RegistrationState)>,
    /// Whether they are told.
    tells_raised: bool,
    /// Until when those are asked who are not registered yet; none if they have agreed elsewhere.
    asks: Option<NaiveDate>,
    /// The invitations of those who are new.
    invitations: Vec<Invitation>,
    entries: Vec<(String, LogEntry)>,
    letters: Letters<'a>,
    ahead: Ahead<'a>,
}

/// A participant whom the event does not have yet.
struct NewParticipant {
    participant: Participant,
    /// Waits, even if there are seats.
    waits: bool,
    code: String,
    letter: Option<Letter>,
}

/// The mail that tells a new participant where they stand, as it is to be expected.
struct Letter {
    /// The place in the waiting list; none for who is registered.
    place: Option<u32>,
    mail: MailId,
}

impl<'a> Prepared<'a> {
    /// Makes an import ready for the event as it is.
    pub(super) fn of(
        app: &'a App,
        access: &ChangeAccess,
        sheet: Sheet,
        options: &ImportOptions,
        extent: Extent,
    ) -> Result<Prepared<'a>, ImportError> {
        let now = app.clock.now();
        let Facts { event, programme, known, waiting, free, origin } =
            app.store.read(|db| facts(app, db, &access.event().id))?;
        let asks = match options.coming {
            Coming::Agreed => None,
            Coming::Asked(day) => Some(day),
        };
        if let Some(day) = asks {
            invitation::check_last_day(day, &event, now).map_err(ImportError::LastDay)?;
        }
        let versions = known.versions();
        let mut plan = plan::plan(app, sheet, &event, &programme, known, options);
        if let Some(lack) = plan.lack.take() {
            return Err(ImportError::File(lack));
        }
        if extent == Extent::AllRows && plan.counts().faulty > 0 {
            return Err(ImportError::Faulty(Box::new(plan)));
        }
        let first = u32::try_from(programme.topics.len()).unwrap_or(u32::MAX).saturating_add(1);
        let mut prepared = Prepared {
            now,
            event,
            programme,
            known: versions,
            identities: HashSet::new(),
            counts: plan.counts(),
            topics: std::mem::take(&mut plan.new_topics).into_iter().zip(first..).collect(),
            new: Vec::new(),
            changed: Vec::new(),
            raised: Vec::new(),
            tells_raised: options.mail == ImportMail::NewParticipants,
            asks,
            invitations: Vec::new(),
            entries: Vec::new(),
            letters: Letters::many(app, now),
            ahead: Ahead::new(app),
        };
        prepared.take(app, access, plan.targets);
        // Seats go to those who come.
        prepared.new.sort_by_key(|new| new.waits);
        let added: HashSet<&TopicId> = prepared.topics.iter().map(|(topic, _)| &topic.id).collect();
        let new: Vec<&Participant> = prepared.new.iter().map(|new| &new.participant).collect();
        prepared.ahead.store(&new, &added)?;
        prepared.write_invitations()?;
        if options.mail == ImportMail::NewParticipants {
            prepared.write_letters((free, waiting), &origin)?;
        }
        Ok(prepared)
    }

    /// Takes in what becomes of everybody.
    fn take(&mut self, app: &App, access: &ChangeAccess, targets: Vec<Target>) {
        for target in targets {
            match target {
                Target::Same => {}
                Target::Changed(participant, changes) => self.change(app, access, *participant, &changes),
                Target::Registered(participant, changes, from) => {
                    self.raised.push((participant.id.clone(), from));
                    self.change(app, access, *participant, &changes);
                }
                Target::New(profile, waits) => self.add(app, access, *profile, waits),
            }
        }
    }

    fn change(&mut self, app: &App, access: &ChangeAccess, participant: Participant, changes: &[Change]) {
        let participant = Participant { updated_at: self.now, ..participant };
        self.remember(app, access, &participant, (IMPORTED, change::encode(changes)));
        self.changed.push(participant);
    }

    fn add(&mut self, app: &App, access: &ChangeAccess, profile: Profile, waits: bool) {
        let participant = Participant {
            id: app.random.id(self.now),
            event: self.event.id.clone(),
            profile,
            source: Source::Import,
            created_at: self.now,
            updated_at: self.now,
        };
        let action =
            if self.asks.is_some() && !waits { "registration.invited" } else { "registration.imported" };
        self.remember(app, access, &participant, (action, String::new()));
        self.new.push(NewParticipant { participant, waits, code: app.random.code(), letter: None });
    }

    fn remember(
        &mut self,
        app: &App,
        access: &ChangeAccess,
        participant: &Participant,
        (action, detail): (&str, String),
    ) {
        self.identities.insert(identity_of(participant));
        let entry = LogEntry {
            at: self.now,
            actor: access.actor().code(),
            action: action.to_string(),
            subject: participant.id.as_str().to_string(),
            detail,
        };
        self.entries.push((app.random.id(self.now), entry));
    }

    /// How many of the new ones are asked: they stand before those who wait.
    fn invited(&self) -> usize {
        if self.asks.is_some() { self.come() } else { 0 }
    }

    /// How many of the new ones get a seat if so many are free.
    fn seated(&self, free: usize) -> usize {
        if self.asks.is_some() { 0 } else { self.come().min(free) }
    }

    fn come(&self) -> usize {
        self.new.iter().filter(|new| !new.waits).count()
    }

    /// Whether those who wait have a place in the waiting list; where seats are not counted they wait for an organiser.
    fn has_waiting_list(&self) -> bool {
        self.event.capacity.is_some()
    }

    /// Writes the mails to those who are asked.
    fn write_invitations(&mut self) -> Result<(), Fault> {
        let Some(day) = self.asks else { return Ok(()) };
        let mut programme = self.programme.clone();
        programme.topics.extend(self.topics.iter().map(|(topic, _)| topic.clone()));
        for NewParticipant { participant, .. } in self.new.iter().filter(|new| !new.waits) {
            let invitation = Invitation::until(day, &self.event, participant.id.clone(), self.now);
            let lists = (&self.event, &programme);
            invitation_letters::write(&mut self.letters, lists, participant, &invitation)?;
            self.invitations.push(invitation);
        }
        Ok(())
    }

    /// Writes the other mails as they will be if nobody takes or frees a seat meanwhile.
    fn write_letters(&mut self, (free, waiting): (usize, u32), origin: &CalendarOrigin) -> Result<(), Fault> {
        let (invited, has_list) = (self.invited(), self.has_waiting_list());
        let seated = self.seated(free.saturating_sub(self.raised.len()));
        for (n, new) in self.new.iter_mut().skip(invited).enumerate() {
            if new.participant.profile.person.email.is_none() || (new.waits && !has_list) {
                continue;
            }
            let place = n.checked_sub(seated).map(|behind| place(waiting.saturating_add(1), behind));
            let link = self.letters.personal_link(&self.event, &new.participant.id);
            let standing = Standing { kind: kind_of_new(place), code: &new.code, link: &link, place };
            let owner =
                CalendarOwner { event: &self.event, participant: &new.participant, origin, now: self.now };
            let mail = self.letters.write_known(|context| match place {
                None => messages::standing_with_event(context, &owner, &standing),
                Some(_) => messages::standing(context, &self.event, &new.participant, &standing),
            })?;
            new.letter = Some(Letter { place, mail });
        }
        Ok(())
    }

    /// Stores the import, and what is remembered of it; nothing if it does not fit the event any more.
    pub(super) fn store(
        &self,
        app: &App,
        access: &ChangeAccess,
        (layout, kept): (&str, &Remembered),
    ) -> Result<Option<ImportOutcome>, ImportError> {
        let kept = serde_json::to_string(kept).unwrap_or_default();
        write_at(app, self.now, |tx| {
            let event = events::lock(tx.db, &self.event.id)?;
            if !self.fits(tx.db, &event)? {
                return Ok(None);
            }
            for (topic, position) in &self.topics {
                programme::insert_topic(tx.db, &event.id, topic, *position)?;
            }
            participants::update_many(tx.db, &self.changed.iter().collect::<Vec<_>>())?;
            self.ahead.complete(tx.db)?;
            let raised = self.raise(tx, access)?;
            let event = events::lock(tx.db, &event.id)?;
            let seated = self.store_registrations(tx, &event)?;
            invitations_stored::put_many(tx.db, &self.invitations)?;
            let asked_again = if self.asks.is_some() { self.raised.len() } else { 0 };
            let entries: Vec<_> = self.entries.iter().map(|(id, entry)| (id.as_str(), entry)).collect();
            store::log::insert_many(tx.db, Some(&event.id), &entries)?;
            store::import_layouts::put(tx.db, &event.id, layout, &kept, self.now)?;
            let outcome = ImportOutcome {
                counts: self.counts,
                registered: seated + raised,
                waiting: self.new.len() - self.invited() - seated + self.raised.len() - asked_again - raised,
                invited: self.invited() + asked_again,
                changed: self.changed.len() - self.raised.len(),
                topics: self.topics.len(),
            };
            log_outcome(tx, access, &outcome)?;
            Ok(Some(outcome))
        })
    }

    /// Whether nothing has happened since that would have led to another plan.
    fn fits(&self, db: &mut Db, event: &Event) -> Result<bool, StoreError> {
        let is_same_event = Event { seats_taken: self.event.seats_taken, ..event.clone() } == self.event;
        if !is_same_event || programme::get(db, &event.id)? != self.programme {
            return Ok(false);
        }
        let ids: Vec<&ParticipantId> = self.raised.iter().map(|(id, _)| id).collect();
        let states = registrations::states_of(db, &ids)?;
        if self.raised.iter().any(|(id, from)| states.get(id) != Some(from)) {
            return Ok(false);
        }
        let now = participant_changes::changes(db, &event.id)?;
        if self.changed.iter().any(|one| now.get(&one.id) != self.known.get(&one.id)) {
            return Ok(false);
        }
        let others: Vec<&ParticipantId> =
            now.iter().filter(|(id, at)| self.known.get(id) != Some(at)).map(|(id, _)| id).collect();
        let others = participants::list_by_ids(db, &others)?;
        Ok(others.iter().all(|other| !self.identities.contains(&identity_of(other))))
    }

    /// Registers those who are known, as long as there are seats, and gives how many got one; or asks them.
    fn raise(&self, tx: &mut Tx<'_>, access: &ChangeAccess) -> Result<usize, Fault> {
        let mut seated = 0;
        for (id, _) in &self.raised {
            let event = events::lock(tx.db, &self.event.id)?;
            let registration = registrations::get(tx.db, id)?;
            let changed = self.changed.iter().find(|one| one.id == *id);
            if let Some((day, participant)) = self.asks.zip(changed) {
                invitations::invite(tx, &event, participant, &registration, day)?;
                access.note(tx, "registration.invited", id.as_str(), "")?;
                continue;
            }
            let has_seat = free_seats_for_new(tx.db, &event, self.now)? > 0;
            let state = match (has_seat, registration.state) {
                (true, _) => RegistrationState::Registered,
                (false, waits @ RegistrationState::WaitingList(_)) => waits,
                (false, _) => RegistrationState::WaitingList(events::next_seq(tx.db, &event.id)?),
            };
            change_state(tx.db, &event, &registration, state, self.now)?;
            invitations_stored::note_coming(tx.db, id, self.now)?;
            access.note(tx, "registration.imported", id.as_str(), "")?;
            let place = state.waiting_seq().map(|_| 1);
            if self.tells_raised
                && let Some(one) = changed
            {
                let changed = Registration { state, changed_at: self.now, ..registration };
                mail_standing(tx, kind(place), &event, one, &changed)?;
            }
            seated += usize::from(place.is_none());
        }
        Ok(seated)
    }

    /// Gives the new participants their seats, or places in the waiting list, and mails them; gives how many have a seat.
    fn store_registrations(&self, tx: &mut Tx<'_>, event: &Event) -> Result<usize, Fault> {
        let free = free_seats_for_new(tx.db, event, self.now)?;
        let (invited, seated) = (self.invited(), self.seated(free));
        let listed = self
            .new
            .iter()
            .skip(invited + seated)
            .filter(|new| self.has_waiting_list() || !new.waits)
            .count();
        let listed = i64::try_from(listed).unwrap_or(i64::MAX);
        let first_seq = if listed > 0 { events::take_seqs(tx.db, &event.id, listed)? } else { 0 };
        let first_place = registrations::waiting_place(tx.db, &event.id, first_seq)?;
        let rows = self.new.iter().enumerate().map(|(n, new)| {
            let behind = n.checked_sub(invited + seated);
            new.registration(match behind.map(|behind| i64::try_from(behind).unwrap_or(i64::MAX)) {
                None if n < invited => RegistrationState::Invited,
                None => RegistrationState::Registered,
                Some(_) if new.waits && !self.has_waiting_list() => RegistrationState::AwaitingApproval,
                Some(behind) => RegistrationState::WaitingList(first_seq.saturating_add(behind)),
            })
        });
        let rows: Vec<Registration> = rows.collect();
        registrations::insert_many(tx.db, &rows)?;
        events::add_seats_taken(tx.db, &event.id, i32::try_from(seated).unwrap_or(i32::MAX))?;
        let mut outdated = HashSet::new();
        for (n, (new, registration)) in self.new.iter().zip(&rows).skip(invited).enumerate() {
            let Some(letter) = &new.letter else { continue };
            let place = n.checked_sub(seated).map(|behind| place(first_place, behind));
            if place != letter.place {
                outdated.insert(&letter.mail);
                mail_standing(tx, kind_of_new(place), event, &new.participant, registration)?;
            }
        }
        self.letters.post_but(tx.db, &outdated)?;
        Ok(seated)
    }
}

impl NewParticipant {
    fn registration(&self, state: RegistrationState) -> Registration {
        Registration {
            participant: self.participant.id.clone(),
            event: self.participant.event.clone(),
            code: self.code.clone(),
            state,
            created_at: self.participant.created_at,
            changed_at: self.participant.created_at,
        }
    }
}

/// The place of who comes so many behind the first of the new ones that wait.
fn place(first: u32, behind: usize) -> u32 {
    first.saturating_add(u32::try_from(behind).unwrap_or(u32::MAX))
}

fn kind(place: Option<u32>) -> MailKind {
    if place.is_some() { MailKind::WaitingList } else { MailKind::Registered }
}

/// Whoever is new has not registered: an organiser did.
fn kind_of_new(place: Option<u32>) -> MailKind {
    if place.is_some() { MailKind::WaitingList } else { MailKind::Entered }
}

fn log_outcome(tx: &mut Tx<'_>, access: &ChangeAccess, outcome: &ImportOutcome) -> Result<(), StoreError> {
    let Counts { new, changed, same, faulty, registers, left_out } = outcome.counts;
    let detail = format!(
        "rows: {new} new, {changed} changed, {registers} registered, {same} same, {left_out} left out, {faulty} faulty"
    );
    access.note(tx, "event.imported", access.event().id.as_str(), &detail)
}
