# Le jour même : à l’accueil, qui est venu, qui vient sans inscription, et qui aide.

role-helper = Aide le jour même
role-helper-help = Enregistre les arrivées à l’accueil, inscrit qui vient sans inscription et trouve un nouveau rendez-vous pour qui attend en vain. Voit les noms, les organismes et où chaque personne est attendue ; ni adresses, ni réglages, ni fichiers.

nav-door = À l’accueil
door-came = { $registered ->
    [one] Une personne inscrite
   *[other] { NUMBER($registered) } personnes inscrites
}, { $came ->
    [0] aucune arrivée
    [one] une arrivée
   *[other] { NUMBER($came) } arrivées
}.
door-search = Nom ou organisme
door-nobody = Aucune inscription pour l’instant.
door-check-in = Enregistrer l’arrivée
door-undo = Annuler
door-came-at = Arrivée : { $moment }
door-came-by = Enregistrée par { $name }
door-came-by-nobody = Enregistrée par un compte supprimé
door-not-registered = Cette personne n’a pas d’inscription confirmée. Adressez-vous à l’équipe d’organisation.
door-no-meetings = Plus aucun rendez-vous.
door-missing = Absence à ce rendez-vous
door-dossier = Tout sur cette personne
done-came = L’arrivée est enregistrée.
done-came-before = L’arrivée était déjà enregistrée. Vous voyez ici quand et par qui.
done-came-undone = L’enregistrement est annulé.
log-participant-came = Arrivée enregistrée
log-participant-came-undone = Enregistrement de l’arrivée annulé

walk-in = Une personne sans inscription
walk-in-lead = La personne est inscrite aussitôt et son arrivée enregistrée. Les autres ne la voient pas, et elle n’a consenti à rien.
walk-in-full = Toutes les places sont prises. Plus aucune inscription à l’accueil.
walk-in-beyond = Donner une place au-delà de la capacité
walk-in-do = Inscrire et enregistrer l’arrivée
done-walk-in = La personne est inscrite et son arrivée enregistrée.
problem-door-full = Toutes les places sont prises. Adressez-vous à l’équipe d’organisation, qui peut donner une place de plus.

participants-came = Arrivée
filter-came = arrivée enregistrée
filter-came-not = arrivée non enregistrée
data-came = Votre arrivée
data-came-undone = { $moment }, annulée { $undone }
stored-check-ins = Quand vous êtes arrivé à l’événement, et qui de l’équipe a enregistré votre arrivée
stored-check-ins-why = Pour que les organisateurs sachent qui est là et puissent aider les personnes qui attendent quelqu’un
