//! Pairs that are not listed: where a rule says who may meet, only the pairs worth looking at are listed. Prices of the
//! relaxation say which those are (column generation: Dantzig, Wolfe, Decomposition principle for linear programs,
//! Operations Research 8, 1960): an unlisted pair matters only if it is worth more than its price. What is left above its
//! price when the listing ends is part of every bound, so a bound is always one of *all* pairs.

use crate::alarm::Alarm;
use crate::bounds::prices::{FINE, Prices, paying};
use crate::bounds::quota_price;
use crate::bounds::relaxation::relax_growing;
use crate::model::input::Input;
use crate::model::invalid::{self, Invalid};
use crate::model::listing::{first_pairs, with_listed};
use crate::model::objective::Objective;
use crate::model::problem::{Pair, Problem};
use crate::model::rule::{PairList, PairRule};
use crate::tuning::columns::{AT_A_TIME, FIRST_LISTED, MANY_PAIRS, MOST_CLIMBED};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

impl Problem {
    /// A problem whose allowed pairs are given by a rule: `frame` has everything else, pairs it lists are not looked at.
    ///
    /// At first the wished and pinned pairs and the best of each person are listed (`listed_first` of them, 20 are
    /// good), then every pair that pays at the prices of the relaxation, until none does. The
    /// solver chooses among listed pairs; its bounds hold for all.
    ///
    /// # Errors
    /// As [`Problem::new`], about the frame and the pairs listed; never empty.
    pub fn by_rule(
        frame: Input,
        rule: Arc<dyn PairRule>,
        listed_first: usize,
    ) -> Result<Problem, Vec<Invalid>> {
        Problem::listed_by_rule(frame, rule, listed_first, &Alarm::silent())
    }

    fn listed_by_rule(
        frame: Input,
        rule: Arc<dyn PairRule>,
        listed_first: usize,
        alarm: &Alarm,
    ) -> Result<Problem, Vec<Invalid>> {
        let empty = Problem::new(Input { pairs: Vec::new(), pins: Vec::new(), ..frame.clone() })?;
        let pairs = first_pairs(&empty, &frame, rule.as_ref(), listed_first);
        let input = Input { pairs, ..frame };
        let faults = invalid::faults(&input);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut problem = Problem::assembled(input);
        problem.rule = Some(rule);
        loop {
            let listed = problem.pairs.len();
            problem = grown_by_relaxation(&problem, alarm);
            // Without a quota the prices are final; with one the longer list may ask for another price.
            if !problem.has_quota() || problem.pairs.len() == listed || alarm.rang() {
                return Ok(problem);
            }
        }
    }

    /// The event after a change: a problem of another input and of the same rule, if there is one.
    ///
    /// # Errors
    /// As [`Problem::new`].
    pub fn with_input(&self, input: Input) -> Result<Problem, Vec<Invalid>> {
        match &self.rule {
            Some(rule) => Problem::by_rule(input, Arc::clone(rule), FIRST_LISTED),
            None => Problem::new(input),
        }
    }
}

/// The same problem with every pair listed that pays at the prices of the relaxation, at the end or on the way.
fn grown_by_relaxation(problem: &Problem, alarm: &Alarm) -> Problem {
    let priced = if !problem.has_quota() { problem.clone() } else { quota_price::price(problem, alarm).0 };
    let objective = Objective::of(&priced);
    let mut known = BTreeSet::new();
    let mut taken = Vec::new();
    let mut find = |prices: &Prices| {
        let mut found = paying(&priced, prices, &objective, 0, AT_A_TIME, &known);
        found.sort_unstable_by_key(|p| (p.a, p.b));
        known.extend(found.iter().map(|p| (p.a, p.b)));
        let pairs = found.iter().filter_map(|p| priced.pair_of(p)).collect();
        taken.extend(found);
        pairs
    };
    let (mut relaxed, twice) = relax_growing(&priced, &objective, &mut find, alarm);
    let shares: BTreeMap<(usize, usize), u8> = taken.iter().map(|p| (p.a, p.b)).zip(twice).collect();
    let mut out = with_listed(problem, taken);
    // Both lists are sorted: the listed ones keep their order.
    let mut listed = std::mem::take(&mut relaxed.twice).into_iter();
    let share = |p: &Pair| shares.get(&(p.a as usize, p.b as usize)).copied().or_else(|| listed.next());
    relaxed.twice = out.pairs.iter().map(share).map(Option::unwrap_or_default).collect();
    if !problem.has_quota() {
        out.warm_start = Some(Arc::new(relaxed.into_warm_start()));
    }
    out
}

/// The same problem by rule, where it lists very many pairs; none where it does not.
pub(crate) fn thinned(problem: &Problem, alarm: &Alarm) -> Option<Problem> {
    // The levels are climbed over all pairs, as far as these are not too many.
    let is_climbed = (problem.has_quota() || problem.units.is_some()) && problem.pairs.len() <= MOST_CLIMBED;
    if problem.rule.is_some() || is_climbed || problem.pairs.len() <= MANY_PAIRS * problem.people() {
        return None;
    }
    let rule = PairList::new(problem.people(), &problem.input().pairs);
    let Input { slots, people, pairs: _, pins, quotas, coverage, interpreting } = problem.input();
    let frame = Input {
        slots: slots.clone(),
        people: people.clone(),
        pairs: Vec::new(),
        pins: pins.clone(),
        quotas: quotas.clone(),
        coverage: coverage.clone(),
        interpreting: interpreting.clone(),
    };
    Problem::listed_by_rule(frame, Arc::new(rule), FIRST_LISTED, alarm).ok()
}

/// The same problem with pairs listed that come near their price (within `reach` units of value), as far as they are not
/// too many.
pub(crate) fn with_nearly_paying(
    problem: &Problem,
    prices: &Prices,
    objective: &Objective,
    reach: i64,
) -> Problem {
    with_listed(problem, paying(problem, prices, objective, -reach * FINE, MANY_PAIRS, &BTreeSet::new()))
}

/// The same problem with those pairs listed that pay at the prices; none if none does.
pub(crate) fn with_paying(problem: &Problem, prices: &Prices, objective: &Objective) -> Option<Problem> {
    let found = paying(problem, prices, objective, 0, AT_A_TIME, &BTreeSet::new());
    (!found.is_empty()).then(|| with_listed(problem, found))
}
