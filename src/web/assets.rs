//! The stylesheet, the mark and the script, built into the program.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};

use super::error::Answer;
use super::visit::Visit;

const STYLE: &str = include_str!("../../templates/style.css");
const MARK: &str = include_str!("../../templates/mark.svg");
const SCRIPT: &str = include_str!("../../templates/app.js");

/// The stylesheet.
pub async fn style(_: Visit) -> Answer {
    Ok(asset("text/css; charset=utf-8", STYLE))
}

/// The mark of the product.
pub async fn mark(_: Visit) -> Answer {
    Ok(asset("image/svg+xml", MARK))
}

/// The script that makes some pages handier.
pub async fn script(_: Visit) -> Answer {
    Ok(asset("text/javascript; charset=utf-8", SCRIPT))
}

fn asset(kind: &'static str, text: &'static str) -> HttpResponse {
    let mut response = HttpResponse::Ok().body(text);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    // Ten minutes: nobody loads it twice on their way through the form, and a new version is seen soon.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=600"));
    response
}
