## my: a participant’s own pages

my-title = Meine Veranstaltung
my-overview = Meine Anmeldung
my-schedule = Mein Terminplan
my-people = Teilnehmende
my-code = Ihr Kennzeichen:
my-standing-registered = Wir freuen uns auf Sie am { $date }.
my-standing-today = Die Veranstaltung beginnt heute. Willkommen.
my-standing-running = Die Veranstaltung läuft. Sie endet am { $date }.
my-standing-over = { $event } ist vorbei. Vielen Dank für Ihr Interesse.
my-not-listed = Andere Teilnehmende sehen Sie nicht. Sie sehen die anderen auch nicht, und niemand kann Sie finden, um ein Gespräch vorzuschlagen.
my-not-listed-way = Ändern, was andere sehen
my-standing-waiting-list = { $place ->
    [1] Sie stehen auf der Warteliste an erster Stelle.
   *[other] Sie stehen auf der Warteliste an { NUMBER($place) }. Stelle.
  } Wir schreiben Ihnen, sobald ein Platz für Sie frei ist.
my-standing-awaiting-approval = { $organiser } sieht sich Ihre Anmeldung an und schreibt Ihnen.
my-standing-unconfirmed = Bitte bestätigen Sie Ihre Adresse mit dem Link in unserer E-Mail.
my-standing-rejected = Leider können wir Ihnen diesmal keinen Platz anbieten.
my-standing-cancelled = Sie sind nicht mehr angemeldet. Wenn Sie es sich anders überlegen, melden Sie sich noch einmal an.
my-next = Ihre Gespräche
my-next-waiting = Sobald Sie einen Platz haben, können Sie die anderen Teilnehmenden sehen und sagen, wen Sie treffen möchten.
my-open-schedule = Meinen Terminplan öffnen
my-open-people = Sagen, wen ich treffen möchte
my-summary = { $count ->
    [0] Für Sie sind noch keine Gespräche geplant.
    [one] Sie treffen eine Person, { $abroad ->
        [0] aus Ihrem eigenen Land.
       *[other] aus einem anderen Land.
      }
   *[other] Sie treffen { NUMBER($count) } Personen, { $abroad ->
        [0] alle aus Ihrem eigenen Land.
        [one] davon eine aus einem anderen Land.
       *[other] davon { NUMBER($abroad) } aus anderen Ländern.
      }
  }
my-summary-all-abroad = Sie treffen { $count } Personen, alle aus anderen Ländern.
my-availability-meetings = Schon geplante Gespräche bleiben, wie sie sind. Ihre Änderung zählt, wenn wieder geplant wird.
my-register-again = Noch einmal anmelden
my-consent-title = Wer Sie sieht, und worin Sie einwilligen
my-consent-listed = Für andere Teilnehmende sichtbar
my-consent-lang = Sprache unserer E-Mails
my-cancel-title = Anmeldung stornieren
my-cancel-lead = Können Sie nicht kommen? Bitte sagen Sie es uns, damit jemand anders Ihren Platz bekommt.
my-cancel-way = Meine Anmeldung stornieren
my-cancel-question = Möchten Sie Ihre Anmeldung stornieren?
my-cancel-seat = Ihr Platz geht an die nächste Person auf der Warteliste.
my-cancel-place = Sie geben Ihre Stelle in der Liste auf.
my-cancel-meetings = { $count ->
    [one] Ihr Gespräch wird abgesagt; wir sagen der anderen Person per E-Mail Bescheid.
   *[other] Ihre { NUMBER($count) } Gespräche werden abgesagt; wir sagen den anderen Personen per E-Mail Bescheid.
  }
my-cancel-again = Sie können sich später wieder anmelden, solange die Anmeldung offen ist.
my-cancel-button = Meine Anmeldung stornieren
my-cancel-keep = Meine Anmeldung behalten

# people
people-wish = Sie wünschen sich ein Gespräch
people-wished = Wünscht sich ein Gespräch mit Ihnen
people-mutual = Sie beide wünschen sich das Gespräch
people-block = Sie möchten kein Gespräch
people-count = { $count ->
    [0] Das trifft auf niemanden zu.
    [one] Eine Person
   *[other] { NUMBER($count) } Personen
  }
people-shut-waiting = Die Liste der Teilnehmenden öffnet sich, sobald Sie einen Platz haben.
people-shut-unlisted = Nur wer sich zeigt, sieht die anderen. Erlauben Sie es hier, dann öffnet sich die Liste:
people-filter-search = Name oder Stichwort
people-filter-type = Nimmt teil als
people-filter-topic = Thema
people-filter-topic-words = Wörter des Themas
people-filter-kind = Wer
people-filter-offers = bietet es
people-filter-seeks = sucht es
people-filter-any = Alle
people-filter-either = bietet oder sucht es
people-none = Das alles trifft auf niemanden zu. Nehmen Sie etwas weg, oder:
people-do-wish = Ich möchte ein Gespräch
people-do-block = Bitte nicht
people-take-back = Zurücknehmen
people-message = Ein Wort zu Ihrem Wunsch
people-message-help = Die Person sieht es zusammen mit Ihrem Namen.

# schedule
schedule-zone = Alle Zeiten in { $zone }.
schedule-file = In meinen Kalender übernehmen
schedule-empty = Der Veranstalter plant die Gespräche und schreibt Ihnen, sobald sie feststehen. Bis dahin:
schedule-day = { $count ->
    [0] Keine Gespräche an diesem Tag.
    [one] Ein Gespräch an diesem Tag.
   *[other] { NUMBER($count) } Gespräche an diesem Tag.
  }
schedule-room = Videoraum öffnen
schedule-why = Warum Sie sich treffen
