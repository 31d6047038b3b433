//! The figures of a round beside what is proved, while it is solved and afterwards.

use super::percent;
use crate::documents::pictures::histogram;
use crate::services::rounds::settings::Mix;
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

/// What the round plans, in a few sentences: what is nought is not said.
pub(super) fn sentence(page: &Page, report: &Report, mix: Mix) -> String {
    let figures = &report.figures;
    let counts = [("people", figures.people.to_string()), ("meetings", figures.meetings.to_string())];
    let planned = page.words.tn("round-sentence", &counts);
    let across = [
        ("round-sentence-countries", figures.across_countries),
        (across_groups_key(mix), figures.across_groups),
    ];
    let some = across.into_iter().filter(|(_, n)| *n > 0 && figures.meetings > 0);
    let share = |(key, n): (&str, u64)| page.t2(key, "n", n, "percent", share(n, figures.meetings));
    let below =
        (figures.people_below > 0).then(|| page.t1("round-sentence-below", "people", figures.people_below));
    std::iter::once(planned).chain(some.map(share)).chain(below).collect::<Vec<_>>().join(" ")
}

fn across_groups_key(mix: Mix) -> &'static str {
    match mix {
        Mix::OrganisationType => "round-sentence-organisation-types",
        Mix::ParticipantType => "round-sentence-participant-types",
    }
}

/// A part in percent, rounded.
pub(super) fn share(part: u64, whole: u64) -> u64 {
    (100 * part + whole / 2).checked_div(whole).unwrap_or_default()
}

/// One of the levels of a plan: what it reaches, the most that is possible, and how far that is proved.
pub(super) struct Level {
    pub rank: String,
    pub reached: String,
    pub of: String,
    pub is_best: bool,
    pub open: String,
}

/// Other groups where they are asked for, wishes, minimums and points, each in its own unit.
pub(super) fn levels(page: &Page, report: &Report) -> Vec<Level> {
    let reached = &report.figures;
    let number = |n: u64| page.words.number(n);
    let open = reached.open();
    let level = |rank: &str, what: String, value: u64, left: Option<u64>| Level {
        rank: page.t(rank),
        reached: number(value),
        of: what,
        is_best: left == Some(0),
        open: match left {
            Some(0) => page.t("round-level-best"),
            Some(left) => page.t1("round-level-open", "n", left),
            None => page.t("round-gap-unknown"),
        },
    };
    let wishes = page.t1("round-level-mutual", "most", number(reached.mutual_bound));
    let minimum = page.t2(
        "round-level-minimum",
        "most",
        number(reached.goals_bound),
        "wished",
        number(reached.all_wished()),
    );
    let most_points = open.map(|open| number(reached.score + open.points));
    let points = match most_points {
        Some(most) => page.t1("round-level-points", "most", most),
        None => page.t("round-level-points-alone"),
    };
    let lacking = |bound: u64, has: u64| Some(bound.saturating_sub(has));
    let mut points = level("round-level-third", points, reached.score, open.map(|open| open.points));
    if let Some(open) = open.filter(|open| open.points > 0) {
        let part = percent(page, open.of_score(reached.score));
        points.open = page.t2("round-level-points-open", "n", number(open.points), "percent", part);
    }
    let units = page.t2(
        "round-level-units",
        "most",
        number(reached.units_bound),
        "asked",
        number(reached.units_asked),
    );
    let groups = || {
        let open = lacking(reached.units_bound, reached.units);
        level("round-level-groups", units, reached.units, open)
    };
    let is_asked = reached.units_asked > 0;
    let wishes_rank = if is_asked { "round-level-then-wishes" } else { "round-level-first" };
    let others = [
        level(wishes_rank, wishes, reached.mutual, lacking(reached.mutual_bound, reached.mutual)),
        level(
            "round-level-second",
            minimum,
            reached.goals_filled,
            lacking(reached.goals_bound, reached.goals_filled),
        ),
        points,
    ];
    is_asked.then(groups).into_iter().chain(others).collect()
}

/// The points that are still open, beside whether anything else is: for lists of rounds.
pub(super) fn points_open(page: &Page, report: &Report) -> String {
    match report.figures.open() {
        Some(open) if open.points == 0 => page.t("round-level-best"),
        Some(open) => page.t1("round-gap", "percent", percent(page, open.of_score(report.figures.score))),
        None => "–".to_string(),
    }
}

/// People below their minimum, of all.
pub(super) fn below(page: &Page, report: &Report) -> String {
    let figures = &report.figures;
    page.t2(
        "round-part-of",
        "n",
        page.words.number(figures.people_below),
        "all",
        page.words.number(figures.people),
    )
}

/// A part of the meetings with its share.
pub(super) fn part(page: &Page, report: &Report, part: u64) -> String {
    let percent = share(part, report.figures.meetings);
    page.t2("round-part", "n", page.words.number(part), "percent", percent)
}

/// What else is counted, each figure with its name.
pub(super) fn figures(page: &Page, report: &Report, mix: Mix) -> Vec<(String, String)> {
    let reached = &report.figures;
    let groups = match mix {
        Mix::OrganisationType => "round-figure-organisation-types",
        Mix::ParticipantType => "round-figure-participant-types",
    };
    [
        ("round-figure-below", below(page, report)),
        ("round-figure-one-way", page.words.number(reached.one_way)),
        ("round-figure-countries", part(page, report, reached.across_countries)),
        (groups, part(page, report, reached.across_groups)),
        ("round-figure-gaps", page.words.number(reached.idle_gaps)),
        ("round-figure-tables", page.words.number(reached.table_changes)),
    ]
    .into_iter()
    .map(|(key, value)| (page.t(key), value))
    .collect()
}

/// At which hours of their own day people meet online.
pub(super) struct OwnHours {
    /// How many of all are early or late; empty in a hall.
    pub sentence: String,
    /// Each hour in which somebody meets, and how many do.
    pub rows: Vec<(String, String)>,
}

impl OwnHours {
    pub fn of(page: &Page, report: &Report) -> OwnHours {
        let by_hour = &report.figures.by_own_hour;
        let all: u64 = by_hour.iter().sum();
        let usual: u64 = by_hour.iter().take(20).skip(8).sum();
        let told = |seats: u64| page.words.number(seats);
        let sentence = match all {
            0 => String::new(),
            _ => page.t2("round-odd-hours", "odd", told(all - usual), "all", told(all)),
        };
        let some = (0_u32..).zip(by_hour).filter(|(_, seats)| **seats > 0);
        let row = |(hour, seats): (u32, &u64)| {
            let until = format!("{:02}:00", hour + 1);
            (page.t2("day-hours", "from", format!("{hour:02}:00"), "until", until), told(*seats))
        };
        OwnHours { sentence, rows: some.map(row).collect() }
    }
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

/// The same as a small picture without words, for a table; [`bars_in_words`] says what it shows.
pub(super) fn spark(people_by_meetings: &[u64]) -> String {
    let most = people_by_meetings.iter().copied().max().unwrap_or(0).max(1);
    let mut out = format!(
        "<svg class=\"spark\" viewBox=\"0 0 {} 51\" aria-hidden=\"true\" focusable=\"false\">",
        20 * people_by_meetings.len().max(1) + 4
    );
    for (meetings, people) in people_by_meetings.iter().enumerate() {
        let (x, height) = (20 * meetings + 2, (34 * people).div_ceil(most));
        let bar = format!(
            "<rect class=\"p-own\" x=\"{x}\" y=\"{}\" width=\"16\" height=\"{height}\"/>",
            36_u64.saturating_sub(height)
        );
        let label = format!(
            "<text class=\"p-muted\" x=\"{}\" y=\"49\" font-size=\"11\" text-anchor=\"middle\">{meetings}</text>",
            x + 8
        );
        out += &bar;
        out += &label;
    }
    out + "</svg>"
}

/// How many people have how many meetings, in words: `2 meetings: 130 people`.
pub(super) fn bars_in_words(page: &Page, people_by_meetings: &[u64]) -> String {
    let some = people_by_meetings.iter().enumerate().filter(|(_, people)| **people > 0);
    let bar = some.map(|(meetings, people)| page.t2("compare-bar", "meetings", meetings, "people", people));
    bar.collect::<Vec<_>>().join(" · ")
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
