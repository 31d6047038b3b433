//! Who is free when, and who may meet whom in a slot: the rules that a proposal keeps when it is made and again when
//! it is accepted.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use crate::domain::event::Slot;
use crate::domain::ids::{ParticipantId, SlotId};
use crate::domain::meeting::Meeting;
use crate::domain::meeting_report::{MeetingReport, Said};
use crate::domain::participant::Participant;
use crate::domain::round::PairRuleKind;
use crate::domain::wish::WishKind;
use crate::services::rounds::{Facts, table_count};

/// The published plan of an event, as a table of who sits where.
pub(in crate::services) struct Board<'a> {
    facts: &'a Facts,
    meetings: HashMap<&'a ParticipantId, Vec<&'a Meeting>>,
    /// Who said of which meeting that the partner did not come: they wait alone, and are free.
    waiting: HashSet<(&'a ParticipantId, &'a str)>,
    apart: HashSet<(&'a ParticipantId, &'a ParticipantId)>,
    /// The free table of each slot with the lowest number. It is asked for each person who could meet somebody then.
    free_tables: HashMap<&'a SlotId, u32>,
}

impl<'a> Board<'a> {
    /// Lays out what is known.
    pub fn new(facts: &'a Facts, reports: &'a [MeetingReport]) -> Board<'a> {
        let mut meetings: HashMap<&ParticipantId, Vec<&Meeting>> = HashMap::new();
        for meeting in &facts.planned {
            meetings.entry(&meeting.a).or_default().push(meeting);
            meetings.entry(&meeting.b).or_default().push(meeting);
        }
        let absent = reports.iter().filter(|report| report.said == Said::Absent);
        let blocks = facts.wishes.iter().filter(|wish| wish.kind == WishKind::Block);
        let forbidden = facts.rules.iter().filter(|rule| rule.kind == PairRuleKind::Forbid);
        let pairs = blocks.map(|wish| (&wish.from, &wish.to)).chain(forbidden.map(|rule| (&rule.a, &rule.b)));
        Board {
            facts,
            meetings,
            waiting: absent.map(|report| (&report.by, report.meeting.as_str())).collect(),
            apart: pairs.flat_map(|(a, b)| [(a, b), (b, a)]).collect(),
            free_tables: free_tables(facts),
        }
    }

    /// A registered participant.
    pub fn person(&self, who: &ParticipantId) -> Option<&'a Participant> {
        self.facts.people.iter().find(|person| person.id == *who)
    }

    /// A slot of the agenda.
    pub fn slot(&self, id: &SlotId) -> Option<&'a Slot> {
        self.facts.programme.slots.iter().find(|slot| slot.id == *id)
    }

    fn meetings_of(&self, who: &ParticipantId) -> &[&'a Meeting] {
        self.meetings.get(who).map(Vec::as_slice).unwrap_or_default()
    }

    fn waits(&self, who: &ParticipantId, meeting: &Meeting) -> bool {
        self.waiting.contains(&(who, meeting.id.as_str()))
    }

    /// The meeting in which somebody waits alone in a slot.
    pub fn waits_in(&self, who: &ParticipantId, slot: &SlotId) -> Option<&'a Meeting> {
        let found = self.meetings_of(who).iter();
        found.copied().find(|meeting| meeting.slot == *slot && self.waits(who, meeting))
    }

    /// Whether somebody is there in a slot and sits with nobody.
    pub fn is_free(&self, person: &Participant, slot: &Slot) -> bool {
        // Times are compared beside the slot itself: slots of two blocks may overlap.
        let taken = self.meetings_of(&person.id).iter().any(|meeting| {
            let overlaps = meeting.starts_at < slot.ends_at && slot.starts_at < meeting.ends_at;
            overlaps && !self.waits(&person.id, meeting)
        });
        !taken && person.profile.attendance.is_free_in(slot, &self.facts.programme.sessions)
    }

    /// Whether somebody has fewer meetings than they want at most.
    pub fn wants_more(&self, person: &Participant) -> bool {
        let held =
            self.meetings_of(&person.id).iter().filter(|meeting| !self.waits(&person.id, meeting)).count();
        held < person.profile.attendance.max_meetings as usize
    }

    /// Whether two people can be brought together: neither excluded the other, the organiser does not forbid it, and
    /// they have no meeting yet.
    pub fn may_meet(&self, one: &ParticipantId, other: &ParticipantId) -> bool {
        let meet = self.meetings_of(one).iter().any(|meeting| meeting.partner_of(one) == other);
        !meet && !self.apart.contains(&(one, other))
    }

    /// The table for a meeting of two people in a slot: where one of them waits, else the free one with the lowest
    /// number. No table is needed online, or where the organiser gave no number of them.
    pub fn table(&self, slot: &Slot, people: [&ParticipantId; 2]) -> Table {
        if table_count(&self.facts.event).is_none() {
            return Table::NotNeeded;
        }
        let own =
            people.iter().find_map(|who| self.waits_in(who, &slot.id)).and_then(|meeting| meeting.table);
        let free = own.or_else(|| self.free_tables.get(&slot.id).copied());
        free.map_or(Table::NoneFree, Table::Number)
    }

    /// Whether two people can meet in a slot now.
    pub fn can_meet(&self, one: &Participant, other: &Participant, slot: &Slot, now: DateTime<Utc>) -> bool {
        now < slot.ends_at
            && self.may_meet(&one.id, &other.id)
            && self.is_free(one, slot)
            && self.is_free(other, slot)
            && self.wants_more(one)
            && self.wants_more(other)
            && self.table(slot, [&one.id, &other.id]) != Table::NoneFree
    }
}

/// The free table of each slot with the lowest number, where one is free.
fn free_tables(facts: &Facts) -> HashMap<&SlotId, u32> {
    let tables = table_count(&facts.event).unwrap_or_default();
    let free = |slot: &'_ Slot| {
        let then = facts
            .planned
            .iter()
            .filter(|meeting| meeting.starts_at < slot.ends_at && slot.starts_at < meeting.ends_at);
        let taken: HashSet<u32> = then.filter_map(|meeting| meeting.table).collect();
        (1..=tables).find(|number| !taken.contains(number))
    };
    facts.programme.slots.iter().filter_map(|slot| Some((&slot.id, free(slot)?))).collect()
}

/// Where a meeting finds room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::services) enum Table {
    Number(u32),
    NotNeeded,
    NoneFree,
}

impl Table {
    /// Its number.
    pub fn number(self) -> Option<u32> {
        match self {
            Table::Number(number) => Some(number),
            Table::NotNeeded | Table::NoneFree => None,
        }
    }
}
