//! Files of fixed meetings: what is read, what is refused, and the published instances where they are at hand.

use crate::fixed_small::{Draw, as_file, tiny};
use matching::fixed::{BreakRule, DznError, FixedOptions, SlotSet, Status, fewest_gaps, read_dzn, write_dzn};
use std::io::Write;
use std::path::Path;

const FILE: &str = "nBusiness = 3; nMeetings = 2; nTables = 1;\nnTotalSlots = 4; nMorningSlots = 2;\n\
                    requested = [|1, 2,1, |2, 3,3, |];\nforbidden = [{0},{3..4},{1}];\nfixed = [0,0];\n\
                    precedences = [{},{1}];\n";

#[test]
fn a_file_says_who_meets_when_and_in_which_order() {
    let problem = read_dzn(FILE).unwrap();
    assert_eq!((problem.people, problem.slots.len(), problem.break_rule), (3, 4, BreakRule::RunsAcross));
    assert_eq!(problem.slots[1].part + 1, problem.slots[2].part);
    // The first in the morning; the second when neither 2 (out in 3 and 4) nor 3 (out in 1) is away.
    assert_eq!(problem.meetings[0].slots, SlotSet::of([0, 1]));
    assert_eq!(problem.meetings[1].slots, SlotSet::of([1]));
    assert_eq!((problem.precedences, problem.fairness), (vec![(0, 1)], Some(2)));
}

#[test]
fn an_answer_is_written_in_the_same_notation() {
    let outcome = fewest_gaps(&read_dzn(FILE).unwrap(), &FixedOptions::for_files(1), &mut |_| false).unwrap();
    let text = write_dzn(&outcome, &[Some(0), None]);
    assert_eq!(text, "status = \"optimal\";\nbreaks = 0;\nlowerBound = 0;\nslot = [1,2];\ntable = [1,0];\n");
}

#[test]
fn what_is_wrong_in_a_file_is_said_with_its_place() {
    let error = |from: &str, to: &str| read_dzn(&FILE.replace(from, to)).unwrap_err();
    assert_eq!(error("nTables = 1;", ""), DznError::Missing { name: "nTables" });
    assert_eq!(error("|2, 3,3,", "|2, 9,3,").to_string(), "requested, entry 2: 9 is not between 1 and 3");
    assert_eq!(error("fixed = [0,0]", "fixed = [0]").to_string(), "fixed has 1 entries instead of 2");
    assert_eq!(error("{3..4}", "{3..").to_string(), "line 4: expected a whole number, found `,{1}];`");
    assert!(matches!(error("fixed =", "nTables ="), DznError::Twice { line: 5, .. }));
    assert!(matches!(error("{},{1}", "{},{7}"), DznError::OutOfRange { name: "precedences", entry: 2, .. }));
}

#[test]
fn no_damage_to_a_file_breaks_the_reader() {
    let signs = ["", ";", "{", "}", "[", "|", "]", "..", "-", "99999999999999999999", "=", "%", "ß", "1"];
    let mut refused = 0;
    for seed in 0..4_000 {
        let mut draw = Draw(seed);
        let mut text = if seed % 2 == 0 { FILE.to_owned() } else { as_file(&tiny(seed)) };
        for _ in 0..1 + draw.below(3) {
            let at = text.len().min(draw.below(text.len() as u64 + 1) as usize);
            let end = text.len().min(at + draw.below(4) as usize);
            if text.is_char_boundary(at) && text.is_char_boundary(end) {
                text.replace_range(at..end, signs[draw.below(signs.len() as u64) as usize]);
            }
        }
        match read_dzn(&text) {
            Ok(problem) => problem.check().unwrap(),
            Err(error) => {
                refused += 1;
                assert!(!error.to_string().is_empty());
            }
        }
    }
    assert!((1_000..4_000).contains(&refused), "{refused} files refused");
}

#[test]
fn a_problem_written_as_a_file_is_read_back() {
    for seed in 0..500 {
        let mut problem = tiny(seed);
        for meeting in &mut problem.meetings {
            meeting.table = None;
            if meeting.slots.len() != 1 {
                meeting.slots = SlotSet::first(problem.slots.len());
            }
        }
        for slot in &mut problem.slots {
            slot.tables = Some(2);
        }
        problem.break_rule = BreakRule::RunsAcross;
        problem.fairness = Some(2);
        let mut read = read_dzn(&as_file(&problem)).unwrap();
        // A file lists the earlier meetings of each, so order and repetition are lost.
        for pairs in [&mut problem.precedences, &mut read.precedences] {
            pairs.sort_unstable_by_key(|&(earlier, later)| (later, earlier));
        }
        assert_eq!(read, problem, "problem {seed}");
    }
}

#[test]
fn what_is_said_of_published_instances_agrees_with_what_is_published() {
    let folder = std::env::var("B2BSP_INSTANCES").unwrap_or_default();
    let folder = Path::new(&folder);
    let Ok(optima) = std::fs::read_to_string(folder.join("optima.csv")) else {
        // Written past the test's captured output, so that it is seen.
        let _ =
            writeln!(std::io::stderr(), "skipped: B2BSP_INSTANCES names no folder of published instances");
        return;
    };
    let (mut seen, mut decided) = (0, 0);
    for line in optima.lines().skip(1) {
        let mut cells = line.split(',');
        let (name, _, optimum) = (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap());
        // The quick ones; `rendezvous solve` runs any.
        if !name.starts_with("tic-12") && !name.starts_with("tic-14") {
            continue;
        }
        seen += 1;
        let text = std::fs::read_to_string(folder.join(format!("{name}.dzn"))).unwrap();
        let problem = read_dzn(&text).unwrap();
        // A tenth of the usual effort for proofs: undecided is allowed here, a wrong decision never.
        let usual = FixedOptions::for_files(1);
        let options = FixedOptions { proof_work: usual.proof_work / 10, ..usual };
        let outcome = fewest_gaps(&problem, &options, &mut |_| false).unwrap();
        match outcome.status {
            Status::Optimal => assert_eq!(outcome.gaps.to_string(), optimum, "{name}"),
            Status::Infeasible(_) => assert_eq!("infeasible", optimum, "{name}"),
            Status::Feasible => {
                let best: u64 = optimum.parse().unwrap_or_else(|_| panic!("{name} has no schedule"));
                assert!(outcome.lower_bound <= best && best <= outcome.gaps, "{name}");
            }
            Status::Unknown => assert!(outcome.lower_bound <= optimum.parse().unwrap_or(u64::MAX), "{name}"),
        }
        decided += usize::from(matches!(outcome.status, Status::Optimal | Status::Infeasible(_)));
    }
    assert!(seen > 10 && decided > 0, "{decided} of {seen} instances decided");
}
