//! The headers that every answer carries, pages of errors too.

use actix_web::HttpResponse;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS,
};

use super::routes::{Route, Who};

/// Nothing from anywhere else, nothing inline: what a field holds can never run.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; \
     form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'; font-src 'self'; connect-src 'self'";

/// Puts the headers on an answer; what a handler has set itself stays.
pub fn finish(response: &mut HttpResponse, route: &Route, https: bool, request_id: &str) {
    let headers = response.headers_mut();
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        set(headers, CONTENT_SECURITY_POLICY, POLICY);
    }
    set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(headers, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(headers, REFERRER_POLICY, if route.carries_token() { "no-referrer" } else { "same-origin" });
    if https {
        set(headers, STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if let Ok(id) = HeaderValue::from_str(request_id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
    // What a shared cache may keep is the same for everybody; all else depends on who asks and in which language.
    let is_for_all = headers
        .get(CACHE_CONTROL)
        .is_some_and(|told| told.to_str().is_ok_and(|told| told.contains("public")));
    if !is_for_all {
        headers.append(VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    }
    if !headers.contains_key(CACHE_CONTROL) {
        let personal = route.who != Who::Public || route.carries_token();
        set(headers, CACHE_CONTROL, if personal { "no-store" } else { "private, no-cache" });
    }
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
