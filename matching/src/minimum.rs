//! A wished minimum that cannot be kept for everybody: a small set of people whose goals cannot all be filled, however the
//! schedule is made.
//!
//! The proof is the relaxation that counts the goals of these people alone: it bounds their sum below what they need. The
//! set starts from the dual prices of the relaxation for all goals (the analogue of a violator of Hall's condition): whose
//! goal is subsidised lacks partners, the others do not matter. It is split where it falls apart, and then people are taken
//! out as long as the rest is still too much to ask. The relaxation does not see slots, so that a conflict in time alone is
//! not named.

use crate::bound::{Aim, FINE, Prices};
use crate::pins::smallest;
use crate::problem::Problem;
use crate::relaxation::relax;
use crate::solution::Conflict;

/// Filled goals alone.
const GOALS: Aim = Aim { goal: 1, ..Aim::NOTHING };
/// Work for making the set smaller, in nodes and arcs of all relaxations; at least a few are tried. A set that is not the
/// smallest for that is as true.
const WORK: u64 = 30_000_000;
const FEWEST_TRIES: u64 = 12;

/// The bound on filled goals, and the people who cannot all have theirs, if that is proved.
pub(crate) fn examine(problem: &Problem) -> (u64, Option<Conflict>) {
    let prices = relax(problem, &GOALS).prices;
    let bound = prices.bound(problem, &GOALS).max(0) as u64;
    let all: Vec<usize> = (0..problem.people()).collect();
    if bound >= needs(problem, &all) {
        return (bound, None);
    }
    let lacking: Vec<usize> =
        all.into_iter().filter(|&i| prices.person[i] < 0 && problem.goal[i] > 0).collect();
    let people =
        if problem.rule.is_some() { lacking } else { shrunk(problem, worst_part(problem, &prices, lacking)) };
    let (needs, at_most) = (needs(problem, &people), most(problem, &people));
    (bound, (at_most < needs).then_some(Conflict::Minimum { people, needs, at_most }))
}

fn needs(problem: &Problem, people: &[usize]) -> u64 {
    people.iter().map(|&i| u64::from(problem.goal[i])).sum()
}

/// The bound on the filled goals of some people.
fn most(problem: &Problem, people: &[usize]) -> u64 {
    let theirs = with_goals_of(problem, people);
    relax(&theirs, &GOALS).prices.bound(&theirs, &GOALS).max(0) as u64
}

/// The same problem where only these people have goals; pairs of none of them count nothing and are left out where all
/// are listed.
fn with_goals_of(problem: &Problem, people: &[usize]) -> Problem {
    let mut wanted = vec![false; problem.people()];
    people.iter().for_each(|&i| wanted[i] = true);
    let mut out = match problem.rule {
        Some(_) => problem.clone(),
        None => problem.with_pairs(|p| wanted[p.a as usize] || wanted[p.b as usize]),
    };
    for (goal, _) in out.goal.iter_mut().zip(&wanted).filter(|(_, wanted)| !**wanted) {
        *goal = 0;
    }
    out
}

/// Takes people out as long as the others' goals are still too many.
fn shrunk(problem: &Problem, people: Vec<usize>) -> Vec<usize> {
    let theirs = with_goals_of(problem, &people);
    let size = (problem.people() + theirs.pairs.len()) as u64;
    let impossible = |some: &[usize]| most(&theirs, some) < needs(problem, some);
    smallest(people, (WORK / size.max(1)).max(FEWEST_TRIES), &impossible)
}

/// Of the parts that a set falls into where people have no common partner that is dear, the smallest that is proved by the
/// same prices. A price of all tables holds all parts together.
fn worst_part(problem: &Problem, prices: &Prices, lacking: Vec<usize>) -> Vec<usize> {
    if prices.all_tables > 0 {
        return lacking;
    }
    let mut part: Vec<usize> = (0..problem.people()).collect();
    let matters = |i: u32| prices.person[i as usize] != 0;
    for p in problem.pairs.iter().filter(|p| matters(p.a) && matters(p.b)) {
        let (x, y) = (root(&mut part, p.a as usize), root(&mut part, p.b as usize));
        part[x] = y;
    }
    let mut missing = vec![0; problem.people()];
    for i in 0..problem.people() {
        let (price, mine) = (prices.person[i], root(&mut part, i));
        let (goal, cap) = (i64::from(problem.goal[i]), i64::from(problem.cap[i]));
        missing[mine] += if price < 0 { goal * (-price).min(FINE) } else { -cap * price };
    }
    for p in &problem.pairs {
        let of = if matters(p.a) { p.a } else { p.b };
        missing[root(&mut part, of as usize)] -= prices.profit(problem, p, 0).max(0);
    }
    let mut sizes = vec![0; problem.people()];
    lacking.iter().for_each(|&i| sizes[root(&mut part, i)] += 1);
    let worst = (0..problem.people()).filter(|&i| sizes[i] > 0 && missing[i] > 0).min_by_key(|&i| sizes[i]);
    match worst {
        Some(worst) => lacking.into_iter().filter(|&i| root(&mut part, i) == worst).collect(),
        None => lacking,
    }
}

/// The representative of a person's part (union by path halving: Tarjan, van Leeuwen, J. ACM 31, 1984).
fn root(part: &mut [usize], mut of: usize) -> usize {
    while part[of] != of {
        part[of] = part[part[of]];
        of = part[of];
    }
    of
}
