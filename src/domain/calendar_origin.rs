//! By what calendars know what an event sends them.

use super::text::Email;

/// It is stored with the event: a calendar that once took an entry in finds it again by these two alone (RFC 5546, 2.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarOrigin {
    /// The end of every UID.
    pub host: String,
    /// Who invites, and where answers go.
    pub organiser: Email,
    /// How often the entries of the event itself and of its sessions were changed: their SEQUENCE (RFC 5545, 3.8.7.4).
    pub revision: u32,
}
