//! Who may use a route, and what shows that the sender of its form means it: the words of the table, which the checks
//! before a handler know without knowing the handlers.

use crate::domain::account::Role;

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Public,
    /// A participant of the path's event, by their personal link.
    Participant,
    /// Whoever is signed in.
    SignedIn,
    /// An account with a role at the path's event that may do this one's work ([`Role::covers`]).
    Organiser(Role),
    /// An administrator of the installation.
    Admin,
}

/// Whether a route asks whoever is signed in to show again who they are, if they have not done so lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// An open browser is enough.
    Never,
    Always,
    /// Its handler asks, for some of what the form can change.
    Sometimes,
}

/// What shows that a form's sender means it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The token of a page of ours.
    Form,
    /// The secret in the path: mail programs send such a form by themselves (RFC 8058). Nothing of the body is read.
    Link,
}
