//! What scoring makes of free texts, in many scripts and of any length.

use matching::scoring::{Interest, Limits, Profile, Relations, Rules, Scorer, Term, Topic, Topics, Weights};

fn scorer(texts: &[(&str, &str)], topics: &Topics) -> Scorer {
    let profiles: Vec<Profile> = texts
        .iter()
        .enumerate()
        .map(|(id, (offers, seeks))| Profile {
            id: id as u128,
            offers: vec![Interest::text(*offers)],
            seeks: vec![Interest::text(*seeks)],
            ..Profile::default()
        })
        .collect();
    let (nothing, weights) = (Relations::default(), Weights::default());
    Scorer::new(&profiles, topics, &nothing, weights, Rules::default())
}

/// The points person 0 gets with each of the others for what they wrote.
fn points(texts: &[(&str, &str)]) -> Vec<i32> {
    let scorer = scorer(texts, &Topics::default());
    (1..texts.len() as u32)
        .map(|other| {
            let pair = scorer.explain(0, other).expect("an allowed pair");
            let given = pair.terms.iter().find(|(term, _)| *term == Term::TextMeetsText);
            given.map_or(0, |(_, points)| *points)
        })
        .collect()
}

#[test]
fn an_inflected_german_compound_meets_its_parts() {
    let given = points(&[
        ("", "Gebäudereinigung für Krankenhäuser"),
        ("Reinigungsdienste in Krankenhaus und Pflegeheim", ""),
        ("Photovoltaikanlagen für Dächer", ""),
    ]);
    assert!(given[0] > given[1], "{given:?}");
}

#[test]
fn inflection_does_not_hide_a_word_in_greek_cyrillic_and_polish() {
    for (seeks, offers, other) in [
        ("ανανεώσιμες πηγές ενέργειας", "ΑΝΑΝΕΏΣΙΜΩΝ ΠΗΓΏΝ ΕΝΈΡΓΕΙΑΣ", "οδικές μεταφορές"),
        ("почистване на сгради", "почистваща фирма за сграда", "доставка на хляб"),
        ("usługi sprzątania budynków", "sprzątanie budynku", "dostawa chleba"),
    ] {
        let given = points(&[("", seeks), (offers, ""), (other, "")]);
        assert!(given[0] > given[1], "{seeks}: {given:?}");
    }
}

#[test]
fn spelling_of_marks_and_case_makes_no_difference() {
    let given = points(&[
        ("", "Größere Bäder"),
        ("Gro\u{308}ßere Ba\u{308}der", ""),
        ("GRÖSSERE BÄDER", ""),
        ("grössere bader", ""),
    ]);
    assert!(given[0] > 0 && given.iter().all(|points| *points == given[0]), "{given:?}");
}

#[test]
fn scripts_without_spaces_are_read() {
    let given = points(&[("", "防災システムの開発"), ("防災システム", ""), ("料理教室", "")]);
    assert!(given[0] > given[1], "{given:?}");
}

#[test]
fn a_text_meets_the_topic_whose_name_it_uses() {
    let label = |de: &str, fr: &str| Topic { parent: None, labels: vec![de.into(), fr.into()] };
    let topics =
        Topics::new(vec![label("Malerarbeiten", "Travaux de peinture"), label("Catering", "Traiteur")]);
    let wrote = Profile {
        id: 1,
        seeks: vec![Interest::text("travaux de peintures intérieures")],
        ..Profile::default()
    };
    let ticked = |id, topic| Profile { id, offers: vec![Interest::topic(topic)], ..Profile::default() };
    let people = [wrote, ticked(2, 0), ticked(3, 1)];
    let scorer = Scorer::new(&people, &topics, &Relations::default(), Weights::default(), Rules::default());
    let points = |other| {
        let pair = scorer.explain(0, other).expect("an allowed pair");
        let mut given = pair.terms.iter().filter(|(term, _)| *term == Term::TextMeetsTopic);
        given.next().map_or(0, |(_, points)| *points)
    };
    assert!(points(1) > points(2), "{} {}", points(1), points(2));
}

#[test]
fn odd_texts_do_no_harm() {
    let long = "Quantensensorik ".repeat(700);
    let marks = format!("z{}", "\u{0351}".repeat(9000));
    let word = "ä".repeat(10_000);
    let expanding = "\u{FDFA}".repeat(9000);
    let texts = [
        ("", ""),
        (&*long, &*long),
        (&*marks, &*word),
        (&*expanding, "\u{202E}שלום עליכם العربية\u{202C}"),
        ("\u{0}\u{FFFD}\u{FEFF}", "🦀👩‍👩‍👧‍👦"),
        ("Quantensensorik", "العربية"),
    ];
    let scorer = scorer(&texts, &Topics::default());
    assert_eq!(scorer.score(Limits::default()).len(), 15);
    let arabic = scorer.explain(3, 5).expect("an allowed pair");
    assert!(arabic.terms.iter().any(|(term, _)| *term == Term::TextShared), "{arabic:?}");
}

/// What a reader is told of others who know nothing of what the reader wrote.
fn told(wrote: Profile, others: &[Profile], topics: &Topics, other: u32) -> Vec<Term> {
    let shown = Profile { id: wrote.id, ..Profile::default() };
    let people: Vec<Profile> = [shown].into_iter().chain(others.iter().cloned()).collect();
    let (nothing, weights) = (Relations::default(), Weights::default());
    let scorer = Scorer::new(&people, topics, &nothing, weights, Rules::default());
    let reader = scorer.reader(0, &wrote, &nothing).expect("a person");
    let pair = reader.explain(other).expect("an allowed pair");
    pair.terms.into_iter().map(|(term, _)| term).collect()
}

#[test]
fn a_reader_finds_by_what_they_wrote_for_themselves_the_only_one_who_wrote_the_same() {
    let seeks = |text: &str| Profile { id: 7, seeks: vec![Interest::text(text)], ..Profile::default() };
    let offers = |id, text: &str| Profile { id, offers: vec![Interest::text(text)], ..Profile::default() };
    let others = [offers(1, "Photonik"), offers(2, "Brotbacken"), offers(3, "Brotbacken am Morgen")];
    let none = Topics::default();
    assert!(told(seeks("Photonik"), &others, &none, 1).contains(&Term::TextMeetsText));
    assert!(!told(seeks("Photonik"), &others, &none, 2).contains(&Term::TextMeetsText));
    assert!(!told(seeks(""), &others, &none, 1).contains(&Term::TextMeetsText));
}

#[test]
fn a_reader_finds_by_what_they_wrote_for_themselves_who_ticked_the_topic_of_that_name() {
    let topics = Topics::new(vec![
        Topic { parent: None, labels: vec!["Photonik".to_string()] },
        Topic { parent: None, labels: vec!["Backwaren".to_string()] },
    ]);
    let wrote = Profile { id: 7, seeks: vec![Interest::text("Photonik")], ..Profile::default() };
    let ticked = |id, topic| Profile { id, offers: vec![Interest::topic(topic)], ..Profile::default() };
    let others = [ticked(1, 0), ticked(2, 1)];
    assert!(told(wrote.clone(), &others, &topics, 1).contains(&Term::TextMeetsTopic));
    assert!(!told(wrote, &others, &topics, 2).contains(&Term::TextMeetsTopic));
}
