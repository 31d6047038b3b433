//! `rendezvous solve`: the matching alone, from file to file.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use clap::Args;
use matching::fixed::{self, Status};
use matching::{Conflict, Continue, Enough, Finished, Observer, Problem, Progress, Solution};

use super::conflicts::{self, NOT_PROVEN};
use crate::documents::instance;

/// Solves a matching instance (JSON), or gives slots to fixed meetings (.dzn), and writes the result.
#[derive(Debug, Args)]
pub struct Solve {
    /// The instance; the formats are described in docs/instances.md.
    instance: PathBuf,
    /// Where the result goes.
    #[arg(long)]
    out: PathBuf,
    /// The same seed and work give the same result on every machine.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Work units to spend, see docs/matching.md: more take longer and never prove less.
    #[arg(long, default_value_t = matching::Options::thorough().work)]
    work: u64,
    /// For fixed meetings: by how much two people's numbers of breaks may differ, if not as the file says.
    #[arg(long)]
    fairness: Option<u32>,
    /// End when wishes and goals are at their bounds and no plan can be better by more points, nor by a ten-thousandth; 0 goes on
    /// until the proof or the end of the work.
    #[arg(long, default_value_t = Enough::USUAL.points)]
    enough: u64,
    /// Stop after so many seconds, between two units of work, with the best so far. The same seed then gives the same
    /// result only where the work was done in time.
    #[arg(long)]
    seconds: Option<u64>,
}

/// Stops a run at a time, if one is set.
struct TimeLimit(Option<Instant>);

impl TimeLimit {
    fn is_over(&self) -> bool {
        self.0.is_some_and(|end| Instant::now() >= end)
    }
}

impl Observer for TimeLimit {
    fn progress(&mut self, _: &Progress) -> Continue {
        if self.is_over() { Continue::Stop } else { Continue::Yes }
    }
}

impl Solve {
    /// Reads, solves, checks, writes, and prints what was reached beside what is proved.
    pub fn run(self) -> anyhow::Result<()> {
        let name = self.instance.display();
        let text = fs::read_to_string(&self.instance).with_context(|| format!("Cannot read {name}"))?;
        if self.instance.extension().is_some_and(|ending| ending == "dzn") {
            return self.fixed_meetings(&text);
        }
        let started = Instant::now();
        let instance =
            instance::read_instance(&text).with_context(|| format!("{name} is no matching instance"))?;
        let problem = instance.problem().map_err(|invalid| {
            let all: Vec<String> = invalid.iter().map(ToString::to_string).collect();
            anyhow::anyhow!("{name} contradicts itself: {}", all.join("; "))
        })?;
        let enough = Enough { points: self.enough, ..Enough::USUAL };
        let options = matching::Options { seed: self.seed, work: self.work, enough };
        let solution = matching::solve(&problem, &options, &mut self.limit(started));
        let seconds = started.elapsed().as_secs_f64();
        let breaches = matching::check(&problem, &solution.meetings);
        if !breaches.is_empty() && solution.conflict.is_none() {
            bail!("The schedule breaks a rule, which is a fault of this program: {}", breaches.len());
        }
        let (units, asked) = matching::covered(&problem, &solution.meetings);
        if (units, asked) != (solution.figures.units, solution.figures.units_asked) {
            bail!(
                "The schedule fills {units} of {asked} units, which it does not say: a fault of this program"
            );
        }
        let out = self.out.display();
        fs::write(&self.out, instance::write_result(&problem, &solution))
            .with_context(|| format!("Cannot write {out}"))?;
        print_reached(&problem, &solution);
        println!("finished: {}", finished(solution.finished));
        for conflict in solution.conflict.iter().chain(&solution.minimum) {
            println!("not possible: {}", conflicts::in_words(conflict, &problem.input().quotas));
        }
        for obstacle in conflicts::obstacles_in_words(&solution.obstacles) {
            println!("not possible: {obstacle}");
        }
        if matches!(solution.conflict, Some(Conflict::NotKept { .. })) {
            NOT_PROVEN.iter().for_each(|why| println!("not proven: {why}"));
        }
        println!("seconds: {seconds:.2}");
        Ok(())
    }

    fn limit(&self, started: Instant) -> TimeLimit {
        TimeLimit(self.seconds.and_then(|seconds| started.checked_add(Duration::from_secs(seconds))))
    }

    /// All meetings are held; their slots are chosen for fewest breaks.
    fn fixed_meetings(&self, text: &str) -> anyhow::Result<()> {
        let name = self.instance.display();
        let mut problem =
            fixed::read_dzn(text).with_context(|| format!("{name} is no file of fixed meetings"))?;
        problem.fairness = self.fairness.or(problem.fairness);
        let started = Instant::now();
        let limit = self.limit(started);
        let outcome = fixed::fewest_gaps(&problem, &fixed::FixedOptions::for_files(self.seed), &mut |_| {
            limit.is_over()
        })
        .with_context(|| format!("{name} contradicts itself"))?;
        let tables = fixed::assign_tables(&problem, &outcome.slots).context("Cannot give tables")?.tables;
        let out = self.out.display();
        let reason = match &outcome.status {
            Status::Infeasible(conflict) => Some(("reason", conflicts::fixed_in_words(&problem, conflict))),
            Status::Feasible | Status::Unknown => NOT_PROVEN.map(|why| ("not proven", why.to_string())),
            Status::Optimal => None,
        };
        let mut text = fixed::write_dzn(&outcome, &tables);
        text.extend(reason.iter().map(|(_, reason)| format!("% {reason}\n")));
        fs::write(&self.out, text).with_context(|| format!("Cannot write {out}"))?;
        println!("meetings: {}", problem.meetings.len());
        println!("breaks: {} of at least {}", outcome.gaps, outcome.lower_bound);
        println!("status: {}", status(&outcome.status));
        reason.iter().for_each(|(what, reason)| println!("{what}: {reason}"));
        println!("seconds: {:.2}", started.elapsed().as_secs_f64());
        Ok(())
    }
}

/// What was reached beside what is proved, each level in its own unit; first of all whom nothing that is proved is about.
fn print_reached(problem: &Problem, solution: &Solution) {
    let (reached, bounds, open) = (&solution.figures, &solution.bounds, solution.open());
    if reached.people_nowhere > 0 {
        println!("in no slot: {} people, whom no schedule can give a meeting", reached.people_nowhere);
    }
    println!("meetings: {}", reached.meetings);
    for (at, quota) in problem.input().quotas.iter().enumerate() {
        println!(
            "quota {at}: {} cross, asked for are {}",
            reached.crossing.for_quota(at),
            conflicts::asked(quota)
        );
    }
    if reached.units_asked > 0 {
        let (units, most) = (reached.units, bounds.units);
        println!("coverage: {units} of at most {most}; {} asked for", reached.units_asked);
    }
    println!("mutual: {} of at most {}", reached.mutual, bounds.mutual);
    println!("goals: {} of at most {}; {} wished", reached.goals_filled, bounds.goals, reached.wished);
    println!("below the minimum: {} people", reached.people_below);
    if reached.score > bounds.score {
        println!("score: {}, no bound known", reached.score);
        return;
    }
    let part = open.of_score(reached.score) as f64 / 1_000.0;
    println!("score: {} of at most {}; {part:.3} % open", reached.score, reached.score + open.points);
}

fn status(of: &Status) -> &'static str {
    match of {
        Status::Optimal => "optimal",
        Status::Feasible => "feasible",
        Status::Infeasible(_) => "infeasible",
        Status::Unknown => "unknown",
    }
}

fn finished(how: Finished) -> &'static str {
    match how {
        Finished::Proven => "proven",
        Finished::Enough => "what is left cannot matter",
        Finished::WorkSpent => "the work is spent",
        Finished::Stopped => "stopped by the time limit",
    }
}
