//! A registration: a participant's place at an event, and how it goes from state to state.

use chrono::{DateTime, Utc};

use super::ids::{EventId, ParticipantId};

/// The state of a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistrationState {
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
    /// Never confirmed in time.
    Expired,
}

impl RegistrationState {
    /// The codes of every state, as stored, in the order of a registration's life.
    pub const CODES: [&'static str; 7] = [
        "unconfirmed",
        "awaiting_approval",
        "registered",
        "waiting_list",
        "rejected",
        "cancelled",
        "expired",
    ];

    /// The codes of those in which somebody comes or may come, see [`RegistrationState::is_live`].
    pub const LIVE: [&'static str; 4] = ["unconfirmed", "awaiting_approval", "registered", "waiting_list"];

    /// As stored.
    pub const fn code(self) -> &'static str {
        match self {
            RegistrationState::Unconfirmed => "unconfirmed",
            RegistrationState::AwaitingApproval => "awaiting_approval",
            RegistrationState::Registered => "registered",
            RegistrationState::WaitingList(_) => "waiting_list",
            RegistrationState::Rejected => "rejected",
            RegistrationState::Cancelled => "cancelled",
            RegistrationState::Expired => "expired",
        }
    }

    /// Reads a stored code and waiting number.
    pub fn parse(code: &str, waiting_seq: Option<i64>) -> Option<RegistrationState> {
        match (code, waiting_seq) {
            ("unconfirmed", None) => Some(RegistrationState::Unconfirmed),
            ("awaiting_approval", None) => Some(RegistrationState::AwaitingApproval),
            ("registered", None) => Some(RegistrationState::Registered),
            ("waiting_list", Some(seq)) => Some(RegistrationState::WaitingList(seq)),
            ("rejected", None) => Some(RegistrationState::Rejected),
            ("cancelled", None) => Some(RegistrationState::Cancelled),
            ("expired", None) => Some(RegistrationState::Expired),
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
        !matches!(self, RegistrationState::Unconfirmed | RegistrationState::Expired)
    }

    /// Whether this state holds a seat.
    pub fn holds_seat(self) -> bool {
        self == RegistrationState::Registered
    }

    /// Whether the person is still coming or may come.
    pub fn is_live(self) -> bool {
        match self {
            RegistrationState::Unconfirmed
            | RegistrationState::AwaitingApproval
            | RegistrationState::Registered
            | RegistrationState::WaitingList(_) => true,
            RegistrationState::Rejected | RegistrationState::Cancelled | RegistrationState::Expired => false,
        }
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
