//! The figures and the checker, each counted a second time from the input alone.

use crate::mixed_problems::input;
use crate::oracle::{goals, is_valid, levels};
use crate::random_problems::Dice;
use matching::{
    Bounds, Crossings, Figures, Finished, Input, Meeting, Open, Options, Problem, Request, SlotInput,
    Solution, Unobserved, check, solve,
};

/// A schedule, and what becomes of it when somebody changes, doubles or strikes out a meeting or two by hand.
fn by_hand(input: &Input, mut meetings: Vec<Meeting>, dice: &mut Dice) -> Vec<Meeting> {
    let (people, slots) = (input.people.len(), input.slots.len());
    for _ in 0..dice.roll(3) {
        if meetings.is_empty() || dice.chance(20) {
            let Some(p) = input.pairs.get(dice.roll(input.pairs.len().max(1))) else { break };
            meetings.push(Meeting { a: p.a.min(p.b), b: p.a.max(p.b), slot: dice.roll(slots), table: None });
        }
        let at = dice.roll(meetings.len());
        match dice.roll(6) {
            0 => meetings[at].slot = dice.roll(slots + 1),
            1 => meetings[at].table = None,
            2 => meetings[at].b = dice.roll(people),
            3 => _ = meetings.remove(at),
            _ => meetings[at].table = Some(dice.roll(3) as u32),
        }
    }
    meetings
}

#[test]
fn the_checker_finds_fault_where_there_is_one_and_only_there() {
    let (mut sound, mut faulty) = (0, 0);
    for seed in 0..4_000 {
        let input = input(seed);
        let Ok(problem) = Problem::new(input.clone()) else { continue };
        let solution = solve(&problem, &Options { seed, work: 50, ..Options::standard() }, &mut Unobserved);
        let meetings = by_hand(&input, solution.meetings, &mut Dice::new(seed + 5));
        let (breaches, valid) = (check(&problem, &meetings), is_valid(&input, &meetings));
        assert_eq!(breaches.is_empty(), valid, "seed {seed}: {breaches:?} of {meetings:?} in {input:?}");
        (sound, faulty) = (sound + u32::from(valid), faulty + u32::from(!valid));
    }
    assert!(sound > 1_000 && faulty > 1_000, "{sound} sound, {faulty} faulty");
}

/// The idle gaps and table changes of one person, slot by slot.
fn day(input: &Input, meetings: &[Meeting], person: usize) -> (u64, u64) {
    let (mut gaps, mut changes) = (0, 0);
    let mut last: Option<(usize, &Meeting)> = None;
    for slot in 0..input.slots.len() {
        let here = meetings.iter().find(|m| m.slot == slot && (m.a == person || m.b == person));
        if slot > 0 && input.slots[slot].part != input.slots[slot - 1].part {
            last = None;
        }
        if let (Some((before, old)), Some(new)) = (last, here) {
            gaps += u64::from(slot - before > 1);
            changes += u64::from(old.table.is_some() && old.table != new.table);
        }
        last = here.map(|m| (slot, m)).or(last);
    }
    (gaps, changes)
}

#[test]
fn every_figure_is_what_a_count_by_hand_gives() {
    let mut seen = Figures::default();
    for seed in 0..3_000 {
        let mut input = input(seed);
        // Long enough for gaps, within parts and from one to the next.
        let last = input.slots[input.slots.len() - 1].clone();
        input.slots.extend([last.clone(), last.clone(), SlotInput { part: 7, ..last }]);
        input.people.iter_mut().for_each(|p| p.available.extend([false, true, true]));
        let booths = input.people.iter_mut().filter_map(|p| p.booth.as_mut());
        booths.filter(|booth| !booth.slots.is_empty()).for_each(|booth| booth.slots.extend([true; 3]));
        let interpreters = input.interpreting.iter_mut().flat_map(|said| &mut said.interpreters);
        interpreters.filter(|one| !one.slots.is_empty()).for_each(|one| one.slots.extend([true; 3]));
        if seed % 5 == 0 {
            input.people[0].available.fill(false);
        }
        let Ok(problem) = Problem::new(input.clone()) else { continue };
        let meetings =
            solve(&problem, &Options { seed, work: 50, ..Options::standard() }, &mut Unobserved).meetings;
        let (goals, levels) = (goals(&input), levels(&input, &meetings));
        let is_met = |a: usize, b: usize| meetings.iter().any(|m| (m.a, m.b) == (a.min(b), a.max(b)));
        let met = || input.pairs.iter().filter(|p| is_met(p.a, p.b));
        let has = |i: usize| meetings.iter().filter(|m| m.a == i || m.b == i).count() as u32;
        let days: Vec<_> = (0..input.people.len()).map(|i| day(&input, &meetings, i)).collect();
        let counted = Figures {
            meetings: meetings.len() as u64,
            mutual: levels.mutual,
            one_way: met().filter(|p| p.request == Request::OneWay).count() as u64,
            goals_filled: levels.goals,
            goals_total: goals.iter().map(|&goal| u64::from(goal)).sum(),
            wished: input.people.iter().map(|p| u64::from(p.minimum)).sum(),
            people_below: (0..).zip(&input.people).filter(|(i, p)| has(*i) < p.minimum).count() as u64,
            people_nowhere: input
                .people
                .iter()
                .filter(|p| p.cap > 0 && p.available.iter().all(|a| !a))
                .count() as u64,
            score: levels.points,
            crossing: Crossings::of(met().map(|p| p.crossing)),
            units: levels.units,
            units_asked: crate::coverage::coverage(&input).asked,
            idle_gaps: days.iter().map(|day| day.0).sum(),
            table_changes: days.iter().map(|day| day.1).sum(),
        };
        let figures = Figures::of(&problem, &meetings);
        assert_eq!((figures, figures.total()), (counted, levels.total()), "seed {seed}");
        seen.people_below += figures.people_below;
        seen.people_nowhere += figures.people_nowhere;
        (seen.idle_gaps, seen.table_changes) =
            (seen.idle_gaps + figures.idle_gaps, seen.table_changes + figures.table_changes);
    }
    assert!(seen.people_nowhere > 10, "{seen:?}");
    assert!(seen.people_below > 100 && seen.idle_gaps > 40 && seen.table_changes > 40, "{seen:?}");
}

#[test]
fn the_gap_is_the_missing_total_in_hundred_thousandths_of_the_score() {
    let with = |score: u64, total: i64| Solution {
        meetings: vec![],
        figures: Figures { score, mutual: 1, goals_filled: 2, ..Figures::default() },
        before: Figures::default(),
        bounds: Bounds { units: 0, total, mutual: 1, goals: 2, score: (total - 26_000) as u64 },
        shortfalls: vec![],
        conflict: None,
        minimum: None,
        obstacles: vec![],
        finished: Finished::WorkSpent,
    };
    assert_eq!(with(1_000, 27_000).gap(), 0);
    assert_eq!(with(1_000, 27_005).gap(), 500);
    assert_eq!(with(3_000, 29_001).gap(), 34);
    assert_eq!(with(0, 26_001).gap(), 100_000);
}

#[test]
fn what_a_plan_lacks_is_said_of_each_level_in_its_own_unit() {
    let bounds =
        Bounds { units: 0, mutual: 41, goals: 450, score: 0, total: 41 * 20_000 + 450 * 3_000 + 48_100 };
    let best = Figures { mutual: 41, goals_filled: 450, score: 47_900, ..Figures::default() };
    assert_eq!(bounds.open(&best), Open { units: 0, mutual: 0, goals: 0, points: 200 });
    // One meeting is taken out: two people are one below, and its points are gone; nothing else is.
    let fewer = Figures { goals_filled: 448, score: 47_701, ..best };
    assert_eq!(bounds.open(&fewer), Open { units: 0, mutual: 0, goals: 2, points: 399 });
    assert_eq!(bounds.open(&fewer).of_score(fewer.score), 837);
    // It is proved that the last wish cannot be had beside the goals: the points are those of plans without it.
    let short = Figures { mutual: 40, score: 48_000, ..best };
    let tight = Bounds { total: 40 * 20_000 + 450 * 3_000 + 48_150, ..bounds };
    assert_eq!(tight.open(&short), Open { units: 0, mutual: 1, goals: 0, points: 150 });
}
