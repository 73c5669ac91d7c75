package com.skytill.auth.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses a client may have codes sent to (RFC 6749 §3.1.2, RFC 9700 §4.1, RFC 8252 §7): such that nobody else reads
 * them on the way, and no browser runs them.
 */
public final class RedirectUrls {

    private static final int MOST_CHARACTERS = 500;
    private static final int LAST_PORT = 65_535;
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    // A domain of the app's author, backwards; what browsers run or open themselves (javascript, data, file) has no
    // dot.
    private static final Pattern PRIVATE_SCHEME = Pattern.compile("[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+");

    private RedirectUrls() {}

    /** What is wrong with the address, in words that go after its name: {@code must be …}. */
    public static Optional<String> fault(String address) {
        if (address.length() > MOST_CHARACTERS) {
            return Optional.of("must have at most " + MOST_CHARACTERS + " characters");
        }
        if (!VISIBLE_ASCII.matcher(address).matches()) {
            return Optional.of("must be of visible ASCII characters, without spaces");
        }
        try {
            return fault(new URI(address));
        } catch (URISyntaxException malformed) {
            return Optional.of("must be a URL");
        }
    }

    private static Optional<String> fault(URI url) {
        if (!url.isAbsolute() || url.isOpaque()) {
            return Optional.of("must be an absolute URL, like https://till.example/callback");
        }
        if (url.getRawFragment() != null) {
            return Optional.of("must have no fragment");
        }
        if (url.getRawUserInfo() != null || hasUserInfo(url.getRawAuthority())) {
            return Optional.of("must have no user information");
        }
        return switch (url.getScheme()) {
            case "https" -> hostFault(url);
            case "http" ->
                LOOPBACK.contains(String.valueOf(url.getHost()))
                        ? hostFault(url)
                        : Optional.of("must be https, unless it is of this very machine (127.0.0.1, [::1], localhost)");
            default ->
                PRIVATE_SCHEME.matcher(url.getScheme()).matches()
                        // What stands there goes into a header of the sign-in page.
                        ? Optional.of("must name a host, or nothing, before its path")
                                .filter(ignored -> url.getRawAuthority() != null && url.getHost() == null)
                        : Optional.of(
                                "must be https, or of an app's own scheme with a dot, like com.example.app:/callback");
        };
    }

    private static boolean hasUserInfo(String authority) {
        return authority != null && authority.contains("@");
    }

    private static Optional<String> hostFault(URI url) {
        boolean named = url.getHost() != null && url.getPort() != 0 && url.getPort() <= LAST_PORT;
        return named ? Optional.empty() : Optional.of("must name a host");
    }
}
