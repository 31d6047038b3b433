//! A round's board: the column of hours times the tables, with the pair that meets in each. A long row of tables is cut
//! into bands, each with its own heads, so that a band fits a page and nothing has to be scrolled far.

use std::collections::BTreeMap;

use super::svg::{Area, Style, Svg, escape, fit};

/// A round's meetings by time and table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Unlike any other id of the page.
    pub id: String,
    /// `Round 2, 11 November 2020`.
    pub title: String,
    /// What it holds in a sentence: `312 meetings in 16 slots at 40 tables.`
    pub description: String,
    /// Word before a table's number, `Table`, or before a room's at an online event.
    pub table: String,
    /// By start.
    pub slots: Vec<Slot>,
    pub meetings: Vec<Meeting>,
}

/// One meeting time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// `09:20`.
    pub label: String,
    /// Stands in the gap before the slot: a day or a break; empty where the slot follows the one before.
    pub after: String,
}

/// One meeting on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Index of its slot.
    pub slot: usize,
    /// Its table, from 1. Without one, as at an online event, it takes the slot's next free column.
    pub table: Option<u32>,
    /// Short names of the two organisations, and their full names with the people's.
    pub first: Party,
    pub second: Party,
    pub marks: Marks,
}

/// One side of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// What fits a cell.
    pub short: String,
    /// What is shown when pointed at.
    pub full: String,
}

/// What sets a meeting apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    /// Of the person that the reader asked for.
    pub own: bool,
    /// Pinned by the organiser.
    pub pinned: bool,
    /// Both wished for it.
    pub wished: bool,
    /// Cannot take place as it stands. Two meetings in one cell are marked in any case.
    pub clash: bool,
}

/// Some neighbouring tables at all times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// First table, from 1.
    pub first: u32,
    /// Last table.
    pub last: u32,
    pub svg: String,
}

/// A meeting with its column, in the order of the table beside the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    pub slot: &'a Slot,
    /// Table or room, from 1.
    pub column: u32,
    pub meeting: &'a Meeting,
}

/// Columns of a band that fit a wide page and A4 across.
pub const COLUMNS: u32 = 10;

const CELL: Area = Area { x: 0, y: 0, w: 101, h: 42 };
const GUTTER: i32 = 54;
const HEAD: i32 = 24;
const GAP: i32 = 26;

/// The meetings by time and column.
pub fn rows(board: &Board) -> Vec<Row<'_>> {
    let cells = cells(board);
    let found = cells.iter().flat_map(|((slot, column), meetings)| {
        let slot = board.slots.get(*slot);
        meetings.iter().filter_map(move |meeting| Some(Row { slot: slot?, column: *column, meeting }))
    });
    found.collect()
}

/// The picture in bands of at most `columns` tables. Tables at which nobody ever meets are shown up to the last one in use.
pub fn bands(board: &Board, columns: u32) -> Vec<Band> {
    let last = cells(board).keys().map(|(_, column)| *column).max().unwrap_or(0);
    bands_among(board, (1, last), columns)
}

/// The same of some neighbouring tables, from the first to the last.
pub fn bands_among(board: &Board, (first, last): (u32, u32), columns: u32) -> Vec<Band> {
    let cells = cells(board);
    let columns = columns.max(1);
    let firsts = (first..=last).step_by(usize::try_from(columns).unwrap_or(1));
    firsts.map(|first| band(board, &cells, first, last.min(first + columns - 1))).collect()
}

type Cells<'a> = BTreeMap<(usize, u32), Vec<&'a Meeting>>;

fn cells(board: &Board) -> Cells<'_> {
    let mut cells = Cells::new();
    for meeting in board.meetings.iter().filter(|meeting| meeting.slot < board.slots.len()) {
        let column = meeting.table.unwrap_or_else(|| {
            (1..).find(|column| !cells.contains_key(&(meeting.slot, *column))).unwrap_or(u32::MAX)
        });
        cells.entry((meeting.slot, column)).or_default().push(meeting);
    }
    cells
}

fn band(board: &Board, cells: &Cells<'_>, first: u32, last: u32) -> Band {
    let tops = tops(board);
    let bottom = tops.last().copied().unwrap_or(HEAD) + CELL.h;
    let width = GUTTER + column_x(first, last + 1);
    let title = format!("{}: {} {first}–{last}", board.title, board.table);
    let id = format!("{}-{first}", board.id);
    let mut svg = Svg::new(&id, &title, &board.description, width, bottom + 4);
    for column in first..=last {
        let x = GUTTER + column_x(first, column);
        svg.text(Style::start("p-muted", 12), x + 6, 14, &format!("{} {column}", board.table));
    }
    for (slot, top) in board.slots.iter().zip(&tops) {
        if !slot.after.is_empty() {
            svg.text(Style::start("p-muted", 12), GUTTER + 6, top - 8, &slot.after);
        }
        svg.path("p-rule", &format!("M0 {top}H{width}"));
        svg.text(Style::start("p-strong", 14), 0, top + 18, &slot.label);
    }
    svg.path("p-rule", &format!("M0 {bottom}H{width}"));
    for ((slot, column), meetings) in cells.iter().filter(|((_, column), _)| (first..=last).contains(column))
    {
        let Some(top) = tops.get(*slot) else { continue };
        let x = GUTTER + column_x(first, *column);
        cell(&mut svg, Area { x: x + 1, y: top + 2, w: CELL.w - 3, h: CELL.h - 4 }, meetings);
    }
    Band { first, last, svg: svg.finish() }
}

fn column_x(first: u32, column: u32) -> i32 {
    CELL.w * i32::try_from(column.saturating_sub(first)).unwrap_or(0)
}

/// Where each slot begins: one below the other, with room for what stands between.
fn tops(board: &Board) -> Vec<i32> {
    let mut next = HEAD;
    let mut tops = Vec::new();
    for slot in &board.slots {
        if !slot.after.is_empty() {
            next += GAP;
        }
        tops.push(next);
        next += CELL.h;
    }
    tops
}

fn cell(svg: &mut Svg, area: Area, meetings: &[&Meeting]) {
    let Some(meeting) = meetings.first() else { return };
    let marks = meeting.marks;
    let clash = marks.clash || meetings.len() > 1;
    let names: Vec<String> =
        meetings.iter().map(|meeting| format!("{} – {}", meeting.first.full, meeting.second.full)).collect();
    svg.open_group(&names.join("; "));
    if clash {
        svg.rect("p-clash", area);
    } else if marks.own {
        svg.rect("p-own", area);
    } else {
        svg.rect("p-pair", area);
    }
    let class = if marks.own && !clash { "p-on-accent" } else { "p-ink" };
    let room = area.w - 10 - if marks.wished || marks.pinned || clash { 20 } else { 0 };
    svg.text(Style::start(class, 12), area.x + 5, area.y + 16, &fit(&meeting.first.short, room, 12));
    svg.text(Style::start(class, 12), area.x + 5, area.y + 31, &fit(&meeting.second.short, room, 12));
    let right = area.x + area.w - 4;
    if clash {
        svg.text(Style::end("p-bad", 16), right - 2, area.y + 17, "!");
    } else if marks.pinned {
        svg.path(
            if marks.own { "p-on-accent" } else { "p-ink" },
            &format!("M{} {}l5 -5 5 5 -5 5z", right - 12, area.y + 11),
        );
    }
    if marks.wished {
        svg.mark(if marks.own { "p-mark-on" } else { "p-mark" }, right - 16, area.y + 20);
    }
    svg.close_group();
}

/// What a cell's marks mean, as a small picture of each: own, pinned, wished, clash.
pub fn legend(words: &Legend) -> String {
    let sides = |short: &str| Party { short: short.to_string(), full: String::new() };
    let all = [
        (&words.own, Marks { own: true, ..Marks::default() }),
        (&words.pinned, Marks { pinned: true, ..Marks::default() }),
        (&words.wished, Marks { wished: true, ..Marks::default() }),
        (&words.clash, Marks { clash: true, ..Marks::default() }),
    ];
    let mut html = String::from("<ul class=\"board-legend\">");
    for (n, (word, marks)) in all.into_iter().enumerate() {
        let mut svg = Svg::new(&format!("board-legend-{n}"), word, "", 40, 42);
        let meeting = Meeting { slot: 0, table: None, first: sides(""), second: sides(""), marks };
        cell(&mut svg, Area { x: 1, y: 1, w: 38, h: 38 }, &[&meeting]);
        html.push_str(&format!("<li>{}<span>{}</span></li>", svg.finish(), escape(word)));
    }
    html.push_str("</ul>");
    html
}

/// The words of [`legend`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Legend {
    pub own: String,
    pub pinned: String,
    pub wished: String,
    pub clash: String,
}
