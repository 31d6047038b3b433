//! How often a fault is tried, and with which seeds.

/// Whether this is the long run.
pub fn is_long() -> bool {
    std::env::var("FAULTS").is_ok_and(|depth| depth == "long")
}

/// How often to try what no seed decides.
pub fn times() -> usize {
    if is_long() { 5 } else { 1 }
}

/// The seeds to try: the first of the two numbers in the short run, where they are the same each time, and the second in the
/// long one. They are printed, and `FAULTS_SEED` repeats a run with one.
pub fn seeds(short: u64, long: u64) -> Vec<u64> {
    if let Some(seed) = std::env::var("FAULTS_SEED").ok().and_then(|seed| seed.parse().ok()) {
        return vec![seed];
    }
    if !is_long() {
        return (1..=short).collect();
    }
    let first =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs() % 1_000_000;
    let seeds: Vec<u64> = (0..long).map(|n| first + n).collect();
    println!("seeds {seeds:?}");
    seeds
}
