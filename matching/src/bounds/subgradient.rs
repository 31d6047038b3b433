//! Better prices where people are available at different times: subgradient ascent on the slot-indexed dual with a
//! deflected direction (Camerini, Fratta, Maffioli, On improving relaxation methods by modified gradient techniques, Math.
//! Programming Study 3, 1975) and Polyak steps towards a level that is hoped for (Goffin, Kiwiel, Convergence of a simple
//! subgradient level method, Math. Programming 85, 1999): first far below the best bound, then ever nearer.
//!
//! Complexity: a step is linear in pairs times common slots; the number of steps is set by the caller.
//!
//! Each pair takes its cheapest slot if it is worth its price, each person takes as many meetings as their price says;
//! what is taken beyond what is there makes the price rise. Integers only; every bound on the way is valid.

use crate::alarm::Alarm;
use crate::bounds::prices::{FINE, Prices};
use crate::model::objective::Objective;
use crate::model::problem::{Pair, Problem};
use crate::model::slots::slots_of;
use crate::tuning::subgradient::{DEAREST, FIRST_HOPE, LEAST_HOPE, MEMORY, PATIENCE};

/// Directions are in 1/1024.
const GRAIN: i64 = 1024;

/// The dual of a problem and an objective, with its current and best prices.
pub(crate) struct DualSearch<'p> {
    problem: &'p Problem,
    values: Vec<i64>,
    objective: Objective,
    prices: Prices,
    /// Prices stay between this and its negative: a direction of few small parts would throw them out of all bounds.
    price_limit: i64,
    pub best: Prices,
    /// Best bound so far, in 1 / [`FINE`].
    pub bound: i64,
    direction: Slopes,
    slope: Slopes,
    /// How much better than the best bound the next one is hoped to be.
    hope: i64,
    /// The best bound when that was set.
    level: i64,
    /// Rounds since.
    patience: u32,
}

/// One entry per price.
struct Slopes {
    person: Vec<i64>,
    time: Vec<i64>,
    table: Vec<i64>,
}

impl Slopes {
    fn zero(problem: &Problem) -> Slopes {
        let n = problem.people();
        Slopes { person: vec![0; n], time: vec![0; n * problem.slots], table: vec![0; problem.slots] }
    }

    /// One more meeting of a pair in a slot.
    fn take(&mut self, problem: &Problem, p: &Pair, slot: usize) {
        let slots = problem.slots;
        for i in [p.a as usize, p.b as usize] {
            self.person[i] -= 1;
            self.time[i * slots + slot] -= 1;
        }
        self.table[slot] -= i64::from(problem.takes_table(p, slot));
    }

    fn parts(&self) -> [&Vec<i64>; 3] {
        [&self.person, &self.time, &self.table]
    }
}

impl<'p> DualSearch<'p> {
    pub(crate) fn new(problem: &'p Problem, objective: Objective, start: &Prices) -> DualSearch<'p> {
        let mut prices = start.clone();
        if prices.time.is_empty() {
            prices.time = vec![0; problem.people() * problem.slots];
        }
        // A price of all tables is the same price in every slot.
        for (price, &tables) in prices.table.iter_mut().zip(&problem.free_tables) {
            *price += if tables == u32::MAX { 0 } else { prices.all_tables };
        }
        prices.all_tables = 0;
        let values: Vec<i64> = problem.pairs.iter().map(|p| objective.value(p)).collect();
        let gains = (0..problem.people()).map(|i| objective.gain(problem, i, 1));
        let dearest = values.iter().copied().max().unwrap_or(0) + 2 * gains.max().unwrap_or(0) + 1;
        DualSearch {
            problem,
            values,
            objective,
            price_limit: DEAREST * FINE * dearest,
            best: prices.clone(),
            prices,
            bound: i64::MAX,
            direction: Slopes::zero(problem),
            slope: Slopes::zero(problem),
            hope: 0,
            level: 0,
            patience: 0,
        }
    }

    /// Work units of one step.
    pub(crate) fn cost(&self) -> u64 {
        (self.problem.pairs.len() + self.problem.people() * self.problem.slots) as u64 / 16 + 1
    }

    /// `rounds` steps; false if the prices are as good as this search makes them. What it does depends on the problem, the
    /// objective and the steps done before alone, so that more steps never give a weaker bound.
    pub(crate) fn run(&mut self, rounds: u32, alarm: &Alarm) -> bool {
        for _ in 0..rounds {
            if alarm.rings(16 * self.cost()) {
                return false;
            }
            let bound = self.evaluate();
            if self.bound == i64::MAX {
                (self.hope, self.level) = (bound / FIRST_HOPE, bound);
            }
            if bound < self.bound {
                self.bound = bound;
                self.best = self.prices.clone();
            }
            self.patience += 1;
            if self.level - self.bound >= self.hope / 2 {
                (self.level, self.patience) = (self.bound, 0);
            } else if self.patience >= PATIENCE {
                (self.level, self.patience) = (self.bound, 0);
                self.hope = self.hope * 7 / 10;
            }
            if self.hope < LEAST_HOPE || !self.step(bound - self.bound + self.hope) {
                return false;
            }
        }
        true
    }

    /// The bound at the current prices; leaves in `slope` what each price has left over.
    fn evaluate(&mut self) -> i64 {
        let problem = self.problem;
        let slots = problem.slots;
        let mut bound = self.prices.sold(problem, &self.objective);
        for (i, open) in problem.open.iter().enumerate() {
            self.slope.person[i] = self.takes(i);
            slots_of(*open).for_each(|s| self.slope.time[i * slots + s] = 1);
        }
        for (slope, &tables) in self.slope.table.iter_mut().zip(&problem.free_tables) {
            *slope = i64::from(tables);
        }
        for (p, &value) in problem.pairs.iter().zip(&self.values) {
            let (a, b) = (p.a as usize, p.b as usize);
            let fixed = FINE * value - self.prices.person[a] - self.prices.person[b];
            if fixed <= 0 {
                continue;
            }
            let (price, slot) = self.prices.cheapest(problem, p);
            if price < fixed {
                bound += fixed - price;
                self.slope.take(self.problem, p, slot);
            }
        }
        bound
    }

    /// How many meetings a person takes at their price.
    fn takes(&self, i: usize) -> i64 {
        let price = self.prices.person[i];
        (1..=self.problem.cap[i])
            .filter(|&k| FINE * self.objective.gain(self.problem, i, k) + price > 0)
            .count() as i64
    }

    /// Moves the prices along the deflected direction; false if there is nowhere to go.
    fn step(&mut self, above: i64) -> bool {
        let Slopes { person, time, table } = &mut self.direction;
        let mut norm = 0i64;
        // What is left of a number of places counts as a part of it: otherwise the tables of a slot would drown all persons.
        let turn = |d: &mut i64, g: i64, places: i64, norm: &mut i64| {
            *d = (*d * MEMORY + g * (100 - MEMORY) * GRAIN / places) / 100;
            *norm += g * g * GRAIN / places;
        };
        for (d, &g) in person.iter_mut().zip(&self.slope.person) {
            turn(d, g, 1, &mut norm);
        }
        for ((d, &g), &y) in time.iter_mut().zip(&self.slope.time).zip(&self.prices.time) {
            // A price of 0 that wants to fall has no part in the direction.
            if g != 0 || *d != 0 {
                turn(d, if y == 0 && g > 0 { 0 } else { g }, 1, &mut norm);
            }
        }
        for ((d, &g), (&y, &tables)) in table
            .iter_mut()
            .zip(&self.slope.table)
            .zip(self.prices.table.iter().zip(&self.problem.free_tables))
        {
            let free = tables == u32::MAX || (y == 0 && g > 0);
            turn(d, if free { 0 } else { g }, i64::from(tables).max(1), &mut norm);
        }
        if norm == 0 {
            return false;
        }
        let [person, time, table] = self.direction.parts();
        let longest = [person, time, table].into_iter().flatten().map(|d| d.abs()).max().unwrap_or(0);
        let most_steps = i128::from(i64::MAX / longest.max(1));
        let step = (i128::from(above) * i128::from(GRAIN) / i128::from(norm).max(1)).min(most_steps) as i64;
        let limit = self.price_limit;
        for (u, d) in self.prices.person.iter_mut().zip(person) {
            *u = (*u - d * step / GRAIN).clamp(-limit, limit);
        }
        for (y, d) in self.prices.time.iter_mut().zip(time) {
            *y = (*y - d * step / GRAIN).clamp(0, limit);
        }
        for (m, d) in self.prices.table.iter_mut().zip(table) {
            *m = (*m - d * step / GRAIN).clamp(0, limit);
        }
        true
    }
}
