//! The back office: pages for organisers who are signed in.

mod frame;
pub mod imports;
pub mod rounds;
