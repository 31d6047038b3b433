## people: directory, wishes, schedule and proposals of a participant

my-wishes = Mes souhaits
my-proposals = { $count ->
    [one] Une personne vous propose un rendez-vous.
   *[other] { NUMBER($count) } personnes vous proposent un rendez-vous.
  }
my-proposals-way = Voir et répondre
time-yours = { $time } chez vous ({ $zone })

my-nav-overview = Mon espace
my-nav-schedule = Planning
my-nav-wishes = Souhaits

# directory
people-find = Chercher
people-filters = Filtrer et trier
people-lead = Les personnes qui vous correspondent le mieux d’abord : l’ordre et les raisons viennent de ce que vous offrez et recherchez, selon les règles qui servent à organiser les rendez-vous.
people-wished-by = { $count ->
    [one] Une personne souhaite vous rencontrer.
   *[other] { NUMBER($count) } personnes souhaitent vous rencontrer.
  }
people-wished-way = Voir et répondre
people-why = Pourquoi vous rencontrer
people-why-offers = Offre ce que vous recherchez : { $topics }
people-why-seeks = Recherche ce que vous offrez : { $topics }
people-why-shared = Thèmes communs : { $topics }
people-filter-meets = Me correspond
people-meets-offers = offre ce que je recherche
people-meets-seeks = recherche ce que j’offre
people-meets-both = les deux
people-order = Ordre
people-order-fit = Meilleure correspondance
people-order-organisation = Organisme
people-order-name = Nom
people-shown = Cette personne peut connaître mon souhait
people-shown-help = Elle voit alors votre nom et votre organisme. Sans cette coche, elle ne l’apprend que si elle souhaite aussi vous rencontrer.

# wishes
wishes-lead = Un souhait dit qui vous aimeriez rencontrer. Il ne réserve aucun créneau ; il compte lorsque les rendez-vous sont organisés, surtout s’il est partagé.
wishes-none = Vous n’avez encore rien dit, et personne ne vous a demandé.
wishes-for-me = Qui souhaite vous rencontrer
wishes-for-me-lead = Si vous acceptez, le souhait est partagé. Si vous déclinez, l’autre personne n’en sait rien.
wishes-mutual = Souhaits partagés
wishes-mutual-lead = Ils passent en premier lorsque les rendez-vous sont organisés.
wishes-mine = Vos souhaits
wishes-mine-lead = Sans réponse pour l’instant.
wishes-blocks = Qui vous ne voulez pas rencontrer
wishes-blocks-lead = Nous ne vous réunissons pas. Ces personnes n’en savent rien.
wishes-own-message = Vous avez écrit :
wishes-accept = Accepter
wishes-decline = Décliner sans un mot
done-declined = Décliné. L’autre personne n’en sait rien.

# schedule
schedule-ended = Vous n’êtes plus inscrit·e à cet événement ; il n’y a donc pas de planning pour vous.
schedule-no-seat = Vous n’avez pas encore de place. Votre planning s’ouvrira dès que vous en aurez une.
schedule-over = L’événement est terminé. Voici quels étaient vos rendez-vous.
schedule-over-empty = L’événement est terminé.
schedule-none-found = Les rendez-vous sont publiés, et il n’y en a aucun pour vous. Choisissez ci-dessous quelqu’un sur un créneau libre et proposez un rendez-vous, ou :
schedule-no-free = Il ne reste aucun créneau pour rencontrer d’autres personnes.
schedule-has-free = Sur un créneau libre, vous pouvez proposer ci-dessous un rendez-vous à quelqu’un qui est libre aussi.
schedule-enough = { $count ->
    [one] Vous avez le seul rendez-vous que vous vouliez au maximum.
   *[other] Vous avez les { NUMBER($count) } rendez-vous que vous vouliez au maximum.
  } Si vous avez du temps pour davantage, augmentez ce nombre :
schedule-free-too = { $count ->
    [one] Une personne est libre aussi.
   *[other] { NUMBER($count) } personnes sont libres aussi.
  }
schedule-no-table = Toutes les tables sont prises à cette heure.
schedule-no-tables = Sur vos créneaux libres, toutes les tables sont prises.
schedule-clash = En même temps : { $what }
schedule-picture = La journée en image
schedule-session-more = En savoir plus sur cette session
schedule-own-zone-way = Autre fuseau horaire
schedule-free-way = Proposer un rendez-vous
schedule-room-opens = La salle vidéo ouvre à { $time }.
schedule-room-closed = La salle vidéo est fermée.
schedule-called-off = Annulés par vos partenaires
schedule-own-zone = Montrer aussi les heures dans mon fuseau
schedule-own-zone-none = Celui de cet appareil

# proposals
proposals-to-me = On vous propose
proposals-to-me-lead = Rien n’est prévu avant que vous acceptiez. Sans réponse à temps, c’est un non.
proposals-by-me = Vous proposez
proposals-by-me-lead = Rien ne vous est réservé : si quelqu’un d’autre accepte d’abord, le créneau est pris.
proposal-until = Réponse avant le { $when }
proposal-accept = Accepter ce rendez-vous
proposal-decline = Décliner
proposal-not-possible = Vous ne pouvez plus vous rencontrer à cette heure. Veuillez choisir quelqu’un d’autre.
proposal-asked-already = L’un de vous a déjà posé la question, et la réponse est attendue. Vous la trouverez dans votre planning.
proposal-too-many = Vous avez dix propositions ouvertes. Attendez une réponse ou retirez-en une.
proposal-too-many-to-one = Vous avez proposé trois rendez-vous à cette personne. Il n’est pas possible d’en proposer davantage ; elle peut vous en proposer un.
proposal-too-many-today = Vous avez proposé 20 rendez-vous en une journée. Veuillez attendre demain, ou regarder qui vous en propose un.
proposal-too-long = Votre message est trop long. Veuillez le raccourcir.
done-proposed = Votre proposition est partie. Le créneau reste ouvert jusqu’à ce que l’autre personne accepte.
done-agreed = Le rendez-vous est prévu. Vous le recevez tous deux par courriel.
done-too-late = Ce créneau n’est plus libre pour vous deux ; le rendez-vous n’est donc pas prévu.
done-proposal-ended = Cette proposition était déjà close.
done-proposal-declined = Décliné. L’autre personne apprend que cela ne se fera pas, et rien d’autre.
done-withdrawn = Retiré.

# a free slot
slot-title = Qui est libre à cette heure
slot-count = { $count ->
    [0] Personne ne pourrait
    [one] Une personne pourrait
   *[other] { NUMBER($count) } personnes pourraient
  } vous rencontrer alors, la meilleure correspondance d’abord.
slot-lead = { $hours ->
    [one] La personne sollicitée a une heure pour répondre
   *[other] La personne sollicitée a { NUMBER($hours) } heures pour répondre
  }, au plus tard jusqu’au début du rendez-vous.
slot-nobody = Personne qui vous corresponde n’est libre à cette heure.
slot-taken = Ce créneau n’est pas libre pour vous, ou il est passé.
slot-message = Ajouter un mot
slot-message-label = Un mot d’accompagnement
slot-propose = Proposer un rendez-vous
person-propose-lead = À ces heures, vous êtes libres tous les deux. Rien n’est réservé avant que l’autre personne accepte.
person-propose-slot = Quand

# one meeting
meeting-prepare = Pour votre entretien
meeting-person = Page de { $partner }
meeting-title = Rendez-vous avec { $partner }
meeting-move-title = Déplacer ce rendez-vous
meeting-move-lead = Voici les heures auxquelles vous êtes libres tous les deux. Le rendez-vous reste tel quel tant que l’autre personne n’a pas accepté.
meeting-move-button = Proposer cette heure
meeting-move-to-me = On vous demande de le déplacer : { $when }.
meeting-move-by-me = Vous proposez de le déplacer : { $when }.
proposal-instead = Au lieu de { $when }
proposal-move-not-possible = Le rendez-vous ne peut plus être déplacé à cette heure. Il reste tel quel ; choisissez une autre heure.
done-move-proposed = Votre proposition est partie. Le rendez-vous reste tel quel tant que l’autre personne n’a pas accepté.
log-meeting-moved-by-both = Rendez-vous déplacé par les deux
meeting-cancel-title = Annuler ce rendez-vous
meeting-cancel-lead = Votre partenaire est prévenu par courriel, les agendas sont corrigés, et le créneau redevient libre pour vous deux.
meeting-cancel-reason = Pourquoi ?
meeting-cancel-note = Souhaitez-vous ajouter quelque chose ?
meeting-cancel-note-help = L’organisateur peut aussi le lire.
meeting-cancel-told = Communiquer la raison à mon partenaire
meeting-cancel-button = Annuler ce rendez-vous
meeting-cancel-keep = Le garder
cancel-reason-clash = Autre chose à cette heure
cancel-reason-away = Pas là à cette heure
cancel-reason-ill = J’ai un empêchement
cancel-reason-no-fit = Nous ne nous correspondons pas
cancel-reason-other = Autre raison
done-meeting-cancelled = Le rendez-vous est annulé. Vous recevez tous deux un courriel.
meeting-miss-from = Si personne ne vient, vous pourrez le dire ici à partir de { $time }. Vous verrez alors qui d’autre est libre.
meeting-miss-title = Personne n’est venu ?
meeting-miss-lead = Dites-le-nous, et nous vous montrons qui est libre aussi à cette heure. L’organisateur le voit ; votre partenaire ne reçoit pas de courriel.
meeting-miss-button = Personne n’est venu
meeting-missed-title = Personne n’est venu
meeting-missed-lead = Merci de nous l’avoir dit. Nous en sommes désolés.
meeting-missed-way = Voir qui est libre maintenant
done-missed = Merci de nous l’avoir dit.

# for organisers
figure-absent = { $count ->
    [one] rendez-vous où quelqu’un n’est pas venu
   *[other] rendez-vous où quelqu’un n’est pas venu
  }
log-meeting-agreed = Rendez-vous convenu par les deux
log-meeting-cancelled-clash = Rendez-vous annulé : autre chose à cette heure
log-meeting-cancelled-away = Rendez-vous annulé : pas là à cette heure
log-meeting-cancelled-ill = Rendez-vous annulé : maladie
log-meeting-cancelled-no-fit = Rendez-vous annulé : sans correspondance
log-meeting-cancelled-other = Rendez-vous annulé : autre raison
log-meeting-waited-alone = A attendu seul à un rendez-vous
log-meeting-did-not-come = N’est pas venu à un rendez-vous
log-proposal-made = Rendez-vous proposé
outbox-kind-proposal-received = Rendez-vous proposé
outbox-kind-proposal-sent = Accusé d’une proposition
outbox-kind-proposal-closed = Proposition sans suite

# what there is between two people
tie-meeting = Votre rendez-vous : { $when }
tie-proposed-to-me = On vous propose : { $when }. Répondre dans votre planning
tie-proposed-by-me = Vous avez proposé : { $when }
people-wish-late = Les rendez-vous sont fixés. Un souhait ne compte plus que si d’autres sont organisés.
wishes-lead-published = Les rendez-vous sont fixés. Un souhait ne compte plus que si d’autres sont organisés. Quand vous êtes libres tous les deux, proposez un rendez-vous.
wishes-settled = Un rendez-vous ou une proposition
wishes-settled-lead = Un rendez-vous est né de ces souhaits, ou une proposition qui attend une réponse.

# now and next
today-title = Maintenant et ensuite
today-now = Maintenant
today-next = Ensuite
today-nothing = Rien d’autre n’est prévu pour vous.
today-in = { $minutes ->
    [one] dans une minute
   *[other] dans { NUMBER($minutes) } minutes
  }
attendance-at-once = « { $one } » et « { $other } » ont lieu en même temps.

# contact details
contact-title = Coordonnées
contact-nothing = Si vous les donnez tous les deux, chacun lit celles de l’autre : { $fields }.
contact-offered = Cette personne vous donne les siennes. Donnez les vôtres, et chacun lit celles de l’autre : { $fields }.
contact-given = Vous donnez les vôtres. Elles sont lues dès que l’autre personne donne aussi les siennes.
contact-both = Vous vous êtes donné vos coordonnées.
contact-give = Donner mes coordonnées
contact-take-back = Reprendre les miennes
contact-file = Pour mon carnet d’adresses
contact-files = Toutes pour mon carnet d’adresses
contact-note = Rencontre lors de { $event }
contact-waiting = { $count ->
    [one] Une personne vous donne ses coordonnées. Donnez les vôtres sur la page de votre rendez-vous, et vous les aurez tous les deux.
   *[other] { NUMBER($count) } personnes vous donnent leurs coordonnées. Donnez les vôtres sur les pages de vos rendez-vous, et vous les aurez tous les deux.
  }
done-contact-given = Vos coordonnées sont données.
done-contact-back = Vos coordonnées sont reprises ; aucun de vous ne lit celles de l’autre.
