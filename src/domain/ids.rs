//! Ids of stored things: text (UUID v7), a type of its own for each so that they cannot be mixed up.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as it stands in the database and in addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id! {
    /// An organiser's account.
    AccountId,
    /// An invitation to run an event, or to have an account.
    InvitationId,
    /// An event.
    EventId,
    /// A participant type of an event.
    TypeId,
    /// A topic of an event.
    TopicId,
    /// What an event's organisers were told of a deletion to come.
    AnnouncementId,
    /// A question that an event asks beside the fields of every event.
    QuestionId,
    /// Something to choose as the answer to a question.
    ChoiceId,
    /// A session of an event's agenda.
    SessionId,
    /// A meeting block of an event's agenda.
    BlockId,
    /// One meeting time inside a block.
    SlotId,
    /// What one participant wrote to another.
    MessageId,
    /// Somebody who interprets at an event.
    InterpreterId,
    /// A participant of an event, and their registration.
    ParticipantId,
    /// Mails that go together with a fact, or not at all.
    BatchId,
    /// A match round.
    RoundId,
    /// A meeting of two participants.
    MeetingId,
    /// A meeting that one participant proposes to another.
    ProposalId,
    /// A mail in the outbox.
    MailId,
    /// What an organiser writes to people of an event.
    MailingId,
    /// What an organiser notes about a participant.
    NoteId,
    /// That somebody came, as one of the team told it.
    CheckInId,
    /// A filter of the list of participants under a name.
    ViewId,
    /// A list of participants that an organiser has sent.
    UploadId,
    /// What an organiser did in one go.
    ActId,
}

/// An id that a page gave to a form, as the form brings it back; nothing if it is none of ours.
pub fn brought_back<T: From<String>>(text: &str) -> Option<T> {
    let fits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-'));
    (fits && text.len() == 36).then(|| T::from(text.to_string()))
}

/// Two ids as a pair in either order is kept: the smaller one first.
pub fn ordered<'a, T: Ord>(one: &'a T, other: &'a T) -> (&'a T, &'a T) {
    if one <= other { (one, other) } else { (other, one) }
}

/// Names a set of ids in a few letters: a form that is about many says which they were without carrying them.
pub fn digest<'a>(ids: impl IntoIterator<Item = &'a str>) -> String {
    let mut ids: Vec<&str> = ids.into_iter().collect();
    ids.sort_unstable();
    let digest = Sha256::digest(ids.join(" "));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
