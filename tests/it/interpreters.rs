//! Interpreters: where an event says so, two people without a common language meet only with somebody who speaks a language of each,
//! and nobody interprets in two places; in rounds, by hand, in proposals, after a repair and on the day.

use std::collections::{BTreeMap, BTreeSet};

use rendezvous::app::App;
use rendezvous::domain::event::Programme;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::interpreter::{Interpreter, LanguageRule};
use rendezvous::domain::meeting::Meeting;
use rendezvous::domain::participant::Participant;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::proposals::{self, ProposeError, Proposing, Reply};
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::{demo, rounds};
use rendezvous::store::{self, Db, interpreters, participants};

use crate::support::app::{TestApp, on_each_database};
use crate::support::rounds::{fills_holes, organiser, planned, rounds_page, runs_a_round};
use crate::support::visitor::Visitor;

const ANNA: &str = "anna@interpreters.example";

/// Half of the people speak German, half French, and every fifth English too.
fn event(app: &App) -> (ChangeAccess, Vec<Participant>) {
    let demo = demo::fill(app, 40, 7).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    let people = app.store.write(|db: &mut Db| {
        let mut people = Vec::new();
        for (at, id) in demo.registered.iter().enumerate() {
            let mut person = participants::get(db, id)?;
            let mut spoken = vec![if at % 2 == 0 { "de" } else { "fr" }.to_string()];
            spoken.extend((at % 5 == 0).then(|| "en".to_string()));
            person.profile.person.languages = spoken;
            participants::update(db, &person)?;
            people.push(participants::get(db, id)?);
        }
        Ok::<_, store::StoreError>(people)
    });
    (access, people.unwrap())
}

fn lists(app: &App, access: &ChangeAccess) -> Programme {
    app.store.read(|db| store::programme::get(db, &access.event().id)).unwrap()
}

fn office(access: &ChangeAccess, end: &str) -> String {
    format!("/organiser/events/{}{end}", access.event().slug)
}

/// Anna, who is mailed, and Bernd; meetings of people without a common language need one of them.
fn sets_up(olga: &mut Visitor, access: &ChangeAccess) {
    for (name, email) in [("Anna Schmidt", ANNA), ("Bernd Roux", "")] {
        olga.open(&office(access, "/interpreters/new"));
        olga.fill("Name", name).fill("Email address", email).tick("German").tick("French").press("Save");
        assert!(olga.page.text.contains("Your changes are saved"), "{}", olga.page.text);
    }
    assert!(olga.page.text.contains("no meeting needs an interpreter"), "{}", olga.page.text);
    olga.tick("Only with an interpreter").press("Save");
    assert!(olga.page.text.contains("Your changes are saved"), "{}", olga.page.text);
}

fn is_foreign_pair(a: &Participant, b: &Participant) -> bool {
    let spoken = |one: &Participant| one.profile.person.languages.clone();
    spoken(a).iter().all(|code| !spoken(b).contains(code))
}

fn is_foreign(people: &[Participant], meeting: &Meeting) -> bool {
    let person = |who: &ParticipantId| people.iter().find(|one| one.id == *who).unwrap();
    is_foreign_pair(person(&meeting.a), person(&meeting.b))
}

/// Whoever meets shares a language or has somebody who is there then and speaks one of each; how many of these there are.
fn is_understood(app: &App, access: &ChangeAccess, people: &[Participant], meetings: &[Meeting]) -> usize {
    let lists = lists(app, access);
    let mut busy = BTreeSet::new();
    let mut with_one = 0;
    for meeting in meetings {
        let by = meeting.interpreter.as_ref();
        assert_eq!(by.is_some(), is_foreign(people, meeting), "{meeting:?}");
        let Some(by) = by else { continue };
        let own: &Interpreter = lists.interpreting.get(by).unwrap();
        assert!(!own.away.contains(&meeting.slot), "{meeting:?}");
        for who in [&meeting.a, &meeting.b] {
            let person = people.iter().find(|one| one.id == *who).unwrap();
            assert!(person.profile.person.languages.iter().any(|code| own.languages.contains(code)));
        }
        assert!(busy.insert((by.clone(), meeting.slot.clone())), "{meeting:?} is not the only one then");
        with_one += 1;
    }
    with_one
}

fn runs_and_publishes(app: &App, access: &ChangeAccess) -> Vec<Meeting> {
    let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    let round = rounds::run(app, access, &quick, Some(1)).unwrap();
    rounds::publish(app, access, round.number).unwrap();
    planned(app, access).into_values().collect()
}

fn email(people: &[Participant], who: &ParticipantId) -> String {
    let person = people.iter().find(|one| one.id == *who).unwrap();
    person.profile.person.email.as_ref().unwrap().as_str().to_string()
}

fn says(server: &TestApp, address: &str, text: &str) -> bool {
    server.mails_to(address).iter().any(|mail| format!("{mail:?}").contains(text))
}

#[test]
fn whoever_meets_shares_a_language_or_has_an_interpreter_and_both_sides_are_told() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        let mut olga = organiser(server, &access);
        sets_up(&mut olga, &access);
        runs_a_round(&mut olga, app, &access);
        assert!(olga.page.text.contains("interpreter: "), "{}", olga.page.text);
        let draft = rounds::view(app, &access, 1).unwrap();
        let met = draft.meetings.iter().find(|met| met.meeting.interpreter.is_some()).unwrap();
        let (a, b) = (&met.meeting.a, &met.meeting.b);
        olga.open(&format!("{}/1/meeting?a={a}&b={b}", rounds_page(&access)));
        assert!(olga.page.text.contains("Interpreter"), "{}", olga.page.text);
        rounds::publish(app, &access, 1).unwrap();
        let meetings: Vec<Meeting> = planned(app, &access).into_values().collect();
        assert!(is_understood(app, &access, &people, &meetings) > 5);
        let lists = lists(app, &access);
        let anna = lists.interpreting.interpreters.iter().find(|one| one.name == "Anna Schmidt").unwrap();
        let hers: Vec<&Meeting> =
            meetings.iter().filter(|met| met.interpreter.as_ref() == Some(&anna.id)).collect();
        assert!(hers.len() > 2);
        assert!(says(server, &email(&people, &hers[0].a), "Anna Schmidt"), "the participant is told");
        let mails = server.mails_to(ANNA);
        assert_eq!(mails.len(), 1);
        let shown = format!("{:?}", mails[0]);
        let name = |who: &ParticipantId| {
            people.iter().find(|one| one.id == *who).unwrap().profile.person.name.clone()
        };
        assert!(hers.iter().all(|met| shown.contains(&name(&met.a))), "{shown}");
        assert!(shown.contains("interpreting.ics"), "{shown}");
        let here = office(&access, &format!("/interpreters/{}", anna.id));
        olga.open(&here);
        assert!(hers.iter().all(|met| olga.page.text.contains(&name(&met.b))), "{}", olga.page.text);
        assert!(olga.get(&format!("{here}/plan.pdf")).status < 400);
        let file = olga.get(&format!("{here}/plan.ics")).html;
        assert_eq!(file.matches("BEGIN:VEVENT").count(), hers.len());
    });
}

#[test]
fn an_interpreter_who_falls_ill_asks_first_and_a_repair_finds_others_or_other_meetings() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        let mut olga = organiser(server, &access);
        sets_up(&mut olga, &access);
        let before = runs_and_publishes(app, &access);
        let anna = lists(app, &access).interpreting.interpreters.remove(0);
        assert_eq!(anna.name, "Anna Schmidt");
        olga.open(&office(&access, &format!("/interpreters/{}/remove", anna.id)));
        olga.press("Remove");
        assert!(olga.page.text.contains("nobody interprets at that time"), "{}", olga.page.text);
        assert_eq!(
            lists(app, &access).interpreting.interpreters.len(),
            2,
            "nothing is stored before somebody says so"
        );
        olga.press("Save and decide later");
        assert_eq!(lists(app, &access).interpreting.interpreters.len(), 1);
        fills_holes(&mut olga, app, &access);
        let number = rounds::list(app, &access).unwrap()[0].0.number;
        rounds::publish(app, &access, number).unwrap();
        let after: Vec<Meeting> = planned(app, &access).into_values().collect();
        assert!(is_understood(app, &access, &people, &after) > 2);
        let with = |meetings: &[Meeting]| meetings.iter().filter(|met| met.interpreter.is_some()).count();
        assert!(with(&after) < with(&before), "one interprets less than two");
    });
}

#[test]
fn by_hand_and_by_proposals_nobody_meets_without_a_free_interpreter() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        let mut olga = organiser(server, &access);
        sets_up(&mut olga, &access);
        runs_a_round(&mut olga, app, &access);
        let view = rounds::view(app, &access, 1).unwrap();
        let mut busy: BTreeMap<_, usize> = BTreeMap::new();
        for met in view.meetings.iter().filter(|met| met.meeting.interpreter.is_some()) {
            *busy.entry(met.meeting.slot.clone()).or_default() += 1;
        }
        for met in view.meetings.iter().filter(|met| met.meeting.interpreter.is_some()) {
            for place in rounds::free_places(app, &view, met) {
                let is_full = busy.get(&place.slot).copied().unwrap_or_default() >= 2;
                assert!(place.slot == met.meeting.slot || !is_full, "{place:?}");
            }
        }
        let all: BTreeSet<_> = lists(app, &access).slots.into_iter().map(|slot| slot.id).collect();
        let are_away = |away: BTreeSet<_>| {
            let put = |db: &mut Db| {
                for one in store::interpreters::get(db, &access.event().id)?.interpreters {
                    interpreters::put(db, &access.event().id, &Interpreter { away: away.clone(), ..one })?;
                }
                Ok::<_, store::StoreError>(())
            };
            app.store.write(put).unwrap();
        };
        let stays = |met: &rounds::DraftMeeting| {
            let meeting = &met.meeting;
            let (pair, there) = ((&meeting.a, &meeting.b), (&meeting.slot, meeting.table));
            format!("{:?}", rounds::move_meeting(app, &access, 1, pair, None, there))
        };
        are_away(all);
        let one = |with: bool| view.meetings.iter().find(|met| met.meeting.interpreter.is_some() == with);
        assert!(stays(one(true).unwrap()).contains("NoInterpreter"), "nobody is there to interpret");
        assert!(stays(one(false).unwrap()).starts_with("Ok"));
        let now = rounds::view(app, &access, 1).unwrap();
        assert!(rounds::free_places(app, &now, one(true).unwrap()).is_empty());
        are_away(BTreeSet::new());
        rounds::publish(app, &access, 1).unwrap();
        let meetings: Vec<Meeting> = planned(app, &access).into_values().collect();
        let taken =
            |slot: &_| meetings.iter().filter(|met| met.slot == *slot && met.interpreter.is_some()).count();
        let (mut agreed, mut not_possible) = (0, 0);
        for slot in lists(app, &access).slots {
            let free: Vec<&Participant> = people
                .iter()
                .filter(|one| {
                    !meetings.iter().any(|met| met.slot == slot.id && (met.a == one.id || met.b == one.id))
                })
                .collect();
            for (one, other) in free.iter().zip(free.iter().skip(1)) {
                let probe = Meeting { a: one.id.clone(), b: other.id.clone(), ..meetings[0].clone() };
                if !is_foreign(&people, &probe) || agreed + not_possible > 20 {
                    continue;
                }
                let own = access::own_as_operator(app, &one.id).unwrap();
                let asked = Proposing {
                    to: other.id.clone(),
                    slot: slot.id.clone(),
                    message: String::new(),
                    instead_of: None,
                };
                match proposals::propose(app, &own, &asked) {
                    Ok(()) => {
                        let pending = app.store.read(|db| store::proposals::list_of(db, &one.id)).unwrap();
                        let theirs = access::own_as_operator(app, &other.id).unwrap();
                        proposals::answer(app, &theirs, &pending[0].id, Reply::Accept).unwrap();
                        agreed += 1;
                    }
                    Err(ProposeError::NotPossible) => {
                        not_possible += 1;
                    }
                    Err(_) => {}
                }
            }
            assert!(taken(&slot.id) <= 2);
        }
        let after: Vec<Meeting> = planned(app, &access).into_values().collect();
        is_understood(app, &access, &people, &after);
        assert!(agreed + not_possible > 0);
    });
}

#[test]
fn on_the_day_a_new_pair_has_somebody_whom_no_other_meeting_needs() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        let mut olga = organiser(server, &access);
        sets_up(&mut olga, &access);
        let meetings = runs_and_publishes(app, &access);
        let mut gained = 0;
        for met in &meetings {
            let found =
                rounds::preview(app, &access.at_door(), &met.slot, std::slice::from_ref(&met.a)).unwrap();
            let others = meetings.iter().filter(|other| other.slot == met.slot && other.id != met.id);
            let held = others.filter(|other| other.a != met.a && other.b != met.a).cloned();
            let then: Vec<Meeting> = held.chain(found.gained.iter().cloned()).collect();
            is_understood(app, &access, &people, &then);
            gained += found.gained.len();
        }
        assert!(gained > 3, "{gained} found a partner");
    });
}

#[test]
fn what_an_event_says_of_languages_is_copied_and_who_interprets_is_not() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, _) = event(app);
        let mut olga = organiser(server, &access);
        sets_up(&mut olga, &access);
        olga.open(&office(&access, "/interpreters/new"));
        olga.fill("Name", "").tick("German").press("Save");
        for told in ["Enter the name of the interpreter.", "Tick at least two languages."] {
            assert!(olga.page.text.contains(told), "{}", olga.page.text);
        }
        let said = lists(app, &access);
        let (shift, zones) = (
            rendezvous::domain::agenda_change::Shift { days: 7, minutes: 0 },
            (access.event().time_zone, access.event().time_zone),
        );
        let mut ids = 0..;
        let copy = rendezvous::domain::event_copy::copied(
            &said,
            rendezvous::domain::event_copy::Target { shift, zones },
            || format!("id-{}", ids.next().unwrap()),
        );
        let copy = copy.unwrap().interpreting;
        assert_eq!((copy.rule, copy.interpreters.len()), (LanguageRule::Interpreted, 0));
        let id = access.event().id.clone();
        app.store.write(|db| interpreters::delete_all(db, &id)).unwrap();
        assert!(lists(app, &access).interpreting.interpreters.is_empty());
    });
}
