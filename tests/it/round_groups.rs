//! A round with two shares, and with meetings of everybody with each other group: what is asked, what was reached, what is in the way.

use rendezvous::app::App;
use rendezvous::domain::ids::ParticipantId;
use rendezvous::domain::organisation::OrganisationType;
use rendezvous::services::rounds::settings::RoundSettings;
use rendezvous::services::rounds::{self, Conflict, Obstacle};

use super::round_truth::{change, filled, quick, solved};
use super::support::app::on_each_database;
use super::support::rounds::{opens_the_latest, organiser, rounds_page};

/// Gives everybody a kind of organisation and a country: three public authorities, start-ups else; half of each from France.
fn in_two_groups(app: &App, people: &[ParticipantId]) {
    for (place, id) in people.iter().enumerate() {
        change(app, id, |person| {
            let is_rare = place < 3;
            let own = &mut person.profile.person;
            own.organisation_type =
                if is_rare { OrganisationType::PublicAuthority } else { OrganisationType::Startup };
            own.country = if place % 2 == 0 { "FR" } else { "DE" }.to_string();
            own.organisation = format!("Organisation {place}");
        });
    }
}

#[test]
fn two_shares_and_each_other_group_are_asked_for_and_what_is_in_the_way_is_named() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = filled(app, 40);
        in_two_groups(app, &people);
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/new", rounds_page(&access)));
        visitor
            .fill("Least share of meetings that cross, in percent", "60")
            .fill("Least share of meetings of the other kind, in percent", "30")
            .fill("Meetings that everyone should have with each other group", "2");
        visitor.press("Run the round");
        opens_the_latest(&mut visitor, app, &access);
        let text = visitor.page.text.clone();
        let asked =
            "at least 60% between countries · at least 30% between groups · at least 2 with each other group";
        assert!(text.contains(asked) || text.contains(&asked.replace('%', " %")), "{text}");
        for told in ["First: each other group", "Then: wishes", "asked for"] {
            assert!(text.contains(told), "{told} in {text}");
        }
        let seats = "The group “Ministry or public authority” has ";
        assert!(text.contains(seats), "{text}");

        let view = rounds::view(app, &access, 1).unwrap();
        let figures = &view.report.figures;
        assert!(figures.across_countries * 100 >= figures.meetings * 60, "{figures:?}");
        assert!(figures.across_groups * 100 >= figures.meetings * 30, "{figures:?}");
        assert!(figures.units <= figures.units_bound && figures.units_bound < figures.units_asked);
        let is_seats = |obstacle: &&Obstacle| matches!(obstacle, Obstacle::Seats { .. });
        let Some(Obstacle::Seats { group, asks, seats, people: asking }) =
            view.report.obstacles.iter().find(is_seats)
        else {
            panic!("{:?}", view.report.obstacles);
        };
        assert_eq!(group, "public_authority");
        assert!(asks > seats && !asking.is_empty());

        // The same again, and another round beside it, side by side.
        solved(app, &access, &quick());
        visitor.open(&format!("{}/compare?r=1&r=2", rounds_page(&access)));
        assert!(visitor.page.text.contains("With each other group"), "{}", visitor.page.text);
    });
}

#[test]
fn shares_that_leave_each_other_no_room_are_named_together() {
    on_each_database(|server| {
        let app = &server.app;
        let (access, people) = filled(app, 20);
        // Only start-ups of France may meet others: enterprises of France, or start-ups of Germany.
        for (place, id) in people.iter().enumerate() {
            change(app, id, |person| {
                let own = &mut person.profile.person;
                let (kind, country) = match place % 4 {
                    0 => (OrganisationType::Sme, "FR"),
                    1 => (OrganisationType::Startup, "DE"),
                    _ => (OrganisationType::Startup, "FR"),
                };
                (own.organisation_type, own.country) = (kind, country.to_string());
                own.organisation = if place % 4 < 2 { "One".to_string() } else { format!("Other {place}") };
            });
        }
        let settings = RoundSettings { quota_percent: Some(60), other_quota_percent: Some(60), ..quick() };
        let report = solved(app, &access, &settings).report;
        assert_eq!(report.conflicts, vec![Conflict::Quotas]);
        assert!(report.figures.meetings > 0, "{:?}", report.figures);
        let mut visitor = organiser(server, &access);
        visitor.open(&format!("{}/1", rounds_page(&access)));
        let told = "the share between countries and the share between groups";
        assert!(visitor.page.text.contains(told), "{}", visitor.page.text);
    });
}
