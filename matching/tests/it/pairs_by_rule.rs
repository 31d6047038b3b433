//! Pairs given by a rule: the bound is one of all pairs, listed or not, and what is proven is the best of all.

use crate::oracle::{best, goals, is_valid, levels, profile, verify_bounds};
use crate::random_problems::{Dice, Extras, input};
use crate::reasons::verify_all;
use matching::samples::{Kind, Profile, TopicRule};
use matching::{
    Booth, Finished, Floor, Frozen, Input, Meeting, Options, PairInput, PairRule, PersonInput, Pin, Problem,
    Quota, Reason, Request, Shortfall, SlotInput, Tier, Unobserved, check, repair, served, solve,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A rule that is a table; only what it must answer itself, the search is the trait's own.
#[derive(Debug)]
struct Table(BTreeMap<(usize, usize), PairInput>);

impl Table {
    fn of(input: &Input) -> Table {
        Table(input.pairs.iter().map(|p| ((p.a.min(p.b), p.a.max(p.b)), p.clone())).collect())
    }
}

impl PairRule for Table {
    fn pair(&self, a: usize, b: usize) -> Option<PairInput> {
        self.0.get(&(a.min(b), a.max(b))).cloned()
    }

    fn wished(&self) -> Vec<(usize, usize)> {
        self.0.iter().filter(|(_, p)| p.request == Request::Mutual).map(|(pair, _)| *pair).collect()
    }
}

/// The problem with all its pairs listed, and the same by rule.
fn both(input: Input) -> Option<(Problem, Problem)> {
    let rule = Arc::new(Table::of(&input));
    let frame = Input { pairs: Vec::new(), ..input.clone() };
    Some((Problem::new(input).ok()?, Problem::by_rule(frame, rule, 1).unwrap()))
}

/// Solves a problem by rule and compares what is said of it with the best of all pairs.
fn compare(seed: u64, listed: &Problem, by_rule: &Problem) {
    let (input, best) = (listed.input(), best(listed.input()));
    assert_eq!(by_rule.goals(), goals(input), "seed {seed}");
    let solution = solve(by_rule, &Options { seed: 1, work: 2_000, ..Options::standard() }, &mut Unobserved);
    verify_all(listed, &solution.meetings, &solution.shortfalls, &[]);
    if solution.conflict.is_some() {
        assert!(!best.found, "seed {seed}: a conflict where there is a schedule");
        return;
    }
    if !best.found {
        return;
    }
    let reached = levels(input, &solution.meetings);
    let said = format!("seed {seed}: {best:?} {solution:?}");
    assert!(is_valid(input, &solution.meetings), "{said}");
    assert_eq!((check(listed, &solution.meetings), check(by_rule, &solution.meetings)), (vec![], vec![]));
    assert_eq!(solution.figures.total(), reached.total(), "{said}");
    let profile = profile(input, &solution.meetings);
    verify_bounds(seed, &solution.bounds, (&reached, &profile), &best);
    assert!(solution.finished != Finished::Proven || reached.total() == best.total(), "{said}");
}

/// Gives how many problems there were, and how many of them left a pair unlisted.
fn compare_many(count: u64, input: impl Fn(u64) -> Input) -> (u64, u64) {
    let (mut all, mut shorter) = (0, 0);
    for seed in 0..count {
        let Some((listed, by_rule)) = both(input(seed)) else { continue };
        compare(seed, &listed, &by_rule);
        all += 1;
        shorter += u64::from(by_rule.input().pairs.len() < listed.input().pairs.len());
    }
    (all, shorter)
}

#[test]
fn no_schedule_of_all_pairs_beats_the_bounds_of_a_problem_by_rule() {
    let (all, shorter) = compare_many(6_000, |seed| input(seed, Extras::None));
    assert_eq!(all, 6_000);
    assert!(shorter * 10 > all, "only {shorter} of {all} left a pair unlisted");
}

#[test]
fn booths_pins_and_quotas_hold_for_problems_by_rule() {
    for extras in [Extras::Booths, Extras::Pins, Extras::Quota] {
        assert!(compare_many(1_500, |seed| input(seed, extras)).0 > 500);
    }
}

/// A path of people with one meeting each, light pairs and heavy ones in turn. The heavy ones leave the first person alone,
/// who wishes for a meeting; the light ones the last, who does not. The heavy ones are worth more together than a goal, so
/// that the light ones far from the first person do not pay; but only all of them fill every goal.
fn path(seed: u64, extras: Extras) -> Input {
    let mut dice = Dice::new(seed);
    let heavy = 30 + dice.roll(20);
    let person = |i: usize| PersonInput {
        cap: 1,
        minimum: u32::from(i < 2 * heavy),
        available: vec![true],
        booth: None,
    };
    let pair = |a: usize, dice: &mut Dice| {
        let (light, roll) = (a.is_multiple_of(2), dice.roll(10) as u32);
        let weight = if light { 1 + roll } else { 990 + roll };
        PairInput { a, b: a + 1, weight, request: Request::None, crossing: light.into() }
    };
    let mut input = Input {
        slots: vec![SlotInput::default()],
        people: (0..=2 * heavy).map(person).collect(),
        pairs: (0..2 * heavy).map(|a| pair(a, &mut dice)).collect(),
        ..Input::default()
    };
    let at = dice.roll(heavy);
    match extras {
        Extras::Booths => {
            (input.slots[0].tables, input.people[at].booth) = (Some(heavy as u32), Some(Booth::at(0)))
        }
        Extras::Pins => input.pins.push(Pin { a: 2 * at, b: 2 * at + 1, ..Pin::default() }),
        Extras::Quota => input.quotas = vec![Quota::Count(at as u32 / 3)],
        _ => {}
    }
    input
}

/// All the light pairs of a path, each at a table where there are some; whoever has a booth is there, at the first table.
fn light_ones(input: &Input) -> Vec<Meeting> {
    let at_booth = input.people.iter().position(|p| p.booth.is_some()).unwrap_or(0) / 2;
    let table = |k: usize| {
        if k == at_booth {
            0
        } else if k == 0 {
            at_booth as u32
        } else {
            k as u32
        }
    };
    let table = |k: usize| input.slots[0].tables.map(|_| table(k));
    (0..input.people.len() / 2)
        .map(|k| Meeting { a: 2 * k, b: 2 * k + 1, slot: 0, table: table(k) })
        .collect()
}

#[test]
fn goals_that_only_unlisted_pairs_fill_are_within_the_bounds() {
    let mut shorter = 0;
    for (seed, extras) in (0..30).flat_map(|seed| {
        [Extras::None, Extras::Booths, Extras::Pins, Extras::Quota].map(|extras| (seed, extras))
    }) {
        let (listed, by_rule) = both(path(seed, extras)).unwrap();
        shorter += u64::from(by_rule.input().pairs.len() < listed.input().pairs.len());
        let witness = light_ones(listed.input());
        let (reached, all) = (levels(listed.input(), &witness), witness.len() as u64 * 2);
        assert!(is_valid(listed.input(), &witness) && reached.goals == all, "seed {seed}: {witness:?}");
        let solution =
            solve(&by_rule, &Options { seed: 1, work: 2_000, ..Options::standard() }, &mut Unobserved);
        let bounds = &solution.bounds;
        assert_eq!((solution.conflict, solution.minimum), (None, None), "seed {seed}");
        assert!(bounds.goals >= all && bounds.total >= reached.total(), "seed {seed}: {bounds:?}");
        let first = served(&by_rule, &solution.meetings)[0];
        assert!(first.at_most >= all, "seed {seed}: {first:?}");
    }
    assert!(shorter >= 80, "{shorter} of 120 left a pair unlisted");
}

/// An event of some hundred people with topics, as a rule and its frame.
fn event(seed: u64, people: usize) -> (Input, TopicRule) {
    let mut dice = Dice::new(seed);
    let profile = |dice: &mut Dice| Profile {
        organisation: dice.roll(people / 2) as u64,
        country: dice.roll(4) as u64,
        kind: Kind::ALL[dice.roll(5)],
        offers: (0..1 + dice.roll(3)).map(|_| dice.roll(12) as u64).collect(),
        seeks: (0..1 + dice.roll(3)).map(|_| dice.roll(12) as u64).collect(),
    };
    let profiles: Vec<Profile> = (0..people).map(|_| profile(&mut dice)).collect();
    let pick = |dice: &mut Dice| (dice.roll(people), dice.roll(people));
    let asked: Vec<_> = (0..people).map(|_| pick(&mut dice)).filter(|(a, b)| a != b).collect();
    let mutual = asked.iter().step_by(2).map(|&(a, b)| (b, a));
    let requests: Vec<_> = asked.iter().copied().chain(mutual).collect();
    let forbidden: Vec<_> = (0..people).map(|_| pick(&mut dice)).collect();
    let frame = crate::determinism::event(seed, people);
    (
        Input { pairs: Vec::new(), ..frame },
        TopicRule::new(seed, dice.chance(50), &profiles, &requests, &forbidden),
    )
}

fn all_pairs(rule: &dyn PairRule, people: usize) -> Vec<PairInput> {
    (0..people).flat_map(|a| (a + 1..people).filter_map(move |b| rule.pair(a, b))).collect()
}

#[test]
fn a_rule_by_topics_and_its_list_have_the_same_bounds() {
    for seed in 0..12 {
        let (frame, rule) = event(seed, 60);
        let listed = Problem::new(Input { pairs: all_pairs(&rule, 60), ..frame.clone() }).unwrap();
        let by_rule = Problem::by_rule(frame, Arc::new(rule), 3).unwrap();
        assert!(by_rule.input().pairs.len() * 2 < listed.input().pairs.len(), "seed {seed}");
        assert_eq!(listed.goals(), by_rule.goals());
        let options = Options { seed, work: 400_000, ..Options::standard() };
        let (all, few) =
            (solve(&listed, &options, &mut Unobserved), solve(&by_rule, &options, &mut Unobserved));
        assert_eq!(check(&listed, &few.meetings), vec![]);
        assert!(few.figures.total() <= all.bounds.total, "seed {seed}");
        assert!(all.figures.total() <= few.bounds.total, "seed {seed}");
        if all.gap() == 0 && few.gap() == 0 {
            assert_eq!(all.figures.total(), few.figures.total(), "seed {seed}");
        }
        // Two searches with so little work end at different schedules; what they prove hardly differs.
        assert_eq!(few.bounds.mutual, all.bounds.mutual, "seed {seed}");
        assert!(
            (few.bounds.total - all.bounds.total).abs() * 100 <= all.figures.score as i64,
            "seed {seed}: bounds {:?} and {:?}",
            few.bounds,
            all.bounds
        );
    }
}

#[test]
fn a_rule_by_topics_visits_whatever_passes_a_floor() {
    let people = 70;
    let (_, rule) = event(3, people);
    let wished = rule.wished();
    let mut dice = Dice::new(5);
    for person in 0..people {
        let of: Vec<i64> = (0..people).map(|_| dice.roll(300) as i64 - 50).collect();
        let floor = Floor { first: dice.roll(30), base: dice.roll(500) as i64 - 100, of: &of };
        let mut visited = Vec::new();
        rule.partners_above(person, floor, &mut |p| visited.push((p.a, p.b)));
        for other in (floor.first..people).filter(|&other| other != person) {
            let Some(p) = rule.pair(person, other) else { continue };
            let is_wished = wished.contains(&(p.a, p.b)) || wished.contains(&(p.b, p.a));
            let seen = visited.contains(&(p.a, p.b));
            assert!(seen || is_wished || !floor.passes(other, p.weight), "{person} and {other}");
        }
    }
}

#[test]
fn reasons_name_unlisted_partners_too() {
    let (people, mut hindered) = (40, 0);
    for seed in 0..6 {
        let (mut frame, rule) = event(seed, people);
        // Everybody has time for more meetings than there are tables.
        frame.people.iter_mut().for_each(|p| (p.cap, p.minimum) = (8, 5));
        frame.slots.iter_mut().for_each(|s| s.tables = Some(4));
        let listed = Problem::new(Input { pairs: all_pairs(&rule, people), ..frame.clone() }).unwrap();
        let by_rule = Problem::by_rule(frame, Arc::new(rule), 1).unwrap();
        assert!(by_rule.input().pairs.len() * 2 < listed.input().pairs.len(), "seed {seed}");
        let solution =
            solve(&by_rule, &Options { seed, work: 50_000, ..Options::standard() }, &mut Unobserved);
        verify_all(&listed, &solution.meetings, &solution.shortfalls, &[]);
        let is_hindered = |short: &&Shortfall| matches!(short.reason, Reason::Hindered(_));
        hindered += solution.shortfalls.iter().filter(is_hindered).count();
    }
    assert!(hindered > 100, "{hindered} hindered");
}

#[test]
fn no_two_people_are_left_over_who_could_still_meet() {
    let mut unlisted = 0;
    for seed in 0..3_000 {
        let Some((listed, by_rule)) = both(input(seed, Extras::None)) else { continue };
        let meetings =
            solve(&by_rule, &Options { seed: 1, work: 500, ..Options::standard() }, &mut Unobserved).meetings;
        let input = listed.input();
        let met = |p: &PairInput| meetings.iter().any(|m| (m.a, m.b) == (p.a, p.b));
        for (p, slot) in
            input.pairs.iter().filter(|p| !met(p)).flat_map(|p| (0..input.slots.len()).map(move |s| (p, s)))
        {
            let tables = input.slots[slot].tables.map_or(vec![None], |count| (0..count).map(Some).collect());
            let one_more = |&table: &Option<u32>| {
                let more = Meeting { a: p.a, b: p.b, slot, table };
                is_valid(input, &[&meetings[..], &[more]].concat())
            };
            assert!(!tables.iter().any(one_more), "seed {seed}: {} and {} in slot {slot}", p.a, p.b);
        }
        let is_unlisted = |m: &&Meeting| !by_rule.input().pairs.iter().any(|p| (p.a, p.b) == (m.a, m.b));
        unlisted += meetings.iter().filter(is_unlisted).count();
    }
    assert!(unlisted > 0, "{unlisted} unlisted pairs meet");
}

#[test]
fn a_schedule_by_rule_can_be_repaired() {
    let (mut frame, rule) = event(4, 60);
    let rule = Arc::new(rule);
    let options = Options { seed: 1, work: 50_000, ..Options::standard() };
    let before = Problem::by_rule(frame.clone(), rule.clone(), 3).unwrap();
    let old = solve(&before, &options, &mut Unobserved).meetings;
    let away = old[0].a;
    frame.people[away].cap = 0;
    let now = Problem::by_rule(frame, rule, 3).unwrap();
    for tier in [Tier::HolesOnly, Tier::OneMovePerLoss { lost_before: 0 }, Tier::Free] {
        let repaired = repair(&now, &old, &Frozen::default(), tier, &options, &mut Unobserved);
        assert_eq!(check(&now, &repaired.meetings), vec![]);
        if tier == Tier::HolesOnly {
            let kept = |m: &&Meeting| m.a != away && m.b != away;
            let stays =
                |m: &Meeting| repaired.meetings.iter().any(|n| (n.a, n.b, n.slot) == (m.a, m.b, m.slot));
            assert!(old.iter().filter(kept).all(stays));
        }
    }
}

#[test]
fn the_checker_refuses_pairs_the_rule_does_not_allow() {
    let (frame, rule) = event(7, 40);
    let refused =
        (0..40).flat_map(|a| (a + 1..40).map(move |b| (a, b))).find(|&(a, b)| rule.pair(a, b).is_none());
    let (a, b) = refused.unwrap();
    let problem = Problem::by_rule(frame, Arc::new(rule), 3).unwrap();
    let breaches = check(&problem, &[Meeting { a, b, slot: 0, table: Some(0) }]);
    assert!(matches!(breaches[0], matching::Breach::NotAllowed { .. }));
    assert!(!check(&problem, &[Meeting { a: 0, b: 4_000, slot: 0, table: Some(0) }]).is_empty());
}

#[test]
fn a_faulty_frame_is_refused_by_name() {
    let (mut frame, rule) = event(1, 30);
    frame.people[3].available.pop();
    let faults = Problem::by_rule(frame, Arc::new(rule), 3).unwrap_err();
    assert_eq!(faults, vec![matching::Invalid::AvailabilityLength { person: 3, said: 7, slots: 8 }]);
}
