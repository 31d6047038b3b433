//! To whom a mailing goes, of those whom its filter means: who confirmed their address or was put on the list by an organiser, has
//! an address, and takes mailings of the event.

use std::collections::HashSet;

use crate::domain::ids::{EventId, ParticipantId, digest};
use crate::domain::lang::Lang;
use crate::domain::people_filter::Filter;
use crate::domain::registration::RegistrationState;
use crate::domain::subscription::Series;
use crate::store::mailings::{self, Candidate};
use crate::store::{Db, StoreError, blocked_addresses, subscriptions};

/// Whom a filter means, by whether a mailing goes to them.
#[derive(Debug, Clone, Default)]
pub struct Audience {
    pub gets: Vec<Candidate>,
    /// Mail came back from their addresses: theirs waits in the outbox until that is mended.
    pub blocked: Vec<Candidate>,
    /// They have no address.
    pub without_address: usize,
    /// Nobody has shown that the address is theirs, and it was typed by whoever it may be.
    pub unconfirmed: usize,
    /// They take no mailings of this event.
    pub stopped: usize,
}

impl Audience {
    /// Those of an event whom a filter means.
    pub(in crate::services) fn of(
        db: &mut Db,
        event: &EventId,
        filter: &Filter,
    ) -> Result<Audience, StoreError> {
        Audience::among(db, event, filter, None)
    }

    /// The same of these people alone, if some are given.
    pub(super) fn among(
        db: &mut Db,
        event: &EventId,
        filter: &Filter,
        people: Option<&[ParticipantId]>,
    ) -> Result<Audience, StoreError> {
        let found = mailings::candidates(db, event, filter, people)?;
        let stopped: HashSet<ParticipantId> =
            subscriptions::list_stopped(db, event, Series::Mailings)?.into_iter().collect();
        let keys: Vec<String> = found.iter().filter_map(|one| one.email_key.clone()).collect();
        let blocked = blocked_addresses::among(db, &keys)?;
        let mut audience = Audience::default();
        for one in found {
            match &one.email_key {
                None => audience.without_address += 1,
                Some(_) if one.state == RegistrationState::Unconfirmed.code() => audience.unconfirmed += 1,
                Some(_) if stopped.contains(&one.id) => audience.stopped += 1,
                Some(key) if blocked.contains(key) => audience.blocked.push(one),
                Some(_) => audience.gets.push(one),
            }
        }
        Ok(audience)
    }

    /// How many the filter means.
    pub fn found(&self) -> usize {
        self.gets.len() + self.blocked.len() + self.without_address + self.unconfirmed + self.stopped
    }

    /// Names those to whom it goes, so that a button sends nothing to anybody whom its page did not count.
    pub fn digest(&self) -> String {
        digest(self.gets.iter().map(|one| one.id.as_str()))
    }

    /// How many get it who read a language.
    pub fn count_in(&self, lang: Lang) -> usize {
        self.gets.iter().filter(|one| one.lang == lang).count()
    }

    /// Everybody for whom a mail is made.
    pub(super) fn recipients(&self) -> Vec<ParticipantId> {
        self.gets.iter().chain(&self.blocked).map(|one| one.id.clone()).collect()
    }
}
