package com.skytill.e2e.radius;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.local.radius.RadiusAnswer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A hotspot router that logs one device in and reports its session. */
final class TestRouter {

    private static final long MASK_32 = 0xffff_ffffL;

    private final RunningSuite suite;
    private final String identifier;
    private final String code;
    private final String device;
    private final String sessionId = UUID.randomUUID().toString();
    private String reference = "";

    /**
     * A router and a guest's device.
     *
     * @param identifier the router's NAS-Identifier
     * @param code what the guest types
     * @param device the device's address
     */
    TestRouter(RunningSuite suite, String identifier, String code, String device) {
        this.suite = suite;
        this.identifier = identifier;
        this.code = code;
        this.device = device;
    }

    TestRouter(RunningSuite suite, String code) {
        this(suite, "e2e-no-hotspot", code, "02-00-5E-10-00-01");
    }

    String sessionId() {
        return sessionId;
    }

    RadiusAnswer pap() throws IOException, InterruptedException {
        return pap(code);
    }

    RadiusAnswer pap(String password) throws IOException, InterruptedException {
        return login("User-Password = \"" + password + "\"");
    }

    RadiusAnswer chap() throws IOException, InterruptedException {
        return login("CHAP-Password = \"" + code + "\"");
    }

    void start() throws IOException, InterruptedException {
        account("Start");
    }

    void interim(long seconds, long uploaded, long downloaded) throws IOException, InterruptedException {
        account("Interim-Update", counters(seconds, uploaded, downloaded));
    }

    void stop(long seconds, long uploaded, long downloaded) throws IOException, InterruptedException {
        account("Stop", counters(seconds, uploaded, downloaded));
    }

    /** Reports anything; what is not acknowledged fails the test. */
    void account(String status, String... more) throws IOException, InterruptedException {
        var attributes = attributes();
        attributes.add("Acct-Status-Type = " + status);
        attributes.add("Acct-Session-Id = \"" + sessionId + "\"");
        if (!reference.isEmpty()) {
            attributes.add("Class = " + reference);
        }
        attributes.addAll(List.of(more));
        var answer = suite.radius().account(attributes);
        if (!answer.isAccountingResponse()) {
            throw new AssertionError(answer.output());
        }
    }

    /** RADIUS counts in 32 bits; Gigawords are the rest (RFC 2869 §5.1). */
    static String[] counters(long seconds, long uploaded, long downloaded) {
        return new String[] {
            "Acct-Session-Time = " + seconds,
            "Acct-Input-Octets = " + (uploaded & MASK_32),
            "Acct-Input-Gigawords = " + (uploaded >> 32),
            "Acct-Output-Octets = " + (downloaded & MASK_32),
            "Acct-Output-Gigawords = " + (downloaded >> 32)
        };
    }

    private RadiusAnswer login(String password) throws IOException, InterruptedException {
        var attributes = attributes();
        attributes.add(password);
        attributes.add("Message-Authenticator = 0x00");
        var answer = suite.radius().login(attributes);
        answer.attribute("Class").ifPresent(value -> reference = value);
        return answer;
    }

    private List<String> attributes() {
        return new ArrayList<>(List.of(
                "User-Name = \"" + code + "\"",
                "NAS-Identifier = \"" + identifier + "\"",
                "NAS-IP-Address = 127.0.0.1",
                "Calling-Station-Id = \"" + device + "\""));
    }
}
