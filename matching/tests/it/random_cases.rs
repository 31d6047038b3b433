//! How many random cases a property is tried with, and which.

use proptest::test_runner::{Config, RngSeed};

/// Settings for a property that is usually tried with so many cases: the same ones in every run, so that a check fails for
/// what changed and not by chance. `TEST_DEPTH=50` tries fifty times as many, other ones each time.
pub fn random_cases(cases: u32) -> Config {
    let depth = std::env::var("TEST_DEPTH").ok().and_then(|depth| depth.parse::<u32>().ok());
    Config {
        cases: cases * depth.unwrap_or(1),
        rng_seed: if depth.is_some() { RngSeed::Random } else { RngSeed::Fixed(2027) },
        failure_persistence: None,
        ..Config::default()
    }
}
