//! The settings that every command takes, from the command line or the environment.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::config::{
    BackupConfig, BaseUrl, BounceAddress, Config, ConfigError, DatabaseUrl, DkimConfig, DkimKeyFile, Limits,
    MailConfig, MailPace, Proxies, Secret, SecurityContact, TransportConfig,
};
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
    /// Sign mails: SELECTOR:FILE with a private key in PEM; several with commas between them.
    #[arg(long = "dkim-key", env = "DKIM_KEYS", value_delimiter = ',', value_name = "SELECTOR:FILE")]
    pub dkim_keys: Vec<String>,
    /// Domain in whose name mails are signed; that of the From line if not given.
    #[arg(long, env = "DKIM_DOMAIN", value_name = "DOMAIN")]
    pub dkim_domain: Option<String>,
    /// Mailbox for mails that come back; it must take NAME+anything too.
    #[arg(long, env = "BOUNCE_ADDRESS", value_name = "ADDRESS")]
    pub bounce_address: Option<String>,
    /// Folder in which mails to that mailbox are found: a maildir, or a folder of files.
    #[arg(long, env = "BOUNCE_DIR", value_name = "DIR")]
    pub bounce_dir: Option<PathBuf>,
    /// Connections to the mail server at once.
    #[arg(long, env = "SMTP_CONNECTIONS", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=20), value_name = "N")]
    pub smtp_connections: u8,
    /// Mails a minute to one domain; as many as it takes if not given.
    #[arg(long, env = "MAILS_PER_DOMAIN", value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
    pub mails_per_domain: Option<u32>,
    /// Proxies whose X-Forwarded-For or Forwarded header is believed: addresses and networks, with commas between them.
    #[arg(long, env = "TRUSTED_PROXIES", value_delimiter = ',', value_name = "NETWORKS")]
    pub trusted_proxies: Vec<String>,
    /// What was asked before there was a list.
    #[arg(long, env = "TRUST_PROXY", hide = true)]
    pub trust_proxy: Option<String>,
    /// Where holes are reported: mailto:ADDRESS or https://…; it stands in /.well-known/security.txt.
    #[arg(long, env = "SECURITY_CONTACT", value_name = "URL")]
    pub security_contact: Option<String>,
    /// Ask every organiser for a second factor: codes of an app on their telephone.
    #[arg(long, env = "REQUIRE_SECOND_FACTOR", default_value_t = false, action = clap::ArgAction::Set, value_name = "BOOL")]
    pub require_second_factor: bool,
    /// Minutes that the mails of what an organiser does wait, so that it can be undone; 0 for none.
    #[arg(long, env = "MAILS_WAIT", default_value_t = 5, value_parser = clap::value_parser!(u16).range(..=60), value_name = "MINUTES")]
    pub mails_wait: u16,
    /// Forms a minute that may make us send a mail, from one network address.
    #[arg(long, env = "MAILS_PER_MINUTE", default_value_t = Limits::default().mails_per_minute, value_name = "N")]
    pub mails_per_minute: u32,
    /// How many of these may come at once.
    #[arg(long, env = "MAILS_BURST", default_value_t = Limits::default().mails_burst, value_name = "N")]
    pub mails_burst: u32,
    /// Log-ins a minute from one network address.
    #[arg(long, env = "SIGN_INS_PER_MINUTE", default_value_t = Limits::default().sign_ins_per_minute, value_name = "N")]
    pub sign_ins_per_minute: u32,
    /// Mails an hour of one event to addresses that nobody has proved; two for each seat if that is more.
    #[arg(long, env = "UNPROVED_PER_EVENT", default_value_t = Limits::default().unproved_of_event, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
    pub unproved_per_event: u32,
    /// The same to one domain, of all events.
    #[arg(long, env = "UNPROVED_PER_DOMAIN", default_value_t = Limits::default().unproved_of_domain, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
    pub unproved_per_domain: u32,
    /// Whether everybody is made up; the command says it.
    #[arg(skip)]
    pub demo: bool,
    /// Connections at once from one network address.
    #[arg(long, env = "CONNECTIONS_PER_NETWORK", default_value_t = Limits::default().connections, value_parser = clap::value_parser!(u16).range(8..), value_name = "N")]
    pub connections_per_network: u16,
    /// Folder for backups that the server makes by itself; none are made if not given.
    #[arg(long, env = "BACKUP_FOLDER", value_name = "DIR")]
    pub backup_folder: Option<PathBuf>,
    /// Hours from one of these backups to the next.
    #[arg(long, env = "BACKUP_EVERY", default_value_t = 24, value_parser = clap::value_parser!(u16).range(1..=8760), value_name = "HOURS")]
    pub backup_every: u16,
    /// How many of these backups are kept.
    #[arg(long, env = "BACKUP_KEEP", default_value_t = 14, value_parser = clap::value_parser!(u16).range(1..), value_name = "N")]
    pub backup_keep: u16,
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
        let mail = MailConfig {
            dkim: dkim(&self.dkim_keys, self.dkim_domain, &from)?,
            bounce_address: self.bounce_address.as_deref().map(BounceAddress::parse).transpose()?,
            bounce_folder: self.bounce_dir,
            pace: MailPace {
                connections: usize::from(self.smtp_connections),
                per_domain: self.mails_per_domain,
            },
            ..MailConfig::new(transport, from)
        };
        Ok(Config {
            listen: address,
            data: self.data,
            database,
            base_url,
            mail,
            proxies: proxies(&self.trusted_proxies, self.trust_proxy.as_deref())?,
            security_contact: self.security_contact.as_deref().map(SecurityContact::parse).transpose()?,
            second_factor_required: self.require_second_factor,
            mails_wait_minutes: self.mails_wait,
            limits: Limits {
                mails_per_minute: self.mails_per_minute,
                mails_burst: self.mails_burst,
                sign_ins_per_minute: self.sign_ins_per_minute,
                unproved_of_event: self.unproved_per_event,
                unproved_of_domain: self.unproved_per_domain,
                connections: self.connections_per_network,
                ..Limits::default()
            },
            demo: self.demo,
            backups: self.backup_folder.map(|folder| BackupConfig {
                folder,
                every: self.backup_every,
                keep: self.backup_keep,
            }),
        })
    }
}

/// The proxies; whoever still says yes or no is told what to write instead, unless it was a no.
fn proxies(listed: &[String], yes_or_no: Option<&str>) -> Result<Proxies, ConfigError> {
    let is_no = |text: &str| ["", "0", "no", "off", "false"].contains(&text.trim().to_lowercase().as_str());
    match yes_or_no {
        Some(text) if !is_no(text) => Err(ConfigError::TrustProxy),
        _ => Proxies::parse(listed.iter().map(String::as_str)),
    }
}

fn dkim(keys: &[String], domain: Option<String>, from: &Email) -> Result<Option<DkimConfig>, ConfigError> {
    let keys = keys.iter().filter(|text| !text.is_empty()).map(|text| DkimKeyFile::parse(text));
    let keys = keys.collect::<Result<Vec<_>, _>>()?;
    let domain = domain.unwrap_or_else(|| from.domain().to_string());
    Ok((!keys.is_empty()).then_some(DkimConfig { domain, keys }))
}

/// `rendezvous@` the server's own host, or a name that no mail leaves with where the host has none.
fn default_from(base_url: &BaseUrl) -> Result<Email, ConfigError> {
    let own = Email::parse(&format!("rendezvous@{}", base_url.host()));
    own.or_else(|_| Email::parse("rendezvous@localhost.localdomain"))
        .map_err(|_| ConfigError::MailFrom { text: base_url.host().to_string() })
}
