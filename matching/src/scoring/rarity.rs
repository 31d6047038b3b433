//! Inverse frequency in whole numbers: how much a topic or a word tells about those who used it.
//!
//! Source: K. Spärck Jones, "A statistical interpretation of term specificity and its application in
//! retrieval", Journal of Documentation 28 (1972) 11-21; here log2(1 + n / df), which is never 0.
//! No floating point: the same points on every machine.

/// The length of a unit vector: weights are parts of 4096.
pub(super) const UNIT: u64 = 4096;

/// log2 of `numerator / denominator` in 256ths; 0 where the ratio is below 1.
///
/// Bit by bit through repeated squaring (D. E. Knuth, The Art of Computer Programming 1, 1.2.2,
/// exercise 25 and its answer), on a mantissa of 31 bits.
pub(super) fn log2(numerator: u64, denominator: u64) -> u64 {
    let ratio = (u128::from(numerator) << 32) / u128::from(denominator.max(1));
    if ratio < 1 << 32 {
        return 0;
    }
    let whole = u64::from(ratio.ilog2());
    let mut mantissa = ((ratio << 31) >> whole) as u64;
    let mut result = whole - 32;
    for _ in 0..8 {
        mantissa = (mantissa * mantissa) >> 31;
        let carry = mantissa >> 32;
        mantissa >>= carry;
        result = result << 1 | carry;
    }
    result
}

/// How rare something is that `found` of `all` have, in 256ths of a bit: at least 256.
pub(super) fn rarity(all: usize, found: usize) -> u64 {
    let found = found.max(1) as u64;
    log2(all as u64 + found, found)
}

/// Scales weights so that their squares sum to `UNIT` squared; none of them becomes 0.
pub(super) fn to_unit_length(weights: &mut [(u32, u64)]) {
    let length = weights.iter().map(|(_, w)| w * w).sum::<u64>().isqrt();
    for (_, weight) in weights {
        *weight = (*weight * UNIT / length.max(1)).clamp(1, UNIT);
    }
}
