package com.skytill.e2e.token;

import com.skytill.e2e.contract.ContractOperation;
import com.skytill.e2e.contract.Contracts;
import com.skytill.e2e.suite.DatabaseContents;
import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.local.api.ApiAnswer;
import com.skytill.local.suite.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whose token is good for what, at the gateway and past it. */
@ExtendWith(SuiteExtension.class)
class TokenIT {

    private static final String DETAILS = "get_oauth_user_details";

    private final RunningSuite suite;
    private final OAuth oauth;

    TokenIT(RunningSuite suite) {
        this.suite = suite;
        this.oauth = new OAuth(suite);
    }

    static List<ContractOperation> operations() {
        return Contracts.operations();
    }

    @Test
    void tokenWhenGoodThenSaysWhoseItIs() throws Exception {
        var answer = suite.call(DETAILS, Map.of());

        assertEquals(200, answer.status(), answer.body());
        assertEquals(suite.credentials().username(), answer.text("/username"));
        assertEquals(suite.credentials().clientId(), answer.text("/client_id"));
    }

    @Test
    void tokenWhenInTheQueryOrTheFormThenGoodToo() throws Exception {
        var token = suite.credentials().accessToken();
        var byQuery = suite.api()
                .send(suite.api()
                        .request("/api/v1/" + DETAILS + "?access_token=" + token)
                        .GET()
                        .build());
        var byForm = suite.api()
                .send(oauth.form("/api/v1/" + DETAILS, Map.of("access_token", token))
                        .build());

        assertEquals(200, byQuery.status(), byQuery.body());
        assertEquals(200, byForm.status(), byForm.body());
    }

    @Test
    void tokenWhenTwiceThenInvalidRequest() throws Exception {
        var token = suite.credentials().accessToken();
        var answer = suite.api()
                .send(suite.api()
                        .request("/api/v1/" + DETAILS + "?access_token=" + token)
                        .header("Authorization", "Bearer " + token)
                        .GET()
                        .build());

        assertEquals(400, answer.status(), answer.body());
        assertEquals("invalid_request", answer.code());
    }

    @Test
    void tokenWhenMissingThenUnauthorized() throws Exception {
        var answer =
                suite.api().send(suite.api().request("/api/v1/" + DETAILS).GET().build());

        assertEquals(401, answer.status(), answer.body());
        assertEquals("invalid_token", answer.code());
        assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "abc", "eyJhbGciOiJub25lIn0.e30."})
    void tokenWhenUnknownThenUnauthorized(String token) throws Exception {
        assertUnauthorized(suite.api().post(DETAILS, Map.of(), token));
    }

    @Test
    void tokenWhenRevokedThenUnauthorizedWithinTenSeconds() throws Exception {
        var token = oauth.token();
        assertEquals(200, suite.api().post(DETAILS, Map.of(), token).status());

        oauth.revoke(token);

        await().pollDelay(10, SECONDS).atMost(15, SECONDS).until(() -> true);
        assertUnauthorized(suite.api().post(DETAILS, Map.of(), token));
    }

    /** An hour is too long to wait for: the token's end is brought forward where it is kept. */
    @Test
    void tokenWhenExpiredThenUnauthorized() throws Exception {
        var token = oauth.token();
        try (var connection = DatabaseContents.connect(suite, "auth");
                var update = connection.prepareStatement(
                        "UPDATE access_tokens SET expires_at = now() - interval '1 second' WHERE token_hash = ?")) {
            update.setBytes(1, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
            assertEquals(1, update.executeUpdate());
        }

        assertUnauthorized(suite.api().post(DETAILS, Map.of(), token));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tokenWhenItLacksThePermissionThenForbidden(ContractOperation operation) throws Exception {
        if (operation.permission().equals("any")) {
            return;
        }
        var other = operation.permission().startsWith("sales") ? "products_read" : "sales_read";
        var answer = suite.api().post(operation.name(), Map.of(), oauth.token(other));

        assertEquals(403, answer.status(), answer.body());
        assertTrue(List.of("insufficient_permission", "insufficient_scope").contains(answer.code()), answer.body());
        assertTrue(answer.body().contains(operation.permission()), answer.body());
    }

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            names = {"GATEWAY"},
            mode = EnumSource.Mode.EXCLUDE)
    void serviceWhenCalledPastTheGatewayWithoutItsTokenThenUnauthorized(Service service) throws Exception {
        var operation = operationOf(service);
        var inside = suite.inside(service);

        var without = inside.send(inside.request("/api/v1/" + operation).GET().build());
        assertEquals(401, without.status(), without.body());
        assertEquals("invalid_token", without.code());
        assertUnauthorized(inside.post(operation, Map.of(), suite.credentials().accessToken()));
        assertUnauthorized(inside.post(operation, Map.of(), "eyJhbGciOiJub25lIn0.eyJhdWQiOiJza3l0aWxsIn0."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorize", "accounting", "post-auth"})
    void radiusPathWhenCalledByAStrangerThenNothing(String path) throws Exception {
        var inside = suite.inside(Service.VOUCHERS);
        var past = inside.send(inside.request("/radius/" + path)
                .header("Authorization", "Bearer " + suite.credentials().accessToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertEquals(503, past.status(), past.body());
        var through = suite.api()
                .send(suite.api()
                        .request("/radius/" + path)
                        .header("Authorization", "Bearer " + suite.credentials().accessToken())
                        .POST(BodyPublishers.ofString("{}"))
                        .build());
        assertEquals(404, through.status(), through.body());
    }

    @Test
    void operationWhenUnknownThenNotFound() throws Exception {
        var answer = suite.call("get_weather_" + UUID.randomUUID().toString().replace('-', '_'), Map.of());

        assertEquals(404, answer.status(), answer.body());
        assertEquals("unknown_operation", answer.code());
    }

    @Test
    void methodWhenNeitherGetNorPostThenNotAllowed() throws Exception {
        var answer = suite.api()
                .send(suite.api()
                        .request("/api/v1/" + DETAILS)
                        .header("Authorization", "Bearer " + suite.credentials().accessToken())
                        .DELETE()
                        .build());

        assertEquals(405, answer.status(), answer.body());
        assertEquals("method_not_allowed", answer.code());
        assertFalse(answer.header("Allow").isEmpty());
    }

    private static String operationOf(Service service) {
        return switch (service) {
            case AUTH -> DETAILS;
            case PRODUCTS -> "get_available_data_products";
            case CUSTOMERS -> "get_customers";
            case VOUCHERS -> "get_hotspot_vouchers";
            case LEADS -> "get_sales_leads";
            case GATEWAY -> throw new IllegalArgumentException(Arrays.toString(Service.values()));
        };
    }

    private static void assertUnauthorized(ApiAnswer answer) {
        assertEquals(401, answer.status(), answer.body());
        assertEquals("invalid_token", answer.code(), answer.body());
        assertTrue(
                answer.header("WWW-Authenticate").contains("invalid_token"),
                answer.headers().toString());
    }
}
