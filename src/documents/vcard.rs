//! Contact details as address books take them in: vCard 3.0 (RFC 2426), which more of them read than its successor.

use crate::domain::contact::Contact;
use crate::domain::field::NAME;

/// Octets of a line, without its end (RFC 2426, 2.6).
const WIDTH: usize = 75;

/// Several in one file, each with a note that says where the two met.
pub fn file(contacts: &[Contact], note: &str) -> String {
    contacts.iter().map(|contact| card(contact, note)).collect()
}

fn card(contact: &Contact, note: &str) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| text.push_str(&folded(&format!("{name}:{value}")));
    line("BEGIN", "VCARD");
    line("VERSION", "3.0");
    // The form does not ask which part of a name is the family's.
    line("N", &format!("{};;;;", escaped(contact.name())));
    if contact.value(NAME).is_empty() {
        line("FN", &escaped(contact.name()));
    }
    for (field, value) in &contact.lines {
        line(field.vcard, &escaped(value));
    }
    line("NOTE", &escaped(note));
    line("END", "VCARD");
    text
}

/// A text value (RFC 2426, 2.4.2).
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        match sign {
            '\\' | ',' | ';' => escaped.extend(['\\', sign]),
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// A content line with its end, in pieces that are not too long and split no character.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut width = 0;
    for sign in line.chars() {
        if width + sign.len_utf8() > WIDTH {
            folded.push_str("\r\n ");
            width = 1;
        }
        folded.push(sign);
        width += sign.len_utf8();
    }
    folded + "\r\n"
}
