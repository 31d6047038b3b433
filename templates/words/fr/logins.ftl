## logins: signing in, second factor, where one is signed in, accounts

# second page of the log-in
code-title = Code de votre application
code-text = Votre mot de passe est correct. Saisissez maintenant le code affiché par votre application, ou un code de secours.
code-label = Code
code-help = 6 chiffres de votre application, ou un code de secours.
code-back = Se connecter avec un autre compte
code-lost = Téléphone et codes de secours perdus ? Adressez-vous à la personne qui exploite le serveur : elle peut réinitialiser le second facteur.
problem-code = Ce code est incorrect ou a déjà servi. Attendez le suivant et saisissez-le.
done-login-ended = La connexion a pris trop de temps. Recommencez.
problem-code-slow =
    Trop de codes incorrects ont été saisis pour ce compte. Attendez { $minutes ->
        [one] 1 minute
        *[other] { $minutes } minutes
    }, puis saisissez le code affiché par l’application.
problem-login-slow =
    Trop de mots de passe incorrects ont été saisis pour ce compte. Attendez { $minutes ->
        [one] 1 minute
        *[other] { $minutes } minutes
    }, saisissez aussi le code de votre application ou demandez ci-dessous un nouveau mot de passe.
login-code-help = Si votre compte a un second facteur : avec le code, vous n’avez pas à attendre.

# second factor
factor-title = Second facteur
factor-lead = Avec un second facteur, votre mot de passe seul ne suffit plus pour vous connecter : il faut aussi un code affiché par une application de votre téléphone.
factor-none = Votre compte n’a pas encore de second facteur. Il vous faut une application de codes à usage unique, par exemple celle de votre gestionnaire de mots de passe.
factor-first = Un second facteur est exigé ici. Configurez-le ; vous reviendrez ensuite là où vous étiez.
factor-set-up = Configurer un second facteur
factor-on = Configuré le { $date } (UTC).
factor-codes-left =
    { $count ->
        [one] 1 code de secours n’a
        *[other] { $count } codes de secours n’ont
    } pas encore servi.
factor-codes-title = Codes de secours
factor-codes-text = Un code de secours vous permet de vous connecter sans votre téléphone. Chacun sert une fois. De nouveaux codes remplacent les précédents.
factor-codes-renew = Créer de nouveaux codes de secours
factor-change-title = Autre téléphone
factor-change-text = Le second facteur actuel reste valable jusqu’à ce que vous ayez confirmé le nouveau avec un code.
factor-change = Configurer une autre application ou un autre téléphone
factor-off-title = Désactiver
factor-off-text = Votre mot de passe suffira de nouveau. Vous recevrez un courriel à ce sujet.
factor-off = Désactiver le second facteur
done-factor-off = Le second facteur est désactivé.
done-factor-late = L’image de configuration n’est plus valable. Recommencez la configuration.
factor-app-title = Associer votre application
factor-app-open = Ouvrez sur votre téléphone une application de codes à usage unique et ajoutez-y un compte.
factor-app-read = Scannez cette image :
factor-app-picture = QR code contenant la clé secrète, également écrite ci-dessous
factor-app-type = Ou saisissez la clé secrète :
factor-app-here = Ouvrir dans une application de ce téléphone
factor-app-code = Saisissez le code que l’application affiche maintenant.
factor-app-code-help = 6 chiffres. Le second facteur ne compte qu’à partir de là.
factor-app-button = Activer le second facteur
problem-code-first = Ce code ne correspond pas. Vérifiez l’heure de votre téléphone et saisissez le code affiché maintenant.
recovery-title = Vos codes de secours
recovery-lead = Le second facteur est activé. Conservez ces 10 codes séparément de votre téléphone : l’un d’eux vous permettra de vous connecter si vous le perdez.
recovery-once = Cette page n’affiche les codes que maintenant. Chacun sert une fois.
recovery-kept = J’ai conservé les codes
team-factor = Toute l’équipe doit avoir un second facteur
team-factor-help = Toute personne qui n’en a pas le configure avant d’accéder à cet événement.
team-factor-on = Toute l’équipe doit avoir un second facteur.
team-factor-off = Aucun second facteur n’est exigé.
log-event-second-factor = Second facteur exigé ou non

# showing again who one is
prove-title = Est-ce bien vous ?
prove-text = Une personne qui trouve votre navigateur ouvert pourrait aussi le faire. Montrez donc encore une fois que c’est bien vous.
prove-kept = Ce que vous avez saisi est conservé.
proved-title = Merci, vous pouvez continuer
proved-form = Ce que vous avez saisi est toujours là. Le bouton l’envoie.
proved-send = Envoyer maintenant
proved-file = Vous pouvez maintenant télécharger le fichier.
proved-get = Télécharger le fichier
error-prove-first-title = Veuillez montrer que c’est bien vous
error-prove-first-text = Votre mot de passe ou un code est demandé.
error-factor-first-title = Veuillez configurer un second facteur
error-factor-first-text = Un second facteur est exigé ici.
error-send-again-secret = Veuillez le saisir de nouveau : un mot de passe ou un code n’est jamais écrit dans une page.
problem-proof-wait = Trop de mots de passe incorrects. Attendez un quart d’heure, ou déconnectez-vous et demandez un nouveau mot de passe.

# where one is logged in
logins-title = Vos connexions
logins-lead = Vous êtes connecté avec ces navigateurs. Les heures sont en UTC.
logins-browser = Navigateur
logins-since = Depuis
logins-seen = Vu pour la dernière fois
logins-this = Ce navigateur
logins-end = Déconnecter
logins-end-others = Déconnecter partout ailleurs
logins-unknown = Navigateur inconnu
logins-strange = L’un d’eux n’est pas le vôtre ? Déconnectez-le et changez de mot de passe.
done-login-gone = Déconnecté.

# mails about an account
outbox-kind-account-notice = Avis concernant un compte
mail-notice-when = Compte { $email }, { $date } UTC.
mail-notice-after = C’était vous ? Alors vous n’avez rien à faire. Sinon : déconnectez tous les autres navigateurs et changez de mot de passe.
mail-notice-action = Voir mes connexions
mail-notice-browser-subject = Nouveau navigateur connecté
mail-notice-browser-text = Un navigateur jusque-là inconnu s’est connecté à votre compte : { $browser }.
mail-notice-password-subject = Votre mot de passe a été modifié
mail-notice-password-text = Votre compte a un nouveau mot de passe. Tous les navigateurs sont déconnectés.
mail-notice-factor-on-subject = Second facteur activé
mail-notice-factor-on-text = Votre compte demande désormais aussi un code de votre application à la connexion. Tous les autres navigateurs sont déconnectés.
mail-notice-factor-off-subject = Second facteur désactivé
mail-notice-factor-off-text = Le mot de passe seul suffit désormais pour votre compte.
mail-notice-codes-subject = Nouveaux codes de secours
mail-notice-codes-text = Votre compte a de nouveaux codes de secours. Les précédents ne sont plus valables.
mail-notice-recovery-subject = Un code de secours a été utilisé
mail-notice-recovery-text =
    Un code de secours de votre compte a été utilisé. { $count ->
        [one] 1 code n’a
        *[other] { $count } codes n’ont
    } pas encore servi.
mail-notice-failures-subject = De nombreux mots de passe incorrects
mail-notice-failures-text = De nombreux mots de passe ou codes incorrects ont été saisis pour votre compte. Les nouvelles tentatives sont ralenties ; votre compte reste ouvert.
mail-notice-failures-after = Dans un navigateur où vous vous êtes déjà connecté, cela ne change rien. Ailleurs, le code de votre application ou un nouveau mot de passe vous aidera. Un second facteur protège votre compte même si quelqu’un devine le mot de passe.
mail-notice-failures-action = Choisir un nouveau mot de passe

# invitations to a team, or to have an account
team-invited = Invitations en attente
team-invited-until = Valable jusqu’au
team-withdraw = Retirer
team-invitation-title = Invitation à rejoindre une équipe
team-invitation-lead = { $name } vous invite à rejoindre l’équipe de « { $event } ».
team-invitation-lead-server = Vous êtes invité à rejoindre l’équipe de « { $event } ».
account-invitation-lead = { $name } vous invite à ouvrir ici un compte pour organiser des événements.
account-invitation-lead-server = Une invitation à ouvrir ici un compte pour organiser des événements vous est adressée.
team-invitation-new = Vous créez ainsi un compte pour { $email }.
team-invitation-log-in = Un compte existe ici pour { $email }. Connectez-vous avec celui-ci pour accepter l’invitation.
team-invitation-accept = Accepter l’invitation
team-invitation-decline = Décliner
team-invitation-declined = Vous avez décliné l’invitation
team-invitation-declined-text = Vous n’avez rien d’autre à faire.
team-invitation-gone = L’invitation a reçu une réponse, a été retirée ou a expiré, ou la personne qui invite n’en a plus le droit. Demandez-en une nouvelle si nécessaire.
done-joined = Bienvenue. L’invitation est acceptée.
log-organiser-joined = A rejoint l’équipe
log-organiser-declined = A décliné l’invitation à rejoindre l’équipe
log-organiser-withdrawn = Invitation à rejoindre l’équipe retirée
outbox-kind-account-invited = Invitation à rejoindre l’équipe
mail-team-invited-subject = Invitation à rejoindre l’équipe de « { $event } »
mail-account-invited-subject = Invitation à ouvrir un compte
mail-team-invited-action = Voir l’invitation
mail-team-invited-after = Vous pouvez y accepter ou décliner. L’invitation est valable { $days } jours ; rien ne change tant que vous n’acceptez pas.
mail-footer-account-invited = Vous recevez ce courriel parce que cette adresse a été invitée sur { $address }.
team-factor-save = Enregistrer pour l’équipe

# all accounts
accounts-title = Comptes
accounts-find = Trouver un compte
accounts-lead = Toutes les personnes qui organisent ici des événements.
accounts-what = Particularités
accounts-admin = Administration
accounts-deactivated = Désactivé
accounts-invite-text = La personne reçoit un courriel avec un lien et crée elle-même son compte.
accounts-invite = Inviter
accounts-make-admin = Donner les droits d’administration
accounts-unmake-admin = Retirer les droits d’administration
accounts-reset-factor = Réinitialiser le second facteur
accounts-deactivate = Désactiver le compte
accounts-reactivate = Réactiver le compte
accounts-delete = Supprimer le compte
accounts-admin-text = L’administration voit et modifie tous les événements et tous les comptes.
accounts-deactivate-text = Un compte désactivé est aussitôt déconnecté partout et garde ses rôles jusqu’à sa réactivation.
accounts-delete-text = Le compte de { $name } ({ $email }) est supprimé avec tous ses rôles. Le journal indiquera « Compte supprimé ».
accounts-delete-events = Ces événements n’ont pas d’autre responsable ; ils vous reviendront :
done-account-deleted = Le compte est supprimé.
problem-last-admin = C’est le dernier compte d’administration. Donnez d’abord ces droits à quelqu’un d’autre.
problem-own-account = Vous ne pouvez ni désactiver ni supprimer votre propre compte. Un autre compte d’administration peut le faire.
problem-login-deactivated = Ce compte est désactivé. Adressez-vous à l’administration.
actor-deleted = Compte supprimé
