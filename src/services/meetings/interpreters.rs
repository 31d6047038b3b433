//! What interpreters are told of a change of the plan: their own plan as it is then, whole, so that a mail that waits gives way to
//! the next one.

use std::collections::HashSet;

use super::change::PlanChange;
use super::known::Known;
use super::share::plan_after;
use crate::domain::event::Event;
use crate::domain::ids::{InterpreterId, MeetingId};
use crate::domain::interpreter::Interpreter;
use crate::domain::meeting::Meeting;
use crate::domain::plan_news::{PlanNews, SOON};
use crate::domain::text::Email;
use crate::mail::messages::{self, InterpreterMail};
use crate::services::letters::Letters;
use crate::services::{Fault, calendars};

/// Writes to everybody whose plan as an interpreter a change concerns, as far as they have an address; gives these.
pub(super) fn tell(
    letters: &mut Letters<'_>,
    event: &Event,
    known: &Known,
    change: &PlanChange,
) -> Result<Vec<Email>, Fault> {
    let concerned = change.interpreters();
    if concerned.is_empty() {
        return Ok(Vec::new());
    }
    let after = plan_after(&known.planned, change);
    let mut told = Vec::new();
    for interpreter in known.beside.interpreting.interpreters.iter().filter(|one| concerned.contains(&one.id))
    {
        let Some(email) = &interpreter.email else { continue };
        if write(letters, event, known, (interpreter, &after))? {
            told.push(email.clone());
        }
    }
    Ok(told)
}

/// False where nothing that is to come is another than before.
fn write(
    letters: &mut Letters<'_>,
    event: &Event,
    known: &Known,
    (interpreter, after): (&Interpreter, &[Meeting]),
) -> Result<bool, Fault> {
    let now = letters.now();
    let before = own(&known.planned, &interpreter.id);
    let own = own(after, &interpreter.id);
    let (then, still): (HashSet<(&MeetingId, u32)>, HashSet<&MeetingId>) = (
        before.iter().map(|one| (&one.id, one.sequence)).collect(),
        own.iter().map(|meeting| &meeting.id).collect(),
    );
    let gone: Vec<&Meeting> =
        before.iter().copied().filter(|one| !still.contains(&one.id) && one.starts_at > now).collect();
    let changed: Vec<&Meeting> = (own.iter().copied())
        .filter(|one| one.starts_at > now && !then.contains(&(&one.id, one.sequence)))
        .collect();
    if gone.is_empty() && changed.is_empty() {
        return Ok(false);
    }
    let is_urgent = gone.iter().chain(&changed).any(|one| one.starts_at < now + SOON);
    // The first plan goes at once.
    let due = if is_urgent || before.is_empty() { now } else { PlanNews::due(now, None, now) };
    let (meetings, gone) = (known.interpreted(&own), known.interpreted(&gone));
    let origin = known.beside.origin.clone().unwrap_or_else(|| calendars::present(letters.app()));
    let told = InterpreterMail {
        event,
        floor: &known.beside.floor,
        interpreter,
        meetings: &meetings,
        gone: &gone,
        host: &origin.host,
    };
    letters.write_at(due, |context| messages::interpreter_plan(context, &told))?;
    Ok(true)
}

fn own<'m>(meetings: &'m [Meeting], who: &InterpreterId) -> Vec<&'m Meeting> {
    let mut own: Vec<&Meeting> =
        meetings.iter().filter(|meeting| meeting.interpreter.as_ref() == Some(who)).collect();
    own.sort_by_key(|meeting| meeting.starts_at);
    own
}
