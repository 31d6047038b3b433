## Mails und Kalendereinträge

mail-from = { $organiser } via { $event }
mail-greeting = Guten Tag { $name },
mail-greeting-unnamed = Guten Tag,
mail-or-copy = Oder kopieren Sie diese Adresse in Ihren Browser:
mail-label = { $name }:
mail-open-event = Meine Veranstaltung öffnen
mail-open-schedule = Meinen Terminplan öffnen
mail-link-is-personal = Dieser Link ist persönlich: Wer ihn hat, kann Ihre Anmeldung sehen und ändern. Bitte geben Sie ihn nicht weiter.
mail-footer-why = Sie erhalten diese E-Mail, weil diese Adresse zur Veranstaltung „{ $event }“ angemeldet wurde.
mail-footer-contact = Fragen? Antworten Sie auf diese E-Mail oder schreiben Sie an { $organiser }: { $contact }
mail-footer-account = Sie erhalten diese E-Mail, weil zu dieser Adresse ein Veranstalterkonto besteht bei { $address }

mail-online = Online
mail-fact-event = Veranstaltung
mail-fact-date = Datum
mail-fact-place = Ort
mail-fact-code = Ihr Kennzeichen
mail-fact-waiting = Platz auf der Warteliste
mail-fact-partner = Sie treffen
mail-fact-country = Land
mail-fact-time = Zeit

calendar-summary = Gespräch mit { $partner }

# Bitte bestätigen
mail-confirm-subject = Bitte bestätigen Sie Ihre Anmeldung: { $event }
mail-confirm-heading = Bitte bestätigen Sie Ihre Anmeldung
mail-confirm-text = Vielen Dank für Ihre Anmeldung zur Veranstaltung „{ $event }“. Ein Schritt fehlt noch: Öffnen Sie die folgende Seite und drücken Sie dort auf die Schaltfläche, damit wir wissen, dass diese Adresse Ihnen gehört.
mail-confirm-action = Meine Anmeldung bestätigen
mail-confirm-hours = { $hours ->
    [one] Der Link gilt eine Stunde.
   *[other] Der Link gilt { NUMBER($hours) } Stunden.
  } Bis zu Ihrer Bestätigung ist kein Platz für Sie reserviert.
mail-confirm-after = Wenn Sie sich nicht angemeldet haben, brauchen Sie nichts zu tun: Ohne die Bestätigung werden die Angaben gelöscht.
mail-confirm-address-subject = Bitte bestätigen Sie Ihre neue E-Mail-Adresse: { $event }
mail-confirm-address-heading = Bitte bestätigen Sie Ihre neue E-Mail-Adresse
mail-confirm-address-text = Diese Adresse soll für die Anmeldung zu { $event } verwendet werden. Öffnen Sie die Seite unten und wählen Sie dort die Schaltfläche. Bis dahin gehen E-Mails an die bisherige Adresse.
mail-confirm-address-action = Diese Adresse bestätigen
mail-confirm-address-hours = { $hours ->
    [one] Der Link gilt eine Stunde.
   *[other] Der Link gilt { NUMBER($hours) } Stunden.
  }
mail-confirm-address-after = Wenn Sie das nicht veranlasst haben, müssen Sie nichts tun. Es ändert sich nichts.
mail-address-changed-subject = Ihre E-Mail-Adresse wurde geändert: { $event }
mail-address-changed-heading = Ihre E-Mail-Adresse wurde geändert
mail-address-changed-text = E-Mails zu { $event } gehen jetzt an eine andere Adresse. Ihre Gespräche, Ihre Angaben und Ihr Platz bleiben, wie sie sind.
mail-address-changed-after = Wenn Sie das nicht waren: Öffnen Sie Ihre Seite mit dem Link aus einer früheren E-Mail, ändern Sie die Adresse zurück und antworten Sie auf diese E-Mail.
mail-fact-new-address = Neue Adresse

# Meldet sich noch einmal an
mail-already-registered-subject = Sie haben sich bereits angemeldet: { $event }
mail-already-registered-heading = Sie haben sich bereits angemeldet
mail-already-registered-text = Soeben hat sich jemand mit dieser Adresse zur Veranstaltung „{ $event }“ angemeldet; zu ihr besteht jedoch schon eine Anmeldung. Es hat sich nichts geändert.
mail-already-registered-after = Wenn Sie das nicht waren, brauchen Sie nichts zu tun.

# Angemeldet
mail-registered-subject = Sie sind angemeldet: { $event }
mail-registered-heading = Sie sind angemeldet
mail-registered-text = Ihre Anmeldung zur Veranstaltung „{ $event }“ ist vollständig. Wir freuen uns auf Sie.
mail-registered-after = Dort können Sie Ihre Angaben ändern, sagen, wen Sie treffen möchten, Ihren Terminplan sehen oder absagen, falls Sie nicht kommen können.

# Wartet auf Zusage
mail-awaiting-approval-subject = Ihre Anmeldung ist eingegangen: { $event }
mail-awaiting-approval-heading = Ihre Anmeldung ist eingegangen
mail-awaiting-approval-text = Vielen Dank, Ihre Adresse ist bestätigt. { $organiser } prüft jede Anmeldung zur Veranstaltung „{ $event }“ und schreibt Ihnen, sobald über Ihre entschieden ist. Bis dahin brauchen Sie nichts zu tun.
mail-awaiting-approval-after = Dort können Sie Ihre Angaben ändern oder Ihre Anmeldung zurückziehen.

# Warteliste
mail-waiting-list-subject = Sie stehen auf der Warteliste: { $event }
mail-waiting-list-heading = Sie stehen auf der Warteliste
mail-waiting-list-text = Zurzeit sind alle Plätze der Veranstaltung „{ $event }“ vergeben. Sobald einer für Sie frei wird, sind Sie angemeldet, und wir schreiben Ihnen.
mail-waiting-list-after = Dort sehen Sie Ihren Platz auf der Warteliste, können Ihre Angaben ändern oder zurücktreten, falls Sie nicht mehr kommen können.

# Ein Platz ist frei
mail-promoted-subject = Ein Platz ist frei, Sie sind angemeldet: { $event }
mail-promoted-heading = Ein Platz ist frei: Sie sind angemeldet
mail-promoted-text = Gute Nachricht: Bei der Veranstaltung „{ $event }“ ist ein Platz frei geworden, und er gehört Ihnen. Ihre Anmeldung ist vollständig.
mail-promoted-after = Falls Sie nicht mehr kommen können, sagen Sie bitte dort ab, damit die nächste Person auf der Liste den Platz bekommt.

# Abgelehnt
mail-rejected-subject = Ihre Anmeldung: { $event }
mail-rejected-heading = Wir können Ihnen keinen Platz anbieten
mail-rejected-text = Vielen Dank für Ihr Interesse an der Veranstaltung „{ $event }“. Leider können wir Ihnen dieses Mal keinen Platz anbieten.
mail-rejected-after = Dort können Sie Ihre Angaben einsehen.

# Abgesagt
mail-cancelled-subject = Ihre Anmeldung ist storniert: { $event }
mail-cancelled-heading = Ihre Anmeldung ist storniert
mail-cancelled-text = Ihre Anmeldung zur Veranstaltung „{ $event }“ ist storniert. Falls Sie Gespräche hatten, sind auch diese abgesagt; Ihre Gesprächspartner wissen Bescheid.
mail-cancelled-after = Falls das ein Versehen ist, schreiben Sie uns bitte.

# Persönlicher Link
mail-personal-link-subject = Ihr persönlicher Link: { $event }
mail-personal-link-heading = Ihr persönlicher Link
mail-personal-link-text = Hier ist der angeforderte Link zu Ihrer Anmeldung für die Veranstaltung „{ $event }“.
mail-personal-link-after = Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun.

# Terminplan
mail-schedule-subject = Ihre Gespräche: { $event }
mail-schedule-heading = Ihre Gespräche
mail-schedule-text = Die Gespräche der Veranstaltung „{ $event }“ stehen fest. Hier lesen Sie, wen Sie wann und wo treffen.
mail-schedule-changed-subject = Ihre Gespräche haben sich geändert: { $event }
mail-schedule-changed-heading = Ihre Gespräche haben sich geändert
mail-schedule-changed-text = Bei Ihren Gesprächen der Veranstaltung „{ $event }“ hat sich etwas geändert.
mail-schedule-added = Neu
mail-schedule-moved = Verschoben
mail-schedule-cancelled = Abgesagt
mail-schedule-count = { $count ->
    [0] Zurzeit haben Sie keine Gespräche.
    [one] Sie haben ein Gespräch:
   *[other] Sie haben { NUMBER($count) } Gespräche:
  }
mail-schedule-invitations = Zu jedem Gespräch erhalten Sie eine Kalendereinladung in einer eigenen E-Mail. Ihr Kalender hält sie aktuell; eine Antwort ist nicht nötig.
mail-schedule-file = Die angehängte Datei meetings.ics trägt alle in Ihren Kalender ein.
mail-schedule-after = Dort finden Sie immer den neuesten Stand. Wenn Sie zu einem Gespräch nicht kommen können, sagen Sie es bitte dort ab, damit Ihr Gegenüber neu planen kann.

# Ein Gespräch
mail-invitation-subject = Gespräch mit { $partner }, { $date }, { $time } Uhr
mail-invitation-subject-changed = Geändert: Gespräch mit { $partner }, { $date }, { $time } Uhr
mail-invitation-heading = Gespräch mit { $partner }
mail-invitation-text = Dies ist eines Ihrer Gespräche bei der Veranstaltung „{ $event }“.
mail-invitation-calendar = Ihr Kalender trägt es selbst ein oder sobald Sie die angehängte Datei öffnen. Eine Antwort ist nicht nötig.
mail-meeting-cancelled-subject = Abgesagt: Gespräch mit { $partner }, { $date }, { $time } Uhr
mail-meeting-cancelled-heading = Gespräch abgesagt
mail-meeting-cancelled-text = Dieses Gespräch bei der Veranstaltung „{ $event }“ findet nicht statt. Wir bedauern die Änderung.
mail-meeting-cancelled-calendar = Ihr Kalender entfernt es selbst oder sobald Sie die angehängte Datei öffnen.

# Erinnerungen
mail-stop-reminders = Keine Erinnerungen mehr zu dieser Veranstaltung
mail-reminder-late = Diese Erinnerung kommt später als vorgesehen. Wir bitten um Entschuldigung.
mail-reminder-day-subject = Ihr Programm am { $date }: { $event }
mail-reminder-day-heading = Ihr Programm am { $date }
mail-reminder-day-text = { $count ->
    [one] Am { $date } haben Sie ein Gespräch bei der Veranstaltung „{ $event }“. Das ist Ihr Programm für den Tag.
   *[other] Am { $date } haben Sie { NUMBER($count) } Gespräche bei der Veranstaltung „{ $event }“. Das ist Ihr Programm für den Tag.
  }
mail-reminder-day-text-no-meetings = Am { $date } freuen wir uns, Sie bei der Veranstaltung „{ $event }“ zu sehen. Für diesen Tag ist kein Gespräch für Sie vereinbart; das ist das Programm.
mail-reminder-day-text-nothing = Am { $date } freuen wir uns, Sie bei der Veranstaltung „{ $event }“ zu sehen. Für diesen Tag ist kein Gespräch für Sie vereinbart.
mail-reminder-day-calendar = Die Einladungen in Ihrem Kalender stimmen weiterhin; diese E-Mail bringt keine neuen.
mail-reminder-hour-subject = Um { $time } Uhr: Ihr Gespräch mit { $partner }
mail-reminder-hour-heading = Ihr erstes Gespräch beginnt um { $time } Uhr
mail-reminder-hour-text = Das ist heute Ihr erstes Gespräch bei der Veranstaltung „{ $event }“.
mail-reminder-hour-then = Danach:
# A proposal
mail-cancel-reason = Grund: { $reason }
mail-fact-proposed-partner = Mit
mail-fact-answer-by = Antwort bis
mail-proposal-message = Dazu die Nachricht: { $message }
mail-proposal-action = Annehmen oder ablehnen
mail-proposal-received-subject = { $partner } möchte Sie treffen, { $date }, { $time }
mail-proposal-received-heading = Ihnen wird ein Gespräch vorgeschlagen
mail-proposal-received-text = { $partner } schlägt Ihnen ein Gespräch bei { $event } vor. Sie sind zu dieser Zeit beide frei.
mail-proposal-received-after = Geplant ist erst etwas, wenn Sie annehmen. Um abzulehnen, müssen Sie nichts tun: Nach der genannten Zeit endet der Vorschlag von selbst.
mail-proposal-sent-subject = Ihr Vorschlag an { $partner }, { $date }, { $time }
mail-proposal-sent-heading = Ihr Vorschlag ist unterwegs
mail-proposal-sent-text = Sie schlagen { $partner } ein Gespräch bei { $event } vor. Wir schreiben Ihnen, sobald der Vorschlag angenommen oder beendet ist.
mail-proposal-sent-after = Bis dahin wird Ihnen nichts freigehalten: Nimmt jemand anderes zuerst an, ist die Zeit vergeben. Dort können Sie den Vorschlag auch zurücknehmen.
mail-proposal-received-subject-many = { $count } Personen möchten Sie bei { $event } treffen
mail-proposal-received-heading-many = Ihnen werden Gespräche vorgeschlagen
mail-proposal-sent-subject-many = Ihre { $count } Vorschläge bei { $event }
mail-proposal-sent-heading-many = Ihre Vorschläge sind unterwegs
mail-proposal-closed-subject = Kein Gespräch mit { $partner }, { $date }, { $time }
mail-proposal-closed-heading = Dieses Gespräch kommt nicht zustande
mail-fact-instead-of = Statt
mail-proposal-received-subject-move = { $partner } möchte Ihr Gespräch verlegen: { $date }, { $time }
mail-proposal-received-heading-move = Für Ihr Gespräch wird eine andere Zeit vorgeschlagen
mail-proposal-received-text-move = { $partner } schlägt für Ihr Gespräch bei { $event } eine andere Zeit vor. Sie sind dann beide frei.
mail-proposal-received-after-move = Ihr Gespräch bleibt, wie es ist, bis Sie annehmen. Um abzulehnen, müssen Sie nichts tun: Nach der genannten Zeit endet der Vorschlag von selbst.
mail-proposal-sent-subject-move = Ihr Vorschlag, das Gespräch mit { $partner } zu verlegen: { $date }, { $time }
mail-proposal-sent-heading-move = Ihr Vorschlag ist unterwegs
mail-proposal-sent-text-move = Sie schlagen { $partner } für Ihr Gespräch bei { $event } eine andere Zeit vor. Wir schreiben Ihnen, sobald der Vorschlag angenommen oder beendet ist.
mail-proposal-sent-after-move = Bis dahin bleibt das Gespräch, wie es ist. Dort können Sie den Vorschlag auch zurücknehmen.
mail-proposal-closed-subject-move = Ihr Gespräch mit { $partner } wird nicht verlegt: { $date }, { $time }
mail-proposal-closed-heading-move = Dieses Gespräch wird nicht verlegt
mail-proposal-closed-text-move = Sie haben { $partner } für Ihr Gespräch bei { $event } eine andere Zeit vorgeschlagen. Dann klappt es nicht.
mail-proposal-closed-after-move = In Ihrem Terminplan steht, wann Sie sich treffen.
mail-proposal-closed-subject-many = { $count } Ihrer Vorschläge bei { $event } kommen nicht zustande
mail-proposal-closed-heading-many = Diese Gespräche kommen nicht zustande
mail-proposal-closed-text = Sie haben { $partner } ein Gespräch bei { $event } vorgeschlagen. Zu dieser Zeit klappt es nicht.
mail-proposal-closed-after = Dort sehen Sie, wer dann sonst noch frei ist.

# Neues Passwort
mail-new-password-subject = Legen Sie Ihr Passwort fest
mail-new-password-heading = Legen Sie Ihr Passwort fest
mail-new-password-text = Mit diesem Link legen Sie ein neues Passwort für das Veranstalterkonto { $email } fest.
mail-new-password-action = Mein Passwort festlegen
mail-new-password-hours = { $hours ->
    [one] Der Link gilt einmal, eine Stunde lang.
   *[other] Der Link gilt einmal, { NUMBER($hours) } Stunden lang.
  }
mail-new-password-after = Wenn Sie das nicht angefordert haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.

# Ein Link zum Weitermachen
mail-form-link-subject = Anmeldung fortsetzen: { $event }
mail-form-link-heading = Setzen Sie Ihre Anmeldung fort
mail-form-link-text = Mit diesem Link öffnen Sie die Anmeldung zu { $event }, die Sie begonnen haben. Sie geht in dem Browser weiter, in dem Sie ihn öffnen; für einen anderen fordern Sie dort einen neuen Link an.
mail-form-link-action = Anmeldung fortsetzen
mail-form-link-days = Er öffnet die Anmeldung einmal, bis { $days } Tage nach Ihrer letzten Änderung. Danach werden die Angaben gelöscht.
mail-form-link-after = Angemeldet sind Sie erst, wenn Sie das Formular abgeschickt haben. Wenn Sie nicht darum gebeten haben, brauchen Sie nichts zu tun.
mail-footer-entered = Sie erhalten diese E-Mail, weil jemand diese Adresse auf der Seite von { $event } eingegeben hat.

# Jemand beginnt für eine andere Person
mail-colleague-invited-subject = Jemand aus Ihrem Haus möchte Sie anmelden: { $event }
mail-colleague-invited-heading = Jemand aus Ihrem Haus möchte Sie anmelden
mail-colleague-invited-text = { $colleague } hat für Sie eine Anmeldung zu { $event } begonnen. Sie sehen jede Angabe, können sie ändern und entscheiden selbst.
mail-colleague-invited-action = Ansehen
mail-colleague-invited-days = Der Link gilt { $days } Tage.
mail-colleague-invited-after = Angemeldet ist nichts, und niemand sieht etwas, bevor Sie einwilligen. Möchten Sie das nicht, sagen Sie es auf der Seite; dann wird alles, was über Sie eingetragen wurde, sofort gelöscht. Wenn Sie nichts tun, wird es gelöscht, sobald der Link endet.

# Alles gelöscht
mail-erased-subject = Ihre Daten sind gelöscht: { $event }
mail-erased-heading = Ihre Daten sind gelöscht
mail-erased-text = Wie gewünscht, ist alles über Sie bei { $event } gelöscht. Waren Sie angemeldet, ist Ihr Platz frei; hatten Sie Gespräche, wissen Ihre Gegenüber Bescheid.
mail-erased-after = Das ist die letzte E-Mail: Mit ihr wird auch Ihre Adresse gelöscht. Einträge in Ihrem eigenen Kalender bleiben; bitte löschen Sie sie dort.

# Eine bevorstehende Löschung
mail-deletion-announced-subject = Personenbezogene Daten werden am { $date } gelöscht: { $event }
mail-deletion-announced-subject-answers = Antworten werden am { $date } gelöscht: { $event }
mail-deletion-announced-heading = Personenbezogene Daten werden am { $date } gelöscht
mail-deletion-announced-heading-answers = Antworten werden am { $date } gelöscht
mail-deletion-announced-text = Diese Daten von { $event } werden von selbst gelöscht:
mail-deletion-announced-people = { $count ->
    [one] Alle personenbezogenen Daten von 1 Person, am { $date }
   *[other] Alle personenbezogenen Daten von { NUMBER($count) } Personen, am { $date }
}
mail-deletion-announced-answers = { $count ->
    [0] Die Antworten auf „{ $question }“ (noch keine), am { $date }
   *[other] Die Antworten auf „{ $question }“ (bisher { NUMBER($count) }), am { $date }
}
mail-deletion-announced-dates = { $days ->
    [one] Der Tag ergibt sich aus dem letzten Tag der Veranstaltung, { $last }, und aus den Einstellungen: 1 Tag danach. Ist eines davon falsch, korrigieren Sie es jetzt. Die Löschung wird dann zurückgenommen.
   *[other] Der Tag ergibt sich aus dem letzten Tag der Veranstaltung, { $last }, und aus den Einstellungen: { NUMBER($days) } Tage danach. Ist eines davon falsch, korrigieren Sie es jetzt. Die Löschung wird dann zurückgenommen.
}
mail-deletion-announced-action = Löschung ansehen
mail-deletion-announced-postpone = Auf dieser Seite können Sie die Löschung aller personenbezogenen Daten auch einmal verschieben, um höchstens { $days } Tage, wenn Sie einen Grund nennen.

# eine Barriere auf einer Seite
mail-barrier-report-subject = Eine Barriere auf den Seiten von { $event }
mail-barrier-report-heading = Eine Barriere wurde gemeldet
mail-barrier-report-text = Jemand meldet Ihnen eine Barriere auf den Seiten von { $event }:
mail-barrier-report-page = Seite
mail-barrier-report-answer = Wer das schrieb, nannte diese Adresse: { $email }. Sie ist nicht geprüft; schreiben Sie nur dorthin, wenn Sie antworten möchten.
mail-barrier-report-no-answer = Es wurde keine Adresse für eine Antwort angegeben.
mail-barrier-report-why = Sie erhalten diese Mail, weil Sie für Seiten auf { $address } verantwortlich sind.
# eine Matching-Runde ist fertig
mail-round-ready-subject = Matching-Runde { $number } ist fertig: { $event }
mail-round-ready-heading = Matching-Runde { $number } ist fertig
mail-round-ready-text = Der Entwurf der Matching-Runde { $number } von { $event } ist fertig. Die Teilnehmenden erfahren erst davon, wenn Sie ihn veröffentlichen.
mail-round-ready-action = Entwurf ansehen
mail-round-failed-subject = Matching-Runde { $number } konnte nicht berechnet werden: { $event }
mail-round-failed-heading = Matching-Runde { $number } konnte nicht berechnet werden
mail-round-failed-text = Matching-Runde { $number } von { $event } konnte nicht berechnet werden. Ihre Seite nennt den Grund. Sie können dort eine neue starten.
mail-round-failed-action = Runde ansehen
