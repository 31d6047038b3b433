# Worin Teilnehmende einwilligen, jedes für sich, und was die Liste von ihnen zeigt.
consent-visibility = Wer Sie sieht
shown-legend = Auch das zeigen
shown-help = Davon wird nichts gezeigt, was Sie nicht ankreuzen. Wen Sie treffen, um ein Gespräch bitten oder von Ihrem Wunsch wissen lassen, sieht Ihren Namen in jedem Fall.
consent-optional = Nur wenn Sie möchten
consent-optional-help = Nichts davon ist für die Teilnahme nötig. Sie können es jederzeit unter „Meine Anmeldung“ ändern.
consent-legend = Ich bin mit Folgendem einverstanden
consent-earlier = Am { $date } haben Sie einem früheren Wortlaut zugestimmt: „{ $text }“
consent-keep = Es bleibt bei dem, worin ich eingewilligt habe
consent-anew = Ich bin mit dem neuen Wortlaut einverstanden
consent-no = Ich bin nicht mehr einverstanden
consent-mails = Ihre Sprache
consent-photos = Fotos und Aufnahmen
consent-photos-not = Keine Fotos
consent-photos-text = { $organiser } darf auf der Veranstaltung Fotos und Aufnahmen machen, auf denen ich zu erkennen bin, und sie veröffentlichen, um über die Veranstaltung zu berichten.
consent-newsletter = Newsletter
consent-newsletter-text = { $organiser } darf mir per E-Mail den eigenen Newsletter senden, auch nach dieser Veranstaltung.
consent-partners = Liste für Partner
consent-partners-text = { $organiser } darf meinen Namen, meine Organisation, mein Land und meine E-Mail-Adresse an die Partner dieser Veranstaltung weitergeben, die mir schreiben dürfen.
consent-given = Ja, seit { $date } (Text { $version })
data-consent-shown = Andere Teilnehmende sehen: { $field }
data-consent-photos = Fotos und Aufnahmen
data-consent-newsletter = Newsletter
data-consent-partners = Liste für Partner

# Was der Veranstalter fragt.
nav-consents = Einwilligungen
consents-lead = Was Sie Ihre Teilnehmenden neben der Anmeldung fragen. Nichts ist vorab angekreuzt, niemand muss einwilligen, und jede Einwilligung lässt sich jederzeit zurücknehmen.
consents-ask = Danach fragen
consents-text = Worin sie einwilligen
consents-text-help = Schreiben Sie, wer was wozu tut. Ändern Sie den Text, entsteht eine neue Fassung: Wer der früheren zugestimmt hat, wird neu gefragt.
consents-photos-help = Die Teilnehmerliste und die Liste für den Einlass zeigen, wer nicht fotografiert werden soll.
consents-newsletter-help = In der Teilnehmerliste filtern Sie, wer eingewilligt hat, und exportieren die Adressen.
consents-partners-help = Nennen Sie die Partner im Text. In der Teilnehmerliste filtern Sie, wer eingewilligt hat, und exportieren die Adressen.
consents-state = { $count ->
        [0] Text { $version } vom { $date }. Noch hat niemand eingewilligt.
        [one] Text { $version } vom { $date }. Eine Person hat eingewilligt.
       *[other] Text { $version } vom { $date }. { NUMBER($count) } Personen haben eingewilligt.
    }
consents-people = Zeigen, wer
participants-consent = Eingewilligt in
participants-consent-yes = { $consent }: ja ({ NUMBER($count) })
participants-consent-no = { $consent }: nein
participants-export = Als CSV exportieren
export-consent-text = { $consent }: Text
export-consent-language = { $consent }: Sprache des Textes
export-consent-time = { $consent }: seit
log-event-consents = Einwilligungen geändert
problem-consent-text-missing = Schreiben Sie auf { $language }, worin Teilnehmende einwilligen, oder nehmen Sie das Häkchen weg.
print-photos = Fotos
print-no-photos = nein
