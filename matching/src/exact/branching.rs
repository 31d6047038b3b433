//! The best whole set of edges for a level beside conditions: branch and bound (Land, Doig, An automatic method of solving discrete
//! programming problems, Econometrica 28, 1960) over the linear programs of [`crate::exact::settling`].
//!
//! Where shares are asked for, first the number of meetings that do not count for each is made whole: at most so many, or one more
//! with the crossing ones that asks for. Then a pair that the optimum has in part, or at two times, is decided: out, or in at one of its
//! times. The likelier side is followed down first; then, once there is a set, the node with the highest bound. What a set is still asked, whether its meetings have slots, is
//! asked of every set that would be the best.

use crate::alarm::Alarm;
use crate::exact::program::{Decided, Program, Question, Reached, Share};
use crate::exact::settling::{Pool, Settled, WHOLE, settle};
use std::collections::BinaryHeap;

/// What is known of a whole set that keeps all rows.
pub(crate) enum Verdict {
    Taken,
    /// These edges cannot all be in.
    Refuted(Vec<u32>),
    /// The work was not enough to tell.
    Open,
}

/// Says of a set whether it is taken.
pub(crate) type Accept<'a> = dyn FnMut(&[u32]) -> Verdict + 'a;

/// What a search found.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    /// The best set that was taken, and its level.
    pub best: Option<(i64, Vec<u32>)>,
    /// No set has more of the level; `i64::MIN` where there is none.
    pub bound: i64,
}

/// Limits of a search.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub nodes: u64,
    /// Work units of the program at which it ends.
    pub work: u64,
}

/// A part of all sets: what is decided, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Node {
    bound: i64,
    depth: usize,
    /// The greater the likelier, of nodes of one bound and depth.
    likely: i64,
    decided: Vec<(u32, bool)>,
    /// Rows beside those of the question.
    rows: Vec<(usize, i64)>,
    prices: Vec<i64>,
}

impl Ord for Node {
    fn cmp(&self, other: &Node) -> std::cmp::Ordering {
        let key = |node: &Node| (node.bound, node.depth, node.likely);
        let parts = |node: &Node| (node.decided.clone(), node.rows.clone());
        key(self).cmp(&key(other)).then_with(|| parts(other).cmp(&parts(self)))
    }
}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Node) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The nodes that are still to be looked at. Before there is any set the last one comes first, so that one is found; then the one
/// with the highest bound.
#[derive(Default)]
struct Open {
    last: Vec<Node>,
    others: BinaryHeap<Node>,
}

impl Open {
    fn pop(&mut self, has_set: bool) -> Option<Node> {
        if !has_set {
            return self.last.pop();
        }
        self.others.extend(self.last.drain(..));
        self.others.pop()
    }

    /// The highest bound; `i64::MIN` without a node.
    fn bound(&self) -> i64 {
        self.last.iter().chain(self.others.peek()).map(|node| node.bound).max().unwrap_or(i64::MIN)
    }
}

/// A search for the best set of a program.
pub(crate) struct Search<'a, 'g, 'p, 'o> {
    pub program: &'a mut Program<'g, 'p>,
    pub question: &'a Question,
    pub shares: &'a [Share],
    pub pool: &'a mut Pool,
    pub limits: Limits,
    pub alarm: &'a Alarm<'o>,
}

/// The best set so far, and what was said of others.
struct Found<'f> {
    outcome: Outcome,
    accept: &'f mut Accept<'f>,
    /// Edges that cannot all be in, of a set of the node that is looked at.
    refuted: Option<Vec<u32>>,
    /// Whether of a set of that node it could not be told.
    is_open: bool,
}

impl Search<'_, '_, '_, '_> {
    /// The best set that is accepted, from prices on.
    pub(crate) fn run(mut self, start: &[i64], accept: &mut dyn FnMut(&[u32]) -> Verdict) -> Outcome {
        let outcome = Outcome { best: None, bound: i64::MIN };
        let mut found = Found { outcome, accept, refuted: None, is_open: false };
        // The highest bound of the parts that were left undecided for good.
        let mut undecided = i64::MIN;
        let mut open = Open::default();
        let mut next = Some(Node {
            bound: i64::MAX,
            depth: 0,
            likely: 0,
            decided: Vec::new(),
            rows: Vec::new(),
            prices: start.to_vec(),
        });
        let mut nodes = 0;
        while let Some(node) = next.take().or_else(|| open.pop(found.outcome.best.is_some())) {
            if node.bound <= found.best() {
                continue;
            }
            let is_spent = nodes >= self.limits.nodes || self.program.work() >= self.limits.work;
            if nodes > 0 && is_spent || self.alarm.rang() {
                undecided = undecided.max(node.bound);
                break;
            }
            nodes += 1;
            match self.look(&node, &mut found) {
                Looked::Done => {}
                Looked::Open(bound) => undecided = undecided.max(bound),
                Looked::Split(children) => {
                    let mut children = children.into_iter();
                    next = children.next();
                    open.last.extend(children.rev());
                }
            }
        }
        found.outcome.bound = undecided.max(open.bound()).max(found.best());
        found.outcome
    }

    /// Bounds a node, and splits it where that leaves something open.
    fn look(&mut self, node: &Node, found: &mut Found) -> Looked {
        (found.refuted, found.is_open) = (None, false);
        self.program.decide(&node.decided);
        let start = (&node.prices[..], found.best());
        let question = &self.question.with(&node.rows);
        let mut offer = |program: &Program, reached: &Reached| {
            if let Some(edges) = whole_edges(reached) {
                found.consider(program, question, edges);
            }
        };
        let Some(settled) = settle(self.program, question, self.pool, start, &mut offer, self.alarm) else {
            return Looked::Open(node.bound);
        };
        let bound = settled.bound.min(node.bound);
        // Every level of a set is at least 0: below it lacks the reward of something decided.
        if bound <= found.best() || bound < 0 {
            return Looked::Done;
        }
        // Where a share costs nothing, how many meetings do not count for it tells nothing.
        let costs = |row: usize| {
            let at = question.least.iter().position(|known| known.0 == row);
            at.is_some_and(|at| settled.prices[at] > 0)
        };
        let mut dear = self.shares.iter().filter(|share| costs(share.fewer_others) || costs(share.plain));
        let by_count = dear.find_map(|share| self.split_by_count(share, node, bound, &settled));
        if let Some(children) = by_count {
            return Looked::Split(children);
        }
        let mut part = self.fractional(&settled);
        if part.is_none() {
            let is_in = |(_, share): &(u32, &i64)| **share > WHOLE / 2;
            let edges = (0u32..).zip(&settled.shares).filter(is_in).map(|(edge, _)| edge).collect();
            found.consider(self.program, question, edges);
            part = self.undecided_of(found.refuted.as_deref(), &settled);
        }
        match part {
            _ if bound <= found.best() => Looked::Done,
            Some(pair) => Looked::Split(self.split(node, pair, bound, &settled)),
            None if found.is_open => Looked::Open(bound),
            None => Looked::Done,
        }
    }

    fn is_undecided(&self, pair: u32) -> bool {
        self.program.graph.of_pair(pair).any(|edge| self.program.decided[edge] == Decided::Open)
    }

    /// The pair that is nearest to half in the optimum, or met at several times; a pin whose time is open before all.
    fn fractional(&self, settled: &Settled) -> Option<u32> {
        let graph = self.program.graph;
        let pairs = 0..graph.problem.pairs.len() as u32;
        let near = |pair: u32| {
            let shares = || graph.of_pair(pair).map(|edge| settled.shares[edge]);
            let total: i64 = shares().sum();
            let apart = shares().map(|share| share.min((WHOLE - share).abs())).max().unwrap_or(0);
            let pinned = graph.problem.pairs[pair as usize].pinned && self.is_undecided(pair);
            let doubled = (total - WHOLE).max(0);
            if pinned { i64::MAX } else { apart.max(doubled) }
        };
        let best = pairs.map(|pair| (near(pair), std::cmp::Reverse(pair))).max()?;
        (best.0 > WHOLE / 1_000 && self.is_undecided(best.1.0)).then_some(best.1.0)
    }

    /// Where the optimum is whole and yet not the end: a pair that can still be decided, of those that contradict each other,
    /// of those that meet, or any.
    fn undecided_of(&self, refuted: Option<&[u32]>, settled: &Settled) -> Option<u32> {
        let graph = self.program.graph;
        let pair = |edge: u32| graph.edges[edge as usize].pair;
        if let Some(core) = refuted {
            return core.iter().map(|&edge| pair(edge)).find(|&pair| self.is_undecided(pair));
        }
        let edges = 0..graph.edges.len() as u32;
        let meets = |edge: &u32| settled.shares[*edge as usize] > WHOLE / 2;
        let open = |edge: &u32| self.program.decided[*edge as usize] == Decided::Open;
        edges.clone().filter(meets).find(open).or_else(|| edges.clone().find(open)).map(pair)
    }

    /// The parts with a whole number of meetings that do not count for a quota, where the optimum has none.
    fn split_by_count(&self, share: &Share, node: &Node, bound: i64, settled: &Settled) -> Option<Vec<Node>> {
        let graph = self.program.graph;
        let pair = |edge: usize| &graph.problem.pairs[graph.edges[edge].pair as usize];
        let crosses = |edge: usize| pair(edge).crossing.counts_for(share.quota);
        let others: i64 =
            settled.shares.iter().enumerate().filter(|(edge, _)| !crosses(*edge)).map(|it| it.1).sum();
        let (count, part) = (others.div_euclid(WHOLE), others.rem_euclid(WHOLE));
        if !(WHOLE / 100..=WHOLE - WHOLE / 100).contains(&part) {
            return None;
        }
        let child = |rows: Vec<(usize, i64)>, likely: i64| Node {
            bound,
            depth: node.depth + 1,
            likely,
            decided: node.decided.clone(),
            rows: node.rows.iter().copied().chain(rows).collect(),
            prices: settled.prices.clone(),
        };
        let (fewer, more) = (share.at_most(count), share.at_least(count + 1));
        let mut children = vec![child(fewer, WHOLE - part), child(more, part)];
        children.sort_by_key(|node| std::cmp::Reverse(node.likely));
        Some(children)
    }

    /// The parts in which a pair is decided, the likeliest first.
    fn split(&self, node: &Node, pair: u32, bound: i64, settled: &Settled) -> Vec<Node> {
        let graph = self.program.graph;
        let edges: Vec<u32> = graph.of_pair(pair).map(|edge| edge as u32).collect();
        let open = |edge: &&u32| self.program.decided[**edge as usize] == Decided::Open;
        let share = |edge: u32| settled.shares[edge as usize];
        let total: i64 = edges.iter().map(|&edge| share(edge)).sum();
        let child = |chosen: Option<u32>, likely: i64| {
            let others = edges.iter().filter(open).map(|&edge| (edge, Some(edge) == chosen));
            let decided = node.decided.iter().copied().chain(others).collect();
            let (depth, rows, prices) = (node.depth + 1, node.rows.clone(), settled.prices.clone());
            Node { bound, depth, likely, decided, rows, prices }
        };
        let mut children: Vec<Node> =
            edges.iter().filter(open).map(|&edge| child(Some(edge), share(edge))).collect();
        if !graph.problem.pairs[pair as usize].pinned {
            children.push(child(None, WHOLE - total));
        }
        children.sort_by_key(|node| std::cmp::Reverse(node.likely));
        children
    }
}

/// What a look at a node left.
enum Looked {
    /// Nothing better is in it.
    Done,
    /// It cannot be told whether a better set is in it.
    Open(i64),
    Split(Vec<Node>),
}

/// The edges of a solution without halves.
fn whole_edges(reached: &Reached) -> Option<Vec<u32>> {
    let is_whole = reached.twice.iter().all(|&twice| twice != 1);
    is_whole.then(|| (0u32..).zip(&reached.twice).filter(|(_, twice)| **twice == 2).map(|(e, _)| e).collect())
}

impl Found<'_> {
    /// The level of the best set; `i64::MIN` without one.
    fn best(&self) -> i64 {
        self.outcome.best.as_ref().map_or(i64::MIN, |best| best.0)
    }

    /// Takes a set over if it is better, keeps all rows, and is accepted.
    fn consider(&mut self, program: &Program, question: &Question, edges: Vec<u32>) {
        if let Err(too_many) = program.is_set(&edges) {
            // Of a person at a time, which the network need not keep.
            self.refuted = (!too_many.is_empty()).then_some(too_many).or(self.refuted.take());
            return;
        }
        let rows = program.count(&edges);
        let keeps = question.least.iter().all(|&(row, least)| rows[row] >= least);
        if !keeps || rows[question.level] <= self.best() {
            return;
        }
        match (self.accept)(&edges) {
            Verdict::Taken => self.outcome.best = Some((rows[question.level], edges)),
            Verdict::Refuted(core) => self.refuted = Some(core),
            Verdict::Open => self.is_open = true,
        }
    }
}
