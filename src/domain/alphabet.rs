//! The order of names in a reader's language: Ö stands beside O, Ł beside L, and capitals do not matter.

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use super::lang::Lang;
use super::search;

/// Puts texts into the order of a language.
pub struct Alphabet(Option<CollatorBorrowed<'static>>);

/// Where somebody stands in a list: who has neither name nor organisation comes last.
pub type Place = (bool, Vec<u8>, Vec<u8>);

impl Alphabet {
    /// That of a language.
    pub fn of(lang: Lang) -> Alphabet {
        let locale = match lang {
            Lang::De => locale!("de"),
            Lang::En => locale!("en"),
            Lang::Fr => locale!("fr"),
        };
        Alphabet(
            CollatorBorrowed::try_new(CollatorPreferences::from(locale), CollatorOptions::default()).ok(),
        )
    }

    /// What texts are sorted by.
    pub fn key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        match &self.0 {
            Some(collator) => {
                // Writing into memory does not fail.
                let _ = collator.write_sort_key_to(text, &mut key);
            }
            // The data of every language is in the program; without it the order would be a plainer one.
            None => key = search::key(&[text]).into_bytes(),
        }
        key
    }

    /// Where a person stands by name. Who has none stands among the names by the organisation, as lists show them.
    pub fn by_name(&self, name: &str, organisation: &str) -> Place {
        let title = if name.is_empty() { organisation } else { name };
        (title.is_empty(), self.key(title), self.key(organisation))
    }

    /// Where a person stands by organisation.
    pub fn by_organisation(&self, name: &str, organisation: &str) -> Place {
        let title = if organisation.is_empty() { name } else { organisation };
        (title.is_empty(), self.key(title), self.key(name))
    }
}
