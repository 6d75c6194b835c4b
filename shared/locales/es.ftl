### Spanish: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as “tú”, in words that serve Spain and Latin America alike. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = Sí, quiero: { $business } puede enviarme por WhatsApp los mensajes que elijo aquí.
    .reviewed_by = none
edition-1-not-a-condition = Es voluntario: no hace falta que digas que sí para poder comprar.
    .reviewed_by = none
edition-1-withdrawal = Puedes retirar tu sí en cualquier momento con el enlace de tu comprobante. Es gratis y no tienes que dar ningún motivo.
    .reviewed_by = none
edition-1-controller = Responsable del tratamiento: { $legal_name }, { $address }. Contacto: { $contact }
    .reviewed_by = none
edition-1-privacy = Cómo trata { $business } tus datos personales
    .reviewed_by = none
edition-1-heading = Recibe mensajes por WhatsApp
edition-1-legend = ¿Qué mensajes te gustaría recibir?
edition-1-submit = Sí, quiero
edition-1-success-heading = Gracias, tu sí está guardado
edition-1-success-text = Conserva tu comprobante. Con el enlace que incluye puedes retirar tu sí en cualquier momento.

## Labels that explain the form.

form-country = País
form-phone = Tu número de WhatsApp
form-sending = Guardando tu sí…
form-retry = Reintentar
form-success-categories = Dijiste que sí a:
form-receipt = Abrir tu comprobante
form-hosted = Abrir este formulario en su propia página
form-changed = El texto ha cambiado. Lee el nuevo y vuelve a elegir.

## What is said when something is wrong, by code.

form-error-number-missing = Escribe tu número.
form-error-number-impossible = Este número no corresponde al país. Revisa ambos datos.
form-error-category-none = Marca al menos un tipo de mensaje.
form-error-notice-outdated = El texto cambió mientras lo leías, así que tu sí no se ha guardado. Lee el nuevo y vuelve a elegir.
form-error-rate-limited = Se enviaron demasiadas respuestas en poco tiempo. Espera un poco e inténtalo de nuevo.
form-error-offline = No pudimos conectar. Inténtalo de nuevo: tu sí se guarda una sola vez.
form-error-unavailable = Ahora mismo no ha sido posible. Inténtalo de nuevo en un momento.
form-error-refused = No se pudo guardar tu sí desde aquí.

## How often at most, by period; one message apart from several.

cap-day-one = Como máximo 1 mensaje al día
cap-day-many = Como máximo { $max } mensajes al día
cap-week-one = Como máximo 1 mensaje a la semana
cap-week-many = Como máximo { $max } mensajes a la semana
cap-month-one = Como máximo 1 mensaje al mes
cap-month-many = Como máximo { $max } mensajes al mes

## What every page has.

common-skip = Ir al contenido
common-language = Idioma
common-moment = { $day } de { $month } de { $year }, { $hour }:{ $minute } UTC
common-number-ending = Número que termina en { $digits }
common-footer-controller = Responsable del tratamiento: { $legal_name }, { $address }. Contacto: { $contact }
common-footer-privacy = Cómo trata { $business } tus datos personales
common-footer-jatak = Un servicio de Jatak, que deja constancia de cada sí y de cada no.

## How a state is called.

state-never-asked = Sin elegir
state-pending = A la espera de confirmación
state-granted = Sí, quiero
state-withdrawn = No, gracias

## The form on a page of its own.

hosted-title = Mensajes de { $business } por WhatsApp
hosted-intro = Marca lo que te gustaría recibir de { $business }.
hosted-noscript = Di que sí a los mensajes de { $business } por WhatsApp
hosted-errors-heading = Corrige esto y vuelve a enviar

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = Pulsa una vez más
confirm-text = Tu navegador oculta de qué página vienes, por eso te pedimos que pulses otra vez. Todavía no se ha guardado nada.
confirm-summary = Estás a punto de decir que sí a estos mensajes de { $business } por WhatsApp:
confirm-submit = Sí, quiero
confirm-cancel = Volver sin guardar

## The one page for links that are forged, cut, unknown or erased.

not-found-title = Esta página no existe
not-found-text = Puede que falte una parte del enlace o que ya se haya borrado lo que mostraba.
not-found-advice = Intenta abrir el enlace otra vez desde donde lo guardaste. Siempre puedes escribir a la empresa y decir que no.

## The receipt of one submission.

receipt-title = Tu comprobante
receipt-intro = Esto es lo que aceptaste recibir de { $business } por WhatsApp.
receipt-keep = Guarda el enlace a esta página o imprímela. El enlace seguirá funcionando.
receipt-business = Empresa
receipt-number = Número
receipt-when = Fecha y hora
receipt-page = Página
receipt-record = Número de comprobante
receipt-said-yes = A qué dijiste que sí
receipt-frequency = Con qué frecuencia
receipt-wording = El texto que se te mostró
receipt-wording-link = Ver el texto completo tal como se conserva
receipt-proof-heading = Tu prueba
receipt-proof = Tu sí consta en un registro que no se puede alterar sin que se note. Guarda el archivo de abajo y podrás demostrarlo ante cualquiera, incluso sin nosotros.
receipt-proof-file = Guardar el comprobante como archivo con prueba
receipt-proof-check = Verificar un archivo de este tipo
receipt-withdraw-heading = ¿Prefieres decir que no?
receipt-withdraw-intro = Tiene efecto inmediato, es gratis y no tienes que dar ningún motivo.
receipt-withdraw = No, gracias: { $category }
receipt-withdrawn = No, gracias (desde el { $when })
receipt-stop-all-intro = También puedes detener todos los mensajes de { $business } por WhatsApp, incluidos los tipos nuevos que se añadan más adelante.
receipt-stop-all = Detener todos los mensajes de { $business }
receipt-done-withdrawn = Has dicho que no a «{ $category }». { $business } ya no puede enviarte estos mensajes por WhatsApp.
receipt-done-stopped = Has detenido todos los mensajes. { $business } ya no puede enviarte nada por WhatsApp.
receipt-stopped = Todo detenido desde el { $when }
receipt-link-caution = No compartas el enlace. Quien lo tenga puede ver este comprobante y decir que no por ti, pero no que sí.

## All choices of one person.

choices-title = Tus preferencias en { $business }
choices-intro = Aquí decides qué puede enviarte { $business } por WhatsApp. Puedes cambiarlo tantas veces como quieras.
choices-legend = Mensajes
choices-state = Ahora: { $state }
choices-state-since = Ahora: { $state } (desde el { $when })
choices-pending = Alguien dijo que sí con tu número después de que tú dijeras que no. No cuenta hasta que tú digas que sí. Marca la casilla si quieres recibir estos mensajes.
choices-awaited = Un sí con tu número está a la espera de tu mensaje en WhatsApp. No cuenta hasta que llegue.
choices-imported = No lo dijiste aquí: { $business } afirma que dijiste que sí en otro lugar ({ $source }; { $claimed }) y ha traído ese sí.
choices-retired = Ya no se usa
choices-save = Guardar mis preferencias
choices-saved = Tus preferencias están guardadas.
choices-unchanged = No cambiaste nada, así que todo sigue igual.
choices-still-pending = Una parte sigue a la espera de que la confirmes desde WhatsApp, porque desde allí dijiste que no. Hasta entonces vale tu «no».
choices-stop-all-intro = Detén todos los mensajes de { $business } por WhatsApp, incluidos los tipos nuevos que se añadan más adelante.
choices-stop-all = Detener todos los mensajes de { $business }
choices-stopped = Has detenido todos los mensajes. { $business } solo puede enviarte aquello a lo que vuelvas a decir que sí.
choices-terms-changed = El texto cambió mientras estabas en la página, así que tus preferencias no se han guardado. Lee el nuevo y vuelve a elegir.
choices-terms-changed-noes-saved = Hemos guardado tu «no». El texto cambió mientras estabas en la página, así que lee el nuevo antes de decir que sí a algo.
choices-link-caution = No compartas el enlace. Quien lo tenga puede cambiar tus preferencias.

## A refusal, for people.

error-title = No ha sido posible
error-nothing-saved = No se ha guardado nada.
error-back = Volver
error-again = Abrir el formulario de nuevo
error-number-missing = Falta tu número.
error-number-impossible = Este número no corresponde al país. Revisa ambos datos.
error-category-none = Marca al menos un tipo de mensaje.
error-notice-outdated = El texto ha cambiado desde que abriste la página. Lee el nuevo y vuelve a elegir.
error-form-unfit = No se pudo leer el formulario. Ábrelo de nuevo e inténtalo otra vez.
error-category-not-on-receipt = Este comprobante no incluye ese tipo de mensaje.
error-origin-refused = La página de la que vienes no puede enviar respuestas a la empresa. Usa el formulario de la propia empresa.
error-business-unknown = No conocemos esta empresa. Revisa la dirección.
error-idempotency-conflict = Este formulario ya se envió con otras respuestas. Ábrelo de nuevo si quieres cambiar algo.
error-body-too-large = Se envió más de lo que cabe.
error-rate-limited = Se enviaron demasiadas respuestas en poco tiempo. Espera un poco e inténtalo de nuevo.
error-unavailable = Hay mucho movimiento ahora mismo. Espera un poco e inténtalo de nuevo.
error-internal = Algo ha fallado por nuestra parte. Inténtalo de nuevo en un momento.

## The export, for the business.

export-title = Consentimientos en { $business }
export-intro = Descarga en un archivo todos los eventos o el estado actual.
export-key = Clave de API
export-key-help = Una clave con el permiso read. Se queda en esta pestaña y no se guarda en ningún sitio.
export-kind = Contenido
export-kind-events = Todos los eventos
export-kind-state = Estado actual
export-kind-notices = Los textos mostrados
export-from = Desde
export-to = Hasta
export-dates-help = Ambos días están incluidos y se cuentan en UTC. Deja los campos vacíos para descargarlo todo.
export-category = Tipo de mensaje
export-category-any = Todos los tipos
export-state = Respuesta
export-state-any = Todas las respuestas
export-format = Formato
export-format-csv = CSV, para hojas de cálculo
export-format-ndjson = NDJSON, para programas; los eventos incluyen prueba
export-format-jsonld = JSON-LD, registros de consentimiento (ISO/IEC TS 27560)
export-delimiter = Separador
export-delimiter-comma = Coma
export-delimiter-semicolon = Punto y coma
export-delimiter-tab = Tabulador
export-download = Descargar
export-cancel = Cancelar
export-progress = Descargado: { $size }…
export-progress-through = Evento { $seq } de { $total }; descargado: { $size }…
export-progress-label = Progreso de la descarga
export-done = Descarga completa: { $file }
export-cancelled = Cancelado. No se guardó ningún archivo.
export-error-key-missing = Pega una clave de API.
export-error-key-unknown = Esta empresa no tiene esa clave. Comprueba que la pegaste entera.
export-error-scope = Esta clave no permite leer. Usa una clave con el permiso read.
export-error-choice = Estas opciones no se pueden combinar. Revisa las fechas.
export-error-rate-limited = Demasiadas descargas en poco tiempo. Espera un poco e inténtalo de nuevo.
export-error-offline = Se cortó la conexión y el archivo no está completo. Inténtalo de nuevo.
export-error-other = No se pudo obtener el archivo. Inténtalo de nuevo en un momento.
export-noscript = Esta página usa JavaScript para enviar la clave sin escribirla en una dirección. Sin JavaScript, descarga el archivo con curl:

## How often the form was shown, and how many said yes: below the export.

statistics-title = Mostrado y respondido
statistics-help = Cuántas veces se mostró el formulario lo comunican los navegadores: los bloqueadores retienen los avisos y cualquiera puede inventarlos. Cuántos dijeron que sí se cuenta a partir de los eventos. Los días son en UTC.
statistics-show = Mostrar cifras
statistics-none = En estos días no se mostró ni se respondió nada.
statistics-day = Día
statistics-language = Idioma
statistics-shown = Mostrado
statistics-opted-in = Dijeron que sí

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = Poner el formulario de { $business } en una página
embed-intro = Elige qué mostrar, mira el resultado y copia el código.
embed-options = Opciones
embed-form-language = Idioma del formulario
embed-theme = Colores
embed-theme-page = Como los tiene la página
embed-theme-auto = Como los tiene el dispositivo del cliente
embed-theme-light = Claros
embed-theme-dark = Oscuros
embed-width = Anchura máxima del lugar
embed-categories = Tipos de mensaje ofrecidos
embed-show = Mostrar
embed-preview = Vista previa
embed-preview-note = Esto es una vista previa. Nada de lo que escribas aquí se envía ni se guarda.
embed-preview-link = Abrir el formulario en su propia página
embed-code = Código
embed-copy = Copiar
embed-copied = Copiado
embed-snippet = Para cualquier página
embed-snippet-help = Pégalo donde deba estar el formulario. La altura reservada evita que la página se mueva cuando aparece.
embed-bare = Solo la etiqueta script
embed-bare-help = Más corto, pero la página se mueve cuando aparece el formulario.
embed-element = Como elemento
embed-element-help = Para aplicaciones de una sola página: se añade, se mueve y se quita como cualquier otro elemento.
embed-pinned = Fijado a una versión
embed-pinned-help = El navegador ejecuta este script solo si es exactamente este archivo; lo que carga después viene del servidor edge. Cada vez que se actualice Jatak, vuelve a tomar el código de aquí.
embed-tag-manager-help = Una etiqueta del tipo «HTML personalizado»:
embed-place-help = Y en tu página, donde deba estar el formulario:
embed-shopify-help = Un bloque para una extensión de app de tema. Guárdalo como blocks/jatak.liquid.
embed-woocommerce-help = Para el functions.php de un tema hijo o un plugin propio. El formulario está en la página que da las gracias por el pedido.
embed-policy-help = Si tus páginas tienen una, añádele esto.
embed-height = La altura en una hoja de estilos
embed-height-help = Si tu política rechaza los atributos style, omite el de arriba y pon esto en tu hoja de estilos.

## The page that checks exports and receipts, also from disk.

verify-title = Verificar una exportación o un comprobante
verify-intro = Averigua si un archivo es lo que firmó el registro de la empresa y, si no lo es, cuál es el primer fallo.
verify-private = El archivo no sale de este equipo. La verificación se hace dentro de esta página, y la página no tiene permiso para conectarse a nada.
verify-file = Archivo
verify-drop = Elige un archivo o suéltalo aquí
verify-file-help = Una exportación con prueba (.ndjson) o un comprobante (.json), tal cual se descargó.
verify-key = Clave pública del registro
verify-key-help = Cópiala de donde la publica la empresa, no de quien te dio el archivo. Sin ella, también se da por bueno un archivo que alguien se haya inventado y firmado con su propia clave.
verify-earlier-more = Comparar con un punto de control anterior
verify-earlier = Punto de control anterior
verify-earlier-help = Un punto de control (checkpoint) que hayas guardado, o el texto de un comprobante antiguo o de la primera línea de una exportación antigua. Demuestra que nada de lo registrado hasta entonces se ha cambiado ni quitado después.
verify-check = Verificar el archivo
verify-cancel = Cancelar
verify-progress = Verificado: { $done } de { $size }…
verify-cancelled = Cancelado. La verificación quedó sin resultado.
verify-error-file-missing = Elige un archivo.
verify-error-key = Esto no es la clave pública de un registro. Es una sola línea: un nombre, un signo más, ocho caracteres, un signo más y 44 caracteres.
verify-error-earlier = En este texto no hay ningún punto de control.
verify-error-read = No se pudo leer el archivo. Quizá se haya movido o modificado; elígelo de nuevo.
verify-error-program = Este navegador no puede hacer la verificación. Usa uno más reciente: Chrome 96, Firefox 113 o Safari 16.4, o posterior.
verify-result = Resultado
verify-export-good = Auténtico y completo
verify-export-good-text = Eventos: { $events }. Todos son los que firmó la clave del registro, cada uno en su lugar. No falta ni se ha modificado ninguno.
verify-partial-good-text = Eventos en este archivo: { $events }. Cada uno está en el registro firmado, sin cambios. Es una selección: no demuestra que no se haya omitido ninguno.
verify-receipt-good = Auténtico
verify-receipt-good-text = Lo que aparece aquí se anotó en el registro y se firmó exactamente así.
verify-key-unknown = En orden, pero firmado con una clave que no indicaste
verify-key-unknown-text = El archivo concuerda con la clave que él mismo indica. Eso no vale más que el propio archivo: compara la clave de abajo con la que publica la empresa.
verify-bad = No confíes en este archivo
verify-bad-line = Línea { $line }
verify-bad-text = Este es el primer fallo. El archivo se modificó después de crearse o no es lo que dice ser. Descárgalo de nuevo y compara.
verify-extends = Es la continuación del punto de control anterior. Eventos iniciales idénticos: { $events }.
verify-fact-file = Archivo
verify-fact-checked = Verificado
verify-fact-log = Registro
verify-fact-events = Eventos
verify-fact-events-of = { $events } de { $size } en el registro
verify-fact-erased = Borrados
verify-fact-erased-text = { $events }; cada borrado está justificado por una anotación posterior
verify-fact-evidence-gone = Evidencias eliminadas
verify-fact-epochs = Reinicios
verify-fact-epochs-text = Evento: { $events }. Se había restaurado una copia de seguridad y se abandonó un estado que ya estaba firmado. El propio evento explica por qué.
verify-fact-span = Periodo de registro
verify-fact-span-text = Del { $from } al { $to }
verify-fact-root = Raíz
verify-fact-key = Clave
verify-fact-business = Empresa
verify-fact-number = Número
verify-fact-given = Dijo que sí a
verify-fact-withdrawn = Dijo que no a
verify-fact-everything = Todo, también lo que venga más adelante
verify-fact-when = Fecha de registro
verify-fact-page = En la página
verify-fact-place = Posición en el registro
verify-fact-place-text = Evento { $event } de { $size }
verify-fact-witnesses = Testigos
verify-fact-witnesses-text = { $names }, según el comprobante. Sus firmas se verifican desde la línea de comandos, con --witness.
verify-fact-kind = Tipo de anotación
verify-fact-wording = Texto mostrado
verify-limits = Qué demuestra esto y qué no
verify-limits-shows = Un buen resultado demuestra que estas anotaciones son las que firmó el registro y que desde entonces no se ha cambiado ni un solo byte.
verify-limits-not = No demuestra quién tenía el teléfono ni que la empresa muestre a todo el mundo el mismo registro. Contra esto último, guarda un punto de control y compáralo más adelante, o busca firmas de testigos.
verify-limits-tool = Los archivos muy grandes se verifican antes desde la línea de comandos:
verify-noscript = La verificación es un programa que se ejecuta dentro de esta página, por lo que necesita JavaScript.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = Esto no es una exportación con prueba ni un comprobante.
fault-only-exports = Un punto de control anterior solo se puede comparar con una exportación, y esto es un comprobante. Deja vacío el punto de control.
fault-incomparable = Esta exportación es una selección y no puede demostrar que sea la continuación de un punto de control anterior (eventos: { $events }). Usa una completa.
fault-other-epoch = El punto de control anterior es de la época { $earlier } de este registro, y la exportación, de la época { $epoch }: se restauró una copia de seguridad. Un evento de la exportación dice qué estado se abandonó y por qué.
fault-epoch = El evento { $event } abre una época que no puede empezar ahí.
fault-cosignature = La cofirma del testigo { $key } no es válida.
fault-line = Esta línea se modificó: ninguna exportación tiene una así.
fault-out-of-place = Esta línea no va aquí: hay líneas cambiadas de orden o faltan líneas.
fault-cut-short = El archivo está cortado: le falta el final.
fault-after-the-end = Hay algo más después del final de la exportación.
fault-key = Se modificó la clave que indica el archivo.
fault-foreign-signature = Firma ajena: el archivo no está firmado por { $key }.
fault-size = Se modificó la primera línea. Eventos indicados: { $events }; firmados: { $signed }.
fault-wrong-business = Empresa equivocada: el registro o un evento pertenece a otra.
fault-leaf = El evento { $event } se modificó.
fault-private-part = El evento { $event } se modificó: lo que dice de la persona no es lo que se registró.
fault-outcome = El evento { $event } se modificó: su resultado no es el que se registró.
fault-evidence = El evento { $event } se modificó: sus evidencias no son las que se registraron.
fault-missing = Falta el evento { $event }.
fault-reordered = Hay eventos cambiados de orden: el evento { $event } está donde va el evento { $place }.
fault-behind = Hay eventos cambiados de orden: el evento { $event } está después del evento { $before }.
fault-inclusion = El evento { $event } no está en el registro firmado.
fault-time = La hora de registro del evento { $event } es anterior a la del evento que lo precede.
fault-notice = Se modificó un texto de consentimiento: su contenido no corresponde a su id.
fault-notice-missing = Falta el texto de consentimiento con el que se produjo el evento { $event }.
fault-not-erased = Falta la parte privada del evento { $event }, y ninguna anotación dice que se haya borrado.
fault-erased-ahead = El evento { $event } dice que se borraron eventos que no son anteriores a él.
fault-root = El registro se reescribió: los eventos no son los que se firmaron.
fault-shrunk = El registro ha menguado. Eventos antes: { $earlier }; ahora: { $events }.
fault-rewritten = El registro se reescribió: sus eventos iniciales (total: { $earlier }) no son los del punto de control anterior.
fault-erasure-proof = La prueba de un borrado posterior no es válida.
fault-trailer = La última línea se modificó o falta alguna línea: el archivo no es el que se creó.
fault-proof = La prueba del comprobante no es válida: se modificó o nunca estuvo en el registro.

## The months as they stand in a date.

month-january = enero
month-february = febrero
month-march = marzo
month-april = abril
month-may = mayo
month-june = junio
month-july = julio
month-august = agosto
month-september = septiembre
month-october = octubre
month-november = noviembre
month-december = diciembre

## Confirming a yes in WhatsApp.

whatsapp-draft = Sí, quiero: { $business } puede enviarme mensajes por WhatsApp sobre:
    .reviewed_by = none
whatsapp-draft-code = Al enviar este mensaje digo que sí. Código: { $code }
    .reviewed_by = none
whatsapp-heading = Un paso más: confirma en WhatsApp
whatsapp-explanation = Envía el mensaje preparado, sin cambiarlo, desde el número que termina en { $digits }. Hasta entonces no se te envía nada.
whatsapp-explanation-any = Envía el mensaje preparado, sin cambiarlo. Hasta entonces no se te envía nada.
whatsapp-open = Abrir WhatsApp
whatsapp-scan = O escanea con tu teléfono
whatsapp-waiting = Esperando tu mensaje…
whatsapp-confirmed = Confirmado. Gracias, tu sí ya cuenta.
whatsapp-expired = El código ha caducado. Vuelve a enviar el formulario.
whatsapp-opt-in = Decir que sí con WhatsApp
whatsapp-opt-in-explanation = Sin escribir ningún número: WhatsApp se abre con un mensaje preparado.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = Novedades de tu pedido
preset-order-updates-value = Recibe un aviso cuando tu pedido se confirme, se envíe y se entregue.
preset-order-updates-frequency = Como máximo un mensaje por cada etapa de un pedido

preset-back-in-stock-title = Disponible de nuevo
preset-back-in-stock-value = Recibe un aviso en cuanto puedas volver a comprar un producto que esperas.
preset-back-in-stock-frequency = Como máximo un mensaje por cada producto que esperas

preset-product-recommendations-title = Elegido para ti
preset-product-recommendations-value = Sugerencias que van bien con tus compras recientes.

preset-relevant-offers-title = Ofertas y promociones
preset-relevant-offers-value = Sé de las primeras personas en enterarte de las buenas ofertas.

preset-abandoned-cart-title = Tu carrito olvidado
preset-abandoned-cart-value = Un recordatorio si dejas algo en el carrito sin comprarlo.

preset-product-updates-title = Novedades de tus productos
preset-product-updates-value = Consejos útiles y novedades sobre los productos que tienes o sigues.

preset-renewal-reminders-title = Renovaciones y mejoras
preset-renewal-reminders-value = Un recordatorio con tiempo antes de que algo venza, o cuando se pueda mejorar.

preset-useful-alerts-title = Avisos útiles
preset-useful-alerts-value = Un mensaje cuando ocurre algo sobre lo que pediste avisos.

preset-appointment-reminders-title = Tus citas y reservas
preset-appointment-reminders-value = Confirmación, recordatorio y cambios cuando reservas una cita o una mesa.
preset-appointment-reminders-frequency = Como máximo tres mensajes por cada cita o reserva, y uno por cada cambio

