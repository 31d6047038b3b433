//! Several spellings of one organisation become one for everybody who has them, and two entries of one person become one.

use std::collections::BTreeMap;

use chrono::Duration;
use rendezvous::domain::account::Role;
use rendezvous::domain::consent::ConsentPurpose;
use rendezvous::domain::direct_message::{DirectMessage, MessageKind};
use rendezvous::domain::event::Event;
use rendezvous::domain::ids::{MeetingId, MessageId, ParticipantId};
use rendezvous::domain::meeting::{Meeting, MeetingState};
use rendezvous::domain::registration::RegistrationState;
use rendezvous::domain::round::{Round, RoundMeeting, RoundState};
use rendezvous::domain::same_organisation::groups;
use rendezvous::domain::subscription::Series;
use rendezvous::domain::wish::{Wish, WishKind};
use rendezvous::store::{self, StoreError, participants};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::{participant, signs_up};
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

fn together(names: &[&str]) -> Vec<Vec<String>> {
    let counted: BTreeMap<String, usize> = names.iter().map(|name| ((*name).to_string(), 1)).collect();
    let sorted = |group: Vec<_>| {
        let mut names: Vec<String> =
            group.into_iter().map(|one: rendezvous::domain::same_organisation::Spelling| one.name).collect();
        names.sort();
        names
    };
    groups(&counted).into_iter().map(sorted).collect()
}

#[test]
fn marks_case_legal_forms_and_one_slip_do_not_make_another_organisation() {
    for same in [
        ["Müller Maschinen GmbH", "MUELLER MASCHINEN"],
        ["Müller Maschinen", "Muller-Maschinen GmbH"],
        ["Wasserforum e.V.", "Wasserforum e. V."],
        ["Société Générale S.A.", "Societe Generale"],
        ["Fraunhofer-Institut", "Fraunhofer Insitut"],
        ["Fraunhofer", "Fraunhoffer"],
        ["Fraunhofer", "Fruanhofer"],
        ["Łódź Cluster", "Lodz cluster"],
        ["The Water Company Ltd", "Water Company"],
    ] {
        assert_eq!(together(&same).len(), 1, "{same:?}");
    }
    for different in [
        ["Institut 1 Berlin", "Institut 2 Berlin"],
        ["BASF", "BASE"],
        ["GmbH", "AG"],
        ["Wasserforum Nord", "Wasserforum Süd"],
        ["!!!", "???"],
    ] {
        assert_eq!(together(&different), Vec::<Vec<String>>::new(), "{different:?}");
    }
}

fn imported(app: &TestApp, list: &str) -> (Event, Visitor) {
    let event = an_event(app).make();
    let mut owner = with_role(app, "olga@example.org", &event.id, Role::Owner);
    owner.open("/organiser/events/clusters/import");
    owner.press_with_file("Show what would change", "file", "list.csv", list);
    owner.press("Import all 5 rows");
    (event, owner)
}

fn id_of(app: &TestApp, event: &Event, name: &str) -> ParticipantId {
    let codes = RegistrationState::CODES;
    let people = app.app.store.read(|db| participants::list_in_states(db, &event.id, &codes)).unwrap();
    people.into_iter().find(|one| one.profile.person.name == name).unwrap().id
}

fn organisations(app: &TestApp, event: &Event) -> Vec<String> {
    let codes = RegistrationState::CODES;
    let people = app.app.store.read(|db| store::participants::list_in_states(db, &event.id, &codes)).unwrap();
    people.into_iter().map(|one| one.profile.person.organisation).collect()
}

#[test]
fn spellings_of_an_organisation_are_merged_on_one_page_for_all_who_have_them() {
    on_each_database(|app| {
        let list = "Name;Email;Organisation;Country\n\
            Ada;ada@example.org;Müller Maschinen GmbH;DE\n\
            Bob;bob@example.org;Müller Maschinen GmbH;DE\n\
            Cem;cem@example.org;MUELLER MASCHINEN;DE\n\
            Dan;dan@example.org;Wasserforum;DE\n\
            Eva;eva@example.org;WF e.V.;DE\n";
        let (event, mut owner) = imported(app, list);
        owner.open("/organiser/events/clusters/participants");
        let page = owner.follow("Organisations").clone();
        assert!(page.text.contains("Müller Maschinen GmbH (2 people)"), "{}", page.text);
        let done = owner.press("Merge them: Müller Maschinen GmbH").clone();
        assert!(done.text.contains("Merged."), "{}", done.text);
        assert!(done.text.contains("No two spellings look alike."), "{}", done.text);
        let all = organisations(app, &event);
        assert_eq!(all.iter().filter(|one| *one == "Müller Maschinen GmbH").count(), 3, "{all:?}");

        let refused = owner.fill("Spelling that goes", "Nobody Ltd").press("Merge these two").clone();
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("Say which spelling stays."), "{}", refused.text);
        owner.fill("Spelling that stays", "Wasserforum");
        assert!(owner.press("Merge these two").text.contains("Nobody has a spelling that would change."));
        owner.fill("Spelling that goes", "WF e.V.").press("Merge these two");
        assert!(!organisations(app, &event).contains(&"WF e.V.".to_string()), "{}", owner.page.text);
        let found = owner.open("/organiser/events/clusters/participants?search=wasserforum").clone();
        assert!(found.text.contains("Eva"), "it is found by its new name: {}", found.text);
        assert!(
            owner.open("/organiser/events/clusters/log").text.contains("Spellings of an organisation merged")
        );
    });
}

#[test]
fn two_entries_of_one_person_become_one_with_what_hangs_on_both() {
    on_each_database(|app| {
        let list = "Name;Email;Organisation;Country;City;Offers\n\
            Ada Lovelace;ada@example.org;Engines Ltd;GB;London;Batteries\n\
            A. Lovelace;a.lovelace@example.org;Engines Ltd;GB;Paris;Hydrogen\n\
            Bob Builder;bob@example.org;Bolts;DE;Bonn;Batteries\n\
            Cem Cook;cem@example.org;Cakes;DE;Bonn;\n\
            Dan Diver;dan@example.org;Deep;DE;Bonn;\n";
        let (event, mut owner) = imported(app, list);
        let id = |name: &str| id_of(app, &event, name);
        let (ada, other, bob) = (id("Ada Lovelace"), id("A. Lovelace"), id("Bob Builder"));
        app.app
            .store
            .write(|db| {
                let wish = |from: &ParticipantId, to: &ParticipantId, kind| Wish {
                    from: from.clone(),
                    to: to.clone(),
                    kind,
                    message: "About pipes".to_string(),
                    shown: true,
                    created_at: app.app.clock.now(),
                };
                store::wishes::put(db, &event.id, &wish(&ada, &bob, WishKind::Wish))?;
                store::wishes::put(db, &event.id, &wish(&other, &bob, WishKind::Block))?;
                store::wishes::put(db, &event.id, &wish(&bob, &other, WishKind::Wish))?;
                for (n, (from, to)) in [(&other, &bob), (&bob, &ada), (&ada, &other)].into_iter().enumerate()
                {
                    let message = DirectMessage {
                        id: MessageId(format!("message-{n}")),
                        event: event.id.clone(),
                        from: from.clone(),
                        to: to.clone(),
                        kind: MessageKind::Text,
                        text: "About pipes".to_string(),
                        is_delivered: true,
                        sent_at: app.app.clock.now(),
                    };
                    store::direct_messages::insert(db, &message)?;
                }
                let now = Some(app.app.clock.now());
                for muted in [(&bob, &other), (&bob, &ada), (&other, &ada)] {
                    store::direct_messages::set_muted(db, &event.id, muted, now)?;
                }
                store::wishes::put(db, &event.id, &wish(&ada, &other, WishKind::Wish))
            })
            .unwrap();
        owner.open(&format!("/organiser/events/clusters/participants/{ada}"));
        owner.follow("Merge with another person");
        owner.fill("Name, organisation or address", "lovelace").press("Search");
        let both = owner.follow("A. Lovelace").clone();
        assert!(both.text.contains("London") && both.text.contains("Paris"), "{}", both.text);
        owner.tick("City: Paris").tick("E-mail address: ada@example.org").tick("Name: Ada Lovelace");
        let done = owner.press("Merge both").clone();
        assert!(done.text.contains("Both are one entry now."), "{}", done.text);
        assert!(done.text.contains("Paris") && done.text.contains("Merged with another entry"));
        let (merged, gone) = app
            .app
            .store
            .read(|db| Ok::<_, StoreError>((participants::get(db, &ada)?, participants::get(db, &other)?)))
            .unwrap();
        assert!(gone.profile.person.is_erased());
        assert_eq!(merged.profile.interests.len(), 2, "the topics of both");
        let seats = app.app.store.read(|db| store::events::get(db, &event.id)).unwrap().seats_taken;
        assert_eq!(seats, 4, "one seat is free again");
        let own = app.app.store.read(|db| store::wishes::list_from(db, &ada)).unwrap();
        assert_eq!(own.len(), 1, "nobody wishes for themselves");
        assert_eq!((&own[0].to, own[0].kind), (&bob, WishKind::Block), "an exclusion outdoes a wish");
        let of = app.app.store.read(|db| store::wishes::list_to(db, &ada)).unwrap();
        assert_eq!(of.len(), 1);
        let (written, muted) = app
            .app
            .store
            .read(|db| {
                let written = store::direct_messages::list_of(db, &ada)?;
                Ok::<_, StoreError>((written, store::direct_messages::muted_by(db, &bob)?))
            })
            .unwrap();
        let written: Vec<_> = written.iter().map(|one| (&one.from, &one.to)).collect();
        assert_eq!(written, [(&ada, &bob), (&bob, &ada)], "nobody writes to themselves");
        assert_eq!(muted.len(), 1);
    });
}

#[test]
fn meetings_of_both_move_over_unless_two_are_at_one_time() {
    on_each_database(|app| {
        let list = "Name;Email;Organisation;Country\n\
            Ada Lovelace;ada@example.org;Engines Ltd;GB\n\
            A. Lovelace;a.lovelace@example.org;Motors Ltd;GB\n\
            Bob Builder;bob@example.org;Bolts;DE\n\
            Cem Cook;cem@example.org;Cakes;DE\n\
            Dan Diver;dan@example.org;Deep;DE\n";
        let (event, mut owner) = imported(app, list);
        let id = |name: &str| id_of(app, &event, name);
        let (ada, other, bob, cem) =
            (id("Ada Lovelace"), id("A. Lovelace"), id("Bob Builder"), id("Cem Cook"));
        let slots = app.app.store.read(|db| store::programme::get(db, &event.id)).unwrap().slots;
        let meet = |n: usize, slot: usize, x: &ParticipantId, y: &ParticipantId| {
            let (a, b) = if x < y { (x, y) } else { (y, x) };
            let meeting = Meeting {
                id: MeetingId(format!("meeting-{n}")),
                event: event.id.clone(),
                round: None,
                a: a.clone(),
                b: b.clone(),
                slot: slots[slot].id.clone(),
                starts_at: slots[slot].starts_at,
                ends_at: slots[slot].ends_at,
                table: Some(u32::try_from(n).unwrap()),
                interpreter: None,
                state: MeetingState::Planned,
                terms: Vec::new(),
                sequence: 0,
                updated_at: app.app.clock.now(),
            };
            app.app.store.write(|db| store::meetings::insert(db, &meeting)).unwrap();
        };
        meet(1, 0, &ada, &bob);
        meet(2, 0, &other, &cem);
        let merge = format!("/organiser/events/clusters/participants/{ada}/merge?with={other}");
        owner.open(&merge);
        let refused = owner.press("Merge both").clone();
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("with Bob Builder and with Cem Cook"), "{}", refused.text);
        let first = app.app.store.read(|db| store::meetings::list_planned_of(db, &ada)).unwrap().remove(0);
        app.app.store.write(|db| store::meetings::cancel_all(db, &[&first.id], app.app.clock.now())).unwrap();
        meet(3, 1, &ada, &other);
        owner.open(&merge);
        owner.press("Merge both");
        assert!(owner.page.text.contains("Both are one entry now."), "{}", owner.page.text);
        let planned = app.app.store.read(|db| store::meetings::list_planned(db, &event.id)).unwrap();
        assert_eq!(planned.len(), 1, "nobody meets themselves");
        assert_eq!((planned[0].partner_of(&cem), &planned[0].slot), (&ada, &slots[0].id));
        app.pass(Duration::minutes(11));
        let told = app.mails_to("cem@example.org");
        assert!(told.iter().any(|mail| mail.text.contains("Ada Lovelace")), "{told:#?}");
    });
}

#[test]
fn whoever_has_no_organisation_keeps_none_and_who_is_forgotten_stays_so() {
    on_each_database(|app| {
        let list = "Name;Email;Organisation;Country\n\
            Ada;ada@example.org;;DE\n\
            Bob;bob@example.org;Bolts;DE\n\
            Cem;cem@example.org;Cakes;DE\n\
            Dan;dan@example.org;Deep;DE\n\
            Eva;eva@example.org;Earth;DE\n";
        let (event, mut owner) = imported(app, list);
        let (ada, bob, eva) =
            (id_of(app, &event, "Ada"), id_of(app, &event, "Bob"), id_of(app, &event, "Eva"));
        app.app.store.write(|db| store::erasure::forget_people(db, &[&eva])).unwrap();
        let own = app.app.store.read(|db| participants::get(db, &ada)).unwrap().profile.person.organisation;
        for from in ["", " "] {
            let path = "/organiser/events/clusters/organisations";
            let refused = owner.send(path, &[("from", from), ("into", "Bolts")]);
            assert_eq!(refused.status, 422, "{}", refused.text);
            assert!(refused.text.contains("Nobody has a spelling that would change."), "{}", refused.text);
        }
        let stored = |who: &ParticipantId| app.app.store.read(|db| participants::get(db, who)).unwrap();
        assert_eq!(stored(&ada).profile.person.organisation, own);
        assert_eq!(stored(&bob).profile.person.organisation, "Bolts");
        assert!(stored(&eva).profile.person.is_erased());
    });
}

const FIVE: &str = "Name;Email;Organisation;Country\n\
    Ada Lovelace;ada@example.org;Engines Ltd;GB\n\
    Bob Builder;bob@example.org;Bolts;DE\n\
    Cem Cook;cem@example.org;Cakes;DE\n\
    Dan Diver;dan@example.org;Deep;DE\n\
    Eva Early;eva@example.org;Earth;DE\n";

#[test]
fn who_sees_a_merged_person_is_the_word_of_the_one_whose_address_is_proved() {
    on_each_database(|app| {
        let (event, mut owner) = imported(app, FIVE);
        participant(app, "clusters", "A. Lovelace", "a.lovelace@example.org");
        signs_up(&mut app.visitor(), "clusters", "B. Builder", "b.builder@example.org");
        let id = |name: &str| id_of(app, &event, name);
        let (ada, other, bob, stranger) =
            (id("Ada Lovelace"), id("A. Lovelace"), id("Bob Builder"), id("B. Builder"));
        let (now, hash) = (app.app.clock.now(), app.app.random.token().hash());
        app.app
            .store
            .write(|db| {
                store::subscriptions::stop(db, &other, Series::Reminders, now)?;
                store::feeds::put(db, &other, &hash, now)
            })
            .unwrap();
        owner.open(&format!("/organiser/events/clusters/participants/{ada}/merge?with={other}"));
        owner.tick("Name: Ada Lovelace").press("Merge both");
        assert!(owner.page.text.contains("Both are one entry now."), "{}", owner.page.text);
        let seen = |who: &ParticipantId| {
            app.app
                .store
                .read(|db| {
                    let profile = participants::get(db, who)?.profile;
                    let agreed = store::consents::standing(db, &[who])?.remove(who).unwrap_or_default();
                    let listed = agreed.iter().any(|one| one.purpose == ConsentPurpose::Listed);
                    Ok::<_, StoreError>((profile.listed, listed, profile.shown.codes().len()))
                })
                .unwrap()
        };
        assert_eq!(seen(&ada), (true, true, 3), "who came with a list was never asked");
        let (stopped, feed) = app
            .app
            .store
            .read(|db| {
                Ok::<_, StoreError>((
                    store::subscriptions::is_stopped(db, &ada, Series::Reminders)?,
                    store::feeds::find(db, &hash)?,
                ))
            })
            .unwrap();
        assert_eq!((stopped, feed), (true, Some(ada)), "reminders stay off, and the calendar goes on");

        // Nobody has proved that the form was theirs: what it ticked shows nobody.
        owner.open(&format!("/organiser/events/clusters/participants/{stranger}/merge?with={bob}"));
        owner.press("Merge both");
        assert!(owner.page.text.contains("Both are one entry now."), "{}", owner.page.text);
        assert_eq!(seen(&stranger), (false, false, 0));
    });
}

#[test]
fn nobody_is_merged_whose_meetings_are_in_a_draft() {
    on_each_database(|app| {
        let (event, mut owner) = imported(app, FIVE);
        let id = |name: &str| id_of(app, &event, name);
        let (ada, bob, mut pair) =
            (id("Ada Lovelace"), id("Bob Builder"), [id("Bob Builder"), id("Cem Cook")]);
        pair.sort();
        let [a, b] = pair;
        let now = app.app.clock.now();
        let mut round = Round {
            id: app.app.random.id(now),
            event: event.id.clone(),
            number: 1,
            state: RoundState::Draft,
            settings: "{}".to_string(),
            seed: 1,
            report: "{}".to_string(),
            created_at: now,
            published_at: None,
            withdrawn_at: None,
            discarded_at: None,
        };
        let drafted = |db: &mut store::Db| {
            let slot = store::agenda::list_slots(db, &event.id)?.remove(0).id;
            let (a, b) = (a.clone(), b.clone());
            let meeting =
                RoundMeeting { a, b, slot, table: Some(1), interpreter: None, weight: 1, terms: Vec::new() };
            store::rounds::insert(db, &round)?;
            store::rounds::replace_meetings(db, &round.id, &[meeting])
        };
        app.app.store.write(drafted).unwrap();
        let merge = format!("/organiser/events/clusters/participants/{ada}/merge?with={bob}");
        owner.open(&merge);
        let refused = owner.press("Merge both").clone();
        assert_eq!(refused.status, 422, "{}", refused.text);
        assert!(refused.text.contains("Round 1 is not published yet"), "{}", refused.text);
        round.state = RoundState::Failed;
        app.app.store.write(|db| store::rounds::update(db, &round)).unwrap();
        owner.open(&merge);
        owner.press("Merge both");
        assert!(owner.page.text.contains("Both are one entry now."), "{}", owner.page.text);
    });
}
