//! The three languages of the interface, and texts that an organiser gives in one or more of them.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::text::search_key;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// German.
    De,
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Lang; 3] = [Lang::De, Lang::En, Lang::Fr];

    /// The two-letter code of ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Lang::De => "de",
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::De => "Deutsch",
            Lang::En => "English",
            Lang::Fr => "Français",
        }
    }

    /// Reads a code such as `de`, `de-AT` or `FR`.
    pub fn parse(code: &str) -> Option<Lang> {
        let primary = code.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        Lang::ALL.into_iter().find(|lang| lang.code() == primary)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text in one to three languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Localised(BTreeMap<Lang, String>);

impl Localised {
    /// A text in one language.
    pub fn one(lang: Lang, text: impl Into<String>) -> Localised {
        Localised::default().with(lang, text)
    }

    /// The same text with another language added; an empty text is left out.
    pub fn with(mut self, lang: Lang, text: impl Into<String>) -> Localised {
        let text = text.into();
        if !text.is_empty() {
            self.0.insert(lang, text);
        }
        self
    }

    /// The text in exactly this language.
    pub fn exact(&self, lang: Lang) -> Option<&str> {
        self.0.get(&lang).map(String::as_str)
    }

    /// The text in `lang`, else in `fallback`, else in any language; empty if there is none.
    pub fn get(&self, lang: Lang, fallback: Lang) -> &str {
        self.exact(lang)
            .or_else(|| self.exact(fallback))
            .or_else(|| self.0.values().next().map(String::as_str))
            .unwrap_or_default()
    }

    /// The language of what [`Localised::get`] gives.
    pub fn language(&self, lang: Lang, fallback: Lang) -> Lang {
        let there = [lang, fallback].into_iter().find(|one| self.exact(*one).is_some());
        there.or_else(|| self.0.keys().next().copied()).unwrap_or(fallback)
    }

    /// The languages that have a text, in the order in which they are offered.
    pub fn languages(&self) -> Vec<Lang> {
        self.0.keys().copied().collect()
    }

    /// Whether something holds of the text in one of its languages.
    pub fn is_any(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.0.values().any(|text| holds(text))
    }

    /// Whether two texts say the same in a language that both have.
    pub fn says_same(&self, other: &Localised) -> bool {
        let both = |lang| self.exact(lang).zip(other.exact(lang));
        Lang::ALL.into_iter().filter_map(both).any(|(x, y)| search_key(x) == search_key(y))
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
