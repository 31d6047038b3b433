//! Who may see somebody, and what they agree to: asked on the page on which they say that they come, of whoever has shown that the
//! address is theirs, and never of a form that anybody can send.

use crate::domain::consent::ConsentTextId;
use crate::domain::event::Event;
use crate::domain::lang::Lang;
use crate::domain::participant::{Participant, Profile};
use crate::domain::visibility::ShownFields;
use crate::services::consents;
use crate::services::tx::Tx;
use crate::store::{StoreError, participants};

/// What somebody allows.
#[derive(Debug, Clone, Default)]
pub struct Permissions {
    pub listed: bool,
    /// Codes of the fields to be shown.
    pub shown: Vec<String>,
    /// Codes of the event's texts that were agreed to.
    pub agreed: Vec<String>,
    /// The language in which they were asked.
    pub lang: Lang,
}

impl Permissions {
    /// What others see in the list: nothing of who is not there.
    fn shown(&self) -> ShownFields {
        let codes = self.shown.iter().map(String::as_str);
        if self.listed { ShownFields::read(codes) } else { ShownFields::default() }
    }

    fn agreed(&self) -> Vec<ConsentTextId> {
        self.agreed.iter().filter_map(|code| ConsentTextId::parse(code)).collect()
    }
}

/// Stores a participant with what they allow, and notes when and in which language they said so.
pub(super) fn store(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &mut Participant,
    said: &Permissions,
) -> Result<(), StoreError> {
    participant.profile.listed = said.listed;
    participant.profile.shown = said.shown();
    participant.updated_at = tx.now;
    participants::update(tx.db, participant)?;
    let asked_in = Profile { lang: said.lang, ..participant.profile.clone() };
    consents::note_sign_up(tx, event, &participant.id, &asked_in, &said.agreed())
}
