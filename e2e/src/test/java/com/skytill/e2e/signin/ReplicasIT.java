package com.skytill.e2e.signin;

import com.skytill.e2e.suite.RunningSuite;
import com.skytill.e2e.suite.SuiteExtension;
import com.skytill.e2e.token.OAuth;
import com.skytill.local.suite.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Three replicas of auth-service on one database: what is good once is good once in all of them together. */
@ExtendWith(SuiteExtension.class)
class ReplicasIT {

    private static final int ROUNDS = 4;
    private static final int CALLS_EACH = 4;

    private static List<String> replicas = List.of();

    private final RunningSuite suite;
    private final CodeFlow flow;

    ReplicasIT(RunningSuite suite) throws Exception {
        this.suite = suite;
        this.flow = new CodeFlow(suite);
    }

    @BeforeAll
    static void startReplicas(RunningSuite suite) throws Exception {
        replicas = List.of(
                suite.suite().url(Service.AUTH),
                suite.suite().addReplica(Service.AUTH),
                suite.suite().addReplica(Service.AUTH));
    }

    @Test
    void codeWhenRedeemedEverywhereAtOnceThenOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var form = flow.exchangeForm(flow.code());
            assertEquals(List.of(200), successes(replica -> token(replica, form)), "round " + round);
        }
    }

    @Test
    void refreshTokenWhenUsedEverywhereAtOnceThenOnceAndTheFamilyEnds() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var tokens = flow.exchange(flow.code());
            var form = Map.of("grant_type", "refresh_token", "refresh_token", tokens.text("/refresh_token"));
            assertEquals(List.of(200), successes(replica -> token(replica, form)), "round " + round);
            assertEquals(
                    401,
                    suite.api()
                            .post("get_oauth_user_details", Map.of(), tokens.text("/access_token"))
                            .status());
        }
    }

    @Test
    void ssoTokenWhenOpenedEverywhereAtOnceThenOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var made = suite.mustCall("generate_sso_token", Map.of("url", "/console/"));
            var path = "/sso?sso_token=" + made.text("/sso_token");
            var opened = successes(replica ->
                    HttpRequest.newBuilder(URI.create(replica + path)).GET().build());
            assertEquals(List.of(303), opened, "round " + round);
        }
    }

    private HttpRequest token(String replica, Map<String, String> form) {
        try {
            var credentials = suite.credentials();
            var basic = credentials.clientId() + ":" + credentials.clientSecret();
            return HttpRequest.newBuilder(URI.create(replica + "/oauth/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                    .POST(BodyPublishers.ofString(OAuth.encode(form)))
                    .build();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** Sends the request to each replica some times, all at once; gives the statuses that are none of a refusal. */
    private List<Integer> successes(Function<String, HttpRequest> request) throws Exception {
        var calls = new ArrayList<Callable<HttpResponse<String>>>();
        for (int call = 0; call < CALLS_EACH; call++) {
            for (var replica : replicas) {
                calls.add(() -> suite.http().send(request.apply(replica), BodyHandlers.ofString()));
            }
        }
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : threads.invokeAll(calls)) {
                int status = answer.get().statusCode();
                assertTrue(status < 500, answer.get().body());
                if (status != 400) {
                    statuses.add(status);
                }
            }
        }
        return statuses;
    }
}
