package com.skytill.e2e.radius;

import com.skytill.e2e.suite.RunningSuite;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Vouchers and data accounts for a crowd of devices. */
final class TestGuests {

    private final RunningSuite suite;
    private final TestVouchers vouchers;

    TestGuests(RunningSuite suite) {
        this.suite = suite;
        this.vouchers = new TestVouchers(suite);
    }

    /** @param cap null for none */
    Guest voucher(int maxDevices, Long cap, int devices) throws IOException, InterruptedException {
        var product = vouchers.product(terms(maxDevices, cap));
        var voucher = suite.mustCall("add_hotspot_voucher", Map.of("product_id", product));
        var code = voucher.text("/voucher/voucher_code");
        return new Guest(
                new Guest.Terms(voucher.number("/voucher/voucher_id"), false, code, code, maxDevices, cap, devices));
    }

    /** @param cap of each month, hard; null for none */
    Guest account(long customer, Long cap, int devices) throws IOException, InterruptedException {
        var product = "e2e-" + UUID.randomUUID();
        var parameters = new HashMap<String, Object>(terms(1, cap));
        parameters.putAll(Map.of(
                "name",
                "End-to-end",
                "product_code",
                product,
                "kind",
                "account",
                "price",
                "399.00",
                "download_kbps",
                20_480,
                "upload_kbps",
                10_240));
        suite.mustCall("add_data_product", parameters);
        var username = "e2e-" + UUID.randomUUID();
        var password = UUID.randomUUID().toString();
        var account = suite.mustCall(
                "add_data_account",
                Map.of("username", username, "password", password, "customer_id", customer, "product_id", product));
        return new Guest(
                new Guest.Terms(account.number("/data_account/account_id"), true, username, password, 1, cap, devices));
    }

    long customer() throws IOException, InterruptedException {
        var group = suite.mustCall("add_billing_group", Map.of("name", "e2e " + UUID.randomUUID(), "billing_day", 1));
        return suite.mustCall(
                        "add_customer",
                        Map.of(
                                "kind", "individual",
                                "name", "Lerato Mokoena",
                                "phone", "+27 82 555 0199",
                                "email", "lerato-" + UUID.randomUUID() + "@example.com",
                                "billing_group_id", group.number("/billing_group/billing_group_id")))
                .number("/customer/customer_id");
    }

    private static Map<String, Object> terms(int maxDevices, Long cap) {
        return cap == null ? Map.of("max_devices", maxDevices) : Map.of("max_devices", maxDevices, "data_cap", cap);
    }
}
