//! The chance of keeping a worse schedule at a temperature (Metropolis et al., J. Chem. Phys. 21, 1953), in integers that are
//! the same on every machine: the exponential is a table.

use crate::algorithms::random::Random;

const LOGS: usize = 256;

/// `logs[k]` is -ln((k + 1/2) / 256) in 1/256.
pub(crate) struct Chance {
    logs: Vec<i64>,
}

impl Chance {
    pub(crate) fn new() -> Chance {
        Chance { logs: logs() }
    }

    /// Whether a change of value is kept at a temperature in 1/16 of a unit of value: a loss `d` is if a random entry times
    /// the temperature is at least `d`.
    pub(crate) fn accepts(&self, change: i64, temperature: i64, random: &mut Random) -> bool {
        change >= 0 || self.logs[random.below(LOGS)] * temperature >= -change * LOGS as i64 * 16
    }
}

/// The table of logarithms, by repeated squaring in fixed point so that it is the same everywhere.
fn logs() -> Vec<i64> {
    (0..LOGS as u64)
        .map(|k| log2_fine(2 * LOGS as u64) - log2_fine(2 * k + 1))
        .map(|l| l * 177 / 256 / 256)
        .collect()
}

/// log2(x) in 1/65536.
fn log2_fine(x: u64) -> i64 {
    let whole = 63 - x.leading_zeros();
    let mut rest = u128::from(x) << (63 - whole);
    let mut out = i64::from(whole) << 16;
    for bit in (0..16).rev() {
        rest = (rest * rest) >> 63;
        if rest >> 64 != 0 {
            rest >>= 1;
            out |= 1 << bit;
        }
    }
    out
}
