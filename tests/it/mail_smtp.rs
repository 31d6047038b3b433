//! Mail by SMTP, against a small server on loopback that refuses, stumbles and hangs up where a test says so.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use parking_lot::Mutex;
use rendezvous::config::{Secret, TransportConfig};
use rendezvous::domain::ids::MailId;
use rendezvous::domain::lang::Lang;
use rendezvous::domain::mail::{MailKind, OutgoingMail};
use rendezvous::mail::transport::{Mailer, SendError};

use crate::mail_samples::Sample;

/// What the server does instead of saying yes.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    /// This answer to the first command with this word.
    Answer(&'static str, &'static str),
    /// No answer after the end of the mail.
    HangUpAfterData,
    /// No greeting.
    HangUpAtOnce,
}

/// A server that keeps what it is told.
struct Sink {
    port: u16,
    told: Arc<Mutex<Told>>,
}

#[derive(Default)]
struct Told {
    connections: usize,
    commands: Vec<String>,
    mails: Vec<String>,
}

impl Sink {
    /// Serves until the test ends; a fault strikes once.
    fn with(faults: &[Fault]) -> Sink {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let told = Arc::new(Mutex::new(Told::default()));
        let (kept, faults) = (Arc::clone(&told), Arc::new(Mutex::new(faults.to_vec())));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (told, faults) = (Arc::clone(&kept), Arc::clone(&faults));
                // A broken pipe here is the client's good right.
                thread::spawn(move || serve(stream, &told, &faults).ok());
            }
        });
        Sink { port, told }
    }

    fn mailer(&self, scheme: &str, login: &str) -> Mailer {
        let url = format!("{scheme}://{login}127.0.0.1:{}", self.port);
        Mailer::from_config(&TransportConfig::Smtp(Secret::new(url))).unwrap()
    }
}

fn serve(mut stream: TcpStream, told: &Mutex<Told>, faults: &Mutex<Vec<Fault>>) -> std::io::Result<()> {
    told.lock().connections += 1;
    let strikes = |fault: Fault| {
        let mut faults = faults.lock();
        let at = faults.iter().position(|waiting| *waiting == fault);
        at.map(|at| faults.remove(at)).is_some()
    };
    if strikes(Fault::HangUpAtOnce) {
        return Ok(());
    }
    let mut lines = BufReader::new(stream.try_clone()?);
    stream.write_all(b"220 sink ESMTP\r\n")?;
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let command = line.trim_end().to_string();
        told.lock().commands.push(command.clone());
        let word = command.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let fault = {
            let mut faults = faults.lock();
            let at = faults.iter().position(|fault| matches!(fault, Fault::Answer(at, _) if *at == word));
            at.map(|at| faults.remove(at))
        };
        if let Some(Fault::Answer(_, answer)) = fault {
            stream.write_all(format!("{answer}\r\n").as_bytes())?;
            continue;
        }
        match word.as_str() {
            "EHLO" => stream.write_all(b"250-sink\r\n250 AUTH PLAIN\r\n")?,
            "AUTH" => stream.write_all(b"235 welcome\r\n")?,
            "DATA" => {
                stream.write_all(b"354 go on\r\n")?;
                let mail = read_mail(&mut lines)?;
                if strikes(Fault::HangUpAfterData) {
                    return Ok(());
                }
                told.lock().mails.push(mail);
                stream.write_all(b"250 taken\r\n")?;
            }
            "QUIT" => return stream.write_all(b"221 bye\r\n"),
            _ => stream.write_all(b"250 fine\r\n")?,
        }
    }
}

/// As the most careless server would: any line end ends a line, and a dot alone ends the mail.
fn read_mail(lines: &mut impl BufRead) -> std::io::Result<String> {
    let mut mail = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 || line.trim_end_matches(['\r', '\n']) == "." {
            return Ok(mail);
        }
        mail.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

fn mail() -> OutgoingMail {
    Sample::in_language(Lang::De).mail(MailKind::Invitation)
}

fn send(mailer: &Mailer, mails: &[OutgoingMail]) -> Vec<Result<(), SendError>> {
    let mut courier = mailer.courier();
    mails.iter().map(|mail| courier.send(mail, &MailId("0193-1".into()))).collect()
}

#[test]
fn a_mail_arrives_byte_for_byte_over_one_connection_that_is_closed_politely() {
    let sink = Sink::with(&[]);
    let mails = [mail(), Sample::in_language(Lang::Fr).mail(MailKind::Schedule)];
    assert_eq!(send(&sink.mailer("smtp", ""), &mails), [Ok(()), Ok(())]);
    let told = sink.told.lock();
    assert_eq!(told.connections, 1);
    // The end of a mail is a dot on a line of its own: a line end before it is the protocol's.
    for (arrived, sent) in told.mails.iter().zip(&mails) {
        assert_eq!(arrived.trim_end(), sent.mime.trim_end());
    }
    assert_eq!(told.commands.iter().filter(|line| line.starts_with("RCPT")).count(), 2);
    assert_eq!(told.commands.last().map(String::as_str), Some("QUIT"));
}

#[test]
fn a_refused_recipient_fails_for_good_and_the_next_mail_goes_over_the_same_connection() {
    let sink = Sink::with(&[Fault::Answer("RCPT", "550 5.1.1 no such mailbox")]);
    let outcomes = send(&sink.mailer("smtp", ""), &[mail(), mail()]);
    let [Err(SendError::NoMailbox(reason)), Ok(())] = &outcomes[..] else { panic!("{outcomes:?}") };
    assert!(reason.contains("550") && reason.contains("no such mailbox"), "{reason}");
    assert_eq!(sink.told.lock().connections, 1);
}

#[test]
fn only_a_code_that_names_the_mailbox_says_that_there_is_none() {
    for refusal in
        ["550 refused by a list", "550 5.7.1 relaying denied", "554 5.6.0 bad content", "552 5.2.2 full"]
    {
        let sink = Sink::with(&[Fault::Answer("RCPT", refusal)]);
        let outcome = send(&sink.mailer("smtp", ""), &[mail()]).remove(0);
        assert!(matches!(outcome, Err(SendError::Permanent(_))), "{refusal}: {outcome:?}");
    }
}

#[test]
fn a_mail_that_the_server_defers_is_temporary_and_the_next_goes() {
    let outcomes = send(
        &Sink::with(&[Fault::Answer("RCPT", "451 4.7.1 greylisted")]).mailer("smtp", ""),
        &[mail(), mail()],
    );
    assert!(
        matches!(&outcomes[..], [Err(SendError::Temporary(reason)), Ok(())] if reason.contains("451")),
        "{outcomes:?}"
    );
}

#[test]
fn a_server_that_closes_or_refuses_us_makes_no_mail_fail() {
    for fault in [
        Fault::HangUpAtOnce,
        Fault::Answer("EHLO", "421 busy"),
        Fault::Answer("MAIL", "550 5.7.1 sender refused"),
        Fault::Answer("MAIL", "451 later"),
    ] {
        let outcome = send(&Sink::with(&[fault]).mailer("smtp", ""), &[mail()]).remove(0);
        assert!(matches!(outcome, Err(SendError::Unavailable(_))), "{outcome:?}");
    }
}

#[test]
fn a_server_that_hangs_up_on_a_mail_speaks_of_that_one() {
    for refusal in ["421 4.7.0 mailbox busy", "421 closing"] {
        let outcome =
            send(&Sink::with(&[Fault::Answer("RCPT", refusal)]).mailer("smtp", ""), &[mail()]).remove(0);
        assert!(matches!(outcome, Err(SendError::Closed(_))), "{refusal}: {outcome:?}");
    }
}

#[test]
fn a_refused_log_in_makes_no_mail_fail() {
    let sink = Sink::with(&[Fault::Answer("AUTH", "535 5.7.8 wrong password")]);
    let outcome = send(&sink.mailer("smtp", "user:secret@"), &[mail()]).remove(0);
    let Err(SendError::Unavailable(reason)) = outcome else { panic!("{outcome:?}") };
    assert!(reason.contains("535") && !reason.contains("secret"), "{reason}");
}

#[test]
fn a_log_in_uses_the_decoded_password() {
    let sink = Sink::with(&[]);
    assert_eq!(send(&sink.mailer("smtp", "user%40a:p%3Aw@"), &[mail()]), [Ok(())]);
    use base64::Engine;
    let wanted = base64::engine::general_purpose::STANDARD.encode("\0user@a\0p:w");
    assert!(sink.told.lock().commands.contains(&format!("AUTH PLAIN {wanted}")));
}

#[test]
fn a_server_without_starttls_gets_nothing_where_it_is_asked_for() {
    let sink = Sink::with(&[]);
    let outcome = send(&sink.mailer("smtp+starttls", "user:secret@"), &[mail()]).remove(0);
    assert!(matches!(outcome, Err(SendError::Unavailable(_))), "{outcome:?}");
    let told = sink.told.lock();
    assert!(told.mails.is_empty() && !told.commands.iter().any(|line| line.starts_with("AUTH")));
}

#[test]
fn no_answer_after_the_end_of_a_mail_is_perhaps_sent() {
    let outcome = send(&Sink::with(&[Fault::HangUpAfterData]).mailer("smtp", ""), &[mail()]).remove(0);
    assert!(
        matches!(&outcome, Err(SendError::Closed(reason)) if reason.contains("perhaps sent")),
        "{outcome:?}"
    );
}

#[test]
fn nobody_at_the_address_is_no_fault_of_the_mail() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let config = TransportConfig::Smtp(Secret::new(format!("smtp://127.0.0.1:{port}")));
    let outcome = send(&Mailer::from_config(&config).unwrap(), &[mail()]).remove(0);
    assert!(matches!(outcome, Err(SendError::Unavailable(_))), "{outcome:?}");
}

#[test]
fn bytes_that_smuggle_never_reach_the_server() {
    let sink = Sink::with(&[]);
    for smuggled in
        ["a\n.\nMAIL FROM:<evil@evil.example>\r\n", "a\r.\rb\r\n", "ü\r\n", "a\0b\r\n", &"x".repeat(1_200)]
    {
        let mut mail = mail();
        mail.mime.push_str(smuggled);
        let outcome = send(&sink.mailer("smtp", ""), &[mail]).remove(0);
        assert!(matches!(outcome, Err(SendError::Unfit(_))), "{smuggled:?}: {outcome:?}");
    }
    assert_eq!(sink.told.lock().connections, 0);
}

#[test]
fn lines_that_begin_with_a_dot_arrive_as_they_are() {
    let sink = Sink::with(&[]);
    let mut mail = mail();
    mail.mime.push_str(".\r\n..\r\n.hidden\r\nlast\r\n");
    assert_eq!(send(&sink.mailer("smtp", ""), std::slice::from_ref(&mail)), [Ok(())]);
    assert_eq!(sink.told.lock().mails[0].trim_end(), mail.mime.trim_end());
}

#[test]
fn an_smtp_url_that_cannot_be_used_is_refused_with_a_reason_and_without_the_password() {
    for (url, reason) in [
        ("mail.example.org", "no “://”"),
        ("http://mail.example.org", "none of smtp://"),
        ("smtp://", "no host"),
        ("smtp://mail.example.org:99999", "port"),
        ("smtps://user@mail.example.org", "no password"),
        ("smtp://user:secret@mail.example.org", "without encryption"),
        ("smtps://user:%zzsecret@mail.example.org", "hexadecimal"),
    ] {
        let refused = Mailer::from_config(&TransportConfig::Smtp(Secret::new(url)));
        let said = refused.err().unwrap_or_else(|| panic!("{url} was taken")).to_string();
        assert!(said.contains(reason) && !said.contains("secret"), "{url}: {said}");
    }
    for url in [
        "smtp://localhost",
        "smtp://user:pw@127.0.0.1:2525",
        "smtp://[::1]:2525",
        "smtp+starttls://user:p%40ss@mail.example.org:587",
        "smtps://user:pw@mail.example.org",
    ] {
        Mailer::from_config(&TransportConfig::Smtp(Secret::new(url)))
            .unwrap_or_else(|error| panic!("{url}: {error}"));
    }
}
