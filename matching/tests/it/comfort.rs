//! Comfortable days: few idle gaps and few changes of table, and what they may not cost.

use crate::determinism::event;
use crate::oracle::profile;
use crate::random_problems::Dice;
use matching::{
    Booth, Continue, Input, Observer, Options, PairInput, PersonInput, Problem, Progress, Request, SlotInput,
    Solution, Step, Unobserved, check, solve,
};

#[test]
fn comfortable_days_cost_no_level_and_bring_no_gap() {
    let mut fewer = 0;
    for seed in 20..32 {
        let problem = Problem::new(event(seed, 60)).unwrap();
        let solution =
            solve(&problem, &Options { seed: 1, work: 1_000_000, ..Options::standard() }, &mut Unobserved);
        let (before, after) = (solution.before, solution.figures);
        assert_eq!(check(&problem, &solution.meetings), vec![]);
        assert!(after.mutual >= before.mutual, "seed {seed}: {before:?} {after:?}");
        assert!(after.goals_filled >= before.goals_filled, "seed {seed}: {before:?} {after:?}");
        assert!(after.score >= before.score, "seed {seed}: {before:?} {after:?}");
        // What fits in at the very end may leave a gap.
        if after.meetings == before.meetings {
            assert!(after.idle_gaps <= before.idle_gaps, "seed {seed}: {before:?} {after:?}");
        }
        fewer += u32::from(after.idle_gaps < before.idle_gaps);
    }
    assert!(fewer >= 8, "fewer gaps on {fewer} of 12 events");
}

fn pair(a: usize, b: usize, weight: u32) -> PairInput {
    PairInput { a, b, weight, request: Request::None, crossing: false.into() }
}

/// Stops a run when it begins to close gaps, and remembers whether it did.
struct BeforeGaps(bool);

impl Observer for BeforeGaps {
    fn progress(&mut self, progress: &Progress) -> Continue {
        self.0 |= progress.step == Step::Finish;
        if self.0 { Continue::Stop } else { Continue::Yes }
    }
}

/// People of two kinds who are there at different times and cannot all have what they wish for.
fn scattered(seed: u64) -> Input {
    let mut dice = Dice::new(seed);
    let (people, slots) = (14, 8);
    let mut input = Input { slots: vec![SlotInput::default(); slots], ..Input::default() };
    for i in 0..people {
        let first = dice.roll(5);
        let available = (0..slots).map(|s| s >= first && s < first + 4 && dice.chance(80)).collect();
        let cap = if i % 3 == 0 { 2 } else { 4 };
        input.people.push(PersonInput { cap, minimum: 3, available, booth: None });
    }
    for (a, b) in (0..people).flat_map(|a| (a + 1..people).map(move |b| (a, b))) {
        if dice.chance(40) {
            input.pairs.push(pair(a, b, 1 + dice.roll(1000) as u32));
        }
    }
    input
}

#[test]
fn fewer_gaps_cost_no_level_and_nobody_their_turn() {
    let (mut seen, mut fewer) = (0, 0);
    for seed in 0..150 {
        let problem = Problem::new(scattered(seed)).unwrap();
        let options = Options { seed, work: 200_000, ..Options::standard() };
        let whole = solve(&problem, &options, &mut Unobserved);
        let mut observer = BeforeGaps(false);
        let early = solve(&problem, &options, &mut observer);
        // What fits in at the very end of a stopped run is more than there was before the gaps.
        if !observer.0 || early.figures.meetings != early.before.meetings {
            continue;
        }
        seen += 1;
        fewer += u32::from(whole.figures.idle_gaps < early.before.idle_gaps);
        let of = |solution: &Solution| profile(problem.input(), &solution.meetings);
        let levels = |s: &Solution| (s.figures.mutual, s.figures.goals_filled, s.figures.score);
        assert!(of(&whole) >= of(&early), "seed {seed}: {:?} after {:?}", of(&whole), of(&early));
        assert!(levels(&whole) >= levels(&early), "seed {seed}");
    }
    assert!(seen > 50 && fewer > 20, "{fewer} of {seen}");
}

#[test]
fn beside_a_booth_too_people_keep_the_table_they_sit_at() {
    let person = |open: [bool; 2]| PersonInput { cap: 2, minimum: 0, available: open.to_vec(), booth: None };
    let (both, early, late) = ([true, true], [true, false], [false, true]);
    let mut input = Input {
        slots: vec![SlotInput { tables: Some(3), part: 0, ..SlotInput::default() }; 2],
        people: [late, both, early, both, early, late, both, early].map(person).to_vec(),
        pairs: [(1, 2), (3, 4), (0, 3), (1, 5), (6, 7)].map(|(a, b)| pair(a, b, 10)).to_vec(),
        ..Input::default()
    };
    input.people[6].booth = Some(Booth::at(0));
    let solution = solve(
        &Problem::new(input).unwrap(),
        &Options { seed: 1, work: 1_000, ..Options::standard() },
        &mut Unobserved,
    );
    assert_eq!((solution.meetings.len(), solution.figures.table_changes), (5, 0), "{:?}", solution.meetings);
}
