//! The people whom a participant may see: a list with filters, a page for each, and who wished for whom.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use askama::Template;

use super::{Named, frame, named, open, path};
use crate::domain::country;
use crate::domain::ids::{ParticipantId, TopicId, TypeId};
use crate::domain::participant::{InterestKind, Participant};
use crate::domain::problems::Problems;
use crate::domain::wish::WishKind;
use crate::services::Fault;
use crate::services::participants::{self, DirectoryFilter, MyEvent};
use crate::services::wishes::{self, WishList};
use crate::web::answers::{interest_lines, language_list};
use crate::web::error::{Answer, PageError};
use crate::web::forms::{Choice, Pager};
use crate::web::page::Page;
use crate::web::visit::Visit;

/// People on a page of the list.
const PAGE: usize = 20;

/// What two people have said of each other, as one of them sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Nothing,
    /// I wish for them.
    Wish,
    /// They wish for me.
    Wished,
    /// Both.
    Mutual,
    /// I do not want to meet them.
    Block,
}

impl Relation {
    fn of(wishes: &WishList, other: &ParticipantId) -> Relation {
        let mine = wishes.mine.iter().find(|wish| wish.to == *other).map(|wish| wish.kind);
        let theirs = wishes.for_me.iter().any(|wish| wish.from == *other);
        match (mine, theirs) {
            (Some(WishKind::Block), _) => Relation::Block,
            (Some(WishKind::Wish), true) => Relation::Mutual,
            (Some(WishKind::Wish), false) => Relation::Wish,
            (None, true) => Relation::Wished,
            (None, false) => Relation::Nothing,
        }
    }

    /// Key of what is said of it; empty where there is nothing to say.
    fn word(self) -> &'static str {
        match self {
            Relation::Nothing => "",
            Relation::Wish => "people-wish",
            Relation::Wished => "people-wished",
            Relation::Mutual => "people-mutual",
            Relation::Block => "people-block",
        }
    }

    fn is_said(self) -> bool {
        matches!(self, Relation::Wish | Relation::Mutual | Relation::Block)
    }
}

/// A person in the list.
struct Card {
    id: String,
    url: String,
    named: Named,
    kind: String,
    offers: Vec<String>,
    seeks: Vec<String>,
    relation: Relation,
    /// What they wrote with their wish.
    message: String,
}

fn card(page: &Page, mine: &MyEvent, wishes: &WishList, other: &Participant) -> Card {
    let (event, programme) = (&mine.event, &mine.programme);
    let group =
        programme.types.iter().find(|kind| Some(&kind.id) == other.profile.person.participant_type.as_ref());
    let lines = |kind| interest_lines(page, event, programme, &other.profile.interests, kind);
    let wish = wishes.for_me.iter().find(|wish| wish.from == other.id);
    Card {
        id: other.id.0.clone(),
        url: path(mine, &format!("/people/{}", other.id)),
        named: named(page, other),
        kind: group
            .map(|kind| kind.label.get(page.lang, event.first_language()).to_string())
            .unwrap_or_default(),
        offers: lines(InterestKind::Offer),
        seeks: lines(InterestKind::Seek),
        relation: Relation::of(wishes, &other.id),
        message: wish.map(|wish| wish.message.clone()).unwrap_or_default(),
    }
}

#[derive(Template)]
#[template(path = "my/people.html")]
struct PeoplePage {
    page: Page,
    /// Why nobody is shown; empty if the list is open.
    shut: String,
    filters: Filters,
    cards: Vec<Card>,
    count: String,
    pager: Pager,
    /// Those who wish for me, and those of whom I have said something.
    wished: Vec<Card>,
    said: Vec<Card>,
    action: String,
    wishes: String,
    consent: String,
    back: String,
}

/// The list.
pub async fn list(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let filter = filter(&visit);
    let (me, asked) = (mine.participant.id.clone(), filter.clone());
    let (everyone, found, wishes) = visit
        .run(move |app| {
            let everyone = participants::directory(app, &me, &DirectoryFilter::default())?;
            let found = participants::directory(app, &me, &asked)?;
            Ok::<_, Fault>((everyone, found, wishes::list(app, &me)?))
        })
        .await?;
    let related = related(&visit, &mine, &wishes).await?;
    let page = frame(&visit, &mine);
    let cards = |people: &[Participant]| {
        people.iter().map(|one| card(&page, &mine, &wishes, one)).collect::<Vec<_>>()
    };
    let (number, total) = (page_number(&visit, found.len()), found.len());
    let shown: Vec<Participant> = found.into_iter().skip((number - 1) * PAGE).take(PAGE).collect();
    let (wished, said): (Vec<Card>, Vec<Card>) =
        cards(&related).into_iter().partition(|card| card.relation == Relation::Wished);
    visit.show(&PeoplePage {
        shut: shut(&page, &mine),
        filters: Filters::new(&page, &mine, &filter, &everyone),
        cards: cards(&shown),
        count: page.t1("people-count", "count", total),
        pager: Pager { number, size: PAGE, total, url: format!("{}page=", query(&visit)) },
        wished,
        said,
        action: path(&mine, "/people"),
        wishes: path(&mine, "/wishes"),
        consent: path(&mine, "/consent"),
        back: back(&visit),
        page,
    })
}

/// Everyone with whom a wish or a block links me, as far as I may see them.
async fn related(visit: &Visit, mine: &MyEvent, wishes: &WishList) -> Result<Vec<Participant>, PageError> {
    let mut ids: Vec<ParticipantId> = wishes.for_me.iter().map(|wish| wish.from.clone()).collect();
    ids.extend(wishes.mine.iter().map(|wish| wish.to.clone()));
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    let me = mine.participant.id.clone();
    visit.run(move |app| participants::people(app, &me, &ids)).await
}

fn shut(page: &Page, mine: &MyEvent) -> String {
    match (mine.registration.state.holds_seat(), mine.participant.profile.listed) {
        (false, _) => page.t("people-shut-waiting"),
        (true, false) => page.t("people-shut-unlisted"),
        (true, true) => String::new(),
    }
}

fn page_number(visit: &Visit, total: usize) -> usize {
    let last = total.div_ceil(PAGE).max(1);
    visit.query.one("page").parse::<usize>().unwrap_or(1).clamp(1, last)
}

/// The address of the list with its filter, up to the number of a page.
fn query(visit: &Visit) -> String {
    let kept = ["q", "topic", "kind", "country", "type"];
    let parts = kept.iter().map(|name| (name, visit.query.one(name))).filter(|(_, value)| !value.is_empty());
    let parts: String = parts.map(|(name, value)| format!("{name}={}&", encoded(value))).collect();
    format!("{}?{parts}", visit.path())
}

/// Where to come back to after a wish: this page of the list.
fn back(visit: &Visit) -> String {
    format!("{}page={}", query(visit), visit.query.one("page").parse::<usize>().unwrap_or(1))
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn filter(visit: &Visit) -> DirectoryFilter {
    let given = |name: &str| Some(visit.query.one(name).to_string()).filter(|value| !value.is_empty());
    DirectoryFilter {
        search: visit.query.one("q").to_string(),
        topic: given("topic").map(TopicId),
        kind: InterestKind::parse(visit.query.one("kind")),
        country: given("country"),
        participant_type: given("type").map(TypeId),
    }
}

/// The fields above the list.
struct Filters {
    search: String,
    topics: Vec<Choice>,
    kinds: Vec<Choice>,
    countries: Vec<Choice>,
    types: Vec<Choice>,
}

impl Filters {
    fn new(page: &Page, mine: &MyEvent, filter: &DirectoryFilter, everyone: &[Participant]) -> Filters {
        let first = mine.event.first_language();
        let present: BTreeSet<&str> =
            everyone.iter().map(|one| one.profile.person.country.as_str()).collect();
        let topic = |topic: &crate::domain::event::Topic| {
            let label = topic.label.get(page.lang, first);
            let label = if topic.parent.is_some() { format!("– {label}") } else { label.to_string() };
            Choice::new(topic.id.as_str(), label, filter.topic.as_ref() == Some(&topic.id))
        };
        let kind = |kind: InterestKind, key| Choice::new(kind.code(), page.t(key), filter.kind == Some(kind));
        let country = |one: &&country::Country| {
            Choice::new(one.code, one.name(page.lang), filter.country.as_deref() == Some(one.code))
        };
        let group = |group: &crate::domain::event::ParticipantType| {
            let chosen = filter.participant_type.as_ref() == Some(&group.id);
            Choice::new(group.id.as_str(), group.label.get(page.lang, first), chosen)
        };
        let countries = country::sorted(page.lang);
        Filters {
            search: filter.search.clone(),
            topics: mine.programme.topics.iter().map(topic).collect(),
            kinds: vec![
                kind(InterestKind::Offer, "people-filter-offers"),
                kind(InterestKind::Seek, "people-filter-seeks"),
            ],
            countries: countries.iter().filter(|one| present.contains(one.code)).map(country).collect(),
            types: mine.programme.types.iter().map(group).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "my/person.html")]
struct PersonPage {
    page: Page,
    problems: Problems,
    card: Card,
    languages: String,
    organisation_type: String,
    /// What I wrote with my wish, or have just typed.
    typed: String,
    action: String,
    back: String,
}

/// One person.
pub async fn show(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let other = ParticipantId(visit.part("id").to_string());
    page_of(&visit, &mine, &other, StatusCode::OK, Problems::new()).await
}

/// The page of a person, also after a wish that was not taken.
pub async fn page_of(
    visit: &Visit,
    mine: &MyEvent,
    other: &ParticipantId,
    status: StatusCode,
    problems: Problems,
) -> Answer {
    let (me, id) = (mine.participant.id.clone(), other.clone());
    let (found, wishes) = visit
        .run(move |app| Ok::<_, Fault>((participants::person(app, &me, &id)?, wishes::list(app, &me)?)))
        .await?;
    let found = found.ok_or(PageError::NotFound)?;
    let page = frame(visit, mine).with_problems(&problems);
    let page = page.clone().below(page.t("my-people"), path(mine, "/people"));
    let earlier = wishes.mine.iter().find(|wish| wish.to == found.id).map(|wish| wish.message.clone());
    let typed =
        if problems.is_empty() { earlier.unwrap_or_default() } else { visit.form.one("message").to_string() };
    let card = card(&page, mine, &wishes, &found);
    visit.show_as(
        status,
        &PersonPage {
            languages: language_list(&page, &found.profile.person.languages),
            organisation_type: page.t(&found.profile.person.organisation_type.word()),
            typed,
            action: path(mine, "/wishes"),
            back: card.url.clone(),
            card,
            page,
            problems,
        },
    )
}
