//! All accounts of the installation, for administrators.

use crate::zones::Zone;
use askama::Template;

use super::frame::{address, again, page_word, top};
use crate::app::App;
use crate::domain::account::Role;
use crate::domain::event::Event;
use crate::domain::ids::{AccountId, InvitationId};
use crate::domain::problems::{Message, Problems};
use crate::domain::search::{self, Wanted};
use crate::domain::text;
use crate::services::Fault;
use crate::services::access::{self, AccountsAccess};
use crate::services::account_admin::{self, AccountView, ManageError};
use crate::web::error::{Answer, PageError};
use crate::web::forms::Pager;
use crate::web::page::Page;
use crate::web::paging::List;
use crate::web::visit::Visit;

const LIST: &str = "/organiser/accounts";
/// Who has not accepted yet.
const INVITED: List = List { field: "invited", head: "invited", ..List::ONLY };

#[derive(Template)]
#[template(path = "organiser/accounts.html")]
struct ListPage {
    page: Page,
    problems: Problems,
    search: String,
    /// How many accounts there are without the search.
    count: usize,
    rows: Vec<Row>,
    pager: Pager,
    invited: Vec<Invited>,
    invitations: Pager,
    typed_name: String,
    typed_email: String,
}

/// Somebody who has not accepted yet.
struct Invited {
    email: String,
    until: String,
    action: String,
}

struct Row {
    url: String,
    name: String,
    email: String,
    /// Administrator, deactivated, second factor: what is to be said of it.
    marks: Vec<String>,
    seen: String,
    events: usize,
}

fn leave(visit: &Visit) -> Result<AccountsAccess, PageError> {
    Ok(access::administer(visit.account()?)?.accounts())
}

/// The accounts, and a form to invite somebody.
pub async fn list(visit: Visit) -> Answer {
    show_list(&visit, (String::new(), String::new()), Problems::new()).await
}

async fn show_list(visit: &Visit, (typed_name, typed_email): (String, String), problems: Problems) -> Answer {
    let leave = leave(visit)?;
    let (found, invited) = visit
        .run(move |app| {
            let found = account_admin::list(app, &leave)?;
            Ok::<_, Fault>((found, account_admin::invited(app, &leave)?))
        })
        .await?;
    let page = top(visit)?.with_problems(&problems);
    let (search, count) = (text::line(visit.query.one("search")), found.len());
    let wanted = Wanted::of(&search);
    let fits = |one: &&AccountView| wanted.fits(&search::key(&[&one.account.name, &one.account.email]));
    let found: Vec<&AccountView> = found.iter().filter(fits).collect();
    let pager = List::ONLY.pager_at(LIST, visit, found.len());
    let rows = pager.cut(found).map(|one| row(&page, one)).collect();
    let invitations = INVITED.pager_at(LIST, visit, invited.len());
    let invited = invitations.cut(invited).map(|one| Invited {
        until: page.words.moment(one.expires_at, Zone::UTC),
        action: format!("{LIST}/invitations/{}", one.id),
        email: one.email,
    });
    let template = ListPage {
        invited: invited.collect(),
        search,
        count,
        rows,
        pager,
        invitations,
        page,
        problems,
        typed_name,
        typed_email,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn row(page: &Page, one: &AccountView) -> Row {
    Row {
        url: format!("{LIST}/{}", one.account.id),
        name: one.account.name.clone(),
        email: one.account.email.clone(),
        marks: marks(page, one),
        seen: one.seen_at.map(|at| page.words.moment(at, Zone::UTC)).unwrap_or_default(),
        events: one.roles.len(),
    }
}

fn marks(page: &Page, one: &AccountView) -> Vec<String> {
    let marks = [
        (one.account.is_admin, "accounts-admin"),
        (one.deactivated_at.is_some(), "accounts-deactivated"),
        (one.has_factor, "factor-title"),
    ];
    marks.iter().filter(|(is_so, _)| *is_so).map(|(_, key)| page.t(key)).collect()
}

/// Invites somebody to have an account.
pub async fn invite(visit: Visit) -> Answer {
    let leave = leave(&visit)?;
    let typed = (visit.form.one("name").to_string(), visit.form.one("email").to_string());
    let (given, lang) = (typed.clone(), visit.lang());
    let done = visit.attempt(move |app| account_admin::invite(app, &leave, (&given.0, &given.1), lang));
    match done.await? {
        Ok(()) => Ok(visit.see_with(LIST, "invited")),
        Err(error) => show_list(&visit, typed, refusal(error)?).await,
    }
}

/// Takes an invitation back.
pub async fn withdraw(visit: Visit) -> Answer {
    let (leave, id) = (leave(&visit)?, InvitationId(visit.part("id").to_string()));
    visit.run(move |app| account_admin::withdraw(app, &leave, &id)).await?;
    Ok(visit.see_with(LIST, "removed"))
}

/// What is said of a change that was refused.
fn refusal(error: ManageError) -> Result<Problems, PageError> {
    match error {
        ManageError::LastAdmin => Ok(Problems::one("what", Message::new("problem-last-admin"))),
        ManageError::Own => Ok(Problems::one("what", Message::new("problem-own-account"))),
        ManageError::Invalid(problems) => Ok(problems),
        // Whoever asks here has one.
        ManageError::NoAccount => Err(PageError::BadRequest),
        ManageError::Fault(fault) => Err(fault.into()),
    }
}

#[derive(Template)]
#[template(path = "organiser/one_account.html")]
struct AccountPage {
    page: Page,
    problems: Problems,
    row: Row,
    is_admin: bool,
    is_deactivated: bool,
    has_factor: bool,
    is_own: bool,
    /// Name, address and role of each event.
    events: Vec<(String, String, String)>,
}

fn id(visit: &Visit) -> AccountId {
    AccountId(visit.part("account").to_string())
}

/// One account, and what can be done with it.
pub async fn show(visit: Visit) -> Answer {
    show_one(&visit, Problems::new()).await
}

async fn show_one(visit: &Visit, problems: Problems) -> Answer {
    let (leave, own) = (leave(visit)?, id(visit));
    let one = visit.run(move |app| account_admin::view(app, &leave, &own)).await?;
    let page = below(visit)?.with_problems(&problems);
    let event = |(event, role): &(Event, Role)| {
        let name = event.name_in(page.lang).to_string();
        (name, address(event, ""), page.t(&format!("role-{}", role.code())))
    };
    let template = AccountPage {
        row: row(&page, &one),
        is_admin: one.account.is_admin,
        is_deactivated: one.deactivated_at.is_some(),
        has_factor: one.has_factor,
        is_own: one.account.id == visit.account()?.id,
        events: one.roles.iter().map(event).collect(),
        page,
        problems,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

fn below(visit: &Visit) -> Result<Page, PageError> {
    Ok(top(visit)?.below(page_word(visit, "accounts-title"), LIST))
}

/// Does with an account what a button says.
pub async fn change(visit: Visit) -> Answer {
    let (leave, own) = (leave(&visit)?, id(&visit));
    let what = visit.form.one("what").to_string();
    let done = visit.attempt(move |app: &App| match what.as_str() {
        "admin" => account_admin::set_admin(app, &leave, &own, true),
        "no-admin" => account_admin::set_admin(app, &leave, &own, false),
        "deactivate" => account_admin::deactivate(app, &leave, &own),
        "reactivate" => account_admin::reactivate(app, &leave, &own),
        "reset-factor" => account_admin::reset_factor(app, &leave, &own),
        // No button of ours says anything else.
        _ => Ok(()),
    });
    match done.await? {
        Ok(()) => Ok(visit.see_with(visit.path(), "saved")),
        Err(error) => show_one(&visit, refusal(error)?).await,
    }
}

#[derive(Template)]
#[template(path = "organiser/delete_account.html")]
struct DeletePage {
    page: Page,
    problems: Problems,
    name: String,
    email: String,
    /// Events that will be the administrator's.
    events: Vec<String>,
    back: String,
}

/// What deleting an account means.
pub async fn ask_delete(visit: Visit) -> Answer {
    show_delete(&visit, Problems::new()).await
}

async fn show_delete(visit: &Visit, problems: Problems) -> Answer {
    let (leave, own) = (leave(visit)?, id(visit));
    let (one, left) = visit
        .run(move |app| {
            let one = account_admin::view(app, &leave, &own)?;
            let left = account_admin::events_left(app, &leave, &own)?;
            Ok::<_, Fault>((one, left))
        })
        .await?;
    let page = below(visit)?.with_problems(&problems);
    let template = DeletePage {
        events: left.iter().map(|event| event.name_in(page.lang).to_string()).collect(),
        back: format!("{LIST}/{}", one.account.id),
        name: one.account.name,
        email: one.account.email,
        page,
        problems,
    };
    if template.problems.is_empty() { visit.show(&template) } else { again(visit, &template) }
}

/// Deletes an account.
pub async fn delete(visit: Visit) -> Answer {
    let (admin, own) = (access::administer(visit.account()?)?, id(&visit));
    match visit.attempt(move |app| account_admin::delete(app, &admin, &own)).await? {
        Ok(()) => Ok(visit.see_with(LIST, "account-deleted")),
        Err(error) => show_delete(&visit, refusal(error)?).await,
    }
}
