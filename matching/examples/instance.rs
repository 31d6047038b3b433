//! Solves an instance file and writes the result: `instance FILE [OUT] [WORK] [SEED] [METHOD]`.

#[path = "../../src/documents/instance.rs"]
#[allow(dead_code)]
mod instance;

use matching::{Continue, Observer, Options, Progress, check, greedy, slot_by_slot, solve};
use std::time::Instant;

struct Printer(Instant);

impl Observer for Printer {
    fn progress(&mut self, p: &Progress) -> Continue {
        let seconds = self.0.elapsed().as_secs_f64();
        eprintln!(
            "{seconds:7.2} {:?} {}/{} mutual {} goals {} score {} bounds {:?}",
            p.step, p.work, p.work_total, p.mutual, p.goals_filled, p.score, p.bounds
        );
        Continue::Yes
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().collect();
    let word = |k: usize| args.get(k).map(String::as_str);
    let text = std::fs::read_to_string(word(1).ok_or("which file?")?)?;
    let start = Instant::now();
    let problem = instance::read_instance(&text)?.problem().map_err(|faults| format!("{faults:?}"))?;
    drop(text);
    eprintln!("{:.2} s to read and list", start.elapsed().as_secs_f64());
    let options = Options {
        work: word(3).map_or(Ok(Options::standard().work), str::parse)?,
        seed: word(4).map_or(Ok(1), str::parse)?,
    };
    let meetings = match word(5) {
        Some("greedy") => greedy(&problem),
        Some("slots") => slot_by_slot(&problem),
        _ => {
            let solution = solve(&problem, &options, &mut Printer(start));
            eprintln!(
                "{:?} {:?} {:?} gap {} shortfalls {} conflict {:?}",
                solution.figures,
                solution.bounds,
                solution.finished,
                solution.gap(),
                solution.shortfalls.len(),
                solution.conflict
            );
            if let Some(out) = word(2) {
                std::fs::write(out, instance::write_result(&solution))?;
            }
            solution.meetings
        }
    };
    let figures = matching::Figures::of(&problem, &meetings);
    eprintln!(
        "{:.2} s {figures:?} breaches {:?}",
        start.elapsed().as_secs_f64(),
        check(&problem, &meetings).len()
    );
    Ok(())
}
