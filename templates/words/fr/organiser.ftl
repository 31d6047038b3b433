## organiser: the back office

# ways to go
nav-events = Événements
nav-types = Types de participants
nav-topics = Thèmes
nav-agenda = Programme
nav-outbox = Boîte d’envoi
nav-blocked = Adresses bloquées
nav-log = Journal
nav-team = Équipe
nav-account = Votre compte
nav-set-up = Préparation
nav-participant-list = Liste
nav-accessibility = Accessibilité

# what just happened
done-created = Votre événement est créé. C’est un brouillon : seule l’équipe le voit tant que vous ne l’avez pas ouvert.
done-opened = L’événement est ouvert. Les inscriptions sont possibles dès maintenant.
done-closed = L’événement est fermé. Il n’est plus possible de s’inscrire.
done-drafted = L’événement est de nouveau un brouillon. Seule l’équipe le voit.
done-added = Ajouté.
done-removed = Supprimé.
done-approve = Accepté. Un courriel est en route.
done-reject = Refusé. Un courriel est en route.
done-promote = Place attribuée. Un courriel est en route.
done-cancel = Annulé. Toutes les personnes concernées reçoivent un courriel.
done-sent = Un courriel avec un nouveau lien est en route.
done-invited = Un courriel d’invitation est en route. L’invitation figure parmi celles en attente jusqu’à son acceptation.
done-again = Un nouvel envoi du courriel est lancé.

# list of events
events-name = Événement
events-find = Trouver un événement
events-when = Date
events-state = État
events-registered = Inscrits
events-seats = { NUMBER($taken) } sur { NUMBER($capacity) }
events-empty = Vous n’avez pas encore d’événement. Commencez par son nom, sa date et son lieu ; le reste peut suivre.
events-empty-invited = Vous ne faites encore partie d’aucune équipe. Demandez à un propriétaire de l’événement de vous inviter.
event-new-title = Nouvel événement
event-new-lead = Ce qu’il faut à tout événement. Textes, thèmes et programme viennent ensuite.
event-new-button = Créer l’événement
event-like = Commencer avec les réglages de
event-like-help = Textes, thèmes, questions, programme, règles, images et équipe sont repris, pas les personnes.
event-like-button = Reprendre
event-like-lead = Sur le modèle de { $event } : textes, thèmes, questions, programme, règles, images, équipe et réglages des tours de mise en relation sont repris et déplacés aux nouveaux jours. Les personnes, souhaits et rendez-vous ne le sont pas.
event-like-ends-on = Sans indication, l’événement dure autant que le précédent.
dashboard-like = La prochaine fois
dashboard-like-way = Créer un autre événement sur ce modèle

# state of an event
event-state-title = Ouvrir ou fermer
event-state-now = Actuellement : { $state }.
event-state-draft = Brouillon
event-state-open = Ouvert
event-state-closed = Fermé
event-public-page = Page publique
event-open-button = Ouvrir les inscriptions
event-open-text = Ouvert : tout le monde voit la page de l’événement et peut s’inscrire.
event-close-button = Fermer les inscriptions
event-close-text = Fermé : la page reste, mais plus personne ne peut s’inscrire. Les inscrits gardent leur page personnelle.
event-draft-button = Repasser en brouillon
event-draft-text = Brouillon : seule l’équipe voit l’événement. Possible tant que personne ne s’est inscrit.

# settings of an event
settings-texts = Textes
settings-when-where = Quand et où
settings-registration = Inscription
settings-meetings = Rendez-vous
setting-main-language = Langue principale
setting-main-language-help = Là où un texte manque dans une autre langue, c’est celle-ci qui s’affiche.
setting-name = Nom
setting-name-help = Dans les langues de l’événement ; la langue principale est indispensable.
setting-summary = Résumé
setting-summary-help = Deux ou trois phrases sous le nom.
setting-description = Description
setting-description-help = Texte simple ; une ligne vide commence un paragraphe.
setting-slug = Nom dans les adresses
setting-slug-help = Minuscules, chiffres et traits d’union, par exemple cluster-2026. Fixe dès que l’événement a été ouvert.
setting-organiser-name = Qui invite
setting-organiser-name-help = L’organisme dont le nom figure sur les pages et les courriels.
setting-contact-email = Adresse de contact
setting-contact-email-help = Les participants écrivent ici ; les réponses aux courriels y arrivent.
setting-accent = Couleur d’accent
setting-accent-help = Par exemple #0b5563 ; assez sombre pour être lue sur fond blanc.
setting-starts-on = Premier jour
setting-ends-on = Dernier jour
setting-time-zone = Fuseau horaire
setting-time-zone-help = Toutes les heures du programme sont dans ce fuseau.
setting-venue = Où ont lieu les rendez-vous
venue-onsite = Sur place
venue-onsite-help = En un lieu, à des tables numérotées.
venue-online = En ligne
venue-online-help = Dans une salle vidéo par rendez-vous.
setting-place = Lieu
setting-place-help = Sur place seulement : bâtiment et ville, par exemple Tour & Taxis, Bruxelles.
setting-tables = Tables pour les rendez-vous
setting-tables-help = Sur place seulement : combien de rendez-vous peuvent se tenir en même temps.
setting-room-link = Lien vers les salles vidéo
setting-room-link-help = En ligne seulement : une adresse comme https://meet.example.org/{"{"}meeting{"}"}. À la place de {"{"}meeting{"}"}, chaque rendez-vous a son propre code.
setting-capacity = Places
setting-capacity-help = Laisser vide pour ne pas limiter. Une fois les places prises, les suivants vont sur la liste d’attente.
setting-registration-opens = Ouverture des inscriptions
setting-registration-opens-help = Date et heure dans le fuseau de l’événement. Laissez vide si les inscriptions ouvrent avec l’événement.
setting-registration-closes = Clôture des inscriptions
setting-registration-closes-help = Date et heure dans le fuseau de l’événement. Un formulaire commencé avant peut encore être envoyé pendant une heure. La liste d’attente continue d’avancer.
setting-approval = Chaque inscription est validée par l’équipe
setting-approval-help = Sans cette case, quiconque confirme son adresse est inscrit.
setting-wished-minimum = Nombre minimal de rendez-vous souhaité par personne
setting-wished-minimum-help = Le tour de mise en relation s’occupe d’abord de ceux qui en ont le moins.
setting-reminders = Envoyer des rappels aux participants
setting-reminders-help = Chaque personne reçoit la veille au soir le programme de la journée, et un courriel une heure avant son premier rendez-vous. Chacune peut y renoncer pour elle-même.
setting-same-country = Des personnes d’un même pays peuvent se rencontrer
setting-same-country-help = Jamais celles d’un même organisme.
setting-calendar-mode = Comment les rendez-vous arrivent dans l’agenda
calendar-mode-invitation = Une invitation par rendez-vous
calendar-mode-invitation-help = Outlook, Apple et Google les ajoutent et les mettent à jour d’eux-mêmes.
calendar-mode-file = Un fichier d’agenda avec tous les rendez-vous
calendar-mode-file-help = Moins de courriels ; chacun ouvre le fichier lui-même.

# overview of an event
dashboard-next = Prochaines étapes
dashboard-where = Où vous en êtes
dashboard-registrations = Inscriptions
figure-registered = { $count ->
    [one] personne inscrite
   *[other] personnes inscrites
  }
figure-seats = { $count ->
    [one] place libre sur { NUMBER($capacity) }
   *[other] places libres sur { NUMBER($capacity) }
  }
figure-awaiting = { $count ->
    [one] attend votre accord
   *[other] attendent votre accord
  }
figure-waiting = { $count ->
    [one] sur la liste d’attente
   *[other] sur la liste d’attente
  }
figure-meetings = { $count ->
    [one] rendez-vous prévu
   *[other] rendez-vous prévus
  }
figure-without-meeting = { $count ->
    [one] personne inscrite sans rendez-vous
   *[other] personnes inscrites sans rendez-vous
  }
step-topics = Ajouter les thèmes que l’on propose ou recherche
step-blocks = Ajouter au programme une plage de rendez-vous : les heures où l’on se rencontre
step-open = Ouvrir les inscriptions
step-approve = { $count ->
    [one] Accepter ou refuser une inscription
   *[other] Accepter ou refuser { NUMBER($count) } inscriptions
  }
step-burst = { $count ->
    [one] Examiner une inscription arrivée en même temps que beaucoup d’autres
   *[other] Examiner { NUMBER($count) } inscriptions arrivées en même temps
  }
step-failed-mails = { $count ->
    [one] Voir pourquoi un courriel n’est pas parti
   *[other] Voir pourquoi { NUMBER($count) } courriels ne sont pas partis
  }
step-round = Lancer un premier tour de mise en relation ; il reste un brouillon jusqu’à sa publication
step-round-running = Le tour { $number } est en cours de calcul : voir où il en est
step-publish = Examiner et publier le tour { $number }
step-invite = Faire connaître la page publique

# participant types
types-lead = À quel titre on participe, par exemple exposant ou visiteur. Qui peut rencontrer qui en dépend.
types-empty = Il n’y a pas encore de type. Sans type, le formulaire ne demande rien et tout le monde peut se rencontrer.
types-add = Ajouter un type
type-title = Type de participants
type-label = Nom
matrix-title = Qui peut rencontrer qui
matrix-lead = Chaque paire de types une fois ; les deux sens comptent de même.
matrix-cell = { $one } avec { $other }
matrix-save = Enregistrer qui peut rencontrer qui
type-rule-never = jamais
type-rule-may = possible
type-rule-wanted = souhaité

# topics
topics-lead = Ce que l’on peut proposer ou rechercher. Plus la liste est fine, meilleures sont les rencontres ; plus elle est courte, plus vite on la remplit.
topics-empty = Il n’y a pas encore de thème. Collez une liste ci-dessous, un thème par ligne.
topics-add = Ajouter des thèmes
topics-new = Nouveaux thèmes
topics-help = Un thème par ligne. Une ligne qui commence par un tiret ou une espace dépend du thème au-dessus. Pour ajouter sous un thème existant, réécrivez d’abord celui-ci.
topics-help-languages = Un thème par ligne, dans les langues de l’événement : { $form }. Une ligne qui commence par un tiret ou une espace dépend du thème au-dessus. Pour ajouter sous un thème existant, réécrivez d’abord celui-ci.
topic-title = Thème

# agenda
agenda-zone = Toutes les heures : { $zone }.
agenda-add-block = Ajouter une plage de rendez-vous
agenda-add-session = Ajouter une session
agenda-empty = Le programme est vide. Une plage de rendez-vous fixe les heures de rencontre ; les sessions sont les exposés, ateliers et pauses.
agenda-no-blocks = Il n’y a pas encore de plage de rendez-vous : sans elle, personne ne peut se rencontrer.
agenda-block = { $count ->
    [one] Un créneau de { $minutes } minutes
   *[other] { NUMBER($count) } créneaux de { $minutes } minutes, espacés de { $pause } minutes
  }
agenda-date = Jour
session-title = Session
session-label = Titre
session-starts = Début
session-ends = Fin
session-ends-help = Une heure antérieure au début se situe après minuit.
session-place = Salle ou lieu
session-description = De quoi il s’agit
session-speakers = Intervenants
session-speakers-help = Une personne par ligne, comme il faut le lire : nom, fonction, organisation.
session-language = Langue
session-language-none = Non précisée
session-link = Lien pour y assister à distance ou vers les documents
session-link-help = Une adresse https. Seules les personnes qui participent la voient, dans leur planning.
session-places = Places
session-places-help = Laissez vide s’il n’y a pas de limite. Qui vient plus tard attend, obtient une place dès que quelqu’un part, et reçoit alors un e-mail.
session-types = Réservée à
session-types-help = Sans coche, elle est ouverte à tous. Qui l’avait choisie avant la garde.
session-come = { $people ->
    [one] Une personne participe
   *[other] { NUMBER($people) } personnes participent
}
session-places-taken = { $waiting ->
    [0] { NUMBER($taken) } places prises sur { NUMBER($places) }
   *[other] { NUMBER($taken) } places prises sur { NUMBER($places) }, { NUMBER($waiting) } en attente
}
session-people-way = Qui participe à cette session
session-people-title = Qui participe à « { $session } »
session-people-empty = Aucune personne inscrite n’a encore choisi cette session.
session-people-file = Télécharger la liste
session-people-decide = Décider
session-takes-part = Participe
session-waits-since = En attente depuis { $moment }
session-waiting = En attente depuis
session-give-place = Donner une place
session-take-out = Retirer
block-title = Plage de rendez-vous
block-lead = Une période découpée en créneaux de même durée.
block-label = Nom
block-label-help = Par exemple : rendez-vous du matin. C’est ce que les participants choisissent.
block-starts = Début du premier créneau
block-slot-minutes = Minutes par rendez-vous
block-pause-minutes = Minutes entre deux rendez-vous
block-pause-help = Le temps de se dire au revoir et de trouver la table suivante.
block-slot-count = Nombre de créneaux

# before something is removed
remove-title = Supprimer « { $label } » ?
remove-type-text = { $count ->
    [0] Personne n’a ce type.
    [one] Une personne a ce type ; elle garde tout le reste.
   *[other] { NUMBER($count) } personnes ont ce type ; elles gardent tout le reste.
  }
topic-merge = Fusionner …
topic-merge-title = Fusionner « { $label } » avec un autre thème
topic-merge-text = { $count ->
    [0] Personne ne l’offre ni ne le recherche encore.
    [one] Une offre ou recherche passe à l’autre thème, avec son texte.
   *[other] { NUMBER($count) } offres et recherches passent à l’autre thème, avec leurs textes.
  } Ses propres thèmes suivent. Ensuite ce thème n’existe plus.
topic-merge-into = Autre thème
topic-merge-choose = choisir …
topic-merge-do = Fusionner
remove-topic-text = { $count ->
    [0] Personne ne le propose ni ne le recherche.
    [one] Une offre ou recherche le mentionne et disparaît avec lui.
   *[other] { NUMBER($count) } offres et recherches le mentionnent et disparaissent avec lui.
  }
remove-session-text = { $count ->
    [0] Personne n’y participe.
    [one] Une personne y participe et sera alors libre pour des rendez-vous.
   *[other] { NUMBER($count) } personnes y participent et seront alors libres pour des rendez-vous.
  }
remove-block-text = { $count ->
    [0] Personne n’est présent sur cette plage.
    [one] Une personne est présente sur cette plage et ne pourra plus y rencontrer personne.
   *[other] { NUMBER($count) } personnes sont présentes sur cette plage et ne pourront plus s’y rencontrer.
  }

# participants
participants-empty = Personne ne s’est encore inscrit.
participants-empty-invite = Montrer la page publique
participants-empty-import = Importer une liste
participants-search = Nom, organisme ou adresse
participants-order-name = Nom
participants-order-organisation = Organisme
participants-order-newest = Inscriptions les plus récentes
participants-state = État
participants-found = { $count ->
    [0] Personne ne correspond. Retirez un filtre.
    [one] Une personne.
   *[other] { NUMBER($count) } personnes.
  }
participants-name = Nom
participants-organisation = Organisme
participants-choose = Choisir
participants-choose-one = Choisir { $name }
participants-decide = Décider pour les personnes cochées
participants-decide-help = La page suivante montre qui est concerné. Rien ne se passe avant d’y appuyer sur le bouton.
participants-everybody = { $count ->
    [one] La seule personne trouvée
   *[other] Les { NUMBER($count) } personnes trouvées
  }
decision-approve = Accepter
decision-reject = Refuser
decision-promote = Donner une place
decision-cancel = Annuler l’inscription
decide-approve-title = { $count ->
    [0] Accepter
    [one] Accepter une inscription
   *[other] Accepter { NUMBER($count) } inscriptions
  }
decide-approve-text = { $count ->
    [one] Cette personne reçoit une place, ou la suivante sur la liste d’attente, et un courriel.
   *[other] Chacune reçoit une place, ou la suivante sur la liste d’attente, et un courriel.
  }
decide-approve-button = { $count ->
    [one] Accepter l’inscription
   *[other] Accepter { NUMBER($count) } inscriptions
  }
decide-approve-none = Aucune de ces personnes n’attend votre accord. Cochez d’abord des personnes dans la liste.
decide-reject-title = { $count ->
    [0] Refuser
    [one] Refuser une inscription
   *[other] Refuser { NUMBER($count) } inscriptions
  }
decide-reject-text = { $count ->
    [one] Cette personne reçoit un courriel indiquant qu’il n’y a pas de place pour elle.
   *[other] Chacune reçoit un courriel indiquant qu’il n’y a pas de place pour elle.
  }
decide-reject-button = { $count ->
    [one] Refuser l’inscription
   *[other] Refuser { NUMBER($count) } inscriptions
  }
decide-reject-none = Aucune de ces personnes n’attend un accord ou une place. Cochez d’abord des personnes dans la liste.
decide-promote-title = { $count ->
    [0] Donner une place
    [one] Donner une place à une personne
   *[other] Donner une place à { NUMBER($count) } personnes
  }
decide-promote-text = { $count ->
    [one] Cette personne quitte la liste d’attente, même si toutes les places sont prises, et reçoit un courriel.
   *[other] Elles quittent la liste d’attente, même si toutes les places sont prises, et reçoivent un courriel.
  }
decide-promote-button = { $count ->
    [one] Donner la place
   *[other] Donner { NUMBER($count) } places
  }
decide-promote-none = Aucune de ces personnes n’est sur la liste d’attente. Cochez d’abord des personnes dans la liste.
decide-cancel-title = { $count ->
    [0] Annuler des inscriptions
    [one] Annuler une inscription
   *[other] Annuler { NUMBER($count) } inscriptions
  }
decide-cancel-text = { $count ->
    [one] La place va au suivant de la liste d’attente ; les rendez-vous sont annulés et les partenaires prévenus par courriel. Une invitation restée sans réponse est retirée sans e-mail.
   *[other] Les places vont aux suivants de la liste d’attente ; les rendez-vous sont annulés et les partenaires prévenus par courriel. Une invitation restée sans réponse est retirée sans e-mail.
  }
decide-cancel-button = { $count ->
    [one] Annuler l’inscription
   *[other] Annuler { NUMBER($count) } inscriptions
  }
decide-cancel-none = Aucune de ces personnes n’a d’inscription à annuler. Cochez d’abord des personnes dans la liste.
decide-more = { $count ->
    [one] et une autre
   *[other] et { NUMBER($count) } autres
  }
decide-skipped = Laissées de côté en raison de leur état
decide-reason = Motif
decide-reason-help = Conservé dans le journal pour l’équipe ; le courriel ne l’indique pas.
participant-place = Numéro { $place } sur la liste d’attente
participant-code = Référence
participant-foreign-letters = L’adresse contient des lettres qui peuvent ressembler à d’autres. Les serveurs de courriel la lisent ainsi
participant-send-link = Envoyer un nouveau lien personnel
participant-profile = Profil
participant-interests = Offres et recherches
participant-blocks = Présence aux rendez-vous
participant-sessions = Participe à
participant-edit = Modifier :
participant-ended-way = Voir la personne
participant-edit-person = Personne
participant-edit-interests = Offres et recherches
participant-edit-attendance = Présence
participant-meetings = Rendez-vous
participant-no-meetings = Aucun rendez-vous n’est encore prévu.
participant-meeting-with = Avec
participant-meeting-when = Quand
participant-meeting-where = Où
participant-wishes = Souhaits
participant-exclusions = { $count ->
    [one] Une personne est exclue ; son nom reste confidentiel.
   *[other] { NUMBER($count) } personnes sont exclues ; leurs noms restent confidentiels.
  }
participant-mails = Courriels
participant-no-mails = Aucun courriel n’a été écrit à cette personne.
participant-history = Historique
fact-mail-language = Courriels en
fact-max-meetings = Nombre maximal de rendez-vous souhaités
fact-listed = Visible pour les autres participants
fact-source = Origine
fact-since = Inscription le
source-form = formulaire d’inscription
source-import = liste des organisateurs
source-by-hand = saisie à la main
source-demo = démonstration

# organisers of an event
team-lead = Qui travaille à cet événement et ce que chacun peut faire.
team-role = Rôle
team-role-of = Rôle de { $name }
team-no-role = Aucun : retirer de l’équipe
team-invite = Inviter quelqu’un
team-invite-text = La personne reçoit un courriel et accepte elle-même l’invitation ; sans compte, elle en crée un à cette occasion.
team-invite-button = Inviter dans l’équipe
role-owner-help = Gère l’événement et décide de l’équipe.
role-organiser-help = Gère l’événement : réglages, personnes, tours de mise en relation.
role-viewer-help = Voit tout, ne change rien.

# pause of all mail
pause-title = Aucun courriel n’est envoyé pour le moment
pause-server-text = Le serveur de messagerie n’accepte plus nos courriels depuis le { $since }. { $count ->
    [one] Un courriel attend
   *[other] { NUMBER($count) } courriels attendent
 }. Rien n’est perdu : l’envoi reprend de lui-même dès que le serveur accepte un courriel.
pause-restored-text = Cette installation a été restaurée à partir d’une sauvegarde le { $since }. { $count ->
    [one] Un courriel attend
   *[other] { NUMBER($count) } courriels attendent
 }. Certains ont peut-être déjà été envoyés. Vérifiez d’abord la boîte d’envoi.
pause-ask = Une personne chargée de l’administration décide du début de l’envoi.
pause-next = Prochaine tentative : { $when }.
pause-words = Le serveur de messagerie répond :
pause-server-button = Réessayer maintenant
pause-restored-button = { $count ->
    [one] Commencer l’envoi : 1 courriel
   *[other] Commencer l’envoi : { NUMBER($count) } courriels
 }
done-mail-flows = Les courriels sont de nouveau envoyés.
done-mail-probes = Un courriel est envoyé maintenant pour tester le serveur de messagerie. S’il est accepté, les autres suivent.
pause-restored-note = La sauvegarde date du { $made }. Les changements ultérieurs manquent. Les personnes dont les données ont été effacées ensuite sont de nouveau là : effacez leurs données à nouveau.
pause-give-up-button = { $count ->
    [one] Ne pas envoyer le courriel de la sauvegarde, seulement les nouveaux
   *[other] Ne pas envoyer les { NUMBER($count) } courriels de la sauvegarde, seulement les nouveaux
 }
done-mail-given-up = Les courriels de la sauvegarde ne sont pas envoyés. Les nouveaux courriels sont de nouveau envoyés.

# backups
backup-made = Dernière sauvegarde : { $when }, { NUMBER($size) } Mo.
backup-none = Aucune sauvegarde n’a encore été faite.
backup-failed-title = La dernière sauvegarde a échoué
backup-failed = L’essai date du { $when }. Le serveur réessaie toutes les heures. Motif :

# outbox
outbox-again-text = { $count ->
    [one] Un courriel a échoué, peut-être pas à cause de l’adresse
   *[other] { NUMBER($count) } courriels ont échoué, peut-être pas à cause des adresses
 }
outbox-again-help = Le serveur de messagerie les a refusés sans nommer de boîte aux lettres, ou ne les a pas acceptés pendant deux jours. Quand le problème est résolu, envoyez-les de nouveau. Les courriels vers des adresses bloquées restent ici.
outbox-again = { $count ->
    [one] Envoyer de nouveau 1 courriel
   *[other] Envoyer de nouveau { NUMBER($count) } courriels
 }
done-sent-again = Les courriels sont de nouveau envoyés.
log-mails-sent-again = Courriels en échec envoyés de nouveau
outbox-all = Tous ({ $count })
outbox-empty = Aucun courriel ici. Il en apparaît dès que quelqu’un s’inscrit ou qu’un tour est publié.
outbox-of-events = Choisissez l’événement dont vous voulez voir les courriels.
outbox-state = État
outbox-state-waiting = En attente
outbox-state-sent = Envoyé
outbox-state-failed = Échec
outbox-state-bounced = Revenu
outbox-problem-address-blocked = Un courriel envoyé à cette adresse est revenu. Corrigez l’adresse ou levez le blocage sur la page de la personne, puis réessayez.
outbox-problem-too-late = Il a attendu plus longtemps qu’il n’était utile.
outbox-problem-restored = Non envoyé : il provient d’une sauvegarde et a peut-être déjà été envoyé. Réessayez seulement si ce n’est pas le cas.
outbox-subject = Objet
outbox-from = De
outbox-to = À
outbox-kind = Type
outbox-when = Date
outbox-attachments = Pièces jointes
outbox-source = Courriel complet
outbox-source-download = Télécharger pour un logiciel de messagerie (.eml)
outbox-html = Tel que l’affiche un logiciel de messagerie
outbox-text = En texte simple
outbox-gone = Un serveur de messagerie a pris ce courriel. Son texte n’est pas conservé ici, car il contient un lien personnel.
outbox-tries = { $count ->
    [one] Une tentative a échoué :
   *[other] { NUMBER($count) } tentatives ont échoué :
  }
outbox-next-try = Prochaine tentative : { $when } UTC.
outbox-retry = Réessayer maintenant
outbox-kind-confirm = Confirmation demandée
outbox-kind-confirm-address = Nouvelle adresse à confirmer
outbox-kind-address-changed = Adresse modifiée
outbox-kind-already-registered = Déjà inscrit
outbox-kind-registered = Inscrit
outbox-kind-awaiting-approval = En attente d’accord
outbox-kind-waiting-list = Sur la liste d’attente
outbox-kind-promoted = Place attribuée
outbox-kind-rejected = Refusé
outbox-kind-cancelled = Annulé
outbox-kind-personal-link = Nouveau lien personnel
outbox-kind-schedule = Planning
outbox-kind-schedule-changed = Planning modifié
outbox-kind-invitation = Invitation à un rendez-vous
outbox-kind-meeting-cancelled = Rendez-vous annulé
outbox-kind-reminder-day = Programme du jour
outbox-kind-reminder-hour = Rappel d’un rendez-vous
outbox-kind-new-password = Nouveau mot de passe
outbox-kind-barrier-report = Obstacle signalé
outbox-kind-round-ready = Tour de mise en relation prêt

# log
log-demo-filled = Événement de démonstration rempli
log-lead = Qui a fait quoi, le plus récent d’abord.
log-empty = Il ne s’est encore rien passé.
log-when = Quand
log-what = Quoi
log-who = Qui
actor-participant = Participant·e
actor-organiser = Équipe
actor-system = Programme
log-block-added = Plage de rendez-vous ajoutée
log-block-changed = Plage de rendez-vous modifiée
log-block-removed = Plage de rendez-vous supprimée
log-event-created = Événement créé
log-event-changed = Réglages modifiés
log-event-accessibility = Déclaration d’accessibilité modifiée
log-event-imported = Liste importée
log-event-state = Événement ouvert ou fermé
log-mail-tried-again = Nouvel envoi d’un courriel
log-matrix-changed = Règles de rencontre modifiées
log-meeting-absent = Absence à un rendez-vous
log-meeting-cancelled = Rendez-vous annulé
log-organiser-invited = Invitation dans l’équipe
log-organiser-role = Rôle modifié
log-participant-changed-person = Profil modifié
log-participant-changed-interests = Offres et recherches modifiées
log-participant-changed-attendance = Présence modifiée
log-participant-changed-consent = Visibilité ou langue modifiée
log-participant-imported = Profil modifié par import
log-registration-signed-up = Formulaire envoyé
log-registration-confirmed = Adresse confirmée
held-network = En une heure, beaucoup de personnes ont confirmé depuis un même réseau : vérifiez qu’elles existent avant d’accepter.
held-domain = En une heure, beaucoup d’adresses d’un même domaine ont été confirmées : vérifiez qu’elles existent avant d’accepter.
log-registration-held-network = Attend une décision : beaucoup d’inscriptions d’un même réseau à la fois
log-registration-held-domain = Attend une décision : beaucoup d’inscriptions d’un même domaine à la fois
log-registration-approved = Accepté
log-registration-rejected = Refusé
log-registration-promoted = Sorti de la liste d’attente
log-registration-cancelled = Annulé
log-registration-expired = Jamais confirmé
log-registration-imported = Importé
log-registration-reason = Motif
log-reminders-sent = Rappels envoyés
log-reminders-late = Rappels envoyés en retard
log-reminders-dropped = Rappels abandonnés, trop tardifs pour être utiles
log-reminders-stopped = Rappels refusés
log-reminders-resumed = Souhaite à nouveau des rappels
log-round-started = Tour lancé
log-round-published = Tour publié
log-round-stopped = Recherche d’un tour arrêtée
log-round-discarded = Tour abandonné
log-round-moved-meeting = Rendez-vous d’un brouillon déplacé
log-round-removed-meeting = Rendez-vous d’un brouillon supprimé
log-round-restored = Tour restauré
log-round-swapped-meetings = Rendez-vous d’un brouillon échangés
log-round-added-meeting = Rendez-vous ajouté à un brouillon
log-round-undone = Modification d’un brouillon annulée
log-round-made-again = Modification d’un brouillon rétablie
log-session-added = Session ajoutée
log-session-changed = Session modifiée
log-session-removed = Session supprimée
log-session-place-given = Place donnée dans une session
log-session-taken-out = Retiré d’une session
log-topics-added = Thèmes ajoutés
log-topic-changed = Thème modifié
log-topic-merged = Thèmes fusionnés
log-topic-removed = Thème supprimé
log-type-added = Type de participants ajouté
log-type-changed = Type de participants modifié
log-type-removed = Type de participants supprimé

# adresses dont les courriels reviennent
blocked-title = Les courriels reviennent
blocked-notice = Plus aucun courriel n’est envoyé à cette adresse.
blocked-see = Voir pourquoi et corriger
blocked-lead = Un courriel envoyé à { $email } est revenu le { $when }. Depuis, aucun n’y est plus envoyé.
blocked-reason = Ce que le serveur de messagerie a dit
blocked-correct = Corriger l’adresse
blocked-lift = L’adresse est juste
blocked-lift-text = Si elle fonctionne à nouveau, levez le blocage. Les courriels en attente peuvent être réessayés dans la boîte d’envoi.
blocked-lift-button = Lever le blocage
step-blocked = { $count ->
    [one] Les courriels envoyés à une personne reviennent : voir laquelle
   *[other] Les courriels envoyés à { NUMBER($count) } personnes reviennent : voir lesquelles
  }
log-mail-bounced = Courriel revenu
log-participant-unblocked = Blocage de l’adresse levé
log-participant-changed-address = Adresse corrigée
participant-edit-address = Adresse électronique
participant-address-title = Adresse électronique
participant-address-at-once = L’adresse est remplacée et un nouveau lien y est envoyé aussitôt.
participant-address-at-once-button = Enregistrer et envoyer un lien
participant-address-asked = Un lien est envoyé à la nouvelle adresse. L’adresse change quand la personne la confirme. L’ancienne adresse est prévenue.
participant-address-asked-button = Envoyer un lien à la nouvelle adresse
done-address-asked-for = Un lien a été envoyé. L’adresse change dès qu’elle est confirmée.
log-participant-asked-address = Nouvelle adresse demandée
done-address-corrected = L’adresse est corrigée et un lien est en route.
done-address-lifted = Les courriels sont de nouveau envoyés à cette adresse.
done-still-blocked = Les courriels reviennent de cette adresse. Corrigez-la ou levez d’abord le blocage.
blocked-list-lead = Aucun courriel n’est envoyé à ces adresses : selon le serveur de messagerie, elles n’existent pas, ou il a refusé plusieurs courriels sur plusieurs jours.
blocked-list-empty = Aucune adresse n’est bloquée. Une adresse apparaît ici quand des courriels en reviennent.
blocked-domain = Domaine de l’adresse
blocked-none-chosen = Choisissez au moins une personne, ou toutes celles de la liste.
blocked-lift-legend = Lever le blocage
blocked-lift-help = Levez le blocage quand les adresses fonctionnent à nouveau, par exemple après une panne du serveur de messagerie. Les courriels non envoyés peuvent partir maintenant, ou plus tard depuis la boîte d’envoi.
blocked-everybody = { $count ->
    [one] Toutes les personnes de la liste (1)
   *[other] Toutes les personnes de la liste ({ NUMBER($count) })
  }
blocked-lift-and-send = { $count ->
    [one] Lever et envoyer le courriel non envoyé (1 au plus)
   *[other] Lever et envoyer les courriels non envoyés ({ NUMBER($count) } au plus)
  }
blocked-lift-only = Lever sans envoyer
blocked-outbox = Voir les courriels non envoyés
done-blocks-lifted = Les blocages sont levés. Les courriels sont de nouveau envoyés à ces adresses.
done-blocks-lifted-and-sent = Les blocages sont levés. Les courriels non envoyés sont en route.
alarm-word = Alerte
alarm-what = Les courriels envoyés à { $domain } reviennent : { $count } adresses, la dernière fois le { $when }.
alarm-said = Le serveur de messagerie dit :
alarm-next = Quand il y en a autant à la fois, les adresses sont rarement en cause ; aucune n’est donc bloquée. Demandez aux responsables de votre serveur de messagerie si ce domaine le refuse.
# déclaration d’accessibilité
statement-lead = Les organismes publics doivent déclarer dans quelle mesure leurs pages sont accessibles. La déclaration existe déjà ; ajoutez ici ce que vous seuls savez.
statement-public = La lire comme tout le monde.
statement-limits = Ce qui n’est pas accessible
statement-limits-help = Dites ce que c’est, pourquoi, et comment y accéder autrement : par exemple un film sans sous-titres, ou un plan sous forme d’image.
statement-checked-on = Jour de votre dernière vérification
statement-checked-on-help = Une déclaration doit être revue au moins une fois par an.
statement-phone = Téléphone
statement-phone-help = Pour ceux qui ne peuvent pas écrire. Votre adresse e-mail des réglages y figure déjà.
statement-enforcement = Qui règle un différend
statement-enforcement-help = Nom et adresse de l’organisme de médiation ou de contrôle de votre pays.
statement-easy-language-help = Adresse de votre page facile à lire et à comprendre. La page de l’événement y mène alors.
statement-sign-language-help = Adresse de votre page en langue des signes. La page de l’événement y mène alors.
event-state-trial = Essai
event-trial-button = Essayer
event-trial-text = Essai : quiconque a l’adresse peut s’inscrire et tout voir, avec des personnes fictives si vous voulez. Seule votre équipe reçoit des courriels. À la fin de l’essai, tout ce qu’il a produit est supprimé.
event-trial-end-button = Terminer l’essai
event-trial-end-text = L’événement redevient un brouillon. Ce que l’essai a produit est supprimé.
done-tried = L’essai a commencé.
done-trial-filled = Des personnes fictives sont inscrites. Lancez un tour de mise en relation avec elles, ou ouvrez la page de l’une d’elles.
done-still-held = Tant que l’événement n’est pas ouvert, seule votre équipe reçoit des courriels. Ouvrez-le d’abord.
draft-banner = Brouillon : seule votre équipe voit l’événement et reçoit des courriels.
trial-office-banner = Essai : seule votre équipe reçoit des courriels. Les personnes, tours et rendez-vous créés maintenant seront supprimés à la fin.
trial-title = Ce que l’essai a produit
trial-lead = Inscrivez-vous avec une adresse de votre équipe : vous recevrez tous les courriels. Ceux des autres se lisent dans la boîte d’envoi.
trial-outbox = Lire les courriels
trial-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
trial-rounds = { $count ->
    [one] { $count } tour de mise en relation
   *[other] { $count } tours de mise en relation
  }
trial-meetings = { $count ->
    [one] { $count } rendez-vous
   *[other] { $count } rendez-vous
  }
trial-mails = { $count ->
    [one] { $count } courriel
   *[other] { $count } courriels
  }
trial-people-field = Personnes fictives
trial-people-help = Elles choisissent parmi vos thèmes et vos plages, et souhaitent se rencontrer. Au plus 300 à la fois.
trial-people-do = Inscrire des personnes fictives
trial-end-title = Terminer l’essai
trial-end-lead = Sera supprimé définitivement :
trial-end-stays = Les réglages, le programme, les thèmes, les questions et les personnes importées avant l’essai restent. Ce que vous y avez modifié entre-temps reste aussi.
trial-end-open = Supprimer et ouvrir l’événement
trial-end-draft = Supprimer
outbox-state-held = Retenu
outbox-problem-event-not-public = Non envoyé : l’événement n’est pas ouvert, et seule son équipe reçoit des courriels.
log-trial-filled = Personnes fictives inscrites

flood-what = { $mails } formulaires avec des adresses non confirmées en une heure, dont { $of } à { $domain }. Au plus { $most } courriels de confirmation partent par heure ; les autres attendent jusqu’à six heures.
flood-next = Si vous n’attendez pas une telle affluence, quelqu’un saisit les adresses d’autrui. Vous pouvez fermer l’inscription pour un temps ; les personnes déjà confirmées n’en remarquent rien.
dashboard-lapsed = { $count ->
    [one] Une autre inscription n’a jamais été confirmée ; elle est supprimée.
   *[other] { $count } autres inscriptions n’ont jamais été confirmées ; elles sont supprimées.
  }
step-doubles = { $count ->
    [one] Une personne a la même adresse qu’une autre : fusionner
   *[other] { $count } personnes ont la même adresse qu’une autre : fusionner
  }

nav-tables = Tables
tables-lead = Des numéros de table suffisent à la plupart des événements. Ici, les tables reçoivent un nom et une zone, peuvent manquer à certaines heures et être réservées à des exposants ou à un type de participants.
tables-none = L’événement n’a pas encore de tables. Indiquez leur nombre dans les réglages :
tables-file = Télécharger la liste (CSV)
tables-floor-plan = Plan des lieux
table-number-head = Table
table-name = Nom
table-name-help = Ce qui y est écrit, par exemple l’exposant.
table-zone = Zone
table-zone-help = La salle, le hall ou le coin où elle se trouve.
table-for = Pour qui
table-for-anybody = Tout le monde
table-kept-for = Réservée à
table-kept-for-help = Les rendez-vous avec une personne de ce type ont lieu aux tables qui lui sont réservées, et aucun autre rendez-vous. Qui rencontre un exposant va à son stand.
table-missing = La table n’est pas là à
table-missing-help = Cochez les heures auxquelles personne ne peut s’y rencontrer.
table-missing-times = { $times ->
    [one] absente à une heure
   *[other] absente à { NUMBER($times) } heures
  }
table-people = Qui y reste (e-mail)
table-stay = C’est le stand de
tables-paste = Reprendre une liste
tables-list = Tables
tables-list-help = Collez des lignes d’un tableur : numéro, nom, zone, type de participants et adresses e-mail des personnes qui y restent. Les lignes remplacent ce qui était dit de leurs tables ; toutes les autres restent. Une liste téléchargée a cette forme.
tables-take-over = Reprendre la liste
booth-title = Stand de { $name }
booth-lead = Qui a un stand y reste, et ses interlocuteurs viennent l’y voir. Aucun autre rendez-vous n’y a lieu ; plusieurs personnes peuvent partager un stand.
booth-table = Table
booth-table-help = Un numéro jusqu’à { $last }. Laissez ce champ vide si la personne n’a pas de stand.
booth-away = Absence du stand à
booth-away-help = À ces heures, ses rendez-vous ont lieu à d’autres tables, comme pour tout le monde.
participant-edit-booth = Stand
log-table-changed = Table modifiée
log-tables-listed = Liste de tables reprise
log-booth-changed = Stand modifié
