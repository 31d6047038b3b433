//! Whoever solves a round holds its lease: nobody solves it twice, nobody waits for one that is gone, *Stop* is heard on
//! whichever server it is pressed, and mail flows all the while.

use std::time::{Duration, Instant};

use rendezvous::app::App;
use rendezvous::domain::ids::RoundId;
use rendezvous::domain::mail::MailKind;
use rendezvous::domain::round::{Round, RoundState};
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::rounds::{self, Attendant, GONE_AFTER, StartedBy};
use rendezvous::services::{demo, outbox};
use rendezvous::store::{self, round_leases};
use rendezvous::worker::Worker;

use super::support::app::{TestApp, on_each_database, on_two_servers};
use super::support::organisers::{PASSWORD, signs_in};
use super::support::rounds::{organiser, rounds_page};
use super::support::visitor::Visitor;

/// An event with so many people, not planned yet.
fn filled(app: &App, people: usize) -> ChangeAccess {
    let demo = demo::fill(app, people, 7).unwrap();
    access::change_as(app, &demo.organiser, demo.slug).unwrap()
}

fn settings(effort: Effort) -> RoundSettings {
    RoundSettings { effort, ..RoundSettings::default() }
}

/// A round that is noted and not begun yet.
fn noted(app: &App, access: &ChangeAccess, effort: Effort) -> Round {
    rounds::start(app, access, &settings(effort), Some(1), StartedBy::Page).unwrap()
}

/// What a server leaves that is killed while it solves a round.
fn taken_by_a_server_that_dies(app: &App, round: &RoundId) {
    assert!(app.store.write(|db| round_leases::take(db, round, None, "of a dead server")).unwrap());
}

fn solver(app: &App, round: &RoundId) -> Option<String> {
    let running = app.store.read(round_leases::list_running).unwrap();
    running.into_iter().find(|running| running.id == *round).and_then(|running| running.solver)
}

fn state(app: &App, access: &ChangeAccess, number: u32) -> RoundState {
    rounds::view(app, access, number).unwrap().round.state
}

/// Waits until something holds.
fn until(what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(240), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn starts_a_thorough_round(visitor: &mut Visitor, access: &ChangeAccess) {
    visitor.open(&format!("{}/new", rounds_page(access)));
    visitor.tick("Thorough, for the round that you publish");
    visitor.press("Run the round");
    assert!(visitor.page.text.contains("Being calculated"), "{}", visitor.page.text);
}

/// A thorough round that an organiser has started, once the server holds it.
fn being_solved(server: &TestApp, access: &ChangeAccess) -> Round {
    starts_a_thorough_round(&mut organiser(server, access), access);
    let round = rounds::list(&server.app, access).unwrap().remove(0).0;
    until("it is held", || solver(&server.app, &round.id).is_some());
    round
}

#[test]
fn a_round_whose_server_died_is_taken_over_by_another_once_it_stands_still() {
    on_two_servers(|one, other| {
        let access = filled(&one.app, 40);
        let round = noted(&one.app, &access, Effort::Quick);
        taken_by_a_server_that_dies(&one.app, &round.id);
        let (mut attendant, begun) = (Attendant::default(), Instant::now());
        assert_eq!(attendant.look(&other.app, begun).unwrap(), 0, "it may live");
        assert_eq!(attendant.look(&other.app, begun + GONE_AFTER / 2).unwrap(), 0, "it still may");
        assert!(GONE_AFTER < Duration::from_secs(50), "with a look it is less than a minute");
        assert_eq!(attendant.look(&other.app, begun + GONE_AFTER).unwrap(), 1, "it is gone");
        until("the round is solved", || state(&one.app, &access, 1) == RoundState::Draft);
        assert!(!rounds::view(&one.app, &access, 1).unwrap().meetings.is_empty());
    });
}

#[test]
fn a_solver_whose_count_goes_on_is_left_alone_however_long_it_takes() {
    on_two_servers(|one, other| {
        let access = filled(&one.app, 40);
        let round = noted(&one.app, &access, Effort::Quick);
        taken_by_a_server_that_dies(&one.app, &round.id);
        let (mut attendant, begun) = (Attendant::default(), Instant::now());
        for minute in 0..10 {
            let beaten = one
                .app
                .store
                .write(|db| round_leases::beat(db, &round.id, "of a dead server", None))
                .unwrap();
            assert_eq!(beaten, Some(false), "nobody wants it to end");
            // A clock that leaps says nothing about who lives.
            other.pass(chrono::Duration::hours(5));
            let at = begun + Duration::from_secs(60 * minute);
            assert_eq!(attendant.look(&other.app, at).unwrap(), 0);
        }
    });
}

#[test]
fn after_a_restart_on_a_file_that_nobody_else_has_it_goes_on_at_once() {
    on_each_database(|server| {
        if !matches!(server.app.config.database, rendezvous::config::DatabaseUrl::Sqlite(_)) {
            return;
        }
        let access = filled(&server.app, 40);
        let round = noted(&server.app, &access, Effort::Quick);
        taken_by_a_server_that_dies(&server.app, &round.id);
        assert_eq!(Attendant::default().look(&server.app, Instant::now()).unwrap(), 1);
        until("the round is solved", || state(&server.app, &access, 1) == RoundState::Draft);
    });
}

#[test]
fn nobody_solves_a_round_that_somebody_solves() {
    on_two_servers(|one, other| {
        let access = filled(&one.app, 250);
        let round = being_solved(one, &access);
        let holder = solver(&one.app, &round.id);
        for server in [one, other] {
            assert_eq!(Attendant::default().look(&server.app, Instant::now()).unwrap(), 0);
            rounds::begin_aside(&server.app, &round.id).unwrap();
        }
        assert_eq!(solver(&one.app, &round.id), holder);
        rounds::stop(&other.app, &access, 1).unwrap();
        until("it ends", || state(&one.app, &access, 1) == RoundState::Draft);
    });
}

#[test]
fn stop_pressed_at_one_server_is_heard_at_the_other_and_shown_at_both() {
    on_two_servers(|one, other| {
        let access = filled(&one.app, 250);
        let mut at_one = organiser(one, &access);
        starts_a_thorough_round(&mut at_one, &access);
        let mut at_other = Visitor::new(other.address());
        signs_in(&mut at_other, "olga@example.org", PASSWORD);
        let page = format!("{}/1", rounds_page(&access));
        until("the other server shows how far it is", || {
            rounds::view(&other.app, &access, 1).unwrap().progress.is_some()
        });
        at_other.open(&page);
        at_other.press("Stop and take the best so far");
        let stopped = "The round is stopping";
        let told = &at_other.page.text;
        assert!(told.contains(stopped) || told.contains("stopped early"), "{told}");
        // Whoever still has the old page open is told that it is on its way.
        at_one.press("Stop and take the best so far");
        let told = &at_one.page.text;
        assert!(told.contains("already asked to stop") || told.contains("Draft"), "{told}");
        until("it ends", || state(&one.app, &access, 1) == RoundState::Draft);
        let report = rounds::view(&other.app, &access, 1).unwrap().report;
        assert!(report.stopped || report.proven, "stopped, unless it was proved the best before");
    });
}

#[test]
fn what_is_thrown_away_at_one_server_ends_at_the_other_and_is_not_stored() {
    on_two_servers(|one, other| {
        let access = filled(&one.app, 250);
        let round = being_solved(one, &access);
        rounds::discard(&other.app, &access, 1).unwrap();
        // The way is free for the next round at once, and the first never comes back.
        rounds::run(&other.app, &access, &settings(Effort::Quick), Some(1)).unwrap();
        assert_eq!(state(&one.app, &access, 1), RoundState::Discarded);
        let meetings = one.app.store.read(|db| store::rounds::list_meetings(db, &round.id)).unwrap();
        assert!(meetings.is_empty());
    });
}

#[test]
fn a_result_that_comes_after_the_lease_was_lost_is_not_stored() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 250);
        let round = noted(app, &access, Effort::Thorough);
        rounds::begin_aside(app, &round.id).unwrap();
        let mine = solver(app, &round.id).unwrap();
        let beats = app.store.read(round_leases::list_running).unwrap()[0].beats;
        // Somebody took it for dead, as after a machine slept: with the count as it is just now.
        let taken = |beats| {
            let take = |db: &mut store::Db| {
                round_leases::take(db, &round.id, Some((&mine, beats)), "another server")
            };
            app.store.write(take).unwrap()
        };
        until("it is taken over", || (beats..beats + 50).any(taken));
        let stale = Round { state: RoundState::Draft, ..round.clone() };
        assert!(!app.store.write(|db| round_leases::finish(db, &stale, &mine)).unwrap());
        let asked = app.store.write(|db| round_leases::beat(db, &round.id, &mine, None)).unwrap();
        assert_eq!(asked, None, "the first hears that it is not theirs any more");
        assert_eq!(state(app, &access, 1), RoundState::Running);
        assert!(app.store.write(|db| round_leases::finish(db, &stale, "another server")).unwrap());
        assert_eq!(state(app, &access, 1), RoundState::Draft);
    });
}

#[test]
fn a_server_that_stops_gives_its_rounds_up_so_that_the_next_goes_on_at_once() {
    on_two_servers(|one, other| {
        let access = filled(&one.app, 250);
        let round = noted(&one.app, &access, Effort::Thorough);
        rounds::begin_aside(&one.app, &round.id).unwrap();
        one.app.rounds.close(Duration::from_secs(60));
        assert_eq!(solver(&one.app, &round.id), None, "given up");
        assert_eq!(Attendant::default().look(&one.app, Instant::now()).unwrap(), 0, "it begins nothing");
        rounds::stop(&other.app, &access, 1).unwrap();
        assert_eq!(Attendant::default().look(&other.app, Instant::now()).unwrap(), 1);
        until("it ends", || state(&one.app, &access, 1) == RoundState::Draft);
    });
}

#[test]
fn a_round_that_no_server_survives_is_given_up_with_a_word() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 40);
        let round = noted(app, &access, Effort::Quick);
        for _ in 0..5 {
            taken_by_a_server_that_dies(app, &round.id);
            app.store.write(|db| round_leases::release(db, &round.id, "of a dead server")).unwrap();
        }
        assert_eq!(Attendant::default().look(app, Instant::now()).unwrap(), 0);
        let view = rounds::view(app, &access, 1).unwrap();
        assert_eq!(view.round.state, RoundState::Failed);
        assert!(view.report.failure.unwrap().contains("the server stopped each time"));
    });
}

#[test]
fn mail_flows_while_a_round_that_a_stop_interrupted_is_solved() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 250);
        let round = noted(app, &access, Effort::Thorough);
        let mut visitor = server.visitor();
        organiser(server, &access);
        let worker = Worker::start(std::sync::Arc::clone(app)).unwrap();
        until("the round is taken up", || solver(app, &round.id).is_some());
        visitor.open("/organiser/password");
        visitor.fill("E-mail address", "olga@example.org").press("Send me a link");
        until("the mail is sent", || {
            let sent = app.store.read(|db| store::outbox::count_by_state(db, None)).unwrap();
            sent.iter().any(|(state, n)| state == "sent" && *n > 0)
        });
        assert_eq!(state(app, &access, 1), RoundState::Running, "it is still being solved");
        rounds::stop(app, &access, 1).unwrap();
        until("it ends", || state(app, &access, 1) == RoundState::Draft);
        worker.stop();
    });
}

#[test]
fn whoever_started_a_long_round_is_mailed_and_the_dashboard_shows_it_until_then() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 250);
        let mut visitor = organiser(server, &access);
        starts_a_thorough_round(&mut visitor, &access);
        visitor.open(&format!("/organiser/events/{}", access.event().slug));
        assert!(visitor.page.text.contains("Match round 1 is being calculated"), "{}", visitor.page.text);
        visitor.follow("Match round 1 is being calculated: see how far it is");
        server.pass(chrono::Duration::minutes(3));
        visitor.press("Stop and take the best so far");
        until("it ends", || state(app, &access, 1) == RoundState::Draft);
        let mails = server.mails_to("olga@example.org");
        let ready: Vec<_> = mails.iter().filter(|mail| mail.text.contains("is ready")).collect();
        assert_eq!(ready.len(), 1, "{mails:#?}");
        assert!(ready[0].text.contains(&format!("{}/1", rounds_page(&access))), "{}", ready[0].text);
        // A round that is ready at once, or that a command ran, is seen by whoever waits for it.
        rounds::run(app, &access, &settings(Effort::Quick), Some(1)).unwrap();
        while outbox::deliver_due(app).unwrap().count() > 0 {}
        assert_eq!(kinds(app, MailKind::RoundReady), 1);
    });
}

fn kinds(app: &App, kind: MailKind) -> usize {
    let filter = store::outbox::OutboxFilter::default();
    let all = app.store.read(|db| store::outbox::list(db, &filter, 1_000, 0)).unwrap();
    all.iter().filter(|mail| mail.kind == kind).count()
}
