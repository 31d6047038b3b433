//! An act may change a row again and again, give it another key, take it away and bring it back, and rows may change places: an
//! undo finds the first state of each.

use chrono::Duration;
use diesel::connection::SimpleConnection;
use rendezvous::domain::act::Act;
use rendezvous::services::access::{Actor, ChangeAccess};
use rendezvous::services::acts;
use rendezvous::store::{self, StoreError};

use crate::support::app::TestApp;
use crate::support::rounds::{organiser, planned, published};
use crate::support::undone::{as_in_life, difference, kept};

/// Runs statements as one act; gives the page that undoes it.
fn does(app: &TestApp, access: &ChangeAccess, statements: &[String]) -> String {
    let now = app.app.clock.now();
    let Actor::Organiser(account) = access.actor() else { panic!("nobody's act") };
    let event = access.event();
    let act = Act {
        id: app.app.random.id(now),
        event: event.id.clone(),
        account: account.clone(),
        done_at: now,
        mails_wait: Duration::zero(),
    };
    let page = format!("/organiser/events/{}/acts/{}/undo", event.slug, act.id);
    let run = || {
        app.app.store.write(|db| {
            for statement in statements {
                db.batch_execute(statement)?;
            }
            Ok::<_, StoreError>(())
        })
    };
    acts::doing(Some(act), run).unwrap();
    page
}

/// Two meetings of one slot that change tables, one of which moves on to the place of a third that is called off.
fn places_change_hands(app: &TestApp, access: &ChangeAccess) -> Vec<String> {
    let mut plan: Vec<_> = planned(&app.app, access).into_values().collect();
    plan.sort_by_key(|meeting| (meeting.starts_at, meeting.table));
    let [one, other, third] = &plan[..3] else { panic!("too few meetings") };
    assert!(one.slot == other.slot && other.slot == third.slot, "three of one slot");
    let at = |meeting: &str, table: Option<u32>| {
        let table = table.map_or("NULL".to_string(), |table| table.to_string());
        format!("UPDATE meetings SET table_no = {table}, sequence = sequence + 1 WHERE id = '{meeting}'")
    };
    vec![
        at(one.id.as_str(), None),
        at(other.id.as_str(), one.table),
        at(one.id.as_str(), other.table),
        format!("UPDATE meetings SET state = 'cancelled' WHERE id = '{}'", third.id),
        format!("DELETE FROM meeting_seats WHERE meeting_id = '{}'", third.id),
        at(one.id.as_str(), third.table),
    ]
}

/// An interest that is written twice, goes to another topic, is written there, goes, and comes back otherwise.
fn an_interest_wanders(app: &TestApp, access: &ChangeAccess) -> Vec<String> {
    let event = &access.event().id;
    let topics = app.app.store.read(|db| store::programme::get(db, event)).unwrap().topics;
    let busy = planned(&app.app, access).into_values().next().unwrap().a;
    let person = app.app.store.read(|db| store::participants::get(db, &busy)).unwrap();
    let own = &person.profile.interests;
    let (from, free) = (&own[0], topics.iter().find(|topic| own.iter().all(|one| one.topic != topic.id)));
    let free = &free.unwrap().id;
    let row = |topic: &str| {
        format!("participant_id = '{busy}' AND topic_id = '{topic}' AND kind = '{}'", from.kind.code())
    };
    let text = |topic: &str, text: &str| format!("UPDATE interests SET text = '{text}' WHERE {}", row(topic));
    let columns = "participant_id, topic_id, kind, text";
    vec![
        text(from.topic.as_str(), "once"),
        text(from.topic.as_str(), "twice"),
        format!("UPDATE interests SET topic_id = '{free}' WHERE {}", row(from.topic.as_str())),
        text(free.as_str(), "there"),
        format!("DELETE FROM interests WHERE {}", row(free.as_str())),
        format!(
            "INSERT INTO interests ({columns}) VALUES ('{busy}', '{free}', '{}', 'anew')",
            from.kind.code()
        ),
        text(free.as_str(), "anew, and otherwise"),
    ]
}

/// Somebody who leaves a block and is there again, and a country that is another one for a moment.
fn some_come_back(app: &TestApp, access: &ChangeAccess) -> Vec<String> {
    let busy = planned(&app.app, access).into_values().next().unwrap().b;
    let person = app.app.store.read(|db| store::participants::get(db, &busy)).unwrap();
    let block = &person.profile.attendance.blocks[0];
    let country = |code: &str| format!("UPDATE participants SET country = '{code}' WHERE id = '{busy}'");
    vec![
        format!("DELETE FROM attended_blocks WHERE participant_id = '{busy}' AND block_id = '{block}'"),
        format!("INSERT INTO attended_blocks (participant_id, block_id) VALUES ('{busy}', '{block}')"),
        country("XX"),
        country(&person.profile.person.country),
        format!("UPDATE participants SET name = 'Nobody', updated_at = created_at WHERE id = '{busy}'"),
        format!("UPDATE participants SET name = 'Somebody', organisation = 'Elsewhere' WHERE id = '{busy}'"),
    ]
}

#[test]
fn whatever_becomes_of_a_row_within_one_act_an_undo_finds_its_first_state() {
    as_in_life(|app| {
        let access = published(&app.app);
        let mut olga = organiser(app, &access);
        for acts in [places_change_hands, an_interest_wanders, some_come_back] {
            let before = kept(app);
            let undo = does(app, &access, &acts(app, &access));
            assert_ne!(kept(app), before, "something is changed");
            let page = olga.send(&undo, &[]);
            assert_eq!(page.status, 303, "{}", page.text);
            let left = difference(&before, &kept(app));
            assert!(left.is_empty(), "{left:#?}");
        }
    });
}
