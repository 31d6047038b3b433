//! Publishing prepares outside any transaction: nobody waits for its mails, and what changes meanwhile is not overwritten.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use diesel::RunQueryDsl;
use diesel::dsl::sql;
use diesel::sql_types::BigInt;
use rendezvous::app::App;
use rendezvous::domain::event::Session;
use rendezvous::domain::ids::{EventId, ParticipantId, SessionId};
use rendezvous::domain::lang::Localised;
use rendezvous::domain::mail::MailKind;
use rendezvous::domain::participant::Participant;
use rendezvous::domain::registration::RegistrationState;
use rendezvous::domain::round::RoundState;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::demo;
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::rounds::{self, PublishError, RoundView};
use rendezvous::store::outbox::OutboxFilter;
use rendezvous::store::{self, Db, StoreError};

use super::support::app::on_two_servers;
use super::support::rounds::{planned, set_tables};

/// A draft of an event of which nothing is published yet.
fn draft(app: &App) -> (ChangeAccess, RoundView) {
    draft_after(app, |_, _| Ok(()))
}

/// The same for an event that is changed before.
fn draft_after(
    app: &App,
    change: impl Fn(&mut Db, &EventId) -> Result<(), StoreError>,
) -> (ChangeAccess, RoundView) {
    let demo = demo::fill(app, 60, 7).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    app.store.write(|db| change(db, &access.event().id)).unwrap();
    let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    let round = rounds::run(app, &access, &quick, Some(1)).unwrap();
    let view = rounds::view(app, &access, round.number).unwrap();
    (access, view)
}

/// Whether somebody waits for a lock in the database of this server.
fn somebody_waits(app: &App) -> bool {
    let waiting = |db: &mut Db| {
        let Db::Pg(pg) = db else { return Ok(0) };
        let count = "(SELECT count(*) FROM pg_stat_activity \
                     WHERE datname = current_database() AND wait_event_type = 'Lock')";
        Ok::<i64, StoreError>(diesel::select(sql::<BigInt>(count)).get_result(pg)?)
    };
    app.store.read(waiting).unwrap() > 0
}

/// Somebody else changes the event just when a publication, which is prepared by then, waits to be written.
fn published_while(
    (one, other): (&App, &App),
    access: &ChangeAccess,
    number: u32,
    change: impl Fn(&mut Db) -> Result<(), StoreError> + Sync,
) -> Result<rounds::Published, PublishError> {
    std::thread::scope(|threads| {
        let publishing = other.store.write(|db| {
            store::events::lock(db, &access.event().id)?;
            let publishing = threads.spawn(|| rounds::publish(one, access, number));
            let begun = Instant::now();
            while !somebody_waits(one) {
                assert!(begun.elapsed() < Duration::from_secs(120), "it never waits for the event");
                std::thread::sleep(Duration::from_millis(10));
            }
            change(db)?;
            Ok::<_, StoreError>(publishing)
        });
        publishing.unwrap().join().unwrap()
    })
}

fn address(app: &App, id: &ParticipantId) -> String {
    let person = app.store.read(|db| store::participants::get(db, id)).unwrap().profile.person;
    person.email.unwrap().as_str().to_string()
}

#[test]
fn what_changes_while_a_publication_is_prepared_stands_in_its_mails() {
    on_two_servers(|one, other| {
        let (access, view) = draft(&one.app);
        let (renamed, partner) = (&view.meetings[0].a.id, &view.meetings[0].b.id);
        let rename = |db: &mut Db| {
            let mut person = store::participants::get(db, renamed)?;
            person.profile.person.name = "Zuzana Nováková".to_string();
            store::participants::update(db, &person)
        };
        published_while((&one.app, &other.app), &access, 1, rename).unwrap();
        for who in [renamed, partner] {
            let mails = one.mails_to(&address(&one.app, who));
            assert!(mails.iter().any(|mail| mail.text.contains("Zuzana Nováková")), "{mails:#?}");
        }
    });
}

#[test]
fn what_makes_a_draft_impossible_while_its_publication_is_prepared_refuses_it() {
    on_two_servers(|one, other| {
        let (access, view) = draft(&one.app);
        let last = view.meetings.iter().filter_map(|draft| draft.meeting.table).max().unwrap();
        assert!(last > 1);
        set_tables(&one.app, &access, last);
        let fewer = |db: &mut Db| {
            let mut event = store::events::get(db, &access.event().id)?;
            if let rendezvous::domain::event::Venue::Onsite { tables, .. } = &mut event.venue {
                *tables = last - 1;
            }
            store::events::update(db, &event, one.app.clock.now())
        };
        let refused = published_while((&one.app, &other.app), &access, 1, fewer);
        assert!(matches!(refused, Err(PublishError::Outdated(_))), "{refused:?}");
        assert!(planned(&one.app, &access).is_empty(), "nothing is written");
    });
}

/// A session with one place at the times of all meetings.
fn one_place(db: &mut Db, event: &EventId) -> Result<Session, StoreError> {
    let slots = store::agenda::list_slots(db, event)?;
    let (from, to) =
        (slots.iter().map(|slot| slot.starts_at).min(), slots.iter().map(|slot| slot.ends_at).max());
    let id = SessionId("the-only-place".to_string());
    let plain = Session::plain(id, Localised::default(), "Hall".to_string(), (from.unwrap(), to.unwrap()));
    let session = Session { places: Some(1), ..plain };
    store::agenda::insert_session(db, event, &session)?;
    Ok(session)
}

#[test]
fn who_gets_a_place_in_a_session_while_a_publication_is_prepared_is_not_sent_to_meetings_at_its_time() {
    on_two_servers(|one, other| {
        let waiting = Mutex::new(None);
        let (access, view) = draft_after(&one.app, |db, event| {
            let session = one_place(db, event)?;
            let registered = [RegistrationState::Registered.code()];
            let people = store::participants::list_in_states(db, event, &registered)?;
            let is_in_all = |who: &&Participant| who.profile.attendance.max_meetings > 3;
            let mut person = people.iter().find(is_in_all).unwrap().clone();
            person.profile.attendance.sessions.push(session.id.clone());
            store::participants::update(db, &person)?;
            *waiting.lock().unwrap() = Some((session.id, person.id));
            Ok(())
        });
        let (session, who) = waiting.into_inner().unwrap().unwrap();
        let sits = view.meetings.iter().filter(|draft| draft.a.id == who || draft.b.id == who).count();
        assert!(sits > 0, "who waits for a place is free");
        let gets_it = |db: &mut Db| store::session_places::put(db, &session, &who, true, one.app.clock.now());
        match published_while((&one.app, &other.app), &access, 1, gets_it) {
            Err(PublishError::Outdated(outdated)) => assert_eq!(outdated.len(), sits),
            other => panic!("{other:?}"),
        }
        assert!(planned(&one.app, &access).is_empty(), "nothing is written");
    });
}

#[test]
fn of_two_who_publish_a_draft_at_once_one_does() {
    on_two_servers(|one, other| {
        let (access, view) = draft(&one.app);
        let published = std::thread::scope(|threads| {
            let both = [&one.app, &other.app].map(|app| threads.spawn(|| rounds::publish(app, &access, 1)));
            both.map(|thread| thread.join().unwrap().is_ok())
        });
        assert_eq!(published.iter().filter(|is_ok| **is_ok).count(), 1);
        let plan = planned(&one.app, &access);
        assert_eq!(plan.len(), view.meetings.len());
        let state = rounds::view(&one.app, &access, 1).unwrap().round.state;
        assert_eq!(state, RoundState::Published);
        // The mails that the other one had made ahead are gone, and those of the first are there.
        let mails = one.app.store.read(|db| {
            let filter = OutboxFilter { event: Some(access.event().id.clone()), ..OutboxFilter::default() };
            store::outbox::list(db, &filter, 10_000, 0)
        });
        let mails = mails.unwrap();
        let of_kind = |kind: MailKind| mails.iter().filter(|mail| mail.kind == kind).count();
        let people: BTreeSet<&ParticipantId> = plan.keys().flat_map(|(a, b)| [a, b]).collect();
        assert_eq!((of_kind(MailKind::Schedule), of_kind(MailKind::Invitation)), (people.len(), 0));
        let left = one.app.store.read(|db| {
            let now = one.app.clock.now();
            store::outbox::list_unsettled_batches(db, now, now - chrono::Duration::seconds(1))
        });
        assert!(left.unwrap().is_empty());
    });
}
