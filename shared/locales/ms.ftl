### Malay: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as “anda”. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = Ya, { $business } boleh menghantar mesej WhatsApp yang saya pilih di sini kepada saya.
    .reviewed_by = none
edition-1-not-a-condition = Persetujuan ini sukarela dan bukan syarat untuk membeli apa-apa pun.
    .reviewed_by = none
edition-1-withdrawal = Anda boleh menarik balik persetujuan pada bila-bila masa melalui pautan pada resit anda. Percuma, dan tidak perlu memberikan sebab.
    .reviewed_by = none
edition-1-controller = Pengawal data: { $legal_name }, { $address }. Hubungi: { $contact }
    .reviewed_by = none
edition-1-privacy = Cara { $business } mengendalikan data peribadi anda
    .reviewed_by = none
edition-1-heading = Terima mesej di WhatsApp
edition-1-legend = Anda mahu terima berita tentang apa?
edition-1-submit = Ya, saya mahu
edition-1-success-heading = Terima kasih, persetujuan anda telah disimpan
edition-1-success-text = Simpan resit anda. Dengan pautan padanya, anda boleh menarik balik persetujuan pada bila-bila masa.

## Labels that explain the form.

form-country = Negara
form-phone = Nombor WhatsApp anda
form-sending = Menyimpan persetujuan…
form-retry = Cuba lagi
form-success-categories = Anda bersetuju menerima:
form-receipt = Buka resit anda
form-hosted = Buka borang ini di halaman tersendiri
form-changed = Teks telah berubah. Sila baca yang baharu dan pilih semula.

## What is said when something is wrong, by code.

form-error-number-missing = Masukkan nombor anda.
form-error-number-impossible = Nombor ini tidak sepadan dengan negara yang dipilih. Sila semak kedua-duanya.
form-error-category-none = Tandakan sekurang-kurangnya satu jenis mesej.
form-error-notice-outdated = Teks berubah semasa anda membaca, jadi persetujuan anda belum disimpan. Sila baca yang baharu dan pilih semula.
form-error-rate-limited = Terlalu banyak jawapan dihantar dalam masa yang singkat. Sila tunggu sebentar dan cuba lagi.
form-error-offline = Kami tidak dapat membuat sambungan. Sila cuba lagi. Persetujuan anda hanya disimpan sekali.
form-error-unavailable = Tidak berjaya buat masa ini. Sila cuba sebentar lagi.
form-error-refused = Persetujuan anda tidak dapat disimpan dari sini.

## How often at most, by period; one message apart from several.

cap-day-one = Maksimum 1 mesej sehari
cap-day-many = Maksimum { $max } mesej sehari
cap-week-one = Maksimum 1 mesej seminggu
cap-week-many = Maksimum { $max } mesej seminggu
cap-month-one = Maksimum 1 mesej sebulan
cap-month-many = Maksimum { $max } mesej sebulan

## What every page has.

common-skip = Terus ke kandungan
common-language = Bahasa
common-moment = { $day } { $month } { $year }, { $hour }:{ $minute } UTC
common-number-ending = Nombor yang berakhir dengan { $digits }
common-footer-controller = Pengawal data: { $legal_name }, { $address }. Hubungi: { $contact }
common-footer-privacy = Cara { $business } mengendalikan data peribadi anda
common-footer-jatak = Disediakan oleh Jatak, yang merekodkan setiap ya dan tidak.

## How a state is called.

state-never-asked = Belum dipilih
state-pending = Menunggu pengesahan
state-granted = Ya, saya mahu
state-withdrawn = Tidak, terima kasih

## The form on a page of its own.

hosted-title = Mesej daripada { $business } di WhatsApp
hosted-intro = Tandakan berita yang anda mahu terima daripada { $business }.
hosted-noscript = Bersetuju menerima mesej daripada { $business } di WhatsApp
hosted-errors-heading = Sila betulkan ini dan hantar semula

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = Tekan sekali lagi
confirm-text = Pelayar anda menyembunyikan dari halaman mana anda datang, jadi kami minta anda tekan sekali lagi. Belum ada apa-apa yang disimpan.
confirm-summary = Anda akan mengatakan ya untuk menerima ini daripada { $business } di WhatsApp:
confirm-submit = Ya, saya mahu
confirm-cancel = Kembali tanpa menyimpan

## The one page for links that are forged, cut, unknown or erased.

not-found-title = Halaman ini tidak wujud
not-found-text = Mungkin sebahagian pautan tertinggal, atau kandungan yang dituju telah dipadamkan.
not-found-advice = Cuba buka semula pautan itu dari tempat anda menyimpannya. Anda sentiasa boleh menulis kepada perniagaan itu dan mengatakan tidak.

## The receipt of one submission.

receipt-title = Resit anda
receipt-intro = Anda telah bersetuju menerima ini daripada { $business } di WhatsApp.
receipt-keep = Simpan pautan ke halaman ini, atau cetak halaman ini. Pautan ini akan terus berfungsi.
receipt-business = Perniagaan
receipt-number = Nombor
receipt-when = Masa
receipt-page = Halaman
receipt-record = Nombor resit
receipt-said-yes = Yang anda setujui
receipt-frequency = Kekerapan
receipt-wording = Teks yang ditunjukkan kepada anda
receipt-wording-link = Lihat teks penuh seperti yang disimpan
receipt-proof-heading = Bukti anda
receipt-proof = Persetujuan anda tercatat dalam log yang tidak boleh diubah tanpa disedari. Simpan fail di bawah, dan anda boleh membuktikannya kepada sesiapa sahaja, walaupun tanpa kami.
receipt-proof-file = Simpan resit sebagai fail berserta bukti
receipt-proof-check = Semak fail sebegini
receipt-withdraw-heading = Mahu mengatakan tidak?
receipt-withdraw-intro = Berkuat kuasa serta-merta, percuma dan tidak memerlukan sebab.
receipt-withdraw = Tidak, terima kasih: { $category }
receipt-withdrawn = Tidak lagi sejak { $when }
receipt-stop-all-intro = Anda juga boleh menghentikan semua mesej daripada { $business } di WhatsApp, termasuk jenis baharu yang akan datang.
receipt-stop-all = Hentikan semua daripada { $business }
receipt-done-withdrawn = Anda telah mengatakan tidak kepada “{ $category }”. { $business } tidak lagi boleh menghantar mesej ini kepada anda di WhatsApp.
receipt-done-stopped = Anda telah menghentikan semuanya. { $business } tidak lagi boleh menghantar mesej kepada anda di WhatsApp.
receipt-stopped = Semua dihentikan sejak { $when }
receipt-link-caution = Jangan kongsi pautan ini. Sesiapa yang memilikinya boleh melihat resit ini dan mengatakan tidak bagi pihak anda, tetapi tidak boleh mengatakan ya.

## All choices of one person.

choices-title = Pilihan anda di { $business }
choices-intro = Di sini anda menentukan apa yang boleh dihantar oleh { $business } kepada anda di WhatsApp. Anda boleh menukarnya sekerap yang anda suka.
choices-legend = Mesej
choices-state = Sekarang: { $state }
choices-state-since = Sekarang: { $state } (sejak { $when })
choices-pending = Seseorang mengatakan ya dengan nombor anda selepas anda mengatakan tidak. Ia tidak berkuat kuasa sehingga anda sendiri mengatakan ya. Tandakan kotak jika anda mahu menerima mesej ini.
choices-awaited = Persetujuan dengan nombor anda menunggu mesej anda di WhatsApp. Ia tidak berkuat kuasa sehingga mesej itu tiba.
choices-imported = Tidak dinyatakan di sini: menurut { $business }, anda mengatakan ya di tempat lain ({ $source }; { $claimed }) dan persetujuan itu dibawa ke sini.
choices-retired = Tidak lagi digunakan
choices-save = Simpan pilihan saya
choices-saved = Pilihan anda telah disimpan.
choices-unchanged = Anda tidak mengubah apa-apa, jadi semuanya kekal seperti sebelum ini.
choices-still-pending = Sebahagiannya masih menunggu pengesahan anda daripada WhatsApp, kerana anda mengatakan tidak dari sana. Sehingga itu, penolakan anda kekal berkuat kuasa.
choices-stop-all-intro = Hentikan semua mesej daripada { $business } di WhatsApp, termasuk jenis baharu yang akan datang.
choices-stop-all = Hentikan semua daripada { $business }
choices-stopped = Anda telah menghentikan semuanya. { $business } hanya boleh menghantar mesej yang anda setujui semula.
choices-terms-changed = Teks berubah semasa anda melihat halaman ini, jadi pilihan anda belum disimpan. Sila baca yang baharu dan pilih semula.
choices-terms-changed-noes-saved = Penolakan anda telah disimpan. Teks berubah semasa anda melihat halaman ini, jadi sila baca yang baharu sebelum mengatakan ya kepada apa-apa.
choices-link-caution = Jangan kongsi pautan ini. Sesiapa yang memilikinya boleh mengubah pilihan anda.

## A refusal, for people.

error-title = Tidak berjaya
error-nothing-saved = Tiada apa-apa yang disimpan.
error-back = Kembali
error-again = Buka borang semula
error-number-missing = Nombor anda belum diisi.
error-number-impossible = Nombor ini tidak sepadan dengan negara yang dipilih. Sila semak kedua-duanya.
error-category-none = Tandakan sekurang-kurangnya satu jenis mesej.
error-notice-outdated = Teks telah berubah sejak anda membuka halaman ini. Sila baca yang baharu dan pilih semula.
error-form-unfit = Borang tidak dapat dibaca. Sila buka semula dan cuba sekali lagi.
error-category-not-on-receipt = Resit ini tidak meliputi jenis mesej itu.
error-origin-refused = Halaman yang membawa anda ke sini tidak dibenarkan menghantar jawapan kepada perniagaan ini. Sila gunakan borang perniagaan itu sendiri.
error-business-unknown = Kami tidak mengenali perniagaan ini. Sila semak alamatnya.
error-idempotency-conflict = Borang ini telah dihantar dengan jawapan lain. Buka semula untuk mengubah sesuatu.
error-body-too-large = Data yang dihantar melebihi had.
error-rate-limited = Terlalu banyak jawapan dihantar dalam masa yang singkat. Sila tunggu sebentar dan cuba lagi.
error-unavailable = Di sini sedang sibuk. Sila tunggu sebentar dan cuba lagi.
error-internal = Ada masalah di pihak kami. Sila cuba sebentar lagi.

## The export, for the business.

export-title = Persetujuan pelanggan { $business }
export-intro = Muat turun setiap peristiwa, atau keadaan semasa, sebagai fail.
export-key = Kunci API
export-key-help = Kunci dengan scope read. Kunci kekal dalam tab ini dan tidak disimpan di mana-mana.
export-kind = Kandungan
export-kind-events = Semua peristiwa
export-kind-state = Keadaan semasa
export-kind-notices = Teks yang telah ditunjukkan
export-from = Dari tarikh
export-to = Hingga tarikh
export-dates-help = Kedua-dua tarikh turut dikira, mengikut UTC. Biarkan kosong untuk mendapatkan semuanya.
export-category = Jenis mesej
export-category-any = Semua jenis
export-state = Jawapan
export-state-any = Semua jawapan
export-format = Format
export-format-csv = CSV, untuk hamparan
export-format-ndjson = NDJSON, untuk program; peristiwa disertakan bukti
export-format-jsonld = JSON-LD, rekod persetujuan (ISO/IEC TS 27560)
export-delimiter = Pemisah
export-delimiter-comma = Koma
export-delimiter-semicolon = Koma bernoktah
export-delimiter-tab = Tab
export-download = Muat turun
export-cancel = Batal
export-progress = { $size } telah dimuat turun…
export-progress-through = Peristiwa { $seq } daripada { $total }, { $size } telah dimuat turun…
export-progress-label = Jumlah yang telah dimuat turun
export-done = { $file } telah dimuat turun.
export-cancelled = Dibatalkan. Tiada fail disimpan.
export-error-key-missing = Tampalkan kunci API.
export-error-key-unknown = Perniagaan ini tidak mempunyai kunci sedemikian. Sila semak sama ada keseluruhan kunci telah ditampal.
export-error-scope = Kunci ini tidak boleh membaca. Gunakan kunci dengan scope read.
export-error-choice = Pilihan ini tidak boleh digabungkan. Sila semak tarikhnya.
export-error-rate-limited = Terlalu banyak muat turun dalam masa yang singkat. Sila tunggu sebentar dan cuba lagi.
export-error-offline = Sambungan terputus dan fail tidak lengkap. Sila cuba lagi.
export-error-other = Fail tidak dapat diambil. Sila cuba sebentar lagi.
export-noscript = Halaman ini menggunakan JavaScript supaya kunci dihantar tanpa ditulis dalam alamat. Tanpa JavaScript, ambil fail dengan curl:

## How often the form was shown, and how many said yes: below the export.

statistics-title = Ditunjukkan dan dijawab
statistics-help = Berapa kerap borang ditunjukkan dilaporkan oleh pelayar: penyekat menahan laporan, dan sesiapa sahaja boleh mereka-rekanya. Berapa ramai yang berkata ya dikira daripada peristiwa. Hari dalam UTC.
statistics-show = Tunjukkan angka
statistics-none = Tiada apa-apa ditunjukkan atau dijawab pada hari-hari ini.
statistics-day = Hari
statistics-language = Bahasa
statistics-shown = Ditunjukkan
statistics-opted-in = Berkata ya

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = Letakkan borang { $business } pada halaman
embed-intro = Pilih apa yang hendak ditunjukkan, lihat hasilnya, dan salin kodnya.
embed-options = Pilihan
embed-form-language = Bahasa borang
embed-theme = Warna
embed-theme-page = Seperti halamannya
embed-theme-auto = Seperti peranti pelanggan
embed-theme-light = Cerah
embed-theme-dark = Gelap
embed-width = Lebar tempat yang terbesar
embed-categories = Jenis mesej yang ditawarkan
embed-show = Tunjukkan
embed-preview = Pratonton
embed-preview-note = Ini pratonton. Apa-apa yang anda isi di sini tidak dihantar dan tidak direkodkan.
embed-preview-link = Buka borang pada halamannya sendiri
embed-code = Kod
embed-copy = Salin
embed-copied = Sudah disalin
embed-snippet = Untuk mana-mana halaman
embed-snippet-help = Tampalkan di tempat borang akan berada. Ketinggian yang disediakan membuat halaman tidak bergerak apabila borang muncul.
embed-bare = Tag skrip sahaja
embed-bare-help = Lebih pendek, tetapi halaman bergerak apabila borang muncul.
embed-element = Sebagai elemen
embed-element-help = Untuk aplikasi satu halaman: tambah, alihkan dan buang seperti elemen lain.
embed-pinned = Ditetapkan pada satu versi
embed-pinned-help = Pelayar menjalankan skrip ini hanya jika ia betul-betul fail ini; apa yang dimuatkan kemudian datang dari pelayan edge. Setiap kali Jatak dikemas kini, ambil semula kod dari sini.
embed-tag-manager-help = Tag jenis “HTML Tersuai”:
embed-place-help = Dan pada halaman anda, di tempat borang akan berada:
embed-shopify-help = Blok untuk sambungan apl tema. Simpan sebagai blocks/jatak.liquid.
embed-woocommerce-help = Untuk functions.php tema anak, atau pemalam anda sendiri. Borang berada pada halaman ucapan terima kasih atas pesanan.
embed-policy-help = Jika halaman anda mempunyainya, tambahkan ini kepadanya.
embed-height = Ketinggian dalam helaian gaya
embed-height-help = Jika dasar anda menolak atribut style, tinggalkan yang di atas dan letakkan ini dalam helaian gaya anda.

## The page that checks exports and receipts, also from disk.

verify-title = Semak eksport atau resit
verify-intro = Lihat sama ada fail memang seperti yang ditandatangani oleh log perniagaan, dan jika tidak, apa kesilapan pertamanya.
verify-private = Fail kekal di komputer ini. Semakan berjalan di dalam halaman ini, dan halaman ini tidak dibenarkan membuat sambungan ke mana-mana.
verify-file = Fail
verify-drop = Pilih fail, atau lepaskan di sini
verify-file-help = Eksport berserta bukti (.ndjson) atau resit (.json), tepat seperti semasa dimuat turun.
verify-key = Kunci awam log
verify-key-help = Ambil dari tempat perniagaan menerbitkannya, bukan daripada orang yang memberi anda fail ini. Tanpanya, fail yang direka seseorang dan ditandatangani dengan kuncinya sendiri pun akan lulus.
verify-earlier-more = Bandingkan dengan titik semak terdahulu
verify-earlier = Titik semak terdahulu
verify-earlier-help = Titik semak (checkpoint) yang anda simpan, atau teks daripada resit lama atau baris pertama eksport lama. Ia menunjukkan bahawa semua yang telah direkodkan ketika itu tidak diubah atau dikeluarkan sejak itu.
verify-check = Semak fail
verify-cancel = Batal
verify-progress = { $done } daripada { $size } telah disemak…
verify-cancelled = Dibatalkan. Belum ada keputusan.
verify-error-file-missing = Pilih fail.
verify-error-key = Ini bukan kunci awam log. Bentuknya satu baris: nama, tanda tambah, lapan aksara, tanda tambah dan 44 aksara.
verify-error-earlier = Tiada titik semak dalam teks ini.
verify-error-read = Fail tidak dapat dibaca. Mungkin fail telah dialihkan atau diubah; pilih semula.
verify-error-program = Pelayar ini tidak dapat menjalankan semakan. Gunakan yang lebih baharu: Chrome 96, Firefox 113 atau Safari 16.4, atau versi selepasnya.
verify-result = Keputusan
verify-export-good = Tulen dan lengkap
verify-export-good-text = Kesemua { $events } peristiwa memang yang ditandatangani dengan kunci log, masing-masing di tempatnya. Tiada yang hilang dan tiada yang diubah.
verify-partial-good-text = Setiap satu daripada { $events } peristiwa dalam fail ini ada dalam log yang ditandatangani, tanpa perubahan. Ini hanya sebahagian: tidak terbukti bahawa tiada yang tertinggal.
verify-receipt-good = Tulen
verify-receipt-good-text = Apa yang tertera di sini telah direkodkan dalam log dan ditandatangani, tepat seperti ini.
verify-key-unknown = Semua sepadan, tetapi ditandatangani dengan kunci yang tidak anda nyatakan
verify-key-unknown-text = Fail ini sepadan dengan kunci yang dinyatakannya sendiri. Nilainya tidak lebih daripada fail itu: bandingkan kunci di bawah dengan kunci yang diterbitkan oleh perniagaan.
verify-bad = Jangan bergantung pada fail ini
verify-bad-line = Baris { $line }
verify-bad-text = Ini kesilapan pertama. Fail telah diubah selepas dibuat, atau bukan seperti yang didakwanya. Muat turun semula dan bandingkan.
verify-extends = Eksport ini menyambung titik semak terdahulu: { $events } peristiwa pertamanya sama.
verify-fact-file = Fail
verify-fact-checked = Disemak
verify-fact-log = Log
verify-fact-events = Peristiwa
verify-fact-events-of = { $events } daripada { $size } dalam log
verify-fact-erased = Dipadamkan
verify-fact-erased-text = { $events }, masing-masing disertai rekod pemadaman yang menyusul
verify-fact-evidence-gone = Data sokongan dikeluarkan
verify-fact-epochs = Dimulakan semula
verify-fact-epochs-text = Oleh peristiwa { $events }: sandaran telah dipulihkan, dan keadaan log yang telah ditandatangani ditinggalkan. Sebabnya dinyatakan dalam peristiwa itu.
verify-fact-span = Direkodkan
verify-fact-span-text = { $from } hingga { $to }
verify-fact-root = Hash akar
verify-fact-key = Kunci
verify-fact-business = Perniagaan
verify-fact-number = Nombor
verify-fact-given = Mengatakan ya kepada
verify-fact-withdrawn = Mengatakan tidak kepada
verify-fact-everything = Semuanya, termasuk yang akan datang
verify-fact-when = Direkodkan
verify-fact-page = Di halaman
verify-fact-place = Kedudukan dalam log
verify-fact-place-text = Peristiwa { $event } daripada { $size }
verify-fact-witnesses = Saksi
verify-fact-witnesses-text = { $names }, menurut resit. Tandatangan mereka disemak pada baris perintah, dengan --witness.
verify-fact-kind = Jenis rekod
verify-fact-wording = Teks yang ditunjukkan
verify-limits = Apa yang dibuktikan dan apa yang tidak
verify-limits-shows = Keputusan yang baik membuktikan bahawa rekod ini memang yang ditandatangani oleh log, dan tidak satu bait pun berubah sejak itu.
verify-limits-not = Ia tidak membuktikan siapa yang memegang telefon, mahupun bahawa perniagaan menunjukkan log yang sama kepada semua orang. Bagi yang kedua, simpan titik semak dan bandingkan kemudian, atau cari tandatangan saksi.
verify-limits-tool = Fail yang sangat besar lebih cepat disemak pada baris perintah:
verify-noscript = Semakan berjalan sebagai program di dalam halaman ini, jadi ia memerlukan JavaScript.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = Ini bukan eksport berserta bukti dan bukan juga resit.
fault-only-exports = Titik semak terdahulu hanya boleh dibandingkan dengan eksport, sedangkan ini resit. Biarkan titik semak kosong.
fault-incomparable = Eksport ini hanya sebahagian dan tidak dapat membuktikan bahawa ia menyambung titik semak terdahulu dengan { $events } peristiwa. Gunakan eksport penuh.
fault-other-epoch = Titik semak terdahulu adalah daripada epok { $earlier } log ini, sedangkan eksport daripada epok { $epoch }: sandaran telah dipulihkan. Satu peristiwa dalam eksport menyatakan keadaan mana yang ditinggalkan dan sebabnya.
fault-epoch = Peristiwa { $event } membuka epok yang tidak boleh bermula di situ.
fault-cosignature = Tandatangan saksi { $key } tidak sah.
fault-line = Baris ini telah diubah: tiada eksport yang mengandungi baris sebegini.
fault-out-of-place = Baris ini tidak sepatutnya di sini: ada baris yang tertukar atau hilang.
fault-cut-short = Fail terpotong: bahagian akhirnya hilang.
fault-after-the-end = Masih ada kandungan selepas penghujung eksport.
fault-key = Kunci yang dinyatakan oleh fail telah diubah.
fault-foreign-signature = Tandatangan asing: fail tidak ditandatangani oleh { $key }.
fault-size = Baris pertama telah diubah: ia menyatakan { $events } peristiwa, sedangkan yang ditandatangani ialah { $signed }.
fault-wrong-business = Perniagaan yang salah: log atau satu peristiwa milik perniagaan lain.
fault-leaf = Peristiwa { $event } telah diubah.
fault-private-part = Peristiwa { $event } telah diubah: butiran tentang orang itu tidak sama dengan yang direkodkan.
fault-outcome = Peristiwa { $event } telah diubah: kesannya tidak sama dengan yang direkodkan.
fault-evidence = Peristiwa { $event } telah diubah: data sokongannya tidak sama dengan yang direkodkan.
fault-missing = Peristiwa { $event } hilang.
fault-reordered = Susunan peristiwa tertukar: peristiwa { $event } berada di tempat peristiwa { $place }.
fault-behind = Susunan peristiwa tertukar: peristiwa { $event } berada selepas peristiwa { $before }.
fault-inclusion = Peristiwa { $event } tiada dalam log yang ditandatangani.
fault-time = Peristiwa { $event } direkodkan lebih awal daripada peristiwa sebelumnya.
fault-notice = Satu teks persetujuan telah diubah: kandungannya tidak sepadan dengan id-nya.
fault-notice-missing = Teks persetujuan yang terpakai bagi peristiwa { $event } hilang.
fault-not-erased = Bahagian peribadi peristiwa { $event } hilang, dan tiada rekod menyatakan bahawa ia dipadamkan.
fault-erased-ahead = Peristiwa { $event } menyebut peristiwa yang dipadamkan, sedangkan kedudukannya bukan sebelum peristiwa itu.
fault-root = Log telah ditulis semula: peristiwanya bukan yang ditandatangani.
fault-shrunk = Log telah mengecil: dahulu ada { $earlier } peristiwa, kini { $events }.
fault-rewritten = Log telah ditulis semula: { $earlier } peristiwa pertamanya berbeza daripada titik semak terdahulu.
fault-erasure-proof = Bukti pemadaman yang menyusul tidak sah.
fault-trailer = Baris terakhir telah diubah, atau ada baris yang hilang: fail ini bukan yang asal dibuat.
fault-proof = Bukti resit tidak sah: resit telah diubah, atau tidak pernah ada dalam log.

## The months as they stand in a date.

month-january = Januari
month-february = Februari
month-march = Mac
month-april = April
month-may = Mei
month-june = Jun
month-july = Julai
month-august = Ogos
month-september = September
month-october = Oktober
month-november = November
month-december = Disember

## Confirming a yes in WhatsApp.

whatsapp-draft = Ya, { $business } boleh menghantar mesej WhatsApp kepada saya tentang:
    .reviewed_by = none
whatsapp-draft-code = Dengan menghantar mesej ini, saya bersetuju. Kod: { $code }
    .reviewed_by = none
whatsapp-heading = Satu langkah lagi: sahkan di WhatsApp
whatsapp-explanation = Hantar mesej yang telah disediakan tanpa mengubahnya, daripada nombor yang berakhir dengan { $digits }. Sebelum itu, tiada apa-apa dihantar kepada anda.
whatsapp-explanation-any = Hantar mesej yang telah disediakan tanpa mengubahnya. Sebelum itu, tiada apa-apa dihantar kepada anda.
whatsapp-open = Buka WhatsApp
whatsapp-scan = Atau imbas dengan telefon anda
whatsapp-waiting = Menunggu mesej anda…
whatsapp-confirmed = Disahkan. Terima kasih, persetujuan anda kini berkuat kuasa.
whatsapp-expired = Kod telah tamat tempoh. Sila hantar borang sekali lagi.
whatsapp-opt-in = Bersetuju dengan WhatsApp
whatsapp-opt-in-explanation = Tidak perlu menaip nombor: WhatsApp dibuka dengan mesej yang telah disediakan.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = Berita tentang pesanan anda
preset-order-updates-value = Dapatkan makluman apabila pesanan anda disahkan, dihantar dan sampai.
preset-order-updates-frequency = Maksimum satu mesej bagi setiap peringkat pesanan

preset-back-in-stock-title = Kembali dalam stok
preset-back-in-stock-value = Dapatkan makluman sebaik sahaja produk yang anda tunggu boleh dibeli semula.
preset-back-in-stock-frequency = Maksimum satu mesej bagi setiap produk yang anda tunggu

preset-product-recommendations-title = Pilihan untuk anda
preset-product-recommendations-value = Cadangan yang sesuai dengan pembelian terbaharu anda.

preset-relevant-offers-title = Tawaran dan promosi
preset-relevant-offers-value = Jadi antara yang pertama tahu tentang tawaran hebat.

preset-abandoned-cart-title = Troli yang terlupa
preset-abandoned-cart-value = Peringatan jika ada barang dalam troli yang belum anda beli.

preset-product-updates-title = Berita tentang produk anda
preset-product-updates-value = Tip dan berita tentang produk yang anda miliki atau ikuti.

preset-renewal-reminders-title = Pembaharuan dan naik taraf
preset-renewal-reminders-value = Peringatan awal sebelum sesuatu tamat tempoh, atau apabila boleh dinaik taraf.

preset-useful-alerts-title = Makluman berguna
preset-useful-alerts-value = Mesej apabila berlaku perkara yang anda minta untuk dimaklumkan.

preset-appointment-reminders-title = Janji temu anda
preset-appointment-reminders-value = Pengesahan, peringatan dan perubahan apabila anda menempah masa atau meja.
preset-appointment-reminders-frequency = Maksimum tiga mesej bagi setiap janji temu, dan satu bagi setiap perubahan
