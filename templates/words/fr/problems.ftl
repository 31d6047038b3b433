## problems: what to do about an answer

problem-name-missing = Indiquez votre nom.
problem-email-missing = Indiquez votre adresse électronique.
problem-email-form = Indiquez une adresse électronique comme nom@example.org.
problem-organisation-missing = Indiquez le nom de votre organisme.
problem-organisation-type-missing = Choisissez le type de votre organisme.
problem-country-missing = Choisissez votre pays.
problem-country-unknown = Choisissez un pays de la liste.
problem-participant-type-missing = Choisissez en tant que quoi vous participez.
problem-languages-missing = Choisissez au moins une langue dans laquelle vous pouvez vous entretenir.
problem-language-unknown = Nous ne connaissons pas la langue « { $language } ». Choisissez dans la liste.
problem-max-meetings = Indiquez un nombre entier de 0 à { $max }.
problem-consent-missing = Cochez la case si vous êtes d’accord. Sans votre accord, nous ne pouvons pas vous inscrire.
problem-too-long = Raccourcissez ce texte à { $max } caractères au plus. Il en compte { $length }.
problem-too-many-wishes = Vous avez déjà { $max } souhaits. Retirez-en un avant d’en ajouter un autre.
problem-registration-ended = Votre inscription est terminée : plus rien ne peut être modifié. Inscrivez-vous à nouveau si vous souhaitez venir.
problem-colour-form = Indiquez une couleur comme #0b5563.
problem-colour-contrast = Choisissez une couleur plus foncée. Celle-ci a un contraste de { $contrast } avec le blanc ; un texte demande au moins 4,5.
problem-slug = Utilisez de 2 à 60 lettres minuscules (a à z), chiffres et traits d’union, avec une lettre ou un chiffre aux deux extrémités.
problem-password-short = Choisissez un mot de passe d’au moins { $min } caractères. Plusieurs mots à la suite conviennent bien ; celui-ci en compte { $length }.
problem-password-long = Choisissez un mot de passe de { $max } caractères au plus. Celui-ci en compte { $length }.
problem-password-common = Beaucoup de gens utilisent ce mot de passe : il est deviné en premier. Choisissez plusieurs mots sans rapport entre eux.
problem-password-weak = Ce mot de passe est vite deviné. Choisissez plusieurs mots sans rapport entre eux, sans vos noms ni vos dates.
problem-password-present = Ce n’est pas votre mot de passe actuel. Saisissez-le à nouveau.
problem-account-exists = Il existe déjà un compte avec cette adresse.
