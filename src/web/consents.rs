//! The questions about who sees somebody and what they agree to, in the registration and in *My event* alike.

use super::forms::Choice;
use super::page::Page;
use super::posted::Posted;
use crate::domain::consent::ConsentText;
use crate::domain::event::Event;
use crate::domain::lang::Lang;
use crate::domain::visibility::ShownField;
use crate::services::registrations::Permissions;

/// Whether somebody is in the list, and what it shows of them.
pub struct VisibilityFields {
    pub listed: bool,
    pub shown: Vec<Choice>,
}

impl VisibilityFields {
    /// The fields with what was ticked, by the codes of the fields that are shown.
    pub fn new(page: &Page, listed: bool, shown: &[String]) -> VisibilityFields {
        let choice = |field: ShownField| {
            let label = page.t(&field.word("-shown"));
            Choice::new(field.code(), label, shown.iter().any(|code| code == field.code()))
        };
        VisibilityFields { listed, shown: ShownField::all().map(choice).collect() }
    }
}

/// The codes of the fields to be shown, as posted.
pub fn shown(form: &Posted) -> Vec<String> {
    form.many("show")
}

/// The codes of the texts that were agreed to, as posted.
pub fn agreed(form: &Posted) -> Vec<String> {
    form.many("agree")
}

/// Who may see somebody and what they agree to, as posted; `lang` is the language of the page.
pub fn permissions(form: &Posted, lang: Lang) -> Permissions {
    Permissions { listed: form.has("listed"), shown: shown(form), agreed: agreed(form), lang }
}

/// The questions as they were answered, or with nothing ticked.
pub struct PermissionFields {
    pub visibility: VisibilityFields,
    pub consents: Vec<Choice>,
}

impl PermissionFields {
    /// The fields of what an event asks.
    pub fn new<'a>(
        page: &Page,
        event: &Event,
        asked: impl IntoIterator<Item = &'a ConsentText>,
        said: &Permissions,
    ) -> PermissionFields {
        PermissionFields {
            visibility: VisibilityFields::new(page, said.listed, &said.shown),
            consents: asked.into_iter().map(|text| choice(page, event, text, &said.agreed)).collect(),
        }
    }
}

/// A tick under a text of the event.
pub fn choice(page: &Page, event: &Event, text: &ConsentText, agreed: &[String]) -> Choice {
    let code = text.id().code();
    let ticked = agreed.contains(&code);
    Choice::new(code, words(page, event, text), ticked)
}

/// A text of the event as the page's reader reads it.
pub fn words(page: &Page, event: &Event, text: &ConsentText) -> String {
    text.text.get(page.lang, event.first_language()).to_string()
}
