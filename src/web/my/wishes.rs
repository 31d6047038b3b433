//! My wishes and those for me; wishing for somebody, excluding somebody, declining a wish, and taking it back.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use askama::Template;

use super::cards::{Card, Reader, Relation};
use super::{breaks, frame, open, path, people, person};
use crate::domain::ids::ParticipantId;
use crate::domain::wish::WishKind;
use crate::services::directory;
use crate::services::my_event::MyEvent;
use crate::services::schedule;
use crate::services::ties::{self, Ties};
use crate::services::wishes::{self, WishError, WishInput};
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
    is_published: bool,
    back: String,
}

/// As many people on a page as in the list of people.
const SHOWN: List = List { size: people::PAGE, ..List::ONLY };

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
    let asking = mine.clone();
    let ties = visit.run(move |app| ties::of(app, &asking)).await?;
    let named = named_in(&ties);
    let pager = SHOWN.pager(&visit, named.len());
    let shown: Vec<ParticipantId> = pager.cut(named).collect();
    let people = visit.run(move |app| directory::people(app, &me, &shown)).await?;
    let page = frame(&visit, &mine);
    let reader = Reader::new(&visit, &page, &mine, &ties);
    let groups = PARTS.into_iter().map(|part| {
        let own = people.iter().filter(|other| Part::of(&ties, &other.id) == part);
        let cards = own.map(|other| Card::new(&reader, other, &[])).collect();
        let key = part.word();
        Group { title: page.t(key), lead: page.t(&format!("{key}-lead")), cards }
    });
    visit.show(&WishesPage {
        groups: groups.filter(|group| !group.cards.is_empty()).collect(),
        pager,
        wishes: path(&mine, "/wishes"),
        people: path(&mine, "/people"),
        is_published: ties.is_published,
        back: path(&mine, "/wishes"),
        page,
    })
}

/// A part of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// They wish for me, and I have not answered.
    ForMe,
    Mutual,
    Mine,
    /// A meeting or a proposal came of it.
    Settled,
    Blocks,
}

/// The parts in the order of the page.
const PARTS: [Part; 5] = [Part::ForMe, Part::Mutual, Part::Mine, Part::Settled, Part::Blocks];

impl Part {
    /// Where somebody stands.
    fn of(ties: &Ties, id: &ParticipantId) -> Part {
        match Relation::of(&ties.wishes, id) {
            Relation::Block => Part::Blocks,
            _ if ties.with(id).is_some() => Part::Settled,
            Relation::Wished => Part::ForMe,
            Relation::Mutual => Part::Mutual,
            Relation::Wish | Relation::Nothing => Part::Mine,
        }
    }

    /// Its title; what is said below it is `…-lead`.
    fn word(self) -> &'static str {
        match self {
            Part::ForMe => "wishes-for-me",
            Part::Mutual => "wishes-mutual",
            Part::Mine => "wishes-mine",
            Part::Settled => "wishes-settled",
            Part::Blocks => "wishes-blocks",
        }
    }
}

/// Everyone of whom something is said, part by part.
fn named_in(ties: &Ties) -> Vec<ParticipantId> {
    let wishes = &ties.wishes;
    let authors = wishes.for_me.iter().map(|wish| wish.from.clone());
    let mut seen = BTreeSet::new();
    let all = authors.chain(wishes.mine.iter().map(|wish| wish.to.clone()));
    let mut all: Vec<ParticipantId> = all.filter(|id| seen.insert(id.clone())).collect();
    all.sort_by_cached_key(|id| PARTS.iter().position(|part| *part == Part::of(ties, id)));
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
    let part = format!("p-{other}");
    match (visit.form.one("kind"), WishKind::parse(visit.form.one("kind"))) {
        (_, Some(kind)) => put(&visit, &mine, other, kind, &back).await,
        ("decline", None) => {
            visit.run(move |app| wishes::decline(app, &me, &other)).await?;
            Ok(visit.see_part_with(&back, &part, "declined"))
        }
        (_, None) => {
            visit.run(move |app| wishes::remove(app, &me, &other)).await?;
            Ok(visit.see_part_with(&back, &part, "taken-back"))
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
            let asking = mine.clone();
            let is_late = visit.run(move |app| schedule::is_published(app, &asking)).await?;
            let done = match kind {
                WishKind::Wish if is_late => "wish-late",
                WishKind::Wish | WishKind::Block => kind.code(),
            };
            let done = visit.see_part_with(back, &format!("p-{other}"), done);
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
