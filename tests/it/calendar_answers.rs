//! What calendars answer to invitations, as mail programs write it: a meeting that somebody declines is called off once they say
//! so again, what is forged, out of date or heard before changes nothing, and organisers see the rest.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Duration, Utc};
use rendezvous::config::{BounceAddress, Config};
use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::meeting::{Meeting, MeetingState};
use rendezvous::services::bounces::{self, Taken};
use rendezvous::services::calendar_answers::Outcome;
use rendezvous::services::calendars;
use rendezvous::store;

use crate::calendar_lint::value;
use crate::support::app::{TestApp, with_settings};
use crate::support::build::{an_event, meet};
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

const ADA: &str = "ada@example.org";
const GRACE: &str = "grace@example.org";

/// What each of the programs writes.
const PROGRAMS: [&str; 6] = ["thunderbird", "gmail", "outlook", "apple", "apple-by-path", "as-a-file-alone"];

fn with_mailbox(config: &mut Config) {
    config.mail.bounce_address = Some(BounceAddress::parse("bounces@example.org").unwrap());
    config.mail.bounce_folder = Some(config.data.join("returned"));
}

/// An answer of Ada's calendar.
struct Reply<'a> {
    program: &'a str,
    word: &'a str,
    uid: String,
    sequence: u32,
    at: DateTime<Utc>,
}

impl Reply<'_> {
    fn mail(&self) -> Vec<u8> {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/mails/answers/{}.eml", self.program));
        let text = fs::read_to_string(path).unwrap();
        let (partstat, word) = (self.word.to_uppercase(), &self.word[..1].to_uppercase());
        let text = text
            .replace("@TO@", "bounces+calendar@example.org")
            .replace("@ATTENDEE@", ADA)
            .replace("@UID@", &self.uid)
            .replace("@SEQUENCE@", &self.sequence.to_string())
            .replace("@STAMP@", &self.at.format("%Y%m%dT%H%M%SZ").to_string())
            .replace("@PARTSTAT@", &partstat)
            .replace("@WORD@", &format!("{word}{}", &self.word[1..]));
        coded(&text).into_bytes()
    }
}

/// The parts that a program codes, coded as it does.
fn coded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("@BASE64:") {
        let (inner, after) = after.split_once("@\r\n").unwrap();
        out.push_str(before);
        for line in STANDARD.encode(inner.trim_end()).as_bytes().chunks(76) {
            out.push_str(std::str::from_utf8(line).unwrap());
            out.push_str("\r\n");
        }
        rest = after;
    }
    out.push_str(rest);
    match out.split_once("@QP:") {
        Some((before, inner)) => {
            let inner = inner.trim_end().trim_end_matches('@').replace('=', "=3D");
            let lines = inner.split("\r\n").map(|line| match line.char_indices().nth(60) {
                Some((at, _)) => format!("{}=\r\n{}", &line[..at], &line[at..]),
                None => line.to_string(),
            });
            format!("{before}{}\r\n", lines.collect::<Vec<_>>().join("\r\n"))
        }
        None => out,
    }
}

/// Ada and Grace, who are to meet and were both invited; Ada's browser.
struct Scene {
    event: Event,
    meeting: Meeting,
    ada: Visitor,
}

impl Scene {
    fn begin(app: &TestApp) -> Scene {
        let event = an_event(app).make();
        let ada = participant(app, "clusters", "Ada", ADA);
        participant(app, "clusters", "Grace", GRACE);
        meet(app, &event, "Ada", "Grace");
        // The place changes, and everybody is invited to what is new.
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        olga.open("/organiser/events/clusters/settings");
        olga.fill("Place", "Hall 3").press("Save");
        app.pass(Duration::minutes(15));
        app.mails_to(ADA);
        let meeting =
            app.app.store.read(|db| store::meetings::list_planned(db, &event.id)).unwrap().remove(0);
        Scene { event, meeting, ada }
    }

    fn uid(&self, app: &TestApp) -> String {
        let id = crate::support::build::id_of(app, &self.event, "Ada");
        self.meeting.calendar_uid(&id, &calendars::present(&app.app).host)
    }

    fn reply<'a>(&self, app: &TestApp, program: &'a str, word: &'a str) -> Reply<'a> {
        let (sequence, at) = (self.meeting.sequence, app.app.clock.now());
        Reply { program, word, uid: self.uid(app), sequence, at }
    }

    fn state(&self, app: &TestApp) -> MeetingState {
        app.app.store.read(|db| store::meetings::get(db, &self.meeting.id)).unwrap().state
    }
}

fn comes(app: &TestApp, mail: &[u8]) -> Taken {
    bounces::take_in(&app.app, mail, None).unwrap()
}

#[test]
fn a_decline_of_any_program_asks_and_one_click_calls_the_meeting_off() {
    for program in PROGRAMS {
        with_settings(with_mailbox, |app| {
            let mut scene = Scene::begin(app);
            let reply = scene.reply(app, program, "declined").mail();
            assert_eq!(comes(app, &reply), Taken::Answered(Outcome::Asked), "{program}");
            assert_eq!(comes(app, &reply), Taken::Answered(Outcome::Stale), "{program}, doubled");
            assert_eq!(scene.state(app), MeetingState::Planned, "{program}");

            let asked: Vec<_> =
                app.mails_to(ADA).into_iter().filter(|mail| mail.subject.contains("off?")).collect();
            assert_eq!(asked.len(), 1, "{program}");
            let link = app.mailed_path(ADA, "/my/");
            scene.ada.open(&link);
            assert!(scene.ada.page.path.ends_with("/declined"), "{}", scene.ada.page.path);
            assert_eq!(scene.state(app), MeetingState::Planned, "opening it changes nothing");
            scene.ada.press("Call off the meeting");
            assert_eq!(scene.state(app), MeetingState::Cancelled, "{program}");

            app.pass(Duration::minutes(15));
            let told = app.mails_to(GRACE);
            let cancelled = told.iter().flat_map(|mail| &mail.attachments).map(|file| &file.content);
            let cancelled: Vec<_> =
                cancelled.filter(|ics| value(ics, "METHOD").unwrap() == "CANCEL").collect();
            assert!(!cancelled.is_empty(), "{program}: {told:#?}");
            scene.ada.open(&link);
            assert!(scene.ada.page.path.ends_with("/schedule"), "it is off already: {}", scene.ada.page.path);
        });
    }
}

#[test]
fn an_event_can_call_a_declined_meeting_off_at_once() {
    with_settings(with_mailbox, |app| {
        let scene = Scene::begin(app);
        let mut paul = with_role(app, "paul@example.org", &scene.event.id, Role::Organiser);
        paul.open("/organiser/events/clusters/calendars");
        assert!(
            paul.page.text.contains("Calendars answer to bounces+calendar@example.org."),
            "{}",
            paul.page.text
        );
        paul.untick("Ask them first").tick("Call the meeting off at once").press("Save");
        let reply = scene.reply(app, "outlook", "declined").mail();
        assert_eq!(comes(app, &reply), Taken::Answered(Outcome::CalledOff));
        assert_eq!(scene.state(app), MeetingState::Cancelled);
        assert!(app.mails_to(ADA).iter().all(|mail| !mail.subject.contains("off?")));
        app.pass(Duration::minutes(15));
        assert!(app.mails_to(GRACE).iter().any(|mail| mail.subject.starts_with("Cancelled")));
        assert_eq!(comes(app, &reply), Taken::Answered(Outcome::Stale), "it is off already");
    });
}

#[test]
fn organisers_see_who_accepted_and_who_is_not_sure() {
    with_settings(with_mailbox, |app| {
        let scene = Scene::begin(app);
        assert_eq!(
            comes(app, &scene.reply(app, "gmail", "accepted").mail()),
            Taken::Answered(Outcome::Noted)
        );
        let mut paul = with_role(app, "paul@example.org", &scene.event.id, Role::Organiser);
        paul.open("/organiser/events/clusters/calendars");
        assert!(paul.page.text.contains("1 meeting was accepted in a calendar"), "{}", paul.page.text);
        app.pass(Duration::minutes(1));
        let unsure = scene.reply(app, "apple", "tentative").mail();
        assert_eq!(comes(app, &unsure), Taken::Answered(Outcome::Noted));
        paul.open("/organiser/events/clusters/calendars");
        assert!(paul.page.text.contains("Not sure") && paul.page.text.contains("Ada"), "{}", paul.page.text);
    });
}

#[test]
fn what_is_forged_or_out_of_date_changes_nothing() {
    with_settings(with_mailbox, |app| {
        let scene = Scene::begin(app);
        for program in ["no-from-another", "no-for-another", "no-unknown-meeting"] {
            let taken = comes(app, &scene.reply(app, program, "declined").mail());
            assert_eq!(taken, Taken::Answered(Outcome::Foreign), "{program}");
        }
        for program in ["no-counter", "no-forwarded"] {
            let taken = comes(app, &scene.reply(app, program, "declined").mail());
            assert!(matches!(taken, Taken::Ignored(_)), "{program}: {taken:?}");
        }
        let own = scene.reply(app, "thunderbird", "declined");
        let other_side = own.uid.replace("-a@", "-x@").replace("-b@", "-a@").replace("-x@", "-b@");
        let elsewhere = own.uid.replace("@example.org", "@other.example");
        for uid in [other_side, elsewhere, "…".to_string(), own.uid.replace('@', "")] {
            let forged = Reply { uid: uid.clone(), ..scene.reply(app, "thunderbird", "declined") };
            assert_eq!(comes(app, &forged.mail()), Taken::Answered(Outcome::Foreign), "{uid}");
        }
        let older = Reply { sequence: 0, ..scene.reply(app, "thunderbird", "declined") };
        assert_eq!(scene.meeting.sequence, 1);
        assert_eq!(comes(app, &older.mail()), Taken::Answered(Outcome::Stale), "of the old place");
        assert_eq!(
            comes(app, &scene.reply(app, "gmail", "accepted").mail()),
            Taken::Answered(Outcome::Noted)
        );
        let before = Reply { at: app.app.clock.now() - Duration::hours(1), ..own };
        assert_eq!(
            comes(app, &before.mail()),
            Taken::Answered(Outcome::Stale),
            "written before what was heard"
        );
        app.pass_until("2027-03-10T09:30:00Z");
        let late = comes(app, &scene.reply(app, "gmail", "declined").mail());
        assert_eq!(late, Taken::Answered(Outcome::Stale), "the meeting has begun");
        assert_eq!(scene.state(app), MeetingState::Planned);
        assert!(app.mails_to(ADA).iter().all(|mail| !mail.subject.contains("off?")));
    });
}
