//! Randomness: the system's, or one that a test or the demo repeats from a seed.

use parking_lot::Mutex;
use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};
use uuid::{Builder, Uuid};

use chrono::{DateTime, Duration, Utc};

use crate::domain::token::Token;

/// Gives ids, tokens, codes and seeds.
pub struct Random(Mutex<StdRng>);

/// Letters and digits that nobody mistakes for another.
const CODE_LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

impl Random {
    /// Seeded by the operating system.
    pub fn system() -> Random {
        Random(Mutex::new(rand::make_rng()))
    }

    /// The same sequence for the same seed.
    pub fn seeded(seed: u64) -> Random {
        Random(Mutex::new(StdRng::seed_from_u64(seed)))
    }

    /// A new id: UUID version 7 (RFC 9562, 5.7), which sorts by the time it was made.
    pub fn id<T: From<String>>(&self, now: DateTime<Utc>) -> T {
        let mut bytes = [0; 10];
        self.0.lock().fill_bytes(&mut bytes);
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        let uuid: Uuid = Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid();
        T::from(uuid.to_string())
    }

    /// A new secret of 256 bits.
    pub fn token(&self) -> Token {
        let mut bytes = [0; 32];
        self.0.lock().fill_bytes(&mut bytes);
        Token::from_bytes(bytes)
    }

    /// A new secret of 128 bits in an address of a mailbox, where capitals may get lost: hexadecimal digits.
    pub fn mailbox_token(&self) -> Token {
        let mut bytes = [0; 16];
        self.0.lock().fill_bytes(&mut bytes);
        Token::from_outside(&format!("{:032x}", u128::from_be_bytes(bytes)))
    }

    /// So many random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.lock().fill_bytes(&mut bytes);
        bytes
    }

    /// A length of time varied by up to a fifth, so that what failed together is not tried again together.
    pub fn jittered(&self, length: Duration) -> Duration {
        let permille = self.0.lock().random_range(800..=1200);
        Duration::milliseconds(length.num_milliseconds() * permille / 1000)
    }

    /// A reference code of eight letters and digits, for people to read out.
    pub fn code(&self) -> String {
        let mut rng = self.0.lock();
        (0..8)
            .filter_map(|_| CODE_LETTERS.get(rng.random_range(0..CODE_LETTERS.len())))
            .map(|letter| char::from(*letter))
            .collect()
    }

    /// A seed for a match round.
    pub fn seed(&self) -> u64 {
        // The database keeps signed numbers, and organisers read and type it: keep it short.
        u64::from(self.0.lock().next_u32())
    }
}
