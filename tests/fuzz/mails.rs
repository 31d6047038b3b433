//! Mails that come back, answers of mail servers, mails opened again, and keys for signatures.

use std::path::Path;

use lettre::transport::smtp::response::Response;
use rendezvous::config::{BounceAddress, DkimConfig, DkimKeyFile};
use rendezvous::domain::bounce::{Status, Verdict, judge, without_addresses};
use rendezvous::domain::text::Email;
use rendezvous::mail::dkim::Signer;
use rendezvous::mail::reading;
use rendezvous::mail::returned::{About, Returned, read};

use crate::driver::{Parser, of_folder};

const WORDS: &[&str] = &[
    "\n\n",
    "\r\n\r\n",
    "--b-4711\n",
    "--b-4711--\n",
    "Content-Type: message/rfc822\n\n",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b-4711\"\n\n",
    "Content-Type: message/delivery-status\n\n",
    "Content-Transfer-Encoding: base64\n",
    "Action: failed\n",
    "Status: 5.1.1\n",
    "Status: 99999.1.1",
    "Diagnostic-Code: smtp; 550 ",
    "Final-Recipient: rfc822; ",
    "Message-ID: <",
    "=?utf-8?B?",
    "=?iso-2022-jp?Q?=",
    "charset=utf-7",
    "\u{1b}$B%f!<",
    "user unknown",
    "550 5.1.1",
    "@",
    "<>",
    "To: bounces+0f@example.org\n",
    "\u{feff}",
];

#[test]
fn a_mail_that_comes_back_damaged_is_read_or_left_alone() {
    let mailbox = BounceAddress::parse("bounces@example.org").unwrap();
    let text = |mail: Vec<u8>| {
        let mail = String::from_utf8_lossy(&mail).replace("@TO@", "bounces+0f@example.org");
        mail.replace("@RCPT@", "ada@engines.example").replace("@MSGID@", "1@example.org").into_bytes()
    };
    let seeds = of_folder(Path::new("tests/mails/returned")).into_iter().map(text).collect();
    Parser { name: "returned_mail", seeds, words: WORDS }.fuzz(|input| {
        for recipient in [None, Some("bounces+0f@example.org")] {
            let Returned::Failure(failure) = read(input, Some(&mailbox), recipient) else { continue };
            assert!(failure.reason.chars().count() <= 300 && !failure.reason.contains(['\n', '\r']));
            if recipient.is_some() {
                assert_eq!(
                    failure.about,
                    About::Token("0f".to_string()),
                    "the token alone says which mail it is"
                );
            }
        }
        if let Some(mail) = reading::open(&String::from_utf8_lossy(input)) {
            assert!(mail.text.len() <= 8 * input.len() + 64 && mail.attachments.len() <= input.len());
        }
    });
}

#[test]
fn a_damaged_answer_of_a_calendar_is_read_or_left_alone() {
    let words = [
        "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n",
        "BEGIN:VCALENDAR\r\n",
        "BEGIN:",
        "METHOD:REPLY\r\n",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:",
        ";CN=\"",
        "\r\n ",
        "UID:",
        "SEQUENCE:99999999999",
        "DTSTAMP:20270310T092000Z",
        "@BASE64",
        "Content-Type: text/calendar; method=REPLY\r\n\r\n",
        "mailto:\u{e9}",
    ];
    let plain = |mail: Vec<u8>| {
        String::from_utf8_lossy(&mail).replace("@BASE64:", "").replace("@QP:", "").into_bytes()
    };
    let seeds = of_folder(Path::new("tests/mails/answers")).into_iter().map(plain).collect();
    Parser { name: "calendar_answer", seeds, words: &words }.fuzz(|input| {
        let Returned::Answer(answer) = read(input, None, None) else { return };
        assert!(!answer.uid.is_empty() && answer.uid.len() <= 500, "{answer:?}");
        assert!(
            !answer.attendees.is_empty() && answer.attendees.iter().all(|(address, _)| address.len() <= 500)
        );
    });
}

#[test]
fn an_answer_of_a_mail_server_is_judged_whatever_it_says() {
    let words = [
        "550",
        "5.1.1",
        "4.2.2",
        "user",
        "unknown",
        "mailbox",
        "full",
        "spam",
        "http://x.example/spam",
        "<a@b.example>",
        " ",
        "\u{130}",
        "\u{fb01}",
        "e\u{301}",
        "宛先",
        "存在しません",
        "may",
        "not exist",
        "5.255.65535",
        "….",
    ];
    Parser { name: "reply", seeds: Vec::new(), words: &words }.fuzz(|input| {
        let text = String::from_utf8_lossy(input);
        if let Some(status) = Status::find(&text) {
            assert_eq!(Status::find(&status.to_string()), Some(status));
            assert!(status.class == 5 || judge(Some(status), "") == Verdict::NotTheAddress);
        }
        if let Ok(answer) = text.parse::<Response>() {
            assert!(answer.message().map(str::len).sum::<usize>() <= text.len());
        }
        let alone = judge(None, &text);
        let spam = judge(None, &format!("blocked as spam: {text}"));
        assert_eq!(spam, Verdict::NotTheAddress, "what speaks of us never blocks: {alone:?}");
        assert!(!without_addresses(&text).contains('@'));
    });
}

#[test]
fn a_damaged_key_for_signatures_is_refused_in_words_that_do_not_show_it() {
    let folder = std::env::temp_dir().join(format!("rendezvous-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("key.pem");
    let from = Email::parse("events@example.org").unwrap();
    let keys = of_folder(Path::new("tests/keys")).into_iter().filter(|key| key.starts_with(b"-----BEGIN"));
    let words = ["-----BEGIN PRIVATE KEY-----\n", "-----END PRIVATE KEY-----\n", "RSA ", "MII", "=", "\n\n"];
    Parser { name: "key", seeds: keys.collect(), words: &words }.fuzz(|input| {
        std::fs::write(&file, input).unwrap();
        let key = DkimKeyFile { selector: "s".to_string(), file: file.clone() };
        let config = DkimConfig { domain: "example.org".to_string(), keys: vec![key] };
        if let Err(error) = Signer::open(&config, &from) {
            let told = error.to_string();
            let secret =
                String::from_utf8_lossy(input).lines().any(|line| line.len() > 40 && told.contains(line));
            assert!(!secret && told.len() < 1_000, "{told}");
        }
    });
    std::fs::remove_dir_all(&folder).unwrap();
}
