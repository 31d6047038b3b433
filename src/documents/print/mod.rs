//! Documents for paper, as PDF: one's schedule, the plan of the tables, the list for the door. They are drawn here, out of
//! plain text and checked pictures; nothing is fetched, and no markup is read.

mod fonts;
pub mod lists;
pub mod schedule;
mod shaping;
mod sheets;
mod write;

use crate::domain::picture::PictureFormat;

/// A colour: red, green, blue.
type Rgb = [u8; 3];

const INK: Rgb = [0x22, 0x1e, 0x19];
const MUTED: Rgb = [0x5c, 0x55, 0x4a];
const RULE: Rgb = [0xd8, 0xd0, 0xc0];

/// A picture that is printed: checked before, as [`crate::documents::images`] does.
#[derive(Debug, Clone)]
pub struct Picture {
    pub format: PictureFormat,
    pub bytes: Vec<u8>,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Why a document could not be made. Neither depends on what people typed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    #[error("the built-in fonts cannot be read")]
    Fonts,
    #[error("the PDF cannot be written: {0}")]
    Writing(String),
}
