//! What a request brought: the fields of its form or its query, and a file if one was sent with it.

use actix_multipart::Multipart;
use actix_web::http::header::{CONTENT_TYPE, HeaderMap};
use actix_web::web::{Bytes, BytesMut, Query};
use futures_util::StreamExt;

use super::body::{Body, Broken};
use super::csrf;
use super::error::PageError;
use super::who::Who;
use crate::services::Trouble;

/// Most bytes of an organiser's form without a file: the longest honest one is a topic list full of notes.
pub const FORM_MAX: usize = 1_048_576;
/// Most bytes of anybody else's: the longest honest one is a registration full of notes in another script.
pub const FORM_MAX_OF_STRANGERS: usize = 262_144;
/// Most bytes of a form with a file.
pub const UPLOAD_MAX: usize = 10_485_760;
/// Room for the parts around the file.
const AROUND_THE_FILE: usize = 65_536;
/// Most parts that are files, empty ones too.
const FILES_MAX: usize = 5;

/// What a route takes.
#[derive(Debug, Clone, Copy)]
pub struct Takes {
    /// Most bytes.
    pub bytes: usize,
    /// Most fields.
    pub fields: usize,
    /// Whether a file may come: only then are forms in parts read.
    pub file: bool,
}

impl Takes {
    /// What is read of somebody who may use a route: organisers tick long lists of people.
    pub fn of(who: Who, file: bool) -> Takes {
        let (bytes, fields) = match who {
            Who::Public => (FORM_MAX_OF_STRANGERS, 500),
            Who::Participant => (FORM_MAX_OF_STRANGERS, 2_500),
            Who::SignedIn | Who::Organiser(_) | Who::Admin => (FORM_MAX, 20_000),
        };
        Takes { bytes: if file { UPLOAD_MAX + AROUND_THE_FILE } else { bytes }, fields, file }
    }
}

/// Fields that hold a secret, with the keys of their labels: no page is ever written with what was typed into them, also not
/// where nobody sees it. Whoever sends such a form again types it again.
pub const SECRETS: [(&str, &str); 3] =
    [("password", "account-password"), ("present", "account-present-password"), ("code", "code-label")];

/// The fields of a form or of a query, in the order in which they came; a name may come more than once.
#[derive(Debug, Clone, Default)]
pub struct Posted {
    fields: Vec<(String, String)>,
    files: Vec<PostedFile>,
    /// Whether there is more that was not read.
    is_cut: bool,
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
        Posted { fields, ..Posted::default() }
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
        self.is_cut || !self.files.is_empty()
    }
}

/// Reads the body of a request: a url-encoded form, or a multipart one with a file where one is taken. Of a form in parts
/// nothing more is read unless its first part proves it.
pub async fn read(
    headers: &HeaderMap,
    body: &Body,
    takes: Takes,
    proves: impl Fn(&str) -> bool,
) -> Result<Posted, PageError> {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_in_parts = kind.trim_start().to_ascii_lowercase().starts_with("multipart/");
    body.at_most(takes.bytes);
    match (is_in_parts, takes.file) {
        (true, false) => Err(PageError::WrongKind),
        (true, true) => read_parts(Multipart::new(headers, body.stream()), takes, proves)
            .await
            .map_err(|error| body.broken().map_or(error, PageError::from)),
        (false, _) => {
            let body = read_whole(body, takes.bytes.min(FORM_MAX)).await?;
            if body.iter().filter(|byte| **byte == b'&').count() >= takes.fields {
                return Err(PageError::TooLarge);
            }
            Ok(Posted::decode(&String::from_utf8_lossy(&body)))
        }
    }
}

async fn read_whole(body: &Body, most: usize) -> Result<BytesMut, Broken> {
    body.at_most(most);
    let mut whole = BytesMut::new();
    while let Some(chunk) = body.next().await {
        whole.extend_from_slice(&chunk?);
    }
    Ok(whole)
}

async fn read_parts(
    mut parts: Multipart,
    takes: Takes,
    proves: impl Fn(&str) -> bool,
) -> Result<Posted, PageError> {
    let mut posted = Posted::default();
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| PageError::BadRequest)?;
        let name = part.name().unwrap_or_default().to_string();
        let file_name = part.content_disposition().and_then(|told| told.get_filename()).map(String::from);
        let is_first = posted.fields.is_empty() && posted.files.is_empty();
        if is_first && (name != csrf::FIELD || file_name.is_some()) {
            return Err(PageError::SendAgain(Box::new(Posted { is_cut: true, ..posted })));
        }
        let most = if is_first { AROUND_THE_FILE } else { takes.bytes };
        let bytes = part.bytes(most).await.map_err(|_| PageError::TooLarge)?;
        let bytes = bytes.map_err(|_| PageError::BadRequest)?;
        match file_name {
            Some(file_name) => posted.files.push(PostedFile { field: name, file_name, bytes }),
            None => {
                let text = String::from_utf8_lossy(&bytes).replace('\0', "\u{fffd}");
                posted.fields.push((name, text));
            }
        }
        if is_first && !proves(posted.one(csrf::FIELD)) {
            return Err(PageError::SendAgain(Box::new(Posted { is_cut: true, ..posted })));
        }
        if posted.fields.len() > takes.fields || posted.files.len() > FILES_MAX {
            return Err(PageError::TooLarge);
        }
    }
    Ok(posted)
}

impl From<Broken> for PageError {
    fn from(broken: Broken) -> PageError {
        match broken {
            Broken::TooLarge => PageError::TooLarge,
            Broken::TooSlow => PageError::TooSlow,
            Broken::NoRoom => {
                PageError::Unavailable(Trouble::Busy, "too many forms arrive at once".to_string())
            }
            Broken::Lost => PageError::BadRequest,
        }
    }
}
