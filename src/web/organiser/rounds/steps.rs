//! What was changed in a draft by hand, in words, and the buttons that undo it and make it again; throwing away, undone.

use super::draft::{self, when};
use super::{base, full_name, number};
use crate::app::App;
use crate::domain::ids::ParticipantId;
use crate::domain::round::{PairRule, PairRuleKind, RoundMeeting, RoundState, RoundStep, StepKind};
use crate::services::access::ChangeAccess;
use crate::services::rounds::{self, DraftError, RoundView};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

/// The changes of a draft by hand.
#[derive(Default)]
pub(super) struct History {
    /// The change that would be undone: its number, and what it was.
    pub undo: Option<(u32, String)>,
    /// The change that would be made again.
    pub redo: Option<(u32, String)>,
    /// How many there are.
    pub count: usize,
    /// A page of them, the latest first.
    pub steps: Vec<Step>,
    pub pager: Option<Pager>,
    /// Whether another page than the first is asked for.
    pub is_open: bool,
}

/// The changes of a draft.
const STEPS: List = List { field: "steps", head: "steps", ..List::ONLY };

/// Everyone whom the history names.
pub(super) fn people(visit: &Visit, view: &RoundView, url: &str) -> Vec<ParticipantId> {
    let pager = STEPS.pager_at(url, visit, view.steps.len());
    let steps = || view.steps.iter().map(|(step, _)| step);
    let due = [RoundStep::due(steps(), true), RoundStep::due(steps(), false)].into_iter().flatten();
    let shown: Vec<&RoundStep> = pager.cut(steps().rev()).chain(due).collect();
    let meetings = shown.iter().flat_map(|step| step.before.iter().chain(&step.after));
    let rules = shown.iter().flat_map(|step| step.rules.both());
    let pairs = meetings.map(|one| (&one.a, &one.b)).chain(rules.map(|one| (&one.a, &one.b)));
    pairs.flat_map(|(a, b)| [a.clone(), b.clone()]).collect()
}

/// A change, in words.
pub(super) struct Step {
    pub when: String,
    pub by: String,
    pub what: String,
    pub undone: bool,
}

impl History {
    pub fn of(visit: &Visit, page: &Page, view: &RoundView, url: &str) -> History {
        if view.round.state != RoundState::Draft {
            return History::default();
        }
        let pager = STEPS.pager_at(url, visit, view.steps.len());
        let said = |step: &RoundStep| (step.number, what(page, view, step));
        let steps = || view.steps.iter().map(|(step, _)| step);
        let line = |(step, by): &(RoundStep, String)| Step {
            when: page.words.moment(step.at, view.event.time_zone),
            by: by.clone(),
            what: what(page, view, step),
            undone: step.undone,
        };
        History {
            undo: RoundStep::due(steps(), true).map(said),
            redo: RoundStep::due(steps(), false).map(said),
            count: view.steps.len(),
            steps: pager.cut(view.steps.iter().rev()).map(line).collect(),
            is_open: visit.query.has(STEPS.field),
            pager: Some(pager),
        }
    }
}

/// A change in words: who meets whom, and what became of it.
fn what(page: &Page, view: &RoundView, step: &RoundStep) -> String {
    let name = |id: &ParticipantId| view.people.get(id).map(full_name).unwrap_or_default();
    if step.kind == StepKind::Rule {
        let pair = step.rules.both().next().map(|rule| format!("{} – {}", name(&rule.a), name(&rule.b)));
        let key = match &step.rules.after {
            None => "by-hand-unruled",
            Some(PairRule { kind: PairRuleKind::Forbid, .. }) => "by-hand-forbidden",
            Some(PairRule { slot: Some(_), .. }) => "by-hand-pinned-here",
            Some(_) => "by-hand-pinned",
        };
        return page.t1(key, "pair", pair.unwrap_or_default());
    }
    let pair = |meeting: &RoundMeeting| format!("{} – {}", name(&meeting.a), name(&meeting.b));
    let pairs = |meetings: &[RoundMeeting]| meetings.iter().map(pair).collect::<Vec<_>>();
    let places: Vec<String> = step.after.iter().map(|meeting| place(page, view, meeting)).collect();
    match step.kind {
        StepKind::Move | StepKind::Add => {
            let key = if step.kind == StepKind::Move { "by-hand-moved" } else { "by-hand-added" };
            page.t2(key, "pair", pairs(&step.after).join(", "), "place", places.join(", "))
        }
        StepKind::Rule | StepKind::Remove => {
            page.t1("by-hand-removed", "pair", pairs(&step.before).join(", "))
        }
        StepKind::Swap => match pairs(&step.after).as_slice() {
            [first, second] => page.t2("by-hand-swapped", "first", first, "second", second),
            others => page.t2("by-hand-moved", "pair", others.join(", "), "place", places.join(", ")),
        },
    }
}

/// Time, table and interpreter of a meeting.
pub(super) fn place(page: &Page, view: &RoundView, meeting: &RoundMeeting) -> String {
    let place = page.words.place(&view.programme, meeting.table, meeting.interpreter.as_ref());
    let parts = [when(page, view, &meeting.slot), place].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// Takes back the latest change.
pub async fn undo(visit: Visit) -> Answer {
    let seen = visit.form.one("step").parse().unwrap_or_default();
    step(&visit, move |app, access, round| rounds::undo(app, access, round, seen), "by-hand-undone").await
}

/// Makes the change again that was undone last.
pub async fn redo(visit: Visit) -> Answer {
    let seen = visit.form.one("step").parse().unwrap_or_default();
    step(&visit, move |app, access, round| rounds::redo(app, access, round, seen), "by-hand-redone").await
}

async fn step(
    visit: &Visit,
    make: impl Fn(&App, &ChangeAccess, u32) -> Result<(), DraftError> + Send + 'static,
    done: &str,
) -> Answer {
    let access = visit.access()?.to_change()?;
    let round = number(visit)?;
    match visit.attempt(move |app| make(app, &access, round)).await? {
        Ok(()) => Ok(visit.see_with(&format!("{}/rounds/{round}", base(visit)?), done)),
        Err(error) => draft::refused(visit, error).await,
    }
}

/// Makes a round that was thrown away a draft again.
pub async fn restore(visit: Visit) -> Answer {
    let access = visit.access()?.to_change()?;
    let round = number(&visit)?;
    match visit.attempt(move |app| rounds::restore(app, &access, round)).await? {
        Ok(()) => Ok(visit.see_with(&format!("{}/rounds/{round}", base(&visit)?), "round-restored")),
        Err(DraftError::NoDraft) => {
            let text = visit.frame().t("round-restore-late");
            super::list::refused(&visit, text).await
        }
        Err(error) => Err(PageError::from(error)),
    }
}
