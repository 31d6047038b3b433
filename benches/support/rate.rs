//! How often something can be done in a second, by many clients at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::Outcome;

/// How something went that was done many times.
pub struct Figures {
    pub clients: usize,
    pub times: usize,
    all: Duration,
    /// How long each took, in milliseconds.
    pub each: Vec<f64>,
}

impl Figures {
    /// How often it was done in a second.
    pub fn a_second(&self) -> f64 {
        self.times as f64 / self.all.as_secs_f64()
    }
}

/// Does something many times, by many clients at once, each of which is told its number.
pub fn rate(clients: usize, times: usize, work: impl Fn(usize) -> Outcome<()> + Sync) -> Outcome<Figures> {
    let next = AtomicUsize::new(0);
    let begun = Instant::now();
    let each = std::thread::scope(|scope| {
        let client = |number: usize| -> Outcome<Vec<f64>> {
            let mut took = Vec::new();
            while next.fetch_add(1, Ordering::Relaxed) < times {
                let asked = Instant::now();
                work(number)?;
                took.push(asked.elapsed().as_secs_f64() * 1e3);
            }
            Ok(took)
        };
        let all: Vec<_> = (0..clients).map(|number| scope.spawn(move || client(number))).collect();
        let joined = all.into_iter().map(|one| one.join().map_err(|_| "a client failed")?);
        joined.collect::<Outcome<Vec<_>>>().map(|all| all.concat())
    })?;
    Ok(Figures { clients, times, all: begun.elapsed(), each })
}
