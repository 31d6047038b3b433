//! A registration form that is being filled in: which step comes when, saved at each, found again by the token in the
//! browser.

use chrono::{DateTime, Utc};

use super::form::{Answers, Form, Step, usual_attendance};
use super::keeping::{self, Kept};
use super::sign_up::{self, SignUpError, SignedUp, sign_up};
use super::storing::save;
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::field;
use crate::domain::lang::Lang;
use crate::domain::mail::MailKind;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::domain::text::Email;
use crate::domain::token::Token;
use crate::mail::messages::{self, Addressee};
use crate::services::access::Denied;
use crate::services::asked_mails::when_to_unproved;
use crate::services::events::public_event;
use crate::services::links::{CONFIRM_HOURS, LinkError, LinkProblem};
use crate::services::post::post_at;
use crate::services::session_places;
use crate::services::slips::{self, AddressInput};
use crate::services::trusted_time::trusted;
use crate::services::tx::write;
use crate::services::{Fault, mail_files};
use crate::store::{StoreError, erasure, events, participants, registration_forms};

/// Days after which a form that nobody touched is deleted.
pub const KEEP_DAYS: i64 = 14;

/// What a visitor's step leads to.
#[derive(Debug)]
pub struct Turn {
    pub form: Form,
    pub then: Then,
}

/// Where a visitor goes from a step.
#[derive(Debug)]
pub enum Then {
    /// The event takes no registrations.
    Closed,
    /// The step is open.
    Open,
    /// Stays at the step: something is wrong with its answers.
    Refused(Problems),
    /// Stays at the step: a field was filled in that people do not see.
    Caught,
    /// To a step.
    Step(Step),
    /// To a step whose answers were fine once and are not any more.
    StepAgain(Step),
    /// The form is saved, to go on later.
    Later,
    /// Too many forms were begun where this one comes from.
    TooMany,
    /// The form is sent, now or before.
    Sent,
    /// Straight to the page behind the confirmation link: its mail would go to the address by whose mail they came.
    Confirm(Token),
}

/// The form that a browser has begun; if it has begun none, whether it may now.
pub struct Begun {
    pub token: Option<Token>,
    pub may_begin: Box<dyn Fn() -> bool + Send>,
}

/// How a step is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// To go on.
    Next,
    /// To keep what was typed and go on some other day.
    Later,
    /// To see the same step again, in another language.
    Stay,
    /// By a program, or so it seems: it is asked, and nothing is registered.
    Trapped,
}

/// The form of an event that this browser has begun, or a new one.
pub fn open(app: &App, slug: &str, token: Option<Token>) -> Result<Form, Denied> {
    app.store.read(|db| {
        let event = public_event(db, slug)?;
        let programme = app.programmes.get(db, &event.id)?;
        let text = match &token {
            Some(token) => registration_forms::find(db, &token.hash(), &event.id)?,
            None => None,
        };
        let is_there = text.is_some();
        // Answers of an earlier version that cannot be read any more are as good as none.
        let answers: Answers = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        // One that is not there any more is begun anew.
        let token = token.clone().filter(|_| is_there);
        let rooms = session_places::rooms_in(db, &event.id, &programme)?;
        let mut form = Form { event, programme, token, answers, rooms, sent_before: String::new() };
        if !form.answers.done.contains(&Step::Availability) && form.answers.attendance == Default::default() {
            form.answers.attendance = usual_attendance(&form.programme);
        }
        Ok(form)
    })
}

/// Opens a step, unless another comes first.
pub fn visit(app: &App, slug: &str, token: Option<Token>, step: Step) -> Result<Turn, Denied> {
    let mut form = open(app, slug, token)?;
    let then = elsewhere(app, &mut form, step)?;
    let then = then.or_else(|| in_the_way(&form, step)).unwrap_or(Then::Open);
    Ok(Turn { form, then })
}

/// Takes a step: `fill` puts what was typed into the answers, which are saved whether they are fine or not, as far as they
/// are kept ([`keeping`]). The last step
/// sends the form; what is wrong with it then is not saved.
pub fn submit(
    app: &App,
    slug: &str,
    begun: Begun,
    step: Step,
    press: Press,
    fill: impl FnOnce(&mut Form),
) -> Result<Turn, Denied> {
    let mut form = open(app, slug, begun.token)?;
    if let Some(then) = elsewhere(app, &mut form, step)? {
        return Ok(Turn { form, then });
    }
    fill(&mut form);
    let mut problems = form.problems(step);
    if step == Step::Profile
        && press == Press::Next
        && problems.at(field::EMAIL).is_none()
        && let Some(asked) = slip(app, &form)?
    {
        problems.add(field::EMAIL, asked);
    }
    let goes_on = matches!(press, Press::Next | Press::Trapped);
    let was_done = form.answers.done.contains(&step);
    form.answers.done.retain(|done| *done != step);
    if problems.is_empty() && step != Step::Check && (goes_on || was_done) {
        form.answers.done.push(step);
    }
    let then = match press {
        Press::Stay => Then::Step(step),
        Press::Later => Then::Later,
        Press::Next | Press::Trapped if !problems.is_empty() => Then::Refused(problems),
        Press::Next | Press::Trapped if step != Step::Check => Then::Step(form.next()),
        Press::Trapped => Then::Caught,
        Press::Next => return send(app, form),
    };
    let leaves = matches!(then, Then::Step(_) | Then::Later);
    let kept = match keeping::weigh(&form, step, leaves) {
        Kept::These(answers) => Form { answers: *answers, ..form.clone() },
        Kept::Nothing => return Ok(Turn { form, then }),
        Kept::Refused(problems) => return Ok(Turn { form, then: Then::Refused(problems) }),
    };
    if form.token.is_none() && !(begun.may_begin)() {
        return Ok(Turn { form, then: Then::TooMany });
    }
    let token = write(app, |tx| save(tx, &kept))?;
    Ok(Turn { form: Form { token: Some(token), ..form }, then })
}

/// The question about an address that looks like a slip, unless it is proved or the visitor is sure of it.
fn slip(app: &App, form: &Form) -> Result<Option<Message>, Denied> {
    let Ok(email) = Email::parse(form.answers.person.one(field::EMAIL)) else { return Ok(None) };
    if form.answers.sure == email.as_str() || form.answers.proven == email.key() {
        return Ok(None);
    }
    Ok(app.store.read(|db| slips::question(db, &form.event.id, &email))?)
}

/// Where a visitor goes whatever they typed at a step. A form that was sent is begun anew.
fn elsewhere(app: &App, form: &mut Form, step: Step) -> Result<Option<Then>, Denied> {
    if !form.steps().contains(&step) {
        return Err(Denied::NotFound);
    }
    let now = app.clock.now();
    if form.is_sent() && step == Step::Check {
        return Ok(Some(Then::Sent));
    }
    let is_begun = !form.is_sent() && !form.answers.done.is_empty();
    if !(form.event.takes_registrations(now) || is_begun && form.event.takes_begun_forms(now)) {
        return Ok(Some(Then::Closed));
    }
    if form.is_sent() {
        form.begin();
    }
    Ok(None)
}

fn in_the_way(form: &Form, step: Step) -> Option<Then> {
    let (earlier, was_done) = form.in_the_way_of(step)?;
    Some(if was_done { Then::StepAgain(earlier) } else { Then::Step(earlier) })
}

/// Sends the form. It is kept, so that a second press of the button ends on the same page and the address can be corrected.
fn send(app: &App, form: Form) -> Result<Turn, Denied> {
    if let Some(then) = in_the_way(&form, Step::Check) {
        return Ok(Turn { form, then });
    }
    let profile = match form.answers.check(&form.programme) {
        Ok(profile) => profile,
        Err(problems) => return Ok(Turn { form, then: Then::Refused(problems) }),
    };
    let sent = write(app, |tx| {
        let mut kept = form.clone();
        let done = match sign_up(tx, &form.event.id, profile.clone(), &form.answers)? {
            SignedUp::Mailed(own) => {
                kept.note_sent(own);
                kept.token = Some(save(tx, &kept)?);
                Then::Sent
            }
            SignedUp::Proved(link, own) => {
                kept.answers.sent_as = Some(own);
                kept.token = Some(save(tx, &kept)?);
                Then::Confirm(link)
            }
        };
        Ok::<_, SignUpError>(Turn { form: kept, then: done })
    });
    let then = match sent {
        Ok(turn) => return Ok(turn),
        Err(SignUpError::Closed) => Then::Closed,
        Err(SignUpError::Invalid(problems)) => Then::Refused(problems),
        Err(SignUpError::Fault(fault)) => return Err(fault.into()),
    };
    Ok(Turn { form, then })
}

/// Corrects the address of a form that was sent and sends the link there, without a word of the rest typed again.
pub fn correct_address(
    app: &App,
    slug: &str,
    token: Option<Token>,
    input: &AddressInput,
) -> Result<(), SignUpError> {
    let form = match open(app, slug, token) {
        Ok(form) if form.is_sent() => form,
        Ok(_) | Err(Denied::NotFound) => return Err(SignUpError::Fault(StoreError::NotFound.into())),
        Err(Denied::Fault(fault)) => return Err(fault.into()),
        Err(_) => return Err(SignUpError::Closed),
    };
    let mails = write(app, |tx| {
        let email = input.read(tx.db, &form.event)?;
        let mut kept = form.clone();
        kept.answers.person = kept.answers.person.with(field::EMAIL, vec![email.as_str().to_string()]);
        let profile = kept.answers.check(&form.programme).map_err(SignUpError::Invalid)?;
        let own = form.answers.sent_as.as_ref();
        let (done, mails) = sign_up::correct_address(tx, &form.event.id, profile, &kept.answers, own)?;
        if let SignedUp::Mailed(own) = done {
            kept.note_sent(own);
        }
        save(tx, &kept)?;
        Ok::<_, SignUpError>(mails)
    })?;
    mail_files::remove(app, &mails);
    Ok(())
}

/// Deletes the forms that nobody touched for [`KEEP_DAYS`], and the addresses to which links to forms were mailed.
pub fn delete_old(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let (n, mails) = app.store.write(|db| {
        let Some(time) = trusted(db, now)? else { return Ok((0, Vec::new())) };
        let before = time - chrono::Duration::days(KEEP_DAYS);
        let kinds = [MailKind::FormLink, MailKind::ColleagueInvited];
        let mails = erasure::forget_mails_before(db, &kinds, before)?;
        // A form that was sent is kept as long as its link opens, in case its address is corrected.
        let lapsed = time - chrono::Duration::hours(i64::from(CONFIRM_HOURS));
        let sent = registration_forms::delete_sent_before(db, lapsed)?;
        Ok::<_, Fault>((registration_forms::delete_before(db, before)? + sent, mails))
    })?;
    mail_files::remove(app, &mails);
    Ok(n)
}

/// The path of the link that opens a form in another browser.
pub fn link_path(token: &Token) -> String {
    format!("/draft/{}", token.secret())
}

/// Mails somebody the link to the form they have open. Whether a mail goes is not told: an address gets few of them.
pub fn mail_link(app: &App, token: &Token, raw_email: &str, lang: Lang) -> Result<(), SignUpError> {
    let email =
        Email::parse(raw_email).map_err(|message| SignUpError::Invalid(Problems::one("email", message)))?;
    write(app, |tx| {
        let Some((event, ..)) = registration_forms::find_anywhere(tx.db, &token.hash())? else {
            return Err(SignUpError::Fault(StoreError::NotFound.into()));
        };
        let event = events::get(tx.db, &event)?;
        let Some(due) = when_to_unproved(tx, &event, &email)? else { return Ok(()) };
        let link = app.config.base_url.join(&link_path(token));
        let to = Addressee { email: &email, lang };
        post_at(tx, due, |context| messages::form_link(context, &event, &to, &link, KEEP_DAYS))?;
        Ok(())
    })
}

/// A form that a link opens.
#[derive(Debug, Clone)]
pub struct LinkedForm {
    pub event: Event,
    pub answers: Answers,
    /// When it was saved last.
    pub saved_at: DateTime<Utc>,
    /// The colleague who began it.
    pub inviter: Option<Participant>,
}

/// The form behind a link, if it is still kept.
pub fn open_link(app: &App, token: &Token) -> Result<LinkedForm, LinkError> {
    app.store.read(|db| {
        let unknown = || LinkError::Problem(LinkProblem::Unknown);
        let (event, text, saved_at) =
            registration_forms::find_anywhere(db, &token.hash())?.ok_or_else(unknown)?;
        let answers: Answers = serde_json::from_str(&text).map_err(|_| unknown())?;
        let inviter = match &answers.invited_by {
            Some(id) => participants::list_by_ids(db, &[id])?.pop(),
            None => None,
        };
        Ok(LinkedForm { event: events::get(db, &event)?, answers, saved_at, inviter })
    })
}

/// Goes on with the form of a link in another browser: it gets a new token, and whoever has the old one has nothing any more. Gives
/// its event.
pub fn take(app: &App, token: &Token) -> Result<(Event, Token), LinkError> {
    write(app, |tx| {
        let found = registration_forms::find_anywhere(tx.db, &token.hash())?;
        let Some((event, ..)) = found else { return Err(LinkError::Problem(LinkProblem::Unknown)) };
        let new = tx.app.random.token();
        registration_forms::rename(tx.db, &token.hash(), &new.hash())?;
        Ok((events::get(tx.db, &event)?, new))
    })
}
