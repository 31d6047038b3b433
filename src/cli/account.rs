//! `rendezvous account`: organisers' accounts on the server's own machine, for whoever is locked out.

use anyhow::{Context, bail};
use chrono::SecondsFormat;
use clap::{Args, Subcommand};

use super::serve;
use super::settings::Settings;
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::lang::Lang;
use crate::services::access::{self, AccountsAccess};
use crate::services::account_admin::{self, AccountView, ManageError};
use crate::words::Words;

/// Lists organisers' accounts and mends those that are locked out, beside a running server or without one.
#[derive(Debug, Args)]
pub struct AccountCommand {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Every account: address, name, and what is to be known of it.
    List,
    /// Invites somebody: they get a link by mail with which they make their account.
    Invite {
        email: String,
        /// Their name, which they can change.
        #[arg(long)]
        name: Option<String>,
        /// The language of the mail: de, en or fr.
        #[arg(long, default_value = "en", value_parser = language)]
        lang: Lang,
    },
    /// Forgets a second factor that was lost: the password alone is enough again, and the owner is told by mail.
    ResetFactor { email: String },
    /// Ends every log-in of an account and lets nobody log in with it.
    Deactivate { email: String },
    /// Gives a deactivated account back.
    Reactivate { email: String },
    /// Makes an account an administrator's.
    MakeAdmin { email: String },
    /// Makes an administrator an organiser like others; never the last one.
    UnmakeAdmin { email: String },
}

fn language(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "use de, en or fr".to_string())
}

impl AccountCommand {
    /// Does it, and says what was done.
    pub fn run(self) -> anyhow::Result<()> {
        let config = self.settings.clone().into_config(self.settings.listen)?;
        let app = serve::open(config)?;
        let access = access::accounts_as_operator();
        let done = match &self.what {
            What::List => return list(&app, &access),
            What::Invite { email, name, lang } => {
                return invite(&app, &access, email, name.as_deref(), *lang);
            }
            What::ResetFactor { email } => {
                let id = find(&app, &access, email)?.id;
                account_admin::reset_factor(&app, &access, &id)
                    .map(|()| (email, "logs in with the password alone now"))
            }
            What::Deactivate { email } => {
                let id = find(&app, &access, email)?.id;
                account_admin::deactivate(&app, &access, &id)
                    .map(|()| (email, "is deactivated and logged out everywhere"))
            }
            What::Reactivate { email } => {
                let id = find(&app, &access, email)?.id;
                account_admin::reactivate(&app, &access, &id).map(|()| (email, "can log in again"))
            }
            What::MakeAdmin { email } => {
                let id = find(&app, &access, email)?.id;
                account_admin::set_admin(&app, &access, &id, true)
                    .map(|()| (email, "is an administrator now"))
            }
            What::UnmakeAdmin { email } => {
                let id = find(&app, &access, email)?.id;
                account_admin::set_admin(&app, &access, &id, false)
                    .map(|()| (email, "is no administrator any more"))
            }
        };
        let (email, text) = done?;
        println!("{email} {text}");
        Ok(())
    }
}

fn find(app: &App, access: &AccountsAccess, email: &str) -> anyhow::Result<Account> {
    account_admin::find(app, access, email)?
        .with_context(|| format!("There is no account {email}. `rendezvous account list` shows them all."))
}

fn invite(
    app: &App,
    access: &AccountsAccess,
    email: &str,
    name: Option<&str>,
    lang: Lang,
) -> anyhow::Result<()> {
    let name = name.or_else(|| email.split('@').next()).unwrap_or(email);
    match account_admin::invite(app, access, (name, email), lang) {
        Ok(()) => {
            println!("{email} gets a link by mail");
            Ok(())
        }
        Err(ManageError::Invalid(problems)) => {
            let words = Words::of(Lang::En);
            let told: Vec<String> = problems.iter().map(|one| words.message(&one.message)).collect();
            bail!("{}", told.join(" "))
        }
        Err(error) => Err(error.into()),
    }
}

fn list(app: &App, access: &AccountsAccess) -> anyhow::Result<()> {
    for one in account_admin::list(app, access)? {
        println!("{}", line(&one));
    }
    Ok(())
}

fn line(one: &AccountView) -> String {
    let since = |at: chrono::DateTime<chrono::Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let marks = [
        one.account.is_admin.then(|| "administrator".to_string()),
        one.has_factor.then(|| "second factor".to_string()),
        one.deactivated_at.map(|at| format!("deactivated {}", since(at))),
        one.seen_at.map(|at| format!("seen {}", since(at))),
        (!one.roles.is_empty()).then(|| format!("{} events", one.roles.len())),
    ];
    let marks: Vec<String> = marks.into_iter().flatten().collect();
    format!("{}\t{}\t{}", one.account.email, one.account.name, marks.join(", "))
}
