//! One person held against many: the terms of each pair.
//!
//! The person's vectors are laid out with a place for every feature there is, so that comparing with
//! another person is one look for each feature of the other: several times faster than walking along
//! two lists side by side.

use std::collections::HashMap;

use super::pair::{PairPoints, Traits};
use super::rare::Owner;
use super::rarity::UNIT;
use super::rules::{TypeRule, WhyNot};
use super::scorer::Scorer;
use super::sparse::{Entry, Vectors};
use super::texts::OwnTexts;
use super::ties::{Tie, Ties};
use super::weights::Term;
use crate::model::input::Request;

/// A vector with a place for every feature.
struct Spread {
    weights: Vec<u16>,
}

impl Spread {
    fn new(vectors: &Vectors, person: u32) -> Self {
        Self::of(vectors, vectors.row(person as usize))
    }

    fn lay_out(&mut self, row: &[Entry]) {
        for entry in row {
            self.weights[entry.at as usize] = entry.weight;
        }
    }

    /// A row that is no row of the vectors.
    fn of(vectors: &Vectors, row: &[Entry]) -> Self {
        let mut spread = Self { weights: vec![0; vectors.features()] };
        spread.lay_out(row);
        spread
    }

    fn replace(&mut self, vectors: &Vectors, from: u32, to: u32) {
        for entry in vectors.row(from as usize) {
            self.weights[entry.at as usize] = 0;
        }
        self.lay_out(vectors.row(to as usize));
    }

    fn weight(&self, feature: u32) -> u64 {
        u64::from(self.weights[feature as usize])
    }

    /// The product with another vector: at most `UNIT` squared where both have unit length.
    fn product(&self, row: &[Entry]) -> u64 {
        let each = row.iter().map(|e| self.weight(e.at) * u64::from(e.weight));
        each.sum()
    }
}

/// A person, ready to be compared with others.
pub(super) struct Focus<'a> {
    scorer: &'a Scorer,
    person: u32,
    offers: Spread,
    seeks: Spread,
    named: Spread,
    families: Spread,
    offer_words: Spread,
    seek_words: Spread,
    offer_guesses: Spread,
    seek_guesses: Spread,
    /// What the person knows beside what the scorer does.
    own: Option<Own>,
}

/// What somebody says of themselves and the others are not shown, and what they know between themselves and others.
struct Own {
    traits: Traits,
    ties: Ties,
    /// What their words that no two others wrote have in common with others', by place.
    rare: HashMap<u32, Rare>,
}

/// Products of rare words.
#[derive(Clone, Copy, Default)]
struct Rare {
    offers_sought: u64,
    seeks_offered: u64,
    offers: u64,
    seeks: u64,
}

impl<'a> Focus<'a> {
    pub(super) fn new(scorer: &'a Scorer, person: u32) -> Self {
        let (topics, texts) = (&scorer.interests, &scorer.texts);
        Self {
            scorer,
            person,
            offers: Spread::new(&topics.offers, person),
            seeks: Spread::new(&topics.seeks, person),
            named: Spread::new(&topics.named, person),
            families: Spread::new(&topics.families, person),
            offer_words: Spread::new(&texts.offers, person),
            seek_words: Spread::new(&texts.seeks, person),
            offer_guesses: Spread::new(&texts.offer_topics, person),
            seek_guesses: Spread::new(&texts.seek_topics, person),
            own: None,
        }
    }

    /// A person as they see the others: with all that they say themselves, and the ties that they know of.
    pub(super) fn of_reader(
        scorer: &'a Scorer,
        person: u32,
        traits: Traits,
        ties: Ties,
        wrote: OwnTexts,
    ) -> Self {
        let texts = &scorer.texts;
        let mut rare: HashMap<u32, Rare> = HashMap::new();
        for (owner, product) in texts.met_by(&wrote.rare_offers) {
            match owner {
                Owner::Offer(other) => rare.entry(other).or_default().offers += product,
                Owner::Seek(other) => rare.entry(other).or_default().offers_sought += product,
                Owner::Label(_) => {}
            }
        }
        for (owner, product) in texts.met_by(&wrote.rare_seeks) {
            match owner {
                Owner::Offer(other) => rare.entry(other).or_default().seeks_offered += product,
                Owner::Seek(other) => rare.entry(other).or_default().seeks += product,
                Owner::Label(_) => {}
            }
        }
        Self {
            offer_words: Spread::of(&texts.offers, &wrote.offers),
            seek_words: Spread::of(&texts.seeks, &wrote.seeks),
            offer_guesses: Spread::of(&texts.offer_topics, &wrote.offer_topics),
            seek_guesses: Spread::of(&texts.seek_topics, &wrote.seek_topics),
            own: Some(Own { traits, ties, rare }),
            ..Self::new(scorer, person)
        }
    }

    fn traits(&self) -> &Traits {
        self.own.as_ref().map_or(&self.scorer.traits[self.person as usize], |own| &own.traits)
    }

    fn tie(&self, other: u32) -> Tie {
        self.own.as_ref().map_or(&self.scorer.ties, |own| &own.ties).between(self.person, other)
    }

    fn rare(&self, other: u32) -> Rare {
        self.own.as_ref().and_then(|own| own.rare.get(&other).copied()).unwrap_or_default()
    }

    /// The comparisons, by their places, that hold for the pair with another person.
    pub(super) fn agreements(&self, other: u32) -> impl Iterator<Item = usize> + '_ {
        self.traits().agreements(&self.scorer.traits[other as usize], &self.scorer.comparisons)
    }

    pub(super) fn turn_to(&mut self, person: u32) {
        let (topics, texts) = (&self.scorer.interests, &self.scorer.texts);
        for (spread, vectors) in [
            (&mut self.offers, &topics.offers),
            (&mut self.seeks, &topics.seeks),
            (&mut self.named, &topics.named),
            (&mut self.families, &topics.families),
            (&mut self.offer_words, &texts.offers),
            (&mut self.seek_words, &texts.seeks),
            (&mut self.offer_guesses, &texts.offer_topics),
            (&mut self.seek_guesses, &texts.seek_topics),
        ] {
            spread.replace(vectors, self.person, person);
        }
        self.person = person;
    }

    /// The points of the pair with another person, or why it is not allowed.
    pub(super) fn pair(&self, other: u32) -> Result<PairPoints, WhyNot> {
        if other == self.person {
            return Err(WhyNot::SamePerson);
        }
        let tie = self.tie(other);
        self.scorer.check_traits(self.traits(), &self.scorer.traits[other as usize], tie)?;
        let mut pair = PairPoints::new(tie.request());
        self.add_traits(other, &mut pair);
        self.add_answers(other, &mut pair);
        self.add_topics(other as usize, &mut pair);
        self.add_texts(other, &mut pair);
        pair.limit();
        Ok(pair)
    }

    fn add_traits(&self, other: u32, pair: &mut PairPoints) {
        let one = self.traits();
        let other = &self.scorer.traits[other as usize];
        let differ = |x: Option<u16>, y: Option<u16>| x.is_some() && y.is_some() && x != y;
        let wanted = self.scorer.rules.types.rule(one.kind, other.kind) == TypeRule::Wanted;
        for (term, holds) in [
            (Term::BothTakePart, true),
            (Term::MutualWish, pair.request == Request::Mutual),
            (Term::OneWayWish, pair.request == Request::OneWay),
            (Term::DifferentCountry, differ(one.country, other.country)),
            (Term::SameCountry, one.country.is_some() && one.country == other.country),
            (Term::GroupMix, differ(one.group, other.group)),
            (Term::TypesWantEachOther, wanted),
            (Term::SharedLanguage, one.shares_language(other)),
        ] {
            if holds {
                self.give(pair, term, UNIT);
            }
        }
    }

    fn add_answers(&self, other: u32, pair: &mut PairPoints) {
        for place in self.agreements(other) {
            pair.add(Term::Answers, self.scorer.comparisons[place].points(), UNIT);
        }
    }

    fn add_topics(&self, other: usize, pair: &mut PairPoints) {
        let topics = &self.scorer.interests;
        let there = degree(self.offers.product(topics.seeks.row(other)));
        let back = degree(self.seeks.product(topics.offers.row(other)));
        self.give(pair, Term::OfferMeetsSeek, there + back);
        self.give(pair, Term::BothWays, there.min(back));
        let (mut shared, mut used) = (0, Vec::new());
        for entry in topics.named.row(other) {
            let own = self.named.weight(entry.at);
            if own > 0 {
                used.push(topics.family(entry.at));
                if !self.is_met(entry.at, other) {
                    shared += own * u64::from(entry.weight);
                }
            }
        }
        self.give(pair, Term::SharedTopic, degree(shared));
        let families = topics.families.row(other).iter();
        let near = families
            .filter(|entry| !used.contains(&entry.at))
            .map(|entry| self.families.weight(entry.at) * u64::from(entry.weight));
        self.give(pair, Term::NearTopic, degree(near.sum()));
    }

    /// Whether one of the two offers this topic and the other seeks it.
    fn is_met(&self, topic: u32, other: usize) -> bool {
        let topics = &self.scorer.interests;
        let has = |row: &[Entry]| row.iter().any(|entry| entry.at == topic);
        self.offers.weight(topic) > 0 && has(topics.seeks.row(other))
            || self.seeks.weight(topic) > 0 && has(topics.offers.row(other))
    }

    fn add_texts(&self, other: u32, pair: &mut PairPoints) {
        let (rare, other) = (self.rare(other), other as usize);
        let (topics, texts) = (&self.scorer.interests, &self.scorer.texts);
        let (offers, seeks) = (texts.offers.row(other), texts.seeks.row(other));
        let there = text_degree(self.offer_words.product(seeks) + rare.offers_sought);
        let back = text_degree(self.seek_words.product(offers) + rare.seeks_offered);
        self.give(pair, Term::TextMeetsText, there + back);
        let own_words = self.offer_guesses.product(topics.seeks.row(other));
        let own_ticks = self.offers.product(texts.seek_topics.row(other));
        let there = text_degree(own_words.max(own_ticks));
        let own_words = self.seek_guesses.product(topics.offers.row(other));
        let own_ticks = self.seeks.product(texts.offer_topics.row(other));
        let back = text_degree(own_words.max(own_ticks));
        self.give(pair, Term::TextMeetsTopic, there + back);
        let offered = self.offer_words.product(offers) + rare.offers;
        let sought = self.seek_words.product(seeks) + rare.seeks;
        self.give(pair, Term::TextShared, text_degree(offered.max(sought)));
    }

    /// Gives the pair the term's points times `degree`, of which `UNIT` is the whole.
    fn give(&self, pair: &mut PairPoints, term: Term, degree: u64) {
        pair.add(term, self.scorer.weights.points(term), degree);
    }
}

/// From the product of two vectors to a degree from 0 to `UNIT`. The square root, because products
/// of real profiles are small: one topic in common of four each gives half the points, not a quarter.
fn degree(product: u64) -> u64 {
    product.isqrt().min(UNIT)
}

/// The same for texts: alike by a quarter counts whole, for even two texts on one thing are seldom
/// more alike, and by less than a fortieth not at all, for any two texts of a language are.
fn text_degree(product: u64) -> u64 {
    let alike = product / UNIT;
    if alike < UNIT / 40 {
        return 0;
    }
    (4 * alike).min(UNIT)
}
