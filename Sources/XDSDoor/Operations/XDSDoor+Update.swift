import Custody
import HealthRecord
import RecordService
import SOAPWire
import XDSWire

extension XDSDoor {
    /// TD3.3: masks, reveals, archives, restores, deletes; several documents in one message all together or not at all.
    func update(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let reading: Reading<MetadataUpdateRequest>
        do { reading = try MetadataUpdateRequest.read(exchange.payload) } catch { throw error.fault }
        var problems = reading.findings.map { RegistryProblem($0, exchange.correlation) }
        var reason: RefusalReason?
        if let request = reading.accepted {
            do throws(ServiceError) {
                if let patient = request.set.patientID { try checkPatient(patient, exchange) }
                switch try await changes(asked: request, exchange) {
                case .success(let asked): _ = try await service.change(asked, exchange.visit)
                case .failure(let misplaced):
                    problems.append(misplaced.misfit.problem(exchange.correlation, at: misplaced.position))
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

    /// The changes that a message asks for, each of another document.
    private func changes(
        asked request: MetadataUpdateRequest,
        _ exchange: Exchange
    ) async throws(ServiceError) -> Result<[AskedChange], MisplacedUpdate> {
        guard request.updates.count <= settings.changes else {
            return .failure(MisplacedUpdate(misfit: .tooMany(settings.changes)))
        }
        var changes: [AskedChange] = []
        for (index, update) in request.updates.enumerated() {
            switch try await change(asked: update, exchange) {
            case .success(let asked): changes.append(asked)
            case .failure(let misfit):
                return .failure(MisplacedUpdate(misfit: misfit, position: request.updates.count > 1 ? index + 1 : nil))
            }
        }
        return .success(changes)
    }

    private func change(
        asked update: MetadataUpdate,
        _ exchange: Exchange
    ) async throws(ServiceError) -> Result<AskedChange, UpdateMisfit> {
        switch update {
        case .changeStatus(let entry, let from, let to):
            guard let change = DocumentChange(from: from, to: to) else { return .failure(.statusChange) }
            return .success(AskedChange(.entryUUIDs([entry]), change))
        case .newMetadataVersion(let sent, let logicalID, let previous):
            let selector = ObjectSelector.logicalIDs([logicalID])
            guard let current = try await visible(exchange)?.entries.first(where: selector.selects) else {
                throw .notFound
            }
            guard current.metadataVersion == previous else { return .failure(.version) }
            do throws(UpdateMisfit) {
                return .success(AskedChange(selector, try sent.change(of: current, repository: repositoryID)))
            } catch {
                return .failure(error)
            }
        }
    }
}

/// A change that is not offered, and which it is where the message asks for several.
private struct MisplacedUpdate: Error {
    let misfit: UpdateMisfit
    var position: Int?
}

extension DocumentChange {
    /// The change between two statuses; nil for those that no sender may ask for.
    init?(from: AvailabilityStatus, to: AvailabilityStatus) {
        switch (from, to) {
        case (.approved, .archived): self = .archive
        case (.archived, .approved): self = .restore
        case (.approved, .deleted), (.archived, .deleted), (.deprecated, .deleted): self = .delete
        default: return nil
        }
    }
}
