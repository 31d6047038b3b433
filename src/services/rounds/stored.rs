//! What rounds store as JSON: settings, reports, steps.

use crate::services::Fault;

/// What is stored of a value.
pub(super) fn encode<T: serde::Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|cause| Fault::Json { what: "a round", cause })
}

/// Reads what [`encode`] wrote.
pub(super) fn decode<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|cause| Fault::Json { what: "a round", cause })
}
