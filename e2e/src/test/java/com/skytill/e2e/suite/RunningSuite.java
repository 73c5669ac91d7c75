package com.skytill.e2e.suite;

import com.skytill.local.api.Api;
import com.skytill.local.api.ApiAnswer;
import com.skytill.local.home.Credentials;
import com.skytill.local.home.Home;
import com.skytill.local.radius.RadClient;
import com.skytill.local.suite.Service;
import com.skytill.local.suite.Suite;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/** The suite that all these tests share, and a stranger's means to use it: HTTP to the gateway, RADIUS to FreeRADIUS. */
public final class RunningSuite {

    private final Suite suite;
    private final Home home;
    private final Duration startTime;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    RunningSuite(Suite suite, Home home, Duration startTime) {
        this.suite = suite;
        this.home = home;
        this.startTime = startTime;
    }

    /** The API at the gateway. */
    public Api api() throws IOException {
        return new Api(http, credentials().gatewayUrl());
    }

    /** A service, past the gateway. */
    public Api inside(Service service) {
        return new Api(http, suite.url(service));
    }

    /** Calls an operation as the administrator. */
    public ApiAnswer call(String operation, Map<String, ?> parameters) throws IOException, InterruptedException {
        return api().post(operation, parameters, credentials().accessToken());
    }

    /** Calls an operation as the administrator; any status but 200 and 201 fails the test. */
    public ApiAnswer mustCall(String operation, Map<String, ?> parameters) throws IOException, InterruptedException {
        var answer = call(operation, parameters);
        if (answer.status() != 200 && answer.status() != 201) {
            throw new AssertionError(operation + " " + parameters + ": " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    /** A NAS's means to ask FreeRADIUS. */
    public RadClient radius() throws IOException {
        return RadClient.of(credentials().radius()).orElseThrow();
    }

    public Credentials credentials() throws IOException {
        return suite.credentials();
    }

    /** The processes behind it all. */
    public Suite suite() {
        return suite;
    }

    public Home home() {
        return home;
    }

    /** From the first line to ready. */
    public Duration startTime() {
        return startTime;
    }

    public HttpClient http() {
        return http;
    }
}
