//! Made-up people: given and family names of each language area, and e-mail addresses at reserved domains (RFC 2606).

use rand::RngExt;
use rand::rngs::StdRng;

use super::lots::pick;

/// Names of one language area; lists are separated by commas.
struct Names {
    women: &'static str,
    men: &'static str,
    /// Family names; where women bear another form it follows a slash.
    families: &'static str,
}

/// The language areas whose names are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Area {
    German,
    French,
    Dutch,
    Italian,
    Spanish,
    Portuguese,
    Polish,
    Czech,
    Hungarian,
    Adriatic,
    Romanian,
    Bulgarian,
    Greek,
    Nordic,
    Finnish,
    Estonian,
    Latvian,
    Lithuanian,
    Irish,
    Maltese,
    Turkish,
}

fn names(area: Area) -> Names {
    match area {
        Area::German => Names {
            women: "Anja,Birgit,Claudia,Franziska,Greta,Heike,Johanna,Katharina,Lena,Marlene,Nadine,Petra,Silke,Theresa,Ulrike,Verena",
            men: "Andreas,Bernd,Christoph,Dieter,Florian,Georg,Holger,Jürgen,Lukas,Matthias,Niklas,Oliver,Rainer,Stefan,Thorsten,Wolfgang",
            families: "Ahrens,Bäcker,Brandstätter,Dörfler,Eichinger,Falkenberg,Gärtner,Hohmann,Jäger,Kessler,Kühne,Lindemann,Maurer,Niedermayer,Oppermann,Pfeiffer,Reuter,Rössler,Sailer,Steinbach,Thalheim,Ullrich,Vogt,Weißmann,Wiesner,Zeller,Zimmerer,Öhler",
        },
        Area::French => Names {
            women: "Adèle,Aurélie,Camille,Céline,Élodie,Hélène,Juliette,Léa,Manon,Margaux,Nathalie,Océane,Pauline,Sylvie,Valérie,Zoé",
            men: "Antoine,Baptiste,Cédric,Émile,Fabien,Guillaume,Jérôme,Jean-Luc,Laurent,Mathieu,Nicolas,Olivier,Pascal,Rémi,Sébastien,Thibault",
            families: "Aubry,Barbier,Besson,Chevallier,Colin,Delaunay,Deschamps,Duhamel,Fabre,Garnier,Guérin,Hébert,Jacquet,Lacroix,Lefèvre,Lemoine,Marchand,Mercier,Noël,Pelletier,Perrot,Renaud,Rousselle,Seguin,Tessier,Vasseur,Vidal,Lévêque",
        },
        Area::Dutch => Names {
            women: "Anouk,Britt,Fenna,Hanneke,Ilse,Jolien,Lotte,Marijke,Nienke,Roos,Sanne,Veerle",
            men: "Bart,Coen,Daan,Geert,Jeroen,Joris,Kasper,Maarten,Pieter,Ruben,Sander,Wout",
            families: "van den Berg,Bakker,de Clercq,Dijkstra,Goossens,Hendriks,Janssens,Kuipers,van Leeuwen,Maes,Mulder,Peeters,de Ruiter,Smeets,Verhoeven,Vermeulen,van der Velde,Willems",
        },
        Area::Italian => Names {
            women: "Alessia,Beatrice,Chiara,Elena,Federica,Giulia,Ilaria,Lucia,Martina,Nicoletta,Paola,Serena,Silvia,Valentina",
            men: "Alessandro,Carlo,Davide,Enrico,Fabio,Gianluca,Lorenzo,Marco,Niccolò,Paolo,Riccardo,Simone,Stefano,Tommaso",
            families: "Barbieri,Bellini,Benedetti,Caruso,Colombo,D'Angelo,De Luca,Fabbri,Ferraro,Galli,Gentile,Lombardi,Marchetti,Martinelli,Moretti,Orsini,Pellegrini,Ricciardi,Rinaldi,Santoro,Serra,Tedesco,Valenti,Zanetti",
        },
        Area::Spanish => Names {
            women: "Alba,Ana Belén,Begoña,Carmen,Inés,Itziar,Laura,Lucía,Marta,Montserrat,Nuria,Pilar,Rocío,Sofía",
            men: "Álvaro,Andrés,Carlos,Diego,Enrique,Gonzalo,Íñigo,Javier,Jordi,Luis,Manuel,Pablo,Raúl,Sergio",
            families: "Aguirre,Alonso,Bermúdez,Blanco,Calvo,Castaño,Cortés,Domínguez,Echeverría,Fuentes,Gallego,Ibáñez,Iglesias,Lozano,Márquez,Molina,Núñez,Ortega,Pascual,Peña,Quintana,Roldán,Sáez,Vicente,Zubiri",
        },
        Area::Portuguese => Names {
            women: "Ana,Beatriz,Catarina,Filipa,Inês,Joana,Mariana,Marta,Rita,Teresa",
            men: "André,Bruno,Duarte,Gonçalo,João,Miguel,Nuno,Pedro,Rui,Tiago",
            families: "Almeida,Azevedo,Barbosa,Cardoso,Carvalho,Coelho,Esteves,Figueiredo,Guimarães,Magalhães,Moreira,Nogueira,Pacheco,Queirós,Simões,Teixeira",
        },
        Area::Polish => Names {
            women: "Agnieszka,Barbara,Elżbieta,Ewa,Joanna,Justyna,Katarzyna,Magdalena,Małgorzata,Monika,Patrycja,Zofia",
            men: "Adam,Bartosz,Grzegorz,Jakub,Łukasz,Marcin,Michał,Paweł,Piotr,Rafał,Tomasz,Wojciech",
            families: "Baran,Borkowski/Borkowska,Czarnecki/Czarnecka,Dąbek,Gajewski/Gajewska,Górski/Górska,Jabłoński/Jabłońska,Kaczmarek,Krawczyk,Lis,Majewski/Majewska,Mazurek,Olszewski/Olszewska,Pietrzak,Sikorski/Sikorska,Szczepański/Szczepańska,Urbański/Urbańska,Wilk,Wróbel,Zając",
        },
        Area::Czech => Names {
            women: "Alena,Barbora,Hana,Ivana,Jana,Kateřina,Lenka,Lucie,Markéta,Petra,Tereza,Zuzana",
            men: "Filip,Jakub,Jan,Jiří,Karel,Lukáš,Martin,Milan,Ondřej,Pavel,Tomáš,Vojtěch",
            families: "Bartoš/Bartošová,Beneš/Benešová,Černý/Černá,Doležal/Doležalová,Fiala/Fialová,Hájek/Hájková,Horák/Horáková,Kolář/Kolářová,Kříž/Křížová,Marek/Marková,Navrátil/Navrátilová,Pokorný/Pokorná,Růžička/Růžičková,Sedláček/Sedláčková,Šimek/Šimková,Vávra/Vávrová,Zeman/Zemanová",
        },
        Area::Hungarian => Names {
            women: "Ágnes,Anikó,Boglárka,Dóra,Eszter,Ildikó,Judit,Katalin,Réka,Zsuzsanna",
            men: "András,Balázs,Bence,Csaba,Dániel,Gábor,István,László,Péter,Zoltán",
            families: "Bíró,Csonka,Erdélyi,Fodor,Gulyás,Hegedűs,Juhász,Kelemen,Lukács,Mészáros,Orsós,Pásztor,Székely,Takács,Vörös,Zsoldos",
        },
        Area::Adriatic => Names {
            women: "Ana,Dragana,Ivana,Jelena,Katarina,Maja,Mateja,Nataša,Petra,Sanja,Tanja,Vesna",
            men: "Aleš,Boštjan,Dejan,Goran,Ivan,Luka,Marko,Matej,Miloš,Nikola,Tomislav,Zoran",
            families: "Babić,Božič,Dimitrijević,Hribar,Janković,Jurić,Kolar,Kos,Lukić,Marković,Mlakar,Pavlović,Perić,Potočnik,Savić,Stojanović,Tomić,Vidmar,Zupan,Živković",
        },
        Area::Romanian => Names {
            women: "Adriana,Andreea,Camelia,Daniela,Elena,Gabriela,Ioana,Mihaela,Ruxandra,Simona",
            men: "Adrian,Bogdan,Cristian,Dragoș,Florin,Gheorghe,Ionuț,Mihai,Radu,Vlad",
            families: "Albu,Bălan,Ciobanu,Constantin,Diaconu,Dobre,Enache,Ghiță,Lupu,Manea,Mocanu,Neagu,Oprea,Păun,Rusu,Ștefănescu,Țurcanu,Voicu",
        },
        Area::Bulgarian => Names {
            women: "Boryana,Daniela,Elitsa,Gergana,Mariya,Nadezhda,Radostina,Rositsa,Tsvetelina,Yana",
            men: "Boyan,Dimitar,Georgi,Hristo,Ivaylo,Kaloyan,Nikolay,Plamen,Stoyan,Vasil",
            families: "Angelov/Angelova,Atanasov/Atanasova,Borisov/Borisova,Dobrev/Dobreva,Hristov/Hristova,Iliev/Ilieva,Kolev/Koleva,Marinov/Marinova,Mihaylov/Mihaylova,Pavlov/Pavlova,Rusev/Ruseva,Stanchev/Stancheva,Todorov/Todorova,Tsonev/Tsoneva,Yordanov/Yordanova,Zhelev/Zheleva",
        },
        Area::Greek => Names {
            women: "Aikaterini,Anastasia,Chrysoula,Despina,Eleni,Evangelia,Ioanna,Konstantina,Sofia,Vasiliki",
            men: "Alexandros,Athanasios,Christos,Dimitrios,Georgios,Ioannis,Konstantinos,Nikolaos,Panagiotis,Stavros",
            families: "Alexiou,Anagnostou,Charalampidis/Charalampidou,Dimitriadis/Dimitriadou,Economou,Georgiadis/Georgiadou,Ioannidis/Ioannidou,Karagiannis/Karagianni,Katsaros/Katsarou,Kouris/Kouri,Makris/Makri,Nikolaidis/Nikolaidou,Papageorgiou,Samaras/Samara,Theodorou,Vlachos/Vlachou",
        },
        Area::Nordic => Names {
            women: "Astrid,Birgitte,Ebba,Freja,Gunilla,Ingrid,Karin,Kristine,Linnea,Mette,Signe,Åsa",
            men: "Anders,Bjørn,Erik,Fredrik,Håkan,Jens,Lars,Magnus,Mikkel,Nils,Søren,Torbjörn",
            families: "Ahlström,Berggren,Bjerke,Bruun,Dahlgren,Ekström,Fjeld,Forsberg,Grønlund,Haugen,Holmgaard,Kjær,Lindqvist,Lund,Mørk,Nordby,Nyström,Ravn,Sandvik,Skov,Solberg,Østergaard",
        },
        Area::Finnish => Names {
            women: "Aino,Elina,Hanna,Johanna,Kaisa,Laura,Minna,Päivi,Riikka,Sanna",
            men: "Antti,Eero,Heikki,Jari,Jukka,Kalle,Markku,Mikko,Pekka,Timo",
            families: "Aaltonen,Hakala,Heinonen,Jokinen,Kallio,Karjalainen,Koivisto,Lehtinen,Mäkelä,Niskanen,Peltonen,Rautio,Salonen,Tuominen,Väisänen,Ylönen",
        },
        Area::Estonian => Names {
            women: "Anneli,Kadri,Kristiina,Liis,Maarja,Piret,Triin,Ülle",
            men: "Andres,Indrek,Jaan,Kalle,Mart,Priit,Rein,Tõnu",
            families: "Kask,Kukk,Laur,Lepik,Mägi,Oja,Põld,Pärn,Raudsepp,Saar,Tamme,Vaher",
        },
        Area::Latvian => Names {
            women: "Aiga,Dace,Ilze,Inese,Kristīne,Laura,Līga,Sanita",
            men: "Aivars,Edgars,Gatis,Jānis,Kaspars,Mārtiņš,Uldis,Valdis",
            families: "Balodis/Balode,Bērziņš/Bērziņa,Eglītis/Eglīte,Jansons/Jansone,Kalniņš/Kalniņa,Krūmiņš/Krūmiņa,Liepiņš/Liepiņa,Ozols/Ozola,Priede,Vītols/Vītola,Zariņš/Zariņa",
        },
        Area::Lithuanian => Names {
            women: "Asta,Daiva,Eglė,Gintarė,Jurgita,Rasa,Rūta,Vaida",
            men: "Andrius,Darius,Gediminas,Jonas,Linas,Mindaugas,Tomas,Vytautas",
            families: "Balčiūnas/Balčiūnienė,Butkus/Butkienė,Jankauskas/Jankauskienė,Kairys/Kairienė,Mažeika/Mažeikienė,Paulauskas/Paulauskienė,Petrauskas/Petrauskienė,Rimkus/Rimkienė,Stankevičius/Stankevičienė,Urbonas/Urbonienė,Žukas/Žukienė",
        },
        Area::Irish => Names {
            women: "Aisling,Aoife,Ciara,Fionnuala,Gráinne,Niamh,Orla,Siobhán",
            men: "Ciarán,Conor,Declan,Eoin,Fergal,Niall,Oisín,Pádraig",
            families: "Brennan,Byrne,Doyle,Fitzgerald,Gallagher,Healy,Keane,MacNamara,Nolan,O'Brien,O'Donnell,Sweeney",
        },
        Area::Maltese => Names {
            women: "Claire,Doreen,Graziella,Josianne,Maria,Rita",
            men: "Carmelo,Joseph,Karl,Mario,Nazzareno,Raymond",
            families: "Abela,Attard,Borg,Camilleri,Cassar,Farrugia,Galea,Micallef,Spiteri,Vella,Zammit,Żahra",
        },
        Area::Turkish => Names {
            women: "Aslı,Ayşe,Burcu,Elif,Gülşen,İpek,Selin,Zeynep",
            men: "Ahmet,Barış,Cem,Emre,Kerem,Mehmet,Onur,Serkan",
            families: "Aksoy,Arslan,Bulut,Çetin,Demirci,Doğan,Erdem,Güneş,Kılıç,Öztürk,Şahin,Taş,Uçar,Yıldız",
        },
    }
}

/// A person's name in two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PersonName {
    pub given: String,
    pub family: String,
}

/// Makes up a person of a language area.
pub(super) fn person(area: Area, rng: &mut StdRng) -> PersonName {
    let names = names(area);
    let is_woman = rng.random_bool(0.5);
    let given = pick_listed(if is_woman { names.women } else { names.men }, rng);
    let family = pick_listed(names.families, rng);
    let family = match family.split_once('/') {
        Some((_, woman)) if is_woman => woman,
        Some((man, _)) => man,
        None => family,
    };
    PersonName { given: given.to_string(), family: family.to_string() }
}

fn pick_listed<'a>(list: &'a str, rng: &mut StdRng) -> &'a str {
    let all: Vec<&str> = list.split(',').collect();
    pick(&all, rng).copied().unwrap_or_default()
}

/// A text as it would stand in an address: ASCII letters, digits and single hyphens.
pub(super) fn ascii(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut plain = String::new();
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' => plain.push('d'),
            'ı' => plain.push('i'),
            'a'..='z' | '0'..='9' => plain.push(c),
            ' ' | '-' | '.' | '&' | '/' if !plain.ends_with('-') => plain.push('-'),
            _ => {}
        }
    }
    plain.trim_matches('-').to_string()
}
