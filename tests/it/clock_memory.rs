//! What is made of the readings of a clock that leaps ahead and back, stops, and is one of two.

use chrono::{DateTime, Duration, Utc};
use rendezvous::domain::clock_memory::ClockMemory;

use crate::support::app::first_moment as start;

/// Reads the clock each minute for so long, beginning a minute after `from`.
fn run(memory: &ClockMemory, from: DateTime<Utc>, hours: i64) -> (ClockMemory, DateTime<Utc>) {
    let minute = Duration::minutes(1);
    let step =
        |(memory, now): (ClockMemory, DateTime<Utc>), _| (memory.after(now + minute, minute), now + minute);
    (0..hours * 60).fold((memory.clone(), from), step)
}

#[test]
fn a_clock_that_goes_on_as_time_does_is_believed_and_so_is_a_stop_of_two_days() {
    let (memory, now) = run(&ClockMemory::believing(start()), start(), 24);
    assert_eq!((memory.believed, &memory.leap), (now, &None));
    // Switched off: nothing passed for the program.
    let later = now + Duration::days(2);
    assert_eq!(memory.after(later, Duration::zero()), ClockMemory::believing(later));
}

#[test]
fn after_a_leap_ahead_what_is_believed_goes_on_by_the_time_that_really_passes() {
    let memory = ClockMemory::believing(start());
    let wrong = start() + Duration::days(365);
    let leapt = memory.after(wrong, Duration::minutes(1));
    let leap = leapt.leap.clone().unwrap();
    assert_eq!((leap.from, leap.to), (start() + Duration::minutes(1), wrong));
    assert_eq!(leapt.trusted(wrong), start() + Duration::minutes(1));
    let (ran, now) = run(&leapt, wrong, 24);
    assert_eq!(ran.trusted(now), start() + Duration::minutes(1) + Duration::days(1));
    assert_eq!(ran.leap.as_ref().unwrap().ran, Duration::days(1));
    // The clock is set right again, and everything is as if nothing had happened.
    let right = start() + Duration::days(1) + Duration::minutes(5);
    assert_eq!(ran.after(right, Duration::minutes(1)).leap, None);
}

#[test]
fn a_leap_is_believed_after_the_program_has_run_for_as_long_as_it_was() {
    let wrong = start() + Duration::days(4);
    let leapt = ClockMemory::believing(start()).after(wrong, Duration::zero());
    let (before, now) = run(&leapt, wrong, 4 * 24 - 1);
    assert!(before.leap.is_some() && before.trusted(now) < now);
    let (after, now) = run(&before, now, 1);
    assert_eq!(after, ClockMemory::believing(now));
}

#[test]
fn a_stop_in_between_is_no_running_and_a_second_leap_begins_anew() {
    let wrong = start() + Duration::days(4);
    let leapt = ClockMemory::believing(start()).after(wrong, Duration::zero());
    let (ran, now) = run(&leapt, wrong, 48);
    let stopped = ran.after(now + Duration::hours(30), Duration::zero());
    assert_eq!(stopped.leap.as_ref().unwrap().ran, Duration::days(2));
    let again = stopped.after(now + Duration::days(40), Duration::zero());
    assert_eq!(again.leap.as_ref().unwrap().ran, Duration::zero());
    assert_eq!(again.leap.unwrap().from, stopped.believed);
}

#[test]
fn a_clock_that_went_back_deletes_by_itself_and_forgets_nothing() {
    let memory = ClockMemory::believing(start());
    let early = start() - Duration::days(9_000);
    let back = memory.after(early, Duration::minutes(1));
    assert_eq!((back.trusted(early), back.believed), (early, start()));
    assert!(back.leap.is_some());
    let right = start() + Duration::hours(1);
    assert_eq!(back.after(right, Duration::hours(1)), ClockMemory::believing(right));
    // A step of an hour is none that anybody is asked about.
    let hour = memory.after(start() - Duration::hours(1), Duration::zero());
    assert_eq!((hour.believed, hour.leap), (start(), None));
}

#[test]
fn two_servers_of_which_one_clock_is_wrong_do_not_count_time_twice() {
    let (minute, half) = (Duration::minutes(1), Duration::seconds(30));
    let mut memory = ClockMemory::believing(start());
    for n in 0..600 {
        let now = start() + minute * n;
        memory = memory.after(now, minute);
        assert_eq!(memory.leap, None, "the one that is right goes on");
        let wrong = now + half + Duration::days(365);
        memory = memory.after(wrong, minute);
        assert!(memory.trusted(wrong) <= now + minute, "{memory:?}");
    }
}
