//! A message of one participant to another whom they meet or have proposed it to, and who may write how much. Neither learns the
//! other's address; whoever is muted or excluded never learns of it.

use chrono::{DateTime, Duration, Utc};

use super::codes::codes;
use super::ids::{EventId, MessageId, ParticipantId};
use super::meeting::Meeting;
use super::problems::Message;
use super::text;

/// Most characters of a message.
pub const TEXT_MAX: usize = 600;
/// So many messages go to one person who does not answer.
pub const MAX_UNANSWERED: usize = 5;
/// So many messages one participant sends within a day.
pub const MAX_A_DAY: usize = 30;
/// Hours before a meeting from which on somebody can say that they are late.
pub const LATE_FROM_HOURS: i64 = 2;

codes! {
    /// What a message says.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum MessageKind {
        /// What its author typed.
        Text = "text",
        /// "I am late for our meeting", in the language of whoever reads it.
        Late = "late",
    }
}

/// What somebody writes: 1 to [`TEXT_MAX`] characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageText(String);

impl MessageText {
    /// What was typed.
    ///
    /// # Errors
    /// That it is missing, or too long.
    pub fn parse(raw: &str) -> Result<MessageText, Message> {
        let text = text::long(raw, TEXT_MAX)?;
        if text.is_empty() { Err(Message::new("problem-message-missing")) } else { Ok(MessageText(text)) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectMessage {
    pub id: MessageId,
    pub event: EventId,
    pub from: ParticipantId,
    pub to: ParticipantId,
    pub kind: MessageKind,
    /// Empty where the kind says it.
    pub text: String,
    /// Whether the other one sees it: whoever has muted or excluded the author does not.
    pub is_delivered: bool,
    pub sent_at: DateTime<Utc>,
}

impl DirectMessage {
    /// The other one of the two.
    pub fn partner_of(&self, who: &ParticipantId) -> &ParticipantId {
        if self.from == *who { &self.to } else { &self.from }
    }
}

/// How many messages somebody can still write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// To this person, before they answer.
    pub to_one: usize,
    /// To anybody, within a day.
    pub today: usize,
}

impl Left {
    /// After what the two have written, oldest first, and after so many messages to anybody within a day.
    pub fn after(conversation: &[DirectMessage], me: &ParticipantId, sent_today: usize) -> Left {
        let unanswered = conversation.iter().rev().take_while(|message| message.from == *me);
        let texts = unanswered.filter(|message| message.kind == MessageKind::Text).count();
        Left { to_one: MAX_UNANSWERED.saturating_sub(texts), today: MAX_A_DAY.saturating_sub(sent_today) }
    }

    /// How many more go to this person now.
    pub fn now(self) -> usize {
        self.to_one.min(self.today)
    }
}

/// Whether somebody can say now that they are late for a meeting: from some time before until its end.
pub fn can_be_late(meeting: &Meeting, now: DateTime<Utc>) -> bool {
    meeting.starts_at - Duration::hours(LATE_FROM_HOURS) <= now && now < meeting.ends_at
}

/// Whether somebody has said within the hour that they are late.
pub fn has_said_late(conversation: &[DirectMessage], me: &ParticipantId, now: DateTime<Utc>) -> bool {
    let recent = now - Duration::hours(1);
    let is_late = |message: &DirectMessage| message.kind == MessageKind::Late && message.sent_at > recent;
    conversation.iter().any(|message| message.from == *me && is_late(message))
}
