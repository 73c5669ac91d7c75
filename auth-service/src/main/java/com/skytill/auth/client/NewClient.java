package com.skytill.auth.client;

import com.skytill.platform.parameter.ParameterReader;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An OAuth client as it is asked for.
 *
 * @param username whose it is to be; null for the caller's own
 */
record NewClient(
        List<String> redirectUrls, String name, boolean confidential, String idTokenAlgorithm, String username) {

    private static final int MOST_ADDRESSES = 10;
    private static final int MOST_CHARACTERS = 5100;
    private static final Pattern ALGORITHM = Pattern.compile("(RS256|ES256)");

    NewClient {
        redirectUrls = List.copyOf(redirectUrls);
        name = name == null && !redirectUrls.isEmpty() ? nameOf(redirectUrls.getFirst()) : name;
    }

    static NewClient read(ParameterReader in) {
        return new NewClient(
                redirectUrls(in),
                in.text("name", "What users know it by; the host of its first redirect_url when absent")
                        .max(100)
                        .optional(),
                in.flag("confidential", "Whether it can keep a secret; one that can't, an app or a page, gets none")
                        .orElse(true),
                in.text("id_token_signed_response_alg", "What its ID tokens are signed with: RS256 or ES256")
                        .matching(ALGORITHM, "must be RS256 or ES256")
                        .orElse("RS256"),
                in.text("username", "Whose client it is to be; another user's needs system_write")
                        .max(100)
                        .optional());
    }

    private static List<String> redirectUrls(ParameterReader in) {
        String given = in.text(
                        "redirect_url",
                        "Where users are sent back to: up to 10 URLs, separated by spaces; https, or http of this very"
                                + " machine, or an app's own scheme with a dot; compared letter by letter")
                .max(MOST_CHARACTERS)
                .example("https://till.example/callback")
                .mandatory();
        var addresses = given == null
                ? List.<String>of()
                : Arrays.stream(given.split(" +")).distinct().toList();
        if (addresses.size() > MOST_ADDRESSES) {
            in.refuse("redirect_url", "must be at most " + MOST_ADDRESSES + " URLs");
        }
        boolean faulty = false;
        for (var address : addresses) {
            var fault = RedirectUrls.fault(address);
            if (fault.isPresent()) {
                faulty = true;
                in.refuse("redirect_url", fault.get());
            }
        }
        return faulty ? List.of() : addresses;
    }

    private static String nameOf(String address) {
        var url = URI.create(address);
        return url.getHost() == null ? url.getScheme() : url.getHost().toLowerCase(Locale.ROOT);
    }
}
