//! Inviting somebody to run an event: who, to what, as what; accepted by whoever is invited, also with an account.

use chrono::Duration;
use rendezvous::domain::account::Role;
use rendezvous::domain::text::Email;
use rendezvous::store::{self, StoreError};

use crate::support::app::{TestApp, without_network_limits};
use crate::support::build::an_event;
use crate::support::organisers::{PASSWORD, account, signs_in, with_role};
use crate::support::visitor::Visitor;

const BOB: &str = "bob@example.org";
const TEAM: &str = "/organiser/events/clusters/team";

/// The owner's browser, after they have invited Bob as an organiser.
fn invited(app: &TestApp) -> Visitor {
    let event = an_event(app).make();
    let mut grace = with_role(app, "grace@example.org", &event.id, Role::Owner);
    grace.open(TEAM);
    grace.fill("Name", "Bobby").fill("E-mail address", BOB).tick("Organiser").press("Invite to the team");
    assert!(grace.page.text.contains("An email with the invitation"), "{}", grace.page.text);
    grace
}

fn link(app: &TestApp) -> String {
    app.mailed_path(BOB, "/organiser/invitation/")
}

#[test]
fn the_mail_says_who_invites_to_what_and_as_what() {
    without_network_limits(|app| {
        invited(app);
        let mails = app.mails_to(BOB);
        let text = &mails.last().unwrap().text;
        for expected in ["Organiser grace@example.org invites you", "Cluster Conference", "Organiser: "] {
            assert!(text.contains(expected), "{expected}: {text}");
        }
    });
}

#[test]
fn an_account_accepts_itself_and_until_then_the_owner_sees_the_address_alone() {
    without_network_limits(|app| {
        account(app, BOB, None);
        let mut grace = invited(app);
        let page = grace.open(TEAM).text.clone();
        assert!(page.contains(BOB) && !page.contains("Organiser bob@example.org"), "{page}");
        let mut bob = app.visitor();
        bob.open(&link(app));
        assert!(bob.page.text.contains("There is an account for bob@example.org"), "{}", bob.page.text);
        bob.follow("Sign in");
        bob.fill("E-mail address", BOB).fill("Password", PASSWORD).press("Sign in");
        assert_eq!(bob.get("/organiser/events/clusters").status, 404, "nothing is theirs yet");
        bob.press("Accept the invitation");
        assert!(bob.page.path.starts_with("/organiser/events/clusters"), "{}", bob.page.text);
        assert_eq!(bob.get("/organiser/events/clusters/settings").status, 200);
        let page = grace.open(TEAM).text.clone();
        assert!(page.contains("Organiser bob@example.org"), "now the name is shown: {page}");
        assert_eq!(app.visitor().get(&link(app)).status, 410, "it was accepted once");
    });
}

#[test]
fn an_invitation_is_of_its_address_alone() {
    without_network_limits(|app| {
        account(app, BOB, None);
        account(app, "eve@example.org", None);
        invited(app);
        let link = link(app);
        let mut eve = app.visitor();
        signs_in(&mut eve, "eve@example.org", PASSWORD);
        eve.open(&link);
        assert!(eve.page.text.contains("Sign in with it"), "{}", eve.page.text);
        eve.page = eve.send(&link, &[("way", "account")]);
        assert_eq!(eve.page.status, 410);
        eve.page = eve.send(&link, &[("name", "Eve"), ("password", "eleven purple wheelbarrows")]);
        assert_eq!(eve.page.status, 410, "Bob has an account, and Eve makes none for him");
        assert_eq!(eve.get("/organiser/events/clusters").status, 404);
    });
}

#[test]
fn a_strangers_password_mail_leaves_the_invitation_as_it_is() {
    without_network_limits(|app| {
        invited(app);
        let link = link(app);
        let mut eve = app.visitor();
        for _ in 0..3 {
            eve.open("/organiser/password");
            eve.fill("E-mail address", BOB).press("Send me a link");
        }
        let mut bob = app.visitor();
        assert_eq!(bob.open(&link).status, 200);
        bob.fill("Name", "").fill("New password", "short").press("Accept the invitation");
        assert_eq!(bob.page.status, 422);
        bob.fill("Name", "Bob").fill("New password", "clusters clusters").press("Accept the invitation");
        assert_eq!(bob.page.status, 422, "the event's own words are guessed: {}", bob.page.text);
        assert_eq!(bob.page.field("Name").value, "Bob");
        bob.fill("New password", "eleven purple wheelbarrows").press("Accept the invitation");
        assert!(bob.page.path.starts_with("/organiser/events/clusters"), "{}", bob.page.text);
    });
}

#[test]
fn an_invitation_lasts_no_longer_than_the_right_of_whoever_invited() {
    without_network_limits(|app| {
        invited(app);
        let link = link(app);
        let (event, grace) = app
            .app
            .store
            .read(|db| {
                let email = Email::parse("grace@example.org").unwrap();
                let event = store::events::get_by_slug(db, "clusters")?;
                Ok::<_, StoreError>((event.id, store::accounts::find_by_email(db, &email)?.unwrap().0.id))
            })
            .unwrap();
        let becomes = |role: Role| {
            app.app.store.write(|db| store::events::set_role(db, &event, &grace, role)).unwrap();
        };
        let mut bob = app.visitor();
        assert_eq!(bob.open(&link).status, 200);
        bob.fill("Name", "Bob").fill("New password", "eleven purple wheelbarrows");
        becomes(Role::Organiser);
        bob.press("Accept the invitation");
        assert_eq!(bob.page.status, 410, "{}", bob.page.text);
        assert!(bob.page.text.contains("may not do so any more"), "{}", bob.page.text);
        becomes(Role::Owner);
        assert_eq!(bob.open(&link).status, 200);
        let now = app.app.clock.now();
        app.app.store.write(|db| store::deactivated_accounts::insert(db, &grace, now)).unwrap();
        assert_eq!(bob.open(&link).status, 410);
    });
}

#[test]
fn an_invitation_is_declined_withdrawn_or_too_old() {
    without_network_limits(|app| {
        let mut grace = invited(app);
        let mut bob = app.visitor();
        bob.open(&link(app));
        bob.press("Decline");
        assert!(bob.page.text.contains("You have declined"), "{}", bob.page.text);
        assert!(!grace.open(TEAM).text.contains(BOB));
        let invite = |grace: &mut Visitor| {
            grace.open(TEAM);
            grace.fill("Name", "Bobby").fill("E-mail address", BOB).tick("Organiser");
            grace.press("Invite to the team");
        };
        invite(&mut grace);
        let first = link(app);
        invite(&mut grace);
        assert_eq!(bob.open(&first).status, 410, "a newer one takes its place");
        assert_eq!(bob.open(&link(app)).status, 200);
        grace.open(TEAM);
        grace.press("Withdraw: bob@example.org");
        assert_eq!(bob.open(&link(app)).status, 410);
        invite(&mut grace);
        app.pass(Duration::days(8));
        assert_eq!(bob.open(&link(app)).status, 410);
        assert!(bob.page.text.contains("too old"), "{}", bob.page.text);
    });
}
