//! Conditions on a set of meetings: the quota, the levels decided, tables, and groups of people who are too few for more.
//!
//! A condition is a row: what each meeting and each person's first meetings count, and the least these must add up to.
//!
//! A share of `p` percent is two rows. The plain one, `(100 - p) crossing >= p others`, is far from whole numbers; with `N` the
//! most meetings there can be, `others <= floor((100 - p) N / 100)` holds for every whole plan and makes the linear bound of the
//! levels that of the best plan nearly always. (`crossing >= p N / 100` would not be valid: fewer meetings may be held.)

use crate::exact::graph::{Edge, Graph, Time};
use crate::model::objective::Objective;
use crate::model::problem::{NONE, Pair};
use crate::model::quotas::{Quota, only};
use crate::model::slots::slots_of;
use crate::tuning::exact::{KINDS_TOGETHER, SHARED_TABLES};
use std::collections::BTreeMap;

/// A level of a plan, in the order of docs/matching.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    /// Units of a coverage.
    Units,
    Wishes,
    /// Everybody's meetings up to their goals.
    Goals,
    /// Everybody's first so many meetings up to their goals.
    First(u32),
    Score,
}

impl Level {
    /// What counts on this level.
    pub(crate) fn objective(self) -> Objective {
        match self {
            Level::Units => Objective { unit: 1, ..Objective::NOTHING },
            Level::Wishes => Objective { mutual: 1, ..Objective::NOTHING },
            Level::Goals => Objective { goal: 1, ..Objective::NOTHING },
            Level::First(first) => Objective { goal: 1, first, ..Objective::NOTHING },
            Level::Score => Objective { weight: 1, ..Objective::NOTHING },
        }
    }
}

/// What takes away from a condition beside what its objective counts.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Taken {
    Nothing,
    /// Each free table of a time.
    Tables(u32),
    /// Each meeting of two people of one group (the group of each person, [`NONE`] for none).
    Within(Vec<u32>),
    /// Each meeting of a time at one of some reserved tables (whether each of the problem's is one of them).
    Reserved(u32, Vec<bool>),
    /// Each meeting of a time that is of one of some kinds that need an interpreter.
    Interpreted(u32, Vec<u32>),
}

/// A row: what meetings count adds up to at least `least`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Condition {
    counts: Objective,
    taken: Taken,
    pub least: i64,
}

impl Condition {
    /// What an objective counts is at least so much.
    pub(crate) fn of(counts: Objective, least: i64) -> Condition {
        Condition { counts, taken: Taken::Nothing, least }
    }

    /// At most so many meetings that do not count for a quota.
    fn most_others(quota: usize, most: i64) -> Condition {
        Condition::of(Objective { other: only(quota, 1), ..Objective::NOTHING }, -most)
    }

    /// A quota by its place, where no plan has more than so many meetings.
    pub(crate) fn of_quota((at, quota): (usize, Quota), most_meetings: i64) -> Vec<Condition> {
        match quota {
            Quota::Count(count) => {
                vec![Condition::of(
                    Objective { crossing: only(at, 1), ..Objective::NOTHING },
                    i64::from(count),
                )]
            }
            Quota::Percent(percent) => {
                let (p, rest) = Quota::percents(percent);
                let share = Objective { crossing: only(at, rest), other: only(at, p), ..Objective::NOTHING };
                vec![Condition::most_others(at, rest * most_meetings / 100), Condition::of(share, 0)]
            }
        }
    }

    /// All meetings, each of which counts one.
    pub(crate) fn meetings() -> Objective {
        Objective { crossing: only(0, 1), other: only(0, -1), ..Objective::NOTHING }
    }

    /// The free tables of each time that may be too few, where times are told apart.
    pub(crate) fn of_tables(graph: &Graph) -> Vec<Condition> {
        let row = |(time, tables): (u32, i64)| Condition {
            counts: Objective::NOTHING,
            taken: Taken::Tables(time),
            least: -tables,
        };
        (0u32..).zip(&graph.times).filter_map(|(at, time)| Some(row((at, time.tables?)))).collect()
    }

    /// Of the people who share a booth, or the pairs that share a pinned table, so many meet there in each slot as it has tables. Where many tables are
    /// shared, all of a time are one condition, which has one price.
    pub(crate) fn of_reserved(graph: &Graph) -> Vec<Condition> {
        let tables = graph.problem.places.reserved.len();
        let shared: Vec<Shared> = (0..graph.times.len() as u32)
            .flat_map(|time| (0..tables).filter_map(move |at| Shared::of(graph, time, at)))
            .collect();
        let row = |of: &[&Shared]| {
            let is_one = |at: usize| of.iter().any(|it| it.table == at);
            let taken = Taken::Reserved(of.first()?.time, (0..tables).map(is_one).collect());
            let least = -of.iter().map(|it| it.room).sum::<i64>();
            Some(Condition { counts: Objective::NOTHING, taken, least })
        };
        if shared.len() <= SHARED_TABLES {
            return shared.iter().filter_map(|it| row(&[it])).collect();
        }
        let of_time = |time: u32| shared.iter().filter(|it| it.time == time).collect::<Vec<_>>();
        (0..graph.times.len() as u32).filter_map(|time| row(&of_time(time))).collect()
    }

    /// At a time, so many meetings of some kinds as interpreters for one of them are there in its slots. Where there are many
    /// kinds, one by one and all together.
    pub(crate) fn of_interpreters(graph: &Graph) -> Vec<Condition> {
        let (speech, pairs) = (&graph.problem.speech, &graph.problem.pairs);
        let all: Vec<u32> = speech.kinds().collect();
        let some: Vec<Vec<u32>> = if all.len() <= KINDS_TOGETHER {
            let of = |set: u32| all.iter().copied().filter(|kind| set >> kind & 1 == 1).collect();
            (1..1 << all.len()).map(of).collect()
        } else {
            all.iter().map(|kind| vec![*kind]).chain([all.clone()]).collect()
        };
        let times = || (0u32..).zip(&graph.times);
        let row = |((at, time), kinds): ((u32, &Time), &Vec<u32>)| {
            let room: u32 = slots_of(time.slots).map(|slot| speech.room(kinds, slot)).sum();
            let asks = pairs.iter().filter(|p| kinds.contains(&p.kind) && p.common & time.slots != 0).count();
            let taken = Taken::Interpreted(at, kinds.clone());
            let row = Condition { counts: Objective::NOTHING, taken, least: -i64::from(room) };
            (asks > room as usize).then_some(row)
        };
        times().flat_map(|time| some.iter().map(move |kinds| (time, kinds))).filter_map(row).collect()
    }

    /// At most so many meetings inside groups of people (the group of each person, [`NONE`] for none): in each slot half of those
    /// of a group who are there, rounded down. All groups together are one condition, which has one price.
    pub(crate) fn within(graph: &Graph, group: Vec<u32>) -> Condition {
        let mut most = 0;
        let mut there: BTreeMap<u32, i64> = BTreeMap::new();
        for s in graph.times.iter().flat_map(|time| slots_of(time.slots)) {
            there.clear();
            for (&group, open) in group.iter().zip(&graph.problem.open).filter(|(group, _)| **group != NONE) {
                *there.entry(group).or_default() += (*open >> s & 1) as i64;
            }
            most += there.values().map(|people| people / 2).sum::<i64>();
        }
        Condition { counts: Objective::NOTHING, taken: Taken::Within(group), least: -most }
    }

    /// What a meeting counts.
    pub(crate) fn of_edge(&self, graph: &Graph, edge: &Edge) -> i64 {
        let pair = &graph.problem.pairs[edge.pair as usize];
        let taken = match &self.taken {
            Taken::Nothing => 0,
            Taken::Tables(time) => i64::from(*time == edge.time && graph.takes_table(edge)),
            Taken::Within(group) => {
                let (a, b) = (group[pair.a as usize], group[pair.b as usize]);
                i64::from(a != NONE && a == b)
            }
            Taken::Reserved(time, tables) => {
                let there = (*time == edge.time).then(|| graph.reserved(pair, *time)).flatten();
                i64::from(there.is_some_and(|at| tables[at]))
            }
            Taken::Interpreted(time, kinds) => i64::from(*time == edge.time && kinds.contains(&pair.kind)),
        };
        self.counts.value(pair) - taken
    }

    /// What a filled unit of a coverage counts.
    pub(crate) fn of_unit(&self) -> i64 {
        self.counts.unit
    }

    /// What the `k`-th meeting of a person counts.
    pub(crate) fn of_meeting(&self, graph: &Graph, person: usize, k: u32) -> i64 {
        self.counts.gain(graph.problem, person, k)
    }
}

/// A reserved table that more meet at than one person, at a time.
struct Shared {
    time: u32,
    table: usize,
    /// The meetings that there is room for in the slots in which somebody may meet there.
    room: i64,
}

impl Shared {
    /// None where one person is in all meetings there, or all of them find a slot.
    fn of(graph: &Graph, time: u32, table: usize) -> Option<Shared> {
        let slots = graph.times[time as usize].slots;
        let is_there = |pair: &&Pair| graph.reserved(pair, time) == Some(table);
        let mut there = graph.problem.pairs.iter().filter(is_there);
        let first = there.next()?;
        let (mut hosts, mut open, mut count) = (vec![first.a, first.b], first.common & slots, 1);
        for pair in there {
            hosts.retain(|host| [pair.a, pair.b].contains(host));
            (open, count) = (open | pair.common & slots, count + 1);
        }
        let of_slot = &graph.problem.places.reserved[table].room;
        let room = slots_of(open).map(|slot| i64::from(of_slot[slot])).sum();
        (hosts.is_empty() && count > room).then_some(Shared { time, table, room })
    }
}
