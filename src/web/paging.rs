//! Where a long list is cut: which page of it a query asks for, and the addresses of its other pages, which keep everything
//! else that the query says.

use super::forms::Pager;
use super::language;
use super::posted::Posted;
use super::visit::Visit;

/// The field of a query that names the page of a list.
pub const PAGE: &str = "page";

/// Rows of a list on one page.
pub const ROWS: usize = 50;

/// A list of an address, where several stand on it: by which field of the query its page is named, and the id of its head, to
/// which its links lead.
#[derive(Debug, Clone, Copy)]
pub struct List {
    pub field: &'static str,
    pub head: &'static str,
    /// Rows on a page.
    pub size: usize,
}

impl List {
    /// The only list of its page.
    pub const ONLY: List = List { field: PAGE, head: "", size: ROWS };

    /// The page of `total` rows that the visit asks for, or the last one where there are not so many.
    pub fn pager(self, visit: &Visit, total: usize) -> Pager {
        self.pager_at(visit.path(), visit, total)
    }

    /// The same of a list that stands at another path than a form that is answered with it.
    pub fn pager_at(self, path: &str, visit: &Visit, total: usize) -> Pager {
        let asked = visit.query.one(self.field).parse().unwrap_or(1).max(1);
        let url = without(path, &visit.query, self.field);
        let sign = if url.contains('?') { '&' } else { '?' };
        let head = if self.head.is_empty() { String::new() } else { format!("#{}", self.head) };
        let url = format!("{url}{sign}{}={head}", self.field);
        let mut pager = Pager { number: asked, size: self.size, total, url };
        pager.number = asked.min(pager.pages());
        pager
    }
}

/// The address of a path with what a query says, but for some fields.
fn without(path: &str, fields: &Posted, not: &str) -> String {
    let stays = |name: &str| name != not && name != language::FIELD;
    let pairs: Vec<(&str, &str)> = fields.pairs().filter(|(name, _)| stays(name)).collect();
    query(path, &pairs)
}

/// The address of a path with a query; what is empty is left out.
pub fn query(path: &str, pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
        .collect();
    if pairs.is_empty() { path.to_string() } else { format!("{path}?{}", pairs.join("&")) }
}

/// A text as it stands in an address.
pub fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}
