//! First slots for all meetings: the given schedule as far as it holds, then the scarcest meeting first, then
//! ejection: a meeting without a slot takes one and the meetings in its way look for another.
//!
//! Ejection with weights that grow for meetings often ejected is the guided form of Glover's ejection chains
//! (Discrete Applied Mathematics 65 (1996) 223-253), as used in timetabling.

use super::board::{Board, NONE, pick};
use super::problem::SlotSet;
use crate::algorithms::kempe::Chain;
use crate::algorithms::random::Random;
use crate::tuning::fixed::{ASK_EVERY, LONGEST_STIRRED, STIRRED};

/// Keeps what holds of the given schedule.
fn take_start(board: &mut Board) {
    let problem = board.problem;
    let Some(start) = &problem.start else { return };
    for (meeting, slot) in start.iter().enumerate() {
        if let Some(slot) = *slot
            && (slot as usize) < problem.slots.len()
            && board.open_slots(meeting as u32) >> slot & 1 == 1
        {
            board.set(meeting as u32, slot);
        }
    }
    board.recount_unplaced();
}

/// Keeps what holds of the given schedule and places each other meeting that has an open slot, those with the
/// fewest allowed slots first, in the slot that costs least and is least full. Returns the work units used.
pub(super) fn place_open(board: &mut Board) -> u64 {
    take_start(board);
    let mut order = std::mem::take(&mut board.unplaced);
    order.sort_by_key(|&it| (board.allowed[it as usize].count_ones(), it));
    for &meeting in &order {
        if let Some(slot) = best_open(board, meeting) {
            board.set(meeting, slot);
        }
    }
    board.recount_unplaced();
    board.slot.len() as u64
}

fn best_open(board: &Board, meeting: u32) -> Option<u32> {
    let key = |slot: u32| {
        let seats = board.real_seats(meeting);
        let cost: i64 =
            seats.map(|seat| board.cost_of(seat, board.occupied[seat as usize] | 1 << slot)).sum();
        (cost, board.load[slot as usize], slot)
    };
    SlotSet(board.open_slots(meeting)).iter().min_by_key(|&slot| key(slot))
}

/// Ejection until every meeting has a slot or the work is done; the best board found is left, and what found
/// no slot in `board.unplaced`. Returns the work units used; `stop` is asked between units.
pub(super) fn eject(
    board: &mut Board,
    random: &mut Random,
    work: u64,
    stop: &mut dyn FnMut(&Board, u64) -> bool,
) -> u64 {
    let mut weight = vec![1_u64; board.slot.len()];
    let mut best = (board.unplaced.len(), board.slot.clone());
    let mut chain = Chain::new(board.slot.len());
    let mut used = 0;
    let mut turns = 0_u64;
    board.unplaced.retain(|&it| board.allowed[it as usize] != 0);
    while !board.unplaced.is_empty() && used < work {
        let meeting = board.unplaced[random.below(board.unplaced.len())];
        let (slot, leaving) = cheapest_ejection(board, random, meeting, &weight);
        used += 8 + board.allowed[meeting as usize].count_ones() as u64;
        for &it in &leaving {
            board.remove(it);
            weight[it as usize] += 1;
        }
        board.place(meeting, slot);
        for it in leaving {
            if let Some(slot) = best_open(board, it) {
                board.place(it, slot);
            }
        }
        stir(board, random, &mut chain, &mut used);
        if board.unplaced.len() < best.0 {
            best = (board.unplaced.len(), board.slot.clone());
        }
        turns += 1;
        if turns.is_multiple_of(ASK_EVERY) && stop(board, used) {
            break;
        }
    }
    board.restore(&best.1);
    used
}

/// The slot in which a meeting drives out the least weight, and the meetings it drives out.
fn cheapest_ejection(board: &Board, random: &mut Random, meeting: u32, weight: &[u64]) -> (u32, Vec<u32>) {
    let mut best = (u64::MAX, 0, Vec::new());
    for slot in SlotSet(board.allowed[meeting as usize]).iter() {
        let mut leaving = board.in_the_way(meeting, slot);
        let stays = board.load[slot as usize]
            - leaving.iter().filter(|&&it| board.slot[it as usize] == slot).count() as u32;
        if stays >= board.tables[slot as usize] {
            leaving.extend(any_in(board, random, slot, &leaving));
        }
        let sum = leaving.iter().map(|&it| weight[it as usize]).sum::<u64>() * 8 + random.below(8) as u64;
        if sum < best.0 {
            best = (sum, slot, leaving);
        }
    }
    (best.1, best.2)
}

/// Some meeting of a slot beside those named.
fn any_in(board: &Board, random: &mut Random, slot: u32, except: &[u32]) -> Option<u32> {
    let inside: Vec<u32> = (0..board.slot.len() as u32)
        .filter(|it| board.slot[*it as usize] == slot && !except.contains(it))
        .collect();
    (!inside.is_empty()).then(|| inside[random.below(inside.len())])
}

/// A few random Kempe chains, which change nothing for the worse as far as placing goes, to leave dead ends.
fn stir(board: &mut Board, random: &mut Random, chain: &mut Chain, used: &mut u64) {
    for _ in 0..STIRRED {
        let meeting = random.below(board.slot.len()) as u32;
        let from = board.slot[meeting as usize];
        if from == NONE {
            continue;
        }
        let others = board.allowed[meeting as usize] & !(1 << from);
        if others == 0 {
            continue;
        }
        let to = pick(random, others);
        if board.find_chain(meeting, to, LONGEST_STIRRED, chain, used) {
            board.swap_chain(&chain.items, from, to);
        }
    }
}
