//! Conferences that have taken place, set up through the pages alone: a conference of three programmes with exhibitors, a
//! German-French meeting with interpreters, and a yearly meeting that is made like last year's.

use std::collections::{BTreeMap, BTreeSet};

use rendezvous::app::App;
use rendezvous::domain::event::Programme;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::participant::Participant;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::demo;
use rendezvous::services::rounds::{self, Figures};
use rendezvous::store::{self, participants};

use crate::support::app::{TestApp, on_each_database};
use crate::support::organisers::{administrator, signs_in};
use crate::support::rounds::{opens_the_latest, planned};
use crate::support::visitor::Visitor;

const TOPICS: [&str; 8] = [
    "Photonics",
    "Batteries",
    "Hydrogen",
    "Textiles",
    "Medical devices",
    "Sensors",
    "Logistics",
    "Bioeconomy",
];

/// An office at its browser; each page that is opened and each form that is sent is a step.
struct Office {
    hand: Visitor,
    base: String,
    steps: usize,
}

impl Office {
    fn open(&mut self, end: &str) -> &mut Visitor {
        self.steps += 1;
        self.hand.open(&format!("{}{end}", self.base));
        assert_eq!(self.hand.page.status, 200, "{end}: {}", self.hand.page.text);
        &mut self.hand
    }

    fn press(&mut self, button: &str) {
        self.steps += 1;
        self.hand.press(button);
        let page = &self.hand.page;
        assert!([200, 303].contains(&page.status), "{button}: {} {}", page.status, page.text);
    }

    /// A new event in Berlin with topics and a block of meeting slots.
    fn makes_an_event(app: &TestApp, name: &str, tables: &str, slots: &str) -> Office {
        let mut hand = administrator(app);
        hand.open("/organiser/events/new");
        hand.fill("Name (English)", name)
            .fill("Who invites", "Cluster Office")
            .fill("First day", "2027-03-10");
        hand.choose("Time zone", "Europe/Berlin")
            .fill("Place", "Berlin")
            .fill("Tables for meetings", tables)
            .press("Create event");
        let base = hand.page.path.split('?').next().unwrap().to_string();
        let mut office = Office { hand, base, steps: 0 };
        office.open("/topics").fill("New topics", &TOPICS.join("\n"));
        office.press("Add");
        office
            .open("/agenda/blocks/new")
            .fill("Name (English)", "Meetings")
            .fill("First slot begins at", "11:00");
        office.hand.fill("Number of slots", slots);
        office.press("Save");
        office
    }

    fn imports(&mut self, list: &str, count: usize) {
        self.open("/import");
        self.steps += 1;
        self.hand.press_with_file("Show what would change", "file", "list.csv", list);
        self.press(&format!("Import all {count} rows"));
    }

    /// Runs a quick round as the form stands, and publishes it.
    fn runs_and_publishes(&mut self, app: &App, access: &ChangeAccess) -> Figures {
        self.hand.tick("A quick look");
        self.press("Run the round");
        opens_the_latest(&mut self.hand, app, access);
        let number = rounds::list(app, access).unwrap()[0].0.number;
        let figures = rounds::view(app, access, number).unwrap().report.figures;
        self.open("/state");
        self.press("Open for registration");
        self.open(&format!("/rounds/{number}/publish"));
        self.press(&format!("Publish and mail {} people", figures.people - figures.people_by_meetings[0]));
        figures
    }

    fn access(&self, app: &App) -> ChangeAccess {
        access::change_as_operator(app, self.base.rsplit('/').next().unwrap()).unwrap()
    }
}

fn lists(app: &App, access: &ChangeAccess) -> Programme {
    app.store.read(|db| store::programme::get(db, &access.event().id)).unwrap()
}

fn people(app: &App, access: &ChangeAccess) -> BTreeMap<ParticipantId, Participant> {
    let all =
        app.store.read(|db| participants::list_in_states(db, &access.event().id, &["registered"])).unwrap();
    all.into_iter().map(|one| (one.id.clone(), one)).collect()
}

/// A list of so many people, each of an organisation of their own, who offer one topic and seek another.
fn list(count: usize, of: impl Fn(usize) -> [String; 3]) -> String {
    let row = |at: usize| {
        let [country, kind, spoken] = of(at);
        let (offers, seeks) = (TOPICS[at % 8], TOPICS[(at * 3 + 1) % 8]);
        format!(
            "Person {at};p{at}@example.org;Organisation {at};{country};{kind};{spoken};{offers};{seeks};registered\n"
        )
    };
    let head = "Name;Email;Organisation;Country;Takes part as;Languages;Offers;Seeks;State\n";
    head.to_string() + &(0..count).map(row).collect::<String>()
}

#[test]
fn a_conference_of_three_programmes_with_booths_mixes_them_and_everybody_meets_each_other_programme() {
    const PROGRAMMES: [&str; 3] = ["Cooperation network", "Cluster", "Industrial research"];
    on_each_database(|server| {
        let app = &server.app;
        let mut office = Office::makes_an_event(server, "Innovative networks connect", "75", "10");
        office.open("/types");
        for kind in PROGRAMMES {
            office.hand.fill("Name (English)", kind);
            office.press("Add");
        }
        // 60 networks, 60 clusters, 30 of research.
        let kind = |at: usize| PROGRAMMES[[0, 1, 0, 1, 2][at % 5]];
        let rows = list(150, |at| ["DE".to_string(), kind(at).to_string(), "de".to_string()]);
        office.imports(&rows, 150);
        // Ten of the networks and five others exhibit.
        let booths =
            (0..15).map(|at| format!("{};Booth {};Exhibition;;p{}@example.org\n", at + 1, at + 1, at * 10));
        let tables = (16..=75).map(|number| format!("{number};;Hall;;\n"));
        let file: String = booths.chain(tables).collect();
        office.open("/tables").fill("Tables", &format!("Table;Name;Zone;Type;Email\n{file}"));
        office.press("Take over the list");

        office.open("/rounds/new").tick("participant types").tick("Two of the groups that should mix");
        office.hand.fill("Least share of meetings that cross, in percent", "60");
        office.hand.fill("Meetings that everyone should have with each other group", "1");
        let access = office.access(app);
        let figures = office.runs_and_publishes(app, &access);

        assert_eq!(figures.people, 150);
        assert_eq!((figures.units_asked, figures.units), (300, 300), "everybody meets both other programmes");
        assert!(figures.across_groups * 100 >= figures.meetings * 60, "{figures:?}");
        let (people, plan) = (people(app, &access), planned(app, &access));
        assert_eq!(plan.len() as u64, figures.meetings);
        let address =
            |id: &ParticipantId| people[id].profile.person.email.as_ref().unwrap().as_str().to_string();
        for ((a, b), meeting) in &plan {
            for (who, other) in [(a, b), (b, a)] {
                let at = (0..15).find(|at| address(who) == format!("p{}@example.org", at * 10));
                let host = (0..15).find(|at| address(other) == format!("p{}@example.org", at * 10));
                if let (Some(at), None) = (at, host) {
                    assert_eq!(meeting.table, Some(at + 1), "exhibitors stay at their booths");
                }
            }
        }
        let seats: BTreeSet<_> = plan.values().map(|one| (&one.slot, one.table)).collect();
        assert_eq!(seats.len(), plan.len(), "no table is used twice");
        assert!(office.steps <= 19, "{} steps from the event to the published plan", office.steps);
    });
}

#[test]
fn a_german_french_meeting_gives_whoever_shares_no_language_an_interpreter_and_nobody_interprets_twice_at_once()
 {
    on_each_database(|server| {
        let app = &server.app;
        let mut office = Office::makes_an_event(server, "Spring meeting", "125", "8");
        let spoken = |at: usize| match (at % 2, at % 7) {
            (0, 0 | 1) => "de, en",
            (0, 2) => "de, fr",
            (0, _) => "de",
            (_, 0 | 1) => "fr, en",
            _ => "fr",
        };
        let rows = list(250, |at| [["DE", "FR"][at % 2].to_string(), String::new(), spoken(at).to_string()]);
        office.imports(&rows, 250);
        for number in 0..12 {
            office.open("/interpreters/new").fill("Name", &format!("Interpreter {number}"));
            office.hand.tick("German").tick("French");
            office.press("Save");
        }
        office.open("/interpreters").tick("Only with an interpreter");
        office.press("Save");
        office.open("/rounds/new").tick("Two countries");
        office.hand.fill("Least share of meetings that cross, in percent", "60");
        let access = office.access(app);
        let figures = office.runs_and_publishes(app, &access);

        assert_eq!(figures.people, 250);
        assert!(figures.across_countries * 100 >= figures.meetings * 60, "{figures:?}");
        let (people, plan) = (people(app, &access), planned(app, &access));
        let foreign = |a: &ParticipantId, b: &ParticipantId| {
            let spoken = |id: &ParticipantId| people[id].profile.person.languages.clone();
            spoken(a).iter().all(|code| !spoken(b).contains(code))
        };
        let mut helped = BTreeSet::new();
        for ((a, b), meeting) in &plan {
            assert_eq!(foreign(a, b), meeting.interpreter.is_some(), "{meeting:?}");
            if let Some(interpreter) = &meeting.interpreter {
                assert!(helped.insert((&meeting.slot, interpreter)), "{interpreter:?} is in two places");
            }
        }
        // Each of the twelve is used at each of the eight times: half of all pairs need one.
        assert_eq!(helped.len(), 12 * lists(app, &access).slots.len(), "{figures:?}");
    });
}

#[test]
fn this_years_meeting_is_made_like_last_years_filled_from_a_list_and_planned_in_a_dozen_steps() {
    on_each_database(|server| {
        let app = &server.app;
        let made = demo::fill(app, 20, 1).unwrap();
        let mut hand = server.visitor();
        signs_in(&mut hand, made.organiser_email, &made.organiser_password);
        let mut office = Office { hand, base: "/organiser/events".to_string(), steps: 0 };
        office.open(&format!("/new?like={}", made.slug)).fill("First day", "2028-02-09");
        office
            .hand
            .fill("Name in addresses", "conference-2028")
            .fill("Seats", "150")
            .fill("Tables for meetings", "60");
        office.press("Create event");
        office.base = office.hand.page.path.split('?').next().unwrap().to_string();
        let access = office.access(app);
        let last = access::change_as_operator(app, made.slug).unwrap();
        assert_eq!(lists(app, &access).topics.len(), lists(app, &last).topics.len());
        let rows = list(120, |at| [["DE", "FR", "PL"][at % 3].to_string(), String::new(), "en".to_string()]);
        office.imports(&rows, 120);
        office.open("/rounds/new");
        let figures = office.runs_and_publishes(app, &access);
        assert_eq!((figures.people, planned(app, &access).len() as u64), (120, figures.meetings));
        assert!(figures.meetings >= 180, "{figures:?}");
        assert!(office.steps <= 12, "{} steps from last year's event to the published plan", office.steps);
    });
}
