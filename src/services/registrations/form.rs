//! The registration form: what was typed, its steps, and what is wrong with them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::codes::codes;
use crate::domain::event::{Event, Programme};
use crate::domain::field;
use crate::domain::ids::{ParticipantId, TypeId};
use crate::domain::lang::Lang;
use crate::domain::participant::Profile;
use crate::domain::problems::Problems;
use crate::domain::profile_input::{AttendanceInput, Chooser, InterestsInput, PersonInput};
use crate::domain::token::Token;
use crate::domain::visibility::ShownFields;
use crate::services::Fault;
use crate::services::session_places::Rooms;

/// Everything that was typed so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    pub person: PersonInput,
    pub interests: InterestsInput,
    pub attendance: AttendanceInput,
    /// The steps that were sent without a problem.
    pub done: Vec<Step>,
    pub lang: Lang,
    /// The participant who began this form for a colleague.
    pub invited_by: Option<ParticipantId>,
    /// The registration that this form made when it was sent.
    pub sent_as: Option<ParticipantId>,
    /// The address of which the visitor said that it is no slip.
    pub sure: String,
    /// The address to which this form's only link was mailed, in lower case: whoever has the form reads its mail.
    pub proven: String,
}

impl Answers {
    /// What is left of a form that a participant began for a colleague once nothing of the participant may stay: whom it is
    /// for.
    pub(in crate::services) fn without_inviter(&self) -> Answers {
        let own = |input: PersonInput, code: &'static str| input.with(code, self.person.get(code).to_vec());
        Answers {
            person: [field::NAME, field::EMAIL].into_iter().fold(PersonInput::default(), own),
            lang: self.lang,
            proven: self.proven.clone(),
            ..Answers::default()
        }
    }

    /// As what they would take part.
    pub fn kind(&self) -> Option<TypeId> {
        self.person.get(field::PARTICIPANT_TYPE).first().cloned().map(TypeId)
    }

    /// Checks every answer; problems stand at the fields of their steps.
    pub fn check(&self, programme: &Programme) -> Result<Profile, Problems> {
        let person = self.person.parse(programme);
        let interests = self.interests.parse(programme);
        let kind = self.kind();
        let chooser = Chooser { kind: kind.as_ref(), before: &[], invited: &[] };
        let attendance = self.attendance.parse(programme, chooser);
        match (person, interests, attendance) {
            (Ok(person), Ok(interests), Ok(attendance)) => Ok(Profile {
                person,
                interests,
                attendance,
                // Asked of whoever shows that the address is theirs.
                listed: false,
                shown: ShownFields::default(),
                lang: self.lang,
            }),
            (person, interests, attendance) => {
                let found = [person.err(), interests.err(), attendance.err()];
                Err(found.into_iter().flatten().flatten().collect())
            }
        }
    }

    /// What was answered, without how the form came about: two forms that say the same are the same.
    pub(super) fn said(&self) -> Answers {
        Answers {
            person: self.person.clone(),
            interests: self.interests.clone(),
            attendance: self.attendance.clone(),
            lang: self.lang,
            ..Answers::default()
        }
    }
}

/// Answers as they are stored.
pub(in crate::services) fn encode(answers: &Answers) -> Result<String, Fault> {
    serde_json::to_string(answers).map_err(|cause| Fault::Json { what: "a registration form", cause })
}

codes! {
    /// A step of the form.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Step {
        Profile = "profile",
        Topics = "topics",
        Availability = "availability",
        Check = "check",
    }
}

/// A registration form as its visitor finds it: the answers so far, and what its event asks.
#[derive(Debug, Clone)]
pub struct Form {
    pub event: Event,
    pub programme: Arc<Programme>,
    /// Finds the form again; none before it is saved.
    pub token: Option<Token>,
    pub answers: Answers,
    /// How full its sessions with limited places are.
    pub rooms: Rooms,
    /// The address of the form that was sent before this one was begun in its place.
    pub sent_before: String,
}

impl Form {
    /// The steps of this event: nobody is asked about a list that is empty.
    pub fn steps(&self) -> Vec<Step> {
        let asks = |step: &Step| match step {
            Step::Profile | Step::Check => true,
            Step::Topics => !self.programme.topics.is_empty(),
            Step::Availability => !self.programme.blocks.is_empty() || !self.programme.sessions.is_empty(),
        };
        Step::ALL.into_iter().filter(asks).collect()
    }

    /// The first step that is still to be done; the last one if none is. A form that was sent is begun anew.
    pub fn next(&self) -> Step {
        let open = |step: &Step| self.is_sent() || !self.answers.done.contains(step);
        self.steps().into_iter().find(open).unwrap_or(Step::Check)
    }

    /// What is wrong with a step's answers.
    pub fn problems(&self, step: Step) -> Problems {
        let (answers, lists) = (&self.answers, &self.programme);
        let found = match step {
            Step::Profile => answers.person.parse(lists).err(),
            Step::Topics => answers.interests.parse(lists).err(),
            Step::Availability => answers.attendance.parse(lists, Chooser::default()).err(),
            Step::Check => None,
        };
        found.unwrap_or_default()
    }

    /// A step before this one that is still to be done, or whose answers no longer fit because the organiser changed the
    /// lists; with whether it was done before.
    pub fn in_the_way_of(&self, step: Step) -> Option<(Step, bool)> {
        let mut before = self.steps().into_iter().take_while(|earlier| *earlier != step);
        let was_done = |step: &Step| self.answers.done.contains(step);
        let found = before.find(|earlier| !was_done(earlier) || !self.problems(*earlier).is_empty())?;
        Some((found, was_done(&found)))
    }

    /// Whether the form was sent; its answers stay for a while, in case the address turns out to be wrong.
    pub fn is_sent(&self) -> bool {
        self.answers.done.contains(&Step::Check)
    }

    /// Nobody has answered anything yet.
    pub(super) fn begin(&mut self) {
        self.sent_before = self.answers.person.one(field::EMAIL).to_string();
        self.answers = Answers { attendance: usual_attendance(&self.programme), ..Answers::default() };
    }

    /// The form was sent, and is a registration, or was not taken as one.
    pub(super) fn note_sent(&mut self, own: Option<ParticipantId>) {
        self.answers.done = vec![Step::Check];
        self.answers.sent_as = own;
        // What was proved is used up.
        self.answers.proven = String::new();
    }
}

/// What the third step begins with: every meeting block, no session, as many meetings as there are slots, ten at most.
pub(super) fn usual_attendance(programme: &Programme) -> AttendanceInput {
    let slots = programme.slots.len();
    AttendanceInput {
        blocks: programme.blocks.iter().map(|block| block.id.0.clone()).collect(),
        sessions: Vec::new(),
        max_meetings: slots.clamp(1, 10).to_string(),
    }
}
