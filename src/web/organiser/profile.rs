//! An organiser changes a part of a participant's profile: the same fields as in the registration, one page each.

use actix_web::http::StatusCode;
use askama::Template;

use super::breaks;
use super::frame::{address, below};
use crate::domain::ids::ParticipantId;
use crate::domain::opened::{Opened, Typed};
use crate::domain::problems::Problems;
use crate::domain::profile_input::Chooser;
use crate::domain::profile_input::{AttendanceInput, InterestsInput, PersonInput};
use crate::services::participants::{self, Dossier, ProfilePart};
use crate::web::answers::{self, AttendanceFields};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Way;
use crate::web::page::Page;
use crate::web::person_fields::PersonFields;
use crate::web::topic_picker::{self, TopicPicker};
use crate::web::visit::Visit;
use crate::words::Clocks;

/// What every part's page has.
struct Head {
    title: String,
    /// Whose profile it is.
    name: String,
    opened: Opened,
    action: String,
    back: String,
    /// Where to go on when nothing can be changed.
    way: Way,
}

#[derive(Template)]
#[template(path = "organiser/profile_person.html")]
struct PersonPage {
    page: Page,
    problems: Problems,
    head: Head,
    person: PersonFields,
}

#[derive(Template)]
#[template(path = "organiser/profile_interests.html")]
struct InterestsPage {
    page: Page,
    problems: Problems,
    head: Head,
    picker: TopicPicker,
}

#[derive(Template)]
#[template(path = "organiser/profile_attendance.html")]
struct AttendancePage {
    page: Page,
    problems: Problems,
    head: Head,
    attendance: AttendanceFields,
}

async fn dossier(visit: &Visit) -> Result<Dossier, PageError> {
    let own = visit.access()?.clone();
    let id = ParticipantId(visit.part("id").to_string());
    visit.run(move |app| participants::dossier(app, &own, &id)).await
}

fn show(visit: &Visit, found: &Dossier, part: &ProfilePart, problems: Problems) -> Answer {
    let access = visit.access()?;
    let event = access.event();
    let page = below(visit, access, "nav-participants", "/participants")?;
    let problems = answers::told(&page, event, &found.programme, problems);
    let page = page.with_problems(&problems);
    let back = address(event, &format!("/participants/{}", found.participant.id));
    let name = found.participant.profile.person.name.clone();
    let page = page.below(name.clone(), back.clone());
    let head = |title: &str, opened: &Opened| Head {
        title: page.t(title),
        name,
        opened: opened.clone(),
        action: visit.path().to_string(),
        way: Way { url: back.clone(), label: page.t("participant-ended-way") },
        back,
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    match part {
        ProfilePart::Person(typed) => {
            let input = PersonInput::from(typed.input.clone());
            let fields = PersonFields::new(&page, event, &found.programme, &input);
            let fixed = found.participant.profile.person.email.is_some();
            let change = address(event, &format!("/participants/{}/address", visit.part("id")));
            let person = if fixed {
                fields.with_fixed_email(&change)
            } else {
                fields.with_optional_email(&page.t("add-person-email-help"))
            };
            let head = head("participant-edit-person", &typed.opened);
            visit.show_as(status, &PersonPage { page, problems, head, person })
        }
        ProfilePart::Interests(typed) => {
            let lists = (event, &found.programme);
            let picker = topic_picker::picker(visit, &page, lists, &typed.input, &problems);
            let head = head("participant-edit-interests", &typed.opened);
            visit.show_as(status, &InterestsPage { page, problems, head, picker })
        }
        ProfilePart::Attendance(typed) => {
            let (lists, who) =
                ((event, &found.programme), Chooser::of(&found.participant.profile, &found.invited));
            let clocks = Clocks::of_event(event);
            let attendance = AttendanceFields::new(&page, lists, (&found.rooms, who), clocks, &typed.input);
            let head = head("participant-edit-attendance", &typed.opened);
            visit.show_as(status, &AttendancePage { page, problems, head, attendance })
        }
    }
}

async fn save(visit: &Visit, part: ProfilePart) -> Answer {
    let found = dossier(visit).await?;
    let change = visit.access()?.to_change()?;
    let id = found.participant.id.clone();
    let back = address(change.event(), &format!("/participants/{id}"));
    let given = part.clone();
    let accepted = visit.accepted();
    let done =
        visit.attempt(move |app| participants::change_profile(app, &change, &id, &given, &accepted)).await?;
    let page = below(visit, visit.access()?, "nav-participants", "/participants");
    match breaks::outcome(visit, page, done, visit.path(), (&back, "saved")).await {
        Ok(answer) => answer,
        Err(problems) => show(visit, &found, &part.again(&found), problems),
    }
}

/// Who the person is.
pub async fn person(visit: Visit) -> Answer {
    let found = dossier(&visit).await?;
    let stored = found.participant.profile.person.input(&found.programme).form(&found.programme);
    show(&visit, &found, &ProfilePart::Person(Typed::fresh(stored)), Problems::new())
}

/// Stores who the person is.
pub async fn save_person(visit: Visit) -> Answer {
    let found = dossier(&visit).await?;
    let typed = visit.typed(answers::person(&visit.form, &found.programme).form(&found.programme));
    save(&visit, ProfilePart::Person(typed)).await
}

/// What the person offers and seeks.
pub async fn interests(visit: Visit) -> Answer {
    let found = dossier(&visit).await?;
    let stored = InterestsInput::of(&found.participant.profile.interests);
    show(&visit, &found, &ProfilePart::Interests(Typed::fresh(stored)), Problems::new())
}

/// Stores what the person offers and seeks.
pub async fn save_interests(visit: Visit) -> Answer {
    let found = dossier(&visit).await?;
    let typed = visit.typed(topic_picker::interests(&visit.form, &found.programme));
    let part = ProfilePart::Interests(typed);
    if topic_picker::is_turned(&visit.form) {
        return show(&visit, &found, &part, Problems::new());
    }
    save(&visit, part).await
}

/// When the person is there.
pub async fn attendance(visit: Visit) -> Answer {
    let found = dossier(&visit).await?;
    let stored = AttendanceInput::of(&found.participant.profile.attendance);
    show(&visit, &found, &ProfilePart::Attendance(Typed::fresh(stored)), Problems::new())
}

/// Stores when the person is there.
pub async fn save_attendance(visit: Visit) -> Answer {
    let typed = visit.typed(answers::attendance(&visit.form));
    save(&visit, ProfilePart::Attendance(typed)).await
}
