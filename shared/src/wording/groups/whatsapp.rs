//! Confirming from the number itself: what is sent there, and what stands around it.

words! {
    /// Confirming a yes in WhatsApp.
    WhatsappWords "whatsapp" {
        /// Locked. How the prepared message begins, which is sent to the business: who may send what over which channel. The categories follow, one a line. No quotation marks around the business.
        draft: Locked [business],
        /// Locked. How the prepared message ends: that sending it says yes, and its code.
        draft_code: Locked [code],
        /// The heading after a yes that is still to be confirmed.
        heading [],
        /// Under it: what to do, from which number, and that it counts only then.
        explanation [digits],
        /// The same where no number was typed: any will do.
        explanation_any [],
        /// The button that opens WhatsApp with the prepared message.
        open [],
        /// Above the QR code, on wide screens.
        scan [],
        /// While the message has not arrived.
        waiting [],
        /// When it has arrived and counts.
        confirmed [],
        /// When the code was not sent in time.
        expired [],
        /// The button that says yes without typing a number.
        opt_in [],
        /// Under it.
        opt_in_explanation [],
    }
}
