//! Who is in a meeting block, and putting many into it or taking them out at once.

use askama::Template;

use super::agenda::LIST;
use super::breaks;
use super::frame::{address, again, below, label_in};
use crate::domain::event::Event;
use crate::domain::ids::BlockId;
use crate::domain::problems::{Message, Problems};
use crate::services::attendance::{self, BlockPeople, Members, Presence};
use crate::web::error::Answer;
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/block_people.html")]
struct PeoplePage {
    page: Page,
    problems: Problems,
    title: String,
    lead: String,
    members: Vec<Choice>,
    action: String,
    back: String,
}

fn id(visit: &Visit) -> BlockId {
    BlockId(visit.part("id").to_string())
}

/// Who is in the block of the path.
pub async fn show(visit: Visit) -> Answer {
    page_of(&visit, Problems::new()).await
}

async fn page_of(visit: &Visit, problems: Problems) -> Answer {
    let access = visit.access()?;
    let (own, id) = (access.clone(), id(visit));
    let found = visit.run(move |app| attendance::people_of(app, &own, &id)).await?;
    let page = below(visit, access, LIST.nav, LIST.end)?.with_problems(&problems);
    let event = access.event();
    let label = label_in(&found.block.label, &page, event).to_string();
    let template = PeoplePage {
        title: page.t1("block-people-title", "label", label),
        lead: page.t2("block-people-lead", "inside", found.inside, "everyone", found.everyone),
        members: members(visit, &page, event, &found),
        action: visit.path().to_string(),
        back: address(event, LIST.end),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn members(visit: &Visit, page: &Page, event: &Event, found: &BlockPeople) -> Vec<Choice> {
    let chosen = visit.form.one("members").to_string();
    let choice = |members: Members, label: String| {
        let code = members.code();
        let is_chosen = code == chosen;
        Choice::new(code, label, is_chosen)
    };
    let everyone = page.t1("block-people-everyone", "people", found.everyone);
    let none = page.t1("block-people-none", "people", found.in_none);
    let others = found.others.iter().map(|(block, people)| {
        let label = label_in(&block.label, page, event).to_string();
        let text = page.t2("block-people-block", "label", label, "people", *people);
        choice(Members::InBlock(block.id.clone()), text)
    });
    [choice(Members::Everyone, everyone), choice(Members::InNone, none)].into_iter().chain(others).collect()
}

/// Puts those who are chosen into the block, or takes them out.
pub async fn submit(visit: Visit) -> Answer {
    let access = visit.access()?;
    let Some(members) = Members::parse(visit.form.one("members")) else {
        return page_of(&visit, Problems::one("members", Message::new("problem-block-members"))).await;
    };
    let presence = if visit.form.one("do") == "out" { Presence::TakeOut } else { Presence::Put };
    let (change, id, accepted) = (access.to_change()?, id(&visit), visit.accepted());
    let done =
        visit.attempt(move |app| attendance::set(app, &change, &id, (presence, &members), &accepted)).await?;
    let (page, back) = (below(&visit, access, LIST.nav, LIST.end), visit.path());
    match breaks::outcome(&visit, page, done, back, (back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => page_of(&visit, problems).await,
    }
}
