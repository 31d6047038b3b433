//! A mailing as it will arrive: with the facts of somebody who gets it, in each language that somebody reads; and the same as a mail to
//! the organiser alone. Neither leaves anything: the links in them open nobody's pages.

use super::audience::Audience;
use super::letter::{Reader, Ways, make};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::event::Event;
use crate::domain::ids::{MailingId, ParticipantId};
use crate::domain::lang::Lang;
use crate::domain::mailing::Mailing;
use crate::domain::text::Email;
use crate::mail::MailError;
use crate::mail::reading::{self, OpenedMail};
use crate::services::Fault;
use crate::services::access::ChangeAccess;
use crate::services::post::{Made, put_all};
use crate::services::subscriptions::made_stop_link;
use crate::services::tx::write_at;
use crate::store::StoreError;
use crate::store::mailings::{self as stored, Candidate};

/// A mail as one reader gets it.
#[derive(Debug, Clone)]
pub struct Preview {
    pub lang: Lang,
    pub reader: Reader,
    /// Which of the readers in this language it is, from 0, and how many there are.
    pub number: usize,
    pub of: usize,
    pub mail: OpenedMail,
}

/// The languages in which somebody gets a mailing, each with who that is.
pub(super) fn by_language<'a>(
    event: &Event,
    mailing: &Mailing,
    audience: &'a Audience,
) -> Vec<(Lang, Vec<&'a Candidate>)> {
    let written = |one: &&Candidate| mailing.text.language(one.lang, event.first_language());
    let readers = |lang: Lang| audience.gets.iter().filter(|one| written(one) == lang).collect();
    let others = Lang::ALL.into_iter().filter(|lang| !event.languages.contains(lang));
    let all = event.languages.iter().copied().chain(others).map(|lang| (lang, readers(lang)));
    all.filter(|(_, readers): &(Lang, Vec<&Candidate>)| !readers.is_empty()).collect()
}

/// The mail in one language, to the reader with this number.
pub fn preview(
    app: &App,
    access: &ChangeAccess,
    id: &MailingId,
    (lang, number): (Lang, usize),
) -> Result<Preview, Fault> {
    let event = access.event();
    let (mailing, number, of, reader) = app.store.read(|db| {
        let mailing = stored::get(db, &event.id, id)?;
        let audience = Audience::of(db, &event.id, &mailing.people)?;
        let readers = by_language(event, &mailing, &audience).into_iter().find(|(known, _)| *known == lang);
        let readers = readers.map(|(_, readers)| readers).unwrap_or_default();
        let number = number % readers.len().max(1);
        let who: ParticipantId = readers.get(number).ok_or(StoreError::NotFound)?.id.clone();
        let reader = Reader::list(db, &[&who])?.pop().ok_or(StoreError::NotFound)?;
        Ok::<_, Fault>((mailing, number, readers.len(), reader))
    })?;
    let mail = made_for(app, (event, &mailing), &reader, None)?;
    let opened = reading::open(&mail.1.mime).ok_or(StoreError::NotFound)?;
    Ok(Preview { lang, reader, number, of, mail: opened })
}

fn made_for(
    app: &App,
    (event, mailing): (&Event, &Mailing),
    reader: &Reader,
    test_for: Option<&Email>,
) -> Result<Made, Fault> {
    let (stop, _) = made_stop_link(app);
    let link = app.config.base_url.my_event(&event.slug);
    make(app, app.clock.now(), (event, mailing), reader, &Ways { link: &link, stop: &stop, test_for })
}

/// Mails an organiser what the first reader in each language gets; gives how many mails that are.
pub fn send_test(
    app: &App,
    access: &ChangeAccess,
    account: &Account,
    id: &MailingId,
) -> Result<usize, Fault> {
    let (event, now) = (access.event(), app.clock.now());
    let to = Email::parse(&account.email).map_err(|_| MailError::NoAddress)?;
    let (mailing, readers) = app.store.read(|db| {
        let mailing = stored::get(db, &event.id, id)?;
        let audience = Audience::of(db, &event.id, &mailing.people)?;
        let first: Vec<ParticipantId> = by_language(event, &mailing, &audience)
            .into_iter()
            .filter_map(|(_, readers)| readers.first().map(|one| one.id.clone()))
            .collect();
        let readers = Reader::list(db, &first.iter().collect::<Vec<_>>())?;
        Ok::<_, Fault>((mailing, readers))
    })?;
    let mut mails = Vec::new();
    for reader in &readers {
        mails.push(made_for(app, (event, &mailing), reader, Some(&to))?);
    }
    write_at(app, now, |tx| {
        put_all(tx.db, &mails.iter().collect::<Vec<_>>(), now)?;
        access.note(tx, "mailing.tested", id.as_str(), "")?;
        Ok(mails.len())
    })
}
