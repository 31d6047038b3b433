//! Pictures of an event that its organiser uploads: the logo and the floor plan.

use serde::{Deserialize, Serialize};

use super::codes::codes;

codes! {
    /// What a picture shows.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum PictureKind {
        /// At the head of the event's pages and of printed schedules.
        Logo = "logo",
        /// Where the tables stand.
        FloorPlan = "floor_plan",
    }
}

impl PictureKind {
    /// The longer side that is kept, in pixels: enough for a sharp print.
    pub fn longest_side(self) -> u32 {
        match self {
            PictureKind::Logo => 800,
            PictureKind::FloorPlan => 2_400,
        }
    }
}

/// A picture without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Of the bytes: another picture has another one.
    pub digest: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// The pictures that an event has.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Pictures {
    pub logo: Option<Picture>,
    pub floor_plan: Option<Picture>,
}

impl Pictures {
    /// The picture of a kind.
    pub fn get(&self, kind: PictureKind) -> Option<&Picture> {
        match kind {
            PictureKind::Logo => self.logo.as_ref(),
            PictureKind::FloorPlan => self.floor_plan.as_ref(),
        }
    }

    /// The same with another picture of a kind, or none.
    pub fn with(mut self, kind: PictureKind, picture: Option<Picture>) -> Pictures {
        match kind {
            PictureKind::Logo => self.logo = picture,
            PictureKind::FloorPlan => self.floor_plan = picture,
        }
        self
    }
}

codes! {
    /// How a picture is stored and served.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum PictureFormat {
        Png = "png",
        Jpeg = "jpeg",
    }
}

impl PictureFormat {
    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            PictureFormat::Png => "image/png",
            PictureFormat::Jpeg => "image/jpeg",
        }
    }
}
