# Rappels de ce qui n’est pas encore dit.

nav-nudges = Rappels
nudges-lead = Qui n’a pas encore dit ceci reçoit un rappel. Il part tant de jours avant le { $date } : le dernier jour pour les réponses ou, à défaut, la veille de l’événement. Avec plusieurs nombres, il repart vers toutes les personnes qui ne l’ont pas dit entre-temps, y compris celles qui viennent de s’inscrire. La veille au soir et une heure avant le premier rendez-vous, un rappel part de toute façon, selon les paramètres.
nudges-held = Cet événement n’est pas public : aucun rappel ne part.
nudge-topics = Thèmes : ce qu’une personne offre et recherche
nudge-wish = Qui une personne souhaite rencontrer
nudges-days = Jours avant
nudges-days-help = Un ou plusieurs nombres de 1 à 60, par exemple 14, 3. Si le champ reste vide, personne ne reçoit de rappel.
nudges-count = { $count ->
    [0] Personne ne le recevrait maintenant.
    [one] Une personne le recevrait maintenant.
   *[other] { NUMBER($count) } personnes le recevraient maintenant.
}
nudges-off = Il ne part pas.
nudges-goes = Il part le { $when } à toutes les personnes qui ne l’auront pas encore dit.
nudges-went = Il est parti le { $when }.
problem-nudges-many = Un rappel part au plus { $max } fois. Retirez quelques nombres.
nudges-mailing = Voir combien l’ont reçu
nudges-words = Y ajouter vos propres mots et vous envoyer un test
filter-lacks-topics = n’offrent et ne recherchent rien
mail-nudge-topics-subject = Qu’offrez-vous et que recherchez-vous ? { $event }
mail-nudge-topics-text = Vous participez à { $event } et n’avez pas encore choisi de thèmes. Ce sont vos thèmes qui disent le mieux qui vous convient. Sans eux, il est difficile d’organiser des rendez-vous qui valent votre temps. Cela prend deux minutes.
mail-nudge-topics-action = Choisir des thèmes
mail-nudge-wish-subject = Qui souhaitez-vous rencontrer ? { $event }
mail-nudge-wish-text = Vous participez à { $event } et n’avez pas encore dit qui vous souhaitez rencontrer. Les souhaits comptent le plus quand les rendez-vous sont organisés. Sur votre page, vous pouvez voir les personnes qui se montrent et dire qui ce sera.
mail-nudge-wish-action = Choisir des personnes
outbox-kind-nudge-topics = Rappel : choisir des thèmes
outbox-kind-nudge-wish = Rappel : qui rencontrer
log-nudges-changed = Rappels de ce qui n’est pas dit modifiés
log-nudges-begun = Rappel de ce qui n’est pas dit commencé
