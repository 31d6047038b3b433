//! The address of a mail server, as the settings write it.

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::TlsParameters;

use crate::config::ConfigError;

/// A mail server and how to talk to it.
pub struct Address {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub credentials: Option<Credentials>,
}

/// Whether a conversation is encrypted.
pub enum Security {
    /// No TLS: for a relay on the same machine or network.
    Plain,
    /// STARTTLS, and nothing is said without it.
    StartTls(TlsParameters),
    /// TLS from the first byte.
    Tls(TlsParameters),
}

/// Reads `smtp://HOST`, `smtp+starttls://USER:PASSWORD@HOST` or `smtps://USER:PASSWORD@HOST`, each with `:PORT` if it
/// is not the usual one (25, 587, 465). Special characters in a password are written as in every URL: `%40` for `@`.
pub fn parse(url: &str) -> Result<Address, ConfigError> {
    let (scheme, rest) = url.split_once("://").ok_or_else(|| refused("it has no “://”"))?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (login, address) = match authority.rsplit_once('@') {
        Some((login, address)) => (Some(login), address),
        None => (None, authority),
    };
    let usual = match scheme {
        "smtp" => 25,
        "smtp+starttls" => 587,
        "smtps" => 465,
        _ => return Err(refused("it begins with none of smtp://, smtp+starttls:// and smtps://")),
    };
    let (host, port) = host_and_port(address, usual)?;
    let credentials = login.map(credentials).transpose()?;
    if scheme == "smtp" && credentials.is_some() && !is_loopback(&host) {
        return Err(refused("a password would travel without encryption: use smtp+starttls:// or smtps://"));
    }
    let tls = || TlsParameters::new(host.clone()).map_err(|error| refused(&error.to_string()));
    let security = match scheme {
        "smtps" => Security::Tls(tls()?),
        "smtp+starttls" => Security::StartTls(tls()?),
        _ => Security::Plain,
    };
    Ok(Address { host, port, security, credentials })
}

fn refused(reason: &str) -> ConfigError {
    ConfigError::Smtp { reason: reason.to_string() }
}

fn host_and_port(address: &str, usual: u16) -> Result<(String, u16), ConfigError> {
    // An IPv6 address stands in brackets, which are not part of it.
    let (host, port) = match address.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, rest)) => (host, rest.strip_prefix(':')),
        None => address.split_once(':').map_or((address, None), |(host, port)| (host, Some(port))),
    };
    if host.is_empty() || host.contains(char::is_whitespace) {
        return Err(refused("it names no host"));
    }
    let port =
        port.map_or(Ok(usual), str::parse).map_err(|_| refused("its port is no number up to 65535"))?;
    Ok((host.to_string(), port))
}

fn credentials(login: &str) -> Result<Credentials, ConfigError> {
    let (user, password) = login.split_once(':').ok_or_else(|| refused("it has a user but no password"))?;
    Ok(Credentials::new(percent_decoded(user)?, percent_decoded(password)?))
}

/// Percent-encoding (RFC 3986, 2.1).
fn percent_decoded(text: &str) -> Result<String, ConfigError> {
    let wrong = || refused("a “%” in it is not followed by the two hexadecimal digits of a character");
    let mut pieces = text.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2).ok_or_else(wrong)?;
        bytes.push(u8::from_str_radix(digits, 16).map_err(|_| wrong())?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).map_err(|_| wrong())
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}
