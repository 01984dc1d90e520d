import DurableSQL
import HealthRecord

/// The way of news after the commit of what they tell of (R1111-48: at once; no care waits for a carrier).
extension Custodian {
    /// Sends news as they become true, until the task is cancelled; what waits then stays for the next start.
    ///
    /// It leaves at least once: where the process ends between a carrier's word and its being kept, the same message goes
    /// again.
    public func carryNews() async {
        let wakes = newsDesk.wakes()
        _ = try? await ledger.commit { try $0.hurryNews() }
        newsDesk.wake()
        await withDiscardingTaskGroup { group in
            group.addTask {
                // What was put off comes due by the clock alone.
                while (try? await Task.sleep(for: .seconds(1))) != nil { self.newsDesk.wake() }
            }
            for await _ in wakes {
                for news in (try? await newsToSend()) ?? [] {
                    group.addTask {
                        // What could not be written down waits for the clock: a carrier is not called in a circle.
                        if await self.send(news) { self.newsDesk.wake() }
                    }
                }
            }
        }
    }

    /// Sends what is due, one after the other in the order in which it became true, and answers when nothing is due or under
    /// way any more.
    public func settleNews() async throws(CustodyError) {
        while true {
            guard ledger.database.isOpen, !Task.isCancelled else { throw .unavailable }
            let now = clock()
            let due = try await ledger.read { try WaitingNews.due(now: now, in: $0) }
            if due.isEmpty, newsDesk.isIdle { return }
            var hasSent = false
            for news in due where newsDesk.take(news.turn) {
                hasSent = await send(news) || hasSent
            }
            // Somebody else sends, or nothing can be written down for the moment.
            if !hasSent { try? await Task.sleep(for: .milliseconds(5)) }
        }
    }

    /// What may leave now; its turns are taken.
    private func newsToSend() async throws(CustodyError) -> [WaitingNews] {
        // What cannot be forgotten when it has left is not sent.
        guard ledger.database.isOpen else { return [] }
        let now = clock()
        var chosen: [WaitingNews] = []
        for lane in News.Lane.allCases {
            let due = try await ledger.read { try WaitingNews.due(lane, now: now, in: $0) }
            chosen += due.filter { newsDesk.take($0.turn) }
        }
        return chosen
    }

    /// Sends one piece of news whose turn is taken, and gives the turn back.
    ///
    /// - Returns: whether what became of it is written down.
    private func send(_ news: WaitingNews) async -> Bool {
        defer { newsDesk.giveBack(news.turn) }
        if !newsDesk.wasTaken(news.place) {
            do {
                switch try await ledger.commit({ try self.fate(of: news, in: &$0) }).value {
                case .gone: return false
                case .withheld:
                    settings.newsLost(.withheld)
                    return true
                case .leaves(let told):
                    if let outgoing = try await outgoing(told) { try await deliver(outgoing) }
                }
            } catch {
                return await putOff(news)
            }
            newsDesk.setTaken(news.place)
        }
        do {
            _ = try await ledger.commit { try $0.dropNews(news) }
            newsDesk.forget(news.place)
            return true
        } catch {
            // The message is out; the next turn tries again to forget it.
            return false
        }
    }

    private func putOff(_ news: WaitingNews) async -> Bool {
        do {
            if let loss = try await ledger.commit({ try $0.putOffNews(news) }).value { settings.newsLost(loss) }
            return true
        } catch {
            return false
        }
    }

    /// The message, with its way; nil where there is no way to the reader.
    private func outgoing(_ news: News) async throws -> OutgoingNotice? {
        switch news.reader {
        case .known(let channel, let name, let ins):
            return OutgoingNotice(channel: channel, recipient: name, ins: ins, notice: news.notice, at: news.at)
        case .acting(let ins, let preferred):
            guard let person = try await person(of: ins),
                let channel = preferred.flatMap(person.channel) ?? person.channel(.email) ?? person.channel(.sms)
            else { return nil }
            return OutgoingNotice(
                channel: channel,
                recipient: person.name,
                ins: person.ins,
                notice: news.notice,
                at: news.at
            )
        case .professional(let physician):
            guard let contact = try await settings.careContact(physician) else { return nil }
            return OutgoingNotice(
                channel: contact.mailbox.channel,
                recipient: contact.name,
                ins: nil,
                notice: news.notice,
                at: news.at
            )
        }
    }
}
