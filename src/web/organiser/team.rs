//! Who runs an event.

use std::collections::BTreeMap;

use askama::Template;

use super::frame::{address, again, part, problems_of};
use crate::domain::account::Role;
use crate::domain::ids::{AccountId, InvitationId};
use crate::domain::opened::Opened;
use crate::domain::problems::Problems;
use crate::services::account_invitations::{self as invitations, AccountInvitation, InvitationInput};
use crate::services::organisers;
use crate::services::{Fault, second_factor};
use crate::web::error::{Answer, PageError};
use crate::web::forms::{Choice, Pager};
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/team.html")]
struct TeamPage {
    page: Page,
    problems: Problems,
    members: Vec<Member>,
    pager: Pager,
    /// Who has not accepted yet: nothing of them is shown but what was typed.
    invited: Vec<Asked>,
    invitations: Pager,
    input: InvitationInput,
    roles: Vec<Choice>,
    action: String,
    may_change: bool,
    /// Whether everybody on the team needs a second factor.
    needs_factor: bool,
    factor_action: String,
}

struct Asked {
    email: String,
    role: String,
    until: String,
    action: String,
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

/// Who has not accepted yet.
const INVITED: List = List { field: "invited", head: "invited", ..List::ONLY };

/// The organisers, and a form to invite another one.
pub async fn list(visit: Visit) -> Answer {
    let fresh = InvitationInput { role: Role::Organiser.code().to_string(), ..InvitationInput::default() };
    show(&visit, fresh, Problems::new()).await
}

async fn show(visit: &Visit, input: InvitationInput, problems: Problems) -> Answer {
    let access = visit.access()?;
    let own = access.clone();
    let lang = visit.lang();
    let (members, invited, needs_factor) = visit
        .run(move |app| {
            let members = organisers::team(app, &own, lang)?;
            let invited = invitations::list(app, &own)?;
            Ok::<_, Fault>((members, invited, second_factor::is_required_at(app, &own)?))
        })
        .await?;
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
    let asked = |one: &AccountInvitation| Asked {
        email: one.email.clone(),
        role: one
            .place
            .as_ref()
            .map(|(_, role)| page.t(&format!("role-{}", role.code())))
            .unwrap_or_default(),
        until: page.words.moment(one.expires_at, event.time_zone),
        action: address(event, &format!("/team/invitations/{}", one.id)),
    };
    let path = address(event, "/team");
    let mut pager = List::ONLY.pager_at(&path, visit, members.len());
    // Where a role was refused, the page with it.
    let refused = members.iter().position(|(one, _)| problems.at(&organisers::role_field(&one.id)).is_some());
    pager.number = refused.map_or(pager.number, |at| at / pager.size + 1);
    let invitations = INVITED.pager_at(&path, visit, invited.len());
    let template = TeamPage {
        invited: invitations.cut(&invited).map(asked).collect(),
        members: pager.cut(&members).map(member).collect(),
        pager,
        invitations,
        roles: roles(&page, &input.role),
        input,
        action: address(event, "/team"),
        may_change: access.may(Role::Owner),
        needs_factor,
        factor_action: address(event, "/team/second-factor"),
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
    match visit.attempt(move |app| invitations::invite(app, &own, &typed, lang)).await? {
        Ok(()) => Ok(visit.see_with(&address(access.event(), "/team"), "invited")),
        Err(error) => show(&visit, input, problems_of(error)?).await,
    }
}

/// Takes an invitation back.
pub async fn withdraw(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (own, id) = (access.to_own()?, InvitationId(visit.part("id").to_string()));
    visit.run(move |app| invitations::withdraw(app, &own, &id)).await?;
    Ok(visit.see_with(&address(access.event(), "/team"), "removed"))
}

/// Says whether everybody on the team needs a second factor.
pub async fn require_factor(visit: Visit) -> Answer {
    let access = visit.access()?;
    let (own, required) = (access.to_own()?, visit.form.has("factor"));
    visit.run(move |app| second_factor::require_at(app, &own, required)).await?;
    Ok(visit.see_with(&address(access.event(), "/team"), "saved"))
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
