//! Pairs with their weights alone: a list of every allowed pair is too long to keep the terms of each, and only those who
//! meet need them ([`Scorer::explain`]).

use super::focus::Focus;
use super::pair::PairPoints;
use super::scorer::Scorer;
use crate::model::input::Request;

/// An allowed pair and what it is worth. `a < b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeighedPair {
    pub a: u32,
    pub b: u32,
    /// From 1 to 1000.
    pub weight: u32,
    pub request: Request,
}

impl Scorer {
    /// Every allowed pair, in ascending order; one look at each two people, with one of them laid out for all the others.
    pub fn weigh_all(&self) -> Vec<WeighedPair> {
        if self.is_empty() {
            return Vec::new();
        }
        let people = self.len() as u32;
        let mut focus = Focus::new(self, 0);
        let mut pairs = Vec::new();
        for person in 0..people {
            focus.turn_to(person);
            let others = person + 1..people;
            pairs.extend(
                others.filter_map(|other| Some(self.weighed(person, other, &focus.pair(other).ok()?))),
            );
        }
        pairs.sort_unstable_by_key(|pair: &WeighedPair| (pair.a, pair.b));
        pairs
    }

    /// The allowed pairs that both asked for, in ascending order.
    pub fn weigh_mutual(&self) -> Vec<WeighedPair> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut focus = Focus::new(self, 0);
        let mut pairs = Vec::new();
        for (a, b) in self.ties.wished() {
            if self.ties.between(a, b).request() == Request::Mutual {
                focus.turn_to(a);
                pairs.extend(focus.pair(b).ok().map(|points| self.weighed(a, b, &points)));
            }
        }
        pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
        pairs
    }

    fn weighed(&self, one: u32, other: u32, points: &PairPoints) -> WeighedPair {
        let (one, other) = (self.caller_of(one), self.caller_of(other));
        let weight = points.weight().max(1) as u32;
        WeighedPair { a: one.min(other), b: one.max(other), weight, request: points.request }
    }
}
