import ServerKit
import Testing

@Suite struct BodyBudgetTests {
    @Test(arguments: [(99, true), (100, true), (101, false)])
    func givesUpToItsLimit(bytes: Int, isGiven: Bool) {
        let budget = BodyBudget(bytes: 100)
        let share = budget.share()
        if isGiven {
            #expect(throws: Never.self) { try share.take(bytes) }
            #expect(budget.bytes == bytes)
        } else {
            #expect(throws: BodyBudgetSpent.self) { try share.take(bytes) }
            #expect(budget.bytes == 0)
        }
        withExtendedLifetime(share) {}
    }

    @Test func sharesAreOfOneBudgetAndGiveBackWhenTheyEnd() throws {
        let budget = BodyBudget(bytes: 100)
        let first = budget.share()
        try first.take(60)
        do {
            let second = budget.share()
            try second.take(40)
            #expect(throws: BodyBudgetSpent.self) { try second.take(1) }
            withExtendedLifetime(second) {}
        }
        #expect(budget.bytes == 60)
        try first.take(40)
        withExtendedLifetime(first) {}
    }

    @Test func anAbsurdNumberIsRefused() {
        let share = BodyBudget(bytes: 10).share()
        #expect(throws: BodyBudgetSpent.self) { try share.take(.max) }
    }
}
