//! Filters of the list of participants that an event's team keeps under names.

use super::Fault;
use super::access::{ChangeAccess, EventAccess};
use super::events::EditError;
use super::tx::write;
use crate::app::App;
use crate::domain::ids::ViewId;
use crate::domain::people_filter::{Filter, View};
use crate::domain::problems::{Message, Problems};
use crate::domain::text;
use crate::store::{events, people_views};

/// The views of an event by their names.
pub fn list(app: &App, access: &EventAccess) -> Result<Vec<View>, Fault> {
    app.store.read(|db| Ok(people_views::list(db, &access.event().id)?))
}

/// Keeps a filter under a name; of a name that is there already the filter is another one from now on.
///
/// # Errors
/// That the name is missing or too long, that the filter leaves nobody out, that there are too many.
pub fn keep(app: &App, access: &ChangeAccess, name: &str, people: &Filter) -> Result<(), EditError> {
    let problem = |message| EditError::from(Problems::one("view", message));
    let name = text::required(name, View::NAME_MAX, "problem-view-name").map_err(problem)?;
    if people.is_everybody() {
        return Err(problem(Message::new("problem-view-everybody")));
    }
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let known = people_views::list(tx.db, &event.id)?;
        match known.iter().find(|view| view.name.to_lowercase() == name.to_lowercase()) {
            Some(view) => people_views::update(tx.db, &View { people: people.clone(), ..view.clone() })?,
            None if known.len() >= View::MOST => {
                let message = Message::new("problem-views-many").with("max", View::MOST.to_string());
                return Err(problem(message));
            }
            None => {
                let view = View { id: tx.app.random.id(tx.now), name: name.clone(), people: people.clone() };
                people_views::insert(tx.db, &event.id, &view, tx.now)?;
            }
        }
        Ok(())
    })
}

/// Removes a view; one that is gone stays so.
pub fn remove(app: &App, access: &ChangeAccess, id: &ViewId) -> Result<(), Fault> {
    write(app, |tx| Ok(people_views::delete(tx.db, &access.event().id, id).map(drop)?))
}
