//! Which people of an event an organiser means: one filter for the list of participants, for a decision about many of them and for
//! a mailing. It is written as names and values, in the query of a page and where it is stored alike.

use super::codes::codes;
use super::consent::OptionalPurpose;
use super::country;
use super::ids::{QuestionId, TypeId, ViewId};
use super::registration::RegistrationState;
use super::tag;
use super::text;

/// Which people of an event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Code of a state.
    pub state: Option<String>,
    /// Part of a name, an organisation or an address, in any case.
    pub search: String,
    pub participant_type: Option<TypeId>,
    /// ISO code.
    pub country: Option<String>,
    /// Who agreed to a purpose, with an address that is proved to be theirs; or who did not.
    pub consent: Option<(OptionalPurpose, bool)>,
    /// Who answered a question of the event's own, and with what; empty for anything.
    pub answer: Option<(QuestionId, String)>,
    /// A tag that they have.
    pub tag: Option<String>,
    /// Whether they have come, or have not.
    pub came: Option<bool>,
    /// What they all have not done or have not got yet.
    pub lacks: Vec<Lack>,
}

/// A filter under a name, for the event's team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    pub id: ViewId,
    pub name: String,
    pub people: Filter,
}

impl View {
    /// Most characters of a name.
    pub const NAME_MAX: usize = 60;
    /// Most views of an event.
    pub const MOST: usize = 30;
}

codes! {
    /// What somebody has not done or has not got yet; its word is `filter-lacks-CODE`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Lack {
        /// They have said of nobody that they want to meet them.
        Wish = "wish",
        /// They offer and seek nothing.
        Topics = "topics",
        /// No meeting is planned for them.
        Meeting = "meeting",
        /// They have not opened the list of people.
        Directory = "directory",
    }
}

impl Lack {
    /// Name of its tick.
    pub fn field(self) -> String {
        format!("no-{}", self.code())
    }
}

/// What stands for a tick that is set.
const YES: &str = "yes";

impl Filter {
    /// Reads it from named values; what is no value of a name says nothing.
    pub fn read(of: impl Fn(&str) -> String) -> Filter {
        let question = Some(of("question")).filter(|id| !id.is_empty());
        Filter {
            state: Some(of("state")).filter(|code| RegistrationState::CODES.contains(&code.as_str())),
            search: text::line(&of("search")).chars().take(text::SHORT_MAX).collect(),
            participant_type: Some(of("type")).filter(|id| !id.is_empty()).map(TypeId),
            country: country::parse(&of("country")).ok(),
            consent: consent_of(&of("consent")),
            answer: question.map(|id| {
                let answer = of(&answer_field(&id));
                (QuestionId(id), answer)
            }),
            tag: tag::parse(&of("tag")).ok(),
            came: [true, false].into_iter().find(|came| of("came") == came_code(*came)),
            lacks: Lack::ALL.into_iter().filter(|lack| of(&lack.field()) == YES).collect(),
        }
    }

    /// Reads it from names and values, as [`Filter::pairs`] gives them.
    pub fn of_pairs(pairs: &[(String, String)]) -> Filter {
        let of = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        Filter::read(|name| of(name).unwrap_or_default())
    }

    /// Names and values that [`Filter::read`] reads as the same; none of them is empty.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let named =
            |name: &str, value: Option<&str>| (name.to_string(), value.unwrap_or_default().to_string());
        let consent = self.consent.map(consent_code);
        let mut pairs = vec![
            named("state", self.state.as_deref()),
            named("search", Some(&self.search)),
            named("type", self.participant_type.as_ref().map(TypeId::as_str)),
            named("country", self.country.as_deref()),
            named("consent", consent.as_deref()),
        ];
        pairs.push(named("tag", self.tag.as_deref()));
        pairs.push(named("came", self.came.map(came_code)));
        if let Some((question, answer)) = &self.answer {
            pairs.push(named("question", Some(question.as_str())));
            pairs.push(named(&answer_field(question.as_str()), Some(answer)));
        }
        pairs.extend(self.lacks.iter().map(|lack| (lack.field(), YES.to_string())));
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    /// Whether it leaves nobody out.
    pub fn is_everybody(&self) -> bool {
        *self == Filter::default()
    }
}

/// What stands for whether somebody has come.
pub fn came_code(came: bool) -> &'static str {
    if came { YES } else { "no" }
}

/// The field of an answer to a question: with another question chosen, the answer is gone.
pub fn answer_field(question: &str) -> String {
    format!("answer-{question}")
}

/// Who agreed (`photos`) or did not (`no-photos`).
fn consent_of(code: &str) -> Option<(OptionalPurpose, bool)> {
    match code.strip_prefix("no-") {
        Some(purpose) => Some((OptionalPurpose::parse(purpose)?, false)),
        None => Some((OptionalPurpose::parse(code)?, true)),
    }
}

/// Writes what [`Filter::read`] reads as `consent`.
pub fn consent_code((purpose, given): (OptionalPurpose, bool)) -> String {
    if given { purpose.code().to_string() } else { format!("no-{}", purpose.code()) }
}
