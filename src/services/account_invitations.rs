//! Inviting somebody to run an event, or to have an account: they accept it themselves, whether they have an account or not.
//!
//! Invariant: until they accept, whoever invited them learns nothing of them that they did not type themselves, and a new
//! password changes nothing about the invitation.

use chrono::{DateTime, Duration, Utc};

use super::Fault;
use super::access::{Actor, EventAccess, OwnerAccess};
use super::accounts::{AccountError, LinkFault, checked_hash, own_words};
use super::events::EditError;
use super::log::{note_account, note_at_event};
use super::logins::{self, Entry, Origin};
use super::post::post;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::account::{Account, Role};
use crate::domain::event::Event;
use crate::domain::ids::{AccountId, EventId, InvitationId};
use crate::domain::lang::Lang;
use crate::domain::problems::{Message, Problems};
use crate::domain::text::{self, Email};
use crate::domain::token::Token;
use crate::mail::messages::{self, AccountInvitationMail};
use crate::store::account_invitations as stored;

use crate::store::{Constraint, Db, StoreError, accounts, deactivated_accounts, events};

pub use crate::store::account_invitations::AccountInvitation;

/// How long an invitation stands.
pub const DAYS: i64 = 7;

/// An invitation as it was typed.
#[derive(Debug, Clone, Default)]
pub struct InvitationInput {
    pub name: String,
    pub email: String,
    pub role: String,
}

/// Asks somebody to run the event too. An earlier invitation to the same address is replaced.
pub fn invite(app: &App, access: &OwnerAccess, input: &InvitationInput, lang: Lang) -> Result<(), EditError> {
    write(app, |tx| {
        let mut problems = Problems::new();
        let name = text::required(&input.name, text::NAME_MAX, "problem-name-missing");
        let name = problems.take("name", name);
        let email = problems.take("email", Email::parse(&input.email));
        let role = Role::parse(&input.role).ok_or_else(|| Message::new("problem-role-missing"));
        let role = problems.take("role", role);
        let (Some(name), Some(email), Some(role)) = (name, email, role) else {
            return Err(problems.into());
        };
        let event = events::lock(tx.db, &access.event().id)?;
        let found = accounts::find_by_email(tx.db, &email)?.map(|(account, _)| account);
        if let Some(account) = &found
            && events::role_of(tx.db, &event.id, &account.id)?.is_some()
        {
            return Err(Problems::one("email", Message::new("problem-already-organiser")).into());
        }
        let by = match access.actor() {
            Actor::Organiser(id) => Some(id.clone()),
            _ => None,
        };
        let place = Some((event.id.clone(), role));
        let id = send(tx, (&name, &email), place, by, found.map_or(lang, |account| account.lang))?;
        access.note(tx, "organiser.invited", id.as_str(), role.code())?;
        Ok(())
    })
}

/// Stores an invitation and mails its link.
pub(super) fn send(
    tx: &mut Tx<'_>,
    (name, email): (&str, &Email),
    place: Option<(EventId, Role)>,
    by: Option<AccountId>,
    lang: Lang,
) -> Result<InvitationId, Fault> {
    let token = tx.app.random.token();
    let invitation = AccountInvitation {
        id: tx.app.random.id(tx.now),
        email: email.key(),
        name: name.to_string(),
        place,
        by,
        created_at: tx.now,
        expires_at: tx.now + Duration::days(DAYS),
    };
    stored::insert(tx.db, &invitation, &token.hash())?;
    let (inviter, event) = who_and_where(tx.db, &invitation)?;
    let link = tx.app.config.base_url.join(&format!("/organiser/invitation/{}", token.secret()));
    let mail = AccountInvitationMail {
        name,
        to: email,
        lang,
        by: inviter.as_deref(),
        place: event.as_ref().zip(invitation.place.as_ref().map(|(_, role)| *role)),
        link: &link,
        days: DAYS,
    };
    post(tx, |context| messages::account_invited(context, &mail))?;
    Ok(invitation.id)
}

fn who_and_where(
    db: &mut Db,
    one: &AccountInvitation,
) -> Result<(Option<String>, Option<Event>), StoreError> {
    let by = one.by.as_ref().map(|id| accounts::get(db, id)).transpose()?.map(|account| account.name);
    let event = one.place.as_ref().map(|(event, _)| events::get(db, event)).transpose()?;
    Ok((by, event))
}

/// What an invitation says to whoever opened its link.
#[derive(Debug, Clone)]
pub struct InvitationView {
    pub email: String,
    pub name: String,
    /// Who invites; none: whoever runs the server.
    pub by: Option<String>,
    pub place: Option<(Event, Role)>,
    /// Whether the address has an account, which accepts it.
    pub has_account: bool,
}

/// The invitation behind a link.
pub fn open(app: &App, token: &Token) -> Result<InvitationView, AccountError> {
    let now = app.clock.now();
    app.store.read(|db| {
        let one = standing(db, token, now)?;
        let (by, event) = who_and_where(db, &one)?;
        let has_account = account_of(db, &one)?.is_some();
        let place = event.zip(one.place.map(|(_, role)| role));
        Ok(InvitationView { email: one.email, name: one.name, by, place, has_account })
    })
}

/// The invitation of a token, while whoever invited may do so: it gives no more than they could give now.
fn standing(db: &mut Db, token: &Token, now: DateTime<Utc>) -> Result<AccountInvitation, AccountError> {
    let one = stored::find(db, &token.hash())?.ok_or(LinkFault::Unknown)?;
    if one.expires_at <= now {
        return Err(LinkFault::Expired.into());
    }
    if may_invite(db, &one)? { Ok(one) } else { Err(LinkFault::Unknown.into()) }
}

/// Whether whoever invited is still an active administrator, or owner of the event that it is to.
fn may_invite(db: &mut Db, one: &AccountInvitation) -> Result<bool, StoreError> {
    let Some(by) = &one.by else { return Ok(true) };
    if deactivated_accounts::contains(db, by)? {
        return Ok(false);
    }
    if accounts::get(db, by)?.is_admin {
        return Ok(true);
    }
    let Some((event, _)) = &one.place else { return Ok(false) };
    Ok(events::role_of(db, event, by)? == Some(Role::Owner))
}

fn account_of(db: &mut Db, one: &AccountInvitation) -> Result<Option<Account>, StoreError> {
    let Ok(email) = Email::parse(&one.email) else { return Ok(None) };
    Ok(accounts::find_by_email(db, &email)?.map(|(account, _)| account))
}

/// Accepts an invitation for the account of its address, which is logged in. Of another account it is unknown.
pub fn accept(app: &App, token: &Token, account: &Account) -> Result<Option<(Event, Role)>, AccountError> {
    write(app, |tx| {
        let one = standing(tx.db, token, tx.now)?;
        if account_of(tx.db, &one)?.is_none_or(|own| own.id != account.id) {
            return Err(LinkFault::Unknown.into());
        }
        join(tx, &one, account)
    })
}

/// The form of somebody who has no account yet.
#[derive(Debug, Clone, Default)]
pub struct JoinInput {
    pub name: String,
    pub password: String,
}

/// Accepts an invitation with a new account, and logs this browser in with it.
pub fn accept_newly(
    app: &App,
    token: &Token,
    input: &JoinInput,
    lang: Lang,
    origin: &Origin,
) -> Result<(Option<(Event, Role)>, Entry), AccountError> {
    let view = open(app, token)?;
    if view.has_account {
        return Err(LinkFault::Unknown.into());
    }
    let mut problems = Problems::new();
    let name = problems.take("name", text::required(&input.name, text::NAME_MAX, "problem-name-missing"));
    let mut words = vec![input.name.as_str(), view.email.as_str()];
    let event = view.place.as_ref().map(|(event, _)| event);
    words.extend(event.into_iter().flat_map(own_words));
    let hash = match checked_hash(app, &words, &input.password) {
        Ok(hash) => Some(hash),
        Err(AccountError::Invalid(found)) => {
            found.into_iter().for_each(|one| problems.add(one.field, one.message));
            None
        }
        Err(error) => return Err(error),
    };
    let (Some(name), Some(hash)) = (name, hash) else { return Err(problems.into()) };
    write(app, |tx| {
        let one = standing(tx.db, token, tx.now)?;
        let account = Account {
            id: tx.app.random.id(tx.now),
            email: one.email.clone(),
            name: name.clone(),
            is_admin: false,
            lang,
            created_at: tx.now,
        };
        accounts::insert(tx.db, &account, Some(&hash)).map_err(|error| match error {
            // Another link of theirs was quicker.
            StoreError::Conflict(Constraint::AccountEmail) => AccountError::Link(LinkFault::Used),
            other => other.into(),
        })?;
        note_account(tx, &account.id, "account.made")?;
        let event = join(tx, &one, &account)?;
        let entry = logins::log_browser_in(tx, &account, origin)?;
        Ok((event, entry))
    })
}

/// Gives the event, and the role there from now on.
fn join(
    tx: &mut Tx<'_>,
    one: &AccountInvitation,
    account: &Account,
) -> Result<Option<(Event, Role)>, AccountError> {
    if !stored::delete(tx.db, &one.id)? {
        return Err(LinkFault::Used.into());
    }
    let Some((event, role)) = &one.place else { return Ok(None) };
    let event = events::lock(tx.db, event)?;
    let before = events::role_of(tx.db, &event.id, &account.id)?;
    let from_now = before.filter(|before| !role.covers(*before)).unwrap_or(*role);
    events::set_role(tx.db, &event.id, &account.id, from_now)?;
    let by = Actor::Organiser(account.id.clone());
    note_at_event(tx, &event.id, &by, "organiser.joined", (account.id.as_str(), role.code()))?;
    Ok(Some((event, from_now)))
}

/// Declines an invitation: it goes.
pub fn decline(app: &App, token: &Token) -> Result<(), AccountError> {
    write(app, |tx| {
        let one = standing(tx.db, token, tx.now)?;
        stored::delete(tx.db, &one.id)?;
        if let Some((event, role)) = &one.place {
            let subject = (one.id.as_str(), role.code());
            note_at_event(tx, event, &Actor::Visitor, "organiser.declined", subject)?;
        }
        Ok(())
    })
}

/// The invitations of an event that nobody has answered.
pub fn list(app: &App, access: &EventAccess) -> Result<Vec<AccountInvitation>, Fault> {
    let now = app.clock.now();
    Ok(app.store.read(|db| stored::list(db, &access.event().id, now))?)
}

/// Takes an invitation back; one that was answered meanwhile stays answered.
pub fn withdraw(app: &App, access: &OwnerAccess, id: &InvitationId) -> Result<(), Fault> {
    Ok(write(app, |tx| {
        if stored::delete_of(tx.db, &access.event().id, id)? {
            access.note(tx, "organiser.withdrawn", id.as_str(), "")?;
        }
        Ok::<_, StoreError>(())
    })?)
}
