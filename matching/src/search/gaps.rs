//! Fewer idle gaps by meeting others: where people are there at different times, the meetings of a schedule leave
//! little choice of slots, but some of them can be exchanged for others of the same worth.
//!
//! Each gap gets a price, which makes exchanges and matchings of single slots prefer short days. Prices trade levels for
//! gaps, so only such schedules count that keep every level of the first one.

use crate::alarm::Alarm;
use crate::algorithms::random::Random;
use crate::model::levels::Levels;
use crate::model::schedule::Schedule;
use crate::model::slots::Mask;
use crate::search::exchange::Exchange;
use crate::search::fairness::is_as_fair;
use crate::search::one_slot::{Candidates, Perturbation, solve_slot};
use crate::tuning::gaps::{MOVES, NOISE, PRICE, TEMPERATURE};
use crate::tuning::streams::GAPS;

/// The schedule with the fewest gaps found with `work` units among those that keep the levels of the first; more worth
/// on the levels where gaps are equal. `good` says for each pair the slots worth trying; `stop` is asked now and then.
pub(crate) fn exchange_for_gaps<'p>(
    first: &Schedule<'p>,
    good: Vec<Mask>,
    seed: u64,
    work: u64,
    stop: &mut dyn FnMut() -> bool,
    alarm: &Alarm,
) -> Schedule<'p> {
    let (levels, units, worth) = (Levels::of(first), first.units(), first.value);
    let mut exchange = Exchange::new(seed, first, good);
    let mut random = Random::new(seed ^ GAPS);
    let mut candidates = Candidates::of_all(first.problem);
    let mut best = first.clone();
    let mut schedule = first.clone();
    best.price_gaps(1);
    schedule.price_gaps(PRICE);
    let mut used = 0;
    while used < work && !stop() {
        let noise = (i128::from(NOISE) * i128::from(work - used) / i128::from(work)) as i64;
        exchange.count_below(&schedule);
        exchange.anneal(&mut schedule, MOVES, TEMPERATURE, alarm);
        used += MOVES;
        for slot in 0..schedule.problem.slots {
            if alarm.rang() {
                break;
            }
            used += solve_slot(
                &mut schedule,
                slot,
                &mut candidates,
                &Perturbation { noise, loan: None },
                (&mut random, alarm),
            );
        }
        let mut now = schedule.clone();
        now.price_gaps(1);
        let key = |s: &Schedule| (s.gap_cost(), -s.value);
        let worth_it = now.value + now.gap_cost() >= worth;
        let above = now.units() >= units && Levels::of(&now).keeps(&levels);
        let keeps = worth_it && above && is_as_fair(&now, first);
        if keeps && key(&now) < key(&best) {
            best = now;
        }
    }
    best.price_gaps(0);
    best
}
