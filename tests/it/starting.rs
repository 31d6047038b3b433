//! Starting and stopping the program itself: what it prints, and the one sentence it says when it cannot start.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Output, Stdio};

use crate::support::database::Folder;
use crate::support::visitor::Visitor;

/// The server on the data of a folder.
pub fn rendezvous(folder: &Folder, listen: &str) -> Command {
    program("serve", folder, listen)
}

/// A command of the program that runs a server on the data of a folder.
pub fn program(what: &str, folder: &Folder, listen: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rendezvous"));
    command.args([what, "--listen", listen, "--data"]).arg(folder.0.join("data"));
    for name in ["DATABASE_URL", "BASE_URL", "SMTP_URL", "LISTEN", "DATA_DIR"] {
        command.env_remove(name);
    }
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn refusal(mut command: Command) -> String {
    let Output { status, stderr, .. } = command.output().unwrap();
    assert!(!status.success());
    let told = String::from_utf8(stderr).unwrap();
    assert_eq!(told.trim().lines().count(), 1, "one sentence: {told}");
    assert!(!told.contains("panicked"), "{told}");
    told
}

#[test]
fn a_port_in_use_is_named() {
    let folder = Folder::new();
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = other.local_addr().unwrap().to_string();
    let told = refusal(rendezvous(&folder, &address));
    assert!(told.contains(&address) && told.contains("--listen"), "{told}");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = Folder::new();
    std::fs::write(folder.0.join("data"), "a file where the folder should be").unwrap();
    let told = refusal(rendezvous(&folder, "127.0.0.1:0"));
    assert!(told.contains("--data") && told.contains("data"), "{told}");
}

#[test]
fn an_unknown_or_unreachable_database_is_told_and_no_password_with_it() {
    for (url, part) in [
        ("mysql://root:hunter2@localhost/x", "mysql"),
        ("postgres://root:hunter2@127.0.0.1:1/x", "Cannot open the database"),
        ("sqlite:", "sqlite"),
    ] {
        let folder = Folder::new();
        let mut command = rendezvous(&folder, "127.0.0.1:0");
        command.env("DATABASE_URL", url);
        let told = refusal(command);
        assert!(told.contains(part) && !told.contains("hunter2"), "{url}: {told}");
    }
}

#[test]
fn a_base_url_that_is_none_is_refused() {
    let folder = Folder::new();
    let mut command = rendezvous(&folder, "127.0.0.1:0");
    command.env("BASE_URL", "events.example.org");
    assert!(refusal(command).contains("https://events.example.org"), "it says what would do");
}

#[test]
fn a_second_server_on_the_same_folder_is_refused_and_a_signal_ends_the_first() {
    let folder = Folder::new();
    let mut first = rendezvous(&folder, "127.0.0.1:0").spawn().unwrap();
    let lines = lines_until_ready(&mut first);
    assert!(lines.iter().any(|line| line.starts_with("site: http://127.0.0.1:")), "{lines:?}");
    let told = refusal(rendezvous(&folder, "127.0.0.1:0"));
    assert!(told.contains("Another server already runs on the database"), "{told}");
    let stopped = Command::new("kill").args(["-TERM", &first.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    assert!(first.wait().unwrap().success());
    assert!(folder.0.join("data/rendezvous.sqlite").exists());
}

#[test]
fn a_database_file_that_vanishes_stops_the_server_and_an_empty_one_in_its_place_is_refused() {
    let folder = Folder::new();
    let file = folder.0.join("data/rendezvous.sqlite");
    let mut first = rendezvous(&folder, "127.0.0.1:0").spawn().unwrap();
    lines_until_ready(&mut first);
    std::fs::rename(&file, file.with_extension("away")).unwrap();
    let stopped = first.wait_with_output().unwrap();
    assert!(!stopped.status.success());
    let told = String::from_utf8(stopped.stderr).unwrap();
    assert!(told.contains("The database is no longer the one that was opened"), "{told}");
    let told = refusal(rendezvous(&folder, "127.0.0.1:0"));
    assert!(told.contains("rendezvous.sqlite") && told.contains("database-id"), "{told}");
    assert!(!file.exists(), "nothing was put in its place");
    std::fs::write(&file, b"").unwrap();
    assert!(refusal(rendezvous(&folder, "127.0.0.1:0")).contains("missing or empty"));
    std::fs::rename(file.with_extension("away"), &file).unwrap();
    let mut again = rendezvous(&folder, "127.0.0.1:0").spawn().unwrap();
    lines_until_ready(&mut again);
    again.kill().unwrap();
    again.wait().unwrap();
}

#[test]
fn the_log_is_json_if_asked_and_holds_no_token_of_a_link() {
    let folder = Folder::new();
    let mut command = rendezvous(&folder, "127.0.0.1:0");
    let mut server = command.env("LOG_FORMAT", "json").spawn().unwrap();
    let lines = lines_until_ready(&mut server);
    let site = lines.iter().find_map(|line| line.strip_prefix("site: ")).unwrap();
    let secret = "SECRETSECRETSECRETSECRETSECRETSECRETSECRETS";
    Visitor::new(site.to_string()).get(&format!("/my/{secret}"));
    Visitor::new(site.to_string()).get(&format!("/confirm/{secret}?lang=de"));
    Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap();
    let log = String::from_utf8(server.wait_with_output().unwrap().stderr).unwrap();
    assert!(log.contains("/my/{token}") && log.contains("/confirm/{token}"), "{log}");
    assert!(!log.contains("SECRET"), "{log}");
    for line in log.lines() {
        let entry: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(entry["timestamp"].is_string(), "{line}");
    }
}

/// What a program prints until it is ready.
pub fn lines_until_ready(child: &mut Child) -> Vec<String> {
    let output = BufReader::new(child.stdout.take().unwrap());
    let mut lines = Vec::new();
    for line in output.lines() {
        let line = line.unwrap();
        if line == "ready" {
            return lines;
        }
        lines.push(line);
    }
    panic!("it never was ready: {lines:?}")
}
