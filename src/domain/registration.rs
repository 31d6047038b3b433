//! A registration: a participant's place at an event, and how it goes from state to state.

use chrono::{DateTime, Utc};

use super::ids::{EventId, ParticipantId};

/// The state of a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistrationState {
    /// Asked by an organiser who had the address; has not answered yet. No seat is held.
    Invited,
    /// The e-mail address is not confirmed yet; no seat is held.
    Unconfirmed,
    /// Confirmed; an organiser has to approve.
    AwaitingApproval,
    /// Has a seat.
    Registered,
    /// Waits for a seat; the number gives the order.
    WaitingList(i64),
    /// An organiser said no.
    Rejected,
    /// Cancelled by the participant or an organiser.
    Cancelled,
    /// Said no to an invitation.
    Declined,
    /// Never answered an invitation in time.
    Unanswered,
}

impl RegistrationState {
    /// The codes of every state, as stored, in the order of a registration's life.
    pub const CODES: [&'static str; 9] = [
        "invited",
        "unconfirmed",
        "awaiting_approval",
        "registered",
        "waiting_list",
        "rejected",
        "cancelled",
        "declined",
        "unanswered",
    ];

    /// The codes of those in which somebody comes or may come: those that are live, and the invited.
    pub const EXPECTED: [&'static str; 5] =
        ["invited", "unconfirmed", "awaiting_approval", "registered", "waiting_list"];

    /// The codes of those in which nobody has proved that the address is theirs, see
    /// [`RegistrationState::has_proved_address`].
    pub const UNPROVED: [&'static str; 3] = ["invited", "unconfirmed", "unanswered"];

    /// As stored.
    pub const fn code(self) -> &'static str {
        match self {
            RegistrationState::Invited => "invited",
            RegistrationState::Unconfirmed => "unconfirmed",
            RegistrationState::AwaitingApproval => "awaiting_approval",
            RegistrationState::Registered => "registered",
            RegistrationState::WaitingList(_) => "waiting_list",
            RegistrationState::Rejected => "rejected",
            RegistrationState::Cancelled => "cancelled",
            RegistrationState::Declined => "declined",
            RegistrationState::Unanswered => "unanswered",
        }
    }

    /// Reads a stored code and waiting number.
    pub fn parse(code: &str, waiting_seq: Option<i64>) -> Option<RegistrationState> {
        match (code, waiting_seq) {
            ("invited", None) => Some(RegistrationState::Invited),
            ("unconfirmed", None) => Some(RegistrationState::Unconfirmed),
            ("awaiting_approval", None) => Some(RegistrationState::AwaitingApproval),
            ("registered", None) => Some(RegistrationState::Registered),
            ("waiting_list", Some(seq)) => Some(RegistrationState::WaitingList(seq)),
            ("rejected", None) => Some(RegistrationState::Rejected),
            ("cancelled", None) => Some(RegistrationState::Cancelled),
            ("declined", None) => Some(RegistrationState::Declined),
            ("unanswered", None) => Some(RegistrationState::Unanswered),
            _ => None,
        }
    }

    /// The number in the waiting list's order, if waiting.
    pub fn waiting_seq(self) -> Option<i64> {
        match self {
            RegistrationState::WaitingList(seq) => Some(seq),
            _ => None,
        }
    }

    /// Whether somebody has shown that the address is theirs and may see *My event*, in whatever way the registration went on.
    pub fn has_proved_address(self) -> bool {
        match self {
            RegistrationState::Invited | RegistrationState::Unconfirmed | RegistrationState::Unanswered => {
                false
            }
            RegistrationState::AwaitingApproval
            | RegistrationState::Registered
            | RegistrationState::WaitingList(_)
            | RegistrationState::Rejected
            | RegistrationState::Cancelled
            | RegistrationState::Declined => true,
        }
    }

    /// Whether this state holds a seat.
    pub fn holds_seat(self) -> bool {
        self == RegistrationState::Registered
    }

    /// Whether somebody has registered and is still coming or may come.
    pub fn is_live(self) -> bool {
        match self {
            RegistrationState::Unconfirmed
            | RegistrationState::AwaitingApproval
            | RegistrationState::Registered
            | RegistrationState::WaitingList(_) => true,
            RegistrationState::Invited
            | RegistrationState::Rejected
            | RegistrationState::Cancelled
            | RegistrationState::Declined
            | RegistrationState::Unanswered => false,
        }
    }

    /// Whether an organiser may still change what is kept of the person: of who comes or may come.
    pub fn may_be_edited(self) -> bool {
        self.is_live() || self == RegistrationState::Invited
    }
}

/// What a confirmed registration becomes: `seat_free` and the next number of the waiting list decide.
pub fn after_confirmation(approval: bool, seat_free: bool, next_seq: i64) -> RegistrationState {
    if approval { RegistrationState::AwaitingApproval } else { after_approval(seat_free, next_seq) }
}

/// What an approved registration becomes.
pub fn after_approval(seat_free: bool, next_seq: i64) -> RegistrationState {
    if seat_free { RegistrationState::Registered } else { RegistrationState::WaitingList(next_seq) }
}

/// A registration as stored.
#[derive(Debug, Clone)]
pub struct Registration {
    pub participant: ParticipantId,
    pub event: EventId,
    /// Reference code for people: no look-alike characters.
    pub code: String,
    pub state: RegistrationState,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
}
