//! The catalogues: the same keys and arguments in every language, every key that the project names, and plain words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rendezvous::domain::answer::SPOKEN_LANGUAGES;
use rendezvous::domain::lang::Lang;
use rendezvous::domain::organisation::OrganisationType;
use rendezvous::domain::registration::RegistrationState;
use rendezvous::words::{self, Words};

/// Each key with its text, comments left out.
fn entries(lang: Lang) -> BTreeMap<String, String> {
    let mut entries: BTreeMap<String, String> = BTreeMap::new();
    for source in words::sources(lang) {
        let mut last = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(" =") {
                Some((key, text)) if key.starts_with(|c: char| c.is_ascii_lowercase()) => {
                    last = key.to_string();
                    let before = entries.insert(last.clone(), text.to_string());
                    assert!(before.is_none(), "{lang}: {key} stands twice");
                }
                _ => entries.entry(last.clone()).or_default().push_str(&format!("\n{line}")),
            }
        }
    }
    entries.remove("");
    entries
}

fn arguments(text: &str) -> BTreeSet<String> {
    let name = |rest: &str| {
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
    };
    text.split('$').skip(1).map(name).collect()
}

#[test]
fn every_language_has_the_same_keys_with_the_same_arguments() {
    let german = entries(Lang::De);
    for lang in [Lang::En, Lang::Fr] {
        let other = entries(lang);
        let missing: Vec<_> = german.keys().filter(|key| !other.contains_key(*key)).collect();
        let surplus: Vec<_> = other.keys().filter(|key| !german.contains_key(*key)).collect();
        assert!(
            missing.is_empty() && surplus.is_empty(),
            "{lang} lacks {missing:?}, German lacks {surplus:?}"
        );
        for (key, text) in &other {
            assert_eq!(arguments(text), arguments(&german[key]), "{lang}: {key}");
        }
    }
}

#[test]
fn every_entry_can_be_read() {
    for lang in Lang::ALL {
        let words = Words::of(lang);
        for key in entries(lang).keys() {
            let text = words.t(key);
            assert!(!text.contains('⟦') && !text.is_empty(), "{lang}: {key}: {text}");
        }
    }
}

#[test]
fn every_kind_and_state_has_a_name() {
    let kinds = OrganisationType::ALL.map(OrganisationType::word);
    let languages = SPOKEN_LANGUAGES.map(|code| format!("language-{code}"));
    let states =
        RegistrationState::CODES.map(|code| format!("registration-state-{}", code.replace('_', "-")));
    for lang in Lang::ALL {
        let known = entries(lang);
        for key in kinds.iter().chain(&languages).chain(&states) {
            assert!(known.contains_key(key), "{lang}: {key}");
        }
    }
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
}

/// What stands in quotes after any of the openings.
fn quoted(source: &str, openings: &[&str]) -> Vec<String> {
    let after = |opening: &&str| -> Vec<String> {
        let parts = source.split(*opening).skip(1);
        parts
            .filter_map(|rest| {
                rest.trim_start().strip_prefix('"')?.split_once('"').map(|(key, _)| key.to_string())
            })
            .collect()
    };
    openings.iter().flat_map(after).collect()
}

#[test]
fn every_key_that_a_page_or_a_problem_names_is_in_the_catalogue() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let known = entries(Lang::En);
    let mut sources = Vec::new();
    files(&root.join("templates"), "html", &mut sources);
    files(&root.join("templates"), "txt", &mut sources);
    files(&root.join("src"), "rs", &mut sources);
    let mut named = 0;
    let mut missing = Vec::new();
    for path in sources {
        let source = std::fs::read_to_string(&path).unwrap();
        for key in quoted(&source, &[".t(", ".t1(", ".t2(", ".tn(", "Message::new("]) {
            named += 1;
            if !known.contains_key(&key) {
                missing.push(format!("{}: {key}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(named > 50, "only {named} keys were found");
}

#[test]
fn messages_neither_shout_nor_call_an_answer_invalid() {
    for lang in Lang::ALL {
        for (key, text) in entries(lang) {
            let lower = text.to_lowercase();
            for word in ["invalid", "ungültig", "invalide", "non valide"] {
                assert!(!lower.contains(word), "{lang}: {key}: {text}");
            }
            assert!(!text.contains('!'), "{lang}: {key}: {text}");
        }
    }
}

#[test]
fn numbers_are_grouped_as_each_language_does() {
    let written = |n: i64| Lang::ALL.map(|lang| Words::of(lang).number(n));
    assert_eq!(written(999), ["999", "999", "999"]);
    assert_eq!(written(15_500), ["15.500", "15,500", "15\u{202f}500"]);
    assert_eq!(written(-1_234_567), ["-1.234.567", "-1,234,567", "-1\u{202f}234\u{202f}567"]);
    assert_eq!(Lang::ALL.map(|lang| Words::of(lang).hundredths(5)), ["0,05", "0.05", "0,05"]);
}
