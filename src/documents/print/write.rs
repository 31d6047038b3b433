//! Writes sheets as a PDF: tagged (PDF/UA-1), with language, title, embedded fonts, list of contents and footers.

use std::collections::HashMap;
use std::num::NonZeroU16;

use chrono::{DateTime, Datelike, Timelike, Utc};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime as PdfDate, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagKind, TagTree,
};
use krilla::{Document, SerializeSettings};

use super::fonts::Style;
use super::shaping::shape;
use super::sheets::{Drawing, Look, MARGIN, Node, PAGE, Piece, Sheets, WIDTH};
use super::{MUTED, PrintError, RULE, Rgb};
use crate::domain::lang::Lang;
use crate::words::Words;

/// What a document says of itself.
pub(super) struct About<'a> {
    pub lang: Lang,
    pub title: &'a str,
    /// On every page below, on the left.
    pub footer: &'a str,
    pub now: DateTime<Utc>,
}

/// A heading of a level.
pub(super) fn heading(level: u16, text: &str) -> TagKind {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    // PDF/UA knows no heading without words.
    if text.trim().is_empty() { Tag::P.into() } else { Tag::Hn(level, Some(text.to_string())).into() }
}

/// The document as a file.
pub(super) fn write(sheets: &Sheets, about: &About<'_>) -> Result<Vec<u8>, PrintError> {
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = configuration.finish().map_err(|error| PrintError::Writing(format!("{error:?}")))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut content: HashMap<usize, Vec<Identifier>> = HashMap::new();
    for number in 0..sheets.pages {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or(PrintError::Fonts)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for piece in sheets.pieces.iter().filter(|piece| piece.page == number) {
            draw(&mut surface, sheets, piece, &mut content);
        }
        footer(&mut surface, sheets, about, number);
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tags(sheets, content).with_lang(Some(about.lang.code().to_string())));
    document.set_outline(outline(sheets));
    document.set_metadata(metadata(about));
    document.finish().map_err(|error| PrintError::Writing(format!("{error:?}")))
}

fn draw(
    surface: &mut Surface<'_>,
    sheets: &Sheets,
    piece: &Piece,
    content: &mut HashMap<usize, Vec<Identifier>>,
) {
    let tag = match (&piece.drawing, piece.node) {
        (_, None) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
        (Drawing::Text { .. }, Some(_)) => ContentTag::Span(SpanTag::empty()),
        (_, Some(_)) => ContentTag::Other,
    };
    let identifier = surface.start_tagged(tag);
    match &piece.drawing {
        Drawing::Text { line, look } => text(surface, sheets, line, *look, piece.x, piece.y),
        Drawing::Block { width, height, colour } => {
            surface.set_fill(Some(fill(*colour)));
            let rect = Rect::from_xywh(piece.x, piece.y, *width, *height);
            let path = rect.and_then(|rect| {
                let mut path = PathBuilder::new();
                path.push_rect(rect);
                path.finish()
            });
            if let Some(path) = path {
                surface.draw_path(&path);
            }
        }
        Drawing::Picture { image, width, height } => {
            if let Some(size) = Size::from_wh(*width, *height) {
                surface.push_transform(&Transform::from_translate(piece.x, piece.y));
                surface.draw_image(image.clone(), size);
                surface.pop();
            }
        }
    }
    surface.end_tagged();
    if let Some(node) = piece.node {
        content.entry(node.0).or_default().push(identifier);
    }
}

fn text(surface: &mut Surface<'_>, sheets: &Sheets, line: &super::shaping::Line, look: Look, x: f32, y: f32) {
    surface.set_fill(Some(fill(look.colour)));
    for run in &line.runs {
        let Some(face) = sheets.fonts.face(run.face) else { continue };
        surface.draw_glyphs(
            Point::from_xy(x + run.x * look.size, y),
            &run.glyphs,
            face.font.clone(),
            &run.text,
            look.size,
            false,
        );
    }
}

fn fill([red, green, blue]: Rgb) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

/// The footer: what this is and when it was made, and the page.
fn footer(surface: &mut Surface<'_>, sheets: &Sheets, about: &About<'_>, number: usize) {
    let look = Look { style: Style::Text, size: 7.5, colour: MUTED };
    let page = Words::of(about.lang).t2("print-page", "page", number + 1, "pages", sheets.pages);
    let page = shape(sheets.fonts, &page, look.style);
    let told = super::shaping::lines(sheets.fonts, about.footer, look.style, (WIDTH - 80.0) / look.size);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    surface.set_fill(Some(fill(RULE)));
    let top = PAGE.1 - 50.0;
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(MARGIN, top, WIDTH, 0.5) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
    for (n, line) in told.iter().take(2).enumerate() {
        text(surface, sheets, line, look, MARGIN, top + 12.0 + 10.0 * n as f32);
    }
    text(surface, sheets, &page, look, MARGIN + WIDTH - page.width * look.size, top + 12.0);
    surface.end_tagged();
}

fn tags(sheets: &Sheets, mut content: HashMap<usize, Vec<Identifier>>) -> TagTree {
    let mut below: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for (n, element) in sheets.elements.iter().enumerate() {
        below.entry(element.parent.map(|Node(parent)| parent)).or_default().push(n);
    }
    let mut tree = TagTree::new();
    for root in below.get(&None).into_iter().flatten() {
        tree.push(group(sheets, *root, &below, &mut content));
    }
    tree
}

fn group(
    sheets: &Sheets,
    n: usize,
    below: &HashMap<Option<usize>, Vec<usize>>,
    content: &mut HashMap<usize, Vec<Identifier>>,
) -> TagGroup {
    let tag = sheets.elements.get(n).map_or_else(|| Tag::Div.into(), |element| element.tag.clone());
    let mut group = TagGroup::new(tag);
    for identifier in content.remove(&n).unwrap_or_default() {
        group.push(identifier);
    }
    for child in below.get(&Some(n)).into_iter().flatten() {
        group.push(self::group(sheets, *child, below, content));
    }
    group
}

fn outline(sheets: &Sheets) -> Outline {
    let mut outline = Outline::new();
    for (text, page, y) in &sheets.outline {
        outline.push_child(OutlineNode::new(
            text.clone(),
            XyzDestination::new(*page, Point::from_xy(MARGIN, *y)),
        ));
    }
    outline
}

fn metadata(about: &About<'_>) -> Metadata {
    let part = |n: u32| u8::try_from(n).unwrap_or_default();
    let date = PdfDate::new(u16::try_from(about.now.year()).unwrap_or_default())
        .month(part(about.now.month()))
        .day(part(about.now.day()))
        .hour(part(about.now.hour()))
        .minute(part(about.now.minute()))
        .second(part(about.now.second()))
        .utc_offset_hour(0);
    Metadata::new()
        .title(about.title.to_string())
        .language(about.lang.code().to_string())
        .creator("Rendezvous".to_string())
        .creation_date(date)
}
