//! Why a draft was not changed by hand, in words.

use super::full_name;
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::services::rounds::{ChangeProblem, DraftError, RoundView};
use crate::web::error::PageError;
use crate::web::page::Page;

/// Why a change was refused; people that the draft does not name are given besides.
pub(super) fn of_error(
    page: &Page,
    view: &RoundView,
    besides: &[&Participant],
    error: DraftError,
) -> Result<String, PageError> {
    match error {
        DraftError::Change(problem) => Ok(of_problem(page, view, besides, &problem)),
        DraftError::NoDraft => Ok(page.t("change-no-draft")),
        DraftError::KeepsChanging => Ok(page.t("change-busy-event")),
        DraftError::Fault(fault) => Err(fault.into()),
    }
}

/// Whom the reason names.
pub(super) fn people(error: &DraftError) -> Option<&ParticipantId> {
    match error {
        DraftError::Change(
            ChangeProblem::Away(id) | ChangeProblem::Busy(id) | ChangeProblem::AtLimit(id, _),
        ) => Some(id),
        _ => None,
    }
}

/// What is in the way of a change.
pub(super) fn of_problem(
    page: &Page,
    view: &RoundView,
    besides: &[&Participant],
    problem: &ChangeProblem,
) -> String {
    let name = |id: &ParticipantId| {
        let known = besides.iter().copied().find(|person| person.id == *id);
        known.or_else(|| view.people.get(id)).map(full_name).unwrap_or_default()
    };
    match problem {
        ChangeProblem::NoMeeting => page.t("change-no-meeting"),
        ChangeProblem::NoSlot => page.t("change-no-slot"),
        ChangeProblem::Away(id) => page.t1("change-away", "name", name(id)),
        ChangeProblem::Busy(id) => page.t1("change-busy", "name", name(id)),
        ChangeProblem::NoTable => {
            page.t1("change-no-table", "tables", view.event.tables().unwrap_or_default())
        }
        ChangeProblem::OtherTables(tables) => {
            let tables: Vec<String> = tables.iter().take(12).map(ToString::to_string).collect();
            page.t1("change-other-tables", "tables", tables.join(", "))
        }
        ChangeProblem::NoInterpreter => page.t("change-no-interpreter"),
        ChangeProblem::TwoBooths => page.t("change-two-booths"),
        ChangeProblem::TableTaken => page.t("change-table-taken"),
        ChangeProblem::Moved => page.t("change-moved"),
        ChangeProblem::AlreadyMeet => page.t("change-already-meet"),
        ChangeProblem::NotAllowed => page.t("change-not-allowed"),
        ChangeProblem::AtLimit(id, limit) => page.t2("change-at-limit", "name", name(id), "limit", limit),
        ChangeProblem::Stale => page.t("change-stale"),
        ChangeProblem::Overtaken => page.t("change-overtaken"),
        ChangeProblem::BreaksPlan => page.t("change-breaks-plan"),
    }
}
