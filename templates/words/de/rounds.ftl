## rounds: Matching-Runden, Entwürfe, gesetzte und ausgeschlossene Paare, Gründe eines Gesprächs

nav-overview = Überblick
nav-participants = Teilnehmende
nav-import = Import
nav-rounds = Matching-Runden
nav-settings = Einstellungen

rounds-title = Matching-Runden
rounds-lead = Eine Matching-Runde bringt Ihre Teilnehmenden nach Themen, Ländern und Wünschen zusammen und gibt jedem Paar einen Termin und einen Tisch. Sie sehen zuerst einen Entwurf; niemand bekommt eine E-Mail, bevor Sie veröffentlichen.
rounds-new = Neue Matching-Runde
rounds-none = Es gibt noch keine Runde. Starten Sie eine: Niemand bekommt eine E-Mail, bevor Sie sie veröffentlichen.
rounds-number = Runde
rounds-state = Stand
rounds-meetings = Gespräche
rounds-mutual = Gegenseitige Wünsche
rounds-open = Noch offene Punkte
rounds-countries = Zwischen Ländern
rounds-groups = Zwischen Gruppen
rounds-below = Personen unter dem Minimum
rounds-pairs = Festgelegte und ausgeschlossene Paare
round-title = Runde { $number }
round-state-running = Wird berechnet
round-state-draft = Entwurf
round-state-published = Veröffentlicht
round-state-failed = Fehlgeschlagen
round-state-discarded = Verworfen
round-of = { $reached } von höchstens { $bound }
round-gap = { $percent } %
round-gap-unknown = nicht bekannt
round-proven = Bewiesen: Für die Personen, die in einem Gesprächstermin sind, ist kein Plan besser.
round-enough = Bei Wünschen und Mindestzahlen ist bewiesen, dass es nicht besser geht. Bei den Punkten ist kein Plan um mehr als 20 und ein Zehntausendstel besser: Hier endete die Berechnung, weil das keine Rolle spielt.

round-new-title = Neue Matching-Runde
round-new-lead = Die Einstellungen sagen, worauf es ankommt. Sie können beliebig viele Entwürfe rechnen und vergleichen.
round-pairing = Wen darf die Runde zusammenbringen?
round-pairing-help = Ein Wunsch ist angenommen, wenn beide das Gespräch wünschen. Gesetzte Paare zählen immer.
round-pairing-whoever-fits = Alle, die zueinander passen; angenommene Wünsche zuerst
round-pairing-accepted-wishes = Nur angenommene Wünsche: Die Runde findet Zeiten und Tische
round-effort = Wie lange darf gesucht werden?
round-effort-quick = Ein schneller Blick
round-effort-standard = Üblich
round-effort-thorough = Gründlich, für die Runde, die Sie veröffentlichen
round-wished-minimum = Gespräche, die jede Person mindestens bekommen soll
round-most-meetings = Höchstzahl der Gespräche einer Person
round-most-meetings-help = Niemand bekommt mehr Gespräche als gewünscht, gleich was hier steht.
round-candidates = Kandidaten, die für jede Person betrachtet werden
round-candidates-help = Zählt nur bei Veranstaltungen mit mehr als { $most } Personen; sonst betrachtet eine Runde jedes erlaubte Paar.
round-mix = Mischen sollen sich
round-mix-organisation-type = Arten von Organisationen
round-mix-participant-type = Teilnehmertypen
round-quota = Mindestanteil übergreifender Gespräche in Prozent
round-quota-help = Leer lassen, wenn es keine Quote gibt. Kann eine Runde die Quote nicht einhalten, sagt sie es.
round-quota-of = Was als übergreifend zählt
round-quota-of-countries = Zwei Länder
round-quota-of-groups = Zwei der Gruppen, die sich mischen sollen
round-other-quota = Mindestanteil der jeweils anderen Art in Prozent
round-other-quota-help = Zählt der Anteil oben Länder, dann zählt dieser Gruppen, und umgekehrt. Leer lassen, wenn es keinen gibt.
round-coverage = Gespräche, die jede Person mit jeder anderen Gruppe haben soll
round-coverage-help = Leer lassen, wenn das nicht wichtig ist. Es geht den Wünschen vor. Ist es nicht für alle möglich, nennt die Runde den Grund.
round-shared-language = Nur Paare mit einer gemeinsamen Sprache
round-published-plan = Was darf mit dem Plan geschehen, der schon veröffentlicht ist?
round-published-plan-help = Bei der ersten Runde ist noch nichts veröffentlicht. Gespräche, die begonnen haben, und solche, die zwei Personen selbst vereinbart haben, bleiben immer.
round-published-plan-plan-anew = Alles neu planen: Gespräche dürfen umziehen oder wegfallen
round-published-plan-fill-holes = Ihn behalten: nur Lücken füllen
round-published-plan-move-few = Ihn reparieren: zusätzlich höchstens ein Gespräch je verlorenem verlegen
round-repair-title = Den veröffentlichten Plan reparieren
round-repair-lead = Nach Absagen, späten Anmeldungen oder einem geänderten Programm: Was noch stattfinden kann, bleibt. Sie sehen das Ergebnis zuerst als Entwurf; eine E-Mail bekommt nur, wessen Plan sich ändert.
round-repair-fill-holes = Lücken füllen, niemanden verlegen
round-repair-move-few = Höchstens ein Gespräch je verlorenem verlegen
round-repair-changes = Dieser Entwurf repariert den veröffentlichten Plan. { $lost ->
    [0] Alle seine Gespräche können stattfinden,
    [one] Eines seiner Gespräche kann nicht mehr stattfinden,
   *[other] { NUMBER($lost) } seiner Gespräche können nicht mehr stattfinden,
  } { $moved ->
    [0] keines wird verlegt,
    [one] eines wird verlegt,
   *[other] { NUMBER($moved) } werden verlegt,
  } und der Plan { $people ->
    [one] einer Person
   *[other] von { NUMBER($people) } Personen
  } ändert sich.
round-repair-anew = Alles neu geplant ergäbe { $meetings } Gespräche statt { $here }, änderte aber den Plan { $people ->
    [one] einer Person
   *[other] von { NUMBER($people) } Personen
  }.
round-nothing-published = Es gibt keinen veröffentlichten Plan. Veröffentlichen Sie zuerst eine Runde.
round-publish-each = Was sich für jede Person ändert
round-publish-find = Person finden
round-publish-what = Änderung
round-change-lost = { $when }: kein Gespräch mehr mit { $name }
round-change-moved = { $when } statt { $from }: Gespräch mit { $name }
round-change-table = { $when }: anderer Tisch, Gespräch mit { $name }
round-change-gained = { $when }: neu, Gespräch mit { $name }
round-seed = Ziehungsnummer
round-seed-help = Leer lassen für eine neue. Gleiche Einstellungen, Personen und gleiche Ziehungsnummer ergeben dieselbe Runde.
round-weights = Was ein gutes Gespräch ausmacht
round-weights-help = Punkte für jeden Grund. Die Gründe eines Paares ergeben zusammen sein Gewicht.
round-start = Runde rechnen
round-running = Die Runde wird berechnet. Diese Seite zeigt den Entwurf, sobald er fertig ist.
round-running-mail = Sie können diese Seite verlassen. Wenn es länger dauert, erhält die Person, die die Runde gestartet hat, eine E-Mail, sobald sie fertig ist.
round-stopping = Die Runde wird angehalten. Der bisher beste Entwurf steht in wenigen Sekunden hier.
round-step = Gerade
round-step-flow = Wer wen treffen sollte
round-step-colouring = Termine vergeben
round-step-bound = Beweisen, wie gut ein Plan sein kann
round-step-exchange = Gespräche tauschen
round-step-reoptimise = Termin für Termin verbessern
round-step-finish = Lücken schließen, Tische vergeben
round-work-done = Gesucht, vom erlaubten Umfang
round-stop = Anhalten und das bisher Beste nehmen
round-stopped = Die Suche wurde vorzeitig angehalten; dies ist der beste Entwurf bis dahin.
round-already-running = Runde { $number } wird gerade berechnet. Warten Sie, bis sie fertig ist, oder verwerfen Sie sie.
round-no-slots = Diese Veranstaltung hat noch keine Gesprächstermine. Legen Sie zuerst im Programm einen Gesprächsblock an.
round-too-many-slots = Diese Veranstaltung hat { $slots } Gesprächstermine; eine Runde kann höchstens { $most } haben. Machen Sie die Termine länger, oder nehmen Sie einen Gesprächsblock aus dem Programm.
round-failure = Die Runde konnte nicht berechnet werden. Das ist ein Fehler des Programms: Bitte sagen Sie es denen, die diesen Server betreiben. Die Meldung lautet: { $why }
round-conflict = Diese Forderungen lassen sich nicht zugleich erfüllen: { $what }. Der Entwurf erfüllt so viele wie möglich.
round-conflict-pins = { $n ->
    [one] ein gesetztes Paar
   *[other] { NUMBER($n) } gesetzte Paare
  }
round-conflict-quota = die Quote, von der höchstens { $n } erreichbar sind
round-conflict-quota-and-pins = die Quote und { $n } gesetzte Paare
round-conflict-the-quota = die Quote
round-conflict-quota-countries = der Anteil zwischen Ländern, zu dem höchstens { $n } Gespräche zählen können
round-conflict-quota-groups = der Anteil zwischen Gruppen, zu dem höchstens { $n } Gespräche zählen können
round-conflict-quotas = der Anteil zwischen Ländern und der Anteil zwischen Gruppen
round-conflict-frozen = { $n ->
    [one] ein angekündigtes Gespräch
   *[other] { NUMBER($n) } angekündigte Gespräche
  }
round-not-kept = Dies ist nicht erfüllt, und die Suche konnte nicht klären, ob es möglich ist: { $what }.
round-frozen = Für { $what } ist nach den heutigen Tischen oder Grenzen kein Platz; es bleibt, wie es angekündigt ist:
round-conflict-minimum = Diese { $people } Personen brauchen { $needs } Gespräche, um zusammen das Minimum zu erreichen; möglich sind höchstens { $most }:
round-repair-missed = Die Reparatur hält am veröffentlichten Plan fest und erfüllt deshalb nicht: { $what }.
round-ignored-pins = { $n ->
    [one] Ein gesetztes Paar blieb außen vor
   *[other] { NUMBER($n) } gesetzte Paare blieben außen vor
  }:
ignored-not-registered = { $name } ist nicht angemeldet
ignored-excluded = Dieses Paar ist nicht möglich
ignored-slot-gone = Diesen Termin gibt es nicht mehr
ignored-slot-begun = Dieser Termin hat begonnen, und die beiden hatten dann kein Gespräch
ignored-away = { $name } ist zu dieser Zeit nicht da
ignored-never-together = Die beiden sind nie zur selben Zeit da
ignored-table-gone = Diesen Tisch gibt es nicht mehr
ignored-busy = { $name } hat zu dieser Zeit ein anderes Gespräch, das bleibt oder gesetzt ist
ignored-table-taken = An diesem Tisch ist zu dieser Zeit ein anderes Gespräch, das bleibt oder gesetzt ist
ignored-at-limit = { $name } hat mit gesetzten Gesprächen und solchen, die bleiben, schon so viele wie möglich

round-sentence = { $people ->
    [one] Eine Person hat
   *[other] { NUMBER($people) } Personen haben
  } { $meetings ->
    [0] kein Gespräch.
    [one] ein Gespräch.
   *[other] { NUMBER($meetings) } Gespräche.
  }
round-sentence-countries = { $n ->
    [one] Eines davon ({ $percent } %) ist
   *[other] { NUMBER($n) } davon ({ $percent } %) sind
  } zwischen zwei Ländern.
round-sentence-organisation-types = { $n ->
    [one] Eines davon ({ $percent } %) ist
   *[other] { NUMBER($n) } davon ({ $percent } %) sind
  } zwischen zwei Arten von Organisationen.
round-sentence-participant-types = { $n ->
    [one] Eines davon ({ $percent } %) ist
   *[other] { NUMBER($n) } davon ({ $percent } %) sind
  } zwischen zwei Teilnehmertypen.
round-sentence-below = { $people ->
    [one] Eine Person hat
   *[other] { NUMBER($people) } Personen haben
  } weniger Gespräche als gewünscht.
round-part-of = { $n } von { $all }
round-part = { $n } ({ $percent } %)
round-obstacle-partners = { $people ->
    [one] Eine Person darf höchstens { $has } aus der Gruppe „{ $group }“ treffen:
   *[other] { $people } Personen dürfen höchstens { $has } aus der Gruppe „{ $group }“ treffen:
}
round-obstacle-limit = { $people ->
    [one] Eine Person kann weniger Gespräche haben, als mit den anderen Gruppen gewünscht sind:
   *[other] { $people } Personen können weniger Gespräche haben, als mit den anderen Gruppen gewünscht sind:
}
round-obstacle-seats = Die Gruppe „{ $group }“ hat { $seats } Plätze für Gespräche. { $people } Personen brauchen { $asks } mit ihr.
round-obstacle-together = Diese Personen brauchen { $asks } Gespräche mit den genannten Gruppen. Kein Plan gibt ihnen mehr als { $most }:
round-levels = Was zählt, in dieser Reihenfolge
round-levels-help = Eine spätere Zahl geht nie auf Kosten einer früheren. „Höchstens“ ist, was diese Runde bewiesen hat, keine Schätzung.
round-level-first = Zuerst: Wünsche
round-level-groups = Zuerst: jede andere Gruppe
round-level-then-wishes = Dann: Wünsche
round-level-second = Dann: das Minimum jeder Person
round-level-third = Dann: Punkte
round-level-mutual = von höchstens { $most } gegenseitigen Wünschen erfüllt
round-level-units = von höchstens { $most } Gesprächen, die für die anderen Gruppen zählen; gewünscht { $asked }
round-level-minimum = von höchstens { $most } Gesprächen, die zum Minimum zählen; gewünscht { $wished }
round-level-points = von höchstens { $most } Punkten
round-level-points-alone = Punkte
round-level-best = Nachweislich das Höchste
round-level-open = { $n ->
    [one] Eins ist offen
   *[other] { NUMBER($n) } sind offen
  }: nicht bewiesen
round-level-points-open = { $n } offen, { $percent } %: nicht bewiesen
round-nowhere = { $people ->
    [one] Eine Person ist in keinem einzigen Gesprächstermin.
   *[other] { NUMBER($people) } Personen sind in keinem einzigen Gesprächstermin.
  }
round-nowhere-mend = Diese Runde kann ihnen kein Gespräch geben, und was unten bewiesen ist, lässt sie außer Acht. Sie wurden importiert oder angemeldet, bevor es den Gesprächsblock gab, haben jeden Block abgewählt oder nehmen zu all diesen Zeiten an Programmpunkten teil.
round-nowhere-way = Eine neue Runde starten und sie in alle Gesprächsblöcke aufnehmen
round-no-hours = { $people ->
    [one] Eine Person hat keinen Gesprächstermin zu einer Uhrzeit, zu der sie Gespräche führt.
   *[other] { NUMBER($people) } Personen haben keinen Gesprächstermin zu einer Uhrzeit, zu der sie Gespräche führen.
  }
round-no-hours-mend = Diese Runde kann ihnen kein Gespräch geben. Für sie sind alle Termine zu früh oder zu spät am Tag: Legen Sie einen Gesprächsblock zu einer anderen Uhrzeit an, oder bitten Sie sie, ihre Gesprächszeiten zu erweitern.
round-own-hours = Gespräche nach der Uhrzeit der Personen
round-odd-hours = Für { $odd } von { $all } Plätzen in Gesprächen beginnt das Gespräch vor 8 oder nach 20 Uhr der eigenen Zeitzone.
round-own-hours-all = Stunde für Stunde
round-own-hour = Beginn in der eigenen Zeitzone
round-nowhere-ask = { $people ->
    [one] Eine Person ist in keinem Gesprächstermin
   *[other] { NUMBER($people) } Personen sind in keinem Gesprächstermin
  }. Eine Runde kann ihnen kein Gespräch geben.
round-nowhere-question = Was soll mit den Personen geschehen, die in keinem Gesprächstermin sind?
round-nowhere-help = Wer importiert oder angemeldet wurde, bevor es den Gesprächsblock gab, ist in keinem. Jemand kann auch jeden Block abgewählt haben.
round-nowhere-all = Zuerst in alle Gesprächsblöcke aufnehmen
round-nowhere-leave = In dieser Runde auslassen
problem-nowhere = { $people ->
    [one] Wählen Sie, was mit der Person geschehen soll, die in keinem Gesprächstermin ist.
   *[other] Wählen Sie, was mit den { NUMBER($people) } Personen geschehen soll, die in keinem Gesprächstermin sind.
  }
round-names = Die Namen
round-names-more = und { $n } weitere
round-names-all = Alle Namen
round-cause = Der Grund: { $cause }
round-made = Wie dieser Entwurf entstand
round-made-whom = Wen er zusammenbringen darf
round-made-demands = Forderungen
round-made-points = Geänderte Punkte
round-made-points-usual = keine: alles wie üblich
round-made-points-changed = { $n ->
    [one] ein Grund geändert
   *[other] { NUMBER($n) } Gründe geändert
  }
round-made-term = { $term } { $now } (üblich { $usual })
round-made-plan = Der veröffentlichte Plan
round-made-limits = mindestens { $least }, höchstens { $most } Gespräche je Person
round-made-quota-countries = mindestens { $percent } % zwischen Ländern
round-made-quota-groups = mindestens { $percent } % zwischen Gruppen
round-made-coverage = mindestens { $n } mit jeder anderen Gruppe
round-made-language = eine gemeinsame Sprache
round-made-seed = Ziehungsnummer { $seed }
round-made-again = Gleiche Einstellungen, Personen und gleiche Ziehungsnummer ergeben dieselbe Runde.
round-made-like = Neue Runde mit diesen Einstellungen und dieser Ziehungsnummer
round-effort-quick-short = schnell
round-effort-standard-short = üblich
round-effort-thorough-short = gründlich
cause-one-organisation = alle sind aus einer Organisation
cause-one-organisation-help = Alle Angemeldeten gehören zur selben Organisation, und wer zur selben Organisation gehört, wird nicht zusammengebracht. Setzen Sie Paare, wenn sie sich trotzdem treffen sollen.
cause-too-few-tables = es gibt zu wenige Tische
cause-too-few-slots = es gibt zu wenige Gesprächstermine
cause-sum-tables = { $n ->
    [one] ein Tisch
   *[other] { NUMBER($n) } Tische
  }
cause-sum-slots = { $n ->
    [one] ein Termin
   *[other] { NUMBER($n) } Termine
  }
cause-sum-meetings = { $n ->
    [one] ein Gespräch
   *[other] { NUMBER($n) } Gespräche
  }
cause-places = Platz ist für höchstens { $places } Gespräche: so viele erlauben die Tische und die Personen, die zu jedem Termin da sind.
cause-needed = Sie brauchen { $needed }, damit alle das Minimum erreichen.
cause-needed-each = Sie brauchen { $needed }: { $people } Personen mit je { $each }.
cause-largest = Das gilt für { $people } der { $all } Personen mit zu wenigen Gesprächen.
remedy-tables-least = { $below ->
    [0] Mit { $tables } Tischen würden alle das Minimum erreichen; weniger genügen nicht.
    [one] Mit { $tables } Tischen würden alle bis auf eine Person das Minimum erreichen; weniger genügen nicht.
   *[other] Mit { $tables } Tischen würden alle bis auf { NUMBER($below) } Personen das Minimum erreichen; weniger genügen nicht.
  }
remedy-tables = { $below ->
    [0] Mit { $tables } Tischen würden alle das Minimum erreichen.
    [one] Mit { $tables } Tischen würden alle bis auf eine Person das Minimum erreichen.
   *[other] Mit { $tables } Tischen würden alle bis auf { NUMBER($below) } Personen das Minimum erreichen.
  }
remedy-slots = { $below ->
    [0] Mit insgesamt { $slots } Terminen und so vielen Tischen wie jetzt würden alle das Minimum erreichen, wenn alle so lange bleiben.
    [one] Mit insgesamt { $slots } Terminen und so vielen Tischen wie jetzt würden alle bis auf eine Person das Minimum erreichen, wenn alle so lange bleiben.
   *[other] Mit insgesamt { $slots } Terminen und so vielen Tischen wie jetzt würden alle bis auf { NUMBER($below) } Personen das Minimum erreichen, wenn alle so lange bleiben.
  }
remedy-no-quota = { $below ->
    [0] Ohne die Quote würden alle das Minimum erreichen.
    [one] Ohne die Quote würden alle bis auf eine Person das Minimum erreichen.
   *[other] Ohne die Quote würden alle bis auf { NUMBER($below) } Personen das Minimum erreichen.
  }
remedy-minimum = { $minimum ->
    [one] Ein Minimum von einem Gespräch haben alle, die es haben können.
   *[other] Ein Minimum von { NUMBER($minimum) } Gesprächen haben alle, die es haben können.
  }
cause-nowhere = In keinem Gesprächstermin
cause-outside-hours = In keinem Termin zu einer Uhrzeit, zu der sie Gespräche führen
cause-few-slots = Zu wenigen Terminen da
cause-few-partners = Zu wenige Personen, die sie treffen dürfen
cause-organisation = Die anderen sind aus derselben Organisation
cause-language = Keine gemeinsame Sprache mit genügend anderen
cause-types = Die Regeln zu Teilnehmertypen lassen zu wenige Personen übrig
cause-country = Die anderen sind aus demselben Land
cause-excluded = Zu viele Paare sind ausgeschlossen oder abgelehnt
cause-no-accepted-wish = Diese Runde setzt nur angenommene Wünsche um, und niemand hat einen mit dieser Person
cause-tables-full = Alle Tische sind belegt
cause-quota = Die Quote steht im Weg
cause-taken = Immer wenn beide da sind, hat eine der beiden Personen ein anderes Gespräch
cause-partners-at-limit = Mögliche Personen haben so viele Gespräche wie gewünscht oder erlaubt
cause-never-together = Niemand, den sie treffen dürfen, ist zur selben Zeit da
cause-two-booths = Beide bleiben an eigenen Ständen
cause-pinned-elsewhere = Ein gesetztes Gespräch steht im Weg
cause-begun = Die einzigen übrigen Termine haben begonnen
cause-free = Der Plan lässt Platz: Sie könnten sich jetzt treffen
cause-own-limit = Möchten nicht mehr Gespräche
round-figures = Zahlen
round-figure-mutual = Erfüllte gegenseitige Wünsche
round-figure-goals = Gespräche bis zum Minimum jeder Person
round-figure-score = Punkte
round-figure-below = Personen unter ihrem Minimum
round-figure-one-way = Erfüllte einseitige Wünsche
round-figure-countries = Gespräche zwischen Ländern
round-figure-organisation-types = Gespräche zwischen Arten von Organisationen
round-figure-participant-types = Gespräche zwischen Teilnehmertypen
round-figure-gaps = Lücken zwischen Gesprächen
round-figure-tables = Tischwechsel
round-changed-by-hand = Dieser Entwurf wurde seit der Berechnung von Hand geändert.
round-everyone-has-enough = Alle haben so viele Gespräche, wie sie haben können und möchten.
round-served = Wer wie viele hat
round-served-lead = Wie viele Personen so viele der Gespräche bis zu ihrem Minimum haben; daneben, wie viele es höchstens sein können, wenn ebenso viele jede kleinere Zahl haben.
round-served-at-least = Mindestens
round-served-at-most = Höchstens möglich
round-served-fairest = Kein Plan verteilt die Gespräche gerechter.
round-bound-candidates = Was hier bewiesen ist, gilt für Pläne unter den { $n } besten Kandidaten jeder Person: Bei Veranstaltungen mit mehr als { $most } Personen betrachtet eine Runde nicht jedes Paar.
round-shortfalls = Personen mit zu wenigen Gesprächen
round-shortfall = { $has } von { $wished }
round-why = Warum
why-own-limit = { $cap ->
    [0] Möchte keine Gespräche, oder die Runde erlaubt keine
    [one] Hat ein Gespräch und möchte oder darf nicht mehr haben
   *[other] Hat { NUMBER($cap) } Gespräche und möchte oder darf nicht mehr haben
  }
why-own-slots = { $available ->
    [one] Ist zu einem Termin da und hat dann ein Gespräch
   *[other] Ist zu { NUMBER($available) } Terminen da und hat an jedem ein Gespräch
  }
why-everyone-met = { $partners ->
    [one] Trifft die einzige mögliche Person
   *[other] Trifft alle { NUMBER($partners) } möglichen Personen
  }
why-with = { $what }: { $n }
barrier-organisation = aus derselben Organisation: { $n }
barrier-language = ohne gemeinsame Sprache: { $n }
barrier-types = von Typen, die nicht zusammenkommen: { $n }
barrier-country = aus demselben Land: { $n }
barrier-excluded = ausgeschlossen oder abgelehnt: { $n }
hindrance-no-common-slot = nie zur selben Zeit da
hindrance-two-booths = beide bleiben an ihrem Stand
hindrance-partner-at-limit = hat so viele Gespräche wie gewünscht oder wie die Runde erlaubt
hindrance-taken = zu jedem gemeinsamen Termin hat eine der beiden Personen ein anderes Gespräch
hindrance-tables-full = zu den übrigen Terminen sind alle Tische belegt
hindrance-quota = ein weiteres nicht übergreifendes Gespräch würde die Quote verletzen
hindrance-pinned-elsewhere = ein gesetztes Gespräch einer der beiden Personen steht im Weg
hindrance-begun = die einzigen Termine, die beiden bleiben, haben begonnen
hindrance-free = nach dem jetzigen Plan könnten die beiden sich treffen

round-board = Der Plan
round-board-of = { $meetings ->
    [one] Ein Gespräch
   *[other] { NUMBER($meetings) } Gespräche
  } an { $slots } Terminen
round-board-shown = { $meetings ->
    [one] 1 Gespräch dieses Ausschnitts
   *[other] { NUMBER($meetings) } Gespräche dieses Ausschnitts
  }
round-board-tables = Tische
round-slots-all = Alle Termine
round-slot-choose = Termin
round-slot-show = Tische zeigen
round-history = Änderungen von Hand
round-list = Alle Gespräche
round-when = Wann
round-table = Tisch
round-pair = Wer wen trifft
round-weight = Punkte
round-find-person = Gespräche zeigen von
round-find-help = Teil eines Namens oder einer Organisation
round-meeting-title = Ein Gespräch der Runde { $number }
round-meeting-open = Gründe und Änderung
round-reasons = Warum sie sich treffen
round-reasons-sum = Summe
round-move = Verschieben
round-move-slot = Termin
round-move-table = Tisch
round-move-help = Nur Termine, zu denen beide da und frei sind und ein Tisch frei ist. Punkte ändern sich durch das Verschieben nicht.
round-move-free = freie Tische: { $tables }
round-move-more-gaps = { $n ->
    [one] eine Lücke mehr zwischen ihren Gesprächen
   *[other] { NUMBER($n) } Lücken mehr zwischen ihren Gesprächen
  }
round-move-fewer-gaps = { $n ->
    [one] eine Lücke weniger zwischen ihren Gesprächen
   *[other] { NUMBER($n) } Lücken weniger zwischen ihren Gesprächen
  }
round-move-table-help = Leer lassen für den jetzigen Tisch, sonst den ersten, der frei ist.
round-move-nowhere = Es gibt keinen anderen Termin, zu dem beide da und frei sind und ein Tisch frei ist.
round-move-do = Gespräch verschieben
round-remove = Aus dem Entwurf nehmen
round-pin = Setzen: Sie treffen sich in jeder Runde
round-pin-here = Zu dieser Zeit an diesem Tisch setzen
round-forbid = Ausschließen: Sie treffen sich nie
round-forget = Regel vergessen
round-rule-pinned = Gesetzt
round-rule-forbidden = Ausgeschlossen
change-no-meeting = Die beiden haben in diesem Entwurf kein Gespräch mehr.
change-no-slot = Wählen Sie einen Termin, der noch bevorsteht.
change-moved = Jemand hat dieses Gespräch verlegt, während diese Seite offen war. Hier steht, wo es jetzt ist. Wählen Sie noch einmal.
change-away = { $name } ist zu dieser Zeit nicht da. Wählen Sie einen anderen Termin.
change-busy = { $name } hat zu dieser Zeit ein anderes Gespräch. Wählen Sie einen anderen Termin.
change-no-table = Wählen Sie einen Tisch zwischen 1 und { $tables }.
change-table-taken = Dieser Tisch ist zu dieser Zeit belegt. Wählen Sie einen anderen.
change-no-draft = Nur Entwürfe lassen sich ändern. Rechnen Sie eine neue Runde, um Veröffentlichtes zu ändern.

round-publish = Diese Runde veröffentlichen
round-publish-title = Runde { $number } veröffentlichen?
round-publish-lead = Der Entwurf wird der Terminplan aller. Nur wessen Plan sich ändert, bekommt eine E-Mail.
round-publish-all-the-same = Trotzdem veröffentlichen …
round-publish-nowhere = { $people ->
    [one] Eine Person ist in keinem Gesprächstermin und bekommt durch diese Runde kein Gespräch.
   *[other] { NUMBER($people) } Personen sind in keinem Gesprächstermin und bekommen durch diese Runde kein Gespräch.
  } Nehmen Sie sie zuerst in die Gesprächsblöcke auf, und rechnen Sie eine neue Runde.

compare-title = Runden nebeneinander
compare-lead = Mit ≠ markierte Zeilen unterscheiden sich.
compare-differs = Verschieden:
compare-do = Angekreuzte Runden vergleichen
compare-tick = Runde { $number } vergleichen
compare-two = Kreuzen Sie mindestens zwei Runden an, höchstens { $most }.
compare-asked = Was verlangt war
compare-given = Was herauskommt, in dieser Reihenfolge
compare-besides = Außerdem
compare-room = Tische × Termine
compare-people = Personen
compare-quota = Mindestanteil
compare-coverage = Mit jeder anderen Gruppe
compare-units = Gespräche, die für die anderen Gruppen zählen
compare-nowhere = Personen in keinem Gesprächstermin
compare-groups = Gespräche zwischen Gruppen
compare-bar = { $meetings ->
    [one] ein Gespräch
   *[other] { NUMBER($meetings) } Gespräche
  }: { $people ->
    [one] eine Person
   *[other] { NUMBER($people) } Personen
  }
compare-people-title = Für wen es anders ist
compare-between = Von { $before } zu { $after }.
compare-others = { $people ->
    [0] Niemand hat in beiden gleich viele Gespräche und trifft andere.
    [one] Eine Person hat in beiden gleich viele Gespräche, trifft aber andere.
   *[other] { NUMBER($people) } Personen haben in beiden gleich viele Gespräche, treffen aber andere.
  }
compare-nobody = Niemand hat mehr oder weniger Gespräche.
compare-no-people = Eine der beiden letzten Runden wurde verworfen, und mit ihr ihre Gespräche.
round-publish-added = Neue Gespräche
round-publish-moved = Gespräche zu anderer Zeit oder an anderem Tisch
round-publish-cancelled = Gespräche, die entfallen
round-publish-unchanged = Gespräche, die bleiben, wie sie sind
round-publish-people = Personen, deren Plan sich ändert
round-publish-do = { $people ->
    [one] Veröffentlichen und einer Person schreiben
   *[other] Veröffentlichen und { NUMBER($people) } Personen schreiben
  }
round-publish-unmailed = Veröffentlichen; keine dieser Personen hat eine E-Mail-Adresse
round-publish-nothing = Veröffentlichen; kein Plan ändert sich
round-publish-outdated = Dieser Entwurf ist überholt: Diese Gespräche sind nicht mehr möglich. Rechnen Sie eine neue Runde, oder verschieben Sie sie von Hand oder nehmen Sie sie aus dem Entwurf.
outdated-slot-begun = Dieser Termin hat begonnen
outdated-busy = { $name } hat zu dieser Zeit ein anderes Gespräch
outdated-table-taken = An diesem Tisch ist zu dieser Zeit ein anderes Gespräch
outdated-not-allowed = Die beiden dürfen sich nicht mehr treffen: Dieses Paar ist nicht möglich, oder eine Regel verbietet es
outdated-above-limit = { $name } hat mehr Gespräche als möglich: höchstens { $limit }
round-discard = Diesen Entwurf verwerfen
round-discard-title = Runde { $number } verwerfen?
round-discard-lead = Davon bleiben nur die Einstellungen und die Ziehungsnummer.
round-discard-kept = { $meetings ->
    [0] Sie können sie 24 Stunden lang wiederherstellen. Danach bleiben nur Einstellungen und Ziehungsnummer in der Liste.
    [one] Sie können sie 24 Stunden lang wiederherstellen. Danach wird ihr Gespräch gelöscht; Einstellungen und Ziehungsnummer bleiben in der Liste.
   *[other] Sie können sie 24 Stunden lang wiederherstellen. Danach werden ihre { NUMBER($meetings) } Gespräche gelöscht; Einstellungen und Ziehungsnummer bleiben in der Liste.
  }
round-discard-by-hand = Sie wurde von Hand geändert. Nach dem Löschen lassen sich diese Änderungen durch eine neue Berechnung nicht wiederholen.
round-discard-do = Verwerfen
done-round-published = Die Runde ist veröffentlicht, die E-Mails sind unterwegs.
done-round-discarded = Der Entwurf ist verworfen.
done-round-stop-asked = Die Runde wird angehalten. Der bisher beste Entwurf bleibt erhalten.
done-round-stop-asked-before = Die Runde wird bereits angehalten. Sie endet in wenigen Sekunden.
round-publish-busy = Die Runde wurde nicht veröffentlicht: Während der Vorbereitung haben sich die Daten der Veranstaltung mehrmals geändert. Bitte versuchen Sie es noch einmal.
change-busy-event = Es wurde nichts geändert: Gleichzeitig haben sich die Daten der Veranstaltung mehrmals geändert. Bitte versuchen Sie es noch einmal.
done-round-changed = Der Entwurf ist geändert.
done-pair-saved = Die Regel gilt für die nächsten Runden.

rescue-title = Jemand ist nicht gekommen
rescue-lead = Kreuzen Sie an, wer bei diesem Termin fehlt. Sie sehen neue Paare für alle, die warten; sonst ändert sich für niemanden etwas.
rescue-who = Wer ist nicht gekommen?
rescue-search = Person finden
rescue-search-do = Personen suchen
rescue-unseen = { $people ->
    [one] 1 weitere angekreuzte Person steht nicht auf dieser Seite.
   *[other] { NUMBER($people) } weitere angekreuzte Personen stehen nicht auf dieser Seite.
  }
rescue-find = Neue Partner suchen
rescue-proposal = Neue Paare für diesen Termin
rescue-nobody-free = Niemand, der passt, ist zu diesem Termin frei.
rescue-still-waiting = Niemand gefunden wurde für:
rescue-do = Zusammenbringen und E-Mails senden
rescue-no-slots-left = Es gibt keinen Termin mehr: Der letzte ist vorbei.
rescue-nobody-expected = Zu diesem Termin hat niemand ein Gespräch.
rescue-no-slot = Dieser Termin ist vorbei. Wählen Sie einen anderen.
rescue-nobody-missed = Keine dieser Personen hat zu diesem Termin noch ein Gespräch.
done-rescued = Wer wartete, hat jetzt ein neues Gespräch; die E-Mails sind unterwegs.

pairs-title = Festgelegte und ausgeschlossene Paare
pairs-lead = Ein festgelegtes Paar trifft sich in jeder Runde, wenn beide zur selben Zeit da sind. Ein ausgeschlossenes Paar trifft sich nie.
pairs-none = Kein Paar ist festgelegt oder ausgeschlossen.
pairs-find = Paare finden von
pairs-add = Ein Paar hinzufügen
pairs-person-a = Eine der beiden Personen
pairs-person-b = Die andere Person
pairs-person-help = Name, Organisation, E-Mail-Adresse oder Anmeldenummer
pairs-kind = Regel
pairs-save = Regel festhalten
problem-pair-nobody = Keine angemeldete Person passt dazu. Prüfen Sie die Schreibweise.
problem-pair-many = { $n } Personen passen dazu. Geben Sie die E-Mail-Adresse oder die Anmeldenummer an.
problem-pair-same = Das ist beide Male dieselbe Person. Wählen Sie zwei verschiedene.
problem-choose-one = Wählen Sie eine der Möglichkeiten.
problem-number-range = Geben Sie eine ganze Zahl zwischen { $min } und { $max } an.

term-both-take-part = Beide nehmen teil
term-mutual-wish = Von beiden gewünscht
term-one-way-wish = Von einer Seite gewünscht
term-own-wish = Sie wünschen sich dieses Gespräch
term-their-wish = Die andere Person wünscht sich dieses Gespräch
term-offer-meets-seek = Angebot passt zu Gesuch
term-both-ways = In beide Richtungen
term-shared-topic = Gemeinsame Themen
term-near-topic = Verwandte Themen
term-text-meets-text = Beschreibungen passen zueinander
term-text-meets-topic = Beschreibung passt zu einem Thema
term-text-shared = Ähnliche Beschreibungen
term-different-country = Verschiedene Länder
term-same-country = Dasselbe Land
term-group-mix = Verschiedene Gruppen
term-types-want-each-other = Teilnehmertypen, die der Veranstalter zusammenbringen will
term-shared-language = Gemeinsame Sprache
term-limit = Mehr als 1.000 Punkte zählen nicht
term-pin = Vom Veranstalter gesetzt

change-other-tables = Zu dieser Zeit können die beiden nur hier sitzen: { $tables }.
change-two-booths = Zu dieser Zeit bleiben beide an eigenen Ständen. Wählen Sie eine Zeit, zu der das für eine der beiden Personen nicht gilt.
