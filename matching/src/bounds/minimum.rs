//! A wished minimum that cannot be kept for everybody: a small set of people whose goals cannot all be filled, however the
//! schedule is made.
//!
//! The proof is the relaxation that counts the goals of these people alone: it bounds their sum below what they need. The
//! set starts from the dual prices of the relaxation for all goals (the analogue of a violator of Hall's condition): whose
//! goal is subsidised lacks partners (or tables), the others do not matter. It is split where it falls apart; of a part as few
//! people are taken as the same prices prove, and then people are taken out as long as a relaxation of their own proves the
//! rest to be too much. The relaxation does not see slots, so that a conflict in time alone is not named.

use crate::alarm::Alarm;
use crate::algorithms::irreducible::irreducible;
use crate::bounds::prices::{FINE, Prices};
use crate::bounds::relaxation::relax;
use crate::model::objective::Objective;
use crate::model::problem::Problem;
use crate::model::solution::Conflict;
use crate::tuning::minimum::{FEWEST_TRIES, MOST_SHRUNK, WORK};

/// Filled goals alone.
const GOALS: Objective = Objective { goal: 1, ..Objective::NOTHING };

/// The bound on filled goals, and the people who cannot all have theirs, if that is proved.
pub(crate) fn examine(problem: &Problem, alarm: &Alarm) -> (u64, Option<Conflict>) {
    let prices = relax(problem, &GOALS, alarm).prices;
    let bound = prices.bound(problem, &GOALS).max(0) as u64;
    let all: Vec<usize> = (0..problem.people()).collect();
    if bound >= needs(problem, &all) {
        return (bound, None);
    }
    let first: Vec<usize> = match problem.rule {
        Some(_) => all.into_iter().filter(|&i| subsidy(problem, &prices, i) > 0).collect(),
        None => worst_part(problem, &prices),
    };
    let small = problem.rule.is_none() && first.len() <= MOST_SHRUNK;
    let people = if small { shrunk(problem, first, alarm) } else { first };
    let theirs = with_goals_of(problem, &people);
    let prices = if small { relax(&theirs, &GOALS, alarm).prices } else { prices };
    let (needs, at_most) = (needs(problem, &people), prices.bound(&theirs, &GOALS).max(0) as u64);
    (bound, (at_most < needs).then_some(Conflict::Minimum { people, needs, at_most }))
}

fn needs(problem: &Problem, people: &[usize]) -> u64 {
    people.iter().map(|&i| u64::from(problem.goal[i])).sum()
}

/// The bound on the filled goals of some people.
fn most(problem: &Problem, people: &[usize], alarm: &Alarm) -> u64 {
    let theirs = with_goals_of(problem, people);
    relax(&theirs, &GOALS, alarm).prices.bound(&theirs, &GOALS).max(0) as u64
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
fn shrunk(problem: &Problem, people: Vec<usize>, alarm: &Alarm) -> Vec<usize> {
    let theirs = with_goals_of(problem, &people);
    let size = (problem.people() + theirs.pairs.len()) as u64;
    let impossible = |some: &[usize]| !alarm.rang() && most(&theirs, some, alarm) < needs(problem, some);
    irreducible(people, (WORK / size.max(1)).max(FEWEST_TRIES), &impossible)
}

/// By how much the goal of a person is above what these prices let it bring, in units of 1 / [`FINE`].
fn subsidy(problem: &Problem, prices: &Prices, i: usize) -> i64 {
    i64::from(problem.goal[i]) * (-prices.person[i]).clamp(0, FINE)
}

/// As few people as these prices prove to need too much. The set falls into parts where people have no common partner that
/// is dear; a price of all tables holds all together.
fn worst_part(problem: &Problem, prices: &Prices) -> Vec<usize> {
    let n = problem.people();
    let mut part: Vec<usize> = if prices.all_tables > 0 { vec![0; n] } else { (0..n).collect() };
    let matters = |i: u32| prices.person[i as usize] != 0;
    for p in problem.pairs.iter().filter(|p| matters(p.a) && matters(p.b)) {
        let (x, y) = (root(&mut part, p.a as usize), root(&mut part, p.b as usize));
        part[x] = y;
    }
    // What the partners of each part, its pairs and its tables can bear.
    let mut borne = vec![0; n];
    for (i, &price) in prices.person.iter().enumerate() {
        borne[root(&mut part, i)] += price.max(0) * i64::from(problem.cap[i]);
    }
    for p in &problem.pairs {
        let of = if matters(p.a) { p.a } else { p.b };
        borne[root(&mut part, of as usize)] += prices.profit(problem, p, 0).max(0);
    }
    if prices.all_tables > 0 {
        borne[0] += prices.all_tables * problem.total_tables() as i64;
    }
    let mut asking: Vec<Vec<(i64, usize)>> = vec![Vec::new(); n];
    for i in (0..n).filter(|&i| subsidy(problem, prices, i) > 0) {
        asking[root(&mut part, i)].push((-subsidy(problem, prices, i), i));
    }
    let enough = (asking.into_iter().zip(borne)).filter_map(|(people, borne)| most_asking(people, borne));
    enough.min_by_key(Vec::len).unwrap_or_default()
}

/// Those who ask for most, until it is more than can be borne; none if all together ask for less.
fn most_asking(mut people: Vec<(i64, usize)>, borne: i64) -> Option<Vec<usize>> {
    people.sort_unstable();
    let mut left = borne;
    let mut out = Vec::new();
    for (subsidy, i) in people {
        out.push(i);
        left += subsidy;
        if left < 0 {
            out.sort_unstable();
            return Some(out);
        }
    }
    None
}

/// The representative of a person's part (union by path halving: Tarjan, van Leeuwen, J. ACM 31, 1984).
fn root(part: &mut [usize], mut of: usize) -> usize {
    while part[of] != of {
        part[of] = part[part[of]];
        of = part[of];
    }
    of
}
