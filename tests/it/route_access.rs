//! Who may use which route: a table written by hand, held against the program's own and against what the server does.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use actix_web::http::Method;
use rendezvous::domain::account::Role;
use rendezvous::services::access::{self, Denied};
use rendezvous::services::rounds;
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::web::routes::{self, Who};

use crate::support::app::on_each_database;
use crate::support::build::an_event;
use crate::support::organisers::{account, administrator, with_role};
use crate::support::page::Page;
use crate::support::rounds::{planned, published, rounds_page};
use crate::support::visitor::Visitor;

/// Method, path, and who may: the least role at the event, or else anybody, whoever is signed in, a participant, an
/// administrator. It is not made from `routes.rs`: whoever adds a route there says here once more who may use it.
const TABLE: &str = "
GET  /healthz                                                anybody
GET  /static/style.css                                       anybody
GET  /static/mark.svg                                        anybody
GET  /static/app.js                                          anybody
GET  /                                                       anybody
GET  /privacy                                                anybody
GET  /accessibility                                          anybody
GET  /imprint                                                anybody
GET  /barrier                                                anybody
POST /barrier                                                anybody
GET  /e/{slug}                                               anybody
GET  /e/{slug}/accent.css                                    anybody
GET  /e/{slug}/pictures/{kind}                               anybody
GET  /e/{slug}/accessibility                                 anybody
GET  /e/{slug}/barrier                                       anybody
POST /e/{slug}/barrier                                       anybody
GET  /e/{slug}/register                                      anybody
GET  /e/{slug}/register/sent                                 anybody
GET  /e/{slug}/register/check                                anybody
POST /e/{slug}/register/check                                anybody
GET  /e/{slug}/register/later                                anybody
POST /e/{slug}/register/later                                anybody
GET  /e/{slug}/register/{step}                               anybody
POST /e/{slug}/register/{step}                               anybody
GET  /e/{slug}/link                                          anybody
POST /e/{slug}/link                                          anybody
GET  /confirm/{token}                                        anybody
POST /confirm/{token}                                        anybody
GET  /my/{token}                                             anybody
GET  /draft/{token}                                          anybody
POST /draft/{token}                                          anybody
POST /draft/{token}/refuse                                   anybody
GET  /calendar/{token}.ics                                   anybody
GET  /unsubscribe/{token}                                    anybody
POST /unsubscribe/{token}                                    anybody
POST /unsubscribe/{token}/again                              anybody
GET  /e/{slug}/my                                            participant
GET  /e/{slug}/my/profile                                    participant
POST /e/{slug}/my/profile                                    participant
GET  /e/{slug}/my/topics                                     participant
POST /e/{slug}/my/topics                                     participant
GET  /e/{slug}/my/availability                               participant
POST /e/{slug}/my/availability                               participant
GET  /e/{slug}/my/consent                                    participant
POST /e/{slug}/my/consent                                    participant
GET  /e/{slug}/my/people                                     participant
GET  /e/{slug}/my/people/{id}                                participant
GET  /e/{slug}/my/wishes                                     participant
POST /e/{slug}/my/wishes                                     participant
GET  /e/{slug}/my/schedule                                   participant
POST /e/{slug}/my/zone                                       participant
GET  /e/{slug}/my/slots/{id}                                 participant
POST /e/{slug}/my/proposals                                  participant
POST /e/{slug}/my/proposals/{id}                             participant
GET  /e/{slug}/my/meetings/{id}                              participant
GET  /e/{slug}/my/meetings/{id}/room                         participant
POST /e/{slug}/my/meetings/{id}/cancel                       participant
POST /e/{slug}/my/meetings/{id}/absent                       participant
GET  /e/{slug}/my/schedule.ics                               participant
GET  /e/{slug}/my/schedule.pdf                               participant
GET  /e/{slug}/my/feed                                       participant
POST /e/{slug}/my/feed                                       participant
POST /e/{slug}/my/feed/revoke                                participant
GET  /e/{slug}/my/cancel                                     participant
POST /e/{slug}/my/cancel                                     participant
GET  /e/{slug}/my/colleague                                  participant
POST /e/{slug}/my/colleague                                  participant
GET  /e/{slug}/my/data                                       participant
GET  /e/{slug}/my/data.json                                  participant
GET  /e/{slug}/my/delete                                     participant
POST /e/{slug}/my/delete                                     participant
GET  /organiser/events/{slug}/rounds                         viewer
GET  /organiser/events/{slug}/rounds/new                     organiser
POST /organiser/events/{slug}/rounds/new                     organiser
POST /organiser/events/{slug}/rounds/repair                  organiser
GET  /organiser/events/{slug}/rounds/{number}                viewer
GET  /organiser/events/{slug}/rounds/{number}/publish        organiser
POST /organiser/events/{slug}/rounds/{number}/publish        organiser
POST /organiser/events/{slug}/rounds/{number}/stop           organiser
POST /organiser/events/{slug}/rounds/{number}/discard        organiser
GET  /organiser/events/{slug}/rounds/{number}/meeting        viewer
POST /organiser/events/{slug}/rounds/{number}/meeting/move   organiser
POST /organiser/events/{slug}/rounds/{number}/meeting/remove organiser
POST /organiser/events/{slug}/rounds/{number}/meeting/rule   organiser
GET  /organiser/events/{slug}/tables.pdf                     viewer
GET  /organiser/events/{slug}/absent                         organiser
POST /organiser/events/{slug}/absent                         organiser
GET  /organiser/events/{slug}/pairs                          viewer
POST /organiser/events/{slug}/pairs                          organiser
POST /organiser/events/{slug}/pairs/forget                   organiser
GET  /organiser/setup/{token}                                anybody
POST /organiser/setup/{token}                                anybody
GET  /organiser/login                                        anybody
POST /organiser/login                                        anybody
POST /organiser/logout                                       signed in
GET  /organiser/password                                     anybody
POST /organiser/password                                     anybody
GET  /organiser/password/{token}                             anybody
POST /organiser/password/{token}                             anybody
GET  /organiser/account                                      signed in
POST /organiser/account                                      signed in
GET  /organiser                                              signed in
GET  /organiser/events/new                                   administrator
POST /organiser/events/new                                   administrator
GET  /organiser/events/{slug}                                viewer
GET  /organiser/events/{slug}/state                          organiser
POST /organiser/events/{slug}/state                          organiser
GET  /organiser/events/{slug}/settings                       organiser
POST /organiser/events/{slug}/settings                       organiser
GET  /organiser/events/{slug}/pictures                       organiser
GET  /organiser/events/{slug}/pictures/{kind}                viewer
POST /organiser/events/{slug}/pictures/{kind}                organiser
POST /organiser/events/{slug}/pictures/{kind}/remove         organiser
GET  /organiser/events/{slug}/accessibility                  organiser
POST /organiser/events/{slug}/accessibility                  organiser
GET  /organiser/events/{slug}/consents                       organiser
POST /organiser/events/{slug}/consents                       organiser
GET  /organiser/events/{slug}/log                            viewer
GET  /organiser/events/{slug}/team                           viewer
POST /organiser/events/{slug}/team                           owner
POST /organiser/events/{slug}/team/{account}                 owner
GET  /organiser/events/{slug}/types                          organiser
POST /organiser/events/{slug}/types                          organiser
POST /organiser/events/{slug}/types/matrix                   organiser
GET  /organiser/events/{slug}/types/{id}                     organiser
POST /organiser/events/{slug}/types/{id}                     organiser
GET  /organiser/events/{slug}/types/{id}/remove              organiser
POST /organiser/events/{slug}/types/{id}/remove              organiser
GET  /organiser/events/{slug}/questions                      organiser
GET  /organiser/events/{slug}/questions/new                  organiser
POST /organiser/events/{slug}/questions/new                  organiser
POST /organiser/events/{slug}/questions/ready                organiser
GET  /organiser/events/{slug}/questions/{id}                 organiser
POST /organiser/events/{slug}/questions/{id}                 organiser
POST /organiser/events/{slug}/questions/{id}/move            organiser
POST /organiser/events/{slug}/questions/{id}/closed          organiser
GET  /organiser/events/{slug}/questions/{id}/remove          organiser
POST /organiser/events/{slug}/questions/{id}/remove          organiser
GET  /organiser/events/{slug}/topics                         organiser
POST /organiser/events/{slug}/topics                         organiser
GET  /organiser/events/{slug}/topics/{id}                    organiser
POST /organiser/events/{slug}/topics/{id}                    organiser
GET  /organiser/events/{slug}/topics/{id}/remove             organiser
POST /organiser/events/{slug}/topics/{id}/remove             organiser
GET  /organiser/events/{slug}/agenda                         organiser
GET  /organiser/events/{slug}/agenda/sessions/new            organiser
POST /organiser/events/{slug}/agenda/sessions/new            organiser
GET  /organiser/events/{slug}/agenda/sessions/{id}           organiser
POST /organiser/events/{slug}/agenda/sessions/{id}           organiser
GET  /organiser/events/{slug}/agenda/sessions/{id}/remove    organiser
POST /organiser/events/{slug}/agenda/sessions/{id}/remove    organiser
GET  /organiser/events/{slug}/agenda/blocks/new              organiser
POST /organiser/events/{slug}/agenda/blocks/new              organiser
GET  /organiser/events/{slug}/agenda/blocks/{id}             organiser
POST /organiser/events/{slug}/agenda/blocks/{id}             organiser
GET  /organiser/events/{slug}/agenda/blocks/{id}/remove      organiser
POST /organiser/events/{slug}/agenda/blocks/{id}/remove      organiser
GET  /organiser/events/{slug}/participants                   viewer
GET  /organiser/events/{slug}/participants/decide            organiser
POST /organiser/events/{slug}/participants/decide            organiser
GET  /organiser/events/{slug}/participants.csv               viewer
GET  /organiser/events/{slug}/door-list.pdf                  viewer
GET  /organiser/events/{slug}/participants/{id}              viewer
POST /organiser/events/{slug}/participants/{id}/link         organiser
GET  /organiser/events/{slug}/participants/{id}/address      organiser
POST /organiser/events/{slug}/participants/{id}/address      organiser
POST /organiser/events/{slug}/participants/{id}/address/lift organiser
GET  /organiser/events/{slug}/participants/{id}/person       organiser
POST /organiser/events/{slug}/participants/{id}/person       organiser
GET  /organiser/events/{slug}/participants/{id}/interests    organiser
POST /organiser/events/{slug}/participants/{id}/interests    organiser
GET  /organiser/events/{slug}/participants/{id}/attendance   organiser
POST /organiser/events/{slug}/participants/{id}/attendance   organiser
GET  /organiser/events/{slug}/outbox                         viewer
GET  /outbox                                                 signed in
GET  /outbox/{id}                                            signed in
GET  /outbox/{id}/html                                       signed in
GET  /outbox/{id}/source                                     signed in
GET  /outbox/{id}/attachments/{number}                       signed in
POST /outbox/{id}/retry                                      signed in
GET  /organiser/events/{slug}/import                         organiser
POST /organiser/events/{slug}/import                         organiser
GET  /organiser/events/{slug}/import/{id}                    organiser
POST /organiser/events/{slug}/import/{id}                    organiser
GET  /organiser/events/{slug}/import/{id}/faulty.csv         organiser
";

/// The rows of [`TABLE`] by method and path.
fn table() -> BTreeMap<(&'static str, &'static str), &'static str> {
    let row = |line: &'static str| {
        let (method, rest) = line.split_once(' ').unwrap();
        let (path, who) = rest.trim().split_once(' ').unwrap();
        ((method, path), who.trim())
    };
    TABLE.trim().lines().map(row).collect()
}

/// The least role that the table by hand asks for; none for a route of no event's back office.
fn least(method: &Method, path: &str) -> Option<Role> {
    Role::parse(table()[&(method.as_str(), path)])
}

#[test]
fn every_route_is_open_to_whom_the_table_by_hand_says() {
    let said = |who: Who| match who {
        Who::Public => "anybody",
        Who::Participant => "participant",
        Who::SignedIn => "signed in",
        Who::Organiser(role) => role.code(),
        Who::Admin => "administrator",
    };
    let routes = routes::all();
    let found: BTreeMap<(&str, &str), &str> =
        routes.iter().map(|route| ((route.method.as_str(), route.path), said(route.who))).collect();
    assert_eq!(found, table());
    assert_eq!(found.len(), routes.len(), "no row hides another");
}

/// A path of the table at the event, with ids of nothing in its parts.
fn path_of(pattern: &str) -> String {
    let nothing = "01900000-0000-7000-8000-000000000000";
    pattern
        .replace("{slug}", "clusters")
        .replace("{number}", "99")
        .replace("{id}", nothing)
        .replace("{account}", nothing)
}

fn visit(visitor: &mut Visitor, method: &Method, path: &str) -> Page {
    if *method == Method::GET { visitor.get(path) } else { visitor.send(path, &[]) }
}

#[test]
fn every_route_of_an_event_lets_in_who_has_its_role_and_nobody_else() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut people: Vec<(Role, Visitor)> = Role::ALL
            .map(|role| (role, with_role(app, &format!("{}@example.org", role.code()), &event.id, role)))
            .into();
        let mut tried = 0;
        for route in routes::all() {
            let Some(needs) = least(&route.method, route.path) else { continue };
            let path = path_of(route.path);
            for (role, visitor) in &mut people {
                let page = visit(visitor, &route.method, &path);
                let told =
                    format!("{} {path} as {}: {} {}", route.method, role.code(), page.status, page.text);
                if *role < needs {
                    assert_eq!(page.status, 403, "{told}");
                } else {
                    assert!(page.status != 403 && page.status < 500, "{told}");
                }
                tried += 1;
            }
        }
        assert!(tried > 200, "{tried}");
    });
}

#[test]
fn whoever_is_not_known_is_sent_to_the_login_or_asked_for_their_link() {
    on_each_database(|app| {
        let mut ada = administrator(app);
        an_event(app).make();
        let mut visitor = app.visitor();
        let mut grace = with_role(app, "grace@example.org", &an_event(app).at("own").make().id, Role::Owner);
        let mut tried = 0;
        for ((method, path), who) in table() {
            let path = path_of(path);
            // A form without its token is refused before anybody is asked who they are, and says nothing here.
            if method != "GET" || who == "anybody" {
                continue;
            }
            let (status, next) = {
                let page = visitor.get(&path);
                (page.status, page.header("location").unwrap_or_default().to_string())
            };
            match who {
                "participant" => assert_eq!(status, 403, "{path}"),
                _ => {
                    assert!(status == 303 && next.starts_with("/organiser/login"), "{path}: {status} {next}")
                }
            }
            if who == "administrator" {
                assert_eq!((grace.get(&path).status, ada.get(&path).status), (403, 200), "{path}");
            }
            tried += 1;
        }
        assert!(tried > 60, "{tried}");
    });
}

#[test]
fn somebody_elses_event_is_not_there() {
    on_each_database(|app| {
        let other = an_event(app).at("other").make();
        an_event(app).make();
        let mut grace = with_role(app, "grace@example.org", &other.id, Role::Owner);
        for route in routes::all().into_iter().filter(|route| matches!(route.who, Who::Organiser(_))) {
            let page = visit(&mut grace, &route.method, &path_of(route.path));
            assert_eq!(page.status, 404, "{} {}: {}", route.method, route.path, page.text);
        }
        grace.open("/organiser");
        assert_eq!(grace.page.links.iter().filter(|(_, url)| url.contains("/clusters")).count(), 0);
        assert_eq!(grace.get("/organiser/events/new").status, 403, "only administrators make events");
    });
}

#[test]
fn a_viewer_changes_no_round_whatever_they_send() {
    on_each_database(|app| {
        let world = &app.app;
        let access = published(world);
        let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
        let draft = rounds::run(world, &access, &quick, Some(2)).unwrap().number;
        let view = rounds::view(world, &access, draft).unwrap();
        let meeting = &view.meetings[0].meeting;
        let (a, b) = (meeting.a.to_string(), meeting.b.to_string());
        let slot = view.programme.slots.iter().find(|slot| slot.id != meeting.slot).unwrap().id.to_string();
        let table = meeting.table.unwrap_or(1).to_string();
        let own = format!("{}/{draft}", rounds_page(&access));
        let absent = format!("/organiser/events/{}/absent", access.event().slug);
        let pair = [("a", a.as_str()), ("b", b.as_str())];
        let forms: [(String, Vec<(&str, &str)>); 8] = [
            (format!("{own}/publish"), vec![]),
            (format!("{own}/stop"), vec![]),
            (
                format!("{own}/meeting/move"),
                [&pair[..], &[("slot", slot.as_str()), ("table", table.as_str())]].concat(),
            ),
            (format!("{own}/meeting/remove"), pair.to_vec()),
            (format!("{own}/meeting/rule"), [&pair[..], &[("rule", "forbid")]].concat()),
            (absent, vec![("slot", meeting.slot.as_str()), ("absent", a.as_str())]),
            (format!("{}/repair", rounds_page(&access)), vec![("published_plan", "fill_holes")]),
            (format!("{own}/discard"), vec![]),
        ];
        let state = || {
            let view = rounds::view(world, &access, draft).unwrap();
            let meetings: Vec<_> = view.meetings.into_iter().map(|one| one.meeting).collect();
            let rounds = rounds::list(world, &access).unwrap().len();
            format!("{:?} {meetings:?} {:?} {rounds} {:?}", view.round, view.rules, planned(world, &access))
        };
        let before = state();
        let mut viewer = with_role(app, "viewer@example.org", &access.event().id, Role::Viewer);
        for (path, fields) in &forms {
            assert_eq!(viewer.send(path, fields).status, 403, "{path}");
        }
        assert_eq!(state(), before);
        // The same forms, sent by somebody who may, are taken: it was the role alone.
        let mut olga = with_role(app, "olga@example.org", &access.event().id, Role::Organiser);
        for (path, fields) in &forms {
            let status = olga.send(path, fields).status;
            assert!(status != 403 && status < 500, "{path}: {status}");
        }
        assert_ne!(state(), before);
    });
}

#[test]
fn leave_to_change_an_event_is_given_to_whoever_has_the_role_and_to_nobody_else() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let stranger = account(app, "stranger@example.org", None);
        let refused = access::enter(&app.app, &stranger, "clusters", Role::Viewer);
        assert!(matches!(refused, Err(Denied::NotFound)));
        for role in Role::ALL {
            let person = account(app, &format!("{}@example.org", role.code()), Some((&event.id, role)));
            let access = access::enter(&app.app, &person, "clusters", Role::Viewer).unwrap();
            assert_eq!(access.to_change().is_ok(), role >= Role::Organiser, "{role:?}");
            assert_eq!(access.to_own().is_ok(), role >= Role::Owner, "{role:?}");
            assert!(matches!(access::administer(&person), Err(Denied::NotAdmin)));
        }
    });
}

/// What is written in the files of a folder of the sources.
fn written_in(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let each = |path: PathBuf| {
        if path.is_dir() {
            written_in(&path)
        } else {
            let text = fs::read_to_string(&path).unwrap();
            vec![(path, text)]
        }
    };
    entries.flat_map(each).collect()
}

#[test]
fn no_page_takes_the_leave_of_the_servers_own_commands() {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web");
    let files = written_in(&web);
    assert!(files.len() > 50, "{}", files.len());
    for (path, text) in files {
        for leave in ["_as_operator", "change_as("] {
            assert!(!text.contains(leave), "{} in {}", leave, path.display());
        }
    }
}
