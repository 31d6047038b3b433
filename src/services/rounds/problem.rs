//! From what the event knows to a matching problem, and back.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use matching::scoring::{
    CountryRule, EarlierMeetings, Interest, LanguageRule, Limits, Profile, Relations, Request, Rules, Scorer,
    Topic, Topics, TypeMatrix, TypeRule as ScoredTypeRule,
};
use matching::{Input, PairInput, PersonInput, Pin, Quota, SlotInput};

use super::settings::{Mix, Pairing, PublishedPlan, QuotaOf, RoundSettings};
use crate::domain::event::{Event, Programme, TypeRule, Venue};
use crate::domain::ids::ParticipantId;
use crate::domain::meeting::{Meeting, ReasonTerm};
use crate::domain::participant::{InterestKind, Participant};
use crate::domain::registration::RegistrationState;
use crate::domain::round::{PairRule, PairRuleKind};
use crate::domain::text;
use crate::domain::visibility::Sight;
use crate::domain::wish::{Wish, WishKind};
use crate::store::{self, Db, StoreError, participants, programme, rounds, wishes};

/// Key of the term of a pair that the rules would not allow but the organiser pinned.
const PIN_TERM: &str = "pin";

/// What a round is solved from.
pub(in crate::services) struct Facts {
    pub event: Event,
    pub programme: Programme,
    /// Everyone registered, in the order of signing up.
    pub people: Vec<Participant>,
    pub wishes: Vec<Wish>,
    /// Author and reader of the wishes that were declined: no blocks, but nobody is brought together for their sake.
    pub declined: BTreeSet<(ParticipantId, ParticipantId)>,
    pub rules: Vec<PairRule>,
    /// The published plan.
    pub planned: Vec<Meeting>,
    /// Meetings called off since a plan was last published.
    pub called_off: u64,
    pub now: DateTime<Utc>,
}

impl Facts {
    /// Reads everything at once.
    pub fn load(db: &mut Db, event: Event, now: DateTime<Utc>) -> Result<Facts, StoreError> {
        let registered = [RegistrationState::Registered.code()];
        let rounds = rounds::list(db, &event.id)?;
        let published = rounds.iter().filter_map(|round| round.published_at).max();
        Ok(Facts {
            programme: programme::get(db, &event.id)?,
            people: participants::list_in_states(db, &event.id, &registered)?,
            wishes: wishes::list_all(db, &event.id)?,
            declined: wishes::list_declined(db, &event.id)?,
            rules: rounds::list_pair_rules(db, &event.id)?,
            planned: store::meetings::list_planned(db, &event.id)?,
            called_off: match published {
                Some(at) => store::meetings::count_cancelled_since(db, &event.id, at)?,
                None => 0,
            },
            event,
            now,
        })
    }

    /// The same as one of the people sees the others, of whom they know some by name: what is hidden from them neither
    /// weighs nor shows.
    pub fn seen_by(mut self, reader: &ParticipantId, named: &HashSet<ParticipantId>) -> Facts {
        let seen = |person: Participant| {
            let sight = if named.contains(&person.id) { Sight::Named } else { Sight::Listed };
            if person.id == *reader { person } else { person.seen_with(sight) }
        };
        self.people = self.people.into_iter().map(seen).collect();
        self
    }

    /// The place of each participant in the list of people.
    pub fn places(&self) -> HashMap<&ParticipantId, usize> {
        self.people.iter().enumerate().map(|(place, person)| (&person.id, place)).collect()
    }
}

/// A problem with what is needed to read its solution.
pub(super) struct RoundProblem {
    pub input: Input,
    /// Weight and terms of each pair, by places.
    pub pairs: HashMap<(usize, usize), (u32, Vec<ReasonTerm>)>,
    /// Pins that could not be asked for: somebody is not registered, not there at that time, or excluded the other.
    pub ignored_pins: Vec<(ParticipantId, ParticipantId)>,
    /// The published plan, where both people are still registered.
    pub planned: Vec<matching::Meeting>,
}

/// Builds the problem of a round.
pub(super) fn build(facts: &Facts, settings: &RoundSettings) -> RoundProblem {
    let places = facts.places();
    let scorer = scorer(facts, settings, &places);
    let forbidden = pairs_ruled(facts, &places, PairRuleKind::Forbid);
    let blocked = relation(facts, &places, WishKind::Block);
    let limits = Limits { per_person: settings.candidates as usize };
    let mut scored = BTreeMap::new();
    for pair in scorer.score(limits) {
        scored.insert(
            (pair.a as usize, pair.b as usize),
            (pair.weight, terms(&pair.terms), request(pair.request)),
        );
    }
    scored.retain(|pair, (_, _, request)| {
        let wanted = settings.pairing == Pairing::WhoeverFits || *request == matching::Request::Mutual;
        wanted && !forbidden.contains(pair)
    });
    let (pins, ignored_pins) = pins(facts, &places, &blocked);
    let planned = planned(facts, &places);
    let held = planned.iter().map(|meeting| (meeting.a, meeting.b)).filter(|&(a, b)| {
        let excluded = blocked.contains(&(a, b)) || blocked.contains(&(b, a)) || forbidden.contains(&(a, b));
        settings.published_plan != PublishedPlan::PlanAnew && !excluded
    });
    for (a, b) in pins.iter().map(|pin| (pin.a, pin.b)).chain(held) {
        scored.entry((a, b)).or_insert_with(|| match scorer.explain(a as u32, b as u32) {
            Ok(pair) => (pair.weight, terms(&pair.terms), request(pair.request)),
            Err(_) => {
                let pinned = ReasonTerm { term: PIN_TERM.to_string(), points: 1 };
                (1, vec![pinned], matching::Request::None)
            }
        });
    }
    let quota = settings.quota_percent.map(Quota::Percent);
    let pair_inputs = scored
        .iter()
        .map(|((a, b), (weight, _, request))| PairInput {
            a: *a,
            b: *b,
            weight: *weight,
            request: *request,
            crossing: crosses(facts, settings, *a, *b),
        })
        .collect();
    let input =
        Input { slots: slots(facts), people: people(facts, settings), pairs: pair_inputs, pins, quota };
    let pairs = scored.into_iter().map(|(key, (weight, terms, _))| (key, (weight, terms))).collect();
    RoundProblem { input, pairs, ignored_pins, planned }
}

/// The scorer over everyone registered, by their places.
pub(super) fn scorer(
    facts: &Facts,
    settings: &RoundSettings,
    places: &HashMap<&ParticipantId, usize>,
) -> Scorer {
    let pairs = |kind| relation(facts, places, kind).into_iter().map(|(a, b)| (a as u32, b as u32)).collect();
    let relations =
        Relations { wishes: pairs(WishKind::Wish), blocks: pairs(WishKind::Block), earlier: Vec::new() };
    scorer_knowing(facts, settings, &relations)
}

/// The same where only these wishes and blocks are known.
pub(super) fn scorer_knowing(facts: &Facts, settings: &RoundSettings, relations: &Relations) -> Scorer {
    let numbers = Numbers::of(facts, settings);
    let profiles: Vec<Profile> = facts.people.iter().map(|person| numbers.profile(person)).collect();
    let topics = Topics::new(
        facts
            .programme
            .topics
            .iter()
            .map(|topic| Topic {
                parent: topic.parent.as_ref().and_then(|parent| numbers.topics.get(parent.as_str()).copied()),
                labels: facts
                    .event
                    .languages
                    .iter()
                    .filter_map(|lang| topic.label.exact(*lang))
                    .map(String::from)
                    .collect(),
            })
            .collect(),
    );
    let rules = Rules {
        countries: if facts.event.same_country { CountryRule::Any } else { CountryRule::OnlyDifferent },
        languages: if settings.shared_language { LanguageRule::Shared } else { LanguageRule::Any },
        earlier_meetings: EarlierMeetings::Allowed,
        types: numbers.matrix(facts),
    };
    Scorer::new(&profiles, &topics, relations, settings.points(), rules)
}

/// Numbers for the texts that scoring only compares.
struct Numbers<'a> {
    topics: HashMap<&'a str, u32>,
    types: HashMap<&'a str, u16>,
    organisations: HashMap<String, u32>,
    countries: HashMap<&'a str, u16>,
    languages: HashMap<&'a str, u16>,
    mix: Mix,
}

impl<'a> Numbers<'a> {
    fn of(facts: &'a Facts, settings: &RoundSettings) -> Numbers<'a> {
        let persons = || facts.people.iter().map(|participant| &participant.profile.person);
        Numbers {
            topics: numbered(facts.programme.topics.iter().map(|topic| topic.id.as_str())),
            types: numbered(facts.programme.types.iter().map(|kind| kind.id.as_str())),
            organisations: numbered(persons().map(|person| text::search_key(&person.organisation))),
            countries: numbered(persons().map(|person| person.country.as_str())),
            languages: numbered(persons().flat_map(|person| person.languages.iter().map(String::as_str))),
            mix: settings.mix,
        }
    }

    fn profile(&self, participant: &Participant) -> Profile {
        let person = &participant.profile.person;
        let kind = person.participant_type.as_ref().and_then(|id| self.types.get(id.as_str()).copied());
        let interests = |kind: InterestKind| {
            let own = participant.profile.interests.iter().filter(|interest| interest.kind == kind);
            own.map(|interest| Interest {
                topic: self.topics.get(interest.topic.as_str()).copied(),
                text: Some(interest.text.clone()).filter(|text| !text.is_empty()),
            })
            .collect()
        };
        Profile {
            id: u128::from_str_radix(&participant.id.as_str().replace('-', ""), 16).unwrap_or_default(),
            organisation: self.organisations.get(&text::search_key(&person.organisation)).copied(),
            country: self
                .countries
                .get(person.country.as_str())
                .copied()
                .filter(|_| !person.country.is_empty()),
            kind,
            group: match self.mix {
                Mix::ParticipantType => kind,
                Mix::OrganisationType => Some(person.organisation_type as u16),
            },
            offers: interests(InterestKind::Offer),
            seeks: interests(InterestKind::Seek),
            languages: person
                .languages
                .iter()
                .filter_map(|code| self.languages.get(code.as_str()).copied())
                .collect(),
        }
    }

    fn matrix(&self, facts: &Facts) -> TypeMatrix {
        let mut matrix = TypeMatrix::default();
        for pair in &facts.programme.type_rules {
            let numbers = (self.types.get(pair.a.as_str()), self.types.get(pair.b.as_str()));
            if let (Some(a), Some(b)) = numbers {
                let rule = match pair.rule {
                    TypeRule::Never => ScoredTypeRule::Excluded,
                    TypeRule::May => ScoredTypeRule::Allowed,
                    TypeRule::Wanted => ScoredTypeRule::Wanted,
                };
                matrix.set(*a, *b, rule);
            }
        }
        matrix
    }
}

/// Numbers in the order of first appearance.
fn numbered<K, N>(keys: impl Iterator<Item = K>) -> HashMap<K, N>
where
    K: std::hash::Hash + Eq,
    N: TryFrom<usize> + Copy,
{
    let mut numbers = HashMap::new();
    for key in keys {
        if let Ok(next) = N::try_from(numbers.len()) {
            numbers.entry(key).or_insert(next);
        }
    }
    numbers
}

pub(super) fn terms(scored: &[(matching::scoring::Term, i32)]) -> Vec<ReasonTerm> {
    scored.iter().map(|(term, points)| ReasonTerm { term: term.key().to_string(), points: *points }).collect()
}

fn request(scored: Request) -> matching::Request {
    match scored {
        Request::None => matching::Request::None,
        Request::OneWay => matching::Request::OneWay,
        Request::Mutual => matching::Request::Mutual,
    }
}

fn relation(
    facts: &Facts,
    places: &HashMap<&ParticipantId, usize>,
    kind: WishKind,
) -> HashSet<(usize, usize)> {
    let counts = |wish: &&Wish| {
        kind == WishKind::Block || !facts.declined.contains(&(wish.from.clone(), wish.to.clone()))
    };
    let of_kind = facts.wishes.iter().filter(|wish| wish.kind == kind).filter(counts);
    of_kind.filter_map(|wish| Some((*places.get(&wish.from)?, *places.get(&wish.to)?))).collect()
}

fn pairs_ruled(
    facts: &Facts,
    places: &HashMap<&ParticipantId, usize>,
    kind: PairRuleKind,
) -> HashSet<(usize, usize)> {
    let of_kind = facts.rules.iter().filter(|rule| rule.kind == kind);
    of_kind.filter_map(|rule| Some(ordered(*places.get(&rule.a)?, *places.get(&rule.b)?))).collect()
}

fn ordered(x: usize, y: usize) -> (usize, usize) {
    (x.min(y), x.max(y))
}

fn crosses(facts: &Facts, settings: &RoundSettings, a: usize, b: usize) -> bool {
    let (Some(a), Some(b)) = (facts.people.get(a), facts.people.get(b)) else { return false };
    let (a, b) = (&a.profile.person, &b.profile.person);
    match (settings.quota_of, settings.mix) {
        (QuotaOf::Countries, _) => a.country != b.country,
        (QuotaOf::Groups, Mix::OrganisationType) => a.organisation_type != b.organisation_type,
        (QuotaOf::Groups, Mix::ParticipantType) => a.participant_type != b.participant_type,
    }
}

/// The slots in order of time; each block is a part of the day of its own.
fn slots(facts: &Facts) -> Vec<SlotInput> {
    let parts: HashMap<&str, u32> = numbered(facts.programme.blocks.iter().map(|block| block.id.as_str()));
    let tables = table_count(&facts.event);
    let part = |block: &str| parts.get(block).copied().unwrap_or_default();
    facts.programme.slots.iter().map(|slot| SlotInput { tables, part: part(slot.block.as_str()) }).collect()
}

/// Tables in each slot; none where the event is online or the organiser gave no number.
pub(in crate::services) fn table_count(event: &Event) -> Option<u32> {
    match event.venue {
        Venue::Onsite { tables, .. } if tables > 0 => Some(tables),
        Venue::Onsite { .. } | Venue::Online { .. } => None,
    }
}

fn people(facts: &Facts, settings: &RoundSettings) -> Vec<PersonInput> {
    let past: Vec<bool> = facts.programme.slots.iter().map(|slot| slot.starts_at <= facts.now).collect();
    let kept = kept_slots(facts);
    facts
        .people
        .iter()
        .map(|participant| {
            let attendance = &participant.profile.attendance;
            let own = kept.get(&participant.id);
            let available: Vec<bool> = facts
                .programme
                .slots
                .iter()
                .zip(&past)
                .map(|(slot, past)| {
                    let keeps = own.is_some_and(|slots| slots.contains(slot.id.as_str()));
                    keeps || (!past && attendance.is_free_in(slot, &facts.programme.sessions))
                })
                .collect();
            let held = own.map_or(0, |slots| u32::try_from(slots.len()).unwrap_or_default());
            let cap = attendance.max_meetings.min(settings.most_meetings).max(held);
            PersonInput { cap, minimum: settings.wished_minimum.min(cap), available, booth: None }
        })
        .collect()
}

/// Whether a published meeting stays where it is in every round: it has begun, or the two agreed on it themselves.
pub(super) fn stays(facts: &Facts, meeting: &Meeting) -> bool {
    meeting.starts_at <= facts.now || meeting.round.is_none()
}

/// The published plan by places; meetings of people who have left are gone.
fn planned(facts: &Facts, places: &HashMap<&ParticipantId, usize>) -> Vec<matching::Meeting> {
    let slots: HashMap<&str, usize> = numbered(facts.programme.slots.iter().map(|slot| slot.id.as_str()));
    let placed = facts.planned.iter().filter_map(|meeting| {
        let (a, b) = ordered(*places.get(&meeting.a)?, *places.get(&meeting.b)?);
        let table = meeting.table.and_then(|number| number.checked_sub(1));
        Some(matching::Meeting { a, b, slot: *slots.get(meeting.slot.as_str())?, table })
    });
    placed.collect()
}

fn kept_slots(facts: &Facts) -> HashMap<&ParticipantId, HashSet<&str>> {
    let mut kept: HashMap<&ParticipantId, HashSet<&str>> = HashMap::new();
    for meeting in facts.planned.iter().filter(|meeting| stays(facts, meeting)) {
        kept.entry(&meeting.a).or_default().insert(meeting.slot.as_str());
        kept.entry(&meeting.b).or_default().insert(meeting.slot.as_str());
    }
    kept
}

type Pins = (Vec<Pin>, Vec<(ParticipantId, ParticipantId)>);

/// The organiser's pins and the published meetings that stay, less those that cannot be asked for.
fn pins(facts: &Facts, places: &HashMap<&ParticipantId, usize>, blocked: &HashSet<(usize, usize)>) -> Pins {
    let slot_places: HashMap<&str, usize> =
        numbered(facts.programme.slots.iter().map(|slot| slot.id.as_str()));
    let mut pins: BTreeMap<(usize, usize), Pin> = BTreeMap::new();
    let mut ignored = Vec::new();
    for rule in facts.rules.iter().filter(|rule| rule.kind == PairRuleKind::Pin) {
        let pair = places.get(&rule.a).zip(places.get(&rule.b)).map(|(a, b)| ordered(*a, *b));
        let slot = rule.slot.as_ref().map(|id| slot_places.get(id.as_str()).copied());
        match (pair, slot) {
            (Some((a, b)), None | Some(Some(_)))
                if !blocked.contains(&(a, b)) && !blocked.contains(&(b, a)) =>
            {
                let table = rule.table.and_then(|number| number.checked_sub(1));
                pins.insert((a, b), Pin { a, b, slot: slot.flatten(), table });
            }
            _ => ignored.push((rule.a.clone(), rule.b.clone())),
        }
    }
    for meeting in facts.planned.iter().filter(|meeting| stays(facts, meeting)) {
        let pair = places.get(&meeting.a).zip(places.get(&meeting.b)).map(|(a, b)| ordered(*a, *b));
        if let (Some((a, b)), Some(slot)) = (pair, slot_places.get(meeting.slot.as_str())) {
            let table = meeting.table.and_then(|number| number.checked_sub(1));
            pins.insert((a, b), Pin { a, b, slot: Some(*slot), table });
        }
    }
    (pins.into_values().collect(), ignored)
}
