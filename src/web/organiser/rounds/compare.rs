//! Rounds side by side: rows are what was asked and what came of it, columns the rounds.

use std::collections::BTreeSet;

use askama::Template;

use super::figures::{bars_in_words, below, part, points_open, spark};
use super::made;
use super::{base, below_rounds, full_name};
use crate::domain::round::Round;
use crate::services::rounds::settings::RoundSettings;
use crate::services::rounds::{self, Compared, MOST_COMPARED, PersonCompared, Report};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/rounds/compare.html")]
struct ComparePage {
    page: Page,
    base: String,
    /// Number and address of each round.
    heads: Vec<(String, String)>,
    sections: Vec<Section>,
    /// How many meetings each has, as a picture with its sentence.
    sparks: Vec<(String, String)>,
    has_people: bool,
    /// The names of the last two rounds.
    between: (String, String),
    people: Vec<Row>,
    others: usize,
}

struct Section {
    title: String,
    lines: Vec<Line>,
}

struct Line {
    label: String,
    cells: Vec<String>,
    differs: bool,
}

struct Row {
    name: String,
    before: usize,
    after: usize,
}

/// The rounds that were ticked; the list again, where they are fewer than two.
pub async fn show(visit: Visit) -> Answer {
    let numbers: BTreeSet<u32> = visit.query.many("r").into_iter().filter_map(|n| n.parse().ok()).collect();
    let access = visit.access()?.clone();
    let compared = visit.run(move |app| rounds::compare(app, &access, &numbers)).await?;
    if compared.rounds.len() < 2 {
        let text = visit.frame().t1("compare-two", "most", MOST_COMPARED);
        return super::list::refused(&visit, text).await;
    }
    let page = below_rounds(&visit)?;
    let base = base(&visit)?;
    visit.show(&page_of(page, base, compared))
}

fn page_of(page: Page, base: String, compared: Compared) -> ComparePage {
    let title = |round: &Round| page.t1("round-title", "number", round.number);
    let heads: Vec<(String, String)> = (compared.rounds.iter())
        .map(|(round, _, _)| (title(round), format!("{base}/rounds/{}", round.number)))
        .collect();
    let last = |back: usize| heads.iter().rev().nth(back).map(|(title, _)| title.clone()).unwrap_or_default();
    let row =
        |row: &PersonCompared| Row { name: full_name(&row.person), before: row.before, after: row.after };
    let spark_of = |(_, _, report): &(Round, RoundSettings, Report)| {
        (spark(&report.figures.people_by_meetings), bars_in_words(&page, &report.figures.people_by_meetings))
    };
    ComparePage {
        sections: vec![
            asked(&page, &compared.rounds),
            given(&page, &compared.rounds),
            besides(&page, &compared.rounds),
        ],
        sparks: compared.rounds.iter().map(spark_of).collect(),
        has_people: compared.has_people,
        between: (last(1), last(0)),
        people: compared.people.iter().map(row).collect(),
        others: compared.others,
        heads,
        base,
        page,
    }
}

type Rounds = [(Round, RoundSettings, Report)];

/// A line of the table: what it says of each round.
fn line(
    page: &Page,
    key: &str,
    rounds: &Rounds,
    cell: impl Fn(&Round, &RoundSettings, &Report) -> String,
) -> Line {
    let cells: Vec<String> =
        rounds.iter().map(|(round, settings, report)| cell(round, settings, report)).collect();
    let differs = cells.windows(2).any(|two| two[0] != two[1]);
    Line { label: page.t(key), cells, differs }
}

fn asked(page: &Page, rounds: &Rounds) -> Section {
    let none = || "–".to_string();
    let room = |report: &Report| {
        let room = report.room.as_ref()?;
        let tables = room.tables?;
        Some(format!("{tables} × {}", room.slots))
    };
    let quotas = |settings: &RoundSettings| {
        let all = made::quotas(page, settings);
        if all.is_empty() { none() } else { all.join(" · ") }
    };
    let coverage = |settings: &RoundSettings| made::coverage(page, settings).unwrap_or_else(none);
    let lines = vec![
        line(page, "compare-room", rounds, |_, _, report| room(report).unwrap_or_else(none)),
        line(page, "compare-people", rounds, |_, _, report| page.words.number(report.figures.people)),
        line(page, "round-wished-minimum", rounds, |_, settings, _| settings.wished_minimum.to_string()),
        line(page, "round-most-meetings", rounds, |_, settings, _| settings.most_meetings.to_string()),
        line(page, "compare-quota", rounds, |_, settings, _| quotas(settings)),
        line(page, "compare-coverage", rounds, |_, settings, _| coverage(settings)),
        line(page, "round-mix", rounds, |_, settings, _| page.t(made::mix_key(settings.mix))),
        line(page, "round-made-said", rounds, |_, settings, _| made::said(page, settings)),
        line(page, "round-made-points", rounds, |_, settings, _| made::points(page, settings)),
        line(page, "round-effort", rounds, |_, settings, _| {
            page.t(&format!("round-effort-{}-short", settings.effort.code()))
        }),
        line(page, "round-seed", rounds, |round, _, _| round.seed.to_string()),
    ];
    Section { title: page.t("compare-asked"), lines }
}

fn given(page: &Page, rounds: &Rounds) -> Section {
    let of = |reached: u64, bound: u64| {
        page.t2("round-of", "reached", page.words.number(reached), "bound", page.words.number(bound))
    };
    let units = |report: &Report| match report.figures.units_asked {
        0 => "–".to_string(),
        _ => of(report.figures.units, report.figures.units_bound),
    };
    let lines = vec![
        line(page, "compare-units", rounds, |_, _, report| units(report)),
        line(page, "compare-nowhere", rounds, |_, _, report| page.words.number(report.nowhere.len() as u64)),
        line(page, "rounds-mutual", rounds, |_, _, report| {
            of(report.figures.mutual, report.figures.mutual_bound)
        }),
        line(page, "rounds-below", rounds, |_, _, report| below(page, report)),
        line(page, "round-figure-score", rounds, |_, _, report| page.words.number(report.figures.score)),
        line(page, "rounds-open", rounds, |_, _, report| points_open(page, report)),
    ];
    Section { title: page.t("compare-given"), lines }
}

fn besides(page: &Page, rounds: &Rounds) -> Section {
    let number = |n: u64| page.words.number(n);
    let lines = vec![
        line(page, "rounds-meetings", rounds, |_, _, report| number(report.figures.meetings)),
        line(page, "round-figure-countries", rounds, |_, _, report| {
            part(page, report, report.figures.across_countries)
        }),
        line(page, "compare-groups", rounds, |_, _, report| part(page, report, report.figures.across_groups)),
        line(page, "round-figure-one-way", rounds, |_, _, report| number(report.figures.one_way)),
        line(page, "round-figure-gaps", rounds, |_, _, report| number(report.figures.idle_gaps)),
        line(page, "round-figure-tables", rounds, |_, _, report| number(report.figures.table_changes)),
    ];
    Section { title: page.t("compare-besides"), lines }
}
