internal import Foundation
internal import HealthRecord

/// What is read out of a page, and how its form is sent back.
enum PageText {
    /// The value that the first field of this name brings along.
    static func value(of name: String, in page: String) -> String? {
        guard let start = page.firstRange(of: "name=\"\(name)\" value=\"")?.upperBound,
            let end = page[start...].firstIndex(of: "\"")
        else { return nil }
        return String(page[start..<end])
    }

    /// The documents that a page leads to, named below this path.
    static func documents(in page: String, under path: String) -> Set<UniqueID> {
        let mark = "href=\"\(path)/"
        return Set(
            page.split(separator: mark, omittingEmptySubsequences: false).dropFirst()
                .compactMap { UniqueID($0.prefix(36)) }
        )
    }

    /// How many curves a page draws.
    static func curves(in page: String) -> Int { page.ranges(of: "<figure class=\"curve\"").count }

    /// Fields as a browser sends them (URL Standard § 5.2).
    static func form(_ fields: [(name: String, value: String)]) -> String {
        fields.map { escaped($0.name) + "=" + escaped($0.value) }.joined(separator: "&")
    }

    private static let plain = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._"
    )

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
