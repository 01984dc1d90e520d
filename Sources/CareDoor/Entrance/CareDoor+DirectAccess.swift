import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit

/// The addresses that a professional's software opens (TD0.9, PDT-INF-527): to the card, the situation, the patient, the consent
/// where it is missing, and then to the page that was asked for. Every step is the one of the site's own pages.
extension CareDoor {
    var directTable: [Route] {
        DirectAccess.ofPatient.map { page in
            Route(.get, Paths.direct(page) + "/{ins}", .anyone { turn in try await arrive(turn, page) })
        }
            + [DirectAccess.dashboard, .settings].map { page in
                Route(.get, Paths.direct(page), .anyone { turn in try await arrive(turn, page) })
            } + [Route(.get, Paths.arrival("{name}"), .anyone(goOn))]
    }

    /// The address of the software; what it says goes into the door's memory, and no further in an address.
    private func arrive(_ turn: Turn, _ page: DirectAccess) async throws -> Answer {
        // The situation is chosen with the card alone, signed in or not.
        if page == .settings { return .see(Paths.situation) }
        let named = turn.parameters.get("ins")
        if page == .dashboard, named == nil { return .see(try await isSignedIn(turn) ? Paths.patients : Paths.home) }
        // The page of the card says what is missing; an address with a matricule shows none.
        guard let certificate = turn.certificate, try await isInForce(certificate) else { return .see(Paths.home) }
        let name = newID().text
        let arrival = Arrival(page: page, ins: named.flatMap { INSEntry.read(String($0.prefix(64)), settings.domain) })
        arrivals.keep(arrival, as: name, forCard: certificate, now: clock())
        return .see(Paths.arrival(name))
    }

    private func isInForce(_ certificate: [UInt8]) async throws -> Bool {
        do {
            _ = try await service.holder(ofCard: certificate)
            return true
        } catch .evidence {
            return false
        } catch {
            throw error
        }
    }

    /// The arrival goes on with a session, or waits until there is one.
    private func goOn(_ turn: Turn) async throws -> Answer {
        let now = clock()
        guard let name = turn.parameters.get("name"), let certificate = turn.certificate,
            arrivals.holds(name, forCard: certificate, now: now)
        else { return .see(try await isSignedIn(turn) ? Paths.patients : Paths.home) }
        let stay: Stay?
        do {
            stay = try await self.stay(turn)
        } catch ServiceError.evidence {
            stay = nil
        } catch {
            throw error
        }
        guard let stay, stay.session.bounds == nil else {
            return try await cardPage(turn, situations: false, arrival: name)
        }
        guard let arrival = arrivals.take(name, forCard: certificate, now: now) else { return .see(Paths.patients) }
        return try await land(arrival, stay)
    }

    private func land(_ arrival: Arrival, _ stay: Stay) async throws -> Answer {
        if let wait = tooMany(stay) { return wait }
        // Unknown, refused, no matricule at all: one answer, as for a search typed in.
        let found = try await settings.searchFloor.hold(when: \.isNothing) { () async throws -> Finding in
            guard let ins = arrival.ins else { return .nothing }
            return try await look(for: ins, stay)
        }
        switch found {
        case .nothing:
            return arrival.page == .dashboard
                ? .see(Paths.patients + "?\(Names.found)=\(Names.nobody)")
                : .page(NoRecordPage(), status: .notFound)
        case .shut(let shut): return .page(ClosedRecordPage(shut: shut), status: .conflict)
        case .open(let chart): return show(arrival, chart, stay)
        }
    }

    private func show(_ arrival: Arrival, _ found: Chart, _ stay: Stay) -> Answer {
        guard arrival.page != .dashboard else { return .see(Paths.patients + "?\(Names.found)=\(found.handle)") }
        var chart = found
        if stay.isDesk { return .see(Paths.chart(chart.handle)) }
        if chart.standing != .valid, let running = charts.emergency(of: chart.record, in: stay.cookie, now: stay.now) {
            return .see(Paths.chart(running.handle))
        }
        guard chart.standing == .valid else {
            chart.wanted = arrival.page
            charts.open(chart, in: stay.cookie)
            return .see(Paths.chart(chart.handle, .consent))
        }
        return .see(arrival.page.path(chart.handle) ?? Paths.patients)
    }
}
