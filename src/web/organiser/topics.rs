//! The topic list of an event.

use askama::Template;

use super::frame::{address, again, below, in_all, label_in, localised, part, problems_of};
use super::lists::{ListPage, lists, show_label, show_remove};
use crate::domain::event_input::LabelInput;
use crate::domain::ids::TopicId;
use crate::domain::opened::Typed;
use crate::domain::problems::{Message, Problems};
use crate::services::programme;
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/topics.html")]
struct TopicsPage {
    page: Page,
    problems: Problems,
    rows: Vec<Row>,
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
    let row = |topic: &crate::domain::event::Topic| Row {
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
        rows: lists.topics.iter().map(row).collect(),
        typed,
        help,
        action: address(event, "/topics"),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
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
    choices: Vec<Choice>,
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
    let others = lists.topics.iter().filter(|topic| topic.id != own && topic.parent.as_ref() != Some(&own));
    let typed = visit.form.one("into").to_string();
    let choices = others.map(|topic| {
        Choice::new(topic.id.as_str(), label_in(&topic.label, &page, event), topic.id.0 == typed)
    });
    let template = MergePage {
        title: page.t1("topic-merge-title", "label", label_in(&found.label, &page, event)),
        text: page.t1("topic-merge-text", "count", found.count),
        choices: choices.collect(),
        action: visit.path().to_string(),
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
