# Envois groupés : ce que l’équipe écrit aux personnes de son événement.

nav-mail = Courriels
nav-mailings = Envois groupés
mailings-lead = Ce que vous avez écrit aux personnes de cet événement, du plus récent au plus ancien.
mailings-empty = Vous n’avez encore écrit à personne. Un envoi groupé est un texte pour plusieurs personnes, à chacune dans sa langue.
mailings-new = Rédiger un envoi groupé
mailings-for = Destinataires
mailing-people = { $count ->
    [one] 1 personne
   *[other] { NUMBER($count) } personnes
}
mailing-untitled = Envoi groupé sans objet
mailing-state-draft = Brouillon
mailing-state-scheduled = Programmé
mailing-state-sending = Envoi en cours
mailing-state-paused = Suspendu
mailing-state-stopped = Arrêté
mailing-state-sent = Envoyé

mailing-write = Rédiger un envoi groupé
mailing-who = À qui
mailing-count = { $gets ->
    [0] Personne ne le reçoit
    [one] 1 personne le reçoit
   *[other] { NUMBER($gets) } personnes le reçoivent
}, sur { $found ->
    [one] 1 personne qui correspond.
   *[other] { NUMBER($found) } personnes qui correspondent.
}
mailing-see-people = Voir ces personnes
mailing-what = Le texte
mailing-what-lead = Chaque personne reçoit le texte dans la langue de ses courriels. Si une langue reste vide, elle reçoit le texte dans la première langue de l’événement.
mailing-readers = { $count ->
    [one] 1 personne le lit
   *[other] { NUMBER($count) } personnes le lisent
}
mailing-text = Texte
mailing-below = Le nom de l’événement, la raison du courriel, votre adresse de contact et un lien pour arrêter les envois figurent dans chaque envoi groupé.
placeholders-title = Informations insérées
placeholders-lead = Écrivez l’une de ces informations, la même dans toutes les langues. Chaque personne reçoit ses propres informations. Les adresses web deviennent des liens.
placeholder-name = le nom de la personne
placeholder-organisation = l’organisme de la personne
placeholder-reference = le numéro d’inscription
placeholder-event = le nom de l’événement
placeholder-dates = la date de l’événement
placeholder-place = le lieu de l’événement
placeholder-meetings = le nombre de rendez-vous de la personne
placeholder-my-event = le lien personnel vers « Mon événement » ; pour les personnes invitées, il mène à la réponse. Pas dans l’objet.
placeholder-organiser = le nom de l’organisateur
mailing-look = Aperçu et envoi
mailing-save = Enregistrer et compter

filter-lacks = Seulement les personnes qui
filter-lacks-wish = n’ont pas dit qui elles souhaitent rencontrer
filter-lacks-meeting = n’ont aucun rendez-vous
filter-lacks-directory = n’ont pas ouvert la liste des participants
participants-write = Écrire à ces personnes

mailing-goes-to = { $people ->
    [0] Personne ne le reçoit.
    [one] 1 personne le reçoit.
   *[other] { NUMBER($people) } personnes le reçoivent, en { $languages ->
        [one] 1 langue.
       *[other] { NUMBER($languages) } langues.
    }
}
mailing-goes-at = Envoi le { $when } à toutes les personnes qui correspondront alors. Maintenant : { $people ->
    [0] personne.
    [one] 1 personne.
   *[other] { NUMBER($people) } personnes.
}
mailing-held = Cet événement n’est pas public : seule votre équipe reçoit des courriels. Les autres restent dans la boîte d’envoi, où vous pouvez les lire.
mailing-letters = Tel qu’il arrive
mailing-letter = { $language } : { $count ->
    [one] 1 personne
   *[other] { NUMBER($count) } personnes
}
mailing-other-reader = Afficher pour une autre personne
mailing-as-text = En texte simple
mailing-nobody = Personne ne le reçoit : modifiez le filtre.
mailing-who-gets = Qui le reçoit
mailing-fact-found = Correspondent au filtre
mailing-fact-address = N’ont pas d’adresse électronique
mailing-fact-unconfirmed = N’ont pas confirmé leur adresse
mailing-fact-stopped = Ne souhaitent pas d’envois groupés de cet événement
mailing-fact-blocked = Des courriels à leur adresse sont revenus
mailing-fact-gets = Le reçoivent
mailing-blocked-title = Des courriels à ces personnes sont revenus
mailing-blocked-text = Leur courriel attend dans la boîte d’envoi jusqu’à ce que vous corrigiez l’adresse ou leviez le blocage.
mailing-test-title = D’abord à vous
mailing-test-text = Tous les textes, avec les informations ci-dessus, sont envoyés à { $address }. Leurs liens ne sont pas personnels.
mailing-test = M’envoyer un test
mailing-send-title = Envoyer
mailing-when = Quand
mailing-when-soon = Dans 5 minutes
mailing-when-soon-help = Jusque-là, vous pouvez l’arrêter et personne ne le reçoit.
mailing-when-now = Maintenant
mailing-when-now-help = Ce qui est parti ne peut pas être rappelé.
mailing-when-later = À un autre moment
mailing-when-later-help = Les personnes qui correspondent alors le reçoivent.
mailing-at = Date et heure ({ $zone })
mailing-send = { $count ->
    [one] Envoyer 1 courriel
   *[other] Envoyer { NUMBER($count) } courriels
}
mailing-send-help = Si d’autres personnes correspondent au moment de l’envoi, rien n’est envoyé et cette page redemande.
mailing-change = Modifier le texte ou le filtre
mailing-call-off = Ne pas l’envoyer
mailing-delete-title = Supprimer
mailing-delete = Supprimer ce brouillon
mailing-others = D’autres personnes correspondent maintenant. Rien n’a été envoyé. Vérifiez le nombre et envoyez de nouveau.

mailing-lead-sending = { NUMBER($sent) } envoyés, { NUMBER($waiting) } en attente.
mailing-lead-paused = Suspendu : { NUMBER($sent) } envoyés, { NUMBER($waiting) } attendent que vous repreniez.
mailing-lead-stopped = Arrêté : { NUMBER($sent) } envoyés. Les autres personnes ne reçoivent rien.
mailing-lead-sent = { NUMBER($sent) } envoyés.
mailing-bar = { NUMBER($done) } sur { NUMBER($all) } traités
mailing-look-again = Actualiser maintenant
mailing-figure-chosen = Personnes
mailing-figure-sent = Envoyés
mailing-figure-waiting = En attente
mailing-figure-bounced = Revenus
mailing-figure-blocked = En attente d’une adresse bloquée
mailing-figure-failed = Échoués
mailing-figure-held = Retenus : l’événement n’est pas public
mailing-figure-left-out = Écartés : ne correspondent plus ou ont arrêté les envois
mailing-figure-stopped = Arrêtés avant l’envoi
mailing-pause = Suspendre
mailing-go-on = Reprendre
mailing-stop = { $count ->
    [one] Arrêter : 1 courriel ne sera jamais envoyé
   *[other] Arrêter : { NUMBER($count) } courriels ne seront jamais envoyés
}
mailing-stop-help = Ce qui est parti reste envoyé. Un envoi groupé ne retarde jamais les confirmations ni les liens attendus.
mailing-see-mails = Voir les courriels dans la boîte d’envoi
mailing-words-title = Le texte
done-mailing-tested = Le test vous est envoyé.
done-mailing-scheduled = L’envoi est en cours ou programmé. Cette page montre où il en est.
done-mailing-called-off = C’est de nouveau un brouillon. Personne ne l’a reçu.
done-mailing-paused = Suspendu. Ce qui part en ce moment arrive encore.
done-mailing-resumed = L’envoi continue.
done-mailing-stopped = Arrêté. Ce qui part en ce moment arrive encore.
done-mailing-late = C’était trop tard. Cette page montre où en est l’envoi.

problem-placeholder = « { $typed } » n’est pas une information qui peut être insérée. Écrivez l’une de celles-ci : { $known }
problem-placeholder-subject = « { $typed } » ne peut pas figurer dans l’objet. Écrivez-le dans le texte.
problem-mailing-subject = Indiquez l’objet en { $language }, ou laissez le texte vide dans cette langue.
problem-mailing-text = Indiquez le texte en { $language }, ou laissez l’objet vide dans cette langue.
problem-mailing-empty = Indiquez un objet et un texte dans au moins une langue.
problem-mailing-time = Choisissez un moment à venir, dans un an au plus.
problem-mailing-gone = Cet envoi groupé n’est plus un brouillon. Son texte ne peut plus être modifié.

mail-test-subject = Test : { $subject }
mail-stop-mailings = Ne plus recevoir d’envois groupés de cet événement
mail-footer-test = Vous recevez ce test parce que vous avez choisi « M’envoyer un test ».
outbox-kind-mailing = Envoi groupé
outbox-kind-mailing-test = Test d’un courriel
unsubscribe-mailings-title = Ne plus recevoir d’envois groupés ?
unsubscribe-mailings-lead = L’organisateur de { $event } vous écrit au sujet de l’événement.
unsubscribe-mailings-still = Les courriels sur votre inscription, vos rendez-vous et les rappels continuent.
unsubscribe-mailings-button = Arrêter les envois groupés
unsubscribe-mailings-done-title = Plus d’envois groupés
unsubscribe-mailings-done-lead = Vous ne recevez plus d’envois groupés de { $event }.
unsubscribe-mailings-again = Recevoir de nouveau les envois groupés
data-mailings = Envois groupés de l’organisateur
data-directory = Première ouverture de la liste des participants
stored-visits = Quand vous avez ouvert la liste des participants pour la première fois, et quels envois groupés vous avez reçus
stored-visits-why = Pour que l’organisateur puisse écrire aux personnes concernées et que personne ne reçoive deux fois un envoi
log-mailing-written = Envoi groupé rédigé
log-mailing-deleted = Brouillon d’un envoi groupé supprimé
log-mailing-tested = Test d’un envoi groupé envoyé
log-mailing-scheduled = Envoi groupé lancé ou programmé, nombre de personnes
log-mailing-called-off = Envoi groupé annulé avant son début
log-mailing-begun = Envoi groupé commencé, nombre de personnes
log-mailing-paused = Envoi groupé suspendu
log-mailing-resumed = Envoi groupé repris
log-mailing-stopped = Envoi groupé arrêté
log-mailing-sent = Envoi groupé terminé
log-mailings-stopped = Envois groupés arrêtés
log-mailings-resumed = Reçoit de nouveau les envois groupés
