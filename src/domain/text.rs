//! Texts that people type: trimmed, in Unicode normal form C, without control characters, within a length.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::address_input;
use super::problems::Message;

/// Longest name of an organisation or another thing, in characters.
pub const NAME_MAX: usize = 200;
/// Longest name of a person, in characters.
pub const PERSON_MAX: usize = 80;
/// Longest short text (place, label), in characters.
pub const SHORT_MAX: usize = 200;
/// Longest offer, seek or message, in characters.
pub const NOTE_MAX: usize = 1_000;
/// Longest description of an event, in characters.
pub const LONG_MAX: usize = 20_000;

/// Cleans one line of text: line breaks and tabs become spaces, other control characters and characters that
/// reverse the direction of what follows are dropped, runs of spaces become one. What nobody can see is nothing.
pub fn line(raw: &str) -> String {
    let spaced: String = raw
        .nfc()
        .map(|c| if matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}') { ' ' } else { c })
        .filter(|c| !is_hidden(*c))
        .collect();
    seen(spaced.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A stored name as a mail or a calendar may take it, whatever its past: one clean line, cut at [`NAME_MAX`].
pub fn shown_name(stored: &str) -> String {
    line(stored).chars().take(NAME_MAX).collect()
}

/// Cleans a text of several lines: line ends become `\n`, control characters are dropped.
pub fn lines(raw: &str) -> String {
    let unified = raw.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let kept = unified.nfc().filter(|c| *c == '\n' || *c == '\t' || !is_hidden(*c)).collect::<String>();
    seen(kept.trim().to_string())
}

/// The text, or none if all of it is invisible.
fn seen(text: String) -> String {
    let is_blank = |letter: char| letter.is_whitespace() || letter == '\u{2800}' || is_ignorable(letter);
    if text.chars().all(is_blank) { String::new() } else { text }
}

/// Whether a letter has no look of its own (Unicode, Default_Ignorable_Code_Point): joiners, fillers, soft hyphens, marks of
/// direction, tags. Names in some scripts need them between their letters.
fn is_ignorable(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// A line that must be there.
pub fn required(raw: &str, max: usize, missing: &'static str) -> Result<String, Message> {
    let text = optional(raw, max)?;
    if text.is_empty() { Err(Message::new(missing)) } else { Ok(text) }
}

/// A line that may be empty.
pub fn optional(raw: &str, max: usize) -> Result<String, Message> {
    within(line(raw), max)
}

/// The name of a person, which may be empty: short, and no page's address, since it stands in mails to others.
pub fn person_name(raw: &str) -> Result<String, Message> {
    let name = optional(raw, PERSON_MAX)?;
    match name.split_whitespace().find(|word| leads_to_a_page(word)) {
        Some(word) => Err(Message::new("problem-name-page").with("part", word)),
        None => Ok(name),
    }
}

/// Ends of domains that mail programs make links of wherever they stand.
const LINKED_ENDS: [&str; 14] =
    ["com", "net", "org", "info", "biz", "io", "app", "dev", "xyz", "top", "online", "site", "shop", "club"];

/// Whether a word is the address of a page, as people or mail programs read it. Titles have dots too: Dr.med. is none.
fn leads_to_a_page(word: &str) -> bool {
    let word = word.nfkc().collect::<String>().to_lowercase();
    let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let (host, path) =
        bare.split_once(['/', '?', '#']).map_or((bare, None), |(host, path)| (host, Some(path)));
    let is_linked = host
        .rsplit_once('.')
        .is_some_and(|(name, end)| name.chars().count() > 1 && LINKED_ENDS.contains(&end) && is_domain(host));
    // An email address in the place of a name is only that.
    if host.contains('@') {
        return false;
    }
    word.contains("://") || bare.starts_with("www.") || is_linked || (path.is_some() && is_domain(host))
}

/// A text of several lines that may be empty.
pub fn long(raw: &str, max: usize) -> Result<String, Message> {
    within(lines(raw), max)
}

fn within(text: String, max: usize) -> Result<String, Message> {
    let length = text.chars().count();
    if length > max {
        return Err(Message::new("problem-too-long").with("max", max).with("length", length));
    }
    Ok(text)
}

/// Both notes, one below the other, unless one holds the other or they are too long together.
pub fn joined(first: &str, second: &str) -> String {
    if first.is_empty() {
        return second.to_string();
    }
    let both = format!("{first}\n{second}");
    if first.contains(second) || both.chars().count() > NOTE_MAX { first.to_string() } else { both }
}

/// What two spellings of one organisation have in common: letters and digits in lower case.
pub fn search_key(text: &str) -> String {
    text.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What stands for a long text where only "is it the same?" is asked.
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// An e-mail address that a mail server will take.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Longest address (RFC 5321, 4.5.3.1.3, less the angle brackets).
    pub const MAX: usize = 254;

    /// Reads an address as people type or paste it: `local@domain.tld`, without comments, quotes or address literals,
    /// which no participant has (RFC 5321, 4.1.2 allows more). Letters beyond ASCII are fine in the domain alone.
    pub fn parse(raw: &str) -> Result<Email, Message> {
        // Compatible forms become the usual ones, as full-width letters and signs.
        let plain: String = raw.nfkc().filter(|letter| !is_ignorable(*letter)).collect();
        let line = line(&plain.replace('。', "."));
        if line.is_empty() {
            return Err(Message::new("problem-email-missing"));
        }
        let text = address_input::only_one_in(&line)?;
        if text.chars().count() > Email::MAX {
            return Err(Message::new("problem-too-long")
                .with("max", Email::MAX)
                .with("length", text.chars().count()));
        }
        let refused = || Message::new("problem-email-form");
        let (local, domain) = text.rsplit_once('@').ok_or_else(refused)?;
        let domain = domain.to_lowercase();
        if !local.is_ascii() && is_domain(&domain) {
            return Err(Message::new("problem-email-local").with("part", local));
        }
        if !is_local_part(local) || !is_domain(&domain) {
            return Err(refused());
        }
        Ok(Email(format!("{local}@{domain}")))
    }

    /// The address as typed, its domain in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The domain as mail servers take it.
    pub fn wire_domain(&self) -> String {
        idna::domain_to_ascii(self.domain()).unwrap_or_default()
    }

    /// The address as mail servers take it: letters beyond ASCII in the domain as Punycode (RFC 5891).
    pub fn wire(&self) -> String {
        match self.0.rsplit_once('@') {
            Some((local, domain)) => format!("{local}@{}", idna::domain_to_ascii(domain).unwrap_or_default()),
            None => self.0.clone(),
        }
    }

    /// What makes two addresses one: the form in which mail servers take it, in lower case. Whatever counts, blocks, searches or
    /// compares addresses does it by this.
    pub fn key(&self) -> String {
        self.wire().to_lowercase()
    }

    /// What limits count by: whatever stands behind a plus sign arrives in the same mailbox (RFC 5233, 1), and at Gmail, which
    /// has two domains, so does every spelling with other dots.
    pub fn mailbox(&self) -> String {
        let key = self.key();
        match key.rsplit_once('@') {
            Some((local, domain)) => {
                let own = local.split('+').next().filter(|own| !own.is_empty()).unwrap_or(local);
                match domain {
                    "gmail.com" | "googlemail.com" => format!("{}@gmail.com", own.replace('.', "")),
                    _ => format!("{own}@{domain}"),
                }
            }
            None => key,
        }
    }

    /// Whether these letters are the address, in whatever spelling a mail program writes it.
    pub fn is_written(&self, raw: &str) -> bool {
        Email::parse(raw).is_ok_and(|other| other.key() == self.key())
    }

    /// The address for a log: first letters alone.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        let first = |part: &str| part.chars().next().map(String::from).unwrap_or_default();
        format!("{}***@{}***", first(local), first(domain))
    }
}

fn is_local_part(local: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-.".contains(c);
    !local.is_empty()
        && local.len() <= 64
        && local.chars().all(allowed)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

/// Whether a text is a name in the domain name system with at least one dot, in letters of any script.
pub(super) fn is_domain(domain: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let Some((_, last)) = domain.rsplit_once('.') else { return false };
    domain.len() <= 253
        && domain.split('.').all(label)
        && last.chars().count() >= 2
        && !last.chars().all(|c| c.is_ascii_digit())
        && idna::domain_to_ascii(domain).is_ok_and(|ascii| !ascii.is_empty() && ascii.len() <= 253)
}

/// A domain as people write it, from the form in which mail servers take it.
pub fn readable_domain(wire: &str) -> String {
    let (domain, read) = idna::domain_to_unicode(wire);
    if read.is_ok() { domain } else { wire.to_string() }
}

/// What is typed to find an address, or a part of one, in lower case; a domain of another script as mail servers take it.
pub fn wire_part(typed: &str) -> String {
    let typed = typed.trim().to_lowercase();
    let start = typed.rfind('@').map_or(0, |at| at + 1);
    let (before, domain) = typed.split_at(start);
    match idna::domain_to_ascii(domain) {
        Ok(wire) if wire.contains("xn--") => format!("{before}{wire}"),
        _ => typed,
    }
}

/// An address as people write it, from the form in which mail servers take it.
pub fn readable_address(wire: &str) -> String {
    match wire.rsplit_once('@') {
        Some((local, domain)) => format!("{local}@{}", readable_domain(domain)),
        None => wire.to_string(),
    }
}

/// A name in an address: `a-z`, `0-9` and `-`, 2 to 60 characters.
pub fn slug(raw: &str) -> Result<String, Message> {
    let text = raw.trim().to_ascii_lowercase();
    let fine = (2..=60).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !text.starts_with('-')
        && !text.ends_with('-');
    if fine && !RESERVED_SLUGS.contains(&text.as_str()) {
        Ok(text)
    } else {
        Err(Message::new("problem-slug"))
    }
}

/// Words that are addresses of their own under `/organiser/events/`.
const RESERVED_SLUGS: [&str; 2] = ["new", "list"];
