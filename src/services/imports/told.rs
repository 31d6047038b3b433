//! Choices as the command line tells them: columns and states by their names.

use super::choices::{Choices, Fate, own_state_key, state_key};
use super::outcome::ImportError;
use crate::documents::participant_list::{self, Reading};
use crate::domain::text;

/// Choices that are told by names: what a column holds by its title, what a state means wherever it stands.
///
/// # Errors
/// If the file cannot be read.
pub fn told(
    bytes: &[u8],
    reading: Reading,
    columns: &[(String, String)],
    states: &[(String, String)],
) -> Result<Choices, ImportError> {
    let mut choices = Choices { reading, ..Choices::none() };
    let sheet = participant_list::open(bytes, &choices.reading).map_err(ImportError::File)?;
    for (title, code) in columns {
        let called = |at: &usize| text::search_key(&sheet.title(*at)) == text::search_key(title);
        choices.columns.extend((0..sheet.width()).filter(called).map(|at| (at, code.clone())));
    }
    for (state, code) in states {
        let Some(fate) = Fate::parse(code) else { continue };
        choices.states.insert(own_state_key(state), fate);
        choices.states.extend((0..sheet.width()).map(|at| (state_key(&sheet.title(at), state), fate)));
    }
    Ok(choices)
}
