/// How two registry objects are related (ITI TF-3 § 4.2.2).
public enum AssociationType: String, Hashable, Sendable, CaseIterable {
    /// A set holds an entry.
    case hasMember = "urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember"
    /// An entry replaces another.
    case replaces = "urn:ihe:iti:2007:AssociationType:RPLC"
    /// An entry is another form of one.
    case transforms = "urn:ihe:iti:2007:AssociationType:XFRM"
    /// An entry completes another.
    case appends = "urn:ihe:iti:2007:AssociationType:APND"
    /// An entry replaces another in another form.
    case transformsAndReplaces = "urn:ihe:iti:2007:AssociationType:XFRM_RPLC"
    /// A signature's entry signs a set.
    case signs = "urn:ihe:iti:2007:AssociationType:signs"
    /// A set changes the status of an entry.
    case updateAvailabilityStatus = "urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus"
    /// A set submits a relation.
    case submitAssociation = "urn:ihe:iti:2010:AssociationType:SubmitAssociation"
    /// A stable entry keeps what an on-demand one gave.
    case isSnapshotOf = "urn:ihe:iti:2010:AssociationType:IsSnapshotOf"

    /// Whether it makes its target obsolete.
    public var deprecatesTarget: Bool { self == .replaces || self == .transformsAndReplaces }

    /// Reads the full name; the short form of older senders (`HasMember`, `RPLC`) is understood.
    public init?(written text: String) {
        if let exact = AssociationType(rawValue: text) {
            self = exact
            return
        }
        guard !text.contains(":"), let short = Self.allCases.first(where: { $0.rawValue.hasSuffix(":" + text) })
        else { return nil }
        self = short
    }
}
