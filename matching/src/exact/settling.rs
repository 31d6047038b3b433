//! The prices of the conditions at which the bound on a level is least, by cutting planes (Kelley 1960): each flow at some prices
//! is a plane below the bound, and the lowest point under which no plane lies says which prices to try next.
//!
//! The planes that hold that point up mix to the optimum of the linear program: where they differ, or an edge is half, a
//! whole set is still to be found.

use crate::alarm::Alarm;
use crate::algorithms::planes::Planes;
use crate::exact::program::{Decided, Program, Question, Reached};
use crate::tuning::exact::{MOST_FLOWS, MOST_KNOWN, MOST_PLANES};
use std::collections::VecDeque;
use std::rc::Rc;

/// A share of an edge that is whole.
pub(crate) const WHOLE: i64 = 2 << 20;

/// The least bound found, its prices, and the mixture that holds it up.
pub(crate) struct Settled {
    /// No set that keeps what is decided and all rows has more of the level.
    pub bound: i64,
    pub prices: Vec<i64>,
    /// The share of each edge, of [`WHOLE`].
    pub shares: Vec<i64>,
}

/// Solutions of flows, at whatever prices and decisions: planes of every node that keeps what they keep.
#[derive(Default)]
pub(crate) struct Pool {
    known: VecDeque<Rc<Reached>>,
}

impl Pool {
    /// Takes a solution in, in place of the oldest where there are many: each question looks at all of them.
    fn add(&mut self, reached: Rc<Reached>) {
        if self.known.len() >= MOST_KNOWN {
            self.known.pop_front();
        }
        self.known.push_back(reached);
    }

    /// The newest solutions that keep all decisions.
    fn usable(&self, program: &Program) -> Vec<Rc<Reached>> {
        let keeps = |reached: &&Rc<Reached>| {
            program.decided.iter().zip(&reached.twice).all(|(decided, twice)| match decided {
                Decided::Open => true,
                Decided::In => *twice == 2,
                Decided::Out => *twice == 0,
            })
        };
        self.known.iter().rev().filter(keeps).take(MOST_PLANES).cloned().collect()
    }
}

/// What is seen of each solution on the way.
pub(crate) type Offer<'a> = dyn FnMut(&Program, &Reached) + 'a;

/// The least bound that answers a question, from prices of its rows on; it may stop early once no set can have more than
/// `enough`. Each solution is shown to `offer`. None if it was stopped.
pub(crate) fn settle(
    program: &mut Program,
    question: &Question,
    pool: &mut Pool,
    (start, enough): (&[i64], i64),
    offer: &mut Offer,
    alarm: &Alarm,
) -> Option<Settled> {
    let mut bundle = Bundle::new(program, question, pool);
    let sides = question.least.iter().map(|row| program.side(row.0));
    // A row that a search has just added starts without a price.
    let known = start.iter().copied().chain(std::iter::repeat(0));
    let mut prices: Vec<i64> = known.zip(sides).map(|(price, side)| price.min(side)).collect();
    let (mut bound, mut best) = (i64::MAX, prices.clone());
    let mut weights = Vec::new();
    for _ in 0..MOST_FLOWS {
        let priced = program.at(&prices, question, alarm)?;
        if priced.bound < bound {
            (bound, best) = (priced.bound, prices.clone());
        }
        offer(program, &priced.reached);
        let reached = Rc::new(priced.reached);
        pool.add(Rc::clone(&reached));
        bundle.add(question, reached);
        if weights.is_empty() || question.whole(bound) <= enough {
            weights = vec![(bundle.known.len() - 1, 1 << 40)];
        }
        if question.whole(bound) <= enough {
            break;
        }
        let before = bundle.planes.steps;
        let lowest = bundle.planes.lowest();
        program.charge(bundle.planes.steps - before);
        if lowest.weights.is_empty() {
            break;
        }
        weights = lowest.weights;
        if question.whole(lowest.value) >= question.whole(bound) || lowest.prices == prices {
            break;
        }
        prices = lowest.prices;
    }
    Some(Settled { bound: question.whole(bound), prices: best, shares: bundle.mixed(&weights, program) })
}

impl Question {
    /// Twice a number of price units as a whole number of the level.
    fn whole(&self, twice: i64) -> i64 {
        twice.div_euclid(2 * self.unit)
    }
}

/// Solutions and the planes they make for a question.
struct Bundle {
    planes: Planes,
    known: Vec<Rc<Reached>>,
}

impl Bundle {
    fn new(program: &Program, question: &Question, pool: &Pool) -> Bundle {
        let sides = question.least.iter().map(|row| program.side(row.0)).collect();
        let mut bundle = Bundle { planes: Planes::new(sides), known: Vec::new() };
        for reached in pool.usable(program) {
            bundle.add(question, reached);
        }
        bundle
    }

    fn add(&mut self, question: &Question, reached: Rc<Reached>) {
        let slopes = question.least.iter().map(|&(row, least)| reached.rows[row] - 2 * least).collect();
        self.planes.add(question.unit * reached.rows[question.level], slopes);
        self.known.push(reached);
    }

    /// The share of each edge in a mixture.
    fn mixed(&self, weights: &[(usize, i128)], program: &Program) -> Vec<i64> {
        let mut shares = vec![0i64; program.decided.len()];
        for &(at, weight) in weights {
            let weight = (weight >> 20) as i64;
            for (share, &twice) in shares.iter_mut().zip(&self.known[at].twice) {
                *share += weight * i64::from(twice);
            }
        }
        shares
    }
}
