//! The whole URL table: what answers where, and who may use it. A handler that is not listed here is not reachable.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::http::Method;
use actix_web::web::{self, Payload, ServiceConfig};
use actix_web::{HttpRequest, guard};

use super::error::{Answer, PageError};
use super::limits::Pace;
use super::serve::serve;
use super::visit::Visit;
use super::{assets, my, organiser, public};
use crate::domain::account::Role;

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Public,
    /// A participant of the path's event, by their personal link.
    Participant,
    /// Whoever is signed in.
    SignedIn,
    /// An account with at least this role at the path's event.
    Organiser(Role),
    /// An administrator of the installation.
    Admin,
}

type Handler = Box<dyn Fn(Visit) -> Pin<Box<dyn Future<Output = Answer>>> + Send + Sync>;

/// A row of the table.
pub struct Route {
    pub method: Method,
    /// The pattern: `{name}` stands for a part of the path.
    pub path: &'static str,
    pub who: Who,
    pub pace: Pace,
    handler: Handler,
}

impl Route {
    /// Whether the path holds a secret: such a page is not kept and tells nobody where the reader came from.
    pub fn carries_token(&self) -> bool {
        self.path.contains("{token}")
    }

    /// Answers a visit.
    pub fn handle(&self, visit: Visit) -> Pin<Box<dyn Future<Output = Answer>>> {
        (self.handler)(visit)
    }

    fn at(mut self, pace: Pace) -> Route {
        self.pace = pace;
        self
    }
}

fn route<F, Fut>(method: Method, path: &'static str, who: Who, handler: F) -> Route
where
    F: Fn(Visit) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Answer> + 'static,
{
    let handler: Handler = Box::new(move |visit| Box::pin(handler(visit)));
    Route { method, path, who, pace: Pace::Free, handler }
}

/// A page.
fn get<F, Fut>(path: &'static str, who: Who, handler: F) -> Route
where
    F: Fn(Visit) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Answer> + 'static,
{
    route(Method::GET, path, who, handler)
}

/// A form.
fn post<F, Fut>(path: &'static str, who: Who, handler: F) -> Route
where
    F: Fn(Visit) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Answer> + 'static,
{
    route(Method::POST, path, who, handler)
}

/// Every route.
pub fn all() -> Vec<Route> {
    let mut routes = site();
    routes.extend(visitors());
    routes.extend(participants());
    routes.extend(rounds());
    routes.extend(imports());
    routes
}

fn site() -> Vec<Route> {
    vec![
        get("/healthz", Who::Public, super::health),
        get("/static/style.css", Who::Public, assets::style),
        get("/static/mark.svg", Who::Public, assets::mark),
        get("/static/app.js", Who::Public, assets::script),
    ]
}

fn visitors() -> Vec<Route> {
    use Who::Public;
    use public::{confirm, events, home, link, register};
    vec![
        get("/", Public, home::show),
        get("/privacy", Public, home::privacy),
        get("/accessibility", Public, home::accessibility),
        get("/imprint", Public, home::imprint),
        get("/e/{slug}", Public, events::show),
        get("/e/{slug}/accent.css", Public, events::accent),
        get("/e/{slug}/register", Public, register::start),
        get("/e/{slug}/register/sent", Public, register::sent),
        get("/e/{slug}/register/{step}", Public, register::show),
        post("/e/{slug}/register/{step}", Public, register::submit).at(Pace::Mail),
        get("/e/{slug}/link", Public, link::show),
        post("/e/{slug}/link", Public, link::submit).at(Pace::Mail),
        get("/confirm/{token}", Public, confirm::show),
        post("/confirm/{token}", Public, confirm::submit).at(Pace::Mail),
        get("/my/{token}", Public, confirm::personal),
    ]
}

fn participants() -> Vec<Route> {
    use Who::Participant;
    use my::{cancel, edit, overview, people, schedule, wishes};
    vec![
        get("/e/{slug}/my", Participant, overview::show),
        get("/e/{slug}/my/profile", Participant, edit::profile),
        post("/e/{slug}/my/profile", Participant, edit::save_profile),
        get("/e/{slug}/my/topics", Participant, edit::topics),
        post("/e/{slug}/my/topics", Participant, edit::save_topics),
        get("/e/{slug}/my/availability", Participant, edit::availability),
        post("/e/{slug}/my/availability", Participant, edit::save_availability),
        get("/e/{slug}/my/consent", Participant, edit::consent),
        post("/e/{slug}/my/consent", Participant, edit::save_consent),
        get("/e/{slug}/my/people", Participant, people::list),
        get("/e/{slug}/my/people/{id}", Participant, people::show),
        post("/e/{slug}/my/wishes", Participant, wishes::submit),
        get("/e/{slug}/my/schedule", Participant, schedule::show),
        get("/e/{slug}/my/schedule.ics", Participant, schedule::file),
        get("/e/{slug}/my/cancel", Participant, cancel::show),
        post("/e/{slug}/my/cancel", Participant, cancel::submit).at(Pace::Mail),
    ]
}

fn rounds() -> Vec<Route> {
    use organiser::rounds::{draft, list, meeting, pairs, publish, settings};
    let see = Who::Organiser(Role::Viewer);
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/rounds", see, list::show),
        get("/organiser/events/{slug}/rounds/new", change, settings::form),
        post("/organiser/events/{slug}/rounds/new", change, settings::start),
        get("/organiser/events/{slug}/rounds/{number}", see, draft::show),
        get("/organiser/events/{slug}/rounds/{number}/publish", change, publish::confirm),
        post("/organiser/events/{slug}/rounds/{number}/publish", change, publish::publish),
        post("/organiser/events/{slug}/rounds/{number}/discard", change, publish::discard),
        get("/organiser/events/{slug}/rounds/{number}/meeting", see, meeting::show),
        post("/organiser/events/{slug}/rounds/{number}/meeting/move", change, meeting::change),
        post("/organiser/events/{slug}/rounds/{number}/meeting/remove", change, meeting::remove),
        post("/organiser/events/{slug}/rounds/{number}/meeting/rule", change, meeting::rule),
        get("/organiser/events/{slug}/pairs", see, pairs::show),
        post("/organiser/events/{slug}/pairs", change, pairs::add),
        post("/organiser/events/{slug}/pairs/forget", change, pairs::forget),
    ]
}

fn imports() -> Vec<Route> {
    use organiser::imports;
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/import", change, imports::show),
        post("/organiser/events/{slug}/import", change, imports::upload),
        get("/organiser/events/{slug}/import/{id}", change, imports::plan),
        post("/organiser/events/{slug}/import/{id}", change, imports::apply),
        get("/organiser/events/{slug}/import/{id}/faulty.csv", change, imports::faulty),
    ]
}

/// Gives actix the table. What no row answers is a page of its own too.
pub fn configure(config: &mut ServiceConfig) {
    let mut by_path: Vec<(&'static str, Vec<Arc<Route>>)> = Vec::new();
    for route in all().into_iter().map(Arc::new) {
        match by_path.iter_mut().find(|(path, _)| *path == route.path) {
            Some((_, routes)) => routes.push(route),
            None => by_path.push((route.path, vec![route])),
        }
    }
    for (path, routes) in by_path {
        let mut resource = web::resource(path);
        for route in routes {
            resource = resource.route(actix_route(route));
        }
        config.service(resource.default_service(refusal(|_| async { Err(PageError::Method) })));
    }
    config.default_service(refusal(|_| async { Err(PageError::NotFound) }));
}

fn actix_route(route: Arc<Route>) -> actix_web::Route {
    let matching = if route.method == Method::GET {
        web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
    } else {
        web::route().guard(guard::Method(route.method.clone()))
    };
    matching.to(move |request: HttpRequest, payload: Payload| serve(Arc::clone(&route), request, payload))
}

/// A row without an address: GET in name, so that it needs no token whatever the method.
fn refusal<F, Fut>(handler: F) -> actix_web::Route
where
    F: Fn(Visit) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Answer> + 'static,
{
    let route = Arc::new(route(Method::GET, "(none)", Who::Public, handler));
    web::route().to(move |request: HttpRequest, payload: Payload| serve(Arc::clone(&route), request, payload))
}
