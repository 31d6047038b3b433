//! Registrations over the days, as a line that climbs to the capacity.

use std::fmt::Write;

use super::svg::{Style, Svg};

/// The picture and the rows of the table beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signups {
    /// Unlike any other id of the page.
    pub id: String,
    /// `Registrations by day`.
    pub title: String,
    /// What it says in a sentence: `212 people have registered.`
    pub description: String,
    /// Each day from the first to the last, without gaps; also the rows of the table.
    pub days: Vec<Day>,
    /// The seats, if their number is limited.
    pub capacity: Option<Capacity>,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// `3 Nov`, in the page's language.
    pub label: String,
    /// Registrations of this day.
    pub new: u32,
    /// Registrations up to the end of this day.
    pub total: u32,
}

/// The line that registrations climb to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capacity {
    pub seats: u32,
    /// `Capacity: 250`.
    pub label: String,
}

const HEIGHT: i32 = 200;
const TOP: i32 = 28;
const LEFT: i32 = 44;

/// The picture, `width` pixels wide. Empty without days.
pub fn svg(signups: &Signups, width: u32) -> String {
    let (Some(first), Some(last)) = (signups.days.first(), signups.days.last()) else { return String::new() };
    let width = i32::try_from(width).unwrap_or(680);
    let mut svg = Svg::new(&signups.id, &signups.title, &signups.description, width, TOP + HEIGHT + 40);
    let seats = signups.capacity.as_ref().map_or(0, |capacity| capacity.seats);
    let top = round_up(signups.days.iter().map(|day| day.total).max().unwrap_or(0).max(seats).max(4));
    let y = |count: u32| TOP + HEIGHT - scaled(count, top, HEIGHT);
    for quarter in 0..=4 {
        let count = top / 4 * quarter;
        svg.path("p-rule", &format!("M{LEFT} {}H{width}", y(count)));
        svg.text(Style::end("p-muted", 13), LEFT - 8, y(count) + 4, &count.to_string());
    }
    if let Some(capacity) = &signups.capacity {
        let y = y(capacity.seats);
        svg.path("p-limit", &format!("M{LEFT} {y}H{width}"));
        svg.text(Style::start("p-ink", 13), LEFT + 6, y - 6, &capacity.label);
    }
    let days = u32::try_from(signups.days.len()).unwrap_or(u32::MAX);
    let x = |day: u32| LEFT + scaled(day, days, width - LEFT - 8);
    let mut line = format!("M{LEFT} {}", y(first.total.saturating_sub(first.new)));
    for (n, day) in (1..).zip(&signups.days) {
        let _ = write!(line, "L{} {}", x(n), y(day.total));
    }
    svg.path("p-line", &line);
    svg.text(Style::end("p-strong", 14), width, y(last.total) - 10, &last.total.to_string());
    svg.text(Style::start("p-muted", 13), LEFT, TOP + HEIGHT + 22, &first.label);
    if days > 1 {
        svg.text(Style::end("p-muted", 13), width, TOP + HEIGHT + 22, &last.label);
    }
    svg.finish()
}

/// `count` of `of` as a part of `pixels`.
fn scaled(count: u32, of: u32, pixels: i32) -> i32 {
    i32::try_from(i64::from(count) * i64::from(pixels) / i64::from(of.max(1))).unwrap_or(pixels)
}

/// The next of 4, 8, 12, 20, 40, 80, 120, 200, 400 ..., whose quarters are whole.
fn round_up(count: u32) -> u32 {
    let mut unit = 4_u32;
    loop {
        for times in [1, 2, 3, 5] {
            let candidate = unit.saturating_mul(times);
            if candidate >= count {
                return candidate;
            }
        }
        unit = unit.saturating_mul(10);
    }
}
