//! Who runs an event: its organisers and their roles.

use std::collections::BTreeMap;

use super::Fault;
use super::access::{EventAccess, OwnerAccess};
use super::events::EditError;
use super::meanwhile::Form;
use super::tx::write;
use crate::app::App;
use crate::domain::account::{Account, Role};
use crate::domain::alphabet::Alphabet;
use crate::domain::ids::{AccountId, EventId};
use crate::domain::lang::Lang;
use crate::domain::opened::Typed;
use crate::domain::problems::{Message, Problems};
use crate::store::{self, Db, StoreError, deactivated_accounts, events};

/// The organisers of an event, greatest role first, then by name in the order of a language.
pub fn team(app: &App, access: &EventAccess, lang: Lang) -> Result<Vec<(Account, Role)>, Fault> {
    app.store.read(|db| {
        let mut members = Vec::new();
        for (id, role) in events::list_roles(db, &access.event().id)? {
            members.push((store::accounts::get(db, &id)?, role));
        }
        let alphabet = Alphabet::of(lang);
        let rank = |role: &Role| Role::ALL.iter().rev().position(|one| one == role);
        members.sort_by_cached_key(|(one, role)| (rank(role), alphabet.key(&one.name), one.id.clone()));
        Ok(members)
    })
}

/// Name of the field with an organiser's role, at which problems with it stand.
pub fn role_field(member: &AccountId) -> String {
    format!("role-{member}")
}

/// The form with an organiser's role: its code by [`role_field`]; none of the codes for no role.
pub type RoleInput = BTreeMap<String, String>;

/// The stored role as the form shows it.
pub fn role_input(member: &AccountId, role: Role) -> RoleInput {
    BTreeMap::from([(role_field(member), role.code().to_string())])
}

/// Changes an organiser's role, or with none takes it away. The last owner stays owner.
pub fn set_role(
    app: &App,
    access: &OwnerAccess,
    member: &AccountId,
    typed: &Typed<RoleInput>,
) -> Result<(), EditError> {
    let action = "organiser.role";
    write(app, |tx| {
        let event = &access.event().id;
        events::lock(tx.db, event)?;
        let before = events::role_of(tx.db, event, member)?.ok_or(StoreError::NotFound)?;
        let form = Form::of(access, action, member.as_str());
        let input: RoleInput = form.merge::<_, EditError>(tx.db, typed, &role_input(member, before))?;
        let role = input.get(&role_field(member)).and_then(|code| Role::parse(code));
        if before == Role::Owner && role != Some(Role::Owner) && other_owners(tx.db, event, member)? == 0 {
            return Err(Problems::one(role_field(member), Message::new("problem-last-owner")).into());
        }
        match role {
            Some(role) => events::set_role(tx.db, event, member, role)?,
            None => events::remove_role(tx.db, event, member)?,
        }
        let detail = role.map_or("none", Role::code);
        access.note(tx, action, member.as_str(), detail)?;
        Ok(())
    })
}

/// How many other owners an event has who can log in.
pub(super) fn other_owners(db: &mut Db, event: &EventId, but: &AccountId) -> Result<usize, StoreError> {
    let mut count = 0;
    for (id, role) in events::list_roles(db, event)? {
        if role == Role::Owner && id != *but && !deactivated_accounts::contains(db, &id)? {
            count += 1;
        }
    }
    Ok(count)
}
