//! Made-up organisations that read like those of a cluster conference: patterns for each language and kind.

use rand::RngExt;
use rand::rngs::StdRng;

use super::countries::{COUNTRIES, DemoCountry};
use super::lots::{pick, pick_weighted};
use super::names;
use super::topics::FIELDS;
use crate::domain::organisation::OrganisationType;

/// Which of the seven stakeholder groups of the conference somebody belongs to; the order of [`super::programme`]'s types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Policy,
    ClusterManagement,
    Business,
    Research,
    CivilSociety,
    Training,
    Other,
}

impl Group {
    /// Each group and its share of the participants in percent.
    const SHARES: [(Group, u32); 7] = [
        (Group::Policy, 10),
        (Group::ClusterManagement, 40),
        (Group::Business, 24),
        (Group::Research, 13),
        (Group::CivilSociety, 4),
        (Group::Training, 5),
        (Group::Other, 4),
    ];

    fn kinds(self) -> &'static [OrganisationType] {
        use OrganisationType as T;
        match self {
            Group::Policy => &[T::PublicAuthority],
            Group::ClusterManagement => &[T::Cluster],
            Group::Business => &[T::Sme, T::Sme, T::Startup, T::Company],
            Group::Research => &[T::ResearchOrganisation, T::HigherEducation],
            Group::CivilSociety => &[T::AssociationOrAgency],
            Group::Training => &[T::PublicBody],
            Group::Other => &[T::Investor, T::InternationalOrganisation],
        }
    }
}

/// An organisation of the demo.
#[derive(Debug, Clone)]
pub(super) struct Organisation {
    pub name: String,
    pub kind: OrganisationType,
    pub group: Group,
    pub country: &'static DemoCountry,
    pub city: &'static str,
    /// Index in [`FIELDS`].
    pub field: usize,
    /// Its mail domain, below a domain reserved for examples.
    pub domain: String,
}

/// Languages in which names of organisations are made, as indices of the patterns and of a field's names.
fn naming_language(country: &DemoCountry, city: &str) -> usize {
    match (country.code, city) {
        ("CH", "Neuchâtel" | "Lausanne") | ("BE", "Liège" | "Namur" | "Bruxelles") | ("FR" | "LU", _) => 2,
        ("DE" | "AT" | "CH", _) => 0,
        ("IT", _) => 3,
        ("ES", _) => 4,
        ("PL", _) => 5,
        _ => 1,
    }
}

/// Patterns in German, English, French, Italian, Spanish, Polish; `{f}` is the field, `{r}` the region, `{c}` the city,
/// `{n}` a coined word, `{l}` the country's usual legal form, `{v}` the registered association where that is usual.
fn patterns(kind: OrganisationType) -> [&'static [&'static str]; 6] {
    use OrganisationType as T;
    match kind {
        T::Cluster => [
            &[
                "Cluster {f} {r}{v}",
                "{f}-Netzwerk {r}",
                "Innovationsnetz {f} {c}{v}",
                "{n} – Cluster {f} {r}",
            ],
            &["{r} {f} Cluster", "{f} Cluster {c}", "{n} {f} Network", "{f} Valley {r}"],
            &["Pôle {f} {r}", "Cluster {f} {r}", "{n} – Pôle {f}", "Réseau {f} {c}"],
            &["Cluster {f} {r}", "Polo {f} {c}", "Distretto {f} {r}"],
            &["Clúster {f} {r}", "Agrupación {f} de {c}", "{n} Clúster {f}"],
            &["Klaster {f} {r}", "{n} Klaster {f}", "Klaster {f} {c}"],
        ],
        T::Startup | T::Sme | T::Company => [
            &["{n} {f} GmbH", "{n} Systems GmbH", "{n} Technik GmbH & Co. KG", "{n} AG"],
            &["{n} {f} {l}", "{n} Technologies {l}", "{n} Labs", "{n} {l}"],
            &["{n} SAS", "{n} {f} SARL", "Groupe {n}", "{n} Innovation"],
            &["{n} S.r.l.", "{n} {f} S.p.A.", "{n} Tecnologie S.r.l."],
            &["{n} S.L.", "{n} {f} S.A.", "{n} Ingeniería S.L."],
            &["{n} Sp. z o.o.", "{n} {f} S.A.", "{n} Technologie Sp. z o.o."],
        ],
        T::HigherEducation => [
            &["Hochschule {c}, Lehrstuhl {f}", "Universität {c}, Transferstelle {f}"],
            &["University of {c}, {f} Lab", "{c} University of Applied Sciences"],
            &["Université de {c}, chaire {f}", "École d’ingénieurs {n}, {c}"],
            &["Università di {c}, Dipartimento {f}"],
            &["Universidad de {c}, Cátedra {f}"],
            &["Akademia w mieście {c}, Katedra {f}"],
        ],
        T::ResearchOrganisation => [
            &["{n}-Institut für {f}", "Forschungszentrum {f} {c}", "Forschungsvereinigung {f} {r}{v}"],
            &["{n} Institute for {f}", "{c} Research Centre for {f}"],
            &["Institut {n}, {c}", "Centre technique {f} {r}"],
            &["Istituto {n} per la ricerca, {c}", "Centro di ricerca {f} {r}"],
            &["Centro Tecnológico {n}", "Instituto {n} de {f}"],
            &["Instytut {n}", "Centrum Badawcze {f} {c}"],
        ],
        T::PublicAuthority => [
            &["Landesagentur für Clusterpolitik {r}", "Stadt {c}, Amt für Wirtschaft und Innovation"],
            &["{r} Regional Development Office", "City of {c}, Department for Innovation"],
            &["Conseil régional {r}, direction Innovation", "Métropole de {c}, service Économie"],
            &["Regione {r}, Direzione Innovazione", "Comune di {c}, Sviluppo economico"],
            &["Agencia de Innovación de {r}", "Ayuntamiento de {c}, Área de Innovación"],
            &["Urząd Rozwoju Regionu {r}", "Urząd Miasta {c}, Wydział Innowacji"],
        ],
        T::AssociationOrAgency => [
            &["Bürgerforum {f} {r}{v}", "Verband {f} {r}"],
            &["{r} {f} Association", "Citizens for {f}, {c}"],
            &["Association {f} {r}", "Collectif {n}, {c}"],
            &["Associazione {f} {r}"],
            &["Asociación {f} {r}"],
            &["Stowarzyszenie {f} {r}"],
        ],
        T::PublicBody => [
            &["Akademie {f} {c}", "Bildungszentrum {f} {r}"],
            &["{c} Training Centre for {f}", "{r} Skills Academy"],
            &["Centre de formation {f} {c}", "Campus des métiers {r}"],
            &["Centro di formazione {f} {c}"],
            &["Centro de Formación {f} {c}"],
            &["Centrum Szkoleń {f} {c}"],
        ],
        T::Investor => [
            &["{n} Beteiligungsfonds {r}"],
            &["{n} Ventures {c}"],
            &["{n} Capital {r}"],
            &["{n} Capital {c}"],
            &["{n} Capital {r}"],
            &["{n} Fundusz {r}"],
        ],
        T::InternationalOrganisation | T::PublicUtility | T::Other => [
            &["Europäisches Netzwerk {f}, Büro {c}"],
            &["European {f} Alliance, {c} Office"],
            &["Alliance européenne {f}, bureau de {c}"],
            &["Alleanza europea {f}, ufficio di {c}"],
            &["Alianza Europea {f}, oficina de {c}"],
            &["Europejski Sojusz {f}, biuro {c}"],
        ],
    }
}

/// First and last halves of coined names.
const COINED: ([&str; 24], [&str; 18]) = (
    [
        "Aero", "Alba", "Bora", "Calo", "Delta", "Elva", "Ferro", "Gala", "Hydro", "Inno", "Kora", "Luma",
        "Mira", "Nexo", "Orbi", "Pala", "Quanta", "Riva", "Sola", "Terra", "Unda", "Vela", "Wind", "Zeno",
    ],
    [
        "bris", "cor", "dian", "fex", "gon", "lith", "mar", "nova", "plex", "ris", "san", "tec", "tron",
        "vis", "wave", "xis", "zent", "link",
    ],
);

/// Makes up an organisation in a country, or anywhere by the countries' shares.
pub(super) fn organisation(country: Option<&'static DemoCountry>, rng: &mut StdRng) -> Organisation {
    let country = country.unwrap_or_else(|| {
        let by_weight = COUNTRIES.iter().map(|country| (country, country.weight));
        pick_weighted(by_weight, rng).unwrap_or(&COUNTRIES[0])
    });
    let group = pick_weighted(Group::SHARES.into_iter(), rng).unwrap_or(Group::ClusterManagement);
    let kind = pick(group.kinds(), rng).copied().unwrap_or(OrganisationType::Cluster);
    let places: Vec<&'static str> = country.places.split(',').collect();
    let place = pick(&places, rng).copied().unwrap_or_default();
    let (city, region) = place.split_once(':').unwrap_or((place, place));
    let field = rng.random_range(0..FIELDS.len());
    let lang = naming_language(country, city);
    let pattern = pick(patterns(kind)[lang], rng).copied().unwrap_or("{n}");
    let name = pattern
        .replace("{f}", FIELDS[field].names[lang])
        .replace("{r}", region)
        .replace("{c}", city)
        .replace("{n}", &coined(rng))
        .replace("{l}", legal_form(country))
        .replace("{v}", if country.code == "DE" { " e. V." } else { "" });
    let domain = domain(&name, country, rng);
    Organisation { name, kind, group, country, city, field, domain }
}

/// How small companies of a country end, where their names are English.
fn legal_form(country: &DemoCountry) -> &'static str {
    match country.code {
        "NL" | "BE" => "B.V.",
        "SE" => "AB",
        "DK" => "ApS",
        "FI" => "Oy",
        "NO" => "AS",
        "EE" => "OÜ",
        "LV" => "SIA",
        "LT" => "UAB",
        "CZ" | "SK" => "s.r.o.",
        "HU" => "Kft.",
        "RO" => "S.R.L.",
        "SI" | "HR" | "RS" => "d.o.o.",
        "GR" => "S.A.",
        "PT" => "Lda.",
        "TR" => "A.Ş.",
        _ => "Ltd",
    }
}

fn coined(rng: &mut StdRng) -> String {
    let first = pick(&COINED.0, rng).copied().unwrap_or_default();
    let last = pick(&COINED.1, rng).copied().unwrap_or_default();
    format!("{first}{last}")
}

/// A subdomain of `example.org` or `example.com`, which nobody can own (RFC 2606, 3).
fn domain(name: &str, country: &DemoCountry, rng: &mut StdRng) -> String {
    let label: String = names::ascii(name).chars().take(40).collect();
    let top = pick(&["org", "com"], rng).copied().unwrap_or("org");
    format!("{}-{}.example.{top}", label.trim_matches('-'), country.code.to_ascii_lowercase())
}
