//! An event's own questions, from the organiser's page through every place where answers are seen to their deletion.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::{Event, Programme};
use rendezvous::domain::lang::Lang;
use rendezvous::store::{self, StoreError};

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::journeys::{answers_the_profile, confirms_with};
use crate::support::organisers::with_role;
use crate::support::page::Kind;
use crate::support::visitor::Visitor;

const OFFICE: &str = "/organiser/events/clusters";

fn programme(app: &TestApp) -> Programme {
    app.app
        .store
        .read(|db| {
            let event = store::events::get_by_slug(db, "clusters")?;
            store::programme::get(db, &event.id)
        })
        .unwrap()
}

fn organiser(app: &TestApp, event: &Event) -> Visitor {
    with_role(app, "olga@example.org", &event.id, Role::Organiser)
}

/// Adds a question with what the form says of it; choices stand one a line.
fn asks(olga: &mut Visitor, label: &str, kind: &str, choices: &str) {
    olga.open(&format!("{OFFICE}/questions/new"));
    olga.fill("Question (English)", label).tick(kind).fill("New choices", choices).press("Save");
    assert_eq!(olga.page.status, 200, "{:?}", olga.page.summary);
    assert!(olga.page.text.contains(label), "{}", olga.page.text);
}

/// Opens the page of a question.
fn opens(olga: &mut Visitor, label: &str) {
    olga.open(&format!("{OFFICE}/questions"));
    olga.follow(label);
}

/// Goes through the form; `answer` fills in what the event asks of its own.
fn registers(app: &TestApp, name: &str, email: &str, answer: impl Fn(&mut Visitor)) -> Visitor {
    let mut visitor = app.visitor();
    visitor.open("/e/clusters/register");
    answers_the_profile(&mut visitor, name, email);
    answer(&mut visitor);
    visitor.press("Continue");
    assert_eq!(visitor.page.status, 200, "{:?}", visitor.page.summary);
    visitor.press("Continue");
    visitor.press("Continue");
    visitor.press("Register for 10 March 2027");
    confirms_with(&mut visitor, app, email, &["Show me to other participants", "My name"]);
    assert!(visitor.page.path.starts_with("/e/clusters/my"), "{}", visitor.page.text);
    visitor
}

fn answers(app: &TestApp) -> usize {
    let lists = programme(app);
    let read = |db: &mut store::Db| {
        let event = store::events::get_by_slug(db, "clusters")?;
        let people = store::participants::list_in_states(db, &event.id, &["registered"])?;
        Ok::<_, StoreError>(people)
    };
    let people = app.app.store.read(read).unwrap();
    let each = people.iter().flat_map(|one| {
        lists.questions.iter().filter_map(|question| one.profile.person.answer(&question.key()))
    });
    each.count()
}

const KINDS: [(&str, &str, &str); 8] = [
    ("Hotel", "One line of text", ""),
    ("Plans", "Several lines of text", ""),
    ("Sector", "One of several choices", "Steel | Stahl\nWood, paper | Holz\nGlass"),
    ("Days", "Several of several choices", "Monday | Montag\nTuesday | Dienstag\nFriday"),
    ("Staff", "A whole number", ""),
    ("Arrival", "A date", ""),
    ("Origin", "A country", ""),
    ("Code of conduct", "A tick: “I agree”", ""),
];

fn answers_every_kind(visitor: &mut Visitor) {
    visitor
        .fill("Hotel", "Métropole")
        .fill("Plans", "Two lines\nof <b>text</b>")
        .tick("Wood, paper")
        .tick("Monday")
        .tick("Friday")
        .fill("Staff", "120")
        .fill("Arrival", "2027-03-09")
        .choose("Origin", "Portugal")
        .tick("Code of conduct");
}

#[test]
fn an_answer_of_each_kind_is_where_answers_are_until_it_is_deleted() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = organiser(app, &event);
        for (label, kind, choices) in KINDS {
            asks(&mut olga, label, kind, choices);
        }
        let mut ada = registers(app, "Ada", "ada@example.org", answers_every_kind);
        let told = ["Métropole", "Two lines of <b>text</b>", "Wood, paper", "Monday, Friday", "120"];
        let told = told.into_iter().chain(["9 March 2027", "Portugal", "Code of conduct Yes"]);
        let told: Vec<&str> = told.collect();
        for text in &told {
            assert!(ada.page.text.contains(text), "My event: {text}: {}", ada.page.text);
        }

        ada.open("/e/clusters/my/profile");
        assert_eq!(ada.page.field("Arrival").value, "2027-03-09");
        ada.untick("Wood, paper").tick("Steel").fill("Staff", "121").press("Save");
        assert!(ada.page.text.contains("Sector Steel"), "{}", ada.page.text);
        ada.open("/e/clusters/my/profile");
        ada.fill("Staff", "a few").fill("Arrival", "soon").press("Save");
        assert_eq!(ada.page.status, 422);
        assert!(ada.page.text.contains("Enter a date") && ada.page.text.contains("a whole number"));
        assert_eq!(ada.page.field("Staff").value, "a few");

        olga.open(&format!("{OFFICE}/participants"));
        olga.follow("Ada");
        for text in told.iter().filter(|text| !["Wood, paper", "120"].contains(text)) {
            assert!(olga.page.text.contains(text), "organiser: {text}: {}", olga.page.text);
        }
        assert!(olga.page.text.contains("Sector: Wood, paper → Steel"), "{}", olga.page.text);
        assert!(olga.page.text.contains("Staff: 120 → 121"), "{}", olga.page.text);
        let person = olga.page.links.iter().find(|(_, url)| url.ends_with("/person")).unwrap().1.clone();
        olga.open(&person);
        olga.fill("Hotel", "Amigo").press("Save");
        assert!(olga.page.text.contains("Hotel: Métropole → Amigo"), "{}", olga.page.text);

        let file = ada.get("/e/clusters/my/data.json");
        let data: serde_json::Value = serde_json::from_str(&file.html).unwrap();
        let own = data["profile"]["questions_of_the_event"].as_array().unwrap();
        assert_eq!(own.len(), KINDS.len());
        assert_eq!(own[3], serde_json::json!({ "question": "Days", "answer": "Monday, Friday" }));
        assert_eq!(own[4]["answer"], 121);

        let found = |olga: &mut Visitor, question: &str, answer: &dyn Fn(&mut Visitor)| {
            olga.open(&format!("{OFFICE}/participants"));
            olga.choose("Answer to a question", question).press("Show");
            answer(olga);
            olga.press("Show");
            olga.page.text.contains("Ada")
        };
        let choose = |entry: &'static str| {
            move |olga: &mut Visitor| {
                olga.choose("Answer", entry);
            }
        };
        let fill = |text: &'static str| {
            move |olga: &mut Visitor| {
                olga.fill("Answer", text);
            }
        };
        assert!(found(&mut olga, "Sector", &choose("Steel")));
        assert!(!found(&mut olga, "Sector", &choose("Glass")));
        assert!(found(&mut olga, "Days", &choose("Friday")));
        assert!(!found(&mut olga, "Days", &choose("Tuesday")));
        assert!(found(&mut olga, "Staff", &fill("121")) && !found(&mut olga, "Staff", &fill("12")));
        assert!(found(&mut olga, "Hotel", &fill("amig")) && !found(&mut olga, "Hotel", &fill("%")));
        assert!(found(&mut olga, "Origin", &choose("Portugal")));
        assert!(found(&mut olga, "Code of conduct", &|_| {}));
        let bookmarked = olga.page.path.clone();
        assert!(olga.open(&bookmarked).text.contains("Ada"));

        let file = olga.get(&format!("{OFFICE}/participants.csv")).html;
        assert!(file.contains("Hotel,Plans,Sector,Days,Staff,Arrival,Origin,Code of conduct"), "{file}");
        assert!(file.contains("Steel,\"Monday, Friday\",121,2027-03-09,Portugal,Yes"), "{file}");
        olga.open(&format!("{OFFICE}/import"));
        let again = file.replace("2027-03-09", "11.03.2027").replace("Steel", "Holz");
        let plan = olga.press_with_file("Show what would change", "file", "again.csv", &again).clone();
        assert!(plan.text.contains("What people said themselves is not ticked"), "{}", plan.text);
        for field in olga.page.forms.iter_mut().flat_map(|form| &mut form.fields) {
            if field.name == "taken" {
                field.kind = Kind::Tick(true);
            }
        }
        olga.press("Check again with these settings");
        assert!(olga.page.text.contains("Answers to the event’s own questions"), "{}", olga.page.text);
        let button = |olga: &Visitor| {
            olga.page
                .forms
                .iter()
                .flat_map(|form| form.buttons.clone())
                .find(|one| one.1 == "do" && one.2 == "all")
        };
        let import = button(&olga).unwrap().0;
        olga.press(&import);
        assert!(ada.open("/e/clusters/my").text.contains("11 March 2027"), "{}", ada.page.text);
        assert!(ada.page.text.contains("Sector Wood, paper"), "{}", ada.page.text);

        assert_eq!(answers(app), KINDS.len());
        ada.open("/e/clusters/my/delete");
        ada.press("Delete everything");
        assert_eq!(answers(app), 0);
        assert!(!olga.open(&format!("{OFFICE}/log")).text.contains("Amigo"), "{}", olga.page.text);
    });
}

#[test]
fn a_faulty_cell_is_told_with_its_column() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = organiser(app, &event);
        for (label, kind, choices) in KINDS {
            asks(&mut olga, label, kind, choices);
        }
        olga.open(&format!("{OFFICE}/import"));
        let list = "Name;E-Mail;Sector;Days;Staff;Code of conduct\n\
            Ada;ada@example.org;Gold;Montag, Friday;7;maybe\n\
            Bob;bob@example.org;Steel;Monday|Sunday;x;ja\n\
            Eve;eve@example.org;Steel, Glass;;;\n";
        let plan = olga.press_with_file("Show what would change", "file", "list.csv", list).clone();
        for told in [
            "Line 2, column 3 “Sector”",
            "“Gold” is not one of the choices: Steel; Wood, paper; Glass",
            "Line 2, column 6 “Code of conduct”",
            "Write yes or no, not “maybe”",
            "Line 3, column 4 “Days”",
            "“Sunday” is not one of the choices",
            "Line 3, column 5 “Staff”",
            "Line 4, column 3 “Sector”",
            "Give one choice only",
        ] {
            assert!(plan.text.contains(told), "{told}: {}", plan.text);
        }
        assert!(!plan.text.contains("Line 2, column 4"), "{}", plan.text);
    });
}

#[test]
fn a_question_is_asked_by_an_earlier_answer_and_of_chosen_types() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = organiser(app, &event);
        asks(&mut olga, "Sector", "One of several choices", "Steel\nWood\n");
        olga.open(&format!("{OFFICE}/questions/new"));
        olga.fill("Question (English)", "Furnace").tick("One line of text").tick("An answer is required");
        olga.choose("Only with this answer to an earlier question", "Sector: Steel").press("Save");
        olga.open(&format!("{OFFICE}/questions/new"));
        olga.fill("Question (English)", "Members").tick("A whole number").tick("An answer is required");
        olga.tick("Cluster organisation").press("Save");
        assert!(olga.page.text.contains("Only with “Sector”: Steel"), "{}", olga.page.text);
        assert!(olga.page.text.contains("Only for: Cluster organisation"));

        let mut ada = registers(app, "Ada", "ada@example.org", |ada| {
            ada.tick("Wood");
        });
        assert!(!ada.page.text.contains("Furnace") && !ada.page.text.contains("Members"));
        ada.open("/e/clusters/my/profile");
        assert!(ada.page.text.contains("Only if your answer to “Sector” is “Steel”"), "{}", ada.page.text);
        ada.untick("Wood").tick("Steel").press("Save");
        assert_eq!(ada.page.summary.len(), 1, "{:?}", ada.page.summary);
        assert_eq!(ada.page.summary[0].0, "Answer this question.");
        ada.fill("Furnace", "Blast").press("Save");
        assert!(ada.page.text.contains("Furnace Blast"), "{}", ada.page.text);
        ada.open("/e/clusters/my/profile");
        ada.untick("Steel").tick("Wood").press("Save");
        assert!(!ada.page.text.contains("Blast"), "what is not asked any more goes: {}", ada.page.text);
        ada.open("/e/clusters/my/profile");
        ada.untick("Company").tick("Cluster organisation").press("Save");
        assert_eq!(ada.page.summary[0].1, format!("#field-{}", programme(app).questions[2].id));

        let asked = programme(app)
            .types
            .iter()
            .find(|kind| kind.label.exact(Lang::En) == Some("Cluster organisation"))
            .unwrap()
            .id
            .clone();
        olga.open(&format!("{OFFICE}/types/{asked}/remove"));
        olga.press("Remove");
        assert!(olga.page.summary[0].0.contains("asked of this type alone"), "{:?}", olga.page.summary);

        let first = programme(app).questions[0].id.clone();
        olga.open(&format!("{OFFICE}/questions/{first}/remove"));
        olga.press("Remove");
        assert!(olga.page.summary[0].0.contains("cannot be removed"), "{:?}", olga.page.summary);
        olga.open(&format!("{OFFICE}/questions"));
        olga.press("Down Sector");
        assert!(olga.page.summary[0].0.contains("stays below the question"), "{:?}", olga.page.summary);
        assert_eq!(programme(app).questions[0].id, first);
        olga.press("Up Members");
        let order: Vec<String> = programme(app).questions.iter().map(|one| one.id.0.clone()).collect();
        assert_eq!(order[0], first.0, "Members stands second now");
    });
}

#[test]
fn others_see_what_is_meant_for_them_of_those_who_show_themselves() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = organiser(app, &event);
        olga.open(&format!("{OFFICE}/questions/new"));
        olga.fill("Question (English)", "Sector").tick("One line of text");
        olga.tick("Other participants see the answers").press("Save");
        asks(&mut olga, "Salary", "A whole number", "");
        let answer = |visitor: &mut Visitor| {
            visitor.fill("Sector", "Steel").fill("Salary", "77777");
        };
        let mut ada = registers(app, "Ada", "ada@example.org", answer);
        let mut bob = registers(app, "Bob", "bob@example.org", answer);
        bob.open("/e/clusters/my/people");
        bob.follow("Ada");
        assert!(bob.page.text.contains("SectorSteel"), "{}", bob.page.text);
        assert!(!bob.page.html.contains("77777"), "{}", bob.page.html);
        let seen = bob.page.path.clone();
        crate::support::build::meet(app, &event, "Ada", "Bob");
        ada.open("/e/clusters/my/consent");
        ada.untick("Show me to other participants").press("Save");
        bob.open(&seen);
        assert!(bob.page.text.contains("Ada") && !bob.page.text.contains("Steel"), "{}", bob.page.text);

        opens(&mut olga, "Salary");
        olga.tick("Other participants see the answers").press("Save");
        assert!(olga.page.summary[0].0.contains("for your team only"), "{:?}", olga.page.summary);
    });
}
