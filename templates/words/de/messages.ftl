# Messages between two participants, relayed without addresses.

message-write = Nachricht schreiben
message-title = Nachrichten mit { $person }
message-lead = Wir leiten weiter, was Sie schreiben: auf dieser Seite und per E-Mail. Keine der beiden Personen sieht die E-Mail-Adresse der anderen. Die Antwort kommt auf demselben Weg.
message-none = Hier sind noch keine Nachrichten.
message-older = Hier stehen nur die neuesten { $count } Nachrichten.
message-older-way = Alle in meinen Daten ansehen
message-own = Sie
message-late-said = Ich verspäte mich zu unserem Gespräch.
message-text = Ihre Nachricht
message-text-help = Höchstens { $max } Zeichen.
message-left = { $count ->
    [one] Sie können jetzt noch eine Nachricht senden.
   *[other] Sie können noch { NUMBER($count) } Nachrichten senden, bevor eine Antwort kommt.
}
message-send = Nachricht senden
message-full = Sie haben { $count } Nachrichten ohne Antwort gesendet. Sobald die andere Person antwortet, können Sie wieder schreiben.
message-full-today = Sie haben innerhalb eines Tages { $count } Nachrichten gesendet. Morgen können Sie wieder schreiben.
message-shut = Sie können Personen schreiben, die Sie treffen, solange zwischen Ihnen ein Vorschlag offen ist, und Personen, die Ihnen geschrieben haben.
message-shut-excluded = Sie möchten diese Person nicht treffen. Nehmen Sie das zuerst zurück, wenn Sie ihr schreiben möchten.
message-late-title = Verspäten Sie sich?
message-late-lead = Ihr Gespräch: { $when }. Wir sagen es der anderen Person per E-Mail, in ihrer Sprache.
message-late = Ich verspäte mich
message-late-again = Sie haben der anderen Person in der letzten Stunde gesagt, dass Sie sich verspäten.
message-mute-title = Keine Nachrichten von dieser Person
message-mute-lead = Wenn Sie diese Person stummschalten, erreicht Sie nichts, was sie schreibt – auch nicht, dass sie sich verspätet. Sie erfährt davon nichts.
message-mute = Diese Person stummschalten
message-muted = Sie haben diese Person stummgeschaltet. Nichts, was sie schreibt, erreicht Sie. Sie erfährt davon nichts.
message-unmute = Stummschaltung aufheben
message-person = Diese Person ansehen
done-message-sent = Ihre Nachricht ist gesendet.
done-message-late = Wir sagen der anderen Person, dass Sie sich verspäten.
done-message-muted = Sie bekommen keine Nachrichten mehr von dieser Person. Sie erfährt davon nichts.
done-message-unmuted = Sie bekommen wieder Nachrichten von dieser Person. Was sie inzwischen geschrieben hat, sehen Sie nicht.
problem-message-missing = Schreiben Sie eine Nachricht.
problem-message-unanswered = Diese Nachricht ist nicht gesendet: Die andere Person hat auf Ihre letzten Nachrichten nicht geantwortet. Sobald sie antwortet, können Sie wieder schreiben.
problem-message-today = Diese Nachricht ist nicht gesendet: Mehr Nachrichten sind an einem Tag nicht möglich. Morgen können Sie wieder schreiben.
mail-fact-writer = Von
mail-message-received-subject = Nachricht von { $partner }: { $event }
mail-message-received-heading = Sie haben eine Nachricht
mail-message-received-text = { $partner } schreibt Ihnen:
mail-message-received-action = Lesen und antworten
mail-message-received-after = Bitte antworten Sie auf der Seite. Eine Antwort auf diese E-Mail geht an den Veranstalter. Wenn Sie keine Nachrichten dieser Person mehr möchten, können Sie sie auf der Seite stummschalten. Sie erfährt davon nichts.
mail-late-subject = { $partner } verspätet sich: Ihr Gespräch um { $time } Uhr
mail-late-heading = Die andere Person verspätet sich
mail-late-text = { $partner } verspätet sich zu Ihrem Gespräch bei { $event }. Bitte warten Sie ein wenig. Wenn Sie nicht warten können, sagen Sie es auf der Seite.
example-message = Können wir uns zehn Minuten früher am Eingang treffen?
outbox-kind-message-received = Nachricht einer anderen Person
data-messages = Nachrichten
data-message-by-me = Sie haben geschrieben
data-message-to-me = Ihnen wurde geschrieben
data-muted = Sie möchten keine Nachrichten von dieser Person
stored-messages = Was Sie und andere Teilnehmende sich schreiben, und von wem Sie keine Nachrichten möchten
stored-messages-why = Um Nachrichten zwischen Personen, die sich treffen, ohne ihre Adressen weiterzuleiten
