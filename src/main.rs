//! The program `rendezvous`.

use std::process::ExitCode;

fn main() -> ExitCode {
    rendezvous::cli::run()
}
