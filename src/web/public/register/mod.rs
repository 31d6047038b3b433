//! The registration in steps: who I am, what I offer and seek, when I am there, check answers. What is typed is kept on
//! the server at each step; the browser has only the draft's token.

mod pages;

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;

use super::frame::Opening;
use crate::domain::consent::ConsentText;
use crate::domain::event::{Event, Programme};
use crate::domain::field;
use crate::domain::participant::PersonInput;
use crate::domain::problems::{Message, Problems};
use crate::domain::token::Token;
use crate::services::drafts::{self, Answers, Step};
use crate::services::registrations::{self, SignUpError};
use crate::services::{access::Denied, consents, events};
use crate::web::answers;
use crate::web::consents as fields;
use crate::web::error::{Answer, PageError};
use crate::web::session;
use crate::web::visit::Visit;
use pages::{closed, page};

pub use pages::sent;

/// A field that people do not see; whoever fills it in is a program.
const TRAP: &str = "leave_empty";
/// The button that saves what was typed, to go on later.
const LATER: &str = "later";
/// Opens a step with its problems at once.
const AGAIN: &str = "again";

/// What a step works on.
struct Form {
    event: Event,
    programme: Programme,
    opening: Opening,
    token: Option<Token>,
    answers: Answers,
    /// What the event asks beside the registration.
    asked: Vec<ConsentText>,
}

async fn open(visit: &Visit) -> Result<Form, PageError> {
    let slug = visit.part("slug").to_string();
    let token = visit.cookie(&session::draft(&slug));
    let known = token.clone();
    let (event, programme, draft, asked) = visit
        .run(move |app| {
            let (event, programme) = events::public_view(app, &slug)?;
            let draft = known.map(|token| drafts::load(app, &event.id, &token)).transpose()?.flatten();
            let asked = consents::asked(app, &event.id)?;
            Ok::<_, Denied>((event, programme, draft, asked))
        })
        .await?;
    let opening = Opening::of(visit, &event);
    let mut answers = draft.unwrap_or_default();
    if !answers.done.contains(&Step::Availability) && answers.attendance == Default::default() {
        answers.attendance = answers::usual_attendance(&programme);
    }
    Ok(Form { event, programme, opening, token, answers, asked })
}

impl Form {
    /// The steps of this event: nobody is asked about a list that is empty.
    fn steps(&self) -> Vec<Step> {
        let asks = |step: &Step| match step {
            Step::Profile | Step::Check => true,
            Step::Topics => !self.programme.topics.is_empty(),
            Step::Availability => !self.programme.blocks.is_empty() || !self.programme.sessions.is_empty(),
        };
        Step::ALL.into_iter().filter(asks).collect()
    }

    /// The first step that is still to be done; the last one if none is.
    fn next(&self) -> Step {
        let open = |step: &Step| !self.answers.done.contains(step);
        self.steps().into_iter().find(open).unwrap_or(Step::Check)
    }

    /// What is wrong with a step's answers.
    fn problems(&self, step: Step) -> Problems {
        let found = match step {
            Step::Profile => self.answers.person.parse(&self.programme).err(),
            Step::Topics => self.answers.interests.parse(&self.programme).err(),
            Step::Availability => self.answers.attendance.parse(&self.programme).err(),
            Step::Check if self.answers.consent => None,
            Step::Check => Some(Problems::one("consent", Message::new("problem-consent-missing"))),
        };
        found.unwrap_or_default()
    }

    /// Whether the form was sent: of its answers only the address is left.
    fn is_sent(&self) -> bool {
        self.answers.done.contains(&Step::Check)
    }

    fn address(&self, step: Step) -> String {
        format!("/e/{}/register/{}", self.event.slug, step.code())
    }
}

/// Where everyone begins, or goes on.
pub async fn start(visit: Visit) -> Answer {
    let form = open(&visit).await?;
    let step = if form.is_sent() { Step::Profile } else { form.next() };
    Ok(visit.see(&form.address(step)))
}

/// Shows a step.
pub async fn show(visit: Visit) -> Answer {
    let mut form = open(&visit).await?;
    let step = step_of(&visit, &form)?;
    if !form.opening.takes_registrations() {
        return closed(&visit, &form);
    }
    if form.is_sent() {
        if step == Step::Check {
            return Ok(visit.see(&sent_path(&form.event)));
        }
        form.answers = fresh(&form.programme);
    }
    if let Some(earlier) = first_in_the_way(&form, step) {
        return Ok(visit.see(&earlier));
    }
    let problems = if visit.query.has(AGAIN) { form.problems(step) } else { Problems::new() };
    page(&visit, &form, step, StatusCode::OK, problems)
}

fn fresh(programme: &Programme) -> Answers {
    Answers { attendance: answers::usual_attendance(programme), ..Answers::default() }
}

/// Where to go instead: a step before this one that is still to be done, or whose answers no longer fit because the
/// organiser changed the lists.
fn first_in_the_way(form: &Form, step: Step) -> Option<String> {
    let before = form.steps().into_iter().take_while(|earlier| *earlier != step);
    for earlier in before {
        if !form.answers.done.contains(&earlier) {
            return Some(form.address(earlier));
        }
        if !form.problems(earlier).is_empty() {
            return Some(format!("{}?{AGAIN}=1", form.address(earlier)));
        }
    }
    None
}

/// Takes a step's answers.
pub async fn submit(visit: Visit) -> Answer {
    let mut form = open(&visit).await?;
    let step = step_of(&visit, &form)?;
    if !form.opening.takes_registrations() {
        return closed(&visit, &form);
    }
    if form.is_sent() {
        if step == Step::Check {
            return Ok(visit.see(&sent_path(&form.event)));
        }
        form.answers = fresh(&form.programme);
    }
    take(&visit, &mut form, step);
    let problems = form.problems(step);
    let was_done = form.answers.done.contains(&step);
    form.answers.done.retain(|done| *done != step);
    if visit.keeps_typed() || visit.form.has(LATER) {
        if was_done && problems.is_empty() {
            form.answers.done.push(step);
        }
        let there = if visit.keeps_typed() { form.address(step) } else { later_path(&form.event) };
        return kept(&visit, &form, &there).await;
    }
    if problems.is_empty() && step != Step::Check {
        form.answers.done.push(step);
    }
    if step == Step::Check && problems.is_empty() {
        if let Some(earlier) = first_in_the_way(&form, step) {
            return Ok(visit.see(&earlier));
        }
        return finish(&visit, form).await;
    }
    if problems.is_empty() {
        return kept(&visit, &form, &form.address(form.next())).await;
    }
    let cookie = cookie(&visit, &form, &save(&visit, &form).await?);
    let response = page(&visit, &form, step, StatusCode::UNPROCESSABLE_ENTITY, problems)?;
    visit.with_cookie(response, &cookie)
}

/// Saves the draft, whether its answers are fine or not, and sends the reader on.
async fn kept(visit: &Visit, form: &Form, there: &str) -> Answer {
    let cookie = cookie(visit, form, &save(visit, form).await?);
    visit.with_cookie(visit.see(there), &cookie)
}

fn cookie(visit: &Visit, form: &Form, token: &Token) -> Cookie<'static> {
    visit.jar().set(&session::draft(&form.event.slug), token.secret().to_string(), Some(session::KEPT))
}

fn step_of(visit: &Visit, form: &Form) -> Result<Step, PageError> {
    let last = visit.path().rsplit('/').next().unwrap_or_default();
    let step = Step::parse(last).filter(|step| form.steps().contains(step));
    step.ok_or(PageError::NotFound)
}

/// Puts what was typed into the answers.
fn take(visit: &Visit, form: &mut Form, step: Step) {
    let posted = &visit.form;
    form.answers.lang = visit.lang_at(&form.event);
    match step {
        Step::Profile => form.answers.person = answers::person(posted, &form.programme),
        Step::Topics => form.answers.interests = answers::interests(posted, &form.programme),
        Step::Availability => form.answers.attendance = answers::attendance(posted),
        Step::Check => {
            form.answers.consent = posted.has("consent");
            form.answers.listed = posted.has("listed");
            form.answers.shown = fields::shown(posted);
            form.answers.agreed = fields::agreed(posted);
        }
    }
}

async fn save(visit: &Visit, form: &Form) -> Result<Token, PageError> {
    let (event, token, answers) = (form.event.id.clone(), form.token.clone(), form.answers.clone());
    visit
        .run(move |app| match token {
            Some(token)
                if drafts::load(app, &event, &token)?.is_some() && drafts::save(app, &token, &answers)? =>
            {
                Ok(token)
            }
            _ => drafts::start(app, &event, &answers),
        })
        .await
}

/// Sends the form. Of the draft only the address stays, so that a second press of the button ends on the same page.
async fn finish(visit: &Visit, form: Form) -> Answer {
    let trapped = !visit.form.one(TRAP).is_empty();
    let (slug, answers) = (form.event.slug.clone(), form.answers.clone());
    let outcome = if trapped {
        Ok(None)
    } else {
        visit
            .attempt(move |app| registrations::sign_up(app, &slug, &answers))
            .await?
            .map(|done| done.confirmed)
    };
    match outcome {
        Ok(Some(token)) => {
            discard(visit, &form).await?;
            super::confirm::enter(visit, &form.event, &token)
        }
        Ok(None) => {
            let email = form.answers.person.get(field::EMAIL).to_vec();
            let person = PersonInput::default().with(field::EMAIL, email);
            let left = Answers { person, done: vec![Step::Check], ..Answers::default() };
            let form = Form { answers: left, ..form };
            kept(visit, &form, &sent_path(&form.event)).await
        }
        Err(SignUpError::Closed) => closed(visit, &form),
        Err(SignUpError::Invalid(problems)) => {
            page(visit, &form, Step::Check, StatusCode::UNPROCESSABLE_ENTITY, problems)
        }
        Err(SignUpError::Fault(fault)) => Err(fault.into()),
    }
}

/// Deletes the draft of a form that was sent and needs no confirmation.
async fn discard(visit: &Visit, form: &Form) -> Result<(), PageError> {
    match form.token.clone() {
        Some(token) => visit.run(move |app| drafts::discard(app, &token)).await,
        None => Ok(()),
    }
}

fn later_path(event: &Event) -> String {
    format!("/e/{}/register/later", event.slug)
}

fn sent_path(event: &Event) -> String {
    format!("/e/{}/register/sent", event.slug)
}
