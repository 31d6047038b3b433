//! A mail's content before it is written down: its blocks are rendered twice, as plain text and as HTML, so both say the
//! same.

use askama::Template;

use super::MailError;
use crate::domain::colour;
use crate::domain::event::Event;
use crate::words::Words;

/// What a mail says, in the order of reading.
pub(super) struct Letter {
    pub words: Words,
    pub subject: String,
    /// A line above the heading that says who writes: the event's name, or the program's.
    pub sender: String,
    pub heading: String,
    pub greeting: String,
    pub blocks: Vec<Block>,
    /// Small print: why this mail, and whom to ask.
    pub footer: Vec<String>,
    /// Where mails of this kind are stopped: what the link says, and the link.
    pub stop: Option<(String, String)>,
    /// Colour of what can be pressed.
    pub accent: String,
}

/// A piece of a mail.
pub(super) enum Block {
    Paragraph(String),
    /// A paragraph that somebody has written, line by line.
    Lines(Vec<Vec<Span>>),
    Subheading(String),
    /// Names and values, one below the other.
    Facts(Vec<Fact>),
    List(Vec<String>),
    Day(Day),
    /// The one thing to do, as a button and as an address to copy.
    Action {
        label: String,
        link: String,
    },
}

/// A stretch of a line; where it is an address of the web, a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub text: String,
    pub is_link: bool,
}

/// What stands around an address without being part of it.
const AROUND: [char; 13] = ['.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '”', '»', '>'];

/// A line in which addresses of the web are links.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some(at) = ["https://", "http://"].iter().filter_map(|scheme| rest.find(scheme)).min() {
        let (before, from) = rest.split_at(at);
        let end = from.find(char::is_whitespace).unwrap_or(from.len());
        let address = from[..end].trim_end_matches(AROUND);
        let is_link = address.len() > "https://".len();
        let length = if is_link { address.len() } else { end };
        spans.push(Span { text: before.to_string(), is_link: false });
        spans.push(Span { text: from[..length].to_string(), is_link });
        rest = &from[length..];
    }
    spans.push(Span { text: rest.to_string(), is_link: false });
    spans.retain(|span| !span.text.is_empty());
    spans
}

/// A name and its value; the link is the value's own, if it has one.
pub(super) struct Fact {
    pub name: String,
    pub value: String,
    pub link: Option<String>,
}

/// The meetings of one day.
pub(super) struct Day {
    pub title: String,
    pub meetings: Vec<Appointment>,
}

/// One meeting in the list of a day.
pub(super) struct Appointment {
    pub time: String,
    /// The same by the reader's own clock, in words; empty where that shows nothing else.
    pub own: String,
    pub partner: String,
    /// Organisation and country.
    pub about: String,
    pub place: String,
    pub link: Option<String>,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Html<'a> {
    letter: &'a Letter,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct Text<'a> {
    letter: &'a Letter,
}

impl Letter {
    /// What stands before a value, with the colon of the language.
    fn label(&self, name: &str) -> String {
        self.words.t1("mail-label", "name", name)
    }

    /// The HTML part.
    pub(super) fn html(&self) -> Result<String, MailError> {
        Ok(Html { letter: self }.render()?)
    }

    /// The plain part.
    pub(super) fn text(&self) -> Result<String, MailError> {
        let text = Text { letter: self }.render()?;
        Ok(format!("{}\n", text.trim()))
    }
}

/// The event's accent, if it can be read on white.
pub(super) fn accent(event: &Event) -> String {
    colour::accent(&event.accent).unwrap_or_else(|_| colour::PETROL.to_string())
}

/// The value as a link, if it is an address of the web.
pub(super) fn web_address(value: &str) -> Option<String> {
    let is_web = value.starts_with("https://") || value.starts_with("http://");
    (is_web && !value.contains(char::is_whitespace)).then(|| value.to_string())
}
