//! Changing one's own answers: the same fields as in the registration, one page each.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::{breaks, frame, open, path};
use crate::domain::field;
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::domain::profile_input::{AttendanceInput, Chooser, InterestsInput, PersonForm, PersonInput};
use crate::services::events::EditError;
use crate::services::my_event::{self, MyEvent};
use crate::services::revising::Saved;
use crate::services::session_places;
use crate::web::answers::{self, AttendanceFields};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Way;
use crate::web::page::Page;
use crate::web::person_fields::PersonFields;
use crate::web::topic_picker::{self, TopicPicker};
use crate::web::visit::Visit;

/// What every page of a change has.
struct Frame {
    page: Page,
    problems: Problems,
    way: Way,
    opened: Opened,
    action: String,
    back: String,
}

/// To write to the organiser after the last day of changes; to register again after the registration has ended.
fn way_left(page: &Page, mine: &MyEvent) -> Way {
    let event = &mine.event;
    if mine.registration.state.is_live() {
        Way { url: format!("mailto:{}", event.contact_email), label: event.contact_email.clone() }
    } else {
        Way { url: format!("/e/{}/register", event.slug), label: page.t("my-register-again") }
    }
}

fn edit_frame(visit: &Visit, mine: &MyEvent, opened: Opened, problems: Problems) -> Frame {
    let page = frame(visit, mine);
    let problems = answers::told(&page, &mine.event, &mine.programme, problems);
    let page = page.with_problems(&problems);
    let page = page.clone().below(page.t("my-overview"), path(mine, ""));
    let page = page.keeping_typed(visit.path());
    let way = way_left(&page, mine);
    Frame { page, problems, way, opened, action: visit.path().to_string(), back: path(mine, "") }
}

fn status(problems: &Problems) -> StatusCode {
    if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// Where a change leads: it is saved, or meetings are asked about.
///
/// # Errors
/// What is wrong with what was typed, for the form to show.
async fn outcome(
    visit: &Visit,
    mine: &MyEvent,
    done: Result<Saved<()>, EditError>,
) -> Result<Answer, Problems> {
    match done {
        Ok(saved) => {
            let done = visit.see_with(&path(mine, ""), "saved");
            Ok(breaks::follow(visit, mine, saved.broken, done).await)
        }
        Err(EditError::Invalid(problems)) => Err(problems),
        Err(EditError::Breaks(broken)) => Ok(breaks::ask(visit, mine, &broken, visit.path())),
        Err(EditError::Fault(fault)) => Ok(Err(fault.into())),
    }
}

/// Opens a page of a change: whose time for changes is over sees on the first page whom to ask.
async fn open_for_change(visit: &Visit) -> Result<Result<MyEvent, HttpResponse>, PageError> {
    let mine = open(visit).await?;
    if mine.event.takes_changes(visit.app().clock.now()) {
        Ok(Ok(mine))
    } else {
        Ok(Err(visit.see(&path(&mine, ""))))
    }
}

// ---- who I am ----

#[derive(Template)]
#[template(path = "my/profile.html")]
struct ProfilePage {
    page: Page,
    problems: Problems,
    way: Way,
    opened: Opened,
    action: String,
    back: String,
    person: PersonFields,
}

/// Who I am.
pub async fn profile(visit: Visit) -> Answer {
    let mine = match open_for_change(&visit).await? {
        Ok(mine) => mine,
        Err(elsewhere) => return Ok(elsewhere),
    };
    profile_page(&visit, &mine, Typed::fresh(stored_person(&mine)), Problems::new())
}

fn stored_person(mine: &MyEvent) -> PersonForm {
    mine.participant.profile.person.input(&mine.programme).form(&mine.programme)
}

fn profile_page(visit: &Visit, mine: &MyEvent, typed: Typed<PersonForm>, problems: Problems) -> Answer {
    let Frame { page, problems, way, opened, action, back } = edit_frame(visit, mine, typed.opened, problems);
    let input = PersonInput::from(typed.input);
    let fields = PersonFields::new(&page, &mine.event, &mine.programme, &input);
    let fixed = mine.participant.profile.person.email.is_some();
    let person = if fixed { fields.with_fixed_email(&path(mine, "/address")) } else { fields };
    visit.show_as(status(&problems), &ProfilePage { page, problems, way, opened, action, back, person })
}

/// Takes it.
pub async fn save_profile(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (own, mut input) = (mine.access.clone(), answers::person(&visit.form, &mine.programme));
    if let Some(email) = &mine.participant.profile.person.email {
        input = input.with(field::EMAIL, vec![email.as_str().to_string()]);
    }
    let typed = visit.typed(input.form(&mine.programme));
    if visit.keeps_typed() {
        return profile_page(&visit, &mine, typed, Problems::new());
    }
    let (given, accepted) = (typed.clone(), visit.accepted());
    let done = visit.attempt(move |app| my_event::update_person(app, &own, &given, &accepted)).await?;
    match outcome(&visit, &mine, done).await {
        Ok(answer) => answer,
        Err(problems) => profile_page(&visit, &mine, typed.again(&stored_person(&mine)), problems),
    }
}

// ---- what I offer and seek ----

#[derive(Template)]
#[template(path = "my/topics.html")]
struct TopicsPage {
    page: Page,
    problems: Problems,
    way: Way,
    opened: Opened,
    action: String,
    back: String,
    picker: TopicPicker,
}

/// What I offer and seek.
pub async fn topics(visit: Visit) -> Answer {
    let mine = match open_for_change(&visit).await? {
        Ok(mine) => mine,
        Err(elsewhere) => return Ok(elsewhere),
    };
    topics_page(&visit, &mine, Typed::fresh(stored_interests(&mine)), Problems::new())
}

fn stored_interests(mine: &MyEvent) -> InterestsInput {
    InterestsInput::of(&mine.participant.profile.interests)
}

fn topics_page(visit: &Visit, mine: &MyEvent, typed: Typed<InterestsInput>, problems: Problems) -> Answer {
    let Frame { page, problems, way, opened, action, back } = edit_frame(visit, mine, typed.opened, problems);
    let lists = (&mine.event, mine.programme.as_ref());
    let picker = topic_picker::picker(visit, &page, lists, &typed.input, &problems);
    visit.show_as(status(&problems), &TopicsPage { page, problems, way, opened, action, back, picker })
}

/// Takes it.
pub async fn save_topics(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let own = mine.access.clone();
    let typed = visit.typed(topic_picker::interests(&visit.form, &mine.programme));
    if visit.keeps_typed() || topic_picker::is_turned(&visit.form) {
        return topics_page(&visit, &mine, typed, Problems::new());
    }
    let given = typed.clone();
    let done = visit.attempt(move |app| my_event::update_interests(app, &own, &given)).await?;
    match outcome(&visit, &mine, done).await {
        Ok(answer) => answer,
        Err(problems) => topics_page(&visit, &mine, typed.again(&stored_interests(&mine)), problems),
    }
}

// ---- when I am there ----

#[derive(Template)]
#[template(path = "my/availability.html")]
struct AvailabilityPage {
    page: Page,
    problems: Problems,
    way: Way,
    opened: Opened,
    action: String,
    back: String,
    attendance: AttendanceFields,
    has_meetings: bool,
}

/// When I am there.
pub async fn availability(visit: Visit) -> Answer {
    let mine = match open_for_change(&visit).await? {
        Ok(mine) => mine,
        Err(elsewhere) => return Ok(elsewhere),
    };
    availability_page(&visit, &mine, Typed::fresh(stored_attendance(&mine)), Problems::new()).await
}

fn stored_attendance(mine: &MyEvent) -> AttendanceInput {
    AttendanceInput::of(&mine.participant.profile.attendance)
}

async fn availability_page(
    visit: &Visit,
    mine: &MyEvent,
    typed: Typed<AttendanceInput>,
    problems: Problems,
) -> Answer {
    let Frame { page, problems, way, opened, action, back } = edit_frame(visit, mine, typed.opened, problems);
    let (event, programme) = (mine.event.id.clone(), Arc::clone(&mine.programme));
    let rooms = visit.run(move |app| session_places::rooms(app, &event, &programme)).await?;
    let invited = mine.invited();
    let chooser = Chooser::of(&mine.participant.profile, &invited);
    let lists = (&mine.event, &*mine.programme);
    let clocks = visit.clocks(&mine.event, Some(&mine.participant.profile.person));
    let attendance = AttendanceFields::new(&page, lists, (&rooms, chooser), clocks, &typed.input);
    let has_meetings = !mine.meetings.is_empty();
    let code = status(&problems);
    let template = AvailabilityPage { page, problems, way, opened, action, back, attendance, has_meetings };
    visit.show_as(code, &template)
}

/// Takes it.
pub async fn save_availability(visit: Visit) -> Answer {
    let mine = open(&visit).await?;
    let (own, typed) = (mine.access.clone(), visit.typed(answers::attendance(&visit.form)));
    if visit.keeps_typed() {
        return availability_page(&visit, &mine, typed, Problems::new()).await;
    }
    let (given, accepted) = (typed.clone(), visit.accepted());
    let done = visit.attempt(move |app| my_event::update_attendance(app, &own, &given, &accepted)).await?;
    match outcome(&visit, &mine, done).await {
        Ok(answer) => answer,
        Err(problems) => {
            availability_page(&visit, &mine, typed.again(&stored_attendance(&mine)), problems).await
        }
    }
}
