//! Secret tokens: made once, shown once, stored as a hash.
//!
//! Invariant: only the hash of a token is stored; the body of a mail, which holds one, is emptied once the mail is sent.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A secret of 256 bits as it stands in a link or a cookie.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Wraps 32 random bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Token {
        Token(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// A token as it came back from a link or a cookie; anything may come.
    pub fn from_outside(text: &str) -> Token {
        Token(text.chars().take(100).collect())
    }

    /// The secret itself, for the link.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// What is stored: SHA-256, which is enough for a secret of full entropy.
    pub fn hash(&self) -> TokenHash {
        TokenHash(URL_SAFE_NO_PAD.encode(Sha256::digest(self.0.as_bytes())))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(***)")
    }
}

/// The hash of a token, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenHash(pub String);
