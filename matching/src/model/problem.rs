//! The checked problem: everything a solver asks for is computed once here, nothing in it can be contradictory.

use crate::model::coverage::Units;
use crate::model::input::{Input, PairInput, Pin, Request, ordered};
use crate::model::interpreting::Speech;
use crate::model::invalid::{self, Invalid};
use crate::model::places::{Places, free_tables};
use crate::model::quotas::{Crossing, Quota, QuotaPrices};
use crate::model::rule::PairRule;
use crate::model::slots::{Mask, mask_of, mask_where};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(crate) use crate::model::places::NONE;

/// What meeting a mutual wish adds to a pair's value. It is more than any chain of exchanges a local change can
/// make up for in weight; whether the levels were really served in order is checked against their own bounds.
pub(crate) const MUTUAL: i64 = 20_000;
/// What filling one meeting of a person's goal adds.
pub(crate) const GOAL: i64 = 3_000;
/// What keeping a pin adds.
pub(crate) const PINNED: i64 = 10_000_000;

/// What a crossing meeting adds while a count of them is not reached.
pub(crate) const QUOTA: i64 = 1_000_000;

/// What filling a unit of a coverage adds to a schedule's value: more than two wishes. As with these, whether the levels were
/// really served in order is checked against their own bounds.
pub(crate) const UNIT: i64 = 60_000;

/// An allowed pair of people who share a slot.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    /// Slots both are available in (and a place for them exists in); one slot if a pin says so.
    pub common: Mask,
    /// Weight, and the bonus of a mutual wish and of a pin.
    pub value: i64,
    pub a: u32,
    pub b: u32,
    pub weight: u32,
    /// Index of the venue, or [`NONE`] where any free table will do in every slot.
    pub venue: u32,
    /// Of those who can interpret, or [`NONE`] where nobody needs to.
    pub kind: u32,
    pub request: Request,
    pub crossing: Crossing,
    pub pinned: bool,
}

/// An optimum of the relaxation that listing the pairs of a rule has found, as plain numbers, so that it need not be solved
/// again: shares of the pairs and prices, as the relaxation has them.
#[derive(Debug)]
pub(crate) struct WarmStart {
    /// Twice the share of each pair.
    pub twice: Vec<u8>,
    pub person: Vec<i64>,
    pub all_tables: i64,
}

/// A matching problem that is free of contradictions a look at it can find.
#[derive(Debug, Clone)]
pub struct Problem {
    pub(crate) input: Input,
    pub(crate) slots: usize,
    /// Tables per slot that are nobody's booth; `u32::MAX` where meetings need none.
    pub(crate) free_tables: Vec<u32>,
    pub(crate) open: Vec<Mask>,
    /// Most meetings of each person, never more than the available slots.
    pub(crate) cap: Vec<u32>,
    /// The wished minimum as far as cap, slots and usable pairs allow.
    pub(crate) goal: Vec<u32>,
    /// By how much more than usual goals count in a schedule's value.
    goals_worth: i64,
    /// Sorted by `(a, b)`.
    pub(crate) pairs: Vec<Pair>,
    pub(crate) places: Places,
    pub(crate) speech: Arc<Speech>,
    /// Where the pairs are given by a rule: it knows those that are not listed. Every bound holds for them too.
    pub(crate) rule: Option<Arc<dyn PairRule>>,
    pub(crate) warm_start: Option<Arc<WarmStart>>,
    /// `partner_list[partners_from[i]..partners_from[i + 1]]` are the pairs of person `i`.
    pub(crate) partners_from: Vec<u32>,
    /// (other person, pair), the most valuable first.
    pub(crate) partner_list: Vec<(u32, u32)>,
    /// By their place in the input; of one that was given up nothing is asked.
    pub(crate) quotas: Vec<Quota>,
    pub(crate) units: Option<Arc<Units>>,
    pub(crate) quota_prices: QuotaPrices,
}

impl Problem {
    /// Checks an input and prepares it for solving.
    ///
    /// # Errors
    /// Everything that is contradictory or out of range, each with the indices concerned; never empty.
    pub fn new(input: Input) -> Result<Problem, Vec<Invalid>> {
        let faults = invalid::faults(&input);
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Problem::assembled(input))
    }

    /// Prepares a sound input for solving.
    pub(crate) fn assembled(input: Input) -> Problem {
        let slots = input.slots.len();
        let open: Vec<Mask> = input.people.iter().map(|p| mask_of(&p.available)).collect();
        let cap: Vec<u32> = input.people.iter().zip(&open).map(|(p, m)| p.cap.min(m.count_ones())).collect();
        let free_tables = free_tables(&input);
        let places = Places::of(&input);
        let speech = Arc::new(Speech::of(&input));
        let mut problem = Problem {
            slots,
            free_tables,
            open,
            goal: vec![0; cap.len()],
            goals_worth: 1,
            cap,
            pairs: Vec::with_capacity(input.pairs.len()),
            places,
            speech,
            rule: None,
            warm_start: None,
            partners_from: Vec::new(),
            partner_list: Vec::new(),
            quotas: input.quotas.clone(),
            units: None,
            quota_prices: QuotaPrices::default(),
            input,
        };
        problem.add_pairs();
        problem.index();
        let units = |asked| Arc::new(Units::new(asked, |i| problem.can_meet(i)));
        problem.units = problem.input.coverage.as_ref().map(units);
        problem
    }

    /// The input this problem was made from.
    #[must_use]
    pub fn input(&self) -> &Input {
        &self.input
    }

    /// The pair of two people, listed or by the rule, if they may meet.
    #[must_use]
    pub fn pair_between(&self, a: usize, b: usize) -> Option<PairInput> {
        let n = self.people();
        if a == b || a >= n || b >= n {
            return None;
        }
        let (a, b) = (a.min(b), a.max(b));
        if let Some(k) = self.index_of(a, b) {
            let Pair { weight, request, crossing, .. } = self.pairs[k as usize];
            return Some(PairInput { a, b, weight, request, crossing });
        }
        self.rule.as_ref().and_then(|rule| rule.pair(a, b))
    }

    /// The index of the pair of two people among those listed that can meet.
    pub(crate) fn index_of(&self, a: usize, b: usize) -> Option<u32> {
        let (a, b) = ordered(a, b);
        let found = self.pairs.binary_search_by_key(&(a as u32, b as u32), |p| (p.a, p.b));
        found.ok().map(|k| k as u32)
    }

    /// Whether a person has a slot and a cap above 0.
    pub(crate) fn can_meet(&self, person: usize) -> bool {
        self.cap[person] > 0 && self.open[person] != 0
    }

    /// The rule that gives the allowed pairs, if they are not all listed.
    #[must_use]
    pub fn rule(&self) -> Option<&dyn PairRule> {
        self.rule.as_deref()
    }

    /// Number of people.
    #[must_use]
    pub fn people(&self) -> usize {
        self.cap.len()
    }

    /// The number of meetings that all slots together have places for.
    pub(crate) fn total_tables(&self) -> u64 {
        (0..self.slots)
            .map(|s| {
                let people = self.open.iter().filter(|o| **o >> s & 1 == 1).count() as u64;
                (u64::from(self.free_tables[s]) + self.places.room_of_booths(s)).min(people / 2)
            })
            .sum()
    }

    /// The goal of each person: the wished minimum as far as their cap, slots and usable pairs allow.
    #[must_use]
    pub fn goals(&self) -> &[u32] {
        &self.goal
    }

    pub(crate) fn partners(&self, person: usize) -> &[(u32, u32)] {
        &self.partner_list[self.partners_from[person] as usize..self.partners_from[person + 1] as usize]
    }

    /// What the `k`-th meeting (from 1) of a person adds: [`GOAL`] up to the goal, and a little more the earlier the
    /// meeting is in the count, so that among plans that fill equally many goals the worst-served come first. The
    /// extra stays below `GOAL / 2`: two filled goals always outweigh one.
    pub(crate) fn gain(&self, person: usize, k: u32) -> i64 {
        let goal = self.goal[person];
        if k == 0 || k > goal { 0 } else { self.goals_worth * (GOAL + leximin_extra(k)) }
    }

    /// The same problem with goals that count the given number of times as much as usual.
    pub(crate) fn with_goals_worth(&self, times: i64) -> Problem {
        Problem { goals_worth: times, warm_start: None, ..self.clone() }
    }

    /// The same problem with some of its listed pairs only; goals stay as they are.
    pub(crate) fn with_pairs(&self, mut keep: impl FnMut(&Pair) -> bool) -> Problem {
        let mut out = self.clone();
        (out.rule, out.warm_start) = (None, None);
        out.pairs.retain(|p| keep(p));
        out.index();
        out.goal.clone_from(&self.goal);
        out
    }

    /// The quotas that ask for something, with their place in the input.
    pub(crate) fn asked_quotas(&self) -> impl Iterator<Item = (usize, Quota)> {
        self.quotas.iter().copied().enumerate().filter(|(_, quota)| !quota.asks_nothing())
    }

    /// Whether a quota asks for something.
    pub(crate) fn has_quota(&self) -> bool {
        self.asked_quotas().next().is_some()
    }

    /// Units of a coverage that are asked for.
    pub(crate) fn units_asked(&self) -> u64 {
        self.units.as_ref().map_or(0, |units| units.total())
    }

    /// The same problem with other units of its coverage.
    pub(crate) fn with_units(&self, units: Units) -> Problem {
        Problem { units: Some(Arc::new(units)), ..self.clone() }
    }

    /// The same problem where some of the quotas are given up.
    pub(crate) fn without_quotas(&self, given_up: &[usize]) -> Problem {
        let mut out = self.with_quota_prices(QuotaPrices::default());
        for &quota in given_up {
            (out.quotas[quota], out.input.quotas[quota]) = (Quota::Percent(0), Quota::Percent(0));
        }
        out.warm_start = None;
        out
    }

    /// The same problem with other prices of the quotas.
    pub(crate) fn with_quota_prices(&self, prices: QuotaPrices) -> Problem {
        let mut out = self.clone();
        if prices == self.quota_prices {
            return out;
        }
        out.quota_prices = prices;
        out.warm_start = None;
        let before = self.quota_prices;
        for p in &mut out.pairs {
            p.value += prices.of(p.crossing) - before.of(p.crossing);
        }
        for i in 0..out.people() {
            let mine = out.partners_from[i] as usize..out.partners_from[i + 1] as usize;
            out.partner_list[mine].sort_unstable_by_key(|n| (-out.pairs[n.1 as usize].value, n.0));
        }
        out
    }

    /// The pair of two people whatever is in the way of their meeting.
    pub(crate) fn pair_unchecked(&self, input: &PairInput) -> Pair {
        let (a, b) = input.key();
        self.pair_at((a as u32, b as u32), input, self.places.of_two(a as u32, b as u32))
    }

    /// The same as if its two people spoke one language.
    pub(crate) fn pair_in_one_language(&self, input: &PairInput) -> Pair {
        let (a, b) = input.key();
        let two = (a as u32, b as u32);
        self.pair_of_kind(two, input, self.places.of_two(two.0, two.1), NONE)
    }

    /// The problem after its pairs were changed, with goals as given.
    pub(crate) fn reindexed(mut self, goal: &[u32]) -> Problem {
        self.index();
        self.warm_start = None;
        self.goal = goal.to_vec();
        self
    }

    fn add_pairs(&mut self) {
        let pins = std::mem::take(&mut self.input.pins);
        let mut listed: Vec<((usize, usize), usize)> =
            self.input.pairs.iter().enumerate().map(|(k, p)| (p.key(), k)).collect();
        listed.sort_unstable();
        let pinned: BTreeMap<(usize, usize), &Pin> = pins.iter().map(|pin| (pin.key(), pin)).collect();
        for ((a, b), k) in listed {
            self.add_pair((a as u32, b as u32), k, pinned.get(&(a, b)).copied());
        }
        self.input.pins = pins;
    }

    /// Adds a pair if it can meet at all: a common slot with a place for them, both caps above zero.
    fn add_pair(&mut self, (a, b): (u32, u32), listed: usize, pin: Option<&Pin>) {
        let listed = self.input.pairs[listed].clone();
        let venue = match pin.and_then(|p| p.table) {
            Some(table) => self.places.pinned(&self.input, (a, b), table),
            None => self.places.of_two(a, b),
        };
        let mut pair = self.pair_at((a, b), &listed, venue);
        if let Some(pin) = pin {
            pair.common &= pin.slot.map_or(Mask::MAX, |slot| 1 << slot);
            pair.value += PINNED;
            pair.pinned = true;
        }
        if pair.common != 0 && self.cap[a as usize] > 0 && self.cap[b as usize] > 0 {
            self.pairs.push(pair);
        }
    }

    /// An unpinned pair if it can meet at all.
    pub(crate) fn pair_of(&self, input: &PairInput) -> Option<Pair> {
        let (a, b) = input.key();
        let pair = self.pair_at((a as u32, b as u32), input, self.places.of_two(a as u32, b as u32));
        (pair.common != 0 && self.cap[a] > 0 && self.cap[b] > 0).then_some(pair)
    }

    fn pair_at(&self, two: (u32, u32), input: &PairInput, venue: u32) -> Pair {
        self.pair_of_kind(two, input, venue, self.speech.kind(two.0, two.1))
    }

    fn pair_of_kind(&self, (a, b): (u32, u32), input: &PairInput, venue: u32, kind: u32) -> Pair {
        let possible = match venue {
            NONE => mask_where(self.slots, |s| self.free_tables[s] > 0),
            venue => self.places.possible(&self.places.venue((a, b), venue), &self.free_tables),
        };
        Pair {
            common: self.open[a as usize] & self.open[b as usize] & possible & self.speech.slots(kind),
            value: i64::from(input.weight) + if input.request == Request::Mutual { MUTUAL } else { 0 },
            a,
            b,
            weight: input.weight,
            venue,
            kind,
            request: input.request,
            crossing: input.crossing,
            pinned: false,
        }
    }

    /// Builds the lists of pairs per person and the goals.
    fn index(&mut self) {
        let n = self.people();
        let mut count = vec![0u32; n + 1];
        for p in &self.pairs {
            count[p.a as usize] += 1;
            count[p.b as usize] += 1;
        }
        for (i, &usable) in count[..n].iter().enumerate() {
            self.goal[i] = self.input.people[i].minimum.min(self.cap[i]).min(usable);
        }
        let mut sum = 0;
        for c in &mut count {
            let mine = *c;
            *c = sum;
            sum += mine;
        }
        self.partners_from = count.clone();
        self.partner_list = vec![(0, 0); sum as usize];
        for (k, p) in self.pairs.iter().enumerate() {
            for (me, other) in [(p.a, p.b), (p.b, p.a)] {
                let at = &mut count[me as usize];
                self.partner_list[*at as usize] = (other, k as u32);
                *at += 1;
            }
        }
        for i in 0..n {
            let mine = self.partners_from[i] as usize..self.partners_from[i + 1] as usize;
            self.partner_list[mine].sort_unstable_by_key(|n| (-self.pairs[n.1 as usize].value, n.0));
        }
    }
}

/// Extra for the `k`-th meeting of a goal, decreasing: 1024, 512, ..., 1.
fn leximin_extra(k: u32) -> i64 {
    if k > 11 { 0 } else { 2048 >> k }
}
