//! What organisers do with people by hand: one added at the door, notes and tags, saved views, changes to many, one deleted on
//! their request.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::store::{self, StoreError};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::organisers::{PASSWORD, with_role};
use crate::support::visitor::Visitor;

const LIST: &str = "/organiser/events/clusters/participants";
const GRACE: &str = "grace@example.org";

fn organiser(app: &TestApp, event: &Event) -> Visitor {
    with_role(app, GRACE, &event.id, Role::Organiser)
}

fn id_of(app: &TestApp, name: &str) -> ParticipantId {
    let found = app.app.store.read(|db| {
        let event = store::events::get_by_slug(db, "clusters")?;
        let filter = store::registrations::Filter { search: name.to_string(), ..Default::default() };
        store::registrations::names(db, &event.id, &filter)
    });
    found.unwrap()[0].id.clone()
}

/// Opens the form and fills it in as far as everybody has to.
fn types_in<'a>(visitor: &'a mut Visitor, name: &str) -> &'a mut Visitor {
    visitor.open(LIST);
    visitor.follow("Add a person");
    visitor
        .fill("Name", name)
        .fill("Organisation", "Foundry")
        .choose("Kind of organisation", "Start-up")
        .choose("Country", "France")
        .tick("Company")
        .tick("English")
}

#[test]
fn somebody_added_by_hand_is_registered_at_once_seen_by_nobody_and_has_agreed_to_nothing() {
    on_each_database(|app| {
        let event = an_event(app).with_approval().make();
        let mut grace = organiser(app, &event);
        types_in(&mut grace, "Ida Walkin").press("Add the person");
        assert!(grace.page.text.contains("The person is registered."), "{}", grace.page.text);
        for told in ["Ida Walkin Registered", "Added by hand", "Organiser grace@example.org"] {
            assert!(grace.page.text.contains(told), "{told}: {}", grace.page.text);
        }
        // Without an address; whoever is changed later needs none either.
        grace.follow("Person");
        grace.fill("Organisation", "Iron Foundry").press("Save");
        assert!(grace.page.text.contains("Iron Foundry"), "{}", grace.page.text);

        types_in(&mut grace, "Ben Phone").fill("E-mail address", "ben@example.org").press("Add the person");
        assert!(app.mails_to("ben@example.org").is_empty(), "no mail unless asked for");
        types_in(&mut grace, "Zoe Phone").fill("E-mail address", "zoe@example.org");
        grace.choose("Mails in", "Deutsch").tick("Send an email about the registration");
        grace.press("Add the person");
        let mails = app.mails_to("zoe@example.org");
        assert_eq!(mails.len(), 1);
        assert!(mails[0].text.contains("Cluster-Konferenz"), "in their language: {}", mails[0].text);

        let (ben, gone) = (id_of(app, "Ben"), id_of(app, "Ida"));
        let known = app.app.store.read(|db| {
            let agreed = store::consents::standing(db, &[&ben, &gone])?;
            Ok::<_, StoreError>((agreed, store::participants::get(db, &ben)?.profile))
        });
        let (agreed, profile) = known.unwrap();
        assert!(agreed.values().all(Vec::is_empty), "{agreed:?}");
        assert!(!profile.listed && profile.attendance.blocks.len() == 1);
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        ada.open("/e/clusters/my/people");
        assert!(!ada.page.text.contains("Phone") && !ada.page.text.contains("Walkin"), "{}", ada.page.text);

        // Nobody twice, and nothing that the form asks is left out.
        types_in(&mut grace, "Ben Again").fill("E-mail address", "BEN@example.org").press("Add the person");
        assert_eq!(grace.page.status, 422);
        assert!(grace.page.text.contains("Ben Phone (Foundry) is on the list"), "{}", grace.page.text);
        grace.fill("E-mail address", "").fill("Organisation", "").press("Add the person");
        assert_eq!(grace.page.summary.len(), 1, "{:?}", grace.page.summary);
        // A viewer adds nobody.
        let mut viewer = with_role(app, "vera@example.org", &event.id, Role::Viewer);
        assert!(!viewer.open(LIST).text.contains("Add a person"));
        assert_eq!(viewer.get(&format!("{LIST}/new")).status, 403);
    });
}

#[test]
fn at_a_full_event_whoever_is_added_waits_or_gets_a_seat_beyond_as_the_organiser_says() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        let mut grace = organiser(app, &event);
        types_in(&mut grace, "First").press("Add the person");
        types_in(&mut grace, "Second").press("Add the person");
        assert_eq!(grace.page.status, 422);
        assert!(grace.page.text.contains("All seats are taken. Choose what happens."), "{}", grace.page.text);
        assert_eq!(grace.page.field("Name").value, "Second", "nothing typed is lost");
        grace.tick("Put on the waiting list").press("Add the person");
        assert!(grace.page.text.contains("Number 1 on the waiting list"), "{}", grace.page.text);
        types_in(&mut grace, "Third").tick("Give a seat beyond the capacity").press("Add the person");
        assert!(grace.page.text.contains("Third Registered"), "{}", grace.page.text);
        let taken = app.app.store.read(|db| store::events::get_by_slug(db, "clusters")).unwrap().seats_taken;
        assert_eq!(taken, 2);
    });
}

/// Goes from the list, where these people are ticked, to the page on which the new value of something is chosen.
fn changes(app: &TestApp, visitor: &mut Visitor, ticked: &[&str], what: &str) {
    let ids: String = ticked.iter().map(|name| format!("&id={}", id_of(app, name))).collect();
    visitor.open(&format!("{LIST}/decide?decision=change&what={what}{ids}"));
}

#[test]
fn notes_and_tags_are_the_teams_and_the_persons_own_and_nobody_elses_and_go_with_them() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut bob = participant(app, "clusters", "Bob", "bob@example.org");
        let mut grace = organiser(app, &event);
        let page = format!("{LIST}/{}", id_of(app, "Ada"));
        grace.open(&page);
        grace.fill("New note", "Wants a seat near the door").press("Add note");
        assert!(
            grace.page.text.contains("Wants a seat near the door Organiser grace@example.org, 22 November")
        );
        grace.fill("Add a tag", "Speaker").press("Add tag");
        grace.fill("Add a tag", "Press").press("Add tag");
        assert_eq!(grace.press("Add tag").status, 422, "an empty tag is none");
        assert!(grace.page.text.contains("Enter a tag."), "{}", grace.page.text);
        // Another one writes it otherwise and means the same.
        grace.open(&format!("{LIST}/{}", id_of(app, "Bob")));
        grace.fill("Add a tag", "speaker").press("Add tag");
        grace.open(&format!("{LIST}?tag=Speaker"));
        assert!(
            grace.page.text.contains("2 people.") && grace.page.text.contains("Press"),
            "{}",
            grace.page.text
        );
        grace.choose("Tag", "Press").press("Show");
        assert!(grace.page.text.contains("One person."), "{}", grace.page.text);
        grace.follow("Write to these people");
        assert!(
            grace.page.text.contains("One person gets it, of one person who fits."),
            "{}",
            grace.page.text
        );

        // The person gets it with their own data; nobody else sees it.
        ada.open("/e/clusters/my/data");
        for told in ["What the organisers note about you", "Press, Speaker", "Wants a seat near the door"] {
            assert!(ada.page.text.contains(told), "{told}: {}", ada.page.text);
        }
        let file: serde_json::Value =
            serde_json::from_str(&ada.get("/e/clusters/my/data.json").html).unwrap();
        assert_eq!(file["notes_of_organisers"][0]["text"], "Wants a seat near the door");
        assert_eq!(file["tags_of_organisers"][1], "Speaker");
        for path in ["/e/clusters/my", "/e/clusters/my/people", "/e/clusters/my/profile"] {
            for visitor in [&mut ada, &mut bob] {
                let html = visitor.get(path).html;
                assert!(!html.contains("near the door") && !html.contains("Speaker"), "{path}");
            }
        }
        let person = format!("/e/clusters/my/people/{}", id_of(app, "Ada"));
        assert!(!bob.get(&person).html.contains("Speaker"));

        // Two entries of one person keep both.
        types_in(&mut grace, "Countess Twin").press("Add the person");
        grace.fill("Add a tag", "Board").press("Add tag");
        grace.fill("New note", "Rang on Monday").press("Add note");
        let (stays, goes) = (id_of(app, "Ada"), id_of(app, "Twin"));
        grace.open(&format!("{LIST}/{stays}/merge?with={goes}"));
        grace.press("Merge both");
        grace.open(&format!("{LIST}/{stays}"));
        for told in ["Board", "Press", "Speaker", "Rang on Monday", "Wants a seat near the door"] {
            assert!(grace.page.text.contains(told), "{told}: {}", grace.page.text);
        }
        grace.press("Remove tag Board");
        assert!(!grace.page.text.contains("Remove tag Board"), "{}", grace.page.text);

        // Whoever is deleted has none, and no view of the list names them.
        grace.open(&format!("{LIST}?search=Ada"));
        grace.fill("Save this filter under a name", "Our Ada").press("Save view");
        ada.open("/e/clusters/my/delete");
        ada.press("Delete everything");
        let left = app.app.store.read(|db| {
            let tags = store::tags::list(db, &event.id)?;
            let views = store::people_views::list(db, &event.id)?;
            Ok::<_, StoreError>((tags, store::notes::count(db, &stays)?, views.len()))
        });
        assert_eq!(left.unwrap(), (vec!["Speaker".to_string()], 0, 0));
    });
}

#[test]
fn a_filter_under_a_name_is_the_whole_teams_for_the_list_and_for_mailings() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for (name, email) in [("Ada", "ada@example.org"), ("Bob", "bob@example.org")] {
            participant(app, "clusters", name, email);
        }
        let mut grace = organiser(app, &event);
        grace.open(&format!("{LIST}?search=Bob&state=registered"));
        grace.fill("Save this filter under a name", "").press("Save view");
        assert!(grace.page.text.contains("Enter a name for the view."), "{}", grace.page.text);
        assert!(grace.page.text.contains("One person."), "the list is the same");
        grace.fill("Save this filter under a name", "Only Bob").press("Save view");
        assert!(grace.page.text.contains("The view is saved."), "{}", grace.page.text);
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open(LIST);
        assert!(olga.page.text.contains("2 people."), "{}", olga.page.text);
        olga.follow("Only Bob");
        assert!(olga.page.text.contains("One person.") && olga.page.text.contains("Bob"));
        olga.open("/organiser/events/clusters/mailings/new");
        olga.follow("Only Bob");
        assert!(olga.page.text.contains("One person gets it, of one person who fits."), "{}", olga.page.text);
        olga.open(LIST);
        olga.follow("Only Bob");
        olga.press("Remove view Only Bob");
        assert!(!grace.open(LIST).text.contains("Only Bob"));
    });
}

#[test]
fn a_change_to_many_says_first_whom_it_changes_and_who_cannot_be_changed_and_why() {
    on_each_database(|app| {
        let event = an_event(app).make();
        for name in ["Ada", "Bob", "Cyn", "Dan"] {
            participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase()));
        }
        let mut grace = organiser(app, &event);
        grace.open(&format!("{LIST}/decide?decision=cancel&id={}", id_of(app, "Dan")));
        assert!(grace.page.text.contains("One email is sent to these people."), "{}", grace.page.text);
        grace.press("Cancel the registration");
        let sent = |app: &TestApp| app.mails_to("ada@example.org").len();
        let before = sent(app);

        changes(app, &mut grace, &["Ada", "Dan"], "participant_type");
        grace.choose("New value", "Cluster organisation").press("Show what would change");
        for told in [
            "One person is changed, of 2.",
            "Ada, Analytical Engines",
            "One person cannot be changed, because their registration has ended: Dan",
            "No email is sent.",
        ] {
            assert!(grace.page.text.contains(told), "{told}: {}", grace.page.text);
        }
        let kind = |name: &str| {
            let id = id_of(app, name);
            let person = app.app.store.read(|db| store::participants::get(db, &id)).unwrap().profile.person;
            person.participant_type.map(|id| id.0)
        };
        assert_eq!(kind("Ada"), kind("Bob"), "looking changes nothing");
        grace.press("Change one person");
        assert!(grace.page.text.contains("The people are changed."), "{}", grace.page.text);
        assert_ne!(kind("Ada"), kind("Bob"));
        assert_eq!(kind("Dan"), kind("Bob"));
        assert_eq!(sent(app), before, "nobody is mailed");
        grace.open(&format!("{LIST}/{}", id_of(app, "Ada")));
        assert!(grace.page.text.contains("Profile changed"), "{}", grace.page.text);

        // All of a filter, and a list of which there can be several.
        grace.open(&format!("{LIST}?state=registered"));
        grace.tick("All 3 people found").choose("Change for those you ticked", "Languages");
        grace.press("Choose the new value");
        grace.choose("New value", "German").tick("It is added").press("Show what would change");
        assert!(grace.page.text.contains("3 people are changed, of 3."), "{}", grace.page.text);
        participant(app, "clusters", "Eve", "eve@example.org");
        grace.press("Change 3 people");
        assert!(grace.page.text.contains("4 people are changed, of 4."), "asked again: {}", grace.page.text);
        grace.press("Change 4 people");
        let languages = |name: &str| {
            let id = id_of(app, name);
            app.app.store.read(|db| store::participants::get(db, &id)).unwrap().profile.person.languages
        };
        assert_eq!(languages("Eve"), ["de", "en"]);
        assert_eq!(languages("Dan"), ["en"]);

        changes(app, &mut grace, &["Ada", "Dan"], "tag-give");
        grace.fill("New value", "Late").press("Show what would change");
        grace.press("Change 2 people");
        changes(app, &mut grace, &["Ada"], "tag-take");
        grace.choose("New value", "Late").press("Show what would change");
        grace.press("Change one person");
        grace.open(&format!("{LIST}?tag=Late"));
        assert!(
            grace.page.text.contains("One person.") && grace.page.text.contains("Dan"),
            "{}",
            grace.page.text
        );
    });
}

#[test]
fn an_organiser_deletes_somebody_on_request_and_the_log_says_so_without_naming_them() {
    on_each_database(|app| {
        let event = an_event(app).with_seats(1).make();
        participant(app, "clusters", "Ada Lovelace", "ada@example.org");
        participant(app, "clusters", "Bob", "bob@example.org");
        let mut grace = organiser(app, &event);
        let ada = id_of(app, "Ada");
        app.pass(chrono::Duration::hours(2));
        grace.open(&format!("{LIST}/{ada}"));
        grace.follow("Delete on request");
        for told in ["Ada Lovelace", "ada@example.org", "without naming the person"] {
            assert!(grace.page.text.contains(told), "{told}: {}", grace.page.text);
        }
        grace.press("Delete everything about this person");
        assert_eq!(grace.page.status, 403, "who it is is asked again: {}", grace.page.text);
        grace.fill("Password", PASSWORD).press("Continue");
        grace.press("Send it now");
        let gone = app.app.store.read(|db| store::participants::get(db, &ada)).unwrap();
        assert!(gone.profile.person.is_erased(), "{}: {}", grace.page.path, grace.page.text);
        grace.open(LIST);
        assert!(!grace.page.text.contains("Lovelace"));
        grace.open("/organiser/events/clusters/log");
        assert!(grace.page.text.contains("Person deleted") && !grace.page.text.contains("Lovelace"));
        assert!(grace.page.text.contains("Organiser grace@example.org"), "{}", grace.page.text);
        grace.open(&format!("{LIST}/{}", id_of(app, "Bob")));
        assert!(grace.page.text.contains("Bob Registered"), "the seat goes on: {}", grace.page.text);
    });
}
