//! What participants see of each other: nothing of who is not listed, of who is listed the organisation and the topics,
//! and beyond that each field that its owner ticked.
//!
//! Invariant: what somebody does not show is not there. Others get a copy without it ([`Participant::seen_with`]), before
//! anything is searched, ordered or written into a mail.

use std::collections::BTreeSet;

use super::answer::AnswerKey;
use super::field::{self, FIELDS, Shown};
use super::participant::Participant;
use super::question::Question;

/// Something that others see only if its owner ticked it: a field, or what they wrote beside their topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShownField(&'static str);

impl ShownField {
    /// What somebody wrote beside the topics that they offer and seek.
    pub const TEXTS: ShownField = ShownField("texts");

    /// Every such field, in the order of the form.
    pub fn all() -> impl Iterator<Item = ShownField> {
        let ticked = FIELDS.iter().filter(|field| field.shown == Shown::IfTicked);
        ticked.map(|field| ShownField(field.code)).chain([ShownField::TEXTS])
    }

    /// As stored and in forms.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// Reads what [`ShownField::code`] wrote.
    pub fn parse(code: &str) -> Option<ShownField> {
        ShownField::all().find(|field| field.code() == code)
    }

    /// A key of its words: `-shown` is the tick, no end its name.
    pub fn word(self, end: &str) -> String {
        field::word(self.0, end)
    }
}

/// The fields that somebody ticked: none until they do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownFields(BTreeSet<ShownField>);

impl ShownFields {
    /// Every field.
    pub fn all() -> ShownFields {
        ShownFields(ShownField::all().collect())
    }

    /// Those with these codes; others are left out.
    pub fn read<'a>(codes: impl IntoIterator<Item = &'a str>) -> ShownFields {
        ShownFields(codes.into_iter().filter_map(ShownField::parse).collect())
    }

    /// Whether a field is shown.
    pub fn has(&self, field: ShownField) -> bool {
        self.0.contains(&field)
    }

    /// Those that are shown, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = ShownField> {
        ShownField::all().filter(move |field| self.has(*field))
    }

    /// Their codes.
    pub fn codes(&self) -> Vec<&'static str> {
        self.iter().map(ShownField::code).collect()
    }
}

/// How one participant knows of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// From the list: the name is there only if its owner ticked it.
    Listed,
    /// They meet, or the other one has asked for a meeting or told of a wish: then the name is known.
    Named,
}

impl Participant {
    /// The participant as another one sees them: what is hidden is not there at all, so that nothing finds it, says it
    /// or is ordered by it. An organisation that stands for itself has no name to hide. The address alone stays, which
    /// no page shows: whoever has none cannot be asked for a meeting. Of the answers to the event's own `questions` those are
    /// there that others may see, if the person is listed.
    pub fn seen_with(mut self, sight: Sight, questions: &[Question]) -> Participant {
        let profile = &mut self.profile;
        let ticked = |field| profile.listed && profile.shown.has(field);
        let texts = ticked(ShownField::TEXTS);
        let hidden: Vec<&'static str> = FIELDS
            .iter()
            .filter(|field| match field.shown {
                Shown::Listed => false,
                Shown::IfTicked if field.code == field::NAME && sight == Sight::Named => false,
                Shown::IfTicked => !ticked(ShownField(field.code)),
                Shown::Organisers => field.code != field::EMAIL,
            })
            .map(|field| field.code)
            .collect();
        for code in hidden {
            profile.person.set(AnswerKey::Field(code), None);
        }
        let seen = questions.iter().filter(|question| profile.listed && question.visible);
        let seen: Vec<AnswerKey> = seen.map(Question::key).collect();
        profile.person.answers.retain(|key| matches!(key, AnswerKey::Field(_)) || seen.contains(key));
        if !texts {
            profile.interests.iter_mut().for_each(|interest| interest.text.clear());
        }
        self
    }
}
