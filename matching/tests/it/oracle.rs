//! Tries every schedule of a small problem and says what can be had. It knows the input alone: what a schedule is worth, whose
//! goal is how high and what is allowed is written down here a second time, with figures of its own and by another way than
//! the crate's (tables are counted, not given).

use crate::coverage::{Asked, coverage};
use crate::interpreters::suffice;
use matching::{Bounds, Crossings, Input, MOST_QUOTAS, Meeting, PairInput, Pin, Quota, Request};
use std::collections::{BTreeMap, BTreeSet};

/// What a mutual wish and a filled goal count beside a point of weight.
const WISH: u64 = 20_000;
const GOAL: u64 = 3_000;

/// What a schedule reaches, in the order of the levels.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Levels {
    /// Filled units of a coverage.
    pub units: u64,
    pub mutual: u64,
    pub goals: u64,
    pub points: u64,
}

impl Levels {
    pub fn total(&self) -> i64 {
        (WISH * self.mutual + GOAL * self.goals + self.points) as i64
    }
}

/// The levels of a list of meetings.
pub fn levels(input: &Input, meetings: &[Meeting]) -> Levels {
    let pairs = meetings.iter().filter_map(|m| input.pairs.iter().find(|p| key(p.a, p.b) == key(m.a, m.b)));
    let filled = |(i, goal): (usize, u32)| u64::from(goal).min(has(meetings, i));
    Levels {
        units: coverage(input).filled(meetings.iter().map(|m| (m.a, m.b))),
        mutual: pairs.clone().filter(|p| p.request == Request::Mutual).count() as u64,
        goals: (0..).zip(goals(input)).map(filled).sum(),
        points: pairs.map(|p| u64::from(p.weight)).sum(),
    }
}

/// How many people have at least one, two ... meetings of their goal.
pub fn profile(input: &Input, meetings: &[Meeting]) -> Vec<u64> {
    let counts = (0..input.people.len()).map(|i| has(meetings, i)).collect::<Vec<_>>();
    profile_of(&goals(input), &counts)
}

fn profile_of(goals: &[u32], counts: &[u64]) -> Vec<u64> {
    let highest = goals.iter().copied().max().unwrap_or(0).into();
    let reach =
        |k: u64| goals.iter().zip(counts).filter(move |(goal, count)| k <= u64::from(**goal).min(**count));
    (1..=highest).map(|k| reach(k).count() as u64).collect()
}

fn has(meetings: &[Meeting], person: usize) -> u64 {
    meetings.iter().filter(|m| m.a == person || m.b == person).count() as u64
}

fn key(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

/// The minimum of each person as far as the cap, the slots and the partners they could meet allow.
pub fn goals(input: &Input) -> Vec<u32> {
    let slots = 0..input.slots.len();
    let can = |p: &&PairInput| slots.clone().any(|slot| could_meet(input, p, slot));
    let partners = |i: usize| input.pairs.iter().filter(|p| p.a == i || p.b == i).filter(can).count() as u32;
    let open = |i: usize| input.people[i].available.iter().filter(|open| **open).count() as u32;
    let goal = |i: usize| input.people[i].minimum.min(input.people[i].cap).min(open(i)).min(partners(i));
    (0..input.people.len()).map(goal).collect()
}

/// Whether two people could meet in a slot if nobody else did.
fn could_meet(input: &Input, pair: &PairInput, slot: usize) -> bool {
    let both = [pair.a, pair.b];
    let here = both.iter().all(|&i| input.people[i].cap > 0 && input.people[i].available[slot]);
    let pin = input.pins.iter().find(|pin| key(pin.a, pin.b) == key(pair.a, pair.b));
    let allowed = pin.and_then(|pin| pin.slot).is_none_or(|pinned| pinned == slot);
    here && allowed && places_suffice(input, slot, &[(pair, pin.and_then(|pin| pin.table))])
}

/// Whether the meetings of a slot find tables and interpreters, by trying all.
fn places_suffice(input: &Input, slot: usize, meetings: &[(&PairInput, Option<u32>)]) -> bool {
    let fits = |&(pair, pinned): &(&PairInput, Option<u32>)| {
        let tables = tables_for(input, slot, (pair.a, pair.b))?;
        Some(tables.into_iter().filter(|t| pinned.is_none_or(|pinned| *t == Some(pinned))).collect())
    };
    let lists: Option<Vec<Vec<Option<u32>>>> = meetings.iter().map(fits).collect();
    let two: Vec<_> = meetings.iter().map(|(pair, _)| (pair.a, pair.b)).collect();
    suffice(input, slot, &two) && lists.is_some_and(|lists| all_seated(&lists, &mut BTreeSet::new()))
}

fn all_seated(lists: &[Vec<Option<u32>>], used: &mut BTreeSet<u32>) -> bool {
    let Some((first, rest)) = lists.split_first() else { return true };
    first.iter().any(|table| match table {
        None => all_seated(rest, used),
        Some(t) if used.insert(*t) => {
            let seated = all_seated(rest, used);
            used.remove(t);
            seated
        }
        Some(_) => false,
    })
}

/// The tables at which two people may sit in a slot, one of which is "none" where meetings need none; nothing if both stay at
/// booths and neither goes to the other's.
pub fn tables_for(input: &Input, slot: usize, (a, b): (usize, usize)) -> Option<Vec<Option<u32>>> {
    let stays = |i: usize| {
        input.people[i].booth.as_ref().filter(|booth| booth.slots.get(slot).copied().unwrap_or(true))
    };
    let it = &input.slots[slot];
    let exists = |t: &u32| it.tables.is_none_or(|count| *t < count && !it.missing.contains(t));
    let of_booth = |tables: &[u32]| tables.iter().copied().filter(exists).map(Some).collect();
    match (stays(a), stays(b)) {
        (None, None) => {
            let somebodys = |t: &u32| {
                input.people.iter().any(|p| p.booth.as_ref().is_some_and(|booth| booth.tables.contains(t)))
            };
            let free = |count: u32| (0..count).filter(|t| exists(t) && !somebodys(t)).map(Some).collect();
            Some(it.tables.map_or_else(|| vec![None], free))
        }
        (Some(host), None) | (None, Some(host)) => Some(of_booth(&host.tables)),
        (Some(x), Some(y)) if x.tables == y.tables => Some(of_booth(&x.tables)),
        (Some(x), Some(y)) => match (x.yields, y.yields) {
            (false, false) => None,
            (true, false) => Some(of_booth(&y.tables)),
            (false, true) => Some(of_booth(&x.tables)),
            (true, true) => Some(of_booth(x.tables.as_slice().min(y.tables.as_slice()))),
        },
    }
}

/// Whether a list of meetings, with its tables, keeps everything the input asks for.
pub fn is_valid(input: &Input, meetings: &[Meeting]) -> bool {
    let clash = |m: &Meeting, n: &Meeting| {
        let shared = [n.a, n.b].contains(&m.a) || [n.a, n.b].contains(&m.b);
        let at_once = m.slot == n.slot && (shared || (m.table.is_some() && m.table == n.table));
        at_once || key(m.a, m.b) == key(n.a, n.b)
    };
    let pinned = |pin: &Pin| {
        meetings.iter().any(|m| {
            let there = pin.slot.is_none_or(|s| m.slot == s) && pin.table.is_none_or(|t| m.table == Some(t));
            there && key(m.a, m.b) == key(pin.a, pin.b)
        })
    };
    let capped = |i: usize| has(meetings, i) <= u64::from(input.people[i].cap);
    let is_met = |p: &&PairInput| meetings.iter().any(|m| key(m.a, m.b) == key(p.a, p.b));
    let crossing = crossings(input.pairs.iter().filter(is_met));
    let in_slot = |slot: usize| meetings.iter().filter(move |m| m.slot == slot).map(|m| (m.a, m.b));
    (0..input.slots.len()).all(|slot| suffice(input, slot, &in_slot(slot).collect::<Vec<_>>()))
        && meetings.iter().all(|m| stands_alone(input, m))
        && meetings.iter().enumerate().all(|(k, m)| !meetings[..k].iter().any(|n| clash(m, n)))
        && (0..input.people.len()).all(capped)
        && input.pins.iter().all(pinned)
        && all_quotas(input).iter().all(|&at| keeps(input, at, &crossing, meetings.len() as u64))
}

/// Whether a meeting is possible by itself, at the table it says.
fn stands_alone(input: &Input, m: &Meeting) -> bool {
    if m.slot >= input.slots.len() || !input.pairs.iter().any(|p| key(p.a, p.b) == key(m.a, m.b)) {
        return false;
    }
    let here = [m.a, m.b].iter().all(|&i| input.people[i].available[m.slot]);
    here && tables_for(input, m.slot, (m.a, m.b)).is_some_and(|tables| tables.contains(&m.table))
}

fn keeps(input: &Input, quota: usize, crossing: &Crossings, meetings: u64) -> bool {
    let crossing = crossing.for_quota(quota);
    match input.quotas[quota] {
        Quota::Percent(percent) => crossing * 100 >= meetings * u64::from(percent),
        Quota::Count(count) => crossing >= u64::from(count),
    }
}

fn all_quotas(input: &Input) -> Vec<usize> {
    (0..input.quotas.len()).collect()
}

fn crossings<'p>(pairs: impl Iterator<Item = &'p PairInput>) -> Crossings {
    Crossings::of(pairs.map(|p| p.crossing))
}

/// The most meetings of any schedule that count for each quota.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct MostCrossing(Vec<u64>);

impl MostCrossing {
    fn see(&mut self, crossing: &Crossings) {
        self.0.resize(MOST_QUOTAS, 0);
        self.0.iter_mut().enumerate().for_each(|(at, most)| *most = crossing.for_quota(at).max(*most));
    }

    pub fn for_quota(&self, quota: usize) -> u64 {
        self.0[quota]
    }
}

/// What the schedules that keep some demands reach.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Best {
    /// Whether any schedule keeps them. Where anybody can meet, a share of nothing is no share.
    pub found: bool,
    /// Most meetings that count for each quota, quotas left aside.
    pub crossing: MostCrossing,
    /// The most points with exactly so many filled units, wishes, filled goals, and people with one meeting of their goal, with two ...
    points: BTreeMap<(u64, u64, u64, Vec<u64>), u64>,
}

impl Best {
    fn all(&self) -> impl Iterator<Item = Levels> {
        self.points.iter().map(|(&(units, mutual, goals, _), &points)| Levels {
            units,
            mutual,
            goals,
            points,
        })
    }

    /// The best in the order of the levels, the fairer one before the one with more points.
    pub fn in_order(&self) -> (Levels, Vec<u64>) {
        let last = self.points.last_key_value();
        let of = |(key, &points): (&(u64, u64, u64, Vec<u64>), &u64)| {
            (Levels { units: key.0, mutual: key.1, goals: key.2, points }, key.3.clone())
        };
        last.map(of).unwrap_or_default()
    }

    pub fn total(&self) -> i64 {
        self.all().map(|levels| levels.total()).max().unwrap_or(i64::MIN)
    }

    /// The most wishes with so many filled units or more.
    pub fn mutual(&self, units: u64) -> u64 {
        self.all().filter(|levels| levels.units >= units).map(|levels| levels.mutual).max().unwrap_or(0)
    }

    /// The most filled goals with so many filled units and wishes or more.
    pub fn goals(&self, reached: &Levels) -> u64 {
        let enough = |levels: &Levels| levels.units >= reached.units && levels.mutual >= reached.mutual;
        self.all().filter(enough).map(|levels| levels.goals).max().unwrap_or(0)
    }

    /// The most points with so many wishes and filled goals or more, and nobody's first meetings fewer in all.
    pub fn points(&self, reached: &Levels, profile: &[u64]) -> u64 {
        let is_as_fair = |theirs: &[u64]| {
            let sums = |profile: &[u64]| (1..=profile.len()).map(|k| profile[..k].iter().sum()).collect();
            let (theirs, mine): (Vec<u64>, Vec<u64>) = (sums(theirs), sums(profile));
            theirs.iter().zip(&mine).all(|(theirs, mine)| theirs >= mine)
        };
        let enough = |(units, mutual, goals, theirs): &(u64, u64, u64, Vec<u64>)| {
            *units >= reached.units
                && *mutual >= reached.mutual
                && *goals >= reached.goals
                && is_as_fair(theirs)
        };
        self.points.iter().filter(|(key, _)| enough(key)).map(|(_, &points)| points).max().unwrap_or(0)
    }
}

/// The best of all schedules that keep all demands.
pub fn best(input: &Input) -> Best {
    best_with(input, &(0..input.pins.len()).collect::<Vec<_>>(), &all_quotas(input))
}

/// The best of all that keep these pins (by their place in the input), and these quotas.
pub fn best_with(input: &Input, pins: &[usize], quotas: &[usize]) -> Best {
    let (own_goals, coverage) = (goals(input), coverage(input));
    let (mut any, mut some) = (false, false);
    let mut best = Best::default();
    each_schedule(input, pins, &mut |schedule| {
        let (meetings, crossing) = (schedule.met().count() as u64, schedule.crossing());
        best.crossing.see(&crossing);
        any |= meetings > 0;
        if quotas.iter().all(|&quota| keeps(input, quota, &crossing, meetings)) {
            let Levels { units, mutual, goals, points } = schedule.levels(&own_goals, &coverage);
            let profile = profile_of(&own_goals, &schedule.counts().collect::<Vec<_>>());
            let most = best.points.entry((units, mutual, goals, profile)).or_default();
            *most = points.max(*most);
            best.found = true;
            some |= meetings > 0;
        }
    });
    let is_share =
        quotas.iter().any(|&quota| matches!(input.quotas[quota], Quota::Percent(percent) if percent > 0));
    best.found &= !is_share || !any || some;
    best
}

/// No schedule beats the bounds that a solution with these levels says, each on its own terms; nor do those levels beat the
/// best.
pub fn verify_bounds(seed: u64, bounds: &Bounds, (reached, profile): (&Levels, &[u64]), best: &Best) {
    let said = format!("seed {seed}: {bounds:?} of {reached:?} {profile:?} and {best:?}");
    assert!(bounds.units >= best.in_order().0.units, "units: {said}");
    assert!(bounds.mutual >= best.mutual(reached.units), "wishes: {said}");
    assert!(bounds.goals >= best.goals(reached), "goals: {said}");
    assert!(bounds.score >= best.points(reached, profile), "points: {said}");
    assert!(bounds.total >= best.total(), "total: {said}");
    assert!(reached.total() <= best.total(), "better than the best: {said}");
}

/// The fairest profile of all schedules; and of those with the most mutual wishes, then filled goals.
pub fn fairest(input: &Input) -> (Vec<u64>, (u64, u64, Vec<u64>)) {
    let (goals, coverage) = (goals(input), coverage(input));
    let (mut any, mut served) = (Vec::new(), (0, 0, Vec::new()));
    each_schedule(input, &[], &mut |schedule| {
        let profile = profile_of(&goals, &schedule.counts().collect::<Vec<_>>());
        let Levels { mutual, goals, .. } = schedule.levels(&goals, &coverage);
        served = served.clone().max((mutual, goals, profile.clone()));
        any = any.clone().max(profile);
    });
    (any, served)
}

/// The most that any schedule fills of some people's goals.
pub fn most_of(input: &Input, people: &[usize]) -> u64 {
    let goals = goals(input);
    let mut most = 0;
    each_schedule(input, &[], &mut |schedule| {
        let counts: Vec<u64> = schedule.counts().collect();
        most = most.max(people.iter().map(|&i| counts[i].min(goals[i].into())).sum());
    });
    most
}

/// The most that any schedule fills of what some people ask of some groups, the quotas left aside.
pub fn most_units_of(input: &Input, asked: &[(usize, u32)]) -> u64 {
    let asked = coverage(input).only(asked);
    let mut most = 0;
    each_schedule(input, &[], &mut |schedule| {
        most = most.max(asked.filled(schedule.met().map(|p| (p.a, p.b))));
    });
    most
}

/// A schedule as it is tried: the slot of each pair of the input so far, and the slots in which each person is busy.
struct Schedule<'a> {
    input: &'a Input,
    slots: Vec<Option<usize>>,
    busy: Vec<u32>,
}

impl Schedule<'_> {
    fn met(&self) -> impl Iterator<Item = &PairInput> {
        self.input.pairs.iter().zip(&self.slots).filter(|x| x.1.is_some()).map(|x| x.0)
    }

    fn crossing(&self) -> Crossings {
        crossings(self.met())
    }

    fn counts(&self) -> impl Iterator<Item = u64> {
        self.busy.iter().map(|busy| u64::from(busy.count_ones()))
    }

    fn levels(&self, goals: &[u32], coverage: &Asked) -> Levels {
        Levels {
            units: coverage.filled(self.met().map(|p| (p.a, p.b))),
            mutual: self.met().filter(|p| p.request == Request::Mutual).count() as u64,
            goals: self.counts().zip(goals).map(|(count, goal)| count.min(u64::from(*goal))).sum(),
            points: self.met().map(|p| u64::from(p.weight)).sum(),
        }
    }

    fn is_free(&self, person: usize, slot: usize) -> bool {
        let (said, busy) = (&self.input.people[person], self.busy[person]);
        said.available[slot] && busy >> slot & 1 == 0 && busy.count_ones() < said.cap
    }

    fn keeps(&self, pins: &[usize]) -> bool {
        pins.iter().map(|&pin| &self.input.pins[pin]).all(|pin| {
            let found = self.input.pairs.iter().position(|p| key(p.a, p.b) == key(pin.a, pin.b));
            let slot = found.and_then(|pair| self.slots[pair]);
            slot.is_some_and(|slot| pin.slot.is_none_or(|pinned| pinned == slot))
        })
    }

    fn has_tables(&self, pins: &[usize], slot: usize) -> bool {
        let table = |p: &PairInput| {
            let mut pins = pins.iter().map(|&pin| &self.input.pins[pin]);
            pins.find(|pin| key(pin.a, pin.b) == key(p.a, p.b)).and_then(|pin| pin.table)
        };
        let here = self.input.pairs.iter().zip(&self.slots).filter(|x| *x.1 == Some(slot));
        places_suffice(self.input, slot, &here.map(|(p, _)| (p, table(p))).collect::<Vec<_>>())
    }
}

/// Visits every schedule that keeps these pins, the quotas left aside.
fn each_schedule(input: &Input, pins: &[usize], visit: &mut dyn FnMut(&Schedule)) {
    let busy = vec![0; input.people.len()];
    extend(&mut Schedule { input, slots: Vec::new(), busy }, pins, visit);
}

fn extend(schedule: &mut Schedule, pins: &[usize], visit: &mut dyn FnMut(&Schedule)) {
    let input = schedule.input;
    let Some(pair) = input.pairs.get(schedule.slots.len()) else {
        let slots = 0..input.slots.len();
        if schedule.keeps(pins) && slots.clone().all(|slot| schedule.has_tables(pins, slot)) {
            visit(schedule);
        }
        return;
    };
    schedule.slots.push(None);
    extend(schedule, pins, visit);
    schedule.slots.pop();
    for slot in 0..input.slots.len() {
        let taken = schedule.slots.iter().filter(|s| **s == Some(slot)).count();
        let crowded = input.slots[slot].tables.is_some_and(|tables| taken >= tables as usize);
        if crowded || !schedule.is_free(pair.a, slot) || !schedule.is_free(pair.b, slot) {
            continue;
        }
        [pair.a, pair.b].iter().for_each(|&i| schedule.busy[i] |= 1 << slot);
        schedule.slots.push(Some(slot));
        extend(schedule, pins, visit);
        schedule.slots.pop();
        [pair.a, pair.b].iter().for_each(|&i| schedule.busy[i] &= !(1 << slot));
    }
}
