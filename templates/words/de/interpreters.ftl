# Dolmetschen
meeting-interpreter = Dolmetschen: { $name }
round-interpreter = Dolmetschen
misfit-no-interpreter = Die beiden haben keine gemeinsame Sprache, und zu dieser Zeit dolmetscht niemand
misfit-no-common-language = Die beiden haben keine gemeinsame Sprache
change-no-interpreter = Die beiden haben keine gemeinsame Sprache, und zu dieser Zeit ist niemand zum Dolmetschen frei. Wählen Sie eine andere Zeit.
hindrance-no-interpreter = keine gemeinsame Sprache, und zu den übrigen Terminen ist niemand zum Dolmetschen frei
cause-no-interpreter = Keine gemeinsame Sprache, und niemand ist zum Dolmetschen frei
nav-interpreters = Dolmetschen
interpreters-lead = Zwei Personen ohne gemeinsame Sprache können sich treffen, wenn jemand dolmetscht. Wer dolmetscht, ist immer nur in einem Gespräch. Runden planen das zusammen mit den Gesprächen.
language-rule = Gespräche von zwei Personen ohne gemeinsame Sprache
language-rule-any = Wie jede Runde es sagt
language-rule-any-help = Eine Runde kann eine gemeinsame Sprache verlangen. Niemand dolmetscht.
language-rule-shared = Werden nicht geplant
language-rule-shared-help = Runden lassen sie aus. Teilnehmende können ein Gespräch weiterhin selbst vereinbaren.
language-rule-interpreted = Nur wenn jemand dolmetscht
language-rule-interpreted-help = Für ein solches Gespräch muss jemand frei sein, der von beiden Personen eine Sprache spricht: in Runden, von Hand, bei Vorschlägen und am Tag selbst.
interpreters-who = Wer dolmetscht
interpreters-idle = So wie die Veranstaltung eingestellt ist, braucht kein Gespräch jemanden zum Dolmetschen.
interpreters-lacking = Noch dolmetscht niemand: Zwei Personen ohne gemeinsame Sprache können sich nicht treffen.
interpreters-none = Noch ist niemand zum Dolmetschen eingetragen.
interpreter-new = Person zum Dolmetschen eintragen
interpreter-name = Name
interpreter-email = E-Mail-Adresse
interpreter-email-help = Wenn Sie eine angeben, geht der Plan dorthin, und bei jeder Änderung wieder. Sichtbar nur für das Veranstaltungsteam.
interpreter-lang = Sprache der E-Mails
interpreter-languages = Sprachen
interpreter-languages-help = Kreuzen Sie mindestens zwei an. Die Person dolmetscht zwischen je zwei davon.
interpreter-away = Die Person ist nicht da um
interpreter-away-help = Kreuzen Sie die Zeiten an, zu denen die Person nicht dolmetschen kann.
interpreter-away-times = { $times ->
    [one] zu 1 Zeit nicht da
   *[other] zu { NUMBER($times) } Zeiten nicht da
}
interpreter-meetings = Gespräche
interpreter-place = Ort
interpreter-plan = Plan
interpreter-plan-none = Im veröffentlichten Plan gibt es für diese Person noch kein Gespräch.
interpreter-plan-pdf = Plan als PDF
interpreter-plan-ics = Plan für einen Kalender
interpreter-remove-text = { $meetings ->
    [0] Diese Person dolmetscht in keinem veröffentlichten Gespräch.
    [one] Diese Person dolmetscht in 1 veröffentlichten Gespräch.
   *[other] Diese Person dolmetscht in { NUMBER($meetings) } veröffentlichten Gesprächen.
}
interpreter-calendar-summary = Dolmetschen: { $pair }
problem-two-languages = Kreuzen Sie mindestens zwei Sprachen an.
problem-interpreter-name = Geben Sie den Namen der Person ein, die dolmetscht.
problem-interpreters-most = Bei einer Veranstaltung können höchstens { NUMBER($max) } Personen dolmetschen.
log-languages-ruled = Regel für Sprachen geändert
log-interpreter-added = Person zum Dolmetschen eingetragen
log-interpreter-changed = Angaben zum Dolmetschen geändert
log-interpreter-removed = Person zum Dolmetschen entfernt
outbox-kind-interpreter-plan = Plan zum Dolmetschen
mail-fact-interpreter = Dolmetschen
mail-interpreter-plan-subject = Ihr Plan zum Dolmetschen: { $event }
mail-interpreter-plan-heading = Ihr Plan zum Dolmetschen
mail-interpreter-plan-text = Das ist Ihr Plan für die Veranstaltung „{ $event }“, wie er jetzt ist. Er ersetzt jeden früheren.
mail-interpreter-plan-count = { $count ->
    [0] Zurzeit keine Gespräche.
    [one] 1 Gespräch:
   *[other] { NUMBER($count) } Gespräche:
}
mail-interpreter-plan-file = Die angehängte Datei interpreting.ics trägt die Gespräche in Ihren Kalender ein.
mail-footer-interpreter = Sie erhalten diese E-Mail, weil { $organiser } Sie zum Dolmetschen für { $event } eingetragen hat.
stored-interpreters = Name, E-Mail-Adresse, Sprachen und Zeiten der Personen, die dolmetschen
stored-interpreters-why = Damit sich Personen ohne gemeinsame Sprache treffen können
