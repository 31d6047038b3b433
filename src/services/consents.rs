//! Consents: what is asked and noted when somebody agrees or takes it back, each purpose by itself.
//!
//! Invariant: a consent is to a text. Its version, language and time are stored, and a changed text leaves standing what
//! was agreed to before.

use chrono::{DateTime, Utc};

use super::Fault;
use super::access::{ChangeAccess, OwnAccess};
use super::events::EditError;
use super::log::note;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::consent::{
    CONSENT_VERSION, Consent, ConsentPurpose, ConsentText, ConsentTextId, ConsentTextInput, OptionalPurpose,
};
use crate::domain::event::Event;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::lang::Lang;
use crate::domain::participant::Profile;
use crate::domain::problems::Problems;
use crate::domain::registration::Registration;
use crate::domain::visibility::{ShownField, ShownFields};
use crate::store::registrations::Filter;
use crate::store::{Db, StoreError, consent_texts, consents, events, participants, registrations};

/// The texts that an event asks for now, in the order of the purposes.
pub(super) fn asked_in(db: &mut Db, event: &EventId) -> Result<Vec<ConsentText>, StoreError> {
    let mut newest = newest(consent_texts::list(db, event)?);
    newest.retain(|text| text.asked);
    Ok(newest)
}

/// The newest version of each purpose.
fn newest(texts: Vec<ConsentText>) -> Vec<ConsentText> {
    let mut found: Vec<ConsentText> = Vec::new();
    for text in texts {
        // Versions of a purpose come one after the other, oldest first.
        match found.last_mut().filter(|last| last.purpose == text.purpose) {
            Some(last) => *last = text,
            None => found.push(text),
        }
    }
    found
}

/// A purpose as one participant finds it: asked now, agreed to earlier, or both.
#[derive(Debug, Clone)]
pub struct OwnConsent {
    pub purpose: OptionalPurpose,
    /// The text that is asked now.
    pub asked: Option<ConsentText>,
    /// What stands: the text that was agreed to, with when and in which language.
    pub standing: Option<(ConsentText, Consent)>,
}

impl OwnConsent {
    /// Whether what stands was agreed to under an earlier text than the one that is asked now.
    pub fn is_outdated(&self) -> bool {
        match (&self.asked, &self.standing) {
            (Some(asked), Some((agreed, _))) => asked.version != agreed.version,
            _ => false,
        }
    }
}

/// What a participant is asked now or has agreed to, in the order of the purposes.
pub fn own(app: &App, event: &EventId, who: &ParticipantId) -> Result<Vec<OwnConsent>, Fault> {
    app.store.read(|db| {
        let texts = consent_texts::list(db, event)?;
        let standing = consents::standing(db, &[who])?.remove(who).unwrap_or_default();
        let asked: Vec<ConsentText> = newest(texts.clone()).into_iter().filter(|text| text.asked).collect();
        let own = |purpose: OptionalPurpose| {
            let given = standing.iter().find(|one| one.purpose == ConsentPurpose::Optional(purpose));
            let agreed = given.and_then(|consent| {
                let of = |text: &&ConsentText| {
                    text.purpose == purpose && text.version.to_string() == consent.text_version
                };
                Some((texts.iter().find(of)?.clone(), consent.clone()))
            });
            OwnConsent {
                purpose,
                asked: asked.iter().find(|text| text.purpose == purpose).cloned(),
                standing: agreed,
            }
        };
        let all = OptionalPurpose::ALL.into_iter().map(own);
        Ok(all.filter(|one| one.asked.is_some() || one.standing.is_some()).collect())
    })
}

/// What somebody says of a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Say {
    /// They agree to this text.
    Agree(ConsentTextId),
    /// They do not agree, or no longer.
    Disagree(OptionalPurpose),
}

/// What a participant changes about who sees them and what they agree to.
#[derive(Debug, Clone)]
pub struct ConsentChange {
    pub listed: bool,
    pub shown: ShownFields,
    /// Language of their mails.
    pub lang: Lang,
    /// Purposes that are not named stay as they are.
    pub said: Vec<Say>,
}

/// Changes who sees a participant, what they agree to, and the language of their mails; `shown_in` is the language in
/// which they were asked. That is possible at any time, and also for who does not come any more.
pub fn change(app: &App, own: &OwnAccess, change: &ConsentChange, shown_in: Lang) -> Result<(), Fault> {
    let id = own.id();
    write(app, |tx| {
        let event = participants::get(tx.db, id)?.event;
        let event = events::lock(tx.db, &event)?;
        let mut participant = participants::get(tx.db, id)?;
        if participant.profile.person.is_erased() {
            return Err(StoreError::NotFound.into());
        }
        participant.profile.listed = change.listed;
        participant.profile.shown = if change.listed { change.shown.clone() } else { ShownFields::default() };
        participant.profile.lang = change.lang;
        participant.updated_at = tx.now;
        participants::update(tx.db, &participant)?;
        let pen = Pen { app, who: id, lang: shown_in, now: tx.now };
        pen.note_visibility(tx.db, &participant.profile)?;
        pen.note_said(tx.db, &event, &change.said)?;
        note(tx, &event.id, id, own.actor(), "participant.changed_consent")?;
        Ok(())
    })
}

/// Notes what the registration form asked and was told: whatever is not ticked is not agreed to.
pub(super) fn note_sign_up(
    tx: &mut Tx<'_>,
    event: &Event,
    who: &ParticipantId,
    profile: &Profile,
    agreed: &[ConsentTextId],
) -> Result<(), StoreError> {
    let pen = Pen { app: tx.app, who, lang: profile.lang, now: tx.now };
    pen.write(tx.db, ConsentPurpose::Registration, true, CONSENT_VERSION, profile.lang)?;
    pen.note_visibility(tx.db, profile)?;
    let said = OptionalPurpose::ALL.map(|purpose| {
        let ticked = agreed.iter().find(|text| text.purpose == purpose);
        ticked.map_or(Say::Disagree(purpose), |text| Say::Agree(*text))
    });
    pen.note_said(tx.db, event, &said)
}

/// Writes into somebody's history of consents.
struct Pen<'a> {
    app: &'a App,
    who: &'a ParticipantId,
    /// In which language they were asked.
    lang: Lang,
    now: DateTime<Utc>,
}

impl Pen<'_> {
    fn note_visibility(&self, db: &mut Db, profile: &Profile) -> Result<(), StoreError> {
        self.settle(db, ConsentPurpose::Listed, profile.listed.then_some((CONSENT_VERSION, self.lang)))?;
        for field in ShownField::all() {
            let shown = profile.listed && profile.shown.has(field);
            let given = shown.then_some((CONSENT_VERSION, self.lang));
            self.settle(db, ConsentPurpose::Shown(field), given)?;
        }
        Ok(())
    }

    fn note_said(&self, db: &mut Db, event: &Event, said: &[Say]) -> Result<(), StoreError> {
        for say in said {
            match say {
                Say::Disagree(purpose) => self.settle(db, ConsentPurpose::Optional(*purpose), None)?,
                Say::Agree(id) => {
                    // The text may have changed while the form was open: what they read is what they agreed to.
                    let Some(text) = consent_texts::find(db, &event.id, *id)? else { continue };
                    let version = text.version.to_string();
                    let read_in = text.text.language(self.lang, event.first_language());
                    self.settle(db, ConsentPurpose::Optional(id.purpose), Some((&version, read_in)))?;
                }
            }
        }
        Ok(())
    }

    /// Notes what is said of a purpose if that is news: nobody takes back what was never given, and an agreement to the
    /// program's own texts is given once.
    fn settle(
        &self,
        db: &mut Db,
        purpose: ConsentPurpose,
        given: Option<(&str, Lang)>,
    ) -> Result<(), StoreError> {
        let standing = consents::standing(db, &[self.who])?.remove(self.who).unwrap_or_default();
        let stands = standing.iter().find(|one| one.purpose == purpose);
        let is_optional = matches!(purpose, ConsentPurpose::Optional(_));
        match (stands, given) {
            (None, None) => Ok(()),
            (Some(known), Some((version, _))) if !is_optional || known.text_version == version => Ok(()),
            (_, Some((version, lang))) => self.write(db, purpose, true, version, lang),
            (Some(known), None) => self.write(db, purpose, false, &known.text_version, self.lang),
        }
    }

    fn write(
        &self,
        db: &mut Db,
        purpose: ConsentPurpose,
        given: bool,
        version: &str,
        lang: Lang,
    ) -> Result<(), StoreError> {
        let id: String = self.app.random.id(self.now);
        let consent = Consent { purpose, given, text_version: version.to_string(), lang, at: self.now };
        consents::insert(db, &id, self.who, &consent)
    }
}

/// What a participant agrees to of what the event asks now; nobody agrees whose address is not proved.
pub(super) fn of_participant(
    db: &mut Db,
    event: &EventId,
    registration: &Registration,
) -> Result<Vec<(OptionalPurpose, Option<Consent>)>, StoreError> {
    let who = &registration.participant;
    let mut standing = consents::standing(db, &[who])?.remove(who).unwrap_or_default();
    if !registration.state.has_proved_address() {
        standing.clear();
    }
    let of = |text: ConsentText| {
        let purpose = ConsentPurpose::Optional(text.purpose);
        (text.purpose, standing.iter().find(|one| one.purpose == purpose).cloned())
    };
    Ok(asked_in(db, event)?.into_iter().map(of).collect())
}

/// A purpose as its organiser finds it.
#[derive(Debug, Clone)]
pub struct ConsentSetting {
    pub purpose: OptionalPurpose,
    /// The newest text; none if the event has never asked.
    pub newest: Option<ConsentText>,
    /// How many agree, to whatever version.
    pub agreed: usize,
}

/// What an event can ask, in the order of the purposes.
pub fn settings(app: &App, access: &ChangeAccess) -> Result<Vec<ConsentSetting>, Fault> {
    app.store.read(|db| {
        let event = &access.event().id;
        let texts = newest(consent_texts::list(db, event)?);
        let mut found = Vec::new();
        for purpose in OptionalPurpose::ALL {
            let newest = texts.iter().find(|text| text.purpose == purpose).cloned();
            found.push(ConsentSetting { purpose, newest, agreed: count_agreed(db, event, purpose)? });
        }
        Ok(found)
    })
}

/// How many participants with a proved address agree to a purpose.
pub(super) fn count_agreed(
    db: &mut Db,
    event: &EventId,
    purpose: OptionalPurpose,
) -> Result<usize, StoreError> {
    let filter = Filter { consent: Some((purpose, true)), ..Filter::default() };
    Ok(usize::try_from(registrations::count(db, event, &filter)?).unwrap_or_default())
}

/// Sets what an event asks. A text that differs from the newest one becomes a new version, and those who agreed to the
/// one before are asked anew.
pub fn set(app: &App, access: &ChangeAccess, inputs: &[ConsentTextInput]) -> Result<(), EditError> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let known = newest(consent_texts::list(tx.db, &event.id)?);
        let mut problems = Problems::new();
        for input in inputs {
            let Some(text) = input.parse(event.first_language(), &mut problems) else { continue };
            let before = known.iter().find(|text| text.purpose == input.purpose);
            let version = match before {
                Some(before) if before.text == text || text.is_empty() => None,
                Some(before) => Some(before.version + 1),
                None => input.asked.then_some(1),
            };
            if let Some(version) = version {
                let (purpose, asked) = (input.purpose, input.asked);
                let new = ConsentText { purpose, version, text, asked, created_at: tx.now };
                consent_texts::insert(tx.db, &event.id, &new)?;
            }
            consent_texts::set_asked(tx.db, &event.id, input.purpose, input.asked)?;
        }
        if !problems.is_empty() {
            return Err(EditError::Invalid(problems));
        }
        access.note(tx, "event.consents", event.id.as_str(), "")?;
        Ok(())
    })
}
