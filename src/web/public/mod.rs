//! Pages for everybody: the events, the registration, the links that mails carry.

pub mod accessibility;
pub mod barrier;
pub mod calendar;
pub mod events;
pub mod frame;
pub mod home;
pub mod legal;
pub mod link;
pub mod new_address;
pub mod pictures;
pub mod registrations;
pub mod trap;
pub mod unsubscribe;
