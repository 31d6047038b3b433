//! What is known of holes in our packages, what the program is made of, and where holes are reported. All of it works offline.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use chrono::{DateTime, NaiveDate, Utc};
use rendezvous::config::SecurityContact;
use serde_json::Value;

use crate::support::app::{TestApp, with_settings};

fn in_tree(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The versions of each package of the lock file.
fn locked() -> BTreeMap<String, Vec<String>> {
    let lock = in_tree("Cargo.lock");
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut name = String::new();
    for line in lock.lines() {
        let value = line.split('"').nth(1).unwrap_or_default().to_string();
        if line.starts_with("name = ") {
            name = value;
        } else if line.starts_with("version = ") && !name.is_empty() {
            found.entry(name.clone()).or_default().push(value);
        }
    }
    assert!(found.len() > 200, "{}", found.len());
    found
}

fn numbers(version: &str) -> Vec<u64> {
    let plain = version.split(['-', '+']).next().unwrap();
    plain.split('.').map(|part| part.parse().unwrap()).collect()
}

/// Whether a version is older than every one that mends a hole: one of an earlier line counts only for its own line.
fn is_open(version: &str, mended_in: &[&str]) -> bool {
    let is_mended = |mended: &&str| {
        let newest = mended_in.iter().max_by_key(|one| numbers(one)).unwrap();
        let (has, needs) = (numbers(version), numbers(mended));
        let line = if needs[0] == 0 { 2 } else { 1 };
        has >= needs && (mended == newest || has[..line] == needs[..line])
    };
    !mended_in.iter().any(is_mended)
}

/// Whether a package of the lock file has the hole.
fn hits(advisory: &Value, locked: &BTreeMap<String, Vec<String>>) -> bool {
    let mended: Vec<&str> =
        advisory["mended_in"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    let versions = locked.get(advisory["package"].as_str().unwrap());
    versions.is_some_and(|all| all.iter().any(|version| is_open(version, &mended)))
}

/// What is wrong with what is known.
fn faults(known: &Value, locked: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let fault = |advisory: &Value| {
        let (id, package) = (advisory["id"].as_str().unwrap(), advisory["package"].as_str().unwrap());
        match (hits(advisory, locked), advisory["answer"].as_str().is_some_and(|answer| answer.len() > 40)) {
            (true, false) => {
                Some(format!("{id}: {package} has this hole, and nothing says why that is no harm"))
            }
            (false, true) => Some(format!("{id}: the answer is not needed any more")),
            _ => None,
        }
    };
    known["advisories"].as_array().unwrap().iter().filter_map(fault).collect()
}

#[test]
fn no_package_has_a_known_hole_without_an_answer() {
    let known: Value = serde_json::from_str(&in_tree("docs/advisories/known.json")).unwrap();
    let as_of: NaiveDate = known["as_of"].as_str().unwrap().parse().unwrap();
    let age = (Utc::now().date_naive() - as_of).num_days();
    eprintln!("advisories as of {as_of}, {age} days old; SECURITY.md says how to look further");
    assert_eq!(faults(&known, &locked()), Vec::<String>::new());
    let left_out = in_tree(".cargo/audit.toml");
    for advisory in known["advisories"].as_array().unwrap() {
        let id = advisory["id"].as_str().unwrap();
        assert_eq!(left_out.contains(id), advisory["answer"].is_string(), "{id} in .cargo/audit.toml");
    }
}

#[test]
fn the_check_finds_a_hole_and_an_answer_that_is_not_needed() {
    let locked = BTreeMap::from([("pump".to_string(), vec!["0.11.23".to_string()])]);
    let told = |mended: &str, answer: &str| {
        let known = format!(
            r#"{{"advisories": [{{"id": "X-1", "package": "pump", "mended_in": [{mended}], "answer": "{answer}"}}]}}"#
        );
        faults(&serde_json::from_str(&known).unwrap(), &locked).len()
    };
    let answer = "It is never called with anything that a visitor has typed.";
    assert_eq!((told("\"0.11.24\"", ""), told("\"0.11.24\"", answer)), (1, 0));
    assert_eq!((told("\"0.11.23\"", ""), told("\"0.11.23\"", answer)), (0, 1));
    assert_eq!(told("", ""), 1, "nothing mends what nobody maintains");
    assert_eq!((told("\"0.9.6\", \"0.10.0\"", ""), told("\"0.11.2\", \"0.12.0\"", "")), (0, 0));
    assert_eq!(told("\"0.9.6\", \"0.12.0\"", ""), 1, "a line that is mended mends no other");
}

#[test]
fn the_bill_of_materials_names_every_package_that_is_built_in_and_none_of_the_tests_alone() {
    let output = Command::new(env!("CARGO_BIN_EXE_rendezvous")).arg("sbom").output().unwrap();
    let bill: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((bill["bomFormat"].as_str(), bill["specVersion"].as_str()), (Some("CycloneDX"), Some("1.5")));
    let named = |list: &Value| -> BTreeSet<String> {
        list.as_array().unwrap().iter().map(|one| one["purl"].as_str().unwrap().to_string()).collect()
    };
    let mut named = named(&bill["components"]);
    named.insert(bill["metadata"]["component"]["purl"].as_str().unwrap().to_string());
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform"])
        .arg(format!("{}-unknown-linux-gnu", std::env::consts::ARCH))
        .arg("--manifest-path")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&cargo.stdout).unwrap();
    let built = built_by_cargo(&metadata);
    assert!(built.len() > 200, "{}", built.len());
    assert_eq!(
        built.difference(&named).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "built in, and not named"
    );
    for of_tests in ["proptest", "scraper", "ureq"] {
        assert!(!named.iter().any(|purl| purl.starts_with(&format!("pkg:cargo/{of_tests}@"))), "{of_tests}");
    }
    let lettre = bill["components"].as_array().unwrap().iter().find(|one| one["name"] == "lettre").unwrap();
    assert_eq!(lettre["hashes"][0]["content"].as_str().unwrap().len(), 64);
}

/// The packages that cargo builds into the program, by way of normal and build dependencies.
fn built_by_cargo(metadata: &Value) -> BTreeSet<String> {
    let nodes: BTreeMap<&str, &Value> = metadata["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (node["id"].as_str().unwrap(), node))
        .collect();
    let packages = metadata["packages"].as_array().unwrap().iter();
    let purls: BTreeMap<&str, String> = packages
        .map(|one| {
            let text = |name: &str| one[name].as_str().unwrap();
            (text("id"), format!("pkg:cargo/{}@{}", text("name"), text("version")))
        })
        .collect();
    let root = purls.iter().find(|(_, purl)| purl.starts_with("pkg:cargo/rendezvous@")).unwrap().0;
    let mut found = BTreeSet::new();
    let mut waiting = vec![*root];
    while let Some(id) = waiting.pop() {
        if !found.insert(id) {
            continue;
        }
        for dep in nodes[id]["deps"].as_array().unwrap() {
            let kinds = dep["dep_kinds"].as_array().unwrap();
            if kinds.iter().any(|kind| kind["kind"].as_str() != Some("dev")) {
                waiting.push(dep["pkg"].as_str().unwrap());
            }
        }
    }
    found.into_iter().map(|id| purls[id].clone()).collect()
}

#[test]
fn where_holes_are_reported_stands_where_rfc_9116_says_if_the_operator_names_it() {
    let named = |config: &mut rendezvous::config::Config| {
        config.security_contact = Some(SecurityContact::parse("mailto:security@example.org").unwrap());
    };
    with_settings(named, |app: &TestApp| {
        let page = app.visitor().get("/.well-known/security.txt");
        assert_eq!(page.header("content-type"), Some("text/plain; charset=utf-8"));
        assert!(page.html.starts_with("Contact: mailto:security@example.org\n"), "{}", page.html);
        let end = page.html.lines().find_map(|line| line.strip_prefix("Expires: ")).unwrap();
        let end: DateTime<Utc> = end.parse().unwrap();
        let days = (end - app.app.clock.now()).num_days();
        assert!((30..365).contains(&days), "{days}");
        assert!(page.html.contains("/.well-known/security.txt\n"), "{}", page.html);
    });
    with_settings(
        |_| {},
        |app: &TestApp| assert_eq!(app.visitor().get("/.well-known/security.txt").status, 404),
    );
    for bad in
        ["security@example.org", "http://example.org", "mailto:nobody", "https://x.example\nContact: y"]
    {
        assert!(SecurityContact::parse(bad).is_err(), "{bad}");
    }
}
