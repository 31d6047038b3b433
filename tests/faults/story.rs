//! Tells what happens and when, and waits for what has to come.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// A story with its clock.
pub struct Story(Instant);

impl Story {
    /// Begins one.
    pub fn begin(title: &str) -> Story {
        println!("\n== {title}");
        Story(Instant::now())
    }

    /// One step, with the time since the beginning.
    pub fn tell(&self, step: &str) {
        println!("{:6.1} s  {step}", self.seconds());
    }

    /// Seconds since the beginning.
    pub fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}

/// Waits for something that has to come, for a generous time.
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_secs(300);
    while !is_so() {
        assert!(Instant::now() < until, "it never came that {what}");
        sleep(Duration::from_millis(50));
    }
}
