//! Mails about plans: one for each plan, invitations for whoever wants them, one for changes that follow each other closely, and
//! nobody who calls a meeting off is told how sorry we are.

use chrono::Duration;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::mail::reading::OpenedMail;
use rendezvous::services::proposals::Proposing;
use rendezvous::store::{self, outbox::OutboxFilter};

use super::meeting_days::opens_the_meeting;
use super::people::person;
use crate::calendar_lint::{events, unfolded, value};
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet, meet_at};
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::rounds::published;
use crate::support::visitor::Visitor;

const GRACE: &str = "grace@example.org";
const ADA: &str = "ada@example.org";

/// Mails to an address since so many.
fn since(app: &TestApp, address: &str, before: usize) -> Vec<OpenedMail> {
    app.mails_to(address).split_off(before)
}

fn methods(mails: &[OpenedMail]) -> Vec<String> {
    let files = mails.iter().flat_map(|mail| &mail.attachments);
    let mut methods: Vec<String> = files.map(|file| value(&file.content, "METHOD").unwrap()).collect();
    // Mails go over several connections, in no order.
    methods.sort();
    methods.dedup();
    methods
}

/// Ada and Grace, who meet in the first slot; the two browsers.
fn two(app: &TestApp, event: &Event) -> (Visitor, Visitor) {
    let ada = participant(app, "clusters", "Ada", ADA);
    let grace = participant(app, "clusters", "Grace", GRACE);
    meet(app, event, "Ada", "Grace");
    (ada, grace)
}

pub fn calls_off(visitor: &mut Visitor) {
    opens_the_meeting(visitor);
    visitor.tick("Something else is at that time").press("Cancel this meeting");
}

fn moves_to(office: &mut Visitor, hall: &str) {
    office.open("/organiser/events/clusters/settings");
    office.fill("Place", hall).press("Save");
}

#[test]
fn a_plan_is_one_mail_with_all_meetings_in_one_file() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let event = &access.event().id;
        let people: Vec<_> = app
            .store
            .read(|db| store::participants::list_in_states(db, event, &["registered"]))
            .unwrap()
            .into_iter()
            .filter(|one| one.profile.person.email.is_some())
            .collect();
        let mut mailed = 0;
        for person in &people {
            let filter = OutboxFilter { participant: Some(person.id.clone()), ..OutboxFilter::default() };
            let plans = app.store.read(|db| {
                let mails = store::outbox::list(db, &filter, 1_000, 0)?;
                let plans = mails.into_iter().filter(|mail| mail.subject.starts_with("Your meetings"));
                plans.map(|mail| store::outbox::get(db, &mail.id)).collect::<Result<Vec<_>, _>>()
            });
            let plans = plans.unwrap();
            let planned = app.store.read(|db| store::meetings::list_planned_of(db, &person.id)).unwrap();
            if person.profile.lang.code() == "en" {
                assert_eq!(plans.len(), usize::from(!planned.is_empty()), "{}", person.profile.person.name);
            }
            for (_, _, mime) in &plans {
                let mail = rendezvous::mail::reading::open(mime).unwrap();
                assert_eq!(mail.attachments.len(), 1);
                assert_eq!(events(&unfolded(&mail.attachments[0].content)).len(), planned.len());
                mailed += 1;
            }
        }
        assert!(mailed > 5, "{mailed}");
    });
}

#[test]
fn whoever_wants_invitations_says_so_once_and_gets_them_for_each_meeting() {
    on_each_database(|app| {
        let event = an_event(app).by_file().make();
        let (_, mut grace) = two(app, &event);
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        let before = app.mails_to(GRACE).len();
        moves_to(&mut olga, "Hall 2");
        app.pass(Duration::minutes(3));
        let told = since(app, GRACE, before);
        assert_eq!((told.len(), methods(&told)), (1, vec!["PUBLISH".to_string()]));
        assert!(
            told[0].text.contains("Choose how your meetings come into your calendar"),
            "{}",
            told[0].text
        );
        assert!(told[0].text.contains("?to=calendar"), "{}", told[0].text);

        grace.open("/e/clusters/my");
        assert!(grace.page.text.contains("How do you want your meetings in your calendar?"));
        grace.open("/e/clusters/my/calendar");
        grace.untick("One file with all of them").tick("An invitation for each meeting");
        grace.choose("Reminder", "15 minutes before").press("Save");
        assert!(!grace.page.text.contains("How do you want your meetings"), "{}", grace.page.text);
        let told = since(app, GRACE, before + 1);
        assert_eq!((told.len(), methods(&told)), (1, vec!["REQUEST".to_string()]), "to all that is planned");
        assert!(grace.get("/e/clusters/my/schedule.ics").html.contains("TRIGGER:-PT15M"));

        let third = participant(app, "clusters", "Third", "third@example.org");
        drop(third);
        let pair = ["Third", "Grace"].map(|name| id_of(app, &event, name));
        meet_at(app, &event, pair, 2, 8);
        app.pass(Duration::minutes(15));
        moves_to(&mut olga, "Hall 3");
        app.pass(Duration::minutes(3));
        let told = since(app, GRACE, before + 2);
        assert_eq!(told.len(), 3, "the plan and an invitation to each: {told:#?}");
        assert_eq!(methods(&told), ["PUBLISH", "REQUEST"], "the event's own entry comes by a file");
        let third = app.mails_to("third@example.org");
        assert_eq!(methods(&third[third.len() - 1..]), ["PUBLISH"], "nobody else has asked for them");
    });
}

#[test]
fn changes_that_follow_each_other_closely_are_one_mail_with_what_is_so_in_the_end() {
    on_each_database(|app| {
        let event = an_event(app).by_file().make();
        two(app, &event);
        participant(app, "clusters", "Third", "third@example.org");
        let pair = ["Third", "Grace"].map(|name| id_of(app, &event, name));
        meet_at(app, &event, pair, 2, 8);
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        let before = app.mails_to(GRACE).len();
        moves_to(&mut olga, "Hall 2");
        app.pass(Duration::minutes(1));
        moves_to(&mut olga, "Hall 3");
        app.pass(Duration::minutes(1));
        let mut third = app.visitor();
        third.open(&app.mailed_path("third@example.org", "/my/"));
        calls_off(&mut third);
        let early = since(app, GRACE, before);
        assert!(early.is_empty(), "it waits for more: {early:#?}");
        app.pass(Duration::minutes(3));
        let told = since(app, GRACE, before);
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(told[0].text.contains("Hall 3") && !told[0].text.contains("Hall 2"), "{}", told[0].text);
        assert!(told[0].text.contains("Cancelled"), "{}", told[0].text);
    });
}

#[test]
fn a_meeting_that_comes_and_goes_within_minutes_is_told_to_nobody() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        person(app, "Grace");
        person(app, "Third");
        meet(app, &event, "Ada", "Grace");
        let before = app.mails_to(ADA).len();
        // Somebody proposes, the other accepts, and calls it off again.
        let third = id_of(app, &event, "Third");
        let slots = app.app.store.read(|db| store::agenda::list_slots(db, &event.id)).unwrap();
        let own = |name: &str| {
            let id = id_of(app, &event, name);
            rendezvous::services::access::own_as_operator(&app.app, &id).unwrap()
        };
        let asked = Proposing {
            to: third.clone(),
            slot: slots[2].id.clone(),
            message: String::new(),
            instead_of: None,
        };
        rendezvous::services::proposals::propose(&app.app, &own("Ada"), &asked).unwrap();
        let ada_id = id_of(app, &event, "Ada");
        let open = app.app.store.read(|db| store::proposals::list_of(db, &ada_id)).unwrap().remove(0);
        let yes = rendezvous::services::proposals::Reply::parse("accept").unwrap();
        rendezvous::services::proposals::answer(&app.app, &own("Third"), &open.id, yes).unwrap();
        let added = app.app.store.read(|db| store::meetings::list_planned_of(db, &third)).unwrap().remove(0);
        let input = rendezvous::services::meeting_reports::CancelInput {
            reason: "clash".into(),
            ..Default::default()
        };
        rendezvous::services::meeting_reports::cancel(&app.app, &own("Ada"), &added.id, &input).unwrap();
        app.pass(Duration::minutes(20));
        let told = since(app, ADA, before);
        assert_eq!(methods(&told), Vec::<String>::new(), "{told:#?}");
        assert!(ada.open("/e/clusters/my/schedule").text.contains("Grace"));
    });
}

#[test]
fn who_calls_a_meeting_off_reads_that_and_the_other_one_is_told_in_one_mail() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (mut ada, _) = two(app, &event);
        let before = [ADA, GRACE].map(|who| app.mails_to(who).len());
        calls_off(&mut ada);
        app.pass(Duration::minutes(3));
        let (own, other) = (since(app, ADA, before[0]), since(app, GRACE, before[1]));
        assert_eq!((own.len(), other.len()), (1, 1), "{own:#?} {other:#?}");
        assert!(own[0].text.contains("You have called off this meeting"), "{}", own[0].text);
        assert!(!own[0].text.contains("sorry"), "{}", own[0].text);
        assert!(other[0].text.contains("does not take place"), "{}", other[0].text);
        assert_eq!(methods(&own), ["CANCEL"]);
        assert_eq!(methods(&other), ["CANCEL"]);
    });
}

#[test]
fn who_is_told_of_a_change_is_told_of_the_next_a_quarter_of_an_hour_later() {
    on_each_database(|app| {
        let event = an_event(app).by_file().make();
        two(app, &event);
        let mut others = ["Third", "Fourth", "Fifth"].map(|name| {
            let visitor = participant(app, "clusters", name, &format!("{name}@example.org").to_lowercase());
            (name, visitor)
        });
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        for (at, (name, _)) in others.iter().enumerate() {
            let pair = [*name, "Grace"].map(|name| id_of(app, &event, name));
            meet_at(app, &event, pair, at + 1, 8);
        }
        let before = app.mails_to(GRACE).len();
        let told = || since(app, GRACE, before).len();
        // Minute by minute, somebody calls off now and then.
        let mut heard = Vec::new();
        for minute in 0..60 {
            match minute {
                0 => calls_off(&mut others[0].1),
                5 => calls_off(&mut others[1].1),
                9 => calls_off(&mut others[2].1),
                30 => moves_to(&mut olga, "Hall 2"),
                _ => {}
            }
            app.pass(Duration::minutes(1));
            while heard.len() < told() {
                heard.push(minute + 1);
            }
        }
        assert_eq!(heard, [3, 18, 33]);
        let mails = since(app, GRACE, before);
        assert!(mails[0].text.contains("Third") && !mails[0].text.contains("Fourth, "), "{}", mails[0].text);
        assert!(mails[1].text.contains("Fourth") && mails[1].text.contains("Fifth"), "{}", mails[1].text);
    });
}

#[test]
fn what_is_about_a_meeting_that_begins_soon_goes_at_once() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (mut ada, _) = two(app, &event);
        app.pass_until("2027-03-10T08:00:00Z");
        let before = app.mails_to(GRACE).len();
        calls_off(&mut ada);
        assert_eq!(since(app, GRACE, before).len(), 1);
    });
}

#[test]
fn a_confirmation_brings_the_event_into_the_calendar() {
    on_each_database(|app| {
        an_event(app).make();
        participant(app, "clusters", "Ada", ADA);
        let mails = app.mails_to(ADA);
        let confirmed = mails.iter().find(|mail| !mail.attachments.is_empty()).unwrap();
        assert_eq!(confirmed.attachments[0].name, "event.ics");
        let ics = &confirmed.attachments[0].content;
        assert_eq!(value(ics, "SUMMARY").as_deref(), Some("Cluster Conference"));
        assert_eq!(value(ics, "DTSTART").as_deref(), Some("20270310"));
        assert_eq!(crate::calendar_lint::findings(ics), Vec::<String>::new());
    });
}
