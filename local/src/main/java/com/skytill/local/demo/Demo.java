package com.skytill.local.demo;

import com.skytill.local.api.Api;
import com.skytill.local.home.Credentials;
import com.skytill.local.radius.NasDouble;
import com.skytill.local.radius.RadClient;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The suite's main job, with real requests and answers: a voucher opens a hotspot, its traffic is counted, it is expired, its
 * session is disconnected, and it opens nothing any more.
 */
public final class Demo {

    private static final Duration DISCONNECT_PATIENCE = Duration.ofSeconds(20);
    private static final long GIB_4 = 1L << 32;
    private static final long DOWNLOADED = 5_000_000;
    private static final long UPLOADED = 300_000_000;

    private final Credentials credentials;
    private final Narrator narrator;
    private final DemoApi api;
    private final String run;

    /** The demo against the suite of these credentials. */
    public Demo(Credentials credentials, PrintStream out) {
        this.credentials = credentials;
        this.narrator = new Narrator(out);
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        this.api = new DemoApi(new Api(http, credentials.gatewayUrl()), credentials, narrator);
        var bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        this.run = HexFormat.of().formatHex(bytes);
    }

    /**
     * Runs all steps.
     *
     * @param radius plays the hotspot router's part that asks
     * @throws DemoFailure at the first answer that is not what it should be
     */
    public void run(RadClient radius) throws IOException, InterruptedException, DemoFailure {
        var secret = "demo-" + run;
        try (var nas = NasDouble.start(secret)) {
            narrator.step("A consumer of the API gets an access token, by its client's name and secret.");
            api.signIn();
            addProduct();
            var identifier = addHotspot(nas, secret);
            var voucher = addVoucher();
            var router = new DemoRouter(radius, credentials.radius(), narrator, identifier, run);
            openAndUse(router, voucher);
            expireAndClose(router, nas, voucher);
        }
        narrator.say("");
        narrator.say(
                "That was the whole way of a voucher. All of it went through the gateway, the services, PostgreSQL");
        narrator.say("and FreeRADIUS as they run now; only the router was played.");
    }

    private void addProduct() throws IOException, InterruptedException, DemoFailure {
        narrator.step("It adds a data product: 10 GB at 10 Mbit/s, to be used within 30 days.");
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("name", "Hotspot 10 GB");
        parameters.put("product_code", "demo-" + run);
        parameters.put("kind", "hotspot");
        parameters.put("price", "99.00");
        parameters.put("download_kbps", 10_240);
        parameters.put("upload_kbps", 2_048);
        parameters.put("data_cap", "10 GB");
        parameters.put("validity", "P30D");
        parameters.put("max_devices", 2);
        api.call("add_data_product", parameters, 201);
    }

    private String addHotspot(NasDouble nas, String secret) throws IOException, InterruptedException, DemoFailure {
        narrator.step("It adds the hotspot: where its router is to be told to disconnect somebody (RFC 5176).");
        var identifier = "demo-router-" + run;
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("name", "Demo café");
        parameters.put("nas_identifier", identifier);
        parameters.put("nas_address", "127.0.0.1");
        parameters.put("coa_port", nas.port());
        parameters.put("coa_secret", secret);
        api.call("add_hotspot", parameters, 201);
        return identifier;
    }

    private String addVoucher() throws IOException, InterruptedException, DemoFailure {
        narrator.step("It issues a voucher of that product.");
        var answer =
                api.call("add_hotspot_voucher", Map.of("product_id", "demo-" + run, "voucher_comment", "demo"), 201);
        var code = answer.text("/voucher/voucher_code");
        DemoApi.require(!code.isEmpty(), "There is no voucher_code in the answer");
        return code;
    }

    private void openAndUse(DemoRouter router, String voucher) throws IOException, InterruptedException, DemoFailure {
        narrator.step(
                "A guest types the code at the hotspot. The router asks FreeRADIUS, and FreeRADIUS asks vouchers-service.");
        var accept = router.login(voucher);
        DemoApi.require(accept.isAccept(), "The login was to be accepted: " + accept.code());
        DemoApi.require(accept.attribute("Session-Timeout").isPresent(), "There is no Session-Timeout in the answer");

        narrator.step(
                "The guest is online: the router reports the session's start, and later what has flowed (more than 4 GiB).");
        router.start();
        router.interim(600, UPLOADED, GIB_4 + DOWNLOADED);

        narrator.step(
                "The consumer reads the voucher's usage: every byte is there, also past the 32 bits of RADIUS's counters.");
        var usage = api.call("get_hotspot_voucher_usage", Map.of("voucher_code", voucher), 200);
        long expected = UPLOADED + GIB_4 + DOWNLOADED;
        long used = usage.number("/data_used");
        DemoApi.require(used == expected, "data_used was to be " + expected + " and is " + used);
    }

    private void expireAndClose(DemoRouter router, NasDouble nas, String voucher)
            throws IOException, InterruptedException, DemoFailure {
        narrator.step("The consumer expires the voucher while the guest is online.");
        api.call("expire_hotspot_voucher", Map.of("voucher_code", voucher, "reason", "demo"), 200);

        narrator.step("vouchers-service tells the router to disconnect the guest (UDP " + nas.port() + ").");
        var request = nas.await(DISCONNECT_PATIENCE);
        DemoApi.require(request != null, "No Disconnect-Request came within " + DISCONNECT_PATIENCE.toSeconds() + " s");
        narrator.say("→ Disconnect-Request   User-Name = " + request.userName() + ", Acct-Session-Id = "
                + request.sessionId());
        narrator.say("← Disconnect-ACK");
        DemoApi.require(request.sessionId().equals(router.sessionId()), "It is about another session");

        narrator.step("The router cuts the guest off and reports the session's end: only that counts as disconnected.");
        router.stop(660, UPLOADED, GIB_4 + DOWNLOADED);

        narrator.step("The guest tries the code again, and is told in words why not.");
        var reject = router.login(voucher);
        DemoApi.require(reject.isReject(), "The login was to be rejected: " + reject.code());
        DemoApi.require(reject.attribute("Reply-Message").isPresent(), "There are no words in the rejection");
    }
}
