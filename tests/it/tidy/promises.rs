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
