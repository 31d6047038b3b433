//! The database fails over: the primary dies under load while a match round is being solved, its synchronous standby takes
//! over, and two servers go on.

use rendezvous::config::{DatabaseUrl, Secret};

use crate::depth::times;
use crate::kills::CONNECTIONS;
use crate::postgres::{self, Cluster};
use crate::round::MatchRound;
use crate::site::Site;
use crate::story::{Story, wait_until};
use crate::support::database::Folder;
use crate::support::promises::Promise;

/// People of the event whose round is being solved: so many that it runs for longer than the trouble.
const PEOPLE: usize = 500;
const AT_ONCE: usize = 6;

#[test]
fn two_servers_go_on_when_the_standby_takes_over_and_nothing_acknowledged_is_lost_or_doubled() {
    let Some(bin) = postgres::programs() else { return };
    for _ in 0..times() {
        let story = Story::begin("the primary dies under load, and its standby takes over");
        let folder = Folder::new();
        let primary = Cluster::primary(&bin, &folder.0);
        primary.sql("CREATE DATABASE rendezvous");
        let standby = Cluster::synchronous_standby_of(&primary, &folder.0);
        story.tell("a primary and a synchronous standby run");
        let both = format!(
            "postgres://rendezvous@127.0.0.1:{},127.0.0.1:{}/rendezvous?target_session_attrs=read-write",
            primary.port, standby.port
        );
        let site = Site::on(DatabaseUrl::Postgres(Secret::new(both)), Folder::new(), 2, None);
        let round = MatchRound::of_people(&site, PEOPLE);
        site.start();
        story.tell("two servers of ours run on both of them");
        let mut gone_on = 0.0;
        let findings = site.visited_while(usize::MAX, AT_ONCE, |_| {
            gone_on = fails_over(&site, &round, &primary, &standby, &story);
        });
        assert!(findings.broken.is_empty(), "{:#?}", findings.broken);
        // One mail for each connection of each server may have been under way.
        let most = site.servers.len() * CONNECTIONS;
        assert!(findings.extra_copies <= most, "{} mails came twice", findings.extra_copies);
        let (meetings, told) = (round.check(), site.ledger.so_far());
        let worst = format!(
            "{gone_on:.1} s from the kill until both servers took sign-ups again, 0 of {} acknowledged lost, {} of {} mails \
             twice, {} told to try again, {:.1} s for an answer, the running round done once, with {meetings} meetings",
            findings.acknowledged,
            findings.extra_copies,
            findings.mails,
            told.refused,
            told.longest.as_secs_f64()
        );
        story.tell(&worst);
        Promise::of("R-16").on("Postgres").held(&worst);
    }
}

/// Kills the primary while a round is being solved and people sign up; gives after how many seconds both servers took
/// sign-ups again.
fn fails_over(
    site: &Site,
    round: &MatchRound<'_>,
    primary: &Cluster,
    standby: &Cluster,
    story: &Story,
) -> f64 {
    let servers = &site.servers;
    let signed_up = || [0, 1].map(|server| site.ledger.so_far().mailed_by(server));
    let more_than = |before: [usize; 2], n: usize| (0..2).all(|at| signed_up()[at] >= before[at] + n);
    wait_until("people sign up", || more_than([0, 0], 5));
    round.is_started_at(&servers[0]);
    let solver = round.is_being_solved().solver;
    story.tell(&format!("{:?} people have signed up, a round runs; the primary is killed", signed_up()));
    primary.crash();
    let (before, killed) = (signed_up(), story.seconds());
    wait_until("both servers say that they are not ready", || {
        servers.iter().all(|server| server.get("/readyz").0 == 503 && server.get("/healthz").0 == 200)
    });
    story.tell("both servers say so to the balancer; the standby is promoted");
    standby.promote();
    let running = round.standing();
    assert!(running.state == "running" && running.solver == solver, "{running:?}");
    wait_until("both servers take sign-ups again", || more_than(before, 1));
    let gone_on = story.seconds() - killed;
    story.tell("both servers take sign-ups again");
    wait_until("whoever solves the round goes on", || {
        let now = round.standing();
        now.beats > running.beats || now.state == "draft"
    });
    wait_until("people go on signing up", || more_than(before, 8));
    round.is_stopped_at(&servers[1]);
    wait_until("the round is a draft", || round.standing().state == "draft");
    assert_eq!(round.standing().tries, 1, "nobody else began it");
    story.tell("the round is a draft");
    gone_on
}
