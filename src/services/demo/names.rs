//! Made-up people: given and family names of a language area, and what stands for them in an address.

use rand::RngExt;
use rand::rngs::StdRng;

use super::data::Names;
use super::lots::pick;

/// A person's name in two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PersonName {
    pub given: String,
    pub family: String,
}

/// Makes up a person of a language area.
pub(super) fn person(names: &Names, rng: &mut StdRng) -> PersonName {
    let is_woman = rng.random_bool(0.5);
    let given = pick(if is_woman { &names.women } else { &names.men }, rng);
    let family = pick(&names.families, rng).map_or("", String::as_str);
    let family = match family.split_once('/') {
        Some((_, woman)) if is_woman => woman,
        Some((man, _)) => man,
        None => family,
    };
    PersonName { given: given.cloned().unwrap_or_default(), family: family.to_string() }
}

/// A text as it would stand in an address: ASCII letters, digits and single hyphens.
pub(super) fn ascii(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut plain = String::new();
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' => plain.push('d'),
            'ı' => plain.push('i'),
            'a'..='z' | '0'..='9' => plain.push(c),
            ' ' | '-' | '.' | '&' | '/' if !plain.ends_with('-') => plain.push('-'),
            _ => {}
        }
    }
    plain.trim_matches('-').to_string()
}
