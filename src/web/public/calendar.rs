//! The calendar feed behind a secret address: asked for by calendars, not by people.

use actix_web::HttpResponse;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, HeaderName, HeaderValue,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::domain::token::Token;
use crate::services::feeds;
use crate::web::error::Answer;
use crate::web::visit::Visit;

/// The feed; "not modified" for who has it already. What opens nothing is answered the same whatever the reason, so
/// that nobody learns anything by trying.
pub async fn feed(visit: Visit) -> Answer {
    let token = Token::from_outside(visit.part("token"));
    let Some(calendar) = visit.run(move |app| feeds::open(app, &token)).await? else {
        return Ok(HttpResponse::NotFound().content_type("text/plain; charset=utf-8").body("not found\n"));
    };
    // Weak: the answer may be compressed on its way.
    let tag = format!("W/\"{}\"", URL_SAFE_NO_PAD.encode(Sha256::digest(calendar.as_bytes())));
    let mut response = if knows(&visit.known_version, &tag) {
        HttpResponse::NotModified().finish()
    } else {
        let mut response = HttpResponse::Ok().body(calendar);
        set(&mut response, CONTENT_TYPE, "text/calendar; charset=utf-8");
        set(&mut response, CONTENT_DISPOSITION, "inline; filename=\"meetings.ics\"");
        response
    };
    set(&mut response, ETAG, &tag);
    set(&mut response, CACHE_CONTROL, "private, no-cache");
    Ok(response)
}

/// Whether a tag is among those of `If-None-Match`, compared weakly (RFC 9110, 13.1.2).
fn knows(told: &str, tag: &str) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_string();
    told.split(',').any(|one| one.trim() == "*" || opaque(one) == opaque(tag))
}

fn set(response: &mut HttpResponse, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
