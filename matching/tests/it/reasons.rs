//! Each reason for too few meetings is true of the schedule it comes with.

use crate::determinism::event;
use crate::interpreters::suffice;
use crate::oracle::tables_for;
use crate::random_problems::Dice;
use crate::random_problems::{Extras, problem};
use matching::{
    Frozen, Hindrance, Input, Meeting, Options, PairInput, Problem, Quota, Reason, Shortfall, Unobserved,
    solve, why_short, why_short_beside,
};

fn has(meetings: &[Meeting], person: usize) -> u32 {
    meetings.iter().filter(|m| m.a == person || m.b == person).count() as u32
}

/// Each reason is true of a schedule in which some slots are frozen, and everybody below the minimum has one.
pub fn verify_all(problem: &Problem, meetings: &[Meeting], shortfalls: &[Shortfall], frozen: &[usize]) {
    let people = &problem.input().people;
    let below = (0..people.len()).filter(|&i| has(meetings, i) < people[i].minimum);
    assert_eq!(shortfalls.iter().map(|s| s.person).collect::<Vec<_>>(), below.collect::<Vec<_>>());
    shortfalls.iter().for_each(|short| verify(problem, meetings, short, frozen));
}

fn verify(problem: &Problem, meetings: &[Meeting], short: &Shortfall, frozen: &[usize]) {
    let input = problem.input();
    let me = &input.people[short.person];
    assert_eq!(short.has, has(meetings, short.person));
    assert_eq!(short.minimum, me.minimum);
    assert!(short.has < short.minimum);
    let partners: Vec<usize> = (input.pairs.iter())
        .filter_map(|p| [(p.a, p.b), (p.b, p.a)].into_iter().find(|x| x.0 == short.person).map(|x| x.1))
        .collect();
    // What somebody says of themselves is told first: then each partner is looked at.
    assert_eq!(partners.is_empty(), short.reason == Reason::NoPartner);
    let open = me.available.iter().filter(|open| **open).count() as u32;
    if matches!(short.reason, Reason::EveryoneMet { .. } | Reason::Hindered(_)) {
        assert!(short.has < me.cap && short.has < open, "{short:?}");
    }
    match &short.reason {
        Reason::OwnLimit { cap } => assert!(*cap == me.cap && short.has == me.cap),
        Reason::OwnSlots { available } => {
            assert_eq!((*available, *available), (open, short.has));
        }
        Reason::NoPartner => {}
        Reason::EveryoneMet { partners: count } => {
            assert_eq!(*count as usize, partners.len());
            assert_eq!(*count, short.has);
        }
        Reason::Hindered(list) => {
            let met = |other: usize| {
                meetings.iter().any(|m| [(m.a, m.b), (m.b, m.a)].contains(&(short.person, other)))
            };
            let mut open: Vec<usize> = partners.into_iter().filter(|&p| !met(p)).collect();
            open.sort_unstable();
            assert_eq!(list.iter().map(|h| h.0).collect::<Vec<_>>(), open);
            list.iter().for_each(|(other, hindrance)| {
                let known = Known::of(problem, meetings, short.person, *other);
                assert!(
                    known.bears_out(hindrance, frozen),
                    "{} and {other}: {hindrance:?} of {meetings:?} in {input:?}",
                    short.person
                );
            });
        }
    }
}

/// What can be seen of two people who do not meet.
struct Known<'a> {
    input: &'a Input,
    meetings: &'a [Meeting],
    me: usize,
    other: usize,
    pair: &'a PairInput,
    common: Vec<usize>,
    /// Common slots in which both are free; those of them with a table; and those that a pin allows.
    free: Vec<usize>,
    with_table: Vec<usize>,
    as_pinned: Vec<usize>,
}

impl Known<'_> {
    fn of<'a>(problem: &'a Problem, meetings: &'a [Meeting], me: usize, other: usize) -> Known<'a> {
        let input = problem.input();
        let key = |a: usize, b: usize| (a.min(b), a.max(b));
        let pair = input.pairs.iter().find(|p| key(p.a, p.b) == key(me, other)).unwrap();
        let open = |s: &usize| [me, other].iter().all(|&i| input.people[i].available[*s]);
        let common: Vec<usize> = (0..input.slots.len()).filter(open).collect();
        let busy = |s: usize| {
            meetings.iter().any(|m| m.slot == s && [m.a, m.b].iter().any(|i| [me, other].contains(i)))
        };
        let free: Vec<usize> = common.iter().copied().filter(|&s| !busy(s)).collect();
        let mut known =
            Known { input, meetings, me, other, pair, common, free, with_table: vec![], as_pinned: vec![] };
        known.with_table = known.free.iter().copied().filter(|&s| known.has_table(s)).collect();
        let pin = input.pins.iter().find(|p| key(p.a, p.b) == key(me, other));
        let allows = |s: &usize| {
            pin.is_none_or(|pin| {
                let taken = |t: u32| meetings.iter().any(|m| m.slot == *s && m.table == Some(t));
                let at = |t: u32| known.tables(*s).is_some_and(|it| it.contains(&Some(t))) && !taken(t);
                pin.slot.is_none_or(|slot| slot == *s) && pin.table.is_none_or(at)
            })
        };
        known.as_pinned =
            known.with_table.iter().copied().filter(allows).filter(|s| known.is_heard(*s)).collect();
        known
    }

    fn tables(&self, slot: usize) -> Option<Vec<Option<u32>>> {
        tables_for(self.input, slot, (self.me, self.other))
    }

    /// Whether a table where they may sit is free in a slot.
    fn has_table(&self, slot: usize) -> bool {
        let taken = |t: u32| self.meetings.iter().any(|m| m.slot == slot && m.table == Some(t));
        let free = |tables: Vec<Option<u32>>| tables.iter().any(|t| t.is_none_or(|t| !taken(t)));
        self.tables(slot).is_some_and(free)
    }

    /// Whether somebody can interpret for them in a slot beside all others, if they need it.
    fn is_heard(&self, slot: usize) -> bool {
        let here = self.meetings.iter().filter(|m| m.slot == slot).map(|m| (m.a, m.b));
        suffice(self.input, slot, &here.chain([(self.me, self.other)]).collect::<Vec<_>>())
    }

    fn bears_out(&self, hindrance: &Hindrance, frozen: &[usize]) -> bool {
        let is_frozen = |s: &usize| frozen.contains(s);
        match hindrance {
            Hindrance::NoCommonSlot => self.common.is_empty(),
            Hindrance::TwoBooths => self.common.iter().all(|slot| self.tables(*slot).is_none()),
            Hindrance::PartnerAtLimit => has(self.meetings, self.other) == self.input.people[self.other].cap,
            Hindrance::Taken => self.free.is_empty(),
            Hindrance::TablesFull { slots } => {
                !slots.is_empty() && *slots == self.free && self.with_table.is_empty()
            }
            Hindrance::NoInterpreter { slots } => {
                !slots.is_empty() && *slots == self.with_table && !slots.iter().any(|s| self.is_heard(*s))
            }
            Hindrance::PinnedElsewhere => !self.with_table.is_empty() && self.as_pinned.is_empty(),
            Hindrance::Frozen { slots } => {
                !slots.is_empty() && *slots == self.as_pinned && slots.iter().all(is_frozen)
            }
            Hindrance::Free { slots } => {
                let open = self.as_pinned.iter().copied().filter(|s| !is_frozen(s));
                !slots.is_empty() && *slots == open.collect::<Vec<_>>() && !self.breaks_share()
            }
            Hindrance::Quota => self.breaks_share(),
        }
    }

    /// Whether one more meeting of the two breaks the quota where that is a share.
    fn breaks_share(&self) -> bool {
        self.input.quotas.iter().enumerate().any(|(at, quota)| self.one_more_breaks(at, *quota))
    }

    fn one_more_breaks(&self, at: usize, quota: Quota) -> bool {
        let Quota::Percent(percent) = quota else { return false };
        let crosses = |m: &&Meeting| {
            self.input
                .pairs
                .iter()
                .any(|p| p.crossing.counts_for(at) && (p.a.min(p.b), p.a.max(p.b)) == (m.a, m.b))
        };
        let crossing = self.meetings.iter().filter(crosses).count() as u64;
        !self.pair.crossing.counts_for(at)
            && crossing * 100 < (self.meetings.len() as u64 + 1) * u64::from(percent)
    }
}

#[test]
fn every_reason_is_true_of_its_schedule() {
    let mut seen = 0;
    for seed in 0..1_000 {
        for extras in [Extras::None, Extras::Booths, Extras::Quota] {
            let Some(problem) = problem(seed, extras) else {
                continue;
            };
            let solution =
                solve(&problem, &Options { seed: 1, work: 200, ..Options::standard() }, &mut Unobserved);
            verify_all(&problem, &solution.meetings, &solution.shortfalls, &[]);
            seen += solution.shortfalls.len();
        }
    }
    assert!(seen > 500);
}

#[test]
fn a_larger_event_with_few_tables_explains_who_is_left_out() {
    let mut input = event(3, 60);
    input.slots.iter_mut().for_each(|s| s.tables = Some(4));
    let problem = Problem::new(input).unwrap();
    let solution =
        solve(&problem, &Options { seed: 1, work: 50_000, ..Options::standard() }, &mut Unobserved);
    assert!(!solution.shortfalls.is_empty());
    verify_all(&problem, &solution.meetings, &solution.shortfalls, &[]);
}

#[test]
fn reasons_are_true_of_a_schedule_changed_by_hand_and_of_one_with_frozen_slots() {
    let (mut free, mut frozen) = (0, 0);
    for seed in 0..1_500 {
        let Ok(problem) = Problem::new(crate::mixed_problems::input(seed)) else { continue };
        let mut meetings =
            solve(&problem, &Options { seed: 1, work: 200, ..Options::standard() }, &mut Unobserved).meetings;
        let mut dice = Dice::new(seed + 31);
        if !meetings.is_empty() {
            meetings.remove(dice.roll(meetings.len()));
        }
        let slots: Vec<usize> = (0..problem.input().slots.len()).filter(|_| dice.chance(50)).collect();
        let told = why_short(&problem, &meetings);
        verify_all(&problem, &meetings, &told, &[]);
        let beside = why_short_beside(&problem, &meetings, &Frozen { slots: slots.clone(), pairs: vec![] });
        verify_all(&problem, &meetings, &beside, &slots);
        let with = |all: &[Shortfall], word: &str| format!("{all:?}").matches(word).count();
        (free, frozen) = (free + with(&told, "Free"), frozen + with(&beside, "Frozen"));
    }
    assert!(free > 250 && frozen > 100, "{free} could meet, {frozen} in frozen slots");
}
