//! What somebody changed in a profile: each answer as it was and as it is, for the organiser's history.

use serde::{Deserialize, Serialize};

use super::answer::asked;
use super::event::{Event, Programme};
use super::participant::{Interest, InterestKind, Participant};
use super::text;

/// One answer, as it was and as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which answer: a field of the registration form.
    pub field: String,
    pub old: String,
    pub new: String,
}

/// What differs between two states of a participant, in the order of the form. Answers are as [`Value::in_log`] says;
/// topics and times are named in the event's first language.
///
/// [`Value::in_log`]: super::answer::Value::in_log
pub fn differences(
    before: &Participant,
    after: &Participant,
    event: &Event,
    programme: &Programme,
) -> Vec<Change> {
    let (old, new) = (answers(before, event, programme), answers(after, event, programme));
    old.into_iter()
        .zip(new)
        .filter(|((_, old), (_, new))| old != new)
        .map(|((field, old), (_, new))| Change { field, old, new })
        .collect()
}

fn answers(participant: &Participant, event: &Event, programme: &Programme) -> Vec<(String, String)> {
    let profile = &participant.profile;
    let attendance = &profile.attendance;
    let first = event.first_language();
    let blocks = programme.blocks.iter().filter(|block| attendance.blocks.contains(&block.id));
    let sessions = programme.sessions.iter().filter(|session| attendance.sessions.contains(&session.id));
    let joined = |labels: Vec<&str>| labels.join(", ");
    let of_person = asked(programme).into_iter().map(|question| {
        let value = profile.person.answer(&question.key);
        let text = value.map(|value| value.in_log(&question.choices, first)).unwrap_or_default();
        (question.key.as_str().to_string(), text)
    });
    let others = [
        ("offers", interests(&profile.interests, InterestKind::Offer, event, programme)),
        ("seeks", interests(&profile.interests, InterestKind::Seek, event, programme)),
        ("blocks", joined(blocks.map(|block| block.label.get(first, first)).collect())),
        ("sessions", joined(sessions.map(|session| session.title.get(first, first)).collect())),
        ("max_meetings", attendance.max_meetings.to_string()),
    ];
    of_person.chain(others.map(|(field, text)| (field.to_string(), text))).collect()
}

fn interests(own: &[Interest], kind: InterestKind, event: &Event, programme: &Programme) -> String {
    let first = event.first_language();
    let told = programme.topics.iter().filter_map(|topic| {
        let interest = own.iter().find(|one| one.topic == topic.id && one.kind == kind)?;
        let (label, note) = (topic.label.get(first, first), text::line(&interest.text));
        Some(if note.is_empty() { label.to_string() } else { format!("{label} ({note})") })
    });
    told.collect::<Vec<_>>().join("; ")
}

/// As the log keeps it; empty where nothing changed.
pub fn encode(changes: &[Change]) -> String {
    if changes.is_empty() { String::new() } else { serde_json::to_string(changes).unwrap_or_default() }
}

/// Reads what [`encode`] wrote; nothing of any other text.
pub fn decode(detail: &str) -> Vec<Change> {
    serde_json::from_str(detail).unwrap_or_default()
}
