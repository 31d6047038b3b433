//! The new participants of an import: they are stored before it, some at a time, while others write in between, and are there
//! with it or not at all.

use std::collections::HashSet;

use chrono::Duration;

use crate::app::App;
use crate::domain::ids::{ParticipantId, TopicId};
use crate::domain::participant::{Interest, Participant, Profile};
use crate::services::{Fault, waiting_as_the_program};
use crate::store::unregistered::{self, Mark};
use crate::store::{Db, StoreError, Trouble, participants};

/// How many participants are stored at a time.
const SOME: usize = 200;
/// The same, for a search.
const SOME_FOUND: i64 = 200;
/// How long nobody doubts that an import is still under way.
const TRUSTED: Duration = Duration::minutes(10);

/// Participants who are stored and not registered. Once it is dropped those who are not registered by then are removed.
pub(super) struct Ahead<'a> {
    app: &'a App,
    mark: Mark,
    ids: Vec<ParticipantId>,
    /// What they offer and seek of topics that are not there yet.
    late: Vec<(ParticipantId, Interest)>,
}

impl<'a> Ahead<'a> {
    /// Nobody yet.
    pub(super) fn new(app: &'a App) -> Ahead<'a> {
        let mark = Mark(app.random.id(app.clock.now()));
        Ahead { app, mark, ids: Vec::new(), late: Vec::new() }
    }

    /// Stores them; `topics` are new with the import.
    pub(super) fn store(
        &mut self,
        new: &[&Participant],
        topics: &HashSet<&TopicId>,
    ) -> Result<(), StoreError> {
        for some in new.chunks(SOME) {
            let some: Vec<Participant> = some.iter().map(|one| self.without_late(one, topics)).collect();
            let store =
                || self.app.store.write(|db| participants::insert_unregistered(db, &some, &self.mark));
            // Whoever is told that a list is locked out is told so at its first part.
            if self.ids.is_empty() {
                store()?
            } else {
                waiting_as_the_program(store)?
            };
            self.ids.extend(some.iter().map(|one| one.id.clone()));
        }
        Ok(())
    }

    fn without_late(&mut self, one: &Participant, topics: &HashSet<&TopicId>) -> Participant {
        let (late, interests): (Vec<Interest>, Vec<Interest>) =
            one.profile.interests.iter().cloned().partition(|interest| topics.contains(&interest.topic));
        self.late.extend(late.into_iter().map(|interest| (one.id.clone(), interest)));
        Participant { profile: Profile { interests, ..one.profile.clone() }, ..one.clone() }
    }

    /// Makes them ready to be registered, in the transaction of the import and after its topics.
    pub(super) fn complete(&self, db: &mut Db) -> Result<(), StoreError> {
        participants::insert_interests(db, &self.late)?;
        let there = unregistered::unmark(db, &self.ids.iter().collect::<Vec<_>>(), &self.mark)?;
        if there == self.ids.len() {
            return Ok(());
        }
        // The worker has taken the import for one that nobody works at any more.
        Err(StoreError::Unavailable(Trouble::Busy, "it took too long to make the import ready".to_string()))
    }
}

impl Drop for Ahead<'_> {
    fn drop(&mut self) {
        if let Err(error) = waiting_as_the_program(|| remove(self.app, &self.ids)) {
            tracing::warn!(%error, "what an import has left is left to the worker");
        }
    }
}

/// Removes those of them who are not registered, some at a time; how many there were.
fn remove(app: &App, ids: &[ParticipantId]) -> Result<usize, StoreError> {
    let mut removed = 0;
    for some in ids.chunks(SOME) {
        let some: Vec<&ParticipantId> = some.iter().collect();
        removed += app.store.write(|db| unregistered::remove_unregistered(db, &some))?;
    }
    Ok(removed)
}

/// Removes those whom an import has left that died; how many there were.
pub fn remove_left(app: &App) -> Result<usize, Fault> {
    let mut removed = 0;
    loop {
        let before = app.clock.now() - TRUSTED;
        let left = app.store.read(|db| unregistered::list_unregistered(db, before, SOME_FOUND))?;
        if left.is_empty() {
            return Ok(removed);
        }
        removed += remove(app, &left)?;
    }
}
