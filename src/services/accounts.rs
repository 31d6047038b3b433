//! Organisers' accounts: the first one, and new passwords.

use super::fault::from_store_error;
use super::log::note_account;
use super::tx::{Tx, write, write_at};
use chrono::{DateTime, Duration, Utc};

use super::Fault;
use super::asked_mails;
use super::logins::{self, LogInError, Origin};
use super::notices::{self, Notice};
use super::passwords::{HashError, Password};
use super::post::{self, post};
use super::proofs;
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::event::Event;
use crate::domain::ids::AccountId;
use crate::domain::lang::Lang;
use crate::domain::problems::{Message, Problems};
use crate::domain::text::{self, Email};
use crate::domain::token::Token;
use crate::mail::messages;
use crate::store::accounts::{self as stored, AccountLinkPurpose};
use crate::store::{Db, StoreError, deactivated_accounts, events, logins as stored_logins};

/// How long the link that makes the first account works.
const SETUP_HOURS: i64 = 24;
/// How long a link for a new password works.
const PASSWORD_HOURS: u32 = 2;

/// What is wrong with a one-time link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkFault {
    #[error("the link is unknown")]
    Unknown,
    #[error("the link was used before")]
    Used,
    #[error("the link is too old")]
    Expired,
}

/// Why an account or a password could not be made.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    #[error(transparent)]
    Link(#[from] LinkFault),
    #[error("invalid: {0}")]
    Invalid(Problems),
    #[error(transparent)]
    Hash(#[from] HashError),
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(AccountError);

impl From<Problems> for AccountError {
    fn from(problems: Problems) -> AccountError {
        AccountError::Invalid(problems)
    }
}

/// The path of a new one-time link with which the first organiser makes an account; nothing once there is one.
/// Earlier links that nobody used stop working.
pub fn ensure_setup_link(app: &App) -> Result<Option<String>, StoreError> {
    let token = app.random.token();
    write(app, |tx| {
        if stored::count(tx.db)? > 0 {
            return Ok(None);
        }
        let until = tx.now + Duration::hours(SETUP_HOURS);
        stored::insert_link(tx.db, &token.hash(), None, AccountLinkPurpose::Setup, tx.now, until)?;
        Ok(Some(format!("/organiser/setup/{}", token.secret())))
    })
}

/// Whether a set-up link still works.
pub fn check_setup_link(app: &App, token: &Token) -> Result<(), AccountError> {
    app.store.read(|db| working_link(db, token, AccountLinkPurpose::Setup, app.clock.now())).map(|_| ())
}

/// The form for the first account as it was typed.
#[derive(Debug, Clone, Default)]
pub struct SetUpInput {
    pub name: String,
    pub email: String,
    pub password: String,
}

/// Makes the first account, an administrator's, and uses up the link.
pub fn set_up(app: &App, token: &Token, input: &SetUpInput, lang: Lang) -> Result<Account, AccountError> {
    check_setup_link(app, token)?;
    let now = app.clock.now();
    let mut problems = Problems::new();
    let name = problems.take("name", text::required(&input.name, text::NAME_MAX, "problem-name-missing"));
    let email = problems.take("email", Email::parse(&input.email));
    let password = problems.take("password", Password::check(&input.password, &[&input.name, &input.email]));
    let (Some(name), Some(email), Some(password)) = (name, email, password) else {
        return Err(problems.into());
    };
    let hash = app.passwords.hash(&password, &app.random)?;
    let account =
        Account { id: app.random.id(now), email: email.key(), name, is_admin: true, lang, created_at: now };
    write_at(app, now, |tx| {
        use_link(tx.db, token, AccountLinkPurpose::Setup, now)?;
        if stored::count(tx.db)? > 0 {
            return Err(LinkFault::Used.into());
        }
        stored::insert(tx.db, &account, Some(&hash))?;
        note_account(tx, &account.id, "account.set_up")?;
        Ok(account.clone())
    })
}

/// Mails a link for a new password to an organiser. For an address without an account nothing is sent, and nothing in
/// answer or work tells the two apart.
pub fn ask_for_password(app: &App, email: &str, lang: Lang) -> Result<(), AccountError> {
    let email = Email::parse(email).map_err(|message| Problems::one("email", message))?;
    let now = app.clock.now();
    let found = app.store.read(|db| {
        let Some((account, _)) = stored::find_by_email(db, &email)? else { return Ok(None) };
        Ok::<_, StoreError>((!deactivated_accounts::contains(db, &account.id)?).then_some(account))
    })?;
    let someone = found.clone().unwrap_or_else(|| Account {
        id: app.random.id(now),
        email: email.key(),
        name: String::new(),
        is_admin: false,
        lang,
        created_at: now,
    });
    write_at(app, now, |tx| {
        let may_ask = asked_mails::may_ask(tx, &email)?;
        if let Some(account) = &found {
            note_account(tx, &account.id, "password.asked")?;
        }
        if found.is_some() && may_ask {
            mail_link(tx, &someone, PASSWORD_HOURS)
        } else {
            let link = password_link(app, &app.random.token());
            post::made(app, now, |context| messages::new_password(context, &someone, &link, PASSWORD_HOURS))?;
            Ok(())
        }
    })
}

/// Whose password a link sets.
pub fn account_of_link(app: &App, token: &Token) -> Result<Account, AccountError> {
    app.store.read(|db| {
        let id = working_link(db, token, AccountLinkPurpose::Password, app.clock.now())?;
        Ok(stored::get(db, &id.ok_or(LinkFault::Unknown)?)?)
    })
}

/// Sets a new password by a link from a mail, uses up the link and ends every log-in of the account. Gives the secret by which
/// this browser is a known one: whoever opened the link is not slowed down by strangers' wrong passwords.
pub fn set_password(app: &App, token: &Token, raw: &str, origin: &Origin) -> Result<Token, AccountError> {
    let account = account_of_link(app, token)?;
    let words = words_of(app, &account)?;
    let hash = checked_hash(app, &words.iter().map(String::as_str).collect::<Vec<_>>(), raw)?;
    write(app, |tx| {
        use_link(tx.db, token, AccountLinkPurpose::Password, tx.now)?;
        replace_password(tx, &account, &hash, "password.set")?;
        Ok(logins::know_browser(tx, &account, origin)?)
    })
}

/// Changes the password of somebody who knows the present one, and ends every log-in of the account. Gives the secret by which
/// this browser stays a known one.
pub fn change_password(
    app: &App,
    account: &Account,
    (present, raw): (&str, &str),
    (login, origin): (&Token, &Origin),
) -> Result<Token, AccountError> {
    let refused = |message: Message| AccountError::from(Problems::one("present", message));
    match proofs::check_password(app, account, present, (login, origin)) {
        Ok(true) => {}
        Ok(false) => return Err(refused(Message::new("problem-password-present"))),
        Err(LogInError::Fault(fault)) => return Err(fault.into()),
        Err(_) => return Err(refused(Message::new("problem-proof-wait"))),
    }
    let words = words_of(app, account)?;
    let hash = checked_hash(app, &words.iter().map(String::as_str).collect::<Vec<_>>(), raw)?;
    write(app, |tx| {
        replace_password(tx, account, &hash, "password.changed")?;
        Ok(logins::know_browser(tx, account, origin)?)
    })
}

/// Stores a password, ends every log-in of the account and forgets its browsers: one of them may have been a thief's.
fn replace_password(
    tx: &mut Tx<'_>,
    account: &Account,
    hash: &str,
    action: &str,
) -> Result<(), AccountError> {
    stored::set_password(tx.db, &account.id, hash)?;
    stored_logins::delete_others(tx.db, &account.id, None)?;
    stored_logins::forget_browsers(tx.db, &account.id)?;
    note_account(tx, &account.id, action)?;
    Ok(notices::tell(tx, account, &Notice::PasswordSet)?)
}

/// The hash of a new password, if it is good enough; none of these words is a part of it that counts.
pub(super) fn checked_hash(app: &App, words: &[&str], raw: &str) -> Result<String, AccountError> {
    let password = Password::check(raw, words).map_err(|message| Problems::one("password", message))?;
    Ok(app.passwords.hash(&password, &app.random)?)
}

/// What a password of this account must not be made of: its owner's words, and those of their events.
fn words_of(app: &App, account: &Account) -> Result<Vec<String>, AccountError> {
    let events = app.store.read(|db| events::list_for(db, &account.id))?;
    let own = [account.name.clone(), account.email.clone()];
    let of_events = events.iter().flat_map(|event| own_words(event).map(String::from).collect::<Vec<_>>());
    Ok(own.into_iter().chain(of_events).collect())
}

/// The words of an event that its team would think of first.
pub(super) fn own_words(event: &Event) -> impl Iterator<Item = &str> {
    let names = Lang::ALL.into_iter().filter_map(|lang| event.name.exact(lang));
    names.chain([event.organiser_name.as_str(), event.slug.as_str()])
}

fn mail_link(tx: &mut Tx<'_>, account: &Account, hours: u32) -> Result<(), AccountError> {
    let token = tx.app.random.token();
    let until = tx.now + Duration::hours(hours.into());
    let purpose = AccountLinkPurpose::Password;
    stored::insert_link(tx.db, &token.hash(), Some(&account.id), purpose, tx.now, until)?;
    let link = password_link(tx.app, &token);
    Ok(post(tx, |context| messages::new_password(context, account, &link, hours))?)
}

fn password_link(app: &App, token: &Token) -> String {
    app.config.base_url.join(&format!("/organiser/password/{}", token.secret()))
}

fn working_link(
    db: &mut Db,
    token: &Token,
    purpose: AccountLinkPurpose,
    now: DateTime<Utc>,
) -> Result<Option<AccountId>, AccountError> {
    let link = stored::find_link(db, &token.hash(), purpose)?.ok_or(LinkFault::Unknown)?;
    if link.used_at.is_some() {
        return Err(LinkFault::Used.into());
    }
    if link.expires_at <= now {
        return Err(LinkFault::Expired.into());
    }
    Ok(link.account)
}

/// Uses a link up; of two who try at once, one is told that it was used.
fn use_link(
    db: &mut Db,
    token: &Token,
    purpose: AccountLinkPurpose,
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    working_link(db, token, purpose, now)?;
    if stored::use_link(db, &token.hash(), now)? { Ok(()) } else { Err(LinkFault::Used.into()) }
}
