//! Tries every schedule of a tiny problem. Knows the input only.

use matching::{Breach, Figures, Meeting, Problem, Quota, check};

/// The best of all valid schedules: most mutual wishes, most filled goals beside each number of wishes or more, most of the
/// total, each on its own.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Best {
    pub mutual: u64,
    /// `goals[m]`: the most with `m` wishes or more.
    pub goals: Vec<u64>,
    pub total: i64,
    /// Whether any schedule is valid. Where anybody can meet, a share of nothing is no share.
    pub found: bool,
    /// Whether a schedule with meetings would be valid without the quota.
    any: bool,
    /// Whether one with meetings is.
    some: bool,
}

/// Looks at all assignments of slots to pairs (tables by trying them in order within a slot).
pub fn best(problem: &Problem) -> Best {
    let mut best = Best { total: i64::MIN, ..Best::default() };
    extend(problem, 0, &mut Vec::new(), &mut |chosen| look_at(problem, chosen, &mut best));
    let is_share = matches!(problem.input().quota, Some(Quota::Percent(percent)) if percent > 0);
    best.found &= !is_share || !best.any || best.some;
    best
}

/// How many people have at least one, two ... meetings of their goal.
pub fn profile(problem: &Problem, meetings: &[Meeting]) -> Vec<u64> {
    let met = |i: usize| meetings.iter().filter(|m| m.a == i || m.b == i).count() as u32;
    let filled: Vec<u32> = problem.goals().iter().enumerate().map(|(i, goal)| met(i).min(*goal)).collect();
    let highest = problem.goals().iter().copied().max().unwrap_or(0);
    (1..=highest).map(|k| filled.iter().filter(|f| **f >= k).count() as u64).collect()
}

/// The fairest profile of all schedules; and of those with the most mutual wishes, then filled goals.
pub fn fairest(problem: &Problem) -> (Vec<u64>, (u64, u64, Vec<u64>)) {
    let (mut any, mut served) = (Vec::new(), (0, 0, Vec::new()));
    extend(problem, 0, &mut Vec::new(), &mut |chosen| {
        let (profile, figures) = (profile(problem, chosen), Figures::of(problem, chosen));
        served = served.clone().max((figures.mutual, figures.goals_filled, profile.clone()));
        any = any.clone().max(profile);
    });
    (any, served)
}

fn extend(problem: &Problem, pair: usize, chosen: &mut Vec<Meeting>, visit: &mut dyn FnMut(&[Meeting])) {
    let input = problem.input();
    if pair == input.pairs.len() {
        visit(chosen);
        return;
    }
    extend(problem, pair + 1, chosen, visit);
    let (a, b) = (input.pairs[pair].a, input.pairs[pair].b);
    for slot in 0..input.slots.len() {
        let open = |i: usize| input.people[i].available[slot];
        let busy = |i: usize| chosen.iter().any(|m| m.slot == slot && (m.a == i || m.b == i));
        let at_cap =
            |i: usize| chosen.iter().filter(|m| m.a == i || m.b == i).count() >= input.people[i].cap as usize;
        if !open(a) || !open(b) || busy(a) || busy(b) || at_cap(a) || at_cap(b) {
            continue;
        }
        for table in tables(problem, a, b, slot, chosen) {
            chosen.push(Meeting { a: a.min(b), b: a.max(b), slot, table });
            extend(problem, pair + 1, chosen, visit);
            chosen.pop();
        }
    }
}

/// The tables worth trying: the booth, a pinned table, and the first free one of the others.
fn tables(problem: &Problem, a: usize, b: usize, slot: usize, chosen: &[Meeting]) -> Vec<Option<u32>> {
    let input = problem.input();
    if let Some(booth) = input.people[a].booth.or(input.people[b].booth) {
        return vec![Some(booth)];
    }
    let Some(count) = input.slots[slot].tables else {
        return vec![None];
    };
    let taken = |t: u32| chosen.iter().any(|m| m.slot == slot && m.table == Some(t));
    let special = |t: u32| {
        input.people.iter().any(|p| p.booth == Some(t)) || input.pins.iter().any(|p| p.table == Some(t))
    };
    let plain = (0..count).find(|&t| !taken(t) && !special(t));
    let pinned = (0..count).filter(|&t| !taken(t) && special(t));
    plain.into_iter().chain(pinned).map(Some).collect()
}

fn look_at(problem: &Problem, chosen: &[Meeting], best: &mut Best) {
    let input = problem.input();
    let plain = input.pins.is_empty() && input.people.iter().all(|p| p.booth.is_none());
    let figures = Figures::of(problem, chosen);
    let kept = match input.quota {
        None => true,
        Some(Quota::Percent(percent)) => figures.crossing * 100 >= figures.meetings * u64::from(percent),
        Some(Quota::Count(count)) => figures.crossing >= u64::from(count),
    };
    let breaches = if plain { Vec::new() } else { check(problem, chosen) };
    let valid = breaches.iter().all(|breach| matches!(breach, Breach::QuotaMissed { .. }));
    best.any |= valid && !chosen.is_empty();
    if !kept || !valid {
        return;
    }
    best.found = true;
    best.some |= !chosen.is_empty();
    best.mutual = best.mutual.max(figures.mutual);
    best.goals.resize(best.goals.len().max(figures.mutual as usize + 1), 0);
    best.goals[..=figures.mutual as usize]
        .iter_mut()
        .for_each(|goals| *goals = (*goals).max(figures.goals_filled));
    best.total = best.total.max(figures.total());
}

/// The most that any schedule fills of some people's goals.
pub fn most_of(problem: &Problem, people: &[usize]) -> u64 {
    let plain = problem.input().people.iter().all(|p| p.booth.is_none());
    let mut most = 0;
    extend(problem, 0, &mut Vec::new(), &mut |chosen| {
        let met = |i: usize| chosen.iter().filter(|m| m.a == i || m.b == i).count() as u32;
        let filled = people.iter().map(|&i| u64::from(met(i).min(problem.goals()[i]))).sum();
        if filled > most && (plain || check(problem, chosen).is_empty()) {
            most = filled;
        }
    });
    most
}
