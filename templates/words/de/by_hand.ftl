# Personen von Hand: eine eingetragen, Notizen und Schlagwörter, gespeicherte Ansichten, Änderungen an vielen, Löschung auf Wunsch.

add-person = Person eintragen
add-person-lead = Für jemanden am Einlass oder am Telefon. Die Person ist sofort angemeldet. Andere sehen sie nicht, und sie hat in nichts eingewilligt; beides kann sie auf ihrer eigenen Seite tun. Angebote, Gesuche und Zeiten können Sie danach eintragen.
add-person-email-help = Ohne Adresse erreicht die Person keine E-Mail, und sie hat keine eigene Seite.
add-person-registration = Anmeldung
add-person-beyond = Alle Plätze sind vergeben
add-person-waits = Auf die Warteliste setzen
add-person-seated = Einen Platz über die Höchstzahl hinaus geben
add-person-mails = E-Mail zur Anmeldung senden
add-person-mails-help = Sie sagt, dass Sie die Person angemeldet oder auf die Warteliste gesetzt haben, und enthält ihren persönlichen Link.
add-person-do = Person eintragen
done-person-added = Die Person ist angemeldet.
done-person-added-waits = Die Person steht auf der Warteliste.
problem-event-deleted = Die Teilnehmenden dieser Veranstaltung sind schon gelöscht. Niemand kann mehr eingetragen werden.
problem-person-known = { $name } steht mit dieser Adresse schon in der Liste. Öffnen Sie den Eintrag, um ihn zu ändern.
problem-seats-taken = Alle Plätze sind vergeben. Wählen Sie, was geschehen soll.
log-registration-added = Von Hand eingetragen

views = Gespeicherte Ansichten
views-begin = Mit einer gespeicherten Ansicht beginnen:
view-name = Diesen Filter unter einem Namen speichern
view-keep = Ansicht speichern
view-remove = Ansicht { $name } entfernen
done-view-kept = Die Ansicht ist gespeichert. Das ganze Team sieht sie.
problem-view-name = Geben Sie einen Namen für die Ansicht ein.
problem-view-everybody = Dieser Filter lässt niemanden aus. Wählen Sie zuerst etwas.
problem-views-many = Eine Veranstaltung hat höchstens { $max } Ansichten. Entfernen Sie eine, bevor Sie eine neue speichern.

filter-tag = Schlagwort
remarks-title = Notizen und Schlagwörter des Teams
remarks-lead = Nur Ihr Team sieht das. Die Person erhält es mit allem anderen, was über sie gespeichert ist, wenn sie ihre Daten abruft.
tag-new = Schlagwort hinzufügen
tag-give = Schlagwort hinzufügen
tag-take = Schlagwort { $tag } entfernen
note-new = Neue Notiz
note-add = Notiz hinzufügen
note-remove = Notiz entfernen
problem-tag-missing = Geben Sie ein Schlagwort ein.
problem-tags-many = Eine Veranstaltung hat höchstens { $max } Schlagwörter. Verwenden Sie eines davon, oder entfernen Sie eines bei allen, die es haben.
problem-note-missing = Geben Sie eine Notiz ein.
problem-notes-many = Zu einer Person gibt es höchstens { $max } Notizen. Entfernen Sie eine, bevor Sie eine neue hinzufügen.
log-participant-noted = Notiz hinzugefügt
log-participant-unnoted = Notiz entfernt
log-participant-tagged = Schlagwort hinzugefügt
log-participant-untagged = Schlagwort entfernt
data-notes = Was die Veranstalter über Sie notieren
data-tags = Schlagwörter
stored-notes = Notizen und Schlagwörter der Veranstalter zu Ihnen
stored-notes-why = Damit die Veranstalter sich merken, was mit Ihnen vereinbart ist, und Personen finden, die zusammengehören

decide-mails = { $people ->
    [0] An diese Personen geht keine E-Mail
    [one] An diese Personen geht eine E-Mail
   *[other] An diese Personen gehen { NUMBER($people) } E-Mails
}{ $partners ->
    [0] .
    [one] {" "}und eine an eine Person, die sie treffen sollte.
   *[other] {" "}und je eine an { NUMBER($partners) } Personen, die sie treffen sollten.
}

bulk-what = Für die Angehakten ändern
bulk-go = Neuen Wert wählen
bulk-title = Viele Personen ändern
bulk-tag-give = Schlagwort hinzufügen
bulk-tag-take = Schlagwort entfernen
bulk-tag-help = Ein kurzes Wort, mit dem Ihr Team diese Personen findet.
bulk-value = Neuer Wert
bulk-how = Was geschieht
bulk-how-set = Er ersetzt alle bisherigen Antworten
bulk-how-add = Er kommt hinzu
bulk-how-remove = Er wird entfernt
bulk-look = Zeigen, was sich ändern würde
bulk-would = Was sich ändern würde
bulk-lead = { $count ->
    [0] Niemand wird geändert
    [one] Eine Person wird geändert
   *[other] { NUMBER($count) } Personen werden geändert
}, von { $all ->
    [one] einer
   *[other] { NUMBER($all) }
}. { $same ->
    [0] {""}
    [one] Bei einer Person ist es schon so.
   *[other] Bei { NUMBER($same) } Personen ist es schon so.
}
bulk-cannot-ended = { $count ->
    [one] Eine Person lässt sich nicht ändern, weil ihre Anmeldung beendet ist:
   *[other] { NUMBER($count) } Personen lassen sich nicht ändern, weil ihre Anmeldungen beendet sind:
}
bulk-cannot-not-asked = { $count ->
    [one] Eine Person lässt sich nicht ändern, weil ihr diese Frage nicht gestellt wird:
   *[other] { NUMBER($count) } Personen lassen sich nicht ändern, weil ihnen diese Frage nicht gestellt wird:
}
bulk-cannot-needed = { $count ->
    [one] Eine Person lässt sich nicht ändern, weil ihr eine nötige Antwort fehlen würde:
   *[other] { NUMBER($count) } Personen lassen sich nicht ändern, weil ihnen eine nötige Antwort fehlen würde:
}
bulk-no-mail = Es geht keine E-Mail. Das Protokoll nennt die Änderung bei jeder Person.
bulk-do = { $count ->
    [one] Eine Person ändern
   *[other] { NUMBER($count) } Personen ändern
}
done-bulk-changed = Die Personen sind geändert.
problem-bulk-value = Wählen Sie einen Wert aus der Liste.

delete-person = Auf Wunsch löschen
delete-person-question = Möchte diese Person, dass alles über sie gelöscht wird?
delete-person-lead = Prüfen Sie, dass der Wunsch von der Person selbst kommt. Das lässt sich nicht rückgängig machen.
delete-person-registration = Die Anmeldung endet. Der Platz geht an die nächste Person auf der Warteliste.
delete-person-meetings = { $count ->
    [one] Ein Gespräch wird abgesagt, und die andere Person erfährt es.
   *[other] { NUMBER($count) } Gespräche werden abgesagt, und die anderen Personen erfahren es.
}
delete-person-what = Gelöscht werden Name, Adresse, Organisation, Antworten, Angebote und Gesuche, Wünsche, Einwilligungen, Notizen, Schlagwörter und Links sowie Adresse und Text jeder E-Mail an die Person.
delete-person-stays = Damit die Zahlen der Veranstaltung stimmen, bleiben ohne den Namen: Land, Art der Organisation, und dass es eine Anmeldung und Gespräche gab.
delete-person-log = Das Protokoll hält fest, dass jemand gelöscht wurde, wann und von wem, ohne die Person zu nennen.
delete-person-do = Alles über diese Person löschen
done-person-deleted = Alles über die Person ist gelöscht. Eine letzte E-Mail sagt es ihr.
done-person-deleted-without-mail = Alles über die Person ist gelöscht. Es folgt keine E-Mail.
