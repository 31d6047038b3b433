//! The rules of the house, read off its sources: which room may name which, and what every file owes the next reader.

mod circles;
mod promises;
mod shape;

use std::fs;
use std::path::{Path, PathBuf};

use matching::scoring::Term;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{} holds no {ending}", folder.display());
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn sources() -> Vec<(String, String)> {
    let src = root().join("src");
    let name = |path: &Path| path.strip_prefix(&src).unwrap().to_string_lossy().into_owned();
    files(&src, ".rs").iter().map(|path| (name(path), read(path))).collect()
}

/// A room and what its sources must not contain.
const ARROWS: [(&str, &[&str]); 9] = [
    ("domain/", &["diesel", "actix", "lettre", "crate::store", "crate::services", "crate::web", "Utc::now"]),
    ("words/", &["crate::store", "crate::services", "crate::web", "crate::mail"]),
    ("store/", &["actix", "lettre", "crate::services", "crate::web", "crate::mail", "crate::app"]),
    ("mail/", &["diesel", "actix", "crate::store", "crate::services", "crate::web"]),
    ("documents/", &["diesel", "actix", "lettre", "crate::store", "crate::services", "crate::web"]),
    ("services/", &["actix", "diesel", "HttpRe", "StatusCode", "crate::web"]),
    ("web/", &["crate::store::", "diesel", "lettre", "crate::mail::messages"]),
    ("cli/", &["crate::store", "diesel", "actix_web"]),
    ("worker.rs", &["crate::store", "diesel", "actix", "crate::web"]),
];

/// The web turns one store error into a page; it never calls the store.
const ALLOWED: [(&str, &str); 1] = [("web/", "use crate::store::StoreError;")];

#[test]
fn the_arrows_between_the_rooms_hold() {
    let mut broken = Vec::new();
    for (name, text) in sources() {
        for (room, forbidden) in ARROWS.iter().filter(|(room, _)| name.starts_with(room)) {
            for (n, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap();
                let allowed = ALLOWED.iter().any(|(of, text)| of == room && code.trim() == *text);
                for word in forbidden.iter().filter(|word| code.contains(**word) && !allowed) {
                    broken.push(format!("src/{name}:{}: {room} must not name {word}", n + 1));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_source_says_its_purpose_in_its_first_line() {
    let all = [root().join("src"), root().join("tests"), root().join("matching/src")];
    let without: Vec<String> = all
        .iter()
        .flat_map(|folder| files(folder, ".rs"))
        .filter(|path| !path.ends_with("store/schema.rs"))
        .filter(|path| !read(path).starts_with("//!"))
        .map(|path| path.display().to_string())
        .collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn no_source_hides_a_test_or_leaves_work_for_later() {
    let folders = [root().join("src"), root().join("matching/src"), root().join("templates")];
    let marks = ["#[cfg(test)]", "TODO", "FIXME", "XXX", "todo!(", "unimplemented!("];
    for path in folders.iter().flat_map(|folder| files(folder, "")) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        // A step of the engine without a public door has its tests in a file of their own beside it.
        let of_engine = path.starts_with(root().join("matching"));
        let text = if of_engine { text.replace("#[cfg(test)]\nmod tests;\n", "") } else { text };
        for mark in marks {
            assert!(!text.contains(mark), "{} contains {mark}", path.display());
        }
    }
}

#[test]
fn no_file_is_named_after_nothing() {
    let banned = ["util.rs", "utils.rs", "helpers.rs", "common.rs", "misc.rs", "manager.rs", "types.rs"];
    for path in files(&root().join("src"), ".rs") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(!banned.contains(&name.as_str()), "{}", path.display());
    }
}

#[test]
fn every_migration_has_a_way_back() {
    for up in files(&root().join("migrations"), "up.sql") {
        assert!(up.with_file_name("down.sql").exists(), "{}", up.display());
    }
}

#[test]
fn the_readme_names_every_setting() {
    let readme = read(&root().join("README.md"));
    for path in files(&root().join("src/cli"), ".rs") {
        for part in read(&path).split("env = \"").skip(1) {
            let name: String = part.chars().take_while(|c| *c != '"').collect();
            assert!(readme.contains(&format!("`{name}`")), "README.md says nothing of {name}");
        }
    }
}

#[test]
fn the_page_on_scoring_lists_every_term_as_it_is() {
    let page = read(&root().join("docs/scoring.md"));
    for term in Term::ALL {
        let info = term.info();
        let row = format!(
            "| `{}` | {} | {} to {} | {} |",
            info.key, info.default, info.min, info.max, info.meaning
        );
        assert!(page.contains(&row), "docs/scoring.md lacks: {row}");
    }
}
