## problems: what to do about an answer

problem-name-missing = Geben Sie Ihren Namen ein.
problem-registration-flood = Gerade kommen sehr viele Anmeldungen auf einmal. Ihre Antworten sind hier noch da: Bitte senden Sie das Formular in einer Stunde noch einmal.
problem-email-missing = Geben Sie Ihre E-Mail-Adresse ein.
problem-email-form = Geben Sie eine E-Mail-Adresse wie name@example.org ein.
problem-moment = Geben Sie Datum und Uhrzeit wie 01.03.2027 12:00 ein.
problem-registration-closes-first = Geben Sie eine Zeit nach der Öffnung ein.
problem-address-same = Das ist schon die jetzige Adresse. Geben Sie eine andere ein.
problem-address-often = An diese Adresse ging gerade eine E-Mail, oder heute schon zu viele. Warten Sie einige Minuten, oder versuchen Sie es morgen noch einmal.
problem-human = Ein unsichtbares Feld wurde ausgefüllt, vielleicht von Ihrem Browser. Kreuzen Sie „Ich bin ein Mensch“ an und senden Sie das Formular noch einmal.
problem-email-several = Geben Sie nur eine Adresse ein.
problem-email-local = Der Teil vor dem @ ({ $part }) darf nur Buchstaben ohne Umlaute und Akzente, Ziffern und Zeichen wie . - _ haben. Verwenden Sie eine andere Adresse.
problem-email-slip = Meinen Sie { $meant }?
problem-organisation-missing = Geben Sie den Namen Ihrer Organisation ein.
problem-organisation-type-missing = Wählen Sie die Art Ihrer Organisation.
problem-country-missing = Wählen Sie Ihr Land.
problem-country-unknown = Wählen Sie ein Land aus der Liste.
problem-participant-type-missing = Wählen Sie, als was Sie teilnehmen.
problem-languages-missing = Wählen Sie mindestens eine Sprache, in der Sie Gespräche führen können.
problem-language-unknown = Die Sprache „{ $language }“ kennen wir nicht. Wählen Sie aus der Liste.
problem-max-meetings = Geben Sie eine ganze Zahl von 0 bis { $max } ein.
problem-name-page = Hier steht „{ $part }“ wie die Adresse einer Seite. Geben Sie nur den Namen der Person ein.
problem-too-long = Kürzen Sie dies auf höchstens { $max } Zeichen. Jetzt sind es { $length }.
problem-too-many-wishes = Sie haben schon { $max } Wünsche. Nehmen Sie einen zurück, bevor Sie einen weiteren hinzufügen.
problem-registration-ended = Ihre Anmeldung ist beendet, deshalb lässt sich nichts mehr ändern. Melden Sie sich noch einmal an, wenn Sie kommen möchten.
problem-their-registration-ended = Diese Anmeldung ist beendet, deshalb lässt sich an ihr nichts mehr ändern.
problem-colour-form = Geben Sie eine Farbe wie #0b5563 ein.
problem-colour-contrast = Wählen Sie eine dunklere Farbe. Diese hat zu Weiß einen Kontrast von { $contrast }; Text braucht mindestens 4,5.
problem-slug = Verwenden Sie 2 bis 60 Kleinbuchstaben (a bis z), Ziffern und Bindestriche, mit einem Buchstaben oder einer Ziffer an beiden Enden.
problem-password-short = Wählen Sie ein Passwort mit mindestens { $min } Zeichen. Mehrere Wörter hintereinander sind gut; dieses hat { $length }.
problem-password-long = Wählen Sie ein Passwort mit höchstens { $max } Zeichen. Dieses hat { $length }.
problem-password-common = Dieses Passwort benutzen viele, deshalb wird es zuerst erraten. Wählen Sie mehrere Wörter, die nicht zusammengehören.
problem-password-weak = Dieses Passwort ist schnell erraten. Wählen Sie mehrere Wörter, die nicht zusammengehören, ohne Namen und Daten von Ihnen.
problem-password-present = Das ist nicht Ihr jetziges Passwort. Geben Sie es noch einmal ein.
problem-account-exists = Mit dieser Adresse gibt es schon ein Konto.

# problems of organisers' forms
problem-already-organiser = Diese Person gehört schon zum Team. Ändern Sie die Rolle in der Liste oben.
problem-role-missing = Wählen Sie eine Rolle.
problem-last-owner = Eine Veranstaltung braucht jemanden, dem sie gehört. Geben Sie diese Rolle zuerst jemand anderem.
problem-no-address = Diese Person hat keine E-Mail-Adresse.
problem-main-language = Wählen Sie die Hauptsprache.
problem-event-name-missing = Geben Sie den Namen der Veranstaltung in dieser Sprache ein: { $language }.
problem-title-missing = Geben Sie einen Titel in dieser Sprache ein: { $language }.
problem-label-missing = Geben Sie eine Bezeichnung in dieser Sprache ein: { $language }.
problem-organiser-name-missing = Geben Sie an, wer einlädt.
problem-slug-needed = Aus diesem Namen lässt sich keine Adresse bilden. Geben Sie einen Namen in Adressen ein, etwa cluster-2026.
problem-changed-meanwhile = { $who ->
    [yourself] Sie haben das geändert
    [participant] Die Teilnehmerin oder der Teilnehmer hat das geändert
    [organiser] Der Veranstalter hat das geändert
    [somebody] Das wurde geändert
   *[other] { $who } hat das geändert
  }, während diese Seite offen war{ $time ->
    [none] .
   *[other] , um { $time } Uhr.
  } { $empty ->
    [yes] Jetzt ist es leer.
   *[no] Jetzt steht dort: „{ $value }“.
  } Speichern Sie noch einmal, wenn Ihre Angabe gelten soll.
problem-slug-taken = Eine andere Veranstaltung hat diesen Namen in Adressen. Wählen Sie einen anderen, zum Beispiel mit der Jahreszahl.
problem-slug-published = Die Veranstaltung war schon geöffnet, und Mails enthalten ihre Adresse. Lassen Sie den Namen in Adressen, wie er ist.
problem-date = Geben Sie ein Datum ein, etwa 22.11.2026.
problem-date-far = Wählen Sie einen Tag der Veranstaltung oder höchstens { $days } Tage davor oder danach.
problem-ends-before-start = Der letzte Tag liegt vor dem ersten. Geben Sie einen späteren Tag ein.
problem-event-too-long = Eine Veranstaltung dauert weniger als { $days } Tage. Legen Sie mehrere an.
problem-time-zone-agenda = Das Programm enthält schon Zeiten, die sich verschieben würden. Entfernen Sie zuerst Programmpunkte und Gesprächsblöcke, oder behalten Sie die Zeitzone.
problem-venue-missing = Wählen Sie, wo die Gespräche stattfinden.
problem-place-missing = Geben Sie den Ort ein, etwa Gebäude und Stadt.
problem-room-link = Geben Sie eine Adresse ein, die mit https:// beginnt und {"{"}meeting{"}"} enthält, etwa https://meet.example.org/{"{"}meeting{"}"}.
problem-calendar-mode = Wählen Sie, wie Gespräche in den Kalender kommen.
problem-number = Geben Sie eine ganze Zahl von { $least } bis { $most } ein.
problem-draft-registrations = { $registrations } Personen haben sich gemeldet, deshalb kann sie kein Entwurf mehr werden. Schließen Sie sie stattdessen.
problem-open-over = Die Veranstaltung ist vorbei. Geben Sie in den Einstellungen ein späteres Datum ein, bevor Sie sie öffnen.
problem-time = Geben Sie eine Uhrzeit ein, etwa 14:30.
problem-time-skipped = An diesem Tag überspringen die Uhren in { $zone } die Zeit { $time }. Wählen Sie eine Zeit davor oder danach.
problem-ends-at-start = Ende und Beginn sind gleich. Geben Sie eine spätere Zeit ein.
problem-session-too-long = Ein Programmpunkt dauert höchstens 16 Stunden. Prüfen Sie beide Zeiten, oder legen Sie für jeden Tag einen an.
problem-block-too-long = Der letzte Termin endet mehr als 16 Stunden nach Beginn des ersten. Geben Sie weniger Termine ein, oder legen Sie für jeden Tag einen Block an.
problem-blocks-overlap = Zu dieser Zeit gibt es den Gesprächsblock „{ $label }“. Wählen Sie andere Zeiten: Niemand kann in zwei Gesprächen zugleich sein.
problem-blocks-many = Eine Veranstaltung hat höchstens { $most } Gesprächsblöcke.
problem-sessions-many = Eine Veranstaltung hat höchstens { $most } Programmpunkte.
problem-types-many = Eine Veranstaltung hat höchstens { $most } Teilnehmertypen.
problem-type-twice = Es gibt schon einen Typ mit dieser Bezeichnung. Wählen Sie eine andere.
problem-topic-merge = Wählen Sie das Thema, das bleibt: ein anderes, und keines unter diesem.
problem-topic-twice = Es gibt schon ein Thema mit dieser Bezeichnung. Wählen Sie eine andere.
problem-topics-missing = Geben Sie mindestens ein Thema ein.
problem-topics-many = Eine Veranstaltung hat höchstens { $most } Themen. Kürzen Sie die Liste.
problem-topic-orphan = Zeile { $line } gehört zu einem Thema darüber, aber es gibt keines. Beginnen Sie mit einer Zeile ohne Bindestrich oder Leerzeichen.
problem-topic-languages = Zeile { $line } hat mehr Bezeichnungen, als die Veranstaltung Sprachen hat ({ $languages }). Lassen Sie hinter „|“ weg, was zu viel ist.
problem-topic-first-language = In Zeile { $line } fehlt die Bezeichnung in der Hauptsprache. Schreiben Sie sie vor das erste „|“.
problem-topic-long = Kürzen Sie eine Bezeichnung in Zeile { $line } auf höchstens { $max } Zeichen.
problem-address-taken = Eine andere Anmeldung dieser Veranstaltung hat diese Adresse. Geben Sie eine andere ein, oder stornieren Sie zuerst jene Anmeldung.
problem-barrier-missing = Sagen Sie in einem Satz, was nicht geht.
problem-page-address = Geben Sie eine Adresse ein, die mit https:// beginnt, zum Beispiel https://example.org/leicht.
problem-answer-number = Geben Sie eine ganze Zahl von { NUMBER($min) } bis { NUMBER($max) } ein.
problem-answer-date = Geben Sie ein Datum als Jahr-Monat-Tag ein, zum Beispiel 2026-11-22.
problem-time-zone = Wählen Sie eine Zeitzone aus der Liste. In Dateien steht ihr Name, zum Beispiel Europe/Berlin.
problem-day-hours = Geben Sie an, von wann bis wann, zur vollen oder halben Stunde, zum Beispiel 08:00-20:00.
problem-web-address-scheme = Geben Sie eine Adresse ein, die mit https:// beginnt.
problem-web-address-form = Geben Sie eine Webadresse ein wie https://www.beispiel.org
problem-trial-public = Die Veranstaltung ist schon öffentlich. Legen Sie zum Ausprobieren eine neue an.
problem-trial-round = Matching-Runde { $number } wird gerade berechnet. Halten Sie sie an, oder warten Sie, bis sie fertig ist.
problem-trial-over = Der Probelauf ist zu Ende.
problem-trial-clock = Etwas an dieser Veranstaltung ist später datiert als jetzt: Die Uhr des Servers wurde zurückgestellt. Versuchen Sie es später noch einmal.
problem-publish-draft = Die Veranstaltung ist ein Entwurf, deshalb würde niemand vom Plan erfahren. Öffnen Sie sie zuerst, oder probieren Sie sie aus: In einem Probelauf können Sie veröffentlichen, ohne dass jemand außerhalb Ihres Teams davon hört.

problem-no-tables = Diese Veranstaltung hat keine Tische. Geben Sie zuerst ihre Zahl in den Einstellungen an.
problem-list-empty = Fügen Sie mindestens eine Zeile ein, die mit der Nummer eines Tisches beginnt.
problem-list-number = Zeile { $line }: { $text ->
    [none] sie beginnt nicht mit einer Nummer.
   *[other] „{ $text }“ ist kein Tisch. Tische haben die Nummern 1 bis { $last }; wie viele es gibt, steht in den Einstellungen der Veranstaltung.
  }
problem-list-twice = Zeile { $line }: Tisch { $number } steht schon in Zeile { $first }.
problem-list-long = Zeile { $line }: Ein Name oder Bereich hat mehr als { $max } Zeichen.
problem-list-type = Zeile { $line }: Es gibt keinen Teilnehmertyp „{ $text }“.
problem-list-address = Zeile { $line }: „{ $text }“ ist keine E-Mail-Adresse.
problem-list-nobody = Zeile { $line }: Niemand in dieser Veranstaltung hat die Adresse { $text }.
problem-list-too-long = Die Liste ist zu lang. Übernehmen Sie sie in Teilen von höchstens { NUMBER($max) } Zeichen.
