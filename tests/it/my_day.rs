//! A participant's day: what is on now and what comes next, one list for the day, and what cannot be at once.

use super::people::person;
use crate::support::app::on_each_database;
use crate::support::build::{an_event, id_of, meet, meet_at};

const MY: &str = "/e/clusters/my";

#[test]
fn on_the_day_my_event_opens_with_what_is_on_and_what_comes_next() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        person(app, "Zoe");
        ada.open(&format!("{MY}/availability"));
        ada.tick("Opening").press("Save");
        meet(app, &event, "Ada", "Zoe");
        assert!(!ada.open(MY).text.contains("Next"), "the day has not come: {}", ada.page.text);
        app.pass_until("2027-03-10T08:48:30Z");
        let page = ada.open(MY).text.clone();
        let now = page.find("Opening").unwrap();
        let next = page.find("in 12 minutes").unwrap();
        assert!(page.contains("Now") && now < next, "{page}");
        assert!(page.contains("House of Zoe") && page.contains("Table 7"), "{page}");
        let meeting = ada.follow("Zoe");
        assert!(meeting.path.contains("/my/meetings/"), "{}", meeting.path);
        app.pass_until("2027-03-10T09:10:00Z");
        let page = ada.open(MY).text.clone();
        assert!(page.contains("Nothing more is planned for you"), "{page}");
        assert!(page.contains("Now") && page.contains("House of Zoe"), "{page}");
        app.pass_until("2027-03-11T09:10:00Z");
        assert!(!ada.open(MY).text.contains("Nothing more is planned"), "{}", ada.page.text);
    });
}

#[test]
fn the_meeting_page_prepares_the_talk_and_gives_a_calendar_entry_of_that_meeting_alone() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        for name in ["Zoe", "Max"] {
            person(app, name);
        }
        meet(app, &event, "Ada", "Zoe");
        meet_at(app, &event, ["Ada", "Max"].map(|name| id_of(app, &event, name)), 1, 3);
        ada.open(&format!("{MY}/schedule"));
        ada.follow("Zoe");
        let page = ada.page.text.clone();
        for told in ["House of Zoe", "Why you meet", "Offers", "Batteries", "Seeks", "Hydrogen", "Table 7"] {
            assert!(page.contains(told), "{told}: {page}");
        }
        let file = ada.page.link("Put it into my calendar").to_string();
        let entry = ada.get(&file).html;
        assert_eq!(entry.matches("BEGIN:VEVENT").count(), 1, "{entry}");
        assert!(entry.contains("Zoe") && !entry.contains("Max"), "{entry}");
        let whole = ada.get(&format!("{MY}/schedule.ics")).html;
        let uid = |text: &str| {
            text.lines().find(|line| line.starts_with("UID") && text.contains("Zoe")).unwrap().to_string()
        };
        assert!(whole.contains(uid(&entry).trim()), "the same entry, so that none is there twice: {whole}");
    });
}

#[test]
fn what_is_at_the_same_time_is_said_when_it_is_chosen_and_in_the_schedule() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        person(app, "Zoe");
        app.app
            .store
            .write(|db| {
                let mut session = rendezvous::store::agenda::list_sessions(db, &event.id)?.remove(0);
                session.id = rendezvous::domain::ids::SessionId("at-once".into());
                session.title =
                    rendezvous::domain::lang::Localised::one(rendezvous::domain::lang::Lang::En, "Breakfast");
                session.starts_at += chrono::Duration::minutes(30);
                session.ends_at += chrono::Duration::minutes(40);
                rendezvous::store::agenda::insert_session(db, &event.id, &session)
            })
            .unwrap();
        ada.open(&format!("{MY}/availability"));
        ada.tick("Opening").tick("Breakfast").press("Save");
        let told = "“Opening” and “Breakfast” are at the same time.";
        assert!(ada.open(MY).text.contains(told), "{}", ada.page.text);
        meet(app, &event, "Ada", "Zoe");
        let schedule = ada.open(&format!("{MY}/schedule")).text.clone();
        assert!(schedule.contains("At the same time: Opening, Zoe"), "{schedule}");
        assert_eq!(schedule.matches("At the same time: Breakfast").count(), 2, "{schedule}");
    });
}

#[test]
fn free_time_without_a_table_says_that_all_are_taken() {
    on_each_database(|app| {
        let event = an_event(app).with_tables(1).make();
        let mut ada = person(app, "Ada");
        for name in ["Zoe", "Max", "Eve", "Kim"] {
            person(app, name);
        }
        let page = ada.open(&format!("{MY}/schedule")).text.clone();
        assert!(page.contains("4 people are free too"), "{page}");
        let pairs = [["Zoe", "Max"], ["Zoe", "Eve"], ["Zoe", "Kim"], ["Ada", "Kim"]];
        for (slot, pair) in pairs.into_iter().enumerate() {
            meet_at(app, &event, pair.map(|name| id_of(app, &event, name)), slot, 1);
        }
        let page = ada.open(&format!("{MY}/schedule")).text.clone();
        assert!(page.contains("All tables are taken then."), "{page}");
        assert!(page.contains("In your free times all tables are taken."), "{page}");
        assert!(!page.contains("Propose a meeting"), "{page}");
    });
}

#[test]
fn a_wish_leads_back_to_the_person_in_the_list() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        person(app, "Zoe");
        let zoe = id_of(app, &event, "Zoe");
        ada.open(&format!("{MY}/people?q=Zoe"));
        let (_, path, fields) = ada.filled("I would like to meet: Zoe");
        let answer = ada.post(&path, &fields);
        let there = answer.header("location").unwrap();
        assert!(there.ends_with(&format!("#p-{zoe}")) && there.contains("q=Zoe"), "{there}");
        let list = ada.open(there.split('#').next().unwrap());
        assert!(list.html.contains(&format!("id=\"p-{zoe}\"")), "{}", list.html);
    });
}
