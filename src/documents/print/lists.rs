//! Lists on paper for the people who run the event: the plan of the tables, and the list for the door.

use chrono::{DateTime, Utc};
use krilla::tagging::{TableHeaderScope, Tag};

use super::fonts::Style;
use super::schedule::{missing_signs, rgb};
use super::sheets::{Column, Look, Node, Sheets, WIDTH, height};
use super::write::{About, heading, write};
use super::{INK, MUTED, PrintError, RULE};
use crate::domain::lang::Lang;
use crate::domain::text::line;

/// Tables of text under headings.
#[derive(Debug, Clone)]
pub struct Lists {
    pub lang: Lang,
    /// Accent colour, `#rrggbb`.
    pub accent: String,
    pub event: String,
    /// What the list is: `Table plan`.
    pub title: String,
    /// How much it holds: `312 meetings at 40 tables.`
    pub summary: String,
    pub heads: Vec<Head>,
    pub parts: Vec<Part>,
    /// When this was made.
    pub footer: String,
    pub now: DateTime<Utc>,
}

/// A column.
#[derive(Debug, Clone)]
pub struct Head {
    pub label: String,
    /// Share of the page's width; all of them make 1.
    pub share: f32,
}

/// Rows under a heading; one without a heading is the whole list.
#[derive(Debug, Clone)]
pub struct Part {
    pub title: String,
    /// A cell for each column: the first line is set in bold.
    pub rows: Vec<Vec<Vec<String>>>,
    /// Least height of a row in points: room to write by hand.
    pub row_height: f32,
}

const GAP: f32 = 8.0;

/// The lists as a PDF.
///
/// # Errors
/// If the fonts or the writer fail.
pub fn pdf(lists: &Lists) -> Result<Vec<u8>, PrintError> {
    let mut sheets = Sheets::new()?;
    let (event, title) = (line(&lists.event), line(&lists.title));
    sheets.mark(&title);
    let mut top = sheets.column(0.0, WIDTH);
    let node = sheets.element(None, Tag::P);
    top.text(node, &event, Look { style: Style::Text, size: 9.5, colour: MUTED });
    let node = sheets.element(None, heading(1, &title));
    top.text(node, &title, Look { style: Style::Title, size: 20.0, colour: INK }).space(6.0);
    sheets.place(vec![top]);
    sheets.block_here(46.0, 2.5, rgb(&lists.accent));
    sheets.space(10.0);
    let node = sheets.element(None, Tag::P);
    let mut summary = sheets.column(0.0, WIDTH);
    summary.text(node, &lists.summary, Look { style: Style::Text, size: 10.0, colour: INK });
    sheets.place(vec![summary]);
    for part in &lists.parts {
        self::part(&mut sheets, lists, part);
    }
    if sheets.lacks_glyphs() {
        missing_signs(&mut sheets, lists.lang);
    }
    let name = format!("{title} · {event}");
    write(&sheets, &About { lang: lists.lang, title: &name, footer: &line(&lists.footer), now: lists.now })
}

fn part(sheets: &mut Sheets, lists: &Lists, part: &Part) {
    sheets.space(14.0);
    // A heading stays with the first rows.
    sheets.keep(90.0);
    if !part.title.is_empty() {
        sheets.mark(&part.title);
        let node = sheets.element(None, heading(2, &part.title));
        let mut title = sheets.column(0.0, WIDTH);
        title.text(node, &part.title, Look { style: Style::Title, size: 12.5, colour: INK }).space(4.0);
        sheets.place(vec![title]);
    }
    let table = sheets.element(None, Tag::Table);
    let head = sheets.element(Some(table), Tag::THead);
    let body = sheets.element(Some(table), Tag::TBody);
    let row = sheets.element(Some(head), Tag::TR);
    let cells =
        lists.heads.iter().map(|_| sheets.element(Some(row), Tag::TH(TableHeaderScope::Column))).collect();
    let cells: Vec<Node> = cells;
    head_row(sheets, lists, &cells);
    for row in &part.rows {
        let node = sheets.element(Some(body), Tag::TR);
        let columns = cells_of(sheets, lists, node, row, part.row_height);
        if sheets.keep(height(&columns) + 1.0) {
            head_row(sheets, lists, &cells);
        }
        sheets.place(columns);
        sheets.rule(0.5, RULE);
    }
}

/// The heads of the columns; again on each page, where they belong to the same cells.
fn head_row(sheets: &mut Sheets, lists: &Lists, cells: &[Node]) {
    let mut columns = Vec::new();
    for ((x, width), (head, node)) in places(lists).into_iter().zip(lists.heads.iter().zip(cells)) {
        let mut column = sheets.column(x, width);
        column.text(*node, &head.label, Look { style: Style::Text, size: 8.0, colour: MUTED }).space(2.0);
        columns.push(column);
    }
    sheets.place(columns);
    sheets.rule(1.0, INK);
}

fn cells_of(
    sheets: &mut Sheets,
    lists: &Lists,
    row: Node,
    cells: &[Vec<String>],
    least: f32,
) -> Vec<Column<'static>> {
    let mut columns = Vec::new();
    for ((x, width), cell) in places(lists).into_iter().zip(cells) {
        let node = sheets.element(Some(row), Tag::TD);
        let mut column = sheets.column(x, width);
        column.space(3.0);
        for (n, text) in cell.iter().enumerate() {
            let look = if n == 0 {
                Look { style: Style::Strong, size: 9.5, colour: INK }
            } else {
                Look { style: Style::Text, size: 8.5, colour: MUTED }
            };
            column.text(node, &line(text), look);
        }
        column.space(3.0).at_least(least);
        columns.push(column);
    }
    columns
}

/// Where each column begins, and how wide its text may be.
fn places(lists: &Lists) -> Vec<(f32, f32)> {
    let mut x = 0.0;
    lists
        .heads
        .iter()
        .map(|head| {
            let width = WIDTH * head.share;
            let place = (x, width - GAP);
            x += width;
            place
        })
        .collect()
}
