//! The disk is full, or fails: people are told so, what was acknowledged stays, and it heals by itself.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use rendezvous::config::DatabaseUrl;

use crate::depth::times;
use crate::kills::CONNECTIONS;
use crate::site::Site;
use crate::story::{Story, wait_until};
use crate::support::database::Folder;
use crate::support::promises::Promise;

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

/// An installation whose database is in a folder.
fn site_in(folder: &Path) -> Site {
    let site = Site::on(DatabaseUrl::in_folder(folder), Folder::new(), 1, None);
    site.start();
    site
}

/// Lets people register while `trouble` comes and goes, and checks what is there afterwards.
fn under_load(site: &Site, promise: &str, story: &Story, trouble: impl Fn()) {
    let findings = site.visited_while(usize::MAX, 3, |_| {
        let registered = || site.ledger.so_far().confirmed.len();
        let register = |before: usize| {
            wait_until("people register", || registered() >= before + 5);
            story.tell(&format!("{} people have registered", registered()));
        };
        register(0);
        for _ in 0..times() {
            trouble();
            register(registered());
            wait_until("it is ready again", || site.server().get("/readyz").0 == 200);
        }
    });
    assert!(findings.broken.is_empty(), "{:#?}", findings.broken);
    assert!(findings.extra_copies <= CONNECTIONS * times(), "{} mails came twice", findings.extra_copies);
    let told = site.ledger.so_far();
    let worst = format!(
        "{} of {} mails twice, 0 of {} acknowledged lost, {} told to try again, the file is whole",
        findings.extra_copies, findings.mails, findings.acknowledged, told.refused
    );
    story.tell(&worst);
    Promise::of(promise).on("Sqlite").held(&worst);
}

/// Whether people are told, and can still read.
fn is_told(site: &Site, words: &[&str], story: &Story) {
    let (server, before) = (site.server(), site.ledger.so_far().refused);
    wait_until("people are told to try again", || site.ledger.so_far().refused > before);
    wait_until("it is not ready", || words.contains(&server.get("/readyz").1.trim()));
    assert_eq!(server.get("/healthz").0, 200);
    assert_eq!(server.get(&format!("/e/{}", Site::SLUG)).0, 200, "reading goes on");
    story.tell(&format!("people are told to try again; /readyz says “{}”", server.get("/readyz").1.trim()));
}

#[test]
fn a_full_disk_is_told_loses_nothing_and_heals_when_there_is_room_again() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    let Some(disk) = SmallDisk::at(&data) else { return };
    let story = Story::begin("the disk is full");
    let site = site_in(&data);
    under_load(&site, "R-14", &story, || {
        disk.fill();
        story.tell("the disk is full");
        is_told(&site, &["full", "io-error"], &story);
        disk.free();
        story.tell("there is room again");
    });
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
    let story = Story::begin("the disk fails");
    let site = site_in(&folder.0);
    let Some(saboteur) = Saboteur::of(site.server().process()) else {
        return eprintln!(
            "SKIPPED: strace is not here (Debian package strace), or may not watch other processes"
        );
    };
    drop(saboteur);
    under_load(&site, "R-15", &story, || {
        let saboteur = Saboteur::of(site.server().process());
        story.tell("fsync answers EIO");
        is_told(&site, &["io-error"], &story);
        drop(saboteur);
        story.tell("fsync works again");
    });
}
