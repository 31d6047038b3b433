//! What two participants write each other: relayed without any address, on a page and by mail, within limits, and silently to
//! nobody where the other one has muted or excluded the author.

use chrono::{DateTime, Duration, Utc};

use super::access::OwnAccess;
use super::fault::from_store_error;
use super::tx::{Tx, write};
use super::{Fault, directory, links, post, proposals};
use crate::app::App;
use crate::documents::calendar::ScheduledMeeting;
use crate::domain::direct_message::{
    DirectMessage, Left, MessageKind, MessageText, can_be_late, has_said_late,
};
use crate::domain::event::Event;
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::Meeting;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::domain::wish::WishKind;
use crate::mail::messages::{self, DirectMail, DirectNews};
use crate::store::{Db, StoreError, direct_messages, events, meetings, participants, registrations, wishes};

/// Why a message was not taken.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    #[error("the message has problems: {0}")]
    Invalid(Problems),
    /// Nothing is settled or proposed between the two, and the other one has not written.
    #[error("the two have nothing with each other")]
    NoTie,
    /// No meeting of the two begins soon or is on, or it was said within the hour.
    #[error("not late for anything")]
    NotLate,
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(MessageError);

/// What two have written each other, as one of them sees it, and what they can do.
#[derive(Debug, Clone)]
pub struct Conversation {
    /// As the reader may see them.
    pub other: Participant,
    /// Whether the reader has a page about them.
    pub has_page: bool,
    /// Oldest first.
    pub messages: Vec<DirectMessage>,
    /// How many more the reader can write; none where they may not.
    pub left: Option<Left>,
    /// For which meeting the reader can say that they are late.
    pub late_for: Option<Meeting>,
    /// Whether they have said so within the hour.
    pub has_said_late: bool,
    /// Whether the reader wants no messages from the other.
    pub is_muted: bool,
    /// Whether the reader does not want to meet the other.
    pub is_excluded: bool,
}

/// What a participant and somebody else have written each other; none where there is nothing between them.
pub fn open(app: &App, own: &OwnAccess, other: &ParticipantId) -> Result<Option<Conversation>, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let me = own.id();
        let messages = direct_messages::between(db, me, other)?;
        let may = may_write(db, me, other, now)?;
        if !may && messages.is_empty() {
            return Ok(None);
        }
        let Some((person, has_page)) = other_of(db, me, other, &messages)? else { return Ok(None) };
        let late_for = if may { late_meeting(db, me, other, now)? } else { None };
        Ok(Some(Conversation {
            other: person,
            has_page,
            left: if may { Some(left(db, me, &messages, now)?) } else { None },
            has_said_late: has_said_late(&messages, me, now),
            late_for,
            is_muted: direct_messages::is_muted(db, me, other)?,
            is_excluded: excludes(db, me, other)?,
            messages,
        }))
    })
}

/// Whether there is such a page for a participant: they may write to the other, or have written.
pub fn can_open(app: &App, own: &OwnAccess, other: &ParticipantId) -> Result<bool, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let has_written = !direct_messages::between(db, own.id(), other)?.is_empty();
        Ok(has_written || may_write(db, own.id(), other, now)?)
    })
}

/// Writes to somebody. They get it by mail too, in the same write.
pub fn send(app: &App, own: &OwnAccess, to: &ParticipantId, typed: &str) -> Result<(), MessageError> {
    let refused = |message| MessageError::Invalid(Problems::one("text", message));
    let text = MessageText::parse(typed).map_err(refused)?;
    write(app, |tx| {
        let me = own.id();
        let (event, author) = tied(tx, me, to)?;
        let known = direct_messages::between(tx.db, me, to)?;
        let left = left(tx.db, me, &known, tx.now)?;
        if left.to_one == 0 {
            return Err(refused(Message::new("problem-message-unanswered")));
        }
        if left.today == 0 {
            return Err(refused(Message::new("problem-message-today")));
        }
        let message = new(tx, &event, (me, to), MessageKind::Text, text.as_str())?;
        deliver(tx, &event, author, &message, None)
    })
}

/// Tells the partner of a meeting that begins soon, or is on, that one is late; in their language, once an hour.
pub fn tell_late(app: &App, own: &OwnAccess, to: &ParticipantId) -> Result<(), MessageError> {
    write(app, |tx| {
        let me = own.id();
        let (event, author) = tied(tx, me, to)?;
        let known = direct_messages::between(tx.db, me, to)?;
        let meeting = late_meeting(tx.db, me, to, tx.now)?;
        let meeting = meeting.filter(|_| !has_said_late(&known, me, tx.now)).ok_or(MessageError::NotLate)?;
        let message = new(tx, &event, (me, to), MessageKind::Late, "")?;
        deliver(tx, &event, author, &message, Some(&meeting))
    })
}

/// Mutes somebody, or takes that back. They never learn of it.
pub fn set_muted(app: &App, own: &OwnAccess, other: &ParticipantId, is_muted: bool) -> Result<(), Fault> {
    write(app, |tx| {
        let me = own.id();
        let has_written = !direct_messages::between(tx.db, me, other)?.is_empty();
        if !has_written && !may_write(tx.db, me, other, tx.now)? {
            return Err(StoreError::NotFound.into());
        }
        let event = participants::get(tx.db, me)?.event;
        direct_messages::set_muted(tx.db, &event, (me, other), is_muted.then_some(tx.now))?;
        Ok(())
    })
}

/// The event, whose row is locked, and the author, if they may write to the other.
fn tied(
    tx: &mut Tx<'_>,
    me: &ParticipantId,
    to: &ParticipantId,
) -> Result<(Event, Participant), MessageError> {
    let author = participants::get(tx.db, me)?;
    let event = events::lock(tx.db, &author.event)?;
    if may_write(tx.db, me, to, tx.now)? { Ok((event, author)) } else { Err(MessageError::NoTie) }
}

/// Stores a message. The other one does not see it if they have muted or excluded the author.
fn new(
    tx: &mut Tx<'_>,
    event: &Event,
    (me, to): (&ParticipantId, &ParticipantId),
    kind: MessageKind,
    text: &str,
) -> Result<DirectMessage, StoreError> {
    let is_silent = direct_messages::is_muted(tx.db, to, me)? || excludes(tx.db, to, me)?;
    let message = DirectMessage {
        id: tx.app.random.id(tx.now),
        event: event.id.clone(),
        from: me.clone(),
        to: to.clone(),
        kind,
        text: text.to_string(),
        is_delivered: !is_silent,
        sent_at: tx.now,
    };
    direct_messages::insert(tx.db, &message)?;
    Ok(message)
}

/// Mails a message that is to be seen to whoever has an address.
fn deliver(
    tx: &mut Tx<'_>,
    event: &Event,
    author: Participant,
    message: &DirectMessage,
    late_for: Option<&Meeting>,
) -> Result<(), MessageError> {
    let reader = participants::get(tx.db, &message.to)?;
    if !message.is_delivered || reader.profile.person.email.is_none() {
        return Ok(());
    }
    let Some(writer) = directory::seen_by(tx.db, &reader.id, vec![author])?.pop() else { return Ok(()) };
    let page = links::Page::Messages(writer.id.clone());
    let link = links::new_personal_link_to(tx, event, &reader.id, page)?;
    let lists = tx.app.programmes.get(tx.db, &event.id)?;
    let news = match late_for {
        None => DirectNews::Text(&message.text),
        Some(meeting) => DirectNews::Late(ScheduledMeeting {
            meeting,
            partner: &writer,
            floor: &lists.floor,
            interpreting: &lists.interpreting,
        }),
    };
    let mail = DirectMail { event, reader: &reader, writer: &writer, link: &link, news };
    post::post(tx, |context| messages::message_received(context, &mail))?;
    Ok(())
}

/// Whether somebody may write to another: both are registered, the author does not exclude the other, and the two have a meeting or
/// an open proposal, or the other one has written.
fn may_write(
    db: &mut Db,
    me: &ParticipantId,
    other: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    for who in [me, other] {
        match registrations::get(db, who) {
            Err(StoreError::NotFound) => return Ok(false),
            found => {
                if !found?.state.holds_seat() {
                    return Ok(false);
                }
            }
        }
    }
    if me == other || excludes(db, me, other)? {
        return Ok(false);
    }
    let planned = meetings::list_planned_of(db, me)?;
    Ok(planned.iter().any(|meeting| meeting.partner_of(me) == other)
        || proposals::open_of(db, me, now)?.iter().any(|proposal| proposal.partner_of(me) == other)
        || direct_messages::between(db, me, other)?.iter().any(|message| message.from == *other))
}

/// Whether somebody does not want to meet another.
fn excludes(db: &mut Db, who: &ParticipantId, other: &ParticipantId) -> Result<bool, StoreError> {
    let said = wishes::list_from(db, who)?;
    Ok(said.iter().any(|wish| wish.to == *other && wish.kind == WishKind::Block))
}

/// The other one as the reader sees them, and whether there is a page about them. Those with whom the reader has written stay seen,
/// with what they show.
fn other_of(
    db: &mut Db,
    me: &ParticipantId,
    other: &ParticipantId,
    messages: &[DirectMessage],
) -> Result<Option<(Participant, bool)>, StoreError> {
    match directory::seen(db, me, other)? {
        None if !messages.is_empty() => {
            let person = participants::get(db, other)?;
            Ok(directory::seen_by(db, me, vec![person])?.pop().map(|person| (person, false)))
        }
        seen => Ok(seen.map(|person| (person, true))),
    }
}

fn left(
    db: &mut Db,
    me: &ParticipantId,
    messages: &[DirectMessage],
    now: DateTime<Utc>,
) -> Result<Left, StoreError> {
    let today = direct_messages::count_texts_since(db, me, now - Duration::hours(24))?;
    Ok(Left::after(messages, me, today))
}

/// The meeting of the two for which somebody can be late now.
fn late_meeting(
    db: &mut Db,
    me: &ParticipantId,
    other: &ParticipantId,
    now: DateTime<Utc>,
) -> Result<Option<Meeting>, StoreError> {
    let planned = meetings::list_planned_of(db, me)?;
    Ok(planned.into_iter().find(|meeting| meeting.partner_of(me) == other && can_be_late(meeting, now)))
}
