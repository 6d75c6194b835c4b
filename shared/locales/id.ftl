### Indonesian: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as “Anda”. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = Ya, { $business } boleh mengirimi saya pesan WhatsApp yang saya pilih di sini.
    .reviewed_by = none
edition-1-not-a-condition = Persetujuan ini sukarela dan tidak menjadi syarat untuk membeli apa pun.
    .reviewed_by = none
edition-1-withdrawal = Anda dapat menarik kembali persetujuan kapan saja lewat tautan di tanda terima Anda. Gratis, dan tidak perlu memberikan alasan.
    .reviewed_by = none
edition-1-controller = Pengendali Data Pribadi: { $legal_name }, { $address }. Kontak: { $contact }
    .reviewed_by = none
edition-1-privacy = Cara { $business } memproses data pribadi Anda
    .reviewed_by = none
edition-1-heading = Terima pesan di WhatsApp
edition-1-legend = Anda ingin mendapat kabar tentang apa?
edition-1-submit = Ya, saya mau
edition-1-success-heading = Terima kasih, persetujuan Anda tersimpan
edition-1-success-text = Simpan tanda terima Anda. Lewat tautan di dalamnya, Anda dapat menarik kembali persetujuan kapan saja.

## Labels that explain the form.

form-country = Negara
form-phone = Nomor WhatsApp Anda
form-sending = Menyimpan persetujuan…
form-retry = Coba lagi
form-success-categories = Anda setuju menerima:
form-receipt = Buka tanda terima Anda
form-hosted = Buka formulir ini di halaman tersendiri
form-changed = Teksnya sudah berubah. Silakan baca yang baru, lalu pilih lagi.

## What is said when something is wrong, by code.

form-error-number-missing = Masukkan nomor Anda.
form-error-number-impossible = Nomor ini tidak cocok dengan negara yang dipilih. Silakan periksa keduanya.
form-error-category-none = Centang setidaknya satu jenis pesan.
form-error-notice-outdated = Teksnya berubah saat Anda membaca, jadi persetujuan Anda belum tersimpan. Silakan baca yang baru, lalu pilih lagi.
form-error-rate-limited = Terlalu banyak jawaban dikirim dalam waktu singkat. Tunggu sebentar, lalu coba lagi.
form-error-offline = Kami tidak dapat tersambung. Silakan coba lagi. Persetujuan Anda hanya akan tersimpan satu kali.
form-error-unavailable = Saat ini belum berhasil. Silakan coba beberapa saat lagi.
form-error-refused = Persetujuan Anda tidak dapat disimpan dari sini.

## How often at most, by period; one message apart from several.

cap-day-one = Maksimal 1 pesan per hari
cap-day-many = Maksimal { $max } pesan per hari
cap-week-one = Maksimal 1 pesan per minggu
cap-week-many = Maksimal { $max } pesan per minggu
cap-month-one = Maksimal 1 pesan per bulan
cap-month-many = Maksimal { $max } pesan per bulan

## What every page has.

common-skip = Langsung ke isi halaman
common-language = Bahasa
common-moment = { $day } { $month } { $year } pukul { $hour }.{ $minute } UTC
common-number-ending = Nomor yang berakhiran { $digits }
common-footer-controller = Pengendali Data Pribadi: { $legal_name }, { $address }. Kontak: { $contact }
common-footer-privacy = Cara { $business } memproses data pribadi Anda
common-footer-jatak = Disajikan oleh Jatak, yang mencatat setiap ya dan tidak.

## How a state is called.

state-never-asked = Belum dipilih
state-pending = Menunggu konfirmasi
state-granted = Ya, saya mau
state-withdrawn = Tidak, terima kasih

## The form on a page of its own.

hosted-title = Pesan dari { $business } di WhatsApp
hosted-intro = Centang kabar yang ingin Anda terima dari { $business }.
hosted-noscript = Setujui untuk menerima pesan dari { $business } di WhatsApp
hosted-errors-heading = Perbaiki ini, lalu kirim lagi

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = Tekan sekali lagi
confirm-text = Browser Anda menyembunyikan dari halaman mana Anda datang, jadi kami meminta Anda menekan sekali lagi. Belum ada yang tersimpan.
confirm-summary = Anda akan mengatakan ya untuk menerima ini dari { $business } di WhatsApp:
confirm-submit = Ya, saya mau
confirm-cancel = Kembali tanpa menyimpan

## The one page for links that are forged, cut, unknown or erased.

not-found-title = Halaman ini tidak ada
not-found-text = Mungkin ada bagian tautan yang hilang, atau isi yang dituju sudah dihapus.
not-found-advice = Coba buka lagi tautan itu dari tempat Anda menyimpannya. Anda selalu bisa menghubungi bisnis tersebut dan mengatakan tidak.

## The receipt of one submission.

receipt-title = Tanda terima Anda
receipt-intro = Inilah yang Anda setujui untuk diterima dari { $business } di WhatsApp.
receipt-keep = Simpan tautan ke halaman ini, atau cetak halamannya. Tautan ini akan tetap berfungsi.
receipt-business = Bisnis
receipt-number = Nomor
receipt-when = Waktu
receipt-page = Halaman
receipt-record = Nomor tanda terima
receipt-said-yes = Yang Anda setujui
receipt-frequency = Seberapa sering
receipt-wording = Teks yang ditampilkan kepada Anda
receipt-wording-link = Lihat teks lengkap seperti yang tersimpan
receipt-proof-heading = Bukti Anda
receipt-proof = Persetujuan Anda tercatat dalam log yang tidak dapat diubah tanpa ketahuan. Simpan file di bawah ini, dan Anda dapat membuktikannya kepada siapa pun, bahkan tanpa kami.
receipt-proof-file = Simpan tanda terima sebagai file berisi bukti
receipt-proof-check = Periksa file seperti ini
receipt-withdraw-heading = Ingin mengatakan tidak?
receipt-withdraw-intro = Langsung berlaku, gratis, dan tanpa perlu alasan.
receipt-withdraw = Tidak, terima kasih: { $category }
receipt-withdrawn = Tidak lagi sejak { $when }
receipt-stop-all-intro = Anda juga dapat menghentikan semua pesan dari { $business } di WhatsApp, termasuk jenis baru yang muncul kemudian.
receipt-stop-all = Hentikan semua dari { $business }
receipt-done-withdrawn = Anda sudah mengatakan tidak untuk “{ $category }”. { $business } tidak boleh lagi mengirimkan pesan ini kepada Anda di WhatsApp.
receipt-done-stopped = Anda sudah menghentikan semuanya. { $business } tidak boleh lagi mengirimkan pesan kepada Anda di WhatsApp.
receipt-stopped = Semua dihentikan sejak { $when }
receipt-link-caution = Jangan bagikan tautan ini. Siapa pun yang memilikinya dapat melihat tanda terima ini dan mengatakan tidak atas nama Anda, tetapi tidak dapat mengatakan ya.

## All choices of one person.

choices-title = Pilihan Anda di { $business }
choices-intro = Di sini Anda menentukan apa yang boleh dikirimkan { $business } kepada Anda di WhatsApp. Anda dapat mengubahnya sesering yang Anda mau.
choices-legend = Pesan
choices-state = Saat ini: { $state }
choices-state-since = Saat ini: { $state } (sejak { $when })
choices-pending = Seseorang mengatakan ya dengan nomor Anda setelah Anda mengatakan tidak. Itu tidak berlaku sebelum Anda sendiri mengatakan ya. Centang kotaknya jika Anda ingin menerima pesan ini.
choices-awaited = Persetujuan dengan nomor Anda menunggu pesan Anda di WhatsApp. Itu tidak berlaku sebelum pesan itu datang.
choices-imported = Tidak disetujui di sini: menurut { $business }, Anda mengatakan ya di tempat lain ({ $source }; { $claimed }), lalu persetujuan itu dibawa ke sini.
choices-retired = Tidak digunakan lagi
choices-save = Simpan pilihan saya
choices-saved = Pilihan Anda tersimpan.
choices-unchanged = Tidak ada yang Anda ubah, jadi semuanya tetap seperti semula.
choices-still-pending = Sebagian masih menunggu konfirmasi Anda dari WhatsApp, karena dari sanalah Anda mengatakan tidak. Sampai saat itu, penolakan Anda tetap berlaku.
choices-stop-all-intro = Hentikan semua pesan dari { $business } di WhatsApp, termasuk jenis baru yang muncul kemudian.
choices-stop-all = Hentikan semua dari { $business }
choices-stopped = Anda sudah menghentikan semuanya. { $business } hanya boleh mengirimkan pesan yang Anda setujui kembali.
choices-terms-changed = Teksnya berubah saat Anda membuka halaman ini, jadi pilihan Anda belum tersimpan. Silakan baca yang baru, lalu pilih lagi.
choices-terms-changed-noes-saved = Penolakan Anda tersimpan. Teksnya berubah saat Anda membuka halaman ini, jadi silakan baca yang baru sebelum mengatakan ya untuk apa pun.
choices-link-caution = Jangan bagikan tautan ini. Siapa pun yang memilikinya dapat mengubah pilihan Anda.

## A refusal, for people.

error-title = Tidak berhasil
error-nothing-saved = Tidak ada yang disimpan.
error-back = Kembali
error-again = Buka formulir lagi
error-number-missing = Nomor Anda belum diisi.
error-number-impossible = Nomor ini tidak cocok dengan negara yang dipilih. Silakan periksa keduanya.
error-category-none = Centang setidaknya satu jenis pesan.
error-notice-outdated = Teksnya sudah berubah sejak Anda membuka halaman ini. Silakan baca yang baru, lalu pilih lagi.
error-form-unfit = Formulir tidak dapat dibaca. Silakan buka lagi dan coba sekali lagi.
error-category-not-on-receipt = Tanda terima ini tidak mencakup jenis pesan itu.
error-origin-refused = Halaman yang membawa Anda ke sini tidak diizinkan mengirim jawaban ke bisnis ini. Silakan gunakan formulir milik bisnis itu sendiri.
error-business-unknown = Kami tidak mengenal bisnis ini. Silakan periksa alamatnya.
error-idempotency-conflict = Formulir ini sudah dikirim dengan jawaban lain. Buka lagi untuk mengubah sesuatu.
error-body-too-large = Data yang dikirim melebihi batas.
error-rate-limited = Terlalu banyak jawaban dikirim dalam waktu singkat. Tunggu sebentar, lalu coba lagi.
error-unavailable = Di sini sedang sibuk. Tunggu sebentar, lalu coba lagi.
error-internal = Ada masalah di pihak kami. Silakan coba beberapa saat lagi.

## The export, for the business.

export-title = Persetujuan pelanggan { $business }
export-intro = Unduh semua peristiwa, atau keadaan saat ini, sebagai file.
export-key = Kunci API
export-key-help = Kunci dengan scope read. Kunci hanya berada di tab ini dan tidak disimpan di mana pun.
export-kind = Isi
export-kind-events = Semua peristiwa
export-kind-state = Keadaan saat ini
export-kind-notices = Teks yang pernah ditampilkan
export-from = Dari tanggal
export-to = Sampai tanggal
export-dates-help = Kedua tanggal ikut disertakan dan dihitung dalam UTC. Kosongkan untuk mengambil semuanya.
export-category = Jenis pesan
export-category-any = Semua jenis
export-state = Jawaban
export-state-any = Semua jawaban
export-format = Format
export-format-csv = CSV, untuk spreadsheet
export-format-ndjson = NDJSON, untuk program; peristiwa disertai bukti
export-format-jsonld = JSON-LD, catatan persetujuan (ISO/IEC TS 27560)
export-delimiter = Pemisah
export-delimiter-comma = Koma
export-delimiter-semicolon = Titik koma
export-delimiter-tab = Tab
export-download = Unduh
export-cancel = Batal
export-progress = { $size } sudah diunduh…
export-progress-through = Peristiwa { $seq } dari { $total }, { $size } sudah diunduh…
export-progress-label = Jumlah yang sudah diunduh
export-done = { $file } sudah diunduh.
export-cancelled = Dibatalkan. Tidak ada file yang disimpan.
export-error-key-missing = Tempelkan kunci API.
export-error-key-unknown = Kunci ini tidak ada di bisnis ini. Silakan periksa apakah seluruh kunci sudah ditempelkan.
export-error-scope = Kunci ini tidak boleh membaca. Gunakan kunci dengan scope read.
export-error-choice = Pilihan-pilihan ini tidak dapat digabungkan. Silakan periksa tanggalnya.
export-error-rate-limited = Terlalu banyak unduhan dalam waktu singkat. Tunggu sebentar, lalu coba lagi.
export-error-offline = Koneksi terputus, dan file belum utuh. Silakan coba lagi.
export-error-other = File tidak dapat diambil. Silakan coba beberapa saat lagi.
export-noscript = Halaman ini menggunakan JavaScript agar kunci terkirim tanpa ditulis di alamat. Tanpa JavaScript, ambil file dengan curl:

## How often the form was shown, and how many said yes: below the export.

statistics-title = Ditampilkan dan dijawab
statistics-help = Seberapa sering formulir ditampilkan dilaporkan oleh peramban: pemblokir menahan laporan, dan siapa pun bisa mengarangnya. Berapa yang berkata ya dihitung dari peristiwa. Hari dalam UTC.
statistics-show = Tampilkan angka
statistics-none = Tidak ada yang ditampilkan atau dijawab pada hari-hari ini.
statistics-day = Hari
statistics-language = Bahasa
statistics-shown = Ditampilkan
statistics-opted-in = Berkata ya

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = Pasang formulir { $business } di sebuah halaman
embed-intro = Pilih apa yang ditampilkan, lihat hasilnya, lalu salin kodenya.
embed-options = Pilihan
embed-form-language = Bahasa formulir
embed-theme = Warna
embed-theme-page = Seperti halamannya
embed-theme-auto = Seperti perangkat pelanggan
embed-theme-light = Terang
embed-theme-dark = Gelap
embed-width = Lebar terbesar tempatnya
embed-categories = Jenis pesan yang ditawarkan
embed-show = Tampilkan
embed-preview = Pratinjau
embed-preview-note = Ini pratinjau. Apa pun yang Anda isi di sini tidak dikirim dan tidak dicatat.
embed-preview-link = Buka formulir di halamannya sendiri
embed-code = Kode
embed-copy = Salin
embed-copied = Tersalin
embed-snippet = Untuk halaman apa saja
embed-snippet-help = Tempelkan di tempat formulir akan berada. Tinggi yang disediakan membuat halaman tidak bergeser saat formulir muncul.
embed-bare = Tag script saja
embed-bare-help = Lebih pendek, tetapi halaman bergeser saat formulir muncul.
embed-element = Sebagai elemen
embed-element-help = Untuk aplikasi satu halaman: tambahkan, pindahkan, dan hapus seperti elemen lain.
embed-pinned = Terkunci pada satu versi
embed-pinned-help = Browser menjalankan skrip ini hanya jika tepat file ini; yang dimuat kemudian berasal dari server edge. Setiap kali Jatak diperbarui, ambil lagi kodenya dari sini.
embed-tag-manager-help = Tag berjenis “HTML Khusus”:
embed-place-help = Dan di halaman Anda, di tempat formulir akan berada:
embed-shopify-help = Blok untuk ekstensi aplikasi tema. Simpan sebagai blocks/jatak.liquid.
embed-woocommerce-help = Untuk functions.php tema anak, atau plugin Anda sendiri. Formulir berada di halaman ucapan terima kasih atas pesanan.
embed-policy-help = Jika halaman Anda memilikinya, tambahkan ini ke dalamnya.
embed-height = Tinggi dalam lembar gaya
embed-height-help = Jika kebijakan Anda menolak atribut style, hilangkan yang di atas dan taruh ini di lembar gaya Anda.

## The page that checks exports and receipts, also from disk.

verify-title = Periksa ekspor atau tanda terima
verify-intro = Lihat apakah file memang sama dengan yang ditandatangani log bisnis, dan jika tidak, apa kesalahan pertamanya.
verify-private = File tetap berada di komputer ini. Pemeriksaan berjalan di dalam halaman ini, dan halaman ini tidak diizinkan tersambung ke mana pun.
verify-file = File
verify-drop = Pilih file, atau letakkan di sini
verify-file-help = Ekspor dengan bukti (.ndjson) atau tanda terima (.json), persis seperti saat diunduh.
verify-key = Kunci publik log
verify-key-help = Ambil dari tempat bisnis menerbitkannya, bukan dari pemberi file. Tanpa kunci ini, file yang dikarang seseorang dan ditandatangani dengan kuncinya sendiri pun akan lolos.
verify-earlier-more = Bandingkan dengan titik pemeriksaan sebelumnya
verify-earlier = Titik pemeriksaan sebelumnya
verify-earlier-help = Titik pemeriksaan (checkpoint) yang Anda simpan, atau teks dari tanda terima lama atau dari baris pertama ekspor lama. Ini menunjukkan bahwa semua yang sudah tercatat saat itu tidak diubah atau dihilangkan sejak itu.
verify-check = Periksa file
verify-cancel = Batal
verify-progress = { $done } dari { $size } sudah diperiksa…
verify-cancelled = Dibatalkan. Belum ada hasil.
verify-error-file-missing = Pilih file.
verify-error-key = Ini bukan kunci publik log. Bentuknya satu baris: nama, tanda plus, delapan karakter, tanda plus, dan 44 karakter.
verify-error-earlier = Tidak ada titik pemeriksaan dalam teks ini.
verify-error-read = File tidak dapat dibaca. Mungkin sudah dipindahkan atau diubah; pilih lagi.
verify-error-program = Browser ini tidak dapat menjalankan pemeriksaan. Gunakan yang lebih baru: Chrome 96, Firefox 113, atau Safari 16.4, atau versi sesudahnya.
verify-result = Hasil
verify-export-good = Asli dan lengkap
verify-export-good-text = Seluruh { $events } peristiwa memang yang ditandatangani dengan kunci log, masing-masing di tempatnya. Tidak ada yang hilang dan tidak ada yang diubah.
verify-partial-good-text = Masing-masing dari { $events } peristiwa dalam file ini ada di log yang ditandatangani, tanpa perubahan. Ini hanya sebagian: tidak terbukti bahwa tak ada yang terlewat.
verify-receipt-good = Asli
verify-receipt-good-text = Yang tertera di sini tercatat dalam log dan ditandatangani, persis seperti ini.
verify-key-unknown = Semua cocok, tetapi ditandatangani dengan kunci yang tidak Anda sebutkan
verify-key-unknown-text = File ini cocok dengan kunci yang disebutkannya sendiri. Nilainya tidak lebih dari file itu: bandingkan kunci di bawah dengan kunci yang diterbitkan bisnis.
verify-bad = Jangan andalkan file ini
verify-bad-line = Baris { $line }
verify-bad-text = Ini kesalahan pertama. File diubah setelah dibuat, atau bukan seperti yang diakuinya. Unduh lagi, lalu bandingkan.
verify-extends = Ekspor ini melanjutkan titik pemeriksaan sebelumnya: { $events } peristiwa pertamanya sama.
verify-fact-file = File
verify-fact-checked = Diperiksa
verify-fact-log = Log
verify-fact-events = Peristiwa
verify-fact-events-of = { $events } dari { $size } dalam log
verify-fact-erased = Dihapus
verify-fact-erased-text = { $events }, masing-masing disertai catatan penghapusan yang menyusul
verify-fact-evidence-gone = Data pendukung dihilangkan
verify-fact-epochs = Dimulai ulang
verify-fact-epochs-text = Oleh peristiwa { $events }: cadangan dipulihkan, dan keadaan log yang sudah ditandatangani ditinggalkan. Alasannya tertera di peristiwa itu.
verify-fact-span = Dicatat
verify-fact-span-text = { $from } sampai { $to }
verify-fact-root = Hash akar
verify-fact-key = Kunci
verify-fact-business = Bisnis
verify-fact-number = Nomor
verify-fact-given = Mengatakan ya untuk
verify-fact-withdrawn = Mengatakan tidak untuk
verify-fact-everything = Semuanya, termasuk yang muncul kemudian
verify-fact-when = Dicatat
verify-fact-page = Di halaman
verify-fact-place = Posisi dalam log
verify-fact-place-text = Peristiwa { $event } dari { $size }
verify-fact-witnesses = Saksi
verify-fact-witnesses-text = { $names }, menurut tanda terima. Tanda tangan mereka diperiksa di baris perintah, dengan --witness.
verify-fact-kind = Jenis catatan
verify-fact-wording = Teks yang ditampilkan
verify-limits = Apa yang dibuktikan dan apa yang tidak
verify-limits-shows = Hasil yang baik membuktikan bahwa catatan ini memang yang ditandatangani log, dan bahwa tidak satu byte pun berubah sejak itu.
verify-limits-not = Hasil itu tidak membuktikan siapa yang memegang ponsel, dan tidak pula bahwa bisnis menunjukkan log yang sama kepada semua orang. Untuk yang terakhir, simpan titik pemeriksaan dan bandingkan nanti, atau cari tanda tangan saksi.
verify-limits-tool = File yang sangat besar lebih cepat diperiksa di baris perintah:
verify-noscript = Pemeriksaan berjalan sebagai program di dalam halaman ini, jadi memerlukan JavaScript.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = Ini bukan ekspor dengan bukti dan bukan pula tanda terima.
fault-only-exports = Titik pemeriksaan sebelumnya hanya dapat dibandingkan dengan ekspor, sedangkan ini tanda terima. Kosongkan titik pemeriksaan.
fault-incomparable = Ekspor ini hanya sebagian dan tidak dapat membuktikan bahwa ia melanjutkan titik pemeriksaan sebelumnya dengan { $events } peristiwa. Gunakan ekspor yang utuh.
fault-other-epoch = Titik pemeriksaan sebelumnya berasal dari epoch { $earlier } log ini, sedangkan ekspor dari epoch { $epoch }: cadangan telah dipulihkan. Sebuah peristiwa dalam ekspor menjelaskan keadaan mana yang ditinggalkan dan mengapa.
fault-epoch = Peristiwa { $event } membuka epoch yang tidak mungkin dimulai di sana.
fault-cosignature = Tanda tangan saksi { $key } tidak sah.
fault-line = Baris ini diubah: tidak ada ekspor yang memuat baris seperti ini.
fault-out-of-place = Baris ini tidak seharusnya di sini: ada baris yang tertukar atau hilang.
fault-cut-short = File terpotong: bagian akhirnya hilang.
fault-after-the-end = Masih ada isi setelah akhir ekspor.
fault-key = Kunci yang disebutkan file sudah diubah.
fault-foreign-signature = Tanda tangan asing: file tidak ditandatangani oleh { $key }.
fault-size = Baris pertama diubah: di situ tertulis { $events } peristiwa, padahal yang ditandatangani { $signed }.
fault-wrong-business = Bisnis yang salah: log atau sebuah peristiwa milik bisnis lain.
fault-leaf = Peristiwa { $event } diubah.
fault-private-part = Peristiwa { $event } diubah: keterangannya tentang orang tersebut tidak sama dengan yang dicatat.
fault-outcome = Peristiwa { $event } diubah: akibatnya tidak sama dengan yang dicatat.
fault-evidence = Peristiwa { $event } diubah: data pendukungnya tidak sama dengan yang dicatat.
fault-missing = Peristiwa { $event } hilang.
fault-reordered = Urutan peristiwa tertukar: peristiwa { $event } berada di tempat peristiwa { $place }.
fault-behind = Urutan peristiwa tertukar: peristiwa { $event } berada setelah peristiwa { $before }.
fault-inclusion = Peristiwa { $event } tidak ada di log yang ditandatangani.
fault-time = Peristiwa { $event } dicatat lebih awal daripada peristiwa sebelumnya.
fault-notice = Sebuah teks persetujuan diubah: isinya tidak cocok dengan id-nya.
fault-notice-missing = Teks persetujuan yang berlaku untuk peristiwa { $event } hilang.
fault-not-erased = Bagian pribadi peristiwa { $event } hilang, dan tidak ada catatan bahwa bagian itu dihapus.
fault-erased-ahead = Peristiwa { $event } menyebut peristiwa yang dihapus, padahal letaknya tidak sebelum peristiwa itu.
fault-root = Log ditulis ulang: peristiwanya bukan yang ditandatangani.
fault-shrunk = Log menyusut: dulu berisi { $earlier } peristiwa, kini { $events }.
fault-rewritten = Log ditulis ulang: { $earlier } peristiwa pertamanya berbeda dari titik pemeriksaan sebelumnya.
fault-erasure-proof = Bukti penghapusan yang menyusul tidak sah.
fault-trailer = Baris terakhir diubah, atau ada baris yang hilang: file ini bukan yang semula dibuat.
fault-proof = Bukti tanda terima tidak sah: tanda terima diubah, atau tidak pernah ada di log.

## The months as they stand in a date.

month-january = Januari
month-february = Februari
month-march = Maret
month-april = April
month-may = Mei
month-june = Juni
month-july = Juli
month-august = Agustus
month-september = September
month-october = Oktober
month-november = November
month-december = Desember

## Confirming a yes in WhatsApp.

whatsapp-draft = Ya, { $business } boleh mengirimi saya pesan WhatsApp tentang:
    .reviewed_by = none
whatsapp-draft-code = Dengan mengirim pesan ini, saya setuju. Kode: { $code }
    .reviewed_by = none
whatsapp-heading = Satu langkah lagi: konfirmasi di WhatsApp
whatsapp-explanation = Kirim pesan yang sudah disiapkan tanpa mengubahnya, dari nomor yang berakhiran { $digits }. Sebelum itu, tidak ada yang dikirim kepada Anda.
whatsapp-explanation-any = Kirim pesan yang sudah disiapkan tanpa mengubahnya. Sebelum itu, tidak ada yang dikirim kepada Anda.
whatsapp-open = Buka WhatsApp
whatsapp-scan = Atau pindai dengan ponsel Anda
whatsapp-waiting = Menunggu pesan Anda…
whatsapp-confirmed = Terkonfirmasi. Terima kasih, persetujuan Anda kini berlaku.
whatsapp-expired = Kode sudah kedaluwarsa. Silakan kirim formulir lagi.
whatsapp-opt-in = Setuju dengan WhatsApp
whatsapp-opt-in-explanation = Tanpa mengetik nomor: WhatsApp terbuka dengan pesan yang sudah disiapkan.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = Kabar pesanan Anda
preset-order-updates-value = Dapatkan kabar saat pesanan Anda dikonfirmasi, dikirim, dan sampai.
preset-order-updates-frequency = Maksimal satu pesan untuk setiap tahap pesanan

preset-back-in-stock-title = Tersedia lagi
preset-back-in-stock-value = Dapatkan kabar begitu produk yang Anda tunggu bisa dibeli lagi.
preset-back-in-stock-frequency = Maksimal satu pesan untuk setiap produk yang Anda tunggu

preset-product-recommendations-title = Pilihan untuk Anda
preset-product-recommendations-value = Saran produk yang cocok dengan belanjaan terbaru Anda.

preset-relevant-offers-title = Penawaran dan promo
preset-relevant-offers-value = Jadilah salah satu yang pertama tahu tentang penawaran menarik.

preset-abandoned-cart-title = Keranjang yang terlupa
preset-abandoned-cart-value = Pengingat jika ada barang di keranjang yang belum Anda beli.

preset-product-updates-title = Kabar produk Anda
preset-product-updates-value = Tips dan kabar tentang produk yang Anda miliki atau ikuti.

preset-renewal-reminders-title = Perpanjangan dan upgrade
preset-renewal-reminders-value = Pengingat jauh-jauh hari sebelum sesuatu berakhir, atau saat bisa ditingkatkan.

preset-useful-alerts-title = Pemberitahuan berguna
preset-useful-alerts-value = Pesan saat terjadi sesuatu yang memang ingin Anda ketahui.

preset-appointment-reminders-title = Janji temu Anda
preset-appointment-reminders-value = Konfirmasi, pengingat, dan perubahan saat Anda memesan jadwal atau meja.
preset-appointment-reminders-frequency = Maksimal tiga pesan untuk setiap janji temu, dan satu untuk setiap perubahan
