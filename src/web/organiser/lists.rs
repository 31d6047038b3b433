//! What the pages of an event's lists (participant types, topics, the agenda) have in common: the form for one label, and
//! the question before an entry is removed.

use askama::Template;

use super::frame::{RemovePage, address, again, below, label_in};
use crate::domain::event::Programme;
use crate::domain::event_input::{LabelInput, LocalisedInput};
use crate::domain::lang::Lang;
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::services::events;
use crate::services::programme::InUse;
use crate::web::error::{Answer, PageError};
use crate::web::page::Page;
use crate::web::visit::Visit;

/// The lists of the path's event.
pub(super) async fn lists(visit: &Visit) -> Result<Programme, PageError> {
    let access = visit.access()?.clone();
    visit.run(move |app| events::lists(app, &access)).await
}

/// A page with a list.
#[derive(Clone, Copy)]
pub(super) struct ListPage {
    /// Key of its word in the navigation.
    pub nav: &'static str,
    /// End of its address.
    pub end: &'static str,
    /// Whether two entries can be put together.
    pub merges: bool,
}

#[derive(Template)]
#[template(path = "organiser/label.html")]
struct LabelPage {
    page: Page,
    problems: Problems,
    title: String,
    languages: Vec<Lang>,
    input: LocalisedInput,
    opened: Opened,
    action: String,
    remove_url: String,
    merge_url: Option<String>,
    back: String,
}

/// The form for the label of the entry that the visit's address names, with the title of this key.
pub(super) fn show_label(
    visit: &Visit,
    list: ListPage,
    title: &str,
    typed: Typed<LabelInput>,
    problems: Problems,
) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let page = below(visit, access, list.nav, list.end)?.with_problems(&problems);
    let action = address(event, &format!("{}/{}", list.end, visit.part("id")));
    let template = LabelPage {
        title: page.t(title),
        languages: event.languages.clone(),
        input: typed.input.label,
        opened: typed.opened,
        remove_url: format!("{action}/remove"),
        merge_url: list.merges.then(|| format!("{action}/merge")),
        action,
        back: address(event, list.end),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// Asks before an entry is removed, with the text of this key: it says how many hang on the entry.
pub(super) fn show_remove(
    visit: &Visit,
    list: ListPage,
    text: &str,
    found: &InUse,
    problems: Problems,
) -> Answer {
    let access = visit.access()?;
    let page = below(visit, access, list.nav, list.end)?.with_problems(&problems);
    let label = label_in(&found.label, &page, access.event()).to_string();
    let template = RemovePage {
        title: page.t1("remove-title", "label", label),
        text: page.t1(text, "count", found.count),
        action: visit.path().to_string(),
        back: address(access.event(), list.end),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}
