//! Fewer gaps by simulated annealing over Kempe chains: two slots exchange the meetings of one chain.
//!
//! Kempe chains for timetables: Thompson and Dowsland, Annals of Operations Research 63 (1996) 105-128. A
//! chain changes the slots only of the people at its ends, so its worth is known after one walk along it.

use super::board::{Board, NONE};
use super::random::Random;

/// How the temperature falls: from `hot` to `cold`, in units of cost.
#[derive(Clone, Copy)]
pub(super) struct Cooling {
    pub(super) hot: f64,
    pub(super) cold: f64,
}

/// Temperatures between hot and cold.
const STEPS: u64 = 256;

/// The longest chain exchanged: longer ones are dear and change no more people than short ones.
const LONGEST: usize = 48;

/// Differences of cost up to which worse schedules are ever accepted.
const WORST: usize = 32;

/// Anneals for about `work` units and leaves the best board found; returns the units used. `stop` is asked
/// after each step of the temperature.
pub(super) fn anneal(
    board: &mut Board,
    random: &mut Random,
    cooling: Cooling,
    work: u64,
    stop: &mut dyn FnMut(&Board, u64) -> bool,
) -> u64 {
    if board.slot.is_empty() {
        return 0;
    }
    let mut best = (board.cost, board.slot.clone());
    let mut saved_at = 0;
    let mut chain = Vec::new();
    let mut used = 0;
    for step in 0..STEPS {
        let chances = chances(cooling, step);
        let until = work * (step + 1) / STEPS;
        while used < until {
            used += 1;
            try_chain(board, random, &chances, &mut chain, &mut used);
            // Saving costs as much as there are meetings, so it waits for as much work.
            if board.cost < best.0 && used - saved_at > board.slot.len() as u64 {
                best.0 = board.cost;
                best.1.copy_from_slice(&board.slot);
                saved_at = used;
            }
        }
        if board.cost < best.0 {
            best.0 = board.cost;
            best.1.copy_from_slice(&board.slot);
        }
        if stop(board, used) {
            break;
        }
    }
    board.restore(&best.1);
    used
}

fn try_chain(
    board: &mut Board,
    random: &mut Random,
    chances: &[u64; WORST],
    chain: &mut Vec<u32>,
    used: &mut u64,
) {
    let meeting = random.below(board.slot.len()) as u32;
    let from = board.slot[meeting as usize];
    if from == NONE {
        return;
    }
    let Some(to) = target(board, random, meeting, from) else {
        return;
    };
    if !board.find_chain(meeting, to, LONGEST, chain, used) {
        return;
    }
    let delta = board.chain_delta(chain, from, to);
    let accepted = delta <= 0 || (delta < WORST as i64 && random.next() >> 32 < chances[delta as usize]);
    if accepted {
        board.swap_chain(chain, from, to);
    }
}

/// A slot to move a meeting to: three times of four one in which one of its people is idle and would be no
/// worse off, else any.
fn target(board: &Board, random: &mut Random, meeting: u32, from: u32) -> Option<u32> {
    let others = board.allowed[meeting as usize] & !(1 << from);
    if others == 0 {
        return None;
    }
    let draw = random.next();
    if draw & 3 == 0 {
        return Some(random.pick(others));
    }
    let person = board.seats[meeting as usize][(draw >> 2 & 1) as usize];
    let occupied = board.occupied[person as usize];
    let now = board.cost_of(person, occupied);
    let without = occupied & !(1 << from);
    let mut rest = others & !occupied;
    let mut good = 0;
    while rest != 0 {
        let bit = rest & rest.wrapping_neg();
        rest ^= bit;
        if board.cost_of(person, without | bit) <= now {
            good |= bit;
        }
    }
    (good != 0).then(|| random.pick(good))
}

/// The chance of accepting each loss at a step, of 2^32. Only products and quotients, so that it is the
/// same on every machine: `exp(-x)` as `(1 - x/1024)^1024`.
fn chances(cooling: Cooling, step: u64) -> [u64; WORST] {
    let left = (STEPS - 1 - step) as f64 / (STEPS - 1) as f64;
    let temperature = cooling.cold + (cooling.hot - cooling.cold) * left * left;
    std::array::from_fn(|loss| {
        let mut chance = (1.0 - loss as f64 / temperature / 1024.0).max(0.0);
        for _ in 0..10 {
            chance *= chance;
        }
        (chance * 4_294_967_296.0) as u64
    })
}
