## people: directory, wishes, schedule and proposals of a participant

my-wishes = Meine Wünsche
my-proposals = { $count ->
    [one] Eine Person schlägt Ihnen ein Gespräch vor.
   *[other] { NUMBER($count) } Personen schlagen Ihnen ein Gespräch vor.
  }
my-proposals-way = Ansehen und antworten
time-yours = { $time } bei Ihnen ({ $zone })

my-nav-overview = Mein Bereich
my-nav-schedule = Termine
my-nav-wishes = Wünsche

# directory
people-find = Suchen
people-filters = Filtern und sortieren
people-lead = Wer am besten passt, steht oben: Reihenfolge und Gründe ergeben sich aus dem, was Sie bieten und suchen, nach denselben Regeln, nach denen die Gespräche geplant werden.
people-wished-by = { $count ->
    [one] Eine Person möchte Sie treffen.
   *[other] { NUMBER($count) } Personen möchten Sie treffen.
  }
people-wished-way = Ansehen und antworten
people-why = Was für ein Gespräch spricht
people-why-offers = Bietet, was Sie suchen: { $topics }
people-why-seeks = Sucht, was Sie bieten: { $topics }
people-why-shared = Gemeinsame Themen: { $topics }
people-filter-meets = Passt zu mir
people-meets-offers = bietet, was ich suche
people-meets-seeks = sucht, was ich biete
people-meets-both = beides
people-order = Reihenfolge
people-order-fit = Was am besten passt, zuerst
people-order-organisation = Organisation
people-order-name = Name
people-shown = Die Person darf von meinem Wunsch wissen
people-shown-help = Sie sieht dann Ihren Namen und Ihre Organisation. Ohne dieses Häkchen erfährt sie davon nur, wenn sie sich dasselbe wünscht.

# wishes
wishes-lead = Ein Wunsch sagt, wen Sie treffen möchten. Er belegt keinen Termin; er zählt, wenn die Gespräche geplant werden, am meisten, wo beide es wünschen.
wishes-none = Sie haben noch nichts gesagt, und niemand hat nach Ihnen gefragt.
wishes-for-me = Wer Sie treffen möchte
wishes-for-me-lead = Wenn Sie annehmen, wünschen Sie es beide. Wenn Sie ablehnen, erfährt die andere Person davon nichts.
wishes-mutual = Von beiden gewünscht
wishes-mutual-lead = Diese Gespräche kommen bei der Planung zuerst.
wishes-mine = Ihre Wünsche
wishes-mine-lead = Noch ohne Antwort.
wishes-blocks = Wen Sie nicht treffen möchten
wishes-blocks-lead = Wir bringen Sie nicht zusammen. Die Personen erfahren davon nichts.
wishes-own-message = Sie haben geschrieben:
wishes-accept = Annehmen
wishes-decline = Ohne ein Wort ablehnen
done-declined = Abgelehnt. Die andere Person erfährt davon nichts.

# schedule
schedule-ended = Sie sind für diese Veranstaltung nicht mehr angemeldet, deshalb gibt es keinen Terminplan für Sie.
schedule-no-seat = Sie haben noch keinen Platz. Ihr Terminplan öffnet sich, sobald Sie einen haben.
schedule-over = Die Veranstaltung ist vorbei. Das waren Ihre Gespräche.
schedule-over-empty = Die Veranstaltung ist vorbei.
schedule-none-found = Die Gespräche stehen fest, für Sie ist keines dabei. Suchen Sie unten in einer freien Zeit jemanden aus und schlagen Sie ein Gespräch vor, oder:
schedule-no-free = Es ist keine Zeit mehr frei, in der Sie weitere Personen treffen könnten.
schedule-has-free = In einer freien Zeit können Sie unten jemandem ein Gespräch vorschlagen, der dann auch frei ist.
schedule-enough = { $count ->
    [one] Sie haben das eine Gespräch, das Sie höchstens wollten.
   *[other] Sie haben die { NUMBER($count) } Gespräche, die Sie höchstens wollten.
  } Wenn Sie Zeit für mehr haben, erhöhen Sie die Zahl:
schedule-free-too = { $count ->
    [one] Eine Person ist dann auch frei.
   *[other] { NUMBER($count) } Personen sind dann auch frei.
  }
schedule-no-table = Dann sind alle Tische belegt.
schedule-no-tables = In Ihren freien Zeiten sind alle Tische belegt.
schedule-clash = Zur selben Zeit: { $what }
schedule-picture = Der Tag als Bild
schedule-session-more = Mehr zu diesem Programmpunkt
schedule-own-zone-way = Andere Zeitzone
schedule-free-way = Gespräch vorschlagen
schedule-room-opens = Der Videoraum öffnet um { $time }.
schedule-room-closed = Der Videoraum ist geschlossen.
schedule-called-off = Von der anderen Seite abgesagt
schedule-own-zone = Zeiten auch in meiner Zeitzone zeigen
schedule-own-zone-none = In der Zeitzone dieses Geräts

# proposals
proposals-to-me = Ihnen vorgeschlagen
proposals-to-me-lead = Geplant ist erst etwas, wenn Sie annehmen. Wenn Sie nicht rechtzeitig antworten, gilt das als Nein.
proposals-by-me = Von Ihnen vorgeschlagen
proposals-by-me-lead = Ihnen wird nichts freigehalten: Nimmt jemand anderes zuerst an, ist die Zeit vergeben.
proposal-until = Antwort bis { $when }
proposal-accept = Dieses Gespräch annehmen
proposal-decline = Ablehnen
proposal-not-possible = Sie können sich zu dieser Zeit nicht mehr beide treffen. Bitte wählen Sie jemand anderen.
proposal-asked-already = Eine oder einer von Ihnen hat schon gefragt, die Antwort steht noch aus. Sie finden sie in Ihrem Terminplan.
proposal-too-many = Sie haben zehn offene Vorschläge. Warten Sie eine Antwort ab oder nehmen Sie einen zurück.
proposal-too-many-to-one = Sie haben dieser Person drei Gespräche vorgeschlagen. Mehr sind nicht möglich; sie kann Ihnen eines vorschlagen.
proposal-too-many-today = Sie haben innerhalb eines Tages 20 Gespräche vorgeschlagen. Bitte warten Sie bis morgen, oder sehen Sie nach, wer Ihnen eines vorschlägt.
proposal-too-long = Ihre Nachricht ist zu lang. Bitte kürzen Sie sie.
done-proposed = Ihr Vorschlag ist unterwegs. Die Zeit bleibt offen, bis die andere Person annimmt.
done-agreed = Das Gespräch ist geplant. Sie beide bekommen es per E-Mail.
done-too-late = Diese Zeit ist nicht mehr für Sie beide frei, deshalb ist das Gespräch nicht geplant.
done-proposal-ended = Dieser Vorschlag war schon abgeschlossen.
done-proposal-declined = Abgelehnt. Die andere Person erfährt, dass es nicht klappt, und sonst nichts.
done-withdrawn = Zurückgenommen.

# a free slot
slot-title = Wer zu dieser Zeit frei ist
slot-count = { $count ->
    [0] Niemand könnte
    [one] Eine Person könnte
   *[other] { NUMBER($count) } Personen könnten
  } Sie dann treffen; wer am besten passt, steht oben.
slot-lead = { $hours ->
    [one] Wen Sie fragen, der hat eine Stunde Zeit für die Antwort
   *[other] Wen Sie fragen, der hat { NUMBER($hours) } Stunden Zeit für die Antwort
  }, längstens bis zum Beginn des Gesprächs.
slot-nobody = Niemand, der passt, ist zu dieser Zeit frei.
slot-taken = Diese Zeit ist bei Ihnen nicht frei, oder sie ist vorbei.
slot-message = Ein Wort dazu
slot-message-label = Ein Wort dazu
slot-propose = Gespräch vorschlagen
person-propose-lead = Zu diesen Zeiten sind Sie beide frei. Gehalten wird nichts, bis die andere Person annimmt.
person-propose-slot = Wann

# one meeting
meeting-prepare = Für Ihr Gespräch
meeting-person = Seite von { $partner }
meeting-title = Gespräch mit { $partner }
meeting-move-title = Dieses Gespräch verlegen
meeting-move-lead = Zu diesen Zeiten sind Sie beide frei. Das Gespräch bleibt, wie es ist, bis die andere Person annimmt.
meeting-move-button = Diese Zeit vorschlagen
meeting-move-to-me = Sie werden gebeten, es zu verlegen: { $when }.
meeting-move-by-me = Sie schlagen vor, es zu verlegen: { $when }.
proposal-instead = Statt { $when }
proposal-move-not-possible = Dorthin lässt sich das Gespräch nicht mehr verlegen. Es bleibt, wie es ist; wählen Sie eine andere Zeit.
done-move-proposed = Ihr Vorschlag ist unterwegs. Das Gespräch bleibt, wie es ist, bis die andere Person annimmt.
log-meeting-moved-by-both = Gespräch von beiden verlegt
meeting-cancel-title = Dieses Gespräch absagen
meeting-cancel-lead = Die andere Person erfährt es per E-Mail, die Kalender werden berichtigt, und die Zeit ist für Sie beide wieder frei.
meeting-cancel-reason = Warum?
meeting-cancel-note = Möchten Sie etwas dazu sagen?
meeting-cancel-note-help = Der Veranstalter kann es auch lesen.
meeting-cancel-told = Der anderen Person den Grund mitteilen
meeting-cancel-button = Dieses Gespräch absagen
meeting-cancel-keep = Gespräch behalten
cancel-reason-clash = Zu dieser Zeit ist etwas anderes
cancel-reason-away = Zu dieser Zeit nicht da
cancel-reason-ill = Ich bin verhindert
cancel-reason-no-fit = Wir beide passen nicht zusammen
cancel-reason-other = Anderer Grund
done-meeting-cancelled = Das Gespräch ist abgesagt. Sie beide bekommen eine E-Mail.
meeting-miss-from = Falls niemand kommt, können Sie es hier ab { $time } sagen. Dann sehen Sie, wer sonst frei ist.
meeting-miss-title = Ist niemand gekommen?
meeting-miss-lead = Sagen Sie es uns, dann zeigen wir Ihnen, wer zu dieser Zeit auch frei ist. Der Veranstalter sieht es; die andere Person bekommt keine E-Mail.
meeting-miss-button = Es ist niemand gekommen
meeting-missed-title = Es ist niemand gekommen
meeting-missed-lead = Danke, dass Sie es uns gesagt haben. Das tut uns leid.
meeting-missed-way = Zeigen, wer jetzt frei ist
done-missed = Danke, dass Sie es uns gesagt haben.

# for organisers
figure-absent = { $count ->
    [one] Gespräch, zu dem jemand nicht kam
   *[other] Gespräche, zu denen jemand nicht kam
  }
log-meeting-agreed = Gespräch von beiden vereinbart
log-meeting-cancelled-clash = Gespräch abgesagt: zu der Zeit etwas anderes
log-meeting-cancelled-away = Gespräch abgesagt: zu der Zeit nicht da
log-meeting-cancelled-ill = Gespräch abgesagt: krank
log-meeting-cancelled-no-fit = Gespräch abgesagt: passt nicht
log-meeting-cancelled-other = Gespräch abgesagt: anderer Grund
log-meeting-waited-alone = Wartete allein auf ein Gespräch
log-meeting-did-not-come = Kam nicht zu einem Gespräch
log-proposal-made = Gespräch vorgeschlagen
outbox-kind-proposal-received = Gespräch vorgeschlagen
outbox-kind-proposal-sent = Beleg für einen Vorschlag
outbox-kind-proposal-closed = Vorschlag ohne Ergebnis

# what there is between two people
tie-meeting = Ihr Gespräch: { $when }
tie-proposed-to-me = Ihnen vorgeschlagen: { $when }. In Ihrem Terminplan antworten
tie-proposed-by-me = Von Ihnen vorgeschlagen: { $when }
people-wish-late = Die Gespräche stehen fest. Ein Wunsch zählt nur noch, wenn weitere geplant werden.
wishes-lead-published = Die Gespräche stehen fest. Ein Wunsch zählt nur noch, wenn weitere geplant werden. Wo Sie beide Zeit haben, schlagen Sie ein Gespräch vor.
wishes-settled = Gespräch oder Vorschlag
wishes-settled-lead = Aus diesen Wünschen ist ein Gespräch geworden oder ein Vorschlag, der auf Antwort wartet.

# now and next
today-title = Jetzt und als Nächstes
today-now = Jetzt
today-next = Als Nächstes
today-nothing = Für Sie ist nichts weiter geplant.
today-in = { $minutes ->
    [one] in einer Minute
   *[other] in { NUMBER($minutes) } Minuten
  }
attendance-at-once = „{ $one }“ und „{ $other }“ sind zur selben Zeit.

# contact details
contact-title = Kontaktdaten
contact-nothing = Wenn Sie beide sie geben, lesen Sie beide die der anderen Person: { $fields }.
contact-offered = Diese Person gibt Ihnen ihre. Geben Sie Ihre, dann lesen Sie beide die der anderen Person: { $fields }.
contact-given = Sie geben Ihre. Gelesen werden sie, sobald die andere Person ihre auch gibt.
contact-both = Sie haben einander Ihre Kontaktdaten gegeben.
contact-give = Meine Kontaktdaten geben
contact-take-back = Meine zurücknehmen
contact-file = Für mein Adressbuch
contact-files = Alle für mein Adressbuch
contact-note = Kennengelernt bei { $event }
contact-waiting = { $count ->
    [one] Eine Person gibt Ihnen ihre Kontaktdaten. Geben Sie Ihre auf der Seite Ihres Gesprächs, dann haben Sie sie beide.
   *[other] { NUMBER($count) } Personen geben Ihnen ihre Kontaktdaten. Geben Sie Ihre auf den Seiten Ihrer Gespräche, dann haben Sie sie beide.
  }
done-contact-given = Ihre Kontaktdaten sind gegeben.
done-contact-back = Ihre Kontaktdaten sind zurückgenommen; keine Person liest die der anderen.
