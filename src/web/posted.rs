//! What a request brought: the fields of its form or its query, and a file if one was sent with it.

use actix_multipart::Multipart;
use actix_web::http::header::{CONTENT_TYPE, HeaderMap};
use actix_web::web::{Bytes, BytesMut, Payload, Query};
use futures_util::StreamExt;

use super::csrf;
use super::error::PageError;

/// Most bytes of a form without a file: the longest honest one is a topic list full of notes.
pub const FORM_MAX: usize = 1_048_576;
/// Most bytes of a form with a file.
pub const UPLOAD_MAX: usize = 10_485_760;

/// Fields that hold a secret, with the keys of their labels: no page is ever written with what was typed into them, also not
/// where nobody sees it. Whoever sends such a form again types it again.
pub const SECRETS: [(&str, &str); 3] =
    [("password", "account-password"), ("present", "account-present-password"), ("code", "code-label")];

/// The fields of a form or of a query, in the order in which they came; a name may come more than once.
#[derive(Debug, Clone, Default)]
pub struct Posted {
    fields: Vec<(String, String)>,
    files: Vec<PostedFile>,
}

/// A file that was sent with a form.
#[derive(Debug, Clone)]
pub struct PostedFile {
    /// Name of the form field.
    pub field: String,
    /// What the file is called on the sender's machine; never a path to use.
    pub file_name: String,
    pub bytes: Bytes,
}

impl Posted {
    /// Reads `name=value&…`. Bytes that are no UTF-8, and NUL, which Postgres cannot keep, become the replacement
    /// character: the person sees it and mends it.
    pub fn decode(text: &str) -> Posted {
        let pairs =
            Query::<Vec<(String, String)>>::from_query(text).map(Query::into_inner).unwrap_or_default();
        let clean = |text: String| text.replace('\0', "\u{fffd}");
        let fields = pairs.into_iter().map(|(name, value)| (clean(name), clean(value))).collect();
        Posted { fields, files: Vec::new() }
    }

    /// The first value of a field, empty if it did not come.
    pub fn one(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value.as_str())
            .unwrap_or_default()
    }

    /// Every field but these, secrets, and what proves the form: what a page carries on that asks before it is saved.
    pub fn carried(&self, not: &[&str]) -> Vec<(String, String)> {
        let secret = |name: &str| name == csrf::FIELD || SECRETS.iter().any(|(field, _)| *field == name);
        let carried = |(name, _): &&(String, String)| !secret(name) && !not.contains(&name.as_str());
        self.fields.iter().filter(carried).cloned().collect()
    }

    /// Every value of a field, in order.
    pub fn many(&self, name: &str) -> Vec<String> {
        self.fields.iter().filter(|(field, _)| field == name).map(|(_, value)| value.clone()).collect()
    }

    /// Whether a field came at all: what a tick is.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    /// Every field in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The file of a field, if one was chosen.
    pub fn file(&self, field: &str) -> Option<&PostedFile> {
        self.files.iter().find(|file| file.field == field && !file.file_name.is_empty())
    }

    /// Whether a file came: the browser will not send it again by itself.
    pub fn has_file(&self) -> bool {
        !self.files.is_empty()
    }
}

/// Reads the body of a request: a url-encoded form, or a multipart one with a file.
pub async fn read(headers: &HeaderMap, payload: Payload) -> Result<Posted, PageError> {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("multipart/form-data") {
        read_multipart(Multipart::new(headers, payload)).await
    } else {
        let body = read_whole(payload, FORM_MAX).await?;
        Ok(Posted::decode(&String::from_utf8_lossy(&body)))
    }
}

async fn read_whole(mut payload: Payload, max: usize) -> Result<BytesMut, PageError> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| PageError::BadRequest)?;
        if body.len() + chunk.len() > max {
            return Err(PageError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

async fn read_multipart(mut parts: Multipart) -> Result<Posted, PageError> {
    let mut posted = Posted::default();
    let mut left = UPLOAD_MAX;
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| PageError::BadRequest)?;
        let name = part.name().unwrap_or_default().to_string();
        let file_name = part.content_disposition().and_then(|told| told.get_filename()).map(String::from);
        let bytes = part.bytes(left).await.map_err(|_| PageError::TooLarge)?;
        let bytes = bytes.map_err(|_| PageError::BadRequest)?;
        left = left.saturating_sub(bytes.len());
        match file_name {
            Some(file_name) => posted.files.push(PostedFile { field: name, file_name, bytes }),
            None => {
                let text = String::from_utf8_lossy(&bytes).replace('\0', "\u{fffd}");
                posted.fields.push((name, text));
            }
        }
    }
    Ok(posted)
}
