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
error-too-many-title = Zu viele Anfragen auf einmal
error-too-many-text = Aus Ihrem Netz kamen in kurzer Zeit sehr viele Formulare. Bitte warten Sie eine Minute, gehen Sie zurück und senden Sie Ihres noch einmal ab.
error-sign-in-title = Bitte melden Sie sich an
error-sign-in-text = Diese Seite ist für die Veranstalter.
error-link-needed-title = Bitte öffnen Sie Ihren persönlichen Link
error-link-needed-text = Diese Seite gehört einer einzelnen Person. Öffnen Sie sie mit dem Link in einer unserer E-Mails, oder lassen Sie sich einen neuen schicken.
error-link-needed-way = Neuen Link schicken
error-unavailable-title = Wir sind gleich wieder da
error-unavailable-text = Die Datenbank antwortet nicht. Bitte versuchen Sie es in einer Minute noch einmal; was Sie eben abgesendet haben, wurde nicht gespeichert.
error-fault-title = Bei uns ist etwas schiefgegangen
error-fault-text = Es liegt nicht an Ihnen. Bitte gehen Sie zurück und versuchen Sie es noch einmal; wenn es wieder geschieht, schreiben Sie dem Veranstalter.

# what a page says after a form
done-saved = Ihre Änderungen sind gespeichert.
done-wish = Ihr Wunsch ist notiert. Er zählt, wenn die Gespräche geplant werden.
done-block = Sie werden mit dieser Person nicht zusammengebracht. Sie erfährt davon nichts.
done-taken-back = Zurückgenommen.
done-cancelled = Ihre Anmeldung ist storniert.
done-signed-out = Sie sind abgemeldet.
done-sent = Es ist unterwegs.

# front page
home-title = Veranstaltungen
home-lead = Melden Sie sich an, sagen Sie, wen Sie treffen möchten, und kommen Sie mit einem Plan.

privacy-title = Datenschutz
accessibility-title = Barrierefreiheit
