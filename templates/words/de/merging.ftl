## Zusammenführen: mehrere Schreibweisen einer Organisation

nav-organisations = Organisationen
organisations-lead = Personen einer Organisation treffen einander nie, und die Listen zählen Organisationen. Darum sollte jede nur auf eine Weise geschrieben sein.
organisations-doubles = Vermutlich dieselbe
organisations-doubles-lead = Diese unterscheiden sich in Zeichen, Groß- und Kleinschreibung, Rechtsform oder einem Buchstaben. Kreuzen Sie an, was eine Organisation ist, und sagen Sie, welche Schreibweise bleibt.
organisations-no-doubles = Keine zwei Schreibweisen ähneln einander.
organisations-from = Das ist eine Organisation
organisations-into = Diese Schreibweise bleibt
organisations-people = { $people ->
    [one] { $name } (eine Person)
   *[other] { $name } ({ NUMBER($people) } Personen)
  }
organisations-merge = Zusammenführen
organisations-other = Zwei andere
organisations-other-from = Schreibweise, die wegfällt
organisations-other-into = Schreibweise, die bleibt
organisations-other-help = Wer die erste hat, bekommt die zweite.
organisations-other-button = Diese zwei zusammenführen
done-organisations-merged = Zusammengeführt. Alle Betroffenen haben jetzt diese Schreibweise.
problem-organisations-into = Sagen Sie, welche Schreibweise bleibt.
problem-organisations-none = Niemand hat eine Schreibweise, die sich ändern würde. Kreuzen Sie mindestens eine andere an als die, die bleibt.
log-organisation-merged = Schreibweisen einer Organisation zusammengeführt
