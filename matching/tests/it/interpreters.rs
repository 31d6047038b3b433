//! Interpreters: whoever meets shares a language or has somebody who interprets, and nobody interprets twice at a time. Beside a
//! search that tries everything, and on an event of two countries.

use crate::against_oracle::compare_many;
use crate::random_problems::{Dice, Extras};
use matching::{
    Breach, Finished, Input, Interpreter, Interpreting, Invalid, Meeting, Options, PairInput, PersonInput,
    Problem, Request, SlotInput, Tier, Unobserved, check, repair, solve,
};

/// A few languages, and up to three people who interpret at some times.
pub fn interpreting(dice: &mut Dice, people: usize, slots: usize) -> Interpreting {
    let some = |dice: &mut Dice, of: usize, percent| {
        (0..of as u32).filter(|_| dice.chance(percent)).collect::<Vec<u32>>()
    };
    let languages = (0..people).map(|_| some(dice, 3, 40)).collect();
    let interpreters = (0..dice.roll(4)).map(|_| Interpreter {
        languages: some(dice, 3, 70),
        slots: if dice.chance(50) { vec![] } else { (0..slots).map(|_| dice.chance(70)).collect() },
    });
    Interpreting { languages, interpreters: interpreters.collect(), ..Interpreting::default() }
}

/// Whether somebody can interpret each meeting of a slot that needs it, by trying all ways.
pub fn suffice(input: &Input, slot: usize, meetings: &[(usize, usize)]) -> bool {
    let Some(said) = &input.interpreting else { return true };
    let foreign = |&&(a, b): &&(usize, usize)| {
        !said.exempt.contains(&(a, b)) && said.languages[a].iter().all(|it| !said.languages[b].contains(it))
    };
    let helps = |&(a, b): &(usize, usize)| -> Vec<usize> {
        let all = said.interpreters.iter().enumerate();
        let has = |one: &Interpreter, person: usize| {
            said.languages[person].iter().any(|it| one.languages.contains(it))
        };
        let can =
            |one: &Interpreter| has(one, a) && has(one, b) && one.slots.get(slot).copied().unwrap_or(true);
        all.filter(|(_, one)| can(one)).map(|(at, _)| at).collect()
    };
    fn all_helped(lists: &[Vec<usize>], used: &[usize]) -> bool {
        let Some((first, rest)) = lists.split_first() else { return true };
        let free = first.iter().filter(|one| !used.contains(one));
        free.into_iter().any(|one| all_helped(rest, &[used, &[*one]].concat()))
    }
    let lists: Vec<Vec<usize>> = meetings.iter().filter(foreign).map(helps).collect();
    all_helped(&lists, &[])
}

#[test]
fn whoever_has_no_common_language_meets_with_an_interpreter_and_no_plan_is_better() {
    assert_eq!(compare_many(3_000, Extras::Interpreters), 3_000);
}

#[test]
#[cfg_attr(not(feature = "sat"), ignore = "decided by the SAT solver")]
fn interpreters_beside_pins_are_kept_or_a_conflict_is_named() {
    assert!(compare_many(2_000, Extras::InterpretersAndPins) > 500);
}

/// Half of the people speak one language, half another; some of each a third one. Pairs are of different halves.
fn two_countries(seed: u64, people: usize, slots: usize, interpreters: usize) -> Input {
    let mut dice = Dice::new(seed);
    let person = PersonInput { cap: 8, minimum: 3, available: vec![true; slots], booth: None };
    let half = |i: usize| (i % 2) as u32;
    let language = |i: usize, third: bool| if third { vec![half(i), 2] } else { vec![half(i)] };
    let languages = (0..people).map(|i| language(i, dice.chance(60))).collect();
    let at = |dice: &mut Dice| (0..slots).map(|_| dice.chance(80)).collect();
    let interpreter = |k: usize, dice: &mut Dice| Interpreter {
        languages: if k.is_multiple_of(4) { vec![0, 1, 2] } else { vec![0, 1] },
        slots: at(dice),
    };
    let interpreters = (0..interpreters).map(|k| interpreter(k, &mut dice)).collect();
    let mut pairs = Vec::new();
    for (a, b) in (0..people).flat_map(|a| (a + 1..people).map(move |b| (a, b))) {
        if half(a) != half(b) && dice.chance(30) {
            let request = if dice.chance(8) { Request::Mutual } else { Request::None };
            let weight = 1 + dice.roll(900) as u32;
            pairs.push(PairInput { a, b, weight, request, crossing: true.into() });
        }
    }
    let interpreting = Some(Interpreting { languages, interpreters, ..Interpreting::default() });
    let tables = Some(people as u32 / 3);
    Input {
        slots: vec![SlotInput { tables, ..SlotInput::default() }; slots],
        people: vec![person; people],
        pairs,
        interpreting,
        ..Input::default()
    }
}

fn keeps_all_rules(problem: &Problem, meetings: &[Meeting]) {
    assert_eq!(check(problem, meetings), vec![]);
    for slot in 0..problem.input().slots.len() {
        let here: Vec<(usize, usize)> =
            meetings.iter().filter(|m| m.slot == slot).map(|m| (m.a, m.b)).collect();
        assert!(suffice(problem.input(), slot, &here), "slot {slot}");
    }
}

#[test]
fn a_meeting_of_two_countries_and_its_repairs_need_no_more_interpreters_than_there_are() {
    for seed in 0..3 {
        let problem = Problem::new(two_countries(seed, 120, 8, 7)).unwrap();
        let options = Options { seed, work: 300_000, ..Options::standard() };
        let solution = solve(&problem, &options, &mut Unobserved);
        keeps_all_rules(&problem, &solution.meetings);
        let (figures, bounds) = (&solution.figures, &solution.bounds);
        let near = |reached: u64, most: u64| assert!(reached * 100 >= most * 98, "{reached} of {most}");
        near(figures.mutual, bounds.mutual);
        near(figures.goals_filled, bounds.goals);
        near(figures.score, bounds.score);
        let said = problem.input().interpreting.clone().unwrap();
        let foreign = |m: &&Meeting| said.languages[m.a].iter().all(|one| !said.languages[m.b].contains(one));
        assert!(solution.meetings.iter().filter(foreign).count() > 25);
        // An interpreter falls ill, another leaves early.
        let mut now = problem.input().clone();
        let interpreters = &mut now.interpreting.as_mut().unwrap().interpreters;
        interpreters[1].slots = vec![false; 8];
        interpreters[2].slots[4..].fill(false);
        let now = Problem::new(now).unwrap();
        assert!(check(&now, &solution.meetings).iter().any(|it| matches!(it, Breach::NoInterpreter { .. })));
        for tier in [Tier::HolesOnly, Tier::OneMovePerLoss { lost_before: 0 }, Tier::Free] {
            let options = Options { seed, work: 100_000, ..Options::standard() };
            let repaired =
                repair(&now, &solution.meetings, &Default::default(), tier, &options, &mut Unobserved);
            assert_eq!(repaired.faults(&now), vec![]);
            keeps_all_rules(&now, &repaired.meetings);
        }
    }
}

#[test]
fn with_interpreters_for_everybody_nothing_is_lost() {
    let mut input = two_countries(9, 40, 6, 20);
    let said = input.interpreting.as_mut().unwrap();
    said.interpreters.iter_mut().for_each(|one| one.slots.clear());
    let with = solve(&Problem::new(input.clone()).unwrap(), &Options::standard(), &mut Unobserved);
    input.interpreting = None;
    let without = solve(&Problem::new(input).unwrap(), &Options::standard(), &mut Unobserved);
    assert_eq!(with.figures.total(), without.figures.total());
    assert_ne!(with.finished, Finished::WorkSpent);
}

#[test]
fn what_is_said_of_languages_and_hours_must_be_of_these_people_and_slots() {
    let mut input = two_countries(1, 6, 3, 129);
    let said = input.interpreting.as_mut().unwrap();
    said.languages.pop();
    said.interpreters[4].slots.pop();
    let told = Problem::new(input).unwrap_err();
    let expected = [
        Invalid::LanguagesLength { said: 5, people: 6 },
        Invalid::TooManyInterpreters(129),
        Invalid::InterpreterLength { interpreter: 4, said: 2, slots: 3 },
    ];
    assert_eq!(told, expected);
}
