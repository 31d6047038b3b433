## Einladungen: Personen einer Liste, die gefragt werden, ob sie kommen

registration-state-invited = Eingeladen
registration-state-declined = Einladung abgelehnt
registration-state-unanswered = Einladung nie beantwortet
figure-invited = { $count ->
    [one] eingeladen, noch ohne Antwort
   *[other] eingeladen, noch ohne Antwort
  }

# die Liste
import-coming-title = Kommen diese Personen?
import-coming = Wer in dieser Liste neu ist
import-coming-help = Das gilt für alle, die diese Veranstaltung noch nicht kennt.
import-coming-agreed = hat anderswo zugesagt und ist angemeldet
import-coming-asked = wird per E-Mail eingeladen und nimmt an oder lehnt ab
import-answer-by = Eingeladen: Antwort bis
import-answer-by-help = Der letzte Tag, an dem sie antworten können. Wer nicht antwortet, wird drei Tage vorher einmal erinnert. Bis zur Annahme belegt niemand einen Platz.
import-row-invites = { $here ->
    [unconfirmed] Hier noch nicht bestätigt; wird jetzt eingeladen.
    [unanswered] Hat hier nicht geantwortet; wird noch einmal eingeladen.
    [cancelled] Hatte hier abgesagt; wird jetzt eingeladen.
    [declined] Hatte hier abgelehnt; wird noch einmal eingeladen.
    [rejected] Wurde hier nicht angenommen; wird jetzt eingeladen.
    [waiting_list] Hier auf der Warteliste; gibt das auf und wird jetzt eingeladen.
   *[other] Wartet hier auf Zusage; wird jetzt eingeladen.
}
import-done-invited = { $count ->
    [one] Eine Person ist eingeladen, die E-Mail ist unterwegs.
   *[other] { NUMBER($count) } Personen sind eingeladen, die E-Mails sind unterwegs.
}
problem-import-invited-unreachable = Diese Zeile hat keine E-Mail-Adresse, deshalb kann niemand eingeladen werden. Ergänzen Sie die Adresse, oder importieren Sie die Person als angemeldet.
problem-invitation-past = Wählen Sie einen Tag, der nicht vorbei ist: Bis dahin kann geantwortet werden.
problem-invitation-late = Wählen Sie einen Tag, bevor die Veranstaltung vorbei ist: Bis dahin kann geantwortet werden.
problem-invitation-draft = Diese Veranstaltung ist ein Entwurf. Öffnen Sie sie, bevor Sie einladen: Die E-Mail führt auf ihre Seite.

# die E-Mail
mail-invited-subject = Sie sind eingeladen: { $event }
mail-invited-heading = Sie sind eingeladen: { $event }
mail-invited-text = { $organiser } lädt Sie zur Veranstaltung „{ $event }“ ein. Kommen Sie? Sie sind noch nicht angemeldet: Bitte nehmen Sie bis { $date } an oder lehnen Sie ab.
mail-invited-details = Diese Angaben zu Ihnen sind eingetragen. Sie können sie ändern, sobald Sie angenommen haben.
mail-invited-action = Einladung beantworten
mail-invited-after = Auf Ihrer Seite können Sie annehmen oder ablehnen und sagen, ob andere Teilnehmende Sie sehen dürfen. Bis dahin sieht nur der Veranstalter etwas von Ihnen. Sie können dort auch alles über Sie löschen lassen.
mail-invited-link = Dieser Link ist persönlich: Wer ihn hat, kann an Ihrer Stelle antworten. Bitte geben Sie ihn nicht weiter.
mail-invited-reminder-subject = Bitte antworten Sie bis { $date }: { $event }
mail-invited-reminder-heading = Kommen Sie zu „{ $event }“?
mail-invited-reminder-text = { $organiser } hat Sie zur Veranstaltung „{ $event }“ eingeladen und noch keine Antwort von Ihnen. Sie sind nicht angemeldet: Bitte nehmen Sie bis { $date } an oder lehnen Sie ab. Dies ist die einzige Erinnerung.
mail-footer-invited = Sie erhalten diese E-Mail, weil diese Adresse bei { $organiser } auf der Liste der Eingeladenen zur Veranstaltung „{ $event }“ steht.
mail-entered-subject = Sie sind angemeldet: { $event }
mail-entered-heading = Sie sind angemeldet
mail-entered-text = { $organiser } hat Sie aus einer eigenen Liste zur Veranstaltung „{ $event }“ angemeldet. Wenn Sie das nicht möchten, können Sie die Anmeldung auf der folgenden Seite stornieren oder alles über Sie löschen lassen.
mail-entered-after = Auf Ihrer Seite können Sie Ihre Angaben ändern, sagen, wen Sie treffen möchten und ob andere Sie sehen, Ihren Terminplan ansehen oder die Anmeldung stornieren, falls Sie nicht kommen können.
outbox-kind-entered = Vom Veranstalter angemeldet
outbox-kind-invited = Einladung zur Veranstaltung
outbox-kind-invited-reminder = Erinnerung an die Einladung

# die Seite
invitation-title = Kommen Sie zu „{ $event }“?
invitation-lead = { $organiser } lädt Sie ein. Sie sind noch nicht angemeldet: Bitte nehmen Sie bis { $date } an oder lehnen Sie ab.
invitation-event = Mehr über diese Veranstaltung
invitation-full = Zurzeit sind alle Plätze belegt. Wenn Sie annehmen, kommen Sie auf die Warteliste.
invitation-details = Was zu Ihnen eingetragen ist
invitation-details-text = { $organiser } hat das eingetragen. Sie können es ändern, sobald Sie angenommen haben.
invitation-accept = Einladung annehmen
invitation-no = Sie können nicht kommen?
invitation-decline = Einladung ablehnen
invitation-declined = Sie haben abgelehnt. Wenn Sie es sich anders überlegen, können Sie bis { $date } noch annehmen.
invitation-declined-over = Sie haben diese Einladung abgelehnt. Sie kann nicht mehr angenommen werden.
invitation-over = Diese Einladung konnte bis { $date } beantwortet werden. Sie sind nicht angemeldet.
invitation-withdrawn = { $organiser } hat diese Einladung zurückgezogen. Sie sind nicht angemeldet.
invitation-delete-text = { $organiser } bewahrt das zu Ihnen Eingetragene für diese Veranstaltung auf.
invitation-delete = Alles über Sie löschen lassen
done-invitation-accepted = Sie haben angenommen. Eine Bestätigung ist per E-Mail unterwegs.
done-invitation-declined = Sie haben abgelehnt. Danke für die Antwort.
my-standing-invited = Sie sind eingeladen und haben noch nicht geantwortet.
my-standing-declined = Sie haben die Einladung abgelehnt.
my-standing-unanswered = Die Einladung wurde nicht rechtzeitig beantwortet. Sie sind nicht angemeldet.

# das Protokoll
log-registration-invited = Eingeladen
log-registration-accepted = Einladung angenommen
log-registration-declined = Einladung abgelehnt
log-registration-reminded = An die Einladung erinnert
log-registration-unanswered = Einladung nie beantwortet
log-registration-uninvited = Einladung zurückgezogen
