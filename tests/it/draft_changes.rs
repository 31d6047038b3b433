//! What an organiser does to a draft by hand, at its pages: undone and made again, added, swapped; thrown away and restored.

use chrono::Duration;
use rendezvous::app::App;
use rendezvous::domain::account::Role;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::misfit::Accepted;
use rendezvous::domain::round::{PairRule, PairRuleKind, RoundMeeting, RoundState};
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::rounds::{self, RoundView};
use rendezvous::services::{demo, trusted_time};
use rendezvous::store;

use super::support::app::{TestApp, on_each_database};
use super::support::organisers::with_role;
use super::support::page::Kind;
use super::support::rounds::{name, organiser, rounds_page};
use super::support::visitor::Visitor;

/// An event with a draft, and its page open.
pub fn drafted(server: &TestApp) -> (ChangeAccess, Visitor) {
    let demo = demo::fill(&server.app, 40, 7).unwrap();
    let access = access::change_as(&server.app, &demo.organiser, demo.slug).unwrap();
    let settings = RoundSettings { effort: Effort::Quick, most_meetings: 4, ..RoundSettings::default() };
    rounds::run(&server.app, &access, &settings, Some(1)).unwrap();
    let mut visitor = organiser(server, &access);
    visitor.open(&draft_page(&access));
    (access, visitor)
}

pub fn draft_page(access: &ChangeAccess) -> String {
    format!("{}/1", rounds_page(access))
}

pub fn view(app: &App, access: &ChangeAccess) -> RoundView {
    rounds::view(app, access, 1).unwrap()
}

/// The draft's meetings, by pair.
pub fn plan(app: &App, access: &ChangeAccess) -> Vec<RoundMeeting> {
    let mut plan: Vec<RoundMeeting> =
        view(app, access).meetings.into_iter().map(|draft| draft.meeting).collect();
    plan.sort_by(|one, other| (&one.a, &one.b).cmp(&(&other.a, &other.b)));
    plan
}

pub fn opens_meeting(visitor: &mut Visitor, access: &ChangeAccess, meeting: &RoundMeeting) {
    visitor.open(&format!("{}/meeting?a={}&b={}", draft_page(access), meeting.a, meeting.b));
    assert_eq!(visitor.page.status, 200, "{}", visitor.page.text);
}

/// Takes a meeting out of the draft.
pub fn takes_out(visitor: &mut Visitor, access: &ChangeAccess, meeting: &RoundMeeting) {
    opens_meeting(visitor, access, meeting);
    visitor.press("Take it out of the draft");
}

/// Entries of the list with this label: text and value.
pub fn entries(visitor: &Visitor, label: &str) -> Vec<(String, String)> {
    match &visitor.page.field(label).kind {
        Kind::Choice(entries) => entries.clone(),
        other => panic!("“{label}” is no list: {other:?}"),
    }
}

/// Moves the first meeting that can be moved to the first other time that is offered.
pub fn moves_one(visitor: &mut Visitor, app: &App, access: &ChangeAccess) -> RoundMeeting {
    for meeting in plan(app, access) {
        opens_meeting(visitor, access, &meeting);
        if !visitor.page.text.contains("Only times at which both are there") {
            continue;
        }
        let there = entries(visitor, "Time").into_iter().find(|(_, slot)| *slot != meeting.slot.0);
        if let Some((label, _)) = there {
            visitor.choose("Time", &label).press("Move the meeting");
            assert!(visitor.page.text.contains("The draft is changed"), "{}", visitor.page.text);
            return meeting;
        }
    }
    panic!("no meeting can be moved")
}

pub fn address(app: &App, id: &ParticipantId) -> String {
    let person = app.store.read(|db| store::participants::get(db, id)).unwrap().profile.person;
    person.email.unwrap().as_str().to_string()
}

#[test]
fn a_change_by_hand_is_undone_and_made_again_by_any_organiser_and_says_what_it_was() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, mut olga) = drafted(server);
        let before = plan(app, &access);
        let figures = view(app, &access).report.figures;
        let moved = moves_one(&mut olga, app, &access);
        let after_move = plan(app, &access);
        let removed = after_move.iter().find(|one| one.a != moved.a && one.b != moved.b).unwrap().clone();
        takes_out(&mut olga, &access, &removed);
        let after_both = plan(app, &access);
        assert_eq!(after_both.len(), before.len() - 1);

        // Somebody else sees the same history.
        let mut paul = with_role(server, "paul@example.org", &access.event().id, Role::Organiser);
        paul.open(&draft_page(&access));
        let taken_out = [name(app, &removed.a), "taken out".to_string()];
        let undo = paul.page.text.split("Undo: ").nth(1).unwrap_or_default().to_string();
        assert!(taken_out.iter().all(|part| undo.contains(part)), "{undo}");
        assert!(paul.page.text.contains("All 2 changes"), "{}", paul.page.text);
        paul.press("Undo");
        assert!(paul.page.text.contains("The change is undone"), "{}", paul.page.text);
        assert_eq!(plan(app, &access), after_move);
        let redo = paul.page.text.split("Redo: ").nth(1).unwrap_or_default().to_string();
        assert!(taken_out.iter().all(|part| redo.contains(part)), "{redo}");
        paul.press("Undo");
        assert_eq!(plan(app, &access), before);
        assert_eq!(view(app, &access).report.figures, figures);
        assert!(!paul.page.text.contains("Undo: "), "{}", paul.page.text);
        assert!(!paul.page.text.contains("was changed by hand"), "all of it is undone");
        paul.press("Redo");
        assert_eq!(plan(app, &access), after_move);
        paul.press("Redo");
        assert!(paul.page.text.contains("The change is redone"), "{}", paul.page.text);
        assert_eq!(plan(app, &access), after_both);
        assert!(!paul.page.text.contains("Redo: "), "{}", paul.page.text);

        // Another change after an undone one: that one cannot be made again.
        paul.press("Undo");
        let other = after_move.iter().find(|one| **one != removed && one.a != moved.a).unwrap().clone();
        takes_out(&mut paul, &access, &other);
        assert!(!paul.page.text.contains("Redo: "), "{}", paul.page.text);

        // Whoever may only look sees what was done and no button.
        let mut viewer = with_role(server, "vera@example.org", &access.event().id, Role::Viewer);
        viewer.open(&draft_page(&access));
        assert!(viewer.page.text.contains("Changes by hand") && !viewer.page.text.contains("Undo: "));
    });
}

#[test]
fn an_undo_of_what_somebody_else_has_undone_or_outdone_is_refused_in_a_sentence() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, mut olga) = drafted(server);
        let before = plan(app, &access);
        moves_one(&mut olga, app, &access);
        let mut paul = with_role(server, "paul@example.org", &access.event().id, Role::Organiser);
        paul.open(&draft_page(&access));
        olga.press("Undo");
        paul.press("Undo");
        assert_eq!(paul.page.status, 409);
        assert!(paul.page.text.contains("This draft has changed in the meantime"), "{}", paul.page.text);
        assert_eq!(plan(app, &access), before);

        // One of the two stays away, to whom a meeting would go back.
        olga.press("Redo");
        let after = plan(app, &access);
        let person = before.iter().find(|one| !after.contains(one)).unwrap().a.clone();
        app.store
            .write(|db| {
                let mut away = store::participants::get(db, &person)?;
                away.profile.attendance.blocks.clear();
                store::participants::update(db, &away)
            })
            .unwrap();
        olga.press("Undo");
        assert_eq!(olga.page.status, 409);
        assert!(olga.page.text.contains("is not there at that time"), "{}", olga.page.text);
        assert_eq!(plan(app, &access), after);
    });
}

#[test]
fn a_pair_that_is_pinned_or_forbidden_from_a_draft_is_free_again_by_an_undo() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, mut olga) = drafted(server);
        let meeting = plan(app, &access).remove(0);
        let rules = |app: &App| rounds::list_pair_rules(app, &access, "", 1).unwrap().rules;
        opens_meeting(&mut olga, &access, &meeting);
        olga.press("Pin at this time and table");
        opens_meeting(&mut olga, &access, &meeting);
        let pinned = rules(app);
        assert_eq!((pinned.len(), pinned[0].slot.as_ref()), (1, Some(&meeting.slot)));
        olga.press("Forbid");
        let forbidden = rules(app);
        assert_ne!(forbidden, pinned);
        olga.open(&draft_page(&access));
        let undo = olga.page.text.split("Undo: ").nth(1).unwrap_or_default().to_string();
        assert!(undo.contains(&name(app, &meeting.a)) && undo.contains(": excluded"), "{undo}");
        olga.press("Undo");
        assert_eq!(rules(app), pinned);
        olga.press("Undo");
        assert_eq!(rules(app), Vec::new());
        olga.press("Redo");
        assert_eq!(rules(app), pinned);

        // Already so: it was ruled on the page of the pairs meanwhile.
        let rule = |rule: Option<PairRule>| {
            let pair = (&meeting.a, &meeting.b);
            rounds::set_pair_rule(app, &access, pair, rule, &Accepted::default()).unwrap();
        };
        rule(None);
        olga.press("Undo");
        assert!(olga.page.text.contains("The change is undone"), "{}", olga.page.text);
        assert_eq!(rules(app), Vec::new());
        olga.press("Redo");
        assert_eq!(rules(app), pinned);

        // Ruled otherwise there.
        rule(Some(PairRule { kind: PairRuleKind::Forbid, slot: None, table: None, ..pinned[0].clone() }));
        let ruled = rules(app);
        olga.press("Undo");
        assert_eq!(olga.page.status, 409);
        assert!(olga.page.text.contains("cannot be undone or redone"), "{}", olga.page.text);
        assert_eq!(rules(app), ruled);
    });
}

#[test]
fn a_meeting_is_added_for_two_people_at_a_time_that_works_and_a_pair_that_may_not_meet_is_refused() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, mut olga) = drafted(server);
        let removed = plan(app, &access).remove(0);
        takes_out(&mut olga, &access, &removed);
        let without = plan(app, &access);
        olga.follow("Add a meeting");
        olga.fill("One of them", &address(app, &removed.a)).fill("The other one", &address(app, &removed.a));
        olga.press("Show when they can meet");
        assert!(olga.page.text.contains("one and the same person"), "{}", olga.page.text);
        olga.fill("One of them", &address(app, &removed.a)).fill("The other one", &address(app, &removed.b));
        olga.press("Show when they can meet");
        assert!(olga.page.text.contains("Why they meet"), "{}", olga.page.text);
        assert!(entries(&olga, "Time").iter().any(|(_, slot)| *slot == removed.slot.0));
        let (label, slot) = entries(&olga, "Time")[0].clone();
        olga.choose("Time", &label).press("Add the meeting");
        assert!(olga.page.text.contains("The draft is changed"), "{}", olga.page.text);
        let after = plan(app, &access);
        let added = after.iter().find(|one| (&one.a, &one.b) == (&removed.a, &removed.b)).unwrap();
        assert_eq!(
            (added.slot.as_str(), added.weight, &added.terms),
            (&*slot, removed.weight, &removed.terms)
        );
        assert_eq!(after.len(), without.len() + 1);
        let path = format!(
            "{}/add?person_a={}&person_b={}",
            draft_page(&access),
            address(app, &removed.a),
            address(app, &removed.b)
        );
        olga.open(&path);
        assert!(olga.page.text.contains("have a meeting in this draft already"), "{}", olga.page.text);
        olga.open(&draft_page(&access));
        olga.press("Undo");
        assert_eq!(plan(app, &access), without);

        // Forbidden meanwhile.
        olga.open(&path);
        let mut paul = with_role(server, "paul@example.org", &access.event().id, Role::Organiser);
        paul.open(&format!("/organiser/events/{}/pairs", access.event().slug));
        paul.fill("One of them", &address(app, &removed.a)).fill("The other one", &address(app, &removed.b));
        paul.untick("Pin: they meet in every round").tick("Forbid: they never meet").press("Keep the rule");
        olga.choose("Time", &label).press("Add the meeting");
        assert_eq!(olga.page.status, 409);
        assert!(olga.page.text.contains("This pair is not possible"), "{}", olga.page.text);
        assert_eq!(plan(app, &access), without);
    });
}

#[test]
fn two_meetings_take_each_others_time_and_table_and_nobody_is_in_two_places() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, mut olga) = drafted(server);
        let before = plan(app, &access);
        let offered = before.iter().find(|meeting| {
            opens_meeting(&mut olga, &access, meeting);
            olga.page.text.contains("Swap it with another meeting")
        });
        let one = offered.expect("some meeting can be swapped").clone();
        let (label, value) = entries(&olga, "The other meeting")[0].clone();
        let parts: Vec<&str> = value.split('|').collect();
        let other = before.iter().find(|it| it.a.as_str() == parts[0] && it.b.as_str() == parts[1]).unwrap();
        let mut paul = with_role(server, "paul@example.org", &access.event().id, Role::Organiser);
        opens_meeting(&mut paul, &access, &one);
        olga.choose("The other meeting", &label).press("Swap the two meetings");
        assert!(olga.page.text.contains("The draft is changed"), "{}", olga.page.text);
        let after = plan(app, &access);
        let now = |was: &RoundMeeting| after.iter().find(|it| it.a == was.a && it.b == was.b).unwrap();
        assert_eq!((&now(&one).slot, now(&one).table), (&other.slot, other.table));
        assert_eq!((&now(other).slot, now(other).table), (&one.slot, one.table));
        let mut seats: Vec<(&ParticipantId, &str)> =
            after.iter().flat_map(|it| [(&it.a, it.slot.as_str()), (&it.b, it.slot.as_str())]).collect();
        let all = seats.len();
        seats.sort_unstable();
        seats.dedup();
        assert_eq!(seats.len(), all);

        // Whoever had the page open before does not swap back by accident.
        paul.choose("The other meeting", &label).press("Swap the two meetings");
        assert_eq!(paul.page.status, 409);
        assert!(paul.page.text.contains("Somebody else has moved this meeting"), "{}", paul.page.text);
        olga.press("Undo");
        assert_eq!(plan(app, &access), before);
    });
}

#[test]
fn a_draft_that_was_thrown_away_is_restored_within_a_day_and_gone_after_it() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, mut olga) = drafted(server);
        moves_one(&mut olga, app, &access);
        let changed = plan(app, &access);
        olga.follow("Throw this draft away");
        assert!(olga.page.text.contains("You can restore it for 24 hours"), "{}", olga.page.text);
        olga.press("Throw it away");
        assert!(olga.page.text.contains("You can restore it for 24 hours"), "{}", olga.page.text);
        assert_eq!(view(app, &access).round.state, RoundState::Discarded);
        server.pass(Duration::hours(23));
        trusted_time::watch(app).unwrap();
        assert_eq!(rounds::forget_discarded(app).unwrap(), 0);
        let mut paul = with_role(server, "paul@example.org", &access.event().id, Role::Organiser);
        paul.open(&rounds_page(&access));
        let mut rita = with_role(server, "rita@example.org", &access.event().id, Role::Organiser);
        rita.open(&rounds_page(&access));
        for organiser in [&mut paul, &mut rita] {
            organiser.press("Restore");
            assert!(organiser.page.text.contains("The draft is restored"), "{}", organiser.page.text);
        }
        assert_eq!(plan(app, &access), changed);
        paul.press("Undo");
        assert!(paul.page.text.contains("The change is undone"), "{}", paul.page.text);

        paul.follow("Throw this draft away");
        paul.press("Throw it away");
        server.pass(Duration::hours(25));
        let mut late = with_role(server, "late@example.org", &access.event().id, Role::Organiser);
        late.open(&rounds_page(&access));
        late.press("Restore");
        assert_eq!(late.page.status, 409);
        assert!(late.page.text.contains("can no longer be restored"), "{}", late.page.text);
        trusted_time::watch(app).unwrap();
        assert_eq!(rounds::forget_discarded(app).unwrap(), 1);
        assert_eq!(plan(app, &access), Vec::new());
        assert!(view(app, &access).steps.is_empty());
        late.open(&rounds_page(&access));
        assert!(late.page.text.contains("The meetings are no longer kept"), "{}", late.page.text);
    });
}

#[test]
fn who_is_deleted_is_in_no_draft_that_was_thrown_away_and_in_no_change_by_hand() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, mut olga) = drafted(server);
        let moved = moves_one(&mut olga, app, &access);
        olga.open(&draft_page(&access));
        olga.follow("Throw this draft away");
        olga.press("Throw it away");
        assert!(plan(app, &access).iter().any(|one| one.a == moved.a));
        assert!(!view(app, &access).steps.is_empty());
        app.store.write(|db| store::erasure::forget_people(db, &[&moved.a])).unwrap();
        assert!(view(app, &access).steps.is_empty());
        olga.open(&rounds_page(&access));
        olga.press("Restore");
        assert!(plan(app, &access).iter().all(|one| one.a != moved.a && one.b != moved.a));
    });
}
