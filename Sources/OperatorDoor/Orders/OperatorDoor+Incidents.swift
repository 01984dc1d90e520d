import Custody
import HealthRecord
import RecordService

/// Orders on the register of incidents.
extension OperatorDoor {
    /// Reads the fields of such a verb and says what will be done.
    func incidentAct(_ fields: OrderFields, under order: OperatorOrder) throws(OperatorFault) -> OrderedAct {
        let service = service
        switch fields.verb {
        case .incident:
            let facts = try fields.incidentFacts()
            guard facts.known <= clock() else { throw OrderFields.bad(.known) }
            return { () async throws(ServiceError) in
                try await service.declareIncident(facts, as: order.id)
                return order.id
            }
        case .incidentNote:
            let (incident, aspect) = (try fields.id(.incident), try fields.choice(.aspect, IncidentAspect.self))
            let statement = IncidentStatement(aspect, words: try fields.plainWords(.words), by: order.by.role)
            return { () async throws(ServiceError) in
                try await service.addToIncident(incident, statement, as: order.id)
                return nil
            }
        case .incidentTold:
            let (incident, duty) = (try fields.id(.incident), try fields.choice(.duty, IncidentDuty.self))
            return { () async throws(ServiceError) in
                try await service.noteTold(duty, of: incident)
                return nil
            }
        default:
            let (incident, people) = (try fields.id(.incident), try fields.people())
            let words = try fields.plainWords(.words)
            return { () async throws(ServiceError) in
                try await service.tellOfIncident(incident, to: people, words: words)
                return nil
            }
        }
    }
}
