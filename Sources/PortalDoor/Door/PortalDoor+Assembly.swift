import AccessRules
public import ClinicalDocuments
public import HealthRecord
public import PDFPages
public import RecordService
public import ServerKit
public import Wording

extension PortalDoor {
    /// A portal on one node, with the rules of this release and a secret of this start: sessions outlive a restart, forms
    /// that were open do not.
    ///
    /// - Parameter origin: the portal's own origin, `https://…`; where it is not known, browsers that say whence a form comes
    ///   are believed, and no others.
    public init(
        records: RecordService,
        valueSets: ValueSets,
        domain: IdentityDomain,
        service: ServiceSheet,
        origin: String?,
        clock: @escaping @Sendable () -> Instant,
        random: @escaping @Sendable (Int) -> [UInt8],
        log: EventLog,
        drawing: any PDFDrawing
    ) throws {
        guard let origin = WebOrigin(origin ?? "https://localhost") else { throw PortalError.badOrigin }
        try self.init(
            records: records,
            rules: try RuleBook.bundled(),
            valueSets: valueSets,
            settings: PortalSettings(domain: domain, origin: origin, sheet: service, secret: random(32)),
            clock: clock,
            random: random,
            log: log,
            drawing: drawing
        )
    }
}
