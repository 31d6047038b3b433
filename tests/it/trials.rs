//! Trial runs: an event is tried out, nobody but its team gets mail, and nothing of it stays.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, EventState};
use rendezvous::domain::round::{PairRule, PairRuleKind};
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::{direct_messages, event_state, registrations};
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet};
use crate::support::journeys::{confirms, participant, signs_up};
use crate::support::organisers::{PASSWORD, signs_in, with_role};
use crate::support::rounds::runs_a_round;
use crate::support::visitor::Visitor;

const OFFICE: &str = "/organiser/events/clusters";
const GRACE: &str = "grace@example.org";

/// A draft, and an organiser of it who is signed in.
fn draft(app: &TestApp) -> (Event, Visitor, ChangeAccess) {
    let event = an_event(app).in_state(EventState::Draft).make();
    let grace = with_role(app, GRACE, &event.id, Role::Organiser);
    let access = access::change_as_operator(&app.app, "clusters").unwrap();
    (event, grace, access)
}

fn tries_out(grace: &mut Visitor) {
    grace.open(&format!("{OFFICE}/state"));
    grace.press("Try it out");
    assert!(grace.page.text.contains("The trial run has begun"), "{}", grace.page.text);
}

fn state(app: &TestApp) -> EventState {
    app.app.store.read(|db| store::events::get_by_slug(db, "clusters")).unwrap().state
}

fn names(app: &TestApp, event: &Event) -> Vec<String> {
    let here = app.app.store.read(|db| {
        store::participants::list_in_states(db, &event.id, &["registered", "unconfirmed", "cancelled"])
    });
    here.unwrap().into_iter().map(|one| one.profile.person.name).collect()
}

#[test]
fn whoever_has_the_address_can_register_and_only_the_team_gets_mail() {
    on_each_database(|app| {
        let (_, mut grace, _) = draft(app);
        let mut stranger = app.visitor();
        stranger.open("/e/clusters");
        assert_eq!(stranger.page.status, 404, "a draft is seen by nobody");
        tries_out(&mut grace);
        stranger.open("/");
        assert!(!stranger.page.text.contains("Cluster Conference"), "it is not announced");
        stranger.open("/e/clusters");
        assert!(stranger.page.html.contains("Trial run: this event is being tried out"));
        signs_up(&mut stranger, "clusters", "Bob", "bob@example.org");
        assert_eq!(app.mails_to("bob@example.org").len(), 0);
        // The organiser reads the mail, and goes on as Bob by its link.
        grace.open(&format!("{OFFICE}/outbox?state=held"));
        assert!(grace.page.text.contains("bob@example.org"), "{}", grace.page.text);
        let subject = "Please confirm your registration";
        assert!(grace.page.text.contains("Not sent: the event is not open"), "{}", grace.page.text);
        let mail = grace.page.links.iter().find(|link| link.0.contains(subject)).unwrap().1.clone();
        grace.open(&mail);
        assert!(grace.page.text.contains("Held"), "{}", grace.page.text);
        grace.press("Try again now");
        assert!(grace.page.text.contains("Only your team gets emails"), "{}", grace.page.text);
        assert_eq!(app.mails_to("bob@example.org").len(), 0);
        // Somebody of the team gets every mail.
        let mut tester = app.visitor();
        signs_up(&mut tester, "clusters", "Grace", GRACE);
        confirms(&mut tester, app, GRACE);
        assert!(tester.page.html.contains("Trial run: this event"), "{}", tester.page.text);
        assert!(app.mails_to(GRACE).len() >= 2);
    });
}

#[test]
fn a_trial_run_goes_from_made_up_people_to_a_published_plan_and_leaves_nothing_when_the_event_opens() {
    on_each_database(|app| {
        let (event, mut grace, access) = draft(app);
        tries_out(&mut grace);
        grace.fill("Made-up people", "0").press("Make up people");
        assert_eq!(grace.page.status, 422);
        grace.fill("Made-up people", "24").press("Make up people");
        assert!(grace.page.text.contains("People are made up"), "{}", grace.page.text);
        participant_of_the_team(app);
        assert_eq!(names(app, &event).len(), 25);
        runs_a_round(&mut grace, &app.app, &access);
        let publish = grace.page.link("Publish").to_string();
        grace.open(&publish);
        let mut buttons =
            grace.page.forms.iter().flat_map(|form| &form.buttons).map(|(text, ..)| text.clone());
        let button = buttons.rfind(|text| text.starts_with("Publish")).unwrap();
        grace.press(&button);
        let planned = app.app.store.read(|db| store::meetings::list_planned(db, &event.id)).unwrap();
        assert!(planned.len() >= 20, "{} meetings", planned.len());
        app.pass(chrono::Duration::minutes(15));
        let recipients: Vec<String> = app.sent().iter().filter_map(|mime| recipient(mime)).collect();
        assert!(recipients.iter().all(|to| to.contains(GRACE)), "{recipients:?}");
        signs_in(&mut grace, GRACE, PASSWORD);
        grace.open(&format!("{OFFICE}/state"));
        assert!(grace.page.text.contains("25 people"), "{}", grace.page.text);
        grace.press("Open for registration");
        assert!(grace.page.text.contains("This is deleted for good"), "nothing goes without being asked");
        assert_eq!(state(app), EventState::Trial);
        grace.press("Delete it and open the event");
        assert_eq!(state(app), EventState::Open);
        assert_eq!(names(app, &event), Vec::<String>::new());
        let left = app.app.store.read(|db| {
            let rounds = store::rounds::list(db, &event.id)?.len();
            let meetings = store::meetings::list_planned(db, &event.id)?.len();
            let filter = store::outbox::OutboxFilter { event: Some(event.id.clone()), ..Default::default() };
            let mails = store::outbox::count_found(db, &filter)?;
            let seats = store::events::get(db, &event.id)?.seats_taken;
            Ok::<_, store::StoreError>((rounds, meetings, mails, seats))
        });
        assert_eq!(left.unwrap(), (0, 0, 0, 0));
        // From now on it is real.
        participant(app, "clusters", "Bob", "bob@example.org");
        assert_eq!(names(app, &event), ["Bob"]);
    });
}

fn participant_of_the_team(app: &TestApp) {
    participant(app, "clusters", "Grace", GRACE);
}

fn recipient(mime: &str) -> Option<String> {
    mime.lines().find(|line| line.starts_with("To:")).map(str::to_string)
}

#[test]
fn who_was_there_before_stays_with_what_they_had() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for name in ["Ada", "Bob"] {
            participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase()));
        }
        meet(app, &event, "Ada", "Bob");
        let access = access::change_as_operator(&app.app, "clusters").unwrap();
        // As if both had been imported into a draft.
        app.app.store.write(|db| draft_again(db, &event)).unwrap();
        app.pass(chrono::Duration::hours(1));
        event_state::set(&app.app, &access, EventState::Trial).unwrap();
        let [writer, bob] = ["Ada", "Bob"].map(|name| id_of(app, &event, name));
        let own = access::own_as_operator(&app.app, &writer).unwrap();
        direct_messages::send(&app.app, &own, &bob, "Does this work?").unwrap();
        direct_messages::set_muted(&app.app, &own, &bob, true).unwrap();
        // A cancellation mails nobody.
        let ada = access::own_as_operator(&app.app, &id_of(app, &event, "Ada")).unwrap();
        let before = app.sent().len();
        registrations::cancel(&app.app, &ada).unwrap();
        app.pass(chrono::Duration::minutes(15));
        assert_eq!(app.sent().len(), before);
        event_state::set(&app.app, &access, EventState::Draft).unwrap();
        let mut left = names(app, &event);
        left.sort();
        assert_eq!(left, ["Ada", "Bob"]);
        assert_eq!(state(app), EventState::Draft);
        let said = app.app.store.read(|db| {
            let written = store::direct_messages::list_of(db, &writer)?.len();
            Ok::<_, store::StoreError>((written, store::direct_messages::muted_by(db, &writer)?.len()))
        });
        assert_eq!(said.unwrap(), (0, 0), "what was tried out is not kept");
        let seats = app.app.store.read(|db| store::events::get(db, &event.id)).unwrap().seats_taken;
        assert_eq!(seats, 1, "Ada has cancelled");
    });
}

fn draft_again(db: &mut store::Db, event: &Event) -> Result<(), store::StoreError> {
    let event = Event { state: EventState::Draft, ..event.clone() };
    store::events::update(db, &event, event_time())
}

fn event_time() -> chrono::DateTime<chrono::Utc> {
    crate::support::app::first_moment()
}

#[test]
fn what_is_public_is_not_tried_out_and_a_draft_mails_nobody_either() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let access = access::change_as_operator(&app.app, "clusters").unwrap();
        let refused = event_state::set(&app.app, &access, EventState::Trial).unwrap_err();
        assert!(refused.to_string().contains("problem-trial-public"), "{refused}");
        participant(app, "clusters", "Ada", "ada@example.org");
        app.app.store.write(|db| draft_again(db, &event)).unwrap();
        let before = app.mails_to("ada@example.org").len();
        let ada = access::own_as_operator(&app.app, &id_of(app, &event, "Ada")).unwrap();
        registrations::cancel(&app.app, &ada).unwrap();
        assert_eq!(app.mails_to("ada@example.org").len(), before);
    });
}

#[test]
fn a_plan_is_not_published_where_nobody_would_be_told() {
    on_each_database(|app| {
        let (_, mut grace, access) = draft(app);
        tries_out(&mut grace);
        grace.fill("Made-up people", "12").press("Make up people");
        // As if they had been imported before: the trial run ends, they stay.
        let later = app.app.clock.now() + chrono::Duration::minutes(1);
        app.app
            .store
            .write(|db| {
                store::trials::end(db, &access.event().id)?;
                store::trials::begin(db, &access.event().id, later)
            })
            .unwrap();
        app.pass(chrono::Duration::minutes(2));
        runs_a_round(&mut grace, &app.app, &access);
        let round = grace.page.path.clone();
        let rule = |db: &mut store::Db| {
            let people = store::participants::list_in_states(db, &access.event().id, &["registered"])?;
            let [a, b, ..] = people.as_slice() else { panic!("{} people", people.len()) };
            let (first, second) = if a.id < b.id { (&a.id, &b.id) } else { (&b.id, &a.id) };
            let rule = PairRule {
                a: first.clone(),
                b: second.clone(),
                kind: PairRuleKind::Forbid,
                slot: None,
                table: None,
            };
            store::rounds::put_pair_rule(db, &access.event().id, &rule, app.app.clock.now())
        };
        app.app.store.write(rule).unwrap();
        event_state::set(&app.app, &access, EventState::Draft).unwrap();
        let rules = app.app.store.read(|db| store::rounds::list_pair_rules(db, &access.event().id)).unwrap();
        assert!(rules.is_empty(), "an experiment with a pair is none of the real round");
        assert_eq!(names(app, access.event()).len(), 12);
        runs_a_round(&mut grace, &app.app, &access);
        grace.open(&format!("{}/publish", grace.page.path.clone()));
        assert!(
            grace.page.text.contains("nobody would be told of the plan"),
            "{}: {}",
            round,
            grace.page.text
        );
    });
}
