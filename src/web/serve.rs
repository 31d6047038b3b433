//! The way of every request: limit, sender, caller, form, token, handler, headers, log line.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::http::{ConnectionType, Method};
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::FutureExt;
use tracing::{error, info};

use super::body::{Body, Broken};
use super::csrf::Sender;
use super::error::{Answer, PageError};
use super::limits::Pace;
use super::posted::{Posted, Takes};
use super::routes::{Again, Proof, Route, Who};
use super::visit::Visit;
use super::{Site, connections, csrf, error, headers, language, limits, posted, session, tidy_path};
use crate::domain::act::Act;
use crate::services::links::LinkProblem;
use crate::services::{Trouble, acts, logins};

/// How long somebody with one connection too many may take for what they send.
const HURRY: Duration = Duration::from_secs(2);

/// Answers a request by a route. A panic in a handler becomes a page like any other fault.
pub async fn serve(route: Arc<Route>, request: HttpRequest, payload: Payload) -> HttpResponse {
    let started = Instant::now();
    let Some(site) = request.app_data::<Data<Site>>() else {
        return HttpResponse::InternalServerError().finish();
    };
    let visit = Visit::open(&request, Arc::clone(site));
    let body = Body::new(request.headers(), payload, site.app.config.limits.patience);
    let steps = steps(&route, visit.clone(), &request, &body);
    let outcome = AssertUnwindSafe(steps).catch_unwind().await;
    let outcome = outcome.unwrap_or_else(|_| Err(PageError::Fault("a handler panicked".to_string())));
    let mut response = match outcome {
        Ok(response) => response,
        Err(problem) => {
            if let PageError::Fault(cause)
            | PageError::Unavailable(_, cause)
            | PageError::NotSaved { cause, .. } = &problem
            {
                tell(&visit, &route, &problem, cause);
            }
            match meant_elsewhere(&request, &visit, &problem) {
                Some(meant) => visit.see(&meant),
                None => error::answer(&visit, &problem),
            }
        }
    };
    set_cookies(&visit, &mut response);
    if connections::ends_soon(&request) || matches!(body.broken(), Some(Broken::TooSlow | Broken::NoRoom)) {
        response.head_mut().set_connection_type(ConnectionType::Close);
    }
    body.leave();
    headers::finish(&mut response, &route, visit.jar().secure, &visit.id);
    // The route's pattern, not the path: paths hold secret tokens.
    info!(
        request = visit.id,
        method = %request.method(),
        route = route.path,
        status = response.status().as_u16(),
        ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        "request"
    );
    response
}

/// What goes wrong stands in the log with its cause; that there are many at once is no fault.
fn tell(visit: &Visit, route: &Route, problem: &PageError, cause: &str) {
    match problem {
        PageError::Unavailable(Trouble::Busy, _) | PageError::NotSaved { trouble: Trouble::Busy, .. } => {
            info!(request = visit.id, route = route.path, cause, "request turned away");
        }
        _ => error!(request = visit.id, route = route.path, cause, "request failed"),
    }
}

/// Where somebody meant to go whose address leads nowhere.
fn meant_elsewhere(request: &HttpRequest, visit: &Visit, problem: &PageError) -> Option<String> {
    let is_nowhere = matches!(problem, PageError::NotFound | PageError::Link(LinkProblem::Unknown));
    let is_looked_at = [Method::GET, Method::HEAD].contains(request.method());
    let path = if is_nowhere && is_looked_at { tidy_path::meant(visit.path())? } else { return None };
    let query = request.query_string();
    Some(if query.is_empty() { path } else { format!("{path}?{query}") })
}

async fn steps(route: &Route, mut visit: Visit, request: &HttpRequest, body: &Body) -> Answer {
    let changes = route.method != Method::GET;
    let site = Arc::clone(visit.site());
    let by_form = changes && route.proof == Proof::Form;
    // First of all: no other site uses up its visitors' turns.
    if by_form && csrf::sender(request.headers(), &visit.app().config.base_url) == Sender::Foreign {
        return Err(PageError::CrossSite);
    }
    let is_turned_away = connections::is_beyond(request) && !route.is_at_once;
    if !is_turned_away {
        pass(route, &visit, &site).await?;
    }
    if is_turned_away {
        return Err(turned_away(route, &visit, request, body, by_form).await);
    }
    // Whoever only reads waits for a turn before anything is asked; whoever changes something, to be let in.
    let reading = if route.is_at_once { None } else { Some(limits::turn(&site.readers).await?) };
    (visit.caller, visit.shown) = session::admit(route.who, route.before_factor, &visit).await?;
    if route.pace == Pace::Proof
        && let Some(login) = visit.cookie(session::LOGIN)
    {
        site.gate.check_own(&login.hash())?;
    }
    if !changes {
        if route.again == Again::Always {
            visit.prove_first()?;
        }
        visit.just_done = session::just_done(&visit).await?;
        return route.handle(visit).await;
    }
    drop(reading);
    if by_form {
        let takes = Takes::of(route.who, route.takes_file);
        if matches!(route.who, Who::Public | Who::Participant) {
            body.within(&site.room);
        }
        visit.form = read_form(&visit, request, body, takes).await?;
    }
    if route.again == Again::Always {
        visit.prove_first()?;
    }
    let form = visit.form.clone();
    let done = match limits::turn(&site.turns).await {
        Ok((_turn, patience)) => {
            visit.patience = patience;
            visit.act = act_of(route, &visit)?;
            route.handle(visit).await
        }
        Err(error) => Err(error),
    };
    done.map_err(|error| match error {
        // What was typed goes back to whoever typed it.
        PageError::Unavailable(trouble, cause) if by_form => {
            PageError::NotSaved { trouble, cause, form: Box::new(form) }
        }
        PageError::TooMany if by_form => PageError::TooManyNow(Box::new(form)),
        error => error,
    })
}

/// What a form does that can be undone.
fn act_of(route: &Route, visit: &Visit) -> Result<Option<Act>, PageError> {
    if !route.is_undoable {
        return Ok(None);
    }
    Ok(acts::begin(visit.app(), &visit.access()?.to_change()?))
}

/// Lets a request pass the gate of its network, or refuses it for now. Whoever signs in with a browser that is known has turns of
/// their own: a network that they share with others does not keep them out.
async fn pass(route: &Route, visit: &Visit, site: &Site) -> Result<(), PageError> {
    let Err(refused) = site.gate.check(route.pace, visit.from) else { return Ok(()) };
    let Some(browser) = visit.cookie(session::BROWSER).filter(|_| route.pace == Pace::SignIn) else {
        return Err(refused);
    };
    let hash = browser.hash();
    match visit.run(move |app| logins::is_known_browser(app, &browser)).await? {
        true => site.gate.check_own(&hash),
        false => Err(refused),
    }
}

/// Reads a form that carries its page's token.
async fn read_form(
    visit: &Visit,
    request: &HttpRequest,
    body: &Body,
    takes: Takes,
) -> Result<Posted, PageError> {
    let proves = |field: &str| !visit.secret_is_new && visit.secret().matches(field);
    let form = posted::read(request.headers(), body, takes, proves).await?;
    if proves(form.one(csrf::FIELD)) { Ok(form) } else { Err(PageError::SendAgain(Box::new(form))) }
}

/// What somebody is told who has one connection too many: what they typed goes back to them if it is there already.
async fn turned_away(
    route: &Route,
    visit: &Visit,
    request: &HttpRequest,
    body: &Body,
    by_form: bool,
) -> PageError {
    let cause = "too many connections at once".to_string();
    if !by_form {
        return PageError::Unavailable(Trouble::Busy, cause);
    }
    body.hurry(HURRY);
    body.within(&visit.site().room);
    // Of an organiser too no more is read than of strangers: nobody has let them in.
    let takes = Takes::of(Who::Public, false);
    let form = match read_form(visit, request, body, takes).await {
        Ok(form) => form,
        Err(PageError::SendAgain(form)) => *form,
        Err(_) if route.takes_file => return PageError::Unavailable(Trouble::Busy, cause),
        Err(error) => return error,
    };
    PageError::NotSaved { trouble: Trouble::Busy, cause, form: Box::new(form) }
}

fn set_cookies(visit: &Visit, response: &mut HttpResponse) {
    let jar = visit.jar();
    let secret = visit
        .needs_secret_cookie()
        .then(|| jar.set(csrf::COOKIE, visit.secret().cookie(), Some(session::KEPT)));
    let lang = visit
        .chosen_lang()
        .map(|lang| jar.set(language::COOKIE, lang.code().to_string(), Some(session::KEPT)));
    for cookie in secret.into_iter().chain(lang) {
        // Both are made of letters that a cookie may hold.
        let _ = response.add_cookie(&cookie);
    }
}
