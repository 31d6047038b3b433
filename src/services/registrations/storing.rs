//! Keeps registration forms in the database, with the address that was typed, so that they are found and forgotten with it.

use super::form::{Answers, Form, encode};
use super::keeping::MOST_OF_EVENT;
use crate::domain::field;
use crate::domain::ids::EventId;
use crate::domain::text::Email;
use crate::domain::token::Token;
use crate::services::Fault;
use crate::services::tx::Tx;
use crate::store::registration_forms;

/// Saves a form; gives the token that finds it.
pub(super) fn save(tx: &mut Tx<'_>, form: &Form) -> Result<Token, Fault> {
    let (text, key) = (encode(&form.answers)?, email_key(&form.answers));
    match &form.token {
        Some(token)
            if registration_forms::update(tx.db, &token.hash(), &form.event.id, &text, &key, tx.now)? =>
        {
            registration_forms::make_room(tx.db, &form.event.id, &token.hash(), MOST_OF_EVENT)?;
            Ok(token.clone())
        }
        _ => begin(tx, &form.event.id, &form.answers),
    }
}

/// Saves a new form; gives the token that finds it.
pub(in crate::services) fn begin(
    tx: &mut Tx<'_>,
    event: &EventId,
    answers: &Answers,
) -> Result<Token, Fault> {
    let token = tx.app.random.token();
    let (text, key) = (encode(answers)?, email_key(answers));
    registration_forms::insert(tx.db, &token.hash(), event, &text, &key, tx.now)?;
    registration_forms::make_room(tx.db, event, &token.hash(), MOST_OF_EVENT)?;
    Ok(token)
}

fn email_key(answers: &Answers) -> String {
    Email::parse(answers.person.one(field::EMAIL)).map(|email| email.key()).unwrap_or_default()
}
