//! Runs files of fixed meetings and prints a table: file, size, gaps, bound, status, seconds.
//!
//! `cargo run --release -p matching --example fixed -- [--seed N] [--fairness N] [--out FOLDER] FILE.dzn ...`
//!
//! With `--out` the schedules are written there, for a checker.

use matching::fixed::{Options, assign_tables, fewest_gaps, read_dzn, write_dzn};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut options = Options::for_files(1);
    let mut fairness = None;
    let mut out = None;
    let mut words = std::env::args().skip(1);
    println!(
        "{:34} {:>7} {:>8} {:>5} {:>5} {:>6} {:>8}  status",
        "file", "people", "meetings", "gaps", "bound", "moves", "seconds"
    );
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seed" => options.seed = words.next().ok_or("--seed needs a number")?.parse()?,
            "--fairness" => fairness = Some(words.next().ok_or("--fairness needs a number")?.parse()?),
            "--out" => out = Some(words.next().ok_or("--out needs a folder")?),
            file => {
                let mut problem = read_dzn(&std::fs::read_to_string(file)?)?;
                problem.fairness = fairness.or(problem.fairness);
                let begun = Instant::now();
                let outcome = fewest_gaps(&problem, &options, &mut |_| false)?;
                let tables = assign_tables(&problem, &outcome.slots)?;
                let name = file.rsplit('/').next().unwrap_or(file);
                if let Some(folder) = &out {
                    std::fs::write(format!("{folder}/{name}.answer"), write_dzn(&outcome, &tables.tables))?;
                }
                let (people, meetings) = (problem.people, problem.meetings.len());
                let status = format!("{:?}", outcome.status);
                let seconds = begun.elapsed().as_secs_f64();
                println!(
                    "{name:34} {people:>7} {meetings:>8} {:>5} {:>5} {:>6} {seconds:>8.2}  {}",
                    outcome.gaps,
                    outcome.lower_bound,
                    tables.changes,
                    status.chars().take(100).collect::<String>()
                );
            }
        }
    }
    Ok(())
}
