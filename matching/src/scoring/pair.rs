//! The terms of one pair: whether it is allowed, and what each term gives it.

use super::profile::Profile;
use super::rarity::UNIT;
use super::rules::{CountryRule, EarlierMeetings, LanguageRule, Request, TypeRule, WhyNot};
use super::scorer::Scorer;
use super::sparse::dot;
use super::ties::Tie;
use super::weights::{MAX_WEIGHT, Term};

/// What scoring keeps of a profile beside topics and texts.
pub(super) struct Traits {
    organisation: Option<u32>,
    country: Option<u16>,
    kind: Option<u16>,
    group: Option<u16>,
    languages: Vec<u16>,
}

impl Traits {
    pub(super) fn new(profile: &Profile) -> Self {
        Self {
            organisation: profile.organisation,
            country: profile.country,
            kind: profile.kind,
            group: profile.group,
            languages: profile.languages.clone(),
        }
    }

    fn shares_language(&self, other: &Traits) -> bool {
        self.languages.iter().any(|l| other.languages.contains(l))
    }
}

/// The points of each term for one pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct PairPoints {
    points: [i32; Term::COUNT],
    /// The points before rounding, times `UNIT`: what orders pairs of equal weight.
    pub fine: u64,
    pub request: Request,
}

impl PairPoints {
    /// From 1 to 1000.
    pub(super) fn weight(&self) -> i32 {
        self.points.iter().sum()
    }

    /// The terms that gave or took something.
    pub(super) fn terms(&self) -> Vec<(Term, i32)> {
        Term::ALL
            .into_iter()
            .chain([Term::Limit])
            .map(|term| (term, self.points[term as usize]))
            .filter(|(_, points)| *points != 0)
            .collect()
    }
}

impl Scorer {
    /// The points of a pair, or why it is not allowed. Both numbers are places in our own order.
    pub(super) fn pair(&self, a: u32, b: u32) -> Result<PairPoints, WhyNot> {
        let tie = self.ties.between(a, b);
        self.check_tied(a, b, tie)?;
        let mut pair = PairPoints { points: [0; Term::COUNT], fine: 0, request: tie.request() };
        self.add_traits(a, b, &mut pair);
        self.add_topics(a as usize, b as usize, &mut pair);
        self.add_texts(a as usize, b as usize, &mut pair);
        pair.points[Term::Limit as usize] = MAX_WEIGHT.min(pair.weight()) - pair.weight();
        Ok(pair)
    }

    /// Whether a pair is allowed.
    pub(super) fn check(&self, a: u32, b: u32) -> Result<(), WhyNot> {
        self.check_tied(a, b, self.ties.between(a, b))
    }

    fn check_tied(&self, a: u32, b: u32, tie: Tie) -> Result<(), WhyNot> {
        if a == b {
            return Err(WhyNot::SamePerson);
        }
        let (one, other) = (&self.traits[a as usize], &self.traits[b as usize]);
        if one.organisation.is_some() && one.organisation == other.organisation {
            return Err(WhyNot::SameOrganisation);
        }
        if tie.blocked {
            return Err(WhyNot::Blocked);
        }
        if self.rules.types.rule(one.kind, other.kind) == TypeRule::Excluded {
            return Err(WhyNot::TypesExcluded);
        }
        let same_country = one.country.is_some() && one.country == other.country;
        if same_country && self.rules.countries == CountryRule::OnlyDifferent {
            return Err(WhyNot::SameCountry);
        }
        if self.rules.languages == LanguageRule::Shared && !one.shares_language(other) {
            return Err(WhyNot::NoSharedLanguage);
        }
        if tie.met && self.rules.earlier_meetings == EarlierMeetings::Excluded {
            return Err(WhyNot::MetBefore);
        }
        Ok(())
    }

    fn add_traits(&self, a: u32, b: u32, pair: &mut PairPoints) {
        let (one, other) = (&self.traits[a as usize], &self.traits[b as usize]);
        let differ = |x: Option<u16>, y: Option<u16>| x.is_some() && y.is_some() && x != y;
        let wanted = self.rules.types.rule(one.kind, other.kind) == TypeRule::Wanted;
        for (term, holds) in [
            (Term::BothTakePart, true),
            (Term::MutualWish, pair.request == Request::Mutual),
            (Term::OneWayWish, pair.request == Request::OneWay),
            (Term::DifferentCountry, differ(one.country, other.country)),
            (Term::GroupMix, differ(one.group, other.group)),
            (Term::TypesWantEachOther, wanted),
            (Term::SharedLanguage, one.shares_language(other)),
        ] {
            if holds {
                self.give(pair, term, UNIT);
            }
        }
    }

    fn add_topics(&self, a: usize, b: usize, pair: &mut PairPoints) {
        let there = degree(self.interests.meets(a, b));
        let back = degree(self.interests.meets(b, a));
        let shared = self.interests.shared(a, b);
        self.give(pair, Term::OfferMeetsSeek, there + back);
        self.give(pair, Term::BothWays, there.min(back));
        self.give(pair, Term::SharedTopic, degree(shared.topics));
        self.give(pair, Term::NearTopic, degree(shared.headings));
    }

    fn add_texts(&self, a: usize, b: usize, pair: &mut PairPoints) {
        let (texts, topics) = (&self.texts, &self.interests);
        let (offers, seeks) = (&texts.offers, &texts.seeks);
        let there = text_degree(dot(offers.row(a), seeks.row(b)));
        let back = text_degree(dot(seeks.row(a), offers.row(b)));
        self.give(pair, Term::TextMeetsText, there + back);
        let alike = dot(offers.row(a), offers.row(b)).max(dot(seeks.row(a), seeks.row(b)));
        self.give(pair, Term::TextShared, text_degree(alike));
        let meets_topic = |a: usize, b: usize| {
            let offered = dot(texts.offer_topics.row(a), topics.seeks.row(b));
            let sought = dot(topics.offers.row(a), texts.seek_topics.row(b));
            text_degree(offered.max(sought))
        };
        let meets_topic = meets_topic(a, b) + meets_topic(b, a);
        self.give(pair, Term::TextMeetsTopic, meets_topic);
    }

    /// Gives the pair the term's points times `degree`, of which `UNIT` is the whole.
    fn give(&self, pair: &mut PairPoints, term: Term, degree: u64) {
        let fine = u64::from(self.weights.points(term).unsigned_abs()) * degree;
        pair.points[term as usize] = (fine / UNIT) as i32;
        pair.fine += fine;
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
