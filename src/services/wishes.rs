//! Wishes and blocks: what a participant says about others. A wish never holds a slot.

use super::access::OwnAccess;
use super::fault::from_store_error;
use super::misfits::Whose;
use super::revising::{Breaks, Revised, Saved, revise};
use super::tx::write;
use super::{Fault, directory, proposals};
use crate::app::App;
use crate::domain::ids::ParticipantId;
use crate::domain::misfit::Accepted;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::domain::reasons::KnownWishes;
use crate::domain::text;
use crate::domain::wish::{Wish, WishKind};
use crate::store::{Db, StoreError, participants, registrations, wishes};

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
    /// The two have a published meeting, which a block would break.
    #[error(transparent)]
    Breaks(#[from] Breaks),
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(WishError);

/// A wish or a block as it was typed.
#[derive(Debug, Clone)]
pub struct WishInput {
    pub kind: WishKind,
    pub message: String,
    /// Whether the other person may know of a wish before they wish the same.
    pub shown: bool,
}

impl WishInput {
    /// A wish that the other person is told of, without a word to go with it.
    pub fn plain(kind: WishKind) -> WishInput {
        WishInput { kind, message: String::new(), shown: true }
    }
}

/// Stores a wish or a block about a participant of the same event who agreed to be listed, or who wished first. A
/// block ends what the two proposed to each other.
pub fn put(
    app: &App,
    own: &OwnAccess,
    to: &ParticipantId,
    input: &WishInput,
    accepted: &Accepted,
) -> Result<Saved<()>, WishError> {
    let from = own.id();
    let message = text::long(&input.message, text::NOTE_MAX)
        .map_err(|message| WishError::Invalid(Problems::one("message", message)))?;
    let event = app.store.read(|db| Ok::<_, WishError>(participants::get(db, from)?.event))?;
    revise(app, &event, Whose::Of(from), accepted, |tx, _| {
        let author = participants::get(tx.db, from)?;
        let here = match registrations::get(tx.db, to) {
            Err(StoreError::NotFound) => return Err(WishError::Nobody),
            other => other?.state.is_live() && registrations::get(tx.db, from)?.state.is_live(),
        };
        if !here || !may_be_named(tx.db, &author, to)? {
            return Err(WishError::Nobody);
        }
        let mine = wishes::list_from(tx.db, from)?;
        if mine.len() >= MAX_WISHES && !mine.iter().any(|wish| wish.to == *to) {
            let full = Message::new("problem-too-many-wishes").with("max", MAX_WISHES);
            return Err(WishError::Invalid(Problems::one("wish", full)));
        }
        match input.kind {
            WishKind::Wish => wishes::forget_declined(tx.db, to, from)?,
            WishKind::Block => proposals::end_between(tx.db, from, to, tx.now)?,
        }
        let shown = input.shown || input.kind == WishKind::Block;
        let wish = Wish {
            from: from.clone(),
            to: to.clone(),
            kind: input.kind,
            message: message.clone(),
            shown,
            created_at: tx.now,
        };
        wishes::put(tx.db, &author.event, &wish)?;
        Ok(Revised::quiet(()))
    })
}

/// Whether somebody can wish for another: one of the same event who is listed, who wished first and says so, or who
/// proposed a meeting.
fn may_be_named(db: &mut Db, author: &Participant, to: &ParticipantId) -> Result<bool, StoreError> {
    let other = participants::get(db, to)?;
    if author.event != other.event || author.id == *to {
        return Ok(false);
    }
    Ok(other.profile.listed || directory::seen(db, &author.id, to)?.is_some())
}

/// Takes back a wish or a block.
pub fn remove(app: &App, own: &OwnAccess, to: &ParticipantId) -> Result<(), Fault> {
    app.store.write(|db| Ok(wishes::delete(db, own.id(), to)?))
}

/// Declines a wish without a word: its author learns nothing, and the two can still be brought together for other
/// reasons. Whoever declines a wish that both had takes back their own with it.
pub fn decline(app: &App, own: &OwnAccess, author: &ParticipantId) -> Result<(), Fault> {
    let who = own.id();
    write(app, |tx| {
        let wished = wishes::list_to(tx.db, who)?
            .iter()
            .any(|wish| wish.from == *author && wish.kind == WishKind::Wish);
        if wished {
            let own = wishes::list_from(tx.db, who)?;
            if own.iter().any(|wish| wish.to == *author && wish.kind == WishKind::Wish) {
                wishes::delete(tx.db, who, author)?;
            }
            wishes::decline(tx.db, author, who, tx.now)?;
        }
        Ok(())
    })
}

/// What a participant says of others, and who wished for them; blocks by others stay unseen.
#[derive(Debug, Clone)]
pub struct WishList {
    pub mine: Vec<Wish>,
    /// Wishes whose authors let them be known, or that the reader shares; less those that the reader declined.
    pub for_me: Vec<Wish>,
}

/// The wishes of and for a participant.
pub fn list(app: &App, who: &ParticipantId) -> Result<WishList, Fault> {
    app.store.read(|db| Ok(list_in(db, who)?))
}

/// The same inside a read.
pub(super) fn list_in(db: &mut Db, who: &ParticipantId) -> Result<WishList, StoreError> {
    let mine = wishes::list_from(db, who)?;
    let declined = wishes::list_declined_by(db, who)?;
    let says = |other: &ParticipantId, kind| mine.iter().any(|wish| wish.to == *other && wish.kind == kind);
    let for_me = wishes::list_to(db, who)?
        .into_iter()
        .filter(|wish| wish.kind == WishKind::Wish && !declined.contains(&wish.from))
        .filter(|wish| !says(&wish.from, WishKind::Block))
        .filter(|wish| wish.shown || says(&wish.from, WishKind::Wish))
        .collect();
    Ok(WishList { mine, for_me })
}

impl WishList {
    /// What the reader knows of wishes between them and somebody else.
    pub fn known_between(&self, other: &ParticipantId) -> KnownWishes {
        let own = self.mine.iter().any(|wish| wish.to == *other && wish.kind == WishKind::Wish);
        KnownWishes { own, told: self.for_me.iter().any(|wish| wish.from == *other) }
    }
}
