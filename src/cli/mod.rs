//! The command line: one file a command. Whatever fails is said in one sentence, and the exit code is not zero.

mod account;
mod backup;
mod bench;
mod bounce;
mod conflicts;
mod demo;
mod import;
mod logging;
mod restore;
mod restored_mail;
mod sbom;
mod serve;
mod settings;
mod solve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::documents::private_files;

/// Event registration, matchmaking and meeting schedules for conferences.
#[derive(Debug, Parser)]
#[command(name = "rendezvous", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Demo(demo::Demo),
    Solve(solve::Solve),
    Bench(bench::Bench),
    Import(import::Import),
    Bounce(bounce::Bounce),
    Account(account::AccountCommand),
    Backup(backup::Backup),
    Restore(restore::Restore),
    RestoredMail(restored_mail::RestoredMail),
    Sbom(sbom::Sbom),
}

/// Runs what the command line asks for.
pub fn run() -> ExitCode {
    private_files::make_nothing_for_others();
    let done = match Cli::parse().command {
        Command::Serve(command) => command.run(),
        Command::Demo(command) => command.run(),
        Command::Solve(command) => command.run(),
        Command::Bench(command) => command.run(),
        Command::Import(command) => command.run(),
        Command::Account(command) => command.run(),
        Command::Backup(command) => command.run(),
        Command::Restore(command) => command.run(),
        Command::RestoredMail(command) => command.run(),
        Command::Sbom(command) => command.run(),
        // A mail server waits for the answer, and knows these codes.
        Command::Bounce(command) => return command.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
