## Invitations : des personnes d’une liste à qui l’on demande si elles viennent

registration-state-invited = Invitation envoyée
registration-state-declined = Invitation déclinée
registration-state-unanswered = Invitation restée sans réponse
figure-invited = { $count ->
    [one] invitation encore sans réponse
   *[other] invitations encore sans réponse
  }

# la liste
import-coming-title = Ces personnes viennent-elles ?
import-coming = Chaque personne nouvelle dans cette liste
import-coming-help = Cela vaut pour toutes les personnes que cet événement n’a pas encore.
import-coming-agreed = a donné son accord ailleurs et est inscrite
import-coming-asked = est invitée par courriel, et accepte ou décline
import-answer-by = Invitation : réponse jusqu’au
import-answer-by-help = Le dernier jour pour répondre. Sans réponse, un seul rappel part trois jours avant. Avant d’avoir accepté, personne n’occupe de place.
import-row-invites = { $here ->
    [unconfirmed] Pas encore confirmée ici ; invitée maintenant.
    [unanswered] N’a pas répondu ici ; invitée de nouveau.
    [cancelled] Avait annulé ici ; invitée maintenant.
    [declined] Avait décliné ici ; invitée de nouveau.
    [rejected] Pas acceptée ici ; invitée maintenant.
    [waiting_list] Sur la liste d’attente ici ; la quitte et est invitée maintenant.
   *[other] Attend un accord ici ; invitée maintenant.
}
import-done-invited = { $count ->
    [one] Une personne est invitée, le courriel est en route.
   *[other] { NUMBER($count) } personnes sont invitées, les courriels sont en route.
}
problem-import-invited-unreachable = Cette ligne n’a pas d’adresse électronique, donc personne ne peut être invité. Ajoutez l’adresse, ou importez cette personne comme inscrite.
problem-invitation-past = Choisissez un jour qui n’est pas passé : on peut répondre jusque-là.
problem-invitation-late = Choisissez un jour avant la fin de l’événement : on peut répondre jusque-là.
problem-invitation-draft = Cet événement est un brouillon. Ouvrez-le avant d’inviter : le courriel mène à sa page.

# le courriel
mail-invited-subject = Invitation : { $event }
mail-invited-heading = Invitation à « { $event } »
mail-invited-text = { $organiser } vous invite à l’événement « { $event } ». Viendrez-vous ? Vous n’avez pas encore d’inscription : veuillez accepter ou décliner au plus tard le { $date }.
mail-invited-details = Voici les informations saisies à votre sujet. Vous pourrez les modifier après avoir accepté.
mail-invited-action = Répondre à l’invitation
mail-invited-after = Sur votre page, vous pouvez accepter ou décliner, et dire si d’autres participants peuvent vous voir. D’ici là, seul l’organisateur voit quelque chose de vous. Vous pouvez aussi y faire supprimer tout ce qui vous concerne.
mail-invited-link = Ce lien est personnel : toute personne qui le possède peut répondre à votre place. Merci de ne pas le transmettre.
mail-invited-reminder-subject = Merci de répondre au plus tard le { $date } : { $event }
mail-invited-reminder-heading = Viendrez-vous à « { $event } » ?
mail-invited-reminder-text = { $organiser } vous a invité à l’événement « { $event } » et n’a pas encore votre réponse. Vous n’avez pas d’inscription : veuillez accepter ou décliner au plus tard le { $date }. Ce rappel est le seul.
mail-footer-invited = Vous recevez ce courriel parce que cette adresse figure chez { $organiser } sur la liste des personnes invitées à l’événement « { $event } ».
mail-entered-subject = Votre inscription : { $event }
mail-entered-heading = Votre inscription
mail-entered-text = { $organiser } vous a inscrit à l’événement « { $event } » à partir de sa propre liste. Si vous ne le souhaitez pas, vous pouvez annuler sur la page ci-dessous, ou y faire supprimer tout ce qui vous concerne.
mail-entered-after = Sur votre page, vous pouvez modifier vos informations, dire qui vous souhaitez rencontrer et si d’autres vous voient, consulter votre planning, ou annuler si vous ne pouvez pas venir.
outbox-kind-entered = Inscription par l’organisateur
outbox-kind-invited = Invitation à l’événement
outbox-kind-invited-reminder = Rappel de l’invitation

# la page
invitation-title = Viendrez-vous à « { $event } » ?
invitation-lead = { $organiser } vous invite. Vous n’avez pas encore d’inscription : veuillez accepter ou décliner au plus tard le { $date }.
invitation-event = En savoir plus sur cet événement
invitation-full = Toutes les places sont prises pour le moment. Si vous acceptez, vous serez sur la liste d’attente.
invitation-details = Ce qui est saisi à votre sujet
invitation-details-text = { $organiser } l’a saisi. Vous pourrez le modifier après avoir accepté.
invitation-accept = Accepter l’invitation
invitation-no = Vous ne pouvez pas venir ?
invitation-decline = Décliner l’invitation
invitation-declined = Vous avez décliné. Si vous changez d’avis, vous pouvez encore accepter jusqu’au { $date }.
invitation-declined-over = Vous avez décliné cette invitation. Elle ne peut plus être acceptée.
invitation-over = On pouvait répondre à cette invitation jusqu’au { $date }. Vous n’avez pas d’inscription.
invitation-withdrawn = { $organiser } a retiré cette invitation. Vous n’avez pas d’inscription.
invitation-delete-text = { $organiser } conserve pour cet événement ce qui est saisi à votre sujet.
invitation-delete = Faire supprimer tout ce qui vous concerne
done-invitation-accepted = Vous avez accepté. Une confirmation est en route par courriel.
done-invitation-declined = Vous avez décliné. Merci de votre réponse.
my-standing-invited = Vous êtes sur la liste des invités et n’avez pas encore répondu.
my-standing-declined = Vous avez décliné l’invitation.
my-standing-unanswered = L’invitation est restée sans réponse. Vous n’avez pas d’inscription.

# le journal
log-registration-invited = Invitation envoyée
log-registration-accepted = Invitation acceptée
log-registration-declined = Invitation déclinée
log-registration-reminded = Rappel de l’invitation
log-registration-unanswered = Invitation restée sans réponse
log-registration-uninvited = Invitation retirée
