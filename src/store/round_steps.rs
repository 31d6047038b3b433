//! Changes of drafts by hand: what each was about, before and after.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::error::known;
use super::rounds::meeting_of;
use super::rows::{count, insert_all, stored, to_json, utc};
use super::schema::{round_meetings, round_step_meetings, round_step_rules, round_steps, rounds};
use super::{Db, StoreError};
use crate::domain::ids::{AccountId, ParticipantId, RoundId, SlotId};
use crate::domain::round::{
    PairRule, PairRuleKind, RoundMeeting, RoundState, RoundStep, RuleChange, StepKind,
};

#[derive(HasQuery, Insertable)]
#[diesel(table_name = round_steps)]
struct StepRow {
    round_id: String,
    number: i32,
    kind: String,
    account_id: Option<String>,
    made_at: NaiveDateTime,
    undone: bool,
}

#[derive(HasQuery, Insertable)]
#[diesel(table_name = round_step_meetings, treat_none_as_default_value = false)]
struct StepMeetingRow {
    round_id: String,
    number: i32,
    is_after: bool,
    a_id: String,
    b_id: String,
    slot_id: String,
    table_no: Option<i32>,
    weight: i32,
    terms: String,
    interpreter_id: Option<String>,
}

impl StepMeetingRow {
    fn into_meeting(self) -> Result<RoundMeeting, StoreError> {
        let place = (self.slot_id, self.table_no, self.interpreter_id);
        meeting_of((self.a_id, self.b_id), place, (self.weight, &self.terms))
    }
}

#[derive(HasQuery, Insertable)]
#[diesel(table_name = round_step_rules, treat_none_as_default_value = false)]
struct StepRuleRow {
    round_id: String,
    number: i32,
    is_after: bool,
    a_id: String,
    b_id: String,
    kind: String,
    slot_id: Option<String>,
    table_no: Option<i32>,
}

impl StepRuleRow {
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

/// The changes of a draft, in their order.
pub fn list(db: &mut Db, round: &RoundId) -> Result<Vec<RoundStep>, StoreError> {
    let rows: Vec<StepRow> = StepRow::query()
        .filter(round_steps::round_id.eq(round.as_str()))
        .order(round_steps::number)
        .load(db)?;
    let step = |row: StepRow| {
        Ok(RoundStep {
            number: count(row.number),
            kind: known("step kind", &row.kind, StepKind::parse(&row.kind))?,
            by: row.account_id.map(AccountId),
            at: utc(row.made_at),
            undone: row.undone,
            before: Vec::new(),
            after: Vec::new(),
            rules: RuleChange::default(),
        })
    };
    let mut steps = rows.into_iter().map(step).collect::<Result<Vec<RoundStep>, StoreError>>()?;
    let meetings: Vec<StepMeetingRow> = StepMeetingRow::query()
        .filter(round_step_meetings::round_id.eq(round.as_str()))
        .order((round_step_meetings::number, round_step_meetings::a_id, round_step_meetings::b_id))
        .load(db)?;
    for row in meetings {
        let (number, is_after) = (count(row.number), row.is_after);
        let Some(step) = steps.iter_mut().find(|step| step.number == number) else { continue };
        if is_after { &mut step.after } else { &mut step.before }.push(row.into_meeting()?);
    }
    let rules: Vec<StepRuleRow> =
        StepRuleRow::query().filter(round_step_rules::round_id.eq(round.as_str())).load(db)?;
    for row in rules {
        let (number, is_after) = (count(row.number), row.is_after);
        let Some(step) = steps.iter_mut().find(|step| step.number == number) else { continue };
        *(if is_after { &mut step.rules.after } else { &mut step.rules.before }) = Some(row.into_rule()?);
    }
    Ok(steps)
}

/// Stores a change.
pub fn insert(db: &mut Db, round: &RoundId, step: &RoundStep) -> Result<(), StoreError> {
    let row = StepRow {
        round_id: round.0.clone(),
        number: stored(step.number),
        kind: step.kind.code().to_string(),
        account_id: step.by.as_ref().map(|by| by.0.clone()),
        made_at: step.at.naive_utc(),
        undone: step.undone,
    };
    diesel::insert_into(round_steps::table).values(row).execute(db)?;
    let before = step.before.iter().map(|meeting| (false, meeting));
    let row = |(is_after, meeting): (bool, &RoundMeeting)| {
        Ok(StepMeetingRow {
            round_id: round.0.clone(),
            number: stored(step.number),
            is_after,
            a_id: meeting.a.0.clone(),
            b_id: meeting.b.0.clone(),
            slot_id: meeting.slot.0.clone(),
            table_no: meeting.table.map(stored),
            weight: stored(meeting.weight),
            terms: to_json("terms", &meeting.terms)?,
            interpreter_id: meeting.interpreter.as_ref().map(|id| id.0.clone()),
        })
    };
    let all = before.chain(step.after.iter().map(|meeting| (true, meeting)));
    let rows = all.map(row).collect::<Result<Vec<_>, StoreError>>()?;
    insert_all!(db, round_step_meetings::table, rows);
    let before = step.rules.before.iter().map(|rule| (false, rule));
    for (is_after, rule) in before.chain(step.rules.after.iter().map(|rule| (true, rule))) {
        let row = StepRuleRow {
            round_id: round.0.clone(),
            number: stored(step.number),
            is_after,
            a_id: rule.a.0.clone(),
            b_id: rule.b.0.clone(),
            kind: rule.kind.code().to_string(),
            slot_id: rule.slot.as_ref().map(|slot| slot.0.clone()),
            table_no: rule.table.map(stored),
        };
        diesel::insert_into(round_step_rules::table).values(row).execute(db)?;
    }
    Ok(())
}

/// Notes whether a change is undone.
pub fn set_undone(db: &mut Db, round: &RoundId, number: u32, undone: bool) -> Result<(), StoreError> {
    diesel::update(round_steps::table.find((round.as_str(), stored(number))))
        .set(round_steps::undone.eq(undone))
        .execute(db)?;
    Ok(())
}

/// Forgets the changes that were undone: the draft was changed otherwise since.
pub fn delete_undone(db: &mut Db, round: &RoundId) -> Result<(), StoreError> {
    let theirs = round_steps::round_id.eq(round.as_str()).and(round_steps::undone.eq(true));
    diesel::delete(round_steps::table.filter(theirs)).execute(db)?;
    Ok(())
}

/// Forgets every change of a round.
pub fn delete_all(db: &mut Db, round: &RoundId) -> Result<(), StoreError> {
    diesel::delete(round_steps::table.filter(round_steps::round_id.eq(round.as_str()))).execute(db)?;
    Ok(())
}

/// Forgets the changes that were about these people, and the meetings that they had in drafts that were thrown away. A draft whose
/// change is forgotten while it stands has no undone ones either: all of its changes undone means that it is as it was solved.
pub fn forget_people(db: &mut Db, ids: &[&str]) -> Result<(), StoreError> {
    let theirs = round_step_meetings::a_id.eq_any(ids).or(round_step_meetings::b_id.eq_any(ids));
    let steps: Vec<(String, i32)> = round_step_meetings::table
        .filter(theirs)
        .select((round_step_meetings::round_id, round_step_meetings::number))
        .distinct()
        .load(db)?;
    let ruled = round_step_rules::a_id.eq_any(ids).or(round_step_rules::b_id.eq_any(ids));
    let rules: Vec<(String, i32)> = round_step_rules::table
        .filter(ruled)
        .select((round_step_rules::round_id, round_step_rules::number))
        .distinct()
        .load(db)?;
    for (round, number) in steps.iter().chain(&rules) {
        let step = round_steps::table.find((round, number));
        let stood = diesel::delete(step.filter(round_steps::undone.eq(false))).execute(db)? > 0;
        diesel::delete(step).execute(db)?;
        if stood {
            delete_undone(db, &RoundId(round.clone()))?;
        }
    }
    let discarded = rounds::table.filter(rounds::state.eq(RoundState::Discarded.code())).select(rounds::id);
    let met = round_meetings::a_id.eq_any(ids).or(round_meetings::b_id.eq_any(ids));
    diesel::delete(round_meetings::table.filter(met).filter(round_meetings::round_id.eq_any(discarded)))
        .execute(db)?;
    Ok(())
}
