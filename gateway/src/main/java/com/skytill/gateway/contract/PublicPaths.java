package com.skytill.gateway.contract;

import com.skytill.gateway.text.Alphabet;

/** Which addresses of the services the public reaches; all others stay inside. */
public final class PublicPaths {

    private static final Alphabet PLAIN = Alphabet.lettersDigitsAnd("/-_.~");

    private PublicPaths() {}

    /** Whether that raw path is served at all, by operation or straight from auth-service. */
    static boolean contains(String path) {
        return OperationReader.isOperation(path) || isAuth(path);
    }

    /**
     * Whether that raw path goes to auth-service as it is. Only plain segments do: what would have to be decoded or
     * resolved (percent signs, dot segments, empty segments, matrix parameters) could mean another path over there.
     */
    public static boolean isAuth(String path) {
        return (path.startsWith("/oauth/") || path.startsWith("/.well-known/") || path.equals("/sso")) && isPlain(path);
    }

    private static boolean isPlain(String path) {
        return PLAIN.spells(path)
                && !path.contains("//")
                && !path.contains("/./")
                && !path.contains("/../")
                && !path.endsWith("/.")
                && !path.endsWith("/..");
    }
}
