package com.skytill.e2e.radius;

import com.skytill.e2e.suite.RunningSuite;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Products and vouchers for tests: a plain product, of which a test changes what it is about. */
final class TestVouchers {

    private final RunningSuite suite;

    TestVouchers(RunningSuite suite) {
        this.suite = suite;
    }

    /** Adds a hotspot product: 10 Mbit/s down, 2 up, 30 days, no caps. */
    String product(Map<String, ?> changes) throws IOException, InterruptedException {
        var code = "e2e-" + UUID.randomUUID();
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("name", "End-to-end");
        parameters.put("product_code", code);
        parameters.put("kind", "hotspot");
        parameters.put("price", "99.00");
        parameters.put("download_kbps", 10_240);
        parameters.put("upload_kbps", 2_048);
        parameters.put("validity", "P30D");
        parameters.putAll(changes);
        suite.mustCall("add_data_product", parameters);
        return code;
    }

    /** Issues a voucher of a product. */
    String voucher(String product) throws IOException, InterruptedException {
        return suite.mustCall("add_hotspot_voucher", Map.of("product_id", product))
                .text("/voucher/voucher_code");
    }

    /** Issues a voucher of a product of its own. */
    String voucher(Map<String, ?> changes) throws IOException, InterruptedException {
        return voucher(product(changes));
    }

    /** Adds a hotspot whose router takes Disconnect-Requests at this port. */
    String hotspot(int coaPort, String coaSecret) throws IOException, InterruptedException {
        var identifier = "e2e-" + UUID.randomUUID();
        var parameters = new HashMap<String, Object>();
        parameters.put("name", "End-to-end");
        parameters.put("nas_identifier", identifier);
        parameters.put("nas_address", "127.0.0.1");
        parameters.put("coa_port", coaPort);
        parameters.put("coa_secret", coaSecret);
        suite.mustCall("add_hotspot", parameters);
        return identifier;
    }

    /** Bytes used of a voucher, as the API tells. */
    long dataUsed(String code) throws IOException, InterruptedException {
        return suite.mustCall("get_hotspot_voucher_usage", Map.of("voucher_code", code))
                .number("/data_used");
    }

    String status(String code) throws IOException, InterruptedException {
        return suite.mustCall("get_hotspot_voucher_usage", Map.of("voucher_code", code))
                .text("/status");
    }

    void expire(String code) throws IOException, InterruptedException {
        suite.mustCall("expire_hotspot_voucher", Map.of("voucher_code", code));
    }
}
