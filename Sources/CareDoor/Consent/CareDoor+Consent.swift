import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Pages 5 and 6: the patient's consent, and what the law lets without it.
extension CareDoor {
    func consentForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        now.chart.standing == .valid ? .see(Paths.chart(now.handle)) : .page(consentPage(now))
    }

    private func consentPage(_ now: Consultation, isUnproved: Bool = false) -> ConsentPage {
        ConsentPage(
            handle: now.handle,
            traits: now.chart.traits,
            standing: now.chart.standing,
            canBeTreating: now.ways.acts.contains(.declareTreatingPhysician),
            mayAsk: now.mayStateConsent,
            reach: LeaveReach(now.ways),
            offersFiling: now.offersFiling,
            isDesk: now.stay.isDesk,
            offersOtherWays: now.chart.bounds == nil,
            offersEmergency: !kinds(now).isEmpty,
            offersRegulation: kinds(now).contains(.regulation),
            matricule: now.chart.ins,
            leaveWouldEnd: now.chart.leaveWouldEnd,
            others: now.stay.isDesk ? [] : ConsentFor.allCases.filter(statesForOthers(now).contains),
            needsPresence: needsPresence(now.chart),
            isProved: isProved(now.chart),
            isSecret: now.chart.isSecret,
            offersSecret: !now.chart.isSecret && now.mayStateConsent && offersSecrecy(now.chart, on: now.today),
            faults: isUnproved ? [FieldFault(Names.asked, CarePresenceText.missing.phrase)] : []
        )
    }

    func consent(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        let asTreating = form.isTicked(Names.treating) && now.ways.acts.contains(.declareTreatingPhysician)
        let whom = form.only(Names.whom).flatMap(ConsentFor.init) ?? .me
        do {
            _ = try await service.setAuthorisation(.add(asTreatingPhysician: asTreating), now.visit)
        } catch .refused(let refusal) where refusal.code == DenialCode.consentRequired.rawValue {
            // Nobody has proved yet that the patient is there; the next step stands on the same page.
            return .page(consentPage(now, isUnproved: true), status: .forbidden)
        } catch {
            throw error
        }
        var chart = now.chart
        chart.standing = .valid
        chart.isTreating = chart.isTreating || asTreating
        charts.open(chart, in: now.stay.cookie)
        return switch whom {
        case .team where statesForOthers(now).contains(.team): .see(Paths.newTeam(now.handle))
        case .colleague where statesForOthers(now).contains(.colleague): .see(Paths.colleague(now.handle))
        default:
            .see(now.chart.wanted?.path(now.handle) ?? Paths.chart(now.handle) + "?\(Names.done)=accord")
        }
    }

    private func isProved(_ chart: Chart) -> Bool {
        if case .proved = chart.presence { true } else { false }
    }

    func emergencyForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let kinds = kinds(now)
        // Whom his profession, or the patient, keeps out is told so on the page of the consent.
        guard !kinds.isEmpty || (now.mayStateConsent && !emergencies(of: now.chart).contains(.breakGlass)) else {
            return .see(Paths.chart(now.handle, .consent))
        }
        let asked = EmergencyKind(rawValue: turn.asked(Names.kind))
        return .page(
            EmergencyPage(
                handle: now.handle,
                name: now.chart.traits.name.spoken,
                kinds: kinds,
                offered: emergencies(of: now.chart),
                kind: asked.flatMap { kinds.contains($0) ? $0 : nil } ?? (kinds.count == 1 ? kinds.first : nil)
            )
        )
    }

    /// The ways without consent that lead anywhere, by the judgement that they will meet; what the patient objects to is
    /// answered when it is tried.
    private func kinds(_ now: Consultation) -> [EmergencyKind] {
        EmergencyKind.allCases.filter { kind in
            switch kind {
            case .glass: now.ways.emergencies.contains(.breakGlass)
            case .regulation: now.ways.emergencies.contains(.regulation)
            }
        }
    }

    func emergency(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        let kind = form.only(Names.kind).flatMap(EmergencyKind.init)
        let reason = form.text(Names.reason)
        var faults: [FieldFault] = []
        if kind == nil { faults.append(FieldFault(Names.kind, CareEmergencyText.kindFault.phrase)) }
        if kind == .glass, !(3...500).contains(reason.count) {
            faults.append(FieldFault(Names.reason, CareEmergencyText.reasonFault.phrase))
        }
        guard faults.isEmpty, let kind else {
            return .page(
                EmergencyPage(
                    handle: now.handle,
                    name: now.chart.traits.name.spoken,
                    kinds: kinds(now),
                    offered: emergencies(of: now.chart),
                    kind: kind,
                    reason: reason,
                    faults: faults
                ),
                status: .unprocessableContent
            )
        }
        let mode: AccessMode = kind == .glass ? .breakGlass(reason: reason) : .regulation
        var chart = chart(now.chart, mode: mode, now.stay)
        // Nothing is shown of the mode before the custodian has let it happen.
        let visit = try await visit(now.stay, chart)
        defer { service.leave(visit) }
        chart.emergencyEnds = try await service.list(visit).emergencyEnds
        charts.open(chart, in: now.stay.cookie)
        return .see(Paths.chart(chart.handle))
    }

    func leaveForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        .page(
            LeavePage(
                handle: now.handle,
                isEmergency: now.chart.mode != .normal,
                endsSecrecy: now.chart.isSecret && now.chart.bounds == nil
            )
        )
    }

    func leave(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        // There is nothing else to go to.
        if now.stay.session.bounds != nil { return try await signOut(turn, now.stay, form) }
        charts.close(now.handle, in: now.stay.cookie)
        return .see(Paths.patients)
    }
}

/// Which emergency; the raw value stands in the form.
enum EmergencyKind: String, CaseIterable, Sendable {
    case glass = "bris-de-glace"
    case regulation = "centre-15"
}
