//! How people write countries in their lists: codes of two and three letters, the letters on cars, and names in German,
//! English, French and their own language, with or without the signs that a keyboard lacks.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::country;
use crate::domain::lang::Lang;
use crate::domain::text;

/// ISO 3166-1: the codes of three letters with those of two.
const ALPHA_3: &str = "\
    ABW=AW AFG=AF AGO=AO AIA=AI ALA=AX ALB=AL AND=AD ARE=AE ARG=AR ARM=AM ASM=AS ATA=AQ ATF=TF ATG=AG AUS=AU AUT=AT \
    AZE=AZ BDI=BI BEL=BE BEN=BJ BES=BQ BFA=BF BGD=BD BGR=BG BHR=BH BHS=BS BIH=BA BLM=BL BLR=BY BLZ=BZ BMU=BM BOL=BO \
    BRA=BR BRB=BB BRN=BN BTN=BT BVT=BV BWA=BW CAF=CF CAN=CA CCK=CC CHE=CH CHL=CL CHN=CN CIV=CI CMR=CM COD=CD COG=CG \
    COK=CK COL=CO COM=KM CPV=CV CRI=CR CUB=CU CUW=CW CXR=CX CYM=KY CYP=CY CZE=CZ DEU=DE DJI=DJ DMA=DM DNK=DK DOM=DO \
    DZA=DZ ECU=EC EGY=EG ERI=ER ESH=EH ESP=ES EST=EE ETH=ET FIN=FI FJI=FJ FLK=FK FRA=FR FRO=FO FSM=FM GAB=GA GBR=GB \
    GEO=GE GGY=GG GHA=GH GIB=GI GIN=GN GLP=GP GMB=GM GNB=GW GNQ=GQ GRC=GR GRD=GD GRL=GL GTM=GT GUF=GF GUM=GU GUY=GY \
    HKG=HK HMD=HM HND=HN HRV=HR HTI=HT HUN=HU IDN=ID IMN=IM IND=IN IOT=IO IRL=IE IRN=IR IRQ=IQ ISL=IS ISR=IL ITA=IT \
    JAM=JM JEY=JE JOR=JO JPN=JP KAZ=KZ KEN=KE KGZ=KG KHM=KH KIR=KI KNA=KN KOR=KR KWT=KW LAO=LA LBN=LB LBR=LR LBY=LY \
    LCA=LC LIE=LI LKA=LK LSO=LS LTU=LT LUX=LU LVA=LV MAC=MO MAF=MF MAR=MA MCO=MC MDA=MD MDG=MG MDV=MV MEX=MX MHL=MH \
    MKD=MK MLI=ML MLT=MT MMR=MM MNE=ME MNG=MN MNP=MP MOZ=MZ MRT=MR MSR=MS MTQ=MQ MUS=MU MWI=MW MYS=MY MYT=YT NAM=NA \
    NCL=NC NER=NE NFK=NF NGA=NG NIC=NI NIU=NU NLD=NL NOR=NO NPL=NP NRU=NR NZL=NZ OMN=OM PAK=PK PAN=PA PCN=PN PER=PE \
    PHL=PH PLW=PW PNG=PG POL=PL PRI=PR PRK=KP PRT=PT PRY=PY PSE=PS PYF=PF QAT=QA REU=RE ROU=RO RUS=RU RWA=RW SAU=SA \
    SDN=SD SEN=SN SGP=SG SGS=GS SHN=SH SJM=SJ SLB=SB SLE=SL SLV=SV SMR=SM SOM=SO SPM=PM SRB=RS SSD=SS STP=ST SUR=SR \
    SVK=SK SVN=SI SWE=SE SWZ=SZ SXM=SX SYC=SC SYR=SY TCA=TC TCD=TD TGO=TG THA=TH TJK=TJ TKL=TK TKM=TM TLS=TL TON=TO \
    TTO=TT TUN=TN TUR=TR TUV=TV TWN=TW TZA=TZ UGA=UG UKR=UA UMI=UM URY=UY USA=US UZB=UZ VAT=VA VCT=VC VEN=VE VGB=VG \
    VIR=VI VNM=VN VUT=VU WLF=WF WSM=WS YEM=YE ZAF=ZA ZMB=ZM ZWE=ZW XKX=XK";

/// The letters on cars (UNECE, distinguishing signs) where they are no code of two letters that means another country.
const ON_CARS: &str = "\
    A=AT AUS=AU B=BE BIH=BA BY=BY CDN=CA D=DE E=ES EST=EE F=FR FIN=FI FL=LI GER=DE H=HU I=IT IL=IL IND=IN IRL=IE J=JP \
    L=LU M=MT MNE=ME N=NO NMK=MK P=PT ROK=KR RUS=RU S=SE SLO=SI SRB=RS V=VA";

/// Names that lists use and Unicode CLDR does not.
const OTHER_NAMES: &str = "\
AE=UAE=VAE=EAU=Emirates=Emirate
AL=Shqipëria=Shqipëri
AM=Hayastan
AT=Oesterreich=Osterreich
BA=Bosnia and Herzegovina=Bosnien-Herzegowina=Bosnia=Bosnien=Bosnie=Bosna i Hercegovina=BiH
BE=Belgique/België=België=Belgie=Belgïe
BG=България=Bulgaria (България)
BO=Plurinational State of Bolivia
BY=Belarus (Weißrussland)=Weißrussland=White Russia=Biélorussie=Беларусь
CD=Democratic Republic of the Congo=DR Congo=DRC=Congo-Kinshasa=Kongo-Kinshasa=RDC
CG=Congo=Republic of the Congo=Congo-Brazzaville=Kongo
CH=Swiss=Switzerland (CH)=Svizzera=Swiss Confederation=Schweizerische Eidgenossenschaft
CI=Ivory Coast=Elfenbeinküste=Côte d'Ivoire
CN=People's Republic of China=PRC=PR China=Volksrepublik China=VR China=Mainland China
CV=Cape Verde=Kap Verde=Cabo Verde
CY=Kypros=Κύπρος=Kıbrıs
CZ=Czech Republic=Tschechische Republik=République tchèque=Česko=Česká republika=Tschechei=Czechia (Czech Republic)
DE=Federal Republic of Germany=BRD=Bundesrepublik Deutschland=Allemagne fédérale
DK=Danmark
EE=Eesti
ES=España=Espana
FI=Suomi
GB=Great Britain=Großbritannien=Grande-Bretagne=England=Scotland=Wales=Northern Ireland=Schottland=Nordirland=\
Angleterre=Écosse=Pays de Galles=Irlande du Nord=Britain=UK (Great Britain)=\
United Kingdom of Great Britain and Northern Ireland
GE=Sakartvelo=Republic of Georgia
GR=Hellas=Ellada=Ελλάδα=Hellenic Republic
HK=Hong Kong=Hongkong=Hong Kong SAR=Hong-Kong
HR=Hrvatska
HU=Magyarország
IE=Éire=Republic of Ireland
IR=Islamic Republic of Iran
IS=Ísland
IT=Italia
KP=DPRK=Democratic People's Republic of Korea=Korea, Democratic People's Republic of=Corée du Nord
KR=Korea=Corée=Republic of Korea=Korea, South=Korea (South)=South-Korea=Korea Republic
KZ=Qazaqstan
LA=Lao People's Democratic Republic=Lao PDR
LT=Lietuva
LU=Lëtzebuerg=Luxemburg
LV=Latvija
MD=Republic of Moldova=République de Moldavie=Moldavia
ME=Crna Gora
MK=Macedonia=FYROM=FYR Macedonia=Former Yugoslav Republic of Macedonia=Mazedonien=Macédoine=Republic of North Macedonia=\
Северна Македонија
MM=Burma=Birma=Birmanie
MO=Macao=Macau=Macao SAR
NL=The Netherlands=Holland=Nederland=Hollande
NO=Norge=Noreg
PL=Polska
PS=Palestine=Palästina=State of Palestine=Occupied Palestinian Territory=Palestinian Territory
RO=România
RS=Srbija=Србија
RU=Russian Federation=Russische Föderation=Fédération de Russie=Россия
SE=Sverige
SI=Slovenija
SK=Slovak Republic=Slowakische Republik=République slovaque=Slovensko
SY=Syrian Arab Republic
SZ=Swaziland=Swasiland
TL=East Timor=Osttimor=Timor oriental
TR=Turkey=Turquie=Republic of Türkiye
TW=Chinese Taipei=Republic of China=Taiwan R.O.C.
TZ=United Republic of Tanzania=Tansania
UA=Україна=Ukraina
US=United States of America=USA=U.S.A.=US of A=Vereinigte Staaten von Amerika=États-Unis d'Amérique=Amerika=America
VA=Vatican=Vatikan=Holy See=Heiliger Stuhl=Saint-Siège
VE=Bolivarian Republic of Venezuela
VN=Viet Nam=Socialist Republic of Vietnam
XK=Kosova=Republic of Kosovo
ZA=RSA=Republic of South Africa";

/// What stands before a country's name in its full style, as [`text::search_key`] leaves it.
const STYLES: [&str; 16] = [
    "therepublicof",
    "republicof",
    "kingdomof",
    "thekingdomof",
    "stateof",
    "principalityof",
    "grandduchyof",
    "the",
    "republik",
    "konigreich",
    "furstentum",
    "grossherzogtum",
    "republiquede",
    "republiquedu",
    "royaumede",
    "principautede",
];

static COUNTRIES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    let mut add = |name: &str, code: &'static str| {
        for spelled in spellings(name) {
            names.entry(spelled).or_insert(code);
        }
    };
    for known in country::sorted(Lang::En) {
        add(known.code, known.code);
        Lang::ALL.iter().for_each(|lang| add(known.name(*lang), known.code));
    }
    let listed = ALPHA_3.split(' ').chain(ON_CARS.split(' ')).filter_map(|pair| pair.split_once('='));
    listed.for_each(|(name, code)| add(name, code));
    for line in OTHER_NAMES.lines() {
        let mut words = line.split('=');
        if let Some(code) = words.next() {
            words.for_each(|name| add(name, code));
        }
    }
    names
});

/// A name as it is compared: as it is, and as it is typed where the keyboard has no such letters.
fn spellings(name: &str) -> [String; 2] {
    let typed = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ß", "ss")];
    let plain = typed.iter().fold(name.to_string(), |name, (sign, letters)| name.replace(sign, letters));
    [text::search_key(name), text::search_key(&plain)]
}

/// The ISO code of a country given by code (ISO, the EU's `EL` and `UK`, or the letters on cars) or by name.
pub fn country_code(raw: &str) -> Option<String> {
    let listed = |name: &str| COUNTRIES.get(&text::search_key(name)).map(|code| (*code).to_string());
    let whole = listed(raw).or_else(|| country::parse(raw).ok());
    // `Iran (Islamic Republic of)`, `Moldova, Republic of`, `DE - Germany`
    let parts = || {
        raw.split(['(', ')', ',', '/'])
            .chain(raw.split(" - "))
            .filter(|part| *part != raw && part.trim().len() > 2)
    };
    whole.or_else(|| without_style(raw)).or_else(|| parts().find_map(listed))
}

fn without_style(raw: &str) -> Option<String> {
    let key = text::search_key(raw);
    let bare = STYLES.iter().find_map(|style| COUNTRIES.get(key.strip_prefix(style)?));
    bare.map(|code| (*code).to_string())
}
