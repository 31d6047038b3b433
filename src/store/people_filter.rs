//! The people of an event whom a filter means, as a query that others go on with.

use diesel::prelude::*;

use super::connection::Backend;
use super::rows::lower;
use super::schema::{
    answers, check_ins, consents, directory_visits, interests, meeting_seats, participant_tags, participants,
    questions, registrations, wishes,
};
use crate::domain::ids::{EventId, QuestionId};
use crate::domain::people_filter::{Filter, Lack};
use crate::domain::registration::RegistrationState;
use crate::domain::search::Wanted;
use crate::domain::text::wire_part;
use crate::domain::wish::WishKind;

pub(super) type Boxed<'a> = diesel::helper_types::IntoBoxed<
    'a,
    diesel::helper_types::InnerJoin<registrations::table, participants::table>,
    Backend,
>;

fn everybody(event: &EventId) -> Boxed<'_> {
    registrations::table
        .inner_join(participants::table)
        .filter(registrations::event_id.eq(event.as_str()))
        .into_boxed::<Backend>()
}

/// Those in whose name and organisation all words stand.
pub(super) fn named_by<'a>(event: &'a EventId, words: &str) -> Boxed<'a> {
    let (mut query, wanted) = (everybody(event), Wanted::of(words));
    for forms in wanted.words() {
        query = query.filter(stands(forms.first()).or(stands(forms.last())));
    }
    let finds_nobody = wanted.words().is_empty() && !wanted.is_anything();
    if finds_nobody { query.filter(participants::id.eq("")) } else { query }
}

/// A word has letters and digits alone, and one form or two.
fn stands(form: Option<&String>) -> diesel::dsl::Like<participants::search_key, String> {
    participants::search_key.like(format!("%{}%", form.map(String::as_str).unwrap_or_default()))
}

/// The registrations whom a filter means, with their participants.
pub(super) fn filtered<'a>(event: &'a EventId, filter: &'a Filter) -> Boxed<'a> {
    let mut query = everybody(event);
    if let Some(state) = &filter.state {
        query = query.filter(registrations::state.eq(state.as_str()));
    }
    if let Some(kind) = &filter.participant_type {
        query = query.filter(participants::type_id.assume_not_null().eq(kind.as_str()));
        query = query.filter(participants::type_id.is_not_null());
    }
    if let Some(country) = &filter.country {
        query = query.filter(participants::country.eq(country.as_str()));
    }
    if let Some((purpose, given)) = filter.consent {
        let agreed = consents::table
            .filter(consents::purpose.eq(purpose.code()))
            .filter(consents::latest)
            .filter(consents::given)
            .select(consents::participant_id);
        query = if given {
            let proved = registrations::state.ne_all(RegistrationState::UNPROVED);
            query.filter(registrations::participant_id.eq_any(agreed)).filter(proved)
        } else {
            query.filter(registrations::participant_id.ne_all(agreed))
        };
    }
    if let Some(tag) = &filter.tag {
        let labelled = participant_tags::table.filter(participant_tags::tag.eq(tag.as_str()));
        query = query
            .filter(registrations::participant_id.eq_any(labelled.select(participant_tags::participant_id)));
    }
    if let Some((question, answer)) = &filter.answer {
        query = answered(query, question, answer);
    }
    if let Some(came) = filter.came {
        let standing = check_ins::table.filter(check_ins::undone_at.is_null());
        let standing = standing.select(check_ins::participant_id);
        query = match came {
            true => query.filter(registrations::participant_id.eq_any(standing)),
            false => query.filter(registrations::participant_id.ne_all(standing)),
        };
    }
    for lack in &filter.lacks {
        query = lacking(query, event, *lack);
    }
    search(query, &crate::domain::text::line(&filter.search))
}

/// Those who have not done or have not got something.
fn lacking<'a>(query: Boxed<'a>, event: &'a EventId, lack: Lack) -> Boxed<'a> {
    let who = registrations::participant_id;
    match lack {
        Lack::Wish => {
            let wished = wishes::table
                .filter(wishes::event_id.eq(event.as_str()))
                .filter(wishes::kind.eq(WishKind::Wish.code()))
                .select(wishes::from_id);
            query.filter(who.ne_all(wished))
        }
        Lack::Topics => query.filter(who.ne_all(interests::table.select(interests::participant_id))),
        // A planned meeting has a seat for each of the two.
        Lack::Meeting => query.filter(who.ne_all(meeting_seats::table.select(meeting_seats::participant_id))),
        Lack::Directory => {
            query.filter(who.ne_all(directory_visits::table.select(directory_visits::participant_id)))
        }
    }
}

/// Those in whose name and organisation all words stand, or in whose address the text does.
fn search<'a>(mut query: Boxed<'a>, text: &str) -> Boxed<'a> {
    let wanted = Wanted::of(text);
    if wanted.is_anything() {
        return query;
    }
    let in_address = || {
        let part = |typed: &str| format!("%{}%", escape_like(typed));
        let address = participants::email_key.assume_not_null();
        // Keys have domains of other scripts as mail servers take them.
        let as_typed = address.like(part(&text.to_lowercase())).escape('\\');
        let as_sent = address.like(part(&wire_part(text))).escape('\\');
        as_typed.or(as_sent).and(participants::email_key.is_not_null())
    };
    for forms in wanted.words() {
        query = query.filter(stands(forms.first()).or(stands(forms.last())).or(in_address()));
    }
    if wanted.words().is_empty() { query.filter(in_address()) } else { query }
}

/// Those who answered a question: anything, or exactly this; of a text or of several choices the answer is a part.
fn answered<'a>(query: Boxed<'a>, question: &'a QuestionId, answer: &'a str) -> Boxed<'a> {
    let given = answers::table.filter(answers::question_id.eq(question.as_str()));
    if answer.is_empty() {
        return query.filter(registrations::participant_id.eq_any(given.select(answers::participant_id)));
    }
    let wordy = questions::table
        .filter(questions::kind.eq_any(["text", "long_text", "several"]))
        .select(questions::id.nullable());
    let part = format!("%{}%", escape_like(&answer.to_lowercase()));
    let exact = format!("%{}%", escape_like(answer));
    let holds = lower(answers::value).like(part).escape('\\').or(answers::value.like(exact).escape('\\'));
    let in_words = holds.and(answers::question_id.eq_any(wordy).assume_not_null());
    let given = given.filter(answers::value.eq(answer).or(in_words));
    query.filter(registrations::participant_id.eq_any(given.select(answers::participant_id)))
}

fn escape_like(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
