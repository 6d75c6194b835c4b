### Portuguese as it is written in Brazil: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as “você”. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = Sim, quero: { $business } pode me enviar pelo WhatsApp as mensagens que eu escolher aqui.
    .reviewed_by = none
edition-1-not-a-condition = É opcional: você não precisa dizer sim para comprar.
    .reviewed_by = none
edition-1-withdrawal = Você pode retirar seu sim a qualquer momento pelo link do seu comprovante. É grátis e você não precisa dar nenhum motivo.
    .reviewed_by = none
edition-1-controller = Controlador dos dados: { $legal_name }, { $address }. Contato: { $contact }
    .reviewed_by = none
edition-1-privacy = Como { $business } trata seus dados pessoais
    .reviewed_by = none
edition-1-heading = Receba mensagens pelo WhatsApp
edition-1-legend = Quais mensagens você quer receber?
edition-1-submit = Sim, quero
edition-1-success-heading = Agradecemos, seu sim está salvo
edition-1-success-text = Guarde seu comprovante. Pelo link que está nele, você pode retirar seu sim a qualquer momento.

## Labels that explain the form.

form-country = País
form-phone = Seu número de WhatsApp
form-sending = Salvando seu sim…
form-retry = Tentar de novo
form-success-categories = Você disse sim para:
form-receipt = Abrir seu comprovante
form-hosted = Abrir este formulário em uma página própria
form-changed = O texto mudou. Leia o novo e escolha outra vez.

## What is said when something is wrong, by code.

form-error-number-missing = Digite seu número.
form-error-number-impossible = Este número não corresponde ao país. Confira os dois.
form-error-category-none = Marque pelo menos um tipo de mensagem.
form-error-notice-outdated = O texto mudou enquanto você lia, por isso seu sim não foi salvo. Leia o novo e escolha outra vez.
form-error-rate-limited = Foram enviadas respostas demais em pouco tempo. Espere um pouco e tente de novo.
form-error-offline = Não conseguimos conectar. Tente de novo: seu sim é salvo uma vez só.
form-error-unavailable = Não deu certo agora. Tente de novo daqui a pouco.
form-error-refused = Não foi possível salvar seu sim por aqui.

## How often at most, by period; one message apart from several.

cap-day-one = No máximo 1 mensagem por dia
cap-day-many = No máximo { $max } mensagens por dia
cap-week-one = No máximo 1 mensagem por semana
cap-week-many = No máximo { $max } mensagens por semana
cap-month-one = No máximo 1 mensagem por mês
cap-month-many = No máximo { $max } mensagens por mês

## What every page has.

common-skip = Ir para o conteúdo
common-language = Idioma
common-moment = { $day } de { $month } de { $year }, { $hour }:{ $minute } UTC
common-number-ending = Número com final { $digits }
common-footer-controller = Controlador dos dados: { $legal_name }, { $address }. Contato: { $contact }
common-footer-privacy = Como { $business } trata seus dados pessoais
common-footer-jatak = Um serviço de Jatak, que guarda cada sim e cada não.

## How a state is called.

state-never-asked = Não escolhido
state-pending = Aguardando confirmação
state-granted = Sim, quero
state-withdrawn = Não quero

## The form on a page of its own.

hosted-title = Mensagens de { $business } pelo WhatsApp
hosted-intro = Marque o que você quer receber de { $business }.
hosted-noscript = Diga sim às mensagens de { $business } pelo WhatsApp
hosted-errors-heading = Corrija isto e envie de novo

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = Aperte mais uma vez
confirm-text = Seu navegador esconde de qual página você veio, por isso pedimos que você aperte de novo. Nada foi salvo ainda.
confirm-summary = Você está prestes a dizer sim para estas mensagens de { $business } pelo WhatsApp:
confirm-submit = Sim, quero
confirm-cancel = Voltar sem salvar

## The one page for links that are forged, cut, unknown or erased.

not-found-title = Esta página não existe
not-found-text = Pode estar faltando um pedaço do link, ou o que ele mostrava foi apagado.
not-found-advice = Tente abrir o link de novo de onde você o guardou. Você sempre pode escrever para a empresa e dizer não.

## The receipt of one submission.

receipt-title = Seu comprovante
receipt-intro = Isto é o que você aceitou receber de { $business } pelo WhatsApp.
receipt-keep = Guarde o link desta página ou imprima a página. O link vai continuar funcionando.
receipt-business = Empresa
receipt-number = Número
receipt-when = Data e hora
receipt-page = Página
receipt-record = Número do comprovante
receipt-said-yes = O que você aceitou receber
receipt-frequency = Com que frequência
receipt-wording = O texto que apareceu para você
receipt-wording-link = Ver o texto completo como está guardado
receipt-proof-heading = Sua prova
receipt-proof = Seu sim está em um registro que não pode ser alterado sem que se perceba. Guarde o arquivo abaixo e você poderá provar isso a qualquer pessoa, mesmo sem a gente.
receipt-proof-file = Salvar o comprovante como arquivo com prova
receipt-proof-check = Verificar um arquivo desses
receipt-withdraw-heading = Prefere dizer não?
receipt-withdraw-intro = Vale na hora, é grátis e você não precisa dar nenhum motivo.
receipt-withdraw = Não quero mais: { $category }
receipt-withdrawn = Seu “não” vale desde { $when }
receipt-stop-all-intro = Você também pode parar todas as mensagens de { $business } pelo WhatsApp, inclusive tipos novos que surgirem depois.
receipt-stop-all = Parar tudo de { $business }
receipt-done-withdrawn = Você disse não para “{ $category }”. { $business } não pode mais enviar essas mensagens para você pelo WhatsApp.
receipt-done-stopped = Você parou tudo. { $business } não pode mais enviar mensagens para você pelo WhatsApp.
receipt-stopped = Tudo parado desde { $when }
receipt-link-caution = Não compartilhe o link. Quem tiver o link pode ver este comprovante e dizer não por você, mas não pode dizer sim.

## All choices of one person.

choices-title = Suas escolhas em { $business }
choices-intro = Aqui você decide o que { $business } pode enviar para você pelo WhatsApp. Você pode mudar quantas vezes quiser.
choices-legend = Mensagens
choices-state = Agora: { $state }
choices-state-since = Agora: { $state } (desde { $when })
choices-pending = Alguém disse sim com seu número depois que você já tinha dito não. Isso só vale quando o sim vier de você. Marque a caixa se quiser receber essas mensagens.
choices-awaited = Um sim com seu número aguarda sua mensagem pelo WhatsApp. Ele só vale quando ela chegar.
choices-imported = Você não disse isso aqui: { $business } afirma que você disse sim em outro lugar ({ $source }; { $claimed }) e trouxe esse sim para cá.
choices-retired = Não é mais usado
choices-save = Salvar minhas escolhas
choices-saved = Suas escolhas estão salvas.
choices-unchanged = Você não mudou nada, então tudo continua como estava.
choices-still-pending = Uma parte ainda aguarda sua confirmação pelo WhatsApp, porque foi por lá que você disse não. Até lá, vale o seu “não”.
choices-stop-all-intro = Pare todas as mensagens de { $business } pelo WhatsApp, inclusive tipos novos que surgirem depois.
choices-stop-all = Parar tudo de { $business }
choices-stopped = Você parou tudo. { $business } só pode enviar aquilo que tiver um novo sim seu.
choices-terms-changed = O texto mudou enquanto você via a página, por isso suas escolhas não foram salvas. Leia o novo e escolha outra vez.
choices-terms-changed-noes-saved = Salvamos o seu “não”. O texto mudou enquanto você via a página, então leia o novo antes de dizer sim para alguma coisa.
choices-link-caution = Não compartilhe o link. Quem tiver o link pode mudar suas escolhas.

## A refusal, for people.

error-title = Não deu certo
error-nothing-saved = Nada foi salvo.
error-back = Voltar
error-again = Abrir o formulário de novo
error-number-missing = Falta o seu número.
error-number-impossible = Este número não corresponde ao país. Confira os dois.
error-category-none = Marque pelo menos um tipo de mensagem.
error-notice-outdated = O texto mudou desde que você abriu a página. Leia o novo e escolha outra vez.
error-form-unfit = Não foi possível ler o formulário. Abra de novo e tente mais uma vez.
error-category-not-on-receipt = Este comprovante não trata desse tipo de mensagem.
error-origin-refused = A página de onde você veio não pode enviar respostas à empresa. Use o formulário da própria empresa.
error-business-unknown = Não conhecemos esta empresa. Confira o endereço.
error-idempotency-conflict = Este formulário já foi enviado com outras respostas. Abra de novo para mudar alguma coisa.
error-body-too-large = Foi enviado mais do que cabe.
error-rate-limited = Foram enviadas respostas demais em pouco tempo. Espere um pouco e tente de novo.
error-unavailable = O movimento está grande agora. Espere um pouco e tente de novo.
error-internal = Algo deu errado do nosso lado. Tente de novo daqui a pouco.

## The export, for the business.

export-title = Consentimentos em { $business }
export-intro = Baixe em um arquivo todos os eventos ou a situação atual.
export-key = Chave de API
export-key-help = Uma chave com a permissão read. Ela fica nesta aba e não é guardada em lugar nenhum.
export-kind = Conteúdo
export-kind-events = Todos os eventos
export-kind-state = Situação atual
export-kind-notices = Os textos exibidos
export-from = De
export-to = Até
export-dates-help = Os dois dias entram e são contados em UTC. Deixe os campos vazios para baixar tudo.
export-category = Tipo de mensagem
export-category-any = Todos os tipos
export-state = Resposta
export-state-any = Todas as respostas
export-format = Formato
export-format-csv = CSV, para planilhas
export-format-ndjson = NDJSON, para programas; os eventos vêm com prova
export-format-jsonld = JSON-LD, registros de consentimento (ISO/IEC TS 27560)
export-delimiter = Separador
export-delimiter-comma = Vírgula
export-delimiter-semicolon = Ponto e vírgula
export-delimiter-tab = Tabulação
export-download = Baixar
export-cancel = Cancelar
export-progress = Baixado: { $size }…
export-progress-through = Evento { $seq } de { $total }; baixado: { $size }…
export-progress-label = Andamento do download
export-done = Download concluído: { $file }
export-cancelled = Cancelado. Nenhum arquivo foi salvo.
export-error-key-missing = Cole uma chave de API.
export-error-key-unknown = Esta empresa não tem essa chave. Confira se você colou a chave inteira.
export-error-scope = Esta chave não permite leitura. Use uma chave com a permissão read.
export-error-choice = Essas opções não podem ser combinadas. Confira as datas.
export-error-rate-limited = Downloads demais em pouco tempo. Espere um pouco e tente de novo.
export-error-offline = A conexão caiu e o arquivo não está completo. Tente de novo.
export-error-other = Não foi possível baixar o arquivo. Tente de novo daqui a pouco.
export-noscript = Esta página usa JavaScript para enviar a chave sem que ela seja escrita em um endereço. Sem JavaScript, baixe o arquivo com curl:

## How often the form was shown, and how many said yes: below the export.

statistics-title = Mostrado e respondido
statistics-help = Quantas vezes o formulário foi mostrado é informado pelos navegadores: bloqueadores retêm os avisos, e qualquer um pode inventá-los. Quantos disseram sim é contado a partir dos eventos. Os dias são em UTC.
statistics-show = Mostrar números
statistics-none = Nada foi mostrado nem respondido nestes dias.
statistics-day = Dia
statistics-language = Idioma
statistics-shown = Mostrado
statistics-opted-in = Disseram sim

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = Colocar o formulário de { $business } em uma página
embed-intro = Escolha o que mostrar, veja o resultado e copie o código.
embed-options = Opções
embed-form-language = Idioma do formulário
embed-theme = Cores
embed-theme-page = Como a página tem
embed-theme-auto = Como o dispositivo do cliente tem
embed-theme-light = Claras
embed-theme-dark = Escuras
embed-width = Largura máxima do lugar
embed-categories = Tipos de mensagem oferecidos
embed-show = Mostrar
embed-preview = Prévia
embed-preview-note = Esta é uma prévia. Nada do que você digitar aqui é enviado ou registrado.
embed-preview-link = Abrir o formulário em uma página própria
embed-code = Código
embed-copy = Copiar
embed-copied = Copiado
embed-snippet = Para qualquer página
embed-snippet-help = Cole onde o formulário deve ficar. A altura reservada evita que a página se mova quando o formulário aparece.
embed-bare = Só a tag de script
embed-bare-help = Mais curto, mas a página se move quando o formulário aparece.
embed-element = Como elemento
embed-element-help = Para aplicativos de página única: adicione, mova e remova como qualquer outro elemento.
embed-pinned = Fixado em uma versão
embed-pinned-help = O navegador só executa este script se for exatamente este arquivo; o que ele carrega depois vem do servidor edge. Sempre que o Jatak for atualizado, pegue o código aqui de novo.
embed-tag-manager-help = Uma tag do tipo “HTML personalizado”:
embed-place-help = E na sua página, onde o formulário deve ficar:
embed-shopify-help = Um bloco para uma extensão de app de tema. Salve como blocks/jatak.liquid.
embed-woocommerce-help = Para o functions.php de um tema filho ou um plugin seu. O formulário fica na página que agradece pelo pedido.
embed-policy-help = Se as suas páginas têm uma, acrescente isto a ela.
embed-height = A altura em uma folha de estilo
embed-height-help = Se a sua política recusa atributos style, deixe de fora o de cima e coloque isto na sua folha de estilo.

## The page that checks exports and receipts, also from disk.

verify-title = Verificar uma exportação ou um comprovante
verify-intro = Veja se um arquivo é o que o registro da empresa assinou e, se não for, qual é o primeiro erro.
verify-private = O arquivo não sai deste computador. A verificação roda dentro desta página, e a página não tem permissão para se conectar a nada.
verify-file = Arquivo
verify-drop = Escolha um arquivo ou solte-o aqui
verify-file-help = Uma exportação com prova (.ndjson) ou um comprovante (.json), exatamente como foi baixado.
verify-key = Chave pública do registro
verify-key-help = Pegue a chave onde a empresa a publica, não com quem enviou o arquivo. Sem ela, também é aprovado um arquivo que alguém inventou e assinou com uma chave própria.
verify-earlier-more = Comparar com um ponto de verificação anterior
verify-earlier = Ponto de verificação anterior
verify-earlier-help = Um ponto de verificação (checkpoint) que você guardou, ou o texto de um comprovante mais antigo ou da primeira linha de uma exportação mais antiga. Mostra que nada do que estava registrado até ali foi alterado ou retirado depois.
verify-check = Verificar o arquivo
verify-cancel = Cancelar
verify-progress = Verificado: { $done } de { $size }…
verify-cancelled = Cancelado. A verificação ficou sem resultado.
verify-error-file-missing = Escolha um arquivo.
verify-error-key = Isto não é a chave pública de um registro. Ela é uma linha só: um nome, um sinal de mais, oito caracteres, um sinal de mais e 44 caracteres.
verify-error-earlier = Não há nenhum ponto de verificação neste texto.
verify-error-read = Não foi possível ler o arquivo. Talvez ele tenha sido movido ou alterado; escolha de novo.
verify-error-program = Este navegador não consegue fazer a verificação. Use um mais novo: Chrome 96, Firefox 113 ou Safari 16.4, ou posterior.
verify-result = Resultado
verify-export-good = Autêntico e completo
verify-export-good-text = Eventos: { $events }. Todos são os que a chave do registro assinou, cada um no seu lugar. Nenhum está faltando e nenhum foi alterado.
verify-partial-good-text = Eventos neste arquivo: { $events }. Cada um está no registro assinado, sem alteração. É uma seleção: não fica demonstrado que nenhum foi deixado de fora.
verify-receipt-good = Autêntico
verify-receipt-good-text = O que está aqui foi anotado no registro e assinado, exatamente assim.
verify-key-unknown = Em ordem, mas assinado com uma chave que você não informou
verify-key-unknown-text = O arquivo corresponde à chave que ele mesmo indica. Isso não vale mais do que o próprio arquivo: compare a chave abaixo com a que a empresa publica.
verify-bad = Não confie neste arquivo
verify-bad-line = Linha { $line }
verify-bad-text = Este é o primeiro erro. O arquivo foi alterado depois de criado ou não é o que diz ser. Baixe de novo e compare.
verify-extends = É a continuação do ponto de verificação anterior. Eventos iniciais idênticos: { $events }.
verify-fact-file = Arquivo
verify-fact-checked = Verificado
verify-fact-log = Registro
verify-fact-events = Eventos
verify-fact-events-of = { $events } de { $size } no registro
verify-fact-erased = Apagados
verify-fact-erased-text = { $events }; cada exclusão é justificada por uma anotação posterior
verify-fact-evidence-gone = Evidências removidas
verify-fact-epochs = Recomeços
verify-fact-epochs-text = Evento: { $events }. Um backup havia sido restaurado, e um estado já assinado foi abandonado. O próprio evento explica por quê.
verify-fact-span = Período de registro
verify-fact-span-text = De { $from } a { $to }
verify-fact-root = Raiz
verify-fact-key = Chave
verify-fact-business = Empresa
verify-fact-number = Número
verify-fact-given = Disse sim para
verify-fact-withdrawn = Disse não para
verify-fact-everything = Tudo, inclusive o que vier depois
verify-fact-when = Data de registro
verify-fact-page = Na página
verify-fact-place = Posição no registro
verify-fact-place-text = Evento { $event } de { $size }
verify-fact-witnesses = Testemunhas
verify-fact-witnesses-text = { $names }, segundo o comprovante. As assinaturas são verificadas na linha de comando, com --witness.
verify-fact-kind = Tipo de anotação
verify-fact-wording = Texto exibido
verify-limits = O que isto demonstra e o que não demonstra
verify-limits-shows = Um bom resultado demonstra que estas anotações são as que o registro assinou e que nem um byte mudou desde então.
verify-limits-not = Não demonstra quem estava com o telefone, nem que a empresa mostra o mesmo registro a todo mundo. Contra este último risco, guarde um ponto de verificação e compare mais tarde, ou procure assinaturas de testemunhas.
verify-limits-tool = Arquivos muito grandes são verificados mais rápido na linha de comando:
verify-noscript = A verificação é um programa que roda dentro desta página, por isso precisa de JavaScript.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = Isto não é uma exportação com prova nem um comprovante.
fault-only-exports = Um ponto de verificação anterior só pode ser comparado com uma exportação, e isto é um comprovante. Deixe o ponto de verificação vazio.
fault-incomparable = Esta exportação é uma seleção e não pode demonstrar que é a continuação de um ponto de verificação anterior (eventos: { $events }). Use uma completa.
fault-other-epoch = O ponto de verificação anterior é da época { $earlier } deste registro, e a exportação, da época { $epoch }: um backup foi restaurado. Um evento na exportação diz qual estado foi abandonado e por quê.
fault-epoch = O evento { $event } abre uma época que não pode começar ali.
fault-cosignature = A coassinatura da testemunha { $key } não é válida.
fault-line = Esta linha foi alterada: nenhuma exportação tem uma assim.
fault-out-of-place = O lugar desta linha não é aqui: há linhas fora de ordem ou faltando.
fault-cut-short = O arquivo está cortado: falta o final.
fault-after-the-end = Há mais alguma coisa depois do final da exportação.
fault-key = A chave que o arquivo indica foi alterada.
fault-foreign-signature = Assinatura de outra origem: o arquivo não foi assinado por { $key }.
fault-size = A primeira linha foi alterada. Eventos indicados: { $events }; assinados: { $signed }.
fault-wrong-business = Empresa errada: o registro ou um evento pertence a outra.
fault-leaf = O evento { $event } foi alterado.
fault-private-part = O evento { $event } foi alterado: o que ele diz sobre a pessoa não é o que foi registrado.
fault-outcome = O evento { $event } foi alterado: o resultado dele não é o que foi registrado.
fault-evidence = O evento { $event } foi alterado: as evidências dele não são as que foram registradas.
fault-missing = Falta o evento { $event }.
fault-reordered = Há eventos fora de ordem: o evento { $event } está onde deveria estar o evento { $place }.
fault-behind = Há eventos fora de ordem: o evento { $event } está depois do evento { $before }.
fault-inclusion = O evento { $event } não está no registro assinado.
fault-time = A hora de registro do evento { $event } é anterior à do evento que vem antes dele.
fault-notice = Um texto de consentimento foi alterado: o conteúdo não corresponde ao id.
fault-notice-missing = Falta o texto de consentimento sob o qual o evento { $event } aconteceu.
fault-not-erased = Falta a parte privada do evento { $event }, e nenhuma anotação diz que ela foi apagada.
fault-erased-ahead = O evento { $event } diz que foram apagados eventos que não vêm antes dele.
fault-root = O registro foi reescrito: os eventos não são os que foram assinados.
fault-shrunk = O registro encolheu. Eventos antes: { $earlier }; agora: { $events }.
fault-rewritten = O registro foi reescrito: os eventos iniciais (total: { $earlier }) não são os do ponto de verificação anterior.
fault-erasure-proof = A prova de uma exclusão posterior não é válida.
fault-trailer = A última linha foi alterada ou falta uma linha: o arquivo não é o que foi criado.
fault-proof = A prova do comprovante não é válida: foi alterada ou nunca esteve no registro.

## The months as they stand in a date.

month-january = janeiro
month-february = fevereiro
month-march = março
month-april = abril
month-may = maio
month-june = junho
month-july = julho
month-august = agosto
month-september = setembro
month-october = outubro
month-november = novembro
month-december = dezembro

## Confirming a yes in WhatsApp.

whatsapp-draft = Sim, quero: { $business } pode me enviar mensagens pelo WhatsApp sobre:
    .reviewed_by = none
whatsapp-draft-code = Ao enviar esta mensagem, eu digo sim. Código: { $code }
    .reviewed_by = none
whatsapp-heading = Só mais um passo: confirme no WhatsApp
whatsapp-explanation = Envie a mensagem pronta, sem mudar nada, pelo número com final { $digits }. Até lá, nada é enviado a você.
whatsapp-explanation-any = Envie a mensagem pronta, sem mudar nada. Até lá, nada é enviado a você.
whatsapp-open = Abrir o WhatsApp
whatsapp-scan = Ou escaneie com seu celular
whatsapp-waiting = Aguardando sua mensagem…
whatsapp-confirmed = Confirmado. Agradecemos, agora seu sim está valendo.
whatsapp-expired = O código expirou. Envie o formulário de novo.
whatsapp-opt-in = Dizer sim com o WhatsApp
whatsapp-opt-in-explanation = Sem digitar número: o WhatsApp abre com uma mensagem pronta.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = Novidades do seu pedido
preset-order-updates-value = Saiba quando seu pedido for confirmado, enviado e entregue.
preset-order-updates-frequency = No máximo uma mensagem por etapa de um pedido

preset-back-in-stock-title = De volta ao estoque
preset-back-in-stock-value = Saiba assim que um produto que você está esperando puder ser comprado de novo.
preset-back-in-stock-frequency = No máximo uma mensagem por produto que você está esperando

preset-product-recommendations-title = Escolhidos para você
preset-product-recommendations-value = Sugestões que combinam com suas compras recentes.

preset-relevant-offers-title = Ofertas e promoções
preset-relevant-offers-value = Fique sabendo das boas ofertas em primeira mão.

preset-abandoned-cart-title = Seu carrinho esquecido
preset-abandoned-cart-value = Um lembrete se você deixar algo no carrinho sem comprar.

preset-product-updates-title = Novidades dos seus produtos
preset-product-updates-value = Boas dicas e novidades sobre os produtos que você tem ou segue.

preset-renewal-reminders-title = Renovações e upgrades
preset-renewal-reminders-value = Um lembrete com antecedência antes que algo vença, ou quando um upgrade for possível.

preset-useful-alerts-title = Avisos úteis
preset-useful-alerts-value = Uma mensagem quando acontecer algo que você pediu para saber.

preset-appointment-reminders-title = Agendamentos e reservas
preset-appointment-reminders-value = Confirmação, lembrete e mudanças quando você marca um horário ou reserva uma mesa.
preset-appointment-reminders-frequency = No máximo três mensagens por agendamento ou reserva, e uma por mudança

