//! A match round from settings to the mailbox: drafts, rules, publishing, publishing again, people who leave.

use std::collections::{BTreeMap, BTreeSet};

use rendezvous::app::App;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::mail::MailKind;
use rendezvous::domain::misfit::Accepted;
use rendezvous::domain::round::{PairRule, PairRuleKind, Round, RoundState};
use rendezvous::domain::wish::WishKind;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::registrations;
use rendezvous::services::rounds::settings::{Effort, Pairing, RoundInput, RoundSettings};
use rendezvous::services::rounds::{self, PublishError, RoundView, StartError, StartedBy, WhyOutdated};
use rendezvous::services::{demo, meetings};
use rendezvous::store;
use rendezvous::store::outbox::OutboxFilter;

use super::databases::{app_on_each_database, on_sqlite};

const PEOPLE: usize = 80;

fn filled(app: &App) -> (demo::Demo, ChangeAccess) {
    let demo = demo::fill(app, PEOPLE, 7).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    (demo, access)
}

fn quick() -> RoundSettings {
    RoundSettings { effort: Effort::Quick, ..RoundSettings::default() }
}

fn solved(app: &App, access: &ChangeAccess, settings: &RoundSettings, seed: u64) -> (Round, RoundView) {
    let round = rounds::run(app, access, settings, Some(seed)).unwrap();
    let view = rounds::view(app, access, round.number).unwrap();
    assert_eq!(view.report.failure, None);
    (round, view)
}

/// Mails of a kind by recipient.
fn mails(app: &App, kind: MailKind) -> BTreeMap<String, usize> {
    let all = app.store.read(|db| store::outbox::list(db, &OutboxFilter::default(), 100_000, 0)).unwrap();
    let mut by_recipient = BTreeMap::new();
    for mail in all.into_iter().filter(|mail| mail.kind == kind) {
        *by_recipient.entry(mail.recipient).or_default() += 1;
    }
    by_recipient
}

fn mail_count(app: &App) -> i64 {
    app.store.read(|db| store::outbox::count_found(db, &OutboxFilter::default())).unwrap()
}

fn address(app: &App, id: &ParticipantId) -> String {
    let participant = app.store.read(|db| store::participants::get(db, id)).unwrap();
    participant.profile.person.email.unwrap().as_str().to_string()
}

#[test]
fn a_draft_keeps_every_rule_and_its_reasons_sum_to_the_weight() {
    app_on_each_database(|app| {
        let (_, access) = filled(app);
        let (round, view) = solved(app, &access, &quick(), 1);
        assert_eq!(round.state, RoundState::Draft);
        assert!(view.meetings.len() > PEOPLE, "{} meetings", view.meetings.len());
        let (mut seats, mut tables, mut pairs) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for draft in &view.meetings {
            let meeting = &draft.meeting;
            let slot = view.programme.slots.iter().find(|slot| slot.id == meeting.slot).unwrap();
            for person in [&draft.a, &draft.b] {
                let availability = person.profile.availability(&view.event, &view.programme);
                assert!(availability.is_free_in(slot), "somebody is away");
                assert!(seats.insert((person.id.clone(), meeting.slot.clone())), "somebody sits twice");
            }
            assert!(tables.insert((meeting.slot.clone(), meeting.table)), "a table is taken twice");
            assert!(pairs.insert((meeting.a.clone(), meeting.b.clone())), "a pair meets twice");
            assert_ne!(draft.a.profile.person.organisation, draft.b.profile.person.organisation);
            let sum: i32 = meeting.terms.iter().map(|term| term.points).sum();
            assert_eq!(i64::from(sum), i64::from(meeting.weight));
        }
        let figures = &view.report.figures;
        assert_eq!(figures.meetings as usize, view.meetings.len());
        assert!(figures.mutual <= figures.mutual_bound && figures.goals_filled <= figures.goals_bound);
        assert_eq!(figures.people_by_meetings.iter().sum::<u64>(), figures.people);
    });
}

#[test]
fn the_same_settings_people_and_seed_give_the_same_round_on_either_database() {
    let results = parking_lot::Mutex::new(Vec::new());
    app_on_each_database(|app| {
        let (_, access) = filled(app);
        for _ in 0..2 {
            let (_, view) = solved(app, &access, &quick(), 5);
            let plan: Vec<_> = view.meetings.iter().map(|draft| draft.meeting.clone()).collect();
            results.lock().push(plan);
        }
    });
    let results = results.into_inner();
    for plan in &results {
        assert!(*plan == results[0], "a plan differs");
    }
}

#[test]
fn publishing_mails_everyone_with_a_plan_once_and_publishing_the_same_again_mails_nobody() {
    app_on_each_database(|app| {
        let (_, access) = filled(app);
        let (round, view) = solved(app, &access, &quick(), 1);
        let with_meetings: BTreeSet<String> = view
            .meetings
            .iter()
            .flat_map(|draft| [&draft.a, &draft.b])
            .filter_map(|person| person.profile.person.email.as_ref())
            .map(|email| email.as_str().to_string())
            .collect();
        let published = rounds::publish(app, &access, round.number).unwrap();
        assert_eq!(published.added, view.meetings.len());
        let schedules = mails(app, MailKind::Schedule);
        assert_eq!(schedules.keys().cloned().collect::<BTreeSet<_>>(), with_meetings);
        assert!(schedules.values().all(|n| *n == 1), "one mail with all slots each");
        let invitations: usize = mails(app, MailKind::Invitation).values().sum();
        assert_eq!(invitations, 0, "its file holds every meeting");

        let before = mail_count(app);
        let (again, _) = solved(app, &access, &quick(), 1);
        let published = rounds::publish(app, &access, again.number).unwrap();
        assert_eq!((published.added, published.moved, published.cancelled, published.mailed), (0, 0, 0, 0));
        assert_eq!(mail_count(app), before);
        assert!(matches!(rounds::publish(app, &access, again.number), Err(PublishError::NoDraft)));
    });
}

#[test]
fn publishing_another_plan_mails_exactly_those_whose_plan_changed_and_raises_sequences() {
    app_on_each_database(|app| {
        let (_, access) = filled(app);
        let (first, view) = solved(app, &access, &quick(), 1);
        rounds::publish(app, &access, first.number).unwrap();
        let planned = |app: &App| {
            let meetings =
                app.store.read(|db| store::meetings::list_planned(db, &access.event().id)).unwrap();
            meetings
                .into_iter()
                .map(|meeting| ((meeting.a.clone(), meeting.b.clone()), meeting))
                .collect::<BTreeMap<_, _>>()
        };
        let before = planned(app);
        let dropped = view.meetings[0].meeting.clone();
        let rule = PairRule {
            a: dropped.a.clone(),
            b: dropped.b.clone(),
            kind: PairRuleKind::Forbid,
            slot: None,
            table: None,
        };
        let accepted = Accepted::these([&before[&(dropped.a.clone(), dropped.b.clone())].id]);
        rounds::set_pair_rule(app, &access, (&dropped.a, &dropped.b), Some(rule), &accepted).unwrap();
        let (second, _) = solved(app, &access, &quick(), 2);
        rounds::publish(app, &access, second.number).unwrap();
        let after = planned(app);
        assert!(!after.contains_key(&(dropped.a.clone(), dropped.b.clone())));
        let mut changed = BTreeSet::new();
        for (pair, meeting) in &before {
            match after.get(pair) {
                Some(same) if (&same.slot, same.table) == (&meeting.slot, meeting.table) => {
                    assert_eq!((&same.id, same.sequence), (&meeting.id, meeting.sequence));
                }
                Some(moved) => {
                    assert_eq!((&moved.id, moved.sequence), (&meeting.id, meeting.sequence + 1));
                    changed.extend([pair.0.clone(), pair.1.clone()]);
                }
                None => changed.extend([pair.0.clone(), pair.1.clone()]),
            }
        }
        for pair in after.keys().filter(|pair| !before.contains_key(*pair)) {
            changed.extend([pair.0.clone(), pair.1.clone()]);
        }
        let told: BTreeSet<String> = mails(app, MailKind::ScheduleChanged).into_keys().collect();
        let first_time: BTreeSet<String> = mails(app, MailKind::Schedule)
            .into_iter()
            .filter(|(_, n)| *n > 1)
            .map(|(recipient, _)| recipient)
            .collect();
        assert!(first_time.is_empty(), "nobody is told twice that this is their first plan");
        let had: BTreeSet<&ParticipantId> = before.keys().flat_map(|(a, b)| [a, b]).collect();
        let expected: BTreeSet<String> =
            changed.iter().filter(|id| had.contains(id)).map(|id| address(app, id)).collect();
        assert_eq!(told, expected);
    });
}

#[test]
fn whoever_cancels_frees_their_partners_who_are_mailed_and_nobody_else() {
    app_on_each_database(|app| {
        let (_, access) = filled(app);
        let (round, view) = solved(app, &access, &quick(), 1);
        rounds::publish(app, &access, round.number).unwrap();
        let leaver = view.meetings[0].a.id.clone();
        let partners: BTreeSet<String> = meetings::schedule_of(app, &leaver)
            .unwrap()
            .iter()
            .filter_map(|mine| mine.partner.profile.person.email.as_ref())
            .map(|email| email.as_str().to_string())
            .collect();
        assert!(!partners.is_empty());
        registrations::cancel(app, &access::own_as_operator(app, &leaver).unwrap()).unwrap();
        assert!(meetings::schedule_of(app, &leaver).unwrap().is_empty());
        let own = address(app, &leaver);
        assert!(mails(app, MailKind::Cancelled).keys().eq([&own]));
        let told = mails(app, MailKind::ScheduleChanged);
        assert!(told.values().all(|n| *n == 1), "one mail each: {told:?}");
        let mut told: BTreeSet<String> = told.into_keys().collect();
        assert!(told.remove(&own), "the calendar of who leaves is tidied too");
        assert_eq!(told, partners);
        assert!(mails(app, MailKind::MeetingCancelled).is_empty(), "nobody was invited to a single meeting");
    });
}

#[test]
fn a_pinned_pair_meets_where_it_is_pinned_and_a_forbidden_one_never() {
    app_on_each_database(|app| {
        let (_, access) = filled(app);
        let (_, view) = solved(app, &access, &quick(), 1);
        let pinned = view.meetings[3].meeting.clone();
        let forbidden = view.meetings[7].meeting.clone();
        let keep = |pair: (&ParticipantId, &ParticipantId), kind, slot, table| {
            let rule = PairRule { a: pair.0.clone(), b: pair.1.clone(), kind, slot, table };
            rounds::set_pair_rule(app, &access, pair, Some(rule), &Accepted::default()).unwrap();
        };
        keep((&pinned.b, &pinned.a), PairRuleKind::Pin, Some(pinned.slot.clone()), pinned.table);
        keep((&forbidden.a, &forbidden.b), PairRuleKind::Forbid, None, None);
        for seed in [2, 3] {
            let (_, view) = solved(app, &access, &quick(), seed);
            let found = view.meetings.iter().map(|draft| &draft.meeting);
            let there = found.clone().find(|meeting| meeting.a == pinned.a && meeting.b == pinned.b).unwrap();
            assert_eq!((&there.slot, there.table), (&pinned.slot, pinned.table));
            assert!(!found.clone().any(|meeting| meeting.a == forbidden.a && meeting.b == forbidden.b));
        }
    });
}

#[test]
fn a_round_of_accepted_wishes_pairs_nobody_else() {
    app_on_each_database(|app| {
        let (_, access) = filled(app);
        let settings = RoundSettings { pairing: Pairing::AcceptedWishes, ..quick() };
        let (_, view) = solved(app, &access, &settings, 1);
        let wishes = app.store.read(|db| store::wishes::list_all(db, &access.event().id)).unwrap();
        let wished = |from: &ParticipantId, to: &ParticipantId| {
            wishes.iter().any(|w| w.kind == WishKind::Wish && w.from == *from && w.to == *to)
        };
        assert!(!view.meetings.is_empty());
        for draft in &view.meetings {
            let (a, b) = (&draft.meeting.a, &draft.meeting.b);
            assert!(wished(a, b) && wished(b, a), "{} and {}", draft.a.id, draft.b.id);
        }
        let figures = &view.report.figures;
        assert_eq!(figures.mutual, figures.meetings);
        let (_, with_others) = solved(app, &access, &quick(), 1);
        assert_eq!(figures.mutual, with_others.report.figures.mutual, "as many as any round can");
    });
}

#[test]
fn only_one_round_is_solved_at_a_time_and_a_stopped_one_is_finished_later() {
    app_on_each_database(|app| {
        let (_, access) = filled(app);
        let running = rounds::start(app, &access, &quick(), Some(1), StartedBy::Page).unwrap();
        let second = rounds::start(app, &access, &quick(), Some(1), StartedBy::Page);
        assert!(matches!(second, Err(StartError::AlreadyRunning(1))));
        rounds::wait_for(app, &access, running.number).unwrap();
        let view = rounds::view(app, &access, running.number).unwrap();
        assert_eq!(view.round.state, RoundState::Draft);
        assert!(!view.meetings.is_empty());
    });
}

#[test]
fn a_draft_that_has_become_impossible_is_refused_with_the_pair_named() {
    app_on_each_database(|app| {
        let (_, access) = filled(app);
        let (round, view) = solved(app, &access, &quick(), 1);
        let meeting = view.meetings[0].meeting.clone();
        app.store
            .write(|db| {
                let mut person = store::participants::get(db, &meeting.a)?;
                person.profile.attendance.blocks.clear();
                store::participants::update(db, &person)
            })
            .unwrap();
        match rounds::publish(app, &access, round.number) {
            Err(PublishError::Outdated(found)) => {
                assert!(found.iter().any(|one| one.a == meeting.a && one.b == meeting.b));
                let who = meeting.a.clone();
                assert!(found.iter().all(|one| one.why == WhyOutdated::Away { who: who.clone() }));
            }
            other => panic!("{other:?}"),
        }
        assert!(mails(app, MailKind::Schedule).is_empty());
    });
}

#[test]
fn a_meeting_moved_by_hand_moves_only_where_both_are_free_and_a_table_is() {
    on_sqlite(|app| {
        let (_, access) = filled(app);
        let (round, view) = solved(app, &access, &quick(), 1);
        let first = view.meetings[0].meeting.clone();
        let taken = view
            .meetings
            .iter()
            .map(|draft| &draft.meeting)
            .find(|other| other.slot != first.slot && ![&other.a, &other.b].contains(&&first.a))
            .unwrap()
            .clone();
        let pair = (&first.a, &first.b);
        let onto_taken =
            rounds::move_meeting(app, &access, round.number, pair, None, (&taken.slot, taken.table));
        assert!(onto_taken.is_err(), "somebody sits there, or somebody is away");
        let beyond =
            rounds::move_meeting(app, &access, round.number, pair, None, (&first.slot, Some(100_000)));
        assert!(beyond.is_err(), "no such table");
        rounds::remove_meeting(app, &access, round.number, pair, None).unwrap();
        let after = rounds::view(app, &access, round.number).unwrap();
        assert_eq!(after.meetings.len(), view.meetings.len() - 1);
        assert!(after.report.changed_by_hand);
        assert_eq!(after.report.figures.meetings, view.report.figures.meetings - 1);
        assert!(after.report.figures.open().unwrap().points >= view.report.figures.open().unwrap().points);
    });
}

#[test]
fn settings_out_of_range_are_refused_field_by_field() {
    let typed = RoundInput {
        wished_minimum: "-1".into(),
        most_meetings: "many".into(),
        candidates: "4".into(),
        quota_percent: "101".into(),
        other_quota_percent: "0".into(),
        coverage: "11".into(),
        effort: "endless".into(),
        ..RoundInput::from_settings(&RoundSettings::default(), None)
    };
    let problems = typed.parse().unwrap_err();
    let fields = [
        "wished_minimum",
        "most_meetings",
        "candidates",
        "quota_percent",
        "other_quota_percent",
        "coverage",
        "effort",
    ];
    for field in fields {
        assert!(problems.at(field).is_some(), "{field}");
    }
    let (settings, seed) = RoundInput::from_settings(&RoundSettings::default(), Some(9)).parse().unwrap();
    assert_eq!((settings.most_meetings, seed), (RoundSettings::default().most_meetings, Some(9)));
}

#[test]
fn a_round_stopped_while_it_is_solved_keeps_a_valid_draft_and_says_so() {
    on_sqlite(|app| {
        let demo = demo::fill(app, 250, 7).unwrap();
        let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
        let settings = RoundSettings { effort: Effort::Thorough, ..RoundSettings::default() };
        let round = rounds::start(app, &access, &settings, Some(1), StartedBy::Command).unwrap();
        std::thread::scope(|threads| {
            let solving = threads.spawn(|| rounds::wait_for(app, &access, round.number).unwrap());
            let is_seen = || rounds::view(app, &access, round.number).unwrap().progress.is_some();
            while !is_seen() && !solving.is_finished() {
                std::thread::yield_now();
            }
            rounds::stop(app, &access, round.number).unwrap();
            solving.join().unwrap();
        });
        let view = rounds::view(app, &access, round.number).unwrap();
        assert_eq!(view.round.state, RoundState::Draft);
        assert!(view.report.stopped || view.report.proven, "stopped, unless it was proved the best before");
        assert!(view.report.figures.mutual <= view.report.figures.mutual_bound);
        assert!(view.progress.is_none() && !view.is_stopping, "nobody works on it any more");
        rounds::publish(app, &access, round.number).unwrap();
    });
}
