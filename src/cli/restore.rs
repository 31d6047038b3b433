//! `rendezvous restore FILE`: a backup back into an empty place, on either database.

use std::path::PathBuf;

use clap::Args;

use super::settings::Settings;
use crate::clock::Clock;
use crate::services::backups::restore::{self, Restored};
use crate::startup;

/// Restores a backup into an empty database, of either kind. No mail goes out until you decide about those that waited.
#[derive(Debug, Args)]
pub struct Restore {
    #[command(flatten)]
    settings: Settings,
    /// The backup.
    file: PathBuf,
}

impl Restore {
    /// Restores and says what came back, what differs and what is to be decided.
    pub fn run(self) -> anyhow::Result<()> {
        let config = self.settings.clone().into_config(self.settings.listen)?;
        let _lock = startup::lock(&config)?;
        let restored = restore::restore(&config, Clock::system().now(), &self.file)?;
        startup::remember_restored(&config)?;
        tell(&restored).iter().for_each(|line| println!("{line}"));
        Ok(())
    }
}

fn tell(restored: &Restored) -> Vec<String> {
    let found = &restored.contained;
    let made_at = restored.made_at.format("%F %T UTC");
    let mut lines = vec![
        format!(
            "restored, as it was at {made_at}: {} accounts, {} events, {} participants; {} rows. \
             They add up to what the backup says.",
            found.accounts, found.events, found.participants, restored.rows
        ),
        format!(
            "mail is paused: {} mails wait, {} of them are due. Some may have been sent after the backup was made.",
            found.waiting, found.overdue
        ),
        "  rendezvous restored-mail give-up   does not send these; new mails go out".to_string(),
        "  rendezvous restored-mail send      sends them all".to_string(),
        "  An administrator can decide the same on the first page after logging in.".to_string(),
        format!(
            "people whose data was deleted after {made_at} are here again: delete it again. What was registered or \
             changed after it is missing."
        ),
    ];
    if found.running_rounds > 0 {
        lines.push(format!(
            "{} match rounds were being solved; the server goes on with them.",
            found.running_rounds
        ));
    }
    for event in &restored.miscounted {
        lines.push(format!(
            "the seats of the event {event} did not add up when the backup was made: look at it."
        ));
    }
    for one in &restored.differing {
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "not set".to_string());
        lines.push(format!("setting {}: was {}, is {}", one.name, value(&one.then), value(&one.now)));
    }
    if restored.differing.iter().any(|one| one.name == "BASE_URL") {
        lines.push(
            "links in mails that were sent begin with the old BASE_URL: they work only under that address."
                .to_string(),
        );
    }
    lines
}
