# Les questions propres à un événement.

# liste
nav-questions = Questions
questions-lead = Ce que vous demandez aux participants en plus des champs du formulaire. Les questions figurent à la fin de la première étape, dans cet ordre.
questions-empty = Cet événement ne pose pas encore de questions.
questions-facts = Comment la question est posée
questions-given = Réponses
questions-order = Ordre
questions-up = Monter
questions-down = Descendre
questions-new = Ajouter une question
questions-full = Cet événement a { NUMBER($most) } questions ; il ne peut pas en avoir plus. Supprimez une question sans réponse avant d’en ajouter une.
questions-closed = Fermée
questions-answers = { $count ->
    [0] Aucune réponse
    [one] 1 réponse
   *[other] { NUMBER($count) } réponses
}
questions-required = Obligatoire
questions-only-types = Seulement pour : { $types }
questions-only-if = Seulement avec « { $question } » : { $answer }
questions-unseen = Seule votre équipe voit les réponses
questions-life = { $days ->
    [0] Les réponses sont effacées le lendemain de l’événement
    [one] Les réponses sont effacées 1 jour après l’événement
   *[other] Les réponses sont effacées { NUMBER($days) } jours après l’événement
}
questions-counts-same = Même réponse : { NUMBER($points) } points dans un tour
questions-counts-different = Réponses différentes : { NUMBER($points) } points dans un tour
questions-ready = Questions prêtes à l’emploi
questions-ready-lead = Dans les langues de votre événement et comme la loi le demande : répondre est facultatif, seule votre équipe voit les réponses, et elles sont effacées tôt. Vous pouvez ensuite modifier les textes.
questions-own = Questions sur cet événement

# une question
question-new-title = Nouvelle question
question-title = Question
question-label = Question
question-label-help = Courte, telle qu’elle figure aussi dans les listes, par exemple « Secteur ».
question-help = Aide
question-help-help = Figure sous la question. Dites ici à quoi sert la réponse.
question-kind = Type de réponse
question-kind-fixed = Il y a des réponses ; le type ne change donc plus. Vous pouvez fermer cette question et en ajouter une autre.
question-kind-text = Une ligne de texte
question-kind-long-text = Plusieurs lignes de texte
question-kind-one = Un choix parmi plusieurs
question-kind-several = Plusieurs choix parmi plusieurs
question-kind-number = Un nombre entier
question-kind-date = Une date
question-kind-country = Un pays
question-kind-agree = Une case à cocher : « J’accepte »
question-choice = Choix { $number }
question-choice-help = Pour supprimer un choix que personne n’a fait, videz son champ.
question-choices = Nouveaux choix
question-choices-help = Pour « un choix » et « plusieurs choix » : un choix par ligne, { NUMBER($most) } au maximum.
question-choices-help-languages = Pour « un choix » et « plusieurs choix » : un choix par ligne, { NUMBER($most) } au maximum, dans chaque langue : { $form }
question-required = Une réponse est obligatoire
question-visible = Les autres participants voient les réponses
question-visible-help = Seulement les réponses des personnes visibles par les autres. Sinon, seule votre équipe voit les réponses.
question-types = Seulement pour ces catégories de participants
question-types-help = Sans case cochée, la question est posée à tout le monde.
question-condition = Seulement avec cette réponse à une question précédente
question-condition-help = Les autres n’ont pas à répondre.
question-condition-none = Toujours posée
question-condition-entry = { $question } : { $answer }
question-condition-country = le pays ci-dessous
question-condition-country-label = Pays de la condition
question-comparison = Dans un tour de mise en relation
question-comparison-help = Deux personnes obtiennent les points ensemble. Avec plusieurs choix, un choix commun suffit pour une même réponse.
question-comparison-none = Ne compte pas
question-comparison-same = La même réponse compte
question-comparison-different = Des réponses différentes comptent
question-points = Points
question-points-help = De 1 à { NUMBER($most) }, à côté des points des réglages du tour
question-life = Nombre de jours après l’événement jusqu’à l’effacement des réponses
question-life-help = { NUMBER($days) } au maximum. Sans nombre, les réponses sont conservées aussi longtemps que les autres données d’une personne.
question-purpose-access = Les réponses peuvent révéler l’état de santé. Répondre est donc facultatif, seule votre équipe voit la réponse, elle ne compte pas dans les tours et elle est effacée tôt (article 9 du RGPD).
question-purpose-food = Les réponses peuvent révéler l’état de santé ou la religion. Répondre est donc facultatif, seule votre équipe voit la réponse, elle ne compte pas dans les tours et elle est effacée tôt (article 9 du RGPD).
question-is-closed = Cette question est fermée : elle n’est plus posée.
question-closing = Fermer ou rouvrir
question-closing-lead = Une question fermée n’est plus posée. Les réponses restent.
question-close = Fermer cette question
question-open = Poser de nouveau cette question
remove-question-text = Personne n’a répondu à cette question. Elle disparaît du formulaire.

# à côté d’une question du formulaire
question-no-answer = Sans réponse
question-seen = Les autres participants voient la réponse si vous êtes visible par eux.
question-unseen = Seul l’organisateur voit la réponse.
question-kept = { $days ->
    [0] Elle est effacée le lendemain de l’événement.
    [one] Elle est effacée 1 jour après l’événement.
   *[other] Elle est effacée { NUMBER($days) } jours après l’événement.
}
question-consent-access = { $days ->
    [0] La réponse est facultative et peut révéler votre état de santé. En répondant, vous acceptez que l’organisateur l’utilise pour supprimer des obstacles. Elle est effacée le lendemain de l’événement. Vous pouvez la retirer à tout moment.
    [one] La réponse est facultative et peut révéler votre état de santé. En répondant, vous acceptez que l’organisateur l’utilise pour supprimer des obstacles. Elle est effacée 1 jour après l’événement. Vous pouvez la retirer à tout moment.
   *[other] La réponse est facultative et peut révéler votre état de santé. En répondant, vous acceptez que l’organisateur l’utilise pour supprimer des obstacles. Elle est effacée { NUMBER($days) } jours après l’événement. Vous pouvez la retirer à tout moment.
}
question-consent-food = { $days ->
    [0] La réponse est facultative et peut révéler votre état de santé ou votre religion. En répondant, vous acceptez que l’organisateur l’utilise pour commander les repas. Elle est effacée le lendemain de l’événement. Vous pouvez la retirer à tout moment.
    [one] La réponse est facultative et peut révéler votre état de santé ou votre religion. En répondant, vous acceptez que l’organisateur l’utilise pour commander les repas. Elle est effacée 1 jour après l’événement. Vous pouvez la retirer à tout moment.
   *[other] La réponse est facultative et peut révéler votre état de santé ou votre religion. En répondant, vous acceptez que l’organisateur l’utilise pour commander les repas. Elle est effacée { NUMBER($days) } jours après l’événement. Vous pouvez la retirer à tout moment.
}
question-only-types = Seulement si vous participez comme : { $types }.
question-only-if = Seulement si votre réponse à « { $question } » est « { $answer } ».

# questions prêtes à l’emploi
question-ready-access = Besoins d’accessibilité
question-ready-access-help = De quoi avez-vous besoin pour bien participer ? Par exemple une place pour un fauteuil roulant, la langue des signes ou une salle calme.
question-ready-access-add = Demander les besoins d’accessibilité
question-ready-access-lead = Une question à texte libre : ce dont les personnes ont besoin pour bien participer.
question-ready-food = Repas
question-ready-food-help = Que souhaitez-vous manger ?
question-ready-food-any = Je mange de tout
question-ready-food-vegetarian = Végétarien
question-ready-food-vegan = Végan
question-ready-food-else = Autre chose
question-ready-food-what = Quel autre repas ?
question-ready-food-what-help = Par exemple sans gluten, halal ou casher.
question-ready-food-add = Demander les repas
question-ready-food-lead = Deux questions : ce que les personnes mangent et, pour « autre chose », quoi.

# liste des participants, import, historique
participants-question = Réponse à une question
participants-answer = Réponse
participants-any-answer = Toute réponse
import-column-questions = Réponses aux questions de l’événement
change-untold = { $question } : modifié
log-question-added = Question ajoutée
log-question-changed = Question modifiée
log-question-closed = Question fermée
log-question-opened = Question rouverte
log-question-removed = Question supprimée
log-questions-arranged = Ordre des questions modifié

# tour
term-same-answer = Même réponse : { $question }
term-different-answer = Réponses différentes : { $question }
term-answers = Réponses aux questions de l’événement
round-questions = Vos propres questions
round-questions-help = Ces points s’ajoutent. Vous les fixez dans chaque question.

# registre des données personnelles
stored-needs = Réponses sur l’accessibilité et les repas
stored-needs-why = Pour supprimer des obstacles et commander les repas
stored-basis-explicit = Votre consentement explicite : article 6, paragraphe 1, point a, et article 9, paragraphe 2, point a, RGPD
stored-life-question = 14 jours après l’événement, si l’organisateur n’a rien fixé d’autre dans la question

# erreurs
problem-answer-missing = Répondez à cette question.
problem-question-label-missing = Saisissez la question en { $language }.
problem-question-twice = L’événement a déjà une question de ce nom. Choisissez un autre nom.
problem-question-kind-fixed = Cette question a des réponses ; son type ne peut pas changer. Fermez-la et ajoutez-en une autre.
problem-question-choice-used = Quelqu’un a fait ce choix, ou une autre question en dépend. Saisissez de nouveau son nom ; il ne peut pas être supprimé.
problem-question-choice-twice = Deux choix ont le même nom. Modifiez l’un d’eux.
problem-question-choices-many = Une question a au maximum { NUMBER($most) } choix. Supprimez-en.
problem-question-choices-few = Saisissez au moins deux choix.
problem-question-comparison-kind = Les textes ne se comparent pas dans un tour. Choisissez « Ne compte pas » ou un autre type de réponse.
problem-question-condition = Choisissez une réponse à une question placée avant celle-ci.
problem-question-life-missing = Indiquez après combien de jours les réponses sont effacées.
problem-question-life-promised = { NUMBER($days) } jours ont été annoncés aux participants. Saisissez un nombre qui ne dépasse pas celui-ci.
problem-question-sensitive = Les réponses sur l’accessibilité ou les repas sont facultatives, visibles par votre équipe seulement, et ne comptent pas dans les tours.
problem-question-visible-later = Les réponses ont été données à votre équipe seulement ; les autres ne peuvent donc pas les voir. Ajoutez une nouvelle question.
problem-question-decides = Une autre question dépend de la réponse à celle-ci. Modifiez d’abord cette condition.
problem-question-order = Une question reste sous la question dont elle dépend. Modifiez d’abord sa condition.
problem-question-answered = Cette question a des réponses ; elle ne peut pas être supprimée. Fermez-la.
problem-question-there = L’événement pose déjà cette question.
problem-questions-many = Un événement a au maximum { NUMBER($most) } questions. Supprimez une question sans réponse avant d’en ajouter une.
problem-type-asked = Une question n’est posée qu’à cette catégorie. Modifiez la question avant de supprimer la catégorie.
problem-import-choice = « { $value } » n’est pas un des choix : { $choices }
problem-import-one-choice = Indiquez un seul choix, pas « { $value } ».
problem-import-tick = Écrivez oui ou non, pas « { $value } ».
