//! Pictures that people upload: decoded within limits, made smaller and encoded anew, so that nothing of the file but its
//! pixels is kept or served: no metadata, no place where it was taken, no second file hidden in it (OWASP ASVS 5.0, 5.2 and 5.3).

use jpeg_encoder::{ColorType as JpegColour, Encoder as JpegEncoder};
use png::{ColorType, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use crate::domain::picture::PictureFormat;
use crate::domain::problems::Message;

/// Most pixels of an upload: a telephone's camera makes half of it. Looked at before anything is decoded.
const PIXELS_MAX: usize = 25_000_000;
/// Longest side of an upload in pixels.
const SIDE_MAX: usize = 12_000;
/// Above this many bytes a picture without transparency is kept as JPEG.
const PNG_MAX: usize = 1_500_000;
/// Most bytes of what is kept.
const KEPT_MAX: usize = 6_000_000;
const JPEG_QUALITY: u8 = 88;

/// A picture, encoded anew.
#[derive(Debug, Clone)]
pub struct Image {
    pub format: PictureFormat,
    pub bytes: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Red, green, blue and opacity, row by row.
struct Pixels {
    width: usize,
    height: usize,
    rgba: Vec<u8>,
}

/// Reads a PNG or JPEG file and encodes its pixels anew, at most `longest_side` wide and high.
///
/// # Errors
/// A sentence for whoever sent it: of another kind, too large, or broken.
pub fn reencode(bytes: &[u8], longest_side: u32) -> Result<Image, Message> {
    let (pixels, format) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        (decode_png(bytes)?, PictureFormat::Png)
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        (decode_jpeg(bytes)?, PictureFormat::Jpeg)
    } else {
        return Err(Message::new(if is_svg(bytes) { "problem-picture-svg" } else { "problem-picture-kind" }));
    };
    let pixels = shrunk(pixels, longest_side as usize);
    let is_opaque = pixels.rgba.as_chunks::<4>().0.iter().all(|[_, _, _, alpha]| *alpha == 255);
    let (format, bytes) = match format {
        PictureFormat::Jpeg => (PictureFormat::Jpeg, encode_jpeg(&pixels)?),
        PictureFormat::Png => match encode_png(&pixels, is_opaque)? {
            large if large.len() > PNG_MAX && is_opaque => (PictureFormat::Jpeg, encode_jpeg(&pixels)?),
            png => (PictureFormat::Png, png),
        },
    };
    if bytes.len() > KEPT_MAX {
        return Err(Message::new("problem-picture-heavy"));
    }
    let side = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Ok(Image { format, bytes, width: side(pixels.width), height: side(pixels.height) })
}

fn is_svg(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(2_048)).unwrap_or_default();
    String::from_utf8_lossy(start).to_ascii_lowercase().contains("<svg")
}

fn broken<E>(_: E) -> Message {
    Message::new("problem-picture-broken")
}

fn check_size(width: usize, height: usize) -> Result<(), Message> {
    let fits =
        width > 0 && height > 0 && width <= SIDE_MAX && height <= SIDE_MAX && width * height <= PIXELS_MAX;
    if fits {
        return Ok(());
    }
    let told = Message::new("problem-picture-large").with("width", width).with("height", height);
    Err(told.with("max", PIXELS_MAX / 1_000_000))
}

fn decode_png(bytes: &[u8]) -> Result<Pixels, Message> {
    let limits = png::Limits { bytes: PIXELS_MAX * 8 };
    let mut decoder = png::Decoder::new_with_limits(std::io::Cursor::new(bytes), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let header = decoder.read_header_info().map_err(broken)?;
    let (width, height) = (header.width as usize, header.height as usize);
    check_size(width, height)?;
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size().ok_or_else(|| broken(()))?;
    let mut raw = vec![0; size];
    let frame = reader.next_frame(&mut raw).map_err(broken)?;
    raw.truncate(frame.buffer_size());
    let rgba: Vec<u8> = match frame.color_type {
        ColorType::Rgba => raw,
        ColorType::Rgb => raw.as_chunks::<3>().0.iter().flat_map(|[r, g, b]| [*r, *g, *b, 255]).collect(),
        ColorType::GrayscaleAlpha => {
            raw.as_chunks::<2>().0.iter().flat_map(|[grey, alpha]| [*grey, *grey, *grey, *alpha]).collect()
        }
        ColorType::Grayscale => raw.iter().flat_map(|grey| [*grey, *grey, *grey, 255]).collect(),
        ColorType::Indexed => return Err(broken(())),
    };
    whole(width, height, rgba)
}

fn decode_jpeg(bytes: &[u8]) -> Result<Pixels, Message> {
    let options = DecoderOptions::new_safe()
        .set_max_width(SIDE_MAX)
        .set_max_height(SIDE_MAX)
        .jpeg_set_out_colorspace(ColorSpace::RGBA);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(broken)?;
    let info = decoder.info().ok_or_else(|| broken(()))?;
    let (width, height) = (usize::from(info.width), usize::from(info.height));
    check_size(width, height)?;
    whole(width, height, decoder.decode().map_err(broken)?)
}

fn whole(width: usize, height: usize, rgba: Vec<u8>) -> Result<Pixels, Message> {
    if rgba.len() == width * height * 4 { Ok(Pixels { width, height, rgba }) } else { Err(broken(())) }
}

/// The picture with its longer side at most this long: each new pixel is the mean of those it covers.
fn shrunk(pixels: Pixels, longest: usize) -> Pixels {
    let side = pixels.width.max(pixels.height);
    if side <= longest {
        return pixels;
    }
    let scaled = |length: usize| (length * longest / side).max(1);
    let (width, height) = (scaled(pixels.width), scaled(pixels.height));
    let mut rgba = Vec::with_capacity(width * height * 4);
    for y in 0..height {
        let rows = y * pixels.height / height
            ..((y + 1) * pixels.height / height).max(y * pixels.height / height + 1);
        for x in 0..width {
            let first = x * pixels.width / width;
            let columns = first..((x + 1) * pixels.width / width).max(first + 1);
            rgba.extend(mean(&pixels, rows.clone(), columns));
        }
    }
    Pixels { width, height, rgba }
}

/// The mean colour of a part, weighted by opacity: what cannot be seen has no colour.
fn mean(pixels: &Pixels, rows: std::ops::Range<usize>, columns: std::ops::Range<usize>) -> [u8; 4] {
    let (mut colour, mut opacity, mut count) = ([0_u64; 3], 0_u64, 0_u64);
    for y in rows {
        let from = (y * pixels.width + columns.start) * 4;
        let to = (y * pixels.width + columns.end) * 4;
        for [r, g, b, alpha] in pixels.rgba.get(from..to).unwrap_or_default().as_chunks::<4>().0 {
            let alpha = u64::from(*alpha);
            for (sum, part) in colour.iter_mut().zip([r, g, b]) {
                *sum += u64::from(*part) * alpha;
            }
            opacity += alpha;
            count += 1;
        }
    }
    let byte =
        |sum: u64, of: u64| u8::try_from((sum + of / 2).checked_div(of).unwrap_or_default()).unwrap_or(255);
    let [r, g, b] = colour.map(|sum| byte(sum, opacity));
    [r, g, b, byte(opacity, count)]
}

fn encode_png(pixels: &Pixels, is_opaque: bool) -> Result<Vec<u8>, Message> {
    let mut bytes = Vec::new();
    let side = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let mut encoder = png::Encoder::new(&mut bytes, side(pixels.width), side(pixels.height));
    encoder.set_color(if is_opaque { ColorType::Rgb } else { ColorType::Rgba });
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(broken)?;
    if is_opaque {
        writer.write_image_data(&rgb(pixels)).map_err(broken)?;
    } else {
        writer.write_image_data(&pixels.rgba).map_err(broken)?;
    }
    writer.finish().map_err(broken)?;
    Ok(bytes)
}

fn encode_jpeg(pixels: &Pixels) -> Result<Vec<u8>, Message> {
    let mut bytes = Vec::new();
    let side = |length: usize| u16::try_from(length).map_err(broken);
    let encoder = JpegEncoder::new(&mut bytes, JPEG_QUALITY);
    encoder
        .encode(&rgb(pixels), side(pixels.width)?, side(pixels.height)?, JpegColour::Rgb)
        .map_err(broken)?;
    Ok(bytes)
}

fn rgb(pixels: &Pixels) -> Vec<u8> {
    pixels.rgba.as_chunks::<4>().0.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]).collect()
}
