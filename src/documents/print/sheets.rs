//! Lays a document out on A4 sheets: columns of text beside each other, page breaks, and the tags that tell a reader who does
//! not see the page what is a heading, a list or a table.

use krilla::image::Image;
use krilla::tagging::{Tag, TagKind};

use super::fonts::{Fonts, Style};
use super::shaping::{Line, lines};
use super::{Picture, PrintError, Rgb};
use crate::domain::picture::PictureFormat;

/// A4 in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// Left and right margin in points.
pub(super) const MARGIN: f32 = 54.0;
/// Width between the margins.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;
const TOP: f32 = 54.0;
/// Where the text of a page ends, above the footer.
const BOTTOM: f32 = PAGE.1 - 64.0;

/// Names an element of the document's structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node(pub usize);

/// An element of the structure.
pub(super) struct Element {
    pub tag: TagKind,
    pub parent: Option<Node>,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub style: Style,
    /// In points.
    pub size: f32,
    pub colour: Rgb,
}

/// Something on a page.
pub(super) enum Drawing {
    Text {
        line: Line,
        look: Look,
    },
    /// A filled rectangle, `y` its upper edge.
    Block {
        width: f32,
        height: f32,
        colour: Rgb,
    },
    Picture {
        image: Image,
        width: f32,
        height: f32,
    },
}

/// A drawing at its place: `y` is the base line of a text, the upper edge of anything else. What belongs to no element is
/// decoration.
pub(super) struct Piece {
    pub page: usize,
    pub x: f32,
    pub y: f32,
    pub drawing: Drawing,
    pub node: Option<Node>,
}

/// Texts below each other, not yet on a page.
pub(super) struct Column<'f> {
    fonts: &'f Fonts,
    x: f32,
    width: f32,
    height: f32,
    pieces: Vec<Piece>,
}

impl<'f> Column<'f> {
    /// An empty column; `x` counts from the left margin.
    pub(super) fn new(fonts: &'f Fonts, x: f32, width: f32) -> Column<'f> {
        Column { fonts, x: MARGIN + x, width, height: 0.0, pieces: Vec::new() }
    }

    /// Adds a text, broken into lines of the column's width.
    pub(super) fn text(&mut self, node: Node, text: &str, look: Look) -> &mut Self {
        for line in lines(self.fonts, text, look.style, self.width / look.size) {
            let y = self.height + look.size * 1.02;
            self.height += look.size * 1.36;
            let drawing = Drawing::Text { line, look };
            self.pieces.push(Piece { page: 0, x: self.x, y, drawing, node: Some(node) });
        }
        self
    }

    /// Makes the column as high as this.
    pub(super) fn at_least(&mut self, height: f32) -> &mut Self {
        self.height = self.height.max(height);
        self
    }

    /// Adds white space.
    pub(super) fn space(&mut self, height: f32) -> &mut Self {
        self.height += height;
        self
    }
}

/// A document in the making.
pub(super) struct Sheets {
    pub fonts: &'static Fonts,
    pub pieces: Vec<Piece>,
    pub elements: Vec<Element>,
    /// Headings for the reader's list of contents: text, page, height on the page.
    pub outline: Vec<(String, usize, f32)>,
    pub pages: usize,
    y: f32,
}

impl Sheets {
    /// An empty first page.
    pub(super) fn new() -> Result<Sheets, PrintError> {
        let fonts = Fonts::get()?;
        Ok(Sheets { fonts, pieces: Vec::new(), elements: Vec::new(), outline: Vec::new(), pages: 1, y: TOP })
    }

    /// A new element of the structure.
    pub(super) fn element(&mut self, parent: Option<Node>, tag: impl Into<TagKind>) -> Node {
        self.elements.push(Element { tag: tag.into(), parent });
        Node(self.elements.len() - 1)
    }

    /// A column across the page, or a part of it.
    pub(super) fn column(&self, x: f32, width: f32) -> Column<'static> {
        Column::new(self.fonts, x, width)
    }

    /// Begins a new page unless this height is left; says whether it did.
    pub(super) fn keep(&mut self, height: f32) -> bool {
        let is_full = self.y + height > BOTTOM && self.y > TOP;
        if is_full {
            self.pages += 1;
            self.y = TOP;
        }
        is_full
    }

    /// Puts columns beside each other, on the next page if they do not fit on this one; gives where their upper edge is, and
    /// their height.
    pub(super) fn place(&mut self, columns: Vec<Column<'_>>) -> (f32, f32) {
        let height = height(&columns);
        self.keep(height);
        let (top, page) = (self.y, self.pages - 1);
        for column in columns {
            self.pieces.extend(column.pieces.into_iter().map(|piece| Piece {
                page,
                y: piece.y + top,
                ..piece
            }));
        }
        self.y += height;
        (top, height)
    }

    /// Moves down.
    pub(super) fn space(&mut self, height: f32) {
        self.y += height;
    }

    /// Fills a rectangle of the page as decoration; `x` counts from the left margin.
    pub(super) fn block(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Rgb) {
        let drawing = Drawing::Block { width, height, colour };
        self.pieces.push(Piece { page: self.pages - 1, x: MARGIN + x, y, drawing, node: None });
    }

    /// Fills a rectangle where the text stands.
    pub(super) fn block_here(&mut self, width: f32, height: f32, colour: Rgb) {
        self.block(0.0, self.y, width, height, colour);
        self.y += height;
    }

    /// Draws a line across the page where the text stands.
    pub(super) fn rule(&mut self, thickness: f32, colour: Rgb) {
        self.block_here(WIDTH, thickness, colour);
    }

    /// Puts a picture at the right margin, its upper edge where the text stands, without moving on; gives its width.
    pub(super) fn picture_aside(&mut self, picture: &Picture, most: (f32, f32)) -> Result<f32, PrintError> {
        let (width, _) = self.put(picture, most, |width| MARGIN + WIDTH - width)?;
        Ok(width)
    }

    /// Puts a picture below the text, on a new page if it does not fit.
    pub(super) fn picture(&mut self, picture: &Picture, most: (f32, f32)) -> Result<(), PrintError> {
        self.keep(fitted(picture, most).1);
        let (_, height) = self.put(picture, most, |_| MARGIN)?;
        self.y += height;
        Ok(())
    }

    fn put(
        &mut self,
        picture: &Picture,
        most: (f32, f32),
        x: impl Fn(f32) -> f32,
    ) -> Result<(f32, f32), PrintError> {
        let image = match picture.format {
            PictureFormat::Png => Image::from_png(picture.bytes.clone().into(), true),
            PictureFormat::Jpeg => Image::from_jpeg(picture.bytes.clone().into(), true),
        };
        let image = image.map_err(PrintError::Writing)?;
        let (width, height) = fitted(picture, most);
        let node = self.element(None, Tag::Figure(Some(picture.alt.clone())));
        let drawing = Drawing::Picture { image, width, height };
        self.pieces.push(Piece { page: self.pages - 1, x: x(width), y: self.y, drawing, node: Some(node) });
        Ok((width, height))
    }

    /// Notes that a heading is about to be placed here.
    pub(super) fn mark(&mut self, text: &str) {
        self.outline.push((text.to_string(), self.pages - 1, self.y));
    }

    /// Whether some text has characters that no font has.
    pub(super) fn lacks_glyphs(&self) -> bool {
        self.pieces
            .iter()
            .any(|piece| matches!(&piece.drawing, Drawing::Text { line, .. } if line.lacks_glyphs))
    }
}

/// Width and height of a picture in points, as large as may be.
fn fitted(picture: &Picture, (width, height): (f32, f32)) -> (f32, f32) {
    let (own_width, own_height) = (picture.width.max(1) as f32, picture.height.max(1) as f32);
    let scale = (width / own_width).min(height / own_height);
    (own_width * scale, own_height * scale)
}

/// The height of columns that stand beside each other.
pub(super) fn height(columns: &[Column<'_>]) -> f32 {
    columns.iter().map(|column| column.height).fold(0.0, f32::max)
}
