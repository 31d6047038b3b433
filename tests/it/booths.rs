//! Booths and named tables: whoever stays at a booth is visited there, tables can be kept for a participant type or be missing at
//! some times, and the round, hands, the day and papers all go by it.

use std::collections::BTreeSet;

use rendezvous::app::App;
use rendezvous::domain::event::Programme;
use rendezvous::domain::floor::{Booth, Table};
use rendezvous::domain::ids::{ParticipantId, SlotId};
use rendezvous::domain::meeting::Meeting;
use rendezvous::domain::participant::Participant;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::demo;
use rendezvous::services::rounds::settings::{Effort, RoundSettings};
use rendezvous::services::{registrations, rounds};
use rendezvous::store::{self, floor, participants};

use crate::support::app::on_each_database;
use crate::support::rounds::{
    fills_holes, organiser, planned, published, rounds_page, runs_a_round, set_tables,
};
use crate::support::visitor::Visitor;

const TABLES: u32 = 12;

/// An event with tables that is not planned yet, and its people.
fn event(app: &App) -> (ChangeAccess, Vec<Participant>) {
    let demo = demo::fill(app, 40, 7).unwrap();
    let access = access::change_as(app, &demo.organiser, demo.slug).unwrap();
    set_tables(app, &access, TABLES);
    let people = app
        .store
        .read(|db| demo.registered.iter().map(|id| participants::get(db, id)).collect::<Result<Vec<_>, _>>());
    (access, people.unwrap())
}

fn lists(app: &App, access: &ChangeAccess) -> Programme {
    app.store.read(|db| store::programme::get(db, &access.event().id)).unwrap()
}

fn office(access: &ChangeAccess, end: &str) -> String {
    format!("/organiser/events/{}{end}", access.event().slug)
}

fn email(person: &Participant) -> &str {
    person.profile.person.email.as_ref().unwrap().as_str()
}

/// Where a meeting must be by what is said of tables and booths, told apart from the program: a booth first, then the tables of a
/// type, else those that are nobody's; never one that is missing then.
fn may_be_at(lists: &Programme, people: &[Participant], meeting: &Meeting) -> BTreeSet<u32> {
    let two: Vec<&Participant> =
        people.iter().filter(|one| one.id == meeting.a || one.id == meeting.b).collect();
    let at_booth = |one: &&&Participant| {
        let mine = lists.floor.booths.iter().filter(|booth| booth.who == one.id);
        mine.filter(|booth| !booth.away.contains(&meeting.slot)).count() == 1
    };
    let there = |number: &u32| {
        !lists.floor.tables.iter().any(|it| it.number == *number && it.missing.contains(&meeting.slot))
    };
    let booths: BTreeSet<u32> = lists.floor.booths.iter().map(|booth| booth.table).collect();
    let hosts: Vec<&&Participant> = two.iter().filter(at_booth).collect();
    if let [host, rest @ ..] = hosts.as_slice() {
        let table = |one: &Participant| lists.floor.booths.iter().find(|it| it.who == one.id).unwrap().table;
        assert!(rest.iter().all(|other| table(other) == table(host)), "two booths meet");
        return [table(host)].into();
    }
    let kept = |one: &&Participant| {
        let own = one.profile.person.participant_type.as_ref();
        let has_booth = lists.floor.booths.iter().any(|booth| booth.who == one.id);
        let tables = lists.floor.tables.iter().filter(|it| !has_booth && it.kept_for.is_some());
        let mine: BTreeSet<u32> =
            tables.filter(|it| it.kept_for.as_ref() == own).map(|it| it.number).filter(there).collect();
        (!mine.is_empty()).then_some(mine)
    };
    let anybodys = |number: &u32| {
        let is_kept = lists.floor.tables.iter().any(|it| it.number == *number && it.kept_for.is_some());
        !is_kept && !booths.contains(number) && there(number)
    };
    let of_types = two.iter().copied().filter_map(|one| kept(&one)).min();
    of_types.unwrap_or_else(|| (1..=TABLES).filter(anybodys).collect())
}

fn keeps_to_the_floor(app: &App, access: &ChangeAccess, people: &[Participant], meetings: &[Meeting]) {
    let lists = lists(app, access);
    for meeting in meetings {
        let may = may_be_at(&lists, people, meeting);
        assert!(may.contains(&meeting.table.unwrap()), "{meeting:?} may be at {may:?}");
    }
    let seats: BTreeSet<_> = meetings.iter().map(|meeting| (&meeting.slot, meeting.table)).collect();
    assert_eq!(seats.len(), meetings.len(), "a table is used twice");
}

fn of<'m>(meetings: &'m [Meeting], who: &Participant) -> Vec<&'m Meeting> {
    meetings.iter().filter(|meeting| meeting.a == who.id || meeting.b == who.id).collect()
}

fn runs_and_publishes(app: &App, access: &ChangeAccess) -> Vec<Meeting> {
    let quick = RoundSettings { effort: Effort::Quick, ..RoundSettings::default() };
    let round = rounds::run(app, access, &quick, Some(1)).unwrap();
    rounds::publish(app, access, round.number).unwrap();
    planned(app, access).into_values().collect()
}

/// Two exhibitors, one of whom leaves the booth at some times; a table of two people; two tables for a type; one that is missing once.
fn sets_up(olga: &mut Visitor, app: &App, access: &ChangeAccess, people: &[Participant]) {
    let [acme, bolt, one, other] = [&people[0], &people[1], &people[2], &people[3]];
    let kind = lists(app, access).types[0].clone();
    let label = kind.label.exact(rendezvous::domain::lang::Lang::En).unwrap().to_string();
    olga.open(&office(access, "/tables"));
    let list = format!(
        "Table;Name;Zone;Type;Email\n1;Acme;Hall A;;{}\n2;Bolt & Sons;Hall A;;{}\n3;Twins;;;{}, {}\n4;Lounge;Hall B;{label}\n5;Lounge;Hall B;{label}\n",
        email(acme),
        email(bolt),
        email(one),
        email(other)
    );
    olga.fill("Tables", &list).press("Take over the list");
    assert!(olga.page.text.contains("Your changes are saved"), "{}", olga.page.text);
    assert!(
        olga.page.text.contains("Bolt & Sons") && olga.page.text.contains("Lounge"),
        "{}",
        olga.page.text
    );
    let slots = lists(app, access).slots;
    let first = |olga: &Visitor, name: &str| {
        let boxes = olga.page.forms.iter().flat_map(|form| &form.fields).filter(|it| it.name == name);
        boxes.map(|it| it.value.clone()).collect::<Vec<_>>()
    };
    olga.open(&office(access, &format!("/participants/{}/booth", bolt.id)));
    assert_eq!(first(olga, "away").len(), slots.len());
    let away: Vec<(&str, &str)> = slots.iter().step_by(2).map(|slot| ("away", slot.id.as_str())).collect();
    sends_with(olga, &[&[("table", "2")], away.as_slice()].concat());
    olga.open(&office(access, "/tables/7"));
    sends_with(olga, &[("name", ""), ("zone", ""), ("kept_for", ""), ("missing", slots[1].id.as_str())]);
}

/// Sends the page's form with some fields as they are given, boxes included.
fn sends_with(visitor: &mut Visitor, fields: &[(&str, &str)]) {
    let (method, action, filled) = visitor.filled("Save");
    assert_eq!(method, "post");
    let mut all: Vec<(String, String)> = filled;
    all.retain(|(name, _)| !fields.iter().any(|(given, _)| given == name));
    all.extend(fields.iter().map(|(name, value)| (name.to_string(), value.to_string())));
    let answer = visitor.post(&action, &all);
    assert!(answer.status < 400, "{}", answer.text);
}

#[test]
fn whoever_has_a_booth_is_visited_there_and_kept_or_missing_tables_are_nobody_elses() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        let mut olga = organiser(server, &access);
        sets_up(&mut olga, app, &access, &people);
        let floor = lists(app, &access).floor;
        assert_eq!((floor.tables.len(), floor.booths.len()), (6, 4));
        let meetings = runs_and_publishes(app, &access);
        keeps_to_the_floor(app, &access, &people, &meetings);
        let at =
            |who: &Participant| of(&meetings, who).iter().filter_map(|met| met.table).collect::<Vec<_>>();
        assert!(at(&people[0]).len() > 2 && at(&people[0]).iter().all(|table| *table == 1));
        assert!(at(&people[1]).contains(&2) && at(&people[1]).iter().any(|it| *it > 5));
        assert!(meetings.iter().any(|met| [Some(4), Some(5)].contains(&met.table)), "the lounge is used");
        let partner = of(&meetings, &people[0])[0];
        let visitor = if partner.a == people[0].id { &partner.b } else { &partner.a };
        let guest = people.iter().find(|one| one.id == *visitor).unwrap();
        let told = server.mails_to(email(guest));
        assert!(told.iter().any(|mail| format!("{mail:?}").contains("Acme, Hall A")), "{told:?}");
    });
}

#[test]
fn by_hand_too_an_exhibitor_stays_at_their_booth() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        let mut olga = organiser(server, &access);
        sets_up(&mut olga, app, &access, &people);
        runs_a_round(&mut olga, app, &access);
        let draft = rounds::view(app, &access, 1).unwrap();
        let met = draft.meetings.iter().find(|met| met.meeting.has(&people[0].id)).unwrap();
        let (a, b, slot) = (&met.meeting.a, &met.meeting.b, met.meeting.slot.clone());
        let page = format!("{}/1/meeting?a={a}&b={b}", rounds_page(&access));
        olga.open(&page);
        olga.fill("Table", "9").press("Move the meeting");
        assert!(olga.page.text.contains("At that time these two can only sit at: 1."), "{}", olga.page.text);
        let places = |id: &SlotId| {
            let view = rounds::view(app, &access, 1).unwrap();
            let met = view.meetings.iter().find(|met| met.meeting.a == *a && met.meeting.b == *b).unwrap();
            rounds::free_places(app, &view, met).into_iter().find(|place| place.slot == *id).unwrap().tables
        };
        assert_eq!(places(&slot), [1]);
    });
}

#[test]
fn a_booth_that_is_given_after_publishing_asks_first_and_a_repair_brings_everybody_there() {
    on_each_database(|server| {
        let app = &server.app;
        let access = published(app);
        let mut olga = organiser(server, &access);
        let before: Vec<Meeting> = planned(app, &access).into_values().collect();
        let who = before.iter().find(|met| met.table != Some(1)).unwrap().a.clone();
        let here = format!("/participants/{who}/booth");
        olga.open(&office(&access, &here));
        olga.fill("Table", "1").press("Save");
        assert!(
            olga.page.text.contains("They can only sit at: 1")
                || olga.page.text.contains("they can only sit at: 1"),
            "{}",
            olga.page.text
        );
        assert!(lists(app, &access).floor.booths.is_empty(), "nothing is stored before somebody says so");
        olga.press("Save and decide later");
        assert_eq!(lists(app, &access).floor.booths.len(), 1);
        fills_holes(&mut olga, app, &access);
        let number = rounds::list(app, &access).unwrap()[0].0.number;
        rounds::publish(app, &access, number).unwrap();
        let after: Vec<Meeting> = planned(app, &access).into_values().collect();
        let own: Vec<&Meeting> = after.iter().filter(|met| met.a == who || met.b == who).collect();
        assert!(!own.is_empty() && own.iter().all(|met| met.table == Some(1)), "{own:?}");
        assert!(after.iter().filter(|met| met.table == Some(1)).all(|met| met.a == who || met.b == who));
    });
}

#[test]
fn on_the_day_whoever_waits_is_seated_where_the_new_pair_may_sit() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        let mut olga = organiser(server, &access);
        sets_up(&mut olga, app, &access, &people);
        let meetings = runs_and_publishes(app, &access);
        let lists = lists(app, &access);
        let mut seated = 0;
        for met in &meetings {
            let found =
                rounds::preview(app, &access.at_door(), &met.slot, std::slice::from_ref(&met.a)).unwrap();
            for new in &found.gained {
                assert!(may_be_at(&lists, &people, new).contains(&new.table.unwrap()), "{new:?}");
                let sits = |other: &&Meeting| other.slot == new.slot && other.table == new.table;
                assert!(meetings.iter().filter(sits).all(|other| other.a == met.a || other.b == met.a));
            }
            seated += found.gained.len();
        }
        assert!(seated > 5, "{seated} found a partner");
    });
}

#[test]
fn a_list_that_is_not_understood_names_its_rows_and_changes_nothing() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        let mut olga = organiser(server, &access);
        olga.open(&office(&access, "/tables"));
        let list = format!(
            "1\tAcme\n99\tFar\n1\tTwice\n4\tLounge\t\tNobody\n5\t\t\t\tx@\n6\t\t\t\t{}",
            email(&people[0])
        );
        olga.fill("Tables", &list).press("Take over the list");
        for told in [
            "Row 2: “99” is no table. Tables have the numbers 1 to 12; the event’s settings say how many there are.",
            "Row 3: table 1 stands in row 1 already.",
            "Row 4: there is no participant type “Nobody”.",
            "Row 5: “x@” is no email address.",
        ] {
            assert!(olga.page.text.contains(told), "{told}: {}", olga.page.text);
        }
        assert!(olga.page.html.contains("99\tFar"), "what was pasted stays");
        olga.fill("Tables", "1;Acme\n2;Bolt;;;nobody@example.net").press("Take over the list");
        assert!(olga.page.text.contains("Row 2: nobody of this event has the address nobody@example.net."));
        assert!(lists(app, &access).floor.is_plain());
    });
}

#[test]
fn a_downloaded_list_that_is_taken_over_again_changes_nothing() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        let mut olga = organiser(server, &access);
        sets_up(&mut olga, app, &access, &people);
        let before = lists(app, &access).floor;
        let file = olga.get(&office(&access, "/tables.csv")).html.replace(',', ";").replace('"', "");
        olga.open(&office(&access, "/tables"));
        olga.fill("Tables", file.trim_start_matches('\u{feff}')).press("Take over the list");
        assert!(olga.page.text.contains("Your changes are saved"), "{}", olga.page.text);
        assert_eq!(lists(app, &access).floor, before);
    });
}

#[test]
fn whoever_cancels_gives_up_their_booth_and_a_table_that_is_kept_for_nobody_who_comes_stands_empty() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = event(app);
        let kept = lists(app, &access).types.last().unwrap().id.clone();
        let none = people.iter().all(|one| one.profile.person.participant_type.as_ref() != Some(&kept));
        let id = access.event().id.clone();
        let stays = |who: &ParticipantId, table| Booth { who: who.clone(), table, away: BTreeSet::new() };
        app.store
            .write(|db| {
                floor::put_booth(db, &id, &stays(&people[0].id, 1))?;
                floor::put_booth(db, &id, &stays(&people[1].id, 2))?;
                let table = Table { number: 3, kept_for: Some(kept.clone()), ..Table::default() };
                floor::put_table(db, &id, &table)
            })
            .unwrap();
        let own = access::own_as_operator(app, &people[0].id).unwrap();
        registrations::cancel(app, &own).unwrap();
        let booths = lists(app, &access).floor.booths;
        assert_eq!(booths.iter().map(|booth| booth.table).collect::<Vec<_>>(), [2]);
        let meetings = runs_and_publishes(app, &access);
        assert!(meetings.iter().any(|met| met.table == Some(1)), "the first table is anybody's again");
        assert!(!none || meetings.iter().all(|met| met.table != Some(3)));
        keeps_to_the_floor(app, &access, &people, &meetings);
    });
}
