//! Lots that are drawn from lists.

use rand::RngExt;
use rand::rngs::StdRng;

/// One of a list, each as likely as the other.
pub(super) fn pick<'a, T>(all: &'a [T], rng: &mut StdRng) -> Option<&'a T> {
    if all.is_empty() { None } else { all.get(rng.random_range(0..all.len())) }
}

/// One of several, as likely as its weight says.
pub(super) fn pick_weighted<T>(all: impl Iterator<Item = (T, u32)> + Clone, rng: &mut StdRng) -> Option<T> {
    let total: u32 = all.clone().map(|(_, weight)| weight).sum();
    let mut left = if total == 0 { 0 } else { rng.random_range(0..total) };
    for (value, weight) in all {
        if left < weight {
            return Some(value);
        }
        left -= weight;
    }
    None
}
