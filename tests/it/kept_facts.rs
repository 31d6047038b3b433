//! What is kept in memory of an event is never older than what the database holds: whoever changed it, on whichever server, or
//! by hand.

use chrono::Duration;
use diesel::connection::SimpleConnection;
use rendezvous::app::App;
use rendezvous::domain::ids::{EventId, ParticipantId};
use rendezvous::domain::lang::Lang;
use rendezvous::domain::misfit::Accepted;
use rendezvous::domain::round::{PairRule, PairRuleKind};
use rendezvous::domain::wish::WishKind;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::directory::{self, DirectoryFilter, Order};
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::wishes::{self, WishInput};
use rendezvous::services::{demo, erasure, my_event, registrations, rounds, schedule};
use rendezvous::startup;
use rendezvous::store::{self, event_versions, participants};

use crate::support::app::{config, on_each_database, on_two_servers, world};
use crate::support::database::Folder;

/// People of the event.
const PEOPLE: usize = 24;
/// Changes that are made one after the other.
const STEPS: usize = 26;

/// Lots that a number decides (Marsaglia's xorshift).
struct Lots(u64);

impl Lots {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

fn registered(app: &App, event: &EventId) -> Vec<ParticipantId> {
    let all = app.store.read(|db| participants::list_in_states(db, event, &["registered"])).unwrap();
    all.into_iter().map(|one| one.id).collect()
}

fn by_hand(app: &App, sql: &str) {
    app.store.write(|db| db.batch_execute(sql).map_err(store::StoreError::from)).unwrap();
}

/// Everything that three of the people are shown of the others.
fn shown(app: &App, event: &EventId, lots: &[usize]) -> String {
    let people = registered(app, event);
    let mut told = String::new();
    for lot in lots {
        let who = &people[lot % people.len()];
        for (order, search) in [(Order::Fit, ""), (Order::Name, ""), (Order::Organisation, "a")] {
            let filter = DirectoryFilter { search: search.to_string(), ..DirectoryFilter::default() };
            let found = directory::directory(app, who, &filter, (order, Lang::En), (1, 100)).unwrap();
            told += &format!("{found:#?}");
        }
        let mine = my_event::of(app, access::own_as_operator(app, who).unwrap()).unwrap();
        told += &format!("{:#?}", schedule::view(app, &mine).unwrap());
        let other = &people[(lot + 1) % people.len()];
        told += &format!("{:#?}", directory::person(app, who, other).unwrap());
        told += &format!("{:#?}", schedule::common_slots(app, &mine, other).unwrap());
    }
    told
}

/// One change of the many that can be made, by the services, or in the database by hand.
fn change(app: &App, access: &ChangeAccess, lots: &mut Lots) -> String {
    let event = access.event().id.clone();
    let people = registered(app, &event);
    let (one, other) = (&people[lots.below(people.len())], &people[lots.below(people.len())]);
    let own = || access::own_as_operator(app, one).unwrap();
    let planned = || app.store.read(|db| store::meetings::list_planned_of(db, one)).unwrap();
    // Whoever has meetings with them is asked about it: then it is not done, which is a history too.
    let all_the_same = Accepted::default();
    let what = lots.below(15);
    match what {
        0 | 1 if one != other => {
            let kind = if what == 0 { WishKind::Wish } else { WishKind::Block };
            let _asked_first = wishes::put(app, &own(), other, &WishInput::plain(kind), &all_the_same);
        }
        2 => wishes::remove(app, &own(), other).unwrap(),
        3 => registrations::cancel(app, &own()).unwrap(),
        4 => {
            erasure::erase(app, &own()).unwrap();
        }
        5 if one != other => {
            let rule = forbid(one, other);
            let pair = (&rule.a, &rule.b);
            let _asked_first = rounds::set_pair_rule(app, access, pair, Some(rule.clone()), &all_the_same);
        }
        6 => {
            let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
            let round = rounds::run(app, access, &quick, Some(1)).unwrap();
            // What was changed by hand before may stand in its way.
            let _published = rounds::publish(app, access, round.number);
        }
        7 => app
            .store
            .write(|db| {
                let mut person = participants::get(db, one)?;
                person.profile.person.organisation += " & Söhne";
                person.profile.attendance.max_meetings = 2;
                participants::update(db, &person)
            })
            .unwrap(),
        8 => by_hand(app, &format!("UPDATE participants SET listed = NOT listed WHERE id = '{one}'")),
        9 => by_hand(app, &format!("DELETE FROM attended_blocks WHERE participant_id = '{one}'")),
        10 => by_hand(app, &format!("UPDATE interests SET text = 'Photonik' WHERE participant_id = '{one}'")),
        11 => by_hand(app, &format!("DELETE FROM interests WHERE participant_id = '{one}'")),
        12 => by_hand(
            app,
            &format!("UPDATE registrations SET state = 'cancelled' WHERE participant_id = '{one}'"),
        ),
        13 => by_hand(app, "UPDATE events SET same_country = NOT same_country"),
        _ => {
            if let Some(meeting) = planned().first() {
                by_hand(app, &format!("UPDATE meetings SET state = 'cancelled' WHERE id = '{}'", meeting.id));
            }
        }
    }
    format!("{what} {one} {other}")
}

/// Another program on the same database, which knows nothing yet.
fn another(app: &App) -> App {
    let folder = Folder::new();
    let config = config(app.config.listen, app.config.database.clone(), &folder);
    startup::open(config, world()).unwrap()
}

/// After each of many changes, what a server shows that has kept what it read before, beside one that reads for the first time.
fn compares(app: &App, other: &App, seed: u64) {
    let demo = demo::fill(app, PEOPLE, seed).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    let event = access.event().id.clone();
    let mut lots = Lots(seed);
    for step in 0..STEPS {
        let readers = [lots.below(1000), lots.below(1000)];
        let before = shown(app, &event, &readers);
        assert_eq!(before, shown(other, &event, &readers), "{seed}, before step {step}");
        let by = if lots.below(2) == 0 { app } else { other };
        let what = change(by, &access, &mut lots);
        let now = shown(&another(app), &event, &readers);
        assert_eq!(shown(app, &event, &readers), now, "{seed}, step {step}: {what}");
        assert_eq!(shown(other, &event, &readers), now, "{seed}, step {step} on the other server: {what}");
    }
}

#[test]
fn after_any_history_a_server_shows_what_one_shows_that_has_just_begun() {
    on_each_database(|app| {
        let other = another(&app.app);
        compares(&app.app, &other, 11);
    });
}

/// Every table that facts are read from, by hand: what is not here is in no facts, or read on every page.
const TABLES: [&str; 30] = [
    "answers",
    "attended_blocks",
    "attended_sessions",
    "booth_absences",
    "booths",
    "declined_wishes",
    "event_tables",
    "interests",
    "interpreter_absences",
    "interpreters",
    "language_rules",
    "meeting_blocks",
    "meeting_reports",
    "meetings",
    "missing_tables",
    "pair_rules",
    "participant_types",
    "participants",
    "question_choices",
    "question_types",
    "questions",
    "registrations",
    "rounds",
    "session_places",
    "session_types",
    "sessions",
    "slots",
    "topics",
    "type_rules",
    "wishes",
];

#[test]
fn whoever_writes_a_row_that_facts_are_read_from_raises_the_version() {
    on_each_database(|server| {
        let app = &server.app;
        let demo = demo::fill(app, PEOPLE, 3).unwrap();
        let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
        let event = access.event().id.clone();
        fill_every_table(app, &access);
        let version = || app.store.read(|db| event_versions::get(db, &event)).unwrap();
        let raises = |sql: &str| {
            let before = version();
            by_hand(app, sql);
            assert_ne!(version(), before, "{sql}");
        };
        for table in TABLES {
            let column = if table == "rounds" { "state" } else { first_column(table) };
            raises(&format!("UPDATE {table} SET {column} = {column}"));
        }
        for table in TABLES.into_iter().filter(|table| !PARENTS.contains(table)) {
            by_hand(app, &format!("CREATE TABLE kept_rows AS SELECT * FROM {table}"));
            raises(&format!("DELETE FROM {table}"));
            raises(&format!("INSERT INTO {table} SELECT * FROM kept_rows"));
            by_hand(app, "DROP TABLE kept_rows");
        }
        let last = version();
        by_hand(app, "UPDATE events SET seats_taken = seats_taken");
        by_hand(app, "UPDATE outbox SET created_at = created_at");
        by_hand(app, "UPDATE rounds SET report = report");
        assert_eq!(version(), last, "what is in no facts raises nothing");
        // With somebody goes what hangs on them.
        let gone = registered(app, &event)[0].clone();
        by_hand(app, &format!("DELETE FROM participants WHERE id = '{gone}'"));
        assert_ne!(version().people, last.people);
    });
}

/// Rows of others hang on theirs, or they name each other.
const PARENTS: [&str; 12] = [
    "booths",
    "event_tables",
    "interpreters",
    "meeting_blocks",
    "meetings",
    "participant_types",
    "participants",
    "questions",
    "rounds",
    "sessions",
    "slots",
    "topics",
];

fn first_column(table: &str) -> &'static str {
    match table {
        "answers" | "attended_blocks" | "attended_sessions" | "booth_absences" | "booths" | "interests"
        | "registrations" => "participant_id",
        "declined_wishes" | "wishes" => "from_id",
        "meeting_reports" => "by_id",
        "pair_rules" => "a_id",
        "event_tables" | "missing_tables" => "table_no",
        "question_types" => "question_id",
        "interpreter_absences" => "interpreter_id",
        "language_rules" => "rule",
        "session_places" | "session_types" => "session_id",
        "type_rules" => "type_a",
        _ => "id",
    }
}

fn forbid(one: &ParticipantId, other: &ParticipantId) -> PairRule {
    let (a, b) = if one < other { (one, other) } else { (other, one) };
    PairRule { a: a.clone(), b: b.clone(), kind: PairRuleKind::Forbid, slot: None, table: None }
}

/// Rows in the tables that the demo leaves empty.
fn fill_every_table(app: &App, access: &ChangeAccess) {
    let event = access.event().id.clone();
    let people = registered(app, &event);
    let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    let round = rounds::run(app, access, &quick, Some(1)).unwrap();
    rounds::publish(app, access, round.number).unwrap();
    let meeting = app.store.read(|db| store::meetings::list_planned(db, &event)).unwrap().remove(0);
    let own = access::own_as_operator(app, &people[0]).unwrap();
    let none = Accepted::default();
    wishes::put(app, &own, &people[1], &WishInput::plain(WishKind::Wish), &none).unwrap();
    let rule = forbid(&people[2], &people[3]);
    rounds::set_pair_rule(app, access, (&rule.a, &rule.b), Some(rule.clone()), &none).unwrap();
    let (at, one, other) = ("2026-11-22 12:00:00", &people[0], &people[1]);
    by_hand(
        app,
        &format!(
            "INSERT INTO declined_wishes (from_id, to_id, declined_at) VALUES ('{one}', '{other}', '{at}');
             INSERT INTO meeting_reports (meeting_id, by_id, event_id, kind, reason, note, told, created_at)
             VALUES ('{}', '{}', '{event}', 'absent', '', '', FALSE, '{at}');
             INSERT INTO questions (id, event_id, position, kind, label, help, required, visible, condition_answer,
             purpose, matching, points)
             VALUES ('q1', '{event}', 99, 'one', '{{}}', '{{}}', FALSE, TRUE, '', 'organisation', '', 0);
             INSERT INTO question_choices (id, question_id, position, label) VALUES ('c1', 'q1', 1, '{{}}');
             INSERT INTO question_types (question_id, type_id) SELECT 'q1', id FROM participant_types
             WHERE event_id = '{event}';
             INSERT INTO session_types (session_id, type_id) SELECT s.id, t.id FROM sessions s, participant_types t
             WHERE s.event_id = '{event}' AND t.event_id = '{event}';
             INSERT INTO session_places (session_id, participant_id, has_place, since)
             SELECT id, '{one}', TRUE, '{at}' FROM sessions WHERE event_id = '{event}';
             INSERT INTO event_tables (event_id, table_no, name, zone) VALUES ('{event}', 1, '', '');
             INSERT INTO missing_tables (event_id, table_no, slot_id) SELECT '{event}', 1, id FROM slots WHERE event_id = '{event}';
             INSERT INTO booths (participant_id, event_id, table_no) VALUES ('{one}', '{event}', 1);
             INSERT INTO language_rules (event_id, rule) VALUES ('{event}', 'shared');
             INSERT INTO interpreters (id, event_id, name, lang, languages) VALUES ('i1', '{event}', 'Anna', 'de', 'de,fr');
             INSERT INTO interpreter_absences (interpreter_id, event_id, slot_id) SELECT 'i1', '{event}', id FROM slots
             WHERE event_id = '{event}';
             INSERT INTO booth_absences (participant_id, event_id, slot_id) SELECT '{one}', '{event}', id FROM slots
             WHERE event_id = '{event}';",
            meeting.id, meeting.a
        ),
    );
}

#[test]
fn two_servers_that_share_a_database_see_what_the_other_one_changed() {
    on_two_servers(|one, other| compares(&one.app, &other.app, 5));
}

#[test]
fn an_event_that_nobody_looks_at_for_ten_minutes_is_let_go() {
    on_each_database(|server| {
        let app = &server.app;
        let demo = demo::fill(app, PEOPLE, 3).unwrap();
        let look = || shown(app, &demo.event, &[1]);
        let seen = look();
        server.pass(Duration::minutes(9));
        assert_eq!(rounds::forget_facts(app).unwrap(), 0);
        server.pass(Duration::minutes(2));
        assert_eq!(rounds::forget_facts(app).unwrap(), 1);
        assert_eq!(rounds::forget_facts(app).unwrap(), 0);
        let people = |shown: &str| shown.split("ScheduleView").next().unwrap_or_default().to_string();
        assert_eq!(people(&look()), people(&seen), "it is read again");
    });
}
