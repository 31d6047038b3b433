//! Calendar files and invitations: right by the rules, whatever people are called.

use chrono::{DateTime, Duration, TimeZone, Utc};
use proptest::prelude::*;
use rendezvous::documents::calendar::{self, CalendarOwner, ScheduledMeeting};
use rendezvous::documents::own_calendar::OwnCalendar;
use rendezvous::domain::lang::Lang;
use rendezvous::domain::meeting::MeetingState;
use rendezvous::domain::text;

use crate::calendar_lint::{events, findings, line, unfolded, value};
use crate::mail_samples::{FROM, PARTNER, READER, Sample, email, now, origin};
use crate::support::naughty_names::naughty_names;
use crate::support::random_cases::random_cases;

/// Every calendar that can be made of a sample, with the name of its function.
fn calendars(sample: &Sample) -> Vec<(&'static str, String)> {
    let origin = origin();
    let owner =
        CalendarOwner { event: &sample.event, participant: &sample.reader, origin: &origin, now: now() };
    let scheduled = sample.scheduled();
    vec![
        (
            "request",
            scheduled.first().map(|one| calendar::request(&owner, &email(READER), one)).unwrap_or_default(),
        ),
        (
            "cancel",
            scheduled.first().map(|one| calendar::cancel(&owner, &email(READER), one)).unwrap_or_default(),
        ),
        ("publish", calendar::publish(&owner, &scheduled)),
        ("file", own(sample, &owner, &scheduled).file()),
        ("feed", own(sample, &owner, &scheduled).feed()),
    ]
}

/// Everything that the reader has, with a reminder.
fn own<'a>(
    sample: &'a Sample,
    owner: &CalendarOwner<'a>,
    meetings: &'a [ScheduledMeeting<'a>],
) -> OwnCalendar<'a> {
    let link = "https://rendezvous.example/e/ecc-2020/my";
    let programme = &sample.programme;
    OwnCalendar { owner: *owner, programme, meetings, has_seat: true, alarm_minutes: 15, link }
}

fn calendar_of(sample: &Sample, function: &str) -> String {
    calendars(sample).into_iter().find(|(name, _)| *name == function).unwrap().1
}

#[test]
fn every_calendar_keeps_the_byte_rules_in_three_languages() {
    for lang in Lang::ALL {
        for sample in [Sample::in_language(lang), Sample::in_language(lang).online()] {
            for (function, ics) in calendars(&sample) {
                assert_eq!(findings(&ics), Vec::<String>::new(), "{function} in {lang}:\n{ics}");
                assert!(!ics.contains('⟦'), "a word is missing: {ics}");
            }
        }
    }
}

#[test]
fn names_that_break_programs_stay_inside_their_field() {
    for name in naughty_names() {
        let sample = Sample::in_language(Lang::En).named(&name);
        for (function, ics) in calendars(&sample) {
            assert_eq!(findings(&ics), Vec::<String>::new(), "{function} of {name:?}:\n{ics}");
            let wanted = match function {
                "publish" => 2,
                // The event and a session beside the meetings.
                "file" | "feed" => 4,
                _ => 1,
            };
            assert_eq!(events(&unfolded(&ics)).len(), wanted, "{function} of {name:?}");
        }
    }
}

proptest! {
    #![proptest_config(random_cases(300))]

    #[test]
    fn any_name_at_all_gives_a_sound_invitation_that_reads_back_the_same(name in any::<String>()) {
        let sample = Sample::in_language(Lang::En).named(&name);
        let ics = calendar_of(&sample, "request");
        prop_assert_eq!(findings(&ics), Vec::<String>::new());
        let shown = text::shown_name(&name);
        // Of somebody who has deleted their data there is no name any more.
        let wanted = if shown.is_empty() { "Meeting".to_string() } else { format!("Meeting with {shown}") };
        let summary = value(&ics, "SUMMARY").unwrap();
        prop_assert_eq!(summary.trim_end(), wanted.trim_end());
    }

    #[test]
    fn lines_of_any_length_are_folded_at_75_octets_between_characters(
        length in 0_usize..400,
        letter in prop::sample::select(vec!['a', 'é', '界', '😀', ' ']),
    ) {
        let name: String = std::iter::repeat_n(letter, length).collect();
        let ics = calendar_of(&Sample::in_language(Lang::En).named(&format!("x{name}x")), "request");
        prop_assert_eq!(findings(&ics), Vec::<String>::new());
    }
}

#[test]
fn an_invitation_names_one_attendee_and_no_address_but_ours_and_theirs() {
    for (function, ics) in calendars(&Sample::in_language(Lang::De)) {
        assert!(!ics.to_lowercase().contains(PARTNER), "{function} tells the partner's address");
        assert!(line(&ics, "ORGANIZER").unwrap().ends_with(&format!(":mailto:{FROM}")), "{ics}");
    }
    let ics = calendar_of(&Sample::in_language(Lang::De), "request");
    let attendee = line(&ics, "ATTENDEE").unwrap();
    assert!(attendee.ends_with(&format!(":mailto:{READER}")), "{attendee}");
    assert!(attendee.contains(";RSVP=FALSE"), "{attendee}");
    assert_eq!(
        value(&ics, "SUMMARY").unwrap(),
        "Gespräch mit Jérôme Müller-Ångström (Cluster für Wasser, Luft & Boden)"
    );
    assert_eq!(value(&ics, "LOCATION").unwrap(), "Tisch 7, Kongresshalle, Saal 2");
    assert_eq!(value(&ics, "DTSTART").unwrap(), "20201111T132000Z");
    assert_eq!(value(&ics, "DTEND").unwrap(), "20201111T134000Z");
    assert_eq!(value(&ics, "DTSTAMP").unwrap(), "20201102T083000Z");
}

#[test]
fn a_moved_and_then_cancelled_meeting_keeps_its_uid_and_raises_its_sequence() {
    let mut sample = Sample::in_language(Lang::Fr);
    let first = calendar_of(&sample, "request");
    sample.meetings[0].sequence = 1;
    sample.meetings[0].starts_at += Duration::minutes(30);
    sample.meetings[0].ends_at += Duration::minutes(30);
    let moved = calendar_of(&sample, "request");
    sample.meetings[0].sequence = 2;
    sample.meetings[0].state = MeetingState::Cancelled;
    let cancelled = calendar_of(&sample, "cancel");

    let uids = [&first, &moved, &cancelled].map(|ics| value(ics, "UID").unwrap());
    assert_eq!(uids[0], "m1-a@rendezvous.example");
    assert!(uids.iter().all(|uid| *uid == uids[0]));
    let sequences = [&first, &moved, &cancelled].map(|ics| value(ics, "SEQUENCE").unwrap());
    assert_eq!(sequences, ["0", "1", "2"]);
    assert_eq!(value(&moved, "DTSTART").unwrap(), "20201111T135000Z");
    assert_eq!(value(&cancelled, "METHOD").unwrap(), "CANCEL");
    assert_eq!(value(&cancelled, "STATUS").unwrap(), "CANCELLED");
}

#[test]
fn the_two_sides_of_a_meeting_have_their_own_uid() {
    let sample = Sample::in_language(Lang::En);
    let mine = calendar_of(&sample, "request");
    let theirs = {
        let other = Sample { reader: sample.partner.clone(), partner: sample.reader.clone(), ..sample };
        calendar_of(&other, "request")
    };
    assert_ne!(value(&mine, "UID"), value(&theirs, "UID"));
}

#[test]
fn a_mailed_file_says_in_words_which_meetings_are_off() {
    let mut sample = Sample::in_language(Lang::En);
    sample.meetings[1].state = MeetingState::Cancelled;
    let ics = calendar_of(&sample, "publish");
    let told: Vec<(bool, bool)> = events(&unfolded(&ics))
        .iter()
        .map(|event| {
            let is = |line: &str| event.iter().any(|known| known.starts_with(line));
            (is("STATUS:CANCELLED"), is("SUMMARY:Cancelled: Meeting with "))
        })
        .collect();
    assert_eq!(told, [(false, false), (true, true)]);
    assert_eq!(value(&ics, "METHOD").unwrap(), "PUBLISH");
}

#[test]
fn a_participants_calendar_holds_the_event_the_chosen_session_and_the_meetings_with_reminders_and_a_way_back()
{
    for lang in Lang::ALL {
        let sample = Sample::in_language(lang);
        for function in ["file", "feed"] {
            let ics = calendar_of(&sample, function);
            let entries = events(&unfolded(&ics));
            let has = |entry: &[String], line: &str| entry.iter().any(|known| known.starts_with(line));
            assert!(
                has(&entries[0], "DTSTART;VALUE=DATE:20201111")
                    && has(&entries[0], "DTEND;VALUE=DATE:20201113")
            );
            assert!(has(&entries[0], "TRANSP:TRANSPARENT") && !has(&entries[0], "BEGIN:VALARM"), "{ics}");
            assert!(has(&entries[1], "SUMMARY:Opening"), "{ics}");
            for entry in &entries[1..] {
                assert!(has(entry, "TRIGGER:-PT15M"), "{ics}");
            }
            for entry in &entries {
                assert!(has(entry, "URL:https://rendezvous.example/e/ecc-2020/my"), "{ics}");
            }
            let topics = "Batteries\\, Hydrogen";
            assert!(
                entries[2].iter().any(|line| line.starts_with("DESCRIPTION") && line.contains(topics)),
                "{ics}"
            );
        }
    }
}

#[test]
fn a_participants_calendar_is_never_empty() {
    let mut sample = Sample::in_language(Lang::De);
    sample.meetings.clear();
    sample.reader.profile.attendance.sessions.clear();
    for function in ["file", "feed"] {
        assert_eq!(events(&unfolded(&calendar_of(&sample, function))).len(), 1);
    }
}

#[test]
fn a_feed_is_the_same_bytes_until_a_meeting_changes() {
    let mut sample = Sample::in_language(Lang::En);
    let origin = origin();
    let fetch = |sample: &Sample, hours: i64| {
        let owner = CalendarOwner {
            event: &sample.event,
            participant: &sample.reader,
            origin: &origin,
            now: now() + Duration::hours(hours),
        };
        let scheduled = sample.scheduled();
        own(sample, &owner, &scheduled).feed()
    };
    let first = fetch(&sample, 0);
    assert_eq!(first, fetch(&sample, 5));
    assert_eq!(value(&first, "REFRESH-INTERVAL").unwrap(), "PT1H");
    assert_eq!(value(&first, "NAME").unwrap(), "European Cluster Conference 2020");
    sample.meetings[0].updated_at += Duration::hours(1);
    assert_ne!(first, fetch(&sample, 5));
}

/// Minutes before and after the clocks change in America (March and November) and in Europe (March and October) in 2027,
/// the doubled and the missing hours among them.
fn around_clock_changes() -> Vec<DateTime<Utc>> {
    let changes = [(3, 14, 7), (3, 28, 1), (10, 31, 1), (11, 7, 6)]
        .map(|(month, day, hour)| Utc.with_ymd_and_hms(2027, month, day, hour, 0, 0).unwrap());
    let around = [-24 * 60, -70, -30, 0, 30, 70, 24 * 60];
    changes.iter().flat_map(|change| around.map(|minutes| *change + Duration::minutes(minutes))).collect()
}

#[test]
fn meetings_around_a_clock_change_keep_their_instant_for_every_reader() {
    let starts = around_clock_changes();
    let mut sample = Sample::in_language(Lang::En).meeting_at(&starts);
    sample.event.time_zone = "Europe/Berlin".parse().unwrap();
    let ics = calendar_of(&sample, "publish");
    let written: Vec<String> = events(&unfolded(&ics))
        .iter()
        .filter_map(|event| event.iter().find_map(|line| line.strip_prefix("DTSTART:").map(String::from)))
        .collect();
    let expected: Vec<String> =
        starts.iter().map(|start| start.format("%Y%m%dT%H%M%SZ").to_string()).collect();
    assert_eq!(written, expected);
    // Left for other people's calendars, which are asked what they make of it in several time zones.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("calendars");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("clock-changes.ics"), ics).unwrap();
}

#[test]
fn an_address_beyond_ascii_is_written_as_mail_servers_take_it() {
    let mut sample = Sample::in_language(Lang::En);
    let address = email("ada@müller.example");
    sample.reader.profile.person.email = Some(address.clone());
    let origin = origin();
    let owner =
        CalendarOwner { event: &sample.event, participant: &sample.reader, origin: &origin, now: now() };
    let ics = calendar::request(&owner, &address, &sample.scheduled()[0]);
    assert!(line(&ics, "ATTENDEE").unwrap().ends_with(":mailto:ada@xn--mller-kva.example"), "{ics}");
}
