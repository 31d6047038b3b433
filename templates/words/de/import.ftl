## import: lists of participants from a file

# what is wrong with a file
problem-import-too-large = Diese Datei ist größer als { $max } MB. Teilen Sie sie in mehrere Dateien auf und importieren Sie eine nach der anderen.
problem-import-empty = Diese Datei ist leer. Wählen Sie die Datei mit Ihrer Liste.
problem-import-is-not-csv = Das ist keine CSV-Datei. Speichern Sie Ihre Liste in Ihrem Tabellenprogramm als „CSV UTF-8“ und importieren Sie diese Datei.
problem-import-no-header = Keine Spalte dieser Datei ist bekannt. Die erste Zeile soll die Spalten nennen, etwa Name, E-Mail, Organisation, Land, Themen.
problem-import-no-name-column = Diese Datei hat keine Spalte mit Namen oder Organisationen. Ergänzen Sie eine Spalte „Name“ oder „Organisation“.
problem-import-no-rows = Diese Datei hat eine Kopfzeile und nichts darunter.
problem-import-too-many-rows = Diese Datei hat mehr als { $max } Zeilen. Teilen Sie sie in mehrere Dateien auf.
problem-import-too-many-columns = Diese Datei hat mehr als { $max } Spalten. Entfernen Sie, was nicht gebraucht wird.

problem-import-is-spreadsheet = Diese Datei ist keine Liste, die gelesen werden kann. Öffnen Sie sie in Ihrem Tabellenprogramm, wählen Sie „Speichern unter“ und das Format XLSX, ODS oder „CSV UTF-8“ und importieren Sie die neue Datei.
problem-import-bad-spreadsheet = Diese Tabelle ist beschädigt oder mit einem Passwort geschützt. Öffnen Sie sie in Ihrem Tabellenprogramm, speichern Sie sie ohne Passwort als XLSX oder ODS und importieren Sie die neue Datei.
problem-import-spreadsheet-too-large = Diese Tabelle wird beim Entpacken zu groß. Behalten Sie nur das Blatt mit Ihrer Liste, löschen Sie, was daneben und darunter steht, und importieren Sie sie noch einmal.
problem-import-state = Niemand hat gesagt, was der Status „{ $value }“ bedeutet. Wählen Sie oben, was mit diesen Personen geschieht, und prüfen Sie noch einmal.

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
import-sheet-facts = { $rows ->
    [one] Eine Zeile
   *[other] { NUMBER($rows) } Zeilen
} des Blatts „{ $sheet }“.
import-counts = { $new } neu, { $changed } geändert, { $same } gleich, { $faulty } fehlerhaft{ $registers ->
    [0] {""}
   *[other] , { NUMBER($registers) } bekannt und bisher nicht angemeldet
}{ $left ->
    [0] {""}
   *[other] , { NUMBER($left) } ausgelassen
}
import-left-out = In der Datei steht „{ $state }“. { $here ->
    [none] Nicht importiert.
    [registered] Hier angemeldet und bleibt es; sagen Sie bei Bedarf auf der Seite der Person ab.
    [waiting_list] Hier auf der Warteliste und bleibt dort.
    [awaiting_approval] Wartet hier auf Ihre Zusage und wartet weiter.
    [invited] Ist hier eingeladen und bleibt es.
   *[other] Hier nicht angemeldet, und dabei bleibt es.
}
import-left-as-it-is = { $here ->
    [cancelled] Hat hier abgesagt, und dabei bleibt es.
    [rejected] Wurde hier nicht angenommen, und dabei bleibt es.
    [declined] Hat hier abgelehnt, und dabei bleibt es.
    [unanswered] Hat hier nicht geantwortet, und dabei bleibt es.
   *[other] Hat hier noch nicht bestätigt, und dabei bleibt es.
}
import-row-registers = { $here ->
    [unconfirmed] Hier noch nicht bestätigt; wird jetzt angemeldet.
    [cancelled] Hatte hier abgesagt; wird wieder angemeldet.
    [rejected] Wurde hier nicht angenommen; wird jetzt angemeldet.
    [waiting_list] Hier auf der Warteliste; wird jetzt angemeldet, wenn ein Platz frei ist.
    [unanswered] Hat hier nicht geantwortet; wird jetzt angemeldet.
    [declined] Hatte hier abgelehnt; wird jetzt angemeldet.
   *[other] Wartet hier auf Zusage; wird jetzt angemeldet.
}
import-doubt = Vielleicht wurden die Buchstaben falsch gelesen. Als { $encoding } steht in der Datei: { $read }. Als { $other } stünde dort: { $meant }. Wählen Sie die Kodierung, in der die Namen stimmen.
import-doubt-alone = Einige Wörter sehen aus, als wären ihre Buchstaben falsch gelesen ({ $encoding }): { $read }. Versuchen Sie eine andere Kodierung oder speichern Sie die Liste noch einmal als „CSV UTF-8“.
import-undecided = { $count ->
    [one] Eine Spalte ist nicht bekannt und bleibt weg: { $titles }. Sagen Sie unten, was darin steht, oder lassen Sie sie weg.
   *[other] { NUMBER($count) } Spalten sind nicht bekannt und bleiben weg: { $titles }. Sagen Sie unten, was darin steht, oder lassen Sie sie weg.
}
import-states-open = { $count ->
    [one] Ein Status der Datei ist nicht bekannt. Sagen Sie unten, was mit diesen Personen geschieht.
   *[other] { NUMBER($count) } Status der Datei sind nicht bekannt. Sagen Sie unten, was mit diesen Personen geschieht.
}
import-lack-choose = Oder sagen Sie unten, welche Spalte was enthält.
import-reading = Wie die Datei gelesen wurde
import-encoding = Kodierung
import-delimiter = Zwischen den Zellen
import-sheet = Blatt
import-guessed = selbst gefunden: { $as }
import-mapping = Was jede Spalte ist
import-mapping-lead = Was Sie wählen, gilt auch für die nächste Datei mit diesen Spalten.
import-column-line = „{ $title }“: { $taken }
import-column-title = Spalte der Datei
import-column-untitled = (ohne Titel)
import-samples-title = Erste Zellen
import-column-state-title = Stand
import-taken-title = Gelesen als
import-column-choose = wählen …
import-column-ignore = weglassen
import-column-question = Frage: { $question }
import-column-taken = Übernommen
import-column-ignored = Weggelassen
import-column-open = Nicht entschieden
import-column-empty = { $count ->
    [one] eine leer
   *[other] { NUMBER($count) } leer
}
import-why-buyer = der Person, die zahlt, nicht des Gasts
import-why-bookkeeping = des anderen Systems
import-states = Was ein Status bedeutet
import-state-title = Status
import-state-rows = Zeilen
import-fate-title = Was geschieht
import-fate-import = importieren
import-fate-leave-out = auslassen
import-fate-wait = als wartend importieren
import-state-theirs = „{ $state }“ in „{ $title }“
import-state-ours = { $here ->
    [unconfirmed] Hier: noch nicht bestätigt
    [cancelled] Hier: abgesagt
    [rejected] Hier: nicht angenommen
    [waiting_list] Hier: auf der Warteliste
    [declined] Hier: abgelehnt
    [unanswered] Hier: Einladung nicht beantwortet
   *[other] Hier: wartet auf Zusage
}
import-own-import = anmelden
import-own-leave = lassen, wie es ist
import-topics-title = Themen, die der Veranstaltung fehlen
import-topics-lead = Setzen Sie ein Häkchen bei denen, die die Veranstaltung bekommen soll. Jedes kann einen anderen Namen bekommen: Zwei mit demselben Namen werden ein Thema, und der Name eines Themas der Veranstaltung meint dieses Thema. Ohne Häkchen bleibt ein Thema weg.
import-topics-from = Häkchen bei denen, die mindestens so viele Zeilen nennen
import-topics-from-help = Leer: Bis zu 40 haben alle ein Häkchen, von mehr als 40 keines. Prüfen Sie dann noch einmal.
import-topic-title = In der Datei
import-topic-name = Name in der Veranstaltung
import-topic-name-of = Name in der Veranstaltung für „{ $topic }“
import-topics-more = { $count ->
    [one] Ein weiteres, das wenige Zeilen nennen, ist nicht gezeigt.
   *[other] { NUMBER($count) } weitere, die wenige Zeilen nennen, sind nicht gezeigt.
}
import-answers = Antworten, die sich ändern
import-answers-lead = Ein Häkchen übernimmt, was in der Datei steht. Was jemand selbst gesagt hat, hat keines: Es bleibt, wenn Sie keines setzen.
import-answer-title = Antwort
import-old-title = Jetzt hier
import-new-title = In der Datei
import-said-title = Hier gesagt von
import-said-themselves = der Person selbst
import-said-import = Import
import-take = { $answer }
import-rows-registers = Bekannt, bisher nicht angemeldet
import-rows-left = Ausgelassen
import-tells-registers = Was geschieht
import-tells-left = Grund
import-lead = Aus einer Liste, die Sie schon haben: XLSX, ODS oder CSV aus Ihrem Tabellenprogramm oder dem Export von pretix, Indico, Eventbrite und anderen. Sie sehen zuerst, was sich ändern würde; Mails gehen nur hinaus, wenn Sie es wollen.
import-file-help = XLSX, ODS oder CSV in jeder üblichen Kodierung, höchstens { $max } MB. Die erste Zeile nennt die Spalten.
import-file-facts = { $rows ->
    [one] Eine Zeile
   *[other] { NUMBER($rows) } Zeilen
} gelesen als { $encoding }, Zellen getrennt durch { $delimiter }.
import-delimiter-tab = Tabulatoren
import-delimiter-sign = „{ $sign }“
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
import-file = Datei
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
import-breaks = { $meetings ->
    [one] Dieser Import betrifft { $meetings } veröffentlichtes Gespräch von { $people } Personen: Es kann nicht mehr stattfinden. Importieren Sie trotzdem, bietet die Seite des Plans an, den Plan zu reparieren oder das Gespräch abzusagen; oder wählen Sie unten, welche Änderungen wegbleiben.
   *[other] Dieser Import betrifft { $meetings } veröffentlichte Gespräche von { $people } Personen: Sie können nicht mehr stattfinden. Importieren Sie trotzdem, bietet die Seite des Plans an, den Plan zu reparieren oder die Gespräche abzusagen; oder wählen Sie unten, welche Änderungen wegbleiben.
}
