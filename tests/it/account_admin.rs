//! All accounts: several administrators, deactivating, deleting; on the page and by the command on the server.

use std::process::{Command, Output};

use rendezvous::config::DatabaseUrl;
use rendezvous::domain::account::Role;
use rendezvous::domain::ids::AccountId;
use rendezvous::store;

use crate::support::app::{TestApp, without_network_limits};
use crate::support::build::an_event;
use crate::support::factors::sets_up;
use crate::support::organisers::{ADMIN, PASSWORD, account, administrator, signs_in, with_role};

const GRACE: &str = "grace@example.org";

#[test]
fn an_administrator_makes_another_one_and_the_last_one_stays() {
    without_network_limits(|app| {
        let mut ada = administrator(app);
        account(app, GRACE, None);
        ada.open("/organiser");
        ada.follow("Accounts");
        ada.follow("Organiser grace@example.org");
        ada.press("Make an administrator");
        let mut grace = app.visitor();
        signs_in(&mut grace, GRACE, PASSWORD);
        grace.open("/organiser/accounts");
        grace.follow("Ada Lovelace");
        grace.press("Take back administrator rights");
        assert_eq!(ada.get("/organiser/accounts").status, 403);
        grace.open("/organiser/accounts");
        grace.follow("Organiser grace@example.org");
        grace.press("Take back administrator rights");
        assert_eq!(grace.page.status, 422);
        assert!(
            grace.page.summary[0].0.contains("This is the last administrator"),
            "{:?}",
            grace.page.summary
        );
    });
}

#[test]
fn a_deactivated_account_is_out_at_once_and_comes_back() {
    without_network_limits(|app| {
        let mut ada = administrator(app);
        let event = an_event(app).make();
        let mut grace = with_role(app, GRACE, &event.id, Role::Owner);
        ada.open("/organiser/accounts");
        ada.follow("Organiser grace@example.org");
        ada.press("Deactivate the account");
        assert!(grace.open("/organiser").path.starts_with("/organiser/login"));
        signs_in(&mut grace, GRACE, PASSWORD);
        assert_eq!(grace.page.status, 403);
        assert!(grace.page.summary[0].0.contains("deactivated"), "{:?}", grace.page.summary);
        signs_in(&mut grace, GRACE, "not the right password");
        assert!(!grace.page.text.contains("deactivated"), "strangers do not learn it");
        grace.open("/organiser/password");
        grace.fill("E-mail address", GRACE).press("Send me a link");
        assert!(app.mails_to(GRACE).is_empty());
        ada.open("/organiser/accounts");
        assert!(ada.page.text.contains("Deactivated"), "{}", ada.page.text);
        ada.follow("Organiser grace@example.org");
        ada.press("Give the account back");
        signs_in(&mut grace, GRACE, PASSWORD);
        assert_eq!(grace.page.path, "/organiser");
        assert_eq!(grace.get("/organiser/events/clusters/team").status, 200, "its role stayed");
    });
}

#[test]
fn a_deleted_account_leaves_an_owner_and_an_honest_log() {
    without_network_limits(|app| {
        let mut ada = administrator(app);
        ada.open("/organiser/events/new");
        let event = an_event(app).make();
        let owners = app.app.store.read(|db| store::events::list_roles(db, &event.id)).unwrap();
        let mut grace = with_role(app, GRACE, &event.id, Role::Owner);
        grace.open("/organiser/events/clusters/settings");
        grace.fill_named("organiser_name", "Another office").press("Save");
        // Grace alone owns it.
        let others = |db: &mut store::Db| {
            owners.iter().try_for_each(|(id, _)| store::events::remove_role(db, &event.id, id))
        };
        app.app.store.write(others).unwrap();
        ada.open("/organiser/accounts");
        ada.follow("Organiser grace@example.org");
        ada.follow("Delete the account");
        assert!(ada.page.text.contains("they will be yours: Cluster Conference"), "{}", ada.page.text);
        ada.press("Delete the account");
        assert!(ada.page.text.contains("The account is deleted"), "{}", ada.page.text);
        assert!(!ada.page.text.contains(GRACE));
        signs_in(&mut grace, GRACE, PASSWORD);
        assert_eq!(grace.page.status, 422);
        assert!(ada.open("/organiser/events/clusters/team").text.contains("Ada Lovelace"));
        let log = ada.open("/organiser/events/clusters/log").text.clone();
        assert!(log.contains("Deleted account") && !log.contains("grace"), "{log}");
    });
}

#[test]
fn nobody_ends_their_own_account_or_the_last_administrators() {
    without_network_limits(|app| {
        let mut ada = administrator(app);
        let own = app.app.store.read(store::accounts::list).unwrap()[0].id.clone();
        let path = format!("/organiser/accounts/{own}");
        assert!(!ada.open(&path).text.contains("Deactivate the account"), "{}", ada.page.text);
        ada.page = ada.send(&path, &[("what", "deactivate")]);
        assert_eq!(ada.page.status, 422);
        ada.page = ada.send(&format!("{path}/delete"), &[]);
        assert_eq!(ada.page.status, 422);
        assert_eq!(ada.open("/organiser").path, "/organiser");
    });
}

fn run(app: &TestApp, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rendezvous"));
    for name in ["BASE_URL", "SMTP_URL", "LISTEN", "DATA_DIR", "MAIL_FROM", "BACKUP_FOLDER"] {
        command.env_remove(name);
    }
    let url = match &app.app.config.database {
        DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
        DatabaseUrl::Postgres(url) => url.expose().to_string(),
    };
    command.arg("account").arg("--data").arg(&app.app.config.data).args(arguments).env("DATABASE_URL", url);
    command.env("BASE_URL", app.address());
    command.output().unwrap()
}

#[test]
fn an_invitation_to_have_an_account_is_listed_and_withdrawn() {
    without_network_limits(|app| {
        let mut ada = administrator(app);
        ada.open("/organiser/accounts");
        ada.fill("Name", "Nina").fill("E-mail address", "nina@example.org").press("Invite");
        let link = app.mailed_path("nina@example.org", "/organiser/invitation/");
        assert_eq!(app.visitor().get(&link).status, 200);
        ada.open("/organiser/accounts");
        ada.press("Withdraw: nina@example.org");
        assert!(!ada.open("/organiser/accounts").text.contains("nina@example.org"), "{}", ada.page.text);
        assert_eq!(app.visitor().get(&link).status, 410);
    });
}

#[test]
fn nobody_is_invited_by_the_command_before_there_is_an_account() {
    without_network_limits(|app| {
        let refused = run(app, &["invite", "new@example.org"]);
        let text = String::from_utf8(refused.stderr).unwrap();
        assert!(!refused.status.success() && text.contains("set-up link"), "{text}");
        assert!(app.mails_to("new@example.org").is_empty());
    });
}

#[test]
fn an_owner_who_cannot_log_in_is_none_that_an_event_can_be_left_to() {
    without_network_limits(|app| {
        let mut ada = administrator(app);
        let event = an_event(app).make();
        let owners = app.app.store.read(|db| store::events::list_roles(db, &event.id)).unwrap();
        let grace = account(app, GRACE, Some((&event.id, Role::Owner)));
        let now = app.app.clock.now();
        app.app.store.write(|db| store::deactivated_accounts::insert(db, &grace.id, now)).unwrap();
        let path = |id: &AccountId| format!("/organiser/events/clusters/team/{id}");
        for (id, _) in owners.iter().skip(1) {
            ada.page = ada.send(&path(id), &[("role", "none")]);
        }
        ada.page = ada.send(&path(&owners[0].0), &[("role", "viewer")]);
        assert_eq!(ada.page.status, 422, "{}", ada.page.text);
        ada.page = ada.send(&path(&grace.id), &[("role", "viewer")]);
        assert_ne!(ada.page.status, 422, "the deactivated one is not needed: {}", ada.page.text);
    });
}

#[test]
fn the_command_helps_whoever_is_locked_out() {
    without_network_limits(|app| {
        administrator(app);
        account(app, GRACE, None);
        let mut grace = app.visitor();
        signs_in(&mut grace, GRACE, PASSWORD);
        sets_up(app, &mut grace);
        let told = |arguments: &[&str]| {
            let Output { status, stdout, stderr } = run(app, arguments);
            assert!(status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&stderr));
            String::from_utf8(stdout).unwrap()
        };
        let list = told(&["list"]);
        assert!(list.contains(ADMIN) && list.contains("administrator"), "{list}");
        let line = list.lines().find(|line| line.starts_with(GRACE)).unwrap();
        assert!(line.contains("second factor"), "{line}");
        told(&["reset-factor", GRACE]);
        let mut phone = app.visitor();
        signs_in(&mut phone, GRACE, PASSWORD);
        assert_eq!(phone.page.path, "/organiser", "the password alone is enough again");
        told(&["deactivate", GRACE]);
        assert!(phone.open("/organiser").path.starts_with("/organiser/login"));
        told(&["reactivate", GRACE]);
        signs_in(&mut phone, GRACE, PASSWORD);
        told(&["make-admin", GRACE]);
        assert_eq!(phone.get("/organiser/accounts").status, 200);
        told(&["unmake-admin", GRACE]);
        let refused = run(app, &["unmake-admin", ADMIN]);
        let text = String::from_utf8(refused.stderr).unwrap();
        assert!(!refused.status.success() && text.contains("last administrator"), "{text}");
        assert!(!run(app, &["deactivate", "nobody@example.org"]).status.success());
        told(&["invite", "new@example.org", "--name", "Nina"]);
        let mut nina = app.visitor();
        nina.open(&app.mailed_path("new@example.org", "/organiser/invitation/"));
        assert_eq!(nina.page.field("Name").value, "Nina");
        nina.fill("New password", "eleven purple wheelbarrows").press("Accept the invitation");
        assert_eq!(nina.page.path.split('?').next(), Some("/organiser"), "{}", nina.page.text);
    });
}
