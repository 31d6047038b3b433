//! Every kind of mail in three languages: its form, its facts, and names that try to break out of it.

mod lint;

use std::collections::BTreeSet;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};
use proptest::prelude::*;
use rendezvous::domain::lang::Lang;
use rendezvous::domain::mail::{MailKind, OutgoingMail};
use rendezvous::domain::meeting::MeetingState;
use rendezvous::domain::text;
use rendezvous::mail::dkim::Signer;
use rendezvous::mail::messages;
use rendezvous::mail::{MailContext, MailError, ReturnPath, reading};
use scraper::{Html, Selector};

use crate::calendar_lint;
use crate::mail_samples::{CONTACT, FROM, LINK, PARTNER, READER, STOP, Sample, email, now};
use crate::support::naughty_names::naughty_names;
use crate::support::random_cases::random_cases;
use lint::{findings, headers};

fn parse(mail: &OutgoingMail) -> Message<'_> {
    MessageParser::default().parse(mail.mime.as_str()).expect("a mail that a mail program can read")
}

fn text_of(mail: &OutgoingMail) -> String {
    parse(mail).body_text(0).unwrap().into_owned()
}

fn html_of(mail: &OutgoingMail) -> String {
    parse(mail).body_html(0).unwrap().into_owned()
}

/// What the HTML part shows, without its markup, and its links.
fn shown(html: &str) -> (String, BTreeSet<String>) {
    let page = Html::parse_document(html);
    let body = page.select(&Selector::parse("body").unwrap()).next().unwrap();
    let text: Vec<&str> = body.text().flat_map(str::split_whitespace).collect();
    let anchors = page.select(&Selector::parse("a").unwrap()).collect::<Vec<_>>();
    (text.join(" "), anchors.iter().map(|a| a.attr("href").unwrap().to_string()).collect())
}

/// Names of MIME types from the outside in, in the order in which they stand.
fn structure(message: &Message<'_>) -> String {
    fn walk(message: &Message<'_>, part: &MessagePart<'_>) -> String {
        let kind = part
            .content_type()
            .map_or("?".into(), |kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()));
        let children: Vec<String> = match &part.body {
            PartType::Multipart(ids) => {
                ids.iter().map(|id| walk(message, &message.parts[*id as usize])).collect()
            }
            _ => return kind,
        };
        format!("{kind}{{{}}}", children.join(", "))
    }
    walk(message, &message.parts[0])
}

/// Writes every kind of mail in every language as `KIND.LANG.html` into the folder that MAIL_SAMPLES names, if it does:
/// the browser tests look at them there.
#[test]
fn samples_are_written_for_the_browser() {
    let Some(folder) = std::env::var_os("MAIL_SAMPLES").map(std::path::PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    for lang in Lang::ALL {
        for mail in Sample::in_language(lang).mails() {
            let html = html_of(&mail);
            assert!(html.contains("<h1"), "{}", mail.kind.code());
            std::fs::write(folder.join(format!("{}.{lang}.html", mail.kind.code())), html).unwrap();
        }
    }
}

/// The samples of a language in every setting that changes the mails.
fn samples(lang: Lang) -> Vec<Sample> {
    let again = || Sample::in_language(lang);
    let mut changed = again();
    changed.meetings[0].sequence = 3;
    let mut none_left = again().with_file();
    for meeting in &mut none_left.meetings {
        meeting.state = MeetingState::Cancelled;
    }
    vec![again(), again().with_file(), again().online(), changed, none_left]
}

#[test]
fn every_mail_in_three_languages_and_every_setting_passes_the_lint() {
    for lang in Lang::ALL {
        for (setting, sample) in samples(lang).into_iter().enumerate() {
            for mail in sample.mails() {
                assert_eq!(
                    findings(&mail, lang),
                    Vec::<String>::new(),
                    "{:?} in {lang}, {setting}",
                    mail.kind
                );
            }
        }
    }
}

#[test]
fn only_what_can_be_stopped_carries_list_headers_and_these_are_as_mail_programs_read_them() {
    let sample = Sample::in_language(Lang::En);
    for kind in MailKind::ALL {
        let mail = sample.mail(kind);
        let unfolded = mail.mime.replace("\r\n ", " ");
        let head = unfolded.split_once("\r\n\r\n").unwrap().0;
        let list: Vec<&str> = head.split("\r\n").filter(|line| line.starts_with("List-")).collect();
        let way_out = |id: &str| {
            vec![
                format!("List-Id: <ecc-2020.{id}.rendezvous.example>"),
                "List-Unsubscribe: <https://rendezvous.example/unsubscribe/0123456789abcdef0123456789abcdef>, \
                 <mailto:bounces+stop-0123@rendezvous.example?subject=stop>"
                    .to_string(),
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click".to_string(),
            ]
        };
        let wanted = match kind {
            MailKind::ReminderDay | MailKind::ReminderHour => way_out("reminders"),
            MailKind::Mailing | MailKind::NudgeTopics | MailKind::NudgeWish => way_out("mailings"),
            _ => Vec::new(),
        };
        assert_eq!(list, wanted, "{kind:?}");
    }
}

#[test]
fn the_languages_differ_and_each_names_the_event_in_its_own() {
    let names = [
        "Europäische Clusterkonferenz 2020",
        "European Cluster Conference 2020",
        "Conférence européenne des clusters 2020",
    ];
    let in_languages = Lang::ALL.map(|lang| Sample::in_language(lang).mails());
    for (at, kind) in MailKind::ALL.into_iter().enumerate() {
        let subjects: BTreeSet<&str> = in_languages.iter().map(|mails| mails[at].subject.as_str()).collect();
        assert_eq!(subjects.len(), 3, "{kind:?} has the same subject in two languages: {subjects:?}");
        for (lang, name) in names
            .iter()
            .enumerate()
            .filter(|_| !matches!(kind, MailKind::NewPassword | MailKind::AccountNotice))
        {
            assert!(text_of(&in_languages[lang][at]).contains(name), "{kind:?} does not name {name}");
        }
    }
}

#[test]
fn an_event_without_the_readers_language_falls_back_to_its_first() {
    let mut sample = Sample::in_language(Lang::Fr);
    sample.event.languages = vec![Lang::De];
    sample.event.name = rendezvous::domain::lang::Localised::one(Lang::De, "Energietag");
    let mail = sample.mail(MailKind::Registered);
    assert_eq!(mail.subject, "Votre inscription est confirmée\u{a0}: Energietag");
}

#[test]
fn an_invitation_has_the_structure_that_calendars_expect() {
    for (kind, method) in [(MailKind::Invitation, "REQUEST"), (MailKind::MeetingCancelled, "CANCEL")] {
        let mail = Sample::in_language(Lang::En).mail(kind);
        let message = parse(&mail);
        assert_eq!(
            structure(&message),
            "multipart/mixed{multipart/alternative{text/plain, text/html, text/calendar}, text/calendar}"
        );
        let calendars: Vec<&MessagePart<'_>> = message
            .parts
            .iter()
            .filter(|part| part.content_type().and_then(|kind| kind.subtype()) == Some("calendar"))
            .collect();
        for part in &calendars {
            let kind = part.content_type().unwrap();
            assert_eq!(kind.attribute("method"), Some(method));
            assert!(kind.attribute("charset").unwrap().eq_ignore_ascii_case("UTF-8"));
        }
        let files: Vec<&str> = calendars.iter().map(|part| part.text_contents().unwrap()).collect();
        assert_eq!(files[0], files[1], "the two calendars differ");
        assert_eq!(calendar_lint::value(files[0], "METHOD").as_deref(), Some(method));
        assert_eq!(calendar_lint::findings(files[0]), Vec::<String>::new());
        assert_eq!(calendars[0].attachment_name(), None);
        assert_eq!(calendars[1].attachment_name(), Some("invite.ics"));
    }
}

#[test]
fn an_event_with_one_calendar_file_attaches_it_to_the_schedule_alone() {
    let sample = Sample::in_language(Lang::En).with_file();
    let mail = sample.mail(MailKind::Schedule);
    let message = parse(&mail);
    assert_eq!(
        structure(&message),
        "multipart/mixed{multipart/alternative{text/plain, text/html}, text/calendar}"
    );
    let opened = reading::open(&mail.mime).unwrap();
    assert_eq!(opened.attachments.len(), 1);
    assert_eq!(opened.attachments[0].name, "meetings.ics");
    let ics = &opened.attachments[0].content;
    assert_eq!(calendar_lint::value(ics, "METHOD").as_deref(), Some("PUBLISH"));
    assert_eq!(calendar_lint::events(&calendar_lint::unfolded(ics)).len(), 2);
}

#[test]
fn a_schedule_without_meetings_says_so_and_carries_no_calendar() {
    let mut sample = Sample::in_language(Lang::En).with_file();
    sample.meetings.clear();
    let mail = sample.mail(MailKind::Schedule);
    assert!(text_of(&mail).contains("You have no meetings at the moment."));
    assert_eq!(structure(&parse(&mail)), "multipart/alternative{text/plain, text/html}");
}

#[test]
fn a_schedule_says_who_when_and_where_in_the_zone_of_the_event() {
    let text = text_of(&Sample::in_language(Lang::De).mail(MailKind::Schedule));
    for wanted in [
        "Sie haben 2 Gespräche:",
        "Mittwoch, 11. November 2020 (MEZ, UTC+1)",
        "14:20–14:40  Jérôme Müller-Ångström",
        "Cluster für Wasser, Luft & Boden, Österreich",
        "Tisch 7, Kongresshalle, Saal 2",
        "Donnerstag, 12. November 2020 (MEZ, UTC+1)",
    ] {
        assert!(text.contains(wanted), "“{wanted}” is not in:\n{text}");
    }
}

#[test]
fn names_that_break_programs_are_shown_as_they_are_and_break_nothing() {
    for name in naughty_names() {
        let sample = Sample::in_language(Lang::En).named(&name);
        for mail in sample.mails().into_iter().filter(|mail| !mail.kind.is_to_unproved()) {
            let found = findings(&mail, Lang::En);
            // A name that looks like `Name: value` or holds double spaces misleads the lint's own reading.
            let real: Vec<&String> =
                found.iter().filter(|rule| !rule.starts_with("the HTML part lacks")).collect();
            assert!(real.is_empty(), "{:?} for {name:?}: {real:?}", mail.kind);
            let (seen, _) = shown(&html_of(&mail));
            let clean = text::shown_name(&name);
            let clean = clean.trim_end();
            assert!(seen.contains(clean), "{:?} does not show {name:?}:\n{seen}", mail.kind);
            assert!(text_of(&mail).contains(clean), "{:?} does not say {name:?}", mail.kind);
        }
    }
}

#[test]
fn the_recipients_name_comes_back_out_of_the_header_as_it_went_in() {
    for name in naughty_names().into_iter().filter(|name| name.chars().count() < 180) {
        let mail = Sample::in_language(Lang::En).named(&name).mail(MailKind::Registered);
        let message = parse(&mail);
        let to = message.to().unwrap().first().unwrap();
        if !name.contains("=?") {
            assert_eq!(to.name().unwrap_or_default(), text::line(&name), "in {:?}", headers(&mail));
        }
    }
}

proptest! {
    #![proptest_config(random_cases(60))]

    #[test]
    fn no_name_at_all_makes_a_mail_that_fails_or_smuggles(name in any::<String>()) {
        for kind in [MailKind::Confirm, MailKind::Invitation, MailKind::ScheduleChanged] {
            let mail = Sample::in_language(Lang::En).named(&name).mail(kind);
            let found = findings(&mail, Lang::En);
            prop_assert!(found.iter().all(|rule| rule.starts_with("the HTML part lacks")), "{:?}", found);
        }
    }
}

#[test]
fn a_link_that_leads_elsewhere_is_never_sent() {
    let sample = Sample::in_language(Lang::En);
    let base_url = rendezvous::config::BaseUrl::parse("https://rendezvous.example").unwrap();
    let from = email(FROM);
    let signer = Signer::default();
    let context = MailContext {
        base_url: &base_url,
        from: &from,
        return_path: ReturnPath { address: from.clone(), token: None },
        signer: &signer,
        now: now(),
        message_id: "x@rendezvous.example".into(),
        test_for: None,
    };
    for link in [
        "https://evil.example/my/x",
        "https://rendezvous.example.evil.example/my/x",
        "https://rendezvous.example@evil.example/",
        "https://rendezvous.example/my/x\r\nhttps://evil.example",
        "javascript:alert(1)",
    ] {
        let made = messages::confirm(&context, &sample.event, &sample.reader, link, 48);
        assert!(matches!(made, Err(MailError::ForeignLink)), "{link} was sent");
    }
}

#[test]
fn a_participant_without_an_address_is_never_mailed() {
    let mut sample = Sample::in_language(Lang::En);
    sample.reader.profile.person.email = None;
    let base_url = rendezvous::config::BaseUrl::parse("https://rendezvous.example").unwrap();
    let from = email(FROM);
    let signer = Signer::default();
    let context = MailContext {
        base_url: &base_url,
        from: &from,
        return_path: ReturnPath { address: from.clone(), token: None },
        signer: &signer,
        now: now(),
        message_id: "x@rendezvous.example".into(),
        test_for: None,
    };
    let made = messages::confirm(&context, &sample.event, &sample.reader, LINK, 48);
    assert!(matches!(made, Err(MailError::NoAddress)));
}

#[test]
fn the_same_mail_made_again_has_the_same_bytes() {
    let mime = |_| Sample::in_language(Lang::Fr).mail(MailKind::Invitation).mime;
    assert_eq!(mime(1), mime(2));
}

#[test]
fn an_unreadable_accent_of_an_event_gives_way_to_the_usual_one() {
    let mut sample = Sample::in_language(Lang::En);
    sample.event.accent = "red;background:url(https://evil.example)".into();
    let html = html_of(&sample.mail(MailKind::Registered));
    assert!(html.contains("#0b5563") && !html.contains("evil.example"), "{html}");
}
