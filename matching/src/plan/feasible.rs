//! Whether demands can be kept at all, decided by the SAT solver.
//!
//! A demand leaves most pairs out of account: what is neither pinned nor counts for a quota can be left out of any schedule. What is
//! left is a small list colouring with limits: one variable for each pair and slot, counters (Sinz, Towards an optimal CNF
//! encoding of Boolean cardinality constraints, CP 2005) for tables, for people's caps and for how many must cross; and one for each
//! meeting, slot and interpreter where it needs one. Where several
//! quotas are asked for, a meeting that counts for one of them may be in the way of another: one counter of those that do not
//! cross then says how many of the others must.
//!
//! Invariant: a schedule is one that [`crate::model::schedule::Schedule`] takes as it is; "impossible" is a proof. Work is counted
//! in conflicts, so that the answer is the same everywhere.

use crate::alarm::Alarm;
use crate::algorithms::sat::Solver;
use crate::model::problem::{NONE, Problem};
use crate::model::quotas::Quota;
use crate::model::slots::slots_of;
use crate::tuning::demands::LARGEST;
use std::collections::BTreeMap;

/// What is asked: pairs that must meet, others that may, and quotas of all these.
pub(crate) struct Demand<'a> {
    pub must: &'a [u32],
    /// Pairs that may meet, each once; those of `must` are not among them.
    pub may: &'a [u32],
    pub asked: &'a [Asked],
    /// Whether anybody must meet at all.
    pub some: bool,
}

/// A quota of the pairs of a demand.
pub(crate) struct Asked {
    pub quota: Quota,
    /// Those that count for it.
    pub crossing: Vec<u32>,
    /// Those that may meet and do not count for it; and those that must.
    pub others: Vec<u32>,
    pub pinned: Vec<u32>,
}

/// What is known of a demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It is kept by these pairs in these slots.
    Kept(Vec<(u32, usize)>),
    /// No schedule keeps it. Pairs that must meet and suffice for that.
    Impossible(Vec<u32>),
    /// The work was not enough to tell.
    Open,
}

/// Decides a demand within a number of conflicts of the solver.
pub(crate) fn decide(problem: &Problem, demand: &Demand, conflicts: i32, alarm: &Alarm) -> Answer {
    let enough = |asked: &Asked| {
        let needed = asked.quota.needed_beside(asked.pinned.len() as u64);
        needed.is_some_and(|needed| needed <= asked.crossing.len() as u64)
    };
    if !demand.asked.iter().all(enough) {
        return Answer::Impossible(demand.must.to_vec());
    }
    let mut formula = Formula::new(problem, alarm);
    let size = formula.size(demand);
    if size > LARGEST || alarm.rings(size) {
        return Answer::Open;
    }
    formula.add(demand);
    formula.answer(demand, conflicts)
}

/// What the solver does between two questions whether to end, about, in elementary steps.
const STEPS_OF_SOLVER: u64 = 100_000;

struct Formula<'p> {
    problem: &'p Problem,
    solver: Solver<'p>,
    variables: i32,
    /// For each pair its variable "they meet", and those of its slots.
    met: BTreeMap<u32, i32>,
    at: BTreeMap<u32, Vec<(usize, i32)>>,
}

impl<'p> Formula<'p> {
    fn new(problem: &'p Problem, alarm: &'p Alarm) -> Formula<'p> {
        let solver = Solver::stopped_by(|| alarm.rings(STEPS_OF_SOLVER));
        Formula { problem, solver, variables: 0, met: BTreeMap::new(), at: BTreeMap::new() }
    }

    /// About how many literals the formula has.
    fn size(&self, demand: &Demand) -> u64 {
        let all = || demand.must.iter().chain(demand.may);
        let slots: u64 = all().map(|&k| u64::from(self.problem.pairs[k as usize].common.count_ones())).sum();
        let counters = demand.asked.iter().map(|asked| {
            let (crossing, others) = (asked.crossing.len() as u64, asked.others.len() as u64);
            let needed = asked.quota.needed_beside(asked.pinned.len() as u64).unwrap_or_default();
            match others {
                0 => crossing * needed.min(crossing.saturating_sub(needed)),
                _ => crossing * crossing + others * (others + asked.pinned.len() as u64),
            }
        });
        let cap = |&k: &u32| u64::from(self.problem.cap[self.problem.pairs[k as usize].a as usize]);
        let tables = self
            .problem
            .free_tables
            .iter()
            .map(|&tables| u64::from(tables))
            .filter(|&t| t < all().count() as u64);
        let tables = tables.max().unwrap_or(0);
        let spoken = all().filter(|k| self.problem.pairs[**k as usize].kind != NONE).count() as u64;
        let helpers = spoken * self.problem.slots as u64 * self.problem.speech.most_helpers() * 4;
        slots * (8 + tables) + helpers + counters.sum::<u64>() + all().map(cap).sum::<u64>()
    }

    fn fresh(&mut self) -> i32 {
        self.variables += 1;
        self.variables
    }

    fn clause(&mut self, literals: impl IntoIterator<Item = i32>) {
        self.solver.add(literals);
    }

    fn add(&mut self, demand: &Demand) {
        let problem = self.problem;
        let mut of_time: BTreeMap<(u32, usize), Vec<i32>> = BTreeMap::new();
        let mut of_place: BTreeMap<(usize, usize), Vec<i32>> = BTreeMap::new();
        let mut of_slot: BTreeMap<usize, Vec<i32>> = BTreeMap::new();
        let mut of_person: BTreeMap<u32, Vec<i32>> = BTreeMap::new();
        let mut of_interpreter: BTreeMap<(u32, usize), Vec<i32>> = BTreeMap::new();
        for &k in demand.must.iter().chain(demand.may) {
            let p = &problem.pairs[k as usize];
            let met = self.fresh();
            let at: Vec<(usize, i32)> = slots_of(p.common).map(|s| (s, self.fresh())).collect();
            // They meet exactly where they meet in one of their slots.
            self.clause(at.iter().map(|x| x.1).chain([-met]));
            for &(s, x) in &at {
                self.clause([-x, met]);
                [p.a, p.b].into_iter().for_each(|i| of_time.entry((i, s)).or_default().push(x));
                let place = problem.place(p, s);
                place.tables().for_each(|at| of_place.entry((at, s)).or_default().push(x));
                if place.takes_table {
                    of_slot.entry(s).or_default().push(x);
                }
                if p.kind != NONE {
                    // Somebody interprets where they meet.
                    let helpers = problem.speech.helpers(p.kind, s);
                    let by: Vec<(u32, i32)> = helpers.map(|who| (who, self.fresh())).collect();
                    self.clause(by.iter().map(|of| of.1).chain([-x]));
                    by.into_iter().for_each(|(who, of)| of_interpreter.entry((who, s)).or_default().push(of));
                }
            }
            self.at_most(&at.iter().map(|x| x.1).collect::<Vec<_>>(), 1);
            [p.a, p.b].into_iter().for_each(|i| of_person.entry(i).or_default().push(met));
            self.met.insert(k, met);
            self.at.insert(k, at);
        }
        of_time.values().chain(of_interpreter.values()).for_each(|list| self.at_most(list, 1));
        for (&(at, slot), list) in &of_place {
            self.at_most(list, problem.places.reserved[at].room[slot]);
        }
        for (slot, list) in &of_slot {
            self.at_most(list, problem.free_tables[*slot]);
        }
        for (person, list) in &of_person {
            self.at_most(list, problem.cap[*person as usize]);
        }
        demand.asked.iter().for_each(|asked| self.add_quota(asked));
        if demand.some {
            let any: Vec<i32> = self.met.values().copied().collect();
            self.clause(any);
        }
    }

    /// So many of the crossing pairs meet as the others ask for.
    fn add_quota(&mut self, asked: &Asked) {
        let of = |pairs: &[u32]| pairs.iter().map(|k| self.met[k]).collect::<Vec<i32>>();
        let missed: Vec<i32> = of(&asked.crossing).into_iter().map(|met| -met).collect();
        let (others, pinned) = (of(&asked.others), of(&asked.pinned));
        let most_missed = |others: u64| {
            let needed = asked.quota.needed_beside(others)?;
            (missed.len() as u64).checked_sub(needed).map(|most| most as usize)
        };
        if let Some(most) = most_missed(pinned.len() as u64) {
            self.at_most(&missed, most as u32);
        }
        if others.is_empty() || !asked.quota.is_share() {
            return;
        }
        let missing = self.counted(&missed);
        let held = self.counted(&[pinned, others].concat());
        for (count, &held) in (1..).zip(&held) {
            match most_missed(count) {
                None => self.clause([-held]),
                Some(most) => {
                    if let Some(&missing) = missing.get(most) {
                        self.clause([-held, -missing]);
                    }
                }
            }
        }
    }

    /// Variables of which the `k`-th (from 0) holds if more than `k` of these literals do.
    fn counted(&mut self, list: &[i32]) -> Vec<i32> {
        let mut before: Vec<i32> = Vec::new();
        for &x in list {
            let sums: Vec<i32> = (0..=before.len()).map(|_| self.fresh()).collect();
            self.clause([-x, sums[0]]);
            for (j, &sum) in before.iter().enumerate() {
                self.clause([-sum, sums[j]]);
                self.clause([-x, -sum, sums[j + 1]]);
            }
            before = sums;
        }
        before
    }

    /// At most `limit` of these literals hold: pair by pair where that is short, else by a sequential counter.
    fn at_most(&mut self, list: &[i32], limit: u32) {
        let limit = limit as usize;
        if list.len() <= limit {
            return;
        }
        if limit == 0 {
            list.iter().for_each(|&x| self.clause([-x]));
        } else if limit == 1 && list.len() <= 6 {
            for (k, &x) in list.iter().enumerate() {
                list[..k].iter().for_each(|&y| self.clause([-x, -y]));
            }
        } else {
            self.count(list, limit);
        }
    }

    /// `sums[j]`: more than `j` of the literals so far hold.
    fn count(&mut self, list: &[i32], limit: usize) {
        let mut before: Vec<i32> = Vec::new();
        for &x in list {
            let sums: Vec<i32> = (0..limit.min(before.len() + 1)).map(|_| self.fresh()).collect();
            self.clause([-x, sums[0]]);
            for (j, &sum) in before.iter().enumerate() {
                self.clause([-sum, sums[j]]);
                match sums.get(j + 1) {
                    Some(&next) => self.clause([-x, -sum, next]),
                    None => self.clause([-x, -sum]),
                }
            }
            before = sums;
        }
    }

    fn answer(&mut self, demand: &Demand, conflicts: i32) -> Answer {
        let assumed: Vec<i32> = demand.must.iter().map(|k| self.met[k]).collect();
        match self.solver.solve_within(conflicts, assumed.into_iter()) {
            Some(true) => Answer::Kept(self.chosen()),
            Some(false) => {
                let failed = |k: &&u32| self.solver.failed(self.met[k]);
                Answer::Impossible(demand.must.iter().filter(failed).copied().collect())
            }
            None => Answer::Open,
        }
    }

    fn chosen(&self) -> Vec<(u32, usize)> {
        let placed = |(&k, at): (&u32, &Vec<(usize, i32)>)| {
            at.iter().find(|x| self.solver.holds(x.1)).map(|x| (k, x.0))
        };
        self.at.iter().filter_map(placed).collect()
    }
}
