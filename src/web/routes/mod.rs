//! The whole URL table: what answers where, and who may use it. A handler that is not listed here is not reachable.
//!
//! Invariant: a GET changes nothing, since mail scanners follow links; a POST needs the page's token, or the secret in its
//! path ([`Proof`]).

mod organisers;

use std::future::Future;
use std::pin::Pin;

use actix_web::http::Method;

use super::error::Answer;
use super::limits::Pace;
use super::visit::Visit;
pub use super::who::{Again, Proof, Who};
use super::{assets, my, public};

type Handler = Box<dyn Fn(Visit) -> Pin<Box<dyn Future<Output = Answer>>> + Send + Sync>;

/// A row of the table.
pub struct Route {
    pub method: Method,
    /// The pattern: `{name}` stands for a part of the path.
    pub path: &'static str,
    pub who: Who,
    pub pace: Pace,
    pub proof: Proof,
    /// Whether its form may bring a file.
    pub takes_file: bool,
    /// Whether it asks nobody: then it waits for no turn, and is answered however many others are there.
    pub is_at_once: bool,
    pub again: Again,
    /// Whether what it does can be undone for a day, see [`crate::services::acts`].
    pub is_undoable: bool,
    /// Whether it is open to an account without the second factor that it needs: the pages with which one is set up.
    pub before_factor: bool,
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

    fn proved_by_link(mut self) -> Route {
        self.proof = Proof::Link;
        self
    }

    fn with_file(mut self) -> Route {
        self.takes_file = true;
        self
    }

    fn at_once(mut self) -> Route {
        self.is_at_once = true;
        self
    }

    fn at(mut self, pace: Pace) -> Route {
        self.pace = pace;
        self
    }

    /// Asks again who it is.
    fn proved(mut self) -> Route {
        self.again = Again::Always;
        self
    }

    /// The same for some of what its form changes.
    fn proved_for_some(mut self) -> Route {
        self.again = Again::Sometimes;
        self
    }

    /// What it does is an act of an organiser that can be undone.
    fn undoable(mut self) -> Route {
        self.is_undoable = true;
        self
    }

    fn before_factor(mut self) -> Route {
        self.before_factor = true;
        self
    }
}

/// A row of any kind.
pub(super) fn route<F, Fut>(method: Method, path: &'static str, who: Who, handler: F) -> Route
where
    F: Fn(Visit) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Answer> + 'static,
{
    let handler: Handler = Box::new(move |visit| Box::pin(handler(visit)));
    Route {
        method,
        path,
        who,
        pace: Pace::Free,
        proof: Proof::Form,
        again: Again::Never,
        before_factor: false,
        is_undoable: false,
        takes_file: false,
        is_at_once: false,
        handler,
    }
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
    routes.extend(people_and_meetings());
    routes.extend(organisers::all());
    routes
}

fn site() -> Vec<Route> {
    vec![
        get("/healthz", Who::Public, super::health).at_once(),
        get("/readyz", Who::Public, super::readiness).at_once(),
        get("/static/style.css", Who::Public, assets::style).at_once(),
        get("/static/mark.svg", Who::Public, assets::mark).at_once(),
        get("/static/app.js", Who::Public, assets::script).at_once(),
    ]
}

fn visitors() -> Vec<Route> {
    use Who::Public;
    use public::registrations::{self, confirm, form_link};
    use public::{
        accessibility, barrier, calendar, events, home, legal, link, new_address, pictures, unsubscribe,
    };
    vec![
        get("/", Public, home::show),
        get("/privacy", Public, legal::privacy),
        get("/accessibility", Public, home::accessibility),
        get("/imprint", Public, legal::imprint),
        get("/.well-known/security.txt", Public, legal::security),
        get("/barrier", Public, barrier::show),
        post("/barrier", Public, barrier::submit).at(Pace::Mail),
        get("/e/{slug}", Public, events::show),
        get("/e/{slug}/accent.css", Public, events::accent),
        get("/e/{slug}/agenda.ics", Public, events::agenda),
        get("/e/{slug}/pictures/{kind}", Public, pictures::show),
        get("/e/{slug}/privacy", Public, legal::event_privacy),
        get("/e/{slug}/imprint", Public, legal::event_imprint),
        get("/e/{slug}/accessibility", Public, accessibility::show),
        get("/e/{slug}/barrier", Public, barrier::show),
        post("/e/{slug}/barrier", Public, barrier::submit).at(Pace::Mail),
        get("/e/{slug}/register", Public, registrations::start),
        get("/e/{slug}/register/sent", Public, registrations::sent),
        post("/e/{slug}/register/sent", Public, registrations::correct).at(Pace::Mail),
        // The last step alone sends a mail.
        get("/e/{slug}/register/check", Public, registrations::show),
        post("/e/{slug}/register/check", Public, registrations::submit).at(Pace::Mail),
        get("/e/{slug}/register/later", Public, form_link::later),
        post("/e/{slug}/register/later", Public, form_link::mail).at(Pace::Mail),
        get("/e/{slug}/register/{step}", Public, registrations::show),
        post("/e/{slug}/register/{step}", Public, registrations::submit),
        get("/e/{slug}/link", Public, link::show),
        post("/e/{slug}/link", Public, link::submit).at(Pace::Mail),
        get("/confirm/{token}", Public, confirm::show),
        // A mailed link proves its mailbox: the mail that follows goes to nobody else, once.
        post("/confirm/{token}", Public, confirm::submit),
        get("/my/{token}", Public, confirm::personal),
        post("/my/{token}", Public, confirm::take_over),
        get("/address/{token}", Public, new_address::show),
        post("/address/{token}", Public, new_address::submit).at(Pace::Mail),
        get("/draft/{token}", Public, form_link::show),
        post("/draft/{token}", Public, form_link::accept),
        post("/draft/{token}/refuse", Public, form_link::refuse),
        get("/calendar/{token}.ics", Public, calendar::feed),
        get("/unsubscribe/{token}", Public, unsubscribe::show),
        post("/unsubscribe/{token}", Public, unsubscribe::stop).proved_by_link(),
        post("/unsubscribe/{token}/again", Public, unsubscribe::resume).proved_by_link(),
    ]
}

fn participants() -> Vec<Route> {
    use Who::Participant;
    use my::{
        address, calendar, cancel, colleague, consent, data, edit, feed, invitation, links, overview, print,
        schedule, seat,
    };
    vec![
        get("/e/{slug}/my", Participant, overview::show),
        get("/e/{slug}/my/profile", Participant, edit::profile),
        post("/e/{slug}/my/profile", Participant, edit::save_profile),
        get("/e/{slug}/my/address", Participant, address::show),
        post("/e/{slug}/my/address", Participant, address::ask).at(Pace::Mail),
        get("/e/{slug}/my/topics", Participant, edit::topics),
        post("/e/{slug}/my/topics", Participant, edit::save_topics),
        get("/e/{slug}/my/availability", Participant, edit::availability),
        post("/e/{slug}/my/availability", Participant, edit::save_availability),
        get("/e/{slug}/my/consent", Participant, consent::show),
        post("/e/{slug}/my/consent", Participant, consent::save),
        get("/e/{slug}/my/schedule.ics", Participant, schedule::file),
        get("/e/{slug}/my/schedule.pdf", Participant, print::schedule),
        get("/e/{slug}/my/calendar", Participant, calendar::show),
        post("/e/{slug}/my/calendar", Participant, calendar::save),
        get("/e/{slug}/my/feed", Participant, feed::show),
        post("/e/{slug}/my/feed", Participant, feed::renew),
        post("/e/{slug}/my/feed/revoke", Participant, feed::revoke),
        post("/e/{slug}/my/seat", Participant, seat::accept),
        get("/e/{slug}/my/invitation", Participant, invitation::show),
        post("/e/{slug}/my/invitation", Participant, invitation::accept).at(Pace::Mail),
        post("/e/{slug}/my/invitation/decline", Participant, invitation::decline),
        get("/e/{slug}/my/cancel", Participant, cancel::show),
        post("/e/{slug}/my/cancel", Participant, cancel::submit).at(Pace::Mail),
        get("/e/{slug}/my/colleague", Participant, colleague::show),
        post("/e/{slug}/my/colleague", Participant, colleague::submit).at(Pace::Mail),
        get("/e/{slug}/my/links", Participant, links::show),
        post("/e/{slug}/my/links", Participant, links::end_all),
        post("/e/{slug}/my/log-out", Participant, links::log_out),
        get("/e/{slug}/my/data", Participant, data::show),
        get("/e/{slug}/my/data.json", Participant, data::file),
        get("/e/{slug}/my/delete", Participant, data::ask),
        post("/e/{slug}/my/delete", Participant, data::delete).at(Pace::Mail),
    ]
}

/// Who is there, whom one meets, and what the two say to each other.
fn people_and_meetings() -> Vec<Route> {
    use Who::Participant;
    use my::{
        contacts, declined, meetings, messages, people, person, proposals, schedule, session, slots, times,
        wishes,
    };
    vec![
        get("/e/{slug}/my/people", Participant, people::list),
        get("/e/{slug}/my/people/{id}", Participant, person::show),
        get("/e/{slug}/my/people/{id}/messages", Participant, messages::show),
        post("/e/{slug}/my/people/{id}/messages", Participant, messages::submit),
        post("/e/{slug}/my/people/{id}/contact", Participant, contacts::submit),
        get("/e/{slug}/my/people/{id}/contact.vcf", Participant, contacts::file),
        get("/e/{slug}/my/contacts.vcf", Participant, contacts::files),
        get("/e/{slug}/my/wishes", Participant, wishes::show),
        post("/e/{slug}/my/wishes", Participant, wishes::submit),
        get("/e/{slug}/my/schedule", Participant, schedule::show),
        post("/e/{slug}/my/zone", Participant, times::choose),
        get("/e/{slug}/my/slots/{id}", Participant, slots::show),
        post("/e/{slug}/my/sessions/{id}", Participant, session::answer),
        post("/e/{slug}/my/proposals", Participant, proposals::submit),
        post("/e/{slug}/my/proposals/{id}", Participant, proposals::answer),
        get("/e/{slug}/my/meetings/{id}", Participant, meetings::show),
        get("/e/{slug}/my/meetings/{id}/meeting.ics", Participant, meetings::file),
        get("/e/{slug}/my/meetings/{id}/room", Participant, meetings::enter),
        get("/e/{slug}/my/meetings/{id}/declined", Participant, declined::show),
        post("/e/{slug}/my/meetings/{id}/cancel", Participant, meetings::cancel),
        post("/e/{slug}/my/meetings/{id}/move", Participant, meetings::propose_move),
        post("/e/{slug}/my/meetings/{id}/absent", Participant, meetings::absent),
    ]
}
