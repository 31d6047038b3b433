//! Two servers whose connections to Postgres go through pgbouncer in session mode: everything works that works without it.

use std::time::Duration;

use rendezvous::services::rounds;

use crate::support::app::{TestApp, behind_a_pooler};
use crate::support::build::an_event;
use crate::support::journeys::{participant, signs_up};
use crate::support::rounds::published;

/// Waits until a server has found new connections: it may notice only after a while that the old ones are broken.
fn finds_connections(app: &TestApp) {
    let mut well = 0;
    for _ in 0..600 {
        let shown = |path: &str| app.visitor().get(path).status == 200;
        well = if shown("/readyz") && shown("/e/clusters") { well + 1 } else { 0 };
        if well == 20 {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("not well within a minute");
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
        [one, other].into_iter().for_each(finds_connections);
        grace.open(&other.mailed_path("grace@example.org", "/confirm/"));
        grace.press("Confirm my registration");
        assert!(grace.page.path.starts_with("/e/clusters/my"), "{}", grace.page.text);
        participant(one, "clusters", "Zoe", "zoe@example.org");
        let there = |app: &TestApp| app.visitor().get("/e/clusters").status;
        assert_eq!([there(one), there(other)], [200, 200]);
    });
}
