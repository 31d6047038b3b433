//! What the team notes about a participant, and the tags by which it finds them: a part of the participant's page.

use super::frame::{address, problems_of};
use super::participant;
use crate::domain::account::Role;
use crate::domain::ids::{NoteId, ParticipantId};
use crate::services::access::EventAccess;
use crate::services::events::EditError;
use crate::services::notes_and_tags::{self, Remarks};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

/// The part of the page.
pub(super) struct RemarksView {
    pub tags: Vec<String>,
    /// Every tag of the event, to choose from.
    pub known_tags: Vec<String>,
    pub notes: Vec<NoteView>,
    pub may_change: bool,
    /// What the addresses of its forms begin with.
    pub action: String,
    pub typed_tag: String,
    pub typed_note: String,
}

/// A note.
pub(super) struct NoteView {
    pub text: String,
    /// Who wrote it, and when.
    pub by: String,
    pub remove: String,
}

impl RemarksView {
    /// The part about somebody.
    pub(super) fn new(
        visit: &Visit,
        page: &Page,
        access: &EventAccess,
        id: &ParticipantId,
        remarks: &Remarks,
    ) -> RemarksView {
        let action = address(access.event(), &format!("/participants/{id}"));
        let note = |note: &notes_and_tags::Note| {
            let author = remarks.authors.iter().find(|account| account.id == note.by);
            let author = author.map_or_else(|| page.t("actor-deleted"), |account| account.name.clone());
            let when = page.words.moment(note.written_at, access.event().time_zone);
            NoteView {
                text: note.text.clone(),
                by: format!("{author}, {when}"),
                remove: format!("{action}/notes/{}/remove", note.id),
            }
        };
        RemarksView {
            tags: remarks.tags.clone(),
            known_tags: remarks.known_tags.clone(),
            notes: remarks.notes.iter().map(note).collect(),
            may_change: access.may(Role::Organiser),
            typed_tag: visit.form.one("tag").to_string(),
            typed_note: visit.form.one("note").to_string(),
            action,
        }
    }
}

fn id(visit: &Visit) -> ParticipantId {
    ParticipantId(visit.part("id").to_string())
}

/// Back to the part, or the page with what was typed.
async fn done(visit: &Visit, result: Result<(), EditError>) -> Answer {
    match result {
        Ok(()) => {
            let back = address(visit.access()?.event(), &format!("/participants/{}", visit.part("id")));
            Ok(visit.see(&format!("{back}#remarks")))
        }
        Err(error) => participant::show_with(visit, problems_of(error)?).await,
    }
}

/// Adds a note.
pub async fn add_note(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    let typed = visit.form.one("note").to_string();
    let result = visit.attempt(move |app| notes_and_tags::add_note(app, &change, &id, &typed)).await?;
    done(&visit, result).await
}

/// Removes a note.
pub async fn remove_note(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    let note = NoteId(visit.part("note").to_string());
    visit.run(move |app| notes_and_tags::delete_note(app, &change, &id, &note)).await?;
    done(&visit, Ok(())).await
}

/// Gives a tag.
pub async fn give_tag(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    let typed = visit.form.one("tag").to_string();
    let result = visit.attempt(move |app| notes_and_tags::give_tag(app, &change, &id, &typed)).await?;
    done(&visit, result).await
}

/// Takes a tag away.
pub async fn take_tag(visit: Visit) -> Answer {
    let (change, id) = (visit.access()?.to_change()?, id(&visit));
    let tag = visit.form.one("tag").to_string();
    visit.run(move |app| notes_and_tags::take_tag(app, &change, &id, &tag)).await?;
    done(&visit, Ok(())).await
}
