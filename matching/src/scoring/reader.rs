//! The people of an event as one of them sees them: of the others what the scorer knows, of themselves all that they said.
//!
//! A scorer over what people show serves every reader: nobody's list costs the reading of everybody's texts.

use std::cmp::Reverse;

use super::focus::Focus;
use super::pair::Traits;
use super::profile::Profile;
use super::rules::{Relations, WhyNot};
use super::scorer::{ScoredPair, Scorer};
use super::ties::Ties;

/// One person held against everybody else.
pub struct Reader<'a> {
    scorer: &'a Scorer,
    place: u32,
    focus: Focus<'a>,
}

impl Scorer {
    /// The view of a person of whom `own` is the whole profile, with what they know between themselves and others. Topics count
    /// as the scorer knows them. Nothing for a number without a person.
    pub fn reader(&self, person: u32, own: &Profile, known: &Relations) -> Option<Reader<'_>> {
        let place = self.place(person)?;
        let row = place as usize;
        let ticked = (self.interests.offers.row(row), self.interests.seeks.row(row));
        let wrote = self.texts.read(own, ticked);
        let ties = Ties::new(known, &self.place_of);
        Some(Reader {
            scorer: self,
            place,
            focus: Focus::of_reader(self, place, Traits::new(own), ties, wrote),
        })
    }
}

impl Reader<'_> {
    /// Everybody whom the reader may meet, best first, with the weights of the pairs; between equals whoever comes next after
    /// the reader.
    pub fn rank(&self) -> Vec<(u32, u32)> {
        let pairs =
            (0..self.scorer.len() as u32).filter_map(|other| Some((other, self.focus.pair(other).ok()?)));
        let mut ranked: Vec<_> = pairs
            .map(|(other, pair)| {
                let worth = (pair.weight(), pair.fine);
                (Reverse(worth), self.scorer.distance(self.place, other), other)
            })
            .collect();
        ranked.sort_unstable();
        let told = |(Reverse((weight, _)), _, other): (Reverse<(i32, u64)>, u32, u32)| {
            (self.scorer.caller_of(other), weight.max(1) as u32)
        };
        ranked.into_iter().map(told).collect()
    }

    /// The weight of the pair with another person and its reasons, or why the two may not meet.
    pub fn explain(&self, other: u32) -> Result<ScoredPair, WhyNot> {
        let other = self.scorer.place(other).ok_or(WhyNot::UnknownPerson)?;
        let points = self.focus.pair(other)?;
        let answers = self.focus.agreements(other).collect();
        Ok(self.scorer.told(self.place, other, &points, answers))
    }
}
