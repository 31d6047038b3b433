//! Reads a text into features: its words, and runs of four characters inside them.
//!
//! No dictionary and no stemmer, so that any language works alike. Whole words carry names and terms;
//! runs of four characters carry inflection ("Reinigung", "Reinigungen"), compounds ("Malerarbeiten"
//! meets "Malerbetrieb") and loan words across languages ("Photonik", "photonique").
//! Source: P. McNamee and J. Mayfield, "Character n-gram tokenization for European language text
//! retrieval", Information Retrieval 7 (2004) 73-97: runs of four do best on average over eight
//! languages, and most where words are inflected or compounded.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How much of a text is read; a longer one tells nothing more, and costs everybody time.
const MAX_CHARS: usize = 4_000;
/// The longest word that is read as one.
const MAX_WORD: usize = 60;
const GRAM: usize = 4;

/// How often each feature occurs in the text, by the number it is known by, in ascending order.
pub(super) fn features(text: &str) -> Vec<(u64, u32)> {
    let mut found = Vec::new();
    for word in words(text) {
        add_word(&word, &mut found);
    }
    found.sort_unstable();
    let mut counted: Vec<(u64, u32)> = Vec::new();
    for feature in found {
        match counted.last_mut() {
            Some((last, count)) if *last == feature => *count += 1,
            _ => counted.push((feature, 1)),
        }
    }
    counted
}

/// The words of a text in their plainest spelling: decomposed, without marks, in lower case.
fn words(text: &str) -> Vec<Vec<char>> {
    let mut words = Vec::new();
    let mut word = Vec::new();
    let plain =
        text.chars().take(MAX_CHARS).nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    // A decomposition can be long (one character becomes eighteen), hence the second limit.
    for c in plain.take(2 * MAX_CHARS) {
        if c.is_alphanumeric() && word.len() < MAX_WORD {
            spell(c, &mut word);
        } else if !is_combining_mark(c) {
            words.push(std::mem::take(&mut word));
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// Letters that do not decompose, written as people without that key write them.
fn spell(c: char, word: &mut Vec<char>) {
    match c {
        'ß' => word.extend(['s', 's']),
        'æ' => word.extend(['a', 'e']),
        'œ' => word.extend(['o', 'e']),
        'þ' => word.extend(['t', 'h']),
        'ø' => word.push('o'),
        'ł' => word.push('l'),
        'đ' | 'ð' => word.push('d'),
        'ħ' => word.push('h'),
        'ı' => word.push('i'),
        'ς' => word.push('σ'),
        _ => word.push(c),
    }
}

fn add_word(word: &[char], found: &mut Vec<u64>) {
    if word.iter().any(|c| is_written_without_spaces(*c)) {
        // A run of such characters is a sentence: pairs of characters stand for its words.
        found.extend(word.windows(2).map(|pair| number(pair, Kind::Gram)));
        return;
    }
    if word.len() > 1 {
        found.push(number(word, Kind::Word));
    }
    if word.len() > GRAM {
        let edge = std::iter::once(&' ');
        let framed: Vec<char> = edge.clone().chain(word).chain(edge).copied().collect();
        found.extend(framed.windows(GRAM).map(|gram| number(gram, Kind::Gram)));
    }
}

/// Thai, Lao, Burmese, Khmer, Chinese and Japanese.
fn is_written_without_spaces(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

enum Kind {
    Word,
    Gram,
}

/// The number a feature is known by: FNV-1a of 64 bits (RFC 9923) over its characters, of which the
/// lowest bit says the kind: the word "mini" is not the run "mini" in "administrator".
fn number(chars: &[char], kind: Kind) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in chars.iter().flat_map(|c| u32::from(*c).to_le_bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    match kind {
        Kind::Word => hash | 1,
        Kind::Gram => hash & !1,
    }
}
