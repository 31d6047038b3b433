//! Whoever meets somebody, or has proposed it, reads so wherever that person is shown; nothing is offered there that must fail.

use super::people::person;
use super::proposals::{mails, proposes, tells};
use crate::support::app::on_each_database;
use crate::support::build::{an_event, id_of, meet};
use crate::support::visitor::Visitor;

const PEOPLE: &str = "/e/clusters/my/people";
const WISHES: &str = "/e/clusters/my/wishes";

/// What stands on a page about one person: their card.
fn card(visitor: &mut Visitor, page: &str, name: &str) -> String {
    let html = visitor.open(page).html.clone();
    let cards = html.split("<li class=\"person").skip(1);
    let own =
        cards.map(|card| card.split("</li>\n<li class=\"person").next().unwrap_or_default().to_string());
    own.into_iter().find(|card| card.contains(name)).unwrap_or_default()
}

#[test]
fn a_proposal_is_known_on_every_page_that_shows_the_other_one_until_it_is_a_meeting() {
    on_each_database(|app| {
        an_event(app).make();
        let (mut ada, mut zoe) = (person(app, "Ada"), person(app, "Zoe"));
        proposes(&mut ada, "Zoe");
        let (asked, asks) = (card(&mut zoe, PEOPLE, "Ada"), card(&mut ada, PEOPLE, "Zoe"));
        assert!(asked.contains("Proposed to you: Wed 10 March, 10:00"), "{asked}");
        assert!(asks.contains("You proposed: Wed 10 March, 10:00"), "{asks}");
        for card in [&asked, &asks] {
            assert!(!card.contains("<button"), "nothing to press that says less: {card}");
        }
        // Whoever is asked already is not there to be asked again, in whichever slot.
        let schedule = zoe.open("/e/clusters/my/schedule").text.clone();
        assert!(!schedule.contains("is free too"), "nobody else is there: {schedule}");
        zoe.follow("Ada");
        assert!(zoe.page.text.contains("Proposed to you"), "{}", zoe.page.text);
        assert!(!zoe.page.text.contains("At these times you are both free"), "{}", zoe.page.text);

        zoe.open("/e/clusters/my/schedule");
        zoe.press("Accept this meeting");
        for (visitor, name) in [(&mut ada, "Zoe"), (&mut zoe, "Ada")] {
            let met = card(visitor, PEOPLE, name);
            assert!(met.contains("Your meeting: Wed 10 March, 10:00, Table 1"), "{met}");
            assert!(met.contains("/my/meetings/") && !met.contains("<button"), "{met}");
        }
    });
}

#[test]
fn a_wish_that_became_a_meeting_waits_for_no_answer_any_more() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (mut ada, mut zoe) = (person(app, "Ada"), person(app, "Zoe"));
        ada.open(PEOPLE);
        ada.press("I would like to meet: Zoe");
        assert!(zoe.open(PEOPLE).text.contains("One person would like to meet you"), "{}", zoe.page.text);
        meet(app, &event, "Ada", "Zoe");
        let wishes = ada.open(WISHES).text.clone();
        assert!(wishes.contains("A meeting or a proposal") && !wishes.contains("No answer yet"), "{wishes}");
        assert!(!zoe.open(PEOPLE).text.contains("would like to meet you"), "{}", zoe.page.text);
        let theirs = card(&mut zoe, WISHES, "Ada");
        assert!(theirs.contains("Your meeting:") && !theirs.contains("<button"), "{theirs}");
        // They can still part for good: the page asks what that breaks.
        zoe.open(&format!("{PEOPLE}/{}", id_of(app, &event, "Ada")));
        zoe.press("I would rather not");
        assert!(zoe.page.text.contains("10:00"), "{}", zoe.page.text);
    });
}

#[test]
fn a_mail_about_a_time_says_it_by_the_readers_own_clock_too_where_people_meet_online() {
    on_each_database(|app| {
        an_event(app).online().make();
        let (mut ada, mut zoe) = (person(app, "Ada"), person(app, "Zoe"));
        zoe.open("/e/clusters/my/profile");
        zoe.choose("Time zone", "India (IST, UTC+5:30)").press("Save");
        let own = "14:30–14:50 for you (IST, UTC+5:30)";
        assert!(zoe.open("/e/clusters/my/availability").text.contains("for you (IST, UTC+5:30)"));
        assert!(zoe.open("/e/clusters").text.contains("for you (IST, UTC+5:30)"), "{}", zoe.page.text);
        proposes(&mut ada, "Zoe");
        tells(app);
        let told = mails(app, "zoe@example.org", "Ada").pop().unwrap();
        assert!(told.subject.ends_with("10:00 (CET, UTC+1)"), "{}", told.subject);
        assert!(told.text.contains(&format!("(CET, UTC+1), {own}")), "{}", told.text);
        assert!(card(&mut zoe, PEOPLE, "Ada").contains("10:00, 14:30 for you (IST, UTC+5:30)"));
        zoe.open("/e/clusters/my/schedule");
        zoe.press("Accept this meeting");
        app.pass(chrono::Duration::minutes(15));
        let planned = mails(app, "zoe@example.org", "Your meetings");
        assert!(planned.iter().any(|mail| mail.text.contains(own)), "{planned:#?}");
        let theirs = mails(app, "ada@example.org", "Your meetings");
        assert!(theirs.iter().all(|mail| !mail.text.contains("for you")), "{theirs:#?}");
    });
}
