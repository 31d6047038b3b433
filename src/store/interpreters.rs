//! Who interprets at an event, and which meetings need it.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::error::known;
use super::rows::codes;
use super::schema::{interpreter_absences, interpreters, language_rules};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, InterpreterId, SlotId};
use crate::domain::interpreter::{Interpreter, Interpreting, LanguageRule};
use crate::domain::lang::Lang;
use crate::domain::text::Email;

/// Everything that an event says of languages.
pub fn get(db: &mut Db, event: &EventId) -> Result<Interpreting, StoreError> {
    Ok(Interpreting { rule: rule(db, event)?, interpreters: list(db, event)? })
}

/// Whether two people without a common language may meet.
pub fn rule(db: &mut Db, event: &EventId) -> Result<LanguageRule, StoreError> {
    let code: Option<String> =
        language_rules::table.find(event.as_str()).select(language_rules::rule).first(db).optional()?;
    let Some(code) = code else { return Ok(LanguageRule::Any) };
    known("language rule", &code, LanguageRule::parse(&code))
}

/// Says whether two people without a common language may meet.
pub fn put_rule(db: &mut Db, event: &EventId, rule: LanguageRule) -> Result<(), StoreError> {
    diesel::delete(language_rules::table.find(event.as_str())).execute(db)?;
    if rule != LanguageRule::Any {
        diesel::insert_into(language_rules::table)
            .values((language_rules::event_id.eq(event.as_str()), language_rules::rule.eq(rule.code())))
            .execute(db)?;
    }
    Ok(())
}

type Row = (String, String, Option<String>, String, String);

fn list(db: &mut Db, event: &EventId) -> Result<Vec<Interpreter>, StoreError> {
    let rows: Vec<Row> = interpreters::table
        .filter(interpreters::event_id.eq(event.as_str()))
        .order((interpreters::name, interpreters::id))
        .select((
            interpreters::id,
            interpreters::name,
            interpreters::email,
            interpreters::lang,
            interpreters::languages,
        ))
        .load(db)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let absences: Vec<(String, String)> = interpreter_absences::table
        .filter(interpreter_absences::event_id.eq(event.as_str()))
        .select((interpreter_absences::interpreter_id, interpreter_absences::slot_id))
        .load(db)?;
    let mut away: BTreeMap<String, BTreeSet<SlotId>> = BTreeMap::new();
    for (who, slot) in absences {
        away.entry(who).or_default().insert(SlotId(slot));
    }
    let one = |(id, name, email, lang, languages): Row| {
        let email = match email {
            Some(text) => Some(known("address", &text, Email::parse(&text).ok())?),
            None => None,
        };
        Ok(Interpreter {
            away: away.remove(&id).unwrap_or_default(),
            id: InterpreterId(id),
            name,
            email,
            lang: known("language", &lang, Lang::parse(&lang))?,
            languages: codes(&languages),
        })
    };
    rows.into_iter().map(one).collect()
}

/// Stores somebody who interprets, new or changed. Their meetings stay theirs.
pub fn put(db: &mut Db, event: &EventId, one: &Interpreter) -> Result<(), StoreError> {
    let id = one.id.as_str();
    let email = one.email.as_ref().map(Email::as_str);
    let languages = one.languages.join(",");
    let values = (
        interpreters::name.eq(&one.name),
        interpreters::email.eq(email),
        interpreters::lang.eq(one.lang.code()),
        interpreters::languages.eq(&languages),
    );
    let changed = diesel::update(interpreters::table.find(id)).set(values).execute(db)?;
    if changed == 0 {
        let key = (interpreters::id.eq(id), interpreters::event_id.eq(event.as_str()));
        diesel::insert_into(interpreters::table).values((key, values)).execute(db)?;
    }
    diesel::delete(interpreter_absences::table.filter(interpreter_absences::interpreter_id.eq(id)))
        .execute(db)?;
    for slot in &one.away {
        diesel::insert_into(interpreter_absences::table)
            .values((
                interpreter_absences::interpreter_id.eq(id),
                interpreter_absences::event_id.eq(event.as_str()),
                interpreter_absences::slot_id.eq(slot.as_str()),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Removes somebody who interprets; their meetings have nobody then.
pub fn delete(db: &mut Db, event: &EventId, id: &InterpreterId) -> Result<(), StoreError> {
    let theirs = interpreters::table.find(id.as_str()).filter(interpreters::event_id.eq(event.as_str()));
    diesel::delete(theirs).execute(db)?;
    Ok(())
}

/// Removes everybody who interprets at an event.
pub fn delete_all(db: &mut Db, event: &EventId) -> Result<(), StoreError> {
    diesel::delete(interpreters::table.filter(interpreters::event_id.eq(event.as_str()))).execute(db)?;
    Ok(())
}
