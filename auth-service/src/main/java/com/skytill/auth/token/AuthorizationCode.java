package com.skytill.auth.token;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * A code that a client turns into a token, once, within a minute (RFC 6749 §4.1.2), bound to the client, the address that it
 * was sent to, and the challenge (RFC 7636).
 *
 * @param codeChallenge null when a confidential client did without
 * @param nonce from the request, for the ID token; may be null
 * @param signedInAt when the user proved who they are
 */
public record AuthorizationCode(
        String clientId,
        long userId,
        String redirectUrl,
        String codeChallenge,
        String scope,
        String nonce,
        Instant signedInAt,
        Instant expiresAt) {

    /** Whether it may be turned into a token now, by who shows that address and verifier. */
    boolean admits(String shownRedirectUrl, CodeVerifier verifier, Instant now) {
        return expiresAt.isAfter(now) && redirectUrl.equals(shownRedirectUrl) && answers(verifier);
    }

    /** A verifier without a challenge is refused too: somebody took the challenge away (RFC 9700 §2.1.1). */
    private boolean answers(CodeVerifier verifier) {
        if (codeChallenge == null || verifier == null) {
            return codeChallenge == null && verifier == null;
        }
        var computed = CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
        return MessageDigest.isEqual(
                computed.getBytes(StandardCharsets.US_ASCII), codeChallenge.getBytes(StandardCharsets.US_ASCII));
    }
}
