//! A repair keeps what it says it keeps, and says what it changes.

use crate::determinism::event;
use crate::random_problems::Dice;
use matching::{
    Change, Conflict, Frozen, Input, Meeting, Options, PairInput, PersonInput, Problem, Repaired, SlotInput,
    Tier, Unobserved, changes, check, greedy, repair, rescue, solve,
};

const OPTIONS: Options = Options { seed: 1, work: 20_000, ..Options::standard() };

/// An event, its schedule, and the same event after some cancelled and some lost a slot.
fn troubled(seed: u64) -> (Vec<Meeting>, Problem) {
    let mut input = event(seed, 50);
    let old = solve(&Problem::new(input.clone()).unwrap(), &OPTIONS, &mut Unobserved).meetings;
    let mut dice = Dice::new(seed + 900);
    for person in &mut input.people {
        if dice.chance(4) {
            person.cap = 0;
        } else if dice.chance(5) {
            let slot = dice.roll(8);
            person.available[slot] = false;
        }
    }
    if dice.chance(50) {
        input.slots[3].tables = Some(10);
    }
    (old, Problem::new(input).unwrap())
}

fn run(problem: &Problem, old: &[Meeting], frozen: &Frozen, tier: Tier) -> Repaired {
    let repaired = repair(problem, old, frozen, tier, &OPTIONS, &mut Unobserved);
    assert_eq!(repaired.faults(problem), vec![]);
    let of_frozen = |missed: &Conflict| matches!(missed, Conflict::Frozen { .. });
    assert!(
        repaired.missed.iter().all(of_frozen) && (repaired.missed.is_empty() || *frozen != Frozen::default())
    );
    assert_eq!(repaired.changes, changes(old, &repaired.meetings));
    repaired
}

/// (meetings of the list that are in the other with the same slot, that are in it at all)
fn overlap(old: &[Meeting], new: &[Meeting]) -> (usize, usize) {
    let same_slot = |m: &&Meeting| new.iter().any(|n| (n.a, n.b, n.slot) == (m.a, m.b, m.slot));
    let same_pair = |m: &&Meeting| new.iter().any(|n| (n.a, n.b) == (m.a, m.b));
    (old.iter().filter(same_slot).count(), old.iter().filter(same_pair).count())
}

#[test]
fn filling_holes_moves_nobody_and_gains() {
    for seed in 0..12 {
        let (old, problem) = troubled(seed);
        let repaired = run(&problem, &old, &Frozen::default(), Tier::HolesOnly);
        let kept: Vec<Meeting> = old.iter().filter(|m| !repaired.lost.contains(m)).copied().collect();
        assert_eq!(overlap(&kept, &repaired.meetings), (kept.len(), kept.len()), "seed {seed}");
        assert!(repaired.meetings.len() >= kept.len());
    }
}

#[test]
fn one_move_per_loss_cancels_nothing_and_is_not_worse_than_holes_only() {
    for seed in 0..12 {
        let (old, problem) = troubled(seed);
        let holes = run(&problem, &old, &Frozen::default(), Tier::HolesOnly);
        let repaired = run(&problem, &old, &Frozen::default(), Tier::OneMovePerLoss { lost_before: 0 });
        let lost = repaired.lost.len();
        let kept: Vec<Meeting> = old.iter().filter(|m| !repaired.lost.contains(m)).copied().collect();
        let (same_slot, same_pair) = overlap(&kept, &repaired.meetings);
        assert_eq!(same_pair, kept.len(), "seed {seed}: somebody else's meeting was cancelled");
        assert!(
            kept.len() - same_slot <= lost,
            "seed {seed}: {} moved for {lost} lost",
            kept.len() - same_slot
        );
        assert!(repaired.figures.total() >= holes.figures.total(), "seed {seed}");
    }
}

#[test]
fn frozen_slots_and_meetings_stay_in_every_tier() {
    for seed in 0..8 {
        let (old, problem) = troubled(seed);
        let confirmed: Vec<(usize, usize)> = old.iter().step_by(5).map(|m| (m.b, m.a)).collect();
        let frozen = Frozen { slots: vec![0, 1], pairs: confirmed };
        let gone = run(&problem, &old, &frozen, Tier::HolesOnly).lost;
        for tier in [Tier::HolesOnly, Tier::OneMovePerLoss { lost_before: 0 }, Tier::Free] {
            let repaired = run(&problem, &old, &frozen, tier);
            for m in old.iter().filter(|m| !gone.contains(m)) {
                if m.slot < 2 || frozen.pairs.contains(&(m.b, m.a)) {
                    assert!(
                        overlap(&[*m], &repaired.meetings).0 == 1,
                        "seed {seed} {tier:?}: {m:?} was touched"
                    );
                }
            }
            let new_in_past = repaired.meetings.iter().filter(|m| m.slot < 2 && overlap(&[**m], &old).0 == 0);
            assert_eq!(new_in_past.count(), 0, "seed {seed} {tier:?}");
        }
    }
}

#[test]
fn nothing_changes_where_nothing_is_lost_and_nothing_can_be_added() {
    let problem = Problem::new(event(3, 50)).unwrap();
    let old = greedy(&problem);
    let repaired = run(&problem, &old, &Frozen::default(), Tier::HolesOnly);
    assert_eq!(repaired.lost, vec![]);
    assert_eq!(repaired.changes, Vec::<Change>::new());
}

#[test]
fn a_rescue_touches_one_slot_only() {
    let problem = Problem::new(event(4, 60)).unwrap();
    let old = solve(&problem, &OPTIONS, &mut Unobserved).meetings;
    let absent: Vec<usize> = old.iter().filter(|m| m.slot == 2).take(4).map(|m| m.a).collect();
    let saved = rescue(&problem, &old, 2, &absent);
    assert_eq!(check(&problem, &saved.meetings), vec![]);
    assert_eq!(saved.lost.len(), 4);
    let elsewhere =
        |meetings: &[Meeting]| meetings.iter().filter(|m| m.slot != 2).copied().collect::<Vec<_>>();
    assert_eq!(elsewhere(&old), elsewhere(&saved.meetings));
    let in_slot = saved.meetings.iter().filter(|m| m.slot == 2);
    assert!(in_slot.clone().all(|m| !absent.contains(&m.a) && !absent.contains(&m.b)));
    assert!(in_slot.count() >= old.iter().filter(|m| m.slot == 2).count() - 4);
}

#[test]
fn a_tier_that_may_do_more_is_never_worse_and_moves_nothing_in_vain() {
    for seed in 0..40 {
        let (old, problem) = troubled(seed + 100);
        let frozen = Frozen { slots: vec![(seed % 8) as usize], pairs: Vec::new() };
        let holes = run(&problem, &old, &frozen, Tier::HolesOnly);
        let moving = run(&problem, &old, &frozen, Tier::OneMovePerLoss { lost_before: 0 });
        assert!(moving.figures.total() >= holes.figures.total(), "seed {seed}");
        let moved = |r: &Repaired| {
            let kept: Vec<Meeting> = old.iter().filter(|m| !r.lost.contains(m)).copied().collect();
            let (same_slot, same_pair) = overlap(&kept, &r.meetings);
            assert_eq!(same_pair, kept.len(), "seed {seed}: an announced meeting was given up");
            kept.len() - same_slot
        };
        assert_eq!(moved(&holes), 0, "seed {seed}");
        let count = moved(&moving);
        assert!(count <= moving.lost.len(), "seed {seed}: {count} moved for {} lost", moving.lost.len());
        if moving.figures.total() == holes.figures.total() && moving.meetings.len() == holes.meetings.len() {
            assert_eq!(count, 0, "seed {seed}: moved for nothing");
        }
    }
}

#[test]
fn a_loss_of_an_earlier_repair_allows_a_move_too() {
    // The third can come in the first slot alone, in which the first two meet now.
    let person = |available: [bool; 2]| PersonInput {
        cap: 2,
        available: available.to_vec(),
        ..PersonInput::default()
    };
    let pair = |a, b| PairInput { a, b, weight: 10, ..PairInput::default() };
    let input = Input {
        slots: vec![SlotInput::default(); 2],
        people: [[true, true], [true, true], [true, false]].map(person).to_vec(),
        pairs: vec![pair(0, 1), pair(0, 2)],
        ..Input::default()
    };
    let problem = Problem::new(input).unwrap();
    let old = [Meeting { a: 0, b: 1, slot: 0, table: None }];
    let met = |lost_before| {
        run(&problem, &old, &Frozen::default(), Tier::OneMovePerLoss { lost_before }).meetings.len()
    };
    assert_eq!([met(0), met(1)], [1, 2]);
}

#[test]
fn another_table_is_a_change_too() {
    let at = |slot, table| Meeting { a: 0, b: 1, slot, table: Some(table) };
    let moved = |person, to| Change { person, moved: vec![(at(0, 1), to)], ..Change::default() };
    for to in [at(0, 2), at(3, 1)] {
        assert_eq!(changes(&[at(0, 1)], &[to]), vec![moved(0, to), moved(1, to)]);
    }
    assert_eq!(changes(&[at(0, 1)], &[at(0, 1)]), vec![]);
}
