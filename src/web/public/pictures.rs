//! The logo and the floor plan of a public event.

use actix_web::HttpResponse;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue,
};

use crate::domain::picture::PictureKind;
use crate::services::pictures::{self, StoredPicture};
use crate::web::error::{Answer, PageError};
use crate::web::visit::Visit;

/// A picture may do nothing at all, should a browser ever take it for a page.
const POLICY: &str = "default-src 'none'; sandbox";

/// Which picture the path names.
pub fn kind(visit: &Visit) -> Result<PictureKind, PageError> {
    PictureKind::parse(visit.part("kind")).ok_or(PageError::NotFound)
}

/// The picture.
pub async fn show(visit: Visit) -> Answer {
    let (slug, kind) = (visit.part("slug").to_string(), kind(&visit)?);
    let stored = visit.run(move |app| pictures::public(app, &slug, kind)).await?;
    // The address that pages use names this very picture: it never changes.
    let is_exact = visit.query.one("v") == stored.picture.digest;
    let caching = if is_exact { "public, max-age=31536000, immutable" } else { "public, no-cache" };
    Ok(answer(&visit, stored, caching))
}

/// The bytes, or "you have it already".
pub fn answer(visit: &Visit, stored: StoredPicture, caching: &'static str) -> HttpResponse {
    let tag = format!("\"{}\"", stored.picture.digest);
    let is_known = visit.known_version.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
    let mut response =
        if is_known { HttpResponse::NotModified().finish() } else { HttpResponse::Ok().body(stored.bytes) };
    let headers = response.headers_mut();
    set(headers, &tag, caching);
    if !is_known {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(stored.format.media_type()));
        headers.insert(CONTENT_DISPOSITION, HeaderValue::from_static("inline"));
    }
    response
}

fn set(headers: &mut HeaderMap, tag: &str, caching: &'static str) {
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(ETAG, tag);
    }
}
