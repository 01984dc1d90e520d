import HTTPTypes

/// The routes of code applications, passkeys and names of one's own.
extension PortalDoor {
    var keyTable: [Route] {
        [
            Route(.get, Paths.newSecret, .anyone(newSecretForm)),
            Route(.post, Paths.newSecret, .form(chooseNewSecret)),
            Route(.get, Paths.newSecretKept, .anyone(newSecretKept)),
            Route(.get, Paths.lostWay, .anyone(lostWayForm)),
            Route(.post, Paths.lostWay, .form(beginLostWay)),
            Route(.post, Paths.lostWayProofs, .form(completeLostWay)),
            Route(.get, Paths.lostWayKept, .anyone(lostWayKept)),
            Route(.get, Paths.ownName, .holder(ownNameForm)),
            Route(.post, Paths.ownName, .holderForm(chooseOwnName)),
            Route(.post, Paths.ownNameRemoval, .holderForm(dropOwnName)),
            Route(.get, Paths.codeApp, .holder(codeAppForm)),
            Route(.post, Paths.codeApp, .holderForm(offerCodeApp)),
            Route(.post, Paths.codeAppCode, .holderForm(confirmCodeApp)),
            Route(.get, Paths.codeAppRemoval, .holder(removeCodeAppForm)),
            Route(.post, Paths.codeAppRemoval, .holderForm(removeCodeApp)),
            Route(.get, Paths.passkey, .holder(passkeyForm)),
            Route(.post, Paths.passkey, .holderForm(beginPasskey)),
            Route(.post, Paths.passkeyMade, .holderForm(addPasskey)),
            Route(.get, Paths.passkeyRemoval, .holder(removePasskeyForm)),
            Route(.post, Paths.passkeyRemoval, .holderForm(removePasskey)),
            Route(.post, Paths.passkeySignIn, .form(passkeySignIn)),
            Route(.post, Paths.passkeySignInAnswer, .form(completePasskeySignIn)),
            Route(.post, Paths.passkeyStepUp, .holderForm(passkeyStepUp)),
            Route(.post, Paths.passkeyStepUpAnswer, .holderForm(completePasskeyStepUp)),
        ]
    }
}
