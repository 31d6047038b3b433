//! The style sheet of an event: its accent colour on light and on dark paper.

use crate::domain::colour::{PETROL, readable_on};

/// `--paper` of `style.css` in light and `--raised` in dark, on which the accent must be readable.
const LIGHT: [u8; 3] = [0xfa, 0xf7, 0xf0];
const DARK: [u8; 3] = [0x23, 0x20, 0x1c];

/// What `/e/SLUG/accent.css` serves; a colour that is not `#rrggbb` gives the default.
pub fn stylesheet(accent: &str) -> String {
    let on = |ground| readable_on(accent, ground).or_else(|| readable_on(PETROL, ground)).unwrap_or_default();
    format!(
        ":root{{--accent:{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{--accent:{}}}}}\n\
         @media (forced-colors:active){{:root{{--accent:LinkText}}}}\n",
        on(LIGHT),
        on(DARK),
    )
}
