## mydata: Kalender, gespeicherte Daten, Entwürfe auf anderen Geräten, Kolleginnen und Kollegen, Änderungen

# Kalender
feed-title = Meine Gespräche im eigenen Kalender
feed-lead = Geben Sie Ihrem Kalender eine geheime Adresse. Er fragt dort von selbst nach Neuem; so bleiben Ihre Gespräche immer aktuell.
feed-way = Meinen eigenen Kalender aktuell halten
feed-new-title = Ihre Adresse
feed-new-text = Sie wird nur dieses eine Mal gezeigt: Wir bewahren nur einen Fingerabdruck davon auf. Wer sie kennt, sieht Ihre Gespräche; behandeln Sie sie wie ein Passwort.
feed-subscribe = In meinem Kalender öffnen
feed-address = Adresse zum Kopieren
feed-address-help = In Google Kalender: Weitere Kalender, Per URL. In Outlook: Kalender hinzufügen, Aus dem Internet abonnieren.
feed-none = Zurzeit haben Sie keine solche Adresse.
feed-make = Adresse anlegen
feed-there-title = Die Adresse für Ihren Kalender
feed-there = Seit { $date } haben Sie eine Adresse. Wenn jemand anders sie kennt oder Sie sie verloren haben, legen Sie eine neue an: Die alte gilt dann nicht mehr.
feed-renew = Neue Adresse anlegen
feed-revoke = Abschalten
done-feed-revoked = Die Adresse gilt nicht mehr. Ihr Kalender zeigt die Gespräche vielleicht noch eine Weile; entfernen Sie dort das Abonnement.
calendar-summary-unnamed = Gespräch
log-feed-renewed = Adresse für den Kalender angelegt
log-feed-revoked = Adresse für den Kalender abgeschaltet

# Meine Daten
data-title = Meine Daten
data-short = Hier sehen Sie alles, was über Sie gespeichert ist, und können es löschen lassen.
data-lead = Das ist alles, was zu dieser Veranstaltung über Sie gespeichert ist.
data-way = Meine Daten ansehen und herunterladen
data-file = Alles als Datei herunterladen (JSON)
data-registration = Anmeldung
data-consents = Ihre Einwilligungen
data-wishes = Wünsche
data-meetings = Gespräche
data-mails = E-Mails an Sie
data-history = Was geschehen ist und durch wen
data-reference = Kennung
data-state = Stand
data-signed-up = Angemeldet
data-feed = Kalenderadresse seit
data-reminders = Erinnerungen per E-Mail
data-consent-registration = Ihre Angaben werden für diese Veranstaltung verwendet
data-consent-listed = Andere Teilnehmende sehen Sie
data-consent-given = Eingewilligt
data-notice-shown = Hinweis gezeigt
data-consent-taken-back = Zurückgenommen
data-consent-text = Text { $version }, gezeigt auf { $language }
data-mail-sent = gesendet am { $date }
data-mail-not-sent = noch nicht gesendet
data-rights-title = Ihre Rechte
data-rights = Ihre Angaben berichtigen Sie unter „Meine Anmeldung“, und hier löschen Sie alles selbst und sofort. In allen anderen Fällen schreiben Sie an { $contact }.

# Löschen
delete-title = Alles über mich löschen
delete-way = Alles über mich löschen
delete-question = Möchten Sie, dass alles über Sie gelöscht wird?
delete-lead = Ihre Daten werden sofort und endgültig gelöscht.
delete-registration = Ihre Anmeldung endet. Ihr Platz geht an die nächste Person auf der Warteliste.
delete-what = Gelöscht werden Name, Adresse, Organisation, Sprachen, Angebote und Gesuche, Wünsche, Ihre Einwilligungen, Ihre Links sowie Adresse und Text jeder E-Mail an Sie.
delete-stays = Damit die Zahlen der Veranstaltung stimmen, bleibt ohne Ihren Namen stehen: Land, Art der Organisation und dass es eine Anmeldung und Gespräche gab.
delete-mail = Eine letzte E-Mail an { $email } bestätigt es; danach wird auch diese Adresse gelöscht.
delete-no-mail = Eine letzte E-Mail zur Bestätigung gibt es nicht: E-Mails an { $email } kamen zurück.
delete-final = Das lässt sich nicht rückgängig machen. Was Sie behalten möchten, laden Sie vorher herunter:
delete-button = Alles löschen
delete-keep = Meine Daten behalten
done-erased = Alles über Sie ist gelöscht. Eine letzte E-Mail bestätigt es Ihnen.
done-erased-without-mail = Alles über Sie ist gelöscht. Eine E-Mail folgt nicht, denn E-Mails an Ihre Adresse kamen zurück.
person-erased = (gelöscht)
log-participant-erased = Person gelöscht
log-event-shredded = Alle personenbezogenen Daten gelöscht, wie für die Veranstaltung festgelegt

# Änderungen
change-line = { $question }: { $old } → { $new }
change-nothing = nichts
change-offers = Angebote
change-language = Sprache der Mails
change-seeks = Gesuche
change-blocks = Gespräche
change-sessions = Programmpunkte
change-max-meetings = Höchstzahl der Gespräche
participants-changed = Angaben geändert am { $date }
my-changes-until = Sie können Ihre Angaben bis { $date } ändern.
my-changes-over = Bis { $date } konnten Sie Ihre Angaben hier ändern. Wenn sich jetzt noch etwas ändert, schreiben Sie bitte an { $contact }.
problem-changes-over = Die Zeit für Änderungen ist vorbei, deshalb wurde nichts gespeichert. Was Sie eingegeben haben, steht noch auf dieser Seite: Bitte schreiben Sie an { $contact }, was sich ändern soll.
setting-changes-until = Änderungen möglich bis
setting-changes-until-help = Letzter Tag, an dem Teilnehmende ihre Angaben selbst ändern. Danach sagen die Seiten, wen man fragt. Absagen kann man immer, und immer zurücknehmen, dass andere einen sehen.
setting-shred-after = Tage nach der Veranstaltung, bis die personenbezogenen Daten gelöscht werden
setting-shred-after-help = Namen, Adressen und Texte aller Teilnehmenden werden dann gelöscht. Die Zahlen bleiben. Ihr Team wird 14 Tage vorher benachrichtigt.
dashboard-shredding = Löschung der personenbezogenen Daten
dashboard-shreds = Am { $date } werden Namen, Adressen und Texte aller Teilnehmenden gelöscht. Sichern Sie vorher die Listen, die Sie noch brauchen.
dashboard-shredded = Die personenbezogenen Daten wurden am { $date } gelöscht. Die Zahlen bleiben.

# Später weitermachen
later-title = Ihre Angaben sind gespeichert
later-way = Speichern und später weitermachen
later-saved = Gespeichert am { $date }. Wir bewahren sie 14 Tage nach Ihrer letzten Änderung auf.
later-here = In diesem Browser öffnen Sie das Formular einfach wieder:
later-go-on = Jetzt weitermachen
later-elsewhere-title = Auf einem anderen Gerät
later-elsewhere = Wir senden Ihnen einen Link, mit dem Sie überall weitermachen.
later-button = Link zusenden
done-form-outdated = Der Veranstalter fragt inzwischen anderes. Bitte sehen Sie Ihre Antworten durch und senden Sie das Formular noch einmal.
done-form-mailed = Eine E-Mail mit dem Link ist unterwegs. Kommt keine an, wurden schon mehrere an diese Adresse gesendet: Bitte suchen Sie nach einer früheren.

# Kolleginnen und Kollegen
colleague-title = Kollegin oder Kollegen anmelden
colleague-short = Kommt noch jemand aus Ihrer Organisation?
colleague-way = Kollegin oder Kollegen anmelden
colleague-lead = Beginnen Sie die Anmeldung für jemand anderen von { $organisation }.
colleague-begun = Organisation, Land und Themen tragen wir für den Anfang von Ihnen ein.
colleague-decides = Die Person bekommt eine E-Mail, sieht alles an, ändert, was anders ist, und willigt ein oder lehnt ab.
colleague-until = Bis dahin gibt es keine Anmeldung: Kein Platz wird belegt, und niemand sieht etwas.
colleague-name = Name der Person
colleague-email = E-Mail-Adresse der Person
colleague-email-help = Wir schreiben einmal dorthin. Möchte die Person das nicht, wird die Adresse gelöscht.
colleague-lang = Sprache der E-Mail
colleague-button = E-Mail senden
colleague-count = { $count ->
    [one] Sie haben eine Anmeldung
   *[other] Sie haben { NUMBER($count) } Anmeldungen
  } für andere begonnen; { $most } sind möglich.
done-colleague-invited = Wenn diese Adresse noch nicht angemeldet ist, ist eine E-Mail dorthin unterwegs.
problem-colleague-name-missing = Geben Sie den Namen der Person ein.
problem-colleague-closed = Die Anmeldung ist geschlossen; niemand kann mehr angemeldet werden.
problem-colleagues-many = Sie können keine weiteren Anmeldungen beginnen, höchstens { $most }. Die Person kann sich auf der Seite der Veranstaltung selbst anmelden.
log-colleague-invited = Anmeldung für eine Kollegin oder einen Kollegen begonnen
log-colleague-refused = Eine Kollegin oder ein Kollege wollte nicht angemeldet werden
begun-title = Jemand aus Ihrem Haus möchte Sie anmelden
begun-lead = { $colleague } hat eine Anmeldung für Sie begonnen. Das ist eingetragen:
begun-nothing = Nichts ist entschieden: Sie sehen jede Angabe, können sie ändern und sagen selbst, worin Sie einwilligen.
begun-accept = Ansehen und anmelden
begun-refuse = Das möchte ich nicht
begun-refuse-help = Möchten Sie das nicht, wird alles, was über Sie eingetragen wurde, sofort gelöscht. Wenn Sie nichts tun, wird es nach 14 Tagen gelöscht.
done-refused = Alles, was über Sie eingetragen wurde, ist gelöscht.

# Verzeichnis der personenbezogenen Daten
stored-title = Was im Einzelnen gespeichert wird
stored-lead = Jede Art von Daten mit ihrem Zweck, ihrer Rechtsgrundlage in der Datenschutz-Grundverordnung (DSGVO) und der Dauer, für die sie aufbewahrt wird. Wer unter „Meine Anmeldung“ alles löscht, muss darauf nicht warten.
stored-what = Daten
stored-why = Wozu
stored-basis = Rechtsgrundlage
stored-life = Wie lange
stored-matched = Matching-Runden und die Reihenfolge, in der Sie andere sehen, richten sich nach diesen Angaben: { $fields }. Dazu kommen Angebote und Gesuche, Wünsche, Zeiten und Fragen der Veranstaltung, bei denen das steht.
stored-contact = Name, E-Mail-Adresse, Sprache der E-Mails
stored-contact-why = Um Sie anzumelden, Ihnen zu schreiben und für Ihr Namensschild
stored-organisation = Organisation
stored-organisation-why = Damit Ihre Gegenüber wissen, wen sie treffen; wer zusammenarbeitet, wird nicht zusammengebracht
stored-answers = Was Sie sonst über sich angeben
stored-answers-why = Damit andere Sie finden und sich auf das Gespräch mit Ihnen vorbereiten können
stored-kind = Land, Art der Organisation, Gruppe der Teilnehmenden
stored-kind-why = Um Gespräche über Länder und Gruppen hinweg zu planen und zu zählen
stored-interests = Angebote und Gesuche, Sprachen, die Zeiten, zu denen Sie da sind
stored-interests-why = Um Ihre Gespräche zu finden und zu planen
stored-registration = Stand, Kennung und Zeiten Ihrer Anmeldung, Platz auf der Warteliste
stored-registration-why = Um Plätze gerecht zu vergeben und zu zählen
stored-listed = Ob andere Teilnehmende Sie sehen, und was von Ihnen
stored-listed-why = Damit Sie nur sieht, wer darf
stored-consents = Worin Sie eingewilligt oder was Sie zurückgenommen haben, mit Fassung und Sprache des Textes und Zeitpunkt
stored-consents-why = Um es nachzuweisen
stored-wishes = Wen Sie treffen möchten oder nicht, und was Sie dazu geschrieben haben
stored-wishes-why = Um Ihre Gespräche zu planen
stored-contact-details = Wem Sie Ihre Kontaktdaten gegeben haben
stored-contact-details-why = Damit zwei Personen, die sich treffen, die der jeweils anderen lesen, wenn beide sie gegeben haben
stored-meetings = Ihre Gespräche
stored-meetings-why = Um sie zu planen, anzukündigen und zu zählen
stored-links = Fingerabdrücke Ihrer persönlichen Links und der Adresse für Ihren Kalender
stored-links-why = Damit nur Sie Ihre Seiten öffnen
stored-registration-forms = Angaben eines Formulars, das noch nicht abgeschickt ist
stored-registration-forms-why = Damit Sie später weitermachen können
stored-mails = E-Mails an Sie, ob Sie Erinnerungen möchten, und ob E-Mails an Sie zurückkommen
stored-mails-why = Um sie zu senden und zu sehen, ob sie angekommen sind
stored-log = Wer wann was geändert hat, mit alter und neuer Angabe
stored-log-why = Damit Änderungen nachvollziehbar sind
stored-uploads = Teilnehmerlisten, die gerade eingelesen werden, und was Veranstalter getan haben, solange es sich rückgängig machen lässt
stored-uploads-why = Um Listen vor dem Einlesen zu prüfen und Versehen wieder gutzumachen
stored-networks = Prüfwerte von Netzwerkadressen, von denen aus ein falsches Passwort kam; der Schlüssel dazu wird jede Woche ersetzt und gelöscht
stored-networks-why = Damit niemand Passwörter durchprobiert
stored-organisers = Konten der Veranstalter: Name, E-Mail-Adresse, Fingerabdruck des Passworts, Schlüssel des zweiten Faktors, angemeldete und bekannte Browser; von Eingeladenen Name und E-Mail-Adresse
stored-organisers-why = Damit nur Veranstalter Veranstaltungen sehen und ändern
stored-basis-registration = Ihre Anmeldung: Artikel 6 Absatz 1 Buchstabe b DSGVO
stored-basis-consent = Ihre Einwilligung: Artikel 6 Absatz 1 Buchstabe a DSGVO
stored-basis-duty = Pflicht, Ihre Einwilligung nachzuweisen: Artikel 6 Absatz 1 Buchstabe c und Artikel 7 Absatz 1 DSGVO
stored-basis-interest = Interesse an einer gut geführten Veranstaltung: Artikel 6 Absatz 1 Buchstabe f DSGVO
stored-basis-task = Aufgabe im öffentlichen Interesse: Artikel 6 Absatz 1 Buchstabe e DSGVO
stored-life-event = Bis alle personenbezogenen Daten gelöscht werden, 90 Tage nach der Veranstaltung, wenn der Veranstalter nichts anderes festgelegt hat; das lässt sich einmal um höchstens 30 Tage verschieben
stored-life-counted = Ebenso; die Zahl bleibt, ohne die Person
stored-life-mail = Der Text, bis er gesendet ist; Adresse und Betreff, bis alle Personen gelöscht werden
stored-life-registration-form = 14 Tage nach Ihrer letzten Änderung
stored-life-upload = Einen Tag
stored-life-week = Sieben Tage
stored-life-account = So lange das Konto besteht

# kinds of mail
outbox-kind-form-link = Link zum Anmeldeformular
outbox-kind-colleague-invited = Für Kollegin oder Kollegen begonnen
outbox-kind-erased = Alles gelöscht

# Vorschläge
data-proposals = Vorschläge für ein Gespräch
data-proposal-by-me = Sie haben ein Gespräch vorgeschlagen
data-proposal-to-me = Ihnen wurde ein Gespräch vorgeschlagen
data-proposal-open = wartet auf Antwort
data-proposal-accepted = angenommen
data-proposal-declined = abgelehnt
data-proposal-withdrawn = zurückgenommen
data-proposal-lapsed = verfallen

# Löschung nach Datum
deletion-title = Löschung der personenbezogenen Daten
deletion-on = Alle personenbezogenen Daten werden am { $date } gelöscht.
deletion-after = { $days ->
    [one] Alle personenbezogenen Daten werden 1 Tag nach der Veranstaltung gelöscht.
   *[other] Alle personenbezogenen Daten werden { NUMBER($days) } Tage nach der Veranstaltung gelöscht.
}
deletion-answers-on = Die Antworten werden am { $date } gelöscht.
deletion-people = { $people ->
    [one] Am { $date } werden die personenbezogenen Daten von 1 Person gelöscht.
   *[other] Am { $date } werden die personenbezogenen Daten von { NUMBER($people) } Personen gelöscht.
}
deletion-told = Das Veranstaltungsteam wurde am { $date } benachrichtigt.
deletion-answers = { $count ->
    [0] Die Antworten auf „{ $question }“ werden am { $date } gelöscht. Noch gibt es keine.
    [one] 1 Antwort auf „{ $question }“ wird am { $date } gelöscht.
   *[other] { NUMBER($count) } Antworten auf „{ $question }“ werden am { $date } gelöscht.
}
deletion-withdrawn = Die für den { $old } angekündigte Löschung ist zurückgenommen, weil sich der Tag geändert hat. Alle personenbezogenen Daten werden jetzt am { $date } gelöscht.
deletion-postponed = Verschoben auf den { $date }. Grund: { $why }
deletion-way = Löschung ansehen
deletion-list-title = Bevorstehende Löschungen
deletion-list-everything = { $event }: Alle personenbezogenen Daten werden am { $date } gelöscht
deletion-list-answers = { $event }: Antworten auf eine Frage werden am { $date } gelöscht
deletion-none = Zurzeit ist keine Löschung angekündigt. Das Veranstaltungsteam wird 14 Tage vorher benachrichtigt.
deletion-goes-title = Was gelöscht wird
deletion-goes = Namen, Adressen, Organisationen, Antworten, Wünsche, Nachrichten, persönliche Links und die Texte von E-Mails. Gelöschte Daten lassen sich nicht wiederherstellen.
deletion-stays-title = Was bleibt
deletion-stays = Was gezählt wird, ohne die Personen: Länder, Gruppen, Anmeldungen und Gespräche. Sichern Sie vor diesem Tag die Listen, die Sie noch brauchen.
deletion-why-title = Woher der Tag kommt
deletion-why = { $days ->
    [one] Der letzte Tag der Veranstaltung ist der { $last }, und in den Einstellungen steht 1 Tag danach.
   *[other] Der letzte Tag der Veranstaltung ist der { $last }, und in den Einstellungen stehen { NUMBER($days) } Tage danach.
}
deletion-why-told = Nichts wird gelöscht, bevor das Veranstaltungsteam 14 Tage davon weiß.
deletion-settings = Tage der Veranstaltung prüfen
postpone-title = Löschung verschieben
postpone-lead = Sie können die Löschung aller personenbezogenen Daten einmal verschieben, um höchstens { $days } Tage. Antworten mit kürzerer Aufbewahrung werden nicht verschoben: Den Teilnehmenden wurde der Tag genannt.
postpone-days = Anzahl der Tage
postpone-days-help = 1 bis { $days }, gezählt ab dem { $date }
postpone-why = Grund
postpone-why-help = Ihr Team liest ihn auf der Übersicht und im Protokoll.
postpone-button = Löschung verschieben
done-postponed = Die Löschung ist verschoben.
problem-postpone-why = Geben Sie einen Grund ein.
problem-postponed = Die Löschung wurde schon einmal verschoben und lässt sich nicht noch einmal verschieben. Der Grund war: { $why }
problem-postpone-early = Es ist keine Löschung angekündigt, also gibt es nichts zu verschieben. Die Zahl der Tage ändern Sie in den Einstellungen.
problem-postpone-deleted = Die personenbezogenen Daten sind schon gelöscht.
log-deletion-announced = Löschung angekündigt
log-deletion-withdrawn = Angekündigte Löschung zurückgenommen
log-deletion-postponed = Löschung verschoben
outbox-kind-deletion-announced = Löschung angekündigt
ask-dates-title = Prüfen Sie die Tage, bevor Sie speichern
ask-dates-lead = Noch ist nichts gespeichert.
ask-over = Der letzte Tag, { $date }, liegt in der Vergangenheit.
ask-begun = Der erste Tag, { $date }, liegt in der Vergangenheit.
ask-people = { $people ->
    [one] Die personenbezogenen Daten von 1 Person werden dann am { $date } gelöscht.
   *[other] Die personenbezogenen Daten von { NUMBER($people) } Personen werden dann am { $date } gelöscht.
}
ask-answers = { $count ->
    [one] 1 Antwort auf „{ $question }“ wird dann am { $date } gelöscht.
   *[other] { NUMBER($count) } Antworten auf „{ $question }“ werden dann am { $date } gelöscht.
}
ask-soon = Das ist der früheste mögliche Tag, und gelöschte Daten lassen sich nicht wiederherstellen.
ask-save = Trotzdem speichern
ask-change = Eingaben ändern
clock-title = Die Uhr des Servers
clock-notice = Die Uhr des Servers ist gesprungen. Nichts wird nach Datum gelöscht, bis Sie sie geprüft haben.
proxy-title = Proxy
proxy-notice = Anfragen kommen mit der Kopfzeile X-Forwarded-For oder Forwarded von einem Rechner, der nicht in TRUSTED_PROXIES steht. Wenn es Ihr Proxy ist, setzen Sie TRUSTED_PROXIES auf seine Adresse und starten Sie neu: Bis dahin zählen alle Besucher als einer, und viele werden abgewiesen.
proxy-notice-of = Anfragen kommen mit der Kopfzeile X-Forwarded-For oder Forwarded von { $peer }; diese Adresse steht nicht in TRUSTED_PROXIES. Wenn es Ihr Proxy ist, setzen Sie TRUSTED_PROXIES={ $peer } und starten Sie neu: Bis dahin zählen alle Besucher als einer, und viele werden abgewiesen.
clock-way = Uhr prüfen
clock-ahead = Die Uhr des Servers sprang von { $from } auf { $to } (UTC).
clock-back = Die Uhr des Servers ging von { $from } auf { $to } zurück (UTC).
clock-now = Jetzt zeigt sie { $now } (UTC).
clock-waits = { $days ->
    [one] Nach der neuen Zeit wird nichts gelöscht, bis Sie sie bestätigen oder der Server so lange gelaufen ist, wie der Sprung weit war: 1 Tag. Bisher lief er { $hours } Stunden.
   *[other] Nach der neuen Zeit wird nichts gelöscht, bis Sie sie bestätigen oder der Server so lange gelaufen ist, wie der Sprung weit war: { NUMBER($days) } Tage. Bisher lief er { $hours } Stunden.
}
clock-right = Vergleichen Sie sie mit der Uhrzeit auf Ihrem eigenen Gerät. Ist sie richtig, zum Beispiel weil der Server ausgeschaltet war, bestätigen Sie sie.
clock-wrong = Ist sie falsch, bestätigen Sie sie nicht. Lassen Sie die Uhr richtig stellen; dieser Hinweis verschwindet dann innerhalb einer Minute.
clock-confirm = Uhrzeit bestätigen
clock-fine = Die Uhr des Servers geht weiter wie erwartet. Es gibt nichts zu bestätigen.
done-clock-confirmed = Die Uhrzeit ist bestätigt.
done-clock-moved = Die Uhr hat sich geändert, seit Sie die Seite geöffnet haben. Deshalb wurde nichts bestätigt. Prüfen Sie sie noch einmal.
log-clock-confirmed = Uhrzeit des Servers bestätigt

other-person-title = Dieser Link gehört jemand anderem
other-person-lead = In diesem Browser ist die Anmeldung von { $here } geöffnet; der Link gehört zur Anmeldung von { $other }.
other-person-go = Als { $other } weiter
other-person-stay = Bei { $here } bleiben
go-on-title = Weiter mit Ihrer Anmeldung
go-on-lead = Dieser Link öffnet ein Anmeldeformular, zuletzt gespeichert am { $date }. Von da an ist es nur in diesem Browser geöffnet; auf einem anderen Gerät geht es mit einem neuen Link weiter.
go-on-replaces = In diesem Browser ist schon ein anderes Formular begonnen; es ist hier dann nicht mehr zu finden.
go-on-button = Mit diesem Formular weiter
go-on-not-you = Wenn Sie keinen Link zu einem eigenen Formular angefordert haben, geben Sie hier nichts ein.
links-title = Abmelden und Links beenden
links-lead = Jeder Link in unseren E-Mails öffnet Ihre Anmeldung, ohne Passwort. Es gelten die neuesten zwölf.
links-here = In diesem Browser
links-here-text = Auf einem gemeinsam benutzten Gerät melden Sie sich ab, wenn Sie fertig sind. Die Links in Ihren E-Mails gelten weiter.
links-log-out = Abmelden
links-everywhere = Überall
links-everywhere-text = Wenn Sie eine E-Mail weitergeleitet oder ein Gerät verloren haben: Alle bisherigen Links und die Adresse Ihres Kalender-Abonnements gelten dann nicht mehr, und alle Browser sind abgemeldet. Einen neuen Link bekommen Sie jederzeit per E-Mail.
links-end-all = Alle meine Links beenden und überall abmelden
links-short = Auf einem fremden Gerät melden Sie sich ab; nach dem Weiterleiten einer E-Mail beenden Sie Ihre Links.
links-way = Abmelden und Links
done-logged-out-here = Sie sind in diesem Browser abgemeldet.
done-links-ended = Alle Ihre Links sind beendet, und Sie sind überall abgemeldet. Hier bekommen Sie einen neuen.
log-participant-ended-links = Alle Links beendet
