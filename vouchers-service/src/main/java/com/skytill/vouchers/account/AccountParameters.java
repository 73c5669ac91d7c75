package com.skytill.vouchers.account;

import com.skytill.platform.parameter.NumberParameter;
import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** What may be said of a data account, the same when it is added and changed. */
final class AccountParameters {

    private static final int LEAST_PASSWORD = 8;

    /** What a User-Password carries (RFC 2865 §5.2). */
    private static final int MOST_PASSWORD = 128;

    private AccountParameters() {}

    static Parameter<String> username(ParameterReader in, String name, String text) {
        return in.text(name, text)
                .max(Username.MOST)
                .matching(
                        Username.FORM,
                        "must be letters, digits, points, dashes, underscores and plus signs, perhaps with an @realm")
                .example("thandi@wisp.example");
    }

    /** A password that somebody chose, exactly as it was given: a router sends each of its spaces too. */
    static Parameter<String> password(ParameterReader in, String text) {
        return in.file("password", text + "; at least 8 characters, at most 128 bytes as UTF-8, no spaces at its ends")
                .min(LEAST_PASSWORD)
                .max(MOST_PASSWORD)
                .which(
                        password -> password.chars().noneMatch(Character::isISOControl),
                        "must not contain control characters")
                .which(password -> password.equals(password.strip()), "must not begin or end with a space")
                .which(
                        password -> password.getBytes(StandardCharsets.UTF_8).length <= MOST_PASSWORD,
                        "must have at most " + MOST_PASSWORD + " bytes as UTF-8")
                .secret()
                .example("correct horse battery staple");
    }

    static boolean isUsername(String password, String username) {
        return password != null && password.equalsIgnoreCase(username);
    }

    static Parameter<String> product(ParameterReader in, String text) {
        return in.text("product_id", text).max(50).example("HOME-20");
    }

    static Parameter<String> customer(ParameterReader in, String text) {
        return in.text("customer_id", text).max(20).example("PIE001");
    }

    static Parameter<String> staticIp(ParameterReader in, String text) {
        return in.text("static_ip", text).max(45).as(StaticAddress::canonical).example("192.0.2.17");
    }

    static Parameter<String> comment(ParameterReader in) {
        return in.lines("comment", "For staff").max(500);
    }

    static NumberParameter<BigDecimal> price(ParameterReader in) {
        return in.money("price", "What is agreed for it a month, when not the product's price; VAT included");
    }
}
