//! Where meetings are held: the tables of each slot, those that only certain meetings may use (booths, tables that a pin names), and
//! which of them two people use when.
//!
//! Rule: in a slot in which one of the two stays at a booth they meet there. Where both stay at different ones, whoever does not
//! yield is the host; of two who yield, the one of the lower tables; of two who do not, neither, and they cannot meet then.

use crate::model::input::{Booth, Input};
use crate::model::problem::{Pair, Problem};
use crate::model::slots::{Mask, mask_of, mask_where};
use std::collections::BTreeSet;

/// "No such thing" in the solver's index arrays.
pub(crate) const NONE: u32 = u32::MAX;

/// Tables that only certain meetings may use: a booth, or one that a pin names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReservedTables {
    /// In ascending order.
    pub tables: Vec<u32>,
    pub booth: bool,
    /// How many meetings there is room for in each slot.
    pub room: Vec<u32>,
}

/// Of a pair: its people meet where they stay; no [`Venue`] is kept for it.
const BY_STAYS: u32 = NONE - 1;

/// Where two people meet in each slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Venue {
    /// Disjoint in their slots; those of none say nothing.
    pub parts: [Part; 4],
    /// The slots in which they sit at any free table. In those that are in no part either they cannot meet.
    pub free: Mask,
}

/// Some slots of a [`Venue`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub slots: Mask,
    pub place: Place,
}

/// What a meeting takes in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Indices of reserved tables, or [`NONE`].
    pub reserved: [u32; 2],
    /// Whether one of the slot's free tables is taken.
    pub takes_table: bool,
}

impl Place {
    /// Any free table.
    pub(crate) const FREE: Place = Place { reserved: [NONE, NONE], takes_table: true };
    /// No table that there is.
    pub(crate) const NOWHERE: Place = Place { reserved: [NONE, NONE], takes_table: false };

    /// The reserved tables that it is of.
    pub(crate) fn tables(self) -> impl Iterator<Item = usize> {
        self.reserved.into_iter().filter(|&at| at != NONE).map(|at| at as usize)
    }
}

impl Part {
    const NONE: Part = Part { slots: 0, place: Place::NOWHERE };
}

impl Venue {
    /// One place in all slots.
    pub(crate) fn everywhere(place: Place) -> Venue {
        let whole = Part { slots: Mask::MAX, place };
        Venue { parts: [whole, Part::NONE, Part::NONE, Part::NONE], free: 0 }
    }

    pub(crate) fn at(&self, slot: usize) -> Place {
        let part = self.parts.iter().find(|part| part.slots >> slot & 1 == 1);
        part.map_or(Place::FREE, |part| part.place)
    }

    /// The slots in which they can meet as far as their booths go.
    pub(crate) fn slots(&self) -> Mask {
        self.parts.iter().fold(self.free, |all, part| all | part.slots)
    }
}

/// People who stay at the same tables in the same slots.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stay {
    reserved: u32,
    slots: Mask,
    yields: bool,
}

/// All that an input says of places.
#[derive(Debug, Clone, Default)]
pub(crate) struct Places {
    pub reserved: Vec<ReservedTables>,
    /// Those of pins and frozen meetings.
    venues: Vec<Venue>,
    stays: Vec<Stay>,
    /// Index of the stay of each person, or [`NONE`].
    stay_of: Vec<u32>,
    /// All slots.
    all: Mask,
}

impl Places {
    pub(crate) fn of(input: &Input) -> Places {
        let mut places = Places { all: mask_where(input.slots.len(), |_| true), ..Places::default() };
        places.stay_of = input.people.iter().map(|p| places.stay(input, p.booth.as_ref())).collect();
        places
    }

    fn stay(&mut self, input: &Input, booth: Option<&Booth>) -> u32 {
        let Some(booth) = booth else { return NONE };
        let slots = if booth.slots.is_empty() { self.all } else { mask_of(&booth.slots) };
        let stay = Stay { reserved: self.reserve(input, &booth.tables, true), slots, yields: booth.yields };
        index_or_push(&mut self.stays, stay)
    }

    /// Index of some tables, known or new.
    fn reserve(&mut self, input: &Input, tables: &[u32], booth: bool) -> u32 {
        let tables: Vec<u32> = tables.iter().copied().collect::<BTreeSet<u32>>().into_iter().collect();
        // A booth stands even where meetings need no table.
        let of_booth = booth || tables.iter().any(|t| self.is_booth(*t));
        let there = |slot: usize| match input.slots[slot].tables {
            Some(_) => tables.iter().filter(|t| input.slots[slot].has(**t)).count() as u32,
            None => {
                if of_booth {
                    tables.len() as u32
                } else {
                    0
                }
            }
        };
        let room = (0..input.slots.len()).map(there).collect();
        index_or_push(&mut self.reserved, ReservedTables { tables, booth, room })
    }

    pub(crate) fn is_booth(&self, table: u32) -> bool {
        self.booths().any(|booth| booth.tables.contains(&table))
    }

    /// The booths.
    pub(crate) fn booths(&self) -> impl Iterator<Item = &ReservedTables> {
        self.reserved.iter().filter(|it| it.booth)
    }

    /// How many meetings the booths have room for in a slot.
    pub(crate) fn room_of_booths(&self, slot: usize) -> u64 {
        self.booths().map(|booth| u64::from(booth.room[slot])).sum()
    }

    /// The venue of two people without a pin, as pairs name it; [`NONE`] where any free table will do in every slot.
    pub(crate) fn of_two(&self, a: u32, b: u32) -> u32 {
        let stays = |i: u32| self.stay_of[i as usize] != NONE;
        if stays(a) || stays(b) { BY_STAYS } else { NONE }
    }

    /// The venue that a pair of two people names.
    pub(crate) fn venue(&self, (a, b): (u32, u32), venue: u32) -> Venue {
        match venue {
            NONE | BY_STAYS => self.by_stays((a, b)),
            at => self.venues[at as usize],
        }
    }

    fn stay_at(&self, person: u32) -> Option<&Stay> {
        self.stays.get(self.stay_of[person as usize] as usize)
    }

    /// The venue of two people whatever a pin says.
    pub(crate) fn by_stays(&self, (a, b): (u32, u32)) -> Venue {
        let (a, b) = (self.stay_at(a), self.stay_at(b));
        let slots = |stay: Option<&Stay>| stay.map_or(0, |stay| stay.slots);
        let both = slots(a) & slots(b);
        let part = |stay: Option<&Stay>, slots: Mask| match stay {
            Some(stay) if slots != 0 => {
                Part { slots, place: Place { reserved: [stay.reserved, NONE], takes_table: false } }
            }
            _ => Part::NONE,
        };
        Venue {
            parts: [
                part(a, slots(a) & !both),
                part(b, slots(b) & !both),
                part(self.host(a, b), both),
                Part::NONE,
            ],
            free: self.all & !(slots(a) | slots(b)),
        }
    }

    /// Where two people meet while both stay; nowhere if neither goes to the other.
    fn host<'s>(&self, a: Option<&'s Stay>, b: Option<&'s Stay>) -> Option<&'s Stay> {
        match (a, b) {
            (Some(a), Some(b)) if a.reserved == b.reserved => Some(a),
            (Some(a), Some(b)) if a.yields == b.yields => {
                let tables = |stay: &Stay| &self.reserved[stay.reserved as usize].tables;
                a.yields.then_some(if tables(a) < tables(b) { a } else { b })
            }
            (Some(a), Some(b)) => Some(if b.yields { a } else { b }),
            (one, other) => one.or(other),
        }
    }

    /// Keeps a venue; its index is returned.
    pub(crate) fn add(&mut self, venue: Venue) -> u32 {
        self.venues.push(venue);
        self.venues.len() as u32 - 1
    }

    /// The venue of two people whose pin names a table.
    pub(crate) fn pinned(&mut self, input: &Input, (a, b): (u32, u32), table: u32) -> u32 {
        let mut venue = self.by_stays((a, b));
        let own = self.reserve(input, &[table], false);
        for part in venue.parts.iter_mut().filter(|part| part.slots != 0) {
            let of = &self.reserved[part.place.reserved[0] as usize].tables;
            if !of.contains(&table) {
                *part = Part::NONE;
            } else if of.len() > 1 {
                part.place.reserved[1] = own;
            }
        }
        // A table of a booth is not one of the free ones.
        if !self.is_booth(table) {
            let place = Place { reserved: [own, NONE], takes_table: true };
            venue.parts[3] = Part { slots: venue.free, place };
        }
        venue.free = 0;
        self.add(venue)
    }

    /// The slots in which there is a place for two people if nobody else meets.
    pub(crate) fn possible(&self, venue: &Venue, free_tables: &[u32]) -> Mask {
        let slots = venue.slots();
        mask_where(free_tables.len(), |s| {
            let place = venue.at(s);
            let has_table = !place.takes_table || free_tables[s] > 0;
            slots >> s & 1 == 1 && has_table && place.tables().all(|at| self.reserved[at].room[s] > 0)
        })
    }

    /// Whether two slots are alike for all who stay somewhere.
    pub(crate) fn are_alike(&self, s: usize, t: usize) -> bool {
        let both = |mask: Mask| mask >> s & 1 == mask >> t & 1;
        self.reserved.iter().all(|it| it.room[s] == it.room[t])
            && self.stays.iter().all(|stay| both(stay.slots))
            && self.venues.iter().flat_map(|venue| &venue.parts).all(|part| both(part.slots))
    }
}

fn index_or_push<T: PartialEq>(list: &mut Vec<T>, item: T) -> u32 {
    let at = list.iter().position(|known| *known == item).unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    });
    at as u32
}

/// Tables of each slot that are nobody's booth; `u32::MAX` where meetings need none.
pub(crate) fn free_tables(input: &Input) -> Vec<u32> {
    // More tables than people are as good as as many as people.
    let most = input.people.len() as u32;
    let booths: BTreeSet<u32> = input
        .people
        .iter()
        .filter_map(|p| p.booth.as_ref())
        .flat_map(|booth| booth.tables.iter().copied())
        .collect();
    let free = |slot: usize| {
        let slot = &input.slots[slot];
        let gone: BTreeSet<u32> = booths.iter().chain(&slot.missing).copied().collect();
        slot.tables.map_or(u32::MAX, |tables| {
            (tables - gone.iter().filter(|&&t| t < tables).count() as u32).min(most)
        })
    };
    (0..input.slots.len()).map(free).collect()
}

impl Problem {
    /// What a meeting of a pair takes in a slot.
    pub(crate) fn place(&self, pair: &Pair, slot: usize) -> Place {
        if pair.venue == NONE { Place::FREE } else { self.venue(pair).at(slot) }
    }

    /// Where a pair meets in each slot.
    pub(crate) fn venue(&self, pair: &Pair) -> Venue {
        self.places.venue((pair.a, pair.b), pair.venue)
    }

    /// Whether a meeting of a pair takes one of a slot's free tables.
    pub(crate) fn takes_table(&self, pair: &Pair, slot: usize) -> bool {
        pair.venue == NONE || self.place(pair, slot).takes_table
    }

    /// Whether a meeting of a pair may take a free table in some slot.
    pub(crate) fn may_take_table(&self, pair: &Pair) -> bool {
        let takes = |part: &Part| part.place.takes_table && part.slots != 0;
        pair.venue == NONE || self.venue(pair).free != 0 || self.venue(pair).parts.iter().any(takes)
    }

    /// Whether something is nobody's to use but some people's, or is not there in every slot.
    pub(crate) fn tables_differ(&self) -> bool {
        self.places.booths().next().is_some() || self.input.slots.iter().any(|slot| !slot.missing.is_empty())
    }

    /// The slots in which two people stay at booths of their own, neither of which the other comes to.
    pub(crate) fn apart(&self, a: usize, b: usize) -> Mask {
        self.places.all & !self.places.by_stays((a as u32, b as u32)).slots()
    }
}
