//! How people write languages and kinds of organisation in their lists: codes and names in German, English and French, and
//! the habits of other systems.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::organisation::OrganisationType;
use crate::domain::text;

/// Languages by code: names in German, English, French and in themselves.
const LANGUAGES: [(&str, [&str; 4]); 34] = [
    ("bg", ["Bulgarisch", "Bulgarian", "bulgare", "български"]),
    ("bs", ["Bosnisch", "Bosnian", "bosnien", "bosanski"]),
    ("cs", ["Tschechisch", "Czech", "tchèque", "čeština"]),
    ("da", ["Dänisch", "Danish", "danois", "dansk"]),
    ("de", ["Deutsch", "German", "allemand", "deutsch"]),
    ("el", ["Griechisch", "Greek", "grec", "ελληνικά"]),
    ("en", ["Englisch", "English", "anglais", "english"]),
    ("es", ["Spanisch", "Spanish", "espagnol", "español"]),
    ("et", ["Estnisch", "Estonian", "estonien", "eesti"]),
    ("fi", ["Finnisch", "Finnish", "finnois", "suomi"]),
    ("fr", ["Französisch", "French", "français", "français"]),
    ("ga", ["Irisch", "Irish", "irlandais", "Gaeilge"]),
    ("hr", ["Kroatisch", "Croatian", "croate", "hrvatski"]),
    ("hu", ["Ungarisch", "Hungarian", "hongrois", "magyar"]),
    ("is", ["Isländisch", "Icelandic", "islandais", "íslenska"]),
    ("it", ["Italienisch", "Italian", "italien", "italiano"]),
    ("lb", ["Luxemburgisch", "Luxembourgish", "luxembourgeois", "Lëtzebuergesch"]),
    ("lt", ["Litauisch", "Lithuanian", "lituanien", "lietuvių"]),
    ("lv", ["Lettisch", "Latvian", "letton", "latviešu"]),
    ("mk", ["Mazedonisch", "Macedonian", "macédonien", "македонски"]),
    ("mt", ["Maltesisch", "Maltese", "maltais", "Malti"]),
    ("nl", ["Niederländisch", "Dutch", "néerlandais", "Nederlands"]),
    ("no", ["Norwegisch", "Norwegian", "norvégien", "norsk"]),
    ("pl", ["Polnisch", "Polish", "polonais", "polski"]),
    ("pt", ["Portugiesisch", "Portuguese", "portugais", "português"]),
    ("ro", ["Rumänisch", "Romanian", "roumain", "română"]),
    ("ru", ["Russisch", "Russian", "russe", "русский"]),
    ("sk", ["Slowakisch", "Slovak", "slovaque", "slovenčina"]),
    ("sl", ["Slowenisch", "Slovenian", "slovène", "slovenščina"]),
    ("sq", ["Albanisch", "Albanian", "albanais", "shqip"]),
    ("sr", ["Serbisch", "Serbian", "serbe", "српски"]),
    ("sv", ["Schwedisch", "Swedish", "suédois", "svenska"]),
    ("tr", ["Türkisch", "Turkish", "turc", "Türkçe"]),
    ("uk", ["Ukrainisch", "Ukrainian", "ukrainien", "українська"]),
];

static SPOKEN: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names: HashMap<String, &'static str> = HashMap::new();
    for (code, known) in LANGUAGES {
        names.insert(code.to_string(), code);
        names.extend(known.map(|name| (text::search_key(name), code)));
    }
    names
});

/// The ISO 639-1 code of a language given by code (`de`, `de-AT`) or by name; only of those that forms offer.
pub fn language_code(raw: &str) -> Option<&'static str> {
    let primary = raw.trim().split(['-', '_', '(']).next().unwrap_or_default();
    SPOKEN.get(&text::search_key(primary)).copied()
}

/// Other words for kinds of organisation, as [`text::search_key`] leaves them. The short ones of three letters are those
/// of the EU's own project database.
const ORGANISATION_WORDS: [(OrganisationType, &[&str]); 13] = [
    (
        OrganisationType::Cluster,
        &[
            "clusterorganisation",
            "clusterorganization",
            "organisationdecluster",
            "netzwerk",
            "network",
            "clusterinitiative",
        ],
    ),
    (OrganisationType::Startup, &["jeunepousse"]),
    (
        OrganisationType::Sme,
        &[
            "kmu",
            "pme",
            "smallormediumsizedenterprise",
            "smallormediumsizedcompany",
            "kleinesodermittleresunternehmen",
        ],
    ),
    (
        OrganisationType::Company,
        &[
            "unternehmen",
            "entreprise",
            "firma",
            "industry",
            "industrie",
            "largecompany",
            "largeenterprise",
            "grossunternehmen",
            "grandeentreprise",
            "prc",
            "privateforprofitentities",
            "business",
            "wirtschaft",
        ],
    ),
    (
        OrganisationType::HigherEducation,
        &[
            "university",
            "universitat",
            "universite",
            "hochschule",
            "school",
            "enseignementsuperieur",
            "hes",
            "academia",
        ],
    ),
    (
        OrganisationType::ResearchOrganisation,
        &[
            "researchorganization",
            "researchinstitute",
            "research",
            "forschungseinrichtung",
            "forschungsinstitut",
            "forschung",
            "organismederecherche",
            "recherche",
            "rec",
            "rto",
        ],
    ),
    (
        OrganisationType::PublicAuthority,
        &[
            "authority",
            "behorde",
            "autoritepublique",
            "ministry",
            "ministerium",
            "ministere",
            "government",
            "regionalauthority",
        ],
    ),
    (
        OrganisationType::PublicBody,
        &[
            "pub",
            "publicbodies",
            "offentlicheeinrichtung",
            "korperschaftdesoffentlichenrechts",
            "organismepublic",
        ],
    ),
    (OrganisationType::PublicUtility, &["utility", "versorgungsunternehmen", "stadtwerke", "servicepublic"]),
    (
        OrganisationType::AssociationOrAgency,
        &[
            "association",
            "agency",
            "verband",
            "verein",
            "agentur",
            "agence",
            "federation",
            "ngo",
            "chamberofcommerce",
            "kammer",
        ],
    ),
    (
        OrganisationType::InternationalOrganisation,
        &["internationaleorganisation", "organisationinternationale"],
    ),
    (OrganisationType::Investor, &["venturecapital", "bank", "investisseur", "kapitalgeber"]),
    (OrganisationType::Other, &["oth", "andere", "sonstige", "sonstiges", "autre", "autres", "others"]),
];

/// The kind of organisation meant by a code or a word.
pub fn organisation_type(raw: &str) -> Option<OrganisationType> {
    let key = text::search_key(raw);
    let by_code = OrganisationType::ALL.into_iter().find(|kind| text::search_key(kind.code()) == key);
    by_code.or_else(|| {
        let found = ORGANISATION_WORDS.iter().find(|(_, words)| words.contains(&key.as_str()));
        found.map(|(kind, _)| *kind)
    })
}
