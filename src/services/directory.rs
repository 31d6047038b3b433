//! The list of people who agreed to be seen: found, filtered, and ordered by how well they fit whoever reads it. What
//! somebody does not show is taken away first, so that nothing is found or ordered by it.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Fault;
use super::access::OwnAccess;
use super::rounds::{self, Fit, Kept, NameOrder, Ranking};
use crate::app::App;
use crate::domain::alphabet::{Alphabet, Place};
use crate::domain::ids::{ParticipantId, TopicId, TypeId};
use crate::domain::lang::Lang;
use crate::domain::participant::{InterestKind, Participant};
use crate::domain::search::Wanted;
use crate::domain::visibility::Sight;
use crate::domain::wish::WishKind;
use crate::store::{self, Db, StoreError, directory_visits, participants};

/// Notes that somebody looks at the list for the first time, so that organisers can write to those who have not; they see no more
/// of it.
pub fn note_visit(app: &App, own: &OwnAccess) -> Result<(), Fault> {
    if app.store.read(|db| directory_visits::first(db, own.id()))?.is_none() {
        let now = app.clock.now();
        app.store.write(|db| directory_visits::note(db, own.id(), now))?;
    }
    Ok(())
}

/// What a reader looks for in the list of people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DirectoryFilter {
    /// Words in what they wrote of themselves, their offers or seeks.
    pub search: String,
    pub topic: Option<TopicId>,
    /// Any of these; nobody has one where there is none.
    pub topics: Option<Vec<TopicId>>,
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
    /// Whether somebody is looked for, words aside.
    fn shows(&self, me: &Participant, participant: &Participant) -> bool {
        let profile = &participant.profile;
        let person = &profile.person;
        let has = |topics: &[TopicId]| {
            let fits = |kind| self.kind.is_none_or(|wanted| wanted == kind);
            profile.interests.iter().any(|own| topics.contains(&own.topic) && fits(own.kind))
        };
        let topic_fits = self.topic.as_ref().is_none_or(|topic| has(std::slice::from_ref(topic)))
            && self.topics.as_ref().is_none_or(|topics| has(topics));
        let country_fits = self.country.as_ref().is_none_or(|country| person.country == *country);
        let type_fits =
            self.participant_type.as_ref().is_none_or(|kind| person.participant_type.as_ref() == Some(kind));
        topic_fits && country_fits && type_fits && self.meets.shows(me, participant)
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

/// A page of what a reader finds.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    pub people: Vec<Listed>,
    /// Which page it is, from 1: the last one if there are not as many as was asked for.
    pub page: usize,
    /// How many are found on all pages.
    pub total: usize,
    /// The countries of everyone else who is listed.
    pub countries: BTreeSet<String>,
}

/// The people of an event as one of them sees them: of the others what they show, and the name of whom the reader knows.
pub(super) struct Seen<'a> {
    kept: &'a Kept,
    me: usize,
    named: HashMap<usize, Participant>,
}

impl<'a> Seen<'a> {
    /// Nothing if the reader is not registered.
    pub fn by(kept: &'a Kept, who: &ParticipantId, known: &HashSet<ParticipantId>) -> Option<Seen<'a>> {
        let (facts, board) = (kept.facts(), kept.board());
        let known = known.iter().filter(|other| *other != who).filter_map(|other| board.seat(other));
        let named = known.map(|place| {
            let person = facts.people[place].clone();
            (place, person.seen_with(Sight::Named, &facts.programme.questions))
        });
        Some(Seen { kept, me: board.seat(who)?, named: named.collect() })
    }

    /// Somebody by their place in the list of people.
    pub fn person(&self, place: usize) -> &Participant {
        match self.named.get(&place) {
            _ if place == self.me => &self.kept.facts().people[place],
            Some(named) => named,
            None => &self.kept.listed().people[place],
        }
    }

    fn fits_words(&self, wanted: &Wanted, place: usize) -> bool {
        wanted.is_anything()
            || match self.named.get(&place) {
                Some(named) => wanted.fits(&rounds::search_key(named)),
                None => wanted.fits(self.kept.listed().key(place)),
            }
    }

    /// Everybody in an order of names. Whoever is known by name may stand elsewhere than for others.
    fn in_order(&self, by: NameOrder, lang: Lang) -> Vec<usize> {
        let order = self.kept.listed().in_order(by, lang);
        let alphabet = Alphabet::of(lang);
        let mut named: Vec<(Place, &ParticipantId, usize)> = self
            .named
            .iter()
            .map(|(place, person)| (rounds::standing(&alphabet, by, person), &person.id, *place))
            .collect();
        named.sort_unstable();
        let mut named = named.into_iter().peekable();
        let mut all = Vec::with_capacity(order.len());
        for (standing, place) in order.iter().filter(|(_, place)| !self.named.contains_key(place)) {
            let here = (standing, &self.person(*place).id);
            while let Some((.., before)) = named.next_if(|(at, id, _)| (at, *id) < here) {
                all.push(before);
            }
            all.push(*place);
        }
        all.extend(named.map(|(.., place)| place));
        all
    }

    /// Everybody, whoever fits best first; those whom the reader may not meet come last, by organisation.
    fn by_fit(&self, ranking: Option<&Ranking<'_>>, lang: Lang) -> Vec<usize> {
        let mut all = ranking.map(Ranking::best_first).unwrap_or_default();
        let ranked: HashSet<usize> = all.iter().copied().collect();
        let others = self.in_order(NameOrder::Organisation, lang);
        all.extend(others.into_iter().filter(|place| !ranked.contains(place)));
        all
    }
}

/// A page, from 1 and of so many, of the people whom a participant may see: registered, and agreed to be listed. Only who is
/// registered and listed sees others.
pub fn directory(
    app: &App,
    who: &ParticipantId,
    filter: &DirectoryFilter,
    (order, lang): (Order, Lang),
    (page, size): (usize, usize),
) -> Result<Directory, Fault> {
    let (me, is_open, known) = app.store.read(|db| {
        let me = participants::get(db, who)?;
        Ok::<_, Fault>((me.clone(), may_see_others(db, &me)?, known_by_name(db, who)?))
    })?;
    let kept = if is_open { rounds::kept(app, &me.event)? } else { return Ok(Directory::default()) };
    // Between the two somebody may have gone.
    let Some(seen) = Seen::by(&kept, who, &known) else { return Ok(Directory::default()) };
    let ranking = kept.ranking(who);
    let all = match order {
        Order::Fit => seen.by_fit(ranking.as_ref(), lang),
        Order::Organisation => seen.in_order(NameOrder::Organisation, lang),
        Order::Name => seen.in_order(NameOrder::Name, lang),
    };
    let wanted = Wanted::of(&filter.search);
    let shows = |place: &usize| {
        let other = seen.person(*place);
        let is_there = *place != seen.me && other.profile.listed;
        is_there && filter.shows(&me, other) && seen.fits_words(&wanted, *place)
    };
    let found: Vec<usize> = all.into_iter().filter(shows).collect();
    let page = page.clamp(1, found.len().div_ceil(size).max(1));
    let listed = |place: &usize| Listed {
        participant: seen.person(*place).clone(),
        fit: ranking.as_ref().and_then(|ranking| ranking.fit(*place)),
    };
    Ok(Directory {
        people: found.iter().skip((page - 1) * size).take(size).map(listed).collect(),
        page,
        total: found.len(),
        countries: kept.listed().countries_but(seen.me),
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
    let Some(participant) = app.store.read(|db| seen(db, who, other))? else { return Ok(None) };
    let kept = rounds::kept(app, &participant.event)?;
    let place = kept.board().seat(other);
    let fit = place.and_then(|place| kept.ranking(who)?.fit(place));
    Ok(Some(Listed { participant, fit }))
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
