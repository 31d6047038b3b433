//! The database fails over: the primary dies under load, its synchronous standby takes over, and two servers go on.

use std::sync::atomic::Ordering;
use std::thread;

use crate::checker::{check_mails, check_registrations, lines};
use crate::load::{self, Ledger};
use crate::postgres::{self, Cluster};
use crate::server::Server;
use crate::story::{Story, wait_until};
use crate::support::app::Folder;

/// Mails that may come twice: one for each connection of each server that was sending just then.
const MAILS_UNDER_WAY: usize = 4;

#[test]
fn two_servers_go_on_when_the_standby_takes_over_and_nothing_acknowledged_is_lost_or_doubled() {
    let Some(bin) = postgres::programs() else { return };
    let story = Story::begin("the primary dies under load, and its standby takes over");
    let folder = Folder::new();
    let primary = Cluster::primary(&bin, &folder.0);
    primary.sql("CREATE DATABASE rendezvous");
    load::prepare(&primary.address("rendezvous"));
    let standby = Cluster::synchronous_standby_of(&primary, &folder.0);
    story.tell("a primary and a synchronous standby run");
    let both = format!(
        "postgres://rendezvous@127.0.0.1:{},127.0.0.1:{}/rendezvous?target_session_attrs=read-write",
        primary.port, standby.port
    );
    let servers = [0, 1].map(|n| Server::start(&folder.0.join(format!("server{n}")), Some(both.as_str())));
    story.tell("two servers of ours run on both of them");
    let ledger = Ledger::default();
    thread::scope(|scope| {
        let ledger = &ledger;
        let _end = ledger.ended_with_this();
        for (n, server) in servers.iter().enumerate() {
            for _ in 0..3 {
                scope.spawn(move || ledger.sign_up_at(n, server));
            }
        }
        let more_than = |before: [usize; 2], n: usize| (0..2).all(|at| ledger.count_at(at) >= before[at] + n);
        wait_until("people sign up", || more_than([0, 0], 5));
        story.tell(&format!("{} people have signed up; the primary is killed", ledger.acknowledged().len()));
        primary.crash();
        let (before, killed) = ([ledger.count_at(0), ledger.count_at(1)], story.seconds());
        wait_until("both servers say that they are not ready", || {
            servers.iter().all(|server| server.get("/readyz").0 == 503 && server.get("/healthz").0 == 200)
        });
        story.tell("both servers say so to the balancer; the standby is promoted");
        standby.promote();
        let promoted = story.seconds();
        wait_until("both servers take sign-ups again", || more_than(before, 1));
        story.tell(&format!(
            "both servers take sign-ups again: {:.1} s after the kill, {:.1} s after the promotion",
            story.seconds() - killed,
            story.seconds() - promoted
        ));
        wait_until("people go on signing up", || more_than(before, 8));
    });
    let now = standby.address("rendezvous");
    let waiting = "SELECT id AS line FROM outbox WHERE state = 'waiting'";
    wait_until("every mail has left", || lines(&now, waiting).is_empty());
    let acknowledged = ledger.acknowledged();
    check_registrations(&now, &acknowledged);
    let mails: Vec<String> = servers.iter().flat_map(Server::mails).collect();
    let again = check_mails(&acknowledged, &mails);
    assert!(again <= MAILS_UNDER_WAY, "{again} mails came twice");
    story.tell(&format!(
        "{} acknowledged, 0 lost, 0 doubled; {} mails, 0 lost, {again} twice; told to try again {} times",
        acknowledged.len(),
        mails.len(),
        ledger.refused.load(Ordering::Relaxed)
    ));
}
