//! A PDF as an answer: saved under a name, never shown inside one of our pages.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue};

use super::error::PageError;
use crate::documents::print::PrintError;

impl From<PrintError> for PageError {
    fn from(error: PrintError) -> PageError {
        PageError::Fault(error.to_string())
    }
}

/// The file; `name` has letters, digits and hyphens, as an event's address does.
pub fn answer(name: &str, file: Vec<u8>) -> HttpResponse {
    let mut response = HttpResponse::Ok().body(file);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}.pdf\"")) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    response
}
