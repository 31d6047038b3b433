//! What a round reached, beside what no schedule can exceed, and why anybody has too few meetings.

use serde::{Deserialize, Serialize};

use super::causes::{self, Reading, Remedy, Room};
use super::conflict::{self, Conflict};
use super::facts::Facts;
use super::groups::{self, Obstacle};
use super::own_hours;
use super::pins::IgnoredPin;
use super::problem::groups_differ;
use super::settings::Pairing;
use super::why::{Hindrance, Why};
use crate::domain::ids::ParticipantId;

/// The report of a round, as stored.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    pub figures: Figures,
    pub shortfalls: Vec<Shortfall>,
    /// Those who want meetings and are in no slot at all.
    pub nowhere: Vec<ParticipantId>,
    /// Those who want meetings and are in slots, all of which lie outside the hours of their own day in which they meet.
    pub outside_hours: Vec<ParticipantId>,
    /// Whether all people are of one organisation, so that nobody may meet anybody.
    pub one_organisation: bool,
    /// How much room there is for meetings; none in reports from before it was counted.
    pub room: Option<Room>,
    /// What would let more people reach their minimum, the most helpful first.
    pub remedies: Vec<Remedy>,
    /// Why not everybody has the meetings with other groups that are asked for, as far as it is proved.
    pub obstacles: Vec<Obstacle>,
    /// Pins that could not be asked for.
    pub ignored_pins: Vec<IgnoredPin>,
    /// Demands that cannot be met together.
    pub conflicts: Vec<Conflict>,
    /// Of a report from before conflicts were kept: what they are about and how many, as in `pins:2`.
    pub conflict: Option<String>,
    /// Why there is no draft at all: a fault of the program, as the engine put it.
    pub failure: Option<String>,
    /// How many candidates of each person the bounds are about, at events too large to look at every pair; none where
    /// they hold for every plan. Before this was kept they were always about candidates.
    pub candidates: Option<u32>,
    /// How many people have how many meetings up to their minimum, line by line; empty where none is wished.
    pub served: Vec<Served>,
    /// Whether the result is proved to be the best.
    pub proven: bool,
    /// Whether it ended because what another plan could be better by cannot matter.
    #[serde(default)]
    pub enough: bool,
    /// An organiser ended the search early.
    pub stopped: bool,
    /// Changed by hand since it was solved.
    pub changed_by_hand: bool,
    /// What was changed in the published plan, of a round that repairs it.
    pub repair: Option<Repair>,
}

/// How many people have at least so many meetings of their minimum.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Served {
    pub at_least: u32,
    pub people: u64,
    /// The most that can have it where as many have each smaller number.
    pub at_most: u64,
}

/// What a repair changes in the published plan, beside what planning everything anew would change.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Repair {
    /// Published meetings that can no longer be held where they were.
    pub lost: u64,
    /// Pairs that meet at another time or table.
    pub moved: u64,
    /// People whose plan changes.
    pub people: u64,
    /// People whose plan would change, were everything planned anew.
    pub anew_people: u64,
    pub anew_score: u64,
    pub anew_meetings: u64,
    /// Demands that the repair does not keep.
    #[serde(default)]
    pub missed: Vec<Conflict>,
}

/// The figures of a draft; bounds are proved in the same run.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figures {
    pub people: u64,
    pub meetings: u64,
    pub mutual: u64,
    pub mutual_bound: u64,
    pub one_way: u64,
    /// Meetings up to everyone's reachable minimum.
    pub goals_filled: u64,
    pub goals_total: u64,
    pub goals_bound: u64,
    /// Meetings with other groups up to what is asked of each, of how many, and of how many at most; nothing is asked where the
    /// round says so.
    pub units: u64,
    pub units_asked: u64,
    pub units_bound: u64,
    /// Sum of everyone's wished minimum, within reach or not; 0 in figures from before it was counted.
    pub wished: u64,
    /// Everyone with fewer meetings than their wished minimum, for whatever reason.
    pub people_below: u64,
    pub score: u64,
    /// 0 where it is not known.
    pub score_bound: u64,
    /// Meetings between people of different countries, and of different groups by the round's setting.
    pub across_countries: u64,
    pub across_groups: u64,
    pub idle_gaps: u64,
    pub table_changes: u64,
    /// How many people have 0, 1, 2 ... meetings.
    pub people_by_meetings: Vec<u64>,
    /// Where people meet online: how many of them a meeting begins for at which hour of their own day, from 0 to 23.
    pub by_own_hour: Vec<u64>,
}

impl Figures {
    /// How much better a plan can be at most, each level in its own unit, where a bound on the points is known.
    pub fn open(&self) -> Option<matching::Open> {
        Some(self.bounds()?.open(&self.levels()))
    }

    /// The bounds of the run, where one on the score is known.
    pub(super) fn bounds(&self) -> Option<matching::Bounds> {
        matching::Bounds::kept(self.mutual_bound, self.goals_bound, self.score_bound, &self.levels())
    }

    fn levels(&self) -> matching::Figures {
        let (mutual, goals_filled, score) = (self.mutual, self.goals_filled, self.score);
        matching::Figures { mutual, goals_filled, score, ..matching::Figures::default() }
    }

    /// What is wished of all minimums together.
    pub fn all_wished(&self) -> u64 {
        self.wished.max(self.goals_total)
    }

    /// The middle number of meetings of a person.
    pub fn median(&self) -> usize {
        let half = self.people.div_ceil(2);
        let mut seen = 0;
        let reaches_half = |n: &u64| {
            seen += n;
            seen >= half
        };
        self.people_by_meetings.iter().position(reaches_half).unwrap_or_default()
    }
}

/// Somebody with fewer meetings than wished.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shortfall {
    pub participant: ParticipantId,
    pub has: u32,
    pub wished: u32,
    pub why: Why,
}

/// Most partners that a reason names; the list is for reading.
const NAMED_PARTNERS: usize = 12;

/// The report on a solution.
pub(super) fn report(
    reading: &Reading<'_>,
    problem: &matching::Problem,
    solution: &matching::Solution,
) -> Report {
    let facts = reading.facts;
    Report {
        figures: figures(reading, solution),
        shortfalls: shortfalls(reading, &solution.shortfalls),
        nowhere: causes::nowhere(facts),
        outside_hours: causes::outside_hours(facts),
        one_organisation: causes::is_one_organisation(facts),
        room: Some(causes::room(facts, problem)),
        conflicts: (solution.conflict.iter().chain(&solution.minimum))
            .map(|found| conflict::named(facts, reading.settings, problem, found))
            .collect(),
        obstacles: groups::obstacles(facts, reading.settings.mix, &solution.obstacles),
        served: served(problem, &solution.meetings),
        proven: solution.finished == matching::Finished::Proven && solution.conflict.is_none(),
        enough: solution.finished == matching::Finished::Enough && solution.conflict.is_none(),
        stopped: solution.finished == matching::Finished::Stopped,
        ..Report::default()
    }
}

/// How the meetings are spread, where a minimum is wished.
pub(super) fn served(problem: &matching::Problem, meetings: &[matching::Meeting]) -> Vec<Served> {
    if problem.input().people.iter().all(|person| person.minimum == 0) {
        return Vec::new();
    }
    matching::served(problem, meetings).into_iter().map(served_line).collect()
}

fn served_line(line: matching::Served) -> Served {
    let matching::Served { at_least, people, at_most } = line;
    Served { at_least, people, at_most }
}

/// The same after a change by hand.
pub(super) fn served_again(
    problem: &matching::Problem,
    meetings: &[matching::Meeting],
    before: &[Served],
) -> Vec<Served> {
    let proved = before.iter().map(|line| {
        let Served { at_least, people, at_most } = *line;
        matching::Served { at_least, people, at_most }
    });
    let proved: Vec<matching::Served> = proved.collect();
    matching::served_beside(problem, meetings, &proved).into_iter().map(served_line).collect()
}

/// Who has too few meetings, by their ids.
pub(super) fn shortfalls(reading: &Reading<'_>, short: &[matching::Shortfall]) -> Vec<Shortfall> {
    let person = |place: usize| reading.facts.people.get(place).map(|person| person.id.clone());
    let by_id = short.iter().filter_map(|short| {
        Some(Shortfall {
            participant: person(short.person)?,
            has: short.has,
            wished: short.minimum,
            why: why(reading, short),
        })
    });
    by_id.collect()
}

fn figures(reading: &Reading<'_>, solution: &matching::Solution) -> Figures {
    let (reached, bounds) = (&solution.figures, &solution.bounds);
    // Where not every pin can be kept, the engine knows no bound on the points of what is left.
    let known = reached.score <= bounds.score;
    Figures {
        units_bound: bounds.units,
        mutual_bound: bounds.mutual,
        goals_bound: bounds.goals,
        score_bound: if known { bounds.score } else { 0 },
        ..counted(reading, reached, &solution.meetings)
    }
}

/// The figures of meetings without their bounds.
pub(super) fn counted(
    reading: &Reading<'_>,
    reached: &matching::Figures,
    meetings: &[matching::Meeting],
) -> Figures {
    let facts = reading.facts;
    let mut by_person = vec![0_usize; facts.people.len()];
    let (mut across_countries, mut across_groups) = (0, 0);
    for meeting in meetings {
        for place in [meeting.a, meeting.b] {
            if let Some(n) = by_person.get_mut(place) {
                *n += 1;
            }
        }
        let country = |place: usize| facts.people.get(place).map(|person| &person.profile.person.country);
        across_countries += u64::from(country(meeting.a) != country(meeting.b));
        across_groups += u64::from(groups_differ(facts, reading.settings.mix, meeting.a, meeting.b));
    }
    let mut people_by_meetings = vec![0; by_person.iter().max().map_or(1, |most| most + 1)];
    for n in by_person {
        if let Some(people) = people_by_meetings.get_mut(n) {
            *people += 1;
        }
    }
    Figures {
        people: facts.people.len() as u64,
        meetings: reached.meetings,
        units: reached.units,
        units_asked: reached.units_asked,
        mutual: reached.mutual,
        one_way: reached.one_way,
        goals_filled: reached.goals_filled,
        goals_total: reached.goals_total,
        wished: reached.wished,
        people_below: reached.people_below,
        score: reached.score,
        across_countries,
        across_groups,
        idle_gaps: reached.idle_gaps,
        table_changes: reached.table_changes,
        people_by_meetings,
        by_own_hour: own_hours::counted(facts, meetings),
        ..Figures::default()
    }
}

fn why(reading: &Reading<'_>, short: &matching::Shortfall) -> Why {
    let is_open = reading.settings.pairing == Pairing::WhoeverFits;
    let barriers = || if is_open { causes::barriers(reading, short.person) } else { Vec::new() };
    match &short.reason {
        matching::Reason::OwnLimit { cap } => Why::OwnLimit { cap: *cap },
        _ if is_outside_hours(reading, short.person) => Why::OutsideHours,
        matching::Reason::OwnSlots { available } => Why::OwnSlots { available: *available },
        _ if is_nowhere(reading, short.person) => Why::OwnSlots { available: 0 },
        matching::Reason::NoPartner if is_open => Why::NoPartner { barriers: barriers() },
        matching::Reason::NoPartner => Why::NoAcceptedWish,
        matching::Reason::EveryoneMet { partners } => {
            Why::EveryoneMet { partners: *partners, barriers: barriers() }
        }
        matching::Reason::Hindered(partners) => hindered(reading.facts, partners),
    }
}

fn is_nowhere(reading: &Reading<'_>, place: usize) -> bool {
    reading.facts.people.get(place).is_some_and(|person| causes::is_nowhere(reading.facts, person))
}

fn is_outside_hours(reading: &Reading<'_>, place: usize) -> bool {
    reading.facts.people.get(place).is_some_and(|person| causes::has_no_hours(reading.facts, person))
}

fn hindered(facts: &Facts, partners: &[(usize, matching::Hindrance)]) -> Why {
    let named = partners
        .iter()
        .take(NAMED_PARTNERS)
        .filter_map(|(place, what)| Some((facts.people.get(*place)?.id.clone(), hindrance(facts, what))));
    let mut by: Vec<(Hindrance, u64)> = Vec::new();
    for (_, what) in partners {
        let what = match hindrance(facts, what) {
            Hindrance::TablesFull { .. } => Hindrance::TablesFull { slots: Vec::new() },
            other => other,
        };
        match by.iter_mut().find(|(known, _)| *known == what) {
            Some((_, count)) => *count += 1,
            None => by.push((what, 1)),
        }
    }
    by.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Why::Hindered { count: partners.len() as u64, partners: named.collect(), by }
}

fn hindrance(facts: &Facts, what: &matching::Hindrance) -> Hindrance {
    match what {
        matching::Hindrance::NoCommonSlot => Hindrance::NoCommonSlot,
        matching::Hindrance::TwoBooths => Hindrance::TwoBooths,
        matching::Hindrance::PartnerAtLimit => Hindrance::PartnerAtLimit,
        matching::Hindrance::Taken => Hindrance::Taken,
        matching::Hindrance::TablesFull { slots } => Hindrance::TablesFull {
            slots: slots
                .iter()
                .filter_map(|slot| facts.programme.slots.get(*slot))
                .map(|slot| slot.id.clone())
                .collect(),
        },
        matching::Hindrance::NoInterpreter { .. } => Hindrance::NoInterpreter,
        matching::Hindrance::Quota => Hindrance::Quota,
        matching::Hindrance::PinnedElsewhere => Hindrance::PinnedElsewhere,
        matching::Hindrance::Frozen { .. } => Hindrance::Begun,
        matching::Hindrance::Free { .. } => Hindrance::Free,
    }
}
