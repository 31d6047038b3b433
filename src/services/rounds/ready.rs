//! Tells the organiser who started a round that it is ready, where that took long enough to do something else meanwhile.

use chrono::Duration;

use crate::domain::event::Event;
use crate::domain::round::{Round, RoundState};
use crate::mail::messages::{self, RoundReady};
use crate::services::Fault;
use crate::services::access::Actor;
use crate::services::post::post;
use crate::services::tx::Tx;
use crate::store::{accounts, deactivated_accounts, log, round_leases};

/// Whoever waited for no longer than this saw it on the page.
const LONG: Duration = Duration::seconds(30);

/// Mails whoever started a round at a page, if it took long.
pub(super) fn tell(tx: &mut Tx<'_>, event: &Event, round: &Round) -> Result<(), Fault> {
    let is_long = tx.now - round.created_at >= LONG;
    if !is_long || !round_leases::tells_when_ready(tx.db, &round.id)? {
        return Ok(());
    }
    let start = log::last(tx.db, &event.id, "round.started", round.id.as_str())?;
    let Some(id) = start.as_ref().and_then(|entry| Actor::account_of(&entry.actor)) else { return Ok(()) };
    let Some(account) = accounts::list_by_ids(tx.db, &[id])?.pop() else { return Ok(()) };
    if deactivated_accounts::contains(tx.db, &account.id)? {
        return Ok(());
    }
    let path = format!("/organiser/events/{}/rounds/{}", event.slug, round.number);
    let link = tx.app.config.base_url.join(&path);
    let is_draft = round.state == RoundState::Draft;
    let ready = RoundReady { event, account: &account, number: round.number, link: &link, is_draft };
    post(tx, |context| messages::round_ready(context, &ready))
}
