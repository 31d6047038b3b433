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
   *[other] { NUMBER($count) } Gespräche.
}
print-table = Tisch
print-people = Wer wen trifft
print-and = und
print-door-title = Einlassliste
print-door-summary = { $count ->
    [0] Noch niemand ist angemeldet.
    [one] Eine Person ist angemeldet.
   *[other] { NUMBER($count) } Personen sind angemeldet, in alphabetischer Folge.
}
print-name = Name
print-signature = Unterschrift

# Bilder der Veranstaltung
pictures-title = Logo und Lageplan
pictures-way = Logo und Lageplan
pictures-lead = Das Logo steht am Kopf der Seiten der Veranstaltung und auf gedruckten Terminplänen. Der Lageplan steht in jedem Terminplan bei den Tischen.
pictures-logo = Logo
pictures-floor-plan = Lageplan
pictures-none = Es gibt noch keines.
pictures-file = Datei
pictures-file-help = Eine PNG- oder JPEG-Datei von höchstens { $max } MB. Sie wird ohne verborgene Angaben wie den Aufnahmeort neu gespeichert und bei Bedarf verkleinert.
pictures-file-replace-help = Nur falls es ein neues Bild gibt. Eine PNG- oder JPEG-Datei von höchstens { $max } MB.
pictures-alt = Beschreibung für alle, die das Bild nicht sehen
pictures-alt-logo-help = Was im Logo steht, zum Beispiel: European Cluster Office.
pictures-alt-floor-plan-help = Der Weg in Worten, zum Beispiel: Tische 1 bis 20 im Foyer links, 21 bis 40 im Saal dahinter.
pictures-save-logo = Logo speichern
pictures-save-floor-plan = Lageplan speichern
pictures-remove-logo = Logo entfernen
pictures-remove-floor-plan = Lageplan entfernen
done-picture-saved = Das Bild ist gespeichert.
done-picture-removed = Das Bild ist entfernt.
floor-plan-title = Wo die Tische stehen
floor-plan-way = Wo ist das?
floor-plan-large = Lageplan für sich öffnen
problem-picture-kind = Das ist weder eine PNG- noch eine JPEG-Datei. Bitte speichern Sie das Bild in einem dieser Formate und wählen Sie es erneut.
problem-picture-svg = Das ist eine SVG-Datei, die Programme enthalten kann. Bitte speichern Sie das Bild als PNG und wählen Sie es erneut.
problem-picture-large = Das Bild hat { $width } × { $height } Pixel; mehr als { $max } Millionen oder eine Seite von über 12.000 sind nicht möglich. Bitte speichern Sie es kleiner.
problem-picture-heavy = Das Bild ist auch verkleinert noch zu groß. Bitte speichern Sie es mit weniger Pixeln.
problem-picture-broken = Das Bild lässt sich nicht bis zum Ende lesen. Bitte speichern Sie es noch einmal und wählen Sie es erneut.
problem-picture-missing = Bitte wählen Sie eine Datei.
problem-picture-alt-missing = Bitte beschreiben Sie das Bild in wenigen Worten: Nicht alle sehen es.
