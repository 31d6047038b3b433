//! Registering a colleague: a participant begins the form for somebody of the same organisation, who alone can finish
//! it. Until then there is a form and nothing else: nobody sees the colleague, and nothing was agreed to for them.

use super::access::Actor;
use super::access::OwnAccess;
use super::asked_mails::when_to_unproved;
use super::links::LinkError;
use super::log::note;
use super::mail_files;
use super::my_event::UpdateError;
use super::post::post_at;
use super::registrations::saved_form::{self, KEEP_DAYS, LinkedForm};
use super::registrations::{Answers, storing};
use super::tx::write;
use crate::app::App;
use crate::domain::answer::AnswerKey;
use crate::domain::field::{self, FIELDS};
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;
use crate::domain::participant::{InterestKind, Participant};
use crate::domain::problems::{Message, Problems};
use crate::domain::profile_input::{InterestInput, InterestsInput, PersonInput};
use crate::domain::text::{self, Email};
use crate::domain::token::Token;
use crate::mail::messages::{self, Addressee};
use crate::store::{self, Db, StoreError, erasure, events, mail_requests, participants};

/// Most colleagues that one participant can begin a registration for.
pub const MOST: usize = 10;
/// After so many colleagues who did not want it, a participant invites nobody any more.
const MOST_REFUSED: usize = 2;

/// Whom a participant wants to register, as it was typed.
#[derive(Debug, Clone, Default)]
pub struct ColleagueInput {
    pub name: String,
    pub email: String,
    /// Language of the mail to them.
    pub lang: Lang,
}

/// How many colleagues a participant has written to, and whether there may be more.
pub fn invited(app: &App, who: &ParticipantId) -> Result<usize, super::Fault> {
    app.store.read(|db| Ok(count(db, who, "colleague.invited")?))
}

fn count(db: &mut Db, who: &ParticipantId, action: &str) -> Result<usize, StoreError> {
    let event = participants::get(db, who)?.event;
    let history = store::log::list(db, &event, Some(who.as_str()), 10_000)?;
    Ok(history.iter().filter(|entry| entry.action == action).count())
}

/// Begins a colleague's registration and mails them the link to it. Whether a mail goes is not told: who is registered
/// already, or was written to often, gets none.
pub fn invite(app: &App, own: &OwnAccess, input: &ColleagueInput) -> Result<(), UpdateError> {
    let who = own.id();
    let mut problems = Problems::new();
    let missing = |name: String| {
        if name.is_empty() { Err(Message::new("problem-colleague-name-missing")) } else { Ok(name) }
    };
    let name = problems.take("name", text::person_name(&input.name).and_then(missing));
    let email = problems.take("email", Email::parse(&input.email));
    let (Some(name), Some(email)) = (name, email) else { return Err(UpdateError::Invalid(problems)) };
    write(app, |tx| {
        let me = participants::get(tx.db, who)?;
        let event = events::lock(tx.db, &me.event)?;
        let live = store::registrations::get(tx.db, who)?.state.has_proved_address();
        if !live || !event.takes_registrations(tx.now) {
            return Err(refusal("problem-colleague-closed"));
        }
        let refused = count(tx.db, who, "colleague.refused")?;
        if count(tx.db, who, "colleague.invited")? >= MOST || refused >= MOST_REFUSED {
            return Err(refusal("problem-colleagues-many"));
        }
        note(tx, &event.id, who, &Actor::Participant, "colleague.invited")?;
        let known = participants::find_by_email(tx.db, &event.id, &email)?.is_some();
        let due = when_to_unproved(tx, &event, &email)?;
        let Some(due) = due.filter(|_| !known) else { return Ok(()) };
        let answers = begun(&me, name.clone(), &email, input.lang);
        let token = storing::begin(tx, &event.id, &answers)?;
        let link = app.config.base_url.join(&saved_form::link_path(&token));
        let to = Addressee { email: &email, lang: input.lang };
        let from = named(&me);
        post_at(tx, due, |context| {
            messages::colleague_invited(context, &event, &to, &from, &link, KEEP_DAYS)
        })?;
        Ok(())
    })
}

fn refusal(key: &'static str) -> UpdateError {
    UpdateError::Invalid(Problems::one("name", Message::new(key).with("most", MOST)))
}

/// A colleague by name and organisation.
pub fn named(colleague: &Participant) -> String {
    let person = &colleague.profile.person;
    let (name, organisation) = (text::shown_name(&person.name), text::shown_name(&person.organisation));
    if name.is_empty() || name == organisation { organisation } else { format!("{name} ({organisation})") }
}

/// What colleagues share, to begin with.
fn begun(me: &Participant, name: String, email: &Email, lang: Lang) -> Answers {
    let typed = PersonInput::default()
        .with(field::NAME, vec![name])
        .with(field::EMAIL, vec![email.as_str().to_string()]);
    let person = FIELDS.iter().filter(|field| field.of_colleagues).fold(typed, |input, field| {
        let own = me.profile.person.answer(&AnswerKey::Field(field.code));
        input.with(field.code, own.map(|value| value.raw()).unwrap_or_default())
    });
    Answers {
        person,
        interests: interests(me),
        lang,
        invited_by: Some(me.id.clone()),
        proven: email.key(),
        ..Answers::default()
    }
}

/// The topics without the texts, which are each one's own.
fn interests(me: &Participant) -> InterestsInput {
    let mut rows: Vec<InterestInput> = Vec::new();
    for interest in &me.profile.interests {
        let topic = &interest.topic.0;
        if !rows.iter().any(|row| row.topic == *topic) {
            rows.push(InterestInput { topic: topic.clone(), ..InterestInput::default() });
        }
        if let Some(row) = rows.iter_mut().find(|row| row.topic == *topic) {
            match interest.kind {
                InterestKind::Offer => row.offer = true,
                InterestKind::Seek => row.seek = true,
            }
        }
    }
    InterestsInput(rows)
}

/// "I do not want this": everything that was typed about the colleague is deleted, their address in the outbox too.
pub fn refuse(app: &App, token: &Token) -> Result<LinkedForm, LinkError> {
    let form = saved_form::open_link(app, token)?;
    let mails = write(app, |tx| {
        store::registration_forms::delete(tx.db, &token.hash())?;
        if let Ok(email) = Email::parse(&form.answers.proven) {
            mail_requests::forget(tx.db, &email.mailbox())?;
        }
        let mails = erasure::forget_invitations_to(tx.db, &form.event.id, &form.answers.proven)?;
        if let Some(inviter) = &form.inviter {
            note(tx, &form.event.id, &inviter.id, &Actor::System, "colleague.refused")?;
        }
        Ok::<_, LinkError>(mails)
    })?;
    mail_files::remove(app, &mails);
    super::erasure::scrub(app);
    Ok(form)
}
