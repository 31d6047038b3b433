//! Meetings follow their block and their event to another time, day or place.

use super::plan_state::{OFFICE, ada_meets_bob, chooses, count_mails, hears, lists, plan};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{id_of, meet_at};
use crate::support::journeys::participant;
use rendezvous::services::{access, registrations};
use rendezvous::store;

#[test]
fn a_block_that_moves_takes_its_meetings_along_and_one_that_shrinks_asks_about_those_it_loses() {
    on_each_database(|app| {
        let (event, _, mut grace) = ada_meets_bob(app);
        participant(app, "clusters", "Cleo", "cleo@example.org");
        meet_at(app, &event, ["Bob", "Cleo"].map(|name| id_of(app, &event, name)), 3, 2);
        let block = format!("{OFFICE}/agenda/blocks/{}", lists(app, &event).blocks[0].id);
        let before = plan(app, &event);
        grace.open(&block);
        grace.fill("First slot begins at", "11:30").press("Save");
        let after = plan(app, &event);
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(after.starts_at - before.starts_at, chrono::Duration::minutes(90));
            assert_eq!((&after.slot, after.table), (&before.slot, before.table), "slot and table stay");
            assert!(after.sequence > before.sequence);
        }
        let told = hears(app, "cleo@example.org");
        assert!(told.iter().any(|mail| mail.text.contains("moved a meeting block")), "{told:?}");

        grace.open(&block);
        grace.fill("Number of slots", "3").press("Save");
        assert!(grace.page.text.contains("This change affects 1 meeting of 2 people"), "{}", grace.page.text);
        assert!(grace.page.text.contains("no longer on the agenda"), "{}", grace.page.text);
        grace.press("Save and decide later");
        assert_eq!(lists(app, &event).slots.len(), 3);
        assert_eq!(plan(app, &event).len(), 2, "the meeting that lost its slot is still there to be seen to");
        grace.open(&block);
        grace.fill("Number of slots", "4").press("Save");
        assert!(grace.open(&format!("{OFFICE}/plan")).text.contains("cannot take place"), "its slot went");

        grace.open(&format!("{block}/remove"));
        grace.press("Remove");
        grace.press("Save and call 1 meeting off");
        assert!(lists(app, &event).blocks.is_empty());
        assert_eq!(plan(app, &event).len(), 1, "the one that had lost its slot before was not meant");
    });
}

#[test]
fn an_event_that_goes_online_and_comes_back_keeps_its_meetings() {
    on_each_database(|app| {
        let (event, _, mut grace) = ada_meets_bob(app);
        grace.open(&format!("{OFFICE}/settings"));
        chooses(&mut grace, "venue", "online");
        grace.fill("Link to the video rooms", "https://rooms.example/{meeting}").press("Save");
        let online = plan(app, &event);
        assert_eq!((online[0].table, online[0].sequence), (None, 1));
        let told = hears(app, "bob@example.org");
        assert!(told.iter().any(|mail| mail.text.contains("takes place elsewhere")), "{told:?}");
        assert!(told.iter().any(|mail| mail.text.contains("https://rooms.example/")), "{told:?}");
        grace.open(&format!("{OFFICE}/settings"));
        chooses(&mut grace, "venue", "onsite");
        grace.fill("Place", "Brussels").fill("Tables for meetings", "5").press("Save");
        assert_eq!(plan(app, &event)[0].table, Some(1));
        assert!(grace.open(&format!("{OFFICE}/plan")).text.contains("The published plan fits"));
    });
}

/// The files with the event's own entry that an address has got, oldest first.
fn event_entries(app: &TestApp, address: &str) -> Vec<String> {
    let mails = app.mails_to(address);
    let files = mails.into_iter().flat_map(|mail| mail.attachments);
    files.filter(|file| file.name == "event.ics").map(|file| file.content).collect()
}

#[test]
fn an_event_moves_as_one_with_agenda_meetings_and_mails_and_says_how_many_first() {
    on_each_database(|app| {
        let (event, _, mut grace) = ada_meets_bob(app);
        participant(app, "clusters", "Cleo", "cleo@example.org");
        let (before, agenda) = (plan(app, &event)[0].clone(), lists(app, &event));
        app.sent();
        grace.open(&format!("{OFFICE}/move"));
        grace
            .fill("New first day", "2027-04-14")
            .fill("The agenda begins at", "10:00")
            .press("See what moves");
        assert!(grace.page.text.contains("3 people get one e-mail each"), "{}", grace.page.text);
        assert!(grace.page.text.contains("Published meetings: 1"), "{}", grace.page.text);
        assert_eq!(plan(app, &event)[0], before, "nothing moves before the second button");
        grace.press("Move the event and mail 3 people");
        let moved = app.app.store.read(|db| store::events::get(db, &event.id)).unwrap();
        assert_eq!(moved.starts_on.to_string(), "2027-04-14");
        let after = plan(app, &event)[0].clone();
        // 35 days and an hour on the clock, less the hour that the clocks skip in between.
        assert_eq!(after.starts_at - before.starts_at, chrono::Duration::days(35));
        assert_eq!((after.slot, after.table), (before.slot, before.table));
        assert_eq!(
            lists(app, &event).sessions[0].starts_at - agenda.sessions[0].starts_at,
            chrono::Duration::days(35)
        );
        assert_eq!(count_mails(app, "cleo@example.org", "New date"), 1);
        let to_ada = hears(app, "ada@example.org");
        assert!(
            to_ada.iter().any(|mail| mail.text.contains("has moved from 10 March 2027 to 14 April 2027"))
        );
        assert_eq!(count_mails(app, "ada@example.org", "New date"), 0, "her meetings say it");
        // The event's own entry moves in every calendar: it takes the place of the one that the confirmation brought.
        for who in ["ada@example.org", "cleo@example.org"] {
            let files = event_entries(app, who);
            let [first, .., last] = files.as_slice() else { panic!("{who}: {files:#?}") };
            let line =
                |ics: &str, key: &str| ics.lines().find(|line| line.starts_with(key)).unwrap().to_string();
            assert_eq!(line(first, "UID:"), line(last, "UID:"), "{who}");
            assert_eq!(line(first, "SEQUENCE:"), "SEQUENCE:0");
            assert_eq!(line(last, "SEQUENCE:"), "SEQUENCE:1");
            assert!(last.contains("DTSTART;VALUE=DATE:20270414"), "{who}: {last}");
        }
        let public = app.visitor().open("/e/clusters").text.clone();
        assert!(public.contains("14 April 2027") && !public.contains("10 March"), "{public}");
    });
}

#[test]
fn other_days_in_the_settings_offer_to_move_the_agenda_too() {
    on_each_database(|app| {
        let (event, _, mut grace) = ada_meets_bob(app);
        let before = plan(app, &event)[0].clone();
        grace.open(&format!("{OFFICE}/settings"));
        grace.fill("First day", "2027-03-12").fill("Last day", "2027-03-12").press("Save");
        assert!(
            grace.page.text.contains("2 items of the agenda stay on the old days, with 1 published meetings"),
            "{}",
            grace.page.text
        );
        assert!(grace.page.text.contains("2 people get one e-mail each"), "{}", grace.page.text);
        grace.press("Save and move the agenda and the meetings too");
        let after = plan(app, &event)[0].clone();
        assert_eq!(after.starts_at - before.starts_at, chrono::Duration::days(2));
        assert!(grace.open(&format!("{OFFICE}/plan")).text.contains("The published plan fits"));
    });
}

#[test]
fn an_event_that_leaves_its_agenda_behind_says_so_until_it_is_mended() {
    on_each_database(|app| {
        let (_, _, mut grace) = ada_meets_bob(app);
        grace.open(&format!("{OFFICE}/settings"));
        grace.fill("First day", "2027-06-09").fill("Last day", "2027-06-09").press("Save");
        grace.press("Save all the same");
        assert!(grace.page.text.contains("This change affects 1 meeting of 2 people"), "{}", grace.page.text);
        grace.press("Save and decide later");
        assert!(grace.page.text.contains("far from the days of the event"), "{}", grace.page.text);
    });
}

#[test]
fn a_later_change_does_not_hide_that_the_event_has_moved() {
    on_each_database(|app| {
        let (event, _, mut grace) = ada_meets_bob(app);
        participant(app, "clusters", "Cleo", "cleo@example.org");
        meet_at(app, &event, ["Bob", "Cleo"].map(|name| id_of(app, &event, name)), 3, 2);
        app.sent();
        grace.open(&format!("{OFFICE}/move"));
        grace.fill("New first day", "2027-04-14").press("See what moves");
        grace.press("Move the event and mail 3 people");
        // While that waits to be told, Cleo leaves.
        app.pass(chrono::Duration::minutes(1));
        let cleo = access::own_as_operator(&app.app, &id_of(app, &event, "Cleo")).unwrap();
        registrations::cancel(&app.app, &cleo).unwrap();
        let told = hears(app, "bob@example.org");
        let moved = "has moved from 10 March 2027 to 14 April 2027";
        let said = told.iter().find(|mail| mail.text.contains(moved)).unwrap();
        assert!(said.text.contains("Cleo"), "{}", said.text);
        let entry = event_entries(app, "bob@example.org").pop().unwrap();
        assert!(entry.contains("DTSTART;VALUE=DATE:20270414"), "{entry}");
    });
}

#[test]
fn an_agenda_that_begins_later_on_the_same_day_is_told_as_that() {
    on_each_database(|app| {
        let (_, _, mut grace) = ada_meets_bob(app);
        participant(app, "clusters", "Cleo", "cleo@example.org");
        grace.open(&format!("{OFFICE}/move"));
        grace.fill("The agenda begins at", "09:30").press("See what moves");
        assert!(grace.page.text.contains("3 people get one e-mail each"), "{}", grace.page.text);
        grace.press("Move the event and mail 3 people");
        let later = "The programme begins 30 minutes later than planned.";
        for who in ["ada@example.org", "cleo@example.org"] {
            let told = hears(app, who);
            assert!(told.iter().any(|mail| mail.text.contains(later)), "{who}: {told:#?}");
            assert!(!told.iter().any(|mail| mail.text.contains("has moved from")), "{who}");
        }
        assert_eq!(count_mails(app, "cleo@example.org", "New times"), 1);
    });
}

#[test]
fn other_days_and_another_place_at_once_are_both_told_to_whoever_has_meetings() {
    on_each_database(|app| {
        let (_, _, mut grace) = ada_meets_bob(app);
        grace.open(&format!("{OFFICE}/settings"));
        grace.fill("Last day", "2027-03-11").fill("Place", "Lyon").press("Save");
        grace.press("Save all the same");
        let told = hears(app, "ada@example.org");
        let said = told.iter().find(|mail| mail.text.contains("has moved from 10 March 2027 to 10"));
        assert!(said.is_some_and(|mail| mail.text.contains("Lyon")), "{told:#?}");
    });
}
