//! Finding people by what somebody types: without the marks of a name, by its usual transcriptions, in any case and script.
//!
//! A text is searched in two forms. The *plain* one takes marks away and writes other scripts in Latin letters: Müller, Bjørn
//! and Łukasz are `muller`, `bjorn` and `lukasz`. The *spelled* one writes letters out where people do: `mueller`, `bjoern`.
//! What is typed is looked for in both of its own forms in both of the text's, so that each spelling finds each other one.

use any_ascii::any_ascii_char;
use unicode_normalization::UnicodeNormalization;

/// Begins every stored key. Another character here has all stored keys made anew at the next start; a letter or digit could be
/// typed.
pub const KEY_START: &str = "#";

/// What stands between two forms: nobody's word has it.
const BETWEEN: &str = "|";

/// Letters that people write out, and how.
const SPELLED: [(char, &str); 6] =
    [('ä', "ae"), ('ö', "oe"), ('ø', "oe"), ('ü', "ue"), ('å', "aa"), ('đ', "dj")];

/// What a search goes through instead of the texts.
pub fn key(texts: &[&str]) -> String {
    let mut key = KEY_START.to_string();
    for form in texts.iter().flat_map(|text| forms(text)) {
        key.push_str(BETWEEN);
        key.push_str(&form);
    }
    key
}

/// The forms of a text, each once; none for a text without letters and digits.
fn forms(text: &str) -> Vec<String> {
    let (mut plain, mut spelled) = (String::new(), String::new());
    for letter in text.nfc().flat_map(char::to_lowercase).collect::<String>().nfc() {
        let latin = latin(letter);
        match SPELLED.iter().find(|(known, _)| *known == letter) {
            Some((_, written)) => spelled.push_str(written),
            None => spelled.push_str(&latin),
        }
        plain.push_str(&latin);
    }
    let mut forms = vec![plain, spelled];
    forms.dedup();
    forms.retain(|form| !form.is_empty());
    forms
}

/// A letter or digit in plain Latin ones, or as it is where nobody knows how.
fn latin(letter: char) -> String {
    if !letter.is_alphanumeric() {
        return String::new();
    }
    let ascii = any_ascii_char(letter).to_ascii_lowercase();
    let known: String = ascii.chars().filter(char::is_ascii_alphanumeric).collect();
    if known.is_empty() { letter.to_string() } else { known }
}

/// What somebody looks for: words that must all be there, in any order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    words: Vec<Vec<String>>,
    is_anything: bool,
}

impl Wanted {
    /// What was typed. Signs alone are no word: they find nobody.
    pub fn of(typed: &str) -> Wanted {
        let between = |letter: char| {
            letter.is_whitespace()
                || letter.is_ascii_punctuation()
                || matches!(letter, '’' | '‘' | '–' | '—' | '·')
        };
        let words = typed.split(between).map(forms).filter(|forms| !forms.is_empty()).collect();
        Wanted { words, is_anything: typed.trim().is_empty() }
    }

    /// Whether nothing was typed, which everybody fits.
    pub fn is_anything(&self) -> bool {
        self.is_anything
    }

    /// The words, each in its forms, one of which must stand in the key.
    pub fn words(&self) -> &[Vec<String>] {
        &self.words
    }

    /// Whether a key of [`key`] holds every word.
    pub fn fits(&self, key: &str) -> bool {
        let holds = |forms: &Vec<String>| forms.iter().any(|form| key.contains(form.as_str()));
        self.is_anything || (!self.words.is_empty() && self.words.iter().all(holds))
    }

    /// Whether it is all of a text, and not only in it.
    pub fn is_all_of(&self, text: &str) -> bool {
        !self.words.is_empty() && self.words == Wanted::of(text).words
    }
}
