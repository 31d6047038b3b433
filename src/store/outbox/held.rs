//! Mails of events that are not public: only the team of such an event gets any.

use std::collections::{BTreeSet, HashMap, HashSet};

use diesel::prelude::*;

use super::batches::{BATCHED, RELEASED};
use crate::domain::event::EventState;
use crate::domain::ids::EventId;
use crate::domain::mail::{EVENT_NOT_PUBLIC, MailState, OutgoingMail};
use crate::domain::text::Email;
use crate::store::rows::lower;
use crate::store::schema::{accounts, event_roles, events, mail_batches, outbox};
use crate::store::{Db, StoreError};

/// Who gets mail of those events among some that are not public.
#[derive(Debug, Default)]
pub struct Teams(HashMap<String, HashSet<String>>);

impl Teams {
    /// Those of the events of mails.
    pub fn of<'a>(db: &mut Db, mails: impl Iterator<Item = &'a OutgoingMail>) -> Result<Teams, StoreError> {
        let ids: BTreeSet<&str> = mails.filter_map(|mail| mail.event.as_ref()).map(EventId::as_str).collect();
        of_events(db, &ids.into_iter().collect::<Vec<_>>())
    }

    /// Whether a mail never goes.
    pub fn hold(&self, mail: &OutgoingMail) -> bool {
        let team = mail.event.as_ref().and_then(|event| self.0.get(event.as_str()));
        !mail.kind.is_for_organisers() && team.is_some_and(|team| !team.contains(&mail.recipient.key()))
    }
}

fn of_events(db: &mut Db, ids: &[&str]) -> Result<Teams, StoreError> {
    let hidden: Vec<(String, String)> = events::table
        .filter(events::id.eq_any(ids))
        .filter(events::state.eq(EventState::Draft.code()))
        .select((events::id, events::contact_email))
        .load(db)?;
    if hidden.is_empty() {
        return Ok(Teams::default());
    }
    let of: Vec<&str> = hidden.iter().map(|(id, _)| id.as_str()).collect();
    let members: Vec<(String, String)> = event_roles::table
        .inner_join(accounts::table)
        .filter(event_roles::event_id.eq_any(of))
        .select((event_roles::event_id, lower(accounts::email)))
        .load(db)?;
    let mut teams: HashMap<String, HashSet<String>> = HashMap::new();
    let contacts =
        hidden.iter().filter_map(|(id, contact)| Some((id.clone(), Email::parse(contact).ok()?.key())));
    for (event, address) in contacts.chain(members) {
        teams.entry(event).or_default().insert(address);
    }
    Ok(Teams(teams))
}

/// Holds those of these mails that do not go, since they are to people outside the team of their event.
pub(super) fn hold(db: &mut Db, ids: &[String]) -> Result<(), StoreError> {
    let mails = || outbox::table.filter(outbox::id.eq_any(ids));
    let found: Vec<Option<String>> = mails().select(outbox::event_id).distinct().load(db)?;
    let found: Vec<&str> = found.iter().flatten().map(String::as_str).collect();
    for (event, team) in of_events(db, &found)?.0 {
        let outside = lower(outbox::recipient).ne_all(team);
        diesel::update(mails().filter(outbox::event_id.eq(event)).filter(outside))
            .set((outbox::state.eq(MailState::Failed.code()), outbox::problem.eq(EVENT_NOT_PUBLIC)))
            .execute(db)?;
    }
    Ok(())
}

/// The same for the mails of an event whose batch is released and was not seen to yet: they count as sent while it was not public.
pub fn hold_released(db: &mut Db, event: &EventId) -> Result<(), StoreError> {
    let released: Vec<String> =
        mail_batches::table.filter(mail_batches::state.eq(RELEASED)).select(mail_batches::id).load(db)?;
    let ids: Vec<String> = outbox::table
        .filter(outbox::event_id.eq(event.as_str()))
        .filter(outbox::state.eq(BATCHED))
        .filter(outbox::batch_id.eq_any(released.iter().map(Some)))
        .select(outbox::id)
        .load(db)?;
    ids.chunks(5_000).try_for_each(|some| hold(db, some))
}
