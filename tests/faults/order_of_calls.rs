//! What is acknowledged is on the disk: the calls to the system are watched in their order.

use std::process::Command;

use crate::people::Person;
use crate::site::{Kind, Site};
use crate::support::promises::Promise;

/// Bytes of each call that are written down: enough for the first line of a request or an answer.
const SHOWN: &str = "64";

#[test]
fn a_page_says_saved_only_after_the_disk_has_it() {
    if Command::new("strace").arg("-V").output().is_err() {
        eprintln!("SKIPPED: there is no strace (Debian package strace)");
        return;
    }
    let site = Site::new(Kind::Sqlite, Some(5));
    let trace = site.folder().join("trace").display().to_string();
    let calls = "trace=fsync,fdatasync,read,recvfrom,sendto,write,writev";
    assert!(site.server().start(&["strace", "-f", "-qq", "-s", SHOWN, "-o", &trace, "-e", calls]));
    Person::of(&site).registers();
    assert!(site.server().stop().is_some());
    let lines = std::fs::read_to_string(&trace).unwrap();
    let answers = acknowledged(&lines);
    // The three steps of a form that keep something, the last one, and the confirmation.
    assert!(answers.len() >= 4, "{answers:?}");
    assert!(answers.iter().all(|on_disk| *on_disk), "an answer left before the disk had it: {answers:?}");
    Promise::of("R-5")
        .on("Sqlite")
        .held(&format!("{} answers, each after the disk had confirmed", answers.len()));
}

/// For each form that was answered with "go on there": whether the disk had confirmed something in between.
fn acknowledged(trace: &str) -> Vec<bool> {
    let mut found = Vec::new();
    let mut since_form: Option<bool> = None;
    for line in trace.lines() {
        if line.contains("\"POST /") {
            since_form = Some(false);
        } else if line.contains("sync") && line.ends_with("= 0") {
            since_form = since_form.map(|_| true);
        } else if line.contains("\"HTTP/1.1 303")
            && let Some(on_disk) = since_form.take()
        {
            found.push(on_disk);
        }
    }
    found
}
