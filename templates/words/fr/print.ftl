# sur papier
print-schedule = Enregistrer ou imprimer en PDF
print-confirmation = Enregistrer cette inscription en PDF
print-tables = Imprimer le plan des tables (PDF)
print-door = Imprimer la liste d’accueil (PDF)
print-page = Page { $page } sur { $pages }
print-made = Établi le { $moment }
print-latest = Établi le { $moment }. La version la plus récente : { $address }
print-missing-signs = Un carré □ remplace un caractère que les polices de ce document ne contiennent pas. On peut néanmoins le copier depuis le fichier.
print-line = { $label } : { $text }
print-reference = Référence
print-state = Inscription
print-tables-title = Plan des tables
print-rooms-title = Plan des rendez-vous
print-tables-summary = { $count ->
    [0] Aucun rendez-vous n’est encore prévu.
    [one] Un rendez-vous.
   *[other] { $count } rendez-vous.
}
print-table = Table
print-people = Qui rencontre qui
print-and = et
print-door-title = Liste d’accueil
print-door-summary = { $count ->
    [0] Personne n’est encore inscrit.
    [one] Une personne est inscrite.
   *[other] { $count } personnes sont inscrites, par ordre alphabétique.
}
print-name = Nom
print-signature = Signature
