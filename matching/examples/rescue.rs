//! Times the rescue of one slot in which two people of a hundred did not come: `rescue SHAPE SEED [TIMES]`.
//!
//! Prints the median and the longest time of all slots, beside what was lost and found again.

use matching::samples::Shape;
use matching::{Options, Unobserved, rescue, solve};
use std::error::Error;
use std::time::Instant;

/// Of so many people the eighth does not come.
const ONE_OF: usize = 50;
const EIGHTH: usize = 7;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().collect();
    let word = |k: usize| args.get(k).map(String::as_str);
    let shape = word(1).and_then(Shape::named).ok_or("which shape?")?;
    let seed = word(2).ok_or("which seed?")?.parse()?;
    let times: usize = word(3).map_or(Ok(3), str::parse)?;
    let problem = shape.problem(seed).map_err(|faults| format!("{faults:?}"))?;
    let old = solve(&problem, &Options::quick(), &mut Unobserved).meetings;
    let absent: Vec<usize> = (0..problem.people()).filter(|i| i % ONE_OF == EIGHTH).collect();
    let mut seconds = Vec::new();
    let (mut lost, mut found) = (0, 0);
    for slot in (0..problem.input().slots.len()).flat_map(|slot| vec![slot; times]) {
        let start = Instant::now();
        let saved = rescue(&problem, &old, slot, &absent);
        seconds.push(start.elapsed().as_secs_f64());
        lost += saved.lost.len();
        found += saved.meetings.len() + saved.lost.len() - old.len();
        if let Some(fault) = saved.faults(&problem).first() {
            return Err(format!("slot {slot}: {fault}").into());
        }
    }
    seconds.sort_unstable_by(f64::total_cmp);
    let longest = seconds.last().copied().unwrap_or_default();
    let median = seconds.get(seconds.len() / 2).copied().unwrap_or_default();
    println!(
        "{} {seed}: {} people, a slot in {:.1} ms, at most {:.1} ms; of all slots {} lost, {} found again",
        shape.name,
        problem.people(),
        1_000.0 * median,
        1_000.0 * longest,
        lost / times,
        found / times
    );
    Ok(())
}
