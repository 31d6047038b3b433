//! On the day: somebody does not come, and whoever waits is found a partner whenever one is free, however few tables there are.

use std::collections::BTreeSet;

use rendezvous::app::App;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::meeting::Meeting;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::demo;
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::rounds::{self, Rescued};

use super::databases::on_sqlite;
use super::support::app::on_each_database;
use super::support::rounds::{name, organiser, passes_to, planned, set_tables};

/// A published plan of 30 people in which every table is taken in nearly every slot.
fn full_hall(app: &App, tables: u32) -> ChangeAccess {
    let demo = demo::fill(app, 30, 7).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    set_tables(app, &access, tables);
    let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    let round = rounds::run(app, &access, &quick, Some(1)).unwrap();
    rounds::publish(app, &access, round.number).unwrap();
    access
}

fn rescued(app: &App, access: &ChangeAccess, meeting: &Meeting, absent: &ParticipantId) -> Rescued {
    rounds::preview(app, &access.at_door(), &meeting.slot, std::slice::from_ref(absent)).unwrap()
}

#[test]
fn each_single_no_show_is_made_good_as_often_with_few_tables_as_with_many() {
    on_sqlite(|app| {
        let access = full_hall(app, 4);
        let plan = planned(app, &access);
        let cases: Vec<(&Meeting, &ParticipantId)> =
            plan.values().flat_map(|meeting| [(meeting, &meeting.a), (meeting, &meeting.b)]).collect();
        let pairs = |found: &Rescued| -> BTreeSet<(ParticipantId, ParticipantId)> {
            found.gained.iter().map(|met| (met.a.clone(), met.b.clone())).collect()
        };
        let few: Vec<_> = cases.iter().map(|(m, absent)| pairs(&rescued(app, &access, m, absent))).collect();
        set_tables(app, &access, 20);
        for ((meeting, absent), few) in cases.iter().zip(&few) {
            let many = rescued(app, &access, meeting, absent);
            assert_eq!(few, &pairs(&many), "{absent} is missing in {}", meeting.slot);
            assert!(few.len() + many.waiting.len() == 1, "one waits, and finds a partner or is named");
        }
        let found = few.iter().filter(|pairs| !pairs.is_empty()).count();
        assert!(2 * found > cases.len(), "{found} of {}", cases.len());
    });
}

#[test]
fn where_tables_were_given_back_nobody_is_sent_to_one_that_is_gone_and_those_who_wait_are_seated() {
    on_sqlite(|app| {
        let access = full_hall(app, 6);
        let plan = planned(app, &access);
        // Two tables fewer than the plan uses: what sits at the last two stays there.
        set_tables(app, &access, 4);
        let mut seated = 0;
        for meeting in plan.values().filter(|meeting| meeting.table.is_some_and(|table| table <= 4)) {
            let found = rescued(app, &access, meeting, &meeting.a);
            let at = |met: &Meeting| plan.values().any(|m| m.slot == met.slot && m.table == met.table);
            for new in &found.gained {
                assert!(new.table.is_some_and(|table| table <= 4), "{new:?}");
                assert!(!at(new) || new.table == meeting.table, "a table is taken twice");
            }
            seated += found.gained.len();
        }
        assert!(seated > 5, "{seated} found a partner");
    });
}

#[test]
fn the_page_names_the_partner_where_every_table_is_taken() {
    on_each_database(|server| {
        let app = &server.app;
        let access = full_hall(app, 4);
        let plan = planned(app, &access);
        let in_slot = |slot| plan.values().filter(|m| m.slot == slot).count();
        let full = plan.values().filter(|m| in_slot(m.slot.clone()) == 4);
        let found = full.map(|meeting| (meeting, rescued(app, &access, meeting, &meeting.a)));
        let (meeting, found) = found.into_iter().find(|(_, found)| !found.gained.is_empty()).unwrap();
        passes_to(server, meeting);
        let mut visitor = organiser(server, &access);
        let page = format!("/organiser/events/{}/absent", access.event().slug);
        visitor.open(&format!("{page}?slot={}&absent={}", meeting.slot, meeting.a));
        let text = &visitor.page.text;
        assert!(!text.contains("Nobody who fits is free"), "{text}");
        assert!(text.contains(&format!("{} ", name(app, found.gained[0].partner_of(&meeting.b)))), "{text}");
        visitor.press("Bring them together and send the mails");
        assert_eq!(planned(app, &access).len(), plan.len());
    });
}
