# Erinnerungen an das, was noch nicht gesagt ist.

nav-nudges = Erinnerungen
nudges-lead = Wer dies noch nicht gesagt hat, wird erinnert. Die Erinnerung geht so viele Tage vor { $date } hinaus: vor dem letzten Tag für Antworten oder, wenn es keinen gibt, vor dem Tag vor der Veranstaltung. Bei mehreren Zahlen geht sie noch einmal an alle, die es bis dahin nicht gesagt haben, auch an jene, die sich inzwischen angemeldet haben. Am Vorabend und eine Stunde vor dem ersten Gespräch wird ohnehin erinnert, wie es die Einstellungen sagen.
nudges-held = Diese Veranstaltung ist nicht öffentlich: Es geht keine Erinnerung hinaus.
nudge-topics = Themen: was eine Person bietet und sucht
nudge-wish = Wen eine Person treffen möchte
nudges-days = Tage vorher
nudges-days-help = Eine oder mehrere Zahlen von 1 bis 60, zum Beispiel 14, 3. Bleibt das Feld leer, wird niemand erinnert.
nudges-count = { $count ->
    [0] Jetzt bekäme sie niemand.
    [one] Jetzt bekäme sie eine Person.
   *[other] Jetzt bekämen sie { NUMBER($count) } Personen.
}
nudges-off = Sie geht nicht hinaus.
nudges-goes = Sie geht am { $when } an alle, die es dann noch nicht gesagt haben.
nudges-went = Sie ging am { $when } hinaus.
problem-nudges-many = Eine Erinnerung geht höchstens { $max }-mal hinaus. Entfernen Sie einige der Zahlen.
nudges-mailing = Ansehen, wie viele sie haben
nudges-words = Eigene Worte darin schreiben und sich einen Test senden
filter-lacks-topics = nichts bieten und nichts suchen
mail-nudge-topics-subject = Was bieten und suchen Sie? { $event }
mail-nudge-topics-text = Sie sind zu { $event } angemeldet und haben noch keine Themen gewählt. Ihre Themen sagen am besten, wer zu Ihnen passt. Ohne sie lassen sich kaum Gespräche planen, die Ihre Zeit wert sind. Es dauert zwei Minuten.
mail-nudge-topics-action = Themen wählen
mail-nudge-wish-subject = Wen möchten Sie treffen? { $event }
mail-nudge-wish-text = Sie sind zu { $event } angemeldet und haben noch nicht gesagt, wen Sie treffen möchten. Wünsche zählen am meisten, wenn die Gespräche geplant werden. Auf Ihrer Seite können Sie die Personen ansehen, die sich zeigen, und sagen, wer es sein soll.
mail-nudge-wish-action = Personen wählen
outbox-kind-nudge-topics = Erinnerung: Themen wählen
outbox-kind-nudge-wish = Erinnerung: Wen treffen?
log-nudges-changed = Erinnerungen an das, was nicht gesagt ist, geändert
log-nudges-begun = Erinnerung an das, was nicht gesagt ist, begonnen
