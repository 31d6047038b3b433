//! The answer to "Did you mean …?" at an e-mail address: one of two buttons beside the field.

use super::posted::Posted;
use crate::services::slips::AddressInput;

/// The address that was chosen, if a button was pressed and the field is as it was when it was asked about.
pub fn chosen(posted: &Posted, field: &str) -> Option<String> {
    let chosen = posted.one("meant");
    (!chosen.is_empty() && posted.one("meant_for") == posted.one(field)).then(|| chosen.to_string())
}

/// The address of a form that asks for nothing else.
pub fn address(posted: &Posted) -> AddressInput {
    match chosen(posted, "email") {
        Some(email) => AddressInput { email, is_sure: true },
        None => AddressInput { email: posted.one("email").to_string(), is_sure: false },
    }
}
