## general: Rahmen jeder Seite, Formulare, Listen, Namen der Arten und Zustände

# Rahmen
skip-link = Direkt zum Inhalt
languages-label = Sprache
sections-label = Auf dieser Website
crumbs-label = Sie sind hier
sign-out = Abmelden
footer-organiser = Eine Veranstaltung von { $name }
footer-imprint = Impressum
footer-privacy = Datenschutz
footer-accessibility = Barrierefreiheit
footer-barrier = Barriere melden
easy-language = Leichte Sprache
sign-language = Gebärdensprache
footer-software = Erstellt mit Rendezvous
notice-success = Erledigt.
notice-info = Bitte beachten Sie:
notice-warning = Bitte prüfen Sie:
notice-failure = Das hat nicht geklappt.

# Formulare
error-title-prefix = Fehler:
error-summary-title = Bitte prüfen Sie Ihre Angaben
step-of = Schritt { $step } von { $steps }
optional = freiwillig
choose = Bitte wählen
back = Zurück
continue = Weiter
save = Speichern
cancel = Abbrechen
change = Ändern
remove = Entfernen
add = Hinzufügen
search = Suchen
show = Anzeigen
show-all = Alle anzeigen
details = Einzelheiten
yes = Ja
no = Nein
none = Keine
topic-offer = Ich biete
topic-seek = Ich suche
topic-offer-text = Was genau bieten Sie? (freiwillig)
topic-seek-text = Was genau suchen Sie? (freiwillig)
topics-filter = Thema finden
topics-filter-help = Was Sie ankreuzen, bleibt, auch wenn Sie suchen oder blättern.
topics-filter-do = Themen suchen
topics-all = Alle weiteren Themen
topics-chosen = Ihre Themen
topics-found = { $count ->
    [0] Kein weiteres Thema zu „{ $search }“
    [one] 1 weiteres Thema zu „{ $search }“
   *[other] { NUMBER($count) } weitere Themen zu „{ $search }“
}
topics-hidden = { $count ->
    [one] 1 weiteres angekreuztes Thema steht nicht auf dieser Seite. Es bleibt angekreuzt.
   *[other] { NUMBER($count) } weitere angekreuzte Themen stehen nicht auf dieser Seite. Sie bleiben angekreuzt.
}
topics-filter-count = Themen angezeigt
sending = Einen Moment …

# Listen
pager-label = Seiten dieser Liste
pager-range = { $first } bis { $last } von { $total }
pager-page = Seite { $page } von { $pages }
pager-previous = Vorherige Seite
pager-next = Nächste Seite
list-none-found = In dieser Liste steht kein Eintrag mit allen diesen Wörtern.

# Bilder
picture-table = Dasselbe als Tabelle
picture-free = frei
picture-hours = Uhrzeit
table-number = Tisch { $number }
picture-room-number = Raum { $number }
picture-tables-range = Tische { $first } bis { $last }
picture-rooms-range = Räume { $first } bis { $last }
picture-own = hervorgehobenes Paar
picture-pinned = festgelegt
picture-wished = von beiden gewünscht
picture-clash = Überschneidung
picture-people = Personen
picture-meetings = Gespräche
picture-date = Datum
picture-new = Neu
picture-registrations = Anmeldungen
picture-capacity = Plätze: { NUMBER($seats) }
picture-histogram-title = Gespräche je Person
picture-histogram-sentence = { $people ->
    [one] Eine Person hat
   *[other] { NUMBER($people) } Personen haben
  } insgesamt { $meetings ->
    [0] keine Gespräche
    [one] ein Gespräch
   *[other] { NUMBER($meetings) } Gespräche
  }; die Hälfte von ihnen hat mindestens { $median }.
picture-histogram-none = { $people ->
    [0] Alle haben mindestens ein Gespräch.
    [one] Eine Person hat kein Gespräch.
   *[other] { NUMBER($people) } Personen haben kein Gespräch.
  }
picture-signups-title = Anmeldungen nach Tagen
picture-signups-sentence = { $total ->
    [0] Bisher hat sich niemand angemeldet.
    [one] Bisher hat sich eine Person angemeldet.
   *[other] Bisher haben sich { NUMBER($total) } Personen angemeldet.
  }

# Arten von Organisationen
organisation-type-cluster = Cluster-Organisation oder Netzwerk
organisation-type-startup = Start-up
organisation-type-sme = Kleines oder mittleres Unternehmen
organisation-type-company = Großunternehmen
organisation-type-higher-education = Hochschule
organisation-type-research-organisation = Forschungseinrichtung
organisation-type-public-authority = Ministerium oder Behörde
organisation-type-public-body = Sonstige öffentliche Einrichtung
organisation-type-public-utility = Öffentliches Versorgungsunternehmen
organisation-type-association-or-agency = Verband, Kammer oder Agentur
organisation-type-international-organisation = Internationale Organisation
organisation-type-investor = Kapitalgeber
organisation-type-other = Andere Organisation

# Gesprächssprachen
language-bg = Bulgarisch
language-bs = Bosnisch
language-cs = Tschechisch
language-da = Dänisch
language-de = Deutsch
language-el = Griechisch
language-en = Englisch
language-es = Spanisch
language-et = Estnisch
language-fi = Finnisch
language-fr = Französisch
language-ga = Irisch
language-hr = Kroatisch
language-hu = Ungarisch
language-is = Isländisch
language-it = Italienisch
language-lb = Luxemburgisch
language-lt = Litauisch
language-lv = Lettisch
language-mk = Mazedonisch
language-mt = Maltesisch
language-nl = Niederländisch
language-no = Norwegisch
language-pl = Polnisch
language-pt = Portugiesisch
language-ro = Rumänisch
language-ru = Russisch
language-sk = Slowakisch
language-sl = Slowenisch
language-sq = Albanisch
language-sr = Serbisch
language-sv = Schwedisch
language-tr = Türkisch
language-uk = Ukrainisch

# Zustände einer Anmeldung
registration-state-unconfirmed = Noch nicht bestätigt
registration-state-awaiting-approval = Wartet auf Zusage
registration-state-registered = Angemeldet
registration-state-waiting-list = Auf der Warteliste
registration-state-rejected = Nicht angenommen
registration-state-cancelled = Abgesagt

# Rollen an einer Veranstaltung
role-viewer = Nur lesen
role-organiser = Veranstaltungsteam
role-owner = Leitung
