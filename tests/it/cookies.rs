//! What a page leaves in a browser: nothing, unless it has a form or the reader has chosen something.

use std::collections::BTreeSet;

use crate::support::app::{TestApp, on_each_database};
use crate::support::build::an_event;
use crate::support::page::Page;

fn set_by(page: &Page) -> Vec<String> {
    let set = page.headers.iter().filter(|(name, _)| name == "set-cookie");
    set.map(|(_, value)| value.split('=').next().unwrap_or_default().to_string()).collect()
}

/// Whether something can be sent from the page that changes anything.
fn has_form(page: &Page) -> bool {
    page.html.contains("method=\"post\"")
}

/// Every page that a stranger reaches by links, each asked for by a new browser.
fn public_pages(app: &TestApp) -> Vec<Page> {
    let mut waiting = vec!["/".to_string(), "/e/clusters".to_string()];
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut pages = Vec::new();
    while let Some(path) = waiting.pop() {
        let page = app.visitor().get(&path);
        let there = page.header("location").map(str::to_string).into_iter();
        for link in page.links.iter().map(|(_, link)| link.clone()).chain(there) {
            let link =
                link.strip_prefix(&app.address()).unwrap_or(&link).split('#').next().unwrap().to_string();
            let is_choice = link.contains("lang=");
            if link.starts_with('/') && !is_choice && seen.len() < 200 && seen.insert(link.clone()) {
                waiting.push(link);
            }
        }
        pages.push(page);
    }
    pages
}

#[test]
fn a_page_without_a_form_leaves_nothing_and_one_with_a_form_its_token_alone() {
    on_each_database(|app| {
        an_event(app).make();
        let pages = public_pages(app);
        let (with, without): (Vec<&Page>, Vec<&Page>) = pages.iter().partition(|page| has_form(page));
        assert!(with.len() >= 4 && without.len() >= 6, "{} {}", with.len(), without.len());
        for page in without {
            assert_eq!(set_by(page), Vec::<String>::new(), "{}", page.path);
        }
        for page in with {
            assert_eq!(set_by(page), ["csrf"], "{}", page.path);
        }
        for page in &pages {
            let cached = page.header("cache-control").unwrap_or_default().to_string();
            let varies =
                page.headers.iter().filter(|(name, _)| name == "vary").map(|(_, value)| value.as_str());
            let varies = varies.collect::<Vec<_>>().join(", ").to_lowercase();
            let by_reader = varies.contains("cookie") && varies.contains("accept-language");
            assert!(cached.contains("public") != by_reader, "{}: {cached}; vary {varies}", page.path);
        }
        let missing = app.visitor().get("/nothing/here");
        assert_eq!((missing.status, set_by(&missing)), (404, Vec::new()));
    });
}

#[test]
fn forms_work_for_whoever_comes_without_a_cookie_and_reads_pages_first() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor();
        for path in ["/", "/e/clusters", "/privacy", "/e/clusters"] {
            ada.open(path);
        }
        assert_eq!(ada.cookie("csrf"), None);
        ada.open("/e/clusters/link");
        ada.fill("E-mail address", "ada@example.org").press("Send me the link");
        assert_eq!(ada.page.status, 200, "{}", ada.page.text);
        // The cookie stays as it is: a second form that is open beside goes on working.
        let kept = ada.cookie("csrf").unwrap().to_string();
        ada.open("/e/clusters/register");
        assert_eq!(ada.cookie("csrf"), Some(kept.as_str()));
    });
}

#[test]
fn the_language_is_kept_only_if_it_was_chosen() {
    on_each_database(|app| {
        an_event(app).make();
        let mut ada = app.visitor().reading("de");
        assert_eq!(ada.open("/e/clusters").lang, "de");
        assert_eq!(ada.cookie("lang"), None);
        ada.open("/e/clusters?lang=en");
        assert_eq!(ada.cookie("lang"), Some("en"));
        let again = ada.get("/e/clusters");
        assert_eq!((again.lang.as_str(), set_by(&again)), ("en", Vec::new()));
    });
}
