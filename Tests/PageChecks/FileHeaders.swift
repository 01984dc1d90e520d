/// What each site says with a patient's file, whoever gets it (security design § 5.6).
public enum FileHeaders {
    /// The policy of a PDF that the browser's own reader shows: it may load and do nothing.
    public static let shownPDF = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    /// The policy of what is handed over, and of a page that stands for a file.
    public static let sandbox =
        "sandbox; default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    /// A PDF that does nothing.
    public static let plainPDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n%%EOF\n"
    /// A PDF with a program in it.
    public static let activePDF =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>>>endobj\n%%EOF\n"

    /// Every field that guards a file, by its name in lower case.
    public static func guarding(policy: String, disposition: String) -> [String: String] {
        [
            "content-security-policy": policy, "content-disposition": disposition,
            "cross-origin-resource-policy": "same-origin", "x-content-type-options": "nosniff",
            "x-frame-options": "SAMEORIGIN", "cross-origin-embedder-policy": "require-corp",
            "cache-control": "no-store",
        ]
    }
}
