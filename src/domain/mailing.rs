//! Mailings: what organisers write to people of their event, each in the language of their mails, with facts that are filled in.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::event_input::LocalisedInput;
use super::ids::{EventId, MailingId};
use super::lang::{Lang, Localised};
use super::nudge::Nudge;
use super::people_filter::Filter;
use super::problems::{Message, Problems};
use super::text;

/// Most characters of a text.
pub const TEXT_MAX: usize = 10_000;

codes! {
    /// Where a mailing stands; its word is `mailing-state-CODE`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum MailingState {
        /// It is written.
        Draft = "draft",
        /// It goes at its time, to whoever fits then.
        Scheduled = "scheduled",
        /// Its recipients are chosen, and their mails are made.
        Sending = "sending",
        /// What has not gone waits until an organiser goes on.
        Paused = "paused",
        /// What had not gone never goes.
        Stopped = "stopped",
        /// None of its mails waits any more.
        Sent = "sent",
    }
}

impl MailingState {
    /// Whether its words can still be changed: nobody was chosen to get them.
    pub fn may_be_written(self) -> bool {
        self == MailingState::Draft
    }

    /// Whether its mails are on their way, or will be.
    pub fn is_under_way(self) -> bool {
        matches!(self, MailingState::Scheduled | MailingState::Sending | MailingState::Paused)
    }
}

/// A mailing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailing {
    pub id: MailingId,
    pub event: EventId,
    /// What it reminds of, and how many days before the end, where the calendar sends it.
    pub nudge: Option<(Nudge, u32)>,
    pub state: MailingState,
    /// To whom it goes, as it was asked.
    pub people: Filter,
    pub subject: Localised,
    pub text: Localised,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
    /// When it is to go.
    pub send_at: Option<DateTime<Utc>>,
    /// When its recipients were chosen.
    pub started_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
}

impl Mailing {
    /// Whether there is something to be sent: a subject with its text in a language.
    pub fn is_complete(&self) -> bool {
        !self.subject.is_empty() && !self.text.is_empty()
    }
}

codes! {
    /// What becomes of a recipient.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Outcome {
        /// Their mail is still to be made.
        Due = "due",
        /// It is in the outbox, which says what became of it.
        Mailed = "mailed",
        /// They fit no longer, or take no mailings, when it was their turn.
        LeftOut = "left_out",
        /// The mailing was stopped before their mail went.
        Stopped = "stopped",
    }
}

codes! {
    /// A fact that is filled in for each reader, written `{code}`; what it is says the word `placeholder-CODE`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Placeholder {
        Name = "name",
        Organisation = "organisation",
        Reference = "reference",
        Event = "event",
        Dates = "dates",
        Place = "place",
        Meetings = "meetings",
        /// The reader's own link, which no subject holds.
        MyEvent = "my_event",
        Organiser = "organiser",
    }
}

impl Placeholder {
    /// As it is written.
    pub fn written(self) -> String {
        format!("{{{}}}", self.code())
    }
}

/// A stretch of a text that an organiser wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    Words(&'a str),
    Fact(Placeholder),
}

impl Piece<'_> {
    /// The fact, if it is none of these.
    fn unlike(&self, known: &[Placeholder]) -> Option<Placeholder> {
        match self {
            Piece::Words(_) => None,
            Piece::Fact(fact) => Some(*fact).filter(|fact| !known.contains(fact)),
        }
    }
}

/// Reads a text.
///
/// # Errors
/// What stands between braces and is no placeholder, or a brace that has no other one.
pub fn pieces(text: &str) -> Result<Vec<Piece<'_>>, String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (words, from) = rest.split_at(at);
        let end = from.find('}').filter(|end| *end > 0 && !from[1..*end].contains(['{', '\n']));
        let Some(end) = end else { return Err(from.chars().take_while(|c| *c != '\n').take(30).collect()) };
        let (typed, after) = from.split_at(end + 1);
        let code = typed[1..end].trim().to_lowercase().replace([' ', '-'], "_");
        let Some(fact) = Placeholder::parse(&code) else { return Err(typed.chars().take(60).collect()) };
        if !words.is_empty() {
            found.push(Piece::Words(words));
        }
        found.push(Piece::Fact(fact));
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Piece::Words(rest));
    }
    Ok(found)
}

/// The form of a mailing as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MailingInput {
    pub subject: LocalisedInput,
    pub text: LocalisedInput,
    /// The filter, as [`Filter::pairs`] writes it.
    #[serde(flatten)]
    pub people: BTreeMap<String, String>,
}

impl MailingInput {
    /// A mailing as the form shows it.
    pub fn of(mailing: &Mailing) -> MailingInput {
        MailingInput {
            subject: LocalisedInput::of(&mailing.subject),
            text: LocalisedInput::of(&mailing.text),
            people: mailing.people.pairs().into_iter().collect(),
        }
    }

    /// To whom it is to go.
    pub fn filter(&self) -> Filter {
        Filter::read(|name| self.people.get(name).cloned().unwrap_or_default())
    }

    /// Checks what was typed, for an event with this first language. A draft may lack words; what is to be sent may not.
    ///
    /// # Errors
    /// Every problem, at `subject_<language>` and `text_<language>`.
    pub fn parse(&self, first: Lang, is_draft: bool) -> Result<(Localised, Localised), Problems> {
        let mut problems = Problems::new();
        let (mut subject, mut words) = (Localised::default(), Localised::default());
        for lang in Lang::ALL {
            let (at_subject, at_text) = (format!("subject_{lang}"), format!("text_{lang}"));
            let typed = text::optional(self.subject.get(lang), text::SHORT_MAX);
            let typed = typed.and_then(known_in_subject);
            let title = problems.take(&at_subject, typed).unwrap_or_default();
            let typed = text::long(self.text.get(lang), TEXT_MAX);
            let typed = typed.and_then(|typed| known_facts(typed, &Placeholder::ALL));
            let body = problems.take(&at_text, typed).unwrap_or_default();
            let missing = |message| Message::new(message).with("language", lang.own_name());
            if !is_draft && title.is_empty() && !body.is_empty() && problems.at(&at_subject).is_none() {
                problems.add(at_subject, missing("problem-mailing-subject"));
            } else if !is_draft && body.is_empty() && !title.is_empty() && problems.at(&at_text).is_none() {
                problems.add(at_text, missing("problem-mailing-text"));
            }
            subject = subject.with(lang, title);
            words = words.with(lang, body);
        }
        if !is_draft && problems.is_empty() && subject.is_empty() {
            problems.add(format!("subject_{first}"), Message::new("problem-mailing-empty"));
        }
        if problems.is_empty() { Ok((subject, words)) } else { Err(problems) }
    }
}

/// The text, if every placeholder in it is one of these.
pub(super) fn known_facts(typed: String, known: &[Placeholder]) -> Result<String, Message> {
    let unknown = match pieces(&typed) {
        Err(unknown) => unknown,
        Ok(found) => match found.iter().find_map(|piece| piece.unlike(known)) {
            Some(fact) => fact.written(),
            None => return Ok(typed),
        },
    };
    let known: Vec<String> = known.iter().map(|one| one.written()).collect();
    let message = Message::new("problem-placeholder").with("typed", unknown);
    Err(message.with("known", known.join(" ")))
}

/// A subject, if every placeholder in it is known and may stand there.
fn known_in_subject(typed: String) -> Result<String, Message> {
    let typed = known_facts(typed, &Placeholder::ALL)?;
    match pieces(&typed) {
        Ok(found) if found.contains(&Piece::Fact(Placeholder::MyEvent)) => {
            let message = Message::new("problem-placeholder-subject");
            Err(message.with("typed", Placeholder::MyEvent.written()))
        }
        _ => Ok(typed),
    }
}
