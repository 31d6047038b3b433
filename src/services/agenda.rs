//! The agenda of an event that an organiser edits: sessions, and meeting blocks with their slots.

use super::Fault;
use super::access::ChangeAccess;
use super::events::EditError;
use super::meanwhile::Form;
use super::programme::{InUse, edit};
use crate::app::App;
use crate::domain::agenda_input::{AgendaFrame, BlockInput, SessionInput};
use crate::domain::event::{Event, MeetingBlock, Programme, Session};
use crate::domain::ids::{BlockId, SessionId, SlotId};
use crate::domain::opened::Typed;
use crate::domain::problems::{Message, Problems};
use crate::store::{Db, StoreError, meetings, participants, programme};

/// Most sessions of an event.
const MAX_SESSIONS: usize = 200;
/// Most meeting blocks of an event.
const MAX_BLOCKS: usize = 50;

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
        let session = input.parse(app.random.id(app.clock.now()), &frame(access.event()))?;
        programme::insert_session(db, &access.event().id, &session)?;
        Ok(session.id.0)
    })
}

/// Changes a session.
pub fn update_session(
    app: &App,
    access: &ChangeAccess,
    id: &SessionId,
    typed: &Typed<SessionInput>,
) -> Result<(), EditError> {
    let action = "session.changed";
    edit(app, access, action, |db, lists| {
        let stored = SessionInput::of(find_session(&lists, id)?, access.event().time_zone);
        let form = Form::of(access, action, id.as_str());
        let input: SessionInput = form.merge::<_, EditError>(db, typed, &stored)?;
        let session = input.parse(id.clone(), &frame(access.event()))?;
        programme::update_session(db, &access.event().id, &session)?;
        Ok(id.0.clone())
    })
}

/// Removes a session; nobody is busy with it any more.
pub fn delete_session(app: &App, access: &ChangeAccess, id: &SessionId) -> Result<(), EditError> {
    edit(app, access, "session.removed", |db, lists| {
        find_session(&lists, id)?;
        programme::delete_session(db, &access.event().id, id)?;
        Ok(id.0.clone())
    })
}

/// Adds a meeting block with its slots.
pub fn add_block(app: &App, access: &ChangeAccess, input: &BlockInput) -> Result<(), EditError> {
    edit(app, access, "block.added", |db, lists| {
        if lists.blocks.len() >= MAX_BLOCKS {
            let many = Message::new("problem-blocks-many").with("most", MAX_BLOCKS);
            return Err(Problems::one("date", many).into());
        }
        let block = input.parse(app.random.id(app.clock.now()), &frame(access.event()))?;
        check_apart(access.event(), &lists, &block)?;
        programme::insert_block(db, &access.event().id, &block, &slot_ids(app, &block))?;
        Ok(block.id.0)
    })
}

/// Changes a meeting block. Once meetings are planned in it, its times stay and only its label can change.
pub fn update_block(
    app: &App,
    access: &ChangeAccess,
    id: &BlockId,
    typed: &Typed<BlockInput>,
) -> Result<(), EditError> {
    let action = "block.changed";
    edit(app, access, action, |db, lists| {
        let event = access.event();
        let before = find_block(&lists, id)?;
        let form = Form::of(access, action, id.as_str());
        let stored = BlockInput::of(before, event.time_zone);
        let input: BlockInput = form.merge::<_, EditError>(db, typed, &stored)?;
        let block = input.parse(id.clone(), &frame(event))?;
        if same_times(before, &block) {
            programme::update_block_label(db, &event.id, &block)?;
            return Ok(id.0.clone());
        }
        let planned = planned_in(db, event, &lists, id)?;
        if planned > 0 {
            let message = Message::new("problem-block-has-meetings").with("meetings", planned);
            return Err(Problems::one("starts", message).into());
        }
        check_apart(event, &lists, &block)?;
        programme::update_block(db, &event.id, &block, &slot_ids(app, &block))?;
        Ok(id.0.clone())
    })
}

/// Removes a meeting block in which no meeting is planned.
pub fn delete_block(app: &App, access: &ChangeAccess, id: &BlockId) -> Result<(), EditError> {
    edit(app, access, "block.removed", |db, lists| {
        find_block(&lists, id)?;
        let planned = planned_in(db, access.event(), &lists, id)?;
        if planned > 0 {
            let message = Message::new("problem-block-has-meetings").with("meetings", planned);
            return Err(Problems::one("starts", message).into());
        }
        programme::delete_block(db, &access.event().id, id)?;
        Ok(id.0.clone())
    })
}

/// How many participants take part in a session.
pub fn session_in_use(app: &App, access: &ChangeAccess, id: &SessionId) -> Result<InUse, Fault> {
    app.store.read(|db| {
        let lists = programme::get(db, &access.event().id)?;
        let label = find_session(&lists, id)?.title.clone();
        Ok(InUse { label, count: participants::count_in_session(db, id)? })
    })
}

/// How many participants are there in a meeting block.
pub fn block_in_use(app: &App, access: &ChangeAccess, id: &BlockId) -> Result<InUse, Fault> {
    app.store.read(|db| {
        let lists = programme::get(db, &access.event().id)?;
        let label = find_block(&lists, id)?.label.clone();
        Ok(InUse { label, count: participants::count_in_block(db, id)? })
    })
}

fn find_session<'a>(lists: &'a Programme, id: &SessionId) -> Result<&'a Session, StoreError> {
    lists.sessions.iter().find(|session| session.id == *id).ok_or(StoreError::NotFound)
}

fn find_block<'a>(lists: &'a Programme, id: &BlockId) -> Result<&'a MeetingBlock, StoreError> {
    lists.blocks.iter().find(|block| block.id == *id).ok_or(StoreError::NotFound)
}

fn slot_ids(app: &App, block: &MeetingBlock) -> Vec<SlotId> {
    (0..block.slot_count).map(|_| app.random.id(app.clock.now())).collect()
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

fn planned_in(db: &mut Db, event: &Event, lists: &Programme, id: &BlockId) -> Result<usize, StoreError> {
    let planned = meetings::list_planned(db, &event.id)?;
    let slots: Vec<&SlotId> =
        lists.slots.iter().filter(|slot| slot.block == *id).map(|slot| &slot.id).collect();
    Ok(planned.iter().filter(|meeting| slots.contains(&&meeting.slot)).count())
}
