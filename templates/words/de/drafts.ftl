## drafts: was in einem Entwurf von Hand geändert wird, verworfene Entwürfe, wozu eine Runde dient

by-hand-title = Änderungen von Hand
by-hand-undo = Rückgängig machen: { $what }
by-hand-redo = Wiederholen: { $what }
by-hand-all = { $n ->
    [one] Eine Änderung
   *[other] Alle { NUMBER($n) } Änderungen
  }
by-hand-is-undone = Rückgängig gemacht
by-hand-moved = { $pair }: verschoben auf { $place }
by-hand-added = { $pair }: hinzugefügt, { $place }
by-hand-removed = { $pair }: herausgenommen
by-hand-swapped = { $first } und { $second }: getauscht
by-hand-pinned = { $pair }: festgelegt
by-hand-pinned-here = { $pair }: zu diesem Termin an diesem Tisch festgelegt
by-hand-forbidden = { $pair }: ausgeschlossen
by-hand-unruled = { $pair }: Regel aufgehoben
change-breaks-plan = Damit wären veröffentlichte Gespräche nicht mehr möglich. Ändern Sie die Regel unter „Festgelegte und ausgeschlossene Paare“; dort sehen Sie, welche es sind.
done-by-hand-undone = Die Änderung ist rückgängig gemacht.
done-by-hand-redone = Die Änderung ist wiederholt.
change-already-meet = Die beiden haben in diesem Entwurf schon ein Gespräch.
change-not-allowed = Dieses Paar ist nicht möglich: wegen der Regeln der Veranstaltung, wegen eines ausgeschlossenen Paars oder weil eine der beiden Personen nicht verfügbar ist.
change-at-limit = { $name } hat bereits die Höchstzahl an Gesprächen: { $limit }.
change-stale = Dieser Entwurf hat sich inzwischen geändert. Es wurde nichts rückgängig gemacht und nichts wiederholt. Prüfen Sie die Änderungen unten und wählen Sie noch einmal.
change-overtaken = Diese Änderung lässt sich nicht rückgängig machen oder wiederholen: Der Entwurf oder das Programm hat sich seither geändert.

round-add = Gespräch hinzufügen
round-add-title = Gespräch zu Runde { $number } hinzufügen
round-add-lead = Wählen Sie zwei Personen. Sie sehen dann, was für das Gespräch spricht und welche Termine für beide möglich sind.
round-add-find = Mögliche Termine zeigen
round-add-help = Nur Termine, zu denen beide da und frei sind und ein Tisch frei ist.
round-add-table-help = Leer lassen für den ersten Tisch, der frei ist.
round-add-do = Gespräch hinzufügen
round-add-others = Andere Personen wählen
round-add-nowhere = Es gibt keinen Termin, zu dem beide da und frei sind und ein Tisch frei ist.
round-add-gone = Eine der beiden Personen ist nicht mehr angemeldet. Es wurde nichts hinzugefügt. Wählen Sie andere Personen.
round-swap = Mit einem anderen Gespräch tauschen
round-swap-with = Das andere Gespräch
round-swap-help = Jedes der beiden Gespräche bekommt Termin und Tisch des anderen. Nur Gespräche, bei denen alle Beteiligten da und frei sind.
round-swap-do = Die beiden Gespräche tauschen

rounds-discarded = Verworfen
rounds-kept = Aufbewahrt
rounds-kept-until = bis { $until }
rounds-not-kept = Die Gespräche sind nicht mehr gespeichert.
round-restore = Wiederherstellen
round-kept-until = Dieser Entwurf wurde verworfen. Sie können ihn bis { $until } wiederherstellen; danach werden seine Gespräche gelöscht.
round-restore-late = Diese Runde lässt sich nicht mehr wiederherstellen.
done-round-restored = Der Entwurf ist wiederhergestellt.
done-round-discarded-kept = Der Entwurf ist verworfen. Sie können ihn 24 Stunden lang wiederherstellen.

round-intentions = Wozu dient diese Runde?
round-intentions-help = Wählen Sie, was passt. Jede Wahl erhöht die Punkte einiger Gründe; unter „Details“ sehen Sie sie. Ohne Wahl sind alle Punkte wie üblich.
round-intention-wishes = Möglichst viele Wünsche
round-intention-wishes-help = Angenommene Wünsche gehen immer vor. Mit dieser Wahl zählen auch einseitige Wünsche mehr.
round-intention-needs = Gesuche treffen Angebote
round-intention-needs-help = Angebote und Gesuche zählen mehr, gewählte Themen ebenso wie Texte.
round-intention-topics = Personen mit gleichen Themen treffen sich
round-intention-topics-help = Themen, die beide genannt haben, zählen mehr, benachbarte auch.
round-intention-mix = Gruppen mischen sich
round-intention-mix-help = Arten von Organisationen oder Teilnahmegruppen, wie unten gewählt. Für einen Anteil, der eingehalten werden muss, geben Sie einen Mindestanteil an.
round-intention-countries = Über Ländergrenzen hinweg
round-intention-countries-help = Paare aus zwei Ländern zählen mehr. Für einen Anteil, der eingehalten werden muss, geben Sie einen Mindestanteil an.
round-details = Details: Punkte für jeden Grund, infrage kommende Personen, Ziehungsnummer
round-weights-own = Ein leeres Feld hat die Punkte, die sich aus Ihrer Wahl oben ergeben. Was Sie hier eingeben, gilt stattdessen.
round-weight-usual = Leer: { $points }, wie üblich. Möglich: { $range }
round-weight-raised = Leer: { $points } durch Ihre Wahl (üblich { $usual }). Möglich: { $range }
round-made-said = Wozu sie dient
round-made-said-nothing = nichts Besonderes

what-if-way = Was wäre, wenn …
what-if-title = Was wäre, wenn …: Runde { $number }
what-if-lead = Sehen Sie, was eine Änderung bringt: ein Tisch mehr, ein Termin mehr, ein anderes Minimum, eine andere Quote. Dieser Entwurf bleibt, wie er ist, und nichts wird gespeichert.
what-if-not-here = Das geht nur bei Entwürfen, die alle Gespräche neu planen, mit bis zu { $most } Personen.
what-if-change = Änderung
what-if-as-it-is = So, wie es ist
what-if-tables = { $n } Tische statt { $was }
what-if-slots = { $n } Termine statt { $was }
what-if-minimum = Ein Minimum von { $n } statt { $was }
what-if-quota = Ein Mindestanteil von { $n } % statt { $was } %
what-if-new-quota = Ein Mindestanteil von { $n } %
what-if-no-quota = Kein Mindestanteil
what-if-impossible = Kein Plan erfüllt dann alles, was verlangt ist.
what-if-help = Jede Zeile ist ein Plan, den eine schnelle Suche gerade berechnet hat, mit den Personen und Wünschen von jetzt. In Klammern: der Unterschied zu „So, wie es ist“. Eine längere Suche findet vielleicht etwas mehr. Bei zusätzlichen Terminen nimmt die Rechnung an, dass alle dafür bleiben.
what-if-steps = Ein Schritt
what-if-all = Alle berechnen
what-if-other = Eine andere Änderung
what-if-field-tables = Tische je Termin
what-if-field-slots = Termine, die noch bevorstehen, insgesamt
what-if-do = Berechnen
what-if-then = Um einen solchen Plan zu bekommen, ändern Sie die Tische in den Einstellungen oder die Termine im Programm, oder geben Sie andere Vorgaben an, und berechnen Sie eine neue Runde.
what-if-busy = Eine Änderung dieser Veranstaltung wird gerade berechnet. Laden Sie diese Seite gleich noch einmal.
