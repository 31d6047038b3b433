## logins: signing in, second factor, where one is signed in, accounts

# second page of the log-in
code-title = Code Ihrer App
code-text = Ihr Passwort stimmt. Geben Sie jetzt den Code ein, den Ihre App anzeigt, oder einen Wiederherstellungscode.
code-label = Code
code-help = 6 Ziffern aus Ihrer App, oder ein Wiederherstellungscode.
code-back = Mit einem anderen Konto anmelden
code-lost = Telefon und Wiederherstellungscodes verloren? Wenden Sie sich an die Person, die den Server betreibt: Sie kann den zweiten Faktor zurücksetzen.
problem-code = Dieser Code stimmt nicht, oder er wurde schon benutzt. Warten Sie auf den nächsten, und geben Sie ihn ein.
done-login-ended = Die Anmeldung hat zu lange gedauert. Beginnen Sie noch einmal.
problem-code-slow =
    Zu viele falsche Codes wurden für dieses Konto eingegeben. Warten Sie { $minutes ->
        [one] 1 Minute
        *[other] { $minutes } Minuten
    }, und geben Sie dann den Code ein, den die App anzeigt.
problem-login-slow =
    Für dieses Konto wurden zu oft falsche Passwörter eingegeben. Warten Sie { $minutes ->
        [one] 1 Minute
        *[other] { $minutes } Minuten
    }, geben Sie auch den Code Ihrer App ein, oder fordern Sie unten ein neues Passwort an.
login-code-help = Wenn Ihr Konto einen zweiten Faktor hat: Mit dem Code müssen Sie nicht warten.

# second factor
factor-title = Zweiter Faktor
factor-lead = Mit einem zweiten Faktor genügt Ihr Passwort allein nicht, um sich anzumelden: Dazu kommt ein Code, den eine App auf Ihrem Telefon anzeigt.
factor-none = Ihr Konto hat noch keinen zweiten Faktor. Sie brauchen eine App für Einmalcodes, zum Beispiel die in Ihrem Passwortmanager.
factor-first = Hier wird ein zweiter Faktor verlangt. Richten Sie ihn ein; danach geht es dort weiter, wo Sie waren.
factor-set-up = Zweiten Faktor einrichten
factor-on = Eingerichtet am { $date } (UTC).
factor-codes-left =
    { $count ->
        [one] 1 Wiederherstellungscode ist
        *[other] { $count } Wiederherstellungscodes sind
    } noch unbenutzt.
factor-codes-title = Wiederherstellungscodes
factor-codes-text = Mit einem Wiederherstellungscode melden Sie sich an, wenn Sie Ihr Telefon nicht haben. Jeder gilt einmal. Neue Codes ersetzen die bisherigen.
factor-codes-renew = Neue Wiederherstellungscodes erzeugen
factor-change-title = Anderes Telefon
factor-change-text = Der bisherige zweite Faktor gilt, bis Sie den neuen mit einem Code bestätigt haben.
factor-change = Andere App oder anderes Telefon einrichten
factor-off-title = Ausschalten
factor-off-text = Danach genügt wieder Ihr Passwort. Sie erhalten eine E-Mail darüber.
factor-off = Zweiten Faktor ausschalten
done-factor-off = Der zweite Faktor ist ausgeschaltet.
done-factor-late = Dieser Code zum Einrichten gilt nicht mehr. Beginnen Sie die Einrichtung noch einmal.
factor-app-title = App verbinden
factor-app-open = Öffnen Sie auf Ihrem Telefon eine App für Einmalcodes, und fügen Sie dort ein Konto hinzu.
factor-app-read = Lesen Sie damit dieses Bild ein:
factor-app-picture = QR-Code mit dem geheimen Schlüssel, der darunter auch als Text steht
factor-app-type = Oder tippen Sie den geheimen Schlüssel ab:
factor-app-here = In einer App auf diesem Telefon öffnen
factor-app-code = Geben Sie den Code ein, den die App jetzt anzeigt.
factor-app-code-help = 6 Ziffern. Erst damit gilt der zweite Faktor.
factor-app-button = Zweiten Faktor einschalten
problem-code-first = Dieser Code passt nicht. Prüfen Sie die Uhr Ihres Telefons, und geben Sie den Code ein, den die App jetzt anzeigt.
recovery-title = Ihre Wiederherstellungscodes
recovery-lead = Der zweite Faktor ist eingeschaltet. Bewahren Sie diese 10 Codes auf, getrennt von Ihrem Telefon: Mit einem davon melden Sie sich an, wenn Sie es verloren haben.
recovery-once = Diese Seite zeigt die Codes nur jetzt. Jeder gilt einmal.
recovery-kept = Ich habe die Codes aufbewahrt
team-factor = Alle im Team brauchen einen zweiten Faktor
team-factor-help = Wer keinen hat, richtet ihn ein, bevor diese Veranstaltung sichtbar wird.
team-factor-on = Alle im Team brauchen einen zweiten Faktor.
team-factor-off = Ein zweiter Faktor wird nicht verlangt.
log-event-second-factor = Zweiter Faktor verlangt oder nicht

# showing again who one is
prove-title = Sind Sie es?
prove-text = Das hier könnte auch jemand tun, der Ihren offenen Browser findet. Zeigen Sie deshalb noch einmal, dass Sie es sind.
prove-kept = Was Sie eingegeben haben, bleibt erhalten.
proved-title = Danke, weiter geht es
proved-form = Was Sie eingegeben haben, ist noch da. Mit der Schaltfläche wird es gesendet.
proved-send = Jetzt senden
proved-file = Sie können die Datei jetzt herunterladen.
proved-get = Datei herunterladen
error-prove-first-title = Bitte zeigen Sie, dass Sie es sind
error-prove-first-text = Das verlangt Ihr Passwort oder einen Code.
error-factor-first-title = Bitte richten Sie einen zweiten Faktor ein
error-factor-first-text = Hier wird ein zweiter Faktor verlangt.
error-send-again-secret = Bitte noch einmal: Ein Passwort oder ein Code wird nie in eine Seite geschrieben.
problem-proof-wait = Zu viele falsche Passwörter. Warten Sie eine Viertelstunde, oder melden Sie sich ab und fordern Sie ein neues Passwort an.

# where one is logged in
logins-title = Ihre Anmeldungen
logins-lead = In diesen Browsern sind Sie angemeldet. Die Zeiten sind in UTC.
logins-browser = Browser
logins-since = Seit
logins-seen = Zuletzt gesehen
logins-this = Dieser Browser
logins-end = Abmelden
logins-end-others = Überall sonst abmelden
logins-unknown = Unbekannter Browser
logins-strange = Kennen Sie einen davon nicht? Melden Sie ihn ab, und ändern Sie Ihr Passwort.
done-login-gone = Abgemeldet.

# mails about an account
outbox-kind-account-notice = Hinweis zu einem Konto
mail-notice-when = Konto { $email }, { $date } UTC.
mail-notice-after = Waren Sie das? Dann müssen Sie nichts tun. Wenn nicht: Melden Sie alle anderen Browser ab, und ändern Sie Ihr Passwort.
mail-notice-action = Meine Anmeldungen ansehen
mail-notice-browser-subject = Neuer Browser angemeldet
mail-notice-browser-text = Mit Ihrem Konto hat sich ein Browser angemeldet, der es noch nie getan hat: { $browser }.
mail-notice-password-subject = Ihr Passwort wurde geändert
mail-notice-password-text = Ihr Konto hat ein neues Passwort. Alle Browser sind abgemeldet.
mail-notice-factor-on-subject = Zweiter Faktor eingeschaltet
mail-notice-factor-on-text = Ihr Konto verlangt beim Anmelden jetzt auch einen Code Ihrer App. Alle anderen Browser sind abgemeldet.
mail-notice-factor-off-subject = Zweiter Faktor ausgeschaltet
mail-notice-factor-off-text = Für Ihr Konto genügt jetzt das Passwort allein.
mail-notice-codes-subject = Neue Wiederherstellungscodes
mail-notice-codes-text = Ihr Konto hat neue Wiederherstellungscodes. Die bisherigen gelten nicht mehr.
mail-notice-recovery-subject = Ein Wiederherstellungscode wurde benutzt
mail-notice-recovery-text =
    Mit Ihrem Konto hat sich jemand mit einem Wiederherstellungscode ausgewiesen. { $count ->
        [one] 1 Code ist
        *[other] { $count } Codes sind
    } noch unbenutzt.
mail-notice-failures-subject = Viele falsche Passwörter
mail-notice-failures-text = Jemand hat für Ihr Konto viele falsche Passwörter oder Codes eingegeben. Neue Versuche werden deshalb verlangsamt; Ihr Konto bleibt offen.
mail-notice-failures-after = In einem Browser, in dem Sie schon angemeldet waren, merken Sie davon nichts. Sonst hilft der Code Ihrer App oder ein neues Passwort. Ein zweiter Faktor schützt Ihr Konto auch dann, wenn jemand das Passwort errät.
mail-notice-failures-action = Neues Passwort setzen

# invitations to a team, or to have an account
team-invited = Eingeladen
team-invited-until = Gilt bis
team-withdraw = Zurückziehen
team-invitation-title = Einladung ins Veranstaltungsteam
team-invitation-lead = { $name } lädt Sie ein, am Team von „{ $event }“ mitzuarbeiten.
team-invitation-lead-server = Sie sind eingeladen, am Team von „{ $event }“ mitzuarbeiten.
account-invitation-lead = { $name } lädt Sie ein, hier ein Konto zu haben, mit dem Sie Veranstaltungen organisieren.
account-invitation-lead-server = Sie sind eingeladen, hier ein Konto zu haben, mit dem Sie Veranstaltungen organisieren.
team-invitation-new = Mit diesen Angaben legen Sie ein Konto für { $email } an.
team-invitation-log-in = Für { $email } gibt es hier ein Konto. Melden Sie sich damit an, um die Einladung anzunehmen.
team-invitation-accept = Einladung annehmen
team-invitation-decline = Ablehnen
team-invitation-declined = Sie haben die Einladung abgelehnt
team-invitation-declined-text = Sie müssen nichts weiter tun.
team-invitation-gone = Die Einladung wurde beantwortet oder zurückgezogen, sie ist abgelaufen, oder wer eingeladen hat, darf es nicht mehr. Bitten Sie um eine neue, wenn Sie sie brauchen.
done-joined = Willkommen. Die Einladung ist angenommen.
log-organiser-joined = Einladung ins Team angenommen
log-organiser-declined = Einladung ins Team abgelehnt
log-organiser-withdrawn = Einladung ins Team zurückgezogen
outbox-kind-account-invited = Einladung ins Team
mail-team-invited-subject = Einladung ins Team von „{ $event }“
mail-account-invited-subject = Einladung, ein Konto anzulegen
mail-team-invited-action = Einladung ansehen
mail-team-invited-after = Dort nehmen Sie an oder lehnen ab. Die Einladung gilt { $days } Tage; bis Sie annehmen, ändert sich nichts.
mail-footer-account-invited = Sie erhalten diese E-Mail, weil jemand bei { $address } diese Adresse eingeladen hat.
team-factor-save = Für das Team speichern

# all accounts
accounts-title = Konten
accounts-find = Konto finden
accounts-lead = Alle, die hier Veranstaltungen organisieren.
accounts-what = Besonderheiten
accounts-admin = Administration
accounts-deactivated = Deaktiviert
accounts-invite-text = Die Person erhält eine E-Mail mit einem Link und legt ihr Konto selbst an.
accounts-invite = Einladen
accounts-make-admin = Administrationsrechte geben
accounts-unmake-admin = Administrationsrechte entziehen
accounts-reset-factor = Zweiten Faktor zurücksetzen
accounts-deactivate = Konto deaktivieren
accounts-reactivate = Konto wieder freigeben
accounts-delete = Konto löschen
accounts-admin-text = Wer Administrationsrechte hat, sieht und ändert alle Veranstaltungen und Konten.
accounts-deactivate-text = Ein deaktiviertes Konto ist sofort überall abgemeldet und behält seine Rollen, bis es wieder freigegeben wird.
accounts-delete-text = Das Konto von { $name } ({ $email }) wird mit allen Rollen gelöscht. Im Protokoll steht danach „Gelöschtes Konto“.
accounts-delete-events = Diese Veranstaltungen haben sonst keine Leitung; sie gehören danach Ihnen:
done-account-deleted = Das Konto ist gelöscht.
problem-last-admin = Das ist das letzte Konto mit Administrationsrechten. Geben Sie sie zuerst jemand anderem.
problem-own-account = Das eigene Konto können Sie nicht deaktivieren oder löschen. Das kann ein anderes Konto mit Administrationsrechten.
problem-login-deactivated = Dieses Konto ist deaktiviert. Wenden Sie sich an die Administration.
actor-deleted = Gelöschtes Konto
