## plan : rendez-vous qui ne conviennent plus, changements qui touchent des rendez-vous, report, retrait du plan, plages

misfits-word = Le plan ne convient plus.
misfits-title = { $meetings ->
    [one] 1 rendez-vous de { NUMBER($people) } personnes ne peut pas avoir lieu comme prévu
   *[other] { NUMBER($meetings) } rendez-vous de { NUMBER($people) } personnes ne peuvent pas avoir lieu comme prévu
}
misfits-lead = { $meetings ->
    [one] Le plan publié compte encore 1 rendez-vous.
   *[other] Le plan publié compte encore { NUMBER($meetings) } rendez-vous. Les autres ne sont pas touchés.
}
misfits-none-title = Le plan publié convient
misfits-none-lead = { $meetings ->
    [0] Aucun rendez-vous n’est à venir.
    [one] Le seul rendez-vous à venir peut avoir lieu comme prévu.
   *[other] Les { NUMBER($meetings) } rendez-vous à venir peuvent avoir lieu comme prévu.
}
misfits-way = Voir lesquels
misfits-pick = Choisir
misfits-when = Quand
misfits-table = Table
misfits-who = Qui se rencontre
misfits-why = Ce qui ne convient pas
misfits-repair-text = Une réparation trouve pour ces rendez-vous un autre créneau ou une autre table et en déplace le moins possible. Vous la voyez d’abord comme brouillon : aucun courriel ne part avant la publication.
misfits-repair = Préparer une réparation
misfits-off-text = Ou annulez les rendez-vous choisis. Les deux personnes reçoivent un courriel.
misfits-off = Annuler les rendez-vous choisis
misfit-slot-gone = Ce créneau n’est plus au programme
misfit-outside-days = La plage de rendez-vous est loin des jours de l’événement
misfit-away = { $name } n’est pas là sur cette plage de rendez-vous
misfit-in-session = { $name } participe à « { $session } » à cette heure
misfit-outside-hours = { $name } n’a pas de rendez-vous à cette heure de sa journée
misfit-table-gone = { $tables ->
    [one] Il n’y a plus que 1 table
   *[other] Il n’y a plus que { NUMBER($tables) } tables
}
misfit-no-table = Aucune table n’était libre
misfit-types-apart = Leurs catégories de participants ne se rencontrent jamais
misfit-same-country = Les deux viennent du même pays
misfit-excluded = Ce binôme n’est pas possible
misfit-forbidden = Vous avez exclu ce binôme

breaks-not-saved = Pas encore enregistré
breaks-title = { $meetings ->
    [one] Ce changement touche 1 rendez-vous de { NUMBER($people) } personnes
   *[other] Ce changement touche { NUMBER($meetings) } rendez-vous de { NUMBER($people) } personnes
}
breaks-lead = { $others ->
    [0] Après le changement, il ne pourrait pas avoir lieu comme prévu.
    [one] Après le changement, il ne pourrait pas avoir lieu comme prévu. L’autre rendez-vous n’est pas touché.
   *[other] Après le changement, cela ne serait plus possible comme prévu. Les { NUMBER($others) } autres rendez-vous ne sont pas touchés.
}
breaks-ways = Que faut-il en faire ?
breaks-repair-title = Trouver un autre créneau
breaks-repair-text = { $meetings ->
    [one] Vous voyez d’abord la réparation comme brouillon. Pour ce rendez-vous, aucun courriel ne part avant la publication.
   *[other] Vous voyez d’abord la réparation comme brouillon. Pour ces { NUMBER($meetings) } rendez-vous, aucun courriel ne part avant la publication.
}
breaks-repair = Enregistrer et préparer une réparation
breaks-off-title = Annuler
breaks-off-text = { NUMBER($people) } personnes reçoivent un courriel qui dit quels rendez-vous sont annulés.
breaks-off = { $meetings ->
    [one] Enregistrer et annuler 1 rendez-vous
   *[other] Enregistrer et annuler { NUMBER($meetings) } rendez-vous
}
breaks-later-title = Décider plus tard
breaks-later-text = Aucun courriel ne part. « Le plan ne convient plus » reste affiché dans l’aperçu et aux tours de mise en relation, et les { NUMBER($people) } personnes lisent dans leur planning que ce rendez-vous est en cours de vérification.
breaks-later = Enregistrer et décider plus tard
breaks-back-title = Tout laisser comme avant
breaks-back = Ne pas enregistrer
breaks-which = Les rendez-vous
problem-plan-breaks = { $meetings ->
    [one] Cela rendrait 1 rendez-vous publié impossible. Annulez-le ou déplacez-le d’abord.
   *[other] Cela rendrait { NUMBER($meetings) } rendez-vous publiés impossibles. Annulez-les ou déplacez-les d’abord.
}
done-called-off = Enregistré. Les rendez-vous sont annulés, et les personnes concernées reçoivent un courriel.

my-breaks-title = { $meetings ->
    [one] Vous avez un rendez-vous à cette heure
   *[other] Vous avez { NUMBER($meetings) } rendez-vous à cette heure
}
my-breaks-lead = Si vous enregistrez, ces rendez-vous sont annulés. L’autre personne l’apprend aussitôt.
my-breaks-do = { $meetings ->
    [one] Enregistrer et annuler 1 rendez-vous
   *[other] Enregistrer et annuler { NUMBER($meetings) } rendez-vous
}
my-breaks-back = Garder mes rendez-vous
schedule-looked-at = L’organisateur vérifie ce rendez-vous

withdraw-title = Retirer le plan
withdraw-nothing = Aucun rendez-vous n’est à venir.
withdraw-lead = { $meetings ->
    [one] Cela annule 1 rendez-vous publié de { NUMBER($people) } personnes. Chacune reçoit un courriel.
   *[other] Cela annule { NUMBER($meetings) } rendez-vous publiés de { NUMBER($people) } personnes. Chacune reçoit un courriel.
}
withdraw-after = Les rendez-vous déjà commencés restent. Vous pouvez ensuite lancer un nouveau tour de mise en relation.
withdraw-agreed = { $meetings ->
    [one] Annuler aussi 1 rendez-vous convenu par les personnes elles-mêmes (autres personnes qui reçoivent un courriel : { NUMBER($people) })
   *[other] Annuler aussi { NUMBER($meetings) } rendez-vous convenus par les personnes elles-mêmes (autres personnes qui reçoivent un courriel : { NUMBER($people) })
}
withdraw-sure = Oui, annuler les rendez-vous
withdraw-do = Retirer le plan
problem-withdraw-sure = Cochez que les rendez-vous doivent être annulés.
done-plan-withdrawn = Le plan est retiré, et les personnes concernées reçoivent un courriel.
round-state-withdrawn = Retiré

move-title = Déplacer l’événement
move-lead = Le programme, les plages et les rendez-vous publiés se déplacent ensemble. Créneaux et tables restent, et le dernier jour des changements suit.
move-first-day = Nouveau premier jour
move-begins = Le programme commence à
move-begins-help = Tout le programme se décale de la même durée.
move-look = Voir ce qui se déplace
move-days = De { $before } à { $after }
move-clock = Le programme commence à { $time }. Tout se décale de la même durée.
move-agenda = Sessions : { $sessions }. Plages de rendez-vous : { $blocks }. Rendez-vous publiés : { $meetings }.
move-mails = { $people ->
    [0] Aucun courriel ne part.
    [one] 1 personne reçoit un courriel avec la nouvelle date.
   *[other] { NUMBER($people) } personnes reçoivent chacune un courriel avec les nouvelles dates.
}
move-after = Les propositions qui attendent une réponse prennent fin, car elles indiquent l’ancienne heure.
move-do = { $people ->
    [0] Déplacer l’événement
    [one] Déplacer et envoyer 1 courriel
   *[other] Déplacer et envoyer { NUMBER($people) } courriels
}
problem-move-nowhere = Saisissez un autre jour ou une autre heure.
problem-move-begun = L’événement a commencé. Changez plutôt des sessions et des plages de rendez-vous.
done-moved = L’événement est déplacé, avec tout son programme.
setting-move = Déplacer l’événement avec son programme et ses rendez-vous
ask-left-behind = { $meetings ->
    [0] { $items ->
        [one] 1 élément du programme reste aux anciens jours.
       *[other] { NUMBER($items) } éléments du programme restent aux anciens jours.
    }
   *[other] { $items ->
        [one] 1 élément du programme reste aux anciens jours, avec { NUMBER($meetings) } rendez-vous publiés.
       *[other] { NUMBER($items) } éléments du programme restent aux anciens jours, avec { NUMBER($meetings) } rendez-vous publiés.
    }
}
ask-move-agenda = Enregistrer et déplacer aussi le programme et les rendez-vous

block-members = Qui est sur cette plage de rendez-vous ?
block-members-help = Les personnes qui s’inscrivent plus tard choisissent elles-mêmes ; celles qui sont importées sont sur toutes les plages.
block-members-everyone = Toutes les personnes inscrites jusqu’ici
block-members-block = Les personnes de la plage « { $label } »
block-members-nobody = Personne pour le moment
block-people-way = Qui est sur cette plage de rendez-vous
block-people-title = Qui est sur « { $label } »
block-people-lead = { NUMBER($inside) } personnes sur { NUMBER($everyone) } sont sur cette plage de rendez-vous.
block-people-who = Choisir des personnes
block-people-everyone = Tout le monde ({ NUMBER($people) })
block-people-none = Les personnes qui ne sont sur aucune plage ({ NUMBER($people) })
block-people-block = Les personnes de la plage « { $label } » ({ NUMBER($people) })
block-people-put = Les placer sur cette plage
block-people-take-out = Les retirer de cette plage
problem-block-members = Choisissez d’abord des personnes.
problem-block-begun = Cette plage a commencé : les créneaux commencés restent. Vous pouvez seulement changer combien suivent.
session-told = { $people ->
    [one] 1 personne participe. Si vous changez l’heure ou le lieu, elle reçoit un courriel.
   *[other] { NUMBER($people) } personnes participent. Si vous changez l’heure ou le lieu, elles reçoivent un courriel.
}

step-misfits = { $count ->
    [one] 1 rendez-vous publié ne peut pas avoir lieu comme prévu : réparer le plan
   *[other] { NUMBER($count) } rendez-vous publiés ne peuvent pas avoir lieu comme prévu : réparer le plan
}
step-in-no-block = { $count ->
    [one] 1 personne n’est sur aucune plage et ne peut pas avoir de rendez-vous : la placer sur une plage
   *[other] { NUMBER($count) } personnes ne sont sur aucune plage et ne peuvent pas avoir de rendez-vous : les placer sur une plage
}

mail-fact-date-before = Avant
mail-fact-session = Session
mail-fact-now = Maintenant
mail-fact-before = Avant
mail-event-moved-subject = Nouvelle date : { $event }
mail-event-moved-heading = L’événement a une nouvelle date
mail-event-moved-text = L’événement « { $event } » a lieu à d’autres jours que prévu. Votre inscription reste valable.
mail-event-moved-after = Si vous ne pouvez pas venir à la nouvelle date, merci d’annuler sur votre page, afin que quelqu’un d’autre obtienne la place.
mail-session-moved-subject = « { $session } » a changé : { $event }
mail-session-moved-heading = Une de vos sessions a changé
mail-session-moved-text = Vous avez choisi « { $session } » à l’événement « { $event } ». L’heure ou le lieu a changé.
mail-session-place-subject = Vous avez une place dans « { $session } » : { $event }
mail-session-place-heading = Vous avez une place
mail-session-place-text = Vous attendiez une place dans « { $session } » lors de { $event }. Vous en avez une maintenant. Si vous ne pouvez pas venir, décochez cette session dans « Quand vous serez là », pour que la personne suivante l’obtienne.
mail-session-place-clash = Vous avez un rendez-vous à la même heure. Votre planning le montre ; vous pouvez y annuler le rendez-vous ou quitter la session.
mail-because-event-moved = L’événement est déplacé de { $before } à { $after }.
mail-agenda-later = Le programme commence { $minutes } minutes plus tard que prévu.
mail-agenda-earlier = Le programme commence { $minutes } minutes plus tôt que prévu.
mail-agenda-moved-subject = Nouveaux horaires : { $event }
mail-agenda-moved-heading = Le programme est décalé
mail-because-place = L’événement a lieu ailleurs.
mail-because-block = L’organisateur a déplacé une plage de rendez-vous.
mail-because-withdrawn = L’organisateur a retiré le plan.
mail-because-misfit = L’organisateur a changé l’événement, et ces rendez-vous ne sont plus possibles.
outbox-kind-event-moved = Nouvelle date
outbox-kind-session-moved = Session modifiée
outbox-kind-session-place = Place dans une session
agenda-outside = Pas un jour de l’événement

waiting-list-title = Liste d’attente
waiting-list-lead = Les places libres vont aux personnes qui attendent depuis le plus longtemps. Peu avant l’événement, on leur pose d’abord la question ; une fois l’événement commencé, personne ne monte plus.
waiting-list-way = Comment avance la liste d’attente
waiting-list-asks = Demander au lieu d’annoncer : jours avant l’événement
waiting-list-asks-help = On demande aux personnes si elles peuvent encore venir. La place les attend 24 heures au plus.
waiting-list-stops = Plus personne ne monte : heures avant l’événement
waiting-list-stops-help = Comptées à partir de minuit au début du premier jour. 0 signifie : jusqu’à la veille.
my-seat-offered = Une place s’est libérée pour vous. Pouvez-vous encore venir ? Elle vous attend jusqu’au { $time }.
my-seat-take = Oui, je viens
my-seat-refuse = Non, je ne peux pas venir
done-seat-taken = La place est à vous. La confirmation arrive.
done-seat-gone = Cette place n’est plus libre.
mail-seat-offered-subject = Une place est libre, pouvez-vous encore venir ? { $event }
mail-seat-offered-heading = Une place est libre : pouvez-vous encore venir ?
mail-seat-offered-text = Vous êtes sur la liste d’attente de l’événement « { $event } », et une place s’est libérée. Merci de nous dire si vous venez.
mail-seat-offered-action = Répondre maintenant
mail-seat-offered-after = Sans réponse d’ici là, la place va à la personne suivante sur la liste.
outbox-kind-seat-offered = Place proposée
log-registration-offered = Place de la liste d’attente proposée
log-registration-offer-accepted = Place proposée acceptée
log-registration-offer-lapsed = Sans réponse à la place proposée
log-event-waiting-list = Liste d’attente modifiée
log-plan-withdrawn = Plan retiré
log-plan-misfits-called-off = Rendez-vous annulés qui ne convenaient plus
misfits-check = Vérifier si le plan publié convient

misfit-other-tables = À cette heure, ces personnes ne peuvent s’asseoir qu’ici : { $tables }
misfit-two-booths = À cette heure, les deux personnes restent à leur propre stand
misfit-table-kept = À cette heure, leur table est réservée à d’autres ou n’est pas là
