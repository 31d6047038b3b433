//! A mail as the outbox keeps it.

use chrono::{DateTime, Utc};

use super::codes::codes;
use super::ids::{EventId, MailId, ParticipantId};
use super::text::Email;
use super::token::TokenHash;

codes! {
    /// What a mail is about: one template in three languages each, named by the code.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum MailKind {
        /// "Please confirm your registration."
        Confirm = "confirm",
        /// Somebody registers again who already is.
        AlreadyRegistered = "already_registered",
        /// "You are registered."
        Registered = "registered",
        /// "An organiser looks at your registration."
        AwaitingApproval = "awaiting_approval",
        /// "You are on the waiting list."
        WaitingList = "waiting_list",
        /// "A seat is free: you are registered."
        Promoted = "promoted",
        /// "We cannot offer you a place."
        Rejected = "rejected",
        /// "Your registration is cancelled."
        Cancelled = "cancelled",
        /// A new personal link that somebody asked for.
        PersonalLink = "personal_link",
        /// All meeting slots, for the first time.
        Schedule = "schedule",
        /// All meeting slots, after a change.
        ScheduleChanged = "schedule_changed",
        /// A calendar invitation for one meeting, or its update.
        Invitation = "invitation",
        /// The cancellation of one meeting.
        MeetingCancelled = "meeting_cancelled",
        /// A link to go on with a registration form.
        FormLink = "form_link",
        /// "A colleague would like to register you."
        ColleagueInvited = "colleague_invited",
        /// "Everything about you is deleted."
        Erased = "erased",
        /// The programme of the next day.
        ReminderDay = "reminder_day",
        /// "Your first meeting of the day begins in an hour."
        ReminderHour = "reminder_hour",
        /// Somebody proposes a meeting.
        ProposalReceived = "proposal_received",
        /// A receipt for a proposal.
        ProposalSent = "proposal_sent",
        /// A proposal came to nothing.
        ProposalClosed = "proposal_closed",
        /// A link with which an organiser sets a new password.
        NewPassword = "new_password",
        /// Somebody tells the organiser of a barrier on a page.
        BarrierReport = "barrier_report",
        /// "Personal data is deleted on …", to each organiser of the event.
        DeletionAnnounced = "deletion_announced",
    }
}

impl MailKind {
    /// Whether a reader can stop mails of this kind: they carry what mail programs need for that (RFC 8058). Answers to
    /// what somebody did, and what they must know to be there, are none of these.
    pub fn can_be_stopped(self) -> bool {
        matches!(self, MailKind::ReminderDay | MailKind::ReminderHour)
    }
}

/// A mail that is ready to go: made once, then sent as it is, however often.
#[derive(Debug, Clone)]
pub struct OutgoingMail {
    pub event: Option<EventId>,
    pub participant: Option<ParticipantId>,
    pub kind: MailKind,
    /// Envelope sender: where the mail comes back to.
    pub sender: Email,
    /// Hash of the token in the sender, by which a bounce finds its mail; none if the sender has no token.
    pub bounce: Option<TokenHash>,
    pub recipient: Email,
    pub subject: String,
    /// Without angle brackets.
    pub message_id: String,
    /// The whole mail in MIME: ASCII alone, CRLF line ends.
    pub mime: String,
    /// After this moment it is of no use any more.
    pub useful_until: Option<DateTime<Utc>>,
}

/// Stands for the problem of a mail whose address is blocked, since mail came back from it.
pub const ADDRESS_BLOCKED: &str = "address-blocked";
/// Stands for the problem of a mail that waited longer than it was of use.
pub const TOO_LATE: &str = "too-late";

codes! {
    /// What became of a mail.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum MailState {
        /// To be sent, or to be tried again.
        Waiting = "waiting",
        Sent = "sent",
        /// Given up; the problem says why.
        Failed = "failed",
        /// Sent, and come back; the problem says why.
        Bounced = "bounced",
    }
}

/// A mail in the outbox, without its body.
#[derive(Debug, Clone)]
pub struct OutboxEntry {
    pub id: MailId,
    pub kind: MailKind,
    pub recipient: String,
    pub subject: String,
    pub state: MailState,
    pub attempts: u32,
    /// When it is tried next.
    pub due_at: DateTime<Utc>,
    /// Why the last try failed; empty if none did.
    pub problem: String,
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
}
