//! A page never grows with the installation: every page of the route table is opened at a small event and at one ten times as
//! large, and weighs about the same. Lists are paged or searched; what is made to hold everybody is named here, with why.

use std::cell::RefCell;
use std::collections::BTreeMap;

use actix_web::http::Method;
use rendezvous::app::App;
use rendezvous::domain::account::{Account, Role};
use rendezvous::domain::event::{Event, Topic};
use rendezvous::domain::ids::{AccountId, EventId, MailId, MeetingId, ParticipantId, TopicId};
use rendezvous::domain::interpreter::Interpreter;
use rendezvous::domain::lang::{Lang, Localised};
use rendezvous::domain::mailing::{Mailing, MailingState};
use rendezvous::domain::people_filter::Filter;
use rendezvous::domain::round::{PairRule, PairRuleKind};
use rendezvous::domain::wish::{Wish, WishKind};
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::{demo, rounds};
use rendezvous::store::log::LogEntry;
use rendezvous::store::outbox::OutboxFilter;
use rendezvous::store::{self, Db, StoreError};
use rendezvous::web::routes::{self, Who};

use super::support::app::{TestApp, on_each_database};
use super::support::build::{plain_account, plain_event};
use super::support::page::Kind;
use super::support::rounds::set_tables;
use super::support::visitor::Visitor;

/// People of the small event; the large one has ten times as many of everything.
const FEW: usize = 40;
const TIMES: usize = 10;

/// How many bytes more a page of the large event may have: longer numbers, the links to other pages of a list, and the rest of
/// a page of which the small event fills a part.
const MORE: usize = 30_000;
/// What no page may weigh, however large the event is.
const MOST: usize = 200_000;

/// Files that hold everybody, each with why it does.
const WHOLE: [(&str, &str); 6] = [
    ("/organiser/events/{slug}/tables.csv", "what is said of the tables, to be taken elsewhere"),
    ("/organiser/events/{slug}/agenda/sessions/{id}/people.csv", "who takes part, to be taken elsewhere"),
    ("/organiser/events/{slug}/participants.csv", "the list of participants, to be taken elsewhere"),
    ("/organiser/events/{slug}/door-list.pdf", "the list for the door, on paper"),
    ("/organiser/events/{slug}/tables.pdf", "the plan of the tables, on paper"),
    ("/e/{slug}/my/data.json", "everything that is kept about one person, wishes for others included"),
];

/// Pages that nobody is led to in these events, each with why, and what keeps it small.
const UNSEEN: [(&str, &str); 16] = [
    ("/.well-known/security.txt", "two lines, where the operator wants them"),
    ("/confirm/{token}", "one person's own answers"),
    ("/my/{token}", "a button"),
    ("/address/{token}", "a button"),
    ("/draft/{token}", "a button"),
    ("/calendar/{token}.ics", "one person's meetings"),
    ("/unsubscribe/{token}", "a button"),
    ("/e/{slug}/my/people/{id}/contact.vcf", "one person, who gave theirs"),
    ("/e/{slug}/my/contacts.vcf", "those who gave theirs and met one person"),
    ("/organiser/setup/{token}", "a form"),
    ("/organiser/password/{token}", "a form"),
    ("/organiser/invitation/{token}", "a form"),
    ("/organiser/factor/app", "a form, after a button"),
    ("/organiser/login/code", "a form, after another"),
    ("/organiser/events/{slug}/import/{id}", "what an import shows has limits of its own"),
    ("/organiser/events/{slug}/agenda/import/{id}", "a row for each entry of a file, 500 at most"),
];

/// An event with a published plan, a draft beside it, and lists of everything.
struct World<'a> {
    server: &'a TestApp,
    access: ChangeAccess,
    organiser: Visitor,
    guide: Visitor,
    ids: BTreeMap<&'static str, String>,
}

fn write(app: &App, work: impl Fn(&mut Db) -> Result<(), StoreError>) {
    app.store.write(work).unwrap();
}

/// Many topics, ruled pairs, wishes for one person, entries of the log, blocked addresses, accounts on the team, other events.
fn fill(app: &App, event: &EventId, people: &[ParticipantId], guide: &ParticipantId) {
    let now = app.clock.now();
    let n = people.len();
    write(app, |db| {
        for at in 0..n {
            let label = Localised::one(Lang::En, format!("Further topic {at}"));
            let topic = Topic { id: app.random.id::<TopicId>(now), parent: None, label };
            store::programme::insert_topic(db, event, &topic, 1_000 + u32::try_from(at).unwrap())?;
            let id: String = app.random.id(now);
            let entry = LogEntry {
                at: now,
                actor: "system".to_string(),
                action: "demo.filled".to_string(),
                subject: event.0.clone(),
                detail: "of a length that details have now and then".to_string(),
            };
            store::log::insert(db, &id, Some(event), &entry)?;
            let account = Account {
                id: app.random.id::<AccountId>(now),
                email: format!("colleague-{at}@example.org"),
                is_admin: false,
                ..plain_account("", now)
            };
            store::accounts::insert(db, &account, None)?;
            store::events::set_role(db, event, &account.id, Role::Viewer)?;
            let other = Event { slug: format!("other-{at}"), ..plain_event(app.random.id(now)) };
            store::events::insert(db, &other, &account.id, now)?;
        }
        for (at, one) in people.iter().enumerate().filter(|(_, one)| *one != guide) {
            let wish = Wish {
                from: one.clone(),
                to: guide.clone(),
                kind: WishKind::Wish,
                message: "Shall we talk about what we build?".to_string(),
                shown: true,
                created_at: now,
            };
            store::wishes::put(db, event, &wish)?;
            let person = store::participants::get(db, one)?.profile.person;
            if let Some(email) = person.email.filter(|_| at % 2 == 0) {
                store::blocked_addresses::insert(db, &email, "550 5.1.1 no such user", now)?;
            }
        }
        for at in 0..n {
            let mailing = Mailing {
                id: app.random.id(now),
                event: event.clone(),
                nudge: None,
                state: if at == 0 { MailingState::Sent } else { MailingState::Draft },
                people: Filter::default(),
                subject: Localised::one(Lang::En, "How to reach us"),
                text: Localised::one(Lang::En, "Dear {name}"),
                created_at: now,
                changed_at: now,
                send_at: None,
                started_at: None,
                ended_at: None,
            };
            store::mailings::insert(db, &mailing)?;
            store::mailings::insert_recipients(db, &mailing.id, people)?;
        }
        for two in people.chunks(2).filter(|two| two.len() == 2) {
            let (a, b) = (two[0].clone().min(two[1].clone()), two[0].clone().max(two[1].clone()));
            let rule = PairRule { a, b, kind: PairRuleKind::Forbid, slot: None, table: None };
            store::rounds::put_pair_rule(db, event, &rule, now)?;
        }
        Ok(())
    });
}

fn signed_in(server: &TestApp, demo: &demo::Demo) -> Visitor {
    let mut organiser = server.visitor();
    organiser.open("/organiser/login");
    organiser.fill("E-mail address", demo.organiser_email).fill("Password", &demo.organiser_password);
    organiser.press("Sign in");
    organiser
}

fn world(server: &TestApp, people: usize) -> World<'_> {
    let app = &server.app;
    let demo = demo::fill(app, people, 7).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    let quick = RoundSettings { effort: Effort::Quick, wished_minimum: 8, ..RoundSettings::default() };
    let round = rounds::run(app, &access, &quick, Some(1)).unwrap();
    rounds::publish(app, &access, round.number).unwrap();
    let planned = app.store.read(|db| store::meetings::list_planned(db, &demo.event)).unwrap();
    let of_guide = |who: &ParticipantId| planned.iter().filter(|one| one.a == *who || one.b == *who).count();
    // To somebody who is not in the list of people it is shut.
    let listed = demo.registered.iter().filter(|who| store_person(app, who).profile.listed);
    let guide = listed.max_by_key(|who| of_guide(who)).unwrap().clone();
    fill(app, &demo.event, &demo.registered, &guide);
    rounds::run(app, &access, &quick, Some(2)).unwrap();
    let mut visitor = server.visitor();
    let link = rendezvous::services::links::issue_personal_link(app, &guide).unwrap();
    visitor.open(&link);
    let first = visitor.page.forms.iter().flat_map(|form| &form.buttons).next().cloned();
    if let Some((button, ..)) = first {
        visitor.press(&button);
    }
    World {
        organiser: signed_in(server, &demo),
        ids: ids(app, &access, &guide, &planned.iter().map(|one| one.id.clone()).collect::<Vec<_>>()),
        guide: visitor,
        access,
        server,
    }
}

/// Something of each kind that a path can name.
fn ids(
    app: &App,
    access: &ChangeAccess,
    guide: &ParticipantId,
    planned: &[MeetingId],
) -> BTreeMap<&'static str, String> {
    let event = &access.event().id;
    let (lists, mail, all, own, draft) = app
        .store
        .read(|db| {
            let mails = store::outbox::list(db, &OutboxFilter::default(), 1, 0)?;
            let mail: MailId = mails.first().map(|entry| entry.id.clone()).unwrap();
            let round = store::rounds::get_by_number(db, event, 2)?;
            let draft = store::rounds::list_meetings(db, &round.id)?.into_iter().next().unwrap();
            let all = store::meetings::list_by_ids(db, &planned.iter().collect::<Vec<_>>())?;
            let own = store::meetings::list_planned_of(db, guide)?;
            Ok::<_, StoreError>((store::programme::get(db, event)?, mail, all, own, draft))
        })
        .unwrap();
    let interpreter = Interpreter {
        id: String::from("interpreter").into(),
        name: "Anna Schmidt".into(),
        email: None,
        lang: Lang::De,
        languages: vec!["de".into(), "fr".into()],
        away: Default::default(),
    };
    app.store.write(|db| store::interpreters::put(db, event, &interpreter)).unwrap();
    let mailings = app.store.read(|db| store::mailings::list(db, event, 1_000, 0)).unwrap();
    let of_state = |state: MailingState| mailings.iter().find(|one| one.state == state).unwrap().id.0.clone();
    let busy: Vec<_> = own.iter().map(|one| &one.slot).collect();
    let person = store_person(app, guide);
    let whole = app.store.read(|db| store::events::get(db, event)).unwrap();
    let free = lists.slots.iter().find(|slot| {
        !busy.contains(&&slot.id) && person.profile.availability(&whole, &lists).is_free_in(slot)
    });
    let partner = own[0].partner_of(guide).clone();
    let first_topic = lists.topics.last().unwrap().id.0.clone();
    BTreeMap::from([
        ("slot", free.unwrap_or(&lists.slots[0]).id.0.clone()),
        ("busiest", all.iter().map(|one| one.slot.0.clone()).max().unwrap()),
        ("meeting", own[0].id.0.clone()),
        ("partner", partner.0),
        ("participant", guide.0.clone()),
        ("session", lists.sessions[0].id.0.clone()),
        ("block", lists.blocks[0].id.0.clone()),
        ("type", lists.types[0].id.0.clone()),
        ("interpreter", interpreter.id.0),
        ("topic", first_topic),
        ("question", lists.questions[0].id.0.clone()),
        ("mail", mail.0),
        ("mailing", of_state(MailingState::Draft)),
        ("sent-mailing", of_state(MailingState::Sent)),
        ("pair", format!("a={}&b={}", draft.a, draft.b)),
    ])
}

fn store_person(app: &App, who: &ParticipantId) -> rendezvous::domain::participant::Participant {
    app.store.read(|db| store::participants::get(db, who)).unwrap()
}

/// The addresses of a row of the table, with what a reader asks for at most.
fn addresses(pattern: &str, world: &World<'_>) -> Vec<String> {
    let id = |kind: &str| world.ids[kind].clone();
    let of = |kind: &str| pattern.replace("{id}", &id(kind));
    let found = match pattern {
        one if one.starts_with("/e/{slug}/my/people/{id}") => vec![of("partner")],
        "/e/{slug}/my/slots/{id}" => vec![of("slot")],
        one if one.starts_with("/e/{slug}/my/meetings/") => vec![of("meeting")],
        "/e/{slug}/register/{step}" => {
            ["profile", "topics", "availability"].map(|step| pattern.replace("{step}", step)).to_vec()
        }
        "/e/{slug}/pictures/{kind}" | "/organiser/events/{slug}/pictures/{kind}" => {
            vec![pattern.replace("{kind}", "logo")]
        }
        "/organiser/events/{slug}/mail-words/{kind}/letter" => {
            vec![format!("{}?in=en", pattern.replace("{kind}", "schedule"))]
        }
        one if one.contains("/mail-words/{kind}") => vec![pattern.replace("{kind}", "schedule")],
        "/organiser/accounts/{account}" | "/organiser/accounts/{account}/delete" => {
            vec![pattern.replace("{account}", &id("account"))]
        }
        one if one.contains("/agenda/sessions/{id}") => vec![of("session")],
        one if one.contains("/agenda/blocks/{id}") => vec![of("block")],
        one if one.contains("/interpreters/{id}") => vec![of("interpreter")],
        one if one.contains("/types/{id}") => vec![of("type")],
        one if one.contains("/topics/{id}") => vec![of("topic")],
        one if one.contains("/questions/{id}") => vec![of("question")],
        "/organiser/events/{slug}/mailings/{id}" => vec![of("mailing"), of("sent-mailing")],
        one if one.ends_with("/mailings/{id}/letter") => vec![format!("{}?in=en", of("mailing"))],
        one if one.contains("/mailings/{id}") => vec![of("mailing")],
        one if one.contains("/outbox/{id}") => {
            vec![of("mail").replace("{number}", "1")]
        }
        one if one.ends_with("/participants/{id}/merge") => {
            vec![of("participant"), format!("{}?search=a", of("participant"))]
        }
        one if one.contains("/participants/{id}") => vec![of("participant")],
        "/organiser/events/{slug}/door/{id}" => vec![of("participant")],
        "/organiser/events/{slug}/door" => vec![pattern.to_string(), format!("{pattern}?search=a")],
        "/organiser/events/{slug}/participants/change" => {
            vec![
                format!("{pattern}?what=tag-give&value=Speaker&everybody=yes"),
                format!("{pattern}?what=country"),
            ]
        }
        "/organiser/events/{slug}/participants/decide" => {
            vec![format!("{pattern}?decision=cancel&everybody=yes")]
        }
        "/organiser/events/{slug}/rounds/compare" => vec![format!("{pattern}?r=1&r=2")],
        "/organiser/events/{slug}/rounds/{number}" => {
            let draft = pattern.replace("{number}", "2");
            let causes = ["nowhere", "few-slots", "tables-full", "partners-at-limit", "taken"];
            let asked = causes.map(|cause| format!("{draft}?why={cause}"));
            let slot = format!("{draft}?slot={}", id("busiest"));
            [draft, slot].into_iter().chain(asked).collect()
        }
        "/organiser/events/{slug}/rounds/{number}/meeting" => {
            vec![format!("{}?{}", pattern.replace("{number}", "2"), id("pair"))]
        }
        "/organiser/events/{slug}/absent" => vec![format!("{pattern}?slot={}", id("busiest"))],
        "/organiser/events/{slug}/rounds/{number}/publish" => {
            let publish = pattern.replace("{number}", "2");
            vec![format!("{publish}?page=2"), format!("{publish}?search=a"), publish]
        }
        "/organiser/events/{slug}/tables/{number}" => vec![pattern.replace("{number}", "1")],
        other => vec![other.replace("{number}", "2")],
    };
    found.into_iter().map(|path| path.replace("{slug}", &world.access.event().slug)).collect()
}

/// How much the page of each row weighs, at most.
fn weights(world: &mut World<'_>) -> BTreeMap<&'static str, usize> {
    let (mut weights, mut refused) = (BTreeMap::new(), Vec::new());
    for route in routes::all().into_iter().filter(|route| route.method == Method::GET) {
        if UNSEEN.iter().any(|(path, _)| *path == route.path) {
            continue;
        }
        for address in addresses(route.path, world) {
            let mut stranger = world.server.visitor();
            let visitor = match route.who {
                Who::Public if address.contains("/register/") => registering(&mut stranger, world),
                Who::Public => &mut stranger,
                Who::Participant => &mut world.guide,
                Who::SignedIn | Who::Organiser(_) | Who::Admin => &mut world.organiser,
            };
            let page = visitor.get(&address);
            if page.status >= 400 && !route.path.contains("/pictures/") {
                refused.push(format!("{address}: {}", page.status));
            }
            let weight: &mut usize = weights.entry(route.path).or_default();
            *weight = (*weight).max(page.html.len());
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
    weights
}

/// Somebody who has answered the first step of the form.
fn registering<'v>(visitor: &'v mut Visitor, world: &World<'_>) -> &'v mut Visitor {
    visitor.open(&format!("/e/{}/register", world.access.event().slug));
    visitor.fill("Name", "Ada").fill("E-mail address", "ada@example.org").fill("Organisation", "Engines");
    let forms = visitor.page.forms.iter_mut();
    for field in forms.flat_map(|form| &mut form.fields).filter(|field| field.kind == Kind::Tick(false)) {
        if field.name == "participant_type" || field.name == "languages" {
            field.kind = Kind::Tick(true);
        }
    }
    visitor.choose("Kind of organisation", "Start-up").choose("Country", "France");
    visitor.press("Continue");
    visitor
}

fn measured(people: usize) -> Vec<BTreeMap<&'static str, usize>> {
    let all = RefCell::new(Vec::new());
    on_each_database(|server| {
        let mut world = world(server, people);
        let roles = server.app.store.read(|db| store::events::list_roles(db, &world.access.event().id));
        let viewer = roles.unwrap().into_iter().find(|(_, role)| *role == Role::Viewer).unwrap();
        world.ids.insert("account", viewer.0.0);
        let mut weights = weights(&mut world);
        // With one table alone, nearly no meeting of the plan and of the draft can be held any more.
        set_tables(&server.app, &world.access, 1);
        let broken = [
            ("/organiser/events/{slug}/plan", 200),
            ("/organiser/events/{slug}/rounds/{number}/publish", 409),
        ];
        for (path, status) in broken {
            let page = world.organiser.get(&addresses(path, &world)[0]);
            assert_eq!(page.status, status, "{}", page.text);
            assert!(page.text.contains(" of "), "a page of a list: {}", page.text);
            let weight = weights.entry(path).or_default();
            *weight = (*weight).max(page.html.len());
        }
        all.borrow_mut().push(weights);
    });
    all.into_inner()
}

#[test]
fn no_page_grows_with_the_event_or_the_installation() {
    let (small, large) = (measured(FEW), measured(FEW * TIMES));
    for (small, large) in small.iter().zip(&large) {
        let (mut grown, mut held) = (Vec::new(), 0);
        for (path, weight) in large {
            let before = small[path];
            if WHOLE.iter().any(|(whole, _)| whole == path) {
                continue;
            }
            held += 1;
            if *weight > before + MORE || *weight > MOST {
                grown.push(format!("{path}: {before} → {weight}"));
            }
            if std::env::var("PAGE_SIZES").is_ok() {
                println!("{before:8} {weight:8} {path}");
            }
        }
        assert!(grown.is_empty(), "{}", grown.join("\n"));
        assert!(held > 100, "{held} pages");
    }
}
