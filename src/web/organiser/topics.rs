//! The topic list of an event.

use askama::Template;

use super::frame::{address, again, below, in_all, label_in, localised, part, problems_of};
use super::lists::{ListPage, lists, show_label, show_remove};
use crate::domain::event::{Event, Programme, Topic};
use crate::domain::event_input::LabelInput;
use crate::domain::ids::TopicId;
use crate::domain::opened::Typed;
use crate::domain::problems::{Message, Problems};
use crate::domain::search::{self, Wanted};
use crate::domain::text;
use crate::services::programme;
use crate::web::error::{Answer, PageError};
use crate::web::forms::{Choice, Pager};
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/topics.html")]
struct TopicsPage {
    page: Page,
    problems: Problems,
    /// How many topics there are.
    count: usize,
    search: String,
    rows: Vec<Row>,
    pager: Pager,
    /// What was typed into the list of new ones.
    typed: String,
    help: String,
    action: String,
}

struct Row {
    url: String,
    label: String,
    is_child: bool,
}

/// The list, and a field for more.
pub async fn list(visit: Visit) -> Answer {
    show(&visit, String::new(), Problems::new()).await
}

async fn show(visit: &Visit, typed: String, problems: Problems) -> Answer {
    let lists = lists(visit).await?;
    let access = visit.access()?;
    let event = access.event();
    let page = part(visit, access)?.with_problems(&problems);
    let search = text::line(visit.query.one("search"));
    let found = fitting(&lists, event, &search);
    let pager = List::ONLY.pager(visit, found.len());
    let row = |topic: &Topic| Row {
        url: address(event, &format!("/topics/{}", topic.id)),
        label: in_all(&topic.label, event),
        is_child: topic.parent.is_some(),
    };
    let help = match event.languages.as_slice() {
        [_] => page.t("topics-help"),
        several => {
            let form: Vec<&str> = several.iter().map(|lang| lang.own_name()).collect();
            page.t1("topics-help-languages", "form", form.join(" | "))
        }
    };
    let template = TopicsPage {
        count: lists.topics.len(),
        rows: pager.cut(found).map(row).collect(),
        search,
        pager,
        typed,
        help,
        action: address(event, "/topics"),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// The topics in which all words stand, or in them and their main topic together; in any of the event's languages.
fn fitting<'a>(lists: &'a Programme, event: &Event, search: &str) -> Vec<&'a Topic> {
    let wanted = Wanted::of(search);
    if wanted.is_anything() {
        return lists.topics.iter().collect();
    }
    let mut main = String::new();
    let fits = |topic: &&Topic| {
        let label = in_all(&topic.label, event);
        let above = if topic.parent.is_some() { main.as_str() } else { "" };
        let fits = wanted.fits(&search::key(&[&label, above]));
        if topic.parent.is_none() {
            main = label;
        }
        fits
    };
    lists.topics.iter().filter(fits).collect()
}

/// Adds a pasted list.
pub async fn add(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let typed = visit.form.one("topics").to_string();
    let given = typed.clone();
    match visit.attempt(move |app| programme::add_topics(app, &change, &given)).await? {
        Ok(_) => Ok(visit.see_with(&address(access.event(), "/topics"), "added")),
        Err(error) => show(&visit, typed, problems_of(error)?).await,
    }
}

const LIST: ListPage = ListPage { nav: "nav-topics", end: "/topics", merges: true };

fn id(visit: &Visit) -> TopicId {
    TopicId(visit.part("id").to_string())
}

/// One topic to be changed.
pub async fn form(visit: Visit) -> Answer {
    show_one(&visit, Typed::fresh(stored(&visit).await?), Problems::new())
}

/// The topic of the path as it is stored.
async fn stored(visit: &Visit) -> Result<LabelInput, PageError> {
    let (lists, id) = (lists(visit).await?, id(visit));
    let found = lists.topics.iter().find(|topic| topic.id == id).ok_or(PageError::NotFound)?;
    Ok(LabelInput::of(&found.label))
}

fn show_one(visit: &Visit, typed: Typed<LabelInput>, problems: Problems) -> Answer {
    show_label(visit, LIST, "topic-title", typed, problems)
}

/// Changes a topic's label.
pub async fn update(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let typed = visit.typed(LabelInput { label: localised(&visit.form, "label") });
    let given = typed.clone();
    match visit.attempt(move |app| programme::update_topic(app, &change, &id, &given)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/topics"), "saved")),
        Err(error) => show_one(&visit, typed.again(&stored(&visit).await?), problems_of(error)?),
    }
}

#[derive(Template)]
#[template(path = "organiser/topic_merge.html")]
struct MergePage {
    page: Page,
    problems: Problems,
    title: String,
    text: String,
    /// How many others there are.
    count: usize,
    search: String,
    choices: Vec<Choice>,
    pager: Pager,
    path: String,
    action: String,
    back: String,
}

/// Asks to which topic another one is put.
pub async fn ask_merge(visit: Visit) -> Answer {
    show_merge(&visit, Problems::new()).await
}

async fn show_merge(visit: &Visit, problems: Problems) -> Answer {
    let access = visit.access()?;
    let (change, id, own) = (access.to_change()?, id(visit), id(visit));
    let found = visit.run(move |app| programme::topic_in_use(app, &change, &id)).await?;
    let lists = lists(visit).await?;
    let event = access.event();
    let page = below(visit, access, LIST.nav, LIST.end)?.with_problems(&problems);
    let search = text::line(visit.query.one("search"));
    let is_other = |topic: &&Topic| topic.id != own && topic.parent.as_ref() != Some(&own);
    let others: Vec<&Topic> = fitting(&lists, event, &search).into_iter().filter(is_other).collect();
    let pager = List::ONLY.pager(visit, others.len());
    let typed = visit.form.one("into").to_string();
    let choices = pager.cut(others).map(|topic| {
        Choice::new(topic.id.as_str(), label_in(&topic.label, &page, event), topic.id.0 == typed)
    });
    let template = MergePage {
        title: page.t1("topic-merge-title", "label", label_in(&found.label, &page, event)),
        text: page.t1("topic-merge-text", "count", found.count),
        count: lists.topics.iter().filter(is_other).count(),
        choices: choices.collect(),
        search,
        pager,
        path: visit.path().to_string(),
        // With what was searched, should it be shown again.
        action: visit.address.clone(),
        back: address(event, LIST.end),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// Puts a topic to another one.
pub async fn merge(visit: Visit) -> Answer {
    let access = visit.access()?;
    let into = visit.form.one("into").to_string();
    if into.is_empty() {
        return show_merge(&visit, Problems::one("into", Message::new("problem-topic-merge"))).await;
    }
    let (change, id) = (access.to_change()?, id(&visit));
    match visit.attempt(move |app| programme::merge_topics(app, &change, &id, &TopicId(into))).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/topics"), "saved")),
        Err(error) => show_merge(&visit, problems_of(error)?).await,
    }
}

/// Asks before a topic is removed.
pub async fn ask_remove(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let found = visit.run(move |app| programme::topic_in_use(app, &change, &id)).await?;
    show_remove(&visit, LIST, "remove-topic-text", &found, Problems::new())
}

/// Removes a topic.
pub async fn remove(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    match visit.attempt(move |app| programme::delete_topic(app, &change, &id)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/topics"), "removed")),
        Err(error) => show(&visit, String::new(), problems_of(error)?).await,
    }
}
