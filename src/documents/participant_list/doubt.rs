//! Whether the letters of a file were read as they were meant: words that nobody writes, and lists from countries whose
//! programs write another encoding. What is doubted is shown in both readings; a person decides.

use std::collections::{BTreeSet, HashMap};

use encoding_rs::{MACINTOSH, UTF_8, WINDOWS_1252};

use super::columns::{Column, ColumnMap};
use super::countries::country_code;
use super::encoding::{TWICE, likely, records_in};
use super::{Reading, Records, Row, Source, header};
use crate::domain::field;

/// Most words that are shown.
const SHOWN: usize = 5;
/// Most countries that are asked what they would read.
const COUNTRIES: usize = 12;
/// Encodings that are tried where words look wrong.
const TRIED: [&str; 6] =
    ["windows-1250", "ISO-8859-2", "macintosh", "windows-1254", "windows-1257", "windows-1251"];

/// Words of a file that another encoding makes something else of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// As they were read.
    pub words: Vec<String>,
    /// Another encoding, and what it makes of them.
    pub other: Option<(&'static str, Vec<String>)>,
}

/// The country, as in internet domains, of most rows with letters beyond ASCII.
pub(super) fn country(records: &[Row]) -> Option<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (country, _) in abroad(records) {
        *counts.entry(country).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(country, count)| (*count, country.clone())).map(|(country, _)| country)
}

/// The rows with letters beyond ASCII, with the country that each names.
fn abroad(records: &[Row]) -> Vec<(String, usize)> {
    let Some((at, _)) = header::best(records) else { return Vec::new() };
    let columns = records.get(at).map(|record| ColumnMap::read(&record.cells)).unwrap_or_default();
    let places: Vec<usize> = columns.places(Column::Field(field::COUNTRY)).collect();
    let named = records.iter().enumerate().skip(at + 1).filter_map(|(n, row)| {
        let is_plain = row.cells.iter().all(|cell| cell.is_ascii());
        let cell = places.iter().find_map(|place| row.cells.get(*place))?;
        let code = country_code(cell).filter(|_| !is_plain)?;
        let domain = if code == "GB" { "uk".to_string() } else { code.to_ascii_lowercase() };
        Some((domain, n))
    });
    named.collect()
}

/// Letters and signs that German, French, Nordic and southern texts are full of.
const WESTERN: &str = "äöüßÄÖÜéèêëàâáãçñîïíìôóòõùûúåøæœÅØÆÉÈÇÀÂÁÓÍÚÑŒ’‘“”„–—…•«»°§©®™¿¡‚›‹ªº";

/// Whether the bytes are western text from a Macintosh: then all of them are usual letters there, and some are none in
/// Windows-1252. One letter alone proves nothing.
pub(super) fn is_macintosh(bytes: &[u8]) -> bool {
    let high: BTreeSet<u8> = bytes.iter().copied().filter(|byte| !byte.is_ascii()).collect();
    let is_usual = |text: &str| text.chars().all(|c| WESTERN.contains(c));
    let usual = |encoding: &'static encoding_rs::Encoding| {
        high.iter().all(|byte| is_usual(&encoding.decode_without_bom_handling(&[*byte]).0))
    };
    high.len() > 1 && usual(MACINTOSH) && !usual(WINDOWS_1252)
}

/// Whether two readings of a file say the same.
pub(super) fn is_same(one: &[Row], other: &[Row]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.cells == other.cells)
}

/// The words that differ between a reading and another one.
pub(super) fn between(read: &[Row], other: &[Row], name: &'static str) -> Option<Doubt> {
    doubted(read, Some((name, other)), |word, as_other| word != as_other)
}

/// Doubts about a file that is read as Windows-1252: words that nobody writes, or rows from countries that would read it
/// otherwise.
pub(super) fn of_western(mut western: Records, bytes: &[u8], reading: &Reading) -> Records {
    let found =
        strange(&western.records, bytes, reading).or_else(|| foreign(&western.records, bytes, reading));
    if let Source::Text { doubt, .. } = &mut western.source {
        *doubt = found;
    }
    western
}

fn strange(records: &[Row], bytes: &[u8], reading: &Reading) -> Option<Doubt> {
    doubted(records, None, |word, _| is_strange(word))?;
    let strange = |rows: &[Row]| words(rows).filter(|word| is_strange(word)).count();
    let tried = TRIED.into_iter().filter_map(|name| Some((name, records_in(bytes, name, reading)?)));
    let (name, rows) = tried.min_by_key(|(_, rows)| strange(rows))?;
    doubted(records, Some((name, &rows)), |word, _| is_strange(word))
}

fn foreign(records: &[Row], bytes: &[u8], reading: &Reading) -> Option<Doubt> {
    let rows = abroad(records);
    let countries: BTreeSet<&String> = rows.iter().map(|(country, _)| country).collect();
    countries.into_iter().take(COUNTRIES).find_map(|country| {
        let encoding = likely(bytes, Some(country));
        if encoding == WINDOWS_1252 {
            return None;
        }
        let other = records_in(bytes, encoding.name(), reading)?;
        let of = |all: &[Row]| -> Vec<Row> {
            let own = rows.iter().filter(|(own, _)| own == country);
            own.filter_map(|(_, at)| all.get(*at)).cloned().collect()
        };
        between(&of(records), &of(&other), encoding.name())
    })
}

/// Doubts about a file in UTF-8: words that were encoded twice, or read wrongly before they were stored as UTF-8.
pub(super) fn twice(records: &[Row]) -> Option<Doubt> {
    let once = |word: &str| {
        let (bytes, _, is_lossy) = WINDOWS_1252.encode(word);
        let text = UTF_8.decode_without_bom_handling_and_without_replacement(&bytes)?;
        (!is_lossy && text != word).then(|| text.into_owned())
    };
    let found: BTreeSet<&str> = words(records).filter(|word| once(word).is_some()).take(SHOWN).collect();
    if found.is_empty() {
        return doubted(records, None, |word, _| is_strange(word));
    }
    let meant = found.iter().filter_map(|word| once(word)).collect();
    Some(Doubt { words: found.into_iter().map(String::from).collect(), other: Some((TWICE, meant)) })
}

/// The first words of which this holds, beside what another reading makes of them.
fn doubted(
    read: &[Row],
    other: Option<(&'static str, &[Row])>,
    is_doubted: impl Fn(&str, &str) -> bool,
) -> Option<Doubt> {
    let rows = other.map_or(read, |(_, rows)| rows);
    let cells = |rows: &'_ [Row]| -> Vec<String> { words(rows).map(String::from).collect() };
    let (mine, theirs) = (cells(read), cells(rows));
    // Where words fall apart otherwise, they cannot be put beside each other.
    let is_beside = mine.len() == theirs.len();
    let mut shown: Vec<(String, String)> = Vec::new();
    for (at, word) in mine.into_iter().enumerate() {
        let as_other = theirs.get(at).filter(|_| is_beside).cloned().unwrap_or_default();
        if is_doubted(&word, &as_other)
            && shown.len() < SHOWN
            && shown.iter().all(|(known, _)| *known != word)
        {
            shown.push((word, as_other));
        }
    }
    let (words, as_other): (Vec<String>, Vec<String>) = shown.into_iter().unzip();
    let other = other.filter(|_| is_beside).map(|(name, _)| (name, as_other));
    (!words.is_empty()).then_some(Doubt { words, other })
}

/// The words of a file that are not ASCII alone.
fn words(records: &[Row]) -> impl Iterator<Item = &str> {
    let cells = records.iter().flat_map(|row| &row.cells);
    cells.flat_map(|cell| cell.split([' ', '\n', '\t', '\r'])).filter(|word| !word.is_ascii())
}

/// Signs that stand in no word of any language.
const SIGNS: &str = "£¯¼¾¨¸¢¥¤¦¬¶±÷×ÿŸ";
/// Signs that end words, and stand in front of letters in none.
const ENDINGS: &str = "³²¹¿";

/// Whether nobody writes a word like this: a sign among letters, or a Latin capital with a mark between small ones.
fn is_strange(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let is_letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphabetic());
    let is_small = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_lowercase());
    letters.iter().enumerate().any(|(at, c)| {
        let (before, after) = (at.checked_sub(1), Some(at + 1));
        let is_sign = SIGNS.contains(*c) && (is_letter(before) || is_letter(after));
        let is_ending = ENDINGS.contains(*c) && is_small(after);
        let is_latin = ('\u{c0}'..='\u{17f}').contains(c);
        let is_capital = is_latin && c.is_uppercase() && is_small(before) && is_small(after);
        is_sign || is_ending || is_capital
    })
}
