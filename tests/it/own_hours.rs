//! People who meet online, each by a clock of their own: a round keeps the hours of everybody's day, says whom it cannot reach for
//! them, and what does not fit any more is told.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Timelike};
use rendezvous::app::App;
use rendezvous::domain::agenda_change::Shift;
use rendezvous::domain::answer::{AnswerKey, Kind};
use rendezvous::domain::event::{Event, Slot, Venue};
use rendezvous::domain::field;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::misfit::Accepted;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::{demo, events, rounds};
use rendezvous::store::{self, Db, StoreError, participants};
use rendezvous::zones::Zone;

use crate::support::app::on_each_database;
use crate::support::rounds::{organiser, planned};

/// Eight clocks, three of them off by half an hour or a quarter.
const ZONES: [&str; 8] = [
    "Europe/Berlin",
    "Asia/Kolkata",
    "Africa/Nairobi",
    "Asia/Kathmandu",
    "Europe/Lisbon",
    "America/St_Johns",
    "Asia/Dubai",
    "Europe/Helsinki",
];

fn says(db: &mut Db, who: &ParticipantId, code: &'static str, text: &str) -> Result<(), StoreError> {
    let mut person = participants::get(db, who)?;
    let value = field::find(code).unwrap().kind.read(text);
    assert!(value.is_some(), "{text}");
    person.profile.person.set(AnswerKey::Field(code), value);
    participants::update(db, &person)
}

/// Forty people online in eight zones, who meet from 8:30 to 18:30 of their own day; the first one only at night.
fn event(app: &App) -> (ChangeAccess, Vec<ParticipantId>) {
    let demo = demo::fill(app, 40, 7).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    let change = |db: &mut Db| {
        let event = store::events::get(db, &access.event().id)?;
        let venue = Venue::Online { room_link: "https://rooms.example/{meeting}".to_string() };
        store::events::update(db, &Event { venue, ..event }, app.clock.now())?;
        for (at, who) in demo.registered.iter().enumerate() {
            says(db, who, field::TIME_ZONE, ZONES[at % ZONES.len()])?;
            says(db, who, field::MEETING_HOURS, if at == 0 { "23:00-05:30" } else { "08:30-18:30" })?;
        }
        Ok::<_, StoreError>(())
    };
    app.store.write(change).unwrap();
    (access, demo.registered)
}

/// Minutes since midnight by somebody's clock, from when until when.
fn minutes(slot: &Slot, zone: &str) -> (u32, u32) {
    let zone: Zone = zone.parse().unwrap();
    let minute = |at: chrono::DateTime<chrono::Utc>| {
        let local = at.with_timezone(&zone);
        local.hour() * 60 + local.minute()
    };
    (minute(slot.starts_at), minute(slot.ends_at))
}

#[test]
fn a_round_keeps_the_hours_of_everybodys_own_day_and_says_whom_it_cannot_reach_for_them() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
        let round = rounds::run(app, &access, &quick, Some(1)).unwrap();
        let view = rounds::view(app, &access, round.number).unwrap();
        assert!(view.meetings.len() > 20, "{} meetings", view.meetings.len());
        let zones: BTreeMap<&ParticipantId, &str> =
            people.iter().enumerate().map(|(at, who)| (who, ZONES[at % ZONES.len()])).collect();
        for meeting in view.meetings.iter().map(|draft| &draft.meeting) {
            let slot = view.programme.slots.iter().find(|slot| slot.id == meeting.slot).unwrap();
            for who in [&meeting.a, &meeting.b] {
                assert_ne!(who, &people[0], "whoever meets at night meets nobody by day");
                let (from, until) = minutes(slot, zones[who]);
                assert!(from >= 8 * 60 + 30 && until <= 18 * 60 + 30, "{from} to {until} in {}", zones[who]);
            }
        }
        assert!(view.report.outside_hours.contains(&people[0]));
        assert!(!view.report.nowhere.contains(&people[0]), "they are there, only not at that hour");
        let seats: u64 = view.report.figures.by_own_hour.iter().sum();
        assert_eq!(seats, 2 * view.meetings.len() as u64);
    });
}

#[test]
fn hours_are_kept_on_both_sides_of_a_clock_change_and_every_line_says_its_zone() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        // Europe sets its clocks forward in the night to Sunday, 28 March 2027; India, Nepal and Dubai do not.
        let starts_on = app.store.read(|db| store::events::get(db, &access.event().id)).unwrap().starts_on;
        let saturday = NaiveDate::from_ymd_opt(2027, 3, 27).unwrap();
        let shift = Shift { days: (saturday - starts_on).num_days(), minutes: 0 };
        events::move_event(app, &access, shift, &Accepted::default()).unwrap();
        let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
        let round = rounds::run(app, &access, &quick, Some(1)).unwrap();
        let view = rounds::view(app, &access, round.number).unwrap();
        let mut days = BTreeMap::new();
        for meeting in view.meetings.iter().map(|draft| &draft.meeting) {
            let slot = view.programme.slots.iter().find(|slot| slot.id == meeting.slot).unwrap();
            *days.entry(slot.starts_at.date_naive()).or_insert(0) += 1;
            for who in [&meeting.a, &meeting.b] {
                let at = people.iter().position(|one| one == who).unwrap();
                let (from, until) = minutes(slot, ZONES[at % ZONES.len()]);
                assert!(from >= 8 * 60 + 30 && until <= 18 * 60 + 30, "{from} to {until}");
            }
        }
        assert!(days.len() == 2 && days.values().all(|meetings| *meetings > 5), "{days:?}");
        let page = server.visitor().open(&format!("/e/{}", access.event().slug)).text.clone();
        assert!(page.contains("CET, UTC+1") && page.contains("CEST, UTC+2"), "{page}");
        assert!(!page.contains("All times are"), "no zone is that of all times: {page}");
    });
}

#[test]
fn whoever_meets_at_other_hours_from_now_on_has_meetings_that_do_not_fit_any_more() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, _) = event(app);
        let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
        let round = rounds::run(app, &access, &quick, Some(1)).unwrap();
        rounds::publish(app, &access, round.number).unwrap();
        let who = planned(app, &access).into_values().next().unwrap().a;
        let mut olga = organiser(server, &access);
        let plan = format!("/organiser/events/{}/plan", access.event().slug);
        assert!(olga.open(&plan).text.contains("The published plan fits"), "{}", olga.page.text);
        app.store.write(|db| says(db, &who, field::MEETING_HOURS, "23:00-05:30")).unwrap();
        assert!(olga.open(&plan).text.contains("does not meet at that hour"), "{}", olga.page.text);
    });
}

#[test]
fn hours_are_read_as_people_write_them() {
    let read = |text: &str| Kind::DayHours.parse(&[text.to_string()], &[]).ok().flatten();
    let stored = |text: &str| read(text).map(|value| value.stored());
    for text in ["08:00-20:00", "8–20", "8 am to 8 pm", "8 Uhr bis 20 Uhr", "8 h à 20 h", "8.00 - 20.00"] {
        assert_eq!(stored(text).as_deref(), Some("08:00-20:00"), "{text}");
    }
    assert_eq!(stored("18:30-2:00").as_deref(), Some("18:30-02:00"));
    assert_eq!(stored("0-24").as_deref(), Some("00:00-24:00"));
    for text in ["8", "8:15-20:00", "25-26", "8-8", "13pm-14pm", "morning", "-", "é-ü"] {
        assert_eq!(stored(text), None, "{text}");
    }
}
