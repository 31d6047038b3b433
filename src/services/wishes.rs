//! Wishes and blocks: what a participant says about others. A wish never holds a slot.

use super::Fault;
use crate::app::App;
use crate::domain::ids::ParticipantId;
use crate::domain::problems::{Message, Problems};
use crate::domain::text;
use crate::domain::wish::{Wish, WishKind};
use crate::store::{StoreError, participants, registrations, wishes};

/// Most wishes and blocks of one participant.
pub const MAX_WISHES: usize = 200;

/// Why a wish was not taken.
#[derive(Debug, thiserror::Error)]
pub enum WishError {
    #[error("the wish has problems: {0}")]
    Invalid(Problems),
    /// The other one is not there, not listed, or of another event.
    #[error("nobody to wish for")]
    Nobody,
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for WishError {
    fn from(error: StoreError) -> WishError {
        WishError::Fault(error.into())
    }
}

/// Stores a wish or a block about a participant of the same event who agreed to be listed, or who wished first.
pub fn put(
    app: &App,
    from: &ParticipantId,
    to: &ParticipantId,
    kind: WishKind,
    raw_message: &str,
) -> Result<(), WishError> {
    let message = text::long(raw_message, text::NOTE_MAX)
        .map_err(|message| WishError::Invalid(Problems::one("message", message)))?;
    let now = app.clock.now();
    app.store.write(|db| {
        let author = participants::get(db, from)?;
        let other = match participants::get(db, to) {
            Err(StoreError::NotFound) => return Err(WishError::Nobody),
            other => other?,
        };
        let here =
            registrations::get(db, to)?.state.is_live() && registrations::get(db, from)?.state.is_live();
        let wished_first =
            wishes::list_to(db, from)?.iter().any(|wish| wish.from == *to && wish.kind == WishKind::Wish);
        let visible = other.profile.listed || wished_first;
        if author.event != other.event || from == to || !here || !visible {
            return Err(WishError::Nobody);
        }
        let mine = wishes::list_from(db, from)?;
        if mine.len() >= MAX_WISHES && !mine.iter().any(|wish| wish.to == *to) {
            let full = Message::new("problem-too-many-wishes").with("max", MAX_WISHES);
            return Err(WishError::Invalid(Problems::one("wish", full)));
        }
        let wish = Wish { from: from.clone(), to: to.clone(), kind, message, created_at: now };
        wishes::put(db, &author.event, &wish)?;
        Ok(())
    })
}

/// Takes back a wish or a block.
pub fn remove(app: &App, from: &ParticipantId, to: &ParticipantId) -> Result<(), Fault> {
    app.store.write(|db| Ok(wishes::delete(db, from, to)?))
}

/// What a participant says of others, and who wished for them; blocks by others stay unseen.
#[derive(Debug, Clone)]
pub struct WishList {
    pub mine: Vec<Wish>,
    pub for_me: Vec<Wish>,
}

/// The wishes of and for a participant.
pub fn list(app: &App, who: &ParticipantId) -> Result<WishList, Fault> {
    app.store.read(|db| {
        let mine = wishes::list_from(db, who)?;
        let blocked =
            |other: &ParticipantId| mine.iter().any(|wish| wish.to == *other && wish.kind == WishKind::Block);
        let for_me = wishes::list_to(db, who)?
            .into_iter()
            .filter(|wish| wish.kind == WishKind::Wish && !blocked(&wish.from))
            .collect();
        Ok(WishList { mine, for_me })
    })
}
