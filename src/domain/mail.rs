//! A mail as the outbox keeps it.

use chrono::{DateTime, Utc};

use super::ids::{EventId, MailId, ParticipantId};
use super::text::Email;
use super::token::TokenHash;

/// What a mail is about: one template in three languages each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MailKind {
    /// "Please confirm your registration."
    Confirm,
    /// Somebody registers again who already is.
    AlreadyRegistered,
    /// "You are registered."
    Registered,
    /// "An organiser looks at your registration."
    AwaitingApproval,
    /// "You are on the waiting list."
    WaitingList,
    /// "A seat is free: you are registered."
    Promoted,
    /// "We cannot offer you a place."
    Rejected,
    /// "Your registration is cancelled."
    Cancelled,
    /// A new personal link that somebody asked for.
    PersonalLink,
    /// All meeting slots, for the first time.
    Schedule,
    /// All meeting slots, after a change.
    ScheduleChanged,
    /// A calendar invitation for one meeting, or its update.
    Invitation,
    /// The cancellation of one meeting.
    MeetingCancelled,
    /// A link to go on with a registration form.
    FormLink,
    /// "A colleague would like to register you."
    ColleagueInvited,
    /// "Everything about you is deleted."
    Erased,
    /// The programme of the next day.
    ReminderDay,
    /// "Your first meeting of the day begins in an hour."
    ReminderHour,
    /// Somebody proposes a meeting.
    ProposalReceived,
    /// A receipt for a proposal.
    ProposalSent,
    /// A proposal came to nothing.
    ProposalClosed,
    /// A link with which an organiser sets a new password.
    NewPassword,
    /// Somebody tells the organiser of a barrier on a page.
    BarrierReport,
}

impl MailKind {
    /// Every kind.
    pub const ALL: [MailKind; 23] = [
        MailKind::Confirm,
        MailKind::AlreadyRegistered,
        MailKind::Registered,
        MailKind::AwaitingApproval,
        MailKind::WaitingList,
        MailKind::Promoted,
        MailKind::Rejected,
        MailKind::Cancelled,
        MailKind::PersonalLink,
        MailKind::Schedule,
        MailKind::ScheduleChanged,
        MailKind::Invitation,
        MailKind::MeetingCancelled,
        MailKind::FormLink,
        MailKind::ColleagueInvited,
        MailKind::Erased,
        MailKind::ReminderDay,
        MailKind::ReminderHour,
        MailKind::ProposalReceived,
        MailKind::ProposalSent,
        MailKind::ProposalClosed,
        MailKind::NewPassword,
        MailKind::BarrierReport,
    ];

    /// As stored, and the name of its templates.
    pub fn code(self) -> &'static str {
        match self {
            MailKind::Confirm => "confirm",
            MailKind::AlreadyRegistered => "already_registered",
            MailKind::Registered => "registered",
            MailKind::AwaitingApproval => "awaiting_approval",
            MailKind::WaitingList => "waiting_list",
            MailKind::Promoted => "promoted",
            MailKind::Rejected => "rejected",
            MailKind::Cancelled => "cancelled",
            MailKind::PersonalLink => "personal_link",
            MailKind::Schedule => "schedule",
            MailKind::ScheduleChanged => "schedule_changed",
            MailKind::Invitation => "invitation",
            MailKind::MeetingCancelled => "meeting_cancelled",
            MailKind::FormLink => "form_link",
            MailKind::ColleagueInvited => "colleague_invited",
            MailKind::Erased => "erased",
            MailKind::ReminderDay => "reminder_day",
            MailKind::ReminderHour => "reminder_hour",
            MailKind::ProposalReceived => "proposal_received",
            MailKind::ProposalSent => "proposal_sent",
            MailKind::ProposalClosed => "proposal_closed",
            MailKind::NewPassword => "new_password",
            MailKind::BarrierReport => "barrier_report",
        }
    }

    /// Whether a reader can stop mails of this kind: they carry what mail programs need for that (RFC 8058). Answers to
    /// what somebody did, and what they must know to be there, are none of these.
    pub fn can_be_stopped(self) -> bool {
        matches!(self, MailKind::ReminderDay | MailKind::ReminderHour)
    }

    /// Reads what [`MailKind::code`] wrote.
    pub fn parse(code: &str) -> Option<MailKind> {
        MailKind::ALL.into_iter().find(|kind| kind.code() == code)
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

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailState {
    /// To be sent, or to be tried again.
    Waiting,
    Sent,
    /// Given up; the problem says why.
    Failed,
    /// Sent, and come back; the problem says why.
    Bounced,
}

impl MailState {
    /// Every state.
    pub const ALL: [MailState; 4] =
        [MailState::Waiting, MailState::Sent, MailState::Failed, MailState::Bounced];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            MailState::Waiting => "waiting",
            MailState::Sent => "sent",
            MailState::Failed => "failed",
            MailState::Bounced => "bounced",
        }
    }

    /// Reads what [`MailState::code`] wrote.
    pub fn parse(code: &str) -> Option<MailState> {
        MailState::ALL.into_iter().find(|state| state.code() == code)
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
