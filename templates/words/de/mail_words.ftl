# Eigene Worte einer Veranstaltung in den E-Mails, die sie von selbst versendet.

nav-mail-words = Automatische E-Mails
mail-words-lead = Diese E-Mails versendet die Veranstaltung von selbst. In jeder können Sie etwas Eigenes sagen, vor und nach dem üblichen Text.
mail-words-own = Eigene Worte auf
mail-words-lacking = keine auf { $languages }
mail-words-registration = Anmeldung
mail-words-invitations = Einladungen
mail-words-meetings = Gespräche
mail-words-days = Die Veranstaltung und ihre Tage
mail-words-links = Links und Adressen
mail-words-form-lead = Was Sie hier schreiben, steht vor und nach dem üblichen Text. Der übliche Text, die Angaben und die Links bleiben. Lassen Sie eine Sprache leer, so geht die E-Mail dort ohne eigene Worte. E-Mails, die schon im Postausgang sind, bleiben, wie sie sind.
mail-words-before = Vor dem üblichen Text
mail-words-after = Nach dem üblichen Text
mail-words-look = Vorschau
mail-words-unsaved = Noch ist nichts gespeichert. Unten sehen Sie die E-Mails mit dem, was Sie eingegeben haben.
mail-words-example = Für eine Person, die angemeldet ist, wenn es eine gibt. Was die Veranstaltung noch nicht hat, etwa ein Gespräch, ist erfunden. Die Links öffnen keine Seiten anderer.
mail-words-made-up = Eine erfundene Person: Diese Sprache liest noch niemand
mail-words-test-text = Die E-Mail in jeder Sprache der Veranstaltung geht an { $address }, so wie sie gespeichert ist und ohne Kalenderdatei.
example-name = Alex Beispiel
example-partner = Robin Muster
example-organisation = Beispiel-Organisation
example-reference = ABCD2345
example-session = Begrüßung
log-mail-words-changed = Eigene Worte in einer automatischen E-Mail geändert
log-mail-words-tested = Test einer automatischen E-Mail versendet
