//! Two people with the same form open. What one of them saves, the other does not undo: a value that nobody touched is not
//! written, and one that both changed comes back with both values.

mod pairs;

use std::collections::BTreeSet;

use actix_web::http::Method;
use rendezvous::config::DatabaseUrl;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::floor::Booth;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::store;
use rendezvous::web::routes;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of};
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::page::{Form, Page};
use crate::support::visitor::Visitor;
use pairs::{Tally, sent, try_form};

/// The forms that change what is stored: the address to open, with `ID` for the thing's, and the route that it is sent to.
const OFFICE: [(&str, &str); 20] = [
    ("/settings", "/settings"),
    ("/waiting-list", "/waiting-list"),
    ("/accessibility", "/accessibility"),
    ("/legal", "/legal"),
    ("/consents", "/consents"),
    ("/types", "/types/matrix"),
    ("/types/TYPE", "/types/{id}"),
    ("/topics/TOPIC", "/topics/{id}"),
    ("/questions/QUESTION", "/questions/{id}"),
    ("/agenda/sessions/SESSION", "/agenda/sessions/{id}"),
    ("/agenda/blocks/BLOCK", "/agenda/blocks/{id}"),
    ("/tables/1", "/tables/{number}"),
    ("/interpreters/INTERPRETER", "/interpreters/{id}"),
    ("/participants/PERSON/booth", "/participants/{id}/booth"),
    ("/mailings/MAILING/edit", "/mailings/{id}/edit"),
    ("/mail-words/registered", "/mail-words/{kind}"),
    ("/nudges", "/nudges"),
    ("/participants/PERSON/person", "/participants/{id}/person"),
    ("/participants/PERSON/interests", "/participants/{id}/interests"),
    ("/participants/PERSON/attendance", "/participants/{id}/attendance"),
];

/// A participant's own.
const OWN: [&str; 5] = ["/my/calendar", "/my/profile", "/my/topics", "/my/availability", "/my/consent"];

/// Routes that change something and carry no value that was shown: they add, remove, decide, send or start something, or
/// say a whole new value of one thing, as a button does.
const COMMANDS: &[&str] = &[
    // Whatever a visitor sends is new.
    "/barrier",
    "/e/{slug}/barrier",
    "/e/{slug}/register/check",
    "/e/{slug}/register/later",
    "/e/{slug}/register/{step}",
    "/e/{slug}/link",
    "/confirm/{token}",
    "/my/{token}",
    "/draft/{token}",
    "/draft/{token}/refuse",
    "/unsubscribe/{token}",
    "/unsubscribe/{token}/again",
    "/organiser/setup/{token}",
    "/organiser/login",
    "/organiser/login/code",
    "/organiser/prove",
    "/organiser/factor",
    "/organiser/factor/app",
    "/organiser/factor/codes",
    "/organiser/factor/off",
    "/organiser/logins",
    "/organiser/logout",
    "/organiser/password",
    "/organiser/password/{token}",
    "/organiser/account",
    "/organiser/clock",
    // The same form as that of an event, merged alike.
    "/organiser/legal",
    "/organiser/invitation/{token}",
    "/organiser/invitation/{token}/decline",
    "/organiser/accounts",
    "/organiser/accounts/invitations/{id}",
    "/organiser/accounts/{account}",
    "/organiser/accounts/{account}/delete",
    // A participant's buttons.
    "/e/{slug}/my/wishes",
    "/e/{slug}/my/links",
    "/e/{slug}/my/log-out",
    "/e/{slug}/my/zone",
    "/e/{slug}/my/seat",
    "/e/{slug}/my/invitation",
    "/e/{slug}/my/invitation/decline",
    "/e/{slug}/my/sessions/{id}",
    "/e/{slug}/my/proposals",
    "/e/{slug}/my/proposals/{id}",
    "/e/{slug}/my/meetings/{id}/cancel",
    "/e/{slug}/my/meetings/{id}/absent",
    "/e/{slug}/my/meetings/{id}/move",
    "/e/{slug}/my/people/{id}/contact",
    "/e/{slug}/my/people/{id}/messages",
    "/e/{slug}/my/feed",
    "/e/{slug}/my/feed/revoke",
    "/e/{slug}/my/cancel",
    "/e/{slug}/my/colleague",
    "/e/{slug}/my/delete",
    // An organiser adds, removes, moves one step, opens, closes.
    "/organiser/events/new",
    "/organiser/events/{slug}/acts/{id}/undo",
    "/organiser/events/{slug}/acts/{id}/send",
    "/organiser/events/{slug}/deletion",
    "/organiser/events/{slug}/calendars",
    "/organiser/events/{slug}/state",
    "/organiser/events/{slug}/trial/people",
    "/organiser/events/{slug}/pictures/{kind}",
    "/organiser/events/{slug}/pictures/{kind}/remove",
    "/organiser/events/{slug}/team",
    "/organiser/events/{slug}/team/second-factor",
    "/organiser/events/{slug}/team/invitations/{id}",
    "/organiser/events/{slug}/types",
    "/organiser/events/{slug}/types/{id}/remove",
    "/organiser/events/{slug}/topics",
    "/organiser/events/{slug}/topics/{id}/remove",
    "/organiser/events/{slug}/topics/{id}/merge",
    "/organiser/events/{slug}/questions/new",
    "/organiser/events/{slug}/questions/ready",
    "/organiser/events/{slug}/questions/{id}/move",
    "/organiser/events/{slug}/questions/{id}/closed",
    "/organiser/events/{slug}/questions/{id}/remove",
    "/organiser/events/{slug}/tables",
    "/organiser/events/{slug}/interpreters",
    "/organiser/events/{slug}/interpreters/new",
    "/organiser/events/{slug}/interpreters/{id}/remove",
    "/organiser/events/{slug}/agenda/import",
    "/organiser/events/{slug}/agenda/import/{id}",
    "/organiser/events/{slug}/agenda/sessions/new",
    "/organiser/events/{slug}/agenda/sessions/{id}/remove",
    "/organiser/events/{slug}/agenda/sessions/{id}/people",
    "/organiser/events/{slug}/agenda/blocks/new",
    "/organiser/events/{slug}/agenda/blocks/{id}/remove",
    // An address that was asked for is confirmed by its owner; one that nobody has proved has nobody else's value in it.
    "/e/{slug}/my/address",
    "/e/{slug}/register/sent",
    "/address/{token}",
    "/organiser/events/{slug}/participants/decide",
    "/organiser/events/{slug}/participants/new",
    "/organiser/events/{slug}/participants/change",
    "/organiser/events/{slug}/participants/views",
    "/organiser/events/{slug}/participants/views/{id}/remove",
    "/organiser/events/{slug}/participants/{id}/notes",
    "/organiser/events/{slug}/participants/{id}/notes/{note}/remove",
    "/organiser/events/{slug}/participants/{id}/tags",
    "/organiser/events/{slug}/participants/{id}/tags/remove",
    "/organiser/events/{slug}/participants/{id}/delete",
    "/organiser/events/{slug}/participants/{id}/link",
    "/organiser/events/{slug}/participants/{id}/address",
    "/organiser/events/{slug}/participants/{id}/address/lift",
    "/organiser/events/{slug}/outbox/again",
    "/organiser/events/{slug}/mailings/new",
    "/organiser/events/{slug}/mailings/{id}/delete",
    "/organiser/events/{slug}/mailings/{id}/test",
    "/organiser/events/{slug}/mailings/{id}/send",
    "/organiser/events/{slug}/mailings/{id}/call-off",
    "/organiser/events/{slug}/mailings/{id}/pause",
    "/organiser/events/{slug}/mailings/{id}/go-on",
    "/organiser/events/{slug}/mailings/{id}/stop",
    "/organiser/events/{slug}/mail-words/{kind}/test",
    "/organiser/events/{slug}/blocked",
    "/outbox/release",
    "/outbox/again",
    "/outbox/give-up",
    "/outbox/{id}/retry",
    "/organiser/events/{slug}/organisations",
    "/organiser/events/{slug}/participants/{id}/merge",
    "/organiser/events/{slug}/import",
    "/organiser/events/{slug}/import/{id}",
    // Rounds: a draft is moved by a change of its own, which is refused where it does not fit any more.
    "/organiser/events/{slug}/rounds/new",
    "/organiser/events/{slug}/rounds/repair",
    "/organiser/events/{slug}/rounds/{number}/publish",
    "/organiser/events/{slug}/rounds/{number}/stop",
    "/organiser/events/{slug}/rounds/{number}/discard",
    "/organiser/events/{slug}/rounds/{number}/restore",
    "/organiser/events/{slug}/rounds/{number}/undo",
    "/organiser/events/{slug}/rounds/{number}/redo",
    "/organiser/events/{slug}/rounds/{number}/add",
    "/organiser/events/{slug}/rounds/{number}/meeting/move",
    "/organiser/events/{slug}/rounds/{number}/meeting/swap",
    "/organiser/events/{slug}/rounds/{number}/meeting/remove",
    "/organiser/events/{slug}/rounds/{number}/meeting/rule",
    "/organiser/events/{slug}/absent",
    "/organiser/events/{slug}/door/new",
    "/organiser/events/{slug}/door/{id}/came",
    "/organiser/events/{slug}/door/{id}/undo",
    // The plan as a whole: meetings that are ticked, or all of them; where an event goes; who shall be in a block.
    "/organiser/events/{slug}/plan/call-off",
    "/organiser/events/{slug}/plan/withdraw",
    "/organiser/events/{slug}/move",
    "/organiser/events/{slug}/agenda/blocks/{id}/people",
    "/organiser/events/{slug}/pairs",
    "/organiser/events/{slug}/pairs/forget",
];

#[test]
fn every_route_that_changes_something_is_a_form_that_is_merged_or_a_command() {
    let office = OFFICE.iter().map(|(_, route)| format!("/organiser/events/{{slug}}{route}"));
    let own = OWN.iter().map(|route| format!("/e/{{slug}}{route}"));
    let team = "/organiser/events/{slug}/team/{account}".to_string();
    let told: BTreeSet<String> =
        office.chain(own).chain([team]).chain(COMMANDS.iter().map(|route| route.to_string())).collect();
    let routes = routes::all();
    let posts =
        routes.iter().filter(|route| route.method == Method::POST).map(|route| route.path.to_string());
    assert_eq!(posts.collect::<BTreeSet<_>>(), told);
}

/// An event with a question and two participants, and its owner.
fn office(app: &TestApp) -> (Event, Visitor) {
    let event = an_event(app).make();
    let mut owner = with_role(app, "olga@example.org", &event.id, Role::Owner);
    let office = "/organiser/events/clusters";
    owner.open(&format!("{office}/questions/new"));
    owner.tick("Several of several choices").fill_named("label_en", "Which days?");
    owner.fill_named("more_choices", "Monday\nTuesday\nWednesday").press("Save");
    assert_eq!(owner.page.status, 200, "{}", owner.page.text);
    owner.open(&format!("{office}/mailings/new"));
    owner
        .fill_named("subject_en", "How to reach us")
        .fill_named("text_en", "Dear {name}")
        .press("Save and count");
    assert_eq!(owner.page.status, 200, "{}", owner.page.text);
    owner.open(&format!("{office}/interpreters/new"));
    owner.fill("Name", "Anna Schmidt").tick("German").tick("French").press("Save");
    assert_eq!(owner.page.status, 200, "{}", owner.page.text);
    owner.open(&format!("{office}/nudges"));
    owner.fill_named("topics", "7").fill_named("wish", "7").press("Save");
    (event, owner)
}

/// The address of a form about something of this event, or about this participant.
fn address(app: &TestApp, event: &Event, person: &ParticipantId, path: &str) -> String {
    let lists = app.app.store.read(|db| store::programme::get(db, &event.id)).unwrap();
    let mailing = app.app.store.read(|db| store::mailings::list(db, &event.id, 1, 0)).unwrap().remove(0);
    let path = path
        .replace("MAILING", mailing.id.as_str())
        .replace("INTERPRETER", lists.interpreting.interpreters[0].id.as_str())
        .replace("TYPE", lists.types[0].id.as_str())
        .replace("TOPIC", lists.topics[0].id.as_str())
        .replace("QUESTION", lists.questions[0].id.as_str())
        .replace("SESSION", lists.sessions[0].id.as_str())
        .replace("BLOCK", lists.blocks[0].id.as_str())
        .replace("PERSON", person.as_str());
    format!("/organiser/events/clusters{path}")
}

#[test]
fn of_two_who_change_a_form_neither_undoes_what_the_other_saved() {
    on_each_database(|app| {
        let (event, mut owner) = office(app);
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let id = id_of(app, &event, "Ada");
        // Merging knows no database; on Postgres a part shows that it is done under the lock there, too.
        let each = if matches!(app.app.config.database, DatabaseUrl::Sqlite(_)) { 1 } else { 4 };
        let mut all = Tally::default();
        let mut count = |path: &str, tally: Tally| {
            println!("{path}: {tally:?}");
            assert!(tally.merged + tally.asked > 0, "{path}: nothing was tried");
            all.merged += tally.merged;
            all.asked += tally.asked;
            all.refused += tally.refused;
        };
        for path in OWN {
            count(path, try_form(&mut ada, &format!("/e/clusters{path}"), each));
        }
        // Whoever has no booth is away from none.
        let booth = Booth { who: id.clone(), table: 1, away: Default::default() };
        app.app.store.write(|db| store::floor::put_booth(db, &event.id, &booth)).unwrap();
        // The settings last: they may close what other forms are about.
        for (path, _) in OFFICE.iter().rev() {
            count(path, try_form(&mut owner, &address(app, &event, &id, path), each));
        }
        println!("all: {all:?}");
        assert!(all.merged * each > 60 && all.asked * each > 40, "{all:?}");
    });
}

#[test]
fn the_form_says_who_changed_what_and_shows_both_values() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        let mut paul = with_role(app, "paul@example.org", &event.id, Role::Organiser);
        let settings = "/organiser/events/clusters/settings";
        olga.open(settings);
        paul.open(settings);
        olga.fill("Place", "Hall 3").fill("Who invites", "Cluster Office Brussels");
        paul.fill("Place", "Hall 4").fill("Seats", "120");
        olga.press("Save");
        let page = paul.press("Save").clone();
        assert_eq!(page.status, 422);
        let told = &page.summary[0].0;
        assert!(told.contains("Organiser olga@example.org has changed this"), "{told}");
        assert!(told.contains("It is now: “Hall 3”"), "{told}");
        assert_eq!(page.field("Place").value, "Hall 4");
        assert_eq!(page.field("Seats").value, "120");
        assert_eq!(
            page.field("Who invites").value,
            "Cluster Office Brussels",
            "what only the other changed is there"
        );
        paul.press("Save");
        let page = paul.open(settings).clone();
        assert_eq!(page.field("Place").value, "Hall 4");
        assert_eq!(page.field("Seats").value, "120");
    });
}

#[test]
fn a_participant_and_an_organiser_who_change_one_profile_are_told_of_each_other() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let person = format!("/organiser/events/clusters/participants/{}/person", id_of(app, &event, "Ada"));
        olga.open(&person);
        ada.open("/e/clusters/my/profile");
        ada.fill("City", "Nantes").choose("Country", "Belgium");
        ada.press("Save");
        let page = olga.fill("City", "Bordeaux").choose("Country", "Spain").press("Save").clone();
        assert_eq!(page.status, 422);
        let told: Vec<&str> = page.summary.iter().map(|(text, _)| text.as_str()).collect();
        assert!(told.iter().all(|text| text.contains("The participant has changed this")), "{told:?}");
        assert!(
            told.iter().any(|text| text.contains("“Belgium”")),
            "a country is named, not its code: {told:?}"
        );
        olga.press("Save");
        let page = ada.open("/e/clusters/my/profile").clone();
        assert_eq!(page.field("City").value, "Bordeaux");
    });
}

#[test]
fn a_role_that_two_owners_change_is_asked_about() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        let mut otto = with_role(app, "otto@example.org", &event.id, Role::Owner);
        with_role(app, "paul@example.org", &event.id, Role::Viewer);
        let team = "/organiser/events/clusters/team";
        let of_paul = |page: &Page| {
            let forms = page.forms.iter().filter(|form| form.action.contains("/team/"));
            let paul = |form: &&Form| {
                form.fields.iter().any(|field| field.label.contains("paul") || field.value == "viewer")
            };
            forms.clone().find(paul).unwrap().clone()
        };
        let (hers, his) = (of_paul(olga.open(team)), of_paul(otto.open(team)));
        let role = ("role".to_string(), String::new());
        olga.post(&hers.action, &sent(&hers, &role, "organiser"));
        let answer = otto.post(&his.action, &sent(&his, &role, "owner"));
        assert_eq!(answer.status, 422);
        assert!(answer.text.contains("has changed this while this page was open"), "{}", answer.text);
    });
}
