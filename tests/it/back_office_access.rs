//! Who may do what in the back office beside the table of routes: other people's events, mails, teams.

use rendezvous::domain::account::Role;
use rendezvous::domain::mail::MailKind;
use rendezvous::services::accounts;
use rendezvous::store::outbox::OutboxFilter;
use rendezvous::store::{self, StoreError};

use crate::support::app::{TestApp, on_each_database, with_settings};
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::organisers::{account, administrator, with_role};
use crate::support::visitor::Visitor;

#[test]
fn a_participant_of_another_event_is_not_there_either() {
    on_each_database(|app| {
        let own = an_event(app).at("own").make();
        an_event(app).make();
        participant(app, "clusters", "Ada", "ada@example.org");
        let id = app
            .app
            .store
            .read(|db| {
                let event = store::events::get_by_slug(db, "clusters")?;
                let people = store::participants::list_in_states(db, &event.id, &["registered"])?;
                Ok::<_, StoreError>(people[0].id.clone())
            })
            .unwrap();
        let mut grace = with_role(app, "grace@example.org", &own.id, Role::Owner);
        let path = format!("/organiser/events/own/participants/{id}");
        assert_eq!(grace.get(&path).status, 404);
        assert_eq!(grace.get(&format!("{path}/person")).status, 404);
        assert_eq!(grace.send(&format!("{path}/link"), &[]).status, 404);
        let decide = format!("/organiser/events/own/participants/decide?decision=cancel&id={id}");
        assert!(!grace.open(&decide).text.contains("Ada"), "{}", grace.page.text);
    });
}

fn first_mail(app: &TestApp, kind: MailKind) -> String {
    let all = app.app.store.read(|db| store::outbox::list(db, &OutboxFilter::default(), 100, 0)).unwrap();
    all.iter().find(|mail| mail.kind == kind).unwrap().id.to_string()
}

#[test]
fn a_mail_is_seen_by_those_who_could_act_for_its_reader_and_its_html_runs_nothing() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = app.visitor();
        crate::support::journeys::signs_up(&mut ada, "clusters", "Ada <script>", "ada@example.org");
        let mail = format!("/outbox/{}", first_mail(app, MailKind::Confirm));
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open("/organiser/events/clusters/outbox");
        assert!(grace.page.text.contains("ada@example.org") && grace.page.text.contains("Waiting"));
        let shown = grace.open(&mail).clone();
        assert!(shown.text.contains("/confirm/"), "{}", shown.text);
        assert!(shown.html.contains("<iframe") && shown.html.contains("sandbox="), "{}", shown.html);
        let html = grace.get(&format!("{mail}/html"));
        let policy = html.header("content-security-policy").unwrap();
        assert!(policy.contains("sandbox") && policy.contains("default-src 'none'"), "{policy}");
        assert!(!policy.contains("script") && !policy.contains("allow-same-origin"), "{policy}");
        assert!(!html.html.contains("<script>"), "{}", html.html);
        let source = grace.get(&format!("{mail}/source"));
        assert_eq!(source.header("content-type"), Some("message/rfc822"));

        let mut viewer = with_role(app, "viewer@example.org", &event.id, Role::Viewer);
        assert_eq!(
            viewer.get("/organiser/events/clusters/outbox").status,
            200,
            "that there is a mail is no secret"
        );
        let other = an_event(app).at("other").make();
        let mut stranger = with_role(app, "stranger@example.org", &other.id, Role::Owner);
        for end in ["", "/html", "/source", "/attachments/1"] {
            assert_eq!(viewer.get(&format!("{mail}{end}")).status, 403, "{end}");
            assert_eq!(stranger.get(&format!("{mail}{end}")).status, 404, "{end}");
        }
        assert_eq!(viewer.send(&format!("{mail}/retry"), &[]).status, 403);
        app.mails_to("ada@example.org");
        assert!(grace.open(&mail).text.contains("Its text is not kept here"), "{}", grace.page.text);
    });
}

#[test]
fn mails_about_accounts_are_for_administrators() {
    on_each_database(|app| {
        let mut ada = administrator(app);
        let event = an_event(app).make();
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Owner);
        accounts::ask_for_password(&app.app, "grace@example.org", Default::default()).unwrap();
        let mail = format!("/outbox/{}", first_mail(app, MailKind::NewPassword));
        assert_eq!(ada.open(&mail).status, 200);
        assert_eq!(grace.get(&mail).status, 404);
        assert!(ada.open("/outbox").text.contains("grace@example.org"), "{}", ada.page.text);
        let own = grace.open("/outbox");
        assert!(own.text.contains("Choose the event") && !own.text.contains("grace@example.org"));
    });
}

#[test]
fn an_owner_invites_others_who_set_their_own_password() {
    with_settings(
        |config| config.limits.sign_ins_per_minute = 1_000,
        |app| {
            let event = an_event(app).make();
            let mut grace = with_role(app, "grace@example.org", &event.id, Role::Owner);
            grace.open("/organiser/events/clusters/team");
            grace.fill("Name", "Bob").fill("E-mail address", "no address").press("Invite to the team");
            assert_eq!(grace.page.status, 422);
            assert_eq!(grace.page.field("Name").value, "Bob");
            grace.fill("E-mail address", "bob@example.org").press("Invite to the team");
            assert!(grace.page.text.contains("bob@example.org"), "{}", grace.page.text);
            let link = app.mailed_path("bob@example.org", "/organiser/invitation/");
            let mut bob = app.visitor();
            bob.open(&link);
            bob.fill("New password", "eleven purple wheelbarrows").press("Accept the invitation");
            bob.open("/organiser");
            assert!(bob.page.text.contains("Cluster Conference"), "{}", bob.page.text);

            grace.open("/organiser/events/clusters/team");
            grace.fill("Name", "Bob").fill("E-mail address", "BOB@example.org").press("Invite to the team");
            assert!(grace.page.summary[0].0.contains("on the team already"), "{:?}", grace.page.summary);
        },
    );
}

#[test]
fn roles_change_and_the_last_owner_stays() {
    on_each_database(|app| {
        let mut ada = administrator(app);
        let event = an_event(app).make();
        let roles = app.app.store.read(|db| store::events::list_roles(db, &event.id)).unwrap();
        let owner = roles[0].0.clone();
        let send = |visitor: &mut Visitor, who: &str, role: &str| {
            let page = visitor.get("/organiser/events/clusters/team");
            let field = page.forms.iter().flat_map(|form| &form.fields).find(|field| field.name == "csrf");
            let csrf = field.unwrap().value.clone();
            let fields = [("csrf".to_string(), csrf), ("role".to_string(), role.to_string())];
            visitor.post(&format!("/organiser/events/clusters/team/{who}"), &fields)
        };
        let refused = send(&mut ada, owner.as_str(), "none");
        assert_eq!(refused.status, 422);
        assert!(refused.summary[0].0.contains("needs an owner"), "{:?}", refused.summary);
        let bob = account(app, "bob@example.org", Some((&event.id, Role::Viewer)));
        assert_eq!(send(&mut ada, bob.id.as_str(), "owner").status, 303);
        assert_eq!(send(&mut ada, owner.as_str(), "none").status, 303);
        assert_eq!(send(&mut ada, bob.id.as_str(), "viewer").status, 422, "now Bob is the last");
        assert_eq!(send(&mut ada, owner.as_str(), "viewer").status, 404, "who left is not there");
    });
}
