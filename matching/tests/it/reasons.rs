//! Each reason for too few meetings is true of the schedule it comes with.

use crate::determinism::event;
use crate::random_problems::{Extras, problem};
use matching::{Hindrance, Options, Problem, Quota, Reason, Shortfall, Solution, Unobserved, solve};

fn has(solution: &Solution, person: usize) -> u32 {
    solution.meetings.iter().filter(|m| m.a == person || m.b == person).count() as u32
}

fn verify(problem: &Problem, solution: &Solution, short: &Shortfall) {
    let input = problem.input();
    let me = &input.people[short.person];
    assert_eq!(short.has, has(solution, short.person));
    assert_eq!(short.wished, me.minimum);
    assert!(short.has < short.wished);
    let partners: Vec<usize> = (input.pairs.iter())
        .filter_map(|p| [(p.a, p.b), (p.b, p.a)].into_iter().find(|x| x.0 == short.person).map(|x| x.1))
        .collect();
    match &short.reason {
        Reason::OwnLimit { cap } => assert!(*cap == me.cap && short.has == me.cap),
        Reason::OwnSlots { available } => {
            assert_eq!(*available as usize, me.available.iter().filter(|a| **a).count());
            assert_eq!(*available, short.has);
        }
        Reason::NoPartner => assert!(partners.is_empty()),
        Reason::EveryoneMet { partners: count } => {
            assert_eq!(*count as usize, partners.len());
            assert_eq!(*count, short.has);
        }
        Reason::Hindered(list) => {
            let met = |other: usize| {
                solution.meetings.iter().any(|m| [(m.a, m.b), (m.b, m.a)].contains(&(short.person, other)))
            };
            let mut open: Vec<usize> = partners.into_iter().filter(|&p| !met(p)).collect();
            open.sort_unstable();
            assert_eq!(list.iter().map(|h| h.0).collect::<Vec<_>>(), open);
            list.iter().for_each(|(other, hindrance)| {
                verify_hindrance(problem, solution, short.person, *other, hindrance)
            });
        }
    }
}

fn verify_hindrance(problem: &Problem, solution: &Solution, me: usize, other: usize, hindrance: &Hindrance) {
    let input = problem.input();
    let available = |i: usize, s: usize| input.people[i].available[s];
    let busy = |i: usize, s: usize| solution.meetings.iter().any(|m| m.slot == s && (m.a == i || m.b == i));
    let common: Vec<usize> =
        (0..input.slots.len()).filter(|&s| available(me, s) && available(other, s)).collect();
    let free: Vec<usize> = common.iter().copied().filter(|&s| !busy(me, s) && !busy(other, s)).collect();
    let booth = |i: usize| input.people[i].booth;
    match hindrance {
        Hindrance::NoCommonSlot => assert!(common.is_empty()),
        Hindrance::TwoBooths => {
            assert!(booth(me).is_some() && booth(other).is_some() && booth(me) != booth(other))
        }
        Hindrance::PartnerAtLimit => assert_eq!(has(solution, other), input.people[other].cap),
        Hindrance::Taken => assert!(free.is_empty()),
        Hindrance::TablesFull { slots } => {
            assert_eq!(*slots, free);
            for &s in slots {
                let used = solution.meetings.iter().filter(|m| m.slot == s).count() as u32;
                let booths = input.people.iter().any(|p| p.booth.is_some());
                assert!(
                    booths || input.slots[s].tables.is_some_and(|t| t == used),
                    "slot {s} has a free table"
                );
            }
        }
        Hindrance::Quota => {
            let pair =
                input.pairs.iter().find(|p| (p.a.min(p.b), p.a.max(p.b)) == (me.min(other), me.max(other)));
            let Some(Quota::Percent(percent)) = input.quota else { panic!("no share to keep") };
            assert!(!pair.unwrap().crossing);
            let figures = solution.figures;
            assert!(figures.crossing * 100 < (figures.meetings + 1) * u64::from(percent));
        }
    }
}

#[test]
fn every_reason_is_true_of_its_schedule() {
    let mut seen = 0;
    for seed in 0..1_000 {
        for extras in [Extras::None, Extras::Booths, Extras::Quota] {
            let Some(problem) = problem(seed, extras) else {
                continue;
            };
            let solution = solve(&problem, &Options { seed: 1, work: 200 }, &mut Unobserved);
            let below = (0..problem.input().people.len())
                .filter(|&i| has(&solution, i) < problem.input().people[i].minimum);
            assert_eq!(
                solution.shortfalls.iter().map(|s| s.person).collect::<Vec<_>>(),
                below.collect::<Vec<_>>()
            );
            solution.shortfalls.iter().for_each(|s| verify(&problem, &solution, s));
            seen += solution.shortfalls.len();
        }
    }
    assert!(seen > 500);
}

#[test]
fn a_larger_event_with_few_tables_explains_who_is_left_out() {
    let mut input = event(3, 60);
    input.slots.iter_mut().for_each(|s| s.tables = Some(4));
    let problem = Problem::new(input).unwrap();
    let solution = solve(&problem, &Options { seed: 1, work: 50_000 }, &mut Unobserved);
    assert!(!solution.shortfalls.is_empty());
    solution.shortfalls.iter().for_each(|s| verify(&problem, &solution, s));
}
