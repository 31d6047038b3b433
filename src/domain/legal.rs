//! What the law asks whoever keeps data of people to say (GDPR, Article 13; the imprint of a site): who is responsible, whom to
//! ask, who gets data, on which basis. An installation says it for all its events, an event for itself where it differs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::event_input::LocalisedInput;
use super::lang::Lang;
use super::lawful_basis::Basis;
use super::personal_data::{Entry, REGISTER};
use super::problems::{Message, Problems};
use super::text;

codes! {
    /// Something that is to be said. Its heading is the word `legal-CODE`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum LegalText {
        /// Name, postal address and a way to reach whoever is responsible for the data.
        Controller = "controller",
        /// Who watches over data protection there, if somebody does.
        Officer = "officer",
        /// Who else gets or processes data: a host, a mail provider.
        Recipients = "recipients",
        /// Where to complain.
        Authority = "authority",
        /// Who answers for the pages.
        Imprint = "imprint",
        /// Which public task or which interest the data is needed for, where that is the basis.
        Grounds = "grounds",
    }
}

impl LegalText {
    /// Whether nothing must be missing here before an event opens: not everybody has an officer, and a contract needs no
    /// further ground.
    pub fn is_needed(self) -> bool {
        !matches!(self, LegalText::Officer | LegalText::Grounds)
    }
}

codes! {
    /// Why data may be kept that nobody has to agree to (GDPR, Article 6). Its words are `stored-basis-CODE`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum LegalBasis {
        /// The person registers: 6 (1) b.
        Contract = "registration",
        /// A task in the public interest, as a ministry has: 6 (1) e.
        PublicTask = "task",
        /// The organiser's interest in an event that runs well: 6 (1) f.
        Interest = "interest",
    }
}

/// What is said, as it is typed and stored; empty where nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LegalNotice {
    pub controller: LocalisedInput,
    pub officer: LocalisedInput,
    pub recipients: LocalisedInput,
    pub authority: LocalisedInput,
    pub imprint: LocalisedInput,
    pub grounds: LocalisedInput,
    /// Codes of the bases of purposes, by the codes of these in the register.
    pub basis: BTreeMap<String, String>,
}

/// The purposes whose basis is the organiser's to name: nobody has to agree to them, and no law demands them.
pub fn purposes() -> impl Iterator<Item = &'static Entry> {
    REGISTER.iter().filter(|entry| matches!(entry.basis, Basis::Registration | Basis::Interest))
}

impl LegalNotice {
    /// What is said of something.
    pub fn text(&self, of: LegalText) -> &LocalisedInput {
        match of {
            LegalText::Controller => &self.controller,
            LegalText::Officer => &self.officer,
            LegalText::Recipients => &self.recipients,
            LegalText::Authority => &self.authority,
            LegalText::Imprint => &self.imprint,
            LegalText::Grounds => &self.grounds,
        }
    }

    fn text_mut(&mut self, of: LegalText) -> &mut LocalisedInput {
        match of {
            LegalText::Controller => &mut self.controller,
            LegalText::Officer => &mut self.officer,
            LegalText::Recipients => &mut self.recipients,
            LegalText::Authority => &mut self.authority,
            LegalText::Imprint => &mut self.imprint,
            LegalText::Grounds => &mut self.grounds,
        }
    }

    /// The same in a reader's language, or in the first one in which it is said.
    pub fn said(&self, of: LegalText, lang: Lang) -> &str {
        let text = self.text(of);
        let all = [lang, Lang::De, Lang::En, Lang::Fr].map(|lang| text.get(lang));
        all.into_iter().find(|said| !said.is_empty()).unwrap_or_default()
    }

    /// The basis of a purpose: what is said, else what the register says; none where it is not the organiser's to name.
    pub fn basis_of(&self, entry: &Entry) -> Option<LegalBasis> {
        let usual = match entry.basis {
            Basis::Registration => LegalBasis::Contract,
            Basis::Interest => LegalBasis::Interest,
            Basis::Consent | Basis::ExplicitConsent | Basis::Duty => return None,
        };
        Some(self.basis.get(entry.code).and_then(|code| LegalBasis::parse(code)).unwrap_or(usual))
    }

    /// What an event says for itself, and for the rest what the installation says.
    pub fn over(mut self, installation: &LegalNotice) -> LegalNotice {
        for of in LegalText::ALL {
            if self.said(of, Lang::En).is_empty() {
                *self.text_mut(of) = installation.text(of).clone();
            }
        }
        for (purpose, basis) in &installation.basis {
            self.basis.entry(purpose.clone()).or_insert_with(|| basis.clone());
        }
        self
    }

    /// What is needed and said in no language.
    pub fn missing(&self) -> Vec<LegalText> {
        let all = LegalText::ALL.into_iter();
        all.filter(|of| of.is_needed() && self.said(*of, Lang::En).is_empty()).collect()
    }

    /// Checks what was typed; nothing has to be there.
    pub fn parse(&self) -> Result<LegalNotice, Problems> {
        let mut problems = Problems::new();
        let mut notice = LegalNotice::default();
        for of in LegalText::ALL {
            if let Some(text) = self.text(of).text(of.code(), text::LONG_MAX, &mut problems) {
                *notice.text_mut(of) = LocalisedInput::of(&text);
            }
        }
        for (purpose, basis) in self.basis.iter().filter(|(_, basis)| !basis.is_empty()) {
            let is_known =
                purposes().any(|entry| entry.code == purpose) && LegalBasis::parse(basis).is_some();
            if is_known {
                notice.basis.insert(purpose.clone(), basis.clone());
            } else {
                problems.add(format!("basis_{purpose}"), Message::new("problem-legal-basis"));
            }
        }
        if problems.is_empty() { Ok(notice) } else { Err(problems) }
    }
}
