## Fusionner : plusieurs graphies d’un organisme

nav-organisations = Organismes
organisations-lead = Les personnes d’un même organisme ne se rencontrent jamais, et les listes comptent les organismes. Chacun devrait donc s’écrire d’une seule façon.
organisations-doubles = Probablement le même
organisations-doubles-lead = Ces noms diffèrent par des signes, la casse, la forme juridique ou une lettre. Cochez ceux qui désignent un même organisme, et dites quelle graphie reste.
organisations-no-doubles = Aucune graphie ne ressemble à une autre.
organisations-from = Ces noms désignent un organisme
organisations-into = Cette graphie reste
organisations-people = { $people ->
    [one] { $name } (une personne)
   *[other] { $name } ({ NUMBER($people) } personnes)
  }
organisations-merge = Fusionner
organisations-other = Deux autres
organisations-other-from = Graphie qui disparaît
organisations-other-into = Graphie qui reste
organisations-other-help = Les personnes qui ont la première reçoivent la seconde.
organisations-other-button = Fusionner ces deux
done-organisations-merged = Fusionné. Toutes les personnes concernées ont maintenant cette graphie.
problem-organisations-into = Dites quelle graphie reste.
problem-organisations-none = Personne n’a de graphie qui changerait. Cochez-en au moins une autre que celle qui reste.
log-organisation-merged = Graphies d’un organisme fusionnées
