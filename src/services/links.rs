//! The secret links that mails carry: what they open, how long they last, and which of the ways a link can be wrong.

use chrono::{DateTime, Duration, NaiveTime, TimeZone, Utc};

use super::Fault;
use super::fault::from_store_error;
use super::tx::{Tx, write};
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::ids::{MeetingId, ParticipantId};
use crate::domain::token::Token;
use crate::store::links::{self, Link, LinkPurpose, NewLink};
use crate::store::{Db, StoreError, events, participants, sent_forms};

/// How long a confirmation link works, in hours.
pub const CONFIRM_HOURS: u32 = 24;

/// Days after the event until which a personal link works.
const PERSONAL_DAYS_AFTER: i64 = 60;

/// Why a link does not open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkProblem {
    /// There never was such a link, or its participant is gone.
    Unknown,
    /// Too old. With the event's name in addresses, to ask for a new one.
    Expired { slug: String },
    /// Used before.
    Used { slug: String },
    /// A newer link was sent.
    Replaced { slug: String },
    /// A personal link that is too old, has many newer ones, or was ended.
    Ended { slug: String },
    /// Nobody used it in time, and what it would have confirmed is deleted.
    Lapsed { slug: String },
}

/// A use of a link that fails.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    #[error("the link does not open: {0:?}")]
    Problem(LinkProblem),
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(LinkError);

/// Makes a new confirmation link that is mailed at a time, or shown now; earlier ones go on working, each for its own answers.
pub(super) fn new_confirm_token(
    tx: &mut Tx<'_>,
    participant: &ParticipantId,
    mailed_at: Option<DateTime<Utc>>,
) -> Result<Token, StoreError> {
    let token = tx.app.random.token();
    let link = NewLink {
        hash: token.hash(),
        participant: participant.clone(),
        purpose: LinkPurpose::Confirm,
        created_at: tx.now,
        expires_at: mailed_at.unwrap_or(tx.now) + Duration::hours(i64::from(CONFIRM_HOURS)),
        mailed: mailed_at.is_some(),
        asked: true,
    };
    links::insert_all(tx.db, &[link])?;
    Ok(token)
}

/// The path of a confirmation link.
pub fn confirm_path(token: &Token) -> String {
    format!("/confirm/{}", token.secret())
}

/// So many of the links that were mailed to somebody open *My event*; an older one offers a new one by mail. Whoever has an old mail
/// of theirs, as a forwarded one, does not open it for ever. What anybody can ask for makes no other mail's link old.
const NEWEST: i64 = 12;

/// Makes a new personal token for a browser whose reader has pressed a button; it stands in no mail.
pub(super) fn new_personal_token(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &ParticipantId,
) -> Result<Token, StoreError> {
    let token = tx.app.random.token();
    let link = NewLink { mailed: false, ..personal_link(event, participant, &token, tx.now) };
    links::insert_all(tx.db, &[link])?;
    Ok(token)
}

fn personal_link(event: &Event, participant: &ParticipantId, token: &Token, now: DateTime<Utc>) -> NewLink {
    NewLink {
        hash: token.hash(),
        participant: participant.clone(),
        purpose: LinkPurpose::Personal,
        created_at: now,
        expires_at: personal_expiry(event).max(now + Duration::days(1)),
        mailed: true,
        asked: false,
    }
}

/// A new personal link that is not stored yet: its address, and what is to be stored.
pub(super) fn made_personal_link(
    app: &App,
    event: &Event,
    participant: &ParticipantId,
    now: DateTime<Utc>,
) -> (String, NewLink) {
    let token = app.random.token();
    let link = personal_link(event, participant, &token, now);
    (app.config.base_url.join(&personal_path(&token)), link)
}

/// Makes a new personal link and gives its address.
pub(super) fn new_personal_link(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &ParticipantId,
) -> Result<String, StoreError> {
    new_link_of_mail(tx, event, participant, false)
}

/// The same for a mail of which is known whether anybody could ask for it.
pub(super) fn new_link_of_mail(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &ParticipantId,
    asked: bool,
) -> Result<String, StoreError> {
    let (address, link) = made_personal_link(tx.app, event, participant, tx.now);
    links::insert_all(tx.db, &[NewLink { asked, ..link }])?;
    Ok(address)
}

/// Makes a personal link for somebody who is shown it at once instead of getting it by mail: the demo's visitor.
pub fn issue_personal_link(app: &App, participant: &ParticipantId) -> Result<String, Fault> {
    write(app, |tx| {
        let event = participants::get(tx.db, participant)?.event;
        let event = events::get(tx.db, &event)?;
        Ok(new_personal_link(tx, &event, participant)?)
    })
}

/// A page that a personal link opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    Overview,
    Schedule,
    /// How meetings come into one's calendar.
    Calendar,
    /// Whether a meeting is off that was declined in a calendar.
    Declined(MeetingId),
    /// Whether they come who are invited.
    Invitation,
    /// What the reader and somebody else have written each other.
    Messages(ParticipantId),
}

/// Before the id of the meeting.
const DECLINED: &str = "declined-";
/// Before the id of the other one.
const MESSAGES: &str = "messages-";

impl Page {
    /// As it stands in a link.
    pub fn code(&self) -> String {
        match self {
            Page::Overview => String::new(),
            Page::Schedule => "schedule".to_string(),
            Page::Calendar => "calendar".to_string(),
            Page::Declined(meeting) => format!("{DECLINED}{meeting}"),
            Page::Invitation => "invitation".to_string(),
            Page::Messages(other) => format!("{MESSAGES}{other}"),
        }
    }

    /// Reads what [`Page::code`] wrote; whatever else stands there opens the first page.
    pub fn parse(code: &str) -> Page {
        let with = |beginning| code.strip_prefix(beginning).map(str::to_string);
        match with(DECLINED).map(|id| Page::Declined(MeetingId(id))) {
            Some(declined) => declined,
            None if code == Page::Schedule.code() => Page::Schedule,
            None if code == Page::Calendar.code() => Page::Calendar,
            None if code == Page::Invitation.code() => Page::Invitation,
            None => with(MESSAGES).map_or(Page::Overview, |id| Page::Messages(ParticipantId(id))),
        }
    }
}

/// Makes a new personal link that opens one page.
pub(super) fn new_personal_link_to(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &ParticipantId,
    page: Page,
) -> Result<String, StoreError> {
    Ok(opening(new_personal_link(tx, event, participant)?, page))
}

/// A personal link that opens one page.
pub(super) fn opening(link: String, page: Page) -> String {
    match page {
        Page::Overview => link,
        page => format!("{link}?to={}", page.code()),
    }
}

/// The path of a personal link.
pub fn personal_path(token: &Token) -> String {
    format!("/my/{}", token.secret())
}

fn personal_expiry(event: &Event) -> DateTime<Utc> {
    let last = event.ends_on + Duration::days(PERSONAL_DAYS_AFTER);
    let midnight = last.and_time(NaiveTime::MIN);
    event.time_zone.from_local_datetime(&midnight).earliest().map_or(midnight.and_utc(), |at| at.to_utc())
}

/// The confirmation link behind a token, if it still opens.
pub(super) fn open_confirm(
    db: &mut Db,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<ParticipantId, LinkError> {
    match open(db, token, LinkPurpose::Confirm, now) {
        Err(LinkError::Problem(LinkProblem::Unknown)) => {
            let lapsed = sent_forms::event_of_lapsed(db, &token.hash())?;
            let Some(event) = lapsed else { return Err(LinkError::Problem(LinkProblem::Unknown)) };
            let slug = events::get(db, &event)?.slug;
            Err(LinkError::Problem(LinkProblem::Lapsed { slug }))
        }
        known => known,
    }
}

/// The participant behind a personal token.
pub(super) fn open_personal(
    db: &mut Db,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<ParticipantId, LinkError> {
    open(db, token, LinkPurpose::Personal, now)
}

fn open(
    db: &mut Db,
    token: &Token,
    purpose: LinkPurpose,
    now: DateTime<Utc>,
) -> Result<ParticipantId, LinkError> {
    let Some(link) = links::find(db, &token.hash(), purpose)? else {
        return Err(LinkError::Problem(LinkProblem::Unknown));
    };
    let is_old =
        purpose == LinkPurpose::Personal && link.mailed && links::count_newer(db, &link, purpose)? >= NEWEST;
    if link.used_at.is_none() && link.replaced_at.is_none() && now < link.expires_at && !is_old {
        return Ok(link.participant);
    }
    let event = participants::get(db, &link.participant)?.event;
    let slug = events::get(db, &event)?.slug;
    Err(LinkError::Problem(problem(&link, purpose, slug)))
}

fn problem(link: &Link, purpose: LinkPurpose, slug: String) -> LinkProblem {
    match (purpose, link.used_at, link.replaced_at) {
        (LinkPurpose::Personal, ..) => LinkProblem::Ended { slug },
        (LinkPurpose::Confirm, Some(_), _) => LinkProblem::Used { slug },
        (LinkPurpose::Confirm, None, Some(_)) => LinkProblem::Replaced { slug },
        (LinkPurpose::Confirm, None, None) => LinkProblem::Expired { slug },
    }
}
