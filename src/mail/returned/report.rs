//! Reports for machines (RFC 3464): fields for each recipient, in a part of their own or, from servers that do not keep to
//! the form, somewhere in the text.

use mail_parser::{Message, MimeHeaders, PartType};

use super::letter::Letter;
use super::{Failed, Nothing, Outcome, is_kind, is_original};
use crate::domain::bounce::{Status, Verdict, judge};

/// Most recipients of a report that are looked at: a mail of ours has one.
const RECIPIENTS_MAX: usize = 20;
/// How deep a report may lie in mails that were passed on whole.
const DEPTH_MAX: usize = 3;

/// What a report says of one recipient.
pub(super) struct Recipient {
    action: String,
    status: Option<Status>,
    /// What the refusing server said.
    diagnostic: String,
    addresses: Vec<String>,
}

impl Recipient {
    fn has_failed(&self) -> bool {
        match self.action.as_str() {
            "" => self.status.is_none_or(|status| status.class != 2),
            action => action.starts_with("fail"),
        }
    }
}

/// The recipients of a report; none if the mail holds no fields of that kind.
pub(super) fn recipients(mail: &Message<'_>, letter: &Letter) -> Vec<Recipient> {
    let found = in_parts(mail, 0);
    let mut found = if found.is_empty() { of_text(letter.text()) } else { found };
    found.truncate(RECIPIENTS_MAX);
    found
}

fn in_parts(mail: &Message<'_>, depth: usize) -> Vec<Recipient> {
    let status_parts = mail.parts.iter().filter(|part| {
        is_kind(part, "message", "delivery-status") || is_kind(part, "message", "global-delivery-status")
    });
    let found: Vec<Recipient> =
        status_parts.flat_map(|part| of_text(&String::from_utf8_lossy(part.contents()))).collect();
    if !found.is_empty() || depth >= DEPTH_MAX {
        return found;
    }
    let texts = mail.parts.iter().filter(|part| !is_original(part)).filter_map(|part| match &part.body {
        PartType::Text(text) => Some(of_text(text)),
        _ => None,
    });
    let found: Vec<Recipient> = texts.flatten().collect();
    if !found.is_empty() {
        return found;
    }
    // A report that somebody passed on, not the mail that it is about.
    let inner = mail.parts.iter().filter_map(|part| match &part.body {
        PartType::Message(inner) if is_report(inner) => Some(in_parts(inner, depth + 1)),
        _ => None,
    });
    inner.flatten().collect()
}

fn is_report(mail: &Message<'_>) -> bool {
    mail.content_type()
        .is_some_and(|kind| kind.subtype().is_some_and(|sub| sub.eq_ignore_ascii_case("report")))
}

/// The fields of each recipient (RFC 3464, 2.3), wherever they stand in a text.
fn of_text(text: &str) -> Vec<Recipient> {
    let unified = text.replace("\r\n", "\n");
    unified.split("\n\n").filter_map(of_group).collect()
}

fn of_group(group: &str) -> Option<Recipient> {
    let fields = fields(group);
    let field = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let status = field("status").and_then(Status::find);
    let (action, recipient) = (field("action"), field("final-recipient"));
    if action.is_none() && (status.is_none() || recipient.is_none()) {
        return None;
    }
    let addresses = ["final-recipient", "original-recipient"].iter().filter_map(|name| field(name));
    Some(Recipient {
        action: action.unwrap_or_default().trim().to_ascii_lowercase(),
        // Servers write the words of the other side behind their own code: "5.2.2 (Over quota)".
        diagnostic: match field("diagnostic-code") {
            Some(told) => after_type(told).to_string(),
            None => field("status")
                .and_then(|told| told.split_once('('))
                .map_or(String::new(), |(_, told)| told.to_string()),
        },
        addresses: addresses.map(|text| after_type(text).trim_matches(['<', '>']).to_string()).collect(),
        status,
    })
}

/// `rfc822; ada@example.org` without its type, which is one word.
fn after_type(text: &str) -> &str {
    let typed = text.split_once(';').filter(|(kind, _)| !kind.trim().contains(char::is_whitespace));
    typed.map_or(text, |(_, rest)| rest).trim()
}

/// Names in lower case and values, those over several lines in one.
fn fields(group: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in group.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_lowercase(), value.trim().to_string()));
        }
    }
    fields
}

/// What a report says; the worst of its recipients counts.
pub(super) fn outcome(recipients: Vec<Recipient>, letter: &Letter) -> Outcome {
    let failed =
        recipients.into_iter().filter(Recipient::has_failed).map(|recipient| failed(recipient, letter));
    let worst = failed.reduce(|worst, next| if next.verdict > worst.verdict { next } else { worst });
    worst.map_or(Outcome::Nothing(Nothing::StillGoing), Outcome::Failed)
}

fn failed(recipient: Recipient, letter: &Letter) -> Failed {
    let Recipient { status, diagnostic, addresses, .. } = recipient;
    let by_fields = judge(status, &diagnostic);
    // Fields that tell little are explained in the words for people, if anywhere.
    let is_open =
        by_fields == Verdict::Doubtful || (diagnostic.is_empty() && by_fields != Verdict::NoMailbox);
    let by_words = letter.judged(status).filter(|(verdict, _)| is_open && *verdict != Verdict::Doubtful);
    let (verdict, said) = by_words.unwrap_or_else(|| (by_fields, letter.in_short()));
    let code = status.map(|status| status.to_string()).unwrap_or_default();
    let reason = [diagnostic, said, code].into_iter().find(|text| !text.trim().is_empty());
    Failed { verdict, reason: reason.unwrap_or_default(), addresses }
}
