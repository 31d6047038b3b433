//! A session can be for those whom the team invites: they are mailed, answer in their schedule, and nobody else learns who they are.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, Session};
use rendezvous::domain::ids::ParticipantId;
use rendezvous::store::{self, StoreError, agenda, participants, session_invitations};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of};
use crate::support::journeys::participant;
use crate::support::organisers::with_role;

const OFFICE: &str = "/organiser/events/clusters";
const AVAILABILITY: &str = "/e/clusters/my/availability";
const SCHEDULE: &str = "/e/clusters/my/schedule";

fn session(app: &TestApp, event: &Event) -> Session {
    app.app.store.read(|db| agenda::list_sessions(db, &event.id)).unwrap().remove(0)
}

fn takes_part(app: &TestApp, who: &ParticipantId, session: &Session) -> bool {
    let person = app.app.store.read(|db| participants::get(db, who)).unwrap();
    person.profile.attendance.takes_part_in(&session.id)
}

fn asked(app: &TestApp, address: &str) -> usize {
    app.mails_to(address)
        .iter()
        .filter(|mail| mail.subject.starts_with("You are invited to “Opening”"))
        .count()
}

#[test]
fn a_session_by_invitation_is_for_those_who_are_invited_and_nobody_else_learns_who() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut office = with_role(app, "office@example.org", &event.id, Role::Organiser);
        let [mut ada, mut bob, mut eve] = ["Ada", "Bob", "Eve"]
            .map(|name| participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase())));
        let [a, b, e] = ["Ada", "Bob", "Eve"].map(|name| id_of(app, &event, name));
        office.open(&format!("{OFFICE}/agenda"));
        office.follow("Opening");
        office.tick("Those whom the team invites").fill("Places", "1").press("Save");
        let session = session(app, &event);
        assert!(session.by_invitation, "{}", office.page.text);
        let people = format!("{OFFICE}/agenda/sessions/{}/people", session.id);

        // Whom nobody has invited sees that it is by invitation, and cannot choose it.
        assert!(app.visitor().get("/e/clusters").text.contains("by invitation"));
        assert!(!ada.open(AVAILABILITY).text.contains("Opening"), "{}", ada.page.text);

        // By name on the page of the session, and many from the list.
        office.open(&format!("{people}?find=ada"));
        office.press("Invite: Ada");
        assert!(office.page.text.contains("One person is invited."), "{}", office.page.text);
        office.open(&format!(
            "{OFFICE}/participants/change?what=session-invite&value={}&everybody=yes",
            session.id
        ));
        for told in ["2 people are changed, of 3. One person is so already.", "Each of them gets an email"] {
            assert!(office.page.text.contains(told), "{told}: {}", office.page.text);
        }
        office.press("Change 2 people");
        for (address, n) in [("ada@example.org", 1), ("bob@example.org", 1), ("eve@example.org", 1)] {
            assert_eq!(asked(app, address), n, "{address}");
        }

        // Each answers in their schedule; one has the place, the next waits, another says no.
        for visitor in [&mut ada, &mut bob] {
            visitor.open(SCHEDULE);
            assert!(visitor.page.text.contains("You are invited Opening"), "{}", visitor.page.text);
            visitor.press("Take part");
            assert!(!visitor.page.text.contains("You are invited"), "{}", visitor.page.text);
        }
        eve.open(SCHEDULE);
        eve.press("Decline");
        assert!(eve.page.text.contains("You have declined the invitation."), "{}", eve.page.text);
        assert_eq!([&a, &b, &e].map(|who| takes_part(app, who, &session)), [true, false, false]);
        office.open(&people);
        let lead = "3 people are invited. One takes part. One waits for a place. One has declined.";
        assert!(office.page.text.contains(lead), "{}", office.page.text);
        // Who says no may think again; what is said of it is theirs.
        assert!(eve.open(AVAILABILITY).text.contains("You are invited"), "{}", eve.page.text);
        assert!(eve.open("/e/clusters/my/data").text.contains("Invited to a session Opening"));
        for page in [SCHEDULE, AVAILABILITY, "/e/clusters/my/people"] {
            // A place in the list of time zones is called Adak.
            let seen = bob.open(page).text.replace("Adak", "");
            assert!(
                !seen.contains("Ada") && !seen.contains("Eve") || page.ends_with("people"),
                "{page}: {seen}"
            );
        }

        // Withdrawn: the place goes on.
        office.open(&people);
        office.press("Withdraw the invitation: Ada");
        assert_eq!([&a, &b].map(|who| takes_part(app, who, &session)), [false, true]);
        assert!(!ada.open(AVAILABILITY).text.contains("Opening"), "{}", ada.page.text);
        assert!(!ada.open(SCHEDULE).text.contains("You are invited"), "{}", ada.page.text);
        ada.open(AVAILABILITY);
        let token = ada.page.forms.iter().flat_map(|form| &form.fields).find(|one| one.name == "csrf");
        let sent =
            [("csrf".to_string(), token.unwrap().value.clone()), ("do".to_string(), "accept".to_string())];
        assert_eq!(ada.post(&format!("/e/clusters/my/sessions/{}", session.id), &sent).status, 404);
        assert!(!takes_part(app, &a, &session));

        // The file says it, and comes in as the same.
        let file = office.get(&format!("{OFFICE}/agenda.csv")).html;
        assert!(file.contains("by invitation"), "{file}");
        office.open(&format!("{OFFICE}/agenda/import"));
        office.press_with_file("Show what would change", "file", "agenda.csv", &file);
        assert!(office.page.text.contains("2 entries are the same."), "{}", office.page.text);
        let invited = || app.app.store.read(|db| session_invitations::list(db, &session.id)).unwrap().len();
        assert_eq!(invited(), 2);
        // What hangs on a person goes with them.
        eve.open("/e/clusters/my/delete");
        eve.press("Delete everything");
        assert_eq!(invited(), 1);
    });
}

#[test]
fn an_invitation_adds_to_the_types_that_a_session_is_for_and_no_meeting_breaks_unasked() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut office = with_role(app, "office@example.org", &event.id, Role::Organiser);
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut bob = participant(app, "clusters", "Bob", "bob@example.org");
        crate::support::build::meet(app, &event, "Ada", "Bob");
        // The session is at the time of their meeting, and for a type that neither of them is of.
        let made = app.app.store.write(|db| {
            let slot = agenda::list_slots(db, &event.id)?.remove(0);
            let mut session = agenda::list_sessions(db, &event.id)?.remove(0);
            (session.starts_at, session.ends_at) = (slot.starts_at, slot.ends_at);
            let ada = id_of_name(db, &event, "ada")?;
            let own = participants::get(db, &ada)?.profile.person.participant_type;
            let types = store::programme::list_types(db, &event.id)?;
            session.types =
                types.into_iter().map(|kind| kind.id).filter(|id| Some(id) != own.as_ref()).collect();
            agenda::update_session(db, &event.id, &session)?;
            Ok::<_, StoreError>(session)
        });
        let session = made.unwrap();
        assert!(!session.types.is_empty() && !session.by_invitation);
        assert!(!ada.open(AVAILABILITY).text.contains("Opening"));
        office.open(&format!("{OFFICE}/agenda/sessions/{}/people?find=ada", session.id));
        office.press("Invite: Ada");
        ada.open(SCHEDULE);
        ada.press("Take part");
        assert!(ada.page.text.contains("Bob"), "which meeting it breaks is asked: {}", ada.page.text);
        let a = id_of(app, &event, "Ada");
        assert!(!takes_part(app, &a, &session), "nothing is stored before");
        let button = ada.page.forms.iter().flat_map(|form| &form.buttons).map(|one| one.0.clone());
        let button = button.into_iter().find(|text| text.contains("meeting")).unwrap();
        ada.press(&button);
        assert!(takes_part(app, &a, &session));
        assert!(!bob.open(SCHEDULE).text.contains("Table 7"), "{}", bob.page.text);
    });
}

fn id_of_name(db: &mut store::Db, event: &Event, name: &str) -> Result<ParticipantId, StoreError> {
    Ok(store::registrations::named(db, &event.id, name)?[0].id.clone())
}
