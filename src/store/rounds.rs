//! Match rounds, their draft meetings, and pairs that the organiser pinned or forbade.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::insert_all;
use super::rows::{count, from_json, stored, to_json, utc};
use super::schema::{pair_rules, round_meetings, round_settings, rounds};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, InterpreterId, ParticipantId, RoundId, SlotId};
use crate::domain::round::{PairRule, PairRuleKind, Round, RoundMeeting, RoundState};

#[derive(HasQuery, Insertable)]
#[diesel(table_name = rounds)]
struct RoundRow {
    id: String,
    event_id: String,
    number: i32,
    state: String,
    settings: String,
    seed: i64,
    report: String,
    created_at: NaiveDateTime,
    published_at: Option<NaiveDateTime>,
    withdrawn_at: Option<NaiveDateTime>,
    discarded_at: Option<NaiveDateTime>,
}

impl RoundRow {
    fn into_round(self) -> Result<Round, StoreError> {
        Ok(Round {
            id: RoundId(self.id),
            event: EventId(self.event_id),
            number: count(self.number),
            state: known("round state", &self.state, RoundState::parse(&self.state))?,
            settings: self.settings,
            seed: u64::try_from(self.seed).unwrap_or_default(),
            report: self.report,
            created_at: utc(self.created_at),
            published_at: self.published_at.map(utc),
            withdrawn_at: self.withdrawn_at.map(utc),
            discarded_at: self.discarded_at.map(utc),
        })
    }
}

#[derive(HasQuery, Insertable)]
#[diesel(table_name = round_meetings, treat_none_as_default_value = false)]
struct RoundMeetingRow {
    round_id: String,
    a_id: String,
    b_id: String,
    slot_id: String,
    table_no: Option<i32>,
    weight: i32,
    terms: String,
    interpreter_id: Option<String>,
}

impl RoundMeetingRow {
    fn into_meeting(self) -> Result<RoundMeeting, StoreError> {
        let place = (self.slot_id, self.table_no, self.interpreter_id);
        meeting_of((self.a_id, self.b_id), place, (self.weight, &self.terms))
    }
}

/// A meeting of a draft from its columns: the two, slot, table and interpreter, weight and reasons.
pub(super) fn meeting_of(
    (a, b): (String, String),
    (slot, table, interpreter): (String, Option<i32>, Option<String>),
    (weight, terms): (i32, &str),
) -> Result<RoundMeeting, StoreError> {
    Ok(RoundMeeting {
        a: ParticipantId(a),
        b: ParticipantId(b),
        slot: SlotId(slot),
        table: table.map(count),
        interpreter: interpreter.map(InterpreterId),
        weight: count(weight),
        terms: from_json("terms", terms)?,
    })
}

#[derive(HasQuery)]
#[diesel(table_name = pair_rules)]
struct PairRuleRow {
    a_id: String,
    b_id: String,
    kind: String,
    slot_id: Option<String>,
    table_no: Option<i32>,
}

impl PairRuleRow {
    fn into_rule(self) -> Result<PairRule, StoreError> {
        Ok(PairRule {
            a: ParticipantId(self.a_id),
            b: ParticipantId(self.b_id),
            kind: known("pair rule", &self.kind, PairRuleKind::parse(&self.kind))?,
            slot: self.slot_id.map(SlotId),
            table: self.table_no.map(count),
        })
    }
}

/// Stores a new round.
pub fn insert(db: &mut Db, round: &Round) -> Result<(), StoreError> {
    let row = RoundRow {
        id: round.id.0.clone(),
        event_id: round.event.0.clone(),
        number: stored(round.number),
        state: round.state.code().to_string(),
        settings: round.settings.clone(),
        seed: i64::try_from(round.seed).unwrap_or(i64::MAX),
        report: round.report.clone(),
        created_at: round.created_at.naive_utc(),
        published_at: round.published_at.map(|at| at.naive_utc()),
        withdrawn_at: round.withdrawn_at.map(|at| at.naive_utc()),
        discarded_at: round.discarded_at.map(|at| at.naive_utc()),
    };
    diesel::insert_into(rounds::table).values(row).execute(db)?;
    Ok(())
}

/// Stores a round's state, report, and when it was published or thrown away.
pub fn update(db: &mut Db, round: &Round) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(round.id.as_str()))
        .set((
            rounds::state.eq(round.state.code()),
            rounds::report.eq(&round.report),
            rounds::published_at.eq(round.published_at.map(|at| at.naive_utc())),
            rounds::discarded_at.eq(round.discarded_at.map(|at| at.naive_utc())),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes that the plan of every published round of an event is taken back.
pub fn withdraw_all(db: &mut Db, event: &EventId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let published = rounds::table
        .filter(rounds::event_id.eq(event.as_str()))
        .filter(rounds::state.eq(RoundState::Published.code()))
        .filter(rounds::withdrawn_at.is_null());
    diesel::update(published).set(rounds::withdrawn_at.eq(now.naive_utc())).execute(db)?;
    Ok(())
}

/// One round.
pub fn get(db: &mut Db, id: &RoundId) -> Result<Round, StoreError> {
    RoundRow::query().find(id.as_str()).first(db)?.into_round()
}

/// The round of an event with this number.
pub fn get_by_number(db: &mut Db, event: &EventId, number: u32) -> Result<Round, StoreError> {
    RoundRow::query()
        .filter(rounds::event_id.eq(event.as_str()))
        .filter(rounds::number.eq(stored(number)))
        .first(db)?
        .into_round()
}

/// The rounds of an event, latest first.
pub fn list(db: &mut Db, event: &EventId) -> Result<Vec<Round>, StoreError> {
    let rows = RoundRow::query()
        .filter(rounds::event_id.eq(event.as_str()))
        .order(rounds::number.desc())
        .limit(200)
        .load(db)?;
    rows.into_iter().map(RoundRow::into_round).collect()
}

/// With which settings the first round of an event begins, where it was made like another one.
pub fn first_settings(db: &mut Db, event: &EventId) -> Result<Option<String>, StoreError> {
    Ok(round_settings::table.find(event.as_str()).select(round_settings::settings).first(db).optional()?)
}

/// Says so of a new event.
pub fn put_first_settings(db: &mut Db, event: &EventId, settings: &str) -> Result<(), StoreError> {
    diesel::insert_into(round_settings::table)
        .values((round_settings::event_id.eq(event.as_str()), round_settings::settings.eq(settings)))
        .execute(db)?;
    Ok(())
}

/// The latest round of an event.
pub fn latest(db: &mut Db, event: &EventId) -> Result<Option<Round>, StoreError> {
    let row = RoundRow::query()
        .filter(rounds::event_id.eq(event.as_str()))
        .order(rounds::number.desc())
        .first(db)
        .optional()?;
    row.map(RoundRow::into_round).transpose()
}

/// The drafts of every event that were thrown away at this time or before, and are still kept.
pub fn list_discarded_before(db: &mut Db, time: DateTime<Utc>) -> Result<Vec<Round>, StoreError> {
    let rows = RoundRow::query()
        .filter(rounds::state.eq(RoundState::Discarded.code()))
        .filter(rounds::discarded_at.le(time.naive_utc()))
        .load(db)?;
    rows.into_iter().map(RoundRow::into_round).collect()
}

/// The number of the next round of an event.
pub fn next_number(db: &mut Db, event: &EventId) -> Result<u32, StoreError> {
    let last: Option<i32> = rounds::table
        .filter(rounds::event_id.eq(event.as_str()))
        .select(diesel::dsl::max(rounds::number))
        .first(db)?;
    Ok(count(last.unwrap_or(0)) + 1)
}

/// Replaces the draft meetings of a round.
pub fn replace_meetings(db: &mut Db, round: &RoundId, meetings: &[RoundMeeting]) -> Result<(), StoreError> {
    diesel::delete(round_meetings::table.filter(round_meetings::round_id.eq(round.as_str()))).execute(db)?;
    insert_meetings(db, round, &meetings.iter().collect::<Vec<_>>())
}

/// Changes those of the draft meetings of a round, from what they were, that are others.
pub fn change_meetings(
    db: &mut Db,
    round: &RoundId,
    before: &[RoundMeeting],
    after: &[RoundMeeting],
) -> Result<(), StoreError> {
    let by_pair = |meetings| -> HashMap<(&ParticipantId, &ParticipantId), &RoundMeeting> {
        let meetings: &[RoundMeeting] = meetings;
        meetings.iter().map(|meeting| ((&meeting.a, &meeting.b), meeting)).collect()
    };
    let (old, new) = (by_pair(before), by_pair(after));
    for (pair, meeting) in &old {
        if new.get(pair) != Some(meeting) {
            let key = (round.as_str(), pair.0.as_str(), pair.1.as_str());
            diesel::delete(round_meetings::table.find(key)).execute(db)?;
        }
    }
    let others: Vec<&RoundMeeting> =
        after.iter().filter(|meeting| old.get(&(&meeting.a, &meeting.b)) != Some(meeting)).collect();
    insert_meetings(db, round, &others)
}

fn insert_meetings(db: &mut Db, round: &RoundId, meetings: &[&RoundMeeting]) -> Result<(), StoreError> {
    let row = |meeting: &&RoundMeeting| {
        Ok(RoundMeetingRow {
            round_id: round.0.clone(),
            a_id: meeting.a.0.clone(),
            b_id: meeting.b.0.clone(),
            slot_id: meeting.slot.0.clone(),
            table_no: meeting.table.map(stored),
            weight: stored(meeting.weight),
            terms: to_json("terms", &meeting.terms)?,
            interpreter_id: meeting.interpreter.as_ref().map(|id| id.0.clone()),
        })
    };
    let rows = meetings.iter().map(row).collect::<Result<Vec<_>, StoreError>>()?;
    insert_all!(db, round_meetings::table, rows);
    Ok(())
}

/// A draft meeting without why the two meet: pair, slot, table, interpreter.
pub type DraftPlace = (ParticipantId, ParticipantId, SlotId, Option<u32>, Option<InterpreterId>);

type PlaceRow = (String, String, String, Option<i32>, Option<String>);

/// The draft meetings of a round, by pair, without why they meet.
pub fn list_draft_places(db: &mut Db, round: &RoundId) -> Result<Vec<DraftPlace>, StoreError> {
    let rows: Vec<PlaceRow> = round_meetings::table
        .filter(round_meetings::round_id.eq(round.as_str()))
        .order((round_meetings::a_id, round_meetings::b_id))
        .select((
            round_meetings::a_id,
            round_meetings::b_id,
            round_meetings::slot_id,
            round_meetings::table_no,
            round_meetings::interpreter_id,
        ))
        .load(db)?;
    let place = |(a, b, slot, table, by): PlaceRow| {
        (ParticipantId(a), ParticipantId(b), SlotId(slot), table.map(count), by.map(InterpreterId))
    };
    Ok(rows.into_iter().map(place).collect())
}

/// The draft meetings of a round, by pair.
pub fn list_meetings(db: &mut Db, round: &RoundId) -> Result<Vec<RoundMeeting>, StoreError> {
    let rows = RoundMeetingRow::query()
        .filter(round_meetings::round_id.eq(round.as_str()))
        .order((round_meetings::a_id, round_meetings::b_id))
        .load(db)?;
    rows.into_iter().map(RoundMeetingRow::into_meeting).collect()
}

/// The draft meetings of these pairs of a round, by pair.
pub fn list_meetings_of(
    db: &mut Db,
    round: &RoundId,
    pairs: &HashSet<(ParticipantId, ParticipantId)>,
) -> Result<Vec<RoundMeeting>, StoreError> {
    let firsts: Vec<&str> = pairs.iter().map(|(a, _)| a.as_str()).collect();
    let rows = RoundMeetingRow::query()
        .filter(round_meetings::round_id.eq(round.as_str()))
        .filter(round_meetings::a_id.eq_any(firsts))
        .order((round_meetings::a_id, round_meetings::b_id))
        .load(db)?;
    let all = rows
        .into_iter()
        .filter(|row| pairs.contains(&(ParticipantId(row.a_id.clone()), ParticipantId(row.b_id.clone()))));
    all.map(RoundMeetingRow::into_meeting).collect()
}

/// Stores what the organiser rules for a pair instead of what was ruled before.
pub fn put_pair_rule(
    db: &mut Db,
    event: &EventId,
    rule: &PairRule,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    delete_pair_rule(db, event, &rule.a, &rule.b)?;
    diesel::insert_into(pair_rules::table)
        .values((
            pair_rules::event_id.eq(event.as_str()),
            pair_rules::a_id.eq(rule.a.as_str()),
            pair_rules::b_id.eq(rule.b.as_str()),
            pair_rules::kind.eq(rule.kind.code()),
            pair_rules::slot_id.eq(rule.slot.as_ref().map(SlotId::as_str)),
            pair_rules::table_no.eq(rule.table.map(stored)),
            pair_rules::created_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Forgets what the organiser ruled for a pair; `a < b`.
pub fn delete_pair_rule(
    db: &mut Db,
    event: &EventId,
    a: &ParticipantId,
    b: &ParticipantId,
) -> Result<(), StoreError> {
    diesel::delete(pair_rules::table.find((event.as_str(), a.as_str(), b.as_str()))).execute(db)?;
    Ok(())
}

/// What the organiser rules for pairs of an event.
pub fn list_pair_rules(db: &mut Db, event: &EventId) -> Result<Vec<PairRule>, StoreError> {
    let rows = PairRuleRow::query()
        .filter(pair_rules::event_id.eq(event.as_str()))
        .order((pair_rules::a_id, pair_rules::b_id))
        .load(db)?;
    rows.into_iter().map(PairRuleRow::into_rule).collect()
}
