//! The people of an event as everybody sees them in the list, and the orders in which it is read.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use parking_lot::Mutex;

use crate::domain::alphabet::{Alphabet, Place};
use crate::domain::answer::{AnswerKey, Value};
use crate::domain::field::FIELDS;
use crate::domain::lang::Lang;
use crate::domain::participant::Participant;
use crate::domain::question::Question;
use crate::domain::search;
use crate::domain::visibility::Sight;

/// By what a list of names is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameOrder {
    Organisation,
    Name,
}

/// Where everybody stands in an order, and at which place of the list of people they are.
type InOrder = Arc<Vec<(Place, usize)>>;

/// Everybody registered, in the order of the facts, without what they do not show.
pub(in crate::services) struct Listed {
    pub people: Vec<Participant>,
    /// By which words each is found, once somebody searches.
    keys: OnceLock<Vec<String>>,
    /// The countries of everyone who is listed, and of how many it is the country.
    countries: BTreeMap<String, usize>,
    orders: Mutex<HashMap<(NameOrder, Lang), InOrder>>,
}

impl Listed {
    /// What everybody may see.
    pub(super) fn of(people: &[Participant], questions: &[Question]) -> Listed {
        let seen = |person: &Participant| person.clone().seen_with(Sight::Listed, questions);
        let people: Vec<Participant> = people.iter().map(seen).collect();
        let mut countries: BTreeMap<String, usize> = BTreeMap::new();
        for person in people.iter().filter(|person| person.profile.listed) {
            *countries.entry(person.profile.person.country.clone()).or_default() += 1;
        }
        Listed { countries, keys: OnceLock::new(), people, orders: Mutex::default() }
    }

    /// The countries of everyone who is listed but somebody.
    pub fn countries_but(&self, place: usize) -> BTreeSet<String> {
        let own = self.people.get(place).filter(|person| person.profile.listed);
        let own = own.map(|person| person.profile.person.country.as_str());
        let others =
            self.countries.iter().filter(|(country, count)| **count > 1 || Some(country.as_str()) != own);
        others.map(|(country, _)| country.clone()).collect()
    }

    /// By which words somebody at a place is found.
    pub fn key(&self, place: usize) -> &str {
        let keys = self.keys.get_or_init(|| self.people.iter().map(search_key).collect());
        keys.get(place).map(String::as_str).unwrap_or_default()
    }

    /// Everybody in an order, with where they stand in it.
    pub fn in_order(&self, by: NameOrder, lang: Lang) -> InOrder {
        let mut orders = self.orders.lock();
        let made = orders.entry((by, lang)).or_insert_with(|| {
            let alphabet = Alphabet::of(lang);
            let places = self.people.iter().map(|person| standing(&alphabet, by, person));
            let mut order: Vec<(Place, usize)> = places.zip(0..).collect();
            order.sort_by(|one, other| self.compare(one, other));
            Arc::new(order)
        });
        Arc::clone(made)
    }

    fn compare(&self, (one, a): &(Place, usize), (other, b): &(Place, usize)) -> Ordering {
        one.cmp(other).then_with(|| self.people[*a].id.cmp(&self.people[*b].id))
    }
}

/// Where somebody stands in an order. Whoever hides the name stands among the names by the organisation, as the list shows
/// them.
pub(in crate::services) fn standing(alphabet: &Alphabet, by: NameOrder, person: &Participant) -> Place {
    let person = &person.profile.person;
    match by {
        NameOrder::Name => alphabet.by_name(&person.name, &person.organisation),
        NameOrder::Organisation => alphabet.by_organisation(&person.name, &person.organisation),
    }
}

/// By which words somebody is found: all texts of theirs that are there.
pub(in crate::services) fn search_key(participant: &Participant) -> String {
    let profile = &participant.profile;
    let own =
        FIELDS.iter().filter_map(|field| match profile.person.answer(&AnswerKey::Field(field.code))? {
            Value::Text(text) => Some(text),
            _ => None,
        });
    let texts: Vec<String> =
        own.chain(profile.interests.iter().map(|interest| interest.text.clone())).collect();
    search::key(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}
