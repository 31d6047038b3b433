//! What tests stand on: a real server on a database of its own, and people who use it as people do.

pub mod app;
pub mod build;
pub mod database;
pub mod dump;
pub mod factors;
pub mod journeys;
pub mod lying_server;
pub mod naughty_names;
pub mod organisers;
pub mod page;
pub mod pooler;
pub mod promises;
pub mod random_cases;
pub mod raw;
pub mod rounds;
pub mod sign_ups;
pub mod undone;
pub mod visitor;
pub mod wire;
