//! Who is there in a meeting block: by a rule when the block is added, and in bulk whenever an organiser wants it.

use super::access::{ChangeAccess, EventAccess};
use super::events::EditError;
use super::log::note_detail;
use super::misfits::Whose;
use super::programme::find_block;
use super::revising::{Revised, Saved, revise};
use super::{Fault, tx::Tx};
use crate::app::App;
use crate::domain::change::{self, differences};
use crate::domain::event::{Event, MeetingBlock, Programme};
use crate::domain::ids::{BlockId, ParticipantId};
use crate::domain::misfit::Accepted;
use crate::domain::participant::Participant;
use crate::domain::registration::RegistrationState;
use crate::store::{self, Db, StoreError, participants, programme};

/// Which of an event's people are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Members {
    Everyone,
    /// Whoever is in this block.
    InBlock(BlockId),
    /// Whoever is in no block at all.
    InNone,
    Nobody,
}

impl Members {
    /// As a form says it.
    pub fn parse(code: &str) -> Option<Members> {
        match code {
            "everyone" => Some(Members::Everyone),
            "none" => Some(Members::InNone),
            "nobody" => Some(Members::Nobody),
            other => other.strip_prefix("block:").map(|id| Members::InBlock(BlockId(id.to_string()))),
        }
    }

    /// What [`Members::parse`] reads.
    pub fn code(&self) -> String {
        match self {
            Members::Everyone => "everyone".to_string(),
            Members::InBlock(id) => format!("block:{id}"),
            Members::InNone => "none".to_string(),
            Members::Nobody => "nobody".to_string(),
        }
    }

    fn include(&self, person: &Participant) -> bool {
        let blocks = &person.profile.attendance.blocks;
        match self {
            Members::Everyone => true,
            Members::InBlock(id) => blocks.contains(id),
            Members::InNone => blocks.is_empty(),
            Members::Nobody => false,
        }
    }
}

/// What is done to the people of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    Put,
    TakeOut,
}

/// How many people a block has, and how many of whom there are.
#[derive(Debug, Clone)]
pub struct BlockPeople {
    pub block: MeetingBlock,
    pub inside: usize,
    pub everyone: usize,
    /// Who is in no block at all.
    pub in_none: usize,
    /// The other blocks, with how many are in each.
    pub others: Vec<(MeetingBlock, usize)>,
}

/// Who is in a block.
pub fn people_of(app: &App, access: &EventAccess, id: &BlockId) -> Result<BlockPeople, Fault> {
    app.store.read(|db| {
        let lists = programme::get(db, &access.event().id)?;
        let people = present(db, access.event())?;
        let count = |members: Members| people.iter().filter(|person| members.include(person)).count();
        let block = find_block(&lists, id)?.clone();
        let others = lists.blocks.iter().filter(|other| other.id != *id);
        Ok(BlockPeople {
            inside: count(Members::InBlock(id.clone())),
            everyone: people.len(),
            in_none: count(Members::InNone),
            others: others.map(|other| (other.clone(), count(Members::InBlock(other.id.clone())))).collect(),
            block,
        })
    })
}

/// Everyone who comes, or may come yet.
fn present(db: &mut Db, event: &Event) -> Result<Vec<Participant>, StoreError> {
    participants::list_in_states(db, &event.id, &RegistrationState::EXPECTED)
}

/// Puts people into a block, or takes them out of it.
pub fn set(
    app: &App,
    access: &ChangeAccess,
    id: &BlockId,
    (presence, members): (Presence, &Members),
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    revise(app, &access.event().id, Whose::Everybody, accepted, |tx, event| {
        let lists = programme::get(tx.db, &event.id)?;
        find_block(&lists, id)?;
        change(tx, access, (&event, &lists), id, (presence, members))?;
        Ok(Revised::quiet(()))
    })
}

/// Puts people into a block that was just added.
pub(super) fn put_into(
    tx: &mut Tx<'_>,
    access: &ChangeAccess,
    event: &Event,
    id: &BlockId,
    members: &Members,
) -> Result<(), StoreError> {
    let lists = programme::get(tx.db, &event.id)?;
    change(tx, access, (event, &lists), id, (Presence::Put, members))
}

fn change(
    tx: &mut Tx<'_>,
    access: &ChangeAccess,
    (event, lists): (&Event, &Programme),
    id: &BlockId,
    (presence, members): (Presence, &Members),
) -> Result<(), StoreError> {
    let is_inside = |person: &Participant| person.profile.attendance.blocks.contains(id);
    let changes = |person: &&Participant| {
        members.include(person) && is_inside(person) == (presence == Presence::TakeOut)
    };
    let people = present(tx.db, event)?;
    let changing: Vec<&Participant> = people.iter().filter(changes).collect();
    let ids: Vec<&ParticipantId> = changing.iter().map(|person| &person.id).collect();
    match presence {
        Presence::Put => store::attendance::put(tx.db, id, &ids, tx.now)?,
        Presence::TakeOut => store::attendance::take_out(tx.db, id, &ids, tx.now)?,
    }
    for before in &changing {
        let mut after = (*before).clone();
        let blocks = &mut after.profile.attendance.blocks;
        match presence {
            Presence::Put => blocks.push(id.clone()),
            Presence::TakeOut => blocks.retain(|block| block != id),
        }
        let detail = change::encode(&differences(before, &after, event, lists));
        let action = "participant.changed_attendance";
        note_detail(tx, &event.id, &before.id, access.actor(), action, &detail)?;
    }
    Ok(())
}
