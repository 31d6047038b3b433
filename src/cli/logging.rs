//! The log: to standard error, as lines or as JSON, without personal data.

use tracing_subscriber::EnvFilter;

use super::settings::LogFormat;

/// Starts the log. `RUST_LOG` chooses what is told; without it, the events of the day and what went wrong.
pub fn start(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,rendezvous=info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
    // A panic's message may hold what somebody typed: only its place is told.
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}
