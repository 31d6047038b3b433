//! What files of participants are understood, and what is said of one that is not.

use super::*;

#[test]
fn every_encoding_and_delimiter_gives_the_same_people() {
    let lines = [
        "Name#E-Mail#Firma#Land",
        "Jürgen Weiß#j.weiss@example.org#Büro „Süd“#Österreich",
        "Zoé#z@example.org#Ça va#FR",
    ];
    for delimiter in [",", ";", "\t", "|"] {
        for line_end in ["\n", "\r\n", "\r"] {
            let text = lines.join(line_end).replace('#', delimiter);
            let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
            let encodings: [(&str, Vec<u8>); 5] = [
                ("UTF-8", text.clone().into_bytes()),
                ("UTF-8", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
                ("UTF-16LE", [b"\xff\xfe".to_vec(), utf16(u16::to_le_bytes)].concat()),
                ("UTF-16BE", [b"\xfe\xff".to_vec(), utf16(u16::to_be_bytes)].concat()),
                ("windows-1252", encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()),
            ];
            for (encoding, bytes) in encodings {
                let sheet = participant_list::read(&bytes).unwrap();
                let Source::Text { encoding: read, delimiter: sign, doubt } = &sheet.source else { panic!() };
                assert_eq!((*read, sign.to_string().as_str(), doubt), (encoding, delimiter, &None));
                assert_eq!(sheet.rows.len(), 2);
                let name = sheet.cell(&sheet.rows[0], Column::NAME).unwrap().text;
                assert_eq!(name, "Jürgen Weiß", "{encoding} {delimiter:?} {line_end:?}");
                assert_eq!(sheet.cell(&sheet.rows[0], Column::ORGANISATION).unwrap().text, "Büro „Süd“");
            }
        }
    }
}

#[test]
fn lines_are_counted_through_quoted_line_breaks_and_empty_lines() {
    let sheet = participant_list::read(
        b"\n\nname,organisation\n\n\"Ada\nLovelace\",\"A \"\"B\"\"\nC\"\n\n\r\nBob,D\n",
    )
    .unwrap();
    let lines: Vec<usize> = sheet.rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [5, 10]);
    assert_eq!(sheet.rows[0].cells[1], "A \"B\"\nC");
}

#[test]
fn exports_of_other_systems_are_understood_by_their_headers() {
    let files: [(&str, &str); 12] = [
        (
            "pretix, orders, English",
            "Event slug,Order code,Status,Email,Company,Name,City,Country,Order locale\nx,A1,Paid,ada@example.org,Analytics,Ada Lovelace,London,United Kingdom,en",
        ),
        (
            "pretix, orders, German",
            "Kurzname der Veranstaltung;Bestellnummer;Status;E-Mail;Firma;Name;Stadt;Land;Bestellsprache\nx;A1;bezahlt;ada@example.org;Analytics;Ada Lovelace;London;Vereinigtes Königreich;de",
        ),
        (
            "pretix, orders, French",
            "Code de commande,Statut,E-Mail,Entreprise,Nom,Ville,Pays,Langue de la commande\nA1,payé,ada@example.org,Analytics,Ada Lovelace,London,Royaume-Uni,fr",
        ),
        (
            "pretix, positions: the ticket's own address counts",
            "Order code,Email,Attendee name,Attendee email,Attendee company,City,Country\nA1,payer@example.org,Ada Lovelace,ada@example.org,Analytics,London,GB",
        ),
        (
            "pretix, positions, German",
            "Bestellnummer;E-Mail;Name Teilnehmer*in;E-Mail Teilnehmer*in;Teilnehmer*innen-Firma;Stadt;Land\nA1;payer@example.org;Ada Lovelace;ada@example.org;Analytics;London;GB",
        ),
        (
            "pretix, import identifiers",
            "attendee_email,attendee_name_given_name,attendee_name_family_name,attendee_company,attendee_city,attendee_country\nada@example.org,Ada,Lovelace,Analytics,London,GB",
        ),
        (
            "Indico, export",
            "ID,Name,Email Address,Affiliation,City,Country,Registration state\n1,Ada Lovelace,ada@example.org,Analytics,London,United Kingdom,Completed",
        ),
        (
            "alf.io",
            "ID,Category,Status,Full Name,First Name,Last Name,E-Mail,Language,Company,City,Country Code\n1,x,ACQUIRED,Ada Lovelace,Ada,Lovelace,ada@example.org,en,Analytics,London,GB",
        ),
        (
            "Eventbrite",
            "Order #,First Name,Last Name,Email,Attendee Status,Home City,Home Country,Job Title,Company\n1,Ada,Lovelace,ada@example.org,Attending,London,GB,Countess,Analytics",
        ),
        (
            "b2match",
            "id,user.first_name,user.last_name,organisation_name,organisation_type.name,country.iso,city,email\n1,Ada,Lovelace,Analytics,Company,GB,London,ada@example.org",
        ),
        (
            "a trade mission",
            "Count, Title, First Name, Surname, Organisation, Town, Country, Email\n1,Lady,Ada,Lovelace,Analytics,London,England,ada@example.org",
        ),
        (
            "a German list",
            "Name;Vorname;E-Mail-Adresse;Einrichtung;Ort;Land\nLovelace;Ada;ada@example.org;Analytics;London;Großbritannien",
        ),
    ];
    for (system, file) in files {
        on_sqlite(|app| {
            let event = event(app, None);
            apply(app, file.as_bytes());
            let people = everyone(app, &event);
            let person = &people[0].profile.person;
            assert_eq!(person.name, "Ada Lovelace", "{system}");
            assert_eq!(person.email.as_ref().unwrap().as_str(), "ada@example.org", "{system}");
            assert_eq!(person.organisation, "Analytics", "{system}");
            assert_eq!(person.country, "GB", "{system}");
            assert_eq!(answered(person, "city"), "London", "{system}");
        });
    }
}

#[test]
fn a_title_above_the_header_indicos_headerless_file_and_excels_separator_line_are_understood() {
    on_sqlite(|app| {
        let event = event(app, None);
        let fair = encoding_rs::WINDOWS_1252.encode("FAIR 2026 - Exhibitors\nHit type;Exhibitor;Country;Zip Code;City\nX;Müller & Söhne;Germany;1;Köln;\n").0;
        let headless = b"Ada,Lovelace,Analytics,Countess,+44 1,ada@example.org\nMax,Muster,Muster AG,,,max@example.org\n";
        let excel = "sep=;\r\nName;Firma\r\nEva;Eva AG\r\n";
        let projects = "\"projectID\";\"name\";\"activityType\";\"city\";\"country\"\n\"1\";\"INSTITUT X\";\"REC\";\"Athina\";\"EL\"\n";
        for file in [fair.as_ref(), headless.as_slice(), excel.as_bytes(), projects.as_bytes()] {
            apply(app, file);
        }
        let people = everyone(app, &event);
        let find =
            |name: &str| &people.iter().find(|one| one.profile.person.name == name).unwrap().profile.person;
        assert_eq!(find("Müller & Söhne").country, "DE");
        assert_eq!(find("Ada Lovelace").organisation, "Analytics");
        assert_eq!(find("Max Muster").email.as_ref().unwrap().as_str(), "max@example.org");
        assert_eq!(find("Eva").organisation, "Eva AG");
        assert_eq!(find("INSTITUT X").organisation_type, OrganisationType::ResearchOrganisation);
        assert_eq!(find("INSTITUT X").country, "GR");
    });
}

#[test]
fn files_that_are_no_lists_are_refused_with_a_sentence_that_says_why() {
    let wide = vec!["name"; 600].join(",");
    let long = format!("name\n{}", "x\n".repeat(participant_list::MAX_ROWS + 1));
    let large = vec![b'a'; participant_list::MAX_BYTES + 1];
    let files: [(&[u8], &str); 16] = [
        (b"", "problem-import-empty"),
        (b"  \n\r\n \t", "problem-import-empty"),
        (b"\xef\xbb\xbf", "problem-import-empty"),
        (b"\xff\xfe", "problem-import-empty"),
        (b"PK\x03\x04 spreadsheet", "problem-import-is-spreadsheet"),
        (b"\xd0\xcf\x11\xe0 old spreadsheet", "problem-import-is-spreadsheet"),
        (b"%PDF-1.7", "problem-import-is-not-csv"),
        (b"<!DOCTYPE html><html></html>", "problem-import-is-not-csv"),
        (b"\x89PNG\r\n\x1a\n", "problem-import-is-not-csv"),
        (b"name\0,organisation\0\n", "problem-import-is-not-csv"),
        (b"alpha,beta\n1,2\n", "problem-import-no-header"),
        (b"email,country\na@example.org,DE\n", "problem-import-no-name-column"),
        (b"name,organisation\n", "problem-import-no-rows"),
        (wide.as_bytes(), "problem-import-too-many-columns"),
        (long.as_bytes(), "problem-import-too-many-rows"),
        (&large, "problem-import-too-large"),
    ];
    for (file, expected) in files {
        let message = participant_list::read(file).unwrap_err();
        let start = String::from_utf8_lossy(&file[..file.len().min(40)]).into_owned();
        assert_eq!(message.key, expected, "{start:?}");
    }
}

#[test]
fn each_fault_of_a_row_is_named_with_its_line_and_column() {
    let long = "x".repeat(300);
    let many = (0..101).map(|n| format!("t{n}")).collect::<Vec<_>>().join(";");
    let long_name = format!("name,organisation\n{long},X\n");
    let long_text = format!("name,offers\nA,{}.\n", "word ".repeat(250));
    let many_topics = format!("name,topics\nA,{many}\n");
    let files: [(&str, Told); 18] = [
        ("name,email\nA,not-an-address\n", (2, Some(2), "problem-email-form")),
        ("name,email\nA,a@b@c..d\n", (2, Some(2), "problem-email-form")),
        ("name,email\n\nA,\"a@example.org, b@example.org\"\n", (3, Some(2), "problem-email-several")),
        ("name,email\nA,a@example.org\nB,A@EXAMPLE.org\n", (3, Some(2), "problem-import-email-twice")),
        ("name,country\nA,Atlantis\n", (2, Some(2), "problem-import-country")),
        ("name,organisation_type\nA,Kaffeehaus\n", (2, Some(2), "problem-import-organisation-type")),
        ("name,participant type\nA,Wizards\n", (2, Some(2), "problem-import-participant-type")),
        ("name,languages\nA,de;klingon\n", (2, Some(2), "problem-import-language")),
        ("name,max_meetings\nA,many\n", (2, Some(2), "problem-max-meetings")),
        ("name,max_meetings\nA,-1\n", (2, Some(2), "problem-max-meetings")),
        ("name,max_meetings\nA,51\n", (2, Some(2), "problem-max-meetings")),
        ("name,organisation,email\n,,a@example.org\n", (2, None, "problem-import-nobody")),
        ("name,organisation\nA,B,C\n", (2, None, "problem-import-too-many-cells")),
        ("name,organisation\nA,\"B\nC,D\nE,F\n", (2, None, "problem-import-open-quote")),
        (&long_name, (2, Some(1), "problem-too-long")),
        (&long_text, (2, Some(2), "problem-too-long")),
        (&many_topics, (2, Some(2), "problem-import-too-many-topics")),
        ("city,name,email\n\"a\nb\",A,x\n", (2, Some(3), "problem-email-form")),
    ];
    on_sqlite(|app| {
        event(app, None);
        for (file, expected) in files {
            let plan = check(app, file.as_bytes());
            assert_eq!(faults(&plan), [expected], "{:?}", &file[..file.len().min(60)]);
        }
        let damaged = check(app, b"name,city\nJ\xc3\xbcrgen,K\xc3\xb6ln\nM\xffx,Berlin\n");
        assert_eq!(faults(&damaged), [(3, None, "problem-import-unreadable")]);
        let refused =
            imports::check(app, &leave(app), b"name,topics\nA,Photonik;Alchemy\n", &FIXED_LIST).unwrap();
        assert_eq!(faults(&refused), [(2, Some(2), "problem-import-topic")]);
        let homeless =
            imports::check(app, &leave(app), b"name,seeks\nA,\"Someone to talk to.\"\n", &FIXED_LIST)
                .unwrap();
        assert_eq!(faults(&homeless), [(2, Some(2), "problem-import-text-without-topic")]);
    });
}

#[test]
fn every_message_of_an_import_has_words_in_every_language() {
    let sources = [
        include_str!("../../../src/services/imports/entries.rs"),
        include_str!("../../../src/services/imports/plan.rs"),
        include_str!("../../../src/services/imports/questions.rs"),
        include_str!("../../../src/documents/participant_list/mod.rs"),
        include_str!("../../../src/documents/participant_list/book.rs"),
        include_str!("../../../src/documents/participant_list/encoding.rs"),
        include_str!("../../../src/documents/participant_list/text.rs"),
    ];
    let mut seen = 0;
    for source in sources {
        for part in
            source.split('"').filter(|part| part.starts_with("problem-import-") && !part.contains(' '))
        {
            for lang in Lang::ALL {
                let text = Words::of(lang).t(part);
                assert!(!text.starts_with('⟦'), "{lang}: {part}");
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} messages were found in the sources");
}
