//! A plan from the ladder: its best set with slots, and what the ladder proves of all plans.
//!
//! A small problem is searched whole, slots included: what is found there is the best plan, proved. In a larger one the ladder
//! knows sets of meetings alone; the set then gets its slots by colouring, and where that leaves some out by ejections.

use crate::exact::branching::{Limits, Verdict};
use crate::exact::conditions::Level;
use crate::exact::graph::Graph;
use crate::exact::ladder::{Climb, Ladder};
use crate::exact::seating::seat;
use crate::model::problem::{NONE, Problem};
use crate::model::schedule::Schedule;
use crate::model::standing::Standing;
use crate::options::Step;
use crate::plan::colouring::colour;
use crate::plan::greedy::fill_up;
use crate::plan::{finish, pins};
use crate::run::Run;
use crate::tuning::exact::{
    NEARLY_SEATED, NODES, NODES_OF_SMALL, SEATINGS, SHARE, SMALL_EDGES, SMALL_PEOPLE,
};

/// Raises a schedule to the best plan that the ladder finds, and takes over what it proves.
pub(crate) fn climb(schedule: &mut Schedule, run: &mut Run) {
    let problem = schedule.problem;
    if is_small(problem) {
        let graph = Graph::of_times(problem);
        if graph.edges.len() <= SMALL_EDGES {
            climb_whole(schedule, &graph, run);
        }
    }
    if !run.stopped() && !run.ledger.is_best(schedule) {
        climb_sets(schedule, run);
    }
    run.report(Step::Bound, schedule);
}

/// Whether a problem has so few people that it is searched whole.
pub(crate) fn is_small(problem: &Problem) -> bool {
    problem.open.iter().enumerate().filter(|(i, _)| problem.can_meet(*i)).count() <= SMALL_PEOPLE
}

/// The best plan of a small problem.
fn climb_whole(schedule: &mut Schedule, graph: &Graph, run: &mut Run) {
    let limits = Limits { nodes: NODES_OF_SMALL, work: run.left() };
    let Some(climb) = Climb::new(graph, None, limits, run.alarm) else { return };
    let mut seated = None;
    let mut accept = |edges: &[u32]| {
        let (verdict, plan) = seat(graph, edges);
        if matches!(verdict, Verdict::Taken) {
            seated = Some((edges.to_vec(), plan.placed().collect::<Vec<_>>()));
        }
        verdict
    };
    let Some((ladder, work)) = climb.climb(&mut accept) else { return };
    run.work += work;
    prove(&ladder, schedule.problem, run);
    if let Some((edges, placed)) = seated
        && ladder.set.as_ref() == Some(&edges)
    {
        let mut plan = Schedule::empty(schedule.problem);
        placed.into_iter().for_each(|(pair, slot)| plan.place(pair, slot));
        keep_better(schedule, plan);
    }
}

/// A better plan of the pairs that are listed, where a rule gives them: what is found proves nothing of the others.
pub(crate) fn climb_listed(schedule: &mut Schedule, run: &mut Run) {
    if !run.stopped() {
        climb_sets(schedule, run);
        run.report(Step::Bound, schedule);
    }
}

/// The best set of a larger problem, with slots.
fn climb_sets(schedule: &mut Schedule, run: &mut Run) {
    let graph = Graph::of_sets(schedule.problem);
    let limits = Limits { nodes: NODES, work: run.left() / SHARE };
    let Some(mut climb) = Climb::new(&graph, groups(schedule.problem), limits, run.alarm) else { return };
    if let Some(total) = climb.most_in_sum().filter(|_| schedule.problem.rule.is_none()) {
        run.ledger.bound_total(total);
    }
    let Some((ladder, work)) = climb.climb(&mut |_| Verdict::Taken) else { return };
    // What the first search took beyond its share is not taken from the others.
    run.work += work.min(limits.work);
    if schedule.problem.rule.is_none() {
        prove(&ladder, schedule.problem, run);
    }
    if schedule.problem.units.is_some() {
        run.near = ladder.near;
    }
    if let Some(set) = ladder.set {
        let pairs: Vec<u32> = set.iter().map(|&edge| graph.edges[edge as usize].pair).collect();
        if let Some(plan) = with_slots(schedule, &pairs, run) {
            keep_better(schedule, plan);
        }
    }
}

/// A set of pairs with slots, as far as they are found, and whatever fits beside them; none where the pins do not fit.
pub(crate) fn with_slots<'p>(schedule: &Schedule<'p>, pairs: &[u32], run: &mut Run) -> Option<Schedule<'p>> {
    let mut plan = Schedule::empty(schedule.problem);
    pins::place(&mut plan, run.alarm).ok()?;
    colour(&mut plan, pairs, run.alarm);
    if (plan.meetings as usize) < pairs.len()
        && let Some(all) = all_with_slots(&plan, pairs, schedule, run)
    {
        plan = all;
    }
    fill_up(&mut plan);
    Some(plan)
}

/// Slots for all pairs. Where every slot must be full nearly each way ends with one or two meetings left over: then others are tried,
/// so that it does not hang on the seed whether the best plan is found.
fn all_with_slots<'p>(
    plan: &Schedule<'p>,
    pairs: &[u32],
    shown: &Schedule,
    run: &mut Run,
) -> Option<Schedule<'p>> {
    for attempt in 0..SEATINGS {
        let seed = run.seed.wrapping_add(attempt << 32);
        let mut stop = || run.is_stopped_at(Step::Colouring, shown);
        match finish::with_all(plan, pairs, seed, &mut stop) {
            Ok(all) => return Some(all),
            Err(left_out) if left_out > NEARLY_SEATED || run.stopped() => return None,
            // The first attempt belongs to the climb.
            Err(_) => run.work += if attempt > 0 { finish::work_of_slots(pairs) } else { 0 },
        }
        if run.left() < run.budget / 2 {
            return None;
        }
    }
    None
}

/// Takes a plan over if it keeps as many demands and stands higher.
pub(crate) fn keep_better<'p>(schedule: &mut Schedule<'p>, plan: Schedule<'p>) {
    let key = |it: &Schedule| {
        let pins = it.placed().filter(|&(k, _)| it.pair(k).pinned).count();
        (pins, std::cmp::Reverse(it.quota_shortfall()), Standing::of(it))
    };
    if key(&plan) > key(schedule) {
        *schedule = plan;
    }
}

/// What a ladder proves: each bound is of all plans that reach those before it.
fn prove(ladder: &Ladder, problem: &Problem, run: &mut Run) {
    let highest = problem.goal.iter().copied().max().unwrap_or(0);
    let all = |k: u32| problem.goal.iter().map(|&goal| u64::from(goal.min(k))).sum();
    let mut most = Standing {
        units: 0,
        mutual: 0,
        goals: 0,
        first: (1..highest).map(all).collect(),
        score: run.ledger.bounds.score,
    };
    for rung in &ladder.rungs {
        let bound = rung.bound.max(0) as u64;
        match rung.level {
            Level::Units => most.units = bound,
            Level::Wishes => most.mutual = bound,
            Level::Goals => most.goals = bound,
            Level::First(k) => most.first[k as usize - 1] = bound,
            Level::Score => most.score = bound,
        }
    }
    run.ledger.bound_in_order(most);
}

/// The bound on the score beside what a schedule reaches on all other levels; none if it was stopped.
pub(crate) fn bound_score_beside(schedule: &Schedule, run: &mut Run) {
    let problem = schedule.problem;
    let reached = Standing::of(schedule);
    let graph = Graph::of_sets(problem);
    let limits = Limits { nodes: 1, work: u64::MAX };
    let Some(mut climb) = Climb::new(&graph, groups(problem), limits, run.alarm) else { return };
    let held = |level: Level| match level {
        Level::Units => reached.units as i64,
        Level::Wishes => reached.mutual as i64,
        Level::Goals => reached.goals as i64,
        Level::First(k) => reached.first[k as usize - 1] as i64,
        Level::Score => 0,
    };
    if let Some(bound) = climb.score_beside(&held) {
        let score = bound.max(0) as u64;
        run.ledger.bound_score_beside(Standing { score, ..reached });
    }
}

/// Groups of people who can only meet within their own, where there are several: an odd one has somebody left over in each slot.
pub(crate) fn groups(problem: &Problem) -> Option<Vec<u32>> {
    let n = problem.people();
    let mut group = vec![NONE; n];
    let mut count = 0;
    for first in 0..n {
        if group[first] != NONE || problem.partners(first).is_empty() {
            continue;
        }
        let mut stack = vec![first as u32];
        group[first] = count;
        while let Some(i) = stack.pop() {
            for &(other, _) in problem.partners(i as usize) {
                if group[other as usize] == NONE {
                    group[other as usize] = count;
                    stack.push(other);
                }
            }
        }
        count += 1;
    }
    (count > 1).then_some(group)
}
