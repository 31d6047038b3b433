//! The links that mails carry: what they open, and what they say when they do not.

use chrono::Duration;

use crate::support::app::on_each_database;
use crate::support::build::an_event;
use crate::support::journeys::{confirms, participant, signs_up};

#[test]
fn opening_a_confirmation_link_ten_times_changes_nothing() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        signs_up(&mut ada, "clusters", "Ada", "ada@example.org");
        let link = app.mailed_path("ada@example.org", "/confirm/");
        for _ in 0..10 {
            assert_eq!(app.visitor().open(&link).status, 200);
        }
        assert_eq!(app.mails_to("ada@example.org").len(), 1);
        confirms(&mut ada, app, "ada@example.org");
        assert_eq!(app.mails_to("ada@example.org").len(), 2);
    });
}

#[test]
fn a_link_that_does_not_open_says_why_and_offers_a_new_one() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        signs_up(&mut ada, "clusters", "Ada", "ada@example.org");
        let first = app.mailed_path("ada@example.org", "/confirm/");

        app.pass(Duration::minutes(2));
        ada.open("/e/clusters/link");
        ada.fill("E-mail address", "ada@example.org").press("Send me the link");
        assert!(ada.page.text.contains("is on its way"), "{}", ada.page.text);
        assert_eq!(ada.open(&first).status, 200, "the first mail will do as well");

        let second = app.mailed_path("ada@example.org", "/confirm/");
        assert_ne!(first, second);
        ada.open(&second);
        ada.press("Confirm my registration");
        assert_eq!(ada.open(&second).path, "/e/clusters/my", "where it was used it leads on");
        let mut stranger = app.visitor();
        for link in [&first, &second] {
            let used = stranger.open(link);
            assert_eq!(used.status, 410);
            assert!(used.text.contains("has been used before"), "{}", used.text);
            assert_eq!(used.link("Send me a new link"), "/e/clusters/link");
        }

        let mut grace = app.visitor();
        signs_up(&mut grace, "clusters", "Grace", "grace@example.org");
        let old = app.mailed_path("grace@example.org", "/confirm/");
        app.pass(Duration::hours(25));
        let expired = grace.open(&old);
        assert_eq!(expired.status, 410);
        assert!(expired.text.contains("This link is too old"), "{}", expired.text);
        app.deletes_the_unconfirmed();
        let lapsed = grace.open(&old);
        assert_eq!(lapsed.status, 410);
        assert!(lapsed.text.contains("Please register again"), "{}", lapsed.text);
        assert_eq!(lapsed.link("Register again"), "/e/clusters/register");

        let unknown = grace.open("/confirm/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assert_eq!(unknown.status, 404);
        assert!(unknown.text.contains("We do not know this link"), "{}", unknown.text);
    });
}

#[test]
fn a_personal_link_opens_my_event_in_any_browser_and_leaves_the_address() {
    on_each_database(|app| {
        an_event(app).make();
        participant(app, "clusters", "Ada", "ada@example.org");
        let link = app.mailed_path("ada@example.org", "/my/");
        let mut elsewhere = app.visitor();
        let first = elsewhere.get(&link);
        assert_eq!(first.status, 303);
        assert_eq!(first.header("location"), Some("/e/clusters/my"));
        assert_eq!(first.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(first.header("cache-control"), Some("no-store"));
        assert!(elsewhere.open("/e/clusters/my").text.contains("Analytical Engines"));
        assert_eq!(elsewhere.open("/my/nothing").status, 404);
    });
}

#[test]
fn the_pages_of_a_participant_open_with_the_link_of_the_same_event_alone() {
    on_each_database(|app| {
        an_event(app).make();
        an_event(app).at("other").make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let token = ada.cookie("my-clusters").unwrap().to_string();
        ada.set_cookie("my-other", &token);
        let page = ada.open("/e/other/my");
        assert_eq!(page.status, 403);
        assert_eq!(page.link("Send me a new link"), "/e/other/link");
        let mut stranger = app.visitor();
        let page = stranger.open("/e/clusters/my/people");
        assert_eq!(page.status, 403);
        assert!(page.text.contains("Please open your personal link"), "{}", page.text);
    });
}

#[test]
fn who_asks_for_a_link_learns_nothing_about_who_is_registered() {
    on_each_database(|app| {
        an_event(app).make();
        participant(app, "clusters", "Ada", "ada@example.org");
        app.pass(Duration::minutes(5));
        let ask = |email: &str| {
            let mut visitor = app.visitor();
            visitor.open("/e/clusters/link");
            visitor.fill("E-mail address", email).press("Send me the link");
            (visitor.page.status, visitor.page.path.clone(), visitor.page.text.clone())
        };
        assert_eq!(ask("ada@example.org"), ask("nobody@example.org"));
        assert!(app.mails_to("nobody@example.org").is_empty());
        assert_eq!(app.mails_to("ada@example.org").len(), 3);
        let mut visitor = app.visitor();
        visitor.open("/e/clusters/link");
        visitor.fill("E-mail address", "not an address").press("Send me the link");
        assert_eq!(visitor.page.status, 422);
        assert_eq!(visitor.page.field("E-mail address").value, "not an address");
    });
}

#[test]
fn a_stranger_can_make_us_send_three_mails_an_hour_to_an_address_at_most() {
    on_each_database(|app| {
        an_event(app).make();
        participant(app, "clusters", "Ada", "ada@example.org");
        app.pass(Duration::hours(2));
        let before = app.mails_to("ada@example.org").len();
        for _ in 0..12 {
            let mut stranger = app.visitor();
            stranger.open("/e/clusters/link");
            stranger.fill("E-mail address", "ada@example.org").press("Send me the link");
            app.mails_to("ada@example.org");
            app.pass(Duration::minutes(2));
        }
        assert_eq!(app.mails_to("ada@example.org").len() - before, 3);
    });
}
