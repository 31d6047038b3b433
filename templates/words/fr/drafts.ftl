## drafts: ce qui est modifié à la main dans un brouillon, les brouillons abandonnés, à quoi sert un tour

by-hand-title = Modifications à la main
by-hand-undo = Annuler : { $what }
by-hand-redo = Rétablir : { $what }
by-hand-all = { $n ->
    [one] Une modification
   *[other] Les { NUMBER($n) } modifications
  }
by-hand-is-undone = Annulée
by-hand-moved = { $pair } : déplacé, { $place }
by-hand-added = { $pair } : ajouté, { $place }
by-hand-removed = { $pair } : retiré
by-hand-swapped = { $first } et { $second } : échangés
by-hand-pinned = { $pair } : imposé
by-hand-pinned-here = { $pair } : imposé à ce créneau et à cette table
by-hand-forbidden = { $pair } : exclu
by-hand-unruled = { $pair } : règle supprimée
change-breaks-plan = Des rendez-vous publiés ne seraient plus possibles. Modifiez la règle sous « Binômes imposés ou exclus » ; vous y voyez lesquels.
done-by-hand-undone = La modification est annulée.
done-by-hand-redone = La modification est rétablie.
change-already-meet = Les deux personnes ont déjà un rendez-vous dans ce brouillon.
change-not-allowed = Ce binôme n’est pas possible : en raison des règles de l’événement, d’un binôme exclu, ou parce que l’une des deux personnes n’est pas disponible.
change-at-limit = { $name } a déjà le nombre maximal de rendez-vous : { $limit }.
change-stale = Ce brouillon a changé entre-temps. Rien n’a été annulé ni rétabli. Vérifiez les modifications ci-dessous et choisissez à nouveau.
change-overtaken = Cette modification ne peut être ni annulée ni rétablie : le brouillon ou le programme a changé depuis.

round-add = Ajouter un rendez-vous
round-add-title = Ajouter un rendez-vous au tour { $number }
round-add-lead = Choisissez deux personnes. Vous voyez ensuite ce qui justifie leur rendez-vous et les créneaux possibles.
round-add-find = Voir quand elles peuvent se rencontrer
round-add-help = Seulement les créneaux où les deux personnes sont disponibles et où une table est libre.
round-add-table-help = Laissez vide pour la première table libre.
round-add-do = Ajouter le rendez-vous
round-add-others = Choisir d’autres personnes
round-add-nowhere = Il n’y a pas de créneau où les deux personnes sont disponibles et où une table est libre.
round-add-gone = L’une des deux personnes n’est plus inscrite. Rien n’a été ajouté. Choisissez d’autres personnes.
round-swap = L’échanger avec un autre rendez-vous
round-swap-with = L’autre rendez-vous
round-swap-help = Chacun des deux rendez-vous prend le créneau et la table de l’autre. Seulement les rendez-vous pour lesquels toutes les personnes concernées sont là et libres.
round-swap-do = Échanger les deux rendez-vous

rounds-discarded = Abandonnés
rounds-kept = Conservé
rounds-kept-until = jusqu’au { $until }
rounds-not-kept = Les rendez-vous ne sont plus conservés.
round-restore = Restaurer
round-kept-until = Ce brouillon a été abandonné. Vous pouvez le restaurer jusqu’au { $until } ; ensuite, ses rendez-vous seront effacés.
round-restore-late = Ce tour ne peut plus être restauré.
done-round-restored = Le brouillon est restauré.
done-round-discarded-kept = Le brouillon est abandonné. Vous pouvez le restaurer pendant 24 heures.

round-intentions = À quoi sert ce tour ?
round-intentions-help = Cochez ce qui convient. Chaque choix augmente les points de certaines raisons ; vous les voyez sous « Détails ». Sans choix, tous les points sont comme d’habitude.
round-intention-wishes = Le plus de souhaits possible
round-intention-wishes-help = Les souhaits acceptés passent toujours en premier. Avec ce choix, les souhaits d’une seule personne comptent davantage aussi.
round-intention-needs = Les besoins rencontrent les offres
round-intention-needs-help = Les offres et les besoins comptent davantage, les thèmes cochés comme les textes.
round-intention-topics = Les personnes ayant les mêmes thèmes se rencontrent
round-intention-topics-help = Les thèmes que les deux personnes ont indiqués comptent davantage, les thèmes voisins aussi.
round-intention-mix = Les groupes se mélangent
round-intention-mix-help = Types d’organismes ou catégories de participants, selon le choix ci-dessous. Pour une part à respecter, indiquez une part minimale.
round-intention-countries = Entre pays différents
round-intention-countries-help = Les binômes de deux pays comptent davantage. Pour une part à respecter, indiquez une part minimale.
round-details = Détails : points pour chaque raison, personnes prises en compte, numéro de tirage
round-weights-own = Un champ vide a les points que vos choix ci-dessus lui donnent. Ce que vous saisissez ici compte à la place.
round-weight-usual = Vide : { $points }, comme d’habitude. Possible : { $range }
round-weight-raised = Vide : { $points }, selon vos choix (d’habitude { $usual }). Possible : { $range }
round-made-said = À quoi il sert
round-made-said-nothing = rien de particulier

what-if-way = Et si …
what-if-title = Et si … : tour { $number }
what-if-lead = Voyez ce qu’un changement apporterait : une table de plus, un créneau de plus, un autre minimum, un autre quota. Ce brouillon reste tel quel et rien n’est enregistré.
what-if-not-here = Cela n’est possible que pour les brouillons qui planifient à nouveau tous les rendez-vous, avec { $most } personnes au plus.
what-if-change = Changement
what-if-as-it-is = Tel quel
what-if-tables = { $n } tables au lieu de { $was }
what-if-slots = { $n } créneaux au lieu de { $was }
what-if-minimum = Un minimum de { $n } au lieu de { $was }
what-if-quota = Une part minimale de { $n } % au lieu de { $was } %
what-if-new-quota = Une part minimale de { $n } %
what-if-no-quota = Aucune part minimale
what-if-impossible = Aucun plan ne respecte alors tout ce qui est demandé.
what-if-help = Chaque ligne est un plan qu’une recherche rapide vient de calculer, avec les personnes et les souhaits actuels. Entre parenthèses : la différence avec « Tel quel ». Une recherche plus longue peut trouver un peu mieux. Pour les créneaux ajoutés, le calcul suppose que tout le monde reste.
what-if-steps = Un pas
what-if-all = Tout calculer
what-if-other = Un autre changement
what-if-field-tables = Tables par créneau
what-if-field-slots = Créneaux encore à venir, au total
what-if-do = Calculer
what-if-then = Pour obtenir un tel plan, changez les tables dans les réglages ou les créneaux dans le programme, ou indiquez d’autres exigences, puis calculez un nouveau tour.
what-if-busy = Un changement de cet événement est en cours de calcul. Rechargez cette page dans un instant.
