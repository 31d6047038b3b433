//! Whether a pair is allowed, and the points it is given.

use super::answers::{Comparison, holding};
use super::profile::Profile;
use super::rarity::UNIT;
use super::rules::{CountryRule, EarlierMeetings, LanguageRule, TypeRule, WhyNot};
use super::scorer::Scorer;
use super::ties::Tie;
use super::weights::{MAX_WEIGHT, Term};
use crate::model::input::Request;

/// What scoring keeps of a profile beside topics and texts.
pub(super) struct Traits {
    organisation: Option<u32>,
    pub country: Option<u16>,
    pub kind: Option<u16>,
    pub group: Option<u16>,
    languages: Vec<u16>,
    pub answers: Vec<Vec<u32>>,
}

impl Traits {
    pub(super) fn new(profile: &Profile) -> Self {
        Self {
            organisation: profile.organisation,
            country: profile.country,
            kind: profile.kind,
            group: profile.group,
            languages: profile.languages.clone(),
            answers: profile.answers.clone(),
        }
    }

    /// The comparisons, by their places, that hold for the two.
    pub(super) fn agreements<'a>(
        &'a self,
        other: &'a Traits,
        comparisons: &'a [Comparison],
    ) -> impl Iterator<Item = usize> + 'a {
        holding(comparisons, &self.answers, &other.answers)
    }

    pub(super) fn shares_language(&self, other: &Traits) -> bool {
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
    pub(super) fn new(request: Request) -> Self {
        Self { points: [0; Term::COUNT], fine: 0, request }
    }

    /// Adds `points` times `degree`, of which `UNIT` is the whole.
    pub(super) fn add(&mut self, term: Term, points: i32, degree: u64) {
        let fine = u64::from(points.unsigned_abs()) * degree;
        self.points[term as usize] += (fine / UNIT) as i32;
        self.fine += fine;
    }

    /// Takes away what is above the heaviest weight.
    pub(super) fn limit(&mut self) {
        self.points[Term::Limit as usize] -= (self.weight() - MAX_WEIGHT).max(0);
    }

    /// From 1 to 1000, because both taking part always gives something.
    pub(super) fn weight(&self) -> i32 {
        self.points.iter().sum()
    }

    /// The terms that gave or took something.
    pub(super) fn terms(&self) -> Vec<(Term, i32)> {
        Term::ALL
            .into_iter()
            .chain([Term::Answers, Term::Limit])
            .map(|term| (term, self.points[term as usize]))
            .filter(|(_, points)| *points != 0)
            .collect()
    }
}

impl Scorer {
    /// Whether a pair is allowed. Both numbers are places in our own order.
    pub(super) fn check(&self, a: u32, b: u32, tie: Tie) -> Result<(), WhyNot> {
        if a == b {
            return Err(WhyNot::SamePerson);
        }
        self.check_traits(&self.traits[a as usize], &self.traits[b as usize], tie)
    }

    /// The same of two different people by what is known of them.
    pub(super) fn check_traits(&self, one: &Traits, other: &Traits, tie: Tie) -> Result<(), WhyNot> {
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
}
