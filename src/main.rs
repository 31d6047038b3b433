//! The program `rendezvous`.

use std::process::ExitCode;

/// A fifth of what a page cost was the system's allocator, which many threads share, and what it had once it never gave back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    rendezvous::cli::run()
}
