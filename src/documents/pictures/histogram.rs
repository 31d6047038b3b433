//! How many people have how many meetings, as bars.

use super::svg::{Area, Style, Svg};

/// The picture and the rows of the table beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Histogram {
    /// Unlike any other id of the page.
    pub id: String,
    /// `Meetings per person`.
    pub title: String,
    /// What it says in a sentence: `12 people have no meeting.`
    pub description: String,
    /// Name of the number below the bars: `Meetings`.
    pub across: String,
    /// Name of the number above the bars: `People`.
    pub up: String,
    /// From none to the most, without gaps; also the rows of the table.
    pub bars: Vec<Bar>,
}

/// So many people have so many meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    pub meetings: u32,
    pub people: u32,
}

/// The bars for the number of meetings of each person, from none to the most.
pub fn bars(meetings_of_each: &[u32]) -> Vec<Bar> {
    let most = meetings_of_each.iter().copied().max().unwrap_or(0);
    let people = |meetings| meetings_of_each.iter().filter(|own| **own == meetings).count();
    (0..=most)
        .map(|meetings| Bar { meetings, people: u32::try_from(people(meetings)).unwrap_or(u32::MAX) })
        .collect()
}

/// The number that half of the people reach or exceed; 0 without people.
pub fn median(meetings_of_each: &[u32]) -> u32 {
    let mut sorted = meetings_of_each.to_vec();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    sorted.get(sorted.len().div_ceil(2).saturating_sub(1)).copied().unwrap_or(0)
}

const HEIGHT: i32 = 200;
const TOP: i32 = 44;

/// The picture, `width` pixels wide.
pub fn svg(histogram: &Histogram, width: u32) -> String {
    let width = i32::try_from(width).unwrap_or(680);
    let mut svg = Svg::new(&histogram.id, &histogram.title, &histogram.description, width, TOP + HEIGHT + 48);
    svg.text(Style::start("p-muted", 13), 0, 14, &histogram.up);
    svg.text(Style::end("p-muted", 13), width, TOP + HEIGHT + 42, &histogram.across);
    let most = histogram.bars.iter().map(|bar| bar.people).max().unwrap_or(0).max(1);
    let count = i32::try_from(histogram.bars.len()).unwrap_or(i32::MAX).max(1);
    let step = (width / count).clamp(8, 72);
    for (n, bar) in (0..).zip(&histogram.bars) {
        let height = (u64::from(bar.people) * 200).div_ceil(u64::from(most));
        let h = i32::try_from(height).unwrap_or(HEIGHT);
        let (x, y) = (n * step, TOP + HEIGHT - h);
        let w = (step - step / 5 - 1).max(3);
        // Those without a meeting are the ones to see first.
        svg.rect(if bar.meetings == 0 { "p-bar-none" } else { "p-bar" }, Area { x, y, w, h });
        let middle = x + w / 2;
        let size = if step < 24 { 10 } else { 14 };
        if bar.people > 0 && (step >= 18 || bar.meetings == 0) {
            svg.text(Style::middle("p-strong", size), middle, y - 6, &bar.people.to_string());
        }
        if step >= 18 || bar.meetings % 5 == 0 {
            svg.text(Style::middle("p-ink", size), middle, TOP + HEIGHT + 20, &bar.meetings.to_string());
        }
    }
    svg.path("p-axis", &format!("M0 {y}H{width}", y = TOP + HEIGHT));
    svg.finish()
}
