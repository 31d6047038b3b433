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

/// Method, path, and who may: the role at the event whose work it is, or else anybody, whoever is signed in, a participant, an
/// administrator. It is not made from `web/routes/`: whoever adds a route there says here once more who may use it.
const TABLE: &str = include_str!("route_access.txt");

/// The rows of [`TABLE`] by method and path.
fn table() -> BTreeMap<(&'static str, &'static str), &'static str> {
    let row = |line: &'static str| {
        let (method, rest) = line.split_once(' ').unwrap();
        let (path, who) = rest.trim().split_once(' ').unwrap();
        ((method, path), who.trim())
    };
    TABLE.trim().lines().map(row).collect()
}

/// Who may do the work of which roles, by hand too: helpers and viewers are on no ladder.
const MAY: [(Role, &[Role]); 4] = [
    (Role::Helper, &[Role::Helper]),
    (Role::Viewer, &[Role::Viewer]),
    (Role::Organiser, &[Role::Helper, Role::Viewer, Role::Organiser]),
    (Role::Owner, &[Role::Helper, Role::Viewer, Role::Organiser, Role::Owner]),
];

fn may(role: Role, needs: Role) -> bool {
    MAY.iter().any(|(one, works)| *one == role && works.contains(&needs))
}

/// The role that the table by hand asks for; none for a route of no event's back office.
fn needed(method: &Method, path: &str) -> Option<Role> {
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
            let Some(needs) = needed(&route.method, route.path) else { continue };
            let path = path_of(route.path);
            for (role, visitor) in &mut people {
                let page = visit(visitor, &route.method, &path);
                let told =
                    format!("{} {path} as {}: {} {}", route.method, role.code(), page.status, page.text);
                if !may(*role, needs) {
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
                // An account that is not there has no page.
                let there = if path.contains("/accounts/") { 404 } else { 200 };
                assert_eq!((grace.get(&path).status, ada.get(&path).status), (403, there), "{path}");
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
            assert!(matches!(access::administer(&person), Err(Denied::NotAdmin)));
            let door = access::enter_door(&app.app, &person, "clusters");
            assert_eq!(door.is_ok(), may(role, Role::Helper), "{role:?}");
            let seen = access::enter(&app.app, &person, "clusters", Role::Viewer);
            assert_eq!(seen.is_ok(), may(role, Role::Viewer), "{role:?}");
            // Leave for the day is leave to see nothing: not even by asking for a helper's work.
            assert_eq!(
                access::enter(&app.app, &person, "clusters", Role::Helper).is_ok(),
                may(role, Role::Organiser)
            );
            let Ok(seen) = seen else { continue };
            assert_eq!(seen.to_change().is_ok(), may(role, Role::Organiser), "{role:?}");
            assert_eq!(seen.to_own().is_ok(), may(role, Role::Owner), "{role:?}");
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
