//! What a round says of itself is true: who is in no slot comes first, each level stands in its own unit, the true cause is said
//! before names and what would mend it does mend it; drafts can be told apart and made again.

use rendezvous::app::App;
use rendezvous::domain::account::Role;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::participant::Participant;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::demo;
use rendezvous::services::rounds::settings::{Effort, QuotaOf, RoundSettings};
use rendezvous::services::rounds::{self, Barrier, Cause, Remedy, RoundView};
use rendezvous::store::{self, Db};

use super::databases::on_sqlite;
use super::support::app::{TestApp, on_each_database};
use super::support::organisers::with_role;
use super::support::page::Kind;
use super::support::rounds::{name, no_longer_comes, opens_the_latest, organiser, rounds_page, set_tables};
use super::support::visitor::Visitor;

/// The demo's event and its registered people.
pub(super) fn filled(app: &App, people: usize) -> (ChangeAccess, Vec<ParticipantId>) {
    let demo = demo::fill(app, people, 7).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    (access, demo.registered)
}

pub(super) fn quick() -> RoundSettings {
    RoundSettings { effort: Effort::Quick, ..RoundSettings::default() }
}

pub(super) fn solved(app: &App, access: &ChangeAccess, settings: &RoundSettings) -> RoundView {
    let round = rounds::run(app, access, settings, Some(1)).unwrap();
    let view = rounds::view(app, access, round.number).unwrap();
    assert_eq!(view.report.failure, None);
    view
}

/// Changes what is stored of somebody.
pub(super) fn change(app: &App, id: &ParticipantId, with: impl Fn(&mut Participant)) {
    let stored = |db: &mut Db| {
        let mut person = store::participants::get(db, id)?;
        with(&mut person);
        store::participants::update(db, &person)
    };
    app.store.write(stored).unwrap();
}

#[test]
fn a_round_over_people_in_no_slot_asks_first_says_so_first_and_offers_the_way_out() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = filled(app, 30);
        let (nowhere, others) = people.split_at(12);
        nowhere.iter().for_each(|id| no_longer_comes(app, id));
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/new", rounds_page(&access)));
        assert!(visitor.page.text.contains("12 people are in no meeting slot"), "{}", visitor.page.text);
        visitor.press("Run the round");
        assert_eq!(visitor.page.status, 422);
        let asked = "Choose what to do about the 12 people who are in no meeting slot.";
        assert!(visitor.page.text.contains(asked), "{}", visitor.page.text);
        assert_eq!(rounds::list(app, &access).unwrap().len(), 0, "nothing began before the answer");

        visitor.tick("Leave them out of this round").press("Run the round");
        opens_the_latest(&mut visitor, app, &access);
        let text = visitor.page.text.clone();
        let told = text.find("12 people are in no meeting slot at all.").unwrap();
        for later in ["people have", "What counts, in this order", "Proved", "Publish all the same"] {
            assert!(text.find(later).is_none_or(|at| at > told), "{later} in {text}");
        }
        assert!(text.contains(&name(app, &nowhere[0])), "{text}");
        let links: Vec<&str> = visitor.page.links.iter().map(|(label, _)| label.as_str()).collect();
        assert!(links.contains(&"Publish all the same …") && !links.contains(&"Publish this round"));
        let view = rounds::view(app, &access, 1).unwrap();
        assert_eq!(view.report.nowhere.len(), 12);
        let short: Vec<&ParticipantId> = view.report.shortfalls.iter().map(|s| &s.participant).collect();
        assert!(nowhere.iter().filter(|id| wants_meetings(app, id)).all(|id| short.contains(&id)));
        assert_eq!(view.report.figures.people_below, short.len() as u64);
        visitor.follow("Publish all the same …");
        assert!(visitor.page.text.contains("12 people are in no meeting slot"), "{}", visitor.page.text);

        visitor.open(&format!("{}/new", rounds_page(&access)));
        visitor.tick("Put them into all meeting blocks first").press("Run the round");
        opens_the_latest(&mut visitor, app, &access);
        assert!(!visitor.page.text.contains("no meeting slot"), "{}", visitor.page.text);
        let view = rounds::view(app, &access, 2).unwrap();
        let meets = |id: &&ParticipantId| view.meetings.iter().any(|m| m.a.id == **id || m.b.id == **id);
        assert!(nowhere.iter().filter(meets).count() > 6, "they have meetings now");
        let log = app.store.read(|db| store::log::list(db, &access.event().id, None, 1_000)).unwrap();
        let noted = log.iter().filter(|entry| entry.action == "participant.changed_attendance");
        assert_eq!(noted.count(), 12);
        assert!(!others.is_empty());
    });
}

fn wants_meetings(app: &App, id: &ParticipantId) -> bool {
    let person = app.store.read(|db| store::participants::get(db, id)).unwrap();
    person.profile.attendance.max_meetings > 0
}

#[test]
fn a_meeting_taken_out_by_hand_is_two_of_the_minimum_and_its_points_and_no_share_of_everything() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, _) = filled(app, 60);
        let before = solved(app, &access, &RoundSettings { wished_minimum: 4, ..quick() });
        let open = before.report.figures.open().unwrap();
        let meetings_of = |id: &ParticipantId| {
            before.meetings.iter().filter(|draft| draft.a.id == *id || draft.b.id == *id).count()
        };
        let wished =
            |draft: &rounds::DraftMeeting| draft.meeting.terms.iter().any(|t| t.term == "mutual_wish");
        let is_needed = |id: &ParticipantId| meetings_of(id) <= 4;
        let taken = before
            .meetings
            .iter()
            .find(|draft| !wished(draft) && is_needed(&draft.a.id) && is_needed(&draft.b.id));
        let taken = &taken.unwrap().meeting;
        rounds::remove_meeting(app, &access, 1, (&taken.a, &taken.b), None).unwrap();
        let after = rounds::view(app, &access, 1).unwrap().report.figures;
        let left = after.open().unwrap();
        assert_eq!((left.mutual, left.goals), (open.mutual, open.goals + 2));
        assert_eq!(left.points, open.points + u64::from(taken.weight));
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/1", rounds_page(&access)));
        let text = visitor.page.text.clone();
        let most = thousands(after.score + left.points);
        assert!(text.contains(&format!("{} of at most {most} points", thousands(after.score))), "{text}");
        assert!(text.contains(&format!("{} are open: not proved", left.goals)), "{text}");
        let part = left.of_score(after.score) / 10;
        assert!(
            text.contains(&format!("{} open, {}.{:02} %", thousands(left.points), part / 100, part % 100)),
            "{text}"
        );
        visitor.open(&rounds_page(&access));
        let listed = format!("{}.{:02} %", part / 100, part % 100);
        assert!(visitor.page.text.contains(&listed), "{listed} in {}", visitor.page.text);
    });
}

fn thousands(n: u64) -> String {
    if n < 1_000 { n.to_string() } else { format!("{},{:03}", n / 1_000, n % 1_000) }
}

#[test]
fn where_tables_lack_their_number_is_said_before_any_name_and_the_number_that_would_do_does() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, _) = filled(app, 40);
        set_tables(app, &access, 2);
        let view = solved(app, &access, &quick());
        let report = &view.report;
        let room = report.room.as_ref().unwrap();
        assert!(room.is_short() && room.tables == Some(2), "{room:?}");
        assert_eq!(report.figures.meetings, room.places, "every table is taken: {room:?}");
        let Some(Remedy::Tables { tables, is_least: true, below }) = report.remedies.first().cloned() else {
            panic!("{:?}", report.remedies)
        };
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/1", rounds_page(&access)));
        let text = visitor.page.text.clone();
        assert!(text.contains("Why: there are too few tables"), "{text}");
        let sum = format!("2 tables × {} slots = {} meetings", room.slots, room.places);
        assert!(text.contains(&sum), "{sum} in {text}");
        assert!(text.contains(&format!("You need {}", room.needed)), "{text}");
        assert!(text.contains(&format!("With {tables} tables")), "{text}");
        let cause = text.find("Why: there are too few tables").unwrap();
        let named = view.report.shortfalls.iter().map(|short| name(app, &short.participant));
        assert!(named.into_iter().all(|name| text.find(&name).is_none_or(|at| at > cause)), "{text}");
        assert_eq!(
            text.matches("all tables are taken in the slots that are left").count(),
            {
                let full = |short: &&rounds::Shortfall| short.why.cause() == Cause::TablesFull;
                report.shortfalls.iter().filter(full).count().min(10)
            },
            "once a person, of whom ten are named at first: {text}"
        );

        set_tables(app, &access, tables);
        assert_eq!(solved(app, &access, &quick()).report.figures.people_below, below);
        set_tables(app, &access, tables - 1);
        let fewer = solved(app, &access, &quick()).report;
        assert!(fewer.figures.people_below > below, "one table fewer does not do as well");
    });
}

#[test]
fn of_one_organisation_nobody_meets_and_that_is_the_cause_that_is_said() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = filled(app, 12);
        for id in &people {
            change(app, id, |person| person.profile.person.organisation = "Same GmbH".to_string());
        }
        let report = solved(app, &access, &quick()).report;
        assert_eq!(report.figures.people_below as usize, report.shortfalls.len());
        assert!(report.figures.people_below >= people.len() as u64 - 2, "all but those who want none");
        let cause = Cause::FewPartners(Some(Barrier::SameOrganisation));
        assert!(report.shortfalls.iter().any(|short| short.why.cause() == cause));
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/1", rounds_page(&access)));
        let text = &visitor.page.text;
        assert!(text.contains("Why: all of one organisation"), "{text}");
        assert!(!text.contains("No language in common"), "{text}");
    });
}

#[test]
fn a_language_that_nobody_else_speaks_and_a_quota_in_the_way_are_named_as_causes() {
    on_sqlite(|app| {
        let (access, people) = filled(app, 30);
        change(app, &people[0], |person| person.profile.person.languages = vec!["mt".to_string()]);
        let alone = solved(app, &access, &quick()).report;
        let own = alone.shortfalls.iter().find(|short| short.participant == people[0]).unwrap();
        assert_eq!(own.why.cause(), Cause::FewPartners(Some(Barrier::NoSharedLanguage)), "{own:?}");

        for id in &people[1..] {
            change(app, id, |person| person.profile.person.country = "DE".to_string());
        }
        change(app, &people[1], |person| person.profile.person.country = "FR".to_string());
        change(app, &people[0], |person| person.profile.person.country = "FR".to_string());
        let settings = RoundSettings { quota_percent: Some(90), quota_of: QuotaOf::Countries, ..quick() };
        let kept = solved(app, &access, &settings).report;
        let freed = kept.remedies.iter().find_map(|remedy| match remedy {
            Remedy::NoQuota { below } => Some(*below),
            _ => None,
        });
        assert!(freed.is_some_and(|below| below < kept.figures.people_below), "{:?}", kept.remedies);
        assert!(kept.shortfalls.iter().any(|short| short.why.cause() == Cause::Quota));
    });
}

#[test]
fn drafts_show_how_they_were_made_and_are_made_again_and_stand_side_by_side() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, _) = filled(app, 40);
        solved(app, &access, &quick());
        let settings =
            RoundSettings { wished_minimum: 5, weights: [("near_topic".to_string(), 77)].into(), ..quick() };
        let second = rounds::run(app, &access, &settings, Some(424_242)).unwrap();
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/2", rounds_page(&access)));
        let text = visitor.page.text.clone();
        for said in [
            "at least 5, at most 8 meetings each",
            "a language in common",
            "Related topics 77 (usual",
            "424242",
        ] {
            assert!(text.contains(said), "{said} in {text}");
        }
        assert!(!text.contains("0 of them"), "{text}");
        visitor.follow("New round with these settings and this seed");
        visitor.press("Run the round");
        opens_the_latest(&mut visitor, app, &access);
        let plan = |number: u32| -> Vec<_> {
            let view = rounds::view(app, &access, number).unwrap();
            view.meetings.into_iter().map(|draft| draft.meeting).collect()
        };
        assert_eq!(plan(second.number), plan(3), "the same settings, people and seed");

        visitor.open(&rounds_page(&access));
        let text = &visitor.page.text;
        assert!(
            text.contains("seed 424242") && text.contains("at least 3, at most 8 meetings each"),
            "{text}"
        );
        visitor.tick("Compare round 1").tick("Compare round 2").press("Compare the ticked rounds");
        let text = &visitor.page.text;
        assert!(text.contains("Rounds side by side") && text.contains("Differs: Seed1424242"), "{text}");
        assert!(text.contains("From Round 1 to Round 2."), "{text}");
        visitor.open(&rounds_page(&access));
        visitor.press("Compare the ticked rounds");
        assert!(visitor.page.text.contains("Tick at least two rounds"), "{}", visitor.page.text);
    });
}

/// Two have the page of one meeting open: whoever comes second is told where it is now, and nothing is moved.
fn moves_what_another_has_moved(server: &TestApp, access: &ChangeAccess, first: &mut Visitor) {
    let mut second = with_role(server, "otto@example.org", &access.event().id, Role::Organiser);
    let page = first.page.path.clone();
    let moves = |visitor: &mut Visitor| {
        visitor.open(&page);
        let time = visitor.page.field("Time").clone();
        let Kind::Choice(entries) = time.kind else { panic!("no choice of times") };
        let (other, _) = entries.into_iter().find(|(_, value)| *value != time.value).unwrap();
        visitor.choose("Time", &other).press("Move the meeting");
    };
    let moved = rounds::view(&server.app, access, 1).unwrap().meetings;
    for button in ["Move the meeting", "Take it out of the draft"] {
        second.open(&page);
        moves(first);
        let between = rounds::view(&server.app, access, 1).unwrap().meetings;
        second.press(button);
        assert_eq!(second.page.status, 409);
        let told = &second.page.html;
        assert!(told.contains("Somebody else has moved this meeting"), "{button}: {told}");
        let after = rounds::view(&server.app, access, 1).unwrap().meetings;
        let spots = |meetings: &[rounds::DraftMeeting]| -> Vec<_> {
            meetings.iter().map(|one| (one.meeting.slot.clone(), one.meeting.table)).collect()
        };
        assert_eq!(spots(&after), spots(&between));
        assert_eq!(after.len(), moved.len());
    }
}

#[test]
fn only_times_that_work_are_offered_for_a_move_and_throwing_a_draft_away_asks() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, _) = filled(app, 30);
        let view = solved(app, &access, &quick());
        // The plan uses every table there was.
        set_tables(app, &access, 12);
        let mut visitor = organiser(server, &access);
        let mut moved = false;
        for draft in view.meetings.iter().take(6) {
            let current = rounds::view(app, &access, 1).unwrap();
            let same = |other: &&rounds::DraftMeeting| {
                (&other.meeting.a, &other.meeting.b) == (&draft.meeting.a, &draft.meeting.b)
            };
            let now = current.meetings.iter().find(same).unwrap();
            for place in rounds::free_places(app, &current, now) {
                assert!(place.slot == now.meeting.slot || !place.tables.is_empty());
                let pair = (&draft.meeting.a, &draft.meeting.b);
                rounds::move_meeting(app, &access, 1, pair, None, (&place.slot, None)).unwrap();
                let after = rounds::view(app, &access, 1).unwrap();
                let before_gaps = current.report.figures.idle_gaps as i64;
                assert_eq!(after.report.figures.idle_gaps as i64 - before_gaps, place.more_gaps);
                let back = (&now.meeting.slot, now.meeting.table);
                rounds::move_meeting(app, &access, 1, pair, None, back).unwrap();
                moved |= place.slot != now.meeting.slot;
            }
        }
        assert!(moved, "some meeting can go elsewhere");
        let view = rounds::view(app, &access, 1).unwrap();
        let can_go = |draft: &&rounds::DraftMeeting| {
            let places = rounds::free_places(app, &view, draft);
            places.iter().any(|place| place.slot != draft.meeting.slot)
        };
        let movable = &view.meetings.iter().find(can_go).unwrap().meeting;
        let (a, b) = (&movable.a, &movable.b);
        visitor.open(&format!("{}/1/meeting?a={a}&b={b}", rounds_page(&access)));
        assert!(visitor.page.text.contains("Only times at which both are there and free"));
        moves_what_another_has_moved(server, &access, &mut visitor);
        visitor.open(&format!("{}/1", rounds_page(&access)));
        visitor.follow("Throw this draft away");
        assert!(visitor.page.text.contains("It was changed by hand."), "{}", visitor.page.text);
        assert_eq!(rounds::view(app, &access, 1).unwrap().meetings.len(), view.meetings.len());
        visitor.press("Throw it away");
        assert!(visitor.page.text.contains("You can restore it for 24 hours"), "{}", visitor.page.text);
        visitor.open(&format!("{}/1/discard", rounds_page(&access)));
        assert!(
            visitor.page.path.ends_with("/rounds/1"),
            "what is gone is not asked about: {}",
            visitor.page.path
        );
    });
}
