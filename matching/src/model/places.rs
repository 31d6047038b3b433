//! Where meetings are held: the tables of each slot, those that only certain meetings may use (booths, tables that a pin names), and
//! which of them two people use when.
//!
//! Rule: in a slot in which one of the two stays at a booth they meet there. Where both stay at different ones, whoever does not
//! yield is the host; of two who yield, the one of the lower tables; of two who do not, neither, and they cannot meet then.

use crate::model::input::{Booth, Input};
use crate::model::problem::{Pair, Problem};
use crate::model::slots::{Mask, mask_of, mask_where};
use std::collections::BTreeSet;
use std::sync::Arc;

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

/// Where two people meet who do not sit at any free table in every slot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Venue {
    /// Disjoint in their slots.
    pub parts: Vec<Part>,
    /// The slots in which they sit at any free table.
    pub free: Mask,
    /// The slots in which there is a place for them if nobody else meets.
    pub possible: Mask,
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

impl Venue {
    /// One place in all slots.
    pub(crate) fn everywhere(place: Place) -> Venue {
        Venue { parts: vec![Part { slots: Mask::MAX, place }], free: 0, possible: Mask::MAX }
    }

    pub(crate) fn at(&self, slot: usize) -> Place {
        let part = self.parts.iter().find(|part| part.slots >> slot & 1 == 1);
        part.map_or(Place::FREE, |part| part.place)
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
    pub venues: Arc<Vec<Venue>>,
    stays: Vec<Stay>,
    /// Index of the stay of each person, or [`NONE`].
    stay_of: Vec<u32>,
}

impl Places {
    pub(crate) fn of(input: &Input, free_tables: &[u32]) -> Places {
        let mut places = Places::default();
        places.stay_of = input.people.iter().map(|p| places.stay(input, p.booth.as_ref())).collect();
        let (kinds, mut venues) = (places.stays.len(), Vec::new());
        for a in 0..=kinds {
            for b in 0..=kinds {
                let stay = |k: usize| places.stays.get(k);
                let (parts, barred) = parts(&places.reserved, stay(a), stay(b));
                venues.push(places.venue(parts, barred, free_tables));
            }
        }
        places.venues = Arc::new(venues);
        places
    }

    fn stay(&mut self, input: &Input, booth: Option<&Booth>) -> u32 {
        let Some(booth) = booth else { return NONE };
        let all = mask_where(input.slots.len(), |_| true);
        let slots = if booth.slots.is_empty() { all } else { mask_of(&booth.slots) };
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

    /// Index of the venue of two people, or [`NONE`].
    pub(crate) fn of_two(&self, a: u32, b: u32) -> u32 {
        match (self.stay_of[a as usize], self.stay_of[b as usize]) {
            (NONE, NONE) => NONE,
            (a, b) => {
                let kinds = self.stays.len() as u32;
                a.min(kinds) * (kinds + 1) + b.min(kinds)
            }
        }
    }

    /// Adds a venue.
    pub(crate) fn add(&mut self, venue: Venue) -> u32 {
        let venues = Arc::make_mut(&mut self.venues);
        venues.push(venue);
        venues.len() as u32 - 1
    }

    /// The venue of two people whose pin names a table.
    pub(crate) fn pinned(
        &mut self,
        input: &Input,
        free_tables: &[u32],
        (a, b): (u32, u32),
        table: u32,
    ) -> u32 {
        let known = self.of_two(a, b);
        let base = if known == NONE { None } else { Some(self.venues[known as usize].clone()) };
        let own = self.reserve(input, &[table], false);
        let of_booth = self.is_booth(table);
        let mut parts = Vec::new();
        let mut barred = 0;
        for part in base.iter().flat_map(|venue| &venue.parts) {
            let booth = part.place.reserved[0];
            let of = &self.reserved[booth as usize].tables;
            if of.contains(&table) {
                let second = if of.len() > 1 { own } else { NONE };
                parts.push(Part { place: Place { reserved: [booth, second], takes_table: false }, ..*part });
            } else {
                barred |= part.slots;
            }
        }
        let free = base.map_or(mask_where(input.slots.len(), |_| true), |venue| venue.free);
        if of_booth {
            barred |= free;
        } else {
            parts.push(Part { slots: free, place: Place { reserved: [own, NONE], takes_table: true } });
        }
        let taken = parts.iter().fold(0, |all, part| all | part.slots);
        let all = mask_where(input.slots.len(), |_| true);
        let venue = self.venue(parts, barred | all & !taken, free_tables);
        self.add(venue)
    }

    fn venue(&self, parts: Vec<Part>, barred: Mask, free_tables: &[u32]) -> Venue {
        let taken = parts.iter().fold(0, |all, part| all | part.slots);
        let free = mask_where(free_tables.len(), |s| (taken | barred) >> s & 1 == 0);
        let mut venue = Venue { parts, free, possible: 0 };
        venue.possible = mask_where(free_tables.len(), |s| {
            let place = venue.at(s);
            let has_table = !place.takes_table || free_tables[s] > 0;
            barred >> s & 1 == 0 && has_table && place.tables().all(|at| self.reserved[at].room[s] > 0)
        });
        venue
    }
}

/// The slots that two people do not spend at any free table, and those in which they cannot meet.
fn parts(reserved: &[ReservedTables], a: Option<&Stay>, b: Option<&Stay>) -> (Vec<Part>, Mask) {
    let slots = |stay: Option<&Stay>| stay.map_or(0, |stay| stay.slots);
    let both = slots(a) & slots(b);
    let host = match (a, b) {
        (Some(a), Some(b)) if a.reserved == b.reserved => Some(a),
        (Some(a), Some(b)) if a.yields == b.yields => {
            let first = reserved[a.reserved as usize].tables < reserved[b.reserved as usize].tables;
            a.yields.then_some(if first { a } else { b })
        }
        (Some(a), Some(b)) => Some(if b.yields { a } else { b }),
        (one, other) => one.or(other),
    };
    let mut parts = Vec::new();
    let mut add = |stay: Option<&Stay>, slots: Mask| {
        if let Some(stay) = stay.filter(|_| slots != 0) {
            parts.push(Part { slots, place: Place { reserved: [stay.reserved, NONE], takes_table: false } });
        }
    };
    add(a, slots(a) & !both);
    add(b, slots(b) & !both);
    add(host, both);
    (parts, if host.is_none() { both } else { 0 })
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

    /// The venue of a pair that has one.
    pub(crate) fn venue(&self, pair: &Pair) -> &Venue {
        &self.places.venues[pair.venue as usize]
    }

    /// Whether a meeting of a pair takes one of a slot's free tables.
    pub(crate) fn takes_table(&self, pair: &Pair, slot: usize) -> bool {
        pair.venue == NONE || self.place(pair, slot).takes_table
    }

    /// Whether a meeting of a pair may take a free table in some slot.
    pub(crate) fn may_take_table(&self, pair: &Pair) -> bool {
        let takes = |part: &Part| part.place.takes_table;
        pair.venue == NONE || self.venue(pair).free != 0 || self.venue(pair).parts.iter().any(takes)
    }

    /// Whether something is nobody's to use but some people's, or is not there in every slot.
    pub(crate) fn tables_differ(&self) -> bool {
        self.places.booths().next().is_some() || self.input.slots.iter().any(|slot| !slot.missing.is_empty())
    }

    /// The slots in which two people stay at booths of their own, neither of which the other comes to.
    pub(crate) fn apart(&self, a: usize, b: usize) -> Mask {
        let venue = self.places.of_two(a as u32, b as u32);
        if venue == NONE {
            return 0;
        }
        let venue = &self.places.venues[venue as usize];
        let known = venue.parts.iter().fold(venue.free, |all, part| all | part.slots);
        mask_where(self.slots, |_| true) & !known
    }
}
