//! One's schedule on paper, which is the record of the registration too: who, where, the reference, and each day's sessions
//! and meetings.

use chrono::{DateTime, Utc};
use krilla::tagging::{ListNumbering, Tag};

use super::fonts::Style;
use super::sheets::{Look, Node, Sheets, WIDTH, height};
use super::write::{About, heading, write};
use super::{INK, MUTED, Picture, PrintError, RULE, Rgb};
use crate::domain::colour;
use crate::domain::lang::Lang;
use crate::domain::text::line;
use crate::words::Words;

/// A schedule in words.
#[derive(Debug, Clone)]
pub struct Schedule {
    pub lang: Lang,
    /// Accent colour, `#rrggbb`.
    pub accent: String,
    pub event: String,
    /// `11 November 2020 · Brussels`.
    pub when_and_where: String,
    /// Whose it is.
    pub name: String,
    /// Their organisation and place.
    pub below: String,
    /// Question and answer: reference, state.
    pub facts: Vec<(String, String)>,
    /// `You meet 6 people, 5 of them from other countries.`
    pub summary: String,
    /// In which zone the times are.
    pub zone: String,
    pub days: Vec<Day>,
    pub logo: Option<Picture>,
    pub floor_plan: Option<Picture>,
    /// When this was made, and where the latest state is.
    pub footer: String,
    pub now: DateTime<Utc>,
}

/// A day.
#[derive(Debug, Clone)]
pub struct Day {
    pub title: String,
    pub entries: Vec<Entry>,
}

/// Days with what is in them, of entries that stand in their order, each with the title of its day.
pub fn by_day(entries: impl IntoIterator<Item = (String, Entry)>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for (title, entry) in entries {
        match days.last_mut().filter(|day| day.title == title) {
            Some(day) => day.entries.push(entry),
            None => days.push(Day { title, entries: vec![entry] }),
        }
    }
    days
}

/// Something in a day.
#[derive(Debug, Clone)]
pub struct Entry {
    /// `10:20–10:40`.
    pub time: String,
    pub kind: Kind,
    /// The partner, the session's title, or the word for a free slot.
    pub title: String,
    /// Organisation, country, why they meet, what the partner offers: a line each.
    pub below: Vec<String>,
    /// Table, room or address; may be empty.
    pub place: String,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Meeting,
    Session,
    Free,
}

const TIME_WIDTH: f32 = 82.0;
const PLACE_WIDTH: f32 = 112.0;
const GAP: f32 = 12.0;
/// Longest line below a title, in characters: an entry stays far below a page.
const DETAIL_MAX: usize = 260;

/// The schedule as a PDF.
///
/// # Errors
/// If the fonts or the writer fail.
pub fn pdf(schedule: &Schedule) -> Result<Vec<u8>, PrintError> {
    let mut sheets = Sheets::new()?;
    let accent = rgb(&schedule.accent);
    head(&mut sheets, schedule, accent)?;
    for day in &schedule.days {
        self::day(&mut sheets, day, accent);
    }
    if let Some(plan) = &schedule.floor_plan {
        sheets.space(18.0);
        sheets.keep(320.0);
        let title = Words::of(schedule.lang).t("floor-plan-title");
        let node = sheets.element(None, heading(3, &title));
        sheets.mark(&title);
        let mut column = sheets.column(0.0, WIDTH);
        column.text(node, &title, Look { style: Style::Title, size: 14.0, colour: INK }).space(6.0);
        sheets.place(vec![column]);
        sheets.picture(plan, (WIDTH, 640.0))?;
    }
    if sheets.lacks_glyphs() {
        missing_signs(&mut sheets, schedule.lang);
    }
    let title = format!("{} · {}", line(&schedule.name), line(&schedule.event));
    let about =
        About { lang: schedule.lang, title: &title, footer: &line(&schedule.footer), now: schedule.now };
    write(&sheets, &about)
}

/// The accent as it can be read on white.
pub(super) fn rgb(accent: &str) -> Rgb {
    const PETROL: Rgb = [0x0b, 0x55, 0x63];
    let readable = colour::readable_on(accent, [255; 3]);
    readable.and_then(|text| colour::parse(&text)).unwrap_or(PETROL)
}

/// Says what the boxes are.
pub(super) fn missing_signs(sheets: &mut Sheets, lang: Lang) {
    let node = sheets.element(None, Tag::P);
    let mut note = sheets.column(0.0, WIDTH);
    let look = Look { style: Style::Text, size: 8.0, colour: MUTED };
    note.space(10.0).text(node, &Words::of(lang).t("print-missing-signs"), look);
    sheets.place(vec![note]);
}

fn head(sheets: &mut Sheets, schedule: &Schedule, accent: Rgb) -> Result<(), PrintError> {
    let title = line(&schedule.event);
    sheets.mark(&title);
    let beside = match &schedule.logo {
        Some(logo) => sheets.picture_aside(logo, (130.0, 46.0))? + 2.0 * GAP,
        None => 0.0,
    };
    let mut column = sheets.column(0.0, WIDTH - beside);
    let eyebrow = sheets.element(None, Tag::P);
    column.text(eyebrow, &schedule.when_and_where, Look { style: Style::Text, size: 9.5, colour: MUTED });
    let node = sheets.element(None, heading(1, &title));
    column.text(node, &title, Look { style: Style::Title, size: 22.0, colour: INK }).space(6.0);
    sheets.place(vec![column]);
    sheets.block_here(46.0, 2.5, accent);
    sheets.space(16.0);

    let mut who = sheets.column(0.0, WIDTH * 0.58);
    let name = sheets.element(None, heading(2, &line(&schedule.name)));
    who.text(name, &line(&schedule.name), Look { style: Style::Strong, size: 14.0, colour: INK });
    let below = sheets.element(None, Tag::P);
    who.text(below, &line(&schedule.below), Look { style: Style::Text, size: 10.0, colour: INK });
    let mut facts = sheets.column(WIDTH * 0.62, WIDTH * 0.38);
    for (question, answer) in &schedule.facts {
        let fact = sheets.element(None, Tag::P);
        facts.text(fact, question, Look { style: Style::Text, size: 8.0, colour: MUTED });
        facts.text(fact, answer, Look { style: Style::Strong, size: 10.0, colour: INK }).space(3.0);
    }
    sheets.place(vec![who, facts]);
    sheets.space(10.0);
    let mut lead = sheets.column(0.0, WIDTH);
    for (text, size, colour) in [(&schedule.summary, 11.0, INK), (&schedule.zone, 9.0, MUTED)] {
        let node = sheets.element(None, Tag::P);
        lead.text(node, text, Look { style: Style::Text, size, colour }).space(2.0);
    }
    sheets.place(vec![lead]);
    Ok(())
}

fn day(sheets: &mut Sheets, day: &Day, accent: Rgb) {
    sheets.space(16.0);
    // A heading stays with the first entries.
    sheets.keep(110.0);
    sheets.mark(&day.title);
    let node = sheets.element(None, heading(3, &day.title));
    let mut title = sheets.column(0.0, WIDTH);
    title.text(node, &day.title, Look { style: Style::Title, size: 14.0, colour: INK }).space(3.0);
    sheets.place(vec![title]);
    sheets.rule(1.2, INK);
    let list = sheets.element(None, Tag::L(ListNumbering::None));
    for entry in &day.entries {
        self::entry(sheets, list, entry, accent);
    }
}

fn entry(sheets: &mut Sheets, list: Node, entry: &Entry, accent: Rgb) {
    let item = sheets.element(Some(list), Tag::LI);
    let label = sheets.element(Some(item), Tag::Lbl);
    let body = sheets.element(Some(item), Tag::LBody);
    let is_mine = entry.kind == Kind::Meeting;
    let indent = GAP;
    let look = |style, size, colour| Look { style, size, colour };

    let mut time = sheets.column(indent, TIME_WIDTH - indent);
    time.space(6.0).text(label, &entry.time, look(Style::Text, 9.5, if is_mine { INK } else { MUTED }));
    let room = WIDTH - TIME_WIDTH - PLACE_WIDTH - 2.0 * GAP;
    let mut what = sheets.column(TIME_WIDTH + GAP, room);
    what.space(5.0);
    let title = match entry.kind {
        Kind::Meeting => look(Style::Strong, 11.0, INK),
        Kind::Session => look(Style::Strong, 10.0, INK),
        Kind::Free => look(Style::Text, 9.5, MUTED),
    };
    let node = sheets.element(Some(body), Tag::P);
    what.text(node, &line(&entry.title), title);
    for (n, text) in entry.below.iter().enumerate() {
        let node = sheets.element(Some(body), Tag::P);
        let detail = if n == 0 { look(Style::Text, 9.5, INK) } else { look(Style::Text, 8.5, MUTED) };
        what.text(node, &cut(&line(text)), detail);
    }
    what.space(6.0);
    let mut place = sheets.column(WIDTH - PLACE_WIDTH, PLACE_WIDTH);
    if !entry.place.is_empty() {
        let node = sheets.element(Some(body), Tag::P);
        let is_short = entry.place.chars().count() <= 24;
        let own = look(Style::Strong, if is_short { 11.0 } else { 8.0 }, accent);
        place.space(5.0).text(
            node,
            &line(&entry.place),
            if is_mine { own } else { look(Style::Text, 9.5, MUTED) },
        );
        place.space(6.0);
    }
    let columns = vec![time, what, place];
    sheets.keep(height(&columns) + 1.0);
    let (top, height) = sheets.place(columns);
    if is_mine {
        sheets.block(0.0, top + 4.0, 3.0, height - 8.0, accent);
    }
    sheets.rule(0.5, RULE);
}

fn cut(text: &str) -> String {
    if text.chars().count() <= DETAIL_MAX {
        return text.to_string();
    }
    let kept: String = text.chars().take(DETAIL_MAX).collect();
    format!("{}…", kept.trim_end())
}
