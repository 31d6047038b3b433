//! Proposals to meet, and what became of them.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::{from_json, to_json, utc};
use super::schema::proposals;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, MeetingId, ParticipantId, ProposalId, SlotId};
use crate::domain::proposal::{Proposal, ProposalState, Side};

#[derive(HasQuery, Insertable)]
#[diesel(table_name = proposals)]
struct ProposalRow {
    id: String,
    event_id: String,
    from_id: String,
    to_id: String,
    slot_id: String,
    message: String,
    state: String,
    terms: String,
    created_at: NaiveDateTime,
    expires_at: NaiveDateTime,
    answered_at: Option<NaiveDateTime>,
    tell_at: Option<NaiveDateTime>,
    receipt_at: Option<NaiveDateTime>,
    instead_of: Option<String>,
}

impl ProposalRow {
    fn into_proposal(self) -> Result<Proposal, StoreError> {
        Ok(Proposal {
            id: ProposalId(self.id),
            event: EventId(self.event_id),
            from: ParticipantId(self.from_id),
            to: ParticipantId(self.to_id),
            slot: SlotId(self.slot_id),
            message: self.message,
            state: known("proposal state", &self.state, ProposalState::parse(&self.state))?,
            terms: from_json("terms", &self.terms)?,
            created_at: utc(self.created_at),
            expires_at: utc(self.expires_at),
            answered_at: self.answered_at.map(utc),
            tell_at: self.tell_at.map(utc),
            receipt_at: self.receipt_at.map(utc),
            instead_of: self.instead_of.map(MeetingId),
        })
    }
}

/// Stores a new proposal; a second open one of the same two people is a conflict.
pub fn insert(db: &mut Db, proposal: &Proposal) -> Result<(), StoreError> {
    let row = ProposalRow {
        id: proposal.id.0.clone(),
        event_id: proposal.event.0.clone(),
        from_id: proposal.from.0.clone(),
        to_id: proposal.to.0.clone(),
        slot_id: proposal.slot.0.clone(),
        message: proposal.message.clone(),
        state: proposal.state.code().to_string(),
        terms: to_json("terms", &proposal.terms)?,
        created_at: proposal.created_at.naive_utc(),
        expires_at: proposal.expires_at.naive_utc(),
        answered_at: proposal.answered_at.map(|at| at.naive_utc()),
        tell_at: proposal.tell_at.map(|at| at.naive_utc()),
        receipt_at: proposal.receipt_at.map(|at| at.naive_utc()),
        instead_of: proposal.instead_of.as_ref().map(|id| id.0.clone()),
    };
    diesel::insert_into(proposals::table).values(row).execute(db)?;
    Ok(())
}

/// One proposal.
pub fn get(db: &mut Db, id: &ProposalId) -> Result<Proposal, StoreError> {
    ProposalRow::query().find(id.as_str()).first(db)?.into_proposal()
}

/// The proposals of and to a participant, newest first.
pub fn list_of(db: &mut Db, who: &ParticipantId) -> Result<Vec<Proposal>, StoreError> {
    let rows = ProposalRow::query()
        .filter(proposals::from_id.eq(who.as_str()).or(proposals::to_id.eq(who.as_str())))
        .order((proposals::created_at.desc(), proposals::id.desc()))
        .load(db)?;
    rows.into_iter().map(ProposalRow::into_proposal).collect()
}

/// The proposals of an event that wait for an answer.
pub fn list_open(db: &mut Db, event: &EventId) -> Result<Vec<Proposal>, StoreError> {
    let rows = ProposalRow::query()
        .filter(proposals::event_id.eq(event.as_str()))
        .filter(proposals::state.eq(ProposalState::Open.code()))
        .order(proposals::id)
        .load(db)?;
    rows.into_iter().map(ProposalRow::into_proposal).collect()
}

/// Proposals that nobody answered in time.
pub fn list_unanswered(db: &mut Db, now: DateTime<Utc>, limit: i64) -> Result<Vec<Proposal>, StoreError> {
    let rows = ProposalRow::query()
        .filter(proposals::state.eq(ProposalState::Open.code()))
        .filter(proposals::expires_at.le(now.naive_utc()))
        .order((proposals::expires_at, proposals::id))
        .limit(limit)
        .load(db)?;
    rows.into_iter().map(ProposalRow::into_proposal).collect()
}

/// The proposals of which somebody is to hear by now.
pub fn list_due(db: &mut Db, now: DateTime<Utc>) -> Result<Vec<Proposal>, StoreError> {
    let now = now.naive_utc();
    let rows = ProposalRow::query()
        .filter(proposals::tell_at.le(now).or(proposals::receipt_at.le(now)))
        .order(proposals::id)
        .limit(500)
        .load(db)?;
    rows.into_iter().map(ProposalRow::into_proposal).collect()
}

/// The proposals of which somebody has not heard yet as they stand, oldest first.
pub fn list_untold(db: &mut Db, who: &ParticipantId) -> Result<Vec<Proposal>, StoreError> {
    let asked = proposals::to_id.eq(who.as_str()).and(proposals::tell_at.is_not_null());
    let author = proposals::from_id.eq(who.as_str()).and(proposals::receipt_at.is_not_null());
    let rows = ProposalRow::query()
        .filter(asked.or(author))
        .order((proposals::created_at, proposals::id))
        .load(db)?;
    rows.into_iter().map(ProposalRow::into_proposal).collect()
}

/// Notes when somebody hears of proposals; none once they have.
pub fn set_told_at(
    db: &mut Db,
    ids: &[&ProposalId],
    side: Side,
    at: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
    let told = diesel::update(proposals::table.filter(proposals::id.eq_any(ids)));
    let at = at.map(|at| at.naive_utc());
    match side {
        Side::Asked => told.set(proposals::tell_at.eq(at)).execute(db)?,
        Side::Author => told.set(proposals::receipt_at.eq(at)).execute(db)?,
    };
    Ok(())
}

/// Ends an open proposal, of which its author hears then, if at all; says whether it still was open.
pub fn close(
    db: &mut Db,
    id: &ProposalId,
    state: ProposalState,
    now: DateTime<Utc>,
    told_at: Option<DateTime<Utc>>,
) -> Result<bool, StoreError> {
    let open = proposals::table.find(id.as_str()).filter(proposals::state.eq(ProposalState::Open.code()));
    let nobody: Option<NaiveDateTime> = None;
    let closed = diesel::update(open)
        .set((
            proposals::state.eq(state.code()),
            proposals::answered_at.eq(Some(now.naive_utc())),
            proposals::tell_at.eq(nobody),
            proposals::receipt_at.eq(told_at.map(|at| at.naive_utc())),
        ))
        .execute(db)?;
    Ok(closed > 0)
}
