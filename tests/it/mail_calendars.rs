//! What calendars make of our mails: whatever happens to meetings, a calendar that takes every mail in shows the same as
//! our own schedule (RFC 5546: by UID, the highest SEQUENCE counts).

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate, TimeZone};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use rendezvous::app::App;
use rendezvous::domain::account::Account;
use rendezvous::domain::event::{CalendarMode, Event, MeetingBlock, Slot, Venue};
use rendezvous::domain::floor::Floor;
use rendezvous::domain::ids::{AccountId, BlockId, EventId, ParticipantId, RoundId};
use rendezvous::domain::interpreter::Interpreting;
use rendezvous::domain::lang::{Lang, Localised};
use rendezvous::domain::meeting::Meeting;
use rendezvous::domain::misfit::Accepted;
use rendezvous::domain::organisation::OrganisationType;
use rendezvous::domain::participant::{Attendance, Participant, Person, Profile, Source};
use rendezvous::domain::registration::{Registration, RegistrationState};
use rendezvous::domain::round::{Round, RoundMeeting, RoundState};
use rendezvous::domain::visibility::ShownFields;
use rendezvous::mail::messages::ScheduledMeeting;
use rendezvous::mail::reading;
use rendezvous::services::access::{self, ChangeAccess};
use rendezvous::services::meeting_reports::CancelInput;
use rendezvous::services::registrations::{self, ChangeError};
use rendezvous::services::rounds::settings::RoundSettings;
use rendezvous::services::{events, meeting_reports, meetings, rounds};
use rendezvous::store::outbox::OutboxFilter;
use rendezvous::store::{self, StoreError};
use rendezvous::words::Words;

use crate::calendar_lint::unfolded;
use crate::databases::app_on_each_database;
use crate::mail_samples::email;
use crate::support::build::plain_event;
use crate::support::random_cases::random_cases;

const PEOPLE: usize = 6;
const SLOTS: usize = 5;

/// Something that happens; numbers choose among what there is.
#[derive(Debug, Clone)]
enum Step {
    /// A round is published: pairs by their number, each at a slot and a table.
    Publish {
        pairs: Vec<(usize, usize)>,
        keep: bool,
    },
    CancelMeeting(usize),
    Leave(usize),
    ComeBack(usize),
    /// The event moves to another hall.
    Hall(u8),
}

fn step() -> impl Strategy<Value = Step> {
    let pairs = prop::collection::vec((0..100_usize, 0..SLOTS), 0..8);
    prop_oneof![
        4 => (pairs, any::<bool>()).prop_map(|(pairs, keep)| Step::Publish { pairs, keep }),
        3 => any::<usize>().prop_map(Step::CancelMeeting),
        1 => (0..PEOPLE).prop_map(Step::Leave),
        2 => (0..PEOPLE).prop_map(Step::ComeBack),
        1 => (0..3_u8).prop_map(Step::Hall),
    ]
}

/// An event with people who are all there, and everything that happens to it.
struct History<'a> {
    app: &'a App,
    owner: Account,
    event: Event,
    people: Vec<ParticipantId>,
    slots: Vec<Slot>,
}

impl History<'_> {
    fn begin(app: &App, mode: CalendarMode) -> History<'_> {
        let now = app.clock.now();
        let name: String = app.random.code().to_lowercase();
        let owner = Account {
            id: app.random.id::<AccountId>(now),
            email: format!("{name}@owners.example"),
            name: "Owner".into(),
            is_admin: true,
            lang: Lang::En,
            created_at: now,
        };
        let day = NaiveDate::from_ymd_opt(2027, 3, 10).unwrap();
        let event = Event {
            slug: format!("event-{name}"),
            name: Localised::one(Lang::En, "Meeting of meetings"),
            organiser_name: "The organisers".into(),
            contact_email: "contact@example.org".into(),
            starts_on: day,
            ends_on: day,
            time_zone: "Europe/Berlin".parse().unwrap(),
            venue: Venue::Onsite { place: "Hall 0".into(), tables: 20 },
            calendar_mode: mode,
            wished_minimum: 1,
            seats_taken: PEOPLE as u32,
            ..plain_event(app.random.id::<EventId>(now))
        };
        let block = MeetingBlock {
            id: app.random.id::<BlockId>(now),
            label: Localised::one(Lang::En, "Morning"),
            starts_at: event.time_zone.with_ymd_and_hms(2027, 3, 10, 10, 0, 0).unwrap().to_utc(),
            slot_minutes: 20,
            pause_minutes: 0,
            slot_count: SLOTS as u32,
        };
        let people: Vec<Participant> =
            (0..PEOPLE).map(|n| person(app, &event, &block, &format!("{name}-{n}"), n)).collect();
        let slot_ids: Vec<_> = (0..SLOTS).map(|_| app.random.id(now)).collect();
        let slots = app
            .store
            .write(|db| {
                store::accounts::insert(db, &owner, None)?;
                store::events::insert(db, &event, &owner.id, now)?;
                store::agenda::insert_block(db, &event.id, &block, &slot_ids)?;
                for person in &people {
                    store::participants::insert(db, person)?;
                    let registration = Registration {
                        participant: person.id.clone(),
                        event: event.id.clone(),
                        code: app.random.code(),
                        state: RegistrationState::Registered,
                        created_at: now,
                        changed_at: now,
                    };
                    store::registrations::insert(db, &registration)?;
                }
                Ok::<_, StoreError>(store::programme::get(db, &event.id)?.slots)
            })
            .unwrap();
        let mut people: Vec<ParticipantId> = people.into_iter().map(|person| person.id).collect();
        people.sort();
        History { app, owner, event, people, slots }
    }

    fn take(&self, step: &Step) {
        self.app.clock.advance(Duration::seconds(61));
        match step {
            Step::Publish { pairs, keep } => self.publish(pairs, *keep),
            Step::CancelMeeting(n) => {
                let planned = self.planned();
                if let Some(meeting) = planned.get(n % planned.len().max(1)) {
                    let own = access::own_as_operator(self.app, &meeting.a).unwrap();
                    let ill = CancelInput { reason: "ill".into(), ..CancelInput::default() };
                    meeting_reports::cancel(self.app, &own, &meeting.id, &ill).unwrap();
                }
            }
            Step::Leave(n) => {
                match registrations::cancel(
                    self.app,
                    &access::own_as_operator(self.app, &self.people[*n]).unwrap(),
                ) {
                    // Whoever has left already cannot leave again.
                    Ok(()) | Err(ChangeError::State(_)) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            Step::ComeBack(n) => {
                let (now, who) = (self.app.clock.now(), &self.people[*n]);
                self.app
                    .store
                    .write(|db| {
                        if store::registrations::get(db, who)?.state == RegistrationState::Registered {
                            return Ok(());
                        }
                        store::events::add_seats_taken(db, &self.event.id, 1)?;
                        store::registrations::update_state(db, who, RegistrationState::Registered, now)
                    })
                    .unwrap();
            }
            Step::Hall(n) => {
                let event = self.app.store.read(|db| store::events::get(db, &self.event.id)).unwrap();
                let mut input = events::input_of(&event);
                input.place = format!("Hall {n}");
                let fate = events::AgendaFate::Stays;
                events::update(self.app, &self.leave(), &input.into(), fate, &Accepted::default()).unwrap();
            }
        }
    }

    fn planned(&self) -> Vec<Meeting> {
        self.app.store.read(|db| store::meetings::list_planned(db, &self.event.id)).unwrap()
    }

    /// A draft of these pairs, as far as nobody sits twice in a slot.
    fn publish(&self, pairs: &[(usize, usize)], keep: bool) {
        let now = self.app.clock.now();
        let stays = if keep { self.planned() } else { Vec::new() };
        let mut drafted: Vec<RoundMeeting> = stays.into_iter().map(drafted_again).collect();
        for (table, (pair, slot)) in (drafted.len() as u32 + 1..).zip(pairs) {
            let (a, b) = (pair % PEOPLE, pair / PEOPLE % PEOPLE);
            let (a, b) = (&self.people[a.min(b)], &self.people[a.max(b)]);
            let slot = &self.slots[*slot].id;
            let taken = drafted.iter().any(|other: &RoundMeeting| {
                let same_person = [&other.a, &other.b].iter().any(|who| [a, b].contains(who));
                let same_table = other.table == Some(table);
                (other.a == *a && other.b == *b) || (other.slot == *slot && (same_person || same_table))
            });
            if a != b && !taken {
                drafted.push(RoundMeeting {
                    a: a.clone(),
                    b: b.clone(),
                    slot: slot.clone(),
                    table: Some(table),
                    interpreter: None,
                    weight: 1,
                    terms: Vec::new(),
                });
            }
        }
        let settings = RoundSettings::default();
        let number = self
            .app
            .store
            .write(|db| {
                let round = Round {
                    id: self.app.random.id::<RoundId>(now),
                    event: self.event.id.clone(),
                    number: store::rounds::next_number(db, &self.event.id)?,
                    state: RoundState::Draft,
                    settings: serde_json::to_string(&settings).unwrap(),
                    seed: 1,
                    report: String::new(),
                    created_at: now,
                    published_at: None,
                    withdrawn_at: None,
                    discarded_at: None,
                };
                store::rounds::insert(db, &round)?;
                store::rounds::replace_meetings(db, &round.id, &drafted)?;
                Ok::<_, StoreError>(round.number)
            })
            .unwrap();
        let access = self.leave();
        match rounds::publish(self.app, &access, number) {
            // What stays may stand in the way of what is new: then nothing changes.
            Ok(_) | Err(rounds::PublishError::Outdated(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }

    fn leave(&self) -> ChangeAccess {
        access::change_as(self.app, &self.owner.id, &self.event.slug).unwrap()
    }

    /// What is wrong with the mailed calendars; nothing if each shows its owner's schedule.
    fn findings(&self) -> Vec<String> {
        let mut found = Vec::new();
        for who in &self.people {
            let mut calendar = Calendar::default();
            for mail in self.mailed_to(who) {
                calendar.take(&mail, &mut found);
            }
            let (shown, ours) = (calendar.shown(), self.schedule_of(who));
            if shown != ours {
                found.push(format!("{who}: the calendar shows {shown:#?}, the schedule is {ours:#?}"));
            }
        }
        found
    }

    /// The calendar parts that somebody was mailed, in order.
    fn mailed_to(&self, who: &ParticipantId) -> Vec<String> {
        let filter = OutboxFilter { participant: Some(who.clone()), ..OutboxFilter::default() };
        self.app
            .store
            .read(|db| {
                let mut parts = Vec::new();
                for mail in store::outbox::list(db, &filter, 10_000, 0)?.into_iter().rev() {
                    let (_, _, mime) = store::outbox::get(db, &mail.id)?;
                    let files = reading::open(&mime).unwrap().attachments;
                    parts.extend(files.into_iter().map(|file| file.content));
                }
                Ok::<_, StoreError>(parts)
            })
            .unwrap()
    }

    /// UID, start and place of each planned meeting.
    fn schedule_of(&self, who: &ParticipantId) -> BTreeMap<String, (String, String)> {
        let event = self.app.store.read(|db| store::events::get(db, &self.event.id)).unwrap();
        let own = meetings::schedule_of(self.app, who).unwrap();
        own.iter()
            .map(|my| {
                let (floor, interpreting) = (&Floor::default(), &Interpreting::default());
                let (meeting, partner) = (&my.meeting, &my.partner);
                let seen = ScheduledMeeting { meeting, partner, floor, interpreting };
                let uid = my.meeting.calendar_uid(who, self.app.config.mail.from.domain());
                let start = my.meeting.starts_at.format("%Y%m%dT%H%M%SZ").to_string();
                (uid, (start, seen.place(Words::of(Lang::En), &event)))
            })
            .collect()
    }
}

/// A planned meeting as a draft that leaves it where it is.
fn drafted_again(meeting: Meeting) -> RoundMeeting {
    let Meeting { a, b, slot, table, terms, .. } = meeting;
    RoundMeeting { a, b, slot, table, interpreter: None, weight: 1, terms }
}

fn person(app: &App, event: &Event, block: &MeetingBlock, name: &str, n: usize) -> Participant {
    let now = app.clock.now();
    Participant {
        id: app.random.id(now),
        event: event.id.clone(),
        profile: Profile {
            person: Person {
                name: format!("Person {n}"),
                email: Some(email(&format!("{name}@people.example"))),
                organisation: format!("Organisation {n}"),
                organisation_type: OrganisationType::parse("sme").unwrap(),
                country: "FR".into(),
                languages: vec!["en".into()],
                ..Person::default()
            },
            interests: Vec::new(),
            attendance: Attendance {
                blocks: vec![block.id.clone()],
                sessions: Vec::new(),
                waiting: vec![],
                max_meetings: 10,
            },
            listed: true,
            shown: ShownFields::all(),
            lang: Lang::En,
        },
        source: Source::Form,
        created_at: now,
        updated_at: now,
    }
}

/// A calendar as RFC 5546 wants one: by UID, what has the highest SEQUENCE.
#[derive(Default)]
struct Calendar(BTreeMap<String, Entry>);

#[derive(Debug, Clone)]
struct Entry {
    sequence: u32,
    stamp: String,
    start: String,
    place: String,
    cancelled: bool,
    /// The event's own entry, and no meeting.
    is_event: bool,
}

impl Calendar {
    fn take(&mut self, ics: &str, found: &mut Vec<String>) {
        let lines = unfolded(ics);
        let method = value(&lines, "METHOD");
        for event in lines.split(|line| line == "BEGIN:VEVENT").skip(1) {
            let uid = value(event, "UID");
            let entry = Entry {
                sequence: value(event, "SEQUENCE").parse().unwrap(),
                stamp: value(event, "DTSTAMP"),
                start: value(event, "DTSTART"),
                place: value(event, "LOCATION").replace("\\,", ","),
                cancelled: value(event, "STATUS") == "CANCELLED",
                is_event: event.iter().any(|line| line.starts_with("DTSTART;VALUE=DATE:")),
            };
            if let Some(known) = self.0.get(&uid) {
                // A file lists what has not changed too.
                let unchanged = method == "PUBLISH" && entry.sequence == known.sequence;
                if entry.sequence <= known.sequence && !unchanged {
                    found.push(format!("{uid}: SEQUENCE {} after {}", entry.sequence, known.sequence));
                }
                if entry.stamp <= known.stamp {
                    found.push(format!("{uid}: DTSTAMP {} after {}", entry.stamp, known.stamp));
                }
                if known.cancelled {
                    found.push(format!("{uid}: {method} after its cancellation"));
                }
            }
            if (method == "CANCEL") != entry.cancelled && method != "PUBLISH" {
                found.push(format!("{uid}: {method} with another STATUS"));
            }
            self.0.insert(uid, entry);
        }
    }

    fn shown(&self) -> BTreeMap<String, (String, String)> {
        let planned = self.0.iter().filter(|(_, entry)| !entry.cancelled && !entry.is_event);
        planned.map(|(uid, entry)| (uid.clone(), (entry.start.clone(), entry.place.clone()))).collect()
    }
}

fn value(lines: &[String], name: &str) -> String {
    let found = lines.iter().find(|line| line.split([':', ';']).next() == Some(name));
    found.and_then(|line| line.split_once(':')).map(|(_, value)| value.to_string()).unwrap_or_default()
}

#[test]
fn whatever_happens_to_meetings_the_mailed_calendars_show_the_schedule() {
    app_on_each_database(|app| {
        let on_sqlite = matches!(app.config.database, rendezvous::config::DatabaseUrl::Sqlite(_));
        let config = random_cases(if on_sqlite { 60 } else { 8 });
        let histories = (any::<bool>(), prop::collection::vec(step(), 1..30));
        let checked = TestRunner::new(config).run(&histories, |(invitations, steps)| {
            let mode = if invitations { CalendarMode::Invitation } else { CalendarMode::File };
            let history = History::begin(app, mode);
            for step in &steps {
                history.take(step);
            }
            let found = history.findings();
            prop_assert!(found.is_empty(), "{found:#?}");
            Ok(())
        });
        checked.unwrap_or_else(|error| panic!("{error}"));
    });
}
