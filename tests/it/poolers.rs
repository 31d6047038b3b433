//! Two servers whose connections to Postgres go through pgbouncer in session mode: everything works that works without it.

use std::time::Duration;

use rendezvous::services::rounds;

use crate::support::app::{TestApp, behind_a_pooler};
use crate::support::build::an_event;
use crate::support::journeys::{participant, signs_up};
use crate::support::rounds::published;

/// Tries for as long as a server may need to find new connections.
fn soon(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..300 {
        if holds() {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("not within 30 s: {what}");
}

#[test]
fn people_register_and_rounds_are_solved_and_published_behind_pgbouncer() {
    behind_a_pooler(|[one, other], pooler| {
        let access = published(&one.app);
        assert!(rounds::list(&other.app, &access).unwrap().iter().any(|(round, _)| round.number == 1));
        an_event(one).make();
        participant(one, "clusters", "Ada", "ada@example.org");
        let mut grace = other.visitor();
        signs_up(&mut grace, "clusters", "Grace", "grace@example.org");
        // Every connection breaks at once: nothing that was told is lost, and both go on by themselves.
        pooler.restart();
        for app in [one, other] {
            soon("it is ready again", || app.visitor().get("/readyz").status == 200);
        }
        grace.open(&other.mailed_path("grace@example.org", "/confirm/"));
        grace.press("Confirm my registration");
        assert!(grace.page.path.starts_with("/e/clusters/my"), "{}", grace.page.text);
        participant(one, "clusters", "Zoe", "zoe@example.org");
        let there = |app: &TestApp| app.visitor().get("/e/clusters").status;
        assert_eq!([there(one), there(other)], [200, 200]);
    });
}
