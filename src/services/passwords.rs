//! Passwords of organisers: what makes a good one, and how it is kept (argon2id).

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use parking_lot::{Condvar, Mutex};
use unicode_normalization::UnicodeNormalization;
use zxcvbn::feedback::Warning;
use zxcvbn::{Score, zxcvbn};

use super::common_passwords;
use crate::domain::account::{PASSWORD_MAX, PASSWORD_MIN};
use crate::domain::problems::Message;
use crate::random::Random;

/// How many hashes may run at once: a flood of log-ins must not take the whole machine.
const AT_ONCE: u32 = 4;
/// How many characters of a password must be other than the person's own words.
const OWN_PART_MIN: usize = 8;
/// A salt and a hash that no password has, for the account that does not exist.
const NOBODY: &str = "bm9ib2R5LWlzLWhlcmU$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A password that is good enough to be set.
pub struct Password(String);

impl Password {
    /// Checks a new password: its length, and how soon it would be guessed by somebody who knows these words (name,
    /// address ...). There are no rules about kinds of characters (NIST SP 800-63B, 3.1.1.2).
    pub fn check(raw: &str, own_words: &[&str]) -> Result<Password, Message> {
        let text = normal(raw);
        let length = text.chars().count();
        if length < PASSWORD_MIN {
            return Err(Message::new("problem-password-short")
                .with("min", PASSWORD_MIN)
                .with("length", length));
        }
        if length > PASSWORD_MAX {
            return Err(Message::new("problem-password-long")
                .with("max", PASSWORD_MAX)
                .with("length", length));
        }
        let known = known_words(own_words);
        if without(&text, &known).chars().count() < OWN_PART_MIN {
            return Err(Message::new("problem-password-weak"));
        }
        if common_passwords::is_guessable(&text, &known) {
            return Err(Message::new("problem-password-common"));
        }
        let guess = zxcvbn(&text, &known);
        if guess.score() >= Score::Three {
            return Ok(Password(text));
        }
        Err(match guess.feedback().and_then(|feedback| feedback.warning()) {
            Some(
                Warning::ThisIsATop10Password
                | Warning::ThisIsATop100Password
                | Warning::ThisIsACommonPassword
                | Warning::ThisIsSimilarToACommonlyUsedPassword,
            ) => Message::new("problem-password-common"),
            _ => Message::new("problem-password-weak"),
        })
    }
}

/// The person's own words and their parts, and the program's name.
fn known_words<'a>(own_words: &[&'a str]) -> Vec<&'a str> {
    let parts = own_words.iter().flat_map(|words| words.split(|c: char| !c.is_alphanumeric()));
    let parts = parts.filter(|part| part.chars().count() > 2);
    own_words.iter().copied().chain(parts).chain(["rendezvous"]).collect()
}

/// What is left of a password when the known words are taken out, in any case: an estimate of guesses counts two names
/// and a year as three surprises.
fn without(password: &str, known: &[&str]) -> String {
    let mut words: Vec<String> = known.iter().map(|word| word.to_lowercase()).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
        .iter()
        .filter(|word| !word.is_empty())
        .fold(password.to_lowercase(), |left, word| left.replace(word.as_str(), ""))
}

/// One spelling for what different keyboards send for the same letters (NIST SP 800-63B, 3.1.1.2).
fn normal(raw: &str) -> String {
    raw.nfkc().collect()
}

/// A hash could not be made: a fault of the program's own settings.
#[derive(Debug, thiserror::Error)]
#[error("cannot hash a password: {0}")]
pub struct HashError(argon2::password_hash::Error);

/// Hashes passwords and compares them with hashes, few at a time.
pub struct PasswordHasher {
    argon2: Argon2<'static>,
    nobody: String,
    running: Mutex<u32>,
    freed: Condvar,
}

impl PasswordHasher {
    /// The cost that OWASP's *Password Storage Cheat Sheet* asks for: 19 MiB, two passes, one lane.
    pub fn production() -> PasswordHasher {
        PasswordHasher::with(Params::DEFAULT)
    }

    /// The least cost, for tests that are not about passwords.
    pub fn cheap() -> PasswordHasher {
        let least = Params::new(Params::MIN_M_COST, Params::MIN_T_COST, Params::MIN_P_COST, None);
        PasswordHasher::with(least.unwrap_or(Params::DEFAULT))
    }

    fn with(params: Params) -> PasswordHasher {
        let (memory, passes, lanes) = (params.m_cost(), params.t_cost(), params.p_cost());
        PasswordHasher {
            nobody: format!("$argon2id$v=19$m={memory},t={passes},p={lanes}${NOBODY}"),
            argon2: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
            running: Mutex::new(0),
            freed: Condvar::new(),
        }
    }

    /// The hash of a password with a new salt, in PHC's string form.
    pub fn hash(&self, password: &Password, random: &Random) -> Result<String, HashError> {
        // 22 characters of base64 carry 132 random bits; 128 are asked for.
        let salt: String = random.token().secret().chars().take(22).collect();
        let _place = self.place();
        let hash = self.argon2.hash_password_with_salt(password.0.as_bytes(), salt.as_bytes());
        hash.map(|hash| hash.to_string()).map_err(HashError)
    }

    /// Whether this is the password. Without a stored hash the answer is no, and takes as long.
    pub fn verify(&self, raw: &str, stored: Option<&str>) -> bool {
        let text = normal(raw);
        let _place = self.place();
        let hash = PasswordHash::new(stored.unwrap_or(&self.nobody));
        let matches = hash.is_ok_and(|hash| self.argon2.verify_password(text.as_bytes(), &hash).is_ok());
        matches && stored.is_some()
    }

    /// Waits for one of the places.
    fn place(&self) -> Place<'_> {
        let mut running = self.running.lock();
        while *running >= AT_ONCE {
            self.freed.wait(&mut running);
        }
        *running += 1;
        Place(self)
    }
}

/// A place among the hashes that run; given back when dropped.
struct Place<'a>(&'a PasswordHasher);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        *self.0.running.lock() -= 1;
        self.0.freed.notify_one();
    }
}
