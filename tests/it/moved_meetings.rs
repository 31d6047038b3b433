//! Moving a meeting: one of the two proposes another time, and nothing is lost until the other one agrees.

use super::meeting_days::opens_the_meeting;
use super::people::person;
use super::proposals::{mails, planned, proposes, tells};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet, meet_at};
use crate::support::page::Kind;
use crate::support::visitor::Visitor;

/// Proposes this time for the meeting of the visitor.
fn moves_to(visitor: &mut Visitor, time: &str) {
    opens_the_meeting(visitor);
    let entry = offered(visitor).into_iter().find(|entry| entry.contains(time)).unwrap();
    visitor.choose("When", &entry).press("Propose this time");
}

/// The times that are offered for it.
fn offered(visitor: &Visitor) -> Vec<String> {
    match &visitor.page.field("When").kind {
        Kind::Choice(times) => times.iter().map(|(text, _)| text.clone()).collect(),
        other => panic!("{other:?}"),
    }
}

/// Ada and Zoe, who meet in the first slot.
fn two(app: &TestApp) -> (Visitor, Visitor) {
    let event = an_event(app).make();
    let both = (person(app, "Ada"), person(app, "Zoe"));
    meet(app, &event, "Ada", "Zoe");
    both
}

#[test]
fn a_meeting_moves_when_the_other_one_accepts_and_stays_until_then() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (mut ada, mut zoe) = (person(app, "Ada"), person(app, "Zoe"));
        meet(app, &event, "Ada", "Zoe");
        let before = planned(app, &event).remove(0);
        moves_to(&mut ada, "10:50");
        assert!(ada.page.text.contains("The meeting stays as it is"), "{}", ada.page.text);
        assert!(ada.page.text.contains("Instead of Wednesday, 10 March 2027, 10:00"), "{}", ada.page.text);
        assert_eq!(planned(app, &event), std::slice::from_ref(&before), "nothing is lost");
        opens_the_meeting(&mut ada);
        assert!(ada.page.text.contains("You propose to move it to"), "{}", ada.page.text);
        assert!(!ada.page.text.contains("Propose this time"), "one at a time: {}", ada.page.text);
        tells(app);
        let asked = mails(app, "zoe@example.org", "Ada").pop().unwrap();
        assert!(asked.subject.contains("would like to move your meeting"), "{}", asked.subject);
        assert!(asked.subject.contains("10:50"), "{}", asked.subject);
        assert!(asked.text.contains("Your meeting stays as it is until you accept"), "{}", asked.text);

        zoe.open("/e/clusters/my/schedule");
        assert!(zoe.page.text.contains("Instead of Wednesday, 10 March 2027, 10:00"), "{}", zoe.page.text);
        zoe.press("Accept this meeting: Ada");
        let after = planned(app, &event).remove(0);
        assert_eq!((after.id, after.sequence), (before.id, before.sequence + 1), "calendars follow");
        assert_eq!(after.starts_at - before.starts_at, chrono::Duration::minutes(50));
        assert_eq!(after.terms, before.terms, "why they meet has not changed");
    });
}

#[test]
fn a_declined_move_leaves_the_meeting_and_its_author_hears_of_it() {
    on_each_database(|app| {
        let (mut ada, mut zoe) = two(app);
        moves_to(&mut zoe, "10:50");
        ada.open("/e/clusters/my/schedule");
        ada.press("Decline: Zoe");
        tells(app);
        let told = mails(app, "zoe@example.org", "Your meeting with Ada").pop().unwrap();
        assert!(told.subject.contains("does not move to"), "{}", told.subject);
        assert!(told.text.contains("It does not work out then."), "{}", told.text);
        opens_the_meeting(&mut zoe);
        assert!(zoe.page.text.contains("10:00–10:20"), "{}", zoe.page.text);
        assert!(
            zoe.page.text.contains("Propose this time"),
            "another time can be proposed: {}",
            zoe.page.text
        );
    });
}

#[test]
fn only_times_are_offered_in_which_both_are_free_and_a_table_is() {
    on_each_database(|app| {
        let event = an_event(app).with_tables(1).make();
        let (mut ada, _) = (person(app, "Ada"), person(app, "Zoe"));
        let people = ["Max", "Eve"].map(|name| {
            person(app, name);
            id_of(app, &event, name)
        });
        let own = ["Ada", "Zoe"].map(|name| id_of(app, &event, name));
        meet_at(app, &event, own.clone(), 0, 1);
        // The only table of the second slot is taken, and Zoe meets somebody in the third.
        meet_at(app, &event, people.clone(), 1, 1);
        meet_at(app, &event, [own[1].clone(), people[0].clone()], 2, 1);
        opens_the_meeting(&mut ada);
        let times = offered(&ada);
        assert_eq!(times.len(), 1, "{times:?}");
        assert!(times[0].contains("11:15"), "{times:?}");
    });
}

#[test]
fn a_time_that_is_taken_meanwhile_moves_nothing() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (mut ada, mut zoe, mut max) = (person(app, "Ada"), person(app, "Zoe"), person(app, "Max"));
        meet(app, &event, "Ada", "Zoe");
        moves_to(&mut ada, "10:25");
        zoe.open("/e/clusters/my/schedule");
        let accepts = zoe.filled("Accept this meeting: Ada");
        // Ada agrees with somebody else on the very time before Zoe answers.
        proposes(&mut max, "Ada");
        ada.open("/e/clusters/my/schedule");
        ada.press("Accept this meeting: Max");
        let (_, path, answer) = accepts;
        zoe.post(&path, &answer);
        let meetings = planned(app, &event);
        let own = [id_of(app, &event, "Ada"), id_of(app, &event, "Zoe")];
        let kept = meetings.iter().find(|one| own.contains(&one.a) && own.contains(&one.b)).unwrap();
        assert_eq!((kept.sequence, kept.table), (0, Some(7)), "it stays where it was");
    });
}

#[test]
fn calling_a_meeting_off_ends_the_question_where_it_should_move() {
    on_each_database(|app| {
        let (mut ada, mut zoe) = two(app);
        moves_to(&mut ada, "10:50");
        opens_the_meeting(&mut zoe);
        zoe.tick("Something else is at that time").press("Cancel this meeting");
        zoe.open("/e/clusters/my/schedule");
        assert!(!zoe.page.text.contains("Accept this meeting"), "{}", zoe.page.text);
        ada.open("/e/clusters/my/schedule");
        assert!(!ada.page.text.contains("Proposed by you"), "{}", ada.page.text);
    });
}

#[test]
fn nobody_moves_a_meeting_that_is_not_theirs() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (_, _, mut eve) = (person(app, "Ada"), person(app, "Zoe"), person(app, "Eve"));
        meet(app, &event, "Ada", "Zoe");
        let meeting = planned(app, &event).remove(0);
        eve.open("/e/clusters/my/topics");
        let (_, _, fields) = eve.filled("Save");
        let page = eve.post(&format!("/e/clusters/my/meetings/{}/move", meeting.id), &fields);
        assert_eq!(page.status, 404);
    });
}
