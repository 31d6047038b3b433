//! An event is made like another one: everything but its people comes along, on the new days.

use chrono::{Duration, NaiveDate, NaiveTime};
use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, EventState, Programme};
use rendezvous::domain::lang::{Lang, Localised};
use rendezvous::domain::mail::MailKind;
use rendezvous::domain::mail_words::OwnWords;
use rendezvous::domain::nudge::Nudge;
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::{access, demo, rounds};
use rendezvous::store::{self, StoreError, events, participants, programme};
use rendezvous::zones::Zone;

use crate::support::app::{TestApp, on_each_database};
use crate::support::organisers::{account, signs_in};
use crate::support::visitor::Visitor;

fn stored(app: &TestApp, slug: &str) -> (Event, Programme) {
    let read = |db: &mut store::Db| {
        let event = events::get_by_slug(db, slug)?;
        let lists = programme::get(db, &event.id)?;
        Ok::<_, StoreError>((event, lists))
    };
    app.app.store.read(read).unwrap()
}

/// The office of an event of 20 people with a published round.
fn office(app: &TestApp) -> (Visitor, demo::Demo) {
    let made = demo::fill(&app.app, 20, 1).unwrap();
    let own = OwnWords { after: Localised::one(Lang::En, "See you there"), ..OwnWords::default() };
    let words = |db: &mut store::Db| {
        let event = events::get(db, &made.event)?;
        let mail_words = event.mail_words.clone().with(MailKind::Registered, own.clone());
        store::nudges::replace(db, &made.event, &[(Nudge::Wish, 5)])?;
        events::update(db, &Event { mail_words, ..event }, app.app.clock.now())
    };
    app.app.store.write(words).unwrap();
    let own = access::change_as(&app.app, &made.organiser, made.slug).unwrap();
    let settings =
        RoundSettings { effort: Effort::Quick, quota_percent: Some(37), ..RoundSettings::default() };
    let round = rounds::run(&app.app, &own, &settings, Some(1)).unwrap();
    rounds::publish(&app.app, &own, round.number).unwrap();
    let mut visitor = app.visitor();
    signs_in(&mut visitor, made.organiser_email, &made.organiser_password);
    (visitor, made)
}

/// When everything on an agenda begins on the clocks of its zone, as days after the event's first.
fn on_the_clock(event: &Event, lists: &Programme) -> Vec<(i64, NaiveTime)> {
    let zone: Zone = event.time_zone;
    let all = lists.starts().chain(lists.slots.iter().map(|slot| slot.starts_at));
    let local = all.map(|at| at.with_timezone(&zone).naive_local());
    local.map(|at| ((at.date() - event.starts_on).num_days(), at.time())).collect()
}

/// What the lists say, in their order, without ids.
fn said(lists: &Programme) -> String {
    let places = |id: &rendezvous::domain::ids::TypeId| lists.types.iter().position(|kind| kind.id == *id);
    let types: Vec<_> = lists.types.iter().map(|kind| &kind.label).collect();
    let mut rules: Vec<_> = lists
        .type_rules
        .iter()
        .map(|pair| {
            let mut both = [places(&pair.a), places(&pair.b)];
            both.sort();
            (both, pair.rule)
        })
        .collect();
    rules.sort_by_key(|(both, _)| *both);
    let topics: Vec<_> = lists
        .topics
        .iter()
        .map(|topic| {
            (&topic.label, topic.parent.as_ref().map(|id| lists.topics.iter().position(|one| one.id == *id)))
        })
        .collect();
    let questions: Vec<_> = lists
        .questions
        .iter()
        .map(|asked| {
            let choices: Vec<_> = asked.choices.iter().map(|choice| &choice.label).collect();
            let after = asked.condition.as_ref().map(|condition| {
                let place = lists.questions.iter().position(|one| one.id == condition.question);
                let earlier = place.map(|place| &lists.questions[place]);
                let choice = earlier
                    .and_then(|one| one.choices.iter().position(|choice| choice.id.0 == condition.answer));
                (place, choice)
            });
            let types: Vec<_> = asked.types.iter().map(&places).collect();
            (&asked.label, choices, after, types, asked.kind, asked.required, asked.purpose)
        })
        .collect();
    let sessions: Vec<_> = lists.sessions.iter().map(|one| (&one.title, &one.place)).collect();
    let blocks: Vec<_> =
        lists.blocks.iter().map(|one| (&one.label, one.slot_minutes, one.slot_count)).collect();
    format!("{types:#?} {rules:#?} {topics:#?} {questions:#?} {sessions:#?} {blocks:#?}")
}

#[test]
fn an_event_like_the_last_one_has_all_of_it_but_its_people_on_its_own_days() {
    on_each_database(|app| {
        let (mut office, made) = office(app);
        let viewer = account(app, "viewer@example.org", Some((&made.event, Role::Viewer)));
        let (before, lists) = stored(app, made.slug);
        office.open(&format!("/organiser/events/{}", made.slug));
        office.follow("Make another event like this one");
        assert!(office.page.text.contains(before.name_in(Lang::En)), "{}", office.page.text);
        // From winter into summer: what began at nine begins at nine.
        let first = NaiveDate::from_ymd_opt(2030, 7, 3).unwrap();
        office.fill("Name (English)", "The next one").fill("First day", "2030-07-03");
        office.fill("Name in addresses", "next-one").press("Create event");
        assert!(office.page.text.contains("Your event is there"), "{}", office.page.text);

        let (after, copy) = stored(app, "next-one");
        assert_eq!((after.state, after.starts_on, after.seats_taken), (EventState::Draft, first, 0));
        assert_eq!(after.ends_on - after.starts_on, before.ends_on - before.starts_on);
        assert!(after.mail_words.of(MailKind::Registered).is_some());
        let days = app.app.store.read(|db| store::nudges::list(db, &after.id)).unwrap();
        assert_eq!(days, [(Nudge::Wish, 5)]);
        assert_eq!(
            (&after.summary, &after.description, &after.venue, &after.accent, &after.mail_words),
            (&before.summary, &before.description, &before.venue, &before.accent, &before.mail_words)
        );
        for (list, is_there) in [
            ("types", !lists.types.is_empty()),
            ("topics below others", lists.topics.iter().any(|topic| topic.parent.is_some())),
            ("questions asked after others", lists.questions.iter().any(|asked| asked.condition.is_some())),
            ("slots", !lists.slots.is_empty()),
        ] {
            assert!(is_there, "the event has no {list}");
        }
        assert_eq!(said(&copy), said(&lists));
        assert_eq!(on_the_clock(&after, &copy), on_the_clock(&before, &lists));
        let people =
            |db: &mut store::Db| participants::list_in_states(db, &after.id, &["registered", "unconfirmed"]);
        assert!(app.app.store.read(people).unwrap().is_empty());
        let role = app.app.store.read(|db| events::role_of(db, &after.id, &viewer.id)).unwrap();
        assert_eq!(role, Some(Role::Viewer));

        // Its first round begins as the last one was asked.
        office.open("/organiser/events/next-one/rounds/new");
        assert!(office.page.html.contains("value=\"37\""), "{}", office.page.text);
        // The one before is as it was.
        assert_eq!(stored(app, made.slug), (before, lists));
    });
}

#[test]
fn a_name_and_an_address_with_a_year_have_the_next_year_in_them() {
    on_each_database(|app| {
        let (mut office, made) = office(app);
        let (mut event, _) = stored(app, made.slug);
        let year = event.starts_on.format("%Y").to_string();
        event.name = event.name.with(Lang::En, format!("Annual meeting {year}"));
        event.slug = format!("annual-{year}");
        app.app.store.write(|db| events::update(db, &event, app.app.clock.now())).unwrap();
        office.open("/organiser/events/new");
        let entry = format!("Annual meeting {year}");
        let listed = office.page.html.split("<option").find(|option| option.contains(&entry)).unwrap();
        assert!(listed.contains(&event.slug), "{listed}");
        office.open(&format!("/organiser/events/new?like={}", event.slug));
        let next = (event.starts_on + Duration::days(366)).format("%Y").to_string();
        assert!(
            office.page.html.contains(&format!("value=\"Annual meeting {next}\"")),
            "{}",
            office.page.text
        );
        assert!(office.page.html.contains(&format!("value=\"annual-{next}\"")), "{}", office.page.text);
        // The days are asked for.
        office.press("Create event");
        assert!(
            office.page.text.contains("Your event is not") || office.page.status >= 400,
            "{}",
            office.page.text
        );
        assert!(office.page.html.contains(&format!("name=\"like\" value=\"{}\"", event.slug)));
    });
}

#[test]
fn only_administrators_make_an_event_like_another_and_only_of_one_that_is_there() {
    on_each_database(|app| {
        let (mut office, made) = office(app);
        assert_eq!(office.get("/organiser/events/new?like=no-such-event").status, 404);
        let mut organiser =
            crate::support::organisers::with_role(app, "organiser@example.org", &made.event, Role::Owner);
        organiser.open(&format!("/organiser/events/{}", made.slug));
        assert!(!organiser.page.text.contains("Make another event like this one"));
        assert_eq!(organiser.get(&format!("/organiser/events/new?like={}", made.slug)).status, 403);
    });
}
