//! Published meetings that the event, as it is now, does not allow: whatever was changed since the plan was made, one rule says
//! which meetings it breaks and why.

use std::collections::HashSet;

use super::agenda_input::DAYS_AROUND;
use super::day_hours::OwnTime;
use super::event::{Event, MeetingBlock, Programme, Slot, TypeRule, Venue};
use super::floor::Guest;
use super::ids::{MeetingId, ParticipantId, SessionId, TypeId, digest};
use super::meeting::Meeting;
use super::participant::{Attendance, Participant};

/// Why a published meeting cannot take place as it is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// Its slot is not on the agenda any more.
    SlotGone,
    /// Its meeting block lies far from the days of the event.
    OutsideDays,
    /// Somebody is not there in its meeting block.
    Away { who: ParticipantId },
    /// Somebody takes part in a session at that time.
    InSession { who: ParticipantId, session: SessionId },
    /// It is at no hour of their own day in which somebody meets.
    OutsideHours { who: ParticipantId },
    /// There are only so many tables now.
    TableGone { tables: u32 },
    /// The two sit at these tables at that time; at none if both stay at booths of their own.
    OtherTables { tables: Vec<u32> },
    /// It has no table yet, and the event has tables.
    NoTable,
    /// The two have no language in common, and nobody who can interprets at that time.
    NoInterpreter,
    /// The two have no language in common.
    NoCommonLanguage,
    /// Participant types that never meet.
    TypesApart,
    /// Both are from one country, and the event wants meetings across borders.
    SameCountry,
    /// One of the two excluded the other: nobody but organisers may learn of it.
    Excluded,
    /// The organiser rules that they never meet.
    Forbidden,
}

impl Misfit {
    /// Whether the two may not meet at all, at whatever time and place.
    pub fn is_about_the_pair(&self) -> bool {
        match self {
            Misfit::NoCommonLanguage
            | Misfit::TypesApart
            | Misfit::SameCountry
            | Misfit::Excluded
            | Misfit::Forbidden => true,
            Misfit::SlotGone
            | Misfit::OutsideDays
            | Misfit::Away { .. }
            | Misfit::InSession { .. }
            | Misfit::OutsideHours { .. }
            | Misfit::TableGone { .. }
            | Misfit::OtherTables { .. }
            | Misfit::NoTable
            | Misfit::NoInterpreter => false,
        }
    }

    /// Whether another table is all that is wanting.
    pub fn is_about_the_table(&self) -> bool {
        match self {
            Misfit::TableGone { .. } | Misfit::NoTable => true,
            Misfit::OtherTables { tables } => !tables.is_empty(),
            _ => false,
        }
    }

    /// Whether the two people themselves may be told of it.
    pub fn is_open(&self) -> bool {
        !matches!(self, Misfit::Excluded)
    }
}

/// A meeting with the reasons why it cannot take place as it is planned; at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct MisfitMeeting {
    pub meeting: Meeting,
    pub why: Vec<Misfit>,
}

/// Somebody in a meeting, as far as it is held against them.
pub trait Sits {
    fn id(&self) -> &ParticipantId;
    fn attendance(&self) -> &Attendance;
    fn participant_type(&self) -> Option<&TypeId>;
    /// ISO code; may be empty.
    fn country(&self) -> &str;
    /// What they said of their own time.
    fn own_time(&self) -> OwnTime;
    /// Codes of the languages they talk in.
    fn languages(&self) -> &[String];

    /// Them, as far as it decides where they sit.
    fn guest(&self) -> Guest<'_> {
        Guest { id: self.id(), kind: self.participant_type() }
    }
}

impl Sits for Participant {
    fn id(&self) -> &ParticipantId {
        &self.id
    }

    fn attendance(&self) -> &Attendance {
        &self.profile.attendance
    }

    fn participant_type(&self) -> Option<&TypeId> {
        self.profile.person.participant_type.as_ref()
    }

    fn country(&self) -> &str {
        &self.profile.person.country
    }

    fn own_time(&self) -> OwnTime {
        OwnTime::of(&self.profile.person.answers)
    }

    fn languages(&self) -> &[String] {
        &self.profile.person.languages
    }
}

impl<S: Sits> Sits for &S {
    fn id(&self) -> &ParticipantId {
        (*self).id()
    }

    fn attendance(&self) -> &Attendance {
        (*self).attendance()
    }

    fn participant_type(&self) -> Option<&TypeId> {
        (*self).participant_type()
    }

    fn country(&self) -> &str {
        (*self).country()
    }

    fn own_time(&self) -> OwnTime {
        (*self).own_time()
    }

    fn languages(&self) -> &[String] {
        (*self).languages()
    }
}

/// The same and nothing else, where many are looked at only to be counted.
#[derive(Debug, Clone)]
pub struct Sitter {
    pub id: ParticipantId,
    pub attendance: Attendance,
    pub participant_type: Option<TypeId>,
    pub country: String,
    pub own_time: OwnTime,
    pub languages: Vec<String>,
}

impl From<Participant> for Sitter {
    fn from(participant: Participant) -> Sitter {
        let Participant { id, profile, .. } = participant;
        let (person, attendance) = (profile.person, profile.attendance);
        Sitter {
            id,
            attendance,
            participant_type: person.participant_type,
            own_time: OwnTime::of(&person.answers),
            country: person.country,
            languages: person.languages,
        }
    }
}

impl Sits for Sitter {
    fn id(&self) -> &ParticipantId {
        &self.id
    }

    fn attendance(&self) -> &Attendance {
        &self.attendance
    }

    fn participant_type(&self) -> Option<&TypeId> {
        self.participant_type.as_ref()
    }

    fn country(&self) -> &str {
        &self.country
    }

    fn own_time(&self) -> OwnTime {
        self.own_time
    }

    fn languages(&self) -> &[String] {
        &self.languages
    }
}

/// What meetings are held against.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pub event: &'a Event,
    pub programme: &'a Programme,
    /// Who excluded whom.
    pub excluded: &'a HashSet<(ParticipantId, ParticipantId)>,
    /// Pairs that the organiser forbids, and those that the organiser wants to meet whatever the event's rules say.
    pub forbidden: &'a HashSet<(ParticipantId, ParticipantId)>,
    pub pinned: &'a HashSet<(ParticipantId, ParticipantId)>,
}

impl Frame<'_> {
    /// Why a meeting of these two cannot take place as it is planned; nothing where it can.
    pub fn misfits(&self, meeting: &Meeting, a: &impl Sits, b: &impl Sits) -> Vec<Misfit> {
        let mut found = Vec::new();
        let slot = self.programme.slots.iter().find(|slot| slot.id == meeting.slot);
        match slot {
            None => found.push(Misfit::SlotGone),
            Some(slot) => {
                if !is_near(self.event, self.programme, slot) {
                    found.push(Misfit::OutsideDays);
                }
                found.extend(self.absence(a, slot));
                found.extend(self.absence(b, slot));
            }
        }
        found.extend(self.seating(meeting, a, b));
        found.extend(self.hearing(meeting, a, b));
        found.extend(self.ruling(meeting, a, b));
        found
    }

    fn absence(&self, person: &impl Sits, slot: &Slot) -> Option<Misfit> {
        let attendance = person.attendance();
        let who = person.id().clone();
        if !attendance.blocks.contains(&slot.block) {
            return Some(Misfit::Away { who });
        }
        if let Some(session) = attendance.session_in(slot, &self.programme.sessions) {
            return Some(Misfit::InSession { who, session: session.id.clone() });
        }
        let own_day = person.own_time().day(self.event, person.country())?;
        (!own_day.holds(slot.starts_at, slot.ends_at)).then_some(Misfit::OutsideHours { who })
    }

    fn seating(&self, meeting: &Meeting, a: &impl Sits, b: &impl Sits) -> Option<Misfit> {
        match (&self.event.venue, meeting.table) {
            (Venue::Onsite { tables: 0, .. } | Venue::Online { .. }, _) => None,
            (Venue::Onsite { .. }, None) => Some(Misfit::NoTable),
            (Venue::Onsite { tables, .. }, Some(table)) if table > *tables => {
                Some(Misfit::TableGone { tables: *tables })
            }
            (Venue::Onsite { tables, .. }, Some(table)) => {
                let floor = &self.programme.floor;
                if floor.is_plain() {
                    return None;
                }
                let may = floor.tables_for([a.guest(), b.guest()], &meeting.slot, *tables);
                (!may.contains(&table)).then_some(Misfit::OtherTables { tables: may })
            }
        }
    }

    fn hearing(&self, meeting: &Meeting, a: &impl Sits, b: &impl Sits) -> Option<Misfit> {
        let interpreting = &self.programme.interpreting;
        let two = [a.languages(), b.languages()];
        if !interpreting.needed(two) {
            return None;
        }
        let mut can = interpreting.helpers(two, &meeting.slot);
        let is_heard = can.any(|one| meeting.interpreter.as_ref() == Some(&one.id));
        (!is_heard).then_some(Misfit::NoInterpreter)
    }

    fn ruling(&self, meeting: &Meeting, a: &impl Sits, b: &impl Sits) -> Option<Misfit> {
        let pair = (meeting.a.clone(), meeting.b.clone());
        let turned = (pair.1.clone(), pair.0.clone());
        if self.excluded.contains(&pair) || self.excluded.contains(&turned) {
            return Some(Misfit::Excluded);
        }
        if self.forbidden.contains(&pair) {
            return Some(Misfit::Forbidden);
        }
        // The organiser wants it, or the two agreed on it themselves.
        if self.pinned.contains(&pair) || meeting.round.is_none() {
            return None;
        }
        if let (Some(x), Some(y)) = (a.participant_type(), b.participant_type())
            && self.programme.rule_for(x, y) == TypeRule::Never
        {
            return Some(Misfit::TypesApart);
        }
        if self.programme.interpreting.bars([a.languages(), b.languages()]) {
            return Some(Misfit::NoCommonLanguage);
        }
        let is_one_country = !a.country().is_empty() && a.country() == b.country();
        (!self.event.same_country && is_one_country).then_some(Misfit::SameCountry)
    }
}

/// Whether a slot is where an event's agenda may be: on its days, or some around them.
pub fn is_near(event: &Event, programme: &Programme, slot: &Slot) -> bool {
    let of_slot = |block: &&MeetingBlock| block.id == slot.block;
    let begins = programme.blocks.iter().find(of_slot).map_or(slot.starts_at, |block| block.starts_at);
    let day = begins.with_timezone(&event.time_zone).date_naive();
    let around = chrono::Duration::days(DAYS_AROUND);
    (event.starts_on - around..=event.ends_on + around).contains(&day)
}

/// What somebody says to a change that breaks published meetings: nothing, or yes to those that they were told of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accepted(String);

impl Accepted {
    /// Yes to these meetings and no others.
    pub fn these<'a>(meetings: impl IntoIterator<Item = &'a MeetingId>) -> Accepted {
        Accepted(digest(meetings.into_iter().map(MeetingId::as_str)))
    }

    /// As a form brings it back.
    pub fn parse(text: &str) -> Accepted {
        Accepted(text.chars().take(64).collect())
    }

    /// As a form carries it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
