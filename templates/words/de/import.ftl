## import: lists of participants from a file

# what is wrong with a file
problem-import-too-large = Diese Datei ist größer als { $max } MB. Teilen Sie sie in mehrere Dateien auf und importieren Sie eine nach der anderen.
problem-import-empty = Diese Datei ist leer. Wählen Sie die Datei mit Ihrer Liste.
problem-import-is-spreadsheet = Das ist eine Tabellendatei, keine CSV-Datei. Öffnen Sie sie in Ihrem Tabellenprogramm, wählen Sie „Speichern unter“ und das Format „CSV UTF-8“ und importieren Sie die neue Datei.
problem-import-is-not-csv = Das ist keine CSV-Datei. Speichern Sie Ihre Liste in Ihrem Tabellenprogramm als „CSV UTF-8“ und importieren Sie diese Datei.
problem-import-no-header = Keine Spalte dieser Datei ist bekannt. Die erste Zeile soll die Spalten nennen, etwa Name, E-Mail, Organisation, Land, Themen.
problem-import-no-name-column = Diese Datei hat keine Spalte mit Namen oder Organisationen. Ergänzen Sie eine Spalte „Name“ oder „Organisation“.
problem-import-no-rows = Diese Datei hat eine Kopfzeile und nichts darunter.
problem-import-too-many-rows = Diese Datei hat mehr als { $max } Zeilen. Teilen Sie sie in mehrere Dateien auf.
problem-import-too-many-columns = Diese Datei hat mehr als { $max } Spalten. Entfernen Sie, was nicht gebraucht wird.

# what is wrong with a row
problem-import-open-quote = In dieser Zeile öffnet sich ein Anführungszeichen und schließt sich nie. Schließen oder entfernen Sie es und importieren Sie die Datei noch einmal: Alles darunter wurde als eine einzige Zelle gelesen.
problem-import-too-many-cells = Diese Zeile hat { $cells } Zellen, die Kopfzeile { $columns }. Setzen Sie Zellen, die das Trennzeichen enthalten, in Anführungszeichen.
problem-import-unreadable = Einige Zeichen dieser Zeile sind nicht lesbar. Speichern Sie die Datei als „CSV UTF-8“ und importieren Sie sie noch einmal.
problem-import-nobody = Diese Zeile nennt weder eine Person noch eine Organisation.
problem-import-email-twice = Diese Adresse steht schon in Zeile { $line } für { $name }. Jede Person braucht eine eigene Adresse.
problem-import-country = „{ $value }“ ist kein Land, das hier bekannt ist. Schreiben Sie den Namen auf Deutsch, Englisch oder Französisch oder den Code aus zwei Buchstaben, etwa DE.
problem-import-organisation-type = „{ $value }“ ist keine Art von Organisation. Schreiben Sie zum Beispiel cluster, startup, sme, company, higher_education, research_organisation, public_authority, investor oder other.
problem-import-participant-type = „{ $value }“ ist keine Teilnehmergruppe dieser Veranstaltung. Schreiben Sie sie wie in den Einstellungen oder legen Sie sie dort zuerst an.
problem-import-language = „{ $value }“ ist keine Sprache, die hier bekannt ist. Schreiben Sie ihren Namen oder den Code aus zwei Buchstaben, etwa fr.
problem-import-topic = „{ $value }“ ist kein Thema dieser Veranstaltung. Schreiben Sie es wie in der Themenliste oder lassen Sie neue Themen zu.
problem-import-too-many-topics = Diese Zelle nennt mehr als { $max } Themen. Behalten Sie die wichtigsten.
problem-import-text-without-topic = Dieser Text gehört zu keinem Thema. Nennen Sie in der Spalte „Themen“ ein Thema.
problem-import-gone = Das andere System meldet „{ $value }“: Diese Person kommt nicht. Löschen Sie die Zeile oder ihren Status.

# columns
import-column-first-name = Vorname
import-column-last-name = Nachname
import-column-topics = Angebote und Gesuche
import-column-offers = Angebote
import-column-seeks = Gesuche
import-column-language = Sprache der Mails
import-column-max-meetings = höchstens Gespräche
import-column-status = Status

# the command line and the page
import-file-facts = { $rows ->
    [one] Eine Zeile
   *[other] { NUMBER($rows) } Zeilen
} gelesen als { $encoding }, Zellen getrennt durch { $delimiter }.
import-delimiter-tab = Tabulatoren
import-delimiter-sign = „{ $sign }“
import-counts = { $new } neu, { $changed } geändert, { $same } gleich, { $faulty } fehlerhaft
import-new-topics = { $count ->
    [one] Ein Thema kommt zur Veranstaltung hinzu: { $topics }
   *[other] { NUMBER($count) } Themen kommen zur Veranstaltung hinzu: { $topics }
}
import-row-at = Zeile { $line }
import-row-at-column = Zeile { $line }, Spalte { $column }
import-row-at-title = Zeile { $line }, Spalte { $column } „{ $title }“
import-row-repeats = wie Zeile { $line }
import-row-adds = ergänzt Zeile { $line }
import-done-nothing = Nichts hat sich geändert: Alles war schon bekannt.
import-done-registered = { $count ->
    [one] Eine Person ist neu angemeldet.
   *[other] { NUMBER($count) } sind neu angemeldet.
}
import-done-waiting = { $count ->
    [one] Eine steht auf der Warteliste: Alle Plätze sind vergeben.
   *[other] { NUMBER($count) } stehen auf der Warteliste: Alle Plätze sind vergeben.
}
import-done-changed = { $count ->
    [one] Ein Eintrag ist geändert.
   *[other] { NUMBER($count) } Einträge sind geändert.
}
import-nothing-stored = Nichts wurde importiert: { $faulty ->
    [one] Eine Zeile ist fehlerhaft
   *[other] { NUMBER($faulty) } Zeilen sind fehlerhaft
}. Berichtigen Sie die Datei oder importieren Sie nur die guten Zeilen.
problem-import-file-missing = Wählen Sie die Datei mit Ihrer Liste.
import-title = Teilnehmende importieren
import-lead = Aus einer Liste, die Sie schon haben: einer CSV-Datei aus Ihrem Tabellenprogramm oder dem Export von pretix, Indico, Eventbrite und anderen. Sie sehen zuerst, was sich ändern würde; Mails gehen nur hinaus, wenn Sie es wollen.
import-file = Datei
import-file-help = CSV in jeder üblichen Kodierung, höchstens { $max } MB. Die erste Zeile nennt die Spalten.
import-topics = Themen, die der Veranstaltung fehlen, in ihre Liste aufnehmen
import-topics-help = Sonst gelten Zeilen mit anderen Themen als fehlerhaft.
import-mail = Neue Teilnehmende per Mail benachrichtigen, dass sie angemeldet sind
import-mail-help = Nur, wessen Zeile eine Adresse hat.
import-check = Zeigen, was sich ändern würde
import-check-again = Mit diesen Einstellungen noch einmal prüfen
import-columns-title = Spalten
import-columns-text = { $fields }, Themen, Angebote, Gesuche, Sprache, max_meetings. Statt des Namens können Vorname und Nachname stehen. Ein Name oder eine Organisation genügt; mehrere Themen stehen in einer Zelle, getrennt durch Semikolons. Eine Zeile ohne Adresse steht als Organisation, die nie Mails bekommt.
import-plan-title = Was diese Datei ändern würde
import-plan-lead = Noch ist nichts gespeichert.
import-rows-new = Neu
import-rows-changed = Geändert
import-rows-same = Gleich
import-rows-faulty = Fehlerhaft
import-tells-new = Bemerkung
import-tells-changed = Was sich ändert
import-tells-same = Bemerkung
import-tells-faulty = Was zu tun ist
import-line-title = Zeile
import-who-title = Wer
import-reason-title = Grund
import-more = { $count ->
    [one] Eine weitere ist nicht gezeigt.
   *[other] { NUMBER($count) } weitere sind nicht gezeigt.
}
import-all-rows = { $count ->
    [one] Die Zeile importieren
   *[other] Alle { NUMBER($count) } Zeilen importieren
}
import-good-rows = { $count ->
    [one] Nur die gute Zeile importieren
   *[other] Nur die { NUMBER($count) } guten Zeilen importieren
}
import-faulty-file = Fehlerhafte Zeilen herunterladen
import-other-file = Andere Datei wählen
import-nothing-new = Alles in dieser Datei ist schon bekannt. Es gibt nichts zu importieren.
