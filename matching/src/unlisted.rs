//! Pairs that are not listed: where a rule says who may meet, only the pairs worth looking at are listed. Prices of the
//! relaxation say which those are (column generation: Dantzig, Wolfe, Decomposition principle for linear programs,
//! Operations Research 8, 1960): an unlisted pair matters only if it is worth more than its price. What is left above its
//! price when the listing ends is part of every bound, so a bound is always one of *all* pairs.

use crate::bound::{Aim, FINE, Prices};
use crate::input::{Input, PairInput, Request};
use crate::invalid::{self, Invalid};
use crate::problem::{Mask, Pair, Problem, slots_of};
use crate::quota;
use crate::relaxation::relax_growing;
use crate::rule::{Floor, PairList, PairRule, best_partners};
use crate::schedule::Schedule;
use crate::solution::Meeting;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// More listed pairs a person than this are too many to look at again and again.
const MANY_PAIRS: usize = 100;
/// Pairs listed of each person before prices are known.
const FIRST_LISTED: usize = 20;
/// Most pairs of a person listed at a time.
const AT_A_TIME: usize = 15;
/// A floor nobody passes.
const NEVER: i64 = i64::MAX / 4;

impl Problem {
    /// A problem whose allowed pairs are given by a rule: `frame` has everything else, pairs it lists are not looked at.
    ///
    /// At first the wished and pinned pairs and the best of each person are listed (`listed_first` of them, 20 are
    /// good), then every pair that pays at the prices of the relaxation, until none does. The
    /// solver chooses among listed pairs; its bounds hold for all.
    ///
    /// # Errors
    /// As [`Problem::new`], about the frame and the pairs listed; never empty.
    pub fn by_rule(
        frame: Input,
        rule: Arc<dyn PairRule>,
        listed_first: usize,
    ) -> Result<Problem, Vec<Invalid>> {
        let empty = Problem::new(Input { pairs: Vec::new(), pins: Vec::new(), ..frame.clone() })?;
        let pairs = first_pairs(&empty, &frame, rule.as_ref(), listed_first);
        let input = Input { pairs, ..frame };
        let faults = invalid::faults(&input);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut problem = Problem::assembled(input);
        problem.rule = Some(rule);
        loop {
            let listed = problem.pairs.len();
            problem = problem.with_paying_listed();
            // Without a quota the prices are final; with one the longer list may ask for another price.
            if problem.quota.is_none() || problem.pairs.len() == listed {
                return Ok(problem);
            }
        }
    }

    /// The same problem with every pair listed that pays at the prices of the relaxation, at the end or on the way.
    fn with_paying_listed(&self) -> Problem {
        let priced = if self.quota.is_none() { self.clone() } else { quota::price(self).0 };
        let aim = Aim::of(&priced);
        let mut known = BTreeSet::new();
        let mut taken = Vec::new();
        let (mut relaxed, twice) = relax_growing(&priced, &aim, &mut |prices| {
            let mut found = paying(&priced, prices, &aim, 0, AT_A_TIME, &known);
            found.sort_unstable_by_key(|p| (p.a, p.b));
            known.extend(found.iter().map(|p| (p.a, p.b)));
            let pairs = found.iter().filter_map(|p| priced.pair_of(p)).collect();
            taken.extend(found);
            pairs
        });
        let shares: BTreeMap<(usize, usize), u8> = taken.iter().map(|p| (p.a, p.b)).zip(twice).collect();
        let mut out = self.with_more(taken);
        // Both lists are sorted: the listed ones keep their order.
        let mut listed = std::mem::take(&mut relaxed.twice).into_iter();
        let share = |p: &Pair| shares.get(&(p.a as usize, p.b as usize)).copied().or_else(|| listed.next());
        relaxed.twice = out.pairs.iter().map(share).map(Option::unwrap_or_default).collect();
        if self.quota.is_none() {
            out.relaxed = Some(Arc::new(relaxed));
        }
        out
    }

    /// The event after a change: a problem of another input and of the same rule, if there is one.
    ///
    /// # Errors
    /// As [`Problem::new`].
    pub fn with_input(&self, input: Input) -> Result<Problem, Vec<Invalid>> {
        match &self.rule {
            Some(rule) => Problem::by_rule(input, Arc::clone(rule), FIRST_LISTED),
            None => Problem::new(input),
        }
    }

    /// The same problem with the pairs of some meetings listed.
    pub(crate) fn listing(&self, meetings: &[Meeting]) -> Cow<'_, Problem> {
        if self.rule.is_none() {
            return Cow::Borrowed(self);
        }
        let met: BTreeSet<(usize, usize)> = meetings.iter().map(|m| (m.a.min(m.b), m.a.max(m.b))).collect();
        let known: BTreeSet<(usize, usize)> =
            self.input().pairs.iter().map(|p| (p.a.min(p.b), p.a.max(p.b))).collect();
        Cow::Owned(
            self.with_more(met.difference(&known).filter_map(|&(a, b)| self.pair_between(a, b)).collect()),
        )
    }

    /// The same problem by rule, where it lists very many pairs; none where it does not.
    pub(crate) fn thinned(&self) -> Option<Problem> {
        if self.rule.is_some() || self.pairs.len() <= MANY_PAIRS * self.people() {
            return None;
        }
        let rule = PairList::new(self.people(), &self.input().pairs);
        let Input { slots, people, pairs: _, pins, quota } = self.input();
        let frame = Input {
            slots: slots.clone(),
            people: people.clone(),
            pairs: Vec::new(),
            pins: pins.clone(),
            quota: *quota,
        };
        Problem::by_rule(frame, Arc::new(rule), FIRST_LISTED).ok()
    }

    /// The same problem with more of its pairs listed.
    fn with_more(&self, more: Vec<PairInput>) -> Problem {
        if more.is_empty() {
            return self.clone();
        }
        let mut input = self.input().clone();
        input.pairs.extend(more);
        let mut out = Problem::assembled(input);
        out.rule.clone_from(&self.rule);
        if self.quota_price == 0 { out } else { out.with_quota_price(self.quota_price) }
    }

    fn lists(&self, pair: &PairInput) -> bool {
        let key = (pair.a.min(pair.b) as u32, pair.a.max(pair.b) as u32);
        self.pairs.binary_search_by_key(&key, |p| (p.a, p.b)).is_ok()
    }
}

/// The wished, the pinned and the best pairs of each person; all that someone can have where those are few.
fn first_pairs(empty: &Problem, frame: &Input, rule: &dyn PairRule, best: usize) -> Vec<PairInput> {
    let n = empty.people();
    let mut listed = BTreeMap::new();
    let pinned = frame.pins.iter().map(|p| (p.a, p.b));
    for (a, b) in rule.wished().into_iter().chain(pinned) {
        if a != b && a < n && b < n {
            listed.extend(rule.pair(a, b).map(|pair| ((a.min(b), a.max(b)), pair)));
        }
    }
    let floor: Vec<i64> = (0..n).map(|i| if can_meet(empty, i) { 0 } else { NEVER }).collect();
    for i in (0..n).filter(|&i| can_meet(empty, i)) {
        let wanted = best.max(frame.people[i].minimum as usize);
        for pair in best_partners(rule, i, wanted, &floor, &|pair| empty.pair_of(pair).is_some()) {
            listed.insert((pair.a.min(pair.b), pair.a.max(pair.b)), pair);
        }
    }
    listed.into_values().collect()
}

fn can_meet(problem: &Problem, person: usize) -> bool {
    problem.cap[person] > 0 && problem.open[person] != 0
}

/// How much all unlisted pairs are worth above their prices, in units of 1 / [`FINE`].
pub(crate) fn excess(problem: &Problem, prices: &Prices, aim: &Aim) -> i64 {
    let mut sum = 0;
    for_each_unlisted(problem, prices, aim, 0, &mut |_, profit| sum += profit);
    sum
}

/// The unlisted and unknown pairs worth more than `above` beyond their price (in units of 1 / [`FINE`]), no more than
/// `most` for each first person: the best ones.
fn paying(
    problem: &Problem,
    prices: &Prices,
    aim: &Aim,
    above: i64,
    most: usize,
    known: &BTreeSet<(usize, usize)>,
) -> Vec<PairInput> {
    let mut out: Vec<PairInput> = Vec::new();
    let mut mine: Vec<(i64, PairInput)> = Vec::new();
    let mut flush = |mine: &mut Vec<(i64, PairInput)>| {
        mine.sort_unstable_by_key(|(profit, p)| (std::cmp::Reverse(*profit), p.b));
        mine.truncate(most);
        out.extend(mine.drain(..).map(|(_, p)| p));
    };
    for_each_unlisted(problem, prices, aim, above, &mut |pair, profit| {
        if mine.last().is_some_and(|(_, last)| last.a != pair.a) {
            flush(&mut mine);
        }
        if !known.contains(&(pair.a, pair.b)) {
            mine.push((profit, pair));
        }
    });
    flush(&mut mine);
    out
}

/// Visits every unlisted pair that is worth more than `above` beyond its price, with what it is worth beyond it, person
/// after person.
fn for_each_unlisted(
    problem: &Problem,
    prices: &Prices,
    aim: &Aim,
    above: i64,
    visit: &mut dyn FnMut(PairInput, i64),
) {
    let Some(rule) = &problem.rule else {
        return;
    };
    let market = Market::new(problem, prices, aim);
    for a in (0..problem.people()).filter(|&a| can_meet(problem, a)) {
        let Some(base) = market.base(a, above) else {
            continue;
        };
        let floor = Floor { first: a + 1, base, of: &market.floor };
        rule.partners_above(a, floor, &mut |said| {
            let said = PairInput { a: said.a.min(said.b), b: said.a.max(said.b), ..said };
            if said.request == Request::Mutual || said.b <= a {
                return;
            }
            if let Some(pair) = problem.pair_of(&said) {
                let profit = prices.profit(problem, &pair, aim.value(&pair));
                if profit > above && !problem.lists(&said) {
                    visit(said, profit);
                }
            }
        });
    }
}

/// What a pair weighs at least if it is worth its price, from the prices of its two people alone.
struct Market {
    /// Lowest price of a meeting with each person, in units of 1 / [`FINE`].
    dear: Vec<i64>,
    /// The same in weight, rounded down.
    floor: Vec<i64>,
    cheapest: i64,
    /// What every pair has or pays beside its weight and people.
    shift: i64,
    weight: i64,
}

impl Market {
    fn new(problem: &Problem, prices: &Prices, aim: &Aim) -> Market {
        let time = |i: usize, open: Mask| {
            let slot_price = |s: usize| prices.time.get(i * problem.slots + s).copied().unwrap_or(0);
            slots_of(open).map(slot_price).min().unwrap_or(0)
        };
        let dear: Vec<i64> =
            problem.open.iter().enumerate().map(|(i, &open)| prices.person[i] + time(i, open)).collect();
        let floor = dear.iter().enumerate().map(|(i, &price)| {
            let weight = if aim.weight > 0 { price.div_euclid(FINE * aim.weight) } else { 0 };
            if can_meet(problem, i) { weight } else { NEVER }
        });
        Market {
            floor: floor.collect(),
            cheapest: dear.iter().copied().min().unwrap_or(0),
            shift: FINE * aim.crossing.max(-aim.other) - prices.all_tables,
            weight: aim.weight,
            dear,
        }
    }

    /// The base of a floor for the partners of a person; none if nobody can pass it.
    fn base(&self, person: usize, above: i64) -> Option<i64> {
        let left = above + self.dear[person] - self.shift;
        if self.weight > 0 {
            return Some(left.div_euclid(FINE * self.weight) - 1);
        }
        (left + self.cheapest < 0).then_some(-1)
    }
}

/// The same problem with pairs listed that come near their price (within `reach` units of value), as far as they are not
/// too many.
pub(crate) fn with_near(problem: &Problem, prices: &Prices, aim: &Aim, reach: i64) -> Problem {
    problem.with_more(paying(problem, prices, aim, -reach * FINE, MANY_PAIRS, &BTreeSet::new()))
}

/// The same problem with those pairs listed that pay at the prices; none if none does.
pub(crate) fn with_paying(problem: &Problem, prices: &Prices, aim: &Aim) -> Option<Problem> {
    let found = paying(problem, prices, aim, 0, AT_A_TIME, &BTreeSet::new());
    (!found.is_empty()).then(|| problem.with_more(found))
}

/// The same problem with all pairs listed that an end of the schedule may need: those that still fit in, and all of
/// people below their wished minimum, so that reasons are true of every pair.
pub(crate) fn completed(schedule: &Schedule) -> Problem {
    let problem = schedule.problem;
    let Some(rule) = &problem.rule else {
        return problem.clone();
    };
    let short = |i: usize| schedule.degree[i] < problem.input().people[i].minimum;
    let free = |i: usize| {
        let any = if problem.places.is_empty() { !schedule.full } else { Mask::MAX };
        schedule.degree[i] < problem.cap[i] && problem.open[i] & !schedule.busy[i] & any != 0
    };
    let n = problem.people();
    let anyone = vec![0; n];
    let with_room: Vec<i64> = (0..n).map(|i| if free(i) { 0 } else { NEVER }).collect();
    let mut known: BTreeSet<(usize, usize)> =
        problem.input().pairs.iter().map(|p| (p.a.min(p.b), p.a.max(p.b))).collect();
    let mut more = Vec::new();
    for i in 0..n {
        let of = match (short(i), free(i)) {
            (true, _) => &anyone,
            (false, true) => &with_room,
            (false, false) => continue,
        };
        rule.partners_above(i, Floor { first: 0, base: -1, of }, &mut |pair| {
            let fits = short(i)
                || problem
                    .pair_of(&pair)
                    .is_some_and(|p| free(pair.a) && free(pair.b) && schedule.free(&p) != 0);
            if fits && known.insert((pair.a.min(pair.b), pair.a.max(pair.b))) {
                more.push(pair);
            }
        });
    }
    problem.with_more(more)
}
