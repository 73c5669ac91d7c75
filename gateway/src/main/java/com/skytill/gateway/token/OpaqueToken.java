package com.skytill.gateway.token;

import com.skytill.gateway.answer.Refusal;
import com.skytill.gateway.text.Alphabet;

/**
 * An access token as a caller showed it. It never prints itself, so that no log, trace or message can.
 *
 * @param value the secret itself: for auth-service only
 */
public record OpaqueToken(String value) {

    // A token of ours has 46 characters; the rest is room for another provider's.
    // A signed token of another provider's with many roles; within what headers may have.
    private static final int LONGEST = 8192;
    private static final Alphabet B64TOKEN = Alphabet.lettersDigitsAnd("-._~+/=");

    /** The token in that text; refused as invalid when the text is no b64token (RFC 6750 §2.1). */
    public static OpaqueToken of(String text) {
        if (!isToken(text)) {
            throw Refusal.invalidToken("The access token is malformed");
        }
        return new OpaqueToken(text);
    }

    private static boolean isToken(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && B64TOKEN.spells(text);
    }

    @Override
    public String toString() {
        return "OpaqueToken[…]";
    }
}
