//! What browsers and links bring: forms, files with them, languages, tokens and addresses.

use std::time::Duration;

use actix_web::FromRequest;
use actix_web::test::TestRequest;
use actix_web::web::Payload;
use rendezvous::config::BounceAddress;
use rendezvous::domain::text::Email;
use rendezvous::domain::token::Token;
use rendezvous::web::body::Body;
use rendezvous::web::language;
use rendezvous::web::posted::{self, Posted, Takes};
use rendezvous::web::who::Who;

use crate::driver::Parser;

#[test]
fn a_damaged_form_is_read_and_one_that_is_written_comes_back_whole() {
    let words = ["&", "=", "%", "%00", "%C3%28", "%F0%9F%98%80", "+", ";", "name", "csrf", "[]", "\u{1f600}"];
    Parser { name: "form", seeds: Vec::new(), words: &words }.fuzz(|input| {
        let text = String::from_utf8_lossy(input);
        let read = Posted::decode(&text);
        let pairs: Vec<(&str, &str)> = read.pairs().collect();
        let held: usize = pairs.iter().map(|(name, value)| name.len() + value.len()).sum();
        assert!(held <= 3 * text.len(), "{held} bytes from {}", text.len());
        assert!(pairs.iter().all(|(name, value)| !name.contains('\0') && !value.contains('\0')));
        let written: Vec<String> =
            pairs.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        let again = Posted::decode(&written.join("&"));
        assert!(again.pairs().eq(pairs.iter().copied()));
    });
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn a_damaged_form_with_a_file_is_read_or_refused() {
    let words = [
        "--x\r\n",
        "--x--\r\n",
        "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nyes\r\n",
        "\r\n\r\n",
        "filename=\"",
        "name=\"",
        "; ",
        "filename*=utf-8''%ff",
        "\0",
        "\"",
    ];
    Parser { name: "form_with_file", seeds: Vec::new(), words: &words }.fuzz(|input| {
        let request = TestRequest::post()
            .insert_header(("Content-Type", "multipart/form-data; boundary=x"))
            .set_payload(input.to_vec());
        let (request, mut payload) = request.to_http_parts();
        let read = actix_web::rt::System::new().block_on(async {
            let payload = Payload::from_request(&request, &mut payload).await.unwrap();
            let body = Body::new(request.headers(), payload, Duration::from_secs(1));
            let takes = Takes::of(Who::Admin, true);
            posted::read(request.headers(), &body, takes, |token| token != "no").await
        });
        if let Ok(read) = read {
            let held: usize = read.pairs().map(|(name, value)| name.len() + value.len()).sum();
            assert!(held <= 3 * input.len());
        }
    });
}

#[test]
fn no_list_of_languages_is_too_odd() {
    let words = ["de", "en;q=0.9", "fr-CH", "*", ";q=", "q=NaN", "q=inf", "q=1e38", ",", "-", "\u{131}"];
    Parser { name: "accept_language", seeds: Vec::new(), words: &words }.fuzz(|input| {
        let text = String::from_utf8_lossy(input);
        let found = language::asked("", None, &text);
        assert_eq!(language::asked("fr", None, &text), language::asked("fr", None, ""));
        assert_eq!(found, language::asked("", None, &text));
    });
}

#[test]
fn tokens_and_addresses_from_outside_are_values_or_nothing() {
    let words = [
        "@",
        ".",
        "+",
        "xn--",
        "\u{200b}",
        "\"",
        "<",
        ">",
        " ",
        "ß",
        "ä",
        "example.org",
        "bounces+",
        "\u{3002}",
    ];
    let mailbox = BounceAddress::parse("bounces@example.org").unwrap();
    Parser { name: "address", seeds: Vec::new(), words: &words }.fuzz(|input| {
        let text = String::from_utf8_lossy(input);
        assert_eq!(Token::from_outside(&text).hash(), Token::from_outside(&text).hash());
        let tag = mailbox.tag_of(&text);
        let Ok(email) = Email::parse(&text) else { return };
        assert_eq!(Email::parse(email.as_str()).ok().as_ref(), Some(&email), "it stays what it is");
        assert!(email.as_str().chars().count() <= 254 && email.as_str().contains('@'));
        // Out of what was pasted another address may be read than the one that the whole of it is.
        let is_whole = email.key() == text.trim().to_lowercase();
        assert!(tag.is_none() || !is_whole || email.key().starts_with("bounces+"));
    });
}
