//! Solves one made-up event, with the simple methods beside it, and repairs it after cancellations.

use super::meter::{Meter, Spent};
use anyhow::bail;
use matching::samples::{Audience, Shape};
use matching::{
    Bounds, Figures, Frozen, Invalid, Meeting, Options, Problem, Tier, Unobserved, check, greedy, repair,
    slot_by_slot, solve,
};

/// One event, measured.
pub(super) struct Measured {
    pub(super) shape: &'static Shape,
    pub(super) seed: u64,
    pub(super) figures: Figures,
    /// Before the second stage.
    pub(super) before: Figures,
    pub(super) bounds: Bounds,
    pub(super) open: PointsOpen,
    pub(super) spent: Spent,
    pub(super) simple: [Simple; 2],
    pub(super) repairs: Vec<Repair>,
    /// Meetings that two of a hundred people who cancel leave behind.
    pub(super) lost: usize,
}

/// The points that are open beside wishes and goals, in hundred-thousandths of the score.
#[derive(Debug, Clone, Copy)]
pub(super) struct PointsOpen(pub(super) u64);

impl PointsOpen {
    fn of(figures: &Figures, bounds: &Bounds) -> PointsOpen {
        PointsOpen(bounds.open(figures).of_score(figures.score))
    }
}

/// What a simple method reaches.
pub(super) struct Simple {
    pub(super) name: &'static str,
    pub(super) figures: Figures,
    pub(super) open: PointsOpen,
    pub(super) seconds: f64,
}

/// What a repair regains.
pub(super) struct Repair {
    pub(super) name: &'static str,
    /// Total over that of what is left after the cancellations.
    pub(super) gain: i64,
    /// Meetings that changed their slot, and such that were given up.
    pub(super) moved: usize,
    pub(super) given_up: usize,
    pub(super) seconds: f64,
}

/// Work units for an event of a size and audience, if none are said.
fn usual_work(shape: &Shape) -> u64 {
    match shape.audience {
        Audience::TimeZones | Audience::OwnHours => Options::thorough().work,
        Audience::InPerson | Audience::AcrossABorder => Options::standard().work,
    }
}

/// Measures one event.
///
/// # Errors
/// If a schedule breaks a rule, which is a fault of the program.
pub(super) fn measure(shape: &'static Shape, seed: u64, work: Option<u64>) -> anyhow::Result<Measured> {
    let options = Options { seed: 1, work: work.unwrap_or_else(|| usual_work(shape)), ..Options::standard() };
    let listed = if shape.by_rule { None } else { Some(shape.problem(seed).map_err(in_words)?) };
    // Listing the pairs that matter is part of the work where they are given by rule.
    let meter = Meter::start();
    let problem = match listed {
        Some(problem) => problem,
        None => shape.problem(seed).map_err(in_words)?,
    };
    let solution = solve(&problem, &options, &mut Unobserved);
    let spent = meter.stop();
    holds(&problem, &solution.meetings)?;
    let simple = [("greedy", greedy as fn(&Problem) -> Vec<Meeting>), ("slot by slot", slot_by_slot)];
    let [first, second] = simple.map(|(name, method)| simply(&problem, &solution.bounds, name, method));
    let (lost, repairs) = repairs(&problem, &solution.meetings, &options)?;
    Ok(Measured {
        shape,
        seed,
        figures: solution.figures,
        before: solution.before,
        bounds: solution.bounds,
        open: PointsOpen::of(&solution.figures, &solution.bounds),
        spent,
        simple: [first?, second?],
        repairs,
        lost,
    })
}

fn in_words(faults: Vec<Invalid>) -> anyhow::Error {
    let all: Vec<String> = faults.iter().map(ToString::to_string).collect();
    anyhow::anyhow!("{}", all.join("; "))
}

fn holds(problem: &Problem, meetings: &[Meeting]) -> anyhow::Result<()> {
    if let Some(breach) = check(problem, meetings).first() {
        bail!("A schedule breaks a rule, which is a fault of this program: {breach}");
    }
    Ok(())
}

fn simply(
    problem: &Problem,
    bounds: &Bounds,
    name: &'static str,
    method: fn(&Problem) -> Vec<Meeting>,
) -> anyhow::Result<Simple> {
    let meter = Meter::start();
    let meetings = method(problem);
    let seconds = meter.stop().seconds;
    holds(problem, &meetings)?;
    let figures = Figures::of(problem, &meetings);
    Ok(Simple { name, figures, open: PointsOpen::of(&figures, bounds), seconds })
}

/// Of so many people the eighth cancels, and so on.
const ONE_OF: usize = 50;
const EIGHTH: usize = 7;
/// Work of the repairs that move little.
const REPAIR_WORK: u64 = 2_000_000;

/// Two of a hundred people cancel, and each tier repairs the schedule: the meetings lost, and what each regains.
fn repairs(problem: &Problem, old: &[Meeting], options: &Options) -> anyhow::Result<(usize, Vec<Repair>)> {
    let cancels = |person: usize| person % ONE_OF == EIGHTH;
    let mut input = problem.input().clone();
    for (_, person) in input.people.iter_mut().enumerate().filter(|(i, _)| cancels(*i)) {
        person.cap = 0;
    }
    let now = problem.with_input(input).map_err(in_words)?;
    let kept: Vec<Meeting> = old.iter().filter(|m| !cancels(m.a) && !cancels(m.b)).copied().collect();
    let base = Figures::of(&now, &kept).total();
    let tiers = [
        ("holes only", Tier::HolesOnly),
        ("one move per loss", Tier::OneMovePerLoss { lost_before: 0 }),
        ("solved anew", Tier::Free),
    ];
    let mut out = Vec::new();
    for (name, tier) in tiers {
        let work = if tier == Tier::Free { options.work } else { REPAIR_WORK };
        let meter = Meter::start();
        let repaired =
            repair(&now, old, &Frozen::default(), tier, &Options { work, ..*options }, &mut Unobserved);
        let seconds = meter.stop().seconds;
        holds(&now, &repaired.meetings)?;
        let elsewhere = |m: &(Meeting, Meeting)| m.0.slot != m.1.slot;
        let moved: usize =
            repaired.changes.iter().map(|c| c.moved.iter().filter(|m| elsewhere(m)).count()).sum();
        let lost: usize = repaired.changes.iter().map(|c| c.lost.len()).sum();
        out.push(Repair {
            name,
            gain: repaired.figures.total() - base,
            // Each meeting is a change of two people.
            moved: moved / 2,
            given_up: lost / 2 - (old.len() - kept.len()),
            seconds,
        });
    }
    Ok((old.len() - kept.len(), out))
}
