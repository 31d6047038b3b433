//! E-mail addresses and web addresses as people type and paste them, with what came along and with slips of the finger.

use rendezvous::domain::text::Email;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::{answers_the_profile, answers_the_step, confirms, is_signed_up, participant};
use crate::support::visitor::Visitor;

/// The first step of the form, sent with this address.
fn first_step(app: &TestApp, email: &str) -> Visitor {
    let mut visitor = app.visitor();
    visitor.open("/e/clusters/register");
    answers_the_profile(&mut visitor, "Zoe", email);
    visitor.press("Continue");
    visitor
}

/// Goes through the other steps up to the page that says which mail was sent.
fn finishes(visitor: &mut Visitor) {
    for _ in 0..3 {
        answers_the_step(visitor, "", "");
    }
    assert!(is_signed_up(visitor), "{}: {}", visitor.page.path, visitor.page.text);
}

#[test]
fn a_pasted_address_is_understood() {
    on_each_database(|app| {
        an_event(app).make();
        for (n, pasted) in [
            "Zoe Doe <zoeN@example.org>",
            "\"Doe, Zoe\" <zoeN@example.org>;",
            "zoeN@example.org (Zoe Doe)",
            "mailto:zoeN@example.org",
            "MAILTO:zoeN@example.org?subject=Hello",
            "E-Mail: zoeN@example.org",
            "zoeN@example.org,",
            "zoeN@example.org.",
            "<zoeN@example.org>",
            "“zoeN@example.org”",
            "zoeN @ example.org",
            "ｚｏｅN＠ｅｘａｍｐｌｅ．ｏｒｇ",
            "\u{200b}zoeN@example.org\u{200b}",
            "zo\u{ad}eN@exam\u{200c}ple\u{2060}.org\u{200e}",
            "\u{feff}zoeN@\u{a0}example.org\u{2069}",
        ]
        .iter()
        .enumerate()
        {
            let mut visitor = first_step(app, &pasted.replace('N', &n.to_string()));
            assert_eq!(visitor.page.status, 200, "{pasted:?}: {}", visitor.page.text);
            finishes(&mut visitor);
            assert_eq!(app.mails_to(&format!("zoe{n}@example.org")).len(), 1, "{pasted:?}");
        }
    });
}

#[test]
fn an_address_that_cannot_be_is_refused_with_a_sentence_that_says_why() {
    on_each_database(|app| {
        an_event(app).make();
        for (typed, why) in [
            ("zoe", "Enter an e-mail address like name@example.org."),
            ("zoe@example", "Enter an e-mail address like name@example.org."),
            ("a@example.org, b@example.org", "Enter one address only."),
            ("zoë@example.org", "The part before the @ (zoë) may only have letters without marks"),
            ("\u{200b}\u{3164}", "Enter your e-mail address."),
        ] {
            let visitor = first_step(app, typed);
            assert_eq!(visitor.page.status, 422, "{typed}");
            assert!(visitor.page.text.contains(why), "{typed}: {}", visitor.page.text);
        }
        let mut visitor = first_step(app, "info@bücher.example.org");
        finishes(&mut visitor);
        assert_eq!(app.mails_to("info@xn--bcher-kva.example.org").len(), 1, "a domain may have its marks");
    });
}

#[test]
fn a_name_that_nobody_can_see_is_no_name() {
    on_each_database(|app| {
        an_event(app).make();
        for name in ["\u{200b}", "\u{3164}", "\u{2800}", "\u{ad}", "\u{200b}\u{2800} \u{202e}", "\u{e0001}"] {
            let mut visitor = app.visitor();
            visitor.open("/e/clusters/register");
            answers_the_profile(&mut visitor, name, "zoe@example.org");
            visitor.press("Continue");
            assert_eq!(visitor.page.status, 422, "{name:?}");
            assert!(visitor.page.messages.iter().any(|(id, _)| id == "name-error"), "{name:?}");
        }
    });
}

#[test]
fn a_probable_slip_is_asked_about_and_both_answers_are_one_click() {
    on_each_database(|app| {
        an_event(app).make();
        for (n, (typed, meant)) in [
            ("typoN@gmial.con", "typoN@gmail.com"),
            ("typoN@gmail.con", "typoN@gmail.com"),
            ("typoN@hotmial.com", "typoN@hotmail.com"),
            ("typoN@yaho.fr", "typoN@yahoo.fr"),
            ("typoN@exmaple.org", "typoN@example.org"),
            ("typoN@some-ministry.con", "typoN@some-ministry.com"),
            ("typoN@verein.ogr", "typoN@verein.org"),
            ("typoN@firma.ed", "typoN@firma.de"),
        ]
        .iter()
        .enumerate()
        {
            let (typed, meant) = (typed.replace('N', &n.to_string()), meant.replace('N', &n.to_string()));
            let mut visitor = first_step(app, &typed);
            assert_eq!(visitor.page.status, 422, "{typed}");
            assert!(visitor.page.text.contains(&format!("Did you mean {meant}?")), "{}", visitor.page.text);
            visitor.press(&format!("Yes, use {meant}"));
            finishes(&mut visitor);
            assert_eq!(app.mails_to(&meant).len(), 1, "{typed}");
            assert!(app.mails_to(&typed).is_empty(), "{typed}");
            let mut sure = first_step(app, &typed);
            sure.press(&format!("No, {typed} is right"));
            finishes(&mut sure);
            assert_eq!(app.mails_to(&typed).len(), 1, "{typed}");
        }
        for fine in
            ["a@gmail.com", "b@gmx.de", "c@firma.co", "d@verein.eu", "e@universite.fr", "f@studio.mom"]
        {
            let visitor = first_step(app, fine);
            assert_eq!(visitor.page.status, 200, "{fine}: {}", visitor.page.text);
        }
    });
}

#[test]
fn nearly_the_domain_of_many_at_the_event_is_asked_about() {
    on_each_database(|app| {
        an_event(app).make();
        for n in 0..3 {
            participant(app, "clusters", &format!("P{n}"), &format!("p{n}@ministerium.bayern.de"));
        }
        let visitor = first_step(app, "zoe@minsterium.bayern.de");
        assert!(
            visitor.page.text.contains("Did you mean zoe@ministerium.bayern.de?"),
            "{}",
            visitor.page.text
        );
        let mut corrected = visitor;
        corrected.fill("E-mail address", "zoe@ministries.example.net");
        corrected.press("Yes, use zoe@ministerium.bayern.de");
        corrected.open("/e/clusters/register/profile");
        assert_eq!(
            corrected.page.field("E-mail address").value,
            "zoe@ministries.example.net",
            "what was typed since"
        );
    });
}

#[test]
fn web_addresses_are_found_as_people_type_them() {
    on_each_database(|app| {
        an_event(app).make();
        let mut visitor = app.visitor();
        for typed in
            ["/e/clusters/", "/e/CLUSTERS", "/E/Clusters", "/e/clusters.", "/e/clusters)", "/e/clusters%20"]
        {
            visitor.open(&format!("{typed}?utm_source=mail"));
            assert_eq!(visitor.page.status, 200, "{typed}");
            assert!(visitor.page.path.starts_with("/e/clusters?utm"), "{typed}: {}", visitor.page.path);
        }
        crate::support::journeys::signs_up(&mut visitor, "clusters", "Ada", "ada@example.org");
        let link = app.mailed_path("ada@example.org", "/confirm/");
        for end in ["/", ".", ")", "%3E", "%20", ".)", "/."] {
            let mut reader = app.visitor();
            reader.open(&format!("{link}{end}"));
            assert_eq!(reader.page.status, 200, "{end}: {}", reader.page.text);
            assert_eq!(reader.page.path, link);
        }
        confirms(&mut visitor, app, "ada@example.org");
        for nowhere in ["/e/nothing/", "/nothing.", "//example.org/", "/%0d%0aSet-Cookie:x/"] {
            let page = visitor.open(nowhere);
            assert_eq!(page.status, 404, "{nowhere}");
        }
    });
}

#[test]
fn limits_count_mailboxes_and_the_address_stays_as_it_is_written() {
    let of = |typed: &str| Email::parse(typed).unwrap();
    for typed in ["V.era@gmail.com", "ve.ra+fair@Gmail.com", "vera@googlemail.com"] {
        assert_eq!(of(typed).mailbox(), "vera@gmail.com", "{typed}");
    }
    assert_eq!(of("v.era+fair@example.org").mailbox(), "v.era@example.org");
    assert_ne!(of("v.era@gmail.com").key(), of("vera@gmail.com").key());
}
