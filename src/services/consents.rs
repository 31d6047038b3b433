//! Consents: what is asked and noted when somebody agrees or takes it back, each purpose by itself.
//!
//! Invariant: a consent is to a text. Its version, language and time are stored, and a changed text leaves standing what
//! was agreed to before.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Fault;
use super::access::{ChangeAccess, OwnAccess};
use super::events::EditError;
use super::log::note;
use super::meanwhile::Form;
use super::my_event::UpdateError;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::consent::{
    CONSENT_VERSION, Consent, ConsentPurpose, ConsentText, ConsentTextId, ConsentTextInput,
    ConsentTextsInput, OptionalPurpose,
};
use crate::domain::event::Event;
use crate::domain::event_input::LocalisedInput;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::lang::Lang;
use crate::domain::opened::Typed;
use crate::domain::participant::{Participant, Profile};
use crate::domain::problems::Problems;
use crate::domain::registration::Registration;
use crate::domain::visibility::{ShownField, ShownFields};
use crate::store::registrations::Filter;
use crate::store::{Db, StoreError, consent_texts, consents, events, participants, registrations};
use crate::words::Words;

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
    Ok(app.store.read(|db| own_in(db, event, who))?)
}

fn own_in(db: &mut Db, event: &EventId, who: &ParticipantId) -> Result<Vec<OwnConsent>, StoreError> {
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
}

/// What somebody says of a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Say {
    /// They agree to this text.
    Agree(ConsentTextId),
    /// They do not agree, or no longer.
    Disagree(OptionalPurpose),
}

/// An agreement to an earlier text stays as it is.
pub const KEEP: &str = "keep";
/// It is taken back.
pub const NO: &str = "no";

/// The name of the field in which somebody says what is to become of an agreement to an earlier text.
pub fn outdated_field(purpose: OptionalPurpose) -> String {
    format!("agree-{}", purpose.code())
}

/// The form about who sees a participant and what they agree to, as they filled it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentInput {
    pub listed: bool,
    /// Codes of the fields that are shown.
    pub show: Vec<String>,
    /// Codes of the texts that are agreed to.
    pub agree: Vec<String>,
    /// Language of their mails.
    pub lang: Lang,
    /// What is said of outdated agreements, by [`outdated_field`]: [`KEEP`], [`NO`] or the code of the new text.
    #[serde(flatten)]
    pub outdated: BTreeMap<String, String>,
}

impl ConsentInput {
    /// What is stored, as the form shows it.
    pub fn of(profile: &Profile, own: &[OwnConsent]) -> ConsentInput {
        let standing = own.iter().filter_map(|one| one.standing.as_ref());
        ConsentInput {
            listed: profile.listed,
            show: profile.shown.codes().into_iter().map(String::from).collect(),
            agree: standing.map(|(text, _)| text.id().code()).collect(),
            lang: profile.lang,
            outdated: own.iter().map(|one| (outdated_field(one.purpose), KEEP.to_string())).collect(),
        }
    }

    /// What it says of a purpose; nothing where an agreement to an earlier text is left as it is.
    fn say(&self, own: &OwnConsent) -> Option<Say> {
        let purpose = own.purpose;
        let of_purpose = |code: &str| ConsentTextId::parse(code).filter(|text| text.purpose == purpose);
        if own.is_outdated() {
            return match self.outdated.get(&outdated_field(purpose)).map(String::as_str) {
                Some(NO) => Some(Say::Disagree(purpose)),
                code => code.and_then(of_purpose).map(Say::Agree),
            };
        }
        let ticked = self.agree.iter().find_map(|code| of_purpose(code));
        Some(ticked.map_or(Say::Disagree(purpose), Say::Agree))
    }
}

/// Changes who sees a participant, what they agree to, and the language of their mails; `shown_in` is the language in
/// which they were asked. That is possible at any time, and also for who does not come any more.
pub fn change(
    app: &App,
    own: &OwnAccess,
    typed: &Typed<ConsentInput>,
    shown_in: Lang,
) -> Result<(), UpdateError> {
    let (id, action) = (own.id(), "participant.changed_consent");
    write(app, |tx| {
        let event = participants::get(tx.db, id)?.event;
        let event = events::lock(tx.db, &event)?;
        let mut participant = participants::get(tx.db, id)?;
        if participant.profile.person.is_erased() {
            return Err(StoreError::NotFound.into());
        }
        let said = own_in(tx.db, &event.id, id)?;
        let form = Form { event: &event, action, subject: id.as_str(), sender: own.actor() };
        let stored = ConsentInput::of(&participant.profile, &said);
        let input: ConsentInput = form.merge::<_, UpdateError>(tx.db, typed, &stored)?;
        let shown = ShownFields::read(input.show.iter().map(String::as_str));
        participant.profile.listed = input.listed;
        participant.profile.shown = if input.listed { shown } else { ShownFields::default() };
        participant.profile.lang = input.lang;
        participant.updated_at = tx.now;
        participants::update(tx.db, &participant)?;
        let pen = Pen { app, who: id, lang: shown_in, now: tx.now };
        pen.note_visibility(tx.db, &participant.profile)?;
        let said: Vec<Say> = said.iter().filter_map(|one| input.say(one)).collect();
        pen.note_said(tx.db, &event, &said)?;
        note(tx, &event.id, id, own.actor(), action)?;
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
    // That the notice was shown, and that they were asked at all: nobody has to agree to it.
    pen.write(tx.db, ConsentPurpose::Registration, true, CONSENT_VERSION, profile.lang)?;
    pen.note_visibility(tx.db, profile)?;
    let said = OptionalPurpose::ALL.map(|purpose| {
        let ticked = agreed.iter().find(|text| text.purpose == purpose);
        ticked.map_or(Say::Disagree(purpose), |text| Say::Agree(*text))
    });
    pen.note_said(tx.db, event, &said)
}

/// Takes back everything that somebody has agreed to, except what is to stay.
pub(super) fn end_others(
    tx: &mut Tx<'_>,
    participant: &Participant,
    stays: impl Fn(ConsentPurpose) -> bool,
) -> Result<(), StoreError> {
    let (who, lang) = (&participant.id, participant.profile.lang);
    let pen = Pen { app: tx.app, who, lang, now: tx.now };
    for consent in consents::standing(tx.db, &[who])?.remove(who).unwrap_or_default() {
        if !stays(consent.purpose) {
            pen.settle(tx.db, consent.purpose, None)?;
        }
    }
    Ok(())
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

/// The form about all purposes: the stored text of each, else the usual one in the event's languages.
pub fn texts_input(event: &Event, newest: &[ConsentText]) -> ConsentTextsInput {
    let input = |purpose: OptionalPurpose| {
        let known = newest.iter().find(|text| text.purpose == purpose);
        let usual = |lang: Lang| {
            let key = format!("consent-{}-text", purpose.code());
            let here = event.languages.contains(&lang);
            if here { Words::of(lang).t1(&key, "organiser", &event.organiser_name) } else { String::new() }
        };
        let text = match known {
            Some(known) => LocalisedInput::of(&known.text),
            None => LocalisedInput { de: usual(Lang::De), en: usual(Lang::En), fr: usual(Lang::Fr) },
        };
        let asked = known.is_some_and(|known| known.asked);
        (purpose.code().to_string(), ConsentTextInput { asked, text })
    };
    OptionalPurpose::ALL.into_iter().map(input).collect()
}

/// Sets what an event asks. A text that differs from the newest one becomes a new version, and those who agreed to the
/// one before are asked anew.
pub fn set(app: &App, access: &ChangeAccess, typed: &Typed<ConsentTextsInput>) -> Result<(), EditError> {
    let action = "event.consents";
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let known = newest(consent_texts::list(tx.db, &event.id)?);
        let form = Form::of(access, action, event.id.as_str());
        let inputs: ConsentTextsInput =
            form.merge::<_, EditError>(tx.db, typed, &texts_input(&event, &known))?;
        let mut problems = Problems::new();
        for purpose in OptionalPurpose::ALL {
            let Some(input) = inputs.get(purpose.code()) else { continue };
            let Some(text) = input.parse(purpose, event.first_language(), &mut problems) else { continue };
            let before = known.iter().find(|text| text.purpose == purpose);
            let version = match before {
                Some(before) if before.text == text || text.is_empty() => None,
                Some(before) => Some(before.version + 1),
                None => input.asked.then_some(1),
            };
            if let Some(version) = version {
                let new = ConsentText { purpose, version, text, asked: input.asked, created_at: tx.now };
                consent_texts::insert(tx.db, &event.id, &new)?;
            }
            consent_texts::set_asked(tx.db, &event.id, purpose, input.asked)?;
        }
        if !problems.is_empty() {
            return Err(EditError::Invalid(problems));
        }
        access.note(tx, action, event.id.as_str(), "")?;
        Ok(())
    })
}
