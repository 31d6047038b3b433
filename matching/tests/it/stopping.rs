//! Whoever wants a run to end is asked often, in everything that it does, and gets a valid schedule at once.

use crate::determinism::event;
use matching::samples::{Audience, SHAPES, Shape};
use matching::{
    Continue, Finished, Frozen, Observer, Options, Problem, Progress, Tier, Unobserved, check, repair, solve,
};

/// Stops at one of the questions.
struct StopAt {
    asked: u64,
    at: u64,
}

impl StopAt {
    fn question(at: u64) -> StopAt {
        StopAt { asked: 0, at }
    }
}

impl Observer for StopAt {
    fn progress(&mut self, _: &Progress) -> Continue {
        self.asked += 1;
        if self.asked >= self.at { Continue::Stop } else { Continue::Yes }
    }
}

/// Everybody may meet everybody the rule allows, at a conference with few tables.
fn dense(people: usize) -> Problem {
    let tables = Some(people as u32 / 5);
    let shape = Shape { name: "dense", people, tables, audience: Audience::InPerson, ..SHAPES[0] };
    Shape { by_rule: true, ..shape }.problem(3).unwrap()
}

/// Solves it once whole and once for some of the questions, where it is told to end.
fn stops_anywhere(problem: &Problem, options: &Options) {
    let mut whole = StopAt::question(u64::MAX);
    let undisturbed = solve(problem, options, &mut whole);
    assert_eq!(undisturbed, solve(problem, options, &mut Unobserved), "who looks on changes nothing");
    for at in (1..=whole.asked).step_by(1 + whole.asked as usize / 7) {
        let mut stop = StopAt::question(at);
        let solution = solve(problem, options, &mut stop);
        assert_eq!(stop.asked, at, "nobody who has answered is asked again");
        let breaches = check(problem, &solution.meetings);
        assert!(breaches.is_empty() || solution.conflict.is_some(), "question {at}: {breaches:?}");
        assert!(matches!(solution.finished, Finished::Stopped | Finished::Proven), "question {at}");
        assert!(solution.figures.mutual <= solution.bounds.mutual, "question {at}");
        assert!(solution.figures.goals_filled <= solution.bounds.goals, "question {at}");
    }
}

#[test]
fn a_run_ends_validly_at_whichever_question_it_is_told_to() {
    stops_anywhere(
        &Problem::new(event(7, 80)).unwrap(),
        &Options { seed: 1, work: 500_000, ..Options::standard() },
    );
    stops_anywhere(&dense(120), &Options { seed: 1, work: 500_000, ..Options::standard() });
}

#[test]
fn a_run_told_to_end_at_once_where_people_come_at_different_times_ends_validly_too() {
    let shape = Shape { name: "scattered", people: 200, ..*Shape::named("e900v").unwrap() };
    let problem = Shape { by_rule: true, ..shape }.problem(2).unwrap();
    stops_anywhere(&problem, &Options { seed: 1, work: 300_000, ..Options::standard() });
}

#[test]
fn a_repair_ends_validly_at_whichever_question_it_is_told_to() {
    let problem = Problem::new(event(5, 120)).unwrap();
    let old = solve(&problem, &Options::quick(), &mut Unobserved).meetings;
    let mut input = problem.input().clone();
    for person in input.people.iter_mut().step_by(11) {
        person.cap = 0;
    }
    let problem = Problem::new(input).unwrap();
    for tier in [Tier::HolesOnly, Tier::OneMovePerLoss { lost_before: 0 }, Tier::Free] {
        let mut whole = StopAt::question(u64::MAX);
        repair(&problem, &old, &Frozen::default(), tier, &Options::quick(), &mut whole);
        assert!(whole.asked > 0, "{tier:?}");
        for at in (1..=whole.asked).step_by(1 + whole.asked as usize / 10) {
            let mut stop = StopAt::question(at);
            let repaired = repair(&problem, &old, &Frozen::default(), tier, &Options::quick(), &mut stop);
            assert_eq!(repaired.faults(&problem), vec![], "{tier:?} at question {at}");
        }
    }
}
