# answers of calendars
mail-decline-heard-subject = Fällt Ihr Gespräch mit { $partner } aus?
mail-decline-heard-heading = Sie haben ein Gespräch abgelehnt
mail-decline-heard-text = In Ihrem Kalender haben Sie dieses Gespräch bei { $event } abgelehnt. Es steht noch im Plan. Bitte bestätigen Sie, dass es ausfällt: Dann erfährt es { $partner }, und die Zeit ist wieder frei.
mail-decline-heard-action = Gespräch absagen
mail-decline-heard-after = Wenn das Gespräch stattfindet, brauchen Sie nichts zu tun.
declined-title = Fällt dieses Gespräch aus?
declined-lead = Sie haben es in Ihrem Kalender abgelehnt. Bis Sie das bestätigen, steht es im Plan, und die andere Person rechnet mit Ihnen.
declined-button = Gespräch absagen
cancel-reason-calendar = Im Kalender abgelehnt
log-meeting-cancelled-calendar = Gespräch abgesagt: im Kalender abgelehnt
log-calendar-accepted = Gespräch im Kalender zugesagt
log-calendar-tentative = Gespräch im Kalender mit Vorbehalt zugesagt
log-calendar-declined = Gespräch im Kalender abgelehnt
log-event-changed-calendars = Antworten von Kalendern: Einstellung geändert
nav-calendars = Kalender
calendars-lead = Viele Kalender antworten auf eine Einladung: Jemand sagt zu, ist unsicher oder lehnt ab. Was sie antworten, steht hier.
calendars-address = Kalender antworten an { $address }.
declines-legend = Wenn jemand ein Gespräch im Kalender ablehnt
declines-ask = Zuerst nachfragen
declines-ask-help = Die Person bekommt eine E-Mail mit einer Schaltfläche, die das Gespräch absagt. Bis dahin steht es im Plan.
declines-cancel = Das Gespräch sofort absagen
declines-cancel-help = Die andere Person erfährt es sofort. Ein versehentlicher Klick beendet ein Gespräch.
calendars-told = Was Kalender zu geplanten Gesprächen sagen
calendars-none = Noch kein Kalender hat geantwortet.
calendars-who = Person
calendars-meeting = Gespräch
calendars-answer = Antwort
calendars-accepted = { $count ->
    [one] 1 Gespräch wurde in einem Kalender zugesagt.
   *[other] { NUMBER($count) } Gespräche wurden in einem Kalender zugesagt.
}
calendar-answer-accepted = Zugesagt
calendar-answer-tentative = Unsicher
calendar-answer-declined = Abgelehnt, noch nicht bestätigt

# how meetings come into calendars
my-calendar-title = Ihr Kalender
my-calendar-lead = Wählen Sie einmal, wie Ihre Gespräche in Ihren Kalender kommen. Sie können es jederzeit ändern.
my-calendar-mode = Gespräche Ihres Plans
my-calendar-mode-file = Eine Datei mit allen
my-calendar-mode-file-help = Sie liegt jeder E-Mail zu Ihrem Plan bei. Sie öffnen sie, und Ihr Kalender trägt alles ein.
my-calendar-mode-invitation = Eine Einladung zu jedem Gespräch
my-calendar-mode-invitation-help = Jede kommt in einer eigenen E-Mail. Outlook, Apple und Google tragen sie selbst ein und ändern sie.
my-calendar-alarm = Erinnerung
my-calendar-alarm-help = Ihr Kalender erinnert Sie vor Beginn eines Programmpunkts oder Gesprächs.
my-calendar-alarm-none = Keine Erinnerung
my-calendar-alarm-minutes = { $minutes } Minuten vorher
my-calendar-more = Weitere Wege
my-calendar-feed = Meinen Kalender alles selbst abrufen lassen
my-calendar-file = Die Datei mit allem jetzt öffnen
my-calendar-ask = Wie möchten Sie Ihre Gespräche in Ihrem Kalender haben?
my-calendar-way = Wählen
log-participant-changed-calendar = Weg in den Kalender gewählt

# mails about a plan
mail-schedule-ask = In Ihrem Kalender
mail-schedule-ask-way = Wählen, wie Ihre Gespräche in Ihren Kalender kommen
mail-schedule-changed-own-text = Sie haben ein Gespräch bei der Veranstaltung „{ $event }“ abgesagt. So sieht Ihr Plan jetzt aus.
mail-schedule-changed-left-text = Ihre Anmeldung zur Veranstaltung „{ $event }“ ist storniert, damit entfallen Ihre Gespräche. Die angehängte Datei entfernt sie aus Ihrem Kalender.
mail-meeting-cancelled-own-text = Sie haben dieses Gespräch bei der Veranstaltung „{ $event }“ abgesagt. Die andere Person weiß davon.
mail-meeting-cancelled-left-text = Ihre Anmeldung zur Veranstaltung „{ $event }“ ist storniert, damit entfällt dieses Gespräch.

# entries of calendars
calendar-summary-cancelled = Abgesagt: { $summary }
calendar-offers = Bietet: { $topics }
calendar-seeks = Sucht: { $topics }
mail-event-file = Die angehängte Datei event.ics trägt die Veranstaltung in Ihren Kalender ein.
outbox-kind-decline-heard = Gespräch im Kalender abgelehnt
