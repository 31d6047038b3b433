//! The facts of an event as they were at a version, with what pages make of them.

use std::sync::{Arc, OnceLock};

use chrono::DateTime;

use super::facts::{Facts, People, Plan};
use super::listed::Listed;
use super::ranker::{Ranker, Ranking, known_relations};
use super::settings::RoundSettings;
use super::stored::decode;
use crate::domain::event::Event;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::meeting_report::MeetingReport;
use crate::domain::round::RoundState;
use crate::services::Fault;
use crate::services::proposals::Board;
use crate::store::event_versions::Versions;
use crate::store::{Db, meeting_reports, rounds};

/// An event as it was read at a version, and what was made of it.
pub(in crate::services) struct Kept {
    event: Event,
    versions: Versions,
    people: People,
    plan: Plan,
    facts: Facts,
    pub reports: Vec<MeetingReport>,
    settings: RoundSettings,
    // Shared with the version before, as long as it is about the same.
    listed: Arc<OnceLock<Listed>>,
    ranker: Arc<OnceLock<Ranker>>,
    board: OnceLock<Board>,
}

impl Kept {
    /// Reads an event at a version; what is the same as `before` is taken from there.
    pub(super) fn load(
        db: &mut Db,
        (event, versions): (Event, Versions),
        before: Option<&Kept>,
    ) -> Result<Kept, Fault> {
        let is_about_the_same = |before: &&Kept| {
            let (then, now) = (&before.versions, &versions);
            then.people == now.people && then.lists == now.lists && before.event.is_set_as(&event)
        };
        let same = before.filter(is_about_the_same);
        let people = match same {
            Some(before) => before.people.clone(),
            None => People::load(db, &event.id)?,
        };
        let (plan, settings) = match before.filter(|before| before.versions.plan == versions.plan) {
            Some(before) => (before.plan.clone(), before.settings.clone()),
            None => (Plan::load(db, &event.id)?, settings(db, &event.id)?),
        };
        let same_weights = same.filter(|before| before.settings == settings);
        Ok(Kept {
            // The time is that of whoever asks.
            facts: Facts::of(event.clone(), &people, &plan, DateTime::UNIX_EPOCH),
            reports: meeting_reports::list(db, &event.id)?,
            listed: same.map(|before| Arc::clone(&before.listed)).unwrap_or_default(),
            ranker: same_weights.map(|before| Arc::clone(&before.ranker)).unwrap_or_default(),
            board: OnceLock::new(),
            event,
            versions,
            people,
            plan,
            settings,
        })
    }

    /// Whether it is still right for an event at a version.
    pub(super) fn is_of(&self, event: &Event, versions: &Versions) -> bool {
        self.versions == *versions && self.event.is_set_as(event)
    }

    /// The facts, whatever the time.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The people as everybody sees them.
    pub fn listed(&self) -> &Listed {
        self.listed.get_or_init(|| Listed::of(&self.facts.people, &self.facts.programme.questions))
    }

    /// Who is free when.
    pub fn board(&self) -> &Board {
        self.board.get_or_init(|| Board::new(self.facts.clone(), &self.reports))
    }

    /// The others as a participant sees them, by how well they fit; nothing if they are not registered.
    pub fn ranking(&self, reader: &ParticipantId) -> Option<Ranking<'_>> {
        let place = self.board().seat(reader)?;
        let ranker =
            self.ranker.get_or_init(|| Ranker::new(&self.facts, &self.listed().people, &self.settings));
        let with = self.board().wishes_with(place).collect();
        let known = known_relations(&self.facts.declined, with, reader, |who| self.board().seat(who));
        ranker.reader(&self.facts, place, &known)
    }
}

/// The settings of the round that was published last, else of the newest, else those that a round begins with.
fn settings(db: &mut Db, event: &EventId) -> Result<RoundSettings, Fault> {
    let rounds = rounds::list(db, event)?;
    let published = rounds.iter().find(|round| round.state == RoundState::Published);
    published.or(rounds.first()).map_or_else(|| Ok(RoundSettings::default()), |round| decode(&round.settings))
}
