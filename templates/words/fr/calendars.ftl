# answers of calendars
mail-decline-heard-subject = Votre rendez-vous avec { $partner } est-il annulé ?
mail-decline-heard-heading = Vous avez refusé un rendez-vous
mail-decline-heard-text = Dans votre agenda, vous avez refusé ce rendez-vous lors de { $event }. Il figure encore au planning. Confirmez qu’il est annulé : nous préviendrons alors { $partner }, et l’horaire sera de nouveau libre.
mail-decline-heard-action = Annuler le rendez-vous
mail-decline-heard-after = Si le rendez-vous a lieu, vous n’avez rien à faire.
declined-title = Ce rendez-vous est-il annulé ?
declined-lead = Vous l’avez refusé dans votre agenda. Tant que vous ne le confirmez pas, il figure au planning, et l’autre personne vous attend.
declined-button = Annuler le rendez-vous
cancel-reason-calendar = Refusé dans l’agenda
log-meeting-cancelled-calendar = Rendez-vous annulé : refusé dans l’agenda
log-calendar-accepted = Rendez-vous accepté dans l’agenda
log-calendar-tentative = Rendez-vous marqué comme incertain dans l’agenda
log-calendar-declined = Rendez-vous refusé dans l’agenda
log-event-changed-calendars = Réponses des agendas : réglage modifié
nav-calendars = Agendas
calendars-lead = Beaucoup d’agendas répondent à une invitation : la personne accepte, hésite ou refuse. Leurs réponses figurent ici.
calendars-address = Les agendas répondent à { $address }.
declines-legend = Quand une personne refuse un rendez-vous dans son agenda
declines-ask = Demander d’abord
declines-ask-help = La personne reçoit un courriel avec un bouton qui annule le rendez-vous. Jusque-là, il figure au planning.
declines-cancel = Annuler le rendez-vous aussitôt
declines-cancel-help = L’autre personne en est informée aussitôt. Un clic par erreur met fin à un rendez-vous.
calendars-told = Ce que disent les agendas des rendez-vous prévus
calendars-none = Aucun agenda n’a encore répondu.
calendars-who = Personne
calendars-meeting = Rendez-vous
calendars-answer = Réponse
calendars-accepted = { $count ->
    [one] 1 rendez-vous a été accepté dans un agenda.
   *[other] { NUMBER($count) } rendez-vous ont été acceptés dans un agenda.
}
calendar-answer-accepted = Accepté
calendar-answer-tentative = Incertain
calendar-answer-declined = Refusé, pas encore confirmé

# how meetings come into calendars
my-calendar-title = Votre agenda
my-calendar-lead = Choisissez une fois comment vos rendez-vous arrivent dans votre agenda. Vous pouvez changer à tout moment.
my-calendar-mode = Rendez-vous de votre planning
my-calendar-mode-file = Un fichier avec tous les rendez-vous
my-calendar-mode-file-help = Il est joint à chaque courriel sur votre planning. Vous l’ouvrez, et votre agenda ajoute tout.
my-calendar-mode-invitation = Une invitation pour chaque rendez-vous
my-calendar-mode-invitation-help = Chacune arrive dans un courriel séparé. Outlook, Apple et Google les ajoutent et les modifient seuls.
my-calendar-alarm = Rappel
my-calendar-alarm-help = Votre agenda vous prévient avant une session ou un rendez-vous.
my-calendar-alarm-none = Aucun rappel
my-calendar-alarm-minutes = { $minutes } minutes avant
my-calendar-more = Autres moyens
my-calendar-feed = Laisser mon agenda tout chercher seul
my-calendar-file = Ouvrir maintenant le fichier avec tout
my-calendar-ask = Comment voulez-vous vos rendez-vous dans votre agenda ?
my-calendar-way = Choisir
log-participant-changed-calendar = Moyen d’accès à l’agenda choisi

# mails about a plan
mail-schedule-ask = Dans votre agenda
mail-schedule-ask-way = Choisir comment vos rendez-vous arrivent dans votre agenda
mail-schedule-changed-own-text = Vous avez annulé un rendez-vous de l’événement « { $event } ». Voici maintenant votre planning.
mail-schedule-changed-left-text = Votre inscription à l’événement « { $event } » est annulée, et vos rendez-vous aussi. Le fichier joint les retire de votre agenda.
mail-meeting-cancelled-own-text = Vous avez annulé ce rendez-vous de l’événement « { $event } ». L’autre personne le sait.
mail-meeting-cancelled-left-text = Votre inscription à l’événement « { $event } » est annulée, et ce rendez-vous aussi.

# entries of calendars
calendar-summary-cancelled = Annulé : { $summary }
calendar-offers = Propose : { $topics }
calendar-seeks = Cherche : { $topics }
mail-event-file = Le fichier joint event.ics ajoute l’événement à votre agenda.
outbox-kind-decline-heard = Rendez-vous refusé dans un agenda
