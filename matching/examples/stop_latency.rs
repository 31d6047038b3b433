//! How long a wish to stop a run can go unheard: the longest time on the processor between two questions to the observer, by
//! what the run is doing, and the time from a stop to the result. Linux alone (it reads `/proc/thread-self/schedstat`).
//!
//! `cargo run --release -p matching --example stop_latency -- PEOPLE [TABLES SLOTS [WORK]]`

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use matching::samples::{Audience, Shape};
use matching::{Continue, Observer, Options, Progress, solve};

/// The time that this thread has been on a processor.
fn on_processor() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split_whitespace().next().and_then(|n| n.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}

/// Looks on, and stops the run at one of the questions.
struct Watch {
    last: Duration,
    asked: u64,
    stop_at: u64,
    stopped: Option<Duration>,
    longest: BTreeMap<String, (Duration, u64)>,
}

impl Observer for Watch {
    fn progress(&mut self, progress: &Progress) -> Continue {
        let now = on_processor();
        let longest = self.longest.entry(format!("{:?}", progress.step)).or_default();
        *longest = (longest.0.max(now - self.last), longest.1 + 1);
        (self.last, self.asked) = (now, self.asked + 1);
        if self.asked == self.stop_at {
            self.stopped = Some(now);
            return Continue::Stop;
        }
        Continue::Yes
    }
}

fn watched(problem: &matching::Problem, options: &Options, stop_at: u64) -> Watch {
    let mut watch =
        Watch { last: on_processor(), asked: 0, stop_at, stopped: None, longest: BTreeMap::new() };
    let solution = solve(problem, options, &mut watch);
    let rest = on_processor() - watch.stopped.unwrap_or(watch.last);
    println!("asked {} times, {:?}; from then to the result {rest:.2?}", watch.asked, solution.finished);
    watch
}

fn main() -> Result<(), String> {
    let numbers: Vec<u64> = std::env::args().skip(1).filter_map(|text| text.parse().ok()).collect();
    let number = |at: usize, usual: u64| numbers.get(at).copied().unwrap_or(usual);
    let shape = Shape {
        name: "measured",
        people: number(0, 900) as usize,
        tables: Some(number(1, 150) as u32),
        slots: number(2, 16) as usize,
        audience: Audience::InPerson,
        ..*Shape::named("conference-900").or(matching::samples::SHAPES.first()).ok_or("no shape")?
    };
    let problem = shape.problem(1).map_err(|faults| format!("{faults:?}"))?;
    let options = Options { work: number(3, Options::thorough().work), ..Options::thorough() };
    let begun = Instant::now();
    let whole = watched(&problem, &options, u64::MAX);
    println!("{} people: the whole run {:.1?}", shape.people, begun.elapsed());
    for (step, (longest, asked)) in &whole.longest {
        println!("{step:>12}: asked {asked} times, at most {longest:.3?} apart");
    }
    // A stop at the very first questions, at some in the middle, and near the end.
    for part in [1, 3, 8, whole.asked / 4, whole.asked / 2, whole.asked * 3 / 4, whole.asked - 2] {
        watched(&problem, &options, part.max(1));
    }
    Ok(())
}
