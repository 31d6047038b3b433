//! Why not everything that was asked for could be had, in words: numbers are those of the file that was read.

use matching::fixed::{self, FixedProblem};
use matching::{Conflict, HAS_SAT, Quota};

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
pub(super) fn in_words(conflict: &Conflict) -> String {
    match conflict {
        Conflict::Pins { pins } => format!("the pins {} cannot all be kept", list(pins)),
        Conflict::Quota { quota, at_most } => {
            format!(
                "the quota of {} cannot be met: no schedule has more than {at_most} crossing meetings",
                asked(quota)
            )
        }
        Conflict::QuotaAndPins { quota, pins } => {
            format!("the quota of {} cannot be met beside the pins {}", asked(quota), list(pins))
        }
        Conflict::Minimum { people, needs, at_most } => format!(
            "the people {} need {needs} meetings for their minimum, no schedule gives them more than {at_most}",
            list(people)
        ),
        Conflict::NotKept { pins, quota } => {
            let pins = (!pins.is_empty()).then(|| format!("the pins {}", list(pins)));
            let quota = quota.map(|quota| format!("the quota of {}", asked(&quota)));
            let all: Vec<String> = pins.into_iter().chain(quota).collect();
            format!("not kept, and not known whether that is possible: {}", all.join(", "))
        }
        Conflict::Frozen { pairs } => format!("{} frozen meetings have no place any more", pairs.len()),
    }
}

fn asked(quota: &Quota) -> String {
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
