## Messages et entrées de calendrier

mail-from = { $organiser } via { $event }
mail-greeting = Bonjour { $name },
mail-greeting-unnamed = Bonjour,
mail-or-copy = Ou copiez cette adresse dans votre navigateur :
mail-label = { $name } :
mail-open-event = Ouvrir mon événement
mail-open-schedule = Ouvrir mon planning
mail-link-is-personal = Ce lien est personnel : toute personne qui le possède peut voir et modifier votre inscription. Merci de ne pas le transmettre.
mail-footer-why = Vous recevez ce message parce que cette adresse a été inscrite à l’événement « { $event } ».
mail-footer-contact = Une question ? Répondez à ce message ou écrivez à { $organiser } : { $contact }
mail-footer-account = Vous recevez ce message parce qu’un compte organisateur est lié à cette adresse sur { $address }

mail-online = En ligne
mail-fact-event = Événement
mail-fact-date = Date
mail-fact-place = Lieu
mail-fact-code = Votre référence
mail-fact-waiting = Rang sur la liste d’attente
mail-fact-partner = Vous rencontrez
mail-fact-country = Pays
mail-fact-time = Horaire

calendar-summary = Rendez-vous avec { $partner }

# À confirmer
mail-confirm-subject = Confirmez votre inscription : { $event }
mail-confirm-heading = Confirmez votre inscription
mail-confirm-text = Merci de votre inscription à l’événement « { $event } ». Il reste une étape : ouvrez la page ci-dessous et appuyez sur le bouton qui s’y trouve, afin que nous sachions que cette adresse est bien la vôtre.
mail-confirm-action = Confirmer mon inscription
mail-confirm-hours = { $hours ->
    [one] Le lien est valable une heure.
   *[other] Le lien est valable { NUMBER($hours) } heures.
  } Aucune place ne vous est réservée avant votre confirmation.
mail-confirm-after = Si vous ne vous êtes pas inscrit·e, vous n’avez rien à faire : sans confirmation, ces informations seront supprimées.
mail-confirm-address-subject = Confirmez votre nouvelle adresse électronique : { $event }
mail-confirm-address-heading = Confirmez votre nouvelle adresse électronique
mail-confirm-address-text = Cette adresse doit servir à l’inscription à { $event }. Ouvrez la page ci-dessous et choisissez le bouton. D’ici là, les courriels vont à l’adresse actuelle.
mail-confirm-address-action = Confirmer cette adresse
mail-confirm-address-hours = { $hours ->
    [one] Le lien fonctionne pendant une heure.
   *[other] Le lien fonctionne pendant { NUMBER($hours) } heures.
  }
mail-confirm-address-after = Si vous n’avez rien demandé, vous n’avez rien à faire. Rien ne change.
mail-address-changed-subject = Votre adresse électronique a été modifiée : { $event }
mail-address-changed-heading = Votre adresse électronique a été modifiée
mail-address-changed-text = Les courriels concernant { $event } vont désormais à une autre adresse. Vos rendez-vous, vos choix et votre place restent inchangés.
mail-address-changed-after = Si ce n’était pas vous : ouvrez votre page avec le lien d’un courriel précédent, rétablissez l’adresse et répondez à ce courriel.
mail-fact-new-address = Nouvelle adresse

# Nouvelle inscription avec la même adresse
mail-already-registered-subject = Vous êtes déjà inscrit·e : { $event }
mail-already-registered-heading = Vous avez déjà fait une inscription
mail-already-registered-text = Quelqu’un vient de s’inscrire à l’événement « { $event } » avec cette adresse, mais elle est déjà liée à une inscription. Rien n’a changé.
mail-already-registered-after = Si ce n’était pas vous, vous n’avez rien à faire.

# Inscription faite
mail-registered-subject = Votre inscription est confirmée : { $event }
mail-registered-heading = Votre inscription est confirmée
mail-registered-text = Votre inscription à l’événement « { $event } » est complète. Nous nous réjouissons de vous rencontrer.
mail-registered-after = Vous pouvez y modifier vos informations, indiquer qui vous souhaitez rencontrer, consulter votre planning, ou annuler si vous ne pouvez pas venir.

# En attente d’accord
mail-awaiting-approval-subject = Nous avons reçu votre inscription : { $event }
mail-awaiting-approval-heading = Nous avons reçu votre inscription
mail-awaiting-approval-text = Merci, votre adresse est confirmée. { $organiser } examine chaque inscription à l’événement « { $event } » et vous écrira dès qu’une décision sera prise. D’ici là, vous n’avez rien à faire.
mail-awaiting-approval-after = Vous pouvez y modifier vos informations ou retirer votre inscription.

# Liste d’attente
mail-waiting-list-subject = Vous êtes sur la liste d’attente : { $event }
mail-waiting-list-heading = Vous êtes sur la liste d’attente
mail-waiting-list-text = Toutes les places de l’événement « { $event } » sont prises pour le moment. Dès qu’une place se libère pour vous, vous êtes inscrit·e et nous vous écrivons.
mail-waiting-list-after = Vous pouvez y voir votre rang sur la liste d’attente, modifier vos informations, ou vous désister si vous ne pouvez plus venir.

# Une place s’est libérée
mail-promoted-subject = Une place s’est libérée, vous êtes inscrit·e : { $event }
mail-promoted-heading = Une place s’est libérée : vous êtes inscrit·e
mail-promoted-text = Bonne nouvelle : une place à l’événement « { $event } » s’est libérée, et elle est à vous. Votre inscription est complète.
mail-promoted-after = Si vous ne pouvez plus venir, merci d’y annuler votre inscription, afin que la personne suivante obtienne la place.

# Refus
mail-rejected-subject = Votre inscription : { $event }
mail-rejected-heading = Nous ne pouvons pas vous proposer de place
mail-rejected-text = Merci de votre intérêt pour l’événement « { $event } ». Nous regrettons de ne pas pouvoir vous proposer de place cette fois-ci.
mail-rejected-after = Vous pouvez y consulter vos informations.

# Annulation
mail-cancelled-subject = Votre inscription est annulée : { $event }
mail-cancelled-heading = Votre inscription est annulée
mail-cancelled-text = Votre inscription à l’événement « { $event } » est annulée. Si vous aviez des rendez-vous, ils le sont aussi, et vos interlocuteurs en sont informés.
mail-cancelled-after = S’il s’agit d’une erreur, écrivez-nous.

# Lien personnel
mail-personal-link-subject = Votre lien personnel : { $event }
mail-personal-link-heading = Votre lien personnel
mail-personal-link-text = Voici le lien demandé vers votre inscription à l’événement « { $event } ».
mail-personal-link-after = Si vous ne l’avez pas demandé, vous n’avez rien à faire.

# Planning
mail-schedule-subject = Vos rendez-vous : { $event }
mail-schedule-heading = Vos rendez-vous
mail-schedule-text = Les rendez-vous de l’événement « { $event } » sont fixés. Voici qui vous rencontrez, quand et où.
mail-schedule-changed-subject = Vos rendez-vous ont changé : { $event }
mail-schedule-changed-heading = Vos rendez-vous ont changé
mail-schedule-changed-text = Vos rendez-vous de l’événement « { $event } » ont été modifiés.
mail-schedule-added = Nouveau
mail-schedule-moved = Déplacé
mail-schedule-cancelled = Annulé
mail-schedule-count = { $count ->
    [0] Vous n’avez aucun rendez-vous pour le moment.
    [one] Vous avez un rendez-vous :
   *[other] Vous avez { NUMBER($count) } rendez-vous :
  }
mail-schedule-invitations = Pour chaque rendez-vous, vous recevez une invitation de calendrier dans un message séparé. Votre agenda la tient à jour ; aucune réponse n’est nécessaire.
mail-schedule-file = Le fichier joint meetings.ics les ajoute tous à votre agenda.
mail-schedule-after = Vous y trouvez toujours la dernière version. Si vous ne pouvez pas venir à un rendez-vous, merci de l’y annuler, afin que votre interlocuteur puisse se réorganiser.

# Un rendez-vous
mail-invitation-subject = Rendez-vous avec { $partner }, { $date }, { $time }
mail-invitation-subject-changed = Modifié : rendez-vous avec { $partner }, { $date }, { $time }
mail-invitation-heading = Rendez-vous avec { $partner }
mail-invitation-text = Voici l’un de vos rendez-vous à l’événement « { $event } ».
mail-invitation-calendar = Votre agenda l’ajoute de lui-même ou à l’ouverture du fichier joint. Aucune réponse n’est nécessaire.
mail-meeting-cancelled-subject = Annulé : rendez-vous avec { $partner }, { $date }, { $time }
mail-meeting-cancelled-heading = Rendez-vous annulé
mail-meeting-cancelled-text = Ce rendez-vous à l’événement « { $event } » n’aura pas lieu. Nous regrettons ce changement.
mail-meeting-cancelled-calendar = Votre agenda le retire de lui-même ou à l’ouverture du fichier joint.

# Rappels
mail-stop-reminders = Ne plus recevoir de rappels pour cet événement
mail-reminder-late = Ce rappel arrive plus tard que prévu. Veuillez nous en excuser.
mail-reminder-day-subject = Votre programme du { $date } : { $event }
mail-reminder-day-heading = Votre programme du { $date }
mail-reminder-day-text = { $count ->
    [one] Le { $date }, vous avez un rendez-vous lors de l’événement « { $event } ». Voici votre programme de la journée.
   *[other] Le { $date }, vous avez { NUMBER($count) } rendez-vous lors de l’événement « { $event } ». Voici votre programme de la journée.
  }
mail-reminder-day-text-no-meetings = Le { $date }, nous nous réjouissons de vous accueillir à l’événement « { $event } ». Aucun rendez-vous n’est prévu pour vous ce jour-là ; voici le programme.
mail-reminder-day-text-nothing = Le { $date }, nous nous réjouissons de vous accueillir à l’événement « { $event } ». Aucun rendez-vous n’est prévu pour vous ce jour-là.
mail-reminder-day-calendar = Les invitations de votre agenda restent exactes ; ce courriel n’en apporte pas de nouvelles.
mail-reminder-hour-subject = À { $time } : votre rendez-vous avec { $partner }
mail-reminder-hour-heading = Votre premier rendez-vous commence à { $time }
mail-reminder-hour-text = Voici votre premier rendez-vous du jour lors de l’événement « { $event } ».
mail-reminder-hour-then = Ensuite :
# A proposal
mail-cancel-reason = Raison : { $reason }
mail-fact-proposed-partner = Avec
mail-fact-answer-by = Réponse avant le
mail-proposal-message = Son message : { $message }
mail-proposal-action = Accepter ou décliner
mail-proposal-received-subject = { $partner } souhaite vous rencontrer, { $date }, { $time }
mail-proposal-received-heading = On vous propose un rendez-vous
mail-proposal-received-text = { $partner } vous propose un rendez-vous lors de { $event }. Vous êtes libres tous les deux à cette heure.
mail-proposal-received-after = Rien n’est prévu avant que vous acceptiez. Pour décliner, vous n’avez rien à faire : passé le délai indiqué, la proposition prend fin d’elle-même.
mail-proposal-sent-subject = Votre proposition à { $partner }, { $date }, { $time }
mail-proposal-sent-heading = Votre proposition est partie
mail-proposal-sent-text = Vous proposez à { $partner } un rendez-vous lors de { $event }. Nous vous écrirons dès que la proposition sera acceptée ou close.
mail-proposal-sent-after = D’ici là, rien ne vous est réservé : si quelqu’un d’autre accepte d’abord, le créneau est pris. Vous pouvez aussi y retirer la proposition.
mail-proposal-received-subject-many = { $count } personnes souhaitent vous rencontrer – { $event }
mail-proposal-received-heading-many = On vous propose des rendez-vous
mail-proposal-sent-subject-many = Vos { $count } propositions – { $event }
mail-proposal-sent-heading-many = Vos propositions sont en route
mail-proposal-closed-subject = Pas de rendez-vous avec { $partner }, { $date }, { $time }
mail-proposal-closed-heading = Ce rendez-vous n’a pas lieu
mail-fact-instead-of = Au lieu de
mail-proposal-received-subject-move = { $partner } souhaite déplacer votre rendez-vous au { $date }, { $time }
mail-proposal-received-heading-move = Une autre heure est proposée pour votre rendez-vous
mail-proposal-received-text-move = { $partner } propose une autre heure pour votre rendez-vous lors de { $event }. Vous êtes alors libres tous les deux.
mail-proposal-received-after-move = Votre rendez-vous reste tel quel tant que vous n’avez pas accepté. Pour décliner, vous n’avez rien à faire : passé le délai indiqué, la proposition prend fin d’elle-même.
mail-proposal-sent-subject-move = Votre proposition de déplacer le rendez-vous avec { $partner } au { $date }, { $time }
mail-proposal-sent-heading-move = Votre proposition est partie
mail-proposal-sent-text-move = Vous proposez à { $partner } une autre heure pour votre rendez-vous lors de { $event }. Nous vous écrirons dès que la proposition sera acceptée ou close.
mail-proposal-sent-after-move = D’ici là, le rendez-vous reste tel quel. Vous pouvez aussi y retirer la proposition.
mail-proposal-closed-subject-move = Votre rendez-vous avec { $partner } n’est pas déplacé au { $date }, { $time }
mail-proposal-closed-heading-move = Ce rendez-vous n’est pas déplacé
mail-proposal-closed-text-move = Vous avez proposé à { $partner } une autre heure pour votre rendez-vous lors de { $event }. Cela ne se fera pas.
mail-proposal-closed-after-move = Votre planning indique quand vous vous rencontrez.
mail-proposal-closed-subject-many = { $count } de vos propositions restent sans suite – { $event }
mail-proposal-closed-heading-many = Ces rendez-vous n’ont pas lieu
mail-proposal-closed-text = Vous avez proposé à { $partner } un rendez-vous lors de { $event }. Cela ne se fera pas à cette heure.
mail-proposal-closed-after = Vous y verrez qui d’autre est libre à ce moment.

# Nouveau mot de passe
mail-new-password-subject = Définissez votre mot de passe
mail-new-password-heading = Définissez votre mot de passe
mail-new-password-text = Ce lien vous permet de définir un nouveau mot de passe pour le compte organisateur { $email }.
mail-new-password-action = Définir mon mot de passe
mail-new-password-hours = { $hours ->
    [one] Le lien est valable une seule fois, pendant une heure.
   *[other] Le lien est valable une seule fois, pendant { NUMBER($hours) } heures.
  }
mail-new-password-after = Si vous ne l’avez pas demandé, vous n’avez rien à faire : votre mot de passe reste inchangé.

# un lien pour continuer
mail-form-link-subject = Continuer votre inscription : { $event }
mail-form-link-heading = Continuez votre inscription
mail-form-link-text = Avec ce lien, vous ouvrez l’inscription à { $event } que vous avez commencée. Elle se poursuit dans le navigateur où vous ouvrez le lien ; pour un autre, demandez-y un nouveau lien.
mail-form-link-action = Continuer mon inscription
mail-form-link-days = Il ouvre l’inscription une seule fois, jusqu’à { $days } jours après votre dernière modification. Ensuite, les réponses sont supprimées.
mail-form-link-after = Vous n’êtes pas inscrit tant que vous n’avez pas envoyé le formulaire. Si vous n’avez rien demandé, vous n’avez rien à faire.
mail-footer-entered = Vous recevez ce courriel parce que quelqu’un a saisi cette adresse sur la page de { $event }.

# une ou un collègue commence
mail-colleague-invited-subject = Une ou un collègue souhaite vous inscrire : { $event }
mail-colleague-invited-heading = Une ou un collègue souhaite vous inscrire
mail-colleague-invited-text = { $colleague } a commencé pour vous une inscription à { $event }. Vous voyez chaque réponse, pouvez la modifier et décidez vous-même.
mail-colleague-invited-action = Regarder
mail-colleague-invited-days = Le lien fonctionne { $days } jours.
mail-colleague-invited-after = Rien n’est inscrit et personne ne voit rien tant que vous n’avez pas donné votre accord. Si vous ne le souhaitez pas, dites-le sur la page : tout ce qui a été saisi à votre sujet est supprimé sur-le-champ. Si vous ne faites rien, c’est supprimé à la fin du lien.

# tout est supprimé
mail-erased-subject = Vos données sont supprimées : { $event }
mail-erased-heading = Vos données sont supprimées
mail-erased-text = Comme vous l’avez demandé, tout ce qui vous concerne à { $event } est supprimé. Si vous étiez inscrit, votre place est libre ; si vous aviez des rendez-vous, vos interlocuteurs sont prévenus.
mail-erased-after = C’est le dernier courriel : avec lui, votre adresse est supprimée aussi. Les entrées de votre propre agenda restent ; supprimez-les-y vous-même.

# un effacement à venir
mail-deletion-announced-subject = Les données personnelles sont effacées le { $date } : { $event }
mail-deletion-announced-subject-answers = Des réponses sont effacées le { $date } : { $event }
mail-deletion-announced-heading = Les données personnelles sont effacées le { $date }
mail-deletion-announced-heading-answers = Des réponses sont effacées le { $date }
mail-deletion-announced-text = Ces données de { $event } sont effacées automatiquement :
mail-deletion-announced-people = { $count ->
    [one] Toutes les données personnelles de 1 personne, le { $date }
   *[other] Toutes les données personnelles de { NUMBER($count) } personnes, le { $date }
}
mail-deletion-announced-answers = { $count ->
    [0] Les réponses à « { $question } » (aucune pour le moment), le { $date }
   *[other] Les réponses à « { $question } » (jusqu’ici { NUMBER($count) }), le { $date }
}
mail-deletion-announced-dates = { $days ->
    [one] La date résulte du dernier jour de l’événement, le { $last }, et des réglages : 1 jour après. Si l’un des deux est faux, corrigez-le maintenant. L’effacement est alors annulé.
   *[other] La date résulte du dernier jour de l’événement, le { $last }, et des réglages : { NUMBER($days) } jours après. Si l’un des deux est faux, corrigez-le maintenant. L’effacement est alors annulé.
}
mail-deletion-announced-action = Voir l’effacement
mail-deletion-announced-postpone = Sur cette page, vous pouvez aussi reporter une fois l’effacement de toutes les données personnelles, de { $days } jours au plus, en donnant un motif.

# un obstacle sur une page
mail-barrier-report-subject = Un obstacle sur les pages de { $event }
mail-barrier-report-heading = Un obstacle est signalé
mail-barrier-report-text = Quelqu’un vous signale un obstacle sur les pages de { $event } :
mail-barrier-report-page = Page
mail-barrier-report-answer = La personne a indiqué cette adresse : { $email }. Elle n’est pas vérifiée ; n’y écrivez que si vous souhaitez répondre.
mail-barrier-report-no-answer = Aucune adresse n’a été laissée pour une réponse.
mail-barrier-report-why = Vous recevez ce message parce que vous répondez de pages sur { $address }
# un tour de mise en relation est prêt
mail-round-ready-subject = Le tour { $number } est prêt : { $event }
mail-round-ready-heading = Le tour { $number } est prêt
mail-round-ready-text = Le brouillon du tour de mise en relation { $number } de { $event } est prêt. Les participants n’en sont informés qu’à sa publication.
mail-round-ready-action = Voir le brouillon
mail-round-failed-subject = Le tour { $number } n’a pas pu être calculé : { $event }
mail-round-failed-heading = Le tour { $number } n’a pas pu être calculé
mail-round-failed-text = Le tour de mise en relation { $number } de { $event } n’a pas pu être calculé. Sa page en donne le motif. Vous pouvez y lancer un nouveau tour.
mail-round-failed-action = Voir le tour
