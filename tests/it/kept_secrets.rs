//! What was promised to stay private: a wish that is not told, a text that is not shown, somebody who does not want to meet, an
//! event that is not public. Each is planted, and everything that the other side can read is the same as without it.

use actix_web::http::Method;
use rendezvous::domain::account::Role;
use rendezvous::domain::event::EventState;
use rendezvous::domain::ids::EventId;
use rendezvous::domain::meeting::ReasonTerm;
use rendezvous::domain::reasons::{KnownWishes, known_to_reader};
use rendezvous::domain::text::Email;
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::{access, rounds};
use rendezvous::store;
use rendezvous::web::routes;

use crate::meeting_days::opens_the_meeting;
use crate::people::person;
use crate::prints::text_of_pdf;
use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::organisers::account;
use crate::support::page::Kind;
use crate::support::visitor::Visitor;

/// Ada and Zoe, what each says before, and the round in which the two meet.
fn meet_in_a_round(
    app: &TestApp,
    own: impl Fn(&mut Visitor),
    plant: impl Fn(&mut Visitor),
) -> (Visitor, Visitor) {
    let event = an_event(app).make();
    let mut ada = person(app, "Ada");
    writes(&mut ada, "We build membranes for electrolysers");
    let mut zoe = person(app, "Zoe");
    own(&mut ada);
    plant(&mut zoe);
    run_and_publish(app, &event.id);
    (ada, zoe)
}

fn run_and_publish(app: &TestApp, event: &EventId) {
    let olga = account(app, "olga@example.org", Some((event, Role::Owner)));
    let access = access::change_as(&app.app, &olga.id, "clusters").unwrap();
    let settings = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    let number = rounds::run(&app.app, &access, &settings, Some(1)).unwrap();
    rounds::publish(&app.app, &access, number.number).unwrap();
}

/// Writes a text beside each topic that is ticked: one beside another would tick it.
fn writes(visitor: &mut Visitor, text: &str) {
    visitor.open("/e/clusters/my/topics");
    let fields = visitor.page.forms.iter().flat_map(|form| &form.fields);
    let ticked = fields.filter(|field| field.kind == Kind::Tick(true)).map(|field| field.name.clone());
    let texts: Vec<String> = ticked.map(|name| name.replacen('-', "_text-", 1)).collect();
    let fields = visitor.page.forms.iter_mut().flat_map(|form| &mut form.fields);
    for field in fields.filter(|field| texts.contains(&field.name)) {
        field.value = text.to_string();
    }
    visitor.press("Save");
}

/// Everything that a participant can read, by the links of their pages: pages, files, the feed, their mails. Secrets and ids of
/// links are no text.
fn all_that_is_read(app: &TestApp, visitor: &mut Visitor, address: &str) -> Vec<String> {
    let page = visitor.open("/e/clusters/my/feed");
    let make =
        if page.text.contains("Make a new address") { "Make a new address" } else { "Make an address" };
    visitor.press(make);
    let mut waiting = vec!["/e/clusters/my".to_string(), "/e/clusters/my/people".to_string()];
    let mut seen = waiting.clone();
    let mut read = Vec::new();
    while !waiting.is_empty() {
        let path = waiting.remove(0);
        let page = visitor.get(&path);
        let there = page.header("location").map(str::to_string);
        for link in page.links.iter().map(|(_, link)| link.clone()).chain(there) {
            let link = link.strip_prefix(&app.address()).unwrap_or(&link).to_string();
            let is_own = link.starts_with("/e/clusters") || link.starts_with("/feed");
            if is_own && !link.contains("lang=") && !seen.contains(&link) && seen.len() < 120 {
                seen.push(link.clone());
                waiting.push(link);
            }
        }
        let kind = page.header("content-type").unwrap_or_default().to_string();
        read.push(match kind.split(';').next().unwrap_or_default() {
            "application/pdf" => text_of_pdf(&page.bytes),
            "text/html" => page.text.clone(),
            // Ids and stamps of a calendar are drawn, and those of a file of one's data.
            _ => {
                let told =
                    page.html.lines().filter(|line| !line.starts_with("UID") && !line.contains("STAMP"));
                told.filter(|line| !line.contains("http")).collect::<Vec<_>>().join("\n")
            }
        });
    }
    read.retain(|text| !text.starts_with('{'));
    let mails = app.mails_to(address).into_iter();
    let told = mails.map(|mail| {
        let lines = mail.text.lines().filter(|line| !line.contains("http")).collect::<Vec<_>>().join("\n");
        format!("{}\n{lines}", mail.subject)
    });
    let mut told: Vec<String> = told.collect();
    // Lanes of mail that go side by side keep no order.
    told.sort();
    read.extend(told);
    // Each server has a port of its own.
    let port = app.address().rsplit(':').next().unwrap().to_string();
    let read: Vec<String> = read.iter().map(|text| text.replace(&port, "PORT")).collect();
    assert!(read.len() > 12, "{} {seen:?}", read.len());
    read
}

/// Everything that Ada reads once this was planted with Zoe.
fn read_by_ada(plant: impl Fn(&mut Visitor)) -> Vec<Vec<String>> {
    read_by_ada_who(|_| (), plant)
}

/// The same where she has said something herself.
fn read_by_ada_who(own: impl Fn(&mut Visitor), plant: impl Fn(&mut Visitor)) -> Vec<Vec<String>> {
    let read = std::cell::RefCell::new(Vec::new());
    on_each_database(|app| {
        let (mut ada, _) = meet_in_a_round(app, &own, &plant);
        read.borrow_mut().push(all_that_is_read(app, &mut ada, "ada@example.org"));
    });
    read.into_inner()
}

/// Zoe opens Ada's page and wishes to meet her.
fn wishes(zoe: &mut Visitor, is_told: bool) {
    wishes_for(zoe, "Ada", is_told);
}

fn wishes_for(visitor: &mut Visitor, other: &str, is_told: bool) {
    visitor.open("/e/clusters/my/people");
    visitor.follow(other);
    if !is_told {
        visitor.untick("They may know of my wish");
    }
    visitor.press("I would like to meet");
}

/// Entries of one moment stand in no order on the page of one's data: it is compared by its words.
fn in_order(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if text.starts_with("My data") {
        words.sort_unstable();
    }
    words.join(" ")
}

fn differing(one: &[Vec<String>], other: &[Vec<String>]) -> Vec<String> {
    let both = one.iter().flatten().zip(other.iter().flatten());
    both.filter(|(one, other)| in_order(one) != in_order(other))
        .map(|(one, other)| format!("{one}\n<>\n{other}"))
        .collect()
}

#[test]
fn a_wish_that_is_not_told_and_a_text_that_is_not_shown_leave_no_trace_in_what_the_other_reads() {
    let hides = |zoe: &mut Visitor| {
        zoe.open("/e/clusters/my/consent");
        zoe.untick("What I wrote about my topics").press("Save");
    };
    let without = read_by_ada(|zoe| hides(zoe));
    assert!(without.iter().flatten().any(|text| text.contains("Why you meet")), "{without:#?}");
    let with_wish = read_by_ada(|zoe| {
        hides(zoe);
        wishes(zoe, false);
    });
    assert_eq!(differing(&without, &with_wish), Vec::<String>::new());
    let with_text = read_by_ada(|zoe| {
        hides(zoe);
        writes(zoe, "We look for membranes for electrolysers");
    });
    assert_eq!(differing(&without, &with_text), Vec::<String>::new());
    // What may be known is there, or this would tell nothing.
    let told = read_by_ada(|zoe| wishes(zoe, true));
    assert!(told.iter().flatten().any(|text| text.contains("They asked to meet you")), "{told:#?}");
    let shown = read_by_ada(|zoe| writes(zoe, "We look for membranes for electrolysers"));
    assert!(shown.iter().flatten().any(|text| text.contains("Descriptions match")), "{shown:#?}");
}

/// Zoe opens Ada's page and would rather not meet her.
fn blocks(zoe: &mut Visitor) {
    zoe.open("/e/clusters/my/people");
    zoe.follow("Ada");
    zoe.press("I would rather not");
}

/// Everything that Ada reads, who wishes to meet Zoe, before a round in which she meets Max and after it.
fn read_beside(plant: impl Fn(&mut Visitor)) -> Vec<Vec<String>> {
    let read = std::cell::RefCell::new(Vec::new());
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut ada = person(app, "Ada");
        let mut max = person(app, "Max");
        // Else he might meet Zoe too, and not be free then to move his meeting with Ada.
        max.open("/e/clusters/my/availability");
        max.fill("Most meetings you want", "1").press("Save");
        let mut zoe = person(app, "Zoe");
        writes(&mut ada, "We build membranes for electrolysers");
        writes(&mut zoe, "We look for membranes for electrolysers");
        wishes_for(&mut ada, "Zoe", true);
        wishes_for(&mut ada, "Max", true);
        plant(&mut zoe);
        let mut all = all_that_is_read(app, &mut ada, "ada@example.org");
        run_and_publish(app, &event.id);
        all.extend(all_that_is_read(app, &mut ada, "ada@example.org"));
        read.borrow_mut().push(all);
    });
    read.into_inner()
}

#[test]
fn who_would_rather_not_reads_like_somebody_who_wants_no_meetings() {
    let wants_none = |zoe: &mut Visitor| {
        zoe.open("/e/clusters/my/availability");
        zoe.fill("Most meetings you want", "0").press("Save");
    };
    let busy = read_beside(wants_none);
    let is_met = |text: &String| text.contains("Why you meet") && text.contains("House of Max");
    assert!(busy.iter().flatten().any(is_met), "{busy:#?}");
    assert_ne!(differing(&busy, &read_beside(|_| ())), Vec::<String>::new(), "or this would tell nothing");
    assert_eq!(differing(&busy, &read_beside(blocks)), Vec::<String>::new());
    let both = read_beside(|zoe| {
        wants_none(zoe);
        blocks(zoe);
    });
    assert_eq!(differing(&busy, &both), Vec::<String>::new());
}

#[test]
fn a_wish_that_is_not_told_is_told_once_both_wish_and_its_place_among_reasons_never_tells_it_before() {
    let own = |ada: &mut Visitor| wishes_for(ada, "Zoe", true);
    let without = read_by_ada_who(own, |_| ());
    assert!(without.iter().flatten().any(|text| text.contains("You asked to meet")), "{without:#?}");
    // The tick says so: without it they learn of it only if they wish to meet too.
    let mutual = read_by_ada_who(own, |zoe| wishes(zoe, false));
    assert!(mutual.iter().flatten().any(|text| text.contains("Wanted by both")), "{mutual:#?}");
    // Whatever weighs as much as a wish, or more than one and less than two, keeps its place.
    on_each_database(|app| {
        an_event(app).make();
        person(app, "Zoe");
        let email = Email::parse("zoe@example.org").unwrap();
        let found = app.app.store.read(|db| {
            let event = store::events::get_by_slug(db, "clusters")?;
            store::participants::find_by_email(db, &event.id, &email)
        });
        let zoe = found.unwrap().unwrap();
        let own = KnownWishes { own: true, told: false };
        let read = |wish: &str, points: i32| {
            let term = |term: &str, points: i32| ReasonTerm { term: term.to_string(), points };
            known_to_reader(&[term("shared_topic", 200), term(wish, points)], own, &zoe)
        };
        assert_eq!(read("mutual_wish", 330), read("one_way_wish", 120));
        assert_eq!(read("mutual_wish", 330), read("one_way_wish", 240), "in a round with weights of its own");
    });
}

#[test]
fn whoever_wished_reads_their_own_wish_as_the_reason() {
    on_each_database(|app| {
        let (_, mut zoe) = meet_in_a_round(app, |_| (), |zoe| wishes(zoe, false));
        opens_the_meeting(&mut zoe);
        assert!(zoe.page.text.contains("You asked to meet"), "{}", zoe.page.text);
        assert!(!zoe.page.text.contains("one of the two"), "{}", zoe.page.text);
    });
}

#[test]
fn a_draft_answers_on_every_route_as_if_it_were_not_there() {
    on_each_database(|app| {
        an_event(app).make();
        an_event(app).at("hidden").in_state(EventState::Draft).make();
        for route in routes::all().iter().filter(|route| route.path.starts_with("/e/{slug}")) {
            let answer = |slug: &str| {
                let mut visitor = app.visitor();
                let path = route.path.replace("{slug}", slug).replace("{step}", "profile");
                let path =
                    path.replace("{kind}", "logo").replace("{id}", "01900000-0000-7000-8000-000000000000");
                let path = path.replace("{token}", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
                let page = if route.method == Method::GET {
                    visitor.get(&path)
                } else {
                    let form = visitor.get("/e/clusters/link");
                    let fields = form.forms.iter().flat_map(|form| &form.fields);
                    let token = fields.clone().find(|field| field.name == "csrf").unwrap().value.clone();
                    let typed = [
                        ("csrf", token.as_str()),
                        ("email", "ada@example.org"),
                        ("told", "x"),
                        ("name", "x"),
                    ];
                    let typed = typed.map(|(name, value)| (name.to_string(), value.to_string()));
                    visitor.post(&path, &typed)
                };
                let there = page.header("location").unwrap_or_default().replace(slug, "SLUG");
                let told = page
                    .text
                    .split_whitespace()
                    .filter(|word| word.trim_end_matches('.').len() != 8)
                    .collect::<Vec<_>>();
                (page.status, there, told.join(" ").replace(slug, "SLUG"))
            };
            assert_eq!(answer("hidden"), answer("nowhere"), "{} {}", route.method, route.path);
        }
    });
}
