//! Why not everything that was asked for could be had, in words: numbers are those of the file that was read.

use std::collections::BTreeMap;

use matching::fixed::{self, FixedProblem};
use matching::{Conflict, HAS_SAT, Obstacle, Quota};

/// What this program cannot prove, if it was built without the SAT solver.
pub(super) const NOT_PROVEN: Option<&str> = if HAS_SAT {
    None
} else {
    Some(
        "this program was built without the SAT solver (feature sat): it does not prove how few breaks fixed meetings can \
         have, nor that they, or pins and a quota together, are impossible, unless that is plain",
    )
};

/// Demands of a matching instance that cannot be met together; everything is counted from 0, as in the file.
pub(super) fn in_words(conflict: &Conflict, quotas: &[Quota]) -> String {
    let asked = |at: &usize| quotas.get(*at).map(asked).unwrap_or_default();
    match conflict {
        Conflict::Pins { pins } => format!("the pins {} cannot all be kept", list(pins)),
        Conflict::Quota { quota, at_most } => {
            format!(
                "the quota of {} cannot be met: no schedule has more than {at_most} crossing meetings",
                asked(quota)
            )
        }
        Conflict::Quotas { quotas, pins } if pins.is_empty() => {
            let all: Vec<String> = quotas.iter().map(asked).collect();
            format!("the quotas {} of {} cannot be met together", list(quotas), all.join(" and "))
        }
        Conflict::Quotas { quotas, pins } => {
            let all: Vec<String> = quotas.iter().map(asked).collect();
            format!("the quota of {} cannot be met beside the pins {}", all.join(" and "), list(pins))
        }
        Conflict::Minimum { people, needs, at_most } => format!(
            "the people {} need {needs} meetings for their minimum, no schedule gives them more than {at_most}",
            list(people)
        ),
        Conflict::NotKept { pins, quotas } => {
            let pins = (!pins.is_empty()).then(|| format!("the pins {}", list(pins)));
            let quotas = quotas.iter().map(|at| format!("the quota of {}", asked(at)));
            let all: Vec<String> = pins.into_iter().chain(quotas).collect();
            format!("not kept, and not known whether that is possible: {}", all.join(", "))
        }
        Conflict::Frozen { pairs } => format!("{} frozen meetings have no place any more", pairs.len()),
    }
}

/// Why not everybody meets enough people of each other group; everything is counted from 0, groups are those of the file. People
/// of whom the same is true stand together.
pub(super) fn obstacles_in_words(obstacles: &[Obstacle]) -> Vec<String> {
    let mut few: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
    let mut limited = Vec::new();
    for obstacle in obstacles {
        match obstacle {
            Obstacle::Partners { person, group, has } => few.entry((*group, *has)).or_default().push(*person),
            Obstacle::Limit { person, .. } => limited.push(*person),
            Obstacle::Seats { .. } | Obstacle::Together { .. } => {}
        }
    }
    let few = few.iter().map(|((group, has), people)| {
        format!("the people {} may meet only {has} of group {group}", list(people))
    });
    let limited = (!limited.is_empty()).then(|| {
        format!("the people {} may have fewer meetings than they need with the other groups", list(&limited))
    });
    few.chain(limited).chain(obstacles.iter().filter_map(of_several)).collect()
}

/// An obstacle that is about several people.
fn of_several(obstacle: &Obstacle) -> Option<String> {
    match obstacle {
        Obstacle::Partners { .. } | Obstacle::Limit { .. } => None,
        Obstacle::Seats { group, members, people, asks, seats } => Some(format!(
            "the people {} need {asks} meetings with group {group} (the people {}), who have {seats} seats",
            list(people),
            list(members)
        )),
        Obstacle::Together { asked, asks, at_most } => {
            let each: Vec<String> =
                asked.iter().map(|(person, group)| format!("{person} with {group}")).collect();
            Some(format!(
                "these people need {asks} meetings with these groups, no schedule gives them more than {at_most}: {}",
                list(&each)
            ))
        }
    }
}

/// What a quota asks for.
pub(super) fn asked(quota: &Quota) -> String {
    match quota {
        Quota::Percent(percent) => format!("{percent} %"),
        Quota::Count(count) => format!("{count} crossing meetings"),
    }
}

/// Why meetings that are all fixed cannot be held; everything is counted from 1, as in the file.
pub(super) fn fixed_in_words(problem: &FixedProblem, conflict: &fixed::FixedConflict) -> String {
    if !problem.meetings.is_empty() && problem.slots.iter().all(|slot| slot.tables == Some(0)) {
        return "there are meetings, but no tables".into();
    }
    let from_one = |of: &[u32]| list(&of.iter().map(|k| u64::from(*k) + 1).collect::<Vec<_>>());
    let slots = |of: fixed::SlotSet| from_one(&of.iter().collect::<Vec<_>>());
    match conflict {
        fixed::FixedConflict::Person { person, meetings, slots: left } if left.is_empty() => {
            format!("person {} has no slot for the meetings {}", u64::from(*person) + 1, from_one(meetings))
        }
        fixed::FixedConflict::Person { person, meetings, slots: left } => {
            let (person, left) = (u64::from(*person) + 1, slots(*left));
            format!(
                "person {person} has the meetings {}, but only the slots {left} for them",
                from_one(meetings)
            )
        }
        fixed::FixedConflict::Tables { meetings, slots: left, places } => format!(
            "the meetings {} can only be in the slots {}, which have {places} tables together",
            from_one(meetings),
            slots(*left)
        ),
        fixed::FixedConflict::Order { meetings } => {
            format!(
                "the meetings {} must follow one another, for which there are too few slots",
                from_one(meetings)
            )
        }
        fixed::FixedConflict::People { people } => {
            format!(
                "the meetings of the people {} cannot all be held (shown by trying all cases)",
                from_one(people)
            )
        }
    }
}

/// Numbers in a row; of very many the first.
fn list<T: ToString>(numbers: &[T]) -> String {
    let most = 20;
    let mut out = numbers.iter().take(most).map(T::to_string).collect::<Vec<_>>().join(", ");
    if numbers.len() > most {
        out.push_str(&format!(" and {} more", numbers.len() - most));
    }
    out
}
