//! Repairs of schedules with booths, pins, quotas and varying tables after all kinds of changes: what is frozen stays as it
//! was, a tier changes no more than it may, what it cannot keep is told, and nothing else is wrong.

use crate::mixed_problems::input;
use crate::oracle::best;
use crate::random_problems::Dice;
use crate::reasons::verify_all;
use matching::{
    Conflict, Frozen, Input, Meeting, Options, PairInput, PersonInput, Pin, Problem, Quota, Repaired,
    Request, SlotInput, Tier, Unobserved, repair, rescue, solve, why_short_beside,
};

const TIERS: [Tier; 3] = [Tier::HolesOnly, Tier::OneMovePerLoss { lost_before: 0 }, Tier::Free];

/// The event after somebody cancelled, came, or has other times, tables were lost, a pair fell out and pins came or went.
fn changed(mut now: Input, dice: &mut Dice) -> Input {
    for person in &mut now.people {
        if dice.chance(15) {
            person.cap = 0;
        } else if dice.chance(20) {
            let slot = dice.roll(person.available.len());
            person.available[slot] = !person.available[slot];
        }
    }
    for slot in &mut now.slots {
        if dice.chance(25) {
            slot.tables = slot.tables.map(|tables| tables.saturating_sub(1));
        }
    }
    let (people, slots) = (now.people.len(), now.slots.len());
    if let Some(said) = &mut now.interpreting {
        for one in &mut said.interpreters {
            if dice.chance(30) {
                one.slots = (0..slots).map(|_| dice.chance(70)).collect();
            }
        }
    }
    if dice.chance(40) {
        now.interpreting.iter_mut().for_each(|said| said.languages.push(vec![1]));
        now.people.push(PersonInput { cap: 2, minimum: 1, available: vec![true; slots], booth: None });
        for a in (0..people).filter(|_| dice.chance(40)) {
            let crossing = (a % 2 == 0).into();
            now.pairs.push(PairInput { a, b: people, weight: 500, request: Request::Mutual, crossing });
        }
    }
    if dice.chance(20) {
        now.pins.clear();
    }
    if dice.chance(20) && !now.pairs.is_empty() {
        let pair = now.pairs[dice.roll(now.pairs.len())].clone();
        now.pins
            .retain(|pin| (pin.a.min(pin.b), pin.a.max(pin.b)) != (pair.a.min(pair.b), pair.a.max(pair.b)));
        now.pins.push(Pin {
            a: pair.a,
            b: pair.b,
            slot: dice.chance(50).then(|| dice.roll(slots)),
            table: None,
        });
    }
    now
}

/// Whether a frozen meeting can stay: both are still there, and the two may still meet.
fn stays(now: &Input, m: &Meeting) -> bool {
    let here = |i: usize| now.people[i].cap > 0 && now.people[i].available[m.slot];
    here(m.a) && here(m.b) && now.pairs.iter().any(|p| (p.a.min(p.b), p.a.max(p.b)) == (m.a, m.b))
}

/// By how many crossing meetings, or hundredths of them for a share, a schedule misses the quota.
fn lacks<'m>(input: &Input, meetings: impl Iterator<Item = &'m Meeting>) -> u64 {
    let crosses = |m: &Meeting| {
        input
            .pairs
            .iter()
            .any(|p| p.crossing.counts_for(0) && (p.a.min(p.b), p.a.max(p.b)) == (m.a.min(m.b), m.a.max(m.b)))
    };
    let crossing: Vec<bool> = meetings.map(crosses).collect();
    let (all, crossing) = (crossing.len() as u64, crossing.iter().filter(|crosses| **crosses).count() as u64);
    match input.quotas.first().copied() {
        None => 0,
        Some(Quota::Percent(percent)) => (all * u64::from(percent)).saturating_sub(crossing * 100),
        Some(Quota::Count(count)) => u64::from(count).saturating_sub(crossing),
    }
}

/// What every tier owes.
fn verify(seed: u64, old: &[Meeting], problem: &Problem, frozen: &Frozen, tier: Tier) -> Repaired {
    let now = problem.input();
    let repaired = repair(
        problem,
        old,
        frozen,
        tier,
        &Options { seed, work: 2_000, ..Options::standard() },
        &mut Unobserved,
    );
    let said = format!("seed {seed} {tier:?}: {repaired:?}");
    assert_eq!(repaired.faults(problem), vec![], "{said}");
    let is_frozen = |m: &Meeting| frozen.slots.contains(&m.slot) || frozen.pairs.contains(&(m.b, m.a));
    for m in old.iter().filter(|m| is_frozen(m) && stays(now, m)) {
        assert!(repaired.meetings.contains(m), "{said}: {m:?} was touched");
    }
    for m in repaired.meetings.iter().filter(|m| frozen.slots.contains(&m.slot)) {
        assert!(old.contains(m), "{said}: {m:?} is new in a frozen slot");
    }
    let kept: Vec<&Meeting> = old.iter().filter(|m| !repaired.lost.contains(m)).collect();
    let again = |m: &Meeting| repaired.meetings.iter().find(|n| (n.a, n.b) == (m.a, m.b));
    if tier != Tier::Free {
        assert!(kept.iter().all(|m| again(m).is_some()), "{said}: a kept meeting was given up");
        let moved = kept.iter().filter(|m| again(m).is_some_and(|n| n.slot != m.slot)).count();
        let most = if tier == Tier::HolesOnly { 0 } else { repaired.lost.len() };
        assert!(moved <= most, "{said}: {moved} moved");
        let (before, after) = (lacks(now, kept.iter().copied()), lacks(now, repaired.meetings.iter()));
        assert!(after <= before, "{said}: the quota lacks more than before");
    }
    let told = why_short_beside(problem, &repaired.meetings, frozen);
    if !repaired.missed.iter().any(|missed| matches!(missed, Conflict::Frozen { .. })) {
        verify_all(problem, &repaired.meetings, &told, &frozen.slots);
    }
    repaired
}

#[test]
fn what_is_frozen_stays_and_only_what_a_tier_cannot_keep_is_missed() {
    let (mut valid, mut missed) = (0, 0);
    for seed in 0..1_500 {
        let before = input(seed);
        let Ok(problem) = Problem::new(before.clone()) else { continue };
        let solution =
            solve(&problem, &Options { seed, work: 1_000, ..Options::standard() }, &mut Unobserved);
        let mut dice = Dice::new(seed + 7_777);
        let Ok(problem) = Problem::new(changed(before, &mut dice)) else { continue };
        if solution.conflict.is_some() {
            continue;
        }
        let old = solution.meetings;
        let slots = (0..problem.input().slots.len()).filter(|_| dice.chance(30)).collect();
        let pairs = old.iter().filter(|_| dice.chance(20)).map(|m| (m.b, m.a)).collect();
        let frozen = Frozen { slots, pairs };
        let tiers = TIERS.map(|tier| verify(seed, &old, &problem, &frozen, tier));
        valid += 1;
        missed += u32::from(tiers.iter().any(|repaired| !repaired.missed.is_empty()));
        let missed = |k: usize| tiers[k].missed.len();
        let [holes, moves, _] = &tiers;
        assert!(missed(1) > 0 || missed(0) == 0 || moves.meetings != holes.meetings);
        if missed(0) == missed(1) {
            assert!(moves.figures.total() >= holes.figures.total(), "seed {seed}: a wider tier is worse");
        }
        // With nothing frozen, solving anew misses only what nobody can keep.
        let anew = verify(seed, &old, &problem, &Frozen::default(), Tier::Free);
        let found = best(problem.input()).found;
        assert_eq!(anew.missed.is_empty(), found, "seed {seed}: {anew:?}");
    }
    assert!(valid > 600 && missed > 30, "{missed} missed something of {valid}");
}

#[test]
fn a_rescue_says_what_it_had_to_miss() {
    for seed in 0..1_500 {
        let Ok(problem) = Problem::new(input(seed)) else { continue };
        let solution = solve(&problem, &Options { seed, work: 200, ..Options::standard() }, &mut Unobserved);
        let (None, Some(m)) = (&solution.conflict, solution.meetings.first()) else { continue };
        let saved = rescue(&problem, &solution.meetings, m.slot, &[m.a]);
        assert_eq!(saved.faults(&problem), vec![], "seed {seed}");
    }
}

#[test]
fn a_rescue_gives_nobody_a_meeting_that_breaks_the_share() {
    let input = Input {
        slots: vec![SlotInput::default()],
        people: vec![person(1, 1); 7],
        pairs: vec![pair(0, 1, true), pair(2, 3, false), pair(2, 4, false), pair(5, 6, true)],
        pins: vec![],
        quotas: vec![Quota::Percent(60)],
        coverage: None,
        interpreting: None,
    };
    let old = [(0, 1), (2, 4), (5, 6)].map(|(a, b)| Meeting { a, b, slot: 0, table: None });
    let saved = rescue(&Problem::new(input).unwrap(), &old, 0, &[4, 6]);
    assert_eq!((saved.meetings, saved.missed), (vec![old[0]], vec![]));
}

fn person(cap: u32, slots: usize) -> PersonInput {
    PersonInput { cap, minimum: 1, available: vec![true; slots], booth: None }
}

fn pair(a: usize, b: usize, crossing: bool) -> PairInput {
    PairInput { a, b, weight: 100, request: Request::None, crossing: crossing.into() }
}

#[test]
fn a_repair_that_cannot_keep_the_share_or_a_new_pin_says_so_and_is_made() {
    let mut input = Input {
        slots: vec![SlotInput::default(); 2],
        people: vec![person(1, 2); 8],
        pairs: vec![
            pair(0, 1, true),
            pair(2, 3, true),
            pair(4, 5, false),
            pair(6, 7, false),
            pair(4, 6, true),
        ],
        pins: vec![],
        quotas: vec![Quota::Percent(50)],
        coverage: None,
        interpreting: None,
    };
    let problem = Problem::new(input.clone()).unwrap();
    let old = [(0, 1), (2, 3), (4, 5), (6, 7)].map(|(a, b)| Meeting { a, b, slot: 0, table: None });
    input.people[0].cap = 0;
    let cancelled = Problem::new(input.clone()).unwrap();
    (input.people[0].cap, input.pins) = (1, vec![Pin { a: 4, b: 6, ..Pin::default() }]);
    let pinned = Problem::new(input).unwrap();
    drop(problem);
    for tier in &TIERS[..2] {
        let run =
            |problem| repair(problem, &old, &Frozen::default(), *tier, &Options::quick(), &mut Unobserved);
        let (without, with) = (run(&cancelled), run(&pinned));
        assert_eq!(without.missed, vec![Conflict::NotKept { pins: vec![], quotas: vec![0] }]);
        assert_eq!((without.meetings.len(), without.faults(&cancelled)), (3, vec![]));
        assert_eq!(with.missed, vec![Conflict::NotKept { pins: vec![0], quotas: vec![] }]);
        assert_eq!((with.meetings.len(), with.faults(&pinned)), (4, vec![]));
    }
}

#[test]
fn a_frozen_meeting_stays_before_a_better_one_where_a_limit_fell() {
    let (mut low, high) = (pair(0, 1, true), pair(0, 2, true));
    low.weight = 1;
    let input = Input {
        slots: vec![SlotInput::default(); 2],
        people: vec![person(1, 2); 3],
        pairs: vec![low, high],
        ..Input::default()
    };
    let problem = Problem::new(input).unwrap();
    let old = [(1, 0), (2, 1)].map(|(b, slot)| Meeting { a: 0, b, slot, table: None });
    let frozen = Frozen { slots: vec![], pairs: vec![(0, 1)] };
    for tier in TIERS {
        let repaired = repair(&problem, &old, &frozen, tier, &Options::quick(), &mut Unobserved);
        assert_eq!((repaired.meetings, repaired.missed), (vec![old[0]], vec![]), "{tier:?}");
    }
}

#[test]
fn of_the_pins_only_those_that_what_is_frozen_contradicts_are_given_up() {
    let mut better = pair(3, 5, true);
    better.weight = 900;
    let pin = |a, b, slot| Pin { a, b, slot, table: None };
    let input = Input {
        slots: vec![SlotInput::default(); 2],
        people: vec![person(1, 2); 6],
        pairs: vec![pair(0, 1, true), pair(0, 2, true), pair(3, 4, true), better],
        pins: vec![pin(0, 2, Some(0)), pin(3, 4, None)],
        quotas: vec![],
        coverage: None,
        interpreting: None,
    };
    let problem = Problem::new(input).unwrap();
    let old = [Meeting { a: 0, b: 1, slot: 0, table: None }];
    let frozen = Frozen { slots: vec![], pairs: vec![(0, 1)] };
    let repaired = repair(&problem, &old, &frozen, Tier::Free, &Options::quick(), &mut Unobserved);
    assert_eq!(repaired.missed, vec![Conflict::NotKept { pins: vec![0], quotas: vec![] }]);
}

#[test]
fn a_repair_takes_any_number_of_work_units() {
    let input = Input {
        slots: vec![SlotInput::default(); 2],
        people: vec![person(2, 2); 4],
        pairs: vec![pair(0, 1, true), pair(1, 2, true), pair(2, 3, true)],
        ..Input::default()
    };
    let problem = Problem::new(input).unwrap();
    let old = [Meeting { a: 0, b: 1, slot: 0, table: None }];
    for tier in [Tier::HolesOnly, Tier::OneMovePerLoss { lost_before: u64::MAX }] {
        let options = Options { seed: 1, work: u64::MAX, ..Options::standard() };
        let repaired = repair(&problem, &old, &Frozen::default(), tier, &options, &mut Unobserved);
        assert_eq!(repaired.meetings.len(), 3);
    }
}
