import Custody
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
        return .page(
            SecretPage(handle: now.handle, isOpen: now.chart.isSecret, back: entry(to: now.chart, now.stay))
        )
    }

    /// Opens the connection, or closes it: before the consent, which is then stated in secret, as well as after.
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
        // What follows is decided as secret by the custodian, and must be let happen before it is shown.
        let visit = try await visit(now.stay, next)
        defer { service.leave(visit) }
        guard let standing = try await service.standing(visit)?.standing else {
            return .trouble(.notFound, handle: now.handle)
        }
        next.standing = standing.authorisation
        next.isTreating = standing.isTreatingPhysician
        next.leaveWouldEnd = standing.leaveWouldEnd
        next.policySet = standing.policySet
        next.presence = now.chart.presence
        next.wanted = now.chart.wanted
        charts.close(now.handle, in: now.stay.cookie)
        charts.open(next, in: now.stay.cookie)
        return .see(entry(to: next, now.stay))
    }

    /// The first page of a record for whoever may read it, else the consent.
    private func entry(to chart: Chart, _ stay: Stay) -> String {
        chart.standing == .valid || stay.isDesk ? Paths.chart(chart.handle) : Paths.chart(chart.handle, .consent)
    }
}
