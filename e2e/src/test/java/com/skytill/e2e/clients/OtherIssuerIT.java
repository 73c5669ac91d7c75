package com.skytill.e2e.clients;

import com.skytill.e2e.clients.OtherIssuer.Client;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.api.ApiAnswer;
import com.skytill.local.suite.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Gateway and services trust a provider of another make when their configuration says so, and that provider alone. */
@ExtendWith(SuiteExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherIssuerIT {

    private static final String OPERATION = "get_available_product_types";
    // Where Keycloak has a user's roles; among them are some that mean nothing here.
    private static final String CLAIM = "realm_access/roles";
    private static final Map<String, Client> CLIENTS = Map.of(
            "reader", new Client("skytill", roles("products_write", "uma_authorization")),
            "nobody", new Client("skytill", Map.of()),
            "elsewhere", new Client("other-api", roles("products_read")));

    private final RunningSuite suite;
    private OtherIssuer issuer;
    private OtherIssuer stranger;
    private OtherService products;
    private OtherService gateway;

    OtherIssuerIT(RunningSuite suite) {
        this.suite = suite;
    }

    @BeforeAll
    void start() throws Exception {
        var clients = NodeClients.installed();
        issuer = OtherIssuer.start(clients, CLIENTS);
        stranger = OtherIssuer.start(clients, CLIENTS);
        products = OtherService.start(
                suite,
                Service.PRODUCTS,
                Map.of(
                        "SKYTILL_AUTH_URL",
                        issuer.url(),
                        "QUARKUS_OIDC_JWKS_PATH",
                        "/jwks",
                        "QUARKUS_OIDC_TOKEN_ISSUER",
                        issuer.url(),
                        "QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH",
                        CLAIM));
        gateway = OtherService.start(suite, Service.GATEWAY, gatewayConfiguration());
    }

    /** As docs/other-provider.md has it. */
    private Map<String, String> gatewayConfiguration() {
        var variables = new HashMap<String, String>();
        for (var service : Service.values()) {
            if (service != Service.GATEWAY && service != Service.AUTH) {
                var name = "SKYTILL_SERVICES_" + service.id().toUpperCase(Locale.ROOT) + "_URL";
                variables.put(
                        name,
                        service == Service.PRODUCTS
                                ? products.url()
                                : suite.suite().url(service));
            }
        }
        variables.putAll(Map.of(
                "SKYTILL_AUTH_URL", issuer.url(),
                "SKYTILL_CLIENT_ID", "gateway",
                "SKYTILL_CLIENT_SECRET", "unused-where-nothing-is-introspected",
                "QUARKUS_OIDC_JWKS_PATH", "/jwks",
                "QUARKUS_OIDC_TOKEN_ISSUER", issuer.url(),
                "QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH", CLAIM,
                "QUARKUS_OIDC_TOKEN_REQUIRE_JWT_INTROSPECTION_ONLY", "false",
                "QUARKUS_OIDC_TOKEN_ALLOW_JWT_INTROSPECTION", "false",
                "QUARKUS_OIDC_TOKEN_ALLOW_OPAQUE_TOKEN_INTROSPECTION", "false"));
        return variables;
    }

    private static Map<String, Object> roles(String... names) {
        return Map.of("realm_access", Map.of("roles", List.of(names)));
    }

    @AfterAll
    void stop() throws IOException {
        gateway.close();
        products.close();
        issuer.close();
        stranger.close();
    }

    @Test
    void tokenWhenItsClaimNamesThePermissionThenGood() throws Exception {
        var answer = call(issuer.token("reader"));

        assertEquals(200, answer.status(), answer.body());
    }

    @Test
    void tokenWhenItsClaimNamesNoneThenForbidden() throws Exception {
        var answer = call(issuer.token("nobody"));

        assertEquals(403, answer.status(), answer.body());
        assertEquals("insufficient_permission", answer.code());
    }

    @Test
    void tokenWhenForAnotherAudienceThenRefused() throws Exception {
        assertRefused(issuer.token("elsewhere"));
    }

    @Test
    void tokenWhenAnotherIssuersThenRefused() throws Exception {
        assertNotEquals(issuer.url(), stranger.url());
        assertRefused(stranger.token("reader"));
        assertRefused(suite.credentials().accessToken());
    }

    @Test
    void tokenWhenItsClaimsAreChangedThenRefused() throws Exception {
        var parts = issuer.token("nobody").split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var more = claims.replaceFirst("\\{", "{\"realm_access\":{\"roles\":[\"products_read\"]},");
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(more.getBytes(StandardCharsets.UTF_8));

        assertRefused(parts[0] + "." + encoded + "." + parts[2]);
        assertRefused(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "." + encoded + ".");
    }

    private void assertRefused(String token) throws Exception {
        for (var entrance : List.of(products, gateway)) {
            var answer = entrance.api(suite).post(OPERATION, Map.of(), token);
            assertEquals(401, answer.status(), answer.body());
            assertEquals("invalid_token", answer.code());
        }
    }

    /** Through the gateway to the service; the service alone answers the same. */
    private ApiAnswer call(String token) throws Exception {
        var answer = gateway.api(suite).post(OPERATION, Map.of(), token);
        assertEquals(products.api(suite).post(OPERATION, Map.of(), token).status(), answer.status(), answer.body());
        return answer;
    }
}
