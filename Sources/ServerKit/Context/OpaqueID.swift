/// A short name without meaning, given to a request or an incident by an id source outside this module.
public struct OpaqueID: Hashable, Sendable, CustomStringConvertible {
    /// The name as logs and error pages show it.
    public let description: String

    /// What a request is called before the door has named it.
    public static let unassigned = OpaqueID(trusted: "unassigned")

    /// A name of 1 to 64 letters, digits, `-` or `_`; nil otherwise.
    public init?(_ text: some StringProtocol) {
        guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(\.isOpaqueIDByte) else { return nil }
        description = String(text)
    }

    private init(trusted text: String) { description = text }
}

extension UInt8 {
    fileprivate var isOpaqueIDByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
