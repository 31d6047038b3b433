//! A slot that many people want: weights for them, such that the people of any meeting weigh no more than a
//! table has room for. Then the busy people of a slot weigh no more than its tables, which a solver that
//! counts only meetings, or only people, does not see: ten people who want the slot and do not meet one
//! another need ten tables, not five.
//!
//! With weights of halves (0, 1 or 2 halves a person, two halves a meeting) this is a stable set of largest
//! worth in the bipartite double cover, found as a smallest cut (Nemhauser and Trotter, Mathematical
//! Programming 8 (1975) 232-248).

use crate::algorithms::flow::Network;

/// Half weights of largest worth: each person is wanted in the slot so much, and the two people of each pair
/// together weigh at most two halves.
pub(super) fn half_weights(worth: &[i32], pairs: &[(u32, u32)]) -> Vec<usize> {
    let people = worth.len() as u32;
    let (source, sink) = (2 * people, 2 * people + 1);
    let (left, right) = (|person: u32| person, |person: u32| people + person);
    let most = worth.iter().sum::<i32>() + 1;
    let mut network = Network::new(sink as usize + 1, most);
    for (person, &worth) in (0..people).zip(worth) {
        network.add(source, left(person), worth, 0);
        network.add(right(person), sink, worth, 0);
    }
    for &(a, b) in pairs {
        network.add(left(a), right(b), most, 0);
        network.add(left(b), right(a), most, 0);
    }
    network.add(sink, source, most, -1);
    network.run(&mut |_| false);
    // Along arcs that have room the potential does not rise: who is not above the source is on its side.
    let near = |node: u32| network.potential(node) <= network.potential(source);
    let mut weights: Vec<usize> = (0..people)
        .map(|person| usize::from(near(left(person))) + usize::from(!near(right(person))))
        .collect();
    // Holds by the cut; looked at once more, as proofs rest on it.
    for &(a, b) in pairs {
        if weights[a as usize] + weights[b as usize] > 2 {
            weights[a as usize] = weights[a as usize].min(1);
            weights[b as usize] = weights[b as usize].min(1);
        }
    }
    weights
}
