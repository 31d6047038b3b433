//! Lists as nobody plans them: made-up, nasty and real ones.

use super::*;

/// A cell of a made-up list: often empty, often the same as another, sometimes strange.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        3 => prop::sample::select(vec!["Photonics", "Timber", "Laser", "Laser; Timber", "Timber, Photonics", "A. B."])
            .prop_map(String::from),
        1 => "[a-c ;,.!\"\n]{0,12}",
        1 => any::<String>().prop_map(|text| text.chars().filter(|c| *c != '\0').take(12).collect()),
    ]
}

fn row() -> impl Strategy<Value = [String; 6]> {
    let mailbox = prop_oneof![2 => Just(String::new()), 1 => "[a-d]@example\\.org"];
    let organisation =
        prop_oneof![4 => "[A-D]", 1 => any::<String>().prop_map(|text| text.replace('\0', ""))];
    let name = prop_oneof![1 => Just(String::new()), 1 => "[E-G]"];
    (mailbox, organisation, name, cell(), cell(), cell()).prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f])
}

proptest! {
    #![proptest_config(random_cases(40))]

    #[test]
    fn the_same_file_twice_changes_nothing_the_second_time(rows in prop::collection::vec(row(), 1..12)) {
        let mut file = "email,organisation,name,topics,offers,seeks\n".to_string();
        for row in &rows {
            let quoted: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            writeln!(file, "{}", quoted.join(",")).unwrap();
        }
        on_sqlite(|app| {
            let event = event(app, None);
            imports::apply(app, &leave(app), file.as_bytes(), &OPEN_LIST, Extent::GoodRows).unwrap();
            let before = everyone(app, &event).len();
            let again = check(app, file.as_bytes());
            assert_eq!((again.counts().new, again.counts().changed, again.changes()), (0, 0, 0), "{file}");
            let outcome =
                imports::apply(app, &leave(app), file.as_bytes(), &OPEN_LIST, Extent::GoodRows).unwrap();
            assert_eq!((outcome.registered, outcome.waiting, outcome.changed, outcome.topics), (0, 0, 0, 0));
            assert_eq!(everyone(app, &event).len(), before);
        });
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = participant_list::read(&bytes);
        let mut listed = b"name,organisation\n".to_vec();
        listed.extend(bytes);
        let _ = participant_list::read(&listed);
    }
}

#[test]
fn cells_that_spreadsheets_take_for_formulas_are_written_as_text() {
    let row = ["=1+1", "+49 30 1234", "-2", "@SUM(A1)", "\tx", "\rx", "＝1", "plain; \"x\"", "a=b"]
        .map(String::from);
    let file = safe_csv::write(';', [row.to_vec()]).unwrap();
    let text = String::from_utf8(file).unwrap();
    let expected = "\u{feff}'=1+1;'+49 30 1234;'-2;'@SUM(A1);'\tx;\"'\rx\";'＝1;\"plain; \"\"x\"\"\";a=b\n";
    assert_eq!(text, expected);
}

// --- Nasty and real input --------------------------------------------------------------------------------------------

const NASTY: [&str; 16] = [
    "=HYPERLINK(\"http://example.org\";\"x\")",
    "+49 30 1234",
    "@SUM(1+1)",
    "'; DROP TABLE participants; --",
    "<script>alert(1)</script>",
    "{{7*7}}",
    "${jndi:ldap://example.org}",
    "\u{202e}drowssap",
    "a\tb\rc",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A",
    "👩‍👩‍👧‍👦",
    "ÅÅ",
    "مرحبا",
    "\u{feff}\u{200b}",
    "NULL",
    "\u{7f}\u{1b}[31m",
];

#[test]
fn nasty_texts_are_kept_as_text_or_refused_and_never_lost_silently() {
    app_on_each_database(|app| {
        let event = event(app, None);
        let mut file = "organisation,city,topics,seeks\n".to_string();
        for (n, text) in
            NASTY.iter().chain(blns().iter().map(|text| text as &str).collect::<Vec<_>>().iter()).enumerate()
        {
            let quoted = format!("\"{}\"", text.replace('"', "\"\"").replace('\0', ""));
            writeln!(
                file,
                "\"No {n} {}\",{quoted},{quoted},{quoted}",
                text.replace('"', "\"\"").replace('\0', "")
            )
            .unwrap();
        }
        let plan = check(app, file.as_bytes());
        let counts = plan.counts();
        let outcome =
            imports::apply(app, &leave(app), file.as_bytes(), &OPEN_LIST, Extent::GoodRows).unwrap();
        assert_eq!(counts.new, outcome.registered);
        assert!(
            counts.faulty * 10 <= plan.rows.len(),
            "{} of {} refused: {:?}",
            counts.faulty,
            plan.rows.len(),
            faults(&plan)
        );
        let people = everyone(app, &event);
        assert_eq!(people.len(), counts.new);
        assert!(
            people.iter().any(|one| answered(&one.profile.person, "city") == "<script>alert(1)</script>")
        );
    });
}

/// A file of the shared evidence, which a clone of the project does not have.
fn shared(path: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    let read = std::fs::read(&path).ok();
    if read.is_none() {
        eprintln!("SKIPPED: {} is not there", path.display());
    }
    read
}

fn blns() -> Vec<String> {
    let file = shared("naughty/blns.json");
    file.map(|bytes| serde_json::from_slice(&bytes).unwrap()).unwrap_or_default()
}

#[test]
fn the_real_list_imports_whole_and_a_second_time_changes_nothing() {
    let Some(file) = shared("participants_real.csv") else { return };
    app_on_each_database(|app| {
        let event = event(app, None);
        let started = std::time::Instant::now();
        let plan = check(app, &file);
        let checked = started.elapsed();
        let counts = plan.counts();
        assert_eq!((plan.rows.len(), counts.faulty), (4_882, 0), "{:?}", faults(&plan));
        let outcome = apply(app, &file);
        assert_eq!(outcome.registered, counts.new);
        eprintln!("{counts:?} {outcome:?} checked in {checked:?}, all in {:?}", started.elapsed());
        let again = apply(app, &file);
        assert_eq!((again.registered, again.changed, again.topics, again.counts.same), (0, 0, 0, 4_882));
        assert_eq!(mails(app, &event), 0);
    });
}
