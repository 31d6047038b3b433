//! The linear program of a level beside conditions: at given prices of these a flow, as in [`crate::bounds::relaxation`], on a
//! network that stays as it is while costs change, so that each solution starts from the last.
//!
//! The network is that of [`crate::exact::cover`]. An edge that a search has decided is rewarded so highly, or charged, that it is in or out;
//! the reward is taken off the bound. That a pair meets once is not kept: branching does that.

use crate::alarm::Alarm;
use crate::exact::conditions::Condition;
use crate::exact::cover::{Cover, Step};
use crate::exact::graph::Graph;
use crate::model::objective::Objective;

/// Units of a price in one of the level's, so that halves and small steps are whole.
pub(crate) const GRAIN: i64 = 1_024;
/// Highest price of what a meeting counts, in points.
const DEAREST: i64 = 30_000;
/// What a decided edge earns or pays.
const DECIDED: i64 = 400_000_000;
/// Elementary steps in a unit of work.
const STEPS: u64 = 10;

/// What is decided of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decided {
    Open,
    In,
    Out,
}

/// What is asked of a program: the most of one row beside others that are each at least so much.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    /// The row that is to be as much as possible, and the units of a price that one of it counts.
    pub level: usize,
    pub unit: i64,
    pub least: Vec<(usize, i64)>,
}

impl Question {
    /// The same question with further rows, or more of those it has.
    pub(crate) fn with(&self, more: &[(usize, i64)]) -> Question {
        let mut out = self.clone();
        for &(row, least) in more {
            match out.least.iter_mut().find(|known| known.0 == row) {
                Some(known) => known.1 = known.1.max(least),
                None => out.least.push((row, least)),
            }
        }
        out
    }
}

/// The rows by which a search decides how many meetings do not cross, where a share asks for it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Share {
    /// The place of its quota.
    pub quota: usize,
    pub percent: i64,
    /// The share as it is asked for.
    pub plain: usize,
    /// What counts one less for each meeting that does not cross; one more for it; one more for one that crosses.
    pub fewer_others: usize,
    pub more_others: usize,
    pub crossing: usize,
}

impl Share {
    /// At most so many meetings that do not cross.
    pub(crate) fn at_most(&self, others: i64) -> Vec<(usize, i64)> {
        vec![(self.fewer_others, -others)]
    }

    /// At least so many, and as many crossing ones as these ask for.
    pub(crate) fn at_least(&self, others: i64) -> Vec<(usize, i64)> {
        let rest = 100 - self.percent;
        let asked =
            if rest == 0 { i64::from(others > 0) << 30 } else { (others * self.percent + rest - 1) / rest };
        vec![(self.more_others, others), (self.crossing, asked)]
    }
}

/// A solution of the flow at some prices: what it reaches and which edges it has.
#[derive(Debug)]
pub(crate) struct Reached {
    /// Twice what each row counts.
    pub rows: Vec<i64>,
    /// Twice the share of each edge.
    pub twice: Vec<u8>,
}

/// What is known at some prices.
pub(crate) struct Priced {
    /// Twice the bound on the level in 1 / (`GRAIN` * unit).
    pub bound: i64,
    pub reached: Reached,
}

/// What each edge, each step of a person's meetings, and a filled unit of a coverage counts.
struct Counted {
    edges: Vec<i32>,
    steps: Vec<i32>,
    unit: i32,
}

pub(crate) struct Program<'g, 'p> {
    pub graph: &'g Graph<'p>,
    cover: Cover,
    rows: Vec<Counted>,
    pub decided: Vec<Decided>,
    work: u64,
}

impl<'g, 'p> Program<'g, 'p> {
    pub(crate) fn new(graph: &'g Graph<'p>) -> Program<'g, 'p> {
        let decided = vec![Decided::Open; graph.edges.len()];
        Program { graph, cover: Cover::new(graph), rows: Vec::new(), decided, work: 0 }
    }

    /// Adds what an objective counts as a row; its number is returned.
    pub(crate) fn add_objective(&mut self, objective: &Objective) -> usize {
        self.add(&Condition::of(*objective, 0))
    }

    /// Adds a row; its number is returned.
    pub(crate) fn add(&mut self, condition: &Condition) -> usize {
        let graph = self.graph;
        let edges = graph.edges.iter().map(|edge| condition.of_edge(graph, edge) as i32).collect();
        let step = |step: &Step| condition.of_meeting(graph, step.person as usize, step.first) as i32;
        let steps = self.cover.steps.iter().map(step).collect();
        self.rows.push(Counted { edges, steps, unit: condition.of_unit() as i32 });
        self.rows.len() - 1
    }

    /// Adds rows; their numbers with the least of each.
    pub(crate) fn add_all(&mut self, conditions: &[Condition]) -> Vec<(usize, i64)> {
        conditions.iter().map(|condition| (self.add(condition), condition.least)).collect()
    }

    /// Decides edges, beside the pins that have one time only, and no others.
    pub(crate) fn decide(&mut self, decided: &[(u32, bool)]) {
        let graph = self.graph;
        for (edge, now) in graph.edges.iter().zip(self.decided.iter_mut()) {
            let pinned =
                graph.problem.pairs[edge.pair as usize].pinned && graph.of_pair(edge.pair).len() == 1;
            *now = if pinned { Decided::In } else { Decided::Open };
        }
        for &(edge, is_in) in decided {
            self.decided[edge as usize] = if is_in { Decided::In } else { Decided::Out };
        }
    }

    /// The greatest price of a row.
    pub(crate) fn side(&self, row: usize) -> i64 {
        let row = &self.rows[row];
        let all = row.edges.iter().chain(&row.steps).chain([&row.unit]);
        let greatest = all.map(|x| i64::from(x.abs())).max().unwrap_or(0);
        DEAREST * GRAIN / greatest.max(1)
    }

    /// Work units spent.
    pub(crate) fn work(&self) -> u64 {
        self.work / STEPS
    }

    /// Counts elementary steps done with this program elsewhere.
    pub(crate) fn charge(&mut self, steps: u64) {
        self.work += steps;
    }

    /// The flow at prices of the rows of a question; none if it was stopped.
    pub(crate) fn at(&mut self, prices: &[i64], question: &Question, alarm: &Alarm) -> Option<Priced> {
        self.set_costs(prices, question);
        let work = &mut self.work;
        self.cover.network.run(&mut |steps| {
            *work += steps;
            alarm.rings(steps)
        });
        self.work += 4 * self.cover.size();
        if alarm.rang() {
            return None;
        }
        let rewards = self.decided.iter().filter(|it| **it == Decided::In).count() as i64 * DECIDED;
        let rows: i64 = prices.iter().zip(&question.least).map(|(price, row)| price * row.1).sum();
        Some(Priced { bound: self.cover.proves() - 2 * rewards - 2 * rows, reached: self.reached() })
    }

    fn set_costs(&mut self, prices: &[i64], question: &Question) {
        let rows = question.least.iter().zip(prices).map(|(row, &price)| (row.0, price));
        let priced: Vec<(&Counted, i64)> = std::iter::once((question.level, question.unit))
            .chain(rows)
            .filter(|(_, price)| *price != 0)
            .map(|(row, price)| (&self.rows[row], price))
            .collect();
        let sum = |of: &dyn Fn(&Counted) -> i32| -> i64 {
            priced.iter().map(|(row, price)| price * i64::from(of(row))).sum()
        };
        for step in 0..self.cover.steps.len() {
            self.cover.set_step(step, sum(&|row| row.steps[step]));
        }
        self.cover.set_units(sum(&|row| row.unit));
        for (edge, decided) in self.decided.iter().enumerate() {
            let reward = match decided {
                Decided::Open => 0,
                Decided::In => DECIDED,
                Decided::Out => -DECIDED,
            };
            self.cover.set_edge(edge, sum(&|row| row.edges[edge]) + reward);
        }
        self.cover.network.reprice();
    }

    fn reached(&self) -> Reached {
        let steps: Vec<i64> = (0..self.cover.steps.len()).map(|step| self.cover.step(step)).collect();
        let twice: Vec<u8> = (0..self.decided.len()).map(|edge| self.cover.edge(edge)).collect();
        let units = self.cover.units_filled();
        let count = |counted: &Counted| -> i64 {
            let edges = counted.edges.iter().zip(&twice).map(|(&x, &twice)| i64::from(x) * i64::from(twice));
            let steps = counted.steps.iter().zip(&steps).map(|(&x, twice)| i64::from(x) * twice);
            edges.sum::<i64>() + steps.sum::<i64>() + i64::from(counted.unit) * units
        };
        Reached { rows: self.rows.iter().map(count).collect(), twice }
    }

    /// What an edge is worth above its price in the last flow, in units of a price.
    pub(crate) fn profit(&self, edge: usize) -> i64 {
        self.cover.profit(edge)
    }

    /// Whether edges are a set that keeps all pins, limits of people and what is decided, each pair once. Where a person has too many at
    /// a time, these.
    pub(crate) fn is_set(&self, edges: &[u32]) -> Result<(), Vec<u32>> {
        let (graph, problem) = (self.graph, self.graph.problem);
        let mut degree = vec![0; problem.people()];
        let mut there = vec![Vec::new(); problem.people() * graph.times.len()];
        let mut is_in = vec![false; self.decided.len()];
        let (mut last, mut twice) = (None, false);
        for &edge in edges {
            is_in[edge as usize] = true;
            let it = graph.edges[edge as usize];
            twice |= last == Some(it.pair);
            last = Some(it.pair);
            let pair = &problem.pairs[it.pair as usize];
            for i in [pair.a as usize, pair.b as usize] {
                degree[i] += 1;
                there[i * graph.times.len() + it.time as usize].push(edge);
            }
        }
        let keeps = |(decided, is_in): (&Decided, &bool)| match decided {
            Decided::Open => true,
            Decided::In => *is_in,
            Decided::Out => !is_in,
        };
        let fits = degree.iter().zip(&problem.cap).all(|(has, cap)| has <= cap)
            && edges.len() as u64 <= problem.total_tables()
            && self.decided.iter().zip(&is_in).all(keeps);
        // A pin that has several times is decided by the search.
        let is_met = |pair: u32| graph.of_pair(pair).any(|edge| is_in[edge]);
        let pinned = |pair: &u32| problem.pairs[*pair as usize].pinned;
        let lacks_pin = (0..problem.pairs.len() as u32).filter(pinned).any(|pair| !is_met(pair));
        if twice || !fits || lacks_pin {
            return Err(Vec::new());
        }
        let room = |at: usize| graph.room(at / graph.times.len(), at % graph.times.len()) as usize;
        let too_many = there.into_iter().enumerate().find(|(at, mine)| mine.len() > room(*at));
        too_many.map_or(Ok(()), |(_, mine)| Err(mine))
    }

    /// What each row counts of a whole set of edges, once.
    pub(crate) fn count(&self, edges: &[u32]) -> Vec<i64> {
        let problem = self.graph.problem;
        let mut degree = vec![0u32; problem.people()];
        let pairs = edges.iter().map(|&edge| &problem.pairs[self.graph.edges[edge as usize].pair as usize]);
        for p in pairs.clone() {
            degree[p.a as usize] += 1;
            degree[p.b as usize] += 1;
        }
        let met = pairs.map(|p| (p.a as usize, p.b as usize));
        let units = problem.units.as_deref().map_or(0, |units| units.filled(met)) as i64;
        let count = |counted: &Counted| -> i64 {
            let steps = self.cover.steps.iter().zip(&counted.steps).map(|(step, &x)| {
                let filled = (degree[step.person as usize] + 1).saturating_sub(step.first).min(step.room);
                i64::from(filled) * i64::from(x)
            });
            edges.iter().map(|&edge| i64::from(counted.edges[edge as usize])).sum::<i64>()
                + steps.sum::<i64>()
                + i64::from(counted.unit) * units
        };
        self.rows.iter().map(count).collect()
    }
}
