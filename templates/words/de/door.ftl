# Der Tag selbst: am Einlass, wer gekommen ist, wer ohne Anmeldung kommt, und wer dabei hilft.

role-helper = Hilfe am Veranstaltungstag
role-helper-help = Hakt am Einlass ab, wer kommt, meldet an, wer ohne Anmeldung kommt, und findet neue Gespräche für alle, die vergeblich warten. Sieht Namen, Organisationen und wer wo erwartet wird; keine Adressen, keine Einstellungen und keine Dateien.

nav-door = Am Einlass
door-came = { $came } von { $registered ->
    [one] einer angemeldeten Person
   *[other] { NUMBER($registered) } angemeldeten Personen
} { $came ->
    [one] ist
   *[other] sind
} gekommen.
door-search = Name oder Organisation
door-nobody = Noch ist niemand angemeldet.
door-check-in = Ist gekommen
door-undo = Rückgängig machen
door-came-at = Gekommen: { $moment }
door-came-by = Eingetragen von { $name }
door-came-by-nobody = Eingetragen von einem gelöschten Konto
door-not-registered = Diese Person ist nicht angemeldet. Wenden Sie sich an das Veranstaltungsteam.
door-no-meetings = Keine weiteren Gespräche.
door-missing = Fehlt hier
door-dossier = Alles über diese Person
done-came = Eingetragen: Die Person ist gekommen.
done-came-before = Die Person war schon eingetragen. Hier sehen Sie, wann und von wem.
done-came-undone = Rückgängig gemacht.
log-participant-came = Am Einlass eingetragen
log-participant-came-undone = Eintrag am Einlass rückgängig gemacht

walk-in = Jemand ohne Anmeldung
walk-in-lead = Die Person wird sofort angemeldet und als gekommen eingetragen. Andere sehen sie nicht, und sie hat in nichts eingewilligt.
walk-in-full = Alle Plätze sind vergeben. Am Einlass wird niemand mehr angemeldet.
walk-in-beyond = Einen Platz über die Höchstzahl hinaus geben
walk-in-do = Anmelden und eintragen
done-walk-in = Die Person ist angemeldet und als gekommen eingetragen.
problem-door-full = Alle Plätze sind vergeben. Wenden Sie sich an das Veranstaltungsteam, das einen weiteren Platz geben kann.

participants-came = Gekommen
filter-came = ist gekommen
filter-came-not = ist nicht gekommen
data-came = Am Einlass eingetragen
data-came-undone = { $moment }, rückgängig gemacht { $undone }
stored-check-ins = Wann Sie zur Veranstaltung gekommen sind und wer vom Team Sie eingetragen hat
stored-check-ins-why = Damit das Veranstaltungsteam weiß, wer da ist, und allen helfen kann, die auf jemanden warten
