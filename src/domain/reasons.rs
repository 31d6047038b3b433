//! Why two people meet, as one of the two may learn it. A weight is made of everything that both said, also of what one of them
//! keeps to themselves.
//!
//! Invariant: no reason, and no order of reasons, tells a participant of a wish that they are not told of, or of a text that they
//! are not shown.

use super::meeting::ReasonTerm;
use super::participant::Participant;

/// Which wishes between two people one of them knows of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KnownWishes {
    /// Their own for the other one.
    pub own: bool,
    /// The other one's for them, as far as they are told of it.
    pub told: bool,
}

/// What one wish weighs among the reasons that a reader is shown, whatever it weighed: in the place of a mutual one it would tell
/// them of the other one's.
const ONE_WISH: i32 = 120;

/// The reasons that a reader may learn, in their voice. `other` is the other one as the reader sees them.
pub fn known_to_reader(terms: &[ReasonTerm], wishes: KnownWishes, other: &Participant) -> Vec<ReasonTerm> {
    let shows_texts = other.profile.interests.iter().any(|interest| !interest.text.is_empty());
    let known = |term: &ReasonTerm| {
        let code = match term.term.as_str() {
            "one_way_wish" if wishes.own => "own_wish",
            "one_way_wish" if wishes.told => "their_wish",
            "one_way_wish" => return None,
            // A wish that was taken back since is not told of any more.
            "mutual_wish" if wishes.own && wishes.told => "mutual_wish",
            "mutual_wish" if wishes.own => "own_wish",
            "mutual_wish" if wishes.told => "their_wish",
            "mutual_wish" => return None,
            "text_meets_text" | "text_meets_topic" | "text_shared" if !shows_texts => return None,
            code => code,
        };
        let points = if matches!(code, "own_wish" | "their_wish") { ONE_WISH } else { term.points };
        Some(ReasonTerm { term: code.to_string(), points })
    };
    terms.iter().filter_map(known).collect()
}

/// The reasons that a reader may learn, less their wishes: for a page that says those in words of their own.
pub fn known_beside_wishes(terms: &[ReasonTerm], other: &Participant) -> Vec<ReasonTerm> {
    known_to_reader(terms, KnownWishes::default(), other)
}
