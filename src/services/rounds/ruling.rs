//! Pinning and forbidding a pair from a draft: the rule is the event's, and a step of the draft, which is undone like others.

use super::changing::{ChangeProblem, DraftError, Pair, next_step};
use super::pairs::{ruled, write_rule};
use crate::app::App;
use crate::domain::ids::{ParticipantId, SlotId};
use crate::domain::misfit::Accepted;
use crate::domain::round::{PairRule, RoundState, RoundStep, RuleChange, StepKind};
use crate::services::access::ChangeAccess;
use crate::services::events::EditError;
use crate::services::log::note_round;
use crate::services::misfits::Whose;
use crate::services::revising::{Revised, Saved, revise};
use crate::store::{agenda, round_steps, rounds};

/// Pins or forbids a pair for the next rounds, or forgets what was ruled, from the page of a round; a step, if that is a draft.
pub fn rule_from_draft(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    pair: Pair<'_>,
    rule: Option<PairRule>,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    let event = &access.event().id;
    revise(app, event, Whose::Of(pair.0), accepted, |tx, _| {
        let before = ruled(tx.db, event, pair)?;
        write_rule(tx, event, pair, rule.as_ref())?;
        let rules = RuleChange { before, after: ruled(tx.db, event, pair)? };
        let round = rounds::get_by_number(tx.db, event, number)?;
        if round.state == RoundState::Draft && rules.before != rules.after {
            let steps = round_steps::list(tx.db, &round.id)?;
            let step = next_step(&steps, StepKind::Rule, access.actor(), tx.now);
            round_steps::delete_undone(tx.db, &round.id)?;
            round_steps::insert(tx.db, &round.id, &RoundStep { rules, ..step })?;
        }
        Ok(Revised::quiet(()))
    })
}

/// The pair whose rule a step of a draft is about; none if it is about meetings.
pub(super) fn pair_ruled(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    step: u32,
) -> Result<Option<(ParticipantId, ParticipantId)>, DraftError> {
    let steps = app.store.read(|db| {
        let round = rounds::get_by_number(db, &access.event().id, number)?;
        round_steps::list(db, &round.id)
    })?;
    let found = steps.iter().find(|known| known.number == step && known.kind == StepKind::Rule);
    Ok(found.and_then(|step| step.rules.both().next()).map(|rule| (rule.a.clone(), rule.b.clone())))
}

/// Undoes a step about the rule of a pair, or makes it again. Where the rule is as that would make it already, since somebody
/// ruled so elsewhere, the step alone is marked.
pub(super) fn turn(
    app: &App,
    access: &ChangeAccess,
    number: u32,
    (seen, pair): (u32, &(ParticipantId, ParticipantId)),
    undo: bool,
) -> Result<(), DraftError> {
    let event = &access.event().id;
    let refused = |problem| Err(DraftError::Change(problem));
    // No published meeting is given up by an undo: the page of the pairs asks about these.
    revise(app, event, Whose::Of(&pair.0), &Accepted::default(), |tx, _| {
        let round = rounds::get_by_number(tx.db, event, number)?;
        if round.state != RoundState::Draft {
            return Err(DraftError::NoDraft);
        }
        let steps = round_steps::list(tx.db, &round.id)?;
        let due = RoundStep::due(steps.iter(), undo);
        let Some(step) = due.filter(|step| step.number == seen) else { return refused(ChangeProblem::Stale) };
        let RuleChange { before, after } = &step.rules;
        let (from, to) = if undo { (after, before) } else { (before, after) };
        if !step.rules.both().all(|rule| (&rule.a, &rule.b) == (&pair.0, &pair.1)) {
            return refused(ChangeProblem::Stale);
        }
        let pair = (&pair.0, &pair.1);
        let is = ruled(tx.db, event, pair)?;
        let slots = agenda::list_slots(tx.db, event)?;
        let is_there = |slot: &SlotId| slots.iter().any(|known| known.id == *slot);
        let is_gone = to.iter().flat_map(|rule| &rule.slot).any(|slot| !is_there(slot));
        if is != *to {
            if is != *from || is_gone {
                return refused(ChangeProblem::Overtaken);
            }
            write_rule(tx, event, pair, to.as_ref())?;
        }
        round_steps::set_undone(tx.db, &round.id, seen, undo)?;
        note_round(tx, &round, access.actor(), if undo { "round.undone" } else { "round.made_again" })?;
        Ok(Revised::quiet(()))
    })?;
    Ok(())
}
