//! A topic list that an organiser pastes: one topic a line, its own topics below it, labels in the event's languages.

use super::lang::{Lang, Localised};
use super::problems::{Message, Problems};
use super::text;

/// Most topics of an event.
pub const MAX_TOPICS: usize = 500;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicLine {
    /// Belongs to the main topic above it.
    pub is_child: bool,
    pub label: Localised,
}

/// Reads a list. A line that begins with a space, a tab, `-`, `*` or `•` belongs to the last line that does not; between
/// `|` stand the labels in the event's languages, in their order.
pub fn parse(raw: &str, languages: &[Lang]) -> Result<Vec<TopicLine>, Problems> {
    let mut problems = Problems::new();
    let mut lines: Vec<TopicLine> = Vec::new();
    // Not `text::lines`: it would trim the first line's indent away.
    let unified = raw.replace("\r\n", "\n").replace('\r', "\n");
    for (number, line) in unified.split('\n').enumerate().filter(|(_, line)| !text::line(line).is_empty()) {
        match read(line, languages) {
            Ok(found) if found.is_child && lines.is_empty() => {
                problems.add("topics", Message::new("problem-topic-orphan").with("line", number + 1));
            }
            Ok(found) => lines.push(found),
            Err(message) => problems.add("topics", message.with("line", number + 1)),
        }
    }
    if lines.len() > MAX_TOPICS {
        problems.add("topics", Message::new("problem-topics-many").with("most", MAX_TOPICS));
    }
    if lines.is_empty() && problems.is_empty() {
        problems.add("topics", Message::new("problem-topics-missing"));
    }
    if problems.is_empty() { Ok(lines) } else { Err(problems) }
}

/// Labels of one level, one a line.
///
/// # Errors
/// What is wrong with the first line that is not fine.
pub fn labels(raw: &str, languages: &[Lang]) -> Result<Vec<Localised>, Message> {
    let filled = raw.lines().enumerate().filter(|(_, line)| !text::line(line).is_empty());
    filled
        .map(|(number, line)| {
            let read = read(line.trim(), languages).map_err(|message| message.with("line", number + 1));
            read.map(|line| line.label)
        })
        .collect()
}

fn read(line: &str, languages: &[Lang]) -> Result<TopicLine, Message> {
    let is_child = line.starts_with([' ', '\t', '-', '*', '•', '–']);
    let labels = line.trim_start_matches([' ', '\t', '-', '*', '•', '–']);
    let parts: Vec<String> = labels.split('|').map(text::line).collect();
    if parts.len() > languages.len() {
        return Err(Message::new("problem-topic-languages").with("languages", languages.len()));
    }
    if parts.first().is_none_or(String::is_empty) {
        return Err(Message::new("problem-topic-first-language"));
    }
    if parts.iter().any(|part| part.chars().count() > text::SHORT_MAX) {
        return Err(Message::new("problem-topic-long").with("max", text::SHORT_MAX));
    }
    let label =
        languages.iter().zip(parts).fold(Localised::default(), |label, (lang, part)| label.with(*lang, part));
    Ok(TopicLine { is_child, label })
}
