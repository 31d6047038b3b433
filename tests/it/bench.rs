//! The command that measures the matching.

use std::fs;
use std::process::{Command, Output};

use matching::samples::Shape;
use rendezvous::documents::instance::read_instance;

fn bench(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rendezvous")).arg("bench").args(arguments).output().unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let Output { status, stdout, stderr } = bench(arguments);
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).unwrap()
}

/// The cells of each table row, without heads.
fn rows(markdown: &str) -> Vec<Vec<&str>> {
    let lines = markdown.lines().filter(|line| line.starts_with("| e"));
    lines
        .map(|line| line.trim_matches(['|', ' ']).split(" | ").collect::<Vec<_>>())
        .filter(|row| row[0] != "event")
        .collect()
}

fn number(cell: &str) -> u64 {
    cell.replace(',', "").parse().unwrap()
}

/// Both sides of "187 / 190".
fn of(cell: &str) -> (u64, u64) {
    let (has, most) = cell.split_once(" / ").unwrap();
    (number(has), number(most))
}

#[test]
fn figures_stand_beside_their_bounds_and_simple_methods_stay_below() {
    let text = printed(&["--instances", "e150,e250", "--seeds", "1,2", "--work", "400000", "--markdown"]);
    let rows = rows(&text);
    let schedules: Vec<_> = rows.iter().filter(|row| row.len() == 11).collect();
    let others: Vec<_> = rows.iter().filter(|row| row.len() == 8).collect();
    assert_eq!((schedules.len(), others.len()), (4, 4 * 2 + 4 * 3), "{text}");
    for row in schedules {
        let [mutual, goals, score] = [of(row[3]), of(row[4]), of(row[5])];
        assert!(mutual.0 > 0 && mutual.0 <= mutual.1, "{text}");
        assert!(goals.0 > 0 && goals.0 <= goals.1, "{text}");
        assert!(score.0 > 0 && score.0 <= score.1, "{text}");
        assert!(row[6].starts_with('0'), "1 % of the points open, or more: {text}");
        for simple in others.iter().filter(|o| o[0] == row[0] && o[1] == row[2]).take(2) {
            assert!(number(simple[3]) <= mutual.1 && number(simple[4]) <= goals.1, "{text}");
        }
    }
}

#[test]
fn the_same_seed_rolls_the_same_event_and_another_seed_another() {
    let figures = |seeds: &str| {
        let text = printed(&["--instances", "e150", "--seeds", seeds, "--work", "100000", "--markdown"]);
        rows(&text)[0][3..7].iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let first = figures("5");
    assert_eq!(first, figures("5"));
    assert_ne!(first, figures("6"));
}

#[test]
fn an_unknown_event_is_named_with_those_there_are() {
    let Output { status, stderr, .. } = bench(&["--instances", "e151"]);
    let told = String::from_utf8(stderr).unwrap();
    assert!(!status.success());
    assert!(told.contains("e151") && told.contains("e150") && told.contains("e15500-dense"), "{told}");
}

#[test]
fn an_event_that_is_written_out_is_the_one_that_is_measured() {
    let path = std::env::temp_dir().join(format!("rendezvous-events-{}", std::process::id()));
    // Listed pairs; only across a border; by rule, where the pairs listed first show what the rule makes of each.
    let names = "e150,e250,e900v-dense";
    assert_eq!(printed(&["--instances", names, "--seeds", "2,3", "--write", path.to_str().unwrap()]), "");
    for (name, seed) in names.split(',').flat_map(|name| [2, 3].map(|seed| (name, seed))) {
        let text = fs::read_to_string(path.join(format!("{name}-{seed}.json"))).unwrap();
        let read = read_instance(&text).unwrap().problem().unwrap();
        let made = Shape::named(name).unwrap().problem(seed).unwrap();
        assert_eq!(read.input(), made.input(), "{name}, seed {seed}");
    }
    fs::remove_dir_all(&path).unwrap();
}
