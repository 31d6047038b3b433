//! Irreducible sets: of things that are impossible together, those without which they are not (a deletion filter: Chinneck,
//! Dravnieks, Locating minimal infeasible constraint sets in linear programs, ORSA J. Computing 3, 1991; in groups that are
//! halved, as in delta debugging: Zeller, Hildebrandt, IEEE Trans. Softw. Eng. 28, 2002).
//!
//! About `k log n` questions where `k` of `n` things are needed.

/// Takes some out, in ever smaller groups, as long as the rest is still as impossible, with at most so many tries.
pub(crate) fn irreducible<T: Clone>(
    mut needed: Vec<T>,
    mut tries: u64,
    impossible: &dyn Fn(&[T]) -> bool,
) -> Vec<T> {
    let mut group = needed.len().div_ceil(2).max(1);
    loop {
        let mut at = 0;
        while at < needed.len() && tries > 0 {
            tries -= 1;
            let end = (at + group).min(needed.len());
            let without = [&needed[..at], &needed[end..]].concat();
            if impossible(&without) {
                needed = without;
            } else {
                at = end;
            }
        }
        if group == 1 || tries == 0 {
            return needed;
        }
        group = group.div_ceil(2);
    }
}
