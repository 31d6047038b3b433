//! What every use case needs: settings, database, clock, randomness and the way out for mail.

use crate::clock::Clock;
use crate::config::Config;
use crate::mail::dkim::Signer;
use crate::mail::transport::Mailer;
use crate::random::Random;
use crate::services::passwords::PasswordHasher;
use crate::services::registrations::Bursts;
use crate::services::rounds::{FactsCache, RoundWatch, Turns};
use crate::services::{KeptFigures, KeptProgrammes};
use crate::store::Store;

/// The world as the services see it; made once by [`crate::startup`].
pub struct App {
    pub config: Config,
    pub store: Store,
    pub clock: Clock,
    pub random: Random,
    pub mailer: Mailer,
    /// Signs every mail, if the settings name a key.
    pub signer: Signer,
    pub passwords: PasswordHasher,
    /// The rounds that are being solved.
    pub rounds: RoundWatch,
    /// The events of which plans are being worked out only to look at them.
    pub what_if: Turns,
    /// The lists of the events whose pages are open.
    pub programmes: KeptProgrammes,
    /// What organisers see of their plans in figures.
    pub figures: KeptFigures,
    /// The events that are being looked at.
    pub facts: FactsCache,
    /// From where registrations are confirmed.
    pub bursts: Bursts,
}
