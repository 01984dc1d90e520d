public import HealthRecord

/// What carries the key, and for which people it was made (TRE_G01; the high bit is TEST).
public struct ProductCategory: Hashable, Sendable {
    /// What carries the key.
    public enum Product: UInt8, Hashable, Sendable, CaseIterable {
        /// A card.
        case card = 0x00
        /// A security module.
        case securityModule = 0x02
        /// A software certificate.
        case software = 0x03
    }

    /// What carries the key.
    public let product: Product
    /// Real or test people.
    public let domain: IdentityDomain

    /// Reads the byte of the extension; nil for a category that no table knows.
    public init?(byte: UInt8) {
        guard let product = Product(rawValue: byte & 0x7F) else { return nil }
        self.product = product
        domain = byte & 0x80 == 0 ? .production : .rehearsal
    }

    /// Joins both.
    public init(_ product: Product, domain: IdentityDomain) {
        self.product = product
        self.domain = domain
    }

    /// The byte of the extension.
    public var byte: UInt8 { product.rawValue | (domain == .rehearsal ? 0x80 : 0) }
}
