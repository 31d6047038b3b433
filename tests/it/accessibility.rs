//! The accessibility statement of an event, and reports of barriers.

use chrono::Duration;
use rendezvous::domain::account::Role;

use crate::support::app::on_each_database;
use crate::support::build::an_event;
use crate::support::organisers::{ADMIN, administrator, with_role};

#[test]
fn an_organiser_completes_the_statement_that_everybody_reads() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut reader = app.visitor();
        let before = reader.open("/e/clusters/accessibility");
        assert!(before.text.contains("As far as we know, these pages meet"), "{}", before.text);
        assert!(before.text.contains("Then you can turn to the body"), "{}", before.text);

        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open("/organiser/events/clusters/accessibility");
        olga.fill("Easy language", "javascript:alert(1)").press("Save");
        assert_eq!(olga.page.status, 422);
        assert!(olga.page.text.contains("Enter an address that begins with https://"), "{}", olga.page.text);
        olga.fill("Easy language", "https://example.org/easy");
        olga.fill_named("limits_en", "The film on the front page has no subtitles.");
        olga.fill("Day of your last check", "2026-11-02").press("Save");
        assert!(olga.page.text.contains("Your changes are saved"), "{}", olga.page.text);

        let after = reader.open("/e/clusters/accessibility");
        assert!(after.text.contains("in part") && after.text.contains("no subtitles"), "{}", after.text);
        assert!(after.text.contains("on 2 November 2026"), "{}", after.text);
        assert_eq!(reader.open("/e/clusters").link("Easy language"), "https://example.org/easy");

        let mut viewer = with_role(app, "viewer@example.org", &event.id, Role::Viewer);
        assert_eq!(viewer.get("/organiser/events/clusters/accessibility").status, 403);
    });
}

#[test]
fn a_report_reaches_whoever_runs_the_page() {
    on_each_database(|app| {
        administrator(app);
        let event = an_event(app).make();
        let mut reader = app.visitor();
        reader.open("/e/clusters");
        reader.follow("Report a barrier");
        reader.press("Send the report");
        assert_eq!(reader.page.status, 422);
        assert!(reader.page.text.contains("Say in a sentence what does not work"), "{}", reader.page.text);
        reader.fill("What does not work?", "The plan cannot be read.\r\nSubject: x");
        reader.fill_named("email", "nora@example.org").press("Send the report");
        assert!(reader.page.text.contains("Your report is on its way"), "{}", reader.page.text);
        let mails = app.mails_to(&event.contact_email);
        assert_eq!(mails.len(), 1);
        assert!(mails[0].text.contains("The plan cannot be read."), "{}", mails[0].text);
        assert!(
            mails[0].text.contains("The writer gave this address: nora@example.org"),
            "{}",
            mails[0].text
        );
        assert_eq!(mails[0].subject, "A barrier on the pages of Cluster Conference");

        // The site's own pages: whoever administers it.
        reader.open("/imprint");
        reader.follow("Report a barrier");
        reader.fill("What does not work?", "Too small.").press("Send the report");
        assert!(reader.page.text.contains("Your report is on its way"), "{}", reader.page.text);
        assert_eq!(app.mails_to(&event.contact_email).len(), 1);
        assert!(app.mails_to(ADMIN).iter().any(|mail| mail.text.contains("Too small.")));
    });
}

#[test]
fn machines_and_floods_send_no_reports() {
    on_each_database(|app| {
        let event = an_event(app).make();
        let mut machine = app.visitor();
        machine.open("/e/clusters/barrier");
        machine.fill("What does not work?", "Buy this").fill_named("leave_empty", "https://example.org");
        machine.press("Send the report");
        assert_eq!(app.mails_to(&event.contact_email).len(), 0);
        assert!(
            machine.page.text.contains("A field that nobody sees was filled in"),
            "{}",
            machine.page.text
        );
        let mut reader = app.visitor();
        for n in 0..4 {
            reader.open("/e/clusters/barrier");
            reader.fill("What does not work?", &format!("Barrier {n}")).press("Send the report");
        }
        assert_eq!(reader.page.status, 429);
        assert_eq!(reader.page.header("cache-control"), Some("no-store"), "it holds what was typed");
        assert_eq!(app.mails_to(&event.contact_email).len(), 3, "three an hour from one network");
        app.pass(Duration::minutes(61));
        reader.open("/e/clusters/barrier");
        reader.fill("What does not work?", "Still").press("Send the report");
        assert_eq!(app.mails_to(&event.contact_email).len(), 4);
    });
}
