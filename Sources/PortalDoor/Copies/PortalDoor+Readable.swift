import PageKit
import Wording

extension PortalDoor {
    /// What people can read of a document that needs special software: a page, or the PDF inside it; nil where the original can
    /// be read.
    func readable(_ content: DocumentContent, in language: Language) -> (bytes: [UInt8], ending: String)? {
        guard content.ending == "xml" else { return nil }
        if let pdf = content.pdf { return (pdf, "pdf") }
        let page = ContentPage(body: content.body, language: language, sheet: documentSheet, nonce: "")
        return (Array(page.html.utf8), "html")
    }
}
