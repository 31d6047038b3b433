//! The list of people whom a participant may see, searched, filtered and ordered, with why to meet each.

use std::collections::BTreeSet;

use askama::Template;

use super::cards::{Card, Reader, Relation};
use super::{frame, open, path};
use crate::domain::country;
use crate::domain::event::{ParticipantType, Topic};
use crate::domain::ids::{ParticipantId, TopicId, TypeId};
use crate::domain::participant::InterestKind;
use crate::domain::problems::Problems;
use crate::domain::search::{self, Wanted};
use crate::services::Fault;
use crate::services::directory::{self, DirectoryFilter, Listed, Meets, Order};
use crate::services::my_event::MyEvent;
use crate::services::{schedule, ties};
use crate::web::error::Answer;
use crate::web::forms::{Choice, Pager};
use crate::web::page::Page;
use crate::web::paging::encoded;
use crate::web::visit::Visit;

/// People on a page of the list.
pub(super) const PAGE: usize = 20;

#[derive(Template)]
#[template(path = "my/people.html")]
struct PeoplePage {
    page: Page,
    /// Why nobody is shown; empty if the list is open.
    shut: String,
    filters: Filters,
    cards: Vec<Card>,
    /// To whom a time can be proposed.
    reachable: BTreeSet<String>,
    count: String,
    pager: Pager,
    /// How many wish for me and have no answer yet, in a sentence; empty if nobody does.
    wished: String,
    action: String,
    wishes: String,
    consent: String,
    back: String,
}

/// The list.
pub async fn list(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let page = frame(&visit, &mine);
    let words = visit.query.one(WORDS).to_string();
    let filter = DirectoryFilter { topics: topics_of(&words, &page, &mine), ..filter(&visit) };
    let order = Order::parse(visit.query.one("order"));
    let (me, asked, lang) = (mine.participant.id.clone(), filter.clone(), page.lang);
    let (own, is_shut) = (mine.access.clone(), !shut(&page, &mine).is_empty());
    let number = page_number(&visit);
    let asking = mine.clone();
    let (found, ties, reachable) = visit
        .run(move |app| {
            let found = directory::directory(app, &me, &asked, (order, lang), (number, PAGE))?;
            // The list is shown whether or not that can be noted now.
            if !is_shut && let Err(error) = directory::note_visit(app, &own) {
                tracing::warn!(%error, "a first look at the list of people is not noted");
            }
            let ties = ties::of(app, &asking)?;
            let others: Vec<ParticipantId> =
                found.people.iter().map(|one| one.participant.id.clone()).collect();
            // Wishes bring people together in a round; once the meetings are out, a time has to be proposed.
            let others = if ties.is_published { others } else { Vec::new() };
            let reachable = schedule::reachable(app, &asking, &others)?;
            Ok::<_, Fault>((found, ties, reachable))
        })
        .await?;
    let (number, total) = (found.page, found.total);
    let reader = Reader::new(&visit, &page, &mine, &ties);
    let card = |listed: &Listed| {
        let terms = listed.fit.as_ref().map(|fit| fit.terms.as_slice()).unwrap_or_default();
        Card::new(&reader, &listed.participant, terms).with_found(&filter.search)
    };
    let waits = |from: &ParticipantId| {
        Relation::of(&ties.wishes, from) == Relation::Wished && ties.with(from).is_none()
    };
    let unanswered = ties.wishes.for_me.iter().filter(|wish| waits(&wish.from)).count();
    let wished =
        if unanswered == 0 { String::new() } else { page.t1("people-wished-by", "count", unanswered) };
    visit.show(&PeoplePage {
        shut: shut(&page, &mine),
        filters: Filters::new(&page, &mine, &filter, order, (&found.countries, words)),
        cards: found.people.iter().map(card).collect(),
        reachable: reachable.iter().map(|id| id.0.clone()).collect(),
        count: page.t1("people-count", "count", total),
        pager: Pager { number, size: PAGE, total, url: format!("{}page=", query(&visit)) },
        wished,
        action: path(&mine, "/people"),
        wishes: path(&mine, "/wishes"),
        consent: path(&mine, "/consent"),
        back: format!("{}page={number}", query(&visit)),
        page,
    })
}

fn shut(page: &Page, mine: &MyEvent) -> String {
    match (mine.registration.state.holds_seat(), mine.participant.profile.listed) {
        (false, _) => page.t("people-shut-waiting"),
        (true, false) => page.t("people-shut-unlisted"),
        (true, true) => String::new(),
    }
}

/// The page of a list that is asked for, from 1.
pub(super) fn page_number(visit: &Visit) -> usize {
    visit.query.one("page").parse::<usize>().unwrap_or(1).max(1)
}

/// The address of the list with its filter, up to the number of a page.
fn query(visit: &Visit) -> String {
    let kept = ["q", "topic", WORDS, "kind", "country", "type", "meets", "order"];
    let parts = kept.iter().map(|name| (name, visit.query.one(name))).filter(|(_, value)| !value.is_empty());
    let parts: String = parts.map(|(name, value)| format!("{name}={}&", encoded(value))).collect();
    format!("{}?{parts}", visit.path())
}

/// The field with words of topics, where there are too many to choose from.
const WORDS: &str = "topic_words";
/// Most topics that there are to choose from.
const MOST_TOPICS: usize = 80;

/// The topics in which all words stand; none where nothing is searched.
fn topics_of(words: &str, page: &Page, mine: &MyEvent) -> Option<Vec<TopicId>> {
    let wanted = Wanted::of(words);
    let first = mine.event.first_language();
    let fits = |topic: &&Topic| wanted.fits(&search::key(&[topic.label.get(page.lang, first)]));
    let found = || mine.programme.topics.iter().filter(fits).map(|topic| topic.id.clone()).collect();
    (!wanted.is_anything()).then(found)
}

fn filter(visit: &Visit) -> DirectoryFilter {
    let given = |name: &str| Some(visit.query.one(name).to_string()).filter(|value| !value.is_empty());
    DirectoryFilter {
        search: visit.query.one("q").to_string(),
        topic: given("topic").map(TopicId),
        topics: None,
        kind: InterestKind::parse(visit.query.one("kind")),
        country: given("country"),
        participant_type: given("type").map(TypeId),
        meets: Meets::parse(visit.query.one("meets")),
    }
}

/// The fields above the list.
struct Filters {
    search: String,
    /// Whether something beside the search is chosen, so that the fields stand open.
    are_set: bool,
    topics: Vec<Choice>,
    /// Words of topics instead, where there are too many to choose from.
    topic_words: Option<String>,
    kinds: Vec<Choice>,
    countries: Vec<Choice>,
    types: Vec<Choice>,
    meets: Vec<Choice>,
    orders: Vec<Choice>,
}

impl Filters {
    fn new(
        page: &Page,
        mine: &MyEvent,
        filter: &DirectoryFilter,
        order: Order,
        (present, topic_words): (&BTreeSet<String>, String),
    ) -> Filters {
        let first = mine.event.first_language();
        let topic = |topic: &Topic| {
            let label = topic.label.get(page.lang, first);
            let label = if topic.parent.is_some() { format!("– {label}") } else { label.to_string() };
            Choice::new(topic.id.as_str(), label, filter.topic.as_ref() == Some(&topic.id))
        };
        let kind = |kind: InterestKind, key| Choice::new(kind.code(), page.t(key), filter.kind == Some(kind));
        let country = |one: &&country::Country| {
            Choice::new(one.code, one.name(page.lang), filter.country.as_deref() == Some(one.code))
        };
        let group = |group: &ParticipantType| {
            let chosen = filter.participant_type.as_ref() == Some(&group.id);
            Choice::new(group.id.as_str(), group.label.get(page.lang, first), chosen)
        };
        let meets = |one: Meets| {
            Choice::new(one.code(), page.t(&format!("people-meets-{}", one.code())), filter.meets == one)
        };
        let ordered = |one: Order| {
            Choice::new(one.code(), page.t(&format!("people-order-{}", one.code())), order == one)
        };
        let countries = country::sorted(page.lang);
        let plain = DirectoryFilter { search: filter.search.clone(), ..DirectoryFilter::default() };
        let are_set = *filter != plain;
        Filters {
            search: filter.search.clone(),
            are_set: are_set || order != Order::default(),
            topic_words: (mine.programme.topics.len() > MOST_TOPICS).then_some(topic_words),
            topics: mine.programme.topics.iter().take(MOST_TOPICS).map(topic).collect(),
            kinds: vec![
                kind(InterestKind::Offer, "people-filter-offers"),
                kind(InterestKind::Seek, "people-filter-seeks"),
            ],
            countries: countries.iter().filter(|one| present.contains(one.code)).map(country).collect(),
            types: mine.programme.types.iter().map(group).collect(),
            meets: Meets::ALL.into_iter().map(meets).collect(),
            orders: Order::ALL.into_iter().map(ordered).collect(),
        }
    }
}
