//! Two meetings of a draft take each other's time and table.

use super::draft::when;
use super::meeting::{Seen, Two, answer, as_spot, cost, pair, seen};
use super::{full_name, number};
use crate::domain::ids::{ParticipantId, SlotId};
use crate::services::rounds::{self, RoundView, Swap};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

/// What divides the parts of a choice.
const BETWEEN: char = '|';

/// The meetings with which one can change places, each with where it is and what it costs.
pub(super) fn choices(page: &Page, view: &RoundView, swaps: &[Swap]) -> Vec<Choice> {
    let choice = |swap: &Swap| {
        let with = view.meetings.get(swap.with)?;
        let meeting = &with.meeting;
        let table = meeting.table.map(|table| table.to_string()).unwrap_or_default();
        let value = [meeting.a.as_str(), meeting.b.as_str(), meeting.slot.as_str(), &table];
        let at = meeting.table.map(|table| page.words.table(&view.programme.floor, table));
        let names = format!("{} – {}", full_name(&with.a), full_name(&with.b));
        let label = [when(page, view, &meeting.slot)]
            .into_iter()
            .chain(at)
            .chain([names])
            .chain(cost(page, swap.more_gaps))
            .collect::<Vec<_>>();
        Some(Choice::new(value.join(&BETWEEN.to_string()), label.join(" · "), false))
    };
    swaps.iter().filter_map(choice).collect()
}

/// The two of the other meeting, and where the page had shown it.
fn other(visit: &Visit) -> Option<(Two, Seen)> {
    let mut parts = visit.form.one("with").split(BETWEEN).map(str::to_string);
    let pair = (ParticipantId(parts.next()?), ParticipantId(parts.next()?));
    let slot = SlotId(parts.next()?);
    Some((pair, (slot, parts.next().and_then(|table| table.parse().ok()))))
}

/// Swaps the two.
pub async fn swap(visit: Visit) -> Answer {
    let ((a, b), own) = (pair(&visit), seen(&visit));
    let ((c, d), there) = other(&visit).ok_or(PageError::BadRequest)?;
    let access = visit.access()?.to_change()?;
    let round = number(&visit)?;
    let swapped = visit
        .attempt(move |app| {
            let first = ((&a, &b), own.as_ref().map(as_spot));
            rounds::swap_meetings(app, &access, round, first, ((&c, &d), Some(as_spot(&there))))
        })
        .await?;
    answer(&visit, swapped).await
}
