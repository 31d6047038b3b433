//! Settings: read once at start, checked as a whole, handed on as plain values.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::domain::text::Email;

/// Everything that an operator sets.
#[derive(Debug, Clone)]
pub struct Config {
    pub listen: SocketAddr,
    /// Folder for the SQLite file, the mail folder and the lock.
    pub data: PathBuf,
    pub database: DatabaseUrl,
    pub base_url: BaseUrl,
    pub mail: MailConfig,
    /// Whether an address in `X-Forwarded-For` is believed: only behind a proxy that sets it.
    pub trust_proxy: bool,
    pub limits: Limits,
}

/// How often one network address may ask for what costs us something. A whole conference may sit behind one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Forms a minute that may make us send a mail ...
    pub mails_per_minute: u32,
    /// ... and how many of them may come at once.
    pub mails_burst: u32,
    /// Log-ins a minute.
    pub sign_ins_per_minute: u32,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { mails_per_minute: 60, mails_burst: 120, sign_ins_per_minute: 10 }
    }
}

/// How mail leaves.
#[derive(Debug, Clone)]
pub struct MailConfig {
    pub transport: TransportConfig,
    /// Address in `From`, and the organiser of calendar invitations.
    pub from: Email,
}

/// Where mail goes.
#[derive(Debug, Clone)]
pub enum TransportConfig {
    /// `.eml` files in a folder.
    Folder(PathBuf),
    /// `smtp://`, `smtps://` or `smtp+starttls://`, with log-in if the address has one.
    Smtp(Secret),
}

/// A setting that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub fn new(text: impl Into<String>) -> Secret {
        Secret(text.into())
    }

    /// The secret itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Which database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    Sqlite(PathBuf),
    Postgres(Secret),
}

impl DatabaseUrl {
    /// Reads `sqlite:PATH` (or `sqlite://PATH`), `postgres://…` or `postgresql://…`.
    pub fn parse(text: &str) -> Result<DatabaseUrl, ConfigError> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(DatabaseUrl::Postgres(Secret::new(text)));
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:"));
        match path {
            Some(path) if !path.is_empty() => Ok(DatabaseUrl::Sqlite(PathBuf::from(path))),
            _ => {
                let scheme = text.split(':').next().unwrap_or_default().to_string();
                Err(ConfigError::Database { scheme })
            }
        }
    }

    /// The SQLite file in the data folder.
    pub fn in_folder(data: &Path) -> DatabaseUrl {
        DatabaseUrl::Sqlite(data.join("rendezvous.sqlite"))
    }
}

/// The address under which people reach the server: every link in a page or a mail starts with it, whatever a request's
/// `Host` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Reads `http://…` or `https://…`; a slash at the end is dropped.
    pub fn parse(text: &str) -> Result<BaseUrl, ConfigError> {
        let text = text.trim_end_matches('/');
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        match host {
            Some(host) if !host.is_empty() && !host.contains(['/', ' ', '?', '#', '@', '"', '<', '>']) => {
                Ok(BaseUrl(text.to_string()))
            }
            _ => Err(ConfigError::BaseUrl { text: text.to_string() }),
        }
    }

    /// The address without a slash at its end.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The whole address of a path that begins with a slash.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// Whether browsers reach the server by TLS.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// The host without its port, for Message-IDs and calendar ids.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        match rest.rsplit_once(':') {
            Some((host, port)) if port.chars().all(|c| c.is_ascii_digit()) => host,
            _ => rest,
        }
    }
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error(
        "DATABASE_URL begins with “{scheme}:”, which is no database this program knows: \
         use sqlite:PATH or postgres://USER@HOST/NAME"
    )]
    Database { scheme: String },
    #[error("BASE_URL “{text}” is not an address such as https://events.example.org (no path after it)")]
    BaseUrl { text: String },
    #[error("MAIL_FROM “{text}” is not an e-mail address")]
    MailFrom { text: String },
    #[error(
        "SMTP_URL is not an address such as smtp+starttls://user:password@mail.example.org:587: {reason}"
    )]
    Smtp { reason: String },
}
