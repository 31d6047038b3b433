# Rundschreiben: was Veranstalter Personen ihrer Veranstaltung schreiben.

nav-mail = E-Mail
nav-mailings = Rundschreiben
mailings-lead = Was Sie Personen dieser Veranstaltung geschrieben haben, das Neueste zuerst.
mailings-empty = Sie haben noch niemandem geschrieben. Ein Rundschreiben ist ein Text für viele Personen, für jede in ihrer Sprache.
mailings-new = Rundschreiben verfassen
mailings-for = Empfang
mailing-people = { $count ->
    [one] 1 Person
   *[other] { NUMBER($count) } Personen
}
mailing-untitled = Rundschreiben ohne Betreff
mailing-state-draft = Entwurf
mailing-state-scheduled = Geplant
mailing-state-sending = Wird gesendet
mailing-state-paused = Angehalten
mailing-state-stopped = Abgebrochen
mailing-state-sent = Gesendet

mailing-write = Rundschreiben verfassen
mailing-who = An wen
mailing-count = { $gets ->
    [0] Niemand erhält es
    [one] 1 Person erhält es
   *[other] { NUMBER($gets) } Personen erhalten es
}, von { $found ->
    [one] 1 passenden Person.
   *[other] { NUMBER($found) } passenden Personen.
}
mailing-see-people = Diese Personen ansehen
mailing-what = Was es sagt
mailing-what-lead = Alle erhalten den Text in der Sprache ihrer E-Mails. Wo Sie eine Sprache leer lassen, gilt der Text in der ersten Sprache der Veranstaltung.
mailing-readers = { $count ->
    [one] 1 Person liest es
   *[other] { NUMBER($count) } Personen lesen es
}
mailing-text = Text
mailing-below = Der Name der Veranstaltung, der Grund der E-Mail, Ihre Kontaktadresse und ein Link zum Abbestellen stehen in jedem Rundschreiben.
placeholders-title = Angaben, die eingesetzt werden
placeholders-lead = Schreiben Sie eine dieser Angaben, in jeder Sprache gleich. Jede Person erhält ihre eigenen Angaben. Webadressen werden zu Links.
placeholder-name = der Name der Person
placeholder-organisation = die Organisation der Person
placeholder-reference = die Anmeldenummer
placeholder-event = der Name der Veranstaltung
placeholder-dates = das Datum der Veranstaltung
placeholder-place = der Ort der Veranstaltung
placeholder-meetings = die Anzahl der Gespräche der Person
placeholder-my-event = der persönliche Link zu „Meine Veranstaltung“; für eingeladene Personen führt er zur Antwort. Nicht im Betreff.
placeholder-organiser = der Name des Veranstalters
mailing-look = Vorschau und Senden
mailing-save = Speichern und zählen

filter-lacks = Nur Personen, die
filter-lacks-wish = noch niemanden zum Treffen gewünscht haben
filter-lacks-meeting = kein Gespräch haben
filter-lacks-directory = die Teilnahmeliste nicht geöffnet haben
participants-write = Diesen Personen schreiben

mailing-goes-to = { $people ->
    [0] Niemand erhält es.
    [one] 1 Person erhält es.
   *[other] { NUMBER($people) } Personen erhalten es, in { $languages ->
        [one] 1 Sprache.
       *[other] { NUMBER($languages) } Sprachen.
    }
}
mailing-goes-at = Es wird gesendet: { $when }. Alle, die dann passen, erhalten es. Jetzt { $people ->
    [0] ist das niemand.
    [one] ist das 1 Person.
   *[other] sind das { NUMBER($people) } Personen.
}
mailing-held = Diese Veranstaltung ist nicht öffentlich: Nur Ihr Team erhält E-Mails. Alle anderen bleiben im Postausgang. Dort können Sie sie lesen.
mailing-letters = So kommt es an
mailing-letter = { $language }: { $count ->
    [one] 1 Person
   *[other] { NUMBER($count) } Personen
}
mailing-other-reader = Für eine andere Person anzeigen
mailing-as-text = Als reiner Text
mailing-nobody = Niemand erhält es: Ändern Sie die Auswahl.
mailing-who-gets = Wer es erhält
mailing-fact-found = Passen zur Auswahl
mailing-fact-address = Haben keine E-Mail-Adresse
mailing-fact-unconfirmed = Haben ihre Adresse nicht bestätigt
mailing-fact-stopped = Erhalten keine Rundschreiben dieser Veranstaltung
mailing-fact-blocked = E-Mails an ihre Adresse kamen zurück
mailing-fact-gets = Erhalten es
mailing-blocked-title = E-Mails an diese Personen kamen zurück
mailing-blocked-text = Ihre E-Mail wartet im Postausgang, bis Sie die Adresse berichtigen oder die Sperre aufheben.
mailing-test-title = Zuerst an Sie selbst
mailing-test-text = Alle Texte mit den Angaben oben gehen an { $address }. Die Links darin sind nicht persönlich.
mailing-test = Test an mich senden
mailing-send-title = Senden
mailing-when = Wann
mailing-when-soon = In 5 Minuten
mailing-when-soon-help = Bis dahin können Sie es abbrechen, und niemand erhält es.
mailing-when-now = Jetzt
mailing-when-now-help = Was gesendet ist, lässt sich nicht zurückholen.
mailing-when-later = Zu einer anderen Zeit
mailing-when-later-help = Alle, die dann passen, erhalten es.
mailing-at = Datum und Uhrzeit ({ $zone })
mailing-send = { $count ->
    [one] 1 E-Mail senden
   *[other] { NUMBER($count) } E-Mails senden
}
mailing-send-help = Passen beim Senden andere Personen, wird nichts gesendet, und diese Seite fragt noch einmal.
mailing-change = Text oder Auswahl ändern
mailing-call-off = Nicht senden
mailing-delete-title = Löschen
mailing-delete = Diesen Entwurf löschen
mailing-others = Jetzt passen andere Personen, als diese Seite gezeigt hat. Es wurde nichts gesendet. Prüfen Sie die Anzahl und senden Sie noch einmal.

mailing-lead-sending = { NUMBER($sent) } gesendet, { NUMBER($waiting) } warten.
mailing-lead-paused = Angehalten: { NUMBER($sent) } gesendet, { NUMBER($waiting) } warten, bis Sie fortsetzen.
mailing-lead-stopped = Abgebrochen: { NUMBER($sent) } gesendet. Die anderen erhalten nichts.
mailing-lead-sent = { NUMBER($sent) } gesendet.
mailing-bar = { NUMBER($done) } von { NUMBER($all) } erledigt
mailing-look-again = Jetzt noch einmal nachsehen
mailing-figure-chosen = Personen
mailing-figure-sent = Gesendet
mailing-figure-waiting = Warten
mailing-figure-bounced = Kamen zurück
mailing-figure-blocked = Warten auf eine gesperrte Adresse
mailing-figure-failed = Fehlgeschlagen
mailing-figure-held = Zurückgehalten: Die Veranstaltung ist nicht öffentlich
mailing-figure-left-out = Ausgelassen: Sie passten nicht mehr oder hatten abbestellt
mailing-figure-stopped = Vor dem Senden abgebrochen
mailing-pause = Anhalten
mailing-go-on = Fortsetzen
mailing-stop = { $count ->
    [one] Abbrechen: 1 E-Mail wird nie gesendet
   *[other] Abbrechen: { NUMBER($count) } E-Mails werden nie gesendet
}
mailing-stop-help = Was gesendet ist, bleibt gesendet. Bestätigungen und Links, auf die jemand wartet, hält ein Rundschreiben nie auf.
mailing-see-mails = Die E-Mails im Postausgang ansehen
mailing-words-title = Was es sagt
done-mailing-tested = Der Test ist zu Ihnen unterwegs.
done-mailing-scheduled = Es ist unterwegs oder geht zu seiner Zeit. Diese Seite zeigt, wie weit es ist.
done-mailing-called-off = Es ist wieder ein Entwurf. Niemand hat es erhalten.
done-mailing-paused = Angehalten. Was gerade unterwegs ist, kommt noch an.
done-mailing-resumed = Die E-Mails werden weiter gesendet.
done-mailing-stopped = Abgebrochen. Was gerade unterwegs ist, kommt noch an.
done-mailing-late = Das kam zu spät. Diese Seite zeigt, wie es steht.

problem-placeholder = „{ $typed }“ ist keine Angabe, die eingesetzt werden kann. Schreiben Sie eine von diesen: { $known }
problem-placeholder-subject = „{ $typed }“ kann nicht im Betreff stehen. Schreiben Sie es in den Text.
problem-mailing-subject = Geben Sie den Betreff für { $language } ein, oder lassen Sie den Text in dieser Sprache leer.
problem-mailing-text = Geben Sie den Text für { $language } ein, oder lassen Sie den Betreff in dieser Sprache leer.
problem-mailing-empty = Geben Sie Betreff und Text in mindestens einer Sprache ein.
problem-mailing-time = Wählen Sie eine Zeit in der Zukunft, höchstens ein Jahr voraus.
problem-mailing-gone = Dieses Rundschreiben ist kein Entwurf mehr. Sein Text lässt sich nicht ändern.

mail-test-subject = Test: { $subject }
mail-stop-mailings = Keine Rundschreiben dieser Veranstaltung mehr
mail-footer-test = Sie erhalten diesen Test, weil Sie „Test an mich senden“ gewählt haben.
outbox-kind-mailing = Rundschreiben
outbox-kind-mailing-test = Test einer E-Mail
unsubscribe-mailings-title = Keine Rundschreiben mehr?
unsubscribe-mailings-lead = Der Veranstalter von { $event } schreibt Ihnen über die Veranstaltung.
unsubscribe-mailings-still = E-Mails zu Ihrer Anmeldung, zu Ihren Gesprächen und Erinnerungen kommen weiter.
unsubscribe-mailings-button = Rundschreiben abbestellen
unsubscribe-mailings-done-title = Keine Rundschreiben mehr
unsubscribe-mailings-done-lead = Sie erhalten keine Rundschreiben von { $event } mehr.
unsubscribe-mailings-again = Wieder Rundschreiben senden
data-mailings = Rundschreiben des Veranstalters
data-directory = Teilnahmeliste zuerst geöffnet
stored-visits = Wann Sie die Teilnahmeliste zuerst geöffnet haben, und welche Rundschreiben Sie erhielten
stored-visits-why = Damit der Veranstalter denen schreiben kann, die es betrifft, und niemand ein Rundschreiben zweimal erhält
log-mailing-written = Rundschreiben verfasst
log-mailing-deleted = Entwurf eines Rundschreibens gelöscht
log-mailing-tested = Test eines Rundschreibens gesendet
log-mailing-scheduled = Rundschreiben gesendet oder geplant, Anzahl der Personen
log-mailing-called-off = Rundschreiben vor dem Beginn abgebrochen
log-mailing-begun = Rundschreiben begonnen, Anzahl der Personen
log-mailing-paused = Rundschreiben angehalten
log-mailing-resumed = Rundschreiben fortgesetzt
log-mailing-stopped = Rundschreiben abgebrochen
log-mailing-sent = Rundschreiben abgeschlossen
log-mailings-stopped = Rundschreiben abbestellt
log-mailings-resumed = Erhält wieder Rundschreiben
