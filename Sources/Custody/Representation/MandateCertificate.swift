import Crypto
public import HealthRecord
public import Sealing

/// A proof of a carer's access that is due in the holder's record: he has taken his mandate up, or it is over
/// (reference: access-and-lifecycle § 1.1).
public struct MandateCertificate: Sendable, Hashable {
    /// What the proof is of.
    public enum Occasion: UInt8, Sendable, CaseIterable {
        /// The mandate was taken up.
        case taken = 1
        /// The mandate was taken back, given back, ended by a court, or its term came.
        case ended = 2
    }

    /// The holder's record.
    public let record: RecordID
    /// The mandate, as it stands.
    public let mandate: Representative
    /// What the proof is of.
    public let occasion: Occasion
    /// When that was.
    public let at: Instant
    /// The holder of the record.
    public let holder: PersonName
    /// The holder's day of birth.
    public let holderBirth: CalendarDate
    /// The holder's present matricule.
    public let patient: INS

    /// Joins the parts.
    public init(
        record: RecordID,
        mandate: Representative,
        occasion: Occasion,
        at: Instant,
        holder: PersonName,
        holderBirth: CalendarDate,
        patient: INS
    ) {
        self.record = record
        self.mandate = mandate
        self.occasion = occasion
        self.at = at
        self.holder = holder
        self.holderBirth = holderBirth
        self.patient = patient
    }

    /// The day of it, in France.
    public var day: CalendarDate { at.dayInFrance }

    /// The number of the document, the same at every try: of one occasion of one mandate there is one document.
    ///
    /// It is as long as any other that the house gives.
    public var document: OID? {
        var digest = Array(SHA256.hash(data: Array("mandate certificate".utf8) + due.name))
        for _ in 0..<64 {
            guard let id = UniqueID(bytes: digest.prefix(16)) else { return nil }
            if id.isOfMostDigits { return OID(uuid: id) }
            digest = Array(SHA256.hash(data: digest))
        }
        return nil
    }

    var due: CertificateDue { CertificateDue(mandate: mandate.id, occasion: occasion, at: at) }
}

/// How a proof stands on the calendar: the mandate, the occasion, its moment, which does not move where the filing waits.
struct CertificateDue: Hashable, Sendable {
    let mandate: UniqueID
    let occasion: MandateCertificate.Occasion
    let at: Instant

    /// Mandate and occasion, of which there is one pair each.
    var name: [UInt8] { mandate.bytes + [occasion.rawValue] }

    var reference: [UInt8] { name + withUnsafeBytes(of: at.milliseconds.bigEndian, Array.init) }

    init(mandate: UniqueID, occasion: MandateCertificate.Occasion, at: Instant) {
        self.mandate = mandate
        self.occasion = occasion
        self.at = at
    }

    /// Reads a line of the calendar; nil for anything else.
    init?(reference: [UInt8]) {
        guard reference.count == 25, let mandate = UniqueID(bytes: reference.prefix(16)),
            let occasion = MandateCertificate.Occasion(rawValue: reference[16])
        else { return nil }
        self.mandate = mandate
        self.occasion = occasion
        at = Instant(milliseconds: reference.suffix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) })
    }
}
