//! A round as the organiser sees it.

use std::collections::{BTreeSet, HashMap};

use super::conflict::Conflict;
use super::facts::Facts;
use super::groups::Obstacle;
use super::report::Report;
use super::settings::RoundSettings;
use super::stored::decode;
use super::why::Why;
use super::{progress, scorer};
use crate::app::App;
use crate::domain::event::{Event, Programme};
use crate::domain::ids::{AccountId, ParticipantId, SlotId};
use crate::domain::meeting::ReasonTerm;
use crate::domain::participant::Participant;
use crate::domain::round::{PairRule, Round, RoundMeeting, RoundState, RoundStep};
use crate::services::Fault;
use crate::services::access::EventAccess;
use crate::store::{
    Db, StoreError, accounts, events, participants, programme, round_leases, round_steps, rounds,
};

/// A round with everything that its page shows.
#[derive(Debug, Clone)]
pub struct RoundView {
    pub round: Round,
    pub settings: RoundSettings,
    pub report: Report,
    pub event: Event,
    pub programme: Programme,
    /// By slot and table.
    pub meetings: Vec<DraftMeeting>,
    /// Everyone named in meetings, shortfalls and rules.
    pub people: HashMap<ParticipantId, Participant>,
    pub rules: Vec<PairRule>,
    /// What was changed by hand, with the names of those who did it.
    pub steps: Vec<(RoundStep, String)>,
    /// How far it is, while it is being solved.
    pub progress: Option<matching::Progress>,
    /// Whether an organiser has asked for the best so far.
    pub is_stopping: bool,
}

impl RoundView {
    /// Whether it is another one than was solved: changed by hand, and not all of that undone.
    pub fn is_changed_by_hand(&self) -> bool {
        let is_undone = !self.steps.is_empty() && self.steps.iter().all(|(step, _)| step.undone);
        self.report.changed_by_hand && !is_undone
    }
}

/// A meeting of a draft with its two people.
#[derive(Debug, Clone)]
pub struct DraftMeeting {
    pub meeting: RoundMeeting,
    pub a: Participant,
    pub b: Participant,
}

/// The rounds of an event with their reports, latest first.
pub fn list(app: &App, access: &EventAccess) -> Result<Vec<(Round, Report)>, Fault> {
    app.store.read(|db| {
        let rounds = rounds::list(db, &access.event().id)?;
        let with_report = |round: Round| {
            let report = decode(&round.report)?;
            Ok((round, report))
        };
        rounds.into_iter().map(with_report).collect()
    })
}

/// With which settings a round begins: those of the latest one, else of the event that this one was made like.
pub fn latest_settings(app: &App, access: &EventAccess) -> Result<Option<RoundSettings>, Fault> {
    app.store.read(|db| {
        let latest = rounds::latest(db, &access.event().id)?.map(|round| round.settings);
        let stored = match latest {
            Some(settings) => Some(settings),
            None => rounds::first_settings(db, &access.event().id)?,
        };
        stored.map(|settings| decode(&settings)).transpose()
    })
}

/// Everything about one round.
pub fn view(app: &App, access: &EventAccess, number: u32) -> Result<RoundView, Fault> {
    app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        let round = rounds::get_by_number(db, &event.id, number)?;
        let report: Report = decode(&round.report)?;
        let meetings = rounds::list_meetings(db, &round.id)?;
        let rules = rounds::list_pair_rules(db, &event.id)?;
        let steps = steps(db, &round)?;
        let people = named(db, &meetings, &report, &rules, &steps)?;
        let programme = programme::get(db, &event.id)?;
        let settings = decode(&round.settings)?;
        let meetings = in_order(meetings, &programme, &people);
        let solving = round_leases::solving(db, &round.id)?;
        let progress = solving.progress.as_deref().and_then(progress::read);
        let is_stopping = solving.stop_asked_at.is_some() && round.state == RoundState::Running;
        Ok(RoundView {
            round,
            settings,
            report,
            event,
            programme,
            meetings,
            people,
            rules,
            steps,
            progress,
            is_stopping,
        })
    })
}

/// The changes of a draft by hand.
pub(super) fn steps(db: &mut Db, round: &Round) -> Result<Vec<(RoundStep, String)>, StoreError> {
    let steps = round_steps::list(db, &round.id)?;
    let makers: BTreeSet<&AccountId> = steps.iter().filter_map(|step| step.by.as_ref()).collect();
    let mut names: HashMap<AccountId, String> = HashMap::new();
    for maker in makers {
        names.insert(maker.clone(), accounts::get(db, maker)?.name);
    }
    let with_name = |step: RoundStep| {
        let name = step.by.as_ref().and_then(|by| names.get(by)).cloned().unwrap_or_default();
        (step, name)
    };
    Ok(steps.into_iter().map(with_name).collect())
}

fn named(
    db: &mut Db,
    meetings: &[RoundMeeting],
    report: &Report,
    rules: &[PairRule],
    steps: &[(RoundStep, String)],
) -> Result<HashMap<ParticipantId, Participant>, StoreError> {
    let mut ids: BTreeSet<&ParticipantId> =
        meetings.iter().flat_map(|meeting| [&meeting.a, &meeting.b]).collect();
    ids.extend(rules.iter().flat_map(|rule| [&rule.a, &rule.b]));
    let stepped = steps.iter().flat_map(|(step, _)| step.before.iter().chain(&step.after));
    ids.extend(stepped.flat_map(|meeting| [&meeting.a, &meeting.b]));
    let rules_stepped = steps.iter().flat_map(|(step, _)| step.rules.both());
    ids.extend(rules_stepped.flat_map(|rule| [&rule.a, &rule.b]));
    ids.extend(&report.nowhere);
    ids.extend(report.ignored_pins.iter().flat_map(|pin| [&pin.a, &pin.b]));
    let missed = report.repair.iter().flat_map(|repair| &repair.missed);
    ids.extend(report.obstacles.iter().flat_map(Obstacle::people));
    ids.extend(report.conflicts.iter().chain(missed).flat_map(Conflict::people));
    for shortfall in &report.shortfalls {
        ids.insert(&shortfall.participant);
        if let Why::Hindered { partners, .. } = &shortfall.why {
            ids.extend(partners.iter().map(|(id, _)| id));
        }
    }
    let people = participants::list_by_ids(db, &ids.into_iter().collect::<Vec<_>>())?;
    Ok(people.into_iter().map(|person| (person.id.clone(), person)).collect())
}

pub(super) fn in_order(
    meetings: Vec<RoundMeeting>,
    programme: &Programme,
    people: &HashMap<ParticipantId, Participant>,
) -> Vec<DraftMeeting> {
    let places: HashMap<&SlotId, usize> =
        programme.slots.iter().enumerate().map(|(place, slot)| (&slot.id, place)).collect();
    let mut drafts: Vec<DraftMeeting> = meetings
        .into_iter()
        .filter_map(|meeting| {
            let (a, b) = (people.get(&meeting.a)?.clone(), people.get(&meeting.b)?.clone());
            Some(DraftMeeting { meeting, a, b })
        })
        .collect();
    drafts.sort_by_key(|draft| {
        (places.get(&draft.meeting.slot).copied(), draft.meeting.table, draft.meeting.a.clone())
    });
    drafts
}

/// Why two people would meet, or why the rules do not allow it: the terms of a pair with the settings of a round.
pub fn pair_terms(
    app: &App,
    access: &EventAccess,
    settings: &RoundSettings,
    a: &ParticipantId,
    b: &ParticipantId,
) -> Result<Result<Vec<ReasonTerm>, String>, Fault> {
    let facts = app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        Ok::<_, Fault>(Facts::load(db, event, app.clock.now())?)
    })?;
    let places = facts.places();
    let scorer = scorer::scorer(&facts, settings, &places);
    let (Some(a), Some(b)) = (places.get(a), places.get(b)) else {
        return Err(StoreError::NotFound.into());
    };
    Ok(match scorer.explain(*a as u32, *b as u32) {
        Ok(pair) => Ok(scorer::terms(&facts, &pair)),
        Err(why) => Err(why.to_string()),
    })
}
