//! The mails about a change of the plan to one participant: one with the plan, and an invitation or a cancellation for each
//! meeting that an invitation has put, or is to put, into their calendar.

use chrono::{DateTime, Utc};

use super::change::Leaver;
use super::known::Known;
use super::share::Share;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::event::{CalendarMode, Event};
use crate::domain::ids::MailId;
use crate::domain::meeting::Meeting;
use crate::domain::meeting_report::{CancelWord, Said};
use crate::domain::participant::Participant;
use crate::domain::plan_news::PlanNews;
use crate::mail::messages::{
    self, MeetingReader, PlanCalendar, PlanMail, ScheduleNews, ScheduledMeeting, Voice,
};
use crate::services::letters::Letters;
use crate::services::links::{self, Page};
use crate::services::{Fault, calendars};
use crate::store::calendar_entries::Side;
use crate::words::Words;

/// What was written to somebody.
#[derive(Default)]
pub(super) struct Told {
    /// What waits to be told, or that they are told now.
    pub news: Option<PlanNews>,
    /// The meetings to which they are invited for the first time.
    pub invites: Vec<Side>,
    pub mails: Vec<MailId>,
}

/// Writes to one participant after the other about one change.
pub(super) struct Teller<'a> {
    event: &'a Event,
    known: &'a Known,
    origin: CalendarOrigin,
    /// Whether nothing waits: what names somebody who is deleted must not lie anywhere.
    at_once: bool,
}

/// Who reads, and what they want of their calendar.
struct To<'a> {
    participant: &'a Participant,
    link: String,
    /// Whether they want an invitation for each meeting.
    wants_invitations: bool,
    /// Whether they have said so.
    has_chosen: bool,
}

impl<'a> Teller<'a> {
    pub(super) fn new(
        letters: &Letters<'_>,
        event: &'a Event,
        known: &'a Known,
        leaver: Option<&Leaver>,
    ) -> Teller<'a> {
        let origin = known.beside.origin.clone().unwrap_or_else(|| calendars::present(letters.app()));
        let at_once = matches!(leaver, Some(Leaver::Erased(_)));
        Teller { event, known, origin, at_once }
    }

    fn to(&self, letters: &mut Letters<'_>, participant: &'a Participant) -> To<'a> {
        let choice = self.known.beside.choices.get(&participant.id);
        let mode = choice.map_or(self.event.calendar_mode, |choice| choice.mode);
        To {
            participant,
            link: letters.personal_link(self.event, &participant.id),
            wants_invitations: mode == CalendarMode::Invitation,
            has_chosen: choice.is_some(),
        }
    }

    fn reader<'b>(&'b self, to: &'b To<'_>) -> MeetingReader<'b> {
        MeetingReader { event: self.event, participant: to.participant, origin: &self.origin, link: &to.link }
    }

    fn is_invited(&self, to: &To<'_>, meeting: &Meeting) -> bool {
        self.known.beside.invited.contains(&(meeting.id.clone(), to.participant.id.clone()))
    }

    /// Why a partner has called a meeting off, if they want that to be known.
    fn word(&self, to: &To<'_>, meeting: &Meeting) -> Option<CancelWord> {
        let partner = meeting.partner_of(&to.participant.id);
        let mut reports = self.known.beside.reports.iter();
        let report = reports.find(|report| report.meeting == meeting.id && report.by == *partner)?;
        match &report.said {
            Said::Cancelled { reason, note, told: true } => {
                Some(CancelWord { by: partner.clone(), reason: *reason, note: note.clone() })
            }
            Said::Cancelled { .. } | Said::Absent => None,
        }
    }

    /// Whether the reader has called a meeting off themselves.
    fn is_own(&self, to: &To<'_>, meeting: &Meeting) -> bool {
        let who = &to.participant.id;
        self.known.beside.reports.iter().any(|report| report.meeting == meeting.id && report.by == *who)
    }

    /// Writes to somebody what changes for them.
    pub(super) fn tell(
        &self,
        letters: &mut Letters<'_>,
        participant: &'a Participant,
        share: &Share,
    ) -> Result<Told, Fault> {
        if share.count() == 0 {
            let news = share.last_told.map(|at| PlanNews::told(&self.event.id, &participant.id, at));
            return Ok(Told { news, ..Told::default() });
        }
        let to = self.to(letters, participant);
        let due = if self.at_once { letters.now() } else { share.due(letters.now()) };
        let requests: Vec<&Meeting> = share.added.iter().chain(&share.moved).collect();
        let requests: Vec<&Meeting> =
            requests.into_iter().filter(|one| to.wants_invitations || self.is_invited(&to, one)).collect();
        let cancels = share.cancelled.iter().filter(|meeting| self.is_invited(&to, meeting));
        let cancels: Vec<&Meeting> = cancels.collect();
        let mut mails = Vec::new();
        // The one mail about the one meeting says everything.
        let is_alone = share.count() == 1 && requests.len() + cancels.len() == 1;
        let says_all = is_alone && !share.is_first && share.because.is_none();
        if !says_all {
            mails.push(self.plan_mail(letters, &to, share, due)?);
        }
        let reader = self.reader(&to);
        for scheduled in &self.known.seen_by(&participant.id, requests.iter().copied()) {
            mails.push(letters.write_at(due, |context| messages::invitation(context, &reader, scheduled))?);
        }
        for scheduled in &self.known.seen_by(&participant.id, cancels) {
            let voice = if self.is_own(&to, scheduled.meeting) { Voice::Own } else { Voice::Plain };
            let word = self.word(&to, scheduled.meeting);
            mails.push(letters.write_at(due, |context| {
                messages::meeting_cancelled(context, &reader, scheduled, voice, word.as_ref())
            })?);
        }
        let invites = requests.into_iter().filter(|meeting| !self.is_invited(&to, meeting));
        let invites = invites.map(|meeting| (meeting.id.clone(), participant.id.clone())).collect();
        let news = self.news(participant, share, (due, letters.now()), &mails);
        Ok(Told { news, invites, mails })
    }

    /// What waits to be told, or that it is told now; of a first plan nothing: what changes next in it is news.
    fn news(
        &self,
        participant: &Participant,
        share: &Share,
        (due, now): (DateTime<Utc>, DateTime<Utc>),
        mails: &[MailId],
    ) -> Option<PlanNews> {
        let told = PlanNews::told(&self.event.id, &participant.id, now);
        if due <= now {
            return (!share.is_first).then_some(told);
        }
        Some(PlanNews {
            told_before: share.last_told,
            since: share.since,
            due_at: due,
            known: share.known.clone(),
            mails: mails.to_vec(),
            because: share.because,
            ..told
        })
    }

    /// The mail with the whole plan and what is new in it.
    fn plan_mail(
        &self,
        letters: &mut Letters<'_>,
        to: &To<'_>,
        share: &Share,
        due: DateTime<Utc>,
    ) -> Result<MailId, Fault> {
        let who = &to.participant.id;
        let words = Words::of(to.participant.profile.lang);
        let say = |scheduled: &ScheduledMeeting<'_>| {
            messages::describe(words, (self.event, to.participant), scheduled)
        };
        let seen = |meetings: &'_ [Meeting]| -> Vec<String> {
            self.known.seen_by(who, meetings).iter().map(say).collect()
        };
        let off = self.known.seen_by(who, &share.cancelled);
        let cancelled = off.iter().map(|scheduled| match self.word(to, scheduled.meeting) {
            Some(word) => format!("{}. {}", say(scheduled), messages::cancel_reason(words, &word)),
            None => say(scheduled),
        });
        let only_own = share.added.is_empty()
            && share.moved.is_empty()
            && share.cancelled.iter().all(|meeting| self.is_own(to, meeting));
        let news = if share.is_first {
            ScheduleNews::First
        } else {
            ScheduleNews::Changed {
                because: share.because,
                added: seen(&share.added),
                moved: seen(&share.moved),
                cancelled: cancelled.collect(),
                voice: if only_own { Voice::Own } else { Voice::Plain },
            }
        };
        let plan = self.known.seen_by(who, &share.schedule);
        // A calendar that has taken the file in once learns from the next one what fell away.
        let by_file = share.schedule.iter().chain(&share.cancelled);
        let by_file = self.known.seen_by(who, by_file.filter(|meeting| !self.is_invited(to, meeting)));
        let ask = links::opening(to.link.clone(), Page::Calendar);
        let mail = PlanMail {
            news: &news,
            plan: &plan,
            calendar: if to.wants_invitations {
                PlanCalendar::Invitations
            } else {
                PlanCalendar::File(&by_file)
            },
            ask: (!to.has_chosen).then_some(ask.as_str()),
        };
        letters.write_at(due, |context| messages::schedule(context, &self.reader(to), &mail))
    }

    /// Takes the meetings of somebody who leaves out of their calendar: each invitation by a mail of its own, what a file
    /// brought by one that says what fell away. That they leave is told otherwise.
    pub(super) fn clear(
        &self,
        letters: &mut Letters<'_>,
        participant: &'a Participant,
        share: &Share,
    ) -> Result<Told, Fault> {
        let to = self.to(letters, participant);
        let reader = self.reader(&to);
        let (invited, by_file): (Vec<&Meeting>, Vec<&Meeting>) =
            share.cancelled.iter().partition(|meeting| self.is_invited(&to, meeting));
        let mut mails = Vec::new();
        for scheduled in &self.known.seen_by(&participant.id, invited) {
            mails.push(letters.write_known(|context| {
                messages::meeting_cancelled(context, &reader, scheduled, Voice::Left, None)
            })?);
        }
        let by_file = self.known.seen_by(&participant.id, by_file);
        if !by_file.is_empty() && !to.wants_invitations {
            let words = Words::of(participant.profile.lang);
            let say = |one| messages::describe(words, (self.event, participant), one);
            let said = by_file.iter().map(say).collect();
            let (added, moved) = (Vec::new(), Vec::new());
            let voice = Voice::Left;
            let news = ScheduleNews::Changed { because: None, added, moved, cancelled: said, voice };
            let calendar = PlanCalendar::File(&by_file);
            let mail = PlanMail { news: &news, plan: &[], calendar, ask: None };
            mails.push(letters.write_known(|context| messages::schedule(context, &reader, &mail))?);
        }
        Ok(Told { mails, ..Told::default() })
    }
}
