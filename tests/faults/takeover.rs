//! A server dies while it solves a match round, and another one on the same Postgres takes the round over.

use std::thread::sleep;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::checker;
use crate::depth::seeds;
use crate::kills::CONNECTIONS;
use crate::round::MatchRound;
use crate::site::Site;
use crate::story::{Story, wait_until};
use crate::support::database::{Folder, PostgresDatabase};
use crate::support::promises::Promise;

/// People of the event: the round of so many takes some seconds.
const PEOPLE: usize = 220;

#[test]
fn a_round_whose_server_is_killed_is_taken_over_by_the_other_and_done_once() {
    let Ok(address) = std::env::var("TEST_DATABASE_URL") else {
        return eprintln!("SKIPPED: TEST_DATABASE_URL names no server (./test starts one)");
    };
    for seed in seeds(1, 5) {
        let story = Story::begin("a server is killed while it solves a round");
        let postgres = PostgresDatabase::new(&address);
        let site = Site::on(postgres.url(), Folder::new(), 2, None);
        let round = MatchRound::of_people(&site, PEOPLE);
        site.start();
        round.is_started_at(&site.servers[0]);
        wait_until("somebody solves it", || round.standing().solver.is_some());
        let first = round.standing().solver;
        sleep(Duration::from_millis(StdRng::seed_from_u64(seed).random_range(0..1_000)));
        site.servers[0].kill();
        let killed = story.seconds();
        story.tell("the first server is killed");
        let left = round.standing();
        assert!(left.state == "running" && left.solver == first, "it was not done yet: {left:?}");
        wait_until("the other takes it over", || round.standing().solver != first);
        let taken = story.seconds() - killed;
        story.tell("the other server solves it");
        wait_until("it is a draft", || round.standing().state == "draft");
        let done = story.seconds() - killed;
        assert_eq!(round.standing().tries, 2, "each of the two began once");
        let meetings = round.check();
        site.is_quiet();
        let findings = checker::check(&site);
        assert!(findings.broken.is_empty(), "{:#?}", findings.broken);
        assert!(findings.extra_copies <= CONNECTIONS, "{} mails came twice", findings.extra_copies);
        let worst = format!(
            "{taken:.1} s from the kill until the other server solved it, {done:.1} s until the draft of {meetings} meetings"
        );
        story.tell(&worst);
        for promise in ["R-7", "R-19"] {
            Promise::of(promise).on("Postgres").seed(seed).held(&worst);
        }
    }
}
