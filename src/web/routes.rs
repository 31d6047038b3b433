//! The whole URL table: what answers where, and who may use it. A handler that is not listed here is not reachable.
//!
//! Invariant: a GET changes nothing, since mail scanners follow links; a POST needs the page's token, or the secret in its
//! path ([`Proof`]).

use std::future::Future;
use std::pin::Pin;

use actix_web::http::Method;

use super::error::Answer;
use super::limits::Pace;
use super::visit::Visit;
pub use super::who::{Proof, Who};
use super::{assets, my, organiser, public};
use crate::domain::account::Role;

type Handler = Box<dyn Fn(Visit) -> Pin<Box<dyn Future<Output = Answer>>> + Send + Sync>;

/// A row of the table.
pub struct Route {
    pub method: Method,
    /// The pattern: `{name}` stands for a part of the path.
    pub path: &'static str,
    pub who: Who,
    pub pace: Pace,
    pub proof: Proof,
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

    fn at(mut self, pace: Pace) -> Route {
        self.pace = pace;
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
    Route { method, path, who, pace: Pace::Free, proof: Proof::Form, handler }
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
    routes.extend(accounts());
    routes.extend(events());
    routes.extend(lists());
    routes.extend(people());
    routes.extend(mails());
    routes.extend(imports());
    routes
}

fn site() -> Vec<Route> {
    vec![
        get("/healthz", Who::Public, super::health),
        get("/readyz", Who::Public, super::readiness),
        get("/static/style.css", Who::Public, assets::style),
        get("/static/mark.svg", Who::Public, assets::mark),
        get("/static/app.js", Who::Public, assets::script),
    ]
}

fn visitors() -> Vec<Route> {
    use Who::Public;
    use public::registrations::{self, confirm, form_link};
    use public::{accessibility, barrier, calendar, events, home, link, new_address, pictures, unsubscribe};
    vec![
        get("/", Public, home::show),
        get("/privacy", Public, home::privacy),
        get("/accessibility", Public, home::accessibility),
        get("/imprint", Public, home::imprint),
        get("/barrier", Public, barrier::show),
        post("/barrier", Public, barrier::submit).at(Pace::Mail),
        get("/e/{slug}", Public, events::show),
        get("/e/{slug}/accent.css", Public, events::accent),
        get("/e/{slug}/pictures/{kind}", Public, pictures::show),
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
        post("/confirm/{token}", Public, confirm::submit).at(Pace::Mail),
        get("/my/{token}", Public, confirm::personal),
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
        address, calendar, cancel, colleague, consent, data, declined, edit, feed, invitation, meetings,
        overview, people, person, print, proposals, schedule, seat, slots, times, wishes,
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
        get("/e/{slug}/my/people", Participant, people::list),
        get("/e/{slug}/my/people/{id}", Participant, person::show),
        get("/e/{slug}/my/wishes", Participant, wishes::show),
        post("/e/{slug}/my/wishes", Participant, wishes::submit),
        get("/e/{slug}/my/schedule", Participant, schedule::show),
        post("/e/{slug}/my/zone", Participant, times::choose),
        get("/e/{slug}/my/slots/{id}", Participant, slots::show),
        post("/e/{slug}/my/proposals", Participant, proposals::submit),
        post("/e/{slug}/my/proposals/{id}", Participant, proposals::answer),
        get("/e/{slug}/my/meetings/{id}", Participant, meetings::show),
        get("/e/{slug}/my/meetings/{id}/room", Participant, meetings::enter),
        get("/e/{slug}/my/meetings/{id}/declined", Participant, declined::show),
        post("/e/{slug}/my/meetings/{id}/cancel", Participant, meetings::cancel),
        post("/e/{slug}/my/meetings/{id}/absent", Participant, meetings::absent),
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
        get("/e/{slug}/my/data", Participant, data::show),
        get("/e/{slug}/my/data.json", Participant, data::file),
        get("/e/{slug}/my/delete", Participant, data::ask),
        post("/e/{slug}/my/delete", Participant, data::delete).at(Pace::Mail),
    ]
}

fn rounds() -> Vec<Route> {
    use organiser::misfits;
    use organiser::prints;
    use organiser::rounds::{
        add, compare, draft, list, meeting, pairs, publish, rescue, settings, steps, swap, what_if,
    };
    let see = Who::Organiser(Role::Viewer);
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/rounds", see, list::show),
        get("/organiser/events/{slug}/rounds/compare", see, compare::show),
        get("/organiser/events/{slug}/rounds/new", change, settings::form),
        post("/organiser/events/{slug}/rounds/new", change, settings::start),
        post("/organiser/events/{slug}/rounds/repair", change, settings::repair),
        get("/organiser/events/{slug}/plan", see, misfits::show),
        post("/organiser/events/{slug}/plan/call-off", change, misfits::call_off),
        get("/organiser/events/{slug}/plan/withdraw", change, misfits::ask_withdraw),
        post("/organiser/events/{slug}/plan/withdraw", change, misfits::withdraw),
        get("/organiser/events/{slug}/rounds/{number}", see, draft::show),
        get("/organiser/events/{slug}/rounds/{number}/publish", change, publish::confirm),
        post("/organiser/events/{slug}/rounds/{number}/publish", change, publish::publish),
        post("/organiser/events/{slug}/rounds/{number}/stop", change, publish::stop),
        get("/organiser/events/{slug}/rounds/{number}/discard", change, publish::ask_to_discard),
        post("/organiser/events/{slug}/rounds/{number}/discard", change, publish::discard),
        post("/organiser/events/{slug}/rounds/{number}/restore", change, steps::restore),
        post("/organiser/events/{slug}/rounds/{number}/undo", change, steps::undo),
        post("/organiser/events/{slug}/rounds/{number}/redo", change, steps::redo),
        get("/organiser/events/{slug}/rounds/{number}/what-if", change, what_if::show),
        get("/organiser/events/{slug}/rounds/{number}/add", change, add::show),
        post("/organiser/events/{slug}/rounds/{number}/add", change, add::add),
        get("/organiser/events/{slug}/rounds/{number}/meeting", see, meeting::show),
        post("/organiser/events/{slug}/rounds/{number}/meeting/move", change, meeting::change),
        post("/organiser/events/{slug}/rounds/{number}/meeting/swap", change, swap::swap),
        post("/organiser/events/{slug}/rounds/{number}/meeting/remove", change, meeting::remove),
        post("/organiser/events/{slug}/rounds/{number}/meeting/rule", change, meeting::rule),
        get("/organiser/events/{slug}/tables.pdf", see, prints::tables),
        get("/organiser/events/{slug}/absent", change, rescue::show),
        post("/organiser/events/{slug}/absent", change, rescue::submit),
        get("/organiser/events/{slug}/pairs", see, pairs::show),
        post("/organiser/events/{slug}/pairs", change, pairs::add),
        post("/organiser/events/{slug}/pairs/forget", change, pairs::forget),
    ]
}

fn accounts() -> Vec<Route> {
    use Who::{Public, SignedIn};
    use organiser::{account, clock, login, password, setup};
    vec![
        get("/organiser/setup/{token}", Public, setup::form),
        post("/organiser/setup/{token}", Public, setup::submit).at(Pace::SignIn),
        get("/organiser/login", Public, login::form),
        post("/organiser/login", Public, login::submit).at(Pace::SignIn),
        post("/organiser/logout", SignedIn, login::log_out),
        get("/organiser/password", Public, password::ask),
        post("/organiser/password", Public, password::send).at(Pace::Mail),
        get("/organiser/password/{token}", Public, password::form),
        post("/organiser/password/{token}", Public, password::submit).at(Pace::SignIn),
        get("/organiser/account", SignedIn, account::show),
        post("/organiser/account", SignedIn, account::change_password).at(Pace::SignIn),
        get("/organiser/clock", Who::Admin, clock::show),
        post("/organiser/clock", Who::Admin, clock::confirm),
    ]
}

fn events() -> Vec<Route> {
    use organiser::{
        accessibility, consents, dashboard, deletion, event_state, events, history, move_event, pictures,
        settings, team, waiting_list,
    };
    let see = Who::Organiser(Role::Viewer);
    let change = Who::Organiser(Role::Organiser);
    let own = Who::Organiser(Role::Owner);
    vec![
        get("/organiser", Who::SignedIn, events::list),
        // Before the next one: `new` is no event's name.
        get("/organiser/events/new", Who::Admin, events::form),
        post("/organiser/events/new", Who::Admin, events::create),
        get("/organiser/events/{slug}", see, dashboard::show),
        get("/organiser/events/{slug}/deletion", change, deletion::show),
        post("/organiser/events/{slug}/deletion", change, deletion::postpone),
        get("/organiser/events/{slug}/state", change, event_state::form),
        post("/organiser/events/{slug}/state", change, event_state::set),
        post("/organiser/events/{slug}/trial/people", change, event_state::fill),
        get("/organiser/events/{slug}/settings", change, settings::form),
        post("/organiser/events/{slug}/settings", change, settings::submit),
        get("/organiser/events/{slug}/waiting-list", change, waiting_list::form),
        post("/organiser/events/{slug}/waiting-list", change, waiting_list::submit),
        get("/organiser/events/{slug}/move", change, move_event::form),
        post("/organiser/events/{slug}/move", change, move_event::submit),
        get("/organiser/events/{slug}/pictures", change, pictures::list),
        get("/organiser/events/{slug}/pictures/{kind}", see, pictures::show),
        post("/organiser/events/{slug}/pictures/{kind}", change, pictures::set),
        post("/organiser/events/{slug}/pictures/{kind}/remove", change, pictures::remove),
        get("/organiser/events/{slug}/accessibility", change, accessibility::form),
        post("/organiser/events/{slug}/accessibility", change, accessibility::submit),
        get("/organiser/events/{slug}/consents", change, consents::form),
        post("/organiser/events/{slug}/consents", change, consents::submit),
        get("/organiser/events/{slug}/log", see, history::show),
        get("/organiser/events/{slug}/team", see, team::list),
        post("/organiser/events/{slug}/team", own, team::invite).at(Pace::Mail),
        post("/organiser/events/{slug}/team/{account}", own, team::set_role),
    ]
}

fn lists() -> Vec<Route> {
    use organiser::{agenda, block_people, blocks, calendars, participant_types as types, questions, topics};
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/types", change, types::list),
        post("/organiser/events/{slug}/types", change, types::add),
        post("/organiser/events/{slug}/types/matrix", change, types::set_matrix),
        get("/organiser/events/{slug}/types/{id}", change, types::form),
        post("/organiser/events/{slug}/types/{id}", change, types::update),
        get("/organiser/events/{slug}/types/{id}/remove", change, types::ask_remove),
        post("/organiser/events/{slug}/types/{id}/remove", change, types::remove),
        get("/organiser/events/{slug}/topics", change, topics::list),
        post("/organiser/events/{slug}/topics", change, topics::add),
        get("/organiser/events/{slug}/topics/{id}", change, topics::form),
        post("/organiser/events/{slug}/topics/{id}", change, topics::update),
        get("/organiser/events/{slug}/topics/{id}/merge", change, topics::ask_merge),
        post("/organiser/events/{slug}/topics/{id}/merge", change, topics::merge),
        get("/organiser/events/{slug}/topics/{id}/remove", change, topics::ask_remove),
        post("/organiser/events/{slug}/topics/{id}/remove", change, topics::remove),
        get("/organiser/events/{slug}/questions", change, questions::list),
        // Before the questions themselves: neither is an id.
        get("/organiser/events/{slug}/questions/new", change, questions::new),
        post("/organiser/events/{slug}/questions/new", change, questions::add),
        post("/organiser/events/{slug}/questions/ready", change, questions::add_ready_made),
        get("/organiser/events/{slug}/questions/{id}", change, questions::form),
        post("/organiser/events/{slug}/questions/{id}", change, questions::update),
        post("/organiser/events/{slug}/questions/{id}/move", change, questions::shift),
        post("/organiser/events/{slug}/questions/{id}/closed", change, questions::set_closed),
        get("/organiser/events/{slug}/questions/{id}/remove", change, questions::ask_remove),
        post("/organiser/events/{slug}/questions/{id}/remove", change, questions::remove),
        get("/organiser/events/{slug}/calendars", change, calendars::form),
        post("/organiser/events/{slug}/calendars", change, calendars::submit),
        get("/organiser/events/{slug}/agenda", change, agenda::list),
        get("/organiser/events/{slug}/agenda/sessions/new", change, agenda::new_session),
        post("/organiser/events/{slug}/agenda/sessions/new", change, agenda::add),
        get("/organiser/events/{slug}/agenda/sessions/{id}", change, agenda::form),
        post("/organiser/events/{slug}/agenda/sessions/{id}", change, agenda::update),
        get("/organiser/events/{slug}/agenda/sessions/{id}/remove", change, agenda::ask_remove),
        post("/organiser/events/{slug}/agenda/sessions/{id}/remove", change, agenda::remove),
        get("/organiser/events/{slug}/agenda/blocks/new", change, blocks::new_block),
        post("/organiser/events/{slug}/agenda/blocks/new", change, blocks::add),
        get("/organiser/events/{slug}/agenda/blocks/{id}", change, blocks::form),
        post("/organiser/events/{slug}/agenda/blocks/{id}", change, blocks::update),
        get("/organiser/events/{slug}/agenda/blocks/{id}/people", change, block_people::show),
        post("/organiser/events/{slug}/agenda/blocks/{id}/people", change, block_people::submit),
        get("/organiser/events/{slug}/agenda/blocks/{id}/remove", change, blocks::ask_remove),
        post("/organiser/events/{slug}/agenda/blocks/{id}/remove", change, blocks::remove),
    ]
}

fn people() -> Vec<Route> {
    use organiser::{
        export, merge_people, participant, participant_address, participants, prints, profile, registrations,
    };
    let see = Who::Organiser(Role::Viewer);
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/participants", see, participants::list),
        get("/organiser/events/{slug}/participants/decide", change, registrations::preview),
        post("/organiser/events/{slug}/participants/decide", change, registrations::decide),
        get("/organiser/events/{slug}/participants.csv", see, export::csv),
        get("/organiser/events/{slug}/door-list.pdf", see, prints::door),
        get("/organiser/events/{slug}/participants/{id}", see, participant::show),
        post("/organiser/events/{slug}/participants/{id}/link", change, participant::send_link),
        get("/organiser/events/{slug}/participants/{id}/address", change, participant_address::form),
        post("/organiser/events/{slug}/participants/{id}/address", change, participant_address::correct)
            .at(Pace::Mail),
        post("/organiser/events/{slug}/participants/{id}/address/lift", change, participant_address::lift),
        get("/organiser/events/{slug}/participants/{id}/merge", change, merge_people::show),
        post("/organiser/events/{slug}/participants/{id}/merge", change, merge_people::merge),
        get("/organiser/events/{slug}/participants/{id}/person", change, profile::person),
        post("/organiser/events/{slug}/participants/{id}/person", change, profile::save_person),
        get("/organiser/events/{slug}/participants/{id}/interests", change, profile::interests),
        post("/organiser/events/{slug}/participants/{id}/interests", change, profile::save_interests),
        get("/organiser/events/{slug}/participants/{id}/attendance", change, profile::attendance),
        post("/organiser/events/{slug}/participants/{id}/attendance", change, profile::save_attendance),
    ]
}

fn mails() -> Vec<Route> {
    use Who::SignedIn;
    use organiser::{blocked_addresses, mail_pause, outbox};
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/outbox", Who::Organiser(Role::Viewer), outbox::list_of_event),
        post("/organiser/events/{slug}/outbox/again", change, outbox::send_again),
        get("/organiser/events/{slug}/blocked", change, blocked_addresses::list),
        post("/organiser/events/{slug}/blocked", change, blocked_addresses::lift),
        // A mail knows its event by itself; the service asks for the role.
        get("/outbox", SignedIn, outbox::list_all),
        post("/outbox/release", Who::Admin, mail_pause::release),
        post("/outbox/again", Who::Admin, outbox::send_all_again),
        post("/outbox/give-up", Who::Admin, mail_pause::give_up),
        get("/outbox/{id}", SignedIn, outbox::show),
        get("/outbox/{id}/html", SignedIn, outbox::html),
        get("/outbox/{id}/source", SignedIn, outbox::source),
        get("/outbox/{id}/attachments/{number}", SignedIn, outbox::attachment),
        post("/outbox/{id}/retry", SignedIn, outbox::retry),
    ]
}

fn imports() -> Vec<Route> {
    use organiser::{imports, organisations};
    let change = Who::Organiser(Role::Organiser);
    vec![
        get("/organiser/events/{slug}/organisations", change, organisations::list),
        post("/organiser/events/{slug}/organisations", change, organisations::merge),
        get("/organiser/events/{slug}/import", change, imports::show),
        post("/organiser/events/{slug}/import", change, imports::upload),
        get("/organiser/events/{slug}/import/{id}", change, imports::plan),
        post("/organiser/events/{slug}/import/{id}", change, imports::apply),
    ]
}
