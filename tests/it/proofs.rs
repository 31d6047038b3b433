//! Showing again who one is before what an open browser alone must not do; and secrets that no page repeats.

use std::collections::BTreeSet;

use chrono::Duration;
use rendezvous::domain::account::Role;
use rendezvous::web::routes::{self, Again};

use crate::support::app::without_the_gate;
use crate::support::build::an_event;
use crate::support::organisers::{PASSWORD, account, signs_in, with_role};
use crate::support::page::Page;

#[test]
fn these_routes_ask_again_who_it_is_and_no_others() {
    let asks = |wanted: Again| -> BTreeSet<String> {
        let routes = routes::all();
        let found = routes.iter().filter(|route| route.again == wanted);
        found.map(|route| format!("{} {}", route.method, route.path)).collect()
    };
    let by_hand: BTreeSet<String> = include_str!("proofs.txt").lines().map(String::from).collect();
    assert_eq!(asks(Again::Always), by_hand);
    assert_eq!(
        asks(Again::Sometimes),
        BTreeSet::from(
            ["questions/{id}", "settings"].map(|end| format!("POST /organiser/events/{{slug}}/{end}"))
        )
    );
}

#[test]
fn a_form_that_came_too_late_is_not_lost() {
    without_the_gate(|app| {
        let event = an_event(app).make();
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Owner);
        let member = account(app, "bob@example.org", Some((&event.id, Role::Viewer)));
        app.pass(Duration::minutes(16));
        grace.open("/organiser/events/clusters/team");
        let path = format!("/organiser/events/clusters/team/{}", member.id);
        let form = grace.page.forms.iter().find(|form| form.action == path).unwrap();
        let value = |name: &str| form.fields.iter().find(|field| field.name == name).unwrap().value.clone();
        let fields: Vec<(String, String)> = ["csrf", "opened"]
            .map(|name| (name.to_string(), value(name)))
            .into_iter()
            .chain([("role".to_string(), "organiser".to_string())])
            .collect();
        grace.page = grace.post(&path, &fields);
        assert_eq!(grace.page.status, 403, "{}", grace.page.text);
        assert!(grace.page.text.contains("Is it you?"), "{}", grace.page.text);
        assert_eq!(grace.page.header("cache-control"), Some("no-store"));

        grace.fill("Password", "not the right one").press("Continue");
        assert_eq!(grace.page.status, 422);
        assert!(grace.page.summary[0].0.contains("not your present password"), "{:?}", grace.page.summary);
        grace.fill("Password", PASSWORD).press("Continue");
        assert!(!grace.page.html.contains(PASSWORD));
        grace.press("Send it now");
        assert!(grace.page.path.starts_with("/organiser/events/clusters/team"), "{}", grace.page.text);
        let mut bob = app.visitor();
        signs_in(&mut bob, "bob@example.org", PASSWORD);
        assert_eq!(bob.get("/organiser/events/clusters/settings").status, 200, "the role came through");

        app.pass(Duration::minutes(14));
        grace.page = grace.send(&path, &[("role", "viewer")]);
        assert_ne!(grace.page.status, 403, "a quarter of an hour has not passed since the proof");
    });
}

#[test]
fn a_page_or_a_file_comes_after_the_proof() {
    without_the_gate(|app| {
        let event = an_event(app).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        let list = "/organiser/events/clusters/participants.csv?state=registered";
        assert_eq!(olga.get(list).status, 200);
        app.pass(Duration::minutes(16));
        olga.open(list);
        assert!(olga.page.path.starts_with("/organiser/prove?next="), "{}", olga.page.path);
        olga.fill("Password", PASSWORD).press("Continue");
        assert_eq!(olga.page.link("Download the file"), list);
        assert_eq!(olga.get(list).status, 200);
        assert_eq!(olga.open("/organiser/prove?next=https://evil.example/").status, 200);
        olga.fill("Password", PASSWORD).press("Continue");
        assert_eq!(olga.page.path, "/organiser", "nobody is led elsewhere");
    });
}

#[test]
fn the_day_of_deletion_asks_again_and_other_settings_do_not() {
    without_the_gate(|app| {
        let event = an_event(app).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        app.pass(Duration::minutes(16));
        olga.open("/organiser/events/clusters/settings");
        olga.fill_named("organiser_name", "Another office").press("Save");
        assert!(olga.page.text.contains("Your changes are saved"), "{}", olga.page.text);
        olga.fill_named("shred_after_days", "11").press("Save");
        assert_eq!(olga.page.status, 403, "{}", olga.page.text);
        olga.fill("Password", PASSWORD).press("Continue");
        olga.press("Send it now");
        assert_eq!(shown(olga.open("/organiser/events/clusters/settings")), "11");

        app.pass(Duration::minutes(16));
        olga.open("/organiser/events/clusters/settings");
        olga.fill_named("ends_on", "2027-03-14").press("Save");
        assert_eq!(olga.page.status, 403, "the deletion follows the last day: {}", olga.page.text);
    });
}

/// The days until personal data is deleted, as the open form shows them.
fn shown(page: &Page) -> String {
    let mut fields = page.forms.iter().flat_map(|form| &form.fields);
    fields.find(|field| field.name == "shred_after_days").unwrap().value.clone()
}

#[test]
fn a_page_that_asks_to_send_again_repeats_no_password() {
    without_the_gate(|app| {
        account(app, "grace@example.org", None);
        let mut grace = app.visitor();
        grace.open("/organiser/login");
        grace.fill("E-mail address", "grace@example.org").fill("Password", PASSWORD);
        let (_, action, fields) = grace.filled("Sign in");
        let old: Vec<_> = fields
            .into_iter()
            .map(|(name, value)| if name == "csrf" { (name, "old".to_string()) } else { (name, value) })
            .collect();
        grace.page = grace.post(&action, &old);
        assert_eq!(grace.page.status, 403);
        assert!(!grace.page.html.contains(PASSWORD), "{}", grace.page.html);
        assert_eq!(grace.page.header("cache-control"), Some("no-store"));
        assert!(grace.page.text.contains("never written into a page"), "{}", grace.page.text);
        grace.fill("Password", PASSWORD).press("Send again");
        assert_eq!(grace.page.path, "/organiser", "{}", grace.page.text);
    });
}
