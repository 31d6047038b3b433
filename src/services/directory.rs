//! The list of people who agreed to be seen: found, filtered, and ordered by how well they fit whoever reads it. What
//! somebody does not show is taken away first, so that nothing is found or ordered by it.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Fault;
use super::rounds::{self, Facts, Fit};
use crate::app::App;
use crate::domain::alphabet::Alphabet;
use crate::domain::answer::{AnswerKey, Value};
use crate::domain::field::FIELDS;
use crate::domain::ids::{ParticipantId, TopicId, TypeId};
use crate::domain::lang::Lang;
use crate::domain::participant::{InterestKind, Participant};
use crate::domain::search::{self, Wanted};
use crate::domain::visibility::Sight;
use crate::domain::wish::WishKind;
use crate::store::{self, Db, StoreError, events, participants};

/// What a reader looks for in the list of people.
#[derive(Debug, Clone, Default)]
pub struct DirectoryFilter {
    /// Words in what they wrote of themselves, their offers or seeks.
    pub search: String,
    pub topic: Option<TopicId>,
    /// With a topic: who offers or who seeks it.
    pub kind: Option<InterestKind>,
    /// ISO code.
    pub country: Option<String>,
    pub participant_type: Option<TypeId>,
    /// How what they offer and seek meets what the reader does.
    pub meets: Meets,
}

/// How somebody's offers and seeks meet the reader's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Meets {
    #[default]
    Anyhow,
    /// They offer what the reader seeks.
    OffersWhatISeek,
    /// They seek what the reader offers.
    SeeksWhatIOffer,
    /// Both.
    BothWays,
}

impl Meets {
    /// Every choice but "anyhow".
    pub const ALL: [Meets; 3] = [Meets::OffersWhatISeek, Meets::SeeksWhatIOffer, Meets::BothWays];

    /// As in forms; its word is `people-meets-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Meets::Anyhow => "",
            Meets::OffersWhatISeek => "offers",
            Meets::SeeksWhatIOffer => "seeks",
            Meets::BothWays => "both",
        }
    }

    /// Reads what [`Meets::code`] wrote.
    pub fn parse(code: &str) -> Meets {
        Meets::ALL.into_iter().find(|one| one.code() == code).unwrap_or_default()
    }

    fn shows(self, me: &Participant, other: &Participant) -> bool {
        let common = me.profile.common_with(&other.profile);
        match self {
            Meets::Anyhow => true,
            Meets::OffersWhatISeek => !common.sought.is_empty(),
            Meets::SeeksWhatIOffer => !common.offered.is_empty(),
            Meets::BothWays => !common.sought.is_empty() && !common.offered.is_empty(),
        }
    }
}

impl DirectoryFilter {
    fn shows(&self, me: &Participant, participant: &Participant, wanted: &Wanted) -> bool {
        let profile = &participant.profile;
        let person = &profile.person;
        let topic_fits = self.topic.as_ref().is_none_or(|topic| {
            let fits = |kind| self.kind.is_none_or(|wanted| wanted == kind);
            profile.interests.iter().any(|interest| interest.topic == *topic && fits(interest.kind))
        });
        let country_fits = self.country.as_ref().is_none_or(|country| person.country == *country);
        let type_fits =
            self.participant_type.as_ref().is_none_or(|kind| person.participant_type.as_ref() == Some(kind));
        topic_fits
            && country_fits
            && type_fits
            && self.meets.shows(me, participant)
            && DirectoryFilter::words_fit(wanted, participant)
    }

    fn words_fit(wanted: &Wanted, participant: &Participant) -> bool {
        if wanted.is_anything() {
            return true;
        }
        let profile = &participant.profile;
        let person = &profile.person;
        let texts = profile.interests.iter().map(|interest| interest.text.clone());
        let own = FIELDS.iter().filter_map(|field| match person.answer(&AnswerKey::Field(field.code))? {
            Value::Text(text) => Some(text),
            _ => None,
        });
        let texts: Vec<String> = own.chain(texts).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        wanted.fits(&search::key(&texts))
    }
}

/// In which order the list is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Who fits the reader best comes first; who may not meet them comes last.
    #[default]
    Fit,
    Organisation,
    Name,
}

impl Order {
    /// Every order.
    pub const ALL: [Order; 3] = [Order::Fit, Order::Organisation, Order::Name];

    /// As in forms; its word is `people-order-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Order::Fit => "fit",
            Order::Organisation => "organisation",
            Order::Name => "name",
        }
    }

    /// Reads what [`Order::code`] wrote.
    pub fn parse(code: &str) -> Order {
        Order::ALL.into_iter().find(|order| order.code() == code).unwrap_or_default()
    }
}

/// Somebody in the list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub participant: Participant,
    /// None where a rule of the event or the reader themselves keeps the two apart.
    pub fit: Option<Fit>,
}

/// What a reader finds.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    pub people: Vec<Listed>,
    /// The countries of everyone who is listed.
    pub countries: BTreeSet<String>,
}

/// The people whom a participant may see: registered, and agreed to be listed. Only who is registered and listed sees
/// others.
pub fn directory(
    app: &App,
    who: &ParticipantId,
    filter: &DirectoryFilter,
    (order, lang): (Order, Lang),
) -> Result<Directory, Fault> {
    let now = app.clock.now();
    let wanted = Wanted::of(&filter.search);
    app.store.read(|db| {
        let me = participants::get(db, who)?;
        if !may_see_others(db, &me)? {
            return Ok(Directory::default());
        }
        let event = events::get(db, &me.event)?;
        let facts = Facts::load(db, event, now)?.seen_by(who, &known_by_name(db, who)?);
        let ranked = rounds::rank(db, &facts, who)?;
        let best: HashMap<usize, usize> =
            ranked.iter().enumerate().map(|(nth, (place, _))| (*place, nth)).collect();
        let mut fits: HashMap<usize, Fit> = ranked.into_iter().collect();
        let mut found = Directory::default();
        let mut people = Vec::new();
        for (place, other) in facts.people.into_iter().enumerate() {
            if other.id == me.id || !other.profile.listed {
                continue;
            }
            found.countries.insert(other.profile.person.country.clone());
            if filter.shows(&me, &other, &wanted) {
                people.push((place, Listed { participant: other, fit: fits.remove(&place) }));
            }
        }
        let alphabet = Alphabet::of(lang);
        people.sort_by_cached_key(|(place, listed)| {
            let person = &listed.participant.profile.person;
            let rank = match order {
                Order::Fit => best.get(place).copied().unwrap_or(usize::MAX),
                Order::Organisation | Order::Name => 0,
            };
            // Whoever hides the name stands among the names by the organisation, as the list shows them.
            let by = match order {
                Order::Name => alphabet.by_name(&person.name, &person.organisation),
                Order::Fit | Order::Organisation => {
                    alphabet.by_organisation(&person.name, &person.organisation)
                }
            };
            (rank, by, listed.participant.id.clone())
        });
        found.people = people.into_iter().map(|(_, listed)| listed).collect();
        Ok(found)
    })
}

fn may_see_others(db: &mut Db, me: &Participant) -> Result<bool, StoreError> {
    Ok(me.profile.listed && store::registrations::get(db, &me.id)?.state.holds_seat())
}

/// Those of `others` whom a participant may see, in the same order.
pub fn people(app: &App, who: &ParticipantId, others: &[ParticipantId]) -> Result<Vec<Participant>, Fault> {
    app.store.read(|db| {
        let found = others.iter().map(|other| seen(db, who, other)).collect::<Result<Vec<_>, _>>()?;
        Ok(found.into_iter().flatten().collect())
    })
}

/// One of the people whom a participant may see, a partner of a meeting, or one who asks for a meeting; with how well
/// they fit.
pub fn person(app: &App, who: &ParticipantId, other: &ParticipantId) -> Result<Option<Listed>, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let Some(participant) = seen(db, who, other)? else { return Ok(None) };
        let event = events::get(db, &participant.event)?;
        let facts = Facts::load(db, event, now)?.seen_by(who, &known_by_name(db, who)?);
        let place = facts.people.iter().position(|person| person.id == *other);
        let ranked = rounds::rank(db, &facts, who)?;
        let fit = ranked.into_iter().find(|(ranked, _)| Some(*ranked) == place).map(|(_, fit)| fit);
        Ok(Some(Listed { participant, fit }))
    })
}

/// Whom a participant knows by name, whatever these show in the list: the partners of their meetings, who told them of
/// a wish, and who asked them for a meeting.
pub(super) fn known_by_name(db: &mut Db, who: &ParticipantId) -> Result<HashSet<ParticipantId>, StoreError> {
    let planned = store::meetings::list_planned_of(db, who)?;
    let partners = planned.iter().map(|meeting| meeting.partner_of(who).clone());
    let mut known: HashSet<ParticipantId> = partners.collect();
    let told = store::wishes::list_to(db, who)?.into_iter();
    known.extend(told.filter(|wish| wish.kind == WishKind::Wish && wish.shown).map(|wish| wish.from));
    let asked = store::proposals::list_of(db, who)?.into_iter().map(|proposal| proposal.from);
    known.extend(asked.filter(|from| from != who));
    Ok(known)
}

/// Others as a participant sees them.
pub(super) fn seen_by(
    db: &mut Db,
    who: &ParticipantId,
    others: Vec<Participant>,
) -> Result<Vec<Participant>, StoreError> {
    let named = known_by_name(db, who)?;
    let event = participants::get(db, who)?.event;
    let questions = store::questions::list(db, &event)?;
    let seen = |other: Participant| {
        let sight = if named.contains(&other.id) { Sight::Named } else { Sight::Listed };
        other.seen_with(sight, &questions)
    };
    Ok(others.into_iter().map(seen).collect())
}

/// The other one as a participant sees them, if they may see them at all.
pub(super) fn seen(
    db: &mut Db,
    who: &ParticipantId,
    other: &ParticipantId,
) -> Result<Option<Participant>, StoreError> {
    let me = participants::get(db, who)?;
    let found = match participants::get(db, other) {
        Err(StoreError::NotFound) => return Ok(None),
        found => found?,
    };
    if found.event != me.event || found.id == me.id {
        return Ok(None);
    }
    let named = known_by_name(db, who)?.contains(other);
    let registered = store::registrations::get(db, other)?.state.holds_seat();
    let visible = registered && (named || (found.profile.listed && may_see_others(db, &me)?));
    let sight = if named { Sight::Named } else { Sight::Listed };
    let questions = store::questions::list(db, &found.event)?;
    Ok(visible.then(|| found.seen_with(sight, &questions)))
}
