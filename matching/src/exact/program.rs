//! The linear program of a level beside conditions: at given prices of these a flow, as in [`crate::bounds::relaxation`], on a
//! network that stays as it is while costs change, so that each solution starts from the last.
//!
//! Each person is a node on the left and one on the right of the bipartite double cover; where times are told apart, their
//! meetings of a time pass another node, since limits of a person and of a person at a time are nested. An edge is two arcs, each
//! of which counts half. An edge that a search has decided is rewarded so highly, or charged, that it is in or out;
//! the reward is taken off the bound. That a pair meets once is not kept: branching does that.

use crate::alarm::Alarm;
use crate::algorithms::flow::Network;
use crate::exact::conditions::Condition;
use crate::exact::graph::Graph;
use crate::model::objective::Objective;

/// Units of a price in one of the level's, so that halves and small steps are whole.
pub(crate) const GRAIN: i64 = 1_024;
/// Highest price of what a meeting counts, in points.
const DEAREST: i64 = 30_000;
/// What a decided edge earns or pays.
const DECIDED: i64 = 400_000_000;
/// Cost of the arcs that only hold the first tree together: above all that can be earned beside them.
const PENALTY: i32 = 2_000_000_000;
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
    pub percent: i64,
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

/// What each edge and each step of a person's meetings counts.
struct Counted {
    edges: Vec<i32>,
    steps: Vec<i32>,
}

/// Meetings of a person that count alike: from the `first`-th on.
struct Step {
    person: u32,
    first: u32,
    room: u32,
}

pub(crate) struct Program<'g, 'p> {
    pub graph: &'g Graph<'p>,
    network: Network,
    /// The first arc that is not there for the tree alone; of the steps; of the edges.
    real: usize,
    step_arcs: usize,
    edge_arcs: usize,
    steps: Vec<Step>,
    rows: Vec<Counted>,
    pub decided: Vec<Decided>,
    work: u64,
}

impl<'g, 'p> Program<'g, 'p> {
    pub(crate) fn new(graph: &'g Graph<'p>) -> Program<'g, 'p> {
        let problem = graph.problem;
        let (n, times) = (problem.people() as u32, graph.times.len() as u32);
        let seats = if graph.has_times() { 2 * n * times } else { 0 };
        let mut network = Network::new((2 * n + 2 + seats) as usize, PENALTY);
        let sink = 2 * n + 1;
        let tables = i32::try_from(2 * problem.total_tables()).unwrap_or(i32::MAX);
        let real = network.add(sink, 0, tables, 0);
        let steps: Vec<Step> = (0..n).flat_map(|i| steps_of(graph, i)).collect();
        let step_arcs = real + 1;
        for step in &steps {
            network.add(0, 1 + step.person, step.room as i32, 0);
            network.add(1 + n + step.person, sink, step.room as i32, 0);
        }
        let seat = |side: u32, i: u32, time: u32| match graph.has_times() {
            true => 2 * n + 2 + (side * n + i) * times + time,
            false => 1 + side * n + i,
        };
        if graph.has_times() {
            for (i, time) in (0..n).flat_map(|i| (0..times).map(move |time| (i, time))) {
                let room = graph.room(i as usize, time as usize) as i32;
                network.add(1 + i, seat(0, i, time), room, 0);
                network.add(seat(1, i, time), 1 + n + i, room, 0);
            }
        }
        let mut edge_arcs = usize::MAX;
        for edge in &graph.edges {
            let pair = &problem.pairs[edge.pair as usize];
            let arc = network.add(seat(0, pair.a, edge.time), seat(1, pair.b, edge.time), 1, 0);
            network.add(seat(0, pair.b, edge.time), seat(1, pair.a, edge.time), 1, 0);
            edge_arcs = edge_arcs.min(arc);
        }
        let decided = vec![Decided::Open; graph.edges.len()];
        Program { graph, network, real, step_arcs, edge_arcs, steps, rows: Vec::new(), decided, work: 0 }
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
        self.rows.push(Counted { edges, steps: self.steps.iter().map(step).collect() });
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
        let greatest = row.edges.iter().chain(&row.steps).map(|x| i64::from(x.abs())).max().unwrap_or(0);
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
        self.network.run(&mut |steps| {
            *work += steps;
            alarm.rings(steps)
        });
        self.work += 4 * (self.graph.edges.len() + self.steps.len()) as u64;
        if alarm.rang() {
            return None;
        }
        let rewards = self.decided.iter().filter(|it| **it == Decided::In).count() as i64 * DECIDED;
        let rows: i64 = prices.iter().zip(&question.least).map(|(price, row)| price * row.1).sum();
        Some(Priced {
            bound: self.network.proves(self.real) - 2 * rewards - 2 * rows,
            reached: self.reached(),
        })
    }

    fn set_costs(&mut self, prices: &[i64], question: &Question) {
        let rows = question.least.iter().zip(prices).map(|(row, &price)| (row.0, price));
        let priced: Vec<(&Counted, i64)> = std::iter::once((question.level, question.unit))
            .chain(rows)
            .filter(|(_, price)| *price != 0)
            .map(|(row, price)| (&self.rows[row], price))
            .collect();
        let network = &mut self.network;
        for step in 0..self.steps.len() {
            let worth: i64 = priced.iter().map(|(row, price)| price * i64::from(row.steps[step])).sum();
            let cost = -worth as i32;
            network.set_cost(self.step_arcs + 2 * step, cost);
            network.set_cost(self.step_arcs + 2 * step + 1, cost);
        }
        for (edge, decided) in self.decided.iter().enumerate() {
            let worth: i64 = priced.iter().map(|(row, price)| price * i64::from(row.edges[edge])).sum();
            let reward = match decided {
                Decided::Open => 0,
                Decided::In => DECIDED,
                Decided::Out => -DECIDED,
            };
            let cost = -(worth + reward) as i32;
            network.set_cost(self.edge_arcs + 2 * edge, cost);
            network.set_cost(self.edge_arcs + 2 * edge + 1, cost);
        }
        network.reprice();
    }

    fn reached(&self) -> Reached {
        let both = |arc: usize| self.network.flow(arc) + self.network.flow(arc + 1);
        let steps: Vec<i64> =
            (0..self.steps.len()).map(|step| i64::from(both(self.step_arcs + 2 * step))).collect();
        let twice: Vec<u8> =
            (0..self.decided.len()).map(|edge| both(self.edge_arcs + 2 * edge) as u8).collect();
        let count = |counted: &Counted| -> i64 {
            let edges = counted.edges.iter().zip(&twice).map(|(&x, &twice)| i64::from(x) * i64::from(twice));
            let steps = counted.steps.iter().zip(&steps).map(|(&x, twice)| i64::from(x) * twice);
            edges.sum::<i64>() + steps.sum::<i64>()
        };
        Reached { rows: self.rows.iter().map(count).collect(), twice }
    }

    /// Whether edges are a set that keeps all limits of people and what is decided, each pair once.
    pub(crate) fn is_set(&self, edges: &[u32]) -> bool {
        let (graph, problem) = (self.graph, self.graph.problem);
        let mut degree = vec![0; problem.people()];
        let mut there = vec![0; problem.people() * graph.times.len()];
        let mut is_in = vec![false; self.decided.len()];
        let mut last = None;
        for &edge in edges {
            is_in[edge as usize] = true;
            let it = graph.edges[edge as usize];
            if last == Some(it.pair) {
                return false;
            }
            last = Some(it.pair);
            let pair = &problem.pairs[it.pair as usize];
            for i in [pair.a as usize, pair.b as usize] {
                degree[i] += 1;
                there[i * graph.times.len() + it.time as usize] += 1;
            }
        }
        let keeps = |(decided, is_in): (&Decided, &bool)| match decided {
            Decided::Open => true,
            Decided::In => *is_in,
            Decided::Out => !is_in,
        };
        let fits =
            |(at, &has): (usize, &u32)| has <= graph.room(at / graph.times.len(), at % graph.times.len());
        degree.iter().zip(&problem.cap).all(|(has, cap)| has <= cap)
            && there.iter().enumerate().all(fits)
            && edges.len() as u64 <= problem.total_tables()
            && self.decided.iter().zip(&is_in).all(keeps)
    }

    /// What each row counts of a whole set of edges, once.
    pub(crate) fn count(&self, edges: &[u32]) -> Vec<i64> {
        let problem = self.graph.problem;
        let mut degree = vec![0u32; problem.people()];
        for p in edges.iter().map(|&edge| &problem.pairs[self.graph.edges[edge as usize].pair as usize]) {
            degree[p.a as usize] += 1;
            degree[p.b as usize] += 1;
        }
        let count = |counted: &Counted| -> i64 {
            let steps = self.steps.iter().zip(&counted.steps).map(|(step, &x)| {
                let filled = (degree[step.person as usize] + 1).saturating_sub(step.first).min(step.room);
                i64::from(filled) * i64::from(x)
            });
            edges.iter().map(|&edge| i64::from(counted.edges[edge as usize])).sum::<i64>()
                + steps.sum::<i64>()
        };
        self.rows.iter().map(count).collect()
    }
}

/// The steps of a person: each meeting of the goal by itself, then all others.
fn steps_of(graph: &Graph, person: u32) -> impl Iterator<Item = Step> + use<> {
    let (goal, cap) = (graph.problem.goal[person as usize], graph.problem.cap[person as usize]);
    let goals = (1..=goal).map(move |first| Step { person, first, room: 1 });
    goals.chain((cap > goal).then_some(Step { person, first: goal + 1, room: cap - goal }))
}
