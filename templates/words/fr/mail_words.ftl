# Les mots d’un événement dans les courriels qu’il envoie de lui-même.

nav-mail-words = Courriels automatiques
mail-words-lead = L’événement envoie ces courriels de lui-même. Dans chacun, vous pouvez ajouter vos propres mots, avant et après le texte habituel.
mail-words-own = Vos mots en
mail-words-lacking = rien en { $languages }
mail-words-registration = Inscription
mail-words-invitations = Invitations
mail-words-meetings = Rendez-vous
mail-words-days = L’événement et ses jours
mail-words-links = Liens et adresses
mail-words-form-lead = Ce que vous écrivez ici se place avant et après le texte habituel. Le texte habituel, les informations et les liens restent. Si vous laissez une langue vide, le courriel part sans vos mots dans cette langue. Les courriels déjà dans la boîte d’envoi ne changent pas.
mail-words-before = Avant le texte habituel
mail-words-after = Après le texte habituel
mail-words-look = Aperçu
mail-words-unsaved = Rien n’est encore enregistré. Vous voyez ci-dessous les courriels avec ce que vous avez saisi.
mail-words-example = Pour une personne inscrite, s’il y en a une. Ce que l’événement n’a pas encore, par exemple un rendez-vous, est inventé. Les liens n’ouvrent les pages de personne.
mail-words-made-up = Une personne inventée : personne ne lit encore cette langue
mail-words-test-text = Le courriel dans chaque langue de l’événement part à { $address }, tel qu’il est enregistré et sans fichier d’agenda.
example-name = Camille Exemple
example-partner = Dominique Modèle
example-organisation = Organisme exemple
example-reference = ABCD2345
example-session = Accueil
log-mail-words-changed = Mots propres dans un courriel automatique modifiés
log-mail-words-tested = Test d’un courriel automatique envoyé
