//! The logo and the floor plan of an event: uploaded by an organiser, replaced, removed, and seen by everybody.

use sha2::{Digest, Sha256};

use super::access::{ChangeAccess, Denied, EventAccess};
use super::events::EditError;
use super::tx::write;
use super::{Fault, events as event_pages};
use crate::app::App;
use crate::documents::images::{self, Image};
use crate::domain::event::Event;
use crate::domain::picture::{Picture, PictureFormat, PictureKind};
use crate::domain::problems::{Message, Problems};
use crate::domain::text;
use crate::store::{StoreError, events, pictures};

/// A picture with its bytes.
#[derive(Debug, Clone)]
pub struct StoredPicture {
    pub picture: Picture,
    pub format: PictureFormat,
    pub bytes: Vec<u8>,
}

/// Stores a picture with its text; without a file, the text alone changes.
pub fn set(
    app: &App,
    access: &ChangeAccess,
    kind: PictureKind,
    file: Option<&[u8]>,
    alt: &str,
) -> Result<Event, EditError> {
    // Decoding takes a while: not inside the transaction.
    let image = file.map(|bytes| images::reencode(bytes, kind.longest_side())).transpose();
    change(app, access, "event.picture_set", kind, |before| {
        let mut problems = Problems::new();
        let alt = problems.take("alt", text::required(alt, text::SHORT_MAX, "problem-picture-alt-missing"));
        let image = problems.take("file", image.clone()).flatten();
        if !problems.is_empty() {
            return Err(problems.into());
        }
        let alt = alt.unwrap_or_default();
        match (image, before) {
            (Some(image), _) => Ok(Some((described(&image, alt), Some(image)))),
            (None, Some(before)) => Ok(Some((Picture { alt, ..before.clone() }, None))),
            (None, None) => Err(Problems::one("file", Message::new("problem-picture-missing")).into()),
        }
    })
}

/// Removes a picture.
pub fn remove(app: &App, access: &ChangeAccess, kind: PictureKind) -> Result<Event, EditError> {
    change(app, access, "event.picture_removed", kind, |_| Ok(None))
}

fn described(image: &Image, alt: String) -> Picture {
    let digest = Sha256::digest(&image.bytes);
    let digest = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    Picture { digest, alt, width: image.width, height: image.height }
}

/// What becomes of a picture: nothing is left of it, or this, with new bytes where they are new.
type Outcome = Option<(Picture, Option<Image>)>;

fn change(
    app: &App,
    access: &ChangeAccess,
    action: &str,
    kind: PictureKind,
    decide: impl Fn(Option<&Picture>) -> Result<Outcome, EditError>,
) -> Result<Event, EditError> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let picture = match decide(event.pictures.get(kind))? {
            Some((picture, image)) => {
                if let Some(image) = image {
                    pictures::put(tx.db, &event.id, kind, image.format, &image.bytes)?;
                }
                Some(picture)
            }
            None => {
                pictures::delete(tx.db, &event.id, kind)?;
                None
            }
        };
        let event = Event { pictures: event.pictures.clone().with(kind, picture), ..event };
        events::update(tx.db, &event, tx.now)?;
        access.note(tx, action, event.id.as_str(), kind.code())?;
        Ok(event)
    })
}

/// A picture of a public event.
pub fn public(app: &App, slug: &str, kind: PictureKind) -> Result<StoredPicture, Denied> {
    let (event, _) = event_pages::public_view(app, slug)?;
    of_event(app, &event, kind)?.ok_or(Denied::NotFound)
}

/// A picture of an event that may not be public yet, for those who run it.
pub fn for_organiser(app: &App, access: &EventAccess, kind: PictureKind) -> Result<StoredPicture, Denied> {
    of_event(app, access.event(), kind)?.ok_or(Denied::NotFound)
}

/// A picture of an event, if it has one.
pub fn of_event(app: &App, event: &Event, kind: PictureKind) -> Result<Option<StoredPicture>, Fault> {
    let Some(picture) = event.pictures.get(kind).cloned() else { return Ok(None) };
    match app.store.read(|db| pictures::get(db, &event.id, kind)) {
        Ok((format, bytes)) => Ok(Some(StoredPicture { picture, format, bytes })),
        // Removed since the event was read.
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
