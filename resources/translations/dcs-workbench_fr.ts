<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AnswerFindBar</name>
    <message>
        <source>Find in answer</source>
        <translation>Rechercher dans la réponse</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Makes the call that the answer&apos;s Location names, once; it is recorded as a call of its own</source>
        <translation>Fait une fois l’appel que nomme l’en-tête Location de la réponse&#x202f;; il est enregistré comme un appel à part</translation>
    </message>
</context>
<context>
    <name>AnswerSummary</name>
    <message>
        <source>Status:</source>
        <translation>Statut&#xa0;:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Durée&#xa0;:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Taille&#xa0;:</translation>
    </message>
    <message>
        <source>Transaction:</source>
        <translation>Transaction&#xa0;:</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy transaction</source>
        <translation>Copier la transaction</translation>
    </message>
    <message>
        <source>User:</source>
        <translation>Utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>Use for the next call</source>
        <translation>Utiliser pour le prochain appel</translation>
    </message>
    <message>
        <source>Put this user ID into the call</source>
        <translation>Mettre cet ID utilisateur dans l’appel</translation>
    </message>
    <message>
        <source>Region:</source>
        <translation>Région&#xa0;:</translation>
    </message>
    <message>
        <source>Switch to this region</source>
        <translation>Passer à cette région</translation>
    </message>
    <message>
        <source>Send the next call to the region where the user&apos;s profile lives</source>
        <translation>Envoyer le prochain appel à la région où se trouve le profil de l’utilisateur</translation>
    </message>
    <message>
        <source>Parts of the answer</source>
        <translation>Parties de la réponse</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Copier la cellule</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message>
        <source>Domain &amp;alias</source>
        <translation>A&amp;lias du domaine</translation>
    </message>
    <message>
        <source>acme</source>
        <translation>acme</translation>
    </message>
    <message>
        <source>The partner&apos;s subdomain: it travels in the Host header</source>
        <translation>Le sous-domaine du partenaire&#xa0;: il voyage dans l’en-tête Host</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Région</translation>
    </message>
    <message>
        <source>The cluster that the connection goes to: use the region of the user&apos;s last answer</source>
        <translation>La grappe de serveurs à laquelle se connecter&#xa0;: prenez la région de la dernière réponse pour cet utilisateur</translation>
    </message>
    <message>
        <source>Co&amp;nnect to the alias itself</source>
        <translation>&amp;Connexion à l’alias même</translation>
    </message>
    <message>
        <source>Connect to alias.demdex.net instead of a region: DNS then picks the region</source>
        <translation>Se connecter à alias.demdex.net au lieu d’une région&#xa0;: le DNS choisit alors la région</translation>
    </message>
    <message>
        <source>Connection h&amp;ost</source>
        <translation>&amp;Hôte de connexion</translation>
    </message>
    <message>
        <source>The name to connect to; the certificate must cover it</source>
        <translation>Le nom auquel se connecter&#x202f;; le certificat doit le couvrir</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Scheme</source>
        <translation>&amp;Schéma</translation>
    </message>
    <message>
        <source>https</source>
        <translation>https</translation>
    </message>
    <message>
        <source>http</source>
        <translation>http</translation>
    </message>
    <message>
        <source>&amp;GET</source>
        <translation>&amp;GET</translation>
    </message>
    <message>
        <source>POST</source>
        <translation>POST</translation>
    </message>
    <message>
        <source>User I&amp;Ds</source>
        <translation>ID u&amp;tilisateur</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add ID</source>
        <translation>Ajouter un ID</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove ID</source>
        <translation>Supprimer l’ID</translation>
    </message>
    <message>
        <source>User IDs</source>
        <translation>ID utilisateur</translation>
    </message>
    <message>
        <source>Signa&amp;ls</source>
        <translation>Sig&amp;naux</translation>
    </message>
    <message>
        <source>Add signal</source>
        <translation>Ajouter un signal</translation>
    </message>
    <message>
        <source>Remove signal</source>
        <translation>Supprimer le signal</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signaux</translation>
    </message>
    <message>
        <source>&amp;JSON answer</source>
        <translation>Réponse &amp;JSON</translation>
    </message>
    <message>
        <source>d_rtbd=json: without it the DCS answers with a pixel or nothing</source>
        <translation>d_rtbd=json&#xa0;: sans lui, le DCS répond par un pixel ou par rien</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>d_dst=1: return URL and cookie destinations</source>
        <translation>d_dst=1&#xa0;: renvoyer les destinations d’URL et de cookie</translation>
    </message>
    <message>
        <source>Traits and segments</source>
        <translation>Traits et segments</translation>
    </message>
    <message>
        <source>not returned</source>
        <translation>non renvoyés</translation>
    </message>
    <message>
        <source>d_cts=1</source>
        <translation>d_cts=1</translation>
    </message>
    <message>
        <source>d_cts=2</source>
        <translation>d_cts=2</translation>
    </message>
    <message>
        <source>Call&amp;back</source>
        <translation>Call&amp;back</translation>
    </message>
    <message>
        <source>d_cb: name of the JavaScript function to wrap the answer in</source>
        <translation>d_cb&#xa0;: nom de la fonction JavaScript qui doit envelopper la réponse</translation>
    </message>
    <message>
        <source>Plat&amp;form</source>
        <translation>Plat&amp;eforme</translation>
    </message>
</context>
<context>
    <name>CallTab</name>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Méthode</translation>
    </message>
    <message>
        <source>GET sends the parameters in the URL, POST in the body</source>
        <translation>GET envoie les paramètres dans l’URL, POST dans le corps</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>The whole call as a URL. Paste a URL, a curl line or a raw request to read it in</source>
        <translation>L’appel entier sous forme d’URL. Collez une URL, une ligne curl ou une requête brute pour la lire</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send this call once (Ctrl+Enter)</source>
        <translation>Envoyer cet appel une seule fois (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Give up waiting for the answer (Esc)</source>
        <translation>Ne plus attendre la réponse (Échap)</translation>
    </message>
    <message>
        <source>Host:</source>
        <translation>Host&#xa0;:</translation>
    </message>
    <message>
        <source>The Host header: it names the partner</source>
        <translation>L’en-tête Host&#xa0;: il désigne le partenaire</translation>
    </message>
    <message>
        <source>Connects to:</source>
        <translation>Vers&#xa0;:</translation>
    </message>
    <message>
        <source>Where the connection really goes</source>
        <translation>Où va réellement la connexion</translation>
    </message>
    <message>
        <source>TLS name:</source>
        <translation>Nom TLS&#xa0;:</translation>
    </message>
    <message>
        <source>The name that the server&apos;s certificate must cover</source>
        <translation>Le nom que le certificat du serveur doit couvrir</translation>
    </message>
    <message>
        <source>INSECURE: the certificate is not checked</source>
        <translation>NON SÉCURISÉ&#xa0;: le certificat n’est pas vérifié</translation>
    </message>
    <message>
        <source>Env&amp;ironment</source>
        <translation>En&amp;vironnement</translation>
    </message>
    <message>
        <source>Values for {{variables}}, from http-client.env.json of the workspace</source>
        <translation>Valeurs des {{variables}}, lues dans http-client.env.json de l’espace de travail</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Taille&#xa0;:</translation>
    </message>
    <message>
        <source>Call parts</source>
        <translation>Parties de l’appel</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Expect</source>
        <translation>Attentes</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Wire</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare answers</source>
        <translation>Comparer des réponses</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Before: file…</source>
        <translation>Avant&#xa0;: fichier…</translation>
    </message>
    <message>
        <source>Before: history number</source>
        <translation>Avant&#xa0;: n° d’historique</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>After: file…</source>
        <translation>Après&#xa0;: fichier…</translation>
    </message>
    <message>
        <source>After: history number</source>
        <translation>Après&#xa0;: n° d’historique</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Permuter</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>nothing chosen</source>
        <translation>rien de choisi</translation>
    </message>
    <message>
        <source>Answers of the open calls, the newest calls of the history, and what was read from files</source>
        <translation>Réponses des appels ouverts, appels les plus récents de l’historique et ce qui a été lu dans des fichiers</translation>
    </message>
    <message>
        <source>Paths such as $.tid, $.dests[*].id or $..id and names of headers or parameters, with commas between them</source>
        <translation>Chemins tels que $.tid, $.dests[*].id ou $..id et noms d’en-têtes ou de paramètres, séparés par des virgules</translation>
    </message>
    <message>
        <source>Ignore times</source>
        <translation>Ignorer les dates</translation>
    </message>
    <message>
        <source>Dates, and seconds under a key that names a time, may differ</source>
        <translation>Les dates, et les secondes sous une clé qui désigne un moment, peuvent différer</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Changed by another program</source>
        <translation>Modifié par un autre programme</translation>
    </message>
    <message>
        <source>Lines of both versions</source>
        <translation>Lignes des deux versions</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Garder la mienne</translation>
    </message>
    <message>
        <source>Write your version over the one in the file</source>
        <translation>Écrire votre version par-dessus celle du fichier</translation>
    </message>
    <message>
        <source>&amp;Take theirs</source>
        <translation>&amp;Prendre la leur</translation>
    </message>
    <message>
        <source>Give up your edits and open what stands in the file</source>
        <translation>Abandonner vos modifications et ouvrir ce que contient le fichier</translation>
    </message>
    <message>
        <source>Save mine as a &amp;new preset…</source>
        <translation>Enregistrer comme &amp;nouveau préréglage…</translation>
    </message>
    <message>
        <source>Both versions stay</source>
        <translation>Les deux versions restent</translation>
    </message>
</context>
<context>
    <name>CopyAsDialog</name>
    <message>
        <source>Save call as file</source>
        <translation>Enregistrer l’appel dans un fichier</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Mask identifiers</source>
        <translation>&amp;Masquer les identifiants</translation>
    </message>
    <message>
        <source>Letters and digits of user and device IDs become x</source>
        <translation>Les lettres et chiffres des ID d’utilisateur et d’appareil deviennent des x</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
</context>
<context>
    <name>EnvironmentDialog</name>
    <message>
        <source>How the environment&apos;s calls travel</source>
        <translation>Acheminement des appels de l’environnement</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>none, system, http://user:{{$keychain name}}@host:port, socks5://…</source>
        <translation>none, system, http://user:{{$keychain nom}}@hôte:port</translation>
    </message>
    <message>
        <source>C&amp;A file</source>
        <translation>Fichier d’&amp;AC</translation>
    </message>
    <message>
        <source>PEM, trusted instead of the system&apos;s store</source>
        <translation>PEM, approuvé à la place du magasin du système</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose CA file</source>
        <translation>Choisir le fichier d’AC</translation>
    </message>
    <message>
        <source>Client &amp;certificate</source>
        <translation>&amp;Certificat client</translation>
    </message>
    <message>
        <source>PEM</source>
        <translation>PEM</translation>
    </message>
    <message>
        <source>Choose client certificate</source>
        <translation>Choisir le certificat client</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>C&amp;lé client</translation>
    </message>
    <message>
        <source>PEM; without it the key of the certificate&apos;s file</source>
        <translation>PEM&#x202f;; sans lui, la clé du fichier du certificat</translation>
    </message>
    <message>
        <source>Choose client key</source>
        <translation>Choisir la clé client</translation>
    </message>
    <message>
        <source>K&amp;eep cookies and send them back</source>
        <translation>&amp;Garder les cookies et les renvoyer</translation>
    </message>
    <message>
        <source>What an answer sets is sent again with the next call to that host; the wire view shows it</source>
        <translation>Ce qu’une réponse pose est renvoyé avec l’appel suivant vers cet hôte&#x202f;; l’onglet Octets le montre</translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation>Cookies</translation>
    </message>
    <message>
        <source>C&amp;lear cookies…</source>
        <translation>&amp;Vider les cookies…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
</context>
<context>
    <name>EnvironmentsDialog</name>
    <message>
        <source>Environments</source>
        <translation>Environnements</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Environnement</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nouveau…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>{{name}} in any field of a call stands for its value</source>
        <translation>{{nom}} dans un champ d’un appel représente sa valeur</translation>
    </message>
    <message>
        <source>&amp;Add value</source>
        <translation>&amp;Ajouter une valeur</translation>
    </message>
    <message>
        <source>Re&amp;move value</source>
        <translation>Re&amp;tirer la valeur</translation>
    </message>
    <message>
        <source>&amp;Live: its calls count for real users</source>
        <translation>&amp;Production&#xa0;: ses appels comptent pour de vrais utilisateurs</translation>
    </message>
    <message>
        <source>Paints Send and the title; the first call of a session asks once</source>
        <translation>Colore Envoyer et le titre&#x202f;; le premier appel d’une session demande une fois</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Couleur</translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>&amp;Oublier</translation>
    </message>
</context>
<context>
    <name>ExpectPanel</name>
    <message>
        <source>Expectations</source>
        <translation>Attentes</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>Add an expectation</source>
        <translation>Ajouter une attente</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove the selected expectation</source>
        <translation>Supprimer l’attente sélectionnée</translation>
    </message>
    <message>
        <source>One line each: status == 200, uuid exists, region == 9, trait 420020, no errors, header Content-Type contains json, json $.dcs_region == 9, time &lt; 500</source>
        <translation>Une ligne chacune&#xa0;: status == 200, uuid exists, region == 9, trait 420020, no errors, header Content-Type contains json, json $.dcs_region == 9, time &lt; 500</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export presets</source>
        <translation>Exporter des préréglages</translation>
    </message>
    <message>
        <source>&amp;Presets that go out</source>
        <translation>&amp;Préréglages exportés</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Check &amp;all</source>
        <translation>&amp;Tout cocher</translation>
    </message>
    <message>
        <source>Check &amp;none</source>
        <translation>Tout &amp;décocher</translation>
    </message>
    <message>
        <source>&amp;What is left out</source>
        <translation>&amp;Ce qui est laissé de côté</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Mask identifiers</source>
        <translation>&amp;Masquer les identifiants</translation>
    </message>
    <message>
        <source>Letters and digits of user and device IDs become x</source>
        <translation>Les lettres et chiffres des ID d’utilisateur et d’appareil deviennent des x</translation>
    </message>
    <message>
        <source>The &amp;environment beside it</source>
        <translation>E&amp;nvironnement joint</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>&amp;Go to field</source>
        <translation>Aller au &amp;champ</translation>
    </message>
    <message>
        <source>Me&amp;nd</source>
        <translation>Corri&amp;ger</translation>
    </message>
</context>
<context>
    <name>HeadersPanel</name>
    <message>
        <source>Header lines</source>
        <translation>Lignes d’en-tête</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>Add a header line at the end</source>
        <translation>Ajouter une ligne d’en-tête à la fin</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove the selected line</source>
        <translation>Supprimer la ligne sélectionnée</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Earlier on the wire</source>
        <translation>Plus tôt dans les octets envoyés</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Later on the wire</source>
        <translation>Plus tard dans les octets envoyés</translation>
    </message>
</context>
<context>
    <name>HelpPane</name>
    <message>
        <source>Help on the field</source>
        <translation>Aide sur le champ</translation>
    </message>
</context>
<context>
    <name>HistoryExportDialog</name>
    <message>
        <source>Export calls</source>
        <translation>Exporter des appels</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>The &amp;selected calls</source>
        <translation>Les appels &amp;sélectionnés</translation>
    </message>
    <message>
        <source>&amp;All calls that the search finds:</source>
        <translation>&amp;Tous les appels que la recherche trouve&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Mask identifiers</source>
        <translation>&amp;Masquer les identifiants</translation>
    </message>
    <message>
        <source>Letters and digits of user and device IDs become x</source>
        <translation>Les lettres et chiffres des ID d’utilisateur et d’appareil deviennent des x</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Arrêter</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Search history</source>
        <translation>Rechercher dans l’historique</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Every call you send is listed here.</source>
        <translation>Chaque appel que vous envoyez figure ici.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the selected call and its answer in a new tab</source>
        <translation>Ouvrir l’appel sélectionné et sa réponse dans un nouvel onglet</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Open the selected call and send it again</source>
        <translation>Ouvrir l’appel sélectionné et l’envoyer de nouveau</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>Keep the selected calls whatever the retention says</source>
        <translation>Garder les appels sélectionnés quelle que soit la durée de conservation</translation>
    </message>
    <message>
        <source>Words, &quot;exact words&quot;, alias:acme region:9 status:4xx error:171 since:yesterday on:2026-01-31 note:report … – Down offers them, F1 explains them</source>
        <translation>Des mots, &quot;des mots exacts&quot;, alias:acme region:9 status:4xx error:171 since:yesterday on:2026-01-31 note:rapport … – Bas les propose, F1 les explique</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import calls</source>
        <translation>Importer des appels</translation>
    </message>
    <message>
        <source>URLs, cur&amp;l lines, HAR, Postman collection, .http requests or a CSV table</source>
        <translation>URL, lignes cur&amp;l, HAR, collection Postman, requêtes .http ou tableau CSV</translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation>&amp;Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>For&amp;mat</translation>
    </message>
    <message>
        <source>&amp;Calls that will come in</source>
        <translation>A&amp;ppels qui seront importés</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Check &amp;all</source>
        <translation>&amp;Tout cocher</translation>
    </message>
    <message>
        <source>Check &amp;none</source>
        <translation>Tout &amp;décocher</translation>
    </message>
    <message>
        <source>&amp;What cannot be represented</source>
        <translation>&amp;Ce qui ne peut pas être représenté</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>New &amp;preset file</source>
        <translation>&amp;Nouveau fichier de préréglages</translation>
    </message>
    <message>
        <source>Add to p&amp;resets</source>
        <translation>&amp;Ajouter aux préréglages</translation>
    </message>
    <message>
        <source>Open as &amp;tabs</source>
        <translation>Ouvrir en on&amp;glets</translation>
    </message>
</context>
<context>
    <name>JsonPage</name>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>A part of a key or a value, or a path such as $.dests[0]</source>
        <translation>Une partie de clé ou de valeur, ou un chemin tel que $.dests[0]</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Développer</translation>
    </message>
    <message>
        <source>Open the tree down to that many levels</source>
        <translation>Développer l’arborescence jusqu’à ce niveau</translation>
    </message>
    <message>
        <source>JSON of the answer</source>
        <translation>JSON de la réponse</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>KeychainDialog</name>
    <message>
        <source>Secrets in the keychain</source>
        <translation>Secrets du trousseau</translation>
    </message>
    <message>
        <source>Presets and environments name a secret as {{$keychain name}}. Its value goes out in the call and nowhere else: previews, history and exports show •••name•••.</source>
        <translation>Préréglages et environnements nomment un secret {{$keychain nom}}. Sa valeur part dans l’appel et nulle part ailleurs&#xa0;: aperçus, historique et exports montrent •••nom•••.</translation>
    </message>
    <message>
        <source>Stored secrets</source>
        <translation>Secrets enregistrés</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>letters, digits, dots, hyphens, underscores</source>
        <translation>lettres, chiffres, points, traits d’union, soulignés</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Valeur</translation>
    </message>
    <message>
        <source>&amp;Store</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>DCS Workbench</source>
        <translation>DCS Workbench</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Panneau latéral</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>MaskingDialog</name>
    <message>
        <source>Mask IDs in the history</source>
        <translation>Masquer les ID de l’historique</translation>
    </message>
    <message>
        <source>In the place of each user or device ID stands a keyed hash. The same ID has the same hash, so that the search for an ID still finds its calls; a masked call cannot be sent again as it was. Signals, notes and exported files are not covered.</source>
        <translation>Chaque ID d’utilisateur ou d’appareil est remplacé par un hachage à clé. Le même ID a le même hachage, si bien que la recherche d’un ID trouve toujours ses appels&#xa0;; un appel masqué ne peut pas être renvoyé tel quel. Les signaux, les remarques et les fichiers exportés ne sont pas concernés.</translation>
    </message>
    <message>
        <source>&amp;Record new calls with masked IDs</source>
        <translation>Enregistrer les nouveaux appels avec des ID &amp;masqués</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Mask &amp;earlier calls…</source>
        <translation>Masquer les appels ant&amp;érieurs…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Arrêter</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source> s</source>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>Over everything, looking up the name included</source>
        <translation>Pour le tout, résolution du nom comprise</translation>
    </message>
    <message>
        <source>Redirects followed</source>
        <translation>Redirections suivies</translation>
    </message>
    <message>
        <source>0 shows a redirect as the answer it is</source>
        <translation>0 montre une redirection comme la réponse qu’elle est</translation>
    </message>
    <message>
        <source>Co&amp;nnect to</source>
        <translation>Se co&amp;nnecter à</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>hôte:port</translation>
    </message>
    <message>
        <source>Dial this address instead of the connection host; the certificate is still checked against the connection host</source>
        <translation>Joindre cette adresse au lieu de l’hôte de connexion&#x202f;; le certificat reste vérifié pour l’hôte de connexion</translation>
    </message>
    <message>
        <source>IP version</source>
        <translation>Version d’IP</translation>
    </message>
    <message>
        <source>any</source>
        <translation>indifférente</translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation>IPv4 seulement</translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation>IPv6 seulement</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>&amp;Proxy</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>of the system</source>
        <translation>du système</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Adresse du proxy</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Utilisateur du proxy</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Mot de passe du proxy</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>Fichier d’AC</translation>
    </message>
    <message>
        <source>PEM</source>
        <translation>PEM</translation>
    </message>
    <message>
        <source>Trusted instead of the system&apos;s store</source>
        <translation>Autorités reconnues à la place de celles du système</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose CA file</source>
        <translation>Choisir le fichier d’AC</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Certificat client</translation>
    </message>
    <message>
        <source>Choose client certificate</source>
        <translation>Choisir le certificat client</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Clé client</translation>
    </message>
    <message>
        <source>Choose client key</source>
        <translation>Choisir la clé client</translation>
    </message>
    <message>
        <source>Time&amp;out</source>
        <translation>Délai d’a&amp;ttente</translation>
    </message>
    <message>
        <source>Insecure: sen&amp;d although the certificate does not fit</source>
        <translation>Non sécurisé&#xa0;: &amp;envoyer même si le certificat ne convient pas</translation>
    </message>
    <message>
        <source>Coo&amp;kies</source>
        <translation>Coo&amp;kies</translation>
    </message>
    <message>
        <source>as the environment says</source>
        <translation>selon l’environnement</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>kept and sent back</source>
        <translation>gardés et renvoyés</translation>
    </message>
    <message>
        <source>With the jar of the environment: what an answer sets is sent again; the wire view shows the header</source>
        <translation>Avec les cookies de l’environnement&#xa0;: ce qu’une réponse pose est renvoyé&#x202f;; l’onglet Octets montre l’en-tête</translation>
    </message>
    <message>
        <source>Kept in memory only, unless it is a {{$keychain name}}</source>
        <translation>Gardé en mémoire seulement, sauf s’il est un {{$keychain nom}}</translation>
    </message>
    <message>
        <source>Keep in keychain…</source>
        <translation>Garder au trousseau…</translation>
    </message>
    <message>
        <source>Keep the proxy password in the keychain</source>
        <translation>Garder le mot de passe du proxy dans le trousseau</translation>
    </message>
    <message>
        <source>For this call only: never saved</source>
        <translation>Pour cet appel seulement&#xa0;: jamais enregistré</translation>
    </message>
</context>
<context>
    <name>ParametersPanel</name>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Parameters as text</source>
        <translation>Paramètres en texte</translation>
    </message>
    <message>
        <source>One parameter a line, as it travels. A line that begins with # is switched off.</source>
        <translation>Un paramètre par ligne, tel qu’il voyage. Une ligne qui commence par # est désactivée.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>Add a parameter at the end</source>
        <translation>Ajouter un paramètre à la fin</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Repeat the selected parameters below</source>
        <translation>Répéter les paramètres sélectionnés en dessous</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove the selected parameters</source>
        <translation>Supprimer les paramètres sélectionnés</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Earlier on the wire</source>
        <translation>Plus tôt dans les octets envoyés</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Later on the wire</source>
        <translation>Plus tard dans les octets envoyés</translation>
    </message>
    <message>
        <source>Encode</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Percent-encode the value, or the marked part of it</source>
        <translation>Encoder en pourcent la valeur, ou sa partie sélectionnée</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>Décoder</translation>
    </message>
    <message>
        <source>Undo one percent-encoding of the value, or of the marked part</source>
        <translation>Défaire un encodage en pourcent de la valeur, ou de sa partie sélectionnée</translation>
    </message>
    <message>
        <source>Insert %01</source>
        <translation>Insérer %01</translation>
    </message>
    <message>
        <source>Put the separator %01 into the value, at the cursor</source>
        <translation>Mettre le séparateur %01 dans la valeur, au curseur</translation>
    </message>
    <message>
        <source>Edit as te&amp;xt</source>
        <translation>Modifier en te&amp;xte</translation>
    </message>
    <message>
        <source>All parameters as lines of text</source>
        <translation>Tous les paramètres sous forme de lignes de texte</translation>
    </message>
</context>
<context>
    <name>PresetsPanel</name>
    <message>
        <source>Search presets</source>
        <translation>Rechercher dans les préréglages</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the selected preset</source>
        <translation>Ouvrir le préréglage sélectionné</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Give the selected preset another name (F2)</source>
        <translation>Donner un autre nom au préréglage sélectionné (F2)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete what is selected (Del). Files go to the bin</source>
        <translation>Supprimer la sélection (Suppr). Les fichiers vont à la corbeille</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Duplicate, move, new folder, workspace folders</source>
        <translation>Dupliquer, déplacer, nouveau dossier, dossiers de travail</translation>
    </message>
</context>
<context>
    <name>ProbeDialog</name>
    <message>
        <source>How far each region is</source>
        <translation>Distance des régions</translation>
    </message>
    <message>
        <source>One GET / goes to each region; it names no partner and no user, and nothing is recorded.</source>
        <translation>Un GET / part vers chaque région&#x202f;; il ne nomme ni partenaire ni utilisateur, et rien n’est enregistré.</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Régions</translation>
    </message>
    <message>
        <source>&amp;Measure again</source>
        <translation>&amp;Mesurer de nouveau</translation>
    </message>
    <message>
        <source>&amp;Use this region</source>
        <translation>&amp;Utiliser cette région</translation>
    </message>
</context>
<context>
    <name>RawPage</name>
    <message>
        <source>Show the place</source>
        <translation>Montrer l’endroit</translation>
    </message>
    <message>
        <source>Show body</source>
        <translation>Corps</translation>
    </message>
    <message>
        <source>indented</source>
        <translation>indenté</translation>
    </message>
    <message>
        <source>as received</source>
        <translation>tel que reçu</translation>
    </message>
    <message>
        <source>in hexadecimal</source>
        <translation>en hexadécimal</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>Renvoi à la ligne</translation>
    </message>
    <message>
        <source>Levels shown</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>Corps de la réponse</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Tidy the history</source>
        <translation>Nettoyer l’historique</translation>
    </message>
    <message>
        <source>Pinned calls and calls under way stay.</source>
        <translation>Les appels épinglés et les appels en cours restent.</translation>
    </message>
    <message>
        <source>Remove calls &amp;older than</source>
        <translation>Supprimer les appels de &amp;plus de</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source> days</source>
        <translation>&#xa0;jours</translation>
    </message>
    <message>
        <source>&amp;Keep only the newest</source>
        <translation>&amp;Ne garder que les derniers</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source> calls</source>
        <translation>&#xa0;appels</translation>
    </message>
    <message>
        <source>Keep the history &amp;below</source>
        <translation>Limiter l’&amp;historique à</translation>
    </message>
    <message>
        <source>Megabytes</source>
        <translation>Mégaoctets</translation>
    </message>
    <message>
        <source> MB</source>
        <translation>&#xa0;Mo</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
</context>
<context>
    <name>RunAllDialog</name>
    <message>
        <source>Run all requests of a file</source>
        <translation>Exécuter toutes les requêtes d’un fichier</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>&amp;Open call</source>
        <translation>&amp;Ouvrir l’appel</translation>
    </message>
    <message>
        <source>The call as it was sent, with its answer, in a tab</source>
        <translation>L’appel tel qu’il a été envoyé, avec sa réponse, dans un onglet</translation>
    </message>
    <message>
        <source>&amp;Run all</source>
        <translation>&amp;Tout exécuter</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
</context>
<context>
    <name>SavePresetDialog</name>
    <message>
        <source>Save as preset</source>
        <translation>Enregistrer comme préréglage</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>What this call is for</source>
        <translation>À quoi sert cet appel</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>A file of the workspace; a new name makes a new file</source>
        <translation>Un fichier de l’espace de travail&#x202f;; un nouveau nom crée un nouveau fichier</translation>
    </message>
</context>
<context>
    <name>TakeIdsDialog</name>
    <message>
        <source>Take user and region from…</source>
        <translation>Reprendre utilisateur et région de…</translation>
    </message>
    <message>
        <source>&amp;Cookie, Cookie header, answer of /id or of the DCS, or HAR</source>
        <translation>&amp;Cookie, en-tête Cookie, réponse de /id ou du DCS, ou HAR</translation>
    </message>
    <message>
        <source>AMCV_…=MCMID|… or {&quot;uuid&quot;:&quot;…&quot;,&quot;dcs_region&quot;:9}</source>
        <translation>AMCV_…=MCMID|… ou {&quot;uuid&quot;:&quot;…&quot;,&quot;dcs_region&quot;:9}</translation>
    </message>
    <message>
        <source>Open &amp;file…</source>
        <translation>&amp;Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>Last answer of the &amp;history</source>
        <translation>Dernière réponse de l’&amp;historique</translation>
    </message>
    <message>
        <source>The newest answer that names a user</source>
        <translation>La réponse la plus récente qui désigne un utilisateur</translation>
    </message>
    <message>
        <source>Ask the DCS for a new user</source>
        <translation>Demander au DCS un nouvel utilisateur</translation>
    </message>
    <message>
        <source>Or&amp;ganization</source>
        <translation>Or&amp;ganisation</translation>
    </message>
    <message>
        <source>24 letters and digits, then @AdobeOrg</source>
        <translation>24 caractères puis @AdobeOrg</translation>
    </message>
    <message>
        <source>Ask for an &amp;ECID (/id)</source>
        <translation>Demander un &amp;ECID (/id)</translation>
    </message>
    <message>
        <source>Ask for a &amp;UUID (/event)</source>
        <translation>Demander un &amp;UUID (/event)</translation>
    </message>
    <message>
        <source>A call without user ID: the answer names a new user</source>
        <translation>Un appel sans ID utilisateur&#xa0;: la réponse désigne un nouvel utilisateur</translation>
    </message>
    <message>
        <source>Users found</source>
        <translation>Utilisateurs trouvés</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>Fill alias, region and user of the call: one step to undo</source>
        <translation>Remplir alias, région et utilisateur de l’appel&#xa0;: s’annule en une fois</translation>
    </message>
</context>
<context>
    <name>TimingPage</name>
    <message>
        <source>Waterfall of the call</source>
        <translation>Chronologie de l’appel</translation>
    </message>
    <message>
        <source>Timing details</source>
        <translation>Détail des durées</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Phases</translation>
    </message>
    <message>
        <source>Timing of the call</source>
        <translation>Durées de l’appel</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Connection of the call</source>
        <translation>Connexion de l’appel</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificats</translation>
    </message>
    <message>
        <source>Certificates of the server</source>
        <translation>Certificats du serveur</translation>
    </message>
</context>
<context>
    <name>WirePanel</name>
    <message>
        <source>Bytes of the request</source>
        <translation>Octets de la requête</translation>
    </message>
    <message>
        <source>Request size:</source>
        <translation>Taille de la requête&#xa0;:</translation>
    </message>
    <message>
        <source>Size against the limit</source>
        <translation>Taille par rapport à la limite</translation>
    </message>
    <message>
        <source>Copy as cur&amp;l</source>
        <translation>Copier en cur&amp;l</translation>
    </message>
    <message>
        <source>Copy &amp;bytes</source>
        <translation>Copier les octet&amp;s</translation>
    </message>
</context>
<context>
    <name>gui</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Conseil</translation>
    </message>
    <message>
        <source>%1 B of %2 B</source>
        <translation>%1&#xa0;o sur %2&#xa0;o</translation>
    </message>
    <message>
        <source>… %1 more bytes are not shown.</source>
        <translation>… %1 octets de plus ne sont pas affichés.</translation>
    </message>
</context>
<context>
    <name>gui::Actions</name>
    <message>
        <source>&amp;New call</source>
        <translation>&amp;Nouvel appel</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>&amp;Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>New call from the clip&amp;board</source>
        <translation>Nouvel appel du &amp;presse-papiers</translation>
    </message>
    <message>
        <source>&amp;Duplicate call</source>
        <translation>&amp;Dupliquer l’appel</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Envoyer</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Sa&amp;ve preset</source>
        <translation>Enre&amp;gistrer le préréglage</translation>
    </message>
    <message>
        <source>Save preset &amp;as…</source>
        <translation>Enregistrer le préréglage &amp;sous…</translation>
    </message>
    <message>
        <source>Cop&amp;y as</source>
        <translation>&amp;Copier au format</translation>
    </message>
    <message>
        <source>C&amp;lose call</source>
        <translation>&amp;Fermer l’appel</translation>
    </message>
    <message>
        <source>&amp;Reopen closed call</source>
        <translation>&amp;Rouvrir l’appel fermé</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Copy as &amp;curl</source>
        <translation>Copier en &amp;curl</translation>
    </message>
    <message>
        <source>Cop&amp;y URL</source>
        <translation>Copier l’&amp;URL</translation>
    </message>
    <message>
        <source>Edit the UR&amp;L</source>
        <translation>Modifier l’UR&amp;L</translation>
    </message>
    <message>
        <source>&amp;Find in the answer</source>
        <translation>Rechercher dans la ré&amp;ponse</translation>
    </message>
    <message>
        <source>Find in the &amp;history</source>
        <translation>Rechercher dans l’&amp;historique</translation>
    </message>
    <message>
        <source>Find a &amp;preset</source>
        <translation>Rechercher un préré&amp;glage</translation>
    </message>
    <message>
        <source>Show the &amp;sidebar</source>
        <translation>Afficher le panneau &amp;latéral</translation>
    </message>
    <message>
        <source>&amp;Presets</source>
        <translation>&amp;Préréglages</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Historique</translation>
    </message>
    <message>
        <source>&amp;Findings of the call</source>
        <translation>&amp;Constats de l’appel</translation>
    </message>
    <message>
        <source>&amp;Next call</source>
        <translation>Appel &amp;suivant</translation>
    </message>
    <message>
        <source>P&amp;revious call</source>
        <translation>Appel p&amp;récédent</translation>
    </message>
    <message>
        <source>&amp;Take user and region from…</source>
        <translation>&amp;Reprendre utilisateur et région de…</translation>
    </message>
    <message>
        <source>How far each re&amp;gion is…</source>
        <translation>&amp;Distance des régions…</translation>
    </message>
    <message>
        <source>&amp;Import calls…</source>
        <translation>&amp;Importer des appels…</translation>
    </message>
    <message>
        <source>&amp;Run all requests of the file…</source>
        <translation>&amp;Exécuter toutes les requêtes du fichier…</translation>
    </message>
    <message>
        <source>Call 1</source>
        <translation>Appel 1</translation>
    </message>
    <message>
        <source>Call 2</source>
        <translation>Appel 2</translation>
    </message>
    <message>
        <source>Call 3</source>
        <translation>Appel 3</translation>
    </message>
    <message>
        <source>Call 4</source>
        <translation>Appel 4</translation>
    </message>
    <message>
        <source>Call 5</source>
        <translation>Appel 5</translation>
    </message>
    <message>
        <source>Call 6</source>
        <translation>Appel 6</translation>
    </message>
    <message>
        <source>Call 7</source>
        <translation>Appel 7</translation>
    </message>
    <message>
        <source>Call 8</source>
        <translation>Appel 8</translation>
    </message>
    <message>
        <source>Call 9</source>
        <translation>Appel 9</translation>
    </message>
    <message>
        <source>Rena&amp;me preset…</source>
        <translation>Reno&amp;mmer le préréglage…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>What this &amp;field means</source>
        <translation>Signification du &amp;champ</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About DCS Workbench</source>
        <translation>À &amp;propos de DCS Workbench</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Appel</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;ffichage</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Open &amp;workspace folder…</source>
        <translation>Ouvrir un dossier de &amp;travail…</translation>
    </message>
    <message>
        <source>&amp;Environments…</source>
        <translation>En&amp;vironnements…</translation>
    </message>
    <message>
        <source>&amp;Open with its answer</source>
        <translation>&amp;Ouvrir avec sa réponse</translation>
    </message>
    <message>
        <source>Open as a &amp;new call</source>
        <translation>Ouvrir comme &amp;nouvel appel</translation>
    </message>
    <message>
        <source>&amp;Resend</source>
        <translation>&amp;Renvoyer</translation>
    </message>
    <message>
        <source>Save as &amp;preset…</source>
        <translation>Enregistrer comme &amp;préréglage…</translation>
    </message>
    <message>
        <source>P&amp;in</source>
        <translation>Ép&amp;ingler</translation>
    </message>
    <message>
        <source>No&amp;te…</source>
        <translation>Remar&amp;que…</translation>
    </message>
    <message>
        <source>&amp;Compare with the open answer</source>
        <translation>&amp;Comparer avec la réponse ouverte</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Copier en c&amp;url</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Tid&amp;y the history…</source>
        <translation>Ne&amp;ttoyer l’historique…</translation>
    </message>
    <message>
        <source>&amp;Mask IDs in the history…</source>
        <translation>&amp;Masquer les ID de l’historique…</translation>
    </message>
    <message>
        <source>Call histor&amp;y</source>
        <translation>Histori&amp;que des appels</translation>
    </message>
    <message>
        <source>E&amp;xport presets…</source>
        <translation>Ex&amp;porter des préréglages…</translation>
    </message>
    <message>
        <source>Proxy, certificates and &amp;cookies…</source>
        <translation>Proxy, certificats et &amp;cookies…</translation>
    </message>
    <message>
        <source>&amp;Keychain…</source>
        <translation>Trousse&amp;au…</translation>
    </message>
</context>
<context>
    <name>gui::AnswerFindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>Trouvés&#xa0;: %1</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
</context>
<context>
    <name>gui::AnswerHeaders</name>
    <message>
        <source>Headers of the answer</source>
        <translation>En-têtes de la réponse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>%1 (trailer)</source>
        <translation>%1 (en fin de message)</translation>
    </message>
</context>
<context>
    <name>gui::AnswerPanel</name>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Brut</translation>
    </message>
    <message>
        <source>Answer headers</source>
        <translation>En-têtes reçus</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Durées</translation>
    </message>
    <message>
        <source>Wire log</source>
        <translation>Octets échangés</translation>
    </message>
    <message>
        <source>Find the previous one</source>
        <translation>Occurrence précédente</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>Occurrence suivante</translation>
    </message>
    <message>
        <source>waiting for the answer…</source>
        <translation>attente de la réponse…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Save, copy or compare this answer</source>
        <translation>Enregistrer, copier ou comparer cette réponse</translation>
    </message>
    <message>
        <source>&amp;Save body…</source>
        <translation>&amp;Enregistrer le corps…</translation>
    </message>
    <message>
        <source>Save as &amp;HAR…</source>
        <translation>Enregistrer en &amp;HAR…</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Copier en &amp;JSON</translation>
    </message>
    <message>
        <source>&amp;Mask IDs in what is exported</source>
        <translation>&amp;Masquer les ID exportés</translation>
    </message>
    <message>
        <source>&amp;Compare with another answer…</source>
        <translation>&amp;Comparer à une autre réponse…</translation>
    </message>
    <message>
        <source>Saved “%1”.</source>
        <translation>«&#xa0;%1&#xa0;» est enregistré.</translation>
    </message>
    <message>
        <source>Save the body</source>
        <translation>Enregistrer le corps</translation>
    </message>
    <message>
        <source>Save the exchange</source>
        <translation>Enregistrer l’échange</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>this answer: %1</source>
        <translation>cette réponse&#xa0;: %1</translation>
    </message>
    <message>
        <source>open call: %1</source>
        <translation>appel ouvert&#xa0;: %1</translation>
    </message>
    <message>
        <source>call %1: %2, %3, %4</source>
        <translation>appel %1&#xa0;: %2, %3, %4</translation>
    </message>
    <message>
        <source>&amp;Follow to %1</source>
        <translation>&amp;Suivre vers %1</translation>
    </message>
</context>
<context>
    <name>gui::AnswerSummary</name>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation>Cookies</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>Traits</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>ID syncs</source>
        <translation>Synchros d’ID</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Attentes</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Signification</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Secure URL</source>
        <translation>URL sécurisée</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>Trait ID</source>
        <translation>ID de trait</translation>
    </message>
    <message>
        <source>Segment ID</source>
        <translation>ID de segment</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>URLs</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation>Attente</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>%1 of the answer</source>
        <translation>%1 de la réponse</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>pas encore envoyé</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 bytes, %2 on the wire</source>
        <translation>%1&#xa0;o, %2&#xa0;o transmis</translation>
    </message>
    <message>
        <source>This answer is not complete.</source>
        <translation>Cette réponse n’est pas complète.</translation>
    </message>
    <message>
        <source>The DCS may have counted the call.</source>
        <translation>Le DCS a peut-être compté l’appel.</translation>
    </message>
    <message>
        <source>ECID</source>
        <translation>ECID</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>%1 (%2, as sent)</source>
        <translation>%1 (%2, tel qu’envoyé)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>d_mid: the Experience Cloud ID</source>
        <translation>d_mid&#xa0;: l’Experience Cloud ID</translation>
    </message>
    <message>
        <source>d_uuid: the Audience Manager user ID</source>
        <translation>d_uuid&#xa0;: l’ID utilisateur d’Audience Manager</translation>
    </message>
    <message>
        <source>no published host</source>
        <translation>hôte non publié</translation>
    </message>
    <message>
        <source>%1 %2 (as sent)</source>
        <translation>%1 %2 (comme envoyé)</translation>
    </message>
    <message>
        <source>%1 %2 (the user&apos;s home: switch)</source>
        <translation>%1 %2 (région de l’utilisateur&#xa0;: à prendre)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>JavaScript variable</source>
        <translation>variable JavaScript</translation>
    </message>
    <message>
        <source>cookie</source>
        <translation>cookie</translation>
    </message>
    <message>
        <source>✓ held</source>
        <translation>✓ remplie</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ non remplie</translation>
    </message>
    <message>
        <source>An answer of the DCS is an object.</source>
        <translation>Une réponse du DCS est un objet.</translation>
    </message>
    <message>
        <source>The body is text that is no JSON.</source>
        <translation>Le corps est un texte qui n’est pas du JSON.</translation>
    </message>
    <message numerus="yes">
        <source>The body is a JSON array with %n element(s).</source>
        <translation>
            <numerusform>Le corps est un tableau JSON de %n élément.</numerusform>
            <numerusform>Le corps est un tableau JSON de %n éléments.</numerusform>
        </translation>
    </message>
    <message>
        <source>The body is a JSON string.</source>
        <translation>Le corps est une chaîne JSON.</translation>
    </message>
    <message>
        <source>The body is a JSON number.</source>
        <translation>Le corps est un nombre JSON.</translation>
    </message>
    <message>
        <source>The body is a JSON boolean.</source>
        <translation>Le corps est un booléen JSON.</translation>
    </message>
    <message>
        <source>The body is the JSON value null.</source>
        <translation>Le corps est la valeur JSON null.</translation>
    </message>
</context>
<context>
    <name>gui::AnswerTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy &amp;rows</source>
        <translation>Copier les &amp;lignes</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>&amp;Ouvrir dans le navigateur</translation>
    </message>
</context>
<context>
    <name>gui::AnswerWire</name>
    <message>
        <source>→ to %1: %2 bytes</source>
        <translation>→ vers %1&#xa0;: %2 octets</translation>
    </message>
    <message>
        <source>← head from %1: %2 bytes</source>
        <translation>← en-tête de %1&#xa0;: %2 octets</translation>
    </message>
    <message>
        <source>← body from %1, framing and compression taken off: %2 bytes</source>
        <translation>← corps de %1, sans découpage ni compression&#xa0;: %2 octets</translation>
    </message>
    <message>
        <source>Bytes of both directions</source>
        <translation>Octets des deux sens</translation>
    </message>
</context>
<context>
    <name>gui::Application</name>
    <message>
        <source>Build, send and inspect calls to Audience Manager&apos;s Data Collection Servers.</source>
        <translation>Composer, envoyer et examiner des appels aux Data Collection Servers d’Audience Manager.</translation>
    </message>
    <message>
        <source>Keep history and settings in &lt;dir&gt;.</source>
        <translation>Garder l’historique et les réglages dans &lt;dir&gt;.</translation>
    </message>
    <message>
        <source>Folder of presets.</source>
        <translation>Dossier des préréglages.</translation>
    </message>
    <message>
        <source>Open on the built-in sandbox.</source>
        <translation>Ouvrir sur le bac à sable intégré.</translation>
    </message>
    <message>
        <source>.http, .har, .json or .csv files to open.</source>
        <translation>Fichiers .http, .har, .json ou .csv à ouvrir.</translation>
    </message>
    <message>
        <source>“dcs-workbench --help” lists the options.</source>
        <translation>«&#xa0;dcs-workbench --help&#xa0;» énumère les options.</translation>
    </message>
</context>
<context>
    <name>gui::CallDocument</name>
    <message>
        <source>New call</source>
        <translation>Nouvel appel</translation>
    </message>
    <message>
        <source>the expectation</source>
        <translation>l’attente</translation>
    </message>
</context>
<context>
    <name>gui::CallPanel</name>
    <message>
        <source>Sandbox (built in)</source>
        <translation>Bac à sable (intégré)</translation>
    </message>
    <message>
        <source>Custom host…</source>
        <translation>Autre hôte…</translation>
    </message>
    <message>
        <source>Change alias</source>
        <translation>Modifier l’alias</translation>
    </message>
    <message>
        <source>Change connection host</source>
        <translation>Modifier l’hôte de connexion</translation>
    </message>
    <message>
        <source>Change port</source>
        <translation>Modifier le port</translation>
    </message>
    <message>
        <source>Change scheme</source>
        <translation>Modifier le schéma</translation>
    </message>
    <message>
        <source>Change method</source>
        <translation>Modifier la méthode</translation>
    </message>
    <message>
        <source>Choose region</source>
        <translation>Choisir la région</translation>
    </message>
    <message>
        <source>Connect directly</source>
        <translation>Connexion directe</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Modifier %1</translation>
    </message>
</context>
<context>
    <name>gui::CallTab</name>
    <message>
        <source>The URL line cannot be read, so nothing was sent.</source>
        <translation>La ligne d’URL est illisible, rien n’a donc été envoyé.</translation>
    </message>
    <message>
        <source>Edit expectations</source>
        <translation>Modifier les attentes</translation>
    </message>
    <message>
        <source>Use the answer&apos;s user</source>
        <translation>Utiliser l’utilisateur de la réponse</translation>
    </message>
    <message>
        <source>Use the user&apos;s region</source>
        <translation>Utiliser la région de l’utilisateur</translation>
    </message>
    <message>
        <source>Change method</source>
        <translation>Modifier la méthode</translation>
    </message>
    <message>
        <source>Change options</source>
        <translation>Modifier les options</translation>
    </message>
    <message>
        <source>sandbox, %1</source>
        <translation>bac à sable, %1</translation>
    </message>
    <message>
        <source>sandbox, not started yet</source>
        <translation>bac à sable, pas encore démarré</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>sans TLS</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>En-têtes</translation>
    </message>
    <message>
        <source>Expect</source>
        <translation>Attentes</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Send live</source>
        <translation>Envoyer en production</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Edit URL</source>
        <translation>Modifier l’URL</translation>
    </message>
    <message>
        <source>Paste call</source>
        <translation>Coller l’appel</translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no value</source>
        <translation>%1 n’a pas de valeur</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>Variables: %1</source>
        <translation>Variables&#xa0;: %1</translation>
    </message>
    <message>
        <source>captured %1 = %2</source>
        <translation>capturé %1 = %2</translation>
    </message>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>Garder le mot de passe dans le trousseau</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>gui::CompareDialog</name>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>“%1” is no number of a call in the history.</source>
        <translation>«&#xa0;%1&#xa0;» n’est le numéro d’aucun appel de l’historique.</translation>
    </message>
    <message>
        <source>Answer to compare from</source>
        <translation>Réponse de départ</translation>
    </message>
    <message>
        <source>Answer to compare with</source>
        <translation>Réponse à comparer</translation>
    </message>
    <message>
        <source>Answers (*.har *.json *);;All files (*)</source>
        <translation>Réponses (*.har *.json *);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose two answers to compare.</source>
        <translation>Choisissez deux réponses à comparer.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
    <message>
        <source>call %1: %2</source>
        <translation>appel %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>“%1” is no path. Paths look like $.tid, $.dests[*].id or $..id.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un chemin. Un chemin ressemble à $.tid, $.dests[*].id ou $..id.</translation>
    </message>
    <message>
        <source>%1 Only the answers were compared: a saved body has no call and no headers.</source>
        <translation>%1 Seules les réponses ont été comparées&#xa0;: un corps enregistré n’a ni appel ni en-têtes.</translation>
    </message>
</context>
<context>
    <name>gui::Comparison</name>
    <message>
        <source>+ added</source>
        <translation>+ ajouté</translation>
    </message>
    <message>
        <source>− removed</source>
        <translation>− supprimé</translation>
    </message>
    <message>
        <source>≠ changed</source>
        <translation>≠ modifié</translation>
    </message>
    <message>
        <source>↷ moved</source>
        <translation>↷ déplacé</translation>
    </message>
    <message>
        <source>request</source>
        <translation>requête</translation>
    </message>
    <message>
        <source>status</source>
        <translation>statut</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>en-têtes</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>réponse</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>Aucune différence.</translation>
    </message>
    <message>
        <source>Added %1, removed %2, changed %3, moved %4.</source>
        <translation>Ajoutés&#xa0;: %1, supprimés&#xa0;: %2, modifiés&#xa0;: %3, déplacés&#xa0;: %4.</translation>
    </message>
</context>
<context>
    <name>gui::ConflictDialog</name>
    <message>
        <source>− in the file</source>
        <translation>− dans le fichier</translation>
    </message>
    <message>
        <source>+ yours</source>
        <translation>+ la vôtre</translation>
    </message>
    <message>
        <source>“%1” is no longer in %2: another program removed or renamed it. Nothing was saved yet.</source>
        <translation>«&#xa0;%1&#xa0;» n’est plus dans %2&#xa0;: un autre programme l’a supprimé ou renommé. Rien n’a encore été enregistré.</translation>
    </message>
    <message>
        <source>“%1” was changed in %2 by another program since you opened it. Nothing was saved yet.</source>
        <translation>«&#xa0;%1&#xa0;» a été modifié dans %2 par un autre programme depuis son ouverture. Rien n’a encore été enregistré.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>La vôtre</translation>
    </message>
    <message>
        <source>&amp;Save it again</source>
        <translation>&amp;Enregistrer à nouveau</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>&amp;Garder la mienne</translation>
    </message>
</context>
<context>
    <name>gui::CopyAs</name>
    <message>
        <source>&amp;Save as file…</source>
        <translation>&amp;Enregistrer dans un fichier…</translation>
    </message>
</context>
<context>
    <name>gui::CopyAsDialog</name>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Save call as file</source>
        <translation>Enregistrer l’appel dans un fichier</translation>
    </message>
</context>
<context>
    <name>gui::EnvironmentDialog</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>Choisir un fichier d’AC</translation>
    </message>
    <message>
        <source>Choose a client certificate</source>
        <translation>Choisir un certificat client</translation>
    </message>
    <message>
        <source>Choose a client key</source>
        <translation>Choisir une clé client</translation>
    </message>
    <message>
        <source>What calls of “%1” do not say themselves in their options. Saved in http-client.private.env.json of the workspace.</source>
        <translation>Ce que les appels de «&#xa0;%1&#xa0;» ne disent pas dans leurs options. Enregistré dans http-client.private.env.json de l’espace de travail.</translation>
    </message>
    <message>
        <source>No environment is chosen: proxy, CA and client certificate belong to one. The cookies below are those of calls without an environment that keep theirs (Options).</source>
        <translation>Aucun environnement n’est choisi&#xa0;: proxy, AC et certificat client en relèvent. Les cookies ci-dessous sont ceux des appels sans environnement qui gardent les leurs (Options).</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>vidé</translation>
    </message>
    <message>
        <source>The cookie jar is empty.</source>
        <translation>Il n’y a pas de cookie.</translation>
    </message>
    <message>
        <source>In the cookie jar:</source>
        <translation>Cookies gardés&#xa0;:</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>Certificats et clés (*.pem *.crt *.cer *.key);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>Clear the cookie jar</source>
        <translation>Vider les cookies</translation>
    </message>
    <message numerus="yes">
        <source>This removes %n cookies for good.</source>
        <translation>
            <numerusform>Ceci supprime %n cookie définitivement.</numerusform>
            <numerusform>Ceci supprime %n cookies définitivement.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vider</translation>
    </message>
</context>
<context>
    <name>gui::EnvironmentsDialog</name>
    <message>
        <source>red</source>
        <translation>rouge</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>violet</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>green</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>brun</translation>
    </message>
    <message>
        <source>Values for {{variables}}, in http-client.env.json of %1. Private ones go into http-client.private.env.json, which stays on this machine.</source>
        <translation>Valeurs des {{variables}}, dans http-client.env.json de %1. Les valeurs privées vont dans http-client.private.env.json, qui reste sur cette machine.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Nothing was captured from an answer yet.</source>
        <translation>Aucune valeur n’a encore été capturée dans une réponse.</translation>
    </message>
    <message>
        <source>Captured from answers, before all others: %1</source>
        <translation>Capturées dans des réponses, avant toutes les autres&#xa0;: %1</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privé</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Nouvel environnement</translation>
    </message>
    <message>
        <source>Name of the environment</source>
        <translation>Nom de l’environnement</translation>
    </message>
    <message>
        <source>Rename environment</source>
        <translation>Renommer l’environnement</translation>
    </message>
    <message>
        <source>A value needs a name.</source>
        <translation>Une valeur doit avoir un nom.</translation>
    </message>
    <message>
        <source>“%1” stands there twice.</source>
        <translation>«&#xa0;%1&#xa0;» y figure deux fois.</translation>
    </message>
    <message>
        <source>A name has no braces: they are written where it is used.</source>
        <translation>Un nom n’a pas d’accolades&#xa0;: elles s’écrivent là où il est utilisé.</translation>
    </message>
    <message>
        <source>all ($shared)</source>
        <translation>tous ($shared)</translation>
    </message>
    <message>
        <source>There is an environment “%1” already.</source>
        <translation>Il y a déjà un environnement «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>gui::ExpectationsModel</name>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>pas encore essayée</translation>
    </message>
    <message>
        <source>✓ held</source>
        <translation>✓ remplie</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ non remplie</translation>
    </message>
    <message>
        <source>Expectation</source>
        <translation>Attente</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
</context>
<context>
    <name>gui::ExportDialog</name>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>The workspace has no presets.</source>
        <translation>L’espace de travail ne contient aucun préréglage.</translation>
    </message>
    <message>
        <source>Writes a second file for Postman. Private values stay here.</source>
        <translation>Écrit un second fichier pour Postman. Les valeurs privées restent ici.</translation>
    </message>
    <message>
        <source>No environment is chosen.</source>
        <translation>Aucun environnement n’est choisi.</translation>
    </message>
    <message>
        <source>Checked: %1 of %2</source>
        <translation>Cochés&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Export presets</source>
        <translation>Exporter des préréglages</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>«&#xa0;%1&#xa0;» existe déjà.</translation>
    </message>
    <message>
        <source>The presets were saved, the environment was not.</source>
        <translation>Les préréglages sont enregistrés, pas l’environnement.</translation>
    </message>
</context>
<context>
    <name>gui::FindingsModel</name>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Problème</translation>
    </message>
</context>
<context>
    <name>gui::FindingsPanel</name>
    <message>
        <source>Nothing to complain about.</source>
        <translation>Rien à signaler.</translation>
    </message>
    <message>
        <source>Me&amp;nd</source>
        <translation>Corri&amp;ger</translation>
    </message>
</context>
<context>
    <name>gui::HeadersModel</name>
    <message>
        <source>automatic: the length of the body</source>
        <translation>automatique&#xa0;: la longueur du corps</translation>
    </message>
    <message>
        <source>names the partner</source>
        <translation>désigne le partenaire</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Edit header</source>
        <translation>Modifier l’en-tête</translation>
    </message>
    <message>
        <source>Add header</source>
        <translation>Ajouter un en-tête</translation>
    </message>
    <message>
        <source>Remove header</source>
        <translation>Supprimer l’en-tête</translation>
    </message>
    <message>
        <source>Move header</source>
        <translation>Déplacer l’en-tête</translation>
    </message>
</context>
<context>
    <name>gui::HelpPane</name>
    <message>
        <source>Put the cursor into a field of the call, or on a parameter, and press F1 to read what it means.</source>
        <translation>Placez le curseur dans un champ de l’appel, ou sur un paramètre, et appuyez sur F1 pour lire ce qu’il signifie.</translation>
    </message>
    <message>
        <source>“%1” is a key of the partner: a signal. The DCS compares it with the rules of the partner&apos;s traits.</source>
        <translation>«&#xa0;%1&#xa0;» est une clé du partenaire&#xa0;: un signal. Le DCS le compare aux règles des traits du partenaire.</translation>
    </message>
</context>
<context>
    <name>gui::HistoryExportDialog</name>
    <message>
        <source>HAR, for browsers and proxies</source>
        <translation>HAR, pour les navigateurs et les proxys</translation>
    </message>
    <message>
        <source>CSV, a line a call, for spreadsheets</source>
        <translation>CSV, une ligne par appel, pour les tableurs</translation>
    </message>
    <message>
        <source>JSON Lines, all that is known</source>
        <translation>JSON Lines, tout ce qui est connu</translation>
    </message>
    <message>
        <source>curl, a command a call</source>
        <translation>curl, une commande par appel</translation>
    </message>
    <message numerus="yes">
        <source>The %n &amp;selected call(s)</source>
        <translation>
            <numerusform>%n appel &amp;sélectionné</numerusform>
            <numerusform>%n appels &amp;sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Arrêté&#xa0;; rien n’a été écrit.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) written to “%1”.</source>
        <translation>
            <numerusform>%n appel écrit dans «&#xa0;%1&#xa0;».</numerusform>
            <numerusform>%n appels écrits dans «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::HistoryModel</name>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>envoi</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
</context>
<context>
    <name>gui::HistoryPanel</name>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>Every call you send is listed here.</source>
        <translation>Chaque appel que vous envoyez figure ici.</translation>
    </message>
    <message>
        <source>No call fits the search.</source>
        <translation>Aucun appel ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Copier au &amp;format</translation>
    </message>
    <message>
        <source>Search the history

Each word must occur in URL, parameters, IDs, answer (its first 64 KB) or note, anywhere and in any case. Words in quotation marks belong together: &quot;famous popstar&quot;. Filters restrict further; the list shows what fits all of them.

alias:acme – the partner
region:9 – where it was sent
status:200, 4xx, failed, unknown, inflight
error:171 – a DCS code in the answer
since:yesterday, 2h, 7d, 2026-01-31
until:2026-01-31 – to the end of that day
on:today, 2026-01-31, 2026-01
preset:login – made from a preset
env:staging – made with an environment
batch:ID – made by a run
pinned:yes, no
note:report – words of its note; note:* any note

A value with blanks stands in quotation marks: preset:&quot;my preset&quot;. To look for the text alias:acme itself, put all of it in quotation marks. Down offers filters and values.</source>
        <translation>Rechercher dans l’historique

Chaque mot doit se trouver dans l’URL, les paramètres, les ID, la réponse (ses premiers 64&#xa0;Ko) ou la remarque, n’importe où, sans distinguer les majuscules. Les mots entre guillemets vont ensemble&#xa0;: &quot;famous popstar&quot;. Les filtres restreignent davantage&#xa0;; la liste montre ce qui répond à tous.

alias:acme – le partenaire
region:9 – où il a été envoyé
status:200, 4xx, failed, unknown, inflight
error:171 – un code du DCS dans la réponse
since:yesterday, 2h, 7d, 2026-01-31
until:2026-01-31 – jusqu’à la fin de ce jour
on:today, 2026-01-31, 2026-01
preset:login – fait à partir d’un préréglage
env:staging – fait avec un environnement
batch:ID – fait par une exécution
pinned:yes, no
note:rapport – mots de sa remarque&#xa0;; note:* toute remarque

Une valeur avec des espaces s’écrit entre guillemets&#xa0;: preset:&quot;my preset&quot;. Pour chercher le texte alias:acme lui-même, mettez-le tout entier entre guillemets. Bas propose des filtres et des valeurs.</translation>
    </message>
    <message>
        <source>Going to the oldest call; %1 read. Any other key stops.</source>
        <translation>Vers l’appel le plus ancien&#xa0;; %1 lus. Toute autre touche arrête.</translation>
    </message>
    <message>
        <source>Note on the call, found by the search:</source>
        <translation>Remarque sur l’appel, que la recherche trouve&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>Note on the %n selected call(s):</source>
        <translation>
            <numerusform>Remarque sur le %n appel sélectionné&#xa0;:</numerusform>
            <numerusform>Remarque sur les %n appels sélectionnés&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were deleted from the history.</source>
        <translation>
            <numerusform>%n appel a été supprimé de l’historique.</numerusform>
            <numerusform>%n appels ont été supprimés de l’historique.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::IdentitiesModel</name>
    <message>
        <source>d_uuid: Audience Manager user ID</source>
        <translation>d_uuid&#xa0;: ID utilisateur d’Audience Manager</translation>
    </message>
    <message>
        <source>d_mid: Experience Cloud ID</source>
        <translation>d_mid&#xa0;: Experience Cloud ID</translation>
    </message>
    <message>
        <source>d_cid: customer ID of a data source</source>
        <translation>d_cid&#xa0;: ID client d’une source de données</translation>
    </message>
    <message>
        <source>d_cid_ic: customer ID by integration code</source>
        <translation>d_cid_ic&#xa0;: ID client par code d’intégration</translation>
    </message>
    <message>
        <source>d_cid_ns: customer ID by namespace</source>
        <translation>d_cid_ns&#xa0;: ID client par espace de noms</translation>
    </message>
    <message>
        <source>d_dpid and d_dpuuid: deprecated pair</source>
        <translation>d_dpid et d_dpuuid&#xa0;: paire obsolète</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>0 unknown</source>
        <translation>0 inconnu</translation>
    </message>
    <message>
        <source>1 authenticated</source>
        <translation>1 authentifié</translation>
    </message>
    <message>
        <source>2 logged out</source>
        <translation>2 déconnecté</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Edit user ID</source>
        <translation>Modifier l’ID utilisateur</translation>
    </message>
    <message>
        <source>Add user ID</source>
        <translation>Ajouter un ID utilisateur</translation>
    </message>
    <message>
        <source>Remove user ID</source>
        <translation>Supprimer l’ID utilisateur</translation>
    </message>
</context>
<context>
    <name>gui::ImportDialog</name>
    <message>
        <source>URLs</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>curl lines</source>
        <translation>Lignes curl</translation>
    </message>
    <message>
        <source>HAR</source>
        <translation>HAR</translation>
    </message>
    <message>
        <source>Postman collection</source>
        <translation>Collection Postman</translation>
    </message>
    <message>
        <source>.http requests</source>
        <translation>Requêtes .http</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>Tableau CSV</translation>
    </message>
    <message>
        <source>Recognise it</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Calls to import</source>
        <translation>Appels à importer</translation>
    </message>
    <message>
        <source>Calls (*.http *.rest *.har *.json *.csv *.txt *.sh);;All files (*)</source>
        <translation>Appels (*.http *.rest *.har *.json *.csv *.txt *.sh);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Paste something, or open a file.</source>
        <translation>Collez quelque chose, ou ouvrez un fichier.</translation>
    </message>
    <message>
        <source>There is no call to the DCS in it.</source>
        <translation>Cela ne contient aucun appel au DCS.</translation>
    </message>
    <message>
        <source>%1, calls: %2</source>
        <translation>%1, appels&#xa0;: %2</translation>
    </message>
    <message>
        <source>At most %1 calls open as tabs; add them to the presets.</source>
        <translation>Au plus %1 appels s’ouvrent en onglets&#x202f;; ajoutez-les aux préréglages.</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>«&#xa0;%1&#xa0;» existe déjà.</translation>
    </message>
    <message>
        <source>Choose another name; an import never overwrites presets.</source>
        <translation>Choisissez un autre nom&#x202f;; un import n’écrase jamais de préréglages.</translation>
    </message>
    <message>
        <source>Postman environment “%1”, values: %2</source>
        <translation>Environnement Postman «&#xa0;%1&#xa0;», valeurs&#xa0;: %2</translation>
    </message>
    <message>
        <source>Add to envi&amp;ronments</source>
        <translation>&amp;Ajouter aux environnements</translation>
    </message>
    <message>
        <source>Add to p&amp;resets</source>
        <translation>&amp;Ajouter aux préréglages</translation>
    </message>
</context>
<context>
    <name>gui::ImportModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
</context>
<context>
    <name>gui::JsonFilter</name>
    <message>
        <source>Character %1: %2.</source>
        <translation>Caractère %1&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>gui::JsonPage</name>
    <message>
        <source>Copy &amp;value</source>
        <translation>Copier la &amp;valeur</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Copier en &amp;JSON</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>Copier le &amp;chemin</translation>
    </message>
    <message>
        <source>Show in &amp;raw text</source>
        <translation>Afficher dans le texte &amp;brut</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>La réponse n’a pas de corps.</translation>
    </message>
    <message>
        <source>The body is no JSON.</source>
        <translation>Le corps n’est pas du JSON.</translation>
    </message>
    <message>
        <source>The first %1 were opened.</source>
        <translation>Les %1 premiers ont été développés.</translation>
    </message>
    <message>
        <source>%1 found, the first %2 shown</source>
        <translation>Trouvés&#xa0;: %1, les %2 premiers affichés</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>Trouvés&#xa0;: %1</translation>
    </message>
    <message>
        <source>The document is %1 levels deep. Here it is shown down to level %2, and whole in the tab Raw.</source>
        <translation>Le document a %1 niveaux de profondeur. Il est affiché ici jusqu’au niveau %2, et en entier dans l’onglet Brut.</translation>
    </message>
</context>
<context>
    <name>gui::JsonTreeModel</name>
    <message>
        <source>object</source>
        <translation>objet</translation>
    </message>
    <message>
        <source>array</source>
        <translation>tableau</translation>
    </message>
    <message>
        <source>string</source>
        <translation>chaîne</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>booléen</translation>
    </message>
    <message>
        <source>%1, repeated key</source>
        <translation>%1, clé répétée</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>%1, deeper than %2 levels</source>
        <translation>%1, à plus de %2 niveaux</translation>
    </message>
</context>
<context>
    <name>gui::KeychainDialog</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>In presets and environments</source>
        <translation>Dans les préréglages et environnements</translation>
    </message>
    <message>
        <source>Stored as “%1”.</source>
        <translation>Enregistré sous «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Remove a secret</source>
        <translation>Supprimer un secret</translation>
    </message>
    <message>
        <source>This removes “%1” from the keychain. Calls that name it can then not be sent.</source>
        <translation>Ceci supprime «&#xa0;%1&#xa0;» du trousseau. Les appels qui le nomment ne pourront plus être envoyés.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>«&#xa0;%1&#xa0;» est supprimé.</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Interrogation du trousseau…</translation>
    </message>
</context>
<context>
    <name>gui::KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et raccourcis</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Open file</source>
        <translation>Ouvrir un fichier</translation>
    </message>
    <message>
        <source>Calls (*.http *.rest *.har *.json *.csv *.txt);;All files (*)</source>
        <translation>Appels (*.http *.rest *.har *.json *.csv *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rétablir&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1[*] – DCS Workbench</source>
        <translation>%1[*] – DCS Workbench</translation>
    </message>
    <message>
        <source>DCS Workbench</source>
        <translation>DCS Workbench</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>Enregistré dans %1.</translation>
    </message>
    <message>
        <source>%1 DCS calls opened, %2 other entries left out.</source>
        <translation>Appels au DCS ouverts&#xa0;: %1, autres entrées laissées de côté&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Folder with presets</source>
        <translation>Dossier des préréglages</translation>
    </message>
    <message>
        <source>About DCS Workbench</source>
        <translation>À propos de DCS Workbench</translation>
    </message>
    <message>
        <source>DCS Workbench %1

Builds, sends and explains calls to the Data Collection Servers of Adobe Audience Manager.

Licence: Apache-2.0. Not affiliated with Adobe.</source>
        <translation>DCS Workbench %1

Compose, envoie et explique des appels aux Data Collection Servers d’Adobe Audience Manager.

Licence&#xa0;: Apache-2.0. Sans lien avec Adobe.</translation>
    </message>
    <message>
        <source>Copied as %1.</source>
        <translation>Copié au format %1.</translation>
    </message>
    <message>
        <source>No file of presets is chosen.</source>
        <translation>Aucun fichier de préréglages n’est choisi.</translation>
    </message>
    <message>
        <source>Select a preset or a file in the sidebar first.</source>
        <translation>Sélectionnez d’abord un préréglage ou un fichier dans le panneau latéral.</translation>
    </message>
    <message>
        <source>LIVE %1 – %2[*] – DCS Workbench</source>
        <translation>PRODUCTION %1 – %2[*] – DCS Workbench</translation>
    </message>
    <message>
        <source>Copied as curl.</source>
        <translation>Copié en curl.</translation>
    </message>
    <message>
        <source>&amp;Compare the two calls</source>
        <translation>&amp;Comparer les deux appels</translation>
    </message>
    <message>
        <source>&amp;Compare with the open answer</source>
        <translation>&amp;Comparer avec la réponse ouverte</translation>
    </message>
    <message>
        <source>Unp&amp;in</source>
        <translation>Désép&amp;ingler</translation>
    </message>
    <message>
        <source>P&amp;in</source>
        <translation>Ép&amp;ingler</translation>
    </message>
    <message>
        <source>Call %1 was recorded with masked IDs, so it was opened but not sent: put IDs in the place of the hashes (%2…) first.</source>
        <translation>L’appel %1 a été enregistré avec des ID masqués&#xa0;: il a été ouvert mais pas envoyé. Mettez d’abord des ID à la place des hachages (%2…).</translation>
    </message>
    <message>
        <source>Call %1 was recorded with masked IDs: hashes (%2…) stand in their place.</source>
        <translation>L’appel %1 a été enregistré avec des ID masqués&#xa0;: des hachages (%2…) les remplacent.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Appel %1</translation>
    </message>
    <message>
        <source>There is no open answer to compare with.</source>
        <translation>Aucune réponse n’est ouverte pour comparer.</translation>
    </message>
    <message>
        <source>Select two calls of the history, or open one first.</source>
        <translation>Sélectionnez deux appels de l’historique, ou ouvrez-en d’abord un.</translation>
    </message>
    <message>
        <source>open call: %1</source>
        <translation>appel ouvert&#xa0;: %1</translation>
    </message>
    <message>
        <source>Environment “%1” added.</source>
        <translation>Environnement «&#xa0;%1&#xa0;» ajouté.</translation>
    </message>
</context>
<context>
    <name>gui::MaskingDialog</name>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) were recorded with their IDs as they are.</source>
        <translation>
            <numerusform>%n appel a été enregistré avec ses ID tels quels.</numerusform>
            <numerusform>%n appels ont été enregistrés avec leurs ID tels quels.</numerusform>
        </translation>
    </message>
    <message>
        <source>No call in the history was recorded with its IDs as they are.</source>
        <translation>Aucun appel de l’historique n’a été enregistré avec ses ID tels quels.</translation>
    </message>
    <message>
        <source>Mask earlier calls</source>
        <translation>Masquer les appels antérieurs</translation>
    </message>
    <message numerus="yes">
        <source>This replaces the IDs of %n call(s) by hashes for good. They cannot be sent again as they were.</source>
        <translation>
            <numerusform>Les ID de %n appel seront remplacés définitivement par des hachages. Il ne pourra pas être renvoyé tel quel.</numerusform>
            <numerusform>Les ID de %n appels seront remplacés définitivement par des hachages. Ils ne pourront pas être renvoyés tels quels.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Masking…</source>
        <translation>Masquage…</translation>
    </message>
</context>
<context>
    <name>gui::OpenPresets</name>
    <message>
        <source>“%1” was changed by another program and read again.</source>
        <translation>«&#xa0;%1&#xa0;» a été modifié par un autre programme et relu.</translation>
    </message>
    <message>
        <source>“%1” was changed by another program. Ctrl+S shows the difference before anything is overwritten.</source>
        <translation>«&#xa0;%1&#xa0;» a été modifié par un autre programme. Ctrl+S montre la différence avant d’écraser quoi que ce soit.</translation>
    </message>
    <message>
        <source>“%1” is no longer in %2: another program removed or renamed it. Ctrl+S asks what to do.</source>
        <translation>«&#xa0;%1&#xa0;» n’est plus dans %2&#xa0;: un autre programme l’a supprimé ou renommé. Ctrl+S demande que faire.</translation>
    </message>
    <message>
        <source>“%1” holds no request.</source>
        <translation>«&#xa0;%1&#xa0;» ne contient aucune requête.</translation>
    </message>
</context>
<context>
    <name>gui::OptionsPanel</name>
    <message>
        <source>Choose a CA file</source>
        <translation>Choisir un fichier d’AC</translation>
    </message>
    <message>
        <source>Choose a client certificate</source>
        <translation>Choisir un certificat client</translation>
    </message>
    <message>
        <source>Choose a client key</source>
        <translation>Choisir une clé client</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>Certificats et clés (*.pem *.crt *.cer *.key);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>gui::ParametersModel</name>
    <message>
        <source>(no value)</source>
        <translation>(aucune valeur)</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>Switch parameter on</source>
        <translation>Activer le paramètre</translation>
    </message>
    <message>
        <source>Switch parameter off</source>
        <translation>Désactiver le paramètre</translation>
    </message>
    <message>
        <source>Edit parameter</source>
        <translation>Modifier le paramètre</translation>
    </message>
    <message>
        <source>Add parameter</source>
        <translation>Ajouter un paramètre</translation>
    </message>
    <message>
        <source>Remove parameters</source>
        <translation>Supprimer des paramètres</translation>
    </message>
    <message>
        <source>Duplicate parameters</source>
        <translation>Dupliquer des paramètres</translation>
    </message>
    <message>
        <source>Move parameter</source>
        <translation>Déplacer le paramètre</translation>
    </message>
    <message>
        <source>Edit parameters as text</source>
        <translation>Modifier les paramètres en texte</translation>
    </message>
</context>
<context>
    <name>gui::ParametersPanel</name>
    <message>
        <source>Encode value</source>
        <translation>Encoder la valeur</translation>
    </message>
    <message>
        <source>Decode value</source>
        <translation>Décoder la valeur</translation>
    </message>
    <message>
        <source>Insert separator</source>
        <translation>Insérer le séparateur</translation>
    </message>
</context>
<context>
    <name>gui::PresetEdits</name>
    <message>
        <source>%1 copy</source>
        <translation>%1 copie</translation>
    </message>
    <message>
        <source>%1 copy %2</source>
        <translation>%1 copie %2</translation>
    </message>
    <message>
        <source>It uses variables of the file it came from: %1.</source>
        <translation>Il utilise des variables de son fichier d’origine&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>Supprimer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n entries</source>
        <translation>
            <numerusform>Supprimer %n entrée</numerusform>
            <numerusform>Supprimer %n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicate “%1”</source>
        <translation>Dupliquer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n entries</source>
        <translation>
            <numerusform>Dupliquer %n entrée</numerusform>
            <numerusform>Dupliquer %n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy “%1”</source>
        <translation>Copier «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Move “%1”</source>
        <translation>Déplacer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n entries</source>
        <translation>
            <numerusform>Copier %n entrée</numerusform>
            <numerusform>Copier %n entrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n entries</source>
        <translation>
            <numerusform>Déplacer %n entrée</numerusform>
            <numerusform>Déplacer %n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no name.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nom.</translation>
    </message>
    <message>
        <source>A name has letters and no slash.</source>
        <translation>Un nom a des lettres et pas de barre oblique.</translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation>Renommer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>New folder “%1”</source>
        <translation>Nouveau dossier «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Bring in “%1”</source>
        <translation>Ajouter «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n files</source>
        <translation>
            <numerusform>Ajouter %n fichier</numerusform>
            <numerusform>Ajouter %n fichiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PresetFiles</name>
    <message>
        <source>The file “%1” no longer has that request.</source>
        <translation>Le fichier «&#xa0;%1&#xa0;» ne contient plus cette requête.</translation>
    </message>
    <message>
        <source>Open it again from the list of presets.</source>
        <translation>Rouvrez-la depuis la liste des préréglages.</translation>
    </message>
    <message>
        <source>The preset is no longer in “%1”: another program removed or renamed it.</source>
        <translation>Le préréglage n’est plus dans «&#xa0;%1&#xa0;»&#xa0;: un autre programme l’a supprimé ou renommé.</translation>
    </message>
    <message>
        <source>The preset was changed in “%1” by another program since it was opened.</source>
        <translation>Le préréglage a été modifié dans «&#xa0;%1&#xa0;» par un autre programme depuis son ouverture.</translation>
    </message>
    <message>
        <source>Look at the difference and choose what stays.</source>
        <translation>Regardez la différence et choisissez ce qui reste.</translation>
    </message>
    <message>
        <source>Save “%1”</source>
        <translation>Enregistrer «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>gui::PresetScan</name>
    <message>
        <source>“%1” holds more files than are listed.</source>
        <translation>«&#xa0;%1&#xa0;» contient plus de fichiers que la liste n’en montre.</translation>
    </message>
</context>
<context>
    <name>gui::PresetsModel</name>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Git: %1</source>
        <translation>Git&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>gui::PresetsPanel</name>
    <message>
        <source>No presets yet. Ctrl+S saves the call as one.</source>
        <translation>Aucun préréglage. Ctrl+S enregistre l’appel comme préréglage.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>Renommer le préréglage</translation>
    </message>
    <message>
        <source>No preset has these words.</source>
        <translation>Aucun préréglage ne contient ces mots.</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Dupliquer</translation>
    </message>
    <message>
        <source>Mo&amp;ve to…</source>
        <translation>Dé&amp;placer vers…</translation>
    </message>
    <message>
        <source>New &amp;folder…</source>
        <translation>&amp;Nouveau dossier…</translation>
    </message>
    <message>
        <source>Show in the file mana&amp;ger</source>
        <translation>Afficher dans le gestionnaire de &amp;fichiers</translation>
    </message>
    <message>
        <source>Open another wor&amp;kspace folder…</source>
        <translation>Ouvrir un &amp;autre dossier de travail…</translation>
    </message>
    <message>
        <source>&amp;Close the workspace folder “%1”</source>
        <translation>Ferme&amp;r le dossier de travail «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Rename file</source>
        <translation>Renommer le fichier</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>Renommer le dossier</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Nom du dossier</translation>
    </message>
    <message>
        <source>File that it goes into</source>
        <translation>Fichier de destination</translation>
    </message>
    <message>
        <source>Folder that it goes into; empty: the workspace</source>
        <translation>Dossier de destination&#x202f;; vide&#xa0;: l’espace de travail</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>%1: done.</source>
        <translation>%1&#xa0;: fait.</translation>
    </message>
</context>
<context>
    <name>gui::ProbeDialog</name>
    <message>
        <source>Measuring…</source>
        <translation>Mesure en cours…</translation>
    </message>
    <message>
        <source>No region answered. The table says why.</source>
        <translation>Aucune région n’a répondu. Le tableau dit pourquoi.</translation>
    </message>
    <message>
        <source>Nearest: %1, %2 ms.</source>
        <translation>La plus proche&#xa0;: %1, %2&#xa0;ms.</translation>
    </message>
    <message>
        <source>It is the user&apos;s home, too.</source>
        <translation>C’est aussi la région de l’utilisateur.</translation>
    </message>
    <message>
        <source>The user&apos;s home is %1: calls for this user belong there.</source>
        <translation>La région de l’utilisateur est %1&#xa0;: ses appels doivent y aller.</translation>
    </message>
    <message>
        <source>All regions are the sandbox on this machine.</source>
        <translation>Toutes les régions sont le bac à sable de cette machine.</translation>
    </message>
    <message>
        <source>Use region %1</source>
        <translation>Utiliser la région %1</translation>
    </message>
</context>
<context>
    <name>gui::ProbeModel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>la plus proche</translation>
    </message>
    <message>
        <source>the user&apos;s home</source>
        <translation>région de l’utilisateur</translation>
    </message>
    <message>
        <source>region of the call</source>
        <translation>région de l’appel</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>mesure…</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>gui::RawFinder</name>
    <message>
        <source>Character %1: %2.</source>
        <translation>Caractère %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>This expression takes too long. Make it more definite.</source>
        <translation>Cette expression prend trop de temps. Rendez-la plus précise.</translation>
    </message>
</context>
<context>
    <name>gui::RawPage</name>
    <message>
        <source>Bytes: %1</source>
        <translation>Octets&#xa0;: %1</translation>
    </message>
    <message>
        <source>Lines: %1</source>
        <translation>Lignes&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>gui::RawView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>gui::RetentionDialog</name>
    <message>
        <source>one call</source>
        <translation>un appel</translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n appel</numerusform>
            <numerusform>%n appels</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, from %3 to %4</source>
        <translation>%1, %2, du %3 au %4</translation>
    </message>
    <message>
        <source>Choose what may go.</source>
        <translation>Choisissez ce qui peut partir.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>Would remove %1.</source>
        <translation>Supprimerait %1.</translation>
    </message>
    <message>
        <source>Nothing would be removed.</source>
        <translation>Rien ne serait supprimé.</translation>
    </message>
    <message>
        <source>Remove calls from the history</source>
        <translation>Supprimer des appels de l’historique</translation>
    </message>
    <message>
        <source>This removes %1 for good.</source>
        <translation>Ceci supprime définitivement %1.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Suppression…</translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation>Supprimé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>Rien n’a été supprimé.</translation>
    </message>
    <message>
        <source>Giving the space back to the disk…</source>
        <translation>Restitution de l’espace au disque…</translation>
    </message>
</context>
<context>
    <name>gui::RunAllDialog</name>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>envoi…</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>non envoyée</translation>
    </message>
    <message>
        <source>%1 of %2 held</source>
        <translation>remplies&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>Expected “%1”, got “%2”.</source>
        <translation>Attendu&#xa0;: «&#xa0;%1&#xa0;», obtenu&#xa0;: «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Expectations</source>
        <translation>Attentes</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Capturé</translation>
    </message>
    <message>
        <source>The requests of “%1”, in order. What one captures fills the {{variables}} of the next.</source>
        <translation>Les requêtes de «&#xa0;%1&#xa0;», dans l’ordre. Ce que l’une capture remplit les {{variables}} de la suivante.</translation>
    </message>
    <message>
        <source>The file holds no request.</source>
        <translation>Le fichier ne contient aucune requête.</translation>
    </message>
    <message>
        <source>All requests were answered as expected.</source>
        <translation>Toutes les requêtes ont reçu la réponse attendue.</translation>
    </message>
    <message>
        <source>One request was not sent.</source>
        <translation>Une requête n’a pas été envoyée.</translation>
    </message>
    <message numerus="yes">
        <source>%n requests were not sent.</source>
        <translation>
            <numerusform>%n requête n’a pas été envoyée.</numerusform>
            <numerusform>%n requêtes n’ont pas été envoyées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SavePresetDialog</name>
    <message>
        <source>A preset needs a name.</source>
        <translation>Un préréglage doit avoir un nom.</translation>
    </message>
    <message>
        <source>Choose or type a file name.</source>
        <translation>Choisissez ou saisissez un nom de fichier.</translation>
    </message>
</context>
<context>
    <name>gui::SearchCompleter</name>
    <message>
        <source>Completions</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <source>the partner</source>
        <translation>le partenaire</translation>
    </message>
    <message>
        <source>a DCS code in the answer</source>
        <translation>un code du DCS dans la réponse</translation>
    </message>
    <message>
        <source>HTTP status, or how it ended</source>
        <translation>statut HTTP, ou son issue</translation>
    </message>
    <message>
        <source>not older than</source>
        <translation>pas avant</translation>
    </message>
    <message>
        <source>not newer than</source>
        <translation>pas après</translation>
    </message>
    <message>
        <source>on a day or in a month</source>
        <translation>un jour ou un mois</translation>
    </message>
    <message>
        <source>where it was sent</source>
        <translation>où il a été envoyé</translation>
    </message>
    <message>
        <source>made from a preset</source>
        <translation>fait à partir d’un préréglage</translation>
    </message>
    <message>
        <source>made with an environment</source>
        <translation>fait avec un environnement</translation>
    </message>
    <message>
        <source>made by a run</source>
        <translation>fait par une exécution</translation>
    </message>
    <message>
        <source>pinned or not</source>
        <translation>épinglé ou non</translation>
    </message>
    <message>
        <source>words of its note</source>
        <translation>mots de sa remarque</translation>
    </message>
</context>
<context>
    <name>gui::Services</name>
    <message>
        <source>Send to a live system</source>
        <translation>Envoyer à un système en production</translation>
    </message>
    <message>
        <source>The environment “%1” is live: the DCS counts this call for real users.</source>
        <translation>L’environnement «&#xa0;%1&#xa0;» est en production&#xa0;: le DCS compte cet appel pour de vrais utilisateurs.</translation>
    </message>
    <message>
        <source>Send live</source>
        <translation>Envoyer en production</translation>
    </message>
</context>
<context>
    <name>gui::Session</name>
    <message>
        <source>The calls that were open last time cannot be read.</source>
        <translation>Les appels ouverts la dernière fois sont illisibles.</translation>
    </message>
</context>
<context>
    <name>gui::SignalsModel</name>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>Edit signal</source>
        <translation>Modifier le signal</translation>
    </message>
    <message>
        <source>Add signal</source>
        <translation>Ajouter un signal</translation>
    </message>
    <message>
        <source>Remove signal</source>
        <translation>Supprimer le signal</translation>
    </message>
</context>
<context>
    <name>gui::TakeIdsDialog</name>
    <message>
        <source>AMCV cookie</source>
        <translation>cookie AMCV</translation>
    </message>
    <message>
        <source>/id answer</source>
        <translation>réponse de /id</translation>
    </message>
    <message>
        <source>DCS answer</source>
        <translation>réponse du DCS</translation>
    </message>
    <message>
        <source>UUID %1</source>
        <translation>UUID %1</translation>
    </message>
    <message>
        <source>ECID %1</source>
        <translation>ECID %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>ID utilisateur</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Both questions go to the built-in sandbox and into the history.</source>
        <translation>Les deux demandes vont au bac à sable intégré et dans l’historique.</translation>
    </message>
    <message>
        <source>The questions go to dpm.demdex.net and to %1, and into the history.</source>
        <translation>Les demandes vont à dpm.demdex.net et à %1, et dans l’historique.</translation>
    </message>
    <message>
        <source>Cookie, answer or HAR</source>
        <translation>Cookie, réponse ou HAR</translation>
    </message>
    <message>
        <source>Texts (*.har *.json *.txt);;All files (*)</source>
        <translation>Textes (*.har *.json *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>There is no answer in the history yet.</source>
        <translation>L’historique ne contient encore aucune réponse.</translation>
    </message>
    <message>
        <source>An ECID belongs to an organization.</source>
        <translation>Un ECID appartient à une organisation.</translation>
    </message>
    <message>
        <source>Enter its ID: 24 letters and digits, then @AdobeOrg.</source>
        <translation>Saisissez son ID&#xa0;: 24 lettres et chiffres, puis @AdobeOrg.</translation>
    </message>
    <message>
        <source>The DCS refused: %1</source>
        <translation>Le DCS a refusé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing pasted or asked for yet.</source>
        <translation>Rien de collé ni de demandé pour le moment.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Nothing to complain about.</source>
        <translation>Rien à signaler.</translation>
    </message>
    <message>
        <source>Asking the DCS…</source>
        <translation>Demande au DCS…</translation>
    </message>
    <message>
        <source>Take over user and region</source>
        <translation>Reprendre utilisateur et région</translation>
    </message>
</context>
<context>
    <name>gui::Timing</name>
    <message>
        <source>Name look-up</source>
        <translation>Résolution du nom</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>Négociation TLS</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Wait for the first byte</source>
        <translation>Attente du premier octet</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>cannot be seen</source>
        <translation>non visible</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1&#xa0;o</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Pair</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>reused</source>
        <translation>réutilisée</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouvelle</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Received on the wire</source>
        <translation>Reçu en octets</translation>
    </message>
    <message>
        <source>Body, unpacked</source>
        <translation>Corps décompressé</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>Nom du serveur</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>vérifié</translation>
    </message>
    <message>
        <source>NOT verified: this call was sent insecurely on request</source>
        <translation>NON vérifié&#xa0;: cet appel a été envoyé sans sécurité, à votre demande</translation>
    </message>
    <message>
        <source>none: the call could be read on its way</source>
        <translation>aucun&#xa0;: l’appel a pu être lu en chemin</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expiré</translation>
    </message>
</context>
<context>
    <name>gui::TimingChart</name>
    <message>
        <source>total %1</source>
        <translation>total %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>gui::TimingPage</name>
    <message>
        <source>Fact</source>
        <translation>Donnée</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Valide du</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valide jusqu’au</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>Jours restants</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Redirect, %1</source>
        <translation>Redirection, %1</translation>
    </message>
    <message>
        <source>This call</source>
        <translation>Cet appel</translation>
    </message>
    <message>
        <source>Last to this region, %1</source>
        <translation>Dernier vers cette région, %1</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>Dernier appel</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
</context>
<context>
    <name>gui::VariableHelp</name>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>Stands for: %1</source>
        <translation>Représente&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1
Stands for: %2</source>
        <translation>%1
Représente&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>gui::WireEdit</name>
    <message>
        <source>&amp;Encode</source>
        <translation>&amp;Encoder</translation>
    </message>
    <message>
        <source>&amp;Decode</source>
        <translation>&amp;Décoder</translation>
    </message>
    <message>
        <source>&amp;Insert %01</source>
        <translation>&amp;Insérer %01</translation>
    </message>
</context>
<context>
    <name>interop::ExportFormat</name>
    <message>
        <source>curl (bash)</source>
        <translation>curl (bash)</translation>
    </message>
    <message>
        <source>curl (Windows cmd)</source>
        <translation>curl (cmd Windows)</translation>
    </message>
    <message>
        <source>curl (PowerShell)</source>
        <translation>curl (PowerShell)</translation>
    </message>
    <message>
        <source>HAR</source>
        <translation>HAR</translation>
    </message>
    <message>
        <source>Postman collection</source>
        <translation>Collection Postman</translation>
    </message>
    <message>
        <source>.http request</source>
        <translation>Requête .http</translation>
    </message>
    <message>
        <source>Python (requests)</source>
        <translation>Python (requests)</translation>
    </message>
    <message>
        <source>JavaScript (Node)</source>
        <translation>JavaScript (Node)</translation>
    </message>
    <message>
        <source>Java (HttpClient)</source>
        <translation>Java (HttpClient)</translation>
    </message>
    <message>
        <source>C# (HttpClient)</source>
        <translation>C# (HttpClient)</translation>
    </message>
    <message>
        <source>Artillery script</source>
        <translation>Script Artillery</translation>
    </message>
    <message>
        <source>k6 script</source>
        <translation>Script k6</translation>
    </message>
</context>
<context>
    <name>store::History</name>
    <message>
        <source>alias %1</source>
        <translation>alias %1</translation>
    </message>
    <message>
        <source>region %1</source>
        <translation>région %1</translation>
    </message>
    <message>
        <source>failed before an answer was complete</source>
        <translation>échec avant une réponse complète</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>issue inconnue</translation>
    </message>
    <message>
        <source>still in flight</source>
        <translation>encore en cours</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>statut %1</translation>
    </message>
    <message>
        <source>DCS error %1</source>
        <translation>erreur DCS %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>avant %1</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>préréglage %1</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>lot %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglés</translation>
    </message>
    <message>
        <source>not pinned</source>
        <translation>non épinglés</translation>
    </message>
    <message>
        <source>with “%1”</source>
        <translation>avec «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>all calls</source>
        <translation>tous les appels</translation>
    </message>
    <message>
        <source>Write, for example, alias:acme.</source>
        <translation>Écrivez par exemple alias:acme.</translation>
    </message>
    <message>
        <source>Write, for example, error:171.</source>
        <translation>Écrivez par exemple error:171.</translation>
    </message>
    <message>
        <source>Write a code (200), a class (4xx), failed, unknown or inflight.</source>
        <translation>Écrivez un code (200), une classe (4xx), failed, unknown ou inflight.</translation>
    </message>
    <message>
        <source>Write today, yesterday, 30m, 2h, 7d, 4w, 2026-01-31 or 2026-01-31T12:00.</source>
        <translation>Écrivez today, yesterday, 30m, 2h, 7d, 4w, 2026-01-31 ou 2026-01-31T12:00.</translation>
    </message>
    <message>
        <source>Write today, yesterday, 2026-01-31 or 2026-01.</source>
        <translation>Écrivez today, yesterday, 2026-01-31 ou 2026-01.</translation>
    </message>
    <message>
        <source>Write, for example, region:9.</source>
        <translation>Écrivez par exemple region:9.</translation>
    </message>
    <message>
        <source>Write, for example, preset:login.</source>
        <translation>Écrivez par exemple preset:login.</translation>
    </message>
    <message>
        <source>Write, for example, env:staging.</source>
        <translation>Écrivez par exemple env:staging.</translation>
    </message>
    <message>
        <source>Write the ID of the run: batch:ID.</source>
        <translation>Écrivez l’ID de l’exécution&#xa0;: batch:ID.</translation>
    </message>
    <message>
        <source>Write pinned:yes or pinned:no.</source>
        <translation>Écrivez pinned:yes ou pinned:no.</translation>
    </message>
    <message>
        <source>Write, for example, note:report, or note:* for any note.</source>
        <translation>Écrivez par exemple note:rapport, ou note:* pour toute note.</translation>
    </message>
    <message>
        <source>this is no day.</source>
        <translation>ce n’est pas un jour.</translation>
    </message>
    <message>
        <source>this is no time.</source>
        <translation>ce n’est pas un moment.</translation>
    </message>
    <message>
        <source>the line says already when.</source>
        <translation>la ligne dit déjà quand.</translation>
    </message>
    <message>
        <source>Leave one of “on” and “since” or “until” out.</source>
        <translation>Retirez soit «&#xa0;on&#xa0;», soit «&#xa0;since&#xa0;» ou «&#xa0;until&#xa0;».</translation>
    </message>
    <message>
        <source>a call is pinned or not.</source>
        <translation>un appel est épinglé ou ne l’est pas.</translation>
    </message>
    <message>
        <source>there is no value behind the colon.</source>
        <translation>il n’y a pas de valeur après les deux-points.</translation>
    </message>
    <message>
        <source>a region is a number.</source>
        <translation>une région est un nombre.</translation>
    </message>
    <message>
        <source>a DCS error is a number.</source>
        <translation>une erreur DCS est un nombre.</translation>
    </message>
    <message>
        <source>this is no status.</source>
        <translation>ce n’est pas un statut.</translation>
    </message>
    <message>
        <source>there are two filters of this name.</source>
        <translation>il y a deux filtres de ce nom.</translation>
    </message>
    <message>
        <source>Leave one of them out, or put it in quotation marks to look for its text.</source>
        <translation>Retirez-en un, ou mettez-le entre guillemets pour rechercher son texte.</translation>
    </message>
    <message>
        <source>environment %1</source>
        <translation>environnement %1</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>avec une note</translation>
    </message>
    <message>
        <source>with a note that says “%1”</source>
        <translation>avec une note qui dit «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
</TS>
