//! What an office says a round is for, in a few choices, and the points that each of them sets. What is stored are the points
//! alone: which choices they are is read from them.

use matching::scoring::{Term, Weights};

use crate::domain::codes::codes;

codes! {
    /// Something that a round is for.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Intention {
        /// As many wishes as possible, one-sided ones too.
        Wishes = "wishes",
        /// Those who seek meet those who offer.
        Needs = "needs",
        /// People with the same topics meet.
        Topics = "topics",
        /// Groups mix: kinds of organisations, or participant types.
        Mix = "mix",
        Countries = "countries",
    }
}

impl Intention {
    /// The terms whose points it raises, and to what; no term is raised by two.
    pub fn raises(self) -> &'static [(Term, i32)] {
        match self {
            Intention::Wishes => &[(Term::MutualWish, 500), (Term::OneWayWish, 240)],
            Intention::Needs => &[
                (Term::OfferMeetsSeek, 200),
                (Term::BothWays, 120),
                (Term::TextMeetsText, 70),
                (Term::TextMeetsTopic, 70),
            ],
            Intention::Topics => &[(Term::SharedTopic, 120), (Term::NearTopic, 60), (Term::TextShared, 40)],
            Intention::Mix => &[(Term::GroupMix, 90)],
            Intention::Countries => &[(Term::DifferentCountry, 100)],
        }
    }

    /// The choices that points come of: those whose terms are all raised as they raise them.
    pub fn of(points: &Weights) -> Vec<Intention> {
        let is_raised = |(term, raised): &(Term, i32)| points.points(*term) == *raised;
        Intention::ALL.into_iter().filter(|one| one.raises().iter().all(is_raised)).collect()
    }

    /// The points of a term with these choices.
    pub fn points(said: &[Intention], term: Term) -> i32 {
        let mut raised = said.iter().flat_map(|one| one.raises());
        raised.find(|(known, _)| *known == term).map_or(term.info().default, |(_, points)| *points)
    }
}
