//! A session can have places: whoever asks first has one, the others wait and move up by themselves.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, Session};
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::lang::Lang;
use rendezvous::services::{access, merging, session_places};
use rendezvous::store::{self, StoreError, agenda, participants, programme, registrations};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of};
use crate::support::journeys::{answers_the_profile, participant};
use crate::support::organisers::{account, with_role};
use crate::support::visitor::Visitor;

const AVAILABILITY: &str = "/e/clusters/my/availability";

/// The event's only session, as an organiser has changed it.
fn session_with(app: &TestApp, event: &Event, change: impl Fn(&mut Session)) -> Session {
    let made = app.app.store.write(|db| {
        let mut session = agenda::list_sessions(db, &event.id)?.remove(0);
        change(&mut session);
        agenda::update_session(db, &event.id, &session)?;
        Ok::<_, StoreError>(session)
    });
    made.unwrap()
}

fn chooses(visitor: &mut Visitor) {
    visitor.open(AVAILABILITY);
    visitor.tick("Opening").press("Save");
    assert!(visitor.page.text.contains("Your changes are saved"), "{}", visitor.page.text);
}

fn leaves(visitor: &mut Visitor) {
    visitor.open(AVAILABILITY);
    visitor.untick("Opening").press("Save");
}

fn takes_part(app: &TestApp, who: &ParticipantId, session: &Session) -> bool {
    let person = app.app.store.read(|db| participants::get(db, who)).unwrap();
    person.profile.attendance.takes_part_in(&session.id)
}

fn heard(app: &TestApp, address: &str) -> usize {
    let subject = "You have a place in “Opening”";
    app.mails_to(address).iter().filter(|mail| mail.subject.starts_with(subject)).count()
}

#[test]
fn whoever_comes_when_all_places_are_taken_waits_and_moves_up_when_somebody_leaves() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut office = with_role(app, "office@example.org", &event.id, Role::Organiser);
        office.open("/organiser/events/clusters/agenda");
        office.follow("Opening");
        office
            .fill("What it is about (English)", "Why clusters meet.\n\nAnd whom.")
            .fill("Speakers", "Ada Lovelace, Analytical Engines\nGrace Hopper")
            .choose("Language", "French")
            .fill("Link to watch it, or to its papers", "https://video.example.org/opening")
            .fill("Places", "1")
            .press("Save");
        assert!(office.page.text.contains("0 of 1 places taken"), "{}", office.page.text);
        let mut public = app.visitor();
        public.open("/e/clusters");
        for said in ["Why clusters meet.", "Grace Hopper", "Hall A, French"] {
            assert!(public.page.text.contains(said), "{said}: {}", public.page.text);
        }
        assert!(!public.page.html.contains("video.example.org"), "the link is for those who take part");

        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let mut bob = participant(app, "clusters", "Bob", "bob@example.org");
        ada.open(AVAILABILITY);
        assert!(ada.page.text.contains("One place left (of 1)"), "{}", ada.page.text);
        chooses(&mut ada);
        bob.open(AVAILABILITY);
        assert!(bob.page.text.contains("The only place is taken"), "{}", bob.page.text);
        chooses(&mut bob);
        assert!(bob.page.text.contains("Opening (waiting for a place)"), "{}", bob.page.text);
        assert!(!bob.open("/e/clusters/my/schedule").html.contains("video.example.org"));
        assert!(ada.open("/e/clusters/my/schedule").html.contains("https://video.example.org/opening"));
        office.open("/organiser/events/clusters/agenda");
        assert!(office.page.text.contains("1 of 1 places taken, 1 waiting"), "{}", office.page.text);
        assert_eq!(heard(app, "bob@example.org"), 0);

        // Saving other answers takes nobody's place and moves nobody in the list.
        bob.open(AVAILABILITY);
        bob.fill("Most meetings you want", "2").press("Save");
        assert!(bob.page.text.contains("Opening (waiting for a place)"), "{}", bob.page.text);
        leaves(&mut ada);
        assert_eq!(heard(app, "bob@example.org"), 1);
        assert!(bob.open("/e/clusters/my/schedule").html.contains("https://video.example.org/opening"));
        chooses(&mut ada);
        assert!(ada.page.text.contains("Opening (waiting for a place)"), "{}", ada.page.text);
    });
}

#[test]
fn a_place_goes_on_when_its_holder_cancels_and_more_places_or_no_limit_let_those_in_who_wait() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let session = session_with(app, &event, |session| session.places = Some(1));
        let mut visitors: Vec<Visitor> = ["Ada", "Bob", "Eve", "Zoe"]
            .iter()
            .map(|name| participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase())))
            .collect();
        let ids: Vec<ParticipantId> =
            ["Ada", "Bob", "Eve", "Zoe"].iter().map(|name| id_of(app, &event, name)).collect();
        for visitor in &mut visitors {
            chooses(visitor);
        }
        let inside = || ids.iter().map(|id| takes_part(app, id, &session)).collect::<Vec<_>>();
        assert_eq!(inside(), [true, false, false, false]);
        // Who waits is free for meetings at that time.
        let person = app.app.store.read(|db| participants::get(db, &ids[1])).unwrap();
        assert!(person.profile.attendance.sessions.contains(&session.id));
        visitors[0].open("/e/clusters/my/cancel");
        visitors[0].press("Cancel my registration");
        assert_eq!(inside(), [false, true, false, false], "the first who waited");
        assert_eq!(heard(app, "bob@example.org"), 1);

        let mut office = with_role(app, "office@example.org", &event.id, Role::Organiser);
        let page = format!("/organiser/events/clusters/agenda/sessions/{}", session.id);
        office.open(&page);
        office.fill("Places", "2").press("Save");
        assert_eq!(inside(), [false, true, true, false]);
        // Fewer places take nobody's.
        office.open(&page);
        office.fill("Places", "1").press("Save");
        assert_eq!(inside(), [false, true, true, false]);
        office.open(&page);
        office.fill("Places", "").press("Save");
        assert_eq!(inside(), [true, true, true, true], "no limit: whoever chose it takes part");
        assert_eq!([heard(app, "eve@example.org"), heard(app, "zoe@example.org")], [1, 1]);
        // A limit again: whoever is in it stays.
        office.open(&page);
        office.fill("Places", "1").press("Save");
        assert_eq!(inside()[1..], [true, true, true]);
    });
}

#[test]
fn an_organiser_sees_who_comes_gives_a_place_beyond_the_last_and_takes_somebody_out() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let session = session_with(app, &event, |session| session.places = Some(1));
        let mut people: Vec<Visitor> = ["Ada", "Bob", "Eve"]
            .iter()
            .map(|name| participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase())))
            .collect();
        people.iter_mut().for_each(chooses);
        let mut office = with_role(app, "office@example.org", &event.id, Role::Organiser);
        let page = format!("/organiser/events/clusters/agenda/sessions/{}/people", session.id);
        office.open(&page);
        assert!(office.page.text.contains("1 of 1 places taken, 2 waiting"), "{}", office.page.text);
        office.press("Give a place");
        assert!(office.page.text.contains("2 of 1 places taken, 1 waiting"), "{}", office.page.text);
        let bob = id_of(app, &event, "Bob");
        assert!(takes_part(app, &bob, &session));
        assert_eq!(heard(app, "bob@example.org"), 1);
        let file = office.get(&format!("{page}.csv"));
        let lines = file.text.lines().count().max(file.html.lines().count());
        assert_eq!((file.status, lines), (200, 4), "{}", file.html);
        let out = |who: &ParticipantId| {
            [("participant", who.as_str()), ("do", "out")].map(|(a, b)| (a.to_string(), b.to_string()))
        };
        for who in ["Ada", "Bob"] {
            let id = id_of(app, &event, who);
            office.open(&page);
            office.fill_named("participant", id.as_str());
            office.send(&page, &out(&id).iter().map(|(a, b)| (a.as_str(), b.as_str())).collect::<Vec<_>>());
        }
        let eve = id_of(app, &event, "Eve");
        assert!(takes_part(app, &eve, &session) && !takes_part(app, &bob, &session));
        let mut viewer = with_role(app, "viewer@example.org", &event.id, Role::Viewer);
        assert_eq!(viewer.get(&page).status, 403);
    });
}

#[test]
fn a_session_for_some_types_is_asked_of_nobody_else_and_chosen_by_nobody_else() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let lists = app.app.store.read(|db| programme::get(db, &event.id)).unwrap();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let ada_is = app.app.store.read(|db| participants::get(db, &id_of(app, &event, "Ada"))).unwrap();
        let own = ada_is.profile.person.participant_type.as_ref();
        let second = lists.types.iter().find(|kind| Some(&kind.id) != own).unwrap();
        let session = session_with(app, &event, |session| session.types = vec![second.id.clone()]);
        ada.open(AVAILABILITY);
        assert!(!ada.page.text.contains("Opening"), "{}", ada.page.text);
        let (_, path, mut fields) = ada.filled("Save");
        fields.push(("sessions".to_string(), session.id.0.clone()));
        fields.retain(|(name, _)| name != "max_meetings");
        fields.push(("max_meetings".to_string(), "3".to_string()));
        ada.post(&path, &fields);
        assert!(!takes_part(app, &ada_is.id, &session));
        // Whoever is of that type is asked in the form.
        let mut eve = app.visitor();
        eve.open("/e/clusters/register");
        answers_the_profile(&mut eve, "Eve", "eve@example.org");
        eve.tick(second.label.get(Lang::En, Lang::En)).press("Continue");
        eve.press("Continue");
        assert!(eve.page.text.contains("Opening"), "{}", eve.page.text);
        // Who chose it before it was for others keeps it.
        session_with(app, &event, |session| session.types = Vec::new());
        chooses(&mut ada);
        session_with(app, &event, |session| session.types = vec![second.id.clone()]);
        ada.open(AVAILABILITY);
        ada.fill("Most meetings you want", "2").press("Save");
        assert!(takes_part(app, &ada_is.id, &session));
    });
}

#[test]
fn whoever_is_in_the_list_twice_keeps_the_place_that_one_of_the_two_has() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let session = session_with(app, &event, |session| session.places = Some(1));
        for name in ["Ada", "Zoe", "Eve"] {
            chooses(&mut participant(app, "clusters", name, &format!("{}@example.org", name.to_lowercase())));
        }
        let [ada, zoe, eve] = ["Ada", "Zoe", "Eve"].map(|name| id_of(app, &event, name));
        let owner = account(app, "owner@example.org", Some((&event.id, Role::Owner)));
        let access = access::change_as(&app.app, &owner.id, "clusters").unwrap();
        assert!(takes_part(app, &ada, &session) && !takes_part(app, &zoe, &session));
        merging::merge(&app.app, &access, (&zoe, &ada), &[]).unwrap();
        assert!(takes_part(app, &zoe, &session) && !takes_part(app, &eve, &session));
        assert_eq!(heard(app, "eve@example.org"), 0);
    });
}

#[test]
fn whatever_people_do_no_place_is_given_twice_and_none_stays_free_while_somebody_waits() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let session = session_with(app, &event, |session| session.places = Some(3));
        let mut people: Vec<Visitor> = (0..7)
            .map(|n| participant(app, "clusters", &format!("Person{n}"), &format!("p{n}@example.org")))
            .collect();
        let ids: Vec<ParticipantId> = (0..7).map(|n| id_of(app, &event, &format!("Person{n}"))).collect();
        let mut lots: u64 = 41;
        let mut ended = std::collections::HashSet::new();
        for step in 0..30 {
            lots ^= lots << 13;
            lots ^= lots >> 7;
            lots ^= lots << 17;
            let n = (lots % 7) as usize;
            if !ended.contains(&n) {
                match (lots >> 8) % 8 {
                    0 => {
                        people[n].open("/e/clusters/my/cancel");
                        people[n].press("Cancel my registration");
                        ended.insert(n);
                    }
                    1..=3 => leaves(&mut people[n]),
                    _ => chooses(&mut people[n]),
                }
            }
            if step % 9 == 8 {
                session_places::settle_all(&app.app).unwrap();
            }
            let lists = app.app.store.read(|db| programme::get(db, &event.id)).unwrap();
            let room = session_places::rooms(&app.app, &event.id, &lists).unwrap()[&session.id];
            assert!(room.taken <= 3 && (room.waiting == 0 || room.taken == 3), "{step}: {room:?}");
            let registered =
                |db: &mut store::Db| participants::list_in_states(db, &event.id, &["registered"]);
            let all = app.app.store.read(registered).unwrap();
            let inside = all.iter().filter(|one| one.profile.attendance.takes_part_in(&session.id)).count();
            assert_eq!(inside, room.taken as usize, "{step}");
            for n in &ended {
                let state = app.app.store.read(|db| registrations::get(db, &ids[*n])).unwrap().state;
                assert!(state.code() == "cancelled" && !takes_part(app, &ids[*n], &session), "{step}");
            }
        }
    });
}
