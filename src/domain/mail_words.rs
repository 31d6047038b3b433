//! The organisers' own words in the mails that an event sends by itself: before and after what such a mail says anyway, in each
//! language of the event. Facts, links and what the law asks for stay, whatever is written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::event_input::LocalisedInput;
use super::lang::{Lang, Localised};
use super::mail::MailKind;
use super::mailing::{Placeholder, known_facts};
use super::problems::Problems;
use super::text;

/// Most characters of a text.
pub const TEXT_MAX: usize = 2_000;

/// The mails that an event sends to its participants by itself, in groups and in the order in which somebody gets them; the word of a
/// group is `mail-words-CODE`.
pub const GROUPS: [(&str, &[MailKind]); 5] = [
    (
        "registration",
        &[
            MailKind::FormLink,
            MailKind::ColleagueInvited,
            MailKind::Confirm,
            MailKind::Registered,
            MailKind::Entered,
            MailKind::AwaitingApproval,
            MailKind::WaitingList,
            MailKind::SeatOffered,
            MailKind::Promoted,
            MailKind::AlreadyRegistered,
            MailKind::Rejected,
            MailKind::Cancelled,
        ],
    ),
    ("invitations", &[MailKind::Invited, MailKind::InvitedReminder]),
    (
        "meetings",
        &[
            MailKind::NudgeTopics,
            MailKind::NudgeWish,
            MailKind::ProposalReceived,
            MailKind::ProposalSent,
            MailKind::ProposalClosed,
            MailKind::Schedule,
            MailKind::ScheduleChanged,
            MailKind::Invitation,
            MailKind::MeetingCancelled,
            MailKind::DeclineHeard,
            MailKind::MessageReceived,
        ],
    ),
    (
        "days",
        &[
            MailKind::ReminderDay,
            MailKind::ReminderHour,
            MailKind::SessionInvited,
            MailKind::SessionPlace,
            MailKind::SessionMoved,
            MailKind::EventMoved,
        ],
    ),
    (
        "links",
        &[MailKind::PersonalLink, MailKind::ConfirmAddress, MailKind::AddressChanged, MailKind::Erased],
    ),
];

/// Every kind of mail in which an event can say something of its own.
pub fn kinds() -> impl Iterator<Item = MailKind> {
    GROUPS.iter().flat_map(|(_, kinds)| kinds.iter().copied())
}

/// The facts that can be filled into the own words of a kind of mail: those that the mail knows. Where nobody has shown that the
/// address is theirs, a stranger may have typed the name, and it is filled in nowhere.
pub fn placeholders(kind: MailKind) -> Vec<Placeholder> {
    use MailKind::{
        AddressChanged, AlreadyRegistered, AwaitingApproval, Cancelled, DeclineHeard, Entered, Erased,
        NudgeTopics, NudgeWish, PersonalLink, Promoted, Registered, Rejected, Schedule, ScheduleChanged,
        SeatOffered, WaitingList,
    };
    let is_known = |fact: &Placeholder| match fact {
        Placeholder::Event | Placeholder::Dates | Placeholder::Place | Placeholder::Organiser => true,
        Placeholder::Name | Placeholder::Organisation => !kind.is_to_unproved(),
        Placeholder::Reference => matches!(
            kind,
            Registered
                | Entered
                | AwaitingApproval
                | WaitingList
                | Promoted
                | SeatOffered
                | Rejected
                | Cancelled
                | AlreadyRegistered
                | PersonalLink
                | NudgeTopics
                | NudgeWish
        ),
        Placeholder::Meetings => matches!(kind, Schedule | ScheduleChanged | NudgeTopics | NudgeWish),
        Placeholder::MyEvent => {
            !kind.is_to_unproved() && !matches!(kind, AddressChanged | Erased | DeclineHeard | SeatOffered)
        }
    };
    Placeholder::ALL.into_iter().filter(is_known).collect()
}

/// What stands before and after the words of a mail. A reader whose language has none gets the mail without them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWords {
    pub before: Localised,
    pub after: Localised,
}

impl OwnWords {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// Whether something is said in a language.
    pub fn are_in(&self, lang: Lang) -> bool {
        self.before.exact(lang).is_some() || self.after.exact(lang).is_some()
    }
}

/// The own words of an event, by the code of the kind of mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MailWords(BTreeMap<String, OwnWords>);

impl MailWords {
    /// Those of a kind of mail.
    pub fn of(&self, kind: MailKind) -> Option<&OwnWords> {
        self.0.get(kind.code())
    }

    /// The same with others for a kind of mail.
    pub fn with(mut self, kind: MailKind, words: OwnWords) -> MailWords {
        match words.is_empty() {
            true => self.0.remove(kind.code()),
            false => self.0.insert(kind.code().to_string(), words),
        };
        self
    }
}

/// The form of own words as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnWordsInput {
    pub before: LocalisedInput,
    pub after: LocalisedInput,
}

impl OwnWordsInput {
    /// Stored words as the form shows them.
    pub fn of(words: &OwnWords) -> OwnWordsInput {
        OwnWordsInput { before: LocalisedInput::of(&words.before), after: LocalisedInput::of(&words.after) }
    }

    /// Checks what was typed.
    ///
    /// # Errors
    /// Every problem, at `before_<language>` and `after_<language>`.
    pub fn parse(&self, kind: MailKind) -> Result<OwnWords, Problems> {
        let known = placeholders(kind);
        let mut problems = Problems::new();
        let mut all = |name: &str, input: &LocalisedInput| {
            let mut words = Localised::default();
            for lang in Lang::ALL {
                let typed = text::long(input.get(lang), TEXT_MAX);
                let typed = typed.and_then(|typed| known_facts(typed, &known));
                words = words.with(lang, problems.take(&format!("{name}_{lang}"), typed).unwrap_or_default());
            }
            words
        };
        let words = OwnWords { before: all("before", &self.before), after: all("after", &self.after) };
        if problems.is_empty() { Ok(words) } else { Err(problems) }
    }
}
