### Danish: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as “du”. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = Ja tak, { $business } må sende mig de beskeder, jeg vælger her, på WhatsApp.
    .reviewed_by = none
edition-1-not-a-condition = Det er frivilligt, og du behøver ikke sige ja for at købe noget.
    .reviewed_by = none
edition-1-withdrawal = Du kan altid trække dit ja tilbage med linket på din kvittering. Det er gratis, og du behøver ikke give nogen grund.
    .reviewed_by = none
edition-1-controller = Dataansvarlig: { $legal_name }, { $address }. Kontakt: { $contact }
    .reviewed_by = none
edition-1-privacy = Sådan behandler { $business } dine oplysninger
    .reviewed_by = none
edition-1-heading = Få beskeder på WhatsApp
edition-1-legend = Hvad vil du gerne høre om?
edition-1-submit = Ja tak
edition-1-success-heading = Tak, dit ja er gemt
edition-1-success-text = Gem din kvittering. Med linket på den kan du altid trække dit ja tilbage.

## Labels that explain the form.

form-country = Land
form-phone = Dit WhatsApp-nummer
form-sending = Gemmer dit ja …
form-retry = Prøv igen
form-success-categories = Du sagde ja til:
form-receipt = Åbn din kvittering
form-hosted = Åbn formularen på sin egen side
form-changed = Teksten er blevet ændret. Læs den nye, og vælg igen.

## What is said when something is wrong, by code.

form-error-number-missing = Skriv dit nummer.
form-error-number-impossible = Nummeret passer ikke til landet. Tjek begge dele.
form-error-category-none = Sæt kryds ved mindst én slags beskeder.
form-error-notice-outdated = Teksten blev ændret, mens du læste, så dit ja er ikke gemt. Læs den nye, og vælg igen.
form-error-rate-limited = Der er sendt for mange svar på kort tid. Vent lidt, og prøv igen.
form-error-offline = Vi fik ikke forbindelse. Prøv bare igen. Dit ja bliver kun gemt én gang.
form-error-unavailable = Det lykkedes ikke lige nu. Prøv igen om lidt.
form-error-refused = Dit ja kunne ikke gemmes herfra.

## How often at most, by period; one message apart from several.

cap-day-one = Højst 1 besked om dagen
cap-day-many = Højst { $max } beskeder om dagen
cap-week-one = Højst 1 besked om ugen
cap-week-many = Højst { $max } beskeder om ugen
cap-month-one = Højst 1 besked om måneden
cap-month-many = Højst { $max } beskeder om måneden

## What every page has.

common-skip = Gå til indholdet
common-language = Sprog
common-moment = { $day }. { $month } { $year } kl. { $hour }.{ $minute } UTC
common-number-ending = Nummer, der ender på { $digits }
common-footer-controller = Dataansvarlig: { $legal_name }, { $address }. Kontakt: { $contact }
common-footer-privacy = Sådan behandler { $business } dine oplysninger
common-footer-jatak = Siden leveres af Jatak, som holder styr på ja og nej.

## How a state is called.

state-never-asked = Ikke valgt
state-pending = Venter på bekræftelse
state-granted = Ja tak
state-withdrawn = Nej tak

## The form on a page of its own.

hosted-title = Beskeder fra { $business } på WhatsApp
hosted-intro = Sæt kryds ved det, du gerne vil høre om fra { $business }.
hosted-noscript = Sig ja tak til beskeder fra { $business } på WhatsApp
hosted-errors-heading = Ret dette, og send igen

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = Tryk én gang til
confirm-text = Din browser skjuler, hvilken side du kom fra. Derfor beder vi dig trykke igen. Der er ikke gemt noget endnu.
confirm-summary = Du er ved at sige ja til dette fra { $business } på WhatsApp:
confirm-submit = Ja tak
confirm-cancel = Gå tilbage uden at gemme

## The one page for links that are forged, cut, unknown or erased.

not-found-title = Siden findes ikke
not-found-text = Måske mangler der et stykke af linket, eller også er det, linket førte til, slettet.
not-found-advice = Prøv at åbne linket igen fra det sted, hvor du gemte det. Du kan altid skrive til virksomheden og sige nej tak.

## The receipt of one submission.

receipt-title = Din kvittering
receipt-intro = Her står, hvad du har sagt ja til at få fra { $business } på WhatsApp.
receipt-keep = Gem linket til siden, eller print den. Linket bliver ved med at virke.
receipt-business = Virksomhed
receipt-number = Nummer
receipt-when = Tidspunkt
receipt-page = Side
receipt-record = Kvitteringsnummer
receipt-said-yes = Det sagde du ja til
receipt-frequency = Hvor tit
receipt-wording = Den tekst, du fik vist
receipt-wording-link = Se hele teksten, som den er gemt
receipt-proof-heading = Dit bevis
receipt-proof = Dit ja står i en log, der ikke kan ændres, uden at det opdages. Gem filen herunder, så kan du bevise det over for enhver, også uden os.
receipt-proof-file = Gem kvitteringen som fil med bevis
receipt-proof-check = Kontrollér sådan en fil
receipt-withdraw-heading = Vil du sige nej tak?
receipt-withdraw-intro = Det gælder med det samme, er gratis og kræver ingen forklaring.
receipt-withdraw = Nej tak: { $category }
receipt-withdrawn = Nej tak siden { $when }
receipt-stop-all-intro = Du kan også stoppe alle beskeder fra { $business } på WhatsApp, også nye slags, der kommer til senere.
receipt-stop-all = Stop alt fra { $business }
receipt-done-withdrawn = Du har sagt nej tak til »{ $category }«. { $business } må ikke længere sende dig de beskeder på WhatsApp.
receipt-done-stopped = Du har stoppet alt. { $business } må ikke længere sende dig beskeder på WhatsApp.
receipt-stopped = Alt er stoppet siden { $when }
receipt-link-caution = Del ikke linket. Den, der har det, kan se kvitteringen og sige nej tak for dig, men ikke ja.

## All choices of one person.

choices-title = Dine valg hos { $business }
choices-intro = Her bestemmer du, hvad { $business } må sende dig på WhatsApp. Du kan ændre det, så tit du vil.
choices-legend = Beskeder
choices-state = Lige nu: { $state }
choices-state-since = Lige nu: { $state }, siden { $when }
choices-pending = Der er sagt ja med dit nummer, efter at du havde sagt nej. Det gælder ikke, før du selv siger ja. Sæt kryds, hvis du gerne vil have beskederne.
choices-awaited = Et ja med dit nummer venter på din besked i WhatsApp. Det gælder ikke, før den kommer.
choices-imported = Ikke sagt her: { $business } siger, at du har sagt ja et andet sted ({ $source }; { $claimed }), og har taget det med.
choices-retired = Bruges ikke længere
choices-save = Gem mine valg
choices-saved = Dine valg er gemt.
choices-unchanged = Du ændrede ikke noget, så alt er, som det var.
choices-still-pending = Noget af det venter stadig på din bekræftelse fra WhatsApp, fordi du sagde nej derfra. Indtil da gælder dit nej.
choices-stop-all-intro = Stop alle beskeder fra { $business } på WhatsApp, også nye slags, der kommer til senere.
choices-stop-all = Stop alt fra { $business }
choices-stopped = Du har stoppet alt. { $business } må kun sende dig det, du siger ja til igen.
choices-terms-changed = Teksten blev ændret, mens du så på siden, så dine valg er ikke gemt. Læs den nye, og vælg igen.
choices-terms-changed-noes-saved = Dit nej er gemt. Teksten blev ændret, mens du så på siden, så læs den nye, før du siger ja til noget.
choices-link-caution = Del ikke linket. Den, der har det, kan ændre dine valg.

## A refusal, for people.

error-title = Det lykkedes ikke
error-nothing-saved = Der er ikke gemt noget.
error-back = Gå tilbage
error-again = Åbn formularen igen
error-number-missing = Du mangler at skrive dit nummer.
error-number-impossible = Nummeret passer ikke til landet. Tjek begge dele.
error-category-none = Sæt kryds ved mindst én slags beskeder.
error-notice-outdated = Teksten er blevet ændret, siden du åbnede siden. Læs den nye, og vælg igen.
error-form-unfit = Formularen kunne ikke læses. Åbn den igen, og prøv en gang til.
error-category-not-on-receipt = Kvitteringen handler ikke om den slags beskeder.
error-origin-refused = Siden, du kom fra, må ikke sende svar til virksomheden. Brug virksomhedens egen formular.
error-business-unknown = Vi kender ikke virksomheden. Tjek adressen.
error-idempotency-conflict = Formularen er allerede sendt med andre svar. Åbn den igen for at ændre noget.
error-body-too-large = Der blev sendt mere, end der er plads til.
error-rate-limited = Der er sendt for mange svar på kort tid. Vent lidt, og prøv igen.
error-unavailable = Der er travlt lige nu. Vent lidt, og prøv igen.
error-internal = Der gik noget galt hos os. Prøv igen om lidt.

## The export, for the business.

export-title = Samtykker hos { $business }
export-intro = Hent hver hændelse, eller hvordan det står nu, som en fil.
export-key = API-nøgle
export-key-help = En nøgle, der må læse (read). Den bliver i denne fane og gemmes ingen steder.
export-kind = Indhold
export-kind-events = Alle hændelser
export-kind-state = Hvordan det står nu
export-kind-notices = De tekster, der har været vist
export-from = Fra og med
export-to = Til og med
export-dates-help = Dage regnes i UTC. Lad felterne stå tomme for at få alt.
export-category = Slags beskeder
export-category-any = Alle slags
export-state = Svar
export-state-any = Alle svar
export-format = Format
export-format-csv = CSV, til regneark
export-format-ndjson = NDJSON, til programmer; hændelser følger med bevis
export-format-jsonld = JSON-LD, samtykkeposter (ISO/IEC TS 27560)
export-delimiter = Skilletegn
export-delimiter-comma = Komma
export-delimiter-semicolon = Semikolon (dansk Excel)
export-delimiter-tab = Tabulator
export-download = Hent fil
export-cancel = Afbryd
export-progress = { $size } er hentet …
export-progress-through = Hændelse { $seq } af { $total }, { $size } er hentet …
export-progress-label = Hvor meget der er hentet
export-done = { $file } er hentet.
export-cancelled = Afbrudt. Der er ikke gemt nogen fil.
export-error-key-missing = Indsæt en API-nøgle.
export-error-key-unknown = Nøglen findes ikke hos denne virksomhed. Tjek, at hele nøglen er kommet med.
export-error-scope = Nøglen må ikke læse. Brug en nøgle med adgangen read.
export-error-choice = De valg kan ikke bruges sammen. Tjek datoerne.
export-error-rate-limited = Der er hentet for tit på kort tid. Vent lidt, og prøv igen.
export-error-offline = Forbindelsen røg, og filen er ikke hel. Prøv igen.
export-error-other = Filen kunne ikke hentes. Prøv igen om lidt.
export-noscript = Siden bruger JavaScript for at sende nøglen uden at skrive den i en adresse. Uden JavaScript kan filen hentes med curl:

## How often the form was shown, and how many said yes: below the export.

statistics-title = Vist og besvaret
statistics-help = Hvor ofte formularen blev vist, meldes af browsere: blokeringer holder meldinger tilbage, og enhver kan finde på dem. Hvor mange der sagde ja, er talt ud fra hændelserne. Dage er i UTC.
statistics-show = Vis tal
statistics-none = Intet blev vist eller besvaret i disse dage.
statistics-day = Dag
statistics-language = Sprog
statistics-shown = Vist
statistics-opted-in = Sagde ja

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = Sæt formularen fra { $business } ind på en side
embed-intro = Vælg, hvad der skal vises, se resultatet, og kopiér koden.
embed-options = Valg
embed-form-language = Formularens sprog
embed-theme = Farver
embed-theme-page = Som siden har dem
embed-theme-auto = Som kundens enhed har dem
embed-theme-light = Lyse
embed-theme-dark = Mørke
embed-width = Pladsens største bredde
embed-categories = Slags beskeder, der tilbydes
embed-show = Vis
embed-preview = Forhåndsvisning
embed-preview-note = Dette er en forhåndsvisning. Intet af det, du skriver her, sendes eller gemmes.
embed-preview-link = Åbn formularen på sin egen side
embed-code = Kode
embed-copy = Kopiér
embed-copied = Kopieret
embed-snippet = Til alle sider
embed-snippet-help = Indsæt den, hvor formularen skal stå. Den reserverede højde gør, at siden ikke flytter sig, når formularen kommer.
embed-bare = Kun script-tagget
embed-bare-help = Kortere, men siden flytter sig, når formularen kommer.
embed-element = Som element
embed-element-help = Til single-page-apps: tilføj, flyt og fjern det som ethvert andet element.
embed-pinned = Låst til én version
embed-pinned-help = Browseren kører kun scriptet, hvis det er præcis denne fil; det, det henter siden, kommer fra edge-serveren. Hent koden her igen, hver gang Jatak opdateres.
embed-tag-manager-help = Et tag af typen “Custom HTML”:
embed-place-help = Og på din side, hvor formularen skal stå:
embed-shopify-help = En blok til en theme app extension. Gem den som blocks/jatak.liquid.
embed-woocommerce-help = Til functions.php i et undertema eller dit eget plugin. Formularen står på siden, der takker for ordren.
embed-policy-help = Hvis dine sider har en, så tilføj dette til den.
embed-height = Højden i et stylesheet
embed-height-help = Hvis din policy afviser style-attributter, så udelad den ovenfor, og sæt dette ind i dit stylesheet.

## The page that checks exports and receipts, also from disk.

verify-title = Kontrollér en eksport eller en kvittering
verify-intro = Se, om en fil er det, virksomhedens log har underskrevet, og hvis ikke, hvad der er galt først.
verify-private = Filen bliver på denne computer. Kontrollen kører inde i siden, og siden har ikke lov til at forbinde sig til noget.
verify-file = Fil
verify-drop = Vælg en fil, eller slip den her
verify-file-help = En eksport med bevis (.ndjson) eller en kvittering (.json), præcis som den blev hentet.
verify-key = Loggens offentlige nøgle
verify-key-help = Tag den dér, hvor virksomheden offentliggør den, ikke fra den, du fik filen af. Uden den består også en fil, som nogen har fundet på og underskrevet med deres egen nøgle.
verify-earlier-more = Sammenlign med et tidligere kontrolpunkt
verify-earlier = Tidligere kontrolpunkt
verify-earlier-help = Et kontrolpunkt (checkpoint), du har gemt, eller teksten fra en ældre kvittering eller fra første linje i en ældre eksport. Det viser, at intet fra før er ændret eller fjernet siden.
verify-check = Kontrollér filen
verify-cancel = Afbryd
verify-progress = { $done } af { $size } er kontrolleret …
verify-cancelled = Afbrudt. Der er ikke fundet ud af noget.
verify-error-file-missing = Vælg en fil.
verify-error-key = Det er ikke en logs offentlige nøgle. Den er én linje: et navn, et plus, otte tegn, et plus og 44 tegn.
verify-error-earlier = Der er ikke noget kontrolpunkt i teksten.
verify-error-read = Filen kunne ikke læses. Måske er den flyttet eller ændret; vælg den igen.
verify-error-program = Browseren kan ikke køre kontrollen. Brug en nyere: Chrome 96, Firefox 113, Safari 16.4 eller senere.
verify-result = Resultat
verify-export-good = Ægte og fuldstændig
verify-export-good-text = Alle { $events } hændelser er det, loggens nøgle har underskrevet, hver på sin plads. Ingen mangler, og ingen er ændret.
verify-partial-good-text = Hver af de { $events } hændelser i filen står uændret i den underskrevne log. Det er et udvalg: At ingen er udeladt, er ikke vist.
verify-receipt-good = Ægte
verify-receipt-good-text = Det, der står her, er skrevet i loggen og underskrevet, præcis sådan.
verify-key-unknown = I orden, men underskrevet med en nøgle, du ikke har angivet
verify-key-unknown-text = Filen passer til den nøgle, den selv nævner. Det er ikke mere værd end filen: Sammenlign nøglen nedenfor med den, virksomheden offentliggør.
verify-bad = Stol ikke på filen
verify-bad-line = Linje { $line }
verify-bad-text = Det er den første fejl. Filen er ændret, efter at den blev lavet, eller den er ikke det, den giver sig ud for. Hent den igen, og sammenlign.
verify-extends = Den bygger videre på det tidligere kontrolpunkt: De første { $events } hændelser er de samme.
verify-fact-file = Fil
verify-fact-checked = Kontrolleret
verify-fact-log = Log
verify-fact-events = Hændelser
verify-fact-events-of = { $events } af loggens { $size }
verify-fact-erased = Slettet
verify-fact-erased-text = { $events }, hver med en senere hændelse, der siger det
verify-fact-evidence-gone = Omstændigheder fjernet
verify-fact-epochs = Begyndt forfra
verify-fact-epochs-text = Ved hændelse { $events }: En sikkerhedskopi var lagt tilbage, og noget, der var underskrevet, blev opgivet. Hændelsen siger hvorfor.
verify-fact-span = Skrevet
verify-fact-span-text = { $from } til { $to }
verify-fact-root = Rod
verify-fact-key = Nøgle
verify-fact-business = Virksomhed
verify-fact-number = Nummer
verify-fact-given = Sagde ja til
verify-fact-withdrawn = Sagde nej til
verify-fact-everything = Alt, også det, der kommer senere
verify-fact-when = Skrevet
verify-fact-page = På siden
verify-fact-place = Plads i loggen
verify-fact-place-text = Hændelse { $event } af { $size }
verify-fact-witnesses = Vidner
verify-fact-witnesses-text = { $names }, siger kvitteringen. Deres underskrifter kontrolleres fra kommandolinjen med --witness.
verify-fact-kind = Slags hændelse
verify-fact-wording = Den tekst, der blev vist
verify-limits = Hvad det viser, og hvad det ikke viser
verify-limits-shows = Et godt resultat viser, at det her er, hvad loggen har underskrevet, og at ikke en byte er ændret siden.
verify-limits-not = Det viser ikke, hvem der sad med telefonen, og heller ikke, at virksomheden viser alle den samme log. Mod det sidste: Gem et kontrolpunkt, og sammenlign senere, eller se efter vidners underskrifter.
verify-limits-tool = Meget store filer kontrolleres hurtigere fra kommandolinjen:
verify-noscript = Kontrollen kører som et program inde i siden, så den kræver JavaScript.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = Det er hverken en eksport med bevis eller en kvittering.
fault-only-exports = Et tidligere kontrolpunkt kan kun sammenlignes med en eksport, og det her er en kvittering. Lad kontrolpunktet være tomt.
fault-incomparable = Eksporten er et udvalg og kan ikke vise, at den bygger videre på et tidligere kontrolpunkt med { $events } hændelser. Brug en hel.
fault-other-epoch = Det tidligere kontrolpunkt er fra epoke { $earlier } af denne log, og eksporten fra epoke { $epoch }: En sikkerhedskopi er lagt tilbage. En hændelse i eksporten siger, hvilken tilstand der blev opgivet og hvorfor.
fault-epoch = Hændelse { $event } åbner en epoke, som ikke kan begynde dér.
fault-cosignature = Medunderskriften fra vidnet { $key } holder ikke.
fault-line = Linjen er ændret: Sådan en har ingen eksport.
fault-out-of-place = Linjen hører ikke til her: Linjer er byttet om eller mangler.
fault-cut-short = Filen er klippet af: Slutningen mangler.
fault-after-the-end = Der står mere efter eksportens slutning.
fault-key = Den nøgle, filen nævner, er ændret.
fault-foreign-signature = Fremmed underskrift: Filen er ikke underskrevet af { $key }.
fault-size = Første linje er ændret: Den siger { $events } hændelser, og { $signed } er underskrevet.
fault-wrong-business = Forkert virksomhed: Loggen eller en hændelse hører til en anden.
fault-leaf = Hændelse { $event } er ændret.
fault-private-part = Hændelse { $event } er ændret: Det, den siger om personen, er ikke det, der blev skrevet.
fault-outcome = Hændelse { $event } er ændret: Det, den førte til, er ikke det, der blev skrevet.
fault-evidence = Hændelse { $event } er ændret: Omstændighederne er ikke dem, der blev skrevet.
fault-missing = Hændelse { $event } mangler.
fault-reordered = Hændelser er byttet om: Hændelse { $event } står, hvor hændelse { $place } hører til.
fault-behind = Hændelser er byttet om: Hændelse { $event } står efter hændelse { $before }.
fault-inclusion = Hændelse { $event } står ikke i den underskrevne log.
fault-time = Hændelse { $event } er skrevet før hændelsen før den.
fault-notice = En tekst til samtykke er ændret: Ordene passer ikke til dens id.
fault-notice-missing = Den tekst mangler, som hændelse { $event } skete under.
fault-not-erased = Den private del af hændelse { $event } mangler, og ingen hændelse siger, at den er slettet.
fault-erased-ahead = Hændelse { $event } siger, at hændelser er slettet, som ikke er før den.
fault-root = Loggen er skrevet om: Hændelserne er ikke dem, der er underskrevet.
fault-shrunk = Loggen er skrumpet: Den havde { $earlier } hændelser og har nu { $events }.
fault-rewritten = Loggen er skrevet om: De første { $earlier } hændelser er ikke dem i det tidligere kontrolpunkt.
fault-erasure-proof = Beviset for en senere sletning holder ikke.
fault-trailer = Sidste linje er ændret, eller en linje mangler: Filen er ikke den, der blev lavet.
fault-proof = Kvitteringens bevis holder ikke: Den er ændret eller har aldrig stået i loggen.

## The months as they stand in a date.

month-january = januar
month-february = februar
month-march = marts
month-april = april
month-may = maj
month-june = juni
month-july = juli
month-august = august
month-september = september
month-october = oktober
month-november = november
month-december = december

## Confirming a yes in WhatsApp.

whatsapp-draft = Ja tak, { $business } må sende mig beskeder på WhatsApp om:
    .reviewed_by = none
whatsapp-draft-code = Når jeg sender dette, siger jeg ja. Kode: { $code }
    .reviewed_by = none
whatsapp-heading = Et skridt mere: Bekræft i WhatsApp
whatsapp-explanation = Send den færdige besked, som den er, fra det nummer, der ender på { $digits }. Indtil da bliver der ikke sendt noget til dig.
whatsapp-explanation-any = Send den færdige besked, som den er. Indtil da bliver der ikke sendt noget til dig.
whatsapp-open = Åbn WhatsApp
whatsapp-scan = Eller scan med din telefon
whatsapp-waiting = Venter på din besked …
whatsapp-confirmed = Bekræftet. Tak, nu gælder dit ja.
whatsapp-expired = Koden er udløbet. Send formularen igen.
whatsapp-opt-in = Sig ja med WhatsApp
whatsapp-opt-in-explanation = Du skal ikke taste noget nummer: WhatsApp åbner med en færdig besked.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = Nyt om din ordre
preset-order-updates-value = Du får besked, når din ordre er bekræftet, sendt og leveret.
preset-order-updates-frequency = Højst én besked for hvert skridt i en ordre

preset-back-in-stock-title = Tilbage på lager
preset-back-in-stock-value = Du får besked, så snart en vare, du venter på, kan købes igen.
preset-back-in-stock-frequency = Højst én besked for hver vare, du venter på

preset-product-recommendations-title = Forslag til dig
preset-product-recommendations-value = Forslag til varer, der passer til det, du har købt for nylig.

preset-relevant-offers-title = Tilbud og kampagner
preset-relevant-offers-value = Du er blandt de første, der hører om gode tilbud.

preset-abandoned-cart-title = Din glemte kurv
preset-abandoned-cart-value = En påmindelse, hvis du har lagt varer i kurven uden at købe dem.

preset-product-updates-title = Nyt om dine produkter
preset-product-updates-value = Gode råd og nyheder om de produkter, du har eller følger.

preset-renewal-reminders-title = Fornyelse og opgradering
preset-renewal-reminders-value = En påmindelse i god tid, før noget udløber, eller når det kan opgraderes.

preset-useful-alerts-title = Nyttige beskeder
preset-useful-alerts-value = Besked, når der sker noget af det, du selv har bedt om at høre om.

preset-appointment-reminders-title = Dine aftaler
preset-appointment-reminders-value = Bekræftelse, påmindelse og ændringer, når du har bestilt en tid eller et bord.
preset-appointment-reminders-frequency = Højst tre beskeder for hver aftale, og én ved hver ændring

