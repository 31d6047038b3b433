## setup: accounts of organisers

# signing in
login-title = Connexion
login-who = Pour les organisateurs. Les participants n’ont pas besoin de compte : leur lien personnel figure dans nos courriels.
login-first = Connectez-vous d’abord ; vous reviendrez ensuite là où vous étiez.
login-button = Se connecter
login-forgotten = Mot de passe oublié ?
problem-login = Adresse ou mot de passe incorrect. Vérifiez les deux ou demandez ci-dessous un nouveau mot de passe.
problem-login-wait = Trop de mots de passe incorrects. Attendez { $minutes } minutes ou demandez ci-dessous un nouveau mot de passe.
account-name = Nom
account-name-help = Le reste de l’équipe le voit.
account-email = Adresse e-mail
account-password = Mot de passe
account-new-password = Nouveau mot de passe
account-present-password = Mot de passe actuel
account-change-password = Changer de mot de passe
account-change-password-text = Vous devrez ensuite vous reconnecter dans chaque navigateur.
password-help = Au moins 12 caractères. Plusieurs mots sans rapport entre eux sont faciles à retenir et difficiles à deviner.
done-password = Votre mot de passe est enregistré. Connectez-vous avec celui-ci.
done-account = Votre compte est prêt. Commencez par votre premier événement.

# first account
setup-title = Créer le premier compte
setup-lead = Il permet de créer des événements et d’inviter d’autres personnes. Cette page ne fonctionne qu’une fois.
setup-button = Créer mon compte
setup-link-used = Le premier compte est créé. Connectez-vous avec celui-ci.
setup-link-other = Redémarrez le programme : il affiche un nouveau lien tant qu’il n’y a pas de compte.
link-fault-unknown = Ce lien est inconnu
link-fault-used = Ce lien a déjà servi
link-fault-expired = Ce lien est trop ancien

# forgotten password
password-ask-title = Nouveau mot de passe
password-ask-text = Nous vous envoyons un lien pour choisir un nouveau mot de passe.
password-ask-button = Envoyer le lien
password-sent-title = Consultez votre messagerie
password-sent-text = Si { $email } correspond à un compte, un courriel avec un lien est en route. Le lien est valable deux heures.
password-sent-none = Rien reçu après quelques minutes ? Regardez dans les indésirables ou adressez-vous à la personne qui vous a invité.
password-set-title = Choisir votre mot de passe
password-set-text = Pour le compte { $email }.
password-set-button = Enregistrer le mot de passe
password-link-text = Chaque lien ne sert qu’une fois et pour un temps limité. Demandez-en un nouveau.
password-link-way = Demander un nouveau lien
