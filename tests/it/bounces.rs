//! Mails that come back, as many servers write them: what each says is understood, an address that takes no mail gets
//! none, what is no report changes nothing, and nothing is ever answered.

use std::fs;
use std::path::Path;

use chrono::{DateTime, Duration, Utc};
use rendezvous::app::App;
use rendezvous::config::{BounceAddress, Config};
use rendezvous::domain::account::Role;
use rendezvous::domain::bounce::Status;
use rendezvous::domain::event::Event;
use rendezvous::domain::ids::MailId;
use rendezvous::domain::mail::MailState;
use rendezvous::domain::text::Email;
use rendezvous::mail::returned::Nothing;
use rendezvous::services::bounces::{self, Taken};
use rendezvous::services::{outbox, registrations, reminders};
use rendezvous::store;
use rendezvous::store::outbox::{NewMail, Order, OutboxFilter};

use crate::support::app::{TestApp, with_settings};
use crate::support::build::an_event;
use crate::support::journeys::participant;
use crate::support::organisers::with_role;

const ADA: &str = "ada@engines.example";
const MAILBOX: &str = "bounces@example.org";

/// Every mail of tests/mails/returned, and what is made of it.
const CORPUS: [(&str, Taken); 63] = [
    ("postfix-unknown-user", Taken::Blocked),
    ("postfix-expired", Taken::Noted),
    ("postfix-delayed", Taken::Ignored(Nothing::StillGoing)),
    ("postfix-relayed", Taken::Ignored(Nothing::StillGoing)),
    ("postfix-without-token", Taken::Blocked),
    ("postfix-about-another-address", Taken::Ignored(Nothing::Unrelated)),
    ("exchange-unknown-user", Taken::Blocked),
    ("exchange-mailbox-full", Taken::Noted),
    ("exchange-policy", Taken::Noted),
    ("exim-unknown-user", Taken::Blocked),
    ("exim-before-reports", Taken::Blocked),
    ("exim-policy-before-reports", Taken::Noted),
    ("qmail-unknown-user", Taken::Blocked),
    ("gmail-unknown-user", Taken::Blocked),
    ("sendmail-host-unknown", Taken::Blocked),
    ("sendmail-too-large", Taken::Noted),
    ("report-about-nobody-of-ours", Taken::Ignored(Nothing::Unrelated)),
    ("outlook-com-unknown-user", Taken::Noted),
    ("yahoo-without-status", Taken::Blocked),
    ("gmx-in-german", Taken::Noted),
    ("orange-in-french-for-now", Taken::Noted),
    ("icloud-inactive", Taken::Blocked),
    ("domino-unlisted-user", Taken::Blocked),
    ("groupwise-as-spam", Taken::Noted),
    ("exchange-members-only", Taken::Noted),
    ("relay-of-two-recipients", Taken::Blocked),
    ("zimbra-dns-loop", Taken::Noted),
    ("ses-with-x-fields", Taken::Blocked),
    ("upper-case-and-folded", Taken::Blocked),
    ("status-in-base64", Taken::Blocked),
    ("away-in-german", Taken::Ignored(Nothing::AutoReply)),
    ("away-by-vacation", Taken::Ignored(Nothing::AutoReply)),
    ("away-by-exchange", Taken::Ignored(Nothing::AutoReply)),
    ("ticket-opened", Taken::Ignored(Nothing::AutoReply)),
    ("question-of-a-person", Taken::Ignored(Nothing::Unrelated)),
    ("spam", Taken::Noted),
    ("read-receipt", Taken::Ignored(Nothing::Unrelated)),
    ("complaint", Taken::Ignored(Nothing::Unrelated)),
    ("full-under-the-code-of-unknown", Taken::Noted),
    ("sender-domain-unknown", Taken::Noted),
    ("not-accepting-connections", Taken::Noted),
    ("listed-under-the-code-of-unknown", Taken::Noted),
    ("refused-without-a-reason", Taken::Noted),
    ("unknown-under-a-code-of-policy", Taken::Blocked),
    ("unknown-after-all-was-read", Taken::Noted),
    ("domain-not-found", Taken::Blocked),
    ("told-in-words-alone", Taken::Blocked),
    ("limit-of-an-hour", Taken::Noted),
    ("exchange-of-old", Taken::Blocked),
    ("notes-in-japanese", Taken::Blocked),
    ("french-in-latin-1", Taken::Blocked),
    ("german-in-base64", Taken::Blocked),
    ("html-alone", Taken::Blocked),
    ("no-form-at-all", Taken::Noted),
    ("a-group-for-members", Taken::Noted),
    ("warning-in-words", Taken::Ignored(Nothing::StillGoing)),
    ("report-passed-on-whole", Taken::Blocked),
    ("wrong-boundary", Taken::Blocked),
    ("transcript-of-old", Taken::Blocked),
    ("gateway-gave-up", Taken::Noted),
    ("stop-by-mail", Taken::Stopped),
    ("empty", Taken::Ignored(Nothing::Unrelated)),
    ("no-mail-at-all", Taken::Ignored(Nothing::Unrelated)),
];

fn with_mailbox(config: &mut Config) {
    config.mail.bounce_address = Some(BounceAddress::parse(MAILBOX).unwrap());
    config.mail.bounce_folder = Some(config.data.join("returned"));
}

/// The folder of the corpus.
fn corpus() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mails/returned")
}

/// A reminder to Ada that a mail server has taken, and where it comes back to.
struct SentMail {
    id: MailId,
    event: Event,
    sender: String,
    stop: String,
    message_id: String,
}

fn sent_to_ada(app: &TestApp) -> SentMail {
    let event = an_event(app).make();
    participant(app, "clusters", "Ada", ADA);
    app.mails_to(ADA);
    app.pass("2027-03-09T16:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap() - app.app.clock.now());
    reminders::send_due(&app.app).unwrap();
    let now = app.app.clock.now();
    let claimant = store::outbox::Claimant { holder: "test", until: now, resting: &[], pace: None };
    let order = store::outbox::Order::Urgency;
    let claimed = app.app.store.write(|db| store::outbox::claim_next(db, now, &claimant, order)).unwrap();
    let store::outbox::ClaimedMail { id, mail, .. } = claimed.unwrap();
    let unfolded = mail.mime.replace("\r\n ", " ");
    let (_, stop) = unfolded.split_once("<mailto:").unwrap();
    let stop = stop.split('?').next().unwrap().to_string();
    app.app.store.write(|db| store::outbox::mark_sent(db, &id, now)).unwrap();
    let sender = mail.sender.as_str().to_string();
    SentMail { id, event, sender, stop, message_id: mail.message_id }
}

impl SentMail {
    /// A mail of the corpus as it comes back about this one.
    fn returned(&self, name: &str) -> String {
        let text = fs::read_to_string(corpus().join(format!("{name}.eml"))).unwrap_or_default();
        text.replace("@TO@", &self.sender)
            .replace("@STOP@", &self.stop)
            .replace("@RCPT@", ADA)
            .replace("@MSGID@", &self.message_id)
    }
}

fn outbox_size(app: &TestApp) -> i64 {
    app.app.store.read(|db| store::outbox::count_found(db, &OutboxFilter::default())).unwrap()
}

fn is_blocked(app: &TestApp) -> bool {
    let ada = Email::parse(ADA).unwrap();
    app.app.store.read(|db| store::blocked_addresses::find(db, &ada)).unwrap().is_some()
}

#[test]
fn every_mail_of_the_corpus_is_understood_and_none_is_answered() {
    let kept = fs::read_dir(corpus()).unwrap().count();
    assert_eq!(kept + 2, CORPUS.len(), "a mail of the corpus is not tested");
    with_settings(with_mailbox, |app| {
        let sent = sent_to_ada(app);
        let before = outbox_size(app);
        for (name, wanted) in CORPUS {
            let text = match name {
                "empty" => String::new(),
                "no-mail-at-all" => "\u{0}\u{1}\u{fffd}".repeat(1000),
                name => sent.returned(name),
            };
            // As a pipe gives it, and as it came over the wire.
            for bytes in [text.clone(), text.replace('\n', "\r\n")] {
                let taken = bounces::take_in(&app.app, bytes.as_bytes(), None).unwrap();
                assert_eq!(taken, wanted, "{name}");
                assert_eq!(is_blocked(app), wanted == Taken::Blocked, "{name}");
            }
            let ada = Email::parse(ADA).unwrap();
            app.app.store.write(|db| store::blocked_addresses::delete(db, &ada)).unwrap();
        }
        assert_eq!(outbox_size(app), before, "nothing is answered");
    });
}

#[test]
fn the_sender_of_each_mail_is_its_own_and_nobody_can_guess_it() {
    with_settings(with_mailbox, |app| {
        let sent = sent_to_ada(app);
        let token = sent.sender.strip_prefix("bounces+").unwrap().strip_suffix("@example.org").unwrap();
        assert!(token.len() == 32 && token.chars().all(|c| c.is_ascii_hexdigit()), "{token}");
        // Another token finds no mail, and once a mail has gone its token is nowhere to be read.
        let forged = sent.returned("postfix-unknown-user").replace(token, &"0".repeat(32));
        assert_eq!(
            bounces::take_in(&app.app, forged.as_bytes(), None).unwrap(),
            Taken::Ignored(Nothing::Unrelated)
        );
        assert!(!is_blocked(app));
        let upper = sent.returned("postfix-unknown-user").replace(&sent.sender, &sent.sender.to_uppercase());
        assert_eq!(bounces::take_in(&app.app, upper.as_bytes(), None).unwrap(), Taken::Blocked);
    });
}

#[test]
fn to_an_address_that_is_none_nothing_goes_until_an_organiser_lifts_it_or_corrects_the_address() {
    with_settings(with_mailbox, |app| {
        let sent = sent_to_ada(app);
        let mail = sent.returned("postfix-unknown-user");
        assert_eq!(bounces::take_in(&app.app, mail.as_bytes(), None).unwrap(), Taken::Blocked);
        let (entry, ..) = app.app.store.read(|db| store::outbox::get(db, &sent.id)).unwrap();
        assert_eq!(entry.state, MailState::Bounced);
        assert!(entry.problem.contains("User unknown in virtual mailbox table"), "{}", entry.problem);

        let got = app.mails_to(ADA).len();
        app.pass(Duration::hours(2));
        registrations::ask_for_link(&app.app, "clusters", ADA).unwrap();
        registrations::answer_link_requests(&app.app).unwrap();
        assert_eq!(app.mails_to(ADA).len(), got, "nothing goes to a blocked address");

        let mut olga = with_role(app, "olga@example.org", &sent.event.id, Role::Organiser);
        olga.open("/organiser/events/clusters");
        assert!(olga.page.text.contains("Mail to one person comes back"), "{}", olga.page.text);
        olga.open("/organiser/events/clusters/outbox?state=bounced");
        assert!(
            olga.page.text.contains("Came back") && olga.page.text.contains("User unknown"),
            "{}",
            olga.page.text
        );
        olga.open("/organiser/events/clusters/outbox?state=failed");
        olga.follow("Your personal link");
        olga.press("Try again now");
        assert!(olga.page.text.contains("Correct it or lift the block first"), "{}", olga.page.text);

        let page = olga.open("/organiser/events/clusters/participants").clone();
        let ada = page.link("Ada").to_string();
        olga.open(&ada);
        olga.follow("See why, and correct it");
        olga.press("Lift the block");
        assert!(olga.page.text.contains("Mail goes to this address again."), "{}", olga.page.text);
        assert!(!is_blocked(app));

        let again = sent.returned("gmail-unknown-user");
        assert_eq!(bounces::take_in(&app.app, again.as_bytes(), None).unwrap(), Taken::Blocked);
        olga.open(&format!("{ada}/address"));
        olga.fill("E-mail address", "no address").press("Save and send a link");
        assert_eq!(olga.page.status, 422);
        olga.fill("E-mail address", "ada.lovelace@engines.example").press("Save and send a link");
        assert!(olga.page.text.contains("The address is corrected"), "{}", olga.page.text);
        let link = app.mailed_path("ada.lovelace@engines.example", "/my/");
        assert!(app.visitor().open(&link).path.starts_with("/e/clusters/my"));
        olga.open(&format!("{ada}/address"));
        assert!(
            olga.page.text.contains("A link goes to the new address."),
            "proved by now: {}",
            olga.page.text
        );
        bounces::forget_unused(&app.app).unwrap();
        assert!(!is_blocked(app), "nobody has the old address");
    });
}

#[test]
fn a_folder_is_read_once_whether_it_is_a_maildir_or_holds_files() {
    with_settings(with_mailbox, |app| {
        let sent = sent_to_ada(app);
        let folder = app.app.config.mail.bounce_folder.clone().unwrap();
        assert_eq!(bounces::read_folder(&app.app).unwrap(), 0, "a folder that is not there stops nothing");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("1.eml"), sent.returned("question-of-a-person")).unwrap();
        fs::write(folder.join(".unfinished"), sent.returned("gmail-unknown-user")).unwrap();
        assert_eq!(bounces::read_folder(&app.app).unwrap(), 1);
        assert!(folder.join("done/1.eml").exists() && !is_blocked(app));

        fs::create_dir_all(folder.join("new")).unwrap();
        fs::write(folder.join("new/1741536009.M1P2.mx"), sent.returned("gmail-unknown-user")).unwrap();
        assert_eq!(bounces::read_folder(&app.app).unwrap(), 1);
        assert!(folder.join("cur/1741536009.M1P2.mx:2,S").exists() && is_blocked(app));
        assert_eq!(bounces::read_folder(&app.app).unwrap(), 0);
    });
}

#[test]
fn a_mail_that_cannot_be_read_is_put_away_and_the_next_one_is_read() {
    with_settings(with_mailbox, |app| {
        let sent = sent_to_ada(app);
        let folder = app.app.config.mail.bounce_folder.clone().unwrap();
        fs::create_dir_all(&folder).unwrap();
        let damaged = include_bytes!("../fuzz/corpus/calendar_answer/parts_that_end_nowhere");
        fs::write(folder.join("1.eml"), damaged).unwrap();
        fs::write(folder.join("2.eml"), sent.returned("gmail-unknown-user")).unwrap();
        assert_eq!(bounces::read_folder(&app.app).unwrap(), 2);
        assert!(folder.join("done/1.eml").exists() && is_blocked(app));
    });
}

#[test]
fn a_server_that_says_there_is_no_such_mailbox_blocks_the_address_and_what_waits_for_it() {
    use rendezvous::domain::lang::Lang;
    use rendezvous::domain::mail::MailKind;
    use rendezvous::mail::transport::{Mailer, Memory, SendError};

    let refuse = |_: &Path| {
        Mailer::Memory(Memory::answering(|_| Err(SendError::NoMailbox("550 5.1.1 no such mailbox".into()))))
    };
    crate::databases::app_on_each_database_sending(refuse, |app| {
        let now = app.clock.now();
        let mut ids = Vec::new();
        for _ in 0..2 {
            let id: MailId = app.random.id(now);
            let mut mail = crate::mail_samples::Sample::in_language(Lang::En).mail(MailKind::NewPassword);
            mail.message_id = format!("{id}@example.org");
            let new = NewMail { id: &id, mail: &mail, problem: None, due_at: None };
            app.store.write(|db| store::outbox::insert_all(db, &[new], now)).unwrap();
            ids.push(id);
        }
        put_off(app, &ids[1], now + Duration::hours(1));
        assert_eq!(outbox::deliver_due(app).unwrap().failed, 1);
        let (entry, ..) = app.store.read(|db| store::outbox::get(db, &ids[1])).unwrap();
        assert_eq!((entry.state, entry.problem.as_str()), (MailState::Failed, "address-blocked"));
    });
}

/// Lets a mail be tried for the second time at a time.
fn put_off(app: &App, id: &MailId, until: DateTime<Utc>) {
    let now = app.clock.now();
    let claimant = store::outbox::Claimant { holder: "test", until: now, resting: &[], pace: None };
    app.store
        .write(|db| {
            while let Some(claimed) = store::outbox::claim_next(db, now, &claimant, Order::Urgency)? {
                if claimed.id == *id {
                    store::outbox::mark_failed(db, (id, "test"), "greylisted", now, Some(until))?;
                }
            }
            store::outbox::free_all_claims(db)
        })
        .unwrap();
}

#[test]
fn a_status_code_is_found_in_what_servers_say_and_a_tag_in_an_address() {
    let found = |text: &str| Status::find(text).map(|status| status.to_string());
    assert_eq!(found("550 5.1.1 no such user").as_deref(), Some("5.1.1"));
    assert_eq!(found("smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound").as_deref(), Some("5.1.10"));
    assert_eq!(found("554 5.0.0 after 5.7.1").as_deref(), Some("5.7.1"), "one that tells more goes first");
    assert_eq!(found("550 from 192.0.2.77: no"), None, "an address of a machine is no code");
    assert_eq!(found(""), None);
    assert!(BounceAddress::parse("a-name-that-is-longer-than-26@example.org").is_err());
    let mailbox = BounceAddress::parse("Bounces@Example.org").unwrap();
    let email = mailbox.variant("0f").unwrap();
    assert_eq!(mailbox.tag_of(email.as_str()).as_deref(), Some("0f"));
    assert_eq!(mailbox.tag_of("bounces@example.org"), None);
    assert_eq!(mailbox.tag_of("other+0f@example.org"), None);
}
