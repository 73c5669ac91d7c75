package com.skytill.gateway.access;

/** How much of an address that is no operation may stand in a log. */
final class LoggedPath {

    private static final int LONGEST = 100;

    private LoggedPath() {}

    /**
     * The path, when it is written as ours are: in small letters, digits and a few signs. Anything else may be a token
     * that slid into the path, and is left out (null).
     */
    static String of(String path) {
        if (path == null || path.isEmpty() || path.length() > LONGEST) {
            return null;
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "/-_.".indexOf(c) >= 0;
            if (!plain) {
                return null;
            }
        }
        return path;
    }
}
