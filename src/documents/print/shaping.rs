//! From text to glyphs: directions (Unicode Bidirectional Algorithm, UAX 9), fonts, shaping; and lines of a width.

use harfrust::{Direction, ShapeOptions, UnicodeBuffer};
use krilla::text::{GlyphId, KrillaGlyph};
use unicode_bidi::{BidiInfo, Level};
use unicode_normalization::char::is_combining_mark;

use super::fonts::{Fonts, MISSING_FACE, Style};

/// Glyphs of one font.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub face: usize,
    pub text: String,
    /// Where it begins in the line, in units of the font size.
    pub x: f32,
    pub glyphs: Vec<KrillaGlyph>,
    /// In units of the font size.
    pub width: f32,
}

/// One line of text.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// In the order in which they are read, which in Arabic and Hebrew is not from left to right: whoever has the document
    /// read aloud or copies from it gets the words in this order.
    pub runs: Vec<Run>,
    /// In units of the font size.
    pub width: f32,
    /// Whether a character is drawn as a box because no font has it.
    pub lacks_glyphs: bool,
}

/// Shapes one line. The documents' own languages all run from left to right, and so does the line as a whole.
pub(super) fn shape(fonts: &Fonts, text: &str, style: Style) -> Line {
    let bidi = BidiInfo::new(text, Some(Level::ltr()));
    let mut line = Line::default();
    let mut runs: Vec<(usize, Run)> = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, ranges) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for range in ranges {
            let is_rtl = levels.get(range.start).is_some_and(Level::is_rtl);
            let mut start = range.start;
            let mut pieces = Vec::new();
            for (face, piece) in by_face(fonts, text.get(range).unwrap_or_default(), style) {
                let begins = start;
                start += piece.len();
                pieces.push((begins, face, piece));
            }
            if is_rtl {
                pieces.reverse();
            }
            for (begins, face, piece) in pieces {
                line.lacks_glyphs |= face.is_none();
                let run = match face {
                    Some(face) => shaped(fonts, face, piece, is_rtl),
                    None => boxes(fonts, piece, is_rtl),
                };
                let x = line.width;
                line.width += run.width;
                runs.push((begins, Run { x, ..run }));
            }
        }
    }
    runs.sort_by_key(|(begins, _)| *begins);
    line.runs = runs.into_iter().map(|(_, run)| run).collect();
    line
}

/// Cuts a text where the font changes; no font means that none has these characters.
fn by_face(fonts: &Fonts, text: &str, style: Style) -> Vec<(Option<usize>, String)> {
    let mut pieces: Vec<(Option<usize>, String)> = Vec::new();
    for c in text.chars() {
        let found = match pieces.last() {
            // A mark belongs to its letter and a joiner to its neighbours, also in a font that draws nothing for it.
            Some((Some(face), _)) if follows(c) && (fonts.has(*face, c) || is_invisible(c)) => Some(*face),
            Some((None, _)) if follows(c) => None,
            _ => fonts.face_for(style, c),
        };
        match pieces.last_mut() {
            Some((face, piece)) if *face == found => piece.push(c),
            _ => pieces.push((found, c.to_string())),
        }
    }
    pieces
}

/// Whether a character stands on or joins the one before it.
fn follows(c: char) -> bool {
    is_combining_mark(c) || is_invisible(c) || matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// Joiners, direction marks and variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}')
}

fn shaped(fonts: &Fonts, face: usize, text: String, is_rtl: bool) -> Run {
    let Some(found) = fonts.face(face) else {
        return Run { face, text, x: 0.0, glyphs: Vec::new(), width: 0.0 };
    };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(&text);
    buffer.guess_segment_properties();
    buffer.set_direction(if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight });
    let output = found.shaper().shape(buffer, ShapeOptions::new());
    let mut starts: Vec<usize> = output.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let end = |start: usize| starts.iter().copied().find(|next| *next > start).unwrap_or(text.len());
    let em = found.font.units_per_em();
    let glyphs: Vec<KrillaGlyph> = output
        .glyph_infos()
        .iter()
        .zip(output.glyph_positions())
        .map(|(info, at)| {
            let [advance, x, y, down] =
                [at.x_advance, at.x_offset, at.y_offset, at.y_advance].map(|part| part as f32 / em);
            let start = info.cluster as usize;
            KrillaGlyph::new(GlyphId::new(info.glyph_id), advance, x, y, down, start..end(start), None)
        })
        .collect();
    let width = glyphs.iter().map(|glyph| glyph.x_advance).sum();
    Run { face, text, x: 0.0, glyphs, width }
}

/// A box for each character, with what belongs to it.
fn boxes(fonts: &Fonts, text: String, is_rtl: bool) -> Run {
    const WIDTH: f32 = 0.6;
    let mut starts: Vec<usize> =
        text.char_indices().filter(|(at, c)| *at == 0 || !follows(*c)).map(|(at, _)| at).collect();
    starts.push(text.len());
    let ranges = starts.iter().zip(starts.iter().skip(1));
    let mut glyphs: Vec<KrillaGlyph> = ranges
        .map(|(from, to)| KrillaGlyph::new(fonts.missing, WIDTH, 0.0, 0.0, 0.0, *from..*to, None))
        .collect();
    if is_rtl {
        glyphs.reverse();
    }
    let width = WIDTH * glyphs.len() as f32;
    Run { face: MISSING_FACE, text, x: 0.0, glyphs, width }
}

/// Breaks a text into lines of at most `width` in units of the font size: at spaces, and inside a word that is longer than a
/// line.
pub(super) fn lines(fonts: &Fonts, text: &str, style: Style, width: f32) -> Vec<Line> {
    let measure = |text: &str| shape(fonts, text, style).width;
    let space = measure(" ");
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0.0;
    for word in text.split_whitespace() {
        for part in parts(word, width, &measure) {
            let needed = measure(part);
            match lines.last_mut().filter(|_| used + space + needed <= width) {
                Some(line) => {
                    line.push(' ');
                    line.push_str(part);
                    used += space + needed;
                }
                None => {
                    lines.push(part.to_string());
                    used = needed;
                }
            }
        }
    }
    lines.iter().map(|line| shape(fonts, line, style)).collect()
}

/// A word in parts that fit a line.
fn parts<'a>(word: &'a str, width: f32, measure: &impl Fn(&str) -> f32) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut rest = word;
    while measure(rest) > width {
        let mut cut = rest.chars().next().map_or(rest.len(), char::len_utf8);
        for (at, c) in rest.char_indices().skip(1).filter(|(_, c)| !follows(*c)) {
            if measure(rest.get(..at + c.len_utf8()).unwrap_or(rest)) > width {
                break;
            }
            cut = at;
        }
        let (part, left) = rest.split_at(cut);
        parts.push(part);
        rest = left;
    }
    if !rest.is_empty() {
        parts.push(rest);
    }
    parts
}
