/// The cookies that a site has given one visitor; the house's own are good for the whole site.
struct CookieJar: Sendable {
    private var values: [String: String] = [:]

    /// Takes in what a `Set-Cookie` says; an empty value takes the cookie back.
    mutating func take(_ line: String) {
        let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2, !pair[0].isEmpty else { return }
        values[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
    }

    /// What goes along with a request; nil where there is nothing.
    var header: String? {
        guard !values.isEmpty else { return nil }
        return values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
}
