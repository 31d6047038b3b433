//! `rendezvous backup FILE`: everything that the database holds in one file, beside a running server or without one.

use std::path::PathBuf;

use clap::Args;

use super::settings::Settings;
use crate::clock::Clock;
use crate::services::backups::make::{self, Existing, Made};

/// Writes a backup of the database into a file. Servers go on meanwhile; what they write after the start is not in it.
#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    settings: Settings,
    /// The file to be made; only its owner may read it.
    file: PathBuf,
    /// Replace the file if it is there already.
    #[arg(long)]
    overwrite: bool,
}

impl Backup {
    /// Makes the backup and says what is in it. The database is not brought up to date first: this is what to do before
    /// a newer program does.
    pub fn run(self) -> anyhow::Result<()> {
        let config = self.settings.clone().into_config(self.settings.listen)?;
        let existing = if self.overwrite { Existing::Replace } else { Existing::Keep };
        let made = make::make(&config, Clock::system().now(), &self.file, existing, &|| true)?;
        println!("{}: {}", self.file.display(), contents(&made));
        if !made.kept_apart.is_empty() {
            println!("not in it, keep them apart: {}", made.kept_apart.join(", "));
        }
        Ok(())
    }
}

fn contents(made: &Made) -> String {
    let rows: u64 = made.totals.iter().map(|total| total.rows).sum();
    format!(
        "{} events, {} participants, {} mails; {rows} rows in {} tables, {} bytes. It was read back and is whole.",
        made.rows("events"),
        made.rows("participants"),
        made.rows("outbox"),
        made.totals.len(),
        made.bytes,
    )
}
