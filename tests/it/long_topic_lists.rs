//! A list of two thousand topics: a form shows a part of it, found by words or turned to, and keeps what was ticked elsewhere.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::ids::TopicId;
use rendezvous::domain::lang::{Lang, Localised};
use rendezvous::domain::participant::InterestKind;
use rendezvous::store;

use super::support::app::{TestApp, on_each_database};
use super::support::build::an_event;
use super::support::journeys::{answers_the_profile, answers_the_step, is_signed_up, participant};
use super::support::organisers::with_role;
use super::support::page::Kind;
use super::support::visitor::Visitor;

const MANY: usize = 2_200;
/// What a page of such a form may weigh.
const LIGHT: usize = 200_000;

/// An event with so many topics, below main topics of twenty.
fn with_topics(app: &TestApp) -> Event {
    let event = an_event(app).at("clusters").make();
    app.app
        .store
        .write(|db| {
            let mut main = None;
            for n in 0..u32::try_from(MANY).unwrap() {
                let topic = rendezvous::domain::event::Topic {
                    id: id(n),
                    parent: main.clone().filter(|_| n % 20 != 0),
                    label: Localised::one(Lang::En, format!("Matter {n} of some length")),
                };
                if n % 20 == 0 {
                    main = Some(id(n));
                }
                store::programme::insert_topic(db, &event.id, &topic, 100 + n)?;
            }
            Ok::<_, store::StoreError>(())
        })
        .unwrap();
    event
}

fn id(n: u32) -> TopicId {
    TopicId(format!("topic-of-a-length-as-ids-have-it-{n:04}"))
}

fn ticks(visitor: &mut Visitor, side: &str, n: u32) {
    let name = format!("{side}-{}", id(n));
    let path = visitor.page.path.clone();
    let mut fields = visitor.page.forms.iter_mut().flat_map(|form| &mut form.fields);
    fields.find(|field| field.name == name).unwrap_or_else(|| panic!("no {name} at {path}")).kind =
        Kind::Tick(true);
}

fn is_ticked(visitor: &Visitor, side: &str, n: u32) -> bool {
    let name = format!("{side}-{}", id(n));
    let mut fields = visitor.page.forms.iter().flat_map(|form| &form.fields);
    fields.any(|field| field.name == name && field.kind == Kind::Tick(true))
}

fn is_light(visitor: &Visitor) {
    let page = &visitor.page;
    assert!(page.html.len() < LIGHT, "{} bytes at {}", page.html.len(), page.path);
}

fn searches(visitor: &mut Visitor, words: &str) {
    visitor.fill("Find a topic", words).press("Search topics");
    is_light(visitor);
}

fn interests(app: &TestApp, event: &Event, name: &str) -> Vec<(InterestKind, String, String)> {
    let everyone = app
        .app
        .store
        .read(|db| store::participants::list_in_states(db, &event.id, &["registered", "unconfirmed"]));
    let one = everyone.unwrap().into_iter().find(|one| one.profile.person.name == name).unwrap();
    one.profile.interests.into_iter().map(|own| (own.kind, own.topic.0, own.text)).collect()
}

#[test]
fn while_registering_nothing_ticked_is_lost_by_searching_turning_pages_or_another_language() {
    on_each_database(|app| {
        let event = with_topics(app);
        let mut ada = app.visitor();
        ada.open("/e/clusters/register");
        answers_the_profile(&mut ada, "Ada", "ada@example.org");
        ada.press("Continue");
        is_light(&ada);
        ticks(&mut ada, "offer", 3);
        ada.fill_named(&format!("offer_text-{}", id(3)), "In my own words.");
        ada.press("Next page");
        is_light(&ada);
        assert!(is_ticked(&ada, "offer", 3), "what is ticked stands above the list");
        ticks(&mut ada, "seek", 60);
        searches(&mut ada, "matter 2187");
        ticks(&mut ada, "seek", 2187);
        ada.switch_language("Deutsch");
        assert!(ada.page.text.contains("Ihre Themen"), "{}", ada.page.text);
        for (side, n) in [("offer", 3), ("seek", 60), ("seek", 2187)] {
            assert!(is_ticked(&ada, side, n), "{side} {n}: {}", ada.page.text);
        }
        ada.open("/e/clusters/register/topics?lang=en");
        // Whoever presses enter in the search field means the search.
        ada.fill("Find a topic", "nothing is called so").press("Continue");
        assert!(ada.page.text.contains("No other topic for “nothing is called so”"), "{}", ada.page.text);
        ada.press("Continue");
        while !is_signed_up(&ada) {
            answers_the_step(&mut ada, "Ada", "ada@example.org");
        }
        assert!(is_signed_up(&ada), "{}", ada.page.text);
        let mut own = interests(app, &event, "Ada");
        own.sort();
        let expected = [
            (InterestKind::Offer, id(3).0, "In my own words.".to_string()),
            (InterestKind::Seek, id(60).0, String::new()),
            (InterestKind::Seek, id(2187).0, String::new()),
        ];
        assert_eq!(own, expected);
    });
}

#[test]
fn a_form_of_many_ticks_stays_light_and_keeps_those_that_no_page_shows() {
    on_each_database(|app| {
        let event = with_topics(app);
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        ada.open("/e/clusters/my/topics");
        for start in (0..200).step_by(40) {
            searches(&mut ada, "matter");
            let shown: Vec<u32> = (0..2_200)
                .filter(|n| {
                    let name = format!("offer-{}", id(*n));
                    let mut fields = ada.page.forms.iter().flat_map(|form| &form.fields);
                    fields.any(|field| field.name == name && field.kind == Kind::Tick(false))
                })
                .collect();
            assert!(!shown.is_empty(), "after {start}");
            shown.into_iter().for_each(|n| ticks(&mut ada, "offer", n));
            ada.press("Next page");
            is_light(&ada);
        }
        assert!(ada.page.text.contains("more ticked topics are not on this page"), "{}", ada.page.text);
        ada.press("Save");
        let mut bob = participant(app, "clusters", "Bob", "bob@example.org");
        bob.open("/e/clusters/my/people");
        is_light(&bob);
        bob.fill("Words of the topic", "matter 3").press("Show");
        assert!(bob.page.text.contains("Ada"), "{}", bob.page.text);
        bob.fill("Words of the topic", "matter 2199").press("Show");
        assert!(!bob.page.text.contains("Ada"), "{}", bob.page.text);
        let saved = interests(app, &event, "Ada").len();
        assert!(saved >= 160, "{saved} are kept");
        // An organiser changes one of them; all others stay.
        let participant = super::support::build::id_of(app, &event, "Ada");
        let mut owner = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        owner.open(&format!("/organiser/events/clusters/participants/{participant}/interests"));
        is_light(&owner);
        searches(&mut owner, "matter 2001");
        ticks(&mut owner, "seek", 2001);
        owner.press("Save");
        assert_eq!(interests(app, &event, "Ada").len(), saved + 1, "{}", owner.page.text);
    });
}

#[test]
fn organisers_find_a_topic_and_the_one_to_merge_it_into() {
    on_each_database(|app| {
        let event = with_topics(app);
        let mut owner = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        owner.open("/organiser/events/clusters/topics");
        is_light(&owner);
        owner.follow("Next page");
        assert!(owner.page.text.contains("51 to 100 of"), "{}", owner.page.text);
        owner.fill("Find a topic", "matter 2187").press("Show");
        owner.follow("Change Matter 2187");
        owner.follow("Merge");
        is_light(&owner);
        owner.fill("Find a topic", "matter 1234").press("Show");
        owner.choose("Other topic", "Matter 1234 of some length").press("Merge");
        let lists = app.app.store.read(|db| store::programme::get(db, &event.id)).unwrap();
        assert!(lists.topics.iter().all(|topic| topic.id != id(2187)), "{}", owner.page.text);
    });
}
