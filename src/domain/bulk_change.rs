//! One change to many participants: what becomes of each of them, and why it cannot be made to some.

use super::answer::{Asked, Kind, Value, asked};
use super::codes::codes;
use super::event::Programme;
use super::participant::Participant;
use super::question::drop_unasked;
use super::registration::RegistrationState;

codes! {
    /// What is done with an answer of which there can be several; its word is `bulk-how-CODE`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum How {
        /// It is the one answer from now on.
        Set = "set",
        /// It is one answer more.
        Add = "add",
        /// It is no answer any more.
        Remove = "remove",
    }
}

/// A change to many: to the answer to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkChange {
    /// The question, by its key.
    pub key: String,
    /// As a form sends it; empty for no answer.
    pub value: String,
    pub how: How,
}

/// What becomes of somebody.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Changed(Box<Participant>),
    /// They have that answer already.
    Same,
    Cannot(Why),
}

codes! {
    /// Why somebody cannot be changed; its word is `bulk-cannot-CODE`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Why {
        /// They do not come any more.
        Ended = "ended",
        /// The question is not put to people like them.
        NotAsked = "not-asked",
        /// They are not registered.
        NotRegistered = "not-registered",
        /// They would have no answer, and there has to be one.
        Needed = "needed",
    }
}

/// The questions whose answers are chosen, so that many can be given the same. Nobody agrees to anything in another's name.
pub fn choosable(programme: &Programme) -> Vec<Asked<'_>> {
    let is_chosen = |question: &Asked<'_>| {
        matches!(
            question.kind,
            Kind::ParticipantType
                | Kind::OrganisationType
                | Kind::Country
                | Kind::TimeZone
                | Kind::Languages
                | Kind::One
                | Kind::Several
        )
    };
    asked(programme).into_iter().filter(|question| question.is_put() && is_chosen(question)).collect()
}

/// Whether there can be several answers.
pub fn takes_several(question: &Asked<'_>) -> bool {
    matches!(question.kind, Kind::Languages | Kind::Several)
}

impl BulkChange {
    /// The question that it is about.
    pub fn question<'a>(&self, programme: &'a Programme) -> Option<Asked<'a>> {
        choosable(programme).into_iter().find(|question| question.key.as_str() == self.key)
    }

    /// The answer that it is about; none where there is to be none, or what was sent is no answer.
    pub fn answer(&self, question: &Asked<'_>) -> Option<Value> {
        question.kind.parse(std::slice::from_ref(&self.value), &question.choices).ok().flatten()
    }

    /// What becomes of somebody in a state.
    pub fn outcome(
        &self,
        question: &Asked<'_>,
        programme: &Programme,
        (before, state): (&Participant, RegistrationState),
    ) -> Outcome {
        let person = &before.profile.person;
        if !state.may_be_edited() {
            return Outcome::Cannot(Why::Ended);
        }
        if !question.fits(person) {
            return Outcome::Cannot(Why::NotAsked);
        }
        let known = person.answer(&question.key);
        let raw = self.raw(question, known.as_ref().map(Value::raw).unwrap_or_default());
        let Ok(value) = question.parse(&raw) else { return Outcome::Cannot(Why::Needed) };
        if value == known {
            return Outcome::Same;
        }
        let mut after = before.clone();
        after.profile.person.set(question.key.clone(), value);
        drop_unasked(&mut after.profile.person, &programme.questions);
        Outcome::Changed(Box::new(after))
    }

    /// The answers from now on, as a form would send them.
    fn raw(&self, question: &Asked<'_>, mut known: Vec<String>) -> Vec<String> {
        let how = if takes_several(question) { self.how } else { How::Set };
        let given = (!self.value.is_empty()).then(|| self.value.clone());
        match how {
            How::Set => given.into_iter().collect(),
            How::Add => {
                known.extend(given);
                known
            }
            How::Remove => {
                known.retain(|one| *one != self.value);
                known
            }
        }
    }
}
