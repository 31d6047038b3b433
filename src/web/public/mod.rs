//! Pages for everybody: the events, the registration, the links that mails carry.

pub mod home;
