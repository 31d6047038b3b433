//! The mail of a mailing to one reader, made before any transaction, and the facts that it is filled with.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::mailing::Mailing;
use crate::domain::participant::Participant;
use crate::domain::registration::{Registration, RegistrationState};
use crate::domain::text::Email;
use crate::mail::StopLink;
use crate::mail::messages::{self, MailingMail};
use crate::services::Fault;
use crate::services::links::Page;
use crate::services::post::{Made, made, made_test};
use crate::store::{Db, StoreError, meetings, participants, registrations};

/// Somebody who gets a mailing, with the facts of their own.
#[derive(Debug, Clone)]
pub struct Reader {
    pub participant: Participant,
    pub registration: Registration,
    /// How many meetings they have.
    pub meetings: usize,
}

impl Reader {
    /// These people, as far as they are there, in any order.
    pub(super) fn list(db: &mut Db, people: &[&ParticipantId]) -> Result<Vec<Reader>, StoreError> {
        let rows = registrations::list_of(db, people)?;
        let mut registrations: HashMap<ParticipantId, Registration> =
            rows.into_iter().map(|row| (row.registration.participant.clone(), row.registration)).collect();
        let counts = meetings::count_seats_of(db, people)?;
        let reader = |participant: Participant| {
            let registration = registrations.remove(&participant.id)?;
            let meetings = counts.get(&participant.id).copied().unwrap_or_default();
            Some(Reader { participant, registration, meetings })
        };
        Ok(participants::list_by_ids(db, people)?.into_iter().filter_map(reader).collect())
    }

    /// The page that their link opens: whoever is invited answers there.
    pub(super) fn page(&self) -> Page {
        match self.registration.state {
            RegistrationState::Invited => Page::Invitation,
            _ => Page::Overview,
        }
    }
}

/// Where a reader's mail leads.
pub(super) struct Ways<'a> {
    pub link: &'a str,
    pub stop: &'a StopLink,
    /// Who gets it in the reader's place.
    pub test_for: Option<&'a Email>,
}

/// Makes the mail.
pub(super) fn make(
    app: &App,
    now: DateTime<Utc>,
    (event, mailing): (&Event, &Mailing),
    reader: &Reader,
    ways: &Ways<'_>,
) -> Result<Made, Fault> {
    let mail = MailingMail {
        event,
        nudge: mailing.nudge.map(|(nudge, _)| nudge),
        subject: &mailing.subject,
        text: &mailing.text,
        participant: &reader.participant,
        reference: &reader.registration.code,
        meetings: reader.meetings,
        link: ways.link,
        stop: ways.stop,
    };
    match ways.test_for {
        Some(to) => made_test(app, now, to, |context| messages::mailing(context, &mail)),
        None => made(app, now, |context| messages::mailing(context, &mail)),
    }
}
