## problems: what to do about an answer

problem-name-missing = Geben Sie Ihren Namen ein.
problem-email-missing = Geben Sie Ihre E-Mail-Adresse ein.
problem-email-form = Geben Sie eine E-Mail-Adresse wie name@example.org ein.
problem-organisation-missing = Geben Sie den Namen Ihrer Organisation ein.
problem-organisation-type-missing = Wählen Sie die Art Ihrer Organisation.
problem-country-missing = Wählen Sie Ihr Land.
problem-country-unknown = Wählen Sie ein Land aus der Liste.
problem-participant-type-missing = Wählen Sie, als was Sie teilnehmen.
problem-languages-missing = Wählen Sie mindestens eine Sprache, in der Sie Gespräche führen können.
problem-language-unknown = Die Sprache „{ $language }“ kennen wir nicht. Wählen Sie aus der Liste.
problem-max-meetings = Geben Sie eine ganze Zahl von 0 bis { $max } ein.
problem-consent-missing = Setzen Sie das Häkchen, wenn Sie einverstanden sind. Ohne Ihre Einwilligung können wir Sie nicht anmelden.
problem-too-long = Kürzen Sie dies auf höchstens { $max } Zeichen. Jetzt sind es { $length }.
problem-too-many-wishes = Sie haben schon { $max } Wünsche. Nehmen Sie einen zurück, bevor Sie einen weiteren hinzufügen.
problem-registration-ended = Ihre Anmeldung ist beendet, deshalb lässt sich nichts mehr ändern. Melden Sie sich noch einmal an, wenn Sie kommen möchten.
problem-colour-form = Geben Sie eine Farbe wie #0b5563 ein.
problem-colour-contrast = Wählen Sie eine dunklere Farbe. Diese hat zu Weiß einen Kontrast von { $contrast }; Text braucht mindestens 4,5.
problem-slug = Verwenden Sie 2 bis 60 Kleinbuchstaben (a bis z), Ziffern und Bindestriche, mit einem Buchstaben oder einer Ziffer an beiden Enden.
problem-password-short = Wählen Sie ein Passwort mit mindestens { $min } Zeichen. Mehrere Wörter hintereinander sind gut; dieses hat { $length }.
problem-password-long = Wählen Sie ein Passwort mit höchstens { $max } Zeichen. Dieses hat { $length }.
problem-password-common = Dieses Passwort benutzen viele, deshalb wird es zuerst erraten. Wählen Sie mehrere Wörter, die nicht zusammengehören.
problem-password-weak = Dieses Passwort ist schnell erraten. Wählen Sie mehrere Wörter, die nicht zusammengehören, ohne Namen und Daten von Ihnen.
problem-password-present = Das ist nicht Ihr jetziges Passwort. Geben Sie es noch einmal ein.
problem-account-exists = Mit dieser Adresse gibt es schon ein Konto.
