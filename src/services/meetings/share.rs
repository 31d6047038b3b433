//! One participant's part of a change: the difference between the plan as they know it and the plan as it is then. What waits to
//! be told to them has not been told, so that the difference is made from before it.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::change::PlanChange;
use super::known::Known;
use crate::domain::ids::{MailId, MeetingId, ParticipantId};
use crate::domain::meeting::{Because, Meeting};
use crate::domain::plan_news::{KnownMeeting, PlanNews, SOON};

/// What changes for somebody.
pub(super) struct Share {
    pub added: Vec<Meeting>,
    pub moved: Vec<Meeting>,
    /// Where and when they knew these to be.
    pub cancelled: Vec<Meeting>,
    /// Why the organiser changes it.
    pub because: Option<Because>,
    /// Everything that is planned for them now.
    pub schedule: Vec<Meeting>,
    /// Whether it is the first that they hear of a plan.
    pub is_first: bool,
    /// The plan as they know it, and since when that is not right any more.
    pub known: Vec<KnownMeeting>,
    pub since: DateTime<Utc>,
    /// Mails that wait and are replaced.
    pub withdrawn: Vec<MailId>,
    /// When they were told of something last.
    pub last_told: Option<DateTime<Utc>>,
}

impl Share {
    /// How many meetings there is news of.
    pub(super) fn count(&self) -> usize {
        self.added.len() + self.moved.len() + self.cancelled.len()
    }

    /// When it is told: the first plan and what is about a meeting that begins soon at once.
    pub(super) fn due(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let is_soon = |at: DateTime<Utc>| at > now && at < now + SOON;
        let changed = || self.added.iter().chain(&self.moved).chain(&self.cancelled);
        let moved: HashSet<&MeetingId> = self.moved.iter().map(|meeting| &meeting.id).collect();
        let mut before = self.known.iter().filter(|known| moved.contains(&known.id));
        let is_urgent = changed().any(|meeting| is_soon(meeting.starts_at))
            || before.any(|known| is_soon(known.starts_at));
        if self.is_first || is_urgent { now } else { PlanNews::due(self.since, self.last_told, now) }
    }
}

/// Everyone's part of a change. `cancelled` are the meetings of the change that are off, as they then are.
pub(super) fn shares(
    known: &Known,
    change: &PlanChange,
    cancelled: &[Meeting],
    now: DateTime<Utc>,
) -> BTreeMap<ParticipantId, Share> {
    let after = plan_after(&known.planned, change);
    let (before, after) = (by_person(&known.planned), by_person(&after));
    let off: HashMap<&MeetingId, &Meeting> =
        known.beside.earlier.iter().chain(cancelled).map(|meeting| (&meeting.id, meeting)).collect();
    let none = Vec::new();
    let of = |who: ParticipantId| {
        let planned = before.get(&who).unwrap_or(&none);
        let news = known.beside.news.get(&who);
        let waiting = news.filter(|news| news.waits(now));
        let last_told = news.and_then(|news| news.last_told(now));
        let own_after = after.get(&who).unwrap_or(&none);
        let because = Because::of_both(waiting.and_then(|news| news.because), change.because);
        (Share { because, last_told, ..share(planned, waiting, own_after, &off, now) }, who)
    };
    change.people().into_iter().map(of).map(|(share, who)| (who, share)).collect()
}

fn share(
    planned: &[&Meeting],
    waiting: Option<&PlanNews>,
    after: &[&Meeting],
    off: &HashMap<&MeetingId, &Meeting>,
    now: DateTime<Utc>,
) -> Share {
    let known: Vec<KnownMeeting> = match waiting {
        Some(news) => news.known.clone(),
        None => planned.iter().map(|meeting| KnownMeeting::of(meeting)).collect(),
    };
    let told: HashMap<&MeetingId, &KnownMeeting> = known.iter().map(|known| (&known.id, known)).collect();
    let is_moved =
        |meeting: &&&Meeting| told.get(&meeting.id).is_some_and(|known| known.sequence != meeting.sequence);
    let planned_now: HashSet<&MeetingId> = after.iter().map(|meeting| &meeting.id).collect();
    let gone = known.iter().filter(|known| !planned_now.contains(&known.id));
    let cancelled: Vec<Meeting> =
        gone.filter_map(|known| Some(known.as_known(off.get(&known.id)?))).collect();
    let added = after.iter().filter(|meeting| !told.contains_key(&meeting.id));
    let added: Vec<Meeting> = added.map(|meeting| (*meeting).clone()).collect();
    let moved: Vec<Meeting> = after.iter().filter(is_moved).map(|meeting| (*meeting).clone()).collect();
    Share {
        is_first: waiting.is_none() && known.is_empty() && !added.is_empty(),
        schedule: after.iter().map(|meeting| (*meeting).clone()).collect(),
        since: waiting.map_or(now, |news| news.since),
        because: None,
        last_told: None,
        withdrawn: waiting.map(|news| news.mails.clone()).unwrap_or_default(),
        added,
        moved,
        cancelled,
        known,
    }
}

fn by_person(meetings: &[Meeting]) -> HashMap<ParticipantId, Vec<&Meeting>> {
    let mut all: HashMap<ParticipantId, Vec<&Meeting>> = HashMap::new();
    for meeting in meetings {
        for who in [&meeting.a, &meeting.b] {
            all.entry(who.clone()).or_default().push(meeting);
        }
    }
    all
}

/// The plan after a change, by start and table.
pub(super) fn plan_after(planned: &[Meeting], change: &PlanChange) -> Vec<Meeting> {
    let leaving = change.moved.iter().map(|(before, _)| before).chain(&change.cancelled);
    let leaving: HashSet<&MeetingId> = leaving.map(|meeting| &meeting.id).collect();
    let staying = planned.iter().filter(|meeting| !leaving.contains(&meeting.id));
    let arriving = change.added.iter().chain(change.moved.iter().map(|(_, after)| after));
    let mut plan: Vec<Meeting> = staying.chain(arriving).cloned().collect();
    plan.sort_by(|one, other| {
        let key = |meeting: &Meeting| (meeting.starts_at, meeting.table);
        key(one).cmp(&key(other)).then_with(|| one.id.cmp(&other.id))
    });
    plan
}
