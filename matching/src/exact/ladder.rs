//! The levels one after the other. First, without any search, the most that each can be beside the levels before it at their
//! most; then one search for the best score with all of these as conditions. A set found there proves all levels together.
//!
//! Where there is none, the first level that is not decided is searched alone, and what it can be takes the place of its bound.
//! A condition thus holds a proved optimum, or a bound that no set exceeds; where a limit ends a search, it holds the best that was
//! found, and the bounds are of all sets that reach as much.

use crate::alarm::Alarm;
use crate::exact::branching::{Accept, Limits, Outcome, Search, Verdict};
use crate::exact::conditions::{Condition, Level};
use crate::exact::graph::Graph;
use crate::exact::program::{GRAIN, Program, Question, Share};
use crate::exact::settling::{Pool, settle};
use crate::model::input::Request;
use crate::model::objective::Objective;
use crate::model::quotas::{Quota, only};
use crate::tuning::exact::{HELD, NEAR, PART_OF_SEARCH, ROUNDINGS};

/// Units of a price that one of a counted level is worth: what a few hundred points are.
const COUNTED: i64 = 512 * GRAIN;

/// How far up the levels are decided.
#[derive(Debug, Clone)]
pub(crate) struct Ladder {
    pub rungs: Vec<Rung>,
    /// The edges of the best set that was found.
    pub set: Option<Vec<u32>>,
    /// Whether each edge comes near its price in the linear program of the score beside all levels.
    pub near: Vec<bool>,
}

/// A level.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rung {
    pub level: Level,
    /// No set has more that reaches the conditions of the levels before.
    pub bound: i64,
    /// What the levels after are conditioned on.
    pub held: i64,
    row: usize,
}

/// The levels of a graph, and the conditions that hold on all of them.
pub(crate) struct Climb<'a, 'g, 'p, 'o> {
    program: Program<'g, 'p>,
    pool: Pool,
    always: Vec<(usize, i64)>,
    shares: Vec<Share>,
    rungs: Vec<Rung>,
    /// The row of the sum of the levels, where it is asked for.
    total: Option<usize>,
    /// Goals of all together.
    goals: i64,
    limits: Limits,
    /// Work that the bounds of all levels took.
    raising: u64,
    alarm: &'a Alarm<'o>,
}

impl<'a, 'g, 'p, 'o> Climb<'a, 'g, 'p, 'o> {
    /// Prepares all rows; `groups` of people may have only so many meetings among themselves. None if it was stopped.
    pub(crate) fn new(
        graph: &'g Graph<'p>,
        groups: Option<Vec<u32>>,
        limits: Limits,
        alarm: &'a Alarm<'o>,
    ) -> Option<Climb<'a, 'g, 'p, 'o>> {
        let mut program = Program::new(graph);
        let rungs = levels(graph).map(|level| {
            let row = program.add_objective(&level.objective());
            Rung { level, bound: i64::MAX, held: 0, row }
        });
        let rungs = rungs.collect();
        let is_common = graph.problem.speech.is_common();
        let total = (!is_common).then(|| program.add_objective(&Objective::of_sum()));
        let goals = graph.problem.goal.iter().map(|&goal| i64::from(goal)).sum();
        let (pool, always) = (Pool::default(), Vec::new());
        let mut climb = Climb {
            program,
            pool,
            always,
            shares: Vec::new(),
            rungs,
            total,
            goals,
            limits,
            raising: 0,
            alarm,
        };
        let meetings = climb.program.add_objective(&Condition::meetings());
        let mut conditions = Condition::of_tables(graph);
        conditions.extend(Condition::of_reserved(graph));
        conditions.extend(Condition::of_interpreters(graph));
        conditions.extend(groups.map(|groups| Condition::within(graph, groups)));
        climb.always = climb.program.add_all(&conditions);
        climb.hold_quotas(meetings)?;
        Some(climb)
    }

    /// Adds the rows of the quotas. What a share asks for depends on the most meetings there are, and these on what the shares ask
    /// for: each round of the two allows fewer meetings that do not cross, as long as it changes anything.
    fn hold_quotas(&mut self, meetings: usize) -> Option<()> {
        let quotas: Vec<(usize, Quota)> = self.program.graph.problem.asked_quotas().collect();
        let mut rows = Vec::new();
        for &quota in &quotas {
            let mine = self.program.add_all(&Condition::of_quota(quota, 0));
            let share = self.share_of(quota, &mine);
            self.shares.extend(share);
            rows.extend(mine);
        }
        let before = self.always.len();
        for _ in 0..if quotas.is_empty() { 0 } else { ROUNDINGS } {
            let question = Question { level: meetings, unit: COUNTED, least: self.always.clone() };
            let most = self.bound(&question)?;
            let asked = quotas.iter().flat_map(|&quota| Condition::of_quota(quota, most));
            let held = rows.iter().zip(asked).map(|(row, condition)| (row.0, condition.least));
            let held: Vec<(usize, i64)> = self.always[..before].iter().copied().chain(held).collect();
            if held == self.always {
                break;
            }
            self.always = held;
        }
        Some(())
    }

    /// The rows by which the number of meetings that do not count for a quota is decided.
    fn share_of(&mut self, (at, quota): (usize, Quota), rows: &[(usize, i64)]) -> Option<Share> {
        let Quota::Percent(percent) = quota else { return None };
        let others = Objective { other: only(at, -1), ..Objective::NOTHING };
        let more_others = self.program.add_objective(&others);
        let crossing = self.program.add_objective(&Objective { crossing: only(at, 1), ..Objective::NOTHING });
        let (fewer_others, plain) = (rows.first()?.0, rows.last()?.0);
        let percent = Quota::percents(percent).0;
        Some(Share { quota: at, percent, plain, fewer_others, more_others, crossing })
    }

    /// The bound that answers a question.
    fn bound(&mut self, question: &Question) -> Option<i64> {
        self.clear();
        let start = self.start(question);
        let offer = &mut |_: &Program, _: &crate::exact::program::Reached| {};
        let settled = settle(&mut self.program, question, &mut self.pool, (&start, -1), offer, self.alarm)?;
        Some(settled.bound)
    }

    /// Forgets what a search has decided, but for the pins.
    fn clear(&mut self) {
        self.program.decide(&[]);
    }

    /// Prices to start from: a level held at what it reaches without anything else needs only a reward above any trade.
    fn start(&self, question: &Question) -> Vec<i64> {
        let is_level = |row: usize| self.rungs.iter().any(|rung| rung.row == row);
        question.least.iter().map(|row| if is_level(row.0) { HELD * GRAIN } else { 0 }).collect()
    }

    /// The question for a level beside the conditions and the levels before it.
    fn question(&self, at: usize) -> Question {
        let before =
            self.rungs[..at].iter().filter(|rung| self.counts(rung)).map(|rung| (rung.row, rung.held));
        let Rung { level, row, .. } = self.rungs[at];
        let unit = if level == Level::Score { GRAIN } else { COUNTED };
        Question { level: row, unit, least: self.always.iter().copied().chain(before).collect() }
    }

    /// Where everybody reaches their goal nobody's first meetings are a question.
    fn counts(&self, rung: &Rung) -> bool {
        let all = self.rungs.iter().any(|rung| rung.level == Level::Goals && rung.held == self.goals);
        !(all && matches!(rung.level, Level::First(_)))
    }

    /// The most that each level from `first` on can be, without a search. None if it was stopped.
    fn raise(&mut self, first: usize) -> Option<()> {
        for at in first..self.rungs.len() {
            if !self.counts(&self.rungs[at]) {
                continue;
            }
            let bound = self.bound(&self.question(at))?;
            (self.rungs[at].bound, self.rungs[at].held) = (bound, bound);
        }
        Some(())
    }

    /// The best set for a level beside those before it.
    fn search(&mut self, at: usize, accept: &mut dyn FnMut(&[u32]) -> Verdict) -> Outcome {
        let question = self.question(at);
        let start = self.start(&question);
        let alarm = self.alarm;
        // What a hard level takes must leave something for the others; and the first search, which mostly finds all, must begin.
        let done = self.program.work();
        let least = if done == self.raising { done } else { 0 };
        let work = done + (self.limits.work.saturating_sub(done) / PART_OF_SEARCH).max(least);
        let limits = Limits { work, ..self.limits };
        let Climb { program, pool, shares, .. } = self;
        Search { program, question: &question, shares, pool, limits, alarm }.run(&start, accept)
    }

    /// Climbs all levels; `accept` is asked of each set that would be the best. None if it was stopped before any bound was known.
    pub(crate) fn climb(mut self, accept: &mut dyn FnMut(&[u32]) -> Verdict) -> Option<(Ladder, u64)> {
        self.raise(0)?;
        self.raising = self.program.work();
        let last = self.rungs.len() - 1;
        let mut set = None;
        for first in 0..=last {
            let outcome = self.search(last, accept);
            self.rungs[last].bound = outcome.bound.min(self.rungs[last].bound);
            if let Some((level, edges)) = outcome.best {
                self.rungs[last].held = level;
                set = Some(edges);
                break;
            }
            if first == last || self.alarm.rang() {
                break;
            }
            if self.counts(&self.rungs[first]) {
                let alone = self.search(first, accept);
                let Some((level, edges)) = alone.best else { break };
                set = Some(edges);
                (self.rungs[first].bound, self.rungs[first].held) = (alone.bound, level);
                if self.raise(first + 1).is_none() {
                    break;
                }
            }
        }
        let near = self.near().unwrap_or_default();
        Some((Ladder { rungs: self.reached(), set, near }, self.program.work()))
    }

    /// Whether each edge comes near its price beside all levels as they are held; none if it was stopped.
    fn near(&mut self) -> Option<Vec<bool>> {
        let question = self.question(self.rungs.len() - 1);
        self.clear();
        let start = self.start(&question);
        let offer = &mut |_: &Program, _: &crate::exact::program::Reached| {};
        let settled = settle(&mut self.program, &question, &mut self.pool, (&start, -1), offer, self.alarm)?;
        self.program.at(&settled.prices, &question, self.alarm)?;
        let is_near = |edge| self.program.profit(edge) > -NEAR * GRAIN;
        Some((0..self.program.graph.edges.len()).map(is_near).collect())
    }

    /// The most of the first level: by its linear program, or by a search, which `accept` tells whether a set can be had.
    pub(crate) fn most_of_first(mut self, accept: Option<&mut Accept<'_>>) -> Option<i64> {
        let bound = self.bound(&self.question(0))?;
        let searched = accept.map(|accept| self.search(0, accept).bound);
        Some(searched.unwrap_or(bound).min(bound))
    }

    /// The rungs that count.
    fn reached(&self) -> Vec<Rung> {
        self.rungs.iter().filter(|rung| self.counts(rung)).copied().collect()
    }

    /// The most of the sum of the levels, where interpreters may be too few for what the prices of people and tables allow.
    pub(crate) fn most_in_sum(&mut self) -> Option<i64> {
        let question = Question { level: self.total?, unit: GRAIN, least: self.always.clone() };
        self.bound(&question)
    }

    /// The most score beside so much on each level (as far as they are named): what any set can have that is as good there.
    pub(crate) fn score_beside(&mut self, held: &dyn Fn(Level) -> i64) -> Option<i64> {
        for rung in &mut self.rungs {
            rung.held = held(rung.level);
        }
        self.bound(&self.question(self.rungs.len() - 1))
    }
}

/// The levels of a graph in order.
fn levels(graph: &Graph) -> impl Iterator<Item = Level> {
    let problem = graph.problem;
    let wished = problem.pairs.iter().any(|p| p.request == Request::Mutual);
    let highest = problem.goal.iter().copied().max().unwrap_or(0);
    let units = problem.units.is_some().then_some(Level::Units);
    let wishes = wished.then_some(Level::Wishes);
    let goals = (highest > 0).then_some(Level::Goals);
    let firsts = (1..highest).map(Level::First);
    units.into_iter().chain(wishes).chain(goals).chain(firsts).chain([Level::Score])
}
