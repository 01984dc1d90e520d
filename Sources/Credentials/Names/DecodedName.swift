internal import SwiftASN1
internal import X509

/// A distinguished name taken apart, so that two spellings of the same name compare equal (RFC 5280 § 7.1).
///
/// A relative name is a set: the order of its attributes means nothing. Case and runs of spaces do not count.
public struct DecodedName: Hashable, Sendable {
    struct Attribute: Hashable, Sendable {
        let type: String
        let value: String
    }

    /// From the country down to the person.
    let relativeNames: [Set<Attribute>]

    init(relativeNames: [Set<Attribute>]) { self.relativeNames = relativeNames }

    /// Takes apart the name of a certificate; nil when a value is not text.
    init?(_ name: DistinguishedName) {
        var relativeNames: [Set<Attribute>] = []
        for relative in name {
            var attributes: Set<Attribute> = []
            for attribute in relative {
                guard let text = String(attribute.value) ?? DirectoryText.decode(ASN1Any(attribute.value)) else {
                    return nil
                }
                attributes.insert(Attribute(type: "\(attribute.type)", value: Self.folded(text)))
            }
            relativeNames.append(attributes)
        }
        self.init(relativeNames: relativeNames)
    }

    /// Whether both name the same, whichever end was written first.
    public func matches(_ other: DecodedName) -> Bool {
        relativeNames == other.relativeNames || relativeNames == other.relativeNames.reversed()
    }

    static func folded(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.joined(separator: " ")
            .lowercased()
    }
}
