//! What a participant says about another: "I want to meet X" or "not X".

use chrono::{DateTime, Utc};

use super::codes::codes;
use super::ids::ParticipantId;

codes! {
    /// Whether X is wanted or excluded; the other side never learns of a block.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum WishKind {
        Wish = "wish",
        Block = "block",
    }
}

/// A wish or a block.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    pub from: ParticipantId,
    pub to: ParticipantId,
    pub kind: WishKind,
    /// A short word to the other person; may be empty.
    pub message: String,
    /// Whether the other person is told of it. Where both wish, both know.
    pub shown: bool,
    pub created_at: DateTime<Utc>,
}
