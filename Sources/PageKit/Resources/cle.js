// Hands a question of the portal to the browser's passkeys, and the answer back in a form. It asks nobody else, keeps
// nothing, and without it the page says how to go on.
"use strict";
(function () {
  var form = document.getElementById("formulaire-cle");
  var absent = document.getElementById("cle-absente");
  if (!form || !absent || !window.PublicKeyCredential || !navigator.credentials) return;

  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (character) { return character.charCodeAt(0); });
  }
  function text(buffer) {
    var plain = "";
    new Uint8Array(buffer).forEach(function (byte) { plain += String.fromCharCode(byte); });
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  }
  function keys() {
    return (form.dataset.keys || "").split(" ").filter(Boolean).map(function (id) {
      return { type: "public-key", id: bytes(id) };
    });
  }
  function fill(name, buffer) { form.elements.namedItem(name).value = buffer ? text(buffer) : ""; }
  function say(name) {
    ["cle-echec", "cle-deja"].forEach(function (id) {
      var line = document.getElementById(id);
      if (line) line.hidden = id !== name;
    });
  }

  function create() {
    return navigator.credentials.create({ publicKey: {
      rp: { id: form.dataset.party, name: "DMP" },
      user: { id: bytes(form.dataset.user), name: form.dataset.label, displayName: form.dataset.label },
      challenge: bytes(form.dataset.challenge),
      pubKeyCredParams: [{ type: "public-key", alg: -7 }],
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      excludeCredentials: keys(), attestation: "none", timeout: 300000
    } }).then(function (made) {
      fill("cle-publique", made.response.getPublicKey());
      fill("authentificateur", made.response.getAuthenticatorData());
      return made;
    });
  }
  function get() {
    return navigator.credentials.get({ publicKey: {
      rpId: form.dataset.party, challenge: bytes(form.dataset.challenge), allowCredentials: keys(),
      userVerification: "required", timeout: 300000
    } }).then(function (answer) {
      fill("authentificateur", answer.response.authenticatorData);
      fill("signature", answer.response.signature);
      fill("compte", answer.response.userHandle);
      return answer;
    });
  }

  absent.hidden = true;
  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    say("");
    (form.dataset.kind === "create" ? create() : get()).then(function (credential) {
      fill("cle", credential.rawId);
      fill("client", credential.response.clientDataJSON);
      form.submit();
    }).catch(function (error) {
      say(error && error.name === "InvalidStateError" ? "cle-deja" : "cle-echec");
    });
  });
})();
