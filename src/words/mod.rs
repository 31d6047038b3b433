//! The words of pages and mails: one catalogue for each language, written in Fluent, built into the program.

mod answers;
mod clocks;
mod dates;
mod numbers;
mod tables;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::lang::Lang;
use crate::domain::problems::Message;

pub use clocks::Clocks;
pub use dates::ZoneName;

macro_rules! catalogue {
    ($lang:literal) => {
        [
            include_str!(concat!("../../templates/words/", $lang, "/general.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/problems.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/acts.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/fields.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/questions.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/public.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/my.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/legal.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/mydata.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/people.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/messages.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/organiser.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/checklist.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/plan.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/consents.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/calendars.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/setup.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/logins.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/invitations.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/merging.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/import.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/rounds.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/interpreters.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/drafts.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/mail.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/mail_words.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/mailings.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/nudges.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/by_hand.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/door.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/session_invitations.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/agenda_files.ftl")),
            include_str!(concat!("../../templates/words/", $lang, "/print.ftl")),
        ]
    };
}

/// The source of a language's catalogue, file by file.
pub fn sources(lang: Lang) -> [&'static str; 33] {
    match lang {
        Lang::De => catalogue!("de"),
        Lang::En => catalogue!("en"),
        Lang::Fr => catalogue!("fr"),
    }
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 3]> = LazyLock::new(|| Lang::ALL.map(bundle));

fn bundle(lang: Lang) -> Bundle {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The marks would travel into mails and calendars, where some readers show them as boxes.
    bundle.set_use_isolating(false);
    let words = Words::of(lang);
    // `{ NUMBER($n) }` in the catalogue.
    let _ = bundle.add_function("NUMBER", move |values, _| match values.first() {
        Some(FluentValue::Number(number)) => words.number(number.value as i64).into(),
        Some(other) => other.clone(),
        None => FluentValue::Error,
    });
    for source in sources(lang) {
        // What a broken entry loses is found by the test that compares the catalogues.
        let resource = FluentResource::try_new(source.to_string()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The language.
    pub lang: Lang,
}

impl Words {
    /// The words of a language.
    pub fn of(lang: Lang) -> Words {
        Words { lang }
    }

    /// Whether the catalogue has a text for a key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle().get_message(key).and_then(|message| message.value()).is_some()
    }

    /// The text of a key. A key that is missing shows itself, in marks that the tests look for.
    pub fn t(&self, key: &str) -> String {
        self.text(key, &FluentArgs::new())
    }

    /// The text of a key with one argument; whole numbers choose plural forms.
    pub fn t1(&self, key: &str, name: &str, value: impl ToString) -> String {
        self.text(key, &arguments([(name, value.to_string())]))
    }

    /// The text of a key with two arguments.
    pub fn t2(
        &self,
        key: &str,
        name: &str,
        value: impl ToString,
        name2: &str,
        value2: impl ToString,
    ) -> String {
        self.text(key, &arguments([(name, value.to_string()), (name2, value2.to_string())]))
    }

    /// The text of a key with any number of arguments.
    pub fn tn(&self, key: &str, values: &[(&str, String)]) -> String {
        self.text(key, &arguments(values.iter().map(|(name, value)| (*name, value.clone()))))
    }

    /// The text of a message.
    pub fn message(&self, message: &Message) -> String {
        let also = message.also.iter().map(|other| self.message(other));
        std::iter::once(self.tn(message.key, &message.args)).chain(also).collect::<Vec<_>>().join(" ")
    }

    fn bundle(&self) -> &'static Bundle {
        match self.lang {
            Lang::De => &BUNDLES[0],
            Lang::En => &BUNDLES[1],
            Lang::Fr => &BUNDLES[2],
        }
    }

    fn text(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("⟦{key}⟧");
        };
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(args), &mut errors).into_owned()
    }
}

fn arguments<'a>(values: impl IntoIterator<Item = (&'a str, String)>) -> FluentArgs<'a> {
    values.into_iter().map(|(name, value)| (name.to_string(), fluent(value))).collect()
}

fn fluent(value: String) -> FluentValue<'static> {
    match value.parse::<i64>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}
