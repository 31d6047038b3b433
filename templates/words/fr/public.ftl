## public: pages for everybody

# errors
error-way-home = Vers la page d’accueil
error-request = Si vous nous écrivez à ce sujet, indiquez le numéro { $id }.
error-not-found-title = Cette page n’existe pas ici
error-not-found-text = Veuillez vérifier l’adresse. L’événement a peut-être changé de nom ou n’est pas encore public.
error-forbidden-title = Vous n’avez pas accès à cette page
error-forbidden-text = Votre compte ne permet pas cette action ici. Demandez le rôle nécessaire à une personne propriétaire de l’événement.
error-cross-site-title = Ce formulaire vient d’un autre site
error-cross-site-text = Pour votre sécurité, rien n’a été modifié. Veuillez ouvrir la page ici et remplir à nouveau le formulaire.
error-send-again-title = Veuillez envoyer encore une fois
error-send-again-text = La page est restée longtemps ouverte, ou votre navigateur n’accepte pas les cookies. Rien de ce que vous avez saisi n’est perdu : appuyez sur le bouton.
error-send-again-file = Votre navigateur ne conserve pas le fichier choisi. Revenez en arrière, choisissez-le à nouveau et envoyez le formulaire.
error-send-again-button = Envoyer à nouveau
error-bad-request-title = Nous n’avons pas pu lire votre envoi
error-bad-request-text = La connexion a peut-être été interrompue. Veuillez revenir en arrière et réessayer.
error-method-title = Cette adresse ne sert pas à cela
error-method-text = Veuillez passer par la page d’accueil ou par le lien de votre courriel.
error-too-large-title = C’est trop à la fois
error-too-large-text = Veuillez revenir en arrière et raccourcir vos textes, ou choisir un fichier plus petit.
error-too-many-title = Trop de demandes à la fois
error-too-many-text = Un très grand nombre de formulaires est arrivé de votre réseau en peu de temps. Veuillez patienter une minute, revenir en arrière et renvoyer le vôtre.
error-sign-in-title = Veuillez vous connecter
error-sign-in-text = Cette page est réservée aux organisateurs.
error-link-needed-title = Veuillez ouvrir votre lien personnel
error-link-needed-text = Cette page appartient à une seule personne. Ouvrez-la avec le lien de l’un de nos courriels, ou demandez un nouveau lien.
error-link-needed-way = M’envoyer un nouveau lien
error-unavailable-title = Nous revenons dans un instant
error-unavailable-text = La base de données ne répond pas. Veuillez réessayer dans une minute ; ce que vous venez d’envoyer n’a pas été enregistré.
error-fault-title = Une erreur s’est produite de notre côté
error-fault-text = Vous n’y êtes pour rien. Veuillez revenir en arrière et réessayer ; si cela se reproduit, écrivez à l’organisateur.

# what a page says after a form
done-saved = Vos modifications sont enregistrées.
done-wish = Votre souhait est noté. Il comptera lors de la planification des rendez-vous.
done-block = Vous ne serez pas mis en relation avec cette personne. Elle n’en saura rien.
done-taken-back = C’est retiré.
done-cancelled = Votre inscription est annulée.
done-signed-out = Vous êtes déconnecté.
done-sent = L’envoi est en route.

# front page
home-title = Événements
home-lead = Inscrivez-vous, dites qui vous aimeriez rencontrer, et venez avec un programme.

privacy-title = Protection des données
accessibility-title = Accessibilité
