//! What pages say of an event's own questions: of whom they are asked, in words for people and for the script that hides
//! them from others, and that answers speak for a meeting.

use crate::domain::answer::{Asked, Wording};
use crate::domain::event::{Event, Programme};
use crate::domain::field;
use crate::domain::lang::Lang;
use crate::domain::meeting::ReasonTerm;
use crate::domain::question::Question;
use crate::words::Words;

/// By which answer to which question this one is asked; nothing where it does not hang on one.
pub fn said_condition(
    words: Words,
    first: Lang,
    programme: &Programme,
    question: &Question,
) -> Option<String> {
    let condition = question.condition.as_ref()?;
    let earlier = programme.questions.iter().find(|one| one.id == condition.question)?;
    let label = earlier.label.get(words.lang, first);
    let value = earlier.kind.read(&condition.answer)?;
    let answer = words.answer(&value, &earlier.choices(), first);
    Some(words.t2(key, "question", label, "answer", answer))
}

/// As what somebody takes part who is asked, as `key` says it; nothing where everybody is.
pub fn said_types(
    words: Words,
    key: &str,
    first: Lang,
    programme: &Programme,
    question: &Question,
) -> Option<String> {
    let types = programme.types.iter().filter(|kind| question.types.contains(&kind.id));
    let types: Vec<&str> = types.map(|kind| kind.label.get(words.lang, first)).collect();
    (!types.is_empty()).then(|| words.t1(key, "types", types.join(", ")))
}

/// What a form says beside a question: of whom alone it is asked, then its own help.
pub fn help(words: Words, event: &Event, programme: &Programme, question: &Asked<'_>) -> String {
    let first = event.first_language();
    let own = words.help(question, first);
    let Wording::Own(asked) = question.wording else { return own };
    let only = [
        said_types(words, "question-only-types", first, programme, asked),
        said_condition(words, "question-only-if", first, programme, asked),
        Some(own),
    ];
    only.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The fields of the form that decide whether a question is asked, each with the answers that let it be:
/// `participant_type=ID|ID QUESTION=ANSWER`.
pub fn asked_if(question: &Asked<'_>) -> String {
    let Wording::Own(asked) = question.wording else { return String::new() };
    let types: Vec<&str> = asked.types.iter().map(|id| id.as_str()).collect();
    let types = (!types.is_empty()).then(|| format!("{}={}", field::PARTICIPANT_TYPE, types.join("|")));
    let condition = asked.condition.as_ref().map(|one| format!("{}={}", one.question, one.answer));
    [types, condition].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Why two people meet, in words: a part of what their meeting is worth.
pub fn reason(words: Words, first: Lang, programme: &Programme, term: &ReasonTerm) -> String {
    let (key, about) = term.word();
    let Some(id) = about else { return words.t(&key) };
    let question = programme.questions.iter().find(|question| question.id == id);
    let label = question.map(|question| question.label.get(words.lang, first)).unwrap_or_default();
    if label.is_empty() { words.t("term-answers") } else { words.t1(&key, "question", label) }
}
