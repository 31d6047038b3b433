//! The demo event: the same for the same seed, with everything that its pages are to show.

use std::collections::HashSet;

use rendezvous::app::App;
use rendezvous::domain::participant::{InterestKind, Participant};
use rendezvous::domain::registration::RegistrationState;
use rendezvous::domain::wish::WishKind;
use rendezvous::services::demo::{self, Demo};
use rendezvous::store;

use crate::databases::{app_on_each_database, now, on_sqlite};

fn everyone(app: &App, demo: &Demo) -> Vec<Participant> {
    app.store
        .read(|db| store::participants::list_in_states(db, &demo.event, &RegistrationState::CODES))
        .unwrap()
}

fn count_in(app: &App, demo: &Demo, state: &'static str) -> usize {
    app.store.read(|db| store::participants::list_in_states(db, &demo.event, &[state])).unwrap().len()
}

#[test]
fn the_demo_has_as_many_people_as_asked_and_some_in_each_state() {
    app_on_each_database(|app| {
        let demo = demo::fill(app, 250, 7).unwrap();
        assert_eq!(everyone(app, &demo).len(), 250);
        assert_eq!(demo.registered.len(), 230);
        assert_eq!(count_in(app, &demo, "registered"), 230);
        assert_eq!(count_in(app, &demo, "cancelled"), 2);
        assert_eq!(count_in(app, &demo, "unconfirmed"), 4);
        assert_eq!(count_in(app, &demo, "waiting_list"), 14);
        let event = app.store.read(|db| store::events::get(db, &demo.event)).unwrap();
        assert_eq!(event.seats_taken, 230);
        assert_eq!(event.capacity, Some(230), "somebody can wait only where the seats are taken");
        assert!(event.takes_registrations(now()));
    });
}

#[test]
fn the_same_seed_makes_the_same_people_and_another_seed_others() {
    let names = |seed: u64| {
        let found = std::cell::RefCell::new(Vec::new());
        on_sqlite(|app| {
            let demo = demo::fill(app, 60, seed).unwrap();
            *found.borrow_mut() = everyone(app, &demo).into_iter().map(|one| one.profile).collect();
        });
        found.into_inner()
    };
    assert_eq!(names(3), names(3));
    assert_ne!(names(3), names(4));
}

#[test]
fn the_people_come_from_thirty_countries_and_have_addresses_that_nobody_can_own() {
    on_sqlite(|app| {
        let demo = demo::fill(app, 250, 7).unwrap();
        let people = everyone(app, &demo);
        let countries: HashSet<&str> = people.iter().map(|one| one.profile.person.country.as_str()).collect();
        assert_eq!(countries.len(), 30);
        for one in &people {
            let person = &one.profile.person;
            let address = person.email.as_ref().unwrap().as_str();
            let (_, domain) = address.rsplit_once('@').unwrap();
            assert!(domain.ends_with(".example.org") || domain.ends_with(".example.com"), "{address}");
            assert!(address.is_ascii(), "{address}");
            assert!(!person.organisation.contains(['{', '}']), "{}", person.organisation);
            assert!(person.participant_type.is_some());
        }
        assert!(people.iter().any(|one| !one.profile.person.name.is_ascii()), "some names have diacritics");
    });
}

#[test]
fn however_many_people_there_are_one_name_is_one_organisation_of_one_kind_and_country() {
    on_sqlite(|app| {
        let demo = demo::fill(app, 2_500, 7).unwrap();
        let mut known = std::collections::HashMap::new();
        for one in everyone(app, &demo) {
            let person = one.profile.person;
            let what = (person.country, person.organisation_type, person.participant_type);
            let first = known.entry(person.organisation.clone()).or_insert_with(|| what.clone());
            assert_eq!(*first, what, "{}", person.organisation);
        }
        assert!(known.len() > 1_000, "{} organisations", known.len());
    });
}

#[test]
fn everyone_offers_and_seeks_something_and_nobody_seeks_what_they_offer() {
    on_sqlite(|app| {
        let demo = demo::fill(app, 250, 11).unwrap();
        for one in everyone(app, &demo) {
            let of =
                |kind| one.profile.interests.iter().filter(move |own| own.kind == kind).map(|own| &own.topic);
            let offered: HashSet<_> = of(InterestKind::Offer).collect();
            assert!(!offered.is_empty());
            assert!(of(InterestKind::Seek).all(|topic| !offered.contains(topic)));
            assert!(one.profile.interests.iter().all(|own| !own.text.contains("{t}")));
        }
    });
}

#[test]
fn nobody_is_in_two_sessions_at_once_and_slots_do_not_overlap() {
    on_sqlite(|app| {
        let demo = demo::fill(app, 100, 5).unwrap();
        let lists = app.store.read(|db| store::programme::get(db, &demo.event)).unwrap();
        assert_eq!(lists.slots.len(), 14);
        assert!(lists.slots.windows(2).all(|pair| pair[0].ends_at <= pair[1].starts_at));
        for one in everyone(app, &demo) {
            let own = &one.profile.attendance.sessions;
            let mut times: Vec<_> = lists
                .sessions
                .iter()
                .filter(|session| own.contains(&session.id))
                .map(|session| (session.starts_at, session.ends_at))
                .collect();
            times.sort();
            assert!(times.windows(2).all(|pair| pair[0].1 <= pair[1].0));
        }
    });
}

#[test]
fn wishes_are_between_people_with_a_seat_and_some_are_mutual() {
    on_sqlite(|app| {
        let demo = demo::fill(app, 250, 7).unwrap();
        let wishes = app.store.read(|db| store::wishes::list_all(db, &demo.event)).unwrap();
        let registered: HashSet<_> = demo.registered.iter().collect();
        assert!(wishes.iter().all(|wish| registered.contains(&wish.from) && registered.contains(&wish.to)));
        let wanted: HashSet<_> = wishes
            .iter()
            .filter(|wish| wish.kind == WishKind::Wish)
            .map(|wish| (&wish.from, &wish.to))
            .collect();
        let mutual = wanted.iter().filter(|(from, to)| wanted.contains(&(*to, *from))).count();
        assert!(mutual >= 20, "{mutual} of {}", wanted.len());
        assert!(wishes.iter().any(|wish| wish.kind == WishKind::Block));
    });
}

#[test]
fn filling_again_finds_the_event_and_gives_the_organiser_a_new_password() {
    app_on_each_database(|app| {
        let first = demo::fill(app, 40, 7).unwrap();
        let second = demo::fill(app, 40, 7).unwrap();
        assert!(first.is_new && !second.is_new);
        assert_eq!(first.event, second.event);
        assert_eq!(first.organiser, second.organiser);
        assert_ne!(first.organiser_password, second.organiser_password);
        assert_eq!(everyone(app, &second).len(), 40);
    });
}

#[test]
fn small_demos_hold_together_too() {
    for count in [1, 2, 10, 11, 29] {
        on_sqlite(|app| {
            let demo = demo::fill(app, count, 1).unwrap();
            assert_eq!(everyone(app, &demo).len(), count);
            assert!(!demo.registered.is_empty());
        });
    }
}
