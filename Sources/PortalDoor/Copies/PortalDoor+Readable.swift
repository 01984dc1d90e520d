import PageKit
import Wording

extension PortalDoor {
    /// What people can read of a document that needs special software: the PDF or the picture inside it, or else a page.
    ///
    /// Nil where the original can be read.
    func readable(_ content: DocumentContent, in language: Language) -> (bytes: [UInt8], ending: String)? {
        guard content.ending == "xml" else { return nil }
        if let carried = content.carried { return carried }
        let page = ContentPage(body: content.body, language: language, sheet: documentSheet, nonce: "")
        return (Array(page.html.utf8), "html")
    }
}
