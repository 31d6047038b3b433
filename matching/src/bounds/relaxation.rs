//! Whom would each meet if slots did not matter? The linear relaxation of the degree-constrained subgraph problem,
//! solved as a minimum-cost circulation in the bipartite double cover (Anstee, A polynomial algorithm for b-matchings:
//! an alternative approach, Inf. Process. Lett. 24, 1987).
//!
//! Each person is a node on the left and one on the right; a pair is two arcs, left to right, and counts half for each
//! that carries flow. Meetings of a person's goal are parallel arcs of decreasing gain, the tables one arc from the
//! sink to the source. The duals are a price per person and one per table; [`crate::bounds::prices`] turns them into a bound
//! without trusting anything here.

use crate::alarm::Alarm;
use crate::algorithms::flow::Network;
use crate::bounds::prices::{FINE, Prices};
use crate::model::objective::Objective;
use crate::model::problem::{Pair, Problem, WarmStart};
use crate::tuning::relaxation::{GUESSES, SPARE_PAIRS};

/// Cost of the arcs that only hold the first tree together: above any goal gain, so that they carry nothing.
const PENALTY: i32 = 200_000_000;

/// The relaxed optimum.
#[derive(Debug, Clone)]
pub(crate) struct Relaxed {
    /// Twice the share of each pair: 0, 1 (half) or 2.
    pub twice: Vec<u8>,
    pub prices: Prices,
}

impl Relaxed {
    /// The optimum as it is kept with a problem.
    pub(crate) fn into_warm_start(self) -> WarmStart {
        WarmStart { twice: self.twice, person: self.prices.person, all_tables: self.prices.all_tables }
    }

    /// The optimum that came with a problem, if one did.
    pub(crate) fn known(problem: &Problem) -> Option<Relaxed> {
        let WarmStart { twice, person, all_tables } = problem.warm_start.as_deref()?;
        let prices = Prices { person: person.clone(), all_tables: *all_tables, ..Prices::zero(problem) };
        Some(Relaxed { twice: twice.clone(), prices })
    }
}

/// Solves the relaxation for an objective. Cut short, it gives whole meetings that keep every cap, and prices of 0.
pub(crate) fn relax(problem: &Problem, objective: &Objective, alarm: &Alarm) -> Relaxed {
    let mut cover = Cover::new(problem, objective);
    cover.add_first_pairs(alarm);
    cover.solve(alarm);
    Relaxed { twice: cover.twice(), prices: cover.prices(alarm) }
}

/// Solves the relaxation for an objective while unlisted pairs come in: at the prices of each optimum `find` names those that
/// pay, until there are none. Twice the share of these pairs, in order, stands apart from that of the listed ones.
pub(crate) fn relax_growing(
    problem: &Problem,
    objective: &Objective,
    find: &mut dyn FnMut(&Prices) -> Vec<Pair>,
    alarm: &Alarm,
) -> (Relaxed, Vec<u8>) {
    let mut cover = Cover::new(problem, objective);
    cover.add_first_pairs(alarm);
    let mut found_arcs = Vec::new();
    loop {
        cover.solve(alarm);
        let found = if alarm.rang() { Vec::new() } else { find(&cover.prices(alarm)) };
        if found.is_empty() {
            let twice = found_arcs.iter().map(|&arc| cover.twice_at(arc)).collect();
            return (Relaxed { twice: cover.twice(), prices: cover.prices(alarm) }, twice);
        }
        found_arcs.extend(found.iter().map(|pair| cover.add_arcs(pair)));
    }
}

struct Cover<'p> {
    problem: &'p Problem,
    objective: &'p Objective,
    network: Network,
    /// The first of the two arcs of each pair in the network, 0 if it is not in.
    arc: Vec<u32>,
}

impl<'p> Cover<'p> {
    fn new(problem: &'p Problem, objective: &'p Objective) -> Cover<'p> {
        let n = problem.people() as u32;
        let mut network = Network::new(2 * n as usize + 2, PENALTY);
        let sink = 2 * n + 1;
        network.add(sink, 0, tables(problem), 0);
        for i in 0..n {
            let cap = problem.cap[i as usize];
            let mut k = 1;
            while k <= cap {
                // Meetings of one gain share an arc.
                let gain = objective.gain(problem, i as usize, k);
                let first = k;
                while k <= cap && objective.gain(problem, i as usize, k) == gain {
                    k += 1;
                }
                network.add(0, 1 + i, (k - first) as i32, -gain as i32);
                network.add(1 + n + i, sink, (k - first) as i32, -gain as i32);
            }
        }
        Cover { problem, objective, network, arc: vec![0; problem.pairs.len()] }
    }

    fn add_pair(&mut self, k: usize) {
        self.arc[k] = self.add_arcs(&self.problem.pairs[k]);
    }

    /// Adds the two arcs of a pair; the number of the first is returned.
    fn add_arcs(&mut self, p: &Pair) -> u32 {
        let (n, cost) = (self.problem.people() as u32, -self.objective.value(p) as i32);
        let first = self.network.add(1 + p.a, 1 + n + p.b, 1, cost) as u32;
        self.network.add(1 + p.b, 1 + n + p.a, 1, cost);
        first
    }

    fn solve(&mut self, alarm: &Alarm) {
        loop {
            self.network.run(&mut |steps| alarm.rings(steps));
            if alarm.rings(self.arc.len() as u64) || !self.add_violated() {
                return;
            }
        }
    }

    /// The pairs of each person that are worth most after the other's guessed price, a few more than they may meet; pairs
    /// that are worth nothing to the objective stay out unless a goal wants them.
    fn add_first_pairs(&mut self, alarm: &Alarm) {
        let prices = self.guessed_prices(alarm);
        let mut mine = Vec::new();
        let mut chosen = vec![false; self.problem.pairs.len()];
        for i in 0..self.problem.people() {
            self.offers(i, &prices, &mut mine);
            let most = self.problem.cap[i] as usize + SPARE_PAIRS;
            if mine.len() > most {
                mine.select_nth_unstable(most);
                mine.truncate(most);
            }
            mine.iter().for_each(|m| chosen[m.1 as usize] = true);
        }
        (0..chosen.len()).filter(|&k| chosen[k]).for_each(|k| self.add_pair(k));
    }

    /// What each partner offers a person at these prices, negated, and the pair.
    fn offers(&self, i: usize, prices: &[i64], out: &mut Vec<(i64, u32)>) {
        let wanted = self.objective.goal > 0;
        out.clear();
        out.extend(self.problem.partners(i).iter().filter_map(|&(other, k)| {
            let value = self.objective.value(&self.problem.pairs[k as usize]);
            (wanted || value > 0).then(|| (prices[other as usize] - value, k))
        }));
    }

    /// Prices at which about as many want a person as may have them: each in turn is priced at the best offer that is left
    /// over, half way from the price before. Only a guess: it decides which pairs are looked at first.
    fn guessed_prices(&self, alarm: &Alarm) -> Vec<i64> {
        let n = self.problem.people();
        let mut prices = vec![0; n];
        let mut mine = Vec::new();
        for _ in 0..GUESSES {
            if alarm.rings(4 * self.problem.pairs.len() as u64) {
                break;
            }
            let before = prices.clone();
            for (i, price) in prices.iter_mut().enumerate() {
                self.offers(i, &before, &mut mine);
                *price = (before[i] + self.price_at(i, &mut mine)) / 2;
            }
        }
        prices
    }

    /// The best offer above a person's cap, or what their goal must pay for its last meeting (negative), or 0.
    fn price_at(&self, i: usize, offers: &mut [(i64, u32)]) -> i64 {
        let (cap, goal) = (self.problem.cap[i] as usize, self.problem.goal[i] as usize);
        let listed = offers.len();
        let mut offer = |k: usize| -offers.select_nth_unstable(k).1.0;
        let refused = if cap < listed { offer(cap) } else { 0 };
        if refused > 0 || goal == 0 || goal > listed {
            return refused.max(0);
        }
        offer(goal - 1).clamp(-self.objective.goal, 0)
    }

    /// Adds every pair whose arcs would lower the cost, and says whether there was one.
    fn add_violated(&mut self) -> bool {
        let n = self.problem.people() as u32;
        let mut found = false;
        for k in 0..self.arc.len() {
            let p = &self.problem.pairs[k];
            let profit = |from: u32, to: u32| {
                self.objective.value(p) - self.network.potential(1 + from)
                    + self.network.potential(1 + n + to)
            };
            if self.arc[k] == 0 && (profit(p.a, p.b) > 0 || profit(p.b, p.a) > 0) {
                self.add_pair(k);
                found = true;
            }
        }
        found
    }

    fn twice(&self) -> Vec<u8> {
        self.arc.iter().map(|&arc| if arc == 0 { 0 } else { self.twice_at(arc) }).collect()
    }

    /// Twice the share of the pair whose first arc this is.
    fn twice_at(&self, arc: u32) -> u8 {
        let flow = |arc: u32| self.network.flow(arc as usize) as u8;
        flow(arc) + flow(arc + 1)
    }

    /// The duals; 0 where the network is not solved: those it began with would drown every bound.
    fn prices(&self, alarm: &Alarm) -> Prices {
        if alarm.rang() {
            return Prices::zero(self.problem);
        }
        let n = self.problem.people() as u32;
        let sink = self.network.potential(2 * n + 1);
        // Half the sum of the prices of the two copies.
        let person = |i| self.network.potential(1 + i) + sink - self.network.potential(1 + n + i);
        let mut prices = Prices::zero(self.problem);
        for i in 0..n {
            prices.person[i as usize] = person(i) * FINE / 2;
        }
        prices.all_tables = (-sink).max(0) * FINE;
        prices
    }
}

/// Twice the tables of all slots, as far as the people of a slot can fill them.
fn tables(problem: &Problem) -> i32 {
    i32::try_from(2 * problem.total_tables()).unwrap_or(i32::MAX)
}
