//! The agenda of an event that an organiser edits: sessions, and meeting blocks with their slots.

use chrono::{DateTime, Utc};

use super::access::ChangeAccess;
use super::attendance::{self, Members};
use super::events::EditError;
use super::meanwhile::Form;
use super::meetings::PlanChange;
use super::misfits::Whose;
use super::news::News;
use super::programme::{InUse, edit, find_block};
use super::revising::{Revised, Saved, revise};
use super::session_places;
use super::tx::{Tx, write};
use super::{Fault, moving};
use crate::app::App;
use crate::domain::agenda_change::{SlotChange, slots_after};
use crate::domain::agenda_input::{AgendaFrame, BlockInput, SessionInput};
use crate::domain::event::{Event, MeetingBlock, Programme, Session, Slot};
use crate::domain::ids::{BlockId, SessionId, SlotId};
use crate::domain::meeting::Because;
use crate::domain::misfit::Accepted;
use crate::domain::opened::Typed;
use crate::domain::problems::{Message, Problems};
use crate::store::{self, StoreError, agenda, calendar_origins, events, meetings, programme};

/// Most sessions of an event.
pub(super) const MAX_SESSIONS: usize = 200;
/// Most meeting blocks of an event.
pub(super) const MAX_BLOCKS: usize = 50;

/// What the agenda's times are checked against.
pub fn frame(event: &Event) -> AgendaFrame {
    AgendaFrame {
        main: event.first_language(),
        zone: event.time_zone,
        starts_on: event.starts_on,
        ends_on: event.ends_on,
    }
}

/// Adds a session.
pub fn add_session(app: &App, access: &ChangeAccess, input: &SessionInput) -> Result<(), EditError> {
    edit(app, access, "session.added", |db, lists| {
        if lists.sessions.len() >= MAX_SESSIONS {
            let many = Message::new("problem-sessions-many").with("most", MAX_SESSIONS);
            return Err(Problems::one("date", many).into());
        }
        let session = input.parse(app.random.id(app.clock.now()), &frame(access.event()), &lists.types)?;
        agenda::insert_session(db, &access.event().id, &session)?;
        Ok(session.id.0)
    })
}

/// Changes a session. Whoever takes part in it is told of another time or place.
pub fn update_session(
    app: &App,
    access: &ChangeAccess,
    id: &SessionId,
    typed: &Typed<SessionInput>,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    let action = "session.changed";
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let lists = programme::get(tx.db, &event.id)?;
        let before = find_session(&lists, id)?;
        let stored = SessionInput::of(before, event.time_zone);
        let form = Form::of(access, action, id.as_str());
        let input: SessionInput = form.merge::<_, EditError>(tx.db, typed, &stored)?;
        let session = input.parse(id.clone(), &frame(&event), &lists.types)?;
        let news = store_session(tx, access, &event, (before, &session))?;
        Ok(Revised { news: news.into_iter().collect(), ..Revised::quiet(()) })
    })
}

/// Stores a session as it is from now on; gives what those who take part in it are told.
pub(super) fn store_session(
    tx: &mut Tx<'_>,
    access: &ChangeAccess,
    event: &Event,
    (before, session): (&Session, &Session),
) -> Result<Option<News>, EditError> {
    agenda::update_session(tx.db, &event.id, session)?;
    session_places::settle_changed(tx, &event.id, (before, session))?;
    access.note(tx, "session.changed", session.id.as_str(), "")?;
    if session != before {
        calendar_origins::raise(tx.db, &event.id)?;
    }
    Ok(match session.ends_at > tx.now && event.state.has_pages() {
        true => News::session_moved(tx.db, &event.id, before, session)?,
        false => None,
    })
}

/// Removes a session; nobody is busy with it any more.
pub fn delete_session(app: &App, access: &ChangeAccess, id: &SessionId) -> Result<(), EditError> {
    edit(app, access, "session.removed", |db, lists| {
        find_session(&lists, id)?;
        agenda::delete_session(db, &access.event().id, id)?;
        Ok(id.0.clone())
    })
}

/// Adds a meeting block with its slots, and puts into it whoever its organiser says.
pub fn add_block(
    app: &App,
    access: &ChangeAccess,
    input: &BlockInput,
    members: &Members,
) -> Result<(), EditError> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let lists = programme::get(tx.db, &event.id)?;
        if lists.blocks.len() >= MAX_BLOCKS {
            let many = Message::new("problem-blocks-many").with("most", MAX_BLOCKS);
            return Err(Problems::one("date", many).into());
        }
        let block = input.parse(app.random.id(tx.now), &frame(&event))?;
        insert_block(tx, access, &event, (&lists, &block), members)
    })
}

/// Stores a new meeting block with its slots and people.
pub(super) fn insert_block(
    tx: &mut Tx<'_>,
    access: &ChangeAccess,
    event: &Event,
    (lists, block): (&Programme, &MeetingBlock),
    members: &Members,
) -> Result<(), EditError> {
    check_apart(event, lists, block)?;
    let ids: Vec<SlotId> = block.slot_times().iter().map(|_| tx.app.random.id(tx.now)).collect();
    agenda::insert_block(tx.db, &event.id, block, &ids)?;
    access.note(tx, "block.added", block.id.as_str(), &members.code())?;
    Ok(attendance::put_into(tx, access, event, &block.id, members)?)
}

/// Changes a meeting block. Meetings in it stay in their slots and move with them; a slot that goes leaves its meetings
/// without one.
pub fn update_block(
    app: &App,
    access: &ChangeAccess,
    id: &BlockId,
    typed: &Typed<BlockInput>,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    let action = "block.changed";
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let lists = programme::get(tx.db, &event.id)?;
        let before = find_block(&lists, id)?;
        let form = Form::of(access, action, id.as_str());
        let stored = BlockInput::of(before, event.time_zone);
        let input: BlockInput = form.merge::<_, EditError>(tx.db, typed, &stored)?;
        let block = input.parse(id.clone(), &frame(&event))?;
        let plan = store_block(tx, access, &event, &lists, (before, &block))?;
        Ok(Revised { plan, ..Revised::quiet(()) })
    })
}

/// Stores a meeting block as it is from now on; gives how meetings move with it.
pub(super) fn store_block(
    tx: &mut Tx<'_>,
    access: &ChangeAccess,
    event: &Event,
    lists: &Programme,
    (before, block): (&MeetingBlock, &MeetingBlock),
) -> Result<PlanChange, EditError> {
    access.note(tx, "block.changed", block.id.as_str(), "")?;
    if same_times(before, block) {
        agenda::update_block_label(tx.db, &event.id, block)?;
        return Ok(PlanChange::default());
    }
    check_apart(event, lists, block)?;
    let slots: Vec<Slot> = lists.slots.iter().filter(|slot| slot.block == block.id).cloned().collect();
    let change = slots_after(before, &slots, block);
    check_begun(&slots, &change, tx.now)?;
    moving::end_proposals(tx, event, &slots, &change)?;
    let ids: Vec<SlotId> = change.new.iter().map(|_| tx.app.random.id(tx.now)).collect();
    agenda::update_block(tx.db, &event.id, block, &change, &ids)?;
    let to_come = meetings::list_to_come(tx.db, &event.id, tx.now)?;
    let moved = moving::with_slots(&to_come, &change.kept, tx.now);
    Ok(PlanChange { moved, because: Some(Because::BlockMoved), ..PlanChange::default() })
}

/// Removes a meeting block; meetings in it are left without a slot.
pub fn delete_block(
    app: &App,
    access: &ChangeAccess,
    id: &BlockId,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let lists = programme::get(tx.db, &event.id)?;
        find_block(&lists, id)?;
        let slots: Vec<Slot> = lists.slots.iter().filter(|slot| slot.block == *id).cloned().collect();
        let gone = slots.iter().map(|slot| slot.id.clone()).collect();
        let change = SlotChange { gone, ..SlotChange::default() };
        check_begun(&slots, &change, tx.now)?;
        moving::end_proposals(tx, &event, &slots, &change)?;
        agenda::delete_block(tx.db, &event.id, id)?;
        access.note(tx, "block.removed", id.as_str(), "")?;
        Ok(Revised::quiet(()))
    })
}

/// What has begun stays as it was.
fn check_begun(slots: &[Slot], change: &SlotChange, now: DateTime<Utc>) -> Result<(), EditError> {
    let touched = |slot: &&Slot| !change.kept.contains(slot);
    match slots.iter().filter(|slot| slot.starts_at <= now).find(touched) {
        None => Ok(()),
        Some(_) => Err(Problems::one("starts", Message::new("problem-block-begun")).into()),
    }
}

/// How many participants take part in a session.
pub fn session_in_use(app: &App, access: &ChangeAccess, id: &SessionId) -> Result<InUse, Fault> {
    app.store.read(|db| {
        let lists = programme::get(db, &access.event().id)?;
        let label = find_session(&lists, id)?.title.clone();
        Ok(InUse { label, count: store::attendance::count_in_session(db, id)? })
    })
}

/// How many participants are there in a meeting block.
pub fn block_in_use(app: &App, access: &ChangeAccess, id: &BlockId) -> Result<InUse, Fault> {
    app.store.read(|db| {
        let lists = programme::get(db, &access.event().id)?;
        let label = find_block(&lists, id)?.label.clone();
        Ok(InUse { label, count: store::attendance::count_in_block(db, id)? })
    })
}

fn find_session<'a>(lists: &'a Programme, id: &SessionId) -> Result<&'a Session, StoreError> {
    lists.sessions.iter().find(|session| session.id == *id).ok_or(StoreError::NotFound)
}

fn same_times(x: &MeetingBlock, y: &MeetingBlock) -> bool {
    let times =
        |block: &MeetingBlock| (block.starts_at, block.slot_minutes, block.pause_minutes, block.slot_count);
    times(x) == times(y)
}

/// Two blocks at one time would let people be in two meetings at once.
fn check_apart(event: &Event, lists: &Programme, block: &MeetingBlock) -> Result<(), EditError> {
    let overlaps = |other: &&MeetingBlock| {
        other.id != block.id && other.starts_at < block.ends_at() && block.starts_at < other.ends_at()
    };
    match lists.blocks.iter().find(overlaps) {
        None => Ok(()),
        Some(other) => {
            let main = event.first_language();
            let message = Message::new("problem-blocks-overlap").with("label", other.label.get(main, main));
            Err(Problems::one("starts", message).into())
        }
    }
}
