//! What a stranger may cost: bodies, connections, forms that are begun, and a hall of people behind one address.

use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use diesel::sql_types::BigInt;
use diesel::{QueryableByName, RunQueryDsl};
use rendezvous::config::{Config, Limits, Proxies};
use rendezvous::domain::account::Role;
use rendezvous::domain::token::TokenHash;
use rendezvous::store::{StoreError, registration_forms};
use rendezvous::web::forwarded::{Asker, asker};

use crate::support::app::{TestApp, on_each_database, with_settings};
use crate::support::build::an_event;
use crate::support::journeys::{answers_the_profile, confirms};
use crate::support::organisers::{administrator, with_role};
use crate::support::raw;

const HERE: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 1);
const THERE: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);
const URL_ENCODED: &str = "application/x-www-form-urlencoded";
const IN_PARTS: &str = "multipart/form-data; boundary=b";

fn part(name: &str, rest: &str, content: &str) -> String {
    format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"{rest}\r\n\r\n{content}\r\n")
}

#[test]
fn a_form_in_parts_is_read_only_where_a_file_is_taken_and_after_its_token() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (cookie, token) = raw::begun(HERE, &app.address(), "/e/clusters/link");
        let body = format!("{}--b--\r\n", part("csrf", "", &token));
        let refused =
            raw::send(HERE, &app.address(), &raw::form("/e/clusters/link", &cookie, IN_PARTS, &body));
        assert_eq!(refused.status, 415);
        assert!(refused.text.contains("No file is taken here"), "{}", refused.text);

        let mut olga = with_role(app, "grace@example.org", &event.id, Role::Owner);
        let path = "/organiser/events/clusters/import";
        olga.open(path);
        let token = olga.page.forms.iter().flat_map(|form| &form.fields).find(|field| field.name == "csrf");
        let token = token.unwrap().value.clone();
        let file = part("file", "; filename=\"a.csv\"", "name,email\r\nAda,ada@example.org");
        let mut sends = |body: String| {
            let page = olga.request_as("POST", path, Some((body.into_bytes(), IN_PARTS)));
            (page.status, page.text.contains("choose it again"))
        };
        assert_eq!(
            sends(format!("{file}{}--b--\r\n", part("csrf", "", &token))),
            (403, true),
            "the file first"
        );
        assert_eq!(sends(format!("{}{file}--b--\r\n", part("csrf", "", "x"))), (403, true), "not the token");
        let many = part("more", "; filename=\"\"", "").repeat(5);
        let proof = part("csrf", "", &token);
        assert_eq!(sends(format!("{proof}{file}{many}--b--\r\n")).0, 413, "six files");
        assert_eq!(sends(format!("{proof}{file}--b--\r\n")).0, 303);
    });
}

#[test]
fn strangers_send_few_fields_and_bytes_and_organisers_many() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = app.visitor();
        ada.open("/e/clusters/link");
        let (_, action, fields) = ada.filled("Send me the link");
        let mut with = |more: usize| {
            let filler = (0..more).map(|n| (format!("x{n}"), String::new()));
            ada.post(&action, &fields.iter().cloned().chain(filler).collect::<Vec<_>>()).status
        };
        assert_eq!((with(500 - fields.len()), with(501 - fields.len())), (422, 413));
        let mut olga = with_role(app, "grace@example.org", &event.id, Role::Owner);
        olga.open("/organiser/events/clusters/topics");
        let (_, action, mut fields) = olga.filled("Add");
        let line = "A topic with a long enough note; Ein Thema mit einer langen Notiz\n";
        fields
            .iter_mut()
            .filter(|(name, _)| name == "topics")
            .for_each(|(_, text)| *text = line.repeat(8_000));
        fields.extend((0..3_000).map(|n| (format!("x{n}"), String::new())));
        assert_eq!(olga.post(&action, &fields).status, 422, "too many topics is said at the field");
    });
}

#[test]
fn a_body_that_comes_too_slowly_is_answered_and_hung_up_on() {
    let hasty = |config: &mut Config| config.limits.patience = Duration::from_millis(800);
    with_settings(hasty, |app: &TestApp| {
        an_event(app).make();
        let head = |more: &str| format!("POST /e/clusters/link HTTP/1.1\r\nHost: x\r\n{more}\r\n\r\n");
        let form = format!("Content-Type: {URL_ENCODED}");
        for (length, first) in
            [("Content-Length: 9000", "a=1"), ("Transfer-Encoding: chunked", "3\r\na=1\r\n")]
        {
            let begun = Instant::now();
            let mut slow = raw::connect(HERE, &app.address()).unwrap();
            slow.write_all(format!("{}{first}", head(&format!("{form}\r\n{length}"))).as_bytes()).unwrap();
            let answer = raw::read_all(&slow);
            assert_eq!(answer.status, 408, "{length}: {}", answer.text);
            assert!(answer.text.contains("arrived too slowly"), "{}", answer.text);
            assert!(begun.elapsed() < Duration::from_secs(15), "{length}: {:?}", begun.elapsed());
        }
        // Nobody waits for a body that nobody reads.
        let mut slow = raw::connect(HERE, &app.address()).unwrap();
        let begun = Instant::now();
        slow.write_all(
            b"GET /e/clusters HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n",
        )
        .unwrap();
        assert_eq!(raw::read_all(&slow).status, 200);
        assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
    });
}

#[test]
fn a_network_with_too_many_connections_is_told_to_come_again_and_others_notice_nothing() {
    let few = |config: &mut Config| config.limits.connections = 8;
    with_settings(few, |app: &TestApp| {
        an_event(app).make();
        let base = app.address();
        let (cookie, token) = raw::begun(HERE, &base, "/e/clusters/register/profile");
        let slow = |_| {
            let mut slow = raw::connect(HERE, &base).unwrap();
            let head = "POST /e/clusters/link HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na";
            slow.write_all(head.as_bytes()).unwrap();
            slow
        };
        let held: Vec<_> = (0..8).map(slow).collect();
        std::thread::sleep(Duration::from_millis(500));
        let turned_away = raw::get(HERE, &base, "/e/clusters");
        assert_eq!(turned_away.status, 503);
        assert_eq!(turned_away.header("retry-after"), Some("5"));
        assert!(turned_away.text.contains("http-equiv=\"refresh\""), "it tries again by itself");
        let typed = format!("csrf={token}&name=Ada+Lovelace");
        let path = "/e/clusters/register/profile";
        let form = raw::send(HERE, &base, &raw::form(path, &cookie, URL_ENCODED, &typed));
        assert_eq!(form.status, 503);
        assert!(form.text.contains("value=\"Ada Lovelace\""), "what was typed goes back: {}", form.text);
        assert_eq!(raw::get(HERE, &base, "/healthz").status, 200);
        assert_eq!(raw::get(THERE, &base, "/e/clusters").status, 200, "another network");
        let far_too_many: Vec<_> = (0..60).filter_map(|_| raw::connect(HERE, &base).ok()).collect();
        assert_eq!(raw::get(THERE, &base, "/e/clusters").status, 200);
        drop((held, far_too_many));
        std::thread::sleep(Duration::from_millis(500));
        assert_eq!(raw::get(HERE, &base, "/e/clusters").status, 200, "they are counted while they are open");
    });
}

fn asked(peer: &str, headers: &[(&'static str, &'static str)], proxies: &[&str]) -> (String, bool) {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    let peer: SocketAddr = peer.parse().unwrap();
    let proxies = Proxies::parse(proxies.iter().copied()).unwrap();
    let Asker { address, is_doubted } = asker(Some(peer), &map, &proxies);
    (address.to_string(), is_doubted)
}

#[test]
fn the_last_hop_that_is_no_proxy_of_ours_is_the_visitor() {
    const OLD: &str = "x-forwarded-for";
    const NEW: &str = "forwarded";
    let ours = ["10.0.0.0/8", "::1"];
    let is = |address: &str| (address.to_string(), false);
    assert_eq!(asked("10.0.0.1:5", &[], &ours), is("10.0.0.1"));
    assert_eq!(asked("10.0.0.1:5", &[(OLD, "1.1.1.1, 203.0.113.9")], &ours), is("203.0.113.9"));
    assert_eq!(asked("10.0.0.1:5", &[(OLD, "1.1.1.1, 203.0.113.9, 10.2.2.2")], &ours), is("203.0.113.9"));
    assert_eq!(asked("10.0.0.1:5", &[(OLD, "1.1.1.1"), (OLD, "203.0.113.9")], &ours), is("203.0.113.9"));
    assert_eq!(asked("10.0.0.1:5", &[(OLD, "203.0.113.9:4711")], &ours), is("203.0.113.9"));
    assert_eq!(asked("10.0.0.1:5", &[(OLD, "1.1.1.1, unknown")], &ours), is("10.0.0.1"));
    assert_eq!(asked("10.0.0.1:5", &[(OLD, "1.1.1.1, unknown, 10.2.2.2")], &ours), is("10.2.2.2"));
    assert_eq!(asked("[::ffff:10.0.0.1]:5", &[(OLD, "203.0.113.9")], &ours), is("203.0.113.9"));
    let entry = "for=1.1.1.1, For=\"[2001:db8::7]:4711\";proto=https;by=10.0.0.1";
    assert_eq!(asked("[::1]:5", &[(NEW, entry)], &ours), is("2001:db8::7"));
    assert_eq!(asked("[::1]:5", &[(NEW, "for=_hidden")], &ours), is("::1"));
    let both = [(OLD, "203.0.113.9"), (NEW, "for=203.0.113.9")];
    assert_eq!(asked("10.0.0.1:5", &both, &ours), is("203.0.113.9"));
    let forged = [(OLD, "203.0.113.9"), (NEW, "for=198.51.100.7")];
    assert_eq!(
        asked("10.0.0.1:5", &forged, &ours),
        is("203.0.113.9"),
        "nobody leaves their place by the other one"
    );
    let unread = [(OLD, "unknown"), (NEW, "for=198.51.100.7")];
    assert_eq!(asked("10.0.0.1:5", &unread, &ours), is("10.0.0.1"));
    assert_eq!(asked("192.0.2.1:5", &[(OLD, "203.0.113.9")], &ours), ("192.0.2.1".to_string(), true));
    let wrong = Proxies::parse(["10.0.0.0/8", "yes"]).unwrap_err().to_string();
    assert!(wrong.contains("\"yes\"") && wrong.contains("10.0.0.0/8,::1"), "{wrong}");
}

#[test]
fn a_header_of_a_proxy_that_nobody_set_is_said_to_administrators() {
    on_each_database(|app| {
        let mut olga = administrator(app);
        olga.open("/organiser");
        assert!(!olga.page.text.contains("TRUSTED_PROXIES"), "{}", olga.page.text);
        let mut proxied = app.visitor();
        proxied.extra.push(("x-forwarded-for".to_string(), "203.0.113.9".to_string()));
        proxied.open("/");
        olga.open("/organiser");
        assert!(olga.page.text.contains("set TRUSTED_PROXIES=127.0.0.1 and restart"), "{}", olga.page.text);
        assert!(!olga.page.text.contains("203.0.113.9"));
    });
}

/// Where each step of the form is sent, and with what: one person walks through the pages, so that the others need not.
fn steps(app: &TestApp) -> Vec<(String, Vec<(String, String)>)> {
    let mut first = app.visitor();
    first.open("/e/clusters/register");
    answers_the_profile(&mut first, "First", "first@house-of-all.com");
    let mut steps = Vec::new();
    for _ in 0..3 {
        let (_, action, fields) = first.filled("Continue");
        steps.push((action, fields));
        first.press("Continue");
    }
    let mut buttons = first.page.forms.iter().flat_map(|form| &form.buttons).map(|(text, ..)| text.clone());
    let last = buttons.find(|text| text.starts_with("Register for")).unwrap();
    let (_, action, fields) = first.filled(&last);
    steps.push((action, fields));
    steps
}

#[test]
fn three_hundred_people_of_one_hall_register_and_confirm_at_default_limits() {
    on_each_database(|app| {
        an_event(app).make();
        let steps = steps(app);
        let registers = |n: usize| {
            let address = format!("person{n}@house-of-{n}.com");
            let mut person = app.visitor();
            let page = person.get("/e/clusters/link");
            let mut fields = page.forms.iter().flat_map(|form| &form.fields);
            let token = fields.find(|field| field.name == "csrf").unwrap().value.clone();
            for (action, fields) in &steps {
                let own = |(name, value): &(String, String)| match name.as_str() {
                    "csrf" => (name.clone(), token.clone()),
                    "email" => (name.clone(), address.clone()),
                    _ => (name.clone(), value.clone()),
                };
                let page = person.post(action, &fields.iter().map(own).collect::<Vec<_>>());
                assert_eq!(page.status, 303, "{n} at {action}: {}", page.text);
            }
        };
        std::thread::scope(|scope| {
            for side in 0..4 {
                let registers = &registers;
                scope.spawn(move || (0..300).filter(|n| n % 4 == side).for_each(registers));
            }
        });
        for n in 0..300 {
            let mut person = app.visitor();
            confirms(&mut person, app, &format!("person{n}@house-of-{n}.com"));
            assert!(person.page.path.starts_with("/e/clusters/my"), "{n}: {}", person.page.text);
        }
        // What nobody needs who registers: a robot's forms come to an end.
        let mut robot = app.visitor();
        robot.open("/e/clusters/link");
        let (_, action, fields) = robot.filled("Send me the link");
        let statuses: Vec<u16> = (0..400).map(|_| robot.post(&action, &fields).status).collect();
        assert_eq!((statuses[0], statuses[399]), (422, 429));
    });
}

#[test]
fn one_network_leaves_half_of_an_events_share_to_others() {
    let limits = Limits::default();
    let of_one_network = limits.mails_burst + 60 * limits.mails_per_minute;
    assert!(2 * of_one_network <= limits.unproved_of_event(None), "{of_one_network}");
}

#[derive(QueryableByName)]
struct Kept {
    #[diesel(sql_type = BigInt)]
    forms: i64,
    #[diesel(sql_type = BigInt)]
    longest: i64,
}

/// How many forms are kept, and how long the longest of them is.
fn kept(app: &TestApp) -> (i64, i64) {
    let query = "SELECT COUNT(*) AS forms, CAST(COALESCE(MAX(LENGTH(answers)), 0) AS BIGINT) AS longest \
                 FROM registration_forms";
    let counted =
        app.app.store.read(|db| Ok::<_, StoreError>(diesel::sql_query(query).get_result::<Kept>(db)?));
    let Kept { forms, longest } = counted.unwrap();
    (forms, longest)
}

#[test]
fn a_form_is_kept_once_something_in_it_can_stand_and_each_field_as_long_as_it_may_be() {
    on_each_database(|app| {
        an_event(app).make();
        let mut eve = app.visitor();
        eve.open("/e/clusters/register");
        eve.press("Continue");
        assert_eq!((eve.page.status, kept(app).0), (422, 0));
        let long = "A".repeat(100_000);
        eve.fill("Name", &long).press("Continue");
        assert_eq!((eve.page.status, kept(app).0), (422, 0), "a name that is too long is no beginning");
        assert_eq!(eve.page.field("Name").value, long, "but it is shown as it was typed");
        eve.switch_language("Deutsch");
        assert_eq!(eve.page.field("Name").value, long, "in another language too");
        eve.open("/e/clusters/register?lang=en");
        eve.fill("Organisation", "ACME").fill("Name", &long).press("Continue");
        let (forms, longest) = kept(app);
        assert!(forms == 1 && longest < 4_000, "{forms} forms, {longest} bytes");
        eve.open("/e/clusters/register");
        assert_eq!(eve.page.field("Organisation").value, "ACME");
        assert!(eve.page.field("Name").value.len() < 1_000);
    });
}

#[test]
fn new_forms_of_one_network_come_to_an_end_and_nothing_typed_is_lost() {
    let few = |config: &mut Config| (config.limits.mails_per_minute, config.limits.mails_burst) = (1, 2);
    with_settings(few, |app: &TestApp| {
        an_event(app).make();
        let begins = |n: usize| {
            let mut one = app.visitor();
            one.open("/e/clusters/register");
            answers_the_profile(&mut one, &format!("Person {n}"), "person@example.org");
            one.press("Continue");
            one
        };
        let begun: Vec<_> = (0..6).map(begins).collect();
        let statuses: Vec<u16> = begun.iter().map(|one| one.page.status).collect();
        assert_eq!(statuses, [200, 200, 200, 200, 429, 429]);
        let refused = &begun[5];
        assert!(refused.page.text.contains("Nothing you typed is lost"), "{}", refused.page.text);
        assert!(refused.page.html.contains("value=\"Person 5\""));
        let mut first = app.visitor();
        first.open("/e/clusters/register");
        assert_eq!(first.page.status, 200, "pages are free");
    });
}

#[test]
fn an_events_forms_take_so_much_room_and_those_of_nobody_go_first() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (at, minute) = (app.app.clock.now(), chrono::Duration::minutes(1));
        let hash = |n: i32| TokenHash(format!("form {n}"));
        let left = |app: &TestApp| kept(app).0;
        app.app
            .store
            .write(|db| {
                for n in 0..8 {
                    let address = if n % 2 == 0 { "" } else { "ada@example.org" };
                    let then = at + minute * n;
                    registration_forms::insert(db, &hash(n), &event.id, &"x".repeat(100), address, then)?;
                }
                registration_forms::make_room(db, &event.id, &hash(0), 800)
            })
            .map(|gone| assert_eq!(gone, 0))
            .unwrap();
        let gone =
            app.app.store.write(|db| registration_forms::make_room(db, &event.id, &hash(0), 560)).unwrap();
        assert_eq!((gone, left(app)), (4, 4));
        let there =
            |n: i32| app.app.store.read(|db| registration_forms::find(db, &hash(n), &event.id)).unwrap();
        let there: Vec<i32> = (0..8).filter(|n| there(*n).is_some()).collect();
        assert_eq!(there, [0, 3, 5, 7], "its own stays, then those with an address that are newest");
    });
}

#[test]
fn of_a_closed_question_only_what_there_is_to_choose_is_kept() {
    on_each_database(|app| {
        an_event(app).make();
        let mut eve = app.visitor();
        eve.open("/e/clusters/register");
        eve.fill("Organisation", "ACME");
        let (_, action, mut fields) = eve.filled("Continue");
        for field in ["languages", "organisation_type", "participant_type", "country"] {
            fields.extend((0..100).map(|n| (field.to_string(), format!("{n}{}", "x".repeat(300)))));
            fields.extend((0..10).map(|_| (field.to_string(), "fr".to_string())));
        }
        assert_eq!(eve.post(&action, &fields).status, 422);
        let (forms, longest) = kept(app);
        assert!(forms == 1 && longest < 4_000, "{forms} forms, {longest} bytes");
    });
}

#[test]
fn where_room_is_short_the_largest_form_goes_first() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let (at, minute) = (app.app.clock.now(), chrono::Duration::minutes(1));
        let hash = |n: i32| TokenHash(format!("form {n}"));
        let made = app.app.store.write(|db| {
            for n in 0..8 {
                let answers = "x".repeat(if n == 6 { 400 } else { 100 });
                let then = at + minute * n;
                registration_forms::insert(db, &hash(n), &event.id, &answers, "ada@example.org", then)?;
            }
            registration_forms::make_room(db, &event.id, &hash(7), 1_000)
        });
        assert_eq!(made.unwrap(), 1);
        let there = |n: i32| {
            let found = app.app.store.read(|db| registration_forms::find(db, &hash(n), &event.id));
            found.unwrap().is_some()
        };
        assert_eq!((0..8).filter(|n| there(*n)).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 7]);
    });
}
