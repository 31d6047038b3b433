//! Pairs given by a rule: the bound is one of all pairs, listed or not, and what is proven is the best of all.

use crate::brute_force::best;
use crate::random_problems::{Dice, Extras, input};
use matching::samples::{Kind, Profile, TopicRule};
use matching::{
    Finished, Floor, Frozen, Input, Meeting, Options, PairInput, PairRule, Problem, Reason, Request, Tier,
    Unobserved, check, repair, solve,
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
fn both(seed: u64, extras: Extras) -> Option<(Problem, Problem)> {
    let input = input(seed, extras);
    let rule = Arc::new(Table::of(&input));
    let frame = Input { pairs: Vec::new(), ..input.clone() };
    Some((Problem::new(input).ok()?, Problem::by_rule(frame, rule, 1).unwrap()))
}

fn compare_many(count: u64, extras: Extras) -> (u64, u64) {
    let (mut all, mut shorter) = (0, 0);
    for seed in 0..count {
        let Some((listed, by_rule)) = both(seed, extras) else {
            continue;
        };
        assert_eq!(listed.goals(), by_rule.goals(), "seed {seed}");
        let solution = solve(&by_rule, &Options { seed: 1, work: 2_000 }, &mut Unobserved);
        let best = best(&listed);
        all += 1;
        shorter += u64::from(by_rule.input().pairs.len() < listed.input().pairs.len());
        if solution.conflict.is_some() {
            assert!(!best.found, "seed {seed}: a conflict where there is a schedule");
            continue;
        }
        if !best.found {
            continue;
        }
        let breaches = check(&listed, &solution.meetings);
        assert!(breaches.is_empty(), "seed {seed}: {breaches:?}");
        assert_eq!(check(&by_rule, &solution.meetings), vec![], "seed {seed}");
        assert!(solution.bounds.mutual >= best.mutual, "seed {seed}: {best:?} {solution:?}");
        assert!(
            solution.bounds.goals >= best.goals[solution.figures.mutual as usize],
            "seed {seed}: {best:?} {solution:?}"
        );
        assert!(solution.bounds.total >= best.total, "seed {seed}: {best:?} {solution:?}");
        if solution.finished == Finished::Proven {
            assert_eq!(solution.figures.total(), best.total, "seed {seed}");
        }
    }
    (all, shorter)
}

#[test]
fn no_schedule_of_all_pairs_beats_the_bounds_of_a_problem_by_rule() {
    let (all, shorter) = compare_many(6_000, Extras::None);
    assert_eq!(all, 6_000);
    assert!(shorter * 10 > all, "only {shorter} of {all} left a pair unlisted");
}

#[test]
fn booths_pins_and_quotas_hold_for_problems_by_rule() {
    for extras in [Extras::Booths, Extras::Pins, Extras::Quota] {
        assert!(compare_many(1_500, extras).0 > 500);
    }
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
        let options = Options { seed, work: 400_000 };
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
    for seed in 0..6 {
        let (mut frame, rule) = event(seed, 40);
        frame.people.iter_mut().for_each(|p| p.minimum = 5);
        let solution = solve(
            &Problem::by_rule(frame, Arc::new(rule.clone()), 1).unwrap(),
            &Options { seed, work: 50_000 },
            &mut Unobserved,
        );
        for short in &solution.shortfalls {
            let partners = (0..40).filter(|&j| j != short.person && rule.pair(short.person, j).is_some());
            let met = |j: usize| {
                let pair = (j.min(short.person), j.max(short.person));
                solution.meetings.iter().any(|m| (m.a, m.b) == pair)
            };
            match &short.reason {
                Reason::NoPartner => assert_eq!(partners.count(), 0),
                Reason::EveryoneMet { partners: count } => assert_eq!(partners.count(), *count as usize),
                Reason::Hindered(list) => {
                    let named: Vec<usize> = list.iter().map(|(other, _)| *other).collect();
                    assert_eq!(named, partners.filter(|&j| !met(j)).collect::<Vec<_>>());
                }
                Reason::OwnLimit { .. } | Reason::OwnSlots { .. } => {}
            }
        }
    }
}

#[test]
fn a_schedule_by_rule_can_be_repaired() {
    let (mut frame, rule) = event(4, 60);
    let rule = Arc::new(rule);
    let options = Options { seed: 1, work: 50_000 };
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
