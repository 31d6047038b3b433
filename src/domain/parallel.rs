//! What of an agenda is at the same time, side by side: entries that overlap stand in columns, a room in one column as far as it can.

use chrono::{DateTime, Utc};

/// Most columns beside each other; where there are more, and not all of it at one time, entries stand one below the other.
pub const MOST_COLUMNS: usize = 6;
/// Most rows of what is side by side: as many as there are times at which something begins or ends.
pub const MOST_ROWS: usize = 24;

/// Start, end and room of an entry.
pub type Span<'a> = (DateTime<Utc>, DateTime<Utc>, &'a str);

/// Entries of which each overlaps another one, or one alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// One for what is not side by side.
    pub columns: usize,
    /// Whether all of it begins and ends at the same time: any number of entries stands in as many lines as they need.
    pub is_even: bool,
    /// In the order of time.
    pub cells: Vec<Cell>,
}

/// Where an entry stands, in columns and rows from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Which entry it is, from 0.
    pub entry: usize,
    pub column: usize,
    pub row: usize,
    /// Over how many rows it goes.
    pub rows: usize,
}

/// The groups of entries that are in the order of time.
pub fn groups(entries: &[Span<'_>]) -> Vec<Group> {
    let mut groups: Vec<(DateTime<Utc>, Vec<usize>)> = Vec::new();
    for (at, (starts, ends, _)) in entries.iter().enumerate() {
        match groups.last_mut() {
            Some((until, group)) if starts < until => {
                *until = (*until).max(*ends);
                group.push(at);
            }
            _ => groups.push((*ends, vec![at])),
        }
    }
    groups.into_iter().flat_map(|(_, group)| drawn(entries, &group)).collect()
}

/// Side by side if there is room for it, else each by itself.
fn drawn(entries: &[Span<'_>], group: &[usize]) -> Vec<Group> {
    let spans: Vec<(usize, Span<'_>)> =
        group.iter().filter_map(|at| entries.get(*at).map(|span| (*at, *span))).collect();
    let columns = columns(&spans);
    let most = columns.iter().copied().max().unwrap_or(1);
    let mut times: Vec<DateTime<Utc>> = spans.iter().flat_map(|(_, (from, to, _))| [*from, *to]).collect();
    times.sort_unstable();
    times.dedup();
    let is_even = times.len() == 2;
    if (most > MOST_COLUMNS && !is_even) || times.len() > MOST_ROWS + 1 {
        return spans.iter().map(|one| whole(&[*one], &[1], &[])).collect();
    }
    vec![whole(&spans, &columns, &times)]
}

fn whole(spans: &[(usize, Span<'_>)], columns: &[usize], times: &[DateTime<Utc>]) -> Group {
    let row = |at: &DateTime<Utc>| times.iter().position(|time| time == at).unwrap_or_default();
    let cell = |((entry, (from, to, _)), column): (&(usize, Span<'_>), &usize)| Cell {
        entry: *entry,
        column: *column,
        row: row(from) + 1,
        rows: row(to).saturating_sub(row(from)).max(1),
    };
    let starts = spans.iter().map(|(_, (from, ..))| *from).min();
    let ends = spans.iter().map(|(_, (_, to, _))| *to).max();
    Group {
        starts_at: starts.unwrap_or_default(),
        ends_at: ends.unwrap_or_default(),
        columns: columns.iter().copied().max().unwrap_or(1),
        is_even: times.len() == 2,
        cells: spans.iter().zip(columns).map(cell).collect(),
    }
}

/// A column for each: that of its room if it is free then, else the first that is free, else one more.
fn columns(spans: &[(usize, Span<'_>)]) -> Vec<usize> {
    let mut known: Vec<(Vec<&str>, DateTime<Utc>)> = Vec::new();
    let mut found = Vec::new();
    for (_, (from, to, room)) in spans {
        let is_free = |until: &DateTime<Utc>| until <= from;
        let of_room = |rooms: &[&str]| !room.is_empty() && rooms.contains(room);
        let own = known.iter().position(|(rooms, until)| is_free(until) && of_room(rooms));
        let at = own.or_else(|| known.iter().position(|(_, until)| is_free(until)));
        let at = match at {
            Some(at) => at,
            None => {
                known.push((Vec::new(), *to));
                known.len() - 1
            }
        };
        if let Some((rooms, until)) = known.get_mut(at) {
            rooms.push(room);
            *until = *to;
        }
        found.push(at + 1);
    }
    found
}
