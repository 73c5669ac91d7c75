package com.skytill.local.suite;

import com.skytill.local.home.Secrets;
import com.skytill.local.postgres.SuiteDatabase;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The configuration of each service, as environment variables: no secret is ever on a command line. */
final class ServiceEnvironment {

    /** The first administrator's name. */
    static final String ADMINISTRATOR = "admin";

    /** The first administrator's OAuth client. */
    static final String CLIENT = "skytill-local";

    private static final String BOOTSTRAP_PASSWORD = "bootstrap.password";
    private static final String BOOTSTRAP_CLIENT_SECRET = "bootstrap.client-secret";
    private static final String RADIUS_API_TOKEN = "radius.api-token";

    /** The services that call others on their own behalf; what they may do there stands in auth-service's configuration. */
    private static final Set<Service> INTERNAL_CLIENTS = EnumSet.of(Service.GATEWAY, Service.VOUCHERS, Service.LEADS);

    private final Addresses addresses;
    private final SuiteDatabase database;
    private final Secrets secrets;

    ServiceEnvironment(Addresses addresses, SuiteDatabase database, Secrets secrets) {
        this.addresses = addresses;
        this.database = database;
        this.secrets = secrets;
    }

    /** All variables of one service. */
    Map<String, String> of(Service service) {
        var variables = new HashMap<String, String>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(addresses.port(service)));
        variables.put("SKYTILL_PUBLIC_URL", addresses.url(Service.GATEWAY));
        variables.put("SKYTILL_AUTH_URL", addresses.url(Service.AUTH));
        // Fewer of glibc's memory pools: a service has more threads than work.
        variables.put("MALLOC_ARENA_MAX", "2");
        if (service.hasSchema()) {
            putDatabase(variables, service);
            variables.put("SKYTILL_ENCRYPTION_KEYS", secrets.key("encryption-key." + service.id()));
        }
        if (INTERNAL_CLIENTS.contains(service)) {
            variables.put("SKYTILL_CLIENT_ID", service.id());
            variables.put("SKYTILL_CLIENT_SECRET", clientSecret(service));
        }
        putOwn(variables, service);
        return variables;
    }

    String administratorPassword() {
        return secrets.secret(BOOTSTRAP_PASSWORD);
    }

    String administratorClientSecret() {
        return secrets.secret(BOOTSTRAP_CLIENT_SECRET);
    }

    /** What FreeRADIUS shows vouchers-service. */
    String radiusApiToken() {
        return secrets.secret(RADIUS_API_TOKEN);
    }

    private void putDatabase(Map<String, String> variables, Service service) {
        var runtime = database.runtimeRole(service.id());
        var migrator = database.migratorRole(service.id());
        variables.put("SKYTILL_DATABASE_URL", database.url());
        variables.put("SKYTILL_DATABASE_USERNAME", runtime.name());
        variables.put("SKYTILL_DATABASE_PASSWORD", runtime.password());
        variables.put("SKYTILL_DATABASE_MIGRATION_USERNAME", migrator.name());
        variables.put("SKYTILL_DATABASE_MIGRATION_PASSWORD", migrator.password());
    }

    private void putOwn(Map<String, String> variables, Service service) {
        switch (service) {
            case AUTH -> putAuth(variables);
            case VOUCHERS -> {
                variables.put("SKYTILL_PRODUCTS_URL", addresses.url(Service.PRODUCTS));
                variables.put("SKYTILL_CUSTOMERS_URL", addresses.url(Service.CUSTOMERS));
                variables.put("SKYTILL_RADIUS_API_TOKEN", radiusApiToken());
            }
            case LEADS -> variables.put("SKYTILL_CUSTOMERS_URL", addresses.url(Service.CUSTOMERS));
            case GATEWAY -> putGateway(variables);
            case PRODUCTS, CUSTOMERS -> {
                // They call nobody.
            }
        }
    }

    private void putAuth(Map<String, String> variables) {
        variables.put("SKYTILL_BOOTSTRAP_USERNAME", ADMINISTRATOR);
        variables.put("SKYTILL_BOOTSTRAP_PASSWORD", administratorPassword());
        variables.put("SKYTILL_BOOTSTRAP_CLIENT_ID", CLIENT);
        variables.put("SKYTILL_BOOTSTRAP_CLIENT_SECRET", administratorClientSecret());
        variables.put("SKYTILL_BOOTSTRAP_REDIRECT_URL", addresses.url(Service.GATEWAY) + "/console/");
        INTERNAL_CLIENTS.forEach(
                client -> variables.put("SKYTILL_INTERNAL_CLIENTS_" + client.name() + "_SECRET", clientSecret(client)));
    }

    private void putGateway(Map<String, String> variables) {
        for (var service : Service.values()) {
            if (service != Service.GATEWAY) {
                var name = "SKYTILL_SERVICES_" + service.id().toUpperCase(Locale.ROOT) + "_URL";
                variables.put(name, addresses.url(service));
            }
        }
    }

    private String clientSecret(Service service) {
        return secrets.secret("client." + service.id());
    }
}
