//! Mails and personal links that are made before a write begins: what is slow about them, their MIME and signatures, holds
//! nobody up. They are put into the outbox all at once, in the transaction of the fact that they report.
//!
//! Invariant: nothing here knows a database but [`Letters::post`].

use chrono::{DateTime, Utc};

use super::Fault;
use super::links;
use super::post::{Made, made, put_all};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::mail::OutgoingMail;
use crate::mail::{MailContext, MailError};
use crate::store::links::NewLink;
use crate::store::{Db, StoreError};

/// Mails that are made and not in the outbox yet.
pub(super) struct Letters<'a> {
    app: &'a App,
    now: DateTime<Utc>,
    links: Vec<NewLink>,
    mails: Vec<Made>,
}

impl<'a> Letters<'a> {
    /// None yet.
    pub(super) fn new(app: &'a App, now: DateTime<Utc>) -> Letters<'a> {
        Letters { app, now, links: Vec::new(), mails: Vec::new() }
    }

    /// A new personal link, which opens once the letters are posted.
    pub(super) fn personal_link(&mut self, event: &Event, who: &ParticipantId) -> String {
        let (address, link) = links::made_personal_link(self.app, event, who, self.now);
        self.links.push(link);
        address
    }

    /// The same for a link that opens one page.
    pub(super) fn personal_link_to(
        &mut self,
        event: &Event,
        who: &ParticipantId,
        page: links::Page,
    ) -> String {
        links::opening(self.personal_link(event, who), page)
    }

    /// Makes a mail.
    pub(super) fn write(
        &mut self,
        make: impl FnOnce(&MailContext<'_>) -> Result<OutgoingMail, MailError>,
    ) -> Result<(), Fault> {
        self.mails.push(made(self.app, self.now, make)?);
        Ok(())
    }

    /// Puts all of them into the outbox.
    pub(super) fn post(&self, db: &mut Db) -> Result<(), StoreError> {
        crate::store::links::insert_all(db, &self.links)?;
        put_all(db, &self.mails.iter().collect::<Vec<_>>(), self.now)
    }
}
