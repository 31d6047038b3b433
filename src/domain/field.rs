//! What every event asks of who somebody is, a row for each field. Form, review, history, lists, files, import and
//! erasure are made of these rows; a further field is a row here and its words.

use super::answer::Kind;
use super::text;

/// A field of the registration form. Its words are `field-CODE`, `field-CODE-question` where the form asks in other
/// words, `field-CODE-help`, and `field-CODE-shown` for the tick that shows it to others.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// As stored, in forms and in files.
    pub code: &'static str,
    pub kind: Kind,
    /// What is said where the answer is missing; none if it may be.
    pub required: Option<&'static str>,
    pub shown: Shown,
    /// The entry of the register of personal data ([`super::personal_data::REGISTER`]) that says what for, on which legal
    /// basis and how long it is kept.
    pub purpose: &'static str,
    /// Whether match rounds, and the order in which people are listed for somebody, go by it.
    pub matched: bool,
    /// Whether it is asked only where people meet online, each where they are.
    pub online: bool,
    /// Whether it tells where somebody is, in one line with the others that do.
    pub in_place: bool,
    /// Whether colleagues have it in common, so that an invitation to one begins with it.
    pub of_colleagues: bool,
    /// What browsers fill in (HTML, 4.10.18.7); may be empty.
    pub autocomplete: &'static str,
    /// Its property in a card of contact details (RFC 2426); empty where it is in none.
    pub vcard: &'static str,
    /// Header names in files to import as [`text::search_key`] leaves them, divided by spaces, the best first; without the
    /// words that say whose (`documents::participant_list::headers`). Its words in the catalogues are understood too.
    pub headers: &'static str,
}

/// What other participants see of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Nothing: it is for the organisers alone.
    Organisers,
    /// Whoever sees the person sees it.
    Listed,
    /// Nothing, unless its owner ticked it.
    IfTicked,
}

// The fields that rules go by; [`super::participant::Person`] has a member for each.
/// The name for the badge.
pub const NAME: &str = "name";
/// Where mails go.
pub const EMAIL: &str = "email";
/// Whom they speak for.
pub const ORGANISATION: &str = "organisation";
/// Its kind.
pub const ORGANISATION_TYPE: &str = "organisation_type";
/// Where they work.
pub const COUNTRY: &str = "country";
/// As what they take part.
pub const PARTICIPANT_TYPE: &str = "participant_type";
/// What they can talk in.
pub const LANGUAGES: &str = "languages";

/// What they do there; a message to somebody says it of its author.
pub const JOB_TITLE: &str = "job_title";

/// By which clock they live while the event goes on.
pub const TIME_ZONE: &str = "time_zone";
/// The hours of their own day in which they meet.
pub const MEETING_HOURS: &str = "meeting_hours";

/// The rows, in the order of the form.
pub static FIELDS: [Field; 13] = [
    Field {
        code: NAME,
        kind: Kind::Name,
        required: Some("problem-name-missing"),
        shown: Shown::IfTicked,
        purpose: "contact",
        matched: false,
        online: false,
        in_place: false,
        of_colleagues: false,
        autocomplete: "name",
        vcard: "FN",
        headers: "fullname name vollstandigername vorundnachname vornamenachname nomcomplet contactperson ansprechpartner ansprechpartnerin kontaktperson prenometnom \
            nometprenom",
    },
    Field {
        code: EMAIL,
        kind: Kind::Email,
        required: Some("problem-email-missing"),
        shown: Shown::Organisers,
        purpose: "contact",
        matched: false,
        online: false,
        in_place: false,
        of_colleagues: false,
        autocomplete: "email",
        vcard: "EMAIL",
        headers: "email emailaddress emailadresse mail mailadresse courriel adresseemail adressemail \
            adressecourriel adresseelectronique",
    },
    Field {
        code: ORGANISATION,
        kind: Kind::Line { max: text::NAME_MAX },
        required: Some("problem-organisation-missing"),
        shown: Shown::Listed,
        purpose: "organisation",
        matched: true,
        online: false,
        in_place: false,
        of_colleagues: true,
        autocomplete: "organization",
        vcard: "ORG",
        headers: "organisation organization organisationname organizationname nameofthelegalentity company \
            companyname firma firmenname unternehmen einrichtung institution entreprise societe organisme \
            structure affiliation employer arbeitgeber exhibitor aussteller exposant nameofyourorganisation",
    },
    Field {
        code: ORGANISATION_TYPE,
        kind: Kind::OrganisationType,
        required: Some("problem-organisation-type-missing"),
        shown: Shown::Listed,
        purpose: "kind",
        matched: true,
        online: false,
        in_place: false,
        of_colleagues: true,
        autocomplete: "",
        vcard: "",
        headers: "organisationtype organizationtype typeoforganisation typeoforganization \
            organisationtypename organisationstyp artderorganisation artdereinrichtung typedorganisation \
            typedorganisme typedestructure activitytype",
    },
    Field {
        code: JOB_TITLE,
        kind: Kind::Line { max: 100 },
        required: None,
        shown: Shown::IfTicked,
        purpose: "answers",
        matched: false,
        online: false,
        in_place: false,
        of_colleagues: false,
        autocomplete: "organization-title",
        vcard: "TITLE",
        headers: "jobtitle position function funktion berufsbezeichnung fonction poste intituleduposte",
    },
    Field {
        code: COUNTRY,
        kind: Kind::Country,
        required: Some("problem-country-missing"),
        shown: Shown::Listed,
        purpose: "kind",
        matched: true,
        online: false,
        in_place: true,
        of_colleagues: true,
        autocomplete: "country",
        vcard: "",
        headers: "country countrycode homecountry countryiso land staat landercode pays codepays",
    },
    Field {
        code: "city",
        kind: Kind::Line { max: text::SHORT_MAX },
        required: None,
        shown: Shown::IfTicked,
        purpose: "answers",
        matched: false,
        online: false,
        in_place: true,
        of_colleagues: true,
        autocomplete: "address-level2",
        vcard: "",
        headers: "city homecity town stadt ort ville commune",
    },
    Field {
        code: "website",
        kind: Kind::WebAddress,
        required: None,
        shown: Shown::IfTicked,
        purpose: "answers",
        matched: false,
        online: false,
        in_place: false,
        of_colleagues: false,
        autocomplete: "url",
        vcard: "URL",
        headers: "website webseite webadresse webaddress homepage internetseite siteweb siteinternet \
            adresseweb",
    },
    Field {
        code: "self_description",
        kind: Kind::Text { max: 400 },
        required: None,
        shown: Shown::IfTicked,
        purpose: "answers",
        matched: false,
        online: false,
        in_place: false,
        of_colleagues: false,
        autocomplete: "",
        vcard: "",
        headers: "selfdescription aboutme about bio biography selbstbeschreibung ubermich kurzvorstellung \
            biografie aproposdemoi presentation biographie",
    },
    Field {
        code: PARTICIPANT_TYPE,
        kind: Kind::ParticipantType,
        required: Some("problem-participant-type-missing"),
        shown: Shown::Listed,
        purpose: "kind",
        matched: true,
        online: false,
        in_place: false,
        of_colleagues: true,
        autocomplete: "",
        vcard: "",
        headers: "participanttype participantcategory attendeetype typeofparticipant stakeholdergroup \
            teilnehmertyp teilnehmerart teilnehmergruppe typedeparticipant categoriedeparticipant",
    },
    Field {
        code: LANGUAGES,
        kind: Kind::Languages,
        required: Some("problem-languages-missing"),
        shown: Shown::Listed,
        purpose: "interests",
        matched: true,
        online: false,
        in_place: false,
        of_colleagues: false,
        autocomplete: "",
        vcard: "",
        headers: "languages spokenlanguages languagesspoken sprachen gesprachssprachen sprachkenntnisse \
            langues languesparlees",
    },
    Field {
        code: TIME_ZONE,
        kind: Kind::TimeZone,
        required: None,
        shown: Shown::Organisers,
        purpose: "answers",
        matched: true,
        online: true,
        in_place: false,
        of_colleagues: true,
        autocomplete: "",
        vcard: "",
        headers: "timezone zeitzone fuseauhoraire fuseau",
    },
    Field {
        code: MEETING_HOURS,
        kind: Kind::DayHours,
        required: None,
        shown: Shown::Organisers,
        purpose: "answers",
        matched: true,
        online: true,
        in_place: false,
        of_colleagues: false,
        autocomplete: "",
        vcard: "",
        headers: "meetinghours hours gesprachszeiten gesprachszeit uhrzeiten heuresderendezvous heures",
    },
];

impl Field {
    /// Whether rules go by it, so that it is a member of a person.
    pub fn is_member(&self) -> bool {
        [NAME, EMAIL, ORGANISATION, ORGANISATION_TYPE, COUNTRY, PARTICIPANT_TYPE, LANGUAGES]
            .contains(&self.code)
    }
}

/// The row with this code.
pub fn find(code: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.code == code)
}

/// A key of a field's words; the end is empty or `-help` and the like.
pub fn word(code: &str, end: &str) -> String {
    format!("field-{}{end}", code.replace('_', "-"))
}
