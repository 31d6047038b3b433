//! Which pairs are allowed at all: rules of the event, and what people said of each other.

use std::collections::BTreeMap;

/// What the event allows. Two people of one organisation and blocked pairs are never allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    pub countries: CountryRule,
    pub languages: LanguageRule,
    pub earlier_meetings: EarlierMeetings,
    pub types: TypeMatrix,
}

/// Whether two people of one country may meet. Someone whose country is not known may meet everyone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountryRule {
    #[default]
    Any,
    OnlyDifferent,
}

/// Whether a pair needs a language in common. Someone who named no language then has none in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LanguageRule {
    #[default]
    Any,
    Shared,
}

/// Whether two people who met in an earlier round may meet again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EarlierMeetings {
    Allowed,
    #[default]
    Excluded,
}

/// What the organiser said of a pair of participant types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TypeRule {
    #[default]
    Allowed,
    Wanted,
    Excluded,
}

/// The organiser's matrix of participant types; a pair of types it does not name is allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypeMatrix {
    rules: BTreeMap<(u16, u16), TypeRule>,
}

impl TypeMatrix {
    /// Sets the rule for two types, whichever comes first.
    pub fn set(&mut self, one: u16, other: u16, rule: TypeRule) {
        self.rules.insert((one.min(other), one.max(other)), rule);
    }

    /// The rule for two types; allowed where a type is not known.
    pub fn rule(&self, one: Option<u16>, other: Option<u16>) -> TypeRule {
        let (Some(one), Some(other)) = (one, other) else {
            return TypeRule::Allowed;
        };
        let key = (one.min(other), one.max(other));
        self.rules.get(&key).copied().unwrap_or_default()
    }
}

/// What is known between people, by their places in the list of profiles. A pair with a place the
/// list does not have, or of a person with themself, is ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relations {
    /// `(a, b)`: a wishes to meet b. Wishes both ways are mutual; hand in an accepted wish both ways.
    pub wishes: Vec<(u32, u32)>,
    /// `(a, b)`: a does not wish to meet b. Either direction excludes the pair.
    pub blocks: Vec<(u32, u32)>,
    /// Pairs who met in an earlier round.
    pub earlier: Vec<(u32, u32)>,
}

/// Why two people may not meet. Tell a participant of a block only if it is their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum WhyNot {
    #[error("one of the two is not among the participants")]
    UnknownPerson,
    #[error("it is the same person")]
    SamePerson,
    #[error("both speak for the same organisation")]
    SameOrganisation,
    #[error("one of the two does not wish to meet the other")]
    Blocked,
    #[error("the event does not pair these two participant types")]
    TypesExcluded,
    #[error("both are from the same country")]
    SameCountry,
    #[error("they have no language in common")]
    NoSharedLanguage,
    #[error("they met in an earlier round")]
    MetBefore,
}
