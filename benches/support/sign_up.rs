//! A registration as somebody makes it: the event's page, five pages of the form, its confirmation.

use std::time::Duration;

use super::Outcome;
use super::browser::{Browser, between};

/// Registers somebody through the form; gives how long each form that was sent waited for its answer.
pub fn by_form(base: &str, slug: &str, k: usize) -> Outcome<Vec<Duration>> {
    let mut browser = Browser::new(base);
    browser.get(&format!("/e/{slug}"))?;
    let profile = browser.get(&format!("/e/{slug}/register"))?;
    let email = format!("form{k}@example.org");
    let kind = between(&profile, "name=\"participant_type\" value=\"", "\"").unwrap_or_default().to_string();
    let steps = [
        (
            "profile",
            vec![
                ("name", "Ada Ångström"),
                ("email", &email),
                ("organisation", "Analytical AB"),
                ("organisation_type", "sme"),
                ("country", "SE"),
                ("participant_type", &kind),
                ("languages", "en"),
            ],
        ),
        ("topics", vec![]),
        ("availability", vec![("max_meetings", "5")]),
        ("check", vec![]),
    ];
    let mut waited = Vec::new();
    for (step, fields) in steps {
        browser.post(&format!("/e/{slug}/register/{step}"), &fields)?;
        waited.push(browser.waited);
    }
    if browser.path.ends_with("/sent") {
        Ok(waited)
    } else {
        Err(format!("ended at {}", browser.path).into())
    }
}
