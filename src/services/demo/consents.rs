//! What the demo's event asks beside the registration, and what its people said to it.

use chrono::{DateTime, Utc};

use crate::domain::consent::{ConsentText, ConsentTextId, OptionalPurpose};
use crate::domain::event::Event;
use crate::domain::lang::Localised;
use crate::domain::participant::Participant;
use crate::services::consents;
use crate::services::tx::Tx;
use crate::store::{Db, StoreError, consent_texts};
use crate::words::Words;

/// Asks for photographs and the newsletter, with the texts that forms begin with.
pub(super) fn ask(db: &mut Db, event: &Event, now: DateTime<Utc>) -> Result<(), StoreError> {
    for purpose in [OptionalPurpose::Photos, OptionalPurpose::Newsletter] {
        let key = format!("consent-{}-text", purpose.code());
        let text = event.languages.iter().fold(Localised::default(), |text, lang| {
            text.with(*lang, Words::of(*lang).t1(&key, "organiser", &event.organiser_name))
        });
        let text = ConsentText { purpose, version: 1, text, asked: true, created_at: now };
        consent_texts::insert(db, &event.id, &text)?;
    }
    Ok(())
}

/// Notes what one of the people said: three of four may be photographed, every third wants the newsletter.
pub(super) fn say(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    at: usize,
) -> Result<(), StoreError> {
    let first = |purpose| ConsentTextId { purpose, version: 1 };
    let photos = (at % 4 != 3).then(|| first(OptionalPurpose::Photos));
    let newsletter = at.is_multiple_of(3).then(|| first(OptionalPurpose::Newsletter));
    let agreed: Vec<ConsentTextId> = [photos, newsletter].into_iter().flatten().collect();
    let (who, profile) = (&participant.id, &participant.profile);
    // They said it when they signed up.
    let mut then = Tx { app: tx.app, db: &mut *tx.db, now: participant.created_at };
    consents::note_sign_up(&mut then, event, who, profile, &agreed)
}
