//! Who is asking: the cookies, and the check of a route's `Who` before its handler runs.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use super::error::PageError;
use super::visit::Visit;
use super::who::Who;
use crate::domain::account::{Account, Role};
use crate::domain::act::Done;
use crate::services::access::{self, DoorAccess, EventAccess};
use crate::services::acts;
use crate::services::logins::{self, LoggedIn};

/// Name of an organiser's log-in cookie.
pub const LOGIN: &str = "login";
/// Name of the cookie of a log-in that is half done.
pub const HALF_LOGIN: &str = "half-login";
/// Name of the cookie by which a browser is known in which an organiser has logged in.
pub const BROWSER: &str = "browser";
/// How long a browser keeps a participant's link, a registration form and the choice of language.
pub const KEPT: Duration = Duration::days(180);

/// Name of the cookie that keeps a participant's personal link to an event.
pub fn personal(slug: &str) -> String {
    format!("my-{slug}")
}

/// Name of the cookie that keeps the token of a registration form.
pub fn form(slug: &str) -> String {
    format!("draft-{slug}")
}

/// Who asks.
#[derive(Debug, Clone)]
pub enum Caller {
    /// Anybody. A participant is known by their link's token, which their event's services check.
    Visitor,
    /// An organiser who is signed in.
    Account(Account),
    /// An organiser who is signed in, with what they may do at the path's event.
    Organiser(Box<(Account, EventAccess)>),
    /// Somebody of the team who is signed in, where what the day needs is done.
    AtDoor(Box<(Account, DoorAccess)>),
}

/// What an organiser has shown of themselves.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shown {
    /// Who they are, within the last minutes.
    pub lately: bool,
    /// A second factor.
    pub factor: bool,
}

/// How cookies are written: with the `__Host-` prefix where browsers come by TLS, so that no other host of the domain
/// can plant one.
#[derive(Debug, Clone, Copy)]
pub struct Cookies {
    pub secure: bool,
}

impl Cookies {
    /// The name under which the browser keeps a cookie.
    pub fn name(self, name: &str) -> String {
        if self.secure { format!("__Host-{name}") } else { name.to_string() }
    }

    /// A cookie that no script reads and no other site's form carries; without `age` it ends with the browser.
    pub fn set(self, name: &str, value: String, age: Option<Duration>) -> Cookie<'static> {
        let mut cookie = Cookie::build(self.name(name), value)
            .path("/")
            .secure(self.secure)
            .http_only(true)
            .same_site(SameSite::Lax)
            .finish();
        cookie.set_max_age(age);
        cookie
    }

    /// A cookie that removes another.
    pub fn clear(self, name: &str) -> Cookie<'static> {
        let mut cookie = self.set(name, String::new(), None);
        cookie.make_removal();
        cookie
    }
}

/// Lets the caller in, or says why not. Somebody else's event is not there for an organiser without a role at it.
pub async fn admit(who: Who, before_factor: bool, visit: &Visit) -> Result<(Caller, Shown), PageError> {
    match who {
        Who::Public => return Ok((Caller::Visitor, Shown::default())),
        Who::Participant => {
            return match visit.personal_token() {
                Some(_) => Ok((Caller::Visitor, Shown::default())),
                None => Err(PageError::LinkNeeded { slug: visit.part("slug").to_string() }),
            };
        }
        Who::SignedIn | Who::Admin | Who::Organiser(_) => {}
    }
    let found = signed_in(visit).await?;
    if visit.app().config.second_factor_required && !found.has_factor && !before_factor {
        return Err(PageError::FactorFirst);
    }
    let lately = found.proved_lately(visit.app().clock.now());
    let shown = Shown { lately, factor: found.has_factor };
    let caller = match who {
        Who::Organiser(least) => at_event(visit, found.account, least).await?,
        Who::Admin => {
            access::administer(&found.account)?;
            Caller::Account(found.account)
        }
        _ => Caller::Account(found.account),
    };
    Ok((caller, shown))
}

/// Who is logged in with this browser, if anybody is.
pub async fn logged_in(visit: &Visit) -> Result<Option<LoggedIn>, PageError> {
    let Some(token) = visit.cookie(LOGIN) else { return Ok(None) };
    visit.run(move |app| logins::account_of(app, &token)).await
}

async fn signed_in(visit: &Visit) -> Result<LoggedIn, PageError> {
    logged_in(visit).await?.ok_or_else(|| visit.sign_in_first())
}

async fn at_event(visit: &Visit, account: Account, least: Role) -> Result<Caller, PageError> {
    let slug = visit.part("slug").to_string();
    let entered = visit.run(move |app| {
        Ok::<_, access::Denied>(match least {
            Role::Helper => {
                let access = access::enter_door(app, &account, &slug)?;
                Caller::AtDoor(Box::new((account, access)))
            }
            least => {
                let access = access::enter(app, &account, &slug, least)?;
                Caller::Organiser(Box::new((account, access)))
            }
        })
    });
    entered.await
}

/// What whoever runs the path's event has just done there, on pages that offer to undo it.
pub async fn just_done(visit: &Visit) -> Result<Option<Done>, PageError> {
    let Caller::Organiser(entered) = &visit.caller else { return Ok(None) };
    if !entered.1.may(Role::Organiser) {
        return Ok(None);
    }
    let (account, access) = (entered.0.id.clone(), entered.1.clone());
    let now = visit.app().clock.now();
    visit.run(move |app| acts::just_done(app, &access, &account, now)).await
}

/// The address to go to after signing in, if it is one of our own pages.
pub fn own_path(next: &str) -> Option<&str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.~?=&%+,".contains(c);
    let ours =
        next.starts_with('/') && !next.starts_with("//") && next.len() <= 500 && next.chars().all(plain);
    ours.then_some(next)
}
