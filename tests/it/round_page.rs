//! What the page of a round says: bounds that are known, reasons that are true, how fairly the meetings are spread.

use std::collections::BTreeMap;

use rendezvous::app::App;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::round::Round;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::demo;
use rendezvous::services::rounds::settings::{Effort, Pairing, RoundSettings};
use rendezvous::services::rounds::{self, Conflict, EVERY_PAIR_UP_TO, Report, RoundView, Why};
use rendezvous::store;

use super::databases::on_sqlite;
use super::support::app::on_each_database;
use super::support::rounds::{name, organiser, rounds_page};
use super::support::visitor::Visitor;

fn filled(app: &App, people: usize) -> ChangeAccess {
    let demo = demo::fill(app, people, 7).unwrap();
    access::change_as(app, &demo.organiser, demo.slug).unwrap()
}

fn quick() -> RoundSettings {
    RoundSettings { effort: Effort::Quick, ..RoundSettings::default() }
}

fn solved(app: &App, access: &ChangeAccess, settings: &RoundSettings) -> RoundView {
    let round = rounds::run(app, access, settings, Some(1)).unwrap();
    rounds::view(app, access, round.number).unwrap()
}

/// The same round with another report.
fn with_report(app: &App, round: &Round, report: &str) {
    let round = Round { report: report.to_string(), ..round.clone() };
    app.store.write(|db| store::rounds::update(db, &round)).unwrap();
}

/// Each `x of at most y` of a text.
fn beside_bounds(text: &str) -> Vec<(u64, u64)> {
    let number = |digits: String| digits.parse::<u64>().unwrap();
    let is_number = |c: &char| c.is_ascii_digit() || *c == ',';
    let found = text.match_indices(" of at most ").map(|(at, between)| {
        let before: String = text[..at].chars().rev().take_while(is_number).filter(|c| *c != ',').collect();
        let after = text[at + between.len()..].chars().take_while(is_number).filter(|c| *c != ',');
        (number(before.chars().rev().collect()), number(after.collect()))
    });
    found.collect()
}

#[test]
fn while_a_round_is_solved_no_figure_stands_above_a_bound_that_is_not_known_yet() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 120);
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/new", rounds_page(&access)));
        visitor.press("Run the round");
        for _ in 0..20_000 {
            visitor.open(&format!("{}/1", rounds_page(&access)));
            for (reached, bound) in beside_bounds(&visitor.page.text) {
                assert!(reached <= bound, "{reached} of at most {bound} in {}", visitor.page.text);
            }
            if !visitor.page.text.contains("Being calculated") {
                break;
            }
        }
        assert_eq!(beside_bounds(&visitor.page.text).len(), 3, "{}", visitor.page.text);
    });
}

#[test]
fn in_a_round_of_accepted_wishes_whoever_has_none_is_told_so_and_not_that_no_pair_is_allowed() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 60);
        let settings = RoundSettings { pairing: Pairing::AcceptedWishes, ..quick() };
        let view = solved(app, &access, &settings);
        let without = |short: &&rounds::Shortfall| short.why == Why::NoAcceptedWish;
        assert!(view.report.shortfalls.iter().filter(without).count() > 0);
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/1", rounds_page(&access)));
        let text = &visitor.page.text;
        assert!(
            text.contains("This round pairs accepted wishes alone, and nobody has one with them"),
            "{text}"
        );
        assert!(!text.contains("No language in common"), "{text}");
    });
}

#[test]
fn the_page_says_how_many_people_have_so_many_meetings_beside_the_most_who_could() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 60);
        let view = solved(app, &access, &RoundSettings { wished_minimum: 4, ..quick() });
        let mut has: BTreeMap<&ParticipantId, u32> = BTreeMap::new();
        for id in view.meetings.iter().flat_map(|draft| [&draft.a.id, &draft.b.id]) {
            *has.entry(id).or_default() += 1;
        }
        let served = &view.report.served;
        assert!(!served.is_empty() && served.len() <= 4);
        for line in served {
            // Somebody who wants fewer than the line says counts in the lines before.
            let people = has.values().filter(|n| **n >= line.at_least).count() as u64;
            assert!(line.people <= people && line.people <= line.at_most, "{line:?}");
        }
        assert_eq!(served[0].people, has.len() as u64);
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/1", rounds_page(&access)));
        assert!(visitor.page.text.contains("Who has how many"), "{}", visitor.page.text);
        let is_fairest = served.iter().all(|line| line.people == line.at_most);
        assert_eq!(visitor.page.text.contains("No plan spreads the meetings more fairly."), is_fairest);

        let pair = &view.meetings[0].meeting;
        rounds::remove_meeting(app, &access, 1, (&pair.a, &pair.b), None).unwrap();
        let after = rounds::view(app, &access, 1).unwrap();
        for (line, before) in after.report.served.iter().zip(served) {
            assert!(line.people <= before.people && line.people <= line.at_most, "{line:?}");
        }
        solved(app, &access, &RoundSettings { wished_minimum: 0, ..quick() });
        visitor.open(&format!("{}/2", rounds_page(&access)));
        assert!(!visitor.page.text.contains("Who has how many"), "nobody is wished a minimum");
    });
}

#[test]
fn below_the_limit_the_setting_of_candidates_changes_nothing_for_every_pair_is_looked_at() {
    on_sqlite(|app| {
        let access = filled(app, 60);
        let few = solved(app, &access, &RoundSettings { candidates: 5, ..quick() });
        let many = solved(app, &access, &RoundSettings { candidates: 1_000, ..quick() });
        assert_eq!(few.report, many.report);
        assert_eq!(few.report.candidates, None);
    });
}

#[test]
fn a_report_about_candidates_alone_says_so() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 20);
        let view = solved(app, &access, &quick());
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/1", rounds_page(&access)));
        assert!(!visitor.page.text.contains("best candidates"), "{}", visitor.page.text);
        let report = Report { candidates: Some(40), ..view.report };
        with_report(app, &view.round, &serde_json::to_string(&report).unwrap());
        visitor.open(&format!("{}/1", rounds_page(&access)));
        assert!(visitor.page.text.contains("among the 40 best candidates"), "{}", visitor.page.text);
        assert_eq!(EVERY_PAIR_UP_TO, 1_500);
        assert!(visitor.page.text.contains("more than 1,500 people"), "{}", visitor.page.text);
    });
}

#[test]
fn a_minimum_that_some_cannot_reach_together_is_said_with_their_names() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 20);
        let view = solved(app, &access, &quick());
        let people: Vec<ParticipantId> =
            view.meetings.iter().take(1).map(|draft| draft.a.id.clone()).collect();
        let names: Vec<String> = people.iter().map(|id| name(app, id)).collect();
        let conflicts = vec![Conflict::Minimum { people, needs: 9, at_most: 7 }];
        let report = Report { conflicts, ..view.report };
        with_report(app, &view.round, &serde_json::to_string(&report).unwrap());
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/1", rounds_page(&access)));
        let text = &visitor.page.text;
        assert!(text.contains("9 meetings to reach the minimum"), "{text}");
        assert!(text.contains("at most 7 are possible"), "{text}");
        assert!(names.iter().all(|name| text.contains(name)), "{text}");
    });
}

#[test]
fn a_report_that_only_counted_its_pins_is_still_shown() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 20);
        let view = solved(app, &access, &quick());
        let pair = &view.meetings[0].meeting;
        let old = format!(r#"{{"conflict":"pins:2","ignored_pins":[["{}","{}"]]}}"#, pair.a, pair.b);
        with_report(app, &view.round, &old);
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/1", rounds_page(&access)));
        let text = &visitor.page.text;
        assert!(text.contains("cannot be kept together: 2 pinned pairs"), "{text}");
        assert!(text.contains("One pinned pair was left out"), "{text}");
    });
}

#[test]
fn the_plan_is_looked_at_by_slot_and_person_and_whoever_has_too_few_by_reason() {
    on_each_database(|server| {
        let app = &server.app;
        let access = filled(app, 120);
        let view = solved(app, &access, &RoundSettings { wished_minimum: 12, ..quick() });
        let mut visitor = organiser(server, &access);
        let page = format!("{}/1", rounds_page(&access));
        let links = |visitor: &Visitor| -> Vec<String> {
            let opens = |(text, _): &&(String, String)| text.starts_with("Why, and change");
            visitor.page.links.iter().filter(opens).map(|(_, url)| url.clone()).collect()
        };
        visitor.open(&page);
        assert_eq!(links(&visitor).len(), view.meetings.len().min(50));

        let slot = &view.meetings.last().unwrap().meeting.slot;
        let in_slot: Vec<_> = view.meetings.iter().filter(|draft| draft.meeting.slot == *slot).collect();
        visitor.open(&format!("{page}?slot={slot}"));
        assert_eq!(links(&visitor).len(), in_slot.len().min(50));
        // The board shows the same slot, table by table.
        for draft in &in_slot {
            let pair = format!("{} (", draft.a.profile.person.name);
            assert!(visitor.page.html.contains(&pair), "{pair}");
        }
        let ada = &in_slot[0].a;
        visitor.fill("Show the meetings of", &ada.profile.person.name).press("Show");
        assert!(visitor.page.path.contains("slot="), "{}", visitor.page.path);
        let own = |draft: &&&rounds::DraftMeeting| {
            [&draft.a, &draft.b].iter().any(|one| one.profile.person.name == ada.profile.person.name)
        };
        assert_eq!(links(&visitor).len(), in_slot.iter().filter(own).count());

        let mut groups: BTreeMap<_, Vec<&ParticipantId>> = BTreeMap::new();
        for short in &view.report.shortfalls {
            groups.entry(short.why.cause()).or_default().push(&short.participant);
        }
        let people = groups.into_values().max_by_key(Vec::len).unwrap();
        assert!(people.len() > 50, "{}", people.len());
        visitor.open(&page);
        let last = name(app, people[people.len() - 1]);
        visitor.follow("All names");
        visitor.follow("Next page");
        assert!(visitor.page.text.contains(&last), "{last} in {}", visitor.page.text);
    });
}
