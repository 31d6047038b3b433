//! Lists of participants, pictures, and the files of the matching engine.

use matching::fixed::read_dzn;
use rendezvous::documents::images::reencode;
use rendezvous::documents::instance::read_instance;
use rendezvous::documents::participants_csv::{MAX_ROWS, read};

use crate::driver::Parser;

#[test]
fn a_damaged_list_of_participants_is_read_row_by_row_or_refused() {
    let words = [
        ",",
        ";",
        "\t",
        "|",
        "\"",
        "\"\"",
        "\r\n",
        "\r",
        "\n",
        "sep=;\n",
        "\u{feff}",
        "\0",
        "Name",
        "E-Mail",
        "Land",
        "=1+1",
        "ß",
        "\u{1}end of file\u{1}",
        "\"\n\"",
    ];
    Parser { name: "list", seeds: vec![utf16("Name;E-Mail\r\nÉric;e@x.example\r\n")], words: &words }.fuzz(
        |input| {
            let Ok(sheet) = read(input) else { return };
            assert!(!sheet.rows.is_empty() && sheet.rows.len() <= MAX_ROWS);
            let lines: Vec<usize> = sheet.rows.iter().map(|row| row.line).collect();
            assert!(lines.is_sorted() && lines[0] >= 1, "rows stand where the file has them: {lines:?}");
            let held: usize = sheet.rows.iter().flat_map(|row| &row.cells).map(String::len).sum();
            assert!(held <= 4 * input.len() + 64, "{held} bytes from {}", input.len());
        },
    );
}

fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

/// Longest side that pictures are made to.
const SIDE: u32 = 24;

#[test]
fn a_damaged_picture_is_refused_or_becomes_a_sound_one() {
    let seeds = vec![
        png(png::ColorType::Rgb, png::BitDepth::Eight),
        png(png::ColorType::Rgba, png::BitDepth::Sixteen),
        png(png::ColorType::GrayscaleAlpha, png::BitDepth::Eight),
        png(png::ColorType::Grayscale, png::BitDepth::One),
        png(png::ColorType::Indexed, png::BitDepth::Four),
        jpeg(false),
        jpeg(true),
    ];
    let words =
        ["IHDR", "IDAT", "IEND", "acTL", "fcTL", "\u{0}\u{0}\u{0}\u{0}", "iCCP", "PLTE", "tRNS", "<svg"];
    Parser { name: "picture", seeds, words: &words }.fuzz(|input| {
        let Ok(picture) = reencode(input, SIDE) else { return };
        assert!(picture.width <= SIDE && picture.height <= SIDE && picture.width * picture.height > 0);
        let again = reencode(&picture.bytes, SIDE).expect("what was written can be read");
        assert_eq!((again.width, again.height), (picture.width, picture.height));
    });
}

fn png(color: png::ColorType, depth: png::BitDepth) -> Vec<u8> {
    let (width, height) = (30, 20);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    encoder.set_depth(depth);
    if color == png::ColorType::Indexed {
        encoder.set_palette((0..48).collect::<Vec<u8>>());
        encoder.set_trns(vec![0, 128]);
    }
    let row = (width as usize * color.samples() * depth as usize).div_ceil(8);
    let pixels: Vec<u8> = (0..row * height as usize).map(|n| (n * 37 % 256) as u8).collect();
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    bytes
}

fn jpeg(progressive: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 60);
    encoder.set_progressive(progressive);
    let pixels: Vec<u8> = (0..30 * 20 * 3).map(|n| (n * 37 % 256) as u8).collect();
    encoder.encode(&pixels, 30, 20, jpeg_encoder::ColorType::Rgb).unwrap();
    bytes
}

#[test]
fn a_damaged_instance_is_refused_or_makes_a_problem() {
    let words = [
        "null",
        "-1",
        "1e999",
        "18446744073709551616",
        "\"n\":",
        "3000",
        "[]",
        "[[]]",
        "{",
        "}",
        "true",
        "\"111\"",
        ",",
    ];
    Parser { name: "instance", seeds: Vec::new(), words: &words }.fuzz(|input| {
        let Ok(instance) = read_instance(&String::from_utf8_lossy(input)) else { return };
        if let Err(faults) = instance.problem() {
            assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.to_string().is_empty()));
        }
    });
}

#[test]
fn a_damaged_file_of_fixed_meetings_is_refused_in_words() {
    let words = [
        ";",
        "{",
        "}",
        "[|",
        "|]",
        "..",
        "-1",
        "99999999999999999999",
        "=",
        "%",
        "ß",
        "nBusiness = 4000000000;",
        "{1..4000000000}",
    ];
    Parser { name: "dzn", seeds: Vec::new(), words: &words }.fuzz(|input| {
        if let Err(error) = read_dzn(&String::from_utf8_lossy(input)) {
            assert!(!error.to_string().is_empty());
        }
    });
}
