//! The calendar feed behind its secret address, as calendars ask for it.

use chrono::Duration;
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, meet};
use crate::support::journeys::participant;
use crate::support::visitor::Visitor;

/// Makes an address and gives its path.
fn makes_an_address(visitor: &mut Visitor, app: &TestApp, button: &str) -> String {
    visitor.open("/e/clusters/my/schedule");
    visitor.follow("Keep my own calendar up to date");
    visitor.press(button);
    let address = visitor.page.link("Open it in my calendar").replace("webcal://", "http://");
    assert!(visitor.page.html.contains(&format!("value=\"{address}\"")), "to copy: {}", visitor.page.html);
    address.strip_prefix(app.app.config.base_url.as_str()).unwrap().to_string()
}

#[test]
fn a_feed_is_fetched_once_and_then_only_when_something_changed() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut grace = participant(app, "clusters", "Grace", "grace@example.org");
        meet(app, &event, "Ada", "Grace");
        let path = makes_an_address(&mut ada, app, "Make an address");
        assert!(path.len() > "/calendar/.ics".len() + 22, "at least 128 bits: {path}");

        let mut calendar = app.visitor();
        let first = calendar.get(&path);
        assert_eq!(first.status, 200);
        assert!(first.header("content-type").unwrap().starts_with("text/calendar"));
        assert_eq!(first.header("cache-control"), Some("private, no-cache"));
        for line in [
            "METHOD:PUBLISH",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL:PT1H",
            "STATUS:CONFIRMED",
            "SUMMARY:Meeting with Grace (Analytical Engines)",
        ] {
            assert!(first.html.contains(line), "{line}: {}", first.html);
        }
        let head = calendar.request("HEAD", &path, None);
        assert_eq!((head.status, head.header("etag")), (200, first.header("etag")));
        assert!(head.html.is_empty());

        app.pass(Duration::hours(5));
        let tag = first.header("etag").unwrap().to_string();
        calendar.extra = vec![("if-none-match".to_string(), format!("\"other\", {tag}"))];
        let again = calendar.get(&path);
        assert_eq!((again.status, again.html.as_str()), (304, ""));
        assert_eq!(again.header("etag"), Some(tag.as_str()));

        grace.open("/e/clusters/my/cancel");
        grace.press("Cancel my registration");
        let changed = calendar.get(&path);
        assert_eq!(changed.status, 200);
        assert!(
            !changed.html.contains("Meeting with") && !changed.html.contains("CANCELLED"),
            "{}",
            changed.html
        );
        assert!(
            changed.html.contains("SUMMARY:Cluster Conference"),
            "what is off is gone, and the event stays"
        );
    });
}

#[test]
fn what_opens_no_feed_is_answered_in_one_way() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut grace = participant(app, "clusters", "Grace", "grace@example.org");
        let old = makes_an_address(&mut ada, app, "Make an address");
        let personal = app.mailed_path("ada@example.org", "/my/").replace("/my/", "/calendar/");
        let mut calendar = app.visitor();
        assert_eq!(calendar.get(&old).status, 200);
        let new = makes_an_address(&mut ada, app, "Make a new address");
        assert_eq!(calendar.get(&new).status, 200);

        let revoked = makes_an_address(&mut grace, app, "Make an address");
        grace.open("/e/clusters/my/feed");
        grace.press("Switch it off");
        assert!(grace.page.text.contains("no longer works"), "{}", grace.page.text);
        let nothing = "/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics".to_string();
        let answers = [old, revoked, format!("{personal}.ics"), nothing].map(|path| {
            let page = calendar.get(&path);
            (page.status, page.header("content-type").map(String::from), page.html)
        });
        assert_eq!(answers[0].0, 404);
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
        // The other way round: the feed's token opens nothing but the feed.
        let token = new.trim_start_matches("/calendar/").trim_end_matches(".ics").to_string();
        assert_eq!(calendar.get(&format!("/my/{token}")).status, 404);

        ada.open("/e/clusters/my/cancel");
        ada.press("Cancel my registration");
        let page = calendar.get(&new);
        assert_eq!((page.status, page.html), (answers[0].0, answers[0].2.clone()));
    });
}

#[test]
fn the_database_holds_no_address_of_a_feed() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let path = makes_an_address(&mut ada, app, "Make an address");
        let token = path.trim_start_matches("/calendar/").trim_end_matches(".ics");
        let dump = crate::support::dump::of(app);
        assert!(dump.contains("Ada"), "the dump shows what is there");
        assert!(!dump.contains(token));
        let page = ada.open("/e/clusters/my/feed");
        assert!(page.text.contains("You have had an address since") && !page.html.contains(token));
        let opened = app.app.store.read(|db| {
            let token = rendezvous::domain::token::Token::from_outside(token);
            store::feeds::find(db, &token.hash())
        });
        assert!(opened.unwrap().is_some());
    });
}
