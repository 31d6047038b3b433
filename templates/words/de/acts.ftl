# Rückgängig machen, was Veranstalter getan haben.
nav-acts = Rückgängig
acts-lead = Was Veranstalter in den letzten 24 Stunden bei dieser Veranstaltung getan haben, das Neueste zuerst. Rückgängig machen stellt alles wieder her, solange keine E-Mail dazu gesendet ist und niemand seither dasselbe geändert hat.
acts-empty = In den letzten 24 Stunden wurde nichts getan, was sich rückgängig machen lässt.
acts-what = Was
acts-emails = E-Mails
acts-unnamed = Eine Änderung
acts-times = { $n } Einträge im Protokoll
acts-mails-none = Keine
acts-mails-waiting = { $n ->
    [one] Eine E-Mail wartet bis { $time }.
   *[other] { $n } E-Mails warten bis { $time }.
}
acts-mails-gone = { $n ->
    [one] Eine E-Mail ist gesendet: Das bleibt so.
   *[other] Von { $n } E-Mails sind welche gesendet: Das bleibt so.
}
act-just-done = Eben getan: { $what }.
act-undo = Rückgängig machen
act-send = E-Mails jetzt senden
act-of = { $what }, { $when }
done-act-undone = Rückgängig gemacht. Alles ist wie vorher.
done-act-sent = Die E-Mails gehen jetzt hinaus. Ist eine davon gesendet, lässt es sich nicht mehr rückgängig machen.
log-act-undone = Rückgängig gemacht
problem-undo-forgotten = Das lässt sich nicht mehr rückgängig machen: Es ist mehr als einen Tag her, schon rückgängig gemacht, oder jemand davon wurde gelöscht.
problem-undo-mail = Das lässt sich nicht mehr rückgängig machen: Eine E-Mail dazu ist gesendet. Ändern Sie es von Hand; wen es betrifft, erfährt davon.
problem-undo-changed = Das lässt sich nicht rückgängig machen: Etwas davon wurde seither geändert. Machen Sie zuerst die spätere Änderung rückgängig, wenn sie in dieser Liste steht, oder ändern Sie es von Hand.
problem-undo-seats = Das lässt sich nicht rückgängig machen: Inzwischen haben andere die Plätze bekommen.
