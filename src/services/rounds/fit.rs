//! How well the people of an event fit one of them, by the weights of its rounds, and why.
//!
//! Invariant: nobody learns of a block, a hidden wish or a declined one. What a participant sees of others is ordered and
//! explained by what they know themselves.

use std::collections::{BTreeSet, HashMap};

use matching::scoring::Relations;

use super::facts::Facts;
use super::run::decode;
use super::scorer::{scorer_knowing, terms};
use super::settings::RoundSettings;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::ReasonTerm;
use crate::domain::round::RoundState;
use crate::domain::wish::{Wish, WishKind};
use crate::services::Fault;
use crate::store::{Db, rounds};

/// How well another person fits the reader.
#[derive(Debug, Clone)]
pub struct Fit {
    /// From 1 to 1000.
    pub weight: u32,
    /// The named parts of the weight.
    pub terms: Vec<ReasonTerm>,
}

/// Everyone who may meet the reader, best first, as places in the list of people, with the weights of the round that
/// was published last. Only what the reader knows goes into a weight: their own wishes and blocks, and the wishes they
/// are told of; so nothing about what others keep to themselves can be read off the order.
pub(in crate::services) fn rank(
    db: &mut Db,
    facts: &Facts,
    reader: &ParticipantId,
) -> Result<Vec<(usize, Fit)>, Fault> {
    let settings = settings(db, facts)?;
    let places = facts.places();
    let Some(own) = places.get(reader).and_then(|place| u32::try_from(*place).ok()) else {
        return Ok(Vec::new());
    };
    let scorer = scorer_knowing(facts, &settings, &known_relations(facts, reader, &places));
    let ranked = scorer.rank_for(own, facts.people.len());
    let fits = ranked.into_iter().map(|pair| {
        let fit = Fit { weight: pair.weight, terms: terms(facts, &pair) };
        (pair.partner_of(own) as usize, fit)
    });
    Ok(fits.collect())
}

/// The settings of the round that was published last, else of the newest, else those that a round begins with.
fn settings(db: &mut Db, facts: &Facts) -> Result<RoundSettings, Fault> {
    let rounds = rounds::list(db, &facts.event.id)?;
    let published = rounds.iter().find(|round| round.state == RoundState::Published);
    published.or(rounds.first()).map_or_else(|| Ok(RoundSettings::default()), |round| decode(&round.settings))
}

fn known_relations(
    facts: &Facts,
    reader: &ParticipantId,
    places: &HashMap<&ParticipantId, usize>,
) -> Relations {
    let of_reader = |kind| move |wish: &&Wish| wish.from == *reader && wish.kind == kind;
    let wished: BTreeSet<&ParticipantId> =
        facts.wishes.iter().filter(of_reader(WishKind::Wish)).map(|wish| &wish.to).collect();
    let told = |wish: &&Wish| {
        let declined = facts.declined.contains(&(wish.from.clone(), wish.to.clone()));
        wish.to == *reader
            && wish.kind == WishKind::Wish
            && !declined
            && (wish.shown || wished.contains(&wish.from))
    };
    let pair = |wish: &Wish| {
        let place = |who| places.get(who).and_then(|place| u32::try_from(*place).ok());
        Some((place(&wish.from)?, place(&wish.to)?))
    };
    let mine = facts.wishes.iter().filter(of_reader(WishKind::Wish));
    Relations {
        wishes: mine.chain(facts.wishes.iter().filter(told)).filter_map(pair).collect(),
        blocks: facts.wishes.iter().filter(of_reader(WishKind::Block)).filter_map(pair).collect(),
        earlier: Vec::new(),
    }
}
