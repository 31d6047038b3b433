//! The logo and the floor plan of an event, as an organiser uploads, replaces and removes them.

use askama::Template;

use super::frame::{address, again, below, problems_of};
use crate::domain::picture::PictureKind;
use crate::domain::problems::Problems;
use crate::services::pictures;
use crate::web::error::Answer;
use crate::web::page::{Page, ShownPicture};
use crate::web::posted::UPLOAD_MAX;
use crate::web::public::pictures::{answer, kind};
use crate::web::visit::Visit;

#[derive(Template)]
#[template(path = "organiser/pictures.html")]
struct PicturesPage {
    page: Page,
    problems: Problems,
    max_megabytes: usize,
    slots: Vec<Slot>,
}

/// One of the pictures that an event can have.
struct Slot {
    /// `logo` or `floor-plan`, as in the keys of the words.
    word: &'static str,
    shown: Option<ShownPicture>,
    problems: Problems,
    alt: String,
    action: String,
}

/// Both pictures.
pub async fn list(visit: Visit) -> Answer {
    visit.show(&page(&visit, None, Problems::new())?)
}

fn page(
    visit: &Visit,
    refused: Option<PictureKind>,
    problems: Problems,
) -> Result<PicturesPage, crate::web::error::PageError> {
    let access = visit.access()?;
    let event = access.event();
    let slot = |kind: PictureKind| {
        let is_refused = refused == Some(kind);
        let stored = event.pictures.get(kind).map(|picture| picture.alt.clone()).unwrap_or_default();
        Slot {
            word: match kind {
                PictureKind::Logo => "logo",
                PictureKind::FloorPlan => "floor-plan",
            },
            shown: ShownPicture::of(event, kind, &address(event, "")),
            problems: if is_refused { problems.clone() } else { Problems::new() },
            alt: if is_refused { visit.form.one("alt").to_string() } else { stored },
            action: address(event, &format!("/pictures/{}", kind.code())),
        }
    };
    Ok(PicturesPage {
        page: below(visit, access, "nav-settings", "/settings")?.with_problems(&problems),
        slots: PictureKind::ALL.into_iter().map(slot).collect(),
        max_megabytes: UPLOAD_MAX / 1_048_576,
        problems,
    })
}

/// The picture itself, of a draft too.
pub async fn show(visit: Visit) -> Answer {
    let (access, kind) = (visit.access()?.clone(), kind(&visit)?);
    let stored = visit.run(move |app| pictures::for_organiser(app, &access, kind)).await?;
    Ok(answer(&visit, stored, "private, no-cache"))
}

/// Stores a picture.
pub async fn set(visit: Visit) -> Answer {
    let kind = kind(&visit)?;
    let access = visit.access()?;
    let change = access.to_change()?;
    let file = visit.form.file("file").map(|file| file.bytes.clone());
    let alt = visit.form.one("alt").to_string();
    let set = move |app: &_| pictures::set(app, &change, kind, file.as_deref(), &alt);
    match visit.attempt(set).await? {
        Ok(event) => Ok(visit.see_with(&address(&event, "/pictures"), "picture-saved")),
        Err(error) => again(&visit, &page(&visit, Some(kind), problems_of(error)?)?),
    }
}

/// Removes a picture.
pub async fn remove(visit: Visit) -> Answer {
    let kind = kind(&visit)?;
    let access = visit.access()?;
    let change = access.to_change()?;
    let removed = visit.attempt(move |app| pictures::remove(app, &change, kind)).await?;
    removed.map_or_else(|error| problems_of(error).map(|_| ()), |_| Ok(()))?;
    Ok(visit.see_with(&address(access.event(), "/pictures"), "picture-removed"))
}
