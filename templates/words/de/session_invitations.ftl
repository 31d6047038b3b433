# Einladungen zu Programmpunkten: wer zu einem Empfang oder einer eigenen Runde gebeten ist und was sie sagen.

session-types-invited = Alle, die das Team einlädt
session-by-invitation = auf Einladung
session-you-are-invited = Sie sind eingeladen
session-accept = Teilnehmen
session-decline = Absagen
done-session-accepted = Sie nehmen teil. Ihr Terminplan zeigt es, oder dass Sie auf einen Platz warten.
done-session-declined = Sie haben die Einladung abgelehnt.
session-invited = Eingeladen
session-invited-lead = { $count ->
    [0] Zu diesem Programmpunkt ist niemand eingeladen.
    [one] Eine Person ist eingeladen.
   *[other] { NUMBER($count) } Personen sind eingeladen.
} { $comes ->
    [0] {""}
    [one] Eine nimmt teil.
   *[other] { NUMBER($comes) } nehmen teil.
} { $waits ->
    [0] {""}
    [one] Eine wartet auf einen Platz.
   *[other] { NUMBER($waits) } warten auf einen Platz.
} { $declined ->
    [0] {""}
    [one] Eine hat abgelehnt.
   *[other] { NUMBER($declined) } haben abgelehnt.
}
session-invite-find = Jemanden einladen: Name oder Organisation
session-invite-nobody = Es ist niemand zu finden, der angemeldet und noch nicht eingeladen ist.
session-invite = Einladen
session-uninvite = Einladung zurücknehmen
session-invited-answer = Antwort
session-invited-comes = Nimmt teil
session-invited-waits = Wartet auf einen Platz
session-invited-declined = Hat abgelehnt
session-invited-silent = Noch keine Antwort
done-session-invited = Die Person ist eingeladen; die E-Mail ist unterwegs.
bulk-session-invite = Zu einem Programmpunkt einladen
bulk-session-mails = Alle bekommen eine E-Mail mit der Einladung. Sonst sieht niemand, wer eingeladen ist.
bulk-cannot-not-registered = { $count ->
    [one] Eine Person kann nicht eingeladen werden, weil sie nicht angemeldet ist:
   *[other] { NUMBER($count) } Personen können nicht eingeladen werden, weil sie nicht angemeldet sind:
}
mail-session-invited-subject = Sie sind zu „{ $session }“ eingeladen: { $event }
mail-session-invited-heading = Sie sind eingeladen
mail-session-invited-text = Sie sind zu „{ $session }“ bei { $event } eingeladen. Bitte sagen Sie in Ihrem Terminplan, ob Sie teilnehmen.
outbox-kind-session-invited = Einladung zu einem Programmpunkt
log-session-invited = Zu einem Programmpunkt eingeladen
log-session-uninvited = Einladung zu einem Programmpunkt zurückgenommen
log-session-accepted = Einladung zu einem Programmpunkt angenommen
log-session-declined = Einladung zu einem Programmpunkt abgelehnt
data-session-invited = Zu einem Programmpunkt eingeladen
data-session-declined = abgelehnt { $moment }
