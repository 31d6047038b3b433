//! Mails and personal links that are made before a write begins: what is slow about them, their MIME and signatures, holds
//! nobody up. They are put into the outbox in the transaction of the fact that they report; where no transaction is open yet,
//! thousands of them go ahead of it in a batch.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::Fault;
use super::batches::Batch;
use super::links;
use super::post::{Made, made, put_all};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::{MailId, ParticipantId};
use crate::domain::mail::OutgoingMail;
use crate::mail::{MailContext, MailError};
use crate::store::links::NewLink;
use crate::store::{Db, StoreError, outbox};

/// So many mails are put into a batch together; fewer wait for the transaction of their fact.
const MANY: usize = 100;

/// Mails that are made and do not go yet.
pub(super) struct Letters<'a> {
    app: &'a App,
    now: DateTime<Utc>,
    links: Vec<NewLink>,
    /// Those that are not in the batch.
    mails: Vec<Made>,
    may_batch: bool,
    batch: Option<Batch<'a>>,
}

impl<'a> Letters<'a> {
    /// None yet, and there will be few: they are kept until they are posted.
    pub(super) fn few(app: &'a App, now: DateTime<Utc>) -> Letters<'a> {
        Letters { app, now, links: Vec::new(), mails: Vec::new(), may_batch: false, batch: None }
    }

    /// None yet. No transaction is open, so that however many there will be, a batch takes them.
    pub(super) fn many(app: &'a App, now: DateTime<Utc>) -> Letters<'a> {
        Letters { may_batch: true, ..Letters::few(app, now) }
    }

    /// The world in which they are written.
    pub(super) fn app(&self) -> &'a App {
        self.app
    }

    /// The time at which they are written.
    pub(super) fn now(&self) -> DateTime<Utc> {
        self.now
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
        self.write_known(make).map(drop)
    }

    /// The same; gives the mail's id.
    pub(super) fn write_known(
        &mut self,
        make: impl FnOnce(&MailContext<'_>) -> Result<OutgoingMail, MailError>,
    ) -> Result<MailId, Fault> {
        self.write_at(self.now, make)
    }

    /// The same for a mail that does not go before a time.
    pub(super) fn write_at(
        &mut self,
        due: DateTime<Utc>,
        make: impl FnOnce(&MailContext<'_>) -> Result<OutgoingMail, MailError>,
    ) -> Result<MailId, Fault> {
        let mut made = made(self.app, self.now, make)?;
        made.1.not_before = Some(due).filter(|due| *due > self.now);
        let id = made.0.clone();
        self.mails.push(made);
        if self.may_batch && self.mails.len() >= MANY {
            self.send_ahead()?;
        }
        Ok(id)
    }

    /// Puts what is made into the batch.
    fn send_ahead(&mut self) -> Result<(), StoreError> {
        let batch = match &self.batch {
            Some(batch) => batch,
            None => self.batch.insert(Batch::open(self.app)?),
        };
        batch.add(&self.mails, self.now)?;
        self.mails.clear();
        Ok(())
    }

    /// Lets all of them go, with the transaction of the fact.
    pub(super) fn post(&self, db: &mut Db) -> Result<(), StoreError> {
        self.post_but(db, &HashSet::new())
    }

    /// The same without some of them, which are forgotten.
    pub(super) fn post_but(&self, db: &mut Db, not: &HashSet<&MailId>) -> Result<(), StoreError> {
        crate::store::links::insert_all(db, &self.links)?;
        let mails: Vec<&Made> = self.mails.iter().filter(|(id, _)| !not.contains(id)).collect();
        put_all(db, &mails, self.now)?;
        outbox::take_out_of_batch(db, &not.iter().map(|id| id.as_str()).collect::<Vec<_>>())?;
        self.batch.iter().try_for_each(|batch| batch.release(db))
    }
}
