//! Whom a person could meet: found through what they have in common, never by trying everybody.
//!
//! An inverted index (J. Zobel and A. Moffat, "Inverted files for text search engines", ACM Computing
//! Surveys 38 (2006), article 6) with accumulators: rare features first, and of a list that is longer
//! than what is left of the budget only a stretch, which begins at the person's own place. Places are
//! in the order of a hash, so that the stretch is a fair sample and differs from person to person.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::scorer::Scorer;
use super::sparse::{Entry, Vectors};
use super::weights::Term;

/// How many entries of the index one person may visit for one kind of vector.
const BUDGET: usize = 3_000;
/// With less left, the frequent features that remain are not worth looking up.
const LEAST_BUDGET: usize = 300;
/// Where there are more lists than this, each may take this part of what is left.
const LISTS: usize = 4;
/// How far to look for people with whom somebody has nothing in common.
const MAX_STEPS: usize = 2_000;

/// Room to add up in, reused from person to person.
pub(super) struct Accumulators {
    sums: Vec<u64>,
    touched: Vec<u32>,
}

impl Accumulators {
    pub(super) fn new(people: usize) -> Self {
        Self { sums: vec![0; people], touched: Vec::new() }
    }

    fn add(&mut self, entry: Entry, amount: u64) {
        let sum = &mut self.sums[entry.at as usize];
        if *sum == 0 {
            self.touched.push(entry.at);
        }
        *sum += amount * u64::from(entry.weight);
    }

    /// The `count` people with the highest sums among those who are `allowed`; all sums are 0 again
    /// afterwards.
    fn take_best(&mut self, count: usize, allowed: impl Fn(u32) -> bool) -> Vec<u32> {
        let mut left: Vec<(u64, u32)> = self
            .touched
            .drain(..)
            .map(|person| (std::mem::take(&mut self.sums[person as usize]), person))
            .collect();
        let mut best = Vec::new();
        while best.len() < count && !left.is_empty() {
            let missing = count - best.len();
            if left.len() > missing {
                // Ascending, so that the best are at the end and can be split off.
                let at = left.len() - missing;
                left.select_nth_unstable_by_key(at, |(sum, person)| (*sum, Reverse(*person)));
            }
            let next = left.split_off(left.len().saturating_sub(missing));
            best.extend(next.into_iter().map(|(_, person)| person).filter(|p| allowed(*p)));
        }
        best
    }
}

impl Scorer {
    /// At most `count` people who have most in common with this one, and after them, where these are
    /// fewer, whoever comes next, so that a person with an empty profile has candidates too.
    pub(super) fn candidates(&self, person: u32, count: usize, sums: &mut Accumulators) -> Vec<u32> {
        let people = self.len() as u32;
        if count >= self.len() {
            return (0..people).collect();
        }
        for (own, others, term) in self.channels() {
            let points = self.weights.points(term) as u64;
            if points > 0 {
                self.gather(person, own, others, points, sums);
            }
        }
        let allowed = |other| {
            let tie = self.ties.between(person, other);
            self.check(person, other, tie).is_ok()
        };
        let mut found = sums.take_best(count, allowed);
        if found.len() < count {
            let known: BTreeSet<u32> = found.iter().copied().collect();
            let next = (1..people).map(|step| (person + step) % people);
            let fresh = next.take(MAX_STEPS).filter(|p| !known.contains(p) && allowed(*p));
            found.extend(fresh.take(count - known.len()));
        }
        found
    }

    /// Which vectors are compared with which, and the term it is for.
    fn channels(&self) -> [(&Vectors, &Vectors, Term); 12] {
        let (topics, texts) = (&self.interests, &self.texts);
        [
            (&topics.offers, &topics.seeks, Term::OfferMeetsSeek),
            (&topics.seeks, &topics.offers, Term::OfferMeetsSeek),
            (&topics.named, &topics.named, Term::SharedTopic),
            (&topics.families, &topics.families, Term::NearTopic),
            (&texts.offers, &texts.seeks, Term::TextMeetsText),
            (&texts.seeks, &texts.offers, Term::TextMeetsText),
            (&texts.offer_topics, &topics.seeks, Term::TextMeetsTopic),
            (&texts.seek_topics, &topics.offers, Term::TextMeetsTopic),
            (&topics.offers, &texts.seek_topics, Term::TextMeetsTopic),
            (&topics.seeks, &texts.offer_topics, Term::TextMeetsTopic),
            (&texts.offers, &texts.offers, Term::TextShared),
            (&texts.seeks, &texts.seeks, Term::TextShared),
        ]
    }

    /// Adds up, for everyone on the lists of this person's features, what the two have in common.
    fn gather(&self, person: u32, own: &Vectors, others: &Vectors, points: u64, sums: &mut Accumulators) {
        let mut lists: Vec<(&[Entry], u64)> = own
            .row(person as usize)
            .iter()
            .map(|entry| (others.postings(entry.at), u64::from(entry.weight) * points))
            .collect();
        lists.sort_by_key(|(list, _)| list.len());
        let mut budget = BUDGET;
        let count = lists.len();
        for (at, (list, amount)) in lists.into_iter().enumerate() {
            let visit = list.len().min(budget / (count - at).min(LISTS));
            budget -= visit;
            let start = if visit < list.len() { list.partition_point(|entry| entry.at <= person) } else { 0 };
            let (before, after) = list.split_at(start);
            for entry in after.iter().chain(before).take(visit) {
                if entry.at != person {
                    sums.add(*entry, amount);
                }
            }
            if budget < LEAST_BUDGET {
                break;
            }
        }
    }
}
