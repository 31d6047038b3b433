//! The demo's participants, put together from names, organisations and interests: plain values, nothing stored yet.

use std::collections::{HashMap, HashSet};

use rand::RngExt;
use rand::rngs::StdRng;

use super::data::{Audience, Country, Data, DemoSession};
use super::interests::{CHALLENGES, DemoInterest, interests};
use super::lots::pick;
use super::names;
use super::organisations::{Organisation, organisation};
use crate::domain::lang::Lang;
use crate::domain::participant::InterestKind;
use crate::domain::wish::WishKind;

/// Where a made-up registration stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DemoState {
    Registered,
    Waiting,
    Unconfirmed,
    Cancelled,
}

/// A made-up participant.
#[derive(Debug, Clone)]
pub(super) struct DemoPerson<'d> {
    pub name: String,
    pub email: String,
    pub organisation: Organisation<'d>,
    pub languages: Vec<String>,
    pub lang: Lang,
    pub interests: Vec<DemoInterest>,
    /// Indices of meeting blocks.
    pub blocks: Vec<usize>,
    /// Indices of sessions.
    pub sessions: Vec<usize>,
    pub max_meetings: u32,
    pub listed: bool,
    pub state: DemoState,
}

/// A wish or block between two people, by their indices.
#[derive(Debug, Clone)]
pub(super) struct DemoWish<'d> {
    pub from: usize,
    pub to: usize,
    pub kind: WishKind,
    pub message: &'d str,
}

/// How many seats an event for so many people has: nearly all, so that a few wait.
pub(super) fn seats(count: usize) -> usize {
    let most = count * 95 / 100;
    if most > 100 { most / 10 * 10 } else { most.max(count.min(10)) }
}

/// Makes up `count` people. The first come from each country in turn, so that no country is missing; about every fourth
/// speaks for an organisation that somebody else is from too.
pub(super) fn people<'d>(data: &'d Data, count: usize, rng: &mut StdRng) -> Vec<DemoPerson<'d>> {
    let mut organisations: Vec<Organisation<'d>> = Vec::new();
    let mut known = HashMap::new();
    let mut addresses = HashMap::new();
    let mut people = Vec::with_capacity(count);
    for at in 0..count {
        let country = if count >= data.countries.len() { data.countries.get(at) } else { None };
        let shared = if country.is_none() && rng.random_bool(0.25) {
            pick(&organisations, rng).cloned()
        } else {
            None
        };
        let organisation = shared.unwrap_or_else(|| new_organisation(data, country, &mut known, rng));
        let mut person = person(data, organisation.clone(), &mut addresses, rng);
        person.state = state(at, count);
        organisations.push(organisation);
        people.push(person);
    }
    people
}

/// An organisation that nobody is from yet; once the lists run out of names, now and then one that somebody is from.
fn new_organisation<'d>(
    data: &'d Data,
    country: Option<&'d Country>,
    known: &mut HashMap<String, Organisation<'d>>,
    rng: &mut StdRng,
) -> Organisation<'d> {
    let mut made = organisation(data, country, rng);
    for _ in 0..20 {
        if !known.contains_key(&made.name) {
            break;
        }
        made = organisation(data, country, rng);
    }
    // One name is one organisation, of one place and one kind.
    known.entry(made.name.clone()).or_insert(made).clone()
}

fn state(at: usize, count: usize) -> DemoState {
    let seats = seats(count);
    let cancelled = count / 90;
    let unconfirmed = count / 60;
    match at.checked_sub(seats) {
        None => DemoState::Registered,
        Some(beyond) if beyond < cancelled => DemoState::Cancelled,
        Some(beyond) if beyond < cancelled + unconfirmed => DemoState::Unconfirmed,
        Some(_) => DemoState::Waiting,
    }
}

fn person<'d>(
    data: &'d Data,
    organisation: Organisation<'d>,
    addresses: &mut HashMap<String, u32>,
    rng: &mut StdRng,
) -> DemoPerson<'d> {
    let country = organisation.country;
    let area = pick(&country.areas, rng).unwrap_or(&country.areas[0]);
    let name = names::person(&data.names[area], rng);
    let lang = lang(country, area, rng);
    let (blocks, sessions) = attendance(data, &organisation, rng);
    DemoPerson {
        email: address(&name, &organisation.domain, addresses),
        name: format!("{} {}", name.given, name.family),
        languages: languages(country, lang, rng),
        lang,
        interests: interests(data, &organisation, lang, rng),
        blocks,
        sessions,
        max_meetings: pick(&[4, 6, 6, 8, 8, 8, 10, 12], rng).copied().unwrap_or(8),
        listed: rng.random_bool(0.92),
        state: DemoState::Registered,
        organisation,
    }
}

fn address(name: &names::PersonName, domain: &str, addresses: &mut HashMap<String, u32>) -> String {
    let local = format!("{}.{}", names::ascii(&name.given), names::ascii(&name.family));
    let used = addresses.entry(format!("{local}@{domain}")).or_insert(0);
    *used += 1;
    if *used == 1 { format!("{local}@{domain}") } else { format!("{local}{used}@{domain}") }
}

fn lang(country: &Country, area: &str, rng: &mut StdRng) -> Lang {
    if rng.random_bool(0.12) {
        return Lang::En;
    }
    match (country.code.as_str(), area) {
        ("DE" | "AT" | "CH", "german") => Lang::De,
        ("FR" | "CH" | "BE" | "LU", "french") => Lang::Fr,
        _ => Lang::En,
    }
}

fn languages(country: &Country, lang: Lang, rng: &mut StdRng) -> Vec<String> {
    let mut codes: Vec<&str> = vec![lang.code()];
    codes.extend(country.languages.first().map(String::as_str));
    codes.extend(country.languages.get(1).filter(|_| rng.random_bool(0.5)).map(String::as_str));
    if rng.random_bool(0.9) {
        codes.push("en");
    }
    if rng.random_bool(0.12) {
        codes.push(if rng.random_bool(0.5) { "fr" } else { "de" });
    }
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().map(String::from).collect()
}

/// Which blocks and sessions somebody attends, by their indices; nobody is in two sessions at once.
fn attendance(data: &Data, of: &Organisation<'_>, rng: &mut StdRng) -> (Vec<usize>, Vec<usize>) {
    let block_count = data.event.blocks.len();
    let mut blocks: Vec<usize> = (0..block_count).filter(|_| rng.random_bool(0.85)).collect();
    if blocks.is_empty() {
        blocks.push(rng.random_range(0..block_count));
    }
    let mut chosen: Vec<(usize, &DemoSession)> = Vec::new();
    for (at, session) in data.event.sessions.iter().enumerate() {
        let wants = rng.random_bool(match session.audience {
            Audience::All => 0.9,
            Audience::Some => 0.2,
            Audience::Topic(group, topic) if of.field.topics.contains(&(group, topic)) => 0.85,
            Audience::Topic(CHALLENGES, _) => 0.2,
            Audience::Topic(..) => 0.05,
        });
        let is_free = chosen.iter().all(|(_, other)| {
            other.day != session.day || other.to <= session.from || session.to <= other.from
        });
        if wants && is_free {
            chosen.push((at, session));
        }
    }
    (blocks, chosen.into_iter().map(|(at, _)| at).collect())
}

/// Makes up wishes: towards people who offer what one seeks, from abroad first; a third of them come back. And a few blocks.
pub(super) fn wishes<'d>(data: &'d Data, people: &[DemoPerson<'d>], rng: &mut StdRng) -> Vec<DemoWish<'d>> {
    let mut seen = HashSet::new();
    let mut wishes = Vec::new();
    let here: Vec<usize> =
        (0..people.len()).filter(|at| people[*at].state == DemoState::Registered).collect();
    for from in here.iter().copied() {
        if !rng.random_bool(0.45) {
            continue;
        }
        for _ in 0..rng.random_range(1..=3) {
            let Some(to) = wished(from, people, &here, rng) else { continue };
            if seen.insert((from, to)) {
                wishes.push(DemoWish {
                    from,
                    to,
                    kind: WishKind::Wish,
                    message: message(data, people[from].lang, rng),
                });
            }
            if rng.random_bool(0.33) && seen.insert((to, from)) {
                wishes.push(DemoWish { from: to, to: from, kind: WishKind::Wish, message: "" });
            }
        }
    }
    for _ in 0..people.len() / 80 {
        let pair = (pick(&here, rng).copied(), pick(&here, rng).copied());
        let (Some(from), Some(to)) = pair else { continue };
        if from != to && seen.insert((from, to)) {
            wishes.push(DemoWish { from, to, kind: WishKind::Block, message: "" });
        }
    }
    wishes
}

/// The best of a handful of people that somebody happens to look at.
fn wished(from: usize, people: &[DemoPerson<'_>], here: &[usize], rng: &mut StdRng) -> Option<usize> {
    let looked_at: Vec<usize> = (0..12).filter_map(|_| pick(here, rng).copied()).collect();
    let others = looked_at.into_iter().filter(|to| {
        let other = &people[*to];
        other.organisation.name != people[from].organisation.name && other.listed
    });
    others.map(|to| (attraction(&people[from], &people[to]), to)).max().map(|(_, to)| to)
}

fn attraction(from: &DemoPerson<'_>, to: &DemoPerson<'_>) -> u32 {
    let offers = |person: &DemoPerson<'_>, topic: usize| {
        person.interests.iter().any(|own| own.kind == InterestKind::Offer && own.topic == topic)
    };
    let sought = from.interests.iter().filter(|own| own.kind == InterestKind::Seek);
    let met = sought.filter(|own| offers(to, own.topic)).count();
    let is_abroad = from.organisation.country.code != to.organisation.country.code;
    u32::try_from(met).unwrap_or(0) * 2 + u32::from(is_abroad)
}

fn message<'d>(data: &'d Data, lang: Lang, rng: &mut StdRng) -> &'d str {
    if rng.random_bool(0.6) {
        return "";
    }
    data.messages.get(&lang).and_then(|all| pick(all, rng)).map_or("", String::as_str)
}
