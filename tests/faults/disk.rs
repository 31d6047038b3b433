//! The disk is full, or fails: people are told so, what was acknowledged stays, and it heals by itself.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::Ordering;
use std::thread::{self, sleep};
use std::time::Duration;

use crate::checker::{check_registrations, is_whole};
use crate::load::{self, Ledger};
use crate::server::Server;
use crate::story::{Story, wait_until};
use crate::support::app::Folder;

/// A small file system in memory; it is taken down when it is dropped.
struct SmallDisk<'a>(&'a Path);

impl SmallDisk<'_> {
    fn at(folder: &Path) -> Option<SmallDisk<'_>> {
        fs::create_dir_all(folder).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=16m", "tmpfs"]).arg(folder).stderr(Stdio::null());
        if mount.status().is_ok_and(|status| status.success()) {
            return Some(SmallDisk(folder));
        }
        eprintln!("SKIPPED: a tmpfs cannot be mounted here (that needs root)");
        None
    }

    /// Fills what is left of it.
    fn fill(&self) {
        let _ = fs::write(self.0.join("ballast"), vec![1_u8; 16 << 20]);
    }

    fn free(&self) {
        fs::remove_file(self.0.join("ballast")).unwrap();
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0).status();
    }
}

/// Lets people sign up while `trouble` comes and goes; gives how many were acknowledged.
fn under_load(server: &Server, database: &str, story: &Story, trouble: impl Fn(&Ledger)) -> usize {
    let ledger = Ledger::default();
    thread::scope(|scope| {
        let _end = ledger.ended_with_this();
        for _ in 0..3 {
            scope.spawn(|| ledger.sign_up_at(0, server));
        }
        wait_until("people sign up", || ledger.count_at(0) >= 5);
        story.tell(&format!("{} people have signed up", ledger.count_at(0)));
        trouble(&ledger);
        let before = ledger.count_at(0);
        wait_until("people sign up again", || ledger.count_at(0) >= before + 5);
        wait_until("it is ready again", || server.get("/readyz").0 == 200);
        story.tell("people sign up again, and it is ready");
    });
    let acknowledged = ledger.acknowledged();
    check_registrations(database, &acknowledged);
    assert!(is_whole(database));
    acknowledged.len()
}

/// Whether people are told, and can still read.
fn is_told(server: &Server, ledger: &Ledger, words: &[&str], story: &Story) {
    let before = ledger.refused.load(Ordering::Relaxed);
    wait_until("people are told to try again", || ledger.refused.load(Ordering::Relaxed) > before);
    wait_until("it is not ready", || words.contains(&server.get("/readyz").1.trim()));
    assert_eq!(server.get("/healthz").0, 200);
    assert_eq!(server.get("/e/faults").0, 200, "reading goes on");
    story.tell(&format!("people are told to try again; /readyz says “{}”", server.get("/readyz").1.trim()));
}

#[test]
fn a_full_disk_is_told_loses_nothing_and_heals_when_there_is_room_again() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    let Some(disk) = SmallDisk::at(&data) else { return };
    let story = Story::begin("the disk is full");
    let database = format!("sqlite:{}", data.join("rendezvous.sqlite").display());
    load::prepare(&database);
    let server = Server::start(&data, None);
    let acknowledged = under_load(&server, &database, &story, |ledger| {
        disk.fill();
        story.tell("the disk is full");
        is_told(&server, ledger, &["full", "io-error"], &story);
        disk.free();
        story.tell("there is room again");
    });
    story.tell(&format!("{acknowledged} acknowledged, 0 lost, 0 doubled; the file is whole"));
    drop(server);
}

/// Somebody who makes every attempt of a process to get data onto the disk fail, until they are dropped.
struct Saboteur(Child);

impl Saboteur {
    fn of(process: u32) -> Option<Saboteur> {
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO"]);
        strace.args(["-o", "/dev/null", "-p", &process.to_string()]).stderr(Stdio::null());
        let mut child = strace.spawn().ok()?;
        // It ends at once where it may not watch other processes.
        sleep(Duration::from_millis(500));
        child.try_wait().unwrap().is_none().then_some(Saboteur(child))
    }
}

impl Drop for Saboteur {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-INT", &self.0.id().to_string()]).status();
        let _ = self.0.wait();
    }
}

#[test]
fn a_disk_that_fails_to_keep_data_is_never_reported_as_success() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    fs::create_dir_all(&data).unwrap();
    let story = Story::begin("the disk fails");
    let database = format!("sqlite:{}", data.join("rendezvous.sqlite").display());
    load::prepare(&database);
    let server = Server::start(&data, None);
    let Some(saboteur) = Saboteur::of(server.process()) else {
        return eprintln!(
            "SKIPPED: strace is not here (Debian package strace), or may not watch other processes"
        );
    };
    drop(saboteur);
    let acknowledged = under_load(&server, &database, &story, |ledger| {
        let saboteur = Saboteur::of(server.process());
        story.tell("fsync answers EIO");
        is_told(&server, ledger, &["io-error"], &story);
        drop(saboteur);
        story.tell("fsync works again");
    });
    story.tell(&format!("{acknowledged} acknowledged, 0 lost, 0 doubled; the file is whole"));
}
