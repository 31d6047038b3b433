//! Organisers with a browser, signed in.

use rendezvous::domain::account::{Account, Role};
use rendezvous::domain::ids::EventId;
use rendezvous::domain::lang::Lang;
use rendezvous::services::accounts;
use rendezvous::services::passwords::Password;
use rendezvous::store::{self, StoreError};

use super::app::TestApp;
use super::visitor::Visitor;

/// The password of every organiser in the tests.
pub const PASSWORD: &str = "turnip lantern quiet harbour";
/// The address of the first organiser.
pub const ADMIN: &str = "ada@example.org";

/// The first organiser, who made the account with the one-time link; their events are open in the browser.
pub fn administrator(app: &TestApp) -> Visitor {
    let mut visitor = app.visitor();
    let link = accounts::ensure_setup_link(&app.app).unwrap().unwrap();
    visitor.open(&link);
    visitor.fill("Name", "Ada Lovelace").fill("E-mail address", ADMIN).fill("New password", PASSWORD);
    visitor.press("Make my account");
    assert_eq!(visitor.page.path.split('?').next(), Some("/organiser"), "{}", visitor.page.text);
    visitor
}

/// Writes an account with the usual password, with a role at an event if one is given.
pub fn account(app: &TestApp, email: &str, role: Option<(&EventId, Role)>) -> Account {
    let world = &app.app;
    let account = Account {
        id: world.random.id(world.clock.now()),
        email: email.to_string(),
        name: format!("Organiser {email}"),
        is_admin: false,
        lang: Lang::En,
        created_at: world.clock.now(),
    };
    let password = Password::check(PASSWORD, &[]).unwrap();
    let hash = world.passwords.hash(&password, &world.random).unwrap();
    world
        .store
        .write(|db| {
            store::accounts::insert(db, &account, Some(&hash))?;
            if let Some((event, role)) = role {
                store::events::set_role(db, event, &account.id, role)?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    account
}

/// Somebody with a role at an event, signed in.
pub fn with_role(app: &TestApp, email: &str, event: &EventId, role: Role) -> Visitor {
    account(app, email, Some((event, role)));
    let mut visitor = app.visitor();
    signs_in(&mut visitor, email, PASSWORD);
    assert_eq!(visitor.page.status, 200, "{}", visitor.page.text);
    visitor
}

/// Fills in the log-in form and sends it.
pub fn signs_in(visitor: &mut Visitor, email: &str, password: &str) {
    visitor.open("/organiser/login");
    visitor.fill("E-mail address", email).fill("Password", password).press("Sign in");
}
