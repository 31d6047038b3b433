//! A meeting on its way to the day and on the day itself: cancelled with a reason, the room that opens, the partner who
//! does not come, times in one's own zone, and what a schedule says at every stage.

use chrono::{DateTime, Duration, Utc};
use rendezvous::domain::account::Role;
use rendezvous::services::{access, dashboard};
use rendezvous::store;

use super::people::person;
use super::proposals::{mails, planned, proposes};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::signs_up;
use crate::support::visitor::Visitor;

/// Two people who meet in the first slot, at 10:00 in Brussels.
fn meet(app: &TestApp) -> (Visitor, Visitor) {
    let (mut ada, mut zoe) = (person(app, "Ada"), person(app, "Zoe"));
    proposes(&mut ada, "Zoe");
    zoe.open("/e/clusters/my/schedule");
    zoe.press("Accept this meeting");
    (ada, zoe)
}

fn wait_until(app: &TestApp, moment: &str) {
    let moment: DateTime<Utc> = moment.parse().unwrap();
    app.pass(moment - app.app.clock.now());
}

/// Opens the first meeting of one's schedule.
pub fn opens_the_meeting(visitor: &mut Visitor) {
    visitor.open("/e/clusters/my/schedule");
    let links = visitor.page.links.iter().map(|(_, url)| url.clone());
    let meeting = links.into_iter().find(|url| url.contains("/my/meetings/")).unwrap();
    visitor.open(&meeting);
}

fn cancels(visitor: &mut Visitor, told: bool) {
    opens_the_meeting(visitor);
    visitor.press("Cancel this meeting");
    assert_eq!(visitor.page.status, 422, "a reason is needed");
    visitor.tick("I cannot attend").fill("Anything to add", "Back on Friday");
    if !told {
        visitor.untick("Tell my partner the reason");
    } else {
        visitor.tick("Tell my partner the reason");
    }
    visitor.press("Cancel this meeting");
    assert!(visitor.page.text.contains("The meeting is cancelled"), "{}", visitor.page.text);
}

#[test]
fn one_meeting_is_cancelled_with_a_reason_that_the_partner_reads_if_it_is_told() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (mut ada, mut zoe) = meet(app);
        cancels(&mut ada, true);
        assert!(planned(app, &event).is_empty());
        let cancelled = "Cancelled: meeting with";
        app.pass(Duration::minutes(3));
        let theirs = mails(app, "zoe@example.org", cancelled).pop().unwrap();
        assert!(theirs.text.contains("Reason: I cannot attend. Back on Friday"), "{}", theirs.text);
        assert!(theirs.attachments[0].content.contains("METHOD:CANCEL"), "{theirs:#?}");
        assert!(
            mails(app, "zoe@example.org", "Your meetings have changed").is_empty(),
            "one mail says it all"
        );
        let own = mails(app, "ada@example.org", cancelled).pop().unwrap();
        assert!(
            own.attachments[0].content.contains("METHOD:CANCEL") && !own.text.contains("Reason"),
            "{own:#?}"
        );
        for visitor in [&mut ada, &mut zoe] {
            let page = visitor.open("/e/clusters/my/schedule");
            assert!(page.text.contains("One person is free too"), "the slot is free again: {}", page.text);
        }
        assert!(zoe.page.text.contains("Called off by your partners"), "{}", zoe.page.text);
        assert!(zoe.page.text.contains("I cannot attend. Back on Friday"), "{}", zoe.page.text);
    });
}

#[test]
fn a_reason_that_is_not_told_reaches_the_organiser_alone() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (mut ada, mut zoe) = meet(app);
        cancels(&mut ada, false);
        app.pass(Duration::minutes(3));
        let all = app.mails_to("zoe@example.org");
        assert!(all.iter().any(|mail| mail.subject.starts_with("Cancelled: meeting with")));
        assert!(all.iter().all(|mail| !mail.text.contains("Friday") && !mail.text.contains("Reason")));
        assert!(!zoe.open("/e/clusters/my/schedule").text.contains("Friday"));
        let log = app.app.store.read(|db| store::log::list(db, &event.id, None, 100)).unwrap();
        assert!(
            log.iter()
                .any(|entry| entry.action == "meeting.cancelled_ill" && entry.detail == "Back on Friday")
        );
    });
}

#[test]
fn a_room_opens_ten_minutes_before_and_closes_at_the_end() {
    on_each_database(|app| {
        let event = an_event(app).online().make();
        let (mut ada, _) = meet(app);
        let room = format!("https://rooms.example/{}", planned(app, &event)[0].id);
        let door = format!("/e/clusters/my/meetings/{}/room", planned(app, &event)[0].id);
        let there = |ada: &mut Visitor| ada.get(&door).header("location").unwrap_or_default().to_string();
        for (moment, words) in [
            ("2027-03-10T08:49:59Z", "The video room opens at 09:50 (CET, UTC+1)"),
            ("2027-03-10T09:20:00Z", "The video room is closed"),
        ] {
            if moment.contains("09:20") {
                wait_until(app, "2027-03-10T08:50:00Z");
                assert!(ada.open("/e/clusters/my/schedule").text.contains("Open the video room"));
                assert_eq!(there(&mut ada), room);
                wait_until(app, "2027-03-10T09:19:59Z");
                assert_eq!(there(&mut ada), room);
            }
            wait_until(app, moment);
            let page = ada.open("/e/clusters/my/schedule");
            assert!(page.text.contains(words), "{moment}: {}", page.text);
            assert!(!page.html.contains("rooms.example"), "{moment}: the address is not told");
            assert!(!there(&mut ada).contains("rooms.example"), "{moment}");
        }
    });
}

#[test]
fn who_waits_alone_is_shown_who_is_free_right_now_and_meets_them_at_the_same_table() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (mut ada, _) = meet(app);
        let mut eve = person(app, "Eve");
        let missing = planned(app, &event)[0].clone();
        wait_until(app, "2027-03-10T09:04:59Z");
        opens_the_meeting(&mut ada);
        assert!(
            ada.page.text.contains("you can say so here from 10:05 (CET, UTC+1) on"),
            "{}",
            ada.page.text
        );
        wait_until(app, "2027-03-10T09:05:00Z");
        ada.open(&format!("/e/clusters/my/meetings/{}", missing.id));
        ada.press("My partner did not come");
        assert!(ada.page.path.contains("/slots/"), "{}", ada.page.path);
        assert!(ada.page.text.contains("Eve") && !ada.page.text.contains("Zoe"), "{}", ada.page.text);
        let owner = app.app.store.read(store::accounts::list).unwrap().remove(0);
        let owner = access::enter(&app.app, &owner, "clusters", Role::Viewer).unwrap();
        let figures = dashboard::dashboard(&app.app, &owner).unwrap();
        assert_eq!(figures.missed_meetings, 1, "the organiser sees it");
        ada.press("Propose a meeting");
        eve.open("/e/clusters/my/schedule");
        eve.press("Accept this meeting");
        assert!(eve.page.text.contains("The meeting is planned"), "{}", eve.page.text);
        let now = planned(app, &event);
        assert_eq!(now.len(), 1, "the meeting with who did not come made way");
        assert!(now[0].id != missing.id && now[0].slot == missing.slot && now[0].table == missing.table);
    });
}

#[test]
fn times_stand_in_the_zone_of_the_event_and_in_ones_own_if_it_is_chosen() {
    on_each_database(|app| {
        an_event(app).make();
        let (mut ada, _) = meet(app);
        let page = ada.open("/e/clusters/my/schedule");
        assert!(page.text.contains("All times are CET, UTC+1.") && page.text.contains("10:00–10:20"));
        assert!(page.html.contains("<time datetime=\"2027-03-10T10:00+01:00\""), "{}", page.html);
        assert!(
            page.html.contains("data-own-zone=\"{time} for you ({zone})\""),
            "scripts add the device's zone"
        );
        ada.choose("Show times in my zone too", "Japan (JST, UTC+9)").press("Show");
        assert!(ada.page.text.contains("18:00–18:20 for you (JST, UTC+9)"), "{}", ada.page.text);
        ada.choose("Show times in my zone too", "That of this device").press("Show");
        assert!(!ada.page.text.contains("JST, UTC+9) Table"), "{}", ada.page.text);
        assert!(!ada.page.text.contains("for you (JST"), "{}", ada.page.text);
    });
}

fn says(visitor: &mut Visitor, words: &str) {
    let page = visitor.open("/e/clusters/my/schedule");
    assert!(page.text.contains(words), "{words}: {}", page.text);
}

#[test]
fn a_schedule_says_at_every_stage_what_there_is_to_know() {
    on_each_database(|app| {
        an_event(app).with_seats(2).make();
        let (mut ada, mut zoe) = (person(app, "Ada"), person(app, "Zoe"));
        says(&mut ada, "The organiser arranges the meetings and writes to you");
        let mut late = app.visitor();
        signs_up(&mut late, "clusters", "Late", "late@example.org");
        crate::support::journeys::confirms(&mut late, app, "late@example.org");
        says(&mut late, "You have no seat yet");
        ada.open("/e/clusters/my/availability");
        ada.untick("Morning meetings").press("Save");
        assert!(!ada.page.text.contains("Propose a meeting"), "{}", ada.page.text);
        zoe.open("/e/clusters/my/schedule");
        assert!(!zoe.page.text.contains("Propose a meeting"), "nobody else is free: {}", zoe.page.text);
        wait_until(app, "2027-03-11T09:00:00Z");
        says(&mut ada, "The event is over");
        ada.open("/e/clusters/my/cancel");
        ada.press("Cancel my registration");
        says(&mut ada, "You are no longer registered for this event");
    });
}
