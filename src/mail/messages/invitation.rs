//! Mails to whoever is invited: what the event is, what is filled in about them, until when they answer; and the one reminder.

use chrono::NaiveDate;

use super::{EventMail, action, fact};
use crate::domain::answer::asked;
use crate::domain::event::{Event, Programme};
use crate::domain::invitation::Invitation;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::participant::{Interest, InterestKind, Participant};
use crate::domain::text;
use crate::mail::letter::{Block, Fact};
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError};

/// Most letters of an answer.
const SAID_MAX: usize = 200;

/// What an invitation is made of.
#[derive(Debug, Clone, Copy)]
pub struct InvitationMail<'a> {
    /// The invitation, or the reminder of it.
    pub kind: MailKind,
    pub event: &'a Event,
    pub programme: &'a Programme,
    pub participant: &'a Participant,
    pub invitation: &'a Invitation,
    /// Opens the page on which it is answered.
    pub link: &'a str,
}

/// "You are invited", or the reminder of it.
pub fn invited(context: &MailContext<'_>, mail: &InvitationMail<'_>) -> Result<OutgoingMail, MailError> {
    let InvitationMail { kind, event, participant, invitation, link, .. } = *mail;
    if !matches!(kind, MailKind::Invited | MailKind::InvitedReminder) {
        return Err(MailError::Kind(kind.code()));
    }
    let useful_until = Some(invitation.ends_at);
    let letter = EventMail { useful_until, ..EventMail::new(context, kind, event, participant) };
    let (words, day) = (letter.words, invitation.last_day(event.time_zone));
    let say = |part: &str| say(&letter, part, day);
    let mut facts = letter.event_facts();
    facts.push(fact(words.t("mail-fact-answer-by"), words.long_date(day)));
    let blocks = vec![
        Block::Paragraph(say("text")),
        Block::Facts(facts),
        Block::Paragraph(words.t("mail-invited-details")),
        Block::Facts(details(&letter, mail)),
        action(context, words.t("mail-invited-action"), link)?,
        Block::Paragraph(words.t("mail-invited-after")),
        Block::Paragraph(words.t("mail-invited-link")),
    ];
    letter.finish(say("subject"), say("heading"), blocks, Calendar::None)
}

fn say(letter: &EventMail<'_>, part: &str, day: NaiveDate) -> String {
    let key = format!("mail-{}-{part}", letter.kind.code().replace('_', "-"));
    let values = [
        ("event", letter.event_name()),
        ("organiser", letter.organiser()),
        ("date", letter.words.long_date(day)),
    ];
    letter.words.tn(&key, &values)
}

/// What is filled in. What may tell of health or religion stands on the page alone.
fn details(letter: &EventMail<'_>, mail: &InvitationMail<'_>) -> Vec<Fact> {
    let (words, first) = (letter.words, mail.event.first_language());
    let person = &mail.participant.profile.person;
    let sensitive = |key: &str| {
        mail.programme.questions.iter().any(|one| one.id.as_str() == key && one.purpose.is_sensitive())
    };
    let questions = asked(mail.programme);
    let of_person = questions.iter().filter(|question| !sensitive(question.key.as_str()));
    let mut facts: Vec<Fact> = of_person
        .filter_map(|question| {
            let answer = words.answer(&person.answer(&question.key)?, &question.choices, first);
            let label = words.label(question, first);
            Some(fact(text::shown_name(&label), said(&answer)))
        })
        .collect();
    for (kind, key) in [(InterestKind::Offer, "interests-offers"), (InterestKind::Seek, "interests-seeks")] {
        let topics = topics(letter, mail, kind);
        if !topics.is_empty() {
            facts.push(fact(words.t(key), topics));
        }
    }
    facts
}

/// An answer as one line, cut where it is long: all of it stands on the page.
fn said(answer: &str) -> String {
    let parts = answer.lines().map(text::line).filter(|line| !line.is_empty());
    let line = parts.collect::<Vec<_>>().join(" · ");
    match line.char_indices().nth(SAID_MAX) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

fn topics(letter: &EventMail<'_>, mail: &InvitationMail<'_>, kind: InterestKind) -> String {
    let (lang, first) = (letter.words.lang, mail.event.first_language());
    let label = |interest: &Interest| {
        let topic = mail.programme.topics.iter().find(|topic| topic.id == interest.topic)?;
        let label = text::shown_name(topic.label.get(lang, first));
        let about = text::line(&interest.text);
        Some(if about.is_empty() {
            label
        } else {
            letter.words.t2("interest-with-text", "topic", label, "text", about)
        })
    };
    let own = mail.participant.profile.interests.iter().filter(|interest| interest.kind == kind);
    said(&own.filter_map(label).collect::<Vec<_>>().join("\n"))
}
