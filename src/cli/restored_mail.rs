//! `rendezvous restored-mail`: what becomes of the mails that came back with a backup.

use clap::{Args, ValueEnum};

use super::serve;
use super::settings::Settings;
use crate::services::backups::mails::{self, Decision};

/// Decides about the mails that waited when a restored backup was made, and lets mail go out again.
#[derive(Debug, Args)]
pub struct RestoredMail {
    #[command(flatten)]
    settings: Settings,
    /// What becomes of them.
    decision: Choice,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Choice {
    /// They are sent, though some may have been sent before.
    Send,
    /// They are not sent; each stays in the outbox, where it can be sent all the same.
    GiveUp,
}

impl RestoredMail {
    /// Decides, and says about how many mails it was.
    pub fn run(self) -> anyhow::Result<()> {
        let app = serve::open(self.settings.clone().into_config(self.settings.listen)?)?;
        let decision = match self.decision {
            Choice::Send => Decision::Send,
            Choice::GiveUp => Decision::GiveUp,
        };
        match (mails::decide_as_operator(&app, decision)?, self.decision) {
            (None, _) => println!("Nothing is to be decided: mail is not held after a restore."),
            (Some(count), Choice::Send) => {
                println!("{count} mails of the backup are sent. Mail goes out again.")
            }
            (Some(count), Choice::GiveUp) => {
                println!("{count} mails of the backup are not sent. New mails go out again.");
            }
        }
        Ok(())
    }
}
