//! What is kept of a registration form that is being filled in, and how much: strangers type it, and nobody has checked it.
//!
//! Nothing is kept before something in it can stand; each field is cut at its own limit; the page shows what was typed
//! whole, with what is wrong, so that nothing is lost to whoever typed it.

use super::form::{Answers, Form, Step};
use crate::domain::answer::{Asked, Kind, SPOKEN_LANGUAGES, asked};
use crate::domain::organisation::OrganisationType;
use crate::domain::problems::{Message, Problems};
use crate::domain::profile_input::{AttendanceInput, InterestInput, InterestsInput};
use crate::domain::text;

/// Most bytes of a form.
pub const MOST: usize = 65_536;
/// Most bytes that all forms of an event take together. Beyond it the ones without an address go first, then the largest, then
/// those that nobody has touched for longest.
pub const MOST_OF_EVENT: i64 = 33_554_432;
/// Most letters of what has no limit of its own, and of a number, a day or a code: no honest answer has so many.
const SHORT: usize = 400;
const CODE: usize = 40;

/// What is kept after a step.
pub(super) enum Kept {
    /// Nothing new.
    Nothing,
    /// These answers.
    These(Box<Answers>),
    /// Not all that was typed can be kept: the page says why.
    Refused(Problems),
}

/// Looks at a form after a step. Where its page does not show what was typed, since the visitor leaves it, nothing may be
/// wrong that is not kept.
pub(super) fn weigh(form: &Form, step: Step, leaves: bool) -> Kept {
    let problems = form.problems(step);
    if form.token.is_none() && !stands(form, step, &problems) {
        let is_lost = leaves && !problems.is_empty() && has_typed(form);
        return if is_lost { Kept::Refused(problems) } else { Kept::Nothing };
    }
    let cut = cut(form);
    let is_too_long = serde_json::to_vec(&cut).map_or(true, |text| text.len() > MOST);
    if is_too_long {
        let mut problems = problems;
        problems.add(longest(form, step), Message::new("problem-form-long"));
        return Kept::Refused(problems);
    }
    if leaves && cut != form.answers && !problems.is_empty() {
        return Kept::Refused(problems);
    }
    Kept::These(Box::new(cut))
}

/// Whether something of a step can stand as it was typed.
fn stands(form: &Form, step: Step, problems: &Problems) -> bool {
    match step {
        Step::Profile => asked(&form.programme).iter().any(|question| {
            let name = question.key.as_str();
            problems.at(name).is_none()
                && form.answers.person.get(name).iter().any(|one| !one.trim().is_empty())
        }),
        Step::Topics => problems.is_empty() && !form.answers.interests.0.is_empty(),
        Step::Availability | Step::Check => problems.is_empty(),
    }
}

fn has_typed(form: &Form) -> bool {
    let filled = |name: &str| form.answers.person.get(name).iter().any(|one| !one.trim().is_empty());
    asked(&form.programme).iter().any(|question| filled(question.key.as_str()))
        || !form.answers.interests.0.is_empty()
}

/// The field at which it is said that all together is too long.
fn longest(form: &Form, step: Step) -> String {
    let answers = &form.answers;
    let row = answers.interests.0.iter().max_by_key(|row| row.offer_text.len() + row.seek_text.len());
    let questions = asked(&form.programme);
    let question = questions.iter().max_by_key(|question| answers.person.one(question.key.as_str()).len());
    match (step, row, question) {
        (Step::Topics, Some(row), _) => format!("offer_text-{}", row.topic),
        (_, _, Some(question)) => question.key.as_str().to_string(),
        _ => step.code().to_string(),
    }
}

/// The answers with each field cut at its limit, and only what the event asks.
fn cut(form: &Form) -> Answers {
    let (answers, lists) = (&form.answers, &form.programme);
    let mut kept = answers.clone();
    for question in asked(lists) {
        let name = question.key.as_str();
        kept.person = kept.person.with(name, kept_of(&question, answers.person.get(name)));
    }
    let row = |row: &InterestInput| InterestInput {
        offer_text: first(&row.offer_text, text::NOTE_MAX),
        seek_text: first(&row.seek_text, text::NOTE_MAX),
        ..row.clone()
    };
    kept.interests = InterestsInput(answers.interests.0.iter().map(row).collect());
    kept.attendance = AttendanceInput {
        blocks: each_once(&answers.attendance.blocks, |id| {
            lists.blocks.iter().any(|one| one.id.as_str() == id)
        }),
        sessions: each_once(&answers.attendance.sessions, |id| {
            lists.sessions.iter().any(|one| one.id.as_str() == id)
        }),
        max_meetings: first(&answers.attendance.max_meetings, CODE),
    };
    kept.sure = first(&answers.sure, SHORT);
    kept
}

/// What is kept of what was sent for one question: of a closed one what there is to choose, of another one the answer that counts.
fn kept_of(question: &Asked<'_>, sent: &[String]) -> Vec<String> {
    let first_one = |most: usize| sent.iter().take(1).map(|one| first(one, most)).collect();
    match question.kind {
        Kind::Languages => each_once(sent, |one| SPOKEN_LANGUAGES.contains(&one)),
        Kind::OrganisationType => each_once(sent, |one| OrganisationType::parse(one).is_some()),
        Kind::ParticipantType | Kind::One | Kind::Several => {
            each_once(sent, |one| question.choices.iter().any(|choice| choice.value == one))
        }
        Kind::Line { .. } | Kind::Name | Kind::Text { .. } | Kind::Email | Kind::WebAddress => {
            first_one(question.kind.max().max(SHORT))
        }
        Kind::Country | Kind::Number { .. } | Kind::Date | Kind::Agree => first_one(CODE),
        Kind::TimeZone => first_one(SHORT),
        Kind::DayHours => sent.iter().take(2).map(|one| first(one, CODE)).collect(),
    }
}

/// Those that are known, each once. That nothing was chosen stays: a form may say so.
fn each_once(sent: &[String], is_known: impl Fn(&str) -> bool) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for one in sent.iter().filter(|one| one.is_empty() || is_known(one)) {
        if !kept.contains(one) {
            kept.push(one.clone());
        }
    }
    kept
}

fn first(text: &str, letters: usize) -> String {
    text.chars().take(letters).collect()
}
