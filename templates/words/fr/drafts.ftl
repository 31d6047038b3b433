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
done-by-hand-undone = La modification est annulée.
done-by-hand-redone = La modification est rétablie.
change-already-meet = Les deux personnes ont déjà un rendez-vous dans ce brouillon.
change-not-allowed = Ce binôme n’est pas possible : en raison des règles de l’événement, d’un binôme exclu, ou parce que l’une des deux personnes n’est pas disponible.
change-at-limit = { $name } a déjà autant de rendez-vous que possible : { $limit }.
change-stale = Quelqu’un a modifié ce brouillon entre-temps. Rien n’a été annulé ni rétabli. Consultez les modifications à la main ci-dessous et choisissez encore une fois.
change-overtaken = Cette modification ne peut être ni annulée ni rétablie : le brouillon ou le programme a changé depuis.

round-add = Ajouter un rendez-vous
round-add-title = Ajouter un rendez-vous au tour { $number }
round-add-lead = Choisissez deux personnes. Vous voyez ensuite ce qui justifie leur rendez-vous et les créneaux possibles.
round-add-find = Voir quand elles peuvent se rencontrer
round-add-help = Seulement les créneaux où les deux personnes sont là et libres, et où une table l’est.
round-add-table-help = Laissez vide pour la première table libre.
round-add-do = Ajouter le rendez-vous
round-add-others = Choisir d’autres personnes
round-add-nowhere = Il n’y a pas de créneau où les deux personnes sont là et libres, et où une table l’est.
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
round-restore-late = Ce tour ne peut plus être restauré. Ses rendez-vous sont effacés.
done-round-restored = Le brouillon est restauré.
done-round-discarded-kept = Le brouillon est abandonné. Vous pouvez le restaurer pendant 24 heures.
