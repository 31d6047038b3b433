//! DKIM signatures (RFC 6376, RFC 8463) over the finished bytes of a mail. What lettre signs is not yet what leaves: it
//! writes some headers later. Here nothing is written afterwards, so `Content-Type` can be signed too.

use std::fmt;
use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use sha2::{Digest, Sha256};

use super::MailError;
use crate::config::{ConfigError, DkimConfig, DkimKeyFile};
use crate::domain::text::Email;

/// The headers that are signed, whether a mail has them or not: each is named once more than it is there, so that one
/// that somebody adds breaks the signature (RFC 6376, 8.15).
const SIGNED: [&str; 13] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Reply-To",
    "Auto-Submitted",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
];
/// Characters of a signature on one line.
const LINE: usize = 70;

/// Signs mails with every key that the settings name; without one, mails stay as they are.
#[derive(Debug, Default)]
pub struct Signer {
    domain: String,
    keys: Vec<Key>,
}

struct Key {
    selector: String,
    pair: Pair,
}

enum Pair {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Ed25519KeyPair),
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({}, {})", self.selector, self.pair.algorithm())
    }
}

impl Signer {
    /// Reads the keys. The domain must be that of `from` or one above it, or receivers count the signature for nothing
    /// (RFC 7489, 3.1.1).
    pub fn open(config: &DkimConfig, from: &Email) -> Result<Signer, ConfigError> {
        let domain = idna::domain_to_ascii(&config.domain).unwrap_or_default();
        let sender = idna::domain_to_ascii(from.domain()).unwrap_or_default();
        let aligned = sender == domain || sender.ends_with(&format!(".{domain}"));
        if !aligned || !domain.contains('.') {
            let (domain, from) = (config.domain.clone(), from.as_str().to_string());
            return Err(ConfigError::DkimDomain { domain, from });
        }
        let keys = config.keys.iter().map(Key::open).collect::<Result<_, _>>()?;
        Ok(Signer { domain, keys })
    }

    /// The mail with a signature of each key before it.
    pub(super) fn sign(&self, mime: String, now: DateTime<Utc>) -> Result<String, MailError> {
        let mut signed = String::new();
        for key in &self.keys {
            signed.push_str(&self.signature(key, &mime, now)?);
        }
        signed.push_str(&mime);
        Ok(signed)
    }

    fn signature(&self, key: &Key, mime: &str, now: DateTime<Utc>) -> Result<String, MailError> {
        let (head, body) = mime.split_once("\r\n\r\n").ok_or(MailError::Signature("the mail has no body"))?;
        let headers = unfolded(head);
        let mut names = Vec::new();
        let mut signed = String::new();
        for name in SIGNED {
            // From the last to the first, as they are read by whoever verifies (RFC 6376, 5.4.2).
            for (_, value) in headers.iter().rev().filter(|(known, _)| known.eq_ignore_ascii_case(name)) {
                names.push(name);
                signed.push_str(&relaxed_header(name, value));
                signed.push_str("\r\n");
            }
            names.push(name);
        }
        let body_hash = STANDARD.encode(Sha256::digest(relaxed_body(body).as_bytes()));
        let names: Vec<String> = names.chunks(4).map(|names| names.join(":")).collect();
        let unsigned = format!(
            "v=1; a={}; c=relaxed/relaxed; d={};\r\n s={}; t={};\r\n h={};\r\n bh={body_hash};\r\n b=",
            key.pair.algorithm(),
            self.domain,
            key.selector,
            now.timestamp(),
            names.join(":\r\n  "),
        );
        signed.push_str(&relaxed_header("DKIM-Signature", &unsigned));
        let signature = STANDARD.encode(key.pair.sign(signed.as_bytes())?);
        let lines: Vec<&str> = (0..signature.len())
            .step_by(LINE)
            .filter_map(|at| signature.get(at..signature.len().min(at + LINE)))
            .collect();
        Ok(format!("DKIM-Signature: {unsigned}{}\r\n", lines.join("\r\n  ")))
    }
}

impl Key {
    fn open(config: &DkimKeyFile) -> Result<Key, ConfigError> {
        let refused =
            |reason: String| ConfigError::DkimFile { file: config.file.display().to_string(), reason };
        let pem = fs::read_to_string(&config.file).map_err(|error| refused(error.to_string()))?;
        let pair = Pair::read(&pem).map_err(|reason| refused(reason.to_string()))?;
        Ok(Key { selector: config.selector.clone(), pair })
    }
}

impl Pair {
    /// Reads the PEM forms that `openssl genpkey` and `openssl genrsa` write.
    fn read(pem: &str) -> Result<Pair, &'static str> {
        let none = "it holds no private key in PEM (-----BEGIN PRIVATE KEY-----)";
        let (_, rest) = pem.split_once("-----BEGIN ").ok_or(none)?;
        let (label, rest) = rest.split_once("-----").ok_or(none)?;
        let (text, _) = rest.split_once("-----END").ok_or(none)?;
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let der = STANDARD.decode(text).map_err(|_| "its PEM is damaged")?;
        match label {
            "RSA PRIVATE KEY" => Pair::rsa(RsaKeyPair::from_der(&der)),
            "PRIVATE KEY" => match Ed25519KeyPair::from_pkcs8_maybe_unchecked(&der) {
                Ok(pair) => Ok(Pair::Ed25519(pair)),
                Err(_) => Pair::rsa(RsaKeyPair::from_pkcs8(&der)),
            },
            "ENCRYPTED PRIVATE KEY" => Err("it is locked with a password: write it without one"),
            _ => Err(none),
        }
    }

    fn rsa(read: Result<RsaKeyPair, ring::error::KeyRejected>) -> Result<Pair, &'static str> {
        // Receivers refuse RSA keys below 1,024 bits and should refuse those below 2,048 (RFC 8301, 3.2); so does ring.
        let pair = read.map_err(|_| "it is neither an RSA key of 2,048 to 4,096 bits nor an Ed25519 key")?;
        Ok(Pair::Rsa(Box::new(pair)))
    }

    fn algorithm(&self) -> &'static str {
        match self {
            Pair::Rsa(_) => "rsa-sha256",
            Pair::Ed25519(_) => "ed25519-sha256",
        }
    }

    /// The same signature for the same text, whichever the key.
    fn sign(&self, text: &[u8]) -> Result<Vec<u8>, MailError> {
        match self {
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                // Chance only hides the key from whoever measures the time; the result does not depend on it.
                pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut signature)
                    .map_err(|_| MailError::Signature("the RSA key does not sign"))?;
                Ok(signature)
            }
            // RFC 8463, 3: the hash is what is signed.
            Pair::Ed25519(pair) => Ok(pair.sign(&Sha256::digest(text)).as_ref().to_vec()),
        }
    }
}

/// Names and values, those over several lines in one piece with their line ends.
fn unfolded(head: &str) -> Vec<(&str, String)> {
    let mut headers: Vec<(&str, String)> = Vec::new();
    for line in head.split("\r\n") {
        match (line.starts_with([' ', '\t']), headers.last_mut()) {
            (true, Some((_, value))) => {
                value.push_str("\r\n");
                value.push_str(line);
            }
            _ => {
                let (name, value) = line.split_once(':').unwrap_or((line, ""));
                headers.push((name, value.to_string()));
            }
        }
    }
    headers
}

/// RFC 6376, 3.4.2, without the line end.
fn relaxed_header(name: &str, value: &str) -> String {
    let words: Vec<&str> = value.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).collect();
    format!("{}:{}", name.to_ascii_lowercase(), words.join(" "))
}

/// RFC 6376, 3.4.4.
fn relaxed_body(body: &str) -> String {
    let mut relaxed = String::with_capacity(body.len());
    for line in body.split("\r\n") {
        let mut gap = false;
        for c in line.trim_end_matches([' ', '\t']).chars() {
            let space = c == ' ' || c == '\t';
            if !space {
                relaxed.push(c);
            } else if !gap {
                relaxed.push(' ');
            }
            gap = space;
        }
        relaxed.push_str("\r\n");
    }
    let text = relaxed.trim_end_matches("\r\n").len();
    if text == 0 {
        return String::new();
    }
    relaxed.truncate(text + 2);
    relaxed
}
