//! The words for people in a mail that came back: what was said of the delivery, without the mail that follows.

use mail_parser::{Message, PartType};

use super::is_original;
use crate::domain::bounce::{Status, Verdict, judge};
use crate::domain::bounce_words::Told;

/// Most characters of a report that are read; what servers say stands at its beginning.
const TEXT_MAX: usize = 20_000;
/// Most of the pieces of a report that are judged.
const PIECES_MAX: usize = 60;
/// Headers with which the mail begins that a report brings back below its own words.
const FIRST_HEADERS: &[&str] =
    &["received:", "return-path:", "dkim-signature:", "message-id:", "x-google-dkim-signature:"];
/// Words in a line above it.
const ABOVE_ORIGINAL: &[&str] = &[
    "copy of the message",
    "copy of the original message",
    "header of the original message",
    "original message follows",
    "original message -",
    "original message headers",
    "returned message -",
    "unsent message",
    "message headers follow",
    "content-type: message/",
];
/// Words with which servers say that they go on trying.
const DELAYED: &[&str] = &[
    "warning only",
    "do not need to resend",
    "do not need to re-send",
    "temporary failure report",
    "not yet been delivered",
    "has been delayed",
    "message is delayed",
    "delivery is delayed",
    "will continue to try",
    "will keep trying",
    "delivery will be attempted again",
    "wird weiter versucht",
];
/// Words with which a line says what happened.
const HAPPENED: &[&str] = &[
    "not ",
    "n't",
    "fail",
    "reject",
    "undeliver",
    "unable",
    "error",
    "denied",
    "returned",
    "sorry",
    "unbekannt",
    "nicht",
    "impossible",
    "unknown",
];

/// The words of a report.
pub(super) struct Letter {
    text: String,
    subject: String,
    /// Whether one of our mails, or of somebody's, follows.
    pub(super) brings_a_mail_back: bool,
}

impl Letter {
    /// Takes the words out of a mail.
    pub(super) fn of(mail: &Message<'_>) -> Letter {
        let mut text = text_parts(mail);
        if text.trim().is_empty() {
            // Parts that are not what the mail says they are: as it came.
            text = String::from_utf8_lossy(mail.raw_message()).into_owned();
            if let Some((_, body)) = text.replace("\r\n", "\n").split_once("\n\n") {
                text = body.to_string();
            }
        }
        let mut brings_a_mail_back = false;
        let own = text.lines().take_while(|line| {
            brings_a_mail_back = brings_a_mail_back || begins_original(line);
            !brings_a_mail_back
        });
        let own: Vec<&str> = own.map(|line| line.trim_start_matches(['>', ' ']).trim_end()).collect();
        let text = own.join("\n").chars().take(TEXT_MAX).collect();
        Letter { text, subject: mail.subject().unwrap_or_default().to_string(), brings_a_mail_back }
    }

    /// All of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether it says that another server goes on trying.
    pub(super) fn is_about_a_delay(&self) -> bool {
        let text = self.text.to_lowercase();
        DELAYED.iter().any(|words| text.contains(words))
    }

    /// Whether it says that the mail arrived, and nothing of a failure.
    pub(super) fn tells_of_success(&self) -> bool {
        let text = self.text.to_lowercase();
        let arrived =
            ["successfully delivered", "delivered successfully", "\"delivery\\\"", "250 2.", "250 ok"];
        self.coded().is_empty() && arrived.iter().any(|words| text.contains(words))
    }

    /// The addresses in it.
    pub(super) fn addresses(&self) -> Vec<String> {
        let words = self.text.split(|c: char| c.is_whitespace() || "<>()[],;:\"'".contains(c));
        let addresses = words.filter(|word| word.contains('@')).take(PIECES_MAX);
        addresses.map(|word| word.trim_end_matches('.').to_string()).collect()
    }

    /// What it says of the address, beside the code that a report for machines gave, and the words that say so; nothing
    /// if no words are known.
    pub(super) fn judged(&self, status: Option<Status>) -> Option<(Verdict, String)> {
        let coded = self.coded();
        let quotes = !coded.is_empty();
        let mut pieces = if quotes { coded } else { self.pieces() };
        pieces.retain(|piece| quotes || Told::of(piece).tells_something());
        let judged: Vec<(Verdict, &str)> =
            pieces.into_iter().map(|piece| (judge(status, piece), piece)).collect();
        let of = |wanted: Verdict| judged.iter().find(|(verdict, _)| *verdict == wanted).copied();
        // What is quoted casts doubt on all the rest if it is not about the address; what only stands around may be advice.
        let speaks_of_us = judged.iter().any(|(_, piece)| Told::of(piece).speaks_of_us());
        let decisive = if quotes || speaks_of_us {
            of(Verdict::NotTheAddress).or_else(|| of(Verdict::NoMailbox))
        } else {
            of(Verdict::NoMailbox).or_else(|| of(Verdict::NotTheAddress))
        };
        let by_subject = || {
            let names = Told::of(&self.subject).names_the_mailbox();
            names.then(|| (judge(status, &self.subject), self.subject.as_str()))
        };
        let found = decisive.or_else(by_subject).or_else(|| of(Verdict::Doubtful));
        found.map(|(verdict, piece)| (verdict, piece.to_string()))
    }

    /// What it says in short: the paragraph about an address, else the first line that tells that something went wrong, else
    /// the first.
    pub(super) fn in_short(&self) -> String {
        let about = self.pieces().into_iter().find(|piece| piece.contains('@') && piece.lines().count() > 1);
        let lines = || self.text.lines().map(str::trim).filter(|line| !line.is_empty());
        let useful = || {
            lines().find(|line| {
                let line = line.to_lowercase();
                HAPPENED.iter().any(|word| line.contains(word))
            })
        };
        about.or_else(useful).or_else(|| lines().next()).unwrap_or(&self.subject).to_string()
    }

    /// Its paragraphs, without the fields for machines.
    fn pieces(&self) -> Vec<&str> {
        let all = self.text.split("\n\n").map(str::trim).filter(|piece| !piece.is_empty()).take(PIECES_MAX);
        let is_fields = |piece: &&str| {
            let start: String = piece.chars().take(20).collect();
            ["final-recipient:", "reporting-mta:"].iter().any(|name| start.to_lowercase().starts_with(name))
        };
        all.filter(|piece| !is_fields(piece)).collect()
    }

    /// Those that quote a server, with a code.
    fn coded(&self) -> Vec<&str> {
        let mut pieces = self.pieces();
        pieces.retain(|piece| {
            let refusal = Status::find(piece).is_some_and(|status| status.class != 2);
            refusal || Told::of(piece).reply().is_some()
        });
        pieces
    }
}

/// The parts that people read, as far as the mail that is brought back.
fn text_parts(mail: &Message<'_>) -> String {
    let own = mail.parts.iter().take_while(|part| !is_original(part));
    let plain: Vec<&str> = own
        .filter_map(|part| match &part.body {
            PartType::Text(text) => Some(text.as_ref()),
            _ => None,
        })
        .collect();
    if plain.iter().all(|text| text.trim().is_empty()) {
        mail.body_text(0).unwrap_or_default().into_owned()
    } else {
        plain.join("\n\n")
    }
}

fn begins_original(line: &str) -> bool {
    let line = line.to_lowercase();
    FIRST_HEADERS.iter().any(|name| line.starts_with(name))
        || ABOVE_ORIGINAL.iter().any(|words| line.contains(words))
}
