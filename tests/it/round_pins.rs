//! Pins, announced meetings and tables that no longer fit: a round of an event that is under way leaves out what cannot
//! be, says whom it concerns and why, and goes on.

use rendezvous::app::App;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::lang::Lang;
use rendezvous::domain::meeting::Meeting;
use rendezvous::domain::misfit::Accepted;
use rendezvous::domain::round::{PairRule, PairRuleKind};
use rendezvous::services::access::ChangeAccess;
use rendezvous::services::rounds::{self, Report};
use rendezvous::store;

use super::support::app::on_each_database;
use super::support::organisers::{PASSWORD, signs_in};
use super::support::rounds::{
    fills_holes, name, no_longer_comes, organiser, passes_to, planned, published, rounds_page, runs_a_round,
    set_tables,
};
use super::support::visitor::Visitor;

/// Pins a meeting of the first round at its time and table, by the button on its page.
fn pin_here(visitor: &mut Visitor, access: &ChangeAccess, meeting: &Meeting) {
    visitor.open(&format!("{}/1/meeting?a={}&b={}", rounds_page(access), meeting.a, meeting.b));
    visitor.press("Pin at this time and table");
    assert!(visitor.page.text.contains("Pinned"), "{}", visitor.page.text);
}

/// The page names the pair that was left out, with a link to its rule, and says why.
fn says_left_out(visitor: &Visitor, app: &App, meeting: &Meeting, why: &str) {
    let text = &visitor.page.text;
    assert!(text.contains("One pinned pair was left out"), "{text}");
    assert!(text.contains(why), "{why} in {text}");
    for who in [&meeting.a, &meeting.b] {
        assert!(text.contains(&name(app, who)), "{text}");
    }
    let rule = format!("#pair-{}-{}", meeting.a, meeting.b);
    assert!(visitor.page.links.iter().any(|(_, href)| href.ends_with(&rule)), "{:?}", visitor.page.links);
}

fn call_off(app: &App, meeting: &Meeting) {
    app.store.write(|db| store::meetings::cancel_all(db, &[&meeting.id], app.clock.now())).unwrap();
}

#[test]
fn a_pin_of_somebody_who_is_away_by_now_is_left_out_of_rounds_and_repairs_and_named() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let meeting = planned(app, &access).into_values().next().unwrap();
        let mut visitor = organiser(server, &access);
        pin_here(&mut visitor, &access, &meeting);
        no_longer_comes(app, &meeting.b);
        for run in [runs_a_round, fills_holes] {
            run(&mut visitor, app, &access);
            says_left_out(&visitor, app, &meeting, "is not there at that time");
        }
    });
}

#[test]
fn a_pin_whose_meeting_was_called_off_and_whose_time_has_passed_is_left_out_and_named() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let plan = planned(app, &access);
        let meeting = plan.values().min_by_key(|meeting| meeting.starts_at).unwrap().clone();
        pin_here(&mut organiser(server, &access), &access, &meeting);
        call_off(app, &meeting);
        passes_to(server, &meeting);
        let mut visitor = server.visitor();
        signs_in(&mut visitor, "olga@example.org", PASSWORD);
        for run in [runs_a_round, fills_holes] {
            run(&mut visitor, app, &access);
            says_left_out(&visitor, app, &meeting, "That time has begun");
        }
    });
}

#[test]
fn a_pin_at_a_table_that_is_gone_is_left_out_and_named() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let plan = planned(app, &access);
        let meeting = plan.values().max_by_key(|meeting| meeting.table).unwrap().clone();
        let mut visitor = organiser(server, &access);
        pin_here(&mut visitor, &access, &meeting);
        set_tables(app, &access, meeting.table.unwrap() - 1);
        for run in [runs_a_round, fills_holes] {
            run(&mut visitor, app, &access);
            says_left_out(&visitor, app, &meeting, "There is no such table any more");
        }
    });
}

#[test]
fn with_fewer_tables_past_meetings_stay_where_they_were_and_announced_ones_get_a_table_that_is_there() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let before = planned(app, &access);
        let tables = before.values().filter_map(|meeting| meeting.table).max().unwrap();
        let first = before.values().min_by_key(|meeting| (meeting.starts_at, meeting.table)).unwrap();
        passes_to(server, first);
        let few = tables - 2;
        set_tables(app, &access, few);
        let mut visitor = organiser(server, &access);
        for run in [runs_a_round, fills_holes] {
            run(&mut visitor, app, &access);
            let number = rounds::list(app, &access).unwrap()[0].0.number;
            let draft = rounds::view(app, &access, number).unwrap();
            let past = before.values().filter(|meeting| meeting.starts_at == first.starts_at);
            for met in past {
                let found = draft.meetings.iter().map(|draft| &draft.meeting);
                let same = found.clone().find(|m| m.a == met.a && m.b == met.b).unwrap();
                assert_eq!((&same.slot, same.table), (&met.slot, met.table));
            }
            let to_come = draft.meetings.iter().filter(|draft| draft.meeting.slot != first.slot);
            assert!(to_come.clone().all(|draft| draft.meeting.table.is_some_and(|table| table <= few)));
        }
        visitor.follow("Publish this round");
        let number = rounds::list(app, &access).unwrap()[0].0.number;
        let mailed = rounds::difference(app, &access, number, Lang::En).unwrap().mailed;
        visitor.press(&format!("Publish and mail {mailed} people"));
        let after = planned(app, &access);
        assert!(
            after.values().all(|meeting| {
                meeting.starts_at == first.starts_at || meeting.table.is_some_and(|table| table <= few)
            }),
            "nobody is sent to a table that is gone"
        );
    });
}

#[test]
fn those_who_wait_find_partners_whatever_became_of_a_pin_or_of_the_tables() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let plan = planned(app, &access);
        let first = plan.values().min_by_key(|meeting| meeting.starts_at).unwrap().clone();
        let in_slot: Vec<&Meeting> = plan.values().filter(|meeting| meeting.slot == first.slot).collect();
        let later = plan.values().find(|meeting| meeting.starts_at > first.starts_at).unwrap();
        pin_here(&mut organiser(server, &access), &access, later);
        no_longer_comes(app, &later.a);
        // Of those who sit, some have left the block on their page, and some tables are gone.
        no_longer_comes(app, &in_slot[4].a);
        set_tables(app, &access, in_slot.len() as u32 - 2);
        passes_to(server, &first);
        let mut visitor = server.visitor();
        signs_in(&mut visitor, "olga@example.org", PASSWORD);
        let missing: String =
            in_slot.iter().take(4).map(|meeting| format!("&absent={}", meeting.a)).collect();
        let page = format!("/organiser/events/{}/absent", access.event().slug);
        visitor.open(&format!("{page}?slot={}{missing}", first.slot));
        assert_eq!(visitor.page.status, 200, "{}", visitor.page.text);
        visitor.press("Bring them together and send the mails");
        assert!(visitor.page.text.contains("have new partners"), "{}", visitor.page.text);
        let after = planned(app, &access);
        assert!(in_slot.iter().skip(4).all(|met| after.contains_key(&(met.a.clone(), met.b.clone()))));
    });
}

#[test]
fn a_second_pin_at_the_same_time_is_left_out_and_the_first_is_kept() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let plan = planned(app, &access);
        let first = plan.values().next().unwrap().clone();
        let mut visitor = organiser(server, &access);
        pin_here(&mut visitor, &access, &first);
        let second = plan
            .values()
            .find(|other| other.a == first.a && other.b != first.b || other.b == first.a)
            .unwrap()
            .clone();
        let (kind, slot) = (PairRuleKind::Pin, Some(first.slot.clone()));
        let rule = PairRule { a: second.a.clone(), b: second.b.clone(), kind, slot, table: None };
        rounds::set_pair_rule(app, &access, (&second.a, &second.b), Some(rule), &Accepted::default())
            .unwrap();
        runs_a_round(&mut visitor, app, &access);
        assert!(visitor.page.text.contains("One pinned pair was left out"), "{}", visitor.page.text);
        assert!(
            visitor.page.text.contains("has another meeting at that time")
                || visitor.page.text.contains("is not there at that time"),
            "{}",
            visitor.page.text
        );
    });
}

/// One person shall meet five others, all of them there in a block of four slots alone.
fn pins_five_meetings_into_four_slots(
    app: &App,
    access: &ChangeAccess,
) -> Vec<(ParticipantId, ParticipantId)> {
    let event = &access.event().id;
    let programme = app.store.read(|db| store::programme::get(db, event)).unwrap();
    let block = programme.blocks.iter().find(|block| block.slot_count == 4).unwrap().id.clone();
    let people =
        app.store.read(|db| store::participants::list_in_states(db, event, &["registered"])).unwrap();
    for person in &people[..6] {
        let mut person = person.clone();
        person.profile.attendance.blocks = vec![block.clone()];
        person.profile.attendance.sessions.clear();
        person.profile.attendance.max_meetings = 8;
        app.store.write(|db| store::participants::update(db, &person)).unwrap();
    }
    let pairs = people[1..6].iter().map(|other| {
        let (x, y) = (people[0].id.clone(), other.id.clone());
        if x < y { (x, y) } else { (y, x) }
    });
    let pairs: Vec<_> = pairs.collect();
    for (a, b) in &pairs {
        let (kind, slot, table) = (PairRuleKind::Pin, None, None);
        let rule = PairRule { a: a.clone(), b: b.clone(), kind, slot, table };
        rounds::set_pair_rule(app, access, (a, b), Some(rule), &Accepted::default()).unwrap();
    }
    pairs
}

#[test]
fn pins_that_cannot_be_kept_together_are_named_with_links_to_their_rules_and_a_repair_stays_a_repair() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let pairs = pins_five_meetings_into_four_slots(app, &access);
        let mut visitor = organiser(server, &access);
        for run in [runs_a_round, fills_holes] {
            run(&mut visitor, app, &access);
            let text = &visitor.page.text;
            assert!(text.contains("cannot be kept together: 5 pinned pairs"), "{text}");
            assert!(!text.contains("of at most 0") && !text.contains("no better plan exists"), "{text}");
            for (a, b) in &pairs {
                let rule = format!("#pair-{a}-{b}");
                let link = visitor.page.links.iter().find(|(_, href)| href.ends_with(&rule)).unwrap();
                assert!(link.0.contains(&name(app, a)) && link.0.contains(&name(app, b)), "{link:?}");
            }
        }
        assert!(visitor.page.text.contains("This draft repairs the published plan."));
        let path = visitor.page.links.iter().find(|(_, href)| href.contains("#pair-")).unwrap().1.clone();
        visitor.open(&path);
        let id = path.split_once('#').unwrap().1;
        assert!(visitor.page.ids.iter().any(|known| known == id), "the link leads to the rule");
    });
}

#[test]
fn reports_from_before_reasons_were_kept_are_still_read() {
    let old = r#"{"ignored_pins":[["a","b"]],"conflict":"pins:2","repair":{"lost":1,"moved":0,"people":2,
        "anew_people":3,"anew_score":4,"anew_meetings":5},"shortfalls":[{"participant":"a","has":0,"wished":3,
        "why":{"kind":"hindered","partners":[["b",{"kind":"taken"}]]}}]}"#;
    let report: Report = serde_json::from_str(old).unwrap();
    assert_eq!(report.ignored_pins[0].a.as_str(), "a");
    assert_eq!(report.conflict.as_deref(), Some("pins:2"));
    assert!(report.conflicts.is_empty() && report.repair.unwrap().missed.is_empty());
}
