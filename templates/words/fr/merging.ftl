## Fusionner : plusieurs graphies d’un organisme

nav-organisations = Organismes
organisations-lead = Les personnes d’un même organisme ne se rencontrent jamais, et les listes comptent les organismes. Chacun devrait donc s’écrire d’une seule façon.
organisations-doubles = Probablement le même
organisations-doubles-lead = Ces noms diffèrent par des signes, la casse, la forme juridique ou une lettre. Cochez ceux qui désignent un même organisme. Choisissez la graphie à conserver.
organisations-no-doubles = Aucune graphie ne ressemble à une autre.
organisations-from = Ces noms désignent un organisme
organisations-into = Cette graphie reste
organisations-people = { $people ->
    [one] { $name } (une personne)
   *[other] { $name } ({ NUMBER($people) } personnes)
  }
organisations-merge = Fusionner
organisations-other = Fusionner deux autres graphies
organisations-other-from = Graphie qui disparaît
organisations-other-into = Graphie qui reste
organisations-other-help = Les personnes qui ont la première reçoivent la seconde.
organisations-other-button = Fusionner ces deux
organisations-all = Toutes les graphies
organisations-find = Trouver une graphie
organisations-have = { $people ->
    [one] 1 personne
   *[other] { NUMBER($people) } personnes
  }
done-organisations-merged = Fusionné. Toutes les personnes concernées ont maintenant cette graphie.
problem-organisations-into = Choisissez la graphie à conserver.
problem-organisations-none = Personne n’a de graphie qui changerait. Cochez-en au moins une autre que celle qui reste.
log-organisation-merged = Graphies d’un organisme fusionnées

# Deux participants qui sont une seule personne
merge-people-title = Fusionner avec une autre personne
merge-people-search-lead = Une personne figure deux fois dans la liste. Cherchez l’autre entrée par nom, organisme ou adresse.
merge-people-search = Nom, organisme ou adresse
merge-people-search-do = Chercher
merge-people-nobody = Aucune autre personne trouvée.
merge-people-lead = Les deux deviennent une seule entrée. Là où les réponses diffèrent, dites laquelle reste.
merge-people-answer = Réponse
merge-people-stays = Reste : { $name }
merge-people-goes = Disparaît : { $name }
merge-people-rules = Les thèmes, sessions, souhaits, exclusions et liens des deux restent, et des deux états le plus avancé. La visibilité et les consentements sont repris de l’entrée dont l’adresse est confirmée ; sinon, seul reste ce que les deux autorisent. Les rendez-vous à venir passent à l’entrée qui reste, et chaque autre personne en est informée. Un rendez-vous entre les deux est annulé, de même qu’un second rendez-vous avec la même personne. Les propositions ouvertes de l’entrée qui disparaît prennent fin. Cette entrée est supprimée, et cela ne peut pas être annulé.
merge-people-do = Fusionner les deux
merge-people-swap = Garder plutôt l’autre entrée
done-people-merged = Les deux ne font plus qu’une entrée.
problem-merge-clash = Les deux ont un rendez-vous à la même heure, avec { $one } et avec { $other }. Annulez d’abord l’un des deux, puis fusionnez.
problem-merge-draft = Le tour { $number } n’est pas encore publié et contient les deux entrées. Publiez ou abandonnez d’abord son brouillon, puis fusionnez.
log-participant-merged = Fusionné avec une autre entrée
