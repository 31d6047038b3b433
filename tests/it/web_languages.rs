//! In which language a page comes.

use rendezvous::domain::lang::Lang;

use crate::support::app::on_each_database;
use crate::support::build::an_event;
use crate::support::journeys::participant;

#[test]
fn the_link_decides_then_the_choice_then_the_browser_then_the_event() {
    on_each_database(|app| {
        an_event(app).make();
        for (accepted, lang) in [
            ("fr-BE, en;q=0.5", "fr"),
            ("en;q=0.2, de-AT;q=0.9", "de"),
            ("pl, es", "en"),
            ("pl;q=1, fr;q=0", "en"),
        ] {
            assert_eq!(app.visitor().reading(accepted).open("/e/clusters").lang, lang, "{accepted}");
        }
        let mut visitor = app.visitor().reading("fr");
        assert_eq!(visitor.open("/e/clusters?lang=de").lang, "de");
        assert_eq!(visitor.open("/e/clusters").lang, "de", "the choice is kept");
        assert_eq!(visitor.open("/e/clusters?lang=fr").lang, "fr");
        assert_eq!(visitor.open("/e/clusters?lang=xx").lang, "fr", "no language of ours");
    });
}

#[test]
fn texts_that_an_event_lacks_come_in_its_first_language_and_say_so() {
    on_each_database(|app| {
        an_event(app).make();
        let french = app.visitor().reading("fr").open("/e/clusters").clone();
        assert!(french.text.contains("Cluster Conference"), "{}", french.text);
        assert!(french.html.contains("<h1 lang=\"en\">"), "{}", french.html);
        assert!(french.text.contains("n’a pas fourni ces textes en français"), "{}", french.text);
        let german = app.visitor().reading("de").open("/e/clusters").clone();
        assert!(german.text.contains("Cluster-Konferenz") && !german.html.contains("<h1 lang="));
    });
}

#[test]
fn every_public_page_has_words_of_its_own_in_each_language() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = participant(app, "clusters", "Ada", "ada@example.org");
        let pages = [
            "/",
            "/privacy",
            "/accessibility",
            "/imprint",
            "/nothing",
            "/e/clusters",
            "/e/clusters/link",
            "/e/clusters/register/profile",
            "/e/clusters/register/sent",
            "/confirm/unknown",
            "/e/clusters/my",
            "/e/clusters/my/profile",
            "/e/clusters/my/topics",
            "/e/clusters/my/availability",
            "/e/clusters/my/consent",
            "/e/clusters/my/people",
            "/e/clusters/my/schedule",
            "/e/clusters/my/cancel",
        ];
        for path in pages {
            let mut titles = Vec::new();
            for lang in Lang::ALL {
                let page = ada.get(&format!("{path}?lang={lang}"));
                assert_eq!(page.lang, lang.code(), "{path}");
                assert!(!page.html.contains('⟦'), "{path} in {lang}: {}", page.text);
                titles.push(page.title.clone());
            }
            titles.dedup();
            assert_eq!(titles.len(), 3, "{path}: {titles:?}");
        }
    });
}
