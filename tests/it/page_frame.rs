//! The frame and the form macros that every page is made of: errors that can be found, links that keep the page.

use askama::Template;
use rendezvous::domain::colour::{contrast, readable_on};
use rendezvous::domain::lang::Lang;
use rendezvous::domain::problems::{Message, Problems};
use rendezvous::web::forms::{Choice, Pager};
use rendezvous::web::page::{EventHeader, Page, Tone};
use rendezvous::web::topic_picker::{TopicGroup, TopicPicker, TopicRow};
use scraper::{ElementRef, Html, Selector};

/// A page with one field of each kind.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "layout.html" %}
{% import "partials/form.html" as form %}
{% block title %}Test{% endblock %}
{% block main %}{{ form::error_summary(page, problems) }}{{ form::step(page, 2, 4, "Fields") }}
<form method="post" novalidate>{{ form::csrf(page) }}
{{ form::text(page, problems, "city", "City", typed, help="Where you work.", autocomplete="address-level2") }}
{{ form::area(page, problems, "note", "Note", typed, optional=true) }}
{{ form::select(page, problems, "country", "Country", choices, empty=page.t("choose")) }}
{{ form::radios(page, problems, "kind", "Kind", choices) }}
{{ form::checkboxes(page, problems, "languages", "Languages", choices, help="All you speak.") }}
{{ form::checkbox(page, problems, "listed", "List me", true) }}
{{ form::topics(page, problems, picker) }}
{{ form::button("Continue") }}</form>{% endblock %}"#
)]
struct Fields {
    page: Page,
    problems: Problems,
    typed: String,
    choices: Vec<Choice>,
    picker: TopicPicker,
}

const FIELDS: [&str; 7] = ["city", "note", "country", "kind", "languages", "listed", "offer_text-t1"];
const TYPED: &str = "\"Zürich\" <b>&amp;\n";

fn fields(page: Page, problems: Problems) -> Html {
    let row = TopicRow {
        id: "t1".into(),
        label: "Hydrogen".into(),
        offer: true,
        offer_text: TYPED.trim().into(),
        seek: false,
        seek_text: String::new(),
    };
    let sample = Fields {
        page: page.with_problems(&problems),
        problems,
        typed: TYPED.trim().into(),
        choices: vec![
            Choice::new("a", "Alpha", false),
            Choice::new("b", "Beta", true).with_help("the second"),
        ],
        picker: TopicPicker {
            groups: vec![TopicGroup { label: "Energy".into(), rows: vec![row] }],
            ..TopicPicker::default()
        },
    };
    Html::parse_document(&sample.render().unwrap())
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn one<'a>(html: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = all(html, selector);
    assert_eq!(found.len(), 1, "{selector}");
    found[0]
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_string()
}

fn every_problem() -> Problems {
    let mut problems = Problems::new();
    for field in FIELDS {
        problems.add(field, Message::new("problem-too-long").with("max", 200).with("length", 300));
    }
    problems
}

#[test]
fn each_problem_is_listed_above_and_said_at_its_field() {
    for (lang, prefix) in [(Lang::De, "Fehler: "), (Lang::En, "Error: "), (Lang::Fr, "Erreur\u{a0}: ")] {
        let html = fields(Page::new(lang, "/x", "t"), every_problem());
        assert!(text(one(&html, "title")).starts_with(prefix));
        let summary = one(&html, ".error-summary");
        assert_eq!((summary.attr("role"), summary.attr("tabindex")), (Some("alert"), Some("-1")));
        assert!(summary.attr("autofocus").is_some());
        let entries = all(&html, ".error-summary li a");
        assert_eq!(entries.len(), FIELDS.len());
        for (entry, field) in entries.into_iter().zip(FIELDS) {
            assert_eq!(entry.attr("href"), Some(format!("#field-{field}").as_str()));
            let control = one(&html, &format!("#field-{field}"));
            assert_eq!(control.attr("aria-invalid"), Some("true"), "{field}");
            let described = control.attr("aria-describedby").unwrap_or_default();
            assert!(described.split(' ').any(|id| id == format!("{field}-error")), "{field}: {described}");
            assert_eq!(text(one(&html, &format!("#{field}-error"))), text(entry), "{field}");
        }
    }
}

#[test]
fn a_field_with_two_problems_shows_and_lists_the_first() {
    let mut problems = Problems::one("city", Message::new("problem-name-missing"));
    problems.add("city", Message::new("problem-too-long").with("max", 1).with("length", 2));
    let html = fields(Page::new(Lang::En, "/x", "t"), problems);
    assert_eq!(all(&html, ".error-summary li").len(), 1);
    assert_eq!(text(one(&html, ".error-summary li")), text(one(&html, "#city-error")));
}

#[test]
fn a_refused_form_keeps_what_was_typed_and_chosen() {
    let html = fields(Page::new(Lang::En, "/x", "t"), every_problem());
    assert_eq!(one(&html, "#field-city").attr("value"), Some(TYPED.trim()));
    assert_eq!(text(one(&html, "#field-note")), TYPED.trim());
    assert_eq!(one(&html, "#field-offer_text-t1").attr("value"), Some(TYPED.trim()));
    assert_eq!(one(&html, "option[selected]").attr("value"), Some("b"));
    let ticked: Vec<_> =
        all(&html, "input[checked]").iter().map(|input| input.attr("name").unwrap()).collect();
    assert_eq!(ticked, ["kind", "languages", "listed", "offer-t1"]);
}

#[test]
fn a_form_without_problems_has_no_summary_and_no_mark_of_error() {
    let html = fields(Page::new(Lang::Fr, "/x", "t"), Problems::new());
    assert!(all(&html, ".error-summary, .error, .has-error, [aria-invalid]").is_empty());
    assert!(text(one(&html, "title")).starts_with("Test"));
    assert_eq!(text(one(&html, "h1 .caption")), "Étape 2 sur 4");
}

#[test]
fn every_control_has_a_label_and_no_id_stands_twice() {
    let html = fields(Page::new(Lang::De, "/x", "t"), every_problem());
    let mut ids: Vec<_> =
        all(&html, "[id]").iter().map(|element| element.attr("id").unwrap().to_string()).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
    for control in all(&html, "main input:not([type=hidden]), main select, main textarea") {
        let id = control.attr("id").unwrap();
        let wrapped =
            control.ancestors().filter_map(ElementRef::wrap).any(|parent| parent.value().name() == "label");
        assert!(wrapped || !all(&html, &format!("label[for='{id}']")).is_empty(), "{id}");
    }
    for described in all(&html, "[aria-describedby]") {
        for id in described.attr("aria-describedby").unwrap().split(' ') {
            assert_eq!(all(&html, &format!("[id='{id}']")).len(), 1, "{id}");
        }
    }
}

#[test]
fn a_page_needs_no_inline_style_or_script() {
    let html = fields(Page::new(Lang::En, "/x", "t"), every_problem());
    assert!(all(&html, "style, script:not([src]), [style], [onclick], [onsubmit]").is_empty());
    for link in all(&html, "link[href], script[src]") {
        let address = link.attr("href").or(link.attr("src")).unwrap();
        assert!(address.starts_with("/static/"), "{address}");
    }
}

#[test]
fn the_language_links_keep_the_page_and_its_query() {
    let page = Page::new(Lang::En, "/e/ecc/people?topic=ai&lang=en&page=3", "t");
    let urls = page.languages().map(|link| (link.url, link.current));
    assert_eq!(
        urls,
        [
            ("/e/ecc/people?topic=ai&page=3&lang=de".to_string(), false),
            ("/e/ecc/people?topic=ai&page=3&lang=en".to_string(), true),
            ("/e/ecc/people?topic=ai&page=3&lang=fr".to_string(), false),
        ]
    );
    assert_eq!(Page::new(Lang::De, "/", "t").languages()[2].url, "/?lang=fr");
}

#[test]
fn the_frame_names_the_event_the_way_here_and_who_is_signed_in() {
    let event = EventHeader {
        name: "Conference <2020>".into(),
        url: "/e/ecc".into(),
        accent: "#7a1f5c".into(),
        organiser: "Ministry & Co".into(),
        contact: "office@example.org".into(),
        logo: None,
        standing: String::new(),
    };
    let page = Page::new(Lang::En, "/e/ecc/x?y", "token\"")
        .of_event(event)
        .below("Conference", "/e/ecc")
        .with_link("details", "/e/ecc/x")
        .with_link("search", "/e/ecc/z")
        .signed_in("Sabine", "/sign-out")
        .with_notice(Tone::Success, "Saved.");
    let html = fields(page, Problems::new());
    assert_eq!(text(one(&html, ".brand a")), "Conference <2020>");
    assert_eq!(text(one(&html, "title")), "Test – Conference <2020> – Rendezvous");
    assert_eq!(text(one(&html, ".crumbs a")), "Conference");
    assert_eq!(text(one(&html, ".sections a[aria-current=page]")), "Details");
    assert_eq!(one(&html, "form.account").attr("action"), Some("/sign-out"));
    assert_eq!(one(&html, "form.account input").attr("value"), Some("token\""));
    assert!(text(one(&html, ".notice.success")).ends_with("Saved."));
    assert_eq!(all(&html, "link[href='/e/ecc/accent.css']").len(), 1);
    assert!(text(one(&html, ".footer")).contains("Ministry & Co"));
}

#[test]
fn a_pager_knows_its_ends() {
    let pager = |number| Pager { number, size: 25, total: 51, url: "/p?page=".into() };
    assert_eq!((pager(1).pages(), pager(1).first(), pager(1).last()), (3, 1, 25));
    assert_eq!((pager(1).previous(), pager(1).next().as_deref()), (None, Some("/p?page=2")));
    assert_eq!((pager(3).first(), pager(3).last(), pager(3).next()), (51, 51, None));
    let empty = Pager { number: 1, size: 25, total: 0, url: String::new() };
    assert_eq!((empty.pages(), empty.first(), empty.last(), empty.next()), (1, 0, 0, None));
}

#[test]
fn an_accent_can_be_read_on_light_and_on_dark_paper() {
    let channels = |colour: &str| [1, 3, 5].map(|at| u8::from_str_radix(&colour[at..at + 2], 16).unwrap());
    for accent in ["#0b5563", "#767676", "#000000", "#ffff00", "#c8102e"] {
        for (name, paper) in [("light", [0xfa, 0xf7, 0xf0]), ("dark", [0x23, 0x20, 0x1c])] {
            let readable = readable_on(accent, paper).unwrap();
            assert!(contrast(channels(&readable), paper) >= 4.5, "{accent} on {name} paper: {readable}");
        }
    }
    assert_eq!(
        readable_on("#0b5563", [0xfa, 0xf7, 0xf0]).as_deref(),
        Some("#0b5563"),
        "what can be read is kept"
    );
    assert_eq!(readable_on("petrol", [0xff; 3]), None);
}
