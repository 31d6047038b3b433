//! An event: its texts, dates, place, rules and agenda.

use crate::zones::Zone;
use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::codes::codes;
use super::deletion::days_after;
use super::floor::Floor;
use super::ids::{BlockId, EventId, SessionId, SlotId, TopicId, TypeId, ordered};
use super::interpreter::Interpreting;
use super::lang::{Lang, Localised};
use super::mail_words::MailWords;
use super::picture::Pictures;
use super::question::Question;
use super::registration_times::RegistrationTimes;
use super::web_address::WebAddress;

/// An event as stored, without its lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub id: EventId,
    /// Its name in addresses, unique.
    pub slug: String,
    pub state: EventState,
    /// Languages of the event's own texts; the first is the one that others fall back to. Never empty.
    pub languages: Vec<Lang>,
    pub name: Localised,
    pub summary: Localised,
    pub description: Localised,
    /// Who invites, as shown on pages and mails.
    pub organiser_name: String,
    /// Where participants write to.
    pub contact_email: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub time_zone: Zone,
    pub venue: Venue,
    /// Seats, or no limit.
    pub capacity: Option<u32>,
    /// Whether an organiser approves each registration.
    pub approval: bool,
    /// Whether participants of one country may be paired.
    pub same_country: bool,
    pub calendar_mode: CalendarMode,
    /// How many meetings everyone should get at least.
    pub wished_minimum: u32,
    /// Whether participants are reminded: the day before, and an hour before the first meeting of a day.
    pub reminders: bool,
    /// Accent colour, `#rrggbb`.
    pub accent: String,
    /// Logo and floor plan.
    pub pictures: Pictures,
    /// What its organisers say in the mails that it sends by itself.
    pub mail_words: MailWords,
    /// How many are registered.
    pub seats_taken: u32,
    /// When the registration opens and closes by itself.
    pub registration: RegistrationTimes,
    /// Last day on which participants change their answers themselves; no limit if absent.
    pub changes_until: Option<NaiveDate>,
    /// So many days after its end the event's participants become nameless.
    pub shred_after_days: u32,
    /// When that was done.
    pub shredded_at: Option<DateTime<Utc>>,
}

/// What `shred_after_days` is unless the organiser says otherwise.
pub const SHRED_AFTER_DAYS: u32 = 90;

impl Event {
    /// Whether it has the same settings as another state of it. Seats come and go with people.
    pub fn is_set_as(&self, other: &Event) -> bool {
        Event { seats_taken: other.seats_taken, ..self.clone() } == *other
    }

    /// The language that texts fall back to.
    pub fn first_language(&self) -> Lang {
        self.languages.first().copied().unwrap_or_default()
    }

    /// The event's name for a reader.
    pub fn name_in(&self, lang: Lang) -> &str {
        self.name.get(lang, self.first_language())
    }

    /// Tables in each slot; none where it is online or its organiser gave no number.
    pub fn tables(&self) -> Option<u32> {
        match self.venue {
            Venue::Onsite { tables, .. } if tables > 0 => Some(tables),
            Venue::Onsite { .. } | Venue::Online { .. } => None,
        }
    }

    /// Whether a seat is free.
    pub fn has_seat(&self) -> bool {
        self.capacity.is_none_or(|capacity| self.seats_taken < capacity)
    }

    /// Whether people can register: open, in its time, and not over.
    pub fn takes_registrations(&self, now: DateTime<Utc>) -> bool {
        let in_time = self.state == EventState::Trial || self.registration.is_open(now);
        self.takes_begun_forms(now) && in_time
    }

    /// Whether forms can still be sent that were begun while people could register.
    pub fn takes_begun_forms(&self, now: DateTime<Utc>) -> bool {
        // A trial run comes before the time of registration.
        let in_time = match self.state {
            EventState::Trial => true,
            EventState::Open => self.registration.takes_begun(now),
            EventState::Draft | EventState::Closed => false,
        };
        in_time && now.with_timezone(&self.time_zone).date_naive() <= self.ends_on
    }

    /// Where a day stands to the event's days.
    pub fn on_day(&self, today: NaiveDate) -> EventDay {
        if today < self.starts_on {
            EventDay::Before
        } else if today > self.ends_on {
            EventDay::Over
        } else if today == self.starts_on {
            EventDay::First
        } else {
            EventDay::Running
        }
    }

    /// Whether participants may still change their answers themselves.
    pub fn takes_changes(&self, now: DateTime<Utc>) -> bool {
        let today = now.with_timezone(&self.time_zone).date_naive();
        self.changes_until.is_none_or(|last| today <= last)
    }

    /// The day from which on the event's participants become nameless, if its organisers were told in time and have not
    /// postponed it.
    pub fn shreds_on(&self) -> NaiveDate {
        days_after(self.ends_on, self.shred_after_days)
    }
}

/// Where a day stands to an event's days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventDay {
    Before,
    /// The event begins.
    First,
    /// A later one of its days.
    Running,
    Over,
}

codes! {
    /// Whether an event's page is public and takes registrations.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum EventState {
        /// Seen by its organisers alone.
        Draft = "draft",
        /// Tried out: whoever has its address can register, only its team gets mail, and what is made goes when it ends.
        Trial = "trial",
        /// Public; people register.
        Open = "open",
        /// Public; nobody registers any more.
        Closed = "closed",
    }
}

impl EventState {
    /// Whether whoever has their address sees the event's pages.
    pub fn has_pages(self) -> bool {
        self != EventState::Draft
    }

    /// Whether the event is announced, and mails go to everybody.
    pub fn is_public(self) -> bool {
        matches!(self, EventState::Open | EventState::Closed)
    }
}

/// Where an event's meetings take place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Venue {
    /// At a place, at numbered tables.
    Onsite { place: String, tables: u32 },
    /// In a video room for each meeting: the pattern's `{meeting}` is replaced by the meeting's id.
    Online { room_link: String },
}

codes! {
    /// How meetings reach a participant's calendar.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum CalendarMode {
        /// An invitation mail for each meeting (RFC 5546, METHOD:REQUEST).
        Invitation = "invitation",
        /// One calendar file with all meetings (METHOD:PUBLISH).
        File = "file",
    }
}

/// A kind of participant that an organiser tells apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParticipantType {
    pub id: TypeId,
    pub label: Localised,
}

codes! {
    /// What the organiser rules for two participant types.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum TypeRule {
        /// They are never paired.
        Never = "never",
        /// They may meet; the default.
        May = "may",
        /// They should meet.
        Wanted = "wanted",
    }
}

/// A rule for two types that differs from "may"; `a <= b`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypePair {
    pub a: TypeId,
    pub b: TypeId,
    pub rule: TypeRule,
}

/// An entry of the topic list, a tree of at most two levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub id: TopicId,
    pub parent: Option<TopicId>,
    pub label: Localised,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub title: Localised,
    /// What it is about; may be empty.
    pub description: Localised,
    /// Who speaks, one a line.
    pub speakers: String,
    /// Code of the language that is spoken, if that is said.
    pub language: Option<String>,
    pub place: String,
    /// Where those who take part watch it or find its papers.
    pub link: Option<WebAddress>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// For how many people there is room; no limit if absent.
    pub places: Option<u32>,
    /// Who is asked; everybody if there is none, unless it is by invitation.
    pub types: Vec<TypeId>,
    /// Whether beside these only those come whom the team invites.
    pub by_invitation: bool,
}

impl Session {
    /// One of which nothing more is said, for everybody.
    pub fn plain(
        id: SessionId,
        title: Localised,
        place: String,
        (starts_at, ends_at): (DateTime<Utc>, DateTime<Utc>),
    ) -> Session {
        Session {
            id,
            title,
            description: Localised::default(),
            speakers: String::new(),
            language: None,
            place,
            link: None,
            starts_at,
            ends_at,
            places: None,
            types: Vec::new(),
            by_invitation: false,
        }
    }

    /// Whether people of a type are asked, whom nobody has invited.
    pub fn is_for(&self, kind: Option<&TypeId>) -> bool {
        let is_for_all = self.types.is_empty() && !self.by_invitation;
        is_for_all || kind.is_some_and(|kind| self.types.contains(kind))
    }
}

/// A stretch of the agenda that is cut into slots of equal length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingBlock {
    pub id: BlockId,
    pub label: Localised,
    pub starts_at: DateTime<Utc>,
    /// Length of a slot in minutes, at least 1.
    pub slot_minutes: u32,
    /// Pause between two slots in minutes.
    pub pause_minutes: u32,
    pub slot_count: u32,
}

impl MeetingBlock {
    /// Start and end of each slot.
    pub fn slot_times(&self) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        let length = Duration::minutes(i64::from(self.slot_minutes));
        let step = length + Duration::minutes(i64::from(self.pause_minutes));
        (0..self.slot_count)
            .map(|n| {
                let start = self.starts_at + step * i32::try_from(n).unwrap_or(i32::MAX);
                (start, start + length)
            })
            .collect()
    }

    /// End of the last slot.
    pub fn ends_at(&self) -> DateTime<Utc> {
        self.slot_times().last().map_or(self.starts_at, |(_, end)| *end)
    }
}

/// One meeting time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    pub id: SlotId,
    pub block: BlockId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

/// The lists of an event that forms, pages and match rounds need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Programme {
    /// In the organiser's order.
    pub types: Vec<ParticipantType>,
    pub type_rules: Vec<TypePair>,
    /// Main topics in the organiser's order, each followed by its own topics.
    pub topics: Vec<Topic>,
    /// In the organiser's order.
    pub questions: Vec<Question>,
    /// By start.
    pub sessions: Vec<Session>,
    /// By start.
    pub blocks: Vec<MeetingBlock>,
    /// By start.
    pub slots: Vec<Slot>,
    pub floor: Floor,
    pub interpreting: Interpreting,
    /// Whether people meet online, so that each of them is asked about their own time.
    pub is_online: bool,
}

impl Programme {
    /// When each item of the agenda begins.
    pub fn starts(&self) -> impl Iterator<Item = DateTime<Utc>> {
        let sessions = self.sessions.iter().map(|session| session.starts_at);
        sessions.chain(self.blocks.iter().map(|block| block.starts_at))
    }

    /// The organiser's rule for two types, in either order.
    pub fn rule_for(&self, x: &TypeId, y: &TypeId) -> TypeRule {
        let (a, b) = ordered(x, y);
        let found = self.type_rules.iter().find(|pair| pair.a == *a && pair.b == *b);
        found.map_or(TypeRule::May, |pair| pair.rule)
    }
}
