//! Many short vectors over many features, by row and by feature (an inverted index).

/// A feature of a row, or a row of a feature, with its weight in parts of `UNIT`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub at: u32,
    pub weight: u16,
}

/// Lists of entries, one after the other in one piece of memory.
#[derive(Clone, Debug, Default)]
struct Lists {
    ends: Vec<usize>,
    entries: Vec<Entry>,
}

impl Lists {
    fn get(&self, list: usize) -> &[Entry] {
        let Some(&end) = self.ends.get(list) else {
            return &[];
        };
        let start = if list == 0 { 0 } else { self.ends[list - 1] };
        &self.entries[start..end]
    }
}

/// Rows of entries in ascending order of features, and for each feature its rows in ascending order.
#[derive(Clone, Debug, Default)]
pub(super) struct Vectors {
    rows: Lists,
    postings: Lists,
}

impl Vectors {
    /// `rows` hold features below `features`, each at most once a row.
    pub(super) fn new(rows: Vec<Vec<(u32, u64)>>, features: usize) -> Self {
        let mut by_row = Lists::default();
        let mut ends = vec![0; features];
        for mut row in rows {
            row.sort_unstable();
            for (feature, weight) in row {
                ends[feature as usize] += 1;
                by_row.entries.push(Entry { at: feature, weight: weight.min(u64::from(u16::MAX)) as u16 });
            }
            by_row.ends.push(by_row.entries.len());
        }
        let postings = transpose(&by_row, ends);
        Self { rows: by_row, postings }
    }

    pub(super) fn rows(&self) -> usize {
        self.rows.ends.len()
    }

    pub(super) fn features(&self) -> usize {
        self.postings.ends.len()
    }

    pub(super) fn row(&self, row: usize) -> &[Entry] {
        self.rows.get(row)
    }

    pub(super) fn postings(&self, feature: u32) -> &[Entry] {
        self.postings.get(feature as usize)
    }
}

/// From rows of features to features of rows; `counts` says how many rows each feature has.
fn transpose(rows: &Lists, counts: Vec<usize>) -> Lists {
    let mut ends = counts;
    let mut free = Vec::with_capacity(ends.len());
    let mut total = 0;
    for end in &mut ends {
        free.push(total);
        total += *end;
        *end = total;
    }
    let mut entries = vec![Entry { at: 0, weight: 0 }; total];
    for row in 0..rows.ends.len() {
        for entry in rows.get(row) {
            let place = &mut free[entry.at as usize];
            entries[*place] = Entry { at: row as u32, weight: entry.weight };
            *place += 1;
        }
    }
    Lists { ends, entries }
}
