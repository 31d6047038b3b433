//! The thirty countries that the demo's participants come from: how many, their cities and languages.

use super::names::Area;

/// A country of the demo.
#[derive(Debug)]
pub(super) struct DemoCountry {
    pub code: &'static str,
    /// Share of the participants.
    pub weight: u32,
    pub areas: &'static [Area],
    /// ISO 639-1; the first is the one that most people write in.
    pub languages: &'static [&'static str],
    /// City and the region around it, as its own people call it; separated by commas, each as `city:region`.
    pub places: &'static str,
}

/// The country that hosts has most, its neighbour and partner of many such conferences follows.
pub(super) const COUNTRIES: [DemoCountry; 30] = [
    DemoCountry { code: "DE", weight: 44, areas: &[Area::German], languages: &["de"], places: "Dresden:Sachsen,Stuttgart:Neckar-Alb,Nürnberg:Mittelfranken,Rostock:Ostseeküste,Jena:Thüringen,Kiel:Nord,Dortmund:Ruhr,Freiburg:Oberrhein,Magdeburg:Elbe,Kassel:Nordhessen,Saarbrücken:Saar,Berlin:Berlin-Brandenburg" },
    DemoCountry { code: "FR", weight: 26, areas: &[Area::French], languages: &["fr"], places: "Strasbourg:Grand Est,Lyon:Auvergne-Rhône-Alpes,Toulouse:Occitanie,Nantes:Pays de la Loire,Lille:Hauts-de-France,Rennes:Bretagne,Bordeaux:Nouvelle-Aquitaine,Grenoble:Alpes,Dijon:Bourgogne" },
    DemoCountry { code: "ES", weight: 18, areas: &[Area::Spanish], languages: &["es"], places: "Bilbao:País Vasco,Barcelona:Catalunya,Valencia:Levante,Zaragoza:Aragón,Sevilla:Andalucía,Vigo:Galicia,Pamplona:Navarra,Valladolid:Castilla y León" },
    DemoCountry { code: "IT", weight: 18, areas: &[Area::Italian], languages: &["it"], places: "Torino:Piemonte,Bologna:Emilia-Romagna,Padova:Veneto,Trento:Trentino,Bari:Puglia,Firenze:Toscana,Perugia:Umbria,Catania:Sicilia" },
    DemoCountry { code: "PL", weight: 14, areas: &[Area::Polish], languages: &["pl"], places: "Kraków:Małopolska,Wrocław:Dolny Śląsk,Poznań:Wielkopolska,Gdańsk:Pomorze,Lublin:Lubelszczyzna,Rzeszów:Podkarpacie,Zielona Góra:Lubuskie" },
    DemoCountry { code: "AT", weight: 11, areas: &[Area::German], languages: &["de"], places: "Graz:Steiermark,Linz:Oberösterreich,Innsbruck:Tirol,Wien:Wien,Klagenfurt:Kärnten,Dornbirn:Vorarlberg" },
    DemoCountry { code: "BE", weight: 10, areas: &[Area::French, Area::Dutch], languages: &["fr", "nl"], places: "Liège:Wallonie,Namur:Wallonie,Gent:Vlaanderen,Leuven:Vlaanderen,Bruxelles:Bruxelles" },
    DemoCountry { code: "NL", weight: 9, areas: &[Area::Dutch], languages: &["nl"], places: "Eindhoven:Brabant,Groningen:Noord-Nederland,Rotterdam:Zuid-Holland,Enschede:Twente,Utrecht:Utrecht" },
    DemoCountry { code: "CZ", weight: 8, areas: &[Area::Czech], languages: &["cs"], places: "Brno:Morava,Ostrava:Slezsko,Plzeň:Západní Čechy,Liberec:Severní Čechy,Praha:Praha" },
    DemoCountry { code: "PT", weight: 7, areas: &[Area::Portuguese], languages: &["pt"], places: "Porto:Norte,Aveiro:Centro,Lisboa:Lisboa,Braga:Minho,Évora:Alentejo" },
    DemoCountry { code: "SE", weight: 7, areas: &[Area::Nordic], languages: &["sv"], places: "Göteborg:Västsverige,Linköping:Östergötland,Umeå:Norrland,Malmö:Skåne,Västerås:Mälardalen" },
    DemoCountry { code: "DK", weight: 7, areas: &[Area::Nordic], languages: &["da"], places: "Aarhus:Midtjylland,Odense:Fyn,Aalborg:Nordjylland,Esbjerg:Vadehavet" },
    DemoCountry { code: "HU", weight: 7, areas: &[Area::Hungarian], languages: &["hu"], places: "Győr:Nyugat-Dunántúl,Szeged:Dél-Alföld,Debrecen:Észak-Alföld,Pécs:Dél-Dunántúl,Budapest:Budapest" },
    DemoCountry { code: "RO", weight: 7, areas: &[Area::Romanian], languages: &["ro"], places: "Cluj-Napoca:Transilvania,Iași:Moldova,Timișoara:Banat,Brașov:Centru,Constanța:Dobrogea" },
    DemoCountry { code: "GR", weight: 6, areas: &[Area::Greek], languages: &["el"], places: "Thessaloniki:Macedonia,Patras:Western Greece,Heraklion:Crete,Athens:Attica" },
    DemoCountry { code: "BG", weight: 6, areas: &[Area::Bulgarian], languages: &["bg"], places: "Plovdiv:Thrace,Varna:Black Sea,Sofia:Sofia,Ruse:Danube" },
    DemoCountry { code: "FI", weight: 6, areas: &[Area::Finnish], languages: &["fi", "sv"], places: "Tampere:Pirkanmaa,Oulu:Pohjois-Pohjanmaa,Turku:Varsinais-Suomi,Lappeenranta:Saimaa" },
    DemoCountry { code: "SI", weight: 5, areas: &[Area::Adriatic], languages: &["sl"], places: "Maribor:Podravje,Ljubljana:Ljubljana,Koper:Primorska" },
    DemoCountry { code: "SK", weight: 5, areas: &[Area::Czech], languages: &["sk"], places: "Košice:Východné Slovensko,Žilina:Považie,Nitra:Nitra,Bratislava:Bratislava" },
    DemoCountry { code: "HR", weight: 5, areas: &[Area::Adriatic], languages: &["hr"], places: "Rijeka:Kvarner,Osijek:Slavonija,Split:Dalmacija,Zagreb:Zagreb" },
    DemoCountry { code: "LT", weight: 5, areas: &[Area::Lithuanian], languages: &["lt"], places: "Kaunas:Kaunas,Vilnius:Vilnius,Klaipėda:Žemaitija" },
    DemoCountry { code: "LV", weight: 4, areas: &[Area::Latvian], languages: &["lv"], places: "Riga:Riga,Liepāja:Kurzeme,Valmiera:Vidzeme" },
    DemoCountry { code: "EE", weight: 4, areas: &[Area::Estonian], languages: &["et"], places: "Tartu:South Estonia,Tallinn:Tallinn,Pärnu:West Estonia" },
    DemoCountry { code: "IE", weight: 4, areas: &[Area::Irish], languages: &["en"], places: "Cork:Munster,Galway:Connacht,Dublin:Leinster,Sligo:North West" },
    DemoCountry { code: "NO", weight: 4, areas: &[Area::Nordic], languages: &["no"], places: "Trondheim:Trøndelag,Stavanger:Rogaland,Bergen:Vestland,Kongsberg:Buskerud" },
    DemoCountry { code: "RS", weight: 4, areas: &[Area::Adriatic], languages: &["sr"], places: "Novi Sad:Vojvodina,Niš:South Serbia,Kragujevac:Šumadija,Belgrade:Belgrade" },
    DemoCountry { code: "TR", weight: 4, areas: &[Area::Turkish], languages: &["tr"], places: "İzmir:Ege,Bursa:Marmara,Ankara:Ankara,Eskişehir:Eskişehir" },
    DemoCountry { code: "CH", weight: 4, areas: &[Area::German, Area::French], languages: &["de", "fr"], places: "Winterthur:Zürichsee,Neuchâtel:Jura,Basel:Nordwestschweiz,Lausanne:Léman" },
    DemoCountry { code: "LU", weight: 3, areas: &[Area::French, Area::German], languages: &["fr", "de", "lb"], places: "Luxembourg:Luxembourg,Esch-sur-Alzette:Minette,Differdange:Minette" },
    DemoCountry { code: "MT", weight: 2, areas: &[Area::Maltese], languages: &["mt", "en"], places: "Valletta:Malta,Mosta:Malta,Victoria:Gozo" },
];
