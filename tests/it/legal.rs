//! The law's pages: filled in for the installation and for an event, in three languages, with what is missing said.

use rendezvous::domain::account::Role;
use rendezvous::domain::event::EventState;

use crate::support::app::on_each_database;
use crate::support::build::an_event;
use crate::support::organisers::{administrator, with_role};

#[test]
fn what_the_operator_and_the_organiser_say_stands_on_the_pages_that_everybody_reads() {
    on_each_database(|app| {
        let mut ada = administrator(app);
        let event = an_event(app).make();
        let mut anybody = app.visitor();
        let before = anybody.open("/imprint").text.clone();
        assert!(before.contains("has not entered a name and address"), "{before}");
        assert!(
            anybody.open("/e/clusters/privacy").text.contains("European Cluster Office office@example.org")
        );

        assert!(ada.open("/organiser").text.contains("Still missing:"), "{}", ada.page.text);
        ada.follow("Fill in legal notice and data protection");
        assert!(ada.page.text.contains("Still missing: Responsible for the data"), "{}", ada.page.text);
        ada.fill("Responsible for the data (English)", "Ministry of Clusters\n1 Main Street, Brussels");
        ada.fill("Responsible for the data (Deutsch)", "Cluster-Ministerium");
        ada.fill("Data protection officer (English)", "Dora Officer, dpo@example.org");
        ada.fill("Who receives or processes data (English)", "Racks & Co, Ghent, runs the server");
        ada.fill("Supervisory authority (English)", "Data Authority, Brussels");
        ada.fill("Legal notice (English)", "The Ministry answers for these pages");
        ada.fill("Task or interest (English)", "Cluster Act, section 3");
        ada.choose(
            "Name, e-mail address, language of e-mails",
            "Task in the public interest: Article 6 (1) e GDPR",
        );
        ada.press("Save");
        assert!(!ada.page.text.contains("Still missing"), "{}", ada.page.text);
        assert!(!ada.open("/organiser").text.contains("Still missing"), "{}", ada.page.text);

        assert!(anybody.open("/imprint").text.contains("The Ministry answers for these pages"));
        for path in ["/privacy", "/e/clusters/privacy"] {
            let page = anybody.open(path);
            for told in
                ["Ministry of Clusters", "Dora Officer", "Racks & Co", "Data Authority", "Cluster Act"]
            {
                assert!(page.text.contains(told), "{path}: {told}: {}", page.text);
            }
            assert!(page.text.contains("Task in the public interest: Article 6 (1) e GDPR"), "{}", page.text);
        }
        let mut german = app.visitor().reading("de");
        assert!(german.open("/privacy").text.contains("Cluster-Ministerium"));
        assert!(
            german.page.text.contains("Dora Officer"),
            "what is said in one language alone is shown in that one"
        );

        // The event says for itself what differs.
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Organiser);
        olga.open("/organiser/events/clusters/legal");
        olga.fill("Responsible for the data (English)", "Chamber of Batteries").press("Save");
        let page = anybody.open("/e/clusters/privacy");
        assert!(page.text.contains("Chamber of Batteries") && !page.text.contains("Ministry of Clusters"));
        assert!(page.text.contains("Dora Officer"), "the rest is that of the installation");
        assert!(!anybody.open("/privacy").text.contains("Chamber of Batteries"));
        assert_eq!(anybody.open("/e/clusters").link("Data protection"), "/e/clusters/privacy");
        assert_eq!(olga.get("/organiser/legal").status, 403);
        assert!(
            olga.open("/organiser/events/clusters/log")
                .text
                .contains("Legal notice and data protection changed")
        );
    });
}

#[test]
fn what_is_missing_is_said_before_the_event_opens_and_does_not_hinder_it() {
    on_each_database(|app| {
        let event = an_event(app).in_state(EventState::Draft).make();
        let mut olga = with_role(app, "olga@example.org", &event.id, Role::Owner);
        let page = olga.open("/organiser/events/clusters");
        let step = "Complete the legal notice and data protection";
        assert!(page.text.contains(step), "{}", page.text);
        olga.follow(step);
        for label in [
            "Responsible for the data",
            "Who receives or processes data",
            "Supervisory authority",
            "Legal notice",
        ] {
            olga.fill(&format!("{label} (English)"), "Said");
        }
        olga.press("Save");
        assert!(!olga.open("/organiser/events/clusters").text.contains(step), "{}", olga.page.text);
    });
}

#[test]
fn a_basis_that_is_none_is_refused_and_nothing_typed_is_lost() {
    on_each_database(|app| {
        let mut ada = administrator(app);
        ada.open("/organiser/legal");
        ada.fill("Responsible for the data (English)", "Ministry of Clusters");
        let (_, action, mut fields) = ada.filled("Save");
        for (name, value) in &mut fields {
            if name == "basis_contact" {
                *value = "because".to_string();
            }
        }
        let page = ada.post(&action, &fields);
        assert_eq!(page.status, 422);
        assert!(page.summary[0].0.contains("Choose a legal basis"), "{:?}", page.summary);
        assert_eq!(page.field("Responsible for the data (English)").value, "Ministry of Clusters");
    });
}
