# Le programme sous forme de fichier et à partir d’un fichier.

agenda-as-file = Télécharger le programme :
event-agenda-file = Ajouter le programme à votre agenda
agenda-import = Importer un programme
agenda-import-lead = À partir d’un tableau ou d’un fichier d’agenda. La page suivante montre ce qui est nouveau, ce qui change et ce qui n’est pas compris. Rien n’est enregistré avant.
agenda-import-file-help = CSV, XLSX, ODS ou ICS, { $max } Mo au plus.
agenda-import-columns = Les colonnes sont reconnues à leur titre en allemand, anglais et français, dans n’importe quel ordre : début et fin avec date et heure, titre, texte, intervenants, langue, salle, lien, places, types de participants. Un titre ou un texte dans une langue la porte entre parenthèses : Titre (fr). Une ligne avec des minutes par rendez-vous est une plage de rendez-vous. Une ligne est reconnue à son UID, sinon à son titre et à son début.
agenda-import-example = Télécharger le programme actuel comme exemple
agenda-column-start = Début
agenda-column-end = Fin
agenda-column-title = Titre
agenda-column-text = Texte
agenda-column-speakers = Intervenants
agenda-column-language = Langue
agenda-column-place = Salle
agenda-column-link = Lien
agenda-column-places = Places
agenda-column-types = Types de participants
agenda-column-minutes = Minutes par rendez-vous
agenda-column-pause = Minutes entre rendez-vous
agenda-column-count = Nombre de rendez-vous
agenda-column-uid = UID
agenda-plan-title = Ce que le fichier changerait
agenda-plan-line = Ligne
agenda-plan-fate = Ce qui se passe
agenda-plan-stays = Ce qui est au programme et n’est pas dans le fichier reste tel quel.
agenda-plan-unknown = Ces colonnes ne sont pas utilisées : { $columns }
agenda-plan-other = Choisir un autre fichier
agenda-file-new = Nouveau
agenda-file-changed = Modifié
agenda-file-same = Identique
agenda-file-faulty = Non compris
agenda-file-count-new = { $count ->
    [one] Une entrée est nouvelle.
   *[other] { NUMBER($count) } entrées sont nouvelles.
}
agenda-file-count-changed = { $count ->
    [one] Une entrée change.
   *[other] { NUMBER($count) } entrées changent.
}
agenda-file-count-same = { $count ->
    [one] Une entrée est identique.
   *[other] { NUMBER($count) } entrées sont identiques.
}
agenda-file-count-faulty = { $count ->
    [one] Une entrée n’est pas comprise et est laissée de côté.
   *[other] { NUMBER($count) } entrées ne sont pas comprises et sont laissées de côté.
}
agenda-file-do = { $count ->
    [one] Importer une entrée
   *[other] Importer { NUMBER($count) } entrées
}
done-agenda-imported = Le programme est importé.
problem-agenda-empty = Le fichier n’a pas d’entrées. Choisissez-en un autre.
problem-agenda-long = Le fichier a plus de { $max } entrées. Divisez-le.
problem-agenda-no-header = Aucune ligne de titres n’est reconnue. Le fichier doit avoir au moins une colonne avec le titre et une avec le début.
problem-agenda-cancelled = Elle est annulée dans le fichier.
problem-agenda-repeats = Elle se répète. Écrivez chaque fois une entrée à part.
problem-agenda-twice = Elle figure deux fois dans le fichier. Retirez l’une des deux.
problem-agenda-type = Il n’y a pas de type de participants « { $type } ». Écrivez-le comme il s’appelle à l’événement.
agenda-parallel = en même temps
