//! From bytes to text: which encoding a CSV file has, and what is no CSV file at all.

use std::borrow::Cow;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::domain::problems::Message;

/// The text of a file, and whether some of its bytes could not be read.
#[derive(Debug)]
pub(super) struct Decoded {
    pub text: String,
    pub encoding: &'static str,
    /// Unreadable bytes stand as U+FFFD in the text.
    pub is_damaged: bool,
}

/// What other programs' files begin with, and the message that says how to get a CSV file out of them.
const OTHER_FORMATS: [(&[u8], &str); 7] = [
    (b"PK\x03\x04", "problem-import-is-spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "problem-import-is-spreadsheet"),
    (b"%PDF", "problem-import-is-not-csv"),
    (b"\x1f\x8b", "problem-import-is-not-csv"),
    (b"\x89PNG", "problem-import-is-not-csv"),
    (b"<!DOCTYPE", "problem-import-is-not-csv"),
    (b"<html", "problem-import-is-not-csv"),
];

/// Reads UTF-8 and UTF-16 by their byte order mark, else UTF-8 if the bytes are that, else Windows-1252, which is what
/// German and French spreadsheets still write.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Message> {
    if let Some((_, message)) = OTHER_FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(Message::new(message));
    }
    let encoding = if bytes.starts_with(b"\xff\xfe") {
        UTF_16LE
    } else if bytes.starts_with(b"\xfe\xff") {
        UTF_16BE
    } else if bytes.contains(&0) {
        return Err(Message::new("problem-import-is-not-csv"));
    } else if bytes.starts_with(b"\xef\xbb\xbf") || is_mostly_utf8(bytes) {
        UTF_8
    } else {
        WINDOWS_1252
    };
    let (text, is_damaged) = encoding.decode_with_bom_removal(bytes);
    Ok(Decoded { text: unify_line_ends(text), encoding: encoding.name(), is_damaged })
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
