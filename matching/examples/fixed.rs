//! Runs files of fixed meetings and prints a table: file, size, gaps, bound, status, seconds.
//!
//! `cargo run --release -p matching --example fixed -- [--seed N] [--fairness N] FILE.dzn ...`

use matching::fixed::{Options, assign_tables, fewest_gaps, read_dzn};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut options = Options::for_files(1);
    let mut fairness = None;
    let mut words = std::env::args().skip(1);
    println!(
        "{:34} {:>7} {:>8} {:>5} {:>5} {:>6} {:>8}  status",
        "file", "people", "meetings", "gaps", "bound", "moves", "seconds"
    );
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seed" => options.seed = words.next().ok_or("--seed needs a number")?.parse()?,
            "--fairness" => fairness = Some(words.next().ok_or("--fairness needs a number")?.parse()?),
            file => {
                let mut problem = read_dzn(&std::fs::read_to_string(file)?)?;
                problem.fairness = fairness.or(problem.fairness);
                let begun = Instant::now();
                let outcome = fewest_gaps(&problem, &options, &mut |_| false)?;
                let changes = assign_tables(&problem, &outcome.slots)?.changes;
                let name = file.rsplit('/').next().unwrap_or(file);
                let (people, meetings) = (problem.people, problem.meetings.len());
                let status = format!("{:?}", outcome.status);
                let seconds = begun.elapsed().as_secs_f64();
                println!(
                    "{name:34} {people:>7} {meetings:>8} {:>5} {:>5} {changes:>6} {seconds:>8.2}  {}",
                    outcome.gaps,
                    outcome.lower_bound,
                    status.chars().take(100).collect::<String>()
                );
            }
        }
    }
    Ok(())
}
