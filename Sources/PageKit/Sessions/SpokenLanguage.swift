package import Hummingbird
package import ServerKit
package import Wording

/// In which language a request is answered: what its address says, else the choice made before, else what the browser
/// prefers (RFC 9110 § 12.5.4), else French.
package enum SpokenLanguage {
    /// The most characters of a browser's preferences that are looked at.
    package static let longestHeader = 500

    /// The language that the address asks for.
    package static func asked(_ query: FormFields?) -> Language? { query?.only("lang").flatMap(Language.init) }

    package static func of(_ request: Request, _ query: FormFields?, _ cookie: HostCookie) -> Language {
        asked(query) ?? cookie.value(in: request).flatMap { Language(rawValue: $0.description) }
            ?? preferred(request.headers[.acceptLanguage] ?? "")
    }

    /// The first of our languages in the order of the header's weights.
    package static func preferred(_ header: String) -> Language {
        var best: (language: Language, weight: Double)?
        for part in header.prefix(longestHeader).split(separator: ",") {
            let fields = part.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = fields.first?.lowercased().split(separator: "-").first,
                let language = Language(rawValue: String(tag))
            else { continue }
            let weight = fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > (best?.weight ?? 0) { best = (language, weight) }
        }
        return best?.language ?? .french
    }
}
