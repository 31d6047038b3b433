//! At which hours of their own day people meet, where they meet online: a round keeps the hours that each of them named, and the
//! organiser sees how many meetings are early or late all the same.

use chrono::Timelike;

use super::facts::Facts;

/// For how many people a meeting begins at which hour of their own day, from 0 to 23; empty where everybody is at one place.
pub(super) fn counted(facts: &Facts, meetings: &[matching::Meeting]) -> Vec<u64> {
    let zones: Vec<_> =
        facts.people.iter().map(|one| one.profile.person.own_day(&facts.event).map(|day| day.zone)).collect();
    let mut hours = vec![0; 24];
    for meeting in meetings {
        let Some(slot) = facts.programme.slots.get(meeting.slot) else { continue };
        let own = [meeting.a, meeting.b].into_iter().filter_map(|place| *zones.get(place)?);
        for zone in own {
            let hour = slot.starts_at.with_timezone(&zone).hour();
            if let Some(count) = hours.get_mut(hour as usize) {
                *count += 1;
            }
        }
    }
    if zones.iter().any(Option::is_some) { hours } else { Vec::new() }
}
