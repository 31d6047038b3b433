//! The pictures hold what they were given, at its true size and place, in safe and repeatable SVG.

use rendezvous::documents::pictures::{board, histogram, schedule, signups};
use scraper::{ElementRef, Html, Selector};

fn item(start: u32, end: u32, kind: schedule::Kind, title: &str) -> schedule::Item {
    schedule::Item { start, end, kind, title: title.into(), detail: String::new(), place: "Table 7".into() }
}

fn day(items: Vec<schedule::Item>) -> schedule::Day {
    schedule::Day {
        id: "day-1".into(),
        title: "Wednesday".into(),
        description: "You meet 2 people.".into(),
        items,
    }
}

fn elements(svg: &str, selector: &str, use_each: &mut dyn FnMut(ElementRef<'_>)) -> usize {
    let html = Html::parse_fragment(svg);
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).map(use_each).count()
}

/// x, y, width and height of the rectangles of a class.
fn areas(svg: &str, class: &str) -> Vec<[i32; 4]> {
    let mut areas = Vec::new();
    elements(svg, &format!("rect.{class}"), &mut |rect| {
        areas.push(["x", "y", "width", "height"].map(|name| rect.attr(name).unwrap().parse().unwrap()));
    });
    areas
}

fn texts(svg: &str) -> String {
    let mut all = Vec::new();
    elements(svg, "text", &mut |text| all.push(text.text().collect::<String>()));
    all.join("\n")
}

#[test]
fn a_card_is_as_long_as_its_meeting() {
    use schedule::Kind::{Meeting, Session};
    let day = day(vec![
        item(600, 620, Meeting, "Ana"),
        item(620, 660, Meeting, "Ben"),
        item(660, 780, Session, "Talk"),
    ]);
    for width in [340, 680] {
        let svg = schedule::svg(&day, width);
        let meetings = areas(&svg, "p-mine");
        let sessions = areas(&svg, "p-card");
        assert_eq!((meetings.len(), sessions.len()), (2, 1));
        // Each card leaves out two pixels, so that neighbours do not touch.
        let lengths = [meetings[0], meetings[1], sessions[0]].map(|[_, _, _, height]| height + 2);
        assert!(lengths[0] >= 50, "a short card holds its lines: {lengths:?}");
        assert!((lengths[1] - 2 * lengths[0]).abs() <= 2, "{lengths:?}");
        assert!((lengths[2] - 6 * lengths[0]).abs() <= 6, "{lengths:?}");
        assert_eq!(meetings[1][1], meetings[0][1] + lengths[0], "the second begins where the first ends");
    }
}

#[test]
fn what_overlaps_in_a_day_stands_side_by_side() {
    use schedule::Kind::{Meeting, Session};
    let day = day(vec![
        item(660, 750, Session, "Talk"),
        item(680, 700, Meeting, "Ana"),
        item(700, 720, Meeting, "Ben"),
        item(750, 770, Meeting, "Cem"),
    ]);
    let svg = schedule::svg(&day, 680);
    let (talk, meetings) = (areas(&svg, "p-card")[0], areas(&svg, "p-mine"));
    for meeting in &meetings[..2] {
        assert!(meeting[0] >= talk[0] + talk[2], "beside the talk: {meeting:?} {talk:?}");
        assert!(meeting[0] + meeting[2] <= 680);
    }
    assert_eq!(meetings[2][0], talk[0], "the next one has the whole width again");
    assert!(meetings[2][2] > 2 * meetings[0][2]);
}

#[test]
fn a_day_shows_its_items_in_order_of_time_and_nothing_of_markup() {
    use schedule::Kind::{Free, Meeting};
    let hostile = "<script>x</script> & \"Q\" 'r' \u{1}\u{ffff}";
    let day = day(vec![item(620, 640, Free, "free"), item(600, 620, Meeting, hostile)]);
    let starts: Vec<u32> = schedule::rows(&day).iter().map(|item| item.start).collect();
    assert_eq!(starts, [600, 620]);
    assert_eq!(day.items[0].time(), "10:20–10:40");
    let svg = schedule::svg(&day, 680);
    assert!(!svg.contains("<script") && !svg.contains('\u{1}') && !svg.contains('\u{ffff}'));
    assert!(texts(&svg).contains("<script>x</script> & \"Q\" 'r'"), "{}", texts(&svg));
    assert_eq!(svg, schedule::svg(&day, 680), "the same day gives the same bytes");
    assert!(svg.contains("aria-labelledby=\"day-1-title day-1-desc\""));
}

#[test]
fn an_empty_day_has_no_picture() {
    assert_eq!(schedule::svg(&day(Vec::new()), 680), "");
}

fn meeting(slot: usize, table: Option<u32>, first: &str, second: &str) -> board::Meeting {
    let party = |name: &str| board::Party { short: name.into(), full: format!("Someone, {name}") };
    board::Meeting { slot, table, first: party(first), second: party(second), marks: board::Marks::default() }
}

fn round(slots: usize, meetings: Vec<board::Meeting>) -> board::Board {
    let slot =
        |n: usize| board::Slot { label: format!("{:02}:{:02}", 9 + n / 3, n % 3 * 20), after: String::new() };
    board::Board {
        id: "board".into(),
        title: "Round 1".into(),
        description: "Who meets whom.".into(),
        table: "Table".into(),
        slots: (0..slots).map(slot).collect(),
        meetings,
    }
}

#[test]
fn a_board_of_two_thousand_meetings_stays_below_a_megabyte_and_shows_each_once() {
    let name = |slot: usize, table: u32, side: char| format!("Org {slot}-{table}{side}");
    let all = (0..16).flat_map(|slot| {
        (1..=125)
            .map(move |table| meeting(slot, Some(table), &name(slot, table, 'a'), &name(slot, table, 'b')))
    });
    let board = round(16, all.collect());
    let bands = board::bands(&board, board::COLUMNS);
    assert!(bands.iter().map(|band| band.svg.len()).sum::<usize>() < 1_000_000);
    let (firsts, lasts): (Vec<u32>, Vec<u32>) = bands.iter().map(|band| (band.first, band.last)).unzip();
    assert_eq!((firsts[0], lasts[0], firsts[12], lasts[12]), (1, 10, 121, 125));
    let shown: String = bands.iter().map(|band| texts(&band.svg) + "\n").collect();
    let lines: Vec<&str> = shown.lines().collect();
    for (slot, table) in [(0, 1), (15, 125), (7, 60)] {
        for side in ['a', 'b'] {
            let wanted = name(slot, table, side);
            assert_eq!(lines.iter().filter(|line| **line == wanted).count(), 1, "{wanted}");
        }
    }
    assert_eq!(lines.iter().filter(|line| line.starts_with("Org ")).count(), 4_000);
    assert_eq!(board::rows(&board).len(), 2_000);
}

#[test]
fn two_meetings_at_one_table_are_marked_with_a_sign_and_both_named() {
    let board = round(1, vec![meeting(0, Some(3), "A", "B"), meeting(0, Some(3), "C", "D")]);
    let svg = &board::bands(&board, 10)[0].svg;
    assert_eq!(areas(svg, "p-clash").len(), 1);
    assert!(texts(svg).lines().any(|line| line == "!"));
    assert!(svg.contains("Someone, A – Someone, B; Someone, C – Someone, D"));
    assert_eq!(board::rows(&board).len(), 2);
}

#[test]
fn meetings_without_a_table_fill_each_slot_from_the_first_column() {
    let board =
        round(2, vec![meeting(1, None, "A", "B"), meeting(0, None, "C", "D"), meeting(1, None, "E", "F")]);
    let columns: Vec<(String, u32)> =
        board::rows(&board).iter().map(|row| (row.meeting.first.short.clone(), row.column)).collect();
    assert_eq!(columns, [("C".to_string(), 1), ("A".to_string(), 1), ("E".to_string(), 2)]);
}

#[test]
fn a_board_without_meetings_has_no_bands() {
    assert!(board::bands(&round(3, Vec::new()), 10).is_empty());
}

#[test]
fn the_bars_count_everyone_and_the_median_is_what_half_reach() {
    let meetings = [0, 2, 2, 5, 5, 5, 6];
    let bars = histogram::bars(&meetings);
    let people: Vec<u32> = bars.iter().map(|bar| bar.people).collect();
    assert_eq!(people, [1, 0, 2, 0, 0, 3, 1]);
    assert_eq!(histogram::median(&meetings), 5);
    assert_eq!((histogram::median(&[]), histogram::bars(&[]).len()), (0, 1));
    let picture = histogram::Histogram {
        id: "h".into(),
        title: "Meetings per person".into(),
        description: "One person has no meeting.".into(),
        across: "Meetings".into(),
        up: "People".into(),
        bars,
    };
    let svg = histogram::svg(&picture, 680);
    let heights: Vec<i32> = areas(&svg, "p-bar").iter().map(|area| area[3]).collect();
    assert_eq!(heights.iter().max(), heights.get(4), "five meetings is the commonest: {heights:?}");
    assert_eq!(areas(&svg, "p-bar-none").len(), 1, "those without a meeting look different");
}

#[test]
fn the_line_of_registrations_ends_at_the_total_below_the_capacity() {
    let days = [(3, 3), (0, 3), (4, 7)];
    let days = days.map(|(new, total)| signups::Day { label: format!("day {total}"), new, total });
    let mut picture = signups::Signups {
        id: "s".into(),
        title: "Registrations".into(),
        description: String::new(),
        days: days.to_vec(),
        capacity: Some(signups::Capacity { seats: 10, label: "Capacity: 10".into() }),
    };
    let svg = signups::svg(&picture, 680);
    assert!(texts(&svg).contains("Capacity: 10"));
    assert!(texts(&svg).lines().any(|line| line == "7"));
    let mut end = 0;
    elements(&svg, "path.p-line", &mut |line| {
        end = line.attr("d").unwrap().rsplit(' ').next().unwrap().parse().unwrap();
    });
    let mut limit = 0;
    elements(&svg, "path.p-limit", &mut |line| {
        let d = line.attr("d").unwrap();
        limit = d.split(' ').nth(1).unwrap().split('H').next().unwrap().parse().unwrap();
    });
    assert!(end > limit, "7 of 10 stay below the line of 10: {end} {limit}");
    picture.days.clear();
    assert_eq!(signups::svg(&picture, 680), "");
}
