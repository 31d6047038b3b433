## organiser: the back office

# ways to go
nav-events = Veranstaltungen
nav-types = Teilnehmertypen
nav-topics = Themen
nav-agenda = Programm
nav-outbox = Postausgang
nav-blocked = Gesperrte Adressen
nav-log = Protokoll
nav-team = Veranstalterteam
nav-account = Ihr Konto
nav-set-up = Einrichten
nav-participant-list = Liste
nav-accessibility = Barrierefreiheit

# what just happened
done-created = Ihre Veranstaltung ist angelegt. Sie ist ein Entwurf: Bis Sie sie öffnen, sieht sie nur das Team.
done-opened = Die Veranstaltung ist geöffnet. Man kann sich jetzt anmelden.
done-closed = Die Veranstaltung ist geschlossen. Neue Anmeldungen sind nicht mehr möglich.
done-drafted = Die Veranstaltung ist wieder ein Entwurf. Nur das Team sieht sie.
done-added = Hinzugefügt.
done-removed = Entfernt.
done-approve = Genehmigt. Eine Mail ist unterwegs.
done-reject = Abgelehnt. Eine Mail ist unterwegs.
done-promote = Nachgerückt. Eine Mail ist unterwegs.
done-cancel = Abgesagt. Alle Betroffenen erhalten eine Mail.
done-sent = Eine Mail mit einem neuen Link ist unterwegs.
done-invited = Eine E-Mail mit der Einladung ist unterwegs. Bis sie angenommen ist, steht sie unter „Eingeladen“.
done-again = Die Mail wird jetzt erneut versucht.

# list of events
events-name = Veranstaltung
events-find = Veranstaltung finden
events-when = Datum
events-state = Status
events-registered = Angemeldet
events-seats = { NUMBER($taken) } von { NUMBER($capacity) }
events-empty = Sie haben noch keine Veranstaltung. Beginnen Sie mit Name, Datum und Ort; der Rest kann folgen.
events-empty-invited = Sie gehören noch zu keinem Veranstalterteam. Bitten Sie jemanden, dem die Veranstaltung gehört, Sie einzuladen.
event-new-title = Neue Veranstaltung
event-new-lead = Was jede Veranstaltung braucht. Texte, Themen und Programm folgen danach.
event-new-button = Veranstaltung anlegen
event-like = Mit den Einstellungen beginnen von
event-like-help = Texte, Themen, Fragen, Programm, Regeln, Bilder und Team kommen mit, Personen nicht.
event-like-button = Übernehmen
event-like-lead = Nach dem Vorbild von { $event }: Texte, Themen, Fragen, Programm, Regeln, Bilder, Team und die Einstellungen der Matching-Runden kommen mit, verschoben auf die neuen Tage. Personen, Wünsche und Gespräche kommen nicht mit.
event-like-ends-on = Ohne Angabe dauert die Veranstaltung so lange wie die letzte.
dashboard-like = Nächstes Mal
dashboard-like-way = Weitere Veranstaltung nach diesem Vorbild anlegen

# state of an event
event-state-title = Öffnen oder schließen
event-state-now = Zurzeit: { $state }.
event-state-draft = Entwurf
event-state-open = Geöffnet
event-state-closed = Geschlossen
event-public-page = Öffentliche Seite
event-open-button = Für Anmeldungen öffnen
event-open-text = Geöffnet: Alle sehen die Seite der Veranstaltung und können sich anmelden.
event-close-button = Anmeldung schließen
event-close-text = Geschlossen: Die Seite bleibt, aber niemand kann sich mehr anmelden. Wer angemeldet ist, behält die eigene Seite.
event-draft-button = Wieder zum Entwurf machen
event-draft-text = Entwurf: Nur das Team sieht die Veranstaltung. Möglich, solange sich niemand angemeldet hat.

# settings of an event
settings-texts = Texte
settings-when-where = Wann und wo
settings-registration = Anmeldung
settings-meetings = Gespräche
setting-main-language = Hauptsprache
setting-main-language-help = Wo ein Text in einer anderen Sprache fehlt, erscheint diese.
setting-name = Name
setting-name-help = In den Sprachen der Veranstaltung; die Hauptsprache muss sein.
setting-summary = Kurzbeschreibung
setting-summary-help = Zwei oder drei Sätze unter dem Namen.
setting-description = Beschreibung
setting-description-help = Reiner Text; eine Leerzeile beginnt einen Absatz.
setting-slug = Name in Adressen
setting-slug-help = Kleinbuchstaben, Ziffern und Bindestriche, etwa cluster-2026. Nicht mehr änderbar, sobald die Veranstaltung geöffnet war.
setting-organiser-name = Wer einlädt
setting-organiser-name-help = Die Organisation, deren Name auf Seiten und Mails steht.
setting-contact-email = Kontaktadresse
setting-contact-email-help = Hierhin schreiben Teilnehmende; Antworten auf Mails kommen hier an.
setting-accent = Akzentfarbe
setting-accent-help = Etwa #0b5563; dunkel genug, um auf Weiß lesbar zu sein.
setting-starts-on = Erster Tag
setting-ends-on = Letzter Tag
setting-time-zone = Zeitzone
setting-time-zone-help = Alle Zeiten des Programms gelten in dieser Zone.
setting-venue = Wo die Gespräche stattfinden
venue-onsite = Vor Ort
venue-onsite-help = An einem Ort, an nummerierten Tischen.
venue-online = Online
venue-online-help = In einem Videoraum je Gespräch.
setting-place = Ort
setting-place-help = Nur vor Ort: Gebäude und Stadt, etwa Tour & Taxis, Brüssel.
setting-tables = Tische für Gespräche
setting-tables-help = Nur vor Ort: wie viele Gespräche gleichzeitig stattfinden können.
setting-room-link = Link zu den Videoräumen
setting-room-link-help = Nur online: eine Adresse wie https://meet.example.org/{"{"}meeting{"}"}. Statt {"{"}meeting{"}"} steht bei jedem Gespräch ein eigener Code.
setting-capacity = Plätze
setting-capacity-help = Leer lassen für unbegrenzt. Sind alle Plätze vergeben, kommen weitere auf die Warteliste.
setting-registration-opens = Anmeldung öffnet
setting-registration-opens-help = Datum und Uhrzeit in der Zeitzone der Veranstaltung. Lassen Sie das Feld leer, wenn die Anmeldung mit der Veranstaltung öffnet.
setting-registration-closes = Anmeldung schließt
setting-registration-closes-help = Datum und Uhrzeit in der Zeitzone der Veranstaltung. Wer das Formular bis dahin begonnen hat, kann es noch eine Stunde lang senden. Von der Warteliste rücken weiter Personen nach.
setting-approval = Jede Anmeldung wird vom Team genehmigt
setting-approval-help = Ohne Haken ist angemeldet, wer die eigene Adresse bestätigt.
setting-wished-minimum = Gespräche, die jede und jeder mindestens haben soll
setting-wished-minimum-help = Die Matching-Runde sorgt zuerst für die, die am wenigsten haben.
setting-reminders = Teilnehmende per Mail erinnern
setting-reminders-help = Alle erhalten am Vorabend das Programm des Tages und eine Stunde vor dem ersten Gespräch eine Mail. Jede Person kann das für sich abbestellen.
setting-same-country = Personen aus demselben Land dürfen einander treffen
setting-same-country-help = Personen derselben Organisation nie.
setting-calendar-mode = Wie Gespräche in den Kalender kommen
calendar-mode-invitation = Eine Einladung je Gespräch
calendar-mode-invitation-help = Outlook, Apple und Google tragen sie von selbst ein und ändern sie.
calendar-mode-file = Eine Kalenderdatei mit allen Gesprächen
calendar-mode-file-help = Weniger Mails; man öffnet die Datei selbst.

# overview of an event
dashboard-next = Was als Nächstes ansteht
dashboard-where = Wo Sie stehen
dashboard-registrations = Anmeldungen
figure-registered = { $count ->
    [one] Person angemeldet
   *[other] Personen angemeldet
  }
figure-seats = { $count ->
    [one] Platz frei von { NUMBER($capacity) }
   *[other] Plätze frei von { NUMBER($capacity) }
  }
figure-awaiting = { $count ->
    [one] wartet auf Ihre Genehmigung
   *[other] warten auf Ihre Genehmigung
  }
figure-waiting = { $count ->
    [one] auf der Warteliste
   *[other] auf der Warteliste
  }
figure-meetings = { $count ->
    [one] Gespräch geplant
   *[other] Gespräche geplant
  }
figure-without-meeting = { $count ->
    [one] angemeldete Person ohne Gespräch
   *[other] angemeldete Personen ohne Gespräch
  }
step-topics = Themen anlegen, zu denen man etwas anbietet oder sucht
step-blocks = Einen Gesprächsblock ins Programm aufnehmen: die Zeiten, zu denen man sich trifft
step-open = Die Veranstaltung für Anmeldungen öffnen
step-approve = { $count ->
    [one] Eine Anmeldung genehmigen oder ablehnen
   *[other] { NUMBER($count) } Anmeldungen genehmigen oder ablehnen
  }
step-burst = { $count ->
    [one] Eine Anmeldung ansehen, die mit vielen anderen auf einmal kam
   *[other] { NUMBER($count) } Anmeldungen ansehen, die auf einmal kamen
  }
step-failed-mails = { $count ->
    [one] Nachsehen, warum eine Mail nicht zugestellt wurde
   *[other] Nachsehen, warum { NUMBER($count) } Mails nicht zugestellt wurden
  }
step-round = Eine erste Matching-Runde rechnen; sie bleibt ein Entwurf, bis Sie sie veröffentlichen
step-round-running = Matching-Runde { $number } wird berechnet: ansehen, wie weit sie ist
step-publish = Matching-Runde { $number } ansehen und veröffentlichen
step-invite = Die öffentliche Seite bekannt machen

# participant types
types-lead = Als was man teilnimmt, etwa als Aussteller oder Besucher. Wer wen treffen darf, richtet sich danach.
types-empty = Es gibt noch keinen Typ. Ohne Typen fragt das Formular nicht danach, und alle dürfen alle treffen.
types-add = Typ hinzufügen
type-title = Teilnehmertyp
type-label = Bezeichnung
matrix-title = Wer wen treffen darf
matrix-lead = Jedes Paar von Typen einmal; beide Richtungen zählen gleich.
matrix-cell = { $one } mit { $other }
matrix-save = Speichern, wer wen treffen darf
type-rule-never = nie
type-rule-may = dürfen
type-rule-wanted = sollen

# topics
topics-lead = Was man anbieten und suchen kann. Je feiner die Liste, desto besser die Paare; je kürzer, desto schneller das Formular.
topics-empty = Es gibt noch kein Thema. Fügen Sie unten eine Liste ein, ein Thema je Zeile.
topics-add = Themen hinzufügen
topics-new = Neue Themen
topics-help = Ein Thema je Zeile. Eine Zeile, die mit Bindestrich oder Leerzeichen beginnt, gehört zum Thema darüber. Um etwas unter ein vorhandenes Thema zu stellen, schreiben Sie dieses zuerst noch einmal.
topics-help-languages = Ein Thema je Zeile, in den Sprachen der Veranstaltung: { $form }. Eine Zeile, die mit Bindestrich oder Leerzeichen beginnt, gehört zum Thema darüber. Um etwas unter ein vorhandenes Thema zu stellen, schreiben Sie dieses zuerst noch einmal.
topic-title = Thema

# agenda
agenda-zone = Alle Zeiten in { $zone }.
agenda-add-block = Gesprächsblock hinzufügen
agenda-add-session = Programmpunkt hinzufügen
agenda-empty = Das Programm ist leer. Ein Gesprächsblock gibt die Zeiten vor, zu denen man sich trifft; Programmpunkte sind Vorträge, Workshops und Pausen.
agenda-no-blocks = Es gibt noch keinen Gesprächsblock: Ohne ihn kann sich niemand treffen.
agenda-block = { $count ->
    [one] Ein Termin von { $minutes } Minuten
   *[other] { NUMBER($count) } Termine von { $minutes } Minuten, dazwischen { $pause } Minuten
  }
agenda-date = Tag
session-title = Programmpunkt
session-label = Titel
session-starts = Beginn
session-ends = Ende
session-ends-help = Eine Zeit vor dem Beginn liegt nach Mitternacht.
session-place = Raum oder Ort
session-description = Worum es geht
session-speakers = Mitwirkende
session-speakers-help = Eine Person je Zeile, so wie es dastehen soll: Name, Funktion, Organisation.
session-language = Sprache
session-language-none = Keine Angabe
session-link = Link zum Zusehen oder zu den Unterlagen
session-link-help = Eine https-Adresse. Nur wer teilnimmt, sieht sie im eigenen Terminplan.
session-places = Plätze
session-places-help = Leer lassen, wenn es keine Grenze gibt. Wer später kommt, wartet, rückt von selbst nach, wenn jemand geht, und bekommt dann eine E-Mail.
session-types = Nur für
session-types-help = Ohne Häkchen für alle. Wer sie vorher gewählt hat, behält sie.
session-come = { $people ->
    [one] Eine Person nimmt teil
   *[other] { NUMBER($people) } Personen nehmen teil
}
session-places-taken = { $waiting ->
    [0] { NUMBER($taken) } von { NUMBER($places) } Plätzen vergeben
   *[other] { NUMBER($taken) } von { NUMBER($places) } Plätzen vergeben, { NUMBER($waiting) } warten
}
session-people-way = Wer an diesem Programmpunkt teilnimmt
session-people-title = Wer an „{ $session }“ teilnimmt
session-people-empty = Noch niemand mit Anmeldung hat diesen Programmpunkt gewählt.
session-people-file = Liste herunterladen
session-people-decide = Entscheiden
session-takes-part = Nimmt teil
session-waits-since = Wartet seit { $moment }
session-waiting = Wartet seit
session-give-place = Platz geben
session-take-out = Herausnehmen
block-title = Gesprächsblock
block-lead = Ein Zeitraum, der in gleich lange Termine geteilt ist.
block-label = Bezeichnung
block-label-help = Etwa: Gespräche am Vormittag. Danach wählen die Teilnehmenden.
block-starts = Beginn des ersten Termins
block-slot-minutes = Minuten je Gespräch
block-pause-minutes = Minuten zwischen zwei Gesprächen
block-pause-help = Zeit, sich zu verabschieden und den nächsten Tisch zu finden.
block-slot-count = Anzahl der Termine

# before something is removed
remove-title = „{ $label }“ entfernen?
remove-type-text = { $count ->
    [0] Niemand hat diesen Typ.
    [one] Eine Person hat diesen Typ; alles andere behält sie.
   *[other] { NUMBER($count) } Personen haben diesen Typ; alles andere behalten sie.
  }
topic-merge = Zusammenlegen …
topic-merge-title = „{ $label }“ mit einem anderen Thema zusammenlegen
topic-merge-text = { $count ->
    [0] Noch bietet oder sucht es niemand.
    [one] Ein Angebot oder Gesuch zieht mit seinen Worten zum anderen Thema um.
   *[other] { NUMBER($count) } Angebote und Gesuche ziehen mit ihren Worten zum anderen Thema um.
  } Seine eigenen Themen ziehen mit. Danach gibt es dieses Thema nicht mehr.
topic-merge-into = Anderes Thema
topic-merge-choose = wählen …
topic-merge-do = Zusammenlegen
remove-topic-text = { $count ->
    [0] Niemand bietet es an oder sucht es.
    [one] Ein Angebot oder Gesuch nennt es und entfällt mit ihm.
   *[other] { NUMBER($count) } Angebote und Gesuche nennen es und entfallen mit ihm.
  }
remove-session-text = { $count ->
    [0] Niemand nimmt daran teil.
    [one] Eine Person nimmt daran teil und ist dann frei für Gespräche.
   *[other] { NUMBER($count) } Personen nehmen daran teil und sind dann frei für Gespräche.
  }
remove-block-text = { $count ->
    [0] Niemand ist in dieser Zeit da.
    [one] Eine Person ist in dieser Zeit da und kann dann niemanden mehr treffen.
   *[other] { NUMBER($count) } Personen sind in dieser Zeit da und können sich dann nicht mehr treffen.
  }

# participants
participants-empty = Noch hat sich niemand angemeldet.
participants-empty-invite = Öffentliche Seite zeigen
participants-empty-import = Liste importieren
participants-search = Name, Organisation oder Adresse
participants-order-name = Name
participants-order-organisation = Organisation
participants-order-newest = Zuletzt angemeldet
participants-state = Status
participants-found = { $count ->
    [0] Niemand passt. Nehmen Sie einen Filter heraus.
    [one] Eine Person.
   *[other] { NUMBER($count) } Personen.
  }
participants-name = Name
participants-organisation = Organisation
participants-choose = Auswählen
participants-choose-one = { $name } auswählen
participants-decide = Über die Angehakten entscheiden
participants-decide-help = Die nächste Seite zeigt, wen es betrifft. Vor dem Knopf dort geschieht nichts.
participants-everybody = { $count ->
    [one] Die eine gefundene Person
   *[other] Alle { NUMBER($count) } gefundenen Personen
  }
decision-approve = Genehmigen
decision-reject = Ablehnen
decision-promote = Platz geben
decision-cancel = Anmeldung absagen
decide-approve-title = { $count ->
    [0] Genehmigen
    [one] Eine Anmeldung genehmigen
   *[other] { NUMBER($count) } Anmeldungen genehmigen
  }
decide-approve-text = { $count ->
    [one] Diese Person erhält einen Platz oder den nächsten auf der Warteliste, und eine Mail.
   *[other] Alle erhalten einen Platz oder den nächsten auf der Warteliste, und eine Mail.
  }
decide-approve-button = { $count ->
    [one] Anmeldung genehmigen
   *[other] { NUMBER($count) } Anmeldungen genehmigen
  }
decide-approve-none = Niemand davon wartet auf Genehmigung. Haken Sie zuerst Personen in der Liste an.
decide-reject-title = { $count ->
    [0] Ablehnen
    [one] Eine Anmeldung ablehnen
   *[other] { NUMBER($count) } Anmeldungen ablehnen
  }
decide-reject-text = { $count ->
    [one] Diese Person erhält eine Mail, dass es keinen Platz für sie gibt.
   *[other] Alle erhalten eine Mail, dass es keinen Platz für sie gibt.
  }
decide-reject-button = { $count ->
    [one] Anmeldung ablehnen
   *[other] { NUMBER($count) } Anmeldungen ablehnen
  }
decide-reject-none = Niemand davon wartet auf Genehmigung oder einen Platz. Haken Sie zuerst Personen in der Liste an.
decide-promote-title = { $count ->
    [0] Platz geben
    [one] Einer Person einen Platz geben
   *[other] { NUMBER($count) } Personen einen Platz geben
  }
decide-promote-text = { $count ->
    [one] Diese Person rückt von der Warteliste nach, auch wenn alle Plätze vergeben sind, und erhält eine Mail.
   *[other] Sie rücken von der Warteliste nach, auch wenn alle Plätze vergeben sind, und erhalten eine Mail.
  }
decide-promote-button = { $count ->
    [one] Platz geben
   *[other] { NUMBER($count) } Plätze geben
  }
decide-promote-none = Niemand davon steht auf der Warteliste. Haken Sie zuerst Personen in der Liste an.
decide-cancel-title = { $count ->
    [0] Anmeldungen absagen
    [one] Eine Anmeldung absagen
   *[other] { NUMBER($count) } Anmeldungen absagen
  }
decide-cancel-text = { $count ->
    [one] Der Platz geht an die nächste Person auf der Warteliste; Gespräche werden abgesagt, die Gegenüber erfahren es per Mail. Eine Einladung, die niemand beantwortet hat, wird ohne E-Mail zurückgezogen.
   *[other] Die Plätze gehen an die Nächsten auf der Warteliste; Gespräche werden abgesagt, die Gegenüber erfahren es per Mail. Eine Einladung, die niemand beantwortet hat, wird ohne E-Mail zurückgezogen.
  }
decide-cancel-button = { $count ->
    [one] Anmeldung absagen
   *[other] { NUMBER($count) } Anmeldungen absagen
  }
decide-cancel-none = Niemand davon hat eine Anmeldung, die sich absagen ließe. Haken Sie zuerst Personen in der Liste an.
decide-more = { $count ->
    [one] und eine weitere Person
   *[other] und { NUMBER($count) } weitere
  }
decide-skipped = Ausgelassen wegen ihres Status
decide-reason = Grund
decide-reason-help = Bleibt im Protokoll für das Team; die Mail nennt ihn nicht.
participant-place = Nummer { $place } auf der Warteliste
participant-code = Anmeldenummer
participant-foreign-letters = Die Adresse hat Buchstaben, die anderen gleichen können. E-Mail-Server lesen sie so
participant-send-link = Neuen persönlichen Link mailen
participant-profile = Profil
participant-interests = Angebote und Gesuche
participant-blocks = Da für Gespräche
participant-sessions = Nimmt teil an
participant-edit = Ändern:
participant-ended-way = Zur Person
participant-edit-person = Person
participant-edit-interests = Angebote und Gesuche
participant-edit-attendance = Anwesenheit
participant-meetings = Gespräche
participant-no-meetings = Noch ist kein Gespräch geplant.
participant-meeting-with = Mit
participant-meeting-when = Wann
participant-meeting-where = Wo
participant-wishes = Wünsche
participant-exclusions = { $count ->
    [one] Eine Person ist ausgeschlossen; wer, bleibt vertraulich.
   *[other] { NUMBER($count) } Personen sind ausgeschlossen; wer, bleibt vertraulich.
  }
participant-mails = Mails
participant-no-mails = An diese Person ging noch keine Mail.
participant-history = Verlauf
fact-mail-language = Mails auf
fact-max-meetings = Höchstens gewünschte Gespräche
fact-listed = Für andere sichtbar
fact-source = Kam über
fact-since = Angemeldet am
source-form = Anmeldeformular
source-import = Liste des Veranstalters
source-by-hand = von Hand eingetragen
source-demo = Vorführung

# organisers of an event
team-lead = Wer an dieser Veranstaltung arbeitet und was jede Person darf.
team-role = Rolle
team-role-of = Rolle von { $name }
team-no-role = Keine: aus dem Team nehmen
team-invite = Jemanden einladen
team-invite-text = Die Person erhält eine E-Mail und nimmt die Einladung selbst an; wer noch kein Konto hat, legt dabei eines an.
team-invite-button = Ins Team einladen
role-owner-help = Führt die Veranstaltung und bestimmt, wer noch.
role-organiser-help = Führt die Veranstaltung: Einstellungen, Personen, Matching-Runden.
role-viewer-help = Sieht alles, ändert nichts.

# pause of all mail
pause-title = Zurzeit werden keine E-Mails gesendet
pause-server-text = Der Mailserver nimmt seit dem { $since } Uhr keine E-Mails von uns an. { $count ->
    [one] Eine E-Mail wartet
   *[other] { NUMBER($count) } E-Mails warten
 }. Nichts geht verloren: Der Versand läuft von selbst weiter, sobald der Server eine E-Mail annimmt.
pause-restored-text = Diese Installation wurde am { $since } Uhr aus einer Sicherung wiederhergestellt. { $count ->
    [one] Eine E-Mail wartet
   *[other] { NUMBER($count) } E-Mails warten
 }. Manche davon wurden vielleicht schon gesendet. Prüfen Sie zuerst den Postausgang.
pause-ask = Eine Person mit Administrationsrechten entscheidet, wann der Versand beginnt.
pause-next = Nächster Versuch: { $when } Uhr.
pause-words = Der Mailserver sagt:
pause-server-button = Jetzt erneut versuchen
pause-restored-button = { $count ->
    [one] Versand beginnen: 1 E-Mail
   *[other] Versand beginnen: { NUMBER($count) } E-Mails
 }
done-mail-flows = E-Mails werden wieder gesendet.
done-mail-probes = Eine E-Mail wird jetzt gesendet, um den Mailserver zu prüfen. Wenn er sie annimmt, folgen die anderen.
pause-restored-note = Die Sicherung ist vom { $made } Uhr. Spätere Änderungen fehlen. Personen, deren Daten danach gelöscht wurden, sind wieder da: Löschen Sie ihre Daten erneut.
pause-give-up-button = { $count ->
    [one] Die E-Mail aus der Sicherung nicht senden, nur neue
   *[other] Die { NUMBER($count) } E-Mails aus der Sicherung nicht senden, nur neue
 }
done-mail-given-up = Die E-Mails aus der Sicherung werden nicht gesendet. Neue E-Mails werden wieder gesendet.

# backups
backup-made = Letzte Sicherung: { $when } Uhr, { NUMBER($size) } MB.
backup-none = Es gibt noch keine Sicherung.
backup-failed-title = Die letzte Sicherung ist fehlgeschlagen
backup-failed = Der Versuch war am { $when } Uhr. Der Server versucht es jede Stunde erneut. Grund:

# outbox
outbox-again-text = { $count ->
    [one] Eine E-Mail ist fehlgeschlagen, und das liegt vielleicht nicht an der Adresse
   *[other] { NUMBER($count) } E-Mails sind fehlgeschlagen, und das liegt vielleicht nicht an den Adressen
 }
outbox-again-help = Der Mailserver hat sie abgelehnt, ohne ein Postfach zu nennen, oder sie zwei Tage lang nicht angenommen. Wenn das behoben ist, senden Sie sie erneut. E-Mails an gesperrte Adressen bleiben hier.
outbox-again = { $count ->
    [one] 1 E-Mail erneut senden
   *[other] { NUMBER($count) } E-Mails erneut senden
 }
done-sent-again = Die E-Mails werden jetzt erneut gesendet.
log-mails-sent-again = Fehlgeschlagene E-Mails erneut gesendet
outbox-all = Alle ({ $count })
outbox-empty = Hier ist keine Mail. Mails erscheinen, sobald sich jemand anmeldet oder eine Runde veröffentlicht wird.
outbox-of-events = Wählen Sie die Veranstaltung, deren Mails Sie sehen möchten.
outbox-state = Status
outbox-state-waiting = Wartet
outbox-state-sent = Gesendet
outbox-state-failed = Fehlgeschlagen
outbox-state-bounced = Zurückgekommen
outbox-problem-address-blocked = Von dieser Adresse ist eine Mail zurückgekommen. Berichtigen Sie die Adresse oder heben Sie die Sperre auf der Seite der Person auf; versuchen Sie es dann erneut.
outbox-problem-too-late = Sie hat länger gewartet, als sie nützlich war.
outbox-problem-restored = Nicht gesendet: Sie stammt aus einer Sicherung und wurde vielleicht schon gesendet. Versuchen Sie es nur erneut, wenn das nicht der Fall ist.
outbox-subject = Betreff
outbox-from = Von
outbox-to = An
outbox-kind = Art
outbox-when = Datum
outbox-attachments = Anhänge
outbox-source = Ganze Mail
outbox-source-download = Für ein Mailprogramm herunterladen (.eml)
outbox-html = Wie ein Mailprogramm sie zeigt
outbox-text = Als reiner Text
outbox-gone = Ein Mailserver hat diese Mail angenommen. Ihr Text wird hier nicht aufbewahrt, weil er einen persönlichen Link enthält.
outbox-tries = { $count ->
    [one] Ein Versuch ist fehlgeschlagen:
   *[other] { NUMBER($count) } Versuche sind fehlgeschlagen:
  }
outbox-next-try = Nächster Versuch: { $when } UTC.
outbox-retry = Jetzt erneut versuchen
outbox-kind-confirm = Bitte bestätigen
outbox-kind-confirm-address = Neue Adresse bestätigen
outbox-kind-address-changed = Adresse geändert
outbox-kind-already-registered = Schon angemeldet
outbox-kind-registered = Angemeldet
outbox-kind-awaiting-approval = Wartet auf Genehmigung
outbox-kind-waiting-list = Auf der Warteliste
outbox-kind-promoted = Nachgerückt
outbox-kind-rejected = Nicht angenommen
outbox-kind-cancelled = Abgesagt
outbox-kind-personal-link = Neuer persönlicher Link
outbox-kind-schedule = Terminplan
outbox-kind-schedule-changed = Geänderter Terminplan
outbox-kind-invitation = Einladung zu einem Gespräch
outbox-kind-meeting-cancelled = Gespräch abgesagt
outbox-kind-reminder-day = Tagesprogramm
outbox-kind-reminder-hour = Erinnerung an ein Gespräch
outbox-kind-new-password = Neues Passwort
outbox-kind-barrier-report = Barriere gemeldet
outbox-kind-round-ready = Matching-Runde fertig

# log
log-demo-filled = Demo-Veranstaltung gefüllt
log-lead = Wer was getan hat, das Neueste zuerst.
log-empty = Noch ist nichts geschehen.
log-when = Wann
log-what = Was
log-who = Wer
actor-participant = Teilnehmerin oder Teilnehmer
actor-organiser = Team
actor-system = Programm
log-block-added = Gesprächsblock hinzugefügt
log-block-changed = Gesprächsblock geändert
log-block-removed = Gesprächsblock entfernt
log-event-created = Veranstaltung angelegt
log-event-changed = Einstellungen geändert
log-event-accessibility = Erklärung zur Barrierefreiheit geändert
log-event-imported = Liste importiert
log-event-state = Veranstaltung geöffnet oder geschlossen
log-mail-tried-again = Mail erneut versucht
log-matrix-changed = Geändert, wer wen treffen darf
log-meeting-absent = Zu einem Gespräch nicht gekommen
log-meeting-cancelled = Gespräch abgesagt
log-organiser-invited = Ins Team eingeladen
log-organiser-role = Rolle geändert
log-participant-changed-person = Profil geändert
log-participant-changed-interests = Angebote und Gesuche geändert
log-participant-changed-attendance = Anwesenheit geändert
log-participant-changed-consent = Sichtbarkeit oder Sprache geändert
log-participant-imported = Profil durch Import geändert
log-registration-signed-up = Formular gesendet
log-registration-confirmed = Adresse bestätigt
held-network = Innerhalb einer Stunde haben viele aus einem Netz bestätigt: Bitte sehen Sie nach, ob es sie gibt, bevor Sie genehmigen.
held-domain = Innerhalb einer Stunde wurden viele Adressen einer Mail-Domain bestätigt: Bitte sehen Sie nach, ob es sie gibt, bevor Sie genehmigen.
log-registration-held-network = Wartet auf Genehmigung: viele kamen auf einmal aus einem Netz
log-registration-held-domain = Wartet auf Genehmigung: viele kamen auf einmal von einer Mail-Domain
log-registration-approved = Genehmigt
log-registration-rejected = Abgelehnt
log-registration-promoted = Von der Warteliste nachgerückt
log-registration-cancelled = Abgesagt
log-registration-expired = Nie bestätigt
log-registration-imported = Importiert
log-registration-reason = Grund
log-reminders-sent = Erinnerungen gesendet
log-reminders-late = Erinnerungen verspätet gesendet
log-reminders-dropped = Erinnerungen verworfen, zu spät für ihren Zweck
log-reminders-stopped = Erinnerungen abbestellt
log-reminders-resumed = Möchte wieder Erinnerungen
log-round-started = Matching-Runde gestartet
log-round-published = Matching-Runde veröffentlicht
log-round-stopped = Suche einer Matching-Runde angehalten
log-round-discarded = Matching-Runde verworfen
log-round-moved-meeting = Gespräch eines Entwurfs verschoben
log-round-removed-meeting = Gespräch eines Entwurfs entfernt
log-round-restored = Matching-Runde wiederhergestellt
log-round-swapped-meetings = Gespräche eines Entwurfs getauscht
log-round-added-meeting = Gespräch zu einem Entwurf hinzugefügt
log-round-undone = Änderung eines Entwurfs rückgängig gemacht
log-round-made-again = Änderung eines Entwurfs wiederholt
log-session-added = Programmpunkt hinzugefügt
log-session-changed = Programmpunkt geändert
log-session-removed = Programmpunkt entfernt
log-session-place-given = Platz in einem Programmpunkt gegeben
log-session-taken-out = Aus einem Programmpunkt genommen
log-topics-added = Themen hinzugefügt
log-topic-changed = Thema geändert
log-topic-merged = Themen zusammengelegt
log-topic-removed = Thema entfernt
log-type-added = Teilnehmertyp hinzugefügt
log-type-changed = Teilnehmertyp geändert
log-type-removed = Teilnehmertyp entfernt

# Adressen, von denen Mails zurückkommen
blocked-title = Mails kommen zurück
blocked-notice = An diese Adresse geht keine Mail mehr.
blocked-see = Grund ansehen und berichtigen
blocked-lead = Eine Mail an { $email } kam am { $when } zurück. Seitdem geht keine Mail mehr dorthin.
blocked-reason = Was der Mailserver sagte
blocked-correct = Adresse berichtigen
blocked-lift = Die Adresse stimmt
blocked-lift-text = Wenn sie wieder funktioniert, heben Sie die Sperre auf. Wartende Mails können im Postausgang erneut versucht werden.
blocked-lift-button = Sperre aufheben
step-blocked = { $count ->
    [one] Mails an eine Person kommen zurück: ansehen
   *[other] Mails an { NUMBER($count) } Personen kommen zurück: ansehen
  }
log-mail-bounced = Mail kam zurück
log-participant-unblocked = Sperre der Adresse aufgehoben
log-participant-changed-address = Adresse berichtigt
participant-edit-address = E-Mail-Adresse
participant-address-title = E-Mail-Adresse
participant-address-at-once = Die Adresse wird ersetzt, und ein neuer Link geht sofort dorthin.
participant-address-at-once-button = Speichern und Link senden
participant-address-asked = An die neue Adresse geht ein Link. Die Adresse ändert sich, wenn die Person sie bestätigt. Die alte Adresse wird benachrichtigt.
participant-address-asked-button = Link an die neue Adresse senden
done-address-asked-for = Ein Link ist unterwegs. Die Adresse ändert sich, sobald sie bestätigt ist.
log-participant-asked-address = Neue Adresse angefragt
done-address-corrected = Die Adresse ist berichtigt, ein Link ist unterwegs.
done-address-lifted = An diese Adresse gehen wieder Mails.
done-still-blocked = Von dieser Adresse kommen Mails zurück. Bitte zuerst berichtigen oder die Sperre aufheben.
blocked-list-lead = An diese Adressen geht keine E-Mail: Laut Mailserver gibt es sie nicht, oder er hat über Tage mehrere E-Mails abgelehnt.
blocked-list-empty = Keine Adresse ist gesperrt. Adressen erscheinen hier, wenn E-Mails zurückkommen.
blocked-domain = Domain der Adresse
blocked-none-chosen = Wählen Sie mindestens eine Person oder alle auf dieser Liste.
blocked-lift-legend = Sperre aufheben
blocked-lift-help = Heben Sie die Sperre auf, wenn die Adressen wieder funktionieren, zum Beispiel nach einer Störung am Mailserver. Nicht gesendete E-Mails können jetzt gehen oder später aus dem Postausgang.
blocked-everybody = { $count ->
    [one] Alle auf dieser Liste (1 Person)
   *[other] Alle auf dieser Liste ({ NUMBER($count) } Personen)
  }
blocked-lift-and-send = { $count ->
    [one] Aufheben und die nicht gesendete E-Mail senden (bis zu 1)
   *[other] Aufheben und die nicht gesendeten E-Mails senden (bis zu { NUMBER($count) })
  }
blocked-lift-only = Aufheben, ohne zu senden
blocked-outbox = Nicht gesendete E-Mails ansehen
done-blocks-lifted = Die Sperren sind aufgehoben. An diese Adressen gehen wieder E-Mails.
done-blocks-lifted-and-sent = Die Sperren sind aufgehoben. Die nicht gesendeten E-Mails sind unterwegs.
alarm-word = Alarm
alarm-what = E-Mails an { $domain } kommen zurück: { $count } Adressen, zuletzt am { $when }.
alarm-said = Der Mailserver sagt:
alarm-next = So viele auf einmal liegen selten an den Adressen; deshalb wird keine gesperrt. Fragen Sie die Betreuung Ihres Mailservers, ob diese Domain ihn ablehnt.
# Erklärung zur Barrierefreiheit
statement-lead = Öffentliche Stellen müssen erklären, wie barrierefrei ihre Seiten sind. Die Erklärung gibt es schon; hier ergänzen Sie, was nur Sie wissen.
statement-public = So lesen sie alle.
statement-limits = Was nicht barrierefrei ist
statement-limits-help = Sagen Sie, was es ist, warum, und wie man sonst daran kommt: zum Beispiel ein Film ohne Untertitel oder ein Plan als Bild.
statement-checked-on = Tag Ihrer letzten Prüfung
statement-checked-on-help = Eine Erklärung soll mindestens einmal im Jahr neu geprüft werden.
statement-phone = Telefon
statement-phone-help = Für alle, die nicht schreiben können. Ihre E-Mail-Adresse aus den Einstellungen steht schon da.
statement-enforcement = Wer bei Streit vermittelt
statement-enforcement-help = Name und Adresse der Schlichtungs- oder Durchsetzungsstelle Ihres Landes.
statement-easy-language-help = Adresse Ihrer Seite in Leichter Sprache. Die Seite der Veranstaltung führt dann dorthin.
statement-sign-language-help = Adresse Ihrer Seite in Gebärdensprache. Die Seite der Veranstaltung führt dann dorthin.
event-state-trial = Probelauf
event-trial-button = Ausprobieren
event-trial-text = Probelauf: Wer die Adresse hat, kann sich anmelden und alles ansehen, auf Wunsch mit erfundenen Personen. E-Mails bekommt nur Ihr Team. Am Ende des Probelaufs wird alles gelöscht, was dabei entstanden ist.
event-trial-end-button = Probelauf beenden
event-trial-end-text = Die Veranstaltung ist wieder ein Entwurf. Was im Probelauf entstanden ist, wird gelöscht.
done-tried = Der Probelauf hat begonnen.
done-trial-filled = Die Personen sind erfunden. Berechnen Sie mit ihnen eine Matching-Runde, oder öffnen Sie die Seite einer Person.
done-still-held = Bis die Veranstaltung offen ist, bekommt nur Ihr Team E-Mails. Öffnen Sie sie zuerst.
draft-banner = Entwurf: Nur Ihr Team sieht die Veranstaltung und bekommt E-Mails.
trial-office-banner = Probelauf: Nur Ihr Team bekommt E-Mails. Personen, Matching-Runden und Gespräche von jetzt werden am Ende gelöscht.
trial-title = Was im Probelauf entstanden ist
trial-lead = Melden Sie sich selbst mit einer Adresse Ihres Teams an, dann bekommen Sie jede E-Mail. Was andere bekämen, steht im Postausgang.
trial-outbox = E-Mails lesen
trial-people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
  }
trial-rounds = { $count ->
    [one] { $count } Matching-Runde
   *[other] { $count } Matching-Runden
  }
trial-meetings = { $count ->
    [one] { $count } Gespräch
   *[other] { $count } Gespräche
  }
trial-mails = { $count ->
    [one] { $count } E-Mail
   *[other] { $count } E-Mails
  }
trial-people-field = Erfundene Personen
trial-people-help = Sie wählen aus Ihren Themen und Blöcken und möchten einander treffen. Höchstens 300 auf einmal.
trial-people-do = Personen erfinden
trial-end-title = Probelauf beenden
trial-end-lead = Endgültig gelöscht wird:
trial-end-stays = Einstellungen, Programm, Themen, Fragen und Personen, die Sie vor dem Probelauf importiert haben, bleiben. Was Sie daran inzwischen geändert haben, bleibt ebenfalls.
trial-end-open = Löschen und die Veranstaltung öffnen
trial-end-draft = Löschen
outbox-state-held = Zurückgehalten
outbox-problem-event-not-public = Nicht gesendet: Die Veranstaltung ist nicht offen, und nur ihr Team bekommt E-Mails.
log-trial-filled = Personen erfunden

flood-what = { $mails } Formulare mit unbestätigten Adressen in der letzten Stunde, davon { $of } an { $domain }. Höchstens { $most } E-Mails zur Bestätigung gehen je Stunde; die übrigen warten bis zu sechs Stunden.
flood-next = Ist das kein erwarteter Andrang, gibt jemand fremde Adressen ein. Sie können die Anmeldung für einige Zeit schließen; wer schon bestätigt hat, merkt davon nichts.
dashboard-lapsed = { $count ->
    [one] Eine weitere Anmeldung hat niemand bestätigt; sie ist gelöscht.
   *[other] { $count } weitere Anmeldungen hat niemand bestätigt; sie sind gelöscht.
  }
step-doubles = { $count ->
    [one] Eine Person hat dieselbe Adresse wie eine andere: zusammenführen
   *[other] { $count } Personen haben dieselbe Adresse wie eine andere: zusammenführen
  }

nav-tables = Tische
tables-lead = Den meisten Veranstaltungen genügen Tischnummern. Hier bekommen Tische Namen und Bereiche, können zu manchen Zeiten fehlen und für Aussteller oder einen Teilnehmertyp freigehalten werden.
tables-none = Die Veranstaltung hat noch keine Tische. Geben Sie ihre Zahl in den Einstellungen an:
tables-file = Liste herunterladen (CSV)
tables-floor-plan = Raumplan
table-number-head = Tisch
table-name = Name
table-name-help = Was darauf steht, zum Beispiel der Aussteller.
table-zone = Bereich
table-zone-help = Raum, Halle oder Ecke, wo er steht.
table-for = Für wen
table-for-anybody = Alle
table-kept-for = Freigehalten für
table-kept-for-help = Gespräche mit jemandem dieses Typs finden an den dafür freigehaltenen Tischen statt, andere Gespräche nicht. Wer einen Aussteller trifft, geht an dessen Stand.
table-missing = Der Tisch fehlt um
table-missing-help = Kreuzen Sie die Zeiten an, zu denen sich dort niemand treffen kann.
table-missing-times = { $times ->
    [one] fehlt zu einer Zeit
   *[other] fehlt zu { NUMBER($times) } Zeiten
  }
table-people = Wer dort bleibt (E-Mail)
table-stay = Er ist der Stand von
tables-paste = Eine Liste übernehmen
tables-list = Tische
tables-list-help = Fügen Sie Zeilen aus einer Tabelle ein: Nummer, Name, Bereich, Teilnehmertyp und die E-Mail-Adressen derer, die dort bleiben. Die Zeilen ersetzen, was über ihre Tische gesagt war; alle anderen bleiben. Eine heruntergeladene Liste hat diese Form.
tables-take-over = Liste übernehmen
booth-title = Stand von { $name }
booth-lead = Wer einen Stand hat, bleibt dort, und die Gesprächspartner kommen dorthin. Andere Gespräche finden dort nicht statt; mehrere Personen können sich einen Stand teilen.
booth-table = Tisch
booth-table-help = Eine Nummer bis { $last }. Lassen Sie das Feld leer, wenn die Person keinen Stand hat.
booth-away = Nicht am Stand um
booth-away-help = Zu diesen Zeiten finden die Gespräche an anderen Tischen statt, wie bei allen.
participant-edit-booth = Stand
log-table-changed = Tisch geändert
log-tables-listed = Liste von Tischen übernommen
log-booth-changed = Stand geändert
