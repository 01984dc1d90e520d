/// A postal address in parts, as software tells it.
public struct PostalAddress: Hashable, Sendable, Codable {
    /// Number and street, line by line.
    public var streetLines: [String]
    /// Building, floor, place.
    public var additionalLocator: String?
    /// Postal code.
    public var postalCode: String?
    /// City.
    public var city: String?
    /// Country.
    public var country: String?

    /// Joins the parts.
    public init(
        streetLines: [String] = [],
        additionalLocator: String? = nil,
        postalCode: String? = nil,
        city: String? = nil,
        country: String? = nil
    ) {
        self.streetLines = streetLines
        self.additionalLocator = additionalLocator
        self.postalCode = postalCode
        self.city = city
        self.country = country
    }

    /// As letters print it.
    public var lines: [String] {
        let town = [postalCode, city].compactMap(\.self).joined(separator: " ")
        return (streetLines + [additionalLocator ?? "", town, country ?? ""]).filter { !$0.isEmpty }
    }
}

extension PatientTraits {
    /// The postal address in the parts in which it was told; in lines alone where it was told so, or has changed since.
    public var postalAddress: PostalAddress {
        if let addressParts, addressParts.lines == address { return addressParts }
        return PostalAddress(streetLines: address)
    }

    /// The same; nil where no address is known.
    public var addressTold: PostalAddress? { address.isEmpty ? nil : postalAddress }
}
