//! How well the people of an event fit one of them: a scorer over what everybody shows, made once for all who read.
//!
//! Invariant: nobody learns of a block, a hidden wish or a declined one. What a participant sees of others is ordered and
//! explained by what they know themselves: what the others show, all that they said of themselves, their own wishes and
//! blocks, and the wishes they are told of.

use std::collections::BTreeSet;

use matching::scoring::{Profile, Reader, Relations, Scorer};

use super::facts::Facts;
use super::scorer::{Numbers, terms};
use super::settings::RoundSettings;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::ReasonTerm;
use crate::domain::participant::Participant;
use crate::domain::wish::{Wish, WishKind};

/// How well another person fits the reader.
#[derive(Debug, Clone)]
pub struct Fit {
    /// From 1 to 1000.
    pub weight: u32,
    /// The named parts of the weight.
    pub terms: Vec<ReasonTerm>,
}

/// The scorer that serves every reader.
pub(super) struct Ranker {
    numbers: Numbers,
    scorer: Scorer,
}

impl Ranker {
    /// Over people as they are shown, in the order of the facts.
    pub(super) fn new(facts: &Facts, shown: &[Participant], settings: &RoundSettings) -> Ranker {
        let numbers = Numbers::of(facts, settings);
        let profiles: Vec<Profile> = shown.iter().map(|person| numbers.profile(person)).collect();
        let scorer = numbers.scorer(facts, settings, &profiles, &Relations::default());
        Ranker { numbers, scorer }
    }

    /// The view of the participant at a place, with what they know between themselves and others, by places.
    pub(super) fn reader<'a>(
        &'a self,
        facts: &'a Facts,
        place: usize,
        known: &Relations,
    ) -> Option<Ranking<'a>> {
        let own = self.numbers.profile(facts.people.get(place)?);
        let reader = self.scorer.reader(u32::try_from(place).ok()?, &own, known)?;
        Some(Ranking { reader, facts })
    }
}

/// Everybody as one of them sees them.
pub(in crate::services) struct Ranking<'a> {
    reader: Reader<'a>,
    facts: &'a Facts,
}

impl Ranking<'_> {
    /// Everyone who may meet the reader, best first, as places in the list of people.
    pub fn best_first(&self) -> Vec<usize> {
        self.reader.rank().into_iter().map(|(place, _)| place as usize).collect()
    }

    /// How well somebody fits; nothing where a rule of the event or the reader themselves keeps the two apart.
    pub fn fit(&self, place: usize) -> Option<Fit> {
        let pair = self.reader.explain(u32::try_from(place).ok()?).ok()?;
        Some(Fit { weight: pair.weight, terms: terms(self.facts, &pair) })
    }
}

/// What a participant knows between themselves and others, by places: their own wishes and blocks, and the wishes they are told
/// of.
pub(super) fn known_relations(
    facts: &Facts,
    reader: &ParticipantId,
    place: impl Fn(&ParticipantId) -> Option<usize>,
) -> Relations {
    let of_reader = |kind| move |wish: &&Wish| wish.from == *reader && wish.kind == kind;
    let wished: BTreeSet<&ParticipantId> =
        facts.wishes.iter().filter(of_reader(WishKind::Wish)).map(|wish| &wish.to).collect();
    let told = |wish: &&Wish| {
        wish.to == *reader
            && wish.kind == WishKind::Wish
            && (wish.shown || wished.contains(&wish.from))
            && !facts.declined.contains(&(wish.from.clone(), wish.to.clone()))
    };
    let number = |who: &ParticipantId| place(who).and_then(|place| u32::try_from(place).ok());
    let pair = |wish: &Wish| Some((number(&wish.from)?, number(&wish.to)?));
    let mine = facts.wishes.iter().filter(of_reader(WishKind::Wish));
    Relations {
        wishes: mine.chain(facts.wishes.iter().filter(told)).filter_map(pair).collect(),
        blocks: facts.wishes.iter().filter(of_reader(WishKind::Block)).filter_map(pair).collect(),
        earlier: Vec::new(),
    }
}
