import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// What a professional has to be told: an emergency on his patient, a justification to write, a document to announce.
extension CareDoor {
    func notices(_ stay: Stay) async throws(ServiceError) -> [CareNotice] {
        guard !stay.isDesk else { return [] }
        let visit = try await visit(stay, nil)
        defer { service.leave(visit) }
        return try await service.careNotices(visit)
    }

    /// Opens what a notice is about, or takes it off the list.
    func answerNotice(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let id = form.only(Names.notice).flatMap({ UniqueID($0) }),
            let notice = try await notices(stay).first(where: { $0.id == id })
        else { return .trouble(.notFound) }
        guard form.only(Names.gesture) == "ouvrir" else {
            let visit = try await visit(stay, nil)
            defer { service.leave(visit) }
            try await service.dismissCareNotice(id, visit)
            return .see(Paths.patients)
        }
        guard let ins = notice.identifiers.first else { return .page(NoRecordPage(), status: .notFound) }
        let chart: Chart
        switch try await look(for: ins, stay) {
        case .nothing: return .page(NoRecordPage(), status: .notFound)
        case .shut(let shut): return .page(ClosedRecordPage(shut: shut), status: .conflict)
        case .open(let found): chart = found
        }
        switch notice.matter {
        case .justificationAsked(let access): return .see(Paths.justification(chart.handle, access))
        case .announcementDue, .announcementWaits: return .see(Paths.chart(chart.handle, .announce))
        case .rectificationAsked(let request): return .see(Paths.rectification(chart.handle, request))
        case .patientEmergency: return .see(Paths.chart(chart.handle, .history))
        }
    }
}
