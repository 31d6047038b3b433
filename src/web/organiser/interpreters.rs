//! The interpreters of an event: which meetings need them, who they are and when they are there; and the plan of each, on a page,
//! on paper and as a calendar file.

use askama::Template;

use super::breaks;
use super::frame::{RemovePage, address, again, below, part};
use crate::documents::interpreter_calendar::{self, Interpreted, InterpreterCalendar};
use crate::documents::print::schedule::{self as print, Day, Entry, Kind, Schedule};
use crate::domain::answer::SPOKEN_LANGUAGES;
use crate::domain::event::{Event, Programme, Slot};
use crate::domain::ids::InterpreterId;
use crate::domain::interpreter::LanguageRule;
use crate::domain::interpreter_input::InterpreterInput;
use crate::domain::lang::Lang;
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::services::calendars;
use crate::services::interpreters::{self, InterpretedMeeting, InterpreterPlan};
use crate::web::download;
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::pdf;
use crate::web::visit::Visit;
use crate::words::Words;

const NAV: &str = "nav-interpreters";
const END: &str = "/interpreters";

#[derive(Template)]
#[template(path = "organiser/interpreters.html")]
struct InterpretersPage {
    page: Page,
    problems: Problems,
    rules: Vec<Choice>,
    rows: Vec<Row>,
    /// Whether there are interpreters whom no meeting needs, as the rule is.
    idle: bool,
    /// Whether meetings need interpreters and there are none.
    lacking: bool,
    action: String,
    new_url: String,
}

struct Row {
    name: String,
    email: String,
    languages: String,
    /// In how many slots they are not there.
    away: usize,
    meetings: usize,
    url: String,
}

/// All of them, and which meetings need them.
pub async fn list(visit: Visit) -> Answer {
    show_list(&visit, Problems::new()).await
}

async fn show_list(visit: &Visit, problems: Problems) -> Answer {
    let own = visit.access()?.clone();
    let found = visit.run(move |app| interpreters::view(app, &own)).await?;
    let access = visit.access()?;
    let event = access.event();
    let page = part(visit, access)?.with_problems(&problems);
    let said = &found.lists.interpreting;
    let rule = |rule: LanguageRule| Choice {
        help: page.t(&format!("language-rule-{}-help", rule.code())),
        ..Choice::new(rule.code(), page.t(&format!("language-rule-{}", rule.code())), rule == said.rule)
    };
    let rows: Vec<Row> = said
        .interpreters
        .iter()
        .map(|one| Row {
            name: one.name.clone(),
            email: one.email.as_ref().map(|email| email.as_str().to_string()).unwrap_or_default(),
            languages: page.words.languages(&one.languages),
            away: one.away.len(),
            meetings: found.meetings.get(&one.id).copied().unwrap_or_default(),
            url: address(event, &format!("{END}/{}", one.id)),
        })
        .collect();
    let is_interpreted = said.rule == LanguageRule::Interpreted;
    let template = InterpretersPage {
        rules: LanguageRule::ALL.map(rule).to_vec(),
        idle: !is_interpreted && !rows.is_empty(),
        lacking: is_interpreted && rows.is_empty(),
        rows,
        action: address(event, END),
        new_url: address(event, &format!("{END}/new")),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// Says which meetings need an interpreter.
pub async fn submit_rule(visit: Visit) -> Answer {
    let rule = LanguageRule::parse(visit.form.one("rule")).ok_or(PageError::BadRequest)?;
    let access = visit.access()?;
    let (change, accepted) = (access.to_change()?, visit.accepted());
    let back = address(access.event(), END);
    let done = visit.attempt(move |app| interpreters::put_rule(app, &change, rule, &accepted)).await?;
    match breaks::outcome(&visit, part(&visit, access), done, visit.path(), (&back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => show_list(&visit, problems).await,
    }
}

#[derive(Template)]
#[template(path = "organiser/interpreter.html")]
struct InterpreterPage {
    page: Page,
    problems: Problems,
    title: String,
    input: InterpreterInput,
    langs: Vec<Choice>,
    languages: Vec<Choice>,
    slots: Vec<Choice>,
    opened: Opened,
    action: String,
    back: String,
    /// Empty of somebody new.
    remove_url: String,
    plan_url: String,
    meetings: Vec<PlannedRow>,
}

struct PlannedRow {
    when: String,
    place: String,
    pair: String,
    languages: String,
}

fn id(visit: &Visit) -> InterpreterId {
    InterpreterId(visit.part("id").to_string())
}

async fn stored(visit: &Visit) -> Result<InterpreterPlan, PageError> {
    let (own, id) = (visit.access()?.clone(), id(visit));
    visit.run(move |app| interpreters::plan(app, &own, &id)).await
}

async fn lists(visit: &Visit) -> Result<Programme, PageError> {
    let own = visit.access()?.clone();
    Ok(visit.run(move |app| interpreters::view(app, &own)).await?.lists)
}

fn show_form(
    visit: &Visit,
    lists: &Programme,
    known: Option<&InterpreterPlan>,
    typed: Typed<InterpreterInput>,
    problems: Problems,
) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let page = below(visit, access, NAV, END)?.with_problems(&problems);
    let Typed { input, opened } = typed;
    let language = |code: &&str| {
        let is_ticked = input.languages.iter().any(|own| own == code);
        Choice::new(*code, page.t(&format!("language-{code}")), is_ticked)
    };
    let lang = |lang: Lang| Choice::new(lang.code(), lang.own_name(), input.lang == lang.code());
    let slot = |slot: &Slot| {
        let time = page.words.day_and_time(slot.starts_at, slot.ends_at, event.time_zone);
        Choice::new(slot.id.as_str(), time, input.away.contains(&slot.id.0))
    };
    let url = known.map(|plan| address(event, &format!("{END}/{}", plan.interpreter.id)));
    let template = InterpreterPage {
        title: known.map_or_else(|| page.t("interpreter-new"), |plan| plan.interpreter.name.clone()),
        langs: Lang::ALL.map(lang).to_vec(),
        languages: SPOKEN_LANGUAGES.iter().map(language).collect(),
        slots: lists.slots.iter().map(slot).collect(),
        action: visit.path().to_string(),
        back: address(event, END),
        remove_url: url.as_ref().map(|url| format!("{url}/remove")).unwrap_or_default(),
        plan_url: url.map(|url| format!("{url}/plan")).unwrap_or_default(),
        meetings: known.map(|plan| rows(&page, plan)).unwrap_or_default(),
        input,
        opened,
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn interpreted(one: &InterpretedMeeting) -> Interpreted<'_> {
    Interpreted { meeting: &one.meeting, people: one.people.each_ref() }
}

fn rows(page: &Page, plan: &InterpreterPlan) -> Vec<PlannedRow> {
    let row = |one: &InterpretedMeeting| {
        let (meeting, shown) = (&one.meeting, interpreted(one));
        PlannedRow {
            when: page.words.day_and_time(meeting.starts_at, meeting.ends_at, plan.event.time_zone),
            place: page.words.place(&plan.lists, meeting.table, None),
            pair: shown.pair(),
            languages: shown.languages(page.words),
        }
    };
    plan.meetings.iter().map(row).collect()
}

fn typed(visit: &Visit) -> Typed<InterpreterInput> {
    let field = |name: &str| visit.form.one(name).to_string();
    let many = |name: &str| {
        let mut codes = visit.form.many(name);
        codes.sort();
        codes
    };
    // In the order in which they are stored, so that a form that comes back unchanged changes nothing.
    let languages = crate::domain::answer::in_known_order(&many("languages"));
    visit.typed(InterpreterInput {
        name: field("name"),
        email: field("email"),
        lang: field("lang"),
        languages,
        away: many("away"),
    })
}

/// Somebody new.
pub async fn new_form(visit: Visit) -> Answer {
    let lists = lists(&visit).await?;
    let lang = visit.access()?.event().first_language().code().to_string();
    let input = InterpreterInput { lang, ..InterpreterInput::default() };
    show_form(&visit, &lists, None, Typed::fresh(input), Problems::new())
}

/// Adds them.
pub async fn submit_new(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, given) = (access.to_change()?, typed(&visit));
    let back = address(access.event(), END);
    let input = given.input.clone();
    let done = visit.attempt(move |app| interpreters::add(app, &change, &input)).await?;
    let page = below(&visit, access, NAV, END);
    match breaks::outcome(&visit, page, done, visit.path(), (&back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => show_form(&visit, &lists(&visit).await?, None, given, problems),
    }
}

/// One of them.
pub async fn form(visit: Visit) -> Answer {
    let plan = stored(&visit).await?;
    let input = InterpreterInput::of(&plan.interpreter);
    show_form(&visit, &plan.lists, Some(&plan), Typed::fresh(input), Problems::new())
}

/// Changes them.
pub async fn submit(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, who, given) = (access.to_change()?, id(&visit), typed(&visit));
    let (typed, accepted) = (given.clone(), visit.accepted());
    let back = address(access.event(), END);
    let done = visit.attempt(move |app| interpreters::change(app, &change, &who, &typed, &accepted)).await?;
    let page = below(&visit, access, NAV, END);
    match breaks::outcome(&visit, page, done, visit.path(), (&back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => {
            let plan = stored(&visit).await?;
            let given = given.again(&InterpreterInput::of(&plan.interpreter));
            show_form(&visit, &plan.lists, Some(&plan), given, problems)
        }
    }
}

/// Asks before one of them is removed.
pub async fn ask_remove(visit: Visit) -> Answer {
    let plan = stored(&visit).await?;
    let access = visit.access()?;
    let page = below(&visit, access, NAV, END)?;
    visit.show(&RemovePage {
        title: page.t1("remove-title", "label", &plan.interpreter.name),
        text: page.t1("interpreter-remove-text", "meetings", plan.meetings.len()),
        action: visit.path().to_string(),
        back: address(access.event(), &format!("{END}/{}", plan.interpreter.id)),
        problems: Problems::new(),
        page,
    })
}

/// Removes one of them.
pub async fn remove(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (change, who, accepted) = (access.to_change()?, id(&visit), visit.accepted());
    let back = address(access.event(), END);
    let done = visit.attempt(move |app| interpreters::remove(app, &change, &who, &accepted)).await?;
    let page = below(&visit, access, NAV, END);
    match breaks::outcome(&visit, page, done, &back, (&back, "removed")).await {
        Ok(answer) => answer,
        Err(problems) => show_list(&visit, problems).await,
    }
}

/// The plan of one of them on paper.
pub async fn plan_pdf(visit: Visit) -> Answer {
    let plan = stored(&visit).await?;
    let now = visit.app().clock.now();
    let (event, words) = (plan.event.clone(), Words::of(plan.interpreter.lang));
    let name = format!("{}-interpreter", event.slug);
    let days = printed_days(words, &event, &plan);
    let schedule = Schedule {
        lang: words.lang,
        accent: event.accent.clone(),
        event: event.name_in(words.lang).to_string(),
        when_and_where: words.date_range(event.starts_on, event.ends_on),
        name: plan.interpreter.name.clone(),
        below: words.languages(&plan.interpreter.languages),
        facts: Vec::new(),
        summary: words.t1("mail-interpreter-plan-count", "count", plan.meetings.len()),
        zone: words.t1("schedule-zone", "zone", event.time_zone.name().replace('_', " ")),
        days,
        logo: None,
        floor_plan: None,
        footer: words.t1("print-made", "moment", words.moment(now, event.time_zone)),
        now,
    };
    let file = visit.run(move |_| print::pdf(&schedule)).await?;
    Ok(pdf::answer(&name, file))
}

fn printed_days(words: Words, event: &Event, plan: &InterpreterPlan) -> Vec<Day> {
    let entry = |one: &InterpretedMeeting| {
        let (meeting, shown) = (&one.meeting, interpreted(one));
        let entry = Entry {
            time: words.time_range(meeting.starts_at, meeting.ends_at, event.time_zone),
            kind: Kind::Meeting,
            title: shown.pair(),
            below: vec![shown.languages(words)],
            place: words.place(&plan.lists, meeting.table, None),
        };
        (words.long_date(meeting.starts_at.with_timezone(&event.time_zone).date_naive()), entry)
    };
    print::by_day(plan.meetings.iter().map(entry))
}

/// The plan of one of them as a calendar file.
pub async fn plan_calendar(visit: Visit) -> Answer {
    let plan = stored(&visit).await?;
    let now = visit.app().clock.now();
    let own = visit.access()?.clone();
    let origin = visit.run(move |app| calendars::of(app, &own)).await?;
    let (event, floor, interpreter) = (&plan.event, &plan.lists.floor, &plan.interpreter);
    let of = InterpreterCalendar { event, floor, interpreter, host: &origin.host, now };
    let meetings: Vec<Interpreted<'_>> = plan.meetings.iter().map(interpreted).collect();
    let file = interpreter_calendar::file(&of, &meetings, &[]);
    Ok(download::answer(download::CALENDAR, &format!("{}-interpreter.ics", event.slug), file))
}
