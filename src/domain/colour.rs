//! The accent colour of an event, and whether it can be read.

use super::problems::Message;

/// The default accent: a deep petrol.
pub const PETROL: &str = "#0b5563";

/// Least contrast with white paper that text needs (WCAG 2.2, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

/// Contrast of an accent with the paper of pages: a little more than needed, so that it holds on tinted paper too.
const READABLE: f64 = 5.2;

/// Reads `#rrggbb` and refuses what cannot be read on white.
pub fn accent(raw: &str) -> Result<String, Message> {
    let text = raw.trim().to_ascii_lowercase();
    let rgb = parse(&text).ok_or_else(|| Message::new("problem-colour-form"))?;
    let contrast = contrast(rgb, [255; 3]);
    if contrast < LEAST_CONTRAST {
        return Err(Message::new("problem-colour-contrast").with("contrast", format!("{contrast:.1}")));
    }
    Ok(text)
}

/// The colour, made darker or lighter in small steps until it can be read on a ground as text; `accent` is `#rrggbb`.
/// None if it is not of that form.
pub fn readable_on(accent: &str, ground: [u8; 3]) -> Option<String> {
    let mut rgb = parse(accent)?;
    let end: u8 = if luminance(ground) > 0.5 { 0 } else { 255 };
    while contrast(rgb, ground) < READABLE && rgb != [end; 3] {
        // A tenth of the way, and at least one, so that the end is reached.
        rgb = rgb.map(|part| {
            let way = part.abs_diff(end).div_ceil(10);
            if end == 0 { part - way } else { part + way }
        });
    }
    Some(format!("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]))
}

/// Red, green and blue of `#rrggbb`.
pub fn parse(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of *contrast ratio*).
pub fn contrast(x: [u8; 3], y: [u8; 3]) -> f64 {
    let (x, y) = (luminance(x), luminance(y));
    (x.max(y) + 0.05) / (x.min(y) + 0.05)
}

fn luminance(rgb: [u8; 3]) -> f64 {
    let [r, g, b] = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}
