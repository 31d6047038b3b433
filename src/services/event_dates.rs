//! What is asked before dates are saved: days that are past, and a change after which personal data is deleted soon.
//! Nothing here holds a change up; that is what the organiser's answer is for.

use chrono::{DateTime, NaiveDate, Utc};

use super::Fault;
use super::access::ChangeAccess;
use super::announcements::everything_due;
use super::events::input_of;
use super::news::News;
use crate::app::App;
use crate::domain::agenda_change::Shift;
use crate::domain::deletion::{days_after, expected_day, is_time_to_announce};
use crate::domain::event::{Event, Programme};
use crate::domain::event_input::{EventInput, Kept, number};
use crate::domain::ids::QuestionId;
use crate::domain::lang::Localised;
use crate::domain::opened::Typed;
use crate::domain::question::Question;
use crate::domain::question_input::QuestionInput;
use crate::store::{Db, StoreError, announcements, events, meetings, programme, questions};

/// What has to be asked about dates that were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doubts {
    /// The event is over before it is saved: its last day.
    pub over_since: Option<NaiveDate>,
    /// It began before it is saved: its first day.
    pub begun_on: Option<NaiveDate>,
    /// How many people's data is deleted, and on which day.
    pub people: Option<(i64, NaiveDate)>,
    /// Whether that is as soon as it can be, and sooner than before.
    pub is_soon: bool,
    /// The same for answers that are kept for a shorter time: what the question says, how many there are, and the day.
    pub answers: Vec<(Localised, i64, NaiveDate)>,
    /// Where the event moves and its agenda would stay.
    pub left_behind: Option<LeftBehind>,
    /// Names the dates: whoever says yes to them has not said yes to others.
    pub dates: String,
}

impl Doubts {
    /// Whether there is something to ask.
    pub fn is_any(&self) -> bool {
        self.left_behind.is_some()
            || self.over_since.is_some()
            || self.begun_on.is_some()
            || self.is_soon
            || !self.answers.is_empty()
    }
}

/// An agenda that stays on the days that its event leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftBehind {
    /// Sessions and meeting blocks.
    pub items: usize,
    /// Meetings to come.
    pub meetings: usize,
    /// How many people are told of the other days.
    pub told: usize,
}

fn left_behind(
    db: &mut Db,
    (before, after): (&Event, &Event),
    now: DateTime<Utc>,
) -> Result<Option<LeftBehind>, StoreError> {
    if (before.starts_on, before.ends_on) == (after.starts_on, after.ends_on) {
        return Ok(None);
    }
    let lists = programme::get(db, &before.id)?;
    let is_on = |event: &Event, at: DateTime<Utc>| {
        (event.starts_on..=event.ends_on).contains(&at.with_timezone(&event.time_zone).date_naive())
    };
    let items = lists.starts().filter(|at| is_on(before, *at) && !is_on(after, *at)).count();
    let shift = Shift { days: (after.starts_on - before.starts_on).num_days(), minutes: 0 };
    let news = News::of_move(db, (before, after), shift, (today_at(after, now), now))?;
    let told = news.map_or(0, |news| news.people.len());
    let meetings = meetings::list_to_come(db, &before.id, now)?.len();
    Ok((items > 0 || told > 0).then_some(LeftBehind { items, meetings, told }))
}

/// What to ask about the dates of a new event. What cannot be read is told when it is saved.
pub fn of_new(app: &App, input: &EventInput) -> Doubts {
    let now = app.clock.now();
    let Ok(event) = input.parse(Kept::draft(app.random.id(now))) else { return Doubts::default() };
    past_days(None, &event, now)
}

/// What to ask about changed settings of an event.
pub fn of_change(app: &App, access: &ChangeAccess, typed: &Typed<EventInput>) -> Result<Doubts, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let before = events::get(db, &access.event().id)?;
        // What others changed meanwhile is told when it is saved.
        let Ok(input) = typed.merge(&input_of(&before)) else {
            return Ok(Doubts::default());
        };
        let Ok(after) = input.parse(Kept::of(&before)) else { return Ok(Doubts::default()) };
        let mut doubts = past_days(Some(&before), &after, now);
        doubts.left_behind = left_behind(db, (&before, &after), now)?;
        // Nobody is left to be deleted.
        if after.shredded_at.is_some() {
            return Ok(doubts);
        }
        let today = today_at(&after, now);
        let people = announcements::count_people(db, &after.id)?;
        let open = announcements::find_open(db, &after.id, None)?;
        let [earlier, due] = [everything_due(db, &before)?, everything_due(db, &after)?];
        let day = expected_day(due, open.as_ref(), today);
        doubts.people = (people > 0).then_some((people, day));
        doubts.is_soon = people > 0 && is_brought_near(earlier, due, today);
        for question in questions::list(db, &after.id)? {
            let days = question.ends_on(&before).zip(question.ends_on(&after));
            if let Some((earlier, due)) = days {
                doubts.answers.extend(answers_soon(db, &after, &question, (earlier, due), today)?);
            }
        }
        Ok(doubts)
    })
}

/// What to ask about a changed question: a shorter life may be over already.
pub fn of_question(
    app: &App,
    access: &ChangeAccess,
    id: &QuestionId,
    typed: &Typed<QuestionInput>,
) -> Result<Doubts, Fault> {
    let now = app.clock.now();
    app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        let asked = questions::list(db, &event.id)?;
        let question = asked.iter().find(|question| question.id == *id).ok_or(StoreError::NotFound)?;
        let stored =
            QuestionInput::of(question, &Programme { questions: asked.clone(), ..Programme::default() });
        let Ok(input) = typed.merge(&stored) else { return Ok(Doubts::default()) };
        let Ok(days) = number(&input.life_days, 0, event.shred_after_days) else {
            return Ok(Doubts::default());
        };
        let before = question.ends_on(&event).unwrap_or_else(|| event.shreds_on());
        let due = days_after(event.ends_on, days);
        let answers = answers_soon(db, &event, question, (before, due), today_at(&event, now))?;
        let dates = format!("{}+{days}", event.ends_on);
        Ok(Doubts { answers: answers.into_iter().collect(), dates, ..Doubts::default() })
    })
}

fn today_at(event: &Event, now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&event.time_zone).date_naive()
}

/// Days before today that were not the event's before.
fn past_days(before: Option<&Event>, after: &Event, now: DateTime<Utc>) -> Doubts {
    let today = today_at(after, now);
    let is_news = |day: NaiveDate, known: Option<NaiveDate>| day < today && known != Some(day);
    let over = is_news(after.ends_on, before.map(|event| event.ends_on));
    let begun = is_news(after.starts_on, before.map(|event| event.starts_on));
    Doubts {
        over_since: over.then_some(after.ends_on),
        begun_on: (begun && !over).then_some(after.starts_on),
        dates: format!("{}/{}+{}", after.starts_on, after.ends_on, after.shred_after_days),
        ..Doubts::default()
    }
}

/// Whether a deletion comes sooner than it did, and so soon that it cannot be announced in time.
fn is_brought_near(before: NaiveDate, due: NaiveDate, today: NaiveDate) -> bool {
    due < before && is_time_to_announce(due, today)
}

fn answers_soon(
    db: &mut Db,
    event: &Event,
    question: &Question,
    (before, due): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<Option<(Localised, i64, NaiveDate)>, StoreError> {
    let count = announcements::count_answers(db, &question.id)?;
    if count == 0 || !is_brought_near(before, due, today) {
        return Ok(None);
    }
    let open = announcements::find_open(db, &event.id, Some(&question.id))?;
    Ok(Some((question.label.clone(), count, expected_day(due, open.as_ref(), today))))
}
