## my: a participant’s own pages

my-title = Mon événement
my-overview = Mon inscription
my-schedule = Mon planning
my-people = Participants
my-code = Votre référence :
my-standing-registered = Nous nous réjouissons de vous accueillir le { $date }.
my-standing-today = L’événement commence aujourd’hui. Bienvenue.
my-standing-running = L’événement est en cours. Il se termine le { $date }.
my-standing-over = { $event } est terminé. Merci de votre intérêt.
my-not-listed = Les autres participants ne vous voient pas. Vous ne les voyez pas non plus, et personne ne peut vous trouver pour proposer un rendez-vous.
my-not-listed-way = Modifier ce que les autres voient
my-standing-waiting-list = { $place ->
    [1] Vous êtes en tête de la liste d’attente.
   *[other] Vous êtes en { NUMBER($place) }e position sur la liste d’attente.
  } Nous vous écrivons dès qu’une place se libère pour vous.
my-standing-awaiting-approval = { $organiser } examine votre inscription et vous écrira.
my-standing-unconfirmed = Veuillez confirmer votre adresse avec le lien de notre courriel.
my-standing-rejected = Nous regrettons de ne pas pouvoir vous proposer de place cette fois-ci.
my-standing-cancelled = Vous n’êtes plus inscrit. Si vous changez d’avis, inscrivez-vous à nouveau.
my-next = Vos rendez-vous
my-next-waiting = Dès que vous avez une place, vous pouvez voir les autres participants et dire qui vous souhaitez rencontrer.
my-open-schedule = Ouvrir mon planning
my-open-people = Dire qui j’aimerais rencontrer
my-summary = { $count ->
    [0] Aucun rendez-vous n’est encore prévu pour vous.
    [one] Vous rencontrez une personne, { $abroad ->
        [0] de votre propre pays.
       *[other] d’un autre pays.
      }
   *[other] Vous rencontrez { NUMBER($count) } personnes, { $abroad ->
        [0] toutes de votre propre pays.
        [one] dont une d’un autre pays.
       *[other] dont { NUMBER($abroad) } d’autres pays.
      }
  }
my-summary-all-abroad = Vous rencontrez { $count } personnes, toutes d’autres pays.
my-availability-meetings = Les rendez-vous déjà prévus ne changent pas. Votre modification comptera lors de la prochaine planification.
my-register-again = S’inscrire à nouveau
my-consent-title = Qui vous voit, et ce que vous acceptez
my-consent-listed = Visible pour les autres participants
my-consent-lang = Langue de nos courriels
my-cancel-title = Annuler votre inscription
my-cancel-lead = Vous ne pouvez pas venir ? Dites-le-nous, pour que quelqu’un d’autre profite de votre place.
my-cancel-way = Annuler mon inscription
my-cancel-question = Voulez-vous annuler votre inscription ?
my-cancel-seat = Votre place revient à la personne suivante sur la liste d’attente.
my-cancel-place = Vous renoncez à votre rang dans la liste.
my-cancel-meetings = { $count ->
    [one] Votre rendez-vous est annulé, et la personne concernée est prévenue par courriel.
   *[other] Vos { NUMBER($count) } rendez-vous sont annulés, et les personnes concernées sont prévenues par courriel.
  }
my-cancel-again = Vous pourrez vous réinscrire plus tard, tant que les inscriptions sont ouvertes.
my-cancel-button = Annuler mon inscription
my-cancel-keep = Garder mon inscription

# people
people-wish = Vous souhaitez la rencontre
people-wished = Souhaite vous rencontrer
people-mutual = Vous souhaitez tous deux la rencontre
people-block = Vous ne souhaitez pas la rencontre
people-count = { $count ->
    [0] Personne ne correspond.
    [one] Une personne
   *[other] { NUMBER($count) } personnes
  }
people-shut-waiting = La liste des participants s’ouvre dès que vous avez une place.
people-shut-unlisted = Seules les personnes qui se montrent voient les autres. Donnez votre accord ici, et la liste s’ouvre :
people-filter-search = Nom ou mot
people-filter-type = Participe en tant que
people-filter-topic = Thème
people-filter-topic-words = Mots du thème
people-filter-kind = Qui
people-filter-offers = l’offre
people-filter-seeks = le recherche
people-filter-any = Tous
people-filter-either = l’offre ou le recherche
people-none = Personne ne correspond à tout cela. Retirez un critère, ou :
people-do-wish = J’aimerais la rencontre
people-do-block = Merci, non
people-take-back = Retirer
people-message = Un mot pour accompagner votre souhait
people-message-help = La personne le voit avec votre nom.

# schedule
schedule-zone = Toutes les heures sont indiquées en { $zone }.
schedule-file = Ajouter à mon calendrier
schedule-empty = L’organisateur prévoit les rendez-vous et vous écrit quand ils sont prêts. D’ici là :
schedule-day = { $count ->
    [0] Aucun rendez-vous ce jour-là.
    [one] Un rendez-vous ce jour-là.
   *[other] { NUMBER($count) } rendez-vous ce jour-là.
  }
schedule-room = Ouvrir la salle vidéo
schedule-why = Pourquoi vous vous rencontrez
