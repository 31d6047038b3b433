//! What an organiser sets for a round; every value has a default and a range.

use std::collections::BTreeMap;

use matching::scoring::{Term, Weights};
use serde::{Deserialize, Serialize};

use super::intentions::Intention;
use crate::domain::codes::codes;
use crate::domain::problems::{Message, Problems};
use crate::domain::text;

codes! {
    /// How long the solver may work; in work units, so that the same round gives the same result on every machine.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
    #[serde(rename_all = "lowercase")]
    pub enum Effort {
        /// A first look.
        Quick = "quick",
        #[default]
        Standard = "standard",
        /// For the round that is published.
        Thorough = "thorough",
    }
}

impl Effort {
    pub(super) fn options(self, seed: u64) -> matching::Options {
        let options = match self {
            Effort::Quick => matching::Options::quick(),
            Effort::Standard => matching::Options::standard(),
            Effort::Thorough => matching::Options::thorough(),
        };
        matching::Options { seed, ..options }
    }
}

/// By what people should mix, and what a quota counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Mix {
    #[default]
    OrganisationType,
    /// Programmes or stakeholder groups, where these are the event's participant types.
    ParticipantType,
}

/// What a quota counts as crossing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum QuotaOf {
    #[default]
    Countries,
    /// The groups of [`Mix`].
    Groups,
}

codes! {
    /// Whom a round may pair.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
    #[serde(rename_all = "snake_case")]
    pub enum Pairing {
        /// Everyone whom the rules allow; wishes come first.
        #[default]
        WhoeverFits = "whoever_fits",
        /// Only two who both wish it; the round then only finds the times and tables.
        AcceptedWishes = "accepted_wishes",
    }
}

codes! {
    /// What a round may do to the plan that is published already.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
    #[serde(rename_all = "snake_case")]
    pub enum PublishedPlan {
        /// Everyone's plan is made anew; meetings may move or fall away.
        #[default]
        PlanAnew = "plan_anew",
        /// What can still be held stays where it is: only holes are filled.
        FillHoles = "fill_holes",
        /// Besides, one other meeting may move to another time for each that was lost.
        MoveFew = "move_few",
    }
}

impl PublishedPlan {
    /// How the engine repairs the plan, of which so many meetings were called off; none where it is made anew.
    pub(super) fn tier(self, called_off: u64) -> Option<matching::Tier> {
        match self {
            PublishedPlan::PlanAnew => None,
            PublishedPlan::FillHoles => Some(matching::Tier::HolesOnly),
            PublishedPlan::MoveFew => Some(matching::Tier::OneMovePerLoss { lost_before: called_off }),
        }
    }
}

/// The settings of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoundSettings {
    /// Points by the key of a scoring term; what is missing has its default.
    pub weights: BTreeMap<String, i32>,
    pub pairing: Pairing,
    pub effort: Effort,
    /// How many meetings everyone should get at least.
    pub wished_minimum: u32,
    /// Most meetings of anybody, besides what each asks for.
    pub most_meetings: u32,
    /// Candidates looked at for each person.
    pub candidates: u32,
    pub mix: Mix,
    /// Least share of crossing meetings in percent.
    pub quota_percent: Option<u32>,
    pub quota_of: QuotaOf,
    /// Least share in percent of what the first share does not count.
    pub other_quota_percent: Option<u32>,
    /// How many meetings everyone should have with each other group of [`Mix`]; before the wishes.
    pub coverage: Option<u32>,
    /// Only pairs with a language in common.
    pub shared_language: bool,
    pub published_plan: PublishedPlan,
}

impl Default for RoundSettings {
    fn default() -> RoundSettings {
        RoundSettings {
            weights: BTreeMap::new(),
            pairing: Pairing::WhoeverFits,
            effort: Effort::Standard,
            wished_minimum: 3,
            most_meetings: 8,
            candidates: 40,
            mix: Mix::OrganisationType,
            quota_percent: None,
            quota_of: QuotaOf::Countries,
            other_quota_percent: None,
            coverage: None,
            shared_language: true,
            published_plan: PublishedPlan::PlanAnew,
        }
    }
}

impl QuotaOf {
    /// The other one.
    fn other(self) -> QuotaOf {
        match self {
            QuotaOf::Countries => QuotaOf::Groups,
            QuotaOf::Groups => QuotaOf::Countries,
        }
    }
}

impl RoundSettings {
    /// The shares that are asked for, each with what it counts.
    pub fn quotas(&self) -> Vec<(QuotaOf, u32)> {
        let first = self.quota_percent.map(|percent| (self.quota_of, percent));
        let other = self.other_quota_percent.map(|percent| (self.quota_of.other(), percent));
        first.into_iter().chain(other).collect()
    }

    /// The points of each term.
    pub fn points(&self) -> Weights {
        let mut weights = Weights::default();
        for (key, points) in &self.weights {
            if let Some(term) = Term::from_key(key) {
                // Out of range only if a term's range shrank since: then its default is the better guess.
                let _ = weights.set(term, *points);
            }
        }
        weights
    }
}

/// Most meetings with each other group that a round asks for.
const MOST_OF_EACH: i64 = 10;

/// The settings as typed. Weights come as `(key, text)`; without a text they are as the intentions set them.
#[derive(Debug, Clone, Default)]
pub struct RoundInput {
    /// What the round is for, by code.
    pub intentions: Vec<String>,
    pub weights: Vec<(String, String)>,
    pub pairing: String,
    pub effort: String,
    pub wished_minimum: String,
    pub most_meetings: String,
    pub candidates: String,
    /// `organisation_type` or `participant_type`.
    pub mix: String,
    /// Empty for none.
    pub quota_percent: String,
    /// `countries` or `groups`.
    pub quota_of: String,
    /// Empty for none.
    pub other_quota_percent: String,
    /// Empty for none.
    pub coverage: String,
    pub shared_language: bool,
    pub published_plan: String,
    /// Empty for a new one.
    pub seed: String,
}

impl RoundInput {
    /// The form as it first appears.
    pub fn from_settings(settings: &RoundSettings, seed: Option<u64>) -> RoundInput {
        let points = settings.points();
        let said = Intention::of(&points);
        let own = |term: &Term| {
            let points = points.points(*term);
            let is_own = points != Intention::points(&said, *term);
            (term.key().to_string(), if is_own { points.to_string() } else { String::new() })
        };
        RoundInput {
            intentions: said.iter().map(|one| one.code().to_string()).collect(),
            weights: Term::ALL.iter().map(own).collect(),
            pairing: settings.pairing.code().to_string(),
            effort: settings.effort.code().to_string(),
            wished_minimum: settings.wished_minimum.to_string(),
            most_meetings: settings.most_meetings.to_string(),
            candidates: settings.candidates.to_string(),
            mix: match settings.mix {
                Mix::OrganisationType => "organisation_type",
                Mix::ParticipantType => "participant_type",
            }
            .to_string(),
            quota_percent: typed(settings.quota_percent),
            other_quota_percent: typed(settings.other_quota_percent),
            coverage: typed(settings.coverage),
            quota_of: match settings.quota_of {
                QuotaOf::Countries => "countries",
                QuotaOf::Groups => "groups",
            }
            .to_string(),
            shared_language: settings.shared_language,
            published_plan: settings.published_plan.code().to_string(),
            seed: seed.map(|seed| seed.to_string()).unwrap_or_default(),
        }
    }

    /// Checks what was typed; the seed is none where a new one is wanted.
    pub fn parse(&self) -> Result<(RoundSettings, Option<u64>), Problems> {
        let mut problems = Problems::new();
        let weights = self.parse_weights(&mut problems);
        let mut count = |field: &str, raw: &str, min: i64, max: i64| {
            problems.take(field, number(raw, min, max)).and_then(|n| u32::try_from(n).ok())
        };
        let wished_minimum = count("wished_minimum", &self.wished_minimum, 0, 50);
        let most_meetings = count("most_meetings", &self.most_meetings, 1, 50);
        let candidates = count("candidates", &self.candidates, 5, 1_000);
        let mut optional = |field: &str, typed: &str, max: i64| match text::line(typed).as_str() {
            "" => None,
            raw => count(field, raw, 1, max),
        };
        let quota_percent = optional("quota_percent", &self.quota_percent, 100);
        let other_quota_percent = optional("other_quota_percent", &self.other_quota_percent, 100);
        let coverage = optional("coverage", &self.coverage, MOST_OF_EACH);
        let seed = match text::line(&self.seed).as_str() {
            "" => None,
            raw => count("seed", raw, 0, i64::from(u32::MAX)).map(u64::from),
        };
        let effort = Effort::parse(&self.effort).ok_or_else(|| Message::new("problem-choose-one"));
        let effort = problems.take("effort", effort);
        let pairing = Pairing::parse(&self.pairing).ok_or_else(|| Message::new("problem-choose-one"));
        let pairing = problems.take("pairing", pairing);
        let plan = PublishedPlan::parse(&self.published_plan);
        let plan = problems.take("published_plan", plan.ok_or_else(|| Message::new("problem-choose-one")));
        match (wished_minimum, most_meetings, candidates, effort, plan, pairing) {
            (
                Some(wished_minimum),
                Some(most_meetings),
                Some(candidates),
                Some(effort),
                Some(published_plan),
                Some(pairing),
            ) if problems.is_empty() => {
                let settings = RoundSettings {
                    weights,
                    pairing,
                    effort,
                    wished_minimum,
                    most_meetings,
                    candidates,
                    mix: if self.mix == "participant_type" {
                        Mix::ParticipantType
                    } else {
                        Mix::OrganisationType
                    },
                    quota_percent,
                    other_quota_percent,
                    coverage,
                    quota_of: if self.quota_of == "groups" { QuotaOf::Groups } else { QuotaOf::Countries },
                    shared_language: self.shared_language,
                    published_plan,
                };
                Ok((settings, seed))
            }
            _ => Err(problems),
        }
    }

    /// What the round is for.
    pub fn said(&self) -> Vec<Intention> {
        self.intentions.iter().filter_map(|code| Intention::parse(code)).collect()
    }

    fn parse_weights(&self, problems: &mut Problems) -> BTreeMap<String, i32> {
        let said = self.said();
        let as_said = |term: Term| (term.key().to_string(), Intention::points(&said, term));
        let mut weights: BTreeMap<String, i32> = Term::ALL.into_iter().map(as_said).collect();
        for (key, raw) in self.weights.iter().filter(|(_, raw)| !raw.trim().is_empty()) {
            let Some(term) = Term::from_key(key) else { continue };
            let info = term.info();
            let points = number(raw, i64::from(info.min), i64::from(info.max));
            if let Some(points) = problems.take(&format!("weight-{key}"), points) {
                weights.insert(key.clone(), i32::try_from(points).unwrap_or(info.default));
            }
        }
        weights
    }
}

/// What was typed for a number, or for none.
fn typed(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn number(raw: &str, min: i64, max: i64) -> Result<i64, Message> {
    let parsed = text::line(raw).parse::<i64>().ok().filter(|n| (min..=max).contains(n));
    parsed.ok_or_else(|| Message::new("problem-number-range").with("min", min).with("max", max))
}
