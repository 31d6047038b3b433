//! What participants see of each other: nothing of who is not listed, of who is listed the organisation and the topics,
//! and beyond that each field that its owner ticked.

use std::collections::BTreeSet;

use super::participant::Participant;

/// A field that others see only if its owner ticked it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShownField {
    /// The person's name.
    Name,
    City,
    /// What they wrote beside the topics that they offer and seek.
    Texts,
}

impl ShownField {
    /// Every such field.
    pub const ALL: [ShownField; 3] = [ShownField::Name, ShownField::City, ShownField::Texts];

    /// As stored and in forms; its word is `shown-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            ShownField::Name => "name",
            ShownField::City => "city",
            ShownField::Texts => "texts",
        }
    }

    /// Reads what [`ShownField::code`] wrote.
    pub fn parse(code: &str) -> Option<ShownField> {
        ShownField::ALL.into_iter().find(|field| field.code() == code)
    }
}

/// The fields that somebody ticked: none until they do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownFields(BTreeSet<ShownField>);

impl ShownFields {
    /// Every field.
    pub fn all() -> ShownFields {
        ShownFields(ShownField::ALL.into_iter().collect())
    }

    /// Those with these codes; others are left out.
    pub fn read<'a>(codes: impl IntoIterator<Item = &'a str>) -> ShownFields {
        ShownFields(codes.into_iter().filter_map(ShownField::parse).collect())
    }

    /// Whether a field is shown.
    pub fn has(&self, field: ShownField) -> bool {
        self.0.contains(&field)
    }

    /// The codes in the order of the fields.
    pub fn codes(&self) -> Vec<&'static str> {
        self.0.iter().map(|field| field.code()).collect()
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
    /// or is ordered by it. An organisation that stands for itself has no name to hide.
    pub fn seen_with(mut self, sight: Sight) -> Participant {
        let profile = &mut self.profile;
        let shows = |field| profile.listed && profile.shown.has(field);
        let (name, city, texts) =
            (shows(ShownField::Name), shows(ShownField::City), shows(ShownField::Texts));
        if sight == Sight::Listed && !name {
            profile.person.name.clear();
        }
        if !city {
            profile.person.city.clear();
        }
        if !texts {
            profile.interests.iter_mut().for_each(|interest| interest.text.clear());
        }
        self
    }
}
