//! What of a password others would try first: the commonest passwords, famous phrases, words of the person and the event, and
//! walks over the keyboard, however they are written.
//!
//! A password is compared after its letters are folded (`Tr0ub4dour` is `troubadour`) and what people put at the ends is
//! taken off (`Summer2026!!!` is `summer`). What is left when all of that is taken out must be long enough by itself.

use std::collections::{BTreeSet, HashSet};
use std::io::Read;
use std::sync::LazyLock;

use flate2::read::GzDecoder;

static LIST: &[u8] = include_bytes!("list.txt.gz");

/// How much of a password must be its own: letters, or signs within.
const OWN_MIN: usize = 8;
/// So many different common words in a row are a passphrase again.
const WORDS_MIN: usize = 3;
/// Shorter runs of letters are no words.
const RUN_MIN: usize = 4;

/// Phrases that are known for being passwords, or known by heart: people type them because they look long.
const FAMOUS: [&str; 24] = [
    "correcthorsebatterystaple",
    "troubadour",
    "troubador",
    "tobeornottobe",
    "thatisthequestion",
    "maytheforcebewithyou",
    "letmeinplease",
    "openthedoor",
    "opensesame",
    "thequickbrownfox",
    "jumpsoverthelazydog",
    "loremipsumdolorsitamet",
    "onceuponatime",
    "itwasthebestoftimes",
    "callmeishmael",
    "winteriscoming",
    "changemeplease",
    "nevergonnagiveyouup",
    "ichbineinberliner",
    "sesamoeffnedich",
    "allemeineentchen",
    "freudeschoenergoetterfunken",
    "jepensedoncjesuis",
    "liberteegalitefraternite",
];

/// Rows and columns of keyboards, in the order of the fingers.
const KEYS: [&str; 20] = [
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiopü",
    "asdfghjklöä",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "1qaz",
    "2wsx",
    "3edc",
    "4rfv",
    "5tgb",
    "6yhn",
    "7ujm",
    "1qay",
    "1aqw",
    "abcdefghijklmnopqrstuvwxyz",
];

static COMMON: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut text = String::new();
    // What cannot be unpacked is found by the test that counts it.
    let _ = GzDecoder::new(LIST).read_to_string(&mut text);
    text.lines().map(|line| folded(core(line))).filter(|word| word.chars().count() >= RUN_MIN).collect()
});

/// How many different words the list has once they are folded.
pub fn count() -> usize {
    COMMON.len()
}

/// Whether little of a password is its own. `own_words` are those of the person and the event.
pub fn is_guessable(password: &str, own_words: &[&str]) -> bool {
    let lower = password.to_lowercase();
    let without_walks = KEYS.iter().fold(lower, |text, row| without_walk(text, row));
    let mut left = folded(core(&without_walks));
    if COMMON.contains(&left) {
        return true;
    }
    let squeezed: String = left.chars().filter(|c| c.is_alphanumeric()).collect();
    if let Some(phrase) = FAMOUS.iter().find(|phrase| squeezed.contains(&folded(phrase))) {
        left = squeezed.replace(&folded(phrase), "");
    }
    let mut own: Vec<String> = own_words.iter().map(|word| folded(word)).collect();
    own.retain(|word| word.chars().count() > 2);
    own.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in &own {
        left = left.replace(word.as_str(), " ");
    }
    own_letters(&left)
}

/// Whether too few different common words and too few other signs are left.
fn own_letters(left: &str) -> bool {
    let mut words: BTreeSet<&str> = BTreeSet::new();
    let mut rest: BTreeSet<&str> = BTreeSet::new();
    for run in left.split(|c: char| !c.is_alphabetic()).filter(|run| !run.is_empty()) {
        if run.chars().count() >= RUN_MIN && COMMON.contains(run) {
            words.insert(run)
        } else {
            rest.insert(run)
        };
    }
    let signs = left.chars().filter(|c| !c.is_alphabetic() && !c.is_whitespace()).count();
    let letters: usize = rest.iter().map(|run| run.chars().count()).sum();
    words.len() < WORDS_MIN && letters + signs < OWN_MIN
}

/// A password without the digits and signs at its ends.
fn core(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphabetic())
}

/// Small letters, and letters for the digits and signs that people write for them. `1`, `i` and `l` are one.
fn folded(text: &str) -> String {
    let letter = |c: char| match c {
        '0' => 'o',
        '1' | '!' | '|' | 'l' => 'i',
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    text.to_lowercase().chars().map(letter).collect()
}

/// A text without the pieces of at least [`RUN_MIN`] keys that lie in this row, forwards or backwards.
fn without_walk(text: String, row: &str) -> String {
    let back: String = row.chars().rev().collect();
    let keys: Vec<char> = text.chars().collect();
    let mut left = String::new();
    let mut at = 0;
    while at < keys.len() {
        let longest = (at + RUN_MIN..=keys.len()).rev().find(|end| {
            keys.get(at..*end).is_some_and(|piece| {
                let piece: String = piece.iter().collect();
                row.contains(&piece) || back.contains(&piece)
            })
        });
        match longest {
            Some(end) => at = end,
            None => {
                left.extend(keys.get(at));
                at += 1;
            }
        }
    }
    left
}
