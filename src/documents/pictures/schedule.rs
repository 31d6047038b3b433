//! One person's day as a column of hours: meetings and sessions as cards at their true length, breaks as breaks.

use super::svg::{Area, Style, Svg, fit, length, wrap};

/// One day of one person, in minutes after midnight of the day (beyond 1,440 after the next midnight).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Unlike any other id of the page.
    pub id: String,
    /// What the picture is: `Wednesday, 11 November 2020`.
    pub title: String,
    /// The day in a sentence: `You meet 6 people.`
    pub description: String,
    /// In any order.
    pub items: Vec<Item>,
}

/// Something in a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Minutes after midnight.
    pub start: u32,
    /// Minutes after midnight, after `start`.
    pub end: u32,
    pub kind: Kind,
    /// The partner, the session's title, the word for a break or for a free slot.
    pub title: String,
    /// The partner's organisation and country, or more on the session; may be empty.
    pub detail: String,
    /// `Table 7`, a room; may be empty.
    pub place: String,
}

/// What kind of thing an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Two people meet.
    Meeting,
    /// An item of the agenda.
    Session,
    /// Nothing takes place.
    Break,
    /// A meeting could be here.
    Free,
}

impl Item {
    /// `10:20–10:40`.
    pub fn time(&self) -> String {
        format!("{}–{}", clock(self.start), clock(self.end))
    }
}

/// The day's items in the order of the table beside the picture.
pub fn rows(day: &Day) -> Vec<&Item> {
    let mut rows: Vec<&Item> = day.items.iter().collect();
    rows.sort_by_key(|item| (item.start, item.end));
    rows
}

/// Space for the hours at the left.
const GUTTER: i32 = 52;
/// Least card for three lines on a phone, for two on a wide page.
const CARD_NARROW: u32 = 64;
const CARD_WIDE: u32 = 54;
/// Cards from this width on have the time beside the text instead of above it.
const WIDE_CARD: i32 = 380;
/// Cards narrower than this stand beside another on a phone.
const SLIM_CARD: i32 = 170;

/// The picture, `width` pixels wide: 340 for phones, 680 for wide pages and paper. Empty if the day is.
pub fn svg(day: &Day, width: u32) -> String {
    let items = rows(day);
    let Some(scale) = Scale::of(&items, width) else { return String::new() };
    let width = i32::try_from(width).unwrap_or(680);
    let mut svg = Svg::new(&day.id, &day.title, &day.description, width, scale.y(scale.to) + 12);
    for hour in (scale.from..=scale.to).step_by(60) {
        let y = scale.y(hour);
        svg.path("p-rule", &format!("M{GUTTER} {y}H{width}"));
        svg.text(Style::start("p-muted", 13), 0, y + 4, &clock(hour));
    }
    for (item, lane) in items.iter().zip(lanes(&items)) {
        let whole = width - GUTTER - 8;
        let w = whole / lane.of;
        let y = scale.y(item.start);
        let area = Area { x: GUTTER + 8 + w * lane.number, y: y + 1, w: w - 1, h: scale.y(item.end) - y - 2 };
        card(&mut svg, item, area);
    }
    svg.finish()
}

/// How minutes become pixels.
struct Scale {
    from: u32,
    to: u32,
    /// Pixels of ten minutes.
    step: u32,
}

impl Scale {
    /// The shortest card must hold its lines; nothing if there is no item.
    fn of(items: &[&Item], width: u32) -> Option<Scale> {
        let from = items.iter().map(|item| item.start).min()? / 60 * 60;
        let to = items.iter().map(|item| item.end).max()?.div_ceil(60) * 60;
        let cards = items.iter().filter(|item| item.kind != Kind::Break);
        let shortest = cards.map(|item| item.end.saturating_sub(item.start)).min().unwrap_or(60).max(5);
        let least = if width < 500 { CARD_NARROW } else { CARD_WIDE };
        Some(Scale { from, to, step: (10 * least).div_ceil(shortest).clamp(12, 45) })
    }

    fn y(&self, minute: u32) -> i32 {
        let pixels = minute.saturating_sub(self.from) * self.step / 10;
        i32::try_from(pixels).unwrap_or(i32::MAX / 2) + 10
    }
}

/// Which of how many columns an item stands in, so that what overlaps stands side by side.
#[derive(Clone, Copy)]
struct Lane {
    number: i32,
    of: i32,
}

fn lanes(items: &[&Item]) -> Vec<Lane> {
    let mut lanes = vec![Lane { number: 0, of: 1 }; items.len()];
    let mut begun = 0;
    while begun < items.len() {
        // A bunch ends where nothing begun before it is still going on.
        let mut ends: Vec<u32> = Vec::new();
        let mut at = begun;
        while at < items.len() && (at == begun || ends.iter().any(|end| *end > items[at].start)) {
            let free = ends.iter().position(|end| *end <= items[at].start).unwrap_or(ends.len());
            match ends.get_mut(free) {
                Some(end) => *end = items[at].end,
                None => ends.push(items[at].end),
            }
            lanes[at].number = i32::try_from(free).unwrap_or(0);
            at += 1;
        }
        for lane in &mut lanes[begun..at] {
            lane.of = i32::try_from(ends.len()).unwrap_or(1);
        }
        begun = at;
    }
    lanes
}

fn card(svg: &mut Svg, item: &Item, area: Area) {
    let Area { x, y, w, h } = area;
    match item.kind {
        Kind::Meeting => {
            svg.rect("p-mine", area);
            svg.rect("p-bar", Area { x, y, w: 4, h });
        }
        Kind::Session => svg.rect("p-card", area),
        Kind::Break => svg.rect("p-break", area),
        Kind::Free => svg.rect("p-free", area),
    }
    let inner = Area { x: x + 14, y, w: w - 26, h };
    match item.kind {
        Kind::Break | Kind::Free => quiet_line(svg, item, inner),
        Kind::Meeting | Kind::Session if w >= WIDE_CARD => wide_card(svg, item, inner),
        Kind::Meeting | Kind::Session => narrow_card(svg, item, inner),
    }
}

fn quiet_line(svg: &mut Svg, item: &Item, area: Area) {
    let y = if area.h > 40 { area.y + 20 } else { area.y + area.h / 2 + 5 };
    let text = format!("{}  {}", item.time(), item.title);
    svg.text(Style::start("p-muted", 13), area.x, y, &fit(&text, area.w, 13));
}

/// Time at the left, title and detail in the middle, place at the right.
fn wide_card(svg: &mut Svg, item: &Item, area: Area) {
    let right = place(svg, item, area, area.y + 22, 15);
    let x = area.x + 104;
    let width = right - x - 12;
    svg.text(Style::start("p-strong", 14), area.x, area.y + 22, &item.time());
    let mut y = area.y + 22;
    for line in wrap(&item.title, width, 18, if area.h >= 90 { 2 } else { 1 }) {
        svg.text(Style::start("p-name", 18), x, y, &line);
        y += 22;
    }
    let room = usize::try_from((area.y + area.h - y + 12) / 18).unwrap_or(0).min(3);
    for line in wrap(&item.detail, width, 14, room) {
        svg.text(Style::start("p-muted", 14), x, y - 1, &line);
        y += 18;
    }
}

/// Time and place on the first line, title and detail below.
fn narrow_card(svg: &mut Svg, item: &Item, area: Area) {
    let mut y = area.y + 18;
    // Beside another card there is no room for the place on the first line: it goes before the detail.
    let right = if area.w < SLIM_CARD { area.x + area.w } else { place(svg, item, area, y, 13) };
    let detail = match (area.w < SLIM_CARD, item.place.as_str(), item.detail.as_str()) {
        (true, place, "") => place.to_string(),
        (true, place, detail) if !place.is_empty() => format!("{place} · {detail}"),
        (_, _, detail) => detail.to_string(),
    };
    svg.text(Style::start("p-strong", 13), area.x, y, &fit(&item.time(), right - area.x, 13));
    let bottom = area.y + area.h;
    let room = usize::try_from((bottom - y - 6) / 18).unwrap_or(0);
    for line in wrap(&item.title, area.w, 16, room.min(if room > 2 { 2 } else { 1 })) {
        y += 20;
        svg.text(Style::start("p-name", 16), area.x, y, &line);
    }
    let room = usize::try_from((bottom - y - 4) / 17).unwrap_or(0).min(2);
    for line in wrap(&detail, area.w, 13, room) {
        y += 17;
        svg.text(Style::start("p-muted", 13), area.x, y, &line);
    }
}

/// The place at the right end, behind the mark if two people meet; gives where it begins.
fn place(svg: &mut Svg, item: &Item, area: Area, y: i32, size: i32) -> i32 {
    let end = area.x + area.w;
    let text = fit(&item.place, area.w / 2 - 20, size);
    let mut begin = end - length(&text, size);
    svg.text(Style::end("p-accent p-place", size), end, y, &text);
    if item.kind == Kind::Meeting {
        begin -= 22;
        svg.mark("p-mark", begin, y - 11);
    }
    begin
}

/// `14:20`; minutes beyond a day begin anew.
fn clock(minute: u32) -> String {
    format!("{:02}:{:02}", minute / 60 % 24, minute % 60)
}
