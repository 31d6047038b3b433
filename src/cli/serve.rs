//! `rendezvous serve`: the server, until it is told to stop.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use clap::Args;

use super::conflicts::NOT_PROVEN;
use super::logging;
use super::settings::Settings;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::mail::transport::Mailer;
use crate::random::Random;
use crate::services::accounts;
use crate::services::passwords::PasswordHasher;
use crate::startup::{self, Background, Running, Workers, World};
use crate::zones::Zones;

/// Runs the server.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    settings: Settings,
}

impl Serve {
    /// Starts the server, says where it is, and stays until a signal ends it.
    pub fn run(self) -> anyhow::Result<()> {
        let running = start_with(self.settings, |app| {
            if let Some(path) = accounts::ensure_setup_link(app)? {
                // Whoever has the link becomes the first organiser: it goes to the terminal alone, never to the log.
                println!("setup: {}", app.config.base_url.join(&path));
            }
            Ok(())
        })?;
        until_told(running)
    }
}

/// Starts a server with these settings on the system's clock and randomness, after `prepare` has had the app for
/// itself, and says where it is.
pub fn start_with(
    settings: Settings,
    prepare: impl FnOnce(&App) -> anyhow::Result<()>,
) -> anyhow::Result<Running> {
    logging::start(settings.log_format);
    NOT_PROVEN.iter().for_each(|what| tracing::warn!("{what}"));
    let listener = startup::bind(settings.listen)?;
    let config = settings.into_config(listener.local_addr()?)?;
    let lock = startup::lock(&config)?;
    let app = open(config)?;
    startup::say_what_others_may_read(&app.config);
    println!("site: {}", app.config.base_url.as_str());
    prepare(&app)?;
    let workers = Workers(std::thread::available_parallelism().map_or(2, usize::from));
    let running = startup::start(Arc::new(app), listener, lock, workers, Background::Here)?;
    let zones = Zones::in_use();
    tracing::info!(
        release = zones.release(),
        of_the_system = zones.are_of_the_system(),
        "rules of time zones"
    );
    println!("ready");
    Ok(running)
}

/// The app on the system's clock and randomness.
pub fn open(config: Config) -> anyhow::Result<App> {
    let world = World {
        clock: Clock::system(),
        random: Random::system(),
        mailer: Mailer::from_config(&config.mail.transport)?,
        passwords: PasswordHasher::production(),
    };
    Ok(startup::open(config, world)?)
}

/// Waits for Ctrl-C or the system's "terminate", then stops gracefully; so it does, with an error, if the database is no
/// longer the one that was opened.
pub fn until_told(running: Running) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("Cannot listen for signals")?;
    runtime.block_on(async {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
            () = gone(&running) => {}
        }
        Ok::<_, std::io::Error>(())
    })?;
    tracing::info!("stopping");
    let is_gone = running.database_is_gone();
    running.stop();
    if is_gone {
        bail!(
            "The database is no longer the one that was opened: its file was deleted or replaced, or another database \
             answers. Put the right one back and start again."
        );
    }
    Ok(())
}

async fn gone(running: &Running) {
    while !running.database_is_gone() {
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}
