# auf Papier
print-schedule = Als PDF sichern oder drucken
print-confirmation = Diese Anmeldung als PDF sichern
print-tables = Tischplan drucken (PDF)
print-door = Einlassliste drucken (PDF)
print-page = Seite { $page } von { $pages }
print-made = Stand: { $moment }
print-latest = Stand: { $moment }. Der neueste Stand: { $address }
print-missing-signs = Ein Kästchen □ steht für ein Schriftzeichen, das die Schriften dieses Dokuments nicht enthalten. Aus der Datei lässt es sich trotzdem kopieren.
print-line = { $label }: { $text }
print-reference = Kennung
print-state = Anmeldung
print-tables-title = Tischplan
print-rooms-title = Plan der Gespräche
print-tables-summary = { $count ->
    [0] Es sind noch keine Gespräche geplant.
    [one] Ein Gespräch.
   *[other] { $count } Gespräche.
}
print-table = Tisch
print-people = Wer wen trifft
print-and = und
print-door-title = Einlassliste
print-door-summary = { $count ->
    [0] Noch niemand ist angemeldet.
    [one] Eine Person ist angemeldet.
   *[other] { $count } Personen sind angemeldet, in alphabetischer Folge.
}
print-name = Name
print-signature = Unterschrift
