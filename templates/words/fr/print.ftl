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
   *[other] { NUMBER($count) } rendez-vous.
}
print-table = Table
print-people = Qui rencontre qui
print-and = et
print-door-title = Liste d’accueil
print-door-summary = { $count ->
    [0] Personne n’est encore inscrit.
    [one] Une personne est inscrite.
   *[other] { NUMBER($count) } personnes sont inscrites, par ordre alphabétique.
}
print-name = Nom
print-signature = Signature

# images de l’événement
pictures-title = Logo et plan des lieux
pictures-way = Logo et plan des lieux
pictures-lead = Le logo figure en tête des pages de l’événement et sur les plannings imprimés. Le plan des lieux figure dans chaque planning, près des tables.
pictures-logo = Logo
pictures-floor-plan = Plan des lieux
pictures-none = Il n’y en a pas encore.
pictures-file = Fichier
pictures-file-help = Un fichier PNG ou JPEG de { $max } Mo au plus. Il est enregistré à neuf sans données cachées, comme le lieu de prise de vue, et réduit si nécessaire.
pictures-file-replace-help = Seulement s’il y en a un nouveau. Un fichier PNG ou JPEG de { $max } Mo au plus.
pictures-alt = Description pour les personnes qui ne voient pas l’image
pictures-alt-logo-help = Ce que dit le logo, par exemple : European Cluster Office.
pictures-alt-floor-plan-help = Le chemin en mots, par exemple : tables 1 à 20 dans le foyer à gauche, 21 à 40 dans la salle derrière.
pictures-save-logo = Enregistrer le logo
pictures-save-floor-plan = Enregistrer le plan
pictures-remove-logo = Retirer le logo
pictures-remove-floor-plan = Retirer le plan des lieux
done-picture-saved = L’image est enregistrée.
done-picture-removed = L’image est retirée.
floor-plan-title = Où se trouvent les tables
floor-plan-way = Où est-ce ?
floor-plan-large = Ouvrir le plan seul
problem-picture-kind = Ce fichier n’est ni un PNG ni un JPEG. Veuillez enregistrer l’image dans l’un de ces formats et la choisir à nouveau.
problem-picture-svg = C’est un fichier SVG, qui peut contenir des programmes. Veuillez enregistrer l’image en PNG et la choisir à nouveau.
problem-picture-large = Cette image compte { $width } × { $height } pixels ; plus de { $max } millions, ou un côté de plus de 12 000, ne sont pas possibles. Veuillez l’enregistrer plus petite.
problem-picture-heavy = Même réduite, cette image est trop lourde. Veuillez l’enregistrer avec moins de pixels.
problem-picture-broken = Cette image ne peut pas être lue jusqu’au bout. Veuillez l’enregistrer encore une fois et la choisir à nouveau.
problem-picture-missing = Veuillez choisir un fichier.
problem-picture-alt-missing = Veuillez décrire l’image en quelques mots : tout le monde ne la voit pas.
