//! Instance files: whatever is damaged in one is refused in words that name it, and never brings the reader, the builder
//! or the solver down.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use matching::{Booth, Meeting, Options, Unobserved, check, solve};
use proptest::prelude::*;
use rendezvous::documents::instance::{InstanceError, read_instance};
use serde_json::{Value, json};

use crate::support::random_cases::random_cases;

const PEOPLE: usize = 8;

/// An instance that lists its pairs, or one that gives them by rule.
fn instance(listed: bool) -> Value {
    instance_of(PEOPLE, listed)
}

fn instance_of(people: usize, listed: bool) -> Value {
    let each = |of: &dyn Fn(usize) -> Value| (0..people).map(of).collect::<Value>();
    let pairs = json!([[0, 1, 300, 2], [2, 3, 200, 0], [1, 4, 900, 1], [5, 6, 10, 0], [0, 7, 500, 0]]);
    json!({
        "name": "small", "seed": 1, "n": people, "slots": 3, "breaks_after": [1], "tables": 2, "target_min": 1,
        "cap": each(&|i| json!(1 + i % 3)),
        "avail": each(&|i| json!(["111", "110", "011"][i % 3])),
        "org": each(&|i| json!(i / 2)),
        "country": each(&|i| json!(i % 2)),
        "otype": each(&|i| json!(i % 5)),
        "offers": each(&|i| json!([i % 3, 4])),
        "seeks": each(&|i| json!([(i + 1) % 3])),
        "requests": [[0, 1], [1, 0], [2, 5]],
        "forbidden": [[3, 4]],
        "cross": false,
        "pairs": if listed { pairs } else { Value::Null },
    })
}

/// Reads, builds, solves and checks; what is refused must be said.
fn try_all(text: &str) -> Result<(), String> {
    let instance = read_instance(text).map_err(|error| error.to_string())?;
    let problem = instance.problem().map_err(|faults| {
        assert!(!faults.is_empty());
        faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    })?;
    let solution = solve(&problem, &Options { seed: 1, work: 500, ..Options::standard() }, &mut Unobserved);
    assert_eq!(check(&problem, &solution.meetings), vec![]);
    Ok(())
}

#[test]
fn the_small_instances_are_sound() {
    for listed in [true, false] {
        assert_eq!(try_all(&instance(listed).to_string()), Ok(()));
    }
}

/// An event across time zones: each person is there for four or five slots of twelve.
fn across_time_zones(people: usize) -> Value {
    let mut event = instance_of(people, false);
    let window = |i: usize| (0..12).map(move |s| if s / 4 == i % 3 || s == i % 12 { '1' } else { '0' });
    event["avail"] = (0..people).map(|i| json!(window(i * 7).collect::<String>())).collect();
    event["slots"] = json!(12);
    event["tables"] = json!(0);
    event["cap"] = (0..people).map(|i| json!(3 + i % 3)).collect();
    event
}

#[test]
fn a_time_limit_stops_with_a_sound_schedule_and_says_so() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (file, out) = (folder.join("time-limit.json"), folder.join("time-limit-result.json"));
    let text = across_time_zones(200).to_string();
    fs::write(&file, &text).unwrap();
    let run = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rendezvous"));
        command.arg("solve").arg(&file).arg("--out").arg(&out).args(["--work", "300000"]).args(more);
        let Output { status, stdout, stderr } = command.output().unwrap();
        assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
        let result: Value = serde_json::from_str(&fs::read_to_string(&out).unwrap()).unwrap();
        (String::from_utf8(stdout).unwrap(), result)
    };
    let (printed, stopped) = run(&["--seconds", "0"]);
    assert!(printed.contains("finished: stopped by the time limit"), "{printed}");
    assert_eq!(stopped["finished"], "Stopped");
    let meetings: Vec<Meeting> = stopped["meetings"].as_array().unwrap().iter().map(meeting).collect();
    let problem = read_instance(&text).unwrap().problem().unwrap();
    assert_eq!(check(&problem, &meetings), vec![]);
    let (printed, whole) = run(&[]);
    assert!(!printed.contains("stopped"), "{printed}");
    assert!(whole["figures"]["score"].as_u64() >= stopped["figures"]["score"].as_u64());
}

/// A meeting as a result file has it.
fn meeting(value: &Value) -> Meeting {
    let number = |name: &str| value[name].as_u64().map(|number| number as usize);
    Meeting {
        a: number("a").unwrap(),
        b: number("b").unwrap(),
        slot: number("slot").unwrap(),
        table: value["table"].as_u64().map(|table| table as u32),
    }
}

/// A value that does not belong where it is put.
fn odd() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!(-1)),
        Just(json!(1.5)),
        Just(json!(u64::MAX)),
        Just(json!(1_u64 << 40)),
        Just(json!("")),
        Just(json!("1x1")),
        Just(json!([])),
        Just(json!([[]])),
        Just(json!({})),
        Just(json!(true)),
        (0_u64..20).prop_map(|n| json!(n)),
    ]
}

/// Puts a value somewhere into another: `path` chooses where, at each step.
fn put(into: &mut Value, path: &[usize], odd: Value) {
    let place = match (path, into) {
        ([at, rest @ ..], Value::Array(list)) if !list.is_empty() => {
            let at = at % list.len();
            Some((&mut list[at], rest))
        }
        ([at, rest @ ..], Value::Object(fields)) if !fields.is_empty() => {
            let at = at % fields.len();
            fields.values_mut().nth(at).map(|value| (value, rest))
        }
        (_, place) => {
            *place = odd.clone();
            None
        }
    };
    if let Some((value, rest)) = place {
        put(value, rest, odd);
    }
}

proptest! {
    #![proptest_config(random_cases(1_500))]

    #[test]
    fn a_value_out_of_place_is_refused_in_words_or_solved(
        listed in any::<bool>(),
        changes in prop::collection::vec((prop::collection::vec(0_usize..64, 1..4), odd()), 1..3),
    ) {
        let mut value = instance(listed);
        for (path, odd) in changes {
            put(&mut value, &path, odd);
        }
        if let Err(told) = try_all(&value.to_string()) {
            prop_assert!(told.len() > 10 && told.contains(' '), "{told}");
        }
    }

    #[test]
    fn damaged_bytes_are_refused_in_words_or_solved(
        listed in any::<bool>(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..4, any::<u8>()), 1..4),
    ) {
        let mut bytes = instance(listed).to_string().into_bytes();
        for (at, cut, byte) in damage {
            let at = at.index(bytes.len());
            let end = bytes.len().min(at + cut);
            bytes.splice(at..end, [byte]);
        }
        if let Err(told) = try_all(&String::from_utf8_lossy(&bytes)) {
            prop_assert!(told.len() > 10 && told.contains(' '), "{told}");
        }
    }
}

#[test]
fn what_is_wrong_in_an_instance_is_named() {
    let told = |field: &str, value: Value| {
        let mut instance = instance(field != "otype" && field != "offers");
        instance[field] = value;
        try_all(&instance.to_string()).unwrap_err()
    };
    assert_eq!(
        told("cap", json!([1])),
        "the field `cap` has 1 entries, one for each of the 8 people is needed"
    );
    assert_eq!(
        told("slots", json!(1_u64 << 50)),
        "the field `slots` is 1125899906842624; at most 128 can be matched"
    );
    assert_eq!(told("tables", json!("two")), "the field `tables` is missing or not of the right kind");
    assert_eq!(told("forbidden", json!(7)), "the field `forbidden` is missing or not of the right kind");
    assert_eq!(told("otype", json!([0, 0, 0, 0, 0, 0, 0, 5])), "otype[7]: type must be 0 to 4, is 5");
    assert_eq!(told("pairs", json!([[0, 1, 300, 3]])), "pairs[0]: request must be 0 to 2, is 3");
    assert_eq!(told("pairs", json!([[0, 99, 300, 0]])), "pairs[0]: person must be 0 to 7, is 99");
    assert_eq!(told("pairs", json!([[4, 4, 300, 0]])), "pair 0 is person 4 with themselves");
    assert_eq!(told("pairs", json!([[0, 1, 0, 0]])), "pairs[0]: weight must be 1 to 1000, is 0");
    assert_eq!(
        told("pairs", json!([[0, 1, 5, 0], [2, 3, 5, 0], [1, 0, 5, 0]])),
        "pairs 0 and 2 are the same two people"
    );
    let short = told("avail", json!(["111", "1", "111", "111", "111", "111", "111", "111"]));
    assert_eq!(short, "person 1 says for 1 slots whether they are available, but there are 3 slots");
    assert_eq!(
        told("pairs", json!([[0, 1, 5, 0], [2, 3, -5, 0]])),
        "pairs[1]: weight must be 1 to 1000, is -5"
    );
    assert_eq!(told("pairs", json!([[0, 1, 5]])), "pairs[0]: must be [person, person, weight, request]");
    let sign = told("avail", json!(["111", "111", "1x1", "111", "111", "111", "111", "111"]));
    assert_eq!(sign, "avail[2]: only 0 and 1 may stand there, not 'x'");
    assert_eq!(told("forbidden", json!([[0, 1], [0, 8]])), "forbidden[1]: person must be 0 to 7, is 8");
    assert_eq!(told("breaks_after", json!([3])), "breaks_after[0]: slot must be 0 to 2, is 3");
    assert_eq!(
        told("tables", json!([1, 2])),
        "the field `tables` has 2 entries, one for each of the 3 slots is needed"
    );
    assert_eq!(told("pins", json!([[0, 1, 3, null]])), "pins[0]: slot must be 0 to 2, is 3");
    assert_eq!(told("quota", json!({"share": 3})), "the field `quota` is missing or not of the right kind");
    assert!(matches!(read_instance("{"), Err(InstanceError::Json(_))));
}

#[test]
fn tables_of_each_slot_booths_pins_and_a_quota_are_read_as_they_are_meant() {
    let mut file = instance(true);
    file["tables"] = json!([2, null, 0]);
    file["booths"] =
        json!([null, {"tables": [0], "slots": "101", "yields": true}, null, null, 1, null, null, null]);
    file["missing_tables"] = json!([[], [], [0]]);
    file["pins"] = json!([[7, 0, null, null], [4, 1, 0, 1]]);
    file["quota"] = json!({"percent": 50});
    let problem = read_instance(&file.to_string()).unwrap().problem().unwrap();
    let input = problem.input();
    assert_eq!(input.slots.iter().map(|slot| slot.tables).collect::<Vec<_>>(), [Some(2), None, Some(0)]);
    assert_eq!(input.people[4].booth, Some(Booth::at(1)));
    let of_some_slots = Booth { tables: vec![0], slots: vec![true, false, true], yields: true };
    assert_eq!(input.people[1].booth, Some(of_some_slots));
    assert_eq!(input.slots[2].missing, [0]);
    assert_eq!((input.pins[0].slot, input.pins[1].slot, input.pins[1].table), (None, Some(0), Some(1)));
    assert_eq!(input.quotas, [matching::Quota::Percent(50)]);
    let solution = solve(&problem, &Options { seed: 1, work: 5_000, ..Options::standard() }, &mut Unobserved);
    assert_eq!(solution.conflict, None);
    assert_eq!(check(&problem, &solution.meetings), vec![]);
    file["quota"] = json!({"count": 7});
    let problem = read_instance(&file.to_string()).unwrap().problem().unwrap();
    let solution = solve(&problem, &Options { seed: 1, work: 5_000, ..Options::standard() }, &mut Unobserved);
    let result: Value =
        serde_json::from_str(&rendezvous::documents::instance::write_result(&problem, &solution)).unwrap();
    assert_eq!(result["conflict"]["kind"], "quota");
    assert_eq!(result["conflict"]["quota"], 0);
    assert!(result["conflict"]["crossing_at_most"].as_u64().unwrap() < 7);
}

#[test]
fn several_quotas_and_a_coverage_go_by_the_groups_they_name() {
    let mut file = instance(true);
    file["programme"] = json!([0, 1, 2, 0, 1, 2, 0, null]);
    file["quota"] = json!([{"percent": 40}, {"count": 1, "by": "programme"}]);
    file["coverage"] = json!({"of_each": 2, "by": "programme"});
    let problem = read_instance(&file.to_string()).unwrap().problem().unwrap();
    let input = problem.input();
    assert_eq!(input.quotas, [matching::Quota::Percent(40), matching::Quota::Count(1)]);
    let crossing = |pair: usize| [0, 1].map(|quota| input.pairs[pair].crossing.counts_for(quota));
    // 0 and 1, 1 and 4, 0 and 7: by country, by programme.
    assert_eq!([crossing(0), crossing(2), crossing(4)], [[true, true], [true, false], [true, true]]);
    let coverage = input.coverage.as_ref().unwrap();
    assert_eq!((coverage.of_each, coverage.groups[4], coverage.groups[7]), (2, Some(1), None));
    let solution = solve(&problem, &Options { seed: 1, work: 5_000, ..Options::standard() }, &mut Unobserved);
    let result: Value =
        serde_json::from_str(&rendezvous::documents::instance::write_result(&problem, &solution)).unwrap();
    let figures = &result["figures"];
    assert_eq!(figures["crossing_of_quotas"].as_array().unwrap().len(), 2);
    assert_eq!((&figures["units_asked"], &figures["units"]), (&json!(28), &result["bounds"]["units"]));
    let kinds: Vec<&str> =
        result["obstacles"].as_array().unwrap().iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"partners"), "{kinds:?}");
}

#[test]
fn the_command_tells_what_is_in_the_way_of_a_coverage_in_the_numbers_of_the_file() {
    let mut file = instance(true);
    // Three people of one group who may have four meetings, with five others who each need one of them.
    file["cap"] = json!([1, 2, 1, 3, 3, 3, 3, 3]);
    file["avail"] = json!(vec!["111"; 8]);
    file["programme"] = json!([4, 4, 4, 7, 7, 7, 7, 7]);
    let pairs = (0..3).flat_map(|a| (3..8).map(move |b| json!([a, b, 100, 0])));
    file["pairs"] = pairs.collect();
    file["forbidden"] = json!([]);
    file["coverage"] = json!({"of_each": 1, "by": "programme"});
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (instance, out) = (folder.join("coverage.json"), folder.join("coverage-result.json"));
    fs::write(&instance, file.to_string()).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_rendezvous"))
        .args(["solve".as_ref(), instance.as_os_str(), "--out".as_ref(), out.as_os_str()])
        .output()
        .unwrap();
    let told = String::from_utf8(run.stdout).unwrap();
    assert!(told.contains("coverage: 7 of at most 7; 8 asked for"), "{told}");
    let why = "the people 3, 4, 5, 6, 7 need 5 meetings with group 4 (the people 0, 1, 2), who have 4 seats";
    assert!(told.contains(&format!("not possible: {why}")), "{told}");
    let written: Value = serde_json::from_str(&fs::read_to_string(out).unwrap()).unwrap();
    let seats = json!([{"kind": "seats", "group": 4, "members": [0, 1, 2], "people": [3, 4, 5, 6, 7], "asks": 5, "seats": 4}]);
    assert_eq!(written["obstacles"], seats);
}

#[test]
fn groups_that_are_not_there_are_refused_by_name() {
    let told = |field: &str, value: Value, listed: bool| {
        let mut file = instance(listed);
        file["short"] = json!([0, 1]);
        file["words"] = json!(["a", "a", "a", "a", "b", "b", "b", "b"]);
        file[field] = value;
        try_all(&file.to_string()).unwrap_err()
    };
    let missing = "the field `nowhere` is missing or not of the right kind";
    assert_eq!(told("quota", json!([{"percent": 50}, {"count": 1, "by": "nowhere"}]), true), missing);
    let short = "the field `short` has 2 entries, one for each of the 8 people is needed";
    assert_eq!(told("coverage", json!({"of_each": 1, "by": "short"}), true), short);
    let words = told("coverage", json!({"of_each": 1, "by": "words"}), true);
    assert!(words.starts_with("the groups of `coverage`[0]: a group must be"), "{words}");
    assert!(told("coverage", json!({"of_each": 0}), true).contains("at least 1"));
    let many = Value::Array(vec![json!({"percent": 10}); 5]);
    assert!(told("quota", many, true).contains("at most 4"));
    for (field, value) in
        [("coverage", json!({"of_each": 1})), ("quota", json!({"percent": 9, "by": "words"}))]
    {
        assert!(told(field, value, false).contains("needs the field `pairs`"), "{field}");
    }
}

/// What the command prints, and what it writes, for two meetings of one of three people.
fn two_meetings(name: &str, tables: u32, slots: u32, forbidden: u32) -> (String, String) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (file, out) = (folder.join(format!("{name}.dzn")), folder.join(format!("{name}-result.dzn")));
    let text = format!(
        "nBusiness = 3; nMeetings = 2; nTables = {tables}; nTotalSlots = {slots}; nMorningSlots = {slots};\n\
         requested = [|1, 2,1, |1, 3,1, |];\nforbidden = [{{{forbidden}}},{{0}},{{0}}];\nfixed = [0,0];\n\
         precedences = [{{}},{{}}];\n"
    );
    fs::write(&file, text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_rendezvous"));
    let Output { status, stdout, stderr } =
        command.arg("solve").arg(&file).arg("--out").arg(&out).output().unwrap();
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    (String::from_utf8(stdout).unwrap(), fs::read_to_string(&out).unwrap())
}

#[test]
fn a_break_that_cannot_be_avoided_is_proved_or_it_is_said_why_it_is_not() {
    let (printed, written) = two_meetings("break", 2, 3, 2);
    if matching::HAS_SAT {
        assert!(printed.contains("breaks: 1 of at least 1\nstatus: optimal\n"), "{printed}");
        assert!(!printed.contains("not proven"), "{printed}");
    } else {
        assert!(printed.contains("breaks: 1 of at least 0\nstatus: feasible\nnot proven: "), "{printed}");
        assert!(written.contains("built without the SAT solver"), "{written}");
    }
}

#[test]
fn why_fixed_meetings_cannot_be_held_is_said_in_the_numbers_of_the_file() {
    let told = |tables: u32, slots: u32| two_meetings("infeasible", tables, slots, 0);
    let (printed, written) = told(2, 1);
    let why = "person 1 has the meetings 1, 2, but only the slots 1 for them";
    assert!(printed.contains("status: infeasible\n") && printed.contains(why), "{printed}");
    assert!(written.contains(&format!("% {why}")), "{written}");
    assert!(told(0, 3).0.contains("reason: there are meetings, but no tables"));
}
