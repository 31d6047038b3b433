//! The figures of a round beside what is proved, while it is solved and afterwards.

use super::percent;
use crate::documents::pictures::histogram;
use crate::services::rounds::{EVERY_PAIR_UP_TO, Report, Served};
use crate::web::page::Page;

/// How far a round is that is being solved.
pub(super) fn so_far(page: &Page, progress: &matching::Progress) -> Vec<(String, String)> {
    let step = match progress.step {
        matching::Step::Flow => "round-step-flow",
        matching::Step::Colouring => "round-step-colouring",
        matching::Step::Bound => "round-step-bound",
        matching::Step::Exchange => "round-step-exchange",
        matching::Step::Reoptimise => "round-step-reoptimise",
        matching::Step::Finish => "round-step-finish",
    };
    let done = (progress.work * 100).checked_div(progress.work_total).unwrap_or_default().min(100);
    // While a round is solved, a bound of 0 is one that is not known yet.
    let of = |reached: u64, bound: u64| match bound {
        0 => page.words.number(reached),
        _ => page.t2("round-of", "reached", page.words.number(reached), "bound", page.words.number(bound)),
    };
    vec![
        (page.t("round-step"), page.t(step)),
        (page.t("round-work-done"), page.t1("round-gap", "percent", done)),
        (page.t("round-figure-mutual"), of(progress.mutual, progress.bounds.mutual)),
        (page.t("round-figure-goals"), of(progress.goals_filled, progress.bounds.goals)),
        (page.t("round-figure-score"), of(progress.score, progress.bounds.score)),
    ]
}

/// What the round plans, in one sentence.
pub(super) fn sentence(page: &Page, report: &Report) -> String {
    let figures = &report.figures;
    page.words.tn(
        "round-sentence",
        &[
            ("people", figures.people.to_string()),
            ("meetings", figures.meetings.to_string()),
            ("across", figures.across_countries.to_string()),
        ],
    )
}

/// Each figure with its name.
pub(super) fn figures(page: &Page, report: &Report) -> Vec<(String, String)> {
    let reached = &report.figures;
    let of = |reached: u64, bound: u64| {
        page.t2("round-of", "reached", page.words.number(reached), "bound", page.words.number(bound))
    };
    let gap = reached.proven_gap().map(|gap| page.t1("round-gap", "percent", percent(page, gap)));
    let gap = gap.map(|gap| if report.proven { format!("{gap}, {}", page.t("round-proven")) } else { gap });
    let score = match reached.proven_gap() {
        Some(_) => of(reached.score, reached.score_bound),
        None => page.words.number(reached.score),
    };
    [
        ("round-figure-mutual", of(reached.mutual, reached.mutual_bound)),
        ("round-figure-goals", of(reached.goals_filled, reached.goals_bound)),
        ("round-figure-score", score),
        ("round-figure-gap", gap.unwrap_or_else(|| page.t("round-gap-unknown"))),
        ("round-figure-below", page.words.number(reached.people_below)),
        ("round-figure-one-way", page.words.number(reached.one_way)),
        ("round-figure-gaps", page.words.number(reached.idle_gaps)),
        ("round-figure-tables", page.words.number(reached.table_changes)),
    ]
    .into_iter()
    .map(|(key, value)| (page.t(key), value))
    .collect()
}

/// How many people have how many meetings: bars, picture and sentence.
pub(super) fn meetings_each(page: &Page, report: &Report) -> (Vec<histogram::Bar>, String, String) {
    let figures = &report.figures;
    let bars: Vec<histogram::Bar> = (0..)
        .zip(&figures.people_by_meetings)
        .map(|(meetings, people)| histogram::Bar {
            meetings,
            people: u32::try_from(*people).unwrap_or(u32::MAX),
        })
        .collect();
    let none = bars.first().map_or(0, |bar| bar.people);
    let counted = page.words.tn(
        "picture-histogram-sentence",
        &[
            ("people", figures.people.to_string()),
            ("meetings", figures.meetings.to_string()),
            ("median", figures.median().to_string()),
        ],
    );
    let sentence = format!("{counted} {}", page.t1("picture-histogram-none", "people", none));
    let picture = histogram::Histogram {
        id: "meetings-each".to_string(),
        title: page.t("picture-histogram-title"),
        description: sentence.clone(),
        across: page.t("picture-meetings"),
        up: page.t("picture-people"),
        bars: bars.clone(),
    };
    (bars, histogram::svg(&picture, 680), sentence)
}

/// How many people have at least so many meetings of their minimum, beside the most who could.
pub(super) struct ServedTable {
    /// Number of meetings, people, most people.
    pub lines: Vec<[String; 3]>,
    /// Where every line is at its bound.
    pub sentence: Option<String>,
}

/// The table, where a minimum is wished.
pub(super) fn served(page: &Page, report: &Report) -> Option<ServedTable> {
    let line =
        |line: &Served| [u64::from(line.at_least), line.people, line.at_most].map(|n| page.words.number(n));
    let is_fairest = report.served.iter().all(|line| line.people == line.at_most);
    let table = ServedTable {
        lines: report.served.iter().map(line).collect(),
        sentence: is_fairest.then(|| page.t("round-served-fairest")),
    };
    (!table.lines.is_empty()).then_some(table)
}

/// What the bounds are about, where it is not every plan.
pub(super) fn bounded_by(page: &Page, report: &Report) -> Option<String> {
    let candidates = report.candidates?;
    let most = page.words.number(EVERY_PAIR_UP_TO as u64);
    Some(page.t2("round-bound-candidates", "n", candidates, "most", most))
}
