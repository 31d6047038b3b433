//! Rounds side by side: what each was asked, what it gives, and who fares differently.

use std::collections::{BTreeMap, BTreeSet};

use super::report::Report;
use super::settings::RoundSettings;
use super::stored::decode;
use crate::app::App;
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::domain::round::{Round, RoundMeeting};
use crate::services::Fault;
use crate::services::access::EventAccess;
use crate::store::{participants, rounds};

/// Most rounds that stand side by side.
pub const MOST_COMPARED: usize = 4;

/// Rounds beside each other, in ascending order.
#[derive(Debug, Clone)]
pub struct Compared {
    pub rounds: Vec<(Round, RoundSettings, Report)>,
    /// Who has another number of meetings in the last than in the one before it, those first who lose most. Nobody where one of
    /// the two keeps no meetings any more, since it was thrown away.
    pub people: Vec<PersonCompared>,
    /// How many have as many meetings in both, but meet other people.
    pub others: usize,
    /// Whether both of the last two keep their meetings.
    pub has_people: bool,
}

/// Somebody's number of meetings in the last two of the rounds.
#[derive(Debug, Clone)]
pub struct PersonCompared {
    pub person: Participant,
    pub before: usize,
    pub after: usize,
}

/// The rounds with these numbers; unknown numbers are left out, and so are those beyond [`MOST_COMPARED`].
pub fn compare(app: &App, access: &EventAccess, numbers: &BTreeSet<u32>) -> Result<Compared, Fault> {
    app.store.read(|db| {
        let mut chosen: Vec<Round> = rounds::list(db, &access.event().id)?;
        chosen.retain(|round| numbers.contains(&round.number));
        chosen.sort_by_key(|round| round.number);
        chosen.truncate(MOST_COMPARED);
        let mut plans: Vec<Vec<RoundMeeting>> = Vec::new();
        for round in chosen.iter().rev().take(2).rev() {
            plans.push(rounds::list_meetings(db, &round.id)?);
        }
        let (mut people, mut others, mut has_people) = (Vec::new(), 0, false);
        if let [before, after] = plans.as_slice()
            && !before.is_empty()
            && !after.is_empty()
        {
            has_people = true;
            let (before, after) = (partners(before), partners(after));
            let all: BTreeSet<&ParticipantId> = before.keys().chain(after.keys()).copied().collect();
            let none = BTreeSet::new();
            let of = |plan: &Partners<'_>, id: &ParticipantId| plan.get(id).unwrap_or(&none).len();
            others = all
                .iter()
                .filter(|id| of(&before, id) == of(&after, id) && before.get(**id) != after.get(**id))
                .count();
            let differ: Vec<&ParticipantId> =
                all.into_iter().filter(|id| of(&before, id) != of(&after, id)).collect();
            people = participants::list_by_ids(db, &differ)?
                .into_iter()
                .map(|person| {
                    let (before, after) = (of(&before, &person.id), of(&after, &person.id));
                    PersonCompared { person, before, after }
                })
                .collect();
            people.sort_by_key(|row| (row.after as i64 - row.before as i64, row.person.id.clone()));
        }
        let read = |round: Round| {
            let (settings, report) = (decode(&round.settings)?, decode(&round.report)?);
            Ok((round, settings, report))
        };
        let rounds = chosen.into_iter().map(read).collect::<Result<_, Fault>>()?;
        Ok(Compared { rounds, people, others, has_people })
    })
}

type Partners<'a> = BTreeMap<&'a ParticipantId, BTreeSet<&'a ParticipantId>>;

/// Whom each meets.
fn partners(meetings: &[RoundMeeting]) -> Partners<'_> {
    let mut out = Partners::new();
    for meeting in meetings {
        out.entry(&meeting.a).or_default().insert(&meeting.b);
        out.entry(&meeting.b).or_default().insert(&meeting.a);
    }
    out
}
