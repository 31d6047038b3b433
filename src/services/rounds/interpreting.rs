//! Interpreters in rounds: what the engine is told of languages, and who interprets in which meeting of a draft.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::facts::Facts;
use super::places::Places;
use crate::domain::ids::{InterpreterId, ParticipantId, SlotId};
use crate::domain::interpreter::{LanguageRule, NobodyLeft, Two, Wanted};
use crate::domain::meeting::Meeting;
use crate::domain::round::RoundMeeting;

/// What everybody speaks, and who interprets when; none where that does not matter. Who meets in a slot that has begun, and with whose
/// help, is settled.
pub(super) fn spoken(facts: &Facts) -> Option<matching::Interpreting> {
    let said = &facts.programme.interpreting;
    if said.rule != LanguageRule::Interpreted {
        return None;
    }
    let codes: BTreeSet<&String> = facts
        .people
        .iter()
        .flat_map(|one| &one.profile.person.languages)
        .chain(said.interpreters.iter().flat_map(|one| &one.languages))
        .collect();
    let numbers: HashMap<&String, u32> = codes.into_iter().zip(0..).collect();
    let numbered = |codes: &[String]| codes.iter().map(|code| numbers[code]).collect();
    let languages = facts.people.iter().map(|one| numbered(&one.profile.person.languages)).collect();
    let slots = &facts.programme.slots;
    let interpreters = said.interpreters.iter().map(|one| matching::Interpreter {
        languages: numbered(&one.languages),
        slots: slots.iter().map(|slot| slot.starts_at > facts.now && !one.away.contains(&slot.id)).collect(),
    });
    let interpreters = interpreters.collect();
    let places = Places::of(facts);
    let settled = facts.planned.iter().filter(|meeting| meeting.starts_at <= facts.now);
    let exempt = settled.filter_map(|meeting| places.pair(&meeting.a, &meeting.b)).collect();
    Some(matching::Interpreting { languages, interpreters, exempt })
}

/// Says who interprets in the meetings of a plan, beside those that stay as they are. Who does so already goes on where that can be;
/// what has begun is left as it was.
pub(super) fn give(facts: &Facts, meetings: &mut [RoundMeeting], staying: &[&Meeting]) {
    if facts.programme.interpreting.rule != LanguageRule::Interpreted {
        meetings.iter_mut().for_each(|meeting| meeting.interpreter = None);
        return;
    }
    let languages = Languages::of(facts);
    let published: HashMap<(&ParticipantId, &ParticipantId), &Meeting> =
        facts.planned.iter().map(|meeting| ((&meeting.a, &meeting.b), meeting)).collect();
    let mut by_slot: BTreeMap<SlotId, Vec<usize>> = BTreeMap::new();
    for (at, meeting) in meetings.iter_mut().enumerate() {
        let before = published.get(&(&meeting.a, &meeting.b)).filter(|before| before.slot == meeting.slot);
        if before.is_some_and(|before| before.starts_at <= facts.now) {
            meeting.interpreter = before.and_then(|before| before.interpreter.clone());
            continue;
        }
        if meeting.interpreter.is_none() {
            meeting.interpreter = before.and_then(|before| before.interpreter.clone());
        }
        by_slot.entry(meeting.slot.clone()).or_default().push(at);
    }
    for (slot, places) in by_slot {
        let here = staying.iter().filter(|meeting| meeting.slot == slot);
        let taken: BTreeSet<&InterpreterId> =
            here.filter_map(|meeting| meeting.interpreter.as_ref()).collect();
        let wanted = places.iter().map(|at| Wanted {
            two: languages.of_two(&meetings[*at].a, &meetings[*at].b),
            now: meetings[*at].interpreter.as_ref(),
        });
        let wanted: Vec<Wanted<'_>> = wanted.collect();
        let given = facts.programme.interpreting.assigned(&wanted, &slot, &taken);
        for (at, interpreter) in places.into_iter().zip(given) {
            meetings[at].interpreter = interpreter;
        }
    }
}

/// Who interprets for two people in a slot beside other meetings; whoever does so now goes on if they can.
///
/// # Errors
/// Nobody is left then.
pub(super) fn helper(
    facts: &Facts,
    others: &[&RoundMeeting],
    pair: (&ParticipantId, &ParticipantId),
    slot: &SlotId,
    now: Option<&InterpreterId>,
) -> Result<Option<InterpreterId>, NobodyLeft> {
    let person = |id: &ParticipantId| facts.people.iter().find(|person| person.id == *id);
    let (Some(a), Some(b)) = (person(pair.0), person(pair.1)) else { return Ok(None) };
    let two = [a.profile.person.languages.as_slice(), b.profile.person.languages.as_slice()];
    let taken = taken(others.iter().copied(), slot);
    facts.programme.interpreting.helper(Wanted { two, now }, slot, &taken)
}

/// Who interprets in some meetings in a slot.
pub(super) fn taken<'m>(
    meetings: impl Iterator<Item = &'m RoundMeeting>,
    slot: &SlotId,
) -> BTreeSet<&'m InterpreterId> {
    meetings.filter(|meeting| meeting.slot == *slot).filter_map(|one| one.interpreter.as_ref()).collect()
}

/// What everybody speaks.
pub(super) struct Languages<'a>(HashMap<&'a ParticipantId, &'a [String]>);

impl<'a> Languages<'a> {
    pub fn of(facts: &'a Facts) -> Languages<'a> {
        let own = facts.people.iter().map(|one| (&one.id, one.profile.person.languages.as_slice()));
        Languages(own.collect())
    }

    /// Nothing of somebody who is not registered.
    pub fn of_two(&self, a: &ParticipantId, b: &ParticipantId) -> Two<'a> {
        [a, b].map(|who| self.0.get(who).copied().unwrap_or_default())
    }
}
