//! The use cases, one a function: who may, by which rule, in one `Store::write`. No HTTP, no SQL.

pub mod demo;
pub mod drafts;
mod fault;
pub mod imports;
pub mod links;
pub mod meetings;
pub mod participants;
pub mod post;
pub mod registrations;
pub mod wishes;

pub use fault::Fault;
