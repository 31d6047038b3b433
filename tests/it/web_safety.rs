//! What holds on every route: who may use it, which headers answer, where forms may come from, how often.

use std::collections::BTreeSet;

use actix_web::http::Method;
use rendezvous::config::{BaseUrl, DatabaseUrl, Proxies};
use rendezvous::web::routes::{self, Who};
use rendezvous::web::session::own_path;

use crate::support::app::{TestApp, on_each_database, with_settings};
use crate::support::build::an_event;
use crate::support::journeys::{answers_the_profile, participant, signs_up};
use crate::support::page::Page;
use crate::support::visitor::Visitor;

/// A path of the table with something in each of its parts.
fn path_of(pattern: &str) -> String {
    pattern
        .replace("{slug}", "clusters")
        .replace("{step}", "profile")
        .replace("{number}", "1")
        .replace("{token}", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
        .replace("{id}", "01900000-0000-7000-8000-000000000000")
        .replace(['{', '}'], "")
}

/// A form with nothing in it but the token that the browser has.
fn send(visitor: &mut Visitor, path: &str) -> Page {
    let page = visitor.get("/e/clusters/link");
    let field = page.forms.iter().flat_map(|form| &form.fields).find(|field| field.name == "csrf").unwrap();
    visitor.post(path, &[("csrf".to_string(), field.value.clone())])
}

fn visit(visitor: &mut Visitor, method: &Method, path: &str) -> Page {
    if *method == Method::GET { visitor.get(path) } else { send(visitor, path) }
}

#[test]
fn no_two_routes_are_the_same_and_every_one_says_who_may_use_it() {
    let mut seen = BTreeSet::new();
    for route in routes::all() {
        assert!(seen.insert((route.method.to_string(), route.path)), "{} {} twice", route.method, route.path);
        let of_participant = route.path.starts_with("/e/{slug}/my");
        assert_eq!(of_participant, route.who == Who::Participant, "{}", route.path);
        let of_event = route.path.starts_with("/organiser/events/{slug}");
        assert!(!of_event || matches!(route.who, Who::Organiser(_)), "{}", route.path);
    }
}

#[test]
fn nobody_gets_beyond_the_public_routes_without_a_link_or_a_log_in() {
    on_each_database(|app| {
        an_event(app).make();
        for route in routes::all() {
            let mut nobody = app.visitor();
            let path = path_of(route.path);
            let page = visit(&mut nobody, &route.method, &path);
            let told = format!("{} {path}: {} {}", route.method, page.status, page.title);
            match route.who {
                Who::Public => assert!(![403, 405].contains(&page.status) && page.status < 500, "{told}"),
                Who::Participant => assert_eq!(page.status, 403, "{told}"),
                Who::SignedIn | Who::Organiser(_) | Who::Admin => {
                    assert_eq!(page.status, 303, "{told}");
                    let there = page.header("location").unwrap();
                    assert!(there.starts_with("/organiser/login?next="), "{told}: {there}");
                }
            }
        }
    });
}

#[test]
fn every_answer_carries_the_safety_headers() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let listed = routes::all();
        let mut answers: Vec<(String, Page)> = listed
            .iter()
            .filter(|route| {
                let ends = ["/e/{slug}/my/cancel", "/e/{slug}/my/delete"].contains(&route.path);
                !ends || route.method == Method::GET
            })
            .map(|route| {
                (
                    format!("{} {}", route.method, route.path),
                    visit(&mut ada, &route.method, &path_of(route.path)),
                )
            })
            .collect();
        answers.push(("no such page".to_string(), ada.get("/nothing/here")));
        answers.push(("no such method".to_string(), ada.request("DELETE", "/e/clusters", None)));
        answers.push(("no such event".to_string(), ada.get("/e/nowhere")));
        let foreign = ada.request("POST", "/e/clusters/link", Some("email=x".to_string()));
        answers.push(("no token".to_string(), foreign));
        for (name, page) in &answers {
            check_headers(name, page);
        }
        let (_, personal) = answers.iter().find(|(name, _)| name == "GET /e/{slug}/my").unwrap();
        assert_eq!(personal.header("cache-control"), Some("no-store"));
    });
}

fn check_headers(name: &str, page: &Page) {
    let policy = page.header("content-security-policy").unwrap_or_else(|| panic!("{name}: no policy"));
    assert!(
        policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
        "{name}: {policy}"
    );
    assert!(!policy.contains("unsafe"), "{name}: {policy}");
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"), "{name}");
    assert!(
        page.header("referrer-policy").is_some_and(|told| told == "same-origin" || told == "no-referrer"),
        "{name}"
    );
    assert_eq!(page.header("cross-origin-opener-policy"), Some("same-origin"), "{name}");
    assert!(page.header("cache-control").is_some(), "{name}");
    assert!(page.header("x-request-id").is_some(), "{name}");
    if page.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
        assert!(page.header("vary").is_some_and(|vary| vary.contains("Cookie")), "{name}");
        assert!(!page.html.contains("style=\"") && !page.html.contains("<style"), "{name}: inline style");
        assert!(!page.html.contains("⟦"), "{name}: a word is missing: {}", page.text);
    }
}

#[test]
fn opening_any_page_changes_nothing() {
    on_each_database(|app| {
        // Every byte of the file can be compared; Postgres writes for reasons of its own.
        let DatabaseUrl::Sqlite(file) = &app.app.config.database else { return };
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let confirm = app.mailed_path("ada@example.org", "/confirm/");
        let personal = app.mailed_path("ada@example.org", "/my/");
        // That somebody looks at the list of people for the first time is the one thing that is noted, once.
        ada.get("/e/clusters/my/people");
        let read =
            || (std::fs::read(file).unwrap(), std::fs::read(file.with_extension("sqlite-wal")).unwrap());
        let before = read();
        for route in routes::all().iter().filter(|route| route.method == Method::GET) {
            ada.get(&path_of(route.path));
        }
        for path in [confirm, personal] {
            ada.get(&path);
        }
        assert!(before == read(), "a GET has written into the database");
    });
}

#[test]
fn a_form_from_another_site_changes_nothing() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        ada.open("/e/clusters/my/cancel");
        let (_, action, fields) = ada.filled("Cancel my registration");
        for (name, value) in [
            ("origin", "https://evil.example"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
        ] {
            ada.extra = vec![(name.to_string(), value.to_string())];
            let page = ada.post(&action, &fields);
            assert_eq!(page.status, 403, "{name}: {value}");
            assert!(page.text.contains("nothing was changed"), "{}", page.text);
        }
        ada.extra.clear();
        assert!(ada.open("/e/clusters/my").text.contains("We look forward"));
    });
}

#[test]
fn a_form_with_an_old_token_is_shown_back_with_every_answer_and_one_button() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        ada.open("/e/clusters/register");
        answers_the_profile(&mut ada, "Ada “Countess” <Lovelace>", "ada@example.org");
        ada.tick("German").forget();
        ada.press("Continue");
        assert_eq!(ada.page.status, 403);
        assert!(ada.page.text.contains("Nothing you typed is lost"), "{}", ada.page.text);
        ada.press("Send again");
        assert_eq!(ada.page.path, "/e/clusters/register/topics");
        ada.open("/e/clusters/register/profile");
        assert_eq!(ada.page.field("Name").value, "Ada “Countess” <Lovelace>");
        let ticked = |label: &str| ada.page.field(label).kind == crate::support::page::Kind::Tick(true);
        assert!(ticked("German") && ticked("English"));
    });
}

#[test]
fn a_page_that_was_open_for_a_day_is_still_sent() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        ada.open("/e/clusters/register");
        answers_the_profile(&mut ada, "Ada", "ada@example.org");
        app.pass(chrono::Duration::hours(23));
        ada.press("Continue");
        assert_eq!(ada.page.path, "/e/clusters/register/topics");
    });
}

#[test]
fn links_never_follow_what_a_request_says_the_host_is() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        for header in ["x-forwarded-host", "forwarded", "host"] {
            ada.extra = vec![(header.to_string(), "evil.example".to_string())];
            let page = ada.get("/e/clusters");
            assert!(!page.html.contains("evil.example"), "{header}");
        }
        signs_up(&mut ada, "clusters", "Ada", "ada@example.org");
        let mails = app.mails_to("ada@example.org");
        assert!(
            mails
                .iter()
                .all(|mail| !mail.text.contains("evil.example") && !mail.html.contains("evil.example"))
        );
        assert!(mails[0].text.contains(&app.address()));
    });
}

#[test]
fn only_our_own_paths_are_gone_to_after_a_form() {
    for fine in ["/organiser", "/organiser/events/x?page=2", "/e/clusters/my/people?q=a%20b&page=1"] {
        assert_eq!(own_path(fine), Some(fine));
    }
    for foreign in [
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "https://evil.example",
        "\t//evil.example",
        "/\t/evil.example",
        "/@evil.example",
        "evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "/／evil.example",
        "/e\r\nLocation: x",
        "",
    ] {
        assert_eq!(own_path(foreign), None, "{foreign:?}");
    }
}

#[test]
fn who_sends_too_many_forms_waits_while_others_read_on() {
    let few = |config: &mut rendezvous::config::Config| {
        config.limits.mails_per_minute = 1;
        config.limits.mails_burst = 3;
    };
    with_settings(few, |app: &TestApp| {
        an_event(app).make();
        let mut robot = app.visitor();
        let statuses: Vec<u16> = (0..5).map(|_| send(&mut robot, "/e/clusters/link").status).collect();
        assert_eq!(statuses, [422, 422, 422, 429, 429]);
        let page = send(&mut robot, "/e/clusters/link");
        assert!(page.text.contains("Please wait a minute"), "{}", page.text);
        assert_eq!(page.header("retry-after"), Some("60"));
        assert_eq!(robot.open("/e/clusters").status, 200);
        robot.extra = vec![("x-forwarded-for".to_string(), "203.0.113.9".to_string())];
        assert_eq!(
            send(&mut robot, "/e/clusters/link").status,
            429,
            "the header is believed behind a proxy alone"
        );
    });
}

#[test]
fn behind_a_proxy_each_address_has_its_own_limit() {
    let few = |config: &mut rendezvous::config::Config| {
        config.proxies = Proxies::parse(["127.0.0.0/8"]).unwrap();
        config.limits.mails_per_minute = 1;
        config.limits.mails_burst = 1;
    };
    with_settings(few, |app: &TestApp| {
        an_event(app).make();
        let mut visitor = app.visitor();
        for (from, status) in [("203.0.113.1", 422), ("203.0.113.1", 429), ("203.0.113.2", 422)] {
            // What the visitor writes in front is not what the proxy saw.
            visitor.extra = vec![("x-forwarded-for".to_string(), format!("198.51.100.7, {from}"))];
            assert_eq!(send(&mut visitor, "/e/clusters/link").status, status, "{from}");
        }
    });
}

#[test]
fn a_form_that_is_too_long_is_refused_with_a_page() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        ada.open("/e/clusters/link");
        let (_, action, mut fields) = ada.filled("Send me the link");
        fields.push(("more".to_string(), "x".repeat(1_100_000)));
        let page = ada.post(&action, &fields);
        assert_eq!(page.status, 413);
        assert!(page.text.contains("That is too much at once"), "{}", page.text);
    });
}

#[test]
fn under_https_cookies_are_bound_to_the_host_and_sent_by_tls_alone() {
    let https = |config: &mut rendezvous::config::Config| {
        config.base_url = BaseUrl::parse("https://events.example.org").unwrap();
    };
    with_settings(https, |app: &TestApp| {
        an_event(app).make();
        let page = app.visitor().get("/e/clusters/link");
        let cookie = page.header("set-cookie").unwrap();
        assert!(cookie.starts_with("__Host-csrf="), "{cookie}");
        for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(page.header("strict-transport-security").is_some());
    });
}

#[test]
fn the_health_check_answers_in_plain_words() {
    on_each_database(|app| {
        let page = app.visitor().get("/healthz");
        assert_eq!((page.status, page.html.as_str()), (200, "ok\n"));
    });
}
