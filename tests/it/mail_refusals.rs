//! Whose refusal is it? A server that refuses us loses us no mail, and goes on by itself; one that refuses a recipient holds up
//! nobody else.

use std::time::Duration;

use rendezvous::domain::mail::{MailKind, MailState, PauseCause, without_addresses};
use rendezvous::mail::transport::Mailer;
use rendezvous::services::outbox::Timing;

use crate::flow::{Flow, Wish, on_each_database, standing_clock};
use crate::support::lying_server::{At, Lie, LyingServer, short_limits};

const NAMES: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

/// A server of ours with a log-in, which soon loses patience.
fn hasty() -> Wish {
    let mailer = |server: &LyingServer| {
        Mailer::within(&server.setting("smtp", "user:secret@"), short_limits()).unwrap()
    };
    Wish {
        clock: standing_clock,
        mailer,
        timing: Timing { hangs: Duration::from_millis(200), ..Timing::default() },
    }
}

/// Lets the server be well again and time pass until everything is sent.
fn recovers(flow: &Flow, sent: usize) {
    flow.server.be_honest();
    flow.until_passing(chrono::Duration::seconds(30), "everything is sent", || {
        flow.count(MailState::Sent) == sent
    });
    assert_eq!((flow.count(MailState::Failed), flow.pause()), (0, None));
}

#[test]
fn a_server_that_refuses_us_pauses_the_queue_with_its_words_and_loses_nothing() {
    let (one, three) = (["example.org"; 3], ["one.example", "two.example", "three.example"]);
    for (at, words, domains) in [
        (At::Greeting, "554 5.3.2 no service for you", one),
        (At::Ehlo, "550 5.7.0 who are you", one),
        (At::Auth, "535 5.7.8 wrong password", one),
        (At::Mail, "550 5.7.1 sender refused", one),
        (At::Rcpt, "550 5.7.1 <a@example.org>: relay access denied", one),
        (At::Rcpt, "550 5.7.1 <a@example.org>: relay access denied", three),
        (At::Rcpt, "554 relay access denied", one),
        (At::Data, "554 5.7.0 policy", three),
        (At::End, "554 5.6.0 spam", one),
        (At::Rcpt, "421 4.3.2 shutting down", three),
    ] {
        on_each_database(&hasty(), |flow| {
            flow.server.lie(at, "", Lie::Answer(words));
            for domain in domains {
                flow.post_to(&NAMES[..4], domain);
            }
            flow.post_to(&NAMES[4..], "example.org");
            flow.start();
            flow.until("mail is paused", || flow.pause().is_some());
            let pause = flow.pause().unwrap();
            assert_eq!(pause.cause, PauseCause::Server);
            assert!(pause.words.contains(&words[..3]), "{at:?}: {}", pause.words);
            assert!(!pause.words.contains('@'), "an address: {}", pause.words);
            // Through some probes, each with one mail.
            for probes in 1..4 {
                let next = flow.pause().unwrap().next_probe.unwrap();
                flow.app.clock.advance(next - flow.app.clock.now());
                flow.until("the probe is made", || flow.pause().is_none_or(|now| now.probes >= probes));
            }
            flow.until("what is under way ends", || flow.count(MailState::Waiting) == 20);
            recovers(flow, 20);
            assert_eq!(flow.server.arrivals().len(), 20, "{at:?}: each once");
        });
    }
}

#[test]
fn a_server_whose_tls_is_broken_pauses_the_queue() {
    let tls: fn(&LyingServer) -> Mailer =
        |server| Mailer::within(&server.setting("smtps", ""), short_limits()).unwrap();
    let start_tls: fn(&LyingServer) -> Mailer =
        |server| Mailer::within(&server.setting("smtp+starttls", ""), short_limits()).unwrap();
    for (scheme, mailer) in [("smtps", tls), ("smtp+starttls", start_tls)] {
        on_each_database(&Wish { mailer, ..hasty() }, |flow| {
            flow.post_to(&NAMES, "example.org");
            flow.start();
            flow.until("mail is paused", || flow.pause().is_some());
            flow.stop();
            assert_eq!(flow.count(MailState::Waiting), NAMES.len(), "{scheme}");
        });
    }
}

#[test]
fn a_server_that_falls_silent_or_hangs_up_at_any_step_loses_nothing() {
    for (at, lie) in At::ALL.into_iter().flat_map(|at| [(at, Lie::Hang), (at, Lie::HangUp)]) {
        on_each_database(&hasty(), |flow| {
            flow.server.lie(at, "", lie.clone());
            let ids = flow.post_to(&NAMES, "example.org");
            flow.start();
            let tried = || ids.iter().any(|id| flow.entry(id).attempts > 0);
            flow.until("it is noticed", || flow.pause().is_some() || tried());
            recovers(flow, NAMES.len());
            let copies = flow.server.arrivals().len() - NAMES.len();
            assert!(copies == 0 || at == At::End, "{at:?}: {copies} copies");
        });
    }
}

#[test]
fn dead_addresses_fail_and_the_others_go_whatever_words_they_are_refused_with() {
    for words in ["550 no such user", "550 5.1.1 no such user", "550 5.7.1 not to this list", "554 no"] {
        on_each_database(&hasty(), |flow| {
            flow.server.lie(At::Rcpt, "@dead.example", Lie::Answer(words));
            flow.post_to(&NAMES, "dead.example");
            flow.post_to(&NAMES, "well.example");
            flow.start();
            let sent = || flow.count(MailState::Sent) == NAMES.len();
            flow.until_passing(chrono::Duration::seconds(1), "the others are sent", sent);
            // What speaks of us is tried for two days before it is given up.
            let failed = || flow.count(MailState::Failed) == NAMES.len();
            flow.until_passing(chrono::Duration::minutes(30), "they are given up", failed);
            assert_eq!(flow.pause(), None, "{words}");
        });
    }
}

#[test]
fn a_server_that_refuses_some_for_all_of_us_and_takes_others_loses_none_of_either() {
    on_each_database(&hasty(), |flow| {
        // As one whose log-in has lapsed: it takes mail for itself and relays none.
        flow.server.lie(At::Rcpt, "@far.example", Lie::Answer("550 5.7.1 relay access denied"));
        flow.post_to(&NAMES, "far.example");
        flow.post_to(&NAMES, "near.example");
        flow.start();
        let sent = || flow.count(MailState::Sent) == NAMES.len();
        flow.until_passing(chrono::Duration::seconds(1), "its own are sent", sent);
        flow.until("the others settle", || flow.pause().is_none());
        recovers(flow, 2 * NAMES.len());
    });
}

#[test]
fn greylisting_delays_each_mail_by_itself() {
    for words in ["451 4.7.1 greylisted", "452 4.3.1 no room", "450 4.2.0 later"] {
        on_each_database(&hasty(), |flow| {
            flow.server.lie(At::Rcpt, "@grey.example", Lie::Answer(words));
            flow.post_to(&NAMES, "grey.example");
            flow.post(MailKind::Schedule, "z@well.example");
            flow.start();
            flow.until("the other is sent", || flow.count(MailState::Sent) == 1);
            assert_eq!((flow.pause(), flow.count(MailState::Failed)), (None, 0));
            recovers(flow, NAMES.len() + 1);
        });
    }
}

#[test]
fn what_a_server_says_is_told_to_others_without_addresses() {
    for (told, clean) in [
        ("421 4.7.0 <st0@example.org> mailbox busy", "421 4.7.0 <…> mailbox busy"),
        ("550 5.7.1 st0@example.org: relay denied", "550 5.7.1 … relay denied"),
        ("554 see https://mx.example/?to=st0%40example.org", "554 see …"),
        ("554 \"a b\"@example.org, (c=d@e.example)", "554 \"a b\"…, (…)"),
        ("550 5.7.1 no relaying (mx1.example.org)", "550 5.7.1 no relaying (mx1.example.org)"),
    ] {
        assert_eq!(without_addresses(told), clean);
    }
}
