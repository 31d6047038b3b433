//! Pictures for pages: SVG text out of plain values. The same value gives the same bytes; colours are classes of the
//! stylesheet (`p-…`), so that dark mode, forced colours and print reach them; each picture has rows for a table beside it.

pub mod board;
pub mod histogram;
pub mod schedule;
pub mod signups;
mod svg;
