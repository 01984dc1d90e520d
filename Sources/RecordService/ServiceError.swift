public import Custody
import HostStore
public import XDSWire

/// What a door has to translate when an act was not done.
public enum ServiceError: Error, Sendable {
    /// The rules said no.
    case refused(Refusal)
    /// The evidence establishes nobody.
    case evidence(EvidenceFault)
    /// The assertion has been used before.
    case replayed
    /// The session has ended.
    case sessionEnded
    /// No record stands under the patient's identifier.
    case unknownPatient
    /// The request concerns another patient than its evidence.
    case otherPatient
    /// A lot or a change is refused for what it holds; nothing of it was kept.
    case rejected([DepositFault])
    /// There is no such document for this reader.
    case notFound
    /// The change does not apply to what is there.
    case conflict(String)
    /// The host's rows do not add up to what the custodian committed; shown as such, never ignored.
    case incomplete
    /// A code, identifier or secret was not accepted.
    case notAccepted
    /// Too many attempts; seconds to wait.
    case tooManyAttempts(Int)
    /// A chosen secret is too weak.
    case weakSecret(SecretWeakness)
    /// Not now; nothing was done, or its outcome must be asked again.
    case unavailable
}

/// One reason against a lot: a coded registry error that names the element at fault.
public struct DepositFault: Error, Hashable, Sendable {
    /// The code of the answer.
    public let code: RegistryErrorCode
    /// Where, such as `DocumentEntry[d1].typeCode`.
    public let element: String
    /// What is wrong, in French.
    public let text: String
    /// What to do, in English.
    public let remedy: String

    /// Joins the parts.
    public init(_ code: RegistryErrorCode, _ element: String, _ text: String, remedy: String) {
        self.code = code
        self.element = element
        self.text = text
        self.remedy = remedy
    }

    /// The sentence that the answer carries.
    public var context: String { "\(element) : \(text) / \(remedy)" }
}

extension ServiceError {
    init(_ error: CustodyError) {
        self =
            switch error {
            case .refused(let refusal): .refused(refusal)
            case .evidence(let fault): .evidence(fault)
            case .replayed: .replayed
            case .notAdmitted: .sessionEnded
            case .recordMismatch: .otherPatient
            case .stateMismatch: .incomplete
            case .notPrepared: .unavailable
            case .conflict(let what): .conflict(what)
            case .notAccepted: .notAccepted
            case .tooManyAttempts(let seconds): .tooManyAttempts(seconds)
            case .weakSecret(let weakness): .weakSecret(weakness)
            case .unavailable: .unavailable
            }
    }

    init(_ error: HostStoreError) {
        self =
            switch error {
            case .corrupted, .objectMismatch, .objectMissing: .incomplete
            default: .unavailable
            }
    }
}

/// Runs a custodian's verb and says its error in the service's terms.
func custody<Value>(
    _ act: () async throws(CustodyError) -> Value
) async throws(ServiceError) -> Value {
    do { return try await act() } catch { throw ServiceError(error) }
}

/// Runs a host's verb and says its error in the service's terms.
func hosted<Value>(
    _ act: () async throws(HostStoreError) -> Value
) async throws(ServiceError) -> Value {
    do { return try await act() } catch { throw ServiceError(error) }
}
