//! The demo's event as stored things: the event itself, participant types, topics, sessions, blocks.

use crate::zones::Zone;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, Utc, Weekday};

use super::data::{Data, Group};
use super::people;
use crate::domain::colour;
use crate::domain::event::{
    CalendarMode, Event, EventState, MeetingBlock, ParticipantType, Programme, SHRED_AFTER_DAYS, Session,
    Slot, Topic, TypePair, TypeRule, Venue,
};
use crate::domain::floor::Floor;
use crate::domain::ids::{EventId, TopicId};
use crate::domain::interpreter::Interpreting;
use crate::domain::lang::Lang;
use crate::random::Random;

/// The event's name in addresses.
pub const SLUG: &str = "european-cluster-conference";

const ZONE: &str = "Europe/Berlin";

/// The second Tuesday two months ahead: far enough for registration to be open, near enough to be planned.
pub(super) fn first_day(now: DateTime<Utc>) -> NaiveDate {
    let ahead = now.date_naive() + Months::new(2);
    let second = NaiveDate::from_weekday_of_month_opt(ahead.year(), ahead.month(), Weekday::Tue, 2);
    second.unwrap_or(ahead)
}

/// The event for `count` people: on site in Berlin, at a table for every five of them, with a few seats too few.
pub(super) fn event(data: &Data, id: EventId, count: usize, now: DateTime<Utc>) -> Event {
    let first = first_day(now);
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Event {
        id,
        slug: SLUG.to_string(),
        state: EventState::Open,
        languages: vec![Lang::En, Lang::De, Lang::Fr],
        name: data.event.name.clone(),
        summary: data.event.summary.clone(),
        description: data.event.description.clone(),
        organiser_name: data.event.organiser_name.clone(),
        contact_email: data.event.contact_email.clone(),
        starts_on: first,
        ends_on: first + Days::new(1),
        time_zone: zone(),
        venue: Venue::Onsite { place: data.event.place.clone(), tables: small(count / 5).max(4) },
        capacity: Some(small(people::seats(count))),
        approval: false,
        same_country: true,
        calendar_mode: CalendarMode::File,
        wished_minimum: 3,
        reminders: true,
        accent: colour::PETROL.to_string(),
        seats_taken: 0,
        pictures: crate::domain::picture::Pictures::default(),
        mail_words: crate::domain::mail_words::MailWords::default(),
        changes_until: None,
        shred_after_days: SHRED_AFTER_DAYS,
        shredded_at: None,
        registration: Default::default(),
    }
}

/// The event's lists, with ids from `random`. Topics stand main topic first, each followed by its own; sessions and blocks
/// in the order of the data.
pub(super) fn programme(data: &Data, first: NaiveDate, random: &Random, now: DateTime<Utc>) -> Programme {
    let types: Vec<ParticipantType> = data
        .groups
        .iter()
        .map(|group| ParticipantType { id: random.id(now), label: group.label.clone() })
        .collect();
    let blocks = blocks(data, first, random, now);
    Programme {
        floor: Floor::default(),
        interpreting: Interpreting::default(),
        is_online: false,
        type_rules: type_rules(data, &types),
        types,
        topics: topics(data, random, now),
        questions: Vec::new(),
        sessions: sessions(data, first, random, now),
        slots: blocks.iter().flat_map(|block| slots(block, random, now)).collect(),
        blocks,
    }
}

fn type_rules(data: &Data, types: &[ParticipantType]) -> Vec<TypePair> {
    let pair = |rule, (x, y): &(Group, Group)| {
        let (x, y) = (&types.get(*x as usize)?.id, &types.get(*y as usize)?.id);
        Some(TypePair { a: x.min(y).clone(), b: x.max(y).clone(), rule })
    };
    let rules = &data.event.rules;
    let wanted = rules.wanted.iter().filter_map(|groups| pair(TypeRule::Wanted, groups));
    wanted.chain(rules.never.iter().filter_map(|groups| pair(TypeRule::Never, groups))).collect()
}

fn topics(data: &Data, random: &Random, now: DateTime<Utc>) -> Vec<Topic> {
    let mut topics = Vec::new();
    for group in &data.topics.groups {
        let main: TopicId = random.id(now);
        topics.push(Topic { id: main.clone(), parent: None, label: group.label.clone() });
        topics.extend(group.topics.iter().map(|topic| Topic {
            id: random.id(now),
            parent: Some(main.clone()),
            label: topic.label.clone(),
        }));
    }
    topics
}

fn sessions(data: &Data, first: NaiveDate, random: &Random, now: DateTime<Utc>) -> Vec<Session> {
    let stored = data.event.sessions.iter().map(|session| {
        let time = (at(first, session.day, session.from), at(first, session.day, session.to));
        Session::plain(random.id(now), session.title.clone(), session.place.clone(), time)
    });
    stored.collect()
}

fn blocks(data: &Data, first: NaiveDate, random: &Random, now: DateTime<Utc>) -> Vec<MeetingBlock> {
    let stored = data.event.blocks.iter().map(|block| MeetingBlock {
        id: random.id(now),
        label: block.label.clone(),
        starts_at: at(first, block.day, block.from),
        slot_minutes: data.event.slot_minutes,
        pause_minutes: data.event.pause_minutes,
        slot_count: block.slots,
    });
    stored.collect()
}

fn slots(block: &MeetingBlock, random: &Random, now: DateTime<Utc>) -> Vec<Slot> {
    let slot =
        |(starts_at, ends_at)| Slot { id: random.id(now), block: block.id.clone(), starts_at, ends_at };
    block.slot_times().into_iter().map(slot).collect()
}

/// The zone of the place, which every release of the database knows.
fn zone() -> Zone {
    ZONE.parse().unwrap_or(Zone::UTC)
}

/// A time on the clock of the place. The conference is never on a night when the clocks change.
fn at(first: NaiveDate, day: u32, time: NaiveTime) -> DateTime<Utc> {
    let date = first + Days::new(u64::from(day));
    let local = date.and_time(time).and_local_timezone(zone()).earliest();
    local.map_or_else(|| date.and_time(time).and_utc(), |local| local.with_timezone(&Utc))
}
