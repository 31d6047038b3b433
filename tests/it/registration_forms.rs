//! A registration form that is left and gone on with: later, elsewhere, in another language.

use chrono::Duration;

use crate::support::app::on_each_database;
use crate::support::build::an_event;
use crate::support::dump;
use crate::support::journeys::{answers_the_profile, participant};
use crate::support::page::Kind;

#[test]
fn a_mailed_link_opens_the_draft_on_another_device() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        ada.open("/e/clusters/register");
        answers_the_profile(&mut ada, "Ada", "ada@example.org");
        ada.press("Continue");
        ada.tick_in("Batteries", "I offer").press("Save and go on later");
        assert!(ada.page.text.contains("Saved on 22 November 2026, 13:00"), "{}", ada.page.text);
        assert_eq!(ada.page.field("E-mail address").value, "ada@example.org");
        ada.fill("E-mail address", "ada").press("Send me the link");
        assert_eq!(ada.page.status, 422);
        ada.fill("E-mail address", "ada@example.org").press("Send me the link");
        assert!(ada.page.text.contains("is on its way"), "{}", ada.page.text);

        let link = app.mailed_path("ada@example.org", "/draft/");
        let mut phone = app.visitor();
        phone.open(&link);
        assert!(phone.page.text.contains("saved last on 22 November 2026"), "{}", phone.page.text);
        phone.press("Go on with this form");
        assert_eq!(phone.page.path, "/e/clusters/register/topics");
        let ticked = phone.page.forms.iter().flat_map(|form| &form.fields);
        let ticked: Vec<_> = ticked.filter(|field| field.kind == Kind::Tick(true)).collect();
        assert_eq!((ticked.len(), ticked[0].group.as_str()), (1, "Batteries"));
        phone.open("/e/clusters/register/profile");
        assert_eq!(phone.page.field("Name").value, "Ada");

        app.pass(Duration::days(13));
        app.deletes_what_is_due();
        phone.open("/e/clusters/register/profile");
        phone.press("Continue");
        app.pass(Duration::days(13));
        app.deletes_what_is_due();
        assert_eq!(app.visitor().open(&link).status, 404, "it is open on the phone alone");
        phone.open("/e/clusters/register/profile");
        assert_eq!(phone.page.field("Name").value, "Ada", "kept since the last change");
        app.pass(Duration::days(2));
        app.deletes_what_is_due();
        phone.open("/e/clusters/register/profile");
        assert_eq!(phone.page.field("Name").value, "");
        app.app.store.scrub().unwrap();
        assert!(
            !dump::of(app).contains("ada@example.org"),
            "neither the draft nor the mail keeps the address"
        );
    });
}

#[test]
fn few_links_go_to_one_address_whoever_asks() {
    on_each_database(|app| {
        an_event(app).make();
        for _ in 0..8 {
            let mut stranger = app.visitor();
            stranger.open("/e/clusters/register");
            stranger.fill("Name", "Eve").press("Save and go on later");
            stranger.fill("E-mail address", "victim@example.org").press("Send me the link");
            assert!(stranger.page.text.contains("is on its way"), "{}", stranger.page.text);
            app.pass(Duration::minutes(2));
        }
        assert_eq!(app.mails_to("victim@example.org").len(), 3);
    });
}

#[test]
fn the_language_changes_and_nothing_typed_is_lost() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        ada.open("/e/clusters/register");
        ada.fill("Name", "Ada").fill("E-mail address", "no address yet").choose("Country", "France");
        ada.tick("English");
        ada.switch_language("Français");
        assert_eq!((ada.page.lang.as_str(), ada.page.status), ("fr", 200));
        assert_eq!(ada.page.field("Nom").value, "Ada");
        assert_eq!(ada.page.field("Adresse électronique").value, "no address yet");
        assert_eq!(ada.page.field("Pays").value, "FR");
        assert!(ada.page.summary.is_empty(), "nobody is told of problems before sending");
        assert_eq!(ada.open("/e/clusters/register/topics").path, "/e/clusters/register/profile");
        ada.switch_language("English");
        answers_the_profile(&mut ada, "Ada", "ada@example.org");
        ada.press("Continue");
        ada.tick_in("Batteries", "I offer");
        ada.switch_language("Deutsch");
        assert_eq!((ada.page.lang.as_str(), ada.page.path.as_str()), ("de", "/e/clusters/register/topics"));
        assert!(ada.page.html.contains("checked"));
        ada.switch_language("English");
        ada.press("Continue");
        ada.fill("Most meetings you want", "7");
        ada.switch_language("Deutsch");
        assert!(ada.page.html.contains("value=\"7\""), "{}", ada.page.html);
        ada.switch_language("English");
        ada.press("Continue");
        ada.switch_language("Deutsch");
        assert_eq!((ada.page.lang.as_str(), ada.page.path.as_str()), ("de", "/e/clusters/register/check"));
        ada.switch_language("English");
        assert!(app.mails_to("ada@example.org").is_empty(), "nothing was sent on the way");
    });
}

#[test]
fn the_language_of_my_event_changes_with_what_was_typed_and_nothing_is_saved() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        ada.open("/e/clusters/my/profile");
        ada.fill("Name", "Ada the Second").switch_language("Deutsch");
        assert_eq!((ada.page.lang.as_str(), ada.page.field("Name").value.as_str()), ("de", "Ada the Second"));
        ada.switch_language("English");
        assert_eq!(ada.page.field("Name").value, "Ada the Second");
        assert!(!ada.get("/e/clusters/my").text.contains("Ada the Second"));
        ada.press("Save");
        assert!(ada.page.text.contains("Ada the Second"), "{}", ada.page.text);
        ada.open("/e/clusters/my/availability");
        ada.fill("Most meetings you want", "4").switch_language("Français");
        assert!(ada.page.html.contains("value=\"4\""));
        ada.open("/e/clusters/my/consent");
        assert_eq!(ada.page.lang, "fr");
    });
}

#[test]
fn a_change_with_an_old_token_is_shown_back_with_what_was_typed() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let link = app.mailed_path("ada@example.org", "/my/");
        ada.open("/e/clusters/my/profile");
        ada.fill("Name", "Ada after a while");
        app.pass(Duration::days(20));
        let page = ada.page.clone();
        // The browser has lost its cookies; the link of the mail opens the event again.
        ada.forget();
        ada.open(&link);
        ada.page = page;
        ada.press("Save");
        assert!(ada.page.text.contains("Nothing you typed is lost"), "{}", ada.page.text);
        ada.press("Send again");
        assert!(ada.page.text.contains("Ada after a while"), "{}", ada.page.text);
    });
}
