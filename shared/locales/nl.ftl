### Dutch: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as “je”. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = Ja graag, { $business } mag mij via WhatsApp de berichten sturen die ik hier kies.
    .reviewed_by = none
edition-1-not-a-condition = Dit is vrijwillig. Je hoeft geen ja te zeggen om iets te kunnen kopen.
    .reviewed_by = none
edition-1-withdrawal = Je kunt je ja op elk moment intrekken met de link op je ontvangstbewijs. Dat is gratis en je hoeft geen reden te geven.
    .reviewed_by = none
edition-1-controller = Verwerkingsverantwoordelijke: { $legal_name }, { $address }. Contact: { $contact }
    .reviewed_by = none
edition-1-privacy = Zo gaat { $business } om met je persoonsgegevens
    .reviewed_by = none
edition-1-heading = Ontvang berichten via WhatsApp
edition-1-legend = Waarover wil je iets horen?
edition-1-submit = Ja graag
edition-1-success-heading = Bedankt, je ja is opgeslagen
edition-1-success-text = Bewaar je ontvangstbewijs. Met de link die erop staat kun je je ja op elk moment intrekken.

## Labels that explain the form.

form-country = Land
form-phone = Je WhatsApp-nummer
form-sending = Je ja wordt opgeslagen …
form-retry = Probeer het opnieuw
form-success-categories = Je hebt ja gezegd tegen:
form-receipt = Open je ontvangstbewijs
form-hosted = Open dit formulier op een eigen pagina
form-changed = De tekst is veranderd. Lees de nieuwe tekst en kies opnieuw.

## What is said when something is wrong, by code.

form-error-number-missing = Vul je nummer in.
form-error-number-impossible = Dit nummer past niet bij het land. Controleer ze allebei.
form-error-category-none = Vink minstens één soort bericht aan.
form-error-notice-outdated = De tekst is veranderd terwijl je aan het lezen was. Daarom is je ja niet opgeslagen. Lees de nieuwe tekst en kies opnieuw.
form-error-rate-limited = Er zijn in korte tijd te veel antwoorden verstuurd. Wacht even en probeer het opnieuw.
form-error-offline = We kregen geen verbinding. Probeer het opnieuw. Je ja wordt maar één keer opgeslagen.
form-error-unavailable = Dat lukte net even niet. Probeer het zo meteen opnieuw.
form-error-refused = Je ja kon vanaf deze plek niet worden opgeslagen.

## How often at most, by period; one message apart from several.

cap-day-one = Maximaal 1 bericht per dag
cap-day-many = Maximaal { $max } berichten per dag
cap-week-one = Maximaal 1 bericht per week
cap-week-many = Maximaal { $max } berichten per week
cap-month-one = Maximaal 1 bericht per maand
cap-month-many = Maximaal { $max } berichten per maand

## What every page has.

common-skip = Ga naar de inhoud
common-language = Taal
common-moment = { $day } { $month } { $year } om { $hour }:{ $minute } uur UTC
common-number-ending = Nummer dat eindigt op { $digits }
common-footer-controller = Verwerkingsverantwoordelijke: { $legal_name }, { $address }. Contact: { $contact }
common-footer-privacy = Zo gaat { $business } om met je persoonsgegevens
common-footer-jatak = Deze pagina komt van Jatak, dat ja en nee bijhoudt.

## How a state is called.

state-never-asked = Niet gekozen
state-pending = Wacht op bevestiging
state-granted = Ja graag
state-withdrawn = Nee bedankt

## The form on a page of its own.

hosted-title = Berichten van { $business } via WhatsApp
hosted-intro = Vink aan waarover je iets wilt horen van { $business }.
hosted-noscript = Zeg ja tegen berichten van { $business } via WhatsApp
hosted-errors-heading = Pas dit aan en verstuur het opnieuw

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = Druk nog één keer op de knop
confirm-text = Je browser verbergt van welke pagina je komt. Daarom vragen we je om nog een keer te drukken. Er is nog niets opgeslagen.
confirm-summary = Je staat op het punt om ja te zeggen tegen deze berichten van { $business } via WhatsApp:
confirm-submit = Ja graag
confirm-cancel = Ga terug zonder op te slaan

## The one page for links that are forged, cut, unknown or erased.

not-found-title = Deze pagina bestaat niet
not-found-text = Misschien ontbreekt er een stukje van de link, of is gewist waar de link naartoe leidde.
not-found-advice = Open de link nog eens vanaf de plek waar je hem hebt bewaard. Je kunt het bedrijf ook altijd een bericht sturen om nee te zeggen.

## The receipt of one submission.

receipt-title = Je ontvangstbewijs
receipt-intro = Dit zijn de berichten van { $business } via WhatsApp waar je ja tegen hebt gezegd.
receipt-keep = Bewaar de link naar deze pagina of print de pagina. De link blijft werken.
receipt-business = Bedrijf
receipt-number = Nummer
receipt-when = Tijdstip
receipt-page = Pagina
receipt-record = Nummer van het ontvangstbewijs
receipt-said-yes = Hier heb je ja tegen gezegd
receipt-frequency = Hoe vaak
receipt-wording = De tekst die je te zien kreeg
receipt-wording-link = Bekijk de hele tekst zoals die bewaard is
receipt-proof-heading = Je bewijs
receipt-proof = Je ja staat in een logboek dat niet ongemerkt kan worden gewijzigd. Bewaar het bestand hieronder, dan kun je het aan iedereen bewijzen, ook zonder ons.
receipt-proof-file = Sla het ontvangstbewijs op als bestand met bewijs
receipt-proof-check = Controleer zo’n bestand
receipt-withdraw-heading = Zeg je toch liever nee?
receipt-withdraw-intro = Het geldt meteen, is gratis en je hoeft geen reden te geven.
receipt-withdraw = Nee bedankt: { $category }
receipt-withdrawn = Nee bedankt sinds { $when }
receipt-stop-all-intro = Je kunt ook alle berichten van { $business } via WhatsApp stoppen, ook nieuwe soorten die er later bij komen.
receipt-stop-all = Stop alles van { $business }
receipt-done-withdrawn = Je hebt nee gezegd tegen ‘{ $category }’. { $business } mag je deze berichten niet meer via WhatsApp sturen.
receipt-done-stopped = Je hebt alles gestopt. { $business } mag je geen berichten meer sturen via WhatsApp.
receipt-stopped = Alles gestopt sinds { $when }
receipt-link-caution = Deel de link niet. Wie hem heeft, kan dit ontvangstbewijs zien en namens jou nee zeggen, maar geen ja.

## All choices of one person.

choices-title = Je keuzes bij { $business }
choices-intro = Hier bepaal je wat { $business } je via WhatsApp mag sturen. Je kunt het zo vaak veranderen als je wilt.
choices-legend = Berichten
choices-state = Nu: { $state }
choices-state-since = Nu: { $state }, sinds { $when }
choices-pending = Iemand heeft met jouw nummer ja gezegd nadat je nee had gezegd. Dat telt pas als je zelf ja zegt. Vink het vakje aan als je deze berichten wilt krijgen.
choices-awaited = Een ja met jouw nummer wacht op je bericht in WhatsApp. Het telt pas als dat er is.
choices-imported = Niet hier gezegd: volgens { $business } heb je ergens anders ja gezegd ({ $source }; { $claimed }) en is dat hierheen meegenomen.
choices-retired = Niet meer in gebruik
choices-save = Sla mijn keuzes op
choices-saved = Je keuzes zijn opgeslagen.
choices-unchanged = Je hebt niets veranderd, dus alles is zoals het was.
choices-still-pending = Een deel wacht nog op je bevestiging vanuit WhatsApp, omdat je daar nee hebt gezegd. Tot die tijd geldt je nee.
choices-stop-all-intro = Stop alle berichten van { $business } via WhatsApp, ook nieuwe soorten die er later bij komen.
choices-stop-all = Stop alles van { $business }
choices-stopped = Je hebt alles gestopt. { $business } mag je alleen sturen waar je opnieuw ja tegen zegt.
choices-terms-changed = De tekst is veranderd terwijl je de pagina bekeek. Daarom zijn je keuzes niet opgeslagen. Lees de nieuwe tekst en kies opnieuw.
choices-terms-changed-noes-saved = Je nee is opgeslagen. De tekst is veranderd terwijl je de pagina bekeek. Lees de nieuwe tekst voordat je ergens ja tegen zegt.
choices-link-caution = Deel de link niet. Wie hem heeft, kan je keuzes veranderen.

## A refusal, for people.

error-title = Dat is niet gelukt
error-nothing-saved = Er is niets opgeslagen.
error-back = Ga terug
error-again = Open het formulier opnieuw
error-number-missing = Je nummer ontbreekt.
error-number-impossible = Dit nummer past niet bij het land. Controleer ze allebei.
error-category-none = Vink minstens één soort bericht aan.
error-notice-outdated = De tekst is veranderd sinds je de pagina opende. Lees de nieuwe tekst en kies opnieuw.
error-form-unfit = Het formulier kon niet worden gelezen. Open het opnieuw en probeer het nog eens.
error-category-not-on-receipt = Dit ontvangstbewijs gaat niet over dat soort berichten.
error-origin-refused = De pagina waar je vandaan komt, mag geen antwoorden naar het bedrijf sturen. Gebruik het formulier van het bedrijf zelf.
error-business-unknown = We kennen dit bedrijf niet. Controleer het adres.
error-idempotency-conflict = Dit formulier is al met andere antwoorden verstuurd. Open het opnieuw als je iets wilt veranderen.
error-body-too-large = Er is meer verstuurd dan er past.
error-rate-limited = Er zijn in korte tijd te veel antwoorden verstuurd. Wacht even en probeer het opnieuw.
error-unavailable = Het is hier nu even druk. Wacht even en probeer het opnieuw.
error-internal = Er ging bij ons iets mis. Probeer het zo meteen opnieuw.

## The export, for the business.

export-title = Toestemmingen bij { $business }
export-intro = Download alle gebeurtenissen, of de stand van nu, als bestand.
export-key = API-sleutel
export-key-help = Een sleutel met de scope read. Hij blijft in dit tabblad en wordt nergens opgeslagen.
export-kind = Inhoud
export-kind-events = Alle gebeurtenissen
export-kind-state = De stand van nu
export-kind-notices = De teksten die zijn getoond
export-from = Vanaf
export-to = Tot en met
export-dates-help = Beide dagen tellen mee, gerekend in UTC. Laat de velden leeg om alles te krijgen.
export-category = Soort bericht
export-category-any = Alle soorten
export-state = Antwoord
export-state-any = Alle antwoorden
export-format = Formaat
export-format-csv = CSV, voor spreadsheets
export-format-ndjson = NDJSON, voor programma’s; gebeurtenissen met bewijs
export-format-jsonld = JSON-LD, toestemmingsrecords (ISO/IEC TS 27560)
export-delimiter = Scheidingsteken
export-delimiter-comma = Komma
export-delimiter-semicolon = Puntkomma
export-delimiter-tab = Tab
export-download = Download
export-cancel = Annuleer
export-progress = { $size } gedownload …
export-progress-through = Gebeurtenis { $seq } van { $total }, { $size } gedownload …
export-progress-label = Voortgang van de download
export-done = { $file } is gedownload.
export-cancelled = Geannuleerd. Er is geen bestand opgeslagen.
export-error-key-missing = Plak een API-sleutel.
export-error-key-unknown = Deze sleutel is bij dit bedrijf niet bekend. Controleer of je de hele sleutel hebt geplakt.
export-error-scope = Deze sleutel mag niet lezen. Gebruik een sleutel met de scope read.
export-error-choice = Deze keuzes gaan niet samen. Controleer de datums.
export-error-rate-limited = Te veel downloads in korte tijd. Wacht even en probeer het opnieuw.
export-error-offline = De verbinding viel weg en het bestand is niet compleet. Probeer het opnieuw.
export-error-other = Het bestand kon niet worden opgehaald. Probeer het zo meteen opnieuw.
export-noscript = Deze pagina gebruikt JavaScript om de sleutel te versturen zonder hem in een adres te zetten. Zonder JavaScript haal je het bestand op met curl:

## How often the form was shown, and how many said yes: below the export.

statistics-title = Getoond en beantwoord
statistics-help = Hoe vaak het formulier is getoond, melden browsers: blokkers houden meldingen tegen en iedereen kan ze verzinnen. Hoeveel mensen ja zeiden, is geteld uit de gebeurtenissen. Dagen zijn in UTC.
statistics-show = Cijfers tonen
statistics-none = In deze dagen is niets getoond of beantwoord.
statistics-day = Dag
statistics-language = Taal
statistics-shown = Getoond
statistics-opted-in = Zeiden ja

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = Het formulier van { $business } op een pagina zetten
embed-intro = Kies wat er getoond moet worden, bekijk het en kopieer de code.
embed-options = Keuzes
embed-form-language = Taal van het formulier
embed-theme = Kleuren
embed-theme-page = Zoals de pagina ze heeft
embed-theme-auto = Zoals het apparaat van de klant ze heeft
embed-theme-light = Licht
embed-theme-dark = Donker
embed-width = Grootste breedte van de plek
embed-categories = Aangeboden soorten berichten
embed-show = Tonen
embed-preview = Voorbeeld
embed-preview-note = Dit is een voorbeeld. Niets van wat je hier invult, wordt verzonden of vastgelegd.
embed-preview-link = Het formulier op een eigen pagina openen
embed-code = Code
embed-copy = Kopiëren
embed-copied = Gekopieerd
embed-snippet = Voor elke pagina
embed-snippet-help = Plak het op de plek waar het formulier moet staan. Door de gereserveerde hoogte verschuift de pagina niet als het formulier verschijnt.
embed-bare = Alleen de script-tag
embed-bare-help = Korter, maar de pagina verschuift als het formulier verschijnt.
embed-element = Als element
embed-element-help = Voor single-page-apps: je kunt het toevoegen, verplaatsen en verwijderen zoals elk ander element.
embed-pinned = Vastgezet op één versie
embed-pinned-help = De browser voert dit script alleen uit als het precies dit bestand is; wat het later laadt, komt van de edge-server. Haal de code hier opnieuw op telkens wanneer Jatak is bijgewerkt.
embed-tag-manager-help = Een tag van het type ‘Aangepaste HTML’:
embed-place-help = En op je pagina, waar het formulier moet staan:
embed-shopify-help = Een blok voor een theme app extension. Sla het op als blocks/jatak.liquid.
embed-woocommerce-help = Voor de functions.php van een child theme of een eigen plug-in. Het formulier staat op de pagina die voor de bestelling bedankt.
embed-policy-help = Als je pagina’s er een hebben, voeg dit er dan aan toe.
embed-height = De hoogte in een stylesheet
embed-height-help = Als je policy style-attributen weigert, laat het attribuut hierboven dan weg en zet dit in je stylesheet.

## The page that checks exports and receipts, also from disk.

verify-title = Controleer een export of een ontvangstbewijs
verify-intro = Kijk of een bestand is wat het logboek van het bedrijf heeft ondertekend, en zo niet, wat er als eerste niet klopt.
verify-private = Het bestand blijft op deze computer. De controle draait binnen deze pagina, en de pagina mag nergens verbinding mee maken.
verify-file = Bestand
verify-drop = Kies een bestand of sleep het hierheen
verify-file-help = Een export met bewijs (.ndjson) of een ontvangstbewijs (.json), precies zoals het is gedownload.
verify-key = De openbare sleutel van het logboek
verify-key-help = Haal hem op waar het bedrijf hem publiceert, niet bij degene die je het bestand heeft gegeven. Zonder die sleutel komt ook een bestand door de controle dat iemand heeft verzonnen en met een eigen sleutel heeft ondertekend.
verify-earlier-more = Vergelijk met een eerder controlepunt
verify-earlier = Eerder controlepunt
verify-earlier-help = Een controlepunt (checkpoint) dat je hebt bewaard, of de tekst van een ouder ontvangstbewijs of van de eerste regel van een oudere export. Daaruit blijkt dat niets wat toen al was vastgelegd, sindsdien is gewijzigd of weggehaald.
verify-check = Controleer het bestand
verify-cancel = Annuleer
verify-progress = { $done } van { $size } gecontroleerd …
verify-cancelled = Geannuleerd. Er is geen uitkomst.
verify-error-file-missing = Kies een bestand.
verify-error-key = Dit is geen openbare sleutel van een logboek. Zo’n sleutel is één regel: een naam, een plusteken, acht tekens, een plusteken en 44 tekens.
verify-error-earlier = In deze tekst staat geen controlepunt.
verify-error-read = Het bestand kon niet worden gelezen. Misschien is het verplaatst of gewijzigd; kies het opnieuw.
verify-error-program = Deze browser kan de controle niet uitvoeren. Gebruik een nieuwere: Chrome 96, Firefox 113 of Safari 16.4, of hoger.
verify-result = Resultaat
verify-export-good = Echt en volledig
verify-export-good-text = Gecontroleerde gebeurtenissen: { $events }. Alles is zoals de sleutel van het logboek het heeft ondertekend en staat op zijn plaats. Er ontbreekt niets en er is niets gewijzigd.
verify-partial-good-text = Gebeurtenissen in dit bestand: { $events }. Alles staat ongewijzigd in het ondertekende logboek. Het is een selectie: dat er niets uit is weggelaten, is niet aangetoond.
verify-receipt-good = Echt
verify-receipt-good-text = Wat hier staat, is precies zo in het logboek vastgelegd en ondertekend.
verify-key-unknown = In orde, maar ondertekend met een sleutel die je niet hebt opgegeven
verify-key-unknown-text = Het bestand past bij de sleutel die het zelf noemt. Dat is niet meer waard dan het bestand: vergelijk de sleutel hieronder met de sleutel die het bedrijf publiceert.
verify-bad = Vertrouw niet op dit bestand
verify-bad-line = Regel { $line }
verify-bad-text = Dit is de eerste fout. Het bestand is achteraf gewijzigd, of het is niet wat het zegt te zijn. Download het opnieuw en vergelijk.
verify-extends = De export bouwt voort op het eerdere controlepunt. Overeenkomende gebeurtenissen vanaf het begin: { $events }.
verify-fact-file = Bestand
verify-fact-checked = Gecontroleerd
verify-fact-log = Logboek
verify-fact-events = Gebeurtenissen
verify-fact-events-of = { $events } van de { $size } in het logboek
verify-fact-erased = Gewist
verify-fact-erased-text = { $events }, telkens verklaard door een latere gebeurtenis die het wissen vastlegt
verify-fact-evidence-gone = Omstandigheden verwijderd
verify-fact-epochs = Opnieuw begonnen
verify-fact-epochs-text = Door gebeurtenis { $events }: er was een back-up teruggezet en een al ondertekende stand kwam te vervallen. Waarom, staat in de gebeurtenis.
verify-fact-span = Vastgelegd
verify-fact-span-text = { $from } tot en met { $to }
verify-fact-root = Wortel
verify-fact-key = Sleutel
verify-fact-business = Bedrijf
verify-fact-number = Nummer
verify-fact-given = Ja gezegd tegen
verify-fact-withdrawn = Nee gezegd tegen
verify-fact-everything = Alles, ook wat er later bij komt
verify-fact-when = Vastgelegd
verify-fact-page = Op de pagina
verify-fact-place = Plaats in het logboek
verify-fact-place-text = Gebeurtenis { $event } van { $size }
verify-fact-witnesses = Getuigen
verify-fact-witnesses-text = { $names }, volgens het ontvangstbewijs. Hun handtekeningen controleer je op de opdrachtregel met --witness.
verify-fact-kind = Soort gebeurtenis
verify-fact-wording = Getoonde tekst
verify-limits = Wat dit aantoont en wat niet
verify-limits-shows = Een goed resultaat toont aan dat dit is wat het logboek heeft ondertekend en dat er sindsdien geen byte aan is gewijzigd.
verify-limits-not = Het toont niet aan wie de telefoon in handen had, en ook niet dat het bedrijf iedereen hetzelfde logboek laat zien. Tegen dat laatste helpt het om een controlepunt te bewaren en later te vergelijken, of om op handtekeningen van getuigen te letten.
verify-limits-tool = Heel grote bestanden controleer je sneller op de opdrachtregel:
verify-noscript = De controle draait als programma binnen deze pagina en heeft daarom JavaScript nodig.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = Dit is geen export met bewijs en ook geen ontvangstbewijs.
fault-only-exports = Een eerder controlepunt kun je alleen met een export vergelijken, en dit is een ontvangstbewijs. Laat het controlepunt weg.
fault-incomparable = Deze export is een selectie en kan niet aantonen dat hij voortbouwt op een eerder controlepunt (gebeurtenissen daarin: { $events }). Gebruik een volledige export.
fault-other-epoch = Het eerdere controlepunt komt uit epoche { $earlier } van dit logboek en de export uit epoche { $epoch }: er is een back-up teruggezet. Een gebeurtenis in de export zegt welke stand is vervallen en waarom.
fault-epoch = Gebeurtenis { $event } opent een epoche die daar niet kan beginnen.
fault-cosignature = De medeondertekening van getuige { $key } klopt niet.
fault-line = Deze regel is gewijzigd: zo’n regel komt in geen enkele export voor.
fault-out-of-place = Deze regel hoort hier niet: er zijn regels verwisseld of er ontbreken regels.
fault-cut-short = Het bestand is afgekapt: het einde ontbreekt.
fault-after-the-end = Na het einde van de export staat nog iets.
fault-key = De sleutel die het bestand noemt, is gewijzigd.
fault-foreign-signature = Vreemde handtekening: het bestand is niet ondertekend door { $key }.
fault-size = De eerste regel is gewijzigd. Gebeurtenissen volgens die regel: { $events }, ondertekend: { $signed }.
fault-wrong-business = Verkeerd bedrijf: het logboek of een gebeurtenis hoort bij een ander bedrijf.
fault-leaf = Gebeurtenis { $event } is gewijzigd.
fault-private-part = Gebeurtenis { $event } is gewijzigd: wat er over de persoon staat, is niet wat er is vastgelegd.
fault-outcome = Gebeurtenis { $event } is gewijzigd: waar die toe leidde, is niet wat er is vastgelegd.
fault-evidence = Gebeurtenis { $event } is gewijzigd: de omstandigheden zijn niet zoals ze zijn vastgelegd.
fault-missing = Gebeurtenis { $event } ontbreekt.
fault-reordered = Er zijn gebeurtenissen verwisseld: gebeurtenis { $event } staat waar gebeurtenis { $place } hoort.
fault-behind = Er zijn gebeurtenissen verwisseld: gebeurtenis { $event } staat achter gebeurtenis { $before }.
fault-inclusion = Gebeurtenis { $event } staat niet in het ondertekende logboek.
fault-time = Gebeurtenis { $event } is eerder vastgelegd dan de gebeurtenis ervoor.
fault-notice = Een toestemmingstekst is gewijzigd: de woorden passen niet bij de id.
fault-notice-missing = De toestemmingstekst die gold bij gebeurtenis { $event }, ontbreekt.
fault-not-erased = Het persoonlijke deel van gebeurtenis { $event } ontbreekt, en nergens is vastgelegd dat het is gewist.
fault-erased-ahead = Volgens gebeurtenis { $event } zijn er gebeurtenissen gewist die er niet aan voorafgaan.
fault-root = Het logboek is herschreven: dit zijn niet de gebeurtenissen die zijn ondertekend.
fault-shrunk = Het logboek is gekrompen. Gebeurtenissen eerst: { $earlier }, nu: { $events }.
fault-rewritten = Het logboek is herschreven: het begint niet met de gebeurtenissen van het eerdere controlepunt (aantal: { $earlier }).
fault-erasure-proof = Het bewijs van een latere wissing klopt niet.
fault-trailer = De laatste regel is gewijzigd of er ontbreekt een regel: dit is niet het bestand dat is gemaakt.
fault-proof = Het bewijs van het ontvangstbewijs klopt niet: het is gewijzigd of heeft nooit in het logboek gestaan.

## The months as they stand in a date.

month-january = januari
month-february = februari
month-march = maart
month-april = april
month-may = mei
month-june = juni
month-july = juli
month-august = augustus
month-september = september
month-october = oktober
month-november = november
month-december = december

## Confirming a yes in WhatsApp.

whatsapp-draft = Ja graag, { $business } mag mij via WhatsApp berichten sturen over:
    .reviewed_by = none
whatsapp-draft-code = Door dit te versturen zeg ik ja. Code: { $code }
    .reviewed_by = none
whatsapp-heading = Nog één stap: bevestig in WhatsApp
whatsapp-explanation = Verstuur het klaargezette bericht ongewijzigd vanaf het nummer dat eindigt op { $digits }. Tot die tijd krijg je niets toegestuurd.
whatsapp-explanation-any = Verstuur het klaargezette bericht ongewijzigd. Tot die tijd krijg je niets toegestuurd.
whatsapp-open = WhatsApp openen
whatsapp-scan = Of scan met je telefoon
whatsapp-waiting = Wachten op je bericht …
whatsapp-confirmed = Bevestigd. Bedankt, je ja telt nu.
whatsapp-expired = De code is verlopen. Verstuur het formulier opnieuw.
whatsapp-opt-in = Ja zeggen met WhatsApp
whatsapp-opt-in-explanation = Je hoeft geen nummer in te typen: WhatsApp opent met een klaargezet bericht.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = Nieuws over je bestelling
preset-order-updates-value = Je hoort het als je bestelling is bevestigd, verzonden en bezorgd.
preset-order-updates-frequency = Maximaal één bericht per stap van een bestelling

preset-back-in-stock-title = Weer op voorraad
preset-back-in-stock-value = Je hoort het zodra een product waarop je wacht weer te koop is.
preset-back-in-stock-frequency = Maximaal één bericht per product waarop je wacht

preset-product-recommendations-title = Voor jou uitgekozen
preset-product-recommendations-value = Suggesties die goed passen bij wat je kort geleden hebt gekocht.

preset-relevant-offers-title = Aanbiedingen en acties
preset-relevant-offers-value = Hoor als een van de eersten over goede aanbiedingen.

preset-abandoned-cart-title = Je vergeten winkelmandje
preset-abandoned-cart-value = Een herinnering als je iets in je winkelmandje hebt gelegd en niet hebt gekocht.

preset-product-updates-title = Nieuws over je producten
preset-product-updates-value = Goede tips en nieuws over producten die je hebt of volgt.

preset-renewal-reminders-title = Verlengingen en upgrades
preset-renewal-reminders-value = Op tijd een herinnering voordat iets afloopt, of als een upgrade mogelijk is.

preset-useful-alerts-title = Handige meldingen
preset-useful-alerts-value = Een bericht als er iets gebeurt waarvan je op de hoogte wilde blijven.

preset-appointment-reminders-title = Je afspraken
preset-appointment-reminders-value = Bevestiging, herinnering en wijzigingen als je een afspraak hebt gemaakt of een tafel hebt gereserveerd.
preset-appointment-reminders-frequency = Maximaal drie berichten per afspraak, en één per wijziging
