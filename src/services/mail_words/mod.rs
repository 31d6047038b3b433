//! The own words of an event in the mails that it sends by itself: they are changed, seen in a whole mail before that, and mailed to
//! the organiser alone. A mail that is in the outbox keeps the words that it was made with.

mod example;

use super::Fault;
use super::access::ChangeAccess;
use super::events::EditError;
use super::meanwhile::Form;
use super::post::{made, made_test, put_all};
use super::tx::{write, write_at};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::event::Event;
use crate::domain::lang::Lang;
use crate::domain::mail::MailKind;
use crate::domain::mail_words::{OwnWords, OwnWordsInput};
use crate::domain::opened::Typed;
use crate::domain::text::Email;
use crate::mail::MailError;
use crate::mail::reading::{self, OpenedMail};
use crate::store::{StoreError, events};
use example::Example;

/// A mail of a kind as it would arrive.
#[derive(Debug, Clone)]
pub struct Preview {
    pub lang: Lang,
    /// Who gets it; empty where nobody reads this language yet and the reader is made up.
    pub reader: String,
    pub mail: OpenedMail,
}

/// Says something else in mails of a kind.
pub fn change(
    app: &App,
    access: &ChangeAccess,
    kind: MailKind,
    typed: &Typed<OwnWordsInput>,
) -> Result<(), EditError> {
    let action = "mail_words.changed";
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let stored = event.mail_words.of(kind).map(OwnWordsInput::of).unwrap_or_default();
        let form = Form::of(access, action, kind.code());
        let input: OwnWordsInput = form.merge::<_, EditError>(tx.db, typed, &stored)?;
        let words = event.mail_words.clone().with(kind, input.parse(kind)?);
        events::update(tx.db, &Event { mail_words: words, ..event }, tx.now)?;
        access.note(tx, action, kind.code(), kind.code())?;
        Ok(())
    })
}

/// The mail in a language of the event, with these words in place of the stored ones if some are given.
pub fn preview(
    app: &App,
    access: &ChangeAccess,
    (kind, lang): (MailKind, Lang),
    words: Option<&OwnWords>,
) -> Result<Preview, Fault> {
    let event = with_words(access.event(), kind, words);
    let now = app.clock.now();
    let example = app.store.read(|db| Example::of(app, db, &event, (kind, lang), now))?;
    let (_, mail) = made(app, now, |context| example.mail(context, kind))?;
    let mail = reading::open(&mail.mime).ok_or(StoreError::NotFound)?;
    Ok(Preview { lang, reader: example.reader_name(), mail })
}

fn with_words(event: &Event, kind: MailKind, words: Option<&OwnWords>) -> Event {
    match words {
        Some(words) => {
            Event { mail_words: event.mail_words.clone().with(kind, words.clone()), ..event.clone() }
        }
        None => event.clone(),
    }
}

/// Mails an organiser what the reader in each language of the event gets; gives how many mails that are.
pub fn send_test(
    app: &App,
    access: &ChangeAccess,
    account: &Account,
    kind: MailKind,
) -> Result<usize, Fault> {
    let (event, now) = (access.event(), app.clock.now());
    let to = Email::parse(&account.email).map_err(|_| MailError::NoAddress)?;
    let mut mails = Vec::new();
    for lang in &event.languages {
        let example = app.store.read(|db| Example::of(app, db, event, (kind, *lang), now))?;
        mails.push(made_test(app, now, &to, |context| example.mail(context, kind))?);
    }
    write_at(app, now, |tx| {
        put_all(tx.db, &mails.iter().collect::<Vec<_>>(), now)?;
        access.note(tx, "mail_words.tested", kind.code(), kind.code())?;
        Ok(mails.len())
    })
}
