//! Repairs a made-up event after two people of a hundred cancelled: `repair SHAPE SEED [REPAIR_WORK] [LP_FILE]`.
//!
//! With a file name it also writes what "one move per loss" allows as an integer program in the LP format, for any
//! solver: its optimum is the most that a repair of this tier can gain.

use matching::samples::{Audience, Shape};
use matching::{Figures, Frozen, Meeting, Options, Problem, Request, Tier, Unobserved, check, repair, solve};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::time::Instant;

/// Of so many people the eighth cancels, and so on, as in `rendezvous bench`.
const ONE_OF: usize = 50;
const EIGHTH: usize = 7;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().collect();
    let word = |k: usize| args.get(k).map(String::as_str);
    let shape = word(1).and_then(Shape::named).ok_or("which shape?")?;
    let seed = word(2).ok_or("which seed?")?.parse()?;
    let small = Options { seed: 1, work: word(3).map_or(Ok(2_000_000), str::parse)? };
    let work = if shape.audience == Audience::TimeZones { 40_000_000 } else { Options::standard().work };
    let options = Options { seed: 1, work };
    let before = shape.problem(seed).map_err(|faults| format!("{faults:?}"))?;
    let old = solve(&before, &options, &mut Unobserved).meetings;
    let mut input = before.input().clone();
    for person in input.people.iter_mut().skip(EIGHTH).step_by(ONE_OF) {
        person.cap = 0;
    }
    let now = before.with_input(input).map_err(|faults| format!("{faults:?}"))?;
    let cancels = |person: usize| person % ONE_OF == EIGHTH;
    let kept: Vec<Meeting> = old.iter().filter(|m| !cancels(m.a) && !cancels(m.b)).copied().collect();
    if let Some(file) = word(4) {
        std::fs::write(file, most_of_one_move_per_loss(&now, &kept, old.len() - kept.len())?)?;
    }
    let base = Figures::of(&now, &kept).total();
    println!("{} {seed} without slots at most {}", shape.name, without_slots(&now, &kept)?);
    for tier in [Tier::HolesOnly, Tier::OneMovePerLoss { lost_before: 0 }, Tier::Free] {
        if tier == Tier::Free && std::env::var_os("NOT_ANEW").is_some() {
            continue;
        }
        let start = Instant::now();
        let options = if tier == Tier::Free { options } else { small };
        let repaired = repair(&now, &old, &Frozen::default(), tier, &options, &mut Unobserved);
        let seconds = start.elapsed().as_secs_f64();
        let elsewhere =
            repaired.changes.iter().map(|c| c.moved.iter().filter(|m| m.0.slot != m.1.slot).count());
        println!(
            "{} {seed} {tier:?} {seconds:.3} s lost {} moved {} touched {} gain {} mutual {} goals {} breaches {}",
            shape.name,
            repaired.lost.len(),
            elsewhere.sum::<usize>() / 2,
            repaired.changes.len(),
            repaired.figures.total() - base,
            repaired.figures.mutual,
            repaired.figures.goals_filled,
            check(&now, &repaired.meetings).len(),
        );
    }
    Ok(())
}

/// The most that keeping all announced meetings allows if slots did not matter.
fn without_slots(problem: &Problem, kept: &[Meeting]) -> Result<i64, Box<dyn Error>> {
    let mut input = problem.input().clone();
    let mut met = BTreeSet::new();
    let mut degree = vec![0; input.people.len()];
    for m in kept {
        met.insert((m.a, m.b));
        degree[m.a] += 1;
        degree[m.b] += 1;
        input.slots[m.slot].tables = input.slots[m.slot].tables.map(|t| t - 1);
    }
    for (i, person) in input.people.iter_mut().enumerate() {
        let there = person.available.iter().filter(|&&there| there).count() as u32;
        person.cap = person.cap.min(there) - degree[i];
        person.minimum = problem.goals()[i].saturating_sub(degree[i]);
    }
    input.pairs.retain(|p| !met.contains(&(p.a.min(p.b), p.a.max(p.b))));
    let left = Problem::new(input).map_err(|faults| format!("{faults:?}"))?;
    Ok(solve(&left, &Options { seed: 1, work: 1000 }, &mut Unobserved).bounds.total)
}

/// Announced meetings have one slot each (`m`), at most `budget` of them another than announced; other pairs of people
/// with room have at most one (`x`). Wished minimums not filled yet count as far as new meetings fill them (`g`).
fn most_of_one_move_per_loss(
    problem: &Problem,
    kept: &[Meeting],
    budget: usize,
) -> Result<String, std::fmt::Error> {
    let input = problem.input();
    let slots = input.slots.len();
    let mut room: Vec<u32> = input.people.iter().map(|p| p.cap).collect();
    let mut met = BTreeSet::new();
    for m in kept {
        room[m.a] -= 1;
        room[m.b] -= 1;
        met.insert((m.a, m.b));
    }
    let common = |a: usize, b: usize| {
        (0..slots).filter(move |&s| input.people[a].available[s] && input.people[b].available[s])
    };
    let mut goal = String::from("maximize\n 0 none");
    let mut rows = String::new();
    let mut whole = String::from("binary\n");
    let mut at: BTreeMap<(usize, usize), String> = BTreeMap::new();
    let mut used = vec![String::new(); slots];
    let mut of_person = vec![String::new(); room.len()];
    let mut moves = String::new();
    for (k, m) in kept.iter().enumerate() {
        for s in common(m.a, m.b) {
            let name = format!(" + m{k}_{s}");
            write!(rows, "{name}")?;
            writeln!(whole, " m{k}_{s}")?;
            at.entry((m.a, s)).or_default().push_str(&name);
            at.entry((m.b, s)).or_default().push_str(&name);
            used[s].push_str(&name);
            if s != m.slot {
                moves.push_str(&name);
            }
        }
        writeln!(rows, " = 1")?;
    }
    writeln!(rows, "{moves} <= {budget}")?;
    for (k, p) in input.pairs.iter().enumerate() {
        let (a, b) = (p.a.min(p.b), p.a.max(p.b));
        if room[a] == 0 || room[b] == 0 || met.contains(&(a, b)) {
            continue;
        }
        let value = p.weight + if p.request == Request::Mutual { 20_000 } else { 0 };
        let mut any = false;
        for s in common(a, b) {
            let name = format!(" + x{k}_{s}");
            write!(goal, "\n + {value} x{k}_{s}")?;
            write!(rows, "{name}")?;
            writeln!(whole, " x{k}_{s}")?;
            for i in [a, b] {
                at.entry((i, s)).or_default().push_str(&name);
                of_person[i].push_str(&name);
            }
            used[s].push_str(&name);
            any = true;
        }
        if any {
            writeln!(rows, " <= 1")?;
        }
    }
    for names in at.values() {
        writeln!(rows, "{names} <= 1")?;
    }
    for (names, slot) in used.iter().zip(&input.slots) {
        if let Some(tables) = slot.tables {
            writeln!(rows, "{names} <= {tables}")?;
        }
    }
    let mut bounds = String::new();
    for (i, names) in of_person.iter().enumerate().filter(|(_, names)| !names.is_empty()) {
        writeln!(rows, "{names} <= {}", room[i])?;
        let missing = problem.goals()[i].saturating_sub(input.people[i].cap - room[i]);
        if missing > 0 {
            write!(goal, "\n + 3000 g{i}")?;
            writeln!(rows, "{names} - g{i} >= 0")?;
            writeln!(bounds, " g{i} <= {missing}")?;
        }
    }
    Ok(format!("{goal}\nsubject to\n{rows}bounds\n none = 0\n{bounds}{whole}end\n"))
}
