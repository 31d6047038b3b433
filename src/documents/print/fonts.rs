//! The fonts of printed documents, built into the program: Noto for Latin, Greek, Cyrillic, Arabic and Hebrew.
//!
//! What none of them has (Chinese, emoji) is drawn as a box that carries the character as text, so that it is seen to be
//! missing and can still be found and copied.

use std::sync::LazyLock;

use harfrust::{FontRef, Shaper, ShaperData};
use krilla::text::{Font, GlyphId};
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;

use super::PrintError;

/// How a piece of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Running text.
    Text,
    /// Names and what must be seen.
    Strong,
    /// Titles, in a serif.
    Title,
}

/// One font file: as it is embedded, and as text is shaped with it.
pub(super) struct Face {
    pub font: Font,
    file: FontRef<'static>,
    shaping: ShaperData,
    characters: Charmap<'static>,
}

/// All faces.
pub(super) struct Fonts {
    faces: Vec<Face>,
    /// The sign for a character that no face has; of the first face.
    pub missing: GlyphId,
}

/// The face that holds [`Fonts::missing`].
pub(super) const MISSING_FACE: usize = 0;

const FILES: [&[u8]; 7] = [
    include_bytes!("../../../templates/fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../../templates/fonts/NotoSans-Bold.ttf"),
    include_bytes!("../../../templates/fonts/NotoSerif-Bold.ttf"),
    include_bytes!("../../../templates/fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../../templates/fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../../../templates/fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../../../templates/fonts/NotoSansHebrew-Bold.ttf"),
];

/// The box that the subset has for a missing character.
const MISSING: char = '\u{25a1}';

static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(Fonts::load);

impl Fonts {
    /// The built-in fonts.
    pub(super) fn get() -> Result<&'static Fonts, PrintError> {
        FONTS.as_ref().ok_or(PrintError::Fonts)
    }

    fn load() -> Option<Fonts> {
        let face = |file: &'static [u8]| {
            let font = Font::new(file.to_vec().into(), 0)?;
            let file = FontRef::new(file).ok()?;
            Some(Face { font, shaping: ShaperData::new(&file), characters: file.charmap(), file })
        };
        let faces: Vec<Face> = FILES.into_iter().map(face).collect::<Option<_>>()?;
        let missing = faces.get(MISSING_FACE)?.characters.map(MISSING)?;
        Some(Fonts { faces, missing: GlyphId::new(missing.to_u32()) })
    }

    /// The face at a place that [`Fonts::face_for`] named.
    pub(super) fn face(&self, at: usize) -> Option<&Face> {
        self.faces.get(at)
    }

    /// The first face of a style that has a character.
    pub(super) fn face_for(&self, style: Style, c: char) -> Option<usize> {
        let chain: [usize; 3] = match style {
            Style::Text => [0, 3, 5],
            Style::Strong => [1, 4, 6],
            Style::Title => [2, 4, 6],
        };
        chain.into_iter().find(|at| self.has(*at, c))
    }

    /// Whether a face has a character.
    pub(super) fn has(&self, at: usize, c: char) -> bool {
        c != MISSING && self.face(at).is_some_and(|face| face.characters.map(c).is_some())
    }
}

impl Face {
    /// What turns text into glyphs of this font.
    pub(super) fn shaper(&self) -> Shaper<'_> {
        self.shaping.shaper(&self.file).build()
    }
}
