## public: pages for everybody

# errors
error-way-home = Zur Startseite
error-request = Wenn Sie uns dazu schreiben, nennen Sie bitte die Nummer { $id }.
error-not-found-title = Diese Seite gibt es hier nicht
error-not-found-text = Bitte prüfen Sie die Adresse. Vielleicht wurde die Veranstaltung umbenannt oder ist noch nicht öffentlich.
error-forbidden-title = Dazu fehlt Ihnen die Berechtigung
error-forbidden-text = Mit Ihrem Konto geht das hier nicht. Bitten Sie die Inhaberin oder den Inhaber der Veranstaltung um die nötige Rolle.
error-cross-site-title = Dieses Formular kam von einer anderen Website
error-cross-site-text = Zu Ihrer Sicherheit wurde nichts geändert. Bitte öffnen Sie die Seite hier und füllen Sie das Formular noch einmal aus.
error-send-again-title = Bitte noch einmal absenden
error-send-again-text = Die Seite war lange geöffnet, oder Ihr Browser speichert keine Cookies. Nichts von dem, was Sie eingegeben haben, ist verloren: Drücken Sie auf die Schaltfläche.
error-send-again-file = Ihr Browser behält die ausgewählte Datei nicht. Gehen Sie zurück, wählen Sie sie noch einmal aus und senden Sie das Formular ab.
error-send-again-button = Noch einmal absenden
error-bad-request-title = Das konnten wir nicht lesen
error-bad-request-text = Vielleicht wurde die Verbindung unterbrochen. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
error-method-title = Diese Adresse ist dafür nicht gedacht
error-method-text = Bitte gehen Sie von der Startseite oder von Ihrer E-Mail aus auf die Seite.
error-too-large-title = Das ist zu viel auf einmal
error-too-large-text = Bitte gehen Sie zurück und kürzen Sie Ihre Texte, oder wählen Sie eine kleinere Datei.
error-too-slow-title = Ihr Formular kam zu langsam an
error-too-slow-text = Es wurde nichts geändert. Bitte gehen Sie zurück und senden Sie es noch einmal ab, mit einer besseren Verbindung oder einer kleineren Datei.
error-wrong-kind-title = Hier wird keine Datei angenommen
error-wrong-kind-text = Bitte gehen Sie zurück auf die Seite und senden Sie ihr Formular noch einmal ab.
error-too-many-title = Zu viele Anfragen auf einmal
error-too-many-text = Aus Ihrem Netz kamen in kurzer Zeit sehr viele Formulare. Bitte warten Sie eine Minute, gehen Sie zurück und senden Sie Ihres noch einmal ab.
error-too-many-now-title = Zu viele Anfragen auf einmal
error-too-many-now-text = Aus Ihrem Netz kamen in kurzer Zeit sehr viele Formulare. Nichts, was Sie eingegeben haben, ist verloren: Bitte warten Sie eine Minute und drücken Sie dann den Knopf.
error-sign-in-title = Bitte melden Sie sich an
error-sign-in-text = Diese Seite ist für die Veranstalter.
error-link-needed-title = Bitte öffnen Sie Ihren persönlichen Link
error-link-needed-text = Diese Seite gehört einer einzelnen Person. Öffnen Sie sie mit dem Link in einer unserer E-Mails, oder lassen Sie sich einen neuen schicken.
error-link-needed-way = Neuen Link schicken
error-page-away-title = Wir sind gleich wieder da
error-page-away-text = Diese Seite lässt sich gerade nicht anzeigen. Was Sie gespeichert haben, bleibt erhalten.
error-unavailable-title = Wir sind gleich wieder da
error-unavailable-text = Der Dienst ist gerade nicht erreichbar. Bitte versuchen Sie es in einer Minute noch einmal. Was Sie eben abgesendet haben, wurde nicht gespeichert.
error-busy-title = Gerade wird sehr viel gespeichert
error-busy-text = Viele Personen speichern gleichzeitig, und Sie kamen nicht rechtzeitig an die Reihe. Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.
error-unsaved-title = Im Moment lässt sich nichts speichern
error-unsaved-text = Der Server kann gerade nichts speichern. Was Sie abgesendet haben, wurde nicht gespeichert. Bitte versuchen Sie es in einigen Minuten noch einmal.
error-unsure-title = Wir wissen nicht, ob das gespeichert wurde
error-unsure-text = Die Verbindung ist abgebrochen, während Ihre Änderung gespeichert wurde. Bitte prüfen Sie zuerst, ob sie da ist. Wenn nicht, senden Sie das Formular noch einmal ab.
error-tries-again = Diese Seite versucht es von selbst noch einmal.
error-fault-title = Bei uns ist etwas schiefgegangen
error-fault-text = Es liegt nicht an Ihnen. Bitte gehen Sie zurück und versuchen Sie es noch einmal; wenn es wieder geschieht, schreiben Sie dem Veranstalter.

# what a page says after a form
done-saved = Ihre Änderungen sind gespeichert.
done-wish = Ihr Wunsch ist notiert. Er zählt, wenn die Gespräche geplant werden.
done-wish-late = Ihr Wunsch ist notiert. Er zählt, wenn weitere Gespräche geplant werden. Wo Sie beide Zeit haben, schlagen Sie eines vor.
done-block = Sie werden mit dieser Person nicht zusammengebracht. Sie erfährt davon nichts.
done-taken-back = Zurückgenommen.
done-cancelled = Ihre Anmeldung ist storniert.
done-signed-out = Sie sind abgemeldet.

done-confirmed = Ihre Adresse ist bestätigt. Diese Seite gehört Ihnen; der Link in unserer nächsten E-Mail führt Sie wieder hierher.
done-link-sent = Wenn diese Adresse angemeldet ist, ist eine E-Mail mit einem neuen Link unterwegs.

# links of mails that do not open
error-link-unknown-title = Diesen Link kennen wir nicht
error-link-unknown-text = Vielleicht ist ein Teil davon verloren gegangen. Kopieren Sie die ganze Adresse aus der E-Mail in Ihren Browser.
error-link-expired-title = Dieser Link ist zu alt
error-link-expired-text = Zu Ihrer Sicherheit galt er nur eine begrenzte Zeit. Wir schicken Ihnen gern einen neuen.
error-link-used-title = Dieser Link wurde schon benutzt
error-link-used-text = Ihre Adresse ist bereits bestätigt; Sie müssen nichts weiter tun. Ihre Anmeldung öffnen Sie mit dem Link in der E-Mail, die danach kam, oder mit einem neuen.
error-link-ended-title = Dieser Link gilt nicht mehr
error-link-ended-text = Zur Sicherheit öffnen nur die neuesten Links aus unseren E-Mails Ihre Anmeldung, und keiner mehr, wenn Sie alle beendet haben. Wir schicken Ihnen gern einen neuen.
error-link-lapsed-title = Dieser Link ist zu alt
error-link-lapsed-text = Niemand hat die Anmeldung rechtzeitig bestätigt; deshalb ist gelöscht, was im Formular stand. Bitte melden Sie sich noch einmal an.
error-link-lapsed-way = Noch einmal anmelden
error-link-replaced-title = Es gibt einen neueren Link
error-link-replaced-text = Wir haben Ihnen eine neuere E-Mail geschickt; bitte benutzen Sie den Link darin. Wenn Sie sie nicht finden, schicken wir Ihnen noch eine.

# front page
home-title = Veranstaltungen
home-lead = Melden Sie sich an, sagen Sie, wen Sie treffen möchten, und kommen Sie mit einem Plan.
home-coming = Kommende Veranstaltungen
home-past = Vergangene Veranstaltungen
home-empty = Zurzeit ist keine Veranstaltung öffentlich.
home-full = Ausgebucht, mit Warteliste
home-not-yet = Anmeldung öffnet später
home-closed = Die Anmeldung ist geschlossen

# the page of an event
event-page-title = Über die Veranstaltung
event-online = Online
event-to-mine = Meine Anmeldung öffnen
event-register = Für den { $date } anmelden
event-register-waiting = Auf die Warteliste setzen
event-full = Alle Plätze sind vergeben. Sie können sich für die Warteliste anmelden: Wird ein Platz frei, bekommt ihn die erste Person in der Reihe, und wir schreiben Ihnen.
event-opens = Die Anmeldung öffnet am { $time } Uhr.
event-closes = Sie können sich bis { $time } Uhr anmelden.
event-closed = Die Anmeldung zu dieser Veranstaltung ist geschlossen. Bei Fragen schreiben Sie bitte dem Veranstalter.
event-over = Diese Veranstaltung ist vorbei.
event-texts-elsewhere = Der Veranstalter hat diese Texte nicht auf Deutsch angegeben.
event-agenda = Programm
event-times-in = Alle Zeiten in { $zone }.
event-when = Wann
event-where = Wo
event-organiser = Veranstalter
event-seats = Plätze
event-seats-left = { $count ->
    [one] Ein Platz ist frei
   *[other] { NUMBER($count) } Plätze sind frei
  }
event-types = Wer teilnimmt
event-topics = Themen
event-approval = Der Veranstalter sieht sich jede Anmeldung an, bevor sie gilt.
event-registered-before = Schon angemeldet?
event-send-link = Schicken Sie mir meinen Link
block-slots = { $count ->
    [one] Ein Gespräch
   *[other] { NUMBER($count) } Gespräche
  } zu { $minutes } Minuten

# registration
register-profile-title = Wer Sie sind
register-topics-title = Was Sie bieten und suchen
register-availability-title = Wann Sie da sind
register-check-title = Prüfen Sie Ihre Antworten
register-profile-lead = Es dauert etwa fünf Minuten. Was Sie eingegeben haben, bleibt bei jedem Schritt gespeichert; Sie können also aufhören und später weitermachen.
register-topics-lead = Kreuzen Sie an, was Sie anderen bieten können und was Sie suchen. Daraus schlagen wir vor, wen Sie treffen sollten. Wählen Sie so viele Themen, wie Sie möchten, oder keines.
register-full = Alle Plätze sind vergeben. Mit diesem Formular kommen Sie auf die Warteliste; wir schreiben Ihnen, sobald ein Platz für Sie frei ist.
register-consent-title = Wie Ihre Angaben verwendet werden
register-consent-text = { $organiser } verwendet Ihre Angaben für diese Veranstaltung: um Sie anzumelden, Ihre Gespräche zu planen und Ihnen dazu zu schreiben. Das Veranstaltungsteam sieht Ihre Angaben. Die Personen, die Sie treffen sollen, sehen Ihren Namen, Ihre Organisation, Ihr Land, Ihre Sprachen und die Themen, die Sie bieten und suchen. Ihre E-Mail-Adresse sieht nur das Veranstaltungsteam, und Partner der Veranstaltung, wenn Sie darin einwilligen. Auf welcher Rechtsgrundlage das geschieht, wie lange es aufbewahrt wird und welche Rechte Sie haben, steht auf der Seite
register-listed = Zeigen Sie mich anderen Teilnehmenden
register-listed-help = Andere angemeldete Teilnehmende, die dem ebenfalls zugestimmt haben, sehen Ihre Organisation und deren Art, Ihr Land, Ihre Sprachen, Ihre Gruppe und die Themen, die Sie bieten und suchen, und können sich ein Gespräch mit Ihnen wünschen. Sie sehen sie ebenso. Das können Sie jederzeit ändern.
register-trap = Bitte leer lassen
register-human = Ich bin ein Mensch
slip-yes = Ja, { $email } verwenden
slip-no = Nein, { $email } stimmt
register-approval = Der Veranstalter entscheidet über jede Anmeldung. Nach der Bestätigung Ihrer Adresse erhalten Sie eine E-Mail mit der Entscheidung. Bis dahin haben Sie noch keinen Platz.
register-closes = Die Anmeldung schließt am { $time } Uhr. Wenn Sie dieses Formular bis dahin begonnen haben, können Sie es noch eine Stunde lang senden.
register-button = Für den { $date } anmelden
register-button-waiting = Auf die Warteliste für den { $date } setzen
register-closed-title = Die Anmeldung ist geschlossen
register-closed-way = Zur Seite der Veranstaltung
register-sent-title = Ein Schritt fehlt noch: Bestätigen Sie Ihre Adresse
register-sent-to = Wir haben eine E-Mail an { $email } geschickt.
register-sent-somewhere = Wenn Sie sich gerade angemeldet haben, haben wir Ihnen eine E-Mail geschickt.
register-sent-open = Öffnen Sie die E-Mail und folgen Sie dem Link darin.
register-sent-press = Drücken Sie auf der Seite, die sich öffnet, auf die Schaltfläche.
register-sent-until = Bis dahin ist kein Platz für Sie reserviert. Der Link gilt 24 Stunden.
register-sent-nothing = Nichts angekommen?
register-sent-look = Sehen Sie im Ordner für unerwünschte E-Mails nach, und warten Sie ein paar Minuten.
register-sent-wrong = Stimmt die Adresse nicht? Berichtigen Sie sie hier. Alle anderen Angaben bleiben erhalten.
register-sent-correct = E-Mail an diese Adresse senden
register-sent-limit = Eine Adresse erhält höchstens eine solche E-Mail in der Minute, 3 in der Stunde und 8 am Tag.
register-just-sent = Sie haben gerade eine Anmeldung mit { $email } gesendet.
register-just-sent-correct = Adresse berichtigen
done-address-resent = Die Adresse ist berichtigt. Eine E-Mail ist dorthin unterwegs.
register-another = Eine weitere Person anmelden

# questions about a person
person-email-change = Adresse ändern
my-address-title = E-Mail-Adresse ändern
my-address-known = E-Mails gehen an { $email }.
my-address-pending = Ein Link ging an { $email }. Die Adresse ändert sich, sobald Sie ihn öffnen und dort die Schaltfläche wählen.
my-address-lead = Wir senden einen Link an die neue Adresse. Bevor Sie sie bestätigt haben, ändert sich nichts. Ihre Gespräche, Ihre Wünsche und Ihr Platz bleiben.
my-address-new = Neue E-Mail-Adresse
my-address-button = Link an die neue Adresse senden
new-address-title = Neue E-Mail-Adresse bestätigen
new-address-lead = Ab jetzt gehen E-Mails an { $email }.
new-address-button = Diese Adresse verwenden
new-address-not-you = Wenn Sie das nicht veranlasst haben, schließen Sie diese Seite. Es ändert sich nichts.
done-address-asked = Ein Link ist unterwegs an die neue Adresse. Öffnen Sie ihn und wählen Sie dort die Schaltfläche.
done-address-changed = Fertig. E-Mails gehen ab jetzt an Ihre neue Adresse.
topic-in-general = { $topic }, allgemein
interests-offers = Bietet
interests-seeks = Sucht
interest-with-text = { $topic }: { $text }
attendance-blocks = Gespräche
attendance-blocks-help = Nehmen Sie das Häkchen bei den Zeiten weg, zu denen Sie niemanden treffen möchten.
attendance-max-meetings = Höchstzahl Ihrer Gespräche
attendance-max-meetings-help = Eine ganze Zahl. Wenn Sie keine Gespräche möchten, geben Sie 0 an.
attendance-sessions = Programmpunkte
attendance-sessions-help = Kreuzen Sie an, woran Sie teilnehmen. Zu dieser Zeit planen wir keine Gespräche für Sie.
session-left = { $left ->
    [one] Noch ein Platz frei (von { NUMBER($places) })
   *[other] Noch { NUMBER($left) } Plätze frei (von { NUMBER($places) })
}
session-full = { $places ->
    [one] Der einzige Platz ist vergeben
   *[other] Alle { NUMBER($places) } Plätze sind vergeben
}{ $waiting ->
    [0] : Sie würden auf einen warten
    [one] , eine Person wartet: Sie würden auf einen warten
   *[other] , { NUMBER($waiting) } Personen warten: Sie würden auf einen warten
}
session-waited-for = { $session } (wartet auf einen Platz)
session-watch = Zusehen oder Unterlagen lesen

# confirmation
confirm-title = Bestätigen Sie Ihre Anmeldung
confirm-lead = Dieses Formular wurde mit der Adresse { $email } gesendet. Wenn es von Ihnen ist, bestätigen Sie es mit der Schaltfläche unten.
confirm-button = Meine Anmeldung bestätigen
confirm-change-later = Alle Antworten können Sie nach der Bestätigung noch ändern.
confirm-not-you = Wenn dieses Formular nicht von Ihnen ist, schließen Sie diese Seite: Ohne Bestätigung wird alles, was darin steht, nach { $hours } Stunden gelöscht.

# a new link
link-title = Ihr persönlicher Link
link-lead = Damit sehen und ändern Sie Ihre Anmeldung, Ihre Wünsche und Ihren Terminplan.
link-email-help = Die Adresse, mit der Sie sich angemeldet haben
link-button = Link schicken

# data protection
privacy-title = Datenschutz
privacy-who-title = Wer verantwortlich ist
privacy-who-text = Der Veranstalter jeder Veranstaltung entscheidet, was gefragt wird und wofür. Name und Adresse stehen am Fuß der Seiten der Veranstaltung.
privacy-what-title = Was gespeichert wird
privacy-what-text = Was Sie bei der Anmeldung eingeben, wann Sie worin eingewilligt haben, Ihre Wünsche, Ihre Gespräche und die E-Mails, die wir Ihnen geschickt haben (ihr Text nur, bis sie verschickt sind). Antworten eines Formulars, das nie abgesendet wurde, werden nach 14 Tagen gelöscht.
privacy-others-title = Wer es sieht
privacy-others-text = Das Veranstaltungsteam sieht alles außer Ihrer Liste der Personen, die Sie nicht treffen möchten. Die Personen, die Sie treffen sollen, sehen Ihren Namen, Ihre Organisation, Ihr Land, Ihre Sprachen und was Sie bieten und suchen. Andere Teilnehmende sehen etwas von Ihnen nur, wenn Sie zugestimmt haben. Ihre E-Mail-Adresse sieht nur das Veranstaltungsteam, es sei denn, Sie stimmen der Weitergabe an Partner zu. Diese Website lädt nichts von anderen Websites und gibt nichts an sie weiter.
privacy-long-title = Wie lange
privacy-long-text = Die personenbezogenen Daten einer Veranstaltung werden 90 Tage danach gelöscht, wenn der Veranstalter nichts anderes festgelegt hat; dann bleiben nur die Zahlen. Das Veranstaltungsteam wird 14 Tage vorher benachrichtigt. Ändert es kurzfristig die Tage der Veranstaltung oder die Frist, wird 14 Tage nach der Benachrichtigung gelöscht. Es kann die Löschung einmal um höchstens 30 Tage verschieben und muss einen Grund festhalten. Ist die Uhr des Servers zweifelhaft, wartet die Löschung, bis die Zeit bestätigt ist. Eine Anmeldung, die nicht bestätigt wird, belegt keinen Platz und wird nach 24 Stunden gelöscht. Sie können jederzeit alles über sich löschen.
privacy-cookies-title = Cookies
privacy-cookies-text = Seiten, die Sie nur lesen, setzen kein Cookie. Sonst nur solche, ohne die die Seiten nicht funktionieren: ein Schutz auf Seiten mit einem Formular, Ihre Sprachwahl, der Entwurf Ihrer Anmeldung und Ihr persönlicher Link, sobald Sie ihn geöffnet haben. Bei Veranstaltern kommen die Sitzung und das Cookie „browser“ hinzu, an dem wir einen Browser 180 Tage lang wiedererkennen, in dem sie sich angemeldet haben. Kein Cookie verrät uns, was Sie anderswo tun.
privacy-rights-title = Ihre Rechte
privacy-rights-text = Sie haben das Recht, Ihre Daten zu sehen, zu berichtigen, löschen und einschränken zu lassen, sie mitzunehmen, ihrer Verwendung zu widersprechen, Ihre Einwilligung zu widerrufen und sich bei einer Aufsichtsbehörde zu beschweren. Alles über Sie sehen, berichtigen, laden und löschen Sie selbst unter „Meine Anmeldung“. Wegen allem anderen schreiben Sie dem Veranstalter.

# accessibility
accessibility-title = Barrierefreiheit
accessibility-aim-title = Was wir anstreben
accessibility-aim-text = Diese Seiten sollen alle benutzen können, so wie es die Web Content Accessibility Guidelines 2.2 in der Stufe AA verlangen.
accessibility-how-title = Was das heißt
accessibility-how-text = Alles geht mit der Tastatur allein, ohne JavaScript, bei 200 % Schriftgröße und auf einem Bildschirm von 320 Pixeln Breite. Die Farben folgen der hellen oder dunklen Einstellung Ihres Geräts. Was ein Bild zeigt, steht daneben als Text. Beim Ausfüllen der Formulare läuft keine Frist.
accessibility-limits-title = Was fehlt
accessibility-limits-text = Texte und Links, die ein Veranstalter geschrieben hat, verantwortet er selbst; wir können nicht jeden davon prüfen. Was ein Veranstalter weiß, steht in der Erklärung zu seiner Veranstaltung, auch deren Seiten in Leichter Sprache oder Gebärdensprache, wenn es sie gibt.
accessibility-tell-title = Schreiben Sie uns
accessibility-tell-text = Wenn etwas für Sie nicht funktioniert, melden Sie es bitte: Der Link steht am Fuß jeder Seite. Von den Seiten einer Veranstaltung geht Ihre Meldung an den Veranstalter, von allen anderen an die, die diese Website betreiben.
accessibility-statement-title = Erklärung zur Barrierefreiheit
accessibility-scope = { $organiser } möchte, dass alle diese Seiten nutzen können. Diese Erklärung gilt für die Seiten von { $event }.
accessibility-status-title = Wie weit diese Seiten barrierefrei sind
accessibility-status-full = Soweit uns bekannt ist, erfüllen diese Seiten die europäische Norm EN 301 549 und die Web Content Accessibility Guidelines 2.2 auf Stufe AA.
accessibility-status-partly = Diese Seiten erfüllen die europäische Norm EN 301 549 und die Web Content Accessibility Guidelines 2.2 auf Stufe AA zum Teil; was fehlt, steht hier.
accessibility-made-title = Wie diese Erklärung entstanden ist
accessibility-made-on = { $organiser } hat die Seiten am { $date } selbst geprüft. Die Software dahinter wird bei jeder Änderung Seite für Seite maschinell auf Barrierefreiheit geprüft.
accessibility-made-by-software = Die Software hinter diesen Seiten wird bei jeder Änderung Seite für Seite maschinell auf Barrierefreiheit geprüft.
accessibility-tell-organiser = Etwas geht bei Ihnen nicht, oder Sie brauchen einen Text in anderer Form? Sagen Sie es { $organiser }. Sie erhalten eine Antwort, wenn Sie eine Adresse angeben.
accessibility-tell-form = Formular
accessibility-enforcement-title = Wenn Ihnen die Antwort nicht hilft
accessibility-enforcement-text = Dann können Sie sich an die Stelle wenden, die im Land des Veranstalters über die Barrierefreiheit öffentlicher Seiten wacht. Der Veranstalter nennt sie Ihnen.

# eine Barriere
barrier-title = Barriere melden
barrier-lead = Sagen Sie uns, was Sie auf diesen Seiten nicht nutzen, lesen oder finden können. Ihre Nachricht geht an die, die sie betreiben.
barrier-told = Was geht nicht?
barrier-told-help = Schreiben Sie, was Sie tun wollten und wie Sie die Seite nutzen: mit Screenreader, nur mit der Tastatur, vergrößert …
barrier-page = Auf welcher Seite?
barrier-page-help = Die Adresse oder die Überschrift der Seite.
barrier-email-help = Nur wenn Sie eine Antwort möchten. Sie wird für nichts anderes verwendet.
barrier-button = Meldung senden
barrier-statement = Zur Erklärung zur Barrierefreiheit
done-reported = Danke. Ihre Meldung ist unterwegs.

# imprint
imprint-title = Impressum
imprint-event-title = Die Seiten einer Veranstaltung
imprint-event-text = Für ihren Inhalt ist der Veranstalter verantwortlich, der am Fuß der Seiten genannt ist.
imprint-site-title = Diese Website
imprint-site-text = Die Website läuft mit Rendezvous, einer freien Software. Der Betreiber hat hier noch keinen Namen und keine Anschrift eingetragen.

# Erinnerungen
unsubscribe-title = Keine Erinnerungen mehr?
unsubscribe-lead = Sie erhalten zur Veranstaltung „{ $event }“ am Vorabend jedes Tages und eine Stunde vor Ihrem ersten Gespräch eine Erinnerung.
unsubscribe-still = E-Mails zu Ihrer Anmeldung und zu Änderungen Ihrer Gespräche kommen weiterhin.
unsubscribe-button = Erinnerungen abbestellen
unsubscribe-done-title = Keine Erinnerungen mehr
unsubscribe-done-lead = Sie erhalten keine Erinnerungen mehr zur Veranstaltung „{ $event }“.
unsubscribe-again = Wieder Erinnerungen senden
trial-banner = Probelauf: Diese Veranstaltung wird ausprobiert. Hier gilt nichts, und am Ende wird alles gelöscht.
event-today = Heute
problem-form-long = Ihre Texte sind zusammen zu lang, um gespeichert zu werden. Bitte kürzen Sie sie.
