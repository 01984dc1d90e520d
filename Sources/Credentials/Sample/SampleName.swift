internal import SwiftASN1
internal import X509

/// Makes distinguished names from relative names; several attributes in one make a set that the encoder sorts.
enum SampleName {
    typealias Part = (type: String, value: String)

    static func make(_ relativeNames: [[Part]]) throws(SamplePKIError) -> DistinguishedName {
        var names: [RelativeDistinguishedName] = []
        for parts in relativeNames {
            var attributes: [RelativeDistinguishedName.Attribute] = []
            for part in parts {
                guard let type = try? ASN1ObjectIdentifier(dotRepresentation: part.type) else { throw .notMade }
                let isCountry = part.type == AttributeType.country
                guard
                    let value = isCountry
                        ? try? RelativeDistinguishedName.Attribute.Value(printableString: part.value)
                        : RelativeDistinguishedName.Attribute.Value(utf8String: part.value)
                else { throw .notMade }
                attributes.append(RelativeDistinguishedName.Attribute(type: type, value: value))
            }
            names.append(RelativeDistinguishedName(attributes))
        }
        return DistinguishedName(names)
    }

    static let country: Part = (AttributeType.country, "FR")

    /// The name of an authority of the TEST hierarchy.
    static func authority(_ name: String) -> [[Part]] {
        [
            [country], [(AttributeType.organisation, "ASIP-SANTE")], [(AttributeType.unit, "0002 187512751")],
            [(AttributeType.unit, "IGC-SANTE TEST")], [(AttributeType.commonName, "TEST " + name)],
        ]
    }
}
