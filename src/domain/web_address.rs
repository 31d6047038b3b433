//! A web address that others may follow: encrypted, to a named computer.

use super::problems::Message;
use super::text;

/// An `https` address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(String);

impl WebAddress {
    /// Longest address, in characters.
    pub const MAX: usize = 300;

    const SCHEME: &'static str = "https://";

    /// Reads an address as people type it: `www.example.org` is taken as `https://www.example.org`. What could lead
    /// somewhere else than it says is refused: other schemes, a name before the host, a host that is a number.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(raw: &str) -> Result<WebAddress, Message> {
        let typed = text::line(raw);
        let length = typed.chars().count();
        if length > WebAddress::MAX {
            return Err(Message::new("problem-too-long").with("max", WebAddress::MAX).with("length", length));
        }
        let rest = match typed.split_at_checked(WebAddress::SCHEME.len()) {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case(WebAddress::SCHEME) => rest,
            _ if names_scheme(&typed) => return Err(Message::new("problem-web-address-scheme")),
            _ => typed.as_str(),
        };
        let refused = |c: char| c.is_whitespace() || "<>\"\\".contains(c);
        let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let (host, port) =
            authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
        let host = host.to_lowercase();
        if rest.contains(refused) || !is_named(&host) || !port.is_none_or(is_port) {
            return Err(Message::new("problem-web-address-form"));
        }
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        Ok(WebAddress(format!("{}{host}{port}{path}", WebAddress::SCHEME)))
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a colon ends the name of a scheme (RFC 3986, 3.1) rather than that of a computer, which has a dot.
fn names_scheme(typed: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "+-".contains(c);
    typed.split_once(':').is_some_and(|(before, after)| {
        after.starts_with("//") || (!before.is_empty() && before.chars().all(allowed))
    })
}

/// Whether a host is a name in the domain name system: its last label begins with a letter, or browsers would read it
/// as the number of a computer.
fn is_named(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    text::is_domain(host) && last.starts_with(char::is_alphabetic)
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|digit| digit.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
}
