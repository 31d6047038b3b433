//! Who runs an event.

use std::collections::BTreeMap;

use askama::Template;

use super::frame::{address, again, part, problems_of};
use crate::domain::account::Role;
use crate::domain::ids::AccountId;
use crate::domain::opened::Opened;
use crate::domain::problems::Problems;
use crate::services::organisers::{self, InvitationInput};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Choice;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/team.html")]
struct TeamPage {
    page: Page,
    problems: Problems,
    members: Vec<Member>,
    input: InvitationInput,
    roles: Vec<Choice>,
    action: String,
    may_change: bool,
}

struct Member {
    /// Name of the field with their role.
    field: String,
    name: String,
    email: String,
    role: String,
    roles: Vec<Choice>,
    opened: Opened,
    action: String,
}

/// The organisers, and a form to invite another one.
pub async fn list(visit: Visit) -> Answer {
    let fresh = InvitationInput { role: Role::Organiser.code().to_string(), ..InvitationInput::default() };
    show(&visit, fresh, Problems::new()).await
}

async fn show(visit: &Visit, input: InvitationInput, problems: Problems) -> Answer {
    let access = visit.access()?;
    let own = access.clone();
    let lang = visit.lang();
    let members = visit.run(move |app| organisers::team(app, &own, lang)).await?;
    let page = part(visit, access)?;
    let problems = problems.told_by(|_, code| Some(page.t(&format!("role-{code}"))));
    let page = page.with_problems(&problems);
    let event = access.event();
    let member = |(account, role): &(crate::domain::account::Account, Role)| Member {
        field: organisers::role_field(&account.id),
        name: account.name.clone(),
        email: account.email.clone(),
        role: page.t(&format!("role-{}", role.code())),
        roles: roles(&page, role.code()),
        opened: Opened::of(&organisers::role_input(&account.id, *role)),
        action: address(event, &format!("/team/{}", account.id)),
    };
    let template = TeamPage {
        members: members.iter().map(member).collect(),
        roles: roles(&page, &input.role),
        input,
        action: address(event, "/team"),
        may_change: access.may(Role::Owner),
        problems,
        page,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn roles(page: &Page, chosen: &str) -> Vec<Choice> {
    let choice = |role: Role| {
        Choice::new(role.code(), page.t(&format!("role-{}", role.code())), role.code() == chosen)
            .with_help(page.t(&format!("role-{}-help", role.code())))
    };
    Role::ALL.into_iter().rev().map(choice).collect()
}

/// Invites somebody.
pub async fn invite(visit: Visit) -> Answer {
    let access = visit.access()?;
    let own = access.to_own()?;
    let field = |name: &str| visit.form.one(name).to_string();
    let input = InvitationInput { name: field("name"), email: field("email"), role: field("role") };
    let (typed, lang) = (input.clone(), visit.lang());
    match visit.attempt(move |app| organisers::invite(app, &own, &typed, lang)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/team"), "invited")),
        Err(error) => show(&visit, input, problems_of(error)?).await,
    }
}

/// Changes somebody's role, or takes it away.
pub async fn set_role(visit: Visit) -> Answer {
    let access = visit.access()?;
    let own = access.to_own()?;
    let member = AccountId(visit.part("account").to_string());
    let code = visit.form.one("role");
    if code != "none" && Role::parse(code).is_none() {
        return Err(PageError::BadRequest);
    }
    let typed = visit.typed(BTreeMap::from([(organisers::role_field(&member), code.to_string())]));
    match visit.attempt(move |app| organisers::set_role(app, &own, &member, &typed)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/team"), "saved")),
        Err(error) => show(&visit, InvitationInput::default(), problems_of(error)?).await,
    }
}
