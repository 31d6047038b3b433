//! What an organiser says a round is for, and what one change of it would give.

use matching::scoring::Term;
use rendezvous::app::App;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::demo;
use rendezvous::services::rounds::settings::{Effort, RoundInput, RoundSettings};
use rendezvous::services::rounds::{self, RoundView};

use super::support::app::on_each_database;
use super::support::page::Kind;
use super::support::rounds::{opens_the_latest, organiser, rounds_page, set_tables};
use super::support::visitor::Visitor;

fn filled(app: &App, people: usize) -> ChangeAccess {
    let demo = demo::fill(app, people, 7).unwrap();
    access::change_as(app, &demo.organiser, demo.slug).unwrap()
}

fn points(view: &RoundView, terms: &[Term]) -> Vec<i32> {
    let points = view.settings.points();
    terms.iter().map(|term| points.points(*term)).collect()
}

fn ticked(visitor: &Visitor, label: &str) -> bool {
    visitor.page.field(label).kind == Kind::Tick(true)
}

fn runs(visitor: &mut Visitor, app: &App, access: &ChangeAccess) -> RoundView {
    if visitor.page.text.contains("in no meeting slot") {
        visitor.tick("Leave them out of this round");
    }
    visitor.press("Run the round");
    opens_the_latest(visitor, app, access);
    let number = rounds::list(app, access).unwrap()[0].0.number;
    rounds::view(app, access, number).unwrap()
}

#[test]
fn what_a_round_is_for_sets_its_points_and_stands_on_the_draft_and_in_the_list() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 40);
        let mut olga = organiser(server, &access);
        let terms = [Term::OneWayWish, Term::DifferentCountry, Term::NearTopic, Term::GroupMix];
        olga.open(&format!("{}/new", rounds_page(&access)));
        olga.tick("As many wishes as possible").tick("Across countries");
        assert!(!olga.page.html.contains("<details open>"), "nothing is typed there");
        olga.fill("Related topics", "77");
        let view = runs(&mut olga, app, &access);
        assert_eq!(points(&view, &terms), [240, 100, 77, 15]);
        let said = "As many wishes as possible · Across countries";
        let seed = view.round.seed.to_string();
        let text = &olga.page.text;
        assert!(text.contains(said) && text.contains(&seed), "{text}");
        assert!(text.contains("Related topics 77 (usual 30)"), "{text}");
        olga.open(&rounds_page(&access));
        let text = &olga.page.text;
        assert!(text.contains(said) && text.contains(&seed), "{text}");

        // The same again says the same, and the details what it sets.
        olga.open(&format!("{}/new?like=1", rounds_page(&access)));
        assert!(ticked(&olga, "As many wishes as possible") && ticked(&olga, "Across countries"));
        assert!(!ticked(&olga, "Groups mix"));
        assert_eq!(olga.page.field("Related topics").value, "77");
        assert!(olga.page.html.contains("<details open>"), "what counts instead of the choices is seen");
        assert_eq!(olga.page.field("Different countries").value, "");
        assert!(olga.page.text.contains("Empty: 100, by your choices (usual 25)"), "{}", olga.page.text);
        olga.untick("Across countries").tick("Groups mix").fill("Related topics", "");
        let view = runs(&mut olga, app, &access);
        assert_eq!(points(&view, &terms), [240, 25, 30, 90]);

        olga.open(&format!("{}/new", rounds_page(&access)));
        olga.fill("Related topics", "9999").press("Run the round");
        assert_eq!(olga.page.status, 422);
        assert!(olga.page.html.contains("<details open>"), "the field with the mistake is seen");
    });
}

#[test]
fn settings_are_the_same_after_they_were_shown_and_sent() {
    let mut settings = RoundSettings::default();
    settings.weights.extend([("one_way_wish".to_string(), 240), ("group_mix".to_string(), 90)]);
    let input = RoundInput::from_settings(&settings, None);
    assert_eq!(input.intentions, ["mix"], "half of the points of a choice are not the choice");
    let (again, _) = input.parse().unwrap();
    assert_eq!(again.points(), settings.points());
}

#[test]
fn what_one_more_table_would_give_is_worked_out_and_nothing_is_stored() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 40);
        set_tables(app, &access, 2);
        let settings = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
        rounds::run(app, &access, &settings, Some(1)).unwrap();
        let mut olga = organiser(server, &access);
        olga.open(&format!("{}/1", rounds_page(&access)));
        olga.follow("What if …");
        let turn = app.what_if.begin(&access.event().id).unwrap();
        olga.press("3 tables instead of 2");
        assert_eq!(olga.page.status, 409);
        assert!(olga.page.text.contains("is being worked out. Reload"), "{}", olga.page.text);
        drop(turn);
        olga.press("3 tables instead of 2");
        let text = olga.page.text.clone();
        let as_it_is = rounds::view(app, &access, 1).unwrap().report.figures.meetings;
        assert!(text.contains(&format!("As it is{as_it_is}")), "{text}");
        let slots = rounds::view(app, &access, 1).unwrap().programme.slots.len() as u64;
        assert!(text.contains(&format!("3 tables instead of 2{} (+{slots})", as_it_is + slots)), "{text}");
        olga.press("Work out all of these");
        for change in ["3 tables instead of 2", "time slots instead of", "A minimum of 2 instead of 3"] {
            assert!(olga.page.text.contains(change), "{}", olga.page.text);
        }
        olga.fill("Tables in each time slot", "none").press("Work it out");
        assert_eq!(olga.page.status, 422);
        olga.fill("Tables in each time slot", "5").press("Work it out");
        assert!(olga.page.text.contains("5 tables instead of 2"), "{}", olga.page.text);
        assert_eq!(rounds::list(app, &access).unwrap().len(), 1);

        rounds::publish(app, &access, 1).unwrap();
        olga.open(&format!("{}/1/what-if", rounds_page(&access)));
        assert!(olga.page.text.contains("works only for drafts"), "{}", olga.page.text);
    });
}
