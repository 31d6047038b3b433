//! Tiny random problems of fixed meetings, written out as files too, and the try-everything that judges them.

use matching::fixed::{BreakRule, FixedMeeting, FixedProblem, FixedSlot, SlotSet};

/// SplitMix64, so that a problem is known by its seed.
pub struct Draw(pub u64);

impl Draw {
    pub fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % count
    }
}

/// A problem small enough to try everything: at most 5 people, 6 meetings and 5 slots.
pub fn tiny(seed: u64) -> FixedProblem {
    let mut draw = Draw(seed);
    let people = 2 + draw.below(4) as usize;
    let slots = 1 + draw.below(5) as usize;
    let rule = if draw.below(2) == 0 { BreakRule::RunsAcross } else { BreakRule::IdleGapsWithinPart };
    let cut = draw.below(slots as u64 + 1);
    let tables = 1 + draw.below(3) as u32;
    let limited = draw.below(4) > 0;
    let slot =
        |slot: usize| FixedSlot { tables: limited.then_some(tables), part: u32::from(slot as u64 >= cut) };
    let meetings: Vec<FixedMeeting> =
        (0..draw.below(7)).map(|_| meeting(&mut draw, people, slots, tables)).collect();
    let count = meetings.len() as u64;
    let precedences = if count > 1 && draw.below(3) == 0 {
        (0..1 + draw.below(2)).map(|_| (draw.below(count) as u32, draw.below(count) as u32)).collect()
    } else {
        Vec::new()
    };
    FixedProblem {
        people,
        slots: (0..slots).map(slot).collect(),
        meetings,
        precedences,
        fairness: (draw.below(2) == 0).then(|| draw.below(4) as u32),
        break_rule: rule,
        start: None,
    }
}

fn meeting(draw: &mut Draw, people: usize, slots: usize, tables: u32) -> FixedMeeting {
    let a = draw.below(people as u64) as u32;
    let b = (a + 1 + draw.below(people as u64 - 1) as u32) % people as u32;
    let mut mask = u128::from(draw.below(1 << slots));
    if draw.below(3) > 0 {
        mask = SlotSet::first(slots).0;
    }
    let table = (draw.below(6) == 0).then(|| draw.below(u64::from(tables)) as u32);
    FixedMeeting { a, b, slots: SlotSet(mask), table }
}

/// A problem small enough to try everything in which two people meet everybody, some at the far end nobody else,
/// in half-days with few tables: what proofs about crowds and interchangeable meetings rest on.
pub fn crowded(seed: u64) -> FixedProblem {
    let mut draw = Draw(seed);
    let slots = 4 + draw.below(3) as usize;
    let morning = 1 + draw.below(slots as u64 - 1) as usize;
    let people = 3 + draw.below(4) as usize;
    let tables = Some(1 + draw.below(3) as u32);
    let whole = SlotSet::first(slots).0;
    let sessions = [whole, whole, SlotSet::first(morning).0, whole & !SlotSet::first(morning).0];
    let meeting = |draw: &mut Draw| {
        let a = draw.below(2) as u32;
        let b = 2 + draw.below(people as u64 - 2) as u32;
        FixedMeeting { a, b, slots: SlotSet(sessions[draw.below(4) as usize]), table: None }
    };
    let count = 3 + draw.below(4);
    let meetings: Vec<FixedMeeting> = (0..count).map(|_| meeting(&mut draw)).collect();
    let precedences = match draw.below(4) {
        0 => vec![(draw.below(count) as u32, draw.below(count) as u32)],
        _ => Vec::new(),
    };
    FixedProblem {
        people,
        slots: (0..slots).map(|slot| FixedSlot { tables, part: u32::from(slot >= morning) }).collect(),
        meetings,
        precedences,
        fairness: (draw.below(2) == 0).then(|| draw.below(3) as u32),
        break_rule: BreakRule::RunsAcross,
        start: None,
    }
}

/// The people whose rules count; everybody, unless a claim about some of them is examined.
pub type Judged<'a> = &'a dyn Fn(u32) -> bool;

/// Whether a schedule keeps every rule, as far as these people go.
pub fn keeps_rules(problem: &FixedProblem, slots: &[u32], judged: Judged) -> bool {
    let meetings = &problem.meetings;
    for (one, &slot) in meetings.iter().zip(slots) {
        let tables = problem.slots[slot as usize].tables;
        if !one.slots.contains(slot) || tables.is_some_and(|tables| one.table.unwrap_or(0) >= tables) {
            return false;
        }
        if tables.is_some_and(|tables| slots.iter().filter(|&&it| it == slot).count() > tables as usize) {
            return false;
        }
    }
    for first in 0..meetings.len() {
        for second in 0..first {
            let (one, other) = (meetings[first], meetings[second]);
            let shared = [one.a, one.b]
                .into_iter()
                .any(|person| (person == other.a || person == other.b) && judged(person));
            let booth = one.table.is_some() && one.table == other.table;
            if slots[first] == slots[second] && (shared || booth) {
                return false;
            }
        }
    }
    problem.precedences.iter().all(|&(earlier, later)| slots[earlier as usize] < slots[later as usize])
}

/// The gaps of each person, counted by walking through the slots.
pub fn gaps(problem: &FixedProblem, slots: &[u32]) -> Vec<u32> {
    let count = |person: usize| {
        let mut gaps = 0;
        let mut last: Option<usize> = None;
        for slot in 0..problem.slots.len() {
            let busy =
                problem.meetings.iter().zip(slots).any(|(it, &at)| {
                    at as usize == slot && (it.a as usize == person || it.b as usize == person)
                });
            if !busy {
                continue;
            }
            if let Some(last) = last {
                let one_part = problem.break_rule == BreakRule::RunsAcross
                    || problem.slots[last].part == problem.slots[slot].part;
                gaps += u32::from(one_part && slot > last + 1);
            }
            last = Some(slot);
        }
        gaps
    };
    (0..problem.people).map(count).collect()
}

/// Whether the gaps are fair to everybody.
pub fn is_fair(problem: &FixedProblem, gaps: &[u32]) -> bool {
    let spread = gaps.iter().max().unwrap_or(&0) - gaps.iter().min().unwrap_or(&0);
    problem.fairness.is_none_or(|limit| spread <= limit)
}

/// Every choice of one slot a meeting.
pub fn every_schedule(problem: &FixedProblem) -> impl Iterator<Item = Vec<u32>> {
    let (slots, meetings) = (problem.slots.len() as u64, problem.meetings.len());
    (0..slots.pow(meetings as u32)).map(move |mut number| {
        let digit = |_| {
            let slot = (number % slots) as u32;
            number /= slots;
            slot
        };
        (0..meetings).map(digit).collect()
    })
}

/// The fewest gaps of all schedules that keep every rule.
pub fn fewest(problem: &FixedProblem) -> Option<u64> {
    every_schedule(problem)
        .filter(|slots| keeps_rules(problem, slots, &|_| true))
        .map(|slots| gaps(problem, &slots))
        .filter(|gaps| is_fair(problem, gaps))
        .map(|gaps| gaps.iter().map(|&it| u64::from(it)).sum())
        .min()
}

/// A problem of the paper's kind as a file.
pub fn as_file(problem: &FixedProblem) -> String {
    let slots = problem.slots.len();
    let morning = problem.slots.iter().filter(|slot| slot.part == 0).count();
    let tables = problem.slots.first().and_then(|slot| slot.tables).unwrap_or(0);
    let rows: String =
        problem.meetings.iter().map(|it| format!("|{}, {},3, \n", it.a + 1, it.b + 1)).collect();
    let fixed = problem.meetings.iter().map(|it| match it.slots.len() {
        1 => it.slots.iter().next().map_or(0, |slot| slot + 1).to_string(),
        _ => "0".to_owned(),
    });
    let before = (0..problem.meetings.len()).map(|later| {
        let earlier = problem.precedences.iter().filter(|pair| pair.1 as usize == later);
        format!("{{{}}}", earlier.map(|pair| (pair.0 + 1).to_string()).collect::<Vec<_>>().join(","))
    });
    format!(
        "% made by the tests\nnBusiness = {};\nnMeetings = {};\nnTables = {tables};\nnTotalSlots = {slots};\n\
         nMorningSlots = {morning};\nrequested = [{rows}|];\nfixed = [{}];\nprecedences = [{}];\n",
        problem.people,
        problem.meetings.len(),
        fixed.collect::<Vec<_>>().join(","),
        before.collect::<Vec<_>>().join(",\n"),
    )
}
