//! What a calendar answers to an invitation (METHOD:REPLY, RFC 6047), as the mail programs write it: beside a text or alone, as
//! a file too, folded and coded in any way.
//!
//! Read without recursion, however deeply somebody nests: the mail comes from outside.

use chrono::{DateTime, NaiveDateTime, Utc};
use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::is_kind;
use crate::documents::content_lines::{Line, unfolded};
use crate::domain::calendar_answer::{Answer, CalendarAnswer};

/// Most lines of a calendar that are read: an answer has some forty, and a time zone many more.
const LINES_MAX: usize = 2_000;
/// Longest value kept, in octets.
const VALUE_MAX: usize = 500;

/// The answer in a mail; nothing if it is none.
pub(super) fn of(mail: &Message<'_>) -> Option<CalendarAnswer> {
    let reply = mail.parts.iter().filter(|part| is_calendar(part)).find_map(|part| reply(&text_of(part)?))?;
    let from = mail.from().into_iter().flat_map(|from| from.iter());
    let from = from.filter_map(|one| Some(one.address.as_deref()?.trim().to_lowercase())).collect();
    Some(CalendarAnswer { from, ..reply })
}

fn is_calendar(part: &MessagePart<'_>) -> bool {
    let name = part.attachment_name().unwrap_or_default().to_lowercase();
    is_kind(part, "text", "calendar") || is_kind(part, "application", "ics") || name.ends_with(".ics")
}

fn text_of(part: &MessagePart<'_>) -> Option<String> {
    match &part.body {
        PartType::Text(text) | PartType::Html(text) => Some(text.to_string()),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
        PartType::Message(_) | PartType::Multipart(_) => None,
    }
}

/// The person that `ATTENDEE` names; Apple writes a path instead of an address, and the address beside it.
fn address(line: &Line<'_>) -> String {
    let named = line.value.get(..7).filter(|start| start.eq_ignore_ascii_case("mailto:"));
    let address = if named.is_some() { &line.value[7..] } else { line.parameter("EMAIL") };
    address.trim().to_lowercase()
}

/// What a calendar answers, if it answers.
fn reply(text: &str) -> Option<CalendarAnswer> {
    let lines = unfolded(text);
    let mut reply = CalendarAnswer {
        uid: String::new(),
        from: Vec::new(),
        attendees: Vec::new(),
        sequence: 0,
        stamped_at: None,
    };
    let mut answers = false;
    let mut inside: Vec<String> = Vec::new();
    for line in lines.iter().take(LINES_MAX).filter_map(|(_, line)| Line::parse(line)) {
        let place: Vec<&str> = inside.iter().map(String::as_str).collect();
        match (line.name.as_str(), place.as_slice()) {
            ("BEGIN", _) => inside.push(line.value.to_ascii_uppercase()),
            // One entry is answered at a time.
            ("END", ["VCALENDAR", "VEVENT"]) if !reply.uid.is_empty() => break,
            ("END", _) => drop(inside.pop()),
            ("METHOD", ["VCALENDAR"]) => answers = line.value.eq_ignore_ascii_case("REPLY"),
            (_, ["VCALENDAR", "VEVENT"]) => take(&mut reply, &line),
            _ => {}
        }
    }
    (answers && !reply.uid.is_empty() && !reply.attendees.is_empty()).then_some(reply)
}

/// Takes in a line of the entry.
fn take(reply: &mut CalendarAnswer, line: &Line<'_>) {
    match line.name.as_str() {
        "UID" if line.value.len() <= VALUE_MAX => reply.uid = line.value.to_string(),
        "SEQUENCE" => reply.sequence = line.value.parse().unwrap_or(u32::MAX),
        "DTSTAMP" => reply.stamped_at = moment(line.value),
        "ATTENDEE" => {
            let answer = Answer::parse(&line.parameter("PARTSTAT").to_ascii_lowercase());
            let address = address(line);
            if let Some(answer) = answer.filter(|_| address.len() <= VALUE_MAX && !address.is_empty()) {
                reply.attendees.push((address, answer));
            }
        }
        _ => {}
    }
}

/// `20270310T091500Z`; without its Z it is taken for UTC, too.
fn moment(value: &str) -> Option<DateTime<Utc>> {
    let plain = value.trim_end_matches(['Z', 'z']);
    NaiveDateTime::parse_from_str(plain, "%Y%m%dT%H%M%S").ok().map(|at| at.and_utc())
}
