//! What pages say of a session beside its title and time.

use super::answers::language;
use super::page::Page;
use crate::domain::event::{Event, Session};

/// A session in the page's language.
pub struct SessionText {
    pub title: String,
    /// Place, language, and that it is by invitation.
    pub detail: String,
    pub speakers: Vec<String>,
    pub paragraphs: Vec<String>,
    /// Where those who take part watch it; empty if there is no such place.
    pub link: String,
}

impl SessionText {
    /// All of it.
    pub fn of(page: &Page, event: &Event, session: &Session) -> SessionText {
        let (lang, first) = (page.lang, event.first_language());
        let by_invitation = session.by_invitation.then(|| page.t("session-by-invitation"));
        let detail = [Some(session.place.clone()), language(page, session), by_invitation];
        let detail = detail.into_iter().flatten().filter(|part| !part.is_empty());
        let lines = session.speakers.lines().map(str::trim).filter(|line| !line.is_empty());
        SessionText {
            title: session.title.get(lang, first).to_string(),
            detail: detail.collect::<Vec<_>>().join(", "),
            speakers: lines.map(String::from).collect(),
            paragraphs: paragraphs(session.description.get(lang, first)),
            link: session.link.as_ref().map(|link| link.as_str().to_string()).unwrap_or_default(),
        }
    }
}

/// The paragraphs of a text, which empty lines part.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(String::from).collect()
}
