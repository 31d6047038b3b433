//! Solves an instance, cancels two people of a hundred and repairs: `repair FILE [WORK] [REPAIR_WORK]`.

#[path = "../../src/documents/instance.rs"]
#[allow(dead_code)]
mod instance;

use matching::{Figures, Frozen, Options, Tier, Unobserved, check, repair, rescue, solve};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().collect();
    let word = |k: usize| args.get(k).map(String::as_str);
    let text = std::fs::read_to_string(word(1).ok_or("which file?")?)?;
    let mut now = instance::read_instance(&text)?;
    let work = word(2).map_or(Ok(Options::standard().work), str::parse)?;
    let small = Options { seed: 1, work: word(3).map_or(Ok(400_000), str::parse)? };
    let problem = now.clone().problem().map_err(|faults| format!("{faults:?}"))?;
    let old = solve(&problem, &Options { seed: 1, work }, &mut Unobserved);
    for i in (7..now.input.people.len()).step_by(50) {
        now.input.people[i].cap = 0;
    }
    let now = now.problem().map_err(|faults| format!("{faults:?}"))?;
    let kept: Vec<_> = old.meetings.iter().filter(|m| m.a % 50 != 7 && m.b % 50 != 7).copied().collect();
    let base = Figures::of(&now, &kept);
    println!("before {:?}\nkept   {base:?}", old.figures);
    for tier in [Tier::HolesOnly, Tier::OneMovePerLoss, Tier::Free] {
        let start = Instant::now();
        let options = if tier == Tier::Free { Options { seed: 1, work } } else { small };
        let repaired = repair(&now, &old.meetings, &Frozen::default(), tier, &options, &mut Unobserved);
        let moved: usize =
            repaired.changes.iter().map(|c| c.moved.iter().filter(|m| m.0.slot != m.1.slot).count()).sum();
        println!(
            "{tier:?} {:.3} s lost {} moved {} touched {} gain {} total {:?} breaches {}",
            start.elapsed().as_secs_f64(),
            repaired.lost.len(),
            moved / 2,
            repaired.changes.len(),
            repaired.figures.total() - base.total(),
            repaired.figures,
            check(&now, &repaired.meetings).len(),
        );
    }
    let start = Instant::now();
    let absent: Vec<usize> = old.meetings.iter().filter(|m| m.slot == 3).step_by(8).map(|m| m.a).collect();
    let saved = rescue(&problem, &old.meetings, 3, &absent);
    println!(
        "rescue {:.3} s lost {} changes {}",
        start.elapsed().as_secs_f64(),
        saved.lost.len(),
        saved.changes.len()
    );
    Ok(())
}
