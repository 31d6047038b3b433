## rounds : tours de mise en relation, projets, paires imposées ou exclues, raisons d’un rendez-vous

nav-overview = Vue d’ensemble
nav-participants = Participants
nav-import = Import
nav-rounds = Mise en relation
nav-settings = Réglages

rounds-title = Tours de mise en relation
rounds-lead = Un tour de mise en relation rapproche vos participants par thème, par pays et selon leurs souhaits, et donne à chaque paire un créneau et une table. Vous voyez d’abord un projet ; personne ne reçoit d’e-mail avant la publication.
rounds-new = Nouveau tour
rounds-none = Il n’y a pas encore de tour. Lancez-en un : personne ne reçoit d’e-mail avant sa publication.
rounds-number = Tour
rounds-state = État
rounds-meetings = Rendez-vous
rounds-mutual = Souhaits réciproques
rounds-open = Points encore possibles
rounds-countries = Entre pays
rounds-groups = Entre groupes
rounds-below = Personnes sous le minimum
rounds-pairs = Binômes imposés ou exclus
round-title = Tour { $number }
round-state-running = En cours de calcul
round-state-draft = Projet
round-state-published = Publié
round-state-failed = Échoué
round-state-discarded = Abandonné
round-of = { $reached } sur { $bound } au plus
round-gap = { $percent } %
round-gap-unknown = inconnu
round-proven = Prouvé : aucun plan n’est meilleur pour les personnes présentes à un créneau.
round-enough = Pour les souhaits et les minimums, il est prouvé qu’on ne peut faire mieux. En points, aucun plan n’est meilleur de plus de 20 et d’un dix-millième : le calcul s’est arrêté là, car cela ne compte pas.

round-new-title = Nouveau tour de mise en relation
round-new-lead = Les réglages disent ce qui compte. Vous pouvez calculer autant de projets que vous voulez et les comparer.
round-pairing = Qui le tour peut-il mettre en relation ?
round-pairing-help = Un souhait est accepté lorsque les deux personnes souhaitent le rendez-vous. Les paires imposées comptent toujours.
round-pairing-whoever-fits = Toutes les personnes qui se conviennent ; les souhaits acceptés d’abord
round-pairing-accepted-wishes = Seulement les souhaits acceptés : le tour trouve les horaires et les tables
round-effort = Combien de temps chercher ?
round-effort-quick = Un premier aperçu
round-effort-standard = Normal
round-effort-thorough = À fond, pour le tour que vous publierez
round-wished-minimum = Rendez-vous que chacun doit obtenir au moins
round-most-meetings = Nombre maximal de rendez-vous par personne
round-most-meetings-help = Personne n’en reçoit plus qu’il ne l’a demandé, quel que soit ce réglage.
round-candidates = Candidats examinés pour chaque personne
round-candidates-help = Ne compte qu’au-delà de { $most } personnes ; sinon, un tour examine chaque paire permise.
round-mix = Doivent se mêler
round-mix-organisation-type = les types d’organismes
round-mix-participant-type = les types de participants
round-quota = Part minimale de rendez-vous croisés, en pour cent
round-quota-help = Laissez vide s’il n’y a pas de quota. Un tour qui ne peut le respecter le dit.
round-quota-of = Ce qui compte comme croisé
round-quota-of-countries = Deux pays
round-quota-of-groups = Deux des groupes qui doivent se mêler
round-other-quota = Part minimale de l’autre sorte, en pour cent
round-other-quota-help = Si la part ci-dessus porte sur les pays, celle-ci porte sur les groupes, et inversement. Laissez vide s’il n’y en a pas.
round-coverage = Rendez-vous que chacun doit avoir avec chaque autre groupe
round-coverage-help = Laissez vide si cela n’importe pas. Cela passe avant les souhaits. Si ce n’est pas possible pour tous, le tour en donne la raison.
round-shared-language = Seulement des paires qui ont une langue en commun
round-published-plan = Que peut-il advenir du plan déjà publié ?
round-published-plan-help = Au premier tour, rien n’est encore publié. Les rendez-vous commencés et ceux que deux personnes ont convenus elles-mêmes restent toujours.
round-published-plan-plan-anew = Tout planifier à nouveau : des rendez-vous peuvent changer ou disparaître
round-published-plan-fill-holes = Le garder : seulement combler les trous
round-published-plan-move-few = Le réparer : déplacer en plus un rendez-vous au maximum par rendez-vous perdu
round-repair-title = Réparer le plan publié
round-repair-lead = Après des annulations, des inscriptions tardives ou un programme modifié : ce qui peut encore avoir lieu reste. Vous voyez d’abord le résultat comme projet ; seules les personnes dont le plan change reçoivent un courriel.
round-repair-fill-holes = Combler les trous, ne déplacer personne
round-repair-move-few = Déplacer un rendez-vous au maximum par rendez-vous perdu
round-repair-changes = Ce projet répare le plan publié. { $lost ->
    [0] Tous ses rendez-vous peuvent avoir lieu,
    [one] Un de ses rendez-vous ne peut plus avoir lieu,
   *[other] { NUMBER($lost) } de ses rendez-vous ne peuvent plus avoir lieu,
  } { $moved ->
    [0] aucun n’est déplacé,
    [one] un est déplacé,
   *[other] { NUMBER($moved) } sont déplacés,
  } et le plan { $people ->
    [one] d’une personne
   *[other] de { NUMBER($people) } personnes
  } change.
round-repair-anew = Tout planifié à nouveau donnerait { $meetings } rendez-vous au lieu de { $here }, mais changerait le plan { $people ->
    [one] d’une personne
   *[other] de { NUMBER($people) } personnes
  }.
round-nothing-published = Il n’y a pas de plan publié. Publiez d’abord un tour.
round-publish-each = Ce qui change pour chaque personne
round-publish-find = Trouver une personne
round-publish-what = Changement
round-change-lost = { $when } : plus de rendez-vous avec { $name }
round-change-moved = { $when } au lieu de { $from } : rendez-vous avec { $name }
round-change-table = { $when } : autre table, rendez-vous avec { $name }
round-change-gained = { $when } : nouveau, rendez-vous avec { $name }
round-seed = Numéro de tirage
round-seed-help = Laissez vide pour en tirer un nouveau. Mêmes réglages, mêmes personnes et même numéro de tirage donnent le même tour.
round-weights = Ce qui fait un bon rendez-vous
round-weights-help = Des points pour chaque raison. Les raisons d’une paire s’additionnent et donnent son poids.
round-start = Calculer le tour
round-running = Le tour est en cours de calcul. Cette page affichera le brouillon dès qu’il sera prêt.
round-running-mail = Vous pouvez quitter cette page. Si le calcul dure, la personne qui a lancé le tour reçoit un courriel dès qu’il est prêt.
round-stopping = Le tour s’arrête. Le meilleur brouillon trouvé s’affiche ici dans quelques secondes.
round-step = En ce moment
round-step-flow = Qui devrait rencontrer qui
round-step-colouring = Attribution des créneaux
round-step-bound = Preuve de la qualité possible d’un plan
round-step-exchange = Échange de rendez-vous
round-step-reoptimise = Amélioration créneau par créneau
round-step-finish = Suppression des trous, attribution des tables
round-work-done = Recherche faite, sur l’étendue permise
round-stop = Arrêter et prendre le meilleur jusqu’ici
round-stopped = La recherche a été arrêtée avant la fin ; voici le meilleur projet trouvé jusque-là.
round-already-running = Le tour { $number } est en cours de calcul. Attendez qu’il soit prêt, ou abandonnez-le.
round-no-slots = Cet événement n’a pas encore de créneaux de rendez-vous. Ajoutez d’abord une plage de rendez-vous au programme.
round-too-many-slots = Cet événement a { $slots } créneaux ; un tour peut en avoir { $most } au plus. Allongez les créneaux ou retirez une plage de rendez-vous du programme.
round-failure = Le tour n’a pas pu être calculé. C’est une erreur du programme : prévenez la personne qui exploite ce serveur. Message : { $why }
round-conflict = Ces exigences ne peuvent être tenues ensemble : { $what }. Le projet en tient autant que possible.
round-conflict-pins = { $n ->
    [one] une paire imposée
   *[other] { NUMBER($n) } paires imposées
  }
round-conflict-quota = le quota, dont { $n } au plus peut être atteint
round-conflict-quota-and-pins = le quota et { $n } paires imposées
round-conflict-the-quota = le quota
round-conflict-quota-countries = la part entre pays, pour laquelle { $n } rendez-vous au plus peuvent compter
round-conflict-quota-groups = la part entre groupes, pour laquelle { $n } rendez-vous au plus peuvent compter
round-conflict-quotas = la part entre pays et la part entre groupes
round-conflict-frozen = { $n ->
    [one] un rendez-vous annoncé
   *[other] { NUMBER($n) } rendez-vous annoncés
  }
round-not-kept = Ceci n’est pas tenu, et la recherche n’a pas pu établir si c’est possible : { $what }.
round-frozen = Les tables ou les limites d’aujourd’hui ne laissent pas de place pour { $what } ; rien ne change à ce qui a été annoncé :
round-conflict-minimum = Ces { $people } personnes ont besoin de { $needs } rendez-vous pour atteindre ensemble le minimum ; { $most } au plus sont possibles :
round-repair-missed = La réparation garde le plan publié et ne tient donc pas ceci : { $what }.
round-ignored-pins = { $n ->
    [one] Une paire imposée a été laissée de côté
   *[other] { NUMBER($n) } paires imposées ont été laissées de côté
  } :
ignored-not-registered = { $name } n’est pas inscrit·e
ignored-excluded = Ce binôme n’est pas possible
ignored-slot-gone = Ce créneau n’existe plus
ignored-slot-begun = Ce créneau a commencé, et les deux n’y avaient pas de rendez-vous
ignored-away = { $name } est absent·e à ce moment
ignored-never-together = Les deux ne sont jamais présents en même temps
ignored-table-gone = Cette table n’existe plus
ignored-busy = { $name } a un autre rendez-vous à ce moment, qui reste ou qui est imposé
ignored-table-taken = Un autre rendez-vous, qui reste ou qui est imposé, est à cette table à ce moment
ignored-at-limit = { $name } a déjà autant de rendez-vous imposés, ou qui restent, que possible

round-sentence = { $people ->
    [one] Une personne a
   *[other] { NUMBER($people) } personnes ont
  } { $meetings ->
    [0] aucun rendez-vous.
    [one] un rendez-vous.
   *[other] { NUMBER($meetings) } rendez-vous.
  }
round-sentence-countries = { $n ->
    [one] L’un d’eux ({ $percent } %) est
   *[other] { NUMBER($n) } d’entre eux ({ $percent } %) sont
  } entre deux pays.
round-sentence-organisation-types = { $n ->
    [one] L’un d’eux ({ $percent } %) est
   *[other] { NUMBER($n) } d’entre eux ({ $percent } %) sont
  } entre deux types d’organisme.
round-sentence-participant-types = { $n ->
    [one] L’un d’eux ({ $percent } %) est
   *[other] { NUMBER($n) } d’entre eux ({ $percent } %) sont
  } entre deux types de participants.
round-sentence-below = { $people ->
    [one] Une personne a
   *[other] { NUMBER($people) } personnes ont
  } moins de rendez-vous que souhaité.
round-part-of = { $n } sur { $all }
round-part = { $n } ({ $percent } %)
round-obstacle-partners = { $people ->
    [one] Une personne peut rencontrer { $has } personnes au plus du groupe « { $group } » :
   *[other] { $people } personnes peuvent rencontrer { $has } personnes au plus du groupe « { $group } » :
}
round-obstacle-limit = { $people ->
    [one] Une personne peut avoir moins de rendez-vous qu’il n’en faut avec les autres groupes :
   *[other] { $people } personnes peuvent avoir moins de rendez-vous qu’il n’en faut avec les autres groupes :
}
round-obstacle-seats = Le groupe « { $group } » a { $seats } places de rendez-vous. { $people } personnes en ont besoin de { $asks }.
round-obstacle-together = Ces personnes ont besoin de { $asks } rendez-vous avec les groupes nommés. Aucun plan ne leur en donne plus de { $most } :
round-levels = Ce qui compte, dans cet ordre
round-levels-help = Un chiffre ne coûte jamais rien à celui qui le précède. « Au plus » est ce que ce calcul a prouvé, pas une estimation.
round-level-first = D’abord : les souhaits
round-level-groups = D’abord : chaque autre groupe
round-level-then-wishes = Puis : les souhaits
round-level-second = Puis : le minimum de chacun
round-level-third = Puis : les points
round-level-mutual = sur { $most } souhaits réciproques au plus
round-level-units = sur { $most } rendez-vous au plus qui comptent pour les autres groupes ; { $asked } demandés
round-level-minimum = sur { $most } rendez-vous au plus qui comptent pour le minimum ; { $wished } souhaités
round-level-points = sur { $most } points au plus
round-level-points-alone = points
round-level-best = Maximum, prouvé
round-level-open = { $n ->
    [one] Un seul manque peut-être
   *[other] { NUMBER($n) } manquent peut-être
  } : non prouvé
round-level-points-open = { $n } encore possibles, { $percent } % : non prouvé
round-nowhere = { $people ->
    [one] Une personne n’est présente à aucun créneau de rendez-vous.
   *[other] { NUMBER($people) } personnes ne sont présentes à aucun créneau de rendez-vous.
  }
round-nowhere-mend = Ce tour ne peut leur donner aucun rendez-vous, et ce qui est prouvé ci-dessous ne les compte pas. Elles ont été importées ou inscrites avant l’ajout de la plage de rendez-vous, ont décoché toutes les plages, ou participent à des sessions à toutes ces heures.
round-nowhere-way = Lancer un nouveau tour et les placer dans toutes les plages de rendez-vous
round-no-hours = { $people ->
    [one] Une personne n’a aucun créneau à une heure à laquelle elle a des rendez-vous.
   *[other] { NUMBER($people) } personnes n’ont aucun créneau à une heure à laquelle elles ont des rendez-vous.
  }
round-no-hours-mend = Ce tour ne peut leur donner aucun rendez-vous. Pour elles, tous les créneaux sont trop tôt ou trop tard dans la journée : ajoutez une plage de rendez-vous à une autre heure, ou demandez-leur d’élargir leurs heures de rendez-vous.
round-own-hours = Rendez-vous à l’heure de chacun
round-odd-hours = Pour { $odd } places sur { $all }, le rendez-vous commence avant 8 h ou après 20 h dans le fuseau de la personne.
round-own-hours-all = Heure par heure
round-own-hour = Début à leur propre heure
round-nowhere-ask = { $people ->
    [one] Une personne n’est présente à aucun créneau de rendez-vous
   *[other] { NUMBER($people) } personnes ne sont présentes à aucun créneau de rendez-vous
  }. Un tour ne peut leur donner aucun rendez-vous.
round-nowhere-question = Que faire des personnes qui ne sont présentes à aucun créneau ?
round-nowhere-help = Qui a été importé ou inscrit avant l’ajout de la plage de rendez-vous n’est dans aucune. Quelqu’un peut aussi avoir décoché toutes les plages.
round-nowhere-all = Les placer d’abord dans toutes les plages de rendez-vous
round-nowhere-leave = Les laisser en dehors de ce tour
problem-nowhere = { $people ->
    [one] Choisissez ce qu’il faut faire de la personne qui n’est présente à aucun créneau.
   *[other] Choisissez ce qu’il faut faire des { NUMBER($people) } personnes qui ne sont présentes à aucun créneau.
  }
round-names = Les noms
round-names-more = et { $n } de plus
round-names-all = Tous les noms
round-cause = La cause : { $cause }
round-made = Comment ce projet a été fait
round-made-whom = Qui il peut réunir
round-made-demands = Exigences
round-made-points = Points modifiés
round-made-points-usual = aucun : tout comme d’habitude
round-made-points-changed = { $n ->
    [one] une raison modifiée
   *[other] { NUMBER($n) } raisons modifiées
  }
round-made-term = { $term } { $now } (d’habitude { $usual })
round-made-plan = Le plan publié
round-made-limits = au moins { $least }, au plus { $most } rendez-vous par personne
round-made-quota-countries = au moins { $percent } % entre pays
round-made-quota-groups = au moins { $percent } % entre groupes
round-made-coverage = au moins { $n } avec chaque autre groupe
round-made-language = une langue commune
round-made-seed = numéro de tirage { $seed }
round-made-again = Les mêmes réglages, personnes et numéro de tirage donnent le même tour.
round-made-like = Nouveau tour avec ces réglages et ce numéro de tirage
round-effort-quick-short = rapide
round-effort-standard-short = normal
round-effort-thorough-short = approfondi
cause-one-organisation = tous sont d’un même organisme
cause-one-organisation-help = Toutes les personnes inscrites appartiennent au même organisme, et les personnes d’un même organisme ne sont pas réunies. Imposez des paires si elles doivent se rencontrer malgré tout.
cause-too-few-tables = il y a trop peu de tables
cause-too-few-slots = il y a trop peu de créneaux
cause-sum-tables = { $n ->
    [one] une table
   *[other] { NUMBER($n) } tables
  }
cause-sum-slots = { $n ->
    [one] un créneau
   *[other] { NUMBER($n) } créneaux
  }
cause-sum-meetings = { $n ->
    [one] un rendez-vous
   *[other] { NUMBER($n) } rendez-vous
  }
cause-places = Il y a de la place pour { $places } rendez-vous au plus, selon les tables et les personnes présentes à chaque créneau.
cause-needed = Il en faut { $needed } pour que chacun atteigne le minimum.
cause-needed-each = Il en faut { $needed } : { $people } personnes avec { $each } chacune.
cause-largest = Cela vaut pour { $people } des { $all } personnes qui ont trop peu de rendez-vous.
remedy-tables-least = { $below ->
    [0] Avec { $tables } tables, tout le monde atteindrait le minimum ; moins ne suffisent pas.
    [one] Avec { $tables } tables, tout le monde sauf une personne atteindrait le minimum ; moins ne suffisent pas.
   *[other] Avec { $tables } tables, tout le monde sauf { NUMBER($below) } personnes atteindrait le minimum ; moins ne suffisent pas.
  }
remedy-tables = { $below ->
    [0] Avec { $tables } tables, tout le monde atteindrait le minimum.
    [one] Avec { $tables } tables, tout le monde sauf une personne atteindrait le minimum.
   *[other] Avec { $tables } tables, tout le monde sauf { NUMBER($below) } personnes atteindrait le minimum.
  }
remedy-slots = { $below ->
    [0] Avec { $slots } créneaux en tout et autant de tables, tout le monde atteindrait le minimum, si tout le monde reste jusqu’au bout.
    [one] Avec { $slots } créneaux en tout et autant de tables, tout le monde sauf une personne atteindrait le minimum, si tout le monde reste jusqu’au bout.
   *[other] Avec { $slots } créneaux en tout et autant de tables, tout le monde sauf { NUMBER($below) } personnes atteindrait le minimum, si tout le monde reste jusqu’au bout.
  }
remedy-no-quota = { $below ->
    [0] Sans le quota, tout le monde atteindrait le minimum.
    [one] Sans le quota, tout le monde sauf une personne atteindrait le minimum.
   *[other] Sans le quota, tout le monde sauf { NUMBER($below) } personnes atteindrait le minimum.
  }
remedy-minimum = { $minimum ->
    [one] Un minimum d’un rendez-vous est tenu pour tous ceux qui peuvent l’avoir.
   *[other] Un minimum de { NUMBER($minimum) } rendez-vous est tenu pour tous ceux qui peuvent l’avoir.
  }
cause-nowhere = Présents à aucun créneau de rendez-vous
cause-outside-hours = Aucun créneau à une heure à laquelle elles ont des rendez-vous
cause-few-slots = Présents à trop peu de créneaux
cause-few-partners = Trop peu de personnes à rencontrer
cause-organisation = Les autres sont du même organisme
cause-language = Aucune langue commune avec assez d’autres personnes
cause-types = Les règles des types de participants laissent trop peu de personnes
cause-country = Les autres sont du même pays
cause-excluded = Trop de paires sont exclues ou déclinées
cause-no-accepted-wish = Ce tour ne réunit que les souhaits acceptés, et personne n’en a un avec cette personne
cause-tables-full = Toutes les tables sont prises
cause-quota = Le quota l’empêche
cause-taken = Quand les deux sont là, l’une des deux personnes a un autre rendez-vous
cause-partners-at-limit = Les personnes possibles ont autant de rendez-vous que souhaité ou permis
cause-never-together = Personne à rencontrer n’est là en même temps
cause-two-booths = Chacun reste à son propre stand
cause-pinned-elsewhere = Un rendez-vous imposé l’empêche
cause-begun = Les seuls créneaux restants ont commencé
cause-free = Le plan laisse de la place : ces personnes pourraient se rencontrer maintenant
cause-own-limit = Ne souhaitent pas d’autre rendez-vous
round-figures = Chiffres
round-figure-mutual = Souhaits réciproques exaucés
round-figure-goals = Rendez-vous jusqu’au minimum de chacun
round-figure-score = Points
round-figure-below = Personnes sous leur minimum
round-figure-one-way = Souhaits d’un seul côté exaucés
round-figure-countries = Rendez-vous entre pays
round-figure-organisation-types = Rendez-vous entre types d’organisme
round-figure-participant-types = Rendez-vous entre types de participants
round-figure-gaps = Trous entre les rendez-vous
round-figure-tables = Changements de table
round-changed-by-hand = Ce projet a été modifié à la main depuis son calcul.
round-everyone-has-enough = Chacun a autant de rendez-vous qu’il peut et souhaite en avoir.
round-served = Qui en a combien
round-served-lead = Combien de personnes ont tant de rendez-vous jusqu’à leur minimum, et combien pourraient au plus les avoir, si autant ont chaque nombre plus petit.
round-served-at-least = Au moins
round-served-at-most = Au plus possible
round-served-fairest = Aucun plan ne répartit les rendez-vous plus équitablement.
round-bound-candidates = Ce qui est démontré ici l’est des plans parmi les { $n } meilleurs candidats de chaque personne : au-delà de { $most } personnes, un tour n’examine pas chaque paire.
round-shortfalls = Personnes qui ont trop peu de rendez-vous
round-shortfall = { $has } sur { $wished }
round-why = Pourquoi
why-own-limit = { $cap ->
    [0] Ne souhaite aucun rendez-vous, ou le tour n’en permet aucun
    [one] A un rendez-vous, le plus qui soit souhaité ou permis par le tour
   *[other] A { NUMBER($cap) } rendez-vous, le plus qui soit souhaité ou permis par le tour
  }
why-own-slots = { $available ->
    [one] Est présent·e à un créneau et y a un rendez-vous
   *[other] Est présent·e à { NUMBER($available) } créneaux et a un rendez-vous à chacun
  }
why-everyone-met = { $partners ->
    [one] Rencontre le seul partenaire possible
   *[other] Rencontre les { NUMBER($partners) } partenaires possibles
  }
why-with = { $what } : { $n }
barrier-organisation = du même organisme : { $n }
barrier-language = sans langue commune : { $n }
barrier-types = de types qui ne se rencontrent pas : { $n }
barrier-country = du même pays : { $n }
barrier-excluded = exclus ou déclinés : { $n }
hindrance-no-common-slot = jamais présents en même temps
hindrance-two-booths = chacun reste à son stand
hindrance-partner-at-limit = a autant de rendez-vous que souhaité, ou que le tour le permet
hindrance-taken = à chaque créneau commun, l’une des deux personnes a un autre rendez-vous
hindrance-tables-full = toutes les tables sont prises aux créneaux restants
hindrance-quota = un rendez-vous non croisé de plus romprait le quota
hindrance-pinned-elsewhere = un rendez-vous imposé de l’une des deux personnes l’empêche
hindrance-begun = les seuls créneaux qui leur restent ont commencé
hindrance-free = les deux pourraient se rencontrer dans le plan actuel

round-board = Le plan
round-board-of = { $meetings ->
    [one] Un rendez-vous
   *[other] { NUMBER($meetings) } rendez-vous
  } sur { $slots } créneaux
round-board-shown = { $meetings ->
    [one] 1 rendez-vous de cette partie
   *[other] { NUMBER($meetings) } rendez-vous de cette partie
  }
round-board-tables = Tables
round-slots-all = Tous les créneaux
round-slot-choose = Créneau
round-slot-show = Afficher les tables
round-history = Modifications à la main
round-list = Tous les rendez-vous
round-when = Quand
round-table = Table
round-pair = Qui rencontre qui
round-weight = Points
round-find-person = Afficher les rendez-vous de
round-find-help = Une partie d’un nom ou d’un organisme
round-meeting-title = Un rendez-vous du tour { $number }
round-meeting-open = Raisons et modification
round-reasons = Pourquoi ils se rencontrent
round-reasons-sum = Somme
round-move = Le déplacer
round-move-slot = Créneau
round-move-table = Table
round-move-help = Seulement les créneaux où les deux personnes sont là et libres, et où une table l’est. Le déplacement ne change pas les points.
round-move-free = tables libres : { $tables }
round-move-more-gaps = { $n ->
    [one] un trou de plus entre leurs rendez-vous
   *[other] { NUMBER($n) } trous de plus entre leurs rendez-vous
  }
round-move-fewer-gaps = { $n ->
    [one] un trou de moins entre leurs rendez-vous
   *[other] { NUMBER($n) } trous de moins entre leurs rendez-vous
  }
round-move-table-help = Laissez vide pour la table actuelle, ou sinon la première qui est libre.
round-move-nowhere = Il n’y a pas d’autre créneau où les deux personnes sont là et libres, et où une table l’est.
round-move-do = Déplacer le rendez-vous
round-remove = Le retirer du projet
round-pin = Imposer : ils se rencontrent à chaque tour
round-pin-here = Imposer à ce créneau et à cette table
round-forbid = Exclure : ils ne se rencontrent jamais
round-forget = Oublier la règle
round-rule-pinned = Imposée
round-rule-forbidden = Exclue
change-no-meeting = Les deux n’ont plus de rendez-vous dans ce projet.
change-no-slot = Choisissez un créneau encore à venir.
change-moved = Quelqu’un a déplacé ce rendez-vous pendant que cette page était ouverte. Voici où il se trouve maintenant. Choisissez encore une fois.
change-away = { $name } n’est pas présent à ce moment. Choisissez un autre créneau.
change-busy = { $name } a un autre rendez-vous à ce moment. Choisissez un autre créneau.
change-no-table = Choisissez une table entre 1 et { $tables }.
change-table-taken = Cette table est prise à ce moment. Choisissez-en une autre.
change-no-draft = Seuls les projets peuvent être modifiés. Calculez un nouveau tour pour changer ce qui est publié.

round-publish = Publier ce tour
round-publish-title = Publier le tour { $number } ?
round-publish-lead = Le projet devient le planning de tous. Seules les personnes dont le planning change reçoivent un e-mail.
round-publish-all-the-same = Publier malgré tout…
round-publish-nowhere = { $people ->
    [one] Une personne n’est présente à aucun créneau et n’a aucun rendez-vous dans ce tour.
   *[other] { NUMBER($people) } personnes ne sont présentes à aucun créneau et n’ont aucun rendez-vous dans ce tour.
  } Placez-les d’abord dans les plages de rendez-vous, et lancez un nouveau tour.

compare-title = Tours côte à côte
compare-lead = Les lignes marquées ≠ diffèrent.
compare-differs = Diffère :
compare-do = Comparer les tours cochés
compare-tick = Comparer le tour { $number }
compare-two = Cochez au moins deux tours, { $most } au plus.
compare-asked = Ce qui était demandé
compare-given = Ce qui en résulte, dans cet ordre
compare-besides = En outre
compare-room = Tables × créneaux
compare-people = Personnes
compare-quota = Part minimale
compare-coverage = Avec chaque autre groupe
compare-units = Rendez-vous qui comptent pour les autres groupes
compare-nowhere = Personnes présentes à aucun créneau
compare-groups = Rendez-vous entre groupes
compare-bar = { $meetings ->
    [one] un rendez-vous
   *[other] { NUMBER($meetings) } rendez-vous
  } : { $people ->
    [one] une personne
   *[other] { NUMBER($people) } personnes
  }
compare-people-title = Pour qui cela change
compare-between = De { $before } à { $after }.
compare-others = { $people ->
    [0] Personne n’a autant de rendez-vous dans les deux en rencontrant d’autres personnes.
    [one] Une personne a autant de rendez-vous dans les deux, mais rencontre d’autres personnes.
   *[other] { NUMBER($people) } personnes ont autant de rendez-vous dans les deux, mais rencontrent d’autres personnes.
  }
compare-nobody = Personne n’a plus ni moins de rendez-vous.
compare-no-people = L’un des deux derniers tours a été abandonné, et ses rendez-vous avec lui.
round-publish-added = Nouveaux rendez-vous
round-publish-moved = Rendez-vous à un autre créneau ou à une autre table
round-publish-cancelled = Rendez-vous annulés
round-publish-unchanged = Rendez-vous inchangés
round-publish-people = Personnes dont le planning change
round-publish-do = { $people ->
    [one] Publier et écrire à une personne
   *[other] Publier et écrire à { NUMBER($people) } personnes
  }
round-publish-unmailed = Publier ; aucune de ces personnes n’a d’adresse e-mail
round-publish-nothing = Publier ; aucun planning ne change
round-publish-outdated = Ce projet est dépassé : ces rendez-vous ne sont plus possibles. Calculez un nouveau tour, ou déplacez-les à la main ou retirez-les du projet.
outdated-slot-begun = Ce créneau a commencé
outdated-busy = { $name } a un autre rendez-vous à ce moment
outdated-table-taken = Un autre rendez-vous est à cette table à ce moment
outdated-not-allowed = Les deux ne peuvent plus se rencontrer : ce binôme n’est pas possible, ou une règle l’interdit
outdated-above-limit = { $name } a plus de rendez-vous que possible : { $limit } au plus
round-discard = Abandonner ce projet
round-discard-title = Abandonner le tour { $number } ?
round-discard-lead = Il n’en reste que les réglages et le numéro de tirage.
round-discard-kept = { $meetings ->
    [0] Vous pouvez le restaurer pendant 24 heures. Ensuite, seuls ses réglages et son numéro de tirage restent dans la liste.
    [one] Vous pouvez le restaurer pendant 24 heures. Ensuite, son rendez-vous est effacé ; ses réglages et son numéro de tirage restent dans la liste.
   *[other] Vous pouvez le restaurer pendant 24 heures. Ensuite, ses { NUMBER($meetings) } rendez-vous sont effacés ; ses réglages et son numéro de tirage restent dans la liste.
  }
round-discard-by-hand = Il a été modifié à la main. Une fois effacées, un nouveau calcul ne refait pas ces modifications.
round-discard-do = Abandonner
done-round-published = Le tour est publié et les e-mails sont en route.
done-round-discarded = Le projet est abandonné.
done-round-stop-asked = Le tour s’arrête. Le meilleur brouillon trouvé est conservé.
done-round-stop-asked-before = L’arrêt du tour est déjà demandé. Il se termine dans quelques secondes.
round-publish-busy = Le tour n’a pas été publié : les données de l’événement ont changé plusieurs fois pendant la préparation. Veuillez réessayer.
change-busy-event = Rien n’a été modifié : les données de l’événement ont changé plusieurs fois en même temps. Veuillez réessayer.
done-round-changed = Le projet est modifié.
done-pair-saved = La règle vaut pour les prochains tours.

rescue-title = Quelqu’un n’est pas venu
rescue-lead = Cochez qui manque à ce créneau. Vous voyez de nouvelles paires pour les personnes qui attendent ; rien ne change pour les autres.
rescue-who = Qui n’est pas venu ?
rescue-search = Trouver une personne
rescue-search-do = Chercher des personnes
rescue-unseen = { $people ->
    [one] 1 autre personne cochée n’est pas sur cette page.
   *[other] { NUMBER($people) } autres personnes cochées ne sont pas sur cette page.
  }
rescue-find = Chercher de nouveaux partenaires
rescue-proposal = Nouvelles paires pour ce créneau
rescue-nobody-free = Personne qui convienne n’est libre à ce créneau.
rescue-still-waiting = Aucun partenaire n’a été trouvé pour :
rescue-do = Les réunir et envoyer les courriels
rescue-no-slots-left = Il n’y a plus de créneau : le dernier est passé.
rescue-nobody-expected = Personne n’a de rendez-vous à ce créneau.
rescue-no-slot = Ce créneau est passé. Choisissez-en un autre.
rescue-nobody-missed = Aucune de ces personnes n’a plus de rendez-vous à ce créneau.
done-rescued = Les personnes qui attendaient ont un nouveau rendez-vous ; les courriels sont en route.

pairs-title = Binômes imposés ou exclus
pairs-lead = Un binôme imposé se rencontre à chaque tour, si les deux personnes sont présentes en même temps. Un binôme exclu ne se rencontre jamais.
pairs-none = Aucun binôme n’est imposé ni exclu.
pairs-find = Trouver les binômes de
pairs-add = Ajouter une paire
pairs-person-a = L’une des deux personnes
pairs-person-b = L’autre personne
pairs-person-help = Nom, organisme, adresse e-mail ou code d’inscription
pairs-kind = Règle
pairs-save = Garder la règle
problem-pair-nobody = Aucune personne inscrite ne correspond. Vérifiez l’orthographe.
problem-pair-many = { $n } personnes correspondent. Indiquez l’adresse e-mail ou le code d’inscription.
problem-pair-same = C’est deux fois la même personne. Choisissez-en deux.
problem-choose-one = Choisissez une des possibilités.
problem-number-range = Indiquez un nombre entier entre { $min } et { $max }.

term-both-take-part = Les deux participent
term-mutual-wish = Souhaité par les deux
term-one-way-wish = Souhaité par l’un des deux
term-own-wish = Vous avez souhaité ce rendez-vous
term-their-wish = Cette personne a souhaité ce rendez-vous
term-offer-meets-seek = L’offre répond au besoin
term-both-ways = Dans les deux sens
term-shared-topic = Thèmes communs
term-near-topic = Thèmes proches
term-text-meets-text = Descriptions complémentaires
term-text-meets-topic = La description correspond à un thème
term-text-shared = Descriptions similaires
term-different-country = Pays différents
term-same-country = Même pays
term-group-mix = Groupes différents
term-types-want-each-other = Catégories que l’organisateur souhaite réunir
term-shared-language = Langue commune
term-limit = Au-delà de 1 000 points, rien ne compte
term-pin = Imposé par l’organisateur

change-other-tables = À cette heure, ces deux personnes ne peuvent s’asseoir qu’ici : { $tables }.
change-two-booths = À cette heure, les deux personnes restent à leur propre stand. Choisissez une heure à laquelle l’une d’elles n’y est pas.
