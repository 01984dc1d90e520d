/// A plain-text e-mail as it goes over the wire (RFC 5322, RFC 2045 to 2047).
///
/// Every value is of a type, or encoded, so that none can begin a header of its own.
struct MailText {
    let head: MailHead
    let subject: String
    let body: String
    let language: String

    /// Headers, an empty line, and the body in base64, with CRLF throughout.
    var bytes: [UInt8] {
        MailPart(text: body, language: language).bytes(
            after: head.headers(subject: EncodedWords.text(subject)) + ["Auto-Submitted: auto-generated"]
        )
    }
}
