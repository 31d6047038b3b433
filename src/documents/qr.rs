//! A text as a square that telephones read (ISO/IEC 18004), drawn as SVG.

use qrcode::QrCode;
use qrcode::render::svg;

/// The picture, with the quiet margin that readers need; nothing for a text that no square holds.
pub fn svg(text: &str) -> Option<String> {
    let drawn = QrCode::new(text).ok()?.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
    // Inside a page the picture is no document of its own.
    drawn.split_once("?>").map(|(_, picture)| picture.to_string())
}
