//! What a participant agrees to, each purpose by itself.

use chrono::{DateTime, Utc};

use super::lang::Lang;

/// Version of the texts that a participant agrees to (`register-consent-text`, `register-consent`, `register-listed`,
/// `register-listed-help`): a new one whenever their sense changes.
pub const CONSENT_VERSION: &str = "2026-1";

/// What was agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentPurpose {
    /// That the answers are used for the event.
    Registration,
    /// To be shown to other participants.
    Listed,
}

impl ConsentPurpose {
    /// As stored, and part of its name in the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            ConsentPurpose::Registration => "registration",
            ConsentPurpose::Listed => "listed",
        }
    }

    /// Reads what [`ConsentPurpose::code`] wrote.
    pub fn parse(code: &str) -> Option<ConsentPurpose> {
        [ConsentPurpose::Registration, ConsentPurpose::Listed].into_iter().find(|one| one.code() == code)
    }
}

/// That somebody agreed, or took it back.
#[derive(Debug, Clone)]
pub struct Consent {
    pub purpose: ConsentPurpose,
    /// Given, or taken back.
    pub given: bool,
    /// Which text it was, such as [`CONSENT_VERSION`].
    pub text_version: String,
    /// In which language the text was shown.
    pub lang: Lang,
    pub at: DateTime<Utc>,
}
