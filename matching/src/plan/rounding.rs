//! From the half-integral optimum of the relaxation to a set of whole meetings.
//!
//! The pairs at one half form a graph in which nearly everyone has even degree. Walking each component in one closed
//! trail (Hierholzer 1873) and taking every other edge gives each person exactly their half; only a trail of odd length
//! loses half an edge, and starts where that costs least. Linear in the number of pairs, but for odd trails, whose every start
//! is tried.

use crate::bounds::relaxation::Relaxed;
use crate::model::problem::Problem;

/// The chosen pairs, in order. Each person has at most their cap.
pub(crate) fn round(problem: &Problem, relaxed: &Relaxed) -> Vec<u32> {
    let mut degree = vec![0u32; problem.people()];
    let mut chosen = vec![false; problem.pairs.len()];
    for (k, p) in problem.pairs.iter().enumerate().filter(|(k, _)| relaxed.twice[*k] == 2) {
        chosen[k] = true;
        degree[p.a as usize] += 1;
        degree[p.b as usize] += 1;
    }
    // Halves taken beyond a trail's own share: an open trail of odd length gives half a meeting too many or too few.
    let mut ahead = 0;
    for trail in trails(problem, relaxed) {
        let taken = every_other(problem, &trail, ahead <= 0);
        ahead += 2 * taken.len() as i64 - trail.pairs.len() as i64;
        for k in taken {
            let p = &problem.pairs[k as usize];
            let room = |i: u32| degree[i as usize] < problem.cap[i as usize];
            if room(p.a) && room(p.b) {
                chosen[k as usize] = true;
                degree[p.a as usize] += 1;
                degree[p.b as usize] += 1;
            }
        }
    }
    (0..chosen.len() as u32).filter(|&k| chosen[k as usize]).collect()
}

/// A trail of pairs, each sharing a person with the next.
struct Trail {
    pairs: Vec<u32>,
    closed: bool,
}

fn trails(problem: &Problem, relaxed: &Relaxed) -> Vec<Trail> {
    let n = problem.people();
    let mut halves: Vec<Vec<(u32, u32)>> = vec![Vec::new(); n];
    for (k, p) in problem.pairs.iter().enumerate().filter(|(k, _)| relaxed.twice[*k] == 1) {
        halves[p.a as usize].push((p.b, k as u32));
        halves[p.b as usize].push((p.a, k as u32));
    }
    let odd: Vec<bool> = halves.iter().map(|h| h.len() % 2 == 1).collect();
    let mut used = vec![false; problem.pairs.len()];
    let mut out = Vec::new();
    // Open trails from people of odd degree first: what is left has even degrees, so every walk closes.
    for from_odd in [true, false] {
        for start in (0..n).filter(|&i| !from_odd || odd[i]) {
            let pairs = walk(start as u32, &mut halves, &mut used);
            if !pairs.is_empty() {
                out.push(Trail { pairs, closed: !from_odd });
            }
        }
    }
    out
}

/// Hierholzer's walk: the pairs of one trail through all that can be reached from `start`.
fn walk(start: u32, halves: &mut [Vec<(u32, u32)>], used: &mut [bool]) -> Vec<u32> {
    let mut stack = vec![(start, u32::MAX)];
    let mut out = Vec::new();
    while let Some(&(person, by)) = stack.last() {
        match halves[person as usize].pop() {
            Some((_, pair)) if used[pair as usize] => {}
            Some((other, pair)) => {
                used[pair as usize] = true;
                stack.push((other, pair));
            }
            None => {
                stack.pop();
                if by != u32::MAX {
                    out.push(by);
                }
            }
        }
    }
    out
}

/// Every other pair of a trail, from the start that is worth most; an open trail of odd length gives the greater half
/// only if `generous`.
fn every_other(problem: &Problem, trail: &Trail, generous: bool) -> Vec<u32> {
    let pairs = &trail.pairs;
    let len = pairs.len();
    let rounds = match (trail.closed, len % 2) {
        (true, 1) => len,
        _ => 2.min(len),
    };
    let take = |start: usize| {
        let last = if trail.closed { len - len % 2 } else { len - start };
        (0..last).step_by(2).map(move |step| pairs[(start + step) % len])
    };
    let worth = |start: usize| take(start).map(|k| problem.pairs[k as usize].value).sum::<i64>();
    let first = usize::from(!trail.closed && len % 2 == 1 && !generous);
    let best = (first..rounds).max_by_key(|&start| (worth(start), std::cmp::Reverse(start)));
    best.map(|start| take(start).collect()).unwrap_or_default()
}
