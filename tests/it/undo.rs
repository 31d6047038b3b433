//! What an organiser did can be undone for a day, as long as nobody has learned of it by mail and nobody has changed the same since;
//! then everything is as it was, and its mails never go.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use rendezvous::config::DatabaseUrl;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::Event;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::lang::Lang;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::{acts, erasure};
use rendezvous::store;
use rendezvous::store::acts::{NOT_UNDONE, UNDONE};
use rendezvous::web::routes::{self, Who};

use crate::support::app::TestApp;
use crate::support::build::{an_event, id_of};
use crate::support::journeys::participant;
use crate::support::organisers::with_role;
use crate::support::page::Kind;
use crate::support::rounds::{name, organiser, planned, published, runs_a_round};
use crate::support::undone::{as_in_life, difference, kept, lines};
use crate::support::visitor::Visitor;

/// Does something, undoes it with the button of the next page, and finds everything as it was.
fn is_undone(app: &TestApp, olga: &mut Visitor, what: &str, act: impl Fn(&mut Visitor)) {
    let before = kept(app);
    act(olga);
    assert!([200, 303].contains(&olga.page.status), "{what}: {} {}", olga.page.status, olga.page.text);
    assert_ne!(kept(app), before, "{what} changes something: {}", olga.page.text);
    let path = olga.page.path.clone();
    let base = path.split("/organiser/events/").nth(1).and_then(|rest| rest.split(['/', '?']).next());
    olga.open(&format!("/organiser/events/{}", base.unwrap()));
    assert!(olga.page.html.contains("Just done:"), "{what}: {}", olga.page.text);
    olga.press("Undo");
    assert!(olga.page.text.contains("Undone. Everything is as it was before."), "{what}: {}", olga.page.text);
    let left = difference(&before, &kept(app));
    assert!(left.is_empty(), "{what} leaves {} rows: {:#?}", left.len(), &left[..left.len().min(6)]);
}

/// Sends a form with these fields.
fn sends<'f>(path: String, fields: &'f [(&'f str, &'f str)]) -> impl Fn(&mut Visitor) + 'f {
    move |visitor| {
        let page = visitor.send(&path, fields);
        visitor.page = page;
    }
}

fn people(app: &TestApp, access: &ChangeAccess) -> Vec<ParticipantId> {
    let mut busy: BTreeMap<ParticipantId, usize> = BTreeMap::new();
    for (a, b) in planned(&app.app, access).into_keys() {
        *busy.entry(a).or_default() += 1;
        *busy.entry(b).or_default() += 1;
    }
    busy.into_keys().collect()
}

#[test]
fn whatever_an_organiser_does_to_people_is_as_if_it_had_not_been() {
    as_in_life(|app| {
        let access = published(&app.app);
        let told = app.sent().len();
        let (mut olga, office) =
            (organiser(app, &access), format!("/organiser/events/{}", access.event().slug));
        let lists = app.app.store.read(|db| store::programme::get(db, &access.event().id)).unwrap();
        let busy = people(app, &access);
        let (one, other) = (busy[0].as_str(), busy[1].as_str());
        let at = |end: &str| format!("{office}/participants/{one}{end}");
        let fields = [("decision", "cancel"), ("id", one), ("id", other), ("reason", "")];
        is_undone(app, &mut olga, "cancelling", sends(format!("{office}/participants/decide"), &fields));
        is_undone(app, &mut olga, "a note", sends(at("/notes"), &[("note", "Comes late")]));
        is_undone(app, &mut olga, "a tag", sends(at("/tags"), &[("tag", "speaker")]));
        is_undone(app, &mut olga, "a profile", |olga: &mut Visitor| {
            olga.open(&at("/person"));
            olga.fill("Organisation", "Elsewhere").press("Save");
        });
        is_undone(app, &mut olga, "offers and seeks", |olga: &mut Visitor| {
            olga.open(&at("/interests"));
            let (_, path, mut all) = olga.filled("Save");
            // Whatever they offered or sought.
            all.retain(|(name, _)| ["csrf", "opened"].iter().any(|kept| name.contains(kept)));
            olga.page = olga.post(&path, &all);
        });
        is_undone(app, &mut olga, "somebody by hand", |olga: &mut Visitor| {
            olga.open(&format!("{office}/participants"));
            olga.follow("Add a person");
            let entry = |olga: &Visitor, label: &str| match &olga.page.field(label).kind {
                Kind::Choice(entries) => entries[1].0.clone(),
                kind => panic!("{label}: {kind:?}"),
            };
            let (organisation, country) = (entry(olga, "Kind of organisation"), entry(olga, "Country"));
            let kind = lists.types[0].label.get(Lang::En, Lang::En).to_string();
            olga.fill("Name", "Ida Walkin").fill("Organisation", "Foundry");
            olga.fill("E-mail address", "ida@example.org").tick("Send an email about the registration");
            olga.choose("Kind of organisation", &organisation).choose("Country", &country);
            olga.tick(&kind).tick("English").press("Add the person");
            olga.tick("Give a seat beyond the capacity").press("Add the person");
        });
        is_undone(app, &mut olga, "an import", |olga: &mut Visitor| {
            olga.open(&format!("{office}/import"));
            let list = "Name;E-Mail;Firma;Land\nIda Import;ida@example.org;Foundry;FR\nBen Import;ben@example.org;Foundry;FR\n";
            olga.press_with_file("Show what would change", "file", "list.csv", list);
            olga.press("Import all 2 rows");
        });
        assert!(app.mails_to("ida@example.org").is_empty());
        app.pass(Duration::hours(1));
        assert_eq!(app.sent().len(), told, "no mail of what was undone ever goes");
    });
}

#[test]
fn whatever_an_organiser_does_to_lists_and_plans_is_as_if_it_had_not_been() {
    as_in_life(|app| {
        let access = published(&app.app);
        let told = app.sent().len();
        let (mut olga, office) =
            (organiser(app, &access), format!("/organiser/events/{}", access.event().slug));
        let lists = app.app.store.read(|db| store::programme::get(db, &access.event().id)).unwrap();
        let at = |end: String| format!("{office}{end}");
        is_undone(app, &mut olga, "settings", |olga: &mut Visitor| {
            olga.open(&at("/settings".to_string()));
            olga.fill("Seats", "400").press("Save");
        });
        let topic = &lists.topics[0].id;
        is_undone(app, &mut olga, "a topic", sends(at(format!("/topics/{topic}/remove")), &[]));
        let mut leaves = lists.topics.iter().filter(|topic| topic.parent.is_some());
        let (goes, stays) = (&leaves.next().unwrap().id, &leaves.next().unwrap().id);
        let into = [("into", stays.as_str())];
        is_undone(app, &mut olga, "two topics", sends(at(format!("/topics/{goes}/merge")), &into));
        let session = &lists.sessions[0].id;
        is_undone(app, &mut olga, "a session", sends(at(format!("/agenda/sessions/{session}/remove")), &[]));
        let kind = &lists.types[0].id;
        is_undone(app, &mut olga, "a type", |olga: &mut Visitor| {
            sends(at(format!("/types/{kind}/remove")), &[])(olga);
            if olga.page.status == 200 {
                olga.press("Save and decide later");
            }
        });
        let tables = [("list", "1;Acme;Hall A\n2;Foundry;Hall B\n")];
        is_undone(app, &mut olga, "tables", sends(at("/tables".to_string()), &tables));
        is_undone(app, &mut olga, "a rule about two", |olga: &mut Visitor| {
            let busy = people(app, &access);
            let [one, other] = [name(&app.app, &busy[0]), name(&app.app, &busy[1])];
            let fields = [("person_a", one.as_str()), ("person_b", other.as_str()), ("kind", "forbid")];
            sends(at("/pairs".to_string()), &fields)(olga);
        });
        is_undone(
            app,
            &mut olga,
            "the whole plan",
            sends(at("/plan/withdraw".to_string()), &[("sure", "yes")]),
        );
        runs_a_round(&mut olga, &app.app, &access);
        let number = olga.page.path.rsplit('/').next().unwrap().to_string();
        is_undone(app, &mut olga, "a plan in its place", sends(at(format!("/rounds/{number}/publish")), &[]));
        is_undone(app, &mut olga, "a draft thrown away", sends(at(format!("/rounds/{number}/discard")), &[]));
        app.pass(Duration::hours(1));
        assert_eq!(app.sent().len(), told, "nobody is told of what was undone");
    });
}

/// An event with a seat for Ada, who is registered, and Olga, who runs it.
fn with_ada(app: &TestApp) -> (Event, Visitor, Visitor) {
    let event = an_event(app).with_seats(1).make();
    let ada = participant(app, "clusters", "Ada", "ada@example.org");
    let olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
    (event, ada, olga)
}

fn cancels(app: &TestApp, event: &Event, olga: &mut Visitor, name: &str) {
    let id = id_of(app, event, name);
    let fields = [("decision", "cancel"), ("id", id.as_str()), ("reason", "")];
    sends("/organiser/events/clusters/participants/decide".to_string(), &fields)(olga);
    assert_eq!(olga.page.status, 303, "{}", olga.page.text);
}

/// Undoes the latest act, or is told why not.
fn is_refused(app: &TestApp, event: &Event, olga: &mut Visitor, why: &str) {
    let before = kept(app);
    let latest = app
        .app
        .store
        .read(|db| store::acts::list(db, &event.id, None, app.app.clock.now() - Duration::days(9), 1));
    let id = latest.unwrap()[0].id.clone();
    let page = olga.send(&format!("/organiser/events/clusters/acts/{id}/undo"), &[]);
    assert_eq!(page.status, 422);
    assert!(page.text.contains(why), "{}", page.text);
    let left = difference(&before, &kept(app));
    assert!(left.is_empty(), "a refusal changes nothing: {left:#?}");
}

#[test]
fn mails_wait_and_go_by_themselves_or_at_a_click_and_then_it_stays() {
    as_in_life(|app| {
        let (event, _ada, mut olga) = with_ada(app);
        let told = app.mails_to("ada@example.org").len();
        cancels(app, &event, &mut olga, "Ada");
        assert_eq!(app.mails_to("ada@example.org").len(), told, "the mail waits");
        olga.open("/organiser/events/clusters/acts");
        assert!(olga.page.text.contains("One email waits until"), "{}", olga.page.text);
        app.pass(Duration::minutes(6));
        assert_eq!(app.mails_to("ada@example.org").len(), told + 1);
        is_refused(app, &event, &mut olga, "an email about it has gone");
        olga.open("/organiser/events/clusters/acts");
        assert!(olga.page.text.contains("One email has gone: this stays."), "{}", olga.page.text);
        assert!(!olga.page.html.contains("Just done"), "{}", olga.page.text);

        participant(app, "clusters", "Ben", "ben@example.org");
        let told = app.mails_to("ben@example.org").len();
        cancels(app, &event, &mut olga, "Ben");
        olga.open("/organiser/events/clusters");
        olga.press("Send the emails now");
        assert!(olga.page.text.contains("The emails go now."), "{}", olga.page.text);
        assert_eq!(app.mails_to("ben@example.org").len(), told + 1);
    });
}

#[test]
fn what_others_have_done_since_is_not_lost_by_an_undo() {
    as_in_life(|app| {
        let (event, _ada, mut olga) = with_ada(app);
        // A seat that somebody else has by now.
        cancels(app, &event, &mut olga, "Ada");
        participant(app, "clusters", "Ben", "ben@example.org");
        is_refused(app, &event, &mut olga, "others have got the seats or places");
        // An answer that its owner has changed.
        cancels(app, &event, &mut olga, "Ben");
        olga.open("/organiser/events/clusters");
        olga.press("Undo");
        let ben = id_of(app, &event, "Ben");
        app.pass(Duration::seconds(1));
        sends(format!("/organiser/events/clusters/participants/{ben}/notes"), &[("note", "Vegan")])(
            &mut olga,
        );
        app.pass(Duration::seconds(1));
        sends(format!("/organiser/events/clusters/participants/{ben}/tags"), &[("tag", "vegan")])(&mut olga);
        app.pass(Duration::seconds(1));
        sends(format!("/organiser/events/clusters/participants/{ben}/tags/remove"), &[("tag", "vegan")])(
            &mut olga,
        );
        // The later act first: what it took away is there again, and the earlier one can be undone then.
        let acts = || {
            app.app
                .store
                .read(|db| store::acts::list(db, &event.id, None, app.app.clock.now() - Duration::days(1), 9))
                .unwrap()
        };
        let ids: Vec<_> = acts().into_iter().map(|done| done.id).collect();
        let undo = |olga: &mut Visitor, n: usize| {
            olga.send(&format!("/organiser/events/clusters/acts/{}/undo", ids[n]), &[])
        };
        assert_eq!(undo(&mut olga, 1).status, 422, "the tag is gone since");
        for n in 0..3 {
            let page = undo(&mut olga, n);
            assert_eq!(page.status, 303, "{n}: {}", page.text);
        }
        // Who is deleted is nowhere, and nothing of them comes back.
        cancels(app, &event, &mut olga, "Ben");
        assert!(!acts().is_empty());
        erasure::erase(&app.app, &access::own_as_operator(&app.app, &ben).unwrap()).unwrap();
        let page = olga.open("/organiser/events/clusters/acts").text.clone();
        assert!(!page.contains("Ben") && acts().len() == 1, "{page}");
        // A day later nothing can be undone.
        app.pass(Duration::hours(25));
        acts::forget_old(&app.app).unwrap();
        assert!(acts().is_empty());
        assert_eq!(lines(app, "SELECT act_id AS line FROM act_rows").len(), 0);
    });
}

#[test]
fn every_table_and_every_form_of_an_organiser_is_undone_or_says_why_not() {
    as_in_life(|app| {
        let tables = lines(
            app,
            match app.app.config.database {
                DatabaseUrl::Sqlite(_) => {
                    "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'"
                }
                DatabaseUrl::Postgres(_) => {
                    "SELECT table_name::text AS line FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_%'"
                }
            },
        );
        let told: Vec<&str> = UNDONE.into_iter().chain(NOT_UNDONE).collect();
        let missing: Vec<_> = tables.iter().filter(|table| !told.contains(&table.as_str())).collect();
        assert!(missing.is_empty(), "say whether an undo puts their rows back: {missing:?}");
        let unknown: Vec<_> = told.iter().filter(|name| !tables.contains(&name.to_string())).collect();
        assert!(unknown.is_empty() && told.len() == tables.len(), "{unknown:?}");
    });
    let forms = routes::all()
        .into_iter()
        .filter(|route| route.method == "POST" && route.path.contains("events/{slug}"));
    let forms = forms.filter(|route| matches!(route.who, Who::Organiser(_)));
    let (undone, stays): (Vec<_>, Vec<_>) = forms.partition(|route| route.is_undoable);
    assert!(undone.len() > 50, "{}", undone.len());
    let stays: BTreeSet<&str> =
        stays.iter().filter_map(|route| route.path.strip_prefix("/organiser/events/{slug}/")).collect();
    assert_eq!(stays, BTreeSet::from(STAYS), "a form is undoable, or stands here with why it is not");
}

/// Forms whose work stays, or has another way back.
const STAYS: [&str; 42] = [
    // On the day nobody can wait, and a check-in has its own way back.
    "absent",
    "door/new",
    "door/{id}/came",
    "door/{id}/undo",
    "acts/{id}/undo",
    "acts/{id}/send",
    // Ends and begins of work that goes on by itself, steps of a draft, which have their own way back.
    "rounds/new",
    "rounds/repair",
    "rounds/{number}/stop",
    "rounds/{number}/restore",
    "rounds/{number}/undo",
    "rounds/{number}/redo",
    "rounds/{number}/add",
    "rounds/{number}/meeting/move",
    "rounds/{number}/meeting/swap",
    "rounds/{number}/meeting/remove",
    "rounds/{number}/meeting/rule",
    // Files, and what is only looked at.
    "import",
    "agenda/import",
    "pictures/{kind}",
    "pictures/{kind}/remove",
    // Who may, who is deleted, what people agree to.
    "team",
    "team/second-factor",
    "team/invitations/{id}",
    "team/{account}",
    "deletion",
    "consents",
    "participants/{id}/delete",
    "participants/{id}/address",
    "participants/{id}/address/lift",
    "trial/people",
    // Mails that somebody asks for.
    "participants/{id}/link",
    "mailings/new",
    "mailings/{id}/test",
    "mailings/{id}/send",
    "mailings/{id}/call-off",
    "mailings/{id}/pause",
    "mailings/{id}/go-on",
    "mailings/{id}/stop",
    "mail-words/{kind}/test",
    "outbox/again",
    "blocked",
];
