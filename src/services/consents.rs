//! Consents: what is noted when somebody agrees or takes it back.

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::domain::consent::{CONSENT_VERSION, Consent, ConsentPurpose};
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;
use crate::domain::participant::Profile;
use crate::store::{Db, StoreError, consents};

/// Notes what the registration form asked and was told.
pub(super) fn note_sign_up(
    app: &App,
    db: &mut Db,
    who: &ParticipantId,
    profile: &Profile,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    note(app, db, who, ConsentPurpose::Registration, true, profile.lang, now)?;
    note_listed(app, db, who, profile.listed, profile.lang, now)
}

/// Notes whether somebody wants to be shown to others, if that is news: nobody takes back what was never given.
pub(super) fn note_listed(
    app: &App,
    db: &mut Db,
    who: &ParticipantId,
    listed: bool,
    shown_in: Lang,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let earlier = consents::list(db, who)?;
    let last = earlier.iter().rfind(|one| one.purpose == ConsentPurpose::Listed);
    if last.is_some_and(|last| last.given) == listed {
        return Ok(());
    }
    note(app, db, who, ConsentPurpose::Listed, listed, shown_in, now)
}

fn note(
    app: &App,
    db: &mut Db,
    who: &ParticipantId,
    purpose: ConsentPurpose,
    given: bool,
    lang: Lang,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let id: String = app.random.id(now);
    let text_version = CONSENT_VERSION.to_string();
    consents::insert(db, &id, who, &Consent { purpose, given, text_version, lang, at: now })
}
