//! Fewer gaps by simulated annealing over Kempe chains: two slots exchange the meetings of one chain.
//!
//! Kempe chains for timetables: Thompson and Dowsland, Annals of Operations Research 63 (1996) 105-128. A
//! chain changes the slots only of the people at its ends, so its worth is known after one walk along it.

use super::board::{Board, NONE, pick};
use super::problem::SlotSet;
use crate::algorithms::chance::Chance;
use crate::algorithms::cooling::Cooling;
use crate::algorithms::kempe::Chain;
use crate::algorithms::random::Random;
use crate::tuning::fixed::{LONGEST, STEPS};

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
    let mut chain = Chain::new(board.slot.len());
    let chance = Chance::new();
    let mut used = 0;
    for step in 0..STEPS {
        let temperature = cooling.temperature(step, STEPS);
        let until = work * (step + 1) / STEPS;
        while used < until && !board.is_perfect() {
            used += 1;
            try_chain(board, random, (&chance, temperature), &mut chain, &mut used);
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
        if stop(board, used) || board.is_perfect() {
            break;
        }
    }
    board.restore(&best.1);
    used
}

fn try_chain(
    board: &mut Board,
    random: &mut Random,
    (chance, temperature): (&Chance, i64),
    chain: &mut Chain,
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
    if chance.accepts(-board.chain_delta(&chain.items, from, to), temperature, random) {
        board.swap_chain(&chain.items, from, to);
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
        return Some(pick(random, others));
    }
    let person = board.seats[meeting as usize][(draw >> 2 & 1) as usize];
    let occupied = board.occupied[person as usize];
    let now = board.cost_of(person, occupied);
    let without = occupied & !(1 << from);
    let no_worse = |slot: &u32| board.cost_of(person, without | 1 << *slot) <= now;
    let good = SlotSet::of(SlotSet(others & !occupied).iter().filter(no_worse)).0;
    (good != 0).then(|| pick(random, good))
}
