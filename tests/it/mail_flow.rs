//! Mail flows: no mail waits for another one's trouble, what is awaited goes first, and a stop waits for nobody.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use rendezvous::domain::mail::{MailKind, MailState, PERHAPS_SENT};
use rendezvous::mail::transport::SmtpLimits;
use rendezvous::services::outbox::Timing;

use crate::flow::{Flow, Wish, on_each_database, standing_clock};
use crate::support::lying_server::{At, Lie, short_limits};

/// A server of ours that waits as long for answers as outside of tests.
fn patient() -> Wish {
    let timing =
        Timing { hangs: Duration::from_millis(300), grace: Duration::from_millis(300), ..Timing::default() };
    Wish { clock: standing_clock, mailer: |server| server.mailer(SmtpLimits::default()), timing }
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("p{n}-")).collect()
}

fn post(flow: &Flow, names: &[String], domain: &str) {
    flow.post_to(&names.iter().map(String::as_str).collect::<Vec<_>>(), domain);
}

#[test]
fn mails_that_hang_delay_no_other_at_their_domain() {
    for at in [At::Rcpt, At::Data, At::End] {
        on_each_database(&patient(), |flow| {
            // As many as connections are usual.
            flow.server.lie(at, "p3-", Lie::Hang);
            flow.server.lie(at, "p4-", Lie::Hang);
            post(flow, &names(40), "example.org");
            flow.start();
            flow.until("all but two are sent", || flow.count(MailState::Sent) == 38);
            assert_eq!(flow.count(MailState::Waiting), 2, "{at:?}: two still hang");
            flow.server.be_honest();
        });
    }
}

#[test]
fn a_domain_whose_mails_hang_waits_alone_and_gets_no_swarm_of_connections() {
    on_each_database(&patient(), |flow| {
        flow.server.lie(At::Rcpt, "@stuck.example", Lie::Hang);
        post(flow, &names(12), "stuck.example");
        post(flow, &names(40), "well.example");
        flow.start();
        flow.until("the other domain's are sent", || flow.count(MailState::Sent) == 40);
        let named = flow.server.commands().iter().filter(|line| line.contains("@stuck.example")).count();
        assert!((1..=4).contains(&named), "{named} of the stuck domain were begun");
        assert!(flow.server.most_open() <= 6, "{} connections", flow.server.most_open());
    });
}

#[test]
fn a_server_that_is_slow_with_every_mail_gets_the_usual_connections_and_few_more() {
    on_each_database(&patient(), |flow| {
        flow.server.lie(At::End, "", Lie::Late(Duration::from_millis(200)));
        post(flow, &names(20), "example.org");
        flow.start();
        flow.until("all are sent", || flow.count(MailState::Sent) == 20);
        assert_eq!(flow.server.most_open(), 2);
        assert_eq!(flow.server.arrivals().len(), 20);
    });
}

#[test]
fn what_somebody_waits_for_goes_before_schedules_and_reminders_go_last() {
    on_each_database(&patient(), |flow| {
        flow.server.lie(At::End, "", Lie::Late(Duration::from_millis(50)));
        flow.post(MailKind::ReminderHour, "reminded@example.org");
        post(flow, &names(60), "example.org");
        flow.start();
        flow.until("some are sent", || flow.server.arrived().len() >= 5);
        flow.post(MailKind::Registered, "answered@example.org");
        flow.post(MailKind::NewPassword, "waiting@example.org");
        let before = flow.server.arrived().len();
        flow.until("all are sent", || flow.count(MailState::Sent) == 63);
        let arrived = flow.server.arrived();
        let place = |name: &str| arrived.iter().position(|one| one == name).unwrap();
        // What was on its way or claimed just then is ahead, and the test counts while mails flow.
        assert!(place("waiting") <= before + 12, "{arrived:?}");
        assert!(place("answered") <= before + 12, "{arrived:?}");
        // Two connections: the last but one may still be on its way.
        assert!(place("reminded") >= 61, "{arrived:?}");
    });
}

#[test]
fn a_421_for_one_recipient_is_a_try_of_that_mail_and_others_go_on() {
    on_each_database(&patient(), |flow| {
        flow.server.lie(At::Rcpt, "busy", Lie::Answer("421 4.7.0 <busy@example.org> mailbox busy"));
        let busy = flow.post(MailKind::Schedule, "busy@example.org");
        post(flow, &names(5), "example.org");
        post(flow, &names(5), "elsewhere.example");
        flow.start();
        flow.until("the others are sent", || flow.count(MailState::Sent) == 10);
        assert_eq!(flow.pause(), None);
        let entry = flow.entry(&busy);
        assert_eq!((entry.state, entry.attempts), (MailState::Waiting, 1));
        flow.server.be_honest();
        flow.until_passing(chrono::Duration::seconds(30), "it goes too", || {
            flow.count(MailState::Sent) == 11
        });
    });
}

#[test]
fn a_server_that_drips_its_answers_gets_every_mail_once() {
    let wish = Wish { mailer: |server| server.mailer(short_limits()), ..patient() };
    on_each_database(&wish, |flow| {
        for at in [At::Greeting, At::Rcpt, At::End] {
            flow.server.lie(at, "", Lie::Drip(Duration::from_millis(30)));
        }
        post(flow, &names(3), "example.org");
        flow.start();
        flow.until("all are sent", || flow.count(MailState::Sent) == 3);
        assert_eq!(flow.server.arrivals().len(), 3);
    });
}

#[test]
fn a_stop_ends_while_the_server_hangs_and_the_mail_goes_later_with_the_same_bytes() {
    for at in At::ALL {
        let with_log_in = |server: &crate::support::lying_server::LyingServer| {
            let setting = server.setting("smtp", "user:secret@");
            rendezvous::mail::transport::Mailer::from_config(&setting).unwrap()
        };
        on_each_database(&Wish { mailer: with_log_in, ..patient() }, |flow| {
            flow.server.lie(at, "", Lie::Hang);
            let id = flow.post(MailKind::Schedule, "ada@example.org");
            flow.start();
            let word = ["", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "DATA"][at as usize];
            flow.until("it hangs", || match at {
                At::Greeting => flow.server.connections() == 1,
                At::End => flow.server.arrivals().len() == 1,
                _ => flow.server.commands().iter().any(|line| line.starts_with(word)),
            });
            flow.stop();
            let entry = flow.entry(&id);
            let perhaps = entry.problem.starts_with(PERHAPS_SENT);
            assert_eq!(
                (entry.state, perhaps),
                (MailState::Waiting, at == At::End),
                "{at:?}: {}",
                entry.problem
            );
            assert_eq!(entry.attempts, u32::from(at == At::End), "{at:?}");
            flow.server.be_honest();
            flow.start();
            flow.until_passing(chrono::Duration::seconds(30), "it is sent", || {
                flow.count(MailState::Sent) == 1
            });
            let arrivals = flow.server.arrivals();
            assert_eq!(arrivals.len(), if at == At::End { 2 } else { 1 }, "{at:?}");
            let texts: BTreeSet<&str> = arrivals.iter().map(|mail| mail.text.as_str()).collect();
            assert_eq!(texts.len(), 1);
            let ids: BTreeSet<&str> = arrivals.iter().map(|mail| mail.message_id.as_str()).collect();
            assert_eq!(ids.len(), 1);
        });
    }
}

/// `cargo test --test it how_many_mails -- --ignored --nocapture` prints how many mails a second an instant server gets.
#[test]
#[ignore = "measures"]
fn how_many_mails_go_in_a_second_and_how_long_a_password_waits_for_6500_schedules() {
    on_each_database(&patient(), |flow| {
        post(flow, &names(6_500), "example.org");
        let begun = Instant::now();
        flow.start();
        flow.until("some are sent", || flow.server.arrivals().len() > 100);
        let asked = Instant::now();
        flow.post(MailKind::NewPassword, "waiting@example.org");
        flow.until("the password is sent", || flow.server.arrived().contains(&"waiting".to_string()));
        let waited = asked.elapsed();
        while flow.count(MailState::Sent) < 2_000 {
            std::thread::sleep(Duration::from_millis(50));
        }
        let rate = flow.count(MailState::Sent) as f64 / begun.elapsed().as_secs_f64();
        println!("{rate:.0} mails a second; the password waited {waited:?}");
    });
}
