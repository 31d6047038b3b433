//! Events with a published round, and what an organiser does with rounds.

use std::collections::BTreeMap;

use rendezvous::app::App;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, Venue};
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::meeting::Meeting;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::demo;
use rendezvous::services::rounds;
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::store::{self, Db};

use super::app::TestApp;
use super::organisers::with_role;
use super::visitor::Visitor;

/// People of the event.
const PEOPLE: usize = 60;

/// The published plan, by pairs.
pub fn planned(app: &App, access: &ChangeAccess) -> BTreeMap<(ParticipantId, ParticipantId), Meeting> {
    let meetings = app.store.read(|db| store::meetings::list_planned(db, &access.event().id)).unwrap();
    meetings.into_iter().map(|meeting| ((meeting.a.clone(), meeting.b.clone()), meeting)).collect()
}

/// An event with a published round.
pub fn published(app: &App) -> ChangeAccess {
    let demo = demo::fill(app, PEOPLE, 7).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    let round = rounds::run(app, &access, &quick, Some(1)).unwrap();
    rounds::publish(app, &access, round.number).unwrap();
    access
}

/// Somebody who may run rounds, signed in.
pub fn organiser(server: &TestApp, access: &ChangeAccess) -> Visitor {
    with_role(server, "olga@example.org", &access.event().id, Role::Organiser)
}

/// The address of the list of rounds.
pub fn rounds_page(access: &ChangeAccess) -> String {
    format!("/organiser/events/{}/rounds", access.event().slug)
}

/// Waits for the latest round and opens its page.
pub fn opens_the_latest(visitor: &mut Visitor, app: &App, access: &ChangeAccess) {
    let number = rounds::list(app, access).unwrap()[0].0.number;
    for _ in 0..20_000 {
        visitor.open(&format!("{}/{number}", rounds_page(access)));
        if !visitor.page.text.contains("Being calculated") {
            break;
        }
    }
    assert!(visitor.page.text.contains("Draft"), "{}", visitor.page.text);
}

/// Runs a round as the form suggests, over whoever is in no meeting slot, and opens it.
pub fn runs_a_round(visitor: &mut Visitor, app: &App, access: &ChangeAccess) {
    visitor.open(&format!("{}/new", rounds_page(access)));
    if visitor.page.text.contains("in no meeting slot") {
        visitor.tick("Leave them out of this round");
    }
    visitor.press("Run the round");
    opens_the_latest(visitor, app, access);
}

/// Repairs the published plan by the first button, and opens the draft.
pub fn fills_holes(visitor: &mut Visitor, app: &App, access: &ChangeAccess) {
    visitor.open(&rounds_page(access));
    visitor.press("Fill the holes, move nobody");
    opens_the_latest(visitor, app, access);
}

/// What somebody's page calls them.
pub fn name(app: &App, id: &ParticipantId) -> String {
    app.store.read(|db| store::participants::get(db, id)).unwrap().profile.person.name
}

/// Somebody unticks every meeting block.
pub fn no_longer_comes(app: &App, id: &ParticipantId) {
    let change = |db: &mut Db| {
        let mut person = store::participants::get(db, id)?;
        person.profile.attendance.blocks.clear();
        store::participants::update(db, &person)
    };
    app.store.write(change).unwrap();
}

/// The organiser has so many tables from now on.
pub fn set_tables(app: &App, access: &ChangeAccess, tables: u32) {
    let change = |db: &mut Db| {
        let event = store::events::get(db, &access.event().id)?;
        let venue = Venue::Onsite { place: "Here".to_string(), tables };
        store::events::update(db, &Event { venue, ..event }, app.clock.now())
    };
    app.store.write(change).unwrap();
}

/// A minute into a meeting.
pub fn passes_to(server: &TestApp, meeting: &Meeting) {
    server.pass(meeting.starts_at - server.app.clock.now() + chrono::Duration::minutes(1));
}
