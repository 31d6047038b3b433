//! What a participant sees and changes behind the personal link.

use rendezvous::store;

use crate::support::app::on_each_database;
use crate::support::build::{an_event, id_of, meet};
use crate::support::journeys::participant;
use crate::support::page::Kind;

#[test]
fn every_answer_can_be_changed() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        ada.open("/e/clusters/my/profile");
        assert!(ada.page.text.contains("Change the address"), "{}", ada.page.text);
        ada.fill("Name", "Ada Lovelace").choose("Country", "Germany").press("Save");
        assert!(ada.page.text.contains("Your changes are saved"), "{}", ada.page.text);
        assert!(ada.page.text.contains("Ada Lovelace") && ada.page.text.contains("Lyon, Germany"));

        ada.open("/e/clusters/my/topics");
        ada.tick_in("Circular economy", "I offer").press("Save");
        assert!(ada.page.text.contains("Circular economy"), "{}", ada.page.text);

        ada.open("/e/clusters/my/availability");
        ada.fill("Most meetings you want", "lots").press("Save");
        assert_eq!(ada.page.status, 422);
        assert_eq!(ada.page.field("Most meetings you want").value, "lots");
        ada.fill("Most meetings you want", "3").press("Save");
        assert!(ada.page.text.contains("Most meetings you want 3"), "{}", ada.page.text);

        ada.open("/e/clusters/my/consent");
        assert_eq!(ada.page.field("Show me to other participants").kind, Kind::Tick(true));
        ada.untick("Show me to other participants").press("Save");
        assert!(ada.page.text.contains("Shown to other participants No"), "{}", ada.page.text);
    });
}

#[test]
fn only_those_who_agreed_see_each_other_and_never_an_address() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut grace = participant(app, "clusters", "Grace", "grace@example.org");
        let page = ada.open("/e/clusters/my/people");
        assert!(page.text.contains("Grace") && page.text.contains("One person"), "{}", page.text);
        assert!(!page.html.contains("grace@example.org"));
        grace.open("/e/clusters/my/consent");
        grace.untick("Show me to other participants").press("Save");
        assert!(!ada.open("/e/clusters/my/people").text.contains("Grace"));
        let shut = grace.open("/e/clusters/my/people");
        assert!(
            !shut.text.contains("Ada") && shut.text.contains("Only those who show themselves"),
            "{}",
            shut.text
        );
    });
}

#[test]
fn the_list_of_people_is_searched_and_filtered() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut grace = participant(app, "clusters", "Grace Hopper", "grace@example.org");
        grace.open("/e/clusters/my/profile");
        grace.choose("Country", "Spain").press("Save");
        ada.open("/e/clusters/my/people");
        ada.fill("Name or word", "hopper").press("Show");
        assert!(ada.page.text.contains("Grace Hopper"), "{}", ada.page.text);
        assert_eq!(ada.page.field("Name or word").value, "hopper");
        ada.fill("Name or word", "nobody at all").press("Show");
        assert!(
            !ada.page.text.contains("Grace Hopper") && ada.page.text.contains("Nobody fits"),
            "{}",
            ada.page.text
        );
        ada.follow("Show all");
        let countries = match &ada.page.field("Country").kind {
            Kind::Choice(entries) => entries.iter().map(|(text, _)| text.clone()).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        assert_eq!(countries, ["All", "Spain"], "only countries of people who are there");
        ada.choose("Topic", "Hydrogen").choose("Who", "offers it").press("Show");
        assert!(!ada.page.text.contains("Grace Hopper"), "she seeks it");
        ada.choose("Who", "seeks it").press("Show");
        assert!(ada.page.text.contains("Grace Hopper"), "{}", ada.page.text);
    });
}

#[test]
fn wishes_are_seen_by_the_other_and_blocks_by_nobody() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut grace = participant(app, "clusters", "Grace", "grace@example.org");
        ada.open("/e/clusters/my/people");
        ada.follow("Grace");
        ada.fill("A word to go with your wish", "About <b>batteries</b>").press("I would like to meet");
        assert!(ada.page.text.contains("Your wish is noted"), "{}", ada.page.text);
        let page = grace.open("/e/clusters/my/people");
        assert!(page.text.contains("Would like to meet you"), "{}", page.text);
        assert!(page.text.contains("About <b>batteries</b>"), "as text: {}", page.text);
        grace.press("I would like to meet");
        assert!(grace.page.text.contains("You would both like to meet"), "{}", grace.page.text);
        grace.press("Take back");
        assert!(!grace.page.text.contains("You would both like to meet"), "{}", grace.page.text);
        grace.press("I would rather not");
        assert!(grace.page.text.contains("You do not want to meet this person"), "{}", grace.page.text);
        let page = ada.open("/e/clusters/my/people");
        assert!(
            page.text.contains("You would like to meet this person") && !page.text.contains("do not want"),
            "{}",
            page.text
        );
    });
}

#[test]
fn somebody_of_another_event_cannot_be_seen_or_wished_for() {
    on_each_database(|app| {
        an_event(app).make();
        let other = an_event(app).at("other").make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        participant(app, "other", "Grace", "grace@example.org");
        let grace = id_of(app, &other, "Grace");
        assert_eq!(ada.open(&format!("/e/clusters/my/people/{grace}")).status, 404);
        ada.open("/e/clusters/my/profile");
        let (_, _, fields) = ada.filled("Save");
        let csrf = fields.iter().find(|(name, _)| name == "csrf").unwrap().clone();
        let wish = [csrf, ("to".into(), grace.0.clone()), ("kind".into(), "wish".into())];
        assert_eq!(ada.post("/e/clusters/my/wishes", &wish).status, 404);
        let wishes = app.app.store.read(|db| store::wishes::list_all(db, &other.id)).unwrap();
        assert!(wishes.is_empty());
    });
}

#[test]
fn the_schedule_says_whom_when_where_and_why() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        participant(app, "clusters", "Grace", "grace@example.org");
        let empty = ada.open("/e/clusters/my/schedule");
        assert!(empty.text.contains("No meetings are planned for you yet"), "{}", empty.text);
        meet(app, &event, "Ada", "Grace");
        let page = ada.open("/e/clusters/my/schedule");
        for told in
            ["You meet one person", "10:00–10:20", "Grace", "Analytical Engines", "Table 7", "CET, UTC+1"]
        {
            assert!(page.text.contains(told), "{told}: {}", page.text);
        }
        assert!(page.html.contains("<svg"));
        let meeting = ada.follow("Grace");
        for told in ["Why you meet", "Offer matches need", "Analytical Engines", "Table 7"] {
            assert!(meeting.text.contains(told), "{told}: {}", meeting.text);
        }
        let file = ada.get("/e/clusters/my/schedule.ics");
        assert_eq!(file.status, 200);
        assert!(file.header("content-type").unwrap().starts_with("text/calendar"));
        assert!(file.html.contains("BEGIN:VEVENT") && file.html.contains("Grace"), "{}", file.html);

        ada.open("/e/clusters/my/cancel");
        assert!(ada.page.text.contains("Your meeting is cancelled"), "{}", ada.page.text);
        ada.press("Cancel my registration");
        app.pass(chrono::Duration::minutes(3));
        let mails = app.mails_to("grace@example.org");
        assert!(
            mails.iter().any(|mail| mail.subject.starts_with("Cancelled: meeting with Ada")),
            "{mails:#?}"
        );
    });
}
