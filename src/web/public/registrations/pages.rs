//! The pages of the registration: each step, the check of all answers, and what is said when the form is sent or the
//! registration is shut.

use actix_web::http::StatusCode;
use askama::Template;

use super::{address, form_link, open};
use crate::domain::event::{Event, Programme};
use crate::domain::field;
use crate::domain::problems::Problems;
use crate::domain::profile_input::Chooser;
use crate::services::registrations::saved_form;
use crate::services::registrations::{Answers, ConfirmView, Confirmable, Form, SignUpError, Step};
use crate::web::answers::{self, AttendanceFields, Told};
use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::person_fields::PersonFields;
use crate::web::public::frame::{Opening, of_event, registration_times};
use crate::web::slips;
use crate::web::topic_picker::{self, TopicPicker};
use crate::web::visit::Visit;

/// Where a step stands among the others.
struct Position {
    number: usize,
    of: usize,
    action: String,
    back: String,
    full: bool,
    /// Whether the organiser decides about each registration.
    approval: bool,
    /// Until when the form can be sent; empty without an end.
    closes: String,
    /// The address of the form that this browser has sent before, and where that can be corrected.
    sent_to: String,
    sent: String,
}

impl Position {
    fn of(visit: &Visit, form: &Form, step: Step) -> Position {
        let (event, steps) = (&form.event, form.steps());
        let at = steps.iter().position(|one| *one == step).unwrap_or_default();
        let before = at.checked_sub(1).and_then(|before| steps.get(before));
        Position {
            number: at + 1,
            of: steps.len(),
            action: address(event, step),
            back: before.map_or_else(|| format!("/e/{}", event.slug), |before| address(event, *before)),
            full: Opening::of(visit, event) == Opening::Full,
            approval: event.approval,
            closes: closing(visit, event),
            sent_to: form.sent_before.clone(),
            sent: format!("/e/{}/register/sent", event.slug),
        }
    }
}

fn closing(visit: &Visit, event: &Event) -> String {
    let page = of_event(visit, event);
    let told = |at| page.t1("register-closes", "time", page.words.moment(at, event.time_zone));
    event.registration.closes_at.map(told).unwrap_or_default()
}

#[derive(Template)]
#[template(path = "public/registrations/profile.html")]
struct ProfilePage {
    page: Page,
    problems: Problems,
    position: Position,
    person: PersonFields,
}

#[derive(Template)]
#[template(path = "public/registrations/topics.html")]
struct TopicsPage {
    page: Page,
    problems: Problems,
    position: Position,
    picker: TopicPicker,
}

#[derive(Template)]
#[template(path = "public/registrations/availability.html")]
struct AvailabilityPage {
    page: Page,
    problems: Problems,
    position: Position,
    attendance: AttendanceFields,
}

#[derive(Template)]
#[template(path = "public/registrations/check.html")]
struct CheckPage {
    page: Page,
    problems: Problems,
    position: Position,
    sections: Vec<Section>,
    organiser: String,
    button: String,
}

/// A step's answers on the review page.
pub(super) struct Section {
    pub title: String,
    pub change: String,
    pub told: Vec<Told>,
}

/// A step with what was typed and what is wrong with it.
pub(super) fn page(visit: &Visit, form: &Form, step: Step, status: StatusCode, problems: Problems) -> Answer {
    let (event, programme) = (&form.event, &form.programme);
    let page = of_event(visit, event).with_problems(&problems).keeping_typed(&address(&form.event, step));
    let position = Position::of(visit, form, step);
    match step {
        Step::Profile => {
            let person = PersonFields::new(&page, event, programme, &form.answers.person)
                .with_proposals(&form.answers.person);
            visit.show_as(status, &ProfilePage { page, problems, position, person })
        }
        Step::Topics => {
            let interests = &form.answers.interests;
            let picker = topic_picker::picker(visit, &page, (event, programme), interests, &problems);
            visit.show_as(status, &TopicsPage { page, problems, position, picker })
        }
        Step::Availability => {
            let kind = form.answers.kind();
            let chooser = Chooser { kind: kind.as_ref(), before: &[], invited: &[] };
            let typed = &form.answers.attendance;
            let clocks = visit.clocks(event, form.answers.person.parse(programme).ok().as_ref());
            let attendance =
                AttendanceFields::new(&page, (event, programme), (&form.rooms, chooser), clocks, typed);
            visit.show_as(status, &AvailabilityPage { page, problems, position, attendance })
        }
        Step::Check => {
            let key = if position.full { "register-button-waiting" } else { "register-button" };
            let button = page.t1(key, "date", page.words.date_range(event.starts_on, event.ends_on));
            visit.show_as(
                status,
                &CheckPage {
                    sections: sections(&page, event, &form.steps(), |step| told(&page, form, step)),
                    organiser: event.organiser_name.clone(),
                    button,
                    page,
                    problems,
                    position,
                },
            )
        }
    }
}

fn sections(page: &Page, event: &Event, steps: &[Step], told: impl Fn(Step) -> Vec<Told>) -> Vec<Section> {
    let section = |step: Step| Section {
        title: page.t(&format!("register-{}-title", step.code())),
        change: address(event, step),
        told: told(step),
    };
    steps.iter().filter(|step| **step != Step::Check).map(|step| section(*step)).collect()
}

fn told(page: &Page, form: &Form, step: Step) -> Vec<Told> {
    told_of(page, (&form.event, &form.programme), &form.answers, step)
}

/// What was answered at a step.
fn told_of(
    page: &Page,
    (event, programme): (&Event, &Programme),
    answers: &Answers,
    step: Step,
) -> Vec<Told> {
    match step {
        Step::Profile => {
            let person = answers.person.parse(programme).unwrap_or_default();
            answers::tell_person(page, event, programme, &person)
        }
        Step::Topics => {
            let interests = answers.interests.parse(programme).unwrap_or_default();
            answers::tell_interests(page, event, programme, &interests)
        }
        Step::Availability => {
            let kind = answers.kind();
            let chooser = Chooser { kind: kind.as_ref(), before: &[], invited: &[] };
            let attendance = answers.attendance.parse(programme, chooser);
            attendance
                .map(|known| answers::tell_attendance(page, event, programme, &known))
                .unwrap_or_default()
        }
        Step::Check => Vec::new(),
    }
}

/// The answers that a confirmation link confirms, as they stand.
pub(super) fn confirmable(page: &Page, view: &ConfirmView) -> Vec<Section> {
    let (event, programme) = (&view.event, &view.programme);
    let told = |step: Step| match &view.answers {
        Confirmable::Sent(answers) => told_of(page, (event, programme), answers, step),
        Confirmable::Stored(profile) => match step {
            Step::Profile => answers::tell_person(page, event, programme, &profile.person),
            Step::Topics => answers::tell_interests(page, event, programme, &profile.interests),
            Step::Availability => answers::tell_attendance(page, event, programme, &profile.attendance),
            Step::Check => Vec::new(),
        },
    };
    let sections = sections(page, event, &Step::ALL, told).into_iter();
    sections
        .filter(|section| !section.told.is_empty())
        .map(|one| Section { change: String::new(), ..one })
        .collect()
}

#[derive(Template)]
#[template(path = "public/registrations/closed.html")]
struct ClosedPage {
    page: Page,
    over: bool,
    /// When it opens, if it is still to open; else empty.
    opens: String,
    event_url: String,
}

/// Says that the registration is shut.
pub(super) fn closed(visit: &Visit, event: &Event) -> Answer {
    let page = of_event(visit, event);
    let opening = Opening::of(visit, event);
    let over = opening == Opening::Over;
    let opens = registration_times(&page, event, opening);
    let event_url = format!("/e/{}", event.slug);
    visit.show_as(StatusCode::CONFLICT, &ClosedPage { page, over, opens, event_url })
}

#[derive(Template)]
#[template(path = "public/registrations/sent.html")]
struct SentPage {
    page: Page,
    problems: Problems,
    /// Empty if this browser has sent nothing.
    email: String,
    /// The right address, as it was typed.
    corrected: String,
    action: String,
    slug: String,
}

/// What happens next. The page can be opened again at any time.
pub async fn sent(visit: Visit) -> Answer {
    sent_page(&visit, Problems::new()).await
}

/// Takes the right address.
pub async fn correct(visit: Visit) -> Answer {
    let (slug, token) = (visit.part("slug").to_string(), form_link::token_kept(&visit));
    let input = slips::address(&visit.form);
    match visit.attempt(move |app| saved_form::correct_address(app, &slug, token, &input)).await? {
        Ok(()) => Ok(visit.see_with(visit.path(), "address-resent")),
        Err(SignUpError::Invalid(problems)) => sent_page(&visit, problems).await,
        Err(SignUpError::Closed) => closed(&visit, &open(&visit).await?.event),
        Err(SignUpError::Fault(fault)) => Err(fault.into()),
    }
}

async fn sent_page(visit: &Visit, problems: Problems) -> Answer {
    let form = open(visit).await?;
    let email =
        if form.is_sent() { form.answers.person.one(field::EMAIL).to_string() } else { String::new() };
    let slug = form.event.slug.clone();
    let page = of_event(visit, &form.event).with_problems(&problems);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let corrected = if problems.is_empty() { email.clone() } else { visit.form.one("email").to_string() };
    let action = format!("/e/{slug}/register/sent");
    visit.show_as(status, &SentPage { page, problems, email, corrected, action, slug })
}
