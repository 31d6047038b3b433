## setup: accounts of organisers

# signing in
login-title = Anmelden
login-who = Für Veranstalter. Als Teilnehmerin oder Teilnehmer brauchen Sie kein Konto: Ihr persönlicher Link steht in unseren Mails.
login-first = Melden Sie sich zuerst an; danach geht es dort weiter, wo Sie waren.
login-button = Anmelden
login-forgotten = Passwort vergessen?
problem-login = Adresse oder Passwort stimmt nicht. Prüfen Sie beides, oder fordern Sie unten ein neues Passwort an.
problem-login-wait = Zu viele falsche Passwörter. Warten Sie { $minutes } Minuten, oder fordern Sie unten ein neues Passwort an.
account-name = Name
account-name-help = Andere im Team sehen ihn.
account-email = E-Mail-Adresse
account-password = Passwort
account-new-password = Neues Passwort
account-present-password = Bisheriges Passwort
account-change-password = Passwort ändern
account-change-password-text = Danach melden Sie sich in jedem Browser neu an.
password-help = Mindestens 12 Zeichen. Mehrere Wörter, die nicht zusammengehören, merkt man sich leicht, und sie sind schwer zu erraten.
done-password = Ihr Passwort ist gesetzt. Melden Sie sich damit an.
done-account = Ihr Konto ist bereit. Beginnen Sie mit Ihrer ersten Veranstaltung.

# first account
setup-title = Das erste Konto anlegen
setup-lead = Damit legen Sie Veranstaltungen an und laden andere ein. Diese Seite funktioniert einmal.
setup-button = Mein Konto anlegen
setup-link-used = Das erste Konto ist angelegt. Melden Sie sich damit an.
setup-link-other = Starten Sie das Programm neu: Solange es kein Konto gibt, zeigt es einen neuen Link an.
link-fault-unknown = Dieser Link ist unbekannt
link-fault-used = Dieser Link wurde schon benutzt
link-fault-expired = Dieser Link ist zu alt

# forgotten password
password-ask-title = Neues Passwort
password-ask-text = Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort setzen.
password-ask-button = Link senden
password-sent-title = Sehen Sie in Ihr Postfach
password-sent-text = Wenn zu { $email } ein Konto gehört, ist eine Mail mit einem Link unterwegs. Der Link gilt zwei Stunden.
password-sent-none = Nach einigen Minuten nichts gekommen? Sehen Sie im Spam-Ordner nach, oder fragen Sie die Person, die Sie eingeladen hat.
password-set-title = Ihr Passwort setzen
password-set-text = Für das Konto { $email }.
password-set-button = Passwort setzen
password-link-text = Jeder Link gilt einmal und für begrenzte Zeit. Fordern Sie einen neuen an.
password-link-way = Neuen Link anfordern
