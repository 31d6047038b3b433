//! What the other tests stand on too: people with a browser.
#![allow(dead_code, reason = "these tests need a part of it")]

#[path = "../../it/support/page.rs"]
pub mod page;
#[path = "../../it/support/visitor.rs"]
pub mod visitor;
