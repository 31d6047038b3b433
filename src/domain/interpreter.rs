//! Who interprets, and which meetings need it: where an event says so, two people without a common language meet only with somebody
//! who has a language of each.
//!
//! Rule: an interpreter is in one meeting at a time. Whoever names no language has none in common with anybody.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::codes;
use super::ids::{InterpreterId, SlotId};
use super::lang::Lang;
use super::text::Email;

codes! {
    /// Whether two people without a common language may meet.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
    pub enum LanguageRule {
        /// As each round says; by hand and by proposals whatever they speak.
        #[default]
        Any = "any",
        /// They are not brought together.
        Shared = "shared",
        /// With an interpreter only.
        Interpreted = "interpreted",
    }
}

/// Somebody who interprets between any two of their languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interpreter {
    pub id: InterpreterId,
    pub name: String,
    /// Where their plan is mailed to.
    pub email: Option<Email>,
    /// Language of their mails and papers.
    pub lang: Lang,
    /// Codes of languages, two at least.
    pub languages: Vec<String>,
    /// The slots in which they are not there.
    pub away: BTreeSet<SlotId>,
}

impl Interpreter {
    /// Whether they can help two people understand each other.
    pub fn helps(&self, two: Two<'_>) -> bool {
        two.iter().all(|spoken| spoken.iter().any(|code| self.languages.contains(code)))
    }
}

/// What two people speak.
pub type Two<'a> = [&'a [String]; 2];

/// What an event says of languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interpreting {
    pub rule: LanguageRule,
    /// By name.
    pub interpreters: Vec<Interpreter>,
}

/// A meeting that asks for an interpreter.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    pub two: Two<'a>,
    /// Who does it now, and goes on where that can be.
    pub now: Option<&'a InterpreterId>,
}

fn understand_each_other([a, b]: Two<'_>) -> bool {
    a.iter().any(|code| b.contains(code))
}

impl Interpreting {
    /// Whether two people meet with an interpreter only.
    pub fn needed(&self, two: Two<'_>) -> bool {
        self.rule == LanguageRule::Interpreted && !understand_each_other(two)
    }

    /// Whether two people are not brought together.
    pub fn bars(&self, two: Two<'_>) -> bool {
        self.rule == LanguageRule::Shared && !understand_each_other(two)
    }

    pub fn get(&self, id: &InterpreterId) -> Option<&Interpreter> {
        self.interpreters.iter().find(|one| one.id == *id)
    }

    /// The name of whoever interprets.
    pub fn name(&self, id: Option<&InterpreterId>) -> Option<&str> {
        self.get(id?).map(|one| one.name.as_str())
    }

    /// Those who can help two people in a slot, if nobody else needs them.
    pub fn helpers<'a>(&'a self, two: Two<'a>, slot: &'a SlotId) -> impl Iterator<Item = &'a Interpreter> {
        self.interpreters.iter().filter(move |one| !one.away.contains(slot) && one.helps(two))
    }

    /// Whoever is to help two people in a slot: who does so now, if they can, else the first who is not taken. None where nobody
    /// is needed.
    ///
    /// # Errors
    /// Nobody is left.
    pub fn helper(
        &self,
        wanted: Wanted<'_>,
        slot: &SlotId,
        taken: &BTreeSet<&InterpreterId>,
    ) -> Result<Option<InterpreterId>, NobodyLeft> {
        if !self.needed(wanted.two) {
            return Ok(None);
        }
        let free = || self.helpers(wanted.two, slot).map(|one| &one.id).filter(|id| !taken.contains(id));
        let found = free().find(|id| Some(*id) == wanted.now).or_else(|| free().next());
        found.cloned().map(Some).ok_or(NobodyLeft)
    }

    /// Whoever helps each of some meetings in a slot, of those who are not taken: as many as can be, and those who do it now go on
    /// unless others would lack somebody then.
    pub fn assigned(
        &self,
        wanted: &[Wanted<'_>],
        slot: &SlotId,
        taken: &BTreeSet<&InterpreterId>,
    ) -> Vec<Option<InterpreterId>> {
        let can = |of: &Wanted<'_>| -> Vec<usize> {
            let all = self.interpreters.iter().enumerate().filter(|_| self.needed(of.two));
            let free = all.filter(|(_, one)| !one.away.contains(slot) && !taken.contains(&one.id));
            free.filter(|(_, one)| one.helps(of.two)).map(|(at, _)| at).collect()
        };
        let can: Vec<Vec<&InterpreterId>> = (wanted.iter())
            .map(|of| can(of).into_iter().map(|at| &self.interpreters[at].id).collect())
            .collect();
        let mut given: BTreeMap<&InterpreterId, usize> = BTreeMap::new();
        for (at, of) in wanted.iter().enumerate() {
            if let Some(now) = of.now.and_then(|now| can[at].iter().find(|id| **id == now)) {
                given.entry(now).or_insert(at);
            }
        }
        let has: BTreeSet<usize> = given.values().copied().collect();
        for at in (0..wanted.len()).filter(|at| !has.contains(at)) {
            seek(at, &can, &mut given, &mut BTreeSet::new());
        }
        let mut out = vec![None; wanted.len()];
        given.into_iter().for_each(|(id, at)| out[at] = Some(id.clone()));
        out
    }
}

/// Nobody is left to interpret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NobodyLeft;

/// Finds somebody for a meeting; who is free comes first, and whoever is not leaves another one that finds somebody else.
fn seek<'a>(
    at: usize,
    can: &[Vec<&'a InterpreterId>],
    given: &mut BTreeMap<&'a InterpreterId, usize>,
    asked: &mut BTreeSet<&'a InterpreterId>,
) -> bool {
    let free = can[at].iter().copied().find(|id| !given.contains_key(id));
    if let Some(free) = free {
        given.insert(free, at);
        return true;
    }
    for id in can[at].iter().copied() {
        if asked.insert(id) && given.get(id).copied().is_some_and(|other| seek(other, can, given, asked)) {
            given.insert(id, at);
            return true;
        }
    }
    false
}
