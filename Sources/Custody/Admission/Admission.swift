public import HealthRecord
public import Sealing

/// A request that the custodian has let in: who makes it, for which patient, for how long.
///
/// Only `Custodian.admit` makes one. It lasts as long as a request may and names one patient.
public struct Admission: Sendable, Hashable {
    /// The custodian's own handle.
    let id: UniqueID
    /// Identifier of the request, in every trace that it leaves.
    public let request: UniqueID
    /// Who asks.
    public let actor: Actor
    /// In what mode.
    public let mode: AccessMode
    /// For whose record, where the evidence names a patient.
    public let patient: QualifiedINS?
    /// The record of a session on the portal.
    public let record: RecordID?
    /// The mandate by which somebody acts for the holder.
    public let mandate: UniqueID?
    /// The software or page that asks.
    public let software: String
    /// Whether the session is a minor's secret one.
    public let isSecretConnection: Bool
    /// The assertion to be used up by the first act; nil for sessions.
    let assertionID: String?
    /// The way in that an assertion has opened, where the session came by one (TD0.10).
    var entry: UniqueID?
    /// What the structure of a care actor rests on; of anybody else, nothing vouches for one.
    let structureStanding: StructureStanding
    /// The application node that asks.
    let node: String
    /// When it ends.
    let expires: Instant

    /// Whether a professional asks in a browser, where nothing can be signed.
    public var isCareSession: Bool { record == nil && assertionID == nil }
}

extension Admission {
    /// Whether the patient whom the evidence names is the holder; a session names the record itself.
    func mayName(_ context: RecordContext) -> Bool {
        guard record == nil else { return true }
        return patient.map { context.file.identifiers.contains($0.ins) } ?? false
    }
}

/// A record as the host knows it: its own identity, the tag it is filed under, and the proof that the two belong together.
public struct RecordReference: Sendable, Hashable, Codable {
    /// The record.
    public let record: RecordID
    /// The keyed tag of a matricule.
    public let tag: BlindTag
    /// The custodian's code over both.
    public let bindCode: [UInt8]

    /// Joins the three.
    public init(record: RecordID, tag: BlindTag, bindCode: [UInt8]) {
        self.record = record
        self.tag = tag
        self.bindCode = bindCode
    }
}
