//! Tags: short labels by which an event's team finds participants. Who is labelled sees it with their own data alone.

use super::problems::Message;
use super::text;

/// Most characters of a tag.
pub const MAX: usize = 40;
/// Most tags of an event.
pub const MOST: usize = 100;

/// A tag as it was typed.
///
/// # Errors
/// That it is missing, or too long.
pub fn parse(raw: &str) -> Result<String, Message> {
    text::required(raw, MAX, "problem-tag-missing")
}

/// The tag as it is written at the event already, if it is: nobody means another one by a capital letter.
pub fn as_known<'a>(typed: &'a str, known: &'a [String]) -> &'a str {
    let same = |one: &&String| one.to_lowercase() == typed.to_lowercase();
    known.iter().find(same).map_or(typed, String::as_str)
}
