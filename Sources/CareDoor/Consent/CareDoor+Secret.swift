import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 19: a minor's secret connection (CSP L1111-5; R1111-50).
extension CareDoor {
    func secretForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard offersSecrecy(now.chart, on: now.today) else {
            return .trouble(.notFound, handle: now.handle)
        }
        return .page(SecretPage(handle: now.handle, isOpen: now.chart.isSecret))
    }

    func changeSecrecy(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard offersSecrecy(now.chart, on: now.today) else {
            return .trouble(.notFound, handle: now.handle)
        }
        var next = chart(
            of: now.chart.ins,
            in: now.chart.record,
            now.chart.traits,
            standing: now.chart.standing,
            isTreating: now.chart.isTreating,
            isSecret: !now.chart.isSecret,
            previousAccess: now.chart.previousAccess,
            now.stay
        )
        next.policySet = now.chart.policySet
        // What follows is decided as secret by the custodian, and must be let happen before it is shown.
        let visit = try await visit(now.stay, next)
        defer { service.leave(visit) }
        _ = try await service.list(visit)
        charts.close(now.handle, in: now.stay.cookie)
        charts.open(next, in: now.stay.cookie)
        return .see(Paths.chart(next.handle))
    }
}
