//! Repairing a published plan after people have left: what can be held stays, and the page says what changes for whom.

use std::collections::BTreeMap;

use rendezvous::app::App;
use rendezvous::domain::account::Role;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::lang::Lang;
use rendezvous::domain::meeting::Meeting;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::demo;
use rendezvous::services::registrations;
use rendezvous::services::rounds::settings::{Effort, PublishedPlan, RoundSettings};
use rendezvous::services::rounds::{self, RoundView, StartError};
use rendezvous::store;

use super::databases::{app_on_each_database, on_sqlite};
use super::support::app::{TestApp, on_each_database};
use super::support::organisers::with_role;

const PEOPLE: usize = 80;

type Plan = BTreeMap<(ParticipantId, ParticipantId), Meeting>;

fn planned(app: &App, access: &ChangeAccess) -> Plan {
    let meetings = app.store.read(|db| store::meetings::list_planned(db, &access.event().id)).unwrap();
    meetings.into_iter().map(|meeting| ((meeting.a.clone(), meeting.b.clone()), meeting)).collect()
}

/// An event with a published plan.
fn published(app: &App) -> ChangeAccess {
    let demo = demo::fill(app, PEOPLE, 7).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    let round = rounds::run(app, &access, &quick, Some(1)).unwrap();
    rounds::publish(app, &access, round.number).unwrap();
    access
}

/// The first people of the plan cancel; gives how many meetings that cost.
fn some_leave(app: &App, access: &ChangeAccess, count: usize) -> usize {
    let before = planned(app, access);
    app.clock.advance(chrono::Duration::hours(1));
    let mut leavers: Vec<ParticipantId> = before.keys().map(|(a, _)| a.clone()).collect();
    leavers.dedup();
    for leaver in leavers.iter().take(count) {
        registrations::cancel(app, &access::own_as_operator(app, leaver).unwrap()).unwrap();
    }
    before.len() - planned(app, access).len()
}

fn repaired(app: &App, access: &ChangeAccess, plan: PublishedPlan) -> RoundView {
    let round = rounds::start_repair(app, access, plan).unwrap();
    rounds::wait_for(app, access, round.number).unwrap();
    let view = rounds::view(app, access, round.number).unwrap();
    assert_eq!(view.report.failure, None);
    view
}

#[test]
fn filling_holes_moves_nobody_and_gives_new_partners_to_those_who_lost_one() {
    app_on_each_database(|app| {
        let access = published(app);
        let lost = some_leave(app, &access, 4);
        let before = planned(app, &access);
        let view = repaired(app, &access, PublishedPlan::FillHoles);
        let said = view.report.repair.as_ref().unwrap();
        assert_eq!((said.lost, said.moved), (lost as u64, 0));
        rounds::publish(app, &access, view.round.number).unwrap();
        let after = planned(app, &access);
        for (pair, meeting) in &before {
            let same = &after[pair];
            assert_eq!(
                (&same.slot, same.table, same.sequence),
                (&meeting.slot, meeting.table, meeting.sequence)
            );
        }
        assert!(after.len() > before.len(), "holes were filled");
        assert!(said.people <= said.anew_people);
    });
}

#[test]
fn moving_few_moves_at_most_one_meeting_for_each_that_cannot_be_held_and_cancels_none_else() {
    app_on_each_database(|app| {
        let access = published(app);
        let before = planned(app, &access);
        // Someone leaves at noon: their later meetings cannot be held.
        let early = before.values().max_by_key(|meeting| meeting.starts_at).unwrap().clone();
        app.store
            .write(|db| {
                let mut person = store::participants::get(db, &early.a)?;
                person.profile.attendance.blocks.truncate(1);
                store::participants::update(db, &person)
            })
            .unwrap();
        let view = repaired(app, &access, PublishedPlan::MoveFew);
        let said = view.report.repair.clone().unwrap();
        assert!(said.lost > 0, "a later meeting cannot be held");
        let result = rounds::publish(app, &access, view.round.number).unwrap();
        let after = planned(app, &access);
        let untouched = |pair: &(ParticipantId, ParticipantId)| pair.0 != early.a && pair.1 != early.a;
        let moved = before
            .iter()
            .filter(|(pair, meeting)| {
                untouched(pair) && after.get(*pair).is_some_and(|m| m.slot != meeting.slot)
            })
            .count();
        assert!(moved as u64 <= said.lost, "{moved} moved for {} lost", said.lost);
        assert!(before.keys().filter(|pair| untouched(pair)).all(|pair| after.contains_key(pair)));
        assert!(result.cancelled as u64 <= said.lost);
    });
}

#[test]
fn where_people_cancelled_a_few_meetings_move_so_that_more_can_be_held() {
    on_sqlite(|app| {
        let access = published(app);
        let lost = some_leave(app, &access, 6) as u64;
        let filled = repaired(app, &access, PublishedPlan::FillHoles);
        let moved = repaired(app, &access, PublishedPlan::MoveFew);
        let said = moved.report.repair.clone().unwrap();
        assert_eq!(said.lost, lost);
        assert!(said.moved > 0 && said.moved <= lost, "{} moved for {lost} lost", said.moved);
        let points = |view: &RoundView| {
            let reached = &view.report.figures;
            (reached.mutual, reached.goals_filled, reached.score)
        };
        assert!(points(&moved) > points(&filled), "{:?} {:?}", points(&moved), points(&filled));
    });
}

#[test]
fn what_two_people_agreed_on_themselves_stays_when_everything_is_planned_anew() {
    on_sqlite(|app| {
        let access = published(app);
        let agreed = planned(app, &access).into_values().next().unwrap();
        app.store
            .write(|db| {
                store::meetings::cancel_all(db, &[&agreed.id], app.clock.now())?;
                let id = store::meetings::list_planned(db, &agreed.event)?.len().to_string();
                let own = Meeting { id: id.into(), round: None, ..agreed.clone() };
                store::meetings::insert(db, &own)
            })
            .unwrap();
        for seed in [3, 4] {
            let settings = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
            let round = rounds::run(app, &access, &settings, Some(seed)).unwrap();
            rounds::publish(app, &access, round.number).unwrap();
            let same = &planned(app, &access)[&(agreed.a.clone(), agreed.b.clone())];
            assert_eq!((&same.slot, same.table), (&agreed.slot, agreed.table));
        }
    });
}

#[test]
fn there_is_nothing_to_repair_before_a_round_is_published() {
    on_sqlite(|app| {
        let demo = demo::fill(app, 20, 7).unwrap();
        let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
        let refused = rounds::start_repair(app, &access, PublishedPlan::FillHoles);
        assert!(matches!(refused, Err(StartError::NothingPublished)));
    });
}

#[test]
fn the_organiser_repairs_by_a_button_and_reads_what_changes_for_each_person() {
    on_each_database(|server: &TestApp| {
        let app = &server.app;
        let access = published(app);
        some_leave(app, &access, 3);
        let mut visitor = with_role(server, "olga@example.org", &access.event().id, Role::Organiser);
        let rounds_page = format!("/organiser/events/{}/rounds", access.event().slug);
        visitor.open(&rounds_page);
        assert!(visitor.page.text.contains("Repair the published plan"), "{}", visitor.page.text);
        visitor.press("Fill the holes, move nobody");
        let draft = rounds::list(app, &access).unwrap()[0].0.number;
        // The page asks again until the round is solved.
        for _ in 0..20_000 {
            if !visitor.page.text.contains("Being calculated") {
                break;
            }
            visitor.open(&format!("{rounds_page}/{draft}"));
        }
        assert!(
            visitor.page.text.contains("This draft repairs the published plan."),
            "{}",
            visitor.page.text
        );
        visitor.open(&format!("{rounds_page}/{draft}/publish"));
        let changes = rounds::difference(app, &access, draft, Lang::En).unwrap();
        assert!(!changes.people.is_empty());
        for person in &changes.people {
            assert!(person.lost.is_empty() && person.moved.is_empty(), "only holes are filled");
            let name = &changes.names[&person.participant].profile.person.name;
            assert!(visitor.page.text.contains(name.as_str()), "{name} in {}", visitor.page.text);
        }
    });
}

#[test]
fn whoever_waits_in_vain_gets_a_new_partner_in_the_same_slot_and_nobody_else_is_moved() {
    on_each_database(|server: &TestApp| {
        let app = &server.app;
        let access = published(app);
        let before = planned(app, &access);
        let first = before.values().min_by_key(|meeting| meeting.starts_at).unwrap().starts_at;
        server.pass(first - app.clock.now() + chrono::Duration::minutes(5));
        let mut visitor = with_role(server, "olga@example.org", &access.event().id, Role::Organiser);
        let page = format!("/organiser/events/{}/absent", access.event().slug);
        // Some who do not come leave a partner for whom somebody free is found.
        let in_slot: Vec<&Meeting> = before.values().filter(|meeting| meeting.starts_at == first).collect();
        let missing: Vec<ParticipantId> = in_slot.iter().take(4).map(|meeting| meeting.a.clone()).collect();
        let ticked: String = missing.iter().map(|id| format!("&absent={id}")).collect();
        let slot = &in_slot[0].slot;
        let proposed = rounds::preview(app, &access.at_door(), slot, &missing).unwrap();
        assert_eq!(proposed.lost.len(), 4);
        assert!(!proposed.gained.is_empty(), "of four who wait, one at least finds a partner");
        assert_eq!(planned(app, &access).len(), before.len(), "a look changes nothing");

        visitor.open(&format!("{page}?slot={slot}{ticked}"));
        visitor.press("Bring them together and send the mails");
        assert!(visitor.page.text.contains("have new partners"), "{}", visitor.page.text);
        let after = planned(app, &access);
        let waited: Vec<&ParticipantId> = in_slot.iter().take(4).map(|meeting| &meeting.b).collect();
        for (pair, meeting) in &after {
            match before.get(pair) {
                Some(same) => assert_eq!((&same.slot, same.sequence), (&meeting.slot, meeting.sequence)),
                None => {
                    assert_eq!(&meeting.slot, slot);
                    assert!(waited.contains(&&pair.0) || waited.contains(&&pair.1));
                    assert!(!missing.contains(&pair.0) && !missing.contains(&pair.1));
                }
            }
        }
        assert_eq!(after.len(), before.len() - 4 + proposed.gained.len());

        visitor.open(&format!("{page}?slot={slot}{ticked}"));
        assert_eq!(visitor.page.status, 409);
        assert!(visitor.page.text.contains("has a meeting in this slot any more"), "{}", visitor.page.text);
    });
}
