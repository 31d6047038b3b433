//! What is said of a cell that cannot be read.

use crate::domain::problems::Message;
use crate::domain::text;

/// A message that shows what was found, shortened.
pub(super) fn unknown(key: &'static str, found: &str) -> Message {
    let line = text::line(found);
    let short: String = line.chars().take(60).collect();
    let shown = if short.len() < line.len() { format!("{short}…") } else { short };
    Message::new(key).with("value", shown)
}
