import Custody
import Foundation
import HealthRecord
import RecordService

extension OperatorDoor {
    /// What is asked of one record and changes nothing on it; the look is traced there under the order.
    func lookInto(_ fields: OrderFields, _ order: OperatorOrder) async throws(OperatorFault) -> OperatorAnswer {
        var answer = OperatorAnswer()
        answer.order = order.id.text
        let ins = try fields.matricule()
        switch fields.verb {
        case .effect:
            let set = try fields.needed(.set)
            (answer.effects, answer.traces) = try await served { () async throws(ServiceError) in
                try await service.migrationEffect(order, on: ins, to: set)
            }
        case .hostList:
            let (entries, traces) = try await served { () async throws(ServiceError) in
                try await service.listForHost(order, of: ins)
            }
            answer.documents = entries.map { HeldDocument($0) }
            answer.traces = traces
        case .hostRead:
            let id = try fields.id(.document)
            let (document, traces) = try await served { () async throws(ServiceError) in
                try await service.readForHost(id, order, of: ins)
            }
            answer.documents = [HeldDocument(document.entry)]
            answer.content = Data(document.bytes).base64EncodedString()
            answer.traces = traces
        default:
            (answer.requests, answer.traces) = try await served { () async throws(ServiceError) in
                try await service.pendingRequests(order, of: ins)
            }
        }
        answer.standing = .done
        return answer
    }

    private func served<Value>(_ work: () async throws(ServiceError) -> Value) async throws(OperatorFault) -> Value {
        do throws(ServiceError) { return try await work() } catch { throw OperatorFault(error) }
    }
}

/// A document in the list of the host's physician.
public struct HeldDocument: Sendable, Hashable, Codable {
    /// Its identity, by which it is asked for.
    public let document: String
    /// What it is called.
    public let title: String
    /// The code of its type.
    public let type: String
    /// Its media type.
    public let mediaType: String
    /// When it was made, HL7.
    public let made: String

    init(_ entry: DocumentEntry) {
        document = entry.id.text
        title = entry.title
        type = entry.typeCode.value
        mediaType = entry.mimeType
        made = entry.creationTime.hl7
    }
}
