//! What is at the same time stands side by side on the pages of an agenda, and nothing else does.

use chrono::{DateTime, TimeZone, Utc};
use proptest::prelude::*;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, Session};
use rendezvous::domain::lang::{Lang, Localised};
use rendezvous::domain::parallel::{Cell, Span, groups};
use rendezvous::store;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::organisers::with_role;
use crate::support::random_cases::random_cases;

fn at(minute: i64) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2027, 3, 10, 8, 0, 0).unwrap() + chrono::Duration::minutes(minute)
}

proptest! {
    #![proptest_config(random_cases(300))]

    #[test]
    fn nothing_is_drawn_upon_another_and_each_entry_once(
        entries in proptest::collection::vec((0_i64..40, 1_i64..9, 0_usize..4), 0..14),
    ) {
        let rooms = ["", "Hall", "Room 1", "Room 2"];
        let span = |(from, lasts, room): &(i64, i64, usize)| -> Span<'static> {
            (at(from * 15), at((from + lasts) * 15), rooms[*room])
        };
        let mut spans: Vec<Span<'static>> = entries.iter().map(span).collect();
        spans.sort();
        let groups = groups(&spans);
        let mut drawn: Vec<usize> = groups.iter().flat_map(|group| &group.cells).map(|cell| cell.entry).collect();
        drawn.sort_unstable();
        prop_assert_eq!(drawn, (0..spans.len()).collect::<Vec<_>>());
        for group in groups {
            let apart = |x: &Cell, y: &Cell| {
                x.column != y.column || x.row + x.rows <= y.row || y.row + y.rows <= x.row
            };
            let overlap = |x: &Cell, y: &Cell| {
                let (x, y) = (spans[x.entry], spans[y.entry]);
                x.0 < y.1 && y.0 < x.1
            };
            for (n, x) in group.cells.iter().enumerate() {
                prop_assert!(group.cells.iter().skip(n + 1).all(|y| apart(x, y)), "{:?}", group);
                let beside = group.cells.iter().any(|y| y.entry != x.entry && overlap(x, y));
                prop_assert!(group.columns == 1 || beside, "{:?}", group);
            }
        }
    }
}

fn add(app: &TestApp, event: &Event, title: &str, room: &str, hours: (i64, i64)) {
    let title = Localised::one(Lang::En, title);
    let id = app.app.random.id(app.app.clock.now());
    let session = Session::plain(id, title, room.to_string(), (at(hours.0 * 60), at(hours.1 * 60)));
    app.app.store.write(|db| store::agenda::insert_session(db, &event.id, &session)).unwrap();
}

#[test]
fn parallel_sessions_stand_side_by_side_by_room_on_both_pages_in_the_order_of_time() {
    on_each_database(|app| {
        let event = an_event(app).make();
        // The opening and the meeting block of the event are each by itself.
        for (title, room, hours) in [
            ("Steel", "Room 1", (5, 7)),
            ("Glass", "Room 2", (5, 6)),
            ("Wood", "Room 2", (6, 7)),
            ("Closing", "Hall A", (8, 9)),
        ] {
            add(app, &event, title, room, hours);
        }
        let mut grace = with_role(app, "grace@example.org", &event.id, Role::Organiser);
        for path in ["/e/clusters", "/organiser/events/clusters/agenda"] {
            let page = grace.open(path).clone();
            assert_eq!(page.html.matches("class=\"parallel\"").count(), 1, "{path}: {}", page.html);
            assert!(page.text.contains("at the same time"), "{path}");
            let order = ["Opening", "Morning meetings", "Glass", "Steel", "Wood", "Closing"];
            let places: Vec<usize> = order.iter().map(|title| page.html.find(title).unwrap()).collect();
            assert!(places.is_sorted(), "{path}: {places:?}");
            for placed in ["col-1 row-1 rows-1", "col-2 row-1 rows-2", "col-1 row-2 rows-1"] {
                assert_eq!(page.html.matches(placed).count(), 1, "{path}: {placed}: {}", page.html);
            }
            assert!(!page.html.contains("style="), "{path}");
        }
    });
}
