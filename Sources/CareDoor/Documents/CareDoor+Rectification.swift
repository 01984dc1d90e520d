import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// The author reads what a patient asks him to put right, and answers (access and life cycle § 3.6).
extension CareDoor {
    func rectificationForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let page = page(try await waiting(turn, now), now) else { return .trouble(.notFound, handle: now.handle) }
        return .page(page)
    }

    /// What is asked of him is the author's to see; the document itself, only with leave to read.
    private func page(_ request: HolderRequest?, _ now: Consultation) -> RectificationPage? {
        guard let request, let asked = request.rectification else { return nil }
        return RectificationPage(
            handle: now.handle,
            request: request.id,
            asked: asked,
            at: request.at,
            isThere: now.chart.standing == .valid
        )
    }

    private func waiting(_ turn: Turn, _ now: Consultation) async throws -> HolderRequest? {
        do {
            return try await service.rectifications(now.visit).first { $0.id == turn.document }
        } catch ServiceError.conflict {
            return nil
        } catch {
            throw error
        }
    }

    func answerRectification(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        guard let request = try await waiting(turn, now), var page = page(request, now) else {
            return .trouble(.notFound, handle: now.handle)
        }
        page.choice = form.only(Names.choice).flatMap(RectificationPage.Choice.init)
        page.reason = form.text(Names.reason)
        let answer: RectificationAnswer
        switch page.choice {
        case .done: answer = .rectified
        case .refuse where page.reason.saysSomething(within: Rectification.mostText):
            answer = .refused(reason: page.reason)
        case .refuse:
            page.faults = [FieldFault(Names.reason, CareRectificationText.reasonFault.phrase)]
            return .page(page, status: .unprocessableContent)
        case nil:
            page.faults = [FieldFault(Names.choice, CareRectificationText.answerFault.phrase)]
            return .page(page, status: .unprocessableContent)
        }
        do {
            try await service.answerRectification(request, answer, now.visit)
        } catch ServiceError.conflict("notReplaced") {
            page.faults = [FieldFault(Names.choice, CareRectificationText.notReplaced.phrase)]
            return .page(page, status: .conflict)
        } catch {
            throw error
        }
        return .see(Paths.patients + "?\(Names.done)=rectification")
    }
}
