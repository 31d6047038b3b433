//! The mail that tells an organiser of a deletion to come.

use chrono::NaiveDate;

use super::program::Envelope;
use super::{action, fact, greeting};
use crate::domain::account::Account;
use crate::domain::colour;
use crate::domain::deletion::{MOST_POSTPONED_DAYS, Postponement};
use crate::domain::event::Event;
use crate::domain::lang::Localised;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::text;
use crate::mail::letter::{Block, Letter};
use crate::mail::{MailContext, MailError};
use crate::words::Words;

/// What goes, how much of it there is now, and when.
#[derive(Debug, Clone)]
pub struct ComingDeletion {
    /// What the question says whose answers go; none for everything that tells of persons.
    pub question: Option<Localised>,
    pub count: i64,
    pub day: NaiveDate,
}

/// Deletions that are announced together, with whoever reads it.
#[derive(Debug, Clone, Copy)]
pub struct DeletionMail<'a> {
    pub event: &'a Event,
    pub account: &'a Account,
    /// The page on which the deletion is seen and postponed.
    pub link: &'a str,
    pub coming: &'a [ComingDeletion],
    /// That the deletion of everything was postponed.
    pub postponed: Option<&'a Postponement>,
}

/// What is deleted on which day, what stays, where the day comes from, and how it is postponed.
pub fn deletion_announced(
    context: &MailContext<'_>,
    told: &DeletionMail<'_>,
) -> Result<OutgoingMail, MailError> {
    let (words, event) = (Words::of(told.account.lang), told.event);
    let name = text::shown_name(event.name_in(words.lang));
    let everything = told.coming.iter().any(|one| one.question.is_none());
    let first = told.coming.iter().map(|one| one.day).min().unwrap_or(event.shreds_on());
    let end = if everything { "" } else { "-answers" };
    let date = words.date(first);
    let letter = Letter {
        words,
        subject: words.t2(&format!("mail-deletion-announced-subject{end}"), "date", &date, "event", &name),
        sender: name.clone(),
        heading: words.t1(&format!("mail-deletion-announced-heading{end}"), "date", &date),
        greeting: greeting(words, &told.account.name),
        blocks: blocks(context, told, words, everything)?,
        footer: vec![words.t1("mail-footer-account", "address", context.base_url.as_str())],
        stop: None,
        accent: colour::PETROL.to_string(),
    };
    Envelope::to_account(MailKind::DeletionAnnounced, Some(event), told.account)?.seal(context, letter)
}

fn blocks(
    context: &MailContext<'_>,
    told: &DeletionMail<'_>,
    words: Words,
    everything: bool,
) -> Result<Vec<Block>, MailError> {
    let event = told.event;
    let name = text::shown_name(event.name_in(words.lang));
    let items = told.coming.iter().map(|one| item(words, event, one));
    let mut blocks = vec![
        Block::Paragraph(words.t1("mail-deletion-announced-text", "event", name)),
        Block::List(items.collect()),
    ];
    if everything {
        let part = |key: &str| fact(words.t(&format!("{key}-title")), words.t(key));
        blocks.push(Block::Facts(vec![part("deletion-goes"), part("deletion-stays")]));
        blocks.push(Block::Paragraph(where_from(words, told)));
    }
    blocks.push(action(context, words.t("mail-deletion-announced-action"), told.link)?);
    if everything && told.postponed.is_none() {
        let most = words.t1("mail-deletion-announced-postpone", "days", MOST_POSTPONED_DAYS);
        blocks.push(Block::Paragraph(most));
    }
    Ok(blocks)
}

fn item(words: Words, event: &Event, coming: &ComingDeletion) -> String {
    let date = words.long_date(coming.day);
    match &coming.question {
        None => words.t2("mail-deletion-announced-people", "count", coming.count, "date", date),
        Some(label) => {
            let question = label.get(words.lang, event.first_language()).to_string();
            let values = [("question", question), ("count", coming.count.to_string()), ("date", date)];
            words.tn("mail-deletion-announced-answers", &values)
        }
    }
}

/// Where the day comes from: the event's dates, or that it was postponed.
fn where_from(words: Words, told: &DeletionMail<'_>) -> String {
    match told.postponed.filter(|postponed| postponed.counts(told.event)) {
        Some(postponed) => {
            words.t2("deletion-postponed", "date", words.date(postponed.to), "why", &postponed.why)
        }
        None => words.t2(
            "mail-deletion-announced-dates",
            "days",
            told.event.shred_after_days.max(1),
            "last",
            words.date(told.event.ends_on),
        ),
    }
}
