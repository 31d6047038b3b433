//! The scorer over the people of an event: from what they said to numbers that scoring compares.

use std::collections::HashMap;

use matching::scoring::{
    Comparison, CountryRule, EarlierMeetings, Interest, LanguageRule, Profile, Relations, Rules, ScoredPair,
    Scorer, Term, Topic, Topics, TypeMatrix, TypeRule as ScoredTypeRule, Wanted,
};

use super::facts::{Facts, relation};
use super::settings::{Mix, RoundSettings};
use crate::domain::answer::{AnswerKey, Value};
use crate::domain::event::{self, Programme, TypeRule};
use crate::domain::ids::ParticipantId;
use crate::domain::interpreter;
use crate::domain::meeting::ReasonTerm;
use crate::domain::participant::{InterestKind, Participant, Person};
use crate::domain::question::{self, Question};
use crate::domain::text;
use crate::domain::wish::WishKind;

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
    numbers.scorer(facts, settings, &profiles, relations)
}

/// Numbers for the texts that scoring only compares.
pub(super) struct Numbers {
    topics: HashMap<String, u32>,
    types: HashMap<String, u16>,
    organisations: HashMap<String, u32>,
    countries: HashMap<String, u16>,
    languages: HashMap<String, u16>,
    /// The questions that count, and everything that was answered to them.
    questions: Vec<AnswerKey>,
    answers: HashMap<String, u32>,
    mix: Mix,
}

impl Numbers {
    /// Of all that the people of an event say, whoever is shown it.
    pub(super) fn of(facts: &Facts, settings: &RoundSettings) -> Numbers {
        let persons = || facts.people.iter().map(|participant| &participant.profile.person);
        let questions: Vec<AnswerKey> =
            compared(&facts.programme).into_iter().map(|(question, _)| question.key()).collect();
        let answers = persons().flat_map(|person| questions.iter().filter_map(|key| person.answers.get(key)));
        Numbers {
            answers: numbered(answers.flat_map(Value::raw)),
            topics: texts(facts.programme.topics.iter().map(|topic| topic.id.as_str())),
            types: texts(facts.programme.types.iter().map(|kind| kind.id.as_str())),
            organisations: numbered(persons().map(|person| text::search_key(&person.organisation))),
            countries: texts(persons().map(|person| person.country.as_str())),
            languages: texts(persons().flat_map(|person| person.languages.iter().map(String::as_str))),
            mix: settings.mix,
            questions,
        }
    }

    /// The scorer over these profiles of the people of an event.
    pub(super) fn scorer(
        &self,
        facts: &Facts,
        settings: &RoundSettings,
        profiles: &[Profile],
        relations: &Relations,
    ) -> Scorer {
        let topics =
            Topics::new(facts.programme.topics.iter().map(|topic| self.topic(facts, topic)).collect());
        let rules = Rules {
            countries: if facts.event.same_country { CountryRule::Any } else { CountryRule::OnlyDifferent },
            languages: language_rule(facts, settings),
            earlier_meetings: EarlierMeetings::Allowed,
            types: self.matrix(facts),
        };
        let comparisons = compared(&facts.programme).into_iter().map(|(_, of)| comparison(of)).collect();
        Scorer::new(profiles, &topics, relations, settings.points(), rules).comparing(comparisons)
    }

    fn topic(&self, facts: &Facts, topic: &event::Topic) -> Topic {
        let labels = facts.event.languages.iter().filter_map(|lang| topic.label.exact(*lang));
        Topic {
            parent: topic.parent.as_ref().and_then(|parent| self.topics.get(parent.as_str()).copied()),
            labels: labels.map(String::from).collect(),
        }
    }

    /// What scoring compares of a participant.
    pub(super) fn profile(&self, participant: &Participant) -> Profile {
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
            answers: self.answers_of(person),
            languages: person
                .languages
                .iter()
                .filter_map(|code| self.languages.get(code.as_str()).copied())
                .collect(),
        }
    }

    fn answers_of(&self, person: &Person) -> Vec<Vec<u32>> {
        let given = |key: &AnswerKey| {
            let raw = person.answers.get(key).map(Value::raw).unwrap_or_default();
            raw.iter().filter_map(|answer| self.answers.get(answer).copied()).collect()
        };
        self.questions.iter().map(given).collect()
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

/// The same of texts that the numbers outlive.
fn texts<'a, N: TryFrom<usize> + Copy>(texts: impl Iterator<Item = &'a str>) -> HashMap<String, N> {
    numbered(texts).into_iter().map(|(text, number)| (text.to_string(), number)).collect()
}

/// Numbers in the order of first appearance.
pub(super) fn numbered<K, N>(keys: impl Iterator<Item = K>) -> HashMap<K, N>
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

/// The named parts of a pair's weight; of the answers to the event's questions a part for each that counts.
pub(super) fn terms(facts: &Facts, pair: &ScoredPair) -> Vec<ReasonTerm> {
    let compared = compared(&facts.programme);
    let mut terms = Vec::new();
    for (term, points) in &pair.terms {
        if *term != Term::Answers {
            terms.push(ReasonTerm { term: term.key().to_string(), points: *points });
            continue;
        }
        let holding = pair.answers.iter().filter_map(|place| compared.get(*place));
        terms.extend(holding.map(|(question, wanted)| ReasonTerm::of_question(question, *wanted)));
    }
    terms
}

/// The event's questions that count in a round, and how.
fn compared(programme: &Programme) -> Vec<(&Question, question::Comparison)> {
    programme.questions.iter().filter_map(|question| Some((question, question.comparison?))).collect()
}

fn comparison(of: question::Comparison) -> Comparison {
    let wanted = match of.wanted {
        question::Wanted::Same => Wanted::Same,
        question::Wanted::Different => Wanted::Different,
    };
    Comparison::new(wanted, i32::try_from(of.points).unwrap_or(i32::MAX))
}

/// Whether a pair needs a language in common: what the event says, else the round. Where interpreters help, the engine looks whether
/// somebody is there.
fn language_rule(facts: &Facts, settings: &RoundSettings) -> LanguageRule {
    match facts.programme.interpreting.rule {
        interpreter::LanguageRule::Shared => LanguageRule::Shared,
        interpreter::LanguageRule::Any if settings.shared_language => LanguageRule::Shared,
        interpreter::LanguageRule::Any | interpreter::LanguageRule::Interpreted => LanguageRule::Any,
    }
}
