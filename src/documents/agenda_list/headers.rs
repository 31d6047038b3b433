//! Titles of the columns of an agenda, in German, English and French.

use crate::domain::lang::Lang;
use crate::domain::text;

/// What a column of an agenda holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// What tells an entry from all others, in whatever file.
    Uid,
    Date,
    Start,
    End,
    Title,
    Text,
    Speakers,
    Language,
    Place,
    Link,
    Places,
    Types,
    /// Of a meeting block: how long a meeting is.
    SlotMinutes,
    PauseMinutes,
    SlotCount,
}

/// Titles as [`text::search_key`] makes them, separated by spaces.
const TITLES: [(Column, &str); 15] = [
    (Column::Uid, "uid id kennung identifiant"),
    (Column::Date, "date day datum tag jour"),
    (
        Column::Start,
        "start starts begin begins beginning from starttime startdate dtstart von beginn anfang startzeit debut heurededebut",
    ),
    (Column::End, "end ends until to endtime enddate dtend bis ende endzeit fin heuredefin"),
    (
        Column::Title,
        "title session sessiontitle name summary topic subject titel programmpunkt betreff thema titre intitule sujet",
    ),
    (Column::Text, "text texte description abstract content beschreibung inhalt descriptif resume contenu"),
    (
        Column::Speakers,
        "speakers speaker presenter presenters referierende referenten referentinnen vortragende redner sprecher intervenants intervenant orateurs orateur",
    ),
    (Column::Language, "language sprache langue"),
    (Column::Place, "room location place venue raum ort saal salle lieu"),
    (Column::Link, "link url web webseite weblink lien siteweb"),
    (Column::Places, "places seats capacity platze plaetze kapazitat teilnehmerzahl capacite"),
    (
        Column::Types,
        "types type participanttypes participanttype teilnehmertypen teilnehmertyp teilnehmergruppen fur categories categorie typesdeparticipants",
    ),
    (
        Column::SlotMinutes,
        "minutespermeeting meetingminutes slotminutes minutenprogesprach gesprachsminuten minutesparrendezvous",
    ),
    (
        Column::PauseMinutes,
        "minutesbetweenmeetings pauseminutes pause minutenzwischengesprachen minutesentrerendezvous",
    ),
    (Column::SlotCount, "numberofmeetings slots slotcount anzahlgesprache anzahltermine nombrederendezvous"),
];

/// What a column holds by its title, and in which language: `Title (de)` is the German title.
pub(super) fn column(title: &str) -> Option<(Column, Option<Lang>)> {
    let line = text::line(title);
    let (name, lang) = match line.rsplit_once('(') {
        Some((name, rest)) => match lang(rest.trim_end_matches(')')) {
            Some(lang) => (name.to_string(), Some(lang)),
            None => (line.clone(), None),
        },
        None => (line.clone(), None),
    };
    let key: String = text::search_key(&name);
    let found = TITLES.iter().find(|(_, titles)| titles.split(' ').any(|known| known == key));
    let (column, _) = found?;
    let lang = lang.filter(|_| matches!(column, Column::Title | Column::Text));
    Some((*column, lang))
}

/// A language by its code or its own name.
fn lang(name: &str) -> Option<Lang> {
    let name = name.trim().to_lowercase();
    Lang::ALL.into_iter().find(|lang| lang.code() == name || lang.own_name().to_lowercase() == name)
}
