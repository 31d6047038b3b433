//! What becomes of one participant, from all rows about them, from what is known of them and from where they stand. What
//! people said of themselves stays, unless somebody takes the file's word for it.

use super::choices::{Choices, Fate, change_key, own_state_key};
use super::entries::{Entry, RowFault};
use super::known::{Known, Said, Speaker};
use super::merge;
use super::options::{Coming, ImportOptions};
use super::planned::{Group, PlannedRow, RowOutcome, Target};
use crate::domain::change::{self, Change};
use crate::domain::event::{Event, Programme};
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::domain::problems::Message;
use crate::domain::registration::RegistrationState;

/// What a file would change of a participant who is known.
#[derive(Debug, Clone)]
pub struct PersonChange {
    pub participant: ParticipantId,
    pub name: String,
    /// The first row about them.
    pub line: usize,
    pub answers: Vec<AnswerChange>,
}

/// An answer as it is and as the file has it.
#[derive(Debug, Clone)]
pub struct AnswerChange {
    pub key: String,
    pub change: Change,
    /// Who said what is there.
    pub said: Said,
    /// Whether the file's word is taken.
    pub is_taken: bool,
}

/// Settles one participant after the other.
pub(super) struct Settler<'a> {
    event: &'a Event,
    /// With the topics that come with the file.
    programme: &'a Programme,
    known: Known,
    choices: &'a Choices,
    /// Whether who is not registered yet is asked whether they come.
    asks: bool,
    own_states: Vec<(RegistrationState, usize, Fate)>,
    changes: Vec<PersonChange>,
}

impl<'a> Settler<'a> {
    /// Nobody is settled yet.
    pub(super) fn new(
        event: &'a Event,
        programme: &'a Programme,
        known: Known,
        options: &'a ImportOptions,
    ) -> Settler<'a> {
        let (choices, asks) = (&options.choices, matches!(options.coming, Coming::Asked(_)));
        Settler { event, programme, known, choices, asks, own_states: Vec::new(), changes: Vec::new() }
    }

    /// Says what becomes of one participant, and notes it at their rows.
    pub(super) fn settle(&mut self, group: Group, rows: &mut [PlannedRow]) -> Target {
        let identity = group.entry.identity();
        let Some(known) = self.known.find(&identity).cloned() else {
            let profile = merge::new_profile(group.entry, self.event, self.programme);
            if self.asks && !group.waits && profile.person.email.is_none() {
                return unreachable(&group.rows, group.line, rows);
            }
            let target = Target::New(Box::new(profile), group.waits);
            return note(target, &group.rows, group.line, rows, |is_first| {
                if is_first { RowOutcome::New } else { RowOutcome::Changed(Vec::new()) }
            });
        };
        let state = self.known.state_of(&identity).unwrap_or(RegistrationState::Registered);
        match self.fate(state) {
            Some(Fate::LeaveOut) if !state.is_live() || !state.has_proved_address() => {
                let told = || Message::new("import-left-as-it-is").with("here", state.code());
                note(Target::Same, &group.rows, group.line, rows, |_| RowOutcome::LeftOut(told()))
            }
            Some(Fate::Import) => {
                let (changed, taken) = self.changed(&known, group.entry, group.line);
                if self.asks && changed.profile.person.email.is_none() {
                    return unreachable(&group.rows, group.line, rows);
                }
                let target = Target::Registered(Box::new(changed), taken, state);
                note(target, &group.rows, group.line, rows, |_| {
                    if self.asks { RowOutcome::Invites(state) } else { RowOutcome::Registers(state) }
                })
            }
            _ => {
                let (changed, taken) = self.changed(&known, group.entry, group.line);
                let columns = merge::differences(&known.profile, &changed.profile);
                if columns.is_empty() {
                    return note(Target::Same, &group.rows, group.line, rows, |_| RowOutcome::Same);
                }
                let target = Target::Changed(Box::new(changed), taken);
                note(target, &group.rows, group.line, rows, |_| RowOutcome::Changed(columns.clone()))
            }
        }
    }

    /// What an import makes of somebody in this state: whoever brings a list vouches for those who only had to confirm, and may
    /// ask those once more who never answered; who cancelled, declined or was rejected stays away, and who waits goes on waiting,
    /// unless somebody says otherwise. Who is invited stays so, and answers.
    fn fate(&mut self, state: RegistrationState) -> Option<Fate> {
        let usual = match state {
            RegistrationState::Registered | RegistrationState::Invited => return None,
            RegistrationState::Unconfirmed | RegistrationState::Unanswered => Fate::Import,
            RegistrationState::AwaitingApproval
            | RegistrationState::WaitingList(_)
            | RegistrationState::Rejected
            | RegistrationState::Cancelled
            | RegistrationState::Declined => Fate::LeaveOut,
        };
        let fate = self.choices.states.get(&own_state_key(state.code())).copied().unwrap_or(usual);
        match self.own_states.iter_mut().find(|(known, ..)| known.code() == state.code()) {
            Some((_, count, _)) => *count += 1,
            None => self.own_states.push((state, 1, fate)),
        }
        Some(fate)
    }

    /// Somebody as they are with what is taken of the file, and what that is.
    fn changed(&mut self, known: &Participant, entry: Entry, line: usize) -> (Participant, Vec<Change>) {
        let mut changed = known.clone();
        changed.profile = merge::changed_profile(entry, &known.profile, self.programme);
        let mut answers = Vec::new();
        for change in self.differences(known, &changed) {
            let key = change_key(&known.id, &change.field);
            let said = self.known.said(known, &change.field);
            let is_asked = self.choices.shown.contains(&key);
            let is_taken =
                if is_asked { self.choices.taken.contains(&key) } else { said.by != Speaker::Themselves };
            if !is_taken {
                merge::keep(&mut changed.profile, &known.profile, &change.field);
            }
            answers.push(AnswerChange { key, change, said, is_taken });
        }
        let taken =
            answers.iter().filter(|answer| answer.is_taken).map(|answer| answer.change.clone()).collect();
        if !answers.is_empty() {
            let name = known.profile.person.name.clone();
            self.changes.push(PersonChange { participant: known.id.clone(), name, line, answers });
        }
        (changed, taken)
    }

    fn differences(&self, old: &Participant, new: &Participant) -> Vec<Change> {
        let mut found = change::differences(old, new, self.event, self.programme);
        if old.profile.lang != new.profile.lang {
            let [old, new] = [old, new].map(|one| one.profile.lang.code().to_string());
            let (label, kind) = (String::new(), String::new());
            found.push(Change { field: merge::LANGUAGE.to_string(), old, new, label, kind });
        }
        found
    }

    /// How many of those in the file have a state here in which they are not registered.
    pub(super) fn own_states(&self) -> Vec<(RegistrationState, usize, Fate)> {
        self.own_states.clone()
    }

    /// What would change of whom.
    pub(super) fn into_changes(self) -> Vec<PersonChange> {
        self.changes
    }
}

/// Nobody is invited whom no mail reaches.
fn unreachable(of: &[(usize, bool)], line: usize, rows: &mut [PlannedRow]) -> Target {
    let fault = || RowFault { column: None, message: Message::new("problem-import-invited-unreachable") };
    note(Target::Same, of, line, rows, |_| RowOutcome::Faulty(vec![fault()]))
}

/// Notes what becomes of somebody at the rows about them.
fn note(
    target: Target,
    of: &[(usize, bool)],
    line: usize,
    rows: &mut [PlannedRow],
    outcome: impl Fn(bool) -> RowOutcome,
) -> Target {
    for (n, (at, is_more)) in of.iter().enumerate() {
        let Some(row) = rows.get_mut(*at) else { continue };
        row.repeats = (n > 0).then_some(line);
        let said = outcome(n == 0);
        let is_left = matches!(said, RowOutcome::LeftOut(_) | RowOutcome::Faulty(_));
        row.outcome = if *is_more || is_left { said } else { RowOutcome::Same };
    }
    target
}
