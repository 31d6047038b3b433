//! A PDF as an answer.

use actix_web::HttpResponse;

use super::download;
use super::error::PageError;
use crate::documents::print::PrintError;

impl From<PrintError> for PageError {
    fn from(error: PrintError) -> PageError {
        PageError::Fault(error.to_string())
    }
}

/// The file; `name` has letters, digits and hyphens, as an event's address does.
pub fn answer(name: &str, file: Vec<u8>) -> HttpResponse {
    download::answer("application/pdf", &format!("{name}.pdf"), file)
}
