//! What a draft does not take by hand: a meeting of two who may not have one comes back by no undo, a move to where a meeting is
//! changes nothing, and nobody is added who takes part no longer.

use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::misfit::Accepted;
use rendezvous::domain::participant::Participant;
use rendezvous::domain::registration::RegistrationState;
use rendezvous::domain::round::{PairRule, PairRuleKind};
use rendezvous::domain::wish::{Wish, WishKind};
use rendezvous::services::rounds;
use rendezvous::store::{self, Db};

use super::draft_changes::{address, draft_page, drafted, moves_one, opens_meeting, plan, takes_out, view};
use super::support::app::on_each_database;
use super::support::visitor::Visitor;

#[test]
fn a_meeting_that_was_taken_out_comes_back_by_an_undo_only_while_its_two_people_may_have_it() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, mut olga) = drafted(server);
        let before = plan(app, &access);
        let of = |who: &ParticipantId| before.iter().filter(|one| one.a == *who || one.b == *who).count();
        let removed = before.iter().find(|one| of(&one.a) > 1).unwrap().clone();
        let (a, b) = (&removed.a, &removed.b);
        takes_out(&mut olga, &access, &removed);
        let without = plan(app, &access);
        let refused = |olga: &mut Visitor, why: &str| {
            olga.open(&draft_page(&access));
            olga.press("Undo");
            assert_eq!(olga.page.status, 409);
            assert!(olga.page.text.contains(why), "{}", olga.page.text);
            assert_eq!(plan(app, &access), without);
        };

        let known = app.store.read(|db| store::wishes::list_from(db, a)).unwrap();
        let known = known.into_iter().find(|wish| wish.to == *b);
        let block = Wish {
            from: a.clone(),
            to: b.clone(),
            kind: WishKind::Block,
            message: String::new(),
            shown: false,
            created_at: app.clock.now(),
        };
        app.store.write(|db| store::wishes::put(db, &access.event().id, &block)).unwrap();
        refused(&mut olga, "This pair is not possible");
        app.store
            .write(|db| match &known {
                Some(wish) => store::wishes::put(db, &access.event().id, wish),
                None => store::wishes::delete(db, a, b),
            })
            .unwrap();

        let rule = |rule: Option<PairRule>| {
            rounds::set_pair_rule(app, &access, (a, b), rule, &Accepted::default()).unwrap();
        };
        let forbid =
            PairRule { a: a.clone(), b: b.clone(), kind: PairRuleKind::Forbid, slot: None, table: None };
        rule(Some(forbid));
        refused(&mut olga, "This pair is not possible");
        rule(None);

        let person = app.store.read(|db| store::participants::get(db, a)).unwrap();
        let wants = |most: u32| {
            let stored = app.store.read(|db| store::participants::get(db, a)).unwrap();
            let mut changed = Participant { profile: person.profile.clone(), ..stored };
            changed.profile.attendance.max_meetings = most;
            app.store.write(|db| store::participants::update(db, &changed)).unwrap();
        };
        wants(u32::try_from(of(a) - 1).unwrap());
        refused(&mut olga, "already has the maximum number of meetings");
        wants(person.profile.attendance.max_meetings);

        olga.open(&draft_page(&access));
        olga.press("Undo");
        assert_eq!(plan(app, &access), before);
    });
}

#[test]
fn a_move_to_where_a_meeting_is_already_changes_nothing_and_is_nowhere_noted() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, mut olga) = drafted(server);
        let as_solved = view(app, &access);
        opens_meeting(&mut olga, &access, &plan(app, &access)[0]);
        olga.press("Move the meeting");
        assert_eq!(olga.page.status, 200);
        let now = view(app, &access);
        assert_eq!((now.report, now.steps), (as_solved.report, Vec::new()));
        olga.open(&format!("/organiser/events/{}/log", access.event().slug));
        assert!(!olga.page.text.contains("Meeting of a draft moved"), "{}", olga.page.text);
    });
}

#[test]
fn a_draft_is_still_changed_by_hand_when_who_was_moved_is_deleted_and_the_rest_is_undone() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, mut olga) = drafted(server);
        let moved = moves_one(&mut olga, app, &access);
        let of_others = |ids: [&ParticipantId; 2]| !ids.contains(&&moved.a) && !ids.contains(&&moved.b);
        let plan = plan(app, &access);
        let removed = plan.iter().find(|one| of_others([&one.a, &one.b])).unwrap();
        takes_out(&mut olga, &access, removed);
        olga.press("Undo");
        app.store.write(|db| store::erasure::forget_people(db, &[&moved.a])).unwrap();
        assert!(view(app, &access).is_changed_by_hand());
        olga.open(&draft_page(&access));
        assert!(olga.page.text.contains("was changed by hand"), "{}", olga.page.text);
    });
}

#[test]
fn a_meeting_of_somebody_who_has_cancelled_meanwhile_is_refused_and_others_can_be_chosen() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, mut olga) = drafted(server);
        let removed = plan(app, &access).remove(0);
        takes_out(&mut olga, &access, &removed);
        let without = plan(app, &access);
        olga.follow("Add a meeting");
        olga.fill("One of them", &address(app, &removed.a)).fill("The other one", &address(app, &removed.b));
        olga.press("Show when they can meet");
        let state = RegistrationState::Cancelled;
        let cancels =
            |db: &mut Db| store::registrations::update_state(db, &removed.b, state, app.clock.now());
        app.store.write(cancels).unwrap();
        olga.press("Add the meeting");
        assert_eq!(olga.page.status, 409);
        assert!(olga.page.text.contains("no longer registered"), "{}", olga.page.text);
        olga.fill("One of them", &address(app, &removed.a));
        assert_eq!(plan(app, &access), without);
    });
}
