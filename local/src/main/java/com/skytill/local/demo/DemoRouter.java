package com.skytill.local.demo;

import com.skytill.local.home.Credentials.RadiusAccess;
import com.skytill.local.radius.RadClient;
import com.skytill.local.radius.RadiusAnswer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The hotspot router's part in the demo that asks: logins and accounting, for one guest's device. */
final class DemoRouter {

    private static final long MASK_32 = 0xffff_ffffL;

    private final RadClient radius;
    private final RadiusAccess access;
    private final Narrator narrator;
    private final String identifier;
    private final String sessionId;
    private String voucher = "";
    private String reference = "";

    DemoRouter(RadClient radius, RadiusAccess access, Narrator narrator, String identifier, String run) {
        this.radius = radius;
        this.access = access;
        this.narrator = narrator;
        this.identifier = identifier;
        this.sessionId = "session-" + run;
    }

    String sessionId() {
        return sessionId;
    }

    RadiusAnswer login(String code) throws IOException, InterruptedException {
        voucher = code;
        var attributes = attributes();
        attributes.add("User-Password = \"" + code + "\"");
        attributes.add("Message-Authenticator = 0x00");
        var answer = radius.login(attributes);
        narrator.radius("Access-Request to " + access.host() + ":" + access.authPort(), attributes, answer);
        answer.attribute("Class").ifPresent(value -> reference = value);
        return answer;
    }

    void start() throws IOException, InterruptedException, DemoFailure {
        account("Start", List.of());
    }

    void interim(long seconds, long uploaded, long downloaded) throws IOException, InterruptedException, DemoFailure {
        account("Interim-Update", counters(seconds, uploaded, downloaded));
    }

    void stop(long seconds, long uploaded, long downloaded) throws IOException, InterruptedException, DemoFailure {
        account("Stop", counters(seconds, uploaded, downloaded));
    }

    private void account(String status, List<String> counters) throws IOException, InterruptedException, DemoFailure {
        var attributes = attributes();
        attributes.add("Acct-Status-Type = " + status);
        attributes.add("Acct-Session-Id = \"" + sessionId + "\"");
        if (!reference.isEmpty()) {
            attributes.add("Class = " + reference);
        }
        attributes.addAll(counters);
        var answer = radius.account(attributes);
        narrator.radius("Accounting-Request to " + access.host() + ":" + access.acctPort(), attributes, answer);
        DemoApi.require(answer.isAccountingResponse(), "The accounting was not acknowledged: " + answer.code());
    }

    private List<String> attributes() {
        return new ArrayList<>(List.of(
                "User-Name = \"" + voucher + "\"",
                "NAS-Identifier = \"" + identifier + "\"",
                "NAS-IP-Address = 127.0.0.1",
                "Calling-Station-Id = \"02-00-5E-10-00-01\""));
    }

    /** RADIUS counts in 32 bits; Gigawords are the rest (RFC 2869 §5.1). Input is what the guest sent. */
    private static List<String> counters(long seconds, long uploaded, long downloaded) {
        return List.of(
                "Acct-Session-Time = " + seconds,
                "Acct-Input-Octets = " + (uploaded & MASK_32),
                "Acct-Input-Gigawords = " + (uploaded >> 32),
                "Acct-Output-Octets = " + (downloaded & MASK_32),
                "Acct-Output-Gigawords = " + (downloaded >> 32));
    }
}
