//! What a page answers when something is in the way: the one table from errors to statuses and words.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, RETRY_AFTER};
use askama::Template;

use super::organiser::prove;
use super::page::Page;
use super::posted::{Posted, SECRETS};
use super::visit::Visit;
use crate::domain::problems::Problems;
use crate::services::access::Denied;
use crate::services::links::{LinkError, LinkProblem};
use crate::services::{Fault, Trouble};
use crate::store::StoreError;

/// What a handler gives.
pub type Answer = Result<HttpResponse, PageError>;

/// Why a request is not answered with its page.
#[derive(Debug)]
pub enum PageError {
    /// There is no such page, or not for this person.
    NotFound,
    /// The page is there but the caller may not do this.
    Forbidden,
    /// A form of another site.
    CrossSite,
    /// A form whose token is missing or old: it is shown back, to be sent again.
    SendAgain(Box<Posted>),
    /// Whoever is signed in has not shown lately who they are: they do, and go on with what the form holds.
    ProveFirst { form: Box<Posted>, has_factor: bool },
    /// The account lacks the second factor that is needed here: it is set up first.
    FactorFirst,
    /// Nobody can read the request.
    BadRequest,
    /// No such method at this address.
    Method,
    /// A form or file beyond its limit.
    TooLarge,
    /// A form that came too slowly.
    TooSlow,
    /// A form in parts where no file is taken.
    WrongKind,
    /// More requests of a kind than one address may send.
    TooMany,
    /// The same for a form that was read: it is shown back to be sent again.
    TooManyNow(Box<Posted>),
    /// Only for organisers who are signed in.
    SignIn { next: String },
    /// Only for a participant who has opened their personal link.
    LinkNeeded { slug: String },
    /// A link from a mail that does not open.
    Link(LinkProblem),
    /// The database cannot do it just now; the cause is for the log.
    Unavailable(Trouble, String),
    /// The same for a form, which is shown back to be sent again.
    NotSaved { trouble: Trouble, cause: String, form: Box<Posted> },
    /// A fault of ours; the cause is for the log.
    Fault(String),
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> PageError {
        match error {
            StoreError::NotFound => PageError::NotFound,
            StoreError::Unavailable(trouble, cause) => {
                PageError::Unavailable(trouble, format!("database {}: {cause}", trouble.word()))
            }
            StoreError::Conflict(_)
            | StoreError::Corrupt { .. }
            | StoreError::Database(_)
            | StoreError::NewerTables(_)
            | StoreError::Unsuitable { .. } => PageError::Fault(error.to_string()),
        }
    }
}

impl From<Fault> for PageError {
    fn from(fault: Fault) -> PageError {
        match fault {
            Fault::Store(error) => error.into(),
            other => PageError::Fault(other.to_string()),
        }
    }
}

impl From<LinkError> for PageError {
    fn from(error: LinkError) -> PageError {
        match error {
            LinkError::Problem(problem) => PageError::Link(problem),
            LinkError::Fault(fault) => fault.into(),
        }
    }
}

impl From<Denied> for PageError {
    fn from(denied: Denied) -> PageError {
        match denied {
            Denied::NotFound => PageError::NotFound,
            Denied::RoleTooSmall { .. } | Denied::NotAdmin => PageError::Forbidden,
            Denied::FactorNeeded => PageError::FactorFirst,
            Denied::Fault(fault) => fault.into(),
        }
    }
}

/// Status and key of the words: `error-KEY-title`, `error-KEY-text`.
fn table(error: &PageError) -> (StatusCode, &'static str) {
    match error {
        PageError::NotFound => (StatusCode::NOT_FOUND, "not-found"),
        PageError::Forbidden => (StatusCode::FORBIDDEN, "forbidden"),
        PageError::CrossSite => (StatusCode::FORBIDDEN, "cross-site"),
        PageError::SendAgain(_) => (StatusCode::FORBIDDEN, "send-again"),
        PageError::ProveFirst { .. } => (StatusCode::FORBIDDEN, "prove-first"),
        PageError::FactorFirst => (StatusCode::SEE_OTHER, "factor-first"),
        PageError::BadRequest => (StatusCode::BAD_REQUEST, "bad-request"),
        PageError::Method => (StatusCode::METHOD_NOT_ALLOWED, "method"),
        PageError::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
        PageError::TooSlow => (StatusCode::REQUEST_TIMEOUT, "too-slow"),
        PageError::WrongKind => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "wrong-kind"),
        PageError::TooMany => (StatusCode::TOO_MANY_REQUESTS, "too-many"),
        PageError::TooManyNow(_) => (StatusCode::TOO_MANY_REQUESTS, "too-many-now"),
        PageError::SignIn { .. } => (StatusCode::SEE_OTHER, "sign-in"),
        PageError::LinkNeeded { .. } => (StatusCode::FORBIDDEN, "link-needed"),
        PageError::Link(LinkProblem::Unknown) => (StatusCode::NOT_FOUND, "link-unknown"),
        PageError::Link(LinkProblem::Expired { .. }) => (StatusCode::GONE, "link-expired"),
        PageError::Link(LinkProblem::Used { .. }) => (StatusCode::GONE, "link-used"),
        PageError::Link(LinkProblem::Replaced { .. }) => (StatusCode::GONE, "link-replaced"),
        PageError::Link(LinkProblem::Ended { .. }) => (StatusCode::GONE, "link-ended"),
        PageError::Link(LinkProblem::Lapsed { .. }) => (StatusCode::GONE, "link-lapsed"),
        PageError::Unavailable(trouble, _) | PageError::NotSaved { trouble, .. } => {
            (StatusCode::SERVICE_UNAVAILABLE, trouble_key(*trouble))
        }
        PageError::Fault(_) => (StatusCode::INTERNAL_SERVER_ERROR, "fault"),
    }
}

fn trouble_key(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Busy => "busy",
        Trouble::Full | Trouble::ReadOnly | Trouble::Io => "unsaved",
        Trouble::Unsure => "unsure",
        Trouble::Away | Trouble::Gone | Trouble::Tables => "unavailable",
    }
}

/// After how many seconds to come again.
fn retry_after(error: &PageError) -> Option<u16> {
    match error {
        PageError::TooMany | PageError::TooManyNow(_) => Some(60),
        PageError::Unavailable(trouble, _) | PageError::NotSaved { trouble, .. } => Some(match trouble {
            Trouble::Busy => 5,
            Trouble::Away | Trouble::Unsure => 10,
            Trouble::Full | Trouble::ReadOnly | Trouble::Io | Trouble::Gone | Trouble::Tables => 30,
        }),
        _ => None,
    }
}

#[derive(Template)]
#[template(path = "public/error.html")]
struct ErrorPage {
    page: Page,
    title: String,
    text: String,
    request_id: String,
    /// Where to go from here, and in which words.
    way: Option<(String, String)>,
    /// After how many seconds the page asks again by itself.
    again: Option<u16>,
}

#[derive(Template)]
#[template(path = "public/send_again.html")]
struct SendAgainPage {
    page: Page,
    title: String,
    text: String,
    fields: Vec<(String, String)>,
    /// Secret fields that are typed once more, with their labels.
    secrets: Vec<(&'static str, String)>,
    problems: Problems,
    lost_file: bool,
}

/// The answer to an error, in the reader's language.
pub fn answer(visit: &Visit, error: &PageError) -> HttpResponse {
    let (status, key) = table(error);
    // Whoever only reads has sent nothing that could be lost, perhaps saved something just before.
    let key = if matches!(error, PageError::Unavailable(..)) && !visit.changes { "page-away" } else { key };
    let made = match error {
        PageError::SignIn { next } => Ok(visit.see(&with_next("/organiser/login", next))),
        PageError::FactorFirst => {
            // After a form the reader begins at the page that they came from.
            let next = if visit.changes { visit.came_from() } else { visit.address.clone() };
            Ok(visit.see(&with_next("/organiser/factor", &next)))
        }
        PageError::ProveFirst { .. } if !visit.changes => {
            Ok(visit.see(&with_next("/organiser/prove", &visit.address)))
        }
        PageError::ProveFirst { form, has_factor } => {
            visit.show_as(status, &prove::before_form(visit, form, *has_factor))
        }
        PageError::SendAgain(form) | PageError::NotSaved { form, .. } | PageError::TooManyNow(form) => {
            visit.show_as(status, &send_again(visit, form, key))
        }
        other => visit.show_as(status, &error_page(visit, other, key)),
    };
    let mut response = made.unwrap_or_else(|_| HttpResponse::build(status).finish());
    // What was typed stands in these.
    let holds_form = matches!(
        error,
        PageError::SendAgain(_)
            | PageError::NotSaved { .. }
            | PageError::TooManyNow(_)
            | PageError::ProveFirst { .. }
    );
    if holds_form {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Some(seconds) = retry_after(error) {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// A page that leads on to where the reader meant to go.
fn with_next(page: &str, next: &str) -> String {
    let encoded: String = next
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    format!("{page}?next={encoded}")
}

fn send_again(visit: &Visit, form: &Posted, key: &str) -> SendAgainPage {
    let page = visit.frame();
    let secrets = SECRETS.iter().filter(|(name, _)| form.has(name));
    SendAgainPage {
        title: page.t(&format!("error-{key}-title")),
        text: page.t(&format!("error-{key}-text")),
        fields: form.carried(&[]),
        secrets: secrets.map(|(name, label)| (*name, page.t(label))).collect(),
        problems: Problems::new(),
        page,
        lost_file: form.has_file(),
    }
}

fn error_page(visit: &Visit, error: &PageError, key: &str) -> ErrorPage {
    let page = visit.frame();
    let way = match error {
        PageError::LinkNeeded { slug }
        | PageError::Link(
            LinkProblem::Expired { slug }
            | LinkProblem::Used { slug }
            | LinkProblem::Replaced { slug }
            | LinkProblem::Ended { slug },
        ) => Some((format!("/e/{slug}/link"), page.t("error-link-needed-way"))),
        PageError::Link(LinkProblem::Lapsed { slug }) => {
            Some((format!("/e/{slug}/register"), page.t("error-link-lapsed-way")))
        }
        PageError::NotFound | PageError::Forbidden | PageError::Link(LinkProblem::Unknown) => {
            Some(("/".to_string(), page.t("error-way-home")))
        }
        _ => None,
    };
    ErrorPage {
        title: page.t(&format!("error-{key}-title")),
        text: page.t(&format!("error-{key}-text")),
        request_id: visit.id.clone(),
        // Only a page that was asked for: a form is sent again by whoever sent it.
        again: retry_after(error).filter(|_| matches!(error, PageError::Unavailable(..)) && !visit.changes),
        way,
        page,
    }
}
