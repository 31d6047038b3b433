# Die eigenen Fragen einer Veranstaltung.

# Liste
nav-questions = Fragen
questions-lead = Was Sie Teilnehmende über die Felder des Formulars hinaus fragen. Die Fragen stehen am Ende des ersten Schritts, in dieser Reihenfolge.
questions-empty = Diese Veranstaltung stellt noch keine eigenen Fragen.
questions-facts = Wie gefragt wird
questions-given = Antworten
questions-order = Reihenfolge
questions-up = Nach oben
questions-down = Nach unten
questions-new = Frage hinzufügen
questions-full = Diese Veranstaltung hat { NUMBER($most) } Fragen, mehr sind nicht möglich. Entfernen Sie eine Frage ohne Antworten, bevor Sie eine neue hinzufügen.
questions-closed = Geschlossen
questions-answers = { $count ->
    [0] Keine Antworten
    [one] 1 Antwort
   *[other] { NUMBER($count) } Antworten
}
questions-required = Pflichtfrage
questions-only-types = Nur für: { $types }
questions-only-if = Nur bei „{ $question }“: { $answer }
questions-unseen = Nur Ihr Team sieht die Antworten
questions-life = { $days ->
    [0] Die Antworten werden am Tag nach der Veranstaltung gelöscht
    [one] Die Antworten werden 1 Tag nach der Veranstaltung gelöscht
   *[other] Die Antworten werden { NUMBER($days) } Tage nach der Veranstaltung gelöscht
}
questions-counts-same = Gleiche Antwort: { NUMBER($points) } Punkte in einer Runde
questions-counts-different = Verschiedene Antworten: { NUMBER($points) } Punkte in einer Runde
questions-ready = Fertige Fragen
questions-ready-lead = In den Sprachen Ihrer Veranstaltung und so, wie das Gesetz es verlangt: Die Antwort ist freiwillig, nur Ihr Team sieht sie, und sie wird früh gelöscht. Die Texte können Sie danach ändern.
questions-own = Fragen zu dieser Veranstaltung

# eine Frage
question-new-title = Neue Frage
question-title = Frage
question-label = Frage
question-label-help = Kurz, so wie sie auch in Listen steht, zum Beispiel „Branche“.
question-help = Hilfe
question-help-help = Steht unter der Frage. Sagen Sie hier, wozu die Antwort dient.
question-kind = Art der Antwort
question-kind-fixed = Es gibt Antworten, deshalb bleibt die Art. Sie können diese Frage schließen und eine neue hinzufügen.
question-kind-text = Eine Zeile Text
question-kind-long-text = Mehrere Zeilen Text
question-kind-one = Eine von mehreren Möglichkeiten
question-kind-several = Mehrere von mehreren Möglichkeiten
question-kind-number = Eine ganze Zahl
question-kind-date = Ein Datum
question-kind-country = Ein Land
question-kind-agree = Ein Häkchen: „Ich stimme zu“
question-choice = Möglichkeit { $number }
question-choice-help = Um eine Möglichkeit zu entfernen, die niemand gewählt hat, leeren Sie ihr Feld.
question-choices = Neue Möglichkeiten
question-choices-help = Für „eine“ und „mehrere“ Möglichkeiten: eine je Zeile, höchstens { NUMBER($most) }.
question-choices-help-languages = Für „eine“ und „mehrere“ Möglichkeiten: eine je Zeile, höchstens { NUMBER($most) }, in jeder Sprache: { $form }
question-required = Eine Antwort ist Pflicht
question-visible = Andere Teilnehmende sehen die Antworten
question-visible-help = Nur die Antworten von Personen, die für andere sichtbar sind. Sonst sieht nur Ihr Team die Antworten.
question-types = Nur für diese Teilnahmegruppen
question-types-help = Ohne Häkchen werden alle gefragt.
question-condition = Nur bei dieser Antwort auf eine frühere Frage
question-condition-help = Alle anderen müssen nicht antworten.
question-condition-none = Immer fragen
question-condition-entry = { $question }: { $answer }
question-condition-country = das Land unten
question-condition-country-label = Land der Bedingung
question-comparison = In einer Matching-Runde
question-comparison-help = Zwei Personen bekommen die Punkte gemeinsam. Bei mehreren Möglichkeiten genügt eine gemeinsame als gleiche Antwort.
question-comparison-none = Zählt nicht
question-comparison-same = Die gleiche Antwort zählt
question-comparison-different = Verschiedene Antworten zählen
question-points = Punkte
question-points-help = Von 1 bis { NUMBER($most) }, neben den Punkten in den Einstellungen der Runde
question-life = Tage nach der Veranstaltung, bis die Antworten gelöscht werden
question-life-help = Höchstens { NUMBER($days) }. Ohne Zahl bleiben die Antworten so lange wie alles andere über eine Person.
question-purpose-access = Die Antworten können etwas über die Gesundheit verraten. Deshalb ist die Antwort freiwillig, nur Ihr Team sieht sie, sie zählt nicht in Runden, und sie wird früh gelöscht (Artikel 9 DSGVO).
question-purpose-food = Die Antworten können etwas über Gesundheit oder Religion verraten. Deshalb ist die Antwort freiwillig, nur Ihr Team sieht sie, sie zählt nicht in Runden, und sie wird früh gelöscht (Artikel 9 DSGVO).
question-is-closed = Diese Frage ist geschlossen: Niemand wird gefragt.
question-closing = Schließen oder öffnen
question-closing-lead = Eine geschlossene Frage wird nicht mehr gestellt. Die Antworten bleiben.
question-close = Diese Frage schließen
question-open = Diese Frage wieder stellen
remove-question-text = Niemand hat diese Frage beantwortet. Sie wird aus dem Formular entfernt.

# neben einer Frage im Formular
question-no-answer = Keine Angabe
question-seen = Andere Teilnehmende sehen die Antwort, wenn Sie für sie sichtbar sind.
question-unseen = Nur der Veranstalter sieht die Antwort.
question-kept = { $days ->
    [0] Sie wird am Tag nach der Veranstaltung gelöscht.
    [one] Sie wird 1 Tag nach der Veranstaltung gelöscht.
   *[other] Sie wird { NUMBER($days) } Tage nach der Veranstaltung gelöscht.
}
question-consent-access = { $days ->
    [0] Die Antwort ist freiwillig und kann etwas über Ihre Gesundheit verraten. Mit Ihrer Antwort willigen Sie ein, dass der Veranstalter sie nutzt, um Barrieren für Sie zu beseitigen. Sie wird am Tag nach der Veranstaltung gelöscht. Sie können sie jederzeit entfernen.
    [one] Die Antwort ist freiwillig und kann etwas über Ihre Gesundheit verraten. Mit Ihrer Antwort willigen Sie ein, dass der Veranstalter sie nutzt, um Barrieren für Sie zu beseitigen. Sie wird 1 Tag nach der Veranstaltung gelöscht. Sie können sie jederzeit entfernen.
   *[other] Die Antwort ist freiwillig und kann etwas über Ihre Gesundheit verraten. Mit Ihrer Antwort willigen Sie ein, dass der Veranstalter sie nutzt, um Barrieren für Sie zu beseitigen. Sie wird { NUMBER($days) } Tage nach der Veranstaltung gelöscht. Sie können sie jederzeit entfernen.
}
question-consent-food = { $days ->
    [0] Die Antwort ist freiwillig und kann etwas über Ihre Gesundheit oder Religion verraten. Mit Ihrer Antwort willigen Sie ein, dass der Veranstalter sie nutzt, um Essen zu bestellen. Sie wird am Tag nach der Veranstaltung gelöscht. Sie können sie jederzeit entfernen.
    [one] Die Antwort ist freiwillig und kann etwas über Ihre Gesundheit oder Religion verraten. Mit Ihrer Antwort willigen Sie ein, dass der Veranstalter sie nutzt, um Essen zu bestellen. Sie wird 1 Tag nach der Veranstaltung gelöscht. Sie können sie jederzeit entfernen.
   *[other] Die Antwort ist freiwillig und kann etwas über Ihre Gesundheit oder Religion verraten. Mit Ihrer Antwort willigen Sie ein, dass der Veranstalter sie nutzt, um Essen zu bestellen. Sie wird { NUMBER($days) } Tage nach der Veranstaltung gelöscht. Sie können sie jederzeit entfernen.
}
question-only-types = Nur bei Teilnahme als: { $types }.
question-only-if = Nur wenn Ihre Antwort auf „{ $question }“ „{ $answer }“ ist.

# fertige Fragen
question-ready-access = Barrierefreiheit
question-ready-access-help = Was brauchen Sie, um gut teilnehmen zu können? Zum Beispiel einen Platz für einen Rollstuhl, Gebärdensprache oder einen ruhigen Raum.
question-ready-access-add = Nach Barrierefreiheit fragen
question-ready-access-lead = Eine Frage mit Platz für Text: was Menschen brauchen, um gut teilnehmen zu können.
question-ready-food = Essen
question-ready-food-help = Was möchten Sie essen?
question-ready-food-any = Ich esse alles
question-ready-food-vegetarian = Vegetarisch
question-ready-food-vegan = Vegan
question-ready-food-else = Etwas anderes
question-ready-food-what = Welches andere Essen?
question-ready-food-what-help = Zum Beispiel ohne Gluten, halal oder koscher.
question-ready-food-add = Nach dem Essen fragen
question-ready-food-lead = Zwei Fragen: was Menschen essen, und bei „etwas anderes“, was das ist.

# Teilnahmeliste, Import, Verlauf
participants-question = Antwort auf eine Frage
participants-answer = Antwort
participants-any-answer = Jede Antwort
import-column-questions = Antworten auf die eigenen Fragen der Veranstaltung
change-untold = { $question }: geändert
log-question-added = Frage hinzugefügt
log-question-changed = Frage geändert
log-question-closed = Frage geschlossen
log-question-opened = Frage geöffnet
log-question-removed = Frage entfernt
log-questions-arranged = Reihenfolge der Fragen geändert

# Runde
term-same-answer = Gleiche Antwort: { $question }
term-different-answer = Verschiedene Antworten: { $question }
term-answers = Antworten auf die Fragen der Veranstaltung
round-questions = Ihre eigenen Fragen
round-questions-help = Diese Punkte kommen hinzu. Sie legen sie bei jeder Frage fest.

# Verzeichnis der personenbezogenen Daten
stored-needs = Antworten zu Barrierefreiheit und Essen
stored-needs-why = Um Barrieren zu beseitigen und Essen zu bestellen
stored-basis-explicit = Ihre ausdrückliche Einwilligung: Artikel 6 Absatz 1 Buchstabe a und Artikel 9 Absatz 2 Buchstabe a DSGVO
stored-life-question = 14 Tage nach der Veranstaltung, wenn der Veranstalter bei der Frage nichts anderes festgelegt hat

# Fehler
problem-answer-missing = Beantworten Sie diese Frage.
problem-question-label-missing = Geben Sie die Frage auf { $language } ein.
problem-question-twice = Die Veranstaltung hat schon eine Frage mit diesem Namen. Wählen Sie einen anderen.
problem-question-kind-fixed = Diese Frage hat Antworten, deshalb kann sich ihre Art nicht ändern. Schließen Sie sie und fügen Sie eine neue hinzu.
problem-question-choice-used = Jemand hat dies gewählt, oder eine andere Frage hängt davon ab. Geben Sie den Namen wieder ein; entfernen lässt es sich nicht.
problem-question-choice-twice = Zwei Möglichkeiten heißen gleich. Ändern Sie eine davon.
problem-question-choices-many = Eine Frage hat höchstens { NUMBER($most) } Möglichkeiten. Entfernen Sie einige.
problem-question-choices-few = Geben Sie mindestens zwei Möglichkeiten ein.
problem-question-comparison-kind = Texte lassen sich in einer Runde nicht vergleichen. Wählen Sie „Zählt nicht“ oder eine andere Art der Antwort.
problem-question-condition = Wählen Sie eine Antwort auf eine Frage, die vor dieser steht.
problem-question-life-missing = Geben Sie ein, nach wie vielen Tagen die Antworten gelöscht werden.
problem-question-life-promised = Teilnehmenden wurden { NUMBER($days) } Tage zugesagt. Geben Sie eine Zahl ein, die nicht größer ist.
problem-question-sensitive = Antworten zu Barrierefreiheit oder Essen sind freiwillig, nur Ihr Team sieht sie, und sie zählen nicht in Runden.
problem-question-visible-later = Die Antworten wurden nur für Ihr Team gegeben, deshalb können andere sie jetzt nicht sehen. Fügen Sie dafür eine neue Frage hinzu.
problem-question-decides = Eine andere Frage hängt von der Antwort auf diese ab. Ändern Sie zuerst deren Bedingung.
problem-question-order = Eine Frage bleibt unter der Frage, von der sie abhängt. Ändern Sie zuerst ihre Bedingung.
problem-question-answered = Diese Frage hat Antworten, deshalb lässt sie sich nicht entfernen. Schließen Sie sie stattdessen.
problem-question-there = Die Veranstaltung fragt das schon.
problem-questions-many = Eine Veranstaltung hat höchstens { NUMBER($most) } Fragen. Entfernen Sie eine Frage ohne Antworten, bevor Sie eine neue hinzufügen.
problem-type-asked = Eine Frage wird nur dieser Gruppe gestellt. Ändern Sie die Frage, bevor Sie die Gruppe entfernen.
problem-import-choice = „{ $value }“ ist keine der Möglichkeiten: { $choices }
problem-import-one-choice = Geben Sie nur eine Möglichkeit an, nicht „{ $value }“.
problem-import-tick = Schreiben Sie ja oder nein, nicht „{ $value }“.
