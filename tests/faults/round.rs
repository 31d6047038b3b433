//! A match round of another event on the same installation: its organiser starts it, and what comes of it is read by plain SQL
//! and held against the rules, written down once more.

use rendezvous::domain::account::Role;
use rendezvous::domain::ids::EventId;
use rendezvous::services::demo;

use crate::checker::rows;
use crate::server::Server;
use crate::site::Site;
use crate::story::wait_until;
use crate::support::app::TestApp;
use crate::support::organisers::{PASSWORD, account, signs_in};
use crate::support::visitor::Visitor;

const ORGANISER: &str = "olga@example.org";

/// The first match round of an event.
pub struct MatchRound<'a> {
    site: &'a Site,
    event: EventId,
    slug: &'static str,
}

/// Where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub state: String,
    /// The lease of whoever solves it.
    pub solver: Option<String>,
    /// How often somebody began to solve it.
    pub tries: usize,
    /// Counted up by whoever solves it.
    pub beats: usize,
}

impl MatchRound<'_> {
    /// Fills an event with so many people; the round is not started yet.
    pub fn of_people(site: &Site, people: usize) -> MatchRound<'_> {
        let app = TestApp::on(site.database.clone(), |_| ());
        let demo = demo::fill(&app.app, people, 7).unwrap();
        account(&app, ORGANISER, Some((&demo.event, Role::Organiser)));
        MatchRound { site, event: demo.event, slug: demo.slug }
    }

    fn organiser(&self, server: &Server) -> Visitor {
        let mut visitor = server.visitor();
        signs_in(&mut visitor, ORGANISER, PASSWORD);
        visitor
    }

    /// The organiser starts it at a server, as one that takes long.
    pub fn is_started_at(&self, server: &Server) {
        let mut visitor = self.organiser(server);
        visitor.open(&format!("/organiser/events/{}/rounds/new", self.slug));
        visitor.tick("Thorough, for the round that you publish").press("Run the round");
        assert!(visitor.page.text.contains("Being calculated"), "{}", visitor.page.text);
    }

    /// The organiser asks at a server that it takes the best so far.
    pub fn is_stopped_at(&self, server: &Server) {
        let mut visitor = self.organiser(server);
        visitor.open(&format!("/organiser/events/{}/rounds/1", self.slug));
        // It may have ended just now.
        if visitor.page.text.contains("Being calculated") {
            visitor.press("Stop and take the best so far");
        }
    }

    /// Waits until a server searches for the best schedule; gives where it stands then.
    pub fn is_being_solved(&self) -> Standing {
        wait_until("a round is being solved", || self.shows_progress());
        self.standing()
    }

    /// Whether whoever solves it has told how far it is.
    fn shows_progress(&self) -> bool {
        let sql = "SELECT id AS line FROM rounds WHERE progress IS NOT NULL";
        !rows::<1>(&self.site.database, sql).is_empty()
    }

    /// Where it stands now.
    pub fn standing(&self) -> Standing {
        let sql = format!(
            "SELECT state || ' ' || COALESCE(solver, '-') || ' ' || CAST(tries AS VARCHAR(20)) || ' ' || \
             CAST(beats AS VARCHAR(20)) AS line FROM rounds WHERE event_id = '{}'",
            self.event.as_str()
        );
        let found: Vec<[String; 4]> = rows(&self.site.database, &sql);
        let [[state, solver, tries, beats]] = found.as_slice() else { panic!("one round: {found:?}") };
        Standing {
            state: state.clone(),
            solver: (solver != "-").then(|| solver.clone()),
            tries: tries.parse().unwrap(),
            beats: beats.parse().unwrap(),
        }
    }

    /// Checks that it has ended as a draft, which keeps the rules; gives the number of its meetings.
    pub fn check(&self) -> usize {
        let end = self.standing();
        assert!(end.state == "draft" && end.solver.is_none(), "{end:?}");
        let count = |sql: &str| {
            let sql = format!("SELECT CAST(COUNT(*) AS VARCHAR(20)) AS line FROM ({sql}) AS found");
            rows::<1>(&self.site.database, &sql)[0][0].parse::<usize>().unwrap()
        };
        for (breach, sql) in BREACHES {
            assert_eq!(count(&format!("{HALVES} {sql}")), 0, "{breach}");
        }
        let tables = "SELECT 1 AS one FROM round_meetings GROUP BY slot_id, table_no HAVING COUNT(*) > 1";
        assert_eq!(count(tables), 0, "two at a table at once");
        let mails = "SELECT id FROM outbox WHERE kind = 'round_ready'";
        assert!(count(mails) <= 1, "told twice that it is ready");
        let meetings = count("SELECT a_id FROM round_meetings");
        assert!(meetings > 0, "an empty draft");
        meetings
    }
}

/// Each meeting from the side of each of the two.
const HALVES: &str = "WITH halves AS (SELECT a_id AS who, b_id AS whom, slot_id FROM round_meetings \
     UNION ALL SELECT b_id, a_id, slot_id FROM round_meetings)";

/// What must not be found.
const BREACHES: [(&str, &str); 6] = [
    ("somebody meets two at once", "SELECT who FROM halves GROUP BY who, slot_id HAVING COUNT(*) > 1"),
    (
        "somebody meets who is not registered",
        "SELECT who FROM halves LEFT JOIN registrations r ON r.participant_id = who AND r.state = 'registered' \
         WHERE r.state IS NULL",
    ),
    (
        "somebody meets in a block for which they are not there",
        "SELECT who FROM halves JOIN slots s ON s.id = slot_id LEFT JOIN attended_blocks b ON b.participant_id = who \
         AND b.block_id = s.block_id WHERE b.block_id IS NULL",
    ),
    (
        "somebody meets during a session that they take part in",
        "SELECT who FROM halves JOIN slots s ON s.id = slot_id JOIN attended_sessions t ON t.participant_id = who \
         JOIN sessions x ON x.id = t.session_id WHERE x.starts_at < s.ends_at AND s.starts_at < x.ends_at",
    ),
    (
        "somebody has more meetings than they want",
        "SELECT who FROM halves JOIN participants p ON p.id = who GROUP BY who, p.max_meetings \
         HAVING COUNT(*) > p.max_meetings",
    ),
    (
        "somebody meets whom they excluded",
        "SELECT who FROM halves JOIN wishes w ON w.from_id = who AND w.to_id = whom WHERE w.kind = 'block'",
    ),
];
