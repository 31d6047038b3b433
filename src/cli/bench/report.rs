//! The tables of a measurement, for a terminal or a page.

use super::measure::{Measured, PointsOpen};

/// Rows of the three tables.
#[derive(Debug, Default)]
pub(super) struct Report {
    schedules: Vec<Vec<String>>,
    simple: Vec<Vec<String>>,
    repairs: Vec<Vec<String>>,
}

const SCHEDULES: [&str; 11] = [
    "event",
    "people, slots x tables",
    "seed",
    "mutual wishes / bound",
    "minimum filled / bound",
    "score / bound",
    "points open",
    "seconds",
    "MB",
    "idle gaps",
    "table changes",
];
const SIMPLE: [&str; 8] =
    ["event", "seed", "method", "mutual wishes", "minimum filled", "score", "points open", "seconds"];
const REPAIRS: [&str; 8] = ["event", "seed", "lost", "repair", "gain", "moved", "given up", "seconds"];

impl Report {
    pub(super) fn add(&mut self, m: &Measured) {
        let (shape, seed) = (m.shape, m.seed.to_string());
        let of = |has: u64, most: u64| format!("{} / {}", grouped(has as i64), grouped(most as i64));
        let tables = shape.tables.map_or_else(String::new, |t| format!(" x {}", grouped(i64::from(t))));
        let from =
            |before: u64, after: u64| format!("{} -> {}", grouped(before as i64), grouped(after as i64));
        self.schedules.push(vec![
            shape.name.to_owned(),
            format!("{}, {}{tables}", grouped(shape.people as i64), shape.slots),
            seed.clone(),
            of(m.figures.mutual, m.bounds.mutual),
            of(m.figures.goals_filled, m.bounds.goals),
            of(m.figures.score, m.bounds.score),
            percent(m.open),
            format!("{:.1}", m.spent.seconds),
            m.spent.megabytes.map_or_else(|| "-".to_owned(), |mb| mb.to_string()),
            from(m.before.idle_gaps, m.figures.idle_gaps),
            match shape.tables {
                Some(_) => from(m.before.table_changes, m.figures.table_changes),
                None => "-".to_owned(),
            },
        ]);
        for s in &m.simple {
            self.simple.push(vec![
                shape.name.to_owned(),
                seed.clone(),
                s.name.to_owned(),
                grouped(s.figures.mutual as i64),
                grouped(s.figures.goals_filled as i64),
                grouped(s.figures.score as i64),
                percent(s.open),
                format!("{:.1}", s.seconds),
            ]);
        }
        let anew = m.repairs.last().map_or(0, |r| r.gain).max(1);
        for r in &m.repairs {
            self.repairs.push(vec![
                shape.name.to_owned(),
                seed.clone(),
                grouped(m.lost as i64),
                r.name.to_owned(),
                format!("{} ({} %)", grouped(r.gain), r.gain * 100 / anew),
                grouped(r.moved as i64),
                grouped(r.given_up as i64),
                format!("{:.2}", r.seconds),
            ]);
        }
    }

    pub(super) fn print(&self, markdown: bool) -> String {
        let tables: [(&[&str], &[Vec<String>]); 3] =
            [(&SCHEDULES, &self.schedules), (&SIMPLE, &self.simple), (&REPAIRS, &self.repairs)];
        let lines =
            |(heads, rows)| if markdown { markdown_table(heads, rows) } else { plain_table(heads, rows) };
        tables.map(lines).join("\n")
    }
}

fn markdown_table(heads: &[&str], rows: &[Vec<String>]) -> String {
    let rule = vec!["---"; heads.len()].join(" | ");
    let mut out = format!("| {} |\n| {rule} |\n", heads.join(" | "));
    for row in rows {
        out += &format!("| {} |\n", row.join(" | "));
    }
    out
}

fn plain_table(heads: &[&str], rows: &[Vec<String>]) -> String {
    let width =
        |c: usize| rows.iter().map(|row| row[c].len()).chain([heads[c].len()]).max().unwrap_or_default();
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let padded: Vec<String> = cells.zip(&widths).map(|(cell, &w)| format!("{cell:<w$}")).collect();
        format!("{}\n", padded.join("  ").trim_end())
    };
    let mut out = line(&mut heads.iter().copied());
    for row in rows {
        out += &line(&mut row.iter().map(String::as_str));
    }
    out
}

/// "0" for what is proved to be the most, else three digits after the point.
fn percent(open: PointsOpen) -> String {
    match open.0 {
        0 => "0".to_owned(),
        open => format!("{}.{:03} %", open / 1_000, open % 1_000),
    }
}

/// 1234567 as "1,234,567".
fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (k, digit) in digits.char_indices() {
        if k > 0 && (digits.len() - k).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
