//! From bytes to text: which encoding a CSV file has, and what is no CSV file at all.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{MOST_RECORDS, Reading, Records, Source, doubt, text};
use crate::domain::problems::Message;

/// The encodings that can be chosen, by their WHATWG names; the last is UTF-8 that was taken for Windows-1252 and stored
/// as UTF-8 once more.
pub const ENCODINGS: [&str; 12] = [
    "UTF-8",
    "UTF-16LE",
    "windows-1252",
    "windows-1250",
    "ISO-8859-2",
    "macintosh",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1257",
    "IBM866",
    TWICE,
];
/// What the last of them is called.
pub(super) const TWICE: &str = "UTF-8, UTF-8";

/// What other programs' files begin with, and the message that says how to get a list out of them.
const OTHER_FORMATS: [(&[u8], &str); 7] = [
    (b"PK\x03\x04", "problem-import-is-spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "problem-import-is-spreadsheet"),
    (b"%PDF", "problem-import-is-not-csv"),
    (b"\x1f\x8b", "problem-import-is-not-csv"),
    (b"\x89PNG", "problem-import-is-not-csv"),
    (b"<!DOCTYPE", "problem-import-is-not-csv"),
    (b"<html", "problem-import-is-not-csv"),
];

/// The text of a file, and whether some of its bytes could not be read.
struct Decoded {
    text: String,
    encoding: &'static str,
    /// Unreadable bytes stand as U+FFFD in the text.
    is_damaged: bool,
}

/// The records of a CSV file.
pub(super) fn records(bytes: &[u8], reading: &Reading) -> Result<Records, Message> {
    if let Some((_, message)) = OTHER_FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Message::new(message));
    }
    let chosen =
        reading.encoding.as_deref().and_then(|name| ENCODINGS.into_iter().find(|known| *known == name));
    match chosen {
        Some(name) => parse(decode(bytes, name), reading),
        None => guess(bytes, reading),
    }
}

/// Reads UTF-8 and UTF-16 by their byte order mark, else UTF-8 if the bytes are that. Of the encodings of one byte the one is
/// taken in which the letters make most sense in the country that the list is from.
fn guess(bytes: &[u8], reading: &Reading) -> Result<Records, Message> {
    let plain = if bytes.starts_with(b"\xff\xfe") {
        Some(UTF_16LE)
    } else if bytes.starts_with(b"\xfe\xff") {
        Some(UTF_16BE)
    } else if bytes.contains(&0) {
        return Err(Message::new("problem-import-is-not-csv"));
    } else {
        (bytes.starts_with(b"\xef\xbb\xbf") || is_mostly_utf8(bytes)).then_some(UTF_8)
    };
    if let Some(encoding) = plain {
        let mut read = parse(decode(bytes, encoding.name()), reading)?;
        if let Source::Text { doubt, .. } = &mut read.source {
            *doubt = doubt::twice(&read.records);
        }
        return Ok(read);
    }
    let western = parse(decode(bytes, WINDOWS_1252.name()), reading)?;
    let country = doubt::country(&western.records);
    let likely = likely(bytes, country.as_deref());
    let likely = if doubt::is_macintosh(bytes) { MACINTOSH } else { likely };
    let other = decode(bytes, likely.name());
    if likely == WINDOWS_1252 || doubt::is_same(&western.records, &parse_text(&other, reading)?) {
        return Ok(doubt::of_western(western, bytes, reading));
    }
    let mut read = parse(other, reading)?;
    if let Source::Text { doubt, .. } = &mut read.source {
        *doubt = doubt::between(&read.records, &western.records, WINDOWS_1252.name());
    }
    Ok(read)
}

/// What the bytes look like to somebody from a country, by its two letters.
pub(super) fn likely(bytes: &[u8], country: Option<&str>) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(country.map(str::as_bytes), Utf8Detection::Deny)
}

/// The records of a file in another encoding; nothing where it cannot be read so.
pub(super) fn records_in(bytes: &[u8], encoding: &'static str, reading: &Reading) -> Option<Vec<super::Row>> {
    parse_text(&decode(bytes, encoding), reading).ok()
}

fn decode(bytes: &[u8], name: &'static str) -> Decoded {
    if name == TWICE {
        let (once, _) = UTF_8.decode_with_bom_removal(bytes);
        let (own, _, _) = WINDOWS_1252.encode(&once);
        let (text, is_damaged) = UTF_8.decode_with_bom_removal(&own);
        return Decoded { text: unify_line_ends(text), encoding: name, is_damaged };
    }
    let encoding = Encoding::for_label(name.as_bytes()).unwrap_or(UTF_8);
    let (text, is_damaged) = encoding.decode_with_bom_removal(bytes);
    Decoded { text: unify_line_ends(text), encoding: name, is_damaged }
}

fn parse(decoded: Decoded, reading: &Reading) -> Result<Records, Message> {
    let delimiter = delimiter(&decoded, reading);
    let records = parse_text(&decoded, reading)?;
    let source = Source::Text { encoding: decoded.encoding, delimiter, doubt: None };
    Ok(Records { records, source, is_damaged: decoded.is_damaged })
}

fn parse_text(decoded: &Decoded, reading: &Reading) -> Result<Vec<super::Row>, Message> {
    if decoded.text.trim().is_empty() {
        return Err(Message::new("problem-import-empty"));
    }
    text::records(&decoded.text, delimiter(decoded, reading), MOST_RECORDS)
}

fn delimiter(decoded: &Decoded, reading: &Reading) -> char {
    let chosen = reading.delimiter.filter(|sign| text::DELIMITERS.contains(sign));
    chosen.unwrap_or_else(|| text::find_delimiter(&decoded.text))
}

/// Whether the file is UTF-8, perhaps with a few broken places: then its sequences of several bytes outnumber the bytes
/// that belong to none. In Windows-1252 text such sequences hardly ever occur.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    broken == 0 || whole > broken
}

/// Line ends of old Macintosh files become those of the others, so that lines can be counted.
fn unify_line_ends(text: Cow<'_, str>) -> String {
    if text.contains('\r') && !text.contains('\n') { text.replace('\r', "\n") } else { text.into_owned() }
}
