//! An organiser sets an event up: settings, types with their matrix, topics, agenda.

use chrono::{Duration, NaiveDate};
use rendezvous::domain::account::Role;
use rendezvous::domain::agenda_input::{moment, time};
use rendezvous::domain::event::{Event, EventState, Programme, TypeRule, Venue};
use rendezvous::domain::lang::Lang;

use rendezvous::domain::topic_list;
use rendezvous::services::programme;
use rendezvous::store::{self, StoreError};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::organisers::{administrator, with_role};
use crate::support::visitor::Visitor;

fn stored(app: &TestApp, slug: &str) -> (Event, Programme) {
    app.app
        .store
        .read(|db| {
            let event = store::events::get_by_slug(db, slug)?;
            let programme = store::programme::get(db, &event.id)?;
            Ok::<_, StoreError>((event, programme))
        })
        .unwrap()
}

fn makes_an_event(ada: &mut Visitor) {
    ada.open("/organiser/events/new");
    ada.fill("Name (English)", "Grüne Cluster & Partners 2027")
        .fill("Name (Deutsch)", "Grüne Cluster 2027")
        .fill("Who invites", "European Cluster Office")
        .fill("First day", "2027-03-10")
        .fill("Last day", "11.03.2027")
        .choose("Time zone", "Europe/Berlin")
        .fill("Place", "Tour & Taxis, Brussels")
        .fill("Seats", "100")
        .press("Create event");
}

#[test]
fn an_event_is_set_up_through_the_pages_from_nothing_to_its_first_registration() {
    on_each_database(|app| {
        let mut ada = administrator(app);
        assert!(ada.page.text.contains("You have no event yet"), "{}", ada.page.text);
        ada.follow("New event");
        makes_an_event(&mut ada);
        let base = "/organiser/events/gruene-cluster-partners-2027";
        assert_eq!(ada.page.path.split('?').next(), Some(base), "{}", ada.page.text);
        assert!(ada.page.text.contains("Your event is there"), "{}", ada.page.text);
        for step in ["Add the topics", "Add a meeting block", "Open the event"] {
            assert!(ada.page.text.contains(step), "{step}: {}", ada.page.text);
        }

        ada.open(&format!("{base}/types"));
        assert!(ada.page.text.contains("There is no type yet"));
        for kind in ["Company", "Cluster organisation"] {
            ada.fill("Name (English)", kind).press("Add");
        }
        let (_, lists) = stored(app, "gruene-cluster-partners-2027");
        let [company, cluster] = lists.types.as_slice() else { panic!("{:?}", lists.types) };
        ada.fill_named(&programme::rule_field(&company.id, &company.id), "never");
        ada.fill_named(&programme::rule_field(&company.id, &cluster.id), "wanted");
        ada.fill_named(&programme::rule_field(&cluster.id, &cluster.id), "may");
        ada.press("Save who may meet whom");

        ada.open(&format!("{base}/topics"));
        let list = "Energy | Energie\n- Batteries | Batterien\n- Hydrogen | Wasserstoff\nHealth";
        ada.fill("New topics", list).press("Add");
        assert!(ada.page.text.contains("Batteries · Batterien"), "{}", ada.page.text);
        ada.fill("New topics", "Energy\n\tGrids\nHealth").press("Add");

        ada.open(&format!("{base}/agenda"));
        ada.follow("Add a session");
        ada.fill("Title (English)", "Opening").fill("Day", "2027-03-10").fill("Begins at", "9:30");
        ada.fill("Ends at", "10.30").fill("Room or place", "Hall A").press("Save");
        ada.follow("Add a meeting block");
        ada.fill("Name (English)", "Morning meetings").fill("First slot begins at", "11:00").press("Save");
        assert!(ada.page.text.contains("6 meeting slots of 20 minutes"), "{}", ada.page.text);
        assert!(ada.page.text.contains("09:30–10:30") && ada.page.text.contains("11:00–13:25"));

        let (event, lists) = stored(app, "gruene-cluster-partners-2027");
        assert_eq!(event.languages, [Lang::En, Lang::De]);
        assert_eq!(event.ends_on, NaiveDate::from_ymd_opt(2027, 3, 11).unwrap());
        assert_eq!(event.capacity, Some(100));
        assert_eq!(lists.rule_for(&company.id, &company.id), TypeRule::Never);
        assert_eq!(lists.rule_for(&cluster.id, &company.id), TypeRule::Wanted);
        assert_eq!(lists.rule_for(&cluster.id, &cluster.id), TypeRule::May);
        let labels: Vec<_> = lists.topics.iter().map(|topic| topic.label.get(Lang::En, Lang::En)).collect();
        assert_eq!(labels, ["Energy", "Batteries", "Hydrogen", "Grids", "Health"]);
        assert_eq!(lists.sessions[0].starts_at.to_rfc3339(), "2027-03-10T08:30:00+00:00", "Berlin is UTC+1");
        assert_eq!(lists.slots.len(), 6);

        assert_eq!(
            app.visitor().open("/e/gruene-cluster-partners-2027").status,
            404,
            "a draft is not public"
        );
        ada.open(&format!("{base}/state"));
        ada.press("Open for registration");
        assert!(ada.page.text.contains("People can register now"), "{}", ada.page.text);
        let mut visitor = app.visitor();
        visitor.open("/e/gruene-cluster-partners-2027");
        assert!(visitor.page.text.contains("Morning meetings") && visitor.page.text.contains("Energy"));
        ada.open(&format!("{base}/log"));
        for entry in ["Event created", "Topics added", "Meeting block added", "Event opened or closed"] {
            assert!(ada.page.text.contains(entry), "{entry}: {}", ada.page.text);
        }
    });
}

#[test]
fn a_refused_event_keeps_what_was_typed_and_says_what_to_do() {
    on_each_database(|app| {
        let mut ada = administrator(app);
        ada.open("/organiser/events/new");
        ada.fill("Name (Deutsch)", "<b>Nur deutsch</b>").fill("Seats", "many").fill("First day", "soon");
        ada.press("Create event");
        assert_eq!(ada.page.status, 422);
        let told: Vec<&str> = ada.page.summary.iter().map(|(text, _)| text.as_str()).collect();
        assert!(told.contains(&"Enter the event’s name in this language: English."), "{told:?}");
        assert!(told.contains(&"Enter who invites."), "{told:?}");
        assert!(told.contains(&"Enter a whole number from 1 to 100000."), "{told:?}");
        assert!(told.iter().any(|text| text.starts_with("Enter a date")), "{told:?}");
        assert_eq!(ada.page.field("Name (Deutsch)").value, "<b>Nur deutsch</b>");
        assert_eq!(ada.page.field("Seats").value, "many");
        assert!(!ada.page.html.contains("<b>Nur"), "typed markup is text");
        for (_, target) in &ada.page.summary {
            let id = target.trim_start_matches('#').to_string();
            assert!(ada.page.ids.contains(&id), "{target} leads nowhere");
        }

        makes_an_event(&mut ada);
        makes_an_event(&mut ada);
        assert!(ada.page.summary[0].0.contains("Another event has this name"), "{:?}", ada.page.summary);
    });
}

#[test]
fn an_online_event_needs_a_room_for_each_meeting() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        for wrong in
            ["", "http://meet.example.org/{meeting}", "https://meet.example.org/one", "javascript:{meeting}"]
        {
            grace.open("/organiser/events/clusters/settings");
            grace.fill_named("venue", "online").fill("Link to the video rooms", wrong).press("Save");
            assert_eq!(grace.page.status, 422, "{wrong}");
            assert!(grace.page.summary[0].0.contains("begins with https://"), "{:?}", grace.page.summary);
        }
        grace.fill("Link to the video rooms", "https://meet.example.org/{meeting}").press("Save");
        assert!(grace.page.text.contains("Your changes are saved"), "{}", grace.page.text);
        let room_link = "https://meet.example.org/{meeting}".to_string();
        assert_eq!(stored(app, "clusters").0.venue, Venue::Online { room_link });
    });
}

#[test]
fn more_seats_go_to_those_who_wait() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        participant(app, "clusters", "Ada", "ada@example.org");
        participant(app, "clusters", "Bob", "bob@example.org");
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open("/organiser/events/clusters/settings");
        grace.fill("Seats", "2").press("Save");
        assert_eq!(stored(app, "clusters").0.seats_taken, 2);
        let mails = app.mails_to("bob@example.org");
        assert!(mails.iter().any(|mail| mail.subject.contains("seat")), "{mails:?}");
    });
}

#[test]
fn what_others_rely_on_does_not_change_under_them() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open("/organiser/events/clusters/settings");
        grace.fill("Name in addresses", "other").choose("Time zone", "Europe/Athens").press("Save");
        let told: Vec<&str> = grace.page.summary.iter().map(|(text, _)| text.as_str()).collect();
        assert!(told.iter().any(|text| text.contains("mails hold its address")), "{told:?}");
        assert!(told.iter().any(|text| text.contains("The agenda has times already")), "{told:?}");

        participant(app, "clusters", "Ada", "ada@example.org");
        grace.open("/organiser/events/clusters/state");
        grace.press("Make it a draft again");
        assert!(grace.page.summary[0].0.contains("Close it instead"), "{:?}", grace.page.summary);
        grace.press("Close registration");
        assert_eq!(stored(app, "clusters").0.state, EventState::Closed);
        app.pass(Duration::days(200));
        let mut grace = with_role(app, "later@example.org", &event.id, Role::Organiser);
        grace.open("/organiser/events/clusters/state");
        grace.press("Open for registration");
        assert!(grace.page.summary[0].0.contains("The event is over"), "{:?}", grace.page.summary);
    });
}

#[test]
fn blocks_never_overlap_and_a_new_name_changes_no_time() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open("/organiser/events/clusters/agenda/blocks/new");
        grace.fill("Name (English)", "More").fill("First slot begins at", "10:30").press("Save");
        assert!(grace.page.summary[0].0.contains("“Morning meetings”"), "{:?}", grace.page.summary);
        let (_, lists) = stored(app, "clusters");
        grace.open(&format!("/organiser/events/clusters/agenda/blocks/{}", lists.blocks[0].id));
        grace.fill("Name (English)", "Before noon").press("Save");
        assert!(grace.page.text.contains("Before noon"), "{}", grace.page.text);
        assert_eq!(stored(app, "clusters").1.slots, lists.slots, "the slots are the same");
    });
}

#[test]
fn a_time_that_the_clocks_skip_is_refused_and_of_one_shown_twice_the_first_is_meant() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open("/organiser/events/clusters/settings");
        grace.fill("First day", "2027-03-26").fill("Last day", "2027-03-29").press("Save");
        grace.press("Save all the same");
        grace.open("/organiser/events/clusters/agenda/sessions/new");
        grace.fill("Title (English)", "Night of science").fill("Day", "2027-03-28");
        grace.fill("Begins at", "02:30").fill("Ends at", "04:00").press("Save");
        assert_eq!(grace.page.status, 422);
        assert!(grace.page.summary[0].0.contains("skip 02:30"), "{:?}", grace.page.summary);
        grace.fill("Begins at", "01:30").press("Save");
        let (_, lists) = stored(app, "clusters");
        let night =
            lists.sessions.iter().find(|session| session.title.get(Lang::En, Lang::En).contains("Night"));
        let night = night.unwrap();
        assert_eq!(night.ends_at - night.starts_at, Duration::minutes(90), "01:30 to 04:00 without an hour");
    });
    let october = NaiveDate::from_ymd_opt(2027, 10, 31).unwrap().and_hms_opt(2, 30, 0).unwrap();
    let first = moment(october, "Europe/Brussels".parse().unwrap()).unwrap();
    assert_eq!(first.to_rfc3339(), "2027-10-31T00:30:00+00:00", "still in summer time");
}

#[test]
fn a_session_may_go_on_after_midnight_but_not_for_ever() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        grace.open("/organiser/events/clusters/agenda/sessions/new");
        grace
            .fill("Title (English)", "Dinner")
            .fill("Begins at", "19:00")
            .fill("Ends at", "1:00")
            .press("Save");
        assert!(grace.page.text.contains("19:00–01:00"), "{}", grace.page.text);
        grace.open("/organiser/events/clusters/agenda/sessions/new");
        grace
            .fill("Title (English)", "Typo")
            .fill("Begins at", "19:00")
            .fill("Ends at", "18:00")
            .press("Save");
        assert!(grace.page.summary[0].0.contains("at most 16 hours"), "{:?}", grace.page.summary);
        grace.fill("Day", "2029-01-01").fill("Ends at", "20:00").press("Save");
        assert!(grace.page.summary[0].0.contains("Choose a day of the event"), "{:?}", grace.page.summary);
    });
}

#[test]
fn times_are_read_as_people_write_them() {
    let read = |text: &str| time(text).map(|time| time.format("%H:%M").to_string());
    for (typed, meant) in
        [("14:30", "14:30"), ("9:05", "09:05"), ("9.05", "09:05"), ("14h30", "14:30"), ("14 Uhr", "14:00")]
    {
        assert_eq!(read(typed).unwrap(), meant, "{typed}");
    }
    for wrong in ["", "25:00", "12:60", "noon", "-1:00", "1:2:3"] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_pasted_topic_list_is_read_line_by_line() {
    let languages = [Lang::De, Lang::Fr];
    let lines = topic_list::parse("\n Energie | Énergie\r\n- Netze\r\n• Speicher | Stockage\n\n", &languages);
    let found = lines.unwrap_err();
    assert_eq!(
        found.at("topics").unwrap().key,
        "problem-topic-orphan",
        "the first line has nothing above it"
    );
    let lines =
        topic_list::parse("Energie | Énergie\r\n- Netze\r\n• Speicher | Stockage\n\n", &languages).unwrap();
    let read: Vec<_> = lines.iter().map(|line| (line.is_child, line.label.get(Lang::Fr, Lang::De))).collect();
    assert_eq!(read, [(false, "Énergie"), (true, "Netze"), (true, "Stockage")]);
    let refused = |text: &str| topic_list::parse(text, &languages).unwrap_err().at("topics").unwrap().key;
    assert_eq!(refused("a | b | c"), "problem-topic-languages");
    assert_eq!(refused("| b"), "problem-topic-first-language");
    assert_eq!(refused(" \n\t\n"), "problem-topics-missing");
    assert_eq!(refused(&"x".repeat(201)), "problem-topic-long");
    assert_eq!(refused(&"x\n".repeat(501)), "problem-topics-many");
}

#[test]
fn a_topic_that_is_removed_takes_its_offers_along_after_saying_how_many() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        let (_, lists) = stored(app, "clusters");
        let batteries = &lists.topics[0];
        let own = format!("/organiser/events/clusters/topics/{}", batteries.id);
        grace.open(&own);
        grace.fill("Name (English)", "Hydrogen").press("Save");
        assert!(grace.page.summary[0].0.contains("already"), "{:?}", grace.page.summary);
        grace.fill("Name (English)", "Cells and batteries").press("Save");
        assert!(grace.page.text.contains("Cells and batteries"), "{}", grace.page.text);
        grace.open(&own);
        grace.follow("Remove");
        assert!(grace.page.text.contains("One offer or seek names it"), "{}", grace.page.text);
        grace.press("Remove");
        assert_eq!(stored(app, "clusters").1.topics.len(), 2);
        assert!(!ada.open("/e/clusters/my").text.contains("batteries"), "{}", ada.page.text);
    });
}
