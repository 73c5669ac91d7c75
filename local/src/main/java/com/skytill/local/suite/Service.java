package com.skytill.local.suite;

import com.skytill.local.home.Home;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The processes that the suite's own code runs in, in the order in which they are started. */
public enum Service {
    AUTH("auth", "auth-service"),
    PRODUCTS("products", "products-service"),
    CUSTOMERS("customers", "customers-service"),
    VOUCHERS("vouchers", "vouchers-service"),
    LEADS("leads", "leads-service"),
    GATEWAY("gateway", "gateway");

    private final String id;
    private final String module;

    Service(String id, String module) {
        this.id = id;
        this.module = module;
    }

    /** The short name: of its schema, its runtime role and its internal OAuth client. */
    public String id() {
        return id;
    }

    /** The name of its module, also of its log and PID files. */
    public String module() {
        return module;
    }

    /** Every service but the gateway keeps something in PostgreSQL. */
    public boolean hasSchema() {
        return this != GATEWAY;
    }

    /** The schemas of all services. */
    static List<String> schemas() {
        return Arrays.stream(values())
                .filter(Service::hasSchema)
                .map(Service::id)
                .toList();
    }

    Path jar(Home home) {
        return home.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
