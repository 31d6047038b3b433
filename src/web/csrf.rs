//! Whether a form was sent from a page of ours: by what the browser says of the sender, and by a token that the page
//! and a cookie both carry.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::http::header::{HeaderMap, ORIGIN};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use subtle::ConstantTimeEq;

use crate::config::BaseUrl;
use crate::domain::token::Token;

/// Name of the cookie.
pub const COOKIE: &str = "csrf";
/// Name of the form field.
pub const FIELD: &str = "csrf";

/// Where the browser says that a form was sent from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// A page of ours, or the browser does not say.
    Plausible,
    /// Another site.
    Foreign,
}

/// Reads `Sec-Fetch-Site`, and `Origin` where a browser sends only that. `Origin: null` says nothing: it comes from our
/// own pages that send no referrer too; the token decides then.
pub fn sender(headers: &HeaderMap, base_url: &BaseUrl) -> Sender {
    let text = |value: Option<&actix_web::http::header::HeaderValue>| {
        value.and_then(|value| value.to_str().ok()).map(str::to_ascii_lowercase)
    };
    let fine = match (text(headers.get("sec-fetch-site")), text(headers.get(ORIGIN))) {
        (Some(site), _) => site == "same-origin" || site == "none",
        (None, Some(origin)) => origin == "null" || origin == base_url.as_str().to_ascii_lowercase(),
        (None, None) => true,
    };
    if fine { Sender::Plausible } else { Sender::Foreign }
}

/// The token of a page's forms. It knows whether a form has carried it: only then the browser needs the cookie.
#[derive(Debug, Clone, Default)]
pub struct FormToken {
    text: String,
    carried: Arc<AtomicBool>,
}

impl FormToken {
    /// A token of the visit that notes it.
    pub fn new(text: String, carried: Arc<AtomicBool>) -> FormToken {
        FormToken { text, carried }
    }
}

impl From<&str> for FormToken {
    fn from(text: &str) -> FormToken {
        FormToken { text: text.to_string(), ..FormToken::default() }
    }
}

impl fmt::Display for FormToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.carried.store(true, Ordering::Relaxed);
        f.write_str(&self.text)
    }
}

/// The secret of the cookie. A page shows it only under a mask that is new each time, so that compressed answers tell
/// nothing of it to someone who measures them (BREACH).
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A secret from a new token.
    pub fn new(token: &Token) -> Secret {
        Secret::read(token.secret()).unwrap_or(Secret([0; 32]))
    }

    /// The secret of a cookie, if it is one.
    pub fn read(cookie: &str) -> Option<Secret> {
        URL_SAFE_NO_PAD.decode(cookie).ok()?.try_into().ok().map(Secret)
    }

    /// As the cookie keeps it.
    pub fn cookie(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// As a form carries it: the mask, then the masked secret.
    pub fn masked(&self, mask: &Token) -> String {
        let mask = Secret::new(mask).0;
        let mut bytes = mask.to_vec();
        bytes.extend(mask.iter().zip(self.0).map(|(a, b)| a ^ b));
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Whether a form's field carries this secret.
    pub fn matches(&self, field: &str) -> bool {
        let Ok(bytes) = URL_SAFE_NO_PAD.decode(field) else { return false };
        let Some((mask, masked)) = bytes.split_at_checked(32).filter(|(_, masked)| masked.len() == 32) else {
            return false;
        };
        let told: Vec<u8> = mask.iter().zip(masked).map(|(a, b)| a ^ b).collect();
        told.ct_eq(&self.0).into()
    }
}
