## Zusammenführen: mehrere Schreibweisen einer Organisation

nav-organisations = Organisationen
organisations-lead = Personen einer Organisation treffen einander nie, und die Listen zählen Organisationen. Darum sollte jede nur auf eine Weise geschrieben sein.
organisations-doubles = Vermutlich dieselbe
organisations-doubles-lead = Diese unterscheiden sich in Zeichen, Groß- und Kleinschreibung, Rechtsform oder einem Buchstaben. Wählen Sie die Schreibweisen, die dieselbe Organisation bezeichnen, und welche davon bleibt.
organisations-no-doubles = Keine zwei Schreibweisen ähneln einander.
organisations-from = Diese Schreibweisen bezeichnen dieselbe Organisation
organisations-into = Diese Schreibweise bleibt
organisations-people = { $people ->
    [one] { $name } (eine Person)
   *[other] { $name } ({ NUMBER($people) } Personen)
  }
organisations-merge = Zusammenführen
organisations-other = Zwei andere Schreibweisen zusammenführen
organisations-other-from = Schreibweise, die wegfällt
organisations-other-into = Schreibweise, die bleibt
organisations-other-help = Wer die erste hat, bekommt die zweite.
organisations-other-button = Diese zwei zusammenführen
organisations-all = Alle Schreibweisen
organisations-find = Schreibweise finden
organisations-have = { $people ->
    [one] 1 Person
   *[other] { NUMBER($people) } Personen
  }
done-organisations-merged = Zusammengeführt. Alle Betroffenen haben jetzt diese Schreibweise.
problem-organisations-into = Sagen Sie, welche Schreibweise bleibt.
problem-organisations-none = Niemand hat eine Schreibweise, die sich ändern würde. Kreuzen Sie mindestens eine andere an als die, die bleibt.
log-organisation-merged = Schreibweisen einer Organisation zusammengeführt

# Zwei Teilnehmende, die eine Person sind
merge-people-title = Mit einer anderen Person zusammenführen
merge-people-search-lead = Jemand steht zweimal in der Liste. Suchen Sie den anderen Eintrag nach Name, Organisation oder Adresse.
merge-people-search = Name, Organisation oder Adresse
merge-people-search-do = Suchen
merge-people-nobody = Keine andere Person gefunden.
merge-people-lead = Aus beiden wird ein Eintrag. Wo Antworten verschieden sind, sagen Sie, welche bleibt.
merge-people-answer = Antwort
merge-people-stays = Bleibt: { $name }
merge-people-goes = Fällt weg: { $name }
merge-people-rules = Themen, Programmpunkte, Wünsche, Ausschlüsse und Links beider bleiben, und vom Stand der weiter fortgeschrittene. Wer die Person sieht und worin sie eingewilligt hat, kommt aus dem Eintrag mit bestätigter Adresse; sonst bleibt nur, was in beiden erlaubt ist. Künftige Gespräche gehen über, und die andere Person erfährt es. Ein Gespräch der beiden miteinander wird abgesagt, ebenso ein zweites Gespräch mit derselben Person. Offene Vorschläge des Eintrags, der wegfällt, enden. Dieser Eintrag wird gelöscht, und das lässt sich nicht zurücknehmen.
merge-people-do = Beide zusammenführen
merge-people-swap = Stattdessen den anderen Eintrag behalten
done-people-merged = Beide sind jetzt ein Eintrag.
problem-merge-clash = Beide haben zur selben Zeit ein Gespräch, mit { $one } und mit { $other }. Sagen Sie zuerst eines davon ab und führen Sie dann zusammen.
problem-merge-draft = Runde { $number } ist noch nicht veröffentlicht und enthält beide Einträge. Veröffentlichen oder verwerfen Sie zuerst den Entwurf und führen Sie dann zusammen.
log-participant-merged = Mit einem anderen Eintrag zusammengeführt
