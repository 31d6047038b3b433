//! Each promise is held by tests that are there.

use super::{files, read, root};

#[test]
fn the_tests_that_hold_a_promise_are_there() {
    let listed: serde_json::Value = serde_json::from_str(&read(&root().join("tests/promises.json"))).unwrap();
    let folders = ["tests", "matching/tests"].map(|folder| files(&root().join(folder), ".rs"));
    let sources: String = folders.iter().flatten().map(|path| read(path)).collect();
    let tests = listed.as_array().unwrap().iter().flat_map(|promise| promise["tests"].as_array().unwrap());
    let missing: Vec<&str> = tests
        .map(|test| test.as_str().unwrap())
        .filter(|test| !sources.contains(&format!("fn {}(", test.rsplit("::").next().unwrap())))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_tests_that_hold_a_requirement_of_the_standard_are_there_and_the_sums_are_right() {
    let text = read(&root().join("docs/asvs.md"));
    assert!(!text.contains("ee the tests of"), "a row names its tests");
    let sources: String = files(&root().join("tests"), ".rs").iter().map(|path| read(path)).collect();
    let mut states = std::collections::BTreeMap::new();
    let mut numbers = std::collections::BTreeSet::new();
    for row in text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| |")) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        assert!(cells.len() == 5 && numbers.insert(cells[0]), "{row}");
        *states.entry(cells[3]).or_insert(0_u32) += 1;
        let cited = cells[4].split('`').skip(1).step_by(2).filter(|code| code.contains("::"));
        for test in cited {
            let name = test.rsplit("::").next().unwrap();
            assert!(sources.contains(&format!("fn {name}(")), "{}: no test {test}", cells[0]);
        }
    }
    let count = |state: &str| states.get(state).copied().unwrap_or(0);
    let said = format!(
        "{} met, {} partly, {} not met, {} that do not apply",
        count("met"),
        count("partly"),
        count("not met"),
        count("n/a")
    );
    assert!(text.contains(&said), "it should say: {said}");
}
