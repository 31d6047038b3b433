//! Settings: read once at start, checked as a whole, handed on as plain values.
//!
//! Invariant: every link in a page, mail or calendar begins with `BASE_URL`, whatever a request's `Host` says.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use ipnet::IpNet;

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
    /// The proxies whose word on who asks is believed.
    pub proxies: Proxies,
    /// Where holes are reported, if that is said.
    pub security_contact: Option<SecurityContact>,
    /// Whether every organiser needs a second factor.
    pub second_factor_required: bool,
    pub limits: Limits,
    /// How long the mails of what organisers do wait, so that it can be undone.
    pub mails_wait_minutes: u16,
    /// Whether everybody in it is made up, so that whoever looks at it may read every mail.
    pub demo: bool,
    /// Backups that the server makes by itself, if it shall.
    pub backups: Option<BackupConfig>,
}

/// Where holes are reported: an address as `security.txt` wants it (RFC 9116, 2.5.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityContact(String);

impl SecurityContact {
    /// Reads `mailto:…` or `https://…`.
    pub fn parse(text: &str) -> Result<SecurityContact, ConfigError> {
        let is_mail = text.strip_prefix("mailto:").is_some_and(|address| Email::parse(address).is_ok());
        let is_page = text.strip_prefix("https://").is_some_and(|rest| rest.contains('.'));
        let is_plain = text.chars().all(|c| c.is_ascii_graphic());
        match is_plain && (is_mail || is_page) {
            true => Ok(SecurityContact(text.to_string())),
            false => Err(ConfigError::SecurityContact { text: text.to_string() }),
        }
    }

    /// The address as it was given.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// When the server makes backups, and where they are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupConfig {
    pub folder: PathBuf,
    /// Hours from one to the next.
    pub every: u16,
    /// How many are kept; older ones are removed once a new one is made.
    pub keep: u16,
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
    /// Mails an hour of one event to addresses that nobody has proved, unless its seats need more.
    pub unproved_of_event: u32,
    /// The same to one domain, of all events.
    pub unproved_of_domain: u32,
    /// Connections at once.
    pub connections: u16,
    /// How long a form may take, beside a second for each 100 KB that has come.
    pub patience: Duration,
}

impl Limits {
    /// Mails an hour of an event with so many seats to addresses that nobody has proved: two for each seat, since whoever hears
    /// of a conference registers on its first day.
    pub fn unproved_of_event(&self, seats: Option<u32>) -> u32 {
        self.unproved_of_event.max(seats.unwrap_or_default().saturating_mul(2))
    }
}

impl Default for Limits {
    fn default() -> Limits {
        // Three hundred people who scan one code in one hall send their forms within minutes. All that one network can send in
        // an hour is half of an event's share, so that nobody closes an event's registration from one place.
        Limits {
            mails_per_minute: 10,
            mails_burst: 400,
            sign_ins_per_minute: 10,
            unproved_of_event: 2_000,
            unproved_of_domain: 300,
            connections: 64,
            patience: Duration::from_secs(30),
        }
    }
}

/// Networks of proxies: addresses, or networks such as `10.0.0.0/8`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpNet>);

impl Proxies {
    /// Reads a list.
    pub fn parse<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Proxies, ConfigError> {
        let read = |text: &str| {
            let network = text.parse::<IpNet>().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
            network.map_err(|_| ConfigError::Proxy { text: text.to_string() })
        };
        let texts = texts.into_iter().map(str::trim).filter(|text| !text.is_empty());
        texts.map(read).collect::<Result<_, _>>().map(Proxies)
    }

    /// Whether an address is a proxy's.
    pub fn trust(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// As it is set.
    pub fn told(&self) -> String {
        self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    }
}

/// How mail leaves.
#[derive(Debug, Clone)]
pub struct MailConfig {
    pub transport: TransportConfig,
    /// Address in `From`, and the organiser of calendar invitations.
    pub from: Email,
    /// Signatures over every mail; none leaves them to the mail server.
    pub dkim: Option<DkimConfig>,
    /// Mailbox that mails come back to, each to a variant of its own; none lets them come back to `from`.
    pub bounce_address: Option<BounceAddress>,
    /// Folder in which mails to that mailbox are found: a maildir, or files.
    pub bounce_folder: Option<PathBuf>,
    pub pace: MailPace,
}

impl MailConfig {
    /// What is needed; everything else is as it is without a setting.
    pub fn new(transport: TransportConfig, from: Email) -> MailConfig {
        MailConfig {
            transport,
            from,
            dkim: None,
            bounce_address: None,
            bounce_folder: None,
            pace: MailPace::default(),
        }
    }
}

/// How fast mail leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailPace {
    /// Connections to the mail server at once.
    pub connections: usize,
    /// Mails a minute to one domain; none for as many as it takes.
    pub per_domain: Option<u32>,
}

impl Default for MailPace {
    fn default() -> MailPace {
        // More than two connections look like an attack to some servers.
        MailPace { connections: 2, per_domain: None }
    }
}

/// Whose signature mails carry (RFC 6376).
#[derive(Debug, Clone)]
pub struct DkimConfig {
    /// The domain in whose name is signed: that of `From`, or one above it.
    pub domain: String,
    /// Each signs; two with different selectors let a key be exchanged, or stand for two algorithms.
    pub keys: Vec<DkimKeyFile>,
}

/// A private key and the name under which its public half stands in the DNS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DkimKeyFile {
    pub selector: String,
    /// PEM: RSA of 2,048 bits or more, or Ed25519.
    pub file: PathBuf,
}

impl DkimKeyFile {
    /// Reads `SELECTOR:FILE`.
    pub fn parse(text: &str) -> Result<DkimKeyFile, ConfigError> {
        let label = |part: &str| {
            (1..=63).contains(&part.len())
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        match text.split_once(':') {
            Some((selector, file)) if selector.split('.').all(label) && !file.is_empty() => {
                Ok(DkimKeyFile { selector: selector.to_string(), file: PathBuf::from(file) })
            }
            _ => Err(ConfigError::DkimKey { text: text.to_string() }),
        }
    }
}

/// A mailbox whose variants `NAME+anything@DOMAIN` all reach it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BounceAddress {
    local: String,
    domain: String,
}

/// Most letters of the local part of an address (RFC 5321, 4.5.3.1.1).
const LOCAL_MAX: usize = 64;
/// Letters that a variant adds at most: a plus sign, `stop-`, and a token.
const VARIANT_MAX: usize = 1 + 5 + 32;

impl BounceAddress {
    /// Reads an address; its local part must leave room for the variants.
    pub fn parse(text: &str) -> Result<BounceAddress, ConfigError> {
        let refused = || ConfigError::BounceAddress { text: text.to_string() };
        let email = Email::parse(text).map_err(|_| refused())?;
        let (local, domain) = email.as_str().rsplit_once('@').ok_or_else(refused)?;
        if local.len() + VARIANT_MAX > LOCAL_MAX {
            return Err(refused());
        }
        Ok(BounceAddress { local: local.to_ascii_lowercase(), domain: domain.to_string() })
    }

    /// The address as it was given.
    pub fn address(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// The variant with this tag, which is made of letters, digits and hyphens.
    pub fn variant(&self, tag: &str) -> Result<Email, ConfigError> {
        let text = format!("{}+{tag}@{}", self.local, self.domain);
        Email::parse(&text).map_err(|_| ConfigError::BounceAddress { text })
    }

    /// The tag of a variant, in lower case; nothing if the address is none.
    pub fn tag_of(&self, address: &str) -> Option<String> {
        let address = address.trim().to_lowercase();
        let (local, domain) = address.rsplit_once('@')?;
        let tag = local.strip_prefix(&self.local)?.strip_prefix('+')?;
        let ours = Email::parse(&format!("x@{domain}")).ok()?;
        let own = Email::parse(&format!("x@{}", self.domain)).ok()?;
        (ours.wire() == own.wire()).then(|| tag.to_string())
    }
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

    /// The address of *My event*, without any secret.
    pub fn my_event(&self, slug: &str) -> String {
        self.join(&format!("/e/{slug}/my"))
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
        "TRUSTED_PROXIES has {text:?}, which is no address and no network: write addresses or networks with commas between \
         them, such as 10.0.0.0/8,::1."
    )]
    Proxy { text: String },
    #[error(
        "TRUST_PROXY is no setting any more: set TRUSTED_PROXIES to the addresses of your proxies instead, such as \
         127.0.0.1,::1 for one on this machine or 10.0.0.0/8 for those of a network."
    )]
    TrustProxy,
    #[error(
        "DATABASE_URL begins with “{scheme}:”, which is no database this program knows: \
         use sqlite:PATH or postgres://USER@HOST/NAME"
    )]
    Database { scheme: String },
    #[error("BASE_URL “{text}” is not an address such as https://events.example.org (no path after it)")]
    BaseUrl { text: String },
    #[error(
        "SECURITY_CONTACT “{text}” is not an address such as mailto:security@example.org or https://example.org/security"
    )]
    SecurityContact { text: String },
    #[error("MAIL_FROM “{text}” is not an e-mail address")]
    MailFrom { text: String },
    #[error(
        "DKIM_KEYS holds “{text}”, which is not a selector and a file such as mail2026:/etc/rendezvous/dkim.pem"
    )]
    DkimKey { text: String },
    #[error(
        "DKIM_DOMAIN is “{domain}”, but mails are from “{from}”: receivers ask for the same domain, or one above it"
    )]
    DkimDomain { domain: String, from: String },
    #[error("the DKIM key {file}: {reason}")]
    DkimFile { file: String, reason: String },
    #[error(
        "BOUNCE_ADDRESS “{text}” is not an e-mail address with at most 26 letters before the @, such as bounces@events.example.org"
    )]
    BounceAddress { text: String },
    #[error(
        "SMTP_URL is not an address such as smtp+starttls://user:password@mail.example.org:587: {reason}"
    )]
    Smtp { reason: String },
}
