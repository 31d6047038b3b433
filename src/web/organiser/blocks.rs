//! The form for a meeting block.

use super::agenda::{Beside, LIST, done, show_entry};
use super::breaks;
use super::frame::{address, below, label_in, localised, part, problems_of};
use super::lists::{lists, show_remove};
use crate::domain::agenda_input::BlockInput;
use crate::domain::event::{Event, Programme};
use crate::domain::ids::BlockId;
use crate::domain::opened::Typed;
use crate::domain::problems::Problems;
use crate::services::agenda;
use crate::services::attendance::Members;
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::posted::Posted;
use crate::web::visit::Visit;

fn input(form: &Posted) -> BlockInput {
    let field = |name: &str| form.one(name).to_string();
    BlockInput {
        label: localised(form, "label"),
        date: field("date"),
        starts: field("starts"),
        slot_minutes: field("slot_minutes"),
        pause_minutes: field("pause_minutes"),
        slot_count: field("slot_count"),
    }
}

fn id(visit: &Visit) -> BlockId {
    BlockId(visit.part("id").to_string())
}

/// A new block, with the lengths of the last one.
pub async fn new_block(visit: Visit) -> Answer {
    let lists = lists(&visit).await?;
    let event = visit.access()?.event();
    let usual = BlockInput {
        date: event.starts_on.to_string(),
        slot_minutes: "20".to_string(),
        pause_minutes: "5".to_string(),
        slot_count: "6".to_string(),
        ..BlockInput::default()
    };
    let input = match lists.blocks.last().map(|block| BlockInput::of(block, event.time_zone)) {
        Some(last) => BlockInput { date: last.date, slot_minutes: last.slot_minutes, ..usual },
        None => usual,
    };
    let members = members(&visit, &lists)?;
    show_entry(&visit, Typed::from(input), Problems::new(), members)
}

/// Who may be meant to be in a new block.
fn members(visit: &Visit, lists: &Programme) -> Result<Beside, PageError> {
    let access = visit.access()?;
    let page = part(visit, access)?;
    Ok(Beside { members: member_choices(visit, &page, access.event(), lists), ..Beside::default() })
}

/// The same as choices.
pub(super) fn member_choices(visit: &Visit, page: &Page, event: &Event, lists: &Programme) -> Vec<Choice> {
    let chosen = Members::parse(visit.form.one("members")).unwrap_or(Members::Everyone);
    let choice = |members: Members, label: String| Choice::new(members.code(), label, members == chosen);
    let of_blocks = lists.blocks.iter().map(|block| {
        let label = label_in(&block.label, page, event).to_string();
        choice(Members::InBlock(block.id.clone()), page.t1("block-members-block", "label", label))
    });
    let everyone = choice(Members::Everyone, page.t("block-members-everyone"));
    let nobody = choice(Members::Nobody, page.t("block-members-nobody"));
    std::iter::once(everyone).chain(of_blocks).chain([nobody]).collect()
}

/// Adds a block.
pub async fn add(visit: Visit) -> Answer {
    let access = visit.access()?;
    let change = access.to_change()?;
    let typed = input(&visit.form);
    let given = typed.clone();
    let who = Members::parse(visit.form.one("members")).unwrap_or(Members::Everyone);
    match visit.attempt(move |app| agenda::add_block(app, &change, &given, &who)).await? {
        Ok(()) => Ok(done(&visit, access.event(), "added")),
        Err(error) => {
            let beside = members(&visit, &lists(&visit).await?)?;
            show_entry(&visit, Typed::from(typed), problems_of(error)?, beside)
        }
    }
}

/// The block of the path as it is stored.
async fn stored(visit: &Visit) -> Result<BlockInput, PageError> {
    let (lists, id) = (lists(visit).await?, id(visit));
    let found = lists.blocks.iter().find(|block| block.id == id).ok_or(PageError::NotFound)?;
    Ok(BlockInput::of(found, visit.access()?.event().time_zone))
}

/// One block to be changed.
pub async fn form(visit: Visit) -> Answer {
    show_entry(&visit, Typed::fresh(stored(&visit).await?), Problems::new(), beside(&visit))
}

/// Where it stands who is in the block.
fn beside(visit: &Visit) -> Beside {
    Beside { people_url: Some(format!("{}/people", visit.path())), ..Beside::default() }
}

/// Changes a block.
pub async fn update(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let typed = visit.typed(input(&visit.form));
    let (given, accepted) = (typed.clone(), visit.accepted());
    let back = address(access.event(), LIST.end);
    let done = visit.attempt(move |app| agenda::update_block(app, &change, &id, &given, &accepted)).await?;
    let page = below(&visit, access, LIST.nav, LIST.end);
    match breaks::outcome(&visit, page, done, visit.path(), (&back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => show_entry(&visit, typed.again(&stored(&visit).await?), problems, beside(&visit)),
    }
}

/// Asks before a block is removed.
pub async fn ask_remove(visit: Visit) -> Answer {
    ask_with(&visit, Problems::new()).await
}

async fn ask_with(visit: &Visit, problems: Problems) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(visit));
    let found = visit.run(move |app| agenda::block_in_use(app, &change, &id)).await?;
    show_remove(visit, LIST, "remove-block-text", &found, problems)
}

/// Removes a block.
pub async fn remove(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, id) = (access.to_change()?, id(&visit));
    let (back, accepted) = (address(access.event(), LIST.end), visit.accepted());
    let done = visit.attempt(move |app| agenda::delete_block(app, &change, &id, &accepted)).await?;
    let page = below(&visit, access, LIST.nav, LIST.end);
    match breaks::outcome(&visit, page, done, &back, (&back, "removed")).await {
        Ok(answer) => answer,
        Err(problems) => ask_with(&visit, problems).await,
    }
}
