//! What the form macros of `partials/form.html` and the pager of `partials/lists.html` show.

/// One answer of a select, a group of radios or a group of checkboxes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What people read.
    pub label: String,
    /// A line below the label; may be empty.
    pub help: String,
    /// Whether it is the answer now.
    pub chosen: bool,
}

impl Choice {
    /// An answer; chosen if `now` says so.
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Choice {
        Choice { value: value.into(), label: label.into(), help: String::new(), chosen }
    }

    /// The same answer with a line below its label.
    pub fn with_help(mut self, help: impl Into<String>) -> Choice {
        self.help = help.into();
        self
    }
}

/// What is left to somebody whose change is not taken at all, as `partials/refused.html` shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    pub url: String,
    pub label: String,
}

/// A question about a person, with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerField {
    pub name: String,
    pub label: String,
    /// A line below the label; may be empty.
    pub help: String,
    pub widget: Widget,
    /// What was typed first.
    pub value: String,
    /// What there is to choose from.
    pub choices: Vec<Choice>,
    /// Whether the choices stand in columns.
    pub columns: bool,
    pub optional: bool,
    /// What browsers fill in; may be empty.
    pub autocomplete: &'static str,
    /// The answers by which it is asked, for the script that hides it from others; empty if everybody is asked.
    pub asked_if: String,
}

/// What a question is answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Widget {
    /// A line; type and width as the macro `text` takes them.
    Line {
        input: &'static str,
        size: &'static str,
    },
    /// Several lines.
    Area,
    Select,
    /// A select of time zones; the script proposes the one of the device where nothing has been said.
    Zone {
        is_proposed: bool,
    },
    /// Two selects: from when until when.
    Span {
        from: Vec<Choice>,
        until: Vec<Choice>,
    },
    Radios,
    Checkboxes,
    Tick,
    /// Nothing: the answer stays as it is.
    Fixed {
        /// Where it is changed.
        change: String,
    },
}

/// Where a long list is cut into pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pager {
    /// The page shown, from 1.
    pub number: usize,
    /// Entries on a full page, at least 1.
    pub size: usize,
    /// Entries of all pages.
    pub total: usize,
    /// Address of any page without its number, which belongs at the end or before a fragment: `/e/x/people?topic=ai&page=`,
    /// `/e/x/people?page=#list`.
    pub url: String,
}

impl Pager {
    /// How many pages there are; an empty list has one.
    pub fn pages(&self) -> usize {
        self.total.div_ceil(self.size.max(1)).max(1)
    }

    /// Number of the first entry shown, from 1; 0 where there is none.
    pub fn first(&self) -> usize {
        if self.total == 0 { 0 } else { (self.number.saturating_sub(1)) * self.size + 1 }
    }

    /// Number of the last entry shown.
    pub fn last(&self) -> usize {
        (self.number * self.size).min(self.total)
    }

    /// Address of the page before, if there is one.
    pub fn previous(&self) -> Option<String> {
        (self.number > 1).then(|| self.at(self.number - 1))
    }

    /// Address of the page after, if there is one.
    pub fn next(&self) -> Option<String> {
        (self.number < self.pages()).then(|| self.at(self.number + 1))
    }

    fn at(&self, number: usize) -> String {
        match self.url.split_once('#') {
            Some((before, head)) => format!("{before}{number}#{head}"),
            None => format!("{}{number}", self.url),
        }
    }

    /// How many entries stand on the pages before.
    pub fn skipped(&self) -> usize {
        self.number.saturating_sub(1) * self.size
    }

    /// The entries of this page, of all.
    pub fn cut<T>(&self, all: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        all.into_iter().skip(self.skipped()).take(self.size)
    }
}

/// How a column of a table is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorted {
    /// Not by this column.
    No,
    /// Smallest first.
    Ascending,
    /// Greatest first.
    Descending,
}

impl Sorted {
    /// The value of `aria-sort`.
    pub fn aria(self) -> &'static str {
        match self {
            Sorted::No => "none",
            Sorted::Ascending => "ascending",
            Sorted::Descending => "descending",
        }
    }
}
