//! Who is free when, and who may meet whom in a slot: the rules that a proposal keeps when it is made and again when
//! it is accepted.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;

use chrono::{DateTime, Utc};

use crate::domain::availability::Availability;
use crate::domain::day_hours::OwnDay;
use crate::domain::event::Slot;
use crate::domain::floor::Seats;
use crate::domain::ids::{InterpreterId, MeetingId, ParticipantId, SlotId};
use crate::domain::interpreter::{NobodyLeft, Wanted};
use crate::domain::meeting::Meeting;
use crate::domain::meeting_report::{MeetingReport, Said};
use crate::domain::misfit::Sits;
use crate::domain::round::PairRuleKind;
use crate::domain::wish::{Wish, WishKind};
use crate::services::rounds::Facts;

/// Somebody's place in the list of people.
pub(in crate::services) type Seat = usize;

/// The published plan of an event, as a table of who sits where.
pub(in crate::services) struct Board {
    facts: Facts,
    seats: HashMap<ParticipantId, Seat>,
    /// Everybody's own day, where its hours matter: asked for each slot.
    own_days: Vec<Option<OwnDay>>,
    /// The places of everybody's meetings in the plan.
    meetings: Vec<Vec<usize>>,
    /// The places of everybody's wishes and blocks, their own and those of others about them.
    wishes: Vec<Vec<usize>>,
    /// Who said of which meeting that the partner did not come: they wait alone, and are free.
    waiting: HashSet<(Seat, MeetingId)>,
    apart: HashSet<(Seat, Seat)>,
    /// The free tables of each slot. They are asked for each person who could meet somebody then.
    free_tables: HashMap<SlotId, BTreeSet<u32>>,
    /// Who interprets elsewhere in each slot.
    interpreting: HashMap<SlotId, BTreeSet<InterpreterId>>,
    /// For each slot who could be asked for a meeting then, once somebody wants to know of all.
    askable: OnceLock<Vec<Vec<Seat>>>,
}

impl Board {
    /// Lays out what is known.
    pub fn new(facts: Facts, reports: &[MeetingReport]) -> Board {
        let seats: HashMap<ParticipantId, Seat> =
            facts.people.iter().enumerate().map(|(seat, person)| (person.id.clone(), seat)).collect();
        let both = |a, b| Some((*seats.get(a)?, *seats.get(b)?));
        let mut meetings = vec![Vec::new(); facts.people.len()];
        for (place, meeting) in facts.planned.iter().enumerate() {
            for seat in [&meeting.a, &meeting.b].into_iter().filter_map(|who| seats.get(who)) {
                meetings[*seat].push(place);
            }
        }
        let mut wishes = vec![Vec::new(); facts.people.len()];
        for (place, wish) in facts.wishes.iter().enumerate() {
            for seat in [&wish.from, &wish.to].into_iter().filter_map(|who| seats.get(who)) {
                wishes[*seat].push(place);
            }
        }
        let absent = reports.iter().filter(|report| report.said == Said::Absent);
        let blocks = facts.wishes.iter().filter(|wish| wish.kind == WishKind::Block);
        let forbidden = facts.rules.iter().filter(|rule| rule.kind == PairRuleKind::Forbid);
        let blocked = blocks.filter_map(|wish| both(&wish.from, &wish.to));
        let pairs = blocked.chain(forbidden.filter_map(|rule| both(&rule.a, &rule.b)));
        Board {
            waiting: absent
                .filter_map(|report| Some((*seats.get(&report.by)?, report.meeting.clone())))
                .collect(),
            apart: pairs.flat_map(|(a, b)| [(a, b), (b, a)]).collect(),
            own_days: facts.people.iter().map(|one| one.profile.person.own_day(&facts.event)).collect(),
            free_tables: free_tables(&facts),
            interpreting: interpreting(&facts),
            askable: OnceLock::new(),
            meetings,
            wishes,
            seats,
            facts,
        }
    }

    /// Where a registered participant stands in the list of people.
    pub fn seat(&self, who: &ParticipantId) -> Option<Seat> {
        self.seats.get(who).copied()
    }

    /// A slot of the agenda.
    pub fn slot(&self, id: &SlotId) -> Option<&Slot> {
        self.facts.programme.slots.iter().find(|slot| slot.id == *id)
    }

    /// The published meetings of somebody.
    pub fn meetings_of(&self, seat: Seat) -> impl Iterator<Item = &Meeting> {
        let own = self.meetings.get(seat).map(Vec::as_slice).unwrap_or_default();
        own.iter().map(|place| &self.facts.planned[*place])
    }

    /// The wishes and blocks of somebody, and those of others about them.
    pub fn wishes_with(&self, seat: Seat) -> impl Iterator<Item = &Wish> {
        let with = self.wishes.get(seat).map(Vec::as_slice).unwrap_or_default();
        with.iter().map(|place| &self.facts.wishes[*place])
    }

    fn waits(&self, seat: Seat, meeting: &Meeting) -> bool {
        !self.waiting.is_empty() && self.waiting.contains(&(seat, meeting.id.clone()))
    }

    /// The meeting in which somebody waits alone in a slot.
    pub fn waits_in(&self, seat: Seat, slot: &SlotId) -> Option<&Meeting> {
        self.meetings_of(seat).find(|meeting| meeting.slot == *slot && self.waits(seat, meeting))
    }

    /// Whether somebody is there in a slot and sits with nobody.
    pub fn is_free(&self, seat: Seat, slot: &Slot) -> bool {
        self.is_free_besides(seat, slot, None)
    }

    /// The same, as if one of their meetings were not there.
    fn is_free_besides(&self, seat: Seat, slot: &Slot, moved: Option<&Meeting>) -> bool {
        // Times are compared beside the slot itself: slots of two blocks may overlap.
        let taken = self.meetings_of(seat).any(|meeting| {
            let overlaps = meeting.starts_at < slot.ends_at && slot.starts_at < meeting.ends_at;
            overlaps && !self.waits(seat, meeting) && moved.is_none_or(|moved| moved.id != meeting.id)
        });
        !taken && self.availability(seat).is_free_in(slot)
    }

    fn availability(&self, seat: Seat) -> Availability<'_> {
        let attendance = &self.facts.people[seat].profile.attendance;
        Availability { attendance, sessions: &self.facts.programme.sessions, own_day: self.own_days[seat] }
    }

    /// Whether somebody can be asked: they agreed to be seen, and a mail reaches them.
    pub fn can_be_asked(&self, seat: Seat) -> bool {
        let profile = &self.facts.people[seat].profile;
        profile.listed && profile.person.email.is_some()
    }

    /// Whether somebody has fewer meetings than they want at most.
    pub fn wants_more(&self, seat: Seat) -> bool {
        let held = self.meetings_of(seat).filter(|meeting| !self.waits(seat, meeting)).count();
        held < self.facts.people[seat].profile.attendance.max_meetings as usize
    }

    /// Whether two people can be brought together: neither excluded the other, the organiser does not forbid it, and
    /// they have no meeting yet.
    pub fn may_meet(&self, one: Seat, other: Seat) -> bool {
        self.meeting_between(one, other).is_none() && !self.apart.contains(&(one, other))
    }

    /// With whom somebody cannot be brought together, by their places.
    pub fn barred(&self, one: Seat) -> HashSet<Seat> {
        let own = &self.facts.people[one].id;
        let met = self.meetings_of(one).filter_map(|meeting| self.seat(meeting.partner_of(own)));
        let apart = self.apart.iter().filter(|(author, _)| *author == one).map(|(_, other)| *other);
        met.chain(apart).chain([one]).collect()
    }

    /// The table for a meeting of two people in a slot: where one of them waits, else, of those they may sit at, the free one
    /// with the lowest number. No table is needed online, or where the organiser gave no number of them.
    pub fn table(&self, slot: &Slot, seats: [Seat; 2]) -> Table {
        let Some(last) = self.facts.event.tables() else { return Table::NotNeeded };
        let own =
            seats.iter().find_map(|seat| self.waits_in(*seat, &slot.id)).and_then(|meeting| meeting.table);
        let floor = &self.facts.programme.floor;
        if floor.is_plain() {
            let free = own.or_else(|| self.free_tables.get(&slot.id)?.first().copied());
            return free.map_or(Table::NoneFree, Table::Number);
        }
        let two = seats.map(|seat| self.facts.people[seat].guest());
        let mut free = self.free_tables.get(&slot.id).into_iter().flatten().copied();
        let seats = floor.seats(two, &slot.id, last);
        let may = |table: &u32| match &seats {
            Seats::Anybodys => floor.is_anybodys(*table, &slot.id),
            Seats::These(tables) => tables.contains(table),
        };
        let found = own.filter(may).or_else(|| free.find(may));
        found.map_or(Table::NoneFree, Table::Number)
    }

    /// Who interprets for two people in a slot: nobody, if they need no one.
    ///
    /// # Errors
    /// Nobody is left then.
    pub fn interpreter(&self, slot: &Slot, seats: [Seat; 2]) -> Result<Option<InterpreterId>, NobodyLeft> {
        let interpreting = &self.facts.programme.interpreting;
        let two = seats.map(|seat| self.facts.people[seat].languages());
        if !interpreting.needed(two) {
            return Ok(None);
        }
        let own = seats.iter().find_map(|seat| self.waits_in(*seat, &slot.id));
        let now = own.and_then(|meeting| meeting.interpreter.as_ref());
        // Whoever would interpret where somebody waits alone is free.
        let taken = self.interpreting.get(&slot.id).into_iter().flatten();
        let taken = taken.filter(|id| Some(*id) != now).collect();
        interpreting.helper(Wanted { two, now }, &slot.id, &taken)
    }

    /// The meeting that two people have.
    pub fn meeting_between(&self, one: Seat, other: Seat) -> Option<&Meeting> {
        let (own, partner) = (&self.facts.people[one].id, &self.facts.people[other].id);
        self.meetings_of(one).find(|meeting| meeting.partner_of(own) == partner)
    }

    /// Whether a meeting of two people that has not begun can take place in another slot instead.
    pub fn can_move(&self, meeting: &Meeting, seats: [Seat; 2], slot: &Slot, now: DateTime<Utc>) -> bool {
        let is_other = slot.id != meeting.slot && now < meeting.starts_at && now < slot.starts_at;
        let [one, other] = seats;
        is_other
            && !self.apart.contains(&(one, other))
            && seats.into_iter().all(|seat| self.is_free_besides(seat, slot, Some(meeting)))
            && self.table(slot, seats) != Table::NoneFree
            && self.interpreter(slot, seats).is_ok()
    }

    /// Whether two people can meet in a slot now.
    pub fn can_meet(&self, one: Seat, other: Seat, slot: &Slot, now: DateTime<Utc>) -> bool {
        now < slot.ends_at
            && self.may_meet(one, other)
            && self.is_free(one, slot)
            && self.is_free(other, slot)
            && self.wants_more(one)
            && self.wants_more(other)
            && self.table(slot, [one, other]) != Table::NoneFree
            && self.interpreter(slot, [one, other]).is_ok()
    }

    /// Everybody who can be asked for a meeting in a slot of the agenda, whoever asks: free, listed, within reach, and with
    /// meetings to spare.
    pub fn askable(&self, slot: &SlotId) -> &[Seat] {
        let slots = &self.facts.programme.slots;
        let all = self.askable.get_or_init(|| {
            let seats = 0..self.facts.people.len();
            let willing: Vec<Seat> =
                seats.filter(|seat| self.can_be_asked(*seat) && self.wants_more(*seat)).collect();
            let free =
                |slot: &Slot| willing.iter().copied().filter(|seat| self.is_free(*seat, slot)).collect();
            slots.iter().map(free).collect()
        });
        let place = slots.iter().position(|one| one.id == *slot);
        place.and_then(|place| all.get(place)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The tables of each slot at which nobody sits.
fn free_tables(facts: &Facts) -> HashMap<SlotId, BTreeSet<u32>> {
    let tables = facts.event.tables().unwrap_or_default();
    let free = |slot: &'_ Slot| {
        let then = facts
            .planned
            .iter()
            .filter(|meeting| meeting.starts_at < slot.ends_at && slot.starts_at < meeting.ends_at);
        let taken: HashSet<u32> = then.filter_map(|meeting| meeting.table).collect();
        (1..=tables).filter(|number| !taken.contains(number)).collect()
    };
    facts.programme.slots.iter().map(|slot| (slot.id.clone(), free(slot))).collect()
}

/// Who interprets in each slot.
fn interpreting(facts: &Facts) -> HashMap<SlotId, BTreeSet<InterpreterId>> {
    let helped: Vec<&Meeting> = facts.planned.iter().filter(|one| one.interpreter.is_some()).collect();
    let then = |slot: &Slot| {
        let then = helped.iter().filter(|one| one.starts_at < slot.ends_at && slot.starts_at < one.ends_at);
        then.filter_map(|meeting| meeting.interpreter.clone()).collect()
    };
    facts.programme.slots.iter().map(|slot| (slot.id.clone(), then(slot))).collect()
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
