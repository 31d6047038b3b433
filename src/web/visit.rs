//! One request as a handler sees it: who asks, in which language, with which fields; and how to answer.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::zones::Zone;
use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT_LANGUAGE, HeaderName, IF_NONE_MATCH, LOCATION, REFERER, USER_AGENT};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::blocking::blocking;
use super::csrf::{self, FormToken, Secret};
use super::error::{Answer, PageError};
use super::page::{Page, Tone};
use super::posted::Posted;
use super::session::{Caller, Cookies, Shown};
use super::{Site, forwarded, language, limits, session};
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::act::{Act, Done};
use crate::domain::event::Event;
use crate::domain::lang::Lang;
use crate::domain::misfit::Accepted;
use crate::domain::network::Network;
use crate::domain::opened::{Opened, Typed};
use crate::domain::participant::Person;
use crate::domain::token::Token;
use crate::services::access::{DoorAccess, EventAccess};
use crate::services::logins::Origin;
use crate::words::Clocks;

/// The field that says yes to the published meetings that a change breaks.
pub const ACCEPTED: &str = "breaks";

/// A request, read.
#[derive(Clone)]
pub struct Visit {
    site: Arc<Site>,
    /// Names the request in the log and on pages of errors.
    pub id: String,
    /// Who sent it.
    pub from: IpAddr,
    /// Whether it may change something (RFC 9110, 9.2.1).
    pub changes: bool,
    /// What the browser says it is; empty if it says nothing.
    pub browser: String,
    /// Which version of the answer it has already (RFC 9110, 13.1.2); empty if none.
    pub known_version: String,
    /// Its path and query.
    pub address: String,
    referer: String,
    parts: HashMap<String, String>,
    cookies: HashMap<String, String>,
    asked: Option<Lang>,
    secret: Secret,
    /// Whether the browser has no such cookie yet.
    pub secret_is_new: bool,
    form_carries_token: Arc<AtomicBool>,
    /// How long it waits for a turn at the database.
    pub patience: Duration,
    /// What it does that can be undone.
    pub act: Option<Act>,
    /// What whoever asks has just done and may undo.
    pub just_done: Option<Done>,
    /// The fields of its query.
    pub query: Posted,
    /// The fields of its form.
    pub form: Posted,
    /// Who asks, once the route's rule was checked.
    pub caller: Caller,
    /// What they have shown of themselves.
    pub shown: Shown,
}

impl Visit {
    /// Reads everything but the body.
    pub fn open(request: &HttpRequest, site: Arc<Site>) -> Visit {
        let app = &site.app;
        let config = &app.config;
        let jar = Cookies { secure: config.base_url.is_https() };
        let cookies: HashMap<String, String> = request
            .cookies()
            .map(|all| all.iter().map(|one| (one.name().to_string(), one.value().to_string())).collect())
            .unwrap_or_default();
        let asker = forwarded::asker(request.peer_addr(), request.headers(), &config.proxies);
        if asker.is_doubted {
            site.doubted.note(request.peer_addr());
        }
        let query = Posted::decode(request.query_string());
        let accepted = request.headers().get(ACCEPT_LANGUAGE).and_then(|told| told.to_str().ok());
        let chosen = cookies.get(&jar.name(language::COOKIE)).map(String::as_str);
        let asked = language::asked(query.one(language::FIELD), chosen, accepted.unwrap_or_default());
        let known = cookies.get(&jar.name(csrf::COOKIE)).and_then(|value| Secret::read(value));
        // Postgres keeps no NUL: what has one names nothing of ours.
        let parts = request.match_info().iter();
        let parts = parts.map(|(name, value)| (name.to_string(), value.replace('\0', "\u{fffd}")));
        Visit {
            id: app.random.code(),
            changes: !request.method().is_safe(),
            from: asker.address,
            address: request.uri().path_and_query().map(ToString::to_string).unwrap_or_default(),
            browser: header(request, USER_AGENT),
            known_version: header(request, IF_NONE_MATCH),
            referer: header(request, REFERER),
            parts: parts.collect(),
            asked,
            secret_is_new: known.is_none(),
            form_carries_token: Arc::default(),
            secret: known.unwrap_or_else(|| Secret::new(&app.random.token())),
            patience: limits::PATIENCE,
            act: None,
            just_done: None,
            query,
            form: Posted::default(),
            caller: Caller::Visitor,
            shown: Shown::default(),
            cookies,
            site,
        }
    }

    /// The world of the services.
    pub fn app(&self) -> &App {
        &self.site.app
    }

    /// What all requests share.
    pub fn site(&self) -> &Arc<Site> {
        &self.site
    }

    /// A part of the path, such as `slug`; empty if the route has none of that name.
    pub fn part(&self, name: &str) -> &str {
        self.parts.get(name).map(String::as_str).unwrap_or_default()
    }

    /// The path without its query.
    pub fn path(&self) -> &str {
        self.address.split('?').next().unwrap_or_default()
    }

    /// The path of our own page on which the reader followed a link to this one; empty if they came from elsewhere.
    pub fn came_from(&self) -> String {
        let path = self.referer.strip_prefix(self.app().config.base_url.as_str()).unwrap_or_default();
        path.split(['?', '#']).next().unwrap_or_default().to_string()
    }

    /// The path without its last part.
    pub fn path_above(&self) -> &str {
        self.path().rsplit_once('/').map_or("/", |(above, _)| above)
    }

    /// The account that is signed in; only for routes that ask for one.
    pub fn account(&self) -> Result<&Account, PageError> {
        match &self.caller {
            Caller::Account(account) => Ok(account),
            Caller::Organiser(entered) => Ok(&entered.0),
            Caller::AtDoor(entered) => Ok(&entered.0),
            Caller::Visitor => Err(self.sign_in_first()),
        }
    }

    /// What the account may do at the path's event; only for routes that ask for a role.
    pub fn access(&self) -> Result<&EventAccess, PageError> {
        match &self.caller {
            Caller::Organiser(entered) => Ok(&entered.1),
            Caller::Account(_) | Caller::AtDoor(_) | Caller::Visitor => Err(PageError::Forbidden),
        }
    }

    /// What the account may do on the day of the path's event; only for routes that ask for a helper.
    pub fn door(&self) -> Result<&DoorAccess, PageError> {
        match &self.caller {
            Caller::AtDoor(entered) => Ok(&entered.1),
            Caller::Account(_) | Caller::Organiser(_) | Caller::Visitor => Err(PageError::Forbidden),
        }
    }

    /// Asks whoever is signed in to show again who they are, unless they have done so lately; the form is not lost.
    pub fn prove_first(&self) -> Result<(), PageError> {
        if self.shown.lately {
            return Ok(());
        }
        Err(PageError::ProveFirst { form: Box::new(self.form.clone()), has_factor: self.shown.factor })
    }

    /// Where a log-in comes from.
    pub fn origin(&self) -> Origin {
        Origin {
            network: Network::of(self.from),
            browser: self.browser.clone(),
            known: self.cookie(session::BROWSER),
        }
    }

    /// "Sign in first, then come back here."
    pub fn sign_in_first(&self) -> PageError {
        PageError::SignIn { next: self.address.clone() }
    }

    // ---- cookies ----

    /// How cookies are written here.
    pub fn jar(&self) -> Cookies {
        Cookies { secure: self.app().config.base_url.is_https() }
    }

    /// A cookie's secret.
    pub fn cookie(&self, name: &str) -> Option<Token> {
        self.cookies.get(&self.jar().name(name)).map(|value| Token::from_outside(value))
    }

    /// The personal link's token for the event of this path.
    pub fn personal_token(&self) -> Option<Token> {
        self.cookie(&session::personal(self.part("slug")))
    }

    /// The secret that forms must carry.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// Whether the answer has a form that needs the cookie of the secret, which the browser does not have yet: a page that is
    /// only read leaves nothing in a browser.
    pub fn needs_secret_cookie(&self) -> bool {
        self.secret_is_new && self.form_carries_token.load(Ordering::Relaxed)
    }

    /// The clocks by which the reader reads: what they chose for this device comes before what they answered, if they have.
    pub fn clocks(&self, event: &Event, person: Option<&Person>) -> Clocks {
        let answered = person.map_or(Clocks::of_event(event), |person| Clocks::of(event, person));
        Clocks { own: self.chosen_zone().or(answered.own), ..answered }
    }

    /// The reader's own time zone, if they have chosen one.
    pub fn chosen_zone(&self) -> Option<Zone> {
        let kept = self.cookies.get(&self.jar().name(super::my::times::COOKIE))?;
        // A slash would end the value in some browsers' eyes.
        kept.replace('.', "/").parse().ok()
    }

    // ---- language ----

    /// The reader's language.
    pub fn lang(&self) -> Lang {
        self.asked.unwrap_or_default()
    }

    /// The language that the reader asks for, if it is one of ours.
    pub fn asked_lang(&self) -> Option<Lang> {
        self.asked
    }

    /// The reader's language; the event's first one if they asked for none of ours.
    pub fn lang_at(&self, event: &Event) -> Lang {
        self.asked.unwrap_or_else(|| event.first_language())
    }

    /// The same visit of somebody who reads a language, unless they have chosen another one here.
    pub fn reading(&self, lang: Lang) -> Visit {
        let asked = if self.has_chosen_lang() { self.asked } else { Some(lang) };
        Visit { asked, ..self.clone() }
    }

    /// Whether the reader has chosen a language, now or before.
    pub fn has_chosen_lang(&self) -> bool {
        self.chosen_lang().is_some() || self.cookies.contains_key(&self.jar().name(language::COOKIE))
    }

    /// Whether a form was sent only to be shown in another language with what was typed.
    pub fn keeps_typed(&self) -> bool {
        self.form.has(KEEP_TYPED)
    }

    /// The choice of language to be remembered, if this request made it.
    pub fn chosen_lang(&self) -> Option<Lang> {
        Lang::parse(self.query.one(language::FIELD))
    }

    // ---- use cases ----

    /// Runs a use case whose errors are all answered by the table in [`super::error`].
    pub async fn run<T, E>(
        &self,
        use_case: impl FnOnce(&App) -> Result<T, E> + Send + 'static,
    ) -> Result<T, PageError>
    where
        T: Send + 'static,
        E: Into<PageError> + Send + 'static,
    {
        self.attempt(use_case).await?.map_err(Into::into)
    }

    /// Runs a use case whose errors the handler answers itself.
    pub async fn attempt<T, E>(
        &self,
        use_case: impl FnOnce(&App) -> Result<T, E> + Send + 'static,
    ) -> Result<Result<T, E>, PageError>
    where
        T: Send + 'static,
        E: Send + 'static,
    {
        blocking(&self.site.app, (self.patience, self.act.clone()), use_case).await
    }

    /// What was typed into a form, with what the form had shown.
    pub fn typed<T>(&self, input: T) -> Typed<T> {
        Typed { input, opened: Opened::parse(self.form.one("opened")) }
    }

    /// The published meetings that the visitor says may break.
    pub fn accepted(&self) -> Accepted {
        Accepted::parse(self.form.one(ACCEPTED))
    }

    // ---- answers ----

    /// The frame of a page of the product itself.
    pub fn frame(&self) -> Page {
        self.frame_in(self.lang())
    }

    /// The frame of a page in a language.
    pub fn frame_in(&self, lang: Lang) -> Page {
        let csrf = self.secret.masked(&self.app().random.token());
        let csrf = FormToken::new(csrf, Arc::clone(&self.form_carries_token));
        let page = Page::new(lang, self.address.clone(), csrf);
        match notice(&page, self.query.one(NOTICE)) {
            Some(text) => page.with_notice(Tone::Success, text),
            None => page,
        }
    }

    /// A page.
    pub fn show(&self, template: &impl Template) -> Answer {
        self.show_as(StatusCode::OK, template)
    }

    /// A page with another status.
    pub fn show_as(&self, status: StatusCode, template: &impl Template) -> Answer {
        let html = template.render().map_err(|error| PageError::Fault(format!("template: {error}")))?;
        Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html))
    }

    /// "See there": what every successful form answers.
    pub fn see(&self, path: &str) -> HttpResponse {
        HttpResponse::SeeOther().insert_header((LOCATION, path)).finish()
    }

    /// "See there", with the sentence `done-KEY` at the head of the page; of the catalogue.
    pub fn see_with(&self, path: &str, key: &str) -> HttpResponse {
        self.see(&noticed(path, key))
    }

    /// The same, and the page opens at one of its parts, so that a list keeps its place.
    pub fn see_part_with(&self, path: &str, part: &str, key: &str) -> HttpResponse {
        self.see(&format!("{}#{part}", noticed(path, key)))
    }

    /// An answer that sets a cookie too.
    pub fn with_cookie(&self, mut response: HttpResponse, cookie: &Cookie<'_>) -> Answer {
        response.add_cookie(cookie).map_err(|error| PageError::Fault(format!("cookie: {error}")))?;
        Ok(response)
    }
}

/// A header's text; empty if there is none, or none that can be read.
fn header(request: &HttpRequest, name: HeaderName) -> String {
    request.headers().get(name).and_then(|told| told.to_str().ok()).unwrap_or_default().to_string()
}

/// Name of the buttons of `layout.html` that change the language of a page with a form.
const KEEP_TYPED: &str = "keep";

/// Name of the query field that carries the key of a notice.
const NOTICE: &str = "done";

/// The address of a page that is opened with a notice.
fn noticed(path: &str, key: &str) -> String {
    let sign = if path.contains('?') { '&' } else { '?' };
    format!("{path}{sign}{NOTICE}={key}")
}

/// The sentence that a page is opened with after a form, if the catalogue has it: nobody can put words of their own here.
fn notice(page: &Page, key: &str) -> Option<String> {
    let plain =
        (1..=40).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    plain.then(|| format!("done-{key}")).filter(|key| page.words.has(key)).map(|key| page.t(&key))
}
