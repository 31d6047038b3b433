//! A mail without the secrets of its links.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rendezvous::mail::masking::masked;

const TOKEN: &str = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";

fn mail(encoding: &str, body: &str) -> String {
    format!(
        "Subject: x\r\n\r\n--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n--b--\r\n"
    )
}

#[test]
fn a_token_is_masked_wherever_its_line_breaks_and_nothing_else_changes() {
    for at in 0..TOKEN.len() {
        for between in ["=\r\n", "\r\n ", ""] {
            let (one, other) = TOKEN.split_at(at);
            let before = mail(
                "quoted-printable",
                &format!("See https://example.org/my/{one}{between}{other}?to=schedule today"),
            );
            let shown = masked(&before);
            assert_eq!(shown.len(), before.len());
            assert!(shown.contains("See https://example.org/my/"), "{shown}");
            assert!(shown.contains("?to=schedule today"), "{shown}");
            assert!(!shown.contains("Gh") && !shown.contains("89-_"), "{shown}");
        }
    }
}

#[test]
fn a_token_in_a_packed_part_is_masked_too() {
    let ics = format!("BEGIN:VCALENDAR\r\nURL:https://example.org/my/{TOKEN}\r\nEND:VCALENDAR\r\n");
    let shown = masked(&mail("base64", &STANDARD.encode(&ics)));
    let (_, part) = shown.split_once("base64\r\n\r\n").unwrap();
    let (part, _) = part.split_once("--b--").unwrap();
    let opened = String::from_utf8(STANDARD.decode(part.replace("\r\n", "")).unwrap()).unwrap();
    assert_eq!(opened, ics.replace(TOKEN, &"*".repeat(TOKEN.len())));
}
