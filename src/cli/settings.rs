//! The settings that every command takes, from the command line or the environment.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::config::{BaseUrl, Config, ConfigError, DatabaseUrl, Limits, MailConfig, Secret, TransportConfig};
use crate::domain::text::Email;

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object a line.
    Json,
}

/// The settings as they are given.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// Address and port to listen at.
    #[arg(long, env = "LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub listen: SocketAddr,
    /// Folder for the SQLite file and the mail folder.
    #[arg(long, env = "DATA_DIR", default_value = "data", value_name = "DIR")]
    pub data: PathBuf,
    /// sqlite:PATH or postgres://USER@HOST/NAME; the SQLite file in the data folder if not given.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// The address under which people reach the server; http://ADDR if not given.
    #[arg(long, env = "BASE_URL", value_name = "URL")]
    pub base_url: Option<String>,
    /// Mail server: smtp+starttls://user:password@host:587 and the like; .eml files in the data folder if not given.
    #[arg(long, env = "SMTP_URL", hide_env_values = true, value_name = "URL")]
    pub smtp_url: Option<String>,
    /// Address in the From line of mails.
    #[arg(long, env = "MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// Believe the X-Forwarded-For header; only behind a proxy that sets it.
    #[arg(long, env = "TRUST_PROXY", default_value_t = false, action = clap::ArgAction::Set, value_name = "BOOL")]
    pub trust_proxy: bool,
    /// Forms a minute that may make us send a mail, from one network address.
    #[arg(long, env = "MAILS_PER_MINUTE", default_value_t = Limits::default().mails_per_minute, value_name = "N")]
    pub mails_per_minute: u32,
    /// How many of these may come at once.
    #[arg(long, env = "MAILS_BURST", default_value_t = Limits::default().mails_burst, value_name = "N")]
    pub mails_burst: u32,
    /// Log-ins a minute from one network address.
    #[arg(long, env = "SIGN_INS_PER_MINUTE", default_value_t = Limits::default().sign_ins_per_minute, value_name = "N")]
    pub sign_ins_per_minute: u32,
    /// How the log is written.
    #[arg(long, env = "LOG_FORMAT", value_enum, default_value = "text")]
    pub log_format: LogFormat,
}

impl Settings {
    /// The settings checked, for a server that listens at `address`.
    pub fn into_config(self, address: SocketAddr) -> Result<Config, ConfigError> {
        let database = match &self.database_url {
            Some(url) => DatabaseUrl::parse(url)?,
            None => DatabaseUrl::in_folder(&self.data),
        };
        let base_url = match &self.base_url {
            Some(text) => BaseUrl::parse(text)?,
            None => BaseUrl::parse(&format!("http://{address}"))?,
        };
        let transport = match self.smtp_url {
            Some(url) => TransportConfig::Smtp(Secret::new(url)),
            None => TransportConfig::Folder(self.data.join("mail")),
        };
        let from = match &self.mail_from {
            Some(text) => Email::parse(text).map_err(|_| ConfigError::MailFrom { text: text.clone() })?,
            None => default_from(&base_url)?,
        };
        Ok(Config {
            listen: address,
            data: self.data,
            database,
            base_url,
            mail: MailConfig { transport, from },
            trust_proxy: self.trust_proxy,
            limits: Limits {
                mails_per_minute: self.mails_per_minute,
                mails_burst: self.mails_burst,
                sign_ins_per_minute: self.sign_ins_per_minute,
            },
        })
    }
}

/// `rendezvous@` the server's own host, or a name that no mail leaves with where the host has none.
fn default_from(base_url: &BaseUrl) -> Result<Email, ConfigError> {
    let own = Email::parse(&format!("rendezvous@{}", base_url.host()));
    own.or_else(|_| Email::parse("rendezvous@localhost.localdomain"))
        .map_err(|_| ConfigError::MailFrom { text: base_url.host().to_string() })
}
