## problems: what to do about an answer

problem-name-missing = Indiquez votre nom.
problem-registration-flood = De très nombreuses inscriptions arrivent en même temps. Vos réponses sont conservées ici : veuillez renvoyer le formulaire dans une heure.
problem-email-missing = Indiquez votre adresse électronique.
problem-email-form = Indiquez une adresse électronique comme nom@example.org.
problem-moment = Indiquez une date et une heure comme 01/03/2027 12:00.
problem-registration-closes-first = Indiquez un moment après l’ouverture.
problem-address-same = C’est déjà l’adresse actuelle. Indiquez-en une autre.
problem-address-often = Un courriel vient d’être envoyé à cette adresse, ou trop aujourd’hui. Attendez quelques minutes, ou réessayez demain.
problem-human = Un champ invisible a été rempli, peut-être par votre navigateur. Cochez « Je suis une personne » et envoyez à nouveau le formulaire.
problem-email-several = Indiquez une seule adresse.
problem-email-local = La partie avant le @ ({ $part }) ne peut contenir que des lettres sans accent, des chiffres et des signes comme . - _. Utilisez une autre adresse.
problem-email-slip = Vouliez-vous dire { $meant } ?
problem-organisation-missing = Indiquez le nom de votre organisme.
problem-organisation-type-missing = Choisissez le type de votre organisme.
problem-country-missing = Choisissez votre pays.
problem-country-unknown = Choisissez un pays de la liste.
problem-participant-type-missing = Choisissez en tant que quoi vous participez.
problem-languages-missing = Choisissez au moins une langue dans laquelle vous pouvez vous entretenir.
problem-language-unknown = Nous ne connaissons pas la langue « { $language } ». Choisissez dans la liste.
problem-max-meetings = Indiquez un nombre entier de 0 à { $max }.
problem-name-page = « { $part } » ressemble à l’adresse d’une page. Indiquez seulement le nom de la personne.
problem-too-long = Raccourcissez ce texte à { $max } caractères au plus. Il en compte { $length }.
problem-too-many-wishes = Vous avez déjà { $max } souhaits. Retirez-en un avant d’en ajouter un autre.
problem-registration-ended = Votre inscription est terminée : plus rien ne peut être modifié. Inscrivez-vous à nouveau si vous souhaitez venir.
problem-their-registration-ended = Cette inscription est terminée : plus rien ne peut y être modifié.
problem-colour-form = Indiquez une couleur comme #0b5563.
problem-colour-contrast = Choisissez une couleur plus foncée. Celle-ci a un contraste de { $contrast } avec le blanc ; un texte demande au moins 4,5.
problem-slug = Utilisez de 2 à 60 lettres minuscules (a à z), chiffres et traits d’union, avec une lettre ou un chiffre aux deux extrémités.
problem-password-short = Choisissez un mot de passe d’au moins { $min } caractères. Plusieurs mots à la suite conviennent bien ; celui-ci en compte { $length }.
problem-password-long = Choisissez un mot de passe de { $max } caractères au plus. Celui-ci en compte { $length }.
problem-password-common = Beaucoup de gens utilisent ce mot de passe : il est deviné en premier. Choisissez plusieurs mots sans rapport entre eux.
problem-password-weak = Ce mot de passe est vite deviné. Choisissez plusieurs mots sans rapport entre eux, sans vos noms ni vos dates.
problem-password-present = Ce n’est pas votre mot de passe actuel. Saisissez-le à nouveau.
problem-account-exists = Il existe déjà un compte avec cette adresse.

# problems of organisers' forms
problem-already-organiser = Cette personne fait déjà partie de l’équipe. Modifiez son rôle dans la liste ci-dessus.
problem-role-missing = Choisissez un rôle.
problem-last-owner = Un événement a besoin d’un propriétaire. Donnez d’abord ce rôle à quelqu’un d’autre.
problem-no-address = Cette personne n’a pas d’adresse e-mail.
problem-main-language = Choisissez la langue principale.
problem-event-name-missing = Saisissez le nom de l’événement dans cette langue : { $language }.
problem-title-missing = Saisissez un titre dans cette langue : { $language }.
problem-label-missing = Saisissez un nom dans cette langue : { $language }.
problem-organiser-name-missing = Indiquez qui invite.
problem-slug-needed = Ce nom ne permet pas de former une adresse. Saisissez un nom dans les adresses, par exemple cluster-2026.
problem-changed-meanwhile = { $who ->
    [yourself] Vous avez modifié cette réponse
    [participant] La personne inscrite a modifié cette réponse
    [organiser] L’organisateur a modifié cette réponse
    [somebody] Cette réponse a été modifiée
   *[other] { $who } a modifié cette réponse
  } pendant que cette page était ouverte{ $time ->
    [none] .
   *[other] , à { $time }.
  } { $empty ->
    [yes] Elle est maintenant vide.
   *[no] Elle est maintenant : « { $value } ».
  } Enregistrez encore une fois pour que la vôtre soit retenue.
problem-slug-taken = Un autre événement porte déjà ce nom dans les adresses. Choisissez-en un autre, par exemple avec l’année.
problem-slug-published = L’événement a déjà été ouvert et des courriels contiennent son adresse. Conservez ce nom tel quel.
problem-date = Saisissez une date, par exemple 22/11/2026.
problem-date-far = Choisissez un jour de l’événement, ou au plus { $days } jours avant ou après.
problem-ends-before-start = Le dernier jour précède le premier. Saisissez un jour ultérieur.
problem-event-too-long = Un événement dure moins de { $days } jours. Créez-en plusieurs.
problem-time-zone-agenda = Le programme contient déjà des heures, qui se décaleraient. Supprimez d’abord sessions et plages, ou gardez le fuseau.
problem-venue-missing = Choisissez où ont lieu les rendez-vous.
problem-place-missing = Saisissez le lieu, par exemple un bâtiment et une ville.
problem-room-link = Saisissez une adresse commençant par https:// et contenant {"{"}meeting{"}"}, par exemple https://meet.example.org/{"{"}meeting{"}"}.
problem-calendar-mode = Choisissez comment les rendez-vous arrivent dans l’agenda.
problem-number = Saisissez un nombre entier de { $least } à { $most }.
problem-draft-registrations = { $registrations } personnes se sont manifestées ; ce ne peut plus être un brouillon. Fermez-le plutôt.
problem-open-over = L’événement est passé. Saisissez une date ultérieure dans les réglages avant de l’ouvrir.
problem-time = Saisissez une heure, par exemple 14:30.
problem-time-skipped = Ce jour-là, les horloges de { $zone } sautent { $time }. Choisissez une heure avant ou après.
problem-ends-at-start = La fin est identique au début. Saisissez une heure ultérieure.
problem-session-too-long = Une session dure au plus 16 heures. Vérifiez les deux heures ou créez-en une par jour.
problem-block-too-long = Le dernier créneau finit plus de 16 heures après le début du premier. Réduisez le nombre ou créez une plage par jour.
problem-blocks-overlap = À cette heure-là, il y a déjà la plage « { $label } ». Choisissez d’autres heures : nul ne peut être à deux rendez-vous à la fois.
problem-blocks-many = Un événement compte au plus { $most } plages de rendez-vous.
problem-sessions-many = Un événement compte au plus { $most } sessions.
problem-types-many = Un événement compte au plus { $most } types de participants.
problem-type-twice = Il existe déjà un type de ce nom. Choisissez-en un autre.
problem-topic-merge = Choisissez le thème qui reste : un autre, et aucun sous celui-ci.
problem-topic-twice = Il existe déjà un thème de ce nom. Choisissez-en un autre.
problem-topics-missing = Saisissez au moins un thème.
problem-topics-many = Un événement compte au plus { $most } thèmes. Raccourcissez la liste.
problem-topic-orphan = La ligne { $line } dépend d’un thème au-dessus, mais il n’y en a pas. Commencez par une ligne sans tiret ni espace.
problem-topic-languages = La ligne { $line } contient plus de noms que l’événement n’a de langues ({ $languages }). Retirez le surplus après « | ».
problem-topic-first-language = Il manque à la ligne { $line } le nom dans la langue principale. Écrivez-le avant le premier « | ».
problem-topic-long = Raccourcissez un nom à la ligne { $line } à { $max } caractères au plus.
problem-address-taken = Une autre inscription à cet événement a cette adresse. Indiquez-en une autre, ou annulez d’abord cette inscription.
problem-barrier-missing = Dites en une phrase ce qui ne fonctionne pas.
problem-page-address = Saisissez une adresse qui commence par https://, par exemple https://example.org/facile.
problem-answer-number = Saisissez un nombre entier de { NUMBER($min) } à { NUMBER($max) }.
problem-answer-date = Saisissez une date au format année-mois-jour, par exemple 2026-11-22.
problem-time-zone = Choisissez un fuseau horaire dans la liste. Les fichiers en donnent le nom, par exemple Europe/Paris.
problem-day-hours = Indiquez de quelle heure à quelle heure, à l’heure ou à la demi-heure, par exemple 08:00-20:00.
problem-web-address-scheme = Saisissez une adresse qui commence par https://
problem-web-address-form = Saisissez une adresse web comme https://www.exemple.org
problem-trial-public = L’événement est déjà public. Créez un nouvel événement pour faire des essais.
problem-trial-round = Le tour de mise en relation { $number } est en cours de calcul. Arrêtez-le ou attendez qu’il soit terminé.
problem-trial-over = L’essai est terminé.
problem-trial-clock = Un élément de cet événement porte une date postérieure à maintenant : l’horloge du serveur a été reculée. Réessayez plus tard.
problem-publish-draft = L’événement est un brouillon : personne ne serait informé du plan. Ouvrez-le d’abord, ou essayez-le : pendant un essai, vous pouvez publier sans que personne hors de votre équipe ne l’apprenne.

problem-no-tables = Cet événement n’a pas de tables. Indiquez d’abord leur nombre dans les réglages.
problem-list-empty = Collez au moins une ligne qui commence par le numéro d’une table.
problem-list-number = Ligne { $line } : { $text ->
    [none] elle ne commence pas par un numéro.
   *[other] « { $text } » n’est pas une table. Les tables ont les numéros 1 à { $last } ; leur nombre figure dans les réglages de l’événement.
  }
problem-list-twice = Ligne { $line } : la table { $number } figure déjà à la ligne { $first }.
problem-list-long = Ligne { $line } : un nom ou une zone dépasse { $max } caractères.
problem-list-type = Ligne { $line } : il n’y a pas de type de participants « { $text } ».
problem-list-address = Ligne { $line } : « { $text } » n’est pas une adresse e-mail.
problem-list-nobody = Ligne { $line } : personne de cet événement n’a l’adresse { $text }.
problem-list-too-long = La liste est trop longue. Reprenez-la en parties d’au plus { NUMBER($max) } caractères.
