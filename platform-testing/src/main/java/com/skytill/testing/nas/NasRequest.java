package com.skytill.testing.nas;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A request that the NAS double was sent.
 *
 * @param code 40 for Disconnect-Request, 43 for CoA-Request
 * @param signed whether its authenticator and its Message-Authenticator are right
 * @param hex all of its bytes
 */
public record NasRequest(int code, int identifier, boolean signed, List<Attribute> attributes, String hex) {

    /**
     * An attribute.
     *
     * @param hex its value's bytes
     */
    public record Attribute(int type, String hex) {}

    public NasRequest {
        attributes = List.copyOf(attributes);
    }

    /** The first attribute of that type, as text. */
    public Optional<String> text(int type) {
        return attributes.stream()
                .filter(attribute -> attribute.type() == type)
                .findFirst()
                .map(attribute -> new String(HexFormat.of().parseHex(attribute.hex()), StandardCharsets.UTF_8));
    }

    /** Acct-Session-Id: which session it is about. */
    public String session() {
        return text(44).orElse("");
    }
}
