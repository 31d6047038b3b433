//! Lists of participants, pictures, and the files of the matching engine.

use matching::fixed::read_dzn;
use rendezvous::documents::images::reencode;
use rendezvous::documents::instance::read_instance;
use rendezvous::documents::participant_list::{MAX_ROWS, read};

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

#[test]
fn a_damaged_spreadsheet_is_read_or_refused() {
    let words = ["PK\u{3}\u{4}", "PK\u{1}\u{2}", "xl/workbook.xml", "content.xml", "mimetype"];
    Parser { name: "book", seeds: Vec::new(), words: &words }.fuzz(|input| {
        let _ = read(input);
    });
}

#[test]
fn a_spreadsheet_of_damaged_parts_is_read_or_refused_and_takes_no_more_than_it_should() {
    let words = [
        "<table:table-row table:number-rows-repeated=\"99999999\">",
        "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>",
        "</table:table-row>",
        "<c r=\"XFD1048576\"><v>1</v></c>",
        "<c r=\"A1\" t=\"s\"><v>99999</v></c>",
        "<row r=\"4294967295\">",
        "t=\"b\"",
        "&lt;",
        "<si><t>",
        "s=\"9\"",
        "1e308",
        "-1",
    ];
    let folder = std::path::Path::new("tests/fuzz/corpus/book");
    let books = crate::driver::of_folder(folder);
    let parts: Vec<Vec<(String, Vec<u8>)>> = books.iter().map(|book| unpacked(book)).collect();
    let large = |parts: &[(String, Vec<u8>)]| {
        let wanted = [
            "content.xml",
            "xl/worksheets/sheet2.xml",
            "xl/sharedStrings.xml",
            "xl/workbook.xml",
            "xl/styles.xml",
        ];
        parts.iter().filter(|(name, _)| wanted.contains(&name.as_str())).cloned().collect::<Vec<_>>()
    };
    let seeds = parts.iter().flat_map(|book| large(book)).map(|(_, text)| text).collect();
    Parser { name: "book_parts", seeds, words: &words }.fuzz(|input| {
        for book in &parts {
            for (name, _) in large(book) {
                let changed = book
                    .iter()
                    .map(|(own, text)| (own.as_str(), if *own == name { input } else { text.as_slice() }));
                let Ok(sheet) = read(&packed(changed)) else { continue };
                assert!(sheet.rows.len() <= MAX_ROWS && sheet.rows.is_sorted_by_key(|row| row.line));
            }
        }
    });
}

fn unpacked(book: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let read = |name: String| {
        let mut text = Vec::new();
        std::io::copy(&mut archive.by_name(&name).unwrap(), &mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(read).collect()
}

fn packed<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in parts {
        archive.start_file(name, stored).unwrap();
        std::io::Write::write_all(&mut archive, text).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
