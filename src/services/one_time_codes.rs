//! Codes of an app that change every thirty seconds (RFC 6238), the link that an app reads them off, and recovery codes.

use chrono::{DateTime, Utc};
use totp_rs::{Builder, Secret, Totp};

use crate::domain::token::{Token, TokenHash};
use crate::random::Random;

/// How many recovery codes there are.
pub const RECOVERY_CODES: usize = 10;
/// Seconds for which an app shows a code.
const STEP: i64 = 30;
/// A code of so many steps before or after counts too: clocks of telephones go wrong, and people type slowly.
const SKEW: i64 = 1;

/// A new secret of 160 bits in base32, as many as the hash has (RFC 4226, 4).
pub(super) fn new_secret(random: &Random) -> String {
    Secret::new(random.bytes::<20>().into()).to_base32()
}

/// The step of a typed code of this secret, if it is one of about now that is newer than `last`.
pub(super) fn step_of(secret: &str, code: &str, last: i64, now: DateTime<Utc>) -> Option<i64> {
    let totp = totp(secret)?;
    let step = now.timestamp().div_euclid(STEP);
    let of = |step: i64| Some(totp.generate(u64::try_from(step.checked_mul(STEP)?).ok()?).to_string());
    (step - SKEW..=step + SKEW).find(|step| *step > last && of(*step).is_some_and(|right| same(&right, code)))
}

fn totp(secret: &str) -> Option<Totp> {
    let secret = Secret::try_from_base32(secret).ok()?;
    Builder::new().with_secret(secret).build().ok()
}

fn same(right: &str, typed: &str) -> bool {
    use subtle::ConstantTimeEq;
    right.as_bytes().ct_eq(typed.as_bytes()).into()
}

/// What an app reads off the picture: whose secret it is, and of which installation.
pub(super) fn app_link(secret: &str, email: &str, host: &str) -> String {
    let issuer = encoded(&format!("Rendezvous {host}"));
    format!("otpauth://totp/{issuer}:{}?secret={secret}&issuer={issuer}", encoded(email))
}

fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// New recovery codes of 80 bits each, for people to write down.
pub(super) fn new_recovery_codes(random: &Random) -> Vec<String> {
    (0..RECOVERY_CODES).map(|_| format!("{}-{}", random.code(), random.code())).collect()
}

/// What a code was typed as: apps and people put spaces into it.
pub(super) fn plain(typed: &str) -> String {
    typed.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>().to_ascii_uppercase()
}

/// What is stored of a recovery code: no hash that takes long is needed for 80 random bits.
pub(super) fn recovery_hash(typed: &str) -> TokenHash {
    Token::from_outside(&plain(typed)).hash()
}
