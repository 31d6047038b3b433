//! Claims on mails: nobody's are free soon, a living server's never, and a clock that leaps changes nothing of that.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use rendezvous::clock::Clock;
use rendezvous::config::DatabaseUrl;
use rendezvous::domain::ids::MailId;
use rendezvous::domain::mail::{MailKind, MailState};
use rendezvous::mail::transport::SmtpLimits;
use rendezvous::services::outbox::Timing;
use rendezvous::store;
use rendezvous::store::outbox::{Claimant, Order};

use crate::flow::{Flow, Wish, on_each_database, standing_clock};
use crate::support::app::on_each_database as on_each_server;
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::lying_server::{At, Lie};

fn with(timing: Timing, clock: fn() -> Clock) -> Wish {
    Wish { clock, mailer: |server| server.mailer(SmtpLimits::default()), timing }
}

/// A short lease, so that a test sees it end.
fn short_lease() -> Timing {
    let milliseconds = Duration::from_millis;
    Timing {
        renew: milliseconds(50),
        lease: milliseconds(3_000),
        grace: milliseconds(200),
        ..Timing::default()
    }
}

/// Claims the next mail as a server that then dies.
fn claim_and_die(flow: &Flow) -> (MailId, String) {
    let now = flow.app.clock.now();
    let claimant =
        Claimant { holder: "dead", until: now + chrono::Duration::minutes(1), resting: &[], pace: None };
    let claimed = flow.app.store.write(|db| store::outbox::claim_next(db, now, &claimant, Order::Urgency));
    let claimed = claimed.unwrap().unwrap();
    (claimed.id, claimed.mail.mime)
}

#[test]
fn mails_of_a_server_that_died_go_out_by_the_next_one_with_the_same_bytes() {
    on_each_database(&with(short_lease(), standing_clock), |flow| {
        flow.post(MailKind::Schedule, "ada@example.org");
        let (id, mime) = claim_and_die(flow);
        flow.start();
        flow.until("it is sent", || flow.count(MailState::Sent) == 1);
        assert_eq!(flow.entry(&id).attempts, 1);
        assert_eq!(flow.server.arrivals()[0].text.trim_end(), mime.trim_end());
    });
}

#[test]
fn on_a_file_of_one_server_they_are_free_at_its_start() {
    // Nobody would wait for the end of this one.
    let timing = Timing { lease: Duration::from_secs(3_600), ..Timing::default() };
    on_each_database(&with(timing, standing_clock), |flow| {
        if !matches!(flow.app.config.database, DatabaseUrl::Sqlite(_)) {
            return;
        }
        flow.post(MailKind::Schedule, "ada@example.org");
        claim_and_die(flow);
        flow.start();
        flow.until("it is sent", || flow.count(MailState::Sent) == 1);
    });
}

#[test]
fn a_mail_that_hangs_is_its_senders_for_as_long_as_that_lives() {
    on_each_database(&with(short_lease(), Clock::system), |flow| {
        if matches!(flow.app.config.database, DatabaseUrl::Sqlite(_)) {
            return;
        }
        flow.server.lie(At::End, "ada", Lie::Hang);
        flow.post(MailKind::Schedule, "ada@example.org");
        let first = flow.start();
        flow.until("it hangs", || flow.server.arrivals().len() == 1);
        flow.start();
        let renewals = Mutex::new(BTreeSet::new());
        // More of them than there are in a lease.
        flow.until("the claim is renewed", || {
            let claims = flow.app.store.read(store::outbox::list_claims).unwrap();
            assert_eq!(claims.len(), 1, "the claim was lost");
            let mut renewals = renewals.lock();
            renewals.insert(claims[0].until);
            renewals.len() > 90
        });
        assert_eq!(flow.server.arrivals().len(), 1, "it was sent twice");
        drop(first);
    });
}

#[test]
fn a_clock_that_leaps_forward_makes_no_second_copy() {
    on_each_database(
        &with(Timing { grace: Duration::from_millis(200), ..Timing::default() }, standing_clock),
        |flow| {
            flow.server.lie(At::End, "ada", Lie::Hang);
            flow.post(MailKind::Schedule, "ada@example.org");
            flow.start();
            flow.until("it hangs", || flow.server.arrivals().len() == 1);
            flow.app.clock.advance(chrono::Duration::days(400));
            if !matches!(flow.app.config.database, DatabaseUrl::Sqlite(_)) {
                flow.start();
            }
            flow.post_to(&["bob", "cem", "dan"], "example.org");
            flow.until("the others are sent", || flow.count(MailState::Sent) == 3);
            assert_eq!(flow.server.arrived().iter().filter(|name| *name == "ada").count(), 1);
        },
    );
}

#[test]
fn a_clock_that_is_set_back_holds_no_mail() {
    on_each_database(
        &with(Timing { renew: Duration::from_millis(50), ..Timing::default() }, standing_clock),
        |flow| {
            flow.server.lie(At::Rcpt, "ada", Lie::Answer("451 later"));
            let ada = flow.post(MailKind::Schedule, "ada@example.org");
            flow.start();
            flow.until("it was tried", || flow.entry(&ada).attempts == 1);
            flow.stop();
            flow.server.be_honest();
            flow.post(MailKind::Schedule, "bob@example.org");
            flow.app.clock.advance(chrono::Duration::hours(-1));
            flow.start();
            flow.until("both are sent", || flow.count(MailState::Sent) == 2);
        },
    );
}

#[test]
fn a_pause_goes_on_to_probe_when_the_clock_is_set_back() {
    on_each_database(&with(Timing::default(), standing_clock), |flow| {
        flow.server.lie(At::Mail, "", Lie::Answer("550 5.7.1 no"));
        flow.post(MailKind::Schedule, "ada@example.org");
        flow.start();
        flow.until("mail is paused", || flow.pause().is_some());
        flow.server.be_honest();
        flow.app.clock.advance(chrono::Duration::hours(-1));
        flow.until("it is sent", || flow.count(MailState::Sent) == 1);
    });
}

#[test]
fn a_link_that_is_asked_for_after_the_clock_was_set_back_is_sent() {
    on_each_server(|app| {
        an_event(app).make();
        participant(app, "clusters", "Ada Lovelace", "ada@example.org");
        let before = app.mails_to("ada@example.org").len();
        app.pass(chrono::Duration::hours(-1));
        let mut visitor = app.visitor();
        visitor.open("/e/clusters/link");
        visitor.fill("E-mail address", "ada@example.org").press("Send me the link");
        assert_eq!(app.mails_to("ada@example.org").len(), before + 1);
    });
}

#[test]
fn two_servers_of_ours_send_each_mail_once() {
    on_each_database(&with(Timing::default(), standing_clock), |flow| {
        if matches!(flow.app.config.database, DatabaseUrl::Sqlite(_)) {
            return;
        }
        let names: Vec<String> = (0..60).map(|n| format!("p{n}")).collect();
        flow.post_to(&names.iter().map(String::as_str).collect::<Vec<_>>(), "example.org");
        let servers: Vec<Arc<_>> = (0..2).map(|_| flow.start()).collect();
        flow.until("all are sent", || flow.count(MailState::Sent) == 60);
        assert_eq!((flow.server.arrivals().len(), servers.len()), (60, 2));
    });
}
