//! How far a running round is, as its row keeps it: so every server shows what one of them does.

use matching::{Bounds, Progress, Step};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Written {
    step: u8,
    work: u64,
    work_total: u64,
    mutual: u64,
    goals: u64,
    score: u64,
    mutual_bound: u64,
    goals_bound: u64,
    score_bound: u64,
}

/// The steps in the order in which they are numbered.
const STEPS: [Step; 6] =
    [Step::Flow, Step::Colouring, Step::Bound, Step::Exchange, Step::Reoptimise, Step::Finish];

/// As the row keeps it.
pub(super) fn written(progress: &Progress) -> String {
    let step = (0..).zip(STEPS).find(|(_, step)| *step == progress.step).map_or(0, |(number, _)| number);
    let written = Written {
        step,
        work: progress.work,
        work_total: progress.work_total,
        mutual: progress.mutual,
        goals: progress.goals_filled,
        score: progress.score,
        mutual_bound: progress.bounds.mutual,
        goals_bound: progress.bounds.goals,
        score_bound: progress.bounds.score,
    };
    serde_json::to_string(&written).unwrap_or_default()
}

/// What [`written`] wrote; none where another program did.
pub(super) fn read(text: &str) -> Option<Progress> {
    let written: Written = serde_json::from_str(text).ok()?;
    Some(Progress {
        step: *STEPS.get(usize::from(written.step))?,
        work: written.work,
        work_total: written.work_total,
        mutual: written.mutual,
        goals_filled: written.goals,
        score: written.score,
        bounds: Bounds {
            units: 0,
            mutual: written.mutual_bound,
            goals: written.goals_bound,
            score: written.score_bound,
            total: 0,
        },
    })
}
