//! The demo's event as stored things: the event itself, participant types, topics, sessions, blocks.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

use super::agenda::{self, PAUSE_MINUTES, SLOT_MINUTES};
use super::people;
use super::topics::{GROUPS, Label};
use crate::domain::colour;
use crate::domain::event::{
    CalendarMode, Event, EventState, MeetingBlock, ParticipantType, Programme, SHRED_AFTER_DAYS, Session,
    Slot, Topic, TypePair, TypeRule, Venue,
};
use crate::domain::ids::{EventId, TopicId, TypeId};
use crate::domain::lang::{Lang, Localised};
use crate::random::Random;

/// The event's name in addresses.
pub const SLUG: &str = "european-cluster-conference";

const ZONE: Tz = chrono_tz::Europe::Berlin;

/// The seven stakeholder groups of the conference, in the order of [`super::organisations::Group`].
const TYPES: [Label; 7] = [
    ["Clusterpolitik", "Cluster policy", "Politique des clusters"],
    ["Clustermanagement", "Cluster management", "Gestion de cluster"],
    ["Wirtschaft", "Business", "Entreprises"],
    ["Forschung", "Research", "Recherche"],
    ["Zivilgesellschaft", "Civil society", "Société civile"],
    ["Ausbildungsorganisationen", "Training organisations", "Organismes de formation"],
    ["Andere Interessenvertretungen", "Other stakeholders", "Autres parties prenantes"],
];

/// Which types want each other, and which see each other elsewhere, by their places in [`TYPES`].
const RULES: [(usize, usize, TypeRule); 6] = [
    (0, 1, TypeRule::Wanted),
    (1, 1, TypeRule::Wanted),
    (1, 2, TypeRule::Wanted),
    (2, 3, TypeRule::Wanted),
    (3, 5, TypeRule::Wanted),
    (6, 6, TypeRule::Never),
];

fn localised(label: &[impl AsRef<str>; 3]) -> Localised {
    let [de, en, fr] = label;
    Localised::one(Lang::De, de.as_ref()).with(Lang::En, en.as_ref()).with(Lang::Fr, fr.as_ref())
}

/// The second Tuesday two months ahead: far enough for registration to be open, near enough to be planned.
pub(super) fn first_day(now: DateTime<Utc>) -> NaiveDate {
    let ahead = now.date_naive() + Months::new(2);
    let second = NaiveDate::from_weekday_of_month_opt(ahead.year(), ahead.month(), Weekday::Tue, 2);
    second.unwrap_or(ahead)
}

/// The event for `count` people: on site in Berlin, at a table for every five of them, with a few seats too few.
pub(super) fn event(id: EventId, count: usize, now: DateTime<Utc>) -> Event {
    let first = first_day(now);
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Event {
        id,
        slug: SLUG.to_string(),
        state: EventState::Open,
        languages: vec![Lang::En, Lang::De, Lang::Fr],
        name: localised(&[
            "Europäische Clusterkonferenz",
            "European Cluster Conference",
            "Conférence européenne des clusters",
        ]),
        summary: localised(&[
            "Zwei Tage für alle, die in Clustern arbeiten, sie fördern oder mit ihnen forschen – mit Gesprächen, die vorher vereinbart sind.",
            "Two days for everyone who works in clusters, supports them or does research with them – with meetings arranged beforehand.",
            "Deux jours pour celles et ceux qui font vivre les clusters, les soutiennent ou y mènent leurs recherches – avec des rendez-vous organisés à l’avance.",
        ]),
        description: localised(&DESCRIPTION),
        organiser_name: "European Cluster Conference Team".to_string(),
        contact_email: "team@conference.example.org".to_string(),
        starts_on: first,
        ends_on: first + Days::new(1),
        time_zone: ZONE,
        venue: Venue::Onsite {
            place: "Konferenzzentrum, Berlin".to_string(),
            tables: small(count / 5).max(4),
        },
        capacity: Some(small(people::seats(count))),
        approval: false,
        same_country: true,
        calendar_mode: CalendarMode::Invitation,
        wished_minimum: 3,
        reminders: true,
        accent: colour::PETROL.to_string(),
        seats_taken: 0,
        pictures: crate::domain::picture::Pictures::default(),
        changes_until: None,
        shred_after_days: SHRED_AFTER_DAYS,
        shredded_at: None,
    }
}

const DESCRIPTION: Label = [
    "Eröffnung und Plenum, vierzehn Vertiefungen zu den industriellen Ökosystemen, Werkstätten zu grünem Wandel, \
     Digitalisierung, Resilienz und Kompetenzen, World-Cafés in kleinen Runden, sechzehn Kurzvorträge und drei Preise.\n\n\
     Dazwischen Gespräche zu zweit, zwanzig Minuten lang, an nummerierten Tischen: Sie sagen, was Sie anbieten und was Sie \
     suchen, und bekommen vor der Konferenz Ihren Terminplan.",
    "Opening and plenary, fourteen sessions in depth on the industrial ecosystems, workshops on the green transition, \
     digitalisation, resilience and skills, world cafés in small groups, sixteen pitches and three awards.\n\n\
     In between, meetings for two, twenty minutes each, at numbered tables: you say what you offer and what you seek, and \
     have your schedule before the conference.",
    "Ouverture et plénière, quatorze sessions sur les écosystèmes industriels, des ateliers sur la transition écologique, le \
     numérique, la résilience et les compétences, des world cafés en petits groupes, seize pitchs et trois prix.\n\n\
     Entre-temps, des rendez-vous à deux, de vingt minutes, à des tables numérotées : vous dites ce que vous proposez et ce \
     que vous recherchez, et vous recevez votre planning avant la conférence.",
];

/// The event's lists, with ids from `random`. Topics stand main topic first, each followed by its own; sessions and blocks
/// in the order of [`agenda`].
pub(super) fn programme(first: NaiveDate, random: &Random, now: DateTime<Utc>) -> Programme {
    let types: Vec<ParticipantType> =
        TYPES.iter().map(|label| ParticipantType { id: random.id(now), label: localised(label) }).collect();
    let blocks = blocks(first, random, now);
    Programme {
        type_rules: RULES.iter().filter_map(|rule| type_pair(rule, &types)).collect(),
        types,
        topics: topics(random, now),
        questions: Vec::new(),
        sessions: sessions(first, random, now),
        slots: blocks.iter().flat_map(|block| slots(block, random, now)).collect(),
        blocks,
    }
}

fn type_pair((x, y, rule): &(usize, usize, TypeRule), types: &[ParticipantType]) -> Option<TypePair> {
    let id = |at: &usize| -> Option<&TypeId> { types.get(*at).map(|kind| &kind.id) };
    let (x, y) = (id(x)?, id(y)?);
    Some(TypePair { a: x.min(y).clone(), b: x.max(y).clone(), rule: *rule })
}

fn topics(random: &Random, now: DateTime<Utc>) -> Vec<Topic> {
    let mut topics = Vec::new();
    for group in &GROUPS {
        let main: TopicId = random.id(now);
        topics.push(Topic { id: main.clone(), parent: None, label: localised(&group.label) });
        topics.extend(group.topics.iter().map(|label| Topic {
            id: random.id(now),
            parent: Some(main.clone()),
            label: localised(label),
        }));
    }
    topics
}

/// Where a topic of [`GROUPS`] stands in the list that [`topics`] makes.
pub(super) fn topic_at((group, topic): (usize, usize)) -> usize {
    let before: usize = GROUPS[..group].iter().map(|group| group.topics.len() + 1).sum();
    before + 1 + topic
}

fn sessions(first: NaiveDate, random: &Random, now: DateTime<Utc>) -> Vec<Session> {
    let stored = |(session, title): (agenda::DemoSession, [String; 3])| Session {
        id: random.id(now),
        title: localised(&title),
        place: session.place.to_string(),
        starts_at: at(first, session.day, session.from),
        ends_at: at(first, session.day, session.to),
    };
    agenda::sessions().into_iter().map(stored).collect()
}

fn blocks(first: NaiveDate, random: &Random, now: DateTime<Utc>) -> Vec<MeetingBlock> {
    let stored = |block: &agenda::DemoBlock| MeetingBlock {
        id: random.id(now),
        label: localised(&block.label),
        starts_at: at(first, block.day, block.from),
        slot_minutes: SLOT_MINUTES,
        pause_minutes: PAUSE_MINUTES,
        slot_count: block.slots,
    };
    agenda::BLOCKS.iter().map(stored).collect()
}

fn slots(block: &MeetingBlock, random: &Random, now: DateTime<Utc>) -> Vec<Slot> {
    let slot =
        |(starts_at, ends_at)| Slot { id: random.id(now), block: block.id.clone(), starts_at, ends_at };
    block.slot_times().into_iter().map(slot).collect()
}

/// A time on the clock of the place. The conference is never on a night when the clocks change.
fn at(first: NaiveDate, day: u32, (hour, minute): (u32, u32)) -> DateTime<Utc> {
    let date = first + Days::new(u64::from(day));
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let local = date.and_time(time).and_local_timezone(ZONE).earliest();
    local.map_or_else(|| date.and_time(time).and_utc(), |local| local.with_timezone(&Utc))
}
