//! The way of every request: limit, sender, caller, form, token, handler, headers, log line.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use actix_web::http::Method;
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::FutureExt;
use tracing::{error, info};

use super::csrf::Sender;
use super::error::{Answer, PageError};
use super::routes::{Again, Proof, Route};
use super::visit::Visit;
use super::{Site, csrf, error, headers, language, limits, posted, session, tidy_path};
use crate::services::links::LinkProblem;

/// Answers a request by a route. A panic in a handler becomes a page like any other fault.
pub async fn serve(route: Arc<Route>, request: HttpRequest, payload: Payload) -> HttpResponse {
    let started = Instant::now();
    let Some(site) = request.app_data::<Data<Site>>() else {
        return HttpResponse::InternalServerError().finish();
    };
    let visit = Visit::open(&request, Arc::clone(site));
    let steps = steps(&route, visit.clone(), &request, payload);
    let outcome = AssertUnwindSafe(steps).catch_unwind().await;
    let outcome = outcome.unwrap_or_else(|_| Err(PageError::Fault("a handler panicked".to_string())));
    let mut response = match outcome {
        Ok(response) => response,
        Err(problem) => {
            if let PageError::Fault(cause)
            | PageError::Unavailable(_, cause)
            | PageError::NotSaved { cause, .. } = &problem
            {
                error!(request = visit.id, route = route.path, cause, "request failed");
            }
            match meant_elsewhere(&request, &visit, &problem) {
                Some(meant) => visit.see(&meant),
                None => error::answer(&visit, &problem),
            }
        }
    };
    set_cookies(&visit, &mut response);
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

/// Where somebody meant to go whose address leads nowhere.
fn meant_elsewhere(request: &HttpRequest, visit: &Visit, problem: &PageError) -> Option<String> {
    let is_nowhere = matches!(problem, PageError::NotFound | PageError::Link(LinkProblem::Unknown));
    let is_looked_at = [Method::GET, Method::HEAD].contains(request.method());
    let path = if is_nowhere && is_looked_at { tidy_path::meant(visit.path())? } else { return None };
    let query = request.query_string();
    Some(if query.is_empty() { path } else { format!("{path}?{query}") })
}

async fn steps(route: &Route, mut visit: Visit, request: &HttpRequest, payload: Payload) -> Answer {
    let changes = route.method != Method::GET;
    let config = &visit.app().config;
    visit.site().gate.check(route.pace, visit.from)?;
    let by_form = changes && route.proof == Proof::Form;
    if by_form && csrf::sender(request.headers(), &config.base_url) == Sender::Foreign {
        return Err(PageError::CrossSite);
    }
    (visit.caller, visit.shown) = session::admit(route.who, route.before_factor, &visit).await?;
    if by_form {
        visit.form = posted::read(request.headers(), payload).await?;
        if visit.secret_is_new || !visit.secret().matches(visit.form.one(csrf::FIELD)) {
            return Err(PageError::SendAgain(Box::new(visit.form)));
        }
    }
    if route.again == Again::Always {
        visit.prove_first()?;
    }
    if !changes {
        return route.handle(visit).await;
    }
    let form = visit.form.clone();
    let site = Arc::clone(visit.site());
    let done = match limits::turn(&site.turns).await {
        Ok((_turn, patience)) => {
            visit.patience = patience;
            route.handle(visit).await
        }
        Err(error) => Err(error),
    };
    done.map_err(|error| match error {
        // What was typed goes back to whoever typed it.
        PageError::Unavailable(trouble, cause) if by_form => {
            PageError::NotSaved { trouble, cause, form: Box::new(form) }
        }
        error => error,
    })
}

fn set_cookies(visit: &Visit, response: &mut HttpResponse) {
    let jar = visit.jar();
    let is_page =
        response.headers().get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let secret = (visit.secret_is_new && is_page)
        .then(|| jar.set(csrf::COOKIE, visit.secret().cookie(), Some(session::KEPT)));
    let lang = visit
        .chosen_lang()
        .map(|lang| jar.set(language::COOKIE, lang.code().to_string(), Some(session::KEPT)));
    for cookie in secret.into_iter().chain(lang) {
        // Both are made of letters that a cookie may hold.
        let _ = response.add_cookie(&cookie);
    }
}
