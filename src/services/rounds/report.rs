//! What a round reached, beside what no schedule can exceed, and why anybody has too few meetings.

use serde::{Deserialize, Serialize};

use super::conflict::{self, Conflict};
use super::facts::Facts;
use super::pins::IgnoredPin;
use super::settings::{Pairing, RoundSettings};
use crate::domain::ids::{ParticipantId, SlotId};

/// The report of a round, as stored.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    pub figures: Figures,
    pub shortfalls: Vec<Shortfall>,
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
    pub people_below: u64,
    pub score: u64,
    /// 0 where it is not known.
    pub score_bound: u64,
    /// Distance from the proven best in hundred-thousandths of the score; see [`Figures::proven_gap`].
    pub gap: u64,
    /// Meetings between people of different countries.
    pub across_countries: u64,
    pub idle_gaps: u64,
    pub table_changes: u64,
    /// How many people have 0, 1, 2 ... meetings.
    pub people_by_meetings: Vec<u64>,
}

impl Figures {
    /// The distance from the proven best, where a bound is known.
    pub fn proven_gap(&self) -> Option<u64> {
        (self.score <= self.score_bound).then_some(self.gap)
    }

    /// The bounds of the run, where one on the score is known.
    pub(super) fn bounds(&self) -> Option<matching::Bounds> {
        let (mutual, goals_filled, score) = (self.mutual, self.goals_filled, self.score);
        let figures = matching::Figures { mutual, goals_filled, score, ..matching::Figures::default() };
        matching::Bounds::kept(self.mutual_bound, self.goals_bound, self.score_bound, &figures)
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

/// Why a person has no further meeting. The partners are those whom the round may pair with them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Why {
    OwnLimit {
        cap: u32,
    },
    /// Meets in every slot they are there.
    OwnSlots {
        available: u32,
    },
    NoPartner,
    /// The round pairs accepted wishes alone, and nobody has one with them.
    NoAcceptedWish,
    EveryoneMet {
        partners: u32,
    },
    /// For some of the further partners, what is in the way.
    Hindered {
        partners: Vec<(ParticipantId, Hindrance)>,
        /// How many further partners there are; 0 in reports from before they were counted.
        #[serde(default)]
        count: u64,
    },
}

/// What is in the way of one more meeting with one partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Hindrance {
    NoCommonSlot,
    TwoBooths,
    PartnerAtLimit,
    Taken,
    TablesFull {
        slots: Vec<SlotId>,
    },
    Quota,
    /// One of the two is pinned to where they cannot meet.
    PinnedElsewhere,
    /// They could meet in slots that have begun.
    Begun,
    /// They could simply meet now.
    Free,
}

/// Most partners that a reason names; the list is for reading.
const NAMED_PARTNERS: usize = 12;

/// The report on a solution.
pub(super) fn report(
    facts: &Facts,
    settings: &RoundSettings,
    problem: &matching::Problem,
    solution: &matching::Solution,
) -> Report {
    Report {
        figures: figures(facts, solution),
        shortfalls: shortfalls(facts, settings, &solution.shortfalls),
        conflicts: (solution.conflict.iter().chain(&solution.minimum))
            .map(|found| conflict::named(facts, problem, found))
            .collect(),
        served: served(problem, &solution.meetings),
        proven: solution.finished == matching::Finished::Proven && solution.conflict.is_none(),
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
pub(super) fn shortfalls(
    facts: &Facts,
    settings: &RoundSettings,
    short: &[matching::Shortfall],
) -> Vec<Shortfall> {
    let person = |place: usize| facts.people.get(place).map(|person| person.id.clone());
    let by_id = short.iter().filter_map(|short| {
        Some(Shortfall {
            participant: person(short.person)?,
            has: short.has,
            wished: short.minimum,
            why: why(facts, settings, &short.reason),
        })
    });
    by_id.collect()
}

fn figures(facts: &Facts, solution: &matching::Solution) -> Figures {
    let (reached, bounds) = (&solution.figures, &solution.bounds);
    // Where not every pin can be kept, the engine knows no bound on the points of what is left.
    let known = reached.score <= bounds.score;
    Figures {
        mutual_bound: bounds.mutual,
        goals_bound: bounds.goals,
        score_bound: if known { bounds.score } else { 0 },
        gap: if known { solution.gap() } else { 0 },
        ..counted(facts, reached, &solution.meetings)
    }
}

/// The figures of meetings without their bounds.
pub(super) fn counted(facts: &Facts, reached: &matching::Figures, meetings: &[matching::Meeting]) -> Figures {
    let mut by_person = vec![0_usize; facts.people.len()];
    let mut across_countries = 0;
    for meeting in meetings {
        for place in [meeting.a, meeting.b] {
            if let Some(n) = by_person.get_mut(place) {
                *n += 1;
            }
        }
        let country = |place: usize| facts.people.get(place).map(|person| &person.profile.person.country);
        across_countries += u64::from(country(meeting.a) != country(meeting.b));
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
        mutual: reached.mutual,
        one_way: reached.one_way,
        goals_filled: reached.goals_filled,
        goals_total: reached.goals_total,
        people_below: reached.people_below,
        score: reached.score,
        across_countries,
        idle_gaps: reached.idle_gaps,
        table_changes: reached.table_changes,
        people_by_meetings,
        ..Figures::default()
    }
}

fn why(facts: &Facts, settings: &RoundSettings, reason: &matching::Reason) -> Why {
    match reason {
        matching::Reason::OwnLimit { cap } => Why::OwnLimit { cap: *cap },
        matching::Reason::OwnSlots { available } => Why::OwnSlots { available: *available },
        matching::Reason::NoPartner => match settings.pairing {
            Pairing::WhoeverFits => Why::NoPartner,
            Pairing::AcceptedWishes => Why::NoAcceptedWish,
        },
        matching::Reason::EveryoneMet { partners } => Why::EveryoneMet { partners: *partners },
        matching::Reason::Hindered(partners) => Why::Hindered {
            count: partners.len() as u64,
            partners: partners
                .iter()
                .take(NAMED_PARTNERS)
                .filter_map(|(place, what)| {
                    Some((facts.people.get(*place)?.id.clone(), hindrance(facts, what)))
                })
                .collect(),
        },
    }
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
        matching::Hindrance::Quota => Hindrance::Quota,
        matching::Hindrance::PinnedElsewhere => Hindrance::PinnedElsewhere,
        matching::Hindrance::Frozen { .. } => Hindrance::Begun,
        matching::Hindrance::Free { .. } => Hindrance::Free,
    }
}
