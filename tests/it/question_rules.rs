//! What holds of an event's own questions: limits, what stays once somebody answered, ready-made ones, rounds, and that
//! what is typed is what is stored and shown.

use chrono::Duration;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use rendezvous::domain::account::Role;
use rendezvous::domain::answer::Kind;
use rendezvous::domain::event::{Event, Programme};
use rendezvous::domain::ids::{ChoiceId, QuestionId};
use rendezvous::domain::lang::{Lang, Localised};
use rendezvous::domain::profile_input::PersonInput;
use rendezvous::domain::question::{
    Comparison, Condition, MAX_QUESTIONS, Purpose, Question, QuestionChoice, Wanted,
};
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::{access, rounds};
use rendezvous::store::{self, StoreError};
use rendezvous::words::Words;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::{an_event, id_of};
use crate::support::journeys::participant;
use crate::support::organisers::{PASSWORD, signs_in, with_role};
use crate::support::random_cases::random_cases;
use crate::support::visitor::Visitor;

const OFFICE: &str = "/organiser/events/clusters";

fn organiser(app: &TestApp, event: &Event) -> Visitor {
    with_role(app, "olga@example.org", &event.id, Role::Organiser)
}

fn programme(app: &TestApp, event: &Event) -> Programme {
    app.app.store.read(|db| store::programme::get(db, &event.id)).unwrap()
}

/// A question about nothing in particular.
fn question(n: usize, kind: Kind) -> Question {
    let choice = |m: usize| QuestionChoice {
        id: ChoiceId(format!("choice-{n}-{m}")),
        label: Localised::one(Lang::En, format!("Choice {m} of {n}")),
    };
    let has_choices = matches!(kind, Kind::One | Kind::Several);
    Question {
        id: QuestionId(format!("question-{n}")),
        kind,
        label: Localised::one(Lang::En, format!("Question {n}")),
        help: Localised::default(),
        choices: (0..if has_choices { 3 } else { 0 }).map(choice).collect(),
        required: false,
        visible: false,
        types: Vec::new(),
        condition: None,
        comparison: None,
        purpose: Purpose::Organisation,
        life_days: None,
        closed_at: None,
    }
}

fn writes(app: &TestApp, event: &Event, questions: &[Question]) {
    let write = |db: &mut store::Db| {
        for (place, question) in questions.iter().enumerate() {
            store::questions::insert(db, &event.id, question, place)?;
        }
        Ok::<_, StoreError>(())
    };
    app.app.store.write(write).unwrap();
}

/// Somebody gives this answer on their page.
fn answers(ada: &mut Visitor, answer: impl Fn(&mut Visitor)) {
    ada.open("/e/clusters/my/profile");
    answer(ada);
    ada.press("Save");
    assert_eq!(ada.page.status, 200, "{:?}", ada.page.summary);
}

#[test]
fn an_event_has_thirty_questions_of_sixty_choices_at_most() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = organiser(app, &event);
        olga.open(&format!("{OFFICE}/questions/new"));
        let many: String = (0..61).map(|n| format!("Choice {n}\n")).collect();
        olga.fill("Question (English)", "Sector").tick("One of several choices").fill("New choices", &many);
        olga.press("Save");
        assert_eq!(olga.page.summary[0].0, "A question has at most 60 choices. Remove some.");
        olga.fill("New choices", "Steel\nsteel").press("Save");
        assert_eq!(olga.page.summary[0].0, "Two choices have the same name. Change one of them.");
        olga.fill("New choices", "Steel").press("Save");
        assert_eq!(olga.page.summary[0].0, "Enter at least two choices.");
        let last = many.split_once('\n').unwrap().1.to_string();
        olga.fill("New choices", &last).press("Save");
        assert!(olga.page.summary.is_empty(), "{:?}", olga.page.summary);
        assert_eq!(programme(app, &event).questions[0].choices.len(), 60);

        let more: Vec<Question> =
            (1..MAX_QUESTIONS).map(|n| question(n, Kind::of_question("text").unwrap())).collect();
        writes(app, &event, &more);
        olga.open(&format!("{OFFICE}/questions"));
        assert!(olga.page.text.contains("This event has 30 questions"), "{}", olga.page.text);
        olga.open(&format!("{OFFICE}/questions/new"));
        olga.fill("Question (English)", "One more").tick("A date").press("Save");
        assert!(olga.page.summary[0].0.contains("at most 30 questions"), "{:?}", olga.page.summary);
        assert_eq!(programme(app, &event).questions.len(), 30);
    });
}

#[test]
fn a_question_with_answers_is_closed_and_not_changed_in_kind() {
    on_each_database(|app| {
        let event = an_event(app).make();
        writes(app, &event, &[question(0, Kind::One)]);
        let mut olga = organiser(app, &event);
        let page = format!("{OFFICE}/questions/question-0");
        olga.open(&page);
        olga.untick("One of several choices").tick("A date").press("Save");
        assert_eq!(programme(app, &event).questions[0].kind, Kind::Date, "nobody has answered");
        olga.open(&page);
        olga.untick("A date").tick("One of several choices").fill("New choices", "Steel\nWood").press("Save");

        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        answers(&mut ada, |ada| {
            ada.tick("Steel");
        });
        olga.open(&page);
        assert!(olga.page.text.contains("1 answer"), "{}", olga.page.text);
        assert!(olga.page.text.contains("Somebody answered, so the kind stays"));
        assert!(!olga.page.links.iter().any(|(text, _)| text == "Remove"));
        olga.fill_named("label_en", "Trade");
        let id = programme(app, &event).questions[0].choices[0].id.clone();
        olga.fill_named(&format!("choice-{id}_en"), "").press("Save");
        assert!(olga.page.summary[0].0.contains("Somebody chose this"), "{:?}", olga.page.summary);
        olga.fill_named(&format!("choice-{id}_en"), "Iron").press("Save");
        assert!(ada.open("/e/clusters/my").text.contains("Trade Iron"), "{}", ada.page.text);
        olga.open(&page);
        let (_, action, mut fields) = olga.filled("Save");
        fields.push(("kind".to_string(), "date".to_string()));
        let refused = olga.post(&action, &fields);
        assert!(refused.summary[0].0.contains("its kind cannot change"), "{:?}", refused.summary);
        let removed = olga.post(&format!("{page}/remove"), &fields);
        assert!(removed.summary[0].0.contains("Close it instead"), "{:?}", removed.summary);

        olga.open(&page);
        olga.press("Close this question");
        assert!(olga.page.text.contains("Closed"), "{}", olga.page.text);
        ada.open("/e/clusters/my/profile");
        assert!(!ada.page.text.contains("Trade"), "nobody is asked: {}", ada.page.text);
        answers(&mut ada, |ada| {
            ada.fill("City", "Paris");
        });
        assert!(ada.page.text.contains("Trade Iron"), "the answer stays: {}", ada.page.text);
        assert!(olga.get(&format!("{OFFICE}/participants.csv")).html.contains("Trade"));
        olga.open(&page);
        olga.press("Ask this question again");
        assert!(ada.open("/e/clusters/my/profile").text.contains("Trade"));
    });
}

#[test]
fn ready_made_questions_are_voluntary_private_and_short_lived() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut olga = organiser(app, &event);
        olga.open(&format!("{OFFICE}/questions"));
        olga.press("Ask for access needs");
        olga.press("Ask for food");
        olga.press("Ask for food");
        assert_eq!(olga.page.summary[0].0, "The event asks this already.");
        let made = programme(app, &event).questions;
        assert_eq!(made.iter().map(|one| one.purpose).collect::<Vec<_>>(), {
            [Purpose::Access, Purpose::Food, Purpose::Food]
        });
        assert_eq!(made[1].label.exact(Lang::De), Some("Essen"), "in the event’s languages");
        assert_eq!(made[1].label.exact(Lang::Fr), None);
        olga.open(&format!("{OFFICE}/questions/{}", made[0].id));
        assert!(olga.page.text.contains("GDPR, Article 9"), "{}", olga.page.text);
        let (_, action, mut fields) = olga.filled("Save");
        fields.push(("visible".to_string(), "yes".to_string()));
        fields.push(("required".to_string(), "yes".to_string()));
        assert_eq!(olga.post(&action, &fields).summary.len(), 2);
        olga.fill_named("life_days", "").press("Save");
        assert!(olga.page.summary[0].0.contains("after how many days"), "{:?}", olga.page.summary);
        olga.fill_named("life_days", "91").press("Save");
        assert_eq!(olga.page.summary[0].0, "Enter a whole number from 0 to 90.");

        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        ada.open("/e/clusters/my/profile");
        for told in ["By answering you agree", "deleted 14 days after the event", "Only the organiser sees"] {
            assert!(ada.page.text.contains(told), "{told}: {}", ada.page.text);
        }
        ada.fill("Access needs", "A place for my wheelchair").tick("Something else");
        ada.fill("What else for food?", "Kosher").press("Save");
        assert!(
            ada.page.text.contains("wheelchair") && ada.page.text.contains("Kosher"),
            "{}",
            ada.page.text
        );
        let id = id_of(app, &event, "Ada");
        let history = olga.open(&format!("{OFFICE}/participants/{id}")).text.clone();
        assert!(history.contains("Access needs: changed"), "{history}");
        assert_eq!(history.matches("wheelchair").count(), 1, "the answer, and not in the history: {history}");
        olga.open(&format!("{OFFICE}/questions/{}", made[0].id));
        olga.fill_named("life_days", "15").press("Save");
        assert!(olga.page.summary[0].0.contains("were told 14 days"), "{:?}", olga.page.summary);

        // The team is told on the day of the event, in one mail.
        app.pass_until("2027-03-09T12:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        assert!(app.mails_to("olga@example.org").is_empty());
        app.pass_until("2027-03-10T12:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        let told = app.mails_to("olga@example.org");
        assert_eq!(told.len(), 1, "{told:#?}");
        assert_eq!(told[0].subject, "Answers are deleted on 24 March 2027: Cluster Conference");
        assert!(
            told[0].text.contains("“Access needs” (so far 1), on Wednesday, 24 March 2027"),
            "{}",
            told[0].text
        );
        app.pass_until("2027-03-23T12:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 0));
        app.pass_until("2027-03-24T12:00:00Z");
        assert_eq!(app.deletes_what_is_due(), (0, 3));
        signs_in(&mut olga, "olga@example.org", PASSWORD);
        let page = olga.open(&format!("{OFFICE}/participants/{id}")).text.clone();
        assert!(!page.contains("wheelchair") && !page.contains("Kosher"), "{page}");
        assert!(page.contains("Ada"), "everything else stays until its own day: {page}");
        app.pass(Duration::days(1));
        assert_eq!(app.deletes_what_is_due(), (0, 0));
    });
}

#[test]
fn a_round_counts_the_same_and_different_answers_and_says_so() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let counts = |wanted, points| Some(Comparison { wanted, points });
        let sector =
            Question { comparison: counts(Wanted::Same, 200), visible: true, ..question(0, Kind::One) };
        let days = Question { comparison: counts(Wanted::Different, 90), ..question(1, Kind::Several) };
        writes(app, &event, &[sector, days]);
        let mut olga = organiser(app, &event);
        let mut people: Vec<Visitor> = Vec::new();
        for (n, name) in ["Ada", "Bob", "Eve", "Kim"].into_iter().enumerate() {
            let mut one = participant(app, "clusters", name, &format!("{name}@example.org"));
            answers(&mut one, |one| {
                one.fill("Organisation", &format!("Organisation of {name}"));
                one.tick(&format!("Choice {} of 0", n / 2)).tick(&format!("Choice {} of 1", n % 2));
            });
            people.push(one);
        }
        olga.open(&format!("{OFFICE}/rounds/new"));
        assert!(olga.page.text.contains("Question 0: The same answer: 200 points"), "{}", olga.page.text);
        assert!(olga.page.text.contains("Question 1: Different answers: 90 points"), "{}", olga.page.text);

        let account =
            crate::support::organisers::account(app, "run@example.org", Some((&event.id, Role::Owner)));
        let access = access::change_as(&app.app, &account.id, "clusters").unwrap();
        let settings = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
        let round = rounds::run(&app.app, &access, &settings, Some(1)).unwrap();
        let view = rounds::view(&app.app, &access, round.number).unwrap();
        let id = |name: &str| id_of(app, &event, name);
        let of = |one: &str, other: &str| {
            let (x, y) = (id(one), id(other));
            let (a, b) = if x < y { (x, y) } else { (y, x) };
            let found = view.meetings.iter().find(|met| met.meeting.a == a && met.meeting.b == b).unwrap();
            let sum: i32 = found.meeting.terms.iter().map(|term| term.points).sum();
            assert_eq!(i64::from(sum), i64::from(found.meeting.weight));
            let own = found.meeting.terms.iter().filter(|term| term.term.contains(':'));
            (format!("?a={a}&b={b}"), own.map(|term| term.points).collect::<Vec<_>>())
        };
        // Ada and Bob have the sector in common and came on different days; Ada and Eve the other way round.
        assert_eq!(of("Ada", "Bob").1, [200, 90]);
        assert_eq!(of("Ada", "Eve").1, Vec::<i32>::new());
        assert_eq!(of("Ada", "Kim").1, [90]);
        olga.open(&format!("{OFFICE}/rounds/{}/meeting{}", round.number, of("Ada", "Bob").0));
        for told in ["Same answer: Question 0", "Different answers: Question 1"] {
            assert!(olga.page.text.contains(told), "{told}: {}", olga.page.text);
        }
        rounds::publish(&app.app, &access, round.number).unwrap();
        people[0].open("/e/clusters/my/schedule");
        let schedule = people[0].follow("Bob").clone();
        assert!(schedule.text.contains("Same answer: Question 0"), "{}", schedule.text);
        assert!(
            !schedule.text.contains("Question 1"),
            "what others do not see is no reason: {}",
            schedule.text
        );
        let card = people[0].open("/e/clusters/my/people").clone();
        assert!(!card.text.contains("Question 1"), "{}", card.text);
    });
}

/// Kinds and conditions of up to eight questions, and what somebody types into each.
fn sets() -> impl Strategy<Value = Vec<(usize, bool, Option<usize>, usize, String)>> {
    let one = (0..8_usize, any::<bool>(), prop::option::of(0..8_usize), 0..4_usize, "[ -~äßé]{0,12}");
    prop::collection::vec(one, 1..8)
}

#[test]
fn what_is_parsed_is_what_is_stored_and_shown() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let ada = {
            participant(app, "clusters", "Ada", "ada@example.org");
            id_of(app, &event, "Ada")
        };
        let types = programme(app, &event).types;
        let check = |set: Vec<(usize, bool, Option<usize>, usize, String)>| {
            let questions: Vec<Question> = set
                .iter()
                .enumerate()
                .map(|(n, (kind, closed, earlier, pick, _))| {
                    let mut made = question(n, Kind::OF_QUESTIONS[*kind].1);
                    made.closed_at = (*closed && *pick == 3).then(|| app.app.clock.now());
                    let earlier = earlier.filter(|earlier| *earlier < n && set[*earlier].0 == 2);
                    made.condition = earlier.map(|earlier| Condition {
                        question: QuestionId(format!("question-{earlier}")),
                        answer: format!("choice-{earlier}-{}", pick % 3),
                    });
                    if *pick == 2 {
                        made.types = vec![types[0].id.clone()];
                    }
                    made
                })
                .collect();
            let typed =
                |n: usize, (kind, _, _, pick, text): &(usize, bool, Option<usize>, usize, String)| match kind
                {
                    0 | 1 => vec![text.clone()],
                    2 => vec![format!("choice-{n}-{}", pick % 3)],
                    3 => (0..=pick % 3).map(|m| format!("choice-{n}-{m}")).collect(),
                    4 => vec![format!("{}", *pick as i64 * 17 - 20)],
                    5 => vec![format!("2027-03-1{pick}")],
                    6 => vec!["PT".to_string()],
                    _ => vec!["yes".to_string()],
                };
            let lists =
                Programme { questions: questions.clone(), types: types.clone(), ..Programme::default() };
            let known = app.app.store.read(|db| store::participants::get(db, &ada)).unwrap();
            let blank = {
                let mut person = known.profile.person.clone();
                person.answers.retain(|key| !key.as_str().starts_with("question-"));
                person
            };
            let input = set.iter().enumerate().fold(blank.input(&lists), |input: PersonInput, (n, one)| {
                input.with(&format!("question-{n}"), typed(n, one))
            });
            let person = input.change(blank, &lists).unwrap();
            for question in &questions {
                let answered = person.answer(&question.key()).is_some();
                prop_assert!(!answered || question.is_asked(&person), "{question:?}");
            }
            let read = |db: &mut store::Db| {
                for question in store::questions::list(db, &event.id)? {
                    store::questions::delete(db, &event.id, &question.id)?;
                }
                for (place, question) in questions.iter().enumerate() {
                    store::questions::insert(db, &event.id, question, place)?;
                }
                let mut changed = known.clone();
                changed.profile.person = person.clone();
                store::participants::update(db, &changed)?;
                Ok::<_, StoreError>((
                    store::programme::get(db, &event.id)?,
                    store::participants::get(db, &ada)?.profile.person,
                ))
            };
            let (stored, back) = app.app.store.write(read).unwrap();
            prop_assert_eq!(&stored.questions, &questions);
            prop_assert_eq!(&back, &person);
            let words = Words::of(Lang::En);
            for asked in rendezvous::domain::answer::asked(&stored) {
                if let Some(value) = back.answer(&asked.key) {
                    let shown = words.answer(&value, &asked.choices, Lang::En);
                    prop_assert!(!shown.is_empty() && !shown.contains('⟦'), "{:?}", asked.key);
                    prop_assert_eq!(asked.kind.read(&value.stored()), Some(value));
                }
            }
            Ok(())
        };
        TestRunner::new(random_cases(60)).run(&sets(), check).unwrap();
    });
}
