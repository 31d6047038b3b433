//! Fixed meetings against trying everything: gaps, bounds, reasons, tables.

use crate::fixed_small::{Draw, crowded, every_schedule, fewest, gaps, is_fair, keeps_rules, tiny};
use matching::fixed::{
    BreakRule, FixedConflict, FixedMeeting, FixedOptions, FixedProblem, FixedSlot, ProblemError, SlotSet,
    Status, TableError, assign_tables, fewest_gaps,
};

const PROBLEMS: u64 = 3_000;

fn options(seed: u64) -> FixedOptions {
    FixedOptions { seed, work: 20_000, proof_work: 100_000_000 }
}

#[test]
#[cfg_attr(not(feature = "sat"), ignore = "decided by the SAT solver")]
fn tiny_problems_are_solved_to_the_optimum_or_shown_infeasible() {
    let mut infeasible = 0;
    for seed in 0..PROBLEMS {
        let problem = tiny(seed);
        let outcome = fewest_gaps(&problem, &options(seed), &mut |_| false).unwrap();
        match (&outcome.status, fewest(&problem)) {
            (Status::Optimal, Some(best)) => {
                assert_eq!((outcome.gaps, outcome.lower_bound), (best, best), "problem {seed}");
                let slots: Vec<u32> = outcome.slots.iter().map(|slot| slot.unwrap()).collect();
                assert!(keeps_rules(&problem, &slots, &|_| true), "problem {seed}");
                let gaps = gaps(&problem, &slots);
                assert!(is_fair(&problem, &gaps), "problem {seed}");
                assert_eq!(gaps.iter().map(|&it| u64::from(it)).sum::<u64>(), best, "problem {seed}");
            }
            (Status::Infeasible(conflict), None) => {
                infeasible += 1;
                assert!(is_true(&problem, conflict), "problem {seed}: {conflict:?}");
            }
            (status, best) => panic!("problem {seed}: {status:?}, in truth {best:?}"),
        }
    }
    assert!((PROBLEMS / 20..PROBLEMS / 2).contains(&infeasible), "{infeasible} problems are infeasible");
}

#[test]
#[cfg_attr(not(feature = "sat"), ignore = "decided by the SAT solver")]
fn crowded_problems_are_decided_by_the_proof_alone() {
    let (mut infeasible, mut with_gaps) = (0, 0);
    for seed in 0..1_500 {
        let problem = crowded(seed);
        // No search: a wrong clause cannot hide behind a schedule that was found without it.
        let options = FixedOptions { seed, work: 0, proof_work: 100_000_000 };
        let outcome = fewest_gaps(&problem, &options, &mut |_| false).unwrap();
        match (&outcome.status, fewest(&problem)) {
            (Status::Optimal, Some(best)) => {
                assert_eq!((outcome.gaps, outcome.lower_bound), (best, best), "problem {seed}");
                let slots: Vec<u32> = outcome.slots.iter().map(|slot| slot.unwrap()).collect();
                assert!(keeps_rules(&problem, &slots, &|_| true), "problem {seed}");
                assert_eq!(gaps(&problem, &slots).iter().map(|&it| u64::from(it)).sum::<u64>(), best);
                with_gaps += usize::from(best > 0);
            }
            (Status::Infeasible(conflict), None) => {
                infeasible += 1;
                assert!(is_true(&problem, conflict), "problem {seed}: {conflict:?}");
            }
            (status, best) => panic!("problem {seed}: {status:?}, in truth {best:?}"),
        }
    }
    assert!(infeasible > 50 && with_gaps > 50, "{infeasible} infeasible, {with_gaps} with gaps");
}

/// Whether a reason holds, on the face of the problem.
fn is_true(problem: &FixedProblem, conflict: &FixedConflict) -> bool {
    let can = |meeting: &u32| {
        let it = problem.meetings[*meeting as usize];
        let open = |slot: &u32| {
            problem.slots[*slot as usize].tables.is_none_or(|tables| it.table.unwrap_or(0) < tables)
        };
        SlotSet::of(it.slots.iter().filter(open))
    };
    let inside = |meetings: &[u32], slots: SlotSet| meetings.iter().all(|it| can(it).0 & !slots.0 == 0);
    match conflict {
        FixedConflict::Person { person, meetings, slots } => {
            let theirs = |it: &u32| {
                [problem.meetings[*it as usize].a, problem.meetings[*it as usize].b].contains(person)
            };
            meetings.iter().all(theirs) && inside(meetings, *slots) && meetings.len() > slots.len()
        }
        FixedConflict::Tables { meetings, slots, places } => {
            let tables =
                slots.iter().map(|slot| u64::from(problem.slots[slot as usize].tables.unwrap_or(u32::MAX)));
            inside(meetings, *slots) && tables.sum::<u64>() == *places && meetings.len() as u64 > *places
        }
        FixedConflict::Order { meetings } => {
            let linked = |one: u32, other: u32| problem.precedences.contains(&(one, other));
            let chained = meetings.windows(2).all(|pair| linked(pair[0], pair[1]));
            let circle =
                meetings.last().zip(meetings.first()).is_some_and(|(&last, &first)| linked(last, first));
            let mut earliest = 0;
            let too_long = meetings.iter().any(|it| match can(it).iter().find(|&slot| slot >= earliest) {
                Some(slot) => {
                    earliest = slot + 1;
                    false
                }
                None => true,
            });
            chained && (circle || too_long)
        }
        FixedConflict::People { people } => {
            let judged = |person: u32| people.contains(&person);
            let all = people.len() == problem.people;
            let fair = |slots: &Vec<u32>| {
                let gaps = gaps(problem, slots);
                let few = |person: &u32| problem.fairness.is_none_or(|limit| gaps[*person as usize] <= limit);
                if all { is_fair(problem, &gaps) } else { people.iter().all(few) }
            };
            !every_schedule(problem)
                .filter(|slots| keeps_rules(problem, slots, &judged))
                .any(|slots| fair(&slots))
        }
    }
}

#[test]
fn what_is_given_back_early_keeps_the_rules() {
    for seed in 0..500 {
        let mut problem = tiny(seed);
        let mut draw = Draw(seed);
        let count = problem.slots.len() as u64 + 1;
        problem.start = Some(problem.meetings.iter().map(|_| Some(draw.below(count) as u32)).collect());
        let outcome = fewest_gaps(&problem, &options(seed), &mut |_| true).unwrap();
        let placed: Vec<usize> =
            (0..problem.meetings.len()).filter(|&it| outcome.slots[it].is_some()).collect();
        let slots: Vec<u32> = placed.iter().map(|&it| outcome.slots[it].unwrap()).collect();
        problem.meetings = placed.iter().map(|&it| problem.meetings[it]).collect();
        problem.precedences.clear();
        assert!(keeps_rules(&problem, &slots, &|_| true), "problem {seed}");
    }
}

#[test]
fn the_same_problem_and_seed_give_the_same_answer() {
    for seed in [1, 7, 40] {
        let problem = event(60, 12, seed);
        let run = || {
            fewest_gaps(&problem, &FixedOptions { seed, work: 300_000, proof_work: 0 }, &mut |_| false)
                .unwrap()
        };
        assert_eq!(run(), run());
    }
    for seed in 0..50 {
        let problem = tiny(seed);
        let run = || fewest_gaps(&problem, &options(seed), &mut |_| false).unwrap();
        assert_eq!(run(), run());
    }
}

/// An event of two half-days whose given schedule is full of gaps.
fn event(people: usize, slots: usize, seed: u64) -> FixedProblem {
    let mut draw = Draw(seed);
    let mut busy = vec![0_u128; people];
    let (mut meetings, mut start) = (Vec::new(), Vec::new());
    let mut load = vec![0; slots];
    for _ in 0..people * 8 {
        let (a, b) = (draw.below(people as u64) as usize, draw.below(people as u64) as usize);
        let slot = draw.below(slots as u64) as usize;
        let free = a != b && (busy[a] | busy[b]) >> slot & 1 == 0 && load[slot] < people / 4;
        if free && busy[a].count_ones() < 6 && busy[b].count_ones() < 6 {
            busy[a] |= 1 << slot;
            busy[b] |= 1 << slot;
            load[slot] += 1;
            meetings.push(FixedMeeting {
                a: a as u32,
                b: b as u32,
                slots: SlotSet::first(slots),
                table: None,
            });
            start.push(Some(slot as u32));
        }
    }
    let slot =
        |slot: usize| FixedSlot { tables: Some(people as u32 / 4), part: u32::from(slot >= slots / 2) };
    FixedProblem {
        people,
        slots: (0..slots).map(slot).collect(),
        meetings,
        precedences: Vec::new(),
        fairness: None,
        break_rule: BreakRule::IdleGapsWithinPart,
        start: Some(start),
    }
}

#[test]
fn a_given_schedule_loses_most_of_its_gaps() {
    let problem = event(200, 12, 3);
    let given: Vec<u32> = problem.start.iter().flatten().map(|slot| slot.unwrap()).collect();
    let before: u32 = gaps(&problem, &given).iter().sum();
    let outcome =
        fewest_gaps(&problem, &FixedOptions { seed: 1, work: 3_000_000, proof_work: 0 }, &mut |_| false)
            .unwrap();
    let slots: Vec<u32> = outcome.slots.iter().map(|slot| slot.unwrap()).collect();
    assert!(keeps_rules(&problem, &slots, &|_| true));
    assert!(outcome.gaps * 5 <= u64::from(before), "{} of {before} gaps are left", outcome.gaps);
}

#[test]
fn tables_are_free_kept_where_they_are_given_and_seldom_changed() {
    for seed in 0..20 {
        let problem = event(80, 10, seed);
        let slots = problem.start.clone().unwrap();
        let outcome = assign_tables(&problem, &slots).unwrap();
        let mut taken: Vec<(u32, u32)> =
            slots.iter().zip(&outcome.tables).map(|(slot, table)| (slot.unwrap(), table.unwrap())).collect();
        assert!(taken.iter().all(|&(slot, table)| problem.slots[slot as usize].tables.unwrap() > table));
        taken.sort_unstable();
        taken.dedup();
        assert_eq!(taken.len(), problem.meetings.len(), "two meetings at one table");
        assert_eq!((outcome.changes, outcome.moves), changes(&problem, &slots, &outcome.tables));
        assert!(outcome.changes * 4 <= outcome.moves * 3, "{} of {} moves", outcome.changes, outcome.moves);
    }
    for seed in 0..1_000 {
        let problem = tiny(seed);
        let outcome = fewest_gaps(&problem, &options(seed), &mut |_| false).unwrap();
        let tables = assign_tables(&problem, &outcome.slots).unwrap().tables;
        for (meeting, it) in problem.meetings.iter().enumerate() {
            if outcome.slots[meeting].is_some() && it.table.is_some() {
                assert_eq!(tables[meeting], it.table, "problem {seed}");
            }
        }
    }
}

/// Table changes and consecutive meetings within a part, counted person by person.
fn changes(problem: &FixedProblem, slots: &[Option<u32>], tables: &[Option<u32>]) -> (u64, u64) {
    let (mut changes, mut moves) = (0, 0);
    for person in 0..problem.people as u32 {
        let mut mine: Vec<usize> = (0..slots.len())
            .filter(|&it| [problem.meetings[it].a, problem.meetings[it].b].contains(&person))
            .collect();
        mine.sort_by_key(|&it| slots[it]);
        for pair in mine.windows(2) {
            let part = |it: usize| problem.slots[slots[it].unwrap() as usize].part;
            if part(pair[0]) == part(pair[1]) {
                moves += 1;
                changes += u64::from(tables[pair[0]] != tables[pair[1]]);
            }
        }
    }
    (changes, moves)
}

#[test]
fn a_problem_that_contradicts_itself_is_refused_with_the_reason() {
    let mut problem = event(20, 6, 1);
    problem.meetings[0].b = 20;
    let error = fewest_gaps(&problem, &options(1), &mut |_| false).unwrap_err();
    assert_eq!(error, ProblemError::NoSuchPerson { meeting: 0, person: 20, people: 20 });
    problem.meetings[0].b = problem.meetings[0].a;
    assert!(matches!(problem.check(), Err(ProblemError::WithOneself { meeting: 0, .. })));
    problem.meetings.remove(0);
    assert!(matches!(problem.check(), Err(ProblemError::StartLength { .. })));
    problem.start = None;
    problem.precedences.push((0, 9_999));
    assert!(matches!(problem.check(), Err(ProblemError::NoSuchMeeting { meeting: 9_999, .. })));
    problem.precedences.clear();
    problem.slots = vec![FixedSlot { tables: None, part: 0 }; 129];
    assert_eq!(problem.check(), Err(ProblemError::TooManySlots { count: 129 }));
}

#[test]
fn too_many_meetings_for_the_tables_are_refused_by_the_table_step() {
    let mut problem = event(20, 6, 1);
    let slots = problem.start.take().unwrap();
    problem.slots.fill(FixedSlot { tables: Some(1), part: 0 });
    assert!(matches!(assign_tables(&problem, &slots), Err(TableError::TooFewTables { tables: 1, .. })));
}
