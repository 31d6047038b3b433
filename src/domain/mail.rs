//! A mail as the outbox keeps it.

use chrono::{DateTime, Duration, Utc};

use super::bounce::Status;
use super::codes::codes;
use super::ids::{EventId, MailId, ParticipantId};
use super::subscription::Series;
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
        /// "A seat is free: can you still come?"
        SeatOffered = "seat_offered",
        /// An organiser has registered them: "You are registered."
        Entered = "entered",
        /// "You are invited: please accept or decline."
        Invited = "invited",
        /// The same once more, to who is silent.
        InvitedReminder = "invited_reminder",
        /// "We cannot offer you a place."
        Rejected = "rejected",
        /// "Your registration is cancelled."
        Cancelled = "cancelled",
        /// "Please confirm your new address."
        ConfirmAddress = "confirm_address",
        /// To the old address: another one has taken its place.
        AddressChanged = "address_changed",
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
        /// All meetings in which an interpreter interprets.
        InterpreterPlan = "interpreter_plan",
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
        /// Somebody writes to whom they meet, or is late.
        MessageReceived = "message_received",
        /// "You have declined a meeting in your calendar: is it off?"
        DeclineHeard = "decline_heard",
        /// A link with which an organiser sets a new password.
        NewPassword = "new_password",
        /// "You are invited to run an event": not an invitation to come.
        AccountInvited = "account_invited",
        /// To the owner of an account: what somebody else may have done with it.
        AccountNotice = "account_notice",
        /// Somebody tells the organiser of a barrier on a page.
        BarrierReport = "barrier_report",
        /// A match round is ready, or could not be calculated.
        RoundReady = "round_ready",
        /// "Personal data is deleted on …", to each organiser of the event.
        DeletionAnnounced = "deletion_announced",
        /// "The event takes place on other days."
        EventMoved = "event_moved",
        /// "A session of yours is at another time or place."
        SessionMoved = "session_moved",
        /// "You have a place in a session that you waited for."
        SessionPlace = "session_place",
        /// "You are invited to a session."
        SessionInvited = "session_invited",
        /// What an organiser writes to many.
        Mailing = "mailing",
        /// "You have not chosen topics yet."
        NudgeTopics = "nudge_topics",
        /// "You have not said yet whom you would like to meet."
        NudgeWish = "nudge_wish",
        /// Another mail as an organiser alone sees it, before it goes.
        MailingTest = "mailing_test",
    }
}

impl MailKind {
    /// Whether a reader can stop mails of this kind: they carry what mail programs need for that (RFC 8058). Answers to
    /// what somebody did, and what they must know to be there, are none of these.
    pub fn can_be_stopped(self) -> bool {
        self.series().is_some()
    }

    /// The mails that a reader stops with one of this kind.
    pub fn series(self) -> Option<Series> {
        match self {
            MailKind::ReminderDay | MailKind::ReminderHour => Some(Series::Reminders),
            MailKind::Mailing | MailKind::NudgeTopics | MailKind::NudgeWish => Some(Series::Mailings),
            _ => None,
        }
    }

    /// Whether an organiser has written all of it.
    pub fn is_written_by_organiser(self) -> bool {
        matches!(self, MailKind::Mailing | MailKind::MailingTest)
    }

    /// Whether anybody can make us send mails of this kind to an address.
    pub fn can_be_asked_for(self) -> bool {
        self.is_to_unproved()
            || matches!(
                self,
                MailKind::AlreadyRegistered
                    | MailKind::PersonalLink
                    | MailKind::Invited
                    | MailKind::NewPassword
            )
    }

    /// Whether mails of this kind go to an address of which nobody has shown that it is theirs. They hold no word that a stranger
    /// has typed.
    pub fn is_to_unproved(self) -> bool {
        matches!(
            self,
            MailKind::Confirm | MailKind::ConfirmAddress | MailKind::FormLink | MailKind::ColleagueInvited
        )
    }

    /// Whether mails of this kind are for whoever runs events, and not for those who come.
    pub fn is_for_organisers(self) -> bool {
        matches!(
            self,
            MailKind::NewPassword
                | MailKind::AccountNotice
                | MailKind::AccountInvited
                | MailKind::BarrierReport
                | MailKind::RoundReady
                | MailKind::DeletionAnnounced
                | MailKind::MailingTest
        )
    }

    /// How soon a mail of this kind goes. What is about a meeting of the next day is as urgent as an answer, since its
    /// reader may be on the way to it.
    pub fn priority(self, meeting: Option<DateTime<Utc>>, now: DateTime<Utc>) -> MailPriority {
        if meeting.is_some_and(|at| at > now && at - now < Duration::hours(24)) {
            return MailPriority::Answer;
        }
        match self {
            MailKind::Confirm
            | MailKind::ConfirmAddress
            | MailKind::AlreadyRegistered
            | MailKind::PersonalLink
            | MailKind::FormLink
            | MailKind::MailingTest
            | MailKind::NewPassword => MailPriority::Awaited,
            MailKind::Registered
            | MailKind::AddressChanged
            | MailKind::AwaitingApproval
            | MailKind::WaitingList
            | MailKind::Promoted
            | MailKind::SessionPlace
            | MailKind::SeatOffered
            | MailKind::Rejected
            | MailKind::Cancelled
            | MailKind::MessageReceived
            | MailKind::DeclineHeard
            | MailKind::RoundReady
            | MailKind::AccountNotice
            | MailKind::AccountInvited
            | MailKind::EventMoved => MailPriority::Answer,
            MailKind::ReminderDay
            | MailKind::ReminderHour
            | MailKind::InvitedReminder
            | MailKind::NudgeTopics
            | MailKind::NudgeWish
            | MailKind::Mailing => MailPriority::Reminder,
            _ => MailPriority::Usual,
        }
    }
}

/// In which order mails go that are due; the number is stored, and the smallest goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MailPriority {
    /// Somebody sits before a page and waits for a link.
    Awaited = 0,
    /// The answer to what somebody did, and changes of a day that has begun.
    Answer = 1,
    /// Schedules, and everything else.
    Usual = 2,
    /// Reminders, and what organisers write to many.
    Reminder = 3,
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
    pub priority: MailPriority,
    /// It waits until then; none: it goes at once.
    pub not_before: Option<DateTime<Utc>>,
    /// After this moment it is of no use any more.
    pub useful_until: Option<DateTime<Utc>>,
}

/// Stands for the problem of a mail whose address is blocked, since mail came back from it.
pub const ADDRESS_BLOCKED: &str = "address-blocked";
/// Stands for the problem of a mail that waited longer than it was of use.
pub const TOO_LATE: &str = "too-late";
/// Stands for the problem of a mail that came back with a backup and may have been sent before.
pub const RESTORED: &str = "restored";

/// Stands for the problem of a mail to somebody outside the team of an event that is not public.
pub const EVENT_NOT_PUBLIC: &str = "event-not-public";

/// Begins the problem of a mail after which no answer came: the server may have it.
pub const PERHAPS_SENT: &str = "perhaps sent, no answer";

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
        /// Never to be sent: its event is a draft or tried out.
        Held = "held",
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

codes! {
    /// Why no mail goes.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum PauseCause {
        /// The mail server refuses us, or cannot be reached. One mail at a time goes out to see whether that is over.
        Server = "server",
        /// The database comes from a backup: what waits in it may have been sent long ago. An administrator decides.
        Restored = "restored",
    }
}

/// No mail goes at the moment; all mails wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailPause {
    pub cause: PauseCause,
    /// What the mail server said, without addresses; empty where it said nothing.
    pub words: String,
    pub since: DateTime<Utc>,
    /// When one mail goes out to see whether the server takes it; none where nobody tries.
    pub next_probe: Option<DateTime<Utc>>,
    /// How many mails went out for that.
    pub probes: u32,
}

impl MailPause {
    /// After a restore: nothing goes until an administrator says so.
    pub fn restored(now: DateTime<Utc>) -> MailPause {
        MailPause {
            cause: PauseCause::Restored,
            words: String::new(),
            since: now,
            next_probe: None,
            probes: 0,
        }
    }

    /// After the server refused us or could not be reached.
    pub fn by_server(words: String, now: DateTime<Utc>) -> MailPause {
        let next_probe = Some(now + probe_interval(0));
        MailPause { cause: PauseCause::Server, words, since: now, next_probe, probes: 0 }
    }

    /// Whether it is time to see whether the server takes a mail. A time beyond the longest interval was written before
    /// the clock was set back.
    pub fn is_probe_due(&self, now: DateTime<Utc>) -> bool {
        self.next_probe.is_some_and(|at| at <= now || at - now > probe_interval(u32::MAX))
    }
}

/// How long after so many probes the next one goes. The first comes soon, since a few mails in a row may have been refused
/// for reasons of their own.
pub fn probe_interval(probes: u32) -> Duration {
    match probes {
        0 => Duration::seconds(10),
        1 => Duration::minutes(1),
        2 => Duration::minutes(2),
        3 => Duration::minutes(5),
        _ => Duration::minutes(10),
    }
}

/// What a mail server said, without the addresses in it: fit for the log, and for those who run other events.
pub fn without_addresses(told: &str) -> String {
    let is_part =
        |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | '(' | ')' | ',' | ';' | '[' | ']');
    let mut clean = String::with_capacity(told.len());
    let mut rest = told;
    while let Some(start) = rest.find(is_part) {
        let (before, word) = rest.split_at(start);
        let (word, after) = word.split_at(word.find(|c| !is_part(c)).unwrap_or(word.len()));
        clean.push_str(before);
        clean.push_str(if word.contains('@') || word.contains("%40") { "…" } else { word });
        rest = after;
    }
    clean.push_str(rest);
    clean
}

/// Whether what a server said of a refusal for good is about the recipient: the mailbox or its state (RFC 3463, 3.2 and
/// 3.3), but not the sender's address. Without a code it may be about anything.
pub fn is_about_recipient(told: &str) -> bool {
    Status::find(told).is_some_and(|status| match status.subject {
        1 => !matches!(status.detail, 7..=9),
        2 => true,
        _ => false,
    })
}

/// Whether what a server said is about what we may do (RFC 3463, 3.8), such as handing it mail for others.
pub fn is_about_us(told: &str) -> bool {
    Status::find(told).is_some_and(|status| status.subject == 7)
}

/// Whether a mail that failed with this problem may go after all once the server is well: nothing in it speaks of the
/// recipient, and the mail is still of use.
pub fn may_go_after_all(problem: &str) -> bool {
    let ours = [ADDRESS_BLOCKED, TOO_LATE, EVENT_NOT_PUBLIC].contains(&problem);
    let from_server = problem.starts_with(PERHAPS_SENT) || problem.contains(|c: char| c.is_ascii_digit());
    !ours && from_server && !is_about_recipient(problem)
}
