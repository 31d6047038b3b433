# Was fehlt, bevor eine Veranstaltung weitergehen kann, und was da ist.

stage-now = Wartet auf Sie
stage-opening = Bevor die Anmeldung öffnet
stage-round = Vor einer Matching-Runde
stage-day = Vor dem ersten Tag
stage-count = { NUMBER($done) } von { NUMBER($all) } erledigt
stage-done = Erledigt
step-languages = { $count ->
    [one] Die Texte der Veranstaltung ergänzen: In einer ihrer Sprachen fehlen welche
   *[other] Die Texte der Veranstaltung ergänzen: In { NUMBER($count) } ihrer Sprachen fehlen welche
}
step-closing = Festlegen, wann die Anmeldung endet: Sonst bleibt sie bis zum Ende der Veranstaltung offen
step-tables = Angeben, wie viele Tische es gibt
step-wishes = { $count ->
    [one] Eine Person erinnern, die noch nicht gesagt hat, wen sie treffen möchte
   *[other] { NUMBER($count) } Personen erinnern, die noch nicht gesagt haben, wen sie treffen möchten
}
step-meetings = { $count ->
    [one] Ansehen, warum eine angemeldete Person kein Gespräch hat
   *[other] Ansehen, warum { NUMBER($count) } angemeldete Personen kein Gespräch haben
}
step-reminders = Die Erinnerungen an den Tag einschalten
step-law-done = Impressum und Datenschutz sind vollständig
step-topics-done = Themen sind da
step-languages-done = Die Texte der Veranstaltung sind in allen ihren Sprachen da
step-closing-done = Es ist festgelegt, wann die Anmeldung endet
step-open-done = Die Veranstaltung ist öffentlich
step-invite-done = Es haben sich Personen angemeldet
step-blocks-done = Es gibt Zeiten für Gespräche
step-tables-done = Es gibt Tische
step-wishes-done = Die meisten haben gesagt, wen sie treffen möchten
step-publish-done = Ein Plan ist veröffentlicht
step-meetings-done = Alle angemeldeten Personen haben ein Gespräch
step-reminders-done = An den Tag wird erinnert
