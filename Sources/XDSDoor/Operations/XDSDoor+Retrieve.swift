import Custody
import HealthRecord
import RecordService
import SOAPWire
import XDSWire

extension XDSDoor {
    /// TD3.2: documents by their unique identifiers; each is found or is not, and why not is said only to who may know.
    func retrieve(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let reading: Reading<RetrieveRequest>
        do { reading = try RetrieveRequest.read(exchange.payload) } catch { throw error.fault }
        var found = Retrieval(exchange)
        found.problems = reading.findings.map { RegistryProblem($0, exchange.correlation) }
        let wanted = found.wanted(reading.message?.documents ?? [], from: repositoryID)
        // Decided before anything is looked up, so that the refusal tells nothing of what is there.
        let limit = min(settings.retrievals, Custodian.releaseLimit)
        if wanted.count > limit {
            found.refuseTooMany(limit)
        } else if !wanted.isEmpty {
            do throws(ServiceError) {
                let outcomes = try await service.read(wanted.map(\.document), exchange.visit)
                for (reference, outcome) in zip(wanted, outcomes) { try found.add(outcome, reference) }
            } catch {
                found.problems += try error.problems(.retrieval, exchange.correlation)
                found.reason = error.reason
            }
        }
        return found.answer()
    }
}

/// What a retrieval has found so far.
private struct Retrieval {
    private let exchange: Exchange
    private var documents: [RetrievedDocument] = []
    private var attachments: [Answer.Attachment] = []
    var problems: [RegistryProblem] = []
    var reason: RefusalReason?

    init(_ exchange: Exchange) { self.exchange = exchange }

    /// What this repository is asked for, each once and in order.
    mutating func wanted(_ asked: [DocumentReference], from repository: OID) -> [DocumentReference] {
        var seen: Set<OID> = []
        var wanted: [DocumentReference] = []
        for reference in asked {
            guard reference.repository == repository else {
                problems.append(
                    RegistryProblem(
                        .unknownRepositoryID,
                        reference.document.text,
                        "ce dépôt n’est pas celui-ci",
                        remedy: "use the repositoryUniqueId of the entry",
                        exchange.correlation
                    )
                )
                continue
            }
            if seen.insert(reference.document).inserted { wanted.append(reference) }
        }
        return wanted
    }

    mutating func refuseTooMany(_ limit: Int) {
        reason = .content
        problems.append(
            RegistryProblem(
                .repositoryOutOfResources,
                "DocumentRequest",
                "trop de documents demandés",
                remedy: "ask for \(limit) at most, in several requests",
                exchange.correlation
            )
        )
    }

    mutating func add(_ outcome: ReadOutcome, _ reference: DocumentReference) throws(ServiceError) {
        switch outcome {
        case .document(let document):
            let id = "document\(documents.count + 1)@" + exchange.correlation
            documents.append(
                RetrievedDocument(
                    reference: reference,
                    mimeType: document.entry.mimeType,
                    content: .attachment(id)
                )
            )
            let type = ContentType(document.entry.mimeType) ?? ContentType("application/octet-stream", parameters: [:])
            attachments.append(Answer.Attachment(id: id, type: type, bytes: document.bytes))
        case .notFound: refuse(.notFound, reference)
        case .refused(let refusal): refuse(.refused(refusal), reference)
        }
    }

    private mutating func refuse(_ error: ServiceError, _ reference: DocumentReference) {
        // Neither is of the exchange: no fault can come of them.
        let said = (try? error.problems(.retrieval, exchange.correlation)) ?? []
        problems += said.map { problem in
            RegistryProblem(
                problem.code ?? .documentUniqueIDError,
                context: problem.context,
                location: reference.document.text
            )
        }
    }

    func answer() -> Answer {
        let retrieved = RetrieveAnswer(documents: documents, problems: problems)
        let reason = reason ?? (problems.isEmpty ? nil : .rights)
        var answer = Answer(reason: reason) { retrieved.write(into: &$0) }
        answer.attachments = attachments
        return answer
    }
}
