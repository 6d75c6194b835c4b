### Italian: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as “tu”. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = Sì, grazie: { $business } può inviarmi su WhatsApp i messaggi che scelgo qui.
    .reviewed_by = none
edition-1-not-a-condition = È facoltativo: non serve dire di sì per fare acquisti.
    .reviewed_by = none
edition-1-withdrawal = Puoi revocare il tuo sì in qualsiasi momento con il link che trovi sulla ricevuta. È gratis e non devi indicare alcun motivo.
    .reviewed_by = none
edition-1-controller = Titolare del trattamento: { $legal_name }, { $address }. Contatto: { $contact }
    .reviewed_by = none
edition-1-privacy = Come { $business } tratta i tuoi dati personali
    .reviewed_by = none
edition-1-heading = Ricevi messaggi su WhatsApp
edition-1-legend = Quali messaggi ti fa piacere ricevere?
edition-1-submit = Sì, grazie
edition-1-success-heading = Grazie, il tuo sì è salvato
edition-1-success-text = Conserva la ricevuta. Con il link che contiene puoi revocare il tuo sì in qualsiasi momento.

## Labels that explain the form.

form-country = Paese
form-phone = Il tuo numero WhatsApp
form-sending = Salvataggio del tuo sì…
form-retry = Riprova
form-success-categories = Hai detto di sì a:
form-receipt = Apri la ricevuta
form-hosted = Apri il modulo in una pagina a sé
form-changed = Il testo è cambiato. Leggi quello nuovo e rifai la tua scelta.

## What is said when something is wrong, by code.

form-error-number-missing = Inserisci il tuo numero.
form-error-number-impossible = Questo numero non corrisponde al Paese. Controlla entrambi.
form-error-category-none = Seleziona almeno un tipo di messaggio.
form-error-notice-outdated = Il testo è cambiato mentre leggevi, quindi il tuo sì non è stato salvato. Leggi quello nuovo e rifai la tua scelta.
form-error-rate-limited = Sono state inviate troppe risposte in poco tempo. Aspetta un po’ e riprova.
form-error-offline = Connessione non riuscita. Riprova pure: il tuo sì viene salvato una volta sola.
form-error-unavailable = Qualcosa non ha funzionato. Riprova tra poco.
form-error-refused = Non è stato possibile salvare il tuo sì da qui.

## How often at most, by period; one message apart from several.

cap-day-one = Al massimo 1 messaggio al giorno
cap-day-many = Al massimo { $max } messaggi al giorno
cap-week-one = Al massimo 1 messaggio a settimana
cap-week-many = Al massimo { $max } messaggi a settimana
cap-month-one = Al massimo 1 messaggio al mese
cap-month-many = Al massimo { $max } messaggi al mese

## What every page has.

common-skip = Vai al contenuto
common-language = Lingua
common-moment = { $day } { $month } { $year }, ore { $hour }:{ $minute } UTC
common-number-ending = Numero che termina con { $digits }
common-footer-controller = Titolare del trattamento: { $legal_name }, { $address }. Contatto: { $contact }
common-footer-privacy = Come { $business } tratta i tuoi dati personali
common-footer-jatak = Un servizio di Jatak, che tiene traccia dei sì e dei no.

## How a state is called.

state-never-asked = Non scelto
state-pending = In attesa di conferma
state-granted = Sì, grazie
state-withdrawn = No, grazie

## The form on a page of its own.

hosted-title = Messaggi di { $business } su WhatsApp
hosted-intro = Seleziona quello che ti fa piacere ricevere da { $business }.
hosted-noscript = Di’ di sì ai messaggi di { $business } su WhatsApp
hosted-errors-heading = Correggi questi punti e invia di nuovo

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = Premi ancora una volta
confirm-text = Il tuo browser nasconde la pagina da cui arrivi, perciò ti chiediamo di premere di nuovo. Non è ancora stato salvato nulla.
confirm-summary = Stai per dire di sì a questi messaggi di { $business } su WhatsApp:
confirm-submit = Sì, grazie
confirm-cancel = Torna indietro senza salvare

## The one page for links that are forged, cut, unknown or erased.

not-found-title = Questa pagina non esiste
not-found-text = Forse manca un pezzo del link, oppure ciò che mostrava è stato cancellato.
not-found-advice = Prova a riaprire il link da dove l’hai conservato. Puoi sempre scrivere all’azienda e dire di no.

## The receipt of one submission.

receipt-title = La tua ricevuta
receipt-intro = Ecco che cosa hai accettato di ricevere da { $business } su WhatsApp.
receipt-keep = Conserva il link a questa pagina, oppure stampala. Il link continuerà a funzionare.
receipt-business = Azienda
receipt-number = Numero
receipt-when = Data e ora
receipt-page = Pagina
receipt-record = Numero di ricevuta
receipt-said-yes = A che cosa hai detto di sì
receipt-frequency = Con quale frequenza
receipt-wording = Il testo che ti è stato mostrato
receipt-wording-link = Vedi il testo completo così com’è conservato
receipt-proof-heading = La tua prova
receipt-proof = Il tuo sì è in un registro che non si può modificare senza che si noti. Conserva il file qui sotto e potrai dimostrarlo a chiunque, anche senza di noi.
receipt-proof-file = Salva la ricevuta come file con prova
receipt-proof-check = Controlla un file di questo tipo
receipt-withdraw-heading = Preferisci dire di no?
receipt-withdraw-intro = Ha effetto subito, è gratis e non devi indicare alcun motivo.
receipt-withdraw = No, grazie: { $category }
receipt-withdrawn = No, grazie (dal giorno { $when })
receipt-stop-all-intro = Puoi anche fermare tutti i messaggi di { $business } su WhatsApp, compresi i nuovi tipi che si aggiungeranno in futuro.
receipt-stop-all = Ferma tutti i messaggi di { $business }
receipt-done-withdrawn = Hai detto di no a «{ $category }». { $business } non può più inviarti questi messaggi su WhatsApp.
receipt-done-stopped = Hai fermato tutto. { $business } non può più inviarti messaggi su WhatsApp.
receipt-stopped = Tutti i messaggi sono fermi dal giorno { $when }
receipt-link-caution = Non condividere il link. Chi ce l’ha può vedere questa ricevuta e dire di no al posto tuo, ma non di sì.

## All choices of one person.

choices-title = Le tue scelte per { $business }
choices-intro = Qui decidi che cosa { $business } può inviarti su WhatsApp. Puoi cambiare idea quante volte vuoi.
choices-legend = Messaggi
choices-state = Adesso: { $state }
choices-state-since = Adesso: { $state } (dal giorno { $when })
choices-pending = Qualcuno ha detto di sì con il tuo numero dopo che tu avevi detto di no. Non vale finché non dici di sì tu. Seleziona la casella se vuoi ricevere questi messaggi.
choices-awaited = Un sì con il tuo numero aspetta il tuo messaggio su WhatsApp. Non vale finché non arriva.
choices-imported = Non l’hai detto qui: { $business } afferma che hai detto di sì altrove ({ $source }; { $claimed }) e ha portato qui quel sì.
choices-retired = Non più in uso
choices-save = Salva le mie scelte
choices-saved = Le tue scelte sono salvate.
choices-unchanged = Non hai cambiato nulla, quindi tutto resta com’era.
choices-still-pending = Una parte aspetta ancora la tua conferma da WhatsApp, perché è da lì che hai detto di no. Fino ad allora vale il tuo «no».
choices-stop-all-intro = Ferma tutti i messaggi di { $business } su WhatsApp, compresi i nuovi tipi che si aggiungeranno in futuro.
choices-stop-all = Ferma tutti i messaggi di { $business }
choices-stopped = Hai fermato tutti i messaggi. { $business } può inviarti solo quelli a cui dirai di nuovo di sì.
choices-terms-changed = Il testo è cambiato mentre eri sulla pagina, quindi le tue scelte non sono state salvate. Leggi quello nuovo e rifai le tue scelte.
choices-terms-changed-noes-saved = Abbiamo salvato il tuo «no». Il testo è cambiato mentre eri sulla pagina: leggi quello nuovo prima di dire di sì a qualcosa.
choices-link-caution = Non condividere il link. Chi ce l’ha può cambiare le tue scelte.

## A refusal, for people.

error-title = Non ha funzionato
error-nothing-saved = Non è stato salvato nulla.
error-back = Torna indietro
error-again = Riapri il modulo
error-number-missing = Manca il tuo numero.
error-number-impossible = Questo numero non corrisponde al Paese. Controlla entrambi.
error-category-none = Seleziona almeno un tipo di messaggio.
error-notice-outdated = Il testo è cambiato da quando hai aperto la pagina. Leggi quello nuovo e rifai la tua scelta.
error-form-unfit = Non è stato possibile leggere il modulo. Riaprilo e riprova.
error-category-not-on-receipt = Questa ricevuta non riguarda quel tipo di messaggio.
error-origin-refused = La pagina da cui arrivi non può inviare risposte all’azienda. Usa il modulo dell’azienda stessa.
error-business-unknown = Non conosciamo questa azienda. Controlla l’indirizzo.
error-idempotency-conflict = Questo modulo è già stato inviato con altre risposte. Riaprilo per cambiare qualcosa.
error-body-too-large = È stato inviato più di quanto si possa accettare.
error-rate-limited = Sono state inviate troppe risposte in poco tempo. Aspetta un po’ e riprova.
error-unavailable = C’è molto traffico in questo momento. Aspetta un po’ e riprova.
error-internal = Qualcosa è andato storto da parte nostra. Riprova tra poco.

## The export, for the business.

export-title = Consensi raccolti da { $business }
export-intro = Scarica in un file tutti gli eventi o la situazione attuale.
export-key = Chiave API
export-key-help = Una chiave con il permesso read. Resta in questa scheda e non viene salvata da nessuna parte.
export-kind = Contenuto
export-kind-events = Tutti gli eventi
export-kind-state = Situazione attuale
export-kind-notices = I testi mostrati
export-from = Dal
export-to = Al
export-dates-help = Entrambi i giorni sono inclusi e calcolati in UTC. Lascia i campi vuoti per avere tutto.
export-category = Tipo di messaggio
export-category-any = Tutti i tipi
export-state = Risposta
export-state-any = Tutte le risposte
export-format = Formato
export-format-csv = CSV, per fogli di calcolo
export-format-ndjson = NDJSON, per programmi; gli eventi includono la prova
export-format-jsonld = JSON-LD, registrazioni del consenso (ISO/IEC TS 27560)
export-delimiter = Separatore
export-delimiter-comma = Virgola
export-delimiter-semicolon = Punto e virgola
export-delimiter-tab = Tabulazione
export-download = Scarica
export-cancel = Annulla
export-progress = Scaricato: { $size }…
export-progress-through = Evento { $seq } di { $total }; scaricato: { $size }…
export-progress-label = Avanzamento del download
export-done = Download completato: { $file }
export-cancelled = Annullato. Nessun file è stato salvato.
export-error-key-missing = Incolla una chiave API.
export-error-key-unknown = Questa azienda non ha una chiave simile. Controlla di averla incollata per intero.
export-error-scope = Questa chiave non permette di leggere. Usa una chiave con il permesso read.
export-error-choice = Queste scelte non si possono combinare. Controlla le date.
export-error-rate-limited = Troppi download in poco tempo. Aspetta un po’ e riprova.
export-error-offline = La connessione si è interrotta e il file non è completo. Riprova.
export-error-other = Non è stato possibile scaricare il file. Riprova tra poco.
export-noscript = Questa pagina usa JavaScript per inviare la chiave senza scriverla in un indirizzo. Senza JavaScript, scarica il file con curl:

## How often the form was shown, and how many said yes: below the export.

statistics-title = Visualizzazioni e risposte
statistics-help = Quante volte il modulo è stato mostrato lo comunicano i browser: i programmi di blocco trattengono le segnalazioni e chiunque può inventarle. Quanti hanno detto sì è contato dagli eventi. I giorni sono in UTC.
statistics-show = Mostra i numeri
statistics-none = In questi giorni il modulo non è stato mostrato e nessuno ha risposto.
statistics-day = Giorno
statistics-language = Lingua
statistics-shown = Mostrato
statistics-opted-in = Hanno detto sì

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = Mettere il modulo di { $business } in una pagina
embed-intro = Scegli che cosa mostrare, guarda il risultato e copia il codice.
embed-options = Opzioni
embed-form-language = Lingua del modulo
embed-theme = Colori
embed-theme-page = Come li ha la pagina
embed-theme-auto = Come li ha il dispositivo del cliente
embed-theme-light = Chiari
embed-theme-dark = Scuri
embed-width = Larghezza massima dello spazio
embed-categories = Tipi di messaggio offerti
embed-show = Mostra
embed-preview = Anteprima
embed-preview-note = Questa è un’anteprima. Nulla di ciò che scrivi qui viene inviato o registrato.
embed-preview-link = Apri il modulo in una pagina a sé
embed-code = Codice
embed-copy = Copia
embed-copied = Copiato
embed-snippet = Per qualsiasi pagina
embed-snippet-help = Incollalo dove deve stare il modulo. L’altezza riservata evita che la pagina si sposti quando il modulo compare.
embed-bare = Solo il tag script
embed-bare-help = Più breve, ma la pagina si sposta quando il modulo compare.
embed-element = Come elemento
embed-element-help = Per le applicazioni a pagina singola: si aggiunge, si sposta e si toglie come qualsiasi altro elemento.
embed-pinned = Fissato a una versione
embed-pinned-help = Il browser esegue questo script solo se è esattamente questo file; ciò che carica dopo viene dal server edge. Ogni volta che Jatak viene aggiornato, riprendi il codice da qui.
embed-tag-manager-help = Un tag di tipo «HTML personalizzato»:
embed-place-help = E nella tua pagina, dove deve stare il modulo:
embed-shopify-help = Un blocco per una theme app extension. Salvalo come blocks/jatak.liquid.
embed-woocommerce-help = Per il functions.php di un tema child o per un tuo plugin. Il modulo sta nella pagina che ringrazia per l’ordine.
embed-policy-help = Se le tue pagine ne hanno una, aggiungi questo.
embed-height = L’altezza in un foglio di stile
embed-height-help = Se la tua policy rifiuta gli attributi style, ometti quello qui sopra e metti questo nel tuo foglio di stile.

## The page that checks exports and receipts, also from disk.

verify-title = Controlla un’esportazione o una ricevuta
verify-intro = Scopri se un file è ciò che il registro dell’azienda ha firmato e, se non lo è, qual è il primo errore.
verify-private = Il file resta su questo computer. Il controllo avviene dentro questa pagina, e la pagina non ha il permesso di collegarsi a nulla.
verify-file = File
verify-drop = Scegli un file o trascinalo qui
verify-file-help = Un’esportazione con prova (.ndjson) o una ricevuta (.json), esattamente come è stata scaricata.
verify-key = Chiave pubblica del registro
verify-key-help = Prendila da dove la pubblica l’azienda, non da chi ti ha dato il file. Senza la chiave, supera il controllo anche un file che qualcuno si è inventato e ha firmato con una chiave propria.
verify-earlier-more = Confronta con un punto di controllo precedente
verify-earlier = Punto di controllo precedente
verify-earlier-help = Un punto di controllo (checkpoint) che hai conservato, oppure il testo di una vecchia ricevuta o della prima riga di una vecchia esportazione. Mostra che nulla di quanto registrato fino ad allora è stato poi modificato o tolto.
verify-check = Controlla il file
verify-cancel = Annulla
verify-progress = Controllato: { $done } di { $size }…
verify-cancelled = Annullato. Il controllo non ha dato risultati.
verify-error-file-missing = Scegli un file.
verify-error-key = Questa non è la chiave pubblica di un registro. Una chiave è una sola riga: un nome, un segno più, otto caratteri, un segno più e 44 caratteri.
verify-error-earlier = In questo testo non c’è alcun punto di controllo.
verify-error-read = Non è stato possibile leggere il file. Forse è stato spostato o modificato; sceglilo di nuovo.
verify-error-program = Questo browser non può eseguire il controllo. Usane uno più recente: Chrome 96, Firefox 113 o Safari 16.4, o versioni successive.
verify-result = Risultato
verify-export-good = Autentico e completo
verify-export-good-text = Eventi: { $events }. Corrispondono tutti a ciò che la chiave del registro ha firmato, ciascuno al suo posto. Nessuno manca e nessuno è stato modificato.
verify-partial-good-text = Eventi in questo file: { $events }. Ciascuno è nel registro firmato, senza modifiche. È una selezione: non dimostra che nessuno sia stato tralasciato.
verify-receipt-good = Autentica
verify-receipt-good-text = Ciò che si legge qui è stato annotato nel registro e firmato, esattamente così.
verify-key-unknown = In regola, ma firmato con una chiave che non hai indicato
verify-key-unknown-text = Il file corrisponde alla chiave che esso stesso indica. Questo non vale più del file: confronta la chiave qui sotto con quella pubblicata dall’azienda.
verify-bad = Non fare affidamento su questo file
verify-bad-line = Riga { $line }
verify-bad-text = Questo è il primo errore. Il file è stato modificato dopo la creazione, oppure non è ciò che dice di essere. Scaricalo di nuovo e confronta.
verify-extends = È la continuazione del punto di controllo precedente. Eventi iniziali identici: { $events }.
verify-fact-file = File
verify-fact-checked = Controllato
verify-fact-log = Registro
verify-fact-events = Eventi
verify-fact-events-of = { $events } di { $size } nel registro
verify-fact-erased = Cancellati
verify-fact-erased-text = { $events }; ogni cancellazione è giustificata da una registrazione successiva
verify-fact-evidence-gone = Evidenze rimosse
verify-fact-epochs = Ripartenze
verify-fact-epochs-text = Evento: { $events }. Era stata ripristinata una copia di backup ed è stato abbandonato uno stato già firmato. L’evento stesso spiega perché.
verify-fact-span = Periodo di registrazione
verify-fact-span-text = Dal giorno { $from } al giorno { $to }
verify-fact-root = Radice
verify-fact-key = Chiave
verify-fact-business = Azienda
verify-fact-number = Numero
verify-fact-given = Ha detto di sì a
verify-fact-withdrawn = Ha detto di no a
verify-fact-everything = Tutto, anche ciò che verrà in futuro
verify-fact-when = Data di registrazione
verify-fact-page = Sulla pagina
verify-fact-place = Posizione nel registro
verify-fact-place-text = Evento { $event } di { $size }
verify-fact-witnesses = Testimoni
verify-fact-witnesses-text = { $names }, secondo la ricevuta. Le loro firme si controllano dalla riga di comando, con --witness.
verify-fact-kind = Tipo di registrazione
verify-fact-wording = Testo mostrato
verify-limits = Che cosa dimostra e che cosa no
verify-limits-shows = Un buon risultato dimostra che queste registrazioni sono quelle firmate dal registro e che da allora non ne è cambiato neanche un byte.
verify-limits-not = Non dimostra chi avesse in mano il telefono, né che l’azienda mostri a tutti lo stesso registro. Contro quest’ultimo rischio, conserva un punto di controllo e confrontalo più avanti, oppure cerca le firme dei testimoni.
verify-limits-tool = I file molto grandi si controllano più in fretta dalla riga di comando:
verify-noscript = Il controllo è un programma che gira dentro questa pagina, quindi richiede JavaScript.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = Non è né un’esportazione con prova né una ricevuta.
fault-only-exports = Un punto di controllo precedente si può confrontare solo con un’esportazione, e questa è una ricevuta. Lascia vuoto il punto di controllo.
fault-incomparable = Questa esportazione è una selezione e non può dimostrare di essere la continuazione di un punto di controllo precedente (eventi: { $events }). Usane una completa.
fault-other-epoch = Il punto di controllo precedente è dell’epoca { $earlier } di questo registro, l’esportazione dell’epoca { $epoch }: è stata ripristinata una copia di backup. Un evento dell’esportazione dice quale stato è stato abbandonato e perché.
fault-epoch = L’evento { $event } apre un’epoca che non può cominciare lì.
fault-cosignature = La controfirma del testimone { $key } non è valida.
fault-line = Questa riga è stata modificata: nessuna esportazione ne ha una così.
fault-out-of-place = Questa riga non va qui: ci sono righe fuori ordine o mancanti.
fault-cut-short = Il file è troncato: manca la fine.
fault-after-the-end = C’è dell’altro dopo la fine dell’esportazione.
fault-key = La chiave indicata dal file è stata modificata.
fault-foreign-signature = Firma estranea: il file non è firmato da { $key }.
fault-size = La prima riga è stata modificata. Eventi indicati: { $events }; firmati: { $signed }.
fault-wrong-business = Azienda sbagliata: il registro o un evento appartiene a un’altra.
fault-leaf = L’evento { $event } è stato modificato.
fault-private-part = L’evento { $event } è stato modificato: ciò che dice della persona non è ciò che è stato registrato.
fault-outcome = L’evento { $event } è stato modificato: il suo esito non è quello registrato.
fault-evidence = L’evento { $event } è stato modificato: le sue evidenze non sono quelle registrate.
fault-missing = Manca l’evento { $event }.
fault-reordered = Gli eventi sono fuori ordine: l’evento { $event } si trova dove dovrebbe stare l’evento { $place }.
fault-behind = Gli eventi sono fuori ordine: l’evento { $event } viene dopo l’evento { $before }.
fault-inclusion = L’evento { $event } non è nel registro firmato.
fault-time = L’ora di registrazione dell’evento { $event } è anteriore a quella dell’evento che lo precede.
fault-notice = Un testo di consenso è stato modificato: il contenuto non corrisponde al suo id.
fault-notice-missing = Manca il testo di consenso in base al quale è avvenuto l’evento { $event }.
fault-not-erased = Manca la parte privata dell’evento { $event }, e nessuna registrazione dice che è stata cancellata.
fault-erased-ahead = L’evento { $event } dice che sono stati cancellati eventi che non lo precedono.
fault-root = Il registro è stato riscritto: gli eventi non sono quelli firmati.
fault-shrunk = Il registro si è accorciato. Eventi prima: { $earlier }; adesso: { $events }.
fault-rewritten = Il registro è stato riscritto: i suoi eventi iniziali (totale: { $earlier }) non sono quelli del punto di controllo precedente.
fault-erasure-proof = La prova di una cancellazione successiva non è valida.
fault-trailer = L’ultima riga è stata modificata o manca una riga: il file non è quello creato in origine.
fault-proof = La prova della ricevuta non è valida: è stata modificata o non è mai stata nel registro.

## The months as they stand in a date.

month-january = gennaio
month-february = febbraio
month-march = marzo
month-april = aprile
month-may = maggio
month-june = giugno
month-july = luglio
month-august = agosto
month-september = settembre
month-october = ottobre
month-november = novembre
month-december = dicembre

## Confirming a yes in WhatsApp.

whatsapp-draft = Sì, grazie: { $business } può inviarmi messaggi su WhatsApp riguardo a:
    .reviewed_by = none
whatsapp-draft-code = Inviando questo messaggio dico di sì. Codice: { $code }
    .reviewed_by = none
whatsapp-heading = Ancora un passo: conferma su WhatsApp
whatsapp-explanation = Invia il messaggio già pronto, senza modificarlo, dal numero che termina con { $digits }. Fino ad allora non ti viene inviato nulla.
whatsapp-explanation-any = Invia il messaggio già pronto, senza modificarlo. Fino ad allora non ti viene inviato nulla.
whatsapp-open = Apri WhatsApp
whatsapp-scan = Oppure scansiona con il telefono
whatsapp-waiting = In attesa del tuo messaggio…
whatsapp-confirmed = Confermato. Grazie, ora il tuo sì vale.
whatsapp-expired = Il codice è scaduto. Invia di nuovo il modulo.
whatsapp-opt-in = Dire di sì con WhatsApp
whatsapp-opt-in-explanation = Nessun numero da digitare: WhatsApp si apre con un messaggio già pronto.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = Novità sul tuo ordine
preset-order-updates-value = Ricevi un avviso quando il tuo ordine è confermato, spedito e consegnato.
preset-order-updates-frequency = Al massimo un messaggio per ogni fase di un ordine

preset-back-in-stock-title = Di nuovo disponibile
preset-back-in-stock-value = Ricevi un avviso appena un prodotto che aspetti si può acquistare di nuovo.
preset-back-in-stock-frequency = Al massimo un messaggio per ogni prodotto che aspetti

preset-product-recommendations-title = Scelti per te
preset-product-recommendations-value = Suggerimenti che si abbinano bene ai tuoi ultimi acquisti.

preset-relevant-offers-title = Offerte e promozioni
preset-relevant-offers-value = Scopri in anteprima le buone offerte.

preset-abandoned-cart-title = Il tuo carrello dimenticato
preset-abandoned-cart-value = Un promemoria se hai messo qualcosa nel carrello senza acquistarlo.

preset-product-updates-title = Novità sui tuoi prodotti
preset-product-updates-value = Consigli utili e novità sui prodotti che hai o che segui.

preset-renewal-reminders-title = Rinnovi e upgrade
preset-renewal-reminders-value = Un promemoria per tempo prima di una scadenza, o quando è possibile un upgrade.

preset-useful-alerts-title = Avvisi utili
preset-useful-alerts-value = Un messaggio quando succede qualcosa per cui hai chiesto un avviso.

preset-appointment-reminders-title = Appuntamenti e prenotazioni
preset-appointment-reminders-value = Conferma, promemoria e modifiche quando prenoti un appuntamento o un tavolo.
preset-appointment-reminders-frequency = Al massimo tre messaggi per ogni appuntamento o prenotazione, e uno per ogni modifica

