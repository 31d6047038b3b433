//! What follows when mails come back again and again, when many of one domain do at once, and what organisers do then.

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::Duration;
use rendezvous::config::{BounceAddress, Config};
use rendezvous::domain::account::Role;
use rendezvous::domain::bounce::{self, Status, Verdict};
use rendezvous::domain::mail::MailState;
use rendezvous::domain::text::Email;
use rendezvous::services::bounces::{self, Taken};
use rendezvous::services::registrations;
use rendezvous::store;
use rendezvous::store::outbox::OutboxFilter;

use crate::support::app::{TestApp, with_settings};
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::visitor::Visitor;

const ADA: &str = "ada@engines.example";
const UNKNOWN: &str = "550 5.1.1 User unknown";
const REFUSED: &str = "554 refused";

fn with_mailbox(config: &mut Config) {
    config.mail.bounce_address = Some(BounceAddress::parse("bounces@example.org").unwrap());
}

/// Writes to somebody; gives the address to which that mail comes back.
fn writes_to(app: &TestApp, email: &str) -> String {
    registrations::ask_for_link(&app.app, "clusters", email).unwrap();
    registrations::answer_link_requests(&app.app).unwrap();
    let now = app.app.clock.now();
    let claimant = store::outbox::Claimant { holder: "test", until: now, resting: &[], pace: None };
    let claim = || {
        let order = store::outbox::Order::Urgency;
        app.app.store.write(|db| store::outbox::claim_next(db, now, &claimant, order)).unwrap()
    };
    let mail = claim().expect("a mail waits");
    assert!(claim().is_none() && mail.mail.recipient.as_str() == email);
    app.app.store.write(|db| store::outbox::mark_sent(db, &mail.id, now)).unwrap();
    mail.mail.sender.as_str().to_string()
}

fn comes_back(app: &TestApp, to: &str, said: &str) -> Taken {
    let mail =
        format!("From: MAILER-DAEMON@mx.example\nTo: {to}\nSubject: Returned mail\n\nIt failed:\n{said}\n");
    bounces::take_in(&app.app, mail.as_bytes(), None).unwrap()
}

fn is_blocked(app: &TestApp, email: &str) -> bool {
    let email = Email::parse(email).unwrap();
    app.app.store.read(|db| store::blocked_addresses::find(db, &email)).unwrap().is_some()
}

fn count(app: &TestApp, state: MailState) -> i64 {
    let filter = OutboxFilter { state: Some(state), ..OutboxFilter::default() };
    app.app.store.read(|db| store::outbox::count_found(db, &filter)).unwrap()
}

#[test]
fn an_address_in_doubt_is_blocked_after_repeats_over_days_with_nothing_arriving_between() {
    with_settings(with_mailbox, |app| {
        an_event(app).make();
        for (name, email) in [("Ada", ADA), ("Bob", "bob@bolts.example"), ("Cem", "cem@cogs.example")] {
            participant(app, "clusters", name, email);
            app.mails_to(email);
        }
        let day = |said: &str, email: &str| {
            let to = writes_to(app, email);
            if said.is_empty() { Taken::Noted } else { comes_back(app, &to, said) }
        };
        // Three within two days are not enough.
        for hours in [24, 24, 1] {
            app.pass(Duration::hours(hours));
            assert_eq!(day(REFUSED, ADA), Taken::Noted);
        }
        app.pass(Duration::days(2));
        assert_eq!(day(REFUSED, ADA), Taken::Blocked);
        // One that arrived between them starts the count anew.
        for said in [REFUSED, REFUSED, "", REFUSED, REFUSED] {
            app.pass(Duration::days(2));
            assert_eq!(day(said, "bob@bolts.example"), Taken::Noted);
        }
        // What is full or refused because of us never blocks.
        for said in ["552 5.2.2 mailbox full", "550 5.7.1 blocked for spam", "421 too many", "552 5.2.2 full"]
        {
            app.pass(Duration::days(2));
            assert_eq!(day(said, "cem@cogs.example"), Taken::Noted);
        }
        assert!(is_blocked(app, ADA));
        assert!(!is_blocked(app, "bob@bolts.example") && !is_blocked(app, "cem@cogs.example"));
    });
}

#[test]
fn many_returns_of_one_domain_are_an_alarm_and_block_nobody() {
    with_settings(with_mailbox, |app| {
        let event = an_event(app).make();
        let people: Vec<String> = (1..=6).map(|n| format!("p{n}@big.example")).collect();
        let signs_up = |(n, email): (usize, &String)| {
            let visitor = participant(app, "clusters", &format!("Person {n}"), email);
            app.mails_to(email);
            visitor
        };
        let mut visitors: Vec<Visitor> = people.iter().enumerate().map(signs_up).collect();
        app.pass(Duration::hours(2));
        let senders: Vec<String> = people.iter().map(|email| writes_to(app, email)).collect();
        for (n, to) in senders.iter().enumerate().take(4) {
            assert_eq!(comes_back(app, to, UNKNOWN), Taken::Blocked);
            assert!(is_blocked(app, &people[n]));
        }
        app.pass(Duration::minutes(10));
        registrations::ask_for_link(&app.app, "clusters", &people[0]).unwrap();
        registrations::answer_link_requests(&app.app).unwrap();
        assert_eq!(count(app, MailState::Failed), 1, "a mail is held back");

        assert_eq!(comes_back(app, &senders[4], UNKNOWN), Taken::Noted);
        assert!(people.iter().all(|email| !is_blocked(app, email)), "the blocks of that hour are lifted");
        assert_eq!((count(app, MailState::Failed), count(app, MailState::Waiting)), (0, 1));
        assert_eq!(comes_back(app, &senders[5], &format!("550 5.1.1 <{}> unknown", people[5])), Taken::Noted);

        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open("/organiser/events/clusters");
        let seen = "Email to big.example comes back: 6 addresses";
        assert!(olga.page.text.contains(seen), "{}", olga.page.text);
        assert!(olga.page.text.contains("550 5.1.1 … unknown"), "without the address: {}", olga.page.text);

        // What a server said may name somebody: it goes with them.
        let last = visitors.last_mut().unwrap();
        last.open("/e/clusters/my/delete");
        last.press("Delete everything");
        olga.open("/organiser/events/clusters");
        assert!(!olga.page.text.contains(seen));

        // Once it is over, an address that is none is blocked again.
        app.mails_to(&people[0]);
        app.pass(Duration::hours(26));
        let to = writes_to(app, &people[0]);
        assert_eq!(comes_back(app, &to, UNKNOWN), Taken::Blocked);
    });
}

#[test]
fn organisers_see_which_addresses_are_blocked_lift_them_together_and_send_what_waited() {
    with_settings(with_mailbox, |app| {
        let event = an_event(app).make();
        for (name, email) in [("Ada", ADA), ("Bob", "bob@bolts.example")] {
            participant(app, "clusters", name, email);
            app.mails_to(email);
            app.pass(Duration::hours(2));
            let to = writes_to(app, email);
            assert_eq!(comes_back(app, &to, UNKNOWN), Taken::Blocked);
            app.pass(Duration::hours(2));
            registrations::ask_for_link(&app.app, "clusters", email).unwrap();
            registrations::answer_link_requests(&app.app).unwrap();
        }
        let before = app.mails_to(ADA).len();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open("/organiser/events/clusters");
        olga.follow("Mail to 2 people comes back: see which");
        let text = &olga.page.text;
        assert!(
            text.contains(ADA) && text.contains("bob@bolts.example") && text.contains("User unknown"),
            "{text}"
        );
        olga.press("Lift without sending");
        assert!(olga.page.text.contains("Choose at least one person"), "{}", olga.page.text);

        olga.open("/organiser/events/clusters/blocked?domain=bolts.example");
        assert!(!olga.page.text.contains(ADA), "{}", olga.page.text);
        olga.tick("Everyone on this list (1 person)").press("Lift without sending");
        assert!(olga.page.text.contains("The blocks are lifted."), "{}", olga.page.text);
        assert!(!is_blocked(app, "bob@bolts.example") && is_blocked(app, ADA));
        assert_eq!(count(app, MailState::Failed), 2, "nothing goes by itself");

        olga.tick("Everyone on this list (1 person)")
            .press("Lift, and send the email that was not sent (up to 1)");
        assert!(olga.page.text.contains("are on their way"), "{}", olga.page.text);
        assert!(!is_blocked(app, ADA));
        assert_eq!(app.mails_to(ADA).len(), before + 1);
        assert_eq!(count(app, MailState::Failed), 1, "of the other only the block was lifted");
        olga.open("/organiser/events/clusters/log");
        assert!(olga.page.text.contains("Block of the address lifted"), "{}", olga.page.text);
    });
}

#[test]
fn only_what_names_the_mailbox_or_the_domain_says_that_an_address_is_none() {
    let said = |status: &str, text: &str| bounce::judge(Status::find(status), text);
    for (status, text) in [
        ("5.1.1", "550 5.1.1 no such user"),
        ("", "550 5.1.10 RESOLVER.ADR.RecipientNotFound"),
        ("5.2.1", "550 5.2.1 The email account that you tried to reach is disabled"),
        ("5.0.0", "550 User not found"),
        ("", "Sorry, no mailbox here by that name."),
        ("5.4.4", "Host or domain name not found. Name service error for name=x.example type=MX"),
        ("", "550 <x@spam.example>: user unknown, see https://antispam.example/help"),
        ("4.0.0", "DNS type 'mx' lookup of x.example responded with code NXDOMAIN"),
        ("5.0.0", "550 Benutzer existiert nicht"),
        ("5.0.0", "550 Utilisateur inconnu"),
    ] {
        assert_eq!(said(status, text), Verdict::NoMailbox, "{status} {text}");
    }
    for (status, text) in [
        ("5.0.0", "550 refused"),
        ("", ""),
        ("5.1.1", "550 refused"),
        ("5.4.1", "550 5.4.1 Recipient address rejected: Access denied"),
        ("5.7.1", "550 5.7.1 <x@y.example>: Recipient address rejected: User unknown"),
        ("5.5.0", "550 Requested action not taken: mailbox unavailable"),
    ] {
        assert_eq!(said(status, text), Verdict::Doubtful, "{status} {text}");
    }
    for (status, text) in [
        ("5.1.1", "550 5.7.1 IP address blacklisted by recipient"),
        ("5.1.3", "553 http://www.spamhaus.org/query/bl?ip=192.0.2.222"),
        ("5.1.8", "553 5.1.8 Domain of sender address x@y.example does not exist"),
        ("5.0.0", "550 Client host rejected: cannot find your hostname"),
        ("5.1.1", "552 mailbox is over quota (#5.1.1)"),
        ("5.4.7", "delivery time expired"),
        ("4.4.2", "550 user unknown"),
        ("5.5.2", "501 syntax error"),
        ("", "552 message exceeds the size that is allowed"),
        ("5.0.0", "550 Postfach voll"),
        ("", "host not found, try again"),
    ] {
        assert_eq!(said(status, text), Verdict::NotTheAddress, "{status} {text}");
    }
}

#[test]
fn an_alarm_needs_several_addresses_and_a_large_share_of_the_domain() {
    assert!(!bounce::is_alarm(4, 4));
    assert!(bounce::is_alarm(5, 5) && bounce::is_alarm(5, 20));
    assert!(!bounce::is_alarm(5, 21) && !bounce::is_alarm(20, 900));
    assert_eq!(bounce::without_addresses("550  <x@y.example>:\nno"), "550 … no");
}

#[test]
fn the_command_says_what_a_mail_is_taken_for_and_changes_nothing() {
    let folder = std::env::temp_dir().join(format!("rendezvous-explain-{}", std::process::id()));
    let mut command = Command::new(env!("CARGO_BIN_EXE_rendezvous"));
    command.args(["bounce", "--explain", "--bounce-address", "bounces@example.org"]);
    command.args(["--recipient", "bounces+0f@example.org", "--data"]).arg(&folder);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mail = format!("From: MAILER-DAEMON@mx.example\nSubject: Returned mail\n\nIt failed:\n{UNKNOWN}\n");
    child.stdin.take().unwrap().write_all(mail.as_bytes()).unwrap();
    let told = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    assert!(
        told.starts_with("The address does not exist; it is blocked.") && told.contains("User unknown"),
        "{told}"
    );
    assert!(!folder.exists());
}
