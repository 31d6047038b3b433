//! An import made ready before anything is locked: who is new, with id, number, link and mail, and who changes. What takes
//! its time is done here; what is left for the transaction is to look whether it still fits, and to write.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::ahead::Ahead;
use super::entries::{Identity, identity};
use super::outcome::{Extent, ImportError, ImportOutcome};
use super::plan::{self, Counts, ImportMail, ImportOptions, Target};
use crate::app::App;
use crate::documents::participants_csv::Sheet;
use crate::domain::event::{Event, Programme, Topic};
use crate::domain::ids::{MailId, ParticipantId, TopicId};
use crate::domain::mail::MailKind;
use crate::domain::participant::{Participant, Profile, Source};
use crate::domain::registration::{Registration, RegistrationState};
use crate::mail::messages::{self, Standing};
use crate::services::Fault;
use crate::services::access::ChangeAccess;
use crate::services::letters::Letters;
use crate::services::registrations::mail_standing;
use crate::services::tx::{Tx, write_at};
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
    entries: Vec<(String, LogEntry)>,
    letters: Letters<'a>,
    ahead: Ahead<'a>,
}

/// A participant whom the event does not have yet.
struct NewParticipant {
    participant: Participant,
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
        sheet: &Sheet,
        options: &ImportOptions,
        extent: Extent,
    ) -> Result<Prepared<'a>, ImportError> {
        let now = app.clock.now();
        let (event, programme, known, waiting) = app.store.read(|db| {
            let event = events::get(db, &access.event().id)?;
            let programme = programme::get(db, &event.id)?;
            let known = participants::list_in_states(db, &event.id, &RegistrationState::CODES)?;
            let waiting = registrations::waiting_place(db, &event.id, i64::MAX)? - 1;
            Ok::<_, StoreError>((event, programme, known, waiting))
        })?;
        let versions = known.iter().map(|one| (one.id.clone(), one.updated_at)).collect();
        let mut plan = plan::plan(app, sheet, &event, &programme, known, options);
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
            entries: Vec::new(),
            letters: Letters::many(app, now),
            ahead: Ahead::new(app),
        };
        for target in plan.targets {
            match target {
                Target::Same => {}
                Target::Changed(participant, _) => prepared.change(app, access, *participant),
                Target::New(profile) => prepared.add(app, access, *profile),
            }
        }
        let added: HashSet<&TopicId> = prepared.topics.iter().map(|(topic, _)| &topic.id).collect();
        let new: Vec<&Participant> = prepared.new.iter().map(|new| &new.participant).collect();
        prepared.ahead.store(&new, &added)?;
        if options.mail == ImportMail::NewParticipants {
            prepared.write_letters(waiting)?;
        }
        Ok(prepared)
    }

    fn change(&mut self, app: &App, access: &ChangeAccess, participant: Participant) {
        let participant = Participant { updated_at: self.now, ..participant };
        self.remember(app, access, &participant, "participant.imported");
        self.changed.push(participant);
    }

    fn add(&mut self, app: &App, access: &ChangeAccess, profile: Profile) {
        let participant = Participant {
            id: app.random.id(self.now),
            event: self.event.id.clone(),
            profile,
            source: Source::Import,
            created_at: self.now,
            updated_at: self.now,
        };
        self.remember(app, access, &participant, "registration.imported");
        self.new.push(NewParticipant { participant, code: app.random.code(), letter: None });
    }

    fn remember(&mut self, app: &App, access: &ChangeAccess, participant: &Participant, action: &str) {
        self.identities.insert(identity_of(participant));
        let entry = LogEntry {
            at: self.now,
            actor: access.actor().code(),
            action: action.to_string(),
            subject: participant.id.as_str().to_string(),
            detail: String::new(),
        };
        self.entries.push((app.random.id(self.now), entry));
    }

    /// Writes the mails as they will be if nobody takes or frees a seat meanwhile.
    fn write_letters(&mut self, waiting: u32) -> Result<(), Fault> {
        let free = free_seats(&self.event);
        for (n, new) in self.new.iter_mut().enumerate() {
            if new.participant.profile.person.email.is_none() {
                continue;
            }
            let place = n.checked_sub(free).map(|behind| place(waiting.saturating_add(1), behind));
            let link = self.letters.personal_link(&self.event, &new.participant.id);
            let standing = Standing { kind: kind(place), code: &new.code, link: &link, place };
            let mail = self.letters.write_known(|context| {
                messages::standing(context, &self.event, &new.participant, &standing)
            })?;
            new.letter = Some(Letter { place, mail });
        }
        Ok(())
    }

    /// Stores the import; nothing if it does not fit the event any more.
    pub(super) fn store(
        &self,
        app: &App,
        access: &ChangeAccess,
    ) -> Result<Option<ImportOutcome>, ImportError> {
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
            let free = self.store_registrations(tx, &event)?;
            let entries: Vec<_> = self.entries.iter().map(|(id, entry)| (id.as_str(), entry)).collect();
            store::log::insert_many(tx.db, Some(&event.id), &entries)?;
            let registered = self.new.len().min(free);
            let outcome = ImportOutcome {
                counts: self.counts,
                registered,
                waiting: self.new.len() - registered,
                changed: self.changed.len(),
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
        let now = participant_changes::changes(db, &event.id)?;
        if self.changed.iter().any(|one| now.get(&one.id) != self.known.get(&one.id)) {
            return Ok(false);
        }
        let others: Vec<&ParticipantId> =
            now.iter().filter(|(id, at)| self.known.get(id) != Some(at)).map(|(id, _)| id).collect();
        let others = participants::list_by_ids(db, &others)?;
        Ok(others.iter().all(|other| !self.identities.contains(&identity_of(other))))
    }

    /// Gives the new participants their seats, or places in the waiting list, and mails them; gives how many seats were
    /// free.
    fn store_registrations(&self, tx: &mut Tx<'_>, event: &Event) -> Result<usize, Fault> {
        let free = free_seats(event);
        let seated = self.new.len().min(free);
        let waiting = i64::try_from(self.new.len() - seated).unwrap_or(i64::MAX);
        let first_seq = if waiting > 0 { events::take_seqs(tx.db, &event.id, waiting)? } else { 0 };
        let first_place = registrations::waiting_place(tx.db, &event.id, first_seq)?;
        let seqs = std::iter::repeat_n(None, seated).chain((first_seq..).map(Some));
        let rows: Vec<Registration> =
            self.new.iter().zip(seqs).map(|(new, seq)| new.registration(seq)).collect();
        registrations::insert_many(tx.db, &rows)?;
        events::add_seats_taken(tx.db, &event.id, i32::try_from(seated).unwrap_or(i32::MAX))?;
        let mut outdated = HashSet::new();
        for (n, (new, registration)) in self.new.iter().zip(&rows).enumerate() {
            let Some(letter) = &new.letter else { continue };
            let place = n.checked_sub(free).map(|behind| place(first_place, behind));
            if place != letter.place {
                outdated.insert(&letter.mail);
                mail_standing(tx, kind(place), event, &new.participant, registration)?;
            }
        }
        self.letters.post_but(tx.db, &outdated)?;
        Ok(free)
    }
}

impl NewParticipant {
    /// With a seat, or with this number of the waiting list.
    fn registration(&self, seq: Option<i64>) -> Registration {
        Registration {
            participant: self.participant.id.clone(),
            event: self.participant.event.clone(),
            code: self.code.clone(),
            state: seq.map_or(RegistrationState::Registered, RegistrationState::WaitingList),
            created_at: self.participant.created_at,
            changed_at: self.participant.created_at,
        }
    }
}

fn identity_of(participant: &Participant) -> Identity {
    let person = &participant.profile.person;
    identity(person.email.as_ref(), &person.organisation, &person.name)
}

fn free_seats(event: &Event) -> usize {
    let free = event.capacity.map(|capacity| capacity.saturating_sub(event.seats_taken));
    free.and_then(|free| usize::try_from(free).ok()).unwrap_or(usize::MAX)
}

/// The place of who comes so many behind the first of the new ones that wait.
fn place(first: u32, behind: usize) -> u32 {
    first.saturating_add(u32::try_from(behind).unwrap_or(u32::MAX))
}

fn kind(place: Option<u32>) -> MailKind {
    if place.is_some() { MailKind::WaitingList } else { MailKind::Registered }
}

fn log_outcome(tx: &mut Tx<'_>, access: &ChangeAccess, outcome: &ImportOutcome) -> Result<(), StoreError> {
    let Counts { new, changed, same, faulty } = outcome.counts;
    let detail = format!("rows: {new} new, {changed} changed, {same} same, {faulty} faulty");
    access.note(tx, "event.imported", access.event().id.as_str(), &detail)
}
