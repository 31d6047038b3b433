## plan: Gespräche, die nicht mehr passen, Änderungen, die Gespräche treffen, Verlegen, Plan zurückziehen, wer in einem Block ist

misfits-word = Der Plan passt nicht mehr.
misfits-title = { $meetings ->
    [one] 1 Gespräch von { NUMBER($people) } Personen kann nicht wie geplant stattfinden
   *[other] { NUMBER($meetings) } Gespräche von { NUMBER($people) } Personen können nicht wie geplant stattfinden
}
misfits-lead = { $meetings ->
    [one] Der veröffentlichte Plan hat noch 1 Gespräch.
   *[other] Der veröffentlichte Plan hat noch { NUMBER($meetings) } Gespräche. Die anderen sind nicht betroffen.
}
misfits-none-title = Der veröffentlichte Plan passt
misfits-none-lead = { $meetings ->
    [0] Es stehen keine Gespräche bevor.
    [one] Das eine Gespräch kann wie geplant stattfinden.
   *[other] Alle { NUMBER($meetings) } Gespräche können wie geplant stattfinden.
}
misfits-way = Ansehen, welche
misfits-pick = Auswählen
misfits-when = Wann
misfits-table = Tisch
misfits-who = Wer sich trifft
misfits-why = Warum es nicht passt
misfits-repair-text = Eine Reparatur findet für diese Gespräche einen anderen Termin oder Tisch und verlegt so wenige andere wie möglich. Sie sehen sie zuerst als Entwurf: Niemand bekommt eine E-Mail, bevor Sie ihn veröffentlichen.
misfits-repair = Reparatur vorbereiten
misfits-off-text = Oder sagen Sie die ausgewählten Gespräche ab. Beide Personen bekommen eine E-Mail.
misfits-off = Ausgewählte Gespräche absagen
misfit-slot-gone = Diesen Termin gibt es im Programm nicht mehr
misfit-outside-days = Der Gesprächsblock liegt weit außerhalb der Veranstaltungstage
misfit-away = { $name } ist in diesem Gesprächsblock nicht da
misfit-in-session = { $name } nimmt zu dieser Zeit an „{ $session }“ teil
misfit-outside-hours = { $name } führt zu dieser Uhrzeit der eigenen Zeitzone keine Gespräche
misfit-table-gone = { $tables ->
    [one] Es gibt nur noch 1 Tisch
   *[other] Es gibt nur noch { NUMBER($tables) } Tische
}
misfit-no-table = Kein Tisch war frei
misfit-types-apart = Ihre Teilnahmegruppen treffen sich nie
misfit-same-country = Beide kommen aus einem Land
misfit-excluded = Dieses Paar ist nicht möglich
misfit-forbidden = Sie haben dieses Paar ausgeschlossen

breaks-not-saved = Noch nicht gespeichert
breaks-title = { $meetings ->
    [one] Diese Änderung betrifft 1 Gespräch von { NUMBER($people) } Personen
   *[other] Diese Änderung betrifft { NUMBER($meetings) } Gespräche von { NUMBER($people) } Personen
}
breaks-lead = { $others ->
    [0] Nach der Änderung kann es nicht wie geplant stattfinden.
    [one] Nach der Änderung kann es nicht wie geplant stattfinden. Das andere Gespräch ist nicht betroffen.
   *[other] Nach der Änderung ist das nicht mehr wie geplant möglich. Die anderen { NUMBER($others) } Gespräche sind nicht betroffen.
}
breaks-ways = Was soll damit geschehen?
breaks-repair-title = Anderen Termin finden
breaks-repair-text = { $meetings ->
    [one] Sie sehen die Reparatur zuerst als Entwurf. Zu diesem Gespräch bekommt niemand eine E-Mail, bevor Sie ihn veröffentlichen.
   *[other] Sie sehen die Reparatur zuerst als Entwurf. Zu diesen { NUMBER($meetings) } Gesprächen bekommt niemand eine E-Mail, bevor Sie ihn veröffentlichen.
}
breaks-repair = Speichern und Reparatur vorbereiten
breaks-off-title = Absagen
breaks-off-text = { NUMBER($people) } Personen bekommen eine E-Mail, welche Gespräche abgesagt sind.
breaks-off = { $meetings ->
    [one] Speichern und 1 Gespräch absagen
   *[other] Speichern und { NUMBER($meetings) } Gespräche absagen
}
breaks-later-title = Später entscheiden
breaks-later-text = Niemand bekommt eine E-Mail. „Der Plan passt nicht mehr“ bleibt in der Übersicht und bei den Matching-Runden stehen, und die { NUMBER($people) } Personen lesen in ihrem Terminplan, dass dieses Gespräch geprüft wird.
breaks-later = Speichern und später entscheiden
breaks-back-title = Alles lassen, wie es war
breaks-back = Nicht speichern
breaks-which = Die Gespräche
problem-plan-breaks = { $meetings ->
    [one] Das würde 1 veröffentlichtes Gespräch unmöglich machen. Sagen Sie es zuerst ab oder verlegen Sie es.
   *[other] Das würde { NUMBER($meetings) } veröffentlichte Gespräche unmöglich machen. Sagen Sie sie zuerst ab oder verlegen Sie sie.
}
done-called-off = Gespeichert. Die Gespräche sind abgesagt, und die betroffenen Personen bekommen eine E-Mail.

my-breaks-title = { $meetings ->
    [one] Zu dieser Zeit haben Sie ein Gespräch
   *[other] Zu dieser Zeit haben Sie { NUMBER($meetings) } Gespräche
}
my-breaks-lead = Wenn Sie das speichern, werden diese Gespräche abgesagt. Die andere Person erfährt es sofort.
my-breaks-do = { $meetings ->
    [one] Speichern und 1 Gespräch absagen
   *[other] Speichern und { NUMBER($meetings) } Gespräche absagen
}
my-breaks-back = Meine Gespräche behalten
schedule-looked-at = Der Veranstalter prüft dieses Gespräch

withdraw-title = Plan zurückziehen
withdraw-nothing = Es stehen keine Gespräche bevor.
withdraw-lead = { $meetings ->
    [one] Damit wird 1 veröffentlichtes Gespräch von { NUMBER($people) } Personen abgesagt. Sie bekommen je eine E-Mail.
   *[other] Damit werden { NUMBER($meetings) } veröffentlichte Gespräche von { NUMBER($people) } Personen abgesagt. Sie bekommen je eine E-Mail.
}
withdraw-after = Gespräche, die begonnen haben, bleiben. Danach können Sie eine neue Matching-Runde starten.
withdraw-agreed = { $meetings ->
    [one] Auch 1 Gespräch absagen, das zwei Personen selbst vereinbart haben (weitere Personen, die eine E-Mail bekommen: { NUMBER($people) })
   *[other] Auch { NUMBER($meetings) } Gespräche absagen, die Personen selbst vereinbart haben (weitere Personen, die eine E-Mail bekommen: { NUMBER($people) })
}
withdraw-sure = Ja, die Gespräche absagen
withdraw-do = Plan zurückziehen
problem-withdraw-sure = Kreuzen Sie an, dass die Gespräche abgesagt werden sollen.
done-plan-withdrawn = Der Plan ist zurückgezogen, und die betroffenen Personen bekommen eine E-Mail.
round-state-withdrawn = Zurückgezogen

move-title = Veranstaltung verlegen
move-lead = Programm, Gesprächsblöcke und veröffentlichte Gespräche werden gemeinsam verlegt. Termine und Tische bleiben einander zugeordnet, und der letzte Tag für Änderungen rückt mit.
move-first-day = Neuer erster Tag
move-begins = Das Programm beginnt um
move-begins-help = Alles im Programm verschiebt sich um dieselbe Zeit.
move-look = Ansehen, was verlegt wird
move-days = Von { $before } auf { $after }
move-clock = Das Programm beginnt um { $time } Uhr. Alles darin verschiebt sich um dieselbe Zeit.
move-agenda = Programmpunkte: { $sessions }. Gesprächsblöcke: { $blocks }. Veröffentlichte Gespräche: { $meetings }.
move-mails = { $people ->
    [0] Niemand bekommt eine E-Mail.
    [one] 1 Person bekommt eine E-Mail mit den neuen Tagen.
   *[other] { NUMBER($people) } Personen bekommen je eine E-Mail mit den neuen Tagen.
}
move-after = Vorschläge, die auf eine Antwort warten, enden, weil sie die alte Zeit nennen.
move-do = { $people ->
    [0] Veranstaltung verlegen
    [one] Verlegen und 1 E-Mail senden
   *[other] Verlegen und { NUMBER($people) } E-Mails senden
}
problem-move-nowhere = Geben Sie einen anderen Tag oder eine andere Zeit ein.
problem-move-begun = Die Veranstaltung hat begonnen. Ändern Sie stattdessen einzelne Programmpunkte und Gesprächsblöcke.
done-moved = Die Veranstaltung ist verlegt, mit allem, was im Programm steht.
setting-move = Veranstaltung mit Programm und Gesprächen verlegen
ask-left-behind = { $meetings ->
    [0] { $items ->
        [one] 1 Eintrag des Programms bleibt an den alten Tagen.
       *[other] { NUMBER($items) } Einträge des Programms bleiben an den alten Tagen.
    }
   *[other] { $items ->
        [one] 1 Eintrag des Programms bleibt an den alten Tagen, mit { NUMBER($meetings) } veröffentlichten Gesprächen.
       *[other] { NUMBER($items) } Einträge des Programms bleiben an den alten Tagen, mit { NUMBER($meetings) } veröffentlichten Gesprächen.
    }
}
ask-move-agenda = Speichern und Programm und Gespräche mitverlegen

block-members = Wer ist in diesem Gesprächsblock?
block-members-help = Wer sich später anmeldet, wählt selbst; wer später importiert wird, ist in allen Blöcken.
block-members-everyone = Alle, die sich bisher angemeldet haben
block-members-block = Alle, die in „{ $label }“ sind
block-members-nobody = Noch niemand
block-people-way = Wer in diesem Gesprächsblock ist
block-people-title = Wer in „{ $label }“ ist
block-people-lead = { NUMBER($inside) } von { NUMBER($everyone) } Personen sind in diesem Gesprächsblock.
block-people-who = Personen auswählen
block-people-everyone = Alle ({ NUMBER($people) })
block-people-none = Alle, die in keinem Block sind ({ NUMBER($people) })
block-people-block = Alle, die in „{ $label }“ sind ({ NUMBER($people) })
block-people-put = In diesen Block aufnehmen
block-people-take-out = Aus diesem Block herausnehmen
problem-block-members = Wählen Sie zuerst Personen aus.
problem-block-begun = Dieser Block hat begonnen: Termine, die begonnen haben, bleiben. Sie können nur noch ändern, wie viele folgen.
session-told = { $people ->
    [one] 1 Person nimmt teil. Wenn Sie Zeit oder Ort ändern, bekommt sie eine E-Mail.
   *[other] { NUMBER($people) } Personen nehmen teil. Wenn Sie Zeit oder Ort ändern, bekommen sie eine E-Mail.
}

step-misfits = { $count ->
    [one] 1 veröffentlichtes Gespräch kann nicht wie geplant stattfinden: Plan reparieren
   *[other] { NUMBER($count) } veröffentlichte Gespräche können nicht wie geplant stattfinden: Plan reparieren
}
step-in-no-block = { $count ->
    [one] 1 Person ist in keinem Gesprächsblock und kann kein Gespräch bekommen: in einen Block aufnehmen
   *[other] { NUMBER($count) } Personen sind in keinem Gesprächsblock und können kein Gespräch bekommen: in einen Block aufnehmen
}

mail-fact-date-before = Bisher
mail-fact-session = Programmpunkt
mail-fact-now = Jetzt
mail-fact-before = Bisher
mail-event-moved-subject = Neuer Termin: { $event }
mail-event-moved-heading = Die Veranstaltung hat einen neuen Termin
mail-event-moved-text = Die Veranstaltung „{ $event }“ findet an anderen Tagen statt als geplant. Ihre Anmeldung bleibt gültig.
mail-event-moved-after = Falls Sie am neuen Termin nicht kommen können, stornieren Sie bitte auf Ihrer Seite, damit jemand anderes den Platz bekommt.
mail-session-moved-subject = „{ $session }“ hat sich geändert: { $event }
mail-session-moved-heading = Einer Ihrer Programmpunkte hat sich geändert
mail-session-moved-text = Sie haben „{ $session }“ bei der Veranstaltung „{ $event }“ gewählt. Zeit oder Ort sind neu.
mail-session-place-subject = Sie haben einen Platz in „{ $session }“: { $event }
mail-session-place-heading = Sie haben einen Platz
mail-session-place-text = Sie haben auf einen Platz in „{ $session }“ bei { $event } gewartet. Jetzt haben Sie einen. Wenn Sie nicht kommen können, nehmen Sie das Häkchen bei „Wann Sie da sind“ heraus, damit die nächste Person nachrückt.
mail-session-place-clash = Zur selben Zeit haben Sie ein Gespräch. Ihr Terminplan zeigt es; dort können Sie das Gespräch absagen oder den Programmpunkt verlassen.
mail-because-event-moved = Die Veranstaltung ist von { $before } auf { $after } verlegt.
mail-agenda-later = Das Programm beginnt { $minutes } Minuten später als geplant.
mail-agenda-earlier = Das Programm beginnt { $minutes } Minuten früher als geplant.
mail-agenda-moved-subject = Neue Zeiten: { $event }
mail-agenda-moved-heading = Das Programm ist verschoben
mail-because-place = Die Veranstaltung findet an einem anderen Ort statt.
mail-because-block = Der Veranstalter hat einen Gesprächsblock verlegt.
mail-because-withdrawn = Der Veranstalter hat den Plan zurückgezogen.
mail-because-misfit = Der Veranstalter hat die Veranstaltung geändert, und diese Gespräche sind nicht mehr möglich.
outbox-kind-event-moved = Neuer Termin
outbox-kind-session-moved = Programmpunkt geändert
outbox-kind-session-place = Platz in einem Programmpunkt
agenda-outside = Kein Tag der Veranstaltung

waiting-list-title = Warteliste
waiting-list-lead = Freie Plätze bekommen die, die am längsten warten. Kurz vor der Veranstaltung werden sie vorher gefragt, und sobald sie begonnen hat, rückt niemand mehr nach.
waiting-list-way = Wie die Warteliste nachrückt
waiting-list-asks = Fragen statt mitteilen: Tage vor der Veranstaltung
waiting-list-asks-help = Die Personen werden gefragt, ob sie noch kommen können. Der Platz wartet höchstens 24 Stunden auf sie.
waiting-list-stops = Niemand rückt mehr nach: Stunden vor der Veranstaltung
waiting-list-stops-help = Gezählt ab Mitternacht zu Beginn des ersten Tages. 0 heißt: bis zum Vortag.
my-seat-offered = Ein Platz ist für Sie frei geworden. Können Sie noch kommen? Er wartet bis { $time } auf Sie.
my-seat-take = Ja, ich komme
my-seat-refuse = Nein, ich kann nicht kommen
done-seat-taken = Sie haben den Platz. Die Bestätigung ist unterwegs.
done-seat-gone = Dieser Platz ist nicht mehr frei.
mail-seat-offered-subject = Ein Platz ist frei, können Sie noch kommen? { $event }
mail-seat-offered-heading = Ein Platz ist frei: Können Sie noch kommen?
mail-seat-offered-text = Sie stehen auf der Warteliste der Veranstaltung „{ $event }“, und ein Platz ist frei geworden. Bitte sagen Sie uns, ob Sie kommen.
mail-seat-offered-action = Jetzt antworten
mail-seat-offered-after = Ohne Antwort bis dahin bekommt die nächste Person auf der Liste den Platz.
outbox-kind-seat-offered = Platz angeboten
log-registration-offered = Platz von der Warteliste angeboten
log-registration-offer-accepted = Angebotenen Platz angenommen
log-registration-offer-lapsed = Auf das Angebot eines Platzes nicht geantwortet
log-event-waiting-list = Warteliste geändert
log-plan-withdrawn = Plan zurückgezogen
log-plan-misfits-called-off = Gespräche abgesagt, die nicht mehr passten
misfits-check = Prüfen, ob der veröffentlichte Plan passt

misfit-other-tables = Zu dieser Zeit können sie nur hier sitzen: { $tables }
misfit-two-booths = Zu dieser Zeit bleiben beide an eigenen Ständen
misfit-table-kept = Ihr Tisch ist zu dieser Zeit für andere freigehalten oder fehlt
