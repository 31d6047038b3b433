//! A file as an answer: saved under a name, never shown inside one of our pages.

use actix_web::HttpResponse;
use actix_web::body::MessageBody;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};

pub const CALENDAR: &str = "text/calendar; charset=utf-8";
pub const CONTACTS: &str = "text/vcard; charset=utf-8";

/// The file; `name` has letters, digits, hyphens and full stops, as an event's address does.
pub fn answer(kind: &'static str, name: &str, file: impl MessageBody + 'static) -> HttpResponse {
    let mut response = HttpResponse::Ok().body(file);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    response
}
