//! My wishes and those for me; wishing for somebody, excluding somebody, declining a wish, and taking it back.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use askama::Template;

use super::cards::{Card, Relation};
use super::{breaks, frame, open, path, person};
use crate::domain::ids::ParticipantId;
use crate::domain::wish::WishKind;
use crate::services::directory;
use crate::services::my_event::MyEvent;
use crate::services::wishes::{self, WishError, WishInput, WishList};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::session::own_path;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "my/wishes.html")]
struct WishesPage {
    page: Page,
    groups: Vec<Group>,
    pager: Pager,
    wishes: String,
    people: String,
    back: String,
}

/// People of whom the same is said.
struct Group {
    title: String,
    lead: String,
    cards: Vec<Card>,
}

/// Shows them.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let me = mine.participant.id.clone();
    let own = me.clone();
    let wishes = visit.run(move |app| wishes::list(app, &own)).await?;
    let named = named_in(&wishes);
    let pager = List::ONLY.pager(&visit, named.len());
    let shown: Vec<ParticipantId> = pager.cut(named).collect();
    let people = visit.run(move |app| directory::people(app, &me, &shown)).await?;
    let page = frame(&visit, &mine);
    let groups = GROUPS.into_iter().map(|relation| {
        let own = people.iter().filter(|other| Relation::of(&wishes, &other.id) == relation);
        let cards = own.map(|other| Card::new(&page, &mine, &wishes, other, &[])).collect();
        let key = match relation {
            Relation::Wished => "wishes-for-me",
            Relation::Mutual => "wishes-mutual",
            Relation::Wish | Relation::Nothing => "wishes-mine",
            Relation::Block => "wishes-blocks",
        };
        Group { title: page.t(key), lead: page.t(&format!("{key}-lead")), cards }
    });
    visit.show(&WishesPage {
        groups: groups.filter(|group| !group.cards.is_empty()).collect(),
        pager,
        wishes: path(&mine, "/wishes"),
        people: path(&mine, "/people"),
        back: path(&mine, "/wishes"),
        page,
    })
}

/// What is said of somebody, in the order of the page.
const GROUPS: [Relation; 4] = [Relation::Wished, Relation::Mutual, Relation::Wish, Relation::Block];

/// Everyone of whom something is said, group by group.
fn named_in(wishes: &WishList) -> Vec<ParticipantId> {
    let authors = wishes.for_me.iter().map(|wish| wish.from.clone());
    let mut seen = BTreeSet::new();
    let all = authors.chain(wishes.mine.iter().map(|wish| wish.to.clone()));
    let mut all: Vec<ParticipantId> = all.filter(|id| seen.insert(id.clone())).collect();
    all.sort_by_cached_key(|id| {
        let relation = Relation::of(wishes, id);
        GROUPS.iter().position(|group| *group == relation)
    });
    all
}

/// Takes a wish, a block, a decline, or what takes a wish or block back.
pub async fn submit(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let me = mine.access.clone();
    let other = ParticipantId(visit.form.one("to").to_string());
    let ours = [path(&mine, "/people"), path(&mine, "/wishes"), path(&mine, "/slots")];
    let back = match own_path(visit.form.one("back")) {
        Some(there) if ours.iter().any(|page| there.starts_with(page)) => there.to_string(),
        _ => path(&mine, "/people"),
    };
    match (visit.form.one("kind"), WishKind::parse(visit.form.one("kind"))) {
        (_, Some(kind)) => put(&visit, &mine, other, kind, &back).await,
        ("decline", None) => {
            visit.run(move |app| wishes::decline(app, &me, &other)).await?;
            Ok(visit.see_with(&back, "declined"))
        }
        (_, None) => {
            visit.run(move |app| wishes::remove(app, &me, &other)).await?;
            Ok(visit.see_with(&back, "taken-back"))
        }
    }
}

async fn put(visit: &Visit, mine: &MyEvent, other: ParticipantId, kind: WishKind, back: &str) -> Answer {
    let (me, to) = (mine.access.clone(), other.clone());
    let input =
        WishInput { kind, message: visit.form.one("message").to_string(), shown: visit.form.has("shown") };
    let accepted = visit.accepted();
    match visit.attempt(move |app| wishes::put(app, &me, &to, &input, &accepted)).await? {
        Ok(saved) => {
            let done = visit.see_with(back, kind.code());
            breaks::follow(visit, mine, saved.broken, done).await
        }
        Err(WishError::Breaks(broken)) => breaks::ask(visit, mine, &broken, back),
        Err(WishError::Invalid(problems)) => {
            person::page_of(visit, mine, &other, StatusCode::UNPROCESSABLE_ENTITY, problems).await
        }
        Err(WishError::Nobody) => Err(PageError::NotFound),
        Err(WishError::Fault(fault)) => Err(fault.into()),
    }
}
