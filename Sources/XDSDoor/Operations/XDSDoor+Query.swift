import Custody
import HealthRecord
import RecordService
import SOAPWire
import XDSWire

extension XDSDoor {
    /// TD3.1: what the reader may see of a record, as registry objects; what he may not see is in no query.
    func query(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let reading: Reading<StoredQueryRequest>
        do { reading = try StoredQueryRequest.read(exchange.payload) } catch { throw error.fault }
        var answer = QueryAnswer([], problems: reading.findings.map { RegistryProblem($0, exchange.correlation) })
        var reason: RefusalReason?
        if let request = reading.accepted {
            do throws(ServiceError) {
                try checkPatient(of: request.query, exchange)
                let objects = try await objects(of: request, exchange)
                if request.returnType == .leafClass, objects.count > settings.results {
                    reason = .content
                    answer = tooMany(exchange)
                } else if request.returnType == .leafClass, answer.problems.isEmpty {
                    let leaves = LeafAnswer(objects, written, repository: repositoryID, now: exchange.now)
                    var reply = Answer { leaves.write(into: &$0) }
                    reply.fillings = leaves.fillings
                    reply.tellsOfNothing = objects.isEmpty
                    return reply
                } else {
                    answer.items = objects.map { $0.item(request.returnType, repository: repositoryID) }
                }
            } catch {
                answer.status = .failure
                answer.problems += try error.problems(.query, exchange.correlation)
                reason = error.reason
            }
        } else {
            answer.status = .failure
            reason = .content
        }
        let written = answer
        var reply = Answer(reason: reason) { written.write(into: &$0) }
        reply.tellsOfNothing = written.items.isEmpty
        return reply
    }

    /// What a query finds: in what the reader may see, or among his own documents, whose technical names he asks for (TD3.1b).
    private func objects(
        of request: StoredQueryRequest,
        _ exchange: Exchange
    ) async throws(ServiceError) -> [RegistryObject] {
        if case .getDocuments(.uniqueIDs(let ids)) = request.query, request.returnType == .objectRef,
            let own = try await service.findOwn(.uniqueIDs(ids), exchange.visit)
        {
            return own.map { .entry($0) }
        }
        return request.query.answer(RecordGraph(try await visible(exchange)))
    }

    /// The record as the reader may see it; a record that must look like nothing holds nothing.
    func visible(_ exchange: Exchange) async throws(ServiceError) -> RecordListing? {
        do {
            return try await service.list(exchange.visit)
        } catch .refused(let refusal) where refusal.isSilent {
            return nil
        }
    }

    /// The patient of a query that names one is the patient of the assertion (security design § 4.8, V7).
    private func checkPatient(of query: StoredQuery, _ exchange: Exchange) throws(ServiceError) {
        switch query {
        case .findDocuments(let criteria), .findDocumentsByReferenceID(let criteria):
            try checkPatient(criteria.patient, exchange)
        case .findSubmissionSets(let criteria): try checkPatient(criteria.patient, exchange)
        case .findFolders(let criteria): try checkPatient(criteria.patient, exchange)
        case .getAll(let criteria): try checkPatient(criteria.patient, exchange)
        case .getDocuments, .getAssociations, .getDocumentsAndAssociations, .getSubmissionSets,
            .getSubmissionSetAndContents, .getFolders, .getFolderAndContents, .getFoldersForDocument,
            .getRelatedDocuments:
            break
        }
    }

    /// An identifier that this deployment does not serve is nobody's here; any other must be the assertion's.
    func checkPatient(_ patient: PatientIdentifier, _ exchange: Exchange) throws(ServiceError) {
        guard let ins = patient.ins, QualifiedINS(ins, in: domain) != nil else { throw .unknownPatient }
        try service.check(ins, against: exchange.visit)
    }

    private func tooMany(_ exchange: Exchange) -> QueryAnswer {
        QueryAnswer(
            [],
            status: .failure,
            problems: [
                RegistryProblem(
                    .tooManyResults,
                    "AdhocQuery",
                    "trop de résultats",
                    remedy: "narrow the query or ask for ObjectRef",
                    exchange.correlation
                )
            ]
        )
    }
}
