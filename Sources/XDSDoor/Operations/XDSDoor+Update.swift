import Custody
import HealthRecord
import RecordService
import SOAPWire
import XDSWire

extension XDSDoor {
    /// TD3.3: masks, reveals, archives, restores, deletes one document.
    func update(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let reading: Reading<MetadataUpdateRequest>
        do { reading = try MetadataUpdateRequest.read(exchange.payload) } catch { throw error.fault }
        var problems = reading.findings.map { RegistryProblem($0, exchange.correlation) }
        var reason: RefusalReason?
        if let request = reading.accepted {
            do throws(ServiceError) {
                if let patient = request.set.patientID { try checkPatient(patient, exchange) }
                let change = try await change(asked: request, exchange)
                switch change {
                case .success(let asked): _ = try await service.change(asked.selector, asked.change, exchange.visit)
                case .failure(let misfit):
                    problems.append(misfit.problem(exchange.correlation))
                    reason = .content
                }
            } catch {
                problems += try error.problems(.update, exchange.correlation)
                reason = error.reason
            }
        } else {
            reason = .content
        }
        let response = RegistryResponse(reason == nil ? .success : .failure, problems: problems)
        return Answer(reason: reason) { response.write(into: &$0) }
    }

    /// The one change that a message asks for: several could be done only in part, and IHE wants all or nothing.
    private func change(
        asked request: MetadataUpdateRequest,
        _ exchange: Exchange
    ) async throws(ServiceError) -> Result<AskedChange, UpdateMisfit> {
        guard let update = request.updates.first, request.updates.count == 1 else { return .failure(.several) }
        switch update {
        case .changeStatus(let entry, let from, let to):
            guard let change = DocumentChange(from: from, to: to) else { return .failure(.statusChange) }
            return .success(AskedChange(selector: .entryUUIDs([entry]), change: change))
        case .newMetadataVersion(let sent, let logicalID, let previous):
            let selector = ObjectSelector.logicalIDs([logicalID])
            guard let current = try await visible(exchange)?.entries.first(where: selector.selects) else {
                throw .notFound
            }
            guard current.metadataVersion == previous else { return .failure(.version) }
            do throws(UpdateMisfit) {
                return .success(
                    AskedChange(selector: selector, change: try sent.change(of: current, repository: repositoryID))
                )
            } catch {
                return .failure(error)
            }
        }
    }
}

/// A change and the document that it is asked for.
struct AskedChange {
    let selector: ObjectSelector
    let change: DocumentChange
}

extension DocumentChange {
    /// The change between two statuses; nil for those that no sender may ask for.
    init?(from: AvailabilityStatus, to: AvailabilityStatus) {
        switch (from, to) {
        case (.approved, .archived): self = .archive
        case (.archived, .approved): self = .restore
        case (.approved, .deleted), (.archived, .deleted): self = .delete
        default: return nil
        }
    }
}
