//! The registration form: what was typed, its steps, and what is wrong with them.

use serde::{Deserialize, Serialize};

use crate::domain::consent::ConsentTextId;
use crate::domain::event::Programme;
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;
use crate::domain::participant::{AttendanceInput, InterestsInput, PersonInput, Profile};
use crate::domain::problems::{Message, Problems};
use crate::domain::visibility::ShownFields;

/// Everything that was typed so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    pub person: PersonInput,
    pub interests: InterestsInput,
    pub attendance: AttendanceInput,
    /// The steps that were sent without a problem.
    pub done: Vec<Step>,
    /// Agreed to be listed for other participants.
    pub listed: bool,
    /// Codes of the fields to be shown there.
    pub shown: Vec<String>,
    /// Codes of the event's texts that were agreed to.
    pub agreed: Vec<String>,
    /// Agreed to the privacy notice.
    pub consent: bool,
    pub lang: Lang,
    /// The participant who began this form for a colleague.
    pub invited_by: Option<ParticipantId>,
    /// The address to which this form's only link was mailed, in lower case: whoever has the form reads its mail.
    pub proven: String,
}

impl Answers {
    /// What others see in the list: nothing of who is not there.
    pub fn shown(&self) -> ShownFields {
        let codes = self.shown.iter().map(String::as_str);
        if self.listed { ShownFields::read(codes) } else { ShownFields::default() }
    }

    /// The event's texts that were agreed to.
    pub fn agreed(&self) -> Vec<ConsentTextId> {
        self.agreed.iter().filter_map(|code| ConsentTextId::parse(code)).collect()
    }
}

/// A step of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    Profile,
    Topics,
    Availability,
    Check,
}

impl Step {
    /// Every step in order.
    pub const ALL: [Step; 4] = [Step::Profile, Step::Topics, Step::Availability, Step::Check];

    /// The step's name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Step::Profile => "profile",
            Step::Topics => "topics",
            Step::Availability => "availability",
            Step::Check => "check",
        }
    }

    /// Reads what [`Step::code`] wrote.
    pub fn parse(code: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.code() == code)
    }
}

/// Checks every answer of the form; problems stand at the fields of their steps.
pub fn check_answers(answers: &Answers, programme: &Programme) -> Result<Profile, Problems> {
    let person = answers.person.parse(programme);
    let interests = answers.interests.parse(programme);
    let attendance = answers.attendance.parse(programme);
    let mut problems = Problems::new();
    if !answers.consent {
        problems.add("consent", Message::new("problem-consent-missing"));
    }
    match (person, interests, attendance) {
        (Ok(person), Ok(interests), Ok(attendance)) if problems.is_empty() => Ok(Profile {
            person,
            interests,
            attendance,
            listed: answers.listed,
            shown: answers.shown(),
            lang: answers.lang,
        }),
        (person, interests, attendance) => {
            let found = [person.err(), interests.err(), attendance.err()];
            let mut all = Problems::new();
            for problem in
                found.into_iter().flatten().flat_map(|found| found.iter().cloned().collect::<Vec<_>>())
            {
                all.add(problem.field, problem.message);
            }
            for problem in problems.iter() {
                all.add(problem.field.clone(), problem.message.clone());
            }
            Err(all)
        }
    }
}
