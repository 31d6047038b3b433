//! What a participant agrees to, each purpose by itself.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::event_input::LocalisedInput;
use super::lang::{Lang, Localised};
use super::problems::Problems;
use super::text;
use super::visibility::ShownField;

/// Version of the program's own texts that a participant is shown or agrees to (`register-consent-text`, `register-listed`,
/// `register-listed-help`, `shown-…`, `field-…-shown`): a new one whenever their sense changes.
pub const CONSENT_VERSION: &str = "2026-3";

/// What was agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentPurpose {
    /// That the notice was shown on how answers are used for the event; it is no consent, and was asked as one before `2026-3`.
    Registration,
    /// To be in the list that other participants see.
    Listed,
    /// That a field is shown there.
    Shown(ShownField),
    /// Something that the organiser asks beside the registration.
    Optional(OptionalPurpose),
}

impl ConsentPurpose {
    /// As stored.
    pub fn code(self) -> String {
        match self {
            ConsentPurpose::Registration => "registration".to_string(),
            ConsentPurpose::Listed => "listed".to_string(),
            ConsentPurpose::Shown(field) => format!("shown_{}", field.code()),
            ConsentPurpose::Optional(purpose) => purpose.code().to_string(),
        }
    }

    /// Reads what [`ConsentPurpose::code`] wrote.
    pub fn parse(code: &str) -> Option<ConsentPurpose> {
        let own = [ConsentPurpose::Registration, ConsentPurpose::Listed].into_iter();
        let shown = ShownField::all().map(ConsentPurpose::Shown);
        let optional = OptionalPurpose::ALL.into_iter().map(ConsentPurpose::Optional);
        own.chain(shown).chain(optional).find(|one| one.code() == code)
    }
}

codes! {
    /// What an organiser can ask beside the registration; nobody has to agree.
    /// Its name is the word `consent-CODE`, the text that forms begin with `consent-CODE-text`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum OptionalPurpose {
        /// To be photographed and recorded.
        Photos = "photos",
        /// To get the organiser's newsletter.
        Newsletter = "newsletter",
        /// That the partners of the event get name and address.
        Partners = "partners",
    }
}

/// The text with which an event asks for something, in one of its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentText {
    pub purpose: OptionalPurpose,
    /// From 1.
    pub version: u32,
    pub text: Localised,
    /// Whether participants are asked now.
    pub asked: bool,
    pub created_at: DateTime<Utc>,
}

impl ConsentText {
    /// Which text it is.
    pub fn id(&self) -> ConsentTextId {
        ConsentTextId { purpose: self.purpose, version: self.version }
    }
}

/// Names a text of an event, as a tick under it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConsentTextId {
    pub purpose: OptionalPurpose,
    pub version: u32,
}

impl ConsentTextId {
    /// As forms send it: `photos-2`.
    pub fn code(self) -> String {
        format!("{}-{}", self.purpose.code(), self.version)
    }

    /// Reads what [`ConsentTextId::code`] wrote.
    pub fn parse(code: &str) -> Option<ConsentTextId> {
        let (purpose, version) = code.split_once('-')?;
        Some(ConsentTextId { purpose: OptionalPurpose::parse(purpose)?, version: version.parse().ok()? })
    }
}

/// That somebody agreed, or took it back.
#[derive(Debug, Clone)]
pub struct Consent {
    pub purpose: ConsentPurpose,
    /// Given, or taken back.
    pub given: bool,
    /// Which text it was: such as [`CONSENT_VERSION`], or the number of an event's own text.
    pub text_version: String,
    /// In which language the text was shown.
    pub lang: Lang,
    pub at: DateTime<Utc>,
}

/// What an organiser typed about one purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentTextInput {
    pub asked: bool,
    /// In the form, the language alone stands behind the purpose.
    #[serde(flatten)]
    pub text: LocalisedInput,
}

/// The form about all of them, by the codes of the purposes.
pub type ConsentTextsInput = BTreeMap<String, ConsentTextInput>;

impl ConsentTextInput {
    /// Checks the text, which must be there in the event's first language if it is asked. Problems are at
    /// `PURPOSE_LANGUAGE`.
    pub fn parse(&self, purpose: OptionalPurpose, first: Lang, problems: &mut Problems) -> Option<Localised> {
        let field = purpose.code();
        if self.asked {
            self.text.required_text(field, text::NOTE_MAX, first, "problem-consent-text-missing", problems)
        } else {
            self.text.text(field, text::NOTE_MAX, problems)
        }
    }
}
