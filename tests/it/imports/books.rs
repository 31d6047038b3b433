//! Spreadsheets that are damaged, or made to become larger than any memory; and what their cells say.

use std::io::{Cursor, Write as _};

use super::*;
use rendezvous::documents::participant_list::Reading;

const XLSX: &[u8] = include_bytes!("books/list.xlsx");
const ODS: &[u8] = include_bytes!("books/list.ods");

/// The same book with a part of it in other words.
fn with(book: &[u8], part: &str, text: impl Fn(&str) -> String) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let names: Vec<String> = old.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in names {
        let mut content = String::new();
        std::io::Read::read_to_string(&mut old.by_name(&name).unwrap(), &mut content).unwrap();
        let stored = name == "mimetype";
        let method = if stored { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        new.start_file(&name, zip::write::SimpleFileOptions::default().compression_method(method)).unwrap();
        let content = if name == part { text(&content) } else { content };
        new.write_all(content.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn the_cells_of_both_formats_say_what_a_csv_file_would() {
    for book in [XLSX, ODS] {
        let sheet = participant_list::read(book).unwrap();
        assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4]);
        let row =
            ["Łukasz", "Żółć", "lukasz@drewno.example", "Klaster Drewno", "Polska", "Holzbau; Photonik"];
        assert_eq!(sheet.rows[0].cells[..6], row);
        assert_eq!(sheet.rows[0].cells[6..], ["4", "2027-01-11", "TRUE", "bestätigt"]);
        assert_eq!(sheet.rows[1].cells[6..], ["7", "2027-01-12", "FALSE", "storniert"]);
        let Source::Book { sheet, sheets } = sheet.source else { panic!() };
        assert_eq!((sheet.as_str(), sheets), ("Teilnehmer", vec!["Notizen".into(), "Teilnehmer".into()]));
        let other = Reading { sheet: Some("Notizen".to_string()), ..Reading::default() };
        assert_eq!(participant_list::open(book, &other).unwrap_err().key, "problem-import-no-rows");
    }
}

#[test]
fn spreadsheets_that_grow_without_end_are_refused_before_they_do() {
    let zeros = with(XLSX, "xl/sharedStrings.xml", |_| " ".repeat(201 * 1024 * 1024));
    assert!(zeros.len() < 1_000_000);
    let far = with(XLSX, "xl/worksheets/sheet2.xml", |text| text.replace("r=\"B1\"", "r=\"XFD1\""));
    let cell = "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>";
    let many = with(ODS, "content.xml", |text| {
        text.replacen(
            "<table:table-row>",
            &format!("<table:table-row table:number-rows-repeated=\"1000000\">{cell}"),
            1,
        )
    });
    let gap = with(ODS, "content.xml", |text| {
        let empty =
            "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row>";
        text.replace(
            "<table:table table:name=\"Teilnehmer\">",
            &format!("<table:table table:name=\"Teilnehmer\">{empty}"),
        )
    });
    let cut = XLSX[..XLSX.len() / 2].to_vec();
    let torn = with(ODS, "content.xml", |text| text[..text.len() / 2].to_string());
    for (book, told) in [
        (zeros, "problem-import-spreadsheet-too-large"),
        (far, "problem-import-too-many-columns"),
        (many, "problem-import-spreadsheet-too-large"),
        (gap, "problem-import-spreadsheet-too-large"),
        (cut, "problem-import-bad-spreadsheet"),
        (torn, "problem-import-bad-spreadsheet"),
    ] {
        assert_eq!(participant_list::read(&book).unwrap_err().key, told);
    }
}

#[test]
fn countries_are_known_as_people_write_them() {
    let written = [
        ("D", "DE"),
        ("GER", "DE"),
        ("DEU", "DE"),
        ("Allemagne", "DE"),
        ("Korea", "KR"),
        ("Republic of Korea", "KR"),
        ("Hong Kong", "HK"),
        ("Ivory Coast", "CI"),
        ("Palestine", "PS"),
        ("FYROM", "MK"),
        ("Oesterreich", "AT"),
        ("Eire", "IE"),
        ("Éire", "IE"),
        ("A", "AT"),
        ("CZE", "CZ"),
        ("Czech Republic", "CZ"),
        ("U.S.A.", "US"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Moldova, Republic of", "MD"),
        ("DE - Deutschland", "DE"),
        ("The Gambia", "GM"),
        ("Kingdom of Norway", "NO"),
        ("Tuerkei", "TR"),
        ("Suedafrika", "ZA"),
        ("SVN", "SI"),
        ("North Korea", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Schweiz/Suisse", "CH"),
    ];
    for (word, code) in written {
        assert_eq!(participant_list::country_code(word).as_deref(), Some(code), "{word}");
    }
    for word in ["Atlantis", "Frankfurt/M", "x", "Europe"] {
        assert_eq!(participant_list::country_code(word), None, "{word}");
    }
}
