//! What somebody changed in a profile: each answer as it was and as it is, for the organiser's history.

use serde::{Deserialize, Serialize};

use super::answer::asked;
use super::event::{Event, Programme};
use super::lang::Lang;
use super::participant::{Interest, InterestKind, Participant};
use super::question::Question;
use super::text;

/// One answer, as it was and as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which answer: a field of the registration form.
    pub field: String,
    pub old: String,
    pub new: String,
    /// What the event's own question was called in the event's first language, and the code of its kind; empty for a field.
    /// An answer that is deleted before everything else is not told: both sides are empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kind: String,
}

impl Change {
    /// That a field of every event was changed.
    fn of_field(field: &str, old: String, new: String) -> Change {
        Change { field: field.to_string(), old, new, label: String::new(), kind: String::new() }
    }

    /// That an answer to the event's own question was changed.
    fn of_question(question: &Question, first: Lang, old: String, new: String) -> Change {
        let told = |text: String| if question.life_days.is_some() { String::new() } else { text };
        Change {
            field: question.id.0.clone(),
            old: told(old),
            new: told(new),
            label: question.label.get(first, first).to_string(),
            kind: question.kind.code_of_question().to_string(),
        }
    }
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
        .map(|((field, old), (_, new))| {
            match programme.questions.iter().find(|question| question.id.as_str() == field) {
                Some(question) => Change::of_question(question, event.first_language(), old, new),
                None => Change::of_field(&field, old, new),
            }
        })
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
