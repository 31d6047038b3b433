//! The day itself: helpers at the door see who comes and where they are expected, check them in, register who comes without a
//! registration, help who waits in vain, and see and do nothing else.

use rendezvous::domain::account::Role;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::participant::Source;
use rendezvous::store::{self, StoreError};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of, meet};
use crate::support::journeys::participant;
use crate::support::organisers::{PASSWORD, signs_in, with_role};
use crate::support::rounds::{planned, published};
use crate::support::visitor::Visitor;

const DOOR: &str = "/organiser/events/clusters/door";
const LIST: &str = "/organiser/events/clusters/participants";

fn check_ins(app: &TestApp, who: &ParticipantId) -> usize {
    app.app.store.read(|db| store::check_ins::list(db, who)).unwrap().len()
}

/// Fills in the short form, which is open.
fn types_in<'a>(visitor: &'a mut Visitor, name: &str) -> &'a mut Visitor {
    visitor.fill("Name", name).fill("Organisation", "Foundry").choose("Country", "France");
    visitor.tick("Company").tick("English")
}

#[test]
fn an_invited_helper_begins_at_the_door_and_sees_who_comes_and_nothing_else_of_them() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for (name, email) in [("Ada Lovelace", "ada@example.org"), ("Émile Dürr", "emile@example.net")] {
            participant(app, "clusters", name, email);
        }
        meet(app, &event, "Ada Lovelace", "Émile Dürr");
        let ada = id_of(app, &event, "Ada Lovelace");
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        olga.open(&format!("{LIST}/{ada}"));
        olga.fill("New note", "Speaks at noon").press("Add note");
        olga.open("/organiser/events/clusters/team");
        assert!(olga.page.text.contains("Checks people in at the door"), "{}", olga.page.text);
        olga.fill("Name", "Hal").fill("E-mail address", "hal@example.org").tick("Event-day helper");
        olga.press("Invite to the team");
        let mut hal = app.visitor();
        hal.open(&app.mailed_path("hal@example.org", "/organiser/invitation/"));
        hal.fill("New password", PASSWORD).press("Accept the invitation");
        assert_eq!(hal.page.path.split('?').next(), Some(DOOR), "{}", hal.page.text);
        // Next time they begin there too.
        let mut hal = app.visitor();
        signs_in(&mut hal, "hal@example.org", PASSWORD);
        assert_eq!(hal.page.path, DOOR);

        // By letters without their marks, and by nobody's address.
        for (search, found) in [("emile", true), ("duerr", true), ("example.net", false), ("emile@", true)] {
            hal.open(&format!("{DOOR}?search={search}"));
            assert_eq!(hal.page.text.contains("Émile Dürr"), found, "{search}: {}", hal.page.text);
        }
        let theirs = format!("{DOOR}/{ada}");
        let absent = "/organiser/events/clusters/absent";
        for page in [DOOR, theirs.as_str(), absent, &format!("{DOOR}/new"), "/organiser"] {
            hal.open(page);
            assert_eq!(hal.page.status, 200, "{page}");
            for secret in ["ada@example.org", "Speaks at noon", "emile@example.net"] {
                assert!(!hal.page.html.contains(secret), "{secret} on {page}");
            }
            // No way leads to where they may not go.
            let urls: Vec<String> = hal.page.links.iter().map(|(_, url)| url.clone()).collect();
            for url in urls.iter().filter(|url| url.starts_with("/organiser") && !url.contains("lang=")) {
                // Without a round nobody can be brought together yet.
                let fits = if url.contains("absent=") { 409 } else { 200 };
                assert_eq!(hal.get(url).status, fits, "{url} on {page}");
            }
        }
        hal.open(&theirs);
        for told in ["Analytical Engines", "Émile Dürr", "Table 7", "English"] {
            assert!(hal.page.text.contains(told), "{told}: {}", hal.page.text);
        }
        // The search of those who are missing finds nobody by an address either.
        assert!(!hal.get(&format!("{absent}?search=example.net&look=1")).text.contains("Émile"));
        for path in [&format!("{LIST}.csv"), "/organiser/events/clusters/door-list.pdf", LIST] {
            assert_eq!(hal.get(path).status, 403, "{path}");
        }
        // Another event's people are nobody here.
        let mut other =
            with_role(app, "else@example.org", &an_event(app).at("other").make().id, Role::Helper);
        assert_eq!(other.get(&format!("/organiser/events/other/door/{ada}")).status, 404);
        assert_eq!(other.send(&format!("/organiser/events/other/door/{ada}/came"), &[]).status, 404);
        assert_eq!(check_ins(app, &ada), 0);
    });
}

#[test]
fn whoever_comes_is_checked_in_once_both_helpers_see_by_whom_and_it_can_be_undone() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(2).make();
        let mut ada = participant(app, "clusters", "Ada Lovelace", "ada@example.org");
        participant(app, "clusters", "Grace Hopper", "grace@example.org");
        participant(app, "clusters", "Wanda Waits", "wanda@example.org");
        let who = id_of(app, &event, "Ada Lovelace");
        let [mut hal, mut hedy] = ["hal@example.org", "hedy@example.org"]
            .map(|email| with_role(app, email, &event.id, Role::Helper));
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        assert!(!olga.open(LIST).text.contains("Came 22"));
        hal.open(&format!("{DOOR}?search=lovelace"));
        hedy.open(&format!("{DOOR}?search=lovelace"));
        hal.press("Check in: Ada Lovelace");
        assert!(hal.page.text.contains("1 of 2 registered people has come."), "{}", hal.page.text);
        let checked = hal.page.text.clone();
        app.pass(chrono::Duration::minutes(1));
        // The second press, with a page of before: the first one stands.
        hedy.press("Check in: Ada Lovelace");
        for told in ["was checked in before", "Checked in by Organiser hal@example.org"] {
            assert!(hedy.page.text.contains(told), "{told}: {}", hedy.page.text);
        }
        let at =
            |text: &str| text.split("Came ").nth(1).unwrap().split(" Checked").next().unwrap().to_string();
        assert_eq!(at(&hedy.page.text), at(&checked));
        assert_eq!(check_ins(app, &who), 1);

        // For organisers: the list with its filter, the file, the page, and the log.
        olga.open(&format!("{LIST}?came=yes"));
        assert!(olga.page.text.contains("Ada") && !olga.page.text.contains("Grace"), "{}", olga.page.text);
        olga.open(&format!("{LIST}?came=no&state=registered"));
        assert!(
            !olga.page.text.contains("Ada Love") && olga.page.text.contains("Grace"),
            "{}",
            olga.page.text
        );
        let file = olga.get(&format!("{LIST}.csv?came=yes")).html;
        assert!(file.lines().next().unwrap().contains("Came") && file.contains("2026-11-22"), "{file}");
        olga.open(&format!("{LIST}/{who}"));
        assert!(olga.page.text.contains("Checked in by Organiser hal@example.org"), "{}", olga.page.text);

        // An undo of a check-in that does not stand any more undoes nothing else.
        hal.open(&format!("{DOOR}/{who}"));
        let (_, path, old) = hal.filled("Undo");
        hedy.open(&format!("{DOOR}/{who}"));
        hedy.press("Undo");
        assert!(hedy.page.text.contains("The check-in is undone."), "{}", hedy.page.text);
        hedy.press("Check in");
        hal.post(&path, &old);
        hal.open(DOOR);
        assert!(hal.page.text.contains("1 of 2 registered people has come."), "{}", hal.page.text);
        assert_eq!(check_ins(app, &who), 2, "what was undone stays in the book");
        ada.open("/e/clusters/my/data");
        assert_eq!(ada.page.text.matches("You were checked in").count(), 2, "{}", ada.page.text);
        assert!(ada.page.text.contains("undone 22 November 2026"), "{}", ada.page.text);

        // Who is not registered cannot have come.
        let wanda = app.app.store.read(|db| {
            Ok::<_, StoreError>(store::registrations::named(db, &event.id, "wanda")?[0].id.clone())
        });
        let wanda = wanda.unwrap();
        hal.open(&format!("{DOOR}?search=wanda"));
        assert!(hal.page.text.contains("On the waiting list"), "{}", hal.page.text);
        assert_eq!(hal.send(&format!("{DOOR}/{wanda}/came"), &[]).status, 409);
        assert_eq!(check_ins(app, &wanda), 0);
        // It goes with everything else about them.
        ada.open("/e/clusters/my/delete");
        ada.press("Delete everything");
        assert_eq!(check_ins(app, &who), 0, "{}", ada.page.text);
    });
}

#[test]
fn somebody_without_a_registration_is_registered_and_checked_in_at_once_as_long_as_there_are_seats() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        let mut hal = with_role(app, "hal@example.org", &event.id, Role::Helper);
        hal.open(DOOR);
        hal.follow("Somebody who is not registered");
        assert!(!hal.page.text.contains("E-mail address"), "{}", hal.page.text);
        hal.press("Register and check in");
        assert_eq!(hal.page.status, 422);
        types_in(&mut hal, "Ida Walkin");
        let (_, path, form) = hal.filled("Register and check in");
        hal.press("Register and check in");
        assert!(hal.page.text.contains("registered and checked in"), "{}", hal.page.text);
        let ida = id_of(app, &event, "Ida Walkin");
        assert_eq!(check_ins(app, &ida), 1);
        // Pressed twice, it is one person.
        assert_eq!(hal.post(&path, &form).status, 303);
        let (people, ida) = app
            .app
            .store
            .read(|db| {
                let all = store::participants::list_in_states(db, &event.id, &["registered"])?;
                Ok::<_, StoreError>((all.len(), store::participants::get(db, &ida)?))
            })
            .unwrap();
        assert_eq!((people, ida.source, ida.profile.listed), (1, Source::ByHand, false));
        // The seat was the last.
        hal.open(&format!("{DOOR}/new"));
        assert!(hal.page.text.contains("Nobody is registered at the door any more."), "{}", hal.page.text);
        types_in(&mut hal, "Late Comer").press("Register and check in");
        assert_eq!(hal.page.status, 422);
        assert!(hal.page.text.contains("Ask an organiser"), "{}", hal.page.text);
        assert_eq!(hal.page.field("Name").value, "Late Comer", "nothing typed is lost");
    });
}

#[test]
fn a_helper_brings_those_together_who_wait_in_vain_from_the_page_of_whoever_is_missing() {
    on_each_database(|app| {
        let access = published(&app.app);
        let before = planned(&app.app, &access);
        let first = before.values().min_by_key(|meeting| meeting.starts_at).unwrap();
        app.pass(first.starts_at - app.app.clock.now() + chrono::Duration::minutes(2));
        let event = access.event();
        let mut hal = with_role(app, "hal@example.org", &event.id, Role::Helper);
        hal.open(&format!("/organiser/events/{}/door/{}", event.slug, first.a));
        let missing = hal.page.links.iter().find(|(_, url)| url.contains("/absent?")).unwrap().1.clone();
        hal.open(&missing);
        assert_eq!(planned(&app.app, &access).len(), before.len(), "a look changes nothing");
        hal.press("Bring them together and send the mails");
        assert!(hal.page.text.contains("have new partners"), "{}", hal.page.text);
        let after = planned(&app.app, &access);
        assert!(!after.values().any(|meeting| meeting.id == first.id));
        // The log says who it was.
        let log = app.app.store.read(|db| store::log::list(db, &event.id, Some(first.a.as_str()), 10));
        assert!(
            log.unwrap()
                .iter()
                .any(|one| one.action == "meeting.absent" && one.actor.starts_with("organiser:"))
        );
    });
}
