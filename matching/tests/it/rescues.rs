//! Rescues within a slot: whoever waits after a no-show is found a partner whenever there is one, however few tables there are.

use crate::determinism::event;
use crate::random_problems::Dice;
use matching::{
    Input, Meeting, Options, PairInput, PersonInput, Problem, Quota, Repaired, SlotInput, Unobserved, check,
    rescue, solve,
};

const OPTIONS: Options = Options { seed: 1, work: 20_000, ..Options::standard() };

/// The people left alone in a slot.
fn waiting(old: &[Meeting], slot: usize, absent: &[usize]) -> Vec<usize> {
    let in_slot = old.iter().filter(|m| m.slot == slot);
    let lost = in_slot.filter(|m| absent.contains(&m.a) || absent.contains(&m.b));
    lost.flat_map(|m| [m.a, m.b]).filter(|i| !absent.contains(i)).collect()
}

/// The new meetings of a rescue.
fn gained(old: &[Meeting], saved: &Repaired) -> Vec<Meeting> {
    let is_new = |m: &&Meeting| !old.iter().any(|o| (o.a, o.b) == (m.a, m.b));
    saved.meetings.iter().filter(is_new).copied().collect()
}

/// The pairs of which one at least waits and both are there, free and may meet.
fn possible(input: &Input, old: &[Meeting], slot: usize, absent: &[usize]) -> Vec<(usize, usize, bool)> {
    let lost = |m: &Meeting| m.slot == slot && (absent.contains(&m.a) || absent.contains(&m.b));
    let kept: Vec<&Meeting> = old.iter().filter(|m| !lost(m)).collect();
    let of = |i: usize| kept.iter().filter(move |m| m.a == i || m.b == i);
    let is_free = |i: usize| {
        let person = &input.people[i];
        !absent.contains(&i)
            && person.available[slot]
            && of(i).all(|m| m.slot != slot)
            && of(i).count() < person.cap as usize
    };
    let waits = waiting(old, slot, absent);
    let open = input.pairs.iter().filter(|p| !kept.iter().any(|m| (m.a, m.b) == (p.a, p.b)));
    let fits = open.filter(|p| is_free(p.a) && is_free(p.b));
    let served = fits.filter(|p| waits.contains(&p.a) || waits.contains(&p.b));
    served.map(|p| (p.a, p.b, p.crossing.counts_for(0))).collect()
}

/// The most people of a list who can have a partner, by trying everything.
fn most_served(pairs: &[(usize, usize, bool)], waits: &[usize]) -> usize {
    let Some((&first, rest)) = waits.split_first() else { return 0 };
    let without = most_served(pairs, rest);
    let with = pairs.iter().filter(|p| p.0 == first || p.1 == first).map(|&(a, b, _)| {
        let left: Vec<_> =
            pairs.iter().filter(|p| ![p.0, p.1].iter().any(|i| *i == a || *i == b)).copied().collect();
        let still: Vec<usize> = rest.iter().filter(|i| **i != a && **i != b).copied().collect();
        1 + usize::from(still.len() < rest.len()) + most_served(&left, &still)
    });
    with.max().unwrap_or(0).max(without)
}

/// 30 people, 8 slots, all there all day, with so many tables.
fn hall(tables: u32) -> Input {
    let mut dice = Dice::new(30);
    let mut input = Input {
        slots: vec![SlotInput { tables: Some(tables), part: 0, ..SlotInput::default() }; 8],
        people: vec![
            PersonInput { cap: 8, minimum: 3, available: vec![true; 8], ..PersonInput::default() };
            30
        ],
        ..Input::default()
    };
    for a in 0..30 {
        for b in a + 1..30 {
            if dice.chance(55) {
                let weight = 1 + dice.roll(900) as u32;
                input.pairs.push(PairInput { a, b, weight, ..PairInput::default() });
            }
        }
    }
    input
}

#[test]
fn where_all_tables_are_taken_whoever_waits_finds_a_partner_as_often_as_where_there_are_plenty() {
    let scarce = Problem::new(hall(10)).unwrap();
    let plenty = Problem::new(hall(20)).unwrap();
    let old = solve(&scarce, &OPTIONS, &mut Unobserved).meetings;
    assert_eq!(old.len(), 80, "every table is taken in every slot");
    let mut found = 0;
    for meeting in &old {
        for absent in [meeting.a, meeting.b] {
            let could = !possible(scarce.input(), &old, meeting.slot, &[absent]).is_empty();
            let rescues = [&scarce, &plenty].map(|problem| {
                let saved = rescue(problem, &old, meeting.slot, &[absent]);
                assert_eq!(check(problem, &saved.meetings), vec![]);
                gained(&old, &saved)
            });
            let [here, there] = rescues.map(|new| new.iter().map(|m| (m.a, m.b)).collect::<Vec<_>>());
            assert_eq!(here, there, "slot {}, {absent} is absent", meeting.slot);
            assert_eq!(here.len(), usize::from(could), "slot {}, {absent} is absent", meeting.slot);
            found += here.len();
        }
    }
    assert!(found > 120, "of 160 who wait {found} find a partner");
}

#[test]
fn as_many_as_possible_of_those_who_wait_are_served_and_nobody_else_gets_anything() {
    let mut unserved = 0;
    for seed in 0..150 {
        let mut dice = Dice::new(seed + 5_000);
        let mut input = event(seed, 24);
        let tables = 3 + dice.roll(5) as u32;
        input.slots.iter_mut().for_each(|slot| slot.tables = Some(tables));
        let problem = Problem::new(input.clone()).unwrap();
        let old = solve(&problem, &OPTIONS, &mut Unobserved).meetings;
        let slot = dice.roll(8);
        let mut absent: Vec<usize> =
            old.iter().filter(|m| m.slot == slot).map(|m| if dice.chance(50) { m.a } else { m.b }).collect();
        absent.truncate(1 + dice.roll(4));
        let saved = rescue(&problem, &old, slot, &absent);
        assert_eq!(check(&problem, &saved.meetings), vec![], "seed {seed}");
        let (waits, new) = (waiting(&old, slot, &absent), gained(&old, &saved));
        let is_served = |i: &&usize| new.iter().any(|m| m.a == **i || m.b == **i);
        let served = waits.iter().filter(is_served).count();
        assert_eq!(served, most_served(&possible(&input, &old, slot, &absent), &waits), "seed {seed}");
        for m in &new {
            assert!(m.slot == slot && (waits.contains(&m.a) || waits.contains(&m.b)), "seed {seed}: {m:?}");
        }
        unserved += waits.len() - served;
    }
    assert!(unserved > 5, "{unserved}: some find nobody");
}

#[test]
fn a_quota_that_forbids_the_best_pair_leaves_the_one_that_crosses() {
    // The first waits for the second; the third is worth more, but only the fourth crosses.
    let person = PersonInput { cap: 1, available: vec![true], ..PersonInput::default() };
    let pair = |a, b, weight, crossing: bool| PairInput {
        a,
        b,
        weight,
        crossing: crossing.into(),
        ..PairInput::default()
    };
    let input = Input {
        slots: vec![SlotInput { tables: Some(1), part: 0, ..SlotInput::default() }],
        people: vec![person; 4],
        pairs: vec![pair(0, 1, 900, true), pair(0, 2, 800, false), pair(0, 3, 5, true)],
        quotas: vec![Quota::Percent(100)],
        ..Input::default()
    };
    let problem = Problem::new(input).unwrap();
    let old = [Meeting { a: 0, b: 1, slot: 0, table: Some(0) }];
    let saved = rescue(&problem, &old, 0, &[1]);
    assert_eq!(saved.meetings, vec![Meeting { a: 0, b: 3, slot: 0, table: Some(0) }]);
}
