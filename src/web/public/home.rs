//! The front page, and the pages about data protection and accessibility.

use askama::Template;

use crate::web::error::Answer;
use crate::web::page::Page;
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "public/home.html")]
struct HomePage {
    page: Page,
}

/// The events that are public.
pub async fn show(visit: Visit) -> Answer {
    visit.show(&HomePage { page: visit.frame() })
}

#[derive(Template)]
#[template(path = "public/privacy.html")]
struct PrivacyPage {
    page: Page,
}

/// What is kept of whom, and why.
pub async fn privacy(visit: Visit) -> Answer {
    visit.show(&PrivacyPage { page: visit.frame() })
}

#[derive(Template)]
#[template(path = "public/accessibility.html")]
struct AccessibilityPage {
    page: Page,
}

/// How far everyone can use these pages, and whom to tell what is missing.
pub async fn accessibility(visit: Visit) -> Answer {
    visit.show(&AccessibilityPage { page: visit.frame() })
}
