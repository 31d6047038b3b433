# Die Agenda als Datei und aus einer Datei.

agenda-as-file = Agenda herunterladen:
event-agenda-file = Agenda in den Kalender übernehmen
agenda-import = Agenda importieren
agenda-import-lead = Aus einer Tabelle oder Kalenderdatei. Die nächste Seite zeigt, was neu ist, was sich ändert und was nicht verstanden wird. Vorher wird nichts gespeichert.
agenda-import-file-help = CSV, XLSX, ODS oder ICS, höchstens { $max } MB.
agenda-import-columns = Spalten werden an ihren Titeln auf Deutsch, Englisch und Französisch erkannt, in jeder Reihenfolge: Beginn und Ende mit Datum und Uhrzeit, Titel, Text, Referierende, Sprache, Raum, Link, Plätze, Teilnehmertypen. Ein Titel oder Text in einer Sprache hat sie in Klammern: Titel (de). Eine Zeile mit Minuten pro Gespräch ist ein Gesprächsblock. Eine Zeile wird an ihrer UID erkannt, sonst an Titel und Beginn.
agenda-import-example = Die jetzige Agenda als Beispiel herunterladen
agenda-column-start = Beginn
agenda-column-end = Ende
agenda-column-title = Titel
agenda-column-text = Text
agenda-column-speakers = Referierende
agenda-column-language = Sprache
agenda-column-place = Raum
agenda-column-link = Link
agenda-column-places = Plätze
agenda-column-types = Teilnehmertypen
agenda-column-minutes = Minuten pro Gespräch
agenda-column-pause = Minuten zwischen Gesprächen
agenda-column-count = Anzahl Gespräche
agenda-column-uid = UID
agenda-plan-title = Was die Datei ändern würde
agenda-plan-line = Zeile
agenda-plan-fate = Was geschieht
agenda-plan-stays = Was auf der Agenda steht und nicht in der Datei, bleibt, wie es ist.
agenda-plan-unknown = Diese Spalten werden nicht verwendet: { $columns }
agenda-plan-other = Andere Datei wählen
agenda-file-new = Neu
agenda-file-changed = Geändert
agenda-file-same = Gleich
agenda-file-faulty = Nicht verstanden
agenda-file-count-new = { $count ->
    [one] Ein Eintrag ist neu.
   *[other] { NUMBER($count) } Einträge sind neu.
}
agenda-file-count-changed = { $count ->
    [one] Ein Eintrag ändert sich.
   *[other] { NUMBER($count) } Einträge ändern sich.
}
agenda-file-count-same = { $count ->
    [one] Ein Eintrag ist gleich.
   *[other] { NUMBER($count) } Einträge sind gleich.
}
agenda-file-count-faulty = { $count ->
    [one] Ein Eintrag wird nicht verstanden und ausgelassen.
   *[other] { NUMBER($count) } Einträge werden nicht verstanden und ausgelassen.
}
agenda-file-do = { $count ->
    [one] Einen Eintrag importieren
   *[other] { NUMBER($count) } Einträge importieren
}
done-agenda-imported = Die Agenda ist importiert.
problem-agenda-empty = Die Datei hat keine Einträge. Wählen Sie eine andere.
problem-agenda-long = Die Datei hat mehr als { $max } Einträge. Teilen Sie sie.
problem-agenda-no-header = Keine Zeile mit Titeln wird erkannt. Die Datei braucht mindestens eine Spalte mit dem Titel und eine mit dem Beginn.
problem-agenda-cancelled = Er ist in der Datei abgesagt.
problem-agenda-repeats = Er wiederholt sich. Schreiben Sie jedes Mal als eigenen Eintrag.
problem-agenda-twice = Er steht zweimal in der Datei. Entfernen Sie einen der beiden.
problem-agenda-type = Es gibt keinen Teilnehmertyp „{ $type }“. Schreiben Sie ihn, wie er bei der Veranstaltung heißt.
agenda-parallel = gleichzeitig
