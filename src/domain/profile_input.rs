//! The steps of the registration form as they were typed, and what they are checked for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answer::{Asked, Kind, asked};
use super::event::{Programme, Session};
use super::field;
use super::ids::{SessionId, TopicId, TypeId};
use super::participant::{Attendance, Interest, InterestKind, MAX_MEETINGS, Person, Profile};
use super::problems::{Message, Problems};
use super::text;

/// The first step of the form as it was typed: what was sent for each question, by [`AnswerKey::as_str`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonInput(BTreeMap<String, Vec<String>>);

impl PersonInput {
    /// What was sent for a question.
    pub fn get(&self, key: &str) -> &[String] {
        self.0.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// What was sent first for a question; empty if nothing was.
    pub fn one(&self, key: &str) -> &str {
        self.get(key).first().map(String::as_str).unwrap_or_default()
    }

    /// The same input with other answers to one question.
    pub fn with(mut self, key: &str, raw: Vec<String>) -> PersonInput {
        self.0.insert(key.to_string(), raw);
        self
    }

    /// Checks what was typed against what the event asks.
    ///
    /// # Errors
    /// What is wrong, at each question.
    pub fn parse(&self, programme: &Programme) -> Result<Person, Problems> {
        self.change(Person::default(), programme)
    }

    /// The same for somebody who is known: what the event does not ask any more stays, and what it asks of others alone
    /// goes.
    ///
    /// # Errors
    /// What is wrong, at each question.
    pub fn change(&self, person: Person, programme: &Programme) -> Result<Person, Problems> {
        // Whoever is known without an address goes on without one.
        let has_none = !person.is_erased() && person.email.is_none();
        let questions = asked(programme).into_iter();
        self.answers(person, questions.map(|one| if has_none { without_address(one) } else { one }).collect())
    }

    /// The same for somebody whom an organiser adds by hand, see [`asked_by_hand`].
    ///
    /// # Errors
    /// What is wrong, at each question.
    pub fn by_hand(&self, programme: &Programme) -> Result<Person, Problems> {
        self.answers(Person::default(), asked_by_hand(programme))
    }

    /// The same for somebody who comes without a registration, see [`asked_at_door`].
    ///
    /// # Errors
    /// What is wrong, at each question.
    pub fn at_door(&self, programme: &Programme) -> Result<Person, Problems> {
        self.answers(Person::default(), asked_at_door(programme))
    }

    fn answers(&self, mut person: Person, questions: Vec<Asked<'_>>) -> Result<Person, Problems> {
        let mut problems = Problems::new();
        for question in questions.into_iter().filter(Asked::is_put) {
            let name = question.key.as_str();
            if !question.fits(&person) {
                person.set(question.key, None);
                continue;
            }
            if let Some(value) = problems.take(name, question.parse(self.get(name))) {
                person.set(question.key, value);
            }
        }
        if problems.is_empty() { Ok(person) } else { Err(problems) }
    }
}

/// What an organiser is asked who adds somebody by hand: an address may be missing, since no mail has to arrive before they are
/// registered, and nobody agrees to anything in another's name.
pub fn asked_by_hand(programme: &Programme) -> Vec<Asked<'_>> {
    let questions = asked(programme).into_iter().filter(|question| question.kind != Kind::Agree);
    questions.map(without_address).collect()
}

/// What is asked at the door of somebody who comes without a registration: what others see of them and what meetings need. No
/// address, which is nobody's to type but their own with a queue behind them.
pub fn asked_at_door(programme: &Programme) -> Vec<Asked<'_>> {
    let fields =
        [field::NAME, field::ORGANISATION, field::COUNTRY, field::PARTICIPANT_TYPE, field::LANGUAGES];
    let is_asked = |question: &Asked<'_>| fields.contains(&question.key.as_str());
    asked(programme).into_iter().filter(is_asked).collect()
}

/// The question; an address need not be given.
fn without_address(question: Asked<'_>) -> Asked<'_> {
    let required = question.required.filter(|_| question.kind != Kind::Email);
    Asked { required, ..question }
}

/// The first step of the form, with each answer as what it is: one value, or any of several ticks.
pub type PersonForm = BTreeMap<String, Sent>;

/// What was sent for a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Sent {
    One(String),
    /// Several values: ticks, or when hours begin and end.
    Ticks(Vec<String>),
}

impl PersonInput {
    /// The answers to what the event asks.
    pub fn form(&self, programme: &Programme) -> PersonForm {
        let sent = |question: &Asked<'_>| {
            let name = question.key.as_str();
            let sent = match question.kind {
                Kind::Languages | Kind::Several | Kind::DayHours => Sent::Ticks(self.get(name).to_vec()),
                // "No answer" may stand beside an answer.
                _ => {
                    Sent::One(self.get(name).iter().find(|one| !one.is_empty()).cloned().unwrap_or_default())
                }
            };
            (name.to_string(), sent)
        };
        asked(programme).iter().filter(|question| question.is_put()).map(sent).collect()
    }
}

impl From<PersonForm> for PersonInput {
    fn from(form: PersonForm) -> PersonInput {
        let raw = |sent| match sent {
            Sent::One(value) => vec![value],
            Sent::Ticks(values) => values,
        };
        PersonInput(form.into_iter().map(|(name, sent)| (name, raw(sent))).collect())
    }
}

impl Person {
    /// The stored person as the form shows it.
    pub fn input(&self, programme: &Programme) -> PersonInput {
        let raw = |question: Asked<'_>| {
            let value = self.answer(&question.key)?;
            Some((question.key.as_str().to_string(), value.raw()))
        };
        PersonInput(asked(programme).into_iter().filter_map(raw).collect())
    }
}

/// One row of the second step as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InterestInput {
    pub topic: String,
    pub offer: bool,
    pub offer_text: String,
    pub seek: bool,
    pub seek_text: String,
}

/// The second step of the form as it was typed: a row for each topic that was touched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, transparent)]
pub struct InterestsInput(pub Vec<InterestInput>);

impl InterestsInput {
    /// The stored interests as the form shows them.
    pub fn of(interests: &[Interest]) -> InterestsInput {
        let mut rows: Vec<InterestInput> = Vec::new();
        for interest in interests {
            let known = rows.iter().position(|row| row.topic == interest.topic.as_str());
            let at = known.unwrap_or(rows.len());
            if known.is_none() {
                rows.push(InterestInput { topic: interest.topic.0.clone(), ..InterestInput::default() });
            }
            let Some(row) = rows.get_mut(at) else { continue };
            match interest.kind {
                InterestKind::Offer => (row.offer, row.offer_text) = (true, interest.text.clone()),
                InterestKind::Seek => (row.seek, row.seek_text) = (true, interest.text.clone()),
            }
        }
        InterestsInput(rows)
    }

    /// The row of a topic, if it was touched.
    pub fn row(&self, topic: &TopicId) -> Option<&InterestInput> {
        self.0.iter().find(|row| row.topic == topic.as_str())
    }

    /// Checks what was ticked and typed. A text without its tick counts as ticked: nobody types for nothing.
    /// Problems are at the fields `offer_text-<topic>` and `seek_text-<topic>`.
    pub fn parse(&self, programme: &Programme) -> Result<Vec<Interest>, Problems> {
        let mut problems = Problems::new();
        let mut interests = Vec::new();
        for topic in &programme.topics {
            let Some(row) = self.row(&topic.id) else { continue };
            let sides = [
                (InterestKind::Offer, row.offer, &row.offer_text, "offer_text"),
                (InterestKind::Seek, row.seek, &row.seek_text, "seek_text"),
            ];
            for (kind, ticked, raw, field) in sides {
                let checked = text::long(raw, text::NOTE_MAX);
                if let Some(text) = problems.take(&format!("{field}-{}", topic.id), checked)
                    && (ticked || !text.is_empty())
                {
                    interests.push(Interest { topic: topic.id.clone(), kind, text });
                }
            }
        }
        if problems.is_empty() { Ok(interests) } else { Err(problems) }
    }
}

/// Who chooses sessions: as what they take part, to what they are invited, and what they chose before, which nobody takes from them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Chooser<'a> {
    pub kind: Option<&'a TypeId>,
    pub before: &'a [SessionId],
    pub invited: &'a [SessionId],
}

impl<'a> Chooser<'a> {
    /// Somebody who is there.
    pub fn of(profile: &'a Profile, invited: &'a [SessionId]) -> Chooser<'a> {
        let (kind, before) =
            (profile.person.participant_type.as_ref(), profile.attendance.sessions.as_slice());
        Chooser { kind, before, invited }
    }

    /// Whether they are asked whether they take part in a session.
    pub fn may_choose(self, session: &Session) -> bool {
        session.is_for(self.kind) || self.before.contains(&session.id) || self.invited.contains(&session.id)
    }
}

/// The third step of the form as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AttendanceInput {
    pub blocks: Vec<String>,
    pub sessions: Vec<String>,
    pub max_meetings: String,
}

impl AttendanceInput {
    /// The stored attendance as the form shows it.
    pub fn of(attendance: &Attendance) -> AttendanceInput {
        AttendanceInput {
            blocks: attendance.blocks.iter().map(|id| id.0.clone()).collect(),
            sessions: attendance.sessions.iter().map(|id| id.0.clone()).collect(),
            max_meetings: attendance.max_meetings.to_string(),
        }
    }

    /// Checks the ticks against the agenda. Unknown ids are dropped: the organiser may have removed them meanwhile, or ask
    /// others.
    pub fn parse(&self, programme: &Programme, chooser: Chooser<'_>) -> Result<Attendance, Problems> {
        let pick = |ids: &[String], id: &str| ids.iter().any(|chosen| chosen == id);
        let blocks = programme.blocks.iter().map(|block| &block.id);
        let sessions = programme.sessions.iter().filter(|session| chooser.may_choose(session));
        let sessions = sessions.map(|session| &session.id);
        let most = text::line(&self.max_meetings);
        let max_meetings = most.parse::<u32>().ok().filter(|most| *most <= MAX_MEETINGS);
        match max_meetings {
            Some(max_meetings) => Ok(Attendance {
                blocks: blocks.filter(|id| pick(&self.blocks, id.as_str())).cloned().collect(),
                sessions: sessions.filter(|id| pick(&self.sessions, id.as_str())).cloned().collect(),
                waiting: Vec::new(),
                max_meetings,
            }),
            None => Err(Problems::one(
                "max_meetings",
                Message::new("problem-max-meetings").with("max", MAX_MEETINGS),
            )),
        }
    }
}
