//! Mails and personal links that are made before a write begins: what is slow about them, their MIME and signatures, holds
//! nobody up. They are put into the outbox all at once, in the transaction of the fact that they report.
//!
//! Invariant: nothing here knows a database but [`Letters::post`].

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::Fault;
use super::links;
use super::post::context;
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::{MailId, ParticipantId};
use crate::domain::mail::{ADDRESS_BLOCKED, OutgoingMail};
use crate::mail::{MailContext, MailError};
use crate::store::links::NewLink;
use crate::store::outbox::NewMail;
use crate::store::{Db, StoreError, blocked_addresses, outbox};

/// Mails that are made and not in the outbox yet.
pub(super) struct Letters<'a> {
    app: &'a App,
    now: DateTime<Utc>,
    links: Vec<NewLink>,
    mails: Vec<(MailId, OutgoingMail)>,
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
        let id: MailId = self.app.random.id(self.now);
        let mail = make(&context(self.app, &id, self.now))?;
        self.mails.push((id, mail));
        Ok(())
    }

    /// Puts all of them into the outbox; those to a blocked address wait there until somebody lets them go.
    pub(super) fn post(&self, db: &mut Db) -> Result<(), StoreError> {
        crate::store::links::insert_all(db, &self.links)?;
        let recipients: BTreeSet<String> = self.mails.iter().map(|(_, mail)| mail.recipient.key()).collect();
        let blocked = blocked_addresses::among(db, &recipients.into_iter().collect::<Vec<_>>())?;
        let rows: Vec<NewMail<'_>> = self
            .mails
            .iter()
            .map(|(id, mail)| {
                let problem = blocked.contains(&mail.recipient.key()).then_some(ADDRESS_BLOCKED);
                NewMail { id, mail, problem }
            })
            .collect();
        outbox::insert_all(db, &rows, self.now)
    }
}
