/// What each site says with a patient's file, whoever gets it (security design § 5.6).
public enum FileHeaders {
    /// The policy of what is handed over, and of a page that stands for a file.
    public static let sandbox =
        "sandbox; default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    /// A PDF that does nothing.
    public static let plainPDF = pdf("Tension stable")
    /// A PDF with a program in it.
    public static let activePDF = pdf("Tension stable", catalogue: "/OpenAction<</S/JavaScript/JS(x)>>")

    /// A PDF of one small page with these words on it.
    private static func pdf(_ words: String, catalogue: String = "") -> String {
        let drawing = "BT /F 12 Tf 10 50 Td (\(words)) Tj ET"
        let objects = [
            "<</Type/Catalog/Pages 2 0 R\(catalogue)>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            "<</Length \(drawing.utf8.count)>>stream\n\(drawing)\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
        var (file, places) = ("%PDF-1.4\n", "0000000000 65535 f \n")
        for (rank, object) in objects.enumerated() {
            let place = String(file.utf8.count)
            places += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
            file += "\(rank + 1) 0 obj\n\(object)\nendobj\n"
        }
        let end = "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(file.utf8.count)\n%%EOF\n"
        return file + "xref\n0 \(objects.count + 1)\n" + places + end
    }

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
