//! Who may do what: the one room that decides it. What it gives is the proof that it was decided: nobody else makes these
//! values, and a service that changes something asks for one of them.

use std::ops::Deref;

use chrono::{DateTime, Utc};

use super::Fault;
use super::links::{self, LinkError};
use crate::app::App;
use crate::domain::account::{Account, Role};
use crate::domain::event::Event;
use crate::domain::ids::{AccountId, EventId, ParticipantId};
use crate::domain::token::Token;
use crate::store::{Db, StoreError, accounts, events, participants, second_factors};

/// Who does something, for the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who is not known.
    Visitor,
    Participant,
    Organiser(AccountId),
    System,
}

impl Actor {
    /// As logged.
    pub fn code(&self) -> String {
        match self {
            Actor::Visitor => "visitor".to_string(),
            Actor::Participant => "participant".to_string(),
            Actor::Organiser(id) => format!("organiser:{id}"),
            Actor::System => "system".to_string(),
        }
    }

    /// The account that a logged actor is, if it is an organiser.
    pub fn account_of(code: &str) -> Option<&str> {
        code.strip_prefix("organiser:")
    }
}

/// Somebody on the team of an event, whatever their role there. It is leave for nothing by itself: what may be seen or done is
/// asked by the types that hold it.
#[derive(Debug, Clone)]
pub struct Member {
    actor: Actor,
    event: Event,
    role: Role,
}

impl Member {
    /// The event as it was when access was granted.
    pub fn event(&self) -> &Event {
        &self.event
    }

    /// Whether this role's work may be done.
    pub fn may(&self, role: Role) -> bool {
        self.role.covers(role)
    }

    fn require(&self, needs: Role) -> Result<(), Denied> {
        if self.may(needs) { Ok(()) } else { Err(Denied::RoleTooSmall { needs }) }
    }
}

/// Leave to see everything of an event; whether it may be changed too is asked by [`EventAccess::to_change`].
#[derive(Debug, Clone)]
pub struct EventAccess(Member);

/// Whoever sees an event is on its team.
impl Deref for EventAccess {
    type Target = Member;

    fn deref(&self) -> &Member {
        &self.0
    }
}

impl EventAccess {
    /// Leave to change the event.
    ///
    /// # Errors
    /// [`Denied::RoleTooSmall`] for whoever does not run it.
    pub fn to_change(&self) -> Result<ChangeAccess, Denied> {
        self.require(Role::Organiser)?;
        Ok(ChangeAccess(self.clone()))
    }

    /// Leave to say who else runs the event.
    ///
    /// # Errors
    /// [`Denied::RoleTooSmall`] for whoever does not own it.
    pub fn to_own(&self) -> Result<OwnerAccess, Denied> {
        self.require(Role::Owner)?;
        Ok(OwnerAccess(ChangeAccess(self.clone())))
    }
}

/// Leave to do what the day of an event needs: to see who comes and where they are expected, to check them in, to help those
/// who wait in vain. It is not leave to see the event.
#[derive(Debug, Clone)]
pub struct DoorAccess(Member);

/// Whoever helps at an event is on its team.
impl Deref for DoorAccess {
    type Target = Member;

    fn deref(&self) -> &Member {
        &self.0
    }
}

impl DoorAccess {
    /// Who acts, for the log.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

/// Leave to change an event: whoever has it runs the event.
#[derive(Debug, Clone)]
pub struct ChangeAccess(EventAccess);

/// Whoever may change an event may see it.
impl Deref for ChangeAccess {
    type Target = EventAccess;

    fn deref(&self) -> &EventAccess {
        &self.0
    }
}

impl ChangeAccess {
    /// Who acts, for the log.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Leave for the day: whoever runs an event may do what its helpers may.
    pub fn at_door(&self) -> DoorAccess {
        DoorAccess(Member::clone(self))
    }

    /// Leave to change one participant of the event for them.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for whoever is not of this event.
    pub(super) fn to_participant(
        &self,
        db: &mut Db,
        id: &ParticipantId,
    ) -> Result<ParticipantAccess, StoreError> {
        let participant = participants::get(db, id)?;
        if participant.event != self.event.id {
            return Err(StoreError::NotFound);
        }
        Ok(ParticipantAccess { id: participant.id, actor: self.actor.clone() })
    }
}

/// Leave to say who runs an event.
#[derive(Debug, Clone)]
pub struct OwnerAccess(ChangeAccess);

/// Whoever owns an event may change it.
impl Deref for OwnerAccess {
    type Target = ChangeAccess;

    fn deref(&self) -> &ChangeAccess {
        &self.0
    }
}

/// Leave to change what is kept of one participant: theirs, or that of whoever runs their event.
#[derive(Debug, Clone)]
pub struct ParticipantAccess {
    id: ParticipantId,
    actor: Actor,
}

impl ParticipantAccess {
    /// Whom it is about.
    pub fn id(&self) -> &ParticipantId {
        &self.id
    }

    /// Who acts, for the log.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

/// A participant's own leave: their link proved who they are. What only they decide asks for it.
#[derive(Debug, Clone)]
pub struct OwnAccess(ParticipantAccess);

/// What may be done for a participant they may do themselves.
impl Deref for OwnAccess {
    type Target = ParticipantAccess;

    fn deref(&self) -> &ParticipantAccess {
        &self.0
    }
}

/// Leave to do what the whole installation is about: making events, and seeing what belongs to none.
#[derive(Debug, Clone)]
pub struct AdminAccess(Account);

impl AdminAccess {
    /// Who acts.
    pub fn account(&self) -> &Account {
        &self.0
    }

    /// Leave to manage accounts.
    pub fn accounts(&self) -> AccountsAccess {
        AccountsAccess(Actor::Organiser(self.0.id.clone()))
    }

    /// Leave at any event: an administrator owns each of them.
    pub fn at(&self, event: Event) -> OwnerAccess {
        let actor = Actor::Organiser(self.0.id.clone());
        OwnerAccess(ChangeAccess(EventAccess(Member { actor, event, role: Role::Owner })))
    }
}

/// Leave to manage organisers' accounts: an administrator's, or that of whoever runs the server.
#[derive(Debug, Clone)]
pub struct AccountsAccess(Actor);

impl AccountsAccess {
    /// Who acts, for the log.
    pub fn actor(&self) -> &Actor {
        &self.0
    }
}

/// Leave to manage accounts for a command on the server's own machine.
pub fn accounts_as_operator() -> AccountsAccess {
    AccountsAccess(Actor::System)
}

/// Why somebody may not do something.
#[derive(Debug, thiserror::Error)]
pub enum Denied {
    /// There is no such thing, or the account has no part in it: it shall not learn which.
    #[error("not found")]
    NotFound,
    /// The account knows the event, but its role is not for that.
    #[error("needs the role {}", needs.code())]
    RoleTooSmall { needs: Role },
    /// The event asks its team for a second factor, and the account has none.
    #[error("needs a second factor")]
    FactorNeeded,
    /// Only for administrators of the installation.
    #[error("needs an administrator")]
    NotAdmin,
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<StoreError> for Denied {
    fn from(error: StoreError) -> Denied {
        match error {
            StoreError::NotFound => Denied::NotFound,
            other => Denied::Fault(other.into()),
        }
    }
}

/// Lets an account see the event with this name in addresses, if it has a role there that may see it and do this role's work.
pub fn enter(app: &App, account: &Account, slug: &str, needs: Role) -> Result<EventAccess, Denied> {
    app.store.read(|db| {
        let event = events::get_by_slug(db, slug)?;
        see(db, account, event, needs)
    })
}

/// Lets an account do what the day of the event with this name in addresses needs, if it has a role there that may.
pub fn enter_door(app: &App, account: &Account, slug: &str) -> Result<DoorAccess, Denied> {
    app.store.read(|db| {
        let event = events::get_by_slug(db, slug)?;
        Ok(DoorAccess(grant(db, account, event, Role::Helper)?))
    })
}

/// Leave to change an event for a command that acts for an account.
pub fn change_as(app: &App, account: &AccountId, slug: &str) -> Result<ChangeAccess, Denied> {
    let account = app.store.read(|db| accounts::get(db, account))?;
    enter(app, &account, slug, Role::Organiser)?.to_change()
}

/// Leave to change an event for a command on the server's own machine: whoever runs it may do anything.
pub fn change_as_operator(app: &App, slug: &str) -> Result<ChangeAccess, Denied> {
    let event = app.store.read(|db| events::get_by_slug(db, slug))?;
    Ok(ChangeAccess(EventAccess(Member { actor: Actor::System, event, role: Role::Organiser })))
}

/// A participant's own leave by the token of their personal link.
pub(super) fn by_link(db: &mut Db, token: &Token, now: DateTime<Utc>) -> Result<OwnAccess, LinkError> {
    let id = links::open_personal(db, token, now)?;
    Ok(OwnAccess(ParticipantAccess { id, actor: Actor::Participant }))
}

/// A participant's leave for a command on the server's own machine, which acts in their name.
pub fn own_as_operator(app: &App, id: &ParticipantId) -> Result<OwnAccess, Fault> {
    let participant = app.store.read(|db| participants::get(db, id))?;
    Ok(OwnAccess(ParticipantAccess { id: participant.id, actor: Actor::Participant }))
}

/// Leave to change the event with this id.
pub(super) fn to_change(db: &mut Db, account: &Account, event: &EventId) -> Result<ChangeAccess, Denied> {
    let event = events::get(db, event)?;
    see(db, account, event, Role::Organiser)?.to_change()
}

/// Leave to see and resend a mail: it holds a link with which its reader acts, so that only those have it who could act
/// for them. That is with leave to change its event, or an administrator's for a mail that belongs to none; nobody else
/// learns that there is one.
pub(super) fn to_mail(
    db: &mut Db,
    account: &Account,
    event: Option<&EventId>,
) -> Result<Option<ChangeAccess>, Denied> {
    match event {
        Some(event) => to_change(db, account, event).map(Some),
        None => administer(account).map(|_| None).map_err(|_| Denied::NotFound),
    }
}

/// Leave for an administrator of the installation.
///
/// # Errors
/// [`Denied::NotAdmin`] for everybody else.
pub fn administer(account: &Account) -> Result<AdminAccess, Denied> {
    if account.is_admin { Ok(AdminAccess(account.clone())) } else { Err(Denied::NotAdmin) }
}

fn see(db: &mut Db, account: &Account, event: Event, needs: Role) -> Result<EventAccess, Denied> {
    let member = grant(db, account, event, needs)?;
    member.require(Role::Viewer)?;
    Ok(EventAccess(member))
}

fn grant(db: &mut Db, account: &Account, event: Event, needs: Role) -> Result<Member, Denied> {
    let role = if account.is_admin {
        Role::Owner
    } else {
        events::role_of(db, &event.id, &account.id)?.ok_or(Denied::NotFound)?
    };
    let member = Member { actor: Actor::Organiser(account.id.clone()), event, role };
    member.require(needs)?;
    if second_factors::is_required_at(db, &member.event.id)? && !second_factors::exists(db, &account.id)? {
        return Err(Denied::FactorNeeded);
    }
    Ok(member)
}
